//! Words of this page: units short enough for a column, names that begin inside a sentence.

use crate::model::period::Name;
use crate::model::snapshot::Snapshot;
use crate::model::unit::Unit;
use crate::text::say::what;
use crate::text::{Lang, date, show};

/// The unit of a count in a column.
pub fn unit(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Pupil => lang.pick("HS, SV", "pupils"),
        Unit::HouseholdTurn => lang.pick("lượt hộ", "hh. turns"),
        other => show::unit(lang, other),
    }
}

/// A name as it stands inside a sentence: its first letter small, unless it begins with an abbreviation.
pub fn inside(name: &str) -> String {
    let mut letters = name.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let rest = name.get(first.len_utf8()..).unwrap_or_default();
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => name.to_owned(),
    }
}

/// The beginning of a name, as far as people say it: without whom it is for and what stands in brackets.
pub fn brief(name: &str) -> String {
    let ends = [" cho ", " for ", " (", ", ", ": "];
    let end = ends.iter().filter_map(|mark| name.find(mark)).min().unwrap_or(name.len());
    inside(name.get(..end).unwrap_or(name))
}

/// What the flows of a snapshot cover, in few words: `năm 2022`, `quý III/2023`, `đến 30/09/2023`.
pub fn period(lang: Lang, snapshot: &Snapshot) -> String {
    let period = snapshot.origin.period;
    match period.name {
        Name::ToDate(_) if period.is_whole_year() => date::year(lang, period.year()),
        Name::ToDate(last) => format!("{} {}", lang.pick("đến", "to"), date::day(lang, last)),
        _ => what::when(lang, crate::model::measure::When::Over(period)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_inside_a_sentence() {
        assert_eq!(inside("Vay giải quyết việc làm"), "vay giải quyết việc làm");
        assert_eq!(inside("BHYT cho hộ nghèo"), "BHYT cho hộ nghèo");
        assert_eq!(inside("Đào tạo nghề"), "đào tạo nghề");
        assert_eq!(inside(""), "");
        assert_eq!(brief("Tiền điện cho hộ nghèo"), "tiền điện");
        assert_eq!(brief("Electricity for poor households"), "electricity");
        assert_eq!(brief("Thẻ bảo hiểm y tế (BHYT)"), "thẻ bảo hiểm y tế");
    }
}
