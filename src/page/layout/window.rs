//! A page in a window of so many lines: which of its lines are in sight, the chosen row always among them.

use crate::text::{Lang, cells};

use super::super::{Block, Detail, Page};
use super::part::{CHART, LayoutPart, chart_room, set_blocks, without_spare};
use super::wrap::lines;
use super::{LaidOutLine, LineKind, Run};
use crate::text::line::{Role, Span};

/// Fewer lines of a chart show no shape any more.
const LEAST_CHART: usize = 7;
/// More lines of a chart show no more.
const MOST_CHART: usize = 29;

/// A page in a window.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// Exactly the lines to paint, from the top.
    pub lines: Vec<LaidOutLine>,
    /// Are there rows above and below that are not in sight?
    pub more: (bool, bool),
}

/// All lines of a page without its foot, for a report that may be as long as it likes.
pub fn flow(lang: Lang, blocks: &[Block], width: u16) -> Vec<LaidOutLine> {
    set_blocks(lang, blocks, width).into_iter().flat_map(LayoutPart::into_lines).collect()
}

/// A page in a window of `width` × `height`, with the panel that is docked under it (its own, when `dock` is none).
pub fn window(lang: Lang, page: &Page, dock: Option<&Detail>, size: (u16, u16), chosen: &str) -> Window {
    let (width, height) = (size.0, usize::from(size.1));
    let foot = lines(&page.foot, width);
    let foot_room = foot.len().min(height / 4);
    let room = height - foot_room;
    let panel = dock.or(page.detail.as_ref()).map(|d| set_panel(lang, d, width)).unwrap_or_default();
    let (body, panel) = fitted(set_blocks(lang, &page.blocks, width), panel, room);
    let body_lines = lines_of(&body);
    // The panel docks in the lower half and more where the body leaves room; a third of the window stays the body's.
    let panel_room = panel.len().min((room - room / 3).max(room.saturating_sub(body_lines)));
    let panel_room = if room < 9 && panel_room < panel.len() { room * 2 / 3 } else { panel_room };
    let (mut shown, more) = body_window(body, room - panel_room.min(panel.len()), chosen);
    let panel_at = shown.len();
    shown.extend(panel.into_iter().take(room - panel_at));
    shown.resize_with(room, LaidOutLine::default);
    shown.extend(foot.into_iter().take(foot_room));
    Window { lines: shown, more }
}

fn lines_of(body: &[LayoutPart]) -> usize {
    body.iter().map(LayoutPart::least).sum()
}

/// Body and panel without the spare sentences that `room` has no lines for.
fn fitted(
    mut body: Vec<LayoutPart<'_>>,
    panel: Vec<LaidOutLine>,
    room: usize,
) -> (Vec<LayoutPart<'_>>, Vec<LaidOutLine>) {
    let over = (lines_of(&body) + panel.len()).saturating_sub(room);
    let over = body.iter_mut().rev().fold(over, |over, part| part.give_up(over));
    let mut panel = without_spare(panel, over).0;
    if panel.len() == 1 {
        // A title over nothing.
        panel.clear();
    }
    (body, panel)
}

fn set_panel(lang: Lang, detail: &Detail, width: u16) -> Vec<LaidOutLine> {
    let title = cells::cut(&format!(" {} ", detail.title), usize::from(width.saturating_sub(4)));
    let span = Span { text: title, role: Role::Strong, figure: None };
    let rule =
        LaidOutLine { pieces: vec![Run { x: 2, span }], kind: LineKind::Rule, ..LaidOutLine::default() };
    let mut set = vec![rule];
    set.extend(flow(lang, &detail.blocks, width));
    set
}

/// The body's lines in a window, and whether there are more above and below.
fn body_window(parts: Vec<LayoutPart>, room: usize, chosen: &str) -> (Vec<LaidOutLine>, (bool, bool)) {
    let total = lines_of(&parts);
    let charts = parts.iter().filter(|p| matches!(p, LayoutPart::Chart)).count();
    let scrolling = parts.iter().position(|p| matches!(p, LayoutPart::Rows { .. }));
    // A chart shrinks for rows that cannot scroll; those that can scroll first.
    let shrinks = charts == 1 && scrolling.is_none();
    if total <= room || (shrinks && total - CHART + LEAST_CHART <= room) {
        return (grown(parts, (room + CHART).saturating_sub(total)), (false, false));
    }
    if let Some(index) = scrolling {
        let LayoutPart::Rows { table, .. } = &parts[index] else { return (Vec::new(), (false, false)) };
        let fixed = total - table.len() - charts * CHART;
        let left = room.saturating_sub(fixed + 3);
        if room >= fixed + 3 + charts * LEAST_CHART {
            let chart = left.checked_div(charts).unwrap_or(0).min(CHART);
            return with_rows(parts, (index, room - fixed - charts * chart), chart, chosen);
        }
    }
    if charts > 0 {
        // No room for a shape: the values alone.
        let values = parts.into_iter().filter(|p| !matches!(p, LayoutPart::Chart)).collect();
        return body_window(values, room, chosen);
    }
    let all: Vec<LaidOutLine> = parts.into_iter().flat_map(LayoutPart::into_lines).collect();
    around(all, room, chosen)
}

