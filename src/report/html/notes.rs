//! The notes: the story of every figure of the page, in the order of its tables.

use crate::say;
use crate::text::say::what;

use super::super::figure_index::FigureEntry;
use super::super::figure_record::{self, FigureRecord};
use super::super::words;
use super::{Page, escape};

impl Page<'_> {
    /// The list of notes; what is missing has its number and no note of a file.
    pub(super) fn notes(&mut self) {
        let title = self.view.pick("Nguồn số liệu", "Sources of the figures");
        self.put(format_args!("<section id=\"notes\">\n<h2>{title}</h2>\n<ol>\n"));
        let entries = std::mem::take(&mut self.register.entries);
        for (i, entry) in entries.iter().enumerate() {
            let (note, back) = (self.note(entry), self.back(i));
            self.put(format_args!("<li id=\"n{}\">{note}{back}</li>\n", i + 1));
        }
        self.register.entries = entries;
        self.text.push_str("</ol>\n</section>\n");
    }

    /// `số hộ nghèo, Quận 6, 31/12/2022: 1.429 hộ. Báo cáo, nêu trong tệp. "…". 2022-12-31.json, dòng 14: poor.households`
    fn note(&self, entry: &FigureEntry) -> String {
        let lang = self.view.lang;
        let fields = figure_record::of_entry(self.view, entry);
        let when = what::when(lang, entry.what().when);
        let head = format!("{}, {}, {when}: ", fields.name, fields.area);
        let mut parts = vec![format!("{}<b>{}</b>", escape(&head), escape(&fields.shown))];
        if let Ok(figure) = &entry.known {
            parts.push(format!(
                "{}, {}",
                words::source(lang, figure.reliability),
                words::origin(lang, figure)
            ));
        }
        if !fields.formula.is_empty() {
            let formula = escape(&fields.formula);
            parts.push(say!(lang, "phép tính: {formula}", "formula: {formula}"; formula).text());
        }
        if !fields.quote.is_empty() {
            parts.push(format!("<q>{}</q>", escape(&fields.quote)));
        }
        if !fields.note.is_empty() {
            parts.push(escape(&fields.note));
        }
        parts.extend(self.place(&fields));
        parts.join(" · ")
    }

    /// The way back to where the figure stands.
    fn back(&self, at: usize) -> String {
        if !self.met.contains(&at) {
            return String::new();
        }
        let words = self.view.pick("về chỗ nêu số", "back to the figure");
        format!(" <a class=\"back\" href=\"#r{}\" aria-label=\"{words}\" title=\"{words}\">↑</a>", at + 1)
    }

    fn place(&self, fields: &FigureRecord) -> Option<String> {
        if fields.file.is_empty() {
            return None;
        }
        let place = say!(self.view, "{file}[, dòng {line}]: {field}", "{file}[, line {line}]: {field}";
            file = &fields.file, line = fields.line, field = &fields.field);
        Some(format!("<span class=\"dim\">{}</span>", escape(&place.text())))
    }
}
