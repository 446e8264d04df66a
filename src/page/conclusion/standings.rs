//! How the targets of the shown year stand. Those that need action are told first and in full, whatever they measure and
//! whether their result is stated; where room is short the good ones are only named or counted.

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::standing::{Mark, Standing};
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what::small;

use super::super::TargetSummary;
use super::{Minutes, joined, target};

/// So many that need action are told in full; more of them are named with their word.
const FULL: usize = 4;

/// The order of the news: what needs action first, of that the broken, the missed, those behind, those at risk.
pub fn rank(standing: Standing) -> usize {
    match standing {
        Standing::Broken { .. } => 0,
        Standing::Missed => 1,
        Standing::Overdue => 2,
        Standing::Behind => 3,
        Standing::AtRisk => 4,
        Standing::Exceeded | Standing::Met | Standing::OnTrack | Standing::Kept | Standing::Done => 5,
        Standing::UnderWay => 6,
        Standing::Awaiting | Standing::NoBaseline | Standing::NoData | Standing::NotDue => 7,
    }
}

/// Does it need action?
pub fn is_bad(standing: Standing) -> bool {
    matches!(standing.mark(), Mark::Bad | Mark::Care)
}

/// The targets of the shown year that were given to the unit itself, the worst first.
pub fn of_year<'a>(view: &Minutes<'a>) -> Vec<TargetSummary<'a>> {
    if !view.path.is_empty() {
        return Vec::new();
    }
    let mut own = view.own_targets(view.snapshot().as_of().year());
    own.sort_by_key(|it| rank(it.found.standing));
    own
}

/// The sentence on those that need action, and the one on the others.
pub fn sentences(view: &Minutes) -> [Option<Line>; 2] {
    let (bad, good): (Vec<TargetSummary>, Vec<TargetSummary>) =
        of_year(view).into_iter().partition(|it| is_bad(it.found.standing));
    if bad.is_empty() {
        return [None, good_alone(view, &good)];
    }
    let (full, rest) = bad.split_at(bad.len().min(FULL));
    let clauses = full.iter().map(|it| target::clause(view, it)).chain(by_word(view, rest)).collect();
    [headed(view, &bad, clauses), others(view, &good)]
}

/// Where all is well those on households and rates are told in full, the others by their word.
fn good_alone(view: &Minutes, good: &[TargetSummary]) -> Option<Line> {
    let (main, rest): (Vec<TargetSummary>, Vec<TargetSummary>) =
        good.iter().partition(|it| it.target.reads.is_of_households() || it.target.has_result());
    let clauses: Vec<Line> =
        main.iter().map(|it| target::clause(view, it)).chain(by_word(view, &rest)).collect();
    headed(view, good, clauses)
}

/// `Chỉ tiêu năm 2023 (đã qua 74,8%* thời gian): …`. Of a year that is over, or whose review is awaited, no pace is
/// judged.
fn headed(view: &Minutes, found: &[TargetSummary], clauses: Vec<Line>) -> Option<Line> {
    let year = view.snapshot().as_of().year();
    let is_judged = |it: &&TargetSummary| {
        !matches!(it.found.standing, Standing::Awaiting | Standing::Missed) && !it.found.evidence.is_final()
    };
    let gone = found.iter().find(is_judged).and_then(|it| it.found.time.elapsed.as_ref().ok());
    let gone = gone.filter(|gone| gone.one() != Some(&Exact::whole(100)));
    let unsettled = found.iter().any(|it| it.unsettled().is_some());
    let head = gone.map(|gone| {
        say!(view, "đã qua {gone} thời gian[{unsettled}, chưa có kết quả rà soát]",
            "{gone} of the time gone[{unsettled}, before the review]"; gone, unsettled)
    });
    Some(say!(view, "Chỉ tiêu năm {year}[ ({head})]: {clauses}.", "Targets of {year}[ ({head})]: {clauses}.";
        year, head, clauses = joined(clauses)?))
}

/// Those that need no action, beside others that do: in full as long as they are few, else by their words.
fn others(view: &Minutes, good: &[TargetSummary]) -> Option<Line> {
    let (main, rest): (Vec<TargetSummary>, Vec<TargetSummary>) =
        good.iter().partition(|it| it.target.reads.is_of_households());
    let full = main.iter().map(|it| target::clause(view, it));
    let clauses = full.chain(by_word(view, &rest)).collect();
    Some(say!(view, "Chỉ tiêu khác: {clauses}.", "Other targets: {clauses}."; clauses = joined(clauses)?))
}

/// Those of one word together: `giữ vững: hộ người có công tái nghèo, BHYT hộ nghèo (92,4%*)`.
fn by_word(view: &Minutes, found: &[TargetSummary]) -> Vec<Line> {
    let mut clauses: Vec<(&str, Line)> = Vec::new();
    for it in found {
        let (role, word) = it.word();
        let named = named(view, it);
        if let Some((_, line)) = clauses.iter_mut().find(|(known, _)| *known == word) {
            *line = std::mem::take(line).say(", ").then(named);
        } else {
            clauses.push((word, say!(view, "{word}: {named}"; word = (role, word), named)));
        }
    }
    clauses.into_iter().map(|(_, line)| line).collect()
}

/// The name of a target with what there is to say of it: what is reached, what is left.
fn named(view: &Minutes, it: &TargetSummary) -> Line {
    let (name, now) = (small(it.name()), &it.found.level.now);
    match (&it.target.reads, now) {
        (
            TargetMeasure::Coverage(_) | TargetMeasure::Programme(..) | TargetMeasure::Indicator(..),
            Ok(now),
        ) => {
            say!(view, "{name} ({now+}[, {left}])"; name, now, left = it.remaining(view))
        }
        (
            TargetMeasure::Coverage(_)
            | TargetMeasure::Programme(..)
            | TargetMeasure::Indicator(..)
            | TargetMeasure::Rate(_)
            | TargetMeasure::Households(_)
            | TargetMeasure::AmongRate(..)
            | TargetMeasure::AmongHouseholds(..)
            | TargetMeasure::PolicyFamilies(_)
            | TargetMeasure::Task(_),
            _,
        ) => Line::plain(name),
    }
}
