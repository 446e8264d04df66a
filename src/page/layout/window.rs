//! A page in a window of so many lines: which of its lines are in sight, the chosen row always among them.

use crate::text::Lang;
use crate::text::line::Line;

use super::super::{Block, Detail, Page};
use super::part::{CHART, LayoutPart, chart_room, set_blocks};
use super::rows::SetTable;
use super::scroll::{self, Scroll, cut_short, heads_at_end, mark_line};
use super::wrap::lines;
use super::{LaidOutLine, panel};

/// Fewer lines of a chart show no shape any more.
pub const LEAST_CHART: usize = 7;
/// More lines of a chart show no more: so many, and in a wide one two for five cells.
const MOST_CHART: usize = 29;
/// So many let ticks and values stand apart.
const CALM_CHART: usize = 9;
/// Lines of a chart over a list of which not all rows are in sight.
const BESIDE_LIST: usize = 10;
/// Fewer lines are no list: a row and the mark of the others; under a chart it has some more.
const LEAST_LIST: usize = 2;
const UNDER_CHART: usize = 4;
/// Under a list the lines of a panel by which a long legend gives way.
const LEAST_PANEL: usize = 4;

/// A page in a window.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// Exactly the lines to paint, from the top.
    pub lines: Vec<LaidOutLine>,
    /// Where it stands in what scrolls.
    pub scroll: Scroll,
    /// Is the panel longer than its room?
    pub panel_scrolls: bool,
    /// Is all of the page in sight, and no panel under it? Then it stands so whichever row is chosen.
    pub is_whole: bool,
}

/// What a page is seen through.
#[derive(Debug, Clone, Copy, Default)]
pub struct Frame<'a> {
    /// Its cells across.
    pub width: u16,
    /// Its lines.
    pub height: u16,
    /// The key of the chosen row; empty: none is.
    pub chosen: &'a str,
    /// Where it stood last.
    pub scroll: Scroll,
}

/// All lines of a page without its foot, for a report that may be as long as it likes.
pub fn flow(lang: Lang, blocks: &[Block], width: u16) -> Vec<LaidOutLine> {
    set_blocks(lang, blocks, width).into_iter().flat_map(LayoutPart::into_lines).collect()
}

/// Lines a page takes where it has room, without its panel.
pub fn natural_height(lang: Lang, page: &Page, width: u16) -> usize {
    lines_of(&set_blocks(lang, &page.blocks, width)) + lines(&page.foot, width).len()
}

/// A page in a window, with the panel that is docked under it (its own, when `dock` is none).
pub fn window(lang: Lang, page: &Page, dock: Option<&Detail>, frame: Frame) -> Window {
    let (width, height) = (frame.width, usize::from(frame.height));
    // The story that stands under the list begins with what is said of its row.
    let said_again = usize::from(dock.is_some() && !page.of_chosen.is_empty());
    let parts = set_blocks(lang, &page.blocks[..page.blocks.len() - said_again], width);
    let mut body = Body { lang, width, parts, is_docked: dock.is_some() };
    let detail = dock.or(page.detail.as_ref());
    let panel_least = if detail.is_some() || page.has_panel { LEAST_PANEL } else { 0 };
    let foot = foot(page, width, height, body.least() + panel_least);
    let room = height - foot.len();
    let has_picture = detail.is_some() && body.give_up_picture();
    let panel_room = if detail.is_some() || page.has_panel {
        let beside = panel::Beside { all: lines_of(&body.parts), close: body.least(), rows: body.rows() };
        let panel = panel::height(room, beside, dock.is_some()).min(room);
        panel + body.heads_before_cut(room - panel)
    } else {
        0
    };
    let (mut shown, list) = body.in_room(room - panel_room, frame);
    let is_whole = list.is_none() && detail.is_none();
    shown.resize_with(room - panel_room, LaidOutLine::default);
    let names: Vec<&str> = page.rows().map(|row| row.label.full.as_str()).collect();
    let is_alone = shown.is_empty() && names.len() > 1;
    let at = page.rows().position(|row| row.key == frame.chosen).filter(|_| is_alone);
    let origin = panel::Origin { names: &names, place: at.map(|at| (at + 1, names.len())) };
    let set = |d, room| panel::set(lang, (d, origin), width, room, frame.scroll.panel);
    let panel = detail.map(|d| set(d, panel_room));
    let (mut panel, mut from, mut panel_scrolls) = panel.unwrap_or_default();
    // A blank line parts it from the text.
    let free = |panel: &[LaidOutLine]| room.saturating_sub(shown.len() + panel.len() + 1);
    if has_picture && (LEAST_CHART..CALM_CHART).contains(&free(&panel)) {
        // What can also be had elsewhere stands behind the mark of the panel, for the shape's sake.
        let over = CALM_CHART - free(&panel);
        let spare = detail.map_or(0, |detail| panel::spare(lang, detail, width)).min(over);
        let shorter = detail.map(|d| set(d, panel.len() - spare));
        (panel, from, panel_scrolls) = shorter.unwrap_or_default();
    }
    let free = free(&panel);
    shown.extend(panel);
    if has_picture && free >= LEAST_CHART {
        shown.push(LaidOutLine::default());
        shown.extend(chart_room(free.min(most_chart(width))));
    }
    shown.resize_with(room, LaidOutLine::default);
    shown.extend(foot);
    let scroll = Scroll { list: list.unwrap_or_default(), panel: from, ..frame.scroll };
    Window { lines: shown, scroll, panel_scrolls, is_whole }
}

