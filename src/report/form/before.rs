//! What the blank of the next period takes over from the last snapshot: who and what is asked about, no figure.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::import::template::{ColumnKey, EntrySheet, word_of};
use crate::model::area::Area;
use crate::model::snapshot::Snapshot;
use crate::text::json::Json;

/// What is known before the blank is filled in.
#[derive(Debug, Default)]
pub struct Before {
    /// The unit and its places, without a figure.
    pub places: Option<Area>,
    /// What the front sheet says, by path.
    front: BTreeMap<&'static str, String>,
    /// The entries of each list: what stands in each column.
    entries: BTreeMap<&'static str, Vec<Vec<Option<String>>>>,
}

impl Before {
    /// What `snapshot` and its `text` say for the period that ends on `as_of`.
    pub fn of(snapshot: &Snapshot, text: &str, as_of: Option<NaiveDate>) -> Self {
        const KEPT: [&str; 7] = [
            "unit.name",
            "unit.kind",
            "unit.code",
            "unit.within",
            "standard.id",
            "standard.name",
            "source.publisher",
        ];
        let said = super::front_of(snapshot);
        let front = crate::import::template::FRONT.iter().filter_map(|(label, path)| {
            let (_, said) = said.iter().find(|(known, _)| known == label).filter(|_| KEPT.contains(path))?;
            Some((*path, said.clone()))
        });
        let mut front: BTreeMap<&'static str, String> = front.collect();
        front.extend(as_of.map(|day| ("as_of", day.format("%d/%m/%Y").to_string())));
        let json = Json::parse_clean(text);
        // What is asked is asked anew each year.
        let entries = EntrySheet::ALL.iter().filter(|sheet| sheet.list != "targets").map(|sheet| {
            let list = match json.as_ref().and_then(|json| json.get(sheet.list)) {
                Some(Json::List(entries)) => entries.as_slice(),
                _ => &[],
            };
            let is_open =
                |entry: &&Json| entry.get("status").and_then(Json::words).as_deref() != Some("done");
            (sheet.list, list.iter().filter(is_open).map(|entry| cells(sheet, entry)).collect())
        });
        Self { places: Some(silent(&snapshot.whole)), front, entries: entries.collect() }
    }

    /// What the front sheet says at a path.
    pub fn front(&self, path: &str) -> Option<&str> {
        self.front.get(path).map(String::as_str)
    }

    /// The rows of a sheet of entries, a text a column.
    pub fn entries(&self, sheet: &EntrySheet) -> &[Vec<Option<String>>] {
        self.entries.get(sheet.list).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The same places without a figure.
fn silent(area: &Area) -> Area {
    let mut bare = Area::silent(&area.name, area.origin());
    bare.areas = area.areas.iter().map(silent).collect();
    bare
}

/// What names an entry and says what it is; neither what was asked in the last period nor what came of it.
fn cells(sheet: &EntrySheet, entry: &Json) -> Vec<Option<String>> {
    let said = |name: &str| {
        let value = entry.get(name)?;
        value.words().or_else(|| value.get("vi")?.words())
    };
    let cell = |key: ColumnKey| match key {
        ColumnKey::Text("quote") | ColumnKey::Word("status", _) => None,
        ColumnKey::Text(name) => said(name),
        ColumnKey::Day(name) => {
            said(name)?.parse::<NaiveDate>().ok().map(|day| day.format("%d/%m/%Y").to_string())
        }
        ColumnKey::Word(name, words) => {
            let code = said(name)?;
            Some(word_of(words, &code).map_or(code.clone(), str::to_owned))
        }
        _ => None,
    };
    let is_task = sheet.list == "tasks";
    let kept = |key: ColumnKey| cell(key).filter(|_| is_task || !matches!(key, ColumnKey::Day(_)));
    sheet.columns.iter().map(|column| kept(column.key)).collect()
}
