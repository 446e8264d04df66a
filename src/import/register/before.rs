//! What stood in the lists before: a household listed twice, and a piece of one whose rows do not stand together.

use std::collections::HashMap;
use std::collections::hash_map::{Entry, RandomState};
use std::hash::BuildHasher;

use super::class::{Class, Kind};
use super::columns::role;
use super::household::{Household, who};
use super::stated::Stated;
use super::tally::AreaId;
use super::{Counter, RegisterReading, Unread};

/// What is known of the households of all lists of an import.
#[derive(Debug, Default)]
pub struct Seen {
    pub(super) keys: RandomState,
    /// By its code, what a household was counted for.
    codes: HashMap<u64, Kind>,
    /// In which ward a code stood first.
    elsewhere: HashMap<u64, u64>,
    /// The code that stood beside a number of papers, and what the household was counted for.
    papers: HashMap<u64, (Option<u64>, Kind)>,
    /// Those without a code, and the list they stand in: in one list two may be alike.
    rows: HashMap<u64, usize>,
    pub(super) lists: usize,
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
        let ward = open.area.as_ref().and_then(|area| area.first()).filter(|_| self.columns.has_wards);
        Some(self.seen.keys.hash_one((ward, code, open.noughts)))
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
        // "0123" and "00123" of one list are two codes where they are of two heads: a number that lost its noughts is not.
        let is_number = digits == code.len();
        let who = || open.name.as_deref().map(|name| keys.hash_one(who(name)));
        let own_who = if is_number { who() } else { None };
        let first = is_number.then(|| *self.written.entry(own).or_insert((open.noughts, own_who)));
        let is_apart = first.is_some_and(|(noughts, who)| noughts != open.noughts && who != own_who);
        let own = if is_apart { keys.hash_one((own, open.noughts, own_who)) } else { own };
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
        if is_apart || before.is_some_and(|before| before != Some(own)) || (digits >= 4 && *known != place) {
            self.reading.unread.push((open.row + 1, Unread::SameElsewhere));
            *self.reading.same_elsewhere.entry(kind.households()).or_default() += 1;
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
