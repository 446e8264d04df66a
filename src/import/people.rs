//! Names in the rows of a form that are no places: a form has a row a place, and what may be a list of people is none.
//! Their names would leave as names of areas.

use std::collections::BTreeSet;

use super::families::{self, Family};
use super::field::FieldKind;
use super::forms::{forms, has_phrase, words_of};
use super::grid::Grid;
use super::heading::Heading;
use super::kinds;
use super::letterhead;
use super::named::in_full;
use super::summary::Given;
use super::written;

/// Kinds that begin like names of people once their accents are gone.
const LIKE_NAMES: [&str; 8] = ["to", "ban", "lang", "p", "x", "bon", "pho", "khu"];
/// What people are called by.
const CALLED: [&str; 8] = ["ông", "bà", "anh", "chị", "hộ", "cô", "chú", "bác"];
/// Words that head a column of people, whatever else they say.
const HEADS: [&str; 6] = ["ong ba", "chu ho", "ho ten", "ho va ten", "dung ten", "dai dien"];

/// Are the names in the rows of a form those of people, as far as can be told: by their heading, by themselves, or because
/// each of them has one household?
pub fn are_listed(grid: &Grid, heading: &Heading, names: &BTreeSet<String>, given: &[Given]) -> bool {
    let labels = &forms().labels;
    let words = heading.words(heading.name);
    let is_of_people = |words: &String| labels.people.contains(words) || labels.person.contains(words);
    let mut columns = 0..heading.columns.len();
    if columns.any(|column| {
        is_of_people(&heading.words(column))
            && (column == heading.name || names_people(grid, heading, column))
    }) || HEADS.iter().any(|phrase| has_phrase(&words, phrase))
        || names
            .iter()
            .any(|name| !heading.known.contains(name) && is_somebody(name) && !is_large(name, given))
    {
        return true;
    }
    let is_bare = |name: &String| {
        !heading.known.contains(name) && !is_kind_of_place(name) && !is_short_kind(name) && !has_digit(name)
    };
    let bare: BTreeSet<&str> = names.iter().filter(|name| is_bare(name)).map(String::as_str).collect();
    if bare.is_empty() {
        return false;
    }
    // "Thôn, hộ", "Tên hộ nghèo": households stand below, if need be among their hamlets.
    if words.split(' ').any(|word| word == "ho") {
        return true;
    }
    let is_label = heading.columns.get(heading.name).is_some_and(|parts| {
        parts.iter().any(|part| labels.name.contains(&words_of(part)) || is_kind_of_place(part))
    });
    if is_of_hamlets(heading) {
        // Called after somebody with many households, a hamlet is none.
        let small = bare.iter().copied().filter(|name| !is_large(name, given)).collect();
        if are_of_families(&small, given) || (is_label && have_one_each(&small, given)) {
            return true;
        }
    }
    if is_label && parts_say_a_kind(heading) {
        return are_marked(&bare, given);
    }
    let is_list = !is_label && has_phrase(&heading.title_words(), "danh sach");
    (is_list && bare.len() == names.len()) || have_one_each(&bare, given)
}

/// Does a column beside that of the places hold names? A list may name the hamlet of each of its people. Where it counts,
/// a signature below stands in it by chance.
fn names_people(grid: &Grid, heading: &Heading, column: usize) -> bool {
    let rows = || {
        let rows = heading.first..grid.rows.len();
        rows.filter(|row| !grid.cell(*row, heading.name).is_empty()).map(|row| grid.cell(row, column))
    };
    let said = rows().filter(|cell| cell.text().is_some_and(has_capitals)).count();
    let counted = rows().filter(|cell| written::count(*cell).number().is_some()).count();
    said > counted
}

/// Does the heading of the names say what kind of place they are of: "Phường/Xã", not "Đơn vị"?
fn parts_say_a_kind(heading: &Heading) -> bool {
    let words = heading.words(heading.name);
    let words: Vec<&str> = words.split(' ').filter(|word| *word != "ten").collect();
    kinds::ALL.iter().any(|kind| has_phrase(&words.join(" "), &words_of(kind.word)))
}

