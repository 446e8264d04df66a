//! What a list without a number of households tells of which rows make one: the code that its rows share, or the running
//! number that only its first row has.

use super::super::forms::words_of;
use super::super::grid::{Cell, Grid, SheetCell};
use super::super::heading::Heading;
use super::columns::{Columns, role, text_of};
use super::place::{self, Known};
use super::relation;
use super::row::{is_numbering, is_signature, is_total};

/// How the rows of a household hang together, as far as they are looked at beforehand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gathering {
    /// Rows with one code are one household.
    pub by_code: bool,
    /// A running number begins a household, the rows without one below it are its members.
    pub by_number: Option<Unnumbered>,
    /// Beside a relation: a running number begins a household, also one whose head has no row or no relation.
    pub by_own_number: bool,
    /// Beside a relation that is said of nobody to be the head's: who has none is the head.
    pub are_heads_blank: bool,
}

/// What the rows of members hold that have no number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unnumbered {
    /// They may hold a name alone.
    pub are_bare: bool,
    /// They say the kind of the household once more.
    pub repeat_kind: bool,
}

/// What tells one row from another.
#[derive(Debug, Default)]
struct Row {
    number: Option<u64>,
    code: Option<String>,
    /// What its filled cells are for.
    filled: u16,
    /// Does it lie in a merged cell of the number or the code that began above it?
    is_continued: bool,
    is_head: bool,
    /// Is there more than a number, a code and a name?
    has_more: bool,
}

impl Row {
    fn is_named(&self) -> bool {
        self.filled & role::NAME != 0
    }

    fn is_of_somebody(&self) -> bool {
        self.filled & (role::NAME | role::HEAD) != 0
    }

    fn has_relation(&self) -> bool {
        self.filled & role::RELATION != 0
    }
}

/// How the rows of a list hang together.
pub fn of(head: &Grid, heading: &Heading, columns: &Columns, known: &Known) -> Gathering {
    if columns.have(role::HOUSEHOLD_NUMBER) {
        return Gathering::default();
    }
    let rows = heading.first..head.rows.len();
    let seen: Vec<Option<Row>> = rows.map(|row| look(head, columns, row, known)).collect();
    let tell_members = role::RELATION | role::MEMBER_NUMBER | role::HEAD;
    let may_be_numbered =
        columns.have(role::NUMBER) && columns.have(role::NAME) && !columns.have(tell_members);
    Gathering {
        by_code: by_code(columns, &seen),
        by_number: if may_be_numbered { by_number(&seen) } else { None },
        by_own_number: columns.have(role::RELATION)
            && columns.have(role::NUMBER)
            && !columns.have(role::MEMBER_NUMBER)
            && by_own_number(&seen),
        are_heads_blank: columns.have(role::RELATION) && are_heads_blank(&seen),
    }
}

/// Looks at a row; one that is of nobody is none.
fn look(head: &Grid, columns: &Columns, row: usize, known: &Known) -> Option<Row> {
    let cells = &head.rows[row];
    let is_other = |text: &str| is_total(text) || is_signature(text) || place::section(text, known).is_some();
    let filled = || cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let is_alone = filled().count() == 1;
    let texts = || cells.iter().filter_map(SheetCell::text);
    if filled().next().is_none()
        || texts().any(|text| is_total(text) || is_signature(text))
        || (is_alone && texts().any(is_other))
    {
        return None;
    }
    let of_role = |roles: u16| columns.all.iter().filter(move |column| column.role & roles != 0);
    let code =
        of_role(role::CODE).map(|column| head.shown_at(row, column.at)).find_map(|cell| code_of(cell.lent()));
    let is_continued = of_role(role::NUMBER | role::CODE).any(|column| {
        let merged = head.merged.at(row, column.at).filter(|merged| merged.first.0 < row);
        merged.is_some_and(|merged| !head.cell(merged.first.0, merged.first.1).is_empty())
    });
    let number = columns.cell(cells, role::NUMBER).filter(|cell| is_numbering(*cell));
    let relation = columns.cell(cells, role::RELATION);
    let known = role::NUMBERS | role::CODE | role::NAME;
    let roles = of_role(u16::MAX).filter(|column| cells.get(column.at).is_some_and(|cell| !cell.is_empty()));
    Some(Row {
        number: number.and_then(|cell| text_of(cell).trim_matches(['.', ' ']).parse().ok()),
        code,
        filled: roles.fold(0, |roles, column| roles | column.role),
        is_continued,
        is_head: relation.is_some_and(|cell| relation::is_head(&words_of(&text_of(cell)))),
        has_more: filled().any(|(at, _)| !columns.is(at, known)),
    })
}

