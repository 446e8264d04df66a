//! Bars of eighth blocks. The number beside a bar is never capped; a bar that is too long ends in `▸`.

use num_bigint::BigInt;

use crate::model::exact::{Exact, Rounding};

use super::super::table::Bar;

const EIGHTHS: [char; 8] = ['\0', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// The bar in so many cells. The marks of aim and time stand in cells of their own.
pub fn draw(bar: &Bar, cells: u16) -> String {
    let width = usize::from(cells);
    match &bar.time {
        Some(time) if width > 1 => way(bar, time, width),
        _ => plain(bar, width),
    }
}

/// A bar alone, or with the mark of its aim.
fn plain(bar: &Bar, width: usize) -> String {
    let length = parts(&bar.value, &bar.full, width, 8);
    let aim = bar.aim.as_ref().map(|aim| (parts(aim, &bar.full, width, 8) / 8).min(width.saturating_sub(1)));
    let mut text: String = (0..width)
        .map(|cell| match length.saturating_sub(cell * 8) {
            _ if Some(cell) == aim => '┃',
            0 => ' ',
            part if part >= 8 => '█',
            part => EIGHTHS[part],
        })
        .collect();
    if length > width * 8 {
        text.pop();
        text.push('▸');
    }
    text.truncate(text.trim_end().len());
    text
}

/// A way to an aim: what is behind in whole blocks, what is ahead shaded, the time and the aim each with a mark. The
/// scale ends in the last cell, so that an aim at its end stands there.
fn way(bar: &Bar, time: &Exact, width: usize) -> String {
    let at = |place: &Exact| parts(place, &bar.full, width - 1, 1).min(width - 1);
    let (aim, time) = (bar.aim.as_ref().map(at), at(time));
    let length = parts(&bar.value, &bar.full, width - 1, 1);
    let cell = |cell| match cell {
        _ if Some(cell) == aim => '┃',
        _ if cell == time => '│',
        _ if cell >= width - 1 && length > cell => '▸',
        _ if cell < length => '█',
        _ if aim.is_some_and(|aim| cell > aim) => ' ',
        _ => '░',
    };
    (0..width).map(cell).collect::<String>().trim_end().to_owned()
}

/// How many parts of `cells` cells a value takes, `to_a_cell` of them to a cell.
fn parts(value: &Exact, full: &Exact, cells: usize, to_a_cell: usize) -> usize {
    let scale = Exact::whole(i64::try_from(cells * to_a_cell).unwrap_or(0));
    let length = (value * &scale).over(full).map(|x| x.digits(0, Rounding::Nearest));
    let length = length.unwrap_or_default().max(BigInt::ZERO);
    // Twice the width stands for every longer bar.
    usize::try_from(length).unwrap_or(usize::MAX).min(cells * to_a_cell * 2)
}

#[cfg(test)]
mod tests {
    use super::super::super::line::Role;
    use super::*;

    fn bar(value: i64, full: i64, aim: Option<i64>) -> Bar {
        Bar {
            value: Exact::whole(value),
            full: Exact::whole(full),
            aim: aim.map(Exact::whole),
            time: None,
            role: Role::Plain,
        }
    }

    #[test]
    fn a_bar_is_as_long_as_its_part() {
        assert_eq!(draw(&bar(1, 2, None), 4), "██");
        assert_eq!(draw(&bar(9, 16, None), 4), "██▎");
        assert_eq!(draw(&bar(140, 200, Some(100)), 8), "████┃▋");
        assert_eq!(draw(&bar(500, 200, Some(100)), 8), "████┃██▸");
        assert_eq!(draw(&bar(-5, 200, Some(100)), 8), "    ┃");
        assert_eq!(draw(&bar(1, 0, None), 8), "");
    }

    /// Eleven cells: ten for the way, the last for the aim. 70 % are seven blocks, the time of 80 % stands in the
    /// ninth cell. A bar past the aim goes on behind its mark; one that is not begun, or has gone back, has no block.
    #[test]
    fn a_way_has_its_time_and_its_aim() {
        let way = |value, full, time| {
            draw(&Bar { time: Some(Exact::whole(time)), ..bar(value, full, Some(100)) }, 11)
        };
        assert_eq!(way(70, 100, 80), "███████░│░┃");
        assert_eq!(way(90, 100, 80), "████████│░┃");
        assert_eq!(way(-10, 100, 0), "│░░░░░░░░░┃");
        assert_eq!(way(100, 100, 100), "██████████┃");
        assert_eq!(way(160, 200, 50), "███│█┃██");
        assert_eq!(way(900, 200, 100), "█████┃████▸");
        assert_eq!(way(1, 0, 0), "┃");
        let one = Bar { time: Some(Exact::whole(50)), ..bar(70, 100, Some(100)) };
        assert_eq!(draw(&one, 0), "");
    }
}
