//! Why a check cannot be made, and what it needs.

use crate::model::checks::{Check, CheckKind, Verdict, WhyNot};
use crate::model::measure::{Aspect, Measure, What, When};
use crate::text::say::{field, what};
use crate::text::{Lang, date};

use super::{full, number, once};

/// Names that are written out; of more the count is told.
const NAMED: usize = 3;

/// The reasons, as one part of a sentence; empty where the check was made, and where its sentence says them already.
pub(super) fn why(lang: Lang, check: &Check) -> String {
    // A sentence on one or two net falls asks itself what it lacks.
    let asks = matches!(check.kind, CheckKind::Reduced(_)) && check.also.len() < 2;
    if check.verdict != Verdict::CannotCheck || asks {
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

/// What a check needs that cannot be made. A field that is missing can be filled in; that both sides follow from each
/// other is settled elsewhere.
pub(super) fn needs(lang: Lang, check: &Check) -> impl Iterator<Item = String> {
    let is_missing = |why: &&WhyNot| matches!(why, WhyNot::Missing(_));
    let (missing, others): (Vec<&WhyNot>, _) = check.why.iter().partition(is_missing);
    let needs = missing.into_iter().chain(others).map(move |why| need(lang, check, why));
    needs.filter(|need| !need.is_empty())
}

fn need(lang: Lang, check: &Check, why: &WhyNot) -> String {
    match why {
        WhyNot::Missing(found) => {
            let fields: Vec<String> = once(found.iter().map(|what| of_whom(lang, check, what)));
            together(&fields)
        }
        WhyNot::StoredDerived(figures) => {
            let Some(figure) = figures.first() else { return String::new() };
            let name = what::of_whom(lang, &figure.what);
            let (value, when) = (number(lang, figure), what::when(lang, figure.what.when));
            match lang {
                Lang::Vi => format!("{name} {when} do báo cáo nêu, thay {value} suy ra"),
                Lang::En => format!("reported {name} of {when} in place of the derived {value}"),
            }
        }
        WhyNot::Bounded(figures) => {
            let list: Vec<String> = figures.iter().take(3).map(|f| full(lang, f)).collect();
            let words = lang.pick("số đúng thay cho", "an exact figure for");
            format!("{words} {}", list.join(", "))
        }
        WhyNot::UnitsDiffer(_) => lang.pick("hai số cùng đơn vị tính", "both figures in one unit").to_owned(),
        WhyNot::NothingToDivideBy => lang.pick("số chia lớn hơn 0", "a divisor above 0").to_owned(),
        WhyNot::PartsNotAll => lang
            .pick("\"areas_complete\": true, nếu đã ghi đủ", "\"areas_complete\": true, if these are all")
            .to_owned(),
    }
}

/// Fields of one object written once: `poor.movement.escaped, relapsed, newly; near_poor.movement.escaped`.
fn together(fields: &[String]) -> String {
    let mut text = String::new();
    let mut object = "";
    for field in fields {
        let (of, name) = field.rsplit_once('.').unwrap_or(("", field));
        let same = !of.is_empty() && of == object;
        let gap = match (text.is_empty(), same) {
            (true, _) => "",
            (false, true) => ", ",
            (false, false) => "; ",
        };
        text = format!("{text}{gap}{}", if same { name } else { field });
        object = of;
    }
    text
}

/// A missing figure as the field that would hold it; of another day or area with that.
fn of_whom(lang: Lang, check: &Check, missing: &What) -> String {
    let field = field::of(missing).unwrap_or_else(|| what::name(lang, missing));
    let stock =
        matches!(missing.measure, Measure::AllHouseholds | Measure::Of(..)) && !missing.measure.is_flow();
    let other_day = match missing.when {
        When::Day(day) if stock && day != check.origin.as_of => format!(" {}", date::day(lang, day)),
        _ => String::new(),
    };
    if missing.whose.is(&check.whose) {
        format!("{field}{other_day}")
    } else {
        format!("{field} {}{other_day}", lang.of(&missing.whose.name))
    }
}
