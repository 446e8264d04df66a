//! 2 Hộ nghèo: the households of the unit's areas, sorted as asked.

use std::cmp::Ordering;

use chrono::Datelike;

use crate::model::area::Area;
use crate::model::change;
use crate::model::exact::Exact;
use crate::model::figure::{Figure, Source};
use crate::model::measure::{Aspect, Group, Measure};
use crate::model::ops::{self, Known};
use crate::text::{date, fold};

use super::line::{Line, Role};
use super::table::{Align, Bar, Cell, Column, Opens, Row, Style, Table};
use super::{Block, Page, View, area_key, foot};

/// Columns that sort, by their place in the table: households, poor, their rate and persons, near-poor …; after the
/// last comes the name, which is no column.
const SORTS: [usize; 10] = [1, 2, 4, 5, 6, 7, 8, 9, NAME, 0];
/// Stands for the name among the columns that sort.
const NAME: usize = 99;

/// The next column to sort by; a new column begins from the top down, names from the first.
pub fn next_sort(sort: (usize, bool)) -> (usize, bool) {
    let at = SORTS.iter().position(|column| *column == sort.0).unwrap_or(0);
    let next = SORTS[(at + 1) % SORTS.len()];
    (next, next != NAME)
}

/// The page.
pub fn page(view: &View) -> Page {
    list(view, view.whole(), &[])
}

/// The list of the parts of an area, the area itself pinned above them.
pub fn list(view: &View, whole: &Area, path: &[std::sync::Arc<crate::model::area::AreaName>]) -> Page {
    if whole.areas.is_empty() {
        let none = view.pick("Tệp này không có số liệu theo địa bàn.", "This file has no figures by area.");
        let mut table = table(view, whole, &[], path);
        table.rows.truncate(1);
        let blocks = vec![Block::Table(table), Block::Gap, Block::line(Line::of(Role::Dim, none))];
        return Page { blocks, ..Page::default() };
    }
    let mut areas: Vec<&Area> = whole.areas.iter().collect();
    areas.sort_by(|a, b| order(view, a, b));
    let mut blocks = vec![Block::Table(table(view, whole, &areas, path))];
    blocks.push(Block::Lines(sentences(view, whole)));
    let mut page = Page { blocks, ..Page::default() };
    page.foot = foot::lines(view, &page, sources(view, whole));
    page
}

fn order(view: &View, a: &Area, b: &Area) -> Ordering {
    let names = || fold::natural_cmp(&a.name.name.vi, &b.name.name.vi);
    let (column, down) = view.sort;
    if column == NAME {
        return if down { names().reverse() } else { names() };
    }
    match (sort_figure(view, a, column), sort_figure(view, b, column)) {
        (Ok(x), Ok(y)) => {
            let by_value = x.amount.low().cmp(y.amount.low());
            if down { by_value.reverse() } else { by_value }.then_with(names)
        }
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => names(),
    }
}

fn sort_figure(view: &View, area: &Area, column: usize) -> Known {
    match column {
        0 => area.total(),
        2 => area.rate(Group::Poor),
        4 => area.figure(Group::Poor, &Aspect::Persons),
        5 => changed(view, area, Group::Poor),
        6 => area.figure(Group::NearPoor, &Aspect::Households),
        7 => area.rate(Group::NearPoor),
        8 => area.figure(Group::NearPoor, &Aspect::Persons),
        9 => changed(view, area, Group::NearPoor),
        _ => area.figure(Group::Poor, &Aspect::Households),
    }
}

/// The change of the year: as reported where the period is a whole year, else counted since the year began.
fn changed(view: &View, area: &Area, group: Group) -> Known {
    let reduced = area.figure(group, &Aspect::Reduced);
    let before = view.history.before_year(view.at, view.snapshot().as_of().year());
    match (reduced, before) {
        (Ok(fall), _) if area.origin.period.is_whole_year() => Ok(turned(&fall)),
        (fall, Some(before)) => {
            let path: Vec<_> = view.path.iter().cloned().chain([area.name.clone()]).collect();
            let is_whole = area.name.is(&view.whole().name);
            let then = if is_whole { Some(&before.whole) } else { before.whole.at(&path) };
            let counted = change::change(area, then, group, &Aspect::Households);
            counted.or_else(|missing| fall.map(|f| turned(&f)).map_err(|_| missing))
        }
        (fall, None) => fall.map(|f| turned(&f)),
    }
}

/// A fall as a signed change.
fn turned(fall: &Figure) -> Figure {
    use crate::model::figure::Amount;
    let amount = Amount::between(-fall.amount.low(), -fall.amount.high());
    Figure { amount, qualifier: fall.qualifier.reversed(), ..fall.clone() }
}

