//! The data checks that a figure takes part in, told from its side.

use std::borrow::Cow;

use crate::model::checks::{Check, CheckKind, RateOf, Verdict};
use crate::model::figure::Figure;
use crate::text::say::check::beside;
use crate::text::{cells, glossary};

use super::super::View;
use super::{ROOM, head_of, headed, origin};
use crate::text::line::Line;

/// Checks that are told of one figure.
const MOST: usize = 4;

/// The checks under one heading, what needs action first, then what says most, and whether they have to stand below how
/// the figure is quoted, for want of room: a contradiction stands above it in any case. One that is told is left out.
pub(super) fn lines(
    view: &View,
    figure: &Figure,
    (checks, told): (&[Check], Option<usize>),
    room: usize,
) -> (Vec<Line>, bool) {
    let left = checks.iter().enumerate().filter(|(at, _)| Some(*at) != told);
    let left = left.map(|(_, check)| check).filter(|check| check.concerns(figure));
    let line = |check: &Check| Some((order(check, figure), beside(view.lang, check, figure)?));
    let mut found: Vec<((u8, u8), Line)> = left.filter_map(line).collect();
    found.sort_by_key(|(order, line)| (order.0, cells::width(&line.text()) > ROOM, order.1));
    found.truncate(MOST);
    let cells = ROOM - usize::from(headed::more(view.lang));
    let rows = |(_, line): &((u8, u8), Line)| cells::width(&line.text()).div_ceil(cells);
    let is_urgent = found.first().is_some_and(|(order, _)| order.0 < order_of(Verdict::Holds));
    let are_last = !is_urgent && found.iter().map(rows).sum::<usize>() > room;
    let headed = |(i, (_, line)): (usize, ((u8, u8), Line))| {
        head_of(if i == 0 { view.lang.term(glossary::CHECKS) } else { "" }).then(line)
    };
    (found.into_iter().enumerate().map(headed).collect(), are_last)
}

/// What needs action first; what holds says more of a figure than what cannot be checked. Within these the checks
/// that speak of the figure itself before those of a sum it is only a part of.
fn order(check: &Check, figure: &Figure) -> (u8, u8) {
    (order_of(check.verdict_of(figure)), check.kind.distance())
}

fn order_of(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Contradicts => 0,
        Verdict::ToVerify => 1,
        Verdict::Holds => 2,
        Verdict::CannotCheck => 3,
    }
}

/// The checks of the snapshot that a figure comes from, with the numbers of its area; where it leads to none, of the one
/// shown.
pub(super) fn all<'a>(view: &View<'a>, figure: &Figure) -> Cow<'a, [Check]> {
    let at = snapshot_of(view, figure);
    view.checks_with(at, &figure.subject.whose)
}

/// Where the check that the reader has chosen stands among [`all`].
pub(super) fn chosen(view: &View, figure: &Figure) -> Option<usize> {
    let chosen = super::super::checks::chosen(view).filter(|_| snapshot_of(view, figure) == view.at)?;
    view.checks().iter().position(|check| std::ptr::eq(check, chosen))
}

fn snapshot_of(view: &View, figure: &Figure) -> usize {
    let day = origin(figure).map(|origin| origin.as_of);
    view.history.snapshots.iter().position(|s| Some(s.as_of()) == day).unwrap_or(view.at).min(view.at)
}

/// The stated rate's own check, with its count and the totals they allow.
pub(super) fn rate_of<'a>(checks: &'a [Check], rate: &Figure) -> Option<&'a RateOf> {
    rates(checks, rate).find(|of| of.rate.subject == rate.subject)
}

/// The stated rates that are checked by a figure.
pub(super) fn rates<'a>(checks: &'a [Check], figure: &Figure) -> impl Iterator<Item = &'a RateOf> {
    let kinds = checks.iter().filter(|check| check.concerns(figure)).flat_map(Check::kinds);
    kinds.filter_map(|kind| if let CheckKind::Rate(rate) = kind { Some(rate) } else { None })
}
