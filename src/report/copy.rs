//! What is copied: the tables of a page as they are in sight, cells with tabs between them, each under a line of its
//! own that says whose figures these are, of which day and from where; and the sentence of a source panel.

use crate::model::figure::Reliability;
use crate::model::source_file::Provenance;
use crate::page::layout::fit;
use crate::page::table::{Cell, Row, Table, TableRows};
use crate::page::{Page, View, head, sources, standard};
use crate::say;
use crate::text::{Lang, glossary, show};

use super::csv::{harmless, is_signed_number};
use super::grid;

/// Bytes that go to a clipboard at most; terminals cut what is longer, some without a word.
const MOST: usize = 8_000;

/// What goes to the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Lines with tabs between their cells.
    pub text: String,
    /// So many lines there are.
    pub lines: usize,
    /// So many of them fit.
    pub kept: usize,
}

/// All tables of a page at a width, with the columns that are shown there and in the order of the screen.
pub fn tables(view: &View, page: &Page, width: u16) -> Copied {
    let lines: Vec<String> = in_cells(view, page, width).iter().map(|line| line.join("\t")).collect();
    kept(&lines)
}

/// The same as lines of cells, a line without any between two tables.
pub fn in_cells(view: &View, page: &Page, width: u16) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<String>> = Vec::new();
    for table in page.tables() {
        let shown: Vec<usize> = fit(table, width).columns.iter().map(|shown| shown.index).collect();
        for table in table.only(&shown).apart() {
            // A blank line tells where the next one begins.
            lines.extend((!lines.is_empty()).then(Vec::new));
            lines.push(vec![origin(view, &table)]);
            lines.extend(of_table(view.lang, &table));
        }
    }
    lines
}

/// The sentence that a source panel gives for saying its figure.
pub fn sentence(said: &str) -> Copied {
    kept(&[harmless(said)])
}

/// As many whole lines as a terminal takes.
fn kept(lines: &[String]) -> Copied {
    let mut text = String::new();
    let mut kept = 0;
    for line in lines {
        if text.len() + line.len() + 1 > MOST {
            break;
        }
        text.push_str(line);
        text.push('\n');
        kept += 1;
    }
    Copied { text, lines: lines.len(), kept }
}

/// "Quận 6, TP.HCM · số liệu đến 31/12/2022 (báo cáo 04/03/2023, một phần MINH HỌA)": of the figures of this table, which may be
/// of another file than the page.
fn origin(view: &View, table: &Table) -> String {
    let sources = sources::sources_of(view, table.rows.iter().flat_map(Row::figures));
    // The day that is looked at first, then those that it is set against.
    let (shown, others): (Vec<_>, Vec<_>) =
        sources.into_iter().partition(|source| source.as_of == view.snapshot().as_of());
    let (days, beside) = match sources::in_words(view, &shown) {
        None => (sources::in_words(view, &others), None),
        shown => (shown, sources::in_words(view, &others)),
    };
    let dates = days.is_none().then(|| head::dates(view));
    let line = say!(view, "{unit}[ · {standard}][ · số liệu đến {days}][, tính với {beside}][ · {dates}]",
        "{unit}[ · {standard}][ · figures as of {days}][, set against {beside}][ · {dates}]";
        unit = head::unit(view), standard = standard::name(view).filter(|_| standard::is_one_of_several(view)), days, beside, dates);
    harmless(&line.text())
}

/// Group heads, heads, rows.
fn of_table(lang: Lang, table: &Table) -> Vec<Vec<String>> {
    let columns = grid::columns(table, false);
    let weak = Weak::for_columns(table, &columns);
    let head = |index: &usize| said(lang, grid::head(table, *index), weak.column(*index));
    let first = std::iter::once(table.head.full.trim_end_matches([' ', '▲', '▼']).to_owned());
    let heads = harmless_cells(first.chain(columns.iter().map(head)));
    let rows = joined(&table.rows);
    let rows = rows.iter().map(|row| text_of_row(lang, row, &columns, &weak));
    // A blank row keeps rows apart for the eye; here a blank line tells where the next table begins.
    let lines = groups(table, &columns).into_iter().chain([heads]).chain(rows);
    lines.filter(|line| line.iter().any(|cell| !cell.trim().is_empty())).collect()
}

/// The rows, those that only go on with the label above them with it: a line of the screen is no row of its own.
fn joined(rows: &TableRows) -> Vec<Row> {
    let mut all: Vec<Row> = Vec::new();
    for row in rows {
        let is_bare = |row: &Row| row.cells.is_empty() && !row.label.full.is_empty();
        match all.last_mut() {
            Some(above)
                if row.key.is_empty() && is_bare(row) && is_bare(above) && row.indent > above.indent =>
            {
                above.label.full.push(' ');
                above.label.full.push_str(row.label.full.trim());
            }
            _ => all.push(row.clone()),
        }
    }
    all
}

/// The line of the heads over several columns, each above its first one.
fn groups(table: &Table, columns: &[usize]) -> Option<Vec<String>> {
    let cell = |(title, count): (Option<&str>, usize)| {
        std::iter::once(title.unwrap_or_default().to_owned())
            .chain(std::iter::repeat_n(String::new(), count - 1))
    };
    let runs = grid::groups(table, columns);
    let has_titles = runs.iter().any(|(title, _)| title.is_some());
    has_titles.then(|| harmless_cells(std::iter::once(String::new()).chain(runs.into_iter().flat_map(cell))))
}

/// Which figures are less than reported, where a table also holds others: told once for a column, once for a row, else
/// at the number. What holds for the whole table stands in its first line.
struct Weak {
    columns: Vec<(usize, Reliability)>,
    is_mixed: bool,
}

