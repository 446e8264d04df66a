//! The subject of a deck in large letters. The letters of the digits' font have no accents: a Vietnamese letter is one
//! of it with its marks drawn above and below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_normalization::UnicodeNormalization;

use crate::app::App;
use crate::app::appearance::Letters;
use crate::page::layout::margin;
use crate::text::cells;
use crate::text::line::Role;
use crate::ui::{paint, theme};

use super::digits;

/// Points of a letter without its marks, and of a mark.
const WIDE: usize = 8;
const HIGH: usize = 7;
const MARK: usize = 2;
/// At most so many lines of the slide are the subject's, in parts of all: the date and the source stand under it.
const SHARE: (u16, u16) = (3, 4);

/// What a cell shows: so many points beside each other and above each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Grain {
    across: usize,
    down: usize,
}

/// From the largest down.
const GRAINS: [Grain; 3] =
    [Grain { across: 1, down: 1 }, Grain { across: 1, down: 2 }, Grain { across: 2, down: 2 }];
/// The four points of a cell, the upper left one counting 1, the upper right 2, the lower left 4, the lower right 8.
const QUARTERS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

/// A text set into lines of points.
#[derive(Debug)]
pub struct Large {
    lines: Vec<Vec<Vec<bool>>>,
    grain: Grain,
}

/// The text in the largest letters in which it fits; none where none do.
pub fn fitting(app: &App, text: &str, area: Rect) -> Option<Large> {
    set(app, text, area, &GRAINS)
}

/// The same in the smallest letters: the subject over texts is no cover.
pub fn small(app: &App, text: &str, area: Rect) -> Option<Large> {
    set(app, text, area, &GRAINS[GRAINS.len() - 1..])
}

fn set(app: &App, text: &str, area: Rect, grains: &[Grain]) -> Option<Large> {
    let whole = app.choices.look.letters == Letters::All;
    let width = usize::from(area.width.saturating_sub(2 * margin(area.width)));
    let room = usize::from(area.height * SHARE.0 / SHARE.1);
    let text = text.to_uppercase();
    // Half a cell has no likeness in ASCII.
    let grains = grains.iter().copied().filter(|grain| whole || grain.across * grain.down == 1);
    let mut set = grains.filter_map(|grain| {
        let large = Large { lines: balanced(&text, width * grain.across / WIDE)?, grain };
        (large.height() <= room).then_some(large)
    });
    set.next()
}

impl Large {
    fn height(&self) -> usize {
        let high = |line: &Vec<Vec<bool>>| line.len().div_ceil(self.grain.down) + 1;
        self.lines.iter().map(high).sum()
    }

    /// Draws it; gives the lines it takes, the empty one under it too.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) -> u16 {
        let mut y = 0;
        for line in &self.lines {
            for row in line.chunks(self.grain.down) {
                let drawn = drawn(row, self.grain);
                paint::text(buf, area, margin(area.width), y, drawn.trim_end(), theme::style(Role::Strong));
                y += 1;
            }
            y += 1;
        }
        cells::extent(self.height())
    }
}

/// A row of cells.
fn drawn(rows: &[Vec<bool>], grain: Grain) -> String {
    let is_on = |x: usize, y: usize| rows.get(y).and_then(|row| row.get(x)).copied().unwrap_or(false);
    let width = rows.first().map_or(0, Vec::len);
    let cell = |x: usize| {
        // A point that fills a cell fills its quarters.
        let on = |dx: usize, dy: usize| is_on(x + dx.min(grain.across - 1), dy.min(grain.down - 1));
        let quarters = [(0, 0), (1, 0), (0, 1), (1, 1)].into_iter().zip([1, 2, 4, 8]);
        QUARTERS[quarters.filter(|((dx, dy), _)| on(*dx, *dy)).map(|(_, bit)| bit).sum::<usize>()]
    };
    (0..width).step_by(grain.across).map(cell).collect()
}

/// The words in as few lines as they need, each as short as that leaves it.
fn balanced(text: &str, letters: usize) -> Option<Vec<Vec<Vec<bool>>>> {
    let fewest = lines(text, letters)?.len();
    (1..=letters).find_map(|letters| lines(text, letters).filter(|lines| lines.len() == fewest))
}

