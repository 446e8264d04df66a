//! The program as a test meets it: begun with choices, fed with files and keys, looked at.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use giamngheo::app::state::Choices;
use giamngheo::app::{App, Key, Message};
use giamngheo::source::{Limits, Load, load};
use giamngheo::text::Lang;
use giamngheo::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::folder::Folder;
pub use super::view::TODAY;

/// The built program.
pub const BINARY: &str = env!("CARGO_BIN_EXE_giamngheo");

/// The built program with these arguments, nothing to read, and nothing of the caller's language or width.
pub fn binary(args: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command.args(args).env_clear().stdin(Stdio::null());
    command
}

/// What these files and folders say.
pub fn read(paths: &[impl AsRef<Path>]) -> Load {
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.as_ref().to_owned()).collect();
    load(&paths, &Limits::default())
}

/// What snapshots say that are all accepted, read in this order; the name tells whose they are.
#[track_caller]
pub fn accepted(name: &str, texts: impl IntoIterator<Item: AsRef<str>>) -> Load {
    let load = read(&[&Folder::of(name, texts).0]);
    assert!(load.refused.is_empty(), "{}", load.refused[0].say(Lang::En));
    load
}

/// The sample, read once for all tests.
pub fn sample() -> &'static Load {
    static SAMPLE: LazyLock<Load> = LazyLock::new(|| load(&[], &Limits::default()));
    &SAMPLE
}

/// A reader's choices today; without a day the newest figures open.
pub fn choices(lang: Lang, as_of: &str) -> Choices {
    Choices { lang, as_of: as_of.parse().ok(), now: TODAY.parse().ok(), ..Choices::default() }
}

/// The program begun so, in a window of that size, on what was loaded.
pub fn begun(choices: Choices, (width, height): (u16, u16), load: &Load) -> App {
    let mut app = App::new(choices);
    app.update(Message::Resize { width, height });
    app.update(loaded(load));
    app
}

/// The message that brings what was loaded.
pub fn loaded(load: &Load) -> Message<Load> {
    Message::Loaded(Box::new(load.clone()))
}

/// What a reading finds where no file is.
pub fn nothing() -> Message<Load> {
    loaded(&read(&["/no/such/file.json"]))
}

/// The program on the sample, at that day.
pub fn program(lang: Lang, size: (u16, u16), as_of: &str) -> App {
    begun(choices(lang, as_of), size, sample())
}

/// Presses keys with blanks between them: letters for themselves, names in angle brackets.
pub fn press(app: &mut App, keys: &str) {
    for word in keys.split_whitespace() {
        app.update(Message::Key(key(word)));
    }
    app.prepare_frame();
}

/// The key of a letter or of a name, in angle brackets or bare.
pub fn key(word: &str) -> Key {
    match word.strip_prefix('<').and_then(|name| name.strip_suffix('>')).unwrap_or(word) {
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "PageDown" => Key::PageDown,
        "Home" => Key::Home,
        "End" => Key::End,
        "Space" => Key::Char(' '),
        "Tab" => Key::Tab,
        "Backspace" => Key::Backspace,
        "Ctrl-U" => Key::Ctrl('u'),
        letter => Key::Char(letter.chars().next().unwrap()),
    }
}

/// The screen, cell by cell.
pub fn drawn(app: &App) -> Buffer {
    let area = Rect::new(0, 0, app.size.0, app.size.1);
    let mut buffer = Buffer::empty(area);
    ui::draw(app, area, &mut buffer);
    buffer
}

/// What the screen shows, line by line.
pub fn screen(app: &App) -> String {
    let buffer = drawn(app);
    let (width, height) = app.size;
    let line = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..height).map(line).collect::<Vec<_>>().join("\n")
}

/// What the screen of the sample shows after keys.
pub fn picture(lang: Lang, size: (u16, u16), as_of: &str, keys: &str) -> String {
    let mut app = program(lang, size, as_of);
    press(&mut app, keys);
    screen(&app)
}

/// The words with one blank between any two, lines joined: columns move, words do not.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The screen says all of these.
#[track_caller]
pub fn assert_sees(screen: &str, texts: &[&str]) {
    for text in texts {
        assert!(screen.contains(text), "no {text:?} on\n{screen}");
    }
}
