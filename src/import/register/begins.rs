//! Where a household begins among the rows of a list, and which rows are those of its members.

use super::super::grid::{Cell, SheetCell};
use super::super::written;
use super::Counter;
use super::class::Class;
use super::columns::{Meaning, fingerprint, role, text_of};
use super::gathering::{Gathering, code_of, is_code};
use super::household::Member;
use super::prints::print;
use super::row::is_numbering;
use super::stated::members;

/// What the row that is read shares with those above it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shared {
    /// Has it a code, in a merged cell too?
    has_code: bool,
    /// A fingerprint of that, where rows with one code are one household.
    code: Option<u64>,
    /// Does a merged cell of the number or of the code reach it from above?
    is_continued: bool,
    /// Is it that of a head, by the relation?
    is_head: bool,
    /// If a household begins in it, by what.
    pub begun: Begun,
}

/// By what a household begins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Begun {
    /// By its head, its code, its number.
    #[default]
    Surely,
    /// By a row without a relation, where no head has one.
    Blank,
    /// By a row of somebody who is not the head: its number, kind or place is another one than that of those above it.
    WithoutHead,
}

/// What a row says of its household that no other row of it says otherwise.
const OF_HOUSEHOLD: u16 = role::CLASS | role::GROUP | role::PLACE;

