//! What is told of a list of households: columns, rows by their number, reasons; no word of the list itself.

use crate::say;
use crate::text::Lang;
use crate::text::say::units;

use super::super::grid::{Grid, column_name};
use super::super::register::own_total::OtherTotal;
use super::super::register::says::{MINORITIES, NotCounted, Says};
use super::super::register::{NotAll, ReadColumn, RegisterReading, Unread, title};
use super::words::numbers;
use super::{Told, name_of};

impl Told {
    /// What was counted in a list, and what was not.
    pub fn register(&mut self, grid: &Grid, reading: &RegisterReading) {
        self.list(grid);
        let lang = self.lang;
        if let Some(why) = reading.refused {
            return self.line(not_all(lang, why));
        }
        let (households, repeated) = (reading.households, (reading.repeated > 0).then_some(reading.repeated));
        self.line(
            say!(lang, "  danh sách: đếm {households} hộ[; {repeated} hộ trùng mã, đếm một lần]",
                "  a list: {households} households counted[; {repeated} with a code seen before, counted once]";
                households, repeated)
            .text(),
        );
        let mut left: Vec<String> = Vec::new();
        for ReadColumn { heading, says, .. } in &reading.columns {
            match used_for(lang, says, reading) {
                Ok(words) => self.line(format!("  {heading} → {words}")),
                Err(why) => left.push(format!("{heading}{why}")),
            }
        }
        if !left.is_empty() {
            let left = left.join("; ");
            self.line(say!(lang, "  không đếm: {left}", "  not counted: {left}"; left).text());
        }
        if reading.is_of_heads {
            self.line(lang.pick(
                "  mỗi hộ chỉ có một dòng, không có cột số nhân khẩu: không tính nhân khẩu",
                "  one row a household and no number of members: persons are not counted",
            ));
        }
        self.unread(&reading.unread);
        for total in &reading.other_totals {
            let row = total.row;
            let words = other_total(lang, total);
            self.line(say!(lang, "  dòng {row}: {words}", "  row {row}: {words}"; row, words).text());
        }
    }

    /// A form whose rows may be people: nothing of it is told.
    pub fn people(&mut self, grid: &Grid) {
        self.list(grid);
        self.line(self.lang.pick(
            "  ? không nhập trang tính này: cột tên có thể là tên người, không chắc là địa bàn (danh sách hộ: ghi “Họ và tên chủ hộ” ở tiêu đề cột; địa bàn: ghi cả “Khu phố”, “Thôn” … trước tên)",
            "  ? this sheet is not imported: its names may be those of people, not surely of areas (a list of households: head the column “Họ và tên chủ hộ”; areas: write “Khu phố”, “Thôn” … before the name)",
        ));
    }

    /// Which sheet it is.
    pub(super) fn list(&mut self, grid: &Grid) {
        let place = self.place_of(grid);
        self.line(place);
    }

    /// A sheet by its name only where that says what titles say, for it may be somebody's.
    pub(super) fn place_of(&self, grid: &Grid) -> String {
        match &grid.sheet {
            Some(name) if !title::is_plain(name) => {
                let (file, number, column) = (&grid.file, grid.number, grid.from.map(column_name));
                say!(self.lang, "{file}, trang tính thứ {number}[, bảng từ cột {column}]",
                    "{file}, sheet {number}[, the table from column {column}]"; file, number, column)
                .text()
            }
            _ => name_of(self.lang, grid),
        }
    }

    fn unread(&mut self, unread: &[(usize, Unread)]) {
        let lang = self.lang;
        let mut kinds: Vec<Unread> = unread.iter().map(|(_, why)| *why).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for why in kinds {
            let mut rows: Vec<usize> =
                unread.iter().filter(|(_, known)| *known == why).map(|(row, _)| *row).collect();
            rows.dedup();
            let (count, rows, words) = (rows.len(), numbers(&rows), reason(lang, why));
            let told = if why.is_heading() {
                say!(lang, "  bỏ qua {count} dòng ({words}): {rows}", "  {count} rows passed over ({words}): {rows}"; count, words, rows)
            } else if why.is_counted() {
                say!(lang, "  {count} hộ {words}: {noun} {rows}", "  {count} households {words}: {noun} {rows}"; count, words, noun = units::noun_for(count, "dòng", ["row", "rows"]), rows)
            } else {
                say!(lang, "  không đọc được {count} dòng ({words}): {rows}",
                    "  {count} rows could not be read ({words}): {rows}"; count, words, rows)
            };
            self.line(told.text());
        }
    }

    /// A list of the beginning beside one of the end is not counted: which.
    pub fn beginning(&mut self, shown: &str) {
        let words = not_all(self.lang, NotAll::Beginning);
        self.line(format!("{shown}: {}", words.trim_start()));
    }

