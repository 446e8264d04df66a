//! Columns that are known by what their cells say, whatever they are headed with.

use super::super::forms::{has_phrase, words_of};
use super::super::grid::{Grid, SheetCell};
use super::super::heading::Heading;
use super::class::{self, Class, Kind};
use super::place::{self, Known};
use super::qualified;
use super::row;
use super::says::{NotCounted, Says};
use super::times;

/// Where nothing else says of which kind a household is, the one column whose cells say nothing but kinds does, whatever
/// it is headed with: "Diện", "Đối tượng". Beside a title of one kind they say another one at some households.
pub fn class(head: &Grid, heading: &Heading, of_all: Option<Kind>, columns: &mut [(usize, Says)]) {
    if columns.iter().any(|(_, says)| matches!(says, Says::Class | Says::IsPoor | Says::IsNearPoor)) {
        return;
    }
    if matches!(of_all, Some(Kind::Left(_))) {
        return;
    }
    let is_other = |class| matches!(class, Class::Kind(kind, _) if Some(kind) != of_all);
    let mut found = columns.iter_mut().filter(|(at, says)| {
        *says == Says::Nothing(NotCounted::NotAsked)
            && all_say(head, heading, *at, |class| matches!(class, Class::Kind(..)))
            && (of_all.is_none()
                || (any_says(head, heading, *at, is_other) && !times::is_of_other(heading, *at)))
    });
    if let (Some((_, says)), None) = (found.next(), found.next()) {
        *says = Says::Class;
    }
}

/// A column that is headed so tells in words how households moved, where its cells say nothing else.
pub fn moved(head: &Grid, heading: &Heading, columns: &mut [(usize, Says)]) {
    for (at, says) in columns.iter_mut().filter(|(_, says)| *says == Says::Nothing(NotCounted::NotAsked)) {
        let words = heading.words(*at);
        let is_headed = ["dien bien", "bien dong"].iter().any(|phrase| has_phrase(&words, phrase));
        let cells = (heading.first..head.rows.len()).filter_map(|row| head.cell(row, *at).text());
        let mut moves = cells.map(|text| class::moved_by(&words_of(text))).peekable();
        if is_headed && moves.peek().is_some() && moves.all(|told| told.is_some()) {
            *says = Says::Moved;
        }
    }
}

/// Where no column names the hamlet, one that is headed with the address does whose cells name places and nothing else:
/// "Địa chỉ (thôn)".
pub fn place(head: &Grid, heading: &Heading, known: &Known, columns: &mut [(usize, Says)]) {
    if columns.iter().any(|(_, says)| matches!(says, Says::Place(1..))) {
        return;
    }
    let is_place = |column: usize| {
        let words = heading.words(column);
        let is_headed = ["dia chi", "noi o", "cho o", "noi cu tru", "noi thuong tru"];
        let is_below =
            |row: &usize| head.rows[*row].iter().filter_map(SheetCell::text).any(row::is_signature);
        let rows = (heading.first..head.rows.len()).take_while(|row| !is_below(row));
        let mut cells = rows.map(|row| head.cell(row, column)).filter(|cell| !cell.is_empty()).peekable();
        is_headed.iter().any(|phrase| has_phrase(&words, phrase))
            && cells.peek().is_some()
            && cells.all(|cell| cell.text().is_some_and(|text| place::section(text, known).is_some()))
    };
    let is_open = |says: &Says| *says == Says::Nothing(NotCounted::NotAsked);
    let mut found = columns.iter_mut().filter(|(at, says)| is_open(says) && is_place(*at));
    if let (Some((_, says)), None) = (found.next(), found.next()) {
        *says = Says::Place(1);
    }
}

/// What the review came to goes before what a household was: "Loại hộ" beside "Kết quả rà soát", where the cells of the
/// latter say it.
pub fn result(head: &Grid, heading: &Heading, columns: &mut [(usize, Says)]) {
    let is_result = |at: usize| {
        let words = heading.words(at);
        ["ket qua", "sau ra soat"].iter().any(|phrase| has_phrase(&words, phrase))
            && all_say(head, heading, at, |class| class != Class::Unknown)
    };
    let result = columns.iter().position(|(at, says)| {
        matches!(says, Says::Class | Says::Nothing(NotCounted::NotAsked)) && is_result(*at)
    });
    let Some(result) = result else { return };
    for (at, (_, says)) in columns.iter_mut().enumerate() {
        if at == result {
            *says = Says::Class;
        } else if *says == Says::Class {
            *says = Says::Nothing(NotCounted::Before);
        }
    }
}

/// Has a column cells, as far as they are looked at beforehand, and do all of them say such a class?
fn all_say(head: &Grid, heading: &Heading, column: usize, is_it: impl Fn(Class) -> bool) -> bool {
    let mut classes = classes(head, heading, column).peekable();
    classes.peek().is_some() && classes.all(is_it)
}

/// Does any cell of a column say such a class?
fn any_says(head: &Grid, heading: &Heading, column: usize, is_it: impl Fn(Class) -> bool) -> bool {
    classes(head, heading, column).any(is_it)
}

/// What the cells of a column say, as far as they are looked at beforehand.
fn classes(head: &Grid, heading: &Heading, column: usize) -> impl Iterator<Item = Class> {
    let cells = (heading.first..head.rows.len()).filter_map(move |row| head.cell(row, column).text());
    cells.map(|text| qualified::of_one(&words_of(text)).0)
}
