//! What changed between two snapshots: counted where both have the figure, else as reported.

use super::area::Area;
use super::measure::{Aspect, Group, Measure, What, When};
use super::ops::{self, Because, Known, Missing};

/// The change of a stock of a group since an earlier state of the same area: now − then, signed.
pub fn change(now: &Area, then: Option<&Area>, group: Group, stock: &Aspect) -> Known {
    let day = now.origin.as_of;
    let Some(then) = then else {
        return Err(Missing::because(now.what(Measure::of(group, Aspect::Change)), Because::NoEarlier));
    };
    let what = What {
        measure: Measure::of(group, Aspect::Change),
        whose: now.name.clone(),
        when: When::Between(then.origin.as_of, day),
    };
    ops::difference(what, &now.figure(group, stock), &then.figure(group, stock))
}

/// The change of the rate of a group since then, in points.
pub fn rate_change(now: &Area, then: &Area, group: Group) -> Known {
    let what = What {
        measure: Measure::of(group, Aspect::RateDifference),
        whose: now.name.clone(),
        when: When::Between(then.origin.as_of, now.origin.as_of),
    };
    ops::difference(what, &now.rate(group), &then.rate(group))
}
