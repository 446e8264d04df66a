//! HTML: one file for a browser or an A4 printer, light or dark as the reader has it. No script and nothing fetched,
//! and the page says so itself. Every figure leads to its note: what it is, from whom, by which formula, from which
//! field of which file; on paper the note's number stands beside it.
//!
//! Written as well-formed XML, so that any strict reader can check it.

mod chart;
mod notes;

use std::collections::HashSet;
use std::fmt::{self, Write};

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::page::table::{Align, Bar, Cell, Column, Row, Style, Table, TableRows};
use crate::page::{Block, View};
use crate::text::line::{Line, Role, Span};
use crate::text::{show, unbroken};

use super::figure_index::{FigureIndex, is_signed};
use super::grid;
use super::pages::{self, Section};

/// How the page looks.
const STYLE: &str = include_str!("html/style.css");

/// Nothing but the style that stands in the page: no script, no picture, no font from anywhere.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The most columns of numbers, each with the number of its note, that a sheet of A4 holds upright.
const UPRIGHT: usize = 9;
/// How the words in the margin of a printed page look.
const BADGE: &str = "height:5mm;margin:auto 0 2mm;padding:0 2mm;border:1px solid #000;font:600 8pt sans-serif;text-align:right";
/// What such a table stands in.
const LAND: &str = "<div class=\"land\">\n";
/// The most rows of a table that is not split between two sheets.
const SHORT: usize = 25;

/// A page under way.
struct Page<'a> {
    view: &'a View<'a>,
    register: FigureIndex,
    /// Figures that have been met, so that their notes can lead back.
    met: HashSet<usize>,
    text: String,
}

/// The report, with the notes of its figures.
pub fn report(view: &View, sections: &[Section], register: FigureIndex) -> String {
    let mut page = Page { view, register, met: HashSet::new(), text: String::new() };
    page.head(pages::badge(view, sections).map(|words| escape(&words)));
    for section in sections {
        page.section(section);
    }
    page.notes();
    page.text.push_str("</main>\n</body>\n</html>\n");
    page.text
}

