//! Targets and tasks.

use std::cell::OnceCell;
use std::sync::Arc;

use chrono::NaiveDate;
use foldhash::HashMap;

use crate::model::area::Area;
use crate::model::by_id::ById;
use crate::model::figure::{Figure, Reliability};
use crate::model::indicator::{Better, IndicatorKind};
use crate::model::measure::{Aspect, Given, IdName, Measure, TargetField, When};
use crate::model::name::AreaName;
use crate::model::source_file::Provenance;
use crate::model::target::{AimKind, AimStated, ReviewWindow, Target, TargetMeasure, Task};
use crate::model::unit::Unit;

use super::super::format;
use super::figure::{FigureContext, named};
use super::names::Names;
use super::support::mentioned;

/// The targets of a file.
pub(super) fn targets(
    at: &FigureContext,
    from: &format::Snapshot,
    kinds: &[IndicatorKind],
    whole: &Area,
) -> ById<Target> {
    let parts = PartNames { whole, known: OnceCell::new() };
    // Of two with one id the first is meant.
    let programmes =
        from.programmes.iter().rev().map(|programme| (&programme.id, programme.unit())).collect();
    let each = |(i, (t, kind)): (usize, (&format::Target, &IndicatorKind))| {
        target(&at.item("targets", i), (t, *kind), &programmes, &parts)
    };
    from.targets.iter().zip(kinds).enumerate().map(each).collect()
}

fn target(
    at: &FigureContext,
    (from, kind): (&format::Target, IndicatorKind),
    programmes: &HashMap<&format::Id, Unit>,
    parts: &PartNames,
) -> Target {
    let whole = parts.whole;
    let at = at.clone().from(from.provenance).quoting(from.quote.as_ref());
    let area = from.area.as_ref().map(|line| area_of(whole, line));
    let at = match &area {
        Some(area) => at.whose(area),
        None => at,
    };
    let named = named(at.names(), &from.id, Some(&from.name));
    let level = level_unit(from, kind, programmes);
    let is_coverage = matches!(from.measure, format::Measure::Coverage(_));
    let reads = reads(&at, from, kind, parts);
    let ctx = TargetReader { at: &at, named: &named, level, is_coverage, rises: reads.rises() };
    let (aim, far) = ctx.aim(from.aim.as_ref());
    let result = from.result.as_ref();
    let own = result.and_then(|r| r.provenance).or(from.provenance);
    let outcome = at.field("result").from(own);
    // The same number that is an estimate elsewhere in the file is one here too, unless it is said what it is.
    let twin = own.is_none().then(|| ctx.result(&outcome, from)).flatten();
    let twin = twin.filter(|result| is_estimate(result, from, whole, area.as_ref()));
    let outcome = outcome.from(twin.map(|_| Provenance::Estimated));
    let percent = result.and_then(|r| r.percent_of_aim.as_ref());
    let result_as_of = result.and_then(|r| r.as_of).map(|day| day.0);
    let day = result_as_of.unwrap_or(at.origin().period.last);
    // A fall is of a span, a level is of a day.
    let of_stock = matches!(from.measure, format::Measure::Households(_) | format::Measure::Rate(_));
    let falls = from.aim.as_ref().map_or(of_stock, format::Aim::is_fall);
    let held = if falls && result_as_of.is_none() { When::Over(at.origin().period) } else { When::Day(day) };
    let (aim, far) = (aim.of_time(time(from)), far.map(|far| holding(far, time(from))));
    Target {
        year: i32::from(from.year.0),
        reads,
        aim,
        far,
        area: area.clone(),
        baseline: ctx.baseline(from.baseline.as_ref(), eve(from)),
        result: ctx.result(&outcome, from).map(|figure| holding(figure, held)),
        percent_of_aim: percent.map(|percent| {
            let measure = Measure::Target(named.clone(), TargetField::PercentOfAim);
            holding(outcome.written("percent_of_aim", percent.into(), Unit::Share, measure), held)
        }),
        quote: from.quote.clone(),
        due: from.due.map(|d| d.0),
        profile: from.profile,
        review: from.review.map_or_else(ReviewWindow::default, |window| ReviewWindow {
            from: window.from.0,
            to: window.to.0,
        }),
        result_as_of,
        from: from.from.map(|begin| begin.0),
        each_year: from.aim.as_ref().is_some_and(|aim| aim.of_year().1),
        averages: result.is_some_and(|result| result.average.is_some()),
        named,
    }
}

/// The time of a target: its year, of one of several years all of them.
fn time(from: &format::Target) -> When {
    let year = i32::from(from.year.0);
    let last = || from.due.map(|due| due.0).or_else(|| NaiveDate::from_ymd_opt(year, 12, 31));
    let span = from.from.and_then(|first| Some(When::Between(first.0, last()?)));
    span.unwrap_or(When::Year(year))
}

