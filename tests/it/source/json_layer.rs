//! The JSON layer: what is JSON, and where and with which words other texts are refused.
use giamngheo::source::reader::json;
use giamngheo::source::{Fault, Limits, Position, decode, read};
use giamngheo::text::Lang;

use super::json_texts::{BAD, GOOD, NOT_UTF8, OPEN};
use super::{refused_at, well_said, with};

pub fn is_json(bytes: &[u8]) -> Result<(), Fault> {
    json::check(decode::decode_utf8(bytes, 1 << 20)?)
}

/// A fault of these bytes says where, and its place is one of the text.
pub fn placed(bytes: &[u8], fault: &Fault) {
    let text = String::from_utf8_lossy(bytes);
    let Some(Position { line, column }) = fault.place else { panic!("no place: {fault:?} {text}") };
    let lines: Vec<&str> = text.split('\n').collect();
    let row =
        lines.get(usize::try_from(line).unwrap() - 1).unwrap_or_else(|| panic!("no line {line}: {text}"));
    assert!(usize::try_from(column).unwrap() <= row.chars().count() + 1, "no column {column}: {text}");
}

#[test]
fn case_1_json_is_taken_and_anything_else_refused_with_its_place() {
    for text in GOOD {
        assert_eq!(is_json(text), Ok(()), "{}", String::from_utf8_lossy(text));
    }
    for text in BAD.iter().chain(NOT_UTF8) {
        let fault = is_json(text).expect_err(&String::from_utf8_lossy(text));
        placed(text, &fault);
    }
    for (text, read) in OPEN {
        assert_eq!(is_json(text).is_ok(), *read, "{}", String::from_utf8_lossy(text));
    }
}

/// None of these texts is a snapshot: each is refused, in well said lines.
#[test]
fn case_1_none_of_it_is_a_snapshot() {
    let open = OPEN.iter().map(|(text, _)| text);
    for text in GOOD.iter().chain(BAD).chain(NOT_UTF8).chain(open) {
        let faults = read(text, "f.json", &Limits::default()).expect_err(&String::from_utf8_lossy(text));
        assert!((1..=20).contains(&faults.len()));
        for fault in &faults {
            well_said(fault);
            placed(text, fault);
        }
    }
}

/// A text with a mark at the fault, the path, and words of the message.
const WORDS: &[(&str, &str, &str)] = &[
    ("▸", "", "tệp rỗng"),
    ("▸  \n ", "", "tệp rỗng"),
    ("{ \"a\": [1, 2▸,", "a[2]", "tệp kết thúc quá sớm"),
    ("{ \"tên\": \"Phườn▸g", "tên", "tệp kết thúc quá sớm"),
    ("{ \"a\": 1▸,\n\n", "", "tệp kết thúc quá sớm"),
    ("{ \"a\": 1▸, }", "", "dấu phẩy thừa"),
    ("[1▸, ]", "[1]", "dấu phẩy thừa"),
    ("{ \"a\": 1 }\n▸{ \"b\": 2 }", "", "còn chữ sau khi JSON đã kết thúc"),
    ("{}▸\0", "", "còn chữ sau khi JSON đã kết thúc"),
    ("{ \"tên\": \"Phường\" ▸// ghi chú\n}", "", "JSON không có chú thích"),
    ("▸// ghi chú\n{}", "", "JSON không có chú thích"),
    ("{ \"a\": [0, ▸NaN] }", "a[1]", "chữ phải đứng trong dấu ngoặc kép"),
    ("{ \"a\": { \"b\": ▸x } }", "a.b", "chữ phải đứng trong dấu ngoặc kép"),
    ("{ \"a\": ▸, \"b\": 1 }", "a", "cần một giá trị JSON ở đây"),
    ("{ ▸a: 1 }", "", "cần tên trường trong dấu ngoặc kép"),
    ("{ \"tên\" ▸5 }", "tên", "thiếu dấu hai chấm sau tên trường"),
    ("{ \"a\": [▸1 2] }", "a[0]", "số viết sai"),
    ("{ \"a\": [\"1\"▸ \"2\"] }", "a[0]", "thiếu dấu phẩy ở đây"),
    ("{ \"a\": [\"1\" ▸%] }", "a[0]", "cần dấu phẩy hoặc ] ở đây"),
    ("{ \"a\": 1▸ \"b\": 2 }", "", "thiếu dấu phẩy ở đây"),
    ("{ \"a\": \"1\" ▸% }", "", "cần dấu phẩy hoặc } ở đây"),
    ("{ \"a\": \"ê\\▸q\" }", "a", "dấu \\ không hợp lệ trong chữ"),
    ("{ \"a\": \"ê▸\t\" }", "a", "ký tự điều khiển trong chữ"),
    ("{ \"a\": ▸01 }", "a", "số viết sai"),
    ("{ \"a\": ▸1_000 }", "a", "số viết sai"),
    ("{ ▸“tên”: ‘Phường’ }", "", "dấu ngoặc cong của Word"),
    ("{ ▸'tên': 1 }", "", "dấu nháy đơn"),
    ("{ \"a\": ▸\"Phường 1,\n  \"b\": 2 }", "a", "dấu ngoặc kép mở ở đây chưa đóng"),
    ("{ \"a\":▸\u{a0}5 }", "a", "khoảng trắng lạ (NBSP"),
    ("{ \"a\": 5▸; \"b\": 2 }", "", "dấu chấm phẩy: viết dấu phẩy"),
    ("{ \"a\": 5, ▸/* b */ \"c\": 2 }", "", "JSON không có chú thích"),
    ("{ \"a\": [{ \"b\": 1 ▸] }", "a[0]", "cần dấu phẩy hoặc } ở đây"),
];

