//! The legend at the bottom of a page: what the marks on it mean, said once.

use chrono::{Datelike, NaiveDate};

use crate::model::figure::{Figure, Reliability};
use crate::model::source_file::Provenance;
use crate::say;
use crate::text::glossary;
use crate::text::line::{Line, Role, Span};
use crate::text::say::units;

use super::{Block, Cell, Page, Table, View, layout};

/// The words that say so.
const INVENTED: [&str; 2] = [glossary::STAMP.0, glossary::STAMP.1];
/// A terminal of 80, its margins included.
const USUAL: u16 = 80;

/// The legend of a page: derived, estimated and illustrative figures on it, then what the page itself adds.
pub fn lines(view: &View, page: &Page, own: Vec<Line>) -> Vec<Line> {
    let mut kinds = Kinds::default();
    page.blocks.iter().for_each(|block| kinds.add_block(view, block));
    // The panel of a page is read with it.
    let panel = page.detail.iter().flat_map(|detail| &detail.blocks);
    let is_derived = page.blocks.iter().chain(panel).any(|block| is_marked_at(view, block));
    let derived = is_derived.then(|| say!(view, "* suy ra", "* derived"));
    let estimated = kinds.is_estimated.then(|| say!(view, "ước: ước thực hiện", "est.: estimated"));
    let marks = Line::joined([derived, estimated].into_iter().flatten(), " · ");
    let mut line = marks.unwrap_or_default().in_role(Role::Dim);
    let is_named = own.iter().any(|line| INVENTED.iter().any(|word| line.text().contains(word)));
    if kinds.is_invented {
        if view.snapshot().origin.provenance == Provenance::Illustrative {
            line = noted(line, of_the_file(view));
        } else if !is_named {
            line = noted(line, invented_parts(view, &kinds));
        }
    }
    let mut own = own.into_iter();
    if let Some(first) = own.next() {
        let gap = if line.is_empty() { "" } else { " · " };
        line = line.role(Role::Dim, gap).then(first);
    }
    let first = (!line.is_empty()).then_some(line);
    first.into_iter().chain(own).map(stamped).collect()
}

/// A terminal of 60, its margins included: a longer legend has a second line there.
const SMALL: usize = 56;

/// Gives a page its legend, and where that is long another of fewer words.
pub fn put(view: &View, page: &mut Page, legend: impl Fn(&View, &Page) -> Vec<Line>) {
    page.foot = legend(view, page);
    let is_long = page.foot.iter().any(|line| crate::text::cells::width(&line.text()) > SMALL);
    let is_short = view.narrow || page.foot.len() <= 1 && !is_long;
    page.short_foot = if is_short { Vec::new() } else { legend(&View { narrow: true, ..*view }, page) };
}

/// A line with what is invented behind its marks.
fn noted(line: Line, invented: Line) -> Line {
    let gap = if line.is_empty() { "" } else { "   " };
    line.role(Role::Strong, format!("{gap}! ")).then(invented.in_role(Role::Dim))
}

/// The word for what is invented as it looks everywhere: dim grey alone is no mark.
pub fn stamped(line: Line) -> Line {
    let mut spans = Vec::new();
    for span in line.spans {
        let found = INVENTED.iter().find_map(|word| Some((span.text.find(word)?, *word)));
        match found.filter(|_| span.role == Role::Dim) {
            Some((at, word)) => {
                let part = |text: &str, role| Span { text: text.to_owned(), role, figure: None };
                let (before, after) = (&span.text[..at], &span.text[at + word.len()..]);
                let parts = [part(before, span.role), part(word, Role::Stamp), part(after, span.role)];
                spans.extend(parts.into_iter().filter(|part| !part.text.is_empty()));
            }
            None => spans.push(span),
        }
    }
    Line { spans, ..line }
}

/// Of a file that is invented as a whole.
pub fn of_the_file(view: &View) -> Line {
    if view.narrow {
        say!(view, "số liệu minh họa", "illustrative figures")
    } else {
        say!(
            view,
            "số liệu minh họa, không phải kết quả rà soát",
            "illustrative figures, not the result of a review"
        )
    }
}

