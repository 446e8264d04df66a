//! What support reached, in two lines.

use crate::model::support::{Kind, Programme};
use crate::text::show;

use super::super::View;
use super::super::line::{Line, Role};
use super::super::table::Style;

/// The count of programmes, the largest ones reached, and the money as far as it adds up.
pub fn lines(view: &View) -> Vec<Line> {
    let Some((at, programmes)) = view.history.programmes(view.at) else { return Vec::new() };
    let period = view.history.snapshots[at].origin.period;
    let head = format!("{} {}", view.pick("Hỗ trợ", "Support"), period.year());
    let count = programmes.len();
    let mut first = Line::of(Role::Strong, head).say(" ");
    first = first.say(match view.lang {
        crate::text::Lang::Vi => format!("{count} chính sách"),
        crate::text::Lang::En => format!("{count} programmes"),
    });
    for programme in programmes.iter().filter(|p| p.kind == Kind::Credit).take(2) {
        first = reached(view, first, programme);
    }
    let mut second = Line::default().indented(first_width(&first));
    for programme in programmes.iter().filter(|p| matches!(p.kind, Kind::Health | Kind::Insurance)).take(1) {
        second = reached(view, second, programme);
    }
    vec![first, second]
}

fn reached(view: &View, line: Line, programme: &Programme) -> Line {
    let Some(figure) = &programme.reached else { return line };
    let gap = if line.spans.is_empty() { "" } else { " · " };
    let name = view.lang.of(&programme.named.name).to_lowercase();
    line.say(gap)
        .figure(view.lang, figure, Style::Plain)
        .say(format!(" {} {name}", show::unit(view.lang, figure.unit)))
}

fn first_width(line: &Line) -> u16 {
    u16::try_from(crate::text::cells::width(&line.spans[0].text)).unwrap_or(0) + 1
}
