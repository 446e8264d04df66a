//! Which of many files is shown before the others are read: the newest of the unit that will open, where the heads of
//! all files say so beyond doubt. Where they do not, nothing is shown first.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;

use super::decode::sound_part;
use super::fault::Fault;
use super::find::Input;
use super::head::Head;
use super::reading::Reading;
use super::reporting;
use crate::model::source_file::Stage;
use crate::text::fold::name_key;

/// The bytes that are to be read when it is worth showing one file before the others.
pub(super) const LARGE: u64 = 4 << 20;
/// So much of each file is looked at: a file names its unit and its day before its parts.
const LOOKED_AT: u64 = 4 << 10;

/// The number of the newest file until `day` of the unit that opens.
pub(super) fn newest(inputs: &[Result<Input, Fault>], day: NaiveDate) -> Option<usize> {
    let heads: Vec<Head> =
        inputs.iter().map(|input| head(input.as_ref().ok()?.path()?)).collect::<Option<_>>()?;
    let first = heads.first()?;
    let own = heads.iter().enumerate().filter(|(_, head)| head.is_of_unit_of(first));
    let (at, found) = own.filter(|(_, head)| head.as_of <= Some(day)).max_by_key(|(_, head)| head.as_of)?;
    let is_clear = heads.iter().enumerate().all(|(other, head)| {
        if head.is_of_unit_of(first) {
            other == at || head.as_of != found.as_of
        } else {
            // Another unit is not the first of all, is not perhaps the same, and no part of the same sum.
            other > at && !head.may_be_unit_of(first) && !head.is_beside(first)
        }
    });
    is_clear.then_some(at)
}

/// Is what was read fit to be shown before the others: settled, told of what is, and resting on no other file?
pub(super) fn is_fit(reading: &Reading, day: NaiveDate) -> bool {
    let snapshot = &reading.snapshot;
    let is_settled = snapshot.origin.stage != Some(Stage::Preliminary) && snapshot.as_of() <= day;
    is_settled && !snapshot.is_plan() && !snapshot.is_invented() && !reporting::rests_on_others(snapshot)
}

/// What a file says of itself at its beginning, with the day in its name where it does not say it there; none where
/// that is not enough.
fn head(path: &Path) -> Option<Head> {
    let mut bytes = Vec::new();
    // What is no file was found to be none when it was listed; a pipe has no size and does not get here.
    File::open(path).ok()?.take(LOOKED_AT).read_to_end(&mut bytes).ok()?;
    let mut head = Head::of_bytes(sound_part(&bytes).as_bytes());
    head.as_of = head.as_of.or_else(|| day_in_name(path));
    (head.unit.is_some() && head.as_of.is_some()).then_some(head)
}

/// The last day written in a name, as in `2023-12-31.json`.
fn day_in_name(path: &Path) -> Option<NaiveDate> {
    let name = path.file_stem()?.to_str()?;
    let day = |from: usize| name.get(from..from + 10)?.parse().ok();
    (0..=name.len().checked_sub(10)?).rev().find_map(day)
}

impl Head {
    /// Are both of one unit, by all they say of it?
    fn is_of_unit_of(&self, other: &Self) -> bool {
        self.unit == other.unit && self.within == other.within
    }

    /// Could they be of one unit that is written differently?
    fn may_be_unit_of(&self, other: &Self) -> bool {
        let [own, others] = [self, other].map(|head| head.unit.as_ref());
        own.zip(others).is_none_or(|(own, other)| {
            own.folded == other.folded || own.code.is_some() && own.code == other.code
        })
    }

    /// Do both lie within one unit, or one of them within the other?
    fn is_beside(&self, other: &Self) -> bool {
        let within = |head: &Self| head.within.as_ref().map(|within| name_key(&within.vi));
        within(other).is_some() && within(self) == within(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Folder;
    use crate::source::find;

    fn text(unit: &str, day: &str) -> String {
        format!(r#"{{ "format": "giamngheo/1", "unit": {{ {unit} }}, {day} "areas": [] "#)
    }

    fn of(unit: &str, day: &str) -> String {
        text(unit, &format!(r#""as_of": "{day}","#))
    }

    const OWN: &str = r#""name": "Quận 6", "kind": "district""#;
    const OTHER: &str = r#""name": "Quận 8", "kind": "district""#;

    /// The name of the file that is shown first.
    fn first(texts: &[(&str, String)]) -> Option<String> {
        let folder = Folder::new("newest");
        for (name, text) in texts {
            folder.write(name, text);
        }
        let inputs = find::inputs(&[folder.0.clone().into()]);
        let at = newest(&inputs, "2024-02-01".parse().unwrap())?;
        let name = inputs[at].as_ref().unwrap().path()?.file_name()?.to_str()?;
        Some(name.to_owned())
    }

    #[test]
    fn the_newest_of_today_is_first() {
        let days = ["2023-06-30", "2023-12-31", "2023-09-30", "2024-12-31"];
        let texts = days.map(|day| (day, of(OWN, day)));
        let files: Vec<_> =
            ["d.json", "c.json", "b.json", "a.json"].into_iter().zip(texts.map(|t| t.1)).collect();
        assert_eq!(first(&files).as_deref(), Some("c.json"));
    }

    #[test]
    fn a_day_that_stands_late_is_taken_from_the_name() {
        let files = ["q6-2023-06-30.json", "q6-2023-12-31.json", "q6-2024-12-31.json"];
        assert_eq!(first(&files.map(|name| (name, text(OWN, "")))).as_deref(), Some(files[1]));
        assert_eq!(first(&[("q6.json", text(OWN, ""))]), None);
    }

    #[test]
    fn where_the_heads_leave_a_doubt_nothing_is_first() {
        let [old, new] = ["2023-06-30", "2023-12-31"];
        let within = r#", "within": "TP A""#;
        let own_within = format!("{OWN}{within}");
        let doubtful = [
            ("two of one day", [of(OWN, old), of(OWN, new), of(OWN, new)]),
            ("one without a unit", [of(OWN, old), of(OWN, new), of(r#""kind": "ward""#, old)]),
            ("another unit before", [of(OWN, old), of(OTHER, old), of(OWN, new)]),
            ("a name with a code", [of(OWN, old), of(OWN, new), of(&format!(r#"{OWN}, "code": "7""#), old)]),
            ("a sum", [of(&own_within, old), of(&own_within, new), of(&format!("{OTHER}{within}"), old)]),
            ("no file", [of(OWN, old), of(OWN, new), String::new()]),
        ];
        for (what, texts) in doubtful {
            let files: Vec<_> = ["a.json", "b.json", "c.json"].into_iter().zip(texts).collect();
            assert_eq!(first(&files), None, "{what}");
        }
        let clear = [of(OWN, old), of(OWN, new), of(OTHER, new)];
        let files: Vec<_> = ["a.json", "b.json", "c.json"].into_iter().zip(clear).collect();
        assert_eq!(first(&files).as_deref(), Some("b.json"));
    }
}
