//! A bar over the whole width of a slide, its numbers written under its marks and its end.

use crate::model::exact::Exact;
use crate::model::ops::Known;
use crate::model::target::Reads;
use crate::text::show;

use super::super::table::{Bar, Style};
use super::super::{TargetSummary, View};
use crate::text::line::Line;

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
    if matches!(it.target.reads, Reads::Coverage(_)) && found.percent().is_err() {
        return of_level(view, it);
    }
    let value = found.percent().as_ref().ok()?.amount.low().clone();
    let runs = !it.target.has_result() && !found.time.is_due();
    let time = runs.then(|| &found.time.gone_of_one() * &hundred);
    let full = Exact::whole(if runs && value <= hundred { 100 } else { 200 });
    let gone = found.time.gone.as_ref().ok().filter(|_| runs);
    let bar = it.bar(value, full, time);
    let fallen = |known: &Known| Line::default().known_with_unit(view, known);
    Some(Box::new(Gauge {
        bar,
        aim: asked(view, &found.level.asked),
        value: fallen(found.reached()),
        time: gone.map(|gone| {
            let line = Line::plain(view.pick("đã qua ", "")).figure(view.lang, gone, Style::Plain);
            line.say(view.pick(" thời gian", " of the time gone"))
        }),
    }))
}

/// The share that is covered, of the share asked for.
fn of_level(view: &View, it: &TargetSummary) -> Option<Box<Gauge>> {
    let found = it.found;
    let (now, aim) = (found.level.now.as_ref().ok()?, found.level.aim.as_ref().ok()?);
    let value = now.amount.low().clone();
    let aim_at = aim.amount.low().clone();
    let full = aim_at.clone().max(Exact::whole(100));
    let bar = Bar { value, full, aim: Some(aim_at), time: None, role: it.role() };
    Some(Box::new(Gauge {
        bar,
        aim: asked(view, &found.level.aim),
        value: Line::default().known_with_unit(view, &found.level.now),
        time: None,
    }))
}

fn asked(view: &View, known: &Known) -> Line {
    if known.is_err() {
        return Line::default();
    }
    Line::plain(view.pick("giao ", "asked ")).known_with_unit(view, known)
}

impl Line {
    /// With a figure and the word of its unit, where it is there; households need none on their own slide.
    fn known_with_unit(self, view: &View, known: &Known) -> Self {
        let Ok(figure) = known else { return self };
        let unit = match figure.unit {
            crate::model::unit::Unit::Household => "",
            unit => show::unit(view.lang, unit),
        };
        let line = self.figure(view.lang, figure, Style::Plain);
        if unit.is_empty() { line } else { line.say(format!(" {unit}")) }
    }
}
