//! The legend: what the marks mean, which of the days are invented, and which figures are of some parts only.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::model::figure::{Figure, Reliability};
use crate::model::measure::{Measure, When};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what::{capital, group_head, small};

use super::super::foot;
use super::super::table::{Cell, Row, Table};
use super::super::whole::only_of;
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

/// What figures of one name are made from on some days.
struct Partial {
    name: String,
    told: String,
    days: BTreeSet<NaiveDate>,
}

/// `31/12/2023: chỉ tính 4 trên 6 phường có số liệu`, of all days `Hộ nghèo: chỉ tính 1 trên 2 phường có số liệu`: the
/// sum of some parts beside that of all looks like a fall. Whose it is, is named where others are of all.
pub fn partial(ctx: &TrendsPage, table: &Table) -> Option<Line> {
    let (mut found, mut names) = (Vec::<Partial>::new(), BTreeSet::new());
    let mut days = BTreeSet::new();
    for (row, figure) in table.rows.iter().flat_map(|row| figures_of(row).map(move |figure| (row, figure))) {
        let When::Day(day) = figure.subject.when else { continue };
        let name = named(ctx, row, figure);
        names.insert(name.clone());
        days.insert(day);
        let Some(told) = only_of(ctx.view, figure).map(|line| line.text()) else { continue };
        match found.iter_mut().find(|partial| partial.name == name && partial.told == told) {
            Some(partial) => _ = partial.days.insert(day),
            None => found.push(Partial { name, told, days: BTreeSet::from([day]) }),
        }
    }
    let mut clauses: Vec<(Vec<&str>, &str, &BTreeSet<NaiveDate>)> = Vec::new();
    for of in &found {
        match clauses.iter_mut().find(|(_, told, days)| *told == of.told && **days == of.days) {
            Some((names, ..)) => names.push(&of.name),
            None => clauses.push((vec![&of.name], &of.told, &of.days)),
        }
    }
    let clauses = clauses.into_iter().map(|(of, told, on)| {
        let whose = (of.len() < names.len()).then(|| small(&of.join(", ")));
        let on =
            (*on != days).then(|| Line::joined(on.iter().map(|day| say!(ctx, "{day}"; day = *day)), ", "));
        let on = on.flatten();
        let (head, of) = if on.is_some() { (on, whose) } else { (whose.map(Line::plain), None) };
        say!(ctx, "[{head}: ]{told}[ ({of})]"; head, told, of)
    });
    let line = Line::joined(clauses, "; ")?;
    Some(Line::plain(capital(&line.text())))
}

fn figures_of(row: &Row) -> impl Iterator<Item = &Figure> {
    row.cells.iter().flat_map(Cell::figures)
}

/// Whose a figure is: of a group all that is told of it is made from the same parts.
fn named(ctx: &TrendsPage, row: &Row, figure: &Figure) -> String {
    match &figure.subject.measure {
        Measure::Of(group, _) => group_head(ctx.view.lang, *group),
        _ => row.label.full.trim().to_owned(),
    }
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
