//! Bars: thin lines in halves of a cell, so that none is louder than the number beside it. That is never capped; a bar
//! that is too long ends in `▸`.

use num_bigint::BigInt;

use crate::model::exact::{Exact, Rounding};

use super::super::table::Bar;
use crate::text::cells::extent;

/// A whole cell, half a cell, and what is still ahead of a way.
const FULL: char = '━';
const HALF: char = '╸';
const AHEAD: char = '─';
/// Parts of a cell.
const PARTS: usize = 2;

/// How many halves a value takes of so many cells.
fn length_of(value: &Exact, full: &Exact, cells: usize) -> usize {
    parts(value, full, cells, PARTS)
}

/// So many halves in a row; too many end in `▸`.
fn row(halves: usize, room: usize) -> String {
    if halves > room * PARTS {
        return FULL.to_string().repeat(room - 1) + "▸";
    }
    let mut text = FULL.to_string().repeat(halves / PARTS);
    text.extend((!halves.is_multiple_of(PARTS)).then_some(HALF));
    text
}

/// A bar set into cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Its cells, without blanks at the end.
    pub text: String,
    /// The cell of the mark of the aim; of a bar that goes both ways that of the upright at zero.
    pub aim: Option<u16>,
    /// The cell of the mark of the time.
    pub time: Option<u16>,
    /// The last cell of what is there.
    pub end: u16,
}

impl Drawn {
    /// Its parts between blanks, each with its first cell: what is empty has no look.
    pub fn runs(&self) -> Vec<(u16, &str)> {
        let mut runs = Vec::new();
        let mut cell = 0;
        for part in self.text.split(' ') {
            if !part.is_empty() {
                runs.push((extent(cell), part));
            }
            cell += part.chars().count() + 1;
        }
        runs
    }
}

/// The bar in so many cells. The mark of the aim stands between the cells, so that as many cells lie before and behind it
/// as its parts ask for; that of the time stands in one.
pub fn draw(bar: &Bar, cells: u16) -> Drawn {
    let room = usize::from(cells);
    match (&bar.aim, &bar.time) {
        _ if room == 0 => Drawn::default(),
        _ if bar.from.is_negative() => both_ways(bar, room),
        (Some(_), _) | (_, Some(_)) if room == 1 => Drawn { text: plain(bar, room), ..Drawn::default() },
        (_, Some(time)) => way(bar, time, room),
        (Some(aim), None) => marked(bar, aim, room),
        (None, None) => {
            let halves = length_of(&bar.value, &bar.full, room);
            let end = extent(halves.div_ceil(PARTS).clamp(1, room) - 1);
            Drawn { text: plain(bar, room), end, ..Drawn::default() }
        }
    }
}

/// A bar alone.
fn plain(bar: &Bar, width: usize) -> String {
    row(length_of(&bar.value, &bar.full, width), width)
}

/// A line from an upright at zero to the left or to the right. The cells of the two sides are shared out as the scale
/// is, so that a cell is worth the same on both.
fn both_ways(bar: &Bar, width: usize) -> Drawn {
    let sides = width - 1;
    let span = &bar.full - &bar.from;
    let before = match parts(&bar.from.abs(), &span, sides, 1) {
        all if all >= sides && bar.full.is_positive() => sides.saturating_sub(1),
        before => before.clamp(1, sides.max(1)).min(sides),
    };
    let behind = sides - before;
    let is_left = bar.value.is_negative();
    let room = if is_left { before } else { behind };
    let halves = length_of(&bar.value.abs(), &span, sides).min(room * 2);
    let (whole, half) = ("━".repeat(halves / 2), halves % 2 == 1);
    let taken = halves.div_ceil(2);
    let text = if is_left {
        format!("{}{}{whole}│", " ".repeat(before - taken), if half { "╺" } else { "" })
    } else {
        format!("{}│{whole}{}", " ".repeat(before), if half { "╸" } else { "" })
    };
    let end = if is_left { before - taken } else { before + taken };
    Drawn { text, aim: Some(extent(before)), time: None, end: extent(end) }
}

