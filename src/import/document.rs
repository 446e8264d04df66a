//! The figures that were gathered, as a snapshot is written.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::words::Text;
use crate::say;
use crate::text::Lang;
use crate::text::json::Json;

use super::amounts;
use super::field::Field;
use super::forms::forms;
use super::gathered::Gathered;
use super::summary::Value;

/// What a snapshot says besides its figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    /// The unit as JSON members: `name`, `kind`, and what is known besides.
    pub unit: Vec<(String, String)>,
    /// The standard, as it stands in the snapshot before: its JSON.
    pub standard: Option<Json>,
    /// The day of the figures.
    pub as_of: Option<NaiveDate>,
    /// What the flows cover, where a front sheet says it.
    pub period: Option<String>,
    /// Where the figures of the parts come from, where that is not where those of the unit do.
    pub of_areas: Option<String>,
    /// The places, by their keys, of which a front sheet says that their parts are not all there; empty: the unit.
    pub incomplete: Vec<String>,
    /// Targets, programmes and tasks.
    pub lists: BTreeMap<&'static str, Vec<Json>>,
    /// The source, as JSON members.
    pub source: Vec<(String, String)>,
    /// Totals of households that no sheet has, by the keys of their places: a count and where it is taken from.
    pub totals: BTreeMap<Vec<String>, (u64, String)>,
    /// Is what the parts of a place count the count of it? Not where some are known to be missing.
    pub are_summed: bool,
    /// The language of remarks.
    pub lang: Lang,
    /// Names of entries that the sheets have and no map.
    pub names: BTreeMap<String, String>,
    /// What should be verified: field and words.
    pub doubts: Vec<(String, Text)>,
}

/// The text of the snapshot.
pub fn write(frame: &Frame, figures: &Gathered) -> String {
    let mut members = vec![("format".to_owned(), Json::text("giamngheo/1"))];
    members.push(("unit".to_owned(), texts(&frame.unit)));
    members.extend(frame.standard.clone().map(|standard| ("standard".to_owned(), standard)));
    members.extend(frame.as_of.map(|day| ("as_of".to_owned(), Json::text(&day.to_string()))));
    members.extend(frame.period.as_ref().map(|period| ("period".to_owned(), Json::text(period))));
    members.push(("source".to_owned(), texts(&frame.source)));
    members.extend(place(frame, figures, &[]));
    members
        .extend(frame.lists.iter().map(|(list, entries)| ((*list).to_owned(), Json::List(entries.clone()))));
    if !frame.doubts.is_empty() {
        let doubt = |(field, text): &(String, Text)| {
            Json::Object(vec![("field".to_owned(), Json::text(field)), ("text".to_owned(), in_both(text))])
        };
        members.push(("doubts".to_owned(), Json::List(frame.doubts.iter().map(doubt).collect())));
    }
    Json::Object(members).file()
}

/// A text in each language that it has.
fn in_both(text: &Text) -> Json {
    let words = [("vi", Some(&text.vi)), ("en", text.en.as_ref())];
    let words = words.into_iter().filter_map(|(lang, words)| Some((lang.to_owned(), Json::text(words?))));
    Json::Object(words.collect())
}

/// A count that no sheet has, and where it comes from.
fn derived(count: u64, note: &str) -> Json {
    Json::Object(vec![
        ("value".to_owned(), Json::Plain(count.to_string())),
        ("provenance".to_owned(), Json::text("derived")),
        ("note".to_owned(), Json::text(note)),
    ])
}

fn texts(members: &[(String, String)]) -> Json {
    Json::Object(members.iter().map(|(name, text)| (name.clone(), Json::text(text))).collect())
}

/// A value as the format has it.
fn stored(value: &Value) -> Json {
    match value {
        Value::Count(count) => Json::Plain(count.to_string()),
        // A text keeps the decimals as they were shown.
        Value::Percent(percent) => Json::text(percent),
        Value::Qualified(qualifier, value) => amounts::bounded(stored(value), qualifier),
    }
}

