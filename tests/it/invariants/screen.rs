//! The program as the real loop runs it, on a terminal that keeps what is sent, and what may be sent there.

use std::cell::{Cell, RefCell};
use std::io;
use std::sync::LazyLock;
use std::sync::mpsc::{SyncSender, sync_channel};

use chrono::{NaiveDate, NaiveDateTime};
use giamngheo::app::message::{Effect, Message};
use giamngheo::app::save::Request;
use giamngheo::app::{App, Key};
use giamngheo::page::View;
use giamngheo::report::{self, ReportFormat, copy};
use giamngheo::source::{Limits, Load, load};
use giamngheo::term::{Device, Event, EventLoop, Loader, Screen};
use giamngheo::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::{forbidden, is_forbidden};
use crate::folder::Folder;

/// What files of these texts say.
pub fn read(texts: &[String]) -> Load {
    let folder = Folder::of("made", texts);
    load(&[folder.0.clone().into()], &Limits::default())
}

/// What a reading finds where no file is.
pub fn nothing() -> Load {
    static NOTHING: LazyLock<Load> =
        LazyLock::new(|| load(&["/no/such/file.json".into()], &Limits::default()));
    NOTHING.clone()
}

pub fn noon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2024, 2, 29).and_then(|day| day.and_hms_opt(12, 0, 0)).expect("a time of day")
}

/// The program, which asks for files and gets none: what it would write is made, judged and let go.
pub struct Reader(pub App);

impl Screen for Reader {
    type Load = Load;

    fn update(&mut self, message: Message<Load>) -> Vec<Effect> {
        let mut effects = self.0.update(message);
        effects.retain(|effect| !matches!(effect, Effect::Suspend));
        self.0.prepare_frame();
        if let Some(wish) = self.0.wish.take() {
            self.grant(&wish);
        }
        effects
    }

    fn prepare_frame(&mut self) {
        self.0.prepare_frame();
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        ui::draw(&self.0, area, buf);
    }
}

impl Reader {
    /// What goes out is fit to go there.
    fn grant(&self, wish: &Request) {
        let app = &self.0;
        let Some(view) = app.view() else { return };
        match wish {
            Request::Copy => {
                let copied = copy::tables(&view, &app.whole_page(), app.page_width());
                assert_eq!(forbidden(&copied.text.replace(['\n', '\t'], "")), None, "{:?}", copied.text);
            }
            Request::Propose => {}
            Request::Save(name) => {
                let format = ReportFormat::of_ending(name.as_ref()).unwrap_or_default();
                let seen = report::write_seen(&view, app.tab, &app.whole_page(), format, app.page_width());
                fit_for_paper(&view, format, &seen.expect("a report").bytes);
            }
        }
    }
}

/// A report holds letters that can be seen, and what reads it takes it.
pub fn fit_for_paper(view: &View, format: ReportFormat, bytes: &[u8]) {
    if format.is_binary() {
        return assert!(bytes.starts_with(b"PK"), "a package of {format:?}");
    }
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let odd = forbidden(&text.replace(['\n', '\r'], ""));
    assert_eq!(odd, None, "{format:?} of {}: {text:?}", view.area().name.name.vi);
    match format {
        ReportFormat::Json => {
            let read: serde_json::Result<serde_json::Value> = serde_json::from_str(text);
            assert!(read.is_ok(), "{text}");
        }
        ReportFormat::Csv => {
            let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
            for record in reader.records() {
                for cell in &record.expect("a record") {
                    // A number with its sign is one.
                    let is_number = report::csv::is_signed_number(cell) || cell.parse::<f64>().is_ok();
                    assert!(is_number || !cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
                }
            }
        }
        _ => {}
    }
}

/// A terminal that keeps each frame.
struct Paper {
    size: Cell<(u16, u16)>,
    frames: RefCell<Vec<Vec<u8>>>,
    events: SyncSender<Event<Load>>,
}

impl Device for Paper {
    fn size(&self) -> Option<Size> {
        let (width, height) = self.size.get();
        Some(Size { width, height })
    }

    fn take(&self) -> io::Result<()> {
        Ok(())
    }

    fn send(&self, bytes: Vec<u8>) -> bool {
        self.frames.borrow_mut().push(bytes);
        true
    }

    fn suspend(&self) -> bool {
        false
    }
}

/// Runs the loop on these keys and gives what the terminal got, a frame each; the same state sends nothing more.
pub fn frames(reader: &mut Reader, load: Load, keys: &[Key], size: (u16, u16)) -> Vec<Vec<u8>> {
    let (events, queue) = sync_channel(64);
    let paper = Paper { size: Cell::new(size), frames: RefCell::default(), events };
    let (loader, _asked) = Loader::mute();
    let mut running = EventLoop::new(reader, &paper, &queue, loader, Box::new(noon), true);
    running.start().expect("a terminal to take");
    let message = |message| assert!(paper.events.try_send(Event::Messages(vec![message])).is_ok());
    message(Message::Loaded(Box::new(load)));
    running.prepare_frame();
    for key in keys {
        message(Message::Key(*key));
        if running.prepare_frame().is_some() {
            return paper.frames.into_inner();
        }
    }
    let sent = paper.frames.borrow().len();
    assert!(paper.events.try_send(Event::Look).is_ok());
    running.prepare_frame();
    let again = paper.frames.borrow().len() - sent;
    assert_eq!(again, 0, "the same state sends nothing");
    drop(running);
    paper.frames.into_inner()
}

/// A frame moves the cursor within the screen, sets looks, and writes letters that can be seen; nothing else.
pub fn only_known(frame: &[u8], (width, height): (u16, u16)) {
    // To the beginning of the next line; a line feed alone would be out of a text.
    let text = std::str::from_utf8(frame).expect("UTF-8").replace("\r\n", "\r");
    let mut rest = &*text;
    while let Some(at) = rest.find(|letter| letter != '\r' && is_forbidden(letter)) {
        let found = &rest[at..];
        let body =
            found.strip_prefix("\x1b[").unwrap_or_else(|| panic!("{:?}", &found[..found.len().min(40)]));
        let end =
            body.find(|letter: char| !letter.is_ascii_digit() && !";?".contains(letter)).expect("an end");
        let (numbers, letter) = (&body[..end], body[end..].chars().next());
        match letter {
            Some('H') => {
                let mut place = numbers.split(';').map(|number| number.parse().unwrap_or(1_u16));
                let (row, column) = (place.next().unwrap_or(1), place.next().unwrap_or(1));
                assert!(row <= height && column <= width, "{row};{column} of {width}×{height}");
            }
            Some('m' | 'K' | 'B' | 'C' | 'r' | 'L' | 'M') => {}
            Some('h' | 'l') => assert!(["?2026", "?25"].contains(&numbers), "{numbers:?}"),
            other => panic!("{numbers:?} {other:?}"),
        }
        rest = &body[end + 1..];
    }
}

/// What is drawn at a size: that many cells, of letters that can be seen.
pub fn drawn(app: &App, (width, height): (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    ui::draw(app, area, &mut buffer);
    assert_eq!((buffer.area, buffer.content.len()), (area, usize::from(width) * usize::from(height)));
    for cell in &buffer.content {
        assert_eq!(forbidden(cell.symbol()), None, "{:?} in a cell", cell.symbol());
    }
    buffer
}
