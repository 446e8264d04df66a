//! The pictures in the README are the program's own: this test draws them and compares. `.ci/pictures` writes them
//! anew (it sets `GIAMNGHEO_PICTURES=write`).

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use giamngheo::text::Lang;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::program::{drawn, press, program};

/// Cells in the units of the drawing.
const CELL: (u32, u32) = (9, 19);
const MARGIN: u32 = 12;

/// The colour of the ground.
const GROUND: &str = "#1b1e25";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Compares a file with what it should hold, or writes it when told to.
fn hold(name: &str, expected: &str) {
    let path = root().join(name);
    if std::env::var_os("GIAMNGHEO_PICTURES").is_some_and(|value| value == "write") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{name} is not what the program shows; .ci/pictures writes it anew");
}

fn colour(color: Color) -> &'static str {
    match color {
        Color::Cyan => "#56d4dd",
        Color::Green => "#7ec699",
        Color::Yellow => "#f2c55c",
        Color::Red => "#ff7b72",
        _ => "#d6d9e0",
    }
}

/// Full blocks as one area: fonts leave seams between them. Gives the text without them.
fn blocks(svg: &mut String, (x, top): (u32, u32), cell: &Cell, text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut at = 0;
    for run in letters.chunk_by(|a, b| (*a == '█') == (*b == '█')) {
        let length = u32::try_from(run.len()).unwrap();
        if run[0] == '█' {
            let (x, wide, high, fill) = (x + at * CELL.0, length * CELL.0, CELL.1, colour(cell.fg));
            writeln!(svg, "<rect x=\"{x}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"{fill}\"/>")
                .unwrap();
        }
        at += length;
    }
    text.replace('█', " ")
}

/// A run of cells that look alike, from column `x`.
fn run(svg: &mut String, x: u32, y: u32, cell: &Cell, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    let has = |modifier| cell.modifier.contains(modifier);
    let reversed = has(Modifier::REVERSED);
    let weight = if has(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let opacity = if has(Modifier::DIM) { " opacity=\"0.6\"" } else { "" };
    let width = u32::try_from(text.chars().count()).unwrap() * CELL.0;
    let (x, top) = (MARGIN + x * CELL.0, MARGIN + y * CELL.1);
    let y = top + CELL.1 - 5;
    let fill = if reversed { GROUND } else { colour(cell.fg) };
    let text = blocks(svg, (x, top), cell, text);
    if text.trim().is_empty() {
        return;
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    if reversed {
        let (left, wide, high, ground) = (x - CELL.0, width + 2 * CELL.0, CELL.1, colour(cell.fg));
        writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"{ground}\"/>"
        )
        .unwrap();
    }
    writeln!(
        svg,
        "<text x=\"{x}\" y=\"{y}\" fill=\"{fill}\"{weight}{opacity} textLength=\"{width}\" xml:space=\"preserve\">{text}</text>"
    )
    .unwrap();
}

/// The screen as a drawing: each run of alike cells a text of exactly its cells.
fn drawing(buffer: &Buffer) -> String {
    let area = buffer.area;
    let (columns, rows) = (u32::from(area.width), u32::from(area.height));
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{GROUND}\"/>\n"
    );
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let first = &buffer[(x, y)];
            let alike = |x: &u16| buffer[(*x, y)].style() == first.style();
            let end = (x..area.width).take_while(alike).last().unwrap_or(x) + 1;
            let text: String = (x..end).map(|x| buffer[(x, y)].symbol()).collect();
            // Blanks at the ends would stretch the text; they are left to the coordinates.
            let lead = u32::try_from(text.chars().take_while(|c| *c == ' ').count()).unwrap();
            run(&mut svg, u32::from(x) + lead, u32::from(y), first, text.trim());
            x = end;
        }
    }
    svg + "</svg>\n"
}

fn picture(lang: Lang, size: (u16, u16), as_of: &str, keys: &str) -> String {
    let mut app = program(lang, size, as_of);
    press(&mut app, keys);
    drawing(&drawn(&app))
}

#[test]
fn the_drawings_are_the_programs_own() {
    hold(".pictures/overview.svg", &picture(Lang::Vi, (80, 24), "2022-12-31", "1"));
    hold(".pictures/targets.svg", &picture(Lang::Vi, (80, 24), "2023-09-30", "4"));
    hold(".pictures/areas-wide.svg", &picture(Lang::En, (160, 45), "2022-12-31", "2 <Down>"));
    hold(".pictures/meeting.svg", &picture(Lang::Vi, (80, 24), "2022-12-31", "m 2"));
    hold(".pictures/meeting-wide.svg", &picture(Lang::En, (120, 34), "2023-09-30", "m 5"));
}

#[test]
fn the_screen_in_the_readme_is_the_programs_own() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let screen = super::program::picture(Lang::Vi, (80, 24), "2022-12-31", "1");
    let (before, rest) = readme.split_once("```\n Quận 6").unwrap();
    let (_, after) = rest.split_once("\n```").unwrap();
    hold("README.md", &format!("{before}```\n{screen}\n```{after}"));
}
