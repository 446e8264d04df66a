//! The chosen check in full: its arithmetic, what would make it hold or whom to ask, and the fields it rests on.

use crate::model::checks::{Check, Verdict};
use crate::model::location::Location;
use crate::say;
use crate::text::say::check as words;
use crate::text::say::what;
use crate::text::{cells, glossary};

use super::super::headed::head_of;
use super::super::{Block, Detail, View};
use crate::text::line::{Line, Role};

/// Lines of arithmetic, and sentences, that are set out.
const STEPS: usize = 3;
/// Cells of a sentence in the list of a terminal of 40.
const NARROW: usize = 34;
/// More fields than these are not counted: a sum of thousands of areas has one of each.
const PLACES: usize = 250;
/// Cells of the line of fields after its head, without the count of those left out.
const FIELDS: usize = 53;

/// The panel of a check.
pub fn on_check(view: &View, check: &Check) -> Detail {
    let lang = view.lang;
    let verdict = what::capital(words::verdict(lang, check.verdict));
    let title = format!("{verdict}: {}", what::small(&words::kind(lang, check)));
    let mut lines = Vec::new();
    let sentence = words::sentence(lang, check);
    let room = if view.narrow { NARROW } else { 2 * words::LINE };
    let steps = arithmetic(view, check);
    if cells::width(&sentence) > room && !steps.iter().any(|step| repeats(&step.text(), &sentence)) {
        lines.push(Line::plain(sentence));
    }
    lines.extend(steps);
    lines.extend(remedy(view, check));
    lines.extend(fields(view, check));
    Detail { title, blocks: vec![Block::Lines(lines)] }
}

/// Does a line of arithmetic begin as a sentence does, which it then says once more?
fn repeats(step: &str, sentence: &str) -> bool {
    let begin: String = sentence.chars().take(BEGINNING).collect();
    step.to_lowercase().contains(&begin.to_lowercase())
}

/// Letters by which two sentences are known to be one.
const BEGINNING: usize = 24;

/// What stands between the numbers of a reckoning.
const SIGNS: [&str; 8] = [" = ", " + ", " − ", " × ", " ÷ ", " : ", "→", " < "];

fn arithmetic(view: &View, check: &Check) -> Vec<Line> {
    let steps = words::sum(view.lang, check);
    // Figures side by side are no arithmetic.
    let is_sum = steps.iter().any(|step| SIGNS.iter().any(|sign| step.text().contains(sign)));
    let title =
        if is_sum { view.pick("Phép tính", "Arithmetic") } else { view.pick("Số liệu", "Figures") };
    let head = |i: usize| head_of(if i == 0 { title } else { "" });
    let more = steps.len().checked_sub(STEPS).filter(|more| *more > 0).map(|more| {
        let more = match unkept_beside(view, check) {
            None => say!(view, "và {more} phép tính khác: Enter, g", "and {more} more: Enter, g"; more),
            Some(more) => say!(view, "và {more} mục khác", "and {more} more entries"; more),
        };
        head_of("").then(more.in_role(Role::Dim))
    });
    let steps = steps.into_iter().take(STEPS).enumerate().map(|(i, step)| head(i).then(step));
    steps.chain(more).collect()
}

/// Of a line that does not keep the numbers of all its entries: how many of these the steps that are set out are not of.
fn unkept_beside(view: &View, check: &Check) -> Option<usize> {
    let steps = check.kinds().scan(0, |steps, kind| {
        let before = *steps;
        *steps += words::sum_of(view.lang, check, kind).len();
        Some(before)
    });
    let set_out = steps.take_while(|before| *before < STEPS).count();
    (check.unkept > 0).then(|| check.count() - set_out)
}

fn remedy(view: &View, check: &Check) -> Vec<Line> {
    let head = match check.verdict {
        Verdict::Contradicts => view.pick("Khớp nếu", "Consistent if"),
        Verdict::ToVerify => view.pick("Cần hỏi", "To ask"),
        Verdict::CannotCheck => view.lang.term(glossary::NEEDS),
        Verdict::Holds => view.pick("Khớp khi", "Consistent for"),
    };
    let sentences = words::holds(view.lang, check);
    let line = |(i, text): (usize, &String)| head_of(if i == 0 { head } else { "" }).say(text);
    sentences.iter().take(STEPS).enumerate().map(line).collect()
}

/// The fields in the file, as many as fit a line; those of other files with the file's name. A single one has its line.
fn fields(view: &View, check: &Check) -> Option<Line> {
    let own = &check.origin.file;
    let (mut places, has_more) = check.places(PLACES);
    if own.is_empty() && places.is_empty() {
        return None;
    }
    // The unit's own fields before those of its areas, and this file's before others'.
    places.sort_by_key(|place| (place.origin.file != *own, place.is_of_part()));
    let name = |place: &Location| {
        let here = place.origin.file == *own;
        let path = place.path();
        if here { path.into_owned() } else { format!("{path} ({})", place.origin.file) }
    };
    let names: Vec<String> = check.fields.iter().cloned().chain(places.iter().map(name)).collect();
    let at = match &places[..] {
        [only] if check.fields.is_empty() => {
            say!(view, ", dòng {line}", ", line {line}"; line = only.line.to_string())
        }
        _ => Line::default(),
    };
    let mut text = names.first()?.clone();
    let room = FIELDS.saturating_sub(cells::width(own) + cells::width(&at.text()));
    let mut shown = 1;
    while let Some(next) = names.get(shown).filter(|next| cells::width(&text) + cells::width(next) < room) {
        text = format!("{text}, {next}");
        shown += 1;
    }
    let more = Some(names.len() - shown).filter(|more| *more > 0);
    let fields = if check.unkept > 0 || has_more {
        say!(view, "{text} và các trường khác", "{text} and others"; text)
    } else {
        say!(view, "{text}[ và {more} trường khác]", "{text}[ and {more} more]"; text, more)
    };
    let fields = fields.in_role(Role::Dim);
    let file = head_of(view.lang.term(glossary::FILE));
    // A sum made here is of no file: its fields are those of the files that it was made of.
    let own = Some(own).filter(|own| !own.is_empty());
    Some(file.then(say!(view, "[{own}{at}: ]{fields}"; own, at, fields)))
}
