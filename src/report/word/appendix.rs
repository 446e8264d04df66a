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
/// Half points of a note in a head.
const NOTE: u32 = 16;
/// The room beside a text.
const PADDING: u32 = 240;
/// The room that a cell of indent on a screen is here.
const INDENT: u32 = 110;
/// A label in one line is at most so wide.
const LABEL: u32 = 3_056;
/// A table of so many rows is on one page.
const SHORT: usize = 14;
/// The word for invented figures in a head: the long English one would take the room of the labels.
const INVENTED: [(Reliability, (&str, &str)); 1] =
    [(Reliability::Illustrative, ("minh\u{a0}họa", "illustr."))];
/// The tabs whose tables are laid beside the report, each with its title.
pub const TABLES: [(Tab, &str, &str); 3] = [
    (Tab::Households, "Hộ nghèo, hộ cận nghèo theo địa bàn", "Poor and near-poor households by area"),
    (Tab::Targets, "Thực hiện các chỉ tiêu", "Targets"),
    (Tab::Support, "Kết quả các chính sách hỗ trợ", "Support"),
];

/// The pages whose tables are laid beside the report.
pub fn pages(view: &View) -> Vec<page::Page> {
    TABLES.iter().map(|(tab, ..)| page::page_of(*tab, view)).collect()
}

