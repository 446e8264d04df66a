//! A page shows a fall, or those who left, as a signed change of the whole, and a sentence a change by its size: the
//! story tells the figure as it was made.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::area::Area;
use crate::model::change::turned;
use crate::model::exact::Exact;
use crate::model::figure::{Derivation, Derived, Figure, Rule, Term};
use crate::model::measure::Measure;
use crate::model::name::AreaName;
use crate::text::say::formula;

use super::super::{View, conclusion};

/// The figure with the sign that its file or its formula gives it: 88 + 247 is 335, and no −335.
pub fn as_made(view: &View, figure: &Figure) -> Figure {
    let measure = &figure.subject.measure;
    let other = turned(figure);
    let is_turned = made(view, figure).is_some_and(|made| made == *other.amount.low() && !made.is_zero());
    if (measure.is_out() || measure.is_change()) && is_turned { other } else { figure.clone() }
}

/// A difference with the rates of its formula as the reports of their days state them, where these give its result: a rate
/// that the page writes as reported is not written as derived beside it.
pub fn with_stated_rates(view: &View, figure: &Figure) -> Figure {
    let Derivation::Derived(derived) = &*figure.derivation else { return figure.clone() };
    if !matches!(derived.rule, Rule::Difference | Rule::Points) {
        return figure.clone();
    }
    let term = |term: &Term| match term {
        Term::Figure(input) => Term::Figure(as_stated(view, input).into_owned()),
        other => other.clone(),
    };
    let formula = derived.formula.iter().map(term).collect();
    let derived = Derived { formula, ..derived.clone() };
    if !formula::gives(figure, &derived.formula) {
        return figure.clone();
    }
    Figure { derivation: Arc::new(Derivation::Derived(derived)), ..figure.clone() }
}

/// A rate of the whole as the report of its day states it, any other figure as it is.
fn as_stated<'a>(view: &View<'a>, figure: &'a Figure) -> Cow<'a, Figure> {
    match &figure.subject.measure {
        Measure::Of(group, aspect) if aspect.is_rate() && figure.subject.whose.is(&view.whole().name) => {
            conclusion::as_stated(view, (&[], *group, aspect), figure)
        }
        _ => Cow::Borrowed(figure),
    }
}

/// The number that its file or its formula has.
fn made(view: &View, figure: &Figure) -> Option<Exact> {
    match &*figure.derivation {
        Derivation::Stated(stated) => {
            let Measure::Of(group, aspect) = &figure.subject.measure else { return None };
            let file = &stated.location.origin.file;
            let of_file = view.history.snapshots.iter().find(|snapshot| snapshot.origin.file == *file)?;
            let area = part(&of_file.whole, &figure.subject.whose)?;
            Some(area.stated(*group, aspect)?.amount.low().clone())
        }
        Derivation::Derived(derived) if matches!(derived.rule, Rule::Sum | Rule::SumOfAreas) => {
            let inputs = figure.derivation.inputs();
            Some(inputs.fold(Exact::default(), |sum, input| &sum + input.amount.low()))
        }
        Derivation::Derived(derived) if matches!(derived.rule, Rule::Difference | Rule::Points) => {
            let mut inputs = figure.derivation.inputs().map(|input| input.amount.low());
            let first = inputs.next()?.clone();
            Some(inputs.fold(first, |left, input| &left - input))
        }
        Derivation::Derived(_) => None,
    }
}

/// The area of that name, at any depth: of several the one that is least deep in its branch.
pub(super) fn part<'a>(area: &'a Area, name: &AreaName) -> Option<&'a Area> {
    if area.name.is(name) {
        return Some(area);
    }
    area.part(name).or_else(|| area.areas.iter().find_map(|inner| part(inner, name)))
}
