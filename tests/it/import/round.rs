//! There and back: what the program writes for offices it reads again as the same figures.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::{refusal, run};

fn giamngheo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_giamngheo"))
        .args(arguments)
        .args(["--lang", "vi", "--now", "2023-10-10"])
        .env_remove("GIAMNGHEO_LANG")
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// What forms have of a place, of a snapshot of the sample: bare numbers, as they are stored.
fn in_forms(place: &Value) -> Value {
    let mut kept = serde_json::Map::new();
    for name in ["code", "provenance", "households", "persons", "deprivations", "causes", "indicators"] {
        if let Some(value) = place.get(name) {
            kept.insert(name.to_owned(), value.clone());
        }
    }
    for group in ["poor", "near_poor"] {
        for name in [
            "households",
            "persons",
            "policy_families",
            "movement",
            "movement_persons",
            "among",
            "reduced",
            "rate_percent",
        ] {
            if let Some(value) = place[group].get(name) {
                // Written as a number or as a text of the same value; a note stays behind.
                let bare = value.get("value").unwrap_or(value);
                let rate = || bare.to_string().replace('"', "").parse::<f64>().unwrap();
                // A rise is no fall below zero: a cell of counts has no sign.
                if name == "reduced" && bare.as_i64().is_some_and(|n| n < 0) {
                    continue;
                }
                let value = if name == "rate_percent" { json!(rate()) } else { bare.clone() };
                kept.insert(format!("{group}.{name}"), value);
            }
        }
    }
    let name = &place["name"];
    kept.insert("name".to_owned(), name.get("vi").unwrap_or(name).clone());
    let mut areas: Vec<Value> = place["areas"].as_array().into_iter().flatten().map(in_forms).collect();
    areas.sort_by_key(|area| area["name"].to_string());
    kept.insert("areas".to_owned(), Value::Array(areas));
    Value::Object(kept)
}

/// Lists in the order of their ids, names left out: forms have one language.
fn sorted(mut value: Value) -> Value {
    if let Value::Object(members) = &mut value {
        for (name, member) in members.iter_mut() {
            let is_list =
                ["deprivations", "causes", "indicators"].contains(&name.as_str()) || name.ends_with("among");
            if let (true, Value::Array(entries)) = (is_list, &mut *member) {
                for entry in entries.iter_mut() {
                    entry.as_object_mut().unwrap().remove("name");
                }
                entries.sort_by_key(|entry| entry["id"].to_string());
            }
            if let Value::Array(items) = member {
                for item in items {
                    *item = sorted(item.take());
                }
            }
        }
    }
    value
}

#[test]
fn the_forms_of_a_snapshot_are_read_back_as_the_same_figures() {
    let folder = crate::folder::Folder::new("import");
    for day in ["2022-12-31", "2023-09-30"] {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(format!("{day}.json"));
        let [form, back] = ["xlsx", "json"].map(|ending| folder.at(&format!("{day}.{ending}")));
        giamngheo(&["report", "--form", "-o", &form, sample.to_str().unwrap()]);
        giamngheo(&["import", &form, "-o", &back]);
        let [was, is] = [read(&sample), read(Path::new(&back))];
        assert_eq!(sorted(in_forms(&is)), sorted(in_forms(&was)), "{day}");
        for name in ["as_of", "period"] {
            assert_eq!(
                is.get(name).map(Value::to_string),
                was.get(name).map(Value::to_string),
                "{day} {name}"
            );
        }
    }
}

