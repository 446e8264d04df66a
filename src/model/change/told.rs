//! How a group changed over the year so far, on one basis: as the report states it, or as two snapshots count it. Where
//! the two are the same within their rounding the stated one is told, where they are not, both.

use chrono::{Datelike, NaiveDate};

use super::super::area::Area;
use super::super::figure::{Derivation, Figure};
use super::super::history::History;
use super::super::interval::Interval;
use super::super::measure::{Aspect, Group, IdName, Measure, MovementLine, PartField, Subject, When};
use super::super::name::AreaName;
use super::super::ops;
use super::super::period::Period;
use super::super::standing::rate;
use super::{between, turned};
use std::sync::Arc;

/// A change that is counted.
#[derive(Debug, Clone)]
pub struct Counted {
    /// The change, signed.
    pub change: Figure,
    /// Since that day.
    pub since: NaiveDate,
    /// The two figures it is the difference of.
    pub ends: (Figure, Figure),
}

/// What is told of a change. Both are there only where they differ.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// As the report states it for the period of its flows, signed.
    pub stated: Option<Figure>,
    /// As two snapshots count it.
    pub counted: Option<Counted>,
}

impl Told {
    /// Is a change known at all?
    pub fn is_known(&self) -> bool {
        self.stated.is_some() || self.counted.is_some()
    }

    /// The change that speaks first: the stated one where there is one.
    pub fn first(&self) -> Option<&Figure> {
        self.stated.as_ref().or(self.counted.as_ref().map(|counted| &counted.change))
    }

    /// Is it a fall, by whatever is told of it?
    pub fn is_fall(&self) -> bool {
        self.first().is_some_and(|change| change.amount.high().is_negative())
    }

    /// Is it a rise, by anything that is told of it?
    pub fn is_rise(&self) -> bool {
        let all = self.stated.iter().chain(self.counted.iter().map(|counted| &counted.change));
        all.into_iter().any(|change| change.amount.low().is_positive())
    }

    fn new(stated: Option<Figure>, counted: Option<Counted>, period: Period) -> Self {
        match (stated, counted) {
            // Of a quarter or a month the report states another span than the year so far.
            (Some(_), Some(counted)) if !period.is_year_to_date() => {
                Self { stated: None, counted: Some(counted) }
            }
            (Some(stated), Some(counted)) if counted.allows(&stated) => {
                Self { stated: Some(stated), counted: None }
            }
            (stated, counted) => Self { stated, counted },
        }
    }
}

impl Counted {
    /// Does it rest on an earlier number that was worked back by hand? That says nothing more than the fall it was
    /// worked back from.
    fn is_worked_back(&self) -> bool {
        let mut open = vec![&self.ends.0];
        while let Some(figure) = open.pop() {
            if figure.is_derived() && matches!(&*figure.derivation, Derivation::Stated(_)) {
                return true;
            }
            open.extend(figure.derivation.inputs());
        }
        false
    }

    /// May the stated change be this one, rounded?
    fn allows(&self, stated: &Figure) -> bool {
        let (then, now) = &self.ends;
        // A bound and the number that it is of are one figure.
        if stated.amount == self.change.amount {
            return true;
        }
        let counted = Interval::from_figure(now).minus(&Interval::from_figure(then));
        Interval::from_figure(stated).meets(&counted)
    }
}

/// The change of the households of a group at the end of `path`. A `start` of the movement is an earlier count too.
pub fn households(history: &History, at: usize, path: &[Arc<AreaName>], group: Group) -> Told {
    let Some(now) = history.area(at, path) else { return Told::default() };
    // The falls of two groups are not the fall of both, for those who leave one may enter the other.
    let stated = now.stated(group, &Aspect::Reduced).as_ref().map(turned);
    let count = now.figure(group, &Aspect::Households);
    let before = before(history, at, path).and_then(|then| {
        let earlier = then.figure(group, &Aspect::Households);
        let change = ops::difference(between(then, now, group, Aspect::Change), &count, &earlier).ok()?;
        Some(Counted { change, since: then.origin().as_of, ends: (earlier.ok()?, count.clone().ok()?) })
    });
    let fell = |group: Group| now.states(group, &Aspect::Reduced);
    let has_stated = fell(group) || group == Group::Combined && Group::TWO.into_iter().any(fell);
    let before = before.filter(|counted: &Counted| !(has_stated && counted.is_worked_back()));
    let counted = before.or_else(|| since_start(now, group).filter(|_| stated.is_none()));
    Told::new(stated, counted, now.origin().period)
}

