//! The first check that needs somebody, in so few words that the foot of the first tab holds it.

use crate::model::checks::{Check, CheckKind, Verdict};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::check as words;

use super::super::View;

/// `! 579 ghi ở hai chính sách, cần xác minh: phím 6`; none when nothing is open.
pub fn sentence(view: &View) -> Option<Line> {
    let open = view.checks().iter().find(|check| check.verdict.is_open())?;
    let (role, verdict) = match open.verdict {
        Verdict::Contradicts => (Role::Bad, ("mâu thuẫn", "inconsistent")),
        Verdict::ToVerify | Verdict::CannotCheck | Verdict::Holds => {
            (Role::Warn, ("cần xác minh", "to verify"))
        }
    };
    let about = (!view.narrow).then(|| about(view, open));
    Some(say!(view, "{sign} [{about}, ]{verdict}[: {see}]";
        sign = (role, words::sign(open.verdict)), about, verdict, see = view.see_checks()))
}

fn about(view: &View, check: &Check) -> Line {
    match &check.kind {
        CheckKind::SameReached(same) => {
            say!(view, "{reached} ghi ở hai chính sách", "{reached} is given for two programmes";
            reached = &same.first.1)
        }
        _ => Line::plain(words::short(view.lang, check)),
    }
}
