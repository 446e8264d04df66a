//! The list of households itself: counted while it is read, and nothing of anybody is kept.
//!
//! Of a household that was counted only a fingerprint of its code stays, 64 bits under a key that is drawn anew for each
//! reading and never leaves it: enough to count what stands in the list twice, and nothing to be told from it.

mod says;

use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, HashSet};
use std::hash::BuildHasher;

use super::field::Field;
use super::forms::{ColumnRule, forms, has_phrase, words_of};
use super::grid::{Grid, SheetCell};
use super::heading::{Heading, is_place};
use super::summary::{Given, Value};
use super::written::{self, Counted};
use says::{Says, says};

/// What was counted in a list.
#[derive(Debug, Clone, Default)]
pub struct RegisterReading {
    /// The counts.
    pub given: Vec<Given>,
    /// Columns that are counted, as they are headed, and what for.
    pub counted: Vec<(String, String)>,
    /// Columns that are not, as they are headed.
    pub left_out: Vec<String>,
    /// Households that are counted.
    pub households: usize,
    /// Households whose code stood in the list before: counted once.
    pub repeated: usize,
    /// Rows that could not be read, counted from 1, and why.
    pub unread: Vec<(usize, Unread)>,
}

/// Why a row of a list could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// Nothing says whether the household is poor or near-poor.
    NoGroup,
    /// What should say so says something else.
    UnknownGroup,
    /// A member before any household.
    NoHousehold,
    /// The number of members is no number.
    NoCount,
}

/// Is that the list of households? It names people.
pub fn is_list(heading: &Heading) -> bool {
    (0..heading.columns.len()).any(|column| {
        let words = heading.words(column);
        ["ho va ten", "ho ten", "chu ho", "ten chu ho"].iter().any(|phrase| has_phrase(&words, phrase))
    })
}

/// A household while its rows are read.
#[derive(Debug, Default)]
struct Household {
    row: usize,
    area: Vec<String>,
    group: Option<&'static str>,
    group_is_unknown: bool,
    members: u64,
    stated_members: Option<u64>,
    yes: Vec<String>,
    fingerprint: Option<u64>,
}

/// The counts of a list while it is read.
struct Counter<'a> {
    grid: &'a Grid,
    columns: Vec<(usize, Says)>,
    /// The group that the title gives to all, and whether the list is of those who left it.
    title_group: Option<&'static str>,
    has_left: bool,
    keys: RandomState,
    seen: HashSet<u64>,
    counts: BTreeMap<(Vec<String>, String), u64>,
    reading: RegisterReading,
    section: Option<String>,
    open: Option<Household>,
    last_number: Option<String>,
}

/// Counts a list.
pub fn read(grid: &Grid, heading: &Heading) -> RegisterReading {
    let columns: Vec<(usize, Says)> = (0..heading.columns.len())
        .filter(|c| !heading.columns[*c].is_empty())
        .map(|c| (c, says(heading, c)))
        .collect();
    let title = format!("{} {}", heading.title_words(), words_of(grid.sheet.as_deref().unwrap_or_default()));
    let mut reading = RegisterReading::default();
    for (column, says) in &columns {
        match says {
            Says::Nothing => reading.left_out.push(heading.written(*column)),
            Says::Yes(path) => reading.counted.push((heading.written(*column), path.clone())),
            _ => reading.counted.push((heading.written(*column), String::new())),
        }
    }
    let mut counter = Counter {
        grid,
        title_group: group_told(&title),
        has_left: has_phrase(&title, "thoat ngheo") || has_phrase(&title, "thoat can ngheo"),
        columns,
        keys: RandomState::new(),
        seen: HashSet::new(),
        counts: BTreeMap::new(),
        reading,
        section: None,
        open: None,
        last_number: None,
    };
    for row in heading.first..grid.rows.len() {
        counter.take(row);
    }
    counter.close();
    counter.finish()
}

