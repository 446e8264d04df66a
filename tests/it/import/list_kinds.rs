//! Lists as offices keep them: kinds in other words, columns of several years, households whose rows hang together by a
//! code or a number alone, places of one level.

use serde_json::{Value, json};

use super::{area, imported};
use crate::folder::Folder;

const BOTH: &str = "UBND XÃ MƯỜNG BÚ\nDANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022\n";

/// A list as it is imported, and what is told of it.
fn counted(text: &str) -> (Value, String) {
    let folder = Folder::new("import");
    let (snapshot, told) = imported(&[&folder.write("ds.csv", text)], &[]);
    assert!(
        !told.to_lowercase().contains("canary") && !snapshot.to_string().to_lowercase().contains("canary")
    );
    (snapshot, told)
}

/// Households and persons of both groups.
fn of_groups(snapshot: &Value) -> [Value; 4] {
    let of = |group: &str, of: &str| snapshot[group][of].clone();
    [
        of("poor", "households"),
        of("poor", "persons"),
        of("near_poor", "households"),
        of("near_poor", "persons"),
    ]
}

fn names(snapshot: &Value) -> Vec<&str> {
    let areas = snapshot["areas"].as_array().into_iter().flatten();
    areas.filter_map(|area| area["name"].as_str()).collect()
}

/// A commune may have quarters and hamlets: one ends the other. Groups of households lie in the quarters that have them.
#[test]
fn a_hamlet_ends_the_quarter_above_it() {
    let row = |n: u32| format!("{n};CANARY {n};2;Hộ nghèo\n");
    let list = |parts: &[(&str, u32)]| {
        let mut text = format!("{BOTH}STT;Họ và tên chủ hộ;Số khẩu;Phân loại\n");
        let mut n = 0;
        for (place, households) in parts {
            text.push_str(&[";", place, "\n"].concat());
            text.extend((0..*households).map(|_| {
                n += 1;
                row(n)
            }));
        }
        counted(&text)
    };
    let (snapshot, told) =
        list(&[("Khu phố 3", 3), ("Thôn 1", 2), ("Bản Bú", 4), ("Ấp Đông", 1), ("Xóm Đồi", 2), ("Tổ 5", 1)]);
    assert_eq!(names(&snapshot), ["Ấp Đông", "Bản Bú", "Khu phố 3", "Thôn 1", "Tổ 5", "Xóm Đồi"], "{told}");
    assert_eq!(area(&snapshot, "Khu phố 3")["poor"]["households"], 3, "{told}");
    assert_eq!(area(&snapshot, "Tổ 5")["poor"]["households"], 1, "{told}");
    let (snapshot, told) =
        list(&[("Khu phố 3", 0), ("Tổ 1", 2), ("Tổ 2", 1), ("Khu phố 4", 1), ("Tổ 1", 2), ("Thôn 1", 1)]);
    assert_eq!(names(&snapshot), ["Khu phố 3", "Khu phố 4", "Thôn 1"], "{told}");
    assert_eq!(area(&snapshot, "Khu phố 3")["poor"]["households"], 3, "{told}");
    assert_eq!(area(&snapshot, "Khu phố 4")["poor"]["households"], 3, "{told}");
}

/// A column of groups lies in the hamlet that a row names.
#[test]
fn a_column_of_groups_lies_in_the_hamlet_of_its_rows() {
    let (snapshot, told) = counted(&format!(
        "{BOTH}STT;Họ và tên chủ hộ;Tổ;Phân loại\n;Thôn 1\n1;CANARY A;Tổ 1;Hộ nghèo\n2;CANARY B;Tổ 2;Hộ nghèo\n"
    ));
    assert_eq!(names(&snapshot), ["Thôn 1"], "{told}");
    assert_eq!(area(&snapshot, "Thôn 1")["areas"][1]["name"], "Tổ 2", "{told}");
}

