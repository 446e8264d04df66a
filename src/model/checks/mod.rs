//! Data checks: what the figures of a unit say of each other. Four verdicts and no others; the reasons and all
//! numbers go with each, without a word of any language.
//!
//! One check is one line: one kind of check on one group of one unit. Areas against their whole are one line a unit
//! with all figures, equal counts of support one line a pair, and what cannot be checked for poor and near-poor alike
//! is one line. Areas that need nobody share the lines of their unit. A thing with a name of its own (a target, an entitlement, a programme, a doubt) is to its checks what
//! a group is to the others.
mod age;
mod aim_changed;
mod areas;
mod combined;
mod come_gone;
mod coverage;
mod dates;
mod doubts;
mod fields;
mod flows;
mod jumps;
pub mod kind;
mod level;
mod movement;
pub mod numbers;
mod outcomes;
mod private;
mod rates;
pub mod remedy;
mod results;
mod same_reached;
mod scope;
mod span;
mod support;
#[cfg(test)]
mod tests;
mod totals;
mod verdict;
mod weigh;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use chrono::NaiveDate;

use super::figure::{Figure, Location};
use super::history::History;
use super::measure::{Group, What};
use super::name::AreaName;
use super::source_file::Origin;
pub use kind::CheckKind;
use scope::{Scope, Unit};
pub use verdict::{Outcome, Verdict, WhyNot};

/// A check: one line of the list.
#[derive(Debug, Clone)]
pub struct Check {
    /// What was checked, with its numbers.
    pub kind: CheckKind,
    /// What came of it.
    pub verdict: Verdict,
    /// The group; none where the check is of no group, or of several that cannot be checked alike.
    pub group: Option<Group>,
    /// The unit or area.
    pub whose: Arc<AreaName>,
    /// The way to it from the unit; empty for the unit itself.
    pub path: Vec<Arc<AreaName>>,
    /// The areas that share this line; none: it is of one unit or area alone.
    pub areas: Vec<Arc<AreaName>>,
    /// The file it speaks of: that of the shown snapshot.
    pub origin: Arc<Origin>,
    /// The figures that take part: those of files, and those computed from them (the range of totals, the aim that
    /// follows from a percent).
    pub figures: Vec<Figure>,
    /// Fields that no figure stands in (a doubt's, a text's), as paths.
    pub fields: Vec<String>,
    /// What stands in the way, where it cannot be checked.
    pub why: Vec<WhyNot>,
}

impl Check {
    fn new(scope: &Scope, unit: &Unit, kind: CheckKind, outcome: Outcome) -> Self {
        Self {
            kind,
            verdict: outcome.verdict,
            group: None,
            whose: unit.area.name.clone(),
            path: unit.path.clone(),
            areas: Vec::new(),
            origin: scope.snapshot.origin.clone(),
            figures: Vec::new(),
            fields: Vec::new(),
            why: outcome.why,
        }
    }

    fn of(mut self, group: Option<Group>) -> Self {
        self.group = group;
        self
    }

    fn with<'a>(mut self, figures: impl IntoIterator<Item = &'a Figure>) -> Self {
        self.figures.extend(figures.into_iter().cloned());
        self
    }

    /// The figures that are not there, where that is why it cannot be checked.
    pub fn missing(&self) -> impl Iterator<Item = &What> {
        self.why.iter().flat_map(|why| if let WhyNot::Missing(found) = why { &found[..] } else { &[] })
    }

    /// Does this figure take part: by its place in a file, or, computed, as the figure of the same subject?
    pub fn concerns(&self, figure: &Figure) -> bool {
        match weigh::place(figure) {
            Some(place) => self.concerns_field(place),
            None => self.figures.iter().any(|f| f.what == figure.what),
        }
    }

    /// Does the figure at this place of a file take part?
    pub fn concerns_field(&self, place: &Location) -> bool {
        let here = self.origin == place.origin;
        (here && self.fields.iter().any(|field| related(field, &place.path)))
            || self.figures.iter().flat_map(weigh::leaves).filter_map(weigh::place).any(|p| p == place)
    }

    /// Where the stated figures that take part stand in files, each place once, in the order of the figures.
    pub fn places(&self) -> Vec<&Location> {
        let mut found: Vec<&Location> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for place in self.figures.iter().flat_map(weigh::leaves).filter_map(weigh::place) {
            if seen.insert((place.origin.file.as_str(), place.path.as_str())) {
                found.push(place);
            }
        }
        found
    }

    /// Takes in a check that shares its line; of several areas the line is the unit's.
    fn absorb(&mut self, other: Self, unit: &Arc<AreaName>) {
        if self.path != other.path {
            let own = if self.areas.is_empty() { Some(self.whose.clone()) } else { None };
            self.areas.extend(own);
            if !self.areas.iter().any(|area| Arc::ptr_eq(area, &other.whose)) {
                self.areas.push(other.whose);
            }
            (self.whose, self.path) = (unit.clone(), Vec::new());
        }
        if self.group != other.group {
            self.group = None;
        }
        self.kind.absorb(other.kind);
        self.figures.extend(other.figures);
        for why in other.why {
            verdict::add(&mut self.why, why);
        }
    }
}

