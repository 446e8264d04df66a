//! Text of a file: cleaned once, remarked where something was taken out or looks odd.
use giamngheo::source::{Note, Remark};
use giamngheo::text::Lang;

use super::{good, is_forbidden, with};

fn notes(members: &str) -> Vec<(String, Remark)> {
    good(&with(members)).notes.into_iter().map(|note| (note.path, note.what)).collect()
}

/// Every free text of the format, as members with `@` where the text goes, and its path.
const TEXTS: &[(&str, &str)] = &[
    ("\"standard\": { \"id\": \"a\", \"name\": \"@\" }", "standard.name"),
    ("\"poor\": { \"note\": \"@\" }", "poor.note"),
    ("\"poor\": { \"quote\": { \"vi\": \"@\" } }", "poor.quote.vi"),
    ("\"poor\": { \"quote\": { \"vi\": \"a\", \"en\": \"@\" } }", "poor.quote.en"),
    ("\"poor\": { \"persons\": { \"value\": 1, \"note\": \"@\" } }", "poor.persons.note"),
    ("\"poor\": { \"among\": [{ \"id\": \"a\", \"name\": \"@\" }] }", "poor.among[0].name"),
    ("\"areas\": [{ \"name\": \"@\" }]", "areas[0].name"),
    ("\"areas\": [{ \"name\": \"a\", \"code\": \"@\" }]", "areas[0].code"),
    (
        "\"areas\": [{ \"name\": \"a\", \"causes\": [{ \"id\": \"a\", \"name\": \"@\" }] }]",
        "areas[0].causes[0].name",
    ),
    ("\"programmes\": [{ \"id\": \"a\", \"kind\": \"other\", \"name\": \"@\" }]", "programmes[0].name"),
    (
        "\"programmes\": [{ \"id\": \"a\", \"kind\": \"other\", \"name\": \"a\", \"fund\": \"@\" }]",
        "programmes[0].fund",
    ),
    (
        "\"programmes\": [{ \"id\": \"a\", \"kind\": \"other\", \"name\": \"a\", \"for\": \"@\" }]",
        "programmes[0].for",
    ),
    ("\"coverage\": [{ \"id\": \"a\", \"name\": \"@\" }]", "coverage[0].name"),
    (
        "\"indicators\": [{ \"id\": \"a\", \"name\": \"@\", \"unit\": \"case\", \"better\": \"lower\" }]",
        "indicators[0].name",
    ),
    (
        "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"case\", \"better\": \"lower\", \"note\": \"@\" }]",
        "indicators[0].note",
    ),
    ("\"tasks\": [{ \"id\": \"a\", \"name\": \"@\" }]", "tasks[0].name"),
    ("\"tasks\": [{ \"id\": \"a\", \"name\": \"a\", \"by\": \"@\" }]", "tasks[0].by"),
    ("\"tasks\": [{ \"id\": \"a\", \"name\": \"a\", \"owner\": \"@\" }]", "tasks[0].owner"),
    (
        "\"targets\": [{ \"id\": \"a\", \"name\": \"@\", \"year\": 2023, \"measure\": \"poor.rate\" }]",
        "targets[0].name",
    ),
    ("\"doubts\": [{ \"field\": \"@\", \"text\": \"a\" }]", "doubts[0].field"),
    ("\"doubts\": [{ \"field\": \"a\", \"text\": \"@\" }]", "doubts[0].text"),
];

/// What may hide in a text.
const HIDDEN: &[&str] = &[
    "\\u001b[2J",
    "\\u001b]0;x\\u0007",
    "\\u001b]52;c;aGk=\\u0007",
    "\\u001bP q",
    "\\u001b]8;;http://x",
    "\\u0008",
    "\\u0000",
    "\u{7f}",
    "\u{9b}2J",
    "\u{9d}0;x",
    "\u{202e}",
    "\u{2066}",
    "\u{2069}",
    "\u{200e}",
    "\u{200f}",
    "\u{61c}",
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{feff}",
    "\u{ad}",
    "\u{2060}",
    "\u{e0041}",
    "\u{3164}",
    "\u{2800}",
];

#[test]
fn case_21_case_22_no_hidden_letter_stays_in_any_text_and_each_is_noted() {
    for (members, path) in TEXTS {
        let read = good(&with(&members.replace('@', "Phường\u{202e} 1\\u001b[2J")));
        let all = format!("{:?}", read.snapshot);
        assert!(!all.chars().any(is_forbidden) && !all.contains("\\u{"), "{all}");
        let note = &read.notes[0];
        assert_eq!((note.path.as_str(), &note.what), (*path, &Remark::Hidden { letters: 2 }));
        assert_eq!(note.place, read.places.get(path));
        assert_eq!(note.file, "f.json");
    }
}

