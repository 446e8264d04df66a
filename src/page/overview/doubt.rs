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
