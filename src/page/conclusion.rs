//! The conclusion in words: the few sentences that a secretary would write into the minutes, built from the
//! figures and their marks. It never claims more than the data: invented figures are called so, what is missing is
//! named, a target at risk or behind is named with what is left.
//!
//! One line is one sentence, each number in it a figure with its story.

mod aims;
mod asked;
mod change;
mod followed;
mod given;
mod kept;
mod level;
mod moved;
mod notes;
mod policy;
mod standings;
mod state;
mod support;
mod target;

pub use aims::AimTold;
pub use followed::{is_late_today, late_tasks, late_today};
pub use given::{counted, late, worst as worst_given};
pub use kept::places_of_kept;
pub use level::{as_stated, written_from_to as from_to};
pub use standings::{TargetTold, is_bad, rank};

use std::ops::Deref;

use chrono::Datelike;

use crate::model::checks::{self, CheckKind, Verdict};
use crate::model::figure::Figure;
use crate::model::measure::{Group, When};
use crate::model::period::Period;
use crate::model::source_file::Provenance;
use crate::model::standing::{Mark, Standing};
use crate::say;
use crate::text::Lang;
use crate::text::line::{Line, Role};
use crate::text::say::what::{self, first_large};
use crate::text::show::{self, Style};
use crate::text::template::Speaker;

use super::target_summary::bulleted;
use super::{TargetSummary, View, reporting};
use target::Clause;

/// The most sentences: more is a report.
const MOST: usize = 6;

/// The sentences by what they are about, for formats that have places of their own for them.
#[derive(Debug, Clone, Default)]
pub struct Sentences {
    /// Where the unit stands; of a plan what it is.
    pub state: Option<Line>,
    /// Which parts have not reported.
    pub missing: Option<Line>,
    /// What changed.
    pub change: Option<Line>,
    /// The same without what it is made of.
    pub change_in_short: Option<Line>,
    /// Targets and tasks that fall short, worst first.
    pub bad: Option<Line>,
    /// What was given to areas, and tasks that fall short.
    pub given: Option<Line>,
    /// Targets that do not; those at risk at their head where what was given to areas falls shorter.
    pub good: Option<Line>,
    /// What is asked next.
    pub aims: Option<Line>,
    /// Policy families.
    pub policy: Option<Line>,
    /// Parts of the groups that the report names.
    pub parts: Option<Line>,
    /// Indicators and cover that no target follows.
    pub others: Option<Line>,
    /// The areas that are worst off; of a plan what areas are asked.
    pub areas: Option<Line>,
    /// What support reached.
    pub support: Option<Line>,
    /// Is nothing known of the groups, and something of others?
    pub is_silent: bool,
}

/// All sentences, however many.
pub fn sentences(view: &View) -> Sentences {
    let view = &Minutes(*view);
    if view.snapshot().is_plan() {
        return Sentences {
            state: Some(state::planned(view)),
            bad: followed::overdue(view),
            aims: aims::sentence(view),
            areas: aims::of_areas(view),
            ..Sentences::default()
        };
    }
    // Worse news is never displaced: what is behind, missed or broken stands before all that is not.
    let overdue = followed::overdue(view);
    let is_given_late = given::worst(view).is_some_and(|worst| worst.mark() == Mark::Bad);
    let [bad, good] = standings::sentences(view, overdue.is_some() || is_given_late);
    let bad = Line::joined([bad, overdue].into_iter().flatten(), " ");
    let mut told = Sentences {
        missing: reporting::sentence(view, view.path),
        change: change::sentence(view),
        change_in_short: change::in_short(view),
        bad,
        given: given::sentence(view),
        good,
        aims: aims::sentence(view),
        policy: policy::sentence(view),
        parts: followed::parts(view),
        others: followed::others(view),
        support: support::sentence(view),
        ..Sentences::default()
    };
    // Where nothing is known of the groups, what is told of anything else follows whose it is; the notes name what is
    // missing.
    let has_others = told.on_course().any(Option::is_some) || told.parts.is_some() || told.others.is_some();
    told.areas = followed::areas(view).filter(|_| told.given.is_none());
    told.is_silent = state::is_silent(view) && (has_others || !view.snapshot().programmes.is_empty());
    told.state = Some(if told.is_silent { state::opening(view) } else { state::sentence(view) });
    told
}

impl Sentences {
    /// What changed, and how targets stand: all of these are always told.
    fn on_course(&self) -> impl Iterator<Item = &Option<Line>> {
        [&self.change, &self.bad, &self.given, &self.good, &self.aims].into_iter()
    }
}

/// The sentences, in the order of a report: where the unit stands, what changed, how its targets stand, what is asked
/// next, what support reached, what to keep in mind.
pub fn lines(view: &View) -> Vec<Line> {
    in_order(view, sentences(view))
}

