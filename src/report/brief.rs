//! A message for a chat: at most 900 letters, one item a line. No table and no marks, for nobody there has a legend:
//! what was worked out is called so beside its number.

mod spoken;

use std::collections::BTreeSet;

use crate::model::checks::Verdict;
use crate::model::measure::Support;
use crate::model::standing::Standing;
use crate::model::support::Programme;
use crate::page::conclusion::{self, Sentences};
use crate::page::{Medium, View, head, standard};
use crate::say;
use crate::text::glossary;
use crate::text::line::Line;
use crate::text::say::{check, what};

use super::{Written, pages, small_cells};

/// The most letters of a message.
pub const MOST: usize = 900;

/// The mark of a derived figure on a screen.
const MARK: char = '*';

/// The message.
pub fn report(view: &View) -> Written {
    let note = small_cells::note_of_pages(view, &[]);
    let view = &View { medium: Medium::Alone, ..*view };
    let mut lines: Vec<String> = pages::invented(view).into_iter().collect();
    let sentences = conclusion::sentences(view);
    // Where nothing is told of the groups, the first line says all that a sentence on whose figures these are would.
    let standard = standard::name(view).filter(|_| sentences.is_silent).map(|name| format!(" · {name}"));
    lines.push(format!("- {} · {}{}", head::unit(view), head::dates(view), standard.unwrap_or_default()));
    let told = note.iter().map(|note| format!("- {}", spoken::sentence(view, note)));
    let last: Vec<String> = told.chain(source(view)).collect();
    let around = lines.iter().chain(&last).map(|line| letters(line)).sum();
    lines.extend(items(view, sentences, MOST.saturating_sub(around)));
    lines.extend(last);
    Written { bytes: (lines.join("\n") + "\n").into_bytes(), note }
}

fn letters(line: &str) -> usize {
    line.chars().count() + 1
}

/// How much a line matters. What has no room leaves from the end: the least first, of equals the last one. Whose it is,
/// the source and what is said of small cells are not among these: they never leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Importance {
    /// Counts and rates, the change.
    Always,
    /// What is to verify.
    ToVerify,
    /// Targets that are behind, missed, not kept, those of areas too; tasks that are past their day.
    Bad,
    /// Who has not reported.
    Missing,
    /// What the next year asks.
    Next,
    /// What is given to areas, where none is behind.
    Given,
    /// The targets that are met or under way.
    Good,
    /// Where it is worst, parts of the groups, indicators.
    Others,
}

/// A line of the message.
struct Item {
    importance: Importance,
    /// What the first of several is headed with that follow each other: `Chỉ tiêu năm 2023`.
    head: Option<String>,
    line: Line,
    in_short: Option<Line>,
    /// What one that needs action is called where it has no line: `BHYT hộ nghèo (chậm tiến độ)`.
    named: Option<Line>,
    /// How many targets or tasks it tells of, and what one reads of them where it is left out: `đạt`, `năm 2023`.
    counted: (usize, String),
}

/// Which lines are told in their short form where not all fit that must be told: none, targets, the change as well, in
/// the end also those that only count in it what they name in full.
const SHORTER: [fn(&Item) -> bool; 4] = [
    |_| false,
    Item::is_late_target,
    |item| item.is_late_target() || item.importance == Importance::Always,
    |item| matches!(item.importance, Importance::Bad | Importance::Always),
];

impl Item {
    fn is_late_target(&self) -> bool {
        self.importance == Importance::Bad && self.head.is_some()
    }
}

/// Places among the items.
type Places = BTreeSet<usize>;

/// The letters of the shortest line: its mark, a letter, its end.
const SHORTEST: usize = 4;

