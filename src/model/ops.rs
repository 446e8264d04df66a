//! The operations that make a figure from figures. They are few and stand here alone, so that no result can lose
//! what its inputs were: the worst source, the bound of a qualifier, the names of what is missing, the formula.

use std::sync::Arc;

use super::amount::Amount;
use super::exact::Exact;
use super::figure::{Basis, Derivation, Derived, Figure, Reliability, Rule, Term};
use super::formula::{Formula, added};
use super::measure::Subject;
use super::qualifier::Qualifier;
use super::sums::Adding;
use super::unit::Unit;

/// A figure, or why there is none. Missing is not zero.
pub type FigureResult = Result<Figure, Missing>;

/// Why there is no figure.
#[derive(Debug, Clone)]
pub struct Missing {
    /// What was asked for.
    pub what: Subject,
    /// What stands in the way.
    pub because: MissingReason,
}

/// What stands in the way of a figure.
#[derive(Debug, Clone)]
pub enum MissingReason {
    /// The file does not state it.
    NotStated,
    /// These inputs are not there.
    Lacking(Vec<Subject>),
    /// The bounds of the terms point in opposite directions: no number, only the terms side by side.
    Opposed(Vec<Figure>),
    /// The inputs count different things.
    UnitsDiffer,
    /// The divisor is zero.
    NothingToDivideBy,
    /// What would follow is more than there is, or too little to be told.
    NotDerivable,
    /// No earlier figure to compare with.
    NoEarlier,
    /// The standards differ: nothing is compared across them.
    StandardsDiffer,
    /// There is no such figure for this kind of target.
    NotMeant,
    /// Too little of the year has gone for a projection.
    TooEarly,
    /// The due date has passed: nothing lies ahead.
    DuePassed,
    /// The aim is reached: nothing is left to do.
    NothingLeft,
    /// The year began on the good side of the level asked for: no percent of a way that is not there.
    AlreadyThere,
    /// What is to rise has fallen since the start: no percent of a way that is not gone.
    FellBack,
    /// The two figures are not of one kind (a reported rate, a rate summed from areas).
    KindsDiffer,
    /// One of them is the sum of so many of so many areas, the other of others: nothing is compared across them.
    AreasDiffer(usize, usize),
}

impl MissingReason {
    /// Is it a rule that stands in the way, not a figure? Then it is also the reason of all that would follow.
    fn rules_out(&self) -> bool {
        use MissingReason::{
            AlreadyThere, AreasDiffer, DuePassed, FellBack, KindsDiffer, NoEarlier, NotMeant, NothingLeft,
            TooEarly,
        };
        let of_targets =
            matches!(self, NotMeant | TooEarly | DuePassed | NothingLeft | AlreadyThere | FellBack);
        of_targets
            || matches!(self, NoEarlier | KindsDiffer | AreasDiffer(..) | MissingReason::StandardsDiffer)
    }
}

impl Missing {
    /// A figure that no file states.
    pub fn not_stated(what: Subject) -> Self {
        Self { what, because: MissingReason::NotStated }
    }

    /// A figure that cannot be made, for that reason.
    pub fn because(what: Subject, because: MissingReason) -> Self {
        Self { what, because }
    }

    /// The stated figures that are not there, down to the leaves.
    pub fn leaves(&self) -> Vec<Subject> {
        match &self.because {
            MissingReason::Lacking(inputs) => inputs.clone(),
            MissingReason::NotStated
            | MissingReason::Opposed(_)
            | MissingReason::UnitsDiffer
            | MissingReason::NothingToDivideBy
            | MissingReason::NotDerivable
            | MissingReason::NoEarlier
            | MissingReason::StandardsDiffer
            | MissingReason::NotMeant
            | MissingReason::TooEarly
            | MissingReason::DuePassed
            | MissingReason::NothingLeft
            | MissingReason::AlreadyThere
            | MissingReason::FellBack
            | MissingReason::KindsDiffer
            | MissingReason::AreasDiffer(..) => vec![self.what.clone()],
        }
    }
}

