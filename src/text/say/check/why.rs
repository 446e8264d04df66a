//! Why a check cannot be made.

use crate::model::checks::{Check, CheckKind, Verdict, WhyNot};
use crate::model::measure::{Aspect, Measure, What};
use crate::text::Lang;
use crate::text::say::what;

/// Names that are written out; of more the count is told.
const NAMED: usize = 3;

/// The reasons, as one part of a sentence; empty where the check was made, and where its sentence says them already.
pub(super) fn why(lang: Lang, check: &Check) -> String {
    if check.verdict != Verdict::CannotCheck || (matches!(check.kind, CheckKind::Reduced(_)) && asks(check)) {
        return String::new();
    }
    let missing: Vec<&WhyNot> = check.why.iter().filter(|w| matches!(w, WhyNot::Missing(_))).collect();
    // Lines that are missing say more than that both ends follow from each other.
    let told = if matches!(check.kind, CheckKind::Movement(_)) && !missing.is_empty() {
        missing
    } else {
        check.why.iter().collect()
    };
    told.into_iter().map(|why| reason(lang, why)).collect::<Vec<_>>().join("; ")
}

/// Does the sentence on a net fall already ask what it lacks?
fn asks(check: &Check) -> bool {
    matches!(&check.kind, CheckKind::Reduced(all) if all.len() <= 2)
}

fn reason(lang: Lang, why: &WhyNot) -> String {
    match why {
        WhyNot::Missing(found) => missing(lang, found),
        WhyNot::StoredDerived(_) => {
            lang.pick("hai vế suy ra từ nhau", "both sides follow from each other").to_owned()
        }
        WhyNot::Bounded(_) => {
            lang.pick("số chỉ nêu hơn, gần, khoảng", "the figures are only bounds").to_owned()
        }
        WhyNot::UnitsDiffer(_) => lang.pick("khác đơn vị tính", "different units").to_owned(),
        WhyNot::NothingToDivideBy => lang.pick("số chia bằng 0", "nothing to divide by").to_owned(),
        WhyNot::PartsNotAll => lang.pick("tệp không nói đã đủ", "nothing says that these are all").to_owned(),
    }
}

fn missing(lang: Lang, found: &[What]) -> String {
    let mut names: Vec<String> = Vec::new();
    for what in found {
        let name = short(lang, what);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let list = names.join(", ");
    match (lang, more) {
        (Lang::Vi, 0) => format!("thiếu {list}"),
        (Lang::Vi, more) => format!("thiếu {list} và {more} số khác"),
        (Lang::En, 0) => format!("{list} not given"),
        (Lang::En, more) => format!("{list} and {more} more not given"),
    }
}

/// A line of the movement in one word, whatever its group; anything else by its name.
fn short(lang: Lang, what: &What) -> String {
    match &what.measure {
        Measure::Of(group, Aspect::Moved(line) | Aspect::MovedPersons(line)) => {
            what::line_short(lang, *group, *line).to_owned()
        }
        _ => what::of_whom(lang, what),
    }
}
