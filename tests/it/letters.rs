//! Which letters reach the terminal: everywhere in the program, in both languages, with all letters, without shapes,
//! and in ASCII alone. Of those whose width terminals disagree about only the ones that were tried are used.

use std::fs;
use std::path::{Path, PathBuf};

use giamngheo::app::appearance::{Appearance, Letters};
use giamngheo::app::state::Choices;
use giamngheo::app::{App, Key, Message};
use giamngheo::text::Lang;
use unicode_width::UnicodeWidthChar;

use super::program::{begun, choices, nothing, press, sample, screen};

/// Beside letters, box drawing, blocks and braille.
const SIGNS: &str = "▲▼◂▸→✓✗·…≈−●○×÷";

/// Keys that lead to all that can stand on the screen.
const PLACES: [&str; 34] = [
    "1",
    "2",
    "2 s",
    "2 S",
    "2 <Down> <Enter>",
    "2 <Enter>",
    "3",
    "4",
    "4 + + =",
    "4 <End> <Enter>",
    "5",
    "5 [",
    "6",
    "6 <End>",
    "1 <Enter>",
    "1 <Down> <Enter>",
    "1 <Enter> <Enter>",
    "4 <Enter>",
    "6 <Enter>",
    "5 <Enter>",
    "?",
    "2 ?",
    "/ a",
    "/ x q z",
    "u",
    "c",
    "w",
    "y",
    "o",
    "g",
    "m",
    "m 2",
    "m 4",
    "m 5",
];

/// Every place at every size, for `check`: where it is, with which letters, and what stands there.
fn everywhere(check: impl Fn(&str, Letters, &str)) {
    let (report, running) = ((Lang::Vi, "2022-12-31"), (Lang::En, "2023-09-30"));
    for ((lang, day), sizes) in [(report, [(80, 24), (160, 45)]), (running, [(80, 24), (40, 10)])] {
        for size in sizes {
            places(lang, day, size, &|app, place| {
                for letters in [Letters::All, Letters::NoShapes, Letters::Ascii] {
                    app.choices.look = Appearance { letters, ..Appearance::default() };
                    check(place, letters, &screen(app));
                }
            });
        }
    }
}

fn places(lang: Lang, day: &str, (width, height): (u16, u16), see: &dyn Fn(&mut App, &str)) {
    let mut app = App::new(choices(lang, day));
    app.update(Message::Resize { width, height });
    see(&mut app, "waiting");
    app.update(nothing());
    see(&mut app, "nothing to read");
    let mut app = begun(choices(lang, day), (width, height), sample());
    for keys in PLACES {
        press(&mut app, keys);
        see(&mut app, keys);
        press(&mut app, "<Esc> <Esc> <Esc>");
    }
    press(&mut app, "m");
    for _ in 0..app.slides.len() {
        see(&mut app, "the deck");
        app.update(Message::Key(Key::Char(' ')));
    }
    press(&mut app, "<Esc>");
    app.update(nothing());
    see(&mut app, "the banner");
    app.update(Message::Resize { width: 30, height: 8 });
    see(&mut app, "too small");
}

/// Of a word, or of what files say: names and quotes are shown as they are written.
fn is_of_words(letter: char) -> bool {
    letter.is_ascii() || letter.is_alphabetic() || "–“”".contains(letter)
}

fn is_drawn(letter: char) -> bool {
    matches!(letter, '\u{2500}'..='\u{259F}' | '\u{2800}'..='\u{28FF}') || SIGNS.contains(letter)
}

/// Letters and the agreed signs; without shapes letters and ASCII; in another charset ASCII alone.
#[test]
fn every_place_has_the_letters_that_the_terminal_shows_and_no_others() {
    everywhere(|place, letters, screen| {
        let fits = |letter: &char| match letters {
            Letters::All => is_of_words(*letter) || is_drawn(*letter),
            Letters::NoShapes => letter.is_ascii() || letter.is_alphabetic(),
            Letters::Ascii => letter.is_ascii(),
        };
        let odd: Vec<char> = screen.chars().filter(|letter| !fits(letter)).collect();
        assert!(odd.is_empty(), "{place}, {letters:?}: {odd:?}\n{screen}");
    });
}

/// Columns and bars stay where they are: the same cells are taken with and without shapes.
#[test]
fn what_takes_the_place_of_a_shape_is_as_wide() {
    for keys in ["1", "2", "3", "4", "6", "1 <Enter>", "?"] {
        let picture = |letters| {
            let look = Appearance { letters, ..Appearance::default() };
            let choices = Choices { look, ..choices(Lang::Vi, "2022-12-31") };
            let mut app = begun(choices, (80, 24), sample());
            press(&mut app, keys);
            screen(&app)
        };
        let (all, plain) = (picture(Letters::All), picture(Letters::NoShapes));
        for (with, without) in all.lines().zip(plain.lines()) {
            assert_eq!(with.chars().count(), without.chars().count(), "{with}\n{without}");
            let words = |c: char| c.is_alphanumeric();
            let alike = |(a, b): (char, char)| !words(a) || a == b;
            assert!(with.chars().zip(without.chars()).all(alike), "{with}\n{without}");
        }
    }
}

/// The program's own words hold no other sign either, on whichever screen they come.
#[test]
fn the_words_of_the_program_keep_to_the_signs() {
    let mut files = Vec::new();
    for room in ["app", "model", "page", "source", "text", "ui"] {
        gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room), &mut files);
    }
    let mut seen = 0;
    for path in files {
        // What is dropped, replaced or folded has to be named there.
        if ["plain.rs", "clean.rs", "fold.rs", "order.rs"].iter().any(|name| path.ends_with(name)) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        for line in text.lines().map(|line| line.split("//").next().unwrap()) {
            let odd: Vec<char> =
                line.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic() && !is_drawn(*c)).collect();
            assert!(odd.is_empty(), "{}: {odd:?} in {line}", path.display());
            seen += line.chars().filter(|c| is_drawn(*c)).count();
        }
    }
    assert!(seen > 100, "{seen}");
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
}

/// Terminals set to East Asian widths draw ambiguous signs two cells wide, and some draw signs that have an emoji form
/// so. Each of ours is known to be one or neither, so that a new one is thought about.
#[test]
fn the_signs_are_one_cell_wide_and_no_emoji() {
    // Signs with an emoji form among the blocks ours are from (Unicode 16, emoji-data.txt).
    let emoji = "↔↕↖↗↘↙↩↪▪▫▶◀◻◼◽◾☑✂✅✈✉✊✋✌✍✏✒✔✖✝✡✨✳✴❄❇❌❎❓❔❕❗❣❤➕➖➗➡⬅⬆⬇⬛⬜";
    let ambiguous: Vec<char> = SIGNS.chars().filter(|c| c.width_cjk() != c.width()).collect();
    assert_eq!(ambiguous, ['▲', '▼', '→', '·', '…', '≈', '●', '○', '×', '÷']);
    for sign in SIGNS.chars() {
        assert_eq!(sign.width(), Some(1), "{sign}");
        assert!(!emoji.contains(sign), "{sign}");
    }
}
