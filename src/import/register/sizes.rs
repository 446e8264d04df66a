//! Columns that count the members of a household: the one of all of them, else men and women added up. Others count some of
//! them, "Số khẩu trong độ tuổi lao động", and tell nothing of all.

use super::super::forms::words_of;
use super::super::heading::Heading;
use super::says::{NotCounted, Says};

/// Words of headings that speak of all members.
const OF_ALL: &str = "so tong cong tat ca nhan khau thanh vien nguoi trong ho cua gia dinh hien co tai dang thuong tru thuc te \
    o luong ngheo can nk tv den ngay thang thoi diem cuoi ky ra soat sau nam chung thong tin chu va quy mo sl trong do gom la";

/// Whom of a household a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whom {
    All,
    Men,
    Women,
    Some,
}

/// Leaves those columns of members that make all of them.
pub fn settle(heading: &Heading, said: &mut [(usize, Says)]) {
    let of_members = said.iter().filter(|(_, says)| *says == Says::Members);
    let whom: Vec<(usize, Whom)> = of_members.map(|(at, _)| (*at, whom(heading, *at))).collect();
    let first = |wanted: Whom| whom.iter().find(|(_, whom)| *whom == wanted).map(|(at, _)| *at);
    let both = || Some(vec![first(Whom::Men)?, first(Whom::Women)?]);
    let kept = first(Whom::All).map(|all| vec![all]).or_else(both).unwrap_or_default();
    for (at, says) in said.iter_mut().filter(|(_, says)| *says == Says::Members) {
        if !kept.contains(at) {
            *says = Says::Nothing(NotCounted::SomeMembers);
        }
    }
}

fn whom(heading: &Heading, column: usize) -> Whom {
    let parts = heading.columns.get(column).map(Vec::as_slice).unwrap_or_default();
    let own = parts.last().map(|part| part.to_lowercase()).unwrap_or_default();
    let is_of_all = |word: &str| {
        word.bytes().all(|b| b.is_ascii_digit()) || OF_ALL.split_whitespace().any(|known| known == word)
    };
    // "Năm" and "Nam" are one once their accents are gone; a year follows the former.
    let written: Vec<&str> =
        own.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_year =
        |at: usize| written.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    let men = (0..written.len()).any(|at| written[at] == "nam" && !is_year(at));
    let women = written.iter().any(|word| matches!(*word, "nữ" | "nu"));
    let words = words_of(&parts.join(" "));
    let rest = || words.split(' ').filter(|word| *word != "nu").all(is_of_all);
    match (men, women) {
        _ if !rest() => Whom::Some,
        (true, false) => Whom::Men,
        (false, true) => Whom::Women,
        _ => Whom::All,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(columns: &[&str]) -> Vec<usize> {
        let parts = |parts: &&str| parts.split(" / ").map(str::to_owned).collect();
        let heading = Heading { columns: columns.iter().map(parts).collect(), ..Heading::default() };
        let mut said: Vec<(usize, Says)> = (0..columns.len()).map(|at| (at, Says::Members)).collect();
        settle(&heading, &mut said);
        said.into_iter().filter(|(_, says)| *says == Says::Members).map(|(at, _)| at).collect()
    }

    #[test]
    fn all_members_are_counted_once() {
        assert_eq!(kept(&["Số khẩu / Nam", "Số khẩu / Nữ"]), [0, 1]);
        assert_eq!(kept(&["Số khẩu / Tổng", "Số khẩu / Nữ"]), [0]);
        assert_eq!(kept(&["Số khẩu / Nữ", "Số khẩu / Tổng số"]), [1]);
        assert_eq!(kept(&["Số khẩu / Nam", "Số khẩu / Nữ", "Số khẩu / Cộng"]), [2]);
        assert_eq!(kept(&["Số nhân khẩu năm 2023", "Trong đó: nữ"]), [0]);
        assert_eq!(kept(&["Số khẩu trong độ tuổi lao động"]), [0_usize; 0]);
        assert_eq!(kept(&["Số khẩu", "Số khẩu DTTS"]), [0]);
        assert_eq!(kept(&["Số khẩu / Nữ"]), [0_usize; 0]);
        assert_eq!(kept(&["Nhân khẩu thường trú (người)"]), [0]);
        assert_eq!(kept(&["SỐ KHẨU NAM", "SỐ KHẨU NỮ"]), [0, 1]);
    }
}
