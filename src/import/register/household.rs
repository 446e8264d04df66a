//! A household while its rows are read, and what it counts for.

use super::super::forms::words_of;
use super::super::grid::SheetCell;
use super::begins::Begun;
use super::class::{self, Class, Kind, Move};
use super::columns::{Meaning, text_of};
use super::place::Place;
use super::says::Says;
use super::stated::Stated;
use super::tally::{AreaId, OpenPath, Tally};
use super::{Counter, Unread};

/// What a row says of the member that it is of.
#[derive(Debug)]
pub struct Member {
    /// The relation is that of the head.
    pub is_head: bool,
    /// The name, where the number of the member is 1.
    pub first: Option<String>,
    /// There is a name, or none is asked.
    pub is_named: bool,
    /// A relation or a number of the member stands there, or none is asked.
    pub is_placed: bool,
}

/// The rows of a household.
#[derive(Debug, Default)]
pub struct Rows {
    /// So many, but for one that is that of the household itself.
    pub members: u64,
    /// The first names somebody and says nothing of the relation: the same may come below, as the head.
    may_be_heading: bool,
    /// One is that of the head, by the relation.
    pub has_head: bool,
    /// Is the one that is read that of the head, as far as is known?
    is_at_head: bool,
}

/// Of which people a household is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum OfPeople {
    #[default]
    NotSaid,
    /// One that is not known.
    Unknown,
    Minority,
    Majority,
}

/// A household while its rows are read.
#[derive(Debug, Default)]
pub struct Household {
    /// Its first row, counted from 0.
    pub row: usize,
    /// A fingerprint of what its first row says, for one without a code.
    pub told: u64,
    /// The first name that stands there: kept no longer than the household is read.
    pub name: Option<String>,
    /// Its rows.
    pub rows: Rows,
    /// By what it begins.
    pub begun: Begun,
    pub area: Option<Vec<String>>,
    /// At what depth a name stands that has no word of a place.
    bare: Option<usize>,
    is_without_place: bool,
    pub class: Option<Class>,
    /// What a column says that marks those who left.
    left: Option<Class>,
    /// The group that a column of movement names.
    came: Option<Class>,
    pub stated: Stated,
    pub yes: Vec<OpenPath>,
    pub movement: Option<&'static str>,
    /// How it moved, as a column says in words.
    moved: Option<Move>,
    has_unknown_move: bool,
    has_unknown_cause: bool,
    /// Its head is of this people.
    people: OfPeople,
    pub code: Option<String>,
    /// The noughts that a code of digits begins with.
    pub noughts: usize,
    pub papers: Option<String>,
}

/// A name however somebody is addressed.
pub fn who(name: &str) -> String {
    let name = words_of(name);
    let addressed = ["ho ong ", "ho ba ", "ong ", "ba "];
    let bare = addressed.iter().find_map(|lead| name.strip_prefix(lead));
    bare.map(str::to_owned).unwrap_or(name)
}

impl Household {
    /// One that begins in a row.
    pub fn begin(row: usize, (told, begun): (u64, Begun), name: Option<String>) -> Self {
        Self { row, told, name, begun, ..Self::default() }
    }

    /// Takes in that one more row is its own: that of a member, or one above its members that speaks of all of them.
    pub fn add_row(&mut self, member: Member) {
        let is_of_first = member.is_head
            || member.first.zip(self.name.as_ref()).is_some_and(|(first, own)| who(&first) == who(own));
        let rows = &mut self.rows;
        if std::mem::take(&mut rows.may_be_heading) && is_of_first {
            rows.members = 0;
        }
        let is_first = rows.members == 0;
        rows.is_at_head = member.is_head || (is_first && !rows.has_head);
        rows.has_head |= member.is_head;
        rows.may_be_heading = is_first && member.is_named && !member.is_placed;
        rows.members += u64::from(member.is_named || member.is_placed);
    }

    /// So many are all its members: as its first row says that says anything.
    pub fn state(&mut self, stated: Stated) {
        if self.stated == Stated::Not {
            self.stated = stated.of_household();
        }
    }

    /// So many members by its rows, one at least.
    pub fn members(&self) -> u64 {
        self.rows.members.max(1)
    }