#[test]
fn case_23_whatever_hides_is_taken_out() {
    for hidden in HIDDEN {
        let read = good(&with(&format!("\"areas\": [{{ \"name\": \"Phường{hidden} 1\" }}]")));
        let name = &read.snapshot.areas[0].name.vi;
        assert!(
            !name.chars().any(|c| is_forbidden(c) || matches!(c, '\u{ad}' | '\u{3164}' | '\u{2800}')),
            "{name:?}"
        );
        assert!(matches!(read.notes[..], [Note { what: Remark::Hidden { letters: 1.. }, .. }]), "{hidden:?}");
    }
}

#[test]
fn case_25_marks_pile_up_on_no_letter() {
    let name =
        good(&with(&format!("\"areas\": [{{ \"name\": \"e{}\" }}]", "\u{323}".repeat(1000)))).snapshot.areas;
    assert!(name[0].name.vi.chars().count() <= 4);
}

#[test]
fn case_24_decomposed_letters_are_composed() {
    let (apart, whole) = ("Phu\u{31b}o\u{31b}\u{300}ng", "Phường");
    let name = |text: &str| good(&with(&format!("\"areas\": [{{ \"name\": \"{text}\" }}]"))).snapshot.areas;
    assert_eq!(name(apart), name(whole));
    assert!(notes(&format!("\"areas\": [{{ \"name\": \"{apart}\" }}]")).is_empty());
}

/// Wherever a text stands, and however its digits are parted.
#[test]
fn case_83_a_number_of_a_person_is_remarked_in_codes_and_ids_too() {
    let number = |written: &str| {
        let areas = format!("\"areas\": [{{ \"name\": \"a\", \"code\": \"{written}\" }}]");
        assert_eq!(notes(&areas), [("areas[0].code".to_owned(), Remark::Personal)], "{written}");
        notes(&format!("\"poor\": {{ \"note\": \"{written}\" }}"))
    };
    for written in
        ["079012345678", "123456789", "079 012 345 678", "079.012.345.678", "０７９０１２３４５６７８"]
    {
        assert_eq!(number(written), [("poor.note".to_owned(), Remark::Personal)], "{written}");
    }
    let among = "\"poor\": { \"among\": [{ \"id\": \"079012345678\", \"name\": \"a\", \"households\": 1 }] }";
    assert_eq!(notes(among), [("poor.among[0].id".to_owned(), Remark::Personal)]);
}

#[test]
fn numbers_and_addresses_of_persons_are_remarked_but_never_shown() {
    let text = "\"poor\": { \"note\": \"Nguyễn Văn A 079012345678, a.b@c.vn\" }";
    assert_eq!(notes(text), [("poor.note".to_owned(), Remark::Personal)]);
    for note in good(&with(text)).notes {
        for lang in [Lang::Vi, Lang::En] {
            let said = note.say(lang);
            assert!(
                said.starts_with("f.json:6:19: poor.note: ") && !said.contains("079") && !said.contains('@'),
                "{said}"
            );
        }
    }
    assert!(notes("\"areas\": [{ \"name\": \"a\", \"code\": \"2703401\" }]").is_empty());
}

#[test]
fn case_24_letters_that_only_look_like_d_are_remarked() {
    let found = notes("\"areas\": [{ \"name\": \"ðông\" }, { \"name\": \"Đồng\" }]");
    assert_eq!(found, [("areas[0].name".to_owned(), Remark::LooksLikeD)]);
}

#[test]
fn case_20_another_unit_than_the_places_is_remarked() {
    let found = notes(
        "\"households\": { \"value\": 9, \"unit\": \"vnd\" }, \"poor\": { \"persons\": { \"value\": 9, \"unit\": \"pupil\" }, \
         \"movement_persons\": { \"newly\": { \"value\": 1, \"unit\": \"household\" } } }, \
         \"coverage\": [{ \"id\": \"a\", \"name\": \"a\", \"covered\": { \"value\": 9, \"unit\": \"vnd\" } }], \
         \"programmes\": [{ \"id\": \"a\", \"name\": \"a\", \"kind\": \"other\", \"amount\": { \"value\": 9, \"unit\": \"card\" }, \
         \"reached\": { \"value\": 9, \"unit\": \"card\" } }]",
    );
    let paths: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
    let expected = [
        "households.unit",
        "poor.persons.unit",
        "poor.movement_persons.newly.unit",
        "programmes[0].amount.unit",
        "coverage[0].covered.unit",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn notes_are_bounded_and_the_rest_is_counted() {
    let areas: Vec<String> = (0..200).map(|n| format!("{{ \"name\": \"P\\u200b{n}\" }}")).collect();
    let found = notes(&format!("\"areas\": [{}]", areas.join(",")));
    assert_eq!(found.len(), 51);
    assert_eq!(found[50].1, Remark::More { notes: 150 });
}