impl Counter<'_> {
    /// Looks at what hangs a row together with those above it.
    pub(super) fn gather(&mut self, row: usize, cells: &[Cell<'_>]) {
        self.shared = Shared::default();
        for column in &self.columns.all {
            if column.role & (role::NUMBER | role::CODE) == 0 {
                continue;
            }
            let own = cells.get(column.at).copied().unwrap_or_default();
            let shown = self.spread.shown((row, column.at), own);
            self.shared.is_continued |= own.is_empty() && !shown.is_empty();
            if column.role & role::CODE != 0 && !self.shared.has_code && is_code(shown) {
                self.shared.has_code = true;
                let code = self.gathering.by_code.then(|| code_of(shown)).flatten();
                self.shared.code = code.map(|code| print(&self.seen.keys, code));
            }
        }
        self.shared.is_head =
            self.means(cells, role::RELATION, |meaning| matches!(meaning, Meaning::Head(true)));
    }

    /// Has a household rows of its members, by a column or by how they hang together?
    pub(super) fn lists_members(&self) -> bool {
        self.numbers_members() || self.gathering.by_code || self.gathering.by_number.is_some()
    }

    /// Does a column tell of members?
    fn numbers_members(&self) -> bool {
        self.columns.have(role::HOUSEHOLD_NUMBER | role::RELATION | role::MEMBER_NUMBER)
    }

    /// Is a row that begins no household that of a member? Where no column tells, a name alone may be that of a place.
    pub(super) fn is_member(&self, cells: &[Cell<'_>], is_alone: bool) -> bool {
        let of_somebody = role::NAME | role::HEAD | role::RELATION | role::MEMBER_NUMBER;
        let is_sure = self.numbers_members()
            || self.shared.is_continued
            || self.shared.has_code
            || self.gathering.by_number.is_some_and(|found| !is_alone || found.are_bare);
        self.lists_members() && is_sure && self.columns.cell(cells, of_somebody).is_some()
    }

    /// What a row of a household says of the member that it is of.
    pub(super) fn member(&self, cells: &[Cell<'_>]) -> Member {
        let is_filled = |roles: u16| self.columns.cell(cells, roles).is_some();
        let number = self.columns.cell(cells, role::MEMBER_NUMBER).map(|cell| text_of(*cell));
        let asks = |roles: u16| self.columns.have(roles);
        Member {
            is_head: self.shared.is_head,
            first: number
                .filter(|number| number.trim_matches(['.', ' ', '0']) == "1")
                .and_then(|_| self.name(cells)),
            is_named: is_filled(role::NAME | role::HEAD) || !asks(role::NAME | role::HEAD),
            is_placed: is_filled(role::RELATION | role::MEMBER_NUMBER)
                || !asks(role::RELATION | role::MEMBER_NUMBER),
        }
    }

    /// The name in a row.
    pub(super) fn name(&self, cells: &[Cell<'_>]) -> Option<String> {
        self.columns.cell(cells, role::HEAD | role::NAME).map(|cell| text_of(*cell).into_owned())
    }

    /// Does a household begin in this row?
    pub(super) fn begins(&mut self, cells: &[Cell<'_>]) -> bool {
        if self.columns.have(role::HOUSEHOLD_NUMBER) {
            let number = self.columns.cell(cells, role::HOUSEHOLD_NUMBER).filter(|cell| is_numbering(**cell));
            let number = number.map(|cell| text_of(*cell).into_owned());
            // Members may repeat the number of their household.
            let begins = number.is_some() && number != self.last.number;
            self.last.number = number.or(self.last.number.take());
            return begins;
        }
        if let Some(code) = self.shared.code {
            let is_new = self.last.code.replace(code) != Some(code);
            let is_headed = self.open.as_ref().is_none_or(|open| open.rows.has_head);
            return is_new || self.open.is_none() || (self.shared.is_head && is_headed);
        }
        if self.columns.have(role::RELATION) {
            return self.begins_by_relation(cells);
        }
        if self.repeats_head(cells) {
            return false;
        }
        self.begins_by_cells(cells)
    }

    /// Does a household begin with its head, or, where that has no row, with another of its members?
    fn begins_by_relation(&mut self, cells: &[Cell<'_>]) -> bool {
        let Gathering { by_own_number, are_heads_blank, .. } = self.gathering;
        let is_blank = self.columns.cell(cells, role::RELATION).is_none();
        let is_numbered =
            || self.columns.cell(cells, role::NUMBER).is_some_and(|cell| is_whole_number(*cell));
        if by_own_number && is_numbered() {
            let is_sure = self.shared.is_head || is_blank;
            self.shared.begun = if is_sure { Begun::Surely } else { Begun::WithoutHead };
            return true;
        }
        if self.shared.is_head {
            // The head need not be the first of those whose code or whose number is one.
            return self
                .open
                .as_ref()
                .is_none_or(|open| open.rows.has_head || (open.begun != Begun::Surely && !by_own_number));
        }
        if are_heads_blank && !by_own_number && is_blank {
            self.shared.begun = Begun::Blank;
            return self.columns.cell(cells, role::NAME | role::HEAD).is_some();
        }
        self.is_of_others(cells)
    }

    /// Is a row that would be a member's of another kind or place than the household above it?
    fn is_of_others(&mut self, cells: &[Cell<'_>]) -> bool {
        if self.open.is_none() {
            return false;
        }
        let Self { columns, seen, known, tally, heard, prints, .. } = self;
        let (mut is_other, mut yes_elsewhere, mut has_yes) = (false, false, false);
        for column in columns.all.iter_mut().filter(|column| column.role & OF_HOUSEHOLD != 0) {
            let own = cells.get(column.at).copied().unwrap_or_default();
            let first = heard.iter().find(|(at, _)| *at == column.at).map(|(_, cell)| cell.lent());
            if column.role == role::GROUP {
                let was = first.is_some_and(written::is_yes);
                let is = written::is_yes(own);
                yes_elsewhere |= is && !was;
                has_yes |= is && was;
            } else if let Some(first) = first.filter(|first| !own.is_empty() && *first != own) {
                let of_first = fingerprint(&seen.keys, first);
                let first = column.meaning((first, of_first), (known, tally)).1.clone();
                is_other |= first.is_other(column.meaning((own, prints[column.at]), (known, tally)).1);
            }
        }
        let is_marked = heard.iter().any(|(at, cell)| columns.is(*at, role::GROUP) && written::is_yes(cell));
        is_other |= is_marked && yes_elsewhere && !has_yes;
        if is_other {
            self.shared.begun = Begun::WithoutHead;
        }
        is_other
    }

    /// Keeps what the first row of a household says of its kind and its place while it is read.
    pub(super) fn hear(&mut self, row: usize, cells: &[Cell<'_>]) {
        let Self { columns, heard, spread, gathering, .. } = self;
        heard.clear();
        if !columns.have(role::RELATION) && gathering.by_number.is_none() {
            return;
        }
        for column in columns.all.iter().filter(|column| column.role & OF_HOUSEHOLD != 0) {
            let own = cells.get(column.at).copied().unwrap_or_default();
            let shown = spread.shown((row, column.at), own);
            if !shown.is_empty() {
                heard.push((column.at, shown.owned()));
            }
        }
    }

    /// Does a household begin by what the cells of a row say, where neither a number of households nor a relation is asked?
    fn begins_by_cells(&mut self, cells: &[Cell<'_>]) -> bool {
        let people = role::HEAD | role::NAME | role::CODES;
        let is_filled = |roles: u16| self.columns.cell(cells, roles).is_some();
        let is_named = is_filled(people) || !self.columns.have(people);
        if !is_named || (self.columns.have(role::HEAD) && !is_filled(role::HEAD | role::CODES)) {
            return false;
        }
        if !self.columns.have(role::NUMBER | role::CODES | role::CLASS | role::GROUP) {
            let is_count = |cell: &Cell<'_>| members(*cell).is_some();
            return self.columns.cell(cells, role::MEMBERS).is_some_and(is_count)
                || self.means(cells, role::PLACE, |meaning| matches!(meaning, Meaning::Place(Some(_))));
        }
        if self.columns.cell(cells, role::NUMBER).is_some_and(|cell| is_numbering(*cell)) {
            return true;
        }
        // Members have papers of their own.
        let by_number = self.gathering.by_number;
        let codes = if by_number.is_some() { role::CODE } else { role::CODES };
        let is_of_member = by_number.is_some_and(|found| found.repeat_kind && !is_filled(codes));
        if is_of_member || (by_number.is_some() && self.shared.is_continued) {
            return is_of_member && self.is_of_others(cells);
        }
        is_filled(codes)
            || self.means(cells, role::CLASS, |meaning| match meaning {
                Meaning::Class(class, _) => *class != Class::Unknown,
                _ => false,
            })
            || self.means(cells, role::GROUP, |meaning| matches!(meaning, Meaning::Answer(Some(true))))
    }

    /// Does a row name a member beside the head that the row before named? It is none of another household; whether it is
    /// one of the same nothing tells.
    fn repeats_head(&mut self, cells: &[Cell<'_>]) -> bool {
        if !self.columns.have(role::HEAD) || !self.columns.have(role::NAME) {
            return false;
        }
        let head = self.columns.cell(cells, role::HEAD).filter(|cell| !written::is_yes(**cell));
        let head = head.map(|cell| fingerprint(&self.seen.keys, *cell));
        let is_repeated = head.is_some() && head == self.last.head;
        self.last.head = head;
        is_repeated
    }

    /// Has a row a cell in the columns for one of these that means such a thing?
    fn means(&mut self, cells: &[Cell<'_>], roles: u16, is_it: fn(&Meaning) -> bool) -> bool {
        let Self { columns, known, tally, prints, .. } = self;
        if !columns.have(roles) {
            return false;
        }
        columns.all.iter_mut().filter(|column| column.role & roles != 0).any(|column| {
            let cell = cells.get(column.at).copied().filter(|cell| !cell.is_empty());
            cell.is_some_and(|cell| is_it(column.meaning((cell, prints[column.at]), (known, tally)).1))
        })
    }
}

/// 12, "12.": 2.1 is of a member.
fn is_whole_number(cell: Cell<'_>) -> bool {
    match cell {
        SheetCell::Number(number, _) => number.fract() == 0.0,
        SheetCell::Text(text) => {
            let text = text.trim_matches(['.', ' ', ')', '(']);
            (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        }
        SheetCell::Empty | SheetCell::Day(_) | SheetCell::Broken => false,
    }
}
