//! Targets as slides: how far, and the sentence that answers.

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::measure::Group;
use crate::model::standing::Assessment;
use crate::model::target::{Reads, Target};

use super::super::conclusion;
use super::super::line::{Line, Role};
use super::super::table::{Align, Bar, Cell, Column, Row, Table};
use super::super::targets::standing;
use super::super::{Block, View};
use super::{Big, Slide, spaced};

/// A bar reaches to so many percent of the aim.
const FULL: i64 = 150;

/// The targets that are spoken of: of the shown year, and of the year after it.
fn spoken_of<'a>(view: &View<'a>) -> Vec<(&'a Target, Assessment)> {
    let year = view.snapshot().as_of().year();
    let next = view.history.targets(view.at).iter().map(|(_, t)| t.year).filter(|y| *y > year).min();
    let years = std::iter::once(year).chain(next);
    years.flat_map(|year| conclusion::targets_of(view, year)).collect()
}

/// A slide for each.
pub fn slides(view: &View) -> Vec<Slide> {
    spoken_of(view).iter().map(|(target, found)| slide(view, target, found)).collect()
}

fn slide(view: &View, target: &Target, found: &Assessment) -> Slide {
    let title = format!("{} · {}", view.lang.of(&target.named.name), target.year);
    let big = big(view, found);
    let mut lines = vec![conclusion::of_target(view, target, found)];
    if big.is_none() {
        lines.insert(0, standing(view, found.standing));
    }
    let mut blocks = spaced(lines);
    blocks.extend(bar(found).map(|bar| framed(view, bar)));
    Slide { title, big, blocks, ..Slide::default() }
}

/// The share done once the year has begun, else what is asked.
fn big(view: &View, found: &Assessment) -> Option<Big> {
    let begun = found.time.gone.as_ref().is_ok_and(|gone| gone.amount.low().is_positive());
    let percent = found.percent().as_ref().ok().filter(|_| begun || found.result.is_ok());
    if let Some(percent) = percent {
        let words = Line::plain(view.pick("mức giao", "of the aim"));
        return Some(Big { figure: percent.clone(), beside: vec![words, standing(view, found.standing)] });
    }
    let level = found.level.aim.as_ref().ok()?;
    let words = Line::plain(view.pick("chỉ tiêu giao", "the aim"));
    Some(Big { figure: level.clone(), beside: vec![words, standing(view, found.standing)] })
}

/// The bar of the group's own target of households or rate in the shown year.
pub fn bar_of_group(view: &View, group: Group) -> Vec<Block> {
    let reads = |target: &Target| match target.reads {
        Reads::Rate(of) | Reads::Households(of) => of == group,
        _ => false,
    };
    let found = conclusion::targets_of(view, view.snapshot().as_of().year());
    let bar = found.iter().filter(|(target, _)| reads(target)).find_map(|(_, found)| bar(found));
    bar.map(|bar| framed(view, bar)).into_iter().collect()
}

fn bar(found: &Assessment) -> Option<Bar> {
    let value = found.percent().as_ref().ok()?.one()?.clone();
    let time = found.time.gone.as_ref().ok().and_then(|gone| gone.one().cloned());
    let time = time.filter(|_| found.result.is_err());
    Some(Bar { value, full: Exact::whole(FULL), aim: Some(Exact::whole(100)), time, role: Role::Plain })
}

fn framed(view: &View, bar: Bar) -> Block {
    let columns = vec![Column { width: 52, narrow: 24, align: Align::Left, ..Column::default() }];
    let aim = view.pick("┃ 100% mức giao", "┃ 100% of the aim");
    let rows = vec![
        Row::default(),
        Row { cells: vec![Cell::Bar(bar)], ..Row::default() },
        Row { cells: vec![Cell::words(Role::Dim, aim)], ..Row::default() },
    ];
    Block::Table(Table { columns, rows, label: 0, tight: true, ..Table::default() })
}
