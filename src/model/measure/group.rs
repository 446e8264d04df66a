//! What a file may state of a group of households: the one table of it, and the lines of its movement.

use std::sync::Arc;

use super::IdName;
use crate::model::unit::Unit;

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

/// A line of the official review tables: how households enter or leave a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MovementLine {
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

impl MovementLine {
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
    Among(Arc<IdName>),
    /// The persons of such a part.
    AmongPersons(Arc<IdName>),
    /// A line of the movement, in households.
    Moved(MovementLine),
    /// A line of the movement, in persons.
    MovedPersons(MovementLine),
    /// All that left, or all that entered (derived).
    Out,
    /// All that entered (derived).
    In,
    /// Households that lack in an indicator.
    Lacking(Arc<IdName>),
    /// Households with that cause of poverty.
    Cause(Arc<IdName>),
    /// Persons per household (derived, by [`ops::average`](crate::model::ops::average)).
    PersonsPerHousehold,
    /// Share of the whole unit's (derived).
    ShareOfUnit,
    /// Share of the group that lacks in an indicator (derived).
    LackingShare(Arc<IdName>),
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
