//! The poverty standard is named where figures are told, and the other one's figures of the same day with it.

use giamngheo::page::conclusion;
use giamngheo::source::Load;
use giamngheo::text::Lang;
use giamngheo::text::line::Line;

use super::folder::Head;
use super::program::{accepted, assert_sees, begun, choices, press, screen, squeezed};

const UNIT: &str = r#""name": { "vi": "Xã Thử", "en": "Thử commune" }, "kind": "commune", "code": "1""#;

fn under(id: &str, name: &str, day: &str, (poor, near_poor): (u32, u32)) -> String {
    let standard = if id.is_empty() {
        String::new()
    } else {
        format!(r#""standard": {{ "id": "{id}", "name": {name} }}, "#)
    };
    Head::reported(UNIT, day).with(&format!(
        r#"{standard}"households": 1000, "poor": {{ "households": {poor} }}, "near_poor": {{ "households": {near_poor} }}"#
    ))
}

const CITY: &str = r#"{ "vi": "Chuẩn nghèo tỉnh Thử", "en": "Standard of Thử province" }"#;
const NATION: &str =
    r#"{ "vi": "Chuẩn nghèo quốc gia 2016–2020", "en": "National poverty standard 2016–2020" }"#;

fn one(id: &str) -> Load {
    accepted("one", [under(id, NATION, "2019-10-28", (19, 17))])
}

fn two() -> Load {
    let day = "2019-10-28";
    accepted("two", [under("city", CITY, day, (108, 11)), under("nation", NATION, day, (19, 17))])
}

#[test]
fn the_first_sentence_and_tab_6_name_the_standard() {
    for (lang, named) in [(Lang::Vi, "chuẩn quốc gia 2016–2020"), (Lang::En, "national 2016–2020 standard")]
    {
        let mut app = begun(choices(lang, ""), (80, 24), &one("nation"));
        let first = conclusion::lines(&app.view().unwrap())[0].text();
        assert!(first.contains(&format!("({named})")), "{first}");
        press(&mut app, "6");
        assert_sees(&squeezed(&screen(&app)), &[&format!("(0) · {named}")]);
    }
    let app = begun(choices(Lang::Vi, ""), (80, 24), &one(""));
    let first = conclusion::lines(&app.view().unwrap())[0].text();
    assert!(first.contains("(không nêu chuẩn)") && !names_one(&screen(&app)), "{first}");
}

/// Does a screen name a standard, and not that none is stated?
fn names_one(drawn: &str) -> bool {
    squeezed(drawn).replace("không nêu chuẩn", "").contains("chuẩn")
}

/// Alone it stands in the header where all else does; of two it always does, before the words around the dates.
#[test]
fn the_header_names_the_standard_where_it_matters() {
    for (load, widths) in [
        (one("nation"), [(62, false), (120, true), (160, true)]),
        (two(), [(80, true), (120, true), (160, true)]),
    ] {
        for (width, is_named) in widths {
            let head = screen(&begun(choices(Lang::Vi, ""), (width, 24), &load));
            let head = head.lines().next().unwrap();
            assert_eq!(head.contains("· chuẩn "), is_named, "{head}");
            assert!(head.contains("Xã Thử") && head.contains("28/10/2019"), "{head}");
        }
    }
}

#[test]
fn two_standards_of_one_day_are_both_told_and_never_joined() {
    let load = two();
    for (lang, other, here) in [
        (Lang::Vi, "Cùng ngày, theo chuẩn quốc gia 2016–2020: 19 hộ nghèo", "(chuẩn tỉnh Thử)"),
        (Lang::En, "Same day, national 2016–2020 standard: 19 poor households", "(Thử province standard)"),
    ] {
        let mut app = begun(choices(lang, ""), (80, 24), &load);
        assert_sees(&squeezed(&screen(&app)), &[other]);
        let told: Vec<String> = conclusion::lines(&app.view().unwrap()).iter().map(Line::text).collect();
        assert!(told[0].contains(here) && told[0].contains("108") && told[1].starts_with(other), "{told:?}");
        assert!(
            !told.iter().any(|line| line.contains("89")),
            "108 − 19: no change between standards: {told:?}"
        );
        press(&mut app, "u <Down> <Enter>");
        assert_sees(&squeezed(&screen(&app)), &["19", "108"]);
        app.update(giamngheo::app::Message::Resize { width: 40, height: 24 });
        assert_sees(&squeezed(&screen(&app)), &["108"]);
    }
    // Of another day it is not of this one.
    let days =
        [under("city", CITY, "2019-10-28", (108, 11)), under("nation", NATION, "2018-12-31", (19, 17))];
    let app = begun(choices(Lang::Vi, ""), (80, 24), &accepted("days", days));
    assert!(!screen(&app).contains("Cùng ngày"), "{}", screen(&app));
}

/// A national and a city standard of the same years are two runs with two names.
#[test]
fn a_series_names_each_standard() {
    let nation = |day, poor| under("nation", NATION, day, (poor, 5));
    let city = |day, poor| under("city", r#"{ "vi": "Chuẩn nghèo TP. Thử 2016–2020" }"#, day, (poor, 9));
    let load = accepted(
        "series",
        [nation("2017-12-31", 40), nation("2018-12-31", 30), city("2019-12-31", 100), city("2020-12-31", 90)],
    );
    let mut app = begun(choices(Lang::Vi, ""), (120, 34), &load);
    press(&mut app, "5");
    assert_sees(&screen(&app), &["chuẩn quốc gia 2016–2020", "chuẩn TP. Thử 2016–2020"]);
}
