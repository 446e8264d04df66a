//! The name of a unit or an area: what tells it from every other, in each file that speaks of it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::remembered::Remembered;
use super::words::Text;

/// What a unit or an area is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "UnitKind")]
pub enum UnitKind {
    /// The nation (cả nước).
    Nation,
    /// A province or city of that rank (tỉnh, thành phố).
    Province,
    /// A district (quận, huyện).
    District,
    /// A commune (xã).
    Commune,
    /// A ward (phường).
    Ward,
    /// A special zone (đặc khu).
    SpecialZone,
    /// A quarter (khu phố).
    Quarter,
    /// Anything else.
    Other,
}

impl UnitKind {
    /// All kinds, from the nation down.
    pub const ALL: [Self; 8] = [
        Self::Nation,
        Self::Province,
        Self::District,
        Self::Commune,
        Self::Ward,
        Self::SpecialZone,
        Self::Quarter,
        Self::Other,
    ];

    /// The word that files have for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
            Self::Ward => "ward",
            Self::SpecialZone => "special_zone",
            Self::Quarter => "quarter",
            Self::Other => "other",
        }
    }
}

/// Who a unit or area is: what stays the same from snapshot to snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AreaName {
    /// Its name for people.
    pub name: Text,
    /// Its official code.
    pub code: Option<String>,
    /// Its kind, where the file names one.
    pub kind: Option<UnitKind>,
    /// Its name folded for comparing: "Phường 01" and "Phường 1" are one.
    pub folded: String,
    /// Where it stood in the list that it was looked for in last: mostly it stands there in the others too.
    pub place: Remembered,
}

impl AreaName {
    /// Do both name one area? By code where both have one, else by folded name.
    pub fn is(&self, other: &Self) -> bool {
        match (&self.code, &other.code) {
            (Some(a), Some(b)) => a == b,
            _ => self.folded == other.folded,
        }
    }
}
