//! How the targets given to areas stand: the worst three named, the others counted.

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::standing::{Mark, Standing};
use crate::say;
use crate::text::line::Line;
use crate::text::say::{units, what};

use super::super::{TargetSummary, View};
use super::standings::{is_bad, rank};
use super::{Minutes, asked, joined, level, target};

/// So many areas are named.
const NAMED: usize = 3;

/// `Chỉ tiêu giao địa bàn chậm tiến độ: Phường 9 (đạt 40%* chỉ tiêu), Phường 3 (51%*), Phường 1 và 11 địa bàn khác; 4 chỉ tiêu khác
/// đạt, 1 đúng tiến độ.`
pub fn sentence(view: &Minutes) -> Option<Line> {
    let (bad, good) = of_areas(view);
    let mut clauses = late_clauses(view);
    let mut begins_with_word = !clauses.is_empty();
    let is = |met: bool| good.iter().filter(move |it| (it.found.standing != Standing::OnTrack) == met);
    // Few are named where none is bad; else those that need no action are counted, by their word.
    if bad.is_empty() && good.len() <= NAMED {
        clauses.extend(chunks(&good).map(|alike| {
            let moved = |it: &TargetSummary| target::moved_by(view, it, &it.found.outcome);
            clause(view, alike, moved)
        }));
        begins_with_word |= !clauses.is_empty();
    } else {
        let other = (!bad.is_empty()).then_some((" khác", " others"));
        let count = |met| Some(is(met).count()).filter(|count| *count > 0);
        let met = count(true)
            .map(|met| say!(view, "{met} chỉ tiêu[{other}] đạt", "{met}[{other}] met"; met, other));
        let on = count(false)
            .map(|on| say!(view, "{on} chỉ tiêu[{other}] đúng tiến độ", "{on}[{other}] on track"; on, other));
        clauses.extend(met.into_iter().chain(on));
    }
    headed(view, clauses, begins_with_word)
}

/// Those that are late alone, under the same head.
pub fn late_alone(view: &Minutes) -> Option<Line> {
    headed(view, late_clauses(view), true)
}

/// Under one head; a word that itself has a colon goes on with the head: two colons in a row would part nothing.
fn headed(view: &Minutes, clauses: Vec<Line>, begins_with_word: bool) -> Option<Line> {
    let clauses = joined(clauses)?;
    let colon = (!begins_with_word).then_some(":");
    Some(
        say!(view, "Chỉ tiêu giao địa bàn[{colon}] {clauses}.", "Area targets[{colon}] {clauses}."; colon, clauses),
    )
}

/// The worst standing of those that are told; none where nothing is.
pub fn worst(view: &View) -> Option<Standing> {
    let (bad, good) = of_areas(view);
    bad.iter().chain(&good).map(|it| it.found.standing).next()
}

/// The areas that are late with their targets of the shown year, a clause for each word with its standing: `chậm tiến
/// độ: Phường 9 (đạt 40%* chỉ tiêu), Phường 3 (51%*), Phường 1 (52%*) và 11 địa bàn khác`.
pub fn late(view: &View) -> Vec<(Standing, Line)> {
    let (bad, _) = of_areas(view);
    let view = &Minutes(*view);
    chunks(&bad).map(|alike| (alike[0].found.standing, clause(view, alike, |_| None))).collect()
}

/// The clauses alone.
fn late_clauses(view: &View) -> Vec<Line> {
    late(view).into_iter().map(|(_, clause)| clause).collect()
}

/// How many of those of the shown year need action, and how many there are.
pub fn counted(view: &View) -> (usize, usize) {
    let (bad, good) = of_areas(view);
    (bad.len(), bad.len() + good.len())
}

/// The targets given to areas in the shown year: those that need action, the worst first, and those that are well.
fn of_areas<'a>(view: &View<'a>) -> (Vec<TargetSummary<'a>>, Vec<TargetSummary<'a>>) {
    let day = view.snapshot().as_of();
    let all = if view.path.is_empty() {
        view.targets(|target| target.year_at(day) == day.year() && target.area.is_some())
    } else {
        Vec::new()
    };
    let (mut bad, mut good): (Vec<TargetSummary>, Vec<TargetSummary>) =
        all.into_iter().partition(|it| is_bad(it.found.standing));
    // Of one word the one that came least far first.
    bad.sort_by_cached_key(|it| (rank(it.found.standing), done(it)));
    // A figure of long before the due date says nothing of a day past it.
    let is_stale = |it: &TargetSummary| it.found.time.as_of < it.found.time.due && it.found.time.due <= day;
    good.retain(|it| it.found.standing.mark() == Mark::Good && !is_stale(it));
    (bad, good)
}

