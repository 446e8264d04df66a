//! The way of a target as a chart: what was counted, the straight way that was asked from the start of its time to its
//! end, and where the pace so far leads.

use chrono::NaiveDate;

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::Aspect;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::say::what;

use super::super::chart::{self, Chart, Path, Point, Series, Way, drawn_at};
use super::super::{TargetSummary, View};

/// Days before its time that are drawn with it as long as it has not begun: of a year those of the year before.
const BEFORE: i64 = 366;

/// The chart of the chosen target, where it counts households of a group and two days or more can be drawn.
pub fn chart(view: &View) -> Option<Chart> {
    let it = super::chosen(view)?;
    let (found, now) = (it.found, it.found.count.now.as_ref().ok()?);
    let counted = counted(view, &it);
    let name = what::capital(&what::name(view.lang, &counted.last()?.1.subject));
    let run: Vec<Point> = counted.iter().map(|(day, figure)| (*day, drawn_at(figure))).collect();
    let written =
        |(day, figure): &(NaiveDate, Figure)| ((*day, drawn_at(figure)), say!(view, "{figure}"; figure));
    let ahead = found.projection.count().ok().map(|then| {
        let label = say!(view, "dự kiến {then}", "projected {then}"; then = &then);
        let points = [(found.level_day, drawn_at(now)), (found.time.due, drawn_at(&then))];
        Path { points, label, way: Way::Projected }
    });
    let values = counted.iter().map(written).collect();
    let way = asked(view, &it);
    let series = [
        Series { runs: vec![run], values, path: ahead, ..Series::default() },
        Series { path: way, ..Series::default() },
    ];
    let mut chart =
        Chart { series: series.into(), cursor: Some(view.snapshot().as_of()), ..Chart::default() };
    chart.measure(view.lang, now.unit.form());
    chart.mark_days([]);
    let (from, due) = (chart.levels.first()?.1.clone(), found.time.due);
    chart.title = name;
    let [ahead, asked] = [0, 1].map(|at| chart.series[at].path.is_some());
    let signs = [
        asked.then(|| chart::aim(view.lang, "╌○", due)),
        ahead.then(|| view.pick("··· dự kiến", "··· projected").into()),
    ];
    chart.notes = signs.into_iter().flatten().chain(chart::notes(view.lang, None, &from)).collect();
    (chart.days.len() > 1).then_some(chart)
}

/// The straight way from the start of its time to what is asked at its end.
fn asked(view: &View, it: &TargetSummary) -> Option<Path> {
    let (course, time) = (&it.found.count, &it.found.time);
    let (from, aim) = (course.baseline.as_ref().ok()?, course.aim.as_ref().ok()?);
    let whole = it.found.asked.count_aim.as_ref().unwrap_or(aim);
    let label = say!(view, "giao {whole}", "target {whole}"; whole);
    Some(Path { points: [(time.start, drawn_at(from)), (time.due, drawn_at(aim))], label, way: Way::Asked })
}

/// The households of its group on the days of the snapshots, of the year before its time on, none later than shown.
fn counted<'a>(view: &View<'a>, it: &TargetSummary) -> Vec<(NaiveDate, Figure)> {
    let Some(group) = it.target.reads.group() else { return Vec::new() };
    let time = &it.found.time;
    let has_begun = view.snapshot().as_of() > time.start;
    let first = if has_begun { time.start } else { time.start - chrono::Duration::days(BEFORE) };
    let own = |snapshot: &'a Snapshot| match &it.target.area {
        Some(name) => snapshot.whole.part(name),
        None => Some(&snapshot.whole),
    };
    let snapshots = view.history.snapshots.iter().take(view.at + 1);
    let inside = snapshots.filter(|s| (first..=time.due).contains(&s.as_of()));
    let count = |area: &Area| area.figure(group, &Aspect::Households).ok();
    let mut found: Vec<(NaiveDate, Figure)> =
        inside.filter_map(|s| Some((s.as_of(), count(own(s)?)?))).collect();
    // The start is known from the files after it where none is of that day.
    let start = it.found.count.baseline.as_ref().ok();
    let has_start = found.iter().any(|(day, _)| *day == time.start);
    found
        .extend(start.filter(|_| !has_start && !found.is_empty()).map(|figure| (time.start, figure.clone())));
    found.sort_by_key(|(day, _)| *day);
    found
}
