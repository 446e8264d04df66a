//! Snapshots built by hand, for the tests of this room.

use std::sync::Arc;

use chrono::NaiveDate;

use super::area::{Area, LackList};
use super::by_id::ById;
use super::figure::Figure;
use super::history::{History, Known};
use super::location::Field;
use super::measure::{Aspect, Group, IdName, Measure, MovementLine, Subject, Support, When};
use super::name::AreaName;
use super::period::Period;
use super::qualifier::Qualifier;
use super::remembered::Remembered;
use super::snapshot::{Snapshot, Standard};
use super::source_file::{Provenance, SourceFile, SourceKind};
use super::stated_number::{NumberKind, StatedNumber};
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
    Arc::new(AreaName {
        name: Text::vi(text),
        code: None,
        kind: None,
        folded: text.to_lowercase(),
        place: Remembered::default(),
    })
}

fn stated(digits: i64, unit: Unit, written: Option<u8>) -> Figure {
    let kind = NumberKind { unit, qualifier: Qualifier::Exact, provenance: Provenance::Reported, written };
    let what =
        Subject {
            measure: Measure::AllHouseholds, whose: name("Quận"), when: When::Day(day("2022-12-31"))
        };
    let place = (&origin("2022-12-31"), Field::Path("test".into()));
    StatedNumber { digits, kind, line: 1 }.figure(what, place, None, None)
}

/// A stated count or amount.
pub fn count(n: i64, unit: Unit) -> Figure {
    stated(n, unit, None)
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
    stated(digits, unit, Some(decimals))
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
        programmes: ById::default(),
        coverage: ById::default(),
        targets: ById::default(),
        tasks: ById::default(),
        doubts: Vec::new(),
        preliminary: None,
        private: Vec::new(),
    }
}

/// A snapshot with all households (0: not stated), poor and near-poor.
pub fn counted(as_of: &str, all: i64, poor: i64, near_poor: i64) -> Snapshot {
    let mut snapshot = snapshot(as_of);
    snapshot.whole.state_households((all > 0).then(|| households(all)));
    snapshot.whole.state(Group::Poor, Aspect::Households, Some(households(poor)));
    snapshot.whole.state(Group::NearPoor, Aspect::Households, Some(households(near_poor)));
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
        known: Known::default(),
    }
}

impl Area {
    /// Says that it was read from another file.
    pub fn read_from(&mut self, origin: &Arc<SourceFile>) {
        self.row_mut().set_origin(origin);
    }

    /// States the poor households of a deprivation or a cause.
    pub fn state_lack(&mut self, list: LackList, id: &str, poor: Figure) {
        self.row_mut().shape_mut().lacks[list as usize].push(named(id));
        self.state(Group::Poor, list.aspect(&named(id)), poor);
    }

    /// States the lines of the movement of a group, and no others.
    pub fn state_lines(&mut self, group: Group, lines: impl IntoIterator<Item = (MovementLine, Figure)>) {
        for (line, _) in MovementLine::ALL {
            self.state(group, Aspect::Moved(line), None);
        }
        for (line, figure) in lines {
            self.state(group, Aspect::Moved(line), figure);
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
