//! Whose figures a sheet has that does not say it plainly: a ward's workbook without a letterhead or without figures, the
//! form of a hamlet, places that two sheets write otherwise.

use std::process::Command;

use serde_json::Value;

use super::{area, imported, refusal};
use crate::folder::Folder;

const TITLE: &str = "TỔNG HỢP HỘ NGHÈO NĂM 2022";

/// The form of a ward, under this letterhead.
fn ward(letterhead: &str, rows: &str) -> String {
    format!("{letterhead}{TITLE}\nSTT;Khu phố;Tổng số hộ;Hộ nghèo\n{rows}")
}

const ROWS: &str = "1;Khu phố 1;100;5\n2;Khu phố 2;200;1\n;Cộng;300;6\n";

fn names(snapshot: &Value) -> Vec<&str> {
    let areas = snapshot["areas"].as_array().into_iter().flatten();
    areas.filter_map(|area| area["name"].as_str()).collect()
}

/// Of a folder of wards one has no letterhead: its figures are not the district's, and nothing is written.
#[test]
fn a_ward_without_its_letterhead_is_not_the_district() {
    let folder = Folder::new("whose");
    let (one, two) = (
        folder.write("a.csv", &ward("UBND PHƯỜNG 1\n", ROWS)),
        folder.write("b.csv", &ward("UBND PHƯỜNG 2\n", ROWS)),
    );
    let unit = ["--unit", "Quận 6"];
    for rows in [ROWS, "1;Khu phố 1;100;5\n2;Khu phố 2;200;1\n"] {
        let bare = folder.write("c.csv", &ward("", rows));
        let told = refusal(&[&one, &two, &bare], &unit);
        assert!(told.contains("c.csv: không ghi là của nơi nào"), "{told}");
    }
    // A list of the wards is the district's.
    let all = folder.write(
        "quan.csv",
        &format!(
            "{TITLE}\nSTT;Phường;Tổng số hộ;Hộ nghèo\n1;Phường 1;300;6\n2;Phường 2;300;6\n;Cộng;600;12\n"
        ),
    );
    let (snapshot, told) = imported(&[&one, &two, &all], &unit);
    assert_eq!((names(&snapshot).len(), &snapshot["poor"]["households"]), (2, &Value::from(12)), "{told}");
}

/// A ward whose form is not filled in is one of them all the same, and the others are not the whole.
#[test]
fn a_ward_without_figures_keeps_its_name() {
    let folder = Folder::new("whose");
    let (one, two) = (
        folder.write("a.csv", &ward("UBND PHƯỜNG 1\n", ROWS)),
        folder.write("b.csv", &ward("UBND PHƯỜNG 2\n", ROWS)),
    );
    let list = "UBND PHƯỜNG 9\nDANH SÁCH HỘ NGHÈO NĂM 2022\nSTT;Họ và tên chủ hộ;Số khẩu\n";
    for blank in [
        ward("UBND PHƯỜNG 9\n", ""),
        ward("UBND PHƯỜNG 9\n", "1;Khu phố 1;;\n2;Khu phố 2;;\n;Cộng;;\n"),
        list.to_owned(),
    ] {
        let file = folder.write("c.csv", &blank);
        let (snapshot, told) = imported(&[&one, &two, &file], &["--unit", "Quận 6"]);
        assert_eq!(names(&snapshot), ["Phường 1", "Phường 2", "Phường 9"], "{told}");
        assert!(
            snapshot.get("poor").is_none() && area(&snapshot, "Phường 9").get("poor").is_none(),
            "{snapshot}"
        );
        assert!(told.contains("chưa cộng số của toàn đơn vị: chưa có số của Phường 9"), "{told}");
    }
}

/// A hamlet in the letterhead of its commune: what is counted is the hamlet's.
#[test]
fn the_form_of_a_hamlet_is_none_of_its_commune() {
    let folder = Folder::new("whose");
    let form = |hamlet: &str, poor: u32| {
        let rows = format!("1;Tổng số hộ;200\n2;Số hộ nghèo;{poor}\n");
        folder.write(
            &format!("{poor}.csv"),
            &format!("UBND XÃ MƯỜNG BÚ\n{hamlet}\n{TITLE}\nSTT;Chỉ tiêu;Số lượng\n{rows}"),
        )
    };
    let (snapshot, told) = imported(&[&form("THÔN BẢN BÚ", 6)], &[]);
    assert_eq!(snapshot["unit"]["name"], "Xã Mường Bú", "{told}");
    assert_eq!(area(&snapshot, "Bản Bú")["poor"]["households"], 6, "{told}");
    assert!(snapshot.get("poor").is_none() && told.contains("biểu của Bản Bú"), "{told}");
    let (snapshot, told) = imported(&[&form("THÔN 1", 6), &form("Thôn: 2", 7)], &[]);
    assert_eq!(names(&snapshot), ["Thôn 1", "Thôn 2"], "{told}");
    assert_eq!(snapshot["poor"]["households"]["value"], 13, "{told}");
    let list = "UBND XÃ MƯỜNG BÚ\nTHÔN BẢN BÚ\nDANH SÁCH HỘ NGHÈO NĂM 2022\nSTT;Họ và tên chủ hộ;Số khẩu\n1;CANARY A;3\n";
    let (snapshot, told) = imported(&[&folder.write("ds.csv", list)], &[]);
    assert_eq!(area(&snapshot, "Bản Bú")["poor"]["persons"], 3, "{told}");
}

