//! The notes: the story of every figure of the page, in the order of its tables.

use crate::model::change::turned;
use crate::model::figure::{Derivation, Figure, Reliability, Rule};
use crate::model::measure::{Aspect, Measure};
use crate::say;
use crate::text::Lang;
use crate::text::say::standing::is_turned;
use crate::text::say::{units, what};
use crate::text::show::{self, Style};

use super::super::figure_index::FigureEntry;
use super::super::figure_record::{self, FigureRecord};
use super::super::words;
use super::{Page, escape};

/// A sum of so many numbers is written out.
const FEW: usize = 2;

impl Page<'_> {
    /// The list of notes; what is missing has its number and no note of a file.
    pub(super) fn notes(&mut self) {
        let title = self.view.pick("Nguồn số liệu", "Sources of the figures");
        self.put(format_args!("<section id=\"notes\">\n<h2>{title}</h2>\n<ol>\n"));
        let entries = std::mem::take(&mut self.register.entries);
        // What no page shows has no note; the others keep their numbers.
        let met = entries.iter().enumerate().filter(|(i, _)| self.met.contains(i)).collect::<Vec<_>>();
        for (i, entry) in met {
            let (note, back, number) = (self.note(entry), self.back(i), i + 1);
            let class = if entry.known.is_err() { " class=\"no\"" } else { "" };
            self.put(format_args!("<li id=\"n{number}\" value=\"{number}\"{class}>{note}{back}</li>\n"));
        }
        self.register.entries = entries;
        self.text.push_str("</ol>\n</section>\n");
    }

    /// `số hộ nghèo, Quận 6, 31/12/2022: 1.429 hộ · "…" · 2022-12-31.json, dòng 14`: a line each, as far as the report's
    /// own words let it be one. Which field of a file it is stands in CSV and JSON.
    fn note(&self, entry: &FigureEntry) -> String {
        let lang = self.view.lang;
        let fields = figure_record::of_entry(self.view, entry);
        let when = what::when(lang, what::held(entry.what()));
        let (name, shown) = match entry.known.as_ref().ok().and_then(|figure| risen(lang, figure)) {
            Some(rise) => rise,
            None => (fields.name.clone(), fields.shown.clone()),
        };
        let head = format!("{name}, {}, {when}: ", fields.area);
        let mut parts = vec![format!("{}<b>{}</b>", escape(&head), escape(&shown))];
        if let Ok(figure) = &entry.known {
            let formula = self.formula(figure, &fields);
            let is_told = figure.reliability == Reliability::Reported || formula.1;
            let kind = (!is_told).then(|| words::source(lang, figure.reliability).to_owned());
            parts.extend(kind.into_iter().chain((!formula.0.is_empty()).then_some(formula.0)));
        }
        if !fields.quote.is_empty() {
            parts.push(format!("<q>{}</q>", escape(&fields.quote)));
        }
        if !fields.note.is_empty() {
            parts.push(escape(&fields.note));
        }
        // On paper what is too long for its line is cut before the place.
        format!(
            "<span class=\"what\">{}</span>{}",
            parts.join(" · "),
            self.place(&fields).unwrap_or_default()
        )
    }

    /// The way back to where the figure stands.
    fn back(&self, at: usize) -> String {
        if !self.met.contains(&at) {
            return String::new();
        }
        let words = self.view.pick("về chỗ nêu số", "back to the figure");
        format!(" <a class=\"back\" href=\"#r{}\" aria-label=\"{words}\" title=\"{words}\">↑</a>", at + 1)
    }

    /// The formula, a sum over areas by their count: `cộng 14 phường (minh họa)`; and whether it tells of what kind the
    /// figures are.
    fn formula(&self, figure: &Figure, fields: &FigureRecord) -> (String, bool) {
        let is_over_areas = matches!(&*figure.derivation,
            Derivation::Derived(derived) if derived.rule == Rule::SumOfAreas);
        let inputs: Vec<&Figure> = figure.derivation.inputs().collect();
        if !is_over_areas || inputs.len() <= FEW {
            return (escape(&fields.formula), false);
        }
        let lang = self.view.lang;
        let parts = units::noun_of_parts(self.view.area()).counted(lang, inputs.len());
        let kind = alike(&inputs).filter(|kind| *kind != Reliability::Reported);
        let words = say!(lang, "cộng {parts}[ ({kind})]", "sum of {parts}[ ({kind})]";
            parts, kind = kind.map(|kind| words::source(lang, kind)));
        (escape(&words.text()), kind.is_some())
    }

    /// The file and the line of a stated figure.
    fn place(&self, fields: &FigureRecord) -> Option<String> {
        let place = say!(self.view, "{file}, dòng {line}", "{file}, line {line}"; file = &fields.file, line = fields.line?);
        Some(format!("<span class=\"dim\"> · {}</span>", escape(&place.text())))
    }
}

/// A reduction below zero is a rise, and is called so: `tăng hộ nghèo`, `20 hộ`.
fn risen(lang: Lang, figure: &Figure) -> Option<(String, String)> {
    let Measure::Of(group, Aspect::Reduced) = &figure.subject.measure else { return None };
    let name = say!(lang, "tăng {of}", "increase in {of}"; of = what::households_of(*group));
    is_turned(figure).then(|| (name.text(), show::with_unit(lang, &turned(figure), Style::Plain)))
}

/// The one kind of all of them.
fn alike(figures: &[&Figure]) -> Option<Reliability> {
    let first = figures.first()?.reliability;
    figures.iter().all(|figure| figure.reliability == first).then_some(first)
}
