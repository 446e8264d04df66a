//! Themes: the same picture, each in its colours. Runs of cells that look alike, with how they look before them.

use std::fmt::Write as _;

use giamngheo::app::appearance::{Appearance, Theme};
use giamngheo::app::state::Choices;
use giamngheo::text::Lang;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::program::{begun, choices, drawn, press, sample};

fn dump(theme: Theme, keys: &str) -> String {
    let look = Appearance { theme, ..Appearance::default() };
    let mut app = begun(Choices { look, ..choices(Lang::Vi, "2023-09-30") }, (80, 24), sample());
    press(&mut app, keys);
    let buffer = drawn(&app);
    (0..24).map(|y| line(&buffer, y)).collect()
}

fn line(buffer: &Buffer, y: u16) -> String {
    let mut out = String::new();
    let mut x = 0;
    while x < 80 {
        let first = &buffer[(x, y)];
        let alike = |x: &u16| buffer[(*x, y)].style() == first.style();
        let end = (x..80).take_while(alike).last().unwrap_or(x) + 1;
        let text: String = (x..end).map(|x| buffer[(x, y)].symbol()).collect();
        if !text.trim().is_empty() {
            let look = match (first.fg, first.modifier) {
                (Color::Reset, modifier) if modifier.is_empty() => String::new(),
                (Color::Reset, modifier) => format!("{modifier:?}"),
                (fg, modifier) => format!("{fg} {modifier:?}"),
            };
            write!(out, "[{}]{}", look.replace("NONE", "").trim(), text.trim()).unwrap();
        }
        x = end;
    }
    out + "\n"
}

#[test]
fn each_theme_in_its_colours() {
    for (name, theme) in [
        ("default", Theme::Default),
        ("light", Theme::Light),
        ("contrast", Theme::Contrast),
        ("mono", Theme::Mono),
    ] {
        insta::assert_snapshot!(format!("theme-{name}"), dump(theme, "4"));
        insta::assert_snapshot!(format!("theme-{name}-meeting"), dump(theme, "m 6"));
    }
}

/// Without colour a standing is still told by its mark and its word, on every line of the targets.
#[test]
fn state_is_said_by_mark_and_word() {
    let mono = dump(Theme::Mono, "4");
    for standing in ["! cần chú ý", "✗ chậm tiến độ", "✓ giữ vững", "✗ có phát sinh", "▸ đang thực hiện"]
    {
        assert!(mono.contains(standing), "{standing}\n{mono}");
    }
}