/// Rows of households and of persons, parts of a group, the net fall, the stage: all that a form can hold comes back, and
/// what none can hold is named.
#[test]
fn all_that_forms_can_hold_comes_back_and_the_rest_is_named() {
    let folder = crate::folder::Folder::new("import");
    let place = |name: &str, times: u32| {
        json!({
            "name": name,
            "households": 1000 * times,
            "persons": 4000 * times,
            "poor": {
                "households": 20 * times, "persons": 80 * times, "reduced": 5 * times,
                "movement": { "start": 25 * times, "escaped": 6 * times, "newly": times },
                "movement_persons": { "start": 100 * times, "escaped": 24 * times, "newly": 4 * times },
                "among": [
                    { "id": "dtts", "name": "Hộ dân tộc thiểu số", "households": 6 * times, "persons": 24 * times, "of": 50 * times, "reduced": times },
                    { "id": "don-than", "name": "Hộ đơn thân", "households": 2 * times }
                ]
            },
            "near_poor": { "households": 30 * times, "among": [{ "id": "tay", "name": "Tày", "households": 0 }] },
            "indicators": [
                { "id": "muc-song-trung-binh", "name": "Hộ có mức sống trung bình", "unit": "household", "better": "lower", "value": 70 * times }
            ]
        })
    };
    let mut was = place("Quận 6", 3);
    was["areas"] = json!([place("Phường 1", 1), place("Phường 2", 2)]);
    was["areas"][0]["kind"] = json!("ward");
    let name = was.as_object_mut().unwrap().remove("name").unwrap();
    for (field, value) in [
        ("format", json!("giamngheo/1")),
        ("unit", json!({ "name": name, "kind": "district" })),
        ("as_of", json!("2022-12-31")),
        (
            "source",
            json!({ "provenance": "reported", "title": "Kết quả rà soát", "stage": "preliminary", "note": "x" }),
        ),
        ("areas_complete", json!(true)),
        ("tasks", json!([{ "id": "a", "name": "Rà soát", "due": "2023-11-30" }])),
    ] {
        was[field] = value;
    }
    was["poor"]["rate_change_points"] = json!("-0.50");
    was["poor"]["persons"] = json!({ "value": 240, "qualifier": "over" });
    was["near_poor"]["households"] = json!({ "value": 1090, "qualifier": "nearly" });
    let [first, form, back] = ["first.json", "form.xlsx", "back.json"].map(|name| folder.at(name));
    std::fs::write(&first, was.to_string()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_giamngheo"))
        .args(["report", "--form", "-o", &form, &first, "--lang", "vi", "--now", "2023-10-10"])
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    let left =
        told.lines().find(|line| line.contains("không có trong biểu")).unwrap_or_else(|| panic!("{told}"));
    // The rows of persons are in the workbook, and not among what is left out.
    let rest = "mức thay đổi tỷ lệ hộ nghèo, loại của địa bàn, nhiệm vụ, ghi chú của nguồn";
    assert_eq!(left, format!("giamngheo: không có trong biểu: {rest}"));
    giamngheo(&["import", &form, "-o", &back]);
    let is = read(Path::new(&back));
    assert_eq!(is["source"]["stage"], "preliminary");
    let named = |mut place: Value| {
        place["name"] = place["unit"]["name"].take();
        sorted(in_forms(&place))
    };
    assert_eq!(named(is), named(was));
}

/// Rates keep their decimals, parts that are not all there stay so, and what a cell cannot say is named.
#[test]
fn forms_come_back_as_no_more_than_they_were() {
    let folder = crate::folder::Folder::new("import");
    let ward = |name: &str, all: u32, poor: u32, rate: &str| json!({ "name": name, "households": all, "poor": { "households": poor, "rate_percent": rate } });
    let was = json!({
        "format": "giamngheo/1",
        "unit": { "name": "Quận 6", "kind": "district" },
        "as_of": "2022-12-31",
        "source": { "provenance": "reported" },
        "households": { "value": 300, "provenance": "derived", "note": "Cộng hai phường" },
        "poor": { "households": 9, "rate_percent": "3" },
        "areas": [ward("Phường 1", 100, 1, "1"), ward("Phường 2", 200, 8, "4.00")]
    });
    let [first, form, back] = ["first.json", "form.xlsx", "back.json"].map(|name| folder.at(name));
    std::fs::write(&first, was.to_string()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_giamngheo"))
        .args(["report", "--form", "-o", &form, &first, "--lang", "vi", "--now", "2023-10-10"])
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("nguồn gốc riêng của từng số, ghi chú của từng số"), "{told}");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&form).unwrap();
    let front = calamine::Reader::worksheet_range(&mut book, "Thông tin").unwrap();
    let has = |words: &str| front.used_cells().any(|(.., cell)| cell.to_string().contains(words));
    assert!(has("Lưu ý: 1 ô chỉ có 1-2 hộ") && has("Nơi chưa đủ địa bàn"), "{told}");
    giamngheo(&["import", &form, "-o", &back]);
    let is = read(Path::new(&back));
    assert_eq!(is["poor"], was["poor"]);
    assert_eq!(is["areas"], was["areas"]);
    assert!(is.get("areas_complete").is_none(), "{is}");
}

