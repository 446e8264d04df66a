//! 6 Đối chiếu: what adds up and what does not, ordered by what needs action; and the files that were read.
mod files;
mod missing;
mod panel;

use crate::model::checks::{self, Check, Verdict};
use crate::model::figure::Figure;
use crate::say;
use crate::text::say::check as words;
use crate::text::say::what;
use crate::text::{cells, number};

use super::layout::{self, is_narrow};
use super::table::{Align, Column, Row, Table, TableRows};
use super::{Block, Page, Rows, View, standard};
use crate::text::line::{Line, Role};

/// Cells of a label at 80 cells, its sign among them; a longer one goes on in a second row.
const LABEL: usize = words::LINE + 2;
/// The cells around it.
const AROUND: usize = 80 - LABEL;

/// How many checks need action at the shown snapshot.
pub fn open_count(view: &View) -> usize {
    checks::open_count(view.checks())
}

/// The check that the reader has chosen on this tab.
pub fn chosen<'a>(view: &View<'a>) -> Option<&'a Check> {
    let found = view.checks();
    Verdict::ALL.into_iter().find_map(|verdict| {
        let mut of_verdict = checks::of_verdict(found, verdict).enumerate();
        of_verdict.find(|(i, _)| key(verdict, *i) == view.chosen).map(|(_, check)| check)
    })
}

/// The page.
pub fn page(view: &View) -> Page {
    let found = view.checks();
    let half = half(view);
    let second = Column { width: half, align: Align::Left, ..Column::default() };
    let mut table = Table { label: half - 8, scrolls: true, columns: vec![second], ..Table::default() };
    table.rows.extend(missing::rows(view));
    table.rows.append(lines(view, found));
    table.rows.extend(files::rows(view));
    let blocks = vec![Block::sentence(summary(view, found)), Block::Table(table)];
    let detail = chosen(view).map(|check| panel::on_check(view, check)).or_else(|| files::panel(view));
    let detail = detail.or_else(|| missing::panel(view));
    Page { blocks, detail, has_panel: true, ..Page::default() }
}

/// The checks, those of one verdict after the other; on a screen they are made once. Of a long list, and of a line that
/// does not keep all its entries, the figures that a row opens are found for the chosen one alone.
fn lines(view: &View, found: &[Check]) -> TableRows {
    if view.rows == Rows::All || view.lines == 0 {
        return of_verdicts(view, found, figures);
    }
    let is_quick = |check: &Check| !view.is_long(found.len()) && check.unkept == 0;
    let at_once =
        |view: &View, check: &Check| if is_quick(check) { figures(view, check) } else { Vec::new() };
    let form = (view.lang, view.medium, view.width, view.narrow);
    let mut lines = view.facts.lines_of_checks(view.at, form, || of_verdicts(view, found, at_once));
    let at = lines.iter().position(|row| row.key == view.chosen);
    if let Some((at, check)) = at.zip(chosen(view).filter(|check| !is_quick(check))) {
        lines.put(at, Row { more: figures(view, check), ..lines[at].clone() });
    }
    lines
}

fn of_verdicts(view: &View, found: &[Check], figures: impl Fn(&View, &Check) -> Vec<Figure>) -> TableRows {
    let mut lines = TableRows::default();
    for verdict in Verdict::ALL {
        let of_verdict: Vec<&Check> = checks::of_verdict(found, verdict).collect();
        if !of_verdict.is_empty() {
            let count = number::whole(view.lang, of_verdict.len());
            lines.push(head(format!("{} ({count})", what::capital(words::verdict(view.lang, verdict)))));
        }
        let each = of_verdict.into_iter().enumerate();
        lines.extend(each.flat_map(|(i, check)| rows(view, check, i, figures(view, check))));
    }
    lines
}