/// The legend: in full beside `taken` lines of rows that all have room, else one line of as few words as it has.
fn foot(page: &Page, width: u16, height: usize, taken: usize) -> Vec<LaidOutLine> {
    let full = lines(&page.foot, width);
    if full.len() <= 1 || taken + full.len() <= height || page.rows().next().is_none() {
        return cut_short(full, height / 4, width);
    }
    let words = if page.short_foot.is_empty() { &page.foot } else { &page.short_foot };
    let line = Line::joined(words.iter().cloned(), " · ").unwrap_or_default();
    cut_short(lines(&[line], width), 1.min(height / 4), width)
}

fn most_chart(width: u16) -> usize {
    MOST_CHART.max(usize::from(width) * 2 / 5)
}

fn lines_of(parts: &[LayoutPart]) -> usize {
    parts.iter().map(LayoutPart::least).sum()
}

/// What stands over panel and foot.
struct Body<'a> {
    lang: Lang,
    width: u16,
    parts: Vec<LayoutPart<'a>>,
    /// Is a panel opened on its chosen row?
    is_docked: bool,
}

/// Lines, and the first of what scrolls that is among them; none where all is.
type InSight = (Vec<LaidOutLine>, Option<usize>);

impl Body<'_> {
    /// The lines that nothing can go without.
    fn least(&self) -> usize {
        self.parts.iter().map(LayoutPart::without_spare).sum()
    }

    /// The lines of a list and of what stands over it: sentences under it take no row.
    fn rows(&self) -> usize {
        let under = self.list().map_or(0, |list| {
            self.parts[list + 1..].iter().map(|part| part.without_spare().min(part.sentences())).sum()
        });
        self.least() - under
    }

    /// How many headings would be the last of so many lines of a list as it opens: they are the panel's, wherever the
    /// list then stands.
    fn heads_before_cut(&self, room: usize) -> usize {
        let Some(LayoutPart::Rows { table, .. }) = self.list().map(|list| &self.parts[list]) else {
            return 0;
        };
        let seen = (room + table.len()).saturating_sub(self.rows());
        if self.charts() > 0 || seen == 0 || seen >= table.len() {
            return 0;
        }
        heads_at_end(table.rows(0..seen - 1))
    }

    /// The place of the list that scrolls.
    fn list(&self) -> Option<usize> {
        self.parts.iter().position(|part| matches!(part, LayoutPart::Rows { .. }))
    }

    fn charts(&self) -> usize {
        self.parts.iter().filter(|part| matches!(part, LayoutPart::Chart)).count()
    }

    /// A chart shrinks for rows that cannot scroll; those that can scroll first.
    fn shrinks(&self) -> bool {
        self.charts() == 1 && self.list().is_none()
    }

    /// Takes away a picture that stands under the list, with the blank line before it: it takes no row from that, and
    /// has what the panel leaves.
    fn give_up_picture(&mut self) -> bool {
        let is_chart = |part: &LayoutPart| matches!(part, LayoutPart::Chart);
        let chart = self.parts.iter().rposition(is_chart).filter(|chart| self.list() < Some(*chart));
        let Some(chart) = chart.filter(|_| self.list().is_some()) else { return false };
        let is_blank = |part: &LayoutPart| matches!(part, LayoutPart::Fixed(lines) if lines.iter().all(LaidOutLine::is_blank));
        let from = chart - usize::from(is_blank(&self.parts[chart - 1]));
        self.parts.drain(from..=chart);
        true
    }

    fn in_room(mut self, room: usize, frame: Frame) -> InSight {
        // A page that cannot be moved in gains nothing by standing closer.
        if !frame.chosen.is_empty() || self.least() <= room {
            // A chart that can shrink does so before anything goes.
            let least = lines_of(&self.parts) - if self.shrinks() { CHART - LEAST_CHART } else { 0 };
            let over = least.saturating_sub(room);
            let over = self.parts.iter_mut().rev().fold(over, |over, part| part.give_up_blanks(over));
            self.parts.iter_mut().rev().fold(over, |over, part| part.give_up(over));
        }
        if self.list().is_some() && !frame.chosen.is_empty() {
            if self.charts() > 0 && !self.has_chart_room(room) {
                self.give_up_charts();
            }
            self.shorten_sentences(room);
            self.even_sentences(room);
        }
        let (total, charts) = (lines_of(&self.parts), self.charts());
        let shrinks = self.shrinks();
        if total <= room || (shrinks && total - CHART + LEAST_CHART <= room) {
            return (self.grown((room + CHART).saturating_sub(total)), None);
        }
        if !frame.chosen.is_empty()
            && let Some(index) = self.list()
            && let LayoutPart::Rows { table, .. } = &self.parts[index]
        {
            let fixed = total - table.len() - charts * CHART;
            let least = if charts > 0 { UNDER_CHART } else { LEAST_LIST };
            if room >= fixed + least + charts * LEAST_CHART {
                let whole = room.saturating_sub(fixed + table.len());
                if charts == 1 && whole >= BESIDE_LIST {
                    return (self.grown(whole), None);
                }
                let left = room - fixed - least;
                let chart = left.checked_div(charts).unwrap_or(0).min(BESIDE_LIST);
                return self.with_rows((index, room - fixed - charts * chart), chart, frame);
            }
        }
        if charts > 0 {
            self.give_up_charts();
            return self.in_room(room, frame);
        }
        self.in_lines(room, frame)
    }

    /// No room for a shape: the values alone.
    fn give_up_charts(&mut self) {
        self.parts.retain(|part| !matches!(part, LayoutPart::Chart));
    }

    /// The lines of sentences under the list at that place.
    fn sentences_under(&self, list: usize) -> usize {
        self.parts[list + 1..].iter().map(LayoutPart::sentences).sum()
    }

    /// Cuts those to so many lines, and says how many are left.
    fn cut_sentences_under(&mut self, list: usize, mut left: usize) -> usize {
        for part in &mut self.parts[list + 1..] {
            left -= part.cut_sentences(left, self.width);
        }
        left
    }

    /// Have charts over a list a shape beside the least of its rows?
    fn has_chart_room(&self, room: usize) -> bool {
        let Some(list) = self.list() else { return true };
        let words = self.sentences_under(list);
        let LayoutPart::Rows { table, .. } = &self.parts[list] else { return true };
        let fixed = lines_of(&self.parts) - words - table.len() - self.charts() * CHART;
        room >= fixed + UNDER_CHART + self.charts() * LEAST_CHART
    }

    /// Sentences under a list take no row from it, whatever they say: they are cut as far as that brings all rows into
    /// sight, and where rows are hidden all the same none is left. One line alone stays under such a list: the legend
    /// ([`foot`]), without which the marks beside its numbers say nothing.
    fn shorten_sentences(&mut self, room: usize) {
        // A chart over the list makes room for them first.
        let taken = lines_of(&self.parts) - self.charts() * (CHART - BESIDE_LIST);
        let over = taken.saturating_sub(room);
        let Some(list) = self.list().filter(|_| over > 0) else { return };
        self.cut_sentences_under(list, self.sentences_under(list).saturating_sub(over));
    }

    /// Under a chart the sentences have as many lines whatever row is chosen: the list between them stands still.
    fn even_sentences(&mut self, room: usize) {
        let Some(list) = self.list().filter(|_| self.charts() > 0) else { return };
        let taken =
            lines_of(&self.parts) - self.sentences_under(list) - self.charts() * (CHART - BESIDE_LIST);
        let left = self.cut_sentences_under(list, (room / 9).clamp(1, 4).min(room.saturating_sub(taken)));
        self.parts.push(LayoutPart::Fixed(vec![LaidOutLine::default(); left]));
    }

    /// All parts, the chart taking what the others leave.
    fn grown(self, left: usize) -> Vec<LaidOutLine> {
        let most = most_chart(self.width);
        let grow = |part: LayoutPart| match part {
            LayoutPart::Chart => chart_room(left.min(most)),
            part => part.into_lines(),
        };
        self.parts.into_iter().flat_map(grow).collect()
    }

    /// All parts, of the scrolling table (by its place) only `room` lines of rows.
    fn with_rows(self, (index, room): (usize, usize), chart: usize, frame: Frame) -> InSight {
        let (mut shown, mut first) = (Vec::new(), None);
        for (i, part) in self.parts.into_iter().enumerate() {
            match part {
                LayoutPart::Rows { table, pinned } if i == index => {
                    let (list, start) = rows_in_sight(self.lang, &table, pinned, room, self.width, frame);
                    shown.extend(list);
                    first = Some(start);
                }
                LayoutPart::Chart => shown.extend(chart_room(chart)),
                part => shown.extend(part.into_lines()),
            }
        }
        (shown, first)
    }

    /// The page as lines, of which those around the chosen one are in sight.
    fn in_lines(self, room: usize, frame: Frame) -> InSight {
        let all: Vec<LaidOutLine> = self.parts.into_iter().flat_map(LayoutPart::into_lines).collect();
        if room == 0 {
            return (Vec::new(), Some(0));
        }
        let keyed = |line: &LaidOutLine| !line.key.is_empty();
        let own = all.iter().position(|line| keyed(line) && line.key == frame.chosen).map(|at| {
            let after = all[at + 1..].iter();
            let high = at + after.take_while(|line| !keyed(line) && line.is_rest).count();
            // What stands before the first row and after the last is in sight with it.
            let low = if all[..at].iter().any(keyed) { at } else { 0 };
            let high = if all[high + 1..].iter().any(keyed) { high } else { all.len() - 1 };
            (at.saturating_sub(low), high - at, at)
        });
        // What has no room beside the first row or the last is found when one goes on past it.
        let is_past = frame.scroll.is_past && !self.is_docked;
        let own = own.filter(|_| !is_past).map(|(before, after, at)| {
            let spare = room.saturating_sub(3);
            (at - before.min(spare), at + after.min(spare.saturating_sub(before.min(spare))))
        });
        let (shown, first) = scroll::of_lines(self.lang, &all, (frame.scroll.list, room), own, self.width);
        (shown, Some(first))
    }
}

