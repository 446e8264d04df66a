//! How the targets of the shown year stand. Those that need action are told first and in full, whatever they measure and
//! whether their result is stated; where room is short the good ones are only named or counted.

use chrono::{Datelike, NaiveDate};

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::standing::{Mark, Standing};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what::{first_large, under};

use super::super::TargetSummary;
use super::target::{self, Clause};
use super::{Minutes, followed, kept, level};

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
    own.retain(|it| !followed::is_late_today(view, it));
    own.sort_by_key(|it| rank(it.found.standing));
    own
}

/// Those that need action, and the others. What policy families are kept from is one thing: where it happened, what did
/// not is told with it.
fn by_need<'a>(view: &Minutes, all: &[TargetSummary<'a>]) -> [Vec<TargetSummary<'a>>; 2] {
    let is_with_bad = |it: &TargetSummary| kept::beside_broken(view, it, all).is_some();
    let (bad, good) = all.iter().filter(|it| !is_with_bad(it)).partition(|it| is_bad(it.found.standing));
    [bad, good]
}

/// The clauses with what else such households are kept from, of which nothing happened.
fn with_kept(
    view: &Minutes,
    all: &[TargetSummary],
    mut clauses: Vec<Clause>,
    of: &[TargetSummary],
) -> Vec<Clause> {
    for (clause, it) in clauses.iter_mut().zip(of) {
        let kept = all.iter().filter_map(|other| kept::beside_broken(view, other, std::slice::from_ref(it)));
        clause.stands =
            Line::joined(std::iter::once(clause.stands.clone()).chain(kept), ", ").unwrap_or_default();
    }
    clauses
}

/// Is it told in full where it needs no action?
fn is_main(it: &TargetSummary, bad: &[TargetSummary]) -> bool {
    it.target.reads.is_of_households() || bad.is_empty() && it.target.has_result()
}

/// The sentences on those that need action, and those on the others; each time of targets has one with its own share of
/// time gone. Where other news of what is late comes between the two, those at risk stand at the head of the others.
pub fn sentences(view: &Minutes, is_between: bool) -> [Option<Line>; 2] {
    let all = of_year(view);
    let [mut bad, mut good] = by_need(view, &all);
    let needy = bad.clone();
    if is_between {
        let care: Vec<TargetSummary> =
            bad.extract_if(.., |it| it.found.standing.mark() == Mark::Care).collect();
        good.splice(..0, care);
    }
    let mut room = FULL;
    let bad_times = by_time(&bad);
    let of_bad = bad_times.iter().map(|alike| {
        let (full, rest) = alike.all.split_at(alike.all.len().min(room));
        room -= full.len();
        // The head is that of all that need action, also of those that follow later.
        let of_time: Vec<TargetSummary> = needy.iter().filter(|it| alike.time.holds(it)).copied().collect();
        headed(view, &of_time, false, with_kept(view, &all, told(view, full.iter().copied(), rest), full))
    });
    let of_bad = joined_sentences(of_bad.collect());
    let of_good = by_time(&good).into_iter().map(|alike| {
        let (main, rest): (Vec<TargetSummary>, Vec<TargetSummary>) =
            alike.all.iter().partition(|it| is_bad(it.found.standing) || is_main(it, &needy));
        let is_beside = bad_times.iter().any(|bad| bad.time.holds(&alike.all[0]));
        headed(view, &alike.all, is_beside, told(view, main, &rest))
    });
    [of_bad, joined_sentences(of_good.collect())]
}