/// Are the places of a form hamlets, by the heading of their names, or by that of a commune above them?
fn is_of_hamlets(heading: &Heading) -> bool {
    let words = heading.words(heading.name);
    if parts_say_a_kind(heading) {
        return letterhead::says_no_unit(&words);
    }
    let unit = letterhead::units(&heading.title).pop();
    unit.and_then(|unit| letterhead::level(&unit)).is_some_and(letterhead::is_lowest)
}

/// Are hamlets called as people are, with a family's name before theirs? Two words may be a hamlet's too ("Lê Lợi"), which
/// has more persons than a household.
fn are_of_families(names: &BTreeSet<&str>, given: &[Given]) -> bool {
    let are_few =
        || counts_of(names, given).iter().all(|given| given.value.count().is_none_or(|n| n <= MOST_MEMBERS));
    families::are_whole(names) || (families::are_all(names) && are_few())
}

/// Several words with capitals and no number: a name of somebody, where people are headed.
fn has_capitals(text: &str) -> bool {
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    !has_digit(text) && text.split_whitespace().filter(is_capital).count() > 1
}

fn has_digit(name: &str) -> bool {
    name.contains(|c: char| c.is_ascii_digit())
}

/// Does a name begin with the word of a place, as it is written?
pub fn is_kind_of_place(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    kinds::ALL.iter().map(|kind| kind.word).any(|kind| {
        let led = |text: &str, kind: &str| {
            text.strip_prefix(kind).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        };
        let bare = words_of(kind);
        let is_sure = !LIKE_NAMES.contains(&bare.as_str()) || has_digit(name);
        led(&lower, kind) || (name.is_ascii() && is_sure && led(&lower, &bare))
    })
}

/// Does a name begin with the short word of a place: "H. Văn Bàn"?
fn is_short_kind(name: &str) -> bool {
    let full = in_full(name);
    full != name && is_kind_of_place(&full)
}

/// Is that the name of somebody, not of a place, as far as one name alone tells it?
pub fn is_somebody(name: &str) -> bool {
    is_person(name) || calls_somebody(name) || is_of_a_house(name)
}

/// Is that surely the name of somebody, or has it somebody's number?
fn is_person(name: &str) -> bool {
    if name.chars().filter(char::is_ascii_digit).count() >= 9 || name.contains('@') {
        return true;
    }
    if is_short_kind(name) {
        return false;
    }
    if is_kind_of_place(name) {
        // "Tổ 1 - ông …": what stands beside the place.
        return name
            .split(['-', '–', ',', '(', ':'])
            .skip(1)
            .any(|part| is_person(part.trim_matches([' ', ')'])));
    }
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let is_plain = !name.contains(['-', '–', '/', ',']);
    let middle = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
    let is_named = middle
        .iter()
        .any(|word| matches!(*word, "thị" | "văn") || (name.is_ascii() && matches!(*word, "thi" | "van")));
    is_plain && (is_named || (words.len() >= 3 && CALLED.contains(&words[0])))
}

/// "Nhà A", "Số nhà 77 Hậu Giang", "Lê A (đã mất)": where somebody lives, or what is said of nobody but people. Places are
/// called Nhà Bè, Nhà Mát.
fn is_of_a_house(name: &str) -> bool {
    const PLACES: [&str; 6] = ["bè", "mát", "rông", "thờ", "lớn", "máy"];
    const OF_PEOPLE: [&str; 9] = ["chet", "mat", "da mat", "da chet", "chu ho", "vo", "chong", "con", "me"];
    let lower = name.trim().to_lowercase();
    let is_house = lower.strip_prefix("nhà ").is_some_and(|rest| !PLACES.contains(&rest.trim()));
    let is_address = ["hẻm ", "ngõ ", "ngách ", "kiệt "].iter().any(|lead| lower.starts_with(lead));
    let said = name.split_once('(').map(|(_, said)| words_of(said)).unwrap_or_default();
    let is_bare = !is_kind_of_place(name);
    lower.contains("số nhà") || (is_bare && (is_house || is_address || OF_PEOPLE.contains(&&*said)))
}

