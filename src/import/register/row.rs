//! The rows of a list: households, their members, places, and what is none of these.

use std::hash::BuildHasher;

use super::super::forms::{ColumnRule, forms, has_phrase, words_of};
use super::super::grid::SheetCell;
use super::super::written;
use super::class::{self, Class, Kind};
use super::place;
use super::says::Says;
use super::stated::{Stated, members};
use super::{Counter, Unread, at};

const NUMBERS: [Says; 3] = [Says::HouseholdNumber, Says::Number, Says::MemberNumber];

/// A household while its rows are read.
#[derive(Debug, Default)]
pub struct Household {
    row: usize,
    area: Option<Vec<String>>,
    /// At what depth a name stands that has no word of a place.
    bare: Option<usize>,
    is_without_place: bool,
    class: Option<Class>,
    members: u64,
    stated: Stated,
    yes: Vec<String>,
    movement: Option<&'static str>,
    has_unknown_cause: bool,
    code: Option<String>,
    /// A fingerprint of what its first row says, for one without a code.
    told: u64,
}

impl Counter<'_> {
    /// Reads a row.
    pub(super) fn take(&mut self, row: usize, cells: &[SheetCell]) {
        let filled: Vec<usize> = (0..cells.len()).filter(|column| !cells[*column].is_empty()).collect();
        let is_number = |column: &usize| self.is_of_number(*column) && is_numbering(at(cells, *column));
        let told: Vec<usize> = filled.iter().copied().filter(|column| !is_number(column)).collect();
        let is_numbered = told.len() < filled.len();
        // Rows that are numbered beforehand and left blank hold nothing.
        if told.is_empty() {
            return;
        }
        let texts: Vec<String> =
            told.iter().filter_map(|column| at(cells, *column).text()).map(str::to_owned).collect();
        if let ([_], [text]) = (told.as_slice(), texts.as_slice())
            && let Some(name) = place::section(text, self.known)
        {
            self.close();
            self.has_places = true;
            self.section = Some(name);
            return;
        }
        let is_marked = is_numbered || self.cell(cells, &[Says::Code]).is_some();
        if !is_marked && texts.iter().any(|text| is_total(text)) {
            self.close();
        } else if !is_marked && texts.iter().any(|text| is_signature(text)) {
            self.close();
            self.is_signed = true;
        } else if self.begins(cells) {
            self.close();
            self.is_signed = false;
            let told = self.fingerprint(cells);
            self.read_row(cells, Household { row, told, ..Household::default() });
        } else if self.is_member(cells) {
            match self.open.take() {
                Some(open) => self.read_row(cells, open),
                None if self.is_signed => {}
                None => self.reading.unread.push((row + 1, Unread::NoHousehold)),
            }
        } else if !self.is_signed {
            self.close();
            // It may have named a place: whose households follow is not known any more.
            if told.len() == 1 {
                self.section = None;
            }
            self.reading.unread.push((row + 1, Unread::NotAHousehold));
        }
    }

    fn is_of_number(&self, column: usize) -> bool {
        self.columns.iter().any(|(own, says)| *own == column && NUMBERS.contains(says))
    }

    fn lists_members(&self) -> bool {
        [Says::HouseholdNumber, Says::Relation, Says::MemberNumber].iter().any(|says| self.has(says))
    }

    fn is_member(&self, cells: &[SheetCell]) -> bool {
        self.lists_members()
            && self.cell(cells, &[Says::Name, Says::Head, Says::Relation, Says::MemberNumber]).is_some()
    }

    /// Does a household begin in this row?
    fn begins(&mut self, cells: &[SheetCell]) -> bool {
        if self.has(&Says::HouseholdNumber) {
            let number =
                self.cell(cells, &[Says::HouseholdNumber]).filter(|cell| is_numbering(cell)).map(text_of);
            // Members may repeat the number of their household.
            let begins = number.is_some() && number != self.last_number;
            self.last_number = number.or(self.last_number.take());
            return begins;
        }
        if self.has(&Says::Relation) {
            let relation = self.cell(cells, &[Says::Relation]).map(|cell| words_of(&text_of(cell)));
            return relation.is_some_and(|words| has_phrase(&words, "chu ho"));
        }
        let people = [Says::Head, Says::Name, Says::Code];
        let is_named = self.cell(cells, &people).is_some() || !people.iter().any(|says| self.has(says));
        if !is_named || (self.has(&Says::Head) && self.cell(cells, &[Says::Head, Says::Code]).is_none()) {
            return false;
        }
        let is_classed = |cell: &SheetCell| class::of_one(&words_of(&text_of(cell))) != Class::Unknown;
        let marks = [Says::Number, Says::Code, Says::Class, Says::IsPoor, Says::IsNearPoor];
        if !marks.iter().any(|says| self.has(says)) {
            let is_count = |cell: &SheetCell| members(cell).is_some();
            return self.cell(cells, &[Says::Members]).is_some_and(is_count)
                || self.columns.iter().any(|(column, says)| {
                    let at = || place::in_column(at(cells, *column), &self.heads[column], self.known);
                    matches!(says, Says::Place(_)) && at().is_some()
                });
        }
        self.cell(cells, &[Says::Number]).is_some_and(is_numbering)
            || self.cell(cells, &[Says::Code]).is_some()
            || self.cell(cells, &[Says::Class]).is_some_and(is_classed)
            || self.cell(cells, &[Says::IsPoor]).is_some_and(written::is_yes)
            || self.cell(cells, &[Says::IsNearPoor]).is_some_and(written::is_yes)
    }

    /// Takes a row of a household in.
    fn read_row(&mut self, cells: &[SheetCell], mut open: Household) {
        open.members += 1;
        let mut places: Vec<(u8, Option<place::Place>)> = Vec::new();
        for (column, says) in &self.columns {
            let cell = at(cells, *column);
            if cell.is_empty() {
                continue;
            }
            match says {
                Says::Class => {
                    open.class = open.class.or_else(|| Some(class::of_one(&words_of(&text_of(cell)))));
                }
                Says::IsPoor => open.answer("poor", cell),
                Says::IsNearPoor => open.answer("near_poor", cell),
                Says::Members => open.stated = open.stated.or(cell),
                Says::Place(level) => {
                    places.push((*level, place::in_column(cell, &self.heads[column], self.known)));
                }
                Says::Code => {
                    let code = text_of(cell);
                    let is_code = code.bytes().any(|b| matches!(b, b'1'..=b'9'));
                    open.code = open.code.take().or(Some(code).filter(|_| is_code));
                }
                Says::People if open.members == 1 => {
                    let people = words_of(&text_of(cell));
                    if !people.is_empty() && people != "kinh" && people != "viet" {
                        open.yes.push("{group}.among.dtts.households".to_owned());
                    }
                }
                Says::Cause => {
                    let words = words_of(&text_of(cell));
                    let causes = causes_told(&words);
                    open.has_unknown_cause |= causes.is_empty() && !words.is_empty();
                    open.yes.extend(causes);
                }
                Says::Yes(path) => match answer(cell) {
                    Some(true) => open.yes.push(path.clone()),
                    Some(false) => {}
                    None => _ = self.odd.insert(*column),
                },
                _ => {}
            }
        }
        open.place(places);
        self.open = Some(open);
    }

    /// Counts the household whose rows were read.
    pub(super) fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let row = open.row + 1;
        let kind = match (open.class, self.of_all) {
            (Some(Class::Unknown), _) => Err(Unread::UnknownGroup),
            // Those who left are listed with what they are now.
            (Some(Class::Kind(Kind::In(_), _) | Class::Neither), Some(Kind::Left(group))) => {
                Ok(Kind::Left(group))
            }
            (Some(Class::Neither), _) => Err(Unread::Neither),
            (Some(Class::Kind(kind, _)), _) | (None, Some(kind)) => Ok(kind),
            (None, None) => Err(Unread::NoGroup),
        };
        let kind = kind
            .and_then(|kind| if open.stated == Stated::Unclear { Err(Unread::NoCount) } else { Ok(kind) });
        let kind = match kind {
            Ok(kind) => kind,
            Err(why) => return self.reading.unread.push((row, why)),
        };
        let mut area = open.area.clone().unwrap_or_default();
        if area.is_empty() && !open.is_without_place {
            area.extend(self.section.clone());
        }
        if self.is_repeated(&open, kind, &area) {
            self.reading.repeated += 1;
            return;
        }
        self.reading.households += 1;
        self.most_rows = self.most_rows.max(open.members);
        if open.is_without_place || (area.is_empty() && self.has_places) {
            self.reading.unread.push((row, Unread::NoPlace));
        }
        if let Some(depth) = open.bare {
            self.bare.entry(area[..=depth].to_vec()).or_default().push(row);
        }
        self.count(open, kind, &area);
    }

    fn count(&mut self, open: Household, kind: Kind, area: &[String]) {
        let group = kind.group();
        let own = if matches!(kind, Kind::Left(_)) {
            vec![(format!("{group}.movement.escaped"), 1)]
        } else {
            let row = open.row + 1;
            let mut yes: Vec<String> = open.yes;
            yes.extend(open.movement.map(|line| format!("{{group}}.movement.{line}")));
            yes.sort_unstable();
            yes.dedup();
            if open.has_unknown_cause {
                self.reading.unread.push((row, Unread::NoCause));
            }
            let members = self.lists_members().then_some(open.members);
            let persons = match open.stated {
                Stated::Count(count) => Some(count),
                Stated::Not | Stated::Unclear => members,
            };
            let path = format!("{group}.persons");
            let places = (0..=area.len()).map(|depth| (area[..depth].to_vec(), path.clone()));
            if persons.is_none() {
                self.reading.unread.push((row, Unread::NoMembers));
                self.reading.gaps.extend(places);
            } else if !matches!(open.stated, Stated::Count(_)) {
                self.by_rows.extend(places);
            }
            let counts = yes.iter().map(|path| (path.replace("{group}", group), 1));
            let always =
                [(format!("{group}.households"), 1)].into_iter().chain(persons.map(|count| (path, count)));
            always.chain(counts).collect()
        };
        for (path, count) in own {
            for depth in 0..=area.len() {
                *self.reading.counts.entry((area[..depth].to_vec(), path.clone())).or_default() += count;
            }
        }
    }

    /// Did the household stand in the lists before? One that left is listed where it left and where it came.
    fn is_repeated(&mut self, open: &Household, kind: Kind, area: &[String]) -> bool {
        let left = Some(kind).filter(|kind| matches!(kind, Kind::Left(_)));
        if let Some(code) = &open.code {
            // A long code is one in the whole country, a short one in its ward.
            let digits = code.bytes().filter(u8::is_ascii_digit).count();
            let ward = area.first().filter(|_| self.has(&Says::Place(0)));
            let within = (digits < 9).then_some((&self.unit, ward));
            let code = self.seen.keys.hash_one((left, within, code));
            return !self.seen.codes.insert(code);
        }
        let row = self.seen.keys.hash_one((kind, &self.unit, area, open.told));
        let list = self.seen.lists;
        *self.seen.rows.entry(row).or_insert(list) != list
    }

    /// A fingerprint of what a row says.
    fn fingerprint(&self, cells: &[SheetCell]) -> u64 {
        let told = self.columns.iter().filter(|(_, says)| !NUMBERS.contains(says));
        let told: Vec<String> = told.map(|(column, _)| text_of(at(cells, *column))).collect();
        self.seen.keys.hash_one(told)
    }
}

