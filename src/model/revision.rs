//! What a final report says otherwise than the preliminary one of the same day.

use std::collections::{HashMap, HashSet};

use super::area::Area;
use super::figure::Figure;
use super::indicator::Indicator;
use super::measure::{Cover, Subject};
use super::snapshot::Snapshot;
use super::support::Programme;

/// A figure that was revised; none on the side that does not state it.
#[derive(Debug, Clone)]
pub struct Revision {
    /// Which.
    pub subject: Subject,
    /// In the preliminary report.
    pub before: Option<Figure>,
    /// In the final one.
    pub after: Option<Figure>,
}

/// All that was revised, in the order of the final report, then what it does not state any more.
pub fn revisions(last: &Snapshot) -> Vec<Revision> {
    let Some(first) = last.preliminary.as_deref() else { return Vec::new() };
    let (before, after) = (stated(first), stated(last));
    let known: HashMap<&Subject, &Figure> = before.iter().map(|f| (&f.subject, f)).collect();
    let kept: HashSet<&Subject> = after.iter().map(|f| &f.subject).collect();
    let revised = after.iter().filter_map(|now| {
        let then = known.get(&now.subject).copied();
        let revision =
            || Revision { subject: now.subject.clone(), before: then.cloned(), after: Some(now.clone()) };
        (!then.is_some_and(|then| says_the_same(then, now))).then(revision)
    });
    let gone = before.iter().filter(|figure| !kept.contains(&figure.subject));
    let gone = gone.map(|f| Revision { subject: f.subject.clone(), before: Some(f.clone()), after: None });
    revised.chain(gone).collect()
}

fn says_the_same(a: &Figure, b: &Figure) -> bool {
    a.amount == b.amount && a.qualifier == b.qualifier && a.unit == b.unit
}

/// All figures that stand in a file, in its order.
fn stated(snapshot: &Snapshot) -> Vec<Figure> {
    let mut found = Vec::new();
    of_area(&snapshot.whole, &mut found);
    found.extend(snapshot.programmes.iter().flat_map(Programme::all_stated).cloned());
    for entry in &snapshot.coverage {
        found.extend(Cover::STATED.into_iter().filter_map(|cover| entry.stated(cover)).cloned());
    }
    found
}

fn of_area(area: &Area, found: &mut Vec<Figure>) {
    found.extend(area.all_stated());
    found.extend(area.indicators().iter().filter_map(Indicator::stated).cloned());
    area.areas.iter().for_each(|part| of_area(part, found));
}
