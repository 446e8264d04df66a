//! A chart over time in braille: lines with their names, an axis that is true to the days, the path to the aim
//! dotted, breaks between standards labelled, what is later than the shown snapshot dim.
mod dots;
mod labels;

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::Role;
use crate::page::chart::{Break, Chart, Path, Point};
use crate::text::cells;

use super::{paint, theme};
use dots::Dots;

/// Where the plot lies and what it covers.
struct Plot {
    /// Its cells.
    area: Rect,
    /// First and last day.
    days: (f64, f64),
    /// Lowest and highest level.
    levels: (f64, f64),
}

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
    let Some(plot) = Plot::of(chart, area) else { return };
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

/// The role of a line: the first plain, the second in the accent.
fn role(index: usize) -> Role {
    if index == 0 { Role::Plain } else { Role::Accent }
}

/// All lines, the later parts first, so that what is shown stands over them.
fn lines(chart: &Chart, plot: &Plot, dots: &mut Dots) {
    let is_later = |point: &Point| chart.cursor.is_some_and(|cursor| point.0 > cursor);
    for later in [true, false] {
        for (i, series) in chart.series.iter().enumerate() {
            let role = if later { Role::Dim } else { role(i) };
            for run in &series.runs {
                for pair in run.windows(2).filter(|pair| is_later(&pair[1]) == later) {
                    dots.line(plot.dot(pair[0]), plot.dot(pair[1]), role);
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

/// A day as a number.
fn at(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

impl Plot {
    fn of(chart: &Chart, area: Rect) -> Option<Self> {
        let cells = |text: &String| u16::try_from(cells::width(text)).unwrap_or(u16::MAX);
        let left = chart.levels.iter().map(|(_, label)| cells(label)).max()?.saturating_add(4);
        let right = chart
            .series
            .iter()
            .filter_map(|s| s.path.as_ref())
            .map(|path| cells(&path.label.text()) + 2)
            .max();
        let width = area.width.checked_sub(left.saturating_add(right.unwrap_or(2)))?;
        let top = u16::from(!chart.breaks.is_empty());
        let height = area.height.checked_sub(2 + top).filter(|h| *h >= 3)?;
        let height = regular(chart.levels.len(), height);
        let (first, last) = (chart.days.first()?.0, chart.days.last()?.0);
        let (low, high) = (chart.levels.first()?.0, chart.levels.last()?.0);
        let days = (at(first), if first == last { at(first) + 1.0 } else { at(last) });
        let levels = (low, if high > low { high } else { low + 1.0 });
        let y = (area.y + area.height).checked_sub(height + 2)?;
        let area = Rect { x: area.x + left, y, width, height };
        (width >= 10).then_some(Self { area, days, levels })
    }

    /// The dot of a point, from the left and from the top.
    fn dot(&self, (day, level): Point) -> (i32, i32) {
        let across = (at(day) - self.days.0) / (self.days.1 - self.days.0);
        let down = 1.0 - (level - self.levels.0) / (self.levels.1 - self.levels.0);
        // A tick stands in the middle of its line.
        let (columns, lines) = (self.area.width * 2 - 1, (self.area.height - 1) * 4);
        (place(across, columns), place(down, lines) + 1)
    }

    /// The cell of a day, from the left of the plot.
    fn column(&self, day: NaiveDate) -> u16 {
        let (x, _) = self.dot((day, self.levels.0));
        u16::try_from(x / 2).unwrap_or(0)
    }

    /// The line of a level, from the top of the plot.
    fn line(&self, level: f64) -> u16 {
        let part = 1.0 - (level - self.levels.0) / (self.levels.1 - self.levels.0);
        u16::try_from(place(part, self.area.height - 1)).unwrap_or(0)
    }
}

/// A part of so many cells or dots, as the nearest whole one.
#[expect(clippy::cast_possible_truncation, reason = "a place inside the plot")]
fn place(part: f64, of: u16) -> i32 {
    (part.clamp(0.0, 1.0) * f64::from(of)).round() as i32
}

/// As many lines as let all ticks stand the same number of lines apart; all of them where there are too few.
fn regular(ticks: usize, height: u16) -> u16 {
    let steps = u16::try_from(ticks.saturating_sub(1)).unwrap_or(u16::MAX).max(1);
    let each = (height - 1) / steps;
    if each == 0 { height } else { each * steps + 1 }
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
        let y = plot.line(*level);
        // Where there is no line for each tick, the lower ones stand.
        if i32::from(y) >= free {
            continue;
        }
        free = i32::from(y);
        let width = u16::try_from(cells::width(label)).unwrap_or(0);
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
    let width = |text: &str| u16::try_from(cells::width(text)).unwrap_or(u16::MAX);
    if let Some(start) = x.checked_sub(width(&broken.before) + 1) {
        paint::text(buf, area, start, top, &broken.before, dim);
    }
    if x + 2 + width(&broken.after) <= area.width {
        paint::text(buf, area, x + 2, top, &broken.after, dim);
    }
}
