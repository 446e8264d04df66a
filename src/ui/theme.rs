//! How roles look. Sixteen colours and attributes only; state is also said by word and mark, never by colour alone.
//!
//! Everything is painted in the default theme, one look a role; [`apply`] then gives the finished picture the colours
//! and letters of the terminal at hand.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};

use crate::app::appearance::{Appearance, Letters, Theme};
use crate::text::line::Role;
use crate::text::plain;

/// The style of a role.
pub fn style(role: Role) -> Style {
    match role {
        Role::Plain => Style::new(),
        Role::Strong => Style::new().add_modifier(Modifier::BOLD),
        Role::Dim => Style::new().add_modifier(Modifier::DIM),
        Role::Accent => Style::new().fg(Color::Cyan),
        Role::Good => Style::new().fg(Color::Green),
        Role::Warn => Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD),
        Role::Bad => Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Stamp => Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED),
    }
}

/// Gives a picture the colours and the letters of the terminal.
pub fn apply(look: Appearance, buf: &mut Buffer) {
    if look.letters != Letters::All {
        (0..buf.area.height).for_each(|row| double_marks(buf, row));
        let width = usize::from(buf.area.width).max(1);
        buf.content.chunks_mut(width).for_each(arrows);
    }
    for cell in &mut buf.content {
        recolour(look.theme, cell);
        transliterate(look.letters, cell);
    }
}

/// Gives the mark `✗` of a row the second cell of its `!!`, from the blanks after the words that it stands before.
fn double_marks(buf: &mut Buffer, row: u16) {
    let wide = usize::from(buf.area.width);
    let from = usize::from(row) * wide;
    let Some(cells) = buf.content.get_mut(from..from + wide) else { return };
    let is_blank = |cell: &Cell| cell.symbol() == " ";
    let mut at = 0;
    while let Some(mark) = cells.iter().skip(at).position(|cell| cell.symbol() == "✗").map(|found| at + found)
    {
        let after = &cells[mark + 1..];
        let words = after.windows(2).position(|two| two.iter().all(is_blank));
        let room = words.or_else(|| after.last().filter(|cell| is_blank(cell)).map(|_| after.len() - 1));
        let is_clear =
            |room: &usize| after[..*room].iter().all(|cell| is_blank(cell) || !is_box(cell.symbol()));
        if let Some(room) = room.filter(is_clear) {
            cells[mark + 1..=mark + 1 + room].rotate_right(1);
            cells[mark + 1] = cells[mark].clone();
            cells[mark + 1].set_symbol("!");
        }
        cells[mark].set_symbol("!");
        at = mark + 1;
    }
}

/// Gives an arrow its shaft in the blank cell before it in its row: "2,20 > 1,51" would say which is more.
fn arrows(cells: &mut [Cell]) {
    for at in 1..cells.len() {
        if cells[at].symbol() == "→" && cells[at - 1].symbol() == " " {
            cells[at - 1].set_symbol("-");
        }
    }
}

/// A line or bar that words never move.
fn is_box(letter: &str) -> bool {
    letter.chars().next().is_some_and(|c| ('\u{2500}'..='\u{259F}').contains(&c))
}

fn recolour(theme: Theme, cell: &mut Cell) {
    match theme {
        Theme::Default => {}
        Theme::Light => light(cell),
        Theme::Contrast => contrast(cell),
        Theme::Mono => mono(cell),
    }
}

/// Yellow and cyan vanish on white; what is dim is too pale on many.
fn light(cell: &mut Cell) {
    cell.fg = match cell.fg {
        Color::Cyan => Color::Blue,
        Color::Yellow => Color::Magenta,
        other => other,
    };
    if cell.modifier.contains(Modifier::DIM) {
        cell.modifier.remove(Modifier::DIM);
        cell.fg = Color::DarkGray;
    }
}

/// A line where words stand: bars are lines themselves. In reverse stands only where a figure is from.
fn underline(cell: &Cell) -> Modifier {
    let is_drawn = cell.symbol().starts_with(|sign| matches!(sign, '\u{2500}'..='\u{259F}'));
    if is_drawn { Modifier::empty() } else { Modifier::UNDERLINED }
}

/// Good is bright cyan, care bright yellow, bad bright magenta and underlined; nothing is dim. A faint line of a chart becomes a
/// thin one: in full it would be louder than the points it leads to.
fn contrast(cell: &mut Cell) {
    if cell.modifier.contains(Modifier::DIM) {
        match cell.symbol() {
            "▀" | "▄" => {
                cell.set_symbol("─");
            }
            "█" => {
                cell.set_symbol("│");
            }
            _ => {}
        }
    }
    cell.modifier.remove(Modifier::DIM);
    let (colour, modifier) = match cell.fg {
        Color::Cyan | Color::Green => (Color::LightCyan, Modifier::BOLD),
        Color::Yellow => (Color::LightYellow, Modifier::BOLD),
        Color::Red => (Color::LightMagenta, Modifier::BOLD | underline(cell)),
        other => (other, Modifier::empty()),
    };
    cell.fg = colour;
    cell.modifier |= modifier;
}

