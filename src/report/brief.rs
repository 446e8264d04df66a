//! A message for a chat: at most 900 letters, one item a line. No table and no marks, for nobody there has a legend:
//! what was worked out is called so in its clause.

use crate::model::checks::Verdict;
use crate::model::figure::Figure;
use crate::model::measure::{Group, Support};
use crate::model::support::Programme;
use crate::page::conclusion::{self, Sentences};
use crate::page::{Medium, View, head, standard};
use crate::say;
use crate::text::glossary;
use crate::text::line::{Line, Span};
use crate::text::say::{check, what};
use crate::text::{Lang, show};

use super::{Written, pages, small_cells};

/// The most letters of a message.
pub const MOST: usize = 900;

/// The mark of a derived figure on a screen.
const MARK: char = '*';
/// Where a clause ends.
const ENDS: [char; 4] = [',', ';', '.', ':'];

/// The message.
pub fn report(view: &View) -> Written {
    let note = small_cells::note_of_pages(view, &[]);
    let view = &View { medium: Medium::Alone, ..*view };
    let mut lines: Vec<String> = pages::invented(view).into_iter().collect();
    let sentences = conclusion::sentences(view);
    // Where nothing is told of the groups, the first line says all that a sentence on whose figures these are would.
    let standard = standard::name(view).filter(|_| sentences.is_silent).map(|name| format!(" · {name}"));
    lines.push(format!("- {} · {}{}", head::unit(view), head::dates(view), standard.unwrap_or_default()));
    let told = note.iter().map(|note| format!("- {}", spoken(view, note)));
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
    /// How many targets or tasks it tells of, and what one reads of them where it is left out: `đạt`, `năm 2023`.
    counted: (usize, String),
}

/// Which lines are told in their short form where not all fit that must be told: none, targets, the change as well.
const SHORTER: [&[Importance]; 3] = [&[], &[Importance::Bad], &[Importance::Bad, Importance::Always]];

/// What is told in so many letters, in the order of the minutes: what matters most in short where it must be; the rest
/// as far as there is room, and of that the first in short that has no room in full.
fn items(view: &View, sentences: Sentences, room: usize) -> Vec<String> {
    let all = told(view, sentences);
    let written = |kept: &[usize], in_short: &[usize]| written(view, &all, kept, in_short);
    let fits = |kept: &[usize], in_short: &[usize]| {
        written(kept, in_short).iter().map(|line| letters(line)).sum::<usize>() <= room
    };
    let in_order = |count: usize, by_importance: &[usize]| {
        let mut kept = by_importance[..count].to_vec();
        kept.sort_unstable();
        kept
    };
    let mut by_importance: Vec<usize> = (0..all.len()).collect();
    by_importance.sort_by_key(|at| all[*at].importance);
    let needed = all.iter().filter(|item| item.importance <= Importance::Bad).count();
    let of_importance = |these: &[Importance]| -> Vec<usize> {
        (0..all.len()).filter(|at| these.contains(&all[*at].importance)).collect()
    };
    let [shorter @ .., shortest] = SHORTER.map(of_importance);
    let in_short = shorter.into_iter().find(|in_short| fits(&in_order(needed, &by_importance), in_short));
    let mut in_short = in_short.unwrap_or(shortest);
    let most = (0..=all.len()).rev().find(|count| fits(&in_order(*count, &by_importance), &in_short));
    let mut most = most.unwrap_or(0);
    if let Some(next) = by_importance.get(most) {
        let with_next: Vec<usize> = in_short.iter().copied().chain([*next]).collect();
        if fits(&in_order(most + 1, &by_importance), &with_next) {
            (most, in_short) = (most + 1, with_next);
        }
    }
    written(&in_order(most, &by_importance), &in_short)
}

/// The lines that are kept, and how many of which are not.
fn written(view: &View, all: &[Item], kept: &[usize], in_short: &[usize]) -> Vec<String> {
    let mut before = None;
    let one = |at: &usize| {
        let item = &all[*at];
        let short = item.in_short.as_ref().filter(|_| in_short.contains(at));
        let line = short.unwrap_or(&item.line).clone();
        let head = item.head.as_ref().filter(|head| before != Some(*head));
        before = item.head.as_ref().or(before);
        let line = match head {
            Some(head) => Line::plain(format!("{head}: ")).then(line),
            None => what::first_large(line),
        };
        format!("- {}", spoken(view, &line))
    };
    let mut lines: Vec<String> = kept.iter().map(one).collect();
    // What is to verify comes last.
    let is_last = |at: &usize| all[*at].importance == Importance::ToVerify;
    let at = kept.iter().position(is_last).unwrap_or(kept.len());
    lines.splice(at..at, besides(view, all, kept));
    let left_out = |item: &(usize, &Item)| !kept.contains(&item.0);
    let is_bad = |at: &usize| all[*at].importance == Importance::Bad;
    let bad: usize = all
        .iter()
        .enumerate()
        .filter(left_out)
        .filter(|(at, _)| is_bad(at))
        .map(|(_, it)| it.counted.0)
        .sum();
    if bad > 0 {
        let after = kept.iter().rposition(is_bad).map_or(kept.len().min(1), |at| at + 1);
        let need = ("cần chú ý", if bad == 1 { "needs" } else { "need" });
        let more = say!(view, "- Và {bad} chỉ tiêu, nhiệm vụ khác {need}", "- And {bad} more that {need} attention"; bad, need);
        lines.insert(after, more.text());
    }
    lines
}