#[test]
fn a_kind_may_say_more_of_a_household() {
    let rows = [
        "Hộ nghèo không có khả năng lao động",
        "Hộ nghèo DTTS",
        "Nghèo thu nhập",
        "Hộ nghèo BTXH",
        "Hộ cận nghèo, có công",
        "Hộ có mức sống trung bình",
        "Hộ nghèo 2",
    ];
    let rows = rows.iter().enumerate().map(|(n, kind)| format!("{};CANARY {n};2;{kind}\n", n + 1));
    let heads = "STT;Họ và tên chủ hộ;Số khẩu;Phân loại hộ\n";
    let (snapshot, told) = counted(&format!("{BOTH}{heads}{}", rows.collect::<String>()));
    assert_eq!(of_groups(&snapshot), [4, 8, 1, 2].map(Value::from), "{told}");
    let among = json!([{ "id": "dtts", "households": 1 }, { "id": "khong-lao-dong", "households": 1 }]);
    for (own, known) in snapshot["poor"]["among"].as_array().unwrap().iter().zip(among.as_array().unwrap()) {
        assert_eq!((&own["id"], &own["households"]), (&known["id"], &known["households"]), "{told}");
    }
    assert_eq!(snapshot["near_poor"]["policy_families"], 1, "{told}");
    assert!(told.contains("(phân loại hộ không nhận ra): 10"), "{told}");
    assert!(told.contains("(không phải hộ nghèo, cận nghèo): 9"), "{told}");
    // A row above says it of all below it.
    let rows = "Hộ nghèo không có khả năng lao động\n1;CANARY A;2\nHộ nghèo\n2;CANARY B;2\nHộ cận nghèo\n3;CANARY C;2\n";
    let (snapshot, told) = counted(&format!("{BOTH}STT;Họ và tên chủ hộ;Số khẩu\n{rows}"));
    assert_eq!(of_groups(&snapshot), [2, 4, 1, 2].map(Value::from), "{told}");
    assert_eq!(snapshot["poor"]["among"][0]["households"], 1, "{told}");
}

#[test]
fn headings_of_a_new_page_are_no_household() {
    let heads = "STT;Mã hộ;Họ và tên chủ hộ;Thôn;Số khẩu;Phân loại hộ\n";
    let (first, second) = (
        "1;H1;CANARY A;Bản Bú;4;Hộ nghèo\n",
        "2;H2;CANARY B;Bản Mới;3;Hộ cận nghèo\n3;H3;CANARY C;Bản Bú;4;Hộ nghèo\n",
    );
    for page in [heads.to_owned(), format!("{BOTH}{heads}1;2;3;4;5;6\n"), format!("\n{heads}\n")] {
        let (snapshot, told) = counted(&format!("{BOTH}{heads}{first}{page}{second}"));
        assert_eq!(of_groups(&snapshot), [2, 8, 1, 3].map(Value::from), "{page}{told}");
        assert_eq!(snapshot["source"]["note"], "Nhập từ ds.csv", "{page}{told}");
        assert!(told.contains("(tiêu đề lặp lại)"), "{page}{told}");
        assert_eq!(names(&snapshot), ["Bản Bú", "Bản Mới"], "{page}{told}");
    }
}

/// "N" and "CN" under a heading that asks for both; a title of one kind gives way to what each household says.
#[test]
fn short_kinds_go_before_the_title() {
    let title = "UBND XÃ MƯỜNG BÚ\nDANH SÁCH HỘ NGHÈO NĂM 2022\n";
    for head in ["Hộ N/CN", "Diện", "HN/CN"] {
        let rows = "1;CANARY A;2;N\n2;CANARY B;3;CN\n3;CANARY C;1;N\n";
        let (snapshot, told) = counted(&format!("{title}STT;Họ và tên chủ hộ;Số khẩu;{head}\n{rows}"));
        assert_eq!(of_groups(&snapshot), [2, 3, 1, 3].map(Value::from), "{head}{told}");
    }
    // What was before says nothing of now.
    let rows = "1;CANARY A;2;N\n2;CANARY B;3;CN\n";
    let (snapshot, told) = counted(&format!("{title}STT;Họ và tên chủ hộ;Số khẩu;Diện năm 2021\n{rows}"));
    assert_eq!(snapshot["poor"]["households"], 2, "{told}");
    let (snapshot, told) = imported(&["list-short-kinds.xlsx"], &[]);
    let households = |group: &str| snapshot[group]["households"].clone();
    assert_eq!([households("poor"), households("near_poor")], [1, 2], "{told}");
}