/// Of pages together, where their file is not invented as a whole: which of their figures are.
pub fn invented_of<'b>(view: &View, blocks: impl IntoIterator<Item = &'b Block>) -> Option<Line> {
    let mut kinds = Kinds::default();
    blocks.into_iter().for_each(|block| kinds.add_block(view, block));
    let is_part = view.snapshot().origin.provenance != Provenance::Illustrative;
    (is_part && kinds.is_invented).then(|| invented_names(view, &kinds))
}

/// What of the pictures under a page is invented, where their file is not as a whole: `14 phường, số năm 2023`.
pub fn invented_in_pictures(view: &View, pictures: &[Block]) -> Option<Line> {
    if view.snapshot().origin.provenance == Provenance::Illustrative {
        return None;
    }
    let invented: Vec<&Figure> = pictures.iter().flat_map(pictured).filter(|f| f.is_invented()).collect();
    let has_parts = invented.iter().any(|figure| !is_later(view, figure) && is_of_parts(view, figure));
    let parts = has_parts.then(|| {
        let whole = view.whole();
        Line::plain(units::noun_of_parts(whole).counted(view.lang, whole.areas.len()))
    });
    Line::joined(parts.into_iter().chain(later_days(view, &invented)), ", ")
}

/// Of figures of later files of which days they are: `số năm 2023`.
fn later_days(view: &View, invented: &[&Figure]) -> Option<Line> {
    let later = invented.iter().filter(|figure| is_later(view, figure));
    let years: Vec<i32> = later.filter_map(|figure| figure.days().newest).map(|day| day.year()).collect();
    let year = *years.first()?;
    if years.iter().all(|other| *other == year) && year > view.snapshot().as_of().year() {
        return Some(say!(view, "số năm {year}", "figures of {year}"; year));
    }
    Some(after_the_day(view))
}

fn after_the_day(view: &View) -> Line {
    say!(view, "số sau {day}", "figures after {day}"; day = view.snapshot().as_of())
}

/// The figures of a picture: those that stand at the points of a chart among them.
fn pictured(block: &Block) -> Vec<&Figure> {
    match block {
        Block::Chart(chart) => {
            let values = chart.series.iter().flat_map(|series| &series.values);
            values.flat_map(|(_, value)| value.figures()).collect()
        }
        Block::Gap | Block::Lines(_) | Block::Table(_) => figures(block),
    }
}

/// Of a file that is not invented as a whole: which of its figures are.
fn invented_parts(view: &View, kinds: &Kinds) -> Line {
    if view.narrow {
        return say!(view, "có số MINH HỌA", "some are ILLUSTRATIVE");
    }
    say!(view, "{named}: MINH HỌA", "{named}: ILLUSTRATIVE"; named = invented_names(view, kinds))
}

/// `số của các phường, số sau 31/12/2022`.
fn invented_names(view: &View, kinds: &Kinds) -> Line {
    let parts = kinds.is_of_parts.then(|| {
        say!(view, "số của các {parts}", "figures of the {parts}";
        parts = units::noun_of_parts(view.whole()).many(view.lang))
    });
    let after = kinds.is_later.then(|| after_the_day(view));
    // What is computed over an invented day says which.
    let then = kinds.before.map(|day| say!(view, "số so với {day}", "figures against {day}"; day));
    let others = kinds.has_others.then(|| say!(view, "một số khác", "some others"));
    Line::joined([parts, after, then, others].into_iter().flatten(), ", ").unwrap_or_default()
}

/// Of what kinds the figures of a page are, as far as its legend tells it.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word of the legend by itself")]
pub struct Kinds {
    is_estimated: bool,
    is_invented: bool,
    /// Is an invented one of a later file?
    is_later: bool,
    /// Of those of the day: is one of the parts of the unit?
    is_of_parts: bool,
    /// The first of the earlier days whose invented figures others are computed with.
    before: Option<NaiveDate>,
    /// Is there one that is none of these?
    has_others: bool,
}

impl Kinds {
    /// Takes in a figure.
    pub fn add(&mut self, view: &View, figure: &Figure) {
        self.is_estimated |= figure.reliability == Reliability::Estimated;
        if !figure.is_invented() {
            return;
        }
        self.is_invented = true;
        if is_later(view, figure) {
            self.is_later = true;
        } else if is_of_parts(view, figure) {
            self.is_of_parts = true;
        } else if let Some(day) = invented_before(view, figure) {
            self.before = Some(self.before.map_or(day, |first| first.min(day)));
        } else {
            self.has_others = true;
        }
    }

