//! The words by which a map says what the columns of a list are, and what was read of them is written: a map that was
//! written is the reading itself.

use crate::source::column_map::SheetMap;

use super::super::field::Field;
use super::super::grid::Grid;
use super::super::heading::Heading;
use super::super::map_use;
use super::by_cells;
use super::class::Kind;
use super::place::Known;
use super::says::{self, NotCounted, Says};
use super::sizes;

/// What the words of a list begin with: no field of a snapshot does.
const OF_LIST: &str = "list.";

/// What the column of names of a list is called.
pub const NAME: &str = "list.name";
/// What its column of running numbers is called.
pub const NUMBER: &str = "list.number";

/// A column of what a household has, marked with x: an example.
pub const MARKED: &str = "{group}.policy_families";

/// Stands for the group that a household is of.
const GROUP: &str = "{group}";

/// The words, and what a column says that is called so.
static WORDS: [(&str, Says); 21] = [
    ("list.household_number", Says::HouseholdNumber),
    ("list.member_number", Says::MemberNumber),
    (NUMBER, Says::Number),
    ("list.relation", Says::Relation),
    ("list.head", Says::Head),
    (NAME, Says::Name),
    ("list.code", Says::Code),
    ("list.papers", Says::Papers),
    ("list.ward", Says::Place(0)),
    ("list.hamlet", Says::Place(1)),
    ("list.cluster", Says::Place(2)),
    ("list.class", Says::Class),
    ("list.poor", Says::IsPoor),
    ("list.near_poor", Says::IsNearPoor),
    ("list.left", Says::HasLeft(None)),
    ("list.left_poor", Says::HasLeft(Some("poor"))),
    ("list.left_near_poor", Says::HasLeft(Some("near_poor"))),
    ("list.members", Says::Members),
    ("list.people", Says::People),
    ("list.cause", Says::Cause),
    ("list.movement", Says::Moved),
];

/// What came to a group in the time: the lines that a list tells by a column of its own.
const LINES: [&str; 2] = ["newly", "relapsed"];

/// The groups, as a path begins with them.
const GROUPS: [&str; 2] = ["poor", "near_poor"];

/// Does a column of that word tell one household from another? A sheet that has one is a list.
pub fn tells_households(said: &str) -> bool {
    let own = ["household_number", "relation", "head", "name", "code", "papers"];
    said.strip_prefix(OF_LIST).is_some_and(|word| own.contains(&word))
}

/// All words of lists, as they may be told.
pub fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(word, _)| *word)
}

/// What a column says of which a map has this; none where that is nothing a list tells.
pub fn parse(said: &str) -> Option<Says> {
    if said.is_empty() {
        return Some(Says::Nothing(NotCounted::Asked));
    }
    if let Some((_, says)) = WORDS.iter().find(|(word, _)| *word == said) {
        return Some(says.clone());
    }
    if said.contains(GROUP) {
        return is_yes(said).then(|| Says::Yes(said.to_owned()));
    }
    GROUPS.into_iter().find_map(|group| {
        let line = said.strip_prefix(group)?.strip_prefix(".movement.")?;
        if line == "start" {
            return Some(Says::Came(group, None));
        }
        LINES.into_iter().find(|known| *known == line).map(|line| Says::Came(group, Some(line)))
    })
}

/// Is that a path that a yes of a household counts for?
fn is_yes(path: &str) -> bool {
    let Some(field) = Field::parse(&path.replace(GROUP, GROUPS[0])) else { return false };
    field.is_of_entries()
        || path.ends_with(".policy_families")
        || (path.contains(".among.") && path.ends_with(".households"))
}

/// What a map has of a column that says this.
pub fn word_of(says: &Says) -> String {
    if let Some((word, _)) = WORDS.iter().find(|(_, known)| known == says) {
        return (*word).to_owned();
    }
    match says {
        Says::Yes(path) => path.clone(),
        Says::Came(group, line) => format!("{group}.movement.{}", line.unwrap_or("start")),
        _ => String::new(),
    }
}

/// What each column says: by a map, by its heading, by its cells.
pub fn columns(
    head: &Grid,
    heading: &Heading,
    (title, of_all): (&str, Option<Kind>),
    (map, known): (Option<&SheetMap>, &Known),
) -> Vec<(usize, Says)> {
    let by_map = |columns: &mut [(usize, Says)]| {
        for (at, says) in columns {
            let told = map.and_then(|map| parse(map_use::of_column(map, heading, *at)?));
            *says = told.unwrap_or_else(|| says.clone());
        }
    };
    let mut columns = says::all(heading, title);
    // What the map says is known before the cells are asked, and stands after them.
    by_map(&mut columns);
    by_cells::result(head, heading, &mut columns);
    says::members_by_cells(head, heading, &mut columns);
    sizes::settle(heading, &mut columns);
    by_cells::class(head, heading, of_all, &mut columns);
    by_cells::moved(head, heading, &mut columns);
    by_cells::place(head, heading, known, &mut columns);
    by_map(&mut columns);
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_the_same() {
        let others = [
            Says::Yes("{group}.policy_families".to_owned()),
            Says::Yes("deprivations.viec-lam.{group}".to_owned()),
            Says::Yes(super::super::says::MINORITIES.to_owned()),
            Says::Came("near_poor", Some("relapsed")),
            Says::Came("poor", None),
            Says::Nothing(NotCounted::Asked),
        ];
        for says in WORDS.iter().map(|(_, says)| says).chain(&others) {
            assert_eq!(parse(&word_of(says)).as_ref(), Some(says));
        }
        assert_eq!(word_of(&Says::Nothing(NotCounted::NotAsked)), "");
    }

    #[test]
    fn a_count_is_nothing_that_a_household_says() {
        for said in [
            "poor.households",
            "{group}.households",
            "{group}.persons",
            "list.poors",
            "poor.movement.to_near_poor",
        ] {
            assert_eq!(parse(said), None, "{said}");
        }
    }
}