#[test]
fn the_year_of_the_list_counts() {
    let heads = "STT;Họ và tên chủ hộ;Số khẩu;Năm 2021;;Năm 2022;\n;;;HN;HCN;HN;HCN\n";
    let rows = "1;CANARY A;2;x;;;x\n2;CANARY B;3;;x;x;\n3;CANARY C;3;x;;;\n4;CANARY D;3;;;x;\n";
    let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
    assert_eq!(of_groups(&snapshot), [2, 6, 1, 2].map(Value::from), "{told}");
    assert!(told.contains("D Năm 2021 / HN (của thời điểm khác)"), "{told}");
    assert!(told.contains("(không ghi hộ nghèo hay cận nghèo): 7"), "{told}");
}

#[test]
fn men_and_women_make_the_members() {
    let rows = "1;CANARY A;2;2;Hộ nghèo\n2;CANARY B;2;0;Hộ cận nghèo\n3;CANARY C;;1;Hộ nghèo\n";
    let heads = |one: &str, other: &str| {
        format!("{BOTH}STT;Họ và tên chủ hộ;Số khẩu;;Phân loại hộ\n;;{one};{other};\n")
    };
    let (snapshot, told) = counted(&format!("{}{rows}", heads("Nam", "Nữ")));
    assert_eq!(of_groups(&snapshot), [2, 5, 1, 2].map(Value::from), "{told}");
    let rows = "1;CANARY A;4;2;Hộ nghèo\n2;CANARY B;2;0;Hộ cận nghèo\n";
    let (snapshot, told) = counted(&format!("{}{rows}", heads("Tổng", "Nữ")));
    assert_eq!(of_groups(&snapshot), [1, 4, 1, 2].map(Value::from), "{told}");
    assert!(told.contains("D Số khẩu / Nữ (chỉ một phần nhân khẩu"), "{told}");
    // Some of them are not all.
    let (snapshot, told) = counted(&format!(
        "{BOTH}STT;Họ và tên chủ hộ;Số khẩu trong độ tuổi lao động;Phân loại hộ\n1;CANARY A;4;Hộ nghèo\n"
    ));
    assert_eq!(snapshot["poor"], json!({ "households": 1 }), "{told}");
}

/// Who heads a household is told by its code, wherever the head stands in it.
#[test]
fn a_code_holds_a_household_together() {
    let heads = "STT;Mã hộ;Họ và tên;Quan hệ với chủ hộ;Phân loại hộ\n";
    let rows = "1;H1;CANARY A;Vợ;Hộ nghèo\n2;H1;CANARY B;Chủ hộ;Hộ nghèo\n3;H1;CANARY C;Con;Hộ nghèo\n\
                4;H2;CANARY D;Chủ hộ;Hộ cận nghèo\n5;H3;CANARY E;Con;Hộ nghèo\n6;H3;CANARY F;Chủ hộ;Hộ nghèo\n";
    let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
    assert_eq!(of_groups(&snapshot), [2, 5, 1, 1].map(Value::from), "{told}");
    assert!(!told.contains("không đọc được"), "{told}");
    // Rows apart from each other are of one household all the same.
    let rows = "1;H1;CANARY A;Chủ hộ;Hộ nghèo\n2;H1;CANARY A2;Vợ;\n3;H2;CANARY B;Chủ hộ;Hộ cận nghèo\n4;H1;CANARY C;Con;\n\
                5;H2;CANARY D;Vợ;\n6;H2;CANARY E;Con;\n";
    let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
    assert_eq!(of_groups(&snapshot), [1, 3, 1, 3].map(Value::from), "{told}");
    // A code of each member is none of the household.
    let rows = "1;H1-1;CANARY A;Chủ hộ;Hộ nghèo\n2;H1-2;CANARY B;Vợ;\n3;H2-1;CANARY C;Chủ hộ;Hộ nghèo\n4;H2-2;CANARY D;Con;\n";
    let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
    assert_eq!(snapshot["poor"], json!({ "households": 2, "persons": 4 }), "{told}");
    // Without a relation the code alone tells.
    let rows = "1;H1;CANARY A;Hộ nghèo\n2;H1;CANARY B;Hộ nghèo\n3;H1;CANARY C;\n4;H2;CANARY D;Hộ cận nghèo\n5;H3;CANARY E;Hộ nghèo\n";
    let (snapshot, told) = counted(&format!("{BOTH}STT;Mã hộ;Họ và tên;Phân loại hộ\n{rows}"));
    assert_eq!(of_groups(&snapshot), [2, 4, 1, 1].map(Value::from), "{told}");
}

