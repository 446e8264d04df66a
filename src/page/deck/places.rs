//! The areas with most households of the group that the unit is told by first: the poor, or both as one.

use crate::model::area::Area;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::Group;
use crate::model::places;
use crate::text::Lang;
use crate::text::say::what;

use super::super::line::{Line, Role};
use super::super::table::{Align, Bar, Cell, Column, Row, Style, Table};
use super::super::{View, kinds};
use super::{Slide, list};

/// So many are shown: those whose share is said, as on the tab of households.
const MOST: usize = 5;

/// The slide; none where fewer than two areas have a count.
pub fn most(view: &View) -> Option<Slide> {
    let group = *view.whole().groups().first()?;
    let mut counted = places::by_count(view.whole(), group);
    if counted.len() < 2 {
        return None;
    }
    counted.truncate(MOST);
    let full = counted[0].1.amount.high().clone();
    let rows = counted.iter().map(|(area, count)| row(view, group, area, count, &full)).collect();
    let number = |width, narrow, mark| Column { width, narrow, mark, ..Column::default() };
    let bars = Column { width: 28, narrow: 8, align: Align::Left, ..Column::default() };
    let columns = vec![number(9, 6, true), bars, number(8, 8, true)];
    let table = Table { columns, rows, label: 18, tight: true, ..Table::default() };
    let mut parts = list::rows(view, table);
    parts.extend(list::sentences(first(view, group)));
    let title = match view.lang {
        Lang::Vi => format!("Nơi nhiều {} nhất", what::group(view.lang, group)),
        Lang::En => format!("Areas with most {} households", what::group(view.lang, group)),
    };
    Some(Slide { title, parts, ..Slide::default() })
}

fn row(view: &View, group: Group, area: &Area, count: &Figure, full: &Exact) -> Row {
    let value = count.amount.low().clone();
    let bar = Bar { value, full: full.clone(), aim: None, time: None, role: Role::Plain };
    let rate = area.rate(group).map_or(Cell::Blank, |rate| Cell::Known(Ok(rate), Style::Plain));
    Row {
        label: view.lang.of(&area.name.name).into(),
        role: Role::Strong,
        cells: vec![Cell::Known(Ok(count.clone()), Style::Plain), Cell::Bar(bar), rate],
        ..Row::default()
    }
}

/// `5 phường đầu: 654* hộ nghèo, 45,8%* toàn quận`.
fn first(view: &View, group: Group) -> Option<Line> {
    let first = places::first(view.whole(), group, MOST)?;
    let sum = first.sum.as_ref().ok()?;
    let word = kinds::of_parts(view.whole()).many(view.lang);
    let begin = match view.lang {
        Lang::Vi => format!("{} {word} đầu: ", first.count),
        Lang::En => format!("Top {} {word}: ", first.count),
    };
    let line = Line::plain(begin).figure(view.lang, sum, Style::Plain);
    let households = view.pick("", " households");
    let line = line.say(format!(" {}{households}", what::group(view.lang, group)));
    Some(match &first.share {
        Ok(share) => {
            let all = kinds::of_whole(view.whole()).all(view.lang);
            let line = line.say(", ").figure(view.lang, share, Style::Plain);
            line.say(format!("{}{all}", view.pick(" ", " of ")))
        }
        Err(_) => line,
    })
}
