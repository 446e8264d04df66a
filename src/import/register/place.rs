//! Names of places in a list of people. "Tô Thị Lan" and "Bàn Văn Ba" begin like a tổ and a bản once their accents are
//! gone, and what is typed under "Tổ" may be an address: what is not surely a place is none.

use std::collections::HashMap;

use super::super::families;
use super::super::forms::words_of;
use super::super::grid::{Cell, SheetCell};
use super::super::kinds;
use super::super::named::{in_full, place_key};
use super::super::people;
use super::super::unit::written;

/// Words of an address or of a person.
const OF_PEOPLE: [&str; 24] = [
    "thị",
    "văn",
    "nhà",
    "bà",
    "ông",
    "hẻm",
    "đường",
    "số",
    "ngõ",
    "ngách",
    "kiệt",
    "chị",
    "cô",
    "chú",
    "bác",
    "hộ",
    "vợ",
    "chồng",
    "thi",
    "van",
    "ba",
    "ong",
    "nha",
    "ho",
];

/// Names that are known to be places: of the period before, of the file of totals.
#[derive(Debug, Clone, Default)]
pub struct Known(HashMap<String, String>);

impl Known {
    /// Those names.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self(names.into_iter().map(|name| (place_key(name), name.to_owned())).collect())
    }

    /// A name as it is known.
    fn name(&self, written: &str) -> Option<String> {
        self.0.get(&place_key(written)).cloned()
    }
}

/// A place that a cell names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// Only its use for several households makes it one: it has no word of a place in it.
    pub is_bare: bool,
}

/// The place that a row names which says nothing else.
pub fn section(text: &str, known: &Known) -> Option<String> {
    let text = without_count(without_number(text.trim().trim_end_matches([':', '.', ';']).trim()))?;
    known.name(text).or_else(|| is_place(text).then(|| in_full(text)))
}

/// The place that a cell names under a heading.
pub fn in_column(cell: Cell<'_>, heading: &str, known: &Known) -> Option<Place> {
    let text = match cell {
        SheetCell::Number(number, _) => number.to_string(),
        SheetCell::Text(text) => text.trim().to_owned(),
        SheetCell::Empty | SheetCell::Day(_) | SheetCell::Broken => return None,
    };
    let sure = |name: String| Some(Place { name, is_bare: false });
    if let Some(name) = known.name(&text) {
        return sure(name);
    }
    if is_place(&text) {
        return sure(in_full(&text));
    }
    if is_number(&text) {
        let own = heading.trim().to_lowercase();
        let kind = kinds::listed_kinds().find(|kind| own == *kind || own == format!("tên {kind}"))?;
        let mut letters = kind.chars();
        let first = letters.next()?;
        return sure(format!("{}{} {text}", first.to_uppercase(), letters.as_str()));
    }
    is_short_name(&text, 3).then_some(Place { name: text, is_bare: true })
}

/// Where a sheet or a title names one place by its kind and number: "Danh sách hộ nghèo khu phố 1".
fn in_title(lines: &[String]) -> Option<String> {
    let kinds = [
        ("khu pho", "Khu phố"),
        ("kp", "Khu phố"),
        ("thon", "Thôn"),
        ("ap", "Ấp"),
        ("to dan pho", "Tổ dân phố"),
        ("xom", "Xóm"),
    ];
    lines.iter().find_map(|line| {
        let words = format!(" {} ", words_of(line));
        kinds.iter().find_map(|(kind, full)| {
            let at = words.find(&format!(" {kind} "))?;
            let number = words[at + kind.len() + 2..].split(' ').next()?;
            (number.len() <= 3 && number.parse::<u16>().is_ok()).then(|| format!("{full} {number}"))
        })
    })
}

/// The hamlet that a line above the headings names and nothing else: "THÔN BẢN BÚ" below the office of its commune,
/// "Thôn: Bản Bú". Of "Thôn Bản Bú" the name is Bản Bú.
pub fn in_letterhead(lines: &[String]) -> Option<String> {
    lines.iter().find_map(|line| {
        let (label, name) =
            line.split_once(':').map_or(("", line.trim()), |(label, name)| (label.trim(), name.trim()));
        let is_label = label.is_empty() || LABELS.contains(&words_of(label).as_str());
        let name = match after_kind(name) {
            Some(_) => name.to_owned(),
            None if label.is_empty() => return None,
            None => format!("{label} {name}"),
        };
        let (kind, own) = after_kind(&name)?;
        let is_hamlet = !["phường", "xã", "thị trấn", "p"].contains(&kind) && !families::is_called(own, 3);
        if !is_label || !is_hamlet || !is_place(&name) && !is_place(own) {
            return None;
        }
        let has_kind = after_kind(own).is_some() && is_place(own);
        Some(in_full(&written(if has_kind { own } else { &name })))
    })
}

