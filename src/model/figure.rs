//! The figure: a number that knows its unit, its qualifier, where it comes from and how it was made.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::exact::{Exact, Rounding};
use super::measure::What;
use super::story::Story;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Households (hộ).
    Household,
    /// Persons (người).
    Person,
    /// Pupils and students (học sinh, sinh viên).
    Pupil,
    /// Cases (trường hợp).
    Case,
    /// Awards (suất).
    Award,
    /// Cards (thẻ).
    Card,
    /// Turns (lượt).
    Turn,
    /// Turns of households (lượt hộ).
    HouseholdTurn,
    /// Fairs (sàn giao dịch).
    Fair,
    /// Money (đồng).
    Vnd,
    /// Percent of households: shown with two decimals.
    #[serde(skip)]
    Percent,
    /// Any other percent (of an aim, of the whole): shown with at most one.
    #[serde(skip)]
    Share,
    /// A difference of two rates: percentage points.
    #[serde(skip)]
    Point,
    /// Persons per household.
    #[serde(skip)]
    PersonsPerHousehold,
    /// đồng for each recipient.
    #[serde(skip)]
    VndPerRecipient(Recipient),
    /// Households a month.
    #[serde(skip)]
    HouseholdPerMonth,
    /// Percentage points a month.
    #[serde(skip)]
    PointPerMonth,
    /// A place in an order, from 1.
    #[serde(skip)]
    Rank,
}

/// Who receives, in an average of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipient {
    /// hộ
    Household,
    /// người
    Person,
    /// em (học sinh, sinh viên)
    Pupil,
    /// trường hợp
    Case,
    /// suất
    Award,
    /// thẻ
    Card,
    /// lượt, lượt hộ
    Turn,
}

impl Unit {
    /// The recipient that a count in this unit stands for, in an average of money.
    pub fn recipient(self) -> Option<Recipient> {
        Some(match self {
            Self::Household => Recipient::Household,
            Self::Person => Recipient::Person,
            Self::Pupil => Recipient::Pupil,
            Self::Case => Recipient::Case,
            Self::Award => Recipient::Award,
            Self::Card => Recipient::Card,
            Self::Turn | Self::HouseholdTurn => Recipient::Turn,
            _ => return None,
        })
    }

    /// Its name in the format and in reports for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Person => "person",
            Self::Pupil => "pupil",
            Self::Case => "case",
            Self::Award => "award",
            Self::Card => "card",
            Self::Turn => "turn",
            Self::HouseholdTurn => "household_turn",
            Self::Fair => "fair",
            Self::Vnd => "vnd",
            Self::Percent | Self::Share => "percent",
            Self::Point => "percentage_point",
            Self::PersonsPerHousehold => "persons_per_household",
            Self::VndPerRecipient(_) => "vnd_per_recipient",
            Self::HouseholdPerMonth => "household_per_month",
            Self::PointPerMonth => "percentage_point_per_month",
            Self::Rank => "rank",
        }
    }

    /// Is it counted in whole numbers?
    pub fn is_count(self) -> bool {
        self <= Self::Vnd
    }
}

/// What a number says about the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// The number itself.
    #[default]
    Exact,
    /// More (hơn, trên).
    Over,
    /// Less, but close (gần).
    Nearly,
    /// About as much (khoảng).
    About,
    /// Less (dưới).
    Under,
    /// As much or more.
    AtLeast,
    /// As much or less.
    AtMost,
}

/// Which side of its number a figure may lie on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On the number.
    Here,
    /// At or above it.
    Above,
    /// At or below it.
    Below,
    /// Anywhere near it.
    Around,
}

impl Qualifier {
    /// The side on which the true figure lies.
    pub fn side(self) -> Side {
        match self {
            Self::Exact => Side::Here,
            Self::Over | Self::AtLeast => Side::Above,
            Self::Nearly | Self::Under | Self::AtMost => Side::Below,
            Self::About => Side::Around,
        }
    }

    /// The same statement about the negative or the reciprocal: what a subtrahend or divisor brings.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Over => Self::Under,
            Self::Nearly | Self::Under => Self::Over,
            Self::AtLeast => Self::AtMost,
            Self::AtMost => Self::AtLeast,
            Self::Exact | Self::About => self,
        }
    }

    /// What holds of a result of two inputs: a bound only where both point the same way, `None` where they are
    /// opposite. About spoils to about; nearly with under gives under.
    pub fn joined(self, other: Self) -> Option<Self> {
        Some(match (self, other) {
            (a, Self::Exact) => a,
            (Self::Exact, b) => b,
            (Self::About, _) | (_, Self::About) => Self::About,
            (a, b) if a.side() != b.side() => return None,
            (a, b) if a == b => a,
            (a, _) if a.side() == Side::Above => Self::Over,
            _ => Self::Under,
        })
    }

    /// How a number with this qualifier is rounded: a lower bound down, an upper bound up.
    pub fn rounding(self) -> Rounding {
        match self.side() {
            Side::Above => Rounding::Down,
            Side::Below => Rounding::Up,
            Side::Here | Side::Around => Rounding::Nearest,
        }
    }
}