/// The change since the start of the period that the lines of the movement name.
pub(super) fn since_start(now: &Area, group: Group) -> Option<Counted> {
    let (start, count) =
        (now.movement(group, MovementLine::Start)?, now.figure(group, &Aspect::Households).ok()?);
    let since = now.origin().period.first.pred_opt()?;
    let when = When::Between(since, now.origin().as_of);
    let what = Subject { measure: Measure::of_group(group, Aspect::Change), whose: now.name.clone(), when };
    let change = ops::difference(what, &Ok(count.clone()), &Ok(start.clone())).ok()?;
    Some(Counted { change, since, ends: (start, count) })
}

/// The change of the rate of a group at the end of `path`, in points: two rates of one kind.
pub fn rate(history: &History, at: usize, path: &[Arc<AreaName>], group: Group) -> Told {
    of_rate(history, (at, path), group, [&Aspect::Rate, &Aspect::RateChange, &Aspect::RateDifference])
}

/// The change of the households and of the rate of a part of a group, where the report states them.
pub fn of_part(
    history: &History,
    place: (usize, &[Arc<AreaName>]),
    group: Group,
    part: &Arc<IdName>,
) -> [Told; 2] {
    let Some(now) = history.area(place.0, place.1) else { return Default::default() };
    let [households, fall, rate, points] =
        [PartField::Households, PartField::Reduced, PartField::Rate, PartField::RateChange]
            .map(|field| Aspect::Among(part.clone(), field));
    let stated = now.stated(group, &fall).as_ref().map(turned);
    let counted = before(history, place.0, place.1).and_then(|then| {
        let ends = (then.figure(group, &households), now.figure(group, &households));
        let change = ops::difference(between(then, now, group, fall), &ends.1, &ends.0).ok()?;
        Some(Counted { change, since: then.origin().as_of, ends: (ends.0.ok()?, ends.1.ok()?) })
    });
    let of_rate = of_rate(history, place, group, [&rate, &points, &points]);
    [Told::new(stated, counted, now.origin().period), of_rate]
}

/// A rate with the names of its stated and of its counted change.
fn of_rate(
    history: &History,
    (at, path): (usize, &[Arc<AreaName>]),
    group: Group,
    [rate, change, counted]: [&Aspect; 3],
) -> Told {
    let Some(now) = history.area(at, path) else { return Told::default() };
    let stated = now.stated(group, change);
    let counted = before(history, at, path).and_then(|then| {
        let pair = rate::pair(then, now, group, rate);
        let what = between(then, now, group, counted.clone());
        let change = ops::difference(what, &pair.now, &pair.then).ok()?;
        let as_stated = [then, now].map(|area| area.stated(group, &Aspect::Rate));
        let counted = Counted { change, since: then.origin().as_of, ends: (pair.then.ok()?, pair.now.ok()?) };
        Some((counted, as_stated))
    });
    // The difference of two rates of the report is a basis too, whatever its counts say: the check holds by either.
    let (counted, as_stated) = counted.unzip();
    let by_report = as_stated
        .and_then(|[then, now]| Some(Interval::from_figure(&now?).minus(&Interval::from_figure(&then?))));
    let holds = by_report
        .zip(stated.as_ref())
        .is_some_and(|(allowed, said)| Interval::from_figure(said).meets(&allowed));
    Told::new(
        stated,
        counted.filter(|_| !(holds && now.origin().period.is_year_to_date())),
        now.origin().period,
    )
}

/// The area at the last snapshot before the shown year.
pub fn before<'a>(history: &'a History, at: usize, path: &[Arc<AreaName>]) -> Option<&'a Area> {
    let year = history.snapshots.get(at)?.as_of().year();
    history.before_year(at, year)?.whole.at(path)
}

