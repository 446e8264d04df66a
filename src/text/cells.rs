//! Texts measured, cut and set in terminal cells.
//!
//! Width is counted letter by letter as people see them (graphemes), as the drawing library does, so a
//! column stays straight with any text in it. Letters whose width Unicode calls ambiguous (`·`, `─`, even
//! `đ`) take one cell. Expects clean text: control letters have no width a terminal agrees on.

use super::unbroken;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands for the rest of a text that was cut.
const REST: &str = "…";

/// The cells `text` takes.
pub fn width(text: &str) -> usize {
    plain_width(text).unwrap_or_else(|| text.graphemes(true).map(letter_width).sum())
}

/// The same of a text in which each character is a letter of one cell, as nearly all here are: nothing has to be looked
/// up for it.
pub fn plain_width(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |count, letter| is_plain(letter).then_some(count + 1))
}

/// Is each character of `text` a letter of one cell?
pub fn is_letter_a_cell(text: &str) -> bool {
    plain_width(text).is_some()
}

fn is_plain(letter: char) -> bool {
    matches!(
        letter,
        ' '..='~' | 'À'..='ɏ' | 'Ạ'..='ỹ' | '─'..='▟' | '·' | '…' | '→' | '−' | '≈' | '▲' | '▸' | '▼'
            | '◂' | '●' | '○' | '✓' | '✗'
    )
}

/// The cells `text` takes, as the screen counts them.
pub fn text_extent(text: &str) -> u16 {
    extent(width(text))
}

/// A count as so many cells of the screen: of one that no screen has, the most.
pub fn extent(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// As much of the beginning of `text` as fits `cells`; a wide letter half past the edge stays out.
pub fn fitting(text: &str, cells: usize) -> &str {
    if plain_width(text).is_some_and(|width| width <= cells) {
        return text;
    }
    let mut used = 0;
    let over = text.grapheme_indices(true).find(|(_, letter)| {
        used += letter_width(letter);
        used > cells
    });
    over.map_or(text, |(start, _)| &text[..start])
}

/// As much of the end of `text` as fits `cells`: a line that is typed.
pub fn ending(text: &str, cells: usize) -> &str {
    let mut used = 0;
    let over = text.grapheme_indices(true).rev().find(|(_, letter)| {
        used += letter_width(letter);
        used > cells
    });
    over.map_or(text, |(start, letter)| &text[start + letter.len()..])
}

/// `text` in at most `cells`; what does not fit is cut, and `…` says so. No number is cut: it goes as a whole, with the
/// words that say nothing without it.
pub fn cut(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let Some(room) = cells.checked_sub(1) else { return String::new() };
    before_number(text, fitting(text, room).trim_end()).to_owned() + REST
}

/// What of `text` is left of its beginning `kept` without a number at its end; all of it where nothing stands before.
fn before_number<'a>(text: &'a str, kept: &'a str) -> &'a str {
    let mut left = kept;
    while let Some((before, word)) = left.rsplit_once(' ') {
        let next = text[left.len()..].split_whitespace().next().unwrap_or_default();
        let is_number = word.ends_with(|letter: char| letter.is_ascii_digit() || "/(".contains(letter));
        if !is_number && !unbroken::is_open(word) && !unbroken::holds(word, next) {
            return left;
        }
        left = before.trim_end();
    }
    let is_number = left.ends_with(|letter: char| letter.is_ascii_digit());
    if left.is_empty() || is_number { kept } else { left }
}

/// `text` in at most `cells`, its middle cut: of names that begin alike the end tells which. Between whole words, where
/// these take most of the room.
pub fn cut_middle(text: &str, cells: usize) -> String {
    if width(text) <= cells || cells < 5 {
        return cut(text, cells);
    }
    let room = cells - 1;
    if let Some((head, end)) = whole_words(text, room) {
        return format!("{}{REST}{end}", head.trim_end_matches(','));
    }
    let end = ending(text, room / 2);
    // Rather a whole word at the end than more of the one before.
    let end = match end.split_once(' ') {
        Some((_, words)) if !text[..text.len() - end.len()].ends_with(' ') && !words.trim().is_empty() => {
            words
        }
        _ => end.trim_start(),
    };
    let head = before_number(text, fitting(text, room - width(end)).trim_end());
    format!("{head}{REST}{end}")
}

/// The words with which a text begins and those in which it ends that together take most of so many cells; no number
/// stands at the gap, nor is one parted from its unit.
fn whole_words<'a>(text: &'a str, room: usize) -> Option<(&'a str, &'a str)> {
    let gaps: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let measured = |part: &'a str| (width(part), part);
    // Of a long text most words fit in no pair: looked at each with each, they would take longer than anybody waits.
    let fits = |(cells, _): &(usize, &str)| *cells <= room;
    let heads = gaps.iter().map(|at| measured(&text[..*at])).take_while(fits);
    let heads = heads.filter(|(cells, head)| before_number(text, head) == *head && cells * 4 > room);
    let is_held = |at: usize| {
        let (before, after) = (text[..at].rsplit(' ').next(), text[at + 1..].split(' ').next());
        before.zip(after).is_some_and(|(before, after)| unbroken::holds(before, after))
    };
    let ends = gaps.iter().rev().map(|at| (*at, measured(&text[at + 1..]))).take_while(|(_, end)| fits(end));
    let is_end = |(at, (_, end)): &(usize, (usize, &str))| !is_held(*at) && !end.trim().is_empty();
    let ends: Vec<(usize, &str)> = ends.filter(is_end).map(|(_, end)| end).collect();
    let pairs = heads.flat_map(|head| ends.iter().rev().map(move |end| (head, *end)));
    let pairs = pairs.map(|(head, end)| (head.0 + end.0, (head, end)));
    let (taken, (head, end)) =
        pairs.filter(|(taken, _)| *taken <= room).max_by_key(|(taken, (_, end))| (*taken, end.0))?;
    let pair = (head.1, end.1);
    (taken * 4 >= room * 3).then_some(pair)
}

