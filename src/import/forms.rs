//! The map of the forms in use: data, read once. What it means is told in `forms.json` itself.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::fold::fold;

/// The map.
#[derive(Debug, Deserialize)]
pub struct Forms {
    /// Vietnamese and English name of each entry of a list, by its id.
    pub names: BTreeMap<String, (String, String)>,
    /// Columns of any form.
    pub columns: Vec<ColumnRule>,
    /// Forms that a title names, with columns of their own.
    pub forms: Vec<Form>,
    /// Words of headings that any column may have, and those of another matter.
    pub headings: HeadingWords,
    /// Words of titles that make the whole sheet another figure.
    pub titles: TitleWords,
    /// Words of rows that are no place.
    pub rows: RowWords,
    /// Heads of the columns that say what a row is.
    pub labels: LabelWords,
    /// Words of lists of households.
    pub lists: ListWords,
    /// The peoples of the country.
    pub peoples: Peoples,
}

/// A form that its title names.
#[derive(Debug, Deserialize)]
pub struct Form {
    /// Phrases of its title, one of which is enough.
    pub title: String,
    /// Its columns; they go before those of any form.
    pub columns: Vec<ColumnRule>,
}

/// How a column is known.
#[derive(Debug, Deserialize)]
pub struct ColumnRule {
    /// The field it holds; none for what is read and left out.
    #[serde(default)]
    pub field: String,
    /// Why it is left out, where it is: `total` of the lacks only checks them, `rest` is what is none of the others.
    #[serde(default)]
    pub left_out: String,
    /// Of each of these one phrase stands in the heading.
    pub heads: Vec<String>,
    /// None of these does.
    #[serde(default)]
    pub without: Vec<String>,
    /// Words that a heading of it may have besides.
    #[serde(default)]
    pub also: Vec<String>,
    /// Only in a form of this group.
    #[serde(default)]
    pub group: String,
}

/// Words of headings beside those of the rules.
#[derive(Debug, Deserialize)]
pub struct HeadingWords {
    /// A heading over that of a group is made of them where it heads all that is counted: "Kết quả rà soát".
    pub of_all: Vec<String>,
    /// They say nothing that changes what a column is.
    pub neutral: Vec<String>,
    /// A column with one of them is another figure: a plan, another year's, a support.
    pub elsewhere: Vec<String>,
    /// Headings that are known only whole, by the field they head.
    pub exact: BTreeMap<String, Vec<String>>,
    /// Headings of all households and of all persons, by their fields: known whole, beside those of the poor.
    pub whole: BTreeMap<String, Vec<String>>,
}

impl HeadingWords {
    /// May that be the heading of all households, or of all persons?
    pub fn is_of_whole(&self, field: &str, heading: &str) -> bool {
        self.whole.get(field).is_some_and(|known| known.iter().any(|words| words == heading))
    }
}

/// Words of titles.
#[derive(Debug, Deserialize)]
pub struct TitleWords {
    /// What a line begins with that only says where the form belongs.
    pub notes: Vec<String>,
    /// What is meant to be: before the first word of the poor.
    pub planned: Vec<String>,
    /// The sheet is of some of the poor, of those who are helped, of other people.
    pub elsewhere: Vec<String>,
    /// Those of them that a form of groups has columns for.
    pub announced: Vec<String>,
    /// They name no group: those who left it or came.
    pub movements: Vec<String>,
    /// The sheet is of the minorities.
    pub minority: Vec<String>,
    /// It counts persons.
    pub persons: Vec<String>,
    /// What is said before that in which a sheet counts.
    pub measures: Vec<String>,
    /// It counts in thousands.
    pub scales: Vec<String>,
    /// Its figures are estimates.
    pub estimated: Vec<String>,
}

/// Words of rows that are no place.
#[derive(Debug, Deserialize)]
pub struct RowWords {
    /// The unit as a whole.
    pub total: Vec<String>,
    /// Urban and rural parts.
    pub zones: Vec<String>,
    /// They stand in no name of a place: a part, a plan, a sum so far.
    pub no_places: Vec<String>,
    /// What begins a row that sets the figures against those of another day.
    pub comparisons: Vec<String>,
    /// The row of the households of a place.
    pub households: Vec<String>,
    /// The row of its persons.
    pub persons: Vec<String>,
}

