//! Faults of shape: names and types, each with its place, path and words.
use giamngheo::model::qualifier::Qualifier;
use giamngheo::model::source_file::Provenance;
use giamngheo::source::{Position, Remark};
use giamngheo::text::Lang;

use super::{faults, full, good, refused_at, said, tells, with};

#[test]
fn what_is_required_is_enough_and_all_there_is_can_be_read() {
    let small = good(&with(""));
    assert!(small.snapshot.poor.is_none() && small.snapshot.areas.is_empty() && small.notes.is_empty());
    let full = good(&full());
    assert_eq!(full.snapshot.targets.len(), 22);
    // Nothing but what the file says of itself.
    let notes: Vec<_> = full.notes.iter().map(|note| (note.path.as_str(), &note.what)).collect();
    let illustrative = &Remark::Illustrative { times: 1 };
    assert_eq!(notes, [("poor.movement", illustrative), ("areas[]", illustrative)]);
    assert_eq!(full.snapshot.poor.unwrap().rate_percent.unwrap().value.digits, 220);
}

/// A remark `x_NAME` without the field it speaks of, and a section that is illustrative by itself: told once for each
/// kind of place, where it stands first.
#[test]
fn what_is_blank_or_illustrative_is_noted() {
    let (blank, illustrative) = (|times| Remark::Blank { times }, |times| Remark::Illustrative { times });
    for (members, told) in [
        ("\"x_households\": \"?\"", vec![("households", blank(1))]),
        ("\"x_households\": \"?\", \"households\": 5", vec![]),
        ("\"households\": 5, \"x_households\": 1, \"x_own\": 2", vec![]),
        ("\"poor\": { \"x_persons\": 1 }", vec![("poor.persons", blank(1))]),
        (
            "\"areas\": [{ \"name\": \"a\", \"poor\": { \"x_persons\": 1 } }, { \"name\": \"b\", \"poor\": { \"x_persons\": 1 } }]",
            vec![("areas[].poor.persons", blank(2))],
        ),
        ("\"poor\": { \"provenance\": \"illustrative\" }", vec![("poor", illustrative(1))]),
        (
            "\"households\": { \"value\": 1, \"provenance\": \"illustrative\" }",
            vec![("households", illustrative(1))],
        ),
        ("\"poor\": { \"provenance\": \"estimated\" }", vec![]),
        (
            "\"poor\": { \"x_persons\": 1 }, \"near_poor\": { \"provenance\": \"illustrative\" }, \"x_combined\": 0",
            vec![("poor.persons", blank(1)), ("near_poor", illustrative(1)), ("combined", blank(1))],
        ),
    ] {
        let notes = good(&with(members)).notes;
        let found: Vec<_> = notes.iter().map(|note| (note.path.as_str(), note.what.clone())).collect();
        assert_eq!(found, told, "{members}");
        assert!(notes.iter().all(|note| note.place.is_some_and(|place| place.line == 6)), "{notes:?}");
    }
}

#[test]
fn every_figure_knows_its_place() {
    let text = with("\"areas\": [\n  { \"name\": \"Phường 1\", \"poor\": { \"households\": 7 } }\n]");
    let places = good(&text).places;
    assert_eq!(places.get("areas[0].poor.households"), Some(Position { line: 7, column: 49 }));
    assert_eq!(places.get("areas[0].poor"), Some(Position { line: 7, column: 33 }));
    assert_eq!(places.get("unit.name"), Some(Position { line: 3, column: 21 }));
    assert_eq!(places.get(""), Some(Position::START));
    assert_eq!(places.get("areas[1]"), None);
}

