//! What a figure is the figure of: a measure, of some unit or area, at some day or over some span.

use std::sync::Arc;

use chrono::NaiveDate;

use super::name::AreaName;
use super::period::Period;
use super::unit::Unit;
use super::words::Text;

/// The subject of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct What {
    /// What is measured.
    pub measure: Measure,
    /// Of which unit or area.
    pub whose: Arc<AreaName>,
    /// When it holds, or what it covers.
    pub when: When,
}

/// When a figure holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// A stock: on that day.
    Day(NaiveDate),
    /// A flow: over that period.
    Over(Period),
    /// A change between two days.
    Between(NaiveDate, NaiveDate),
    /// A target's year.
    Year(i32),
}

/// A group of households.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Group {
    /// hộ nghèo
    Poor,
    /// hộ cận nghèo
    NearPoor,
    /// both together
    #[default]
    Combined,
}

impl Group {
    /// The two that reports state, in the order of every table.
    pub const TWO: [Self; 2] = [Self::Poor, Self::NearPoor];
    /// All columns of the one table grammar.
    pub const ALL: [Self; 3] = [Self::Poor, Self::NearPoor, Self::Combined];

    /// Its name in the format.
    pub fn code(self) -> &'static str {
        match self {
            Self::Poor => "poor",
            Self::NearPoor => "near_poor",
            Self::Combined => "combined",
        }
    }

    /// The group that the format calls so.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }
}

/// A thing with an id and a name in the file: a programme, an indicator, a target …
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Named {
    /// Its id: what other fields and other snapshots call it.
    pub id: String,
    /// Its name for people.
    pub name: Text,
}

/// A line of the official review tables: how households enter or leave a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// đầu kỳ
    Start,
    /// out: from poor to near-poor, or (near-poor group) to poor
    ToOther,
    /// out: above the near-poor line
    AboveNearPoor,
    /// out: the sum of the two before, where only that is known
    Escaped,
    /// out: any other reason (moved away, died)
    OtherOut,
    /// in: from near-poor, or (near-poor group) from poor
    FromOther,
    /// in: fallen back
    Relapsed,
    /// in: newly poor
    Newly,
    /// in: any other reason
    OtherIn,
}

impl Line {
    /// The lines by which households leave.
    pub const OUT: [Self; 4] = [Self::ToOther, Self::AboveNearPoor, Self::Escaped, Self::OtherOut];
    /// The lines by which households enter.
    pub const IN: [Self; 4] = [Self::FromOther, Self::Relapsed, Self::Newly, Self::OtherIn];

    /// Every line with its name in the format, of the near-poor last.
    pub const ALL: [(Self, [&'static str; 2]); 9] = [
        (Self::Start, ["start"; 2]),
        (Self::ToOther, ["to_near_poor", "to_poor"]),
        (Self::AboveNearPoor, ["above_near_poor"; 2]),
        (Self::Escaped, ["escaped"; 2]),
        (Self::OtherOut, ["other_out"; 2]),
        (Self::FromOther, ["from_near_poor", "from_poor"]),
        (Self::Relapsed, ["relapsed"; 2]),
        (Self::Newly, ["newly"; 2]),
        (Self::OtherIn, ["other_in"; 2]),
    ];

    /// Its name in the movement of a group.
    pub fn code(self, group: Group) -> &'static str {
        let found = Self::ALL.iter().find(|(line, _)| *line == self);
        found.map_or("", |(_, names)| names[usize::from(group == Group::NearPoor)])
    }

    /// The line that the format calls so, in whichever group.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, names)| names.contains(&code)).map(|(line, _)| *line)
    }
}

