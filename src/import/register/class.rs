//! The kinds of households that words name: in a title for all of a list, in a cell for one of them.

use std::collections::BTreeSet;

use super::super::forms::{has_phrase, words_of};
use super::place::{without_count, without_number};
use super::qualified;

/// What a household of a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It is of this group.
    In(&'static str),
    /// It left this group.
    Left(&'static str),
}

impl Kind {
    /// The group it is of or left.
    pub fn group(self) -> &'static str {
        match self {
            Self::In(group) | Self::Left(group) => group,
        }
    }

    /// The field that such a household counts for.
    pub fn households(self) -> String {
        match self {
            Self::In(group) => format!("{group}.households"),
            Self::Left(group) => format!("{group}.movement.escaped"),
        }
    }
}

/// The line of movement of those who came from the poor to the near-poor.
pub const FROM_POOR: &str = "from_poor";

/// What a cell says of the kind of a household.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Its kind, and the line of movement that the same words name.
    Kind(Kind, Option<&'static str>),
    /// It is of neither group.
    Neither,
    /// Something else.
    Unknown,
}

/// The one kind that the title and the name of the sheet give to all households; none where they speak of several.
pub fn of_all(title: &str, sheet: &str) -> (Option<Kind>, BTreeSet<Kind>) {
    let (title, sheet) = (kinds_of(title), kinds_of(sheet));
    let both: BTreeSet<Kind> = match (title.is_empty(), sheet.is_empty()) {
        (true, _) => sheet,
        (_, true) => title,
        _ => title.intersection(&sheet).copied().collect(),
    };
    let only = both.first().copied().filter(|_| both.len() == 1);
    (only, both)
}

/// The kinds that words speak of. Each phrase is taken out before the shorter ones that it holds are looked for.
fn kinds_of(words: &str) -> BTreeSet<Kind> {
    const PHRASES: [(&str, Option<Kind>); 13] = [
        ("moi thoat can ngheo", None),
        ("moi thoat ngheo", None),
        ("khong ngheo", None),
        ("chuan ngheo", None),
        ("giam ngheo", None),
        ("thoat can ngheo", Some(Kind::Left("near_poor"))),
        ("thoat ngheo", Some(Kind::Left("poor"))),
        ("tai can ngheo", Some(Kind::In("near_poor"))),
        ("can ngheo", Some(Kind::In("near_poor"))),
        ("hcn", Some(Kind::In("near_poor"))),
        ("tai ngheo", Some(Kind::In("poor"))),
        ("ho ngheo", Some(Kind::In("poor"))),
        ("hn", Some(Kind::In("poor"))),
    ];
    let mut rest = format!(" {words} ");
    let mut kinds = BTreeSet::new();
    for (phrase, kind) in PHRASES {
        let phrase = format!(" {phrase} ");
        if rest.contains(&phrase) {
            kinds.extend(kind);
            rest = rest.replace(&phrase, " | ");
        }
    }
    if rest.trim() == "ngheo" {
        kinds.insert(Kind::In("poor"));
    }
    kinds
}

/// What the words of one cell say. A word that is no part of such a class leaves it unknown.
pub fn of_one(words: &str) -> Class {
    const KNOWN: [&str; 25] = [
        "ho", "ngheo", "can", "thoat", "tai", "moi", "phat", "sinh", "cu", "khong", "thuoc", "dien", "da",
        "chieu", "hn", "hcn", "n", "cn", "binh", "thuong", "phai", "van", "la", "tro", "thanh",
    ];
    // What a movement is told with besides.
    const OF_MOVEMENT: [&str; 10] =
        ["chuyen", "sang", "xuong", "len", "tu", "roi", "va", "vuot", "qua", "chuan"];
    let has = |phrase: &str| has_phrase(words, phrase);
    let is_known = |word: &str| KNOWN.contains(&word) || OF_MOVEMENT.contains(&word);
    if words.is_empty() || !words.split(' ').all(is_known) || has("moi thoat") {
        return Class::Unknown;
    }
    if let Some(moved) = moved(words).filter(|_| !has("khong")) {
        return moved;
    }
    if words.split(' ').any(|word| OF_MOVEMENT.contains(&word)) {
        return Class::Unknown;
    }
    let has_left = has("thoat");
    if has("khong") || has("binh thuong") {
        return if has_left { Class::Unknown } else { Class::Neither };
    }
    let group = match of_one_group(words) {
        (true, false) => "poor",
        (false, true) => "near_poor",
        _ => return Class::Unknown,
    };
    if has_left {
        return Class::Kind(Kind::Left(group), None);
    }
    let movement =
        if has("tai") { Some("relapsed") } else { (has("moi") || has("phat sinh")).then_some("newly") };
    Class::Kind(Kind::In(group), movement)
}

