//! Whose sheet it is: the units that the lines above a form name, the one it is of and those that it lies within.

mod in_title;
mod lines;

pub use in_title::in_list_title;
pub use lines::{has_lines, lines_of};

use crate::text::fold::name_key;

use super::forms::{has_phrase, words_of};
use super::kinds;
use super::named::in_full;
use super::people;
use super::unit::written;
use in_title::{by_level, in_title, of_title};

/// What a name begins with, and how far down such a unit stands: a province 1, a district 2, a ward or commune 3.
fn levels() -> impl Iterator<Item = (&'static str, u8)> {
    kinds::of_offices().map(|kind| (kind.word, kind.tier as u8))
}

/// What stands before the name of a unit whose office writes.
const LEADS: [&str; 2] = ["ủy ban nhân dân", "ubnd"];
/// What the name of an office of a unit begins with; the unit's own name ends it: "Phòng LĐTBXH Quận 6".
const OFFICES: [&str; 7] =
    ["phòng", "sở", "chi cục", "trung tâm", "ban chỉ đạo", "ban giảm nghèo", "thương binh và xã hội"];
/// A name has at most so many words.
const MOST_WORDS: usize = 7;
/// Words that no name of a unit has: of the state's line, of a day, of the form's own title.
const NO_NAME: [&str; 4] = ["xa hoi", "ngay", "ngheo", "ho dan"];

/// A unit that a line names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    name: String,
    level: Option<u8>,
}

/// The units that the lines above a form name, the outermost first; the last is the one that the form is of.
///
/// An office stands above the one that it is over: of "UBND QUẬN 6" and "UBND PHƯỜNG 3" below it the lower one writes.
pub fn units(title: &[String]) -> Vec<String> {
    let form = title.iter().position(|line| is_title(line)).unwrap_or(title.len());
    let lines = title.iter().enumerate();
    let found: Vec<Named> = lines.flat_map(|(at, line)| in_line(line, at < form)).collect();
    let mut chain: Vec<Named> = Vec::new();
    for Named { name, level } in found.iter().filter(|named| named.level.is_some()).cloned() {
        if chain.iter().any(|known| is_same(&known.name, &name)) {
            continue;
        }
        // A city may lie within another: Thành phố Thủ Đức.
        let is_second_city = level == Some(1) && chain.iter().any(|known| known.level == level);
        let level = if is_second_city { Some(2) } else { level };
        if !chain.iter().any(|known| known.level == level) {
            chain.push(Named { name, level });
        }
    }
    chain.sort_by_key(|named| named.level);
    // "UBND HUYỆN HÓC MÔN" stands above the list of one commune.
    if let Some(last) = chain.last().map(|named| named.level) {
        chain.extend(of_title(title).into_iter().filter(|named| named.level > last));
    }
    if chain.is_empty() {
        chain.extend(found.into_iter().next());
    }
    if chain.is_empty() {
        chain = below(title);
    }
    chain.into_iter().map(|named| written(&named.name)).collect()
}

/// The unit that the name of a sheet is, and nothing else: "Phường 1".
pub fn in_sheet_name(name: &str) -> Option<String> {
    let words = words_of(name);
    let is_kind = |rest: &str| levels().any(|(kind, _)| words_of(kind) == rest);
    let rest = levels().find_map(|(kind, _)| words.strip_prefix(&format!("{} ", words_of(kind))))?;
    let is_bare = rest.split(' ').all(is_kind);
    (is_name(name) && !is_bare && !name.contains([',', '(', '+'])).then(|| written(name.trim()))
}

/// Where no line above a form names a unit: the first line below its title that is one's name, else those that the title
/// itself ends with.
fn below(title: &[String]) -> Vec<Named> {
    let alone = title.iter().map(|line| in_line(line, true)).find(|named| !named.is_empty());
    alone.map_or_else(|| of_title(title), by_level)
}

/// A unit that any of the lines names, wherever it stands.
pub fn mentioned(title: &[String]) -> Option<String> {
    title.iter().find_map(|line| in_title(line).pop()).map(|named| written(&named.name))
}

/// What stands after "Đơn vị báo cáo:" and the like.
fn labelled(line: &str) -> Option<&str> {
    const LABELS: [&str; 8] = [
        "don vi",
        "don vi bao cao",
        "ten don vi",
        "don vi lap",
        "don vi lap bieu",
        "dia ban",
        "dia phuong",
        "noi bao cao",
    ];
    let (label, rest) = line.split_once(':')?;
    LABELS.contains(&words_of(label).as_str()).then_some(rest.trim())
}

/// Is that a line of the title of a form, and not an office's name?
pub fn is_title(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    has_phrase(&words_of(line), "ngheo") && !is_office(&words)
}

