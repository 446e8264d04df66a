//! The columns of a list, and what their cells mean. Most cells of a column say the same few things: what one means is
//! worked out once and kept under a fingerprint of the cell, never with the cell itself.

use std::borrow::Cow;
use std::hash::{BuildHasher, Hasher};

use num_traits::ToPrimitive;

use super::super::forms::words_of;
use super::super::grid::{Cell, SheetCell};
use super::super::named::place_key;
use super::super::written;
use super::causes;
use super::class::{self, Class, Move};
use super::peoples;
use super::place::{self, Known, Place};
use super::prints::{ByPrint, Keys};
use super::says::Says;
use super::stated::{Stated, stated};
use super::tally::{NameId, OpenPath, Tally};
use super::{qualified, relation};

/// What columns are for, as sets.
pub mod role {
    /// A new number begins a household.
    pub const HOUSEHOLD_NUMBER: u16 = 1;
    /// A running number of members.
    pub const MEMBER_NUMBER: u16 = 1 << 1;
    /// A running number.
    pub const NUMBER: u16 = 1 << 2;
    /// The relation to the head.
    pub const RELATION: u16 = 1 << 3;
    /// The head's name.
    pub const HEAD: u16 = 1 << 4;
    /// A name.
    pub const NAME: u16 = 1 << 5;
    /// A code.
    pub const CODE: u16 = 1 << 6;
    /// A place.
    pub const PLACE: u16 = 1 << 7;
    /// Poor or near-poor, in words.
    pub const CLASS: u16 = 1 << 8;
    /// Yes to poor or to near-poor.
    pub const GROUP: u16 = 1 << 9;
    /// A number of members.
    pub const MEMBERS: u16 = 1 << 10;
    /// The number of somebody's papers.
    pub const PAPERS: u16 = 1 << 11;
    /// What a household is told from another by.
    pub const CODES: u16 = CODE | PAPERS;
    /// Numbers of any kind: they tell nothing of a household.
    pub const NUMBERS: u16 = HOUSEHOLD_NUMBER | MEMBER_NUMBER | NUMBER;
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Where it stands.
    pub at: usize,
    /// What it says.
    pub says: Says,
    /// What it is for.
    pub role: u16,
    /// Its lowest heading.
    head: String,
    /// What its cells mean, by their fingerprints.
    known: ByPrint<Meaning>,
}

/// So many different cells of a column are known at a time: what has more says little more than once.
const MOST_KNOWN: usize = 1 << 13;

/// What a cell means where it stands.
#[derive(Debug, Clone)]
pub enum Meaning {
    /// Poor, near-poor, or not told; and what else is said of the household.
    Class(Class, Vec<OpenPath>),
    /// Yes or no; none where it is neither.
    Answer(Option<bool>),
    /// Yes, and what that counts for.
    Yes(OpenPath),
    /// So many members.
    Members(Stated),
    /// A place and the number of its name; none where it is not surely one.
    Place(Option<(Place, NameId)>),
    /// A household of a minority? None where that is not surely told.
    Minority(Option<bool>),
    /// These causes; and is one of them not known?
    Causes(Vec<OpenPath>, bool),
    /// So it moved; none where that is not surely told.
    Moved(Option<Move>),
    /// The head of a household?
    Head(bool),
    /// Nothing that is counted.
    Nothing,
}

impl Meaning {
    /// Do both surely tell of two households: of two kinds, of two places?
    pub fn is_other(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Class(Class::Kind(one, _), _), Self::Class(Class::Kind(other, _), _)) => one != other,
            (Self::Place(Some((one, _))), Self::Place(Some((other, _)))) => {
                place_key(&one.name) != place_key(&other.name)
            }
            _ => false,
        }
    }
}