/// Members of a snapshot, a mark where the fault is; the path; words of the message.
const FIELDS: &[(&str, &str, &str)] = &[
    // Unknown names: at the name, with the nearest known one.
    ("▸\"por\": {}", "por", "không có trường `por`; có phải `poor`?"),
    ("▸\"zzz\": {}", "…", "tên trường không có trong định dạng; các tên có: format, unit, standard"),
    ("▸\"Nguyễn Văn A\": 3", "…", "tên trường không có trong định dạng; các tên có: format, unit"),
    ("\"poor\": { ▸\"Trần Thị B\": 3 }", "poor.…", "tên trường không có trong định dạng; các tên có: "),
    ("\"x_a\": 1, \"x_Lê B\": 1, ▸\"x_Lê B\": 1", "x_…", "trường `x_…` ghi hai lần"),
    ("\"poor\": { \"households\": 1, ▸\"person\": 2 }", "poor.person", "có phải `persons`?"),
    (
        "\"poor\": { \"households\": { \"value\": 1, ▸\"units\": 2 } }",
        "poor.households.units",
        "có phải `unit`?",
    ),
    ("\"areas\": [{ \"name\": \"a\", ▸\"cod\": \"1\" }]", "areas[0].cod", "có phải `code`?"),
    ("\"poor\": { ▸\"$schema\": \"s\" }", "poor.$schema", "không có trường `$schema`"),
    ("▸\"null\": 1", "null", "không có trường `null`"),
    ("▸\"format \": 1", "format", "tên trường `format` viết thừa khoảng trắng hoặc ký tự ẩn"),
    ("▸\"po\\u200bor\": 1", "poor", "tên trường `poor` viết thừa khoảng trắng hoặc ký tự ẩn"),
    ("\"standard\": { \"id\": \"a\", ▸\"X_own\": 1 }", "standard.…", "tên trường không có trong định dạng"),
    (
        "\"programmes\": [{ \"id\": \"a\", \"name\": \"b\", \"kind\": \"credit\", ▸\"forr\": \"x\" }]",
        "programmes[0].forr",
        "`for`?",
    ),
    // A name twice: at the second, naming the line of the first.
    (
        "\"poor\": {}, ▸\"poor\": {}",
        "poor",
        "trường `poor` ghi hai lần trong một đối tượng, lần đầu ở dòng 6",
    ),
    ("\"poor\": { \"persons\": 1,\n ▸\"per\\u0073ons\": 1 }", "poor.persons", "lần đầu ở dòng 6"),
    ("\"x_a\": 1, ▸\"x_a\": 1", "x_a", "ghi hai lần"),
    ("\"x_a\": ▸[{ \"b\": 1, \"b\": 2 }]", "x_a", "trường `b` ghi hai lần"),
    ("▸\"format\": \"giamngheo/1\"", "format", "lần đầu ở dòng 2"),
    // Missing: at the object.
    (
        "\"areas\": [{ \"name\": \"a\" }, ▸{ \"code\": \"1\" }]",
        "areas[1].name",
        "thiếu trường bắt buộc `name`",
    ),
    (
        "\"poor\": { \"households\": ▸{ \"unit\": \"person\" } }",
        "poor.households.value",
        "thiếu trường bắt buộc `value`",
    ),
    ("\"standard\": ▸{}", "standard.id", "thiếu trường bắt buộc `id`"),
    (
        "\"targets\": [▸{ \"id\": \"a\", \"name\": \"b\", \"year\": 2022 }]",
        "targets[0].measure",
        "bắt buộc `measure`",
    ),
    ("\"tasks\": [▸{ \"id\": \"a\" }]", "tasks[0].name", "bắt buộc `name`"),
    ("\"doubts\": [▸{ \"field\": \"poor\" }]", "doubts[0].text", "bắt buộc `text`"),
    (
        "\"indicators\": [▸{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"case\" }]",
        "indicators[0].better",
        "bắt buộc `better`",
    ),
    ("\"coverage\": [▸{ \"id\": \"a\" }]", "coverage[0].name", "bắt buộc `name`"),
    ("\"poor\": { \"note\": ▸{ \"en\": \"x\" } }", "poor.note.vi", "thiếu trường bắt buộc `vi`"),
    // Wrong types, `null`, a list where an object belongs.
    ("\"poor\": ▸5", "poor", "cần đối tượng {…}, đang ghi số nguyên"),
    ("\"poor\": ▸null", "poor", "đang ghi null (không có số liệu thì bỏ trường này)"),
    ("\"poor\": ▸[]", "poor", "cần đối tượng {…}, đang ghi mảng"),
    ("\"areas\": ▸{}", "areas", "cần mảng […], đang ghi đối tượng"),
    ("\"areas\": ▸null", "areas", "cần mảng […], đang ghi null"),
    ("\"areas\": [▸[\"Phường 1\", 3]]", "areas[0]", "cần đối tượng {…}, đang ghi mảng"),
    ("\"areas\": [▸\"Phường 1\"]", "areas[0]", "cần đối tượng {…}, đang ghi chữ"),
    ("\"areas_complete\": ▸1", "areas_complete", "cần true hoặc false, đang ghi số nguyên"),
    ("\"areas_complete\": ▸\"true\"", "areas_complete", "cần true hoặc false, đang ghi chữ"),
    ("\"poor\": { \"households\": ▸null }", "poor.households", "đang ghi null"),
    (
        "\"poor\": { \"households\": ▸true }",
        "poor.households",
        "cần số nguyên từ 0 trở lên, đang ghi true/false",
    ),
    ("\"poor\": { \"households\": ▸[1] }", "poor.households", "cần số nguyên từ 0 trở lên, đang ghi mảng"),
    ("\"poor\": { \"rate_percent\": ▸{} }", "poor.rate_percent.value", "thiếu trường bắt buộc `value`"),
    (
        "\"poor\": { \"rate_percent\": ▸[2.2] }",
        "poor.rate_percent",
        "cần số phần trăm, nhiều nhất 4 chữ số thập phân, đang ghi mảng",
    ),
    (
        "\"poor\": { \"rate_percent\": { \"value\": 2, ▸\"unit\": \"person\" } }",
        "poor.rate_percent.unit",
        "không có trường `unit`; các tên có: value, qualifier, provenance, note",
    ),
    (
        "\"poor\": { \"rate_percent\": { \"value\": ▸{ \"value\": 2 } } }",
        "poor.rate_percent.value",
        "cần số phần trăm, nhiều nhất 4 chữ số thập phân, đang ghi đối tượng",
    ),
    (
        "\"poor\": { \"rate_change_points\": { \"value\": -2, \"qualifier\": ▸\"abuot\" } }",
        "poor.rate_change_points.qualifier",
        "có phải `about`?",
    ),
    (
        "\"targets\": [{ \"baseline\": { \"value\": { \"value\": ▸true } } }]",
        "targets[0].baseline.value.value",
        "cần số, nhiều nhất 4 chữ số thập phân, đang ghi true/false",
    ),
    ("\"poor\": { \"rate_percent\": ▸null }", "poor.rate_percent", "đang ghi null"),
    ("\"poor\": { \"note\": ▸1 }", "poor.note", "cần văn bản"),
    ("\"poor\": { \"note\": ▸[\"a\"] }", "poor.note", "đang ghi mảng"),
    ("\"poor\": { \"note\": { \"vi\": ▸1 } }", "poor.note.vi", "cần văn bản, đang ghi số nguyên"),
    ("\"standard\": ▸\"a\"", "standard", "cần đối tượng {…}, đang ghi chữ"),
    (
        "\"poor\": { \"provenance\": ▸1 }",
        "poor.provenance",
        "cần một từ trong các từ quy định, đang ghi số nguyên",
    ),
    (
        "\"poor\": { \"provenance\": ▸\"report\" }",
        "poor.provenance",
        "không có giá trị này; có phải `reported`?",
    ),
    (
        "\"poor\": { \"households\": { \"value\": 1, \"unit\": ▸\"hộ\" } }",
        "poor.households.unit",
        "không có giá trị này; có phải `household`?",
    ),
    (
        "\"areas\": [{ \"name\": \"a\", \"kind\": ▸\"phường\" }]",
        "areas[0].kind",
        "không có giá trị này; có phải `ward`?",
    ),
    // Texts and ids.
    ("\"areas\": [{ \"name\": ▸\"\" }]", "areas[0].name", "đang ghi văn bản trống"),
    ("\"areas\": [{ \"name\": ▸\" \\t \" }]", "areas[0].name", "đang ghi văn bản trống"),
    ("\"areas\": [{ \"name\": ▸\"\\u200b\" }]", "areas[0].name", "đang ghi văn bản trống"),
    (
        "\"areas\": [{ \"name\": { \"vi\": \"a\", \"en\": ▸\"\" } }]",
        "areas[0].name.en",
        "đang ghi văn bản trống",
    ),
    ("\"areas\": [{ \"name\": \"a\", \"code\": ▸\"\" }]", "areas[0].code", "đang ghi văn bản trống"),
    (
        "\"areas\": [{ \"name\": \"a\", \"code\": ▸27370 }]",
        "areas[0].code",
        "cần văn bản, đang ghi số nguyên: viết \"27370\"",
    ),
    ("\"standard\": { \"id\": ▸\"\" }", "standard.id", "đang ghi văn bản trống"),
    ("\"standard\": { \"id\": ▸\"chuẩn\" }", "standard.id", "cần mã gồm 1-64 chữ"),
    ("\"standard\": { \"id\": ▸\"a\\u200b\" }", "standard.id", "đang ghi chữ có ký tự khác"),
    // Dates, periods and years.
    (
        "\"targets\": [{ \"id\": \"a\", \"due\": ▸\"2023-02-30\" }]",
        "targets[0].due",
        "đang ghi ngày không có trong lịch",
    ),
    ("\"period\": ▸\"9/2023\"", "period", "đang ghi chữ dạng khác: viết \"2023-09\""),
    ("\"period\": ▸\"Quý II/2023\"", "period", "viết \"2023-Q2\""),
    ("\"areas_complete\": ▸\"true\"", "areas_complete", "cần true hoặc false, đang ghi chữ: viết true"),
    (
        "\"tasks\": [{ \"id\": \"a\", \"due\": ▸\"04/03/2023\" }]",
        "tasks[0].due",
        "đang ghi chữ dạng khác: viết \"2023-03-04\"",
    ),
    (
        "\"tasks\": [{ \"id\": \"a\", \"due\": ▸\"2999-01-01\" }]",
        "tasks[0].due",
        "đang ghi năm ngoài 2000-2100",
    ),
    (
        "\"tasks\": [{ \"id\": \"a\", \"due\": ▸20230304 }]",
        "tasks[0].due",
        "đang ghi số nguyên: viết \"2023-03-04\"",
    ),
    ("\"period\": ▸\"2022-H3\"", "period", "cần kỳ dạng 2022, 2023-H1"),
    ("\"period\": ▸1999", "period", "đang ghi năm ngoài 2000-2100"),
    (
        "\"targets\": [{ \"id\": \"a\", \"year\": ▸\"2022\" }]",
        "targets[0].year",
        "cần năm 2000-2100, đang ghi chữ (số viết không có dấu ngoặc kép và dấu chấm ngăn nghìn): viết 2022",
    ),
    ("\"targets\": [{ \"id\": \"a\", \"year\": ▸1999 }]", "targets[0].year", "đang ghi năm ngoài"),
    // Targets.
    ("\"targets\": [{ \"measure\": ▸\"poor.persons\" }]", "targets[0].measure", "cần thước đo như poor.rate"),
    ("\"targets\": [{ \"measure\": ▸\"combined.policy_families\" }]", "targets[0].measure", "cần thước đo"),
    ("\"targets\": [{ \"measure\": ▸\"programme.a.money\" }]", "targets[0].measure", "cần thước đo"),
    ("\"targets\": [{ \"measure\": ▸\"coverage.\" }]", "targets[0].measure", "cần thước đo"),
    ("\"targets\": [{ \"measure\": ▸\"rate\" }]", "targets[0].measure", "cần thước đo"),
    ("\"targets\": [{ \"aim\": ▸{} }]", "targets[0].aim", "đúng một trong reduce_by_points"),
    (
        "\"targets\": [{ \"aim\": ▸{ \"reach\": 1, \"keep_at\": 1 } }]",
        "targets[0].aim",
        "đang ghi nhiều hơn một",
    ),
    ("\"targets\": [{ \"aim\": { ▸\"reduce\": 1 } }]", "targets[0].aim.reduce", "không có trường `reduce`"),
    ("\"targets\": [{ \"aim\": ▸5 }]", "targets[0].aim", "đúng một trong"),
    ("\"targets\": [{ \"aim\": { \"done\": ▸false } }]", "targets[0].aim.done", "cần true, đang ghi false"),
    ("\"targets\": [{ \"aim\": { \"done\": ▸1 } }]", "targets[0].aim.done", "cần true, đang ghi số nguyên"),
    ("\"targets\": [{ \"baseline\": ▸{} }]", "targets[0].baseline.value", "bắt buộc `value`"),
];