/// "Xóm ông A": who is called so in small letters within a name is somebody, as no "Xã Ông Đình" is. What a sign parts
/// from the name of the place is cut from it.
fn calls_somebody(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_called =
        |two: &[&str]| two[0] != "hộ" && CALLED.contains(&two[0]) && two[1].starts_with(char::is_uppercase);
    !name.contains(['-', '–', ',', '(', ':', ';']) && words.windows(2).skip(1).any(is_called)
}

/// Is that a word that people are called by, and no place within its name?
pub fn is_of_people(word: &str) -> bool {
    let word = word.to_lowercase();
    CALLED.contains(&word.as_str())
        || matches!(&*word, "văn" | "thị")
        || families::is(&word, Family::InNoPlace)
}

/// Is that, in small letters, a word before somebody's name: "ông", "cô"?
pub fn is_called_by(word: &str) -> bool {
    word != "hộ" && CALLED.contains(&word)
}

/// Is that, in small letters, the name of a family?
pub fn is_family(word: &str) -> bool {
    families::is(word, Family::InNoPlace) || families::is(word, Family::EndsPlaces)
}

/// Are these the words of the name of a place, without its kind, and of nobody behind it? A place may be called after
/// somebody, with the whole name.
pub fn is_name_of_place(words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let lower = first.to_lowercase();
    if first.starts_with(|c: char| c.is_ascii_digit()) {
        return rest.is_empty();
    }
    if is_family(&lower) {
        return words.len() <= 4;
    }
    let within = &rest[..rest.len().saturating_sub(1)];
    let is_also = |word: &&str| families::is(&word.to_lowercase(), Family::EndsPlaces);
    words.len() <= 3 && !rest.iter().any(|word| is_of_people(word)) && !within.iter().any(is_also)
}

/// Does a line of a title name somebody: "do ông … lập", "hộ bà …", a name with Văn or Thị, a number of papers? A place may
/// be called so too ("Xã Ông Đình", "Bà Rịa"): after the word of a place, or in a name that is known.
pub fn are_named(line: &str) -> bool {
    const PLACES: [&str; 5] = ["rịa", "điểm", "đen", "nà", "triệu"];
    let words: Vec<&str> =
        line.split([' ', ',', ':', '(', ')', '-', '–']).filter(|word| !word.is_empty()).collect();
    let is_shouted = !line.contains(char::is_lowercase);
    let is_name = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic))
    };
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let is_place = |at: usize| {
        let before = lower[..at].iter().rev().take(3);
        before
            .into_iter()
            .any(|word| kinds::ALL.iter().any(|kind| kind.word.split(' ').next_back() == Some(word.as_str())))
    };
    // "HỘ NGHÈO" is nobody.
    let is_lead = |word: &str| word == "đ/c" || (word != "hộ" && CALLED.contains(&word));
    let called = |at: usize| {
        is_lead(&lower[at])
            && is_name(at + 1)
            && !PLACES.contains(&lower[at + 1].as_str())
            && (is_shouted || is_name(at + 2) || !is_name(at))
    };
    let between = |at: usize| {
        ["văn", "thị"].contains(&lower[at].as_str())
            && is_name(at)
            && at > 0
            && is_name(at - 1)
            && is_name(at + 1)
            && lower[at + 1] != "trấn"
            && lower[at + 1] != "xã"
    };
    line.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 9)
        || (0..words.len()).any(|at| (called(at) || between(at)) && !is_place(at))
}

/// What is counted of these places.
fn counts_of<'g>(names: &BTreeSet<&str>, given: &'g [Given]) -> Vec<&'g Given> {
    let is_own = |given: &&Given| given.area.last().is_some_and(|name| names.contains(name.as_str()));
    given.iter().filter(is_own).filter(|given| given.field.kind() == FieldKind::Count).collect()
}

/// Has a place that is called as people are more households or persons than a household has?
fn is_large(name: &str, given: &[Given]) -> bool {
    let is_more = |given: &&Given| {
        !given.field.is_of_entries() && given.value.count().is_some_and(|count| count > MOST_MEMBERS)
    };
    families::is_called(name, 2) && counts_of(&BTreeSet::from([name]), given).iter().any(is_more)
}