/// Said by somebody, or made here from what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// As the file has it.
    Stated,
    /// Follows from other figures by arithmetic.
    Derived,
}

/// How good the source is; the worst of its inputs goes with a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// số liệu báo cáo
    Reported,
    /// ước thực hiện
    Estimated,
    /// minh họa: invented, to try the program with
    Illustrative,
}

/// The number of a figure: one, or a range of possible ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// A single number.
    One(Exact),
    /// All that the rounding of what was reported allows, both ends included.
    Range(Exact, Exact),
}

impl Amount {
    /// The range from one end to the other, in whichever order they come; one number when they are equal.
    pub fn between(a: Exact, b: Exact) -> Self {
        match a.cmp(&b) {
            std::cmp::Ordering::Equal => Self::One(a),
            std::cmp::Ordering::Less => Self::Range(a, b),
            std::cmp::Ordering::Greater => Self::Range(b, a),
        }
    }

    /// Both ends through a rule that never swaps two numbers' order more than once (a rounding, a multiple).
    #[must_use]
    pub fn map(&self, rule: impl Fn(&Exact) -> Exact) -> Self {
        Self::between(rule(self.low()), rule(self.high()))
    }

    /// All that a rule of two numbers gives for the ends of two amounts.
    #[must_use]
    pub fn with(&self, other: &Self, rule: impl Fn(&Exact, &Exact) -> Exact) -> Self {
        let ends = [(self.low(), other.low()), (self.low(), other.high()), (self.high(), other.low())];
        let last = rule(self.high(), other.high());
        let (mut low, mut high) = (last.clone(), last);
        for (a, b) in ends {
            let end = rule(a, b);
            low = low.min(end.clone());
            high = high.max(end);
        }
        Self::between(low, high)
    }

    /// The smallest possible.
    pub fn low(&self) -> &Exact {
        match self {
            Self::One(x) | Self::Range(x, _) => x,
        }
    }

    /// The largest possible.
    pub fn high(&self) -> &Exact {
        match self {
            Self::One(x) | Self::Range(_, x) => x,
        }
    }
}

/// A figure.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Its number or range.
    pub amount: Amount,
    /// What the number counts.
    pub unit: Unit,
    /// What is said of its exactness.
    pub qualifier: Qualifier,
    /// Stated or derived.
    pub origin: Origin,
    /// The worst source among its inputs.
    pub source: Source,
    /// The decimals it was written with, for a stated percent: they are its rounding.
    pub written: Option<u8>,
    /// What it is the figure of.
    pub what: What,
    /// Where it stands or how it was made.
    pub story: Arc<Story>,
}

impl Figure {
    /// The single number, for a figure that is no range.
    pub fn one(&self) -> Option<&Exact> {
        match &self.amount {
            Amount::One(x) => Some(x),
            Amount::Range(..) => None,
        }
    }

    /// The single number of an exact figure: no range and no qualifier. Checks and bounds rest on it.
    pub fn exactly(&self) -> Option<&Exact> {
        self.one().filter(|_| self.qualifier == Qualifier::Exact)
    }

    /// What a stated percentage stands for: 2.20 for 2.195 (included) to 2.205 (not included). A figure that was not
    /// written with decimals stands for itself.
    pub fn rounding_range(&self) -> (Exact, Exact) {
        match self.written {
            Some(decimals) => {
                let half = Exact::decimal(5, decimals + 1);
                (self.amount.low() - &half, self.amount.high() + &half)
            }
            None => (self.amount.low().clone(), self.amount.high().clone()),
        }
    }

    /// Is it derived?
    pub fn is_derived(&self) -> bool {
        self.origin == Origin::Derived
    }

    /// The same figure, said of something else: what a table cell or a story calls it.
    #[must_use]
    pub fn called(mut self, what: What) -> Self {
        self.what = what;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Qualifier::*;

    #[test]
    fn bounds_join_only_when_they_point_the_same_way() {
        assert_eq!(Over.joined(Exact), Some(Over));
        assert_eq!(Over.joined(AtLeast), Some(Over));
        assert_eq!(AtLeast.joined(AtLeast), Some(AtLeast));
        assert_eq!(Nearly.joined(Under), Some(Under));
        assert_eq!(Over.joined(Nearly), None);
        assert_eq!(About.joined(Over), Some(About));
        assert_eq!(Over.joined(Over.reversed()), None);
    }

    #[test]
    fn every_reversal_changes_the_side() {
        for q in [Over, Nearly, Under, AtLeast, AtMost] {
            assert_ne!(q.side(), q.reversed().side());
        }
    }
}