/// What a message has no room for: `Ngoài ra: 2 chỉ tiêu đúng tiến độ; 7 chỉ tiêu, nhiệm vụ năm 2023; 9 chính sách hỗ
/// trợ`. What needs action has its own line, after those that are named.
fn besides(view: &View, all: &[Item], kept: &[usize]) -> Option<String> {
    let mut by_word: Vec<(usize, &str, Importance)> = Vec::new();
    let left_out = all
        .iter()
        .enumerate()
        .filter(|(at, item)| !kept.contains(at) && item.counted.0 > 0 && item.importance != Importance::Bad);
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
            _ => say!(view, "{count} {noun} {word}", "{count} {noun}: {word}"; count, word, noun),
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
    let one = |importance, line: Option<Line>| {
        line.map(|line| Item { importance, head: None, line, in_short: None, counted: (0, String::new()) })
            .into_iter()
    };
    let is_change_told = told.change.is_some();
    let change = one(Importance::Always, told.change)
        .map(|item| Item { in_short: told.change_in_short.clone(), ..item });
    let importance = |it: &conclusion::TargetTold| match it.is_bad {
        true => Importance::Bad,
        // Where no sentence tells the change, these do.
        false if it.tells_change && !is_change_told => Importance::Always,
        false => Importance::Good,
    };
    let of_target = |it: conclusion::TargetTold| Item {
        importance: importance(&it),
        head: Some(it.time),
        line: it.told,
        in_short: it.in_short,
        counted: (it.counted.0, it.counted.1.to_owned()),
    };
    let targets = conclusion::targets_each(view).into_iter().map(of_target);
    let (bad, good): (Vec<Item>, Vec<Item>) = targets.partition(|item| item.importance == Importance::Bad);
    let next = conclusion::aims_each(view).into_iter().map(|aim| Item {
        importance: Importance::Next,
        head: None,
        line: aim.told,
        in_short: aim.in_short,
        counted: (1, aim.time),
    });
    let overdue = conclusion::late_tasks(view).len();
    let late = one(Importance::Bad, conclusion::overdue(view))
        .map(|item| Item { counted: (overdue, String::new()), ..item });
    let (behind, to_areas) = conclusion::counted(view);
    let of_areas = if behind > 0 { Importance::Bad } else { Importance::Given };
    let to_areas = match behind {
        0 => (to_areas, view.pick("giao địa bàn", "assigned to areas").to_owned()),
        behind => (behind, String::new()),
    };
    let given = one(of_areas, told.given).map(|item| Item { counted: to_areas.clone(), ..item });
    let others = [told.areas, told.parts, told.others];
    one(Importance::Always, told.state.filter(|_| !told.is_silent))
        .chain(one(Importance::Missing, told.missing))
        .chain(change)
        .chain(bad)
        .chain(late)
        .chain(given)
        .chain(good)
        .chain(next)
        .chain(others.into_iter().flat_map(|line| one(Importance::Others, line)))
        .chain(one(Importance::ToVerify, to_verify(view)))
        .collect()
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
    Some(say!(view, "{head}: {check}[ (và {more} điểm khác)]", "{head}: {check}[ (and {more} more)]";
        head, check = check::inside(view.lang, check).replace(MARK, ""), more))
}

/// From whom it is; of a file that says neither title nor publisher its name.
fn source(view: &View) -> Option<String> {
    let origin = &view.area().origin;
    let named = [&origin.title, &origin.publisher].into_iter().flatten().map(|name| view.lang.wording(name));
    let named = named.collect::<Vec<_>>().join(", ");
    let named = match head::summed(view.lang, origin) {
        Some(summed) if named.is_empty() => summed,
        None if named.is_empty() => origin.file.clone(),
        _ => named,
    };
    (!named.is_empty()).then(|| say!(view, "- Nguồn: {named}", "- Source: {named}"; named).text())
}

