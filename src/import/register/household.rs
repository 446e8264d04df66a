//! A household while its rows are read, and what it counts for.

use std::collections::hash_map::Entry;
use std::hash::BuildHasher;

use super::super::grid::SheetCell;
use super::class::{self, Class, Kind};
use super::columns::{Meaning, text_of};
use super::place::Place;
use super::says::Says;
use super::stated::Stated;
use super::tally::{AreaId, OpenPath, Tally};
use super::{Counter, RegisterReading, Seen, Unread};

/// A household while its rows are read.
#[derive(Debug, Default)]
pub struct Household {
    /// Its first row, counted from 0.
    row: usize,
    /// A fingerprint of what its first row says, for one without a code.
    told: u64,
    /// Its rows.
    pub members: u64,
    area: Option<Vec<String>>,
    /// At what depth a name stands that has no word of a place.
    bare: Option<usize>,
    is_without_place: bool,
    class: Option<Class>,
    /// What a column says that marks those who left.
    left: Option<Class>,
    /// The group that a column of movement names.
    came: Option<Class>,
    stated: Stated,
    yes: Vec<OpenPath>,
    movement: Option<&'static str>,
    has_unknown_cause: bool,
    /// Its head is of a people that is not known.
    is_of_unknown_people: bool,
    code: Option<String>,
    papers: Option<String>,
}

impl Household {
    /// One that begins in a row.
    pub fn begin(row: usize, told: u64) -> Self {
        Self { row, told, ..Self::default() }
    }

    /// Takes in what a cell of one of its rows means.
    pub fn take(&mut self, says: &Says, meaning: &Meaning, tally: &mut Tally) {
        match (says, meaning) {
            (Says::IsPoor, Meaning::Answer(answer)) => self.answer("poor", *answer),
            (Says::IsNearPoor, Meaning::Answer(answer)) => self.answer("near_poor", *answer),
            (Says::HasLeft(group), Meaning::Answer(answer)) => self.leave(*group, *answer),
            (Says::Yes(path), Meaning::Answer(Some(true))) => self.yes.push(tally.open_path(path)),
            (Says::Came(group, line), Meaning::Answer(Some(true))) => self.come(group, *line),
            (_, Meaning::Class(class)) => self.class = self.class.or(Some(*class)),
            (_, Meaning::Members(stated)) if self.stated == Stated::Not => self.stated = *stated,
            // The head's people are those of the household.
            (_, Meaning::Minority(Some(true))) if self.members == 1 => self.yes.push(tally.minorities),
            (_, Meaning::Minority(None)) => self.is_of_unknown_people |= self.members == 1,
            (_, Meaning::Causes(causes, is_unknown)) => {
                self.yes.extend(causes);
                self.has_unknown_cause |= is_unknown;
            }
            _ => {}
        }
    }

    /// Takes in a cell of a code: one is written with dots or without, and a number has lost the noughts it began with.
    pub fn take_code(&mut self, cell: &SheetCell, are_papers: bool) {
        let code = text_of(cell).to_lowercase();
        let plain: String =
            code.chars().filter(|c| !matches!(c, '.' | '-' | '\'' | ' ' | '\u{a0}')).collect();
        let is_number = plain.bytes().all(|b| b.is_ascii_digit());
        let code = if is_number { plain.trim_start_matches('0').to_owned() } else { squeezed(&code) };
        if !code.bytes().any(|b| matches!(b, b'1'..=b'9')) {
            return;
        }
        // Twelve digits of which two are noughts at most, or nine with one.
        let are_whole = are_papers && is_number && code.len() >= 8;
        let own = if are_whole { &mut self.papers } else { &mut self.code };
        own.get_or_insert(code);
    }

    /// A column that marks those who left their group.
    fn leave(&mut self, group: Option<&'static str>, answer: Option<bool>) {
        let own = match (answer, group) {
            (Some(false), _) => return,
            (Some(true), Some(group)) => Class::Kind(Kind::Left(group), None),
            (Some(true), None) | (None, _) => Class::Unknown,
        };
        self.left = if self.left.is_none_or(|known| known == own) { Some(own) } else { Some(Class::Unknown) };
    }

