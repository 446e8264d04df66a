//! Formulas as they are kept. Of nearly all their terms; of a sum over areas what its terms are made from, as a nation has
//! thousands of them and a reader opens one such sum in a hundred.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use super::area::Area;
use super::figure::{Days, Figure, Term};
use super::measure::{Measure, Subject};
use super::name::AreaName;
use super::numbers::{Counts, Numbers};
use super::ops::FigureResult;
use super::parts::Parts;

/// A formula, in the order it is written. It is read as its terms.
#[derive(Clone)]
pub struct Formula(Kept);

#[derive(Clone)]
enum Kept {
    Terms(Vec<Term>),
    OverAreas(Arc<OverAreas>),
}

/// The figure that each area of a list enters a formula with; those that have none do not enter it.
pub enum OfArea {
    /// What it states itself: thousands of these are added up as numbers.
    Stated(Measure),
    /// What it counts; added up as numbers as well.
    Counted(Counts),
    /// What is made of what it states.
    Made(Box<MadeOfArea>),
}

/// How that is made.
pub type MadeOfArea = dyn Fn(&Area) -> FigureResult + Send + Sync;

impl OfArea {
    /// The figure of an area.
    pub fn figure(&self, area: &Area) -> FigureResult {
        match self {
            Self::Stated(measure) => area.itself(measure),
            Self::Counted(counts) => counts.figure(area),
            Self::Made(made) => made(area),
        }
    }

    /// Looks for the numbers of it, one area after the other.
    pub(super) fn numbers<'a>(&self) -> Numbers<'a> {
        match self {
            Self::Stated(measure) => Numbers::stated(measure),
            Self::Counted(counts) => Numbers::counted(counts),
            Self::Made(_) => Numbers::none(),
        }
    }

    /// May it rest on sums over areas, or on parts of the area?
    fn is_made(&self) -> bool {
        matches!(self, Self::Made(_))
    }
}

struct OverAreas {
    areas: Parts<Area>,
    figure: OfArea,
    /// Known since they were added up: each of thousands of rows asks for that of the sum it is a share of.
    rests_on: RestsOn,
    /// Made when they are first read.
    terms: OnceLock<Vec<Term>>,
}

/// What the figures of a sum over areas rest on.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RestsOn {
    /// Was one of them worked out by hand, or made from such?
    pub by_hand: bool,
    /// So many of so many areas that one of them rests on.
    pub partial: Option<(usize, usize)>,
    /// The days of the files.
    pub days: Days,
}

impl OverAreas {
    fn figures(&self) -> impl Iterator<Item = Figure> {
        self.areas.iter().filter_map(|area| self.figure.figure(area).ok())
    }

    fn terms(&self) -> &[Term] {
        self.terms.get_or_init(|| added(self.figures()))
    }
}

/// Figures that are added, as terms.
pub(super) fn added(figures: impl Iterator<Item = Figure>) -> Vec<Term> {
    let (least, most) = figures.size_hint();
    let mut terms = Vec::with_capacity(most.unwrap_or(least) * 2);
    for figure in figures {
        if !terms.is_empty() {
            terms.push(Term::Plus);
        }
        terms.push(Term::Figure(figure));
    }
    terms
}

impl Formula {
    /// The sum of the figures of the areas of a list.
    pub(super) fn sum_over(areas: &Parts<Area>, figure: OfArea, rests_on: RestsOn) -> Self {
        let over = OverAreas { areas: areas.clone(), figure, rests_on, terms: OnceLock::new() };
        Self(Kept::OverAreas(Arc::new(over)))
    }

    /// Was one of its figures worked out by hand, or made from such?
    pub fn rests_on_hand(&self) -> bool {
        match &self.0 {
            Kept::Terms(terms) => terms.iter().filter_map(Term::figure).any(Figure::rests_on_hand),
            Kept::OverAreas(over) => over.rests_on.by_hand,
        }
    }

