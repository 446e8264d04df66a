//! What a cell says of a household besides its kind: "Hộ nghèo không có khả năng lao động", "Hộ nghèo DTTS", "Nghèo thu
//! nhập". Where the format has a field for that it counts there too.

use super::super::forms::has_phrase;
use super::class::{self, Class, Kind};
use super::says::{MINORITIES, NO_LABOUR, POLICY_FAMILIES};

/// What a kind is told with, the longer phrases first, and the field for it.
const PHRASES: [(&str, Option<&str>); 32] = [
    ("co thanh vien la nguoi co cong voi cach mang", Some(POLICY_FAMILIES)),
    ("co thanh vien la nguoi co cong", Some(POLICY_FAMILIES)),
    ("chinh sach nguoi co cong", Some(POLICY_FAMILIES)),
    ("nguoi co cong voi cach mang", Some(POLICY_FAMILIES)),
    ("nguoi co cong", Some(POLICY_FAMILIES)),
    ("co cong", Some(POLICY_FAMILIES)),
    ("ncc", Some(POLICY_FAMILIES)),
    ("khong con kha nang lao dong", Some(NO_LABOUR)),
    ("khong co kha nang lao dong", Some(NO_LABOUR)),
    ("khong kha nang lao dong", Some(NO_LABOUR)),
    ("mat kha nang lao dong", Some(NO_LABOUR)),
    ("khong co knld", Some(NO_LABOUR)),
    ("kcknld", Some(NO_LABOUR)),
    ("la dan toc thieu so", Some(MINORITIES)),
    ("dan toc thieu so", Some(MINORITIES)),
    ("dtts", Some(MINORITIES)),
    ("thuoc dien bao tro xa hoi", None),
    ("chinh sach bao tro xa hoi", None),
    ("doi tuong bao tro xa hoi", None),
    ("bao tro xa hoi", None),
    ("doi tuong btxh", None),
    ("btxh", None),
    ("theo tieu chi thu nhap", None),
    ("ve thu nhap", None),
    ("thu nhap", None),
    ("thieu hut da chieu", None),
    ("thieu hut", None),
    ("chinh sach", None),
    ("khu vuc 1", None),
    ("khu vuc 2", None),
    ("kv1", None),
    ("kv2", None),
];

/// What the words of one cell say: a kind, and fields for what else they say.
pub fn of_one(words: &str) -> (Class, Vec<&'static str>) {
    let plain = class::of_one(if words == "can" { "can ngheo" } else { words });
    if plain != Class::Unknown {
        return (plain, Vec::new());
    }
    if is_above(words) {
        return (Class::Neither, Vec::new());
    }
    let (rest, paths) = parted(words);
    match class::of_one(&rest) {
        class @ Class::Kind(Kind::In(_), _) if !has_phrase(&rest, "khong") => (class, paths),
        _ => (Class::Unknown, Vec::new()),
    }
}

/// The words without what is told besides, and the fields for that.
pub fn parted(words: &str) -> (String, Vec<&'static str>) {
    let mut rest = format!(" {words} ");
    let mut paths = Vec::new();
    for (phrase, path) in PHRASES {
        let phrase = format!(" {phrase} ");
        if rest.contains(&phrase) {
            paths.extend(path);
            rest = rest.replace(&phrase, " ");
        }
    }
    paths.dedup();
    (rest.split_whitespace().collect::<Vec<_>>().join(" "), paths)
}

/// "Hộ có mức sống trung bình", "Khá": above both groups.
fn is_above(words: &str) -> bool {
    let words = words.strip_prefix("ho ").unwrap_or(words);
    let above = ["trung binh", "kha", "kha gia", "giau"];
    above.contains(&words) || (has_phrase(words, "muc song trung binh") && !has_phrase(words, "ngheo"))
}

#[cfg(test)]
mod tests {
    use super::super::super::forms::words_of;
    use super::*;

    #[test]
    fn a_kind_may_be_told_with_what_else_a_household_is() {
        let poor = Class::Kind(Kind::In("poor"), None);
        let near = Class::Kind(Kind::In("near_poor"), None);
        for (text, class, paths) in [
            ("Hộ nghèo không có khả năng lao động", poor, &[NO_LABOUR][..]),
            ("Hộ cận nghèo (không có khả năng lao động)", near, &[NO_LABOUR]),
            ("Hộ nghèo DTTS", poor, &[MINORITIES]),
            ("Hộ nghèo là dân tộc thiểu số", poor, &[MINORITIES]),
            ("Hộ nghèo, có công", poor, &[POLICY_FAMILIES]),
            ("Hộ nghèo DTTS, không có khả năng lao động", poor, &[NO_LABOUR, MINORITIES]),
            ("Nghèo thu nhập", poor, &[]),
            ("Hộ nghèo về thu nhập", poor, &[]),
            ("Hộ nghèo thiếu hụt", poor, &[]),
            ("Hộ nghèo BTXH", poor, &[]),
            ("Nghèo KV1", poor, &[]),
            ("Cận", near, &[]),
            ("Hộ có mức sống trung bình", Class::Neither, &[]),
            ("Khá", Class::Neither, &[]),
            ("Hộ nghèo không thuộc diện BTXH", Class::Unknown, &[]),
            ("Hộ không nghèo thu nhập", Class::Unknown, &[]),
            ("Thoát nghèo thu nhập", Class::Unknown, &[]),
            ("DTTS", Class::Unknown, &[]),
            ("Hộ nghèo 2", Class::Unknown, &[]),
            ("Hộ nghèo neo đơn", Class::Unknown, &[]),
        ] {
            assert_eq!(of_one(&words_of(text)), (class, paths.to_vec()), "{text}");
        }
    }
}
