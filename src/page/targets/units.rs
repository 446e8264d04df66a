//! Which unit the numbers of a table of targets are in, and where a number says its own.

use crate::model::figure::Figure;
use crate::model::unit::Unit;
use crate::text::line::{Line, Role};
use crate::text::show;

use super::super::View;
use super::super::table::{Cell, LongShort, Style};

/// The unit that the numbers of a column need no word for: that of all of them, else households. Percents have their
/// sign.
pub fn unit_of<'a>(asked: impl Iterator<Item = &'a Figure>) -> Unit {
    let mut units: Vec<Unit> = asked.map(|asked| asked.unit).filter(|unit| !unit.is_percent()).collect();
    units.dedup();
    if let [unit] = units[..] { unit } else { Unit::Household }
}

/// The head of such a table with that unit, where it is another than households.
pub fn head_with_unit(view: &View, head: LongShort, unit: Unit) -> LongShort {
    if unit == Unit::Household {
        return head;
    }
    let with_unit = |head: &str| format!("{head} ({})", show::unit_in_column(view.lang, unit));
    LongShort { full: with_unit(&head.full), short: head.short.as_deref().map(with_unit), ..head }
}

/// Has a figure to say its unit in a column of another? Points are no percents, wherever they stand.
pub fn says_unit(figure: &Figure, column: Unit) -> bool {
    let unit = figure.unit;
    !unit.is_percent() && (unit == Unit::Point || unit != column)
}

/// A number with its unit in as few letters as people read.
pub fn with_unit(view: &View, figure: &Figure) -> Cell {
    let number = Line::default().written(show::in_cell(view.lang, figure, Style::Plain), figure);
    let unit = show::unit_short(view.lang, figure.unit);
    Cell::Line(number.role(Role::Dim, show::mark(figure)).say(format!(" {unit}")))
}
