//! The map of columns: what it may say of forms and of lists, and what is wrong with one that people mended by hand.

use super::{area, imported, refusal, run};
use crate::folder::Folder;

/// A list whose columns are headed as no list is.
const ODD: &str = "UBND PHƯỜNG 3\nDANH SÁCH HỘ ĐẾN NGÀY 31/12/2022\nSTT;Họ tên;Vị trí;Ghi nhận;Khẩu;Ưu đãi\n\
                   1;CANARY 1;Khu phố 1;Hộ nghèo;4;x\n2;CANARY 2;Khu phố 2;Hộ nghèo;2;\n3;CANARY 3;Khu phố 2;Hộ cận nghèo;5;x\n";

/// What a list's columns are can be said as a form's can; what was written of one is its reading.
#[test]
fn a_map_decides_what_a_column_of_a_list_is() {
    let folder = Folder::new("import");
    let (map, list) = (folder.at("map.json"), folder.write("ds.csv", ODD));
    let (before, told) = imported(&[&list], &["--write-map", &map]);
    assert!(before["areas"].is_null(), "{told}");
    let written = std::fs::read_to_string(&map).unwrap();
    for said in [r#""B": "list.name""#, r#""C": """#, r#""D": "list.class""#, r#""E": "list.members""#] {
        assert!(written.contains(said), "{said}\n{written}");
    }
    let mended = r#"{ "*": { "C": "list.hamlet", "Ưu đãi": "{group}.policy_families", "E": null } }"#;
    std::fs::write(&map, mended).unwrap();
    let again = folder.at("again.json");
    let (snapshot, told) = imported(&[&list], &["--map", &map, "--write-map", &again]);
    assert_eq!(area(&snapshot, "Khu phố 2")["poor"]["households"], 1, "{told}");
    assert_eq!(snapshot["poor"]["policy_families"], 1, "{told}");
    assert!(snapshot["poor"]["persons"].is_null(), "{told}");
    assert!(told.contains("E Khẩu (theo --map)"), "{told}");
    let by_written = imported(&[&list], &["--map", &again]).0;
    assert_eq!(by_written, snapshot, "what was written is the reading itself");
}

