//! A chart over time, before it is drawn: series of points by day, with what the axis must say.

use chrono::NaiveDate;

/// A line of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is called at the line.
    pub name: String,
    /// Its points by day, for drawing only; a break (another standard, a gap) starts a new run.
    pub runs: Vec<Vec<(NaiveDate, f64)>>,
    /// The dotted path to the target, and its label at the end.
    pub path: Option<(Vec<(NaiveDate, f64)>, String)>,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chart {
    /// The lines.
    pub series: Vec<Series>,
    /// Ticks of the vertical axis with their labels, from the bottom.
    pub levels: Vec<(f64, String)>,
    /// Ticks of the horizontal axis with their labels.
    pub days: Vec<(NaiveDate, String)>,
    /// The day under the cursor.
    pub cursor: Option<NaiveDate>,
}
