//! What of the texts above a list may leave it: whose it is, of which day, and the name of the form. A line that says
//! anything else may name somebody.

use super::super::day::day_told;
use super::super::forms::words_of;
use super::super::letterhead::{in_list_title, is_of_units};

/// The words that the title of a list is made of.
const WORDS: &str = "ds sheet tre em trang tinh hoan ghi chu huong dan bieu do phieu danh sach chi tiet bieu mau tong hop ho ngheo va can thoat tai phat sinh moi cu sau ra soat ket qua nam den ngay \
    thang tinh dau cuoi ky quy theo chuan da chieu giai doan so bo chinh thuc tren dia ban phuong xa quan huyen thi tran thanh pho \
    khu thon to dan ap xom cac thuoc dien cua duoc phe duyet cong nhan hn hcn thanh vien phu luc kem toi het nguyen nhan thieu hut chi lieu tai thoi diem dinh";

/// The lines that may leave, what is not known taken out of them.
pub fn kept(lines: &[String]) -> Vec<String> {
    lines.iter().flat_map(|line| kept_of(line)).collect()
}

/// Does a name of a sheet or a file say only what titles say?
pub fn is_plain(name: &str) -> bool {
    let digits = name.chars().filter(char::is_ascii_digit).count();
    // "Sheet1", "KP2".
    let words = words_of(&name.replace('_', " "));
    let words: Vec<&str> =
        words.split(' ').map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit())).collect();
    is_known(&words.join(" ")) && digits < 9
}

fn is_short(word: &str) -> bool {
    word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_known(words: &str) -> bool {
    words.split(' ').all(|word| is_short(word) || WORDS.split_whitespace().any(|known| known == word))
}

fn kept_of(line: &str) -> Vec<String> {
    // "Đơn vị: Quận 6" says whose it is.
    let line = line
        .split_once(':')
        .filter(|(label, _)| words_of(label) == "don vi")
        .map_or(line, |(_, unit)| unit.trim());
    let words = words_of(line);
    let digits = line.chars().filter(char::is_ascii_digit).count();
    if (is_known(&words) && digits < 13) || (digits < 5 && is_of_units(line)) {
        return vec![line.to_owned()];
    }
    // Whose it is, and the day or the year alone.
    let units = Some(in_list_title(line).join(", ")).filter(|units| !units.is_empty());
    units.into_iter().chain(day_of(line, &words)).collect()
}

/// The day that a line tells, else the year.
fn day_of(line: &str, words: &str) -> Option<String> {
    let words: Vec<&str> = words.split(' ').collect();
    let is_of_day = |word: &&str| is_short(word) || ["ngay", "thang", "nam", "het"].contains(word);
    let after = |lead: &str| {
        let at = words.iter().rposition(|word| *word == lead)?;
        let rest: Vec<&str> = words[at + 1..].iter().copied().take_while(is_of_day).collect();
        rest.iter().any(|word| is_short(word)).then_some(rest)
    };
    let at_signing = words.first() == Some(&"ngay")
        || words.windows(3).any(|three| three[0] == "thang" && three[2] == "nam");
    let day = after("den").map(|day| day.join(" "));
    let day = day.or_else(|| day_told(line).map(|day| day.format("%d/%m/%Y").to_string()));
    match (day, after("nam").filter(|_| !at_signing)) {
        (Some(day), _) => Some(format!("đến {day}")),
        (None, Some(year)) => Some(format!("năm {}", year[0])),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_loses_what_may_name_somebody() {
        let kept = |line: &str| kept(&[line.to_owned()]).pop();
        assert_eq!(kept("Đơn vị: Quận 6").as_deref(), Some("Quận 6"));
        assert_eq!(kept("Đơn vị: bà CANARY"), None);
        for line in
            ["DANH SÁCH CHI TIẾT HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022", "UBND XÃ TÂN HẢI", "PHƯỜNG 3"]
        {
            assert_eq!(kept(line).as_deref(), Some(line));
        }
        let named = "DANH SÁCH HỘ NGHÈO ÔNG CANARY 079012345678 (đến ngày 31/12/2022)";
        assert_eq!(kept(named).as_deref(), Some("đến ngay 31 12 2022"));
        assert_eq!(kept("HỘ NGHÈO ÔNG CANARY (31/12/2022)").as_deref(), Some("đến 31/12/2022"));
        assert_eq!(kept("HỘ NGHÈO ÔNG CANARY NĂM 2022").as_deref(), Some("năm 2022"));
        assert_eq!(kept("Người lập: CANARY"), None);
        for line in [
            "UBND PHƯỜNG NGUYỄN THỊ MINH KHAI, QUẬN 3",
            "ỦY BAN NHÂN DÂN XÃ LÊ LỢI",
            "TỈNH BÀ RỊA - VŨNG TÀU",
        ] {
            assert_eq!(kept(line).as_deref(), Some(line), "a place may be called after somebody");
        }
        for (line, left) in [
            ("PHƯỜNG 3 TRẦN THỊ B", Some("Phường 3")),
            ("UBND XÃ TÂN HẢI NGUYỄN VĂN A", None),
            ("XÃ TÂN LÊ THỊ B", None),
            ("PHƯỜNG 3, BÀ B C", Some("Phường 3")),
        ] {
            assert_eq!(kept(line).as_deref(), left, "{line}");
        }
        let kept = |line: &str| super::kept(&[line.to_owned()]);
        assert_eq!(
            kept("DANH SÁCH HỘ NGHÈO XÃ XUÂN THỚI, HUYỆN HÓC MÔN - NĂM 2024"),
            ["Xã Xuân Thới, Huyện Hóc Môn", "năm 2024"]
        );
        for line in ["BÀ CANARY", "NGUYỄN CANARY", "CANARY TRẦN B C", "NGUYỄN THỊ CANARY"] {
            let line = format!("DANH SÁCH HỘ NGHÈO XÃ XUÂN THỚI {line} NĂM 2024");
            assert_eq!(kept(&line), ["năm 2024"]);
        }
        assert!(
            is_plain("DS_ho-ngheo_2022") && is_plain("Quý 1") && is_plain("phuong-3") && is_plain("Sheet1")
        );
        assert!(!is_plain("ho ba CANARY") && !is_plain("079012345678") && !is_plain("tổ 0790 1234 5678"));
    }
}