impl Counter<'_> {
    fn cell(&self, row: usize, wanted: impl Fn(&Says) -> bool) -> Option<&SheetCell> {
        let (column, _) = self.columns.iter().find(|(_, says)| wanted(says))?;
        Some(self.grid.cell(row, *column)).filter(|cell| !cell.is_empty())
    }

    fn take(&mut self, row: usize) {
        let filled: Vec<&SheetCell> = self.grid.rows[row].iter().filter(|cell| !cell.is_empty()).collect();
        match filled.as_slice() {
            [] => return,
            // A row that says one thing names the place of those below it.
            [only] => {
                if let Some(name) = only.text().filter(|text| is_place(text)) {
                    self.close();
                    self.section = Some(name.to_owned());
                }
                return;
            }
            _ => {}
        }
        if self.begins(row) {
            self.close();
            self.open = Some(Household { row, ..Household::default() });
        }
        let Some(mut open) = self.open.take() else {
            self.reading.unread.push((row + 1, Unread::NoHousehold));
            return;
        };
        open.members += 1;
        self.read_row(row, &mut open);
        self.open = Some(open);
    }

    /// Does a household begin in this row?
    fn begins(&mut self, row: usize) -> bool {
        let text = |cell: &SheetCell| match cell {
            SheetCell::Text(text) => text.clone(),
            SheetCell::Number(number, _) => number.to_string(),
            SheetCell::Empty | SheetCell::Day(_) | SheetCell::Broken => String::new(),
        };
        let has = |wanted: Says| self.columns.iter().any(|(_, says)| *says == wanted);
        if has(Says::HouseholdNumber) {
            let number = self.cell(row, |says| *says == Says::HouseholdNumber).map(text);
            // Members may repeat the number of their household.
            let begins = number.is_some() && number != self.last_number;
            self.last_number = number.or(self.last_number.take());
            return begins;
        }
        if has(Says::Relation) {
            let relation = self.cell(row, |says| *says == Says::Relation).map(|cell| words_of(&text(cell)));
            return relation.is_some_and(|words| has_phrase(&words, "chu ho"));
        }
        if has(Says::Head) {
            return self.cell(row, |says| *says == Says::Head).is_some();
        }
        true
    }

    fn read_row(&self, row: usize, open: &mut Household) {
        let mut places: Vec<(u8, String)> = Vec::new();
        for (column, says) in &self.columns {
            let cell = self.grid.cell(row, *column);
            if cell.is_empty() {
                continue;
            }
            let words = || cell.text().map(words_of).unwrap_or_default();
            match says {
                Says::Class => match group_told(&words()) {
                    Some(group) => open.group = open.group.or(Some(group)),
                    None => open.group_is_unknown = true,
                },
                Says::IsPoor if written::is_yes(cell) => open.group = Some("poor"),
                Says::IsNearPoor if written::is_yes(cell) => open.group = Some("near_poor"),
                Says::Members => {
                    if let Counted::Count(count) = written::count(cell) {
                        open.stated_members = open.stated_members.or(Some(count));
                    }
                }
                Says::Place(level) => places.extend(cell.text().map(|text| (*level, text.to_owned()))),
                Says::Code => {
                    let code = match cell {
                        SheetCell::Text(text) => text.clone(),
                        SheetCell::Number(number, _) => number.to_string(),
                        SheetCell::Empty | SheetCell::Day(_) | SheetCell::Broken => continue,
                    };
                    open.fingerprint = open.fingerprint.or(Some(self.keys.hash_one(code)));
                }
                Says::People if open.members == 1 => {
                    let people = words();
                    if !people.is_empty() && people != "kinh" && people != "viet" {
                        open.yes.push("{group}.among.dtts.households".to_owned());
                    }
                }
                Says::Cause => open.yes.extend(causes_told(&words())),
                Says::Yes(path) if written::is_yes(cell) => open.yes.push(path.clone()),
                Says::HouseholdNumber
                | Says::Number
                | Says::Relation
                | Says::Head
                | Says::People
                | Says::IsPoor
                | Says::IsNearPoor
                | Says::Yes(_)
                | Says::Nothing => {}
            }
        }
        if open.area.is_empty() {
            places.sort();
            open.area = places.into_iter().map(|(_, name)| name).collect();
        }
    }

    /// Counts the household whose rows were read.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let Some(group) = open.group.or(self.title_group) else {
            let why = if open.group_is_unknown { Unread::UnknownGroup } else { Unread::NoGroup };
            self.reading.unread.push((open.row + 1, why));
            return;
        };
        if let Some(fingerprint) = open.fingerprint
            && !self.seen.insert(fingerprint)
        {
            self.reading.repeated += 1;
            return;
        }
        self.reading.households += 1;
        let mut area = open.area;
        if area.is_empty() {
            area.extend(self.section.clone());
        }
        let mut yes = open.yes;
        yes.sort_unstable();
        yes.dedup();
        let own = if self.has_left {
            vec![(format!("{group}.movement.escaped"), 1)]
        } else {
            let persons = open.stated_members.unwrap_or(open.members);
            let counts = yes.iter().map(|path| (path.replace("{group}", group), 1));
            let both = [(format!("{group}.households"), 1), (format!("{group}.persons"), persons)];
            both.into_iter().chain(counts).collect()
        };
        for (path, count) in own {
            for depth in 0..=area.len() {
                *self.counts.entry((area[..depth].to_vec(), path.clone())).or_default() += count;
            }
        }
    }

    fn finish(mut self) -> RegisterReading {
        let at = self.grid.place(0, 0);
        let given = self.counts.into_iter().filter_map(|((area, path), count)| {
            Some(Given { area, field: Field::parse(&path)?, value: Value::Count(count), at: at.clone() })
        });
        self.reading.given = given.collect();
        self.reading
    }
}

/// The group that a word for a household names.
fn group_told(words: &str) -> Option<&'static str> {
    let is = |phrase: &str| has_phrase(words, phrase);
    match (
        is("can ngheo") || matches!(words, "cn" | "hcn"),
        is("ho ngheo") || matches!(words, "n" | "hn" | "ngheo") || is("thoat ngheo"),
    ) {
        (true, false) => Some("near_poor"),
        (false, true) => Some("poor"),
        _ => None,
    }
}

/// The causes that words name.
fn causes_told(words: &str) -> Vec<String> {
    let rules =
        forms().forms.iter().filter(|form| form.is_titled("nguyen nhan")).flat_map(|form| &form.columns);
    let is_cause = |rule: &&ColumnRule| rule.field.starts_with("causes.") && rule.fit(words).is_some();
    rules.filter(is_cause).map(|rule| rule.field.clone()).collect()
}