/// A name in at most `cells`: what it has in common with `others` that begin alike makes way for what tells it from
/// them; of one that is alone its middle goes, for names end in what is particular about them.
pub fn cut_apart<'a>(text: &str, others: impl Iterator<Item = &'a str>, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let apart: Vec<usize> = others.filter(|other| *other != text).map(|other| parting(text, other)).collect();
    let fills = |at: &usize| width(&text[..*at]) * 5 >= cells * 3;
    let begins_alike = |at: &usize| text[..*at].split_whitespace().count() >= ALIKE;
    let those = |is_alike: &dyn Fn(&usize) -> bool| -> Vec<usize> {
        apart.iter().copied().filter(is_alike).collect()
    };
    let mut alike = those(&fills);
    if alike.is_empty() {
        alike = those(&begins_alike);
    }
    alike.sort_unstable();
    let (Some(first), Some(last)) = (alike.first(), alike.last()) else {
        // What stands after a colon says no more than its first words.
        return if text.contains(": ") { cut(text, cells) } else { cut_middle(text, cells) };
    };
    if cells < LEAST_APART {
        return cut_front(text, cells);
    }
    // The longest end that leaves a beginning by which one knows the text; of one that is too long, its own beginning.
    let mut ends = alike.iter().map(|at| &text[*at..]);
    let whole = ends.find(|end| !end.is_empty() && width(end) + BEGINNING < cells);
    let whole = whole.map(|end| with_words_before(text, end, cells / 2));
    if whole.is_none() && !fills(last) {
        return cut_middle(text, cells);
    }
    let end = whole.map_or_else(|| cut(&text[*last..], cells * 2 / 3), ToOwned::to_owned);
    if end.is_empty() {
        return cut_middle(text, cells);
    }
    let room = cells - 1 - width(&end);
    let before = &text[..whole.map_or(*last, |end| (*first).min(text.len() - end.len()))];
    let head = fitting(before, room);
    // Rather whole words before the gap.
    let words = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    let head = if width(words) >= BEGINNING { words } else { head };
    // A number at the gap would look as if it were cut, and parted from its unit.
    let is_number = |word: &str| word.ends_with(|letter: char| letter.is_ascii_digit());
    let head = head.trim_end();
    let head = if is_number(head) { head.rsplit_once(' ').map_or("", |(words, _)| words) } else { head };
    if head.is_empty() { cut_front(text, cells) } else { format!("{head}{REST}{end}") }
}

/// An end of a text, with as many whole words before it as so many cells hold.
fn with_words_before<'a>(text: &'a str, end: &'a str, cells: usize) -> &'a str {
    let starts = text.match_indices(' ').map(|(blank, _)| blank + 1);
    let longer = starts.map(|at| &text[at..]).find(|words| width(words) <= cells);
    longer.filter(|words| words.len() > end.len()).unwrap_or(end)
}

