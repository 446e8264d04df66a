//! A table: measures or things down, figures across. One grammar for all of them.

mod apart;
mod bar;
mod estimates;
mod rows;
mod survey;

use std::sync::Arc;

use crate::model::figure::Figure;
use crate::model::name::AreaName;
use crate::model::ops::{FigureResult, Missing};
use crate::text::{Lang, cells, glossary, show};

use crate::text::line::{Line, Role};

pub use crate::text::show::Style;
pub use bar::Bar;
pub use rows::{RowIter, TableRows};
pub use survey::Survey;

/// A text and its short form for narrow places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LongShort {
    /// In full.
    pub full: String,
    /// For a terminal of 40 cells, and where the full one would be cut.
    pub short: Option<String>,
    /// The fewest words that still say what it is, where the short one would be cut.
    pub least: Option<Box<str>>,
}

impl LongShort {
    /// Full and short form.
    pub fn new(full: impl Into<String>, short: impl Into<String>) -> Self {
        Self { full: full.into(), short: Some(short.into()), least: None }
    }

    /// The same with the fewest words that still say what it is.
    #[must_use]
    pub fn or_least(self, least: impl Into<String>) -> Self {
        Self { least: Some(least.into().into_boxed_str()), ..self }
    }

    /// The form for a narrow or a wide place.
    pub fn fit(&self, narrow: bool) -> &str {
        match &self.short {
            Some(short) if narrow => short,
            _ => &self.full,
        }
    }
}

impl<T: Into<String>> From<T> for LongShort {
    fn from(full: T) -> Self {
        Self { full: full.into(), ..Self::default() }
    }
}

/// Which side of its column a cell stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Numbers: units under units.
    #[default]
    Right,
    /// Words and bars.
    Left,
    /// Bars with a mark in their middle, under which the head stands.
    Middle,
}

/// A column of a table, after the one of the labels.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// Its head.
    pub head: LongShort,
    /// Other wordings of it, the fullest first: the first that has room stands in the place of the head.
    pub heads: Vec<String>,
    /// Cells it takes with the blank before it, without the cell of the mark after it.
    pub width: u16,
    /// The same in a narrow terminal; 0: not shown there.
    pub narrow: u16,
    /// Where its cells stand.
    pub align: Align,
    /// A cell of its own after the number for `*` or `!`, so that digits stay in line.
    pub mark: bool,
    /// Has its missing figures in words ("· chưa có") instead of a bare dot.
    pub wordy: bool,
    /// The column whose figure stands here where it has no room itself and this one has none: money where nothing was
    /// counted.
    pub instead: Option<usize>,
    /// Goes first when room is short: the highest goes first, 0 never goes.
    pub rank: u8,
    /// Of a picture the fewest cells it can do with and the most that say more; 0 of anything else.
    pub picture: (u16, u16),
    /// The fewest cells that its texts and its shortest head can do with, where labels would be cut; 0: not measured.
    pub least: u16,
    /// Its cells where there is room and in a narrow terminal when the head says of all numbers that they are estimates.
    pub unsaid: (u16, u16),
}

impl Column {
    /// A column of numbers: its cells where there is room and in a narrow terminal, whether a mark has a cell of its
    /// own, and when it goes.
    pub fn number(head: impl Into<LongShort>, width: u16, narrow: u16, mark: bool, rank: u8) -> Self {
        Self { head: head.into(), width, narrow, mark, rank, ..Self::default() }
    }
}

/// Cells between the margins of a terminal of 80.
pub const ROOM: u16 = 76;

/// What the columns of a series are.
pub const DATES: (&str, &str) = ("kỳ", "dates");