fn mono(cell: &mut Cell) {
    cell.modifier |= match cell.fg {
        Color::Cyan | Color::Yellow => Modifier::BOLD,
        Color::Red => underline(cell),
        _ => Modifier::empty(),
    };
    cell.fg = Color::Reset;
}

/// Writes the letter of a cell with what the terminal has; its width stays.
fn transliterate(letters: Letters, cell: &mut Cell) {
    let letter = cell.symbol();
    if letters == Letters::All || letter.is_ascii() {
        return;
    }
    if letters == Letters::NoShapes && plain::is_letter(letter) {
        return;
    }
    let spelt = plain::cell(letter);
    cell.set_symbol(&spelt);
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    const ROLES: [Role; 8] =
        [Role::Plain, Role::Strong, Role::Dim, Role::Accent, Role::Good, Role::Warn, Role::Bad, Role::Stamp];

    fn dressed(theme: Theme, role: Role) -> (Color, Modifier) {
        let mut buf = Buffer::empty(Rect::new(0, 0, 1, 1));
        buf.set_string(0, 0, "x", style(role));
        apply(Appearance { theme, ..Appearance::default() }, &mut buf);
        (buf[(0, 0)].fg, buf[(0, 0)].modifier)
    }

    #[test]
    fn sixteen_colours_and_no_blue_on_dark_ground() {
        for theme in [Theme::Default, Theme::Light, Theme::Contrast, Theme::Mono] {
            for role in ROLES {
                let (colour, _) = dressed(theme, role);
                assert!(!matches!(colour, Color::Rgb(..) | Color::Indexed(_)), "{theme:?} {role:?}");
                assert!(theme == Theme::Light || !matches!(colour, Color::Blue | Color::LightBlue));
                assert!(theme != Theme::Mono || colour == Color::Reset);
            }
        }
    }

    /// Red and green are one colour to some eyes, and light colours none on white.
    #[test]
    fn themes_keep_their_promise() {
        for role in ROLES {
            let (contrast, _) = dressed(Theme::Contrast, role);
            assert!(!matches!(contrast, Color::Red | Color::Green), "{role:?}");
            let (light, _) = dressed(Theme::Light, role);
            assert!(!matches!(light, Color::Yellow | Color::Cyan | Color::White), "{role:?}");
        }
        assert_ne!(dressed(Theme::Contrast, Role::Good), dressed(Theme::Contrast, Role::Bad));
        assert_ne!(dressed(Theme::Contrast, Role::Warn), dressed(Theme::Contrast, Role::Bad));
        assert_ne!(
            dressed(Theme::Contrast, Role::Warn).0,
            dressed(Theme::Contrast, Role::Bad).0,
            "yellow is for care alone"
        );
        assert_ne!(dressed(Theme::Mono, Role::Warn), dressed(Theme::Mono, Role::Bad));
    }

    /// In reverse stands in every theme only where a figure is from.
    #[test]
    fn only_provenance_is_in_reverse() {
        for theme in [Theme::Default, Theme::Light, Theme::Contrast, Theme::Mono] {
            for role in ROLES {
                let (_, modifier) = dressed(theme, role);
                assert_eq!(modifier.contains(Modifier::REVERSED), role == Role::Stamp, "{theme:?} {role:?}");
            }
        }
    }

    /// A line under a bar would be another bar.
    #[test]
    fn bars_are_never_underlined() {
        for theme in [Theme::Contrast, Theme::Mono] {
            let mut buf = Buffer::empty(Rect::new(0, 0, 3, 1));
            buf.set_string(0, 0, "█░✗", style(Role::Bad));
            apply(Appearance { theme, ..Appearance::default() }, &mut buf);
            let underlined = [0, 1, 2].map(|x| buf[(x, 0)].modifier.contains(Modifier::UNDERLINED));
            assert_eq!(underlined, [false, false, true], "{theme:?}");
        }
    }

    fn spelt(letters: Letters, text: &str) -> String {
        let width = 20;
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        buf.set_string(0, 0, text, Style::new());
        apply(Appearance { letters, ..Appearance::default() }, &mut buf);
        (0..width).map(|x| buf[(x, 0)].symbol()).collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn letters_stay_where_only_shapes_are_missing() {
        assert_eq!(spelt(Letters::NoShapes, "▌ Hộ nghèo ✓ ██▊ →"), "# Hộ nghèo v ###->");
        assert_eq!(spelt(Letters::Ascii, "▌ Hộ nghèo −311 đ"), "# Ho ngheo -311 d");
        assert_eq!(spelt(Letters::All, "▌ Hộ"), "▌ Hộ");
    }

    /// What begins a row has nothing before it, and the end of the row above is none of its business.
    #[test]
    fn an_arrow_has_its_shaft_in_its_own_row() {
        let mut buf = Buffer::with_lines(["2,20  ", "→ 1,51", "a → b "]);
        apply(Appearance { letters: Letters::Ascii, ..Appearance::default() }, &mut buf);
        let rows = buf.content.chunks(6).map(|row| row.iter().map(Cell::symbol).collect::<String>());
        assert_eq!(rows.collect::<Vec<_>>(), ["2,20  ", "> 1,51", "a-> b "]);
    }
}
