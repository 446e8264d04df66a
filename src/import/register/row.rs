//! The rows of a list: households, their members, places, and what is none of these.

use super::super::forms::{has_phrase, words_of};
use super::super::grid::SheetCell;
use super::super::levels::{UNRANKED, finer_rank};
use super::super::written;
use super::class::{self, Class};
use super::columns::{Meaning, fingerprint, role, text_of};
use super::household::Household;
use super::place::{self, Place};
use super::says::Says;
use super::stated::members;
use super::{Counter, Unread};

impl Counter<'_> {
    /// Reads a row.
    pub(super) fn take(&mut self, row: usize, cells: &[SheetCell]) {
        let told = self.told(cells);
        // Rows that are numbered beforehand and left blank hold nothing.
        if told.is_empty() {
            return;
        }
        let is_apart = row > std::mem::replace(&mut self.last_row, row) + 1;
        if self.opens_section(cells, &told) {
            return;
        }
        let is_number = |at: &usize| self.columns.is(*at, role::NUMBERS) && is_numbering(&cells[*at]);
        let is_marked =
            (0..cells.len()).any(|at| is_number(&at)) || self.columns.cell(cells, role::CODES).is_some();
        let says =
            |is: fn(&str) -> bool| !is_marked && told.iter().filter_map(|at| cells[*at].text()).any(is);
        if says(is_total) {
            self.close();
            let columns = &self.columns;
            self.totals.state(row, cells, |at| columns.is(at, role::MEMBERS));
        } else if says(is_signature) {
            self.close();
            self.is_signed = true;
        } else if self.is_heading(cells, &told) {
            self.close();
            self.reading.unread.push((row + 1, Unread::Heading));
        } else if self.begins(cells) {
            self.close();
            self.is_signed = false;
            let told = self.columns.all.iter().filter(|column| column.role & role::NUMBERS == 0);
            let told = told.map(|column| cells.get(column.at).unwrap_or(&SheetCell::Empty));
            let told = fingerprint(&self.seen.keys, told);
            self.read_row((row, cells), Household::begin(row, told));
        } else {
            self.take_more((row, cells), (told.len() == 1, is_apart));
        }
    }

    /// A row that begins no household: of a member, or of nobody. A name alone below a blank row is that of who signs.
    fn take_more(&mut self, (row, cells): (usize, &[SheetCell]), (is_alone, is_apart): (bool, bool)) {
        if self.is_member(cells) && !(is_alone && is_apart) {
            match self.open.take() {
                Some(open) => self.read_row((row, cells), open),
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

    /// The filled cells of a row but for its numbers.
    fn told(&self, cells: &[SheetCell]) -> Vec<usize> {
        let is_letter = |cell: &SheetCell| {
            cell.text().is_some_and(|text| text.len() == 1 && text.bytes().all(|b| b.is_ascii_uppercase()))
        };
        let is_number = |at: &usize| {
            self.columns.is(*at, role::NUMBERS) && (is_numbering(&cells[*at]) || is_letter(&cells[*at]))
        };
        (0..cells.len()).filter(|at| !cells[*at].is_empty() && !is_number(at)).collect()
    }

    /// A row that names the place or the kind of those below it, perhaps with their counts beside it.
    fn opens_section(&mut self, cells: &[SheetCell], told: &[usize]) -> bool {
        let Some((first, more)) = told.split_first() else { return false };
        let Some(text) = cells[*first].text() else { return false };
        let is_of_row = self.columns.is(*first, role::PLACE | role::CLASS | role::GROUP);
        if !more.is_empty() && (is_of_row || !more.iter().all(|at| is_count(&cells[*at]))) {
            return false;
        }
        if let Some(name) = place::section(text, self.known) {
            self.close();
            self.has_places = true;
            let within = self.within(&name);
            let place = self.tally.area(&[within, vec![name]].concat());
            self.nested.open_place(&mut self.class);
            self.section = Some(place);
            return true;
        }
        let class =
            class::section(text, &self.title).filter(|_| !self.columns.is(*first, role::CLASS | role::GROUP));
        let Some(class) = class else { return false };
        self.close();
        if self.nested.open_class() {
            self.section = self.of_sheet;
        }
        self.class = Some(class);
        true
    }

    /// The open places of rows above that a place lies in: those of kinds that are larger, where each says its kind.
    pub(super) fn within(&self, name: &str) -> Vec<String> {
        let Some(section) = self.section else { return Vec::new() };
        let (open, rank) = (self.tally.names(section), finer_rank(name));
        let is_above = |open: &&String| (UNRANKED + 1..rank).contains(&finer_rank(open));
        open.iter().take_while(is_above).cloned().collect()
    }

    /// A row that heads those of a household: "II. Hộ bà Lan" above a list of members, a name alone with a Roman number.
    fn is_heading(&self, cells: &[SheetCell], told: &[usize]) -> bool {
        let [only] = told else { return false };
        let Some(text) = cells[*only].text() else { return false };
        let is_roman = |cell: &SheetCell| {
            let text = text_of(cell);
            !text.is_empty() && text.trim_end_matches('.').bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
        };
        !self.columns.have(role::HOUSEHOLD_NUMBER)
            && (self.columns.cell(cells, role::NUMBERS).is_some_and(is_roman)
                || (self.lists_members() && text.to_lowercase().starts_with("hộ ")))
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
        if self.repeats_head(cells) {
            return false;
        }
        let people = role::HEAD | role::NAME | role::CODES;
        let is_filled = |roles: u16| self.columns.cell(cells, roles).is_some();
        let is_named = is_filled(people) || !self.columns.have(people);
        if !is_named || (self.columns.have(role::HEAD) && !is_filled(role::HEAD | role::CODES)) {
            return false;
        }
        if !self.columns.have(role::NUMBER | role::CODES | role::CLASS | role::GROUP) {
            let is_count = |cell: &SheetCell| members(cell).is_some();
            return self.columns.cell(cells, role::MEMBERS).is_some_and(is_count)
                || self.means(cells, role::PLACE, |meaning| matches!(meaning, Meaning::Place(Some(_))));
        }
        self.columns.cell(cells, role::NUMBER).is_some_and(is_numbering)
            || is_filled(role::CODES)
            || self.means(cells, role::CLASS, |meaning| match meaning {
                Meaning::Class(class) => *class != Class::Unknown,
                _ => false,
            })
            || self.means(cells, role::GROUP, |meaning| matches!(meaning, Meaning::Answer(Some(true))))
    }

    /// Does a row name a member beside the head that the row before named? It is none of another household; whether it is
    /// one of the same nothing tells.
    fn repeats_head(&mut self, cells: &[SheetCell]) -> bool {
        if !self.columns.have(role::HEAD) || !self.columns.have(role::NAME) {
            return false;
        }
        let head = self.columns.cell(cells, role::HEAD).filter(|cell| !written::is_yes(cell));
        let head = head.map(|cell| fingerprint(&self.seen.keys, [cell]));
        let is_repeated = head.is_some() && head == self.last_head;
        self.last_head = head;
        is_repeated
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
    fn read_row(&mut self, (row, cells): (usize, &[SheetCell]), mut open: Household) {
        open.members += 1;
        let Self { columns, seen, known, tally, odd, spread, .. } = self;
        let mut places: Vec<(u8, Option<Place>)> = Vec::new();
        for column in &mut columns.all {
            let at = column.at;
            let own = cells.get(at).unwrap_or(&SheetCell::Empty);
            let is_spread = column.role & (role::PLACE | role::CLASS | role::GROUP) != 0;
            let cell = if is_spread { spread.shown((row, at), own) } else { own };
            if cell.is_empty() {
                continue;
            }
            if column.role & role::CODES != 0 {
                open.take_code(cell, column.role & role::PAPERS != 0);
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

/// A number of households or persons: 12, "12 hộ".
fn is_count(cell: &SheetCell) -> bool {
    match cell {
        SheetCell::Number(..) => true,
        SheetCell::Text(text) => {
            let words = words_of(text);
            words.starts_with(|c: char| c.is_ascii_digit())
                && words.len() < 20
                && words.split(' ').all(|word| {
                    word.bytes().all(|b| b.is_ascii_digit())
                        || ["ho", "nhan", "khau", "nguoi", "nk"].contains(&word)
                })
        }
        SheetCell::Empty | SheetCell::Day(_) | SheetCell::Broken => false,
    }
}

/// A running number: 12, 1.2, IV.
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
