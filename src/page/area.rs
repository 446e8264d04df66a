//! An area's page: the table grammar, its share and rank, its history, lacks and support.

use crate::model::area::Area;
use crate::model::exact::Exact;
use crate::model::figure::{Figure, Unit};
use crate::model::measure::{Aspect, Group, Measure};
use crate::model::ops::{self, Known};
use crate::text::{date, show};

use super::line::{Line, Role};
use super::table::{Align, Bar, Cell, Column, Row, Style, Table};
use super::{Block, Page, View, foot, households, measures};

/// The page.
pub fn page(view: &View) -> Page {
    let area = view.area();
    if view.whole().at(view.path).is_none() {
        let gone = view.pick("Kỳ này không có địa bàn này.", "This snapshot does not hold this area.");
        return Page { blocks: vec![Block::line(Line::of(Role::Dim, gone))], ..Page::default() };
    }
    let mut table = measures::table(view, area);
    table.rows.extend([share(view, area), rank(view, area)]);
    let mut blocks = vec![Block::Table(table), Block::Gap, Block::Table(history(view))];
    if !area.areas.is_empty() {
        blocks.push(Block::Gap);
        blocks.extend(households::list(view, area, view.path).blocks);
    }
    blocks.extend(lacks(view, area));
    blocks.extend(support(view, area));
    let mut page = Page { blocks, ..Page::default() };
    page.foot = foot::lines(view, &page, code(view, area));
    page
}

fn code(view: &View, area: &Area) -> Vec<Line> {
    let Some(code) = &area.name.code else { return Vec::new() };
    vec![Line::of(Role::Dim, format!("{} {code}", view.pick("mã", "code")))]
}

/// The area's part of the unit's households of each group.
fn share(view: &View, area: &Area) -> Row {
    let of = |group| {
        let what = area.what(Measure::of(group, Aspect::ShareOfUnit));
        let part = area.figure(group, &Aspect::Households);
        ops::percentage(what, Unit::Share, &part, &view.whole().figure(group, &Aspect::Households))
    };
    let cells = Group::ALL.map(|group| Cell::Known(of(group), Style::Plain)).into();
    let label = view.pick("Phần trong toàn đơn vị", "Share of the unit").into();
    Row { key: "share".into(), label, cells, ..Row::default() }
}

/// The place among its sisters, by households and by rate.
fn rank(view: &View, area: &Area) -> Row {
    let sisters = parent(view).map_or(&[][..], |parent| &parent.areas);
    let cells = Group::TWO.map(|group| {
        let by_count = place(sisters, area, &|a| a.figure(group, &Aspect::Households));
        let by_rate = place(sisters, area, &|a| a.rate(group));
        match (by_count, by_rate) {
            (Some(count), Some(rate)) => {
                let and = view.pick("và", "and");
                Cell::words(Role::Plain, format!("{count} {and} {rate}"))
            }
            _ => Cell::words(Role::Dim, "·"),
        }
    });
    let label = match view.lang {
        crate::text::Lang::Vi => format!("Thứ hạng số hộ, tỷ lệ (trong {})", sisters.len()),
        crate::text::Lang::En => format!("Rank by count, by rate (of {})", sisters.len()),
    };
    Row { label: label.into(), cells: cells.into(), ..Row::default() }
}

fn parent<'a>(view: &View<'a>) -> Option<&'a Area> {
    let (_, above) = view.path.split_last()?;
    view.whole().at(above)
}

/// One more than the sisters that have more.
fn place(sisters: &[Area], area: &Area, figure: &dyn Fn(&Area) -> Known) -> Option<usize> {
    let own = figure(area).ok()?.amount.low().clone();
    let above = sisters.iter().filter_map(|a| figure(a).ok()).filter(|f| *f.amount.low() > own);
    Some(above.count() + 1)
}

/// Both groups at every snapshot that holds the area.
fn history(view: &View) -> Table {
    let snapshots = &view.history.snapshots;
    let first = snapshots.len().saturating_sub(5);
    let shown = &snapshots[first..];
    let column = |day| Column {
        head: date::month_head(day).into(),
        width: 10,
        narrow: 8,
        mark: true,
        ..Column::default()
    };
    let row = |group, key: &str, words: &str| {
        let figure = |s: &std::sync::Arc<crate::model::snapshot::Snapshot>| {
            let found = s.whole.at(view.path).map(|a| a.figure(group, &Aspect::Households));
            found.filter(Result::is_ok).or_else(|| start_of_year(view, s, group))
        };
        let cells = shown.iter().map(|s| figure(s).map_or(Cell::Blank, |k| Cell::Known(k, Style::Plain)));
        Row { key: key.into(), label: words.into(), cells: cells.collect(), ..Row::default() }
    };
    let rows = vec![
        row(Group::Poor, "history:poor", view.pick("Hộ nghèo", "Poor")),
        row(Group::NearPoor, "history:near_poor", view.pick("Hộ cận nghèo", "Near-poor")),
    ];
    let columns = shown.iter().map(|s| column(s.as_of())).collect();
    Table { head: view.pick("Các kỳ", "Snapshots").into(), columns, rows, label: 14, ..Table::default() }
}