/// The appendix of these pages; nothing where no table has more than a row.
pub fn parts(view: &View, pages: &[page::Page]) -> Vec<Part> {
    let (mut parts, mut number) = (Vec::new(), 0);
    for ((_, vi, en), page) in TABLES.into_iter().zip(pages) {
        let tables = page.blocks.iter().filter_map(|block| match block {
            Block::Table(table) if !table.columns.is_empty() && told(table).count() > 1 => Some(table),
            Block::Table(_) | Block::Gap | Block::Lines(_) | Block::Chart(_) => None,
        });
        let grids: Vec<Part> = tables.map(|table| Part::Grid(self::grid(view, table))).collect();
        if grids.is_empty() {
            continue;
        }
        number += 1;
        let head =
            say!(view, "Phụ lục {number}. {title}", "Appendix {number}. {title}"; number, title = (vi, en));
        let head = Paragraph { justify: Justify::Center, ..Paragraph::heading(head.text()) };
        parts.push(Part::Paragraph(head));
        // Two tables without a line between them would be read as one.
        parts.extend(grids.into_iter().flat_map(|grid| [grid, Part::Paragraph(Paragraph::default())]));
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
    let mut rows: Vec<GridRow> = groups(table, &columns).into_iter().collect();
    let notes: Vec<Option<String>> =
        columns.iter().map(|index| grid::unsure_note(view, table, *index, &INVENTED)).collect();
    let head = |(index, note): (&usize, &Option<String>)| {
        let mark = note.as_ref().map(|words| Run::plain(format!(" ({words})")).sized(NOTE));
        std::iter::once(Run::bold(grid::head(table, *index).replace('*', ""))).chain(mark).collect()
    };
    let first = vec![Run::bold(official::head(view.lang, &table.head.full.trim().replace('*', "")))];
    let heads = std::iter::once(first).chain(columns.iter().zip(&notes).map(head));
    let heads = heads.map(|runs| cell(runs, Justify::Center)).collect();
    rows.push(GridRow { cells: heads, is_head: true });
    let cells = |row| cells(view, table, row, columns.iter().copied().zip(&notes));
    let first = rows.len();
    rows.extend(told(table).map(|row| GridRow { cells: cells(row), is_head: false }));
    let widths = widths(&rows);
    keep_together(&mut rows);
    let headings = told(table).zip(&mut rows[first..]).filter(|(row, _)| grid::is_heading(row));
    headings.for_each(|(_, row)| keep(row));
    Grid { widths, rows, has_lines: true }
}

/// Columns as wide as the longest word that stands in them, so that no number is broken; the labels get what is left.
fn widths(rows: &[GridRow]) -> Vec<u32> {
    let count = rows.iter().map(|row| row.cells.iter().map(|cell| cell.span).sum()).max().unwrap_or(1);
    let of = |column: usize, width: fn(&GridCell) -> u32| {
        let cells = placed(rows).filter(|(at, cell)| *at == column && cell.span == 1);
        cells.map(|(_, cell)| width(cell)).max().unwrap_or(0) + PADDING
    };
    let mut wide: Vec<u32> = (0..count).map(|column| of(column, word)).collect();
    // A head over several columns has words of its own.
    for (at, cell) in placed(rows).filter(|(_, cell)| cell.span > 1) {
        let under = &mut wide[at..(at + cell.span).min(count)];
        let lacks = (word(cell) + PADDING).saturating_sub(under.iter().sum());
        let each = lacks.div_ceil(u32::try_from(under.len()).unwrap_or(1).max(1));
        for wide in under {
            *wide += each;
        }
    }
    let all = Layout::Lying.width();
    // Words stand in one line where there is room, labels first; where all have too little, all get less.
    let is_of_words = |column: usize| {
        let rows = rows.iter().filter(|row| !row.is_head);
        let cells = rows.filter_map(|row| row.cells.get(column));
        cells.flat_map(|cell| &cell.paragraphs).any(|paragraph| paragraph.justify == Justify::Left)
    };
    let mut left = all.saturating_sub(wide.iter().sum());
    for column in (0..count).filter(|column| is_of_words(*column)) {
        let more = of(column, line).min(LABEL).saturating_sub(wide[column]).min(left);
        wide[column] += more;
        left -= more;
    }
    let sum: u32 = wide.iter().sum();
    if sum > all {
        return wide.iter().map(|wide| wide * all / sum).collect();
    }
    // What is left is for all, the labels first.
    let share = (all - sum) / (u32::try_from(count).unwrap_or(1) + 3);
    wide.iter().enumerate().map(|(at, wide)| wide + if at == 0 { share * 4 } else { share }).collect()
}

/// The cells with the first of their columns.
fn placed(rows: &[GridRow]) -> impl Iterator<Item = (usize, &GridCell)> {
    rows.iter().flat_map(|row| {
        row.cells.iter().scan(0, |at, cell| {
            let first = *at;
            *at += cell.span;
            Some((first, cell))
        })
    })
}

/// How wide the widest word of a cell is: what a no-break space joins is one.
fn word(cell: &GridCell) -> u32 {
    widest(cell, |letter| letter == ' ')
}

/// How wide its widest paragraph is in one line.
fn line(cell: &GridCell) -> u32 {
    widest(cell, |_| false)
}

fn widest(cell: &GridCell, is_break: fn(char) -> bool) -> u32 {
    let of_paragraph = |paragraph: &Paragraph| {
        let (mut most, mut so_far) = (0, 0);
        for run in &paragraph.runs {
            // A size is in half points.
            let size = run.size.unwrap_or(SIZE) * 10;
            let bold = if run.is_bold { 110 } else { 100 };
            for letter in run.text.chars() {
                so_far = if is_break(letter) { 0 } else { so_far + extent(letter) * size * bold / 100_000 };
                most = most.max(so_far);
            }
        }
        most
    };
    cell.paragraphs.iter().map(of_paragraph).max().unwrap_or(0)
}

/// How wide a letter of Times New Roman is, in thousandths of its size, rather too much than too little.
fn extent(letter: char) -> u32 {
    match letter {
        ' ' | '\u{a0}' | '.' | ',' => 250,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | ':' | ';' | '(' | ')' | '/' | '-' => 340,
        'm' | 'w' | '%' => 840,
        'M' | 'W' => 950,
        letter if letter.is_uppercase() => 740,
        '+' | '−' => 570,
        _ => 510,
    }
}

/// A head never stands alone at the foot of a page, and a short table not on two.
fn keep_together(rows: &mut [GridRow]) {
    let heads = rows.iter().filter(|row| row.is_head).count();
    let kept = if rows.len() <= SHORT { rows.len().saturating_sub(1) } else { heads + 2 };
    rows.iter_mut().take(kept).for_each(keep);
}

/// Keeps a row on the page of the next.
fn keep(row: &mut GridRow) {
    let paragraphs = row.cells.iter_mut().flat_map(|cell| &mut cell.paragraphs);
    paragraphs.for_each(|paragraph| paragraph.is_kept = true);
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
    // In a list of areas what the whole alone has takes the room of what compares them.
    let skipped = if table.rows.len() > 1 && table.columns[index].narrow == 0 { table.pinned } else { 0 };
    table.rows.iter().skip(skipped).any(|row| match row.cells.get(index) {
        Some(Cell::Known(figure, _)) => figure.is_ok(),
        Some(Cell::Line(line)) => line.text().chars().any(char::is_alphanumeric),
        Some(Cell::Blank | Cell::Bar(_)) | None => false,
    })
}

/// The cells of a row in columns that each have the note of their head.
fn cells<'a>(
    view: &View,
    table: &Table,
    row: &Row,
    columns: impl Iterator<Item = (usize, &'a Option<String>)>,
) -> Vec<GridCell> {
    // An invented figure is called so where it stands, if its head does not say it of the column.
    let note = view.pick(" (minh\u{a0}họa)", " (illustrative)");
    let label = official::label(view.lang, row.label.full.trim());
    let label = Run { is_bold: row.role == Role::Strong, ..Run::plain(label) };
    let each = columns.map(|(index, head_note)| {
        let justify = if table.columns[index].align == Align::Right { Justify::Right } else { Justify::Left };
        let line = match row.cells.get(index) {
            Some(Cell::Known(Ok(figure), style)) => {
                Line::default().figure(view.lang, &grid::evened(table, index, figure), grid::spelled(*style))
            }
            Some(Cell::Line(line)) => line.clone(),
            Some(Cell::Known(Err(_), _)) => Line::plain(official::UNKNOWN),
            Some(Cell::Blank | Cell::Bar(_)) | None => Line::default(),
        };
        let is_one = head_note.is_none()
            && row.cells.get(index).is_some_and(|cell| cell.figures().any(Figure::is_invented));
        cell(official::cell(view.lang, &if is_one { line.say(note) } else { line }), justify)
    });
    let mut first = cell(vec![label], Justify::Left);
    first.paragraphs.iter_mut().for_each(|paragraph| paragraph.indent = u32::from(row.indent) * INDENT);
    std::iter::once(first).chain(each).collect()
}

fn cell(runs: Vec<Run>, justify: Justify) -> GridCell {
    let sized = |run: Run| Run { size: run.size.or(Some(SIZE)), ..run };
    // An empty cell too has letters of this height, though none stands in it.
    let runs = if runs.is_empty() { vec![Run::plain("")] } else { runs };
    let runs = runs.into_iter().map(sized).collect();
    GridCell::of(vec![Paragraph { justify, ..Paragraph::line(runs) }])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Movemen|t (poor)" over a single narrow column; two columns have room for the head over both.
    #[test]
    fn a_head_over_columns_is_not_broken_inside_a_word() {
        let text = |words: &str, span| GridCell { span, ..cell(vec![Run::bold(words)], Justify::Center) };
        let head = |cells| GridRow { cells, is_head: true };
        let rows = [
            head(vec![text("", 1), text("Deprivations", 2), text("Movement (poor)", 1)]),
            head(vec![text("Ward", 1), text("a", 1), text("b", 1), text("+/− %", 1)]),
        ];
        let wide = widths(&rows);
        assert_eq!(wide.len(), 4);
        assert!(wide[3] >= word(&rows[0].cells[2]) + PADDING, "{wide:?}");
        assert!(wide[1] + wide[2] >= word(&rows[0].cells[1]) + PADDING, "{wide:?}");
    }
}
