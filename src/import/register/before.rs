//! What stood in the lists before: a household listed twice, and a piece of one whose rows do not stand together.

use super::class::{Class, Kind};
use super::columns::role;
use super::household::{Code, Household, who};
use super::prints::{Keys, Prints, cut, print};
use super::stated::Stated;
use super::tally::AreaId;
use super::{Counter, RegisterReading, Unread};

/// What is known of the households of all lists of an import.
#[derive(Debug, Default)]
pub struct Seen {
    pub(super) keys: Keys,
    codes: Codes,
    /// The code that stood beside a number of papers, and what the household was counted for.
    papers: Prints,
    /// Those without a code, and the list they stand in: in one list two may be alike.
    rows: Prints,
    pub(super) lists: u32,
}

impl Seen {
    /// Looks where a code would stand.
    pub(super) fn touch(&self, code: Code, kind: Kind) -> u32 {
        self.codes.first.touch(any_ward(&self.keys, left(kind), code))
    }
}

/// A code whatever the ward.
fn any_ward(keys: &Keys, left: Option<Kind>, code: Code) -> u64 {
    print(keys, (left, code.print))
}

/// What a household left, if it did.
fn left(kind: Kind) -> Option<Kind> {
    Some(kind).filter(|kind| matches!(kind, Kind::Left(_)))
}

/// The codes that came before, each with what its household was counted for.
#[derive(Debug, Default)]
struct Codes {
    /// Each code as it came first, in which ward that was, and the kind.
    first: Prints,
    /// By the code within its ward, the kind: a short one of another ward than the first, one that is apart from another,
    /// one that came first with known papers.
    others: Prints,
}

/// A code of a household: one in the whole country, or in its ward.
#[derive(Debug, Clone, Copy)]
struct CodeKey {
    /// Whatever the ward.
    any: u64,
    /// Within its ward, where it is short; with its noughts and the head, where it is apart.
    own: u64,
    /// The ward, as far as it is kept.
    ward: u32,
    is_short: bool,
    is_apart: bool,
}

/// So many bits tell the kind, the others the ward or the code.
const KIND_BITS: u32 = 2;
const REST_BITS: u32 = u32::BITS - KIND_BITS;

impl Codes {
    /// What a household of that code was counted for.
    fn kind(&self, key: CodeKey) -> Option<Kind> {
        let first = self.first.get(key.any).filter(|_| !key.is_apart);
        let own = first.filter(|first| !key.is_short || first >> KIND_BITS == key.ward);
        own.or_else(|| self.others.get(key.own)).map(Kind::of_bits)
    }

    /// Keeps what a household of that code is counted for; in which ward did the code stand first?
    fn keep(&mut self, key: CodeKey, kind: Kind, within: u64) -> u32 {
        if let Some(first) = self.first.get(key.any) {
            if self.kind(key).is_none() {
                self.others.set(key.own, kind.bits());
            }
            return first >> KIND_BITS;
        }
        let mut first = kind;
        if key.is_apart {
            self.others.first(key.own, kind.bits());
            first = self.others.get(within).map_or(kind, Kind::of_bits);
        }
        self.first.set(key.any, key.ward << KIND_BITS | first.bits());
        key.ward
    }
}

impl Kind {
    fn bits(self) -> u32 {
        u32::from(self.group() == "near_poor") << 1 | u32::from(matches!(self, Self::Left(_)))
    }

    fn of_bits(bits: u32) -> Self {
        let group = if bits & 2 == 0 { "poor" } else { "near_poor" };
        if bits & 1 == 0 { Self::In(group) } else { Self::Left(group) }
    }
}

/// A household whose rows share a code, as it was counted: more of its rows may come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    area: AreaId,
    kind: Kind,
    has_head: bool,
    is_counted_by_rows: bool,
}

