//! Which columns of a table fit a width: whole columns go, those without a single figure first, the others in a fixed
//! order, so that columns keep their place from snapshot to snapshot. What is left goes to pictures.

use super::super::table::{Align, Column, Table};
use crate::text::cells::{self, text_extent};

/// Below this many cells the short words and the narrow columns are used.
pub const NARROW: u16 = 60;

/// Is so narrow a place that short words are due?
pub fn is_narrow(width: u16) -> bool {
    width < NARROW
}

/// A column that is shown: which, and the cells it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Its place among the table's columns.
    pub index: usize,
    /// Its first cell, the blank before it included.
    pub left: u16,
    /// The cell after its last, the one of the mark not counted.
    pub right: u16,
}

/// The label column's first cell and the columns shown.
#[derive(Debug, Clone)]
pub struct VisibleColumns {
    /// The first cell of labels.
    pub label: u16,
    /// The columns, from left to right.
    pub columns: Vec<Shown>,
    /// The cell after the last that may be written.
    pub edge: u16,
    /// Does the head of the labels say of all numbers that they are estimates?
    pub says_estimates: bool,
}

impl VisibleColumns {
    /// The cells from the labels to the first column.
    fn labels(&self) -> u16 {
        self.columns.first().map_or(self.edge, |first| first.left).saturating_sub(self.label)
    }
}

/// Fits a table into so many cells: where estimates are called so at every number, and columns or labels have no room
/// for it, the head says it once.
pub fn fit(table: &Table, width: u16) -> VisibleColumns {
    let told: Vec<bool> = (0..table.columns.len()).map(|column| table.is_told(column)).collect();
    let fit_in = |once| fit_in((table, &told), width, once);
    let usual = fit_in(None);
    if table.estimates.is_none() {
        return usual;
    }
    let narrow = is_narrow(width);
    let labels = table.longest_label(true);
    let hides =
        |fit: &VisibleColumns| table.hides_figures(|i| fit.columns.iter().any(|shown| shown.index == i));
    let are_cut = usual.labels() < labels;
    if !hides(&usual) && !are_cut {
        return usual;
    }
    // The head of the first column leaves room for that of the labels, if need be in the place of another column.
    let short = |fit: &VisibleColumns| {
        let first = fit.columns.first()?;
        let needed = heads_beside(table, first.index, narrow);
        (first.right < fit.label + needed).then(|| needed.saturating_sub(first.right - first.left))
    };
    let once = fit_in(Some(0));
    let once = short(&once).map(|labels| fit_in(Some(labels))).unwrap_or(once);
    let is_better = once.columns.len() > usual.columns.len()
        || (are_cut && once.columns.len() == usual.columns.len() && once.labels() > usual.labels());
    if is_better && short(&once).is_none() { once } else { usual }
}

/// The cells of the head that names estimates and of the first column's with its arrow, each with a blank.
fn heads_beside(table: &Table, first: usize, narrow: bool) -> u16 {
    let head = table.head_of_estimates(narrow).map_or(0, |head| text_extent(&head));
    head + text_extent(table.columns[first].head.fit(narrow)) + 3
}