/// The day before the time of a target begins.
fn eve(from: &format::Target) -> NaiveDate {
    let first = from.from.map(|day| day.0).or_else(|| NaiveDate::from_ymd_opt(i32::from(from.year.0), 1, 1));
    first.and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MIN)
}

/// Does the unit or area state the number of a result as an estimate?
fn is_estimate(result: &Figure, from: &format::Target, whole: &Area, area: Option<&Arc<AreaName>>) -> bool {
    let falls = from.aim.as_ref().is_some_and(format::Aim::is_fall);
    let (group, aspect) = match (&from.measure, falls) {
        (format::Measure::Households(group), true) => (*group, Aspect::Reduced),
        (format::Measure::Households(group), false) => (*group, Aspect::Households),
        (format::Measure::Rate(group), true) => (*group, Aspect::RateChange),
        (format::Measure::Rate(group), false) => (*group, Aspect::Rate),
        _ => return false,
    };
    let place = area.map_or(Some(whole), |area| whole.at(std::slice::from_ref(area)));
    let twin = place.and_then(|place| place.stated(group, &aspect));
    let is_same = |twin: &Figure| {
        let (twin, result) = (twin.amount.low(), result.amount.low());
        *twin == *result || aspect == Aspect::RateChange && *twin == -result
    };
    twin.is_some_and(|twin| twin.reliability == Reliability::Estimated && is_same(&twin))
}

/// The figure with the day it holds, which need not be that of its file.
fn holding(mut figure: Figure, when: When) -> Figure {
    figure.subject.when = when;
    figure
}

/// The area a target names, by code or by name.
fn area_of(whole: &Area, line: &format::Line) -> Arc<AreaName> {
    let by_code = mentioned(whole, Some(line), None);
    let is_known = whole.at(std::slice::from_ref(&by_code)).is_some();
    if is_known { by_code } else { mentioned(whole, None, Some(&crate::model::words::Text::vi(&line.0))) }
}

/// The figures of one target: what each counts follows from its measure.
struct TargetReader<'a> {
    at: &'a FigureContext<'a>,
    named: &'a Arc<IdName>,
    /// The unit of the measure's own level.
    level: Unit,
    is_coverage: bool,
    /// Is the measure wanted to rise?
    rises: bool,
}

impl TargetReader<'_> {
    fn measure(&self, part: TargetField) -> Measure {
        Measure::Target(self.named.clone(), part)
    }

    /// A number of the target: a percentage keeps its decimals, a count has none.
    fn number(
        &self,
        at: &FigureContext,
        name: &str,
        from: &format::Qualified<format::Number>,
        unit: Unit,
        part: TargetField,
    ) -> Option<Figure> {
        let digits = from.value.digits(matches!(unit, Unit::Percent | Unit::Point | Unit::Share))?;
        Some(at.qualified(name, from, digits, (unit, self.measure(part))))
    }

    /// What is asked; of a range its mild end, and the far one beside it.
    fn aim(&self, from: Option<&format::Aim>) -> (AimStated, Option<Figure>) {
        let at = self.at.field("aim").assigned();
        let Some((from, _)) = from.map(format::Aim::of_year) else { return (AimStated::Absent, None) };
        let (kind, unit) = match from {
            format::Aim::Done(_) | format::Aim::EachYear(_) => return (AimStated::Done, None),
            format::Aim::ReduceByPoints(_) => (AimKind::ReduceByPoints, Unit::Point),
            format::Aim::ReduceBy(_) => (AimKind::ReduceBy, self.level),
            format::Aim::ReduceByPercent(_) => (AimKind::ReduceByPercent, Unit::Share),
            format::Aim::Reach(_) => (AimKind::Reach, self.reach_unit()),
            format::Aim::KeepAt(_) => (AimKind::KeepAt, self.level),
            format::Aim::ReachPercent(_) => (AimKind::ReachPercent, Unit::Share),
        };
        let part = TargetField::Goal;
        let (mild, far) = match from.asked() {
            None => (None, None),
            Some(format::Asked::One(one)) => (self.number(&at, from.name(), one, unit, part), None),
            Some(format::Asked::Range { from: low, to: high }) => {
                let at = at.field(from.name());
                let end = |name, end: format::Number| {
                    self.number(&at, name, &format::Qualified::bare(end), unit, part)
                };
                let (low, high) = (end("from", *low), end("to", *high));
                // A level that may not be passed is mild where it is high.
                if kind == AimKind::Reach && !self.rises { (high, low) } else { (low, high) }
            }
        };
        (mild.map_or(AimStated::Absent, |figure| AimStated::Figure(kind, Box::new(figure))), far)
    }

    /// A coverage is reached in persons, although its level is a percentage: what it starts from and what it ended with
    /// are whole numbers too.
    fn reach_unit(&self) -> Unit {
        if self.is_coverage { Unit::Person } else { self.level }
    }

    /// What it starts from, with the day that the file names for it; else that of the eve of its time.
    fn baseline(
        &self,
        from: Option<&format::Baseline>,
        eve: NaiveDate,
    ) -> Option<(Figure, Option<NaiveDate>)> {
        let from = from?;
        let at = self.at.field("baseline").from(from.provenance);
        let figure = self.number(&at, "value", &from.value, self.reach_unit(), TargetField::Baseline)?;
        let day = from.as_of.map(|day| day.0);
        Some((holding(figure, When::Day(day.unwrap_or(eve))), day))
    }

    /// What was fallen (points, households) where the aim is a fall or absent, else the level.
    fn result(&self, at: &FigureContext, from: &format::Target) -> Option<Figure> {
        let value = from.result.as_ref()?.value.as_ref()?;
        let falls = from.aim.as_ref().map_or(!self.rises, format::Aim::is_fall);
        let is_percent = self.level.is_percent() && !self.is_coverage;
        let unit = if falls && is_percent { Unit::Point } else { self.reach_unit() };
        let mut result = self.number(at, "value", value, unit, TargetField::Result)?;
        // The average of years is rounded, where it counts households too.
        if unit.is_count() && from.result.as_ref().is_some_and(|result| result.average.is_some()) {
            result.written = Some(0);
        }
        Some(result)
    }
}