    /// A column of movement: the title, where it names one group, says of which.
    fn come(&mut self, group: &'static str, line: Option<&'static str>) {
        let own = Class::Kind(Kind::In(group), None);
        self.came = if self.came.is_none_or(|known| known == own) { Some(own) } else { Some(Class::Unknown) };
        self.movement = self.movement.or(line);
    }

    /// What it is by its own words, else by the row above it.
    fn settle(&mut self, section: Option<Class>) {
        self.class = match (self.class, self.left) {
            (None, None) => section,
            (class, None) => class,
            (None | Some(Class::Neither), left) => left,
            (class, left) if class == left => class,
            // It is of the group and has left it.
            _ => Some(Class::Unknown),
        };
        if let Some(Class::Kind(_, line)) = self.class {
            self.movement = self.movement.or(line);
        }
    }

    /// A column that asks for one group.
    fn answer(&mut self, group: &'static str, answer: Option<bool>) {
        let own = Class::Kind(Kind::In(group), None);
        match (answer, self.class) {
            (Some(false), _) => {}
            (Some(true), None) => self.class = Some(own),
            (Some(true), Some(known)) if known == own => {}
            (Some(true), Some(_)) | (None, _) => self.class = Some(Class::Unknown),
        }
    }

    /// The places of a row, down to the first that is not surely one.
    pub fn place(&mut self, mut places: Vec<(u8, Option<Place>)>) {
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

    /// What it is, by its own words or by those of the title.
    fn kind(&self, of_all: Option<Kind>) -> Result<Kind, Unread> {
        let kind = match (self.class, of_all) {
            (Some(Class::Unknown), _) => Err(Unread::UnknownGroup),
            // Those who left are listed with what they are now.
            (Some(Class::Kind(Kind::In(_), _) | Class::Neither), Some(Kind::Left(group))) => {
                Ok(Kind::Left(group))
            }
            (Some(Class::Neither), _) => Err(Unread::Neither),
            (Some(Class::Kind(kind, _)), _) | (None, Some(kind)) => Ok(kind),
            (None, None) => match self.came {
                Some(Class::Kind(kind, _)) => Ok(kind),
                Some(Class::Neither | Class::Unknown) => Err(Unread::UnknownGroup),
                None => Err(Unread::NoGroup),
            },
        };
        kind.and_then(|kind| if self.stated == Stated::Unclear { Err(Unread::NoCount) } else { Ok(kind) })
    }
}

impl Counter<'_> {
    /// Counts the household whose rows were read.
    pub(super) fn close(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        open.settle(self.class);
        let row = open.row + 1;
        let kind = match open.kind(self.of_all) {
            Ok(kind) => kind,
            Err(why) => return self.reading.unread.push((row, why)),
        };
        let own = open.area.as_deref().unwrap_or_default();
        let area = match self.section {
            Some(section) if own.is_empty() && !open.is_without_place => section,
            Some(section) => self.area_within(section, own),
            None => self.tally.area(own),
        };
        if self.is_repeated(&open, kind, area) {
            self.reading.repeated += 1;
            return;
        }
        self.reading.households += 1;
        self.most_rows = self.most_rows.max(open.members);
        if open.is_without_place || (self.tally.names(area).is_empty() && self.has_places) {
            self.reading.unread.push((row, Unread::NoPlace));
        }
        if let Some(depth) = open.bare {
            let bare = self.tally.names(area)[..=depth].to_vec();
            let bare = self.tally.area(&bare);
            self.bare.entry(bare).and_modify(|only| *only = None).or_insert(Some(row));
        }
        self.count(open, kind, area);
    }

    /// The place that a row names, within those that rows above it named: worked out once for each, as a list may name few
    /// places in a million rows.
    fn area_within(&mut self, section: AreaId, own: &[String]) -> AreaId {
        let bare = self.tally.area(own);
        if let Some(known) = self.placed.get(&(section, bare)) {
            return *known;
        }
        let within = own.first().map(|first| self.within(first)).unwrap_or_default();
        let area = self.tally.area(&[&within, own].concat());
        self.placed.insert((section, bare), area);
        area
    }

