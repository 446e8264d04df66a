//! What needs a decision: targets that are not on their way, tasks past their date, points that do not add up or are
//! to be verified.

use chrono::Datelike;

use crate::model::checks::{self, Verdict};
use crate::model::standing::{Mark, Standing};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::check;
use crate::text::say::standing as words;

use super::super::target_summary::{bulleted, role};
use super::super::{TargetSummary, View, conclusion, reporting};
use super::Slide;
use super::list::MOST;

/// The slide; none where nothing waits.
pub fn slide(view: &View) -> Option<Slide> {
    // What is late stands before what is at risk, be it a target, one given to areas or a task.
    let mut late: Vec<(Standing, Line)> = targets(view).into_iter().chain(tasks(view)).collect();
    late.sort_by_key(|(standing, _)| conclusion::rank(*standing));
    let late = late.into_iter().map(|(_, line)| line);
    let mut lines: Vec<Line> = missing(view).into_iter().chain(late).collect();
    for verdict in [Verdict::Contradicts, Verdict::ToVerify] {
        lines.extend(checks::of_verdict(view.checks(), verdict).map(|found| {
            let role = if verdict == Verdict::Contradicts { Role::Bad } else { Role::Warn };
            let sign = (role, check::sign(verdict));
            let sentence = check::sentence(view.lang, found);
            Line { hanging_indent: 2, ..say!(view, "{sign} {sentence}"; sign, sentence) }
        }));
    }
    let title = view.pick("Cần quyết định, cần xác minh", "To decide, to verify");
    let invented = super::is_invented(view);
    (!lines.is_empty()).then(|| Slide { invented, ..Slide::titled(title, shortened(view, lines)) })
}

/// The first ones, and how many more there are and where.
fn shortened(view: &View, mut lines: Vec<Line>) -> Vec<Line> {
    if lines.len() > MOST {
        let more = lines.len() - (MOST - 1);
        lines.truncate(MOST - 1);
        lines.push(say!(view, "và {more} điểm khác: mục 4 và 6", "and {more} more: sections 4 and 6"; more));
    }
    lines
}

/// `! 12 trên 14 phường đã gửi số liệu; chưa có: Phường 3, Phường 7`: what else is decided rests on the others alone.
fn missing(view: &View) -> Option<Line> {
    let sign = (Role::Warn, check::sign(Verdict::ToVerify));
    let said = reporting::clause(view, view.reporting_of(view.path)?);
    Some(Line { hanging_indent: 2, ..say!(view, "{sign} {said}"; sign, said) })
}

fn targets(view: &View) -> Vec<(Standing, Line)> {
    let mut late = view.own_targets(view.snapshot().as_of().year());
    late.retain(|it| matches!(it.found.standing.mark(), Mark::Bad | Mark::Care));
    let areas = conclusion::late(view).into_iter().map(|(standing, clause)| {
        let said = say!(view, "Địa bàn {clause}", "Area targets {clause}"; clause);
        (standing, bulleted(standing, said))
    });
    late.iter().map(|it| (it.found.standing, sentence_on_target(view, it))).chain(areas).collect()
}

/// `✗ Tỷ lệ hộ cận nghèo: chậm tiến độ, còn phải giảm 98* hộ, 33* hộ/tháng`.
fn sentence_on_target(view: &View, it: &TargetSummary) -> Line {
    let since = if let Standing::Broken { since } = it.found.standing { Some(since) } else { None };
    let asks_households = it.target.reads.is_of_households();
    let remaining = it.remaining(view).filter(|_| asks_households);
    let pace = it.found.pace.needed.as_ref().ok().filter(|_| asks_households);
    it.bulleted(say!(view, "{name}: {word}[ từ {since}][, {remaining}][, bình quân {pace} {a_month}]",
        "{name}: {word}[ since {since}][, {remaining}][ ({pace} {a_month})]";
        name = it.name(), word = it.word(), since, remaining, pace,
        a_month = pace.map(|pace| words::a_month(view.lang, pace.unit))))
}

/// The tasks of no target that are past their date.
fn tasks(view: &View) -> Vec<(Standing, Line)> {
    let late = view.tasks().iter().filter(|(_, found)| found.past_due);
    late.map(|(task, found)| {
        let word = (role(Standing::Overdue), words::word(view.lang, found.standing));
        let said = say!(view, "{name}: {word}[ (hạn {due})]", "{name}: {word}[ (due {due})]";
            name = &task.named.name, word, due = task.due);
        (Standing::Overdue, bulleted(Standing::Overdue, said))
    })
    .collect()
}
