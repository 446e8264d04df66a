//! Areas of one level are told apart: by their codes, and by their names as people read them.

use std::hash::Hash;

use foldhash::HashMap;

use super::diagnostics::Diagnostics;
use super::visit::each;
use crate::source::fault::MeaningFault;
use crate::source::format::Area;
use crate::source::place::{FieldPath, Position};
use crate::text::fold::name_key;

/// Judges the level of `areas` in the object at `at`, and the levels below.
pub(super) fn validate(areas: &[Area], at: &FieldPath<'_>, diagnostics: &mut Diagnostics<'_>) {
    let codes = areas.iter().map(|area| area.code.as_ref().map(|code| code.0.as_str()));
    once(at, "code", codes, diagnostics, |first| MeaningFault::RepeatedCode { first });
    let names = areas.iter().map(|area| Some(name_key(&area.name.vi)));
    once(at, "name", names, diagnostics, |first| MeaningFault::RepeatedName { first });
    each(at, "areas", areas, |at, area| {
        if !area.areas.is_empty() {
            validate(&area.areas, at, diagnostics);
        }
    });
}

fn once<K: Hash + Eq>(
    at: &FieldPath<'_>,
    field: &str,
    keys: impl Iterator<Item = Option<K>>,
    diagnostics: &mut Diagnostics<'_>,
    fault: impl Fn(Option<Position>) -> MeaningFault,
) {
    let list = at.name_in("areas");
    let mut seen = HashMap::default();
    for (index, key) in keys.enumerate().filter_map(|(index, key)| Some((index, key?))) {
        let first = *seen.entry(key).or_insert(index);
        if first != index {
            let first = diagnostics.place(&list.item(first).name_in(field));
            diagnostics.refuse(&list.item(index).name_in(field), fault(first));
        }
    }
}