/// A bar with the mark of its aim: at a whole cell, and the bar in the aim's own measure.
fn marked(bar: &Bar, aim: &Exact, width: usize) -> Drawn {
    let room = width - 1;
    let before = (length_of(aim, &bar.full, room) / PARTS).min(room);
    let length = match before {
        0 => length_of(&bar.value, &bar.full, room),
        // An aim that is not reached never looks as if it were.
        _ if bar.value < *aim => length_of(&bar.value, aim, before).min(before * PARTS - 1),
        _ => length_of(&bar.value, aim, before),
    };
    let text = with_mark(&row(length, room), before);
    let last = length.div_ceil(PARTS).min(room).max(1) - 1;
    let end = extent(if last >= before { last + 1 } else { last });
    Drawn { text, aim: Some(extent(before)), time: None, end }
}

/// The text with the mark of the aim after so many cells.
fn with_mark(text: &str, before: usize) -> String {
    let mut cells: Vec<char> = text.chars().collect();
    cells.resize(cells.len().max(before), ' ');
    cells.insert(before, '┃');
    cells.into_iter().collect()
}

/// A way to an aim: what is behind in whole cells, what is ahead fainter, the time and the aim each with a mark. The
/// aim at the end of the scale stands in the last cell.
fn way(bar: &Bar, time: &Exact, width: usize) -> Drawn {
    let room = width - 1;
    let place = |place: &Exact| parts(place, &bar.full, room, 1);
    let aim = bar.aim.as_ref().map(|aim| place(aim).min(room));
    let (time, length) = (place(time).min(room), place(&bar.value));
    // The mark of the time in the cell behind the aim would say that it is past.
    let shows_time = aim != Some(time);
    let cell = |cell| match cell {
        _ if cell == time && shows_time => '│',
        _ if cell + 1 == room && length > room => '▸',
        _ if cell < length => FULL,
        _ if aim.is_some_and(|aim| cell >= aim) => ' ',
        _ => AHEAD,
    };
    let text: String = (0..room).map(cell).collect::<String>().trim_end().to_owned();
    let text = aim.map_or_else(|| text.clone(), |aim| with_mark(&text, aim));
    let behind = |cell: usize| extent(cell + usize::from(aim.is_some_and(|aim| cell >= aim)));
    Drawn {
        text,
        aim: aim.map(extent),
        time: shows_time.then(|| behind(time)),
        end: behind(length.clamp(1, room) - 1),
    }
}

