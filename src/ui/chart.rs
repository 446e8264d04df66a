//! A chart over time: what was measured as points with their values, a dim line between them, the way to the aim dotted
//! to an open point, an axis that is true to the days, breaks between standards labelled. What is later than the shown
//! snapshot is dim.
mod halves;
mod labels;
mod places;
mod plot;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::chart::{Break, Chart, POINTS, Path, Point, Way};
use crate::page::layout::LEAST_CHART;
use crate::text::cells;
use crate::text::line::Role;

use super::{paint, theme};
use halves::Halves;
use places::{Places, Sign};
use plot::Plot;

/// The point of an aim.
const AIM: char = '○';
/// Cells between two strokes of a line of the ground, which are no dots: those are ways.
const GROUND: u16 = 4;
const GROUND_SIGN: &str = "┈";
/// Under what is said of another measure a chart in fewer lines would be louder than that.
const CALM: usize = LEAST_CHART + 3;

/// Draws a chart into its room.
pub fn draw(chart: &Chart, area: Rect, buf: &mut Buffer) {
    let Some(area) = under_words(chart, area, buf) else { return };
    let caption = chart.caption_within(usize::from(area.width.saturating_sub(4)));
    // In the plot a name beside a value would be read as another's.
    paint::text(buf, area, 2, 0, &caption, theme::style(Role::Dim));
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(plot) = Plot::of_chart(chart, area) else { return };
    ground(chart, &plot, buf);
    axes(chart, &plot, area, buf);
    let mut halves = Halves::new(plot.area.width, plot.area.height);
    let places = Places::of_chart(chart, &plot);
    lines(chart, &plot, &places, &mut halves);
    labels::values(chart, &plot, &places, &mut halves, buf);
    halves.paint(plot.area, buf);
    for broken in &chart.breaks {
        standards(broken, &plot, area, &mut halves, buf);
    }
    labels::aims(chart, &plot, &places, buf);
}

/// Writes what is said over the chart, and gives the room under it; none where that holds no shape.
fn under_words(chart: &Chart, area: Rect, buf: &mut Buffer) -> Option<Rect> {
    let Some(said) = &chart.said else { return Some(area) };
    let lines = cells::wrap(&said.text(), usize::from(area.width.saturating_sub(4)));
    for (y, line) in (0..area.height).zip(&lines) {
        paint::text(buf, area, 2, y, line, theme::style(Role::Dim));
    }
    let left = area.height.checked_sub(cells::extent(lines.len()))?;
    let height = [left.saturating_sub(1), left].into_iter().find(|left| usize::from(*left) >= CALM)?;
    Some(Rect { y: area.bottom() - height, height, ..area })
}

/// Strokes at the height of each tick, under all that is drawn.
fn ground(chart: &Chart, plot: &Plot, buf: &mut Buffer) {
    for (level, _) in plot.ticks(chart) {
        for x in (0..plot.area.width).step_by(usize::from(GROUND)) {
            paint::text(buf, plot.area, x, plot.line_of(*level), GROUND_SIGN, theme::style(Role::Dim));
        }
    }
}

/// The lines, the ways to the aims, and over both of them the points.
fn lines(chart: &Chart, plot: &Plot, places: &Places, halves: &mut Halves) {
    for (i, series) in chart.series.iter().enumerate() {
        let half = |point| places.half(plot, (i, Sign::Measured), point);
        for pair in series.runs.iter().flat_map(|run| run.windows(2)) {
            halves.draw_line(i, half(pair[0]), half(pair[1]));
        }
    }
    for (i, series) in chart.series.iter().enumerate() {
        if let Some(Path { points: [from, to], way, .. }) = &series.path {
            let (from, to) = match way {
                // Straight, also where its end makes room for another.
                Way::Asked => (plot.half(*from), plot.half(*to)),
                Way::ToAim | Way::Projected => {
                    let from = places.half(plot, (i, Sign::Measured), *from);
                    (from, places.half(plot, (i, Sign::End), *to))
                }
            };
            halves.way(from, to, sign_of(*way));
        }
    }
    let is_later = |point: &Point| chart.cursor.is_some_and(|cursor| point.0 > cursor);
    // The first line last: where days share a column its points stand over those of the others. Where a way only leads is
    // no point: it hides none.
    let ends = chart.series.iter().enumerate().filter_map(|(i, series)| Some((i, series.path.as_ref()?)));
    let mut ends: Vec<_> = ends.rev().collect();
    ends.sort_by_key(|(_, path)| path.way != Way::Projected);
    for (i, Path { points: [_, to], way, .. }) in ends {
        let (x, y) = places.cell(plot, (i, Sign::End), *to);
        halves.put(x, y, end_of(*way), Role::Plain);
    }
    for (i, series) in chart.series.iter().enumerate().rev() {
        for of in series.runs.iter().flatten() {
            let (x, y) = places.cell(plot, (i, Sign::Measured), *of);
            halves.put(x, y, POINTS[i.min(1)], if is_later(of) { Role::Dim } else { Role::Strong });
        }
    }
}

/// The sign of a way and how far apart it stands: where things lead is dotted, what is asked a broken line.
fn sign_of(way: Way) -> (char, usize) {
    match way {
        Way::ToAim | Way::Projected => ('·', 2),
        Way::Asked => ('╌', 1),
    }
}

/// What a way ends in: the open point is an aim and nothing else.
fn end_of(way: Way) -> char {
    match way {
        Way::ToAim | Way::Asked => AIM,
        Way::Projected => '·',
    }
}

fn axes(chart: &Chart, plot: &Plot, area: Rect, buf: &mut Buffer) {
    let dim = theme::style(Role::Dim);
    let x = plot.area.x - area.x - 2;
    let top = plot.area.y - area.y;
    for y in 0..plot.area.height {
        paint::text(buf, area, x, top + y, "│", dim);
    }
    let mut free = i32::MAX;
    for (level, label) in plot.ticks(chart) {
        let y = plot.line_of(*level);
        // Where there is no line for each tick, the lower ones stand.
        if i32::from(y) >= free {
            continue;
        }
        free = i32::from(y);
        let width = cells::text_extent(label);
        paint::text(buf, area, x.saturating_sub(width), top + y, label, dim);
        paint::text(buf, area, x, top + y, "┤", dim);
    }
    let bottom = top + plot.area.height;
    let floor = format!("└{}", "─".repeat(usize::from(plot.area.width) + 1));
    paint::text(buf, area, x, bottom, &floor, dim);
    labels::days(chart, plot, area, buf);
}

/// `chuẩn 2016–2020 │ chuẩn 2021–2025` over the gap between two standards.
fn standards(broken: &Break, plot: &Plot, area: Rect, halves: &mut Halves, buf: &mut Buffer) {
    let dim = theme::style(Role::Dim);
    let column = u16::midpoint(plot.column(broken.from), plot.column(broken.to));
    let x = plot.area.x - area.x + column;
    let top = (plot.area.y - area.y).saturating_sub(1);
    for y in 0..plot.area.height {
        if halves.is_free(column, y, 1) {
            paint::text(buf, area, x, top + 1 + y, "┊", dim);
            halves.take(column, y, 1);
        }
    }
    paint::text(buf, area, x, top, "│", dim);
    if let Some(start) = x.checked_sub(cells::text_extent(&broken.before) + 1) {
        paint::text(buf, area, start, top, &broken.before, dim);
    }
    if x + 2 + cells::text_extent(&broken.after) <= area.width {
        paint::text(buf, area, x + 2, top, &broken.after, dim);
    }
}
