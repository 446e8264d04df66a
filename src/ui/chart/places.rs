//! In which cells the points of a chart stand: as near to their figures as they can with none over another.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::page::chart::{Chart, Point, Way};

use super::plot::Plot;

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// What was measured.
    Measured,
    /// Where a way ends.
    End,
}

/// A sign of a series on a day.
type Key = (usize, Sign, NaiveDate);

/// The columns and lines of all signs of a chart.
pub struct Places(BTreeMap<Key, (u16, u16)>);

impl Places {
    /// Of two signs in one cell one would hide the other: each goes to the line above or below its figure, the higher one
    /// above, so that both stay on their day. What lies at one level stands there side by side, and so does what has no
    /// room apart. Where a way only leads is no point: it makes way.
    pub fn of_chart(chart: &Chart, plot: &Plot) -> Self {
        let mut columns: BTreeMap<u16, Vec<(f64, Key)>> = BTreeMap::new();
        for (i, series) in chart.series.iter().enumerate() {
            let measured = series.runs.iter().flatten().map(|point| (Sign::Measured, point));
            let end = series.path.iter().filter(|path| path.way != Way::Projected);
            let end = end.map(|path| (Sign::End, &path.points[1]));
            for (sign, (day, level)) in measured.chain(end) {
                let of_column = columns.entry(plot.column(*day)).or_default();
                of_column.push((plot.lines_down(*level), (i, sign, *day)));
            }
        }
        let mut cells = BTreeMap::new();
        let days: Vec<u16> = columns.keys().copied().collect();
        for (column, mut signs) in columns {
            signs.sort_by(|a, b| a.0.total_cmp(&b.0));
            let is_free = |x: &u16| *x < plot.area.width && !days.contains(x);
            let beside = [column + 1, column.wrapping_sub(1)].into_iter().find(is_free);
            let (exact, keys): (Vec<f64>, Vec<Key>) = signs.into_iter().unzip();
            cells.extend(keys.into_iter().zip(apart(&exact, (column, beside), plot.area.height)));
        }
        Self(cells)
    }

    /// The cell of a sign.
    pub fn cell(&self, plot: &Plot, (series, sign): (usize, Sign), point: Point) -> (u16, u16) {
        let cell = self.0.get(&(series, sign, point.0)).copied();
        cell.unwrap_or_else(|| (plot.column(point.0), plot.line_of(point.1)))
    }

    /// The half of a cell from which its line leaves.
    pub fn half(&self, plot: &Plot, of: (usize, Sign), point: Point) -> (u16, u16) {
        let half = plot.half(point).1;
        let (column, line) = self.cell(plot, of, point);
        (column, half % 2 + 2 * line)
    }
}

/// The cells of signs of one column that should stand so many lines down, in a column of their own where they share a
/// level or have no room apart.
fn apart(exact: &[f64], (column, beside): (u16, Option<u16>), height: u16) -> Vec<(u16, u16)> {
    let side_by_side = || match (exact, beside) {
        ([one, other], Some(beside)) if nearest(*one) == nearest(*other) => {
            let line = nearest(*one);
            Some(vec![(column.min(beside), line), (column.max(beside), line)])
        }
        _ => None,
    };
    let is_level = exact.windows(2).any(|pair| pair[1] - pair[0] < LEVEL);
    let lines = || spread(exact, 0, height).map(|(_, lines)| lines);
    let in_column = |lines: Vec<u16>| lines.into_iter().map(|line| (column, line)).collect::<Vec<_>>();
    let level = if is_level { side_by_side() } else { None };
    level
        .or_else(|| lines().map(in_column))
        .or_else(side_by_side)
        .unwrap_or_else(|| in_column(exact.iter().map(|lines| nearest(*lines)).collect()))
}

/// Parts of a line that are no difference.
const LEVEL: f64 = 0.02;

/// The line nearest to so many lines from the top.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place inside the plot")]
fn nearest(lines: f64) -> u16 {
    (lines + 0.5).floor() as u16
}

/// A line of its own for each from that one on, each less than or just one line from where it should be, with the least
/// way for all; none where there is no such.
fn spread(exact: &[f64], from: u16, height: u16) -> Option<(f64, Vec<u16>)> {
    let Some((first, rest)) = exact.split_first() else { return Some((0.0, Vec::new())) };
    let near = nearest(*first);
    let mut best: Option<(f64, Vec<u16>)> = None;
    for line in near.saturating_sub(1).max(from)..=(near + 1).min(height.saturating_sub(1)) {
        let away = (f64::from(line) - first).abs();
        if away > 1.0 {
            continue;
        }
        let Some((sum, mut lines)) = spread(rest, line + 1, height) else { continue };
        if best.as_ref().is_none_or(|(least, _)| away + sum <= *least) {
            lines.insert(0, line);
            best = Some((away + sum, lines));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2,7 and 3,1 are both the third line: the upper one goes up, 0,7 + 0,1 being less than 0,3 + 0,9.
    #[test]
    fn no_sign_hides_another() {
        let of = |exact: &[f64], height| spread(exact, 0, height).map(|(_, lines)| lines);
        assert_eq!(of(&[2.7, 3.1], 7), Some(vec![2, 3]));
        assert_eq!(of(&[2.5, 6.0], 7), Some(vec![3, 6]));
        assert_eq!(of(&[6.0, 6.0], 7), Some(vec![5, 6]));
        assert_eq!(of(&[0.0, 0.0], 7), Some(vec![0, 1]));
        assert_eq!(of(&[0.2, 0.2, 0.2, 0.2], 7), None, "no room within a line");
    }

    /// What is higher stands above on its own day; only what is level goes beside it.
    #[test]
    fn points_keep_their_columns() {
        assert_eq!(apart(&[2.55, 2.94], (0, Some(1)), 4), [(0, 2), (0, 3)]);
        assert_eq!(apart(&[2.94, 2.94], (4, Some(5)), 4), [(4, 3), (5, 3)]);
        assert_eq!(apart(&[2.94, 2.94], (4, Some(3)), 4), [(3, 3), (4, 3)]);
        assert_eq!(apart(&[2.94, 2.94], (4, None), 4), [(4, 2), (4, 3)]);
        assert_eq!(apart(&[0.1, 0.4], (4, None), 1), [(4, 0), (4, 0)]);
    }
}