impl Counter<'_> {
    /// The key of a household by the code that its rows share.
    fn piece_key(&self, open: &Household) -> Option<u64> {
        let code = open.code.as_ref().filter(|_| self.gathering.by_code)?;
        let names = open.area.map(|area| self.tally.names(area)).unwrap_or_default();
        let ward = names.first().filter(|_| self.columns.has_wards);
        Some(print(&self.seen.keys, (ward, code.print, open.noughts)))
    }

    /// Are these rows more of a household that was counted, whose head is not among both? They are its members; what else
    /// they say came too late to be told from what was counted.
    pub(super) fn is_piece(&mut self, open: &Household) -> bool {
        if !self.columns.have(role::RELATION) {
            return false;
        }
        let Some(piece) = self.piece_key(open).and_then(|key| self.pieces.get_mut(&key)) else {
            return false;
        };
        if piece.has_head && open.rows.has_head {
            return false;
        }
        piece.has_head |= open.rows.has_head;
        let Piece { area, kind, is_counted_by_rows, .. } = *piece;
        if is_counted_by_rows && open.stated == Stated::Not {
            self.tally.add(area, kind, self.tally.persons, open.rows.members);
            self.totals.count_members(open.rows.members);
            self.most_rows = self.most_rows.max(2);
        } else if is_counted_by_rows {
            self.gaps.insert((area, kind, self.tally.persons));
        }
        let is_other = open.class.is_some_and(|class| !matches!(class, Class::Kind(own, _) if own == kind));
        let movement = open.movement.map(|line| self.tally.open_path(&format!("{{group}}.movement.{line}")));
        let late: Vec<_> = open.yes.iter().copied().chain(movement).collect();
        if is_other || !late.is_empty() {
            self.gaps.extend(late.into_iter().map(|path| (area, kind, path)));
            self.reading.unread.push((open.row + 1, Unread::Apart));
        }
        true
    }

    /// Keeps what a household was counted for, for rows of it that may follow further below.
    pub(super) fn keep_piece(&mut self, open: &Household, kind: Kind, area: AreaId) {
        let Some(key) = self.piece_key(open) else { return };
        let is_counted_by_rows = open.stated == Stated::Not && matches!(kind, Kind::In(_));
        self.pieces.insert(key, Piece { area, kind, has_head: open.rows.has_head, is_counted_by_rows });
    }

    /// Rows with a code that came before in a list that asks no relation: a member more, or the household once more.
    pub(super) fn leave_members_open(&mut self, open: &Household) {
        let key = self.piece_key(open).filter(|_| !self.columns.have(role::RELATION));
        let Some(piece) = key.and_then(|key| self.pieces.get(&key)).filter(|piece| piece.is_counted_by_rows)
        else {
            return;
        };
        self.gaps.insert((piece.area, piece.kind, self.tally.persons));
        self.reading.unread.push((open.row + 1, Unread::NoMembers));
    }

    /// Did the household stand in the lists before? One that left is listed where it left and where it came.
    pub(super) fn is_repeated(&mut self, open: &Household, kind: Kind, area: AreaId) -> bool {
        let left = left(kind);
        let own_papers = open.papers.map(|number| print(&self.seen.keys, (left, number)));
        if let Some(code) = open.code {
            return self.repeats_code((open, code), (kind, left), area, own_papers);
        }
        let Some(own_papers) = own_papers else {
            let names = self.tally.names(area);
            let row = print(&self.seen.keys, (kind, &self.unit, names, open.told));
            return self.seen.rows.first(row, self.seen.lists) != self.seen.lists;
        };
        let known = self.seen.papers.get(own_papers);
        if known.is_none() {
            self.seen.papers.set(own_papers, kind.bits());
        }
        is_known(&mut self.reading, (open, kind), known.map(Kind::of_bits))
    }

    /// The same of a household that has a code, perhaps beside a number of papers.
    fn repeats_code(
        &mut self,
        (open, code): (&Household, Code),
        (kind, left): (Kind, Option<Kind>),
        area: AreaId,
        own_papers: Option<u64>,
    ) -> bool {
        let (key, within) = self.code_key((open, code), left, area);
        // It is counted for what it was first, by its code or, where it came without one, by its papers.
        let Seen { codes, papers, .. } = &mut *self.seen;
        let by_papers = own_papers.and_then(|own_papers| papers.get(own_papers));
        let before = by_papers.map(|known| known >> KIND_BITS);
        let alone = by_papers.filter(|known| known >> KIND_BITS == 0).map(Kind::of_bits);
        let by_code = codes.kind(key);
        let known = by_code.or(alone);
        let first = known.unwrap_or(kind);
        let own = cut(key.own, REST_BITS).max(1);
        if let Some(own_papers) = own_papers {
            papers.set(own_papers, own << KIND_BITS | first.bits());
        }
        if is_known(&mut self.reading, (open, kind), known) {
            if by_code.is_none() {
                codes.others.set(key.own, first.bits());
            }
            return true;
        }
        // One number of papers under two codes, one code in two wards: what is meant cannot be told. "001" is in each.
        let ward = codes.keep(key, first, within);
        let is_elsewhere = code.digits >= 4 && ward != key.ward;
        if key.is_apart || before.is_some_and(|before| before != own) || is_elsewhere {
            self.reading.unread.push((open.row + 1, Unread::SameElsewhere));
            *self.reading.same_elsewhere.entry(kind.households()).or_default() += 1;
        }
        false
    }

    /// By what a code is known, and the same whoever heads its household.
    fn code_key(
        &mut self,
        (open, code): (&Household, Code),
        left: Option<Kind>,
        area: AreaId,
    ) -> (CodeKey, u64) {
        let Self { seen, tally, columns, unit, wards, written, .. } = self;
        let keys = &seen.keys;
        let place = *wards.entry(area).or_insert_with(|| {
            print(keys, (&*unit, tally.names(area).first().filter(|_| columns.has_wards)))
        });
        // A long code is one in the whole country, a short one in its ward.
        let is_short = code.digits < 9;
        let any = any_ward(keys, left, code);
        let within = if is_short { print(keys, (any, place)) } else { any };
        // "0123" and "00123" of one list are two codes where they are of two heads: a number that lost its noughts is not.
        let mut own = within;
        if code.is_number {
            let who = open.name.as_deref().map_or(0, |name| cut(print(keys, who(name)), WHO_BITS).max(1));
            let noughts = u32::try_from(open.noughts).unwrap_or(u32::MAX).min(MOST_NOUGHTS);
            let first = written.first(within, who << NOUGHT_BITS | noughts);
            if first & MOST_NOUGHTS != noughts && first >> NOUGHT_BITS != who {
                own = print(keys, (within, noughts, who));
            }
        }
        let ward = cut(place, REST_BITS);
        (CodeKey { any, own, ward, is_short, is_apart: own != within }, within)
    }
}

/// Of the first who came with a code: so many bits tell the noughts it was written with, the others who that is.
const NOUGHT_BITS: u32 = 6;
const WHO_BITS: u32 = u32::BITS - NOUGHT_BITS;
const MOST_NOUGHTS: u32 = (1 << NOUGHT_BITS) - 1;

/// Did it come before, for this? It is told where that was as another class: it counts for what it was first.
fn is_known(reading: &mut RegisterReading, (open, kind): (&Household, Kind), known: Option<Kind>) -> bool {
    if known.is_some_and(|known| known != kind) {
        reading.unread.push((open.row + 1, Unread::SameOtherwise));
    }
    known.is_some()
}
