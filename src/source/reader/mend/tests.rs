use super::*;
use crate::source::reader::json;

fn mended(text: &str) -> (String, Vec<JsonFault>) {
    let (draft, faults) = mend(text);
    let kind = |fault: Fault| match fault.what {
        crate::source::Problem::Json(what) => what,
        other => panic!("{other:?}"),
    };
    (draft.text().to_owned(), faults.into_iter().map(kind).collect())
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn what_is_json_stays_as_it_is() {
    for text in
        ["{}", "[1,2]", "{ \"a\": [1, {\"b\": \"x\\\"y\\u00e9\"}],\n \"c\": -1.5e3 }", "null", " true "]
    {
        let (draft, found) = mended(text);
        assert_eq!((squeezed(&draft), found), (squeezed(text), vec![]));
    }
}

#[test]
fn what_people_write_becomes_json() {
    for (text, right, faults) in [
        ("{ \"a\": \"b, \"c\": 1 }", "{ \"a\": \"b\", \"c\": 1 }", vec![JsonFault::QuoteNotClosed]),
        ("{ \"a: \"b\", \"c\": 1 }", "{ \"a\": \"b\", \"c\": 1 }", vec![JsonFault::QuoteNotClosed]),
        (
            "{ \"a\": 1,429, \"b\": 2,20 }",
            "{ \"a\": \"1,429\", \"b\": \"2,20\" }",
            vec![JsonFault::BadNumber; 2],
        ),
        ("{ \"a\": 31/12/2022 }", "{ \"a\": \"31/12/2022\" }", vec![JsonFault::BareText]),
        ("{ \"a\": 1429 hộ\n}", "{ \"a\": \"1429 hộ\"\n}", vec![JsonFault::BadNumber]),
        ("{ “a”: ‘b’ }", "{ \"a\": \"b\" }", vec![JsonFault::CurlyQuotes]),
        ("{ 'a': 'b' }", "{ \"a\": \"b\" }", vec![JsonFault::SingleQuotes]),
        ("{ \"a\": \"b”, \"c\": 1 }", "{ \"a\": \"b\", \"c\": 1 }", vec![JsonFault::CurlyQuotes]),
        ("{ \"a\": \"b,\n\"c\": 1 }", "{ \"a\": \"b\",\n\"c\": 1 }", vec![JsonFault::QuoteNotClosed]),
        ("{ \"a: 1,\n\"c\": 1 }", "{ \"a\": 1,\n\"c\": 1 }", vec![JsonFault::QuoteNotClosed]),
        ("{ \"a\": 1\n\"b\": 2 }", "{ \"a\": 1\n,\"b\": 2 }", vec![JsonFault::NoComma]),
        ("{ \"a\": 1, }", "{ \"a\": 1 }", vec![JsonFault::TrailingComma]),
        ("{ \"a\": [1,, 2,] }", "{ \"a\": [1 ,2] }", vec![JsonFault::TrailingComma; 2]),
        ("{ \"a\": 1; \"b\": 2 }", "{ \"a\": 1 ,\"b\": 2 }", vec![JsonFault::Semicolon]),
        ("{ \"a\": 1 // x,\n\"b\": 2 }", "{ \"a\": 1 ,\n\"b\": 2 }", vec![JsonFault::Comment]),
        ("{ \"a\": 1 // x,\n}", "{ \"a\": 1 \n}", vec![JsonFault::Comment]),
        ("{ a: 1 } // x", "{ \"a\": 1 } ", vec![JsonFault::NoName, JsonFault::Comment]),
        ("{ \"a\":\u{a0}1 }", "{ \"a\": 1 }", vec![JsonFault::OddBlank]),
        ("\u{feff}{ \"a\": 1 }", " { \"a\": 1 }", vec![JsonFault::HiddenLetter]),
        ("\u{c}{ \"a\":\u{200b}\u{e000}1 }", " { \"a\": 1 }", vec![JsonFault::HiddenLetter]),
        (
            "{ \"a\":\n\u{200b}1,\u{3000}\"b\": 2 }",
            "{ \"a\":\n 1, \"b\": 2 }",
            vec![JsonFault::HiddenLetter, JsonFault::OddBlank],
        ),
        ("{ \"a\" = Quận 6 }", "{ \"a\" :\"Quận 6\" }", vec![JsonFault::NoColon, JsonFault::BareText]),
        ("{ \"a\": [{ \"b\": 1 ] }", "{ \"a\": [{ \"b\": 1 }] }", vec![JsonFault::ObjectNotEnded]),
        ("{ \"a\": [1, { \"b\": 2,", "{ \"a\": [1, { \"b\": 2 }] }", vec![JsonFault::EndsTooEarly]),
        (
            "{ \"a\": \"x\ty\\q\" }",
            "{ \"a\": \"x y q\" }",
            vec![JsonFault::ControlInText, JsonFault::BadEscape],
        ),
    ] {
        let (draft, found) = mended(text);
        assert_eq!((squeezed(&draft), found), (squeezed(right), faults), "{text}");
        assert!(json::check(&draft).is_ok(), "{draft}");
    }
}
