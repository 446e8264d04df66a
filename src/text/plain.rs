//! Pictures for terminals of another charset: letters without accents, shapes out of ASCII.
//!
//! Cell for cell, so that columns and bars stay where they are. Only for what goes to such a terminal;
//! files are always UTF-8.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::cells::width;

/// What stands for a letter that ASCII has no likeness of.
const UNKNOWN: &str = "?";

/// `text` in ASCII, as many letters as it took cells. Only `≤` `≥` `≠` `✗` grow, to `<=` `>=` `!=`
/// `!!`: one sign would say something else.
pub fn ascii(text: &str) -> String {
    with_shafts(text).graphemes(true).map(ascii_letter).collect()
}

/// `text` with its letters as they are, and ASCII for every shape.
pub fn shapeless(text: &str) -> String {
    with_shafts(text)
        .graphemes(true)
        .map(|letter| if is_letter(letter) { letter.to_owned() } else { ascii_letter(letter) })
        .collect()
}

/// An arrow has its shaft in the blank before it: "2,20 > 1,51" would say which is more.
fn with_shafts(text: &str) -> String {
    text.replace(" →", "-→")
}

/// A letter of a word, as against a shape.
pub fn is_letter(letter: &str) -> bool {
    letter.chars().next().is_some_and(char::is_alphabetic)
}

/// The letter of one cell in ASCII, exactly as wide.
pub fn cell(letter: &str) -> String {
    let spelt = ascii_letter(letter);
    let cells = width(letter).max(1);
    spelt.chars().take(cells).collect()
}

/// Whether a terminal of this locale (`vi_VN.UTF-8`) shows UTF-8: yes, unless it names another charset.
/// `C`, `POSIX`, and no locale at all are what servers and cron have: the terminal behind is UTF-8 today.
pub fn charset_is_utf8(locale: &str) -> bool {
    let name = locale.split('@').next().unwrap_or(locale);
    let Some((_, charset)) = name.split_once('.') else { return true };
    let bare: String = charset.chars().filter(char::is_ascii_alphanumeric).collect();
    bare.is_empty() || bare.eq_ignore_ascii_case("utf8")
}

fn ascii_letter(letter: &str) -> String {
    if letter.is_ascii() {
        return letter.to_owned();
    }
    let cells = width(letter);
    match (letter.nfc().next().and_then(likeness), letter.nfd().next()) {
        (Some(sign), _) => format!("{sign:cells$}"),
        (None, Some(base)) if base.is_ascii_alphanumeric() => format!("{base:cells$}"),
        _ => UNKNOWN.repeat(cells),
    }
}

/// By the composed letter: without its stroke "not equal" would read as equal.
fn likeness(letter: char) -> Option<&'static str> {
    shape(letter).or_else(|| box_line(letter)).or_else(|| braille(letter))
}

fn shape(letter: char) -> Option<&'static str> {
    Some(match letter {
        'đ' | 'ð' | 'ɖ' | '₫' => "d",
        'Đ' | 'Ð' | 'Ɖ' => "D",
        // From half a cell on a bar is there; less is its last, thin end.
        '█' | '▉' | '▊' | '▋' | '▌' | '▓' | '■' | '▇' => "#",
        '▍' | '▎' | '▏' | '▅' => "=",
        '▐' => "|",
        // The other steps of a small trend.
        '▁' => "_",
        '▆' => "+",
        '▒' => ":",
        // The lines of a chart (▀▄) lead the eye from point to point and are no louder than a dot; ▂▃ are small steps.
        '░' | '·' | '…' | '‥' | '▄' | '▂' => ".",
        '▲' | '↑' => "^",
        '▼' | '↓' | '✓' | '✔' => "v",
        '◂' | '←' | '◀' | '‹' => "<",
        '▸' | '→' | '▶' | '›' => ">",
        // An x is "yes" in forms.
        '✗' | '✘' => "!!",
        '×' => "x",
        '•' => "*",
        '○' => "O",
        '≈' => "~",
        '−' | '‐' | '‑' | '–' | '—' | '▃' => "-",
        '÷' => "/",
        '≤' => "<=",
        '≥' => ">=",
        '≠' => "!=",
        '“' | '”' | '„' | '«' | '»' => "\"",
        '‘' | '’' | '‚' | '▀' => "'",
        '●' | '°' => "o",
        '\u{A0}' => " ",
        _ => return None,
    })
}

