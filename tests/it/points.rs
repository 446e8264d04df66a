//! Every chart that is drawn: each point, and each aim, stands within a cell of its figure, and none is hidden; each step
//! of a small trend is within one of its figure.

use giamngheo::app::App;
use giamngheo::model::area::Area;
use giamngheo::model::exact::Exact;
use giamngheo::model::measure::{Aspect, Group};
use giamngheo::page::chart::{Chart, Point, Way};
use giamngheo::page::{Block, Cell, View};
use giamngheo::source::Load;
use giamngheo::text::Lang;

use super::program::{begun, choices, press, read, sample, screen};
use super::{made_up, published};

/// Where charts stand, by the keys that lead there.
const PLACES: [&str; 6] = ["1", "5", "5 <Down> <Down>", "5 o", "4 o", "4 o <Down>"];

/// A plot on the screen: the lines of its highest and its lowest tick, the columns of its first and its last day.
struct Plot {
    cells: Vec<Vec<char>>,
    lines: (usize, usize),
    columns: (usize, usize),
}

/// The place of a text in cells.
fn found(cells: &[Vec<char>], text: &str) -> Option<(usize, usize)> {
    let text: Vec<char> = text.chars().collect();
    let in_row = |row: &Vec<char>| row.windows(text.len()).position(|part| part == text);
    cells.iter().enumerate().find_map(|(y, row)| Some((y, in_row(row)?)))
}

impl Plot {
    /// The plot of a chart; none where it has no room on the screen.
    fn of_chart(chart: &Chart, screen: &str) -> Option<Self> {
        let cells: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
        let days = chart.notes.iter().find(|note| note.full.starts_with("trục"));
        let (caption, left) = found(&cells, &format!("  {} · ", chart.title)).filter(|(y, _)| {
            days.is_none_or(|note| cells[*y].iter().collect::<String>().contains(&note.full))
        })?;
        let at = |y: usize, x: usize| cells.get(y).and_then(|row| row.get(x)).copied();
        let rows = caption + 1..cells.len();
        let (top, axis) = rows.clone().find_map(|y| {
            let row = &cells[y];
            (left..row.len()).find(|x| row[*x] == '┤').map(|x| (y, x))
        })?;
        let floor = rows.clone().find(|y| at(*y, axis) == Some('└'))?;
        let bottom = (top..floor).rev().find(|y| at(*y, axis) == Some('┤'))?;
        let line = cells[floor].iter().enumerate().skip(axis + 1);
        let marks: Vec<usize> = line
            .take_while(|(_, sign)| matches!(sign, '─' | '┴' | '┻'))
            .filter(|(_, sign)| **sign != '─')
            .map(|(x, _)| x)
            .collect();
        let columns = (*marks.first()?, *marks.last()?);
        Some(Self { cells, lines: (top, bottom), columns })
    }

    /// Where a point should stand, from the left and from the top.
    fn place(&self, chart: &Chart, (day, level): Point) -> (f64, f64) {
        let part = |of: f64, (from, to): (f64, f64)| if to > from { (of - from) / (to - from) } else { 0.0 };
        let days = |day: chrono::NaiveDate| f64::from(chrono::Datelike::num_days_from_ce(&day));
        let (first, last) = (chart.days[0].0, chart.days[chart.days.len() - 1].0);
        let across = part(days(day), (days(first), days(last)));
        let down = 1.0 - part(level, (chart.levels[0].0, chart.levels[chart.levels.len() - 1].0));
        let along = |part: f64, (from, to): (usize, usize)| cell(from) + part * (cell(to) - cell(from));
        (along(across, self.columns), along(down, self.lines))
    }