    /// Is a figure of that subject among its terms? Of thousands none is made to see it.
    pub fn has(&self, subject: &Subject) -> bool {
        let is_it = |figure: &Figure| figure.subject == *subject;
        match &self.0 {
            Kept::Terms(terms) => terms.iter().filter_map(Term::figure).any(is_it),
            Kept::OverAreas(over) => {
                let figure = over.areas.find(&subject.whose).and_then(|area| over.figure.figure(area).ok());
                figure.as_ref().is_some_and(is_it)
            }
        }
    }

    /// The only figure of one that has no other term. Of thousands none is made to see that there are more.
    pub fn only(&self) -> Option<&Figure> {
        let has_more = matches!(&self.0, Kept::OverAreas(over) if over.figures().nth(1).is_some());
        match if has_more { &[] } else { &**self } {
            [Term::Figure(only)] => Some(only),
            _ => None,
        }
    }

    /// What is first found in its figures. Those of areas are made to be looked at, and are gone again.
    pub fn find_map<T>(&self, mut look: impl FnMut(&Figure) -> Option<T>) -> Option<T> {
        match &self.0 {
            Kept::Terms(terms) => terms.iter().filter_map(Term::figure).find_map(look),
            Kept::OverAreas(over) => over.figures().find_map(|figure| look(&figure)),
        }
    }

    /// The same in those figures alone that may rest on one of that unit or area: of a sum of what areas state themselves
    /// that of the one, of thousands no other is made.
    pub fn find_map_of<T>(&self, whose: &AreaName, mut look: impl FnMut(&Figure) -> Option<T>) -> Option<T> {
        let Kept::OverAreas(over) = &self.0 else { return self.find_map(look) };
        let own = over.areas.find(whose).and_then(|area| over.figure.figure(area).ok());
        let found = own.and_then(|figure| look(&figure));
        // What is made of an area may rest on a part of it, which has another name or the same.
        let has_parts = || over.figure.is_made() && over.areas.iter().any(|area| !area.areas.is_empty());
        if found.is_none() && has_parts() { self.find_map(look) } else { found }
    }

    /// So many of so many areas that one of its figures rests on; none: all of them.
    pub(super) fn partial(&self) -> Option<(usize, usize)> {
        match &self.0 {
            Kept::OverAreas(over) => over.rests_on.partial,
            Kept::Terms(_) => self.find_map(|figure| figure.derivation.partial()),
        }
    }

    /// The days of the files that its figures stand in or were made from.
    pub(super) fn days(&self) -> Days {
        match &self.0 {
            Kept::OverAreas(over) => over.rests_on.days,
            Kept::Terms(terms) => {
                let figures = terms.iter().filter_map(Term::figure);
                figures.map(Figure::days).fold(Days::default(), Days::with)
            }
        }
    }

    /// Of whom its figures are, in their order.
    pub fn whose(&self) -> Box<dyn Iterator<Item = &AreaName> + '_> {
        match &self.0 {
            Kept::Terms(terms) => {
                Box::new(terms.iter().filter_map(Term::figure).map(|figure| &*figure.subject.whose))
            }
            Kept::OverAreas(over) => {
                let has_figure = |area: &&Area| over.figure.figure(area).is_ok();
                Box::new(over.areas.iter().filter(has_figure).map(|area| &*area.name))
            }
        }
    }
}

impl Deref for Formula {
    type Target = [Term];

    fn deref(&self) -> &[Term] {
        match &self.0 {
            Kept::Terms(terms) => terms,
            Kept::OverAreas(over) => over.terms(),
        }
    }
}

impl From<Vec<Term>> for Formula {
    fn from(terms: Vec<Term>) -> Self {
        Self(Kept::Terms(terms))
    }
}

impl FromIterator<Term> for Formula {
    fn from_iter<I: IntoIterator<Item = Term>>(terms: I) -> Self {
        Vec::from_iter(terms).into()
    }
}

impl fmt::Debug for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
