//! The words and codes of unit, qualifier, origin and source in the tidy formats.

use crate::model::figure::{Basis, Figure, Reliability};
use crate::model::qualifier::Qualifier;
use crate::model::unit::Unit;
use crate::page::View;
use crate::text::{Lang, show};

/// A text without the way to the checks, for papers that have none of them.
pub fn without_reference(view: &View, text: &str) -> String {
    let (vi, en) = view.see_checks();
    let see = view.pick(vi, en);
    [format!(" ({see})"), format!(": {see}"), format!("; {see}"), format!(", {see}")]
        .iter()
        .fold(text.to_owned(), |text, way| text.replace(way, ""))
}

/// The unit in words; percent has a sign on the screen and a word here.
pub fn unit(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Percent | Unit::Share => "%",
        Unit::Point => lang.pick("điểm phần trăm", "percentage points"),
        other => show::unit(lang, other),
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

/// Stated or derived, in words.
pub fn origin(lang: Lang, figure: &Figure) -> &'static str {
    match figure.basis {
        Basis::Stated => lang.pick("nêu trong tệp", "stated"),
        Basis::Derived => lang.pick("suy ra", "derived"),
    }
}

/// The worst source among what a figure rests on, in words.
pub fn source(lang: Lang, source: Reliability) -> &'static str {
    match source {
        Reliability::Reported => lang.pick("báo cáo", "reported"),
        Reliability::Estimated => lang.pick("ước thực hiện", "estimated"),
        Reliability::Illustrative => lang.pick("minh họa", "illustrative"),
    }
}
