//! A chart over time, before it is drawn: series of points by day, with what the axes must say.

use chrono::NaiveDate;

use crate::model::exact::{Exact, Rounding};
use crate::model::figure::Figure;
use crate::model::unit::Form;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what::small;
use crate::text::{Lang, cells, date, number};

use super::table::LongShort;

/// The points of the first line and of the others: they differ without colour.
pub const POINTS: [char; 2] = ['●', '×'];

/// The lines of its caption, its axis and its days.
const AROUND_PLOT: u16 = 3;

/// A point of a line: a day and a level, for drawing only.
pub type Point = (NaiveDate, f64);

/// A line of a chart.
#[derive(Debug, Clone, Default)]
pub struct Series {
    /// What it is called at the line.
    pub name: LongShort,
    /// Its points by day; a break (another standard, a gap) starts a new run, and nothing joins two runs.
    pub runs: Vec<Vec<Point>>,
    /// What stands beside its points: the figure of each, as the table under it writes it.
    pub values: Vec<(Point, Line)>,
    /// The way to the target.
    pub path: Option<Path>,
}

impl Series {
    /// Were two points measured? The end of its way is none.
    pub fn has_course(&self) -> bool {
        self.runs.iter().flatten().count() > 1
    }
}

/// What a way is: they differ in their look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// From what was measured to the aim.
    #[default]
    ToAim,
    /// From what was measured to where its pace leads.
    Projected,
    /// The straight one that was asked from its start on, beside what was measured.
    Asked,
}

/// The way to an aim.
#[derive(Debug, Clone, Default)]
pub struct Path {
    /// What it is.
    pub way: Way,
    /// Where it begins and where it ends.
    pub points: [Point; 2],
    /// What stands at its end, with the figure of the aim.
    pub label: Line,
}

/// Where one standard ends and the next begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The last day of a figure under the standard before.
    pub from: NaiveDate,
    /// The first day of one under the next.
    pub to: NaiveDate,
    /// The name of the standard before.
    pub before: String,
    /// The name of the next.
    pub after: String,
}

/// A chart.
#[derive(Debug, Clone, Default)]
pub struct Chart {
    /// What is said over it of a measure that has no course: the chart is then of another.
    pub said: Option<Line>,
    /// What is drawn, over it.
    pub title: String,
    /// What else stands there where there is room, what is needed most first.
    pub notes: Vec<LongShort>,
    /// The lines.
    pub series: Vec<Series>,
    /// Ticks of the vertical axis with their labels, from the bottom, all the same step apart.
    pub levels: Vec<(f64, String)>,
    /// Ticks of the horizontal axis with their labels.
    pub days: Vec<(NaiveDate, String)>,
    /// The day under the cursor; what is later is dim.
    pub cursor: Option<NaiveDate>,
    /// Where standards change.
    pub breaks: Vec<Break>,
}