impl Page<'_> {
    /// Adds markup.
    fn put(&mut self, markup: fmt::Arguments) {
        // A text in memory takes all that is written to it.
        let _ = self.text.write_fmt(markup);
    }

    fn head(&mut self, badge: Option<String>) {
        let mut title = pages::title(self.view).into_iter();
        let unit = escape(&title.next().unwrap_or_default());
        let dates = escape(&title.next().unwrap_or_default());
        let lang = self.view.pick("vi", "en");
        self.text = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
             <meta name=\"color-scheme\" content=\"light dark\"/>\n\
             <title>{unit} · {dates}</title>\n<style>\n{STYLE}"
        );
        // What is invented says so under the title, and in the margin of each page that is printed.
        if let Some(words) = &badge {
            self.put(format_args!("@page{{@top-right{{content:\"{words}\";{BADGE}}}}}\n"));
        }
        self.put(format_args!("</style>\n</head>\n<body>\n<header>\n<h1>{unit}</h1>\n<p>{dates}</p>\n"));
        if let Some(words) = badge {
            self.put(format_args!("<p class=\"badge\">{words}</p>\n"));
        }
        for line in title {
            self.text.extend(["<p>", &escape(&line), "</p>\n"]);
        }
        self.text.push_str("</header>\n<main>\n");
    }

    fn section(&mut self, section: &Section) {
        let id = section.tab.map_or("conclusion", |tab| tab.code());
        let title = escape(&section.title);
        self.put(format_args!("<section id=\"{id}\">\n"));
        // Only a wide table turns the paper, with the heading over it.
        let is_turned = section.blocks.first().is_some_and(is_wide);
        self.text.push_str(if is_turned { LAND } else { "" });
        self.put(format_args!("<h2>{title}</h2>\n"));
        for (at, block) in section.blocks.iter().enumerate() {
            let (before, after) = match (is_wide(block), is_turned && at == 0) {
                (true, true) => ("", "</div>\n"),
                (true, false) => (LAND, "</div>\n"),
                (false, _) => ("", ""),
            };
            self.text.push_str(before);
            self.block(block);
            self.text.push_str(after);
        }
        self.text.push_str("</section>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Gap => {}
            Block::Chart(chart) => self.chart(chart),
            Block::Lines(lines) => lines.iter().for_each(|line| self.paragraph(line)),
            // A list of one row is read down, not on a page of its own.
            Block::Table(table) if is_one_row(table) => self.table(&read_down(table)),
            Block::Table(table) => self.table(table),
        }
    }

    fn paragraph(&mut self, line: &Line) {
        if line.text().trim().is_empty() {
            return;
        }
        // A heading stands with what it is over, on paper too.
        let is_heading = line.spans.iter().all(|span| span.role == Role::Strong);
        self.text.push_str(if is_heading { "<p class=\"h\">" } else { "<p>" });
        self.spans(line);
        self.text.push_str("</p>\n");
    }

    fn spans(&mut self, line: &Line) {
        let line = &held(line);
        let mut spans = line.spans.iter().peekable();
        while let Some(span) = spans.next() {
            // A mark that stands apart belongs to its figure: on paper the number of the note comes after both.
            let mark = spans.next_if(|next| span.figure.is_some() && is_mark(next));
            self.span(span, mark);
        }
    }

    fn span(&mut self, span: &Span, mark: Option<&Span>) {
        let words = match &span.figure {
            Some(figure) => {
                let mark = mark.map(|mark| styled(mark.role, &escape(&mark.text))).unwrap_or_default();
                self.linked(figure, &(escape(&span.text) + &mark), is_signed(&span.text))
            }
            None => escape(&span.text),
        };
        self.text.push_str(&styled(span.role, &words));
    }

    /// A figure, as markup, as a link to its note.
    fn linked(&mut self, figure: &Figure, markup: &str, signed: bool) -> String {
        self.leading(self.register.find(figure, signed), markup)
    }

    /// A link to a note, which leads back to the first of them.
    fn leading(&mut self, at: Option<usize>, markup: &str) -> String {
        let Some(at) = at else { return markup.to_owned() };
        let id = if self.met.insert(at) { format!(" id=\"r{}\"", at + 1) } else { String::new() };
        // The number of a note that only says "no data" would hide that there is none.
        let class = if self.register.entries[at].known.is_err() { " class=\"no\"" } else { "" };
        format!("<a href=\"#n{0}\" data-n=\"{0}\"{id}{class}>{markup}</a>", at + 1)
    }

    fn table(&mut self, table: &Table) {
        let columns = grid::columns(table, true);
        let class = if table.rows.len() <= SHORT { " class=\"short\"" } else { "" };
        self.put(format_args!("<div class=\"wide\">\n<table{class}>\n"));
        if grid::has_heads(table, &columns) {
            self.heads(table, &columns);
        }
        self.text.push_str("<tbody>\n");
        table.rows.iter().for_each(|row| self.row(table, row, &columns));
        self.text.push_str("</tbody>\n</table>\n</div>\n");
    }

    fn heads(&mut self, table: &Table, columns: &[usize]) {
        self.text.push_str("<thead>\n");
        self.group_heads(table, columns);
        let head = escape(&table.head.full);
        self.put(format_args!("<tr><th scope=\"col\">{head}</th>"));
        for index in columns {
            let class = cell_class(table, *index);
            let head = escape(grid::head(table, *index));
            let note = grid::unsure_note(self.view, table, *index, &grid::INVENTED);
            let note = note.map(|words| format!(" <span class=\"warn\">({})</span>", escape(&words)));
            let note = note.unwrap_or_default();
            self.put(format_args!("<th scope=\"col\"{class}>{head}{note}</th>"));
        }
        self.text.push_str("</tr>\n</thead>\n");
    }

    fn group_heads(&mut self, table: &Table, columns: &[usize]) {
        if table.groups.is_empty() {
            return;
        }
        self.text.push_str("<tr><td></td>");
        for (title, count) in grid::groups(table, columns) {
            let head = match title {
                Some(title) => {
                    let title = escape(title);
                    format!("<th class=\"g\" scope=\"colgroup\" colspan=\"{count}\">{title}</th>")
                }
                None => format!("<td colspan=\"{count}\"></td>"),
            };
            self.text.push_str(&head);
        }
        self.text.push_str("</tr>\n");
    }

    fn row(&mut self, table: &Table, row: &Row, columns: &[usize]) {
        let is_strong = row.role == Role::Strong || grid::is_heading(row);
        let indent = match row.indent.div_ceil(2).min(4) {
            0 => String::new(),
            steps => format!("i{steps}"),
        };
        let class = format!("{}{indent}", if is_strong { "s " } else { "" });
        let class =
            if class.trim().is_empty() { String::new() } else { format!(" class=\"{}\"", class.trim()) };
        let label = escape(row.label.full.trim());
        self.put(format_args!("<tr><th scope=\"row\"{class}>{label}</th>"));
        for index in columns {
            self.put(format_args!("<td{}>", cell_class(table, *index)));
            self.cell(table, *index, row.cells.get(*index).unwrap_or(&Cell::Blank));
            self.text.push_str("</td>");
        }
        self.text.push_str("</tr>\n");
    }

    fn cell(&mut self, table: &Table, index: usize, cell: &Cell) {
        let marked = table.columns[index].mark;
        match cell {
            Cell::Blank => {}
            Cell::Known(Ok(figure), style) => {
                let number = escape(&show::in_cell(
                    self.view.lang,
                    &grid::evened(table, index, figure),
                    grid::spelled(*style),
                ));
                let mark = show::mark(figure);
                // The mark has a cell of its own, so that digits stay under digits.
                let words = if marked || !mark.is_empty() {
                    format!("{number}<span class=\"mark\">{mark}</span>")
                } else {
                    number
                };
                let linked = self.linked(figure, &words, *style == Style::Signed);
                self.text.push_str(&linked);
            }
            Cell::Known(Err(missing), _) => {
                let words = show::no_data(self.view.lang);
                let words = format!("<span class=\"dim\">·<span class=\"vh\">{words}</span></span>");
                let linked = self.leading(self.register.find_missing(missing), &words);
                let mark = if marked { "<span class=\"mark\"></span>" } else { "" };
                self.text.extend([&linked, mark]);
            }
            Cell::Line(line) => self.spans(line),
            Cell::Bar(bar) => self.text.push_str(&bar_svg(bar)),
        }
    }
}

