//! What a target asks for, in its own terms: a fall or a level, of a bound with its word, of a range with both ends; the
//! average of a year as one, with what that comes to in all.

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::qualifier::Qualifier;
use crate::model::standing::Assessment;
use crate::model::support::Programme;
use crate::model::target::{AimKind, AimStated, TargetMeasure};
use crate::say;
use crate::text::line::Line;
use crate::text::show::{self, Style};

use super::super::TargetSummary;
use super::Minutes;

/// `giảm 4 điểm phần trăm`, `giảm bình quân 1-1,5 điểm phần trăm/năm, cả kỳ 4,00-5,20*`, `còn 1,51%`.
pub fn asked(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let by = || Some(say!(view, "giảm {fall}", "a fall of {fall}"; fall = fall(view, it)?));
    match &it.target.aim {
        AimStated::Figure(AimKind::Reach | AimKind::KeepAt | AimKind::ReachPercent, _) => level(view, it),
        AimStated::Figure(AimKind::ReduceBy | AimKind::ReduceByPoints | AimKind::ReduceByPercent, _) => {
            by().or_else(|| level(view, it))
        }
        AimStated::Absent => by(),
        AimStated::Done => None,
    }
}

/// `còn 1,51%`; of what is to rise the level alone.
pub fn level(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let aim = it.found.asked.aim.as_ref().ok()?;
    let down = (!it.target.reads.rises()).then_some(("còn", "down to"));
    Some(say!(view, "[{down} ]{aim+}"; down, aim))
}

/// How much is to fall: `4 điểm phần trăm`, `bình quân 4 điểm phần trăm/năm, cả kỳ 8,00*`, `20% (723* hộ)`.
pub fn fall(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let goal = it.found.asked.goal.as_ref().ok();
    match it.target.aim.figure() {
        Some((AimKind::ReduceByPercent, percent)) if !it.target.each_year => {
            Some(say!(view, "{percent}[ ({goal+})]"; percent, goal))
        }
        Some((_, a_year)) if it.target.each_year => {
            let a_year = a_year_of(view, it, a_year);
            Some(
                say!(view, "bình quân {a_year}/năm[, cả kỳ {goal}]", "{a_year} a year on average[, {goal} in all]";
                a_year, goal),
            )
        }
        _ => Some(say!(view, "{goal+}"; goal = goal?)),
    }
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

/// What is planned of a programme, where all of it is asked for: `mức từ 110.000 người` of a floor.
pub fn floor(it: &TargetSummary) -> Option<Figure> {
    let planned = planned(it)?;
    let is_floor = planned.qualifier.is_floor();
    is_floor.then(|| Figure { qualifier: Qualifier::Exact, ..planned.clone() })
}

/// What is planned of a programme, where all of it is asked for.
pub fn planned<'a>(it: &TargetSummary<'a>) -> Option<&'a Figure> {
    let TargetMeasure::Programme(id, given) = &it.target.reads else { return None };
    let is_all = matches!(it.target.aim.figure(), Some((AimKind::ReachPercent, of)) if of.one() == Some(&Exact::whole(100)));
    let programme =
        it.stated_in.programmes.iter().find(|programme: &&Programme| programme.named.id == *id)?;
    programme.stated(given.planned()).filter(|_| is_all)
}

/// Is a share of the start asked for?
pub fn is_percent(it: &TargetSummary) -> bool {
    matches!(it.target.aim.figure(), Some((AimKind::ReduceByPercent, _)))
}
