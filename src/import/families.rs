//! Names of families, by which somebody is known among the names of hamlets: of larger places many are called after people
//! with their whole names.

use std::collections::BTreeSet;

/// Names of families, by what their words are besides.
const FAMILIES: [(Family, &[&str]); 5] = [
    (Family::InNoPlace, &["nguyễn", "trần", "phạm", "huỳnh"]),
    (Family::EndsPlaces, &["lê", "võ", "vũ", "đặng", "bùi", "đỗ", "ngô", "phan", "trương", "đoàn"]),
    (
        Family::LikeHeadings,
        &[
            "hồ", "dương", "lý", "đinh", "lâm", "lương", "hà", "mai", "tô", "tạ", "trịnh", "đào", "châu",
            "lò", "mã", "nông", "bế", "hứa", "chu", "kim", "thạch", "sơn",
        ],
    ),
    (Family::BeginsPlaces, &["cao", "thái"]),
    (
        Family::Other,
        &[
            "hoàng", "lường", "quàng", "tòng", "cầm", "vàng", "giàng", "sùng", "thào", "vừ", "hạng", "lầu",
            "mùa", "cứ", "ly", "chảo", "tẩn", "lù", "triệu", "đàm", "ma", "bàn", "phùng", "lục", "vi", "lữ",
            "xồng", "lang", "danh", "y", "h", "ksor", "rơ", "siu", "rah", "kpă", "nay", "rcom", "điểu",
        ],
    ),
];

/// What the name of a family is besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Within the name of a place it is somebody's.
    InNoPlace,
    /// It ends names of places too ("Tân Ngô"), but stands within none.
    EndsPlaces,
    /// Without its accents it is a word of headings.
    LikeHeadings,
    /// The same, and hamlets begin with it as often as people do.
    BeginsPlaces,
    /// Nothing else.
    Other,
}

/// Is that, in small letters, such a name?
pub fn is(word: &str, family: Family) -> bool {
    FAMILIES.iter().any(|(known, names)| *known == family && names.contains(&word))
}
/// Is that, in small letters, the name of a family, and none that hamlets begin with as often?
pub fn is_one(word: &str) -> bool {
    FAMILIES.iter().any(|(known, names)| *known != Family::BeginsPlaces && names.contains(&word))
}

/// Is a name of several words one that people are called by: its first word a family's, each with a capital?
pub fn is_called(name: &str, least: usize) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_word = |word: &&str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '\'')
    };
    let family = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
    (least..=5).contains(&words.len()) && words.iter().all(is_word) && is_one(&family)
}

/// Are these names of a family, one between and one given, where hamlets are named?
pub fn are_whole(names: &BTreeSet<&str>) -> bool {
    names.iter().any(|name| is_called(name, 3))
}

/// Is each of several names that of somebody of one family or another?
pub fn are_all(names: &BTreeSet<&str>) -> bool {
    let family = |name: &&str| name.split_whitespace().next().map(str::to_lowercase);
    let families: BTreeSet<Option<String>> = names.iter().map(family).collect();
    names.iter().all(|name| is_called(name, 2)) && families.len() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hamlets_are_told_from_people() {
        let set = |names: &[&'static str]| names.iter().copied().collect::<BTreeSet<&str>>();
        assert!(are_whole(&set(&["Đông", "Giàng A Páo"])) && are_whole(&set(&["Y CANARY NIÊ"])));
        assert!(!are_whole(&set(&["Lê Lợi", "Hà Lâm", "Pá Hốc Dưới", "Tân Lập", "Nà Tấu 2"])));
        assert!(are_all(&set(&["Lê Páo", "Lò Lan", "Hà Anh"])));
        assert!(
            !are_all(&set(&["Hà Lâm", "Hà Phong", "Hà Trung"]))
                && !are_all(&set(&["Lê Lợi", "Đông", "Lò Gạch"]))
        );
    }
}
