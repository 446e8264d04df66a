//! A figure that rests on "so many households more": its story names the supposition.

use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Derivation, Figure, Term};
use crate::model::measure::{Measure, TargetField};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::number;
use crate::text::say::what;

use super::super::View;
use super::headed;

/// "thêm 137 hộ thoát sau 30/09/2023, tổng hộ dân không đổi".
pub(super) fn supposition(view: &View, figure: &Figure) -> Option<Line> {
    let (more, now) = found(figure)?;
    let line = say!(view, "thêm {more} hộ thoát sau {day}, tổng hộ dân không đổi",
        "{more} more households leave after {day}, all households unchanged";
        more = number::whole(view.lang, more.digits(0, Rounding::Nearest)),
        day = what::when(view.lang, now.subject.when));
    Some(headed(view, ("Giả định", "What if"), line.in_role(Role::Strong)))
}

/// Does the figure rest on a supposition?
pub(super) fn is_supposed(figure: &Figure) -> bool {
    found(figure).is_some()
}

/// The households supposed, and the figure they are taken from.
fn found(figure: &Figure) -> Option<(&Exact, &Figure)> {
    let (Measure::Target(_, aim), Derivation::Derived(derived)) =
        (&figure.subject.measure, &*figure.derivation)
    else {
        return None;
    };
    match (aim, &derived.formula[..]) {
        (TargetField::IfHouseholds, [Term::Figure(now), Term::Minus, Term::Number(more, ..)]) => {
            Some((more, now))
        }
        (TargetField::LeastByRounding, [Term::Figure(now), ..]) => Some((figure.one()?, now)),
        _ => figure.derivation.inputs().find_map(found),
    }
}
