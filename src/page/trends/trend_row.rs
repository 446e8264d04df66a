//! What has a line over time: the stocks of the two groups, all households, entitlements, programmes.

use std::collections::HashSet;

use crate::model::area::Area;
use crate::model::change;
use crate::model::indicator::{Better, Indicator, IndicatorKind};
use crate::model::measure::{Aspect, Given, Group, GroupField, Measure, PartField, Subject, When};
use crate::model::ops::{self, FigureResult, Missing, MissingReason};
use crate::model::target::TargetMeasure;
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what::{self, capital};
use crate::text::{Lang, glossary, show};

use super::super::table::LongShort;
use super::super::{View, brief};
use super::time_points::{TimePoint, drawn};

/// A row of the table and a line of the chart.
#[derive(Debug, Clone, PartialEq)]
pub enum TrendRow {
    /// A stock of a group.
    Of(Group, Aspect),
    /// All households.
    Total,
    /// All inhabitants.
    Inhabitants,
    /// Covered of those entitled, by id and by its place in the first file that has it.
    Coverage(String, Text, usize),
    /// Another figure that is followed, by id and by what it measures: where that changes a row of its own begins.
    Indicator(String, Text, Followed),
    /// What a programme reached, by id and by its place in the first file that has it: most have it there.
    Programme(String, Text, usize),
}

/// What an indicator measures in a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Followed {
    kind: IndicatorKind,
    /// Did it measure something else in a later file? Then the label says what it measured before.
    is_former: bool,
}

/// The stocks of a group that a file may state, and those of the parts that the files of these days name: one id is one
/// part, by the newest of its names.
fn stocks(stations: &[TimePoint]) -> Vec<Aspect> {
    let of_group = GroupField::ALL.iter().filter(|field| !field.is_flow).map(|field| field.aspect.clone());
    let mut seen = HashSet::new();
    let parts = stations.iter().rev().filter_map(|day| day.area).flat_map(Area::named_parts);
    let parts = parts.filter(|part| seen.insert(&*part.id));
    let fields = [PartField::Households, PartField::Rate, PartField::Persons];
    let of_parts = parts.flat_map(|part| fields.map(|field| Aspect::Among(part.clone(), field)));
    of_group.chain(of_parts).collect()
}

/// All that any of the days has a figure of.
pub fn subjects(view: &View, stations: &[TimePoint]) -> Vec<TrendRow> {
    let mut all: Vec<TrendRow> = Vec::new();
    for aspect in &stocks(stations) {
        let of = |group: &Group| TrendRow::Of(*group, aspect.clone());
        let mut found: Vec<TrendRow> =
            groups(view).iter().map(of).filter(|row| row.is_known(stations)).collect();
        if found.is_empty() {
            found.extend(Some(of(&Group::Combined)).filter(|row| row.is_known(stations)));
        }
        all.extend(found);
    }
    all.extend([TrendRow::Total, TrendRow::Inhabitants]);
    let mut known: HashSet<String> = all.iter().map(TrendRow::key).collect();
    for snapshot in stations.iter().map(|s| s.snapshot) {
        let of_coverage = snapshot
            .coverage
            .iter()
            .enumerate()
            .map(|(at, c)| TrendRow::Coverage(c.named.id.clone(), c.named.name.clone(), at));
        let of_support = snapshot
            .programmes
            .iter()
            .enumerate()
            .map(|(at, p)| TrendRow::Programme(p.named.id.clone(), p.named.name.clone(), at));
        let area = view.path;
        let of_indicators = snapshot.whole.at(area).into_iter().flat_map(Area::indicators);
        let of_indicators = of_indicators.map(|i| TrendRow::of_indicator(i, view, stations));
        for subject in of_coverage.chain(of_indicators).chain(of_support) {
            if known.insert(subject.key()) {
                all.push(subject);
            }
        }
    }
    all.retain(|row| row.is_known(stations));
    // Where counts are few and rates are there, the rates have the course: they stand first.
    let several = |row: &&TrendRow| row.is_several(stations);
    let is_of = |row: &&TrendRow, aspect| matches!(row, TrendRow::Of(_, of) if *of == aspect);
    let of =
        |aspect: Aspect| all.iter().filter(move |row| is_of(row, aspect.clone())).any(|row| several(&row));
    let rates_first = of(Aspect::Rate) && !of(Aspect::Households);
    // Entitlements stand before indicators, those before programmes, whichever file names them first.
    all.sort_by_key(|s| match s {
        TrendRow::Of(_, Aspect::Rate) if rates_first => 0,
        TrendRow::Of(..) | TrendRow::Total | TrendRow::Inhabitants | TrendRow::Coverage(..) => 1,
        TrendRow::Indicator(..) => 2,
        TrendRow::Programme(..) => 3,
    });
    all
}

