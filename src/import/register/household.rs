//! A household while its rows are read, and what it counts for.

use super::super::forms::words_of;
use super::super::grid::Cell;
use super::Unread;
use super::begins::Begun;
use super::class::{self, Class, Kind, Move};
use super::columns::{Meaning, text_of};
use super::prints::{Keys, print};
use super::says::Says;
use super::stated::Stated;
use super::tally::{AreaId, NameId, OpenPath, Tally};

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

/// A code, of which nothing is kept but what it is compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Its fingerprint.
    pub print: u64,
    /// So many digits.
    pub digits: usize,
    /// It has nothing but digits.
    pub is_number: bool,
}

/// A place that a cell of a row names, and whether it has no word of a place.
pub type RowPlace = (NameId, bool);

/// Of which people a household is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum OfPeople {
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
    /// The name that its first row has, where it is asked for: kept no longer than the household is read.
    pub name: Option<String>,
    /// Its rows.
    pub rows: Rows,
    /// By what it begins.
    pub begun: Begun,
    pub area: Option<AreaId>,
    /// At what depth a name stands that has no word of a place.
    pub bare: Option<usize>,
    /// What stands where its place is asked is not surely one.
    pub is_without_place: bool,
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
    /// How it moved, as a column says, is not known.
    pub has_unknown_move: bool,
    /// A cause that it names is not known.
    pub has_unknown_cause: bool,
    /// Its head is of this people.
    pub people: OfPeople,
    pub code: Option<Code>,
    /// The noughts that a code of digits begins with.
    pub noughts: usize,
    /// A fingerprint of the number of its papers.
    pub papers: Option<u64>,
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
    pub fn begin(row: usize, begun: Begun) -> Self {
        Self { row, begun, ..Self::default() }
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
    pub fn take(&mut self, says: &Says, meaning: &Meaning) {
        match (says, meaning) {
            (Says::IsPoor, Meaning::Answer(answer)) => self.answer("poor", *answer),
            (Says::IsNearPoor, Meaning::Answer(answer)) => self.answer("near_poor", *answer),
            (Says::HasLeft(group), Meaning::Answer(answer)) => self.leave(*group, *answer),
            (Says::Came(group, line), Meaning::Answer(Some(true))) => self.come(group, *line),
            (_, Meaning::Yes(path)) => self.yes.push(*path),
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
    pub fn take_code(&mut self, cell: Cell<'_>, are_papers: bool, keys: &Keys) {
        let is_sign = |letter: char| matches!(letter, '.' | '-' | '\'' | ' ' | '\u{a0}');
        let mut code = lower(&text_of(cell));
        let is_number = code.chars().all(|letter| letter.is_ascii_digit() || is_sign(letter));
        code.retain(|letter| if is_number { !is_sign(letter) } else { !letter.is_whitespace() });
        let own = if is_number { code.trim_start_matches('0') } else { &code };
        let noughts = code.len() - own.len();
        if !own.bytes().any(|b| matches!(b, b'1'..=b'9')) {
            return;
        }
        // Twelve digits of which two are noughts at most, or nine with one.
        if are_papers && is_number && own.len() >= 8 {
            self.papers.get_or_insert_with(|| print(keys, own));
        } else if self.code.is_none() {
            self.noughts = noughts;
            let digits = own.bytes().filter(u8::is_ascii_digit).count();
            self.code = Some(Code { print: print(keys, own), digits, is_number: digits == own.len() });
        }
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
    pub fn settle(&mut self, section: Option<&(Class, Vec<OpenPath>)>, of_all: Option<Kind>) {
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
    pub fn place(&mut self, places: &mut [(u8, Option<RowPlace>)], tally: &mut Tally) {
        if self.area.is_some() || places.is_empty() {
            return;
        }
        places.sort_by_key(|(level, _)| *level);
        let mut area = AreaId::UNIT;
        for (depth, (_, place)) in places.iter().enumerate() {
            let Some((name, is_bare)) = place else {
                self.is_without_place = true;
                break;
            };
            if *is_bare && self.bare.is_none() {
                self.bare = Some(depth);
            }
            area = tally.area_in(area, *name);
        }
        self.area = Some(area);
    }

    /// What it is, by its own words or by those of the title.
    pub fn kind(&self, of_all: Option<Kind>) -> Result<Kind, Unread> {
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

fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_lowercase() }
}
