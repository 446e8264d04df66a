//! What a unit and its parts are called: "toàn quận", "14 phường". The first word of a name says it better than the
//! kind of the format, which has one word for quận, huyện and thị xã; where parts differ they are "địa bàn".

use crate::model::area::Area;
use crate::model::name::{AreaName, Kind};
use crate::text::Lang;

/// The words with which Vietnamese names of units begin, with English for one and many.
const WORDS: [(&str, &str, &str); 15] = [
    ("tỉnh", "province", "provinces"),
    ("thành phố", "city", "cities"),
    ("thị xã", "town", "towns"),
    ("thị trấn", "township", "townships"),
    ("quận", "district", "districts"),
    ("huyện", "district", "districts"),
    ("phường", "ward", "wards"),
    ("xã", "commune", "communes"),
    ("đặc khu", "special zone", "special zones"),
    ("khu phố", "quarter", "quarters"),
    ("ấp", "hamlet", "hamlets"),
    ("thôn", "village", "villages"),
    ("bản", "village", "villages"),
    ("tổ dân phố", "group", "groups"),
    ("tổ", "group", "groups"),
];

/// The words for a kind of unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    vi: &'static str,
    one: &'static str,
    many: &'static str,
}

const AREA: Word = Word { vi: "địa bàn", one: "area", many: "areas" };
const UNIT: Word = Word { vi: "đơn vị", one: "unit", many: "units" };

impl Word {
    /// For one: "phường", "ward".
    pub fn one(self, lang: Lang) -> &'static str {
        lang.pick(self.vi, self.one)
    }

    /// For several: "phường", "wards".
    pub fn many(self, lang: Lang) -> &'static str {
        lang.pick(self.vi, self.many)
    }

    /// So many: "14 phường", "1 ward".
    pub fn counted(self, lang: Lang, count: usize) -> String {
        let word = if count == 1 { self.one(lang) } else { self.many(lang) };
        format!("{count} {word}")
    }

    /// All of it: "toàn quận", "the district".
    pub fn all(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => format!("toàn {}", self.vi),
            Lang::En => format!("the {}", self.one),
        }
    }
}

/// The word for a unit by its name, else by its kind. Accents count: "Tô Hiệu" is no "tổ".
fn word(name: &AreaName) -> Option<Word> {
    let lower = name.name.vi.to_lowercase();
    let begins = |vi: &str| lower.strip_prefix(vi).is_some_and(|rest| rest.starts_with(' '));
    let by_kind = || {
        let word = match name.kind? {
            Kind::Province => "tỉnh",
            Kind::District => "quận",
            Kind::Commune => "xã",
            Kind::Ward => "phường",
            Kind::SpecialZone => "đặc khu",
            Kind::Quarter => "khu phố",
            Kind::Nation | Kind::Other => return None,
        };
        WORDS.iter().find(|(vi, ..)| *vi == word)
    };
    let (vi, one, many) = WORDS.iter().find(|(vi, ..)| begins(vi)).or_else(by_kind)?;
    Some(Word { vi, one, many })
}

/// The word for a whole.
pub fn of_whole(area: &Area) -> Word {
    match area.name.kind {
        Some(Kind::Nation) => Word { vi: "quốc", one: "country", many: "countries" },
        _ => word(&area.name).unwrap_or(UNIT),
    }
}

/// The word for the parts of a whole: theirs, when all are of one kind.
pub fn of_parts(whole: &Area) -> Word {
    let mut words = whole.areas.iter().map(|area| word(&area.name));
    let first = words.next().flatten();
    first.filter(|first| words.all(|word| word.as_ref() == Some(first))).unwrap_or(AREA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build;

    fn whole(name: &str, parts: &[&str]) -> Area {
        let origin = build::origin("2022-12-31");
        let mut area = build::area(name, &origin);
        area.areas = parts.iter().map(|part| build::area(part, &origin)).collect();
        area
    }

    #[test]
    fn the_name_says_what_a_unit_is() {
        assert_eq!(of_whole(&whole("Quận 6", &[])).all(Lang::Vi), "toàn quận");
        assert_eq!(of_whole(&whole("Huyện Cần Giờ", &[])).all(Lang::Vi), "toàn huyện");
        assert_eq!(of_whole(&whole("Thị xã Sơn Tây", &[])).all(Lang::En), "the town");
        assert_eq!(of_whole(&whole("Tô Hiệu", &[])).all(Lang::Vi), "toàn đơn vị");
    }

    #[test]
    fn a_kind_stands_in_for_a_name_without_the_word() {
        let mut area = whole("Bình Tiên", &[]);
        area.name = std::sync::Arc::new(AreaName { kind: Some(Kind::Ward), ..(*area.name).clone() });
        assert_eq!(of_whole(&area).all(Lang::Vi), "toàn phường");
    }

    #[test]
    fn parts_of_several_kinds_are_areas() {
        let wards = whole("Quận 6", &["Phường 1", "Phường 2"]);
        assert_eq!(of_parts(&wards).counted(Lang::Vi, 14), "14 phường");
        assert_eq!(of_parts(&wards).counted(Lang::En, 1), "1 ward");
        assert_eq!(of_parts(&whole("Huyện", &["Xã A", "Thị trấn B"])).many(Lang::Vi), "địa bàn");
        assert_eq!(of_parts(&whole("Quận 6", &[])).many(Lang::En), "areas");
    }
}
