//! What an import tells of the counts of the whole: whence they are, and what they may lack.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::say;
use crate::text::Lang;

use super::super::field::Field;
use super::super::spellings::Spellings;
use super::{NAMED, Told, called};

impl Told {
    /// The remark on a total taken from the period before.
    pub fn total_before(&mut self, total: usize, day: NaiveDate) -> String {
        let lang = self.lang;
        let note = total_of(lang, day);
        self.derived(
            say!(lang, "tổng số hộ dân: lấy {total} của kỳ {day} (suy ra)", "total of households: {total} of {day} is taken (derived)";
                total, day)
            .text(),
        );
        note
    }

    /// That totals of parts are taken from the period before.
    pub fn parts_before(&mut self, parts: usize, day: NaiveDate) {
        let lang = self.lang;
        if parts > 0 {
            self.derived(
                say!(lang, "tổng số hộ của {parts} địa bàn: lấy của kỳ {day} (suy ra)",
                    "totals of households of {parts} areas: those of {day} are taken (derived)"; parts, day)
                .text(),
            );
        }
    }

    /// That the counts of the unit are those of its parts together.
    pub fn summed(&mut self, parts: usize) {
        let lang = self.lang;
        self.derived(
            say!(lang, "số của toàn đơn vị: cộng {parts} địa bàn (suy ra)", "counts of the unit: the sum of its {parts} areas (derived)"; parts)
                .text(),
        );
    }

    /// Which counts are not among them, each with the first parts that have none.
    pub fn not_all_summed(&mut self, fields: &[(Field, Vec<&str>)]) {
        let lang = self.lang;
        for (field, missing) in fields.iter().take(NAMED) {
            let (names, more) = first_of(missing);
            let words = say!(lang, "chưa cộng {field} của toàn đơn vị: chưa có số của {names}[ và {more} nơi khác]",
                "{field} of the unit is not summed: there is none of {names}[ and {more} more]"; field = called::field(lang, field), names, more);
            self.line(words.text());
        }
    }

    /// That one area alone is known, and nothing of the unit.
    pub fn one_part(&mut self) {
        self.line(self.lang.pick(
            "chỉ có một địa bàn, không có dòng cộng: chưa có số của toàn đơn vị (thêm dòng “Tổng cộng”)",
            "there is one area and no sum: the unit has no figures of its own (add a row “Tổng cộng”)",
        ));
    }

    /// Names of places that two sheets write otherwise: taken for one, or perhaps one.
    pub fn spellings(&mut self, spellings: &Spellings) {
        let lang = self.lang;
        for (one, other) in spellings.one.iter().take(NAMED) {
            let words = say!(lang, "“{other}” và “{one}”: lấy là một nơi, các nơi khác của hai biểu đều trùng",
                "“{other}” and “{one}”: taken for one area, all other areas of the two forms are the same"; one, other);
            self.line(words.text());
        }
        for (one, other) in spellings.open.iter().take(NAMED) {
            let words = say!(lang, "? “{other}” và “{one}” có phải một nơi? Nếu phải, ghi cùng một cách",
                "? are “{other}” and “{one}” one area? If so, write them alike"; one, other);
            self.line(words.text());
        }
    }

    /// Why they are not.
    pub fn not_summed(&mut self, missing: &[&str]) {
        let lang = self.lang;
        let (names, more) = first_of(missing);
        self.line(
            say!(lang, "chưa cộng số của toàn đơn vị: so với kỳ trước còn thiếu {names}[ và {more} nơi khác]",
                "counts of the unit are not summed: of the period before these are missing: {names}[ and {more} more]";
                names, more)
            .text(),
        );
    }

    /// Tables that have figures of all parts and none of the whole, in no row or a blank one, where others have them.
    pub fn without_whole(&mut self, tables: &BTreeSet<String>) {
        let tables =
            tables.iter().map(|table| called::table(self.lang, table)).collect::<Vec<_>>().join(", ");
        let words = say!(self.lang, "không có số của toàn đơn vị, không cộng vì biểu khác có: {tables}",
            "no figures of the unit, and not summed because other forms have them: {tables}"; tables);
        self.line(words.text());
    }

