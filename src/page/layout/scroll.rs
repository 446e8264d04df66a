//! What scrolls: which of its lines are in sight, and the marks that say how many are not.

use std::borrow::Borrow;

use crate::say;
use crate::text::cells::{self, text_extent};
use crate::text::line::{Line, Role};
use crate::text::{Lang, unbroken};

use super::fit::margin;
use super::{LaidOutLine, LineKind, Run};

/// Where a window stands in what scrolls in it. The one that was drawn last is kept, so that a list moves only when the
/// choice would leave it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The first row of the list (or line of the page) in sight.
    pub list: usize,
    /// The first line of the panel in sight.
    pub panel: usize,
    /// Did one go on past the first row or the last? Then the chosen row may leave the window.
    pub is_past: bool,
}

impl Scroll {
    /// In the place of the first line of a panel: the one from which what the last key changed is in sight.
    pub const TO_CHANGED: usize = usize::MAX;
}

/// Of a list of more rows the mark says the place too.
const LONG: usize = 16;

/// The first of `seen` among `count` so that those from `low` to `high` are in sight: `from`, unless they would not be.
pub fn first_in_sight(from: usize, (low, high): (usize, usize), seen: usize, count: usize) -> usize {
    let least = (high + 1).saturating_sub(seen);
    from.max(least).min(low).min(count.saturating_sub(seen))
}

/// Where the choice is: the number of the chosen row, none where none of them is chosen, and of how many.
pub type Place = (usize, usize);

/// `▼ còn 24 · 5/60`, the fifth being chosen; at the end the place alone, so that the line stays where it is.
fn rows_below(lang: Lang, hidden: usize, (at, all): Place) -> String {
    match hidden {
        0 => format!("{}/{all}", if at == 0 { all } else { at }),
        _ if all > LONG && at > 0 => {
            say!(lang, "▼ còn {hidden} · {at}/{all}", "▼ {hidden} more · {at}/{all}"; hidden, at, all).text()
        }
        _ => say!(lang, "▼ còn {hidden}", "▼ {hidden} more"; hidden).text(),
    }
}

/// `▲ 3 · ▼ còn 24 · 5/60`: what is not in sight on both sides.
pub fn rows_hidden(lang: Lang, above: usize, below: usize, place: Place) -> String {
    let below = rows_below(lang, below, place);
    if above > 0 { format!("{} · {below}", rows_above(above)) } else { below }
}

/// `▲ 3`.
pub fn rows_above(hidden: usize) -> String {
    format!("▲ {hidden}")
}

/// `▲ 2 ▼ 3 dòng`: lines of a text that are not in sight.
pub fn lines_hidden(lang: Lang, above: usize, below: usize) -> String {
    let [up, down] = [above, below].map(|hidden| (hidden > 0).then_some(hidden));
    let noun = if lang == Lang::Vi || above + below > 1 { ("dòng", "lines") } else { ("dòng", "line") };
    say!(lang, "[▲ {up} ][▼ {down} ]{noun}", "[▲ {up} ][▼ {down} ]{noun}"; up, down, noun).text()
}

/// Of a text that is read line by line those in sight from `first` on; what is not is counted in the last of them.
pub fn text_in_sight(
    lang: Lang,
    lines: &[LaidOutLine],
    first: usize,
    (width, height): (u16, u16),
) -> Vec<LaidOutLine> {
    let room = usize::from(height);
    let seen = if lines.len() > room { room.saturating_sub(1) } else { lines.len() };
    let first = first.min(lines.len() - seen);
    let below = lines.len() - first - seen;
    let mark = (lines.len() > room).then(|| mark_line(&lines_hidden(lang, first, below), width));
    lines[first..first + seen].iter().cloned().chain(mark).collect()
}

/// A line of its own for a mark.
pub fn mark_line(text: &str, width: u16) -> LaidOutLine {
    let room = usize::from(width.saturating_sub(margin(width)));
    LaidOutLine::text(&Line::with_role(Role::Dim, cells::cut(text, room)), margin(width))
}

/// How many headings and blank lines are the last of what is in sight: of what they stand over nothing is. Where there is
/// nothing else they are what is read.
pub fn heads_at_end<L: Borrow<LaidOutLine>>(
    lines: impl DoubleEndedIterator<Item = L> + ExactSizeIterator,
) -> usize {
    let all = lines.len();
    let is_over = |line: &LaidOutLine| line.kind == LineKind::Head || line.is_blank();
    let count = lines.rev().take_while(|line| is_over(line.borrow())).count();
    if count == all { 0 } else { count }
}

/// Takes those away.
pub fn without_last_heads(lines: &mut Vec<LaidOutLine>) {
    lines.truncate(lines.len() - heads_at_end(lines.iter()));
}

