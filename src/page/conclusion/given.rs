//! How the targets given to areas stand: the worst three named, the others counted.

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::standing::Mark;
use crate::say;
use crate::text::line::Line;
use crate::text::say::{units, what};

use super::super::{TargetSummary, View};
use super::standings::{is_bad, rank};
use super::{Minutes, joined};

/// So many areas are named.
const NAMED: usize = 3;

/// `Chỉ tiêu giao địa bàn: chậm tiến độ: Phường 9, Phường 3, Phường 1 và 11 địa bàn khác; 4 chỉ tiêu khác đạt yêu cầu.`
pub fn sentence(view: &Minutes) -> Option<Line> {
    let bad = late(view);
    let clauses = joined(bad.clauses)?;
    let kept = Some(bad.kept).filter(|kept| *kept > 0);
    Some(say!(view, "Chỉ tiêu giao địa bàn: {clauses}[; {kept} chỉ tiêu khác đạt yêu cầu].",
        "Targets given to areas: {clauses}[; {kept} others as asked]."; clauses, kept))
}

/// The areas that are late with their targets, by word, and how many targets are not.
pub struct Late {
    /// `chậm tiến độ: Phường 9, Phường 3, Phường 1 và 11 địa bàn khác`.
    pub clauses: Vec<Line>,
    /// So many need no action.
    pub kept: usize,
}

/// Those of the shown year.
pub fn late(view: &View) -> Late {
    let year = view.snapshot().as_of().year();
    let all = if view.path.is_empty() {
        view.targets(|target| target.year == year && target.area.is_some())
    } else {
        Vec::new()
    };
    let (mut bad, rest): (Vec<TargetSummary>, Vec<TargetSummary>) =
        all.into_iter().partition(|it| is_bad(it.found.standing));
    // Of one word the one that came least far first.
    bad.sort_by_cached_key(|it| (rank(it.found.standing), done(it)));
    let kept = rest.iter().filter(|it| it.found.standing.mark() == Mark::Good);
    let same = |a: &TargetSummary, b: &TargetSummary| a.word().1 == b.word().1;
    Late { kept: kept.count(), clauses: bad.chunk_by(same).map(|alike| clause(view, alike)).collect() }
}

fn done(it: &TargetSummary) -> Exact {
    it.found.percent().as_ref().map_or_else(|_| Exact::whole(0), |percent| percent.amount.low().clone())
}

fn clause(view: &View, alike: &[TargetSummary]) -> Line {
    let mut names: Vec<String> = Vec::new();
    for it in alike {
        let name = it.target.area.as_ref().map(|area| what::unit_inside(view.lang, &area.name));
        names.extend(name.filter(|name| !names.contains(name)));
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let word: (_, &str) = alike.first().map_or_else(Default::default, TargetSummary::word);
    let parts = units::noun_of_parts(view.whole()).counted(view.lang, more);
    let more = (more > 0).then_some(parts);
    say!(view, "{word}: {names}[ và {more} khác]", "{word}: {names}[ and {more} more]"; word, names = names.join(", "), more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::standing::Standing;
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
