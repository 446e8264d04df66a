//! What a final report says otherwise than the preliminary one of the same day.

use std::collections::HashMap;

use super::area::Area;
use super::figure::Figure;
use super::indicator::Indicator;
use super::measure::{Cover, Group, Subject};
use super::snapshot::Snapshot;
use super::support::Programme;

/// A figure that was revised; none on the side that does not state it.
#[derive(Debug, Clone)]
pub struct Revision<'a> {
    /// Which.
    pub subject: &'a Subject,
    /// In the preliminary report.
    pub before: Option<&'a Figure>,
    /// In the final one.
    pub after: Option<&'a Figure>,
}

/// All that was revised, in the order of the final report, then what it does not state any more.
pub fn revisions(last: &Snapshot) -> Vec<Revision<'_>> {
    let Some(first) = last.preliminary.as_deref() else { return Vec::new() };
    let (before, after) = (stated(first), stated(last));
    let known: HashMap<&Subject, &Figure> = before.iter().map(|f| (&f.subject, *f)).collect();
    let kept: HashMap<&Subject, &Figure> = after.iter().map(|f| (&f.subject, *f)).collect();
    let of = |f: &&'_ Figure| known.get(&f.subject).copied();
    let revised = after.iter().filter(|f| !of(f).is_some_and(|b| says_the_same(b, f)));
    let revised = revised.map(|f| Revision { subject: &f.subject, before: of(f), after: Some(f) });
    let gone = before.iter().filter(|f| !kept.contains_key(&f.subject));
    let gone = gone.map(|f| Revision { subject: &f.subject, before: Some(f), after: None });
    revised.chain(gone).collect()
}

fn says_the_same(a: &Figure, b: &Figure) -> bool {
    a.amount == b.amount && a.qualifier == b.qualifier && a.unit == b.unit
}

/// All figures that stand in a file, in its order.
fn stated(snapshot: &Snapshot) -> Vec<&Figure> {
    let mut found = Vec::new();
    of_area(&snapshot.whole, &mut found);
    found.extend(snapshot.programmes.iter().flat_map(Programme::all_stated));
    for entry in &snapshot.coverage {
        found.extend(Cover::STATED.into_iter().filter_map(|cover| entry.stated(cover)));
    }
    found
}

fn of_area<'a>(area: &'a Area, found: &mut Vec<&'a Figure>) {
    found.extend(area.households.iter().chain(area.persons.as_deref()));
    for group in Group::ALL.iter().map(|group| area.group(*group)) {
        found.extend(group.aspects().filter_map(|aspect| group.stated(aspect)));
    }
    for lack in area.deprivations.iter().chain(&area.causes) {
        found.extend(Group::TWO.into_iter().filter_map(|group| lack.households(group)));
    }
    found.extend(area.indicators.iter().filter_map(Indicator::stated));
    area.areas.iter().for_each(|part| of_area(part, found));
}
