//! Lists of households among the other sheets: what is known before they are read, and what they come to together.

use std::collections::BTreeMap;

use crate::say;
use crate::text::Lang;

use super::forms::{has_phrase, words_of};
use super::grid::CellPlace;
use super::named::place_key;
use super::register::own_total::OtherTotal;
use super::register::place::Known;
use super::register::together::together;
use super::register::{NotAll, RegisterReading, Seen, title};
use super::told::{self, Told};
use super::unit::{self, Unit};
use super::{Order, ReadSheet};

/// The households of the lists that were read. Those of the beginning of the time stand in its end too, and are not the
/// same ones listed twice.
#[derive(Debug, Default)]
pub struct SeenHouseholds {
    of_end: Seen,
    of_beginning: Seen,
}

impl SeenHouseholds {
    /// Those among which a list with that title may repeat one.
    pub fn beside(&mut self, title: &[String]) -> &mut Seen {
        if tells_beginning(title) { &mut self.of_beginning } else { &mut self.of_end }
    }
}

/// Is a list of the beginning of the time, by its title?
fn tells_beginning(title: &[String]) -> bool {
    let mut lines = title.iter().map(|line| words_of(line));
    lines.any(|words| ["dau nam", "dau ky"].iter().any(|phrase| has_phrase(&words, phrase)))
}

/// Of lists of the beginning and of the end of the time of one unit only the latter are counted: added up they would be
/// neither. What says of no unit may be of any.
pub fn leave_out_beginnings(sheets: &mut [ReadSheet], told: &mut Told) {
    let is_of_beginning = |sheet: &ReadSheet| tells_beginning(&sheet.title);
    let ends = sheets.iter().filter(|sheet| is_counted(sheet) && !is_of_beginning(sheet));
    let units_of_ends: Vec<Option<String>> = ends.map(unit::key_of).collect();
    let has_end = |sheet: &ReadSheet| {
        let own = unit::key_of(sheet);
        units_of_ends.iter().any(|unit| own.is_none() || unit.is_none() || *unit == own)
    };
    for sheet in sheets.iter_mut() {
        if !(is_counted(sheet) && is_of_beginning(sheet) && has_end(sheet)) {
            continue;
        }
        told.beginning(&sheet.shown());
        sheet.title.clear();
        sheet.list = Some(RegisterReading { refused: Some(NotAll::Beginning), ..RegisterReading::default() });
    }
}

/// The lists of one unit give their counts together, the first of them for all.
pub fn add_up(sheets: &mut [ReadSheet], unit: Option<&Unit>, told: &mut Told) {
    let mut of_units: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| is_counted(sheet)) {
        let path = unit::prefix(sheet, unit).iter().map(|name| place_key(name)).collect();
        of_units.entry(path).or_default().push(at);
    }
    for lists in of_units.into_values() {
        let readings: Vec<&RegisterReading> =
            lists.iter().filter_map(|at| sheets[*at].list.as_ref()).collect();
        told.lists_together(&readings);
        let first = &sheets[lists[0]];
        let at = CellPlace {
            file: first.file.clone(),
            sheet: first.sheet.clone().filter(|name| title::is_plain(name)),
            row: 0,
            column: 0,
        };
        let given = together(&readings, &at);
        sheets[lists[0]].given = given;
    }
}

fn is_counted(sheet: &ReadSheet) -> bool {
    sheet.list.as_ref().is_some_and(|list| list.refused.is_none())
}

/// What should be verified of lists: field and words.
pub fn doubts(sheets: &[ReadSheet], lang: Lang) -> Vec<(String, String)> {
    let lists = || sheets.iter().filter_map(|sheet| sheet.list.as_ref());
    let same = |(field, households): (&String, &usize)| {
        let (field, households) = (field.clone(), *households);
        let words = say!(lang, "{households} hộ có mã hoặc số giấy tờ trùng với hộ khác, vẫn đếm",
            "{households} households have the code or the papers of another one and are counted"; households);
        (field, words.text())
    };
    let totals = lists().flat_map(|list| {
        list.other_totals.iter().map(move |total| (field_of(list, total), told::other_total(lang, total)))
    });
    lists().flat_map(|list| list.same_elsewhere.iter().map(same)).chain(totals).collect()
}

/// Of which figure a total of a list is to be verified: one of both groups is beside that of the poor.
fn field_of(list: &RegisterReading, total: &OtherTotal) -> String {
    let of = if total.is_of_persons { "persons" } else { "households" };
    let group = list.groups.iter().find(|group| **group == "poor").or(list.groups.first());
    format!("{}.{of}", group.unwrap_or(&"poor"))
}

/// Places that the period before or the totals name.
pub fn known_places(order: &Order) -> Known {
    let totals = order.totals.iter().map(|(name, _)| name.as_str());
    let before = order.previous.iter().flat_map(|(snapshot, _)| &snapshot.areas);
    let before =
        before.flat_map(|area| std::iter::once(area).chain(&area.areas)).map(|area| area.name.vi.as_str());
    Known::of(totals.chain(before).filter(|name| !name.is_empty()))
}
