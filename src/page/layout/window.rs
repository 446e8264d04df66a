//! A page in a window of so many lines: which of its lines are in sight, the chosen row always among them.

use crate::text::{Lang, cells};

use super::super::line::{Role, Span};
use super::super::{Block, Detail, Page};
use super::rows::{self, SetTable};
use super::wrap::lines;
use super::{Kind, Piece, SetLine};

/// Lines a chart takes when the window is open-ended (a report) and at least in a window.
const CHART: usize = 12;
/// Fewer lines show no shape any more.
const LEAST_CHART: usize = 6;

/// A page in a window.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// Exactly the lines to paint, from the top.
    pub lines: Vec<SetLine>,
    /// Are there rows above and below that are not in sight?
    pub more: (bool, bool),
}

/// All lines of a page without its foot, for a report that may be as long as it likes.
pub fn flow(lang: Lang, blocks: &[Block], width: u16) -> Vec<SetLine> {
    set_blocks(lang, blocks, width).into_iter().flat_map(Part::into_lines).collect()
}

/// A page in a window of `width` × `height`, with the panel that is docked under it (its own, when `dock` is none).
pub fn window(lang: Lang, page: &Page, dock: Option<&Detail>, size: (u16, u16), chosen: &str) -> Window {
    let (width, height) = (size.0, usize::from(size.1));
    let foot = lines(&page.foot, width);
    let body = set_blocks(lang, &page.blocks, width);
    let foot_room = foot.len().min(height / 4);
    let room = height - foot_room;
    let body_lines: usize = body.iter().map(Part::least).sum();
    let panel = match (dock, &page.detail) {
        (Some(dock), _) => set_panel(lang, &dock.title, &dock.blocks, width),
        (None, Some(own)) => set_own_panel(lang, own, width, room.saturating_sub(body_lines)),
        (None, None) => Vec::new(),
    };
    // The panel docks in the lower half and more where the body leaves room; a third of the window stays the body's.
    let panel_room = panel.len().min((room - room / 3).max(room.saturating_sub(body_lines)));
    let panel_room = if room < 9 && panel_room < panel.len() { room * 2 / 3 } else { panel_room };
    let (mut shown, more) = body_window(body, room - panel_room.min(panel.len()), chosen);
    let panel_at = shown.len();
    shown.extend(panel.into_iter().take(room - panel_at));
    shown.resize_with(room, SetLine::default);
    shown.extend(foot.into_iter().take(foot_room));
    Window { lines: shown, more }
}

/// A block set into lines.
enum Part<'a> {
    /// Lines that stay together.
    Fixed(Vec<SetLine>),
    /// A table whose rows may scroll.
    Rows { table: SetTable<'a>, pinned: usize },
    /// Room for a chart.
    Chart,
}

impl Part<'_> {
    /// The lines it takes when nothing has to go.
    fn least(&self) -> usize {
        match self {
            Self::Fixed(lines) => lines.len(),
            Self::Rows { table, .. } => table.head.len() + table.len(),
            Self::Chart => CHART,
        }
    }

    fn into_lines(self) -> Vec<SetLine> {
        match self {
            Self::Fixed(lines) => lines,
            Self::Rows { table, .. } => table.into_lines(),
            Self::Chart => chart_room(CHART),
        }
    }
}

fn chart_room(lines: usize) -> Vec<SetLine> {
    vec![SetLine { kind: Kind::Chart, ..SetLine::default() }; lines]
}

fn set_blocks(lang: Lang, blocks: &[Block], width: u16) -> Vec<Part<'_>> {
    blocks
        .iter()
        .map(|block| match block {
            Block::Gap => Part::Fixed(vec![SetLine::default()]),
            Block::Lines(text) => Part::Fixed(lines(text, width)),
            Block::Chart(_) => Part::Chart,
            Block::Table(table) => {
                let set = rows::set(lang, table, width);
                if table.scrolls {
                    Part::Rows { table: set, pinned: table.pinned }
                } else {
                    Part::Fixed(set.into_lines())
                }
            }
        })
        .collect()
}

fn set_panel(lang: Lang, title: &str, blocks: &[Block], width: u16) -> Vec<SetLine> {
    let title = cells::cut(&format!(" {title} "), usize::from(width.saturating_sub(4)));
    let span = Span { text: title, role: Role::Strong, figure: None };
    let rule = SetLine { pieces: vec![Piece { x: 2, span }], kind: Kind::Rule, ..SetLine::default() };
    let mut set = vec![rule];
    set.extend(flow(lang, blocks, width));
    set
}

