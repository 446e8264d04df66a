//! The heads over groups of columns: a title between dashes, in as many words as it has room for.

use crate::text::cells::{self, text_extent};
use crate::text::line::{Role, Span};
use crate::text::say::what;

use super::super::table::Table;
use super::fit::{Shown, VisibleColumns};
use super::{LaidOutLine, LineKind, Run};

/// A title cut to no more than these cells is no word any more.
const LEAST_TITLE: u16 = 7;
/// The cells of a blank and a dash on either side of a title.
const AROUND: u16 = 4;

/// `──────── Hộ nghèo ────────` over the columns of a group, those that are shown.
pub fn group_heads(table: &Table, fit: &VisibleColumns) -> LaidOutLine {
    let mut line = LaidOutLine { kind: LineKind::Head, ..LaidOutLine::default() };
    for (title, first, last) in &table.groups {
        let inside = |s: &&Shown| (*first..=*last).contains(&s.index);
        let left = fit.columns.iter().find(inside).map(|s| s.left + 1);
        let right = fit.columns.iter().rfind(inside).map(|s| s.right);
        let (Some(left), Some(right)) = (left, right) else { continue };
        let room = right.saturating_sub(left);
        let whole = fitting_group(title, room);
        let is_alone = fit.columns.iter().filter(inside).count() == 1;
        let is_whole = |text: &str| !text.ends_with('…');
        let bare = [title, &whole].into_iter().find(|text| {
            let cells = text_extent(text);
            (cells..cells + AROUND).contains(&room) && is_whole(text)
        });
        let short = fitting_group(title, room.saturating_sub(2));
        let has_room = is_whole(&short) && text_extent(&short) + AROUND <= room;
        // "(tiếp)" alone does not say of what.
        let has_room = has_room && !short.starts_with('(');
        if let Some(bare) = bare.filter(|bare| *bare == title || !has_room) {
            // So narrow a group has room for its title and for nothing on both sides of it.
            line.pieces.push(Run { x: right - text_extent(bare), span: said(Role::Strong, bare.clone()) });
            continue;
        }
        let title = &short;
        // A word of which next to nothing is left says less than the dashes alone, which hold its columns together: of
        // one column alone they hold nothing.
        if title.ends_with('…') && text_extent(title) <= LEAST_TITLE {
            let dashes = Run { x: left, span: said(Role::Dim, "─".repeat(usize::from(room))) };
            line.pieces.extend((!is_alone).then_some(dashes));
            continue;
        }
        let side = room.saturating_sub(text_extent(title) + 2);
        let dashes = |n: u16| "─".repeat(usize::from(n));
        line.pieces.push(Run { x: left, span: said(Role::Dim, dashes(side / 2)) });
        let title_at = left + side / 2;
        line.pieces.push(Run { x: title_at, span: said(Role::Strong, format!(" {title} ")) });
        let rest = title_at + text_extent(title) + 2;
        line.pieces.push(Run { x: rest, span: said(Role::Dim, dashes(side - side / 2)) });
    }
    line
}

/// The title of a group in so many cells, rather in a shorter word than cut.
fn fitting_group(title: &str, room: u16) -> String {
    if let Some((base, more)) = title.split_once(" (").filter(|(_, more)| what::CONTINUED.contains(more)) {
        // Without the word that it goes on it would be the head of the first one again.
        let words = [base].into_iter().chain(what::shorter_group_heads(base).iter().copied());
        let mut ways = words.map(|word| format!("{word} ({more}")).chain([format!("({more}")]);
        return ways
            .find(|way| text_extent(way) <= room)
            .unwrap_or_else(|| cells::cut("…", usize::from(room)));
    }
    let base = title.split_once(", ").or_else(|| title.split_once(" (")).map_or(title, |(base, _)| base);
    let (mark, base) = base.strip_prefix('▌').map_or(("", base), |base| ("▌", base));
    if text_extent(mark) + text_extent(base) > room {
        let words = what::shorter_group_heads(base).iter().map(|word| format!("{mark}{word}"));
        let fit = words.into_iter().find(|word| text_extent(word) <= room);
        return fit.unwrap_or_else(|| fitting(title, room));
    }
    fitting(title, room)
}

/// A title in so many cells: without what stands after its comma or in brackets where that is too much.
pub fn fitting(title: &str, room: u16) -> String {
    let ways = ways_of(title);
    let fit = ways.into_iter().find(|way| text_extent(way) <= room);
    cells::cut(fit.unwrap_or(ways[1]), usize::from(room))
}

/// A title, and the same without what stands after its comma or in brackets.
pub fn ways_of(title: &str) -> [&str; 3] {
    let before = |sign| title.split_once(sign).map_or(title, |(short, _)| short);
    [title, before(", "), before(" (")]
}

fn said(role: Role, text: impl Into<String>) -> Span {
    Span { text: text.into(), role, figure: None }
}