    /// Several lists of one unit add up.
    pub fn lists_together(&mut self, lists: &[&RegisterReading]) {
        let lang = self.lang;
        let (count, households) = (lists.len(), lists.iter().map(|list| list.households).sum::<usize>());
        if count > 1 {
            self.line(
                say!(lang, "{count} danh sách của một đơn vị: cộng lại, {households} hộ",
                    "{count} lists of one unit: added up, {households} households"; count, households)
                .text(),
            );
        }
    }
}

/// Why nothing of a list is counted.
fn not_all(lang: Lang, why: NotAll) -> &'static str {
    match why {
        NotAll::Persons => lang.pick(
            "  mỗi dòng là một người, không có cột cho biết thuộc hộ nào (STT hộ, quan hệ với chủ hộ, mã hộ): không đếm",
            "  a row a person, and no column tells of which household (its number, the relation, a code): not counted",
        ),
        NotAll::Beginning => lang.pick(
            "  theo tiêu đề, là danh sách đầu kỳ: không cộng với danh sách cuối kỳ",
            "  by its title it is the list of the beginning: not added to that of the end",
        ),
        NotAll::Some => lang.pick(
            "  theo tiêu đề, chỉ là một phần số hộ (hỗ trợ, đối tượng, phát sinh …): không đếm; là danh sách đủ thì sửa tiêu đề",
            "  by its title it lists only some of the households (helped, new …): not counted; if it lists all, mend the title",
        ),
    }
}

/// A total that a list states and its rows do not make.
pub fn other_total(lang: Lang, total: &OtherTotal) -> String {
    let [stated, counted] =
        [total.stated, total.counted].map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    if total.is_of_persons {
        say!(lang, "danh sách ghi tổng cộng {stated} nhân khẩu, đếm được {counted}",
            "the list states {stated} persons, {counted} were counted"; stated, counted)
        .text()
    } else {
        say!(lang, "danh sách ghi tổng cộng {stated} hộ, đếm được {counted}",
            "the list states {stated} households, {counted} were counted"; stated, counted)
        .text()
    }
}

fn reason(lang: Lang, why: Unread) -> &'static str {
    match why {
        Unread::NoGroup => lang.pick("không ghi hộ nghèo hay cận nghèo", "poor or near-poor is not said"),
        Unread::UnknownGroup => {
            lang.pick("phân loại hộ không nhận ra", "the kind of the household is not known")
        }
        Unread::Neither => lang.pick("không phải hộ nghèo, cận nghèo", "neither poor nor near-poor"),
        Unread::NoHousehold => lang.pick("thành viên trước mọi hộ", "a member before any household"),
        Unread::NoCount => lang.pick("số nhân khẩu không phải là số", "the number of members is no number"),
        Unread::NotAHousehold => lang.pick(
            "không phải dòng hộ, thành viên hay tên địa bàn",
            "no household, no member and no name of an area",
        ),
        Unread::NoPlace => lang.pick(
            "không rõ địa bàn, chỉ tính vào nơi lớn hơn",
            "in no known area, counted for the larger one only",
        ),
        Unread::UnsurePlace => lang.pick(
            "không rõ địa bàn, chỉ tính vào nơi lớn hơn (tên nơi có thể là tên người: ghi cả “Thôn”, “Bản”, “Khu phố” … trước tên)",
            "in no known area, counted for the larger one only (its name may be somebody's: write “Thôn”, “Bản”, “Khu phố” … before it)",
        ),
        Unread::NoMembers => lang.pick(
            "không ghi số nhân khẩu, không tính nhân khẩu",
            "without a number of members: persons are not counted",
        ),
        Unread::Apart => lang.pick(
            "có các dòng không liền nhau, chỉ tính nhân khẩu: xếp theo hộ rồi nhập lại",
            "with rows apart from each other, counted for their members alone: sort by household and import again",
        ),
        Unread::NoHead => lang.pick(
            "không có dòng chủ hộ, khác số thứ tự, loại hộ hoặc địa bàn với hộ ở trên: đếm là hộ riêng",
            "whose head has no row, and whose number, kind or area is not that of the one above: counted by themselves",
        ),
        Unread::OtherSize => lang.pick(
            "ghi số khẩu khác số dòng thành viên, lấy số khẩu: xem lại",
            "with another number of members than rows: that number is taken, look at them again",
        ),
        Unread::SameElsewhere => lang.pick(
            "có mã hoặc số giấy tờ trùng với hộ khác, vẫn đếm, cần xác minh",
            "with the code or the papers of another one: counted, to be verified",
        ),
        Unread::SameOtherwise => lang.pick(
            "mã hộ đã có ở một hộ khác loại, không đếm lần nữa",
            "a code seen before at a household of another kind, not counted again",
        ),
        Unread::Heading => lang.pick("đề mục của hộ", "they head a household"),
        Unread::PageHeading => lang.pick("tiêu đề lặp lại", "headings once more"),
        Unread::NoPeople => lang.pick(
            "có dân tộc không nhận ra, nơi đó không nêu số hộ dân tộc thiểu số: ghi tên dân tộc, hoặc x",
            "of a people that is not known, minorities are not counted there: write the name of the people, or x",
        ),
        Unread::NoMovement => lang.pick(
            "có diễn biến không nhận ra, nơi đó không nêu số phát sinh, tái nghèo",
            "with a movement that is not known: those who came are not counted there",
        ),
        Unread::NoCause => lang.pick("có nguyên nhân không nhận ra", "with a cause that is not known"),
    }
}