/// What people call a field or a fixed word, and the one that was meant.
const CALLED: &[(&str, &str, &str)] = &[
    ("▸\"hộ nghèo\": {}", "hộ nghèo", "không có trường `hộ nghèo`; có phải `poor`?"),
    ("▸\"ho_ngheo\": {}", "ho_ngheo", "có phải `poor`?"),
    ("▸\"Hộ cận nghèo\": {}", "Hộ cận nghèo", "có phải `near_poor`?"),
    ("▸\"tổng số hộ\": 1", "tổng số hộ", "có phải `households`?"),
    ("\"poor\": { ▸\"số hộ nghèo\": 1 }", "poor.số hộ nghèo", "có phải `households`?"),
    ("\"poor\": { ▸\"nhân khẩu\": 1 }", "poor.nhân khẩu", "có phải `persons`?"),
    ("▸\"Areas\": []", "Areas", "có phải `areas`?"),
    ("\"poor\": { \"provenance\": ▸\"báo cáo\" }", "poor.provenance", "có phải `reported`?"),
    ("\"areas\": [{ \"name\": \"a\", \"kind\": ▸\"Quận\" }]", "areas[0].kind", "có phải `district`?"),
    // A number of a person is no name to repeat.
    ("▸\"079 012 345 678\": 1", "…", "tên trường không có trong định dạng; các tên có: "),
];