/// All parts, the chart taking what the others leave.
fn grown(parts: Vec<LayoutPart>, left: usize) -> Vec<LaidOutLine> {
    let grow = |part: LayoutPart| match part {
        LayoutPart::Chart => chart_room(left.min(MOST_CHART)),
        part => part.into_lines(),
    };
    parts.into_iter().flat_map(grow).collect()
}

/// All parts, of the scrolling table (by its place) only `room` rows: the pinned ones and those around the chosen one.
fn with_rows(
    parts: Vec<LayoutPart>,
    (index, room): (usize, usize),
    chart: usize,
    chosen: &str,
) -> (Vec<LaidOutLine>, (bool, bool)) {
    let mut more = (false, false);
    let mut shown = Vec::new();
    for (i, part) in parts.into_iter().enumerate() {
        match part {
            LayoutPart::Rows { table, pinned } if i == index => {
                let pinned = pinned.min(table.len());
                let rest = table.len() - pinned;
                let room = room.saturating_sub(pinned);
                let at = table.position(chosen).map_or(0, |at| at.saturating_sub(pinned));
                let (start, hidden) = start_around(at, rest, room);
                shown.extend_from_slice(&table.head);
                shown.extend(table.rows(0..pinned));
                shown.extend(table.rows(pinned + start..pinned + (start + room).min(rest)));
                more = hidden;
            }
            LayoutPart::Chart => shown.extend(chart_room(chart)),
            part => shown.extend(part.into_lines()),
        }
    }
    (shown, more)
}

/// So many lines around the chosen one; the first ones when none is chosen.
fn around(lines: Vec<LaidOutLine>, room: usize, chosen: &str) -> (Vec<LaidOutLine>, (bool, bool)) {
    let at = lines.iter().position(|l| !chosen.is_empty() && l.key == chosen).unwrap_or(0);
    let (start, more) = start_around(at, lines.len(), room);
    (lines.into_iter().skip(start).take(room).collect(), more)
}

/// The first of `room` among `count` lines so that the one at `at` is in sight, and whether others are not.
fn start_around(at: usize, count: usize, room: usize) -> (usize, (bool, bool)) {
    let last_start = count.saturating_sub(room);
    // Up to two thirds down nothing moves: the head of the page stays in sight as long as it can.
    let start = (at + 1).saturating_sub(room * 2 / 3).min(last_start);
    (start, (start > 0, start < last_start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::table::{Row, Table};
    use crate::text::line::Line;

    fn texts(window: &Window) -> Vec<String> {
        window.lines.iter().map(LaidOutLine::plain).filter(|text| !text.is_empty()).collect()
    }

    fn page(rows: usize) -> Page {
        let row = |i: usize| Row { key: i.to_string(), label: format!("row {i}").into(), ..Row::default() };
        let table =
            Table { label: 10, scrolls: true, rows: (0..rows).map(row).collect(), ..Table::default() };
        Page { blocks: vec![Block::Table(table)], ..Page::default() }
    }

    /// Ten rows and a panel of a rule, a sentence that stays and two that may go: fourteen lines.
    #[test]
    fn spare_sentences_go_before_rows_do_the_last_first() {
        let said = ["stays", "first spare", "last spare"];
        let lines = said.map(|text| Line { optional: text.contains("spare"), ..Line::plain(text) });
        let panel = Detail { title: "panel".into(), blocks: vec![Block::Lines(lines.into())] };
        let at = |height| texts(&window(Lang::En, &page(10), Some(&panel), (80, height), ""));
        assert_eq!(at(14).len(), 14);
        let less = at(13);
        assert_eq!((less.len(), less[12].trim()), (13, "first spare"));
        let least = at(12);
        assert_eq!((least.len(), least[11].trim()), (12, "stays"));
    }

    #[test]
    fn a_panel_of_spare_sentences_goes_altogether() {
        let lines = vec![Line { optional: true, ..Line::plain("spare") }];
        let panel = Detail { title: "panel".into(), blocks: vec![Block::Lines(lines)] };
        let shown = texts(&window(Lang::En, &page(10), Some(&panel), (80, 11), ""));
        assert_eq!(shown.len(), 10, "{shown:?}");
    }
}
