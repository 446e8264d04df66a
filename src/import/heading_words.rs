//! What headings are made of. Where a list of people is looked for its headings, what stands there may be a household's
//! row: nothing is taken for a heading, or told as one, but words that headings are made of.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

use super::families::{self, Family};
use super::forms::{MAP, words_of};
use super::people;

/// Words of headings that no field asks for.
const MORE: &str = "ghi chu dia chi noi o dien thoai so ngay thang nam sinh gioi tinh nam nu dan toc quan he voi chu ho nghe nghiep \
    trinh do hoc van ton giao que quan thuong tru tam tru so ho khau cccd cmnd cmtnd can cuoc cong dan ma so dinh danh \
    quyet dinh qd cap noi cap diem b1 b2 tong diem phan loai hien tinh trang nha o dien tich thu nhap binh quan nguoi ky ten nhan \
    xet can bo xac nhan ngan hang tai khoan so so ly do loai hinh muc nhu cau nguyen vong vay von hoc nghe bao hiem y te bhyt \
    the stt tt va hoac theo cua cac co khong la thanh vien gia dinh thon to dan pho ap khu phuong xa quan huyen tinh thanh \
    lao dong kha nang chinh sach cong uu dai bao tro xa hoi tuoi bi khuyet tat benh tre em truoc sau dau cuoi ky";

/// Words that are those of headings together alone: one of them may be somebody's name.
const TOGETHER: [&str; 2] = [" tai cho ", " dac diem "];

/// All words of the map of the forms, of titles of lists, and those above.
static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut words = BTreeSet::new();
    let map: Value = serde_json::from_str(MAP).expect("the map of the forms is sound JSON");
    // Peoples are called as people are.
    let parts = map.as_object().into_iter().flatten().filter(|(key, _)| !["_", "peoples"].contains(&&***key));
    parts.for_each(|(_, part)| collect(part, &mut words));
    words.extend(MORE.split_whitespace().map(str::to_owned));
    words
});

fn collect(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => words.extend(words_of(text).split(' ').map(str::to_owned)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::Object(members) => members.values().for_each(|member| collect(member, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Is a text made of the words of headings alone? A number is one where it is short, or the year of something that is
/// named before it: a year that stands alone may be that of a birth.
pub fn is_of_headings(text: &str) -> bool {
    let words = TOGETHER.iter().fold(format!(" {} ", words_of(text)), |words, both| words.replace(both, " "));
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_known = |(at, word): (usize, &&str)| {
        if is_number(word) {
            word.len() <= 2 || (word.len() == 4 && at > 0)
        } else {
            *word == "%" || WORDS.contains(*word)
        }
    };
    !words.is_empty()
        && words.iter().enumerate().all(is_known)
        && !is_data(text)
        && !is_titled_as_people(text)
}

/// Surely no heading, of whatever a sheet tells: somebody's name, or a code or a number beside which no word of headings
/// stands.
pub fn is_somebodys(text: &str) -> bool {
    let has_known = words_of(text).split(' ').any(|word| word.len() > 1 && WORDS.contains(word));
    (is_data(text) && !has_known) || is_titled_as_people(text)
}

/// A heading of a form as it may be told: one that names somebody, or holds somebody's number, is not.
pub fn headed(written: &str) -> Option<&str> {
    let is_of_somebody = people::are_named(written)
        || written.split(" / ").any(|part| is_somebodys(part) || names_somebody(part));
    Some(written).filter(|written| !written.is_empty() && !is_of_somebody)
}

/// Does a heading name somebody among its words: "Ông Lan phụ trách", "Cán bộ Nguyễn Lan"? Behind a word that people are
/// called by, or one of a family, stands one with a capital that headings are not made of.
fn names_somebody(text: &str) -> bool {
    let parted =
        |c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '(' | ')' | '.' | '-' | '–' | '/');
    let words: Vec<&str> = text.split(parted).filter(|word| !word.is_empty()).collect();
    let is_shouted = !text.contains(char::is_lowercase);
    let is_capital =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    let is_known = |word: &str| WORDS.contains(&words_of(word));
    let is_place = people::is_kind_of_place(text);
    words.windows(2).any(|two| {
        let [lead, name] = [two[0].to_lowercase(), two[1].to_owned()];
        let is_called = people::is_called_by(&lead) && !is_known(&name);
        let is_family = !is_place
            && families::is_one(&lead)
            && is_capital(two[0])
            && !(is_known(&lead) && is_known(&name));
        is_capital(&name) && (is_called || (is_family && !(is_shouted && is_known(&name))))
    })
}

/// Has a text a code, a number of papers or of a telephone, or somebody's name?
fn is_data(text: &str) -> bool {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let longest = text.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or_default();
    let has_letters = text.contains(char::is_alphabetic);
    let is_code =
        has_letters && digits >= 3 && text.chars().all(|c| c.is_alphanumeric() || ".-_".contains(c));
    longest >= 5 || (!has_letters && digits >= 7) || is_code || people::are_named(text)
}

/// Is each of several words written with a capital, the first of them a family's: "Hồ Nam"?
fn is_titled_as_people(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let family = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
    let is_called = family != "hộ" && people::is_of_people(&family);
    let like_headings = [Family::LikeHeadings, Family::BeginsPlaces];
    let is_family = like_headings.iter().any(|kind| families::is(&family, *kind))
        || is_called
        || people::is_family(&family);
    // "LÝ DO" is a heading.
    let is_written_small = text.contains(char::is_lowercase);
    let is_plain = !text.contains(['/', '(']);
    words.len() > 1 && words.iter().all(is_capital) && is_plain && is_family && is_written_small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_use_are_made_of_their_words() {
        for heading in [
            "STT hộ",
            "Họ và tên chủ hộ",
            "Quan hệ với chủ hộ",
            "Ngày, tháng, năm sinh",
            "Số CCCD/CMND",
            "Địa chỉ (thôn, tổ)",
            "Hộ Nghèo",
            "HỘ CẬN NGHÈO",
            "Phân loại năm 2023",
            "Điểm B1",
            "(10) Nhà tiêu hợp vệ sinh",
            "Không có khả năng lao động",
            "DTTS tại chỗ",
            "Đặc điểm hộ",
            "Ghi chú",
            "LÝ DO",
        ] {
            assert!(is_of_headings(heading), "{heading}");
        }
    }

    #[test]
    fn what_may_be_somebody_is_no_heading() {
        for text in [
            "Nguyễn Văn A",
            "Hồ Nam",
            "Cho",
            "Bà Ba",
            "Y CANARY Niê",
            "HN0790123",
            "HN0001",
            "079012345678",
            "0790.123.456",
            "1970",
            "19777",
            "Số nhà 77, CANARY",
            "Tổ 1 - CANARY",
            "",
        ] {
            assert!(!is_of_headings(text), "{text}");
        }
    }
    #[test]
    fn a_heading_is_told_without_anybody() {
        for heading in ["Nguyễn Lan", "Hộ nghèo / Lê Thu CANARY", "Do bà Lan Anh lập", "Số 079012345678", ""]
        {
            assert_eq!(headed(heading), None, "{heading}");
        }
        for heading in ["Hộ nghèo", "Bùi", "Phường Lê Lợi", "Trần nhà", "Tổng số / Nữ"] {
            assert_eq!(headed(heading), Some(heading));
        }
    }
}
