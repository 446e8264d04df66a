//! What a file says of itself before its figures: enough to know whose report is missing where it is refused.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize as _, Deserializer as _};
use serde_json::Value;

use super::convert::area_name;
use super::note::{self, Remark};
use super::reading::Reading;
use crate::model::history::RefusedFile;
use crate::model::name::{AreaName, UnitKind};
use crate::model::words::Text;
use crate::text::clean::clean;

/// No name of a unit is longer.
const LONGEST: usize = 80;

/// Whose figures a file was to bring, and of which day; nothing of what cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    pub(super) unit: Option<Arc<AreaName>>,
    pub(super) within: Option<Text>,
    standard: Option<String>,
    pub(super) as_of: Option<NaiveDate>,
}

impl Head {
    /// Of a file that is no sound snapshot: what stands in it up to where it breaks off.
    pub(super) fn of_bytes(bytes: &[u8]) -> Self {
        let mut head = Self::default();
        if let Ok(text) = super::decode::decode_utf8(bytes, u64::MAX) {
            // What is read before a fault is kept: the fault itself was told.
            let _ = serde_json::Deserializer::from_str(text).deserialize_map(Members(&mut head));
        }
        head
    }

    /// Of a sound one that is refused beside others.
    pub(super) fn of_reading(from: &Reading) -> Self {
        let snapshot = &from.snapshot;
        Self {
            unit: Some(Arc::clone(&snapshot.whole.name)),
            within: snapshot.within.clone(),
            standard: snapshot.standard.id.clone(),
            as_of: Some(snapshot.as_of()),
        }
    }

    /// The same with the file's name.
    pub(super) fn of_file(&self, file: &str) -> RefusedFile {
        let Self { unit, within, standard, as_of } = self.clone();
        RefusedFile { file: file.to_owned(), unit, within, standard, as_of }
    }

    fn unit_from(&mut self, unit: &Value) {
        let name = unit.get("name").and_then(words);
        let code = unit.get("code").and_then(|code| said(code.as_str()?));
        let kind = unit.get("kind").and_then(|kind| UnitKind::deserialize(kind).ok());
        self.unit = name.map(|name| Arc::new(area_name(name, code, kind)));
        self.within = unit.get("within").and_then(words);
    }
}

/// A text that is fit to be shown: clean, no longer than a name, and nothing in it that may be somebody's.
fn said(text: &str) -> Option<String> {
    let is_short = text.chars().nth(LONGEST).is_none();
    let text = is_short.then(|| clean(text).0)?;
    (!text.is_empty() && note::remarks(&text).all(|remark| remark != Remark::Personal)).then_some(text)
}

/// A text in one language or in both.
fn words(value: &Value) -> Option<Text> {
    let of = |value: &Value| said(value.as_str()?);
    match value {
        Value::Object(both) => Some(Text { vi: of(both.get("vi")?)?, en: both.get("en").and_then(of) }),
        one => of(one).map(|vi| Text { vi, en: None }),
    }
}

/// The members of a file, one after the other.
struct Members<'a>(&'a mut Head);

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<String>()? {
            match name.as_str() {
                "unit" => self.0.unit_from(&members.next_value()?),
                "as_of" => {
                    let day: Value = members.next_value()?;
                    self.0.as_of = day.as_str().and_then(|day| day.parse().ok());
                }
                "standard" => {
                    let standard: Value = members.next_value()?;
                    self.0.standard = standard.get("id").and_then(|id| said(id.as_str()?));
                }
                _ => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::name_key;

    fn head(text: &str) -> Head {
        Head::of_bytes(text.as_bytes())
    }

    #[test]
    fn what_stands_before_a_break_is_kept() {
        let file = r#"{ "format": "giamngheo/1", "unit": { "name": "Phường 03", "kind": "ward", "within": "Quận 6" },
            "standard": { "id": "a" }, "as_of": "2023-12-31", "poor": { "households": 1"#;
        let head = head(file);
        let unit = head.unit.as_ref().expect("a unit");
        assert_eq!((unit.folded.as_str(), unit.kind), (name_key("phường 3").as_str(), Some(UnitKind::Ward)));
        assert_eq!(head.within.map(|within| within.vi).as_deref(), Some("Quận 6"));
        assert_eq!((head.standard.as_deref(), head.as_of), (Some("a"), "2023-12-31".parse().ok()));
    }

    #[test]
    fn what_is_no_name_is_not_taken_for_one() {
        for name in [r#""""#, "7", r#""CCCD 079012345678""#, r#"{ "en": "Ward" }"#] {
            let file = format!(r#"{{ "unit": {{ "name": {name} }}, "as_of": 3 }}"#);
            assert_eq!(head(&file), Head::default(), "{name}");
        }
        assert_eq!(head(&format!(r#"{{ "unit": {{ "name": "{}" }} }}"#, "a".repeat(81))), Head::default());
        for file in ["", "[1]", "{", "\u{0}\u{1}"] {
            assert_eq!(head(file), Head::default(), "{file}");
        }
    }
}