/// How a household moved, by the words of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// It came to this group (none: its own) by this line.
    Came(Option<&'static str>, &'static str),
    /// It left this group.
    Left(&'static str),
    /// It is where it was.
    Stays,
}

/// What words say of how a household moved; none where they are not known.
pub fn moved_by(words: &str) -> Option<Move> {
    match words {
        "moi" | "phat sinh" | "phat sinh moi" | "moi phat sinh" => return Some(Move::Came(None, "newly")),
        "khong doi" | "khong thay doi" | "khong bien dong" | "giu nguyen" | "on dinh" | "cu" | "ho cu" => {
            return Some(Move::Stays);
        }
        _ => {}
    }
    match of_one(words) {
        Class::Kind(Kind::Left(group), _) => Some(Move::Left(group)),
        Class::Kind(Kind::In(group), Some(line)) => Some(Move::Came(Some(group), line)),
        Class::Kind(Kind::In(_), None) => Some(Move::Stays),
        Class::Neither | Class::Unknown => None,
    }
}

/// Do words name the poor, and the near-poor?
fn of_one_group(words: &str) -> (bool, bool) {
    let near = ["can ngheo", "hcn", "cn"].iter().any(|phrase| has_phrase(words, phrase));
    let rest = words.replace("can ngheo", "");
    (["ngheo", "hn", "n"].iter().any(|phrase| has_phrase(&rest, phrase)), near)
}

/// A movement whose two ends are named: "thoát nghèo, trở thành hộ cận nghèo", "cận nghèo thành nghèo", "thoát nghèo vượt
/// chuẩn cận nghèo". A household is of the group that it came to; one that is above both has left its own.
fn moved(words: &str) -> Option<Class> {
    const BECOMES: [&str; 5] = ["tro thanh", "chuyen thanh", "chuyen sang", "thanh", "sang"];
    let cut = |phrases: &[&'static str]| {
        let found = |phrase: &&'static str| format!(" {words} ").find(&format!(" {phrase} "));
        let (at, phrase) = phrases
            .iter()
            .filter_map(|phrase| Some((found(phrase)?, *phrase)))
            .min_by_key(|(at, phrase)| (*at, usize::MAX - phrase.len()))?;
        Some((words[..at].trim(), words.get(at + phrase.len()..).unwrap_or_default().trim()))
    };
    let group = |words: &str| match of_one_group(words) {
        (true, false) => Some("poor"),
        (false, true) => Some("near_poor"),
        _ => None,
    };
    if let Some((before, after)) = cut(&["vuot qua chuan", "vuot chuan", "vuot qua", "vuot"]) {
        // Above the line of its own group it has left it; above that of the near-poor it is of neither.
        let left = group(before).filter(|_| has_phrase(before, "thoat"))?;
        return (group(after)? == "near_poor" || left == "poor")
            .then_some(Class::Kind(Kind::Left(left), None));
    }
    let (before, after) = cut(&BECOMES)?;
    let (from, to) = (group(before)?, group(after)?);
    if from == to || has_phrase(after, "thoat") {
        return Some(Class::Unknown);
    }
    Some(Class::Kind(Kind::In(to), Some(if to == "poor" { "from_near_poor" } else { FROM_POOR })))
}