/// A code as it is written; what has no number is none.
pub fn code_of(cell: Cell<'_>) -> Option<String> {
    is_code(cell).then(|| text_of(cell).to_lowercase().split_whitespace().collect())
}

/// Is that a code?
pub fn is_code(cell: Cell<'_>) -> bool {
    let has_number = |text: &str| text.bytes().any(|b| matches!(b, b'1'..=b'9'));
    cell.written().map_or_else(|| has_number(&text_of(cell)), has_number)
}

/// Do neighbours share a code, of whom one at most is a head? Codes of persons are shared by none, and a list of heads
/// repeats few.
fn by_code(columns: &Columns, seen: &[Option<Row>]) -> bool {
    let has_relation = columns.have(role::RELATION);
    if !columns.have(role::CODE) || !(has_relation || columns.have(role::NAME)) {
        return false;
    }
    let rows: Vec<&Row> = seen.iter().flatten().filter(|row| row.code.is_some()).collect();
    let is_pair = |pair: &&[&Row]| {
        pair[0].code == pair[1].code
            && if has_relation {
                !(pair[0].is_head && pair[1].is_head)
            } else {
                pair[0].is_named() && pair[1].is_named()
            }
    };
    let pairs = rows.windows(2).filter(is_pair).count();
    let members = rows.iter().filter(|row| !row.is_head).count();
    if has_relation {
        pairs > 0 && pairs * 2 >= members
    } else {
        pairs > 0 && pairs * 5 >= rows.len() - pairs
    }
}

/// Do numbers run on past rows that have none? A name alone may be that of a place; two of them, or one with more beside
/// it, are members. Where the numbers leave those rows out, the rows are households whose numbers were forgotten.
fn by_number(seen: &[Option<Row>]) -> Option<Unnumbered> {
    let numbered = seen.iter().enumerate().filter_map(|(at, row)| Some((at, row.as_ref()?.number?)));
    let numbered: Vec<(usize, u64)> = numbered.collect();
    let (mut plain, mut bare, mut with_kind) = (0, 0, 0);
    for pair in numbered.windows(2) {
        let [(at, first), (end, next)] = *pair else { continue };
        let between = seen[at + 1..end].iter().map_while(Option::as_ref);
        let between: Vec<&Row> = between.take_while(|row| row.is_named()).collect();
        let is_continued = between.iter().any(|row| row.is_continued);
        let has_more = between.iter().any(|row| row.has_more);
        if !is_continued && !has_more && between.len() < 2 {
            continue;
        }
        if is_continued {
            plain += 1;
        } else if next > first + 1 {
            return None;
        } else if between.iter().any(|row| row.filled & (role::CLASS | role::GROUP) != 0) {
            with_kind += 1;
        } else if has_more {
            plain += 1;
        } else {
            bare += 1;
        }
    }
    let are_many = |count: usize| count > 0 && count * 4 >= numbered.len().saturating_sub(1);
    let found = Unnumbered { are_bare: are_many(bare), repeat_kind: with_kind > 1 && are_many(with_kind) };
    (plain > 0 || found != Unnumbered::default()).then_some(found)
}

/// Do numbers run on past members that have none, and has each head one? Then a number is that of a household, whoever of
/// it comes first. A head without one may follow the row of the household, or who of it has the number.
fn by_own_number(seen: &[Option<Row>]) -> bool {
    let numbered = seen.iter().enumerate().filter_map(|(at, row)| Some((at, row.as_ref()?.number?)));
    let numbered: Vec<(usize, u64)> = numbered.collect();
    let is_member = |row: &Row| row.is_of_somebody() && row.has_relation() && !row.is_head;
    let (mut on, mut past) = (0, 0);
    for pair in numbered.windows(2) {
        let [(at, first), (end, next)] = *pair else { continue };
        if seen[at + 1..end].iter().flatten().any(is_member) {
            on += usize::from(next == first + 1);
            past += usize::from(next > first + 1);
        }
    }
    let rows: Vec<&Row> = seen.iter().flatten().collect();
    let follows = |at: usize| at > 0 && rows[at - 1].number.is_some() && !rows[at - 1].is_head;
    let is_bare_head = |at: &usize| rows[*at].is_head && rows[*at].number.is_none() && !follows(*at);
    on > 0 && past * 4 <= on && !(0..rows.len()).any(|at| is_bare_head(&at))
}

/// Is a relation said of some, of nobody that of the head, and of others nothing?
fn are_heads_blank(seen: &[Option<Row>]) -> bool {
    let rows = || seen.iter().flatten().filter(|row| row.is_of_somebody());
    !rows().any(|row| row.is_head)
        && rows().any(Row::has_relation)
        && rows().next().is_some_and(|first| !first.has_relation())
}
