//! Figures of a file into figures of the model: with place, provenance in force and the quote over them.

use std::sync::Arc;

use crate::model::amount::Amount;
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Basis as Made, Derivation, Figure, Location, Reliability, Stated};
use crate::model::measure::{IdName, Measure, Subject};
use crate::model::name::AreaName;
use crate::model::percent::Percent;
use crate::model::qualifier::Qualifier;
use crate::model::source_file::{Provenance, SourceFile};
use crate::model::unit::Unit;
use crate::model::words::Text;

use super::super::format;
use super::super::place::PlaceIndex;
use super::names::Names;

/// A place in a file while it is converted: what holds for all figures at and under it.
#[derive(Clone)]
pub(super) struct FigureContext<'a> {
    origin: &'a Arc<SourceFile>,
    places: &'a PlaceIndex,
    names: &'a Names,
    /// Whose figures stand here.
    pub whose: Arc<AreaName>,
    provenance: Provenance,
    quote: Option<&'a Text>,
    path: String,
}

impl<'a> FigureContext<'a> {
    /// The top of a file.
    pub fn top(
        origin: &'a Arc<SourceFile>,
        (places, names): (&'a PlaceIndex, &'a Names),
        whose: &Arc<AreaName>,
        stated: Option<Provenance>,
    ) -> Self {
        let provenance = stated.unwrap_or(origin.provenance);
        Self { origin, places, names, whose: whose.clone(), provenance, quote: None, path: String::new() }
    }

    /// The head of the file.
    pub fn origin(&self) -> &Arc<SourceFile> {
        self.origin
    }

    /// The names of the files that are read together.
    pub fn names(&self) -> &'a Names {
        self.names
    }

    /// The field `name` here.
    pub fn field(&self, name: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self { path: format!("{}{dot}{name}", self.path), ..self.clone() }
    }

    /// The item `index` of the list `name` here.
    pub fn item(&self, name: &str, index: usize) -> Self {
        self.field(&format!("{name}[{index}]"))
    }

    /// The same place with the provenance that the object here states, if it does.
    pub fn from(mut self, stated: Option<Provenance>) -> Self {
        self.provenance = stated.unwrap_or(self.provenance);
        self
    }

    /// The same place for what is assigned and not carried out: an aim is exact, so that the estimates of a file ("ước
    /// thực hiện", of what will have been done) say nothing of it. An invented aim stays invented.
    pub fn assigned(mut self) -> Self {
        if self.provenance == Provenance::Estimated {
            self.provenance = Provenance::Reported;
        }
        self
    }

    /// The same place with the quote that the object here holds, if it does.
    pub fn quoting(mut self, quote: Option<&'a Text>) -> Self {
        self.quote = quote.or(self.quote);
        self
    }

    /// The same place in another area's figures.
    pub fn whose(mut self, whose: &Arc<AreaName>) -> Self {
        self.whose = whose.clone();
        self
    }

    /// The line this place stands in.
    pub fn line_number(&self) -> u32 {
        self.places.get(&self.path).map_or(0, |place| place.line)
    }

    /// What is written at the field `name`; `unit` is what the place counts.
    pub fn written(&self, name: &str, from: format::Written, unit: Unit, measure: Measure) -> Figure {
        match from {
            format::Written::Count(from) => {
                let unit = from.unit.unwrap_or(unit);
                let here = self.field(name).from(from.provenance);
                let stated = here.stated(Exact::whole(from.value), unit, None, measure, from.note.as_deref());
                bounded(stated, from.qualifier)
            }
            format::Written::Percent(from) => {
                let here = self.field(name).from(from.provenance);
                let value = Exact::decimal(from.value.digits, from.value.decimals);
                let stated =
                    here.stated(value, unit, Some(from.value.decimals), measure, from.note.as_deref());
                bounded(stated, from.qualifier)
            }
        }
    }

    /// A number as `make` makes it in the place that the object there speaks for, with its
    /// qualifier and its note.
    pub fn qualified<N>(
        &self,
        from: &format::Qualified<N>,
        make: impl FnOnce(&Self) -> Option<Figure>,
    ) -> Option<Figure> {
        let mut figure = bounded(make(&self.clone().from(from.provenance))?, from.qualifier);
        if let (Some(note), Derivation::Stated(story)) = (&from.note, Arc::make_mut(&mut figure.derivation)) {
            story.note = Some((**note).clone());
        }
        Some(figure)
    }

    /// The bare percentage at the field `name`.
    pub fn percent(&self, name: &str, from: Percent, unit: Unit, measure: Measure) -> Figure {
        let value = Exact::decimal(from.digits, from.decimals);
        self.field(name).stated(value, unit, Some(from.decimals), measure, None)
    }

    /// A whole number at the field `name`.
    pub fn whole(&self, name: &str, value: i64, unit: Unit, measure: Measure) -> Figure {
        self.field(name).stated(Exact::whole(value), unit, None, measure, None)
    }

    fn stated(
        &self,
        value: Exact,
        unit: Unit,
        written: Option<u8>,
        measure: Measure,
        note: Option<&Text>,
    ) -> Figure {
        let location =
            Location { origin: self.origin.clone(), path: self.path.clone(), line: self.line_number() };
        let (origin, source) = made(self.provenance);
        // A sentence about the whole group is no quote of a figure that it does not hold.
        let quote = self.quote.filter(|quote| holds(&quote.vi, &value)).cloned();
        let story = Stated { location, provenance: self.provenance, quote, note: note.cloned() };
        Figure {
            amount: Amount::One(value),
            unit,
            qualifier: Qualifier::Exact,
            basis: origin,
            reliability: source,
            written,
            decimals: None,
            subject: Subject::stated(measure, &self.whose, self.origin),
            derivation: Arc::new(Derivation::Stated(story)),
        }
    }
}