/// The households of the groups that none of the days has a figure of, where both together have none either.
pub fn lacking(view: &View, stations: &[TimePoint]) -> Vec<TrendRow> {
    let of = |group: &Group| TrendRow::Of(*group, Aspect::Households);
    if of(&Group::Combined).is_known(stations) && view.group == Group::Combined {
        return Vec::new();
    }
    groups(view).iter().map(of).filter(|row| !row.is_known(stations)).collect()
}

/// The groups shown: both, or the one in the foreground.
fn groups(view: &View) -> Vec<Group> {
    if view.group == Group::Combined { Group::TWO.to_vec() } else { vec![view.group] }
}

/// The entry of a list that `is_it`: where it stood in the list of another file, or wherever it is.
fn at_or_anywhere<T>(all: &[T], at: usize, is_it: impl Fn(&T) -> bool) -> Option<&T> {
    all.get(at).filter(|entry| is_it(entry)).or_else(|| all.iter().find(|entry| is_it(entry)))
}

impl TrendRow {
    fn of_indicator(of: &Indicator, view: &View, stations: &[TimePoint]) -> Self {
        let known =
            stations.iter().rev().filter_map(|s| s.snapshot.whole.at(view.path)?.indicator(&of.named.id));
        let is_former = known.map(|newest| newest.kind).next().is_some_and(|newest| newest != of.kind);
        Self::Indicator(of.named.id.clone(), of.named.name.clone(), Followed { kind: of.kind, is_former })
    }

    /// Are there figures of more than one day under the shown standard?
    fn is_several(&self, stations: &[TimePoint]) -> bool {
        stations.iter().filter(|s| s.own.is_some() && self.figure(s).is_ok()).count() > 1
    }

    /// Have two of the days of a chart a figure of it?
    pub fn has_course(&self, stations: &[TimePoint]) -> bool {
        drawn(stations).into_iter().filter(|station| self.figure(station).is_ok()).nth(1).is_some()
    }

    /// The key of its row.
    pub fn key(&self) -> String {
        match self {
            Self::Of(group, Aspect::Among(part, field)) => format!("{group:?}:{field:?}:{}", part.id),
            Self::Of(group, aspect) => format!("{group:?}:{aspect:?}"),
            Self::Total => "total".to_owned(),
            Self::Inhabitants => "inhabitants".to_owned(),
            Self::Coverage(id, ..) => format!("coverage:{id}"),
            Self::Indicator(id, _, Followed { kind, is_former: true }) => {
                format!("indicator:{id}:{:?}:{:?}", kind.unit, kind.better)
            }
            Self::Indicator(id, ..) => format!("indicator:{id}"),
            Self::Programme(id, ..) => format!("programme:{id}"),
        }
    }

    /// Does any of the days have a figure of it?
    fn is_known(&self, stations: &[TimePoint]) -> bool {
        stations.iter().any(|station| self.figure(station).is_ok())
    }