/// Head and pinned rows of a list, and as many of the others as `room` lines hold with the mark of the rest.
fn rows_in_sight(
    lang: Lang,
    table: &SetTable,
    pinned: usize,
    room: usize,
    width: u16,
    frame: Frame,
) -> (Vec<LaidOutLine>, usize) {
    // What is pinned makes way for the only row and its mark.
    let pinned = if pinned + LEAST_LIST <= room { pinned.min(table.len()) } else { 0 };
    let count = table.len() - pinned;
    let has_mark = table.len() > room;
    let seen = (room - pinned).saturating_sub(usize::from(has_mark));
    let start = table.lines_of(frame.chosen, seen).map_or(0, |(low, high)| match low.checked_sub(pinned) {
        Some(low) => scroll::first_in_sight(frame.scroll.list, (low, high - pinned), seen, count),
        None => 0,
    });
    // A list begins with a whole row: what goes on of one above it is none.
    let start = start + table.rest_at(pinned + start);
    let start = start_before_heads(table, (pinned, start), seen);
    let (from, to) = (pinned + start, (pinned + start + seen).min(table.len()));
    let mut rows: Vec<LaidOutLine> = table.rows(from..to).collect();
    if to < table.len() {
        rows.truncate(seen - heads_at_end(rows.iter()));
    }
    let all = table.choosable(pinned..table.len());
    let above = table.choosable(pinned..from);
    let below = table.choosable(to..table.len());
    let at = table.position(frame.chosen).filter(|at| *at >= pinned);
    let at = at.map_or(0, |at| table.choosable(pinned..at + 1));
    let last = scroll::rows_hidden(lang, above, below, (at, all));
    let mut shown = table.head.clone();
    shown.extend(table.rows(0..pinned));
    // The mark stands right under the last row: no blank line parts what is in sight from the count of what is not.
    let free = seen.saturating_sub(rows.len());
    shown.extend(rows);
    shown.extend(has_mark.then(|| mark_line(&last, width)));
    shown.extend(vec![LaidOutLine::default(); free]);
    (shown, start)
}

