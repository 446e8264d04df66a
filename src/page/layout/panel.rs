//! The panel under a list: its room, and as much of it as that holds.

use crate::text::line::{Role, Span};
use crate::text::say::what::capital;
use crate::text::{Lang, cells, glossary};

use super::super::Detail;
use super::part::without_blanks;
use super::scroll::{Place, Scroll, lines_hidden, without_last_heads};
use super::{LaidOutLine, LineKind, Run, flow};

/// So many lines hold what is told of a figure.
const MANY: usize = 20;
/// Under a list that fits, so few lines are a panel: a rule and some.
const LEAST: usize = 4;

/// So few lines are all a story's: what is read goes before what it was opened from.
const STORY_ALONE: usize = 7;

/// Lines of a panel that was opened: it is read, a third stays the list's, of many lines a half.
pub fn docked(room: usize) -> usize {
    (room - room / 3).min(MANY.max(room / 2))
}

/// The lines of a list that stands over a panel.
#[derive(Clone, Copy)]
pub struct Beside {
    /// With all that stands there.
    pub all: usize,
    /// Without blank lines and those that may go.
    pub close: usize,
    /// Without the sentences under it too.
    pub rows: usize,
}

/// Lines of a panel in `room` beside those of a list. They depend on these alone, never on what the panel says: ▲▼ leave
/// the list where it is.
pub fn height(room: usize, beside: Beside, is_docked: bool) -> usize {
    // Of what stands there by itself less is enough.
    let share = match (is_docked, room < 9) {
        (true, false) => docked(room),
        // Beside it a list would have a row and its mark: its rule says whose story it is.
        (true, true) if room <= STORY_ALONE => room,
        (true, true) => room * 2 / 3,
        (false, true) => room.saturating_sub(3),
        (false, false) => (room / 5).max(LEAST),
    };
    let enough = if is_docked { share } else { LEAST.min(share) };
    let room_beside = [beside.all, beside.close].into_iter().find(|lines| lines + enough <= room);
    match room_beside {
        Some(lines) => room - lines,
        None if beside.rows + enough <= room => enough,
        None => share,
    }
}

/// How many lines of a panel can also be had elsewhere: they stand at its end.
pub fn spare(lang: Lang, detail: &Detail, width: u16) -> usize {
    flow(lang, &detail.blocks, width).iter().filter(|line| line.spare > 0).count()
}

/// What a panel was opened from.
#[derive(Clone, Copy)]
pub struct Origin<'a> {
    /// The names of all rows: of a title that begins like others is kept what tells it apart.
    pub names: &'a [&'a str],
    /// Where its row stands among them, if no line of the list is in sight.
    pub place: Option<Place>,
}

/// A panel in its room, from its line `from` on: the same text in each; blank lines make way, what is still too long
/// scrolls, and its rule says so. Returns its first line in sight, and whether there are more than are in sight.
pub fn set(
    lang: Lang,
    (detail, origin): (&Detail, Origin),
    width: u16,
    room: usize,
    from: usize,
) -> (Vec<LaidOutLine>, usize, bool) {
    let all = flow(lang, &detail.blocks, width);
    let Some(seen) = room.checked_sub(1).filter(|seen| *seen > 0 && !all.is_empty()) else {
        return (Vec::new(), 0, false);
    };
    let over = all.len().saturating_sub(seen);
    let (all, _) = without_blanks(all, over);
    let from = match from {
        Scroll::TO_CHANGED => {
            let changed = all.iter().rposition(|line| line.changed).map_or(0, |last| last + 1);
            changed.saturating_sub(seen)
        }
        from => from.min(all.len().saturating_sub(seen)),
    };
    let mut shown: Vec<LaidOutLine> = all[from..].iter().take(seen).cloned().collect();
    if from + seen < all.len() {
        without_last_heads(&mut shown);
    }
    let in_sight = shown.iter().rposition(|line| !line.is_blank()).map_or(0, |last| last + 1);
    shown.resize_with(seen.min(all.len()), LaidOutLine::default);
    let below = if from + seen < all.len() { all.len() - from - in_sight } else { 0 };
    let mut set = vec![rule(lang, (&detail.title, origin), width, (from, below))];
    set.extend(shown);
    (set, from, all.len() > seen)
}

/// `─ Tiền điện ──── ▼ 1 dòng ─`, of a panel that stands alone `─ Tiền điện ──── ▼ 1 dòng · 9/14 ─`.
fn rule(
    lang: Lang,
    (title, origin): (&str, Origin),
    width: u16,
    (above, below): (usize, usize),
) -> LaidOutLine {
    let hidden = (above + below > 0).then(|| lines_hidden(lang, above, below));
    let place = origin.place.map(|(at, all)| format!("{at}/{all}"));
    let marks: Vec<String> = hidden.into_iter().chain(place).collect();
    let mark = if marks.is_empty() { String::new() } else { format!(" {} ", marks.join(" · ")) };
    let wide = cells::text_extent(&mark);
    let room = usize::from(width.saturating_sub(4 + if wide > 0 { wide + 1 } else { 0 }));
    let run = |x, text, role| Run { x, span: Span { text, role, figure: None } };
    let shown = fitting(lang, (title, origin.names), room);
    let mut pieces = vec![run(2, shown, Role::Strong)];
    if wide > 0 {
        pieces.push(run(width.saturating_sub(2 + wide), mark, Role::Dim));
    }
    LaidOutLine { pieces, kind: LineKind::Rule, ..LaidOutLine::default() }
}

/// A title in so many cells, a blank on either side: what is parted from the name by a dot goes first, then that it is
/// the source of what it names.
fn fitting(lang: Lang, (title, names): (&str, &[&str]), room: usize) -> String {
    let name = title.strip_prefix(lang.term(glossary::SOURCE_OF)).map(capital);
    // "Số hộ nghèo 1.429" says no more than "Hộ nghèo 1.429".
    let least =
        name.as_deref().and_then(|name| name.strip_prefix(lang.pick("Số ", "Number of "))).map(capital);
    let ways = [Some(title), name.as_deref(), least.as_deref()].into_iter().flatten();
    let fitting = ways.clone().find_map(|way| {
        let ends = way.match_indices(" · ").map(|(at, _)| at).chain([way.len()]);
        ends.filter(|end| cells::width(&way[..*end]) + 2 <= room).last().map(|end| &way[..end])
    });
    let shortest = ways.last().and_then(|way| way.split(" · ").next()).unwrap_or(title);
    let cut = || cells::cut_apart(shortest, names.iter().copied(), room.saturating_sub(2));
    format!(" {} ", fitting.map_or_else(cut, str::to_owned))
}