fn in_order(view: &View, told: Sentences) -> Vec<Line> {
    let view = &Minutes(*view);
    if view.snapshot().is_plan() {
        return [told.state, told.bad, told.aims, told.areas].into_iter().flatten().collect();
    }
    let count = told.on_course().flatten().count() + usize::from(!told.is_silent);
    let mut room = (MOST - 1).saturating_sub(count);
    let mut spare = |line: Option<Line>, is_due: bool| {
        line.filter(|_| is_due || room > 0).inspect(|_| room = room.saturating_sub(1))
    };
    // Both stand on the first page; where there is much to say of targets, one of them or both stay there.
    let parts = spare(told.parts, told.is_silent);
    let support = spare(told.support, support::has_fall(view));
    let policy = spare(told.policy, false);
    let others = spare(told.others, told.is_silent);
    let areas = spare(told.areas, false);
    let first = [told.state, told.change, told.bad, told.given, told.good];
    let rest = [policy, parts, others, areas, told.aims, support];
    let mut lines: Vec<Line> = first.into_iter().chain(rest).flatten().collect();
    let after_state = lines.len().min(1);
    lines.splice(after_state..after_state, super::standard::beside(view).into_iter().chain(told.missing));
    lines.extend(notes::sentence(view, &lines, told.is_silent));
    lines
}

/// The same in paragraphs, for a page that is looked at: where the unit stands and what changed, a line for each target
/// after the mark of its standing, what is asked next and the rest, what to keep in mind.
pub fn marked(view: &View) -> Vec<Vec<Line>> {
    let told = sentences(view);
    let view = &Minutes(*view);
    let all = in_order(view, told.clone());
    if view.snapshot().is_plan() {
        return all.into_iter().map(|line| vec![line]).collect();
    }
    let is_told = |line: &&Line| all.iter().any(|told| told.text() == line.text());
    // Worse news is never displaced: what is late, also of areas and tasks, stands before what is at risk, and that before
    // what is not.
    let own = standings::of_year(view).into_iter().map(|it| (it.found.standing, sentences_on(view, &it)));
    let overdue = followed::overdue(view).map(|line| (Standing::Overdue, line));
    let given = told.given.clone().zip(given::worst(view)).map(|(line, worst)| (worst, line));
    let mut on_course: Vec<(Standing, Line)> = own.chain(overdue).chain(given).collect();
    on_course.sort_by_key(|(standing, _)| rank(*standing));
    let on_course = on_course.into_iter().map(|(standing, line)| bulleted(standing, line)).collect();
    let next: Vec<Line> = told.aims.iter().map(|line| bulleted(Standing::UnderWay, line.clone())).collect();
    let rest = [&told.policy, &told.parts, &told.others, &told.areas, &told.support];
    let rest = rest.into_iter().flatten().filter(is_told);
    let rest = rest.map(|line| bulleted(Standing::NoData, line.clone()));
    let mut first: Vec<Line> = told.state.iter().chain(&told.change).cloned().collect();
    let after_state = first.len().min(1);
    let beside = super::standard::beside(view).into_iter().chain(told.missing.clone());
    first.splice(after_state..after_state, beside);
    let mut paragraphs: Vec<Vec<Line>> = vec![first, on_course, next, rest.collect()];
    // What is missing stands in a line of the page beside it; the mark is explained where it stands.
    let notes = notes::of_screen(view, &paragraphs.concat());
    paragraphs.push(notes.map(|line| bulleted(Standing::AtRisk, line)).into_iter().collect());
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}

/// `năm 2023 phấn đấu giảm tỷ lệ hộ cận nghèo 0,39 điểm phần trăm`: what was assigned, and nothing that follows from it.
pub fn assigned(view: &View, it: &TargetSummary) -> Option<Line> {
    aims::assigned(&Minutes(*view), it)
}

/// What a target measures, as the beginning of a line: never its name, which may begin with a verb.
pub fn measured(view: &View, it: &TargetSummary) -> String {
    what::capital(&target::title(&Minutes(*view), it))
}

/// A target that something does not happen: what is kept, else how often it did. "Re-entered: kept" would be read the
/// wrong way.
pub fn verdict_on_kept(view: &View, it: &TargetSummary) -> Line {
    if it.found.standing == Standing::Kept {
        let asked = aims::kept(&Minutes(*view), it);
        return say!(view, "{word}: {asked}."; word = what::capital(it.word().1), asked);
    }
    if !is_bad(it.found.standing) {
        return sentence_on_target(view, it);
    }
    let (title, now) = (measured(view, it), level::level_told(&Minutes(*view), it));
    say!(view, "{title}: {word}[ ({now})]."; title, word = it.word().1, now)
}

/// What rose, without what fell.
pub fn rises(view: &View) -> Option<Line> {
    change::rises(&Minutes(*view))
}

/// What falls short besides the unit's own targets, with how it stands: targets given to areas, and tasks that are past
/// their day.
pub fn shortcomings_beside(view: &View) -> Vec<(Standing, Line)> {
    let given = given::worst(view).zip(late_given(view));
    given.into_iter().chain(overdue(view).map(|line| (Standing::Overdue, line))).collect()
}