/// What the files were made from, a file after the other, in the fullest words for which so many free lines are enough.
pub fn sources(view: &View, width: u16, free: usize) -> Vec<Block> {
    let title = Line::with_role(Role::Strong, view.pick("Nguồn của các tệp", "Sources of the files"));
    let ways = [files::sources(view), files::brief_sources(view)].into_iter();
    let mut blocks = ways.map(|lines| Block::Lines(std::iter::once(title.clone()).chain(lines).collect()));
    let fits = |block: &Block| layout::flow(view.lang, std::slice::from_ref(block), width).len() < free;
    blocks.find(fits).into_iter().collect()
}

/// The head of a part of the list.
fn head(title: String) -> Row {
    Row { label: title.into(), role: Role::Strong, ..Row::default() }
}

/// `3 điểm cần xác minh · 2 không đối chiếu được · 6 khớp · 0 mâu thuẫn`.
fn summary(view: &View, found: &[Check]) -> Line {
    let count = |verdict| checks::of_verdict(found, verdict).count();
    let [cannot, hold, contradict] = [Verdict::CannotCheck, Verdict::Holds, Verdict::Contradicts]
        .map(|verdict| words::counted(view.lang, verdict, count(verdict)));
    let counts = say!(view, "{verify} điểm cần xác minh · {cannot} · {hold} · {contradict}",
        "{verify} to verify · {cannot} · {hold} · {contradict}";
        verify = count(Verdict::ToVerify), cannot, hold, contradict);
    Line::with_role(Role::Strong, counts.text())
}

/// Where a check stands among those of its verdict is its key: a check has no name of its own.
fn key(verdict: Verdict, index: usize) -> String {
    format!("check:{verdict:?}:{index}")
}

fn rows(view: &View, check: &Check, index: usize, figures: Vec<Figure>) -> Vec<Row> {
    let sentence = words::sentence(view.lang, check);
    let other = standard::of_another(view, check);
    let said =
        say!(view, "{sign} {sentence}[ ({other})]"; sign = words::sign(check.verdict), sentence, other);
    let label = said.text();
    let row =
        Row { key: key(check.verdict, index), role: role(check.verdict), more: figures, ..Row::default() };
    wrapped(view, &label, row)
}

/// The figures that take part, then those that its sum writes besides: what was computed and by how much it is off.
fn figures(view: &View, check: &Check) -> Vec<Figure> {
    let mut figures = check.figures.clone();
    for step in words::sum(view.lang, check) {
        for figure in step.figures() {
            if !figures.iter().any(|known| known.subject == figure.subject && known.amount == figure.amount) {
                figures.push(figure.clone());
            }
        }
    }
    figures
}

/// Cells of an entry where two stand beside each other, in 80 cells at most.
fn half(view: &View) -> u16 {
    let width = if is_narrow(view.width) { 80 } else { view.width.min(80) };
    width / 2 - 2
}

/// The cells of a label.
fn room(view: &View) -> usize {
    // A report has no width of its own here.
    let width = if is_narrow(view.width) { 80 } else { usize::from(view.width) };
    (width - AROUND).min(LABEL)
}

/// A row whose label goes on in others where it is too long for a line of the page, or of 80 cells. A narrow place has
/// its panel.
fn wrapped(view: &View, label: &str, row: Row) -> Vec<Row> {
    let row = Row { indent: 1, ..row };
    let room = room(view);
    if view.narrow || cells::width(label) <= room {
        return vec![Row { label: label.into(), ..row }];
    }
    let lines = cells::wrap(label, room);
    let (role, indent) = (row.role, row.indent + 2);
    let rest = cells::wrap(&lines[1..].join(" "), room.saturating_sub(2)).into_iter();
    let rest = rest.map(|line| Row { label: line.into(), role, indent, ..Row::default() });
    std::iter::once(Row { label: lines[0].clone().into(), ..row }).chain(rest).collect()
}

fn role(verdict: Verdict) -> Role {
    match verdict {
        Verdict::Contradicts => Role::Bad,
        Verdict::ToVerify => Role::Warn,
        Verdict::CannotCheck => Role::Dim,
        Verdict::Holds => Role::Plain,
    }
}
