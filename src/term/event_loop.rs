//! The loop: everything that has happened, then one picture.
use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use chrono::NaiveDateTime;
use ratatui::layout::Size;

use super::{
    Device, Event, HANG_UP, Loader, PANICKED, Screen,
    frame_diff::FrameDiff,
    frame_timer::{FrameTimer, step_of, until_tick},
    waiting::Waiting,
};
use crate::app::message::{Effect, Key, Message};

/// In a flood of events a picture is due after this time all the same.
const LONGEST_SILENCE: Duration = Duration::from_millis(100);
/// Between two looks whether the shell gave us the terminal; most say so by the signal CONT.
const BEHIND: Duration = Duration::from_secs(1);
/// The codes of the two keys that would be signals if the terminal were not raw.
const INTERRUPT: u8 = 130;
const QUIT: u8 = 131;

/// The local time, wherever it comes from.
pub type Clock = Box<dyn Fn() -> NaiveDateTime + Send>;

/// Why nothing is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Away {
    /// The program was stopped.
    Stopped,
    /// Another job of the shell has the terminal.
    Behind,
}

/// The one loop of the program, around a [`Screen`], a [`Device`] and a queue of [`Event`]s.
pub struct EventLoop<'a, S: Screen, D> {
    screen: &'a mut S,
    device: &'a D,
    events: &'a Receiver<Event<S::Load>>,
    /// What came and was not acted upon yet.
    waiting: Waiting<S::Load>,
    loader: Loader,
    clock: Clock,
    painter: FrameDiff,
    size: Size,
    /// The last time the screen was told.
    told: NaiveDateTime,
    /// Bytes for the terminal that are no picture.
    unsent: Vec<u8>,
    dirty: bool,
    writing: bool,
    away: Option<Away>,
    pace: FrameTimer,
    ending: Option<u8>,
}

impl<'a, S: Screen, D: Device> EventLoop<'a, S, D> {
    /// Puts the parts together; nothing happens yet.
    pub fn new(
        screen: &'a mut S,
        device: &'a D,
        events: &'a Receiver<Event<S::Load>>,
        loader: Loader,
        clock: Clock,
        colour: bool,
    ) -> Self {
        let told = clock();
        Self {
            screen,
            device,
            events,
            waiting: Waiting::new(),
            loader,
            clock,
            painter: FrameDiff::new(colour),
            size: Size::ZERO,
            told,
            unsent: Vec::new(),
            dirty: true,
            writing: false,
            away: None,
            pace: FrameTimer::new(),
            ending: None,
        }
    }

    /// Takes the terminal over, tells the screen the time and the size. Call it once, before the other two.
    ///
    /// # Errors
    /// When the terminal cannot be taken over.
    pub fn start(&mut self) -> io::Result<()> {
        if self.device.is_ours() {
            self.device.take()?;
        } else {
            self.away = Some(Away::Behind);
        }
        self.update(Message::Tick(self.told));
        self.look_at_size();
        Ok(())
    }

    /// Runs to the end and gives the exit code.
    pub fn run(&mut self) -> u8 {
        loop {
            self.wait();
            self.draw_if_due();
            if let Some(code) = self.ending {
                return code;
            }
        }
    }

    /// Takes all that is queued and draws at once, as the loop does when it is left alone for a moment; gives the
    /// exit code when that ended it. With this, tests step through a journey without waiting.
    pub fn prepare_frame(&mut self) -> Option<u8> {
        loop {
            self.take_queued();
            if !self.waiting.is_empty() && self.ending.is_none() {
                continue;
            }
            if self.ending.is_some() || !self.dirty || self.writing || self.away.is_some() {
                return self.ending;
            }
            self.pace.hurry();
            self.draw_if_due();
        }
    }

    /// Waits for an event or the next thing due, and takes all that is queued by then.
    fn wait(&mut self) {
        if self.waiting.is_empty() {
            self.wait_for_event();
        }
        self.take_queued();
        if self.away.is_none() {
            self.tick();
        }
    }

    fn wait_for_event(&mut self) {
        let first = match self.patience() {
            Some(patience) => self.events.recv_timeout(patience),
            None => self.events.recv().map_err(RecvTimeoutError::from),
        };
        match first {
            Ok(event) => self.take(event),
            Err(RecvTimeoutError::Timeout) if self.away.is_some() => self.go_on(),
            Err(RecvTimeoutError::Timeout) => {}
            // The other ends live as long as the program; without them nothing could ever end it.
            Err(RecvTimeoutError::Disconnected) => self.ending = Some(PANICKED),
        }
    }

