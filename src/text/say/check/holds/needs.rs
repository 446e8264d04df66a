//! What a check needs that cannot be made.

use crate::model::checks::{Check, WhyNot};
use crate::model::measure::{Measure, When};
use crate::text::say::{field, what};
use crate::text::{Lang, date};

use super::super::{full, number};
use super::once;

/// What a check needs that cannot be made.
pub(super) fn need(lang: Lang, check: &Check, why: &WhyNot) -> String {
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
fn of_whom(lang: Lang, check: &Check, missing: &crate::model::measure::What) -> String {
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
