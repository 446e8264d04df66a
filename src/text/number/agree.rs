//! How numbers and what they count agree in English.

use std::borrow::Cow;

/// The nouns that the English sentences count, with the form they have after 1.
const NOUNS: [(&str, &str); 32] = [
    ("areas", "area"),
    ("cells", "cell"),
    ("characters", "character"),
    ("columns", "column"),
    ("dates", "date"),
    ("days", "day"),
    ("entries", "entry"),
    ("enrolments", "enrolment"),
    ("faults", "fault"),
    ("figures", "figure"),
    ("files", "file"),
    ("hhs", "hh"),
    ("households", "household"),
    ("inhabitants", "inhabitant"),
    ("instances", "instance"),
    ("lines", "line"),
    ("lists", "list"),
    ("months", "month"),
    ("notes", "note"),
    ("others", "other"),
    ("persons", "person"),
    ("places", "place"),
    ("points", "point"),
    ("programmes", "programme"),
    ("regions", "region"),
    ("rows", "row"),
    ("shares", "share"),
    ("sheets", "sheet"),
    ("targets", "target"),
    ("units", "unit"),
    ("wards", "ward"),
    ("years", "year"),
];
const VERBS: [(&str, &str); 5] =
    [("are", "is"), ("do", "does"), ("have", "has"), ("repeat", "repeats"), ("were", "was")];
/// Words after which another thing is spoken of than what was counted.
const APART: [&str; 8] = ["by", "from", "in", "of", "on", "than", "the", "to"];
/// So many words may stand between a number and what it counts: "1 poor and near-poor household".
const BETWEEN: usize = 3;

/// The English words `after` a number, agreeing with it where it is one: "1 household was", "1 hidden character".
pub fn agreeing(is_one: bool, after: &str) -> Cow<'_, str> {
    let counted = || {
        let words = after.strip_prefix(' ')?.split(' ').enumerate().take(BETWEEN + 1);
        let mut words = words.take_while(|(_, word)| !APART.contains(word));
        words.find_map(|(at, word)| Some((at, form_of(word, &NOUNS)?)))
    };
    let Some((at, noun)) = is_one.then(counted).flatten() else { return after.into() };
    let mut words: Vec<Cow<str>> = after.split(' ').map(Cow::from).collect();
    // The blank before them makes an empty word first.
    words[at + 1] = noun.into();
    if let Some(verb) = words.get(at + 2).and_then(|word| form_of(word, &VERBS)) {
        words[at + 2] = verb.into();
    }
    words.join(" ").into()
}

/// The other form of a word, with the sign that ends it.
fn form_of(word: &str, forms: &[(&str, &str)]) -> Option<String> {
    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let (_, one) = forms.iter().find(|(many, _)| *many == bare)?;
    Some(format!("{one}{}", &word[bare.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_90_nouns_and_verbs_agree_with_one() {
        let table = [
            (" hidden characters", " hidden character"),
            (" households have the code", " household has the code"),
            (" poor and near-poor households", " poor and near-poor household"),
            (" persons, fewer than ", " person, fewer than "),
            (" entries)", " entry)"),
            (" days old", " day old"),
            (" more figures like these", " more figure like these"),
            (" others on track", " other on track"),
            (" hhs", " hh"),
            (" of all households", " of all households"),
            (" to ", " to "),
            ("% of households", "% of households"),
            ("", ""),
        ];
        for (many, one) in table {
            assert_eq!(agreeing(true, many), one);
            assert_eq!(agreeing(false, many), many);
        }
    }
}
