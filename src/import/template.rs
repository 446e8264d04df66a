//! The workbook that an office fills in, and the forms that are sent up: which sheets they have and how these are
//! headed. Written from here and read by the same words, so that what goes out comes back.

use super::forms::words_of;

/// A word that people write and the code that a snapshot has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The word.
    pub said: &'static str,
    /// The code.
    pub code: &'static str,
}

const fn word(said: &'static str, code: &'static str) -> Word {
    Word { said, code }
}

/// What is measured.
pub const MEASURES: &[Word] = &[
    word("Tỷ lệ hộ nghèo", "poor.rate"),
    word("Số hộ nghèo", "poor.households"),
    word("Tỷ lệ hộ cận nghèo", "near_poor.rate"),
    word("Số hộ cận nghèo", "near_poor.households"),
    word("Tỷ lệ nghèo đa chiều", "combined.rate"),
    word("Số hộ nghèo đa chiều", "combined.households"),
    word("Hộ nghèo có người có công", "poor.policy_families"),
    word("Hộ cận nghèo có người có công", "near_poor.policy_families"),
];
/// In which way something is asked.
pub const AIMS: &[Word] = &[
    word("Giảm (điểm %)", "reduce_by_points"),
    word("Giảm (hộ)", "reduce_by"),
    word("Giảm (%)", "reduce_by_percent"),
    word("Còn hoặc đạt mức", "reach"),
    word("Giữ ở mức", "keep_at"),
    word("Đạt (% kế hoạch)", "reach_percent"),
    word("Hoàn thành", "done"),
];
/// What a programme is about.
pub const KINDS: &[Word] = &[
    word("Tín dụng", "credit"),
    word("Việc làm", "employment"),
    word("Giáo dục", "education"),
    word("Y tế", "health"),
    word("Bảo hiểm", "insurance"),
    word("Nhà ở", "housing"),
    word("Tiền điện, nước", "utilities"),
    word("Khác", "other"),
];
/// Where a task stands.
pub const STATES: &[Word] =
    &[word("Chưa làm", "planned"), word("Đang làm", "under_way"), word("Đã xong", "done")];
/// What is counted.
pub const UNITS: &[Word] = &[
    word("hộ", "household"),
    word("người", "person"),
    word("học sinh, sinh viên", "pupil"),
    word("trường hợp", "case"),
    word("suất", "award"),
    word("thẻ", "card"),
    word("lượt", "turn"),
    word("lượt hộ", "household_turn"),
    word("sàn giao dịch", "fair"),
];
/// What a unit is.
pub const UNIT_KINDS: &[Word] = &[
    word("Cả nước", "nation"),
    word("Tỉnh, thành phố", "province"),
    word("Quận, huyện", "district"),
    word("Xã, thị trấn", "commune"),
    word("Phường", "ward"),
    word("Đặc khu", "special_zone"),
    word("Khu phố, thôn", "quarter"),
    word("Khác", "other"),
];
/// Where figures come from.
pub const PROVENANCES: &[Word] = &[
    word("Báo cáo", "reported"),
    word("Ước thực hiện", "estimated"),
    word("Suy ra", "derived"),
    word("MINH HỌA", "illustrative"),
];
/// How final figures are.
pub const STAGES: &[Word] = &[word("Sơ bộ", "preliminary"), word("Chính thức", "final")];
/// What is said before a number, in small letters.
pub const QUALIFIERS: &[Word] = &[
    word("hơn ", "over"),
    word("trên ", "over"),
    word("gần ", "nearly"),
    word("khoảng ", "about"),
    word("dưới ", "under"),
    word("ít nhất ", "at_least"),
    word("tối thiểu ", "at_least"),
    word("nhiều nhất ", "at_most"),
    word("tối đa ", "at_most"),
];

/// The words that a member of the front sheet is one of; none where anything may stand.
pub fn words_of_front(path: &str) -> Option<&'static [Word]> {
    match path {
        "unit.kind" => Some(UNIT_KINDS),
        "source.stage" => Some(STAGES),
        "source.provenance" | "areas.provenance" => Some(PROVENANCES),
        _ => None,
    }
}

