//! What scrolls: which of its lines are in sight, and the marks that say how many are not.

use crate::say;
use crate::text::cells::{self, text_extent};
use crate::text::line::{Line, Role, Span};
use crate::text::{Lang, line};

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
}

impl Scroll {
    /// In the place of the first line of a panel: the one from which what the last key changed is in sight.
    pub const TO_CHANGED: usize = usize::MAX;
}

/// Of a list of more rows the mark says the place too.
const LONG: usize = 24;

/// The first of `seen` among `count` so that those from `low` to `high` are in sight: `from`, unless they would not be.
pub fn first_in_sight(from: usize, (low, high): (usize, usize), seen: usize, count: usize) -> usize {
    let least = (high + 1).saturating_sub(seen);
    from.max(least).min(low).min(count.saturating_sub(seen))
}

/// `▼ còn 24 · 36/60`; at the end `60/60`, so that the line stays where it is.
pub fn rows_below(lang: Lang, hidden: usize, all: usize) -> String {
    let seen = all - hidden.min(all);
    match hidden {
        0 => format!("{all}/{all}"),
        _ if all > LONG => {
            say!(lang, "▼ còn {hidden} · {seen}/{all}", "▼ {hidden} more · {seen}/{all}"; hidden, seen, all)
                .text()
        }
        _ => say!(lang, "▼ còn {hidden}", "▼ {hidden} more"; hidden).text(),
    }
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

/// The same in full and in short, for a place that may be narrow.
fn lines_hidden_forms(lang: Lang, above: usize, below: usize) -> [String; 2] {
    let full = lines_hidden(lang, above, below);
    let short = full.trim_end_matches(char::is_alphabetic).trim_end().to_owned();
    [full, short]
}

/// A line of its own for a mark.
pub fn mark_line(text: &str, width: u16) -> LaidOutLine {
    let room = usize::from(width.saturating_sub(margin(width)));
    LaidOutLine::text(&Line::with_role(Role::Dim, cells::cut(text, room)), margin(width))
}

/// Puts the first of the marks that has room beside the label of a head line, which stays whole; false where none has.
pub fn mark_head(head: &mut LaidOutLine, marks: &[String], width: u16) -> bool {
    let is_label = |run: &Run| run.x <= margin(width);
    let label = head.pieces.first().filter(|run| is_label(run));
    let at = label.map_or(margin(width), |run| run.x + text_extent(&run.span.text) + 2);
    let place = usize::from(label.is_some());
    let until = head.pieces.get(place).map_or(width, |run| run.x.saturating_sub(1));
    let Some(mark) = marks.iter().find(|mark| at + text_extent(mark) <= until) else { return false };
    let span = Span { text: mark.clone(), role: line::Role::Dim, figure: None };
    head.pieces.insert(place, Run { x: at, span });
    true
}

/// Cuts the label of a head line so that a mark has room beside it.
pub fn cut_head(head: &mut LaidOutLine, mark: &str, width: u16) {
    let until = head.pieces.get(1).map_or(width, |run| run.x.saturating_sub(1));
    if let Some(label) = head.pieces.first_mut().filter(|run| run.x <= margin(width)) {
        let room = until.saturating_sub(label.x + text_extent(mark) + 2);
        label.span.text = cells::cut(&label.span.text, usize::from(room));
    }
}

/// Takes headings at the end of what is in sight: of what they stand over nothing is.
pub fn without_last_heads(lines: &mut [LaidOutLine]) {
    for line in lines.iter_mut().rev().take_while(|line| line.kind == LineKind::Head || line.is_blank()) {
        *line = LaidOutLine::default();
    }
}

/// The first of `lines` that a text cut to so many still shows, its last one ending in `…`.
pub fn cut_short(mut lines: Vec<LaidOutLine>, room: usize, width: u16) -> Vec<LaidOutLine> {
    if lines.len() <= room {
        return lines;
    }
    lines.truncate(room);
    while lines.last().is_some_and(|line| line.kind == LineKind::Head || line.is_blank()) {
        lines.pop();
    }
    if let Some(run) = lines.last_mut().and_then(|line| line.pieces.last_mut()) {
        let left = usize::from(width.saturating_sub(run.x + 1));
        let text = cells::fitting(run.span.text.trim_end_matches([' ', ',', ';', '.', ':', '…']), left);
        run.span.text = format!("{text}…");
    }
    lines
}

/// In fewer lines both marks stand in one, so that one more is left.
pub const FEW: usize = 9;

/// Of a page in lines, those in sight from `from` on: the first and the last of them make room for the marks of what is
/// not. Returns them with the one that is first.
pub fn of_lines(
    lang: Lang,
    lines: &[LaidOutLine],
    (from, room): (usize, usize),
    own: Option<(usize, usize)>,
    width: u16,
) -> (Vec<LaidOutLine>, usize) {
    let count = lines.len();
    let at_head = || {
        let heads = lines.iter().take_while(|line| line.kind == LineKind::Head).count();
        let at = heads.checked_sub(1).filter(|_| room < FEW)?;
        mark_head(&mut lines[at].clone(), &lines_hidden_forms(lang, 0, 99), width).then_some(at)
    };
    let last_from = count.saturating_sub(room);
    let mut from = from.min(last_from);
    if let Some((low, high)) = own {
        // What is chosen stands between the marks.
        let above = usize::from(room > 2);
        let is_last_free = room < FEW && (from > 0 || at_head().is_some());
        let below = usize::from(room > 2 && high + 1 < count && !is_last_free);
        let least = (high + 1 + below).saturating_sub(room);
        from = from.max(least).min(low.saturating_sub(above)).min(last_from);
    }
    let mut seen = lines[from..(from + room).min(count)].to_vec();
    let is_cut = from + room < count;
    // Where the mark of what is below stands.
    let mark_at = match at_head().filter(|_| from == 0) {
        Some(head) => head,
        None if room < FEW && from > 0 => 0,
        None => seen.len() - 1,
    };
    let end = seen.len() - usize::from(is_cut && mark_at + 1 == seen.len());
    let body = usize::from(from > 0).min(end)..end;
    if is_cut {
        without_last_heads(&mut seen[body.clone()]);
    }
    let written = |lines: &[LaidOutLine]| lines.iter().filter(|line| !line.is_blank()).count();
    let above = written(&lines[..from + body.start]);
    let below = written(lines) - above - written(&seen[body]);
    let same_line = if mark_at == 0 { below } else { 0 };
    if from > 0 && room > 1 && above + same_line > 0 {
        seen[0] = mark_line(&lines_hidden(lang, above, same_line), width);
    }
    if is_cut && (from == 0 || mark_at > 0) {
        match seen.get_mut(mark_at) {
            Some(head) if head.kind == LineKind::Head && mark_at + 1 < room => {
                mark_head(head, &lines_hidden_forms(lang, 0, below), width);
            }
            Some(line) => *line = mark_line(&lines_hidden(lang, 0, below), width),
            None => {}
        }
    }
    (seen, from)
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
        assert_eq!(rows_below(Lang::Vi, 2, 14), "▼ còn 2");
        assert_eq!(rows_below(Lang::En, 24, 60), "▼ 24 more · 36/60");
        assert_eq!(rows_below(Lang::Vi, 0, 60), "60/60");
        assert_eq!(lines_hidden(Lang::En, 0, 1), "▼ 1 line");
        assert_eq!(lines_hidden(Lang::Vi, 2, 3), "▲ 2 ▼ 3 dòng");
    }

    #[test]
    fn a_text_is_cut_in_its_last_line_only() {
        let lines = ["một hai,", "ba"].map(|text| LaidOutLine::text(&Line::plain(text), 1));
        let cut = cut_short(lines.to_vec(), 1, 20);
        assert_eq!(cut.iter().map(LaidOutLine::plain).collect::<Vec<_>>(), [" một hai…"]);
    }
}