/// Do both name one unit, however they are written?
pub fn is_same(one: &str, other: &str) -> bool {
    let key = |name: &str| {
        let words = words_of(name);
        words.strip_prefix("tp ").map_or_else(|| words.clone(), |rest| format!("thanh pho {rest}"))
    };
    key(one) == key(other)
}

/// How far down a unit of that name stands.
pub fn level(name: &str) -> Option<u8> {
    let words = words_of(name);
    let is_led = |kind: &str| words.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' '));
    levels().find(|(kind, _)| is_led(&words_of(kind))).map(|(_, level)| level)
}

/// Do the words name no kind of unit that has an office of its own? "Thôn, bản", not "Xã, phường".
pub fn says_no_unit(words: &str) -> bool {
    !levels().any(|(kind, _)| has_phrase(words, &words_of(kind)))
}

/// Is that the level of the units that have hamlets alone below them?
pub fn is_lowest(level: u8) -> bool {
    levels().all(|(_, known)| known <= level)
}

/// The units of one line: "UBND PHƯỜNG 3, QUẬN 6" has two. A line without "UBND" names some only above the form's title,
/// and where it holds nothing else.
fn in_line(line: &str, is_above: bool) -> Vec<Named> {
    if let Some(rest) = labelled(line) {
        return in_line(rest, true);
    }
    let mut words: Vec<&str> = line.split_whitespace().collect();
    // "ĐẢNG ỦY - UBND THỊ TRẤN TÂN TÚC".
    let is_party =
        ["đảng ủy", "đảng bộ", "hđnd", "hội đồng nhân dân"].iter().any(|lead| begins(&words, 0, lead));
    let led = (1..words.len()).find(|at| is_party && LEADS.iter().any(|lead| begins(&words, *at, lead)));
    words.drain(..led.unwrap_or(0));
    if is_office(&words) {
        let is_named = |at: &usize| begins_with_a_kind(&words, *at) && is_name(&words[*at..].join(" "));
        let Some(at) = (1..words.len()).find(is_named) else { return Vec::new() };
        words.drain(..at);
    }
    let is_led = LEADS.iter().any(|lead| begins(&words, 0, lead));
    if !is_led && (!is_above || !begins_with_a_kind(&words, 0)) {
        return Vec::new();
    }
    let segments = segments(&words);
    let found: Vec<Named> = segments.iter().filter_map(|segment| named(segment)).collect();
    let are_names = found.len() == segments.len() && found.iter().all(|named| is_name(&named.name));
    if is_led || are_names { found } else { Vec::new() }
}

/// Does a line begin with the office that writes: "UBND"?
pub fn is_led(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    LEADS.iter().any(|lead| begins(&words, 0, lead))
}

/// Does a line name units and nothing else, so that nobody can be named behind them?
pub fn is_of_units(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let segments = segments(&words);
    let is_lead = |segment: &String| LEADS.iter().any(|lead| name_key(lead) == name_key(segment));
    let is_unit = |segment: &String| {
        named(segment).is_some_and(|named| {
            let kind = words_of_kind(&named.name);
            let own: Vec<&str> = named.name.split(' ').skip(kind).collect();
            kind > 0 && is_name(&named.name) && people::is_name_of_place(&own)
        })
    };
    // "BÀ RỊA - VŨNG TÀU" is one of two parts.
    let whole = line.replace(" - ", "-");
    let is_whole = || whole != line && is_of_units(&whole);
    (!segments.is_empty() && segments.iter().all(|segment| is_lead(segment) || is_unit(segment)))
        || is_whole()
}

fn words_of_kind(name: &str) -> usize {
    let name: Vec<&str> = name.split(' ').collect();
    levels().find(|(kind, _)| begins(&name, 0, kind)).map_or(0, |(kind, _)| kind.split(' ').count())
}

/// A name without the word of its kind.
pub fn without_kind(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    words[words_of_kind(name)..].join(" ")
}

fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let folded = words_of(name);
    let is_plain = !name.contains(['/', ':']) && !NO_NAME.iter().any(|phrase| has_phrase(&folded, phrase));
    // "HUYỆN ỦY" is the committee of a party.
    let is_party = words.get(1).is_some_and(|word| name_key(word) == name_key("ủy"));
    is_plain && !is_party && words.len() <= MOST_WORDS
}

/// The unit of a part of a line, without the office that writes.
fn named(segment: &str) -> Option<Named> {
    let words: Vec<&str> = segment.split_whitespace().collect();
    let lead = LEADS.iter().find(|lead| begins(&words, 0, lead)).map_or(0, |lead| lead.split(' ').count());
    let name = words[lead..].join(" ");
    // "UBND TT. CHỢ RÃ", "UBND P5".
    let name = if level(&name).is_none() { in_full(&written(&name)) } else { name };
    let level = level(&name);
    (!name.is_empty() && (lead > 0 || level.is_some())).then_some(Named { name, level })
}