/// The code of a word in words made alike.
pub fn word_code(words: &[Word], said: &str) -> Option<&'static str> {
    words.iter().find(|word| words_of(word.said) == said).map(|word| word.code)
}

/// The word for a code.
pub fn word_of(words: &[Word], code: &str) -> Option<&'static str> {
    words.iter().find(|word| word.code == code).map(|word| word.said)
}

/// What a column of a sheet of entries holds, and the member of the entry it becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKey {
    /// A running number, for people.
    Number,
    /// A text.
    Text(&'static str),
    /// The year.
    Year,
    /// A day.
    Day(&'static str),
    /// One of some words.
    Word(&'static str, &'static [Word]),
    /// A figure.
    Figure(&'static str),
    /// The unit of a figure.
    UnitOf(&'static str),
    /// In which way it is asked.
    AimKind,
    /// How much is asked.
    Aim,
    /// A level, in an object of the entry.
    Level(&'static str, &'static str),
    /// A percentage, in an object of the entry.
    Percent(&'static str, &'static str),
}

/// A column of a sheet of entries.
#[derive(Debug, Clone, Copy)]
pub struct EntryColumn {
    /// Its head.
    pub head: &'static str,
    /// What it holds.
    pub key: ColumnKey,
    /// The letters it is wide.
    pub width: u16,
}

const fn column(head: &'static str, key: ColumnKey, width: u16) -> EntryColumn {
    EntryColumn { head, key, width }
}

/// A sheet of entries.
#[derive(Debug, Clone, Copy)]
pub struct EntrySheet {
    /// Its name.
    pub title: &'static str,
    /// The list of the snapshot.
    pub list: &'static str,
    /// What ids begin with that are given here.
    pub id: &'static str,
    /// The head of the names, by which the sheet is known.
    pub name_head: &'static str,
    /// Its columns.
    pub columns: &'static [EntryColumn],
}

impl EntrySheet {
    /// All of them.
    pub const ALL: [Self; 3] = [TARGETS, PROGRAMMES, TASKS];
}

/// What is asked.
pub const TARGETS: EntrySheet = EntrySheet {
    title: "Chỉ tiêu",
    list: "targets",
    id: "chi-tieu",
    name_head: "Tên chỉ tiêu",
    columns: &[
        column("STT", ColumnKey::Number, 5),
        column("Mã chỉ tiêu", ColumnKey::Text("id"), 16),
        column("Tên chỉ tiêu", ColumnKey::Text("name"), 34),
        column("Năm", ColumnKey::Year, 7),
        column("Số liệu theo dõi", ColumnKey::Word("measure", MEASURES), 26),
        column("Cách giao", ColumnKey::AimKind, 18),
        column("Mức giao", ColumnKey::Aim, 11),
        column("Đầu kỳ", ColumnKey::Level("baseline", "value"), 11),
        column("Kết quả", ColumnKey::Level("result", "value"), 11),
        column("Đạt (% chỉ tiêu)", ColumnKey::Percent("result", "percent_of_aim"), 13),
        column("Giao cho (địa bàn)", ColumnKey::Text("area"), 18),
        column("Hạn", ColumnKey::Day("due"), 12),
        column("Nguyên văn", ColumnKey::Text("quote"), 40),
    ],
};

/// What is given.
pub const PROGRAMMES: EntrySheet = EntrySheet {
    title: "Chính sách",
    list: "programmes",
    id: "chinh-sach",
    name_head: "Tên chính sách",
    columns: &[
        column("STT", ColumnKey::Number, 5),
        column("Mã chính sách", ColumnKey::Text("id"), 16),
        column("Tên chính sách", ColumnKey::Text("name"), 38),
        column("Lĩnh vực", ColumnKey::Word("kind", KINDS), 16),
        column("Đã hỗ trợ", ColumnKey::Figure("reached"), 12),
        column("Đơn vị tính", ColumnKey::UnitOf("reached"), 18),
        column("Kinh phí (đồng)", ColumnKey::Figure("amount"), 20),
        column("Kế hoạch", ColumnKey::Figure("planned"), 12),
        column("Dự toán (đồng)", ColumnKey::Figure("budget"), 20),
        column("Nguồn vốn", ColumnKey::Text("fund"), 22),
        column("Đối tượng", ColumnKey::Text("for"), 22),
        column("Nguyên văn", ColumnKey::Text("quote"), 40),
    ],
};

/// What is to be done.
pub const TASKS: EntrySheet = EntrySheet {
    title: "Nhiệm vụ",
    list: "tasks",
    id: "nhiem-vu",
    name_head: "Tên nhiệm vụ",
    columns: &[
        column("STT", ColumnKey::Number, 5),
        column("Mã nhiệm vụ", ColumnKey::Text("id"), 16),
        column("Tên nhiệm vụ", ColumnKey::Text("name"), 48),
        column("Người giao", ColumnKey::Text("by"), 24),
        column("Đơn vị thực hiện", ColumnKey::Text("owner"), 24),
        column("Hạn", ColumnKey::Day("due"), 12),
        column("Tình trạng", ColumnKey::Word("status", STATES), 14),
    ],
};

/// A column of a form of places: the rows of its heading, and its field; `{group}` stands for the group of the form.
#[derive(Debug, Clone, Copy)]
pub struct FormColumn {
    /// Its heading, from the top row down.
    pub heads: [&'static str; 2],
    /// Its field.
    pub field: &'static str,
}

const fn form(top: &'static str, below: &'static str, field: &'static str) -> FormColumn {
    FormColumn { heads: [top, below], field }
}

/// The summary of results.
pub const RESULTS: &[FormColumn] = &[
    form("Tổng số hộ dân cư", "Số hộ", "households"),
    form("Tổng số hộ dân cư", "Nhân khẩu", "persons"),
    form("Hộ nghèo", "Số hộ", "poor.households"),
    form("Hộ nghèo", "Tỷ lệ (%)", "poor.rate_percent"),
    form("Hộ nghèo", "Nhân khẩu", "poor.persons"),
    form("Hộ nghèo", "Hộ có người có công", "poor.policy_families"),
    form("Hộ cận nghèo", "Số hộ", "near_poor.households"),
    form("Hộ cận nghèo", "Tỷ lệ (%)", "near_poor.rate_percent"),
    form("Hộ cận nghèo", "Nhân khẩu", "near_poor.persons"),
    form("Hộ cận nghèo", "Hộ có người có công", "near_poor.policy_families"),
];

/// The movement of the poor.
pub const POOR_MOVEMENT: &[FormColumn] = &[
    form("Số hộ đầu kỳ", "", "poor.movement.start"),
    form("Thoát nghèo", "Cộng", "poor.movement.escaped"),
    form("Thoát nghèo", "Trở thành hộ cận nghèo", "poor.movement.to_near_poor"),
    form("Thoát nghèo", "Vượt chuẩn cận nghèo", "poor.movement.above_near_poor"),
    form("Khác giảm", "", "poor.movement.other_out"),
    form("Hộ cận nghèo trở thành hộ nghèo", "", "poor.movement.from_near_poor"),
    form("Bổ sung", "Tái nghèo", "poor.movement.relapsed"),
    form("Bổ sung", "Phát sinh mới", "poor.movement.newly"),
    form("Khác tăng", "", "poor.movement.other_in"),
    form("Số hộ cuối kỳ", "", "poor.households"),
];

/// The movement of the near-poor.
pub const NEAR_POOR_MOVEMENT: &[FormColumn] = &[
    form("Số hộ đầu kỳ", "", "near_poor.movement.start"),
    form("Thoát cận nghèo", "Cộng", "near_poor.movement.escaped"),
    form("Thoát cận nghèo", "Trở thành hộ nghèo", "near_poor.movement.to_poor"),
    form("Thoát cận nghèo", "Vượt chuẩn cận nghèo", "near_poor.movement.above_near_poor"),
    form("Khác giảm", "", "near_poor.movement.other_out"),
    form("Hộ nghèo trở thành hộ cận nghèo", "", "near_poor.movement.from_poor"),
    form("Bổ sung", "Tái cận nghèo", "near_poor.movement.relapsed"),
    form("Bổ sung", "Phát sinh mới", "near_poor.movement.newly"),
    form("Khác tăng", "", "near_poor.movement.other_in"),
    form("Số hộ cuối kỳ", "", "near_poor.households"),
];

/// The sheet of the notes on how to fill the workbook in.
pub const NOTES_SHEET: &str = "Hướng dẫn";
/// Its first cell.
pub const NOTES_HEAD: &str = "CÁCH DÙNG";

/// The sheet that says which column of which sheet is which field, and the heads of its columns.
pub const MAP_SHEET: &str = "Đối chiếu cột";
/// In the place of a sheet's name there: the name beside it is that of a place, whatever it is like.
pub const MAP_PLACES: &str = "Địa bàn";
/// See [`MAP_SHEET`].
pub const MAP_HEADS: [&str; 3] = ["Trang tính", "Cột", "Trường"];

/// The label of the places whose parts are not all there; only what is written from a snapshot says it.
pub const NOT_ALL_AREAS: &str = "Nơi chưa đủ địa bàn";
/// What parts the names after [`NOT_ALL_AREAS`].
pub const BETWEEN_NAMES: &str = "; ";
/// The name of the unit among them.
pub const WHOLE: &str = "Tổng cộng";

/// Labels of the front sheet, and the path of the member each fills.
pub const FRONT: &[(&str, &str)] = &[
    ("Đơn vị", "unit.name"),
    ("Cấp", "unit.kind"),
    ("Mã đơn vị", "unit.code"),
    ("Thuộc", "unit.within"),
    ("Số liệu đến ngày", "as_of"),
    ("Kỳ số liệu", "period"),
    ("Mã chuẩn nghèo", "standard.id"),
    ("Tên chuẩn nghèo", "standard.name"),
    ("Loại số liệu", "source.provenance"),
    ("Loại số liệu của các địa bàn", "areas.provenance"),
    (NOT_ALL_AREAS, "areas.incomplete"),
    ("Giai đoạn", "source.stage"),
    ("Tên báo cáo", "source.title"),
    ("Nơi ban hành", "source.publisher"),
    ("Ngày ban hành", "source.published"),
];

#[cfg(test)]
mod tests {
    use super::super::columns::{ColumnUse, mapped};
    use super::super::grid::{Grid, SheetCell};
    use super::super::heading;
    use super::*;

    /// What goes out comes back: every heading that is written is read as the field it was written for.
    #[test]
    fn the_headings_written_are_those_read() {
        for (title, columns) in [
            ("TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO", RESULTS),
            ("DIỄN BIẾN HỘ NGHÈO", POOR_MOVEMENT),
            ("DIỄN BIẾN HỘ CẬN NGHÈO", NEAR_POOR_MOVEMENT),
        ] {
            let row = |level: usize| -> Vec<SheetCell> {
                let labels = [["STT", "Phường/Xã"], ["", ""]][level];
                let mut last = "";
                let heads = columns.iter().map(|column| {
                    // Merged cells: only the first has its text.
                    let head = column.heads[level];
                    let head = if level == 0 && head == last { "" } else { head };
                    last = if level == 0 { column.heads[0] } else { last };
                    head
                });
                let cell = |text: &str| {
                    if text.is_empty() { SheetCell::Empty } else { SheetCell::Text(text.to_owned()) }
                };
                labels.into_iter().chain(heads).map(cell).collect()
            };
            let grid = Grid {
                rows: vec![vec![SheetCell::Text(title.to_owned())], row(0), row(1)],
                ..Grid::default()
            };
            let heading = heading::find(&grid).unwrap();
            let read: Vec<String> = mapped(&grid, &heading, None, None)
                .0
                .into_iter()
                .skip(2)
                .map(|column| match column.read_for {
                    ColumnUse::Field(field) => field.path().to_owned(),
                    other => format!("{other:?}"),
                })
                .collect();
            assert_eq!(read, columns.iter().map(|column| column.field).collect::<Vec<_>>(), "{title}");
        }
    }

    #[test]
    fn every_word_has_one_code() {
        for words in [MEASURES, AIMS, KINDS, STATES, UNITS, UNIT_KINDS, STAGES] {
            for word in words {
                assert_eq!(word_code(words, &words_of(word.said)), Some(word.code), "{}", word.said);
                assert_eq!(word_of(words, word.code), Some(word.said));
            }
        }
    }
}
