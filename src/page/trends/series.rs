//! The chart of the chosen measure: runs that break where a figure is missing or the standard changes, and the
//! dotted path to the aim.

use chrono::NaiveDate;

use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::model::ops;
use crate::model::standing::Standing;
use crate::model::unit::Form;
use crate::say;
use crate::text::line::Line;
use crate::text::show;

use super::super::chart::{self, Break, Chart, Path, Point, Series, drawn_at};
use super::super::table::LongShort;
use super::super::{Medium, TargetSummary};
use super::time_points::{TimePoint, drawn, standard_name};
use super::{TrendRow, TrendsPage};
use crate::text::say::what::small;

/// What is drawn.
fn title(ctx: &TrendsPage) -> String {
    let (lang, area) = (ctx.view.lang, &ctx.view.area().name.name);
    let name = ctx.pictured.title(lang);
    if ctx.view.path.is_empty() {
        return name;
    }
    say!(ctx, "{area}: {name}"; area, name = small(&name)).text()
}

/// What is not drawn, `○ chỉ tiêu 31/12/2023`, `trục từ 800`.
fn notes(ctx: &TrendsPage, chart: &Chart, alone: &[&TrendRow]) -> Vec<LongShort> {
    let Some((_, from)) = chart.levels.first() else { return Vec::new() };
    let has_path = chart.series.iter().any(|series| series.path.is_some());
    let due = ctx.drawn_rows().find_map(|subject| assessed(ctx, subject)).filter(|_| has_path);
    let alone = told(ctx, alone.iter().copied())
        .map(|them| say!(ctx, "chỉ có một kỳ: {them}", "one date only: {them}"; them).text().into());
    // Where there is no room for all, the last ones go: that the axis does not begin at 0 must be seen, and a value that
    // has no line stands in the table below.
    let mut notes = chart::notes(ctx.view.lang, due.map(|it| it.found.time.due), from);
    notes.extend(alone);
    notes
}

/// `Mới có số của một kỳ: hộ nghèo 16.003, hộ cận nghèo 8.668 (31/12/2019)`, in the place of a chart, with what is asked.
pub fn only_values(ctx: &TrendsPage) -> Option<Line> {
    let rows = || ctx.subjects.iter().filter(|subject| subject.shares_axis(&ctx.chosen));
    let them = told(ctx, rows())?;
    let aims = rows().filter_map(|row| ahead(ctx, row));
    let aims = aims.map(|ahead| say!(ctx, "{asked} ({due})"; asked = ahead.asked, due = ahead.due));
    Some(say!(ctx, "Mới có số của một kỳ: {them}[; giao {aims}]",
        "Figures for one date only: {them}[; target {aims}]"; them, aims = Line::joined(aims, ", ")))
}

/// That there is nothing to draw.
pub fn nothing(ctx: &TrendsPage) -> Line {
    say!(ctx, "{name}: {none}"; name = ctx.chosen.title(ctx.view.lang), none = show::no_data(ctx.view.lang))
}

/// The last value of each measure with its day, that once where it is one for all.
fn told<'a>(ctx: &TrendsPage, rows: impl Iterator<Item = &'a TrendRow>) -> Option<Line> {
    let lang = ctx.view.lang;
    let last = |row: &TrendRow| {
        let ((day, _), value) = values(ctx, row).pop()?;
        Some((day, say!(ctx, "{name} {value}"; name = small(&row.label(lang)), value)))
    };
    let found: Vec<(NaiveDate, Line)> = rows.filter_map(last).collect();
    let day = found.first()?.0;
    if found.iter().all(|(of, _)| *of == day) {
        let them = Line::joined(found.into_iter().map(|(_, line)| line), ", ")?;
        return Some(say!(ctx, "{them} ({day})"; them, day));
    }
    let each = found.into_iter().map(|(day, line)| say!(ctx, "{line} ({day})"; line, day));
    Line::joined(each, ", ")
}