/// A line whose numbers stay with their units: of a number itself the style sees to that.
fn held(line: &Line) -> Line {
    let held = unbroken::hold(&line.spans.iter().map(|span| span.text.as_str()).collect::<Vec<_>>());
    let spans = line.spans.iter().zip(held).map(|(span, text)| span.with_text(text));
    Line { spans: spans.collect(), ..line.clone() }
}

/// Is it the mark of the figure before it, and nothing else?
fn is_mark(span: &Span) -> bool {
    span.figure.is_none() && matches!(span.text.as_str(), "*" | "!")
}

fn styled(role: Role, markup: &str) -> String {
    match class(role) {
        "" => markup.to_owned(),
        class => format!("<span class=\"{class}\">{markup}</span>"),
    }
}

/// Is it a table for paper turned on its side?
fn is_wide(block: &Block) -> bool {
    matches!(block, Block::Table(table) if has_many_columns(table) && !is_one_row(table))
}

fn has_many_columns(table: &Table) -> bool {
    grid::columns(table, true).len() > UPRIGHT
}

/// Is it one row of too many columns for an upright page?
fn is_one_row(table: &Table) -> bool {
    table.rows.len() == 1 && has_many_columns(table)
}

/// The cells of its first row under each other, each after the head of its column, under the heads of its groups.
fn read_down(table: &Table) -> Table {
    let Some(only) = table.rows.iter().next() else { return table.clone() };
    let columns = grid::columns(table, true);
    let mut rows = TableRows::default();
    let mut next = columns.iter();
    for (title, count) in grid::groups(table, &columns) {
        rows.extend(title.map(|title| Row { role: Role::Strong, ..Row::new("", title, Vec::new()) }));
        let indent = if title.is_some() { 2 } else { 0 };
        rows.extend(next.by_ref().take(count).map(|index| {
            let cell = only.cells.get(*index).cloned().unwrap_or_default();
            Row { indent, ..Row::new("", grid::head(table, *index), [cell]) }
        }));
    }
    let value = Column::number(only.label.full.as_str(), 12, 12, true, 0);
    Table { head: table.head.clone(), columns: vec![value], rows, ..Table::default() }
}

/// A bar by widths in percent; the aim as an upright line.
fn bar_svg(bar: &Bar) -> String {
    let hundred = Exact::whole(100);
    let part = |length: &Exact| {
        let part = (length * &hundred).over(&(&bar.full - &bar.from)).unwrap_or_default();
        part.max(Exact::default()).min(hundred.clone()).digits(0, crate::model::exact::Rounding::Nearest)
    };
    let place = |at: &Exact| part(&(at - &bar.from));
    let mark = |at: &Exact| format!("<b style=\"left:{}%\"></b>", place(at));
    // Of a difference the upright at zero is drawn, and the bar from there to its own side.
    let zero = Exact::default();
    let (is_both_ways, left) = (bar.from.is_negative(), bar.value.clone().min(zero.clone()));
    let marks: String = bar.aim.iter().chain(is_both_ways.then_some(&zero)).map(mark).collect();
    let left = if is_both_ways { format!("left:{}%;", place(&left)) } else { String::new() };
    let length = if is_both_ways { bar.value.abs() } else { bar.value.clone() };
    format!("<span class=\"bar\"><i style=\"{left}width:{}%\"></i>{marks}</span>", part(&length))
}

fn cell_class(table: &Table, index: usize) -> &'static str {
    let is_number = table.columns.get(index).is_some_and(|column| column.align == Align::Right);
    if is_number { " class=\"n\"" } else { "" }
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Plain => "",
        Role::Strong | Role::Stamp => "strong",
        Role::Dim => "dim",
        Role::Accent => "accent",
        Role::Good => "good",
        Role::Warn => "warn",
        Role::Bad => "bad",
    }
}

/// A text that is no markup, in content and in attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
