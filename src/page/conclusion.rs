//! The conclusion in words: the few sentences that a secretary would write into the minutes, built from the
//! figures and their marks. It never claims more than the data: invented figures are called so, what is missing is
//! named, a target at risk or behind is named with what is left.
//!
//! One line is one sentence, each number in it a figure with its story.

mod aims;
mod change;
mod moved;
mod notes;
mod policy;
mod standings;
mod state;
mod support;

pub use state::only_of;

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::figure::{Figure, Source};
use crate::model::measure::Group;
use crate::model::ops::Known;
use crate::model::source_file::Provenance;
use crate::model::standing::Assessment;
use crate::model::target::Target;
use crate::text::{Lang, show};

use super::View;
use super::line::{Line, Role};
use super::table::Style;

/// The most sentences: more is a report.
const MOST: usize = 6;

/// The sentences, in the order of a report: where the unit stands, what changed, how its targets stand, what is asked
/// next, what support reached, what to keep in mind.
pub fn lines(view: &View) -> Vec<Line> {
    let change = change::line(view).or_else(|| moved::line(view));
    let (standing, others) = (standings::line(view), standings::others(view));
    let first = [Some(state::line(view)), change, standing, others, aims::line(view)];
    let mut room = MOST - 1 - first.iter().flatten().count();
    let mut spare = |line: Option<Line>| line.filter(|_| room > 0).inspect(|_| room -= 1);
    // Both stand on the first page; where there is much to say of targets, one of them or both stay there.
    let (support, policy) = (spare(support::line(view)), spare(policy::line(view)));
    let [state, change, standing, others, aims] = first;
    let all = [state, change, policy, standing, others, aims, support];
    let mut lines: Vec<Line> = all.into_iter().flatten().collect();
    let notes = notes::line(view, &lines);
    lines.extend(notes);
    lines
}

/// Is the result of a target stated?
pub fn is_ended(target: &Target) -> bool {
    standings::is_ended(target)
}

/// Is a target on households or their rate: one that a fall is asked of?
pub fn is_of_households(target: &Target) -> bool {
    standings::is_of_households(target)
}

/// The targets of a year that were given to the unit itself, with their standing.
pub fn targets_of<'a>(view: &View<'a>, year: i32) -> Vec<(&'a Target, Assessment)> {
    standings::of_year(view, year)
}

/// A target in one sentence: how it ended, how it stands, or what it asks, whichever the shown date allows.
pub fn of_target(view: &View, target: &Target, found: &Assessment) -> Line {
    let shown = view.snapshot().as_of().year();
    let year = change::year_head(view, target.year);
    let said = if target.year > shown {
        let aims = format!("{year} {} ", view.pick("phấn đấu", "aims at"));
        aims::clause(view, target, found).map(|clause| (aims, clause))
    } else if standings::is_ended(target) {
        change::result(view, target, found).map(|clause| (format!("{year}{} ", view.pick("", ":")), clause))
    } else {
        None
    };
    let (head, clause) = said.unwrap_or_else(|| (String::new(), standings::told(view, target, found)));
    let mut line = Line::plain(head);
    line.spans.extend(clause.spans);
    first_large(line).say(".")
}

/// The sentence with its first letter large.
fn first_large(mut line: Line) -> Line {
    if let Some(span) = line.spans.iter_mut().find(|span| !span.text.is_empty()) {
        span.text = crate::text::say::what::capital(&span.text);
    }
    line
}

/// `hộ nghèo`, `poor households`.
fn households_of(view: &View, group: Group) -> &'static str {
    match group {
        Group::Poor => view.lang.pick("hộ nghèo", "poor households"),
        Group::NearPoor => view.lang.pick("hộ cận nghèo", "near-poor households"),
        Group::Combined => view.lang.pick("hộ nghèo và cận nghèo", "poor and near-poor households"),
    }
}

/// The same after a number: one of them is no plural in English.
fn so_many(view: &View, figure: &Figure, group: Group) -> &'static str {
    let words = households_of(view, group);
    if is_single(view, figure) { words.trim_end_matches('s') } else { words }
}

fn is_single(view: &View, figure: &Figure) -> bool {
    view.lang == Lang::En && figure.one() == Some(&Exact::whole(1))
}

/// The groups that something can be said of; both together only where nothing can be of either.
fn of_groups(clause: impl Fn(Group) -> Option<Line>) -> Vec<Line> {
    let two: Vec<Line> = Group::TWO.into_iter().filter_map(&clause).collect();
    if two.is_empty() { clause(Group::Combined).into_iter().collect() } else { two }
}

/// `tỷ lệ hộ nghèo`, `the rate of poor households`.
fn rate_of(view: &View, group: Group) -> String {
    format!("{} {}", view.pick("tỷ lệ", "the rate of"), households_of(view, group))
}

/// A figure in a sentence; called invented where the file as a whole is not.
fn number(view: &View, line: Line, figure: &Figure) -> Line {
    let line = line.figure(view.lang, figure, Style::Plain);
    let invented = figure.source == Source::Illustrative;
    if invented && view.snapshot().origin.provenance != Provenance::Illustrative {
        return line.role(Role::Warn, view.pick(" (minh họa)", " (illustrative)"));
    }
    line
}

/// The same with the word of its unit.
fn counted(view: &View, line: Line, figure: &Figure) -> Line {
    let line = number(view, line, figure);
    match show::unit(view.lang, figure.unit) {
        "" => line,
        word if is_single(view, figure) => line.say(format!(" {}", word.trim_end_matches('s'))),
        word => line.say(format!(" {word}")),
    }
}

/// Adds `words` and a figure, where it is there.
fn with(view: &View, line: Line, words: &str, known: &Known) -> Line {
    match known {
        Ok(figure) => counted(view, line.say(words), figure),
        Err(_) => line,
    }
}

/// A name inside a sentence: its first letter small, unless the word is an abbreviation.
fn inside(name: &str) -> String {
    let mut letters = name.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    match first {
        Some(first) if second.is_none_or(|letter| !letter.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}

/// Clauses joined to one sentence: a head, the clauses with `;` between them, a full stop. No clause, no sentence.
fn sentence(head: Line, clauses: Vec<Line>) -> Option<Line> {
    let mut clauses = clauses.into_iter();
    let mut line = head;
    line.spans.extend(clauses.next()?.spans);
    for clause in clauses {
        line = line.say("; ");
        line.spans.extend(clause.spans);
    }
    Some(line.say("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_inside_a_sentence_begins_small_unless_it_is_an_abbreviation() {
        assert_eq!(inside("Tỷ lệ hộ nghèo"), "tỷ lệ hộ nghèo");
        assert_eq!(inside("BHYT cho người"), "BHYT cho người");
        assert_eq!(inside(""), "");
    }

    #[test]
    fn no_clause_makes_no_sentence() {
        assert!(sentence(Line::plain("So với: "), Vec::new()).is_none());
        let said = sentence(Line::plain("A: "), vec![Line::plain("b"), Line::plain("c")]);
        assert_eq!(said.map(|line| line.text()).as_deref(), Some("A: b; c."));
    }
}