/// At the end of the year before the first file that has the area: its households and what they fell by since.
fn start_of_year(view: &View, at: &crate::model::snapshot::Snapshot, group: Group) -> Option<Known> {
    let next = view.history.snapshots.iter().find(|s| s.whole.at(view.path).is_some())?;
    let area = next.whole.at(view.path)?;
    let period = area.origin.period;
    if !period.is_whole_year() || at.as_of().succ_opt() != Some(period.first) {
        return None;
    }
    let mut what = area.what(Measure::of(group, Aspect::Households));
    what.when = crate::model::measure::When::Day(at.as_of());
    let terms = [area.figure(group, &Aspect::Households), area.figure(group, &Aspect::Reduced)];
    Some(ops::sum(what, &terms))
}

/// Deprivations of the poor households, from the most.
fn lacks(view: &View, area: &Area) -> Vec<Block> {
    let group = if view.group == Group::NearPoor { Group::NearPoor } else { Group::Poor };
    let mut found: Vec<(&crate::model::area::Lack, &Figure)> =
        area.deprivations.iter().filter_map(|l| Some((l, l.of(group)?))).collect();
    if found.is_empty() {
        return Vec::new();
    }
    found.sort_by(|(_, a), (_, b)| b.amount.low().cmp(a.amount.low()));
    let all = area.figure(group, &Aspect::Households);
    let row = |(lack, figure): &(&crate::model::area::Lack, &Figure)| {
        let what = area.what(Measure::of(group, Aspect::LackingShare(lack.named.clone())));
        let share = ops::percentage(what, Unit::Share, &Ok((*figure).clone()), &all);
        let bar = share.as_ref().ok().and_then(Figure::one).map_or(Cell::Blank, |value| {
            let full = Exact::whole(100);
            Cell::Bar(Bar { value: value.clone(), full, aim: None, time: None, role: Role::Accent })
        });
        Row {
            key: format!("lack:{}", lack.named.id),
            label: view.lang.of(&lack.named.name).into(),
            cells: vec![
                Cell::Known(Ok((*figure).clone()), Style::Plain),
                Cell::Known(share, Style::Column),
                bar,
            ],
            ..Row::default()
        }
    };
    let rows = found.iter().map(row).collect();
    let total = all.map_or_else(|_| String::new(), |f| show::with_unit(view.lang, &f, Style::Plain));
    let head = match (view.lang, group) {
        (crate::text::Lang::Vi, Group::NearPoor) => format!("Thiếu hụt của {total} cận nghèo (lượt hộ)"),
        (crate::text::Lang::Vi, _) => format!("Thiếu hụt của {total} nghèo (lượt hộ)"),
        (crate::text::Lang::En, _) => format!("Deprivations of {total} (turns)"),
    };
    let number = |width, mark| Column { width, narrow: width, mark, ..Column::default() };
    let columns = vec![number(7, false), number(7, true), Column { align: Align::Left, ..number(24, false) }];
    vec![Block::Gap, Block::Table(Table { head: head.into(), columns, rows, label: 28, ..Table::default() })]
}

/// What programmes reached here.
fn support(view: &View, area: &Area) -> Vec<Block> {
    let Some((_, programmes)) = view.history.programmes(view.at) else { return Vec::new() };
    let here = |p: &crate::model::support::Programme| {
        let part = p.areas.iter().find(|part| part.name.is(&area.name))?;
        let figure = part.reached.clone()?;
        let words = Line::default().figure(view.lang, &figure, Style::Plain);
        let words = words.say(format!(" {}", show::unit(view.lang, figure.unit)));
        Some(Row {
            key: format!("programme:{}", p.named.id),
            label: view.lang.of(&p.named.name).into(),
            cells: vec![Cell::Line(words)],
            ..Row::default()
        })
    };
    let mut rows: Vec<Row> = programmes.iter().filter_map(here).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let rest = programmes.len() - rows.len();
    if rest > 0 {
        let label = match view.lang {
            crate::text::Lang::Vi => format!("{rest} chính sách khác"),
            crate::text::Lang::En => format!("{rest} other programmes"),
        };
        let none = Cell::words(Role::Dim, view.pick("· chưa có", "· no data"));
        rows.push(Row { label: label.into(), role: Role::Dim, cells: vec![none], ..Row::default() });
    }
    let column = Column { width: 30, narrow: 20, ..Column::default() };
    let head = view.pick("Hỗ trợ trong năm", "Support in the year").into();
    vec![Block::Gap, Block::Table(Table { head, columns: vec![column], rows, label: 28, ..Table::default() })]
}
