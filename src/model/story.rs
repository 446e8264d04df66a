//! Where a figure comes from: the place in a file, or the formula with its numbers.

use std::sync::Arc;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::exact::Exact;
use super::figure::{Figure, Unit};
use super::period::Period;
use super::words::Text;

/// Where a figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// Stated by a report.
    Reported,
    /// An estimate (ước thực hiện).
    Estimated,
    /// Worked out from other figures.
    Derived,
    /// Invented, to show how it would look.
    Illustrative,
}

/// A snapshot file as a source: what stands in its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file's name, clean, without folders.
    pub file: String,
    /// The day the stocks hold.
    pub as_of: NaiveDate,
    /// What the flows cover.
    pub period: Period,
    /// The file's own kind of source.
    pub provenance: Provenance,
    /// The title of the report.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When.
    pub published: Option<NaiveDate>,
    /// Who signed or entered it.
    pub by: Option<Text>,
    /// The report's words for the whole.
    pub quote: Option<Text>,
    /// A note on the whole.
    pub note: Option<Text>,
    /// Not a file but a sum made here: of how many of how many parts.
    pub summed: Option<(usize, usize)>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub origin: Arc<Origin>,
    /// The field, e.g. `areas[3].poor.households`.
    pub path: String,
    /// The line it stands in, from 1; 0 when the figure was not read from a text.
    pub line: u32,
}

/// How a figure came to be.
#[derive(Debug, Clone)]
pub enum Story {
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
    pub quote: Option<Text>,
    /// The figure's own note.
    pub note: Option<Text>,
}

/// A figure that was computed.
#[derive(Debug, Clone)]
pub struct Derived {
    /// The rule it follows.
    pub rule: Rule,
    /// The formula, in the order it is written.
    pub formula: Vec<Term>,
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

impl Story {
    /// The figures that a computed one was made from; none for a stated one.
    pub fn inputs(&self) -> impl Iterator<Item = &Figure> {
        let formula = match self {
            Self::Stated(_) => &[][..],
            Self::Derived(derived) => &derived.formula[..],
        };
        formula.iter().filter_map(|term| match term {
            Term::Figure(figure) => Some(figure),
            _ => None,
        })
    }
}
