//! The words of a chart: values beside their points, labels of aims and days that do not touch.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::page::chart::{Chart, Series, Way};
use crate::text::cells::{self, text_extent};
use crate::text::line::Role;
use crate::ui::{paint, theme};

use super::halves::Halves;
use super::places::{Places, Sign};
use super::plot::Plot;

/// The furthest that a value stands from its point.
const AWAY: i32 = 9;
/// More points than these have no value each: the first, the last and the shown one have.
const VALUED: usize = 8;

/// The value of each point beside it, on the side where no point of another line is; the last and the first point of
/// each line before those between, for not all have room. The last has its value always.
pub fn values(chart: &Chart, plot: &Plot, places: &Places, halves: &mut Halves, buf: &mut Buffer) {
    let signs = signs(chart, plot, places);
    let mut order: Vec<(usize, usize)> = Vec::new();
    for (i, series) in chart.series.iter().enumerate() {
        let last = series.values.len().saturating_sub(1);
        let is_shown = |at: usize| chart.cursor == Some(series.values[at].0.0);
        let is_wanted = |at: &usize| last < VALUED || *at == 0 || *at == last || is_shown(*at);
        order.extend((0..series.values.len()).filter(is_wanted).map(|at| (i, at)));
    }
    let is_last = |(i, at): (usize, usize)| at + 1 == chart.series[i].values.len();
    order.sort_by_key(|(i, at)| (!is_last((*i, *at)), *at != 0, *i, usize::MAX - at));
    for (i, at) in order {
        let (point, value) = &chart.series[i].values[at];
        let (text, own) = (value.text(), places.cell(plot, (i, Sign::Measured), *point));
        let wide = i32::from(text_extent(&text));
        let around = around(own, wide, side(own, i, &signs));
        let clear: Vec<(i32, i32)> =
            around.into_iter().filter(|place| is_nearest(*place, wide, own, &signs)).collect();
        let mut found = halves.room(&text, 1, clear.iter().copied());
        if found.is_none() && is_last((i, at)) {
            // Further away, also as far from another point that has its value, before it covers a line.
            let nearest = |place: &(i32, i32)| is_nearest(*place, wide, own, &signs);
            let middle = |place: &(i32, i32)| !is_further(*place, wide, own, &signs);
            let far = further(own, wide).filter(nearest).chain(further(own, wide).filter(middle));
            found = halves.room(&text, 0, far).or_else(|| halves.room_on_lines(&text, clear));
        }
        let Some(place) = found else { continue };
        let is_later = chart.cursor.is_some_and(|cursor| point.0 > cursor);
        write(buf, plot, place, &text, if is_later { Role::Dim } else { Role::Plain });
    }
}

/// The cells of all signs of a chart.
fn signs(chart: &Chart, plot: &Plot, places: &Places) -> Vec<(u16, u16)> {
    let of = |(i, series): (usize, &Series)| {
        let measured = series.runs.iter().flatten().map(move |point| (Sign::Measured, *point));
        let end = series.path.iter().map(|path| (Sign::End, path.points[1]));
        let cells = measured.chain(end).map(|(sign, point)| places.cell(plot, (i, sign), point));
        cells.collect::<Vec<_>>()
    };
    chart.series.iter().enumerate().flat_map(of).collect()
}

/// Above (−1) or under (1) its point: away from that of another line in the same column, else above the first line and
/// under the others.
fn side((x, y): (u16, u16), index: usize, signs: &[(u16, u16)]) -> i32 {
    let is_beyond = |is: &dyn Fn(u16) -> bool| signs.iter().any(|(column, line)| *column == x && is(*line));
    match (is_beyond(&|line| line < y), is_beyond(&|line| line > y)) {
        (false, true) => -1,
        (true, false) => 1,
        _ if index == 0 => -1,
        _ => 1,
    }
}

/// Is a text there nearer to its own point than to every other one?
fn is_nearest(place: (i32, i32), wide: i32, own: (u16, u16), signs: &[(u16, u16)]) -> bool {
    let mut others = signs.iter().filter(|sign| **sign != own);
    others.all(|sign| away(place, wide, own) < away(place, wide, *sign))
}

/// Is it further from that than from another one?
fn is_further(place: (i32, i32), wide: i32, own: (u16, u16), signs: &[(u16, u16)]) -> bool {
    signs.iter().any(|sign| away(place, wide, own) > away(place, wide, *sign))
}

