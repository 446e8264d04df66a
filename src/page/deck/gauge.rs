//! A bar over the whole width of a slide, its numbers written under its marks and its end.

use crate::model::exact::Exact;
use crate::model::ops::FigureResult;
use crate::model::standing::away;
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::line::Line;
use crate::text::say::standing::{is_turned, moved};
use crate::text::template::{InColumn, Speaker};

use super::super::table::{Bar, Style};
use super::super::{TargetSummary, View};

/// A bar with its numbers.
#[derive(Debug, Clone)]
pub struct Gauge {
    /// The bar.
    pub bar: Bar,
    /// What stands under the mark of the aim.
    pub aim: Line,
    /// What stands under the end of the bar.
    pub value: Line,
    /// What stands under the mark of the time.
    pub time: Option<Line>,
}

impl Gauge {
    /// All that is written under it.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        [&self.aim, &self.value].into_iter().chain(&self.time)
    }
}

/// What was reached of what was asked, to twice the aim; while the time runs, the way to the aim with the time in it.
pub fn of_target(view: &View, it: &TargetSummary) -> Option<Box<Gauge>> {
    let found = it.found;
    let hundred = Exact::whole(100);
    if matches!(it.target.reads, TargetMeasure::Coverage(_)) && found.percent().is_err() {
        return of_level(view, it);
    }
    // Both ends of a range are marked, and the time is not; its bar goes by the mild end.
    if let Some(far) = it.far() {
        return of_range(view, it, far);
    }
    let value = it.percent().or(found.way.as_ref().ok())?.amount.low().clone();
    let runs = !found.evidence.is_final() && !found.time.is_due();
    let time = runs.then(|| &found.time.gone_of_one() * &hundred);
    let full = Exact::whole(if runs && value <= hundred { 100 } else { 200 });
    let gone = found.time.elapsed.as_ref().ok().filter(|_| runs);
    let bar = it.bar(value, full, time);
    Some(Box::new(Gauge {
        bar,
        aim: asked_of(view, it),
        value: reached(view, it),
        time: gone.map(|gone| say!(view, "đã qua {gone} thời gian", "{gone} of the time elapsed"; gone)),
    }))
}

/// The way that was gone, with both ends of the range asked for.
fn of_range(view: &View, it: &TargetSummary, far: Exact) -> Option<Box<Gauge>> {
    let value = it.found.way.as_ref().ok()?.amount.low().clone();
    let most = it.found.far.as_ref()?.goal.as_ref().ok();
    let bar = it.bar(value, Exact::whole(200), Some(far));
    Some(Box::new(Gauge {
        bar,
        aim: required(view, it, &it.found.level.goal),
        value: reached(view, it),
        time: most.map(|most| say!(view, "đến {most}", "to {most}"; most = known(view, &Ok(most.clone())))),
    }))
}

/// What was asked: the change, of a programme the number.
fn asked_of(view: &View, it: &TargetSummary) -> Line {
    if !matches!(it.target.reads, TargetMeasure::Programme(..)) {
        return required(view, it, &it.found.asked.goal);
    }
    say!(view, "[giao {asked}]", "[target {asked}]"; asked = it.asked(&InColumn(view.lang)))
}

/// What was reached, with its share of the aim: `0,43* điểm phần trăm (61,5%*)`.
fn reached(view: &View, it: &TargetSummary) -> Line {
    let count = Some(&it.found.count.now).filter(|_| matches!(it.target.reads, TargetMeasure::Programme(..)));
    let reached = count.filter(|count| count.is_ok()).unwrap_or_else(|| it.found.reached());
    // Away from the aim is no fall below nought.
    let rises = it.target.reads.rises();
    let back = reached.as_ref().ok().filter(|moved| is_turned(moved)).map(|moved| away(moved, rises));
    let value = match back {
        Some(back) => say!(view, "{up} {back}"; up = moved(view.lang, !rises), back = known(view, &Ok(back))),
        None => known(view, reached),
    };
    let value = Some(value).filter(|value| !value.is_empty());
    say!(view, "[{value}][ ({percent})]"; value, percent = it.percent())
}

/// The share that is covered, of the share asked for.
fn of_level(view: &View, it: &TargetSummary) -> Option<Box<Gauge>> {
    let found = it.found;
    let (now, aim) = (found.level.now.as_ref().ok()?, found.level.aim.as_ref().ok()?);
    let value = now.amount.low().clone();
    let aim_at = aim.amount.low().clone();
    let full = aim_at.clone().max(Exact::whole(100));
    let bar = Bar { value, full, aim: Some(aim_at), role: it.role(), ..Bar::default() };
    Some(Box::new(Gauge {
        bar,
        aim: asked(view, &found.asked.aim),
        value: known(view, &found.level.now),
        time: None,
    }))
}

/// The change that is asked for: beside the level that is, no other "target".
fn required(view: &View, it: &TargetSummary, goal: &FigureResult) -> Line {
    let way = moved(view.lang, it.target.reads.rises());
    let goal = goal.is_ok().then(|| known(view, goal));
    say!(view, "[phải {way} {goal}]", "[required: {way} {goal}]"; way, goal)
}

fn asked(view: &View, aim: &FigureResult) -> Line {
    let aim = aim.is_ok().then(|| known(view, aim));
    say!(view, "[giao {aim}]", "[target {aim}]"; aim)
}

/// A figure with the word of its unit as a column has it, where it is there: a label under a mark has little room.
fn known(view: &View, known: &FigureResult) -> Line {
    let Ok(figure) = known else { return Line::default() };
    InColumn(view.lang).figure(Line::default(), figure, Style::Plain, true)
}
