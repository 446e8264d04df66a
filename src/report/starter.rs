//! Snapshots to begin with: one explained by example, and the next one of a unit that has a file already.
pub mod areas;
mod next;

pub use next::{NoNext, next};

use crate::text::Lang;
use crate::text::json::Json;

/// A snapshot to begin with, explained by example in a language. Every section of it says by itself that its figures
/// are illustrative, so that what was not replaced is known.
pub fn starter(lang: Lang) -> &'static str {
    lang.pick(include_str!("starter/vi.json"), include_str!("starter/en.json"))
}

/// The same with areas of these names in place of its own.
pub fn with_areas(lang: Lang, names: &[String]) -> String {
    let Some(Json::Object(mut members)) = Json::parse(starter(lang)) else { return String::new() };
    for (name, value) in &mut members {
        match (name.as_str(), value) {
            ("areas", areas) => *areas = areas::section(names),
            ("unit", Json::Object(unit)) if areas::are_of_a_province(names) => areas::as_province(lang, unit),
            _ => {}
        }
    }
    Json::Object(members).file()
}