/// The same, by which columns tell anything, with the word for estimates at every number, or once in the head of labels of
/// at least so many cells.
fn fit_in((table, told): (&Table, &[bool]), width: u16, once: Option<u16>) -> VisibleColumns {
    let says_estimates = once.is_some();
    let narrow = is_narrow(width);
    let label = margin(width);
    let edge = if narrow { width } else { width.saturating_sub(2) };
    // Tables under each other whose labels the page has given one width keep it.
    let longest = if table.tight { table.label } else { table.longest_label(narrow) };
    let words = match once {
        Some(least) => table.label.min(longest).max(least),
        None => table.label.min(longest + APART),
    };
    let words = words.min(if narrow { 14 } else { u16::MAX });
    let room_beside =
        |words: u16| Room { table, told, narrow, says_estimates, cells: edge.saturating_sub(label + words) };
    let (mut room, mut words) = (room_beside(words), words);
    let mut shown = room.columns();
    // Labels take their short words before a column goes that numbers longer than usual have pushed out.
    let short = table.longest_label(true).min(words);
    let is_pushed = room.cells >= table.usual && room.hides_figures(&shown);
    if !narrow && !table.tight && short < words && is_pushed {
        let other = room_beside(short);
        let more = other.columns();
        if !other.hides_figures(&more) {
            let needed = edge.saturating_sub(label + other.taken(&more));
            words = words.min(needed);
            (room, shown) = (room_beside(words), more);
        }
    }
    if !narrow && !table.tight && room.hides_figures(&shown) {
        let all = edge.saturating_sub(label);
        if let Some(more) = closer(&room, all.saturating_sub(words.min(short)), &shown) {
            words = words.min(short);
            (room, shown) = (room_beside(words), more);
        }
    }
    // Where the text has no margin, the last cell is left free.
    let free = room.cells.saturating_sub(room.taken(&shown) + u16::from(narrow));
    let gap = if table.tight { 0 } else { GAP };
    let labels = words + share_out(table, (longest + gap).saturating_sub(words), free, narrow, &mut shown);
    let own = labels.min(edge.saturating_sub(label + room.taken(&shown)));
    // Pictures first: a shorter line says as much.
    let cut = table.longest_of_rows(true).saturating_sub(own);
    let own = own + if table.tight { 0 } else { shrink(table, cut, &mut shown) };
    let labels = own + given_up(table, table.longest_label(true).saturating_sub(own), narrow, &mut shown);
    // Labels that are cut at last make way for numbers.
    let mut left = (label + labels).min(edge.saturating_sub(room.taken(&shown))).max(label);
    let columns = shown
        .into_iter()
        .map(|(index, cells)| {
            let right = left + cells;
            let shown = Shown { index, left, right };
            left = right + u16::from(table.columns[index].mark);
            shown
        })
        .collect();
    VisibleColumns { label, columns, edge, says_estimates }
}

/// The same columns with others that tell something and had no room, the most needed first: numbers stand as close as they
/// can, and pictures become small, before one of them is left out. In a list only those that tell of the whole alone come
/// so: its columns have their order, and stand apart. Nothing where none finds room in so many cells.
fn closer(room: &Room, cells: u16, shown: &[(usize, u16)]) -> Option<Vec<(usize, u16)>> {
    let table = room.table;
    let is_list = table.pinned > 0;
    let is_hidden = |index: usize| shown.iter().all(|(other, _)| *other != index);
    // What has figures of the parts and no room goes before what has one of the whole.
    let needed = table.columns.iter().enumerate().filter(|(index, column)| {
        is_list && column.width > 0 && is_hidden(*index) && table.is_told_of_parts(*index)
    });
    let needed = needed.map(|(_, column)| column.rank).min();
    let is_wanted = |index: usize| {
        let is_of_parts = is_list && table.is_told_of_parts(index);
        let is_first = needed.is_none_or(|rank| table.columns[index].rank < rank);
        table.is_told(index) && table.counts.is_none() && !is_of_parts && is_first
    };
    let hidden = table.columns.iter().enumerate().filter(|(index, _)| is_hidden(*index));
    let mut hidden: Vec<(usize, u16)> = hidden
        .filter(|(index, column)| column.width > 0 && is_wanted(*index))
        .map(|(index, column)| (index, room.widths(column).0))
        .collect();
    hidden.sort_by_key(|(index, _)| (table.columns[*index].rank, *index));
    let mut found = None;
    for column in hidden {
        let mut with: Vec<(usize, u16)> = found.as_deref().unwrap_or(shown).to_vec();
        with.push(column);
        with.sort_unstable();
        let over = room.taken(&with).saturating_sub(cells);
        let by_pictures = shrink(table, over, &mut with);
        let given = if table.pinned > 0 { 0 } else { given_up(table, over - by_pictures, false, &mut with) };
        if by_pictures + given == over {
            found = Some(with);
        }
    }
    found
}