/// The place that a list is of as a whole: by the name of its sheet, by its title, by a line of its letterhead.
pub fn of_sheet(sheet: &str, lines: &[String], known: &Known) -> Option<String> {
    section(sheet, known).or_else(|| in_title(lines)).or_else(|| in_letterhead(lines))
}

/// What stands before the name of a hamlet, beside the word of its kind.
const LABELS: [&str; 12] =
    ["thon", "ban", "xom", "ap", "buon", "lang", "khom", "to", "khu pho", "to dan pho", "don vi", "dia ban"];

/// A word of a place as it is written and a number or a short name; without accents, or several of them: numbers alone.
fn is_place(text: &str) -> bool {
    let text = &in_full(text);
    let parts: Vec<&str> = text.split([',', ';', '-', '–', '/']).map(str::trim).collect();
    match parts.as_slice() {
        [only] => {
            has_number(only)
                || after_kind(only).is_some_and(|(kind, rest)| {
                    kind != "p" && (is_short_name(rest, 3) || (kind != "tổ" && is_name_of_place(rest)))
                })
        }
        several => several.iter().all(|part| has_number(part)),
    }
}

fn has_number(text: &str) -> bool {
    if after_kind(text).is_some_and(|(_, rest)| is_number(rest)) {
        return true;
    }
    let words = words_of(text);
    kinds::listed_kinds().any(|kind| {
        let rest = words.strip_prefix(&words_of(kind)).map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && is_number(rest))
    })
}

/// The word of a place, and what follows it.
fn after_kind(text: &str) -> Option<(&'static str, &str)> {
    kinds::listed_kinds().find_map(|kind| {
        let mut letters = text.chars();
        let is_it =
            kind.chars().all(|letter| letters.next().is_some_and(|own| own.to_lowercase().eq([letter])));
        let rest = letters.as_str();
        let is_word = !rest.starts_with(char::is_alphabetic) && !rest.is_empty();
        (is_it && is_word).then(|| (kind, rest.trim_start_matches([' ', '.'])))
    })
}

/// 3, 03, 5A, III.
fn is_number(text: &str) -> bool {
    let text = text.trim_matches([' ', '.']);
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_plain = (1..=3).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && text.len() <= digits.len() + 1;
    is_plain || ((1..=4).contains(&text.len()) && text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')))
}

/// A few words that begin with capitals, the last of them perhaps a number, and nothing of a person or an address.
fn is_short_name(text: &str, most: usize) -> bool {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 1 && words.last().is_some_and(|last| is_number(last)) {
        words.pop();
    }
    let is_name = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(char::is_alphabetic)
            && !OF_PEOPLE.contains(&word.to_lowercase().as_str())
    };
    (1..=most).contains(&words.len()) && words.iter().all(is_name)
}

/// A name after the word of a place that no other word tells to be somebody's: "Thôn Võ Thị Sáu", "Xóm Ông Đồ", "Bản Nhà Hán".
/// Not behind "Tổ", for people are called Tô.
fn is_name_of_place(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
    };
    let is_of_people = words.first().is_some_and(|first| matches!(&*first.to_lowercase(), "thị" | "văn"));
    !is_of_people && words.iter().all(is_name) && people::is_name_of_place(&words)
}

/// Without a number before it: "I. Thôn Đông".
pub fn without_number(text: &str) -> &str {
    let rest = text.split_once(['.', ')']).filter(|(number, rest)| {
        let is_numbering = (1..=4).contains(&number.len())
            && number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'I' | b'V' | b'X'));
        is_numbering && rest.starts_with(' ')
    });
    rest.map_or(text, |(_, rest)| rest.trim())
}

/// Without the count that some write behind it, "Tổ 1 (12 hộ)", "Tổ 1: 12 hộ", "Tổ 1 - 12 hộ"; nothing where something
/// else stands there.
pub fn without_count(text: &str) -> Option<&str> {
    let parted = text.split_once('(').or_else(|| text.split_once(':'));
    let parted = parted.or_else(|| text.split_once(" - ")).or_else(|| text.split_once(" – "));
    let Some((name, rest)) = parted else { return Some(text) };
    let rest = words_of(rest);
    let is_count = |word: &str| {
        (word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()))
            || ["ho", "khau", "nhan", "ngheo", "can"].contains(&word)
    };
    rest.split(' ').all(is_count).then_some(name.trim())
}