impl Column {
    /// What the column says, and what a cell of it means that has this fingerprint.
    pub fn meaning(
        &mut self,
        (cell, print): (Cell<'_>, u64),
        (places, tally): (&Known, &mut Tally),
    ) -> (&Says, &Meaning) {
        let Self { says, head, known, .. } = self;
        let (says, head): (&Says, &str) = (says, head);
        if !known.contains_key(&print) {
            if known.len() >= MOST_KNOWN {
                known.clear();
            }
            known.insert(print, meaning(says, head, cell, (places, tally)));
        }
        (says, &known[&print])
    }
}

fn meaning(says: &Says, head: &str, cell: Cell<'_>, (places, tally): (&Known, &mut Tally)) -> Meaning {
    let words = || words_of(&text_of(cell));
    match says {
        Says::Class => {
            let (class, paths) = qualified::of_one(&words());
            Meaning::Class(class, paths.into_iter().map(|path| tally.open_path(path)).collect())
        }
        Says::Yes(path) => match answer(cell) {
            Some(true) => Meaning::Yes(tally.open_path(path)),
            told => Meaning::Answer(told),
        },
        Says::IsPoor | Says::IsNearPoor | Says::HasLeft(_) | Says::Came(..) => Meaning::Answer(answer(cell)),
        Says::Members => Meaning::Members(stated(cell)),
        Says::Place(_) => {
            let place = place::in_column(cell, head, places);
            Meaning::Place(place.map(|place| {
                let name = tally.name(&place.name);
                (place, name)
            }))
        }
        Says::People => Meaning::Minority(peoples::is_minority(cell)),
        Says::Cause => {
            let (causes, is_unknown) = causes::told(&text_of(cell));
            Meaning::Causes(causes.into_iter().map(|path| tally.open_path(path)).collect(), is_unknown)
        }
        Says::Moved => Meaning::Moved(class::moved_by(&words())),
        Says::Relation => Meaning::Head(relation::is_head(&words())),
        Says::HouseholdNumber
        | Says::MemberNumber
        | Says::Number
        | Says::Head
        | Says::Name
        | Says::Code
        | Says::Papers
        | Says::Nothing(_) => Meaning::Nothing,
    }
}

/// The columns of a list.
#[derive(Debug)]
pub struct Columns {
    /// Each of them.
    pub all: Vec<Column>,
    /// What any of them is for.
    roles: u16,
    /// What each column of the list is for.
    role_at: Vec<u16>,
    /// Does one name the ward?
    pub has_wards: bool,
}

impl Columns {
    /// Columns that say these things, under their lowest headings.
    pub fn of(said: Vec<(usize, Says)>, head: impl Fn(usize) -> String) -> Self {
        let column = |(at, says): (usize, Says)| Column {
            at,
            role: role_of(&says),
            head: head(at),
            says,
            known: ByPrint::default(),
        };
        let all: Vec<Column> = said.into_iter().map(column).collect();
        let roles = all.iter().fold(0, |roles, column| roles | column.role);
        let has_wards = all.iter().any(|column| column.says == Says::Place(0));
        let mut role_at = vec![0; all.iter().map(|column| column.at + 1).max().unwrap_or(0)];
        for column in &all {
            role_at[column.at] |= column.role;
        }
        Self { all, roles, role_at, has_wards }
    }

    /// Is any of them for one of these?
    #[inline]
    pub fn have(&self, roles: u16) -> bool {
        self.roles & roles != 0
    }

    /// Is that column for one of these?
    #[inline]
    pub fn is(&self, at: usize, roles: u16) -> bool {
        self.role_at.get(at).is_some_and(|own| own & roles != 0)
    }

    /// The first filled cell of a row in the columns that are for one of these.
    #[inline]
    pub fn cell<'c, T>(&self, cells: &'c [SheetCell<T>], roles: u16) -> Option<&'c SheetCell<T>> {
        if !self.have(roles) {
            return None;
        }
        let own = self.all.iter().filter(|column| column.role & roles != 0);
        own.filter_map(|column| cells.get(column.at)).find(|cell| !cell.is_empty())
    }
}

fn role_of(says: &Says) -> u16 {
    match says {
        Says::HouseholdNumber => role::HOUSEHOLD_NUMBER,
        Says::MemberNumber => role::MEMBER_NUMBER,
        Says::Number => role::NUMBER,
        Says::Relation => role::RELATION,
        Says::Head => role::HEAD,
        Says::Name => role::NAME,
        Says::Code => role::CODE,
        Says::Papers => role::PAPERS,
        Says::Place(_) => role::PLACE,
        Says::Class => role::CLASS,
        Says::IsPoor | Says::IsNearPoor => role::GROUP,
        Says::Members => role::MEMBERS,
        Says::HasLeft(_)
        | Says::People
        | Says::Cause
        | Says::Yes(_)
        | Says::Moved
        | Says::Came(..)
        | Says::Nothing(_) => 0,
    }
}

/// A fingerprint of a cell under a key that never leaves the import: a number typed as a text is the same to a reader.
pub fn fingerprint(keys: &Keys, cell: Cell<'_>) -> u64 {
    let mut hasher = keys.build_hasher();
    match cell {
        SheetCell::Text(text) => hasher.write(text.as_bytes()),
        other => hasher.write(text_of(other).as_bytes()),
    }
    hasher.finish()
}

/// What a cell says, in letters.
pub fn text_of<'a>(cell: impl Into<Cell<'a>>) -> Cow<'a, str> {
    match cell.into() {
        SheetCell::Text(text) => text.into(),
        SheetCell::Number(number, _) => number_text(number).into(),
        SheetCell::Day(day) => day.to_string().into(),
        SheetCell::Empty | SheetCell::Broken => "".into(),
    }
}

/// Below here a number has all digits of a whole one.
const EXACT: u64 = 1 << 53;

/// The digits of a number; of a whole one, as nearly all are, they are found several times as fast.
fn number_text(number: f64) -> String {
    let whole =
        number.to_i64().filter(|whole| whole.unsigned_abs() < EXACT && whole.to_f64() == Some(number));
    whole.map_or_else(|| number.to_string(), |whole| whole.to_string())
}

/// Yes or no; none where the cell says anything else.
fn answer(cell: Cell<'_>) -> Option<bool> {
    if written::is_yes(cell) {
        return Some(true);
    }
    let is_no = match cell {
        SheetCell::Empty => true,
        SheetCell::Number(number, _) => number == 0.0,
        SheetCell::Text(text) => {
            written::says_nothing(text)
                || matches!(text.trim().to_lowercase().as_str(), "0" | "không" | "khong" | "k" | "no")
        }
        SheetCell::Day(_) | SheetCell::Broken => false,
    };
    is_no.then_some(false)
}
