//! Names of units as they stand inside a sentence.

use super::what::{households_of, lowered};
use crate::model::measure::Group;
use crate::model::words::Text;
use crate::text::Lang;

/// The kinds whose word is small inside a sentence; quận, phường and cities stay as the file writes them.
const SMALL_KINDS: [&str; 8] = ["Các", "Cả nước", "Vùng", "Tỉnh", "Huyện", "Xã", "Thị xã", "Thị trấn"];

/// A unit's name inside a sentence: `tỉnh Bình Thuận`. Before a number every kind keeps its capital; so does a Vietnamese
/// name in an English sentence, which is one name there: "Huyện Rà Soát has".
pub fn unit_inside(lang: Lang, name: &Text) -> String {
    let name = lang.wording(name);
    let is_numbered = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let begins = |kind: &str| {
        name.strip_prefix(kind)
            .is_some_and(|rest| (rest.is_empty() || rest.starts_with(' ')) && !is_numbered(rest))
    };
    let is_small = lang == Lang::Vi && SMALL_KINDS.iter().any(|kind| begins(kind));
    if is_small { lowered(name) } else { name.to_owned() }
}

/// A part of a group inside a sentence: `hộ nghèo dân tộc thiểu số`; one whose name is no kind of household in brackets.
pub fn group_part(lang: Lang, group: Group, part: &Text) -> String {
    let ((vi, en), name) = (households_of(group), lang.wording(part));
    let of = lang.pick(vi, en);
    let kind = match lang {
        Lang::Vi => name.strip_prefix("Hộ ").or(name.strip_prefix("hộ ")),
        Lang::En => name.strip_suffix(" households"),
    };
    match (lang, kind) {
        (_, None) => format!("{of} ({})", name_inside(lang, part)),
        (Lang::Vi, Some(kind)) => format!("{of} {kind}"),
        (Lang::En, Some(_)) => {
            let name = name_inside(lang, part);
            format!("{} {of}", name.strip_suffix(" households").unwrap_or(&name))
        }
    }
}

/// A name of a file inside a sentence: its first letter small, unless its first word is a name of its own. In English
/// that is seen by its capital inside the Vietnamese name: "Khmer households" beside "Hộ Khmer".
pub fn name_inside(lang: Lang, name: &Text) -> String {
    let own = lang.wording(name);
    let first = own.split(' ').next().unwrap_or_default();
    let is_somebody = lang == Lang::En
        && name.en.is_some()
        && first.starts_with(char::is_uppercase)
        && name.vi.split([' ', '(', '/']).skip(1).any(|word| word == first);
    if is_somebody { own.to_owned() } else { super::what::small(own) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "khmer households" would take a people for a kind.
    #[test]
    fn a_proper_name_keeps_its_capital_inside_a_sentence() {
        let text = |vi: &str, en: &str| Text { vi: vi.into(), en: Some(en.into()) };
        let table = [
            (text("Hộ Khmer", "Khmer households"), "Khmer poor households"),
            (text("Hộ dân tộc thiểu số", "Ethnic minority households"), "ethnic minority poor households"),
            (text("Chủ hộ là nữ", "Headed by women"), "poor households (headed by women)"),
            (text("Dân tộc Khmer", "Khmer people"), "poor households (Khmer people)"),
        ];
        for (part, inside) in table {
            assert_eq!(group_part(Lang::En, Group::Poor, &part), inside);
        }
        assert_eq!(group_part(Lang::Vi, Group::Poor, &Text::vi("Hộ Khmer")), "hộ nghèo Khmer");
        assert_eq!(name_inside(Lang::En, &text("Cho vay", "Loans")), "loans");
    }

    #[test]
    fn kinds_of_units_are_small_inside_a_sentence_but_not_before_numbers_or_as_cities() {
        let table = [
            ("Tỉnh Bình Thuận", "tỉnh Bình Thuận"),
            ("Cả nước", "cả nước"),
            ("Vùng Tây Nguyên", "vùng Tây Nguyên"),
            ("Thị trấn Hòa Bình", "thị trấn Hòa Bình"),
            ("Thị xã Sơn Tây", "thị xã Sơn Tây"),
            ("Xã 3", "Xã 3"),
            ("Quận 6", "Quận 6"),
            ("Phường Bình Tiên", "Phường Bình Tiên"),
            ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
            ("Xãm Lớn", "Xãm Lớn"),
        ];
        for (name, inside) in table {
            assert_eq!(unit_inside(Lang::Vi, &Text::vi(name)), inside);
        }
        // A file without English names has its own in both languages.
        assert_eq!(unit_inside(Lang::En, &Text::vi("Tỉnh Hà Tĩnh")), "Tỉnh Hà Tĩnh");
        assert_eq!(unit_inside(Lang::Vi, &Text::vi("Các huyện miền núi")), "các huyện miền núi");
        let both = Text { vi: "Tỉnh A".into(), en: Some("Province A".into()) };
        assert_eq!(unit_inside(Lang::En, &both), "Province A");
    }
}
