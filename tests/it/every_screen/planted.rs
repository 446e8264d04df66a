//! Each fault is found where it is put.

use giamngheo::app::Key;
use giamngheo::page::layout::{LaidOutLine, LineKind, Run, fit};
use giamngheo::page::table::Row;
use giamngheo::page::{Block, Cell};
use giamngheo::text::Lang;
use giamngheo::text::line::{Line, Span};

use super::lines::{
    begins_inside, blank_over_mark, cut_inside, cut_number, cut_to_nothing, ends_on_heading, is_mark,
    mark_in_head, marked, parted,
};
use super::tables::{empty_column, labels_apart};
use super::windows::{hidden_unmarked, legend, moved, rows_taken, seen};
use super::{mostly_blank, send};
use crate::program::{begun, choices, sample};

/// A line of that text, and one that goes on.
fn line(text: &str) -> LaidOutLine {
    LaidOutLine {
        pieces: vec![Run { x: 2, span: Span { text: text.into(), ..Default::default() } }],
        ..LaidOutLine::default()
    }
}

fn rest(text: &str) -> LaidOutLine {
    LaidOutLine { is_rest: true, ..line(text) }
}

/// What is parted or cut to nothing is found where it is put.
#[test]
fn planted_cuts_are_found() {
    assert!(parted(&[line("about 46* a"), rest("month")], 80).is_some());
    assert!(parted(&[line("Commune 13, Commune"), rest("14")], 80).is_some());
    assert!(parted(&[line("là ước"), rest("khoảng −0,18*")], 80).is_some());
    let row = |text: &str| LaidOutLine { key: "row".into(), ..line(text) };
    let head = || LaidOutLine { kind: LineKind::Head, ..line("Phường") };
    assert!(begins_inside(&[head(), rest("nghèo"), row("a")]).is_some());
    assert!(begins_inside(&[head(), row("hộ"), rest("nghèo"), row("a")]).is_none());
    assert!(cut_to_nothing(&[row("✓…")]).is_some() && cut_to_nothing(&[row("Tiền điện…")]).is_none());
    assert!(cut_to_nothing(&[LaidOutLine { kind: LineKind::Head, ..line("so vớ…") }]).is_some());
}

/// Each fault is found where it is put.
#[test]
fn planted_faults_are_found() {
    let head = LaidOutLine { kind: LineKind::Head, ..line("Giáo dục") };
    assert!(ends_on_heading(&[line("hàng"), head.clone(), line(""), line("▼ còn 2")]));
    assert!(!ends_on_heading(&[head, line("hàng"), line("▼ còn 2")]));
    assert_eq!(marked(&[line("▼ còn 24 · 36/60")], '▼'), Some(24));
    assert!(blank_over_mark(&[line("hàng"), line(""), line("▼ còn 2")]));
    assert!(!blank_over_mark(&[line("hàng"), line("▼ còn 2"), line("")]));
    assert!(cut_inside(&[line("một hai…"), rest("ba")]).is_some());
    assert!(cut_inside(&[line("một hai…"), line("ba")]).is_none());
    assert!(parted(&[line("còn phải giảm 137*"), rest("hộ")], 80).is_some());
    assert!(parted(&[line("còn phải giảm"), rest("137* hộ")], 80).is_none());

    let load = sample();
    let mut app = begun(choices(Lang::Vi, "2022-12-31"), (80, 18), load);
    send(&mut app, Key::Char('2'));
    let shown = seen(&app);
    assert!(hidden_unmarked(&app, &shown.lines).is_none());
    let unmarked: Vec<LaidOutLine> =
        shown.lines.iter().filter(|line| !is_mark(&line.plain())).cloned().collect();
    assert!(hidden_unmarked(&app, &unmarked).is_some());
    let mut crowded = shown.lines.clone();
    let foot = legend(&app, &crowded);
    assert!(rows_taken(&app, &crowded).is_none());
    crowded.insert(foot, line(""));
    assert!(rows_taken(&app, &crowded).is_some_and(|fault| fault.contains("under the mark")));
    let said = app.page.blocks.iter().find_map(|block| match block {
        Block::Lines(lines) => lines.first().map(Line::text),
        _ => None,
    });
    crowded[foot] = line(&said.unwrap());
    assert!(rows_taken(&app, &crowded).is_some_and(|fault| fault.contains("sentences")));
    crowded[0] = LaidOutLine { kind: LineKind::Head, ..line("Phường ▼ 10") };
    assert!(mark_in_head(&crowded).is_some() && mark_in_head(&shown.lines).is_none());
    crowded = shown.lines.clone();
    crowded.extend([rest("của chú giải")]);
    assert!(rows_taken(&app, &crowded).is_some_and(|fault| fault.contains("legend")));
    assert!(cut_number(&[line("ước gần 1.4…")]).is_some() && cut_number(&[line("hơn…*")]).is_some());
    assert!(cut_number(&[line("số đến 31/12/2…")]).is_some() && cut_number(&[line("Hộ nghèo (…")]).is_some());
    assert!(cut_number(&[line("Hộ người có cô…tái cận nghèo 0")]).is_none());
    send(&mut app, Key::Down);
    let mut shifted = shown.clone();
    shifted.lines.rotate_right(1);
    assert!(moved(&app, &shown, &shown).is_none());
    assert!(moved(&app, &shown, &shifted).is_some());
    let mut table = app.page.tables().next().unwrap().clone();
    let blank = |mut row: Row| {
        row.cells[1] = Cell::Blank;
        row
    };
    table.rows = table.rows.into_iter().map(blank).collect();
    assert_eq!(empty_column(&table, &[0, 1]), Some(1));
    assert_eq!(empty_column(&table, &[0, 2]), None);
    let mut fit = fit(&table, 80);
    assert_eq!(labels_apart(&table, &fit, 80), None);
    fit.columns.iter_mut().for_each(|column| column.left += 9);
    assert!(labels_apart(&table, &fit, 80).is_some());
    assert_eq!(mostly_blank("a\n\n\nb"), Some(2));
    assert_eq!(mostly_blank("a\n\nb"), None);
}