impl Weak {
    fn for_columns(table: &Table, columns: &[usize]) -> Self {
        let of_column = |index: usize| table.rows.iter().filter_map(move |row| cell_of(row, index));
        let all: Vec<Reliability> = columns.iter().flat_map(|index| of_column(*index)).collect();
        let is_mixed = alike(all.iter().copied()).is_none();
        let whole = columns.iter().filter_map(|index| Some((*index, weaker(alike(of_column(*index)))?)));
        Self { columns: if is_mixed { whole.collect() } else { Vec::new() }, is_mixed }
    }

    fn column(&self, index: usize) -> Option<Reliability> {
        self.columns.iter().find_map(|(known, kind)| (*known == index).then_some(*kind))
    }

    /// All figures of a row that no head speaks of.
    fn row(&self, row: &Row, columns: &[usize]) -> Option<Reliability> {
        let untold = columns.iter().filter(|index| self.column(**index).is_none());
        let kind = alike(untold.filter_map(|index| cell_of(row, *index)));
        weaker(kind).filter(|_| self.is_mixed)
    }
}

/// A text with the word for what is less than reported.
fn said(lang: Lang, text: &str, kind: Option<Reliability>) -> String {
    let word = match kind {
        None | Some(Reliability::Reported) => return text.to_owned(),
        Some(Reliability::Estimated) => lang.term(glossary::ESTIMATE[1]),
        Some(Reliability::Illustrative) => lang.term(glossary::provenance(Provenance::Illustrative)),
    };
    format!("{text} ({word})").trim_start().to_owned()
}

fn weaker(kind: Option<Reliability>) -> Option<Reliability> {
    kind.filter(|kind| *kind != Reliability::Reported)
}

/// The one kind of all of them.
fn alike(mut kinds: impl Iterator<Item = Reliability>) -> Option<Reliability> {
    let first = kinds.next()?;
    kinds.all(|kind| kind == first).then_some(first)
}

/// The weakest figure of a cell.
fn cell_of(row: &Row, index: usize) -> Option<Reliability> {
    row.cells.get(index)?.figures().map(|figure| figure.reliability).max()
}

fn text_of_row(lang: Lang, row: &Row, columns: &[usize], weak: &Weak) -> Vec<String> {
    let of_row = weak.row(row, columns);
    let cell = |index: &usize| {
        let text = row.cells.get(*index).map_or_else(String::new, |cell| text(lang, cell));
        let is_told = !weak.is_mixed || of_row.is_some() || weak.column(*index).is_some();
        said(lang, &text, cell_of(row, *index).filter(|_| !is_told))
    };
    let label = said(lang, row.label.full.trim(), of_row);
    harmless_cells(std::iter::once(label).chain(columns.iter().map(cell)))
}

fn text(lang: Lang, cell: &Cell) -> String {
    match cell {
        Cell::Known(Ok(figure), style) => show::in_cell(lang, figure, *style) + show::mark(figure),
        Cell::Known(Err(_), _) => "·".to_owned(),
        Cell::Line(line) => line.text().trim().to_owned(),
        Cell::Blank | Cell::Bar(_) => String::new(),
    }
}

fn harmless_cells(cells: impl Iterator<Item = String>) -> Vec<String> {
    let safe = |cell: String| if is_signed_number(&cell) { cell } else { harmless(&cell) };
    cells.map(|cell| safe(cell.replace(['\t', '\n'], " "))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Block;
    use crate::page::table::Column;
    use crate::text::line::Role;

    fn table(rows: usize) -> Table {
        let column = |head: &str, width, rank| Column { head: head.into(), width, rank, ..Column::default() };
        let row = |i: usize| Row {
            label: format!("row {i}").into(),
            cells: vec![Cell::words(Role::default(), "1.429*"), Cell::words(Role::default(), "=1+1")],
            ..Row::default()
        };
        let columns = vec![column("Hộ", 10, 0), column("Khẩu", 20, 1)];
        Table {
            head: "Phường".into(),
            columns,
            rows: (0..rows).map(row).collect(),
            label: 10,
            ..Table::default()
        }
    }

    #[test]
    fn columns_out_of_sight_are_not_copied() {
        let load = crate::source::load(&[], &crate::source::Limits::default());
        let facts = crate::page::Facts::new(load.world.histories[0].snapshots.len());
        let view = crate::view::opened(Lang::Vi, &load, &facts, (0, 1));
        let page = Page { blocks: vec![Block::Gap, Block::Table(table(1))], ..Page::default() };
        let copied = |width| tables(&view, &page, width);
        // Without a figure in the table, what the page says of itself.
        let head = "Quận 6, TP.HCM · Số liệu đến 31/12/2022 · báo cáo 04/03/2023\n";
        assert_eq!(copied(80).text, format!("{head}Phường\tHộ\tKhẩu\nrow 0\t1.429*\t'=1+1\n"));
        assert_eq!(copied(64).lines, 3);
        assert_eq!(
            copied(30).text,
            format!("{head}Phường\nrow 0\n"),
            "narrow columns of no width are out of sight"
        );
    }

    #[test]
    fn only_whole_lines_and_not_too_many() {
        let lines: Vec<String> =
            of_table(Lang::Vi, &table(2_000)).iter().map(|line| line.join("\t")).collect();
        let all = kept(&lines);
        assert!(all.text.len() <= MOST && all.text.ends_with('\n'));
        assert_eq!((all.lines, all.text.lines().count()), (2_001, all.kept));
    }
}
