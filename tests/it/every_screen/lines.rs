//! What is wrong with lines by themselves, whatever page they are of.

use giamngheo::page::layout::{LaidOutLine, LineKind, Run};
use giamngheo::text::cells::text_extent;
use giamngheo::text::unbroken;

pub(super) fn has(line: &LaidOutLine, sign: char) -> bool {
    line.pieces.iter().any(|piece| piece.span.text.contains(sign))
}

pub(super) fn is_mark(text: &str) -> bool {
    let text = text.trim();
    let is_count =
        |text: &str| text.split('/').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    text.starts_with('▼') || text.starts_with('▲') || (text.contains('/') && is_count(text))
}

/// The number after a sign: `▼ còn 12 · 24/36` has 12. The arrow of a sorted column has none.
pub(super) fn marked(lines: &[LaidOutLine], sign: char) -> Option<usize> {
    lines.iter().filter(|line| has(line, sign)).find_map(|line| {
        let text = line.plain();
        let mut counts = text.split(sign).skip(1).map(|after| after.trim_start().trim_start_matches("còn "));
        counts.find_map(|after| after.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok())
    })
}

/// A heading as the last line before what is cut; where nothing but headings is in sight they are what is read.
pub(super) fn ends_on_heading(lines: &[LaidOutLine]) -> bool {
    let mark = lines.iter().rposition(|line| has(line, '▼') && is_mark(&line.plain()));
    let Some(mark) = mark.filter(|at| *at > 0 && lines[*at].kind == LineKind::Text) else { return false };
    let is_head = |line: &LaidOutLine| line.kind == LineKind::Head;
    let mut written = lines[..mark].iter().filter(|line| !line.is_blank()).rev();
    written.next().is_some_and(is_head) && !written.all(is_head)
}

/// `…` inside a text that goes on: a line that is the rest of one which was cut.
pub(super) fn cut_inside(lines: &[LaidOutLine]) -> Option<String> {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let cut = |(line, next): &(&LaidOutLine, &LaidOutLine)| next.is_rest && line.plain().ends_with('…');
    pairs.filter(|pair| cut(pair)).map(|(line, _)| line.plain()).next()
}

/// A number parted from its unit where a sentence is broken.
pub(super) fn parted(lines: &[LaidOutLine], width: u16) -> Option<String> {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let broken = |(line, next): &(&LaidOutLine, &LaidOutLine)| {
        let (line, next) = (line.plain(), next.plain());
        let last = line.split_whitespace().next_back().unwrap_or_default();
        let first = next.split_whitespace().next().unwrap_or_default();
        let fits = text_extent(next.trim()) + text_extent(last) < width / 2;
        fits && !is_mark(&line) && (unbroken::holds(last, first) || is_one(last, first))
    };
    pairs
        .filter(|(_, next)| next.is_rest)
        .find(broken)
        .map(|(line, next)| format!("{} / {}", line.plain(), next.plain()))
}

/// Words that are one with what follows, whatever the program holds together: "46* a month", "Commune 14", "ước khoảng".
fn is_one(last: &str, first: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    // "3 Ward, 4 Ward": a comma ends a name.
    let is_open = last.ends_with(char::is_alphanumeric);
    let (last, first) = (bare(last), bare(first));
    let is_short = (1..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_digit());
    let of = |words: &[&str], word: &str| words.contains(&word);
    let is_rate = last == "a" && of(&["month", "year", "quarter"], &first);
    let is_named = of(&["phường", "xã", "khu", "ấp", "ward", "commune", "hamlet", "village"], &last)
        && is_short
        && is_open;
    let is_qualified = last == "ước" && of(&["khoảng", "gần", "hơn", "dưới"], &first);
    is_rate || is_named || is_qualified
}

/// A list that begins with the rest of a row whose beginning is out of sight.
pub(super) fn begins_inside(lines: &[LaidOutLine]) -> Option<String> {
    let keyed = lines.iter().position(|line| !line.key.is_empty())?;
    let head = lines[..keyed].iter().rposition(|line| line.kind == LineKind::Head)?;
    lines[head + 1..keyed].iter().find(|line| line.is_rest && !line.is_blank()).map(LaidOutLine::plain)
}

/// Words of which next to nothing is left, of a head less than one knows it by: "✓…", "so vớ…".
pub(super) fn cut_to_nothing(lines: &[LaidOutLine]) -> Option<String> {
    let is_lost = |line: &LaidOutLine, run: &Run| {
        // The end of a sentence that is cut is none.
        let is_cell = line.kind == LineKind::Head || !line.key.is_empty();
        let most = if line.kind == LineKind::Head { 7 } else { 3 };
        let text = run.span.text.trim();
        is_cell && text.ends_with('…') && text_extent(text) <= most
    };
    lines.iter().find(|line| line.pieces.iter().any(|run| is_lost(line, run))).map(LaidOutLine::plain)
}

/// Does a line tell of what is hidden in a list?
pub(super) fn is_mark_of_list(line: &LaidOutLine) -> bool {
    line.kind == LineKind::Text && line.key.is_empty() && !line.is_rest && is_mark(&line.plain())
}

/// A blank line over the mark of what is hidden: it goes before a row does.
pub(super) fn blank_over_mark(lines: &[LaidOutLine]) -> bool {
    let mark = lines.iter().position(|line| is_mark_of_list(line) && has(line, '▼'));
    mark.is_some_and(|mark| mark > 0 && lines[mark - 1].is_blank())
}

/// The mark of a list in the head of its columns.
pub(super) fn mark_in_head(lines: &[LaidOutLine]) -> Option<String> {
    let is_head =
        |line: &&LaidOutLine| line.kind == LineKind::Head && marked(&[(*line).clone()], '▼').is_some();
    lines.iter().find(is_head).map(LaidOutLine::plain)
}

/// `…` behind a digit, inside a date, behind a bracket or the word that qualifies a number.
pub(super) fn cut_number(lines: &[LaidOutLine]) -> Option<String> {
    const QUALIFIERS: [&str; 11] =
        ["hơn", "gần", "khoảng", "dưới", "ước", "over", "nearly", "about", "under", "est.", "least"];
    let is_cut = |run: &Run| {
        run.span.text.match_indices('…').any(|(at, _)| {
            let before = &run.span.text[..at];
            let word = before.split_whitespace().next_back().unwrap_or_default();
            let is_number = before.ends_with(|letter: char| letter.is_ascii_digit() || "/(".contains(letter));
            // A name of one word has nothing to be cut before.
            let is_name = run.span.figure.is_none() && !before.trim_start().contains(' ');
            (is_number && !is_name) || QUALIFIERS.contains(&word)
        })
    };
    lines.iter().find(|line| line.pieces.iter().any(is_cut)).map(LaidOutLine::plain)
}