/// The chart; of a measure of one value what is said of it, over the chart of another.
pub fn chart(ctx: &TrendsPage) -> Chart {
    let said = (!ctx.draws_chosen()).then(|| only_values(ctx).unwrap_or_else(|| nothing(ctx)));
    let mut chart = Chart { said, cursor: Some(ctx.view.snapshot().as_of()), ..Chart::default() };
    // One value would press the course of the others flat.
    let all: Vec<(&TrendRow, Series)> =
        ctx.drawn_rows().map(|row| (row, line(ctx, row))).filter(|(_, line)| !line.runs.is_empty()).collect();
    let has_course = all.iter().any(|(_, line)| line.has_course());
    let (lines, alone): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(_, line)| line.has_course() || !has_course);
    let alone: Vec<&TrendRow> = alone.into_iter().map(|(row, _)| row).collect();
    // On paper the name of its line stands there anyway.
    let is_named = ctx.view.medium == Medium::Screen;
    let ways = lines.iter().filter(|(_, line)| line.path.is_some()).count();
    chart.series = lines
        .into_iter()
        .map(|(row, line)| if is_named && ways > 1 { named(ctx, row, line) } else { line })
        .collect();
    if let ([only], false) = (&mut chart.series[..], matches!(ctx.pictured, TrendRow::Of(..))) {
        // The title says it.
        only.name = LongShort::default();
    }
    chart.breaks = breaks(ctx);
    let form = ctx.stations.iter().find_map(|s| ctx.pictured.figure(s).ok()).map(|f| f.unit.form());
    chart.measure(ctx.view.lang, form.unwrap_or(Form::Whole));
    chart.mark_days(drawn(&ctx.stations).into_iter().map(TimePoint::day));
    (chart.title, chart.notes) = (title(ctx), notes(ctx, &chart, &alone));
    chart
}

/// The line of a measure.
fn line(ctx: &TrendsPage, subject: &TrendRow) -> Series {
    let (lang, full) = (ctx.view.lang, subject.name(ctx.view.lang));
    let name = match subject {
        TrendRow::Of(group, _) => {
            let (vi, en) = at_its_line(*group);
            LongShort::new(full, lang.pick(vi, en))
        }
        _ => full.into(),
    };
    let runs = runs(ctx, subject);
    Series { name, runs, values: values(ctx, subject), path: path(ctx, subject) }
}

/// The same with its group at the end of its way, where another way ends beside it.
fn named(ctx: &TrendsPage, subject: &TrendRow, mut line: Series) -> Series {
    if let (TrendRow::Of(group, _), Some(path), Some(ahead)) = (subject, &mut line.path, ahead(ctx, subject))
    {
        path.label = say!(ctx, "{group} {asked}"; group = at_its_line(*group), asked = ahead.asked);
    }
    line
}

/// A group where what is counted is said beside it.
fn at_its_line(group: Group) -> (&'static str, &'static str) {
    match group {
        Group::Poor => ("nghèo", "poor"),
        Group::NearPoor => ("cận nghèo", "near-poor"),
        Group::Combined => ("cộng", "total"),
    }
}