    /// The cells of a sign in the plot.
    fn signs(&self, sign: char) -> Vec<(usize, usize)> {
        let (left, right) = self.columns;
        let inside = (self.lines.0..=self.lines.1).flat_map(|y| (left..=right).map(move |x| (x, y)));
        inside.filter(|(x, y)| self.cells[*y].get(*x) == Some(&sign)).collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a place on a screen")]
fn cell(of: usize) -> f64 {
    of as f64
}

/// Does another sign of that day stand at the same level?
fn is_shared(chart: &Chart, point: Point) -> bool {
    let measured = chart.series.iter().flat_map(|series| series.runs.iter().flatten());
    let ends = chart.series.iter().filter_map(|series| series.path.as_ref()).map(|path| &path.points[1]);
    measured.chain(ends).filter(|other| other.0 == point.0 && (other.1 - point.1).abs() < 1e-9).count() > 1
}

/// What is wrong with the signs of a kind: one that is missing or away from its figure, one too many.
fn faults(plot: &Plot, chart: &Chart, sign: char, points: &[Point]) -> Vec<String> {
    let mut left = plot.signs(sign);
    let mut faults = Vec::new();
    for point in points {
        let (x, y) = plot.place(chart, *point);
        let away = |at: &(usize, usize)| ((cell(at.0) - x).abs(), (cell(at.1) - y).abs());
        // A point keeps its day; only what is level stands side by side.
        let aside = if sign == '○' || is_shared(chart, *point) { 1.0 } else { 0.51 };
        let is_near = |at: &(usize, usize)| away(at).0 <= aside && away(at).1 <= 1.001;
        let near = left.iter().copied().filter(is_near);
        match near.min_by(|a, b| away(a).1.total_cmp(&away(b).1)) {
            Some(at) => left.retain(|other| *other != at),
            None => faults.push(format!("{sign} of {point:?} is not at {x:.1}, {y:.1}")),
        }
    }
    if !left.is_empty() {
        faults.push(format!("{sign} at {left:?} is of no figure"));
    }
    faults
}

/// The faults of all charts on a screen, and how many charts there are.
fn check(app: &App) -> (usize, Vec<String>) {
    let shown = screen(app);
    let charts = app.page.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    let mut count = 0;
    let mut all = Vec::new();
    for chart in charts {
        let Some(plot) = Plot::of_chart(chart, &shown) else { continue };
        count += 1;
        let measured = |at: &dyn Fn(usize) -> bool| -> Vec<Point> {
            let lines = chart.series.iter().enumerate().filter(|(i, _)| at(*i));
            lines.flat_map(|(_, series)| series.runs.iter().flatten().copied()).collect()
        };
        let aims = chart.series.iter().filter_map(|series| series.path.as_ref());
        let aims: Vec<Point> =
            aims.filter(|path| path.way != Way::Projected).map(|path| path.points[1]).collect();
        let signs = [('●', measured(&|i| i == 0)), ('×', measured(&|i| i > 0)), ('○', aims)];
        for (sign, points) in signs {
            let found = faults(&plot, chart, sign, &points);
            all.extend(found.into_iter().map(|fault| format!("{fault}\n{shown}")));
        }
        let blocks = plot.signs('█');
        all.extend((!blocks.is_empty()).then(|| format!("two lines are one at {blocks:?}\n{shown}")));
        all.extend(misplaced(&plot, chart).into_iter().map(|fault| format!("{fault}\n{shown}")));
        all.extend(astray(&plot, chart).into_iter().map(|fault| format!("{fault}\n{shown}")));
        all.extend(unvalued(&plot, chart).into_iter().map(|fault| format!("{fault}\n{shown}")));
    }
    (count, all)
}

/// Where the straight way that is asked is away from its line: in each column between its ends something is drawn within
/// a cell of it, and no stroke of it stands elsewhere.
fn astray(plot: &Plot, chart: &Chart) -> Vec<String> {
    let mut faults = Vec::new();
    for path in chart.series.iter().filter_map(|series| series.path.as_ref()) {
        if path.way != Way::Asked {
            continue;
        }
        let [from, to] = path.points.map(|point| plot.place(chart, point));
        let line = |x: f64| from.1 + (x - from.0) / (to.0 - from.0) * (to.1 - from.1);
        let strokes = plot.signs('╌');
        let is_away = |(x, y): &&(usize, usize)| (cell(*y) - line(cell(*x))).abs() > 1.001;
        faults.extend(strokes.iter().filter(is_away).map(|at| format!("╌ at {at:?} is off its way")));
        let between =
            (plot.columns.0..=plot.columns.1).filter(|x| cell(*x) > from.0 + 1.0 && cell(*x) < to.0 - 1.0);
        let is_drawn = |x: &usize| {
            let near = (plot.lines.0..=plot.lines.1).filter(|y| (cell(*y) - line(cell(*x))).abs() <= 1.001);
            near.into_iter().any(|y| plot.cells[y].get(*x).is_some_and(|sign| !matches!(sign, ' ' | '┈')))
        };
        faults.extend(between.filter(|x| !is_drawn(x)).map(|x| format!("no ╌ in column {x}")));
    }
    faults
}

/// Labels of ways that stand under one whose end lies below theirs.
fn misplaced(plot: &Plot, chart: &Chart) -> Vec<String> {
    let ways = chart.series.iter().filter_map(|series| series.path.as_ref());
    let labels = ways.map(|path| (path.points[1].1, path.label.text()));
    let placed = labels.filter_map(|(level, label)| Some((level, found(&plot.cells, &label)?.0, label)));
    let mut placed: Vec<(f64, usize, String)> = placed.collect();
    placed.sort_by(|one, other| other.0.total_cmp(&one.0));
    let wrong = placed.windows(2).filter(|pair| pair[0].0 > pair[1].0 && pair[0].1 >= pair[1].1);
    wrong.map(|pair| format!("\"{}\" does not stand over \"{}\"", pair[0].2, pair[1].2)).collect()
}

/// Lines whose last point has no value beside it.
fn unvalued(plot: &Plot, chart: &Chart) -> Vec<String> {
    let mut faults = Vec::new();
    for (point, value) in chart.series.iter().filter_map(|series| series.values.last()) {
        let (y, text) = (plot.place(chart, *point).1, value.text());
        let near = plot.cells.iter().enumerate().filter(|(line, _)| (cell(*line) - y).abs() <= 3.1);
        if !near.map(|(_, row)| row.iter().collect::<String>()).any(|row| row.contains(&text)) {
            faults.push(format!("{text} does not stand beside its point"));
        }
    }
    faults
}

/// Everything that the tests have: the sample, the made-up and the published units.
fn all() -> impl Iterator<Item = (&'static str, Load)> {
    let made_up = made_up::ALL.into_iter().map(|unit| (unit, read(&[&made_up::folder(unit)])));
    let published = published::ALL.into_iter().map(|report| (report, read(&[&published::path(report)])));
    std::iter::once(("sample", sample().clone())).chain(made_up).chain(published)
}

#[test]
fn no_point_is_hidden_or_away_from_its_figure() {
    let mut drawn = 0;
    let mut wrong: Vec<String> = Vec::new();
    for (name, load) in all() {
        for size in [(80, 24), (160, 45), (200, 60)] {
            for keys in PLACES {
                let mut app = begun(choices(Lang::Vi, ""), size, &load);
                press(&mut app, keys);
                let (count, faults) = check(&app);
                drawn += count;
                wrong.extend(faults.into_iter().map(|fault| format!("{name}, {size:?}, {keys}: {fault}")));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} faults, the first:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(6)].join("\n\n")
    );
    assert!(drawn > 100, "{drawn} charts alone were drawn");
}

/// Is each step of a small trend the nearest of the six to its level?
fn is_drawn(trend: &str, levels: &[Option<f64>]) -> bool {
    let known = || levels.iter().flatten().copied();
    let (least, most) = (known().fold(f64::MAX, f64::min), known().fold(f64::MIN, f64::max));
    let is_step = |(step, level): (char, &Option<f64>)| match (STEPS.chars().position(|c| c == step), level) {
        (None, level) => level.is_none(),
        (Some(_), None) => false,
        (Some(at), Some(level)) => {
            most <= least || (cell(at) - (level - least) / (most - least) * 5.0).abs() <= 0.51
        }
    };
    trend.chars().count() == levels.len() && trend.chars().zip(levels).all(is_step)
}

/// The households of a group in an area at the last nine snapshots.
fn levels(view: &View, area: &Area, group: Group) -> Vec<Option<f64>> {
    let path: Vec<_> = view.path.iter().chain([&area.name]).cloned().collect();
    let last = view.history.snapshots.len();
    let level = |i: usize| {
        let figure = view.history.area(i, &path)?.figure(group, &Aspect::Households).ok()?;
        figure.one().map(Exact::approximate)
    };
    (last.saturating_sub(9)..last).map(level).collect()
}

/// From the lowest to the highest block.
const STEPS: &str = "▁▂▃▅▆▇";

#[test]
fn a_small_trend_has_the_height_of_its_figures() {
    let is_trend = |text: &str| text.contains(|c| STEPS.contains(c));
    let mut seen = 0;
    for (name, load) in all() {
        let mut app = begun(choices(Lang::Vi, ""), (200, 60), &load);
        press(&mut app, "2");
        let Some(view) = app.view() else { continue };
        for area in &view.whole().areas {
            let Some(row) = app.page.rows().find(|row| row.label.full == area.name.name.vi) else { continue };
            let texts = row.cells.iter().filter_map(|cell| match cell {
                Cell::Line(line) => Some(line.text()),
                _ => None,
            });
            for trend in texts.filter(|text| is_trend(text)) {
                let drawn = |group| is_drawn(&trend, &levels(&view, area, group));
                assert!(drawn(Group::Poor) || drawn(Group::Combined), "{name}, {}: {trend}", row.label.full);
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen} trends alone were drawn");
}
