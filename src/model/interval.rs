//! The numbers that a figure may stand for: one, those that round to it, or all on one side of it.

use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Figure, rounding_range};
use crate::model::qualifier::Qualifier;
use crate::model::stated_number::StatedNumber;

/// From the first to the last number that would do.
pub type EndPoints = (Exact, Exact);

/// An end of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The number.
    pub at: Exact,
    /// Does it belong to the span?
    pub included: bool,
}

impl End {
    fn new(at: Exact, included: bool) -> Self {
        Self { at, included }
    }

    /// The end of a sum or product: included where both ends are.
    fn join(&self, other: &Self, at: Exact) -> Self {
        Self::new(at, self.included && other.included)
    }
}

/// A set of numbers without gaps; an end that is not there is open without limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: Option<End>,
    /// The upper end.
    pub high: Option<End>,
}

impl Interval {
    /// One number.
    pub fn point(at: Exact) -> Self {
        Self::closed(at.clone(), at)
    }

    /// All from one number to another, both included.
    pub fn closed(low: Exact, high: Exact) -> Self {
        Self { low: Some(End::new(low, true)), high: Some(End::new(high, true)) }
    }

    /// What a figure may be, by its rounding or its qualifier.
    pub fn from_figure(figure: &Figure) -> Self {
        Self::said(figure.qualifier, [figure.amount.low(), figure.amount.high()], figure.written)
    }

    /// The same of a figure that is not made yet.
    pub fn from_number(number: StatedNumber) -> Self {
        let value = number.value();
        Self::said(number.qualifier(), [&value; 2], number.kind.written)
    }

    fn said(qualifier: Qualifier, [low, high]: [&Exact; 2], written: Option<u8>) -> Self {
        use Qualifier::{About, AtLeast, AtMost, Exact, JustAbove, Nearly, Over, Under};
        let end = |at: &super::exact::Exact, included| Some(End::new(at.clone(), included));
        match qualifier {
            Exact => Self::rounded([low, high], written),
            Over | AtLeast | JustAbove => Self { low: end(low, qualifier == AtLeast), high: None },
            Nearly | Under | AtMost => Self { low: None, high: end(high, qualifier == AtMost) },
            About => Self { low: None, high: None },
        }
    }

    /// What rounds to a number: a tie goes away from zero, so the end nearer to zero belongs to it.
    fn rounded(ends: [&Exact; 2], written: Option<u8>) -> Self {
        let (low, high) = rounding_range(ends, written);
        if written.is_none() {
            return Self::closed(low, high);
        }
        let (up, down) = (low.is_positive(), high.is_negative());
        Self { low: Some(End::new(low, up)), high: Some(End::new(high, down)) }
    }

    /// The same without an upper limit: a sum to which something may be missing.
    pub fn or_more(&self) -> Self {
        Self { low: self.low.clone(), high: None }
    }

    /// All differences `a − b`.
    pub fn minus(&self, other: &Self) -> Self {
        let ends = |a: &Option<End>, b: &Option<End>| {
            a.as_ref().zip(b.as_ref()).map(|(a, b)| a.join(b, &a.at - &b.at))
        };
        Self { low: ends(&self.low, &other.high), high: ends(&self.high, &other.low) }
    }

    /// All quotients, as percent. None where a divisor may be zero or below.
    pub fn percent_of(&self, whole: &Self) -> Option<Self> {
        let least = whole.low.as_ref()?;
        if !least.at.is_positive() {
            return None;
        }
        let end = |part: &Option<End>, divisor: Option<&End>| {
            let part = part.as_ref()?;
            match divisor {
                Some(d) => Some(part.join(d, percent(&part.at, &d.at)?)),
                None => Some(End::new(Exact::whole(0), false)),
            }
        };
        let below = |e: &Option<End>| e.as_ref().is_some_and(|e| e.at.is_negative());
        let low = end(&self.low, if below(&self.low) { Some(least) } else { whole.high.as_ref() });
        let high = end(&self.high, if below(&self.high) { whole.high.as_ref() } else { Some(least) });
        Some(Self { low, high })
    }

    /// Do the two share a number?
    pub fn meets(&self, other: &Self) -> bool {
        !before(self, other) && !before(other, self)
    }

    /// Do the two share a number, or lie so close that only an end which is not included parts them?
    pub fn touches(&self, other: &Self) -> bool {
        let apart = |a: &Self, b: &Self| {
            a.high.as_ref().zip(b.low.as_ref()).is_some_and(|(high, low)| high.at < low.at)
        };
        !apart(self, other) && !apart(other, self)
    }

