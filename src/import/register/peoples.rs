//! Of which people a household is: of the majority, or of a minority. Only what names a people of the country, or says
//! yes or no to a minority, tells it: a number may be a code, and a name may be somebody's.

use super::super::forms::{forms, words_of};
use super::super::grid::{Cell, SheetCell};
use super::super::written;

/// Is a cell of the column of peoples that of a minority? None where it does not surely tell. Members' cells are often left
/// blank, and so is that of a head who belongs to the majority.
pub fn is_minority(cell: Cell<'_>) -> Option<bool> {
    match cell {
        SheetCell::Empty => Some(false),
        SheetCell::Text(text) if written::says_nothing(text) => Some(false),
        SheetCell::Text(text) => of_text(text),
        SheetCell::Number(..) | SheetCell::Day(_) | SheetCell::Broken => None,
    }
}

/// "Hoa", "Kinh (Việt)", "x": where several are named, all of them have to be alike.
fn of_text(text: &str) -> Option<bool> {
    let is_word = text.chars().any(char::is_alphabetic) || !text.chars().any(char::is_alphanumeric);
    if is_word && written::is_yes(SheetCell::Text(text)) {
        return Some(true);
    }
    let parts = text.split(['(', ')', '/', ',', ';', '+', '\n']);
    let mut told = parts.map(words_of).filter(|words| !words.is_empty()).map(|words| of_words(&words));
    let first = told.next()??;
    told.all(|other| other == Some(first)).then_some(first)
}

fn of_words(words: &str) -> Option<bool> {
    let peoples = &forms().peoples;
    let is_of = |names: &[String], words: &str| names.iter().any(|name| squeezed(name) == squeezed(words));
    if is_of(&peoples.any, words) {
        return Some(true);
    }
    let name = ["dan toc ", "nguoi "].iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
    if words == "khong" || is_of(&peoples.majority, name) {
        return Some(false);
    }
    peoples.minorities.iter().any(|spellings| is_of(spellings, name)).then_some(true)
}

/// "Ê Đê", "Ê-đê", "Êđê": one name is written in one word or in several.
fn squeezed(words: &str) -> String {
    words.split(' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_people_or_a_plain_answer_tells() {
        let of = |text: &str| is_minority(SheetCell::Text(text));
        for text in ["Kinh", "KINH ", "Việt", "Kinh (Việt)", "dân tộc Kinh", "không", "", "-"] {
            assert_eq!(of(text), Some(false), "{text}");
        }
        for text in [
            "Hoa",
            "Hoa (Hán)",
            "H'Mông",
            "Mông",
            "Ê-đê",
            "Êđê",
            "Khơ me",
            "Người Chăm",
            "Cơ-ho",
            "x",
            "có",
            "DTTS",
        ] {
            assert_eq!(of(text), Some(true), "{text}");
        }
        for text in [
            "0",
            "01",
            "1",
            "K",
            "?",
            "Không rõ",
            "Khác",
            "Nguyễn Văn Hoa",
            "Lê Thị Thái",
            "Kinh, Hoa",
            "Việt Nam",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
        assert_eq!(is_minority(SheetCell::Empty), Some(false));
    }

    /// Fifty-four peoples, and no spelling of two of them.
    #[test]
    fn the_peoples_are_those_of_the_country() {
        let peoples = &forms().peoples;
        assert_eq!(peoples.minorities.len() + 1, 54);
        let names = || peoples.minorities.iter().flatten().chain(&peoples.majority).chain(&peoples.any);
        let mut known: Vec<String> = names().map(|name| squeezed(name)).collect();
        known.sort();
        let count = known.len();
        known.dedup();
        assert_eq!(known.len(), count);
        assert!(names().all(|name| words_of(name) == *name));
    }
}