/// Heads of the columns that say what a row is.
#[derive(Debug, Deserialize)]
pub struct LabelWords {
    /// Of the running number.
    pub number: Vec<String>,
    /// Of the name of somebody: the sheet is a list of people.
    pub person: Vec<String>,
    /// Of what may be somebody: it heads no places.
    pub people: Vec<String>,
    /// Of the name.
    pub name: Vec<String>,
    /// Of what a row of a place counts.
    pub split: Vec<String>,
    /// Of the code.
    pub code: Vec<String>,
    /// Of the fields, where each has a row.
    pub fields: Vec<String>,
    /// Of the values of one place, beside them.
    pub values: Vec<String>,
    /// Of what is counted, beside them.
    pub units: Vec<String>,
}

impl LabelWords {
    /// Is that the heading of names of places: "Phường", or several such words, "Phường, khu phố"?
    pub fn is_name(&self, words: &str) -> bool {
        let is_label = |words: &str| self.name.iter().any(|label| label == words);
        let parts: Vec<&str> = words.split(' ').collect();
        is_label(words)
            || (1..parts.len())
                .any(|at| is_label(&parts[..at].join(" ")) && self.is_name(&parts[at..].join(" ")))
    }
}

/// Words of lists of households.
#[derive(Debug, Deserialize)]
pub struct ListWords {
    /// A heading of these words alone is that of the head's name; "Giới tính chủ hộ" is not.
    pub head: Vec<String>,
    /// A heading of these words alone is that of the members' names.
    pub member: Vec<String>,
    /// A title with one of these lists persons.
    pub persons: Vec<String>,
    /// A title with one of these lists some of the households: those who get or lack a thing.
    pub some: Vec<String>,
    /// A line with one of these is no title of the list, whatever it has besides.
    pub no_title: Vec<String>,
    /// A column with one of these tells of households that are not of the group any more.
    pub left: Vec<String>,
    /// Words of a heading of that column besides.
    pub left_also: Vec<String>,
    /// Words beside those of a cause that say no other one.
    pub cause: Vec<String>,
}

/// The peoples of the country, by all their usual spellings.
#[derive(Debug, Deserialize)]
pub struct Peoples {
    /// The majority.
    pub majority: Vec<String>,
    /// All others, each with its spellings.
    pub minorities: Vec<Vec<String>>,
    /// What is said of any of them, and names none.
    pub any: Vec<String>,
}

/// The text of the map.
pub const MAP: &str = include_str!("forms.json");

/// The map of the forms in use.
pub fn forms() -> &'static Forms {
    static FORMS: LazyLock<Forms> = LazyLock::new(|| {
        // A part of the program: that it is sound is tested.
        serde_json::from_str(MAP).expect("the map of the forms is sound JSON")
    });
    &FORMS
}

impl Forms {
    /// Both names of an entry.
    pub fn name_of(&self, id: &str) -> Option<(&str, &str)> {
        self.names.get(id).map(|(vi, en)| (vi.as_str(), en.as_str()))
    }
}

impl Form {
    /// Is that its title?
    pub fn is_titled(&self, title: &str) -> bool {
        self.title.split('|').any(|phrase| has_phrase(title, phrase))
    }
}

impl ColumnRule {
    /// Is it of both groups as one?
    pub fn is_of_both(&self) -> bool {
        self.field.starts_with("combined.")
    }

    /// Is it of any group?
    pub fn is_of_one(&self) -> bool {
        self.is_of_both() || ["{group}", "poor"].iter().any(|group| self.field.contains(group))
    }

    /// How well a heading fits: the letters of the phrases found; none where it does not.
    pub fn fit(&self, heading: &str) -> Option<usize> {
        if self.without.iter().any(|phrase| has_phrase(heading, phrase)) {
            return None;
        }
        self.heads.iter().try_fold(0, |found, phrases| {
            let longest = phrases.split('|').filter(|phrase| has_phrase(heading, phrase)).map(str::len).max();
            longest.map(|longest| found + longest)
        })
    }
}

/// Words made alike: without accents and signs, but for `%`.
pub fn words_of(text: &str) -> String {
    let words = words_of_letters(text).unwrap_or_else(|| words_of_signs(text));
    // "Tỉ lệ" is the same word.
    if has_phrase(&words, "ti le") { words.replace("ti le", "ty le") } else { words }
}

