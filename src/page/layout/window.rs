//! A page in a window of so many lines: which of its lines are in sight, the chosen row always among them.

use crate::text::{Lang, cells};

use super::super::line::{Line, Role, Span};
use super::super::{Block, Detail, Page};
use super::fit::margin;
use super::rows::{self, SetTable};
use super::{Kind, Piece, SetLine, cells_of};

/// Lines a chart takes when the window is open-ended (a report) and at least in a window.
const CHART: usize = 13;
/// Fewer lines show no shape any more.
const LEAST_CHART: usize = 7;

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
    let mut body = set_blocks(lang, &page.blocks, width);
    let foot_room = foot.len().min(height / 4);
    let room = height - foot_room;
    let lines_of = |body: &[Part]| -> usize { body.iter().map(Part::least).sum() };
    let over = (lines_of(&body) + panel.len()).saturating_sub(room);
    let over = body.iter_mut().rev().fold(over, |over, part| part.give_up(over));
    let mut panel = without_spare(panel, over).0;
    if panel.len() == 1 {
        // A title over nothing.
        panel.clear();
    }
    let body_lines = lines_of(&body);
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

    /// Gives up its spare lines as long as there are too many; how many still are.
    fn give_up(&mut self, over: usize) -> usize {
        let Self::Fixed(lines) = self else { return over };
        let (left, over) = without_spare(std::mem::take(lines), over);
        *lines = left;
        over
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

/// The lines without their spare sentences, the last going first, as long as there are too many; how many still are.
fn without_spare(mut lines: Vec<SetLine>, mut over: usize) -> (Vec<SetLine>, usize) {
    while over > 0
        && let Some(last) = lines.iter().map(|line| line.spare).max().filter(|last| *last > 0)
    {
        let before = lines.len();
        lines.retain(|line| line.spare != last);
        over = over.saturating_sub(before - lines.len());
    }
    (lines, over)
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
    let numbered = text.iter().zip(1..);
    let set = |(line, number): (&Line, usize)| {
        let mut set = wrapped(line, width);
        for part in &mut set {
            part.spare = if line.spare { number } else { 0 };
        }
        set
    };
    numbered.flat_map(set).collect()
}

fn wrapped(line: &Line, width: u16) -> Vec<SetLine> {
    let left = margin(width);
    let room = width.saturating_sub(left + line.indent);
    if cells_of(&line.text()) <= room {
        return vec![SetLine::text(line, left)];
    }
    let mut set = vec![SetLine::default()];
    let mut x = 0u16;
    for word in words_of(line) {
        let text: String = word.iter().map(|(_, part)| *part).collect();
        if x + cells_of(text.trim_end()) > room && x > line.hang {
            set.push(SetLine::default());
            x = line.hang;
        }
        for (span, part) in word {
            let fits = cells_of(part.trim_end()) <= room.saturating_sub(x);
            let part = if fits { part } else { &cells::cut(part, usize::from(room.saturating_sub(x))) };
            let text = cells::fitting(part, usize::from(room.saturating_sub(x))).to_owned();
            let at = left + line.indent + x;
            x += cells_of(&text);
            if let Some(last) = set.last_mut() {
                last.pieces.push(Piece { x: at, span: Span { text, ..span.clone() } });
            }
        }
    }
    set
}

/// The words of a line, each with the blank after it and in the parts that its spans make of it: a comma after a
/// figure belongs to the figure's word.
fn words_of(line: &Line) -> Vec<Vec<(&Span, &str)>> {
    let mut all: Vec<Vec<(&Span, &str)>> = vec![Vec::new()];
    for (span, part) in line.spans.iter().flat_map(|s| words(&s.text).map(move |w| (s, w))) {
        if let Some(word) = all.last_mut() {
            word.push((span, part));
        }
        if part.ends_with(' ') {
            all.push(Vec::new());
        }
    }
    all
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
    let scrolling = parts.iter().position(|p| matches!(p, Part::Rows { .. }));
    // A chart shrinks for rows that cannot scroll; those that can scroll first.
    let shrinks = charts == 1 && scrolling.is_none();
    if total <= room || (shrinks && total - CHART + LEAST_CHART <= room) {
        return (grown(parts, (room + CHART).saturating_sub(total)), (false, false));
    }
    if let Some(index) = scrolling {
        let Part::Rows { table, .. } = &parts[index] else { return (Vec::new(), (false, false)) };
        let fixed = total - table.rows.len() - charts * CHART;
        let left = room.saturating_sub(fixed + 3);
        if room >= fixed + 3 + charts * LEAST_CHART {
            let chart = left.checked_div(charts).unwrap_or(0).min(CHART);
            return with_rows(parts, (index, room - fixed - charts * chart), chart, chosen);
        }
    }
    if charts > 0 {
        // No room for a shape: the values alone.
        let values = parts.into_iter().filter(|p| !matches!(p, Part::Chart)).collect();
        return body_window(values, room, chosen);
    }
    let all: Vec<SetLine> = parts.into_iter().flat_map(Part::into_lines).collect();
    around(all, room, chosen)
}

/// All parts, the chart taking what the others leave.
fn grown(parts: Vec<Part>, left: usize) -> Vec<SetLine> {
    let grow = |part: Part| match part {
        Part::Chart => chart_room(left.min(29)),
        part => part.into_lines(),
    };
    parts.into_iter().flat_map(grow).collect()
}

/// All parts, of the scrolling table only `room` rows: the pinned ones and those around the chosen one.
fn with_rows(
    parts: Vec<Part>,
    (index, room): (usize, usize),
    chart: usize,
    chosen: &str,
) -> (Vec<SetLine>, (bool, bool)) {
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
            Part::Chart => shown.extend(chart_room(chart)),
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
    use crate::model::build::households;
    use crate::page::table::{Row, Table};
    use crate::text::show::Style;

    fn texts(window: &Window) -> Vec<String> {
        window.lines.iter().map(SetLine::plain).filter(|text| !text.is_empty()).collect()
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
        let lines = said.map(|text| Line { spare: text.contains("spare"), ..Line::plain(text) });
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
        let lines = vec![Line { spare: true, ..Line::plain("spare") }];
        let panel = Detail { title: "panel".into(), blocks: vec![Block::Lines(lines)] };
        let shown = texts(&window(Lang::En, &page(10), Some(&panel), (80, 11), ""));
        assert_eq!(shown.len(), 10, "{shown:?}");
    }

    /// 66 cells of words leave 5 of 71: room for 1,234 but not for its comma.
    #[test]
    fn a_comma_stays_with_its_figure() {
        let line =
            Line::plain("a ".repeat(33)).figure(Lang::En, &households(1234), Style::Plain).say(", b c");
        let set: Vec<String> = lines(&[line], 73).iter().map(SetLine::plain).collect();
        assert_eq!(set[1].trim(), "1,234, b c", "{set:?}");
    }
}
