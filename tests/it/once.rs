//! The checks of a snapshot run once for a place, whatever is shown of it.

use giamngheo::app::{App, Key, Message};
use giamngheo::page::Tab;
use giamngheo::page::deck::deck;
use giamngheo::report::{self, ReportFormat};
use giamngheo::text::Lang;

use super::pictures::{press, program, screen};

/// So many times the checks of a snapshot were run.
fn runs(app: &App) -> usize {
    app.facts.runs.get()
}

/// All tabs with rows chosen, a story docked, a list and an area opened, a search, the deck, the other language.
fn walk(app: &mut App) {
    for tab in ["1", "2", "3", "4", "5", "6"] {
        press(app, tab);
        press(app, "<Down> <Down> <Up>");
        assert!(!screen(app).is_empty());
    }
    press(app, "2 <Down> <Enter> <Down> <Esc> / n g h <Esc> L L m");
    assert!(app.meeting().is_some());
    press(app, "n n <Esc> 4 + =");
}

#[test]
fn checks_run_once_for_a_place() {
    for size in [(80, 24), (160, 45), (80, 60), (40, 10)] {
        let mut app = program(Lang::Vi, size, "2023-09-30");
        assert_eq!(runs(&app), 1, "{size:?}");
        walk(&mut app);
        walk(&mut app);
        // The story of a figure asks the checks of the snapshot that the figure is from: each is asked once.
        let (here, snapshots) = (runs(&app), app.at + 1);
        assert!(here <= snapshots, "{here} of {snapshots}, {size:?}");
        press(&mut app, "[");
        walk(&mut app);
        let there = runs(&app) - here;
        assert!((1..snapshots).contains(&there), "{there} of {snapshots} before, {size:?}");
    }
}

#[test]
fn the_conclusion_the_deck_and_the_reports_ask_the_same_checks() {
    let app = program(Lang::Vi, (80, 24), "2022-12-31");
    let view = app.view().unwrap();
    for format in ReportFormat::ALL {
        assert!(!report::write(&view, &Tab::ALL, format, 80, None).unwrap().bytes.is_empty());
    }
    assert!(!deck(&view).is_empty());
    assert_eq!(runs(&app), 1);
}

/// Keys that are read together lead to one page: none is made of a place that nobody sees. It is the page that each of
/// them by itself leads to.
#[test]
fn case_69_a_page_is_made_when_it_is_drawn() {
    let keys = |keys: &str| keys.chars().map(Key::Char).collect::<Vec<_>>();
    let mut together = program(Lang::Vi, (80, 24), "2023-09-30");
    let mut each = together.clone();
    let before = runs(&together);
    for key in keys(&"[[o]L3g[21S".repeat(20)) {
        together.take(Message::Key(key));
        each.update(Message::Key(key));
    }
    assert_eq!(runs(&together), before);
    assert!(runs(&each) > before);
    together.prepare_frame();
    assert_eq!(format!("{:?}", together.page), format!("{:?}", each.page));
    assert_eq!(screen(&together), screen(&each));
}
