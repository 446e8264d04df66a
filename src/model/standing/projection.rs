//! Where a target leads by its due date: going on as since the start of the year, and as in the last period.

use chrono::NaiveDate;

use super::super::amount::Amount;
use super::super::exact::{Exact, Rounding};
use super::super::figure::{Figure, Rule, Term};
use super::super::measure::TargetField;
use super::super::ops::{self, FigureResult, MissingReason};
use super::super::target::TargetMeasure;
use super::super::unit::Unit;
use super::pace::RecentChange;
use super::progress::{Courses, Progress};
use super::steps;
use super::target_context::TargetContext;
use super::time::Time;

/// One projection.
#[derive(Debug, Clone)]
pub struct Ahead {
    /// In what is counted, rounded half up.
    pub count: FigureResult,
    /// In the measure's own unit.
    pub level: FigureResult,
    /// How many short of the aim; below zero: so many better.
    pub short: FigureResult,
    /// The same in the measure's own unit.
    pub short_level: FigureResult,
}

/// The two projections.
#[derive(Debug, Clone)]
pub struct Projection {
    /// The straight line from the baseline through the newest figure.
    pub by_year: Ahead,
    /// Going on as since the snapshot before.
    pub by_period: Ahead,
}

impl Projection {
    /// Both counts as a range, the smaller first; the one where there is only one. None where a level is projected in
    /// a way that no count is: the two would rest on different ways.
    pub fn count(&self) -> FigureResult {
        for ahead in [&self.by_year, &self.by_period] {
            if ahead.level.is_ok() && ahead.count.is_err() {
                return ahead.count.clone();
            }
        }
        either(&self.by_year.count, &self.by_period.count)
    }

    /// Both levels.
    pub fn level(&self) -> FigureResult {
        either(&self.by_year.level, &self.by_period.level)
    }

    /// How many short of the aim by either.
    pub fn short(&self) -> FigureResult {
        self.count()?;
        either(&self.by_year.short, &self.by_period.short)
    }

    /// The same in the measure's own unit.
    pub fn short_level(&self) -> FigureResult {
        either(&self.by_year.short_level, &self.by_period.short_level)
    }
}

/// Two figures of one thing side by side.
fn either(a: &FigureResult, b: &FigureResult) -> FigureResult {
    let (Ok(a), Ok(b)) = (a, b) else {
        return if a.is_ok() { a.clone() } else { b.clone().or(a.clone()) };
    };
    let low = a.amount.low().min(b.amount.low()).clone();
    let high = a.amount.high().max(b.amount.high()).clone();
    let formula = vec![Term::Figure(a.clone()), Term::Figure(b.clone())];
    ops::by_rule(a.subject.clone(), a.unit, Amount::between(low, high), Rule::Either, formula)
}

/// How a projection goes on from now.
struct Going<'a> {
    aim: TargetField,
    rule: Rule,
    /// The change it goes by.
    change: &'a FigureResult,
    /// The change times this is what is still to come.
    times: Exact,
    /// The same factor as it is written in the formula.
    factor: Vec<Term>,
}

