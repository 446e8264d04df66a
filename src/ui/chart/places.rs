//! In which cells the points of a chart stand: as near to their figures as they can with none over another.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::page::chart::{Chart, Point};

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
    /// Of two signs in one cell one would hide the other: one goes beside the other, so that both stand at their level;
    /// without room for that each goes to the line above or below its figure, the higher one above.
    pub fn of_chart(chart: &Chart, plot: &Plot) -> Self {
        let mut columns: BTreeMap<u16, Vec<(f64, Key)>> = BTreeMap::new();
        for (i, series) in chart.series.iter().enumerate() {
            let measured = series.runs.iter().flatten().map(|point| (Sign::Measured, point));
            let end = series.path.iter().map(|path| (Sign::End, &path.points[1]));
            for (sign, (day, level)) in measured.chain(end) {
                let of_column = columns.entry(plot.column(*day)).or_default();
                of_column.push((plot.lines_down(*level), (i, sign, *day)));
            }
        }
        let mut lines = BTreeMap::new();
        let days: Vec<u16> = columns.keys().copied().collect();
        for (column, mut signs) in columns {
            signs.sort_by(|a, b| a.0.total_cmp(&b.0));
            let beside = [column + 1, column.wrapping_sub(1)];
            let beside = beside.into_iter().find(|x| *x < plot.area.width && !days.contains(x));
            if let ([(one, first), (other, second)], Some(beside)) = (&signs[..], beside)
                && nearest(*one) == nearest(*other)
            {
                let (line, [left, right]) = (nearest(*one), [column.min(beside), column.max(beside)]);
                lines.extend([(*first, (left, line)), (*second, (right, line))]);
                continue;
            }
            let exact: Vec<f64> = signs.iter().map(|(exact, _)| *exact).collect();
            let apart = spread(&exact, 0, plot.area.height).map(|(_, lines)| lines);
            let apart = apart.unwrap_or_else(|| exact.iter().map(|lines| nearest(*lines)).collect());
            let cells = apart.into_iter().map(|line| (column, line));
            lines.extend(signs.into_iter().map(|(_, key)| key).zip(cells));
        }
        Self(lines)
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
}
