//! Figures at the ends of what is possible, and what is said of them.

use super::text;
use crate::folder::{Folder, Head};
use crate::program::binary;

/// What `check` and the report say of a district with these members.
fn said(members: &str, lang: &str) -> String {
    let folder = Folder::new("figures");
    let unit = r#""name": "Quận 6", "kind": "district""#;
    let file = folder.write("a.json", &Head::reported(unit, "2023-12-31").with(members));
    let run = |command: &str| {
        let output = binary(&[command, &file, "--lang", lang, "--now", "2024-01-15"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout) + &text(&output.stderr)
    };
    run("check") + &run("report")
}

fn target(measure: &str, result: &str) -> String {
    format!(
        r#""targets": [{{ "id": "a", "name": "Giảm", "measure": "{measure}", "year": 2023, "result": {{ {result} }} }}]"#
    )
}

#[test]
fn case_86_no_aim_is_derived_beyond_all_households() {
    let of = |value: &str| {
        let result = format!(r#""value": {value}, "percent_of_aim": 0.0001"#);
        let members = r#""households": 1000000000000000, "poor": { "households": 5 }, "#;
        said(&format!("{members}{}", target("poor.households", &result)), "vi")
    };
    let beyond = of("1000000000000000");
    assert!(!beyond.contains("000.000.000.000.000.000*"), "{beyond}");
    assert!(beyond.contains("không suy ra được"), "{beyond}");
    let within = of("560");
    assert!(within.contains("560.000.000* hộ") && !within.contains("không suy ra được"), "{within}");
}

/// Of what has no whole either: no aim that no file could state, and no percent or points over a hundred.
#[test]
fn case_86_no_aim_is_derived_that_could_not_be_stated() {
    for (unit, better, result, beyond) in [
        ("commune", "lower", "1000000000000000", "000.000.000.000.000.000"),
        ("commune", "higher", "1000000000000000", "000.000.000.000.000.000"),
        ("percent", "lower", "90", "90.000.000"),
        ("percent", "higher", "90", "90.000.000"),
    ] {
        let value = if unit == "percent" { "5" } else { "50" };
        let named = format!(r#""id": "d", "name": "Chỉ số", "unit": "{unit}", "value": {value}"#);
        let members = format!(r#""indicators": [{{ {named}, "better": "{better}" }}], "#);
        let of = |percent: &str| {
            let result = format!(r#""value": {result}, "percent_of_aim": {percent}"#);
            said(&format!("{members}{}", target("indicator.d", &result)), "vi")
        };
        let said = of("0.0001");
        assert!(!said.contains(beyond) && said.contains("không suy ra được"), "{unit} {better}: {said}");
        let said = of("200");
        assert!(said.contains('*') && !said.contains("không suy ra được"), "{unit} {better}: {said}");
    }
}

#[test]
fn case_70_no_aim_is_derived_that_reads_as_nought() {
    let among = r#""among": [{ "id": "a", "name": "A", "households": 5, "of": 100 }]"#;
    let indicator =
        r#""indicators": [{ "id": "d", "name": "D", "unit": "percent", "value": 5, "better": "lower" }]"#;
    for (measure, value) in [
        ("poor.rate", "0.0001"),
        ("poor.rate", "0.01"),
        ("near_poor.rate", "0.001"),
        ("poor.among.a.rate", "0.001"),
        ("indicator.d", "0.0001"),
    ] {
        let result = format!(r#""value": {value}, "percent_of_aim": 1000000"#);
        let groups =
            format!(r#""poor": {{ "rate_percent": 2.20, {among} }}, "near_poor": {{ "rate_percent": 3 }}"#);
        let members = format!("{groups}, {indicator}, {}", target(measure, &result));
        let said = said(&members, "vi");
        for nought in ["−0,00", "-0,00", " 0,00*"] {
            assert!(!said.contains(nought), "{nought}: {said}");
        }
    }
}

/// A number and its noun, wherever there is one of something.
#[test]
fn case_90_one_of_something_is_no_plural() {
    let members = r#""households": 1, "persons": 1, "poor": { "households": 1, "persons": 1, "note": "a\u200bb" },
      "near_poor": { "households": 0, "persons": 0 }, "areas_complete": true,
      "areas": [{ "name": "Phường 1", "households": 1, "poor": { "households": 1 }, "near_poor": { "households": 0 } }],
      "targets": [{ "id": "a", "name": "Giảm", "measure": "poor.households", "year": 2024, "aim": { "reduce_by": 1 } }]"#;
    let said = said(members, "en");
    let is_one = |two: &[&str]| two[0].trim_start_matches(['(', '−', '+']) == "1";
    let is_many = |two: &[&str]| two[1].trim_matches(|c: char| !c.is_alphabetic()).ends_with('s');
    let of_line = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words
            .windows(2)
            .filter(|two| is_one(two) && is_many(two))
            .map(|two| two.join(" "))
            .collect::<Vec<_>>()
    };
    let many: Vec<String> = said.lines().flat_map(of_line).filter(|two| two != "1 is").collect();
    assert!(many.is_empty(), "{many:?}\n{said}");
    assert!(said.contains("1 hidden character"), "{said}");
}
