//! The tables of a page as they are in sight, for the clipboard: cells with tabs between them.

use crate::page::layout::fit;
use crate::page::table::{Cell, Row, Table};
use crate::page::{Block, Page};
use crate::text::{Lang, show};

use super::csv::harmless;

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
pub fn tables(lang: Lang, page: &Page, width: u16) -> Copied {
    let tables = page.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let lines: Vec<String> = tables.flat_map(|table| lines(lang, table, width)).collect();
    let mut text = String::new();
    let mut kept = 0;
    for line in &lines {
        if text.len() + line.len() + 1 > MOST {
            break;
        }
        text.push_str(line);
        text.push('\n');
        kept += 1;
    }
    Copied { text, lines: lines.len(), kept }
}

fn lines(lang: Lang, table: &Table, width: u16) -> Vec<String> {
    let fit = fit(table, width);
    let is_bar = |index: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
        cells.into_iter().any(|cell| matches!(cell, Cell::Bar(_)))
    };
    let columns: Vec<usize> = fit.columns.iter().map(|shown| shown.index).filter(|i| !is_bar(*i)).collect();
    let head = columns.iter().map(|index| table.columns[*index].head.full.trim().to_owned());
    let head = std::iter::once(table.head.full.clone()).chain(head);
    let rows = table.rows.iter().map(|row| text_of_row(lang, row, &columns));
    std::iter::once(joined(head)).chain(rows).collect()
}

fn text_of_row(lang: Lang, row: &Row, columns: &[usize]) -> String {
    let cells =
        columns.iter().map(|index| row.cells.get(*index).map_or_else(String::new, |cell| text(lang, cell)));
    joined(std::iter::once(row.label.full.trim().to_owned()).chain(cells))
}

fn text(lang: Lang, cell: &Cell) -> String {
    match cell {
        Cell::Known(Ok(figure), style) => show::in_cell(lang, figure, *style) + show::mark(figure),
        Cell::Known(Err(_), _) => "·".to_owned(),
        Cell::Line(line) => line.text().trim().to_owned(),
        Cell::Blank | Cell::Bar(_) => String::new(),
    }
}

fn joined(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| harmless(&cell.replace(['\t', '\n'], " "))).collect();
    cells.join("\t")
}

#[cfg(test)]
mod tests {
    use super::*;
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

    fn copied(rows: usize, width: u16) -> Copied {
        let page = Page { blocks: vec![Block::Gap, Block::Table(table(rows))], ..Page::default() };
        tables(Lang::Vi, &page, width)
    }

    #[test]
    fn columns_out_of_sight_are_not_copied() {
        assert_eq!(copied(1, 80).text, "Phường\tHộ\tKhẩu\nrow 0\t1.429*\t'=1+1\n");
        assert_eq!(copied(1, 64).lines, 2);
        assert_eq!(
            copied(1, 30).text.lines().next(),
            Some("Phường"),
            "narrow columns of no width are out of sight"
        );
    }

    #[test]
    fn only_whole_lines_and_not_too_many() {
        let all = copied(2_000, 80);
        assert!(all.text.len() <= MOST && all.text.ends_with('\n'));
        assert_eq!((all.lines, all.text.lines().count()), (2_001, all.kept));
    }
}
