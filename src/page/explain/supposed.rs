//! A figure that rests on "so many households more": its story names the supposition.

use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Figure, Story, Term};
use crate::model::measure::{Aim, Measure};
use crate::text::say::what;
use crate::text::{Lang, number};

use super::super::View;
use super::head_of;
use crate::text::line::{Line, Role};

/// "thêm 137 hộ thoát sau 30/09/2023, tổng hộ dân không đổi".
pub(super) fn line(view: &View, figure: &Figure) -> Option<Line> {
    let (more, now) = found(figure)?;
    let more = number::whole(view.lang, more.digits(0, Rounding::Nearest));
    let day = what::when(view.lang, now.what.when);
    let words = match view.lang {
        Lang::Vi => format!("thêm {more} hộ thoát sau {day}, tổng hộ dân không đổi"),
        Lang::En => format!("{more} more households leave after {day}, all households unchanged"),
    };
    Some(head_of(view.pick("Giả định", "What if")).role(Role::Warn, words))
}

/// Does the figure rest on a supposition?
pub(super) fn is(figure: &Figure) -> bool {
    found(figure).is_some()
}

/// The households supposed, and the figure they are taken from.
fn found(figure: &Figure) -> Option<(&Exact, &Figure)> {
    let (Measure::Target(_, aim), Story::Derived(derived)) = (&figure.what.measure, &*figure.story) else {
        return None;
    };
    match (aim, &derived.formula[..]) {
        (Aim::IfHouseholds, [Term::Figure(now), Term::Minus, Term::Number(more, ..)]) => Some((more, now)),
        (Aim::LeastByRounding, [Term::Figure(now), ..]) => Some((figure.one()?, now)),
        _ => figure.story.inputs().find_map(found),
    }
}
