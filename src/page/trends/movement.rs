//! `Hộ nghèo: 1.429 − 335* thoát nghèo + 3 tái nghèo + 21 phát sinh mới = 1.118`.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, MovementLine as Moved};
use crate::model::movement;
use crate::model::ops::FigureResult;
use crate::say;
use crate::text::cells;
use crate::text::line::{Line, Role};
use crate::text::say::what;
use crate::text::show;

use super::super::layout::margin;
use super::{TrendRow, TrendsPage};

/// The movement of the chosen group since the period of the shown snapshot began.
pub fn sum_of_movement(ctx: &TrendsPage) -> Option<Line> {
    told(ctx, terms)
}

/// The same where it has one line: what it leads to stays, and where the lines have no room beside it, how many left and
/// how many came stand for them: `Hộ nghèo: 400 − 85* giảm + 104* tăng = 419*, báo cáo nêu 420`.
pub fn in_a_line(ctx: &TrendsPage) -> Option<Line> {
    let width = usize::from(ctx.view.width);
    let fits = |line: &Line| {
        width == 0 || cells::width(&line.text()) + 2 * usize::from(margin(ctx.view.width)) <= width
    };
    sum_of_movement(ctx).filter(fits).or_else(|| told(ctx, out_and_in))
}

/// The terms of a movement; none of one that is not known.
type Terms = fn(&TrendsPage, &Area, Group) -> Vec<Option<Line>>;

fn told(ctx: &TrendsPage, terms: Terms) -> Option<Line> {
    let (view, area) = (ctx.view, ctx.view.area());
    let group = match ctx.chosen {
        // What moved in the group is not what moved in a part of it.
        TrendRow::Of(_, Aspect::Among(..)) => return None,
        TrendRow::Of(Group::NearPoor, _) => Group::NearPoor,
        TrendRow::Of(Group::Poor | Group::Combined, _) => Group::Poor,
        TrendRow::Total
        | TrendRow::Inhabitants
        | TrendRow::Coverage(..)
        | TrendRow::Indicator(..)
        | TrendRow::Programme(..) => {
            return None;
        }
    };
    if movement::lines(area, group).is_empty() {
        return None;
    }
    let from = area.origin().period.first.pred_opt()?;
    let before = view.history.snapshot_on(view.at, from).and_then(|s| s.whole.at(view.path));
    let start = area.movement(group, Moved::Start);
    let start = start.or_else(|| before?.figure(group, &Aspect::Households).ok())?;
    let end = area.figure(group, &Aspect::Households).ok()?;
    let terms = terms(ctx, area, group).into_iter().collect::<Option<Vec<Line>>>()?;
    let end = ended(ctx, group, &start, &end);
    Some(
        say!(ctx, "{name}: {start}[{terms}] = {end}"; name = what::group_head(view.lang, group), start, terms = Line::joined(terms, ""), end),
    )
}

/// The lines that are there and not zero, those that mean one thing taken together: ` − 335* thoát nghèo`.
fn terms(ctx: &TrendsPage, area: &Area, group: Group) -> Vec<Option<Line>> {
    use Moved::{AboveNearPoor, Escaped, FromOther, Newly, OtherIn, OtherOut, Relapsed, ToOther};
    // Who goes from the near-poor to the poor escapes nothing.
    let (up, down): (&[Moved], &[Moved]) = match group {
        Group::NearPoor => (&[Escaped, AboveNearPoor], &[ToOther]),
        Group::Poor | Group::Combined => (&[Escaped, AboveNearPoor, ToOther], &[]),
    };
    let kinds: [&[Moved]; 7] = [up, down, &[OtherOut], &[FromOther], &[Relapsed], &[Newly], &[OtherIn]];
    let is_nothing = |sum: &FigureResult| sum.as_ref().is_ok_and(|f| f.amount.high().is_zero());
    let term = |kinds: &[Moved]| {
        let first = *kinds.first()?;
        let (sign, whole) =
            if Moved::OUT.contains(&first) { ("−", Aspect::Out) } else { ("+", Aspect::In) };
        let sum = movement::together(area, group, kinds, whole).filter(|sum| !is_nothing(sum))?;
        let word = what::movement_line(group, first);
        Some(sum.ok().map(|sum| say!(ctx, " {sign} {sum} {word}"; sign, sum, word)))
    };
    kinds.into_iter().filter_map(term).collect()
}

/// All who left together, and all who came: ` − 85* giảm`.
fn out_and_in(ctx: &TrendsPage, area: &Area, group: Group) -> Vec<Option<Line>> {
    let is_some = |sum: &FigureResult| !sum.as_ref().is_ok_and(|figure| figure.amount.high().is_zero());
    let of = |kinds: &[Moved], whole| movement::together(area, group, kinds, whole).filter(is_some);
    let out = of(&Moved::OUT, Aspect::Out)
        .map(|out| Some(say!(ctx, " − {out} giảm", " − {out} out"; out = &out.ok()?)));
    let into = of(&Moved::IN, Aspect::In)
        .map(|into| Some(say!(ctx, " + {into} tăng", " + {into} in"; into = &into.ok()?)));
    out.into_iter().chain(into).collect()
}

/// The stated count where the lines lead to it, else both numbers.
fn ended(ctx: &TrendsPage, group: Group, start: &Figure, end: &Figure) -> Line {
    let area = ctx.view.area();
    let lines = movement::lines(area, group);
    let counted = movement::counted_end(area, group, &Aspect::Households, &Ok(start.clone()), &lines);
    let stated = (Role::Warn, ctx.view.pick(", báo cáo nêu", ", reported"));
    match counted {
        Ok(counted) if counted.amount == end.amount => say!(ctx, "{end}"; end),
        Ok(counted) => say!(ctx, "{counted}{stated} {end}"; counted, stated, end),
        Err(_) => Line::with_role(Role::Dim, show::no_data(ctx.view.lang)),
    }
}
