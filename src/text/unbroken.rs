//! Where a line may not break: a number stays with its unit after it, and with what qualifies or is named by it before
//! it: "hơn 3 tỷ", "46* hộ/tháng", "giữ ở 0", "từ 64.808 đến 65.102", "Phường 9".

/// Words that go on a unit begun before them: "hơn 3 tỷ đồng", "0,69 điểm phần trăm".
const UNITS: [(&str, &[&str]); 16] = [
    ("tỷ", &["đồng"]),
    ("triệu", &["đồng"]),
    ("nghìn", &["đồng"]),
    ("điểm", &["phần", "%"]),
    ("phần", &["trăm"]),
    ("giữ", &["ở"]),
    ("lượt", &["hộ"]),
    ("percentage", &["point"]),
    ("billion", &["VND"]),
    // "46* a month", "46 households a month", "ước khoảng −0,18*", "ít nhất 3".
    ("a", &["month", "year", "quarter"]),
    ("households", &["a"]),
    ("ước", &["khoảng", "gần", "hơn", "dưới"]),
    ("est.", &["about", "nearly", "over", "under"]),
    ("ít", &["nhất"]),
    ("tối", &["đa", "thiểu"]),
    ("at", &["least", "most"]),
];

/// Signs that stand before the number they are about.
const SIGNS: [&str; 7] = ["+", "−", "=", "÷", "×", "→", "≈"];

/// Words before a number that say nothing without it: qualifiers, ends of a range, what is named by a number.
const BEFORE: [&str; 55] = [
    "ước",
    "est.",
    "thiểu",
    "hơn",
    "gần",
    "khoảng",
    "dưới",
    "trên",
    "nhất",
    "đa",
    "ở",
    "từ",
    "đến",
    "còn",
    "chỉ",
    "phường",
    "quận",
    "phố",
    "xã",
    "thôn",
    "ấp",
    "bản",
    "tổ",
    "tháng",
    "quý",
    "năm",
    "mục",
    "phím",
    "mã",
    "over",
    "nearly",
    "about",
    "under",
    "least",
    "most",
    "at",
    "to",
    "from",
    "only",
    "khu",
    "khóm",
    "phum",
    "buôn",
    "làng",
    "trấn",
    "ward",
    "commune",
    "township",
    "village",
    "district",
    "quarter",
    "hamlet",
    "key",
    "code",
    "section",
];

/// Words after a number that go on with the sentence: they are no unit of it.
const NO_UNITS: [&str; 16] =
    ["và", "còn", "là", "trong", "từ", "để", "so", "and", "of", "on", "in", "with", "are", "is", "to", "by"];

/// May a line not break between these two words?
pub fn holds(before: &str, after: &str) -> bool {
    let goes_on = |(unit, rest): &(&str, &[&str])| {
        *unit == before.trim_start_matches('(') && rest.iter().any(|r| after.starts_with(r))
    };
    if is_number(after) {
        // A day is long and stands alone.
        let is_open = BEFORE.contains(&before.trim_start_matches('(').to_lowercase().as_str());
        return (is_open && !after.contains('/')) || SIGNS.contains(&before);
    }
    let is_counted = is_number(before.trim_start_matches(['(', '"'])) && !is_day_or_year(before);
    let is_unit = after.starts_with(char::is_alphabetic) && !NO_UNITS.contains(&after);
    let is_unit = is_unit || after.starts_with('%') || after == "→";
    // A mark of a bar and the word for it.
    let is_mark = ["┃", "│"].contains(&before);
    is_mark
        || (is_counted
            && is_unit
            && !before.trim_end_matches('*').ends_with([',', '.', ';', ':', ')', '"', '%']))
        || UNITS.iter().any(goes_on)
}

/// A blank at which no line breaks.
pub const NO_BREAK: char = '\u{a0}';

/// The parts of a text with such blanks where a line may not break, also between a number and what follows it in another
/// part.
pub fn hold(parts: &[&str]) -> Vec<String> {
    let whole = parts.concat();
    let words: Vec<&str> = whole.split(' ').collect();
    let holds = words.windows(2).map(|pair| holds(pair[0], pair[1]));
    let mut blanks = holds.map(|holds| if holds { NO_BREAK } else { ' ' });
    let mut held = |letter| if letter == ' ' { blanks.next().unwrap_or(letter) } else { letter };
    parts.iter().map(|part| part.chars().map(&mut held).collect()).collect()
}

/// Does a text that ends with this word lack the number that it is about: a word that qualifies one, a sign before one?
pub fn is_open(word: &str) -> bool {
    const QUALIFIERS: [&str; 10] =
        ["ước", "hơn", "gần", "khoảng", "dưới", "est.", "over", "nearly", "about", "under"];
    QUALIFIERS.contains(&word.trim_start_matches('(')) || SIGNS.contains(&word)
}

/// "1.429", "−160*", "64.808-65.102" …
fn is_number(word: &str) -> bool {
    word.trim_start_matches(['+', '−', '-', '≈', '<', '>'])
        .starts_with(|letter: char| letter.is_ascii_digit())
}

/// A date, or a year without the mark of thousands: what follows it is no unit of it.
fn is_day_or_year(word: &str) -> bool {
    let word = word.trim_matches(|letter: char| !letter.is_ascii_digit());
    word.contains('/') || (word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of a text between which a line may break.
    fn parts(text: &str) -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        let mut last = "";
        for word in text.split(' ') {
            match parts.last_mut() {
                Some(part) if holds(last, word) => part.extend([" ", word]),
                _ => parts.push(word.to_owned()),
            }
            last = word;
        }
        parts
    }

    #[test]
    fn a_number_stays_with_the_words_around_it() {
        assert_eq!(parts("Phường 9 tăng"), ["Phường 9 tăng"]);
        assert_eq!(parts("bình quân 46* hộ/tháng, còn"), ["bình", "quân", "46* hộ/tháng,", "còn"]);
        assert_eq!(parts("là hơn 3 tỷ đồng cả năm"), ["là", "hơn 3 tỷ đồng", "cả", "năm"]);
        assert_eq!(parts("bảo đảm giữ ở 0; còn"), ["bảo", "đảm", "giữ ở 0;", "còn"]);
        assert_eq!(parts("từ 64.808 đến 65.102 hộ"), ["từ 64.808 đến 65.102 hộ"]);
        assert_eq!(parts("tỷ lệ (2.20 → 1.72%), nay"), ["tỷ", "lệ", "(2.20 → 1.72%),", "nay"]);
        assert_eq!(parts("giảm (140 hộ) nay"), ["giảm", "(140 hộ)", "nay"]);
        assert_eq!(parts("chiếm 1,68% tổng hộ"), ["chiếm", "1,68%", "tổng", "hộ"]);
        assert_eq!(parts("1.429 − 335 thoát nghèo"), ["1.429", "− 335 thoát", "nghèo"]);
        assert_eq!(parts("0,69 điểm phần trăm, nay"), ["0,69 điểm phần trăm,", "nay"]);
        assert_eq!(parts("go (46* a month); at"), ["go", "(46* a month);", "at"]);
        assert_eq!(parts("in Commune 13, Commune 14"), ["in", "Commune 13,", "Commune 14"]);
        assert_eq!(parts("là ước khoảng −0,18* điểm"), ["là", "ước khoảng −0,18* điểm"]);
    }

    #[test]
    fn a_day_or_a_year_counts_nothing() {
        assert_eq!(parts("năm 2022 đạt"), ["năm 2022", "đạt"]);
        assert_eq!(parts("đến 31/12/2022 còn"), ["đến", "31/12/2022", "còn"]);
    }
}
