//! What holds of any input, in one place: short properties ask it in `cargo test`, and the targets of `tests/fuzz` with
//! millions of inputs. Each function panics where it does not hold.

pub mod clean;
pub mod draw;
pub mod keys;
pub mod load;
pub mod made;
pub mod screen;

use unicode_normalization::char::is_combining_mark;

/// Letters that may not reach a terminal, a report, a spreadsheet or a message: they move its cursor, turn the reading
/// direction round, hide, or are none. A list of its own: what the program itself goes by is what is judged.
pub fn is_forbidden(letter: char) -> bool {
    let code = u32::from(letter);
    letter.is_control()
        || code & 0xFFFE == 0xFFFE
        || matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
        )
        || matches!(letter, '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
        || matches!(letter, '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// The first letter of `text` that may not be there.
pub fn forbidden(text: &str) -> Option<char> {
    text.chars().find(|letter| is_forbidden(*letter))
}

/// The most marks that one letter of `text` carries.
fn most_marks(text: &str) -> usize {
    let mut marks = 0;
    let count = text.chars().map(|letter| {
        marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
        marks
    });
    count.max().unwrap_or(0)
}
