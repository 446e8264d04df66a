//! The legend: what the marks mean, and which of the days are invented.

use chrono::Datelike;

use crate::model::figure::{Figure, Source};
use crate::text::{Lang, date};

use super::super::Block;
use super::super::foot;
use super::Desk;
use super::stations::Station;
use crate::text::line::{Line, Role};

/// One line: `* suy ra · số năm 2023: MINH HỌA`.
pub fn lines(desk: &Desk, blocks: &[Block]) -> Vec<Line> {
    let view = desk.view;
    let figures: Vec<&Figure> = blocks.iter().flat_map(foot::figures).collect();
    let mut parts: Vec<String> = Vec::new();
    if figures.iter().any(|f| f.is_derived()) {
        parts.push(view.pick("* suy ra", "* derived").to_owned());
    }
    if figures.iter().any(|f| f.source == Source::Estimated) {
        parts.push(view.pick("có số ước thực hiện", "some are estimated").to_owned());
    }
    parts.extend(invented(desk));
    if parts.is_empty() { Vec::new() } else { vec![Line::of(Role::Dim, parts.join(" · "))] }
}

/// On which days the figures of the chart are invented: all, those of a year, those from one day on.
fn invented(desk: &Desk) -> Option<String> {
    let is_invented = |station: &&Station| {
        let known = desk.drawn().filter_map(|subject| subject.figure(station).ok());
        known.into_iter().any(|figure| figure.source == Source::Illustrative)
    };
    let found: Vec<&Station> = desk.stations.iter().filter(is_invented).collect();
    let lang = desk.view.lang;
    let (first, last) = (found.first()?.day(), found.last()?.day());
    let others = |of: &dyn Fn(&Station) -> bool| desk.stations.iter().filter(|s| of(s)).count() > found.len();
    let mark = lang.pick("MINH HỌA", "ILLUSTRATIVE");
    if desk.view.narrow {
        return Some(format!("{}: {mark}", first.year()));
    }
    let which = if found.len() == desk.stations.len() {
        lang.pick("mọi số", "all figures").to_owned()
    } else if first.year() == last.year() && !others(&|s| s.day().year() == first.year()) {
        format!("{} {}", lang.pick("số năm", "figures of"), first.year())
    } else if !others(&|s| s.day() >= first) {
        format!("{} {}", lang.pick("số từ", "figures from"), date::day(lang, first))
    } else {
        match lang {
            Lang::Vi => format!("số của {} kỳ", found.len()),
            Lang::En => format!("figures of {} dates", found.len()),
        }
    };
    Some(format!("{which}: {mark}"))
}