/// What is told in so many letters, in the order of the minutes: what matters most in short where it must be; the rest
/// as far as there is room, and of that the first in short that has no room in full.
fn items(view: &View, sentences: Sentences, room: usize) -> Vec<String> {
    let all = told(view, sentences);
    let written = |kept: &[usize], in_short: &Places| written(view, &all, kept, in_short);
    let fits = |kept: &[usize], in_short: &Places| {
        // Of thousands none is written to see that they have no room.
        kept.len() <= room / SHORTEST
            && written(kept, in_short).iter().map(|line| letters(line)).sum::<usize>() <= room
    };
    let in_order = |count: usize, by_importance: &[usize]| {
        let mut kept = by_importance[..count].to_vec();
        kept.sort_unstable();
        kept
    };
    let mut by_importance: Vec<usize> = (0..all.len()).collect();
    by_importance.sort_by_key(|at| all[*at].importance);
    let needed = all.iter().filter(|item| item.importance <= Importance::Bad).count();
    let of =
        |is_short: fn(&Item) -> bool| -> Places { (0..all.len()).filter(|at| is_short(&all[*at])).collect() };
    let [shorter @ .., shortest] = SHORTER.map(of);
    let in_short = shorter.into_iter().find(|in_short| fits(&in_order(needed, &by_importance), in_short));
    let mut in_short = in_short.unwrap_or(shortest);
    let most = (0..=all.len().min(room / SHORTEST))
        .rev()
        .find(|count| fits(&in_order(*count, &by_importance), &in_short));
    let mut most = most.unwrap_or(0);
    if let Some(next) = by_importance.get(most) {
        let with_next: Places = in_short.iter().copied().chain([*next]).collect();
        if fits(&in_order(most + 1, &by_importance), &with_next) {
            (most, in_short) = (most + 1, with_next);
        }
    }
    // What the others leave room for is told in full after all: first what is only counted in short, then what matters
    // most.
    let kept = in_order(most, &by_importance);
    let mut to_tell = by_importance[..most].to_vec();
    to_tell.sort_by_key(|at| all[*at].importance != Importance::Bad || all[*at].is_late_target());
    for at in &to_tell {
        let was_in_it = in_short.remove(at);
        if was_in_it && !fits(&kept, &in_short) {
            in_short.insert(*at);
        }
    }
    written(&in_order(most, &by_importance), &in_short)
}

/// The lines that are kept, and how many of which are not.
fn written(view: &View, all: &[Item], kept: &[usize], in_short: &Places) -> Vec<String> {
    let mut before = None;
    let one = |at: &usize| {
        let item = &all[*at];
        let short = item.in_short.as_ref().filter(|_| in_short.contains(at));
        let line = short.unwrap_or(&item.line).clone();
        let head = item.head.as_ref().filter(|head| before != Some(*head));
        before = item.head.as_ref().or(before);
        let line = match head {
            Some(head) => what::under(head.clone(), line),
            None => what::first_large(line),
        };
        format!("- {}", spoken::sentence(view, &line))
    };
    let mut lines: Vec<String> = kept.iter().map(one).collect();
    // What is to verify comes last.
    let is_last = |at: &usize| all[*at].importance == Importance::ToVerify;
    let at = kept.iter().position(is_last).unwrap_or(kept.len());
    lines.splice(at..at, besides(view, all, kept));
    if let Some((at, line)) = unnamed(view, all, kept) {
        lines.insert(at, line);
    }
    lines
}

/// What needs action and has no room, and where it stands: `Và 2 chỉ tiêu, nhiệm vụ khác cần chú ý`, after those that are
/// told; where none is, the worst is named, or the line would add to nothing.
fn unnamed(view: &View, all: &[Item], kept: &[usize]) -> Option<(usize, String)> {
    let is_bad = |at: &usize| all[*at].importance == Importance::Bad;
    let bad: Vec<usize> = (0..all.len()).filter(|at| is_bad(at) && kept.binary_search(at).is_err()).collect();
    let first = *bad.first()?;
    let count: usize = bad.iter().map(|at| all[*at].counted.0).sum();
    if let Some(last) = kept.iter().rposition(is_bad) {
        let need = ("cần chú ý", if count == 1 { "needs" } else { "need" });
        let more = say!(view, "- Và {count} chỉ tiêu, nhiệm vụ khác {need}", "- And {count} more that {need} attention"; count, need);
        return Some((last + 1, more.text()));
    }
    let more = Some(count.saturating_sub(1)).filter(|more| *more > 0);
    let named = all[first].named.clone()?;
    let line = say!(view, "- Cần chú ý: {named}[ và {more} chỉ tiêu, nhiệm vụ khác]", "- Needs attention: {named}[ and {more} more]";
        named, more);
    Some((kept.iter().take_while(|at| **at < first).count(), line.text().replace(MARK, "")))
}