/// What is told of a target, or of several that have one word, where each stands alone.
#[derive(Debug, Clone)]
pub struct TargetTold {
    /// The time it is of: `Chỉ tiêu năm 2023`.
    pub time: String,
    /// Does it need action?
    pub is_bad: bool,
    /// Where it stands, the worst of several.
    pub standing: Standing,
    /// Does it say how households or rates changed?
    pub tells_change: bool,
    /// The clause, and the sentence after it.
    pub told: Line,
    /// The same by its word, of one that needs action.
    pub in_short: Option<Line>,
    /// What it measures, with its word: `BHYT hộ nghèo (chậm tiến độ)`.
    pub named: Line,
    /// How many targets it tells of, and their word.
    pub counted: (usize, &'static str),
}

/// The targets of the shown year one by one, the worst first; those without much to tell together by their words.
pub fn each(view: &Minutes) -> Vec<TargetTold> {
    let all = of_year(view);
    let [bad, good] = by_need(view, &all);
    let of = |it: &TargetSummary, is_bad: bool, Clause { stands, ahead }| {
        let time = it.time();
        let time = say!(view, "Chỉ tiêu {time}", "Targets for {time}"; time).text();
        let told = say!(view, "{stands}[. {ahead}]"; stands, ahead);
        let tells_change = it.target.reads.is_of_households() && it.found.outcome.reached.is_ok();
        let in_short = is_bad.then(|| in_short(view, it));
        let named = say!(view, "{title} ({word})"; title = target::title(view, it), word = it.word());
        let (standing, counted) = (it.found.standing, (1, it.word().1));
        TargetTold { time, is_bad, standing, tells_change, told, in_short, named, counted }
    };
    let of_bad = |it: &TargetSummary| {
        let clauses = with_kept(view, &all, vec![target::clause(view, it)], std::slice::from_ref(it));
        clauses.into_iter().map(|clause| of(it, true, clause)).collect::<Vec<_>>()
    };
    let of_good = by_time(&good).into_iter().flat_map(|alike| {
        let (main, rest): (Vec<TargetSummary>, Vec<TargetSummary>) =
            alike.all.iter().partition(|it| is_main(it, &bad));
        let of_main = main.iter().map(|it| of(it, false, target::clause(view, it)));
        let of_rest = by_word(view, &rest).into_iter().zip(rest.iter().cycle());
        let of_rest =
            of_rest.map(|((line, counted), it)| TargetTold { counted, ..of(it, false, Clause::from(line)) });
        of_main.chain(of_rest).collect::<Vec<_>>()
    });
    bad.iter().flat_map(of_bad).chain(of_good).collect()
}

/// One that needs action by its word: `tỷ lệ hộ nghèo: cần chú ý, còn phải giảm 137* hộ`; where nothing is left to tell
/// and no percent, with how far it moved.
fn in_short(view: &Minutes, it: &TargetSummary) -> Line {
    if it.target.is_kept() {
        return kept::kept(view, it);
    }
    let left = it.remaining(view);
    let percent = it.percent().filter(|_| left.is_none());
    let moved = || target::moved_by(view, it, &it.found.outcome).or_else(|| level::level_told(view, it));
    let moved = if left.is_none() && percent.is_none() { moved() } else { None };
    let title = target::title(view, it);
    say!(view, "{title}: {word}[ ({percent})][, {left}][, {moved}]"; title, word = it.word(), percent, left, moved)
}

fn joined_sentences(sentences: Vec<Option<Line>>) -> Option<Line> {
    Line::joined(sentences.into_iter().flatten(), " ")
}

/// Some in full, the rest by their words.
fn told<'a>(
    view: &Minutes,
    full: impl IntoIterator<Item = TargetSummary<'a>>,
    rest: &[TargetSummary],
) -> Vec<Clause> {
    let rest = by_word(view, rest).into_iter().map(|(line, _)| Clause::from(line));
    full.into_iter().map(|it| target::clause(view, &it)).chain(rest).collect()
}

/// Targets that may stand under one heading.
struct Alike<'a> {
    time: HeadTime,
    all: Vec<TargetSummary<'a>>,
}

/// The time of a heading: its two ends, and the days of it that are gone where one of its targets tells them.
struct HeadTime {
    ends: (NaiveDate, NaiveDate),
    days: Option<i64>,
}

impl HeadTime {
    fn of(it: &TargetSummary) -> Self {
        let days = gone(it).map(|_| it.found.time.days_gone);
        Self { ends: (it.target.eve(), it.target.due_day()), days }
    }

    /// May a target stand under it? One of which no share of time is told stands under any of its time.
    fn holds(&self, it: &TargetSummary) -> bool {
        let own = Self::of(it);
        self.ends == own.ends && self.days.zip(own.days).is_none_or(|(known, days)| known == days)
    }
}

/// Those of one time and one share of it gone together, in their order.
fn by_time<'a>(found: &[TargetSummary<'a>]) -> Vec<Alike<'a>> {
    let mut times: Vec<Alike> = Vec::new();
    for it in found {
        let time = HeadTime::of(it);
        match times.iter_mut().find(|alike| alike.time.holds(it)) {
            Some(alike) => {
                alike.time.days = alike.time.days.or(time.days);
                alike.all.push(*it);
            }
            None => times.push(Alike { time, all: vec![*it] }),
        }
    }
    times
}

/// The share of its time that is gone: of one that is over, or whose review is awaited, no pace is judged.
fn gone<'a>(it: &TargetSummary<'a>) -> Option<&'a Figure> {
    let is_judged =
        !matches!(it.found.standing, Standing::Awaiting | Standing::Missed) && !it.found.evidence.is_final();
    let gone = it.found.time.elapsed.as_ref().ok().filter(|_| is_judged);
    gone.filter(|gone| gone.one() != Some(&Exact::whole(100)))
}

