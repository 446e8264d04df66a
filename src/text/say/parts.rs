//! What the parts of a unit are called, and the unit above them: "14 phường", "toàn quận".

use crate::model::name::{AreaName, Kind};
use crate::text::Lang;

/// A kind of unit: how names of it begin, what it is called, and many of it in English.
struct Noun {
    vi: &'static str,
    en: &'static str,
    many: &'static str,
}

const fn noun(vi: &'static str, en: &'static str, many: &'static str) -> Noun {
    Noun { vi, en, many }
}

const NOUNS: [Noun; 12] = [
    noun("phường", "ward", "wards"),
    noun("xã", "commune", "communes"),
    noun("thị trấn", "township", "townships"),
    noun("thị xã", "town", "towns"),
    noun("quận", "district", "districts"),
    noun("huyện", "district", "districts"),
    noun("thành phố", "city", "cities"),
    noun("tỉnh", "province", "provinces"),
    noun("đặc khu", "special zone", "special zones"),
    noun("khu phố", "quarter", "quarters"),
    noun("ấp", "hamlet", "hamlets"),
    noun("thôn", "village", "villages"),
];

/// By its name where that begins with the word, else by its kind; none for a kind of its own.
fn of(name: &AreaName) -> Option<&'static Noun> {
    let lower = name.name.vi.to_lowercase();
    let begins = |noun: &&Noun| lower.strip_prefix(noun.vi).is_some_and(|rest| rest.starts_with(' '));
    let by_name = NOUNS.iter().find(begins);
    let by_kind = || {
        let word = match name.kind? {
            Kind::Ward => "phường",
            Kind::Commune => "xã",
            Kind::District => "quận",
            Kind::Province => "tỉnh",
            Kind::SpecialZone => "đặc khu",
            Kind::Quarter => "khu phố",
            Kind::Nation | Kind::Other => return None,
        };
        NOUNS.iter().find(|noun| noun.vi == word)
    };
    by_name.or_else(by_kind)
}

/// What these areas are called together: "phường"; "địa bàn" where they are of several kinds, or of none.
pub fn called<'a>(lang: Lang, names: impl IntoIterator<Item = &'a AreaName>) -> &'static str {
    let mut nouns = names.into_iter().map(of);
    let first = nouns.next().flatten();
    match first.filter(|first| nouns.all(|noun| noun.is_some_and(|n| n.vi == first.vi))) {
        Some(noun) => lang.pick(noun.vi, noun.many),
        None => lang.pick("địa bàn", "areas"),
    }
}

/// The unit as the whole of its parts: "toàn quận".
pub fn whole(lang: Lang, name: &AreaName) -> String {
    match (lang, of(name)) {
        (Lang::Vi, Some(noun)) => format!("toàn {}", noun.vi),
        (Lang::En, Some(noun)) => format!("the {}", noun.en),
        (Lang::Vi, None) if name.kind == Some(Kind::Nation) => "cả nước".to_owned(),
        (Lang::En, None) if name.kind == Some(Kind::Nation) => "the nation".to_owned(),
        (Lang::Vi, None) => "toàn đơn vị".to_owned(),
        (Lang::En, None) => "the whole".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::Text;

    fn area(name: &str, kind: Option<Kind>) -> AreaName {
        AreaName { name: Text::vi(name), code: None, kind, folded: name.to_lowercase() }
    }

    #[test]
    fn areas_are_called_by_their_names_and_else_by_their_kind() {
        let wards = [area("Phường 1", None), area("Bình Phú", Some(Kind::Ward))];
        assert_eq!(called(Lang::Vi, &wards), "phường");
        assert_eq!(called(Lang::En, &wards), "wards");
        let mixed = [area("Phường 1", None), area("Xã Tân Tạo", None)];
        assert_eq!(called(Lang::Vi, &mixed), "địa bàn");
        assert_eq!(called(Lang::En, &[area("Nhóm A", None)]), "areas");
    }

    #[test]
    fn the_whole_is_called_by_its_kind() {
        assert_eq!(whole(Lang::Vi, &area("Quận 6", Some(Kind::District))), "toàn quận");
        assert_eq!(whole(Lang::Vi, &area("Huyện Củ Chi", Some(Kind::District))), "toàn huyện");
        assert_eq!(whole(Lang::En, &area("Xã Bình Lợi", Some(Kind::Commune))), "the commune");
        assert_eq!(whole(Lang::Vi, &area("Việt Nam", Some(Kind::Nation))), "cả nước");
    }
}
