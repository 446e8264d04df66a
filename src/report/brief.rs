//! A message for a chat: at most 900 letters, one item a line. No table and no marks, for nobody there has a legend:
//! what was worked out is called so in its clause.

use crate::model::checks::Verdict;
use crate::model::figure::Figure;
use crate::page::conclusion;
use crate::page::{Medium, View, head};
use crate::say;
use crate::text::line::{Line, Span};
use crate::text::say::check;

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
    lines.push(format!("- {} · {}", head::unit(view), head::dates(view)));
    let told = note.iter().map(|note| format!("- {}", spoken(view, note)));
    let last: Vec<String> = told.chain(source(view)).collect();
    let around = lines.iter().chain(&last).map(|line| letters(line)).sum();
    lines.extend(items(view, MOST.saturating_sub(around)));
    lines.extend(last);
    Written { bytes: (lines.join("\n") + "\n").into_bytes(), note }
}

fn letters(line: &str) -> usize {
    line.chars().count() + 1
}

/// What is told in so many letters: how it is, what changed, which targets fall short and what is to verify, these in
/// short where it must be; then the rest, as far as there is room.
fn items(view: &View, room: usize) -> Vec<String> {
    let told = conclusion::sentences(view);
    let line = |line: &Option<Line>| line.as_ref().map(|line| format!("- {}", spoken(view, line)));
    let (change, bad) = (line(&told.change), line(&told.bad));
    let (change_in_short, bad_in_short) = (line(&told.change_in_short), line(&told.bad_in_short));
    let bad_in_short = bad_in_short.or_else(|| bad.clone());
    let to_verify = line(&to_verify(view));
    let forms = [[&change, &bad], [&change, &bad_in_short], [&change_in_short, &bad_in_short]];
    let needed =
        forms.map(|[change, bad]| [line(&told.state), change.clone(), bad.clone(), to_verify.clone()]);
    let is_short = |needed: &&[Option<String>; 4]| {
        needed.iter().flatten().map(|line| letters(line)).sum::<usize>() <= room
    };
    let [state, change, bad, verify] = needed.iter().find(is_short).unwrap_or(&needed[2]).clone();
    // What finds no room goes, the less needed before the more needed.
    let targets = [&told.missing, &told.given, &told.good].map(line).into_iter();
    let aims = conclusion::aims_each(view).into_iter().map(|aim| line(&Some(aim)));
    let others = [&told.areas, &told.parts, &told.others].map(line);
    let mut left = room;
    let mut fits = |line: Option<String>| {
        line.filter(|line| letters(line) <= left).inspect(|line| left -= letters(line))
    };
    let first = [state, change, bad].map(&mut fits);
    let last = fits(verify);
    let rest: Vec<_> = targets.chain(aims).chain(others).map(fits).collect();
    first.into_iter().chain(rest).chain([last]).flatten().collect()
}

/// The first check that does not hold.
fn to_verify(view: &View) -> Option<Line> {
    let check = view.checks().iter().find(|check| check.verdict != Verdict::Holds)?;
    Some(
        say!(view, "Cần xác minh: {check}", "To verify: {check}"; check = check::at_length(view.lang, &check::inside(view.lang, check)).replace(MARK, "")),
    )
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

/// A sentence without marks. What was worked out is called so where its clause ends: in the parenthesis after it, or in
/// the one that it stands in.
fn spoken(view: &View, line: &Line) -> String {
    let mut told = Spoken { word: view.lang.pick("tính toán", "derived"), ..Spoken::default() };
    for (at, span) in line.spans.iter().enumerate() {
        if let Some(figure) = &span.figure {
            told.part(view.pick(" với ", " with "));
            told.is_open |= is_noted(figure);
            told.text.push_str(&span.text.replace(MARK, ""));
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
}

impl Spoken {
    fn meet(&mut self, letter: char, ahead: impl Fn() -> Vec<bool>) {
        match letter {
            '(' => {
                self.is_inside = true;
                self.text.push(letter);
                // What a parenthesis says of its own figure is said of the one before it as well.
                if self.is_open && !ahead().contains(&true) {
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
