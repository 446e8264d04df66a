//! Nothing of anybody leaves a list whose rows stand where headings are looked for: no heading, no place, no line told is
//! made of a row of somebody.

use std::fmt::Write as _;
use std::process::Command;

use serde_json::Value;

use crate::folder::Folder;

/// What was written and told of a list: the snapshot, if any, and all that left, in small letters.
fn left(text: &str, more: &[&str]) -> (Option<Value>, String) {
    let folder = Folder::new("nobody");
    let (list, map) = (folder.at("ds.csv"), folder.at("map.json"));
    std::fs::write(&list, text).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_giamngheo"))
        .args([
            "import",
            "--now",
            "2023-12-31",
            "--as-of",
            "2023-12-31",
            "--unit",
            "Xã Ea Tul",
            "--kind",
            "commune",
        ])
        .args(["--write-map", &map])
        .args(more)
        .arg(&list)
        .env_remove("GIAMNGHEO_LANG")
        .output()
        .unwrap();
    let written = std::fs::read(&map).unwrap_or_default();
    let all =
        String::from_utf8([&output.stdout[..], &output.stderr, &written].concat()).unwrap().to_lowercase();
    (serde_json::from_slice(&output.stdout).ok(), all)
}

/// Words of the rows of people; none of them may leave.
const OF_PEOPLE: [&str; 6] = ["canary", "0790123", "19777", "1977-7", "nhà 77", "hnx"];

fn assert_nobody(text: &str, more: &[&str]) -> Option<Value> {
    let (snapshot, all) = left(text, more);
    for word in OF_PEOPLE {
        assert!(!all.contains(word), "{word} of\n{text}\nin {all}");
    }
    assert!(!all.contains("panicked"), "{all}");
    snapshot
}

/// A row below the headings that has words alone is a part of the list, not one more row of headings.
#[test]
fn the_first_row_of_a_list_is_no_heading() {
    for first in [
        "I;Tổ 1 - Nguyễn Canaryman;;;",
        "A;Số nhà 77, CANARY;;;",
        "I;HNX0790123;;;x",
        ";Tổ 1 Canaryman;;;x",
        ";;;Canaryman;",
        "I;0790123456;;;",
    ] {
        let text = format!(
            "XÃ EA TUL\nDANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023\nSTT;Mã hộ;Họ và tên chủ hộ;Quan hệ;Hộ nghèo;Hộ cận nghèo\n{first}\n\
             1;HNX1;Y Canaryman Niê;Chủ hộ;x;\n2;HNX2;Lê Canaryman;Chủ hộ;;x\n"
        );
        let snapshot = assert_nobody(&text, &[]).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(snapshot["near_poor"]["households"], 1, "{text}{snapshot}");
    }
}

/// A list without names is known by the codes of its households, whatever its first row says.
#[test]
fn a_list_of_codes_alone_has_its_headings_over_it() {
    let title = "XÃ EA TUL\nDANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023\n";
    for (heads, rows) in [
        (
            "Mã hộ;Quan hệ;Năm sinh;Phân loại",
            "HNX1;Chủ hộ;19777;HN\nHNX1;Vợ;19777;\nHNX2;Chủ hộ;1977-7;HCN\n",
        ),
        ("Mã hộ;Phân loại", "HNX1;Hộ nghèo\nHNX2;Hộ cận nghèo\n"),
        ("Mã hộ;Hộ nghèo;Hộ cận nghèo", "HNX1;x;\nHNX2;;x\n"),
        ("Mã hộ;Giới tính chủ hộ;Hộ nghèo;Hộ cận nghèo", "HNX1;Nữ;x;\nHNX2;Nam;;x\n"),
    ] {
        let text = format!("{title}{heads}\n{rows}");
        let snapshot = assert_nobody(&text, &[]).unwrap_or_else(|| panic!("{text}"));
        for group in ["poor", "near_poor"] {
            assert_eq!(snapshot[group]["households"], 1, "{text}{snapshot}");
        }
    }
}

/// A form that has a household a row is a list of people, whatever its counts are.
#[test]
fn households_are_no_areas_whatever_is_counted_of_them() {
    let people = ["Hoàng Canaryman Nam", "Lê Canaryman", "Y Canaryman Niê"];
    let lacks = "Việc làm;Dinh dưỡng;Bảo hiểm y tế";
    let causes = "Không có đất sản xuất;Không có vốn sản xuất;Không có lao động";
    let members = "Số nhân khẩu hộ nghèo;Số nhân khẩu hộ cận nghèo;";
    for (title, heads) in [
        ("TỔNG HỢP CHỈ SỐ THIẾU HỤT CỦA HỘ NGHÈO NĂM 2023", lacks),
        ("TỔNG HỢP NGUYÊN NHÂN NGHÈO NĂM 2023", causes),
        ("TỔNG HỢP HỘ NGHÈO NĂM 2023", members),
    ] {
        let names = [
            "Tên hộ nghèo",
            "Thôn, hộ",
            "Các hộ",
            "Hộ thiếu hụt",
            "Hộ nghèo, cận nghèo",
            "Đơn vị",
            "Nội dung",
        ];
        // A hamlet may have so few persons who are poor.
        for name in names.into_iter().chain((heads != members).then_some("Thôn")) {
            let mut text = format!("UBND XÃ EA TUL\n{title}\nTT;{name};{heads}\nI;Thôn 1;2;2;2\n");
            for (at, who) in people.iter().enumerate() {
                writeln!(text, "{};{who};1;{};1", at + 1, usize::from(at > 0)).unwrap();
            }
            assert_eq!(assert_nobody(&text, &[]), None, "{text}");
        }
    }
}

