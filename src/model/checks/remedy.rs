//! What would make a check hold: the numbers in place of one operand, the others as they stand.

use super::numbers::{Jump, PercentOfAim, RateOf, Total};
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::Figure;
use crate::model::span::{End, Span};

/// From the first to the last number that would do.
pub type Fits = (Exact, Exact);

impl RateOf {
    /// The rates, written with the decimals of the stated one, that the two counts give.
    pub fn rates(&self) -> Option<Fits> {
        let (count, total) = (self.count.as_ref().ok()?, self.total.as_ref().ok()?);
        let span = Span::of(count).percent_of(&Span::of(total))?;
        as_written(&span, self.rate.written.unwrap_or(0))
    }

    /// The counts that the stated rate and the total allow.
    pub fn counts(&self) -> Option<Fits> {
        whole_part(&self.rate, self.total.as_ref().ok()?.exactly()?)
    }
}

impl PercentOfAim {
    /// The percents, written as the stated one, that value and aim give.
    pub fn percents(&self) -> Option<Fits> {
        as_written(&Span::of(self.counted.as_ref().ok()?), self.percent.written.unwrap_or(0))
    }

    /// Where no aim gives the stated percent: the whole number nearest to value ÷ percent, and the percent of that.
    pub fn nearest(&self) -> Option<Fits> {
        let (value, percent) = (self.value.as_ref().ok()?.exactly()?, self.percent.one()?);
        let hundredfold = &Exact::whole(100) * value;
        let aim = hundredfold.over(percent)?.rounded(0, Rounding::Nearest);
        let percent = hundredfold.over(&aim)?.rounded(self.percent.written.unwrap_or(0), Rounding::Nearest);
        Some((aim, percent))
    }

    /// The values that the stated percent and aim allow: whole numbers; of points the decimals of the aim.
    pub fn values(&self) -> Option<Fits> {
        let aim = self.aim.as_ref().ok()?;
        part(&self.percent, aim.exactly()?, aim.written.unwrap_or(0))
    }
}

impl Total {
    /// Where two rates have no total in common: the second rate, and those in its place that the totals of the first
    /// allow.
    pub fn second_rate(&self) -> Option<(&Figure, Fits)> {
        let [first, second, ..] = &self.ranges[..] else { return None };
        let mut inputs = second.story.inputs();
        let (count, rate) = (inputs.next()?, inputs.next()?);
        let span = Span::of(count)
            .percent_of(&Span::closed(first.amount.low().clone(), first.amount.high().clone()))?;
        Some((rate, as_written(&span, rate.written.unwrap_or(0))?))
    }
}

impl Jump {
    /// The figures in place of the newer one that would be no jump: from half to one and a half of the earlier.
    pub fn usual(&self) -> Option<Fits> {
        let then = self.then.one()?;
        let half = then * &Exact::decimal(5, 1);
        Some((half.ceil(), (then * &Exact::decimal(15, 1)).floor()))
    }
}

/// The numbers of so many decimals that the ends of a span round to.
fn as_written(span: &Span, decimals: u8) -> Option<Fits> {
    let round = |end: &Option<End>| end.as_ref().map(|e| e.at.rounded(decimals, Rounding::Nearest));
    round(&span.low).zip(round(&span.high))
}

/// The whole numbers that are such a percentage of a whole.
fn whole_part(percent: &Figure, whole: &Exact) -> Option<Fits> {
    part(percent, whole, 0)
}

fn part(percent: &Figure, whole: &Exact, decimals: u8) -> Option<Fits> {
    let of = |end: Option<End>| {
        let at = (&end.as_ref()?.at * whole).over(&Exact::whole(100))?;
        Some(End { at, included: end?.included })
    };
    let span = Span::of(percent);
    let span = Span { low: of(span.low), high: of(span.high) };
    span.first(decimals).zip(span.last(decimals)).filter(|(first, last)| first <= last)
}
