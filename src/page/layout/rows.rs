//! A table set into lines: heads over columns, labels to the left, figures where their column stands.

use std::ops::Range;

use crate::say;
use crate::text::cells::text_extent;
use crate::text::{Lang, cells, glossary, show};

use super::super::table::{Align, Cell, Column, LongShort, Row, Table};
use super::fit::{Shown, VisibleColumns, fit, is_narrow};
use super::group_heads::{fitting, group_heads, ways_of};
use super::{LaidOutLine, LineKind, Run, bar};
use crate::text::line::{Line, Role, Span};

/// A table at a width: its head set into lines, its rows to be set as they come into sight.
pub struct SetTable<'a> {
    /// The lines above the rows.
    pub head: Vec<LaidOutLine>,
    table: &'a Table,
    lang: Lang,
    fit: VisibleColumns,
    narrow: bool,
}

/// Sets a table into so many cells.
pub fn lay_out(lang: Lang, table: &Table, width: u16) -> SetTable<'_> {
    let fit = fit(table, width);
    let narrow = is_narrow(width);
    let mut head = Vec::new();
    if !narrow && !table.groups.is_empty() {
        head.push(group_heads(table, &fit));
    }
    if table.columns.iter().any(|c| !c.head.full.is_empty()) || !table.head.full.is_empty() {
        head.push(heads(lang, table, &fit, narrow));
    }
    SetTable { head, table, lang, fit, narrow }
}

impl SetTable<'_> {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.table.rows.len()
    }

    /// The place of the row with that key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.table.rows.iter().position(|row| row.is_choosable() && row.key == key)
    }

    /// The first and the last line of the row with that key: what goes on in the next lines is its own.
    pub fn lines_of(&self, key: &str, seen: usize) -> Option<(usize, usize)> {
        let at = self.position(key)?;
        let rows = &self.table.rows;
        let rest = rows.from_place(at + 1).take_while(|row| row.is_rest()).count();
        // The row itself before what goes on of it, and that before what stands over it.
        let high = at + rest.min(seen.saturating_sub(1));
        // What stands before the first row is in sight with it.
        let low = if rows.within(0..at).any(Row::is_choosable) { at } else { 0 };
        Some((low.max((high + 1).saturating_sub(seen.max(1))), high))
    }

    /// How many lines from that place on go on with the row above them.
    pub fn rest_at(&self, at: usize) -> usize {
        self.table.rows.from_place(at).take_while(|row| row.is_rest()).count()
    }

    /// How many rows in `range` can be chosen.
    pub fn choosable(&self, range: Range<usize>) -> usize {
        self.table.rows.within(range).filter(|row| row.is_choosable()).count()
    }

    /// The lines of the rows in `range`, each set when it is asked for.
    pub fn rows(
        &self,
        range: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = LaidOutLine> + ExactSizeIterator + '_ {
        let rows = self.table.rows.within(range);
        rows.map(|row| set_row(self.lang, self.table, row, &self.fit, self.narrow))
    }

    /// Head and rows.
    pub fn into_lines(mut self) -> Vec<LaidOutLine> {
        let mut lines = std::mem::take(&mut self.head);
        lines.extend(self.rows(0..self.len()));
        lines
    }
}