    /// Does the other stand in one chart with it: in the same unit, on the same axis?
    pub fn shares_axis(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Of(_, a), Self::Of(_, b)) => a.is(b),
            _ => self == other,
        }
    }

    /// Its figure on a day.
    pub fn figure(&self, station: &TimePoint) -> FigureResult {
        let whole = &station.snapshot.whole;
        let Some(area) = station.area else {
            return match (self, station.later) {
                (Self::Of(group, Aspect::Households), Some(later)) => {
                    change::at_start(later, *group, station.day())
                }
                _ => none(whole),
            };
        };
        let is_unit = std::ptr::eq(area, whole);
        match self {
            Self::Of(group, aspect) => area.shown(*group, aspect),
            Self::Total => area.told_total(),
            Self::Inhabitants => area.inhabitants(),
            Self::Coverage(id, _, at) => {
                let found = at_or_anywhere(&station.snapshot.coverage, *at, |c| c.named.id == *id);
                found.filter(|_| is_unit).map_or_else(|| none(area), |c| c.ratio(whole))
            }
            Self::Indicator(..) => {
                self.indicator(station).map_or_else(|| none(area), |(found, area)| found.figure(area))
            }
            Self::Programme(id, _, at) => {
                let found = at_or_anywhere(&station.snapshot.programmes, *at, |p| p.named.id == *id);
                let Some(programme) = found else { return none(area) };
                if is_unit {
                    return programme.figure(whole, crate::model::measure::Support::Reached);
                }
                programme.part(&area.name).map_or_else(|| none(area), |part| part.reached(programme, whole))
            }
        }
    }

    /// May there be a figure of it on that day? An indicator that measured something else then has another row; an
    /// entitlement or a programme that the file does not list was none then. A part of a group is there also where a
    /// report does not count it.
    pub fn has_meaning(&self, station: &TimePoint) -> bool {
        match self {
            Self::Indicator(id, _, followed) => {
                let found = station.area.and_then(|area| area.indicator(id));
                found.is_none_or(|found| found.kind == followed.kind)
            }
            Self::Of(..) | Self::Total | Self::Inhabitants | Self::Coverage(..) | Self::Programme(..) => true,
        }
    }

    /// Is it a flow? Its figures of two spans have no line between them.
    pub fn is_flow(&self) -> bool {
        matches!(self, Self::Programme(..))
    }

    /// Its change between two days, signed.
    pub fn change(&self, now: &TimePoint, then: &TimePoint) -> FigureResult {
        if let (Some((now, area)), Some(before)) = (self.indicator(now), self.indicator(then)) {
            return now.change(area, before);
        }
        let (after, before) = (self.figure(now), self.figure(then));
        let what = match &after {
            Ok(figure) => figure.subject.clone(),
            Err(missing) => missing.what.clone(),
        };
        let measure = match self {
            Self::Of(group, Aspect::Households) => Measure::of_group(*group, Aspect::Change),
            Self::Of(group, Aspect::Rate) => Measure::of_group(*group, Aspect::RateDifference),
            Self::Of(..)
            | Self::Total
            | Self::Inhabitants
            | Self::Coverage(..)
            | Self::Indicator(..)
            | Self::Programme(..) => what.measure.clone(),
        };
        let what = Subject { measure, when: When::Between(then.day(), now.day()), ..what };
        ops::difference(what, &after, &before)
    }

    /// The indicator on a day, with its unit or area there; what measured something else then is not it.
    fn indicator<'a>(&self, station: &TimePoint<'a>) -> Option<(&'a Indicator, &'a Area)> {
        let (Self::Indicator(id, _, followed), Some(area)) = (self, station.area) else { return None };
        Some((area.indicator(id).filter(|found| found.kind == followed.kind)?, area))
    }

    /// Does a target read it? Households and rates of a group are two sides of one target.
    pub fn is_read_by(&self, reads: &TargetMeasure) -> bool {
        match (self, reads) {
            (
                Self::Of(group, Aspect::Households | Aspect::Rate),
                TargetMeasure::Rate(g) | TargetMeasure::Households(g),
            )
            | (Self::Of(group, Aspect::PolicyFamilies), TargetMeasure::PolicyFamilies(g)) => group == g,
            (
                Self::Of(group, Aspect::Among(part, PartField::Households | PartField::Rate)),
                TargetMeasure::AmongRate(g, of) | TargetMeasure::AmongHouseholds(g, of),
            ) => group == g && part.id == of.id,
            (Self::Coverage(id, ..), TargetMeasure::Coverage(of))
            | (Self::Indicator(id, _, Followed { is_former: false, .. }), TargetMeasure::Indicator(of, _))
            | (Self::Programme(id, ..), TargetMeasure::Programme(of, Given::Reached)) => id == of,
            _ => false,
        }
    }

    /// The label of its row.
    pub fn label(&self, lang: Lang) -> String {
        let label = match self {
            Self::Of(_, Aspect::Households) => return self.name(lang),
            Self::Of(group, Aspect::Rate) => {
                say!(lang, "tỷ lệ {of}", "{of} rate"; of = what::group_short(*group))
            }
            Self::Of(group, Aspect::Persons) => {
                say!(lang, "nhân khẩu {of}", "members of {of} households"; of = what::group_short(*group))
            }
            Self::Of(group, part) => {
                let [full, ..] = what::part(lang, part);
                say!(lang, "{full}, {of}"; full, of = what::group_short(*group))
            }
            Self::Total => say!(lang, "tổng hộ dân", "all households"),
            Self::Inhabitants => say!(lang, "dân số", "inhabitants"),
            Self::Indicator(_, name, Followed { kind, is_former: true }) => {
                let measured = match (kind.unit, kind.better) {
                    (Unit::Share, Better::Higher) => ("%, cần tăng", "%, to rise"),
                    (Unit::Share, Better::Lower) => ("%, cần giảm", "%, to fall"),
                    (unit, _) => (show::unit_short(Lang::Vi, unit), show::unit_short(Lang::En, unit)),
                };
                say!(lang, "{name} ({measured})"; name, measured)
            }
            Self::Coverage(_, name, _) | Self::Indicator(_, name, _) | Self::Programme(_, name, _) => {
                return lang.wording(name).to_owned();
            }
        };
        capital(&label.text())
    }

    /// The label of its row, and a shorter one where that would be cut.
    pub fn labels(&self, lang: Lang) -> LongShort {
        let short = match self {
            Self::Of(group, Aspect::Persons) => {
                say!(lang, "nhân khẩu {of}", "members, {of}"; of = what::group_short(*group))
            }
            Self::Of(group, part) if !matches!(part, Aspect::Households | Aspect::Rate) => {
                let [.., head] = what::part(lang, part);
                say!(lang, "{head}, {of}"; head, of = what::group_short(*group))
            }
            Self::Coverage(_, name, _) => Line::plain(brief::name(lang, lang.wording(name))),
            _ => return self.label(lang).into(),
        };
        LongShort::new(self.label(lang), capital(&short.text()))
    }

    /// What its line is called: by the group, where the title says what is measured.
    pub fn name(&self, lang: Lang) -> String {
        let (vi, en) = match self {
            Self::Of(group, _) => what::group_short(*group),
            Self::Total
            | Self::Inhabitants
            | Self::Coverage(..)
            | Self::Indicator(..)
            | Self::Programme(..) => {
                return self.label(lang);
            }
        };
        let counted = matches!(self, Self::Of(_, Aspect::Households)).then_some(("", " households"));
        capital(&say!(lang, "{of}[{counted}]"; of = (vi, en), counted).text())
    }

    /// What is measured, over the chart.
    pub fn title(&self, lang: Lang) -> String {
        match self {
            Self::Of(_, Aspect::Rate) => lang.term(glossary::RATE).to_owned(),
            Self::Of(_, Aspect::Persons) => lang.pick("Nhân khẩu", "Persons").to_owned(),
            Self::Of(_, Aspect::Households) => lang.pick("Số hộ", "Households").to_owned(),
            Self::Of(_, part) => {
                let [full, ..] = what::part(lang, part);
                full
            }
            Self::Total
            | Self::Inhabitants
            | Self::Coverage(..)
            | Self::Indicator(..)
            | Self::Programme(..) => self.label(lang),
        }
    }
}

fn none(area: &Area) -> FigureResult {
    Err(Missing::because(area.what(Measure::AllHouseholds), MissingReason::NotStated))
}
