//! The map of columns that an import takes beside its workbooks: JSON that people mend by hand, read with the care that a
//! snapshot is read with.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::path::Path;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::fault::{Expected, Fault};
use super::read::{Limits, told};
use super::{find, reader, single};

/// What a map says of a sheet: a column's letters or its heading, and the field it holds; an empty field leaves it out.
pub type SheetMap = BTreeMap<String, String>;

/// What a map says of each sheet, by its name.
pub type ColumnMap = BTreeMap<String, SheetMap>;

/// The map in the file at `path`.
///
/// # Errors
/// The file cannot be read, or what is wrong with it, each fault with its line.
pub fn column_map_of(path: &Path, limits: &Limits) -> Result<ColumnMap, Vec<Fault>> {
    let text = single::text_of(path, limits).map_err(|fault| vec![fault])?;
    let read: Result<Object<Object<Said>>, Vec<Fault>> = reader::read_beside(&text);
    let of_sheet = |(sheet, map): (String, Object<Said>)| {
        (sheet, map.0.into_iter().map(|(column, said)| (column, said.0)).collect())
    };
    read.map(|maps| maps.0.into_iter().map(of_sheet).collect()).map_err(|faults| {
        let in_file = |fault: Fault| fault.in_file(&find::shown(path)).with_line_of(&text);
        told(faults).into_iter().map(in_file).collect()
    })
}

/// An object whose names are free.
struct Object<T>(BTreeMap<String, T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_map(Members(PhantomData))
    }
}

struct Members<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Members<T> {
    type Value = Object<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Object.token())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut all = BTreeMap::new();
        while let Some((name, value)) = members.next_entry()? {
            all.insert(name, value);
        }
        Ok(Object(all))
    }
}

/// The text of a field; what is `null` is left out, as an empty text is.
struct Said(String);

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_any(Text)
    }
}

struct Text;

impl Visitor<'_> for Text {
    type Value = Said;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Line.token())
    }

    fn visit_unit<E: Error>(self) -> Result<Said, E> {
        Ok(Said(String::new()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Said, E> {
        Ok(Said(text.to_owned()))
    }
}
