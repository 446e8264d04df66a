//! Names that sheets write a little otherwise: "Xã Đăk Ui" and "Xã Đắk Ui". Where all other places of two
//! sheets are the same, these are one place too; else that is for a person to say.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::words_of;
use super::named::place_key;
use super::read::ReadSheet;
use super::unit::{self, Unit};

/// A place by its names, and by their keys.
type Way = Vec<String>;

/// What is one place, however it is written.
#[derive(Debug, Default)]
pub struct Spellings {
    /// The names that others are read for, by the ways of these.
    same: BTreeMap<Way, String>,
    /// Those that were taken for one: as one sheet has it, and another.
    pub one: Vec<(String, String)>,
    /// Those that may be one.
    pub open: Vec<(String, String)>,
}

/// A name without what people leave out or write otherwise: accents, blanks, i and y.
fn loose(name: &str) -> String {
    words_of(name).replace(' ', "").replace('y', "i")
}

/// The places of a sheet, by those they lie in: their names by their keys.
type Listed = BTreeMap<Way, BTreeMap<String, String>>;

impl Spellings {
    /// Those of the places of these sheets.
    pub fn of_sheets(sheets: &[ReadSheet], unit: Option<&Unit>) -> Self {
        let listed: Vec<Listed> = sheets.iter().map(|sheet| listed(sheet, unit)).collect();
        let mut found = Self::default();
        for (at, first) in listed.iter().enumerate() {
            for second in &listed[at + 1..] {
                for (way, names) in first {
                    if let Some(others) = second.get(way) {
                        found.compare(way, names, others);
                    }
                }
            }
        }
        found
    }

    /// Two lists of the parts of one place.
    fn compare(&mut self, way: &Way, first: &BTreeMap<String, String>, second: &BTreeMap<String, String>) {
        let mut unmatched: BTreeMap<String, (&String, &String)> = BTreeMap::new();
        for (key, name) in second.iter().filter(|(key, _)| !first.contains_key(*key)) {
            unmatched.entry(loose(name)).or_insert((key, name));
        }
        if unmatched.is_empty() {
            return;
        }
        let all = |names: &BTreeMap<String, String>| {
            names.values().map(|name| loose(name)).collect::<BTreeSet<_>>()
        };
        let (own, other) = (all(first), all(second));
        let are_told_apart = own.len() == first.len() && other.len() == second.len();
        for (key, name) in first.iter().filter(|(key, _)| !second.contains_key(*key)) {
            let Some((near_key, near)) = unmatched.get(&loose(name)) else { continue };
            let pair = (name.clone(), (*near).clone());
            if are_told_apart && own == other {
                let mut near_way = way.clone();
                near_way.push((*near_key).clone());
                if self.same.contains_key(&[way.as_slice(), std::slice::from_ref(key)].concat()) {
                    continue;
                }
                if self.same.insert(near_way, name.clone()).is_none() {
                    self.one.push(pair);
                }
            } else if !self.open.contains(&pair) {
                self.open.push(pair);
            }
        }
    }

    /// A way with the names that others are read for.
    pub fn of(&self, mut way: Way) -> Way {
        if self.same.is_empty() {
            return way;
        }
        let mut key: Way = Vec::new();
        for name in &mut way {
            key.push(place_key(name));
            if let Some(own) = self.same.get(&key) {
                name.clone_from(own);
                key.pop();
                key.push(place_key(own));
            }
        }
        way
    }
}

fn listed(sheet: &ReadSheet, unit: Option<&Unit>) -> Listed {
    let prefix = unit::prefix(sheet, unit);
    let areas = sheet.given.iter().map(|given| &given.area).chain(&sheet.silent);
    let areas = areas.chain(sheet.shares.iter().map(|share| &share.area));
    let mut listed = Listed::new();
    for area in areas.collect::<BTreeSet<_>>() {
        let mut way = Way::new();
        for name in unit::placed(area, &prefix, unit) {
            let key = place_key(&name);
            listed.entry(way.clone()).or_default().insert(key.clone(), name);
            way.push(key);
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(first: &[&str], second: &[&str]) -> Spellings {
        let names = |names: &[&str]| names.iter().map(|name| (place_key(name), (*name).to_owned())).collect();
        let mut found = Spellings::default();
        found.compare(&Vec::new(), &names(first), &names(second));
        found
    }

    #[test]
    fn a_name_that_is_written_otherwise_is_one_place() {
        for (one, other) in [("Xã Đăk Ui", "Xã Đắk Ui"), ("Xã Ia O", "Xã IaO"), ("Xã Tà Sỳ", "Xã Tà Sì")]
        {
            let found = compared(&[one, "Xã Cao Thượng"], &[other, "Xã Cao Thượng"]);
            assert_eq!(found.of(vec![other.to_owned()]), [one], "{other}");
            assert_eq!((found.one.len(), found.open.len()), (1, 0), "{other}");
        }
        // Two places of one list are two.
        let found = compared(&["Xã Phú Long", "Xã Phù Long"], &["Xã Phu Long", "Xã Cao"]);
        assert!(found.one.is_empty());
        let found = compared(&["Xã Đăk Ui", "Xã Cao"], &["Xã Đắk Ui", "Xã Tân"]);
        assert_eq!((found.one.len(), found.open.len()), (0, 1));
        assert_eq!(found.of(vec!["Xã Đắk Ui".to_owned()]), ["Xã Đắk Ui"]);
    }
}
