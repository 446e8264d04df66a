//! Whose figures, and of which day: what the sheets say of themselves, and what is asked for.

use chrono::NaiveDate;

use crate::model::name::UnitKind;
use crate::text::fold::name_key;

use super::forms::{has_phrase, words_of};
use super::summary::unit_named;
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
    /// Neither the sheets nor the order name one.
    Unnamed,
    /// The sheets are of several, and the order names none that they are parts of.
    Several(Vec<String>),
    /// It is not told what it is.
    NoKind(String),
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
        (Some(asked), _) => asked.to_owned(),
        (None, Some(before)) => before.name.vi.clone(),
        (None, None) => match names.as_slice() {
            [] => return Err(NoUnit::Unnamed),
            [only] => only.clone(),
            _ => return Err(NoUnit::Several(names)),
        },
    };
    let before = before.filter(|before| name_key(&before.name.vi) == name_key(&name));
    let front = front.filter(|_| stated.is_some_and(|stated| name_key(stated) == name_key(&name)));
    let stated = |path| front.and_then(|front| front.get(path)).map(str::to_owned);
    let kind = order.kind.map(word_of).map(str::to_owned).or_else(|| stated("unit.kind"));
    let kind = kind.or_else(|| before.map(|before| word_of(before.kind).to_owned()));
    let Some(kind) = kind.or_else(|| kind_told(&name).map(str::to_owned)) else {
        return Err(NoUnit::NoKind(name));
    };
    let code = || before.and_then(|before| before.code.as_ref()).map(|code| code.0.clone());
    let within = || before.and_then(|before| before.within.as_ref()).map(|within| within.vi.clone());
    Ok(Unit {
        kind,
        code: stated("unit.code").or_else(code),
        within: stated("unit.within").or_else(within),
        name: before.map_or_else(|| written(&name), |before| before.name.vi.clone()),
    })
}

/// The units that the sheets name, each once.
fn names(sheets: &[ReadSheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in sheets.iter().filter_map(own_name) {
        if !names.iter().any(|known| name_key(known) == name_key(&name)) {
            names.push(name);
        }
    }
    names
}

/// The unit that a sheet names, or the name of its file: `phuong-3.xlsx`.
fn own_name(sheet: &ReadSheet) -> Option<String> {
    unit_named(&sheet.title).map(|name| written(&name)).or_else(|| {
        let file = sheet.file.rsplit(['/', '\\']).next()?;
        let stem = file.split('.').next()?.replace(['-', '_'], " ");
        let words = words_of(&stem);
        let lead = ["phuong ", "xa ", "quan ", "huyen ", "thi tran "]
            .iter()
            .find(|lead| words.starts_with(**lead))?;
        let rest = words.strip_prefix(lead)?;
        let is_number = !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| written(&stem))
    })
}

/// A name as it is written in running text: a title's capitals are no part of it.
fn written(name: &str) -> String {
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
    // "phuong 3" of a file name has its accents back.
    ["Phuong ", "Xa ", "Quan ", "Huyen ", "Thi Tran "]
        .iter()
        .zip(["Phường ", "Xã ", "Quận ", "Huyện ", "Thị trấn "])
        .find_map(|(bare, full)| words.strip_prefix(bare).map(|rest| format!("{full}{rest}")))
        .unwrap_or(words)
}

