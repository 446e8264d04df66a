use super::*;
use crate::model::build::{households, percent};
use crate::model::unit::Unit;

fn both(line: impl Fn(Lang) -> Line) -> [String; 2] {
    [Lang::Vi, Lang::En].map(|lang| line(lang).text())
}

#[test]
fn a_slot_stands_where_each_language_wants_it_and_stays_a_figure() {
    let (fall, rate) = (households(560), percent("2.20", Unit::Percent));
    let line = |lang| {
        say!(lang, "kéo giảm {fall} {of}, còn {rate}", "{of} were cut by {fall}, to {rate}";
            fall = &fall, of = ("hộ nghèo", "poor households"), rate = &rate)
    };
    assert_eq!(both(line), ["kéo giảm 560 hộ nghèo, còn 2,20%", "poor households were cut by 560, to 2.20%"]);
    let figures: Vec<_> = line(Lang::En).figures().map(|figure| figure.amount.clone()).collect();
    assert_eq!(figures, [fall.amount, rate.amount]);
}

#[test]
fn a_plus_adds_the_word_of_the_unit() {
    let left = households(137);
    let line = |lang| say!(lang, "còn {left+}", "still {left+}"; left = &left);
    assert_eq!(both(line), ["còn 137 hộ", "still 137 households"]);
}

#[test]
fn a_part_goes_with_a_slot_that_has_nothing_and_takes_the_parts_in_it() {
    let line = |outer: Option<&'static str>, inner: Option<&'static str>, flag: bool| {
        say!(Lang::Vi, "a[ b {outer}[ c {inner}]][{flag} d].", "a[ b {outer}[ c {inner}]][{flag} d]."; outer, inner, flag)
            .text()
    };
    assert_eq!(line(Some("1"), Some("2"), true), "a b 1 c 2 d.");
    assert_eq!(line(Some("1"), None, true), "a b 1 d.");
    assert_eq!(line(None, Some("2"), false), "a.");
}

#[test]
fn words_keep_their_role_and_an_empty_text_is_no_span() {
    let line =
        say!(Lang::En, "{word}{nothing} x", "{word}{nothing} x"; word = (Role::Bad, "behind"), nothing = "");
    assert_eq!(line.spans.len(), 2);
    assert_eq!(line.spans[0].role, Role::Bad);
}

/// What the macro asks while compiling, asked here of wordings made while running.
#[test]
fn wordings_must_hold_the_same_slots() {
    let is_refused = |vi: &str, en: &str, names: &[&str]| {
        std::panic::catch_unwind(|| assert_alike(vi, en, names)).is_err()
    };
    assert!(!is_refused("{a} [x {b+}]", "[{b+} y] {a}", &["b", "a"]));
    let refused: [(&str, &str, &[&str]); 9] = [
        ("{a}", "x", &["a"]),
        ("x", "{a}", &["a"]),
        ("{a}", "{b}", &["a", "b"]),
        ("{a+}", "{a}", &["a"]),
        ("[{a}]", "{a}", &["a"]),
        ("[[{a}]]", "[{a}]", &["a"]),
        ("{a}", "{a}", &[]),
        ("{a}", "{a}", &["a", "b"]),
        ("[{a}", "[{a}", &["a"]),
    ];
    for (vi, en, names) in refused {
        assert!(is_refused(vi, en, names), "{vi} | {en} | {names:?}");
    }
}

#[test]
fn only_what_stands_in_brackets_each_time_may_have_nothing() {
    assert!(is_optional("[{a}] {b}", "a"));
    assert!(!is_optional("[{a}] {a}", "a"));
    assert!(!is_optional("{a}", "a"));
}

/// The noun agrees also where it stands in a slot, or in a part that may go.
#[test]
fn a_noun_in_a_slot_agrees_with_the_one_before_it() {
    let (one, two) = (households(1), households(2));
    let cut = |fall| {
        say!(Lang::En, "giảm {fall} {of}", "{fall} {of} fewer"; fall, of = ("hộ nghèo", "poor households"))
            .text()
    };
    assert_eq!([cut(&one), cut(&two)], ["1 poor household fewer", "2 poor households fewer"]);
    let rest = |count: usize, other: Option<&'static str>| {
        say!(Lang::En, "{count}[{other}] x", "{count}[{other}] met"; count, other).text()
    };
    assert_eq!(rest(1, Some(" others")), "1 other met");
    assert_eq!(rest(2, Some(" others")), "2 others met");
    assert_eq!(rest(1, None), "1 met");
}

/// An officer says "ước" of the verb: "ước đạt", and once.
#[test]
fn an_estimate_is_told_by_the_verb_before_it() {
    use crate::model::figure::Reliability;
    let figure = Figure { reliability: Reliability::Estimated, ..households(430) };
    let of = |line: Line| {
        let is_one = line.figures().count() == 1;
        (line.text(), is_one)
    };
    let said = |text: &str| (text.to_owned(), true);
    assert_eq!(of(say!(Lang::Vi, "còn {figure+}"; figure = &figure)), said("ước còn 430 hộ"));
    assert_eq!(of(say!(Lang::Vi, "Còn {figure}"; figure = &figure)), said("Ước còn 430"));
    let verb = (Role::Strong, "tăng");
    assert_eq!(
        of(say!(Lang::Vi, "hộ nghèo {verb} {figure}"; verb, figure = &figure)),
        said("hộ nghèo ước tăng 430")
    );
    assert_eq!(
        of(say!(Lang::Vi, "xã A còn phải giảm {figure}"; figure = &figure)),
        said("xã A ước còn phải giảm 430")
    );
    assert_eq!(of(say!(Lang::Vi, "ước đạt {figure}"; figure = &figure)), said("ước đạt 430"));
    assert_eq!(of(say!(Lang::Vi, "huyện Ước còn {figure}"; figure = &figure)), said("huyện Ước ước còn 430"));
    assert_eq!(of(say!(Lang::Vi, "hộ nghèo {figure}"; figure = &figure)), said("hộ nghèo ước 430"));
    assert_eq!(of(say!(Lang::En, "{figure} left"; figure = &figure)), said("est. 430 left"));
}