/// The first row so that the last in sight is no heading: as many rows earlier as headings stood there. The chosen row
/// stays in sight, being none of them.
fn start_before_heads(table: &SetTable, (pinned, start): (usize, usize), seen: usize) -> usize {
    let lost = |start: usize| {
        let to = pinned + start + seen;
        if to < table.len() { heads_at_end(table.rows(pinned + start..to)) } else { 0 }
    };
    let earlier = start.saturating_sub(lost(start));
    if earlier < start && table.rest_at(pinned + earlier) == 0 && lost(earlier) == 0 {
        earlier
    } else {
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::table::{Row, Table};
    use crate::text::line::{Line, Role};

    fn texts(window: &Window) -> Vec<String> {
        window.lines.iter().map(|line| line.plain().trim().to_owned()).collect()
    }

    fn at(page: &Page, dock: Option<&Detail>, height: u16, chosen: &str, scroll: Scroll) -> Window {
        window(Lang::En, page, dock, Frame { width: 80, height, chosen, scroll })
    }

    fn page(rows: usize) -> Page {
        let row = |i: usize| Row { key: i.to_string(), label: format!("row {i}").into(), ..Row::default() };
        let table = Table {
            head: "Rows".into(),
            label: 10,
            scrolls: true,
            rows: (0..rows).map(row).collect(),
            ..Table::default()
        };
        Page { blocks: vec![Block::Table(table)], ..Page::default() }
    }

    fn panel(said: &[&str]) -> Detail {
        let line = |text: &&str| match *text {
            "" => Line::default(),
            text => Line { optional: text.contains("spare"), ..Line::plain(text) },
        };
        Detail { title: "panel".into(), blocks: vec![Block::Lines(said.iter().map(line).collect())] }
    }

    #[test]
    fn a_list_that_scrolls_says_what_is_not_in_sight() {
        let (page, top) = (page(30), Scroll::default());
        let seen = at(&page, None, 12, "0", top);
        assert_eq!(texts(&seen)[..2], ["Rows", "row 0"]);
        assert_eq!(texts(&seen)[11], "▼ 20 more · 1/30");
        let lower = at(&page, None, 12, "12", seen.scroll);
        assert_eq!(texts(&lower)[..2], ["Rows", "row 3"]);
        // Within the window nothing moves.
        assert_eq!(at(&page, None, 12, "4", lower.scroll).scroll, lower.scroll);
        let end = at(&page, None, 12, "29", lower.scroll);
        assert_eq!((texts(&end)[10].as_str(), texts(&end)[11].as_str()), ("row 29", "▲ 20 · 30/30"));
    }

    #[test]
    fn blank_lines_of_a_panel_go_first_then_it_scrolls_with_all_that_it_says() {
        let said = panel(&["stays", "", "first spare", "last", "end"]);
        let shown = |height| texts(&at(&page(3), Some(&said), height, "0", Scroll::default()));
        assert_eq!(shown(15)[4..], ["panel", "stays", "", "first spare", "last", "end", "", "", "", "", ""]);
        assert_eq!(shown(8)[3..], ["panel", "stays", "first spare", "last", "end"]);
        // Beside so little of a list it is read alone.
        assert_eq!(shown(5)[1..], ["stays", "first spare", "last", "end"]);
        assert_eq!(shown(4)[1..], ["stays", "first spare", "last"]);
        assert!(shown(4)[0].ends_with("  ▼ 1 line · 1/3"), "{}", shown(4)[0]);
        let long = panel(&["a", "b", "c", "d", "e", "f", "g"]);
        let lower = Scroll { panel: 2, ..Scroll::default() };
        let shown = texts(&at(&page(3), Some(&long), 9, "0", lower));
        assert_eq!(shown[4..], ["c", "d", "e", "f", "g"]);
        assert!(shown[3].starts_with("panel  ") && shown[3].ends_with("  ▲ 2 lines"), "{}", shown[3]);
    }

    #[test]
    fn a_panel_is_as_high_for_every_row() {
        let short = panel(&["a"]);
        let long = panel(&["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]);
        let rule = |panel, height| {
            let shown = texts(&at(&page(10), Some(panel), height, "0", Scroll::default()));
            shown.iter().position(|line| line.starts_with("panel"))
        };
        for height in 6..40 {
            assert_eq!(rule(&short, height), rule(&long, height), "{height}");
        }
    }

    #[test]
    fn sentences_under_a_list_get_shorter_before_a_row_goes() {
        let mut page = page(8);
        page.blocks.push(Block::Lines(["one", "two", "three"].map(Line::plain).to_vec()));
        let shown = |height| texts(&at(&page, None, height, "0", Scroll::default()));
        assert_eq!(shown(12)[8..], ["row 7", "one", "two", "three"]);
        assert_eq!(shown(10)[8..], ["row 7", "one"]);
        assert_eq!(shown(9)[8..], ["row 7"]);
        assert_eq!(shown(8)[6..], ["row 5", "▼ 2 more"]);
    }

    #[test]
    fn nothing_is_cut_behind_a_heading() {
        let mut page = page(8);
        if let Block::Table(table) = &mut page.blocks[0] {
            let head = Row { label: "Kind".into(), role: Role::Strong, ..Row::default() };
            let rest = table.rows.split_off(4);
            table.rows.push(head);
            table.rows.append(rest);
        }
        let shown = texts(&at(&page, None, 7, "0", Scroll::default()));
        assert_eq!(shown, ["Rows", "row 0", "row 1", "row 2", "row 3", "▼ 4 more", ""]);
        // Further down the list begins a row earlier, so that no line is left blank.
        let lower = Scroll { list: 1, ..Scroll::default() };
        let shown = texts(&at(&page, None, 6, "2", lower));
        assert_eq!(shown, ["Rows", "row 0", "row 1", "row 2", "row 3", "▼ 4 more"]);
        // Over a panel the line is the panel's, for every row.
        let panel = panel(&["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]);
        for height in 6..24 {
            let shown = texts(&at(&page, Some(&panel), height, "0", Scroll::default()));
            let mark = shown.iter().position(|line| line.starts_with("▼ ") && line.ends_with(" more"));
            assert!(mark.is_none_or(|mark| !shown[mark + 1].is_empty()), "{height}: {shown:?}");
        }
    }

    #[test]
    fn a_panel_of_nothing_has_no_title() {
        let shown = texts(&at(&page(10), Some(&Detail::default()), 11, "0", Scroll::default()));
        assert!(!shown.iter().any(|line| line.contains("panel")), "{shown:?}");
    }
}
