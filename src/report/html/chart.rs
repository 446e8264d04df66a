//! The chart of a page as a picture inside the page (SVG): the same lines, axes and words as on the screen, in the
//! colours of the reader's scheme. What the lines are is said at their ends; the exact values stand in the table
//! under it.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use crate::page::chart::{Break, Chart, Point, Series};
use crate::say;
use crate::text::line::Line;
use crate::text::{Lang, cells};

use super::{Page, escape};

/// The drawing's own size; the page scales it to its width.
const SIZE: (f64, f64) = (760.0, 320.0);
/// About what a letter takes, and a line of text.
const LETTER: f64 = 8.0;
const ROW: f64 = 16.0;
/// Room for the days under the axis.
const BELOW: f64 = 28.0;
/// Half of a cross.
const CROSS: f64 = 3.5;
/// Points of a chart that are marked one by one; more would run into each other.
const MARKED: usize = 48;

/// Where the plot lies and what it covers.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    days: (f64, f64),
    levels: (f64, f64),
}

/// What stands at the end of a line: its name, the aim of its path.
struct Tag<'a> {
    class: usize,
    series: &'a Series,
    /// Where the line ends.
    end: (f64, f64),
    /// Where the first of the lines of text stands.
    y: f64,
}

impl Page<'_> {
    /// A chart with its title over it.
    pub(super) fn chart(&mut self, chart: &Chart) {
        let Some(plot) = Plot::of_chart(chart) else { return };
        let title = escape(&chart.caption());
        let about = escape(&about(self.view.lang, chart));
        let (width, height) = SIZE;
        self.put(format_args!(
            "<div class=\"wide\">\n<figure>\n<figcaption aria-hidden=\"true\">{title}</figcaption>\n\
             <svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"chart-title chart-about\">\n\
             <title id=\"chart-title\">{title}</title>\n<desc id=\"chart-about\">{about}</desc>\n"
        ));
        self.text.push_str(&axes(chart, &plot));
        chart.breaks.iter().for_each(|broken| self.text.push_str(&standards(broken, &plot)));
        let marked = chart.series.iter().flat_map(|s| s.runs.iter().flatten()).count() <= MARKED;
        for (class, series) in chart.series.iter().enumerate() {
            let line = polyline(chart, (class, series), &plot, marked);
            let values = if marked { values((class, series), &plot) } else { String::new() };
            self.put(format_args!("<g class=\"c{}\">\n{line}{values}</g>\n", class.min(2)));
        }
        for tag in tags(chart, &plot) {
            self.tag(&tag, &plot);
        }
        self.text.push_str("</svg>\n</figure>\n</div>\n");
    }

    /// Name and aim at the end of a line; a hair line leads there from a line that ends before the others.
    fn tag(&mut self, tag: &Tag, plot: &Plot) {
        let (x, y) = (plot.right + 10.0, tag.y + ROW * 0.75);
        let middle = tag.y + ROW / 2.0;
        if plot.right - tag.end.0 > 6.0 || (middle - tag.end.1).abs() > ROW {
            let from = tag.end;
            let to = plot.right + 7.0;
            self.put(format_args!(
                "<path class=\"hair\" d=\"M{:.1} {:.1}L{to:.1} {middle:.1}\"/>\n",
                from.0 + 4.0,
                from.1
            ));
        }
        self.put(format_args!(
            "<g class=\"c{}\"><text class=\"tag\" x=\"{x:.1}\" y=\"{y:.1}\">",
            tag.class.min(2)
        ));
        let name = escape(&tag.series.name.full);
        if !name.is_empty() {
            self.put(format_args!("<tspan class=\"strong\">{name}</tspan>"));
        }
        if let Some(path) = &tag.series.path {
            let down = if name.is_empty() { 0.0 } else { ROW };
            self.put(format_args!("<tspan x=\"{x:.1}\" dy=\"{down:.1}\">"));
            self.spans(&path.label);
            self.text.push_str("</tspan>");
            self.note_numbers(&path.label);
        }
        self.text.push_str("</text></g>\n");
    }

    /// On paper the number of its note stands beside a figure. In a picture no style can add it.
    fn note_numbers(&mut self, line: &Line) {
        for at in line.figures().filter_map(|figure| self.register.find(figure, false)).collect::<Vec<_>>() {
            self.put(format_args!("<tspan class=\"note\"> [{}]</tspan>", at + 1));
        }
    }
}

