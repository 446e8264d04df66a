//! Words of this page: units short enough for a column, brief names.

use crate::model::period::Name;
use crate::model::snapshot::Snapshot;
use crate::model::unit::Unit;
use crate::say;
use crate::text::say::what::{self, small};
use crate::text::{Lang, date, show};

/// The unit of a count in a column.
pub fn unit(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Pupil | Unit::HouseholdTurn => show::unit_short(lang, unit),
        other => show::unit(lang, other),
    }
}

/// The beginning of a name, as far as people say it: without whom it is for and what stands in brackets.
pub fn brief(name: &str) -> String {
    let ends = [" cho ", " for ", " (", ", ", ": "];
    let end = ends.iter().filter_map(|mark| name.find(mark)).min().unwrap_or(name.len());
    small(name.get(..end).unwrap_or(name))
}

/// What the flows of a snapshot cover, in few words: `năm 2022`, `quý III/2023`, `đến 30/09/2023`.
pub fn period(lang: Lang, snapshot: &Snapshot) -> String {
    let period = snapshot.origin.period;
    match period.name {
        Name::ToDate(_) if period.is_whole_year() => date::year(lang, period.year()),
        Name::ToDate(last) => say!(lang, "đến {last}", "to {last}"; last).text(),
        _ => what::when(lang, crate::model::measure::When::Over(period)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brief_name_is_its_beginning() {
        assert_eq!(brief("Tiền điện cho hộ nghèo"), "tiền điện");
        assert_eq!(brief("Electricity for poor households"), "electricity");
        assert_eq!(brief("Thẻ bảo hiểm y tế (BHYT)"), "thẻ bảo hiểm y tế");
    }
}
