//! The rows of a list: households, their members, places, and what is none of these.

use super::super::forms::{has_phrase, words_of};
use super::super::grid::SheetCell;
use super::class::Class;
use super::columns::{Meaning, fingerprint, role, text_of};
use super::household::Household;
use super::place::{self, Place};
use super::says::Says;
use super::stated::members;
use super::{Counter, Unread};

impl Counter<'_> {
    /// Reads a row.
    pub(super) fn take(&mut self, row: usize, cells: &[SheetCell]) {
        let is_number = |at: usize| self.columns.is(at, role::NUMBERS) && is_numbering(&cells[at]);
        let filled = || (0..cells.len()).filter(|at| !cells[*at].is_empty());
        let told = || filled().filter(|at| !is_number(*at));
        let mut two = told();
        // Rows that are numbered beforehand and left blank hold nothing.
        let Some(first) = two.next() else { return };
        let is_alone = two.next().is_none();
        if let Some(text) = cells[first].text().filter(|_| is_alone)
            && let Some(name) = place::section(text, self.known)
        {
            self.close();
            self.has_places = true;
            self.section = Some(self.tally.area(&[name]));
            return;
        }
        let is_marked = filled().any(is_number) || self.columns.cell(cells, role::CODE).is_some();
        let says = |is: fn(&str) -> bool| !is_marked && told().filter_map(|at| cells[at].text()).any(is);
        if says(is_total) {
            self.close();
        } else if says(is_signature) {
            self.close();
            self.is_signed = true;
        } else if self.begins(cells) {
            self.close();
            self.is_signed = false;
            let told = self.columns.all.iter().filter(|column| column.role & role::NUMBERS == 0);
            let told = told.map(|column| cells.get(column.at).unwrap_or(&SheetCell::Empty));
            let told = fingerprint(&self.seen.keys, told);
            self.read_row(cells, Household::begin(row, told));
        } else if self.is_member(cells) {
            match self.open.take() {
                Some(open) => self.read_row(cells, open),
                None if self.is_signed => {}
                None => self.reading.unread.push((row + 1, Unread::NoHousehold)),
            }
        } else if !self.is_signed {
            self.close();
            // It may have named a place: whose households follow is not known any more.
            if is_alone {
                self.section = None;
            }
            self.reading.unread.push((row + 1, Unread::NotAHousehold));
        }
    }

    pub(super) fn lists_members(&self) -> bool {
        self.columns.have(role::HOUSEHOLD_NUMBER | role::RELATION | role::MEMBER_NUMBER)
    }

    fn is_member(&self, cells: &[SheetCell]) -> bool {
        let of_somebody = role::NAME | role::HEAD | role::RELATION | role::MEMBER_NUMBER;
        self.lists_members() && self.columns.cell(cells, of_somebody).is_some()
    }

    /// Does a household begin in this row?
    fn begins(&mut self, cells: &[SheetCell]) -> bool {
        if self.columns.have(role::HOUSEHOLD_NUMBER) {
            let number = self.columns.cell(cells, role::HOUSEHOLD_NUMBER).filter(|cell| is_numbering(cell));
            let number = number.map(text_of);
            // Members may repeat the number of their household.
            let begins = number.is_some() && number != self.last_number;
            self.last_number = number.or(self.last_number.take());
            return begins;
        }
        if self.columns.have(role::RELATION) {
            return self.means(cells, role::RELATION, |meaning| matches!(meaning, Meaning::Head(true)));
        }
        let people = role::HEAD | role::NAME | role::CODE;
        let is_filled = |roles: u16| self.columns.cell(cells, roles).is_some();
        let is_named = is_filled(people) || !self.columns.have(people);
        if !is_named || (self.columns.have(role::HEAD) && !is_filled(role::HEAD | role::CODE)) {
            return false;
        }
        if !self.columns.have(role::NUMBER | role::CODE | role::CLASS | role::GROUP) {
            let is_count = |cell: &SheetCell| members(cell).is_some();
            return self.columns.cell(cells, role::MEMBERS).is_some_and(is_count)
                || self.means(cells, role::PLACE, |meaning| matches!(meaning, Meaning::Place(Some(_))));
        }
        self.columns.cell(cells, role::NUMBER).is_some_and(is_numbering)
            || is_filled(role::CODE)
            || self.means(cells, role::CLASS, |meaning| match meaning {
                Meaning::Class(class) => *class != Class::Unknown,
                _ => false,
            })
            || self.means(cells, role::GROUP, |meaning| matches!(meaning, Meaning::Answer(Some(true))))
    }

    /// Has a row a cell in the columns for one of these that means such a thing?
    fn means(&mut self, cells: &[SheetCell], roles: u16, is_it: fn(&Meaning) -> bool) -> bool {
        let Self { columns, seen, known, tally, .. } = self;
        columns.all.iter_mut().filter(|column| column.role & roles != 0).any(|column| {
            let cell = cells.get(column.at).filter(|cell| !cell.is_empty());
            cell.is_some_and(|cell| is_it(column.meaning(cell, &seen.keys, (known, tally)).1))
        })
    }

    /// Takes a row of a household in.
    fn read_row(&mut self, cells: &[SheetCell], mut open: Household) {
        open.members += 1;
        let Self { columns, seen, known, tally, odd, .. } = self;
        let mut places: Vec<(u8, Option<Place>)> = Vec::new();
        for column in &mut columns.all {
            let Some(cell) = cells.get(column.at).filter(|cell| !cell.is_empty()) else { continue };
            let at = column.at;
            if column.role & role::CODE != 0 {
                open.take_code(cell);
            } else if column.says.is_counted() {
                match column.meaning(cell, &seen.keys, (known, tally)) {
                    (Says::Place(level), Meaning::Place(place)) => places.push((*level, place.clone())),
                    (Says::Yes(_), Meaning::Answer(None)) => _ = odd.insert(at),
                    (says, meaning) => open.take(says, meaning, tally),
                }
            }
        }
        open.place(places);
        self.open = Some(open);
    }
}

/// A running number: 12, 1.2, IV, a.
fn is_numbering(cell: &SheetCell) -> bool {
    let text = text_of(cell);
    let text = text.trim_matches([' ', '.', ')', '(']);
    let is_part = |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    text.split('.').all(is_part)
        || (text.len() <= 4 && !text.is_empty() && text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')))
}

/// "Tổng cộng: 10 hộ": as it is written, for a man may be called Tống.
fn is_total(text: &str) -> bool {
    let written = text.trim().to_lowercase();
    let first = written.split([' ', ':', '.']).next().unwrap_or_default();
    matches!(first, "tổng" | "cộng")
        || ["tong cong", "tong so"].iter().any(|total| written.starts_with(total))
}

/// Words below a list, before the names of those who sign it.
fn is_signature(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "nguoi lap",
        "lap bieu",
        "ky ten",
        "ky va ghi",
        "ghi ro ho ten",
        "chu tich",
        "tm uy ban",
        "tm ubnd",
        "kt chu tich",
        "xac nhan",
        "noi nhan",
        "can bo",
        "truong ban",
        "truong thon",
        "truong khu pho",
        "to truong",
    ];
    let words = words_of(text);
    WORDS.iter().any(|phrase| has_phrase(&words, phrase))
}