impl Plot {
    fn of_chart(chart: &Chart) -> Option<Self> {
        let (first, last) = (chart.days.first()?.0, chart.days.last()?.0);
        let (low, high) = (chart.levels.first()?.0, chart.levels.last()?.0);
        let left = chart.levels.iter().map(|(_, label)| long(label)).fold(0.0, f64::max) + 14.0;
        let of = |series: &Series| {
            long(&series.name.full)
                .max(series.path.as_ref().map_or(0.0, |path| long(&path.label.text()) + LETTER * 2.0))
        };
        let right = chart.series.iter().map(of).fold(0.0, f64::max) + 18.0;
        Some(Self {
            left,
            right: SIZE.0 - right.min(SIZE.0 / 2.0),
            top: if chart.breaks.is_empty() { 10.0 } else { 12.0 + ROW },
            bottom: SIZE.1 - BELOW,
            days: (at(first), if first == last { at(first) + 1.0 } else { at(last) }),
            levels: (low, if high > low { high } else { low + 1.0 }),
        })
    }

    fn x(&self, day: NaiveDate) -> f64 {
        let part = (at(day) - self.days.0) / (self.days.1 - self.days.0);
        self.left + 6.0 + part * (self.right - self.left - 12.0)
    }

    fn y(&self, level: f64) -> f64 {
        let part = (level - self.levels.0) / (self.levels.1 - self.levels.0);
        self.bottom - part * (self.bottom - self.top)
    }

    fn place(&self, (day, level): Point) -> (f64, f64) {
        (self.x(day), self.y(level))
    }
}

/// A day as a number: the axis is true to the days.
fn at(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

/// About the length of a text.
fn long(text: &str) -> f64 {
    f64::from(cells::text_extent(text)) * LETTER
}

/// Levels with their lines across, days with their ticks.
fn axes(chart: &Chart, plot: &Plot) -> String {
    let mut out = String::new();
    let (left, right, bottom) = (plot.left, plot.right, plot.bottom);
    for (level, label) in &chart.levels {
        let y = plot.y(*level);
        let label = escape(label);
        let _ = writeln!(
            out,
            "<path class=\"grid\" d=\"M{left:.1} {y:.1}H{right:.1}\"/>\
             <text class=\"axis end\" x=\"{:.1}\" y=\"{:.1}\">{label}</text>",
            left - 6.0,
            y + 4.5
        );
    }
    let _ = writeln!(out, "<path class=\"floor\" d=\"M{left:.1} {bottom:.1}H{right:.1}\"/>");
    days(chart, plot, &mut out);
    out
}

/// The days under the axis: the shown one first, then the ends, then as many others as do not touch.
fn days(chart: &Chart, plot: &Plot, out: &mut String) {
    let last = chart.days.len().saturating_sub(1);
    let is_shown = |i: usize| chart.cursor == Some(chart.days[i].0);
    let mut order: Vec<usize> = (0..chart.days.len()).collect();
    order.sort_by_key(|i| (!is_shown(*i), *i != last, *i != 0, *i));
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for i in order {
        let (day, label) = &chart.days[i];
        let (x, bottom) = (plot.x(*day), plot.bottom);
        let _ = write!(out, "<path class=\"floor\" d=\"M{x:.1} {bottom:.1}v5\"/>");
        let half = long(label) / 2.0 + 3.0;
        if taken.iter().all(|(from, to)| x + half < *from || x - half > *to) {
            taken.push((x - half, x + half));
            let class = if is_shown(i) { "axis middle strong" } else { "axis middle" };
            let label = escape(label);
            let _ =
                write!(out, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{:.1}\">{label}</text>", bottom + 20.0);
        }
        out.push('\n');
    }
}

/// The gap between two standards: an upright line with the name of each on its side.
fn standards(broken: &Break, plot: &Plot) -> String {
    let x = f64::midpoint(plot.x(broken.from), plot.x(broken.to));
    let (before, after) = (escape(&broken.before), escape(&broken.after));
    let y = plot.top - 8.0;
    format!(
        "<path class=\"break\" d=\"M{x:.1} 2V{:.1}\"/><text class=\"axis end\" x=\"{:.1}\" y=\"{y:.1}\">{before}</text>\
         <text class=\"axis\" x=\"{:.1}\" y=\"{y:.1}\">{after}</text>\n",
        plot.bottom,
        x - 6.0,
        x + 6.0,
    )
}

/// A line in its runs, what is later than the shown day thinner; the path to its aim dotted; its points marked.
fn polyline(chart: &Chart, (index, series): (usize, &Series), plot: &Plot, marked: bool) -> String {
    let mut out = String::new();
    let is_later = |point: &Point| chart.cursor.is_some_and(|cursor| point.0 > cursor);
    for run in &series.runs {
        let split = run.iter().position(is_later).unwrap_or(run.len());
        let (shown, later) = (&run[..split], &run[split.saturating_sub(1)..]);
        for (points, class) in [(later, "later"), (shown, "line")] {
            if points.len() > 1 {
                let _ = writeln!(out, "<polyline class=\"{class}\" points=\"{}\"/>", joined(points, plot));
            }
        }
        for point in run.iter().filter(|_| marked || run.len() == 1) {
            let ((x, y), later) = (plot.place(*point), if is_later(point) { " later" } else { "" });
            let _ = writeln!(out, "{}", point_sign(index, later, (x, y)));
        }
    }
    if let Some(path) = &series.path {
        let _ = writeln!(out, "<polyline class=\"path\" points=\"{}\"/>", joined(&path.points, plot));
        let (x, y) = plot.place(path.points[1]);
        let _ = writeln!(out, "<circle class=\"aim\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>");
    }
    out
}

/// A point as on the screen: of the first line a disc, of the others a cross.
fn point_sign(index: usize, later: &str, (x, y): (f64, f64)) -> String {
    if index == 0 {
        return format!("<circle class=\"dot{later}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\"/>");
    }
    let (left, top) = (x - CROSS, y - CROSS);
    let (over, back) = (2.0 * CROSS, -2.0 * CROSS);
    format!("<path class=\"x{later}\" d=\"M{left:.1} {top:.1}l{over} {over}m0 {back}l{back} {over}\"/>")
}

/// The values at the points, over those of the first line and under those of the others; the last before those that it
/// leaves no room.
fn values((index, series): (usize, &Series), plot: &Plot) -> String {
    let mut out = String::new();
    let mut free = f64::MAX;
    // The one that a way leaves upwards stands under it.
    let rises = |point: &Point| {
        series.path.as_ref().is_some_and(|path| path.points[0] == *point && path.points[1].1 > point.1)
    };
    for (point, value) in series.values.iter().rev() {
        let down = if index == 0 && !rises(point) { -8.0 } else { ROW };
        let ((x, y), text) = (plot.place(*point), value.text());
        let half = long(&text) / 2.0;
        // At the edges it stands clear of the axis and of the names.
        let x = x.max(plot.left + half + LETTER).min(plot.right - half - LETTER);
        if x + half > free {
            continue;
        }
        free = x - half - LETTER;
        let _ = writeln!(
            out,
            "<text class=\"value middle\" aria-hidden=\"true\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>",
            (y + down).clamp(ROW * 0.75, plot.bottom - 4.0),
            escape(&text)
        );
    }
    out
}

fn joined(points: &[Point], plot: &Plot) -> String {
    let places = points.iter().map(|point| plot.place(*point));
    places.map(|(x, y)| format!("{x:.1},{y:.1}")).collect::<Vec<_>>().join(" ")
}

/// What stands at the ends of the lines, from the top, so that no two touch.
fn tags<'a>(chart: &'a Chart, plot: &Plot) -> Vec<Tag<'a>> {
    let of = |(class, series): (usize, &'a Series)| {
        let last = match &series.path {
            Some(path) => path.points[1],
            None => *series.runs.last()?.last()?,
        };
        let end = plot.place(last);
        let is_told = !series.name.full.is_empty() || series.path.is_some();
        is_told.then_some(Tag { class, series, end, y: end.1 - ROW / 2.0 })
    };
    let mut tags: Vec<Tag> = chart.series.iter().enumerate().filter_map(of).collect();
    tags.sort_by(|one, other| one.end.1.total_cmp(&other.end.1));
    let mut free = 0.0;
    for tag in &mut tags {
        tag.y = tag.y.max(free);
        free = tag.y + tag.height();
    }
    let mut floor = plot.bottom + ROW / 2.0;
    for tag in tags.iter_mut().rev() {
        tag.y = tag.y.min(floor - tag.height());
        floor = tag.y;
    }
    tags
}

