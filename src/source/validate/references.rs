//! What targets and programmes name must be in the same file; an entry without figures is enough.

use std::cell::RefCell;

use foldhash::{HashMap, HashSet};

use super::diagnostics::Diagnostics;
use super::visit::{each, each_area, each_group};
use crate::source::fault::{MeaningFault, NamedEntry};
use crate::source::format::{Area, AreaPart, Id, Measure, Snapshot};
use crate::source::place::{FieldPath, Position};
use crate::text::fold::name_key;

pub(super) fn validate(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    let named = snapshot.targets.iter().any(|target| target.area.is_some())
        || snapshot.programmes.iter().any(|programme| !programme.areas.is_empty());
    // A file of a million areas that nothing names needs no list of them.
    let areas = Areas::from_areas(if named { &snapshot.areas } else { &[] });
    let entries = Entries::of(snapshot);
    each(&FieldPath::TOP, "targets", &snapshot.targets, |at, target| {
        measure(&entries, &target.measure, at, diagnostics);
        let known = target.area.as_ref().is_none_or(|area| areas.find(&area.0).is_some());
        diagnostics.ask(known, at, "area", MeaningFault::NamesNothing { what: NamedEntry::Area });
    });
    each(&FieldPath::TOP, "programmes", &snapshot.programmes, |at, programme| {
        parts(&programme.areas, at, &areas, diagnostics);
    });
}

fn measure(entries: &Entries<'_>, measure: &Measure, at: &FieldPath<'_>, diagnostics: &mut Diagnostics<'_>) {
    let Some((what, id)) = names(measure) else { return };
    let known = entries.has(what, id);
    diagnostics.ask(known, at, "measure", MeaningFault::NamesNothing { what });
}

/// The entry that a measure names. The groups need none: that a target measures them says enough.
fn names(measure: &Measure) -> Option<(NamedEntry, &Id)> {
    match measure {
        Measure::Coverage(id) => Some((NamedEntry::Coverage, id)),
        Measure::Programme(id, _) => Some((NamedEntry::Programme, id)),
        Measure::Indicator(id) => Some((NamedEntry::Indicator, id)),
        Measure::Task(id) => Some((NamedEntry::Task, id)),
        Measure::AmongRate(_, id) | Measure::AmongHouseholds(_, id) => Some((NamedEntry::Part, id)),
        Measure::Rate(_) | Measure::Households(_) | Measure::PolicyFamilies(_) => None,
    }
}

/// The ids of the entries that targets may name, found out of each kind when the first names one.
struct Entries<'a> {
    snapshot: &'a Snapshot,
    ids: RefCell<HashMap<NamedEntry, HashSet<&'a str>>>,
}

impl<'a> Entries<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, ids: RefCell::default() }
    }

    fn has(&self, what: NamedEntry, id: &Id) -> bool {
        self.ids.borrow_mut().entry(what).or_insert_with(|| self.ids_of(what)).contains(&*id.0)
    }

    fn ids_of(&self, what: NamedEntry) -> HashSet<&'a str> {
        let of = self.snapshot;
        match what {
            NamedEntry::Coverage => of.coverage.iter().map(|entry| &*entry.id.0).collect(),
            NamedEntry::Programme => of.programmes.iter().map(|entry| &*entry.id.0).collect(),
            NamedEntry::Task => of.tasks.iter().map(|entry| &*entry.id.0).collect(),
            NamedEntry::Indicator => {
                let mut ids: HashSet<&str> = of.indicators.iter().map(|entry| &*entry.id.0).collect();
                each_area(&of.areas, &FieldPath::TOP, &mut |_, area| {
                    ids.extend(area.indicators.iter().map(|entry| &*entry.id.0));
                });
                ids
            }
            // Any group may name a part, of the unit or of an area.
            NamedEntry::Part => {
                let mut ids = HashSet::default();
                each_group(of, &mut |_, group| ids.extend(group.among.iter().map(|part| &*part.id.0)));
                ids
            }
            NamedEntry::Area => HashSet::default(),
        }
    }
}

/// The areas that the programme at `at` reached: each is one of the file, and named once.
fn parts(parts: &[AreaPart], at: &FieldPath<'_>, areas: &Areas<'_>, diagnostics: &mut Diagnostics<'_>) {
    let mut seen: HashMap<usize, Option<Position>> = HashMap::default();
    each(at, "areas", parts, |at, part| {
        let (field, area) = match (&part.code, &part.name) {
            (Some(code), _) => ("code", areas.codes.get(code.0.as_str())),
            (None, Some(name)) => ("name", areas.names.get(&name_key(&name.vi))),
            (None, None) => return diagnostics.refuse(at, MeaningFault::NoCodeOrName),
        };
        let here = diagnostics.place(&at.name_in(field));
        let fault = match area.map(|area| seen.insert(*area, here)) {
            Some(None) => return,
            Some(Some(first)) => MeaningFault::RepeatedArea { first },
            None => MeaningFault::NamesNothing { what: NamedEntry::Area },
        };
        diagnostics.refuse(&at.name_in(field), fault);
    });
}

/// The areas of a file at all levels, numbered, by code and by folded name.
struct Areas<'a> {
    codes: HashMap<&'a str, usize>,
    names: HashMap<String, usize>,
}

impl<'a> Areas<'a> {
    fn from_areas(areas: &'a [Area]) -> Self {
        let mut known = Self { codes: HashMap::default(), names: HashMap::default() };
        let mut number = 0;
        each_area(areas, &FieldPath::TOP, &mut |_, area| {
            if let Some(code) = &area.code {
                known.codes.entry(&code.0).or_insert(number);
            }
            known.names.entry(name_key(&area.name.vi)).or_insert(number);
            number += 1;
        });
        known
    }

    /// The area with this code or, where none has it, this name.
    fn find(&self, code_or_name: &str) -> Option<usize> {
        self.codes.get(code_or_name).or_else(|| self.names.get(&name_key(code_or_name))).copied()
    }
}
