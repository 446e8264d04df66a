//! Units made from their parts: what the files of several districts say together of the city they lie within.
//!
//! "What a file says of its own whole wins over a sum made from other files" (`format.md`): where a file speaks of
//! the unit itself, nothing is made.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::area::Area;
use crate::model::by_id::ById;
use crate::model::figure::Figure;
use crate::model::history::{History, Known, RefusedFile, World};
use crate::model::measure::{Aspect, Cover, Group, GroupField, IdName, Measure};
use crate::model::name::AreaName;
use crate::model::ops::{self, FigureResult};
use crate::model::period::Period;
use crate::model::remembered::Remembered;
use crate::model::snapshot::{Snapshot, Standard};
use crate::model::source_file::{Provenance, SourceFile, SourceKind};
use crate::model::support::Coverage;
use crate::model::words::Text;
use crate::text::fold::name_key;

/// Fewer parts make no sum.
const LEAST_PARTS: usize = 2;

/// Adds a unit for each that several loaded units lie within and no file speaks of, after those of the files.
pub fn add_parents(world: &mut World) {
    let mut groups: BTreeMap<(String, Option<String>), Vec<&History>> = BTreeMap::new();
    // What is only planned is no part of a sum.
    for history in world.histories.iter().filter(|history| !history.is_plan()) {
        if let Some(within) = within(history) {
            let key = (name_key(&within.vi), history.standard.id.clone());
            groups.entry(key).or_default().push(history);
        }
    }
    let spoken_of: BTreeSet<&str> = world.histories.iter().map(|h| h.unit.folded.as_str()).collect();
    let made = groups.into_iter().filter(|((name, _), parts)| {
        parts.len() >= LEAST_PARTS && !spoken_of.contains(name.as_str()) && are_different(parts)
    });
    let made = made.filter_map(|((folded, standard), parts)| {
        let refused = refused_parts(&world.refused, (&folded, standard.as_ref()), &parts);
        parent(folded, &Parts { parts, refused })
    });
    let made: Vec<History> = made.collect();
    world.histories.extend(made);
}

/// What a unit is summed from: the parts that speak, and the names of those whose only files were refused. A sum that
/// passed these over would be taken for that of all.
struct Parts<'a> {
    parts: Vec<&'a History>,
    refused: Vec<Arc<AreaName>>,
}

impl Parts<'_> {
    fn len(&self) -> usize {
        self.parts.len() + self.refused.len()
    }
}

/// The parts of a unit, by its name and standard, that only refused files speak of.
fn refused_parts(
    refused: &[RefusedFile],
    (unit, standard): (&str, Option<&String>),
    parts: &[&History],
) -> Vec<Arc<AreaName>> {
    let mut found: Vec<Arc<AreaName>> = Vec::new();
    for file in refused {
        let is_within = file.within.as_ref().is_some_and(|within| name_key(&within.vi) == unit);
        let Some(name) = file.unit.as_ref().filter(|_| is_within && file.standard.as_ref() == standard)
        else {
            continue;
        };
        let is_known = parts.iter().any(|part| part.unit.is(name)) || found.iter().any(|one| one.is(name));
        if !is_known {
            found.push(Arc::clone(name));
        }
    }
    found
}

/// What a unit lies within, as its newest file has it.
fn within(history: &History) -> Option<&Text> {
    history.snapshots.last()?.within.as_ref()
}

/// Two parts of one name would be one part counted twice.
fn are_different(parts: &[&History]) -> bool {
    let names: BTreeSet<(&str, Option<&str>)> =
        parts.iter().map(|h| (h.unit.folded.as_str(), h.unit.code.as_deref())).collect();
    names.len() == parts.len()
}

fn parent(folded: String, parts: &Parts) -> Option<History> {
    let first = parts.parts.first()?;
    let name = within(first)?.clone();
    let unit = Arc::new(AreaName { name, code: None, kind: None, folded, place: Remembered::default() });
    let dates: BTreeSet<NaiveDate> =
        parts.parts.iter().flat_map(|h| h.snapshots.iter().map(|s| s.as_of())).collect();
    let standard = first.standard.clone();
    let snapshots = dates.into_iter().filter_map(|day| parent_on(day, &unit, &standard, parts));
    let snapshots: Vec<Arc<Snapshot>> = snapshots.map(Arc::new).collect();
    (!snapshots.is_empty()).then_some(History {
        unit,
        standard,
        snapshots,
        plans: Vec::new(),
        is_followed: false,
        twins: Vec::new(),
        known: Known::default(),
    })
}