/// How many parts of `cells` cells a value takes, `each` of them to a cell.
fn parts(value: &Exact, full: &Exact, cells: usize, each: usize) -> usize {
    let scale = Exact::whole(i64::try_from(cells * each).unwrap_or(0));
    let length = (value * &scale).over(full).map(|x| x.digits(0, Rounding::Nearest));
    let length = length.unwrap_or_default().max(BigInt::ZERO);
    // Some multiple of the width stands for every longer bar.
    usize::try_from(length).unwrap_or(usize::MAX).min(cells * each * 99)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(value: i64, full: i64, aim: Option<i64>) -> Bar {
        Bar {
            value: Exact::whole(value),
            full: Exact::whole(full),
            aim: aim.map(Exact::whole),
            ..Bar::default()
        }
    }

    fn text(bar: &Bar, cells: u16) -> String {
        draw(bar, cells).text
    }

    #[test]
    fn a_bar_is_as_long_as_its_part() {
        assert_eq!(text(&bar(1, 2, None), 4), "━━");
        assert_eq!(text(&bar(5, 8, None), 4), "━━╸");
        assert_eq!(text(&bar(20, 16, None), 4), "━━━▸");
        assert_eq!(text(&bar(1, 0, None), 8), "");
    }

    /// Of 15 cells seven lie before the mark and seven behind it: 140 % are 9,8 cells, 160,8 % are 11,256.
    #[test]
    fn the_mark_of_an_aim_stands_between_the_cells() {
        assert_eq!(text(&bar(1400, 2000, Some(1000)), 15), "━━━━━━━┃━━━");
        assert_eq!(text(&bar(1608, 2000, Some(1000)), 15), "━━━━━━━┃━━━━╸");
        assert_eq!(text(&bar(200, 200, Some(100)), 15), "━━━━━━━┃━━━━━━━");
        assert_eq!(text(&bar(210, 200, Some(100)), 15), "━━━━━━━┃━━━━━━▸");
        assert_eq!(text(&bar(100, 200, Some(100)), 15), "━━━━━━━┃");
        assert_eq!(text(&bar(999, 2000, Some(1000)), 15), "━━━━━━╸┃");
        assert_eq!(text(&bar(50, 200, Some(100)), 15), "━━━╸   ┃");
        assert_eq!(text(&bar(-5, 200, Some(100)), 9), "    ┃");
        assert_eq!(text(&bar(92, 100, Some(100)), 11), "━━━━━━━━━ ┃");
    }

    /// An even number of cells cannot be halved around a mark: the aim keeps to a whole cell, and the bar to the aim.
    #[test]
    fn twice_the_aim_is_reached_at_any_width() {
        for cells in 2..90 {
            let shown = text(&bar(200, 200, Some(100)), cells);
            assert!(!shown.contains('▸'), "{cells}: {shown}");
            let mark = shown.chars().position(|c| c == '┃').unwrap_or_default();
            assert_eq!(
                shown.chars().count(),
                if mark == 0 { usize::from(cells) } else { 2 * mark + 1 },
                "{shown}"
            );
        }
    }

    /// Eleven cells: ten for the way, the last for the aim. 70 % are seven cells, the time of 80 % stands in the
    /// ninth cell. A bar past the aim goes on behind its mark; one that is not begun, or has gone back, has no line.
    #[test]
    fn a_way_has_its_time_and_its_aim() {
        let way = |value, full, time| {
            text(&Bar { time: Some(Exact::whole(time)), ..bar(value, full, Some(100)) }, 11)
        };
        assert_eq!(way(70, 100, 80), "━━━━━━━─│─┃");
        assert_eq!(way(90, 100, 80), "━━━━━━━━│─┃");
        assert_eq!(way(-10, 100, 0), "│─────────┃");
        assert_eq!(way(100, 100, 100), "━━━━━━━━━━┃");
        assert_eq!(way(160, 200, 50), "━━━│━┃━━━");
        assert_eq!(way(900, 200, 100), "━━━━━┃━━━━▸");
        assert_eq!(way(1, 0, 0), "┃");
        let one = Bar { time: Some(Exact::whole(50)), ..bar(70, 100, Some(100)) };
        assert_eq!(text(&one, 0), "");
    }

    /// What is written under a bar stands under its marks and its end.
    #[test]
    fn the_marks_know_their_cells() {
        let ended = draw(&bar(140, 200, Some(100)), 21);
        assert_eq!((ended.aim, ended.end, ended.time), (Some(10), 14, None));
        assert_eq!(draw(&bar(50, 200, Some(100)), 9).runs(), [(0, "━━"), (4, "┃")]);
        let running = draw(&Bar { time: Some(Exact::whole(80)), ..bar(70, 100, Some(100)) }, 11);
        assert_eq!((running.aim, running.end, running.time), (Some(10), 6, Some(8)));
    }

    /// Eleven cells: ten for both sides, six of them below zero where the scale is from −60 to 40.
    #[test]
    fn a_difference_goes_to_its_own_side_of_one_upright() {
        let of = |value| draw(&Bar { from: Exact::whole(-60), ..bar(value, 40, None) }, 11);
        let text = |value| of(value).text;
        assert_eq!(text(40), "      │━━━━");
        assert_eq!(text(-60), "━━━━━━│");
        assert_eq!(text(-15), "    ╺━│");
        assert_eq!(text(15), "      │━╸");
        assert_eq!(text(0), "      │");
        assert_eq!((of(40).aim, of(40).end, of(-60).end), (Some(6), 10, 0));
        let below = |value, cells| draw(&Bar { from: Exact::whole(-60), ..bar(value, 0, None) }, cells).text;
        assert_eq!((below(-60, 5), below(-60, 1)), ("━━━━│".to_owned(), "│".to_owned()));
        for cells in 1..40 {
            for value in [-60, -1, 0, 1, 40] {
                let shown = draw(&Bar { from: Exact::whole(-60), ..bar(value, 40, None) }, cells);
                assert!(shown.text.chars().count() <= usize::from(cells), "{cells} {value}");
            }
        }
    }
}