#[cfg(test)]
mod tests {
    use super::super::super::build::{counted, history, households as count, percent};
    use super::super::super::exact::Exact;
    use super::super::super::snapshot::Snapshot;
    use super::super::super::unit::Unit;
    use super::*;

    /// 31/12/2022 after 31/12/2021, with a stated fall.
    fn told(then: Snapshot, mut now: Snapshot, reduced: Option<i64>) -> Told {
        now.whole.state(Group::Poor, Aspect::Reduced, reduced.map(count));
        households(&history(vec![then, now]), 1, &[], Group::Poor)
    }

    fn whole(figure: &Figure) -> i64 {
        figure.one().and_then(Exact::to_whole).expect("a whole number")
    }

    #[test]
    fn each_case_has_its_bases() {
        let year = |day: &str, poor| counted(day, 0, poor, 0);
        let both = told(year("2021-12-31", 3612), year("2022-12-31", 2134), Some(1582));
        let pair = (both.stated.as_ref().map(whole), both.counted.as_ref().map(|c| whole(&c.change)));
        assert_eq!(pair, (Some(-1582), Some(-1478)), "3612 − 2134 = 1478 is not 1582");
        let same = told(year("2021-12-31", 3612), year("2022-12-31", 2134), Some(1478));
        assert!(same.counted.is_none() && same.is_fall());
        let mut silent = year("2021-12-31", 1);
        silent.whole.state(Group::Poor, Aspect::Households, None);
        let stated = told(silent.clone(), year("2022-06-30", 13_823), Some(-1430));
        assert_eq!(stated.first().map(whole), Some(1430), "an earlier file without a count removes nothing");
        assert!(!told(silent, year("2022-12-31", 7), None).is_known());
    }

    #[test]
    fn a_start_of_the_movement_is_an_earlier_count() {
        let mut now = counted("2022-12-31", 0, 1168, 0);
        now.whole.state_lines(Group::Poor, [(MovementLine::Start, count(1011))]);
        let told = households(&history(vec![now]), 0, &[], Group::Poor);
        assert_eq!(told.first().map(whole), Some(157));
        assert_eq!(told.counted.map(|c| c.since.to_string()).as_deref(), Some("2021-12-31"));
    }

    #[test]
    fn rates_alone_make_a_change() {
        let with = |day: &str, rate: &str| {
            let mut snapshot = super::super::super::build::snapshot(day);
            snapshot.whole.state(Group::Poor, Aspect::Rate, percent(rate, Unit::Percent));
            snapshot
        };
        let mut now = with("2024-12-31", "25.93");
        let of = |now: Snapshot| rate(&history(vec![with("2023-12-31", "30.23"), now]), 1, &[], Group::Poor);
        assert_eq!(of(now.clone()).first().and_then(Figure::one), Some(&Exact::decimal(-430, 2)));
        now.whole.state(Group::Poor, Aspect::RateChange, percent("-4.3", Unit::Point));
        let rounded = of(now.clone());
        assert!(rounded.stated.is_some() && rounded.counted.is_none(), "−4,3 is −4,30, rounded");
        now.whole.state(Group::Poor, Aspect::RateChange, percent("-4.5", Unit::Point));
        let other = of(now);
        assert!(other.stated.is_some() && other.counted.is_some());
    }

    /// 10,00 → 8,50% as stated, 8,33% as counted: 1,50 points are the difference of the two of the report.
    #[test]
    fn a_change_that_follows_from_the_stated_rates_is_no_other_one() {
        for (stated, is_one) in [("-1.50", true), ("-1.67", true), ("-1.60", false)] {
            let mut then = counted("2022-12-31", 10_000, 1000, 0);
            let mut now = counted("2023-12-31", 10_200, 850, 0);
            then.whole.state(Group::Poor, Aspect::Rate, percent("10.00", Unit::Percent));
            now.whole.state(Group::Poor, Aspect::Rate, percent("8.50", Unit::Percent));
            now.whole.state(Group::Poor, Aspect::RateChange, percent(stated, Unit::Point));
            let told = rate(&history(vec![then, now]), 1, &[], Group::Poor);
            assert_eq!((told.stated.is_some(), told.counted.is_none()), (true, is_one), "{stated}");
        }
    }
}
