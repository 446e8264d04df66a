//! What a target asks for, in its own terms: a fall or a level, of a bound with its word, of a range with both ends; the
//! average of a year as one, with what that comes to in all.

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::qualifier::Qualifier;
use crate::model::standing::Assessment;
use crate::model::target::{AimKind, AimStated};
use crate::say;
use crate::text::Lang;
use crate::text::line::Line;
use crate::text::show::{self, Style};

use super::super::TargetSummary;
use super::Minutes;

/// `giảm 4 điểm phần trăm`, `giảm bình quân 1-1,5 điểm phần trăm/năm, cả kỳ 4,00-5,20*`, `còn 1,51%`.
pub fn asked(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let by = || Some(say!(view, "giảm {fall}", "a reduction of {fall}"; fall = fall(view, it)?));
    match &it.target.aim {
        AimStated::Figure(AimKind::Reach | AimKind::KeepAt | AimKind::ReachPercent, _) => level(view, it),
        AimStated::Figure(AimKind::ReduceBy | AimKind::ReduceByPoints | AimKind::ReduceByPercent, _) => {
            by().or_else(|| level(view, it))
        }
        AimStated::Absent => by(),
        AimStated::Done => None,
    }
}

/// `còn 1,51%`, `không còn nhà nào`; of what is to rise, and in English ("the target is 1.51%"), the level alone.
pub fn level(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let aim = it.found.asked.aim.as_ref().ok()?;
    let falls = !it.target.reads.rises();
    if view.lang == Lang::Vi && falls && aim.unit.is_count() && aim.exactly().is_some_and(Exact::is_zero) {
        return Some(
            Line::default().written(format!("không còn {} nào", show::unit(view.lang, aim.unit)), aim),
        );
    }
    let down = falls.then_some(("còn ", ""));
    Some(say!(view, "[{down}]{aim+}"; down, aim))
}

/// How much is to fall: `4 điểm phần trăm`, `bình quân 4 điểm phần trăm/năm, cả kỳ 8,00*`, `20% (723* hộ)`.
pub fn fall(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let goal = it.found.asked.goal.as_ref().ok();
    if let Some(a_year) = asked_a_year(view, it) {
        return Some(
            say!(view, "bình quân {a_year}/năm[, cả kỳ {goal}]", "{a_year} a year on average[, {goal} in all]";
            a_year, goal),
        );
    }
    match it.target.aim.figure() {
        Some((AimKind::ReduceByPercent, percent)) => Some(say!(view, "{percent}[ ({goal+})]"; percent, goal)),
        _ => Some(say!(view, "{goal+}"; goal = goal?)),
    }
}

/// What is asked beside a percent of all of it: `giảm 5,00* điểm phần trăm cả kỳ (bình quân 1,0 điểm phần trăm/năm)`. A
/// percent of the whole time beside the number of a year would be taken for one of that.
pub fn asked_in_all(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let goal = it.found.asked.goal.as_ref().ok().filter(|_| !is_of_year(it, it.found.outcome.is_stated));
    match goal.zip(asked_a_year(view, it)) {
        Some((goal, a_year)) => Some(say!(view, "giảm {goal+} cả kỳ (bình quân {a_year}/năm)",
            "a reduction of {goal+} in all, {a_year} a year on average"; goal, a_year)),
        None => asked(view, it),
    }
}

/// The number of a year: as it is asked, or beside a stated average what the whole comes to in one.
fn asked_a_year(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    if let Some((_, a_year)) = it.target.aim.figure().filter(|_| it.target.each_year) {
        return Some(a_year_of(view, it, a_year));
    }
    let goal = it.found.asked.goal.as_ref().ok().filter(|_| is_of_year(it, it.found.outcome.is_stated))?;
    Some(say!(view, "{a_year+}"; a_year = it.found.of_year(goal).ok()?))
}

/// Is what is told the stated average of all its years? Before they are over a percent is of the whole.
pub fn is_of_year(it: &TargetSummary, is_stated: bool) -> bool {
    is_stated && it.target.averages && it.found.evidence.interim().is_none()
}

/// The far end of a range, of a year where what is told is the average of one.
pub fn far_end(it: &TargetSummary) -> Option<Figure> {
    let far = it.found.far.as_ref()?;
    if it.target.reads.rises() {
        return far.aim.clone().ok();
    }
    let goal = far.goal.as_ref().ok()?;
    if !is_of_year(it, it.found.outcome.is_stated) {
        return Some(goal.clone());
    }
    let stated = it.target.far.as_ref().filter(|_| it.target.each_year);
    stated.map(|stated| Figure { unit: goal.unit, ..stated.clone() }).or_else(|| it.found.of_year(goal).ok())
}

/// The number of a year with its unit; of a range both ends.
fn a_year_of(view: &Minutes, it: &TargetSummary, mild: &Figure) -> Line {
    let unit = it.found.asked.goal.as_ref().map_or(mild.unit, |goal| goal.unit);
    let written = |figure: &Figure| Figure { unit, ..figure.clone() };
    let mild = written(mild);
    let Some(far) = &it.target.far else { return say!(view, "{mild+}"; mild) };
    let from = Line::default().written(show::number(view.lang, &mild, Style::Bare), &mild);
    say!(view, "{from}-{far+}"; from, far = written(far))
}

/// The change of an average year, where the target or its result is of one: as stated, else what is counted.
pub fn average(it: &TargetSummary, is_stated: bool) -> Option<Figure> {
    let found: &Assessment = it.found;
    if is_stated && it.target.averages {
        let unit = found.level.goal.as_ref().or(found.reached().as_ref()).map(|figure| figure.unit).ok();
        return it
            .target
            .result
            .as_ref()
            .map(|stated| Figure { unit: unit.unwrap_or(stated.unit), ..stated.clone() });
    }
    let is_asked = it.target.each_year || it.target.averages;
    found.average.as_ref().ok().filter(|_| is_asked && !is_stated).cloned()
}

/// What is planned of a programme, where all of it is asked for: `ít nhất 110.000 người` of a floor.
pub fn floor(it: &TargetSummary) -> Option<Figure> {
    let planned = it.stated_plan()?;
    let is_floor = planned.qualifier.is_floor();
    is_floor.then(|| Figure { qualifier: Qualifier::Exact, ..planned.clone() })
}

/// Is a share of the start asked for?
pub fn is_percent(it: &TargetSummary) -> bool {
    matches!(it.target.aim.figure(), Some((AimKind::ReduceByPercent, _)))
}
