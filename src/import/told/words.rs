//! Words for single things that an import tells of.

use crate::say;
use crate::text::Lang;

use super::super::columns::LeftOut;
use super::super::summary::{CellFault, Value};
use super::super::written::NotACount;
use super::NAMED;

/// Why a column is left out, after its heading.
pub fn left_out(lang: Lang, why: LeftOut) -> &'static str {
    match why {
        LeftOut::NoField | LeftOut::SaysMore => "",
        LeftOut::OfTitle => lang.pick(" (theo tiêu đề)", " (by the title)"),
        LeftOut::Computed => lang.pick(" (tính lại được)", " (computed)"),
        LeftOut::Rest => lang.pick(
            " (chỉ đúng khi các nhóm không trùng nhau)",
            " (right only where the groups do not overlap)",
        ),
        LeftOut::Asked => lang.pick(" (theo --map)", " (by --map)"),
    }
}

/// Why a cell is not read.
pub fn cell_fault(lang: Lang, fault: &CellFault) -> String {
    match fault {
        CellFault::NotACount(NotACount::Fraction) => lang
            .pick(
                "số lẻ ở cột số đếm (nếu là hàng nghìn thì sửa ô thành số nguyên)",
                "a fraction where a count is due (if it stands for thousands, make the cell a whole number)",
            )
            .to_owned(),
        CellFault::NotACount(NotACount::Negative) => {
            lang.pick("số âm ở cột số đếm", "a negative count").to_owned()
        }
        CellFault::NotACount(NotACount::Words) => lang
            .pick(
                "chữ ở cột số đếm (ghi số; không có thì ghi 0 hoặc để trống)",
                "words where a count is due (write a number; 0 or nothing where there is none)",
            )
            .to_owned(),
        CellFault::NotACount(NotACount::Day) => {
            lang.pick("ngày ở cột số đếm", "a date where a count is due").to_owned()
        }
        CellFault::NotACount(NotACount::Broken) => {
            lang.pick("công thức lỗi (#REF!, #DIV/0!)", "a broken formula (#REF!, #DIV/0!)").to_owned()
        }
        CellFault::NotACount(NotACount::TooLarge) => lang.pick("số quá lớn", "too large a number").to_owned(),
        CellFault::NotComputed => lang
            .pick(
                "công thức chưa tính: mở bằng Excel rồi lưu lại",
                "a formula that is not computed yet: open the file in Excel and save it again",
            )
            .to_owned(),
        CellFault::OtherHeading(row) => {
            let row = *row;
            say!(lang, "tiêu đề cột khác với dòng {row}: tách thành hai trang tính",
                "headings other than those of row {row}: make it two sheets"; row)
            .text()
        }
        CellFault::NoHeading => lang
            .pick(
                "số không có tiêu đề cột: các ô của dòng có thể bị lệch (1,000 viết có dấu phẩy?)",
                "a figure under no heading: the cells of the row may have slipped (a 1,000 with a comma?)",
            )
            .to_owned(),
        CellFault::NotAPercent => lang.pick("không phải tỷ lệ phần trăm", "no percentage").to_owned(),
        CellFault::PercentOrShare(number) => {
            let percent = format!("{number}%");
            let share = number.parse::<f64>().map_or(String::new(), |share| format!("{:.2}%", share * 100.0));
            say!(lang, "đọc được hai cách: {percent} hay {share}; định dạng ô là % rồi lưu lại",
                "can be read in two ways: {percent} or {share}; give the cell a % format"; percent, share)
            .text()
        }
    }
}

/// A value as it was written.
pub fn value(value: &Value) -> String {
    match value {
        Value::Count(count) => count.to_string(),
        Value::Percent(percent) => format!("{percent}%"),
        Value::Qualified(qualifier, inner) => {
            let word = super::super::template::QUALIFIERS.iter().find(|word| word.code == *qualifier);
            format!("{}{}", word.map_or("", |word| word.said), self::value(inner))
        }
    }
}

/// Numbers of rows, the first ones and how many more.
pub fn numbers(rows: &[usize]) -> String {
    let first: Vec<String> = rows.iter().take(NAMED).map(ToString::to_string).collect();
    let more = rows.len().checked_sub(NAMED).filter(|more| *more > 0).map(|more| format!(", … (+{more})"));
    first.join(", ") + &more.unwrap_or_default()
}
