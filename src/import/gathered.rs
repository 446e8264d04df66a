//! Figures of several sheets put together: each once, and none against another.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{Field, FieldKind};
use super::grid::CellPlace;
use super::named::{bare_key, in_full, place_key};
use super::summary::{Given, Value};

/// The figures of one unit and day.
#[derive(Debug, Clone, Default)]
pub struct Gathered {
    /// The unit and the places below it, by the keys of their names.
    places: BTreeMap<Vec<String>, Place>,
    /// Names that stand as they are written: the period before or a workbook that was written here has them so.
    known: BTreeSet<String>,
    /// Rows that give a place again what a row before it gives, by their first cell: the row before, and the place.
    repeated: BTreeMap<CellPlace, (usize, String)>,
}

/// What is known of a place.
#[derive(Debug, Clone, Default)]
struct Place {
    /// Its name, as it was written first; with the word of its kind where it is written with it anywhere.
    name: String,
    /// Its code.
    code: Option<String>,
    /// Are its parts all there? A sheet sums them up in a row of its own.
    is_whole: bool,
    /// The places that lie in it directly, by their keys, in the order of first mention.
    parts: Vec<Vec<String>>,
    /// Its figures.
    figures: BTreeMap<Field, Given>,
    /// Those that were counted in lists.
    listed: BTreeSet<Field>,
}

/// Two cells that give one figure differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What was read first.
    pub first: Given,
    /// What was read then.
    pub second: Given,
}

impl Gathered {
    /// With names that stand as they are written.
    pub fn knowing(known: BTreeSet<String>) -> Self {
        Self { known, ..Self::default() }
    }