/// Asks for a figure that may stand in a file.
pub fn stated(figure: Option<Figure>, what: impl FnOnce() -> Subject) -> FigureResult {
    figure.ok_or_else(|| Missing::not_stated(what()))
}

/// Takes all inputs, or names those that are missing.
pub(super) fn all<'a, const N: usize>(
    what: &Subject,
    inputs: [&'a FigureResult; N],
) -> Result<[&'a Figure; N], Missing> {
    let mut missing = inputs.iter().filter_map(|k| k.as_ref().err());
    if let Some(ruled_out) = missing.find(|m| m.because.rules_out()) {
        return Err(Missing::because(what.clone(), ruled_out.because.clone()));
    }
    let lacking: Vec<Subject> =
        inputs.iter().filter_map(|k| k.as_ref().err()).flat_map(Missing::leaves).collect();
    if !lacking.is_empty() {
        return Err(Missing::because(what.clone(), MissingReason::Lacking(lacking)));
    }
    let mut found = inputs.iter().filter_map(|k| k.as_ref().ok());
    Ok(std::array::from_fn(|_| found.next().expect("each input was looked at above")))
}

/// What a result has of its inputs.
pub(super) struct Inherited {
    pub source: Reliability,
    pub qualifier: Qualifier,
    /// It rests on so many of so many areas.
    pub partial: Option<(usize, usize)>,
}

/// The worst source and the bound that all inputs share; the second list holds subtrahends and divisors.
fn heritage(what: &Subject, with: &[&Figure], against: &[&Figure]) -> Result<Inherited, Missing> {
    let source = with.iter().chain(against).map(|f| f.reliability).max().unwrap_or(Reliability::Reported);
    let mut bounds = with.iter().map(|f| f.qualifier).chain(against.iter().map(|f| f.qualifier.reversed()));
    let qualifier = bounds.try_fold(Qualifier::Exact, Qualifier::joined).ok_or_else(|| {
        let terms = with.iter().chain(against).map(|f| (*f).clone()).collect();
        Missing::because(what.clone(), MissingReason::Opposed(terms))
    })?;
    Ok(Inherited { source, qualifier, partial: None })
}

/// A derived figure, built from what its inputs were.
pub(super) fn build(
    what: Subject,
    unit: Unit,
    amount: Amount,
    heritage: &Inherited,
    rule: Rule,
    formula: Formula,
) -> Figure {
    Figure {
        amount,
        unit,
        qualifier: heritage.qualifier,
        basis: Basis::Derived,
        reliability: heritage.source,
        written: None,
        decimals: None,
        subject: what,
        derivation: Arc::new(Derivation::Derived(Derived { rule, formula, partial: heritage.partial })),
    }
}

/// The formula of two figures.
fn between(a: &Figure, sign: Term, b: &Figure) -> Vec<Term> {
    vec![Term::Figure(a.clone()), sign, Term::Figure(b.clone())]
}

/// The sum of figures of one unit. A missing one makes the sum missing; opposite bounds give no number.
pub fn sum(what: Subject, inputs: &[FigureResult]) -> FigureResult {
    let lacking: Vec<Subject> =
        inputs.iter().filter_map(|k| k.as_ref().err()).flat_map(Missing::leaves).collect();
    let found: Vec<Figure> = inputs.iter().flatten().cloned().collect();
    if !lacking.is_empty() || found.is_empty() {
        return Err(Missing::because(what, MissingReason::Lacking(lacking)));
    }
    sum_of(what, found, Rule::Sum, None)
}

/// The most that a sum may come to, by the same rules: for whoever tells nothing of the sum, and makes no figures for it.
pub fn most_of_sum(inputs: impl IntoIterator<Item = Option<Most>>) -> Option<Exact> {
    let (mut all, mut bound, mut most) = (None, Qualifier::Exact, Exact::whole(0));
    for input in inputs {
        let (unit, qualifier, high) = input?;
        if *all.get_or_insert(unit) != unit {
            return None;
        }
        bound = bound.joined(qualifier)?;
        most = &most + &high;
    }
    all.map(|_| most)
}

/// Of a figure what it counts, how its number is said, and the most it may be.
pub type Most = (Unit, Qualifier, Exact);

