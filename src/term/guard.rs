//! Taking the terminal over, and giving it back whole, whatever happens.
use std::{
    io,
    sync::{
        Arc, Mutex, TryLockError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use ratatui::layout::Size;

use super::{
    device::Device,
    frame_diff::cleared,
    jobs,
    output::{Output, write_all},
    tty::Tty,
};

/// Alternate screen, no cursor, pastes in brackets. No question to the terminal, no mouse.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// After the screen was cleared, for terminals that keep what was on it (tmux without an alternate screen).
const LEAVE: &[u8] = b"\x1b[H\x1b[?1049l\x1b[?25h\x1b[?2004l";
/// Ends whatever a frame that was cut off may have begun: a string, a synchronized update.
const CUT: &[u8] = b"\x1b\\\x1b[?2026l";

/// Lines that are cleared one by one: more has no screen, and a link takes them in the time for the last words.
const TALLEST: u16 = 1000;

/// How long a frame under way may take to its end when the program ends. All waits together stay well under the
/// second in which a program that was told to end must be gone.
const LAST_FRAME: Duration = Duration::from_millis(200);
const CANCELLED_FRAME: Duration = Duration::from_millis(80);
const LAST_WORDS: Duration = Duration::from_millis(100);
/// How long a read under way may take; one follows only where there is something to read, so it takes no time.
const LAST_READ: Duration = Duration::from_millis(20);

/// The terminal and whether it is ours at present.
pub(super) struct TerminalGuard {
    pub(super) tty: Tty,
    pub(super) output: Arc<Output>,
    /// Set while the terminal is raw; whoever clears it gives the terminal back, and nobody else does.
    taken: AtomicBool,
    /// Whether [`ENTER`] was sent; it goes with the first frame, in one write.
    entered: AtomicBool,
    /// Held while the keyboard is read. What is typed after the terminal was given back is for the shell.
    reading: Mutex<()>,
}

impl TerminalGuard {
    pub(super) fn new(tty: Tty) -> Self {
        let (taken, entered) = (AtomicBool::new(false), AtomicBool::new(false));
        Self { tty, output: Arc::default(), taken, entered, reading: Mutex::new(()) }
    }

    /// Reads what was typed, unless the terminal is not ours at present: then `None`.
    pub(super) fn read(&self, bytes: &mut Vec<u8>) -> Option<bool> {
        let _reading = self.reading.lock();
        self.taken.load(Ordering::SeqCst).then(|| self.tty.read(bytes))
    }

    /// Waits for a read under way to end; none begins any more.
    fn stop_reading(&self) {
        let until = Instant::now() + LAST_READ;
        while matches!(self.reading.try_lock(), Err(TryLockError::WouldBlock)) && Instant::now() < until {
            thread::yield_now();
        }
    }

    /// Gives the terminal back, once, and within half a second even when it takes nothing any more. Never fails: a
    /// terminal that is gone needs nothing back.
    pub(super) fn leave(&self) {
        if !self.taken.swap(false, Ordering::SeqCst) {
            return;
        }
        self.stop_reading();
        if self.entered.swap(false, Ordering::SeqCst) {
            self.say_goodbye();
        }
        self.tty.restore();
    }

    fn say_goodbye(&self) {
        let mut words = Vec::new();
        if !self.output.drain(LAST_FRAME) {
            self.output.cancel();
            self.tty.discard_output();
            self.output.drain(CANCELLED_FRAME);
            words.extend_from_slice(CUT);
        }
        words.extend(cleared(self.tty.size().map_or(0, |size| size.height.min(TALLEST))));
        words.extend_from_slice(LEAVE);
        let until = Instant::now() + LAST_WORDS;
        let _ = write_all(&self.tty.screen, &words, || Instant::now() < until);
    }
}

impl Device for TerminalGuard {
    fn size(&self) -> Option<Size> {
        self.tty.size()
    }

    fn is_ours(&self) -> bool {
        self.tty.foreground().is_none_or(jobs::is_own_group)
    }

    fn take(&self) -> io::Result<()> {
        self.tty.make_raw()?;
        self.entered.store(false, Ordering::SeqCst);
        self.taken.store(true, Ordering::SeqCst);
        Ok(())
    }

    fn send(&self, bytes: Vec<u8>) -> bool {
        if !self.taken.load(Ordering::SeqCst) {
            return false;
        }
        let entered = self.entered.swap(true, Ordering::SeqCst);
        let bytes = if entered { bytes } else { [ENTER, &bytes].concat() };
        self.output.send(self.tty.never_waits().then_some(&self.tty.screen), bytes)
    }

    fn suspend(&self) -> bool {
        if !jobs::can_stop() {
            return false;
        }
        self.leave();
        jobs::stop();
        true
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        self.leave();
    }
}