    /// Takes in counts of lists: they add up whatever the list holds, and do not tell that it names every place.
    pub fn take_listed(&mut self, given: impl IntoIterator<Item = Given>) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for given in given {
            let place = self.know(&given.area);
            if !place.figures.contains_key(&given.field) {
                place.listed.insert(given.field.clone());
            }
            conflicts.extend(self.take_one(given));
        }
        conflicts
    }

    /// Takes figures in; what was given before and differently is not taken, and told.
    pub fn take(&mut self, given: impl IntoIterator<Item = Given>) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for given in given {
            self.know(&given.area).listed.remove(&given.field);
            conflicts.extend(self.take_one(given));
        }
        conflicts
    }

    fn take_one(&mut self, given: Given) -> Option<Conflict> {
        let figures = &mut self.know(&given.area).figures;
        let Some(first) = figures.get(&given.field) else {
            figures.insert(given.field.clone(), given);
            return None;
        };
        if first.value != given.value {
            return Some(Conflict { first: first.clone(), second: given });
        }
        let (one, other) = (&first.at, &given.at);
        // A sum may stand above and below; a place has one row.
        if let Some(name) = given.area.last()
            && (&one.file, &one.sheet) == (&other.file, &other.sheet)
            && one.row != other.row
        {
            let row = one.row;
            self.repeated.insert(CellPlace { column: 0, ..given.at }, (row, name.clone()));
        }
        None
    }

    /// Rows that give a place again what a row before gives: the place, that row, and where they stand.
    pub fn repeated(&self) -> impl Iterator<Item = (&str, usize, &CellPlace)> {
        self.repeated.iter().map(|(at, (first, name))| (name.as_str(), *first, at))
    }

    /// Takes a place of which there are no figures: it is one of the parts all the same.
    pub fn take_silent(&mut self, area: &[String]) {
        self.know(area);
    }

    /// The parts of a place that have nothing, nor their own parts.
    pub fn silent_parts(&self, key: &[String]) -> Vec<&str> {
        let silent = self.parts_of(key).filter(|part| !self.has_figures(part));
        silent.map(|part| self.name_of(part)).collect()
    }

    fn has_figures(&self, key: &[String]) -> bool {
        self.figures_of(key).next().is_some() || self.parts_of(key).any(|part| self.has_figures(part))
    }

    /// Takes the code of a place.
    pub fn take_code(&mut self, area: &[String], code: &str) {
        self.know(area).code.get_or_insert_with(|| code.to_owned());
    }

    /// Knows a place and those it lies in.
    fn know(&mut self, area: &[String]) -> &mut Place {
        let mut key: Vec<String> = Vec::new();
        for name in area {
            key.push(place_key(name));
            if !self.places.contains_key(&key) {
                let full = if self.known.contains(name) { name.clone() } else { in_full(name) };
                let above = key[..key.len() - 1].to_vec();
                if let Some(known) = self.same_place(&above, name) {
                    let place = self.places.entry(known.clone()).or_default();
                    if bare_key(&place.name).is_none() {
                        place.name = full;
                    }
                    key = known;
                    continue;
                }
                self.places.insert(key.clone(), Place { name: full, ..Place::default() });
                self.places.entry(above).or_default().parts.push(key.clone());
            }
        }
        self.places.entry(key).or_default()
    }

    /// The place among those of another that one name has with the word of its kind and the other without it: "Bành Trạch"
    /// in a column of communes is Xã Bành Trạch, where there is no thị trấn of that name too.
    fn same_place(&self, above: &[String], name: &str) -> Option<Vec<String>> {
        let (own, bare) = (place_key(name), bare_key(name));
        let is_same = |part: &&Vec<String>| {
            let Some(known) = part.last() else { return false };
            match &bare {
                Some(bare) => bare == known,
                None => bare_key(&self.places[*part].name).is_some_and(|bare| bare == own),
            }
        };
        let mut found = self.places.get(above)?.parts.iter().filter(is_same);
        let first = found.next()?;
        found.next().is_none().then(|| first.clone())
    }

    /// The key by which a place is known.
    fn own_key(&self, key: &[String]) -> Vec<String> {
        let mut own: Vec<String> = Vec::new();
        for name in key {
            own.push(name.clone());
            if !self.places.contains_key(&own)
                && let Some(known) = self.same_place(&own[..own.len() - 1], name)
            {
                own = known;
            }
        }
        own
    }

    /// Is a place known, by the keys of its names?
    pub fn has(&self, key: &[String]) -> bool {
        self.places.contains_key(&self.own_key(key))
    }

    /// Is there nothing?
    pub fn is_empty(&self) -> bool {
        self.places.values().all(|place| place.figures.is_empty())
    }

    /// The figures of a place (none: the unit), in the order of their paths.
    pub fn figures_of(&self, key: &[String]) -> impl Iterator<Item = &Given> {
        self.places.get(key).into_iter().flat_map(|place| place.figures.values())
    }

    /// A figure.
    pub fn value(&self, area: &[String], path: &str) -> Option<&Value> {
        self.places
            .get(&self.own_key(&key_of(area)))?
            .figures
            .get(&Field::parse(path)?)
            .map(|given| &given.value)
    }

    /// The places that lie in one directly, by their keys, in the order of first mention.
    pub fn parts_of(&self, key: &[String]) -> impl Iterator<Item = &[String]> {
        self.places.get(key).into_iter().flat_map(|place| place.parts.iter().map(Vec::as_slice))
    }

    /// The name of a place.
    pub fn name_of(&self, key: &[String]) -> &str {
        self.places.get(key).map_or("", |place| &place.name)
    }

    /// Its code.
    pub fn code_of(&self, key: &[String]) -> Option<&str> {
        self.places.get(key)?.code.as_deref()
    }

    /// Takes a place as the whole of its parts: where they do not add up, that is found as in any snapshot.
    pub fn take_whole(&mut self, area: &[String]) {
        self.know(area).is_whole = true;
    }

    /// Are the parts of a place all of it? A sheet says so, or they make the whole in every count that all of them and the
    /// whole have.
    pub fn is_whole(&self, key: &[String]) -> bool {
        if self.places.get(key).is_some_and(|place| place.is_whole) {
            return true;
        }
        let listed = self.places.get(key).map(|place| &place.listed);
        let stated = |given: &&Given| listed.is_none_or(|listed| !listed.contains(&given.field));
        let mut told = self.figures_of(key).filter(stated).filter_map(|given| {
            let whole = given.value.count()?;
            let path = given.field.path();
            // A household may lack in several, and a part may be all that a field is asked of.
            (path.ends_with("households") || path == "persons").then_some(())?;
            Some(self.sum_of_parts(key, &given.field)? == whole)
        });
        let Some(first) = told.next() else { return false };
        first && told.all(|is_equal| is_equal)
    }

    /// A count of all parts of a place together; none where one has none.
    fn sum_of_parts(&self, key: &[String], field: &Field) -> Option<u64> {
        let own = |place: &[String]| self.places.get(place)?.figures.get(field)?.value.count();
        // What has no count of its own is what its parts make.
        let summed = |place: &[String]| {
            let (_, sums) = self.sums(place);
            sums.into_iter().find(|(known, _)| known == field).map(|(_, sum)| sum)
        };
        self.parts_of(key).map(|place| own(place).or_else(|| summed(place))).sum()
    }

    /// The tables that all parts of a place count and the place, which has counts of its own in others, does not: of two
    /// forms one has a row of the whole and the other none.
    pub fn tables_without_whole(&self, key: &[String]) -> BTreeSet<String> {
        let is_count =
            |given: &&Given| given.field.kind() == FieldKind::Count && given.field.parts().count() > 1;
        let of = |key: &[String]| -> BTreeSet<String> {
            self.figures_of(key).filter(is_count).map(|given| table_of(&given.field)).collect()
        };
        let own = of(key);
        let of_parts = self.parts_of(key).map(of).reduce(|all, part| &all & &part).unwrap_or_default();
        if own.is_empty() { BTreeSet::new() } else { &of_parts - &own }
    }

    /// How many parts a place has, and what they count together, where it has no count of its own: a snapshot is of a unit,
    /// and that of wards alone would have no headline.
    pub fn sums(&self, key: &[String]) -> (usize, Vec<(Field, u64)>) {
        let parts: Vec<&[String]> = self.parts_of(key).collect();
        // A total that was given beside the files is none of the figures of a sheet.
        let is_total = |given: &Given| matches!(given.field.path(), "households" | "persons");
        let has_own =
            self.figures_of(key).any(|given| given.field.kind() == FieldKind::Count && !is_total(given));
        // One part alone is not surely all of the unit.
        let least = if key.is_empty() { 2 } else { 1 };
        let Some(first) = parts.first().filter(|_| parts.len() >= least && !has_own) else {
            return (parts.len(), Vec::new());
        };
        let own = self.places.get(key).map(|place| &place.figures);
        let is_open = |field: &Field| own.is_none_or(|own| !own.contains_key(field));
        let mut fields: Vec<Field> = self.figures_of(first).map(|given| given.field.clone()).collect();
        fields.extend(self.sums(first).1.into_iter().map(|(field, _)| field));
        let sums = fields.into_iter().filter(|field| adds_up(field) && is_open(field));
        let sums = sums.filter_map(|field| {
            let sum = self.sum_of_parts(key, &field)?;
            Some((field, sum))
        });
        (parts.len(), sums.collect())
    }
}

