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
    /// A figure of another part of the group, one that the report names itself.
    Among(Arc<IdName>, PartField),
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
    /// The persons of the group in percent of all inhabitants (derived).
    ShareOfInhabitants,
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
    /// How far the rate lies from that of the whole, in points (derived).
    RateFromWhole,
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

/// A figure that a file may state of a part of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartField {
    /// Households of the group that are of the part: a stock.
    Households,
    /// Persons in them: a stock.
    Persons,
    /// All households of the part, in the group or not: what its rate is a share of.
    All,
    /// Percent of all households of the part.
    Rate,
    /// The reported change of that rate, in points.
    RateChange,
    /// Net fall over the period.
    Reduced,
}

impl PartField {
    /// Every one with its name in the format.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Households, "households"),
        (Self::Persons, "persons"),
        (Self::All, "of"),
        (Self::Rate, "rate_percent"),
        (Self::RateChange, "rate_change_points"),
        (Self::Reduced, "reduced"),
    ];

    /// Its name in the format.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(field, _)| *field == self).map_or("", |(_, code)| code)
    }

    /// The figure that the format calls so.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code).map(|(field, _)| *field)
    }

    /// The same figure of the group itself; all households of the part are those of no group.
    pub fn of_group(self) -> Option<Aspect> {
        Some(match self {
            Self::Households => Aspect::Households,
            Self::Persons => Aspect::Persons,
            Self::All => return None,
            Self::Rate => Aspect::Rate,
            Self::RateChange => Aspect::RateChange,
            Self::Reduced => Aspect::Reduced,
        })
    }

    /// The row of that.
    fn row(self) -> Option<&'static GroupField> {
        self.of_group().and_then(|aspect| GroupField::of_aspect(&aspect))
    }

    /// What it counts.
    pub fn unit(self) -> Unit {
        self.row().map_or(Unit::Household, |row| row.unit)
    }
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
        Self::ALL.get(usize::from(aspect.mark())).filter(|field| field.aspect == *aspect)
    }

    /// The parts of a group that have a field of their own, in households.
    pub fn parts() -> impl Iterator<Item = &'static Self> {
        Self::ALL.iter().filter(|field| {
            field.unit == Unit::Household && !field.is_flow && field.aspect != Aspect::Households
        })
    }
}

impl Aspect {
    /// So many marks there are.
    pub(super) const MARKS: u8 = 33;

    /// A number by which aspects are told apart, but for the names in them: those that a report states, each from the
    /// others. Of those with a row in [`GroupField::ALL`] it is its place there.
    pub(super) fn mark(&self) -> u8 {
        match self {
            Self::Households => 0,
            Self::Rate => 1,
            Self::Persons => 2,
            Self::RateChange => 3,
            Self::Reduced => 4,
            Self::PolicyFamilies => 5,
            Self::Lacking(_) => 6,
            Self::Cause(_) => 7,
            Self::Moved(line) => 8 + *line as u8,
            Self::MovedPersons(line) => 17 + *line as u8,
            Self::Among(_, field) => 26 + *field as u8,
            _ => Self::MARKS - 1,
        }
    }

    /// Is it the same, whatever its name? A named part, a deprivation or a cause is known by its id, for each file words
    /// its name itself.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Among(a, x), Self::Among(b, y)) => a.id == b.id && x == y,
            (Self::Lacking(a), Self::Lacking(b)) | (Self::Cause(a), Self::Cause(b)) => a.id == b.id,
            _ => self == other,
        }
    }

    /// The row of the group's figures that it is, or that the figure of a part is like.
    fn row(&self) -> Option<&'static GroupField> {
        match self {
            Self::Among(_, field) => field.row(),
            _ => GroupField::of_aspect(self),
        }
    }

    /// May it be added over areas, as no rate may?
    pub fn is_summed(&self) -> bool {
        self.row().is_none_or(|row| row.is_summed)
    }

    /// May it be negative?
    pub fn is_signed(&self) -> bool {
        self.row().is_some_and(|row| row.is_signed)
    }

    /// The part that it is a figure of, where it is of one.
    pub fn part(&self) -> Option<&Arc<IdName>> {
        if let Self::Among(named, _) = self { Some(named) } else { None }
    }

    /// The id of the part, the deprivation or the cause that it is of.
    pub(in crate::model) fn id(&self) -> Option<&str> {
        match self {
            Self::Among(named, _) | Self::Lacking(named) | Self::Cause(named) => Some(&named.id),
            _ => None,
        }
    }

    /// The figure of the same group, or of the same part of it: of a rate its count, of a count its rate.
    #[must_use]
    pub fn beside(&self, field: PartField) -> Option<Self> {
        match self {
            Self::Among(named, _) => Some(Self::Among(named.clone(), field)),
            _ => field.of_group(),
        }
    }

    /// Is it a share of all households, or of all those of a part?
    pub fn is_rate(&self) -> bool {
        matches!(self, Self::Rate | Self::Among(_, PartField::Rate))
    }

    /// Is it a count of households of the group or of a part of it?
    pub fn is_households(&self) -> bool {
        matches!(self, Self::Households | Self::Among(_, PartField::Households))
    }

    /// Is it a flow: a figure over a period, not of a day?
    pub fn is_flow(&self) -> bool {
        let is_line = matches!(self, Self::Moved(_) | Self::MovedPersons(_) | Self::Out | Self::In);
        is_line || self.row().is_some_and(|row| row.is_flow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn what_a_report_states_has_a_mark_of_its_own() {
        let named = Arc::new(IdName { id: "x".to_owned(), name: crate::model::words::Text::vi("x") });
        let rows = GroupField::ALL.iter().map(|row| row.aspect.clone());
        let lines =
            MovementLine::ALL.iter().flat_map(|(of, _)| [Aspect::Moved(*of), Aspect::MovedPersons(*of)]);
        let parts = PartField::ALL.iter().map(|(of, _)| Aspect::Among(named.clone(), *of));
        let lacks = [Aspect::Lacking(named.clone()), Aspect::Cause(named.clone()), Aspect::Out];
        let all: Vec<Aspect> = rows.chain(lines).chain(parts).chain(lacks).collect();
        let marks: HashSet<u8> = all.iter().map(Aspect::mark).collect();
        assert_eq!((marks.len(), marks.iter().max()), (all.len(), Some(&(Aspect::MARKS - 1))));
        for (at, row) in GroupField::ALL.iter().enumerate() {
            assert_eq!(usize::from(row.aspect.mark()), at);
        }
    }
}
