//! The table of a year's targets: start, now, aim, share done, standing.

use crate::model::standing::{Assessment, assess};
use crate::model::target::Target;
use crate::text::date;

use super::super::View;
use super::super::line::{Line, Role};
use super::super::table::{Align, Cell, Column, Row, Style, Table, Words};
use super::{capital, key, standing};

/// The targets of a year with their standing at the shown snapshot.
pub fn of_year(view: &View, year: i32) -> Table {
    let found: Vec<(&Target, Assessment)> = view
        .history
        .targets(view.at)
        .into_iter()
        .filter(|(_, target)| target.year == year)
        .map(|(snapshot, target)| (target, assess(view.history, view.at, snapshot, target, view.now)))
        .collect();
    let rows = found.iter().map(|(target, found)| row(view, target, found)).collect();
    let head = Words::new(
        format!("{} {}", view.pick("Chỉ tiêu", "Targets"), date::year(view.lang, year)),
        format!("{} {year}", view.pick("Chỉ tiêu", "Targets")),
    );
    Table { head, columns: columns(view, found.first().map(|(_, f)| f)), rows, label: 26, ..Table::default() }
}

fn columns(view: &View, first: Option<&Assessment>) -> Vec<Column> {
    let number = |head: Words, width, narrow, rank| Column {
        head,
        width,
        narrow,
        mark: true,
        rank,
        ..Column::default()
    };
    let gone = first.and_then(|f| f.time.gone.as_ref().ok()).map_or_else(String::new, |gone| {
        let percent = crate::text::show::number(view.lang, gone, Style::Column);
        match view.lang {
            crate::text::Lang::Vi => format!("Đã qua {percent} năm"),
            crate::text::Lang::En => format!("{percent} of time gone"),
        }
    });
    let now = date::day_of_year(view.lang, view.snapshot().as_of());
    vec![
        number(view.pick("Đầu năm", "Start").into(), 8, 0, 4),
        number(now.into(), 7, 0, 3),
        number(view.pick("Giao", "Aim").into(), 7, 0, 2),
        number(view.pick("Đạt", "Done").into(), 5, 6, 1),
        Column { head: gone.into(), width: 17, narrow: 18, align: Align::Left, ..Column::default() },
    ]
}

fn row(view: &View, target: &Target, found: &Assessment) -> Row {
    let known = |known: &crate::model::ops::Known| match known {
        Ok(_) => Cell::Known(known.clone(), Style::Plain),
        Err(_) => Cell::Blank,
    };
    let percent = match found.percent() {
        Ok(_) => Cell::Known(found.percent().clone(), Style::Column),
        Err(_) => Cell::Blank,
    };
    let level = &found.level;
    Row {
        key: key(target),
        label: view.lang.of(&target.named.name).into(),
        cells: vec![
            known(&level.baseline),
            known(&level.now),
            known(&level.aim),
            percent,
            Cell::Line(standing(view, found.standing)),
        ],
        ..Row::default()
    }
}

/// The results of last year's targets with bars: what was asked, what was reached.
pub fn results(view: &View, year: i32) -> Option<Table> {
    let targets = view.history.targets(view.at);
    let rows: Vec<Row> = targets
        .iter()
        .filter(|(_, t)| t.year == year && (t.result.is_some() || t.percent_of_aim.is_some()))
        .map(|(snapshot, t)| result(view, t, &assess(view.history, view.at, snapshot, t, view.now)))
        .collect();
    let column = |head: &str, width, narrow, mark, rank, align| Column {
        head: head.into(),
        width,
        narrow,
        mark,
        rank,
        align,
        ..Column::default()
    };
    let columns = vec![
        column(view.pick("Giao", "Asked"), 7, 0, true, 0, Align::Right),
        column(view.pick("Thực hiện", "Reached"), 10, 8, true, 0, Align::Right),
        column(view.pick("Đạt", "Done"), 10, 9, false, 0, Align::Right),
        column("       100%", 14, 0, false, 1, Align::Left),
        column("", 12, 0, false, 2, Align::Left),
    ];
    let head = capital(&format!("{} {}", view.pick("chỉ tiêu", "targets"), date::year(view.lang, year)));
    (!rows.is_empty()).then(|| Table { head: head.into(), columns, rows, label: 20, ..Table::default() })
}

fn result(view: &View, target: &Target, found: &Assessment) -> Row {
    use crate::model::exact::Exact;
    let percent = match target.percent_of_aim.clone() {
        Some(stated) => Ok(stated),
        None => found.percent().clone(),
    };
    let bar = percent.as_ref().ok().and_then(|f| f.one().cloned()).map_or(Cell::Blank, |value| {
        Cell::Bar(super::super::table::Bar {
            value,
            full: Exact::whole(200),
            aim: Some(Exact::whole(100)),
            role: super::role(found.standing),
        })
    });
    let mut words: Line = standing(view, found.standing);
    if let Ok(beyond) = &found.beyond {
        let number = crate::text::show::number(view.lang, beyond, Style::Plain);
        words = words.role(super::role(found.standing), format!(" {number}"));
    }
    let known = |k: &crate::model::ops::Known| Cell::Known(k.clone(), Style::Plain);
    Row {
        key: key(target),
        label: view.lang.of(&target.named.name).into(),
        role: Role::Plain,
        cells: vec![
            known(&found.level.asked),
            known(found.reached()),
            Cell::Known(percent, Style::Plain),
            bar,
            Cell::Line(words),
        ],
        ..Row::default()
    }
}
