//! What a target measures, where that is a programme or a task of the same workbook: written as people call it, by its
//! name or its code.

use std::collections::BTreeMap;

use crate::text::json::Json;

use super::forms::words_of;
use super::read::ReadSheet;
use super::template::MEASURES;
use super::told::Told;

/// The lists that a target may measure, and what the format writes before the id.
const LISTS: [(&str, &str); 2] = [("programmes", "programme"), ("tasks", "task")];

/// Puts the measure of the format where a target names a programme or a task; what it names that is neither is told.
pub fn settle(sheets: &[ReadSheet], lists: &mut BTreeMap<&'static str, Vec<Json>>, told: &mut Told) {
    let Some(mut targets) = lists.remove("targets") else { return };
    for target in &mut targets {
        let id = target.get("id").and_then(Json::words).unwrap_or_default();
        let Json::Object(members) = target else { continue };
        let Some((_, measure)) = members.iter_mut().find(|(name, _)| name == "measure") else { continue };
        let Some(said) = measure.words() else { continue };
        if MEASURES.iter().any(|word| word.code == said) || said.contains('.') {
            continue;
        }
        if let Some(path) = meant(lists, &said) {
            *measure = Json::text(&path);
            continue;
        }
        let cells = sheets.iter().flat_map(|sheet| &sheet.entry_cells);
        let mut own = cells.filter(|cell| cell.list == "targets" && cell.member == "measure");
        if let Some(cell) = own.find(|cell| cell.id == id) {
            told.no_measure(cell);
        }
    }
    lists.insert("targets", targets);
}

/// The one programme or task of that code or name.
fn meant(lists: &BTreeMap<&'static str, Vec<Json>>, said: &str) -> Option<String> {
    let words = words_of(said);
    let of = |(list, lead): (&str, &'static str)| {
        let entries = lists.get(list).map(Vec::as_slice).unwrap_or_default();
        let id_of = |entry: &Json| entry.get("id").and_then(Json::words);
        let is_meant = |entry: &&Json| {
            let name = entry.get("name").and_then(Json::words).unwrap_or_default();
            id_of(entry).as_deref() == Some(said) || words_of(&name) == words
        };
        entries
            .iter()
            .filter(is_meant)
            .filter_map(|entry| Some(format!("{lead}.{}", id_of(entry)?)))
            .collect::<Vec<_>>()
    };
    let found: Vec<String> = LISTS.into_iter().flat_map(of).collect();
    let [only] = found.try_into().ok()?;
    Some(only)
}
