//! A page in a window of so many lines: which of its lines are in sight, the chosen row always among them.

use crate::text::{Lang, cells};

use super::super::line::{Line, Role, Span};
use super::super::{Block, Detail, Page};
use super::fit::margin;
use super::rows::{self, SetTable};
use super::{Kind, Piece, SetLine, cells_of};

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
    let panel = dock.or(page.detail.as_ref()).map(|d| set_panel(lang, d, width)).unwrap_or_default();
    let body = set_blocks(lang, &page.blocks, width);
    let foot_room = foot.len().min(height / 4);
    let room = height - foot_room;
    let body_lines: usize = body.iter().map(Part::least).sum();
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
enum Part {
    /// Lines that stay together.
    Fixed(Vec<SetLine>),
    /// A table whose rows may scroll.
    Rows { table: SetTable, pinned: usize },
    /// Room for a chart.
    Chart,
}

impl Part {
    /// The lines it takes when nothing has to go.
    fn least(&self) -> usize {
        match self {
            Self::Fixed(lines) => lines.len(),
            Self::Rows { table, .. } => table.head.len() + table.rows.len(),
            Self::Chart => CHART,
        }
    }

    fn into_lines(self) -> Vec<SetLine> {
        match self {
            Self::Fixed(lines) => lines,
            Self::Rows { mut table, .. } => {
                table.head.append(&mut table.rows);
                table.head
            }
            Self::Chart => chart_room(CHART),
        }
    }
}

fn chart_room(lines: usize) -> Vec<SetLine> {
    vec![SetLine { kind: Kind::Chart, ..SetLine::default() }; lines]
}

fn set_blocks(lang: Lang, blocks: &[Block], width: u16) -> Vec<Part> {
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
                    Part::Fixed([set.head, set.rows].concat())
                }
            }
        })
        .collect()
}

/// Sentences, wrapped where they are too long for the width.
fn lines(text: &[Line], width: u16) -> Vec<SetLine> {
    text.iter().flat_map(|line| wrapped(line, width)).collect()
}

fn wrapped(line: &Line, width: u16) -> Vec<SetLine> {
    let left = margin(width);
    let room = width.saturating_sub(left + line.indent);
    if cells_of(&line.text()) <= room {
        return vec![SetLine::text(line, left)];
    }
    let mut set = vec![SetLine::default()];
    let mut x = 0u16;
    for (span, word) in line.spans.iter().flat_map(|s| words(&s.text).map(move |w| (s, w))) {
        let cells = cells_of(word.trim_end());
        if x + cells > room && x > line.hang {
            set.push(SetLine::default());
            x = line.hang;
        }
        // A word that ends at the edge goes without its blank: it is not too long.
        let word = if x + cells == room { word.trim_end() } else { word };
        let text = cells::cut(word, usize::from(room - x));
        let at = left + line.indent + x;
        x += cells_of(&text);
        if let Some(last) = set.last_mut() {
            last.pieces.push(Piece { x: at, span: Span { text, ..span.clone() } });
        }
    }
    set
}

/// The words of a text, each with the blanks after it.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(' ')
}

fn set_panel(lang: Lang, detail: &Detail, width: u16) -> Vec<SetLine> {
    let title = cells::cut(&format!(" {} ", detail.title), usize::from(width.saturating_sub(4)));
    let span = Span { text: title, role: Role::Strong, figure: None };
    let rule = SetLine { pieces: vec![Piece { x: 2, span }], kind: Kind::Rule, ..SetLine::default() };
    let mut set = vec![rule];
    set.extend(flow(lang, &detail.blocks, width));
    set
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
        let fixed = total - table.rows.len();
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
                shown.extend(table.head);
                let mut rows = table.rows;
                let rest = rows.split_off(pinned.min(rows.len()));
                let left = room.saturating_sub(rows.len());
                shown.append(&mut rows);
                let (seen, hidden) = around(rest, left, chosen);
                shown.extend(seen);
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
    let last_start = lines.len().saturating_sub(room);
    // Up to two thirds down nothing moves: the head of the page stays in sight as long as it can.
    let start = (at + 1).saturating_sub(room * 2 / 3).min(last_start);
    let more = (start > 0, start < last_start);
    (lines.into_iter().skip(start).take(room).collect(), more)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Thirty-seven cells of text beside the margin of one: "abc" ends at the edge and stays whole.
    #[test]
    fn a_word_that_ends_at_the_edge_is_not_cut() {
        let line = Line::plain(format!("{} abc and more", "x".repeat(33)));
        let set: Vec<String> = wrapped(&line, 38).iter().map(SetLine::plain).collect();
        assert_eq!(set, [format!(" {} abc", "x".repeat(33)), " and more".to_owned()]);
    }
}