/// A table.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The head of the label column.
    pub head: LongShort,
    /// Heads over groups of columns: title, first column, last column.
    pub groups: Vec<(String, usize, usize)>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows. Of a long list on a screen those out of sight are not made: they have their key and label alone.
    pub rows: TableRows,
    /// Where not all of its rows are made, what all of them hold.
    pub survey: Option<Arc<Survey>>,
    /// The cells that labels need.
    pub label: u16,
    /// The cells of the longest, where they were measured: of a list of thousands only once.
    pub longest: u16,
    /// The cells of its columns before long numbers widened them.
    pub usual: u16,
    /// Do the columns follow the labels at once, without the cells that would part them a little?
    pub tight: bool,
    /// What its columns are, in both languages, where it says how many of them there is no room for: days of a series.
    pub counts: Option<(&'static str, &'static str)>,
    /// Were its columns measured by the page itself?
    pub measured: bool,
    /// Does it scroll within its page when there is no room for all rows?
    pub scrolls: bool,
    /// So many first rows stay in sight when it scrolls.
    pub pinned: usize,
    /// The column it is sorted by and whether from the top down, shown as ▼ or ▲ in the head.
    pub sorted: Option<(usize, bool)>,
    /// The column of names with which a table of its own begins that stands beside this one in the same rows.
    pub beside: Option<usize>,
    /// Of a table each figure of which is an estimate, the language of the word for that: where the word at every number
    /// would take the room of others it stands in the head once.
    pub estimates: Option<Lang>,
}

impl Table {
    /// Gives every column the room its longest number needs: a number is never cut.
    pub fn widen(&mut self, lang: Lang) {
        self.longest = self.longest_label(false);
        let widths =
            self.columns.iter().map(|column| column.width + u16::from(column.mark && column.width > 0));
        self.usual = widths.sum();
        if self.measured {
            return;
        }
        let survey = self.surveyed(lang);
        self.estimates = survey.has_only_estimates().then_some(lang);
        for (index, column) in self.columns.iter_mut().enumerate() {
            let (mark, needed) = survey.needed(index, column);
            column.mark = mark;
            let holding =
                |width: u16, longest| if (1..=longest).contains(&width) { longest + 1 } else { width };
            if self.estimates.is_some() {
                let longest = needed.unsaid;
                column.unsaid = (holding(column.width, longest), holding(column.narrow, longest));
            }
            column.width = holding(column.width, needed.longest);
            column.narrow = holding(column.narrow, needed.longest);
            let is_drawn = needed.is_drawn || column.picture.1 > 0;
            let least = needed.texts.max(cells::text_extent(column.head.fit(true))) + 1;
            // Words without a head over them stand where their table puts them.
            let is_placed = column.align != Align::Right && column.head.full.is_empty();
            column.least = if is_drawn || is_placed { 0 } else { least };
        }
    }

    /// What all of its rows hold.
    fn surveyed(&self, lang: Lang) -> Arc<Survey> {
        let found = || {
            let mut found = Survey::default();
            for (at, row) in self.rows.iter().enumerate() {
                found.add(lang, &self.columns, row, at >= self.pinned);
            }
            Arc::new(found)
        };
        self.survey.clone().unwrap_or_else(found)
    }

    /// Does a column tell anything: a figure, a bar, words?
    pub fn is_told(&self, column: usize) -> bool {
        if let Some(survey) = &self.survey {
            return survey.column(column).is_told;
        }
        let told = |row: &Row| row.cells.get(column).is_some_and(Cell::is_told);
        self.rows.iter().any(told)
    }

    /// Is a column that tells something, and has room somewhere, none of those shown?
    pub fn hides_figures(&self, is_shown: impl Fn(usize) -> bool) -> bool {
        let mut all = self.columns.iter().enumerate();
        all.any(|(index, column)| column.width > 0 && !is_shown(index) && self.is_told(index))
    }

    /// Does it tell anything of a row that scrolls, where there is one: a part of the whole that stays in sight?
    pub fn is_told_of_parts(&self, column: usize) -> bool {
        if let Some(survey) = &self.survey {
            return survey.column(column).is_told_of_parts;
        }
        let told = |row: &Row| row.cells.get(column).is_some_and(Cell::is_told);
        let mut parts = self.rows.from_place(self.pinned);
        if parts.len() == 0 { self.is_told(column) } else { parts.any(told) }
    }

    /// The cells of the longest of its labels and their head, in the wording of a narrow or a wide place.
    pub fn longest_label(&self, narrow: bool) -> u16 {
        if self.longest > 0 && !narrow {
            return self.longest;
        }
        self.longest_of_rows(narrow).max(cells::text_extent(self.head.fit(narrow)))
    }

