//! Which files speak of one unit, and which of them speak of it twice.
//!
//! Units are one when both have a code and it is equal. Where either lacks one, when kind, name and the unit they
//! are within agree, unless that would fit two units with codes of their own: then it stays apart, with a note.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use foldhash::HashMap;

use super::fault::{Fault, MeaningFault};
use super::format::UnitName;
use super::gather::{LoadResult, LoadedFile, Refusal};
use super::head::Head;
use super::note::{Note, Remark};
use crate::model::name::UnitKind;
use crate::model::source_file::Stage;
use crate::text::fold::name_key;

/// What a unit calls itself, as people compare it.
type Title = (UnitKind, String, Option<String>);

/// Which of a list of units are one.
#[derive(Debug, PartialEq, Eq)]
pub struct Units {
    /// For each of the list the number of its unit; numbers are given in the order of the list.
    pub of: Vec<usize>,
    /// Those of the list that might be one of several units with codes, and stay apart from all of them.
    pub unclear: Vec<usize>,
}

/// What tells units apart: a code, or for those without, a title.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Mark<'a> {
    Code(&'a str),
    Title(Title),
}

/// Tells the units of a list apart.
pub fn units<'a>(names: impl IntoIterator<Item = &'a UnitName>) -> Units {
    let names: Vec<(Option<&str>, Title)> = names.into_iter().map(|name| (code(name), title(name))).collect();
    let mut codes: HashMap<&Title, Vec<&str>> = HashMap::default();
    for (code, title) in names.iter().filter_map(|(code, title)| Some(((*code)?, title))) {
        let known = codes.entry(title).or_default();
        if !known.contains(&code) {
            known.push(code);
        }
    }
    let mut numbers: HashMap<Mark<'_>, usize> = HashMap::default();
    let mut found = Units { of: Vec::new(), unclear: Vec::new() };
    for (index, (own, title)) in names.iter().enumerate() {
        let mark = match (own, codes.get(title).map(Vec::as_slice)) {
            (Some(code), _) | (None, Some([code])) => Mark::Code(code),
            (None, None) => Mark::Title(title.clone()),
            (None, Some(_)) => {
                found.unclear.push(index);
                Mark::Title(title.clone())
            }
        };
        let next = numbers.len();
        found.of.push(*numbers.entry(mark).or_insert(next));
    }
    found
}

fn code(name: &UnitName) -> Option<&str> {
    name.code.as_ref().map(|code| code.0.as_str())
}

fn title(name: &UnitName) -> Title {
    (name.kind, name_key(&name.name.vi), name.within.as_ref().map(|within| name_key(&within.vi)))
}

/// What only one file may speak of: a unit under a standard at a date. Plans may share it with a report and with each
/// other; of those that say the same, one is kept: what they say tells them apart.
type SpokenOf = (usize, Option<String>, NaiveDate, Option<u128>);

/// Keeps one file of those that say the same, and refuses all that say different things of one unit, standard and
/// date: neither is chosen silently.
#[must_use]
pub fn deduplicate(mut gathered: LoadResult) -> LoadResult {
    let found = units(gathered.readings.iter().map(|gained| &gained.reading.unit));
    for index in found.unclear {
        let file = gathered.readings[index].file.clone();
        let place = gathered.readings[index].reading.unit_place;
        gathered.notes.push(Note { file, place, path: "unit".into(), what: Remark::UnclearUnit });
    }
    let mut subjects: BTreeMap<usize, Vec<LoadedFile>> = BTreeMap::new();
    let mut numbers: HashMap<SpokenOf, usize> = HashMap::default();
    let readings = std::mem::take(&mut gathered.readings).into_iter();
    for (gained, unit) in readings.zip(found.of) {
        let snapshot = &gained.reading.snapshot;
        let plan = snapshot.is_plan().then(|| gained.reading.digest());
        let subject = (unit, snapshot.standard.id.clone(), snapshot.as_of(), plan);
        let next = numbers.len();
        subjects.entry(*numbers.entry(subject).or_insert(next)).or_default().push(gained);
    }
    for files in subjects.into_values() {
        one_of(files, &mut gathered);
    }
    gathered
}

