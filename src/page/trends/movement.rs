//! `Hộ nghèo từ 31/12/2022: 1.429 − 335* thoát + 3 tái + 21 phát sinh mới = 1.118`.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Measure, MovementLine as Moved};
use crate::model::ops::{self, FigureResult};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::show;

use super::{TrendRow, TrendsPage};

/// The movement of the chosen group since the period of the shown snapshot began.
pub fn movement(ctx: &TrendsPage) -> Option<Line> {
    let (view, area) = (ctx.view, ctx.view.area());
    let (group, name) = match ctx.chosen {
        TrendRow::Of(Group::NearPoor, _) => (Group::NearPoor, ("Hộ cận nghèo", "Near-poor")),
        TrendRow::Of(Group::Poor | Group::Combined, _) => (Group::Poor, ("Hộ nghèo", "Poor")),
        TrendRow::Total | TrendRow::Coverage(..) | TrendRow::Indicator(..) | TrendRow::Programme(..) => {
            return None;
        }
    };
    let stated = area.group(group);
    if stated.lines(&Moved::OUT).is_empty() && stated.lines(&Moved::IN).is_empty() {
        return None;
    }
    let from = area.origin.period.first.pred_opt()?;
    let before = view.history.snapshot_on(view.at, from).and_then(|s| s.whole.at(view.path));
    let start = stated.movement(Moved::Start).cloned();
    let start = start.or_else(|| before?.figure(group, &Aspect::Households).ok())?;
    let end = area.figure(group, &Aspect::Households).ok()?;
    let terms = terms(ctx, area, group).into_iter().collect::<Option<Vec<Line>>>()?;
    let end = ended(ctx, group, &start, &end);
    Some(say!(ctx, "{name} từ {from}: {start}[{terms}] = {end}",
            "{name} from {from}: {start}[{terms}] = {end}";
        name, from, start, terms = Line::joined(terms, ""), end))
}

/// A term of the movement: its sign, its words, the lines it takes together and what they are.
type Term<'a> = (&'static str, (&'static str, &'static str), &'a [Moved], Aspect);

/// The lines that are there and not zero, those that mean one thing taken together: ` − 335* thoát`.
fn terms(ctx: &TrendsPage, area: &Area, group: Group) -> Vec<Option<Line>> {
    use Moved::{AboveNearPoor, Escaped, FromOther, Newly, OtherIn, OtherOut, Relapsed, ToOther};
    let is_poor = group == Group::Poor;
    // Who goes from the near-poor to the poor escapes nothing.
    let up: &[Moved] = if is_poor { &[ToOther, AboveNearPoor, Escaped] } else { &[AboveNearPoor, Escaped] };
    let down: &[Moved] = if is_poor { &[] } else { &[ToOther] };
    let from =
        if is_poor { ("từ cận nghèo", "from near-poor") } else { ("từ hộ nghèo", "from poor") };
    let rows: [Term; 7] = [
        ("−", ("thoát", "escaped"), up, Aspect::Out),
        ("−", ("thành hộ nghèo", "to poor"), down, Aspect::Out),
        ("−", ("ra khác", "other out"), &[OtherOut], Aspect::Out),
        ("+", from, &[FromOther], Aspect::In),
        ("+", ("tái", "relapsed"), &[Relapsed], Aspect::In),
        ("+", ("phát sinh mới", "new"), &[Newly], Aspect::In),
        ("+", ("vào khác", "other in"), &[OtherIn], Aspect::In),
    ];
    let is_nothing = |sum: &FigureResult| sum.as_ref().is_ok_and(|f| f.amount.high().is_zero());
    let term = |(sign, word, kinds, aspect): Term| {
        let sum = sum(area, group, kinds, aspect).filter(|sum| !is_nothing(sum))?;
        Some(sum.ok().map(|sum| say!(ctx, " {sign} {sum} {word}"; sign, sum, word)))
    };
    rows.into_iter().filter_map(term).collect()
}

/// The lines of these kinds together; nothing where none of them is stated.
fn sum(area: &Area, group: Group, kinds: &[Moved], aspect: Aspect) -> Option<FigureResult> {
    match &area.group(group).lines(kinds)[..] {
        [] => None,
        [only] => Some(only.clone()),
        several => Some(ops::sum(area.what(Measure::of_group(group, aspect)), several)),
    }
}

/// The stated count where the lines lead to it, else both numbers.
fn ended(ctx: &TrendsPage, group: Group, start: &Figure, end: &Figure) -> Line {
    let area = ctx.view.area();
    let what = || area.what(Measure::of_group(group, Aspect::Households));
    let mut counted = Ok(start.clone());
    if let Some(out) = sum(area, group, &Moved::OUT, Aspect::Out) {
        counted = ops::difference(what(), &counted, &out);
    }
    if let Some(into) = sum(area, group, &Moved::IN, Aspect::In) {
        counted = ops::sum(what(), &[counted, into]);
    }
    let stated = (Role::Warn, ctx.view.pick(", báo cáo nêu", ", stated"));
    match counted {
        Ok(counted) if counted.amount == end.amount => say!(ctx, "{end}"; end),
        Ok(counted) => say!(ctx, "{counted}{stated} {end}"; counted, stated, end),
        Err(_) => Line::with_role(Role::Dim, show::no_data(ctx.view.lang)),
    }
}