/// A name that two sheets write otherwise is one place where all others are the same; else it is asked.
#[test]
fn a_place_that_is_written_otherwise_is_counted_once() {
    let folder = Folder::new("whose");
    let sheet = |name: &str, title: &str, heads: &str, rows: &str| {
        folder.write(name, &format!("TỈNH KON TUM\n{title} NĂM 2022\nTT;Xã;{heads}\n{rows}"))
    };
    let poor = sheet(
        "a.csv",
        "TỔNG HỢP HỘ NGHÈO",
        "Tổng số hộ;Hộ nghèo",
        "1;Xã Đăk Ui;900;180\n2;Xã Ia O;1100;220\n",
    );
    let causes =
        |rows: &str| sheet("b.csv", "NGUYÊN NHÂN NGHÈO", "Tổng số hộ nghèo;Không có vốn sản xuất", rows);
    let (snapshot, told) = imported(&[&poor, &causes("1;Xã Đắk Ui;180;60\n2;Xã IaO;220;60\n")], &[]);
    assert_eq!(names(&snapshot), ["Xã Đăk Ui", "Xã Ia O"], "{told}");
    assert_eq!(snapshot["poor"]["households"]["value"], 400, "{told}");
    assert!(told.contains("“Xã Đắk Ui” và “Xã Đăk Ui”: lấy là một nơi"), "{told}");
    let (_, told) = imported(&[&poor, &causes("1;Xã Đắk Ui;180;60\n2;Xã Mới;220;60\n")], &[]);
    assert!(told.contains("? “Xã Đắk Ui” và “Xã Đăk Ui” có phải một nơi?"), "{told}");
}

/// Two wards of the three of last year, imported with that year's snapshot at hand and without it: opened together all
/// that is told is the same, and the sum of the two is never the district's.
#[test]
fn the_sum_of_some_wards_is_none_of_the_district_beside_the_year_before() {
    let folder = Folder::new("whose");
    let rows = "1;Phường 1;300;16\n2;Phường 2;300;16\n3;Phường 3;300;16\n;Cộng;900;48\n";
    let all = folder.write("quan.csv", &format!("{TITLE}\nSTT;Phường;Tổng số hộ;Hộ nghèo\n{rows}"));
    let unit = ["--unit", "Quận 6"];
    let (before, _) = imported(&[&all], &unit);
    let title = TITLE.replace("2022", "2023");
    let wards = [1, 2].map(|n| {
        let form = ward(&format!("UBND PHƯỜNG {n}\n"), ROWS).replace(TITLE, &title);
        folder.write(&format!("{n}.csv"), &form)
    });
    let wards = wards.each_ref().map(String::as_str);
    let previous = folder.write("truoc.json", &before.to_string());
    let (alone, told) = imported(&wards, &unit);
    assert_eq!(alone["poor"]["households"]["value"], 12, "{told}");
    let (beside, _) = imported(&wards, &[&unit[..], &["--previous", &previous]].concat());
    let of = |snapshot: &Value| {
        let years = Folder::of("whose", [before.to_string(), snapshot.to_string()]);
        let told = |args: &[&str]| {
            let mut run = Command::new(env!("CARGO_BIN_EXE_giamngheo"));
            let run = run.args(args).args(["--lang", "vi", "--now", "2024-01-10", &years.0]);
            String::from_utf8(run.env_remove("GIAMNGHEO_LANG").output().unwrap().stdout).unwrap()
        };
        [&["check"][..], &["report", "--format", "text"], &["report", "--format", "html"]].map(told)
    };
    let [of_alone, of_beside] = [of(&alone), of(&beside)];
    assert_eq!(of_alone, of_beside);
    assert!(of_alone[1].contains("2 trên 3 phường: không so được với kỳ trước"), "{}", of_alone[1]);
    assert!(!of_alone[1].contains("12*"), "{}", of_alone[1]);
}
