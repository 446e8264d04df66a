//! How deep a unit lies: a hamlet is no ward, and a district is neither. Its kind says it, else the word its name begins
//! with.

use super::units::{self, Noun};
use crate::model::name::{AreaName, UnitKind};
use crate::text::Lang;

/// The level of a unit, from the nation down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The nation, or a region of it.
    Nation,
    /// Provinces and cities of that rank.
    Province,
    /// Districts: quận, huyện, thị xã.
    District,
    /// Communes, wards, townships, special zones.
    Commune,
    /// What lies in these: khu phố, ấp, thôn, bản, tổ.
    Hamlet,
}

impl Level {
    /// Does it lie under a district, where neighbours know each other?
    pub fn is_below_district(self) -> bool {
        self > Self::District
    }
}

/// The level of a unit; none where neither its kind nor its name says.
pub fn level(name: &AreaName) -> Option<Level> {
    let of_name = || of_noun(units::known_noun(name)?);
    match name.kind {
        Some(UnitKind::Nation) => Some(Level::Nation),
        Some(UnitKind::Province) => Some(Level::Province),
        Some(UnitKind::District) => Some(Level::District),
        Some(UnitKind::Commune | UnitKind::Ward | UnitKind::SpecialZone) => Some(Level::Commune),
        Some(UnitKind::Quarter) => Some(Level::Hamlet),
        Some(UnitKind::Other) | None => of_name(),
    }
}

fn of_noun(noun: Noun) -> Option<Level> {
    Some(match noun.one(Lang::Vi) {
        "vùng" => Level::Nation,
        "tỉnh" => Level::Province,
        "quận" | "huyện" | "thị xã" => Level::District,
        "phường" | "xã" | "thị trấn" | "đặc khu" => Level::Commune,
        "khu phố" | "ấp" | "thôn" | "bản" | "tổ dân phố" | "tổ" => Level::Hamlet,
        // A city may be of a province's rank or of a district's.
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::remembered::Remembered;
    use crate::model::words::Text;

    fn of(name: &str, kind: Option<UnitKind>) -> Option<Level> {
        level(&AreaName {
            name: Text::vi(name),
            code: None,
            kind,
            folded: name.to_lowercase(),
            place: Remembered::default(),
        })
    }

    #[test]
    fn a_kind_says_how_deep_a_unit_lies_else_its_name() {
        assert_eq!(of("Bình Tiên", Some(UnitKind::Ward)), Some(Level::Commune));
        assert_eq!(of("Thị trấn Nhà Bè", None), Some(Level::Commune));
        assert_eq!(of("Ấp 3", Some(UnitKind::Other)), Some(Level::Hamlet));
        assert_eq!(of("Huyện Củ Chi", None), Some(Level::District));
        assert_eq!(of("Thành phố Thủ Đức", None), None);
        assert_eq!(of("Nhóm A", None), None);
        assert!(Level::Hamlet.is_below_district() && !Level::District.is_below_district());
    }
}
