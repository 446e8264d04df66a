//! What an area is among the parts of its whole: its share, its rank, how many the first few hold together, which
//! falls fastest.

use std::sync::Arc;

use foldhash::HashMap;

use super::amount::Amount;
use super::area::{Area, LackList};
use super::change::HouseholdChange;
use super::exact::Exact;
use super::figure::{Derivation, Figure, Rule, Term};
use super::measure::{Aspect, Group, IdName, Measure, Subject};
use super::ops::{self, FigureResult, Missing, MissingReason};
use super::qualifier::Qualifier;
use super::stated::StatedFigures;
use super::unit::Unit;

/// Under so many households a change in percent says nothing: one household more or less is too much of it.
pub const LEAST: i64 = 30;

/// The area's part of the households of a group in the whole it is a part of.
pub fn share(area: &Area, whole: &Area, group: Group) -> FigureResult {
    let what = area.what(Measure::of_group(group, Aspect::ShareOfUnit));
    let count = |area: &Area| area.figure(group, &Aspect::Households);
    share_of_all(what, &count(area), &count(whole))
}

/// A count in percent of that of the whole: what only some parts make up is not that of the whole.
fn share_of_all(what: Subject, count: &FigureResult, all: &FigureResult) -> FigureResult {
    match all.as_ref().ok().and_then(|all| all.derivation.partial()) {
        Some((have, of)) => Err(Missing::because(what, MissingReason::AreasDiffer(have, of))),
        None => ops::percentage(what, Unit::Share, count, all),
    }
}

/// How far the rate of an area lies from that of the whole it is a part of, in points.
pub fn from_whole(area: &Area, group: Group, rate: &FigureResult, of_whole: &FigureResult) -> FigureResult {
    ops::difference(area.what(Measure::of_group(group, Aspect::RateFromWhole)), rate, of_whole)
}

/// The parts that have a figure of the group above zero, from the most; equal ones in people's order of names. None is
/// not "most", however few the others are, and what is only said to be under a number has no place.
pub fn ranked(whole: &Area, group: Group, by: By) -> Vec<(&Area, Figure)> {
    ranked_of(known(whole, group, by)).into_iter().filter_map(|part| part.told(group, by)).collect()
}

/// A part that has a figure, with what it is ranked by: of thousands that are ranked a few are told.
#[derive(Clone)]
struct Part<'a> {
    area: &'a Area,
    amount: Amount,
    is_open: bool,
}

impl<'a> Part<'a> {
    fn told(&self, group: Group, by: By) -> Option<(&'a Area, Figure)> {
        Some((self.area, by.figure(self.area, group).ok()?))
    }
}

fn ranked_of(mut found: Vec<Part>) -> Vec<Part> {
    found.retain(|part| part.amount.high().is_positive() && !part.is_open);
    found.sort_by(|one, other| other.amount.low().cmp(one.amount.low()));
    found
}

fn known(whole: &Area, group: Group, by: By) -> Vec<Part<'_>> {
    let part = |area| {
        let figure = by.figure(area, group).ok()?;
        Some(Part { area, is_open: is_open(&figure), amount: figure.amount })
    };
    whole.areas.iter().filter_map(part).collect()
}

/// Of more parts than these a count is nobody's in particular.
const WHOSE: usize = 3;

/// The parts that hold all of a count of their whole, where they are few and none is unknown.
pub fn whose<'a>(whole: &'a Area, group: Group, aspect: &Aspect) -> Vec<(&'a Area, Figure)> {
    let part = |area| Some((area, Area::figure(area, group, aspect).ok()?));
    let Some(mut parts) = whole.areas.iter().map(part).collect::<Option<Vec<_>>>() else { return Vec::new() };
    parts.retain(|(_, figure)| !figure.exactly().is_some_and(Exact::is_zero));
    let known = parts.iter().map(|(_, figure)| figure.exactly()).collect::<Option<Vec<_>>>();
    let all = known.map(|known| known.into_iter().fold(Exact::whole(0), |sum, one| &sum + one));
    let is_all = whole.figure(group, aspect).is_ok_and(|figure| figure.exactly() == all.as_ref());
    if is_all && (1..=WHOSE).contains(&parts.len()) { parts } else { Vec::new() }
}

/// Is no more said of it than what it does not reach? "Gần 7%" is a number, "dưới 7%" may be anything below.
pub fn is_open(figure: &Figure) -> bool {
    matches!(figure.qualifier, Qualifier::Under | Qualifier::AtMost)
}

