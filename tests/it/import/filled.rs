//! The workbook to fill in, and the forms of the program itself, as people fill and name them.

use std::process::Command;

use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

use super::{imported, refusal};
use crate::folder::Folder;

/// A workbook of sheets of texts; numbers are written as such.
fn book(folder: &Folder, sheets: &[(&str, &[&[&str]])]) -> String {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, *cell).unwrap(),
                };
            }
        }
    }
    let path = folder.at("bieu.xlsx");
    book.save(&path).unwrap();
    path
}

const FRONT: &[&[&str]] =
    &[&["Đơn vị", "UBND huyện Mường La"], &["Cấp", "Quận, huyện"], &["Số liệu đến ngày", "30/11/2023"]];
const RESULTS: &[&[&str]] = &[
    &["TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO"],
    &["STT", "Phường/Xã", "Tổng số hộ dân cư", "Hộ nghèo"],
    &["", "Tổng cộng", "100", "10"],
];

/// The office that fills it in is no unit: last year's letterheads have Huyện Mường La.
#[test]
fn the_unit_of_a_front_sheet_is_that_of_the_office() {
    let folder = Folder::new("import");
    let file = book(&folder, &[("Thông tin", FRONT), ("Kết quả", RESULTS)]);
    let (snapshot, told) = imported(&[&file], &[]);
    assert_eq!(snapshot["unit"], json!({ "name": "Huyện Mường La", "kind": "district" }), "{told}");
    let (snapshot, told) = imported(&[&file], &["--unit", "UBND huyện Mường La"]);
    assert_eq!(snapshot["unit"]["name"], "Huyện Mường La", "{told}");
}

#[test]
fn a_standard_without_its_code_is_told_by_the_cell_to_fill_in() {
    let folder = Folder::new("import");
    let front = [FRONT, &[&["Mã chuẩn nghèo"], &["Tên chuẩn nghèo", "Chuẩn 2022-2025"]]].concat();
    let file = book(&folder, &[("Thông tin", &front), ("Kết quả", RESULTS)]);
    let told = refusal(&[&file], &[]);
    assert!(told.contains("[Thông tin] B4 “Mã chuẩn nghèo”: thiếu mã chuẩn nghèo"), "{told}");
    assert!(!told.contains(".json"), "{told}");
}

/// What the front sheet lacks is told by its cell, not by options of the command line.
#[test]
fn what_the_front_sheet_lacks_is_told_by_its_cell() {
    let folder = Folder::new("import");
    let front: &[&[&str]] = &[&["Đơn vị"], &["Cấp", "Quận, huyện"], &["Số liệu đến ngày"]];
    let told = refusal(&[&book(&folder, &[("Thông tin", front), ("Kết quả", RESULTS)])], &[]);
    for cell in ["B1", "B3"] {
        assert!(told.contains(&format!("[Thông tin] {cell}: chưa điền, cần có")), "{told}");
    }
    assert!(!told.contains("--unit") && !told.contains("--as-of"), "{told}");
}

/// A number with what it counts behind it: what to write.
#[test]
fn a_number_with_its_unit_is_told_how_to_write_it() {
    let folder = Folder::new("import");
    let results: &[&[&str]] = &[RESULTS[0], RESULTS[1], &["", "Tổng cộng", "100", "1.293 hộ"]];
    let programmes: &[&[&str]] = &[
        &["STT", "Tên chính sách", "Đã hỗ trợ"],
        &["1", "Cấp thẻ", "6145 thẻ"],
        &["2", "Vay vốn", "hơn 3 tỷ"],
    ];
    let told = refusal(
        &[&book(&folder, &[("Thông tin", FRONT), ("Kết quả", results), ("Chính sách", programmes)])],
        &[],
    );
    assert!(told.contains("[Kết quả] D3: ô này chỉ ghi số, không ghi đơn vị: viết 1293"), "{told}");
    assert!(
        told.contains("[Chính sách] C2 “Đã hỗ trợ”: ô này chỉ ghi số, không ghi đơn vị: viết 6145"),
        "{told}"
    );
    assert!(!told.contains("C3"), "{told}");
}

