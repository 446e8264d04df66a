//! The note at the bottom: the first open check that touches support.

use crate::model::checks::{Check, CheckKind};
use crate::model::support::Programme;
use crate::say;
use crate::text::say::check as words;
use crate::text::template::Speaker;

use super::SupportPage;
use crate::text::line::{Line, Role};

/// Adds `! 579 ghi ở hai chính sách, cần xác minh: phím 6` to the legend, in few words `! cần xác minh: phím 6`.
pub fn append_note(ctx: &SupportPage, narrow: bool, foot: &mut Vec<Line>) {
    let touched =
        |check: &Check| ctx.all().iter().flat_map(Programme::all_stated).any(|figure| check.concerns(figure));
    let found = ctx.view.checks_of(ctx.at);
    let Some(first) = found.iter().find(|check| check.verdict.is_open() && touched(check)) else { return };
    // The list of tab 6 is that of the shown snapshot.
    let see = ctx.view.see_checks().filter(|_| ctx.at == ctx.view.at);
    let see = see.map(|see| say!(ctx, ": {see}"; see).in_role(Role::Dim));
    let gap = if foot.is_empty() { "" } else { "   " };
    let note = say!(ctx, "{gap}{sign} {words}[{see}]";
        gap, sign = (Role::Warn, words::sign(first.verdict)), words = words_of(ctx, narrow, first), see);
    match foot.first_mut() {
        Some(line) => line.spans.extend(note.spans),
        None => foot.push(note),
    }
}

/// What it is about and how it stands; on a narrow page the latter alone.
fn words_of(ctx: &SupportPage, narrow: bool, check: &Check) -> Line {
    let verdict = words::verdict(ctx.lang(), check.verdict);
    let line = match &check.kind {
        _ if narrow => Line::plain(verdict),
        CheckKind::SameReached(same) => words::given_twice(ctx, &same.first.1),
        // Its numbers stand on tab 6, where each leads to its story.
        _ => say!(ctx, "{kind}, {verdict}"; kind = words::kind(ctx.lang(), check), verdict),
    };
    line.words_in_role(Role::Dim)
}
