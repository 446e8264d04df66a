//! Writing without making anybody wait: what has no room at once is for a thread with room for one frame.
use std::{
    io::{self, ErrorKind, Write},
    sync::atomic::{AtomicBool, Ordering},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError},
    thread,
    time::{Duration, Instant},
};

/// Pauses while the terminal takes nothing: short at first, as a large frame fills its buffer for a moment only,
/// then longer, as a held terminal (copy mode, a dead link) may stay held for hours.
const PAUSES: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(64));

/// Writes all of `bytes`, as long as `go_on` says so.
pub(super) fn write_all(mut to: impl Write, mut bytes: &[u8], go_on: impl Fn() -> bool) -> io::Result<()> {
    let mut pause = PAUSES.0;
    while !bytes.is_empty() {
        if !go_on() {
            return Err(ErrorKind::TimedOut.into());
        }
        match to.write(bytes) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(count) => {
                bytes = &bytes[count..];
                pause = PAUSES.0;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                // Not poll: a pseudo-terminal calls itself writable with room for less than the kernel then takes.
                thread::sleep(pause);
                pause = (pause * 2).min(PAUSES.1);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

#[derive(Debug, Default)]
struct Slot {
    frame: Option<Vec<u8>>,
    writing: bool,
}

impl Slot {
    fn is_empty(&self) -> bool {
        !self.writing && self.frame.is_none()
    }
}

/// The slot between the loop and the writing thread.
#[derive(Debug, Default)]
pub(super) struct Output {
    slot: Mutex<Slot>,
    changed: Condvar,
    cancelled: AtomicBool,
}

/// Between two looks at what is left to be written.
const LOOK: Duration = Duration::from_millis(1);

impl Output {
    /// Writes what `to`, which never waits, takes of a frame at once: mostly all of it, and `true`. The rest goes into the
    /// slot, which must be empty: the loop waits for one to be written before the next.
    pub(super) fn send(&self, to: Option<impl Write>, mut frame: Vec<u8>) -> bool {
        let mut slot = self.lock();
        slot.writing = true;
        drop(slot);
        self.cancelled.store(false, Ordering::SeqCst);
        // What goes wrong here goes wrong for the thread too, which tells of it.
        let taken = to.map_or(0, |mut to| to.write(&frame).unwrap_or_default());
        let rest = frame.split_off(taken.min(frame.len()));
        let is_written = rest.is_empty();
        slot = self.lock();
        slot.writing = false;
        slot.frame = Some(rest).filter(|_| !is_written);
        self.changed.notify_all();
        is_written
    }

    /// Writes frames for ever, and tells after each how it went. For a thread of its own.
    pub(super) fn run(self: Arc<Self>, mut to: impl Write, tell: impl Fn(io::Result<()>)) {
        loop {
            let frame = self.next();
            let result = write_all(&mut to, &frame, || !self.cancelled.load(Ordering::SeqCst));
            self.lock().writing = false;
            tell(result);
        }
    }

    /// Waits until all is written; `false` when that takes longer than `limit`. Looks and does not wait for the slot: a
    /// thread that was stopped in an abort may have it for ever.
    pub(super) fn drain(&self, limit: Duration) -> bool {
        let until = Instant::now() + limit;
        let is_done = || match self.slot.try_lock() {
            Ok(slot) => slot.is_empty(),
            Err(TryLockError::Poisoned(slot)) => slot.into_inner().is_empty(),
            Err(TryLockError::WouldBlock) => false,
        };
        while !is_done() {
            if Instant::now() >= until {
                return false;
            }
            thread::sleep(LOOK);
        }
        true
    }

    /// Gives up the frame under way; its end is told as an error.
    pub(super) fn cancel(&self) {
        self.cancelled.store(true, Ordering::SeqCst);
    }

    fn next(&self) -> Vec<u8> {
        let mut slot = self.lock();
        loop {
            if let Some(frame) = slot.frame.take() {
                slot.writing = true;
                return frame;
            }
            slot = self.changed.wait(slot).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    /// Takes `room` bytes a write, and refuses every other one.
    struct Slow {
        taken: Vec<u8>,
        room: usize,
        ready: bool,
    }

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.ready = !self.ready;
            if !self.ready || self.room == 0 {
                return Err(ErrorKind::WouldBlock.into());
            }
            let count = bytes.len().min(self.room);
            self.taken.extend_from_slice(&bytes[..count]);
            Ok(count)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_full_terminal_gets_all_the_same() {
        let mut slow = Slow { taken: Vec::new(), room: 3, ready: true };
        write_all(&mut slow, b"one frame", || true).unwrap();
        assert_eq!(slow.taken, b"one frame");
    }

    #[test]
    fn what_has_room_at_once_needs_no_thread() {
        let output = Output::default();
        let mut ready = Slow { taken: Vec::new(), room: 9, ready: false };
        assert!(output.send(Some(&mut ready), b"one frame".to_vec()));
        assert!(output.drain(Duration::ZERO));
        ready.ready = false;
        assert!(!output.send(Some(&mut ready), b"a longer frame".to_vec()));
        assert_eq!(ready.taken, b"one framea longer ");
        assert_eq!(output.next(), b"frame");
    }

    #[test]
    fn a_held_terminal_holds_nobody() {
        let output = Arc::new(Output::default());
        let (tell, told) = mpsc::channel();
        let writer = Arc::clone(&output);
        let held = Slow { taken: Vec::new(), room: 0, ready: true };
        thread::spawn(move || writer.run(held, move |result| tell.send(result).unwrap()));
        assert!(!output.send(None::<Slow>, b"frame".to_vec()));
        assert!(!output.drain(Duration::from_millis(20)));
        output.cancel();
        assert!(output.drain(Duration::from_secs(10)));
        assert_eq!(told.recv().unwrap().unwrap_err().kind(), ErrorKind::TimedOut);
    }
}