/// A place may be called as a sum, a part or in short: what the forms list as places are places, as they are written.
#[test]
fn places_with_names_of_other_things_come_back() {
    let folder = crate::folder::Folder::new("import");
    let (form, back) = (folder.at("bieu.xlsx"), folder.at("back.json"));
    for names in
        [["Tổng", "Xã B"], ["X. Bành Trạch", "TT. Chợ Rã"], ["Cộng", "Thành thị"], ["Tổng số", "Cộng Hòa"]]
    {
        let areas = names
            .map(|name| serde_json::json!({ "name": name, "households": 150, "poor": { "households": 15 } }));
        let was = serde_json::json!({ "format": "giamngheo/1", "unit": { "name": "Huyện Ba Bể", "kind": "district" },
            "as_of": "2022-12-31", "source": { "provenance": "reported", "title": "Báo cáo" }, "households": 300,
            "poor": { "households": 30 }, "areas": areas });
        let file = folder.write("was.json", &was.to_string());
        giamngheo(&["report", "--form", "-o", &form, "--force", &file]);
        giamngheo(&["import", &form, "-o", &back, "--force"]);
        let is = read(Path::new(&back));
        let areas = is["areas"].as_array().into_iter().flatten();
        let mut found: Vec<&str> = areas.filter_map(|area| area["name"].as_str()).collect();
        let mut expected = names;
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{is}");
        assert_eq!(is["poor"], was["poor"], "{is}");
    }
}

/// The words to choose from stand in cells: a list in the rule itself is parted at its commas.
#[test]
fn lists_to_choose_from_keep_their_commas() {
    let folder = crate::folder::Folder::new("import");
    let blank = folder.at("mau.xlsx");
    giamngheo(&["new", "--xlsx", "--areas", "3", "-o", &blank]);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&blank).unwrap();
    let notes = calamine::Reader::worksheet_range(&mut book, "Hướng dẫn").unwrap();
    let word = |row: u32| notes.get_value((row, 2)).map(ToString::to_string).unwrap_or_default();
    let mut package = zip::ZipArchive::new(std::fs::File::open(&blank).unwrap()).unwrap();
    let mut lists = Vec::new();
    for sheet in 1..=7 {
        let part = package.by_name(&format!("xl/worksheets/sheet{sheet}.xml")).unwrap();
        let text = std::io::read_to_string(part).unwrap();
        for rule in text.split("<dataValidation ").skip(1).filter(|rule| rule.contains("type=\"list\"")) {
            let range = rule.split("<formula1>").nth(1).and_then(|rest| rest.split("</formula1>").next());
            let rows = range
                .and_then(|range| range.strip_prefix("'Hướng dẫn'!$C$"))
                .unwrap_or_else(|| panic!("{rule}"));
            let (first, last) = rows.split_once(":$C$").unwrap();
            let [first, last] = [first, last].map(|row| row.parse::<u32>().unwrap());
            lists.push((first - 1..last).map(word).collect::<Vec<String>>());
        }
    }
    let starting = |with: &str| lists.iter().find(|list| list[0] == with).unwrap();
    assert!(starting("Cả nước").contains(&"Quận, huyện".to_owned()));
    assert_eq!(starting("Sơ bộ"), &["Sơ bộ", "Chính thức"]);
    assert_eq!(starting("Chưa làm").last().unwrap(), "Đã xong");
    assert!(lists.iter().flatten().all(|word| !word.is_empty()), "{lists:?}");
}

