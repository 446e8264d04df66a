//! The movement of an area in the lines of the official review tables, out and in, and whether it adds up.

use crate::model::area::Area;
use crate::model::checks::{CheckKind, MovementOf, Verdict};
use crate::model::measure::{Group, MovementLine as Moved, When};
use crate::model::ops::FigureResult;
use crate::say;
use crate::text::say::{check, what};

use super::super::table::{Cell, Row, Style, Table};
use super::super::{Block, View, measures};
use crate::text::line::Role;

/// The movement of both groups with the verdict on its sum.
struct Movement {
    found: Vec<(MovementOf, Verdict)>,
}

/// The table; nothing where no line is stated.
pub fn blocks(view: &View, area: &Area) -> Vec<Block> {
    let movement = Movement::in_area(view, area);
    if movement.found.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![movement.row("start", view.pick("Đầu kỳ", "Start"), |m| Some(m.start.clone()))];
    for (lines, sign) in [(&Moved::OUT, "−"), (&Moved::IN, "+")] {
        rows.extend(lines.iter().flat_map(|line| movement.rows_of_line(view, *line, sign)));
    }
    rows.push(movement.row("counted", view.pick("Cộng lại", "Adds up to"), |m| Some(m.counted.clone())));
    rows.push(movement.row("end", view.pick("Cuối kỳ", "End"), |m| Some(m.end.clone())));
    rows.push(movement.verdicts(view));
    let period = what::when(view.lang, When::Over(area.origin().period));
    let head = say!(view, "Biến động {period}", "Movement, {period}"; period).text();
    let columns = measures::columns(view);
    let table = Table { head: head.into(), columns, rows: rows.into(), label: 26, ..Table::default() };
    let told: Vec<usize> = (0..Group::ALL.len()).filter(|group| table.is_told(*group)).collect();
    vec![Block::Gap, Block::Table(table.only(&told))]
}

impl Movement {
    fn in_area(view: &View, area: &Area) -> Self {
        let checks = view.checks_with(view.at, &area.name);
        let all = checks.iter().flat_map(|check| check.kinds().map(|kind| (kind, check.verdict)));
        let here = all.filter_map(|(kind, verdict)| match kind {
            CheckKind::Movement(movement) if is_of(movement, area) => Some((movement.clone(), verdict)),
            _ => None,
        });
        Self { found: here.collect() }
    }

    fn group(&self, group: Group) -> Option<&(MovementOf, Verdict)> {
        self.found.iter().find(|(m, _)| m.group == group)
    }

    fn row(&self, key: &str, label: &str, of: impl Fn(&MovementOf) -> Option<FigureResult>) -> Row {
        let cell = |group| {
            let known = self.group(group).and_then(|(m, _)| of(m));
            known.map_or(Cell::Blank, |known| Cell::Known(known, Style::Plain))
        };
        Row::new(format!("movement:{key}"), label, Group::ALL.map(cell))
    }

    /// The rows of a line that at least one group states: one where the groups come or go the same way, one each where
    /// it leads from one of them to the other.
    fn rows_of_line(&self, view: &View, line: Moved, sign: &str) -> Vec<Row> {
        let stated = |m: &MovementOf| {
            let found = m.lines.iter().find(|(known, _)| *known == line);
            found.map(|(_, figure)| Ok(figure.clone()))
        };
        let telling: Vec<Group> =
            self.found.iter().filter(|(m, _)| stated(m).is_some()).map(|(m, _)| m.group).collect();
        let is_between = matches!(line, Moved::ToOther | Moved::FromOther);
        let rows = telling.chunks(if is_between { 1 } else { telling.len().max(1) });
        rows.map(|groups| {
            let words = what::movement_line_of(view.lang, groups, line);
            let label = say!(view, "{sign} {words}"; sign, words).text();
            let key = if is_between { format!("{line:?}:{}", groups[0].code()) } else { format!("{line:?}") };
            let of_these = |m: &MovementOf| stated(m).filter(|_| groups.contains(&m.group));
            Row { indent: 2, ..self.row(&key, &label, of_these) }
        })
        .collect()
    }

    /// What the check of the sum says, group by group.
    fn verdicts(&self, view: &View) -> Row {
        let cell = |group| {
            self.group(group).map_or(Cell::Blank, |(_, verdict)| {
                let role = match verdict {
                    Verdict::Holds => Role::Good,
                    Verdict::Contradicts => Role::Bad,
                    Verdict::ToVerify => Role::Warn,
                    Verdict::CannotCheck => Role::Dim,
                };
                let words = check::verdict(view.lang, *verdict);
                Cell::words(role, format!("{} {words}", check::sign(*verdict)))
            })
        };
        Row::new("", view.pick("Đối chiếu", "Check"), Group::ALL.map(cell))
    }
}

/// Is it a movement of that area?
fn is_of(movement: &MovementOf, area: &Area) -> bool {
    movement.lines.first().is_some_and(|(_, figure)| figure.subject.whose.is(&area.name))
}