/// What a column is used for, or why it is not counted.
fn used_for(lang: Lang, says: &Says, reading: &RegisterReading) -> Result<String, &'static str> {
    let fields = |path: &str| {
        let groups = reading.groups.iter().map(|group| path.replace("{group}", group));
        let fields: Vec<String> = if reading.groups.is_empty() { Vec::new() } else { groups.collect() };
        fields.join(", ")
    };
    let words = match says {
        Says::HouseholdNumber => {
            lang.pick("số thứ tự hộ: mở một hộ", "the number of the household: begins one")
        }
        Says::MemberNumber => lang.pick("số thứ tự thành viên", "the number of the member"),
        Says::Number => lang.pick("số thứ tự", "a running number"),
        Says::Relation => lang.pick("quan hệ: chủ hộ mở một hộ", "the relation: the head begins a household"),
        Says::Head => lang.pick("chủ hộ: mở một hộ, không lưu", "the head: begins a household, not kept"),
        Says::Name => lang
            .pick("tên: chỉ để biết có người, không lưu", "a name: tells that somebody is there, not kept"),
        Says::Code => {
            lang.pick("mã: chỉ để tìm hộ trùng, không lưu", "a code: finds households listed twice, not kept")
        }
        Says::Papers => lang.pick(
            "số giấy tờ: chỉ để tìm hộ trùng, không lưu",
            "papers: find households listed twice, not kept",
        ),
        Says::HasLeft(_) => {
            lang.pick("hộ đã thoát: không tính là hộ hiện có", "those who left: not counted as there")
        }
        Says::Place(_) => lang.pick("địa bàn", "the place"),
        Says::Class => lang.pick("phân loại hộ: nghèo, cận nghèo", "the kind of household: poor, near-poor"),
        Says::IsPoor => lang.pick("hộ nghèo", "poor"),
        Says::IsNearPoor => lang.pick("hộ cận nghèo", "near-poor"),
        Says::Members => lang.pick("số nhân khẩu", "the number of members"),
        Says::People | Says::Yes(_) | Says::Cause if reading.groups.is_empty() => {
            return Err(lang.pick(" (hộ đã thoát: không đếm)", " (those who left: not counted)"));
        }
        Says::Came(group, Some(line)) if reading.groups.len() != 1 => {
            return Ok(format!("{group}.movement.{line}"));
        }
        Says::Came(_, Some(line)) => return Ok(fields(&format!("{{group}}.movement.{line}"))),
        Says::Came(..) => lang.pick("thuộc nhóm từ trước", "of the group already before"),
        Says::Moved => lang
            .pick("diễn biến: phát sinh, tái nghèo, thoát nghèo", "movement: newly poor, re-entered, exited"),
        Says::People => return Ok(fields(MINORITIES)),
        Says::Yes(path) => return Ok(fields(path)),
        Says::Cause => lang.pick("nguyên nhân → causes", "the cause → causes"),
        Says::Nothing(why) => return Err(not_counted(lang, *why)),
    };
    Ok(words.to_owned())
}

fn not_counted(lang: Lang, why: NotCounted) -> &'static str {
    match why {
        NotCounted::NotAsked => "",
        NotCounted::Asked => lang.pick(" (theo --map)", " (by --map)"),
        NotCounted::Support => lang.pick(" (hỗ trợ)", " (support)"),
        NotCounted::LackOrSupport => lang.pick(
            " (thiếu hụt hay được hỗ trợ? là thiếu hụt thì ghi “Thiếu hụt” ở tiêu đề)",
            " (a deprivation, or help with it? if a deprivation, write “Thiếu hụt” in the heading)",
        ),
        NotCounted::Before => lang.pick(" (loại hộ trước rà soát)", " (the kind before the review)"),
        NotCounted::OtherTime => lang.pick(" (của thời điểm khác)", " (of another time)"),
        NotCounted::SomeMembers => lang.pick(
            " (chỉ một phần nhân khẩu; là tổng số thì ghi “Số nhân khẩu” ở tiêu đề)",
            " (some of the members; if all, write “Số nhân khẩu” in the heading)",
        ),
        NotCounted::NotYesOrNo => lang.pick(" (có ô không phải x)", " (it has cells other than x)"),
    }
}