    /// The same without their head, which may stand over columns.
    pub fn longest_of_rows(&self, narrow: bool) -> u16 {
        if let Some(survey) = &self.survey {
            return survey.longest_label(narrow);
        }
        let label = |row: &Row| cells::text_extent(row.label.fit(narrow)).saturating_add(row.indent);
        let beside_cells = self.rows.iter().filter(|row| self.columns.is_empty() || !row.is_label_alone());
        beside_cells.map(label).max().unwrap_or(0)
    }
}

/// Where Enter on a row leads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Opens {
    /// To the story of its figures.
    #[default]
    Story,
    /// To an area's page.
    Area(Vec<Arc<AreaName>>),
    /// To a list of its own (the tasks that no target measures).
    List(&'static str),
}

/// A row.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// What it is, the same in every snapshot and language; empty: cannot be chosen.
    pub key: String,
    /// Its label.
    pub label: LongShort,
    /// How the label looks.
    pub role: Role,
    /// Cells to stand in from the left.
    pub indent: u16,
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// Figures that belong to its story besides those in its cells (in the order of the groups).
    pub more: Vec<Figure>,
    /// What it lacks besides the cells without data: of a row that stands for several.
    pub lacks: Vec<Missing>,
    /// Where Enter leads.
    pub opens: Opens,
    /// The cell whose figure speaks first (that of the shown day in a series); those before it come last.
    pub lead: usize,
}

impl Row {
    /// A plain row, whose story Enter opens.
    pub fn new(key: impl Into<String>, label: impl Into<LongShort>, cells: impl Into<Vec<Cell>>) -> Self {
        Self { key: key.into(), label: label.into(), cells: cells.into(), ..Self::default() }
    }

    /// Can it be chosen?
    pub fn is_choosable(&self) -> bool {
        !self.key.is_empty()
    }

    /// Of a list of which not all rows are made: is it one of those that are?
    pub fn is_made(&self) -> bool {
        !self.cells.is_empty()
    }

    /// Is it a heading over the rows after it?
    pub fn is_head(&self) -> bool {
        !self.is_choosable() && self.role == Role::Strong && self.figures().next().is_none()
    }

    /// Does it go on with the label of the row above it?
    pub fn is_rest(&self) -> bool {
        !self.is_choosable() && self.role != Role::Strong && self.cells.is_empty()
    }

    /// The figures whose story it tells, from left to right, beginning with the leading cell.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.in_cells().chain(&self.more)
    }

    /// Those that stand in it, from left to right, beginning with the leading cell.
    pub fn in_cells(&self) -> impl Iterator<Item = &Figure> {
        let (before, after) = self.cells.split_at(self.lead.min(self.cells.len()));
        after.iter().chain(before).flat_map(Cell::figures)
    }

    /// What the row lacks, from left to right: the cells without data, and what it stands for.
    pub fn missing(&self) -> impl Iterator<Item = &Missing> {
        self.cells.iter().filter_map(Cell::missing).chain(&self.lacks)
    }

    /// Does nothing stand beside its label, so that this may run on over the columns?
    fn is_label_alone(&self) -> bool {
        self.cells.is_empty() && !self.is_head()
    }
}

/// A cell. One without a meaning is blank; one without data is a dim dot.
#[derive(Debug, Clone, Default)]
pub enum Cell {
    /// No meaning here.
    #[default]
    Blank,
    /// A figure, or none: shown as a dim dot.
    Known(FigureResult, Style),
    /// Words, with figures in them where they write some.
    Line(Line),
    /// A bar.
    Bar(Bar),
}

