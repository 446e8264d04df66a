//! The rows of a list: households, their members, places, and what is none of these.

use super::super::forms::{has_phrase, words_of};
use super::super::grid::SheetCell;
use super::super::levels::{has_groups, is_group, is_in_wards, is_larger};
use super::class::{self, Class};
use super::columns::{Meaning, fingerprint, role, text_of};
use super::household::Household;
use super::place::{self, Place};
use super::qualified;
use super::says::Says;
use super::stated::Stated;
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
        self.gather(row, cells);
        if self.pages.repeats(cells) || self.repeats_title(cells, &told) {
            return self.reading.unread.push((row + 1, Unread::PageHeading));
        }
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
            let name = self.name(cells);
            self.hear(row, cells);
            self.read_row((row, cells), Household::begin(row, (told, self.shared.begun), name));
        } else {
            self.take_more((row, cells), (told.len() == 1, is_apart));
        }
    }

    /// A row that begins no household: of a member, or of nobody. A name alone below a blank row is that of who signs.
    fn take_more(&mut self, (row, cells): (usize, &[SheetCell]), (is_alone, is_apart): (bool, bool)) {
        if self.is_member(cells, is_alone) && !(is_alone && is_apart) {
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
            let within = self.within_rows(&name);
            let place = self.tally.area(&[within, vec![name]].concat());
            self.nested.open_place(&mut self.class);
            self.section = Some(place);
            self.groups.open_place();
            return true;
        }
        let class =
            class::section(text, &self.title).filter(|_| !self.columns.is(*first, role::CLASS | role::GROUP));
        let Some(class) = class else { return false };
        self.close();
        if self.nested.open_class() {
            self.section = self.of_sheet;
        }
        let (_, paths) = qualified::parted(&words_of(text));
        self.class = Some((class, paths.into_iter().map(|path| self.tally.open_path(path)).collect()));
        true
    }

    /// A line of the title once more, as on a new page: one that opens no part of the list.
    fn repeats_title(&self, cells: &[SheetCell], told: &[usize]) -> bool {
        let [only] = told else { return false };
        let Some(text) = cells[*only].text().filter(|text| self.pages.is_title(text)) else { return false };
        let is_part = place::section(text, self.known).is_some_and(|name| is_in_wards(&name))
            || class::section(text, &self.title).is_some_and(|class| class != Class::Unknown);
        !is_part
    }

    /// The open places of rows above that a place lies in which a column names: those of kinds that are larger, where each
    /// says its kind, and one that groups of households lie in.
    pub(super) fn within(&self, name: &str) -> Vec<String> {
        let Some(section) = self.section else { return Vec::new() };
        let open = self.tally.names(section);
        let mut within: Vec<String> = open.iter().take_while(|open| is_larger(open, name)).cloned().collect();
        let next =
            open.get(within.len()).filter(|next| is_group(name) && !is_group(next) && is_in_wards(next));
        within.extend(next.cloned());
        within
    }

    /// The same of a place that a row names. A quarter whose households stand right below it has no groups in it, unless
    /// those before had: what follows is beside it.
    fn within_rows(&mut self, name: &str) -> Vec<String> {
        let mut within = self.within(name);
        if is_group(name) && within.last().is_some_and(|last| !is_larger(last, name)) {
            let is_open = self.section.is_some_and(|section| self.tally.names(section) == within);
            if is_open && self.section == self.of_sheet {
                self.groups.are_of_sheet();
            }
            let may_have = within.last().is_some_and(|last| has_groups(last));
            if !(may_have && self.groups.lie_within(is_open)) {
                within.pop();
            }
        }
        within
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

    /// Takes a row of a household in.
    fn read_row(&mut self, (row, cells): (usize, &[SheetCell]), mut open: Household) {
        open.add_row(self.member(cells));
        let Self { columns, seen, known, tally, odd, spread, .. } = self;
        let mut places: Vec<(u8, Option<Place>)> = Vec::new();
        let mut stated = Stated::Not;
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
                    (_, Meaning::Members(own)) => stated = stated.plus(*own),
                    (says, meaning) => open.take(says, meaning, tally),
                }
            }
        }
        open.state(stated);
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
pub fn is_numbering(cell: &SheetCell) -> bool {
    let text = text_of(cell);
    let text = text.trim_matches([' ', '.', ')', '(']);
    let is_part = |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    text.split('.').all(is_part)
        || (text.len() <= 4 && !text.is_empty() && text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')))
}

/// "Tổng cộng: 10 hộ": as it is written, for a man may be called Tống.
pub fn is_total(text: &str) -> bool {
    let written = text.trim().to_lowercase();
    let first = written.split([' ', ':', '.']).next().unwrap_or_default();
    matches!(first, "tổng" | "cộng")
        || ["tong cong", "tong so"].iter().any(|total| written.starts_with(total))
}

/// Words below a list, before the names of those who sign it.
pub fn is_signature(text: &str) -> bool {
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