/// The words of a text that has signs and numbers too.
fn words_of_signs(text: &str) -> String {
    let folded = fold(text);
    let apart = folded.chars().map(|c| if c.is_alphanumeric() || c == '%' { c } else { ' ' });
    // A percent sign is a word of its own.
    let text: String = apart.collect::<String>().replace('%', " % ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same of a text of whole letters of Latin and blanks, letter by letter: a list names a million people.
fn words_of_letters(text: &str) -> Option<String> {
    /// Each letter as [`fold`] makes it alike; nought where that is no plain one.
    static ALIKE: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let alike = |letter: char| match fold(letter.encode_utf8(&mut [0; 4])).as_bytes() {
            [only] if only.is_ascii_alphabetic() => *only,
            _ => 0,
        };
        LATIN.chain(VIETNAMESE).map(alike).collect()
    });
    const LATIN: RangeInclusive<char> = '\0'..='\u{24F}';
    const VIETNAMESE: RangeInclusive<char> = '\u{1E00}'..='\u{1EFF}';
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        let place = match u32::from(letter) {
            code @ ..0x250 => code,
            code @ 0x1E00..0x1F00 => code - 0x1E00 + 0x250,
            _ => return None,
        };
        match ALIKE.get(usize::try_from(place).ok()?) {
            Some(alike @ 1..) => words.push(char::from(*alike)),
            _ if letter != ' ' => return None,
            _ if words.is_empty() || words.ends_with(' ') => {}
            _ => words.push(' '),
        }
    }
    words.truncate(words.trim_end().len());
    Some(words)
}

/// Does the phrase stand in the words, whole words only?
pub fn has_phrase(words: &str, phrase: &str) -> bool {
    if phrase.is_empty() {
        return true;
    }
    words.match_indices(phrase).any(|(at, found)| {
        let is_edge = |letter: Option<char>| letter.is_none_or(|c| !c.is_alphanumeric());
        is_edge(words[..at].chars().next_back()) && is_edge(words[at + found.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::super::field::Field;
    use super::*;

    /// Letter by letter words are what they are made of otherwise.
    #[test]
    fn words_of_letters_are_those_of_any_text() {
        let mut read = 0;
        for letter in '\0'..='\u{1F10}' {
            for text in
                [format!("{letter}"), format!("a{letter} {letter}B"), format!(" {letter}  Đỗ Thị {letter} ")]
            {
                if let Some(words) = words_of_letters(&text) {
                    assert_eq!(words, words_of_signs(&text), "{text}");
                    read += 1;
                }
            }
        }
        assert!(read > 1_000 && words_of_letters("Nguyễn Văn Đức").is_some());
    }

    /// Every field of the map is one that a snapshot has, and every entry of a list has its names.
    #[test]
    fn the_map_is_sound() {
        let forms = forms();
        let own = forms.forms.iter().flat_map(|form| &form.columns);
        for rule in forms.columns.iter().chain(own) {
            assert_ne!(rule.field.is_empty(), rule.left_out.is_empty(), "{rule:?}");
            for phrase in rule
                .heads
                .iter()
                .flat_map(|heads| heads.split('|'))
                .chain(rule.without.iter().chain(&rule.also).map(String::as_str))
            {
                assert_eq!(phrase, words_of(phrase), "a phrase is written as it is compared");
            }
            for phrase in forms.headings.neutral.iter().chain(&forms.headings.elsewhere) {
                assert_eq!(*phrase, words_of(phrase));
            }
            for group in ["poor", "near_poor"] {
                let field = rule.field.replace("{group}", group).replace('*', "kinh");
                if !field.is_empty() {
                    let field = Field::parse(&field);
                    assert!(field.is_some(), "{}", rule.field);
                    if let Some(id) = field.as_ref().and_then(Field::entry) {
                        assert!(forms.name_of(id).is_some(), "{id} has no name");
                    }
                }
            }
        }
    }

    #[test]
    fn phrases_are_whole_words() {
        assert_eq!(words_of("Tỷ lệ (%)\n hộ  NGHÈO"), "ty le % ho ngheo");
        assert_eq!(words_of("Tỉ lệ (%)"), "ty le %");
        assert!(has_phrase("so ho ngheo", "ho ngheo") && !has_phrase("so ho ngheo", "ho ngh"));
        assert!(!has_phrase("ho can ngheo", "ho ngheo"));
    }
}