/// What a row says of those below it: "II. HỘ CẬN NGHÈO (12 hộ)". Words of poverty that are no kind leave it unknown.
pub fn section(text: &str, title: &str) -> Option<Class> {
    let text = without_number(text.trim().trim_end_matches([':', '.', ';']).trim());
    let words = words_of(without_count(text)?);
    let words = words.strip_prefix("danh sach ").unwrap_or(&words);
    let mut kept: Vec<&str> = Vec::new();
    for word in words.split(' ') {
        match (kept.last(), word.bytes().all(|b| b.is_ascii_digit())) {
            (Some(&"nam"), true) if has_phrase(title, word) => _ = kept.pop(),
            // "Hộ nghèo: 12 hộ".
            (Some(last), false) if is_digits(last) && matches!(word, "ho" | "khau" | "nguoi" | "nhan") => {
                kept.pop();
            }
            _ => kept.push(word),
        }
    }
    if kept.last().is_some_and(|last| is_digits(last) || *last == "khau") {
        kept.pop();
    }
    let is_heading = text.to_lowercase().starts_with("hộ ") || words_of(text).starts_with("danh sach ");
    match qualified::of_one(&kept.join(" ")).0 {
        Class::Unknown if !is_heading || !has_phrase(words, "ngheo") => None,
        class => Some(class).filter(|_| has_phrase(words, "ngheo")),
    }
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_one_kind_or_none() {
        let poor = |movement| Class::Kind(Kind::In("poor"), movement);
        for (words, class) in [
            ("ho ngheo", poor(None)),
            ("n", poor(None)),
            ("tai ngheo", poor(Some("relapsed"))),
            ("ho ngheo phat sinh moi", poor(Some("newly"))),
            ("hcn", Class::Kind(Kind::In("near_poor"), None)),
            ("ho thoat ngheo", Class::Kind(Kind::Left("poor"), None)),
            ("thoat can ngheo", Class::Kind(Kind::Left("near_poor"), None)),
            ("khong ngheo", Class::Neither),
            ("khong thuoc ho ngheo", Class::Neither),
            ("thoat ngheo tro thanh ho can ngheo", Class::Kind(Kind::In("near_poor"), Some("from_poor"))),
            ("ho ngheo tro thanh ho can ngheo", Class::Kind(Kind::In("near_poor"), Some("from_poor"))),
            ("ho ngheo chuyen sang can ngheo", Class::Kind(Kind::In("near_poor"), Some("from_poor"))),
            ("can ngheo thanh ngheo", poor(Some("from_near_poor"))),
            ("ho can ngheo tro thanh ho ngheo", poor(Some("from_near_poor"))),
            ("thoat ngheo vuot chuan can ngheo", Class::Kind(Kind::Left("poor"), None)),
            ("thoat can ngheo vuot chuan can ngheo", Class::Kind(Kind::Left("near_poor"), None)),
            ("ngheo tro thanh ngheo", Class::Unknown),
            ("tro thanh ho ngheo", poor(None)),
            ("vuot chuan can ngheo", Class::Unknown),
            ("ho moi thoat ngheo", Class::Unknown),
            ("ho ngheo ho can ngheo", Class::Unknown),
            ("ho ngheo 2021", Class::Unknown),
            ("gi do", Class::Unknown),
            ("", Class::Unknown),
        ] {
            assert_eq!(of_one(words), class, "{words}");
        }
    }

    #[test]
    fn a_row_names_the_kind_of_those_below_it() {
        let title = "danh sach ho ngheo ho can ngheo nam 2023";
        let kind = |group| Some(Class::Kind(Kind::In(group), None));
        for (text, class) in [
            ("HỘ NGHÈO", kind("poor")),
            ("I. Hộ nghèo (12 hộ)", kind("poor")),
            ("Hộ nghèo: 12 hộ", kind("poor")),
            ("II. HỘ CẬN NGHÈO NĂM 2023:", kind("near_poor")),
            ("Danh sách hộ cận nghèo", kind("near_poor")),
            ("Hộ nghèo năm 2021", Some(Class::Unknown)),
            ("Hộ mới thoát nghèo", Some(Class::Unknown)),
            ("Hộ nghèo và hộ cận nghèo", Some(Class::Unknown)),
            ("Hồ Thị Nghèo", None),
            ("Nguyễn Văn Nghèo", None),
            ("N", None),
            ("Hộ bà CANARY", None),
        ] {
            assert_eq!(section(text, title), class, "{text}");
        }
    }

    #[test]
    fn a_title_of_several_kinds_decides_nothing() {
        assert_eq!(of_all("danh sach ho ngheo nam 2022", "").0, Some(Kind::In("poor")));
        assert_eq!(of_all("danh sach ho thoat can ngheo", "sheet1").0, Some(Kind::Left("near_poor")));
        assert_eq!(of_all("ho ngheo can ngheo thoat ngheo", "").0, None);
        assert_eq!(of_all("ho ngheo can ngheo thoat ngheo", "thoat ngheo").0, Some(Kind::Left("poor")));
        assert_eq!(of_all("danh sach ho moi thoat ngheo", "").0, None);
    }
}