#[cfg(test)]
mod tests {
    use super::super::super::grid::Shown;
    use super::*;

    #[test]
    fn people_are_no_places() {
        let none = Known::default();
        for text in [
            "Tô Thị Lan",
            "Bàn Văn Ba",
            "To Thi Lan",
            "TO THI LAN",
            "BAN VAN BA",
            "Tổ Thị Lan",
            "Lang Van A",
            "Xa Thi B",
            "Bản thân bà Lan",
            "Tổ 12 nhà bà Lan",
            "Thôn Đông (bà Lan)",
            "Thôn Đông bà Lan",
            "Thôn Đông Bà Lan",
            "THÔN ĐÔNG NGUYỄN VĂN A",
            "Bản Nhà Bà Lan",
            "Bản Văn Ba",
            "Tổ Lê Thị Lan",
            "Nguyễn Văn A",
            "Phương Lan",
            "Phùng Thị A",
            "Âu Lan",
            "P Lan",
            "tổ",
            "Ấp 12/3 hẻm 4",
        ] {
            assert_eq!(section(text, &none), None, "{text}");
        }
        for text in [
            "Tổ 1",
            "TỔ DÂN PHỐ 12",
            "Thôn Đông",
            "Bản Nà Tấu",
            "Ấp III",
            "To 3",
            "KP 2",
            "KP2",
            "I. Thôn Đông 2",
            "Tổ 1 (12 hộ):",
            "Khu phố 1: 2 hộ",
            "Khu phố 3 - 1 hộ",
            "Tổ 12, Khu phố 3",
            "Xóm 5A",
            "TDP số 3",
            "TK 4",
            "Khối 5",
            "Plei Bông",
            "Thôn Nguyễn Trãi",
            "Thôn Võ Thị Sáu",
            "Bản Nhà Hán",
            "Xóm Ông Đồ",
            "Buôn H'Drát",
            "Buôn Ea M'Droh",
            "Phường 3",
            "P.3",
        ] {
            assert!(section(text, &none).is_some(), "{text}");
        }
        assert_eq!(section("Xuân Lan", &Known::of(["Xuân Lan"])).as_deref(), Some("Xuân Lan"));
    }

    #[test]
    fn a_column_of_places_may_hold_numbers_and_bare_names_and_no_addresses() {
        let none = Known::default();
        let text = |text: &str, heading| in_column(SheetCell::Text(text), heading, &none);
        let sure = |name: &str| Some(Place { name: name.into(), is_bare: false });
        assert_eq!(in_column(SheetCell::Number(3.0, Shown::default()), "Khu phố", &none), sure("Khu phố 3"));
        assert_eq!(text("02", "Tổ"), sure("Tổ 02"));
        assert_eq!(text("3", "Thôn/tổ"), None);
        assert_eq!(text("Đông", "Thôn"), Some(Place { name: "Đông".into(), is_bare: true }));
        for address in
            ["Nhà bà Lan 12/1 hẻm", "12/1", "Nhà bà Lan", "0790123456", "NHÀ BÀ LAN", "Số 5 Hậu Giang"]
        {
            assert_eq!(text(address, "Tổ"), None, "{address}");
        }
    }

    #[test]
    fn a_letterhead_names_a_hamlet() {
        let named = |line: &str| in_letterhead(&["UBND XÃ MƯỜNG BÚ".into(), line.into()]);
        for (line, name) in [
            ("THÔN BẢN BÚ", "Bản Bú"),
            ("Thôn: Bản Bú", "Bản Bú"),
            ("THÔN 1", "Thôn 1"),
            ("Thôn: Đông", "Thôn Đông"),
            ("Khu phố 3", "Khu phố 3"),
            ("Đơn vị: Thôn 2", "Thôn 2"),
        ] {
            assert_eq!(named(line).as_deref(), Some(name), "{line}");
        }
        for line in [
            "Đơn vị: Đông",
            "Thôn: Lò A Páo",
            "THỊ TRẤN ÍT ONG",
            "Phường 3",
            "BAN CHỈ ĐẠO GIẢM NGHÈO",
            "Đơn vị tính: hộ",
            "Thôn: ....",
            "TỔ CÔNG TÁC RÀ SOÁT HỘ NGHÈO",
        ] {
            assert_eq!(named(line), None, "{line}");
        }
    }

    #[test]
    fn a_title_names_a_place_by_its_number() {
        assert_eq!(in_title(&["DANH SÁCH HỘ NGHÈO KHU PHỐ 1".into()]).as_deref(), Some("Khu phố 1"));
        assert_eq!(in_title(&["DANH SÁCH HỘ NGHÈO".into()]), None);
    }
}
