//! Lists of households: counts, and nothing of anybody.

use serde_json::json;

use super::{area, imported, run};

const HEAD: &str = "UBND PHƯỜNG 3;;;;\nDANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022;;;;\n";

#[test]
fn households_and_members_are_counted() {
    let (snapshot, told) = imported(&["list-members.xlsx"], &["--households", "1.200"]);
    assert_eq!(snapshot["unit"], json!({ "name": "Phường 3", "kind": "ward" }));
    assert_eq!(snapshot["households"], 1200);
    assert_eq!(snapshot["poor"]["households"], 2);
    assert_eq!(snapshot["poor"]["persons"], 5);
    assert_eq!(snapshot["near_poor"]["households"], 1);
    assert_eq!(snapshot["poor"]["movement"]["newly"], 1);
    assert_eq!(snapshot["near_poor"]["movement"]["relapsed"], 1);
    // Nobody is none: what the list asks is there with 0 too.
    assert_eq!(snapshot["poor"]["among"][0]["id"], "dtts");
    assert_eq!(snapshot["poor"]["among"][0]["households"], 0);
    assert_eq!(snapshot["poor"]["among"][1]["households"], 1);
    assert_eq!(snapshot["near_poor"]["among"][0]["households"], 1);
    assert_eq!(area(&snapshot, "Khu phố 2")["poor"]["persons"], 3);
    for said in [
        "đếm 3 hộ; 1 hộ trùng mã",
        "không đọc được 1 dòng (phân loại hộ không nhận ra): 13",
        "C Họ và tên → tên: chỉ để biết có người, không lưu",
        "N Thiếu hụt: Việc làm → deprivations.viec-lam.near_poor, deprivations.viec-lam.poor",
        "Q Địa chỉ",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

/// Who stands under two kinds is counted for the first, told by the row, and leaves the other group without a 0.
#[test]
fn a_number_of_papers_under_two_kinds_is_told() {
    let folder = crate::folder::Folder::new("import");
    let list = "Họ và tên chủ hộ,Số CCCD,Phường,Phân loại\n\
                A,079001000001,Phường 1,Hộ nghèo\nB,079001000002,Phường 1,Hộ nghèo\nA,079001000001,Phường 1,Hộ cận nghèo\n";
    let list = folder.write("ds.csv", list);
    let (snapshot, told) = imported(&[&list], &["--unit", "Quận 6", "--as-of", "2022-12-31"]);
    assert_eq!(snapshot["poor"]["households"], 2, "{told}");
    assert!(snapshot.get("near_poor").is_none(), "{snapshot}");
    assert!(told.contains("(mã hộ đã có ở một hộ khác loại, không đếm lần nữa): 4"), "{told}");
}

/// What software of an office writes where names may not leave it.
#[test]
fn a_list_of_codes_without_names_is_counted() {
    let folder = crate::folder::Folder::new("import");
    let list = "Mã hộ,Phường,Phân loại,Số nhân khẩu,Thiếu hụt: Việc làm\n\
                H1,Phường 1,Hộ nghèo,4,x\nH2,Phường 1,Hộ cận nghèo,3,\nH3,Phường 2,Hộ nghèo,5,x\nH1,Phường 1,Hộ nghèo,4,x\n";
    let list = folder.write("xuat.csv", list);
    let (snapshot, told) = imported(&[&list], &["--unit", "Quận 6", "--as-of", "2022-12-31"]);
    assert_eq!(snapshot["poor"]["households"], 2, "{told}");
    assert_eq!(snapshot["poor"]["persons"], 9);
    assert_eq!(snapshot["deprivations"][0]["poor"], 2);
    assert_eq!(area(&snapshot, "Phường 1")["near_poor"]["households"], 1);
    assert!(told.contains("đếm 3 hộ; 1 hộ trùng mã"), "{told}");
}

#[test]
fn the_sheets_after_a_review_are_counted_for_what_they_list() {
    let (snapshot, told) = imported(&["list-after-review.xlsx"], &[]);
    assert_eq!(snapshot["poor"]["households"], 2);
    assert_eq!(snapshot["poor"]["persons"], 9);
    assert_eq!(snapshot["poor"]["movement"]["escaped"], 2);
    assert_eq!(snapshot["near_poor"]["movement"]["escaped"], 1);
    assert_eq!(snapshot["near_poor"]["policy_families"], 1);
    // A row between names the place of those below it.
    assert_eq!(area(&snapshot, "Thôn Đông")["poor"]["households"], 1);
    assert_eq!(area(&snapshot, "Thôn Tây")["poor"]["persons"], 5);
    assert!(told.contains("chưa có tổng số hộ dân: không tính được tỷ lệ"), "{told}");
    assert!(snapshot.get("households").is_none());
}

/// No name, address, number or code of anybody leaves: neither in the snapshot nor in what is told, map included.
#[test]
fn nothing_of_anybody_leaves() {
    let folder = crate::folder::Folder::new("import");
    let map = folder.at("map.json");
    for file in [
        "list-members.xlsx",
        "list-after-review.xlsx",
        "list-names.xlsx",
        "list-rows.xlsx",
        "list-sheets.xlsx",
    ] {
        let output = run(&[file], &["--force", "--write-map", &map]);
        assert!(output.status.success());
        let all = [output.stdout, output.stderr, std::fs::read(&map).unwrap()].concat();
        let all = String::from_utf8(all).unwrap().to_lowercase();
        for word in ["canary", "079012345678", "h001", "h003", "m10", "street", "hẻm"] {
            assert!(!all.contains(word), "{file}: {word}\n{all}");
        }
    }
}

/// A row with a name alone is a member and no place, whatever it begins with; totals, signatures and blank rows are nobody.
#[test]
fn names_are_no_places() {
    let (snapshot, told) = imported(&["list-names.xlsx"], &[]);
    let names: Vec<&str> =
        snapshot["areas"].as_array().unwrap().iter().filter_map(|area| area["name"].as_str()).collect();
    assert_eq!(names, ["Tổ 2", "Tổ dân phố 1"], "{told}");
    assert_eq!(snapshot["poor"]["households"], 4, "{told}");
    assert_eq!(snapshot["poor"]["persons"], 8);
    assert_eq!(snapshot["poor"]["movement"], json!({ "newly": 1, "relapsed": 1 }));
    assert_eq!(snapshot["poor"]["policy_families"], 1);
    assert_eq!(area(&snapshot, "Tổ 2")["poor"]["policy_families"], 0);
    assert!(snapshot.get("deprivations").is_none());
    assert!(snapshot["source"]["title"].as_str().unwrap().starts_with("Số liệu hộ nghèo"));
    for said in [
        "(không phải dòng hộ, thành viên hay tên địa bàn): 15",
        "1 hộ không rõ địa bàn",
        "BHYT (thiếu hụt hay",
        "; K",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

/// What a row says goes before the title; what cannot be read is told and not counted.
#[test]
fn rows_are_counted_for_what_they_say() {
    let (snapshot, told) = imported(&["list-rows.xlsx"], &[]);
    assert_eq!(snapshot["poor"]["households"], 3, "{told}");
    assert_eq!(snapshot["poor"]["persons"], 13);
    assert_eq!(snapshot["poor"]["movement"]["escaped"], 1);
    assert_eq!(snapshot["near_poor"]["households"], 1);
    assert_eq!(area(&snapshot, "Tổ 1")["near_poor"]["households"], 0);
    assert_eq!(snapshot["deprivations"].as_array().unwrap().len(), 1);
    assert_eq!(snapshot["areas"].as_array().unwrap().len(), 2);
    for said in [
        "(số nhân khẩu không phải là số): 7",
        "(phân loại hộ không nhận ra): 8",
        "(không phải hộ nghèo, cận nghèo): 12",
        "1 hộ không rõ địa bàn, chỉ tính vào nơi lớn hơn (tên nơi có thể là tên người: ghi cả “Thôn”, “Bản”, “Khu phố” … trước tên): dòng 9",
        "F Hỗ trợ BHYT (hỗ trợ)",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

/// A sheet a quarter: they add up, and who stands in two of them is counted once.
#[test]
fn lists_of_one_unit_add_up() {
    let (snapshot, told) = imported(&["list-sheets.xlsx"], &[]);
    assert_eq!(snapshot["poor"]["households"], 5, "{told}");
    assert_eq!(snapshot["near_poor"]["households"], 1);
    assert_eq!(area(&snapshot, "Khu phố 1")["poor"]["households"], 3);
    assert_eq!(area(&snapshot, "Khu phố 1")["near_poor"]["households"], 0);
    assert_eq!(area(&snapshot, "Khu phố 2")["near_poor"]["policy_families"], 1);
    assert_eq!(snapshot["poor"]["policy_families"], 0);
    assert!(told.contains("2 danh sách của một đơn vị: cộng lại, 6 hộ"), "{told}");
}

/// A file a hamlet: they add up; the same file once more counts nobody twice.
#[test]
fn lists_of_several_files_add_up_and_a_copy_counts_nobody_twice() {
    let folder = crate::folder::Folder::new("import");
    let list = |place: &str, first: usize| {
        let rows = (first..first + 3).map(|n| format!("{n};H{n:03};CANARY {n};{place};Hộ nghèo\n"));
        format!("{HEAD}STT;Mã hộ;Họ và tên chủ hộ;Khu phố;Phân loại\n{}", rows.collect::<String>())
    };
    let one = folder.write("ds-1.csv", &list("Khu phố 1", 1));
    let two = folder.write("ds-2.csv", &list("Khu phố 2", 4));
    let copy = folder.write("ds-3.csv", &list("Khu phố 1", 1));
    let (snapshot, told) = imported(&[&one, &two, &copy], &[]);
    assert_eq!(snapshot["poor"]["households"], 6, "{told}");
    assert_eq!(area(&snapshot, "Khu phố 1")["poor"]["households"], 3);
    assert!(
        told.contains("đếm 0 hộ; 3 hộ trùng mã") && told.contains("3 danh sách của một đơn vị"),
        "{told}"
    );
}

/// The relation is asked and each household has one row: who else lives there is not listed.
#[test]
fn a_list_of_heads_tells_nothing_of_persons() {
    let folder = crate::folder::Folder::new("import");
    let rows = (1..=4).map(|n| format!("{n};CANARY {n};Chủ hộ;Khu phố 1;Hộ nghèo\n"));
    let rows: String = rows.collect();
    let heads = "STT;Họ và tên;Quan hệ với chủ hộ;Khu phố;Phân loại\n";
    let file = folder.write("ds.csv", &format!("{HEAD}{heads}{rows}"));
    let (snapshot, told) = imported(&[&file], &[]);
    assert_eq!(snapshot["poor"], json!({ "households": 4 }), "{told}");
    assert!(told.contains("không tính nhân khẩu"), "{told}");
    // One member more in any of them, and each is known for what it is.
    let file = folder.write("ds.csv", &format!("{HEAD}{heads}{rows};CANARY 5;Con;Khu phố 1;\n"));
    let (snapshot, told) = imported(&[&file], &[]);
    assert_eq!(snapshot["poor"], json!({ "households": 4, "persons": 5 }), "{told}");
}

/// What a list is called may be somebody's name; rows that are not counted are told in the snapshot too.
#[test]
fn the_name_of_a_list_is_told_only_where_it_says_what_titles_say() {
    let folder = crate::folder::Folder::new("import");
    let rows = "1;A;Khu phố 1;Hộ nghèo\n2;B;Khu phố 1;gì đó\n";
    let text = format!("{HEAD}STT;Họ và tên chủ hộ;Khu phố;Phân loại\n{rows}");
    let note = |name: &str| imported(&[&folder.write(name, &text)], &[]).0["source"]["note"].clone();
    let left = "; 1 dòng của danh sách không đọc được, không tính";
    assert_eq!(note("ho ba CANARY.csv"), format!("Nhập từ danh sách hộ{left}"));
    assert_eq!(note("ds-ho-ngheo-2022.csv"), format!("Nhập từ ds-ho-ngheo-2022.csv{left}"));
}

/// A list of three households of two wards, and what else an office has of three.
fn of_a_district(folder: &crate::folder::Folder) -> String {
    let rows = "1;CANARY A;Phường 1;4\n2;CANARY B;Phường 1;3\n3;CANARY C;Phường 2;5\n";
    let title = "DANH SÁCH HỘ NGHÈO QUẬN 6 ĐẾN NGÀY 31/12/2022;;;\n";
    folder.write("ds.csv", &format!("{title}STT;Họ và tên chủ hộ;Phường;Số nhân khẩu\n{rows}"))
}

/// Totals of every ward are the total of the whole; of some of them they are not, and which are missing is told.
#[test]
fn totals_of_all_wards_are_that_of_the_whole() {
    let folder = crate::folder::Folder::new("import");
    let list = of_a_district(&folder);
    let totals = |name: &str, rows: &str| folder.write(name, &format!("Phường;Tổng số hộ\n{rows}"));
    let all = totals("all.csv", "Phường 1;4000\nPhường 2;3000\nPhường 3;2000\n");
    let (snapshot, told) = imported(&[&list], &["--households", &all]);
    assert_eq!(
        (&snapshot["households"]["value"], &snapshot["households"]["provenance"]),
        (&json!(9000), &json!("derived"))
    );
    assert!(told.contains("tổng số hộ dân: cộng 3 địa bàn trong --households (suy ra)"), "{told}");
    // A row of the unit itself is the whole, and no ward of its own name.
    let own = totals("own.csv", "Quận 6;9000\nPhường 1;4000\nPhường 2;3000\nPhường 3;2000\n");
    let (snapshot, told) = imported(&[&list], &["--households", &own]);
    assert_eq!(
        (&snapshot["households"], snapshot["areas"].as_array().map(Vec::len)),
        (&json!(9000), Some(3)),
        "{told}"
    );
    let some = totals("some.csv", "Phường 1;4000\n");
    let (snapshot, told) = imported(&[&list], &["--households", &some]);
    assert!(snapshot.get("households").is_none(), "{snapshot}");
    assert!(told.contains("không tính được tỷ lệ; còn thiếu Phường 2 (thêm"), "{told}");
}

/// What the counts of the whole may lack stands in the snapshot: whoever opens it reads it too.
#[test]
fn a_ward_that_a_list_lacks_is_a_doubt() {
    let folder = crate::folder::Folder::new("import");
    let list = of_a_district(&folder);
    let ward = |n: u32| format!(r#"{{"name":"Phường {n}","households":{n}000,"poor":{{"households":9}}}}"#);
    let wards = (1..=3).map(ward).collect::<Vec<_>>().join(",");
    let before = folder.write(
        "before.json",
        &format!(
            r#"{{"format":"giamngheo/1","unit":{{"name":"Quận 6","kind":"district"}},"as_of":"2021-12-31","source":{{"provenance":"reported","title":"x"}},"households":6000,"poor":{{"households":27}},"areas":[{wards}]}}"#
        ),
    );
    let (snapshot, told) = imported(&[&list], &["--previous", &before]);
    assert_eq!(snapshot["doubts"].as_array().map(Vec::len), Some(1), "{snapshot}");
    let doubt = snapshot["doubts"][0]["text"]["vi"].as_str().unwrap();
    assert!(doubt.starts_with("không có dòng nào của Phường 3, kỳ trước có"), "{doubt}");
    assert!(told.contains(doubt), "{told}");
}

/// A share that the counts do not make is one too.
#[test]
fn a_share_that_does_not_fit_is_a_doubt() {
    let folder = crate::folder::Folder::new("import");
    let title = "UBND QUẬN 6;;;;\nTỔNG HỢP THIẾU HỤT CỦA HỘ NGHÈO ĐẾN 31/12/2022;;;;\n";
    let heads = "TT;Phường;Tổng số hộ nghèo;Số hộ thiếu hụt việc làm;Tỷ lệ thiếu hụt việc làm (%)\n";
    let rows = "1;Phường 1;50;10;20,00%\n2;Phường 2;40;10;50,00%\n";
    let file = folder.write("thieu-hut.csv", &format!("{title}{heads}{rows}"));
    let (snapshot, told) = imported(&[&file], &[]);
    let doubts = snapshot["doubts"].as_array().unwrap_or_else(|| panic!("{snapshot}\\n{told}"));
    assert_eq!(doubts.len(), 1, "{doubts:?}");
    let text = doubts[0]["text"]["vi"].as_str().unwrap();
    assert!(text.contains("Phường 2") && text.contains("không khớp 10 trên 40 hộ"), "{text}");
}

/// A list of the beginning gives way to that of the end of its own unit alone. Beside the end of another unit it is of
/// another day, unless that is the day the year before ended with.
#[test]
fn a_list_of_the_beginning_gives_way_to_its_own_end_alone() {
    let folder = crate::folder::Folder::new("import");
    let list = |name: &str, ward: &str, time: &str| {
        let rows = "STT;Họ và tên chủ hộ;Phân loại\n1;CANARY 1;Hộ nghèo\n2;CANARY 2;Hộ nghèo\n";
        folder.write(name, &format!("UBND {ward}, QUẬN 6\nDANH SÁCH HỘ NGHÈO {time}\n{rows}"))
    };
    let end = list("a.csv", "PHƯỜNG 1", "CUỐI NĂM 2022 (đến ngày 31/12/2022)");
    let own = list("b.csv", "PHƯỜNG 1", "ĐẦU NĂM 2022");
    let next = list("c.csv", "PHƯỜNG 2", "ĐẦU NĂM 2023");
    let other = list("d.csv", "PHƯỜNG 2", "ĐẦU NĂM 2022");
    let (snapshot, told) = imported(&[&end, &own, &next], &["--unit", "Quận 6"]);
    assert_eq!(told.matches("là danh sách đầu kỳ").count(), 1, "{told}");
    for ward in ["Phường 1", "Phường 2"] {
        assert_eq!(area(&snapshot, ward)["poor"]["households"], 2, "{told}");
    }
    let told = super::refusal(&[&end, &other], &["--unit", "Quận 6"]);
    assert!(told.contains("các biểu ghi những ngày khác nhau") && told.contains("01/01/2022"), "{told}");
    assert!(!told.contains("là danh sách đầu kỳ"), "{told}");
}
