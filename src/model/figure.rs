//! The figure: a number that knows its unit, its qualifier, where it comes from and how it was made. Its story is told
//! in figures again, so the two are one type.

use std::sync::Arc;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::amount::Amount;
use super::exact::Exact;
use super::formula::Formula;
use super::location::Location;
use super::measure::Subject;
use super::qualifier::Qualifier;
use super::source_file::Provenance;
use super::unit::Unit;
use super::words::Text;

/// Said by somebody, or made here from what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Origin")]
pub enum Basis {
    /// As the file has it.
    Stated,
    /// Follows from other figures by arithmetic.
    Derived,
}

/// How good the source is; the worst of its inputs goes with a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Provenance")]
pub enum Reliability {
    /// Stated by a report (số liệu báo cáo).
    Reported,
    /// An estimate (ước thực hiện).
    Estimated,
    /// Invented, to try the program with (minh họa).
    Illustrative,
}

/// The days of the files that a figure rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days {
    /// The newest.
    pub newest: Option<NaiveDate>,
    /// The first whose figures are invented.
    pub invented: Option<NaiveDate>,
}

impl Days {
    /// Of a figure of a file of that day.
    pub(super) fn of(day: NaiveDate, reliability: Reliability) -> Self {
        Self { newest: Some(day), invented: (reliability == Reliability::Illustrative).then_some(day) }
    }

    /// Those of two figures together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            newest: self.newest.max(other.newest),
            invented: self.invented.into_iter().chain(other.invented).min(),
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
    pub basis: Basis,
    /// The worst source among its inputs.
    pub reliability: Reliability,
    /// The decimals it was written with, for a stated percent: they are its rounding.
    pub written: Option<u8>,
    /// The decimals that a computed rate or change of one is shown with, where its file writes rates with more than two.
    pub decimals: Option<u8>,
    /// What it is the figure of.
    pub subject: Subject,
    /// Where it stands or how it was made.
    pub derivation: Arc<Derivation>,
}

impl Figure {
    /// Is it invented, to try the program, or made from what is?
    pub fn is_invented(&self) -> bool {
        self.reliability == Reliability::Illustrative
    }

    /// The days of the files that it stands in, or that it was made from.
    pub fn days(&self) -> Days {
        match &*self.derivation {
            Derivation::Stated(stated) => Days::of(stated.location.origin.as_of, self.reliability),
            Derivation::Derived(derived) => derived.formula.days(),
        }
    }

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
    /// written with decimals stands for itself, as does the number of a bound ("about 2.2").
    pub fn rounding_range(&self) -> (Exact, Exact) {
        let written = self.written.filter(|_| self.qualifier == Qualifier::Exact);
        rounding_range([self.amount.low(), self.amount.high()], written)
    }

    /// The same number without what is said of its exactness: a floor that is itself what was asked.
    #[must_use]
    pub fn at_its_number(&self) -> Self {
        Self { qualifier: Qualifier::Exact, ..self.clone() }
    }

    /// The word of its bound, said of its size: −0,69 *over* fell by more than 0,69, and is less than −0,69.
    pub fn bound(&self) -> Qualifier {
        let is_below = self.amount.high().is_negative();
        match if is_below { self.qualifier.mirrored() } else { self.qualifier } {
            Qualifier::JustAbove => Qualifier::Over,
            said => said,
        }
    }

    /// The figure that this one only repeats: a sum of which one part is known.
    pub fn repeated(&self) -> Option<&Self> {
        let Derivation::Derived(derived) = &*self.derivation else { return None };
        derived.formula.only().filter(|only| only.amount == self.amount && only.unit == self.unit)
    }

    /// What a figure that only repeats another is made of: "1,72%* = 1,72%*" would tell nothing.
    #[must_use]
    pub fn behind(&self) -> &Self {
        self.repeated().filter(|only| only.is_derived()).map_or(self, Self::behind)
    }

    /// Have both one story: do they stand at one place of a file, or were they made in one go?
    pub fn shares_story_with(&self, other: &Self) -> bool {
        let is_one_place = match (&*self.derivation, &*other.derivation) {
            (Derivation::Stated(own), Derivation::Stated(other)) => own.location == other.location,
            _ => false,
        };
        is_one_place || Arc::ptr_eq(&self.derivation, &other.derivation)
    }

    /// Is it derived?
    pub fn is_derived(&self) -> bool {
        self.basis == Basis::Derived
    }

    /// Was it worked out by whoever entered the file that it stands in?
    pub fn is_worked_out(&self) -> bool {
        matches!(&*self.derivation, Derivation::Stated(stated) if stated.provenance == Provenance::Derived)
    }

    /// Was it, or one that it is made from, worked out by whoever entered its file?
    pub fn rests_on_hand(&self) -> bool {
        self.is_worked_out() || self.derivation.formula().is_some_and(Formula::rests_on_hand)
    }

