//! The fields of a snapshot that a sheet can fill, by their path in the file of an area.

use std::fmt;

use crate::model::measure::{Group, MovementLine};

/// A field, by its path: `poor.movement.start`, `deprivations.viec-lam.poor`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field(String);

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A whole number.
    Count,
    /// A percentage.
    Percent,
}

/// Fields of a place.
const OF_PLACE: [&str; 2] = ["households", "persons"];
/// Fields of both groups together.
const OF_BOTH: [&str; 4] = ["households", "persons", "rate_percent", "reduced"];
/// Fields of a group.
const OF_GROUP: [&str; 5] = ["households", "persons", "rate_percent", "policy_families", "reduced"];
/// Fields of a part of a group.
const OF_PART: [&str; 5] = ["households", "persons", "of", "rate_percent", "reduced"];

/// The paths of all fields, to be told; `ID` stands for the id of an entry.
pub fn paths() -> Vec<String> {
    let under = |lead: &str, own: &[&str]| own.iter().map(|own| format!("{lead}{own}")).collect::<Vec<_>>();
    let mut paths = under("", &OF_PLACE);
    for group in Group::TWO {
        let (code, lines) = (group.code(), MovementLine::ALL.map(|(line, _)| line.code(group)));
        paths.extend(under(&format!("{code}."), &OF_GROUP));
        paths.extend(under(&format!("{code}.movement."), &lines));
        paths.extend(under(&format!("{code}.movement_persons."), &lines));
        paths.extend(under(&format!("{code}.among.ID."), &OF_PART));
        paths.extend(["deprivations", "causes"].map(|list| format!("{list}.ID.{code}")));
    }
    paths.extend(under("combined.", &OF_BOTH));
    paths.push("indicators.ID".to_owned());
    paths
}

impl Field {
    /// The field of that path, where a sheet can fill it.
    pub fn parse(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('.').collect();
        let group_of = |part: &str| Group::TWO.into_iter().find(|group| group.code() == part);
        let is_group = |part: &str| group_of(part).is_some();
        let is_id = |part: &str| {
            !part.is_empty()
                && part.len() <= 64
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        };
        let is_known = match parts.as_slice() {
            [own] => OF_PLACE.contains(own),
            ["combined", own] => OF_BOTH.contains(own),
            [group, own] if is_group(group) => OF_GROUP.contains(own),
            [group, "movement" | "movement_persons", line] => {
                let known = group_of(group).zip(MovementLine::from_code(line));
                known.is_some_and(|(group, known)| known.code(group) == *line)
            }
            [group, "among", id, own] => is_group(group) && is_id(id) && OF_PART.contains(own),
            ["deprivations" | "causes", id, group] => is_id(id) && is_group(group),
            ["indicators", id] => is_id(id),
            _ => false,
        };
        is_known.then(|| Self(path.to_owned()))
    }

    /// Its path.
    pub fn path(&self) -> &str {
        &self.0
    }

    /// The parts of its path.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('.')
    }

    /// What it holds.
    pub fn kind(&self) -> FieldKind {
        if self.0.ends_with("rate_percent") { FieldKind::Percent } else { FieldKind::Count }
    }

    /// The id of the entry it belongs to, where it is one of a list.
    pub fn entry(&self) -> Option<&str> {
        let parts: Vec<&str> = self.parts().collect();
        match parts.as_slice() {
            ["deprivations" | "causes" | "indicators", id, ..] | [_, "among", id, ..] => Some(id),
            _ => None,
        }
    }

    /// Is it the households of a group that have one lack or one cause of a list?
    pub fn is_of_entries(&self) -> bool {
        matches!(self.parts().next(), Some("deprivations" | "causes"))
    }

    /// The group it is of.
    pub fn group(&self) -> Option<Group> {
        self.parts().find_map(Group::from_code)
    }

    /// The field of persons that goes with one of households; none where a snapshot has none.
    pub fn of_persons(&self) -> Option<Self> {
        let path = if self.0.contains(".movement.") {
            self.0.replace(".movement.", ".movement_persons.")
        } else if self.0 == "households" || self.0.ends_with(".households") {
            self.0.replace("households", "persons")
        } else {
            return None;
        };
        Self::parse(&path)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_those_of_the_format() {
        for path in [
            "households",
            "poor.movement.to_near_poor",
            "near_poor.among.dtts.of",
            "causes.von.poor",
            "indicators.a",
        ] {
            assert_eq!(Field::parse(path).map(|f| f.path().to_owned()).as_deref(), Some(path));
        }
        for path in [
            "",
            "rich",
            "poor",
            "poor.movement.to_poor",
            "near_poor.movement.from_near_poor",
            "causes.a b.poor",
        ] {
            assert_eq!(Field::parse(path), None, "{path}");
        }
    }

    #[test]
    fn every_path_that_is_told_is_one() {
        for path in paths() {
            assert!(Field::parse(&path).is_some(), "{path}");
        }
    }

    #[test]
    fn persons_go_with_households() {
        let persons = |path| Field::parse(path).and_then(|f| f.of_persons()).map(|f| f.path().to_owned());
        assert_eq!(persons("poor.movement.start").as_deref(), Some("poor.movement_persons.start"));
        assert_eq!(persons("near_poor.households").as_deref(), Some("near_poor.persons"));
        assert_eq!(persons("households").as_deref(), Some("persons"));
        assert_eq!(persons("poor.rate_percent"), None);
        assert_eq!(persons("causes.von.poor"), None);
    }
}