/// What a message has no room for: `Ngoài ra: 2 chỉ tiêu đúng tiến độ; 7 chỉ tiêu, nhiệm vụ năm 2023; 9 chính sách hỗ
/// trợ`. What needs action has its own line, after those that are named.
fn besides(view: &View, all: &[Item], kept: &[usize]) -> Option<String> {
    let mut by_word: Vec<(usize, &str, Importance)> = Vec::new();
    let left_out = all.iter().enumerate().filter(|(at, item)| {
        kept.binary_search(at).is_err() && item.counted.0 > 0 && item.importance != Importance::Bad
    });
    for (_, Item { importance, counted: (count, word), .. }) in left_out {
        match by_word.iter_mut().find(|(_, known, of)| known == word && of == importance) {
            Some((sum, ..)) => *sum += count,
            None => by_word.push((*count, word, *importance)),
        }
    }
    let tasks = conclusion::tasks_ahead(view);
    let of_targets = by_word.into_iter().map(|(count, word, importance)| {
        // The tasks of the next year are counted with its targets.
        if importance == Importance::Next && tasks > 0 {
            return say!(view, "{count} chỉ tiêu, nhiệm vụ {word}", "{count} targets and tasks for {word}";
                count = count + tasks, word);
        }
        let noun = ("chỉ tiêu", if count == 1 { "target" } else { "targets" });
        match importance {
            Importance::Next => {
                say!(view, "{count} {noun} {word}", "{count} {noun} for {word}"; count, word, noun)
            }
            Importance::Given => say!(view, "{count} {noun} {word}"; count, word, noun),
            _ => say!(view, "{count} {noun} {word}", "{count} {noun} ({word})"; count, word, noun),
        }
    });
    let has_result = |of: &&Programme| {
        [Support::Reached, Support::Amount].into_iter().any(|what| of.stated(what).is_some())
    };
    let programmes = view.snapshot().programmes.iter().filter(has_result).count();
    let noun =
        ("chính sách hỗ trợ", if programmes == 1 { "support programme" } else { "support programmes" });
    let programmes = (programmes > 0).then(|| say!(view, "{programmes} {noun}"; programmes, noun));
    let more = Line::joined(of_targets.chain(programmes), "; ")?;
    Some(say!(view, "- Ngoài ra: {more}", "- Also: {more}"; more).text())
}

/// All that there is to tell, a line each.
fn told(view: &View, told: Sentences) -> Vec<Item> {
    let is_change_told = told.change.is_some();
    let change = one(Importance::Always, told.change)
        .map(|item| Item { in_short: told.change_in_short.clone(), ..item });
    let importance = |it: &conclusion::TargetTold| match it.is_bad {
        true => Importance::Bad,
        // Where no sentence tells the change, these do.
        false if it.tells_change && !is_change_told => Importance::Always,
        false => Importance::Good,
    };
    let of_target = |it: conclusion::TargetTold| {
        (
            conclusion::rank(it.standing),
            Item {
                importance: importance(&it),
                head: Some(it.time),
                line: it.told,
                in_short: it.in_short,
                named: Some(it.named),
                counted: (it.counted.0, it.counted.1.to_owned()),
            },
        )
    };
    let targets = conclusion::targets_each(view).into_iter().map(of_target);
    // What is late stands before what is at risk, whoever it was given to.
    let overdue = late(view).map(|item| (conclusion::rank(Standing::Overdue), item));
    let given = to_areas(view, told.given);
    let given = given.map(|item| (conclusion::worst_given(view).map_or(usize::MAX, conclusion::rank), item));
    let mut targets: Vec<(usize, Item)> = targets.chain(overdue).chain(given).collect();
    targets.sort_by_key(|(rank, item)| (item.importance != Importance::Bad, *rank));
    let targets = targets.into_iter().map(|(_, item)| item);
    let (bad, good): (Vec<Item>, Vec<Item>) = targets.partition(|item| item.importance == Importance::Bad);
    let next = conclusion::aims_each(view).into_iter().map(|aim| Item {
        importance: Importance::Next,
        head: None,
        line: aim.told,
        in_short: aim.in_short,
        named: None,
        counted: (1, aim.time),
    });
    let others = [told.areas, told.parts, told.others];
    one(Importance::Always, told.state.filter(|_| !told.is_silent))
        .into_iter()
        .chain(one(Importance::Missing, told.missing))
        .chain(change)
        .chain(bad)
        .chain(good)
        .chain(next)
        .chain(others.into_iter().filter_map(|line| one(Importance::Others, line)))
        .chain(one(Importance::ToVerify, to_verify(view)))
        .collect()
}