/// Under a heading of hamlets somebody is known by the name of the family, the house, or what is said of nobody else; what
/// stands beside a hamlet is cut from it.
#[test]
fn who_is_named_for_a_hamlet_is_no_area() {
    let table = |name: &str| {
        let title = "UBND XÃ EA TUL\nTỔNG HỢP HỘ NGHÈO NĂM 2023\nTT;Thôn;Hộ nghèo;Hộ cận nghèo\n";
        format!("{title}1;\"{name}\";10;5\n2;Bản Mới;11;5\n")
    };
    for name in [
        "Giàng Canaryman Páo",
        "Y Canaryman Niê",
        "Nhà Canaryman",
        "Số nhà 77 Canaryphố",
        "Canaryman Páo (chết)",
        "Xóm ông Canaryman",
    ] {
        assert_eq!(assert_nobody(&table(name), &[]), None, "{name}");
    }
    for name in ["Bản Bú; Canaryman", "Bản Bú (Canaryman)", "Bản Bú/Lò Canaryman", "Bản Bú"] {
        let snapshot = assert_nobody(&table(name), &[]).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(snapshot["areas"][0]["name"], "Bản Bú", "{name}");
    }
    // Persons of households under a heading of hamlets, a row each.
    let title = "UBND XÃ EA TUL\nTỔNG HỢP HỘ NGHÈO NĂM 2023\nTT;Thôn;Số nhân khẩu hộ nghèo;Số nhân khẩu hộ cận nghèo\n";
    for people in [
        ["Hoàng Canaryman Nam", "Lê Canaryman", "Đinh Canaryman"],
        ["Lê Canaryman", "Lò Canaryman", "Đinh Canaryman"],
    ] {
        let rows = people.map(|who| format!("1;{who};4;\n")).concat();
        assert_eq!(assert_nobody(&format!("{title}{rows}"), &[]), None, "{people:?}");
    }
}

/// A file of totals gives none to what may be somebody.
#[test]
fn totals_of_households_name_nobody() {
    let folder = Folder::new("totals");
    let list = "UBND XÃ EA TUL\nDANH SÁCH HỘ NGHÈO NĂM 2023\nSTT;Họ và tên chủ hộ;Thôn;Số khẩu\n1;Canaryman A;Thôn 1;3\n2;Canaryman B;Đông;2\n3;Canaryman C;Đông;2\n";
    for (totals, is_taken) in [
        ("Thôn;Tổng số hộ\nThôn 1;200\nLê Canaryman;300\n", false),
        ("Thôn 1;200\nNguyễn Thị Canaryman;300\n", false),
        ("Thôn 1;200\nCanaryman;300\n", false),
        ("Thôn;Tổng số hộ\nThôn 1;200\nĐông;300\nThôn 7;100\n", true),
    ] {
        let file = folder.write("totals.csv", totals);
        let snapshot = assert_nobody(list, &["--households", &file]);
        assert_eq!(snapshot.is_some(), is_taken, "{totals}");
    }
}

/// Lists of a few columns in any order, with and without a row of numbers or of a part below their headings.
#[test]
fn nobody_leaves_any_list() {
    const COLUMNS: [(&str, [&str; 3]); 16] = [
        ("STT", ["1", "2.", ""]),
        ("Mã hộ", ["HNX0001", "0790123001", "HNX.3"]),
        ("Số CCCD", ["079012300001", "079012300002", ""]),
        ("Họ và tên", ["Nguyễn Canaryman An", "Hồ Canaryman", "Y Canaryman Niê"]),
        ("Chủ hộ", ["Lê Canaryman", "Canaryman Mlô", ""]),
        ("Quan hệ với chủ hộ", ["Chủ hộ", "Vợ", "Con"]),
        ("Năm sinh", ["19777", "1977-7", ""]),
        ("Giới tính", ["Nam", "Nữ", ""]),
        ("Dân tộc", ["Kinh", "Ê Đê", ""]),
        ("Địa chỉ", ["Số nhà 77 Canaryphố", "Tổ 3, Canaryphố", ""]),
        ("Thôn", ["Thôn 1", "Thôn 2", ""]),
        ("Phân loại", ["HN", "Hộ cận nghèo", ""]),
        ("Hộ nghèo", ["x", "", "X"]),
        ("Điện thoại", ["0790123456", "0790.123.456", ""]),
        ("Nguyên nhân", ["Ốm đau", "Canarybệnh", ""]),
        ("Ghi chú", ["bệnh Canary", "", "Canaryghi"]),
    ];
    const BELOW: [&str; 5] = ["", "1;2;3;4;5;6\n", "I;Thôn 1\n", "I;Tổ 1 Canaryman\n", "Canaryman\n"];
    const TITLES: [&str; 4] =
        ["DANH SÁCH HỘ NGHÈO NĂM 2023", "Danh sách hộ Canaryman", "RÀ SOÁT HỘ NGHÈO 2023", ""];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut any = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below).unwrap()).unwrap()
    };
    for _ in 0..150 {
        let mut columns: Vec<usize> = (0..COLUMNS.len()).collect();
        let wanted = 2 + any(6);
        while columns.len() > wanted {
            columns.remove(any(columns.len()));
        }
        if any(2) == 0 {
            columns.reverse();
        }
        let line = |cells: Vec<&str>| format!("{}\n", cells.join(";"));
        let mut text = format!("UBND XÃ EA TUL\n{}\n", TITLES[any(TITLES.len())]);
        text += &line(columns.iter().map(|column| COLUMNS[*column].0).collect());
        text += BELOW[any(BELOW.len())];
        for _ in 0..=any(4) {
            text += &line(columns.iter().map(|column| COLUMNS[*column].1[any(3)]).collect());
        }
        let lang = ["vi", "en"][any(2)];
        assert_nobody(&text, &["--lang", lang]);
    }
}
