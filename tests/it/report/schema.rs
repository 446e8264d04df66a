//! The JSON report against its published schema, judged by a validator that knows nothing of this program.

use std::path::Path;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::{NOW, binary, run, text};

fn schema() -> Value {
    let output = run(&["schema", "--report"]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.ends_with("}\n"));
    serde_json::from_str(&text).unwrap()
}

fn validator() -> Validator {
    jsonschema::options().should_validate_formats(true).build(&schema()).unwrap()
}

/// What is wrong with a report, in the validator's words.
fn faults(validator: &Validator, report: &Value) -> Vec<String> {
    validator.iter_errors(report).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

/// Reads a report of files, with all that is refused left out.
fn of(path: &Path, more: &[&str]) -> Value {
    let output = binary(&["report", "--format", "json"]).args(NOW).args(more).arg(path).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[test]
fn the_schema_is_one_and_allows_no_null() {
    let schema = schema();
    assert!(jsonschema::meta::is_valid(&schema));
    assert_eq!(schema["title"], "giamngheo-report/1");
    assert!(!schema.to_string().contains("\"null\""));
}

#[test]
fn every_report_of_the_sample_fits() {
    let validator = validator();
    for lang in ["vi", "en"] {
        for day in ["2021-12-31", "2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"] {
            for more in [&[][..], &["--tab", "targets"], &["--compare", "2021-12-31"]] {
                if day == "2021-12-31" && !more.is_empty() {
                    continue;
                }
                let args: Vec<&str> = ["--format", "json", "--lang", lang, "--as-of", day]
                    .iter()
                    .chain(more)
                    .copied()
                    .collect();
                let report = serde_json::from_str(&text(&args)).unwrap();
                assert_eq!(faults(&validator, &report), [""; 0], "{args:?}");
            }
        }
    }
}

/// Units nobody would think of: without targets, only near-poor, ranges, estimates, reviews, money, plans.
#[test]
fn every_report_of_the_made_up_units_fits() {
    let validator = validator();
    let units = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/made_up");
    let mut seen = 0;
    for unit in std::fs::read_dir(units).unwrap().map(|entry| entry.unwrap().path()) {
        for lang in ["vi", "en"] {
            let report = of(&unit, &["--lang", lang]);
            assert_eq!(faults(&validator, &report), [""; 0], "{}", unit.display());
            assert!(report["conclusion"].as_array().is_some_and(|sentences| !sentences.is_empty()));
            seen += 1;
        }
    }
    assert!(seen >= 12, "only {seen} reports");
}

/// The validator and the schema see what is wrong: the tests above could fail.
#[test]
fn what_is_wrong_is_refused() {
    let validator = validator();
    let good: Value = serde_json::from_str(&text(&["--format", "json", "--as-of", "2022-12-31"])).unwrap();
    let at = |wanted: &str| {
        let figures = good["figures"].as_array().unwrap();
        figures.iter().position(|figure| figure.get(wanted).is_some()).unwrap()
    };
    let (one, range, missing) = (at("value"), at("low"), at("missing"));
    let wrong: [(String, Value); 11] = [
        ("/format".into(), json!("giamngheo-report/2")),
        ("/as_of".into(), json!("2022-13-31")),
        ("/other".into(), json!(1)),
        ("/targets/0/standing".into(), json!("good")),
        ("/checks/0/verdict".into(), json!("cannot_check")),
        (format!("/figures/{one}/value"), json!("1429")),
        (format!("/figures/{one}/unit"), json!("hộ")),
        (format!("/figures/{one}/missing"), json!(true)),
        (format!("/figures/{range}/value"), json!(1)),
        (format!("/figures/{missing}/value"), json!(0)),
        (format!("/figures/{missing}/other"), json!(0)),
    ];
    assert!(validator.is_valid(&good));
    for (place, value) in wrong {
        let mut report = good.clone();
        let (object, name) = place.rsplit_once('/').unwrap();
        let object = report.pointer_mut(object).and_then(Value::as_object_mut).unwrap();
        object.insert(name.to_owned(), value);
        assert!(!validator.is_valid(&report), "{place} is not refused");
    }
    for place in ["/conclusion", "/figures/0/shown", &format!("/figures/{range}/high"), "/unit/name"] {
        let mut report = good.clone();
        let (object, name) = place.rsplit_once('/').unwrap();
        report.pointer_mut(object).and_then(Value::as_object_mut).unwrap().remove(name).expect("a value");
        assert!(!validator.is_valid(&report), "{place} may not be missing");
    }
}
