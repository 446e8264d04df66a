//! CSV by the `csv` crate, JSON by serde: one figure a row, with all that it carries.

use std::collections::HashSet;

use serde_json::Value;

use super::{report, text};

type Row = std::collections::HashMap<String, String>;

pub fn rows(bytes: &[u8]) -> Vec<Row> {
    let without_mark = bytes.strip_prefix("\u{FEFF}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().from_reader(without_mark);
    reader.deserialize().map(Result::unwrap).collect()
}

const YEAR: [&str; 6] = ["--as-of", "2022-12-31", "--lang", "en", "--format", "csv"];

fn row<'a>(rows: &'a [Row], field: &str) -> &'a Row {
    rows.iter().find(|row| row["field"] == field).unwrap_or_else(|| panic!("no {field}"))
}

#[test]
fn a_row_carries_number_unit_qualifier_source_and_field() {
    let rows = rows(&report(&YEAR));
    let poor = row(&rows, "poor.households");
    assert_eq!((&*poor["value"], &*poor["unit"]), ("1429", "households"));
    assert_eq!(
        (&*poor["qualifier"], &*poor["origin"], &*poor["provenance"]),
        ("exact", "stated", "reported")
    );
    assert_eq!((&*poor["file"], &*poor["line"], &*poor["to"]), ("2022-12-31.json", "14", "2022-12-31"));
    // A stated percent keeps its decimals: they are its rounding.
    assert_eq!(row(&rows, "poor.rate_percent")["value"], "2.20");
    let money = row(&rows, "programmes[3].amount");
    assert_eq!((&*money["value"], &*money["qualifier"], &*money["unit"]), ("3000000000", "over", "VND"));
}

#[test]
fn a_range_has_two_ends_and_what_is_missing_none() {
    let rows = rows(&report(&YEAR));
    // 2,521 of 65,102 to 64,808 households: 3.872385 to 3.889952 %.
    let range = rows.iter().find(|row| row["shown"] == "3.87-3.89%*").unwrap();
    assert_eq!((&*range["value"], &*range["low"], &*range["high"]), ("", "3.872385", "3.889952"));
    let missing = rows.iter().find(|row| row["shown"] == "no data" && !row["note"].is_empty()).unwrap();
    assert_eq!((&*missing["value"], &*missing["unit"]), ("", ""));
    assert!(missing["note"].starts_with("lacking: "));
}

/// 560 is 140 % of 400, and of 399 and 401 when rounded: the choice stands apart from the division.
#[test]
fn a_formula_is_written_as_on_the_screen() {
    let rows = rows(&report(&YEAR));
    assert!(rows.iter().any(|row| row["formula"] == "560 ÷ 140% (399-401*)"));
}

#[test]
fn a_fall_shown_with_a_minus_is_the_fall_it_is_called() {
    let rows = rows(&report(&YEAR));
    let falls: Vec<&Row> = rows.iter().filter(|row| row["field"].ends_with(".reduced")).collect();
    assert!(falls.len() > 10);
    // Ward 9 alone had a rise, of 3 near-poor households, and states it as −3.
    let below: Vec<&&Row> = falls.iter().filter(|row| row["value"].starts_with('-')).collect();
    assert_eq!(below.len(), 1);
    assert_eq!((&*below[0]["area"], &*below[0]["value"]), ("Ward 9", "-3"));
}

#[test]
fn no_figure_stands_twice() {
    let rows = rows(&report(&YEAR));
    let mut seen = HashSet::new();
    for row in rows.iter().filter(|row| !row["value"].is_empty()) {
        let key = ["name", "area", "from", "to", "value", "low", "unit"].map(|head| row[head].clone());
        assert!(seen.insert(key), "twice: {row:?}");
    }
    assert!(seen.len() > 150, "only {}", seen.len());
}

#[test]
fn every_text_is_quoted_and_no_number_is() {
    let text = text(&YEAR);
    assert!(text.lines().count() > 100 && text.matches("\r\n").count() == text.matches('\n').count());
    let second = text.lines().nth(1).unwrap();
    assert!(second.contains(",1429,,,\"households\""), "{second}");
    assert!(second.starts_with("\"Overview\""), "{second}");
}

#[test]
fn the_heads_are_in_the_language_asked_for() {
    let vi = text(&["--format", "csv", "--lang", "vi"]);
    assert!(vi.starts_with("\u{FEFF}\"trang\",") && vi.contains("\"giá trị\""));
}

#[test]
fn json_is_of_its_shape() {
    let parsed: Value = serde_json::from_str(&text(&["--format", "json", "--as-of", "2022-12-31"])).unwrap();
    assert_eq!(parsed["format"], "giamngheo-report/1");
    assert_eq!((&parsed["as_of"], &parsed["now"]), (&"2022-12-31".into(), &"2024-02-01".into()));
    assert!(parsed["conclusion"].as_array().unwrap().iter().all(Value::is_string));
    let figures = parsed["figures"].as_array().unwrap();
    assert!(figures.len() > 150);
    for figure in figures {
        let has = |key: &str| figure.get(key).is_some();
        let forms = [has("value"), has("low") && has("high"), has("missing")];
        assert_eq!(forms.iter().filter(|form| **form).count(), 1, "{figure}");
        for key in ["unit", "qualifier", "origin", "provenance", "field", "file"] {
            assert!(has("missing") || figure[key].is_string(), "{key} of {figure}");
        }
        assert!(
            has("missing") || has("formula") == (figure["origin"] == "derived") || has("line"),
            "{figure}"
        );
        assert!(figure["name"].is_string() && figure["area"].is_string() && figure["shown"].is_string());
    }
    let standings = parsed["targets"].as_array().unwrap();
    assert!(standings.iter().any(|target| target["standing"] == "exceeded" && target["year"] == 2022));
    assert_eq!(
        parsed["checks"].as_array().unwrap().iter().filter(|c| c["verdict"] == "to_verify").count(),
        3
    );
}

#[test]
fn json_keeps_the_decimals_that_were_written() {
    let text = text(&["--format", "json", "--as-of", "2022-12-31"]);
    assert!(text.contains("\"value\": 2.20,") && text.contains("\"value\": 160.80,"));
}

/// Codes and keys are for programs: in both languages the same.
#[test]
fn json_has_the_same_numbers_in_both_languages() {
    let numbers = |lang: &str, day: &str| -> Vec<String> {
        let text = text(&["--format", "json", "--lang", lang, "--as-of", day]);
        let parsed: Value = serde_json::from_str(&text).unwrap();
        let figures = parsed["figures"].as_array().unwrap().clone();
        let number = |f: &Value| format!("{}{}{}{}", f["value"], f["unit"], f["qualifier"], f["field"]);
        let mut numbers: Vec<String> = figures.iter().map(number).collect();
        // A sentence has its figures in the order of its language.
        numbers.sort();
        numbers
    };
    for day in ["2022-12-31", "2023-09-30"] {
        assert_eq!(numbers("vi", day), numbers("en", day));
    }
}
