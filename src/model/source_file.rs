//! A snapshot file as a source: what stands in its head, and of what kind its figures are.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::period::Period;
use super::words::Text;

/// Where a figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// Stated by a report.
    Reported,
    /// An estimate (ước thực hiện).
    Estimated,
    /// Worked out from other figures.
    Derived,
    /// Invented, to show how it would look.
    Illustrative,
}

impl Provenance {
    /// The word that files have for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Estimated => "estimated",
            Self::Derived => "derived",
            Self::Illustrative => "illustrative",
        }
    }

    /// The one that files have this word for.
    pub fn from_code(code: &str) -> Option<Self> {
        let all = [Self::Reported, Self::Estimated, Self::Derived, Self::Illustrative];
        all.into_iter().find(|provenance| provenance.code() == code)
    }
}

/// What kind of paper a file was entered from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A report: what was found at its date.
    #[default]
    Report,
    /// A plan: what is asked, with targets and tasks only.
    Plan,
    /// A decision that assigns targets and tasks.
    Decision,
}

/// Which of two reports of one review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The first (sơ bộ).
    Preliminary,
    /// The last word (chính thức).
    Final,
}

impl Stage {
    /// The word that files have for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Preliminary => "preliminary",
            Self::Final => "final",
        }
    }
}

/// A snapshot file as a source: what stands in its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// The file's name, clean, without folders.
    pub file: String,
    /// The day the stocks hold.
    pub as_of: NaiveDate,
    /// What the flows cover.
    pub period: Period,
    /// The file's own kind of source.
    pub provenance: Provenance,
    /// The kind of paper; its date is then the day of issue.
    pub kind: SourceKind,
    /// Preliminary or final, where it says so.
    pub stage: Option<Stage>,
    /// The title of the report.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When.
    pub published: Option<NaiveDate>,
    /// Who signed or entered it.
    pub by: Option<Text>,
    /// The report's words for the whole.
    pub quote: Option<Text>,
    /// A note on the whole.
    pub note: Option<Text>,
    /// The most decimals that its rates are written with, where these are more than two.
    pub rate_decimals: Option<u8>,
    /// Not a file but a sum made here: of how many of how many parts.
    pub summed: Option<(usize, usize)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::name::UnitKind;

    #[test]
    fn codes_are_the_words_of_files() {
        fn read<T: serde::de::DeserializeOwned>(code: &str) -> Option<T> {
            serde_json::from_value(code.into()).ok()
        }
        for provenance in
            [Provenance::Reported, Provenance::Estimated, Provenance::Derived, Provenance::Illustrative]
        {
            assert_eq!(read(provenance.code()), Some(provenance));
            assert_eq!(Provenance::from_code(provenance.code()), Some(provenance));
        }
        for stage in [Stage::Preliminary, Stage::Final] {
            assert_eq!(read(stage.code()), Some(stage));
        }
        for kind in UnitKind::ALL {
            assert_eq!(read(kind.code()), Some(kind));
        }
        assert_eq!(Provenance::from_code("Reported"), None);
    }
}
