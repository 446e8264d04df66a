//! Persons per household, beside a count of persons: the one ratio across units that a room asks for.

use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Measure, When};
use crate::model::ops;
use crate::say;
use crate::text::line::Line;

use super::super::View;
use super::as_made::part;
use super::{Links, headed};

/// "5.945 : 1.429 = 4,16* người/hộ", where the households of the same group, place and day are there.
pub(super) fn persons_per_household(view: &View, figure: &Figure, links: &mut Links) -> Option<Line> {
    let (Measure::Of(group, Aspect::Persons), When::Day(day)) =
        (&figure.subject.measure, figure.subject.when)
    else {
        return None;
    };
    let snapshot = view.history.snapshots.iter().find(|snapshot| snapshot.as_of() == day)?;
    let area = part(&snapshot.whole, &figure.subject.whose)?;
    let households = area.figure(*group, &Aspect::Households).ok()?;
    let what = area.what(Measure::Of(*group, Aspect::PersonsPerHousehold));
    let average = ops::average(what, &Ok(figure.clone()), &Ok(households.clone())).ok()?;
    let line = say!(view, "{figure} : {households} = {average+}", "{figure} ÷ {households} = {average+}";
        figure, households = links.open(view, &households, false), average);
    Some(headed(view, ("Bình quân", "Average"), line))
}