/// Of fewer parts with figures, save where these are all there are, nothing is "the most".
const FEWEST: usize = 3;

/// May so many parts of a whole be ranked?
pub fn is_enough(whole: &Area, known: usize) -> bool {
    known >= FEWEST || known == 2 && whole.areas.len() == 2
}

/// Of more that are equal none is named.
const EQUAL: usize = 3;

/// What may be said of a ranking.
#[derive(Debug, Clone)]
pub struct Ranking<'a> {
    /// Those that have the most: as many as were asked for, or fewer or more where that would part equal ones.
    pub first: Vec<(&'a Area, Figure)>,
    /// The one that has least; none where another has as little, or may have.
    pub last: Option<(&'a Area, Figure)>,
    /// Of so many parts that have a figure, those of nobody among them.
    pub of: usize,
}

impl Ranking<'_> {
    /// Have the first ones all the same figure?
    pub fn is_tie(&self) -> bool {
        self.first.len() > 1 && self.first.iter().all(|(_, figure)| figure.amount == self.first[0].1.amount)
    }
}

/// The parts that have the most of a group; none where that cannot be said: of one, of two where there are more, where
/// all are equal, where one that is only said to be under a number may have as much. A rate of fewer households than
/// [`LEAST`] moves with every one of them: no part is named for it.
pub fn ranking(whole: &Area, group: Group, by: By, asked: usize) -> Option<Ranking<'_>> {
    let all = known(whole, group, by);
    let ranked = ranked_of(all.clone());
    let low = |at: usize| ranked.get(at).map(|part| part.amount.low());
    let parts_none =
        |count: &usize| *count < all.len() && *count <= ranked.len() && low(count - 1) > low(*count);
    let count = (1..=asked)
        .rev()
        .chain(asked + 1..=EQUAL)
        .find(parts_none)
        .filter(|_| is_enough(whole, all.len()))?;
    let may_be = |part: &Part| part.is_open && low(count - 1) <= Some(part.amount.high());
    if all.iter().any(may_be) {
        return None;
    }
    let is_small = |area: &Area| by == By::Rate && is_few(area, group);
    if ranked.iter().take(count).any(|part| is_small(part.area)) {
        return None;
    }
    let is_least = ranked.len() == all.len() && low(all.len() - 2) > low(all.len() - 1);
    let last = ranked.last().filter(|part| is_least && count < all.len() && !is_small(part.area));
    let first = ranked.iter().take(count).filter_map(|part| part.told(group, by)).collect();
    Some(Ranking { first, last: last.and_then(|part| part.told(group, by)), of: all.len() })
}

/// What the parts of a whole are best ranked by: the first of these that most of them have, by count or by rate.
pub fn ranked_by(whole: &Area, groups: &[Group]) -> Option<(Group, By)> {
    let ways = groups.iter().flat_map(|group| [By::Count, By::Rate].map(|by| (*group, by)));
    let found = ways.map(|(group, by)| {
        let all = known(whole, group, by);
        ((group, by), all.len(), ranked_of(all).len())
    });
    let found = found.filter(|(_, known, ranked)| is_enough(whole, *known) && *ranked > 1).rev();
    // Of equals the last of those turned round is the first.
    found.max_by_key(|(_, known, _)| *known).map(|(way, ..)| way)
}

/// The parts of which it is said that the group has nobody there.
pub fn without(whole: &Area, group: Group) -> Vec<&Area> {
    let is_none = |area: &&Area| {
        By::Count.figure(area, group).is_ok_and(|count| count.exactly().is_some_and(Exact::is_zero))
    };
    whole.areas.iter().filter(is_none).collect()
}

/// Has an area fewer households of a group than [`LEAST`], so that nothing is judged by its rate?
pub fn is_few(area: &Area, group: Group) -> bool {
    area.figure(group, &Aspect::Households).is_ok_and(|count| *count.amount.high() < Exact::whole(LEAST))
}

/// What the first few parts hold together.
#[derive(Debug, Clone)]
pub struct First {
    /// How many they are.
    pub count: usize,
    /// Their households.
    pub sum: FigureResult,
    /// These in percent of the whole's.
    pub share: FigureResult,
}

