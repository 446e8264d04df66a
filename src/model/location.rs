//! Where in a file a figure stands. A nation has a million figures: the way to each is put together when somebody wants
//! to read it.

use std::borrow::Cow;
use std::sync::Arc;

use super::measure::{Aspect, GroupField, Measure};
use super::source_file::SourceFile;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub origin: Arc<SourceFile>,
    /// The field.
    pub field: Field,
    /// The line it stands in, from 1; 0 when the figure was not read from a text.
    pub line: u32,
}

/// A field of a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Field {
    /// By its path: `programmes[2].reached`.
    Path(String),
    /// A figure of an area.
    OfArea(AreaPlace, Slot),
}

/// Where in its file an area stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct AreaPlace {
    /// The path of the area in whose list it is; nothing for the unit and those of its own list.
    pub owner: Arc<str>,
    /// Its place in that list, from 0; none for the unit itself.
    pub index: Option<u32>,
}

/// A figure that an area states: what it is, and where in the area it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slot {
    /// What is measured.
    pub measure: Measure,
    /// The place in its list of the part of a group, the deprivation or the cause that it is a figure of; else 0.
    pub item: u32,
}

impl Location {
    /// The path of the field, such as `areas[3].poor.households`.
    pub fn path(&self) -> Cow<'_, str> {
        match &self.field {
            Field::Path(path) => path.into(),
            Field::OfArea(area, slot) => under(&area.path(), &slot.path()).into(),
        }
    }

    /// Is it a field of an area, not of the unit itself?
    pub fn is_of_part(&self) -> bool {
        match &self.field {
            Field::Path(path) => path.starts_with("areas["),
            Field::OfArea(area, _) => area.index.is_some(),
        }
    }
}

impl AreaPlace {
    /// The area's own path; nothing for the unit.
    pub fn path(&self) -> String {
        self.index.map_or_else(String::new, |index| under(&self.owner, &format!("areas[{index}]")))
    }
}

impl Slot {
    /// The field within the area: `poor.movement.escaped`.
    fn path(&self) -> String {
        match &self.measure {
            Measure::AllHouseholds => "households".to_owned(),
            Measure::Inhabitants => "persons".to_owned(),
            Measure::Of(group, aspect) => {
                let (group_code, item) = (group.code(), self.item);
                match aspect {
                    Aspect::Lacking(_) => format!("deprivations[{item}].{group_code}"),
                    Aspect::Cause(_) => format!("causes[{item}].{group_code}"),
                    Aspect::Moved(line) => format!("{group_code}.movement.{}", line.code(*group)),
                    Aspect::MovedPersons(line) => {
                        format!("{group_code}.movement_persons.{}", line.code(*group))
                    }
                    Aspect::Among(_, field) => format!("{group_code}.among[{item}].{}", field.code()),
                    _ => under(group_code, GroupField::of_aspect(aspect).map_or("", |row| row.code)),
                }
            }
            _ => String::new(),
        }
    }
}

/// The path of the field `name` of the object at `path`.
pub fn under(path: &str, name: &str) -> String {
    let mut path = path.to_owned();
    push_name(&mut path, name);
    path
}

/// Goes on to the field `name` of the object at `path`.
pub fn push_name(path: &mut String, name: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}
