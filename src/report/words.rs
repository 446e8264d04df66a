//! The words and codes of unit, qualifier, origin and source in the tidy formats.

use crate::model::figure::{Figure, Origin, Qualifier, Source, Unit};
use crate::text::{Lang, show};

/// The unit in words; percent has a sign on the screen and a word here.
pub fn unit(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Percent | Unit::Share => "%",
        Unit::Point => lang.pick("điểm phần trăm", "percentage points"),
        other => show::unit(lang, other),
    }
}

/// The unit as programs call it: the names of the snapshot format where that has them.
pub fn unit_code(unit: Unit) -> &'static str {
    match unit {
        Unit::Household => "household",
        Unit::Person => "person",
        Unit::Pupil => "pupil",
        Unit::Case => "case",
        Unit::Award => "award",
        Unit::Card => "card",
        Unit::Turn => "turn",
        Unit::HouseholdTurn => "household_turn",
        Unit::Fair => "fair",
        Unit::Vnd => "vnd",
        Unit::Percent | Unit::Share => "percent",
        Unit::Point => "percentage_point",
        Unit::PersonsPerHousehold => "persons_per_household",
        Unit::VndPerRecipient(_) => "vnd_per_recipient",
        Unit::HouseholdPerMonth => "household_per_month",
        Unit::PointPerMonth => "percentage_point_per_month",
        Unit::Rank => "rank",
    }
}

/// The qualifier in words; "đúng" for an exact figure.
pub fn qualifier(lang: Lang, qualifier: Qualifier) -> &'static str {
    if qualifier == Qualifier::Exact {
        lang.pick("đúng", "exact")
    } else {
        show::qualifier(lang, qualifier)
    }
}

/// The qualifier as the snapshot format has it.
pub fn qualifier_code(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "exact",
        Qualifier::Over => "over",
        Qualifier::Nearly => "nearly",
        Qualifier::About => "about",
        Qualifier::Under => "under",
        Qualifier::AtLeast => "at_least",
        Qualifier::AtMost => "at_most",
    }
}

/// Stated or derived, in words.
pub fn origin(lang: Lang, figure: &Figure) -> &'static str {
    match figure.origin {
        Origin::Stated => lang.pick("nêu trong tệp", "stated"),
        Origin::Derived => lang.pick("suy ra", "derived"),
    }
}

/// The same as a code.
pub fn origin_code(figure: &Figure) -> &'static str {
    if figure.is_derived() { "derived" } else { "stated" }
}

/// The worst source among what a figure rests on, in words.
pub fn source(lang: Lang, source: Source) -> &'static str {
    match source {
        Source::Reported => lang.pick("báo cáo", "reported"),
        Source::Estimated => lang.pick("ước thực hiện", "estimated"),
        Source::Illustrative => lang.pick("minh họa", "illustrative"),
    }
}

/// The same as the snapshot format has it.
pub fn source_code(source: Source) -> &'static str {
    match source {
        Source::Reported => "reported",
        Source::Estimated => "estimated",
        Source::Illustrative => "illustrative",
    }
}
