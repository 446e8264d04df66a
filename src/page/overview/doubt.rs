//! Who has not reported, else the first check that needs somebody, in so few words that the foot of the first tab holds it.

use crate::model::checks::{Check, CheckKind, Verdict};
use crate::say;
use crate::text::glossary;
use crate::text::line::{Line, Role};
use crate::text::say::check as words;

use super::super::{View, reporting};

/// `! 579 ghi ở hai chính sách, cần xác minh: phím 6`; none when all have reported and nothing is open.
pub fn sentence(view: &View) -> Option<Line> {
    missing(view).or_else(|| open(view))
}

/// `! 2 trên 14 phường chưa gửi: phím 6`: what the figures of the whole lack goes first.
fn missing(view: &View) -> Option<Line> {
    let of = view.reporting_of(view.path)?;
    let (missing, parts) = (of.missing.len(), reporting::counted(view, of));
    let see = view.see_checks();
    Some(
        say!(view, "{sign} {missing} trên {parts} chưa gửi[: {see}]", "{sign} {missing} of {parts} missing[: {see}]";
        sign = (Role::Warn, words::sign(Verdict::ToVerify)), missing, parts, see),
    )
}

/// The first check that is open.
fn open(view: &View) -> Option<Line> {
    let open = view.checks().iter().find(|check| check.verdict.is_open())?;
    let (role, verdict) = match open.verdict {
        Verdict::Contradicts => (Role::Bad, glossary::verdict(Verdict::Contradicts)),
        Verdict::ToVerify | Verdict::CannotCheck | Verdict::Holds => {
            (Role::Warn, glossary::verdict(Verdict::ToVerify))
        }
    };
    let about = if view.narrow { Line::plain(view.pick(verdict.0, verdict.1)) } else { about(view, open) };
    Some(say!(view, "{sign} {about}[: {see}]";
        sign = (role, words::sign(open.verdict)), about, see = view.see_checks()))
}

fn about(view: &View, check: &Check) -> Line {
    if let CheckKind::SameReached(same) = &check.kind {
        return words::given_twice(view, &same.first.1);
    }
    say!(view, "{what}, {verdict}"; what = words::short(view.lang, check), verdict = words::verdict(view.lang, check.verdict))
}