    /// Is every number of this one also in the other?
    pub fn within(&self, other: &Self) -> bool {
        let inside = |a: &Option<End>, b: &Option<End>, beyond: fn(&Exact, &Exact) -> bool| match (a, b) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(a), Some(b)) => !beyond(&a.at, &b.at) && (a.at != b.at || b.included || !a.included),
        };
        inside(&self.low, &other.low, |a, b| a < b) && inside(&self.high, &other.high, |a, b| a > b)
    }

    /// The part of a whole, for a span of percents.
    pub fn percent_part(&self, whole: &Exact) -> Self {
        let part = |end: &Option<End>| {
            let end = end.as_ref()?;
            Some(End::new((&end.at * whole).over(&Exact::whole(100))?, end.included))
        };
        Self { low: part(&self.low), high: part(&self.high) }
    }

    /// The numbers of so many decimals that the two ends round to.
    pub fn as_written(&self, decimals: u8) -> Option<EndPoints> {
        let round = |end: &Option<End>| end.as_ref().map(|end| end.at.rounded(decimals, Rounding::Nearest));
        round(&self.low).zip(round(&self.high))
    }

    /// The first and the last number with so many decimals in the span, if there are any and it has two ends.
    pub fn on_grid(&self, decimals: u8) -> Option<EndPoints> {
        self.first(decimals).zip(self.last(decimals)).filter(|(first, last)| first <= last)
    }

    /// The first number with so many decimals in the span, if it has a lower end.
    pub fn first(&self, decimals: u8) -> Option<Exact> {
        let end = self.low.as_ref()?;
        let at = end.at.rounded(decimals, Rounding::Up);
        Some(if at == end.at && !end.included { &at + &Exact::decimal(1, decimals) } else { at })
    }

    /// The last number with so many decimals in the span, if it has an upper end.
    pub fn last(&self, decimals: u8) -> Option<Exact> {
        let end = self.high.as_ref()?;
        let at = end.at.rounded(decimals, Rounding::Down);
        Some(if at == end.at && !end.included { &at - &Exact::decimal(1, decimals) } else { at })
    }
}

/// Does all of `a` lie below all of `b`?
fn before(a: &Interval, b: &Interval) -> bool {
    let (Some(high), Some(low)) = (&a.high, &b.low) else { return false };
    high.at < low.at || (high.at == low.at && !(high.included && low.included))
}

/// `part : whole × 100`.
fn percent(part: &Exact, whole: &Exact) -> Option<Exact> {
    (&Exact::whole(100) * part).over(whole)
}

impl Figure {
    /// May both be one figure: is there a number that both allow, or is one a bound of the very number of the other?
    pub fn may_be(&self, other: &Self) -> bool {
        self.amount == other.amount || Interval::from_figure(self).meets(&Interval::from_figure(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build::{households, percent};
    use crate::model::unit::Unit;

    fn bound(n: i64, qualifier: Qualifier) -> Interval {
        let mut figure = households(n);
        figure.qualifier = qualifier;
        Interval::from_figure(&figure)
    }

    #[test]
    fn a_written_percent_holds_its_lower_end_and_not_its_upper() {
        let span = Interval::from_figure(&percent("2.20", Unit::Percent));
        assert!(Interval::point(Exact::decimal(2195, 3)).within(&span));
        assert!(!Interval::point(Exact::decimal(2205, 3)).meets(&span));
        let down = Interval::from_figure(&percent("-0.48", Unit::Point));
        assert!(Interval::point(Exact::decimal(-475, 3)).within(&down));
        assert!(!Interval::point(Exact::decimal(-485, 3)).within(&down));
    }

    #[test]
    fn bounds_meet_only_on_their_own_side() {
        let five = Interval::point(Exact::whole(5));
        assert!(!bound(5, Qualifier::Over).meets(&five));
        assert!(bound(5, Qualifier::AtLeast).meets(&five));
        assert!(!bound(5, Qualifier::Nearly).meets(&five));
        assert!(bound(5, Qualifier::AtMost).meets(&five));
        assert!(bound(900, Qualifier::About).meets(&five));
        assert!(!bound(4, Qualifier::Over).within(&five));
    }

    /// 10 : over 20 lies below 50 %, above 0; −10 : (20 to 40) from −50 % to −25 %.
    #[test]
    fn quotients_follow_the_divisor() {
        let ten = Interval::point(Exact::whole(10));
        let share = ten.percent_of(&bound(20, Qualifier::Over)).expect("a divisor above zero");
        assert_eq!(share.low, Some(End::new(Exact::whole(0), false)));
        assert_eq!(share.high, Some(End::new(Exact::whole(50), false)));
        let minus = Interval::point(Exact::whole(-10));
        let fall = minus.percent_of(&Interval::closed(Exact::whole(20), Exact::whole(40)));
        assert_eq!(fall, Some(Interval::closed(Exact::whole(-50), Exact::whole(-25))));
        assert_eq!(ten.percent_of(&Interval::point(Exact::whole(0))), None);
    }

    #[test]
    fn the_grid_leaves_out_an_end_that_is_not_included() {
        let span = Interval {
            low: Some(End::new(Exact::whole(3), false)),
            high: Some(End::new(Exact::whole(5), false)),
        };
        assert_eq!(span.first(0), Some(Exact::whole(4)));
        assert_eq!(span.last(0), Some(Exact::whole(4)));
        assert_eq!(span.last(1), Some(Exact::decimal(49, 1)));
    }
}
