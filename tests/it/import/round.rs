//! There and back: what the program writes for offices it reads again as the same figures.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::run;

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
    for name in ["code", "provenance", "households", "persons", "deprivations", "causes"] {
        if let Some(value) = place.get(name) {
            kept.insert(name.to_owned(), value.clone());
        }
    }
    for group in ["poor", "near_poor"] {
        for name in ["households", "persons", "policy_families", "movement", "rate_percent"] {
            if let Some(value) = place[group].get(name) {
                // Written as a number or as a text of the same value; a note stays behind.
                let bare = value.get("value").unwrap_or(value);
                let rate = || bare.to_string().replace('"', "").parse::<f64>().unwrap();
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
            if let ("deprivations" | "causes", Value::Array(entries)) = (name.as_str(), &mut *member) {
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
    assert!(told.contains("3 → programmes"), "{told}");
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
    let output = run(&["ward-1.xlsx"], &["--open"]);
    assert_eq!(output.status.code(), Some(2), "there is nothing to open without a file");
}
