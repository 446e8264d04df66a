//! What needs a decision: targets that are not on their way, tasks past their date, points that do not add up or are
//! to be verified.

use chrono::Datelike;

use crate::model::checks::{self, Verdict};
use crate::model::standing::{Mark, Standing};
use crate::text::say;
use crate::text::say::standing as words;
use crate::text::{Lang, date};

use super::super::target_summary::{bullet, role, with_unit};
use super::super::{TargetSummary, View};
use super::Slide;
use super::list::MOST;
use crate::text::line::{Line, Role};

/// The slide; none where nothing waits.
pub fn slide(view: &View) -> Option<Slide> {
    let mut lines = targets(view);
    lines.extend(tasks(view));
    for verdict in [Verdict::Contradicts, Verdict::ToVerify] {
        lines.extend(checks::of_verdict(view.checks(), verdict).map(|check| {
            let role = if verdict == Verdict::Contradicts { Role::Bad } else { Role::Warn };
            let sign = format!("{} ", say::check::sign(verdict));
            Line { hang: 2, ..Line::of(role, sign) }.say(say::check::sentence(view.lang, check))
        }));
    }
    let title = view.pick("Cần quyết định, cần xác minh", "To decide, to verify");
    let invented = super::is_invented(view);
    (!lines.is_empty()).then(|| Slide { invented, ..Slide::of(title, shortened(view, lines)) })
}

/// The first ones, and how many more there are and where.
fn shortened(view: &View, mut lines: Vec<Line>) -> Vec<Line> {
    if lines.len() > MOST {
        let more = lines.len() - (MOST - 1);
        lines.truncate(MOST - 1);
        lines.push(Line::plain(match view.lang {
            Lang::Vi => format!("và {more} điểm khác: xem trang 4 và 6"),
            Lang::En => format!("and {more} more: see tabs 4 and 6"),
        }));
    }
    lines
}

fn targets(view: &View) -> Vec<Line> {
    let mut late = view.own_targets(view.snapshot().as_of().year());
    late.retain(|it| matches!(it.found.standing.mark(), Mark::Bad | Mark::Care));
    late.sort_by_key(|it| it.found.standing.mark() != Mark::Bad);
    late.iter().map(|it| of_target(view, it)).collect()
}

/// `✗ Tỷ lệ hộ cận nghèo: chậm tiến độ, còn phải giảm 98* hộ, 33* hộ/tháng`.
fn of_target(view: &View, it: &TargetSummary) -> Line {
    let TargetSummary { target, found, .. } = *it;
    let line = it.with_word(it.bullet().say(format!("{}: ", it.name())));
    let mut line = match found.standing {
        Standing::Broken { since } => {
            line.say(format!(" {} {}", view.pick("từ", "since"), date::day(view.lang, since)))
        }
        _ => line,
    };
    for (words, known) in
        [(view.pick(", còn phải giảm ", ", still to go "), &found.count.left), (", ", &found.pace.needed)]
    {
        if let (true, Ok(figure)) = (target.reads.group().is_some(), known) {
            line = with_unit(view.lang, line.say(words), figure);
        }
    }
    line
}

/// The tasks of no target that are past their date.
fn tasks(view: &View) -> Vec<Line> {
    let late = view.tasks().iter().filter(|(_, found)| found.past_due);
    late.map(|(task, found)| {
        let due = task.due.map(|due| format!(" ({} {})", view.pick("hạn", "due"), date::day(view.lang, due)));
        let overdue = Standing::Overdue;
        bullet(overdue)
            .say(format!("{}: ", view.lang.of(&task.named.name)))
            .role(role(overdue), words::word(view.lang, found.standing))
            .say(due.unwrap_or_default())
    })
    .collect()
}