#[test]
fn case_76_what_people_call_a_field_is_told_with_the_name_that_was_meant() {
    for (members, path, words) in CALLED {
        refused_at(&with(members), &[(path, words)]);
    }
}

#[test]
fn case_6_case_11_case_12_a_field_of_the_wrong_shape_is_refused_at_its_place() {
    for (members, path, words) in FIELDS {
        tells(&with(members), path, words);
    }
}

/// A number written where a count belongs, and words of the message.
const COUNTS: &[(&str, &str)] = &[
    ("-1", "đang ghi số âm"),
    ("-0", "đang ghi -0"),
    ("-0.0", "đang ghi -0"),
    ("1.0", "đang ghi số có phần thập phân (dấu chấm không phải dấu ngăn nghìn): viết 1"),
    ("1.5", "đang ghi số có phần thập phân"),
    ("65.000", "dấu chấm không phải dấu ngăn nghìn): viết 65000"),
    ("1.429", "dấu chấm không phải dấu ngăn nghìn): viết 1429"),
    ("1e2", "đang ghi số dạng mũ"),
    ("1e-400", "đang ghi số dạng mũ"),
    ("-1e2", "đang ghi số dạng mũ"),
    ("1000000000000001", "đang ghi số lớn hơn 10^15"),
    ("9007199254740993", "đang ghi số lớn hơn 10^15"),
    ("18446744073709551616", "đang ghi số lớn hơn 10^15"),
    ("9223372036854775808", "đang ghi số lớn hơn 10^15"),
    ("\"1429\"", "số viết không có dấu ngoặc kép và dấu chấm ngăn nghìn): viết 1429"),
    ("\"1.429\"", "số viết không có dấu ngoặc kép và dấu chấm ngăn nghìn): viết 1429"),
    ("\"1 429\"", "số viết không có dấu ngoặc kép và dấu chấm ngăn nghìn): viết 1429"),
    ("\"1.429 hộ\"", "đang ghi chữ: viết 1429"),
    ("\"3.000.000.000\"", "viết 3000000000"),
    ("\"nhiều\"", "đang ghi chữ"),
    ("\"\"", "đang ghi văn bản trống"),
];