/// A page's own panel. What stands after its last gap is there only where the page's lines leave room for it: whole
/// blocks go, the last first, before a line of the page does.
fn set_own_panel(lang: Lang, detail: &Detail, width: u16, free: usize) -> Vec<SetLine> {
    let blocks = &detail.blocks;
    let needed = blocks.iter().rposition(|b| matches!(b, Block::Gap)).unwrap_or(blocks.len());
    let set = |count: usize| set_panel(lang, &detail.title, &blocks[..count], width);
    let fits = (needed + 1..=blocks.len()).rev().map(set).find(|set| set.len() <= free);
    fits.unwrap_or_else(|| set(needed))
}

/// The body's lines in a window, and whether there are more above and below.
fn body_window(parts: Vec<Part>, room: usize, chosen: &str) -> (Vec<SetLine>, (bool, bool)) {
    let total: usize = parts.iter().map(Part::least).sum();
    let charts = parts.iter().filter(|p| matches!(p, Part::Chart)).count();
    if total <= room || (charts == 1 && total - CHART + LEAST_CHART <= room) {
        return (grown(parts, (room + CHART).saturating_sub(total)), (false, false));
    }
    let scrolling = parts.iter().position(|p| matches!(p, Part::Rows { .. }));
    if let Some(index) = scrolling {
        let Part::Rows { table, .. } = &parts[index] else { return (Vec::new(), (false, false)) };
        let fixed = total - table.len();
        if fixed + 3 <= room {
            return with_rows(parts, index, room - fixed, chosen);
        }
    }
    let all: Vec<SetLine> = parts.into_iter().flat_map(Part::into_lines).collect();
    around(all, room, chosen)
}

/// All parts, the chart taking what the others leave.
fn grown(parts: Vec<Part>, left: usize) -> Vec<SetLine> {
    let grow = |part: Part| match part {
        Part::Chart => chart_room(left.min(28)),
        part => part.into_lines(),
    };
    parts.into_iter().flat_map(grow).collect()
}

/// All parts, of the scrolling table only `room` rows: the pinned ones and those around the chosen one.
fn with_rows(parts: Vec<Part>, index: usize, room: usize, chosen: &str) -> (Vec<SetLine>, (bool, bool)) {
    let mut more = (false, false);
    let mut shown = Vec::new();
    for (i, part) in parts.into_iter().enumerate() {
        match part {
            Part::Rows { table, pinned } if i == index => {
                let pinned = pinned.min(table.len());
                let rest = table.len() - pinned;
                let at = table.position(chosen).map_or(0, |at| at.saturating_sub(pinned));
                let (start, hidden) = start_around(at, rest, room.saturating_sub(pinned));
                let seen = pinned + start..pinned + (start + room.saturating_sub(pinned)).min(rest);
                shown.extend_from_slice(&table.head);
                shown.extend(table.rows(0..pinned));
                shown.extend(table.rows(seen));
                more = hidden;
            }
            part => shown.extend(part.into_lines()),
        }
    }
    (shown, more)
}

/// So many lines around the chosen one; the first ones when none is chosen.
fn around(lines: Vec<SetLine>, room: usize, chosen: &str) -> (Vec<SetLine>, (bool, bool)) {
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
    use super::super::super::Line;
    use super::*;

    fn plain(set: &[SetLine]) -> Vec<String> {
        set.iter().map(SetLine::plain).collect()
    }

    /// A page of three lines and a panel of a rule, a line, a gap and two spare lines: the spare ones go one by one
    /// before a line of the page does, the needed one never.
    #[test]
    fn spare_lines_go_before_the_page_scrolls() {
        let text = |t: &str| Block::line(Line::plain(t));
        let detail = Detail {
            title: "P".to_owned(),
            blocks: vec![text("needed"), Block::Gap, text("spare 1"), text("spare 2")],
        };
        let page =
            Page { blocks: vec![text("a"), text("b"), text("c")], detail: Some(detail), foot: Vec::new() };
        let shown = |height| {
            let it = window(Lang::En, &page, None, (30, height), "");
            (plain(&it.lines).concat(), it.more)
        };
        let (all, _) = shown(8);
        assert!(all.contains("spare 1") && all.contains("spare 2"), "{all}");
        let (one, more) = shown(7);
        assert!(one.contains("spare 1") && !one.contains("spare 2") && more == (false, false), "{one}");
        let (none, more) = shown(5);
        assert!(none.contains("needed") && !none.contains("spare") && more == (false, false), "{none}");
    }
}