/// The blank has its sheets, and says nothing before it is filled in.
#[test]
fn the_blank_is_a_workbook_to_fill_in() {
    let folder = crate::folder::Folder::new("import");
    let blank = folder.at("mau.xlsx");
    giamngheo(&["new", "--xlsx", "--areas", "3", "-o", &blank]);
    let book: calamine::Xlsx<_> = calamine::open_workbook(&blank).unwrap();
    let sheets = calamine::Reader::sheet_names(&book);
    assert_eq!(
        sheets,
        [
            "Thông tin",
            "Kết quả",
            "Diễn biến hộ nghèo",
            "Diễn biến hộ cận nghèo",
            "Chỉ tiêu",
            "Chính sách",
            "Nhiệm vụ",
            "Hướng dẫn"
        ]
    );
    let output = Command::new(env!("CARGO_BIN_EXE_giamngheo")).arg("import").arg(&blank).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    // Its own notes are no form that nobody knows.
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(!told.contains("Hướng dẫn"), "{told}");
}

/// A blank that an office filled in, by a program that knows nothing of this one, gives every figure to the unit.
#[test]
fn a_blank_that_was_filled_in_is_a_snapshot() {
    let (snapshot, told) = super::imported(&["filled.xlsx"], &[]);
    assert_eq!(
        snapshot["unit"],
        json!({ "name": "Quận 6", "kind": "district", "code": "775", "within": "Thành phố Hồ Chí Minh" })
    );
    assert_eq!(snapshot["standard"]["id"], "hcmc-2021-2025");
    assert_eq!((&snapshot["as_of"], &snapshot["period"]), (&json!("2022-12-31"), &json!("2022")));
    assert_eq!(snapshot["source"]["published"], "2023-03-04");
    assert_eq!(snapshot["poor"], json!({ "households": 241, "policy_families": 0, "rate_percent": "1.94" }));
    let ward = super::area(&snapshot, "Phường 2");
    assert_eq!((&ward["persons"], &ward["poor"]["movement"]["start"]), (&json!(15800), &json!(96)));
    assert_eq!(snapshot["programmes"][0]["reached"], json!({ "value": 1293, "unit": "household" }));
    assert_eq!(
        snapshot["programmes"][1]["amount"],
        json!({ "value": 3_000_000_000_i64, "qualifier": "over" })
    );
    assert_eq!(snapshot["targets"][0]["aim"], json!({ "reduce_by_points": "0.69" }));
    assert_eq!(snapshot["targets"][1]["result"], json!({ "value": 560, "percent_of_aim": "140" }));
    assert_eq!(snapshot["targets"][2]["measure"], "programme.vay-von");
    assert_eq!(snapshot["tasks"][0]["due"], "2023-11-30");
    assert!(told.contains("3 dòng → chính sách"), "{told}");
}

/// What was imported opens at once; without a terminal as the report.
#[test]
fn what_was_imported_opens_at_once() {
    let folder = crate::folder::Folder::new("import");
    let out = folder.at("out.json");
    let output = run(&["ward-1.xlsx"], &["--open", "-o", &out]);
    assert!(output.status.success());
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.contains("Phường 1") && page.contains("31/12/2022"), "{page}");
    assert!(std::fs::read_to_string(&out).unwrap().contains("giamngheo/1"));
    // Without a file and a terminal it is what import writes; on a terminal it opens, see the terminal tests.
    let output = run(&["ward-1.xlsx"], &["--open"]);
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("giamngheo/1"));
}

