//! The words for who has not reported.

use std::sync::Arc;

use crate::model::name::AreaName;
use crate::say;
use crate::source::reporting::{MissingPart, Reporting};
use crate::text::line::{Line, Role};
use crate::text::say::units;
use crate::text::template::Speaker;

use super::View;

/// So many parts are named in a sentence; more are counted.
const NAMED: usize = 5;

/// `12 trên 14 phường đã gửi số liệu; chưa có: Phường 3 (số liệu cũ: 30/06/2023), Phường 7.`, of the parts of the unit or
/// area at the end of a path; none where all have reported.
pub fn sentence(view: &View, path: &[Arc<AreaName>]) -> Option<Line> {
    let clause = clause(view, view.reporting_of(path)?);
    Some(clause.say("."))
}

/// The same without its full stop.
pub fn clause(speaker: &impl Speaker, of: &Reporting) -> Line {
    let first = of.missing.iter().take(NAMED).map(|part| named(speaker, part));
    let names = Line::joined(first, ", ").unwrap_or_default();
    let more = of.missing.len().checked_sub(NAMED).filter(|more| *more > 0);
    let line = say!(speaker, "{have} trên {parts} đã gửi số liệu; chưa có: {names}[ và {more} nơi khác]",
        "{have} of {parts} have reported; missing: {names}[ and {more} more]";
        have = of.reported(), parts = counted(speaker, of), names, more);
    line.words_in_role(Role::Strong)
}

/// `Phường 3 (số liệu cũ: 30/06/2023)`.
fn named(speaker: &impl Speaker, part: &MissingPart) -> Line {
    let state = (part.last.is_some() || part.refused.is_some()).then(|| state(speaker, part));
    say!(speaker, "{name}[ ({state})]"; name = &part.name.name, state)
}

/// Why there are none: `tệp bị từ chối: phuong-3.json; số liệu cũ: 30/06/2023`.
pub fn state(speaker: &impl Speaker, part: &MissingPart) -> Line {
    let refused = part.refused.as_deref();
    let none = part.last.is_none() && refused.is_none();
    let both = part.last.is_some() && refused.is_some();
    say!(speaker, "[tệp bị từ chối: {refused}][{both}; ][số liệu cũ: {last}][{none}chưa có số liệu]",
        "[file refused: {refused}][{both}; ][old figures: {last}][{none}no figures]";
        refused, both, last = part.last, none)
}

/// All that are expected: "14 phường".
pub fn counted(speaker: &impl Speaker, of: &Reporting) -> String {
    let noun = units::noun_of_all(of.expected.iter().map(|name| &**name));
    noun.counted(speaker.lang(), of.expected.len())
}