fn chunks<'a, 'b>(found: &'b [TargetSummary<'a>]) -> impl Iterator<Item = &'b [TargetSummary<'a>]> {
    found.chunk_by(|a, b| a.word().1 == b.word().1)
}

fn done(it: &TargetSummary) -> Exact {
    it.found.percent().as_ref().map_or_else(|_| Exact::whole(0), |percent| percent.amount.low().clone())
}

/// Of one of which no share of the aim is told: how far it moved and what was asked, else where it stands.
fn without_share(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let moved = target::moved_by(view, it, &it.found.outcome).or_else(|| level::level_told(view, it))?;
    Some(
        say!(view, "{moved}[, chỉ tiêu {asked}]", "{moved}[, the target is {asked}]"; moved, asked = asked::asked(view, it)),
    )
}

fn clause(view: &Minutes, alike: &[TargetSummary], moved: impl Fn(&TargetSummary) -> Option<Line>) -> Line {
    let mut names: Vec<(String, Line)> = Vec::new();
    for it in alike {
        let Some(area) = &it.target.area else { continue };
        let name = what::unit_inside(view.lang, &area.name);
        if !names.iter().any(|(known, _)| *known == name) {
            let share = it.percent().filter(|_| it.found.standing != Standing::Awaiting);
            // Of the first it is said what the percent is of; those that follow it are of the same.
            let share = share.map(|share| {
                if !names.is_empty() {
                    return say!(view, "{share}"; share);
                }
                say!(view, "{verb} {share} chỉ tiêu", "{verb}{share} of the target"; verb = target::done_verb(it), share)
            });
            let moved = moved(it).or_else(|| share.is_none().then(|| without_share(view, it)).flatten());
            let told = Line::joined(moved.into_iter().chain(share), ", ");
            let line = say!(view, "{name}[ ({told})]"; name = &name, told);
            names.push((name, line));
        }
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let word: (_, &str) = alike.first().map_or_else(Default::default, TargetSummary::word);
    let parts = units::noun_of_parts(view.whole()).counted(view.lang, more);
    let more = (more > 0).then_some(parts);
    let names = Line::joined(names.into_iter().map(|(_, line)| line), ", ").unwrap_or_default();
    say!(view, "{word}: {names}[ và {more} khác]", "{word}: {names}[ and {more} more]"; word, names, more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::target::TargetMeasure;
    use crate::text::Lang;
    use crate::text::say::standing::word_of;

    #[test]
    fn what_needs_action_comes_before_all_that_does_not() {
        let since = chrono::NaiveDate::default();
        let bad = [
            Standing::Broken { since },
            Standing::Missed,
            Standing::Overdue,
            Standing::Behind,
            Standing::AtRisk,
        ];
        let rest = [
            Standing::Exceeded,
            Standing::Met,
            Standing::OnTrack,
            Standing::Kept,
            Standing::Done,
            Standing::UnderWay,
            Standing::Awaiting,
            Standing::NoBaseline,
            Standing::NoData,
            Standing::NotDue,
        ];
        assert!(bad.windows(2).all(|two| rank(two[0]) < rank(two[1])));
        assert!(bad.iter().all(|standing| is_bad(*standing) && rank(*standing) < rank(rest[0])));
        assert!(rest.iter().all(|standing| !is_bad(*standing) && rank(*standing) >= rank(rest[0])));
        let broken = Standing::Broken { since };
        let counted = TargetMeasure::Households(crate::model::measure::Group::Poor);
        let covered = TargetMeasure::Coverage("x".into());
        assert_eq!(word_of(Lang::Vi, broken, &counted), "có phát sinh");
        assert_eq!(word_of(Lang::Vi, broken, &covered), "không giữ được");
    }
}