/// Does a sentence hold a number, in figures or, of a small one, perhaps in words? One without any number speaks for all.
fn holds(quote: &str, value: &Exact) -> bool {
    let in_words = value.is_whole() && (1..10).any(|n| value.clone().abs() == Exact::whole(n));
    let bare = |digits: &str| digits.trim_start_matches('0').trim_end_matches('0').to_owned();
    let own = bare(&value.clone().abs().digits(6, Rounding::Nearest).to_string());
    let is_inside = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    let numbers = quote.split(|letter| !is_inside(letter)).map(|number| number.replace(['.', ','], ""));
    let mut numbers = numbers.filter(|number| !number.is_empty()).peekable();
    in_words || numbers.peek().is_none() || numbers.any(|number| bare(&number) == own)
}

/// A figure with the bound that its file states. Of a number below zero that speaks of its size: −0.69 "over" fell by
/// more than 0.69, and is less than −0.69.
fn bounded(figure: Figure, qualifier: Qualifier) -> Figure {
    let is_below_zero = figure.amount.high().is_negative();
    let qualifier = if is_below_zero { qualifier.mirrored() } else { qualifier };
    Figure { qualifier, ..figure }
}

/// A figure worked out by hand counts as derived from reported ones.
fn made(provenance: Provenance) -> (Made, Reliability) {
    match provenance {
        Provenance::Reported => (Made::Stated, Reliability::Reported),
        Provenance::Derived => (Made::Derived, Reliability::Reported),
        Provenance::Estimated => (Made::Stated, Reliability::Estimated),
        Provenance::Illustrative => (Made::Stated, Reliability::Illustrative),
    }
}

/// An id with its name; the id stands for a name that is not given.
pub(super) fn named(names: &Names, id: &format::Id, name: Option<&Text>) -> Arc<IdName> {
    let name = name.cloned().unwrap_or_else(|| Text::vi(&id.0));
    names.id(IdName { id: id.0.clone(), name })
}
