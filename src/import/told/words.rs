//! Words for single things that an import tells of.

use crate::say;
use crate::text::Lang;

use super::super::columns::LeftOut;
use super::super::entries::EntryFault;
use super::super::front::FrontFault;
use super::super::summary::{CellFault, Value};
use super::super::template::{QUALIFIERS, Word};
use super::super::written::NotACount;
use super::NAMED;

/// Why a column is left out, after its heading.
pub fn left_out(lang: Lang, why: LeftOut) -> &'static str {
    match why {
        LeftOut::NoField | LeftOut::SaysMore | LeftOut::OfDay(_) | LeftOut::OfLacks | LeftOut::Asked => "",
        LeftOut::Lacking => lang.pick(
            " (không phải tổng các chỉ số: có lẽ là số hộ có thiếu hụt)",
            " (no sum of the deprivations: perhaps the households with any)",
        ),
        LeftOut::OfTitle => lang.pick(" (theo tiêu đề)", " (by the title)"),
        LeftOut::Computed => lang.pick(" (tính lại được)", " (computed)"),
        LeftOut::Rest => lang.pick(
            " (chỉ đúng khi các nhóm không trùng nhau)",
            " (right only where the groups do not overlap)",
        ),
    }
}

/// Why a cell is not read.
pub fn cell_fault(lang: Lang, fault: &CellFault) -> String {
    match fault {
        CellFault::NotACount(why) => not_a_count(lang, *why),
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
        CellFault::OtherTable(row) => {
            let row = *row;
            say!(lang, "từ dòng này là một bảng khác của cùng các địa bàn ở dòng {row}: tách mỗi bảng thành một trang tính, tiêu đề ở trên",
                "from this row on it is another table of the areas of row {row}: make each table a sheet with its title above it"; row)
            .text()
        }
        CellFault::PartOrBeside((first, last)) => {
            let (first, last) = (first + 1, last + 1);
            say!(lang, "đọc được hai cách: dòng này là tổng của các dòng {first}–{last}, hay là một địa bàn ngang với các dòng ấy: đánh số hai cấp (I, 1) hoặc ghi rõ huyện, xã, thôn trước tên",
                "reads two ways: this row is the sum of rows {first}–{last}, or a place beside them: number two levels (I, 1), or write the kind of place before the names"; first, last)
            .text()
        }
        CellFault::PartOfPlace => lang
            .pick(
                "một địa bàn có nhiều dòng (thành thị, nông thôn) mà không có dòng cộng: gộp thành một dòng, hoặc thêm dòng “Cộng” dưới địa bàn đó",
                "an area has several rows (urban, rural) and none of both: make them one row, or add a row “Cộng” below the area",
            )
            .to_owned(),
        CellFault::NoHeading => lang
            .pick(
                "số không có tiêu đề cột: các ô của dòng có thể bị lệch (1,000 viết có dấu phẩy?)",
                "a figure under no heading: the cells of the row may have slipped (a 1,000 with a comma?)",
            )
            .to_owned(),
        CellFault::NotAPercent => lang.pick("không phải tỷ lệ phần trăm", "no percentage").to_owned(),
        CellFault::PercentOrShare(number) => {
            let point = |text: String| text.replace('.', lang.pick(",", "."));
            let share = number.parse::<f64>().map_or(String::new(), |share| format!("{:.2}%", share * 100.0));
            let (percent, share) = (point(format!("{number}%")), point(share));
            say!(lang, "đọc được hai cách: {percent} hay {share}; gõ lại cả dấu % vào ô: {percent}, hoặc {share}",
                "can be read in two ways: {percent} or {share}; type it with its % sign into the cell: {percent}, or {share}";
                percent, share)
            .text()
        }
    }
}

/// Why a cell is no count.
fn not_a_count(lang: Lang, why: NotACount) -> String {
    match why {
        NotACount::Fraction => lang
            .pick(
                "số lẻ ở cột số đếm (nếu là hàng nghìn thì sửa ô thành số nguyên)",
                "a fraction where a count is due (if it stands for thousands, make the cell a whole number)",
            )
            .to_owned(),
        NotACount::Negative => lang.pick("số âm ở cột số đếm", "a negative count").to_owned(),
        NotACount::Words => lang
            .pick(
                "chữ ở cột số đếm (ghi số; chưa có số liệu thì để trống, 0 là không còn hộ nào)",
                "words where a count is due (write a number; leave it blank where there is no figure: 0 means none)",
            )
            .to_owned(),
        NotACount::UnknownLead => {
            let words = said(QUALIFIERS);
            say!(lang, "chữ trước số không nhận ra: viết một trong: {words}; hoặc ghi số",
                "the words before the number are not known: write one of: {words}; or only the number"; words)
            .text()
        }
        NotACount::WithUnit(count) => with_unit(lang, count),
        NotACount::Day => lang.pick("ngày ở cột số đếm", "a date where a count is due").to_owned(),
        NotACount::Broken => {
            lang.pick("công thức lỗi (#REF!, #DIV/0!)", "a broken formula (#REF!, #DIV/0!)").to_owned()
        }
        NotACount::TooLarge => lang.pick("số quá lớn", "too large a number").to_owned(),
    }
}

