//! The words and codes of unit, qualifier, origin and source in the tidy formats.

use crate::model::figure::{Basis, Figure, Reliability};
use crate::model::qualifier::Qualifier;
use crate::model::source_file::Provenance;
use crate::model::unit::Unit;
use crate::text::{Lang, glossary, show};

/// The unit in words; percent has a sign on the screen and a word here.
pub fn unit(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Percent | Unit::Share => "%",
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
        Basis::Derived => lang.term(glossary::provenance(Provenance::Derived)),
    }
}

/// The worst source among what a figure rests on, in words.
pub fn source(lang: Lang, source: Reliability) -> &'static str {
    lang.term(glossary::reliability(source))
}