/// Has none of them any count but lacks and causes, and of each of these one or none? So a household is marked, whatever
/// heads the names; hamlets have households besides, or more than one that lack the same.
fn are_marked(names: &BTreeSet<&str>, given: &[Given]) -> bool {
    let own = counts_of(names, given);
    let is_mark =
        |given: &&Given| given.field.is_of_entries() && given.value.count().is_none_or(|count| count <= 1);
    names.len() > 2 && own.iter().all(is_mark) && own.iter().any(|given| given.value.count() == Some(1))
}

/// More members no household has.
const MOST_MEMBERS: u64 = 20;

/// Has each of them one household or none, one of each lack and each cause, and as many persons as a household has?
fn have_one_each(names: &BTreeSet<&str>, given: &[Given]) -> bool {
    let own: Vec<(bool, u64)> = counts_of(names, given)
        .into_iter()
        .filter_map(|given| Some((given.field.path().ends_with("persons"), given.value.count()?)))
        .collect();
    let is_of_one =
        |&(is_of_persons, count): &(bool, u64)| count <= if is_of_persons { MOST_MEMBERS } else { 1 };
    names.len() > 1 && own.iter().any(|(_, count)| *count > 0) && own.iter().all(is_of_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_from_places() {
        for name in [
            "Nguyễn Văn A",
            "CANARY Trần Thị B",
            "Tô Thị Lan",
            "TO THI LAN",
            "Bà Lê Lan",
            "Hộ ông Ba",
            "Lê B 079012345678",
            "canary@example.org",
        ] {
            assert!(is_person(name), "{name}");
        }
        assert!(calls_somebody("Xóm ông Páo") && !calls_somebody("Xã Ông Đình"));
        for name in [
            "Phường Nguyễn Thị Minh Khai",
            "Thị trấn Củ Chi",
            "Bà Rịa",
            "Bà Rịa - Vũng Tàu",
            "Văn Giang",
            "Thị Nghè",
            "Cô Tô",
            "Khu phố Nguyễn Văn Cừ",
            "Xã Văn Lang",
            "Tân Kiên",
            "Hộ Phòng",
            "KP1",
            "Hồ Nai 3",
            "H. Văn Bàn",
            "X.Văn Lang",
        ] {
            assert!(!is_person(name), "{name}");
        }
        for line in [
            "Biểu do ông Nguyễn Văn CANARY lập, kết quả rà soát hộ nghèo năm 2022",
            "KẾT QUẢ RÀ SOÁT HỘ NGHÈO CỦA HỘ BÀ CANARY B",
            "Tổng hợp hộ nghèo, người lập: Trần Thị CANARY",
        ] {
            assert!(are_named(line), "{line}");
        }
        for line in [
            "KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022",
            "Tổng hợp hộ nghèo tỉnh Bà Rịa - Vũng Tàu đến 31/12/2022",
            "KẾT QUẢ RÀ SOÁT HỘ NGHÈO THỊ XÃ ĐÔNG TRIỀU, TỈNH QUẢNG NINH",
            "Kết quả rà soát hộ nghèo Phường Nguyễn Thị Minh Khai",
            "TỔNG HỢP HỘ NGHÈO XÃ ÔNG ĐÌNH",
            "Tổng hợp hộ nghèo thị trấn Văn Giang theo Nghị định 07/2021/NĐ-CP ngày 27/01/2021",
        ] {
            assert!(!are_named(line), "{line}");
        }
        assert!(is_kind_of_place("PHUONG 3") && is_kind_of_place("TO 3") && !is_kind_of_place("TO THI LAN"));
        assert!(!is_kind_of_place("Tô Lan") && !is_kind_of_place("Bàn Ba") && is_kind_of_place("Bản Nà Tấu"));
    }

    #[test]
    fn houses_are_told_from_places() {
        for name in ["Nhà Páo", "Số nhà 77 Hậu Giang", "Khu phố 3, số nhà 5", "Hẻm 12", "Páo Lan (đã mất)"]
        {
            assert!(is_somebody(name), "{name}");
        }
        for name in [
            "Nhà Bè",
            "Thị trấn Nhà Bè",
            "Nhà Mát",
            "Ấp Nhà Thờ",
            "Ngõ",
            "Tân Lập (mới)",
            "Bản Bú, nhà ông Páo",
        ] {
            assert!(!is_somebody(name), "{name}");
        }
    }
}