/// The first of `lines` that a text cut to so many still shows: whole sentences and whole parts of one; only where no
/// part of a sentence fits does its last line end in `…`.
pub fn cut_short(mut lines: Vec<LaidOutLine>, room: usize, width: u16) -> Vec<LaidOutLine> {
    if lines.len() <= room {
        return lines;
    }
    let is_inside = lines.get(room).is_some_and(|line| line.is_rest);
    if is_inside && end_at_part(&mut lines, room) {
        return lines;
    }
    lines.truncate(room);
    while lines.last().is_some_and(|line| line.kind == LineKind::Head || line.is_blank()) {
        lines.pop();
    }
    if !is_inside {
        return lines;
    }
    if let Some(line) = lines.last_mut() {
        cut_after_words(line, width);
    }
    lines
}

/// Ends a line that is the last of a text in sight: at a comma in its second half, else after a word that is no number
/// and no part of one, with `…`.
fn cut_after_words(line: &mut LaidOutLine, width: u16) {
    let text = |run: &Run| run.span.text.trim_end().to_owned();
    let is_late = |run: &Run| run.x + text_extent(&run.span.text) > width / 2;
    let comma = line.pieces.iter().rposition(|run| is_late(run) && text(run).ends_with([',', ';']));
    let end = |run: &mut Run| {
        let left = run.span.text.trim_end_matches([' ', ',', ';', '.', ':', '…']).len();
        run.span.text.truncate(left);
    };
    if let Some(at) = comma {
        line.pieces.truncate(at + 1);
        line.pieces.last_mut().map(end);
        return;
    }
    let is_open = |run: &Run| {
        let word = text(run);
        let is_number = word.contains(|letter: char| letter.is_ascii_digit());
        is_number || ["", "·"].contains(&&*word) || unbroken::is_open(word.trim())
    };
    let kept = line.pieces.iter().rposition(|run| !is_open(run) && run.x + text_extent(&text(run)) < width);
    if let Some(kept) = kept {
        line.pieces.truncate(kept + 1);
    }
    if let Some(run) = line.pieces.last_mut() {
        end(run);
        let left = usize::from(width.saturating_sub(run.x + 1));
        run.span.text = format!("{}…", cells::fitting(&run.span.text, left));
    }
}

/// Ends the sentence that goes on after `room` lines before the last part of it that begins with a dot; false where it
/// has none.
fn end_at_part(lines: &mut Vec<LaidOutLine>, room: usize) -> bool {
    let begin = lines[..room].iter().rposition(|line| !line.is_rest).unwrap_or(0);
    let rest = lines.get(room).into_iter();
    let shown = lines[begin..room].iter().chain(rest).enumerate();
    let runs = shown.flat_map(|(line, set)| {
        set.pieces.iter().enumerate().map(move |(run, piece)| (begin + line, run, piece.span.text.trim()))
    });
    let runs: Vec<(usize, usize, &str)> = runs.collect();
    let mut ends = runs.windows(2).filter(|pair| {
        let [(line, run, text), (.., next)] = pair else { return false };
        // A dot before what is missing parts nothing.
        *text == "·" && (*line, *run) != (begin, 0) && *line < room && !["chưa", "no"].contains(next)
    });
    let Some((line, run)) = ends.next_back().map(|pair| (pair[0].0, pair[0].1)) else { return false };
    lines.truncate(line + 1);
    lines[line].pieces.truncate(run);
    if run == 0 {
        lines.pop();
    }
    true
}

/// Of a page in lines, those in sight from `from` on, under the head of their columns: what is not in sight is counted
/// in the last of them. Returns them with the one that is first.
pub fn of_lines(
    lang: Lang,
    lines: &[LaidOutLine],
    (from, room): (usize, usize),
    own: Option<(usize, usize)>,
    width: u16,
) -> (Vec<LaidOutLine>, usize) {
    if lines.len() <= room {
        return (lines.to_vec(), 0);
    }
    let page = PageInLines { lang, lines, room, width, is_list: is_list(lines) };
    let from = page.first_in_sight(from, own);
    (page.in_sight(from), from)
}

/// Is there nothing but rows and their heads? Then those are counted, else lines: one count from the first to the last.
fn is_list(lines: &[LaidOutLine]) -> bool {
    let is_said = |line: &LaidOutLine| {
        line.key.is_empty() && line.kind == LineKind::Text && !line.is_rest && !line.is_blank()
    };
    !lines.iter().any(is_said)
}

/// A page that has more lines than there is room for.
struct PageInLines<'a> {
    lang: Lang,
    lines: &'a [LaidOutLine],
    room: usize,
    width: u16,
    is_list: bool,
}

