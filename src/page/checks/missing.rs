//! Who has not reported: a line for each part that has no figures at the shown day.

use crate::say;
use crate::source::reporting::{MissingPart, Reporting};
use crate::text::glossary;
use crate::text::line::{Line, Role};
use crate::text::say::what;

use super::super::headed::head_of;
use super::super::table::Row;
use super::super::{Block, Detail, View, reporting};

/// The rows, those of the unit's own parts first; none where all have reported.
pub fn rows(view: &View) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut count = 0;
    for of in view.reporting() {
        rows.push(super::head(title(view, of)));
        for parts in lines(of) {
            let role = if parts[0].refused.is_some() { Role::Bad } else { Role::Warn };
            let row = Row { key: format!("missing:{count}"), role, ..Row::default() };
            rows.extend(super::wrapped(view, &label(view, &parts), row));
            count += 1;
        }
    }
    rows
}

/// The parts that share a line: those of which nothing else is known than that they have no figures.
fn lines(of: &Reporting) -> Vec<Vec<&MissingPart>> {
    let (known, silent): (Vec<_>, Vec<_>) =
        of.missing.iter().partition(|part| part.last.is_some() || part.refused.is_some());
    let known = known.into_iter().map(|part| vec![part]);
    known.chain((!silent.is_empty()).then_some(silent)).collect()
}

/// Their names: "Xã 10, Xã 11".
fn names(view: &View, parts: &[&MissingPart]) -> String {
    let names: Vec<&str> = parts.iter().map(|part| view.lang.wording(&part.name.name)).collect();
    names.join(", ")
}

/// `Chưa gửi số liệu (2 trên 14 phường)`, of the parts of an area `Chưa gửi số liệu, Huyện A (1 trên 9 xã)`.
fn title(view: &View, of: &Reporting) -> String {
    let names: Vec<String> = of.path.iter().map(|name| what::unit_inside(view.lang, &name.name)).collect();
    let of_area = (!names.is_empty()).then(|| names.join(" ▸ "));
    say!(view, "Chưa gửi số liệu[, {of_area}] ({missing} trên {parts})",
        "Not reported[, {of_area}] ({missing} of {parts})";
        of_area, missing = of.missing.len(), parts = reporting::counted(view, of))
    .text()
}

/// `! Phường 3: số liệu cũ: 30/06/2023`.
fn label(view: &View, parts: &[&MissingPart]) -> String {
    let part = parts[0];
    let sign = if part.refused.is_some() { "✗" } else { "!" };
    say!(view, "{sign} {name}: {state}"; sign, name = names(view, parts), state = reporting::state(view, part))
        .text()
}

/// The chosen part: since when it has no figures, and what its file is.
pub fn panel(view: &View) -> Option<Detail> {
    let index: usize = view.chosen.strip_prefix("missing:")?.parse().ok()?;
    let parts = view.reporting().iter().flat_map(lines).nth(index)?;
    let part = parts[0];
    let shown = view.snapshot().as_of();
    let name = names(view, &parts);
    let last = match part.last {
        Some(last) => say!(view, "{last}", "{last}"; last),
        None => Line::plain(view.pick("chưa kỳ nào", "none so far")),
    };
    let file = match (&part.refused, part.is_listed) {
        (Some(file), _) => say!(view, "{file}: bị từ chối", "{file}: refused"; file),
        (None, true) if part.last.is_some() => {
            Line::plain(view.pick("chỉ có số liệu của kỳ cũ hơn", "only figures of an earlier day"))
        }
        (None, true) => {
            Line::plain(view.pick("có tên trong danh sách, chưa có số", "in the list, without figures"))
        }
        (None, false) => Line::plain(view.lang.term(glossary::NOT_IN_FILE)),
    };
    let needs = say!(view, "số liệu {shown} của {name}", "figures of {shown} of {name}"; shown, name = &name);
    let lines = vec![
        head_of(view.lang.term(glossary::NEEDS)).then(needs),
        head_of(view.pick("Kỳ gần nhất", "Last")).then(last),
        head_of(view.lang.term(glossary::FILE)).then(file),
    ];
    let title = say!(view, "Chưa gửi số liệu: {name}", "Not reported: {name}"; name).text();
    Some(Detail { title, blocks: vec![Block::Lines(lines)] })
}
