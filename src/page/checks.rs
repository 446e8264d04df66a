//! 6 Đối chiếu: what adds up and what does not, ordered by what needs action; and the files that were read.

use crate::model::checks::{self, Check, Verdict};
use crate::text::say::check as words;
use crate::text::{Lang, cells};

use super::line::{Line, Role};
use super::table::{Row, Table};
use super::{Block, Page, View, foot, head};

/// How many checks need action at the shown snapshot.
pub fn open_count(view: &View) -> usize {
    checks::open_count(&checks::checks(view.history, view.at, view.now))
}

/// The page.
pub fn page(view: &View) -> Page {
    let found = checks::checks(view.history, view.at, view.now);
    let mut table = Table { label: 30, scrolls: true, ..Table::default() };
    for verdict in Verdict::ALL {
        let of_verdict: Vec<&Check> = checks::of_verdict(&found, verdict).collect();
        if of_verdict.is_empty() {
            continue;
        }
        let title =
            format!("{} ({})", super::targets::capital(words::verdict(view.lang, verdict)), of_verdict.len());
        table.rows.push(Row { label: title.into(), role: Role::Strong, ..Row::default() });
        table.rows.extend(of_verdict.iter().enumerate().map(|(i, check)| row(view, check, verdict, i)));
    }
    table.rows.extend(files(view));
    let blocks = vec![Block::line(summary(view, &found)), Block::Table(table)];
    let detail = panel(view, &found);
    let mut page = Page { blocks, detail, ..Page::default() };
    page.foot = foot::lines(view, &page, Vec::new());
    page
}

/// `3 điểm cần xác minh · 2 không đối chiếu được · 6 khớp · 0 mâu thuẫn`.
fn summary(view: &View, found: &[Check]) -> Line {
    let order = [Verdict::ToVerify, Verdict::CannotCheck, Verdict::Holds, Verdict::Contradicts];
    let part = |verdict| {
        let count = checks::of_verdict(found, verdict).count();
        format!("{count} {}", words::verdict(view.lang, verdict))
    };
    Line::of(Role::Strong, order.map(part).join(" · "))
}

/// Where a check stands among those of its verdict is its key: a check has no name of its own.
fn key(verdict: Verdict, index: usize) -> String {
    format!("check:{verdict:?}:{index}")
}

fn row(view: &View, check: &Check, verdict: Verdict, index: usize) -> Row {
    let sentence = words::sentence(view.lang, check);
    let sign = words::sign(verdict);
    Row {
        key: key(verdict, index),
        label: format!("{sign} {sentence}").into(),
        role: role(verdict),
        indent: 1,
        more: check.figures.clone(),
        ..Row::default()
    }
}

fn role(verdict: Verdict) -> Role {
    match verdict {
        Verdict::Contradicts => Role::Bad,
        Verdict::ToVerify => Role::Warn,
        Verdict::CannotCheck => Role::Dim,
        Verdict::Holds => Role::Plain,
    }
}

/// The chosen check in full, where its line was too long.
fn panel(view: &View, found: &[Check]) -> Option<super::Detail> {
    for verdict in Verdict::ALL {
        for (i, check) in checks::of_verdict(found, verdict).enumerate() {
            if key(verdict, i) == view.chosen {
                let sentence = words::sentence(view.lang, check);
                if cells::width(&sentence) <= 70 && !view.narrow {
                    return None;
                }
                let title = words::verdict(view.lang, verdict).to_owned();
                let blocks = vec![Block::line(Line::plain(sentence))];
                return Some(super::Detail { title, blocks });
            }
        }
    }
    None
}

/// The files read, each with its kind of source.
fn files(view: &View) -> Vec<Row> {
    let (read, refused) = (view.load.files, view.load.refused.len());
    let title = match view.lang {
        Lang::Vi => format!("Tệp đã nạp ({read}), bị từ chối ({refused})"),
        Lang::En => format!("Files read ({read}), refused ({refused})"),
    };
    let mut rows = vec![Row { label: title.into(), role: Role::Strong, ..Row::default() }];
    rows.extend(view.load.refused.iter().enumerate().map(|(i, fault)| Row {
        key: format!("refused:{i}"),
        label: format!("✗ {}", fault.say(view.lang)).into(),
        role: Role::Bad,
        indent: 1,
        ..Row::default()
    }));
    rows.extend(view.history.snapshots.iter().map(|snapshot| {
        let origin = &snapshot.origin;
        let source = head::provenance(view, origin.provenance);
        let role = if snapshot.as_of() > view.snapshot().as_of() { Role::Dim } else { Role::Plain };
        Row { label: format!("✓ {}  {source}", origin.file).into(), role, indent: 1, ..Row::default() }
    }));
    rows
}
