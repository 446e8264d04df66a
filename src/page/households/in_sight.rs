//! A long list on a screen: the rows that may be in sight are made, and what all of them hold is found once.

use super::known::{Form, Kept};
use super::{List, order, page_of, picture, row, rows_of, table_of};
use crate::model::area::Area;
use crate::page::table::{Opens, Row, Survey, Table, TableRows};
use crate::page::{Block, Page, area_key};

/// The page of a long list.
pub fn page(list: &List) -> Page {
    let kept = list.known.list(Form::of(list.view), || unmade(list));
    let mut page = kept.page.clone();
    for block in &mut page.blocks {
        if let Block::Table(table) = block {
            make_in_sight(list, table, &kept.order);
        }
    }
    page
}

/// The list with no row made.
fn unmade(list: &List) -> Kept {
    let order = order::order(list);
    let parts = || list.whole.areas.iter().map(|area| bare(list, area)).collect();
    let bare = list.known.bare(list.view.lang, parts);
    Kept { page: page_of(list, unmade_table(list, bare.in_order(&order))), order }
}

/// Makes the rows that may be in sight with the chosen one: as many before and after it as two screens hold, so that not
/// every step makes them anew.
fn make_in_sight(list: &List, table: &mut Table, order: &[usize]) {
    let lines = 2 * usize::from(list.view.lines);
    let chosen = table.rows.iter().position(|row| row.key == list.view.chosen).unwrap_or(0);
    let seen = chosen.saturating_sub(lines)..(chosen + lines).min(table.rows.len());
    for at in seen {
        let area = at.checked_sub(table.pinned).and_then(|at| order.get(at));
        if let Some(area) = area {
            table.rows.put(at, row(list, &list.whole.areas[*area]));
        }
    }
}

/// The list with the labels of its rows and what they open, and nothing else.
pub fn labels(list: &List) -> Page {
    let row = |area: &Area| Row { opens: Opens::Area(list.path_of(area)), ..bare(list, area) };
    let parts = order::order(list).into_iter().map(|at| row(&list.whole.areas[at])).collect();
    let table = Table { rows: rows_of(list, parts), scrolls: true, ..Table::default() };
    Page { blocks: vec![Block::Table(table)], ..Page::default() }
}

/// A row that is not made.
fn bare(list: &List, area: &Area) -> Row {
    Row::new(area_key(&area.name), list.view.lang.wording(&area.name.name), [])
}

/// The table with no row of a part made: each is, to see what all of them hold, and is gone again.
fn unmade_table(list: &List, bare: TableRows) -> Table {
    let count = bare.len();
    let mut table = table_of(list, bare);
    let seen = (list.view.lang, list.group(), list.picture.as_ref().map(picture::Picture::of));
    table.survey = Some(list.known.survey(seen, || {
        let mut survey = Survey::default();
        let parts = table.pinned..table.pinned + count;
        let others = table.rows.iter().enumerate().filter(|(at, _)| !parts.contains(at));
        others.for_each(|(_, row)| survey.add_told(list.view, &table.columns, row, false));
        // In their own order, in which other snapshots have them too, and need not look for each.
        for area in &list.whole.areas {
            survey.add_told(list.view, &table.columns, &row(list, area), true);
        }
        survey
    }));
    table
}
