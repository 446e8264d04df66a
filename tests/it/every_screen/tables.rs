//! What is wrong with the tables of a page, whichever row is chosen.

use giamngheo::app::App;
use giamngheo::page::layout::{LaidOutLine, NARROW, VisibleColumns, fit, flow};
use giamngheo::page::table::Table;
use giamngheo::page::{Block, Column};
use giamngheo::text::cells::text_extent;

/// The most blank cells that stand between two columns, those of a mark counted, or after the last one.
const PARTING: usize = 4;

/// A column without a figure beside one with figures that has no room.
pub(super) fn empty_column(table: &Table, shown: &[usize]) -> Option<usize> {
    let empty = shown.iter().copied().find(|index| !table.is_told(*index))?;
    let room = table.columns[empty].width;
    let fits = |(index, column): (usize, &Column)| {
        !shown.contains(&index) && table.is_told(index) && (1..=room).contains(&column.width)
    };
    table.columns.iter().enumerate().any(fits).then_some(empty)
}

/// The cells by which the labels of a table have more than they need.
pub(super) fn labels_apart(table: &Table, fit: &VisibleColumns, width: u16) -> Option<u16> {
    let room = fit.columns.first()?.left - fit.label;
    let is_narrow = width < NARROW;
    let head = table.head_of_estimates(is_narrow).filter(|_| fit.says_estimates);
    let head = head.map_or(0, |head| text_extent(&head));
    let longest = table.longest_label(is_narrow).max(head);
    // Tables under each other have the labels of the page.
    let is_apart = !table.tight && room > longest + 4;
    is_apart.then(|| room - longest)
}

/// A label that is cut although cells beside it are free in every line of its table: more than part two columns.
fn cut_beside_free(app: &App, table: &Table, width: u16) -> Option<String> {
    let lines = flow(app.lang, &[Block::Table(table.clone())], width);
    let is_cut = |line: &&LaidOutLine| {
        !line.key.is_empty() && line.pieces.len() > 1 && line.pieces[0].span.text.contains('…')
    };
    let cut = lines.iter().find(is_cut)?;
    let own = &cut.pieces[0];
    let mut taken = vec![false; usize::from(width)];
    for run in lines.iter().flat_map(|line| &line.pieces) {
        let cells = usize::from(run.x)..usize::from(run.x + text_extent(&run.span.text));
        taken.iter_mut().enumerate().filter(|(x, _)| cells.contains(x)).for_each(|(_, taken)| *taken = true);
    }
    let after = &taken[usize::from(own.x + text_extent(&own.span.text))..];
    let free = after.split(|taken| *taken).map(<[bool]>::len).max().unwrap_or(0);
    // A name is cut after a whole word: what is free is less than the next one needs.
    let full = table.rows.iter().find(|row| row.key == cut.key).map_or("", |row| row.label.full.as_str());
    let begin = own.span.text.trim().split('…').next().unwrap_or_default();
    let rest = full.strip_prefix(begin).unwrap_or_default();
    let next = rest.split_whitespace().next().map_or(0, |word| usize::from(text_extent(word)));
    (free > PARTING + next).then(|| format!("{free} cells are free beside {}", cut.plain()))
}

/// What is wrong with the tables of a page, whichever row of them is chosen.
pub(super) fn faults_of_tables(app: &App) -> Vec<String> {
    let width = app.page_width();
    let mut found = Vec::new();
    for table in app.page.tables() {
        let fit = fit(table, width);
        let shown: Vec<usize> = fit.columns.iter().map(|column| column.index).collect();
        let empty = empty_column(table, &shown);
        found.extend(empty.map(|column| format!("column {column} has no figure and hides one that has")));
        let apart = labels_apart(table, &fit, width);
        found.extend(apart.map(|cells| format!("labels stand {cells} cells from their numbers")));
        found.extend(cut_beside_free(app, table, width));
    }
    found
}