    /// Takes in what a cell of one of its rows means.
    pub fn take(&mut self, says: &Says, meaning: &Meaning, tally: &mut Tally) {
        match (says, meaning) {
            (Says::IsPoor, Meaning::Answer(answer)) => self.answer("poor", *answer),
            (Says::IsNearPoor, Meaning::Answer(answer)) => self.answer("near_poor", *answer),
            (Says::HasLeft(group), Meaning::Answer(answer)) => self.leave(*group, *answer),
            (Says::Yes(path), Meaning::Answer(Some(true))) => self.yes.push(tally.open_path(path)),
            (Says::Came(group, line), Meaning::Answer(Some(true))) => self.come(group, *line),
            (_, Meaning::Class(class, paths)) if self.class.is_none() => {
                self.class = Some(*class);
                self.yes.extend(paths);
            }
            // The head's people are those of the household.
            (_, Meaning::Minority(told)) if self.rows.is_at_head => {
                self.people = match told {
                    Some(true) => OfPeople::Minority,
                    Some(false) => OfPeople::Majority,
                    None => OfPeople::Unknown,
                };
            }
            (_, Meaning::Moved(told)) => {
                self.moved = self.moved.or(*told);
                self.has_unknown_move |= told.is_none();
            }
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
        let noughts = plain.len() - plain.trim_start_matches('0').len();
        let code = if is_number { plain.trim_start_matches('0').to_owned() } else { squeezed(&code) };
        if !code.bytes().any(|b| matches!(b, b'1'..=b'9')) {
            return;
        }
        // Twelve digits of which two are noughts at most, or nine with one.
        let are_whole = are_papers && is_number && code.len() >= 8;
        if !are_whole && is_number && self.code.is_none() {
            self.noughts = noughts;
        }
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

    /// What it is by its own words, else by the row above it; by those of the title how it moved.
    fn settle(&mut self, section: Option<&(Class, Vec<OpenPath>)>, of_all: Option<Kind>) {
        let own = self.class.or(section.map(|(class, _)| *class));
        let own = own.or(of_all.map(|kind| Class::Kind(kind, None)));
        match (self.moved, own) {
            // Who left the poor and is near-poor came from them.
            (Some(Move::Left("poor")), Some(Class::Kind(Kind::In("near_poor"), _))) => {
                self.movement = self.movement.or(Some(class::FROM_POOR));
            }
            (Some(Move::Left(group)), _) => self.leave(Some(group), Some(true)),
            (Some(Move::Came(group, line)), Some(Class::Kind(Kind::In(own), _))) => {
                self.movement =
                    self.movement.or(Some(line).filter(|_| group.is_none_or(|group| group == own)));
            }
            _ => {}
        }
        self.class = match (self.class, self.left) {
            (None, None) => section.map(|(class, paths)| {
                self.yes.extend(paths);
                *class
            }),
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
        self.groups.count();
        if self.is_piece(&open) {
            return;
        }
        open.settle(self.class.as_ref(), self.of_all);
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
            self.leave_members_open(&open);
            return;
        }
        self.keep_piece(&open, kind, area);
        self.reading.households += 1;
        self.most_rows = self.most_rows.max(open.members());
        if open.is_without_place {
            self.reading.unread.push((row, Unread::UnsurePlace));
        } else if self.tally.names(area).is_empty() && self.has_places {
            self.reading.unread.push((row, Unread::NoPlace));
        }
        if open.begun == Begun::WithoutHead && !open.rows.has_head {
            self.reading.unread.push((row, Unread::NoHead));
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
        yes.extend((open.people == OfPeople::Minority).then_some(self.tally.minorities));
        yes.extend(open.movement.map(|line| self.tally.open_path(&format!("{{group}}.movement.{line}"))));
        yes.sort_unstable();
        yes.dedup();
        if open.has_unknown_cause {
            self.reading.unread.push((row, Unread::NoCause));
        }
        if open.has_unknown_move {
            self.reading.unread.push((row, Unread::NoMovement));
            for line in ["newly", "relapsed"] {
                let path = self.tally.open_path(&format!("{{group}}.movement.{line}"));
                self.gaps.insert((area, kind, path));
            }
        }
        // A column of its own may tell what the name of the people does not.
        if open.people == OfPeople::Unknown && !yes.contains(&self.tally.minorities) {
            self.reading.unread.push((row, Unread::NoPeople));
            self.gaps.insert((area, kind, self.tally.minorities));
        }
        let by_rows = self.lists_members().then_some(open.rows.members.max(1));
        let stated = if let Stated::Count(count) = open.stated { Some(count) } else { None };
        // A list of heads alone has a row a household.
        if let (Some(stated), Some(rows)) = (stated, by_rows)
            && stated != rows
            && self.most_rows > 1
        {
            self.reading.unread.push((row, Unread::OtherSize));
        }
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
}

fn squeezed(code: &str) -> String {
    code.split_whitespace().collect()
}