fn reads(at: &FigureContext, from: &format::Target, kind: IndicatorKind, parts: &PartNames) -> TargetMeasure {
    let part = |id| parts.named(at.names(), id);
    match &from.measure {
        format::Measure::AmongRate(group, id) => TargetMeasure::AmongRate(*group, part(id)),
        format::Measure::AmongHouseholds(group, id) => TargetMeasure::AmongHouseholds(*group, part(id)),
        format::Measure::Rate(group) => TargetMeasure::Rate(*group),
        format::Measure::Households(group) => TargetMeasure::Households(*group),
        format::Measure::PolicyFamilies(group) => TargetMeasure::PolicyFamilies(*group),
        format::Measure::Coverage(id) => TargetMeasure::Coverage(id.0.clone()),
        format::Measure::Programme(id, given) => TargetMeasure::Programme(id.0.clone(), *given),
        format::Measure::Indicator(id) => TargetMeasure::Indicator(id.0.clone(), kind),
        format::Measure::Task(id) => TargetMeasure::Task(id.0.clone()),
    }
}

/// The parts of groups that targets read, by the names that the unit, or else the first area, gives them.
struct PartNames<'a> {
    whole: &'a Area,
    /// By their ids; found out when the first target reads one.
    known: OnceCell<HashMap<&'a str, &'a Arc<IdName>>>,
}

impl PartNames<'_> {
    fn named(&self, names: &Names, id: &format::Id) -> Arc<IdName> {
        let known = self.known.get_or_init(|| {
            let mut known = HashMap::default();
            add_parts(self.whole, &mut known);
            known
        });
        known.get(&*id.0).map_or_else(|| named(names, id, None), |part| Arc::clone(part))
    }
}

fn add_parts<'a>(area: &'a Area, known: &mut HashMap<&'a str, &'a Arc<IdName>>) {
    for part in area.named_parts() {
        known.entry(&part.id).or_insert(part);
    }
    area.areas.iter().for_each(|part| add_parts(part, known));
}

/// What the indicator of each target of a file measures, as the same file says it; of a target of anything else it is not
/// asked. Found before the areas are converted, which may be who says it.
pub(super) fn indicator_kinds(from: &format::Snapshot) -> Vec<IndicatorKind> {
    // A target whose indicator the file does not have is refused.
    let none = IndicatorKind { unit: Unit::Share, better: Better::Higher };
    let indicators = format::Indicators::of(from);
    let kind = |target| indicators.of_target(target).map_or(none, format::Indicator::kind);
    from.targets.iter().map(kind).collect()
}

/// The unit of a measure's level: percent for rates, percent of those entitled for coverage, what the programme
/// counts for programmes, its own of an indicator, households for the rest.
fn level_unit(from: &format::Target, kind: IndicatorKind, programmes: &HashMap<&format::Id, Unit>) -> Unit {
    match &from.measure {
        format::Measure::Indicator(_) => kind.unit,
        format::Measure::Rate(_) | format::Measure::AmongRate(..) => Unit::Percent,
        format::Measure::Coverage(_) => Unit::Share,
        format::Measure::Programme(_, Given::Amount) => Unit::Vnd,
        format::Measure::Programme(id, Given::Reached) => {
            programmes.get(id).copied().unwrap_or(Unit::Household)
        }
        format::Measure::Households(_)
        | format::Measure::AmongHouseholds(..)
        | format::Measure::PolicyFamilies(_)
        | format::Measure::Task(_) => Unit::Household,
    }
}

/// The tasks of a file.
pub(super) fn tasks(names: &Names, from: &[format::Task]) -> ById<Task> {
    let task = |task: &format::Task| Task {
        named: named(names, &task.id, Some(&task.name)),
        by: task.by.clone(),
        owner: task.owner.clone(),
        due: task.due.map(|d| d.0),
        status: task.status,
    };
    from.iter().map(task).collect()
}
