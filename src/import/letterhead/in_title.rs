//! Units that the title of a form or a list names among its other words.

use super::super::forms::words_of;
use super::super::people::is_of_people;
use super::super::unit::written;
use super::{Named, begins, begins_with_a_kind, is_name, is_title, levels, words_of_kind};

/// The units that the title of a form names, the outermost first.
pub(super) fn of_title(title: &[String]) -> Vec<Named> {
    let lines = title.iter().filter(|line| is_title(line)).map(|line| in_title(line));
    by_level(lines.into_iter().find(|named| !named.is_empty()).unwrap_or_default())
}

/// Units by how far down they stand; of two side by side a form is of neither.
pub(super) fn by_level(mut found: Vec<Named>) -> Vec<Named> {
    // "Thành phố Thủ Đức, Thành phố Hồ Chí Minh": the one within the other stands first.
    let cities: Vec<usize> = (0..found.len()).filter(|at| found[*at].level == Some(1)).collect();
    if let [first, _] = cities[..] {
        found[first].level = Some(2);
    }
    let is_alone = |named: &&Named| found.iter().filter(|other| other.level == named.level).count() == 1;
    let mut alone: Vec<Named> = found.iter().filter(is_alone).cloned().collect();
    alone.sort_by_key(|named| named.level);
    alone
}

/// The units that a line of a title names, which may name people besides: of what may be somebody's nothing is given.
pub fn in_list_title(line: &str) -> Vec<String> {
    let is_short = |named: &Named| {
        let words: Vec<&str> = named.name.split(' ').collect();
        let own = words.iter().skip(words_of_kind(&named.name) + 1);
        words.len() <= words_of_kind(&named.name) + 3 && !own.into_iter().any(|word| is_of_people(word))
    };
    in_title(line).into_iter().filter(is_short).map(|named| written(&named.name)).collect()
}

/// The units that a line of a title names: "HỘ NGHÈO TRÊN ĐỊA BÀN QUẬN 6 NĂM 2023".
pub(super) fn in_title(line: &str) -> Vec<Named> {
    const ENDS: [&str; 24] = [
        "năm", "quý", "tháng", "đến", "tính", "giai", "cuối", "đầu", "sau", "theo", "và", "các", "có", "là",
        "thuộc", "trên", "của", "kế", "được", "ngày", "trong", "từ", "do", "gồm",
    ];
    // Many of them, or what kind they are of.
    const MANY: [&str; 6] = ["các", "cấp", "mỗi", "từng", "những", "số"];
    const NO_NAME: [&str; 9] = [
        "nông thôn",
        "đặc biệt",
        "khu vực",
        "bãi ngang",
        "miền núi",
        "an toàn",
        "biên giới",
        "vùng",
        "nghèo",
    ];
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_end = |at: usize| {
        ENDS.iter().any(|end| begins(&words, at, end))
            || begins_with_a_kind(&words, at)
            || words[at].starts_with(['(', '-', '–'])
    };
    let named = |at: usize| {
        let (kind, level) = levels().find(|(kind, _)| begins(&words, at, kind))?;
        let first = at + kind.split(' ').count();
        let is_many = at > 0 && MANY.iter().any(|many| begins(&words, at - 1, many));
        let is_named = first < words.len() && !NO_NAME.iter().any(|kind| begins(&words, first, kind));
        if (words[first - 1].ends_with([',', '.', ';', ':', ')']) && kind != "tp") || is_many || !is_named {
            return None;
        }
        let mut name: Vec<&str> = words[at..first].to_vec();
        for next in first..words.len() {
            if is_end(next) {
                break;
            }
            // What nothing ends is no name.
            if next == first + 4 {
                return None;
            }
            name.push(words[next].trim_end_matches([',', '.', ';', ':', ')']));
            let is_number = words[next].starts_with(|c: char| c.is_ascii_digit());
            if is_number || name.last() != words.get(next) {
                break;
            }
        }
        let name = name.join(" ");
        let is_shown = words.get(first)?.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let is_of_standard = words[..at].iter().rev().take(3).any(|word| words_of(word) == "chuan");
        let is_whole = words_of(&name) != words_of(kind) && is_name(&name);
        (is_shown && is_whole && !is_of_standard).then_some(Named { name, level: Some(level) })
    };
    (0..words.len()).filter_map(named).collect()
}
