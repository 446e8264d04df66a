//! The rows that compare with a snapshot the reader chose: the change of the households, and that of the rate with
//! its two parts. They take the place of the rows about the period, which have another span.

use std::sync::Arc;

use crate::model::area::Area;
use crate::model::change::{self, Split};
use crate::model::measure::{Aspect, Group};
use crate::model::ops::FigureResult;
use crate::model::snapshot::Snapshot;
use crate::text::glossary;
use crate::text::line::Role;

use super::super::View;
use super::super::table::{Cell, Row, Style};
use super::{changed, label, since};

/// The rows.
pub fn rows(view: &View, area: &Area, chosen: &Arc<Snapshot>) -> Vec<Row> {
    let label = since(view, chosen.as_of());
    let Some(then) = chosen.whole.at(view.path) else {
        let step = change::step(area, view.path, Some(chosen), true, Group::Poor);
        let cell = if step.is_new {
            Cell::words(Role::Dim, view.lang.term(glossary::NEW_AREA))
        } else {
            Cell::Known(step.change, Style::Signed)
        };
        return vec![Row::new("change", label, vec![cell; 3])];
    };
    let change = Group::ALL.map(|group| change::change(area, Some(then), group, &Aspect::Households));
    let mut rows = vec![Row::new("change", label, changed(view, change))];
    rows.extend(rate(view, area, then));
    rows
}

/// The key and the words of a part of a change, and the part.
type Part = (&'static str, (&'static str, &'static str), fn(&Split) -> &FigureResult);

/// The change of the rate in points; where both snapshots hold both counts, what the households of the group and what
/// the total of households did to it.
fn rate(view: &View, area: &Area, then: &Area) -> Vec<Row> {
    let splits = Group::ALL.map(|group| change::split(area, then, group));
    let whole = |at: usize| {
        let counted = splits[at].change.clone();
        counted.or_else(|_| change::rate_change(area, then, Group::ALL[at]))
    };
    let words = label(
        view,
        ("Thay đổi tỷ lệ, điểm %", "Change in the rate, points"),
        ("Tỷ lệ, điểm %", "Rate, points"),
    );
    let mut rows = vec![Row::new("rate_change", words, changed(view, [0, 1, 2].map(whole)))];
    let parts: [Part; 2] = [
        ("rate_by_count", ("do số hộ nghèo, cận nghèo", "due to the households"), |s| &s.by_count),
        ("rate_by_total", ("do tổng hộ dân", "due to all households"), |s| &s.by_total),
    ];
    if splits.iter().any(|split| split.by_count.is_ok()) {
        rows.extend(parts.map(|(key, (vi, en), part)| {
            let figures = splits.iter().map(|split| part(split).clone());
            Row { indent: 2, ..Row::new(key, view.lang.pick(vi, en), changed(view, figures)) }
        }));
    }
    rows
}