/// What the parts say together on one day; nothing where only one of them speaks.
fn parent_on(day: NaiveDate, unit: &Arc<AreaName>, standard: &Standard, parts: &Parts) -> Option<Snapshot> {
    let speak = parts.parts.iter().map(|h| h.snapshots.iter().find(|s| s.as_of() == day));
    let speak: Vec<Option<&Arc<Snapshot>>> = speak.chain(parts.refused.iter().map(|_| None)).collect();
    let found: Vec<&Arc<Snapshot>> = speak.iter().flatten().copied().collect();
    if found.len() < LEAST_PARTS {
        return None;
    }
    let origin = Arc::new(origin(day, &found, parts.len()));
    let names = parts.parts.iter().map(|part| &part.unit).chain(&parts.refused);
    let area = |(name, snapshot): (&Arc<AreaName>, Option<&Arc<Snapshot>>)| {
        snapshot.map_or_else(|| Area::silent(name, &origin), |s| s.whole.clone())
    };
    let areas: Vec<Area> = names.zip(speak.iter().copied()).map(area).collect();
    let mut whole = Area::silent(unit, &origin);
    whole.areas = areas.into();
    let one_period = found.iter().all(|s| s.origin.period == origin.period);
    sums(&mut whole, one_period);
    Some(Snapshot {
        origin,
        standard: standard.clone(),
        within: None,
        coverage: coverage(&whole, &speak),
        whole,
        programmes: ById::default(),
        targets: ById::default(),
        tasks: ById::default(),
        doubts: Vec::new(),
        preliminary: None,
        private: Vec::new(),
    })
}

/// The entitlements of the parts, each summed over those that state both who has it and who is entitled: a sum of the
/// one over other parts than of the other would be no share. Percents alone are never summed.
fn coverage(whole: &Area, parts: &[Option<&Arc<Snapshot>>]) -> ById<Coverage> {
    let mut seen = HashSet::new();
    let names = parts.iter().flatten().flat_map(|snapshot| &snapshot.coverage).map(|entry| &entry.named);
    let names = names.filter(|named| seen.insert(&*named.id));
    names.filter_map(|named| covered_together(whole, parts, named)).collect()
}

fn covered_together(whole: &Area, parts: &[Option<&Arc<Snapshot>>], named: &Arc<IdName>) -> Option<Coverage> {
    let both = |snapshot: &Arc<Snapshot>| {
        let entry = snapshot.coverage.find(&named.id)?;
        let [covered, eligible] = [Cover::Covered, Cover::Eligible].map(|cover| entry.stated(cover).cloned());
        Some((covered?, eligible?))
    };
    let found: Vec<Option<(Figure, Figure)>> = parts.iter().map(|part| part.and_then(both)).collect();
    let sum = |cover, of: fn(&(Figure, Figure)) -> &Figure| {
        let what = || whole.what(Measure::Coverage(named.clone(), cover));
        let figures: Vec<FigureResult> =
            found.iter().map(|pair| ops::stated(pair.as_ref().map(of).cloned(), what)).collect();
        ops::sum_over_areas(what(), figures).ok()
    };
    let (covered, eligible) = (sum(Cover::Covered, |pair| &pair.0)?, sum(Cover::Eligible, |pair| &pair.1)?);
    let figures = [(Cover::Covered, Some(covered)), (Cover::Eligible, Some(eligible))].into();
    Some(Coverage::new(named.clone(), figures))
}

fn origin(day: NaiveDate, found: &[&Arc<Snapshot>], parts: usize) -> SourceFile {
    let illustrative = found.iter().any(|s| s.origin.provenance == Provenance::Illustrative);
    SourceFile {
        file: String::new(),
        as_of: day,
        period: found.first().map_or_else(|| Period::year_to(day), |s| s.origin.period),
        provenance: if illustrative { Provenance::Illustrative } else { Provenance::Derived },
        kind: SourceKind::Report,
        stage: None,
        title: None,
        publisher: None,
        published: None,
        by: None,
        quote: None,
        note: None,
        rate_decimals: found.iter().filter_map(|s| s.origin.rate_decimals).max(),
        summed: Some((found.len(), parts)),
    }
}

