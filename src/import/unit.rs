//! Whose figures: what the sheets say of themselves, and what is asked for.

use crate::model::name::UnitKind;
use crate::text::fold::name_key;

use super::forms::{has_phrase, words_of};
use super::letterhead::{self, is_same, level};
use super::named::place_key;
use super::people;
use super::{Order, ReadSheet};

/// The unit of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What people call it.
    pub name: String,
    /// What it is, as the format writes it.
    pub kind: String,
    /// Its code, where the period before has one.
    pub code: Option<String>,
    /// What it lies in, likewise.
    pub within: Option<String>,
}

/// Why there is no unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoUnit {
    /// Neither the sheets nor the order name one; a unit that a line speaks of.
    Unnamed(Option<String>),
    /// The sheets are of several, and the order names none that they are parts of.
    Several(Vec<String>),
    /// It is not told what it is.
    NoKind(String),
    /// A file is of a unit that cannot be a part of it: the file, its unit, the one that was asked for.
    Elsewhere(String, String, String),
}

impl Unit {
    /// Its members in the file.
    pub fn members(&self) -> Vec<(String, String)> {
        let known =
            [("name", Some(&self.name)), ("code", self.code.as_ref()), ("within", self.within.as_ref())];
        let known = known.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?.clone())));
        let mut members: Vec<(String, String)> = known.collect();
        members.insert(1, ("kind".to_owned(), self.kind.clone()));
        members
    }
}

/// The unit of the sheets.
pub fn of(sheets: &[ReadSheet], order: &Order) -> Result<Unit, NoUnit> {
    let before = order.previous.map(|(snapshot, _)| &snapshot.unit);
    let front = super::front_of(sheets);
    let stated = front.and_then(|front| front.get("unit.name"));
    let names = names(sheets);
    let name = match (order.unit.or(stated), before) {
        (Some(asked), _) => without_office(asked),
        (None, Some(before)) => before.name.vi.clone(),
        (None, None) => match names.as_slice() {
            [] => {
                let spoken = sheets.iter().find_map(|sheet| letterhead::mentioned(&sheet.title));
                return Err(NoUnit::Unnamed(spoken));
            }
            [only] => only.clone(),
            _ => return Err(NoUnit::Several(names)),
        },
    };
    if let Some((sheet, own)) = sheets.iter().find_map(|sheet| Some((sheet, elsewhere(sheet, &name)?))) {
        return Err(NoUnit::Elsewhere(sheet.file.clone(), own, written(&name)));
    }
    let before = before.filter(|before| name_key(&before.name.vi) == name_key(&name));
    let front =
        front.filter(|_| stated.is_some_and(|stated| name_key(&without_office(stated)) == name_key(&name)));
    let stated = |path| front.and_then(|front| front.get(path)).map(str::to_owned);
    let kind = order.kind.map(|kind| kind.code().to_owned()).or_else(|| stated("unit.kind"));
    let kind = kind.or_else(|| before.map(|before| before.kind.code().to_owned()));
    let above = sheets.iter().find_map(|sheet| above(sheet, &name));
    let Some(kind) = kind.or_else(|| kind_told(&name, above.is_some()).map(str::to_owned)) else {
        return Err(NoUnit::NoKind(name));
    };
    let code = || before.and_then(|before| before.code.as_ref()).map(|code| code.0.clone());
    let within = || before.and_then(|before| before.within.as_ref()).map(|within| within.vi.clone());
    Ok(Unit {
        kind,
        code: stated("unit.code").or_else(code),
        within: stated("unit.within").or_else(within).or(above),
        name: before.map_or_else(|| written(&name), |before| before.name.vi.clone()),
    })
}

/// A unit as it is called, not its office: "UBND huyện Mường La" is Huyện Mường La.
fn without_office(asked: &str) -> String {
    let is_office = letterhead::is_led(asked);
    let own = is_office.then(|| letterhead::units(&[asked.to_owned()]).pop()).flatten();
    own.unwrap_or_else(|| asked.to_owned())
}

/// The units that the sheets are of, each once.
fn names(sheets: &[ReadSheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in
        sheets.iter().filter(|sheet| sheet.blank.is_empty()).filter_map(|sheet| own_names(sheet).pop())
    {
        if !names.iter().any(|known| name_key(known) == name_key(&name)) {
            names.push(name);
        }
    }
    names
}

/// The unit that a sheet says it is of, by a key that all spellings of its name have.
pub fn key_of(sheet: &ReadSheet) -> Option<String> {
    own_names(sheet).pop().map(|name| place_key(&name))
}

/// The unit that a sheet is of after those it lies within, as it names them; else the one that it or its file is called by.
pub(super) fn own_names(sheet: &ReadSheet) -> Vec<String> {
    let title = if sheet.title.is_empty() { &sheet.blank } else { &sheet.title };
    let mut named = letterhead::units(title);
    let called = sheet.sheet.as_deref().and_then(letterhead::in_sheet_name);
    let is_below = |name: &String| named.last().is_none_or(|last| level(name) > level(last));
    // "UBND QUẬN 6" stands above each of the sheets of its wards.
    if let Some(called) = called.filter(is_below) {
        named.push(called);
    }
    if named.is_empty() {
        named.clone_from(&sheet.of_file);
    }
    if named.is_empty() { file_name(sheet).into_iter().collect() } else { named }
}

/// The unit by which a file is called: `phuong-3.xlsx`.
fn file_name(sheet: &ReadSheet) -> Option<String> {
    let file = sheet.file.rsplit(['/', '\\']).next()?;
    let stem = file.split('.').next()?.replace(['-', '_'], " ");
    let words = words_of(&stem);
    let lead =
        ["phuong ", "xa ", "quan ", "huyen ", "thi tran "].iter().find(|lead| words.starts_with(**lead))?;
    let rest = words.strip_prefix(lead)?;
    let is_number = !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| written(&stem))
}