/// The `count` parts with most households of the group; none where these would be all that have figures.
pub fn first(whole: &Area, group: Group, count: usize) -> Option<First> {
    let all = known(whole, group, By::Count);
    let is_open = all.iter().any(|part| part.is_open);
    let found = ranked_of(all);
    if found.len() <= count || is_open {
        return None;
    }
    let counts: Vec<FigureResult> =
        found.iter().take(count).map(|part| By::Count.figure(part.area, group)).collect();
    let sum = ops::sum(whole.what(Measure::FirstAreas(group, count)), &counts);
    let all = whole.figure(group, &Aspect::Households);
    let share = share_of_all(whole.what(Measure::FirstAreasShare(group, count)), &sum, &all);
    Some(First { count, sum, share })
}

/// A deprivation or a cause of poverty, with the households it is found in.
#[derive(Debug, Clone)]
pub struct Lack {
    /// Which.
    pub named: Arc<IdName>,
    figures: StatedFigures<Group>,
}

impl Lack {
    /// The figure for a group.
    pub fn households(&self, group: Group) -> Option<&Figure> {
        self.figures.get(&group)
    }
}

/// Deprivations or causes of an area: those stated of it, else the sums over its parts. Nothing is summed from one to
/// another: a household may have several.
pub fn lacks(area: &Area, list: LackList) -> Vec<Lack> {
    let own = |named: &Arc<IdName>| Lack {
        named: named.clone(),
        figures: Group::TWO.map(|group| (group, area.stated(group, &list.aspect(named)))).into(),
    };
    if !area.lacks(list).is_empty() {
        return area.lacks(list).iter().map(own).collect();
    }
    let mut named: Vec<&Arc<IdName>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::default();
    let mut stated: Vec<[Vec<Figure>; 2]> = Vec::new();
    for (part, lack) in
        area.areas.iter().flat_map(|part| part.lacks(list).iter().map(move |lack| (part, lack)))
    {
        let at = *places.entry(&lack.id).or_insert_with(|| {
            named.push(lack);
            stated.push([Vec::new(), Vec::new()]);
            named.len() - 1
        });
        let aspect = list.aspect(lack);
        for (group, found) in Group::TWO.into_iter().zip(&mut stated[at]) {
            found.extend(part.stated(group, &aspect));
        }
    }
    let sum = |named: &Arc<IdName>, (group, found): (Group, Vec<Figure>)| {
        let what = area.what(Measure::of_group(group, list.aspect(named)));
        Some((group, ops::sum_over_some(what, found, area.areas.len()).ok()?))
    };
    let summed = |(named, stated): (&Arc<IdName>, [Vec<Figure>; 2])| Lack {
        named: named.clone(),
        figures: Group::TWO.into_iter().zip(stated).filter_map(|of_group| sum(named, of_group)).collect(),
    };
    named.into_iter().zip(stated).map(summed).collect()
}

/// By what areas are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Households of the group.
    Count,
    /// Their rate.
    Rate,
}

impl By {
    /// The figure of an area that it is ranked by.
    pub fn figure(self, area: &Area, group: Group) -> FigureResult {
        match self {
            Self::Count => area.figure(group, &Aspect::Households),
            Self::Rate => area.reckoned_rate(group),
        }
    }

    fn rank(self) -> Aspect {
        match self {
            Self::Count => Aspect::RankByCount,
            Self::Rate => Aspect::RankByRate,
        }
    }
}

/// The place of an area among the parts of its whole: one more than those that have more, so that equal ones share
/// a place. The list it is taken from stands in its story.
pub fn rank(area: &Area, whole: &Area, group: Group, by: By) -> FigureResult {
    let what = area.what(Measure::of_group(group, by.rank()));
    let own = by.figure(area, group);
    let Ok(own) = &own else {
        return Err(own.err().unwrap_or_else(|| Missing::not_stated(what)));
    };
    let list: Vec<Figure> = whole.areas.iter().filter_map(|a| by.figure(a, group).ok()).collect();
    let above = list.iter().filter(|figure| figure.amount.low() > own.amount.low()).count();
    let place = Exact::whole(i64::try_from(above + 1).unwrap_or(i64::MAX));
    let (have, of) = (list.len(), whole.areas.len());
    let formula = list.into_iter().map(Term::Figure).collect();
    let mut figure = ops::by_rule(what, Unit::Rank, Amount::One(place), Rule::Rank, formula)?;
    if have < of
        && let Derivation::Derived(derived) = Arc::make_mut(&mut figure.derivation)
    {
        derived.partial = Some((have, of));
    }
    Ok(figure)
}