impl PageInLines<'_> {
    /// The head of the columns that the row at `from` stands in, where it would be out of sight.
    fn head_over(&self, from: usize) -> Option<&LaidOutLine> {
        let is_head = |line: &&LaidOutLine| line.kind == LineKind::Head && line.pieces.len() > 1;
        let is_row = !self.lines[from].key.is_empty() || self.lines[from].is_rest;
        self.lines[..from].iter().rfind(is_head).filter(|_| is_row && self.room > 2)
    }

    /// Has the mark a line? In one there is a row.
    fn has_mark(&self) -> bool {
        self.room > 1
    }

    /// How many lines are in sight from `from` on.
    fn seen(&self, from: usize) -> usize {
        let taken = usize::from(self.head_over(from).is_some()) + usize::from(self.has_mark());
        self.room.saturating_sub(taken).max(1)
    }

    /// The first line so that those of the chosen row are in sight: `from`, unless they would not be.
    fn first_in_sight(&self, from: usize, own: Option<(usize, usize)>) -> usize {
        let count = self.lines.len();
        let mut from = from.min(count - 1);
        while from > 0 && from - 1 + self.seen(from - 1) >= count {
            from -= 1;
        }
        if let Some((low, high)) = own {
            from = from.min(low);
            while from < low && high >= from + self.seen(from) {
                from += 1;
            }
            // The rest of a row whose beginning is out of sight says nothing under the head of its columns.
            while from < low && self.lines[from].is_rest && self.head_over(from).is_some() {
                from += 1;
            }
            from = self.before_heads(from, high);
        }
        from
    }

    /// The first line so that the last in sight is no heading: as many lines earlier as stood there, if those of the
    /// chosen row then still are.
    fn before_heads(&self, from: usize, high: usize) -> usize {
        let lost = |from: usize| {
            let to = from + self.seen(from);
            if to < self.lines.len() { heads_at_end(self.lines[from..to].iter()) } else { 0 }
        };
        let earlier = from.saturating_sub(lost(from));
        let is_whole = !self.lines[earlier].is_rest && high < earlier + self.seen(earlier);
        if earlier < from && is_whole && lost(earlier) == 0 { earlier } else { from }
    }

    fn in_sight(&self, from: usize) -> Vec<LaidOutLine> {
        let seen = self.seen(from);
        let to = (from + seen).min(self.lines.len());
        let mut rows = self.lines[from..to].to_vec();
        if to < self.lines.len() {
            without_last_heads(&mut rows);
        }
        let head = self.head_over(from);
        // A head that goes on over its rows is not out of sight, one that was taken from the end is.
        let shown = rows.iter().rposition(|line| !line.is_blank()).map_or(from, |last| from + last + 1);
        let is_hidden = |line: &&LaidOutLine| head.is_none_or(|head| !std::ptr::eq(head, *line));
        let above = self.count(self.lines[..from].iter().filter(is_hidden));
        let below = self.count(self.lines[shown..].iter());
        let free = vec![LaidOutLine::default(); seen.saturating_sub(rows.len())];
        let mark = self.has_mark().then(|| mark_line(&self.mark(above, below), self.width));
        head.cloned().into_iter().chain(rows).chain(mark).chain(free).collect()
    }

    fn count<'l>(&self, lines: impl Iterator<Item = &'l LaidOutLine>) -> usize {
        lines.filter(|line| if self.is_list { !line.key.is_empty() } else { !line.is_blank() }).count()
    }

    fn mark(&self, above: usize, below: usize) -> String {
        match (self.is_list, above, below) {
            (false, ..) => lines_hidden(self.lang, above, below),
            (true, _, 0) => rows_above(above),
            (true, ..) => rows_hidden(self.lang, above, below, (0, 0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_stands_until_the_choice_would_leave_it() {
        assert_eq!(first_in_sight(0, (4, 4), 5, 20), 0);
        assert_eq!(first_in_sight(0, (5, 5), 5, 20), 1);
        assert_eq!(first_in_sight(9, (9, 9), 5, 20), 9);
        assert_eq!(first_in_sight(9, (8, 8), 5, 20), 8);
        assert_eq!(first_in_sight(99, (19, 19), 5, 20), 15);
    }

    #[test]
    fn marks_count_what_is_not_in_sight() {
        assert_eq!(rows_below(Lang::Vi, 2, (1, 14)), "▼ còn 2");
        assert_eq!(rows_below(Lang::En, 24, (36, 60)), "▼ 24 more · 36/60");
        assert_eq!(rows_below(Lang::En, 24, (0, 60)), "▼ 24 more");
        assert_eq!(rows_below(Lang::Vi, 0, (60, 60)), "60/60");
        assert_eq!(lines_hidden(Lang::En, 0, 1), "▼ 1 line");
        assert_eq!(lines_hidden(Lang::Vi, 2, 3), "▲ 2 ▼ 3 dòng");
    }

    #[test]
    fn a_text_is_cut_in_its_last_line_only() {
        let cut = |text: &str, room| {
            let lines = super::super::wrap::lines(&[Line::plain(text), Line::plain("Sau")], 20);
            cut_short(lines, room, 20).iter().map(LaidOutLine::plain).collect::<Vec<_>>()
        };
        assert_eq!(cut("Một hai, ba bảy chín", 1), [" Một hai, ba bảy…"]);
        assert_eq!(cut("Một hai · ba bốn năm sáu bảy", 1), [" Một hai"]);
        assert_eq!(cut("Một hai ba bốn năm · sáu · bảy tám chín mười", 2), [" Một hai ba bốn năm", " · sáu"]);
        assert_eq!(cut("Một hai ba · bốn · năm sáu bảy", 1), [" Một hai ba · bốn"]);
        // Between two sentences nothing is cut.
        assert_eq!(cut("Một hai, ba bốn năm sáu", 2).len(), 2);
    }
}