#[test]
fn case_8_a_number_that_is_no_count_is_refused_bare_and_inside_a_figure() {
    for (number, words) in COUNTS {
        refused_at(&with(&format!("\"poor\": {{ \"persons\": ▸{number} }}")), &[("poor.persons", words)]);
        let inside = format!("\"poor\": {{ \"persons\": {{ \"value\": ▸{number} }} }}");
        refused_at(&with(&inside), &[("poor.persons.value", words)]);
    }
    for number in ["0", "4294967296", "100000000000001", "1000000000000000"] {
        let text = with(&format!("\"poor\": {{ \"persons\": {number} }}"));
        assert_eq!(good(&text).snapshot.poor.unwrap().persons.unwrap().value.to_string(), number);
    }
    let huge = format!("\"poor\": {{ \"persons\": {} }}", "9".repeat(5000));
    assert!(said(&faults(with(&huge).as_bytes())).contains("poor.persons: the number is too large"));
}

/// A number written where a percentage belongs, and words of the message.
const PERCENTS: &[(&str, &str)] = &[
    ("2e1", "đang ghi số dạng mũ"),
    ("\"2e1\"", "đang ghi số dạng mũ"),
    ("2.20001", "đang ghi nhiều chữ số thập phân hơn"),
    ("-0", "đang ghi -0"),
    ("-0.00", "đang ghi -0"),
    ("\"-0.00\"", "đang ghi -0"),
    ("\"2,20\"", "đang ghi dấu phẩy thập phân: viết 2.20"),
    ("\"2.20%\"", "đang ghi chữ không phải số: viết 2.20"),
    ("\"2,20%\"", "viết 2.20"),
    ("\" 2.20\"", "đang ghi chữ không phải số"),
    ("\"+2.20\"", "đang ghi chữ không phải số"),
    ("\"\"", "đang ghi chữ không phải số"),
    ("99999999999999999999", "đang ghi số lớn hơn 10^15"),
    ("true", "đang ghi true/false"),
];