fn heads(lang: Lang, table: &Table, fit: &VisibleColumns, narrow: bool) -> LaidOutLine {
    let mut line = LaidOutLine { kind: LineKind::Head, ..LaidOutLine::default() };
    for shown in &fit.columns {
        let column = &table.columns[shown.index];
        // Better words in short than cut, and fuller ones where there is room.
        let own = shown.right.saturating_sub(shown.left);
        let room = shown.right.saturating_sub(free_from(&line, fit));
        let fuller = column.heads.iter().find(|head| text_extent(head) <= room);
        let arrow = if table.sorted.is_some_and(|(index, _)| index == shown.index) { 2 } else { 0 };
        // Cells that the columns before leave free are its own, as long as two blanks part it from their heads.
        let is_free = column.align == Align::Right && !line.pieces.is_empty();
        let own = if is_free { own.max(room.saturating_sub(1 + arrow)) } else { own };
        let head = fuller
            .map_or_else(|| column.head.fit(narrow || text_extent(&column.head.full) > own), String::as_str);
        let is_close =
            fuller.is_none() && column.align == Align::Right && is_close(&line, fit, shown.right, head);
        let head = if is_close { column.head.fit(true) } else { head };
        // The blank before the arrow goes where the head would not fit with it.
        let blank = if text_extent(head) + 2 < shown.right - shown.left { " " } else { "" };
        let text = match table.sorted {
            Some((index, down)) if index == shown.index => {
                format!("{head}{blank}{}", if down { "▼" } else { "▲" })
            }
            _ => head.to_owned(),
        };
        // A column without a head leaves its room to the heads before it; so does a picture right behind the numbers that
        // it draws.
        let is_drawn = column.picture.1 > 0 && shown.index > 0 && column.align == Align::Left;
        let before = fit.columns.iter().rfind(|before| before.right <= shown.left).map(|before| before.index);
        let is_named = is_drawn && before.is_some() && before == table.sorted.map(|(index, _)| index);
        if text.is_empty() || is_named {
            continue;
        }
        place(&mut line, span(Role::Strong, text), column.align, *shown, fit);
    }
    let room = label_room(&line, 0, fit);
    let words = left_out(lang, table, fit).unwrap_or_else(|| {
        let estimates = table.head_of_estimates(narrow).filter(|_| fit.says_estimates);
        estimates.unwrap_or_else(|| head_of_labels(&table.head, room, narrow))
    });
    put_label(&mut line, Role::Strong, &words, 0, fit);
    line
}

/// Would a head stand so close behind the one before it that the two are read as one? A sign that it begins with parts
/// them: `Reached % of target`.
fn is_close(line: &LaidOutLine, fit: &VisibleColumns, right: u16, head: &str) -> bool {
    !line.pieces.is_empty()
        && head.starts_with(char::is_alphabetic)
        && right.saturating_sub(text_extent(head)) <= free_from(line, fit)
}

/// `5 trên 8 kỳ`, where days of a series have no room.
fn left_out(lang: Lang, table: &Table, fit: &VisibleColumns) -> Option<String> {
    let (seen, all) = (fit.columns.len(), table.columns.len());
    let what = table.counts.filter(|_| seen < all)?;
    Some(say!(lang, "{seen} trên {all} {what}", "{seen} of {all} {what}"; seen, all, what).text())
}

/// The head of the labels: the fullest of its wordings that has room whole, before any is cut.
fn head_of_labels(head: &LongShort, room: u16, narrow: bool) -> String {
    let least = head.least.as_deref();
    let full = (!narrow).then(|| ways_of(&head.full)).into_iter().flatten();
    let ways = full.chain(ways_of(head.fit(true))).chain(least);
    let mut whole = ways.filter(|way| text_extent(way) <= room);
    whole.next().map_or_else(|| fitting(least.unwrap_or(head.fit(true)), room), ToOwned::to_owned)
}

fn set_row(lang: Lang, table: &Table, row: &Row, fit: &VisibleColumns, narrow: bool) -> LaidOutLine {
    let mut line = LaidOutLine { key: row.key.clone(), is_rest: row.is_rest(), ..LaidOutLine::default() };
    if row.is_head() {
        line.kind = LineKind::Head;
    }
    for shown in &fit.columns {
        let cell = cell_at(table, row, shown.index, fit);
        let from = line.pieces.len();
        let unsaid = fit.says_estimates.then(|| cell.without_estimate(lang));
        set_cell(lang, &mut line, unsaid.as_ref().unwrap_or(cell), &table.columns[shown.index], *shown, fit);
        if row.role == Role::Strong && matches!(cell, Cell::Known(Ok(_), _)) {
            let number = line.pieces[from..].iter_mut().filter(|piece| piece.span.role == Role::Plain);
            number.for_each(|piece| piece.span.role = Role::Strong);
        }
    }
    let room = label_room(&line, row.indent, fit);
    // Better words in short than cut, or so close to a number that they run into it.
    let is_number = line.pieces.first().is_some_and(|piece| piece.span.figure.is_some());
    let clear = room.saturating_sub(u16::from(is_number && !table.tight && !narrow));
    let label =
        row.label.fit(narrow || text_extent(&row.label.full) > clear || is_shortened(table, row, clear));
    put_label(&mut line, row.role, &cut_label(table, row, label, usize::from(room)), row.indent, fit);
    line
}

