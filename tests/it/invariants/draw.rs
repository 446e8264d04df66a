//! A place of the program: drawn at any size, sent to a terminal, and written out.

use giamngheo::app::message::Message;
use giamngheo::app::state::Choices;
use giamngheo::app::{App, Key};
use giamngheo::page::Tab;
use giamngheo::report::{self, ReportFormat};
use giamngheo::text::Lang;

use super::forbidden;
use super::screen::{Reader, drawn, fit_for_paper, frames, only_known, read};

/// Where the reader stands, and on what.
#[derive(Debug)]
pub struct Scene {
    /// How it was begun.
    pub choices: Choices,
    /// Columns and lines; either may be none.
    pub size: (u16, u16),
    /// The way there.
    pub keys: Vec<Key>,
    /// Write the reports too: they take long.
    pub reports: bool,
    /// The texts of the files.
    pub files: Vec<String>,
}

/// Up to so many columns each is tried: less than the program needs, and a little more.
const NARROW: u16 = 48;

/// Any scene; whether all of its files are accepted.
pub fn draw(scene: Scene) -> bool {
    let load = read(&scene.files);
    let is_whole = load.refused.is_empty();
    for fault in &load.refused {
        assert_eq!(forbidden(&(fault.say(Lang::Vi) + &fault.say(Lang::En))), None, "{fault:?}");
    }
    let (width, height) = scene.size;
    if width == 0 || height == 0 {
        nowhere(scene.choices, scene.size, load);
        return is_whole;
    }
    let mut reader = Reader(App::new(scene.choices));
    for frame in frames(&mut reader, load, &scene.keys, scene.size) {
        only_known(&frame, scene.size);
    }
    let mut app = reader.0;
    app.prepare_frame();
    let first = drawn(&app, scene.size);
    assert_eq!(first, drawn(&app, scene.size), "the same state gives the same picture");
    // A window that becomes smaller has every size on the way, and is drawn before it is heard of.
    (0..=NARROW).for_each(|narrow| drop(drawn(&app, (narrow, height))));
    if let Some(view) = app.view().filter(|_| scene.reports) {
        for format in ReportFormat::ALL {
            let written = report::write(&view, &Tab::ALL, format, width.max(40), None).expect("a report");
            fit_for_paper(&view, format, &written.bytes);
        }
    }
    is_whole
}

/// A screen of no cells: a terminal is never taken for one, but nothing breaks on it.
fn nowhere(choices: Choices, (width, height): (u16, u16), load: giamngheo::source::Load) {
    let mut app = App::new(choices);
    app.update(Message::Resize { width, height });
    app.update(Message::Loaded(Box::new(load)));
    for key in "123456".chars() {
        app.update(Message::Key(Key::Char(key)));
        app.prepare_frame();
        drawn(&app, (width, height));
    }
}