#[test]
fn a_number_that_is_no_percentage_is_refused() {
    for (number, words) in PERCENTS {
        let text = with(&format!("\"poor\": {{ \"rate_percent\": ▸{number} }}"));
        refused_at(&text, &[("poor.rate_percent", words)]);
        let object = with(&format!(
            "\"poor\": {{ \"rate_percent\": {{ \"qualifier\": \"over\", \"value\": ▸{number} }} }}"
        ));
        refused_at(&object, &[("poor.rate_percent.value", words)]);
        let level = with(&format!("\"targets\": [{{ \"aim\": {{ \"reach\": ▸{number} }} }}]"));
        tells(&level, "targets[0].aim.reach", words);
    }
}

/// Bare and as an object it is one percentage, with the decimals written; only the object says more.
#[test]
fn a_percentage_may_say_more_about_itself() {
    for value in ["2.70", "\"2.70\""] {
        let object = format!("{{ \"note\": \"n\", \"value\": {value}, \"provenance\": \"estimated\" }}");
        let [bare, full] = [value, &object].map(|rate| {
            let read = good(&with(&format!("\"poor\": {{ \"rate_percent\": {rate} }}")));
            read.snapshot.poor.unwrap().rate_percent.unwrap()
        });
        assert_eq!((bare.value.digits, bare.value.decimals), (270, 2));
        assert_eq!((full.value, full.qualifier), (bare.value, Qualifier::Exact));
        assert!(bare.note.is_none() && bare.provenance.is_none());
        assert_eq!((full.provenance, full.note.unwrap().vi.as_str()), (Some(Provenance::Estimated), "n"));
    }
    let about = good(&with("\"poor\": { \"rate_percent\": { \"value\": 1.5, \"qualifier\": \"under\" } }"));
    assert_eq!(about.snapshot.poor.unwrap().rate_percent.unwrap().qualifier, Qualifier::Under);
}

#[test]
fn only_a_net_fall_may_be_negative() {
    let poor = good(&with("\"poor\": { \"reduced\": -3 }")).snapshot.poor.unwrap();
    assert_eq!(poor.reduced.unwrap().0.value, -3);
    refused_at(&with("\"poor\": { \"reduced\": ▸-0 }"), &[("poor.reduced", "cần số nguyên, đang ghi -0")]);
    refused_at(
        &with("\"poor\": { \"reduced\": ▸1.5 }"),
        &[("poor.reduced", "cần số nguyên, đang ghi số có phần thập phân")],
    );
}

