//! Figures of a file into figures of the model: with place, provenance in force and the quote over them.

use std::sync::Arc;

use crate::model::figure::Figure;
use crate::model::location::Field;
use crate::model::measure::{IdName, Measure, Subject};
use crate::model::name::AreaName;
use crate::model::percent::Percent;
use crate::model::source_file::{Provenance, SourceFile};
use crate::model::stated_number::{NumberKind, StatedNumber};
use crate::model::unit::Unit;
use crate::model::words::Text;

use super::super::format;
use super::super::place::{FieldPath, PathStep, PlaceIndex};
use super::names::Names;

/// A place in a file while it is converted: what holds for all figures at and under it.
#[derive(Clone)]
pub(super) struct FigureContext<'a> {
    origin: &'a Arc<SourceFile>,
    places: &'a PlaceIndex,
    names: &'a Names,
    /// Whose figures stand here.
    pub whose: &'a Arc<AreaName>,
    provenance: Provenance,
    quote: Option<&'a Text>,
    path: FieldPath<'a>,
}

impl<'a> FigureContext<'a> {
    /// The top of a file.
    pub fn top(
        origin: &'a Arc<SourceFile>,
        (places, names): (&'a PlaceIndex, &'a Names),
        whose: &'a Arc<AreaName>,
        stated: Option<Provenance>,
    ) -> Self {
        let provenance = stated.unwrap_or(origin.provenance);
        Self { origin, places, names, whose, provenance, quote: None, path: FieldPath::TOP }
    }

    /// The head of the file.
    pub fn origin(&self) -> &'a Arc<SourceFile> {
        self.origin
    }

    /// The names of the files that are read together.
    pub fn names(&self) -> &'a Names {
        self.names
    }

    /// The path of this place.
    pub fn path(&self) -> String {
        self.path.path()
    }

    fn down<'b>(&'b self, step: PathStep<'b>) -> FigureContext<'b> {
        FigureContext { path: self.path.down(step), ..*self }
    }

    /// The field `name` here.
    pub fn field<'b>(&'b self, name: &'b str) -> FigureContext<'b> {
        self.down(PathStep::Name(name))
    }

    /// The item `index` of the list `name` here.
    pub fn item<'b>(&'b self, name: &'b str, index: usize) -> FigureContext<'b> {
        self.down(PathStep::Item(name, index))
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
    pub fn whose(mut self, whose: &'a Arc<AreaName>) -> Self {
        self.whose = whose;
        self
    }

    /// The line this place stands in.
    pub fn line_number(&self) -> u32 {
        self.places.at(&self.path).map_or(0, |place| place.line)
    }

    /// The number that is written at the field `name`; `unit` is what the place counts.
    pub fn number(&self, name: &str, from: format::Written, unit: Unit) -> StatedNumber {
        let (digits, written, qualifier, unit, provenance) = match from {
            format::Written::Count(from) => {
                (from.value, None, from.qualifier, from.unit.unwrap_or(unit), from.provenance)
            }
            format::Written::Percent(from) => {
                let Percent { digits, decimals } = from.value;
                (digits, Some(decimals), from.qualifier, unit, from.provenance)
            }
        };
        let provenance = provenance.unwrap_or(self.provenance);
        let line = self.field(name).line_number();
        StatedNumber { digits, kind: NumberKind { unit, qualifier, provenance, written }, line }
    }

    /// What is written at the field `name`, as a figure; `unit` is what the place counts.
    pub fn written(&self, name: &str, from: format::Written, unit: Unit, measure: Measure) -> Figure {
        self.field(name).figure(self.number(name, from, unit), measure, from.note())
    }

    /// A number that may say more about itself: its digits and decimals at the field `name`, what else it says here.
    pub fn qualified<N>(
        &self,
        name: &str,
        from: &format::Qualified<N>,
        (digits, written): (i64, Option<u8>),
        (unit, measure): (Unit, Measure),
    ) -> Figure {
        let here = self.field(name);
        let provenance = from.provenance.unwrap_or(self.provenance);
        let kind = NumberKind { unit, qualifier: from.qualifier, provenance, written };
        here.figure(StatedNumber { digits, kind, line: here.line_number() }, measure, from.note.as_deref())
    }

    fn figure(&self, number: StatedNumber, measure: Measure, note: Option<&Text>) -> Figure {
        let subject = Subject::stated(measure, self.whose, self.origin);
        let quote = self.quote.filter(|quote| number.is_held_by(quote));
        let [quote, note] = [quote, note].map(|words| words.map(|words| Arc::new(words.clone())));
        number.figure(subject, (self.origin, Field::Path(self.path())), quote, note)
    }
}

/// An id with its name; the id stands for a name that is not given.
pub(super) fn named(names: &Names, id: &format::Id, name: Option<&Text>) -> Arc<IdName> {
    let name = name.cloned().unwrap_or_else(|| Text::vi(&id.0));
    names.id(IdName { id: id.0.clone(), name })
}
