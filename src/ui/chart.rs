//! A chart over time in braille: lines with their names, an axis that is true to the days, the path to the aim
//! dotted.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line, Points};

use crate::page::Role;
use crate::page::chart::{Chart, Series};
use crate::text::cells;

use super::{paint, theme};

/// Cells right of the plot for the labels of aims.
const LABELS: u16 = 14;

/// Where the plot lies and what it covers.
struct Plot {
    area: Rect,
    days: (f64, f64),
    levels: (f64, f64),
}

/// Draws a chart into its room.
pub fn draw(chart: &Chart, area: Rect, buf: &mut Buffer) {
    let Some(plot) = Plot::of(chart, area) else { return };
    axes(chart, &plot, area, buf);
    let canvas = Canvas::default()
        .marker(Marker::Braille)
        .x_bounds([plot.days.0, plot.days.1])
        .y_bounds([plot.levels.0, plot.levels.1])
        .paint(|ctx| {
            for (i, series) in chart.series.iter().enumerate() {
                let colour = if i == 0 { Color::Reset } else { Color::Cyan };
                for pair in series.runs.iter().flat_map(|run| run.windows(2)) {
                    ctx.draw(&Line::new(at(pair[0].0), pair[0].1, at(pair[1].0), pair[1].1, colour));
                }
                let ends: Vec<(f64, f64)> =
                    series.runs.iter().flatten().map(|(day, y)| (at(*day), *y)).collect();
                ctx.draw(&Points { coords: &ends, color: colour });
                let dots = dots(series);
                ctx.draw(&Points { coords: &dots, color: colour });
            }
        });
    canvas.render(plot.area, buf);
    names(chart, &plot, buf);
}

/// A day as a number.
fn at(day: NaiveDate) -> f64 {
    f64::from(chrono::Datelike::num_days_from_ce(&day))
}

/// Single dots on the way to the aim.
fn dots(series: &Series) -> Vec<(f64, f64)> {
    let Some((path, _)) = &series.path else { return Vec::new() };
    let [(from, y0), (to, y1)] = path[..] else { return Vec::new() };
    let (x0, x1) = (at(from), at(to));
    (1..=8).map(|i| f64::from(i) / 8.0).map(|t| (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)).collect()
}

impl Plot {
    fn of(chart: &Chart, area: Rect) -> Option<Self> {
        let left = chart.levels.iter().map(|(_, label)| cells::width(label)).max()?;
        let left = u16::try_from(left).ok()? + 4;
        let width = area.width.checked_sub(left + LABELS).filter(|w| *w >= 10)?;
        let height = area.height.checked_sub(2).filter(|h| *h >= 3)?;
        let (first, last) = (chart.days.first()?.0, chart.days.last()?.0);
        let (low, high) = (chart.levels.first()?.0, chart.levels.last()?.0);
        let days = (at(first), if first == last { at(first) + 1.0 } else { at(last) });
        let levels = (low, if high > low { high } else { low + 1.0 });
        let area = Rect { x: area.x + left, y: area.y, width, height };
        Some(Self { area, days, levels })
    }

    /// The cell of a day, from the left of the plot.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cell inside the plot")]
    fn column(&self, day: NaiveDate) -> u16 {
        let part = (at(day) - self.days.0) / (self.days.1 - self.days.0);
        (part.clamp(0.0, 1.0) * f64::from(self.area.width - 1)).round() as u16
    }

    /// The line of a level, from the top of the plot.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cell inside the plot")]
    fn line(&self, level: f64) -> u16 {
        let part = (level - self.levels.0) / (self.levels.1 - self.levels.0);
        ((1.0 - part.clamp(0.0, 1.0)) * f64::from(self.area.height - 1)).round() as u16
    }
}

fn axes(chart: &Chart, plot: &Plot, area: Rect, buf: &mut Buffer) {
    let dim = theme::style(Role::Dim);
    let x = plot.area.x - area.x - 1;
    for y in 0..plot.area.height {
        paint::text(buf, area, x, y, "│", dim);
    }
    for (level, label) in &chart.levels {
        let y = plot.line(*level);
        let width = u16::try_from(cells::width(label)).unwrap_or(0);
        paint::text(buf, area, x.saturating_sub(width), y, label, dim);
        paint::text(buf, area, x, y, "┤", dim);
    }
    let bottom = plot.area.height;
    let floor = format!("└{}", "─".repeat(usize::from(plot.area.width)));
    paint::text(buf, area, x, bottom, &floor, dim);
    let mut free = 0;
    for (day, label) in &chart.days {
        let column = x + 1 + plot.column(*day);
        let is_shown = chart.cursor == Some(*day);
        paint::text(buf, area, column, bottom, "┴", dim);
        let width = u16::try_from(cells::width(label)).unwrap_or(0);
        let start = column.saturating_sub(width / 2).max(x);
        if start >= free {
            let role = if is_shown { Role::Strong } else { Role::Dim };
            free = paint::text(buf, area, start, bottom + 1, label, theme::style(role)) + 1;
        }
    }
}

/// The name of each line where it begins, and the aim's label where its path ends.
fn names(chart: &Chart, plot: &Plot, buf: &mut Buffer) {
    let whole = buf.area;
    let mut taken = None;
    for (i, series) in chart.series.iter().enumerate() {
        let role = if i == 0 { Role::Strong } else { Role::Accent };
        if let Some((day, y)) = series.runs.first().and_then(|run| run.first()) {
            let x = plot.area.x + plot.column(*day) + 6;
            let line = plot.area.y + plot.line(*y);
            paint::text(buf, whole, x, line, &series.name, theme::style(role));
        }
        if let Some((path, label)) = &series.path
            && let Some((_, y)) = path.last()
        {
            let mut line = plot.area.y + plot.line(*y);
            // Two aims on one line would hide each other: the later, lower one goes below.
            if taken.is_some_and(|above| above >= line) {
                line += 1;
            }
            taken = Some(line);
            paint::text(buf, whole, plot.area.right() + 1, line, label, theme::style(role));
        }
    }
}