/// The change of an area in percent of its earlier count, where that was at least [`LEAST`].
pub fn relative_change(area: &Area, step: &HouseholdChange, group: Group) -> Option<Figure> {
    step.then.as_ref().ok().filter(|then| *then.amount.low() >= Exact::whole(LEAST))?;
    let what = area.what(Measure::of_group(group, Aspect::RelativeChange));
    ops::percentage(what, Unit::Share, &step.change, &step.then).ok()
}

/// The parts that fell fastest and slowest in percent of their earlier count, of those that had at least [`LEAST`]
/// households before. They are added one after the other, and none is kept but these.
#[derive(Debug, Default)]
pub struct Fastest {
    /// The place of the fastest among those that were added, and its change: below zero. None where none of those ranked
    /// fell.
    pub first: Option<(usize, Figure)>,
    last: Option<(usize, Figure)>,
    /// So many parts had too few households to be ranked by this.
    pub small: usize,
    fell: usize,
}

impl Fastest {
    /// Takes in the change of a part.
    pub fn add(&mut self, at: usize, area: &Area, step: &HouseholdChange, group: Group) {
        let Ok(earlier) = &step.then else { return };
        if *earlier.amount.low() < Exact::whole(LEAST) {
            self.small += 1;
            return;
        }
        let change = relative_change(area, step, group).filter(|change| change.amount.high().is_negative());
        let Some(change) = change else { return };
        self.fell += 1;
        let low = change.amount.low();
        if self.first.as_ref().is_none_or(|(_, first)| low < first.amount.low()) {
            self.first = Some((at, change.clone()));
        }
        if self.last.as_ref().is_none_or(|(_, last)| low >= last.amount.low()) {
            self.last = Some((at, change));
        }
    }