/// What stands at `format`, the place, and the message.
const FORMATS: &[(&str, &str)] = &[
    ("{ \"format\": ▸\"giamngheo/2\", \"por\": null }", "tệp theo mẫu giamngheo/2, bản này đọc giamngheo/1"),
    ("{ \"por\": -1, \"format\": ▸\"giamngheo/99\" }", "tệp theo mẫu giamngheo/99, bản này đọc giamngheo/1"),
    ("{ \"format\": ▸1 }", "tệp theo mẫu khác; bản này đọc giamngheo/1"),
    ("{ \"format\": ▸null }", "tệp theo mẫu khác; bản này đọc giamngheo/1"),
    ("{ \"format\": ▸\"giamngheo/1 \" }", "tệp theo mẫu khác; bản này đọc giamngheo/1"),
    ("{ \"format\": ▸\"giamngheo/01\" }", "tệp theo mẫu khác; bản này đọc giamngheo/1"),
    ("▸{}", "thiếu trường `format`; bản này đọc giamngheo/1"),
    ("\n  ▸{ \"unit\": 5 }", "thiếu trường `format`; bản này đọc giamngheo/1"),
];

#[test]
fn case_14_the_format_is_judged_before_anything_else() {
    for (text, words) in FORMATS {
        refused_at(text, &[("format", words)]);
    }
}

#[test]
fn the_top_must_be_an_object() {
    let tops =
        [("null", "null"), ("[]", "mảng"), ("\"x\"", "chữ"), ("5", "số nguyên"), ("true", "true/false")];
    for (text, kind) in tops {
        refused_at(&format!(" ▸{text}"), &[("", &format!("cần đối tượng {{…}}, đang ghi {kind}"))]);
    }
}

#[test]
fn case_13_the_required_names_at_the_top_are_asked_for() {
    for name in ["unit", "as_of", "source"] {
        let all = with("\"areas\": []");
        let without: Vec<&str> = all.lines().filter(|line| !line.contains(&format!("\"{name}\""))).collect();
        let words = format!("thiếu trường bắt buộc `{name}`");
        refused_at(&format!("▸{}", without.join("\n")), &[(name, &words)]);
    }
}

#[test]
fn areas_stand_six_deep_and_no_deeper() {
    let nested = |levels: usize, mark: &str| {
        let inner = format!("{mark}{{ \"name\": \"a\" }}");
        let text = (1..levels).fold(inner, |inner, _| format!("{{ \"name\": \"a\", \"areas\": [{inner}] }}"));
        with(&format!("\"areas\": [{text}]"))
    };
    good(&nested(6, ""));
    let path = format!("areas[0]{}", ".areas[0]".repeat(6));
    refused_at(&nested(7, "▸"), &[(&path, "địa bàn lồng nhau quá 6 cấp")]);
}

#[test]
fn names_of_ones_own_are_passed_over_everywhere() {
    good(&with(
        "\"$schema\": 1, \"x_\": null, \"x_a\": [], \"poor\": { \"x_b\": -0, \"households\": { \"value\": 1, \"x_c\": {} } }",
    ));
}

#[test]
fn all_faults_of_shape_are_told_and_none_that_only_follows() {
    let text = with("\"poor\": { \"households\": -1, \"por\": 1 }, \"near_poor\": 5, \"as_off\": 1");
    let faults = faults(text.as_bytes());
    let paths: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["poor.households", "poor.por", "near_poor", "as_off"], "{}", said(&faults));
    assert!(
        faults[0]
            .say(Lang::En)
            .contains("poor.households: expected a whole number of 0 or more, found a neg")
    );
}

/// One field under two names: both are named, and what has the name itself is read on.
#[test]
fn a_field_under_what_people_call_it_and_under_its_name() {
    let text = with("\"hộ nghèo\": { \"households\": 1 },\n \"poor\": { \"households\": 1 429 }");
    let faults = faults(text.as_bytes());
    let told: Vec<String> = faults.iter().map(|fault| fault.say(Lang::Vi)).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    for (told, said) in told.iter().zip([
        "không có trường `hộ nghèo`; có phải `poor`?",
        "trường `poor` ghi hai lần trong một đối tượng, lần đầu ở dòng 6, ghi là `hộ nghèo`",
        "poor.households: cần số nguyên từ 0 trở lên, đang ghi số viết kiểu khác: viết 1429",
    ]) {
        assert!(told.contains(said), "{said}: {told}");
    }
}