/// What the unit lies in, as the letterhead of a sheet of it has it.
fn above(sheet: &ReadSheet, unit: &str) -> Option<String> {
    let mut named = letterhead::units(&sheet.title);
    let at = named.iter().position(|name| is_same(name, unit))?;
    at.checked_sub(1).map(|at| named.swap_remove(at))
}

/// The unit of a sheet that says itself that it is neither the unit nor within it.
fn elsewhere(sheet: &ReadSheet, unit: &str) -> Option<String> {
    let named = letterhead::units(&sheet.title);
    let own = level(unit)?;
    let is_other = |name: &String| level(name).is_some_and(|level| level == own);
    let is_within = named.iter().any(|name| is_same(name, unit));
    let is_above = named.last().and_then(|last| level(last)).is_some_and(|level| level < own);
    (!is_within && (is_above || named.iter().any(is_other))).then(|| named.last().cloned())?
}

/// A name as it is written in running text: a title's capitals are no part of it.
pub(super) fn written(name: &str) -> String {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let is_shouted = letters().count() > 1 && letters().all(char::is_uppercase);
    let is_bare = letters().next().is_some_and(char::is_lowercase);
    if !is_shouted && !is_bare {
        return name.to_owned();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect::<String>())
    };
    let words: Vec<String> = name.split(' ').filter_map(word).collect();
    let words = words.join(" ");
    // "phuong 3" of a file name has its accents back, and a kind of two words one capital.
    let kinds = [
        ("Phuong ", "Phường "),
        ("Xa ", "Xã "),
        ("Quan ", "Quận "),
        ("Huyen ", "Huyện "),
        ("Thi Tran ", "Thị trấn "),
        ("Thị Trấn ", "Thị trấn "),
        ("Thị Xã ", "Thị xã "),
        ("Thành Phố ", "Thành phố "),
        ("Đặc Khu ", "Đặc khu "),
        ("Khu Phố ", "Khu phố "),
    ];
    let mended =
        kinds.iter().find_map(|(bare, full)| words.strip_prefix(bare).map(|rest| format!("{full}{rest}")));
    mended.unwrap_or(words)
}

/// What a unit is by its name; a city is a province, or lies within one.
fn kind_told(name: &str, is_within: bool) -> Option<&'static str> {
    let words = words_of(name);
    let starts = |leads: &[&str]| leads.iter().any(|lead| words.starts_with(&format!("{lead} ")));
    Some(if matches!(&*words, "ca nuoc" | "toan quoc") {
        UnitKind::Nation.code()
    } else if starts(&["phuong"]) {
        "ward"
    } else if starts(&["xa", "thi tran"]) {
        "commune"
    } else if starts(&["quan", "huyen", "thi xa"]) || (is_within && starts(&["thanh pho", "tp"])) {
        "district"
    } else if starts(&["tinh"]) {
        "province"
    } else if starts(&["dac khu"]) {
        "special_zone"
    } else if starts(&["thon", "khu pho", "to", "to dan pho", "ap", "xom"]) {
        "quarter"
    } else {
        return None;
    })
}

/// The parts of the unit that a sheet is of, the outermost first; none where it is of the unit itself.
pub fn prefix(sheet: &ReadSheet, unit: Option<&Unit>) -> Vec<String> {
    let Some(unit) = unit else { return Vec::new() };
    let mut named = own_names(sheet);
    if let Some(at) = named.iter().position(|name| is_same(name, &unit.name)) {
        return named.split_off(at + 1);
    }
    let own = level(&unit.name);
    if let Some(own) = own {
        named.retain(|name| level(name).is_none_or(|level| level > own));
    } else {
        // Of a unit whose name does not tell what it is, only what a sheet is of is known to be a part.
        named = named.pop().into_iter().collect();
    }
    named
}

/// A place of a sheet as a place of the unit.
pub fn placed(area: &[String], prefix: &[String], unit: Option<&Unit>) -> Vec<String> {
    // A list names its own ward in every row.
    let is_own = |name: &String| {
        let known = prefix.iter().chain(unit.map(|unit| &unit.name));
        known.into_iter().any(|known| place_key(known) == place_key(name))
    };
    let below = area.iter().skip_while(|name| is_own(name));
    prefix.iter().chain(below).cloned().collect()
}

/// The line of a title that names the form, and nobody beside it.
pub fn form_title(title: &[String]) -> Option<String> {
    title.iter().find(|line| is_form(line) && !people::are_named(line)).cloned()
}

/// Does a line name a form?
pub fn is_form(line: &str) -> bool {
    let words = words_of(line);
    let forms = [
        "tong hop",
        "bieu",
        "danh sach",
        "dien bien",
        "ket qua",
        "phan tich",
        "thieu hut",
        "ra soat",
        "theo",
    ];
    has_phrase(&words, "ngheo") && forms.iter().any(|phrase| has_phrase(&words, phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_in_text() {
        assert_eq!(written("PHƯỜNG 3"), "Phường 3");
        assert_eq!(written("phuong 3"), "Phường 3");
        assert_eq!(written("Quận 6"), "Quận 6");
        assert_eq!(written("XÃ TÂN HẢI"), "Xã Tân Hải");
    }
}
