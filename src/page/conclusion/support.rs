//! What support reached in the period of the shown snapshot.

use crate::model::measure::{Support, When};
use crate::model::period::Name;
use crate::model::support::{Kind, Programme};
use crate::text::say::what;
use crate::text::{Lang, date};

use super::super::View;
use super::super::line::Line;
use super::{counted, inside, sentence};
use crate::text::say::what::capital;

/// Of how many programmes a sentence names what they reached.
const NAMED: usize = 4;

/// `Năm 2022 có 9 chính sách hỗ trợ, trong đó vay vốn hỗ trợ giảm nghèo 1.293 hộ; …`
pub fn line(view: &View) -> Option<Line> {
    if !view.path.is_empty() {
        return None;
    }
    let (at, programmes) = view.history.programmes(view.at)?;
    if at != view.at {
        return None;
    }
    let count = programmes.len();
    let period = view.snapshot().origin.period;
    let (vi, en) = if let Name::ToDate(_) = period.name {
        let ends = [period.first, period.last].map(|day| date::day(view.lang, day));
        (format!("Từ {} đến {}", ends[0], ends[1]), format!("From {} to {}", ends[0], ends[1]))
    } else {
        let period = what::when(view.lang, When::Over(period));
        (capital(&period), format!("In {period}"))
    };
    let named: Vec<Line> = chosen(programmes).iter().map(|p| clause(view, p)).collect();
    let is_part = named.len() < count;
    let head = match (view.lang, is_part) {
        (Lang::Vi, true) => format!("{vi} có {count} chính sách hỗ trợ, trong đó "),
        (Lang::Vi, false) => format!("{vi} có {count} chính sách hỗ trợ: "),
        (Lang::En, true) => format!("{en} there were {count} support programmes, among them "),
        (Lang::En, false) if count == 1 => format!("{en} there was one support programme, "),
        (Lang::En, false) => format!("{en} there were {count} support programmes: "),
    };
    sentence(Line::plain(head), named)
}

/// Two of loans, one of education, one of health or insurance; where these are fewer, others in the file's order.
fn chosen(programmes: &[Programme]) -> Vec<&Programme> {
    let told = |p: &&Programme| p.stated(Support::Reached).is_some() || p.stated(Support::Amount).is_some();
    let of = |kinds: &'static [Kind], most| {
        programmes.iter().filter(told).filter(move |p| kinds.contains(&p.kind)).take(most)
    };
    let first = of(&[Kind::Credit], 2).chain(of(&[Kind::Education], 1));
    let mut chosen: Vec<&Programme> = first.chain(of(&[Kind::Health, Kind::Insurance], 1)).collect();
    for programme in programmes.iter().filter(told) {
        if chosen.len() < NAMED && !chosen.iter().any(|known| known.named == programme.named) {
            chosen.push(programme);
        }
    }
    chosen
}

fn clause(view: &View, programme: &Programme) -> Line {
    let line = Line::plain(inside(view.lang.of(&programme.named.name)));
    match (programme.stated(Support::Reached), programme.stated(Support::Amount)) {
        (Some(reached), Some(amount)) => {
            let line = counted(view, line.say(view.pick(" ", ": ")), reached);
            counted(view, line.say(" ("), amount).say(")")
        }
        (Some(figure), None) | (None, Some(figure)) => counted(view, line.say(view.pick(" ", ": ")), figure),
        (None, None) => line,
    }
}
