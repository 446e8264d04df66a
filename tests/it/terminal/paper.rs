//! A terminal of paper: the real loop runs on it, step by step, with nothing to wait for.
use std::{
    cell::{Cell, RefCell},
    io,
    sync::mpsc::{Receiver, SyncSender, sync_channel},
};

use chrono::{NaiveDate, NaiveDateTime};
use giamngheo::{
    app::message::{Key, Message},
    term::{Clock, Device, Event, EventLoop, Loader, Screen},
};
use ratatui::layout::Size;

/// Keeps each frame as it was sent.
pub struct Paper<L> {
    pub size: Cell<(u16, u16)>,
    pub frames: RefCell<Vec<String>>,
    pub taken: Cell<usize>,
    /// Whether the terminal takes nothing at present; see [`Self::release`].
    pub held: Cell<bool>,
    events: SyncSender<Event<L>>,
}

impl<L> Paper<L> {
    pub fn new(width: u16, height: u16) -> (Self, Receiver<Event<L>>) {
        let (events, queue) = sync_channel(10_000);
        let paper = Self {
            size: Cell::new((width, height)),
            frames: RefCell::default(),
            taken: Cell::new(0),
            held: Cell::new(false),
            events,
        };
        (paper, queue)
    }

    pub fn event(&self, event: Event<L>) {
        assert!(self.events.try_send(event).is_ok());
    }

    pub fn message(&self, message: Message<L>) {
        self.event(Event::Messages(vec![message]));
    }

    pub fn press(&self, keys: &str) {
        self.event(Event::Messages(keys.chars().map(|key| Message::Key(Key::Char(key))).collect()));
    }

    /// The terminal takes what was held back.
    pub fn release(&self) {
        self.held.set(false);
        self.event(Event::Written);
    }

    /// What a terminal shows after all frames.
    pub fn shown(&self) -> String {
        let (width, height) = self.size.get();
        super::pty::shown(&self.frames.borrow().concat(), width, height)
    }
}

impl<L> Device for Paper<L> {
    fn size(&self) -> Option<Size> {
        let (width, height) = self.size.get();
        Some(Size { width, height })
    }

    fn take(&self) -> io::Result<()> {
        self.taken.set(self.taken.get() + 1);
        Ok(())
    }

    fn send(&self, bytes: Vec<u8>) -> bool {
        self.frames.borrow_mut().push(String::from_utf8(bytes).unwrap());
        !self.held.get()
    }

    fn suspend(&self) -> bool {
        true
    }
}

/// The same moment for every test.
pub fn noon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2024, 2, 1).unwrap().and_hms_opt(12, 0, 0).unwrap()
}

pub fn at_noon() -> Clock {
    Box::new(noon)
}

/// The loop around `screen`, begun, and where its requests for data arrive.
pub fn begin<'a, S: Screen>(
    screen: &'a mut S,
    paper: &'a Paper<S::Load>,
    queue: &'a Receiver<Event<S::Load>>,
) -> (EventLoop<'a, S, Paper<S::Load>>, Receiver<()>) {
    let (loader, asked) = Loader::mute();
    let mut event_loop = EventLoop::new(screen, paper, queue, loader, at_noon(), true);
    event_loop.start().unwrap();
    (event_loop, asked)
}