/// The sum over the areas that have the figure; where some have none it is partial and says so.
pub fn sum_over_areas(what: Subject, inputs: Vec<FigureResult>) -> FigureResult {
    let of = inputs.len();
    sum_over_some(what, inputs.into_iter().flatten().collect(), of)
}

/// The same of those that have the figure, of so many areas.
pub fn sum_over_some(what: Subject, found: Vec<Figure>, of: usize) -> FigureResult {
    let have = found.len();
    if found.is_empty() {
        return Err(Missing::not_stated(what));
    }
    sum_of(what, found, Rule::SumOfAreas, partial(have, of))
}

fn sum_of(what: Subject, terms: Vec<Figure>, rule: Rule, partial: Option<(usize, usize)>) -> FigureResult {
    let mut adding = Adding::new();
    for term in &terms {
        adding.add(term);
    }
    adding.sum(what, rule, partial, added(terms.into_iter()).into())
}

/// That a sum is of some of the areas only.
pub(super) fn partial(have: usize, of: usize) -> Option<(usize, usize)> {
    (have < of).then_some((have, of))
}

/// `a − b`, in their common unit; of two percentages, in points. Between two days nothing is told where one of the two
/// rests on some areas and the other on others: what is missing would pass for a fall.
pub fn difference(what: Subject, a: &FigureResult, b: &FigureResult) -> FigureResult {
    let [a, b] = all(&what, [a, b])?;
    if a.subject.when != b.subject.when
        && let Some((have, of)) = across_areas(a, b)
    {
        return Err(Missing::because(what, MissingReason::AreasDiffer(have, of)));
    }
    let unit = match (a.unit, b.unit) {
        (Unit::Percent, Unit::Percent) | (Unit::Share, Unit::Share) => Unit::Point,
        (Unit::Percent, Unit::Point) => Unit::Percent,
        (x, y) if x == y => x,
        _ => return Err(Missing::because(what, MissingReason::UnitsDiffer)),
    };
    let rule = if unit == Unit::Point { Rule::Points } else { Rule::Difference };
    let heritage = heritage(&what, &[a], &[b])?;
    let amount = Amount::between(a.amount.low() - b.amount.high(), a.amount.high() - b.amount.low());
    let result = build(what, unit, amount, &heritage, rule, between(a, Term::Minus, b).into());
    // A change of rates of three decimals has three: of two it has the two of every computed one.
    let written = [a, b].into_iter().filter_map(|figure| figure.written.or(figure.decimals)).max();
    let decimals = written.filter(|decimals| unit == Unit::Point && *decimals > 2);
    Ok(Figure { decimals, ..result })
}

/// May two figures be seen as a course? Not where one rests on some areas and the other on others.
pub fn rest_on_same_areas(a: &Figure, b: &Figure) -> bool {
    across_areas(a, b).is_none()
}

/// So many of so many areas, where one of two figures rests on a sum over some of them and the other on no sum over the
/// same.
pub(super) fn across_areas(a: &Figure, b: &Figure) -> Option<(usize, usize)> {
    let sums = [a, b].map(sums_within);
    let partial = sums.iter().flatten().find_map(|sum| sum.partial)?;
    let areas = |sums: &[&Derived]| -> Vec<Vec<String>> {
        let of_sum = |sum: &&Derived| {
            let mut names: Vec<String> = sum.formula.whose().map(|name| name.folded.clone()).collect();
            names.sort_unstable();
            names
        };
        sums.iter().map(of_sum).collect()
    };
    (areas(&sums[0]) != areas(&sums[1])).then_some(partial)
}

/// The sums over areas that a figure is, or is made from.
fn sums_within(figure: &Figure) -> Vec<&Derived> {
    match &*figure.derivation {
        Derivation::Derived(derived) if derived.rule == Rule::SumOfAreas => vec![derived],
        derivation => derivation.inputs().flat_map(sums_within).collect(),
    }
}

