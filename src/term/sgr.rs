//! How the terminal writes, and the shortest way from one look to another, in the sixteen colours that every colour
//! terminal knows.
//!
//! Crossterm writes those sixteen in the form for 256 colours, which the Linux console and old terminals do not take,
//! and which is twice as long.
use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

/// What can be said of letters, the code that begins it and the one that ends it. Bold and dim end together.
const ATTRIBUTES: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

/// What is seen where no letter is: with none of these and no ground, a blank looks the same in every look.
const ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// How the terminal writes at present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    /// As after a reset.
    pub(super) const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// That of a cell.
    pub(super) const fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Does a blank written so look different from one that is plain?
    pub(super) fn shows_on_blanks(self) -> bool {
        self.bg != Color::Reset || self.modifier.intersects(ON_BLANKS)
    }

    /// The shortest code that turns this look into another; none when they are one.
    pub(super) fn change_to(self, to: Self) -> String {
        if self == to {
            return String::new();
        }
        if to == Self::PLAIN {
            return "\x1b[m".to_owned();
        }
        let mut anew = String::new();
        Self::PLAIN.add(to, &mut anew);
        let (mut on, left) = self.ended(to);
        Self { modifier: left, ..self }.add(to, &mut on);
        // A number that is left out is 0, which ends all.
        if on.len() <= anew.len() + 1 { format!("\x1b[{on}m") } else { format!("\x1b[;{anew}m") }
    }

    /// The codes that end what the other look has not, each once; and what they leave of this look's modifiers.
    fn ended(self, to: Self) -> (String, Modifier) {
        let gone = self.modifier.difference(to.modifier);
        let (mut codes, mut left, mut last) = (String::new(), self.modifier, "");
        for (of, _, end) in ATTRIBUTES {
            if gone.contains(of) && end != last {
                push(&mut codes, end);
                last = end;
                let with = ATTRIBUTES.into_iter().filter(|(.., other)| *other == end);
                with.for_each(|(of, ..)| left.remove(of));
            }
        }
        (codes, left)
    }

    /// Adds the codes of what the other look has more, or in another colour.
    fn add(self, to: Self, codes: &mut String) {
        let more = to.modifier.difference(self.modifier);
        for (_, code, _) in ATTRIBUTES.into_iter().filter(|(of, ..)| more.contains(*of)) {
            push(codes, code);
        }
        if to.fg != self.fg {
            push(codes, &colour(to.fg, 30));
        }
        if to.bg != self.bg {
            push(codes, &colour(to.bg, 40));
        }
    }
}

/// Adds a code to others.
fn push(codes: &mut String, code: &str) {
    if !codes.is_empty() {
        codes.push(';');
    }
    codes.push_str(code);
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
    use super::*;

    #[test]
    fn looks_change_with_as_few_codes_as_can_be() {
        let look = |fg, modifier| Look { fg, modifier, ..Look::PLAIN };
        let (bold, dim) = (Modifier::BOLD, Modifier::DIM);
        let cases = [
            (Look::PLAIN, look(Color::Reset, bold), "\x1b[1m"),
            (look(Color::Reset, bold), look(Color::Cyan, bold), "\x1b[36m"),
            (look(Color::Cyan, bold), look(Color::Cyan, Modifier::empty()), "\x1b[22m"),
            (look(Color::Cyan, bold), Look::PLAIN, "\x1b[m"),
            (look(Color::Cyan, Modifier::empty()), look(Color::Reset, dim), "\x1b[;2m"),
            // Both end with one code; what goes on begins again.
            (look(Color::LightCyan, bold | dim), look(Color::LightCyan, dim), "\x1b[22;2m"),
            (look(Color::Indexed(200), bold), look(Color::Indexed(200), dim), "\x1b[22;2m"),
            (Look::PLAIN, Look { fg: Color::Red, bg: Color::Blue, ..Look::PLAIN }, "\x1b[31;44m"),
        ];
        for (from, to, code) in cases {
            assert_eq!(from.change_to(to), code, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn bright_colours_have_codes_of_their_own() {
        assert_eq!(colour(Color::LightCyan, 30), "96");
        assert_eq!(colour(Color::DarkGray, 40), "100");
        assert_eq!(colour(Color::Indexed(200), 30), "38;5;200");
    }
}