/// How far a text stands from a point. A line counts as two columns.
fn away((x, y): (i32, i32), wide: i32, (column, line): (u16, u16)) -> i32 {
    let (column, line) = (i32::from(column), i32::from(line));
    (x - column).max(column - (x + wide - 1)).max(0) + 2 * (y - line).abs()
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
fn around((x, y): (u16, u16), wide: i32, side: i32) -> Vec<(i32, i32)> {
    let (x, y) = (i32::from(x), i32::from(y));
    let at = move |right: i32, down: i32| (x + right, y + down);
    let near = [
        at(-wide / 2, side),
        at(1, side),
        at(-wide, side),
        at(0, side),
        at(1 - wide, side),
        at(-wide / 2, 2 * side),
        at(2, 0),
        at(-wide - 1, 0),
        at(-wide / 2, -side),
        at(0, -side),
        at(1 - wide, -side),
        at(1, 2 * side),
        at(1 - wide, 2 * side),
    ];
    // Behind the line that leaves the point, where it begins in a corner.
    near.into_iter().chain((3..=AWAY).map(move |right| at(right, 0))).collect()
}

/// Where else it may stand, the nearest first: a few lines above or below, its end or its beginning over the point.
fn further((x, y): (u16, u16), wide: i32) -> impl Iterator<Item = (i32, i32)> {
    let (x, y) = (i32::from(x), i32::from(y));
    let lines = (1..=3).flat_map(|away| [-away, away]);
    lines.flat_map(move |down| (0..=wide + 1).map(move |left| (x + 1 - left, y + down)))
}

/// The label of each way where it ends, each in a line of its own, the higher end's above: an aim's stands beside its
/// sign, what is only projected makes way.
pub fn aims(chart: &Chart, plot: &Plot, places: &Places, buf: &mut Buffer) {
    let of = |(i, series): (usize, &Series)| {
        let path = series.path.as_ref()?;
        let line = places.cell(plot, (i, Sign::End), path.points[1]).1;
        let weight = if path.way == Way::Projected { 1 } else { AIM_WEIGHT };
        Some((plot.lines_down(path.points[1].1), (line, weight), path.label.text()))
    };
    let mut labels: Vec<_> = chart.series.iter().enumerate().filter_map(of).collect();
    // Of two at one level the aim's stands above.
    labels.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.1.cmp(&a.1.1)));
    let wanted: Vec<(u16, u32)> = labels.iter().map(|(_, wanted, _)| *wanted).collect();
    let Some((_, lines)) = in_order(&wanted, 0, plot.area.height) else { return };
    for (line, (.., label)) in lines.into_iter().zip(labels) {
        let (x, y) = (plot.area.right() + 1 - buf.area.x, plot.area.y + line - buf.area.y);
        paint::text(buf, buf.area, x, y, &label, theme::style(Role::Plain));
    }
}

/// What it costs that the label of an aim stands a line from its sign, where that of a projection costs one.
const AIM_WEIGHT: u32 = 100;

/// A line of its own for each from that one on, in their order, as near to the wanted ones as they can with their
/// weights; none where there are too few lines.
fn in_order(wanted: &[(u16, u32)], from: u16, height: u16) -> Option<(u32, Vec<u16>)> {
    let Some(((line, weight), rest)) = wanted.split_first() else { return Some((0, Vec::new())) };
    let last = height.checked_sub(cells::extent(wanted.len()))?;
    let ways = (from..=last).filter_map(|own| {
        let (cost, mut lines) = in_order(rest, own + 1, height)?;
        lines.insert(0, own);
        Some((cost + weight * u32::from(own.abs_diff(*line)), lines))
    });
    ways.min_by_key(|(cost, _)| *cost)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_above_an_aim_has_its_label_above() {
        let lines = |wanted: &[(u16, u32)], height| in_order(wanted, 0, height).map(|(_, lines)| lines);
        assert_eq!(lines(&[(3, 1), (3, AIM_WEIGHT)], 5), Some(vec![2, 3]));
        assert_eq!(lines(&[(3, AIM_WEIGHT), (3, 1)], 5), Some(vec![3, 4]));
        assert_eq!(lines(&[(0, 1), (0, AIM_WEIGHT)], 5), Some(vec![0, 1]));
        assert_eq!(lines(&[(4, AIM_WEIGHT), (4, AIM_WEIGHT)], 5), Some(vec![3, 4]));
        assert_eq!(lines(&[(1, 1), (1, 1)], 1), None);
    }
}
