//! The data checks that a figure takes part in, told from its side.

use crate::model::checks::{Check, CheckKind, RateOf, Verdict};
use crate::model::figure::Figure;
use crate::text::say::check::beside;
use crate::text::{cells, glossary};

use super::super::View;
use super::{ROOM, head_of, headed, origin};
use crate::text::line::Line;

/// Checks that are told of one figure.
const MOST: usize = 4;

/// The checks that there is room for, and those left: what needs action stands first, then what says most.
pub(super) fn lines(view: &View, figure: &Figure, checks: &[Check], room: usize) -> (Vec<Line>, Vec<Line>) {
    let told = |check: &Check| Some((order(check), beside(view.lang, check, figure)?));
    let mut found: Vec<((u8, u8), Line)> = checks_of(checks, figure).filter_map(told).collect();
    found.sort_by_key(|(order, line)| (order.0, cells::width(&line.text()) > ROOM, order.1));
    let mut left = room;
    // The first one stands in any case: a contradiction is worth a line that is cut.
    let fits = |(i, (_, line)): (usize, &((u8, u8), Line))| {
        let rows = cells::width(&line.text()).div_ceil(ROOM - usize::from(headed::more(view.lang)));
        let fits = i == 0 || rows <= left;
        left = if fits { left.saturating_sub(rows) } else { 0 };
        fits
    };
    let first = found.iter().take(MOST).enumerate().map(fits).take_while(|fits| *fits).count();
    let headed = |(i, (_, line)): (usize, ((u8, u8), Line))| {
        let head = if i == 0 || i == first { view.lang.term(glossary::CHECKS) } else { "" };
        head_of(head).then(line)
    };
    let mut lines: Vec<Line> = found.into_iter().take(MOST).enumerate().map(headed).collect();
    let rest = lines.split_off(first);
    (lines, rest)
}

/// What needs action first; what holds says more of a figure than what cannot be checked. Within these the checks
/// that speak of the figure itself before those of a sum it is only a part of.
fn order(check: &Check) -> (u8, u8) {
    let verdict = match check.verdict {
        Verdict::Contradicts => 0,
        Verdict::ToVerify => 1,
        Verdict::Holds => 2,
        Verdict::CannotCheck => 3,
    };
    (verdict, check.kind.distance())
}

/// The checks that a figure takes part in.
pub(super) fn checks_of<'a>(checks: &'a [Check], figure: &Figure) -> impl Iterator<Item = &'a Check> {
    checks.iter().filter(|check| check.concerns(figure))
}

/// The checks of the snapshot that a figure comes from; where it leads to none, of the one shown.
pub(super) fn all<'a>(view: &View<'a>, figure: &Figure) -> &'a [Check] {
    let day = origin(figure).map(|origin| origin.as_of);
    let at =
        view.history.snapshots.iter().position(|s| Some(s.as_of()) == day).unwrap_or(view.at).min(view.at);
    view.checks_of(at)
}

/// The stated rate's own check, with its count and the totals they allow.
pub(super) fn rate_of<'a>(checks: &'a [Check], rate: &Figure) -> Option<&'a RateOf> {
    rates(checks, rate).find(|of| of.rate.subject == rate.subject)
}

/// The stated rates that are checked by a figure.
pub(super) fn rates<'a>(checks: &'a [Check], figure: &Figure) -> impl Iterator<Item = &'a RateOf> {
    let kinds = checks_of(checks, figure).flat_map(Check::kinds);
    kinds.filter_map(|kind| if let CheckKind::Rate(rate) = kind { Some(rate) } else { None })
}