/// Does a phrase stand there? With its accents, unless the whole line has none: "quản lý" is no "quận".
fn begins(words: &[&str], at: usize, phrase: &str) -> bool {
    let text = words[at..].iter().take(phrase.split(' ').count()).copied().collect::<Vec<_>>().join(" ");
    let text = text.trim_end_matches(['.', ',']);
    if words.iter().all(|word| word.is_ascii()) {
        words_of(text) == words_of(phrase)
    } else {
        name_key(text) == name_key(phrase)
    }
}

fn is_office(words: &[&str]) -> bool {
    OFFICES.iter().any(|office| begins(words, 0, office))
}

fn begins_with_a_kind(words: &[&str], at: usize) -> bool {
    levels().any(|(kind, _)| begins(words, at, kind))
}

/// A line parted where a second unit begins, or the state's own line.
fn segments(words: &[&str]) -> Vec<String> {
    let is_lead = |at: usize| LEADS.iter().any(|lead| begins(words, at, lead));
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    let mut kind_at: Option<usize> = None;
    for (at, word) in words.iter().enumerate() {
        if begins(words, at, "cộng hòa xã hội") {
            break;
        }
        let open = parts.last().is_some_and(|part| !part.is_empty());
        let is_parted = at > 0 && (words[at - 1].ends_with([',', ';']) || matches!(words[at - 1], "-" | "–"));
        let has_name = kind_at.is_some_and(|kind| at > kind + 1);
        if has_name && lines::ends_a_name(words, at) {
            break;
        }
        if open
            && (is_parted
                || is_lead(at)
                || (has_name && begins_with_a_kind(words, at) && at + 1 < words.len()))
        {
            parts.push(Vec::new());
            kind_at = None;
        }
        if kind_at.is_none() && begins_with_a_kind(words, at) {
            kind_at = Some(at);
        }
        if let Some(part) = parts.last_mut().filter(|_| !matches!(*word, "-" | "–")) {
            part.push(word.trim_end_matches([',', ';']));
        }
    }
    parts.into_iter().map(|part| part.join(" ")).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Vec<String> {
        units(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_office_that_writes_stands_below_the_one_over_it() {
        let six = ["Quận 6", "Phường 3"];
        assert_eq!(of(&["UBND QUẬN 6", "UBND PHƯỜNG 3", "KẾT QUẢ RÀ SOÁT HỘ NGHÈO"]), six);
        assert_eq!(of(&["UBND QUẬN 6", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "UBND PHƯỜNG 3"]), six);
        assert_eq!(of(&["UBND PHƯỜNG 3, QUẬN 6"]), six);
        assert_eq!(of(&["ỦY BAN NHÂN DÂN QUẬN 6 ỦY BAN NHÂN DÂN PHƯỜNG 3"]), six);
        assert_eq!(of(&["UBND QUAN 6", "UBND PHUONG 3"]), ["Quận 6", "Phường 3"]);
        assert_eq!(of(&["UBND HUYỆN BA BỂ", "UBND TT. CHỢ RÃ"]), ["Huyện Ba Bể", "Thị trấn Chợ Rã"]);
        assert_eq!(of(&["UBND P5, Q6"]), ["Quận 6", "Phường 5"]);
    }

    #[test]
    fn lines_of_the_names_alone_are_read_above_the_title() {
        assert_eq!(of(&["ỦY BAN NHÂN DÂN", "QUẬN 6", "KẾT QUẢ RÀ SOÁT HỘ NGHÈO"]), ["Quận 6"]);
        assert_eq!(of(&["TỈNH BÌNH PHƯỚC", "HUYỆN BÙ ĐĂNG"]), ["Tỉnh Bình Phước", "Huyện Bù Đăng"]);
        assert_eq!(of(&["THÀNH PHỐ HỒ CHÍ MINH", "QUẬN 6"]), ["Thành phố Hồ Chí Minh", "Quận 6"]);
        assert_eq!(
            of(&["UBND TP. HỒ CHÍ MINH", "UBND THÀNH PHỐ THỦ ĐỨC"]).last().map(String::as_str),
            Some("Thành phố Thủ Đức")
        );
    }

    #[test]
    fn an_office_bears_the_name_of_its_unit() {
        for lines in [
            &["PHÒNG LĐTBXH QUẬN 6"][..],
            &["PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI QUẬN 6"],
            &["PHÒNG LAO ĐỘNG", "THƯƠNG BINH VÀ XÃ HỘI QUẬN 6"],
            &["BAN CHỈ ĐẠO GIẢM NGHÈO BỀN VỮNG QUẬN 6", "KẾT QUẢ RÀ SOÁT HỘ NGHÈO"],
            &["Phòng Nông nghiệp và Môi trường Quận 6"],
        ] {
            assert_eq!(of(lines), ["Quận 6"], "{lines:?}");
        }
        assert_eq!(of(&["UBND QUẬN 6", "PHÒNG LĐTBXH QUẬN 6", "UBND PHƯỜNG 3"]), ["Quận 6", "Phường 3"]);
        assert_eq!(of(&["SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH BÌNH PHƯỚC"]), ["Tỉnh Bình Phước"]);
    }

    #[test]
    fn a_sheet_may_be_called_by_its_unit() {
        assert_eq!(in_sheet_name("Phường 1").as_deref(), Some("Phường 1"));
        assert_eq!(in_sheet_name("XÃ TÂN HẢI").as_deref(), Some("Xã Tân Hải"));
        for name in ["Phường", "Xã, phường", "Xã phường", "Sheet1", "Kết quả", "Xã hội", "Quận/Huyện"]
        {
            assert_eq!(in_sheet_name(name), None, "{name}");
        }
    }

    #[test]
    fn a_unit_is_named_by_a_label_below_the_title_or_in_it() {
        for (lines, unit) in [
            (&["TỔNG HỢP HỘ NGHÈO NĂM 2023", "Đơn vị: Phường 3, Quận 6"][..], "Phường 3"),
            (&["Đơn vị báo cáo: UBND Phường 3", "TỔNG HỢP HỘ NGHÈO NĂM 2023"], "Phường 3"),
            (&["TỔNG HỢP HỘ NGHÈO, HỘ CẬN NGHÈO PHƯỜNG 3 NĂM 2023"], "Phường 3"),
            (&["TỔNG HỢP HỘ NGHÈO 6 THÁNG ĐẦU NĂM 2023 TRÊN ĐỊA BÀN QUẬN 6"], "Quận 6"),
            (&["TỔNG HỢP HỘ NGHÈO CUỐI NĂM 2023, KẾ HOẠCH NĂM 2024 CỦA PHƯỜNG 3"], "Phường 3"),
            (&["ĐẢNG ỦY - UBND THỊ TRẤN TÂN TÚC", "TỔNG HỢP HỘ NGHÈO"], "Thị trấn Tân Túc"),
            (&["DANH SÁCH HỘ NGHÈO SAU RÀ SOÁT NĂM 2023", "Quận 6"], "Quận 6"),
            (&["Tổng hợp hộ nghèo xã Tân Kiên, huyện Bình Chánh năm 2023"], "Xã Tân Kiên"),
            (&["UBND HUYỆN HÓC MÔN", "DANH SÁCH HỘ NGHÈO XÃ XUÂN THỚI SƠN - NĂM 2024"], "Xã Xuân Thới Sơn"),
            (&["UBND QUẬN 6", "TỔNG HỢP HỘ NGHÈO CÁC PHƯỜNG NĂM 2024"], "Quận 6"),
            (&["HỘ NGHÈO THÀNH PHỐ THỦ ĐỨC, THÀNH PHỐ HỒ CHÍ MINH"], "Thành phố Thủ Đức"),
            (&["UBND QUẬN 6", "TỔNG HỢP HỘ NGHÈO PHƯỜNG 3 VÀ PHƯỜNG 4"], "Quận 6"),
            (&["UBND HUYỆN HÓC MÔN", "HỘ NGHÈO XÃ ĐẶC BIỆT KHÓ KHĂN"], "Huyện Hóc Môn"),
        ] {
            assert_eq!(of(lines).last().map(String::as_str), Some(unit), "{lines:?}");
        }
        for line in [
            "TỔNG HỢP HỘ NGHÈO CÁC PHƯỜNG, XÃ NĂM 2023",
            "TỔNG HỢP HỘ NGHÈO THEO CHUẨN NGHÈO THÀNH PHỐ HỒ CHÍ MINH",
            "TỔNG HỢP HỘ NGHÈO CẤP XÃ NĂM 2023",
            "TỔNG HỢP HỘ NGHÈO ĐƯỢC XÃ HỘI HỖ TRỢ",
        ] {
            assert_eq!(of(&[line]), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn what_only_begins_like_a_name_is_none() {
        for line in [
            "Quận 6, ngày 04 tháng 03 năm 2023",
            "Xã hội học tập",
            "HUYỆN ỦY BÙ ĐĂNG",
            "Phường/Xã: …",
            "BIỂU TỔNG HỢP",
            "(Kèm theo Công văn số 12/UBND-LĐ của UBND Quận 6)",
        ] {
            assert_eq!(of(&[line]), Vec::<String>::new(), "{line}");
        }
        assert_eq!(of(&["PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"]), Vec::<String>::new());
        assert_eq!(of(&["UBND XÃ THANH QUÂN"]), ["Xã Thanh Quân"]);
        assert_eq!(of(&["UBND QUẬN 6", "HỘ NGHÈO", "Phường 3"]), ["Quận 6"]);
    }
}