impl Gathered {
    /// The counts that some parts of a place have and some have not, so that they are not summed: each with these.
    pub fn unsummed(&self, key: &[String]) -> Vec<(Field, Vec<&str>)> {
        let parts: Vec<&[String]> = self.parts_of(key).collect();
        let own =
            |part: &[String]| self.figures_of(part).map(|given| given.field.clone()).collect::<Vec<_>>();
        let fields: BTreeSet<Field> = parts.iter().flat_map(|part| own(part)).filter(adds_up).collect();
        let (_, sums) = self.sums(key);
        let is_open = |field: &Field| {
            !sums.iter().any(|(known, _)| known == field)
                && !self.figures_of(key).any(|given| given.field == *field)
        };
        let without = |field: &Field| {
            let has = |part: &[String]| {
                own(part).contains(field) || self.sums(part).1.iter().any(|(known, _)| known == field)
            };
            parts.iter().filter(|part| !has(part)).map(|part| self.name_of(part)).collect()
        };
        let open = fields.into_iter().filter(is_open);
        open.map(|field| (field.clone(), without(&field)))
            .filter(|(_, parts): &(_, Vec<&str>)| !parts.is_empty())
            .collect()
    }
}

/// The table of a form in which a field stands: `near_poor.movement`, `deprivations`.
fn table_of(field: &Field) -> String {
    let parts: Vec<&str> = field.parts().collect();
    match parts.as_slice() {
        [list @ ("deprivations" | "causes"), ..] => (*list).to_owned(),
        [table @ .., _] => table.join("."),
        [] => String::new(),
    }
}

/// Do its counts add up? Also households that come from or go to elsewhere, which may be another part: the lines of a
/// movement balance in the sum only where all of them are summed, as an office sums them in its row of the whole.
fn adds_up(field: &Field) -> bool {
    field.kind() == FieldKind::Count
}

