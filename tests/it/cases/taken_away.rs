//! What is shown is not among what is read any more: the reader is told, and goes back to it when it is there again.

use giamngheo::app::App;
use giamngheo::source::Load;
use giamngheo::text::Lang;

use crate::folder::Head;
use crate::program::{accepted, begun, choices, loaded, press, screen};

/// What was read of one unit on these days.
fn of_days(unit: &str, days: &[&str]) -> Load {
    let unit = format!(r#""name": "{unit}", "kind": "district""#);
    let file =
        |day: &&str| Head::reported(&unit, day).with(r#""households": 1000, "poor": { "households": 40 }"#);
    accepted("taken-away", days.iter().map(file))
}

const DAYS: [&str; 3] = ["2022-12-31", "2023-06-30", "2023-12-31"];

fn first(lang: Lang) -> App {
    begun(choices(lang, ""), (80, 24), &of_days("Quận 6", &DAYS))
}

/// Another reading, and what stands in the footer then.
fn footer_after(app: &mut App, load: &Load) -> String {
    app.update(loaded(load));
    app.prepare_frame();
    screen(app).lines().last().unwrap_or_default().trim().to_owned()
}

fn shown(app: &App) -> String {
    app.shown().unwrap().snapshots[app.at].as_of().to_string()
}

/// The newest is shown, by itself or because somebody went there: the one before takes its place, not without a word.
#[test]
fn case_30_no_other_date_is_shown_without_a_word() {
    for (lang, words) in [
        (Lang::Vi, "Không còn số liệu Quận 6 31/12/2023; đang hiện 30/06/2023"),
        (Lang::En, "The figures of Quận 6 of 31 Dec 2023 are gone; shown: 30 Jun 2023"),
    ] {
        let mut app = first(lang);
        let less = of_days("Quận 6", &DAYS[..2]);
        assert_eq!(footer_after(&mut app, &less), words);
        assert_eq!(footer_after(&mut app, &less), words, "as long as it is not there");
        // It is there again.
        assert!(!footer_after(&mut app, &of_days("Quận 6", &DAYS)).contains("31/12/2023"));
        assert_eq!(shown(&app), DAYS[2]);
    }
}

/// One who stands elsewhere goes back to where he stood, unless he has moved on.
#[test]
fn case_30_where_one_stood_is_gone_back_to() {
    for (keys, day) in [("", DAYS[1]), ("2", DAYS[0])] {
        let mut app = first(Lang::Vi);
        press(&mut app, "[");
        let words = footer_after(&mut app, &of_days("Quận 6", &[DAYS[0], DAYS[2]]));
        assert_eq!(words, "Không còn số liệu Quận 6 30/06/2023; đang hiện 31/12/2022");
        press(&mut app, keys);
        footer_after(&mut app, &of_days("Quận 6", &DAYS));
        assert_eq!(shown(&app), day, "{keys:?}");
    }
}

/// Another unit stands where the shown one was.
#[test]
fn case_30_no_other_unit_is_shown_without_a_word() {
    let mut app = first(Lang::Vi);
    let words = footer_after(&mut app, &of_days("Quận 8", &DAYS[..1]));
    assert_eq!(words, "Không còn số liệu Quận 6 31/12/2023; đang hiện Quận 8 31/12/2022");
}

/// What was compared with is gone.
#[test]
fn case_30_a_comparison_does_not_end_without_a_word() {
    let mut app = begun(
        giamngheo::app::state::Choices { compare: "2022-12-31".parse().ok(), ..choices(Lang::Vi, "") },
        (80, 24),
        &of_days("Quận 6", &DAYS),
    );
    let words = footer_after(&mut app, &of_days("Quận 6", &DAYS[1..]));
    assert_eq!(words, "Không còn số liệu Quận 6 31/12/2022 để so sánh");
}

/// Newer figures are followed, and others that come change nothing: there is nothing to be said.
#[test]
fn case_30_what_is_newer_is_followed_in_silence() {
    let mut app = begun(choices(Lang::Vi, ""), (80, 24), &of_days("Quận 6", &DAYS[..1]));
    for (days, day) in [(&DAYS[..1], DAYS[0]), (&DAYS[..2], DAYS[1]), (&DAYS[2..], DAYS[2])] {
        let words = footer_after(&mut app, &of_days("Quận 6", days));
        assert!(!words.contains("Không còn"), "{words}");
        assert_eq!(shown(&app), day);
    }
}

/// A report that comes takes the place of newer figures that are invented: these are still there, and that is not said
/// to be otherwise.
#[test]
fn case_31_a_report_that_comes_is_shown_and_said() {
    let of = |day: &str, provenance: &str| {
        let source = format!(r#""provenance": "{provenance}""#);
        let head = Head { unit: r#""name": "Quận 6", "kind": "district""#, as_of: day, source: &source };
        head.with(r#""households": 1000, "poor": { "households": 40 }"#)
    };
    let invented = of(DAYS[1], "illustrative");
    for (lang, words) in [
        (Lang::Vi, "Đã có số liệu báo cáo: đang hiện 31/12/2022"),
        (Lang::En, "Reported figures have come: shown 31 Dec 2022"),
    ] {
        let mut app = begun(choices(lang, ""), (80, 24), &accepted("invented", [&invented]));
        let both = accepted("reported", [&of(DAYS[0], "reported"), &invented]);
        assert_eq!(footer_after(&mut app, &both), words);
        assert_eq!(shown(&app), DAYS[0]);
        press(&mut app, "2");
        assert_ne!(footer_after(&mut app, &both), words, "said once");
    }
}
