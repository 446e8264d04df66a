//! Cells to bytes: cursor movements, letters, and looks in the sixteen colours that every colour terminal knows.
//!
//! Crossterm writes those sixteen in the form for 256 colours, which the Linux console and old terminals do not take,
//! and which is twice as long.
use crossterm::{cursor::MoveTo, queue};
use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthStr;

/// A cell and where it stands: column, row.
pub(super) type Placed<'a> = (u16, u16, &'a Cell);

const ATTRIBUTES: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// How the terminal writes at present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

/// Writes cells, one after the other from left to right and down; ends plain.
pub(super) fn write(cells: &[Placed], bytes: &mut Vec<u8>) {
    let mut look = PLAIN;
    let mut next = None;
    for &(x, y, cell) in cells {
        if next != Some((x, y)) {
            // Writing into a vector does not fail.
            let _ = queue!(bytes, MoveTo(x, y));
        }
        let wanted = Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        change(look, wanted, bytes);
        look = wanted;
        bytes.extend_from_slice(cell.symbol().as_bytes());
        let width = u16::try_from(cell.symbol().width()).unwrap_or(1);
        next = Some((x.saturating_add(width), y));
    }
    change(look, PLAIN, bytes);
}

/// The shortest change from one look to the other.
fn change(from: Look, to: Look, bytes: &mut Vec<u8>) {
    if from == to {
        return;
    }
    let mut codes: Vec<String> = Vec::new();
    let mut from = from;
    if to == PLAIN || !to.modifier.contains(from.modifier) {
        codes.push("0".to_owned());
        from = PLAIN;
    }
    let added = to.modifier.difference(from.modifier);
    codes.extend(ATTRIBUTES.iter().filter(|(m, _)| added.contains(*m)).map(|(_, code)| (*code).to_owned()));
    if to.fg != from.fg {
        codes.push(colour(to.fg, 30));
    }
    if to.bg != from.bg {
        codes.push(colour(to.bg, 40));
    }
    bytes.extend(format!("\x1b[{}m", codes.join(";")).into_bytes());
}

/// A colour for the letter (`base` 30) or the ground (40).
fn colour(colour: Color, base: u8) -> String {
    let number = match colour {
        Color::Reset => return (base + 9).to_string(),
        Color::Indexed(number) => return format!("{};5;{number}", base + 8),
        Color::Rgb(r, g, b) => return format!("{};2;{r};{g};{b}", base + 8),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
    };
    (base + number).to_string()
}

#[cfg(test)]
mod tests {
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    use super::*;

    fn written(parts: &[(&str, Style)]) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 1));
        let mut x = 0;
        for (text, style) in parts {
            x = buffer.set_stringn(x, 0, text, 30, *style).0;
        }
        let cells: Vec<Placed> = (0..x).map(|x| (x, 0, &buffer[(x, 0)])).collect();
        let mut bytes = Vec::new();
        write(&cells, &mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn looks_change_with_as_few_codes_as_can_be() {
        let plain = Style::new();
        assert_eq!(written(&[("a", plain)]), "\x1b[1;1Ha");
        let text =
            written(&[("a", plain.bold()), ("b", plain.bold().cyan()), ("c", plain.cyan()), ("d", plain)]);
        assert_eq!(text, "\x1b[1;1H\x1b[1ma\x1b[36mb\x1b[0;36mc\x1b[0md");
        assert_eq!(written(&[("a", plain.red().on_blue())]), "\x1b[1;1H\x1b[31;44ma\x1b[0m");
    }

    #[test]
    fn bright_colours_have_codes_of_their_own() {
        assert_eq!(colour(Color::LightCyan, 30), "96");
        assert_eq!(colour(Color::DarkGray, 40), "100");
        assert_eq!(colour(Color::Indexed(200), 30), "38;5;200");
    }

    #[test]
    fn the_cursor_is_moved_only_where_it_does_not_stand_already() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 2));
        buffer.set_string(0, 0, "漢x", Style::new());
        let cells: Vec<Placed> = [(0, 0), (2, 0), (5, 1)].map(|(x, y)| (x, y, &buffer[(x, y)])).into();
        let mut bytes = Vec::new();
        write(&cells, &mut bytes);
        assert_eq!(String::from_utf8(bytes).unwrap(), "\x1b[1;1H漢x\x1b[2;6H ");
    }
}