/// What a row lacks is told by its cell and the head of its column, not by the members of a file that nobody sees; an empty
/// sheet says so, and a period may be written as people do.
#[test]
fn what_is_not_filled_in_is_told_under_its_head() {
    let folder = Folder::new("import");
    let front = [FRONT, &[&["Kỳ số liệu", "11 tháng 2023"]]].concat();
    let programmes: &[&[&str]] = &[
        &["STT", "Mã chính sách", "Tên chính sách", "Lĩnh vực"],
        &["1", "bhyt", "Cấp thẻ"],
        &["2", "vay", "", "Tín dụng"],
    ];
    let targets: &[&[&str]] = &[
        &["STT", "Tên chỉ tiêu", "Năm", "Số liệu theo dõi", "Cách giao", "Mức giao"],
        &["1", "Giảm nghèo", "", "", "Giảm (hộ)", "5"],
    ];
    let tasks: &[&[&str]] = &[&["STT", "Tên nhiệm vụ", "Tình trạng"], &["1"]];
    let sheets = [
        ("Thông tin", front.as_slice()),
        ("Kết quả", RESULTS),
        ("Chính sách", programmes),
        ("Chỉ tiêu", targets),
        ("Nhiệm vụ", tasks),
    ];
    let told = refusal(&[&book(&folder, &sheets)], &[]);
    for said in [
        "[Thông tin] B4 “Kỳ số liệu”: viết 2024 (cả năm), 6 tháng đầu năm 2024",
        "[Chính sách] D2 “Lĩnh vực”: chưa ghi",
        "[Chính sách] C3 “Tên chính sách”: chưa ghi",
        "[Chỉ tiêu] C2 “Năm”: chưa ghi",
        "[Chỉ tiêu] D2 “Số liệu theo dõi”: chưa ghi",
        "chưa có dòng nào",
        "Đơn vị, Cấp, Số liệu đến ngày",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    for member in ["programmes", "targets", "tasks", "kind", "measure", "unit.", "as_of"] {
        assert!(!told.contains(member), "{member}: {told}");
    }
    // A column that must be there and is not.
    let without: &[&[&str]] = &[&["STT", "Tên chính sách", "Đã hỗ trợ"], &["1", "Cấp thẻ", "5"]];
    let told = refusal(
        &[&book(&folder, &[("Thông tin", FRONT), ("Kết quả", RESULTS), ("Chính sách", without)])],
        &[],
    );
    assert!(told.contains("[Chính sách] A1 “Lĩnh vực”: không có cột này, cần có"), "{told}");
    let front = [FRONT, &[&["Kỳ số liệu", "Năm 2023"]]].concat();
    let (snapshot, told) = imported(&[&book(&folder, &[("Thông tin", &front), ("Kết quả", RESULTS)])], &[]);
    assert_eq!(snapshot["period"], "2023", "{told}");
}

/// A target measures a programme or a task by what people call it.
#[test]
fn a_target_may_name_a_programme_or_a_task() {
    let folder = Folder::new("import");
    let programmes: &[&[&str]] = &[
        &["Mã chính sách", "Tên chính sách", "Lĩnh vực", "Đã hỗ trợ", "Kế hoạch"],
        &["bhyt", "Cấp thẻ BHYT", "Bảo hiểm", "6145", "6200"],
    ];
    let tasks: &[&[&str]] =
        &[&["Mã nhiệm vụ", "Tên nhiệm vụ", "Tình trạng"], &["ra-soat", "Rà soát cuối năm", "Đang làm"]];
    let read = |measure: &str, way: &str, amount: &str| {
        let targets: &[&[&str]] = &[
            &["Mã chỉ tiêu", "Tên chỉ tiêu", "Năm", "Số liệu theo dõi", "Cách giao", "Mức giao"],
            &["a", "Chỉ tiêu", "2023", measure, way, amount],
        ];
        let sheets = [
            ("Thông tin", FRONT),
            ("Kết quả", RESULTS),
            ("Chỉ tiêu", targets),
            ("Chính sách", programmes),
            ("Nhiệm vụ", tasks),
        ];
        book(&folder, &sheets)
    };
    for (measure, way, amount, path) in [
        ("Cấp thẻ BHYT", "Đạt (% kế hoạch)", "100", "programme.bhyt"),
        ("bhyt", "Đạt (% kế hoạch)", "100", "programme.bhyt"),
        ("rà soát cuối năm", "Hoàn thành", "", "task.ra-soat"),
        ("task.ra-soat", "Hoàn thành", "", "task.ra-soat"),
    ] {
        let (snapshot, told) = imported(&[&read(measure, way, amount)], &[]);
        assert_eq!(snapshot["targets"][0]["measure"], path, "{measure}: {told}");
    }
    let told = refusal(&[&read("Nước sạch", "Đạt (% kế hoạch)", "100")], &[]);
    assert!(told.contains("[Chỉ tiêu] D2 “Số liệu theo dõi”: viết một trong: Tỷ lệ hộ nghèo;"), "{told}");
    assert!(told.contains("tên, mã của một dòng trang “Chính sách”"), "{told}");
}

/// Names that no import would take for those of places, or not whole: the program's own forms say that they are.
#[test]
fn any_name_of_a_place_comes_back_from_the_forms() {
    let folder = Folder::new("import");
    let names = ["1. Bản B", "12", "2023", "Nguyễn Văn Cừ", "Bản C (1)", "Bản D - Lò A Páo"];
    let area = |name: &&str| json!({ "name": name, "households": 100, "poor": { "households": 10 } });
    let snapshot = json!({
        "format": "giamngheo/1",
        "unit": { "name": "Huyện Thử", "kind": "district" },
        "as_of": "2023-12-31",
        "source": { "provenance": "reported", "title": "Kết quả rà soát hộ nghèo" },
        "households": 600,
        "poor": { "households": 60 },
        "areas": names.iter().map(area).collect::<Vec<Value>>(),
        "areas_complete": true,
    });
    let first = folder.write("a.json", &snapshot.to_string());
    let form = folder.at("a.xlsx");
    let written = Command::new(env!("CARGO_BIN_EXE_giamngheo"))
        .args(["report", "--form", "-o", &form, "--lang", "vi", &first])
        .output()
        .unwrap();
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let (back, told) = imported(&[&form], &[]);
    let mut found: Vec<&str> =
        back["areas"].as_array().unwrap().iter().filter_map(|area| area["name"].as_str()).collect();
    let mut names = names.to_vec();
    found.sort_unstable();
    names.sort_unstable();
    assert_eq!(found, names, "{told}");
    assert_eq!(back["poor"]["households"], 60, "{told}");
}

/// Names that the period before has are those of places, as in lists.
#[test]
fn a_place_that_the_period_before_has_is_nobody() {
    let folder = Folder::new("import");
    let table: &[&[&str]] = &[
        &["UBND XÃ THỬ"],
        &["TỔNG HỢP HỘ NGHÈO ĐẾN 31/12/2023"],
        &["STT", "Thôn", "Tổng số hộ", "Hộ nghèo"],
        &["1", "Nguyễn Văn Cừ", "12", "1"],
        &["2", "Tân Lập", "200", "20"],
        &["", "Cộng", "212", "21"],
    ];
    let file = book(&folder, &[("KQ", table)]);
    refusal(&[&file], &[]);
    let before = json!({
        "format": "giamngheo/1",
        "unit": { "name": "Xã Thử", "kind": "commune" },
        "as_of": "2022-12-31",
        "source": { "provenance": "reported" },
        "areas": [{ "name": "Nguyễn Văn Cừ" }, { "name": "Tân Lập" }],
    });
    let before = folder.write("truoc.json", &before.to_string());
    let (snapshot, told) = imported(&[&file], &["--previous", &before]);
    assert_eq!(snapshot["areas"][0]["name"], "Nguyễn Văn Cừ", "{told}");
}

/// Who signs below a form stands in a column that counts by chance; a place that is called after somebody has more
/// households than one.
#[test]
fn a_form_that_is_signed_is_no_list() {
    let folder = Folder::new("import");
    let table: &[&[&str]] = &[
        &["UBND XÃ THỬ"],
        &["TỔNG HỢP HỘ NGHÈO ĐẾN 31/12/2023"],
        &["Thôn, bản", "Tổng số hộ", "Hộ nghèo"],
        &["Lý Thường Kiệt", "100", "10"],
        &["Võ Thị Sáu", "200", "20"],
        &["Nà Pồng", "50", "1"],
        &["Cộng", "350", "31"],
        &[],
        &["NGƯỜI LẬP BIỂU", "", "CHỦ TỊCH"],
        &["Trần Thị Canary", "", "Lê Văn Canary"],
    ];
    let (snapshot, told) = imported(&[&book(&folder, &[("KQ", table)])], &[]);
    let names: Vec<&str> =
        snapshot["areas"].as_array().unwrap().iter().map(|area| area["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Lý Thường Kiệt", "Võ Thị Sáu", "Nà Pồng"], "{told}");
    assert_eq!(snapshot["poor"]["households"], 31, "{told}");
    assert!(!told.contains("Canary") && !snapshot.to_string().contains("Canary"), "{told}");
}

/// Under a heading of hamlets too a row each of one household is a row each of somebody.
#[test]
fn one_household_each_is_no_hamlet() {
    let folder = Folder::new("import");
    for names in [["Kiều Canary", "Ksor Canary"], ["Y Canary", "H'Canary"]] {
        let table: &[&[&str]] = &[
            &["UBND XÃ THỬ"],
            &["TỔNG HỢP HỘ NGHÈO ĐẾN 31/12/2023"],
            &["STT", "Thôn", "Tổng số hộ", "Hộ nghèo"],
            &["1", names[0], "1", "1"],
            &["2", names[1], "1", "1"],
        ];
        let told = refusal(&[&book(&folder, &[("KQ", table)])], &[]);
        assert!(!told.contains("Canary"), "{told}");
    }
}

/// Few households of one hamlet may be as many as those of the others together: names without a kind are all places. What
/// is more than chance gives, or has the name of the unit, is the whole.
#[test]
fn few_households_are_no_sum_by_chance() {
    let folder = Folder::new("import");
    let of = |rows: &[[&str; 3]]| {
        let head = [["UBND XÃ THỬ", "", ""], ["HỘ NGHÈO ĐẾN 31/12/2023", "", ""]];
        let names = [["Thôn", "Hộ nghèo", "Hộ cận nghèo"]];
        let rows: Vec<&[&str]> = head.iter().chain(&names).chain(rows).map(<[&str; 3]>::as_slice).collect();
        let (snapshot, told) = imported(&[&book(&folder, &[("KQ", &rows)])], &["--force"]);
        let poor = &snapshot["poor"]["households"];
        let poor = poor.as_u64().or_else(|| poor["value"].as_u64());
        (snapshot["areas"].as_array().map_or(0, Vec::len), poor, told)
    };
    let (places, poor, told) = of(&[["Đồi", "5", "3"], ["Bến", "2", "1"], ["Chợ", "3", "2"]]);
    assert_eq!((places, poor), (3, Some(10)), "{told}");
    let (places, poor, told) = of(&[["Đồi", "20", "3"], ["Bến", "15", "1"], ["Cả nơi", "35", "4"]]);
    assert_eq!((places, poor), (2, Some(35)), "{told}");
    let (places, poor, told) = of(&[["Thử", "5", "3"], ["Bến", "2", "1"], ["Chợ", "3", "2"]]);
    assert_eq!((places, poor), (2, Some(5)), "{told}");
}