/// A sheet that nothing else tells to be a list is one by its map.
#[test]
fn a_map_tells_that_a_sheet_is_a_list() {
    let folder = Folder::new("import");
    let list = "UBND PHƯỜNG 3\nDANH SÁCH HỘ NGHÈO ĐẾN NGÀY 31/12/2022\nSTT;Đối tượng A;Khu phố\n\
                1;CANARY 1;Khu phố 1\n2;CANARY 2;Khu phố 2\n";
    let (map, list) = (folder.at("map.json"), folder.write("ds.csv", list));
    std::fs::write(&map, r#"{ "*": { "B": "list.head" } }"#).unwrap();
    let (snapshot, told) = imported(&[&list], &["--map", &map]);
    assert_eq!(snapshot["poor"]["households"], 2, "{told}");
    assert!(!(snapshot.to_string() + &told).contains("CANARY"));
}

/// What a form counts is nothing that one household says, and the other way round.
#[test]
fn each_kind_of_sheet_has_its_own_words() {
    let folder = Folder::new("import");
    let map = folder.at("map.json");
    let list = folder.at("Sheet.csv");
    std::fs::write(&list, ODD).unwrap();
    for (file, entry, said) in [
        ("ward-1.xlsx", r#""Sheet": { "C": "list.poor" }"#, "“list.poor” chỉ dùng cho danh sách hộ"),
        ("ward-1.xlsx", r#""Sheet": { "B": "" }"#, "“B”: đây là cột tên địa bàn"),
        (
            "list-members.xlsx",
            r#""Danh sách": { "F": "poor.households" }"#,
            "“poor.households” chỉ dùng cho biểu",
        ),
        (&list, r#""*": { "C": "poor.households" }"#, "“*” không có cột “C”"),
    ] {
        std::fs::write(&map, format!("{{ {entry} }}")).unwrap();
        let told = refusal(&[file], &["--map", &map]);
        assert!(told.contains(said), "{said}\n{told}");
    }
}

/// A map that was mended in a word processor, or has one column twice: each fault with its line and what to write.
#[test]
fn faults_of_a_map_are_told_as_those_of_a_snapshot() {
    let folder = Folder::new("import");
    let map = folder.at("map.json");
    for (text, said) in [
        ("{\n  “Sheet”: { \"C\": \"households\" } }", ["2:3", "dấu ngoặc cong của Word", "^"]),
        ("{ \"Sheet\": {\n    \"C\": \"households\",\n} }", ["2:22", "dấu phẩy thừa", "^"]),
        (
            "{ \"Sheet\": { \"C\": \"households\",\n  \"C\": \"persons\" } }",
            ["2:3", "trường `C` ghi hai lần trong một đối tượng, lần đầu ở dòng 1", "^"],
        ),
        ("{ \"Sheet\": { \"C\": 3 } }", ["1:19", "cần văn bản, đang ghi số nguyên", "^"]),
        ("{ \"Sheet\": \"C\" }", ["1:12", "cần đối tượng {…}, đang ghi chữ", "^"]),
        ("[]", ["1:1", "cần đối tượng {…}, đang ghi mảng", "^"]),
    ] {
        std::fs::write(&map, text).unwrap();
        let told = refusal(&["ward-1.xlsx"], &["--map", &map]);
        for said in said {
            assert!(told.contains(said), "{text}: {said}\n{told}");
        }
    }
    assert_eq!(run(&["ward-1.xlsx"], &["--map", &folder.at("none.json")]).status.code(), Some(1));
}

/// The period before is one file: of a folder nobody knows which.
#[test]
fn the_period_before_is_a_file() {
    let folder = Folder::new("import");
    let told = refusal(&["ward-1.xlsx"], &["--previous", &folder.at("")]);
    assert!(told.contains("là thư mục: ghi một tệp số liệu của kỳ trước"), "{told}");
    let (snapshot, _) = super::imported(&["ward-1.xlsx"], &[]);
    let same_day = folder.write("cung-ngay.json", &snapshot.to_string());
    let told = refusal(&["ward-1.xlsx"], &["--previous", &same_day]);
    assert!(told.contains("không trước ngày của tệp nhập"), "{told}");
}

/// Of a sheet whose headings nobody knows the refusal says how, and the map that is written is one to begin with: filled in
/// it reads the sheet, and is written again as it was.
#[test]
fn a_map_reads_a_sheet_without_any_known_heading() {
    let folder = Folder::new("import");
    let rows = "1;Phường 1;4812;102;80\n2;Phường 2;3790;61;44\n";
    let headed =
        format!("UBND QUẬN 6\n\nA0;A1;Số liệu 1;Số liệu 2;Số liệu 3\n{rows};Tổng cộng;8602;163;124\n");
    let map = folder.at("map.json");
    let files = [
        ("unknown-headings.xlsx".to_owned(), Some(3), "Số liệu"),
        (folder.write("headed.csv", &headed), Some(3), "*"),
        (folder.write("bare.csv", rows), None, "*"),
    ];
    let open = folder.write("open.json", r#"{ "*": { "first_row": 4, "B": "area.name", "C": "?" } }"#);
    let told = refusal(&[&files[1].0], &["--map", &open]);
    assert!(told.contains("không nhận ra biểu nào: sửa trong tệp của --map"), "{told}");
    let told = refusal(&[&files[0].0], &["--sheet", "Số liệu", "--write-map", &map]);
    assert!(told.contains(&format!("sửa trong {map}")), "{told}");
    for (file, top, sheet) in &files {
        let _ = std::fs::remove_file(&map);
        let told = refusal(&[file], &["--write-map", &map]);
        assert!(told.contains(&format!("đã ghi cột nào là trường nào: {map}")), "{told}");
        let written = std::fs::read_to_string(&map).unwrap();
        let begun: serde_json::Value = serde_json::from_str(&written).unwrap();
        let own = &begun[sheet];
        assert_eq!(own["heading_row"].as_u64(), *top, "{written}");
        assert_eq!(own["first_row"], top.map_or(1, |top| top + 1), "{written}");
        assert_eq!(
            (&own["A"], &own["B"], &own["C"]),
            (&"area.number".into(), &"area.name".into(), &"?".into())
        );
        let told = refusal(&[file], &["--map", &map]);
        assert!(told.contains("không nhận ra biểu nào"), "{told}");
        assert!(told.contains("cột C, D, E còn “?”") && !told.contains("--write-map"), "{told}");
        let mut filled = serde_json::json!({ *sheet: own });
        for (column, field) in [("C", "households"), ("D", "poor.households"), ("E", "near_poor.households")]
        {
            filled[sheet][column] = field.into();
        }
        std::fs::write(&map, filled.to_string()).unwrap();
        let again = folder.at("again.json");
        let asked =
            ["--unit", "Quận 6", "--as-of", "2022-12-31", "--map", &map, "--write-map", &again, "--force"];
        let (snapshot, told) = imported(&[file], &asked);
        assert_eq!(area(&snapshot, "Phường 2")["near_poor"]["households"], 44, "{told}");
        assert_eq!(snapshot["areas"].as_array().unwrap().len(), 2, "{told}");
        let whole = &snapshot["poor"]["households"];
        assert_eq!(whole.get("value").unwrap_or(whole), 163, "{told}");
        let again: serde_json::Value = serde_json::from_slice(&std::fs::read(again).unwrap()).unwrap();
        assert_eq!(again[sheet], filled[sheet]);
        std::fs::remove_file(&map).unwrap();
    }
}

/// The same of a list: nothing of anybody is in the map.
#[test]
fn a_map_reads_a_list_without_any_known_heading() {
    let folder = Folder::new("import");
    let rows = "1;Nguyễn Văn CANARY;Phường 1;Hộ nghèo;4\n2;Trần Thị CANARY;Phường 2;Hộ cận nghèo;3\n\
                3;Lê Thị CANARY;Phường 2;Hộ nghèo;2\n";
    let map = folder.at("map.json");
    let files = [
        ("unknown-headings.xlsx".to_owned(), Some(1)),
        (folder.write("headed.csv", &format!("C0;C1;C2;C3;C4\n{rows}")), Some(1)),
        (folder.write("bare.csv", rows), None),
    ];
    for (file, top) in &files {
        let told = refusal(&[file], &["--write-map", &map]);
        let written = std::fs::read_to_string(&map).unwrap();
        assert!(!(written.clone() + &told).contains("CANARY"), "{written}");
        let mut filled: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(filled["*"]["heading_row"].as_u64(), *top, "{written}");
        assert_eq!(filled["*"]["A"], "list.number", "{written}");
        assert_eq!(filled["*"]["B"], "list.name", "{written}");
        for (column, field) in [("C", "list.ward"), ("D", "list.class"), ("E", "list.members")] {
            filled["*"][column] = field.into();
        }
        std::fs::write(&map, filled.to_string()).unwrap();
        let asked = ["--unit", "Quận 6", "--as-of", "2022-12-31", "--map", &map];
        let (snapshot, told) = imported(&[file], &asked);
        assert_eq!(snapshot["poor"]["persons"], 6, "{told}");
        assert_eq!(area(&snapshot, "Phường 2")["near_poor"]["households"], 1, "{told}");
        assert!(!(snapshot.to_string() + &told).contains("CANARY"), "{told}");
        std::fs::remove_file(&map).unwrap();
    }
}

/// Rows that cannot be, and a form of which nothing says where its places are named.
#[test]
fn rows_of_a_map_are_checked() {
    let folder = Folder::new("import");
    let map = folder.at("map.json");
    let form = folder.write("form.csv", "A0;A1;A2\n1;Phường 1;12\n2;Phường 2;9\n");
    for (said, fault) in [
        (r#""heading_row": 9"#, "heading_row phải là một trong 3 dòng đầu"),
        (r#""first_row": 200"#, "first_row phải là một trong 3 dòng đầu"),
        (r#""heading_row": 2, "first_row": 2"#, "first_row phải ở dưới heading_row"),
        (r#""first_row": 2, "C": "poor.households""#, "chưa có cột tên địa bàn: ghi \"area.name\""),
        (r#""heading_row": 0"#, "cần số dòng từ 1 trở lên"),
        (
            r#""heading_row": "3""#,
            "cần số dòng từ 1 trở lên, đang ghi chữ (số viết không có dấu ngoặc kép và dấu chấm ngăn nghìn): viết 3",
        ),
    ] {
        std::fs::write(&map, format!(r#"{{ "*": {{ {said} }} }}"#)).unwrap();
        let told = refusal(&[&form], &["--unit", "Quận 6", "--as-of", "2022-12-31", "--map", &map]);
        assert!(told.contains(fault), "{said}: {fault}\n{told}");
    }
}

/// What people wrote into a map may be anybody's name.
#[test]
fn nothing_of_a_person_in_a_map_is_told() {
    let folder = Folder::new("import");
    let map = folder.at("map.json");
    for text in [
        r#"{ "Nguyễn Văn CANARY": { "C": "households" } }"#,
        r#"{ "Sheet": { "Lê CANARY": "households" } }"#,
        r#"{ "Sheet": { "C": "Trần Thị CANARY" } }"#,
        r#"{ "Sheet": { "Trần Thị CANARY": 3 } }"#,
        r#"{ "Hộ bà CANARY": 3 }"#,
    ] {
        std::fs::write(&map, text).unwrap();
        let told = refusal(&["ward-1.xlsx"], &["--map", &map]);
        assert!(!told.contains("CANARY") && told.contains('…'), "{text}\n{told}");
    }
}
