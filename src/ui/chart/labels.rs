//! The words of a chart: names at the lines but never over them, labels of aims and days that do not touch.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::chart::{Chart, Series};
use crate::text::cells::{self, text_extent};
use crate::text::line::Role;
use crate::ui::{paint, theme};

use super::dots::Dots;
use super::plot::{Plot, role};

/// The name of each line in free cells beside it, as near to its beginning as there are some.
pub fn names(chart: &Chart, plot: &Plot, dots: &mut Dots, buf: &mut Buffer) {
    for (i, series) in chart.series.iter().enumerate().filter(|(_, series)| !series.name.is_empty()) {
        let wide = text_extent(&series.name);
        let Some((x, y)) = free(series, plot, dots, wide, i) else { continue };
        dots.take(x, y, wide + 1);
        let style = theme::style(if i == 0 { Role::Strong } else { role(i) });
        let whole = plot.area;
        paint::text(buf, whole, x, y, &series.name, style);
    }
}

/// Where a name stands: over its line for the first, under it for the others, else on the other side.
fn free(series: &Series, plot: &Plot, dots: &Dots, wide: u16, index: usize) -> Option<(u16, u16)> {
    let last = plot.area.width.checked_sub(wide)?;
    let sides = if index == 0 { [-1, 1] } else { [1, -1] };
    let near = |far: i32| {
        sides.into_iter().find_map(|side| {
            (0..=last).find_map(|x| {
                let y = level(series, plot, x, wide, side)? + side * far;
                let y = u16::try_from(y).ok().filter(|y| *y < plot.area.height)?;
                let start = x.saturating_sub(1);
                dots.is_free(start, y, (wide + 2).min(plot.area.width - start)).then_some((x, y))
            })
        })
    };
    (1..=2).find_map(near)
}

/// The line of cells that a series reaches furthest up (−1) or down (1) over some columns; none where it has no line.
fn level(series: &Series, plot: &Plot, x: u16, wide: u16, side: i32) -> Option<i32> {
    let (left, right) = (i32::from(x) * 2, i32::from(x + wide) * 2);
    let dots = series.runs.iter().flat_map(|run| {
        let ends = run.windows(2).map(|pair| (plot.dot(pair[0]), plot.dot(pair[1])));
        let inside = ends.filter(|(a, b)| a.0 <= right && b.0 >= left);
        let alone = run.iter().map(|point| plot.dot(*point)).filter(|dot| (left..=right).contains(&dot.0));
        inside.flat_map(|(a, b)| [between(a, b, left), between(a, b, right)]).chain(alone.map(|dot| dot.1))
    });
    let lines = dots.map(|y| y / 4);
    if side < 0 { lines.min() } else { lines.max() }
}

/// The height of a line at a column of dots, at its nearer end beyond it.
fn between(a: (i32, i32), b: (i32, i32), x: i32) -> i32 {
    let x = x.clamp(a.0, b.0);
    if a.0 == b.0 { a.1 } else { a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0) }
}

/// The label of each aim where its path ends; two that would share a line stand under each other.
pub fn aims(chart: &Chart, plot: &Plot, buf: &mut Buffer) {
    let of = |(i, series): (usize, &'_ Series)| {
        let path = series.path.as_ref()?;
        let [_, (_, level)] = path.points;
        Some((plot.line_of(level), path.label.text(), role(i)))
    };
    let mut labels: Vec<(u16, String, Role)> = chart.series.iter().enumerate().filter_map(of).collect();
    labels.sort_by_key(|(line, ..)| *line);
    let count = cells::extent(labels.len());
    let mut free = 0;
    for (left, (line, label, role)) in (0..count).rev().zip(labels) {
        let line = line.max(free).min(plot.area.height.saturating_sub(1 + left));
        free = line + 1;
        let x = plot.area.right() + 1;
        paint::text(
            buf,
            buf.area,
            x - buf.area.x,
            plot.area.y + line - buf.area.y,
            &label,
            theme::style(role),
        );
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
