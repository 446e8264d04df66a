//! What a heading says beyond the field that it fits: of another year, planned, supported. "Số hộ nghèo được vay vốn" has
//! the words of the poor households and is another figure.

use super::day::is_year;
use super::forms::{ColumnRule, forms, has_phrase};

/// Stands for a year that is that of the figures.
const OWN_YEAR: &str = "Y";

/// Does a heading say more than a rule knows? Of a rule of any form every word must be known; a form that its title names
/// has headings of many wordings, of which only what speaks of another matter counts.
pub fn says_more(rule: &ColumnRule, words: &str, (is_general, year): (bool, Option<i32>)) -> bool {
    if forms().headings.elsewhere.iter().any(|phrase| has_phrase(words, phrase)) {
        return true;
    }
    let is_start = rule.field.split('.').next_back() == Some("start");
    let is_own = |told: i32| year.is_some_and(|year| told == year || (is_start && told == year - 1));
    let Some(words) = of_the_year(words, is_own) else { return true };
    is_general && !unknown(rule, &words).is_empty()
}

/// The words with the year of the figures as [`OWN_YEAR`], without periods ("giai đoạn 2021-2025") and numbers of
/// decrees; none where there is another year.
fn of_the_year(words: &str, is_own: impl Fn(i32) -> bool) -> Option<String> {
    let words: Vec<&str> = words.split(' ').collect();
    let year = |at: usize| words.get(at).and_then(|word| word.parse::<i32>().ok()).filter(is_year);
    let is_decree =
        |at: usize| words.get(at + 1).is_some_and(|next| matches!(*next, "nd" | "qd" | "nq" | "tt" | "qh15"));
    let mut kept = Vec::new();
    for (at, word) in words.iter().copied().enumerate() {
        let is_of_period = year(at + 1).is_some() || (at > 0 && year(at - 1).is_some());
        match year(at) {
            None if word.bytes().all(|byte| byte.is_ascii_digit()) => {}
            None => kept.push(word),
            Some(_) if is_of_period || is_decree(at) => {}
            Some(told) if is_own(told) => kept.push(OWN_YEAR),
            Some(_) => return None,
        }
    }
    Some(kept.join(" "))
}

/// The words that neither the rule nor any heading knows.
fn unknown(rule: &ColumnRule, words: &str) -> String {
    let own =
        rule.heads.iter().flat_map(|heads| heads.split('|')).chain(rule.also.iter().map(String::as_str));
    let neutral = forms().headings.neutral.iter().map(String::as_str).chain(["nam Y", OWN_YEAR]);
    let mut phrases: Vec<&str> = own.chain(neutral).filter(|phrase| !phrase.is_empty()).collect();
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    let mut left = format!(" {words} ");
    for phrase in phrases {
        let phrase = format!(" {phrase} ");
        while left.contains(&phrase) {
            // A mark between: what stood apart makes no new phrase.
            left = left.replacen(&phrase, " | ", 1);
        }
    }
    left.split(' ').filter(|word| !matches!(*word, "" | "|")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::forms::words_of;
    use super::*;

    fn is_more(heading: &str) -> bool {
        let words = words_of(heading);
        let general = forms().columns.iter().filter(|rule| rule.fit(&words).is_some());
        let best =
            general.max_by_key(|rule| rule.fit(&words)).unwrap_or_else(|| panic!("{heading} fits none"));
        says_more(best, &words, (true, Some(2022)))
    }

    #[test]
    fn another_matter_is_no_count_of_the_poor() {
        for heading in [
            "Hộ nghèo năm 2021",
            "Kế hoạch hộ nghèo",
            "Chỉ tiêu hộ nghèo",
            "Số hộ nghèo dự kiến năm 2023",
            "Ước hộ nghèo",
            "Số hộ nghèo được vay vốn",
            "Hộ nghèo có thẻ BHYT",
            "Số hộ nghèo đã sửa nhà",
            "Hộ nghèo nhận tiền điện",
            "Tỷ lệ hộ nghèo năm trước",
            "Hộ nghèo có nhà tạm",
            "Số hộ nghèo do nữ làm chủ hộ",
            "Hộ nghèo nam",
            "Tổng số hộ dân có nước sạch",
            "Hộ nghèo cuối năm 2021",
        ] {
            assert!(is_more(heading), "{heading}");
        }
    }

    #[test]
    fn the_wordings_in_use_say_no_more() {
        for heading in [
            "Hộ nghèo",
            "Số hộ nghèo năm 2022",
            "Kết quả rà soát / Hộ nghèo / Số hộ",
            "Kết quả rà soát hộ nghèo theo chuẩn nghèo đa chiều giai đoạn 2022-2025 (NĐ 07/2021/NĐ-CP) / Số hộ",
            "Số hộ nghèo hiện có đến ngày 31/12/2022",
            "Hộ cận nghèo cuối năm / Tỷ lệ %",
            "Tổng số hộ dân cư trên địa bàn / Số hộ",
            "Tổng số hộ dân cư / Nhân khẩu",
            "Hộ nghèo đầu năm 2022",
            "Hộ nghèo đầu năm (31/12/2021)",
            "Hộ nông, lâm, ngư nghiệp có mức sống trung bình / Số hộ",
            "Hộ làm nông, lâm, ngư nghiệp có mức sống trung bình / Số hộ",
            "Hộ nghèo có thành viên là người có công với cách mạng",
            "Số hộ nghèo chính thức",
        ] {
            assert!(!is_more(heading), "{heading}");
        }
    }
}