/// The head's people are those of the household, though another member comes first.
#[test]
fn the_people_are_those_of_the_head() {
    let heads = "Mã hộ;Họ và tên;Quan hệ;Dân tộc;Phân loại\n";
    let rows = "H1;CANARY A;Vợ;Kinh;Hộ nghèo\nH1;CANARY B;Chủ hộ;Thái;Hộ nghèo\nH2;CANARY C;Con;Thái;Hộ nghèo\nH2;CANARY D;Chủ hộ;Kinh;Hộ nghèo\n\
                H3;CANARY E;Chủ hộ;Kinh;Hộ nghèo\n";
    let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
    assert_eq!(snapshot["poor"]["among"][0]["households"], 1, "{told}");
    assert_eq!(snapshot["poor"]["persons"], 5, "{told}");
}

/// Only the first row of a household has a number: those below it are its members.
#[test]
fn a_number_begins_a_household() {
    let heads = "STT;Họ và tên;Năm sinh;Phân loại\n";
    let bare = ";Bản Bú\n1;CANARY A;;Hộ nghèo\n;CANARY B\n;CANARY C\n2;CANARY D;;Hộ cận nghèo\n;CANARY E\n;Bản Mới\n3;CANARY F;;Hộ nghèo\n";
    let full = ";Bản Bú\n1;CANARY A;;Hộ nghèo\n;CANARY B;1970;\n;CANARY C;1980;\n2;CANARY D;;Hộ cận nghèo\n;CANARY E;1990;\n;Bản Mới\n3;CANARY F;;Hộ nghèo\n";
    for rows in [bare, full] {
        let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
        assert_eq!(of_groups(&snapshot), [2, 4, 1, 2].map(Value::from), "{told}");
        assert_eq!(area(&snapshot, "Bản Bú")["near_poor"]["households"], 1, "{told}");
        assert_eq!(area(&snapshot, "Bản Mới")["poor"]["persons"], 1, "{told}");
        assert!(!told.contains("không đọc được"), "{told}");
    }
    // A name alone between numbers may be that of a place.
    let rows = "1;CANARY A;;Hộ nghèo\n;Nậm CANARY\n2;CANARY D;;Hộ cận nghèo\n";
    let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
    assert_eq!(snapshot["poor"], json!({ "households": 1 }), "{told}");
    assert!(told.contains("(không phải dòng hộ, thành viên hay tên địa bàn): 5"), "{told}");
    // Numbers that were forgotten leave households that say what they are.
    let rows =
        "1;CANARY A;;Hộ nghèo\n;CANARY B;1970;Hộ nghèo\n;CANARY C;1980;Hộ nghèo\n4;CANARY D;;Hộ cận nghèo\n";
    let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
    assert_eq!(snapshot["poor"], json!({ "households": 3 }), "{told}");
}