/// Sums of the parts. A total of all households is made only where the same parts state it and the poor: a rate over
/// other households than its own would be wrong.
fn sums(whole: &mut Area, one_period: bool) {
    for group in Group::TWO {
        let fields = GroupField::ALL.iter().filter(|field| field.is_summed && (one_period || !field.is_flow));
        for GroupField { aspect, .. } in fields {
            let measure = Measure::of_group(group, aspect.clone());
            let sum = sum(whole, &measure, |area| area.figure(group, aspect));
            whole.state(group, aspect.clone(), sum);
        }
    }
    let states = |area: &Area| {
        let all = area.total().is_ok();
        Group::TWO.iter().all(|group| area.states(*group, &Aspect::Households) == all)
    };
    if whole.areas.iter().all(states) {
        whole.state_households(sum(whole, &Measure::AllHouseholds, Area::total));
    }
    // Persons of all parts over the inhabitants of some would be too large a share.
    if whole.areas.iter().all(|area| area.inhabitants().is_ok()) {
        whole.state_persons(sum(whole, &Measure::Inhabitants, Area::inhabitants));
    }
}

fn sum(whole: &Area, measure: &Measure, of: impl Fn(&Area) -> FigureResult) -> Option<Figure> {
    let figures: Vec<FigureResult> = whole.areas.iter().map(of).collect();
    ops::sum_over_areas(whole.what(measure.clone()), figures).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build;
    use crate::model::change::change;
    use crate::model::exact::Exact;
    use crate::model::figure::Derivation;
    use crate::model::ops::MissingReason;
    use crate::text::Lang;

    /// A district of a city: name, date, all households, poor.
    fn part(name: &str, day: &str, all: i64, poor: Option<i64>) -> History {
        let mut snapshot = build::snapshot(day);
        snapshot.within = Some(Text::vi("Thành phố A"));
        snapshot.whole.name = build::name(name);
        snapshot.whole.state_households(Some(build::households(all)));
        let mut state = |group, n: Option<i64>| {
            snapshot.whole.state(group, Aspect::Households, n.map(build::households));
        };
        state(Group::Poor, poor);
        state(Group::NearPoor, poor.map(|poor| poor + 1));
        let mut history = build::history(vec![snapshot]);
        history.unit = build::name(name);
        history
    }

    fn made(histories: Vec<History>) -> Vec<History> {
        let count = histories.len();
        let mut world = World { histories, ..World::default() };
        add_parents(&mut world);
        world.histories.split_off(count)
    }

    fn value(figure: Option<impl std::borrow::Borrow<Figure>>) -> Option<Exact> {
        figure.and_then(|figure| figure.borrow().one().cloned())
    }

    #[test]
    fn a_city_is_summed_from_its_districts() {
        let made = made(vec![
            part("Quận 1", "2022-12-31", 1_000, Some(20)),
            part("Quận 2", "2022-12-31", 3_000, Some(40)),
        ]);
        let [city] = made.as_slice() else { panic!("one unit: {}", made.len()) };
        assert_eq!(Lang::Vi.wording(&city.unit.name), "Thành phố A");
        let whole = &city.snapshots[0].whole;
        assert_eq!(value(whole.all_households().ok()), Some(Exact::whole(1_000 + 3_000)));
        assert_eq!(value(whole.stated(Group::Poor, &Aspect::Households)), Some(Exact::whole(20 + 40)));
        assert_eq!(city.snapshots[0].origin.summed, Some((2, 2)));
        // 60 of 4.000 households: 1,5 %.
        assert_eq!(value(whole.rate(Group::Poor).ok().as_ref()), Some(Exact::decimal(15, 1)));
    }

    /// 90 of 100 and 30 of 60 are 120 of 160; a part with a percent alone, or with one of the two counts, adds nothing.
    #[test]
    fn coverage_is_summed_over_the_parts_with_both_counts() {
        let covering = |name: &str, covered: Option<i64>, eligible: Option<i64>| {
            let mut part = part(name, "2022-12-31", 1_000, Some(20));
            let of = |n: Option<i64>| n.map(build::households);
            let share = build::percent("91.5", crate::model::unit::Unit::Share);
            let figures = [
                (Cover::Covered, of(covered)),
                (Cover::Eligible, of(eligible)),
                (Cover::Percent, Some(share)),
            ];
            let snapshot = Arc::make_mut(&mut part.snapshots[0]);
            snapshot.coverage = vec![Coverage::new(build::named("bhyt"), figures.into())].into();
            part
        };
        let made = made(vec![
            covering("Quận 1", Some(90), Some(100)),
            covering("Quận 2", Some(30), Some(60)),
            covering("Quận 3", Some(50), None),
            covering("Quận 4", None, None),
        ]);
        let [entry] = made[0].snapshots[0].coverage.as_slice() else { panic!("one entitlement") };
        let sums = [Cover::Covered, Cover::Eligible].map(|cover| value(entry.stated(cover)));
        assert_eq!(sums, [Some(Exact::whole(120)), Some(Exact::whole(160))]);
        let Derivation::Derived(derived) = &*entry.stated(Cover::Covered).unwrap().derivation else {
            panic!("a sum is derived")
        };
        assert_eq!(derived.partial, Some((2, 4)));
        assert!(entry.stated(Cover::Percent).is_none());
    }

    #[test]
    fn a_part_that_is_silent_is_named_and_leaves_the_sum_partial() {
        let made = made(vec![
            part("Quận 1", "2022-12-31", 1_000, Some(20)),
            part("Quận 2", "2022-12-31", 3_000, Some(40)),
            part("Quận 3", "2021-12-31", 2_000, Some(30)),
        ]);
        let snapshot = &made[0].snapshots[0];
        assert_eq!(made[0].snapshots.len(), 1, "on the day of Quận 3 it speaks alone");
        assert_eq!(snapshot.origin.summed, Some((2, 3)));
        assert_eq!(snapshot.whole.areas.len(), 3);
        let poor = snapshot.whole.stated(Group::Poor, &Aspect::Households).unwrap();
        let Derivation::Derived(derived) = &*poor.derivation else { panic!("a sum is derived") };
        assert_eq!(derived.partial, Some((2, 3)));
    }

    /// Of three parts two have figures again, and the same: 90 after 90 of two is no fall from 120 of three.
    #[test]
    fn a_sum_over_other_parts_is_not_compared() {
        let days = |name: &str, days: &[&str]| {
            let made = |day: &&str| (*part(name, day, 1_000, Some(40)).snapshots[0]).clone();
            let mut history = build::history(days.iter().map(made).collect());
            history.unit = build::name(name);
            history
        };
        let both = ["2021-12-31", "2022-12-31"];
        let change_of = |parts: Vec<History>| {
            let city = made(parts).remove(0);
            let (then, now) = (&city.snapshots[0].whole, &city.snapshots[1].whole);
            [
                change(now, Some(then), Group::Poor, &Aspect::Households),
                crate::model::change::rate_change(now, then, Group::Poor),
            ]
        };
        let found = change_of(vec![days("Quận 1", &both), days("Quận 2", &both), days("Quận 3", &both[..1])]);
        for missing in found.map(|change| change.unwrap_err().because) {
            assert!(matches!(missing, MissingReason::AreasDiffer(2, 3)), "{missing:?}");
        }
        let whole = change_of(vec![days("Quận 1", &both), days("Quận 2", &both)]);
        assert_eq!(value(whole[0].as_ref().ok()), Some(Exact::whole(0)));
        // The same two of three on both days are the same parts.
        let same = days("Quận 3", &["2020-12-31"]);
        let same = change_of(vec![days("Quận 1", &both), days("Quận 2", &both), same]);
        assert_eq!(value(same[0].as_ref().ok()), Some(Exact::whole(0)));
    }

    #[test]
    fn no_total_where_other_parts_state_it_than_the_poor() {
        let made = made(vec![
            part("Quận 1", "2022-12-31", 1_000, Some(20)),
            part("Quận 2", "2022-12-31", 3_000, None),
        ]);
        let whole = &made[0].snapshots[0].whole;
        assert_eq!(value(whole.all_households().ok()), None);
        assert_eq!(value(whole.stated(Group::Poor, &Aspect::Households)), Some(Exact::whole(20)));
    }

    #[test]
    fn a_file_of_the_city_itself_wins() {
        let mut city = part("Thành phố A", "2022-12-31", 5_000, Some(70));
        Arc::make_mut(&mut city.snapshots[0]).within = None;
        city.unit = Arc::new(AreaName { folded: name_key("Thành phố A"), ..(*city.unit).clone() });
        let parts =
            [part("Quận 1", "2022-12-31", 1_000, Some(20)), part("Quận 2", "2022-12-31", 3_000, Some(40))];
        assert!(made(parts.into_iter().chain([city]).collect()).is_empty());
        assert!(made(vec![part("Quận 1", "2022-12-31", 1_000, Some(20))]).is_empty(), "one part is no sum");
    }
}
