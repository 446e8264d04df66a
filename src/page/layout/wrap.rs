//! Sentences in lines of so many cells, broken between words.

use crate::text::cells::{self, text_extent};

use super::fit::margin;
use super::{LaidOutLine, LineKind, Run};
use crate::text::line::{Line, Role, Span};

/// Sentences, wrapped where they are too long for the width.
pub fn lines(text: &[Line], width: u16) -> Vec<LaidOutLine> {
    let set = |(line, number): (&Line, usize)| {
        let mut set = wrapped(line, width);
        for part in &mut set {
            part.spare = if line.optional { number } else { 0 };
            part.changed = line.changed;
            if line.is_heading() {
                part.kind = LineKind::Head;
            }
        }
        set
    };
    text.iter().zip(1..).flat_map(set).collect()
}

fn wrapped(line: &Line, width: u16) -> Vec<LaidOutLine> {
    let left = margin(width);
    let room = width.saturating_sub(left + line.indent);
    if text_extent(&line.text()) <= room {
        return vec![LaidOutLine::text(line, left)];
    }
    let mut set = vec![LaidOutLine::default()];
    let mut x = 0u16;
    for word in held_together(whole_words(line), room.saturating_sub(line.hanging_indent)) {
        let cells: u16 = word.iter().map(|(_, part)| text_extent(part)).sum();
        let blank = word.last().map_or(0, |(_, part)| text_extent(part) - text_extent(part.trim_end()));
        if x + cells - blank > room && x > line.hanging_indent {
            set.push(LaidOutLine { is_rest: true, ..LaidOutLine::default() });
            x = line.hanging_indent;
        }
        for (span, part) in word {
            // The blank after the last word of a line has no room and needs none.
            let part = if x + text_extent(part) > room { part.trim_end() } else { part };
            let text = cells::cut(part, usize::from(room.saturating_sub(x)));
            let at = left + line.indent + x;
            x += text_extent(&text);
            if let Some(last) = set.last_mut() {
                last.pieces.push(Run { x: at, span: span.with_text(text) });
            }
        }
    }
    set
}

/// Words in as many parts as spans share them.
type Word<'a> = Vec<(&'a Span, &'a str)>;

/// The words between which a line may break: those that hold together are one, as long as a line holds them.
fn held_together(words: Vec<Word<'_>>, room: u16) -> Vec<Word<'_>> {
    let text = |word: &Word| word.iter().map(|(_, part)| *part).collect::<String>();
    let texts: Vec<String> = words.iter().map(text).collect();
    let mut words = words.into_iter();
    let held = cells::held_together(&texts, usize::from(room)).into_iter();
    held.map(|count| words.by_ref().take(count).flatten().collect()).collect()
}

/// The words of a line, each with the blanks after it, and in as many parts as spans share it: a bracket stays with
/// its number, a full stop with its word, a stamp is one word.
fn whole_words(line: &Line) -> Vec<Word<'_>> {
    let parts = line.spans.iter().flat_map(|span| {
        // A stamp is read as one mark.
        let ends: fn(char) -> bool =
            if span.role == Role::Stamp { |_| false } else { |letter| letter == ' ' };
        span.text.split_inclusive(ends).map(move |part| (span, part))
    });
    let mut found: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (span, part) in parts {
        match found.last_mut() {
            Some(word) if is_open => word.push((span, part)),
            _ => found.push(vec![(span, part)]),
        }
        is_open = !part.ends_with(' ');
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build::households;
    use crate::text::Lang;
    use crate::text::show::Style;

    fn plain(set: &[LaidOutLine]) -> Vec<String> {
        set.iter().map(LaidOutLine::plain).collect()
    }

    /// Twelve cells with a margin of one: "ngắn (" and "12*" are one word, and a blank needs no cell at a line's end.
    #[test]
    fn lines_break_at_blanks_only() {
        let line = Line::plain("ngắn gọn (").role(Role::Dim, "12").say("*) sau đó");
        assert_eq!(plain(&wrapped(&line, 12)), [" ngắn gọn", " (12*) sau", " đó"]);
        let line = Line::plain("vừa đúng bao nhiêu");
        assert_eq!(plain(&wrapped(&line, 14)), [" vừa đúng bao", " nhiêu"]);
        assert_eq!(plain(&wrapped(&Line::plain("vừa rộng"), 6)), [" vừa", " rộng"]);
        assert_eq!(plain(&wrapped(&Line::plain("nghiêng"), 6)), [" nghi…"]);
    }

    /// 66 cells of words leave 5 of 71: room for 1,234 but not for its comma.
    #[test]
    fn a_comma_stays_with_its_figure() {
        let line =
            Line::plain("a ".repeat(33)).figure(Lang::En, &households(1234), Style::Plain).say(", b c");
        let set: Vec<String> = lines(&[line], 73).iter().map(LaidOutLine::plain).collect();
        assert_eq!(set[1].trim(), "1,234, b c", "{set:?}");
    }
}