/// A merged number holds its rows together.
#[test]
fn merged_numbers_hold_a_household_together() {
    let (snapshot, told) = imported(&["list-merged-numbers.xlsx"], &[]);
    assert_eq!(of_groups(&snapshot), [2, 4, 1, 1].map(Value::from), "{told}");
    assert!(!told.contains("không đọc được"), "{told}");
}

/// A household's own row is no member: without a name, or with that of the head who stands below once more.
#[test]
fn the_row_of_a_household_is_no_member() {
    let heads = "STT hộ;STT thành viên;Họ và tên;Quan hệ với chủ hộ;Phân loại hộ\n";
    for own in ["", "Hộ ông CANARY A"] {
        let rows = format!(
            "1;;{own};;Hộ nghèo\n;1;CANARY A;Chủ hộ;\n;2;CANARY B;Con;\n2;;{own};;Hộ cận nghèo\n;1;CANARY C;Chủ hộ;\n"
        );
        let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
        assert_eq!(of_groups(&snapshot), [1, 2, 1, 1].map(Value::from), "{own}{told}");
    }
    // The head may have no number where the others are counted from 1.
    let rows = "1;;CANARY A;Hộ nghèo\n;1;CANARY B;\n;2;CANARY C;\n2;;CANARY D;Hộ cận nghèo\n;1;CANARY E;\n";
    let (snapshot, told) = counted(&format!("{BOTH}STT hộ;STT thành viên;Họ và tên;Phân loại hộ\n{rows}"));
    assert_eq!(of_groups(&snapshot), [1, 3, 1, 2].map(Value::from), "{told}");
}

#[test]
fn the_head_is_called_in_many_ways() {
    for head in ["CH", "Bản thân", "C.hộ", "01", "Là chủ hộ"] {
        let rows = format!(
            "1;CANARY A;{head};Hộ nghèo\n2;CANARY B;Vợ chủ hộ;\n3;CANARY C;Con;\n4;CANARY D;{head};Hộ cận nghèo\n5;CANARY E;Con chủ hộ;\n"
        );
        let (snapshot, told) = counted(&format!("{BOTH}STT;Họ và tên;Quan hệ;Phân loại hộ\n{rows}"));
        assert_eq!(of_groups(&snapshot), [1, 3, 1, 2].map(Value::from), "{head}{told}");
    }
}

/// Codes that differ in their noughts alone are two where two people head the households.
#[test]
fn noughts_tell_codes_of_two_heads_apart() {
    let heads = "STT;Mã hộ;Họ và tên chủ hộ;Số khẩu;Phân loại hộ\n";
    let rows = "1;123;CANARY A;2;Hộ nghèo\n2;0123;CANARY B;3;Hộ nghèo\n3;00123;Canary A;2;Hộ nghèo\n4;0123;CANARY B;3;Hộ nghèo\n";
    let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
    assert_eq!(snapshot["poor"], json!({ "households": 2, "persons": 5 }), "{told}");
    assert!(told.contains("đếm 2 hộ; 2 hộ trùng mã"), "{told}");
    let doubt = &snapshot["doubts"][0];
    assert_eq!(doubt["field"], "poor.households", "{told}");
}

