//! What a unit and its parts are called: "toàn quận", "14 phường". The first word of a name says it better than the
//! kind of the format, which has one word for quận, huyện and thị xã; where parts differ they are "địa bàn".

use crate::model::area::Area;
use crate::model::name::{AreaName, UnitKind};
use crate::text::{Lang, number};

/// The words for a kind of unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    vi: &'static str,
    one: &'static str,
    many: &'static str,
}

const fn words(vi: &'static str, one: &'static str, many: &'static str) -> Noun {
    Noun { vi, one, many }
}

const AREA: Noun = words("địa bàn", "area", "areas");
const UNIT: Noun = words("đơn vị", "unit", "units");
const REGION: Noun = words("vùng", "region", "regions");
const NATION: Noun = words("nước", "country", "countries");

/// The words with which Vietnamese names of units begin.
const NOUNS: [Noun; 16] = [
    REGION,
    words("tỉnh", "province", "provinces"),
    words("thành phố", "city", "cities"),
    words("thị xã", "town", "towns"),
    words("thị trấn", "township", "townships"),
    words("quận", "district", "districts"),
    words("huyện", "district", "districts"),
    words("phường", "ward", "wards"),
    words("xã", "commune", "communes"),
    words("đặc khu", "special zone", "special zones"),
    words("khu phố", "quarter", "quarters"),
    words("ấp", "hamlet", "hamlets"),
    words("thôn", "village", "villages"),
    words("bản", "village", "villages"),
    words("tổ dân phố", "group", "groups"),
    words("tổ", "group", "groups"),
];

impl Noun {
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
        format!("{} {word}", number::whole(lang, count))
    }

    /// All of it: "toàn quận", "the district"; of a nation "cả nước".
    pub fn all(self, lang: Lang) -> String {
        match lang {
            Lang::Vi if self == NATION => format!("cả {}", self.vi),
            Lang::Vi => format!("toàn {}", self.vi),
            Lang::En => format!("the {}", self.one),
        }
    }
}

/// A noun after its number, which English has in two forms: `("nhiệm vụ", "task")`.
pub fn noun_for(
    count: usize,
    vi: &'static str,
    [one, many]: [&'static str; 2],
) -> (&'static str, &'static str) {
    (vi, if count == 1 { one } else { many })
}

/// The verb after so many parts of something that have figures: `1 of 2 wards has figures`.
pub fn with(count: usize) -> (&'static str, &'static str) {
    noun_for(count, "có", ["has", "have"])
}

/// Programmes of support after their number.
pub fn programmes(count: usize) -> (&'static str, &'static str) {
    noun_for(count, "chính sách", ["programme", "programmes"])
}

/// Tasks after their number.
pub fn tasks(count: usize) -> (&'static str, &'static str) {
    noun_for(count, "nhiệm vụ", ["task", "tasks"])
}

/// The noun by which a name begins, else that of its kind. Accents count: "Tô Hiệu" is no "tổ".
pub(super) fn known_noun(name: &AreaName) -> Option<Noun> {
    // The names of thousands of parts are asked: most nouns are told apart by their first letter.
    let first = name.name.vi.chars().next().and_then(|letter| letter.to_lowercase().next());
    let begins = |noun: &&Noun| noun.vi.chars().next() == first && begins_with(&name.name.vi, noun.vi);
    let of_kind = || {
        let word = match name.kind? {
            UnitKind::Nation => return Some(NATION),
            UnitKind::Province => "tỉnh",
            UnitKind::District => "quận",
            UnitKind::Commune => "xã",
            UnitKind::Ward => "phường",
            UnitKind::SpecialZone => "đặc khu",
            UnitKind::Quarter => "khu phố",
            UnitKind::Other => return None,
        };
        NOUNS.iter().copied().find(|noun| noun.vi == word)
    };
    // A nation's own name may begin like a village's: "Bản …".
    let named = NOUNS.iter().find(begins).copied().filter(|_| name.kind != Some(UnitKind::Nation));
    named.or_else(of_kind)
}

/// Does a name begin with a word, in letters of either size?
fn begins_with(name: &str, word: &str) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    word.chars().all(|letter| letters.next() == Some(letter)) && letters.next() == Some(' ')
}

/// The noun of a unit.
pub fn noun(name: &AreaName) -> Noun {
    known_noun(name).unwrap_or(UNIT)
}

/// All of a unit inside a sentence: "toàn quận", "the district"; of one without such a word "của Khu vực nông thôn".
pub fn all_of(lang: Lang, name: &AreaName) -> String {
    let named = || {
        let name = lang.wording(&name.name);
        lang.pick(&format!("của {name}"), name).to_owned()
    };
    known_noun(name).map_or_else(named, |noun| noun.all(lang))
}

/// The noun of several areas: theirs, when all are of one kind.
pub fn noun_of_all<'a>(names: impl IntoIterator<Item = &'a AreaName>) -> Noun {
    let mut names = names.into_iter();
    let Some((first, noun)) = names.next().and_then(|first| Some((first, known_noun(first)?))) else {
        return AREA;
    };
    // Of thousands nearly all begin with the letters of the first.
    let beginning = beginning_alone(first, noun);
    let begins_alike = |name: &AreaName| {
        name.kind != Some(UnitKind::Nation)
            && beginning.is_some_and(|letters| name.name.vi.starts_with(letters))
    };
    let is_same = |name: &AreaName| begins_alike(name) || known_noun(name) == Some(noun);
    if names.all(is_same) { noun } else { AREA }
}

