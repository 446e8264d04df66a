//! 5 Diễn biến: any measure over time: the line, and the exact values under it.

use chrono::{Datelike, NaiveDate};

use crate::model::area::Area;
use crate::model::figure::Unit;
use crate::model::measure::{Aspect, Group, Line as Moved};
use crate::model::ops::Known;
use crate::model::standing::assess;
use crate::model::target::Reads;
use crate::text::{Lang, date, number, show};

use super::chart::{Chart, Series};
use super::line::{Line, Role};
use super::table::{Cell, Column, Row, Style, Table};
use super::{Block, Page, View, foot};

/// The measures that have a line, with their keys.
const MEASURES: [(&str, Aspect); 3] =
    [("households", Aspect::Households), ("rate", Aspect::Rate), ("persons", Aspect::Persons)];

/// The page.
pub fn page(view: &View) -> Page {
    let chosen = view.chosen.split_once(':').map_or("households", |(_, measure)| measure);
    let aspect =
        MEASURES.iter().find(|(key, _)| *key == chosen).map_or(Aspect::Households, |(_, a)| a.clone());
    let chart = chart(view, &aspect);
    let mut blocks = Vec::new();
    if !view.narrow {
        blocks.push(Block::line(Line::of(Role::Dim, title(view, &aspect, &chart))));
        blocks.push(Block::Chart(Box::new(chart)));
    }
    blocks.push(Block::Table(values(view)));
    blocks.extend(movement(view).map(Block::line));
    let mut page = Page { blocks, ..Page::default() };
    page.foot = foot::lines(view, &page, Vec::new());
    page
}

fn title(view: &View, aspect: &Aspect, chart: &Chart) -> String {
    let name = name(view, aspect);
    let from = chart.levels.first().map_or("0", |(_, label)| label.as_str());
    match view.lang {
        Lang::Vi => format!("{name} (trục đứng từ {from}, trục ngang đúng tỷ lệ ngày; chấm: chỉ tiêu)"),
        Lang::En => format!("{name} (vertical axis from {from}, days to scale; dots: target)"),
    }
}

fn name(view: &View, aspect: &Aspect) -> &'static str {
    match aspect {
        Aspect::Rate => view.lang.pick("Tỷ lệ", "Rate"),
        Aspect::Persons => view.lang.pick("Nhân khẩu", "Persons"),
        _ => view.lang.pick("Số hộ", "Households"),
    }
}

fn group_name(view: &View, group: Group) -> &'static str {
    match group {
        Group::NearPoor => view.lang.pick("Hộ cận nghèo", "Near-poor"),
        _ => view.lang.pick("Hộ nghèo", "Poor"),
    }
}

/// The groups shown: both, or the one in the foreground.
fn groups(view: &View) -> Vec<Group> {
    if view.group == Group::Combined { Group::TWO.to_vec() } else { vec![view.group] }
}

fn figure(area: &Area, group: Group, aspect: &Aspect) -> Known {
    if *aspect == Aspect::Rate { area.rate(group) } else { area.figure(group, aspect) }
}

