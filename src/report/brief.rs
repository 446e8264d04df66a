//! A message for a chat: at most 900 letters, one item a line. No table and no marks, for nobody there has a legend:
//! what was worked out is called so in its clause.

use crate::model::checks::Verdict;
use crate::model::source_file::Provenance;
use crate::page::conclusion;
use crate::page::{Medium, View, head};
use crate::say;
use crate::text::line::Line;
use crate::text::say::check;

/// The most letters of a message.
pub const MOST: usize = 900;

/// The mark of a derived figure on a screen.
const MARK: char = '*';
/// Where a clause ends.
const ENDS: [char; 4] = [',', ';', '.', ':'];

/// The message.
pub fn report(view: &View) -> String {
    let view = &View { medium: Medium::Alone, ..*view };
    let mut lines: Vec<String> = invented(view).into_iter().collect();
    lines.push(format!("- {} · {}", head::unit(view), head::dates(view)));
    let last = source(view);
    let around = lines.iter().chain(&last).map(|line| letters(line)).sum();
    lines.extend(items(view, MOST.saturating_sub(around)));
    lines.extend(last);
    lines.join("\n") + "\n"
}

/// What stands before all else where the figures are no result.
fn invented(view: &View) -> Option<String> {
    let words = view.pick(
        "SỐ LIỆU MINH HỌA, không phải kết quả rà soát",
        "ILLUSTRATIVE FIGURES, not the result of a review",
    );
    (view.area().origin.provenance == Provenance::Illustrative).then(|| words.to_owned())
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
    let rest = [&told.given, &told.good, &told.parts, &told.others].map(line);
    let mut left = room;
    let mut fits = |line: Option<String>| {
        line.filter(|line| letters(line) <= left).inspect(|line| left -= letters(line))
    };
    let first = [state, change, bad].map(&mut fits);
    let last = fits(verify);
    let rest = rest.map(fits);
    first.into_iter().chain(rest).chain([last]).flatten().collect()
}

/// The first check that does not hold.
fn to_verify(view: &View) -> Option<Line> {
    let check = view.checks().iter().find(|check| check.verdict != Verdict::Holds)?;
    Some(
        say!(view, "Cần xác minh: {check}", "To verify: {check}"; check = check::sentence(view.lang, check).replace(MARK, "")),
    )
}

/// From whom it is.
fn source(view: &View) -> Option<String> {
    let origin = &view.area().origin;
    let named = [&origin.title, &origin.publisher].into_iter().flatten().map(|name| view.lang.wording(name));
    let named = named.collect::<Vec<_>>().join(", ");
    (!named.is_empty()).then(|| say!(view, "- Nguồn: {named}", "- Source: {named}"; named).text())
}

/// A sentence without marks.
fn spoken(view: &View, line: &Line) -> String {
    let note = view.pick(" (tính toán)", " (derived)");
    let (mut text, mut derived) = (String::new(), false);
    for span in &line.spans {
        if let Some(figure) = &span.figure {
            derived |= figure.is_derived();
            text.push_str(&span.text.replace(MARK, ""));
            continue;
        }
        match span.text.find(ENDS).filter(|_| derived) {
            Some(end) => {
                text.extend([&span.text[..end], note, &span.text[end..]]);
                derived = false;
            }
            None => text.push_str(&span.text),
        }
    }
    let text = text.trim().trim_end_matches('.');
    if derived { format!("{text}{note}") } else { text.to_owned() }
}