impl Household {
    /// A column that asks for one group.
    fn answer(&mut self, group: &'static str, cell: &SheetCell) {
        let own = Class::Kind(Kind::In(group), None);
        match (answer(cell), self.class) {
            (Some(false), _) => {}
            (Some(true), None) => self.class = Some(own),
            (Some(true), Some(known)) if known == own => {}
            (Some(true), Some(_)) | (None, _) => self.class = Some(Class::Unknown),
        }
    }

    /// The places of a row, down to the first that is not surely one.
    fn place(&mut self, mut places: Vec<(u8, Option<place::Place>)>) {
        if let Some(Class::Kind(_, line)) = self.class {
            self.movement = line;
        }
        if self.area.is_some() || places.is_empty() {
            return;
        }
        places.sort_by_key(|(level, _)| *level);
        let mut area = Vec::new();
        for (_, place) in places {
            let Some(place) = place else {
                self.is_without_place = true;
                break;
            };
            if place.is_bare && self.bare.is_none() {
                self.bare = Some(area.len());
            }
            area.push(place.name);
        }
        self.area = Some(area);
    }
}

fn text_of(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Text(text) => text.clone(),
        SheetCell::Number(number, _) => number.to_string(),
        SheetCell::Day(day) => day.to_string(),
        SheetCell::Empty | SheetCell::Broken => String::new(),
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

/// Yes or no; none where the cell says anything else.
fn answer(cell: &SheetCell) -> Option<bool> {
    if written::is_yes(cell) {
        return Some(true);
    }
    let is_no = match cell {
        SheetCell::Empty => true,
        SheetCell::Number(number, _) => *number == 0.0,
        SheetCell::Text(text) => {
            written::says_nothing(text)
                || matches!(text.trim().to_lowercase().as_str(), "0" | "không" | "khong" | "k" | "no")
        }
        SheetCell::Day(_) | SheetCell::Broken => false,
    };
    is_no.then_some(false)
}

/// The causes that words name.
fn causes_told(words: &str) -> Vec<String> {
    let rules =
        forms().forms.iter().filter(|form| form.is_titled("nguyen nhan")).flat_map(|form| &form.columns);
    let is_cause = |rule: &&ColumnRule| rule.field.starts_with("causes.") && rule.fit(words).is_some();
    rules.filter(is_cause).map(|rule| rule.field.clone()).collect()
}
