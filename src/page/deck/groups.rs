//! The slides of poor and of near-poor households: how many they are, and how the year ended for them or what the
//! last snapshots held.

use std::sync::Arc;

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what::{self, capital};
use crate::text::{date, show};

use super::super::conclusion;
use super::super::table::{Align, Bar, Cell, Column, Row, Style, Table};
use super::super::{Block, TargetSummary, View, whole};
use super::{Headline, Slide, SlidePart, gauge, spaced};

/// So many of the last snapshots are drawn.
const LAST: usize = 5;

/// A slide for each of the two groups; one for both together where nothing else is known.
pub fn slides(view: &View) -> Vec<Slide> {
    let apart: Vec<Slide> = view.whole().groups().iter().filter_map(|group| slide(view, *group)).collect();
    if apart.is_empty() { slide(view, Group::Combined).into_iter().collect() } else { apart }
}

fn slide(view: &View, group: Group) -> Option<Slide> {
    let area = view.whole();
    let (households, rate) = (area.figure(group, &Aspect::Households), area.rate(group));
    let big = households.as_ref().or(rate.as_ref()).ok()?;
    let persons = area.figure(group, &Aspect::Persons).ok();
    let of_big = if households.is_ok() {
        let unit = Line::with_role(Role::Strong, show::unit_after(view.lang, big));
        let rate = rate.as_ref().ok();
        vec![Some(unit), rate.map(|rate| say!(view, "{rate} tổng hộ dân", "{rate} of all households"; rate))]
    } else {
        vec![Some(say!(view, "tổng hộ dân", "of all households"))]
    };
    let persons = persons.map(|persons| say!(view, "{persons} nhân khẩu", "{persons} persons"; persons));
    let only = [&households, &rate].into_iter().flatten().find_map(|figure| whole::only_of(view, figure));
    let only = only.map(|only| Line::with_role(Role::Strong, only.text()));
    let beside = of_big.into_iter().chain([persons, only]).flatten().collect();
    let bigs = vec![Headline::of_figure(view, big, Style::Plain, beside)];
    let (vi, en) = what::households_of(group);
    // The heading names the number under it.
    let title = if households.is_ok() {
        capital(view.pick(vi, en))
    } else {
        say!(view, "Tỷ lệ {of}", "Rate of {of}"; of = (vi, en)).text()
    };
    Some(Slide { title, bigs, parts: parts(view, group), ..Slide::default() })
}

/// How the year's target ended, else the last snapshots; then what the next year asks.
fn parts(view: &View, group: Group) -> Vec<SlidePart> {
    let mut parts = match ended(view, group) {
        Some(it) => {
            let said = spaced([conclusion::sentence_on_target(view, &it)]);
            said.into_iter().chain(gauge::of_target(view, &it).map(SlidePart::Gauge)).collect()
        }
        None => history(view, group)
            .map(|block| SlidePart::Block(Box::new(block)))
            .into_iter()
            .collect::<Vec<_>>(),
    };
    let next = view.own_targets(view.snapshot().as_of().year() + 1).into_iter();
    let next = next.filter(|it| it.target.reads.group() == Some(group)).take(1);
    parts.extend(spaced(next.map(|it| conclusion::sentence_on_target(view, &it))));
    parts
}

/// The target of the shown year whose end the group's slide tells.
pub fn ended<'a>(view: &View<'a>, group: Group) -> Option<TargetSummary<'a>> {
    let own = view.own_targets(view.snapshot().as_of().year());
    own.into_iter().find(|it| it.target.reads.group() == Some(group) && it.found.evidence.is_final())
}

/// The last snapshots with bars from nought; none from a single one.
fn history(view: &View, group: Group) -> Option<Block> {
    let known = |at: &Arc<Snapshot>| Some((at.as_of(), at.whole.figure(group, &Aspect::Households).ok()?));
    let known: Vec<_> = view.history.up_to(view.at).iter().filter_map(known).collect();
    let last = known.get(known.len().saturating_sub(LAST)..).filter(|last| last.len() > 1)?;
    let full = last.iter().map(|(_, figure)| figure.amount.high().clone()).max()?;
    let rows = last.iter().map(|(day, figure)| {
        let is_shown = *day == view.snapshot().as_of();
        row(date::day(view.lang, *day), figure, &full, is_shown)
    });
    let bars = Column { width: 38, narrow: 14, picture: (14, 200), align: Align::Left, ..Column::default() };
    let columns = vec![Column { width: 8, narrow: 8, mark: true, ..Column::default() }, bars];
    let mut table = Table { columns, rows: rows.collect(), label: 12, tight: true, ..Table::default() };
    table.widen(view.lang);
    Some(Block::Table(table))
}

fn row(label: String, figure: &Figure, full: &Exact, is_shown: bool) -> Row {
    let role = if is_shown { Role::Strong } else { Role::Plain };
    let value = figure.amount.low().clone();
    let bar = Bar { value, full: full.clone(), ..Bar::default() };
    Row { role, ..Row::new("", label, [Cell::Known(Ok(figure.clone()), Style::Plain), Cell::Bar(bar)]) }
}
