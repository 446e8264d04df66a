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
fn one_of(files: Vec<LoadedFile>, gathered: &mut LoadResult) {
    let names: Vec<String> = files.iter().map(|file| file.file.clone()).collect();
    let mut distinct: Vec<LoadedFile> = Vec::new();
    let mut same = Vec::new();
    for file in files {
        match distinct.iter().find(|known| known.reading.says_the_same(&file.reading)) {
            Some(known) => same.push((known.file.clone(), file)),
            None => distinct.push(file),
        }
    }
    let stage = |file: &LoadedFile| file.reading.snapshot.origin.stage;
    let at = |wanted| distinct.iter().position(|file| stage(file) == Some(wanted));
    match (distinct.len(), at(Stage::Final), at(Stage::Preliminary)) {
        (1, ..) => gathered.readings.append(&mut distinct),
        (2, Some(last), Some(first)) => {
            let preliminary = (distinct[first].file.clone(), Arc::clone(&distinct[first].reading));
            let mut last = distinct.swap_remove(last);
            let what = Remark::Preliminary { last: last.file.clone() };
            gathered.notes.push(Note { file: preliminary.0.clone(), place: None, path: String::new(), what });
            last.preliminary = Some(preliminary);
            gathered.readings.push(last);
        }
        _ => {
            let mut all: Vec<LoadedFile> =
                distinct.into_iter().chain(same.into_iter().map(|(_, file)| file)).collect();
            all.sort_by_key(|file| names.iter().position(|name| *name == file.file));
            return refuse_all(&all, gathered);
        }
    }
    for (first, other) in same {
        let what = Remark::SameContent { first };
        gathered.notes.push(Note { file: other.file, place: None, path: String::new(), what });
    }
}

fn refuse_all(files: &[LoadedFile], gathered: &mut LoadResult) {
    for (index, gained) in files.iter().enumerate() {
        let others = files.iter().enumerate().filter(|(other, _)| *other != index);
        let others = others.map(|(_, other)| other.file.clone()).collect();
        let place = gained.reading.day_place;
        let fault = Fault::new(place, "as_of", MeaningFault::SameSubject { others }).in_file(&gained.file);
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