/// The points of a measure, in runs: a missing figure, another standard, a sum over other areas and, for flows, another
/// span end one.
fn runs(ctx: &TrendsPage, subject: &TrendRow) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    let mut last: Option<(&TimePoint, Option<Figure>)> = None;
    for station in drawn(&ctx.stations) {
        let known = subject.figure(station).ok();
        let joined = match (&last, &known) {
            (Some((last, before)), Some(figure)) => {
                let is_course = |before: &Figure| ops::rest_on_same_areas(before, figure);
                joins(subject, last, station) && before.as_ref().is_none_or(is_course)
            }
            (None, Some(_)) => true,
            (_, None) => false,
        };
        if !joined {
            runs.push(Vec::new());
        }
        if let (Some(run), Some(figure)) = (runs.last_mut(), &known) {
            run.push((station.day(), drawn_at(figure)));
        }
        last = Some((station, known));
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// The figure of each point.
fn values(ctx: &TrendsPage, subject: &TrendRow) -> Vec<(Point, Line)> {
    let of = |station: &TimePoint| {
        let figure = subject.figure(station).ok()?;
        Some(((station.day(), drawn_at(&figure)), say!(ctx, "{figure}"; figure)))
    };
    drawn(&ctx.stations).into_iter().filter_map(of).collect()
}

/// May a line join the figures of two days that follow each other?
fn joins(subject: &TrendRow, one: &TimePoint, next: &TimePoint) -> bool {
    let start = |station: &TimePoint| station.snapshot.origin.period.first;
    one.standard == next.standard && (!subject.is_flow() || start(one) == start(next))
}

/// Where the standard changes between two days that follow each other.
fn breaks(ctx: &TrendsPage) -> Vec<Break> {
    let stations = drawn(&ctx.stations);
    let pairs = stations.windows(2).filter(|pair| pair[0].standard != pair[1].standard);
    let name = |station: &TimePoint| standard_name(ctx.view.lang, station, &ctx.stations);
    let of = |pair: &[&TimePoint]| Break {
        from: pair[0].day(),
        to: pair[1].day(),
        before: name(pair[0]),
        after: name(pair[1]),
    };
    pairs.map(of).collect()
}

/// The target of the measure in force at the shown snapshot, as long as its way lies ahead.
fn assessed<'a>(ctx: &TrendsPage<'a>, subject: &TrendRow) -> Option<TargetSummary<'a>> {
    let view = ctx.view;
    let is_here = |area: Option<&crate::model::name::AreaName>| match (area, view.path.last()) {
        (None, None) => true,
        (Some(area), Some(last)) => area.is(last),
        _ => false,
    };
    let here = view.targets(|t| subject.is_read_by(&t.reads) && is_here(t.area.as_deref()));
    // Where it is reached already no way leads there.
    let is_ahead = |it: &TargetSummary| !matches!(it.found.standing, Standing::Exceeded | Standing::Met);
    let due = here.into_iter().rev().find(|it| it.found.time.due > view.snapshot().as_of());
    due.filter(is_ahead)
}

/// The dotted path from the shown figure to the year's aim, with the aim at its end.
fn path(ctx: &TrendsPage, subject: &TrendRow) -> Option<Path> {
    let view = ctx.view;
    let Ahead { now, mild, asked, due } = ahead(ctx, subject)?;
    // From its own last point: from an earlier one it would come out of a line that is not its own.
    let last = values(ctx, subject).pop().map(|(point, _)| point).filter(|(day, _)| *day < due);
    let points = [last.unwrap_or((view.snapshot().as_of(), drawn_at(&now))), (due, drawn_at(&mild))];
    let label = say!(ctx, "giao {asked}", "target {asked}"; asked);
    Some(Path { points, label, ..Path::default() })
}

/// The aim at the end of the dotted path: its story belongs to the row of the measure.
pub fn aim(ctx: &TrendsPage, subject: &TrendRow) -> Option<Figure> {
    ahead(ctx, subject).map(|ahead| ahead.asked)
}

/// What lies ahead of the shown figure.
struct Ahead {
    now: Figure,
    /// The level that the dotted path leads to, of a range its mild end.
    mild: Figure,
    /// The level as it is asked, with both ends of a range.
    asked: Figure,
    due: NaiveDate,
}

fn ahead(ctx: &TrendsPage, subject: &TrendRow) -> Option<Ahead> {
    let it = assessed(ctx, subject)?;
    let found = it.found;
    let is_count = matches!(subject, TrendRow::Of(_, Aspect::Households) | TrendRow::Programme(..));
    let (mild, asked) = if is_count {
        (&found.count.aim, &found.asked.count_aim)
    } else {
        (&found.level.aim, &found.asked.aim)
    };
    let now = ctx.own(ctx.view.at).and_then(|station| subject.figure(station).ok())?;
    let mild = mild.clone().ok()?;
    // A plan is asked as it is stated, and is no share of itself.
    let plan = it.plan().filter(|plan| is_count && plan.unit == mild.unit).cloned();
    let asked = plan.unwrap_or_else(|| asked.clone().unwrap_or_else(|_| mild.clone()));
    (now.unit.is_percent() == mild.unit.is_percent()).then_some(Ahead {
        now,
        mild,
        asked,
        due: found.time.due,
    })
}