/// The cell of a row in a column: where it has no figure, that of the column which had no room.
fn cell_at<'a>(table: &Table, row: &'a Row, column: usize, fit: &VisibleColumns) -> &'a Cell {
    let at = |index: usize| row.cells.get(index).unwrap_or(&Cell::Blank);
    let instead = table.columns[column].instead.filter(|_| at(column).missing().is_some());
    let hidden = instead.filter(|other| fit.columns.iter().all(|shown| shown.index != *other));
    hidden.map(at).filter(|cell| cell.figures().next().is_some()).unwrap_or_else(|| at(column))
}

/// Has another row that begins with the same word too little room for that word? Side by side they have it in one form.
fn is_shortened(table: &Table, row: &Row, room: u16) -> bool {
    fn first(label: &str) -> &str {
        label.split(' ').next().unwrap_or_default()
    }
    let own = first(&row.label.full);
    first(row.label.fit(true)) != own
        && table
            .rows
            .iter()
            .any(|other| first(&other.label.full) == own && text_extent(&other.label.full) > room)
}

/// So many rows before and after one are looked at for labels that begin like its own.
const NEAR: usize = 500;
/// In fewer cells a part of a name does not tell what it is.
const NAME: usize = 20;

/// A label in its room. Of labels that begin alike what tells them apart stays: they are cut in the middle.
fn cut_label(table: &Table, row: &Row, label: &str, room: usize) -> String {
    if cells::width(label) <= room || row.cells.is_empty() {
        return cells::cut(label, room);
    }
    // Rows that are not made have cells too.
    let has_cells = |other: &Row| table.survey.is_some() || !other.cells.is_empty();
    // Of thousands those that stand near it: what begins alike stands together.
    let place = table.rows.iter().position(|other| std::ptr::eq(other, row)).unwrap_or(0);
    let near = place.saturating_sub(NEAR)..table.rows.len().min(place + NEAR);
    let others =
        || table.rows.within(near.clone()).filter(|other| other.label != row.label && has_cells(other));
    let forms = others().flat_map(|other| [other.label.fit(false), other.label.fit(true)]);
    let cut = cells::cut_apart(label, forms, room);
    // Where little of a name would be left fewer words than it has say more, if no other row has the same.
    let own = row.label.least.as_deref().filter(|least| cells::width(least) <= room);
    let own = own.filter(|least| others().all(|other| other.label.least.as_deref() != Some(*least)));
    own.filter(|_| room < NAME || lacks_its_word(&cut)).map_or(cut, ToOwned::to_owned)
}

/// Does the word after an article make way, which says what the name is about: `Cut the…1 to 1.5 points`?
fn lacks_its_word(cut: &str) -> bool {
    let before = cut.split_once('…').and_then(|(head, _)| head.split(' ').next_back());
    before.is_some_and(|word| ["a", "an", "the"].contains(&word))
}

/// The cells before the first piece of a line, for its label.
fn label_room(line: &LaidOutLine, indent: u16, fit: &VisibleColumns) -> u16 {
    let until = line.pieces.first().map_or(fit.edge, |p| p.x.saturating_sub(1));
    until.saturating_sub(fit.label + indent)
}