/// The targets given to areas that fall short, without those that do not.
pub fn late_given(view: &View) -> Option<Line> {
    given::late_alone(&Minutes(*view))
}

/// What is asked next, a sentence for each target.
pub fn aims_each(view: &View) -> Vec<AimTold> {
    aims::each(&Minutes(*view))
}

/// How many tasks stand among the targets of the next year.
pub fn tasks_ahead(view: &View) -> usize {
    aims::tasks(&Minutes(*view))
}

/// The targets of the shown year one by one, the worst first; none of a plan.
pub fn targets_each(view: &View) -> Vec<TargetTold> {
    if view.snapshot().is_plan() { Vec::new() } else { standings::each(&Minutes(*view)) }
}

/// The tasks that are past their day.
pub fn overdue(view: &View) -> Option<Line> {
    followed::overdue(&Minutes(*view))
}

/// A target in one sentence: how it ended, how it stands, or what it asks, whichever the shown date allows.
pub fn sentence_on_target(view: &View, it: &TargetSummary) -> Line {
    let (view, target) = (&Minutes(*view), it.target);
    if target.first_year() > view.snapshot().as_of().year() || view.snapshot().is_plan() {
        return aims::sentence_on(view, it);
    }
    sentences_on(view, it)
}

/// Where a target stands, and in a sentence of its own what that asks for.
fn sentences_on(view: &Minutes, it: &TargetSummary) -> Line {
    let Clause { stands, ahead } = target::clause(view, it);
    first_large(say!(view, "{stands}.[ {ahead}.]"; stands, ahead))
}

/// What the report states of a target and what its snapshots count, where the two differ.
pub fn both_bases(view: &View, it: &TargetSummary) -> Option<Line> {
    let view = &Minutes(*view);
    let Clause { stands, ahead } = target::both_bases(view, it, it.found.otherwise.as_ref()?);
    Some(first_large(say!(view, "{stands}[. {ahead}]"; stands, ahead)))
}

/// The view as a secretary writes it down: a figure that is invented where the file as a whole is not is called so, and
/// one household is no plural in English.
struct Minutes<'a>(View<'a>);

impl<'a> Deref for Minutes<'a> {
    type Target = View<'a>;

    fn deref(&self) -> &View<'a> {
        &self.0
    }
}

impl Speaker for Minutes<'_> {
    fn lang(&self) -> Lang {
        self.0.lang
    }

    fn figure(&self, line: Line, figure: &Figure, style: Style, has_unit: bool) -> Line {
        let line = line.figure(self.lang, figure, style);
        let is_invented =
            figure.is_invented() && self.snapshot().origin.provenance != Provenance::Illustrative;
        let note = if is_invented { self.pick(" (minh họa)", " (illustrative)") } else { "" };
        let line = line.role(Role::Strong, note);
        match show::unit_after(self.lang, figure) {
            word if word.is_empty() || !has_unit => line,
            word => line.say(" ").say(word),
        }
    }
}

/// Does a check of the shown unit say that such figures contradict each other?
fn contradicts(view: &View, is_wanted: impl Fn(&CheckKind) -> bool) -> bool {
    let mut found = checks::of_verdict(view.checks(), Verdict::Contradicts);
    found.any(|check| check.path == view.path && check.kinds().any(&is_wanted))
}

/// The groups that something can be said of; both together only where nothing can be of either.
fn by_groups(clause: impl Fn(Group) -> Option<Line>) -> Vec<Line> {
    let two: Vec<Line> = Group::TWO.into_iter().filter_map(&clause).collect();
    if two.is_empty() { clause(Group::Combined).into_iter().collect() } else { two }
}

/// The period of the flows before what happened in it: `Trong năm 2022`, `Từ 01/01/2023 đến 07/11/2023`.
fn during(view: &Minutes, period: Period) -> Line {
    match named_period(view, period) {
        Some(named) => say!(view, "Trong {named}", "In {named}"; named),
        None => {
            say!(view, "Từ {first} đến {last}", "From {first} to {last}"; first = period.first, last = period.last)
        }
    }
}

/// A period by its name; days that no calendar names are said as two days.
fn named_period(view: &Minutes, period: Period) -> Option<String> {
    let named = what::within(view.lang, period);
    Some(named).filter(|named| *named != what::when(view.lang, When::Between(period.first, period.last)))
}

/// Clauses with `;` between them; no clause, no sentence.
fn joined(clauses: Vec<Line>) -> Option<Line> {
    Line::joined(clauses, "; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_clause_makes_no_sentence() {
        assert!(joined(Vec::new()).is_none());
        let said = joined(vec![Line::plain("b"), Line::plain("c")]);
        assert_eq!(said.map(|line| line.text()).as_deref(), Some("b; c"));
    }
}