impl Chart {
    /// All points, those of the ways to the aims included.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.series
            .iter()
            .flat_map(|s| s.runs.iter().flatten().chain(s.path.iter().flat_map(|path| path.points.iter())))
    }

    /// Has any line a course? One value is told in words.
    pub fn has_course(&self) -> bool {
        self.series.iter().any(Series::has_course)
    }

    /// What is drawn, then each line with the sign of its points: `● hộ nghèo`, then the notes, in one line.
    pub fn caption(&self) -> String {
        self.worded(false, false, self.notes.len())
    }

    /// The same in so many cells: with short names, then with short notes too, then without the notes that are needed
    /// least.
    pub fn caption_within(&self, width: usize) -> String {
        let wordings = [(false, false), (true, false), (true, true)];
        let counts = (0..=self.notes.len()).rev();
        let all = counts.flat_map(|count| wordings.map(|(names, notes)| self.worded(names, notes, count)));
        let fitting = all.into_iter().find(|text| cells::width(text) <= width);
        cells::cut(&fitting.unwrap_or_else(|| self.worded(true, true, 0)), width)
    }

    /// With names and notes in full or short, and so many of the notes.
    fn worded(&self, short_names: bool, short_notes: bool, notes: usize) -> String {
        let named = self.series.iter().enumerate().filter(|(_, series)| !series.name.full.is_empty());
        let signs =
            named.map(|(i, series)| format!("{} {}", POINTS[i.min(1)], small(series.name.fit(short_names))));
        let notes = self.notes.iter().take(notes).map(|note| note.fit(short_notes).to_owned());
        std::iter::once(self.title.clone()).chain(signs).chain(notes).collect::<Vec<_>>().join(" · ")
    }

    /// The lines of its plot in so many, and whether each of its ticks stands at its side: as many as let all of them
    /// stand the same number of lines apart; in a few lines a shape says more than ticks between its ends.
    pub fn plot_lines(&self, height: u16) -> (u16, bool) {
        let even = regular(self.levels.len(), height);
        let has_all = even * 4 > height * 3;
        (if has_all { even } else { height }, has_all)
    }

    /// The lines that say nothing of those which it is given.
    pub fn unused_lines(&self, room: usize) -> usize {
        if self.said.is_some() {
            return 0;
        }
        let room = cells::extent(room);
        let height = room.saturating_sub(AROUND_PLOT + u16::from(!self.breaks.is_empty()));
        usize::from(height - self.plot_lines(height).0)
    }

    /// Round levels around all points, written as figures of that form are.
    pub fn measure(&mut self, lang: Lang, form: Form) {
        let decimals = match form {
            Form::Rate | Form::Hundredths => 2,
            Form::Share => 1,
            Form::Whole | Form::Money => 0,
        };
        let (mut low, mut high) = (f64::MAX, f64::MIN);
        for (_, level) in self.points() {
            (low, high) = (low.min(*level), high.max(*level));
        }
        if low <= high {
            let scale = 10_f64.powi(decimals);
            let decimals = u8::try_from(decimals).unwrap_or(0);
            let levels = ticks(whole((low * scale).floor()), whole((high * scale).ceil()));
            self.levels = levels.into_iter().map(|n| level(lang, n, decimals)).collect();
        }
    }

    /// The days of all points and those of `others` that are not before the first of them: the axis begins where
    /// something was measured.
    pub fn mark_days(&mut self, others: impl IntoIterator<Item = NaiveDate>) {
        let first = self.points().map(|(day, _)| *day).min();
        let others = others.into_iter().filter(|day| first.is_none_or(|first| *day >= first));
        let mut days: Vec<NaiveDate> = self.points().map(|(day, _)| *day).chain(others).collect();
        self.breaks.retain(|broken| first.is_none_or(|first| broken.from >= first));
        days.sort_unstable();
        days.dedup();
        self.days = days.into_iter().map(|day| (day, date::month_mark(day))).collect();
    }
}

/// What stands in the caption of a chart after its lines: what the open points are, and where the axis begins.
pub fn notes(lang: Lang, due: Option<NaiveDate>, from: &str) -> Vec<LongShort> {
    let due = due.map(|due| aim(lang, "○", due));
    due.into_iter().chain([say!(lang, "trục từ {from}", "axis from {from}"; from).text().into()]).collect()
}

/// As many lines as let all ticks stand the same number of lines apart; all of them where there are too few.
fn regular(ticks: usize, height: u16) -> u16 {
    let steps = cells::extent(ticks.saturating_sub(1)).max(1);
    let each = height.saturating_sub(1) / steps;
    if each == 0 { height } else { each * steps + 1 }
}

/// `○ chỉ tiêu 31/12/2023`; in short without the day, which stands under the chart too.
pub fn aim(lang: Lang, sign: &str, due: NaiveDate) -> LongShort {
    let of = |due: Option<NaiveDate>| {
        say!(lang, "{sign} chỉ tiêu[ {due}]", "{sign} target[ {due}]"; sign, due).text()
    };
    LongShort::new(of(Some(due)), of(None))
}

