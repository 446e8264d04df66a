//! Bars of eighth blocks. The number beside a bar is never capped; a bar that is too long ends in `▸`.

use num_bigint::BigInt;

use crate::model::exact::{Exact, Rounding};

use super::super::table::Bar;

const EIGHTHS: [char; 8] = ['\0', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// The bar in so many cells. The aim's mark stands in a cell of its own.
pub fn draw(bar: &Bar, cells: u16) -> String {
    let width = usize::from(cells);
    let length = eighths(&bar.value, &bar.full, width);
    let aim = bar.aim.as_ref().map(|aim| (eighths(aim, &bar.full, width) / 8).min(width.saturating_sub(1)));
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

fn eighths(value: &Exact, full: &Exact, width: usize) -> usize {
    let scale = Exact::whole(i64::try_from(width * 8).unwrap_or(0));
    let length = (value * &scale).over(full).map(|x| x.digits(0, Rounding::Nearest));
    let length = length.unwrap_or_default().max(BigInt::ZERO);
    // Twice the width stands for every longer bar.
    usize::try_from(length).unwrap_or(usize::MAX).min(width * 16)
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
}
