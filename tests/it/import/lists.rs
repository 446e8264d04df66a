//! Lists of households: counts, and nothing of anybody.

use serde_json::json;

use super::{area, imported, run};

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
    assert_eq!(snapshot["poor"]["among"][0]["households"], 1);
    assert_eq!(snapshot["near_poor"]["among"][0]["id"], "dtts");
    assert_eq!(area(&snapshot, "Khu phố 2")["poor"]["persons"], 3);
    for said in [
        "đếm 3 hộ; 1 hộ trùng mã",
        "không đọc được 1 dòng (phân loại hộ không nhận ra): 13",
        "không đếm: Họ và tên",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
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
    for file in ["list-members.xlsx", "list-after-review.xlsx"] {
        let output = run(&[file], &["--force", "--write-map", &map]);
        assert!(output.status.success());
        let all = [output.stdout, output.stderr, std::fs::read(&map).unwrap()].concat();
        let all = String::from_utf8(all).unwrap();
        for word in ["CANARY", "079012345678", "H001", "H003", "street"] {
            assert!(!all.contains(word), "{file}: {word}");
        }
    }
}
