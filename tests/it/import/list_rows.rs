//! What the rows of a list are: households, their headings, places, kinds, totals; and lists that do not tell who is poor.

use serde_json::{Value, json};

use super::{area, imported, refusal};
use crate::folder::Folder;

const HEAD: &str = "UBND PHƯỜNG 3\nDANH SÁCH HỘ NGHÈO ĐẾN NGÀY 31/12/2022\n";

/// A list as it is imported, and what is told of it.
fn counted(text: &str) -> (Value, String) {
    let folder = Folder::new("import");
    imported(&[&folder.write("ds.csv", text)], &[])
}

#[test]
fn a_row_that_heads_a_household_is_no_member() {
    let rows = "I;Hộ CANARY A;\n1;CANARY A;Chủ hộ\n2;CANARY A1;Vợ\nII;Hộ bà CANARY B;\n1;CANARY B;Chủ hộ\n";
    let (snapshot, told) = counted(&format!("{HEAD}STT;Họ và tên;Quan hệ\n{rows}"));
    assert_eq!(snapshot["poor"], json!({ "households": 2, "persons": 3 }), "{told}");
    assert!(told.contains("bỏ qua 2 dòng (đề mục của hộ): 4, 7"), "{told}");
    assert_eq!(snapshot["source"]["note"], "Nhập từ ds.csv");
}