/// So many words at their beginning make names alike, however long they are.
const ALIKE: usize = 2;
/// Cells of the beginning of a text that is cut in its middle, at least.
const BEGINNING: usize = 3;
/// Cells in which a beginning and an end find room.
const LEAST_APART: usize = 8;

/// Where two texts part: at the beginning of the first word that is not in both.
fn parting(text: &str, other: &str) -> usize {
    let same = text.char_indices().zip(other.chars()).find(|((_, own), other)| own != other);
    let at = same.map_or(text.len().min(other.len()), |((at, _), _)| at);
    let is_whole = text.get(at..).is_none_or(|rest| rest.starts_with(' ')) && other.len() == at;
    if is_whole {
        return at + text[at..].len() - text[at..].trim_start().len();
    }
    text[..at].rfind(' ').map_or(0, |blank| blank + 1)
}

/// `text` in at most `cells`, its beginning cut before a word.
pub fn cut_front(text: &str, cells: usize) -> String {
    if width(text) <= cells || cells < 5 {
        return cut(text, cells);
    }
    let end = ending(text, cells - 1);
    let is_whole = text[..text.len() - end.len()].ends_with(' ');
    let words = if is_whole { end } else { end.split_once(' ').map_or(end, |(_, words)| words) };
    format!("{REST}{}", words.trim_start())
}

/// `text` at the left of exactly `cells`: words. Cut when it is longer.
pub fn pad_right(text: &str, cells: usize) -> String {
    let text = cut(text, cells);
    let room = cells.saturating_sub(width(&text));
    text + &" ".repeat(room)
}