/// The blank of the next year has the names and codes of the last one, and no figure of it.
#[test]
fn the_blank_of_the_next_year_has_its_names_and_codes() {
    let folder = crate::folder::Folder::new("import");
    let (last, blank) = ("sample-data/2022-12-31.json", folder.at("mau.xlsx"));
    let made = std::process::Command::new(env!("CARGO_BIN_EXE_giamngheo"))
        .args(["new", "--xlsx", "--from", last, "--as-of", "2023-12-31", "-o", &blank])
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&blank).unwrap();
    let said = |book: &mut calamine::Xlsx<_>, sheet: &str| -> Vec<Vec<String>> {
        let rows = calamine::Reader::worksheet_range(book, sheet).unwrap();
        rows.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let front = said(&mut book, "Thông tin");
    for line in [["Đơn vị", "Quận 6"], ["Mã đơn vị", "775"], ["Số liệu đến ngày", "31/12/2023"]]
    {
        assert!(front.iter().any(|row| row[..2] == line), "{front:?}");
    }
    let results = said(&mut book, "Kết quả");
    let ward = results.iter().find(|row| row[1] == "Phường 1").unwrap();
    assert_eq!(ward[2], "27370");
    assert!(ward[3..].iter().all(String::is_empty), "{ward:?}");
    let programmes = said(&mut book, "Chính sách");
    let loans = programmes.iter().find(|row| row[1] == "vay-giam-ngheo").unwrap();
    assert_eq!((&*loans[3], &*loans[4]), ("Tín dụng", ""));
}

/// What the format refuses is told by the cell that says it: nobody has seen the text that was made of the cells.
#[test]
fn a_fault_of_a_filled_blank_is_told_by_its_cell() {
    let told = refusal(&["refused-aim.xlsx"], &[]);
    assert!(told.contains("refused-aim.xlsx [Chỉ tiêu] E3 “Số liệu theo dõi”: "), "{told}");
    assert!(!told.contains(".json"), "{told}");
}

/// A row of the front sheet whose label is not known is told with the label that is meant, and a cell that the format
/// refuses with what it may hold.
#[test]
fn labels_and_cells_of_the_front_sheet_are_told() {
    let folder = crate::folder::Folder::new("import");
    let front = "Đơn vị;Quận 6\nCấp;Quận, huyện\nSố liệu đến ngày;31/12/2022\nTên của báo cáo;Kết quả\nNgười lập;CANARY\n";
    let front = folder.write("a.csv", front);
    let (snapshot, told) = super::imported(&[&front, "ward-1.xlsx"], &[]);
    assert!(told.contains("a.csv A4: mẫu không có mục này, không nhập; có phải “Tên báo cáo”?"), "{told}");
    assert!(told.contains("a.csv A5: mẫu không có mục này, không nhập\n"), "{told}");
    assert!(!told.contains("CANARY") && snapshot["source"]["title"] != "Kết quả", "{told}");
    for (line, cell, said) in [
        ("Cấp;huyện lỵ", "B2", "viết một trong: Cả nước; "),
        ("Số liệu đến ngày;hôm qua", "B2", "viết như 31/12/2023"),
        ("Kỳ số liệu;cả năm", "B2 “Kỳ số liệu”: ", "viết 2024 (cả năm)"),
        ("Mã chuẩn nghèo;chuẩn mới", "B2 “Mã chuẩn nghèo”", "cần mã gồm 1-64 chữ"),
    ] {
        let rest = "Cấp;Quận, huyện\nSố liệu đến ngày;31/12/2022\n";
        let front = folder.write("b.csv", &format!("Đơn vị;Quận 6\n{line}\n{rest}"));
        let told = refusal(&[&front, "ward-1.xlsx"], &[]);
        assert!(told.contains(&format!("b.csv {cell}")) && told.contains(said), "{line}: {told}");
    }
}