/// A number with what it counts behind it: what to write.
fn with_unit(lang: Lang, count: u64) -> String {
    let count = count.to_string();
    say!(lang, "ô này chỉ ghi số, không ghi đơn vị: viết {count}", "only the number stands in this cell, not its unit: write {count}";
        count)
    .text()
}

/// Why a cell of an entry is not read.
pub fn entry_fault(lang: Lang, fault: EntryFault) -> String {
    let words = match fault {
        EntryFault::Missing => lang.pick("chưa ghi", "not filled in, and needed"),
        EntryFault::NoColumn => {
            lang.pick("không có cột này, cần có", "there is no such column, and it is needed")
        }
        EntryFault::NotAFigure => lang.pick(
            "không phải một số (viết số nguyên như 250, hoặc để trống)",
            "no number (write a whole number as 250, or leave it empty)",
        ),
        EntryFault::NotAnAmount => {
            let words = said(QUALIFIERS);
            return say!(lang, "không phải một số; trước số viết một trong: {words}; sau số: nghìn, triệu, tỷ",
                "no number; before it may stand one of: {words}; after it: nghìn, triệu, tỷ"; words)
            .text();
        }
        EntryFault::WithUnit(count) => return with_unit(lang, count),
        EntryFault::NotAPercent => lang.pick(
            "không phải tỷ lệ phần trăm (viết như 1,51 hoặc 1,51%)",
            "no percentage (write it as 1.51 or 1.51%)",
        ),
        EntryFault::NotADay => not_a_day(lang),
        EntryFault::NotAWord(words) => return not_a_word(lang, words),
        EntryFault::HalfAnAim => {
            lang.pick("thiếu cách giao hoặc mức giao", "the way or the amount of what is asked is missing")
        }
    };
    words.to_owned()
}

/// Why a cell of the front sheet is not read.
pub fn front_fault(lang: Lang, fault: FrontFault) -> String {
    match fault {
        FrontFault::NotAWord(words) => not_a_word(lang, words),
        FrontFault::NotADay => not_a_day(lang).to_owned(),
        FrontFault::NotAPeriod => lang
            .pick(
                "viết 2024 (cả năm), 6 tháng đầu năm 2024, quý 3/2024 hoặc tháng 5/2024; kỳ khác thì để trống",
                "write 2024 (the year), 2024-H1, 2024-Q3 or 2024-05; leave it empty for another period",
            )
            .to_owned(),
        FrontFault::NoStandard => lang
            .pick(
                "thiếu mã chuẩn nghèo (như CN-2022-2025; các kỳ cùng chuẩn ghi cùng mã), hoặc bỏ trống cả tên chuẩn",
                "the code of the standard is missing (such as CN-2022-2025, the same in all periods), or leave its name empty too",
            )
            .to_owned(),
        FrontFault::Broken => lang
            .pick(
                "công thức lỗi (#REF!, #DIV/0!): viết chữ hoặc số vào ô",
                "a broken formula (#REF!, #DIV/0!): write a text or a number",
            )
            .to_owned(),
    }
}

fn not_a_day(lang: Lang) -> &'static str {
    lang.pick(
        "không phải ngày (viết như 31/12/2023, năm 2000-2100, hoặc để trống)",
        "no day (write it as 31/12/2023, years 2000-2100, or leave it empty)",
    )
}

/// The words that a cell may hold where another stands.
fn not_a_word(lang: Lang, words: &[Word]) -> String {
    let words = said(words);
    say!(lang, "viết một trong: {words}", "write one of: {words}"; words).text()
}

fn said(words: &[Word]) -> String {
    words.iter().map(|word| word.said.trim()).collect::<Vec<_>>().join("; ")
}

/// A value as it was written.
pub fn value(value: &Value) -> String {
    match value {
        Value::Count(count) => count.to_string(),
        Value::Percent(percent) => format!("{percent}%"),
        Value::Qualified(qualifier, inner) => {
            let word = QUALIFIERS.iter().find(|word| word.code == *qualifier);
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
