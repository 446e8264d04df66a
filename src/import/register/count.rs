//! Households whose rows were read: what each counts for, and in which place.

use std::hint::black_box;

use super::begins::Begun;
use super::class::{self, Kind};
use super::columns::role;
use super::household::{Household, OfPeople};
use super::stated::Stated;
use super::tally::AreaId;
use super::{Counter, Unread};

/// So many households are counted at once.
const AT_ONCE: usize = 64;

impl Counter<'_> {
    /// Closes the household whose rows were read: it is counted, at the latest with those that stand below it.
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
        let own = open.area.unwrap_or(AreaId::UNIT);
        let area = match self.section {
            Some(section) if own == AreaId::UNIT && !open.is_without_place => section,
            Some(section) => self.area_within(section, own),
            None => own,
        };
        self.closed.push((open, kind, area));
        // Rows that may be more of a household ask what was counted.
        if self.closed.len() >= AT_ONCE || self.columns.have(role::RELATION) {
            self.count_closed();
        }
    }

    /// Counts the households that are closed. Whether one came before is asked of a table that is larger than what the
    /// machine has at hand: for all of them the places there are looked at first, side by side.
    pub(super) fn count_closed(&mut self) {
        let mut closed = std::mem::take(&mut self.closed);
        let touched = closed.iter().filter_map(|(open, kind, _)| Some(self.seen.touch(open.code?, *kind)));
        black_box(touched.fold(0, |all, one| all ^ one));
        for (open, kind, area) in closed.drain(..) {
            self.count_one(open, kind, area);
        }
        self.closed = closed;
    }

    fn count_one(&mut self, mut open: Household, kind: Kind, area: AreaId) {
        let row = open.row + 1;
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
        self.count(&mut open, kind, area);
    }

    /// The place that a row names, within those that rows above it named: worked out once for each, as a list may name few
    /// places in a million rows.
    fn area_within(&mut self, section: AreaId, own: AreaId) -> AreaId {
        if let Some(known) = self.placed.get(&(section, own)) {
            return *known;
        }
        let names = self.tally.names(own).to_vec();
        let within = names.first().map(|first| self.within(first)).unwrap_or_default();
        let area = self.tally.area(&[within, names].concat());
        self.placed.insert((section, own), area);
        area
    }

    fn count(&mut self, open: &mut Household, kind: Kind, area: AreaId) {
        if matches!(kind, Kind::Left(_)) {
            self.totals.count(None);
            return self.tally.add(area, kind, self.tally.escaped, 1);
        }
        let row = open.row + 1;
        let mut yes = std::mem::take(&mut open.yes);
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