    fn count(&mut self, open: Household, kind: Kind, area: AreaId) {
        if matches!(kind, Kind::Left(_)) {
            self.totals.count(None);
            return self.tally.add(area, kind, self.tally.escaped, 1);
        }
        let row = open.row + 1;
        let mut yes = open.yes;
        yes.extend(open.movement.map(|line| self.tally.open_path(&format!("{{group}}.movement.{line}"))));
        yes.sort_unstable();
        yes.dedup();
        if open.has_unknown_cause {
            self.reading.unread.push((row, Unread::NoCause));
        }
        // A column of its own may tell what the name of the people does not.
        if open.is_of_unknown_people && !yes.contains(&self.tally.minorities) {
            self.reading.unread.push((row, Unread::NoPeople));
            self.gaps.insert((area, kind, self.tally.minorities));
        }
        let by_rows = self.lists_members().then_some(open.members);
        let stated = if let Stated::Count(count) = open.stated { Some(count) } else { None };
        let persons = stated.or(by_rows);
        self.totals.count(persons);
        if let Some(count) = persons {
            self.tally.add(area, kind, self.tally.persons, count);
        } else {
            self.reading.unread.push((row, Unread::NoMembers));
            self.gaps.insert((area, kind, self.tally.persons));
        }
        if stated.is_none() && by_rows.is_some() {
            self.by_rows.insert((area, kind, self.tally.persons));
        }
        self.tally.add(area, kind, self.tally.households, 1);
        // What came from the poor to the near-poor has left the poor.
        if open.movement == Some(class::FROM_POOR) && kind == Kind::In("near_poor") {
            self.tally.add(area, Kind::Left("poor"), self.tally.escaped, 1);
        }
        for path in yes {
            self.tally.add(area, kind, path, 1);
        }
    }

    /// Did the household stand in the lists before? One that left is listed where it left and where it came.
    fn is_repeated(&mut self, open: &Household, kind: Kind, area: AreaId) -> bool {
        let left = Some(kind).filter(|kind| matches!(kind, Kind::Left(_)));
        let names = self.tally.names(area);
        let Seen { keys, codes, elsewhere, papers, rows, lists } = &mut *self.seen;
        let place = keys.hash_one((&self.unit, names.first().filter(|_| self.columns.has_wards)));
        let own_papers = open.papers.as_ref().map(|number| keys.hash_one((left, number)));
        let Some(code) = &open.code else {
            let Some(own_papers) = own_papers else {
                let row = keys.hash_one((kind, &self.unit, names, open.told));
                return *rows.entry(row).or_insert(*lists) != *lists;
            };
            let known = match papers.entry(own_papers) {
                Entry::Occupied(known) => Some(known.get().1),
                Entry::Vacant(papers) => {
                    papers.insert((None, kind));
                    None
                }
            };
            return is_known(&mut self.reading, (open, kind), known);
        };
        // A long code is one in the whole country, a short one in its ward.
        let digits = code.bytes().filter(u8::is_ascii_digit).count();
        let own = keys.hash_one((left, (digits < 9).then_some(place), code));
        // It is counted for what it was first, by its code or, where it came without one, by its papers.
        let by_papers = own_papers.and_then(|own_papers| papers.get(&own_papers).copied());
        let before = by_papers.map(|(code, _)| code);
        let alone = by_papers.filter(|(code, _)| code.is_none()).map(|(_, known)| known);
        let known = codes.get(&own).copied().or(alone);
        let first = known.unwrap_or(kind);
        codes.entry(own).or_insert(first);
        if let Some(own_papers) = own_papers {
            papers.insert(own_papers, (Some(own), first));
        }
        if is_known(&mut self.reading, (open, kind), known) {
            return true;
        }
        // One number of papers under two codes, one code in two wards: what is meant cannot be told. "001" is in each.
        let known = elsewhere.entry(keys.hash_one((left, "code", code))).or_insert(place);
        if before.is_some_and(|before| before != Some(own)) || (digits >= 4 && *known != place) {
            self.reading.unread.push((open.row + 1, Unread::SameElsewhere));
        }
        false
    }
}

/// Did it come before, for this? It is told where that was as another class: it counts for what it was first.
fn is_known(reading: &mut RegisterReading, (open, kind): (&Household, Kind), known: Option<Kind>) -> bool {
    if known.is_some_and(|known| known != kind) {
        reading.unread.push((open.row + 1, Unread::SameOtherwise));
    }
    known.is_some()
}

fn squeezed(code: &str) -> String {
    code.split_whitespace().collect()
}
