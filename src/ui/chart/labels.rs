//! The words of a chart: names at the lines but never over them, labels of aims and days that do not touch.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::chart::{Chart, Series};
use crate::text::cells::{self, text_extent};
use crate::text::line::Role;
use crate::ui::{paint, theme};

use super::halves::{Halves, between};
use super::plot::Plot;

/// The furthest that a value stands from its point.
const AWAY: i32 = 9;
/// More points than these have no value each: the first, the last and the shown one have.
const VALUED: usize = 8;
/// Blank cells between a line and its name.
const APART: u16 = 2;

/// The value of each point beside it: over it for the first line, under it for the others; the last and the first point
/// before those between, for not all have room.
pub fn values(chart: &Chart, plot: &Plot, halves: &mut Halves, buf: &mut Buffer) {
    for (i, series) in chart.series.iter().enumerate() {
        let last = series.values.len().saturating_sub(1);
        let is_shown = |at: &usize| chart.cursor == Some(series.values[*at].0.0);
        let is_wanted = |at: &usize| last < VALUED || *at == 0 || *at == last || is_shown(at);
        let mut order: Vec<usize> = (0..series.values.len()).filter(is_wanted).collect();
        order.sort_by_key(|at| (*at != last, *at != 0, usize::MAX - at));
        for (point, value) in order.into_iter().map(|at| &series.values[at]) {
            let text = value.text();
            let places = around(plot.cell(*point), i32::from(text_extent(&text)), i);
            let Some(at) = halves.room(&text, 1, places) else { continue };
            let is_later = chart.cursor.is_some_and(|cursor| point.0 > cursor);
            write(buf, plot, at, &text, if is_later { Role::Dim } else { Role::Plain });
        }
    }
}

/// Writes a text where there is room for it, off the dots of the ground.
fn write(buf: &mut Buffer, plot: &Plot, (x, y): (u16, u16), text: &str, role: Role) {
    let end = paint::text(buf, plot.area, x, y, text, theme::style(role));
    let before = x.checked_sub(1);
    for beside in before.into_iter().chain([end]) {
        paint::text(buf, plot.area, beside, y, " ", theme::style(Role::Plain));
    }
}

/// Where a text may stand beside a point, the best first.
fn around((x, y): (u16, u16), wide: i32, index: usize) -> impl Iterator<Item = (i32, i32)> {
    let (x, y) = (i32::from(x), i32::from(y));
    let side = if index == 0 { -1 } else { 1 };
    let at = move |right: i32, down: i32| (x + right, y + down);
    let near = [
        at(-wide / 2, side),
        at(1, side),
        at(-wide, side),
        at(0, side),
        at(-wide / 2, 2 * side),
        at(2, 0),
        at(-wide - 1, 0),
        at(-wide / 2, -side),
        at(0, -side),
        at(1, 2 * side),
    ];
    // Behind the line that leaves the point, where it begins in a corner.
    near.into_iter().chain((3..=AWAY).map(move |right| at(right, 0)))
}

/// The name of each line in free cells beside it, as near to its beginning as there are some: never on it, nor so near
/// that a line seems to end in it.
pub fn names(chart: &Chart, plot: &Plot, halves: &mut Halves, buf: &mut Buffer) {
    for (i, series) in chart.series.iter().enumerate().filter(|(_, series)| !series.name.is_empty()) {
        let sides = if i == 0 { [-1, 1] } else { [1, -1] };
        let near = |far: i32| {
            sides.into_iter().flat_map(move |side| {
                let columns = 0..plot.area.width;
                columns.filter_map(move |x| {
                    let y = level(series, plot, (x, x + text_extent(&series.name)), side)?;
                    Some((i32::from(x), y + side * far))
                })
            })
        };
        let places: Vec<(i32, i32)> = (1..=2).flat_map(near).collect();
        let Some(at) = halves.room(&series.name, APART, places) else { continue };
        write(buf, plot, at, &series.name, if i == 0 { Role::Strong } else { Role::Plain });
    }
}

/// The line of cells that a series reaches furthest up (−1) or down (1) over some columns; none where it has no line.
fn level(series: &Series, plot: &Plot, (left, right): (u16, u16), side: i32) -> Option<i32> {
    let lines = series.runs.iter().flat_map(|run| {
        let ends = run.windows(2).map(|pair| (plot.half(pair[0]), plot.half(pair[1])));
        let inside = ends.filter(|(a, b)| a.0 <= right && b.0 >= left);
        let alone = run.iter().map(|point| plot.half(*point)).filter(|half| (left..=right).contains(&half.0));
        inside
            .flat_map(move |(a, b)| [passed(a, b, left), passed(a, b, right)])
            .chain(alone.map(|half| half.1))
    });
    let lines = lines.map(|half| i32::from(half / 2));
    if side < 0 { lines.min() } else { lines.max() }
}

/// The half that a line passes in a column, at its nearer end beyond it.
fn passed(a: (u16, u16), b: (u16, u16), x: u16) -> u16 {
    between(a, b, x.clamp(a.0, b.0))
}

/// The label of each aim where its way ends; of ways that end in one cell one after the other, and what would share a
/// line for another reason under each other.
pub fn aims(chart: &Chart, plot: &Plot, buf: &mut Buffer) {
    let labels = plot.ends(chart);
    let count = cells::extent(labels.len());
    let mut free = 0;
    for (left, ((_, line), label)) in (0..count).rev().zip(labels) {
        let line = line.max(free).min(plot.area.height.saturating_sub(1 + left));
        free = line + 1;
        let (x, y) = (plot.area.right() + 1 - buf.area.x, plot.area.y + line - buf.area.y);
        paint::text(buf, buf.area, x, y, &label, theme::style(Role::Plain));
    }
}

/// The days under the axis: the shown one first, then the ends, then as many others as do not touch.
pub fn days(chart: &Chart, plot: &Plot, area: Rect, buf: &mut Buffer) {
    let (left, bottom) = (plot.area.x - area.x, plot.area.y - area.y + plot.area.height);
    let last = chart.days.len().saturating_sub(1);
    let is_shown = |i: usize| chart.cursor == Some(chart.days[i].0);
    let mut order: Vec<usize> = (0..chart.days.len()).collect();
    order.sort_by_key(|i| (!is_shown(*i), *i != last, *i != 0, *i));
    let mut taken: Vec<(u16, u16)> = Vec::new();
    for i in order {
        let (day, label) = &chart.days[i];
        let column = left + plot.column(*day);
        let style = theme::style(if is_shown(i) { Role::Strong } else { Role::Dim });
        paint::text(buf, area, column, bottom, if is_shown(i) { "┻" } else { "┴" }, style);
        let start =
            column.saturating_sub(text_extent(label) / 2).min(area.width.saturating_sub(text_extent(label)));
        let end = start + text_extent(label);
        if taken.iter().all(|(from, to)| end < *from || start > *to) {
            paint::text(buf, area, start, bottom + 1, label, style);
            taken.push((start, end));
        }
    }
}