/// `part : whole` as a percentage: of households a rate, else a share. Refused across units, except where the
/// caller names the denominator (covered of entitled).
pub fn percentage(what: Subject, unit: Unit, part: &FigureResult, whole: &FigureResult) -> FigureResult {
    let [part, whole] = all(&what, [part, whole])?;
    if part.unit != whole.unit {
        return Err(Missing::because(what, MissingReason::UnitsDiffer));
    }
    let hundred = Exact::whole(100);
    let amount = quotient(&what, &part.amount, &whole.amount)?;
    let amount = Amount::between(amount.low() * &hundred, amount.high() * &hundred);
    let heritage = heritage(&what, &[part], &[whole])?;
    let mut formula = between(part, Term::Over, whole);
    formula.extend([Term::Times, Term::Number(hundred, Some(Unit::Share), 0)]);
    Ok(build(what, unit, amount, &heritage, Rule::Percentage, formula.into()))
}

/// The same of what was planned: of a plan that is a floor ("từ 110.000 trở lên") the share is that of the floor, and
/// no bound.
pub fn share_of_plan(what: Subject, part: &FigureResult, plan: &FigureResult) -> FigureResult {
    let Ok(floor) = plan else { return percentage(what, Unit::Share, part, plan) };
    if !floor.qualifier.is_floor() {
        return percentage(what, Unit::Share, part, plan);
    }
    let mut share = percentage(what, Unit::Share, part, &Ok(floor.at_its_number()))?;
    if let Derivation::Derived(derived) = Arc::make_mut(&mut share.derivation) {
        // Its story tells it as it was stated.
        let as_stated = |term: &Term| match term {
            Term::Figure(figure) if figure.subject == floor.subject => Term::Figure(floor.clone()),
            term => term.clone(),
        };
        derived.formula = derived.formula.iter().map(as_stated).collect();
    }
    Ok(share)
}

fn quotient(what: &Subject, part: &Amount, whole: &Amount) -> Result<Amount, Missing> {
    let none = || Missing::because(what.clone(), MissingReason::NothingToDivideBy);
    if !whole.low().is_positive() {
        return Err(none());
    }
    let low = part.low().over(if part.low().is_negative() { whole.low() } else { whole.high() });
    let high = part.high().over(if part.high().is_negative() { whole.high() } else { whole.low() });
    Ok(Amount::between(low.ok_or_else(none)?, high.ok_or_else(none)?))
}

/// Persons per household, or money for each recipient: the only ratios across units.
pub fn average(what: Subject, total: &FigureResult, count: &FigureResult) -> FigureResult {
    let [total, count] = all(&what, [total, count])?;
    let unit = match (total.unit, count.unit) {
        (Unit::Person, Unit::Household) => Unit::PersonsPerHousehold,
        (Unit::Vnd, unit) => match unit.recipient() {
            Some(recipient) => Unit::VndPerRecipient(recipient),
            None => return Err(Missing::because(what, MissingReason::UnitsDiffer)),
        },
        _ => return Err(Missing::because(what, MissingReason::UnitsDiffer)),
    };
    let amount = quotient(&what, &total.amount, &count.amount)?;
    let heritage = heritage(&what, &[total], &[count])?;
    Ok(build(what, unit, amount, &heritage, Rule::Average, between(total, Term::Over, count).into()))
}

/// A figure whose arithmetic is a rule of its own (a projection, a range from a rounding): the caller gives the
/// amount and the formula, the worst source still comes from the inputs that stand in the formula. A bound among them
/// is not followed through such a rule: the result is then only "about".
pub fn by_rule(what: Subject, unit: Unit, amount: Amount, rule: Rule, formula: Vec<Term>) -> FigureResult {
    let inputs: Vec<&Figure> = formula.iter().filter_map(Term::figure).collect();
    let source = inputs.iter().map(|f| f.reliability).max().unwrap_or(Reliability::Reported);
    let exact = inputs.iter().all(|f| f.qualifier == Qualifier::Exact);
    let qualifier = if exact { Qualifier::Exact } else { Qualifier::About };
    let heritage = Inherited { source, qualifier, partial: None };
    Ok(build(what, unit, amount, &heritage, rule, formula.into()))
}

#[cfg(test)]
mod tests;
