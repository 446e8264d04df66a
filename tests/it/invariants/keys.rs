//! A journey: whatever is pressed, pasted and loaded, the reader stands somewhere, sees the same again, and gets out.

use chrono::Duration;
use giamngheo::app::message::{Composed, Effect, Message};
use giamngheo::app::state::Choices;
use giamngheo::app::{App, Key};
use giamngheo::source::Load;
use giamngheo::term::Screen;
use ratatui::buffer::Buffer;

use super::screen::{Reader, drawn, noon, nothing, read};

/// What happens next.
#[derive(Debug, Clone)]
pub enum Step {
    /// A key.
    Key(Key),
    /// Another size.
    Resize(u16, u16),
    /// The first files again, or the others.
    Reload(bool),
    /// A reading that finds nothing.
    Bad,
    /// So many seconds later, or earlier.
    Tick(u16),
    /// A text pasted in one piece.
    Paste(String),
    /// The same as loose keys.
    LoosePaste(String),
    /// A correction of an input method.
    Composed(Composed),
}

/// Where it begins, and what happens then.
#[derive(Debug)]
pub struct Journey {
    /// How it was begun.
    pub choices: Choices,
    /// Columns and lines.
    pub size: (u16, u16),
    /// The texts of the files at first, and later.
    pub files: [Vec<String>; 2],
    /// The steps.
    pub steps: Vec<Step>,
}

/// So many steps are taken between two pictures.
const BETWEEN: usize = 20;

/// Any journey; whether all of its files are accepted.
pub fn keys(journey: &Journey) -> bool {
    let loads = journey.files.each_ref().map(|texts| read(texts));
    let often = travelled(journey, &loads, BETWEEN);
    let once = travelled(journey, &loads, usize::MAX);
    assert_eq!(often, once, "the same messages give the same picture, however often it was drawn");
    loads.iter().all(|load| load.refused.is_empty())
}

/// The last picture of a journey that is drawn so often.
fn travelled(journey: &Journey, loads: &[Load; 2], between: usize) -> Buffer {
    let mut reader = Reader(App::new(journey.choices.clone()));
    reader.update(Message::Tick(noon()));
    let (width, height) = journey.size;
    reader.update(Message::Resize { width: width.max(1), height: height.max(1) });
    reader.update(Message::Loaded(Box::new(loads[0].clone())));
    for (at, step) in journey.steps.iter().enumerate() {
        let effects = reader.update(message(step, loads));
        stands_somewhere(&reader.0);
        if effects.iter().any(|effect| matches!(effect, Effect::Quit(_))) {
            continue;
        }
        if at % between == between - 1 {
            reader.prepare_frame();
            drawn(&reader.0, reader.0.size);
            gets_out(&reader.0);
        }
    }
    reader.prepare_frame();
    gets_out(&reader.0);
    drawn(&reader.0, reader.0.size)
}

fn message(step: &Step, loads: &[Load; 2]) -> Message<Load> {
    match step {
        Step::Key(key) => Message::Key(*key),
        Step::Resize(width, height) => Message::Resize { width: *width.max(&1), height: *height.max(&1) },
        Step::Reload(is_first) => Message::Loaded(Box::new(loads[usize::from(!is_first)].clone())),
        Step::Bad => Message::Loaded(Box::new(nothing())),
        Step::Tick(seconds) => Message::Tick(noon() + Duration::seconds(i64::from(*seconds) - 1_000)),
        Step::Paste(text) => Message::Paste(text.clone()),
        Step::LoosePaste(text) => Message::LoosePaste(text.clone()),
        Step::Composed(composed) => Message::Composed(composed.clone()),
    }
}

/// What is chosen is there: the history, its snapshot, the row, the slide.
fn stands_somewhere(app: &App) {
    let Some(load) = app.load() else { return };
    let shown = load.world.histories.get(app.history);
    let history =
        shown.unwrap_or_else(|| panic!("history {} of {}", app.history, load.world.histories.len()));
    assert!(app.at < history.snapshots.len(), "snapshot {} of {}", app.at, history.snapshots.len());
    assert!(app.compare.is_none_or(|at| at < history.snapshots.len()), "compared with {:?}", app.compare);
    let chosen = app.chosen();
    assert!(app.page.rows().next().is_none() || app.page.row(chosen).is_some(), "{chosen:?} is no row");
    if let Some(meeting) = app.meeting() {
        assert!(meeting.at < app.slides.len().max(1), "slide {} of {}", meeting.at, app.slides.len());
    }
}

/// Out in three keys at most: where a line is typed q is a letter of it, and Esc goes back.
fn gets_out(app: &App) {
    let mut app = app.clone();
    let ends =
        |key: Key| app.update(Message::Key(key)).iter().any(|effect| matches!(effect, Effect::Quit(_)));
    assert!([Key::Char('q'), Key::Esc, Key::Char('q')].into_iter().any(ends), "q does not lead out");
}