/// What is measured of a group.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Households: a stock.
    Households,
    /// Persons in them: a stock.
    Persons,
    /// Percent of all households.
    Rate,
    /// The reported change of the rate, in points.
    RateChange,
    /// Net fall over the period.
    Reduced,
    /// Households under merit policy among them.
    PolicyFamilies,
    /// Another named part of the group, in households.
    Among(Arc<Named>),
    /// The persons of such a part.
    AmongPersons(Arc<Named>),
    /// A line of the movement, in households.
    Moved(Line),
    /// A line of the movement, in persons.
    MovedPersons(Line),
    /// All that left, or all that entered (derived).
    Out,
    /// All that entered (derived).
    In,
    /// Households that lack in an indicator.
    Lacking(Arc<Named>),
    /// Households with that cause of poverty.
    Cause(Arc<Named>),
    /// Persons per household (derived).
    PersonsPerHousehold,
    /// Share of the whole unit's (derived).
    ShareOfUnit,
    /// Share of the group that lacks in an indicator (derived).
    LackingShare(Arc<Named>),
    /// The difference between two days (derived).
    Change,
    /// The difference of the rate between two days, in points (derived).
    RateDifference,
    /// The part of a change of the rate that comes from the count, in points (derived).
    RateByCount,
    /// The rate that the count of one day would be of all households of an earlier one (derived).
    RateOfOldTotal,
    /// The part that comes from the total of households, in points (derived).
    RateByTotal,
    /// The sum over the areas (derived).
    SumOfAreas,
    /// The place among the areas beside it, by households (derived).
    RankByCount,
    /// The same by the rate (derived).
    RankByRate,
    /// The change in percent of the earlier count (derived).
    RelativeChange,
}

/// A figure that a file may state of a group: the one row for all that reads, refuses, shows, sums and checks it.
#[derive(Debug)]
pub struct GroupField {
    /// What it is.
    pub aspect: Aspect,
    /// Its name in the format.
    pub code: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// Does it cover a period, where others hold on a day?
    pub is_flow: bool,
    /// May it be added over groups and areas, as no rate may?
    pub is_summed: bool,
    /// May it be negative?
    pub is_signed: bool,
}

impl GroupField {
    /// All of them but the lines of the movement and the parts that a report names itself.
    pub const ALL: &'static [Self] = &[
        Self::stock(Aspect::Households, "households", Unit::Household),
        Self {
            aspect: Aspect::Rate,
            code: "rate_percent",
            unit: Unit::Percent,
            is_flow: false,
            is_summed: false,
            is_signed: false,
        },
        Self::stock(Aspect::Persons, "persons", Unit::Person),
        Self {
            aspect: Aspect::RateChange,
            code: "rate_change_points",
            unit: Unit::Point,
            is_flow: true,
            is_summed: false,
            is_signed: true,
        },
        Self {
            aspect: Aspect::Reduced,
            code: "reduced",
            unit: Unit::Household,
            is_flow: true,
            is_summed: true,
            is_signed: true,
        },
        Self::stock(Aspect::PolicyFamilies, "policy_families", Unit::Household),
    ];

    /// A count on a day.
    const fn stock(aspect: Aspect, code: &'static str, unit: Unit) -> Self {
        Self { aspect, code, unit, is_flow: false, is_summed: true, is_signed: false }
    }

    /// The row of what the format calls so.
    pub fn from_code(code: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|field| field.code == code)
    }

    /// The row of an aspect.
    pub fn of_aspect(aspect: &Aspect) -> Option<&'static Self> {
        Self::ALL.iter().find(|field| field.aspect == *aspect)
    }

    /// The parts of a group that have a field of their own, in households.
    pub fn parts() -> impl Iterator<Item = &'static Self> {
        Self::ALL.iter().filter(|field| {
            field.unit == Unit::Household && !field.is_flow && field.aspect != Aspect::Households
        })
    }
}

impl Aspect {
    /// Is it the same, whatever its name? A named part is known by its id, for each file words its name itself.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Among(a), Self::Among(b)) | (Self::AmongPersons(a), Self::AmongPersons(b)) => a.id == b.id,
            _ => self == other,
        }
    }

    /// Is it a flow: a figure over a period, not of a day?
    pub fn is_flow(&self) -> bool {
        let is_line = matches!(self, Self::Moved(_) | Self::MovedPersons(_) | Self::Out | Self::In);
        is_line || GroupField::of_aspect(self).is_some_and(|field| field.is_flow)
    }
}

/// What is measured of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Support {
    /// Reached.
    Reached,
    /// Money spent.
    Amount,
    /// Planned to reach.
    Planned,
    /// Money given for it.
    Budget,
    /// Through how many (fairs, …).
    Via,
    /// Money for each recipient (derived).
    Average,
    /// Reached of planned (derived).
    OfPlan,
    /// Spent of the budget (derived).
    OfBudget,
    /// Against the same span of the year before (derived).
    Change,
    /// The sum over its parts in areas (derived).
    OfAreas,
}