/// The level that stands for a figure: of a range its middle, of a bound its number.
pub fn drawn_at(figure: &Figure) -> f64 {
    f64::midpoint(figure.amount.low().approximate(), figure.amount.high().approximate())
}

/// A level as a whole number of its last decimal; for drawing only.
#[expect(
    clippy::cast_possible_truncation,
    reason = "counts are at most 10^15: they fit, and a cast saturates"
)]
fn whole(level: f64) -> i64 {
    level as i64
}

/// A tick: its level and its label, percents with their sign.
fn level(lang: Lang, n: i64, decimals: u8) -> (f64, String) {
    let exact = Exact::decimal(n, decimals);
    let digits = exact.digits(decimals, Rounding::Nearest);
    let sign = if decimals > 0 { "%" } else { "" };
    (exact.approximate(), format!("{}{sign}", number::decimal(lang, digits, decimals, decimals == 1)))
}

/// Round levels, in whole steps of the last digit shown, that hold all from `low` to `high`: three to five, the same
/// step apart, the span between the first and the last as small as round steps allow. Never below zero: nothing
/// drawn here can be.
pub fn ticks(low: i64, high: i64) -> Vec<i64> {
    let (low, high) = (i128::from(low.max(0)), i128::from(high.max(low).max(0)));
    // A flat line stands in the middle of its own small span.
    let (low, high) = if low == high { ((low - 1).max(0), high + 1) } else { (low, high) };
    let fits = |(step, count): &(i128, i128)| low / step * step + step * count >= high;
    let best = steps()
        .flat_map(|step| [3, 4, 2].map(|count| (step, count)))
        .filter(fits)
        .min_by_key(|(step, count)| step * count);
    let Some((step, count)) = best else { return Vec::new() };
    let first = low / step * step;
    (0..=count).filter_map(|i| i64::try_from(first + step * i).ok()).collect()
}

/// 1, 2, 4, 5, 10, 20, 40 …
fn steps() -> impl Iterator<Item = i128> {
    let powers = std::iter::successors(Some(1_i128), |power| power.checked_mul(10)).take(20);
    powers.flat_map(|power| [1, 2, 4, 5].map(|digit| digit * power))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 838 to 1.989 in three steps of 400: 800 to 2.000 is the shortest round span (500 would need 500 to 2.000).
    #[test]
    fn ticks_of_the_sample() {
        assert_eq!(ticks(838, 1989), [800, 1200, 1600, 2000]);
        assert_eq!(ticks(1000, 2000), [1000, 1500, 2000]);
    }

    #[test]
    fn a_flat_line_and_small_counts_have_ticks_too() {
        assert_eq!(ticks(1429, 1429), [1428, 1429, 1430]);
        assert_eq!(ticks(0, 0), [0, 1, 2]);
        assert_eq!(ticks(0, 1), [0, 1, 2]);
        assert_eq!(ticks(0, 3), [0, 1, 2, 3]);
    }

    #[test]
    fn the_largest_counts_do_not_overflow() {
        let most = 1_000_000_000_000_000;
        assert_eq!(ticks(0, most), [0, most / 2, most]);
        assert!(ticks(i64::MAX - 1, i64::MAX).len() <= 5);
    }

    #[test]
    fn ticks_hold_all_points_the_same_step_apart() {
        for low in (0..4000).step_by(137) {
            for span in (0..3000).step_by(71) {
                let found = ticks(low, low + span);
                assert!((3..=5).contains(&found.len()), "{low} {span}: {found:?}");
                assert!(found[0] <= low && found[found.len() - 1] >= low + span);
                assert!(found.windows(3).all(|w| w[1] - w[0] == w[2] - w[1]));
            }
        }
    }
}
