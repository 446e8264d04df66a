//! The movement of a group: which of its lines enter a sum, and what they come to.

use super::area::Area;
use super::exact::Exact;
use super::figure::Figure;
use super::measure::{Aspect, Group, Measure, MovementLine};
use super::ops::{self, FigureResult};

/// The lines that enter a sum, of those that are there: `escaped` stands for its two where these are not both there,
/// and only then, so that nobody leaves twice. Those out before those in.
pub fn entering(is_there: impl Fn(MovementLine) -> bool) -> Vec<MovementLine> {
    use MovementLine::{AboveNearPoor, Escaped, ToOther};
    let both = is_there(ToOther) && is_there(AboveNearPoor);
    let escaped = is_there(Escaped) && !both;
    let all = MovementLine::OUT.into_iter().chain(MovementLine::IN);
    let once = all.filter(|line| match line {
        Escaped => escaped,
        ToOther | AboveNearPoor => !escaped,
        MovementLine::Start
        | MovementLine::OtherOut
        | MovementLine::FromOther
        | MovementLine::Relapsed
        | MovementLine::Newly
        | MovementLine::OtherIn => true,
    });
    once.filter(|line| is_there(*line)).collect()
}

/// The lines of a group's movement in households that are stated and enter a sum.
pub fn lines(area: &Area, group: Group) -> Vec<(MovementLine, Figure)> {
    let entering = entering(|line| area.states(group, &Aspect::Moved(line)));
    entering.into_iter().filter_map(|line| Some((line, area.movement(group, line)?))).collect()
}

/// Those of these kinds together; nothing where none of them is stated. Beside a line that holds them all, lines of
/// zero make no sum: the stated figure itself is told.
pub fn together(area: &Area, group: Group, kinds: &[MovementLine], whole: Aspect) -> Option<FigureResult> {
    let of_kinds = lines(area, group).into_iter().filter(|(line, _)| kinds.contains(line));
    let mut found: Vec<Figure> = of_kinds.map(|(_, figure)| figure).collect();
    let is_some = |figure: &Figure| !figure.exactly().is_some_and(Exact::is_zero);
    if found.iter().filter(|figure| is_some(figure)).count() == 1 {
        found.retain(is_some);
    }
    let all: Vec<FigureResult> = found.into_iter().map(Ok).collect();
    match &all[..] {
        [] => None,
        [only] => Some(only.clone()),
        several => Some(ops::sum(area.what(Measure::of_group(group, whole)), several)),
    }
}

/// Those that escaped: as stated, else the two lines they are the sum of.
pub fn escaped(area: &Area, group: Group) -> FigureResult {
    let moved = |line| area.figure(group, &Aspect::Moved(line));
    let stated = moved(MovementLine::Escaped);
    if stated.is_ok() {
        return stated;
    }
    let above = moved(MovementLine::AboveNearPoor);
    if above.is_err() {
        return stated;
    }
    let what = area.what(Measure::of_group(group, Aspect::Moved(MovementLine::Escaped)));
    match group {
        // The near-poor who become poor have not escaped.
        Group::NearPoor => above,
        Group::Poor | Group::Combined => ops::sum(what, &[moved(MovementLine::ToOther), above]),
    }
}

/// start − out + in, of the lines given; `stock` is what both ends count.
pub fn counted_end(
    area: &Area,
    group: Group,
    stock: &Aspect,
    start: &FigureResult,
    lines: &[(MovementLine, Figure)],
) -> FigureResult {
    let what = area.what(Measure::of_group(group, stock.clone()));
    let of = |wanted: &[MovementLine]| -> Vec<FigureResult> {
        let found = lines.iter().filter(|(line, _)| wanted.contains(line));
        found.map(|(_, figure)| Ok(figure.clone())).collect()
    };
    let (gone, come) = (of(&MovementLine::OUT), of(&MovementLine::IN));
    let with_come = match &come[..] {
        [] => start.clone(),
        _ => ops::sum(what.clone(), &[vec![start.clone()], come].concat()),
    };
    match &gone[..] {
        [] => with_come,
        [one] => ops::difference(what, &with_come, one),
        _ => {
            let out = ops::sum(area.what(Measure::of_group(group, Aspect::Out)), &gone);
            ops::difference(what, &with_come, &out)
        }
    }
}