impl TargetContext<'_> {
    /// Both projections, or why there are none.
    pub fn projection(&self, courses: &Courses, step: &RecentChange, time: &Time) -> Projection {
        let (year, period) = (line_of_year(self.start_day(), time), line_of_period(step, time));
        let by = |aim, rule, change: [&FigureResult; 2], line: &(Exact, Vec<Term>)| {
            let going = |change| Going { aim, rule, change, times: line.0.clone(), factor: line.1.clone() };
            self.ahead(courses, time, &going(change[0]), &going(change[1]))
        };
        let since = [&courses.level, &courses.count].map(|course| self.since_start(course));
        Projection {
            by_year: by(TargetField::Projected, Rule::StraightLine, [&since[0], &since[1]], &year),
            by_period: by(
                TargetField::ProjectedByPeriod,
                Rule::LastPeriod,
                [&step.level, &step.count],
                &period,
            ),
        }
    }

    fn ahead(&self, courses: &Courses, time: &Time, level: &Going, count: &Going) -> Ahead {
        let refused = self.no_pace(courses).or_else(|| too_early(time).then_some(MissingReason::TooEarly));
        let project = |course: &Progress, going: &Going, most: &Option<Exact>| match &refused {
            Some(because) => steps::none(self.what(going.aim), because.clone()),
            None => self.go_on(course, going).map(|figure| within(figure, most.as_ref())),
        };
        let (most_level, most_count) = self.most(courses);
        let level_then = project(&courses.level, level, &most_level);
        let count_then = match &level_then {
            // As many of those entitled today as the share leads to.
            Ok(share) if self.is_share_of_entitled(share) => {
                steps::part_of_whole(self.what(count.aim), &level_then, &courses.whole)
            }
            _ => project(&courses.count, count, &most_count).map(whole),
        };
        Ahead {
            short: self.short(&count_then, &courses.count.aim),
            short_level: self.short(&level_then, &courses.level.aim),
            count: count_then.map(to_hundredths),
            level: level_then.map(to_hundredths),
        }
    }

    fn is_share_of_entitled(&self, level: &Figure) -> bool {
        matches!(self.target.reads, TargetMeasure::Coverage(_)) && level.unit == Unit::Share
    }

    /// All that can be covered, as a share and as a count; nothing bounds a programme.
    fn most(&self, courses: &Courses) -> (Option<Exact>, Option<Exact>) {
        if matches!(self.target.reads, TargetMeasure::Indicator(..)) && self.level_unit() == Unit::Share {
            return (Some(Exact::whole(100)), Some(Exact::whole(100)));
        }
        if !matches!(self.target.reads, TargetMeasure::Coverage(_)) {
            return (None, None);
        }
        let entitled = courses.whole.as_ref().ok().map(|whole| whole.amount.high().clone());
        let is_share = courses.level.now.as_ref().is_ok_and(|now| now.unit == Unit::Share);
        (if is_share { Some(Exact::whole(100)) } else { entitled.clone() }, entitled)
    }

    /// `now − change × times`; `+` for what is to rise.
    fn go_on(&self, course: &Progress, going: &Going) -> FigureResult {
        let what = self.what(going.aim);
        let [now, change] = ops::all(&what, [&course.now, going.change])?;
        let step = |now: &Exact, change: &Exact| {
            let coming = change * &going.times;
            if self.rises() { now + &coming } else { now - &coming }
        };
        let amount = now.amount.with(&change.amount, step);
        let sign = if self.rises() { Term::Plus } else { Term::Minus };
        let mut formula = vec![Term::Figure(now.clone()), sign, Term::Figure(change.clone())];
        formula.extend(going.factor.iter().cloned());
        ops::by_rule(what, now.unit, amount, going.rule, formula)
    }

    fn short(&self, projected: &FigureResult, aim: &FigureResult) -> FigureResult {
        let what = self.what(TargetField::Short);
        if self.rises() {
            steps::difference(what, aim, projected)
        } else {
            steps::difference(what, projected, aim)
        }
    }
}

/// Less than a tenth of the time is gone.
fn too_early(time: &Time) -> bool {
    time.gone_of_one() < Exact::decimal(1, 1)
}

/// Days left over the days since the start that the change is reckoned from.
fn line_of_year(start: NaiveDate, time: &Time) -> (Exact, Vec<Term>) {
    let gone = (time.as_of - start).num_days().max(0);
    let (left, gone) = (Exact::whole(time.days_left), Exact::whole(gone));
    let times = left.over(&gone).unwrap_or_else(|| Exact::whole(0));
    (times, vec![Term::Times, steps::number(&left), Term::Over, steps::number(&gone)])
}

/// Months left over the months of the last period.
fn line_of_period(step: &RecentChange, time: &Time) -> (Exact, Vec<Term>) {
    let times = time.months_left.over(&step.months).unwrap_or_else(|| Exact::whole(0));
    let (left, over) = (steps::number(&time.months_left), steps::number(&step.months));
    (times, vec![Term::Over, over, Term::Times, left])
}

/// A straight line may lead below zero or above all there is; households do not.
fn within(mut figure: Figure, most: Option<&Exact>) -> Figure {
    let zero = Exact::whole(0);
    figure.amount = figure.amount.map(|x| {
        let above = x.max(&zero);
        most.map_or(above, |most| above.min(most)).clone()
    });
    figure
}

/// A projected share is written with two decimals, as rates are.
fn to_hundredths(figure: Figure) -> Figure {
    if figure.unit == Unit::Share { steps::in_unit(&figure, Unit::Percent) } else { figure }
}

fn whole(mut figure: Figure) -> Figure {
    if figure.unit.is_count() {
        figure.amount = figure.amount.map(|x| x.rounded(0, Rounding::Nearest));
    }
    figure
}