/// A sentence without marks. What was worked out is called so where its clause ends, in the parenthesis after it, or in
/// the one that it stands in; where another number follows before that, right after its own.
fn spoken(view: &View, line: &Line) -> String {
    let mut told = Spoken { word: view.lang.pick("tính toán", "derived"), ..Spoken::default() };
    for (at, span) in line.spans.iter().enumerate() {
        if let Some(figure) = &span.figure {
            told.figure(view.lang, figure, &span.text.replace(MARK, ""));
            continue;
        }
        for (byte, letter) in span.text.char_indices() {
            let ahead = || ahead(&span.text[byte + letter.len_utf8()..], &line.spans[at + 1..]);
            told.meet(letter, ahead);
        }
    }
    told.text = told.text.trim().trim_end_matches('.').to_owned();
    told.close();
    told.text
}

/// Was it worked out?
fn is_noted(figure: &Figure) -> bool {
    figure.is_derived()
}

/// Which of the figures up to the end of a parenthesis are noted.
fn ahead(rest: &str, spans: &[Span]) -> Vec<bool> {
    let mut found = Vec::new();
    if rest.contains(')') {
        return found;
    }
    for span in spans {
        match &span.figure {
            Some(figure) => found.push(is_noted(figure)),
            None if span.text.contains(')') => break,
            None => {}
        }
    }
    found
}

/// A sentence under way.
#[derive(Default)]
struct Spoken {
    text: String,
    word: &'static str,
    /// Is a figure to be called so yet?
    is_open: bool,
    is_inside: bool,
    /// Where the number of that figure ends, and the nouns that may belong to it: those that say more first.
    ends_at: usize,
    nouns: Vec<String>,
    /// Does that figure stand in a parenthesis?
    was_inside: bool,
}

impl Spoken {
    /// Writes a number. What is said of the one before it is not said of this one, of which it is not true.
    fn figure(&mut self, lang: Lang, figure: &Figure, text: &str) {
        self.part(lang.pick(" với ", " with "));
        if !is_noted(figure) && self.is_open && self.was_inside == self.is_inside {
            self.call_in_place();
        }
        self.text.push_str(text);
        if is_noted(figure) {
            let groups = Group::ALL.map(|group| lang.term(what::households_of(group)).to_owned());
            self.nouns = groups.into_iter().chain([show::unit_after(lang, figure).to_owned()]).collect();
            (self.is_open, self.was_inside, self.ends_at) = (true, self.is_inside, self.text.len());
        }
    }

    /// The end of the number that is to be called so, its noun with it.
    fn place(&self) -> usize {
        let rest = &self.text[self.ends_at..];
        let after = rest.strip_prefix(' ').unwrap_or(rest);
        let noun = self.nouns.iter().find(|noun| !noun.is_empty() && after.starts_with(noun.as_str()));
        noun.map_or(self.ends_at, |noun| self.ends_at + (rest.len() - after.len()) + noun.len())
    }

    /// Calls it so right after its number.
    fn call_in_place(&mut self) {
        let word = if self.is_inside { format!(" [{}]", self.word) } else { format!(" ({})", self.word) };
        self.text.insert_str(self.place(), &word);
        self.is_open = false;
    }

    fn meet(&mut self, letter: char, ahead: impl Fn() -> Vec<bool>) {
        match letter {
            '(' => {
                // What a parenthesis says of its own figure is said of the one before it as well.
                let is_told_here = self.is_open && !ahead().contains(&true);
                if is_told_here && !self.text[self.place()..].trim().is_empty() {
                    self.call_in_place();
                }
                self.is_inside = true;
                self.text.push(letter);
                if self.is_open && is_told_here {
                    self.text.extend([self.word, ", "]);
                    self.is_open = false;
                }
                return;
            }
            ')' => {
                if std::mem::take(&mut self.is_open) {
                    self.text.extend([", ", self.word]);
                }
                self.is_inside = false;
            }
            end if ENDS.contains(&end) && self.is_inside => {
                let ahead = ahead();
                if self.is_open && (ahead.is_empty() || ahead.contains(&false)) {
                    self.text.extend([" [", self.word, "]"]);
                    self.is_open = false;
                }
            }
            end if ENDS.contains(&end) => self.close(),
            _ => {}
        }
        self.text.push(letter);
    }

    /// The count before a count that it has beside it: each is called what it is.
    fn part(&mut self, between: &str) {
        if let Some(before) = self.text.strip_suffix(between).filter(|_| self.is_open && !self.is_inside) {
            self.text = format!("{before} ({}){between}", self.word);
            self.is_open = false;
        }
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.text.extend([" (", self.word, ")"]);
        }
    }
}
