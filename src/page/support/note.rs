//! The note at the bottom: the first open check that touches support.

use crate::model::checks::{self, Check, CheckKind};
use crate::model::figure::Figure;
use crate::model::support::Programme;
use crate::text::say::check as words;
use crate::text::{Lang, cells, show};

use super::super::line::{Line, Role};
use super::super::table::Style;
use super::Desk;

/// Longer sentences are told by their number.
const ROOM: usize = 60;

/// Adds `! 579 ghi ở hai chính sách, cần xác minh: xem 6` to the legend.
pub fn add(desk: &Desk, foot: &mut Vec<Line>) {
    let found = checks::checks(desk.view.history, desk.at, desk.view.now);
    let touched = |check: &Check| desk.all().iter().any(|programme| touches(check, programme));
    let Some(first) = found.iter().find(|check| check.verdict.is_open() && touched(check)) else { return };
    // The list of tab 6 is that of the shown snapshot.
    let see = if desk.at == desk.view.at { desk.pick(": xem 6", ": see 6") } else { "" };
    let gap = if foot.is_empty() { "" } else { "   " };
    let note = Line::of(Role::Warn, format!("{gap}{} ", words::sign(first.verdict)));
    let note = note.role(Role::Dim, format!("{}{see}", said(desk, first)));
    match foot.first_mut() {
        Some(line) => line.spans.extend(note.spans),
        None => foot.push(note),
    }
}

fn touches(check: &Check, programme: &Programme) -> bool {
    let own = [&programme.reached, &programme.amount, &programme.planned, &programme.budget];
    let parts = programme.areas.iter().flat_map(|part| [&part.reached, &part.amount]);
    let figures = own.into_iter().chain(parts).flatten();
    figures.into_iter().any(|figure: &Figure| check.concerns(figure))
}

fn said(desk: &Desk, check: &Check) -> String {
    let verdict = words::verdict(desk.lang(), check.verdict);
    if desk.view.narrow {
        return verdict.to_owned();
    }
    if let CheckKind::SameReached(same) = &check.kind {
        let number = show::number(desk.lang(), &same.first.1, Style::Plain);
        return match desk.lang() {
            Lang::Vi => format!("{number} ghi ở hai chính sách, {verdict}"),
            Lang::En => format!("{number} stands in two programmes, {verdict}"),
        };
    }
    let sentence = format!("{}, {verdict}", words::sentence(desk.lang(), check));
    if cells::width(&sentence) <= ROOM {
        return sentence;
    }
    match desk.lang() {
        Lang::Vi => format!("một điểm về hỗ trợ: {verdict}"),
        Lang::En => format!("a point on support: {verdict}"),
    }
}