/// `Chỉ tiêu năm 2023 (đã qua 74,8%* thời gian): …`; beside others of that time `Chỉ tiêu khác: …`.
fn headed(view: &Minutes, found: &[TargetSummary], is_beside: bool, clauses: Vec<Clause>) -> Option<Line> {
    let clauses = parted(clauses)?;
    if is_beside {
        return Some(under(view.pick("Chỉ tiêu khác", "Other targets"), clauses).say("."));
    }
    let unsettled = found.iter().any(|it| it.unsettled().is_some());
    // What is judged and no review settles is not waiting for one: then it is said what the review is of.
    let is_other = |it: &TargetSummary| {
        let is_judged = it.found.standing.mark() != Mark::Nothing;
        is_judged && it.target.reads.of_group().is_none()
    };
    let of_households = found.iter().any(is_other).then_some(("hộ nghèo, hộ cận nghèo", "of households"));
    let head = found.iter().find_map(gone).map(|gone| {
        say!(view, "đã qua {gone} thời gian[{unsettled}, chưa có kết quả rà soát[ {of_households}]]",
            "{gone} of the time elapsed[{unsettled}, before the review[ {of_households}]]"; gone, unsettled, of_households)
    });
    let time = found.first()?.time();
    let head = say!(view, "Chỉ tiêu {time}[ ({head})]", "Targets for {time}[ ({head})]"; time, head);
    Some(under(head, clauses).say("."))
}

/// Clauses with `;` between them; one with a sentence after it ends its own, and the next begins another.
fn parted(clauses: Vec<Clause>) -> Option<Line> {
    let mut line = Line::default();
    let mut is_ended = None;
    for Clause { stands, ahead } in clauses {
        let (between, stands) = match is_ended {
            None => ("", stands),
            Some(true) => (". ", first_large(stands)),
            Some(false) => ("; ", stands),
        };
        is_ended = Some(ahead.is_some());
        line = line.say(between).then(stands);
        line = ahead.into_iter().fold(line, |line, ahead| line.say(". ").then(ahead));
    }
    is_ended.map(|_| line)
}

/// Those of one word together, the word last: `BHYT hộ nghèo (95%*), BHYT hộ cận nghèo (97%*): đúng tiến độ`; with how
/// many these are and their word.
fn by_word(view: &Minutes, found: &[TargetSummary]) -> Vec<(Line, (usize, &'static str))> {
    let mut clauses: Vec<((Role, &'static str), Vec<Line>)> = Vec::new();
    let mut under = Vec::new();
    for it in found {
        // What is told of one that is under way stands for its word: one without a figure would share that.
        if let Some(told) =
            Some(it).filter(|it| it.found.standing == Standing::UnderWay).and_then(|it| under_way(view, it))
        {
            under.push((told, (1, it.word().1)));
            continue;
        }
        let word = it.word();
        match clauses.iter_mut().find(|((_, known), _)| *known == word.1) {
            Some((_, names)) => names.push(named(view, it)),
            None => clauses.push((word, vec![named(view, it)])),
        }
    }
    let clause = |(word, names): ((Role, &'static str), Vec<Line>)| {
        let counted = (names.len(), word.1);
        Some((say!(view, "{names}: {word}"; names = Line::joined(names, ", ")?, word), counted))
    };
    under.into_iter().chain(clauses.into_iter().filter_map(clause)).collect()
}

/// `BHYT hộ nghèo: 92,4%*, còn 353* người chưa có thẻ`; nothing where nothing is left to tell of.
fn under_way(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let (name, now, left) = (target::title(view, it), level::level_told(view, it)?, it.remaining(view)?);
    Some(say!(view, "{name}: {now}, {left}"; name, now, left))
}

/// What a target measures with what there is to say of it: what is reached, what is left.
fn named(view: &Minutes, it: &TargetSummary) -> Line {
    if let Some(households) = kept::kept_households(view, it) {
        return households;
    }
    let (name, now) = (target::title(view, it), level::level_told(view, it));
    let of_floor = it.percent_in_column().zip(it.floor_in_words());
    let of_floor = of_floor
        .map(|(percent, floor)| say!(view, "{percent} chỉ tiêu {floor}", "{percent} of the target of {floor}"; percent, floor));
    say!(view, "{name}[ ({now}[, {of_floor}][, {left}][, {without}])]"; name, now, of_floor,
        left = it.remaining(view), without = level::without(view, it))
}