/// A column tells in words how households moved: who came to their group, and who left one.
#[test]
fn a_column_of_movement_may_be_in_words() {
    let heads = "STT;Họ và tên chủ hộ;Số khẩu;Phân loại hộ;Diễn biến trong năm\n";
    let rows = "1;CANARY A;2;Hộ nghèo;Phát sinh mới\n2;CANARY B;2;Hộ nghèo;Tái nghèo\n3;CANARY C;2;Hộ nghèo;Hộ nghèo cũ\n\
                4;CANARY D;2;Hộ cận nghèo;Thoát nghèo\n5;CANARY E;2;Hộ cận nghèo;Không đổi\n6;CANARY F;2;;Thoát cận nghèo\n";
    let (snapshot, told) = counted(&format!("{BOTH}{heads}{rows}"));
    assert_eq!(of_groups(&snapshot), [3, 6, 2, 4].map(Value::from), "{told}");
    assert_eq!(snapshot["poor"]["movement"], json!({ "escaped": 1, "relapsed": 1, "newly": 1 }), "{told}");
    let near = &snapshot["near_poor"]["movement"];
    assert_eq!((&near["from_poor"], &near["escaped"]), (&json!(1), &json!(1)), "{told}");
    // What is of a group and left it is neither; words that are no movement leave the column out.
    let (snapshot, told) = counted(&format!(
        "{BOTH}{heads}1;CANARY A;2;Hộ nghèo;Thoát nghèo\n2;CANARY B;2;Hộ nghèo;Phát sinh\n"
    ));
    assert_eq!(snapshot["poor"]["households"], 1, "{told}");
    assert!(told.contains("(phân loại hộ không nhận ra): 4"), "{told}");
    let (snapshot, told) = counted(&format!(
        "{BOTH}{heads}1;CANARY A;2;Hộ nghèo;bệnh CANARY\n2;CANARY B;2;Hộ nghèo;Phát sinh\n"
    ));
    assert!(
        snapshot["poor"]["movement"].is_null() && told.contains("không đếm: E Diễn biến trong năm"),
        "{told}"
    );
}

/// Hamlets are called after people: with the word of a place before it any name is one, without it a household alone is not
/// given to it, and how to mend that is told.
#[test]
fn a_word_of_a_place_makes_any_name_one() {
    let list = |column: &str, places: [&str; 2]| {
        let folder = Folder::new("import");
        let list = format!(
            "UBND XÃ EA TUL\nDANH SÁCH HỘ NGHÈO NĂM 2022\nSTT;Họ và tên chủ hộ;{column};Số khẩu\n\
             1;Canary A;{};3\n2;Canary B;{};4\n;NGƯỜI LẬP;CHỦ TỊCH;\n;Canary C;Canary D;\n",
            places[0], places[1]
        );
        imported(&[&folder.write("ds.csv", &list)], &[])
    };
    for (column, places) in [
        ("Thôn", ["Thôn Nguyễn Trãi", "Thôn Võ Thị Sáu"]),
        ("Bản", ["Bản Nhà Hán", "Xóm Ông Đồ"]),
        ("Địa chỉ (thôn)", ["Thôn 1", "Thôn Đông"]),
        ("Nơi ở", ["Buôn H'Drát", "Buôn Ea M'Droh"]),
    ] {
        let (snapshot, told) = list(column, places);
        for place in places {
            assert_eq!(area(&snapshot, place)["poor"]["households"], 1, "{told}");
        }
        assert!(!snapshot.to_string().contains("Canary"), "{snapshot}");
    }
    let mend = "2 hộ không rõ địa bàn, chỉ tính vào nơi lớn hơn (tên nơi có thể là tên người: ghi cả “Thôn”, “Bản”, “Khu phố” … trước tên): dòng 4, 5";
    for (column, places) in
        [("Thôn", ["Nguyễn Trãi", "Võ Thị Sáu"]), ("Tổ", ["Tổ Thị Canary", "Tổ 12 nhà bà Canary"])]
    {
        let (snapshot, told) = list(column, places);
        assert!(snapshot.get("areas").is_none() && told.contains(mend), "{snapshot} {told}");
    }
    // An address is none, whatever place it names.
    let (snapshot, told) = list("Địa chỉ", ["12/3 Canary, Thôn 1", "Thôn 2"]);
    assert!(snapshot.get("areas").is_none() && told.contains("không đếm: C Địa chỉ"), "{snapshot} {told}");
}

