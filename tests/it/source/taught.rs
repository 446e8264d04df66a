//! Errors that teach: the value in its right form, the letter by its name, all of a file in one run, each with its line.
use std::time::{Duration, Instant};

use giamngheo::text::Lang;

use super::{faults, said, tells, well_said, with};
use crate::folder::Folder;
use crate::program::binary;

/// A value as people write it in the place of a count, and what is told.
const COUNTS: &[(&str, &str)] = &[
    ("▸65.000", "viết 65000"),
    ("▸1,429", "đang ghi số viết kiểu khác: viết 1429"),
    ("▸1 429", "đang ghi số viết kiểu khác: viết 1429"),
    ("▸1\u{a0}429", "đang ghi số viết kiểu khác: viết 1429"),
    ("▸1429 hộ", "đang ghi số viết kiểu khác: viết 1429"),
    ("▸3.000.000.000", "viết 3000000000"),
    ("▸nhiều", "đang ghi chữ không có dấu ngoặc kép"),
    ("▸079.012.345.678", "đang ghi số viết kiểu khác"),
];

#[test]
fn case_74_a_bare_value_is_told_in_the_form_its_place_takes() {
    for (value, words) in COUNTS {
        let text = with(&format!("\"poor\": {{ \"persons\": {value}, \"households\": 3 }}"));
        tells(&text, "poor.persons", words);
        assert!(!said(&faults(text.replace('▸', "").as_bytes())).contains("12345678"));
    }
    for (value, words) in [("▸2,20", "viết 2.20"), ("▸2.20%", "viết 2.20"), ("▸2,20 %", "viết 2.20")]
    {
        tells(&with(&format!("\"poor\": {{ \"rate_percent\": {value} }}")), "poor.rate_percent", words);
    }
    for (value, words) in [
        ("▸31/12/2022", "viết \"2022-12-31\""),
        ("▸2022-12-31", "chữ phải đứng trong dấu ngoặc kép: viết \"2022-12-31\""),
    ] {
        tells(
            &with(&format!("\"tasks\": [{{ \"id\": \"a\", \"name\": \"a\", \"due\": {value} }}]")),
            "tasks[0].due",
            words,
        );
    }
}

/// Names that are not shown are faults of their own, each where it stands, in one object and in each of several.
#[test]
fn case_75_unknown_names_that_are_not_shown_are_all_told() {
    let members = "\"aaa\": 1,\n\"bbb\": 2,\n\"poor\": { \"ccc\": 3,\n\"ddd\": [4] },\n\"bbb_b\": 5";
    let faults = faults(with(members).as_bytes());
    let lines: Vec<u32> = faults.iter().filter_map(|fault| Some(fault.place?.line)).collect();
    assert_eq!(lines, [6, 7, 8, 9, 10]);
    assert!(faults.iter().all(|fault| fault.say(Lang::Vi).contains("không có trong định dạng")));
}

/// Fourteen faults of many kinds in one file: all of them in one run, in the order of the file, each with its line.
#[test]
fn case_75_all_faults_of_a_file_are_told_in_one_run() {
    let members = "\"households\": 65.000,\n\"hộ nghèo\": { \"households\": 1,429, \"rate_percent\": 2,20% },\n\
        'near_poor': { \"số hộ\": \"1.092\" }\n\"areas\": [\n{ \"name\": “Phường 1”, \"kind\": \"phường\" },\n\
        { \"name\": \"Phường 2, \n\"kind\": \"ward\", },\n{ \"kind\": \"ward\" }\n],\n// ghi chú\n\
        \"tasks\": [{ \"id\": \"a\", \"name\": \"a\", \"due\": 31/12/2022, \"x\": null }]";
    let faults = faults(with(members).as_bytes());
    let told: Vec<String> = faults.iter().map(|fault| fault.say(Lang::Vi)).collect();
    let expected = [
        (6, "households: cần số nguyên từ 0 trở lên"),
        (7, "không có trường `hộ nghèo`; có phải `poor`?"),
        (7, "households: cần số nguyên từ 0 trở lên, đang ghi số viết kiểu khác: viết 1429"),
        (
            7,
            "rate_percent: cần số phần trăm, nhiều nhất 4 chữ số thập phân, đang ghi số viết kiểu khác: viết 2.20",
        ),
        (8, "dấu nháy đơn"),
        (8, "near_poor.số hộ: không có trường `số hộ`; có phải `households`?"),
        (8, "viết 1092"),
        (8, "thiếu dấu phẩy ở đây"),
        (10, "dấu ngoặc cong của Word"),
        (10, "có phải `ward`?"),
        (11, "dấu ngoặc kép mở ở đây chưa đóng"),
        (12, "dấu phẩy thừa"),
        (13, "areas[2].name: thiếu trường bắt buộc `name`"),
        (15, "JSON không có chú thích"),
        (16, "viết \"2022-12-31\""),
        (16, "không có trường `x`"),
    ];
    assert_eq!(told.len(), expected.len(), "{}", told.join("\n"));
    for ((fault, said), (line, words)) in faults.iter().zip(&told).zip(expected) {
        assert!(
            fault.place.is_some_and(|place| place.line == line) && said.contains(words),
            "{said}\n{words}"
        );
        assert_eq!(fault.excerpt.as_ref().map(|excerpt| excerpt.line), Some(line));
        well_said(fault);
    }
    let drawn = faults[2].drawn().join("\n");
    assert_eq!(
        drawn,
        "     7 │ \"hộ nghèo\": { \"households\": 1,429, \"rate_percent\": 2,20% },\n       │                             ^"
    );
    assert_eq!(faults[8].drawn()[0], "    10 │ { \"name\": “…”, \"kind\": \"phường\" },");
}

