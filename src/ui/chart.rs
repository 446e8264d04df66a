//! A chart over time in braille: lines with their names, an axis that is true to the days, the path to the aim
//! dotted, breaks between standards labelled, what is later than the shown snapshot dim.
mod dots;
mod labels;
mod plot;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::chart::{Break, Chart, Path, Point};
use crate::text::cells;
use crate::text::line::Role;

use super::{paint, theme};
use dots::Dots;
use plot::{Plot, role};

/// Draws a chart into its room.
pub fn draw(chart: &Chart, area: Rect, buf: &mut Buffer) {
    paint::text(
        buf,
        area,
        2,
        0,
        &cells::cut(&chart.title, usize::from(area.width.saturating_sub(4))),
        theme::style(Role::Dim),
    );
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(plot) = Plot::of_chart(chart, area) else { return };
    axes(chart, &plot, area, buf);
    let mut dots = Dots::new(plot.area.width, plot.area.height);
    lines(chart, &plot, &mut dots);
    dots.paint(plot.area, buf);
    for broken in &chart.breaks {
        standards(broken, &plot, area, &mut dots, buf);
    }
    labels::names(chart, &plot, &mut dots, buf);
    labels::aims(chart, &plot, buf);
}

/// All lines, the later parts first, so that what is shown stands over them.
fn lines(chart: &Chart, plot: &Plot, dots: &mut Dots) {
    let is_later = |point: &Point| chart.cursor.is_some_and(|cursor| point.0 > cursor);
    for later in [true, false] {
        for (i, series) in chart.series.iter().enumerate() {
            let role = if later { Role::Dim } else { role(i) };
            for run in &series.runs {
                for pair in run.windows(2).filter(|pair| is_later(&pair[1]) == later) {
                    dots.draw_line(plot.dot(pair[0]), plot.dot(pair[1]), role);
                }
                if let [only] = run[..]
                    && is_later(&only) == later
                {
                    dots.spot(plot.dot(only), role);
                }
            }
        }
    }
    for (i, series) in chart.series.iter().enumerate() {
        if let Some(Path { points: [from, to], .. }) = &series.path {
            dots.dotted(plot.dot(*from), plot.dot(*to), role(i));
        }
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
    for (level, label) in &chart.levels {
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
fn standards(broken: &Break, plot: &Plot, area: Rect, dots: &mut Dots, buf: &mut Buffer) {
    let dim = theme::style(Role::Dim);
    let column = u16::midpoint(plot.column(broken.from), plot.column(broken.to));
    let x = plot.area.x - area.x + column;
    let top = (plot.area.y - area.y).saturating_sub(1);
    for y in 0..plot.area.height {
        if dots.is_free(column, y, 1) {
            paint::text(buf, area, x, top + 1 + y, "┊", dim);
            dots.take(column, y, 1);
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