/// The words in lines of at most so many letters; none where one is longer, or has a letter that cannot be drawn.
fn lines(text: &str, letters: usize) -> Option<Vec<Vec<Vec<bool>>>> {
    let mut set: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let long = word.nfc().count();
        match set.last_mut().filter(|line| line.nfc().count() + 1 + long <= letters) {
            Some(line) => *line = format!("{line} {word}"),
            None if long <= letters => set.push(word.to_owned()),
            None => return None,
        }
    }
    set.iter().map(|line| points(line)).collect()
}

/// The points of a line: rows for as many marks as one of its letters has, the letters, a row for dots below.
fn points(line: &str) -> Option<Vec<Vec<bool>>> {
    let letters: Vec<(char, Vec<char>)> = line.nfc().map(apart).collect();
    let above = |marks: &Vec<char>| marks.iter().filter(|mark| mark_above(**mark).is_some()).count();
    let most = letters.iter().map(|(_, marks)| above(marks)).max().unwrap_or(0);
    let top = if most > 0 { most * MARK + 1 } else { 0 };
    let is_dotted = letters.iter().any(|(_, marks)| marks.contains(&DOT));
    let mut rows = vec![vec![false; letters.len() * WIDE]; top + HIGH + if is_dotted { 2 } else { 0 }];
    for (at, (letter, marks)) in letters.iter().enumerate() {
        let (base, stroke) = if *letter == 'Đ' { ('D', true) } else { (*letter, false) };
        let mut put = |x: usize, y: usize| rows[y][at * WIDE + x] = true;
        for (x, y) in digits::points_of(base)?.into_iter().filter(|(_, y)| *y < HIGH) {
            put(x, top + y);
        }
        if stroke {
            (0..4).for_each(|x| put(x, top + HIGH / 2));
        }
        let mut end = top.saturating_sub(1);
        for mark in marks {
            match (mark_above(*mark), *mark) {
                (Some(shape), _) => {
                    // A tone over another mark stands to its right, as in print.
                    let right = if end + 1 < top { 2 } else { 0 };
                    end -= MARK;
                    for (y, row) in shape.into_iter().enumerate() {
                        let inked = row.bytes().enumerate().filter(|(_, point)| *point == b'#');
                        inked.for_each(|(x, _)| put(x + right, end + y));
                    }
                }
                (None, DOT) => [3, 4].into_iter().for_each(|x| put(x, top + HIGH + 1)),
                (None, HORN) => [0, 1].into_iter().for_each(|y| put(6, top + y)),
                _ => return None,
            }
        }
    }
    Some(rows)
}

/// The dot below and the horn.
const DOT: char = '\u{323}';
const HORN: char = '\u{31b}';

/// A letter and its marks, that of the vowel before that of the tone.
fn apart(letter: char) -> (char, Vec<char>) {
    let mut parts = letter.nfd();
    let base = parts.next().unwrap_or(letter);
    (base, parts.collect())
}

/// The points of a mark above a letter.
fn mark_above(mark: char) -> Option<[&'static str; MARK]> {
    Some(match mark {
        '\u{300}' => [".##.....", "..##...."],
        '\u{301}' => ["....##..", "...##..."],
        '\u{302}' => ["..##....", ".#..#..."],
        '\u{303}' => [".##.#...", "#..##..."],
        '\u{306}' => [".#..#...", "..##...."],
        '\u{309}' => [".###....", "...#...."],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn_lines(text: &str) -> Vec<String> {
        let rows = points(text).unwrap_or_default();
        rows.iter().map(|row| row.iter().map(|on| if *on { '#' } else { '.' }).collect()).collect()
    }

    /// Every letter of the language keeps its marks: no two of them look alike.
    #[test]
    fn all_vietnamese_letters_differ() {
        let letters =
            "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ";
        let mut seen: Vec<Vec<String>> = Vec::new();
        for letter in letters.chars() {
            // Beside a letter with all marks each has the same room.
            let drawn = drawn_lines(&format!("Ậ{letter}Ề"));
            assert!(!drawn.is_empty() && !seen.contains(&drawn), "{letter}\n{}", drawn.join("\n"));
            seen.push(drawn);
        }
    }

    #[test]
    fn words_are_kept_whole() {
        let subject = "GIẢM NGHÈO BỀN VỮNG";
        let count = |letters| lines(subject, letters).map(|lines| lines.len());
        assert_eq!((count(19), count(12), count(8), count(4)), (Some(1), Some(2), Some(3), None));
        let wide = balanced(subject, 17).map(|lines| lines.iter().map(|line| line[0].len() / WIDE).collect());
        assert_eq!(wide, Some(vec![10, 8]), "two words in each line");
    }
}