/// The members of a place: its figures, then its parts.
fn place(frame: &Frame, figures: &Gathered, key: &[String]) -> Vec<(String, Json)> {
    let mut members = Vec::new();
    if let Some((total, note)) = frame.totals.get(key) {
        members.push(("households".to_owned(), derived(*total, note)));
    }
    for given in figures.figures_of(key) {
        put(frame, &mut members, &given.field, stored(&given.value));
    }
    let (parts, sums) = figures.sums(key);
    for (field, sum) in sums.iter().filter(|_| frame.are_summed) {
        put(
            frame,
            &mut members,
            field,
            derived(*sum, &say!(frame.lang, "Cộng {parts} địa bàn", "Sum of {parts} areas"; parts).text()),
        );
    }
    members.sort_by_key(|(name, _)| ORDER.iter().position(|known| known == name));
    let parts: Vec<Json> = figures
        .parts_of(key)
        .map(|part| {
            let mut own = vec![("name".to_owned(), Json::text(figures.name_of(part)))];
            own.extend(figures.code_of(part).map(|code| ("code".to_owned(), Json::text(code))));
            let of_areas = frame.of_areas.as_ref().filter(|_| part.len() == 1);
            own.extend(of_areas.map(|of| ("provenance".to_owned(), Json::text(of))));
            own.extend(place(frame, figures, part));
            Json::Object(own)
        })
        .collect();
    if !parts.is_empty() {
        let own = key.last().map_or("", String::as_str);
        if figures.is_whole(key) && !frame.incomplete.iter().any(|known| known == own) {
            members.push(("areas_complete".to_owned(), Json::Plain("true".to_owned())));
        }
        members.push(("areas".to_owned(), Json::List(parts)));
    }
    members
}

/// The order in which the members of a place and of a group stand.
const ORDER: [&str; 16] = [
    "households",
    "persons",
    "rate_percent",
    "poor",
    "near_poor",
    "combined",
    "of",
    "reduced",
    "movement",
    "movement_persons",
    "policy_families",
    "among",
    "deprivations",
    "causes",
    "indicators",
    "areas",
];

/// Puts a value where its field stands.
fn put(frame: &Frame, members: &mut Vec<(String, Json)>, field: &Field, value: Json) {
    let parts: Vec<&str> = field.parts().collect();
    match parts.as_slice() {
        [group, "among", id, name] => {
            let group = object(members, group);
            put_entry(frame, group, "among", id, (*name).to_owned(), value);
        }
        [list @ ("deprivations" | "causes"), id, group] => {
            put_entry(frame, members, list, id, (*group).to_owned(), value);
        }
        ["indicators", id] => put_entry(frame, members, "indicators", id, "value".to_owned(), value),
        [group, part, line] => object(object(members, group), part).push(((*line).to_owned(), value)),
        [group, name] => object(members, group).push(((*name).to_owned(), value)),
        _ => members.push((field.path().to_owned(), value)),
    }
}

/// The members of the object of that name, which is made where it is not there.
fn object<'a>(members: &'a mut Vec<(String, Json)>, name: &str) -> &'a mut Vec<(String, Json)> {
    let at = members.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
        members.push((name.to_owned(), Json::Object(Vec::new())));
        members.len() - 1
    });
    match &mut members[at].1 {
        Json::Object(own) => own,
        other => {
            *other = Json::Object(Vec::new());
            match other {
                Json::Object(own) => own,
                Json::Plain(_) | Json::List(_) => unreachable!("it was just made an object"),
            }
        }
    }
}

/// Puts a value into the entry of a list that has this id.
fn put_entry(
    frame: &Frame,
    members: &mut Vec<(String, Json)>,
    list: &str,
    id: &str,
    name: String,
    value: Json,
) {
    let at = members.iter().position(|(known, _)| known == list).unwrap_or_else(|| {
        members.push((list.to_owned(), Json::List(Vec::new())));
        members.len() - 1
    });
    let Json::List(entries) = &mut members[at].1 else { return };
    let is_it = |entry: &&mut Json| entry.get("id").and_then(Json::words).as_deref() == Some(id);
    if let Some(Json::Object(entry)) = entries.iter_mut().find(is_it) {
        entry.push((name, value));
        return;
    }
    let mut entry = vec![("id".to_owned(), Json::text(id))];
    entry.extend(name_of(frame, id).map(|name| ("name".to_owned(), name)));
    if list == "indicators" {
        entry.push(("unit".to_owned(), Json::text("household")));
        entry.push(("better".to_owned(), Json::text("lower")));
    }
    entry.push((name, value));
    entries.push(Json::Object(entry));
}

/// What an entry is called, in both languages where both are known.
fn name_of(frame: &Frame, id: &str) -> Option<Json> {
    if let Some((vi, en)) = forms().name_of(id) {
        return Some(Json::Object(vec![
            ("vi".to_owned(), Json::text(vi)),
            ("en".to_owned(), Json::text(en)),
        ]));
    }
    frame.names.get(id).map(|name| Json::text(name))
}
