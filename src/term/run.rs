//! A screen in the real terminal, from taking it over to the exit code.
use std::{
    io::{self, ErrorKind, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    process::{self, ExitCode},
    sync::{
        Arc, PoisonError,
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    },
    thread,
    time::Duration,
};

use chrono::Local;
use rustix::process::{Resource, Rlimit, setrlimit};
use signal_hook::consts::SIGABRT;

use super::{
    Clock, Event, EventLoop, HANG_UP, Loader, PANICKED, Screen, Trust, guard::TerminalGuard, input, panics,
    signals, tty::Tty,
};
use crate::{app::message::Message, source::watch::Watcher, text::Lang};

/// So many events may wait; then keys stay in the terminal until there is room.
const QUEUE: usize = 64;
/// A program told to end that has not done so by then is ended from outside its loop. Giving the terminal back
/// takes less than half a second even when it takes nothing any more, and one second is the promise.
const DEAD_MAN: Duration = Duration::from_millis(450);
/// What a program ends with that aborts: 128 and the number of the signal.
const ABORTED: u8 = 134;

/// Memory for giving the terminal back where a thread was ended for want of it.
const SPARE: usize = 4 << 20;

/// How a screen runs.
pub struct ScreenOptions {
    /// Whether colours may be used; a `NO_COLOR` that is not empty forbids them too.
    pub colour: bool,
    /// Where the local time comes from.
    pub clock: Clock,
    /// The files whose change means another reading.
    pub watcher: Option<Watcher>,
    /// The way of requests for another reading.
    pub requests: (Sender<()>, Receiver<()>),
}

impl Default for ScreenOptions {
    fn default() -> Self {
        Self {
            colour: true,
            clock: Box::new(|| Local::now().naive_local()),
            watcher: None,
            requests: channel(),
        }
    }
}

/// How a screen ended; the terminal has been given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// With this exit code.
    Code(u8),
    /// By a fault of the program, at this place of its source.
    Panicked(Option<String>),
}

impl Ending {
    /// The exit code; after a fault, one line about it goes to standard error first.
    pub fn exit_code(self, lang: Lang) -> ExitCode {
        let (code, words) = match self {
            Self::Code(code) if i32::from(code) == 128 + SIGABRT => {
                (code, lang.pick("hết bộ nhớ, đã dừng", "out of memory, stopped").to_owned())
            }
            Self::Code(code) => return code.into(),
            Self::Panicked(place) => {
                let words = lang.pick(
                    "chương trình gặp lỗi và đã dừng",
                    "the program hit a fault of its own and stopped",
                );
                (PANICKED, format!("{words} ({})", place.unwrap_or_default()))
            }
        };
        // A terminal that is gone hears nothing.
        let _ = writeln!(io::stderr(), "giamngheo: {words}");
        code.into()
    }
}

/// Keeps the data of the people shown here out of core dumps.
pub fn no_core_dumps() {
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// Runs `screen` in the terminal until it ends; `load` reads its data, in a thread of its own. The terminal is
/// given back whole whichever way this ends.
///
/// # Errors
/// When there is no terminal or the system refuses a thread; [`is_usable`](super::is_usable) tells before.
pub fn run<S: Screen>(
    screen: &mut S,
    load: impl FnMut(Trust, &dyn Fn(Message<S::Load>)) -> Option<S::Load> + Send + 'static,
    options: ScreenOptions,
) -> io::Result<Ending> {
    no_core_dumps();
    let colour = options.colour && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let (events, queue) = sync_channel(QUEUE);
    let tty = Tty::open()?;
    // Reading takes longer than all that the terminal needs before its first picture: it begins first.
    let loader = Loader::spawn(load, options.watcher, tell(&events), options.requests)?;
    loader.ask();
    let seat = Arc::new(TerminalGuard::new(tty));
    listen_to_signals(&seat, &events)?;
    start_writing(&seat, &events)?;
    let place = panics::catch(Arc::clone(&seat));
    let run = || go(EventLoop::new(screen, &*seat, &queue, loader, options.clock, colour), &seat, &events);
    let result = catch_unwind(AssertUnwindSafe(run));
    seat.leave();
    panics::release();
    match result {
        Ok(Ok(code)) if code != PANICKED => Ok(Ending::Code(code)),
        Ok(Err(error)) => Err(error),
        _ => Ok(Ending::Panicked(place.lock().unwrap_or_else(PoisonError::into_inner).take())),
    }
}

/// Takes the terminal over, and only then listens to it: before, it would give whole lines.
fn go<S: Screen>(
    mut event_loop: EventLoop<'_, S, TerminalGuard>,
    seat: &Arc<TerminalGuard>,
    events: &SyncSender<Event<S::Load>>,
) -> io::Result<u8> {
    event_loop.start()?;
    listen_to_keyboard(seat, events)?;
    Ok(event_loop.run())
}

fn tell<L: Send + 'static>(events: &SyncSender<Event<L>>) -> impl Fn(Message<L>) + Send + 'static {
    let events = events.clone();
    move |message| {
        let _ = events.send(Event::Messages(vec![message]));
    }
}

fn listen_to_keyboard<L: Send + 'static>(
    seat: &Arc<TerminalGuard>,
    events: &SyncSender<Event<L>>,
) -> io::Result<()> {
    let (seat, sender) = (Arc::clone(seat), events.clone());
    start("keyboard", events, move || {
        if input::listen(&seat, &sender) {
            end(&seat, &sender, HANG_UP);
        }
    })
}

fn listen_to_signals<L: Send + 'static>(
    seat: &Arc<TerminalGuard>,
    events: &SyncSender<Event<L>>,
) -> io::Result<()> {
    let mut signals = signals::take()?;
    signals::hold_aborting()?;
    let (seat, sender) = (Arc::clone(seat), events.clone());
    let spare: Vec<u8> = vec![0; SPARE];
    start("signals", events, move || {
        if let Some(code) = signals::listen(&mut signals, &sender) {
            drop(spare);
            end(&seat, &sender, code);
        }
    })
}

fn start_writing<L: Send + 'static>(
    seat: &Arc<TerminalGuard>,
    events: &SyncSender<Event<L>>,
) -> io::Result<()> {
    let (output, screen, sender) = (Arc::clone(&seat.output), seat.tty.screen.try_clone()?, events.clone());
    start("writer", events, move || {
        output.run(screen, move |result| {
            let gone = result.is_err_and(|error| error.kind() != ErrorKind::TimedOut);
            let _ = sender.send(if gone { Event::End(HANG_UP) } else { Event::Written });
        });
    })
}

/// Asks the loop to end, and ends the program without it if it does not listen. After an abort it is asked beside: a thread
/// that was stopped in one may hold what the asking waits for.
fn end<L: Send + 'static>(seat: &TerminalGuard, events: &SyncSender<Event<L>>, code: u8) {
    let sender = events.clone();
    let ask = move || drop(sender.try_send(Event::End(code)));
    if code == ABORTED {
        let _ = thread::Builder::new().name("ending".into()).spawn(ask);
    } else {
        ask();
    }
    thread::sleep(DEAD_MAN);
    seat.leave();
    process::exit(code.into());
}

/// Starts a thread whose panic ends the program in order.
fn start<L: Send + 'static>(
    name: &str,
    events: &SyncSender<Event<L>>,
    body: impl FnOnce() + Send + 'static,
) -> io::Result<()> {
    let events = events.clone();
    let guarded = move || {
        if catch_unwind(AssertUnwindSafe(body)).is_err() {
            let _ = events.send(Event::Panicked);
        }
    };
    thread::Builder::new().name(name.into()).spawn(guarded).map(drop)
}
