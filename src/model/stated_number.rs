//! A number as a file states it: its digits, what it counts and how it is said; and the figure that it is.

use std::sync::Arc;

use super::amount::Amount;
use super::exact::Exact;
use super::figure::{Basis, Derivation, Figure, Reliability, Stated};
use super::location::{Field, Location};
use super::measure::Subject;
use super::qualifier::Qualifier;
use super::source_file::{Provenance, SourceFile};
use super::unit::Unit;
use super::words::Text;

/// A number as a file states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatedNumber {
    /// Its digits; those after the point too.
    pub digits: i64,
    /// How it is said.
    pub kind: NumberKind,
    /// The line it stands in; 0 where it was not read from a text.
    pub line: u32,
}

/// What a number counts, and how it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NumberKind {
    /// What it counts.
    pub unit: Unit,
    /// What is said of its exactness, as its file says it: of a number below zero, of its size.
    pub qualifier: Qualifier,
    /// The kind of source in force at its place.
    pub provenance: Provenance,
    /// The decimals of a percentage; none for a count.
    pub written: Option<u8>,
}

impl StatedNumber {
    /// Does a sentence over it hold it, in figures or, of a small number, perhaps in words? Else it is no quote of it. One
    /// without any number speaks for all.
    pub fn is_held_by(self, quote: &Text) -> bool {
        let in_words = self.value().abs().to_whole().is_some_and(|size| (1..10).contains(&size));
        let own = self.digits.unsigned_abs().to_string();
        // Without the zeros at either end: 2.20 may be said as "2,2", and 0.05 million as "50.000".
        let is_own =
            |number: &str| digits(number.trim_matches(['0', '.', ','])).eq(own.trim_matches('0').chars());
        let is_inside = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
        let numbers = quote.vi.split(|letter| !is_inside(letter));
        let mut numbers = numbers.filter(|number| digits(number).next().is_some()).peekable();
        in_words || numbers.peek().is_none() || numbers.any(is_own)
    }

    /// The count that it is, where it is one and nothing is said of its exactness.
    pub fn count(self) -> Option<i128> {
        let is_plain = self.kind.written.is_none() && self.kind.qualifier == Qualifier::Exact;
        is_plain.then_some(self.digits.into())
    }

    /// How much it is.
    pub fn value(self) -> Exact {
        Exact::decimal(self.digits, self.kind.written.unwrap_or(0))
    }

    /// What is said of its exactness: −0.69 "over" fell by more than 0.69, and is less than −0.69.
    pub fn qualifier(self) -> Qualifier {
        let said = self.kind.qualifier;
        if self.digits < 0 { said.mirrored() } else { said }
    }

    /// The figure of a subject that it is.
    pub fn figure(
        self,
        subject: Subject,
        (origin, field): (&Arc<SourceFile>, Field),
        quote: Option<Arc<Text>>,
        note: Option<Arc<Text>>,
    ) -> Figure {
        let NumberKind { unit, provenance, written, .. } = self.kind;
        let (basis, reliability) = made(provenance);
        let location = Location { origin: origin.clone(), field, line: self.line };
        let stated = Stated { location, provenance, quote, note };
        Figure {
            qualifier: self.qualifier(),
            amount: Amount::One(self.value()),
            unit,
            basis,
            reliability,
            written,
            decimals: None,
            subject,
            derivation: Arc::new(Derivation::Stated(stated)),
        }
    }
}

/// The digits of a number as it is written.
fn digits(number: &str) -> impl Iterator<Item = char> {
    number.chars().filter(char::is_ascii_digit)
}

/// A figure worked out by hand counts as derived from reported ones.
pub(super) fn made(provenance: Provenance) -> (Basis, Reliability) {
    match provenance {
        Provenance::Reported => (Basis::Stated, Reliability::Reported),
        Provenance::Derived => (Basis::Derived, Reliability::Reported),
        Provenance::Estimated => (Basis::Stated, Reliability::Estimated),
        Provenance::Illustrative => (Basis::Stated, Reliability::Illustrative),
    }
}
