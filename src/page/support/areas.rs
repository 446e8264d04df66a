//! The parts of a programme in areas: the largest, the rest together, and whether they add up.

use std::cmp::Reverse;

use crate::model::figure::{Derivation, Figure};
use crate::model::measure::Support;
use crate::model::support::{Programme, ProgrammeArea};
use crate::say;
use crate::text::line::Line;
use crate::text::say::units;
use crate::text::say::what::{capital, ends_in_number};
use crate::text::template::{Speaker, or_missing};

use super::super::table::{Align, Bar, Cell, Column, Row, Style, Table, TableRows, longest_label};
use super::SupportPage;

/// So many of the largest parts are named.
const NAMED: usize = 3;

/// Cells of the bars: the fewest that show a length, and the most that say more.
const BAR: (u16, u16) = (6, 64);

/// The parts of which a number is stated, the largest first.
fn parts(of: &Programme) -> Vec<&ProgrammeArea> {
    let mut parts: Vec<&ProgrammeArea> =
        of.areas.iter().filter(|part| part.stated(Support::Reached).is_some()).collect();
    parts.sort_by_key(|part| part.stated(Support::Reached).map(|f| Reverse(f.amount.low().clone())));
    parts
}

/// Are the parts invented, where the whole is not?
fn are_invented(of: &Programme, parts: &[&ProgrammeArea]) -> bool {
    let own = of.stated(Support::Reached).is_some_and(Figure::is_invented);
    !own && parts.iter().filter_map(|part| part.stated(Support::Reached)).any(Figure::is_invented)
}

/// The parts as thin bars, so many of the largest, for a page that has room for them.
pub fn drawn(ctx: &SupportPage, of: &Programme, most: usize) -> Option<Table> {
    let parts = parts(of);
    let full = parts.first()?.stated(Support::Reached)?.amount.high().clone();
    let row = |part: &&ProgrammeArea| {
        let reached = part.reached(of, ctx.whole);
        let bar = reached.as_ref().ok().and_then(Figure::one).map_or(Cell::Blank, |value| {
            Cell::Bar(Bar { value: value.clone(), full: full.clone(), ..Bar::default() })
        });
        Row::new("", ctx.lang().wording(&part.name.name), [Cell::Known(reached, Style::Plain), bar])
    };
    let rows: TableRows = parts.iter().take(most).map(row).collect();
    let noun = capital(units::noun_of_parts(ctx.whole).one(ctx.lang()));
    let (seen, all, invented) = (rows.len(), parts.len(), are_invented(of, &parts));
    let head = say!(ctx, "{noun}[, {seen}/{all}][{invented} (minh họa)]", "{noun}[, {seen}/{all}][{invented} (illustrative)]";
        noun, seen = (seen < all).then_some(seen), all = (seen < all).then_some(all), invented);
    let bar = Column {
        width: BAR.0,
        narrow: BAR.0,
        align: Align::Left,
        picture: BAR,
        rank: 1,
        ..Column::default()
    };
    let columns = vec![Column::number("", 8, 8, true, 0), bar];
    let label = longest_label(&rows) + 2;
    (rows.len() > 1).then(|| Table {
        head: head.text().into(),
        columns,
        rows,
        label,
        tight: true,
        ..Table::default()
    })
}

/// `Nhiều nhất: Phường 11: 546, Phường 12: 526, Phường 10: 402; cộng 14 phường 4.607*, khớp (minh họa).`
pub fn sentence(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let parts = parts(of);
    let most = parts.iter().take(NAMED).map(|part| {
        let reached = or_missing(ctx, &part.reached(of, ctx.whole));
        say!(ctx, "{name}[{colon}:] {reached}"; name = &part.name.name, reached, colon = ends_in_number(ctx.lang().wording(&part.name.name)))
    });
    Some(say!(ctx, "Nhiều nhất: {most}[; {sum}][{invented} (minh họa)].",
        "Most: {most}[; {sum}][{invented} (illustrative)].";
        most = Line::joined(most, ", ")?, sum = sum(ctx, of), invented = are_invented(of, &parts)))
}

/// What the parts are called, as many as they are: those of the programme are those of the unit.
fn noun(ctx: &SupportPage, of: &Programme) -> String {
    let noun = units::noun_of_parts(ctx.whole);
    if of.areas.len() == 1 { noun.one(ctx.lang()) } else { noun.many(ctx.lang()) }.to_owned()
}

/// The sum of the parts against the whole: `cộng 14 phường 4.607*, khớp`.
fn sum(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let sum = ctx.figure(of, Support::OfAreas).ok()?;
    let have = match &*sum.derivation {
        Derivation::Derived(derived) => derived.partial.map(|(have, _)| have),
        Derivation::Stated(_) => None,
    };
    let comparable = |f: &&Figure| f.unit == sum.unit && f.exactly().is_some() && sum.exactly().is_some();
    let whole = of.stated(Support::Reached).filter(comparable);
    let agrees = whole.is_some_and(|whole| whole.exactly() == sum.exactly());
    Some(say!(ctx,
        "cộng [{have} trên ]{count} {noun}[{partial} có số liệu] {sum}[{agrees}, khớp][, toàn đơn vị {whole}]",
        "[{have} of ]{count} {noun}[{partial} with figures] make {sum}[{agrees}, which agrees][, the whole {whole}]";
        have, count = of.areas.len(), noun = noun(ctx, of), partial = have.is_some(), sum = &sum, agrees,
        whole = whole.filter(|_| !agrees)))
}
