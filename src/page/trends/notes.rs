//! The legend: what the marks mean, and which of the days are invented.

use chrono::Datelike;

use crate::model::figure::{Figure, Reliability};
use crate::say;
use crate::text::line::{Line, Role};

use super::super::foot;
use super::super::{Block, Medium};
use super::TrendsPage;
use super::time_points::TimePoint;

/// So many days of invented figures are named; more are counted.
const NAMED: usize = 3;

/// One line: `* suy ra · số năm 2023: MINH HỌA`.
pub fn legend(ctx: &TrendsPage, blocks: &[Block]) -> Option<Line> {
    let figures: Vec<&Figure> = blocks.iter().flat_map(foot::figures).collect();
    // On paper the picture is not what is read; the conclusion there says what the mark is.
    let is_marked = |block: &Block| {
        foot::has_mark(block) && !(ctx.view.medium != Medium::Screen && matches!(block, Block::Chart(_)))
    };
    let derived = blocks.iter().any(is_marked).then(|| say!(ctx, "* suy ra", "* derived"));
    let estimated = figures.iter().any(|f| f.reliability == Reliability::Estimated);
    let estimated = estimated.then(|| say!(ctx, "có số ước thực hiện", "some are estimated"));
    let parts = [derived, estimated, invented(ctx)];
    Line::joined(parts.into_iter().flatten(), " · ").map(|line| foot::stamped(line.in_role(Role::Dim)))
}

/// On which days the figures of the chart are invented: all, those of a year, those from one day on.
fn invented(ctx: &TrendsPage) -> Option<Line> {
    let is_invented = |station: &&TimePoint| {
        let known = ctx.drawn_rows().filter_map(|subject| subject.figure(station).ok());
        known.into_iter().any(|figure| figure.is_invented())
    };
    let found: Vec<&TimePoint> = ctx.stations.iter().filter(is_invented).collect();
    let (first, last) = (found.first()?.day(), found.last()?.day());
    let year = first.year();
    let are_all =
        |of: &dyn Fn(&TimePoint) -> bool| ctx.stations.iter().filter(|s| of(s)).count() <= found.len();
    Some(if ctx.view.narrow {
        say!(ctx, "{year}: MINH HỌA", "{year}: ILLUSTRATIVE"; year)
    } else if found.len() == ctx.stations.len() {
        say!(ctx, "mọi số: MINH HỌA", "all figures: ILLUSTRATIVE")
    } else if year == last.year() && are_all(&|s| s.day().year() == year) {
        say!(ctx, "số năm {year}: MINH HỌA", "figures of {year}: ILLUSTRATIVE"; year)
    } else if are_all(&|s| s.day() >= first) {
        say!(ctx, "số từ {first}: MINH HỌA", "figures from {first}: ILLUSTRATIVE"; first)
    } else {
        let days = found.iter().map(|s| say!(ctx, "{day}"; day = s.day()));
        let days = Line::joined(days, ", ").filter(|_| found.len() <= NAMED);
        let count = days.is_none().then_some(found.len());
        say!(ctx, "số [ngày {days}][của {count} kỳ]: MINH HỌA",
            "figures of [{days}][{count} dates]: ILLUSTRATIVE"; days, count)
    })
}
