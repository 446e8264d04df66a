//! The numbers that areas enter a sum with, before any figure is made of them: a list has thousands.

use super::area::{self, Area, Finder, StatedAt};
use super::measure::{Group, Measure};
use super::ops::FigureResult;
use super::stated_number::StatedNumber;

/// A figure that areas count ([`Area::counted`]), each that counts another too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// What is counted.
    pub of: Measure,
    /// What else must be.
    pub beside: Option<Measure>,
}

impl Counts {
    /// The figure of an area.
    pub(super) fn figure(&self, area: &Area) -> FigureResult {
        if let Some(beside) = &self.beside {
            area.counted(beside)?;
        }
        area.counted(&self.of)
    }
}

/// Looks for the numbers of one and the same figure of areas, one area after the other.
pub(super) struct Numbers<'a> {
    of: Option<Sought<'a>>,
    beside: Option<Sought<'a>>,
}

/// What an area enters a sum with: a number that it states, or those of the two groups.
pub(super) type Found = (StatedNumber, Option<StatedNumber>);

/// A measure that is looked for.
struct Sought<'a> {
    own: (Measure, Finder<'a>),
    /// Of both groups together: those of each, where it is not stated itself.
    two: Option<[(Measure, Finder<'a>); 2]>,
}

impl<'a> Numbers<'a> {
    /// Of what areas state themselves.
    pub fn stated(measure: &Measure) -> Self {
        Self { of: Some(Sought::stated(measure)), beside: None }
    }

    /// Of what areas count.
    pub fn counted(Counts { of, beside }: &Counts) -> Self {
        Self { of: Some(Sought::counted(of)), beside: beside.as_ref().map(Sought::counted) }
    }

    /// Of figures that each must be made.
    pub fn none() -> Self {
        Self { of: None, beside: None }
    }

    /// Those of an area; none where it has no such figure, or where this must be made to be known.
    pub fn find(&mut self, area: &'a Area) -> Option<Found> {
        if let Some(beside) = &mut self.beside {
            beside.find(area)?;
        }
        self.of.as_mut()?.find(area)
    }
}

impl<'a> Sought<'a> {
    fn stated(measure: &Measure) -> Self {
        Self { own: (measure.clone(), Finder::default()), two: None }
    }

    fn counted(measure: &Measure) -> Self {
        let two = match measure {
            Measure::Of(Group::Combined, aspect) if area::sums(aspect) => {
                Some(Group::TWO.map(|group| (Measure::of_group(group, aspect.clone()), Finder::default())))
            }
            _ => None,
        };
        Self { two, ..Self::stated(measure) }
    }

    fn find(&mut self, area: &'a Area) -> Option<Found> {
        let (measure, finder) = &mut self.own;
        if let Some(own) = finder.find(area, measure) {
            return Some((own.number()?, None));
        }
        let number = |(measure, finder): &mut (Measure, Finder<'a>)| {
            finder.find(area, measure).and_then(StatedAt::number)
        };
        let [poor, near_poor] = self.two.as_mut()?.each_mut().map(number);
        let (poor, near_poor) = (poor?, near_poor?);
        // Bounds and units that do not go together are for those to say who make the figure.
        let is_plain = poor.count().is_some() && near_poor.count().is_some();
        (is_plain && poor.kind.unit == near_poor.kind.unit).then_some((poor, Some(near_poor)))
    }
}
