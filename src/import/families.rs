//! Names of families, by which somebody is known among the names of hamlets: of larger places many are called after people
//! with their whole names.

use std::collections::BTreeSet;

/// Names of families of the larger peoples. Those that hamlets begin with as often are none of them.
const FAMILIES: [&str; 75] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
    "dương", "lý", "đinh", "lâm", "lương", "hà", "mai", "tô", "tạ", "trịnh", "đào", "châu", "lò", "mã",
    "nông", "bế", "hứa", "chu", "kim", "thạch", "sơn", "trương", "đoàn", "lường", "quàng", "tòng", "cầm",
    "vàng", "giàng", "sùng", "thào", "vừ", "hạng", "lầu", "mùa", "cứ", "ly", "chảo", "tẩn", "lù", "triệu",
    "đàm", "ma", "bàn", "phùng", "lục", "vi", "lữ", "xồng", "lang", "danh", "y", "h", "ksor", "rơ", "siu",
    "rah", "kpă", "nay", "rcom", "điểu",
];

/// Is that, in small letters, one of them?
pub fn is_one(word: &str) -> bool {
    FAMILIES.contains(&word)
}

/// Is a name of several words one that people are called by: its first word a family's, each with a capital?
pub fn is_called(name: &str, least: usize) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_word = |word: &&str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '\'')
    };
    let family = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
    (least..=5).contains(&words.len()) && words.iter().all(is_word) && FAMILIES.contains(&&*family)
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