/// Is one path the other, or the object that holds it?
fn related(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// All kinds, in the order in which they stand among those of one verdict.
const KINDS: [fn(&Scope) -> Vec<Check>; 19] = [
    totals::checks,
    rates::checks,
    results::checks,
    areas::checks,
    combined::checks,
    movement::checks,
    flows::checks,
    flows::rate_checks,
    outcomes::checks,
    coverage::checks,
    same_reached::checks,
    jumps::checks,
    come_gone::checks,
    aim_changed::checks,
    dates::period_checks,
    dates::future_checks,
    private::checks,
    doubts::checks,
    age::checks,
];

/// The checks of the snapshot at `at`, in the order of what needs action. Only files not later than it speak; `now`
/// decides how old the newest figures are and which dates lie in the future.
pub fn checks(history: &History, at: usize, now: NaiveDate) -> Vec<Check> {
    let Some(scope) = Scope::new(history, at, now) else { return Vec::new() };
    let mut found = one_line_each(&scope.snapshot.whole.name, KINDS.iter().flat_map(|kind| kind(&scope)));
    found.sort_by_key(|check| check.verdict);
    for check in &mut found {
        verdict::name_once(&mut check.why);
    }
    found
}

/// Which checks share a line.
#[derive(PartialEq, Eq, Hash)]
struct Line {
    kind: Discriminant<CheckKind>,
    verdict: Verdict,
    group: Option<Group>,
    of_areas: bool,
}

impl Line {
    /// What cannot be checked for several groups alike is one line. Of areas, only what needs somebody has a line of
    /// its own: the others of one kind, and where they hold of one group, share one.
    fn of(check: &Check) -> Option<Self> {
        let of_areas = !check.path.is_empty();
        let group = match check.verdict {
            Verdict::CannotCheck if of_areas || check.group.is_some() => None,
            Verdict::Holds if of_areas => check.group,
            _ => return None,
        };
        let kind = discriminant(&check.kind);
        check.kind.is_shared().then_some(Self { kind, verdict: check.verdict, group, of_areas })
    }
}

fn one_line_each(unit: &Arc<AreaName>, checks: impl Iterator<Item = Check>) -> Vec<Check> {
    let mut lines: Vec<Check> = Vec::new();
    let mut open: HashMap<Line, usize> = HashMap::new();
    for check in checks {
        match Line::of(&check).map(|line| open.entry(line)) {
            Some(Entry::Occupied(line)) => lines[*line.get()].absorb(check, unit),
            Some(Entry::Vacant(line)) => {
                line.insert(lines.len());
                lines.push(check);
            }
            None => lines.push(check),
        }
    }
    lines
}

/// How many checks need somebody: those that contradict and those to verify. The number at the tab.
pub fn open_count(checks: &[Check]) -> usize {
    checks.iter().filter(|c| c.verdict.is_open()).count()
}

/// The checks that contradict: what a strict run fails on.
pub fn contradictions(checks: &[Check]) -> impl Iterator<Item = &Check> {
    of_verdict(checks, Verdict::Contradicts)
}

/// The checks of one verdict, in their order.
pub fn of_verdict(checks: &[Check], verdict: Verdict) -> impl Iterator<Item = &Check> {
    checks.iter().filter(move |c| c.verdict == verdict)
}
