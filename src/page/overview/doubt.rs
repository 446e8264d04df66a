//! The first check that needs somebody, in so few words that the foot of the first tab holds it.

use crate::model::checks::{Check, CheckKind, Verdict};
use crate::text::say::check as words;

use super::super::View;
use super::super::table::Style;
use crate::text::line::{Line, Role};

/// `! 579 ghi ở hai chính sách, cần xác minh: xem 6`; none when nothing is open.
pub fn line(view: &View) -> Option<Line> {
    let open = view.checks().iter().find(|check| check.verdict.is_open())?;
    let role = if open.verdict == Verdict::Contradicts { Role::Bad } else { Role::Warn };
    let mut line = Line::of(role, format!("{} ", words::sign(open.verdict)));
    line.spans.extend(about(view, open).spans);
    let verdict = match open.verdict {
        Verdict::Contradicts => view.pick("mâu thuẫn", "contradicts"),
        _ => view.pick("cần xác minh", "to verify"),
    };
    Some(line.say(format!(", {verdict}: {} 6", view.pick("xem", "see"))))
}

fn about(view: &View, check: &Check) -> Line {
    if let CheckKind::SameReached(same) = &check.kind {
        let line = Line::default().figure(view.lang, &same.first.1, Style::Plain);
        return line.say(view.pick(" ghi ở hai chính sách", " stands in two programmes"));
    }
    Line::plain(words::short(view.lang, check))
}