/// `text` in lines of at most `cells`, broken between words that do not hold together; a word longer than a line is
/// broken where the line ends. A no-break space (U+00A0) holds its words together and comes out as a blank.
/// No line for an empty text or no cells.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    if cells == 0 {
        return Vec::new();
    }
    let words = text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(|word| format!("{word} ")).collect();
    let mut rest = &words[..];
    let mut lines = Vec::new();
    let mut line = String::new();
    for count in held_together(&words, cells) {
        let (held, after) = rest.split_at(count);
        rest = after;
        let word = held.concat().trim_end_matches(' ').replace('\u{A0}', " ");
        let joined = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if width(&joined) <= cells {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(line);
        }
        line = break_word(&word, cells, &mut lines);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// How many words of these, each with the blanks after it, hold together, from the first on: those that no line may break,
/// as long as a line of so many cells holds them. Where it does not, a word before the number goes first: "năm" before
/// "0,25 điểm phần trăm/tháng", whose unit stays with it.
pub fn held_together(words: &[impl AsRef<str>], cells: usize) -> Vec<usize> {
    let word = |at: usize| words[at].as_ref();
    let extent = |from: usize, last: usize| {
        (from..last).map(|at| width(word(at))).sum::<usize>() + width(word(last).trim_end())
    };
    let mut held = Vec::new();
    let mut from = 0;
    for at in 1..words.len() {
        let holds = unbroken::holds(word(at - 1).trim_end(), word(at).trim_end());
        if holds && extent(from, at) <= cells {
            continue;
        }
        let goes_first = from + 1 < at && word(from).starts_with(char::is_alphabetic);
        let next = if holds && goes_first && extent(from + 1, at) <= cells { from + 1 } else { at };
        held.push(next - from);
        from = next;
    }
    held.extend(Some(words.len() - from).filter(|count| *count > 0));
    held
}

/// Breaks a word into full lines and gives back its last piece, which fits a line.
fn break_word(word: &str, cells: usize, lines: &mut Vec<String>) -> String {
    let mut rest = word;
    while width(rest) > cells {
        let piece = fitting(rest, cells);
        if piece.is_empty() {
            // A letter wider than the whole line can only be said to be there.
            lines.push(REST.to_owned());
            rest = &rest[rest.graphemes(true).next().map_or(0, str::len)..];
        } else {
            lines.push(piece.to_owned());
            rest = &rest[piece.len()..];
        }
    }
    rest.to_owned()
}

/// The cells of one letter. The drawing library gives the half-width voice marks of Japanese one cell more
/// than `unicode-width` does; a column is straight only if both count alike.
fn letter_width(letter: &str) -> usize {
    letter.width() + letter.matches(['\u{FF9E}', '\u{FF9F}']).count()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_plain_letter_takes_one_cell() {
        let all = ('\0'..='\u{FFFF}').filter(|letter| is_plain(*letter));
        all.for_each(|letter| assert_eq!(letter_width(&letter.to_string()), 1, "{letter:?}"));
    }

    use super::*;
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use crate::text::clean::clean;

    #[test]
    fn letters_are_counted_as_seen() {
        assert_eq!(width("Phường 10"), 9);
        assert_eq!(width("Phu\u{31B}o\u{31B}\u{300}ng 10"), 9);
        assert_eq!(width("· ─ ━ █ ▌ → đ ≈ − ✓ ✗ ▲ ▼ ◂ ▸"), 29);
        assert_eq!(width("区 6"), 4);
        assert_eq!(width("👨‍👩‍👧"), 2);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn cutting_says_that_it_cut() {
        assert_eq!(cut("Học bổng khuyến học", 19), "Học bổng khuyến học");
        assert_eq!(cut("Học bổng khuyến học", 10), "Học bổng…");
        assert_eq!(cut("Học bổng khuyến học", 12), "Học bổng kh…");
        assert_eq!(cut("区区区", 4), "区…");
        assert_eq!(cut("区区", 1), "…");
        assert_eq!(cut("a", 0), "");
        assert_eq!(fitting("区区", 3), "区");
        assert_eq!(cut_middle("Chi cục Dân số huyện A", 14), "Chi cục Dân…A");
        assert_eq!(cut_middle("Chi cục", 7), "Chi cục");
    }

    /// A picture has many names, and nobody waits for it: each word tried with each, this would take hours.
    #[test]
    fn case_25_a_name_of_many_words_is_cut_at_once() {
        let long = "phường ".repeat(20_000) + "A";
        assert_eq!(cut_middle(&long, 30), "phường phường…phường phường A");
        assert_eq!(cut_apart(&long, std::iter::once("x"), 30), "phường phường…phường phường A");
    }

    #[test]
    fn names_that_begin_alike_keep_what_tells_them_apart() {
        let cut = |text, other: &str, cells| cut_apart(text, std::iter::once(other), cells);
        assert_eq!(cut("Kéo giảm hộ cận nghèo", "Kéo giảm hộ nghèo", 20), "Kéo giảm…cận nghèo");
        assert_eq!(
            cut("Hộ người có công tái nghèo", "Hộ người có công tái cận nghèo", 20),
            "Hộ người…tái nghèo"
        );
        assert_eq!(
            cut("Meritorious service, near-poor households", "Meritorious service, poor households", 29),
            "Meritori…near-poor households"
        );
        // Of one that is alone what its name ends in.
        assert_eq!(cut("Học bổng khuyến học", "Thẻ BHYT", 10), "Học bổ…học");
        assert_eq!(
            cut("Giảm tỷ lệ hộ nghèo giai đoạn 2021-2025", "Thẻ BHYT", 30),
            "Giảm tỷ lệ…giai đoạn 2021-2025"
        );
        assert_eq!(cut("Northern midlands and mountains", "Southeast", 27), "Northern midlands…mountains");
        assert_eq!(
            cut_apart(
                "Hộ chính sách, hộ cận nghèo",
                ["Hộ chính sách, hộ nghèo", "Hộ chính sách người có công, hộ nghèo"].into_iter(),
                24
            ),
            "Hộ chính…hộ cận nghèo"
        );
        // However little of the room it is that they share.
        assert_eq!(cut("Tỷ lệ hộ cận nghèo", "Tỷ lệ hộ nghèo", 17), "Tỷ lệ…cận nghèo");
        assert_eq!(
            cut("Học bổng khuyến học, khuyến tài", "Học bổng Nguyễn Hữu Thọ", 18),
            "Học bổng khuyế…tài"
        );
        assert_eq!(cut("Quận A", "Quận", 5), "…A");
    }

    #[test]
    fn padding_fills_the_column() {
        assert_eq!(pad_right("Số hộ", 8), "Số hộ   ");
        assert_eq!(pad_right("区区区", 4), "区… ");
    }

    #[test]
    fn wrapping_keeps_words() {
        assert_eq!(wrap("Không cộng với 1.293 hộ", 10), ["Không cộng", "với", "1.293 hộ"]);
        assert_eq!(wrap("Không cộng với 1.293 hộ", 14), ["Không cộng với", "1.293 hộ"]);
        assert_eq!(wrap("Không cộng với 1.293\u{A0}hộ", 10), ["Không cộng", "với", "1.293 hộ"]);
        assert_eq!(wrap("mộthaibabốn năm", 5), ["mộtha", "ibabố", "n năm"]);
        assert_eq!(wrap("a区b", 1), ["a", "…", "b"]);
        assert_eq!(wrap("区区区", 3), ["区", "区", "区"]);
        assert!(wrap("", 5).is_empty() && wrap("  ", 5).is_empty() && wrap("a", 0).is_empty());
    }

    /// Any text, and often the kinds that go wrong.
    fn any_text() -> impl Strategy<Value = String> {
        let odd = "[a-zơệ 0-9·─█区カﾞ한\u{301}\u{31b}\u{323}\u{200d}\u{fe0f}\u{1f468}\u{1f469}\u{1f3fb}\u{1f1fb}\u{1f1f3}\u{644}\u{627}\u{600}⚠#⃣]{0,40}";
        prop_oneof![odd, ".{0,60}", any::<String>()]
    }

    /// The same as [`whole_words`], each beginning looked at with each end.
    fn each_with_each(text: &str, room: usize) -> Option<(&str, &str)> {
        let gaps: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        let begins = |head: &&str| before_number(text, head) == *head && width(head) * 4 > room;
        let is_held = |at: usize| {
            let (before, after) = (text[..at].rsplit(' ').next(), text[at + 1..].split(' ').next());
            unbroken::holds(before.unwrap(), after.unwrap())
        };
        let ends: Vec<&str> = gaps.iter().filter(|at| !is_held(**at)).map(|at| &text[at + 1..]).collect();
        let heads = gaps.iter().map(|at| &text[..*at]).filter(begins);
        let pairs = heads.flat_map(|head| ends.iter().map(move |end| (head, *end)));
        let taken = |(head, end): &(&str, &str)| width(head) + width(end);
        let pairs = pairs.filter(|pair| !pair.1.trim().is_empty() && taken(pair) <= room);
        let longest = pairs.max_by_key(|pair| (taken(pair), width(pair.1)))?;
        (taken(&longest) * 4 >= room * 3).then_some(longest)
    }

    proptest! {
        #[test]
        fn the_words_that_stay_are_found_without_trying_all(
            text in "([a-cơệ漢]{1,6}|[0-9]{1,3}|hộ|năm|,)( ([a-cơệ漢]{1,6}|[0-9]{1,3}|hộ|năm|,)){1,14}",
            room in 1..60_usize,
        ) {
            prop_assert_eq!(whole_words(&text, room), each_with_each(&text, room), "{}", text);
        }

        #[test]
        fn widths_are_those_asked_for(text in any_text(), cells in 0_usize..50) {
            let (text, _) = clean(&text);
            prop_assert!(width(&cut(&text, cells)) <= cells);
            let (from, other) = (fitting(&text, cells * 4 / 5), fitting(&text, cells * 2));
            prop_assert!(width(&cut_apart(&text, [from, other].into_iter(), cells)) <= cells);
            prop_assert!(width(fitting(&text, cells)) <= cells);
            prop_assert_eq!(width(&pad_right(&text, cells)), cells);
        }

        #[test]
        fn lines_fit_and_nothing_is_lost(text in any_text(), cells in 2_usize..50) {
            let (text, _) = clean(&text);
            let lines = wrap(&text, cells);
            prop_assert!(lines.iter().all(|line| width(line) <= cells && !line.is_empty()));
            let letters = |text: &str| text.replace([' ', '…'], "");
            if text.graphemes(true).all(|letter| width(letter) <= cells) {
                prop_assert_eq!(letters(&lines.concat()), letters(&text));
            }
        }

        #[test]
        fn one_cell_lines_end_too(text in any_text()) {
            prop_assert!(wrap(&text, 1).iter().all(|line| width(line) <= 1));
        }

        #[test]
        fn case_26_the_drawing_library_counts_the_same(text in any_text()) {
            let (text, _) = clean(&text);
            let mut buffer = Buffer::empty(Rect::new(0, 0, 500, 1));
            let (end, _) = buffer.set_stringn(0, 0, &text, 500, Style::default());
            prop_assert_eq!(usize::from(end), width(&text));
        }
    }
}