#[test]
fn case_5_what_is_no_json_is_said_in_words_for_people() {
    for (text, path, words) in WORDS {
        refused_at(text, &[(path, words)]);
    }
}

/// A bracket that is missing at the end hides nothing of what stands before it, and makes no faults of its own.
#[test]
fn a_file_without_its_last_bracket_is_surveyed_to_its_end() {
    let head = "{ \"format\": \"giamngheo/1\", \"unit\": { \"name\": \"Quận 6\", \"kind\": \"district\" },\n\
                \"as_of\": \"2022-12-31\"\n\"source\": { \"provenance\": \"reported\" },\n";
    let told = |rest: &str| {
        let faults = super::faults(format!("{head}{rest}").as_bytes());
        faults.iter().map(|fault| fault.say(Lang::Vi)).collect::<Vec<String>>()
    };
    let begins = |told: &[String], expected: &[(&str, &str)]| {
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        for (told, (begin, end)) in told.iter().zip(expected) {
            assert!(told.starts_with(&format!("f.json:{begin}")) && told.ends_with(end), "{told}");
        }
    };
    let rest = "\"households\": 1.234.567,\n\"poor\": { \"persons\": \"1429\" },\n\"tổng số hộ\": 5\n";
    begins(
        &told(rest),
        &[
            ("2:22: ", "thiếu dấu phẩy ở đây"),
            ("4:15: households: ", "viết 1234567"),
            ("5:22: poor.persons: ", "viết 1429"),
            ("6:1: tổng số hộ: ", "có phải `households`?"),
            ("6:", "tệp kết thúc quá sớm"),
        ],
    );
    // The group is not closed, the file is: what follows stands in the group, and is no fault of a name.
    begins(
        &told(
            "\"poor\": { \"households\": 1.429,\n\"near_poor\": {}, \"areas\": [{ \"name\": \"Phường 1\" }] }",
        ),
        &[
            ("2:22: ", "thiếu dấu phẩy ở đây"),
            ("4:25: poor.households: ", "viết 1429"),
            ("5:", "tệp kết thúc quá sớm"),
        ],
    );
    // What an object that is cut off lacks may have stood behind.
    begins(
        &told("\"areas\": [{ \"households\": 1.429, \"x_a\": 1\n"),
        &[
            ("2:22: ", "thiếu dấu phẩy ở đây"),
            ("4:27: areas[0].households: ", "viết 1429"),
            ("4:", "tệp kết thúc quá sớm"),
        ],
    );
}

#[test]
fn case_9_half_a_letter_is_refused_even_in_a_field_of_ones_own() {
    for text in ["\"poor\": { \"note\": \"\\ud800\" }", "\"x_a\": \"\\udc00\"", "\"x_a\": { \"\\ud800\": 1 }"]
    {
        let faults = super::faults(with(text).as_bytes());
        assert!(faults[0].say(Lang::Vi).contains("nửa ký tự"), "{}", faults[0].say(Lang::Vi));
        assert_eq!(faults[0].place.map(|place| place.line), Some(6));
    }
}

#[test]
fn case_8_a_number_out_of_range_names_its_field() {
    for number in ["1e999", "-1e999"] {
        let faults = super::faults(with(&format!("\"poor\": {{ \"households\": {number} }}")).as_bytes());
        assert!(faults[0].say(Lang::Vi).contains("poor.households: số quá lớn"));
    }
}

#[test]
fn case_4_case_72_other_encodings_are_named() {
    let text = with("\"poor\": { \"note\": \"hộ nghèo\" }");
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let wide: Vec<u8> = text.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
    for bytes in [&wide, &marked(b"\xff\xfe\0\0", &wide)] {
        let said = super::faults(bytes)[0].say(Lang::Vi);
        assert_eq!(said, "f.json:1:1: tệp lưu UTF-32, hãy lưu lại UTF-8");
    }
    for bytes in [&little, &big, &marked(b"\xff\xfe", &little), &marked(b"\xfe\xff", &big)] {
        let faults = super::faults(bytes);
        assert_eq!(faults[0].say(Lang::Vi), "f.json:1:1: tệp lưu UTF-16, hãy lưu lại UTF-8");
    }
    let latin: Vec<u8> = "{\n \"a\": \"caf".bytes().chain(*b"\xe9\"}").collect();
    let said = super::faults(&latin)[0].say(Lang::Vi);
    assert!(said.starts_with("f.json:2:11: byte thứ 13 không phải UTF-8 (tệp TCVN3, VNI"), "{said}");
}

#[test]
fn case_3_a_byte_order_mark_changes_nothing() {
    let text = super::full();
    let marked = format!("\u{feff}{text}");
    let (marked, plain) = (super::good(&marked), super::good(&text));
    assert_eq!((marked.snapshot, marked.notes), (plain.snapshot, plain.notes));
    let place = "areas[0].poor.households";
    assert!(plain.places.get(place).is_some());
    assert_eq!(marked.places.get(place), plain.places.get(place));
}