impl Cell {
    /// The figures that stand in it.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let (alone, line) = match self {
            Self::Known(Ok(figure), _) => (Some(figure), None),
            Self::Line(line) => (None, Some(line)),
            Self::Known(Err(_), _) | Self::Blank | Self::Bar(_) => (None, None),
        };
        alone.into_iter().chain(line.into_iter().flat_map(Line::figures))
    }

    /// What is missing in it.
    pub fn missing(&self) -> Option<&Missing> {
        if let Self::Known(Err(missing), _) = self { Some(missing) } else { None }
    }

    /// A figure as it is written in a column; nothing for one that is missing.
    pub fn or_blank(known: &FigureResult, style: Style) -> Self {
        if known.is_ok() { Self::Known(known.clone(), style) } else { Self::Blank }
    }

    /// Does it tell anything?
    fn is_told(&self) -> bool {
        match self {
            Self::Known(known, _) => known.is_ok(),
            Self::Line(line) => !matches!(line.text().trim(), "" | "·"),
            Self::Bar(_) => true,
            Self::Blank => false,
        }
    }

    /// Is the mark of a derived figure seen in it?
    pub fn has_mark(&self) -> bool {
        match self {
            Self::Known(Ok(figure), _) => figure.is_derived(),
            Self::Line(line) => line.figures().any(Figure::is_derived) && line.text().contains('*'),
            Self::Blank | Self::Bar(_) | Self::Known(Err(_), _) => false,
        }
    }

    /// Does it hold a number with a mark?
    fn is_marked(&self) -> bool {
        matches!(self, Self::Known(Ok(figure), _) if !show::mark(figure).is_empty())
    }

    /// The number as it is written, when it holds one; with its mark, unless that has a cell of its own.
    fn number(&self, lang: Lang, bare: bool) -> Option<String> {
        match self {
            Self::Known(Ok(figure), style) => {
                let mark = if bare { "" } else { show::mark(figure) };
                Some(show::in_cell(lang, figure, *style) + mark)
            }
            Self::Line(line) if line.figures().next().is_some() => {
                let text = line.text();
                Some(if bare { text.trim_end_matches(['*', '!']).to_owned() } else { text })
            }
            _ => None,
        }
    }

    /// The cells it takes, but for a mark that has one of its own; its number takes so many.
    fn extent(&self, lang: Lang, number: u16, wordy: bool) -> u16 {
        match self {
            Self::Known(Ok(_), _) => number,
            Self::Line(line) if line.figures().next().is_some() => number,
            Self::Known(Err(_), _) if wordy => cells::text_extent(lang.term(glossary::NO_DATA)),
            Self::Known(Err(_), _) => 1,
            Self::Line(line) => cells::text_extent(&line.text()),
            Self::Blank | Self::Bar(_) => 0,
        }
    }

    /// A cell of words.
    pub fn words(role: Role, text: impl Into<String>) -> Self {
        Self::Line(Line::with_role(role, text))
    }
}

/// The cells of the longest label of the rows.
pub fn longest_label<'a>(rows: impl IntoIterator<Item = &'a Row>) -> u16 {
    let label = |row: &Row| cells::text_extent(&row.label.full).saturating_add(row.indent);
    rows.into_iter().map(label).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build::households;

    /// Also a number that fills its column to the last cell: the blank before it is a cell of its own.
    #[test]
    fn a_column_has_room_for_its_longest_number_and_a_blank() {
        let column = |width| Column { width, mark: true, ..Column::default() };
        let rate = Cell::Line(Line::default().figure(Lang::Vi, &households(12_162), Style::Plain));
        let row = |cells| Row { cells, ..Row::default() };
        let mut table = Table {
            columns: vec![column(6), column(9)],
            rows: vec![row(vec![rate.clone(), rate])].into(),
            ..Table::default()
        };
        table.widen(Lang::Vi);
        assert_eq!(table.columns.iter().map(|c| c.width).collect::<Vec<_>>(), [7, 9]);
    }

    #[test]
    fn what_is_kept_of_a_table_keeps_its_place_in_heads_and_order() {
        let table = Table {
            groups: vec![("both".into(), 0, 3), ("gone".into(), 1, 2)],
            columns: ["a", "b", "c", "d"]
                .map(|head| Column { head: head.into(), ..Column::default() })
                .to_vec(),
            rows: vec![Row {
                cells: (0..4).map(|n| Cell::words(Role::Plain, n.to_string())).collect(),
                ..Row::default()
            }]
            .into(),
            sorted: Some((3, true)),
            ..Table::default()
        };
        let kept = table.only(&[0, 3]);
        assert_eq!(kept.groups, [("both".to_owned(), 0, 1)]);
        assert_eq!(kept.columns.iter().map(|c| c.head.full.as_str()).collect::<Vec<_>>(), ["a", "d"]);
        assert!(
            matches!(&kept.rows[0].cells[..], [Cell::Line(a), Cell::Line(d)] if a.text() == "0" && d.text() == "3")
        );
        assert_eq!(kept.sorted, Some((1, true)));
    }
}