fn table(
    view: &View,
    whole: &Area,
    areas: &[&Area],
    path: &[std::sync::Arc<crate::model::area::AreaName>],
) -> Table {
    let most = areas
        .iter()
        .filter_map(|a| a.rate(bar_group(view)).ok()?.one().cloned())
        .max()
        .unwrap_or_else(|| Exact::whole(1));
    // The longest bar ends short of its cell, so that the next column keeps its blank.
    let full = &most + &(&most * &Exact::decimal(1, 1));
    let mut rows = vec![row(view, whole, &full, true, path)];
    rows.extend(areas.iter().map(|area| row(view, area, &full, false, path)));
    let sorted = (view.sort.0 != NAME).then_some(view.sort);
    let groups = vec![
        (view.pick("Hộ nghèo", "Poor").to_owned(), 1, 5),
        (view.pick("Hộ cận nghèo", "Near-poor").to_owned(), 6, 9),
    ];
    let head = view.pick("Phường", "Area").into();
    Table {
        head,
        groups,
        columns: columns(view),
        rows,
        label: 10,
        scrolls: true,
        pinned: 1,
        sorted,
        ..Table::default()
    }
}

fn bar_group(view: &View) -> Group {
    if view.group == Group::NearPoor { Group::NearPoor } else { Group::Poor }
}

fn columns(view: &View) -> Vec<Column> {
    let number = |head: &str, width, narrow, mark, rank| Column {
        head: head.into(),
        width,
        narrow,
        mark,
        rank,
        ..Column::default()
    };
    let (count, rate, persons) =
        (view.pick("Hộ", "Hhs"), view.pick("Tỷ lệ", "Rate"), view.pick("Khẩu", "Pers."));
    vec![
        number(view.pick("Hộ dân", "All hhs"), 7, 0, true, 6),
        number(count, 6, 8, false, 0),
        number(rate, 7, 8, true, 0),
        Column { align: Align::Left, ..number("", 6, 0, false, 8) },
        number(persons, 5, 0, false, 7),
        number("+/−", 6, 7, false, 1),
        number(count, 7, 0, false, 2),
        number(rate, 7, 0, true, 3),
        number(persons, 6, 0, false, 7),
        number("+/−", 6, 0, false, 5),
        number(view.pick("Hộ c/s", "Policy"), 8, 0, false, 9),
    ]
}

fn row(
    view: &View,
    area: &Area,
    full: &Exact,
    whole: bool,
    path: &[std::sync::Arc<crate::model::area::AreaName>],
) -> Row {
    let plain = |known: Known| Cell::Known(known, Style::Plain);
    let figure = |group, aspect: Aspect| plain(area.figure(group, &aspect));
    let change = |group| Cell::Known(changed(view, area, group), Style::Signed);
    let bar = match area.rate(bar_group(view)).ok().and_then(|f| f.one().cloned()) {
        Some(value) if !whole => {
            Cell::Bar(Bar { value, full: full.clone(), aim: None, time: None, role: Role::Accent })
        }
        _ => Cell::Blank,
    };
    let cells = vec![
        plain(area.total()),
        figure(Group::Poor, Aspect::Households),
        plain(area.rate(Group::Poor)),
        bar,
        figure(Group::Poor, Aspect::Persons),
        change(Group::Poor),
        figure(Group::NearPoor, Aspect::Households),
        plain(area.rate(Group::NearPoor)),
        figure(Group::NearPoor, Aspect::Persons),
        change(Group::NearPoor),
        figure(Group::Poor, Aspect::PolicyFamilies),
    ];
    if whole {
        let label = if path.is_empty() {
            super::measures::whole_name(view, area)
        } else {
            view.lang.of(&area.name.name).to_owned()
        };
        let opens = Opens::List(super::WHOLE);
        return Row {
            key: "whole".into(),
            label: label.into(),
            cells,
            role: Role::Strong,
            opens,
            ..Row::default()
        };
    }
    let opens = Opens::Area(path.iter().cloned().chain([area.name.clone()]).collect());
    Row {
        key: area_key(&area.name),
        label: view.lang.of(&area.name.name).into(),
        cells,
        opens,
        ..Row::default()
    }
}