impl Support {
    /// What a file may state of a programme, with its name in the format.
    pub const STATED: [(Self, &'static str); 5] = [
        (Self::Reached, "reached"),
        (Self::Amount, "amount"),
        (Self::Planned, "planned"),
        (Self::Budget, "budget"),
        (Self::Via, "via"),
    ];

    /// Its name in the format; none for what is only ever computed.
    pub fn code(self) -> Option<&'static str> {
        Self::STATED.iter().find(|(support, _)| *support == self).map(|(_, code)| *code)
    }

    /// What the format calls so.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::STATED.iter().find(|(_, name)| *name == code).map(|(support, _)| *support)
    }

    /// Is it money?
    pub fn is_money(self) -> bool {
        matches!(self, Self::Amount | Self::Budget)
    }
}

/// What is measured of an entitlement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cover {
    /// Covered.
    Covered,
    /// Entitled.
    Eligible,
    /// Covered of entitled (derived).
    Ratio,
    /// Entitled and still without (derived).
    Without,
}

impl Cover {
    /// What the format calls so.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Covered, Self::Eligible].into_iter().find(|cover| cover.code() == code)
    }

    /// The field of the format that it is, or is computed from.
    pub fn code(self) -> &'static str {
        match self {
            Self::Covered | Self::Ratio | Self::Without => "covered",
            Self::Eligible => "eligible",
        }
    }
}

/// What is measured of a target. Levels carry the unit of the target's measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aim {
    /// What was asked: points or households less, a level, a percent.
    Asked,
    /// The level that the year starts from.
    Baseline,
    /// The level asked for at the due date.
    Level,
    /// The level now.
    Now,
    /// What was reported as reached.
    Result,
    /// The percent of the aim that was reported.
    PercentOfAim,
    /// The change since the baseline.
    Fallen,
    /// Share of the aim done.
    Done,
    /// Share of the time gone.
    Gone,
    /// By how much the aim is exceeded.
    Beyond,
    /// What was asked, in households.
    AskedHouseholds,
    /// Households left when the aim is met.
    LevelHouseholds,
    /// The fall so far in households.
    FallenHouseholds,
    /// Still to go, in the measure's own unit.
    Left,
    /// Still to go, in households.
    LeftHouseholds,
    /// Households a month needed from now on.
    PaceNeeded,
    /// Households a month since the start of the year.
    PaceYear,
    /// Households a month in the last period.
    PacePeriod,
    /// The straight line to the due date.
    Projected,
    /// The same by the pace of the last period.
    ProjectedByPeriod,
    /// How far the projection lies from the aim; above zero: short.
    Short,
    /// What last year delivered, in the unit of what is asked now.
    LastFallen,
    /// What this year asks against what last year delivered.
    AskedOfLast,
    /// What was asked of the areas, together.
    AskedOfAreas,
    /// What the areas were asked for beyond the unit's own target; below zero: less.
    AreasBeyond,
    /// Households if so many more leave.
    IfHouseholds,
    /// The rate if so many more leave.
    IfRate,
    /// How many more must leave until the aim is met by a rounded rate.
    LeastByRounding,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Measure {
    /// All households of the unit or area.
    AllHouseholds,
    /// The range of all households that the reported rates allow (derived).
    TotalRange,
    /// Of a group.
    Of(Group, Aspect),
    /// Of a programme.
    Programme(Arc<Named>, Support),
    /// Of an entitlement.
    Coverage(Arc<Named>, Cover),
    /// Of a target.
    Target(Arc<Named>, Aim),
    /// A sum of money over some programmes (derived).
    Money,
    /// The persons or households of several areas together (derived).
    FirstAreas(Group, usize),
    /// The share of the unit's that several areas hold (derived).
    FirstAreasShare(Group, usize),
}

impl Measure {
    /// A measure of a group.
    pub fn of(group: Group, aspect: Aspect) -> Self {
        Self::Of(group, aspect)
    }

    /// Is it a flow: a figure over a period, not of a day?
    pub fn is_flow(&self) -> bool {
        match self {
            Self::Of(_, aspect) => aspect.is_flow(),
            Self::Programme(..) | Self::Money => true,
            _ => false,
        }
    }
}