    /// The same of parts that the files list without figures.
    pub fn not_summed_silent(&mut self, silent: &[&str]) {
        let lang = self.lang;
        let (names, more) = first_of(silent);
        self.line(
            say!(lang, "chưa cộng số của toàn đơn vị: chưa có số của {names}[ và {more} nơi khác]",
                "counts of the unit are not summed: there are none of {names}[ and {more} more]";
                names, more)
            .text(),
        );
    }

    /// The same of a sheet that has figures of a place without a name.
    pub fn not_summed_unnamed(&mut self, sheet: &str) {
        let words = say!(self.lang, "chưa cộng số của toàn đơn vị: {sheet} có dòng số không có tên",
            "counts of the unit are not summed: {sheet} has a row of figures without a name"; sheet);
        self.line(words.text());
    }

    /// Places of the period before that have no row, though the whole has counts.
    pub fn absent(&mut self, missing: &[&str]) {
        self.line(format!("? {}", absent(self.lang, missing)));
    }

    /// That rates cannot be computed; where only these parts lack their total, which.
    pub fn no_total(&mut self, lacking: &[&str]) {
        let lang = self.lang;
        let (names, more) = first_of(lacking);
        let names = (!lacking.is_empty()).then_some(names);
        self.line(
            say!(lang, "chưa có tổng số hộ dân: không tính được tỷ lệ[; còn thiếu {names}[ và {more} nơi khác]] (thêm --households SỐ hoặc TỆP)",
                "no total of households: rates cannot be computed[; these are missing: {names}[ and {more} more]] (add --households N or FILE)";
                names, more)
            .text(),
        );
    }

    /// Totals of what is no place of the figures, and may be none at all.
    pub fn totals_of_nowhere(&mut self, count: usize) {
        let words = say!(self.lang, "--households: {count} tên không có trong số liệu và không chắc là địa bàn: ghi cả “Thôn”, “Khu phố”, “Xã” … trước tên, hoặc bỏ dòng đó",
            "--households: {count} names are not in the figures and not surely of areas: write “Thôn”, “Khu phố”, “Xã” … before the name, or take the row out";
            count);
        self.refuse(words.text());
    }

    /// The remark on a total that is the sum of those given for its parts.
    pub fn total_of_given(&mut self, parts: usize) -> String {
        let lang = self.lang;
        let note = say!(lang, "Cộng tổng số hộ của {parts} địa bàn trong --households",
            "Sum of the totals of {parts} areas given with --households"; parts)
        .text();
        self.derived(
            say!(lang, "tổng số hộ dân: cộng {parts} địa bàn trong --households (suy ra)",
                "total of households: the sum of the {parts} areas given with --households (derived)"; parts)
            .text(),
        );
        note
    }
}

/// That no row is of places that the period before has: the remark is a doubt too.
pub fn absent(lang: Lang, missing: &[&str]) -> String {
    let (names, more) = first_of(missing);
    say!(lang, "không có dòng nào của {names}[ và {more} nơi khác], kỳ trước có: số của toàn đơn vị có thể thiếu các nơi này",
        "no row is of {names}[ or {more} more], which the period before has: the counts of the unit may leave them out";
        names, more)
    .text()
}

/// The first of these names, and how many more there are.
fn first_of(names: &[&str]) -> (String, Option<usize>) {
    let more = names.len().checked_sub(NAMED).filter(|more| *more > 0);
    (names[..names.len().min(NAMED)].join(", "), more)
}

/// The remark on a total of the period before.
pub fn total_of(lang: Lang, day: NaiveDate) -> String {
    say!(lang, "Lấy tổng số hộ của kỳ {day}", "Total of households of {day}"; day).text()
}