fn kind_told(name: &str) -> Option<&'static str> {
    let words = words_of(name);
    let starts = |leads: &[&str]| leads.iter().any(|lead| words.starts_with(&format!("{lead} ")));
    Some(if starts(&["phuong"]) {
        "ward"
    } else if starts(&["xa", "thi tran"]) {
        "commune"
    } else if starts(&["quan", "huyen", "thi xa"]) {
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

/// The word of the format for a kind.
pub fn word_of(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Nation => "nation",
        UnitKind::Province => "province",
        UnitKind::District => "district",
        UnitKind::Commune => "commune",
        UnitKind::Ward => "ward",
        UnitKind::SpecialZone => "special_zone",
        UnitKind::Quarter => "quarter",
        UnitKind::Other => "other",
    }
}

/// The name of the part that a sheet is of, where the unit is another.
pub fn prefix(sheet: &ReadSheet, unit: Option<&Unit>) -> Option<String> {
    let own = own_name(sheet)?;
    unit.is_some_and(|unit| name_key(&unit.name) != name_key(&own)).then_some(own)
}

/// A place of a sheet as a place of the unit.
pub fn placed(area: &[String], prefix: Option<&str>, unit: Option<&Unit>) -> Vec<String> {
    let mut area = area.to_vec();
    // A list names its own ward in every row.
    let own = |name: &String| {
        unit.is_some_and(|unit| name_key(&unit.name) == name_key(name))
            || prefix.is_some_and(|prefix| name_key(prefix) == name_key(name))
    };
    if area.first().is_some_and(own) {
        area.remove(0);
    }
    prefix.map(str::to_owned).into_iter().chain(area).collect()
}

/// The day of the figures, and whether it was told by a year alone.
pub fn day(sheets: &[ReadSheet], order: &Order) -> Option<(NaiveDate, bool)> {
    if let Some(day) = order.as_of {
        return Some((day, false));
    }
    let stated = super::front_of(sheets).and_then(|front| front.get("as_of")?.parse().ok());
    if let Some(day) = stated {
        return Some((day, false));
    }
    let lines = || sheets.iter().flat_map(|sheet| &sheet.title);
    if let Some(day) = lines().find_map(|line| day_told(line)) {
        return Some((day, false));
    }
    let years: Vec<i32> = lines().filter_map(|line| year_told(&words_of(line))).collect();
    let first = *years.first()?;
    years
        .iter()
        .all(|year| *year == first)
        .then(|| NaiveDate::from_ymd_opt(first, 12, 31))?
        .map(|day| (day, true))
}

/// "tính đến ngày 31/12/2022", "đến 31 tháng 12 năm 2022": never the day of signing, which follows a place.
fn day_told(line: &str) -> Option<NaiveDate> {
    let words = words_of(line);
    let words: Vec<&str> = words.split(' ').collect();
    let at = words.iter().position(|word| *word == "den")?;
    let rest: Vec<&str> = words[at + 1..]
        .iter()
        .copied()
        .filter(|word| !matches!(*word, "ngay" | "thang" | "nam" | "het"))
        .collect();
    let number = |index: usize| rest.get(index)?.parse::<u32>().ok();
    let year = i32::try_from(number(2)?).ok().filter(|year| (2000..=2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, number(1)?, number(0)?)
}

fn year_told(words: &str) -> Option<i32> {
    let words: Vec<&str> = words.split(' ').collect();
    let at = words.iter().rposition(|word| *word == "nam")?;
    // A day of signing names its year after its month.
    let is_signed = at >= 2 && words[at - 2] == "thang";
    words.get(at + 1)?.parse().ok().filter(|year| (2000..=2100).contains(year) && !is_signed)
}

/// The line of a title that names the form.
pub fn form_title(title: &[String]) -> Option<String> {
    let is_form = |line: &&String| {
        let words = words_of(line);
        has_phrase(&words, "ngheo")
            && [
                "tong hop",
                "bieu",
                "danh sach",
                "dien bien",
                "ket qua",
                "phan tich",
                "thieu hut",
                "ra soat",
                "theo",
            ]
            .iter()
            .any(|phrase| has_phrase(&words, phrase))
    };
    title.iter().find(is_form).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_years_are_told() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        assert_eq!(day_told("(Số liệu tính đến ngày 31/12/2022)"), day(2022, 12, 31));
        assert_eq!(day_told("Đến 30 tháng 9 năm 2023"), day(2023, 9, 30));
        assert_eq!(day_told("Quận 6, ngày 04 tháng 03 năm 2023"), None);
        assert_eq!(year_told(&words_of("KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2022")), Some(2022));
        assert_eq!(year_told(&words_of("Quận 6, ngày 04 tháng 03 năm 2023")), None);
    }

    #[test]
    fn names_are_written_as_in_text() {
        assert_eq!(written("PHƯỜNG 3"), "Phường 3");
        assert_eq!(written("phuong 3"), "Phường 3");
        assert_eq!(written("Quận 6"), "Quận 6");
        assert_eq!(written("XÃ TÂN HẢI"), "Xã Tân Hải");
    }
}