    /// The one of those ranked that fell least, where there is another than the first.
    pub fn last(&self) -> Option<&(usize, Figure)> {
        self.last.as_ref().filter(|_| self.fell > 1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::build::{self, households, snapshot};
    use super::super::change;
    use super::super::snapshot::Snapshot;
    use super::*;

    /// A whole with parts of so many poor households, of 1000 each; below zero: no figure.
    fn whole(day: &str, poor: &[i64]) -> Snapshot {
        let mut snapshot = snapshot(day);
        let origin = snapshot.origin.clone();
        snapshot.whole.state(
            Group::Poor,
            Aspect::Households,
            Some(households(poor.iter().filter(|n| **n >= 0).sum())),
        );
        snapshot.whole.areas = (1..)
            .zip(poor)
            .map(|(i, n)| {
                let mut area = build::area(&format!("P{i}"), &origin);
                area.state(Group::Poor, Aspect::Households, (*n >= 0).then(|| households(*n)));
                area.state_households(Some(households(1000)));
                area
            })
            .collect();
        snapshot
    }

    fn number(known: &FigureResult) -> i64 {
        known.as_ref().unwrap().one().and_then(Exact::to_whole).unwrap()
    }

    /// 142 of 1429 are 9.937… %.
    #[test]
    fn a_share_is_of_the_whole_as_it_is_stated() {
        let mut of = whole("2022-12-31", &[142, 300]).whole;
        of.state(Group::Poor, Aspect::Households, Some(households(1429)));
        let share = share(&of.areas[0], &of, Group::Poor).unwrap();
        assert_eq!(share.one(), (Exact::whole(14_200)).over(&Exact::whole(1429)).as_ref());
        assert_eq!(share.unit, Unit::Share);
    }

    /// 50 + 40 + 30 + 20 + 10 = 150 of 155: 96.77… %. The one without a figure is not among them and not zero.
    #[test]
    fn the_first_five_are_those_with_most() {
        let of = whole("2022-12-31", &[10, 40, -1, 50, 5, 20, 30]).whole;
        let first = first(&of, Group::Poor, 5).unwrap();
        assert_eq!(number(&first.sum), 150);
        assert_eq!(first.share.unwrap().one(), Exact::whole(15_000).over(&Exact::whole(155)).as_ref());
        let order: Vec<&str> =
            ranked(&of, Group::Poor, By::Count).iter().map(|(area, _)| area.name.name.vi.as_str()).collect();
        assert_eq!(order, ["P4", "P2", "P7", "P6", "P1", "P5"]);
    }

    #[test]
    fn five_of_five_are_no_first_five() {
        assert!(first(&whole("2022-12-31", &[1, 2, 3, 4, 5]).whole, Group::Poor, 5).is_none());
        assert!(first(&whole("2022-12-31", &[1, 2, 3, 4, 5, -1]).whole, Group::Poor, 5).is_none());
    }

    /// Of one, of all alike, and beside what is only said to be under as much, nobody has the most.
    #[test]
    fn the_most_is_said_where_it_can_be() {
        type Case<'a> = (&'a [(i64, Qualifier)], &'a [&'a str], Option<&'a str>);
        use Qualifier::{Exact as Is, Nearly, Under};
        let cases: [Case; 10] = [
            (&[(50, Is)], &[], None),
            (&[(50, Is), (40, Is)], &["P1"], Some("P2")),
            (&[(50, Is), (40, Is), (30, Is)], &["P1"], Some("P3")),
            (&[(50, Is), (50, Is), (30, Is)], &["P1", "P2"], Some("P3")),
            (&[(50, Is), (50, Is), (50, Is)], &[], None),
            (&[(50, Is), (40, Is), (40, Is)], &["P1"], None),
            (&[(50, Is), (0, Is), (40, Is)], &["P1"], None),
            (&[(7, Under), (7, Under), (7, Under)], &[], None),
            (&[(50, Is), (60, Under), (40, Is)], &[], None),
            (&[(50, Nearly), (20, Under), (40, Is)], &["P1"], None),
        ];
        for (counts, first, last) in cases {
            let numbers: Vec<i64> = counts.iter().map(|(n, _)| *n).collect();
            let mut of = whole("2022-12-31", &numbers).whole;
            for (area, (n, qualifier)) in of.areas.iter_mut().zip(counts) {
                area.state(
                    Group::Poor,
                    Aspect::Households,
                    Figure { qualifier: *qualifier, ..households(*n) },
                );
            }
            let found = ranking(&of, Group::Poor, By::Count, 1);
            let name = |area: &Area| area.name.name.vi.clone();
            let named: Vec<String> =
                found.iter().flat_map(|found| &found.first).map(|(area, _)| name(area)).collect();
            assert_eq!(named, first, "{counts:?}");
            let least = found.and_then(|found| found.last).map(|(area, _)| name(area));
            assert_eq!(least.as_deref(), last, "{counts:?}");
        }
    }

    /// 70, 50, 50, 20: the two with 50 are both second, the next is fourth.
    #[test]
    fn equal_ones_share_a_place() {
        let of = whole("2022-12-31", &[50, 70, 20, 50]).whole;
        let places: Vec<i64> =
            of.areas.iter().map(|area| number(&rank(area, &of, Group::Poor, By::Count))).collect();
        assert_eq!(places, [2, 1, 4, 2]);
        let place = rank(&of.areas[0], &of, Group::Poor, By::Rate).unwrap();
        assert_eq!(place.derivation.inputs().count(), 4);
        assert!(place.is_derived());
    }

    #[test]
    fn a_place_among_some_says_so_and_one_without_figure_has_none() {
        let of = whole("2022-12-31", &[50, -1, 70]).whole;
        let place = rank(&of.areas[0], &of, Group::Poor, By::Count).unwrap();
        let Derivation::Derived(derived) = &*place.derivation else { panic!("a rank is derived") };
        assert_eq!((place.one(), derived.partial), (Some(&Exact::whole(2)), Some((2, 3))));
        assert!(rank(&of.areas[1], &of, Group::Poor, By::Count).is_err());
    }

    fn fastest(then: &Snapshot, now: &Snapshot) -> Fastest {
        let mut fastest = Fastest::default();
        for (at, area) in now.whole.areas.iter().enumerate() {
            let path = std::slice::from_ref(&area.name);
            let step = change::step(area, path, Some(then), false, Group::Poor);
            fastest.add(at, area, &step, Group::Poor);
        }
        fastest
    }

    /// P1 200 → 150 is −25 %, P2 100 → 60 is −40 %, P3 29 → 3 would be −90 % but had under 30.
    #[test]
    fn the_fastest_fall_passes_over_small_areas() {
        let (then, now) = (whole("2021-12-31", &[200, 100, 29]), whole("2022-12-31", &[150, 60, 3]));
        let fastest = fastest(&then, &now);
        let (at, change) = fastest.first.as_ref().unwrap();
        assert_eq!((*at, change.one(), fastest.small), (1, Some(&Exact::whole(-40)), 1));
        assert_eq!(fastest.last().map(|(at, _)| *at), Some(0));
    }

    #[test]
    fn where_nothing_fell_nothing_fell_fastest() {
        let (then, now) = (whole("2021-12-31", &[40, 100]), whole("2022-12-31", &[40, 120]));
        assert!(fastest(&then, &now).first.is_none());
    }
}