    fn add_block(&mut self, view: &View, block: &Block) {
        match block {
            Block::Table(Table { survey: Some(survey), .. }) => self.join(survey.kinds),
            block => figures(block).into_iter().for_each(|figure| self.add(view, figure)),
        }
    }

    fn join(&mut self, other: Self) {
        self.is_estimated |= other.is_estimated;
        self.is_invented |= other.is_invented;
        self.is_later |= other.is_later;
        self.is_of_parts |= other.is_of_parts;
        self.before = self.before.into_iter().chain(other.before).min();
        self.has_others |= other.has_others;
    }
}

/// The first of the earlier days whose invented figures a figure is computed with.
fn invented_before(view: &View, figure: &Figure) -> Option<NaiveDate> {
    figure.days().invented.filter(|day| *day < view.snapshot().as_of())
}

/// Is it of a part of the unit, or made from such?
fn is_of_parts(view: &View, figure: &Figure) -> bool {
    let is_invented_of_parts = |input: &Figure| input.is_invented() && is_of_parts(view, input);
    !figure.subject.whose.is(&view.whole().name) || figure.derivation.has_input(is_invented_of_parts)
}

/// Does it stand in a later file, or is it made from such?
fn is_later(view: &View, figure: &Figure) -> bool {
    figure.days().newest.is_some_and(|day| day > view.snapshot().as_of())
}

/// A legend with what needs care beside it, in the first of its wordings that a line of so many cells holds with it, and
/// where nothing else needs care.
pub fn with_care(mut lines: Vec<Line>, room: u16, care: impl IntoIterator<Item = Line>) -> Vec<Line> {
    let mut care = care.into_iter();
    let Some(legend) = lines.first_mut() else { return care.next().into_iter().collect() };
    let width = |line: &Line| crate::text::cells::width(&line.text());
    let is_calm = legend.spans.iter().all(|span| matches!(span.role, Role::Dim | Role::Stamp));
    let room = usize::from(room.max(USUAL)).saturating_sub(4 + 3 + width(legend));
    if let Some(care) = care.find(|care| is_calm && width(care) <= room) {
        *legend = std::mem::take(legend).say("   ").then(care);
    }
    lines
}

/// Is the mark of a derived figure seen in a block? What only a story tells, and a number written without its mark in a
/// label, needs no legend.
pub fn has_mark(block: &Block) -> bool {
    is_marked(block, |_| true)
}

/// The same in the columns that so narrow a place has room for.
fn is_marked_at(view: &View, block: &Block) -> bool {
    let Block::Table(table) = block else { return has_mark(block) };
    let width = if view.width == 0 { USUAL } else { view.width };
    let shown: Vec<usize> = layout::fit(table, width).columns.iter().map(|column| column.index).collect();
    let is_instead = |at: usize| table.columns.iter().any(|column| column.instead == Some(at));
    is_marked(block, |at| shown.contains(&at) || is_instead(at))
}

fn is_marked(block: &Block, is_shown: impl Fn(usize) -> bool) -> bool {
    let in_line = |line: &Line| line.figures().any(Figure::is_derived) && line.text().contains('*');
    let in_cell = |(at, cell): (usize, &Cell)| is_shown(at) && cell.has_mark();
    match block {
        Block::Lines(lines) => lines.iter().any(in_line),
        Block::Table(table) => {
            let mut columns = table.columns.iter().enumerate();
            let in_head = columns
                .any(|(at, column)| is_shown(at) && column.head.full.contains('*') && table.is_told(at));
            let in_cells = || match &table.survey {
                Some(survey) => (0..table.columns.len()).any(|at| is_shown(at) && survey.column(at).has_mark),
                None => table.rows.iter().flat_map(|row| row.cells.iter().enumerate()).any(in_cell),
            };
            in_head || in_cells()
        }
        // The label of an aim stands in the picture.
        Block::Chart(chart) => {
            chart.series.iter().filter_map(|series| series.path.as_ref()).any(|path| in_line(&path.label))
        }
        Block::Gap => false,
    }
}

/// All figures of a block.
pub fn figures(block: &Block) -> Vec<&Figure> {
    match block {
        Block::Lines(lines) => lines.iter().flat_map(Line::figures).collect(),
        Block::Table(table) => table.rows.iter().flat_map(super::Row::figures).collect(),
        Block::Gap | Block::Chart(_) => Vec::new(),
    }
}
