//! Where the plot of a chart lies, and where a day and a level stand in it.

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

use crate::page::chart::{Chart, Point};
use crate::text::cells;

/// Where the plot lies and what it covers.
pub struct Plot {
    /// Its cells.
    pub area: Rect,
    /// First and last day.
    days: (f64, f64),
    /// Lowest and highest level.
    levels: (f64, f64),
    /// Do all ticks stand at its side, or the lowest and the highest alone?
    has_all: bool,
}

/// A day as a number.
fn at(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

impl Plot {
    /// The plot of a chart in its room; none where that is too small.
    pub fn of_chart(chart: &Chart, area: Rect) -> Option<Self> {
        let left = chart.levels.iter().map(|(_, label)| cells::text_extent(label)).max()?.saturating_add(4);
        let top = u16::from(!chart.breaks.is_empty());
        let height = area.height.checked_sub(2 + top).filter(|h| *h >= 3)?;
        let (height, has_all) = chart.plot_lines(height);
        let (first, last) = (chart.days.first()?.0, chart.days.last()?.0);
        let (low, high) = (chart.levels.first()?.0, chart.levels.last()?.0);
        let days = (at(first), if first == last { at(first) + 1.0 } else { at(last) });
        let levels = (low, if high > low { high } else { low + 1.0 });
        let y = area.y + top;
        let width = area.width.checked_sub(left)?;
        let whole = Self { area: Rect { x: area.x + left, y, width, height }, days, levels, has_all };
        let paths = chart.series.iter().filter_map(|series| series.path.as_ref());
        let labels = paths.map(|path| cells::text_extent(&path.label.text()) + 2);
        let width = width.checked_sub(labels.max().unwrap_or(2))?;
        (width >= 10).then_some(Self { area: Rect { width, ..whole.area }, ..whole })
    }

    /// The ticks at its side, from the bottom.
    pub fn ticks<'a>(&self, chart: &'a Chart) -> impl Iterator<Item = &'a (f64, String)> {
        let (last, has_all) = (chart.levels.len().saturating_sub(1), self.has_all);
        let shown = chart.levels.iter().enumerate();
        shown.filter(move |(at, _)| has_all || *at == 0 || *at == last).map(|(_, tick)| tick)
    }

    /// The column and the half of a cell where a point lies, from the left and from the top.
    pub fn half(&self, (day, level): Point) -> (u16, u16) {
        (self.column(day), half_of(self.lines_down(level)))
    }

    /// So many lines it is from the top to a level, the middle of a line being the level of its tick.
    pub fn lines_down(&self, level: f64) -> f64 {
        let down = 1.0 - (level - self.levels.0) / (self.levels.1 - self.levels.0);
        down.clamp(0.0, 1.0) * f64::from(self.area.height - 1)
    }

    /// The cell of a day, from the left of the plot.
    pub fn column(&self, day: NaiveDate) -> u16 {
        let across = (at(day) - self.days.0) / (self.days.1 - self.days.0);
        place(across, self.area.width - 1)
    }

    /// The line of a level, from the top of the plot.
    pub fn line_of(&self, level: f64) -> u16 {
        half_of(self.lines_down(level)) / 2
    }
}

/// The half that lies so many lines down: a line reaches half a line up and down from its middle.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place inside the plot")]
fn half_of(lines: f64) -> u16 {
    (lines * 2.0 + 1.0).floor() as u16
}

/// A part of so many cells, as the nearest whole one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place inside the plot")]
fn place(part: f64, of: u16) -> u16 {
    (part.clamp(0.0, 1.0) * f64::from(of)).round() as u16
}
