//! Text: made safe, folded, cut to cells, and put into a table that a spreadsheet opens.

use giamngheo::report::csv::{Value, push_row};
use giamngheo::text::cells;
use giamngheo::text::clean::{clean as cleaned, visible};
use giamngheo::text::fold::{find_key, fold, name_key};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

use super::{forbidden, most_marks};

/// Any text, and any number of cells.
pub fn clean(text: &str, room: u16) {
    let safe = safe(text);
    folded(text);
    folded(&safe);
    fits(&safe, usize::from(room));
    tabled(&[text, &safe]);
}

/// Cleaned once it is clean: nothing in it hides, piles up, or takes more room than it did.
fn safe(text: &str) -> String {
    let (safe, _) = cleaned(text);
    assert_eq!(cleaned(&safe), (safe.clone(), 0), "cleaning twice changes nothing more: {text:?}");
    assert_eq!(forbidden(&safe), None, "{text:?} → {safe:?}");
    assert!(!safe.contains("  ") && safe.trim() == safe, "{safe:?}");
    assert!(!safe.starts_with(is_combining_mark) && most_marks(&safe) <= 3, "{safe:?}");
    assert!(letters_width(&safe) <= letters_width(text), "{text:?} grew: {safe:?}");
    let line = visible(text);
    assert_eq!(forbidden(&line), None, "{text:?} → {line:?}");
    safe
}

/// The cells of the letters, each by itself: letters that draw one picture together are told from those that stand
/// beside each other by the hidden ones between them. A blank of any kind takes a cell.
fn letters_width(text: &str) -> usize {
    let cells = |letter: char| {
        if letter.is_whitespace() || letter.is_control() { 1 } else { letter.width().unwrap_or(1) }
    };
    text.chars().map(cells).sum()
}

/// What is made alike for comparing stays so, however its letters are composed.
fn folded(text: &str) {
    let (composed, apart): (String, String) = (text.nfc().collect(), text.nfd().collect());
    for (name, key) in [("fold", fold as fn(&str) -> String), ("find_key", find_key), ("name_key", name_key)]
    {
        let once = key(text);
        assert_eq!(key(&composed), key(&apart), "{name} of {text:?}, composed and apart");
        if name == "fold" {
            assert_eq!(key(&once), once, "{name} of {text:?}, twice");
        }
    }
}

/// What is cut takes no more cells than it may, and what is broken into lines neither.
fn fits(safe: &str, room: usize) {
    let all = cells::width(safe);
    let parts = [
        cells::fitting(safe, room).to_owned(),
        cells::ending(safe, room).to_owned(),
        cells::cut(safe, room),
        cells::cut_middle(safe, room),
        cells::cut_front(safe, room),
    ];
    for (which, part) in parts.iter().enumerate() {
        assert!(cells::width(part) <= room, "cut {which} of {safe:?} to {room}: {part:?}");
        assert_eq!(forbidden(part), None, "{part:?}");
        assert!(all > room || part == safe, "cut {which} of {safe:?}, which fits {room}: {part:?}");
    }
    let padded = cells::pad_right(safe, room);
    assert_eq!(cells::width(&padded), room, "{safe:?} in {room} cells: {padded:?}");
    for line in cells::wrap(safe, room) {
        assert!(cells::width(&line) <= room, "{safe:?} in lines of {room}: {line:?}");
    }
}

/// Letters a spreadsheet takes for the beginning of a formula.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A row of these texts is read back as they are, none of them as a formula.
fn tabled(texts: &[&str]) {
    let mut row = String::new();
    let values: Vec<Value> = texts.iter().map(|text| Value::Text((*text).to_owned())).collect();
    push_row(&mut row, &values);
    let cells = cells_of(&row);
    assert_eq!(cells.len(), texts.len(), "{row:?}");
    for (cell, text) in cells.iter().zip(texts) {
        let bare = cell.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '"');
        assert!(!bare.starts_with(SIGNS) && !cell.starts_with(['\t', '\r', '\n', '\0']), "{cell:?}");
        assert!(cell == text || cell.strip_prefix('\'') == Some(text), "{text:?} comes back as {cell:?}");
    }
}

/// The cells of a row as RFC 4180 has them, each in quotes. Not by a crate: building its reader takes longer than all else
/// here.
fn cells_of(row: &str) -> Vec<String> {
    let mut letters = row.strip_suffix("\r\n").expect("the end of a row").chars().peekable();
    let mut cells = Vec::new();
    while letters.next_if_eq(&'"').is_some() {
        let mut cell = String::new();
        while let Some(letter) = letters.next() {
            if letter != '"' || letters.next_if_eq(&'"').is_some() {
                cell.push(letter);
            } else {
                break;
            }
        }
        cells.push(cell);
        if letters.next_if_eq(&',').is_none() {
            break;
        }
    }
    assert_eq!(letters.next(), None, "{row:?}");
    cells
}