    /// The same figure, said of something else: what a table cell or a story calls it.
    #[must_use]
    pub fn called(mut self, what: Subject) -> Self {
        self.subject = what;
        self
    }
}

/// What numbers written with so many decimals stand for; themselves, where they are no percentages.
pub(super) fn rounding_range([low, high]: [&Exact; 2], written: Option<u8>) -> (Exact, Exact) {
    let Some(decimals) = written else { return (low.clone(), high.clone()) };
    let half = Exact::decimal(5, decimals + 1);
    (low - &half, high + &half)
}

/// How a figure came to be.
#[derive(Debug, Clone)]
pub enum Derivation {
    /// It stands in a file.
    Stated(Stated),
    /// It follows from others.
    Derived(Derived),
}

/// A figure that stands in a file.
#[derive(Debug, Clone)]
pub struct Stated {
    /// Where.
    pub location: Location,
    /// The kind of source in force at that place.
    pub provenance: Provenance,
    /// The report's own words, of the nearest object that has some.
    pub quote: Option<Arc<Text>>,
    /// The figure's own note.
    pub note: Option<Arc<Text>>,
}

/// A figure that was computed.
#[derive(Debug, Clone)]
pub struct Derived {
    /// The rule it follows.
    pub rule: Rule,
    /// The formula, in the order it is written.
    pub formula: Formula,
    /// So many of so many areas had the figure; none: all of them or no areas involved.
    pub partial: Option<(usize, usize)>,
}

/// The rule behind a computed figure: what a person would call the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// A sum.
    Sum,
    /// A sum over areas.
    SumOfAreas,
    /// A difference.
    Difference,
    /// A percentage of two counts.
    Percentage,
    /// An average.
    Average,
    /// A product.
    Product,
    /// A difference of two rates.
    Points,
    /// All totals that a rounded rate allows.
    TotalFromRate,
    /// The totals that all stated rates allow together.
    TotalFromRates,
    /// The aim that a result and its percent allow.
    AimFromPercent,
    /// Points into households.
    PointsToHouseholds,
    /// Rounded down to whole households that a rate allows.
    FloorOfRate,
    /// Share of the days between two dates.
    Days,
    /// Divided by months.
    PerMonth,
    /// The straight line from the baseline through the newest figure.
    StraightLine,
    /// Going on as in the last period.
    LastPeriod,
    /// Rounded as reports write a rate.
    Rounded,
    /// All that the rounding of the stated inputs allows.
    ByRounding,
    /// The number that a percent of a count asks for, rounded up.
    CeilOfShare,
    /// Households into points.
    HouseholdsToPoints,
    /// Two ways of reckoning side by side.
    Either,
    /// Both ends of a range that is asked for.
    Ends,
    /// One more than those of the list that are larger.
    Rank,
}

/// A part of a written formula.
#[derive(Debug, Clone)]
pub enum Term {
    /// A figure: can be opened in turn.
    Figure(Figure),
    /// A plain number with its unit and decimals: days, months, 100.
    Number(Exact, Option<Unit>, u8),
    /// `+`
    Plus,
    /// `−`
    Minus,
    /// `×`
    Times,
    /// `:`
    Over,
    /// `(`
    Open,
    /// `)`
    Close,
}

impl Derivation {
    /// The figures that a computed one was made from; none for a stated one.
    pub fn inputs(&self) -> impl Iterator<Item = &Figure> {
        self.formula().into_iter().flat_map(|formula| formula.iter()).filter_map(Term::figure)
    }

    /// The formula of a computed one.
    pub fn formula(&self) -> Option<&Formula> {
        match self {
            Self::Stated(_) => None,
            Self::Derived(derived) => Some(&derived.formula),
        }
    }

    /// What is first found in these figures, where they need not be kept.
    pub fn find_in_inputs<T>(&self, look: impl FnMut(&Figure) -> Option<T>) -> Option<T> {
        self.formula()?.find_map(look)
    }

    /// Is one of these figures so?
    pub fn has_input(&self, is_so: impl Fn(&Figure) -> bool) -> bool {
        self.find_in_inputs(|figure| is_so(figure).then_some(())).is_some()
    }

    /// So many of so many areas that it, or a figure it was made from, rests on; none: all of them, or no areas involved.
    pub fn partial(&self) -> Option<(usize, usize)> {
        let Self::Derived(derived) = self else { return None };
        derived.partial.or_else(|| derived.formula.partial())
    }
}

impl Term {
    /// The figure that it is.
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Number(..)
            | Self::Plus
            | Self::Minus
            | Self::Times
            | Self::Over
            | Self::Open
            | Self::Close => None,
        }
    }
}
