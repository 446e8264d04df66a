//! The rows of a list: households, their members, places, and what is none of these.

use super::super::batch::RowSeen;
use super::super::forms::{has_phrase, words_of};
use super::super::grid::{Cell, SheetCell};
use super::super::levels::{has_groups, is_group, is_in_wards, is_larger};
use super::class::{self, Class};
use super::columns::{Meaning, fingerprint, role, text_of};
use super::household::Household;
use super::place;
use super::prints::print;
use super::qualified;
use super::says::Says;
use super::stated::Stated;
use super::{Counter, Unread};

impl Counter<'_> {
    /// Reads a row.
    pub(super) fn take(&mut self, row: RowSeen<'_>) {
        let RowSeen { number: row, cells, prints, .. } = row;
        self.prints.clear();
        self.prints.extend(prints);
        let mut told = std::mem::take(&mut self.told);
        self.tell(cells, &mut told);
        // Rows that are numbered beforehand and left blank hold nothing.
        if !told.is_empty() {
            self.take_told((row, cells), &told);
        }
        self.told = told;
    }

    fn take_told(&mut self, (row, cells): (usize, &[Cell<'_>]), told: &[usize]) {
        let is_apart = row > std::mem::replace(&mut self.last_row, row) + 1;
        self.gather(row, cells);
        if self.pages.repeats(cells) || self.repeats_title(cells, told) {
            return self.reading.unread.push((row + 1, Unread::PageHeading));
        }
        if self.opens_section(cells, told) {
            return;
        }
        let is_number = |at: &usize| self.columns.is(*at, role::NUMBERS) && is_numbering(cells[*at]);
        let is_marked =
            (0..cells.len()).any(|at| is_number(&at)) || self.columns.cell(cells, role::CODES).is_some();
        let says =
            |is: fn(&str) -> bool| !is_marked && told.iter().filter_map(|at| cells[*at].written()).any(is);
        if says(is_total) {
            self.close();
            self.count_closed();
            let columns = &self.columns;
            self.totals.state(row, cells, |at| columns.is(at, role::MEMBERS));
        } else if says(is_signature) {
            self.close();
            self.is_signed = true;
        } else if self.is_heading(cells, told) {
            self.close();
            self.reading.unread.push((row + 1, Unread::Heading));
        } else if self.begins(cells) {
            self.close();
            self.is_signed = false;
            self.hear(row, cells);
            self.open = Some(Household::begin(row, self.shared.begun));
            self.read_row(row, cells);
            self.keep_first(cells);
        } else {
            self.take_more((row, cells), (told.len() == 1, is_apart));
        }
    }

    /// A row that begins no household: of a member, or of nobody. A name alone below a blank row is that of who signs.
    fn take_more(&mut self, (row, cells): (usize, &[Cell<'_>]), (is_alone, is_apart): (bool, bool)) {
        if self.is_member(cells, is_alone) && !(is_alone && is_apart) {
            match self.open {
                Some(_) => self.read_row(row, cells),
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

    /// Puts the filled cells of a row into `told`, but for its numbers.
    fn tell(&self, cells: &[Cell<'_>], told: &mut Vec<usize>) {
        let is_letter = |cell: Cell<'_>| {
            cell.written().is_some_and(|text| text.len() == 1 && text.bytes().all(|b| b.is_ascii_uppercase()))
        };
        let is_number = |at: &usize| {
            self.columns.is(*at, role::NUMBERS) && (is_numbering(cells[*at]) || is_letter(cells[*at]))
        };
        told.clear();
        told.extend((0..cells.len()).filter(|at| !cells[*at].is_empty() && !is_number(at)));
    }

    /// A row that names the place or the kind of those below it, perhaps with their counts beside it.
    fn opens_section(&mut self, cells: &[Cell<'_>], told: &[usize]) -> bool {
        let Some((first, more)) = told.split_first() else { return false };
        let Some(text) = cells[*first].written() else { return false };
        let is_of_row = self.columns.is(*first, role::PLACE | role::CLASS | role::GROUP);
        if !more.is_empty() && (is_of_row || !more.iter().all(|at| is_count(cells[*at]))) {
            return false;
        }
        if let Some(name) = place::section(text, self.known) {
            self.close();
            // Those above it are in no place as long as there is none.
            self.count_closed();
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
    fn repeats_title(&self, cells: &[Cell<'_>], told: &[usize]) -> bool {
        let [only] = told else { return false };
        let Some(text) = cells[*only].written().filter(|text| self.pages.is_title(text)) else {
            return false;
        };
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
    fn is_heading(&self, cells: &[Cell<'_>], told: &[usize]) -> bool {
        let [only] = told else { return false };
        let Some(text) = cells[*only].written() else { return false };
        let is_roman = |cell: &Cell<'_>| {
            let text = text_of(*cell);
            !text.is_empty() && text.trim_end_matches('.').bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
        };
        !self.columns.have(role::HOUSEHOLD_NUMBER)
            && (self.columns.cell(cells, role::NUMBERS).is_some_and(is_roman)
                || (self.lists_members() && text.to_lowercase().starts_with("hộ ")))
    }

    /// Keeps what the first row of a household says as far as it may be asked for: what tells one without a code from
    /// others, and the name beside a code that is a number.
    fn keep_first(&mut self, cells: &[Cell<'_>]) {
        let code = self.open.as_ref().and_then(|open| open.code);
        let is_named = self.columns.have(role::MEMBER_NUMBER) || code.is_none_or(|code| code.is_number);
        let name = is_named.then(|| self.name(cells)).flatten();
        let Self { columns, prints, seen, open: Some(open), .. } = self else { return };
        open.name = name;
        if open.code.is_none() && open.papers.is_none() {
            let empty = fingerprint(&seen.keys, Cell::Empty);
            let told = columns.all.iter().filter(|column| column.role & role::NUMBERS == 0);
            // What a short row has not is empty.
            let told = told.map(|column| prints.get(column.at).copied().unwrap_or(empty));
            open.told = print(&seen.keys, told.collect::<Vec<u64>>());
        }
    }

    /// Takes a row of the open household in.
    fn read_row(&mut self, row: usize, cells: &[Cell<'_>]) {
        let member = self.member(cells);
        let Self { columns, seen, known, tally, odd, spread, places, prints, open: Some(open), .. } = self
        else {
            return;
        };
        open.add_row(member);
        places.clear();
        let mut stated = Stated::Not;
        for column in &mut columns.all {
            let at = column.at;
            let own = cells.get(at).copied().unwrap_or_default();
            let is_spread = column.role & (role::PLACE | role::CLASS | role::GROUP) != 0;
            let cell = if is_spread { spread.shown((row, at), own) } else { own };
            if cell.is_empty() {
                continue;
            }
            if column.role & role::CODES != 0 {
                open.take_code(cell, column.role & role::PAPERS != 0, &seen.keys);
            } else if column.says.is_counted() {
                let print = if own.is_empty() { fingerprint(&seen.keys, cell) } else { prints[at] };
                match column.meaning((cell, print), (known, tally)) {
                    (Says::Place(level), Meaning::Place(place)) => {
                        places.push((*level, place.as_ref().map(|(place, name)| (*name, place.is_bare))));
                    }
                    (Says::Yes(_), Meaning::Answer(None)) => _ = odd.insert(at),
                    (_, Meaning::Members(own)) => stated = stated.plus(*own),
                    (says, meaning) => open.take(says, meaning),
                }
            }
        }
        open.state(stated);
        open.place(places, tally);
    }
}

/// A number of households or persons: 12, "12 hộ".
fn is_count(cell: Cell<'_>) -> bool {
    match cell {
        SheetCell::Number(..) => true,
        // Few are looked at closer: most begin with a letter.
        SheetCell::Text(text) if text.starts_with(|c: char| c.is_ascii_alphabetic()) => false,
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
pub fn is_numbering<'a>(cell: impl Into<Cell<'a>>) -> bool {
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
