//! The other figures that a programme follows, in a list: what each is, what it was, which side is wished for.

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::indicator::{Better, Indicator};
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what;
use crate::text::show;

use super::View;
use super::table::{Align, Cell, Column, LongShort, Row, Style, Table, TableRows, longest_label};

/// The indicators of the unit or area that the reader stands in; none where the file has none of it.
pub fn table(view: &View, area: &Area) -> Option<Table> {
    let rows: TableRows = area.indicators().iter().map(|indicator| row(view, area, indicator)).collect();
    let label = longest_label(&rows).clamp(16, 31);
    let head = LongShort::new(
        say!(view, "Chỉ số theo dõi, đến {day}", "Indicators, as of {day}"; day = view.snapshot().as_of())
            .text(),
        view.pick("Chỉ số", "Indicators"),
    );
    (!rows.is_empty()).then(|| Table { head, columns: columns(view), rows, label, ..Table::default() })
}

fn columns(view: &View) -> Vec<Column> {
    let left = |width, rank| Column { width, rank, align: Align::Left, ..Column::default() };
    vec![
        Column { wordy: true, narrow: 10, ..Column::number(view.pick("Hiện nay", "Now"), 11, 10, true, 0) },
        left(8, 1),
        Column::number(view.pick("So kỳ trước", "Change"), 14, 0, true, 2),
        left(10, 3),
    ]
}

fn row(view: &View, area: &Area, indicator: &Indicator) -> Row {
    let unit = if indicator.kind.unit == Unit::Share {
        ""
    } else {
        show::unit_short(view.lang, indicator.kind.unit)
    };
    let cells = vec![
        Cell::Known(indicator.figure(area), Style::Plain),
        Cell::words(Role::Plain, unit),
        change(view, area, indicator),
        Cell::words(Role::Dim, wish(view, indicator.kind.better)),
    ];
    let name = what::capital(view.lang.wording(&indicator.named.name));
    Row::new(format!("indicator:{}", indicator.named.id), name, cells)
}

/// Which side is wished for.
fn wish(view: &View, better: Better) -> String {
    let (vi, en) = match better {
        Better::Higher => ("cần tăng", "to rise"),
        Better::Lower => ("cần giảm", "to fall"),
    };
    view.lang.pick(vi, en).to_owned()
}

/// The newest figure of it before the shown day, under whatever standard: schooling and training are none of poverty.
pub fn before<'a>(view: &View<'a>, indicator: &Indicator) -> Option<(&'a Indicator, &'a Area)> {
    let (own, day) = (view.history, view.snapshot().as_of());
    let others = view.world.histories.iter();
    let others = others.filter(|other| own.is_of_unit_of(other) && other.standard != own.standard);
    let earlier =
        others.chain([own]).flat_map(|history| &history.snapshots).filter(|file| file.as_of() < day);
    let found = earlier.filter_map(|file| {
        let then = file.whole.at(view.path)?;
        Some((then.indicator(&indicator.named.id).filter(|found| found.stated().is_some())?, then))
    });
    found.max_by_key(|(_, then)| then.origin().as_of)
}

/// Against its figure before; blank where there is none, or where it measured something else.
fn change(view: &View, area: &Area, indicator: &Indicator) -> Cell {
    match before(view, indicator).map(|then| indicator.change(area, then)) {
        Some(Ok(change)) => signed(view, &change, indicator.kind.better),
        Some(Err(_)) | None => Cell::Blank,
    }
}

/// A change with its sign; one against the wish stands out.
fn signed(view: &View, change: &Figure, better: Better) -> Cell {
    let is_against = match better {
        Better::Higher => change.amount.high().is_negative(),
        Better::Lower => change.amount.low().is_positive(),
    };
    let text = show::number(view.lang, change, Style::Signed);
    let role = if is_against { Role::Strong } else { Role::Plain };
    let number = Line::default().written_in(role, text, change).role(Role::Dim, show::mark(change));
    let points = (change.unit == Unit::Point).then(|| show::unit_in_column(view.lang, change.unit));
    Cell::Line(say!(view, "{number}[ {points}]"; number, points))
}