/// The letters and the blank with which a name begins, where they are its noun and the beginning of no longer one.
fn beginning_alone(name: &AreaName, noun: Noun) -> Option<&str> {
    let is_longer = |other: &Noun| other.vi.strip_prefix(noun.vi).is_some_and(|rest| rest.starts_with(' '));
    let (blank, _) = name.name.vi.char_indices().nth(noun.vi.chars().count())?;
    let is_told = begins_with(&name.name.vi, noun.vi) && !NOUNS.iter().any(is_longer);
    is_told.then(|| name.name.vi.get(..=blank)).flatten()
}

/// The noun of the parts of a whole.
pub fn noun_of_parts(whole: &Area) -> Noun {
    noun_within(&whole.name, whole.areas.iter().map(|area| &*area.name))
}

/// The same by the names of the whole and of its parts.
pub fn noun_within<'a>(
    whole: &AreaName,
    parts: impl IntoIterator<Item = &'a AreaName, IntoIter: Clone>,
) -> Noun {
    let mut parts = parts.into_iter();
    let noun = noun_of_all(parts.clone());
    // The parts of a nation that are no provinces are its regions, whatever their names begin with.
    let is_of_nation = whole.kind == Some(UnitKind::Nation) && noun == AREA;
    let has_parts = parts.clone().next().is_some();
    let is_region = |name: &AreaName| known_noun(name).is_none_or(|noun| noun == REGION);
    if is_of_nation && has_parts && parts.all(is_region) { REGION } else { noun }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build;
    use crate::model::remembered::Remembered;
    use crate::model::words::Text;

    fn name(name: &str, kind: Option<UnitKind>) -> AreaName {
        AreaName {
            name: Text::vi(name),
            code: None,
            kind,
            folded: name.to_lowercase(),
            place: Remembered::default(),
        }
    }

    fn whole(name: &str, parts: &[&str]) -> Area {
        let origin = build::origin("2022-12-31");
        let mut area = build::area(name, &origin);
        area.areas = parts.iter().map(|part| build::area(part, &origin)).collect();
        area
    }

    #[test]
    fn the_name_says_what_a_unit_is() {
        assert_eq!(noun(&name("Quận 6", Some(UnitKind::District))).all(Lang::Vi), "toàn quận");
        assert_eq!(noun(&name("Huyện Cần Giờ", None)).all(Lang::Vi), "toàn huyện");
        assert_eq!(noun(&name("Huyện Củ Chi", Some(UnitKind::District))).all(Lang::Vi), "toàn huyện");
        assert_eq!(noun(&name("Thị xã Sơn Tây", None)).all(Lang::En), "the town");
        assert_eq!(noun(&name("Tô Hiệu", None)).all(Lang::Vi), "toàn đơn vị");
    }

    #[test]
    fn a_kind_stands_in_for_a_name_without_the_word() {
        assert_eq!(noun(&name("Bình Tiên", Some(UnitKind::Ward))).all(Lang::Vi), "toàn phường");
        assert_eq!(noun(&name("Xã Bình Lợi", Some(UnitKind::Commune))).all(Lang::En), "the commune");
    }

    #[test]
    fn parts_of_several_kinds_are_areas() {
        let wards = whole("Quận 6", &["Phường 1", "Phường 2"]);
        assert_eq!(noun_of_parts(&wards).counted(Lang::Vi, 14), "14 phường");
        assert_eq!(noun_of_parts(&wards).counted(Lang::En, 1), "1 ward");
        assert_eq!(noun_of_parts(&whole("Huyện", &["Xã A", "Thị trấn B"])).many(Lang::Vi), "địa bàn");
        assert_eq!(noun_of_parts(&whole("Quận 6", &[])).many(Lang::En), "areas");
        let mixed = [name("Phường 1", None), name("Bình Phú", Some(UnitKind::Ward))];
        assert_eq!(noun_of_all(&mixed).many(Lang::En), "wards");
        assert_eq!(noun_of_all(&[name("Nhóm A", None)]).many(Lang::En), "areas");
    }

    /// A tab once said "toàn quốc" and "14 bản" where the checks said "cả nước" and "14 địa bàn".
    #[test]
    fn a_nation_and_its_villages_have_one_name_each() {
        let nation = name("Việt Nam", Some(UnitKind::Nation));
        assert_eq!([Lang::Vi, Lang::En].map(|lang| noun(&nation).all(lang)), ["cả nước", "the country"]);
        let villages = ["Bản Mường", "Bản Lác"].map(|text| name(text, None));
        assert_eq!(noun_of_all(&villages).counted(Lang::Vi, 14), "14 bản");
    }

    /// By the letters that two names share as by a look at each.
    #[test]
    fn names_that_begin_alike_are_of_one_kind() {
        let texts =
            ["Tổ 1", "tổ 2", "Tổ dân phố 1", "Khu phố 1", "Xã A", "XÃ B", "Xã", "Xãi", "Bản A", "Tô Hiệu"];
        let kinds = [None, Some(UnitKind::Nation), Some(UnitKind::Commune), Some(UnitKind::Other)];
        let names: Vec<AreaName> = texts.iter().flat_map(|text| kinds.map(|kind| name(text, kind))).collect();
        for (one, other) in names.iter().flat_map(|one| names.iter().map(move |other| (one, other))) {
            let same = known_noun(one).filter(|noun| known_noun(other) == Some(*noun));
            assert_eq!(noun_of_all([one, other]), same.unwrap_or(AREA), "{one:?} {other:?}");
        }
    }
}