/// Who has most, the highest rate, the first five together, and who rises against the wish.
fn sentences(view: &View, whole: &Area) -> Vec<Line> {
    let group = bar_group(view);
    let count = |area: &Area| area.figure(group, &Aspect::Households);
    let mut by_count: Vec<(&Area, Figure)> =
        whole.areas.iter().filter_map(|a| Some((a, count(a).ok()?))).collect();
    by_count.sort_by(|(a, x), (b, y)| {
        let names = || fold::natural_cmp(&a.name.name.vi, &b.name.name.vi);
        y.amount.low().cmp(x.amount.low()).then_with(names)
    });
    let mut lines = vec![most(view, whole, group, &by_count)];
    lines.push(first_five(view, whole, group, &by_count));
    let (with, all) = (by_count.len(), whole.areas.len());
    if with < all {
        let words = match view.lang {
            crate::text::Lang::Vi => format!("{with} trên {all} địa bàn có số liệu"),
            crate::text::Lang::En => format!("{with} of {all} areas have figures"),
        };
        lines.push(Line::of(Role::Warn, words));
    }
    lines.retain(|line| !line.spans.is_empty());
    lines
}

fn most(view: &View, whole: &Area, group: Group, by_count: &[(&Area, Figure)]) -> Line {
    let Some((area, figure)) = by_count.first() else { return Line::default() };
    let words = match group {
        Group::NearPoor => view.pick("Nhiều hộ cận nghèo nhất: ", "Most near-poor: "),
        _ => view.pick("Nhiều hộ nghèo nhất: ", "Most poor: "),
    };
    let mut line = Line::plain(words).role(Role::Strong, view.lang.of(&area.name.name)).say(" (");
    line = line.figure(view.lang, figure, Style::Plain).say(view.pick(" hộ)", " households)"));
    let rates = whole.areas.iter().filter_map(|a| Some((a, a.rate(group).ok()?)));
    if let Some((area, rate)) = rates.max_by(|(_, x), (_, y)| x.amount.low().cmp(y.amount.low())) {
        line = line.say(view.pick(" · tỷ lệ cao nhất: ", " · highest rate: "));
        line = line.role(Role::Strong, view.lang.of(&area.name.name)).say(" (");
        line = line.figure(view.lang, &rate, Style::Plain).say(")");
    }
    line
}

fn first_five(view: &View, whole: &Area, group: Group, by_count: &[(&Area, Figure)]) -> Line {
    let mut line = Line::default();
    if by_count.len() > 5 {
        let counts: Vec<Known> = by_count.iter().take(5).map(|(_, f)| Ok(f.clone())).collect();
        let sum = ops::sum(whole.what(Measure::FirstAreas(group, 5)), &counts);
        let all = whole.figure(group, &Aspect::Households);
        let what = whole.what(Measure::FirstAreasShare(group, 5));
        let share = ops::percentage(what, crate::model::figure::Unit::Share, &sum, &all);
        line = line.say(view.pick("5 địa bàn đầu: ", "The first 5: ")).known(view.lang, &sum, Style::Plain);
        line = line.say(view.pick(" hộ, ", " households, ")).known(view.lang, &share, Style::Plain);
        line = line.say(view.pick(" toàn đơn vị", " of the unit"));
    }
    for group in Group::TWO {
        for area in &whole.areas {
            let Ok(change) = changed(view, area, group) else { continue };
            if change.amount.low().is_positive() {
                let words = match group {
                    Group::Poor => view.pick("hộ nghèo tăng: ", "poor rising: "),
                    _ => view.pick("hộ cận nghèo tăng: ", "near-poor rising: "),
                };
                let gap = if line.spans.is_empty() { "" } else { " · " };
                line = line.role(Role::Warn, format!("{gap}{words}{} (", view.lang.of(&area.name.name)));
                line = line.figure(view.lang, &change, Style::Signed).role(Role::Warn, ")");
            }
        }
    }
    line
}

/// What of the page is reported, what invented, and what the changes cover.
fn sources(view: &View, whole: &Area) -> Vec<Line> {
    let source = |figure: Option<&Figure>| figure.map(|f| f.source);
    let of_whole = source(whole.poor.households.as_ref());
    let of_areas = whole.areas.iter().filter_map(|a| source(a.poor.households.as_ref())).max();
    let mut parts = Vec::new();
    if of_areas == Some(Source::Illustrative) && of_whole != of_areas {
        let count = whole.areas.len();
        parts.push(match view.lang {
            crate::text::Lang::Vi => format!("Toàn đơn vị: báo cáo · hộ dân, {count} địa bàn: MINH HỌA"),
            crate::text::Lang::En => format!("whole: reported · {count} areas: ILLUSTRATIVE"),
        });
    }
    let year = date::year(view.lang, whole.origin.as_of.year());
    parts.push(format!("+/−: {}{year}", view.pick("", "in ")));
    vec![Line::of(Role::Dim, parts.join(" · "))]
}