/// Two spellings of one name are one place.
fn key_of(area: &[String]) -> Vec<String> {
    area.iter().map(|name| place_key(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(area: &[&str], field: &str, count: u64, row: usize) -> Given {
        Given {
            area: area.iter().map(|name| (*name).to_owned()).collect(),
            field: Field::parse(field).unwrap(),
            value: Value::Count(count),
            at: CellPlace { file: "a.xlsx".into(), sheet: None, row, column: 0 },
        }
    }

    #[test]
    fn one_figure_given_twice_is_one_or_a_conflict() {
        let mut all = Gathered::default();
        assert!(
            all.take([given(&["Phường 1"], "households", 5, 1), given(&["Phường 01"], "households", 5, 2)])
                .is_empty()
        );
        let conflicts = all.take([given(&["phường 1"], "households", 6, 3)]);
        assert_eq!(conflicts.len(), 1);
        assert_eq!((conflicts[0].first.at.row, conflicts[0].second.at.row), (1, 3));
        assert_eq!(all.parts_of(&[]).count(), 1);
        assert_eq!(all.name_of(all.parts_of(&[]).next().unwrap()), "Phường 1");
    }

    #[test]
    fn a_name_with_and_without_its_kind_is_one_place() {
        let mut all = Gathered::default();
        all.take([given(&["Bành Trạch"], "households", 5, 1), given(&["X. Cao Thượng"], "households", 7, 2)]);
        all.take([
            given(&["Xã Bành Trạch"], "poor.households", 1, 1),
            given(&["Cao Thượng"], "poor.households", 2, 2),
        ]);
        let names: Vec<&str> = all.parts_of(&[]).map(|part| all.name_of(part)).collect();
        assert_eq!(names, ["Xã Bành Trạch", "Xã Cao Thượng"]);
        assert_eq!(all.value(&["Xã Bành Trạch".to_owned()], "households"), Some(&Value::Count(5)));
        assert_eq!(all.sums(&[]).1.len(), 2);
        // Two kinds have one name: a third writing of it is neither.
        all.take([
            given(&["Thị trấn Ba Tri"], "households", 1, 3),
            given(&["Xã Ba Tri"], "households", 1, 4),
        ]);
        all.take([given(&["Ba Tri"], "poor.households", 1, 5)]);
        assert_eq!(all.parts_of(&[]).count(), 5);
    }

    #[test]
    fn parts_make_a_whole_when_every_sum_is_equal() {
        let mut all = Gathered::default();
        all.take([
            given(&["A"], "households", 5, 1),
            given(&["B"], "households", 6, 2),
            given(&[], "households", 11, 3),
        ]);
        assert!(all.is_whole(&[]));
        all.take([
            given(&["A"], "poor.households", 1, 1),
            given(&["B"], "poor.households", 1, 2),
            given(&[], "poor.households", 3, 3),
        ]);
        assert!(!all.is_whole(&[]));
        all.take_whole(&[]);
        assert!(all.is_whole(&[]), "a sheet sums them up: what does not add up is a fault of the figures");
    }

    #[test]
    fn a_unit_that_no_sheet_speaks_of_is_the_sum_of_its_parts() {
        let mut all = Gathered::default();
        all.take([
            given(&["A"], "households", 5, 1),
            given(&["A"], "poor.households", 1, 1),
            given(&["A"], "poor.movement.other_in", 1, 1),
            given(&["A"], "poor.movement_persons.other_out", 4, 1),
            given(&["A"], "indicators.muc-song-trung-binh", 2, 1),
            given(&["B"], "households", 6, 2),
            given(&["B"], "poor.movement.other_in", 1, 1),
            given(&["B"], "poor.movement_persons.other_out", 5, 1),
            given(&["B"], "indicators.muc-song-trung-binh", 3, 1),
        ]);
        let (parts, mut sums) = all.sums(&[]);
        sums.sort();
        let expected = [
            ("households", 11),
            ("indicators.muc-song-trung-binh", 5),
            ("poor.movement.other_in", 2),
            ("poor.movement_persons.other_out", 9),
        ];
        let expected = expected.map(|(path, sum)| (Field::parse(path).unwrap(), sum));
        assert_eq!((parts, sums), (2, expected.to_vec()), "B has no poor: they are not summed");
        all.take([given(&[], "poor.households", 3, 3)]);
        assert_eq!(all.sums(&[]), (2, Vec::new()));
    }
}