/// Box drawing. The heavy upright marks an aim on a bar, and must differ from the light one (time).
fn box_line(letter: char) -> Option<&'static str> {
    Some(match letter {
        '─' | '┄' | '┈' | '╌' | '╴' | '╶' => "-",
        '━' | '┅' | '┉' | '╍' | '═' | '╸' | '╺' => "=",
        '│' | '┆' | '┊' | '╎' | '║' | '╵' | '╷' => "|",
        '┃' | '┇' | '┋' | '╏' | '╹' | '╻' => "I",
        '\u{2500}'..='\u{257F}' => "+",
        _ => return None,
    })
}

/// Braille dots as a rough line: only high ones, only low ones, or both.
fn braille(letter: char) -> Option<&'static str> {
    const HIGH: u32 = 0b0001_1011;
    let dots = u32::from(letter).checked_sub(0x2800).filter(|&dots| dots < 0x100)?;
    Some(match (dots & HIGH != 0, dots & !HIGH != 0) {
        (false, false) => " ",
        (true, false) => "'",
        (false, true) => ".",
        (true, true) => ":",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_lose_their_accents() {
        assert_eq!(ascii("Phường Đa Kao, hộ nghèo"), "Phuong Da Kao, ho ngheo");
        assert_eq!(ascii("Phu\u{31B}o\u{31B}\u{300}ng"), "Phuong");
        assert_eq!(ascii("−0,69 điểm ≈ 4 × 5"), "-0,69 diem ~ 4 x 5");
        assert_eq!(ascii("cần số ≥ 0"), "can so >= 0");
        assert_eq!(ascii("1 ≠ 2, 1 =\u{338} 2, 1 ≰ 2"), "1 != 2, 1 != 2, 1 ? 2");
    }

    #[test]
    fn pictures_keep_their_cells() {
        assert_eq!(ascii("━━──┃│"), "==--I|");
        assert_eq!(ascii("███████┃██▊   ✓ vượt"), "#######I###   v vuot");
        assert_eq!(ascii("◂ 2/5 ▸ ▲▼ → ✗ · …"), "< 2/5 > ^v-> !! . .");
        assert_eq!(ascii("1.500┤ ⠤⢄⣀⡀ ⠉\u{2800}"), "1.500+ .... ' ");
        assert_eq!(ascii("区6👨‍👩‍👧"), "??6??");
    }

    #[test]
    fn words_keep_their_accents_where_only_shapes_are_missing() {
        assert_eq!(shapeless("━━ Hộ nghèo → 1.429 · ✓ đạt ▸"), "== Hộ nghèo-> 1.429 . v đạt >");
        assert_eq!(shapeless("Phu\u{31B}o\u{31B}\u{300}ng −3"), "Phu\u{31B}o\u{31B}\u{300}ng -3");
    }

    #[test]
    fn only_another_charset_is_another() {
        for utf8 in
            ["", "C", "POSIX", "vi_VN", "vi_VN.UTF-8", "en_US.utf8", "C.UTF-8", "vi_VN.UTF-8@x", "vi."]
        {
            assert!(charset_is_utf8(utf8), "{utf8}");
        }
        for other in ["vi_VN.TCVN", "vi_VN.TCVN5712-1", "en_US.ISO-8859-1", "en_US.ISO8859-15@euro"] {
            assert!(!charset_is_utf8(other), "{other}");
        }
    }

    proptest! {
        #[test]
        fn any_text_becomes_ascii_of_its_width(text in "[^≤≥≠\\p{Cc}]{0,60}") {
            let plain = ascii(&text);
            prop_assert!(plain.is_ascii());
            prop_assert_eq!(plain.len(), width(&text));
        }

        #[test]
        fn ascii_stays_as_it_is(text in "[ -~]{0,60}") {
            prop_assert_eq!(ascii(&text), text);
        }
    }
}