/// The one file of `files`, which speak of one subject, if they all say the same; of a preliminary and a final report
/// the final one.
fn one_of(mut files: Vec<LoadedFile>, gathered: &mut LoadResult) {
    let mut first: HashMap<u128, usize> = HashMap::default();
    for (at, file) in files.iter().enumerate() {
        first.entry(file.reading.digest()).or_insert(at);
    }
    let mut distinct: Vec<usize> = first.values().copied().collect();
    distinct.sort_unstable();
    let stage = |at: usize| files[at].reading.snapshot.origin.stage;
    let (kept, preliminary) = match distinct[..] {
        [only] => (only, None),
        [a, b] => match [a, b].map(stage) {
            [Some(Stage::Final), Some(Stage::Preliminary)] => (a, Some(b)),
            [Some(Stage::Preliminary), Some(Stage::Final)] => (b, Some(a)),
            _ => return refuse_all(&files, gathered),
        },
        _ => return refuse_all(&files, gathered),
    };
    let preliminary = preliminary.map(|at| (files[at].file.clone(), Arc::clone(&files[at].reading)));
    let mut note = |file: &str, what| {
        gathered.notes.push(Note { file: file.to_owned(), place: None, path: String::new(), what });
    };
    if let Some((file, _)) = &preliminary {
        note(file, Remark::Preliminary { last: files[kept].file.clone() });
    }
    for (at, file) in files.iter().enumerate() {
        let first = first[&file.reading.digest()];
        if first != at {
            note(&file.file, Remark::SameContent { first: files[first].file.clone() });
        }
    }
    gathered.readings.push(LoadedFile { preliminary, ..files.swap_remove(kept) });
}

/// Other files that are named to each of those that are refused: of the rest the count is told.
const NAMED: usize = 3;

fn refuse_all(files: &[LoadedFile], gathered: &mut LoadResult) {
    for (index, gained) in files.iter().enumerate() {
        let others = files.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, other)| other);
        let others = others.take(NAMED).map(|other| other.file.clone()).collect();
        let more = (files.len() - 1).saturating_sub(NAMED);
        let what = MeaningFault::SameSubject { others, more };
        let fault = Fault::new(gained.reading.day_place, "as_of", what).in_file(&gained.file);
        let path = gained.input.path().map(std::path::Path::to_owned);
        gathered.refused.push(Refusal {
            file: gained.file.clone(),
            path,
            faults: vec![fault],
            head: Head::of_reading(&gained.reading),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::Text;
    use crate::source::format::Line;

    fn unit(name: &str, code: &str) -> UnitName {
        let code = (!code.is_empty()).then(|| Line(code.to_owned()));
        UnitName { name: Text::vi(name), kind: UnitKind::Ward, code, within: None }
    }

    #[test]
    fn codes_decide_where_both_have_one() {
        let names = [unit("Phường 1", "7"), unit("Phường Một", "7"), unit("Phường 1", "8")];
        assert_eq!(units(&names).of, [0, 0, 1]);
    }

    #[test]
    fn names_decide_where_one_lacks_a_code() {
        let names =
            [unit("Phường 01", ""), unit("phường 1", "7"), unit("Phường 2", ""), unit("PHƯỜNG  2", "")];
        assert_eq!(units(&names), Units { of: vec![0, 0, 1, 1], unclear: vec![] });
        let within = UnitName { within: Some(Text::vi("Quận 6")), ..unit("Phường 2", "") };
        assert_eq!(units([&names[2], &within]).of, [0, 1]);
        let other = UnitName { kind: UnitKind::Commune, ..unit("Phường 2", "") };
        assert_eq!(units([&names[2], &other]).of, [0, 1]);
    }

    #[test]
    fn a_name_that_fits_two_units_stays_apart() {
        let names = [unit("Phường 1", "7"), unit("Phường 1", ""), unit("Phường 1", "8")];
        assert_eq!(units(&names), Units { of: vec![0, 1, 2], unclear: vec![1] });
    }
}