/// So many cells of pictures, down to those they and their heads can do with; returns how many there are.
fn shrink(table: &Table, lack: u16, shown: &mut [(usize, u16)]) -> u16 {
    let mut given = 0;
    for (index, cells) in shown {
        let column = &table.columns[*index];
        let least = column.picture.0.max(text_extent(column.head.fit(true)) + 1);
        let more = if column.picture.0 > 0 { cells.saturating_sub(least).min(lack - given) } else { 0 };
        *cells -= more;
        given += more;
    }
    given
}

/// The cells that columns have beside the labels of a table.
struct Room<'a> {
    table: &'a Table,
    /// Which columns tell anything: in a list of thousands that is looked for once.
    told: &'a [bool],
    narrow: bool,
    says_estimates: bool,
    cells: u16,
}

impl Room<'_> {
    /// The columns that find room, each with its cells: those without a single figure leave it to others first.
    fn columns(&self) -> Vec<(usize, u16)> {
        let all = || self.table.columns.iter().enumerate();
        // A column that tells nothing is none; of a list one that tells nothing of any part, whatever its whole has. Days
        // of a series are counted instead.
        let is_empty = |i: usize| {
            let is_told =
                || if self.table.pinned > 0 { self.table.is_told_of_parts(i) } else { self.told[i] };
            self.table.columns[i].rank > 0 && self.table.counts.is_none() && !is_told()
        };
        let usual = |column: &Column| {
            let (wide, narrow) = self.widths(column);
            if self.narrow { narrow } else { wide }
        };
        let mut shown: Vec<(usize, u16)> = all()
            .map(|(i, column)| (i, usual(column)))
            .filter(|(i, cells)| *cells > 0 && !is_empty(*i))
            .collect();
        while self.taken(&shown) > self.cells {
            let over = self.taken(&shown) - self.cells;
            let Some(first_to_go) = self.highest_rank(&shown) else { break };
            // A picture becomes smaller before it goes.
            let least = self.table.columns[first_to_go].picture.0;
            match shown.iter_mut().find(|(i, _)| *i == first_to_go) {
                Some((_, cells)) if least > 0 && *cells >= least + over => *cells -= over,
                _ => shown.retain(|(i, _)| *i != first_to_go),
            }
        }
        let is_shown = |index: usize| shown.iter().any(|(i, _)| *i == index);
        let hidden = all().filter(|(i, column)| !is_shown(*i) && column.width > 0 && self.told[*i]);
        let mut hidden: Vec<(usize, u16)> = hidden.map(|(i, column)| (i, self.widths(column).0)).collect();
        hidden.sort_by_key(|(i, _)| (self.table.columns[*i].rank, *i));
        let mut with: Vec<(usize, u16)> = shown.iter().copied().filter(|(i, _)| self.told[*i]).collect();
        let told = with.len();
        for column in hidden {
            with.push(column);
            if self.taken(&with) > self.cells {
                with.pop();
            }
        }
        with.sort_unstable();
        if told < shown.len() && told < with.len() { with } else { shown }
    }

    /// The cells of a column in a wide and in a narrow place.
    fn widths(&self, column: &Column) -> (u16, u16) {
        if self.says_estimates { column.unsaid } else { (column.width, column.narrow) }
    }

    /// Is a column that tells something left out, although it is one of so wide a place?
    fn hides_figures(&self, shown: &[(usize, u16)]) -> bool {
        self.table.hides_figures(|index| shown.iter().any(|(i, _)| *i == index))
    }

    fn taken(&self, shown: &[(usize, u16)]) -> u16 {
        shown.iter().map(|(i, cells)| cells + u16::from(self.table.columns[*i].mark)).sum()
    }

    /// The column that goes first: one without a figure, then that of the highest rank above 0, the rightmost of equals.
    fn highest_rank(&self, shown: &[(usize, u16)]) -> Option<usize> {
        let rank = |i: usize| (!self.told[i], self.table.columns[i].rank);
        let ranked = shown.iter().map(|(i, _)| *i).filter(|i| rank(*i) > (false, 0));
        ranked.max_by_key(|i| (rank(*i), *i))
    }
}