fn set_cell(
    lang: Lang,
    line: &mut LaidOutLine,
    cell: &Cell,
    column: &Column,
    shown: Shown,
    fit: &VisibleColumns,
) {
    match cell {
        Cell::Blank => {}
        Cell::Known(Ok(figure), style) => {
            let text = show::in_cell(lang, figure, *style);
            let text = Span { text, role: Role::Plain, figure: Some(Box::new(figure.clone())) };
            let end = place(line, text, column.align, shown, fit);
            let mark = show::mark(figure);
            if !mark.is_empty() && end < fit.edge {
                line.pieces.push(Run { x: end, span: span(Role::Dim, mark) });
            }
        }
        Cell::Known(Err(_), _) => {
            let words = if column.wordy { lang.term(glossary::NO_DATA) } else { "·" };
            place(line, span(Role::Dim, words), column.align, shown, fit);
        }
        Cell::Line(words) => set_words(line, words, column, shown, fit),
        Cell::Bar(bar) => {
            let cells = shown.right.saturating_sub(shown.left + 1);
            let start = (shown.left + 1).max(free_from(line, fit));
            for (cell, text) in bar::draw(bar, cells.min(fit.edge.saturating_sub(start))).runs() {
                line.pieces.push(Run { x: start + cell, span: span(bar.role, text) });
            }
        }
    }
}

fn set_words(line: &mut LaidOutLine, words: &Line, column: &Column, shown: Shown, fit: &VisibleColumns) {
    let text = words.text();
    // A mark at the end stands in the cell that the column keeps for marks, so that digits stay in line.
    let is_marked = column.mark && column.align == Align::Right && text.ends_with(['*', '!']);
    let width = text_extent(&text) - u16::from(is_marked);
    let start = match column.align {
        Align::Left | Align::Middle => shown.left + 1,
        Align::Right => shown.right.saturating_sub(width),
    };
    let mut x = start.max(free_from(line, fit));
    for part in &words.spans {
        let room = usize::from(fit.edge.saturating_sub(x));
        let text = cells::cut(&part.text, room);
        let width = text_extent(&text);
        line.pieces.push(Run { x, span: part.with_text(text) });
        x += width;
    }
}

/// Puts a text into its column; a right-aligned one may reach into the room that the columns before leave free.
/// Returns the cell after it.
fn place(line: &mut LaidOutLine, mut span: Span, align: Align, shown: Shown, fit: &VisibleColumns) -> u16 {
    // The sign of the cursor parts two heads as a blank does: no column moves for it.
    let free = free_from(line, fit).saturating_sub(u16::from(span.text.starts_with('▌')));
    let room = match align {
        Align::Left | Align::Middle => fit.edge.saturating_sub(shown.left + 1),
        Align::Right => shown.right.saturating_sub(free),
    };
    span.text = cells::cut(&span.text, usize::from(room));
    let width = text_extent(&span.text);
    let x = match align {
        Align::Left => (shown.left + 1).max(free),
        // The mark stands between as many cells on both sides.
        Align::Middle => (shown.left + shown.right.saturating_sub(shown.left + 2) / 2).max(free),
        Align::Right => shown.right.saturating_sub(width),
    };
    line.pieces.push(Run { x, span });
    x + width
}

/// The first cell not yet taken, with a blank after the last piece.
fn free_from(line: &LaidOutLine, fit: &VisibleColumns) -> u16 {
    line.pieces.last().map_or(fit.label, |p| p.x + text_extent(&p.span.text) + 1)
}

/// Puts the label before the first piece, cut to the room there.
fn put_label(line: &mut LaidOutLine, role: Role, text: &str, indent: u16, fit: &VisibleColumns) {
    if text.is_empty() {
        return;
    }
    let text = cells::cut(text, usize::from(label_room(line, indent, fit)));
    line.pieces.insert(0, Run { x: fit.label + indent, span: span(role, text) });
}

fn span(role: Role, text: impl Into<String>) -> Span {
    Span { text: text.into(), role, figure: None }
}
