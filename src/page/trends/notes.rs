//! The legend: what the marks mean, and which of the days are invented.

use chrono::Datelike;

use crate::model::figure::{Figure, Reliability};
use crate::say;
use crate::text::line::{Line, Role};

use super::super::Block;
use super::super::foot;
use super::TrendsPage;
use super::time_points::TimePoint;

/// One line: `* suy ra · số năm 2023: MINH HỌA`.
pub fn legend(desk: &TrendsPage, blocks: &[Block]) -> Option<Line> {
    let figures: Vec<&Figure> = blocks.iter().flat_map(foot::figures).collect();
    let derived = figures.iter().any(|f| f.is_derived()).then(|| say!(desk, "* suy ra", "* derived"));
    let estimated = figures.iter().any(|f| f.reliability == Reliability::Estimated);
    let estimated = estimated.then(|| say!(desk, "có số ước thực hiện", "some are estimated"));
    let parts = [derived, estimated, invented(desk)];
    Line::joined(parts.into_iter().flatten(), " · ").map(|line| line.in_role(Role::Dim))
}

/// On which days the figures of the chart are invented: all, those of a year, those from one day on.
fn invented(desk: &TrendsPage) -> Option<Line> {
    let is_invented = |station: &&TimePoint| {
        let known = desk.drawn_rows().filter_map(|subject| subject.figure(station).ok());
        known.into_iter().any(|figure| figure.reliability == Reliability::Illustrative)
    };
    let found: Vec<&TimePoint> = desk.stations.iter().filter(is_invented).collect();
    let (first, last) = (found.first()?.day(), found.last()?.day());
    let year = first.year();
    let are_all =
        |of: &dyn Fn(&TimePoint) -> bool| desk.stations.iter().filter(|s| of(s)).count() <= found.len();
    Some(if desk.view.narrow {
        say!(desk, "{year}: MINH HỌA", "{year}: ILLUSTRATIVE"; year)
    } else if found.len() == desk.stations.len() {
        say!(desk, "mọi số: MINH HỌA", "all figures: ILLUSTRATIVE")
    } else if year == last.year() && are_all(&|s| s.day().year() == year) {
        say!(desk, "số năm {year}: MINH HỌA", "figures of {year}: ILLUSTRATIVE"; year)
    } else if are_all(&|s| s.day() >= first) {
        say!(desk, "số từ {first}: MINH HỌA", "figures from {first}: ILLUSTRATIVE"; first)
    } else {
        say!(desk, "số của {count} kỳ: MINH HỌA",
            "figures of {count} dates: ILLUSTRATIVE"; count = found.len())
    })
}
