//! The wide tables of a report on lying pages: areas, targets, support.

use crate::model::figure::{Figure, Reliability};
use crate::page::table::{Align, Cell, Row, Table};
use crate::page::{self, Block, Tab, View};
use crate::report::grid;
use crate::say;
use crate::text::line::{Line, Role};

use super::document::{Grid, GridCell, GridRow, Justify, Layout, Paragraph, Part, Run};
use super::official;

/// Half points of what stands in a table.
const SIZE: u32 = 22;
/// The tabs whose tables are laid beside the report, each with its title.
const TABLES: [(Tab, &str, &str); 3] = [
    (Tab::Households, "Hộ nghèo, hộ cận nghèo theo địa bàn", "Poor and near-poor households by area"),
    (Tab::Targets, "Thực hiện các chỉ tiêu", "Targets"),
    (Tab::Support, "Kết quả các chính sách hỗ trợ", "Support"),
];

/// The appendix; nothing where no table has more than a row.
pub fn parts(view: &View) -> Vec<Part> {
    let mut parts = Vec::new();
    for (tab, vi, en) in TABLES {
        let page = page::page_of(tab, view);
        let tables = page.blocks.iter().filter_map(|block| match block {
            Block::Table(table) if !table.columns.is_empty() && told(table).count() > 1 => Some(table),
            Block::Table(_) | Block::Gap | Block::Lines(_) | Block::Chart(_) => None,
        });
        let grids: Vec<Part> = tables.map(|table| Part::Grid(self::grid(view, table))).collect();
        if grids.is_empty() {
            continue;
        }
        let number = parts.iter().filter(|part| matches!(part, Part::Grid(_))).count() + 1;
        let head =
            say!(view, "Phụ lục {number}. {title}", "Appendix {number}. {title}"; number, title = (vi, en));
        let head = Paragraph { justify: Justify::Center, ..Paragraph::heading(head.text()) };
        parts.push(Part::Paragraph(head));
        parts.extend(grids);
        parts.push(Part::Paragraph(Paragraph::default()));
    }
    parts
}

/// The rows that say something: one that only opens a list does not.
fn told(table: &Table) -> impl Iterator<Item = &Row> {
    table.rows.iter().filter(|row| row.key != page::TASKS && !row.label.full.trim().is_empty())
}

fn grid(view: &View, table: &Table) -> Grid {
    let columns: Vec<usize> =
        grid::columns(table, false).into_iter().filter(|index| is_told(table, *index)).collect();
    let is_text = |index: &usize| table.columns[*index].align != Align::Right;
    // A column of words takes as much as two of numbers, the labels as much as three.
    let shares: Vec<u32> = columns.iter().map(|index| if is_text(index) { 2 } else { 1 }).collect();
    let unit = Layout::Lying.width() / (shares.iter().sum::<u32>() + 3);
    let widths = std::iter::once(unit * 3).chain(shares.iter().map(|share| unit * share)).collect();
    let mut rows: Vec<GridRow> = groups(table, &columns).into_iter().collect();
    let heads = std::iter::once(table.head.full.trim());
    let heads = heads.chain(columns.iter().map(|index| grid::head(table, *index)));
    let heads = heads.map(|head| cell(vec![Run::bold(head.replace('*', ""))], Justify::Center)).collect();
    rows.push(GridRow { cells: heads, is_head: true });
    rows.extend(told(table).map(|row| GridRow { cells: cells(view, row, &columns, table), is_head: false }));
    Grid { widths, rows, has_lines: true }
}

/// The row of heads over several columns, where there are any.
fn groups(table: &Table, columns: &[usize]) -> Option<GridRow> {
    let runs = grid::groups(table, columns);
    if runs.iter().all(|(title, _)| title.is_none()) {
        return None;
    }
    let first = cell(Vec::new(), Justify::Center);
    let each = runs.into_iter().map(|(title, span)| {
        let runs = title.map(|title| Run::bold(title.replace('*', ""))).into_iter().collect();
        GridCell { span, ..cell(runs, Justify::Center) }
    });
    Some(GridRow { cells: std::iter::once(first).chain(each).collect(), is_head: true })
}

/// Does any row say something in a column, in letters or digits? A drawing is none on this paper.
fn is_told(table: &Table, index: usize) -> bool {
    table.rows.iter().any(|row| match row.cells.get(index) {
        Some(Cell::Known(figure, _)) => figure.is_ok(),
        Some(Cell::Line(line)) => line.text().chars().any(char::is_alphanumeric),
        Some(Cell::Blank | Cell::Bar(_)) | None => false,
    })
}

fn cells(view: &View, row: &Row, columns: &[usize], table: &Table) -> Vec<GridCell> {
    // An invented figure is called so where it stands; a row of nothing else once.
    let is_invented = |figure: &Figure| figure.reliability == Reliability::Illustrative;
    let note = view.pick(" (minh họa)", " (illustrative)");
    let shown = || columns.iter().filter_map(|index| row.cells.get(*index)).flat_map(Cell::figures);
    let is_all = shown().next().is_some() && shown().all(is_invented);
    let name = row.label.full.trim().to_owned() + if is_all { note } else { "" };
    let label = Run { is_bold: row.role == Role::Strong, ..Run::plain(name) };
    let each = columns.iter().map(|index| {
        let justify =
            if table.columns[*index].align == Align::Right { Justify::Right } else { Justify::Left };
        let line = match row.cells.get(*index) {
            Some(Cell::Known(Ok(figure), style)) => Line::default().figure(view.lang, figure, *style),
            Some(Cell::Line(line)) => line.clone(),
            Some(Cell::Known(Err(_), _) | Cell::Blank | Cell::Bar(_)) | None => Line::default(),
        };
        let is_one = !is_all && row.cells.get(*index).is_some_and(|cell| cell.figures().any(is_invented));
        cell(official::runs(view.lang, &if is_one { line.say(note) } else { line }), justify)
    });
    std::iter::once(cell(vec![label], Justify::Left)).chain(each).collect()
}

fn cell(runs: Vec<Run>, justify: Justify) -> GridCell {
    let runs = runs.into_iter().map(|run| run.sized(SIZE)).collect();
    GridCell::of(vec![Paragraph { justify, ..Paragraph::line(runs) }])
}
