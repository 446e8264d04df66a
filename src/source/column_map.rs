//! The map of columns that an import takes beside its workbooks: JSON that people mend by hand, read with the care that a
//! snapshot is read with.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::path::Path;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor};

use super::fault::{Expected, Fault};
use super::read::{Limits, told};
use super::{find, reader, single};

/// What a map says of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetMap {
    /// A column's letters or its heading, and the field it holds; an empty field leaves it out.
    pub columns: BTreeMap<String, String>,
    /// The row of the headings, counted from 1, where nothing else tells it.
    pub heading_row: Option<usize>,
    /// The first row of figures, likewise.
    pub first_row: Option<usize>,
}

impl SheetMap {
    /// Does it say where the table stands?
    pub fn says_rows(&self) -> bool {
        self.heading_row.is_some() || self.first_row.is_some()
    }
}

/// What a map calls the row of the headings.
pub const HEADING_ROW: &str = "heading_row";
/// What a map calls the first row of figures.
pub const FIRST_ROW: &str = "first_row";

/// What a map says of each sheet, by its name.
pub type ColumnMap = BTreeMap<String, SheetMap>;

/// The map in the file at `path`.
///
/// # Errors
/// The file cannot be read, or what is wrong with it, each fault with its line.
pub fn column_map_of(path: &Path, limits: &Limits) -> Result<ColumnMap, Vec<Fault>> {
    let text = single::text_of(path, limits).map_err(|fault| vec![fault])?;
    let read: Result<Sheets, Vec<Fault>> = reader::read_beside(&text);
    read.map(|maps| maps.0).map_err(|faults| {
        let in_file = |fault: Fault| fault.in_file(&find::shown(path)).with_line_of(&text);
        told(faults).into_iter().map(in_file).collect()
    })
}

/// The sheets, by names that are free.
struct Sheets(ColumnMap);

impl<'de> Deserialize<'de> for Sheets {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_map(Members::<ColumnMap>(PhantomData)).map(Self)
    }
}

impl<'de> Deserialize<'de> for SheetMap {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_map(Members::<Self>(PhantomData))
    }
}

/// What an object of free names is read into.
trait Named: Default {
    /// Takes the value that stands under a name.
    fn take<'de, A: MapAccess<'de>>(&mut self, name: String, members: &mut A) -> Result<(), A::Error>;
}

impl Named for ColumnMap {
    fn take<'de, A: MapAccess<'de>>(&mut self, name: String, members: &mut A) -> Result<(), A::Error> {
        self.insert(name, members.next_value()?);
        Ok(())
    }
}

impl Named for SheetMap {
    fn take<'de, A: MapAccess<'de>>(&mut self, name: String, members: &mut A) -> Result<(), A::Error> {
        match name.as_str() {
            HEADING_ROW => self.heading_row = members.next_value::<RowNumber>()?.0,
            FIRST_ROW => self.first_row = members.next_value::<RowNumber>()?.0,
            _ => _ = self.columns.insert(name, members.next_value::<Said>()?.0),
        }
        Ok(())
    }
}

struct Members<T>(PhantomData<T>);

impl<'de, T: Named> Visitor<'de> for Members<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Object.token())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<T, A::Error> {
        let mut all = T::default();
        while let Some(name) = members.next_key()? {
            all.take(name, &mut members)?;
        }
        Ok(all)
    }
}

/// The number of a row; what is `null` is not said.
struct RowNumber(Option<usize>);

impl<'de> Deserialize<'de> for RowNumber {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_any(Number)
    }
}

struct Number;

impl Visitor<'_> for Number {
    type Value = RowNumber;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Row.token())
    }

    fn visit_unit<E: Error>(self) -> Result<RowNumber, E> {
        Ok(RowNumber(None))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<RowNumber, E> {
        let row = usize::try_from(number).ok().filter(|row| *row > 0);
        row.map(|row| RowNumber(Some(row))).ok_or_else(|| E::invalid_type(Unexpected::Signed(0), &self))
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