/// An item of nothing but a line.
fn one(importance: Importance, line: Option<Line>) -> Option<Item> {
    line.map(|line| Item {
        importance,
        head: None,
        line,
        in_short: None,
        named: None,
        counted: (0, String::new()),
    })
}

/// The tasks that are past their day.
fn late(view: &View) -> Option<Item> {
    let tasks = conclusion::late_tasks(view);
    let word = view.lang.term(glossary::standing(Standing::Overdue));
    let named = tasks.first().map(|(name, _)| say!(view, "{name} ({word})"; name, word));
    let item = one(Importance::Bad, conclusion::overdue(view))?;
    let count = tasks.len();
    let nouns = ("nhiệm vụ", if count == 1 { "task" } else { "tasks" });
    let in_short = Some(say!(view, "{count} {nouns} {word}"; count, nouns, word));
    Some(Item { in_short, named, counted: (count, String::new()), ..item })
}

/// What is given to areas: of those that are late how many these are, else how many there are.
fn to_areas(view: &View, told: Option<Line>) -> Option<Item> {
    let (importance, counted) = match conclusion::counted(view) {
        (0, all) => (Importance::Given, (all, view.pick("giao địa bàn", "assigned to areas").to_owned())),
        (behind, _) => (Importance::Bad, (behind, String::new())),
    };
    let named = Some(say!(view, "chỉ tiêu giao địa bàn", "area targets"));
    let in_short = conclusion::late_given(view);
    Some(Item { in_short, named, counted, ..one(importance, told)? })
}

/// The first check that does not hold, and how many more somebody has to look at.
fn to_verify(view: &View) -> Option<Line> {
    let check = view.checks().iter().find(|check| check.verdict != Verdict::Holds)?;
    let verdict = match check.verdict {
        Verdict::Contradicts => Verdict::Contradicts,
        Verdict::ToVerify | Verdict::CannotCheck | Verdict::Holds => Verdict::ToVerify,
    };
    let open = view.checks().iter().filter(|check| check.verdict.is_open()).count();
    let more = Some(open.saturating_sub(1)).filter(|more| *more > 0);
    let head = what::capital(view.lang.term(glossary::verdict(verdict)));
    let check = check::inside(view.lang, check).replace(MARK, "");
    let told = say!(view, "{check}[; và {more} điểm khác]", "{check}[; and {more} more]"; check, more);
    Some(what::under(head, told))
}

/// From whom it is; of a file that says neither title nor publisher its name.
fn source(view: &View) -> Option<String> {
    let origin = &view.area().origin();
    let named = [&origin.title, &origin.publisher].into_iter().flatten().map(|name| view.lang.wording(name));
    let named = named.collect::<Vec<_>>().join(", ");
    let named = match head::summed(view.lang, origin) {
        Some(summed) if named.is_empty() => summed,
        None if named.is_empty() => origin.file.clone(),
        _ => named,
    };
    (!named.is_empty()).then(|| say!(view, "- Nguồn: {named}", "- Source: {named}"; named).text())
}
