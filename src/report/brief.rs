//! A message for a chat: at most 900 letters, one item a line. No table and no marks, for nobody there has a legend:
//! what was worked out is called so in its clause.

use crate::model::checks::Verdict;
use crate::model::source_file::Provenance;
use crate::page::conclusion::{self, Sentences};
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
    let mut letters: usize = lines.iter().chain(&last).map(|line| line.chars().count() + 1).sum();
    // What finds no room goes, the less needed before the more needed.
    for line in items(view, &conclusion::sentences(view)) {
        let line = format!("- {}", spoken(view, &line));
        let more = line.chars().count() + 1;
        if letters + more <= MOST {
            letters += more;
            lines.push(line);
        }
    }
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

/// What is told, the most needed first.
fn items(view: &View, told: &Sentences) -> Vec<Line> {
    let all = [&told.state, &told.change, &told.bad, &told.given, &told.good, &told.parts, &told.others];
    let to_verify = view.checks().iter().find(|check| check.verdict != Verdict::Holds);
    let to_verify = to_verify.map(|check| {
        say!(view, "Cần xác minh: {check}", "To verify: {check}"; check = check::sentence(view.lang, check).replace(MARK, ""))
    });
    all.into_iter().flatten().cloned().chain(to_verify).collect()
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
