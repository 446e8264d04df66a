//! Households under merit policy: said where no target of the running year says it already.

use chrono::Datelike;

use crate::model::measure::{Aspect, Group};
use crate::model::target::Reads;

use super::super::View;
use super::super::line::Line;
use super::{households_of, number, sentence, standings};

/// `Hộ chính sách người có công: 0 hộ nghèo, 0 hộ cận nghèo.`
pub fn line(view: &View) -> Option<Line> {
    let year = view.snapshot().as_of().year();
    let kept = standings::of_year(view, year);
    if view.path.is_empty() && kept.iter().any(|(t, _)| matches!(t.reads, Reads::PolicyFamilies(_))) {
        return None;
    }
    let clause = |group| {
        let figure = view.area().figure(group, &Aspect::PolicyFamilies).ok()?;
        Some(number(view, Line::default(), &figure).say(format!(" {}", households_of(view, group))))
    };
    let head = view.pick("Hộ thuộc chính sách người có công: ", "Households under merit policy: ");
    sentence(Line::plain(head), Group::TWO.into_iter().filter_map(clause).collect())
}
