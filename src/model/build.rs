//! Snapshots built by hand, for the tests of this room.

use std::sync::Arc;

use chrono::NaiveDate;

use super::amount::Amount;
use super::area::{Area, GroupFigures};
use super::exact::Exact;
use super::figure::{Basis as Made, Derivation, Figure, Location, Reliability, Stated};
use super::history::History;
use super::measure::{Aspect, IdName, Measure, MovementLine, Subject, Support, When};
use super::name::AreaName;
use super::period::Period;
use super::qualifier::Qualifier;
use super::snapshot::{Snapshot, Standard};
use super::source_file::{Provenance, SourceFile, SourceKind};
use super::support::{Programme, ProgrammeKind};
use super::target::{AimStated, Profile, ReviewWindow, Target, TargetMeasure};
use super::unit::Unit;
use super::words::Text;

/// A date from `2022-12-31`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A named thing whose name is its id.
pub fn named(id: &str) -> Arc<IdName> {
    Arc::new(IdName { id: id.into(), name: Text::vi(id) })
}

/// An area's name without a code.
pub fn name(text: &str) -> Arc<AreaName> {
    Arc::new(AreaName { name: Text::vi(text), code: None, kind: None, folded: text.to_lowercase() })
}

fn stated(amount: Exact, unit: Unit, written: Option<u8>) -> Figure {
    let location = Location { origin: origin("2022-12-31"), path: "test".into(), line: 1 };
    let story = Stated { location, provenance: Provenance::Reported, quote: None, note: None };
    let what =
        Subject {
            measure: Measure::AllHouseholds, whose: name("Quận"), when: When::Day(day("2022-12-31"))
        };
    Figure {
        amount: Amount::One(amount),
        unit,
        qualifier: Qualifier::Exact,
        basis: Made::Stated,
        reliability: Reliability::Reported,
        written,
        decimals: None,
        subject: what,
        derivation: Arc::new(Derivation::Stated(story)),
    }
}

/// A stated count or amount.
pub fn count(n: i64, unit: Unit) -> Figure {
    stated(Exact::whole(n), unit, None)
}

/// Stated households.
pub fn households(n: i64) -> Figure {
    count(n, Unit::Household)
}

/// A stated percentage with the decimals as written: `percent("2.20", Unit::Percent)`.
pub fn percent(text: &str, unit: Unit) -> Figure {
    let decimals = text.split_once('.').map_or(0, |(_, d)| d.len());
    let digits = text.replace('.', "").parse().expect("digits");
    let decimals = u8::try_from(decimals).expect("few decimals");
    stated(Exact::decimal(digits, decimals), unit, Some(decimals))
}

/// The head of a file with figures of that day.
pub fn origin(as_of: &str) -> Arc<SourceFile> {
    let as_of = day(as_of);
    Arc::new(SourceFile {
        file: format!("{as_of}.json"),
        as_of,
        period: Period::year_to(as_of),
        provenance: Provenance::Reported,
        kind: SourceKind::Report,
        stage: None,
        title: None,
        publisher: None,
        published: None,
        by: None,
        quote: None,
        note: None,
        rate_decimals: None,
        summed: None,
    })
}

/// An area without figures.
pub fn area(text: &str, origin: &Arc<SourceFile>) -> Area {
    Area::silent(&name(text), origin)
}

/// A snapshot of "Quận" without figures.
pub fn snapshot(as_of: &str) -> Snapshot {
    let origin = origin(as_of);
    Snapshot {
        whole: area("Quận", &origin),
        origin,
        standard: Standard::default(),
        within: None,
        programmes: Vec::new(),
        coverage: Vec::new(),
        targets: Vec::new(),
        tasks: Vec::new(),
        doubts: Vec::new(),
        preliminary: None,
        private: Vec::new(),
    }
}

/// A snapshot with all households (0: not stated), poor and near-poor.
pub fn counted(as_of: &str, all: i64, poor: i64, near_poor: i64) -> Snapshot {
    let mut snapshot = snapshot(as_of);
    snapshot.whole.households = (all > 0).then(|| households(all));
    snapshot.whole.poor.set(Aspect::Households, Some(households(poor)));
    snapshot.whole.near_poor.set(Aspect::Households, Some(households(near_poor)));
    snapshot
}

/// The history of these snapshots.
pub fn history(snapshots: Vec<Snapshot>) -> History {
    let snapshots: Vec<Arc<Snapshot>> = snapshots.into_iter().map(Arc::new).collect();
    History {
        unit: name("Quận"),
        standard: Standard::default(),
        snapshots,
        plans: Vec::new(),
        is_followed: false,
        twins: Vec::new(),
    }
}

impl GroupFigures {
    /// States the lines of its movement, and no others.
    pub fn set_lines(&mut self, lines: impl IntoIterator<Item = (MovementLine, Figure)>) {
        for (line, _) in MovementLine::ALL {
            self.set(Aspect::Moved(line), None);
        }
        for (line, figure) in lines {
            self.set(Aspect::Moved(line), figure);
        }
    }
}

/// A programme of which only that count is stated, if any.
pub fn programme(id: &str, kind: ProgrammeKind, reached: Option<Figure>) -> Programme {
    Programme::new(named(id), kind, [(Support::Reached, reached)].into())
}

/// A target of the unit that says what it asks for and no more.
pub fn target(id: &str, year: i32, reads: TargetMeasure, aim: AimStated) -> Target {
    Target {
        named: named(id),
        year,
        reads,
        aim,
        far: None,
        area: None,
        baseline: None,
        result: None,
        percent_of_aim: None,
        quote: None,
        due: None,
        profile: Profile::Linear,
        review: ReviewWindow::default(),
        result_as_of: None,
        from: None,
        each_year: false,
        averages: false,
    }
}