/// A list with a merged heading over the movement and one over what a household is, the columns' own below them.
fn grouped(folder: &Folder, (kind, features): (&str, &str), own: [&str; 3]) -> String {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let plain = rust_xlsxwriter::Format::new();
    sheet.merge_range(3, 3, 3, 5, kind, &plain).unwrap();
    sheet.merge_range(3, 6, 3, 8, features, &plain).unwrap();
    let rows: [&[&str]; 9] = [
        &["UBND XÃ TÂN PHÚ"],
        &["DANH SÁCH CHI TIẾT HỘ NGHÈO NĂM 2022"],
        &[],
        &["STT hộ", "Họ và tên", "Quan hệ với chủ hộ"],
        &["", "", "", "Nghèo mới", "Tái nghèo", "Nghèo cũ", own[0], own[1], own[2]],
        &["", "Thôn 1"],
        &["1", "CANARY A", "Chủ hộ", "x", "", "", "x", "", "x"],
        &["", "CANARY A2", "Vợ"],
        &["2", "CANARY B", "Chủ hộ", "", "x", "", "", "x", "x"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
    let path = folder.at("ds.xlsx");
    book.save(&path).unwrap();
    path
}

#[test]
fn a_merged_heading_stands_over_those_of_its_columns() {
    let folder = Folder::new("import");
    let no_labour = "Không có khả năng lao động";
    for (heads, own) in [
        (("Hộ nghèo", "Đối tượng"), ["Hộ chính sách", "DTTS tại chỗ", no_labour]),
        (("Loại hộ", "Đặc điểm hộ"), ["Hộ chính sách", "DTTS tại chỗ", no_labour]),
        (("Phân loại hộ", "Thuộc đối tượng"), ["Neo đơn", "Đơn thân", no_labour]),
        (("Diễn biến", "Đặc thù"), ["BTXH", "Hộ già yếu", no_labour]),
    ] {
        let (snapshot, told) = imported(&[&grouped(&folder, heads, own)], &[]);
        let poor = &snapshot["poor"];
        assert_eq!((&poor["households"], &poor["persons"]), (&json!(2), &json!(3)), "{heads:?}\n{told}");
        assert_eq!(poor["movement"], json!({ "newly": 1, "relapsed": 1 }), "{heads:?}\n{told}");
        assert_eq!(poor["among"][0]["id"], "khong-lao-dong", "{heads:?}\n{told}");
        assert_eq!(poor["among"][0]["households"], 2, "{heads:?}\n{told}");
        assert_eq!(names(&snapshot), ["Thôn 1"], "{told}");
        assert!(!told.contains("không đọc được") && !told.to_lowercase().contains("canary"), "{told}");
    }
    // Names and places below a merged heading are rows of the list: nothing of them is told.
    for own in [["Thôn CANARY", "Thôn Nam", "Xã CANARY"], ["Nguyễn Văn CANARY", "Lê Thị CANARY", "Bà CANARY"]]
    {
        let (_, told) = imported(&[&grouped(&folder, ("Hộ nghèo", "Đối tượng"), own)], &[]);
        assert!(!told.to_lowercase().contains("canary") && !told.contains("Hộ nghèo / Nghèo mới"), "{told}");
    }
}

/// The same without merged cells: the words tell it.
#[test]
fn headings_of_groups_may_stand_in_two_rows_of_text() {
    let rows = "STT hộ;Họ và tên;Quan hệ với chủ hộ;Loại hộ;;;Đối tượng;;\n;;;Nghèo mới;Tái nghèo;Nghèo cũ;Hộ chính sách;DTTS tại chỗ;Không có khả năng lao động\n";
    let people = "1;CANARY A;Chủ hộ;x;;;x;;x\n;CANARY A2;Vợ;;;;;;\n2;CANARY B;Chủ hộ;;;x;;x;\n";
    let (snapshot, told) =
        counted(&format!("UBND XÃ TÂN PHÚ\nDANH SÁCH CHI TIẾT HỘ NGHÈO NĂM 2022\n{rows}{people}"));
    assert_eq!(snapshot["poor"]["households"], 2, "{told}");
    assert_eq!(snapshot["poor"]["movement"]["newly"], 1, "{told}");
    assert!(told.contains("H Đối tượng / DTTS tại chỗ"), "{told}");
}