fn chart(view: &View, aspect: &Aspect) -> Chart {
    let mut chart = Chart::default();
    for group in groups(view) {
        let mut runs: Vec<Vec<(NaiveDate, f64)>> = vec![Vec::new()];
        for snapshot in &view.history.snapshots {
            match figure(&snapshot.whole, group, aspect) {
                Ok(found) => {
                    let point = (snapshot.as_of(), found.amount.low().approximate());
                    runs.last_mut().expect("starts with one run").push(point);
                }
                // No data stand here: the line breaks.
                Err(_) => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        let path = path(view, group, aspect);
        chart.series.push(Series { name: group_name(view, group).to_owned(), runs, path });
    }
    chart.cursor = Some(view.snapshot().as_of());
    ticks(view, aspect, &mut chart);
    chart
}

/// The dotted path from the shown figure to the year's aim, with the aim at its end.
fn path(view: &View, group: Group, aspect: &Aspect) -> Option<(Vec<(NaiveDate, f64)>, String)> {
    let found = view.history.targets(view.at).into_iter().find_map(|(snapshot, target)| {
        let fits = matches!(target.reads, Reads::Rate(g) | Reads::Households(g) if g == group);
        let found = fits.then(|| assess(view.history, view.at, snapshot, target, view.now))?;
        (found.time.days_left > 0 || found.time.start >= view.snapshot().as_of()).then_some(found)
    })?;
    let course = if *aspect == Aspect::Rate { &found.level } else { &found.count };
    let (Ok(now), Ok(aim), false) = (&course.now, &course.aim, *aspect == Aspect::Persons) else {
        return None;
    };
    let due = found.time.due;
    let points = vec![
        (view.snapshot().as_of(), now.amount.low().approximate()),
        (due, aim.amount.low().approximate()),
    ];
    let label = format!("{} {}", view.pick("giao", "aim"), show::in_sentence(view.lang, aim, Style::Plain));
    Some((points, label))
}

/// Round levels around all points, and the days of the snapshots.
fn ticks(view: &View, aspect: &Aspect, chart: &mut Chart) {
    let points = || {
        chart
            .series
            .iter()
            .flat_map(|s| s.runs.iter().flatten().chain(s.path.iter().flat_map(|(points, _)| points.iter())))
    };
    let (low, high) = points().fold((f64::MAX, f64::MIN), |(low, high), (_, y)| (low.min(*y), high.max(*y)));
    if low > high {
        return;
    }
    let step = step(high - low);
    let mut level = (low / step).floor() * step;
    while level < high + step && chart.levels.len() < 12 {
        chart.levels.push((level, label(view, aspect, level)));
        level += step;
    }
    let mut days: Vec<NaiveDate> = points().map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.dedup();
    chart.days = days.into_iter().map(|day| (day, date::month_mark(day))).collect();
}

/// A round step that cuts a span into about six.
fn step(span: f64) -> f64 {
    let raw = (span / 6.0).max(f64::MIN_POSITIVE).max(1e-6);
    let power = 10f64.powf(raw.log10().floor());
    let round = [1.0, 2.0, 5.0, 10.0].into_iter().find(|m| m * power >= raw).unwrap_or(10.0);
    round * power
}

/// A level of the axis; rates with two decimals.
#[allow(clippy::cast_possible_truncation, reason = "a label of an axis: bounded by the counts drawn")]
fn label(view: &View, aspect: &Aspect, level: f64) -> String {
    if *aspect == Aspect::Rate {
        number::decimal(view.lang, (level * 100.0).round() as i64, 2, false)
    } else {
        number::whole(view.lang, level.round() as i64)
    }
}

/// The exact values, dates across; those around the shown one where there are many.
fn values(view: &View) -> Table {
    let snapshots = &view.history.snapshots;
    let room = if view.narrow { 2 } else { 5 };
    let first = (view.at + 1).saturating_sub(room).min(snapshots.len().saturating_sub(room));
    let shown: Vec<usize> = (first..snapshots.len()).take(room).collect();
    let columns = shown.iter().map(|i| {
        let day = date::day(view.lang, snapshots[*i].as_of());
        let cursor = if *i == view.at { "▌" } else { "" };
        Column {
            head: format!("{cursor}{day}").into(),
            width: 11,
            narrow: 12,
            mark: true,
            ..Column::default()
        }
    });
    let mut rows = Vec::new();
    for (key, aspect) in &MEASURES {
        for group in groups(view) {
            let cell = |i: &usize| Cell::Known(figure(&snapshots[*i].whole, group, aspect), Style::Plain);
            let short = match group {
                Group::NearPoor => view.pick("cận nghèo", "near-poor"),
                _ => view.pick("hộ nghèo", "poor"),
            };
            let label = if *aspect == Aspect::Households {
                group_name(view, group).to_owned()
            } else {
                format!("{} {short}", name(view, aspect))
            };
            let key = format!("{group:?}:{key}");
            rows.push(Row {
                key,
                label: label.into(),
                cells: shown.iter().map(cell).collect(),
                ..Row::default()
            });
        }
    }
    Table { columns: columns.collect(), rows, label: 16, ..Table::default() }
}

/// `Hộ nghèo từ 31/12/2022: 1.429 − 335 thoát + 3 tái + 21 phát sinh mới = 1.118`.
fn movement(view: &View) -> Option<Line> {
    let area = view.whole();
    let group = if view.group == Group::NearPoor { Group::NearPoor } else { Group::Poor };
    let lines = &area.group(group).movement;
    let before = view.history.before_year(view.at, area.origin.as_of.year())?;
    let start = lines.get(&Moved::Start).cloned().map(Ok);
    let start = start.unwrap_or_else(|| before.whole.figure(group, &Aspect::Households)).ok()?;
    let end = area.figure(group, &Aspect::Households).ok()?;
    if lines.is_empty() || start.unit != Unit::Household {
        return None;
    }
    let from = date::day(view.lang, before.as_of());
    let words = group_name(view, group);
    let mut line = Line::plain(format!("{words} {} {from}: ", view.pick("từ", "from")));
    line = line.figure(view.lang, &start, Style::Plain);
    for (sign, kinds) in [(" − ", Moved::OUT), (" + ", Moved::IN)] {
        for kind in kinds {
            let Some(figure) = lines.get(&kind).filter(|f| !f.amount.high().is_zero()) else { continue };
            let word = crate::text::say::what::line(view.lang, kind);
            line = line.say(sign).figure(view.lang, figure, Style::Plain).say(format!(" {word}"));
        }
    }
    Some(line.say(" = ").figure(view.lang, &end, Style::Plain))
}