    fn take_queued(&mut self) {
        let until = Instant::now() + LONGEST_SILENCE;
        while Instant::now() < until {
            // What ends the program is behind no key.
            while let Ok(event) = self.events.try_recv() {
                self.take(event);
            }
            match self.waiting.next() {
                Some(message) if self.ending.is_none() => self.take_message(message),
                _ => return,
            }
        }
        self.waiting.thin_out();
    }

    /// How long nothing is due; `None` for ever.
    fn patience(&self) -> Option<Duration> {
        match self.away {
            Some(Away::Stopped) => return None,
            Some(Away::Behind) => return Some(BEHIND),
            None => {}
        }
        let tick = self.until_tick();
        if self.dirty && !self.writing {
            return Some(tick.min(self.pace.left()));
        }
        Some(tick)
    }

    /// Tells the time when a full minute (or second) has begun since it was told last.
    fn tick(&mut self) {
        let now = (self.clock)();
        let every_second = self.screen.every_second();
        if step_of(now, every_second) != step_of(self.told, every_second) {
            self.told = now;
            self.update(Message::Tick(now));
        }
    }

    fn until_tick(&self) -> Duration {
        let now = (self.clock)();
        // A clock that stands still (a fixed date) would else be asked again and again just before its full minute.
        let now = if now == self.told { NaiveDateTime::default() } else { now };
        until_tick(now, self.screen.every_second())
    }

    fn take(&mut self, event: Event<S::Load>) {
        match event {
            Event::Messages(messages) => self.waiting.add(messages),
            Event::Look => self.dirty = true,
            Event::Written => self.writing = false,
            Event::End(code) => self.ending = Some(code),
            Event::Panicked => self.ending = Some(PANICKED),
            Event::Suspend => self.suspend(),
            Event::Continue => self.go_on(),
        }
    }

    fn take_message(&mut self, message: Message<S::Load>) {
        match message {
            Message::Key(Key::Ctrl('c')) => self.ending = Some(INTERRUPT),
            Message::Key(Key::Ctrl('\\')) => self.ending = Some(QUIT),
            Message::Key(Key::Ctrl('z')) if self.screen.may_stop() => self.suspend(),
            Message::Key(Key::Ctrl('z')) => {}
            // Another program wrote into the picture: all of it is sent once more.
            Message::Key(Key::Ctrl('l')) => self.draw_anew(),
            message => self.update(message),
        }
    }

    fn update(&mut self, message: Message<S::Load>) {
        if matches!(message, Message::Loaded(_) | Message::FirstLoaded(_) | Message::LoadFailed) {
            self.pace.open();
        }
        self.dirty = true;
        for effect in self.screen.update(message) {
            match effect {
                Effect::Quit(code) => self.ending = Some(code),
                Effect::Reload => {
                    self.loader.ask();
                    self.draw_anew();
                }
                Effect::Suspend => self.suspend(),
                Effect::Send(bytes) => {
                    self.unsent.extend(bytes);
                    // A terminal between that does not know what was sent may have put it into the picture.
                    self.draw_anew();
                }
            }
        }
    }

    fn draw_anew(&mut self) {
        self.painter.forget();
        self.dirty = true;
    }

    fn suspend(&mut self) {
        if self.away.is_none() && self.device.suspend() {
            self.away = Some(Away::Stopped);
        }
    }

    /// Takes the terminal over again. Also after a stop that could not be seen coming (SIGSTOP): the shell has used
    /// the terminal meanwhile.
    fn go_on(&mut self) {
        self.away = (!self.device.is_ours()).then_some(Away::Behind);
        if self.away.is_some() {
            return;
        }
        self.dirty = true;
        self.painter.forget();
        if self.device.take().is_err() {
            self.ending = Some(HANG_UP);
        }
    }

    fn look_at_size(&mut self) {
        let size = self.device.size().unwrap_or(self.size);
        if size != self.size {
            self.size = size;
            self.update(Message::Resize { width: size.width, height: size.height });
        }
    }

    fn draw_if_due(&mut self) {
        let due = self.dirty && !self.writing && self.away.is_none() && self.ending.is_none();
        if !due || !self.pace.left().is_zero() {
            return;
        }
        self.look_at_size();
        self.dirty = false;
        self.pace.frame_drawn();
        let mut bytes = std::mem::take(&mut self.unsent);
        bytes.extend(self.picture());
        if !bytes.is_empty() {
            self.writing = !self.device.send(bytes);
        }
        if let Some(work) = self.screen.beside() {
            // Where the system starts no more threads it is found when it is asked for.
            let _ = thread::Builder::new().name("beside".into()).spawn(work);
        }
    }

    fn picture(&mut self) -> Vec<u8> {
        let area = ratatui::layout::Rect::new(0, 0, self.size.width, self.size.height);
        self.screen.prepare_frame();
        let screen = &*self.screen;
        self.painter.paint(self.size, screen.cursor(area), |area, buffer| screen.draw(area, buffer))
    }
}