/// What remains of meaning is told too where all else could be put right, and nothing made up is judged.
#[test]
fn meaning_is_judged_where_all_that_was_meant_is_known() {
    let text = with("\"households\": 1.429,\n\"poor\": { \"households\": 2.000 }");
    let told = said(&faults(text.as_bytes()));
    assert!(
        told.lines().count() == 3 && told.contains("write 1429") && told.contains("write 2000"),
        "{told}"
    );
    let text = with("\"households\": -5,\n\"poor\": { \"households\": 2.000 }");
    assert_eq!(said(&faults(text.as_bytes())).lines().count(), 2);
}

/// A file of one line, as long as a file may be, with faults far inside: a window of it, and soon.
#[test]
fn a_huge_line_is_told_soon_and_in_a_window() {
    let areas =
        |value: &str| vec![format!("{{\"name\":\"Nguyễn\",\"households\":{value}}}"); 20_000].join(",");
    for value in ["1.429", "1,429", "1429 hộ"] {
        let begun = Instant::now();
        let faults = faults(with(&format!("\"areas\":[{}]", areas(value))).as_bytes());
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
        assert!((1..=21).contains(&faults.len()));
        faults.iter().for_each(well_said);
        assert!(!faults.iter().any(|fault| fault.drawn().concat().contains("Nguyễn")));
        let all: usize =
            faults.iter().map(|fault| fault.say(Lang::Vi).len() + fault.drawn().concat().len() + 20).sum();
        assert!(all < 16 << 10);
    }
}

#[test]
fn faults_beyond_those_told_are_counted() {
    let areas: Vec<String> =
        (0..30).map(|n| format!("{{ \"name\": \"P{n}\", \"households\": null }}")).collect();
    let members = format!("\"areas\": [{}]", areas.join(","));
    let text = with(&members);
    let faults = faults(text.as_bytes());
    assert_eq!(faults.len(), 21);
    assert_eq!(faults[20].say(Lang::Vi), "f.json: và 10 lỗi nữa");
    assert_eq!(faults[20].say(Lang::En), "f.json: and 10 more");
}

/// Of a folder of thousands not the lines of each: the first files in full, of the others their first fault.
#[test]
fn a_folder_of_broken_files_is_told_in_short_from_the_eleventh_on() {
    let folder = Folder::new("broken");
    let areas: Vec<String> = (0..60).map(|n| format!("{{ \"name\": \"Phường {}\" }}", n / 2)).collect();
    let text = with(&format!("\"areas\": [\n{}\n]", areas.join(",\n")));
    let paths: Vec<String> = (10..40).map(|n| folder.write(&format!("{n}.json"), &text)).collect();
    let output = binary(&["check"]).args(&paths).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    let told = |path: &str| said.lines().filter(|line| line.contains(&format!("{path}:"))).count();
    assert_eq!(
        paths.iter().map(|path| told(path)).collect::<Vec<_>>(),
        [[21; 10].as_slice(), &[1; 20]].concat()
    );
    let last = "giamngheo: còn 400 lỗi khác (xem từng tệp: giamngheo check TỆP)";
    assert_eq!(said.lines().last(), Some(last));
}