impl Tag<'_> {
    fn height(&self) -> f64 {
        let lines = u8::from(!self.series.name.full.is_empty()) + u8::from(self.series.path.is_some());
        ROW * f64::from(lines)
    }
}

/// What the picture shows, for those who do not see it.
fn about(lang: Lang, chart: &Chart) -> String {
    let named = |series: &Series| match (&series.path, series.name.full.is_empty()) {
        (Some(path), false) => Some(format!("{} ({})", series.name.full, path.label.text())),
        (Some(path), true) => Some(path.label.text()),
        (None, false) => Some(series.name.full.clone()),
        (None, true) => None,
    };
    let ends = chart.days.first().zip(chart.days.last()).map(|(first, last)| (&first.1, &last.1));
    let lines: Vec<String> = chart.series.iter().filter_map(named).collect();
    let mut parts: Vec<String> = Vec::new();
    if !lines.is_empty() {
        parts.push(say!(lang, "Các đường: {lines}", "Lines: {lines}"; lines = lines.join(", ")).text());
    }
    parts.extend(ends.map(|(first, last)| {
        say!(lang, "Từ {first} đến {last}", "From {first} to {last}"; first, last).text()
    }));
    parts.extend(chart.breaks.iter().map(|between| {
        say!(lang, "Ngắt quãng giữa hai chuẩn: {before}, {after}",
            "A break between two standards: {before}, {after}";
            before = &between.before, after = &between.after)
        .text()
    }));
    parts.push(lang.pick("Số chính xác ở bảng dưới", "Exact values in the table below").to_owned());
    parts.join(". ") + "."
}