/// The first cell of text: after the cell of `▌` and, where there is room, a blank.
pub fn margin(width: u16) -> u16 {
    if is_narrow(width) { 1 } else { 2 }
}

/// Gives out the cells that are free: to labels that are cut, to heads that a few cells more show in full, to pictures,
/// then a few between the columns; the rest stays at the right edge, where it parts nothing. Returns those of the labels.
fn share_out(table: &Table, labels: u16, free: u16, narrow: bool, shown: &mut [(usize, u16)]) -> u16 {
    let labels = labels.min(free);
    let is_number = |index: usize| table.columns[index].align == Align::Right;
    let mut free = free - labels;
    for (index, cells) in shown.iter_mut().filter(|(index, _)| is_number(*index)) {
        let head = &table.columns[*index].head;
        let needed = text_extent(&head.full).saturating_sub(*cells);
        if head.short.is_some() && needed <= HEAD.min(free) && !table.tight {
            *cells += needed;
            free -= needed;
        }
    }
    for (index, cells) in shown.iter_mut() {
        let more = table.columns[*index].picture.1.saturating_sub(*cells).min(free);
        *cells += more;
        free -= more;
    }
    let numbers = shown.iter().filter(|(index, _)| is_number(*index)).count();
    if let Some(each) = free.checked_div(cells::extent(numbers)).filter(|_| !table.tight) {
        let each = each.min(MOST);
        let apart = shown.iter_mut().filter(|(index, _)| is_number(*index));
        apart.for_each(|(_, cells)| *cells += each);
        // Days of a series stay as far apart as each other.
        if table.counts.is_none() {
            part_heads(table, free - each * cells::extent(numbers), narrow, shown);
        }
    }
    labels
}

/// Two heads with a single blank between them are read as one: cells that are free part them.
fn part_heads(table: &Table, mut free: u16, narrow: bool, shown: &mut [(usize, u16)]) {
    for nth in 1..shown.len() {
        let (before, (index, cells)) = (&table.columns[shown[nth - 1].0], shown[nth]);
        let column = &table.columns[index];
        if before.align != Align::Right || column.align != Align::Right || before.head.full.is_empty() {
            continue;
        }
        let head = text_extent(column.head.fit(narrow || text_extent(&column.head.full) > cells));
        let arrow = if table.sorted.is_some_and(|(sorted, _)| sorted == index) { 2 } else { 0 };
        let needed = (head + arrow + HEAD_GAP).saturating_sub(cells + u16::from(before.mark));
        if head > 0 && needed <= free {
            shown[nth].1 += needed;
            free -= needed;
        }
    }
}

/// The cells that columns of numbers give up for labels that would be cut without them, the widest gaps first; returns
/// how many there are.
fn given_up(table: &Table, lack: u16, narrow: bool, shown: &mut [(usize, u16)]) -> u16 {
    if table.tight {
        return 0;
    }
    let mut given = 0;
    while given < lack {
        let spare = |(index, cells): &(usize, u16)| match table.columns[*index].least {
            0 => 0,
            // Words are cut to their short ones in a narrow place alone.
            _ if !narrow && table.columns[*index].align != Align::Right => 0,
            least => {
                cells.saturating_sub(least + u16::from(table.sorted.is_some_and(|(at, _)| at == *index)))
            }
        };
        let widest = shown.iter_mut().max_by_key(|column| spare(column)).filter(|column| spare(column) > 0);
        let Some((_, cells)) = widest else { break };
        *cells -= 1;
        given += 1;
    }
    given
}

/// The most cells between the longest label and the first column: more would part a label from its number.
const APART: u16 = 4;
/// The cells between them that labels are given before pictures are.
const GAP: u16 = 2;
/// The cells that part two heads.
const HEAD_GAP: u16 = 2;
/// So many cells a column takes for its full head that its numbers do not need.
const HEAD: u16 = 5;
/// The most cells by which columns stand further apart than they need.
const MOST: u16 = 2;