#[test]
fn who_left_is_not_there() {
    let heads = "STT;Họ tên chủ hộ;Giới tính chủ hộ;Khu phố;Số khẩu;Đã thoát nghèo;Dự kiến thoát nghèo\n";
    let rows = "1;CANARY A;Nữ;Khu phố 1;4;;x\n2;CANARY B;Nam;Khu phố 1;4;x;\n3;CANARY C;Nam;Khu phố 1;4;?;\n";
    let (snapshot, told) = counted(&format!("{HEAD}{heads}{rows}"));
    assert_eq!(
        snapshot["poor"],
        json!({ "households": 1, "movement": { "escaped": 1 }, "persons": 4 }),
        "{told}"
    );
    for said in
        ["F Đã thoát nghèo → hộ đã thoát", "(phân loại hộ không nhận ra): 6", "không đếm: C Giới tính chủ hộ"]
    {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

/// A row a person, or only those who are helped: how many households are poor is not told.
#[test]
fn a_list_of_persons_or_of_some_tells_no_households() {
    let folder = Folder::new("import");
    for (title, said) in [
        ("DANH SÁCH NHÂN KHẨU HỘ NGHÈO NĂM 2022", "mỗi dòng là một người"),
        ("DANH SÁCH HỘ NGHÈO NHẬN QUÀ TẾT NĂM 2022", "chỉ là một phần số hộ"),
        ("DANH SÁCH HỘ NGHÈO PHÁT SINH MỚI NĂM 2022", "chỉ là một phần số hộ"),
    ] {
        let rows = "STT;Khu phố;Họ tên;Năm sinh\n1;Khu phố 1;CANARY A;1950\n2;Khu phố 1;CANARY A2;1960\n";
        let file = folder.write("ds.csv", &format!("UBND PHƯỜNG 3\n{title}\n{rows}"));
        let told = refusal(&[&file], &[]);
        assert!(told.contains(said) && !told.to_lowercase().contains("canary"), "{told}");
    }
    // Each member has a row, with the head beside it: the household is counted once, and what is not known is told.
    let rows = "1;CANARY A;CANARY A\n2;CANARY A1;CANARY A\n3;CANARY A2;CANARY A\n4;CANARY B;CANARY B\n";
    let (snapshot, told) = counted(&format!("{HEAD}STT;Họ và tên thành viên;Họ tên chủ hộ\n{rows}"));
    assert_eq!(snapshot["poor"], json!({ "households": 2 }), "{told}");
    assert!(told.contains("không phải dòng hộ, thành viên hay tên địa bàn): 5, 6"), "{told}");
    // A programme in another line is no title.
    let lines =
        "CHƯƠNG TRÌNH GIẢM NGHÈO VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ\nDANH SÁCH THÀNH VIÊN HỘ NGHÈO NĂM 2022";
    let rows = "STT;Họ tên;Quan hệ\n1;CANARY A;Chủ hộ\n2;CANARY A2;Vợ\n";
    let (snapshot, told) = counted(&format!("UBND PHƯỜNG 3\n{lines}\n{rows}"));
    assert_eq!(snapshot["poor"], json!({ "households": 1, "persons": 2 }), "{told}");
}

#[test]
fn a_merged_cell_is_that_of_all_its_rows() {
    let (snapshot, told) = imported(&["list-merged.xlsx"], &[]);
    assert_eq!(snapshot["poor"], json!({ "households": 3, "persons": 5 }), "{told}");
    assert_eq!(area(&snapshot, "Khu phố 1")["poor"], json!({ "households": 2, "persons": 4 }));
    assert_eq!(area(&snapshot, "Khu phố 2")["near_poor"], json!({ "households": 2, "persons": 2 }));
    // Beyond the merged cell nothing is known.
    assert!(told.contains("1 hộ không rõ địa bàn, chỉ tính vào nơi lớn hơn: dòng 11"), "{told}");
}

#[test]
fn causes_that_are_not_known_are_told() {
    let heads = "STT;Họ tên chủ hộ;Số khẩu;Nguyên nhân nghèo\n";
    let rows =
        "1;CANARY A;4;Lười lao động\n2;CANARY B;4;đông con, thiếu vốn\n3;CANARY C;4;Không có lao động\n";
    let (snapshot, told) = counted(&format!("{HEAD}{heads}{rows}"));
    let causes: Vec<(&str, &Value)> = snapshot["causes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cause| (cause["id"].as_str().unwrap(), &cause["poor"]))
        .collect();
    assert_eq!(causes, [("lao-dong", &json!(1)), ("von", &json!(1))], "{told}");
    assert!(told.contains("2 hộ có nguyên nhân không nhận ra: dòng 4, 5"), "{told}");
}

/// A number of papers is one in the whole list however it is written; a code of its own may be another household's elsewhere.
#[test]
fn a_household_is_known_by_its_papers_in_every_ward() {
    let title = "UBND QUẬN 6\nDANH SÁCH HỘ NGHÈO ĐẾN NGÀY 31/12/2022\n";
    let papers = [
        "Phường 1;079012345678",
        "Phường 2;079.012.345.678",
        "Phường 2;79012345678",
        "Phường 2;'079 012 345 678",
    ];
    let rows = papers.map(|row| format!("CANARY;{row};4\n")).concat();
    let (snapshot, told) = counted(&format!("{title}Họ tên chủ hộ;Phường;Số CCCD;Số khẩu\n{rows}"));
    assert_eq!(snapshot["poor"], json!({ "households": 1, "persons": 4 }), "{told}");
    assert!(told.contains("đếm 1 hộ; 3 hộ trùng mã"), "{told}");

    let rows = "CANARY;Phường 1;HN-6-0001;4\nCANARY;Phường 2;HN-6-0001;4\n";
    let (snapshot, told) = counted(&format!("{title}Họ tên chủ hộ;Phường;Mã hộ;Số khẩu\n{rows}"));
    assert_eq!(snapshot["poor"]["households"], 2, "{told}");
    assert!(
        told.contains("1 hộ có mã hoặc số giấy tờ trùng với hộ khác, vẫn đếm, cần xác minh: dòng 5"),
        "{told}"
    );
    assert!(snapshot["doubts"][0]["text"]["vi"].as_str().unwrap().contains("1 hộ có mã"), "{told}");
}

#[test]
fn rows_name_the_kind_of_those_below_them() {
    let title = "UBND PHƯỜNG 3\nDANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022\nSTT;Họ và tên;Khu phố;Số khẩu\n";
    let rows = "I;HỘ NGHÈO;;6\n1;CANARY A;Khu phố 1;4\n2;CANARY B;Khu phố 2;2\nB;HỘ CẬN NGHÈO NĂM 2022:\n1;CANARY C;Khu phố 1;5\n\
        III;Hộ mới thoát nghèo\n1;CANARY D;Khu phố 1;5\n";
    let (snapshot, told) = counted(&format!("{title}{rows}"));
    assert_eq!(snapshot["poor"], json!({ "households": 2, "persons": 6 }), "{told}");
    assert_eq!(snapshot["near_poor"], json!({ "households": 1, "persons": 5 }), "{told}");
    assert!(told.contains("(phân loại hộ không nhận ra): 10"), "{told}");
    // The row of column numbers is no heading, whatever stands below it.
    let numbered = title.replace("Số khẩu\n", "Số khẩu\nA;B;C;1\nHỘ NGHÈO\n");
    let (snapshot, told) = counted(&format!("{numbered}1;CANARY A;Khu phố 1;4\n"));
    assert_eq!(snapshot["poor"], json!({ "households": 1, "persons": 4 }), "{told}");
    assert!(told.contains("C Khu phố → địa bàn"), "{told}");
    // Kinds within places: those of the place before are not those of the next.
    let title = title.replace(";Khu phố", "");
    let rows = "Khu phố 1\nHộ nghèo\n1;CANARY A;4\nHộ cận nghèo\n2;CANARY B;4\nKhu phố 2\n3;CANARY C;4\nHộ nghèo\n4;CANARY D;1\n";
    let (snapshot, told) = counted(&format!("{title}{rows}"));
    assert_eq!(area(&snapshot, "Khu phố 2")["poor"], json!({ "households": 1, "persons": 1 }), "{told}");
    assert!(told.contains("(không ghi hộ nghèo hay cận nghèo): 10"), "{told}");
    // Places within kinds: those of the kind before are not those of the next.
    let rows = "Hộ nghèo\nKhu phố 1\n1;CANARY A;4\nKhu phố 2\n2;CANARY B;4\nHộ cận nghèo\n3;CANARY C;4\nKhu phố 1\n4;CANARY D;1\n";
    let (snapshot, told) = counted(&format!("{title}{rows}"));
    assert_eq!(area(&snapshot, "Khu phố 1")["near_poor"], json!({ "households": 1, "persons": 1 }), "{told}");
    assert_eq!(area(&snapshot, "Khu phố 2")["near_poor"]["households"], 0);
    assert!(told.contains("1 hộ không rõ địa bàn"), "{told}");
}

#[test]
fn what_a_list_says_that_it_comes_to_is_set_against_its_rows() {
    let rows = "STT;Họ tên chủ hộ;Khu phố;Số khẩu\n1;CANARY A;Khu phố 1;4\n2;CANARY B;Khu phố 2;6\n";
    for (total, said) in [
        (
            ";Tổng cộng: 5 hộ;;20\n",
            &["dòng 6: danh sách ghi tổng cộng 5 hộ, đếm được 2", "20 nhân khẩu, đếm được 10"][..],
        ),
        ("Tổng cộng: 2 hộ, 11 nhân khẩu;;;\n", &["11 nhân khẩu, đếm được 10"]),
        (";Tổng cộng: 2 hộ;;10\n", &[]),
        (";Cộng khu phố 2: 1 hộ;;6\n;Tổng cộng;;10\n", &[]),
        ("", &[]),
    ] {
        let (snapshot, told) = counted(&format!("{HEAD}{rows}{total}"));
        assert_eq!(snapshot["poor"], json!({ "households": 2, "persons": 10 }), "{told}");
        assert_eq!(told.matches("danh sách ghi").count(), said.len(), "{told}");
        assert!(said.iter().all(|said| told.contains(said)), "{told}");
        assert_eq!(snapshot["doubts"].as_array().map_or(0, Vec::len), said.len());
        // Who is not poor is in no list: that its places are all there is not known.
        assert!(snapshot.get("areas_complete").is_none());
    }
}

/// A list has neither totals nor codes: those of the period before are those of its places, and said to be derived.
#[test]
fn totals_and_codes_of_the_period_before_are_those_of_the_places() {
    let folder = Folder::new("import");
    let before = json!({
        "format": "giamngheo/1",
        "unit": { "name": "Phường 3", "kind": "ward" },
        "as_of": "2021-12-31",
        "source": { "provenance": "reported" },
        "households": 1200,
        "areas": [
            { "name": "Khu phố 1", "code": "kp1", "households": 500 },
            { "name": "Khu phố 2", "households": { "value": 700, "qualifier": "over" } },
            { "name": "Khu phố 3", "households": 1 }
        ]
    });
    let before = folder.write("truoc.json", &before.to_string());
    let rows = "1;CANARY A;KP1;4\n2;CANARY B;KP2;6\n3;CANARY C;KP3;6\n4;CANARY D;KP3;6\n";
    let list = format!("{HEAD}STT;Họ tên chủ hộ;Khu phố;Số khẩu\n{rows}");
    let (snapshot, told) = imported(&[&folder.write("ds.csv", &list)], &["--previous", &before]);
    let total = |count: u32| json!({ "value": count, "provenance": "derived", "note": "Lấy tổng số hộ của kỳ 31/12/2021" });
    assert_eq!(snapshot["households"], total(1200), "{told}");
    let ward = area(&snapshot, "Khu phố 1");
    assert_eq!((&ward["households"], &ward["code"]), (&total(500), &json!("kp1")));
    // "Hơn 700" is no total, and one below its poor is none of this list.
    for name in ["Khu phố 2", "Khu phố 3"] {
        assert!(area(&snapshot, name).get("households").is_none());
    }
    assert!(told.contains("tổng số hộ của 1 địa bàn: lấy của kỳ 31/12/2021 (suy ra)"), "{told}");
}

#[test]
fn a_place_is_one_however_it_is_called() {
    let heads =
        "UBND QUẬN 6\nDANH SÁCH HỘ NGHÈO ĐẾN NGÀY 31/12/2022\nSTT;Họ tên chủ hộ;Phường;Khu phố;Số khẩu\n";
    let rows =
        "1;CANARY A;2;1;4\n2;CANARY B;P2;KP 1;3\n3;CANARY C;P.2;KP1;3\n4;CANARY D;Phường 02;Khu phố 01;3\n";
    let (snapshot, told) = counted(&format!("{heads}{rows}"));
    assert_eq!(snapshot["areas"].as_array().unwrap().len(), 1, "{told}");
    let ward = area(&snapshot, "Phường 02");
    assert_eq!(
        ward["areas"],
        json!([{ "name": "Khu phố 01", "poor": { "households": 4, "persons": 13 } }]),
        "{told}"
    );
}

/// Only the name of a people, or a plain yes, tells of a minority; other words are told by their rows, and where they stand
/// the number is not known, least of all to be 0.
#[test]
fn only_a_people_counts_as_a_minority() {
    let heads = "STT;Họ tên chủ hộ;Khu phố;Số khẩu;Dân tộc\n";
    let list = |peoples: &[(&str, &str)]| {
        let row = |(at, (place, people)): (usize, &(&str, &str))| {
            format!("{};CANARY {at};Khu phố {place};3;{people}\n", at + 1)
        };
        let rows: String = peoples.iter().enumerate().map(row).collect();
        counted(&format!("{HEAD}{heads}{rows}"))
    };
    let minorities = |of: &Value| of["poor"]["among"][0]["households"].clone();
    let (snapshot, told) = list(&[("1", "Hoa"), ("1", "Kinh (Việt)"), ("2", "Việt"), ("2", "kinh")]);
    assert_eq!(minorities(&snapshot), 1, "{told}");
    assert_eq!(minorities(area(&snapshot, "Khu phố 1")), 1);
    assert_eq!(minorities(area(&snapshot, "Khu phố 2")), 0);
    assert!(!told.contains("không nhận ra"), "{told}");
    for unknown in ["01", "0", "K", "Không rõ", "CANARY Văn Hoa"] {
        let (snapshot, told) = list(&[("1", "Kinh"), ("1", unknown), ("2", "Kinh"), ("2", "x")]);
        assert_eq!(minorities(&snapshot), Value::Null, "{unknown}: {told}");
        assert_eq!(minorities(area(&snapshot, "Khu phố 1")), Value::Null, "{unknown}");
        assert_eq!(minorities(area(&snapshot, "Khu phố 2")), 1, "{unknown}");
        assert_eq!(snapshot["poor"]["households"], 4, "{unknown}");
        assert!(told.contains("1 hộ có dân tộc không nhận ra") && told.contains("dòng 5"), "{told}");
        assert!(!told.contains("CANARY"), "{told}");
    }
}

/// A class that names both ends of a movement: the household is of the group that it came to, and has left the other.
#[test]
fn a_class_that_names_a_movement_is_counted_for_both_groups() {
    let folder = Folder::new("import");
    let list = "UBND PHƯỜNG 3\nDANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022\nSTT;Họ tên chủ hộ;Phân loại hộ;Số khẩu\n\
                1;CANARY 1;Hộ nghèo;4\n2;CANARY 2;Thoát nghèo, trở thành hộ cận nghèo;3\n\
                3;CANARY 3;Hộ nghèo trở thành hộ cận nghèo;2\n4;CANARY 4;Thoát nghèo vượt chuẩn cận nghèo;5\n\
                5;CANARY 5;Cận nghèo thành nghèo;1\n6;CANARY 6;Nghèo trở thành khá giả;1\n";
    let (snapshot, told) = imported(&[&folder.write("ds.csv", list)], &[]);
    assert_eq!(snapshot["poor"]["households"], 2, "{told}");
    assert_eq!(snapshot["near_poor"]["households"], 2, "{told}");
    assert_eq!(snapshot["near_poor"]["movement"]["from_poor"], 2, "{told}");
    assert_eq!(snapshot["poor"]["movement"]["from_near_poor"], 1, "{told}");
    assert_eq!(snapshot["poor"]["movement"]["escaped"], 3, "{told}");
    assert!(told.contains("không đọc được 1 dòng (phân loại hộ không nhận ra): 9"), "{told}");
}
