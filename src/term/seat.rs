//! Taking the terminal over, and giving it back whole, whatever happens.
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use ratatui::layout::Size;

use super::{
    device::Device,
    jobs,
    output::{Output, write_all},
    tty::Tty,
};

/// Alternate screen, no cursor, pastes in brackets. No question to the terminal, no mouse.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// The screen is cleared before it is left, for those that keep what was on it (tmux without an alternate screen).
const LEAVE: &[u8] = b"\x1b[0m\x1b[2J\x1b[H\x1b[?1049l\x1b[?25h\x1b[?2004l";
/// Ends whatever a frame that was cut off may have begun: a string, a synchronized update.
const CUT: &[u8] = b"\x1b\\\x1b[?2026l";

/// How long a frame under way may take to its end when the program ends. All waits together stay well under the
/// second in which a program that was told to end must be gone.
const LAST_FRAME: Duration = Duration::from_millis(200);
const CANCELLED_FRAME: Duration = Duration::from_millis(80);
const LAST_WORDS: Duration = Duration::from_millis(100);

/// The terminal and whether it is ours at present.
pub(super) struct Seat {
    pub(super) tty: Tty,
    pub(super) output: Arc<Output>,
    /// Set while the terminal is raw; whoever clears it gives the terminal back, and nobody else does.
    taken: AtomicBool,
    /// Whether [`ENTER`] was sent; it goes with the first frame, in one write.
    entered: AtomicBool,
}

impl Seat {
    pub(super) fn new(tty: Tty) -> Self {
        Self { tty, output: Arc::default(), taken: AtomicBool::new(false), entered: AtomicBool::new(false) }
    }

    /// Gives the terminal back, once, and within half a second even when it takes nothing any more. Never fails: a
    /// terminal that is gone needs nothing back.
    pub(super) fn leave(&self) {
        if !self.taken.swap(false, Ordering::SeqCst) {
            return;
        }
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
        words.extend_from_slice(LEAVE);
        let until = Instant::now() + LAST_WORDS;
        let _ = write_all(&self.tty.screen, &words, || Instant::now() < until);
    }
}

impl Device for Seat {
    fn size(&self) -> Option<Size> {
        self.tty.size()
    }

    fn take(&self) -> io::Result<()> {
        self.tty.make_raw()?;
        self.entered.store(false, Ordering::SeqCst);
        self.taken.store(true, Ordering::SeqCst);
        Ok(())
    }

    fn send(&self, bytes: Vec<u8>) {
        if !self.taken.load(Ordering::SeqCst) {
            return;
        }
        let entered = self.entered.swap(true, Ordering::SeqCst);
        let bytes = if entered { bytes } else { [ENTER, &bytes].concat() };
        self.output.send(bytes);
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

impl Drop for Seat {
    fn drop(&mut self) {
        self.leave();
    }
}
