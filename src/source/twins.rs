//! Units that may be one: a file wrote the name of its kind otherwise and left out the code, or another standard.

use std::collections::BTreeMap;

use crate::model::history::{History, Twin, World};
use crate::model::snapshot::Standard;
use crate::text::Lang;
use crate::text::fold::name_key;
use crate::text::say::standard;

/// The words and short forms of kinds, before they are folded.
const KINDS: [&str; 19] = [
    "thành phố",
    "thị trấn",
    "thị xã",
    "đặc khu",
    "khu phố",
    "quận",
    "huyện",
    "phường",
    "xã",
    "tỉnh",
    "district",
    "ward",
    "tp.",
    "tt.",
    "tx.",
    "q.",
    "p.",
    "h.",
    "x.",
];

/// Says of each history which others may be the same.
pub(super) fn find(world: &mut World) {
    let mut alike: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, history) in world.histories.iter().enumerate() {
        let within =
            history.snapshots.last().and_then(|s| s.within.as_ref()).map(|within| name_key(&within.vi));
        alike.entry((history.unit.kind, within, bare(&history.unit.name.vi))).or_default().push(index);
    }
    let pairs = alike.values().flat_map(|of_name| pairs(of_name));
    let found: Vec<(usize, Twin)> = pairs.filter_map(|(a, b)| twin(world, a, b)).collect();
    for (index, twin) in found {
        let twins = &mut world.histories[index].twins;
        if !twins.contains(&twin) {
            twins.push(twin);
        }
    }
}

fn pairs(of: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    of.iter().flat_map(move |a| of.iter().filter(move |b| *b != a).map(move |b| (*a, *b)))
}

/// What the history `other` may be to the one at `index`.
fn twin(world: &World, index: usize, other: usize) -> Option<(usize, Twin)> {
    let (own, other) = (&world.histories[index], &world.histories[other]);
    if !own.is_of_unit_of(other) {
        let coded = own.unit.code.is_some() && other.unit.code.is_some();
        return (!coded).then(|| (index, Twin::Unit(other.unit.clone())));
    }
    let twin = |single: &History, usual: &History| Twin::Standard {
        single: single.standard.clone(),
        usual: usual.standard.clone(),
    };
    if is_single(world, own, other) {
        return Some((index, twin(own, other)));
    }
    is_single(world, other, own).then(|| (index, twin(other, own)))
}

/// Is `one` a single file under a standard that no other file has, where `usual` has several, none of that day? Two
/// standards of one day were both meant, and one of other years before or after them all is the standard of its time.
fn is_single(world: &World, one: &History, usual: &History) -> bool {
    let [file] = one.snapshots.as_slice() else { return false };
    let mut others = world.histories.iter().filter(|h| !std::ptr::eq(*h, one));
    let days = || usual.snapshots.iter().map(|s| s.as_of());
    let is_between = days().any(|day| day < file.as_of()) && days().any(|day| day > file.as_of());
    !file.is_plan()
        && usual.snapshots.len() > 1
        && days().all(|day| day != file.as_of())
        && (is_between || !are_of_other_years(&one.standard, &usual.standard))
        && others.all(|h| h.standard.id != one.standard.id)
}

fn are_of_other_years(one: &Standard, other: &Standard) -> bool {
    let years = [one, other].map(|of| standard::years_of(Lang::Vi, of));
    years.iter().all(Option::is_some) && years[0] != years[1]
}

/// A name without the words of its kind: `Quận 6`, `Q.6` and `6` are one.
fn bare(name: &str) -> String {
    let key = name_key(name);
    let key = key.trim();
    let rest = KINDS.iter().find_map(|kind| {
        let rest = key.strip_prefix(&name_key(kind))?;
        // A word ends where it ends: "Xanh" is no commune.
        (kind.ends_with('.') || rest.starts_with(' ')).then(|| rest.trim())
    });
    name_key(rest.filter(|rest| !rest.is_empty()).unwrap_or(key))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn kinds_and_their_short_forms_are_no_part_of_a_name() {
        let same = [
            &["Quận 6", "Q. 6", "Q.6", "quận  06", "6"][..],
            &["Thị trấn Hòa Bình", "TT. Hòa Bình", "TT.Hòa Bình", "Hòa Bình"],
            &["TP. Vĩnh Long", "Thành phố Vĩnh Long"],
            &["Xã Tân Hải", "X. Tân Hải"],
        ];
        let mut all: HashMap<String, &str> = HashMap::new();
        for names in same {
            let keys: Vec<String> = names.iter().map(|name| bare(name)).collect();
            assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
            assert!(all.insert(keys[0].clone(), names[0]).is_none());
        }
        for (one, other) in [("Xã Xanh", "Anh"), ("Phường 1", "Phường 11"), ("Tân Hải", "Tấn Hải")]
        {
            assert_ne!(bare(one), bare(other));
        }
    }
}
