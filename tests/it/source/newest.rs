//! The newest file of many is shown before the others are read, and stays where it is when they come.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use giamngheo::app::state::Choices;
use giamngheo::app::{App, Message};
use giamngheo::page::Tab;
use giamngheo::source::{Limits, Load, Part, Progress, Sources};
use giamngheo::text::Lang;

use crate::folder::{Folder, Head};
use crate::program::{TODAY, assert_sees, choices, loaded, press, screen};

/// What is told of a folder before all is read, and all of it.
fn parts(path: &Path) -> (Option<Load>, Load) {
    let day: NaiveDate = TODAY.parse().unwrap();
    let mut sources = Sources::new(vec![path.to_owned()], Limits::default(), || ()).newest_first_from(1);
    let first = RefCell::new(None);
    let all = sources.read_in_parts(day.and_hms_opt(8, 0, 0).unwrap(), day, &|part| {
        if let Part::First(load) = part {
            *first.borrow_mut() = Some(*load);
        }
    });
    (first.into_inner(), all)
}

fn waiting(choices: Choices) -> App {
    let mut app = App::new(choices);
    app.update(Message::Tick(TODAY.parse::<NaiveDate>().unwrap().and_hms_opt(8, 0, 0).unwrap()));
    app.update(Message::Resize { width: 100, height: 30 });
    app
}

fn first_loaded(load: &Load) -> Message<Load> {
    Message::FirstLoaded(Box::new(load.clone()))
}

/// The place of the reader: unit, standard, day, tab, chosen row, and whether a story is open.
fn place(app: &App) -> String {
    let history = app.shown().unwrap();
    let day = history.snapshots[app.at].as_of();
    format!(
        "{:?} {:?} {day} {:?} {} {}",
        history.unit,
        history.standard,
        app.tab,
        app.chosen(),
        app.dock.is_some()
    )
}

/// Of every folder of the tests: what opens at last is what was shown first, and nobody is moved.
#[test]
fn what_is_shown_first_is_what_opens_at_last() {
    let tests = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it");
    let folders = ["published", "made_up"].map(|kind| fs::read_dir(format!("{tests}/{kind}")).unwrap());
    let paths = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut shown = 0;
    for path in paths.filter(|path| path.is_dir()) {
        let (first, all) = parts(&path);
        let Some(first) = first else { continue };
        shown += 1;
        let [mut in_parts, mut at_once] = [(); 2].map(|()| waiting(choices(Lang::Vi, "")));
        in_parts.update(first_loaded(&first));
        let before = place(&in_parts);
        in_parts.update(loaded(&all));
        at_once.update(loaded(&all));
        assert_eq!(before, place(&in_parts), "{}", path.display());
        for tab in Tab::ALL {
            let digit = (tab.index() + 1).to_string();
            press(&mut in_parts, &digit);
            press(&mut at_once, &digit);
            assert_eq!(screen(&in_parts), screen(&at_once), "{} {tab:?}", path.display());
        }
    }
    assert!(shown > 2, "{shown}");
}

fn years(name: &str) -> Folder {
    let folder = Folder::new(name);
    for (day, poor) in [("2021-12-31", 70), ("2022-12-31", 60), ("2023-12-31", 50)] {
        let ward = r#""areas": [{ "name": "Phường 1", "households": 500 }, { "name": "Phường 2", "households": 500 }]"#;
        let unit = r#""name": "Quận 6", "kind": "district""#;
        let figures = format!(
            r#""households": 1000, "poor": {{ "households": {poor} }}, "near_poor": {{ "households": 9 }}, {ward}"#
        );
        folder.write(&format!("{day}.json"), &Head::reported(unit, day).with(&figures));
    }
    folder
}

#[test]
fn the_reader_stays_where_he_went_meanwhile() {
    let (first, all) = parts(Path::new(&years("meanwhile").0));
    let first = first.unwrap();
    for keys in ["", "2 <Down>", "1 <Enter>", "3", "? <Esc> 2 <End>"] {
        let mut app = waiting(choices(Lang::Vi, ""));
        app.update(first_loaded(&first));
        press(&mut app, keys);
        let before = place(&app);
        app.update(loaded(&all));
        assert_eq!(place(&app), before, "{keys}");
        assert_eq!(app.shown().unwrap().snapshots.len(), 3);
    }
}

/// Who asked for something else sees nothing before that is there.
#[test]
fn what_was_not_asked_for_is_not_shown_first() {
    let (first, _) = parts(Path::new(&years("asked").0));
    let first = first.unwrap();
    let day = |day: &str| day.parse().ok();
    let ask = |change: fn(&mut Choices)| {
        let mut choices = choices(Lang::Vi, "");
        change(&mut choices);
        choices
    };
    let other = [
        ask(|asked| asked.unit = Some("Quận 8".into())),
        ask(|asked| asked.standard = Some("tw".into())),
        ask(|asked| asked.present = true),
        Choices { compare: day("2021-12-31"), ..choices(Lang::Vi, "") },
    ];
    for choices in other {
        let mut app = waiting(choices);
        app.update(first_loaded(&first));
        assert!(app.shown().is_none());
    }
    let mut app = waiting(ask(|asked| asked.unit = Some("quận 6".into())));
    app.update(first_loaded(&first));
    assert!(app.shown().is_some());
}

#[test]
fn how_far_a_reading_has_come_stands_in_the_footer_until_it_has_ended() {
    let (first, all) = parts(Path::new(&years("progress").0));
    let reading = |done| Message::Reading(Some(Progress { done, of: 60 }));
    for (lang, words) in [(Lang::Vi, "đang đọc 12/60 tệp…"), (Lang::En, "reading 12 of 60 files…")]
    {
        let mut app = waiting(choices(lang, ""));
        app.update(reading(12));
        assert_sees(&screen(&app), &[words]);
        app.update(first_loaded(first.as_ref().unwrap()));
        app.update(reading(12));
        let last = screen(&app).lines().last().unwrap().to_owned();
        assert!(last.contains(words) && last.contains(" q "), "{last}");
        for end in [loaded(&all), Message::LoadFailed, Message::Reading(None)] {
            app.update(reading(12));
            app.update(end);
            press(&mut app, "<Esc>");
            assert!(!screen(&app).contains(words), "{}", screen(&app));
        }
    }
}
