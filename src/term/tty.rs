//! The terminal device itself: which descriptors, how large, raw or as it was.
use std::{
    fs::{File, OpenOptions},
    io::{self, Read},
    os::{
        fd::{AsFd, OwnedFd},
        unix::fs::OpenOptionsExt,
    },
    sync::OnceLock,
    time::Duration,
};

use ratatui::layout::Size;
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    fs::{OFlags, fcntl_getfl},
    io::Errno,
    termios::{
        OptionalActions, QueueSelector, Termios, isatty, tcflush, tcgetattr, tcgetpgrp, tcgetwinsize,
        tcsetattr,
    },
};

/// More cells than any screen has; a size beyond it is a mistake that must not cost gigabytes.
const MOST_CELLS: u32 = 500_000;
/// What a terminal that does not know its size (a serial line, a container just started) is taken for.
const UNKNOWN: Size = Size { width: 80, height: 24 };

/// Whether there is a screen to draw on and a keyboard to listen to: standard output is a terminal, `TERM` names
/// one that can move its cursor, and keys can be read (from standard input, else from the controlling terminal).
pub fn is_usable() -> bool {
    is_able() && isatty(rustix::stdio::stdout()) && keyboard().is_ok()
}

/// Whether `TERM` names a terminal that can move its cursor and erase.
pub fn is_able() -> bool {
    std::env::var_os("TERM").is_some_and(|name| !name.is_empty() && name != "dumb")
}

/// Something to read, nothing within the time given, or no terminal any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wait {
    Ready,
    Quiet,
    Gone,
}

/// The terminal: where keys come from, where frames go, and how it was before.
pub(super) struct Tty {
    keyboard: File,
    /// Written to without waiting, where the system allows it: nobody may be caught in a write to a terminal that
    /// takes nothing (tmux copy mode, a dead link), as what gives the terminal back would have to wait too.
    pub(super) screen: File,
    /// How it was when it was first taken over: before, another job may have set it for itself.
    before: OnceLock<Termios>,
}

impl Tty {
    pub(super) fn open() -> io::Result<Self> {
        Ok(Self { keyboard: keyboard()?, screen: screen()?, before: OnceLock::new() })
    }

    /// The size in cells; `None` when the terminal is gone.
    pub(super) fn size(&self) -> Option<Size> {
        let size = tcgetwinsize(&self.screen).ok()?;
        Some(sane(size.ws_col, size.ws_row))
    }

    /// Every byte at once and as typed, no echo, no signal keys.
    pub(super) fn make_raw(&self) -> io::Result<()> {
        let now = tcgetattr(&self.keyboard)?;
        let mut raw = self.before.get_or_init(|| now).clone();
        raw.make_raw();
        Ok(tcsetattr(&self.keyboard, OptionalActions::Now, &raw)?)
    }

    /// As it was when the program began; a terminal that is gone needs nothing.
    pub(super) fn restore(&self) {
        if let Some(before) = self.before.get() {
            let _ = tcsetattr(&self.keyboard, OptionalActions::Now, before);
        }
    }

    /// Does a write take what has room, and no more? Of a terminal that is not the program's own it may wait.
    pub(super) fn never_waits(&self) -> bool {
        fcntl_getfl(&self.screen).is_ok_and(|flags| flags.contains(OFlags::NONBLOCK))
    }

    /// Throws away what was written and nobody has read, which makes room for the last words.
    pub(super) fn discard_output(&self) {
        let _ = tcflush(&self.screen, QueueSelector::OFlush);
    }

    /// The process group that has the terminal now; none where that is nobody's, or not known.
    pub(super) fn foreground(&self) -> Option<u32> {
        let group = tcgetpgrp(&self.keyboard).ok()?;
        Some(group.as_raw_nonzero().get().unsigned_abs())
    }

    /// Waits until there is something to read, for ever without `patience`.
    pub(super) fn wait(&self, patience: Option<Duration>) -> Wait {
        let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
        let mut keyboard = [PollFd::new(&self.keyboard, PollFlags::IN)];
        loop {
            return match poll(&mut keyboard, timeout.as_ref()) {
                Err(Errno::INTR) => continue,
                Ok(0) => Wait::Quiet,
                Ok(_) if keyboard[0].revents() == PollFlags::IN => Wait::Ready,
                Ok(_) | Err(_) => Wait::Gone,
            };
        }
    }

    /// Reads what is there, after [`Wait::Ready`]; `false` when that was nothing, because the terminal went away.
    pub(super) fn read(&self, bytes: &mut Vec<u8>) -> bool {
        let mut room = [0; 4096];
        match (&self.keyboard).read(&mut room) {
            Ok(0) => false,
            Ok(count) => {
                bytes.extend_from_slice(&room[..count]);
                true
            }
            Err(error) => matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock),
        }
    }
}

/// Standard input, or the controlling terminal when that is a pipe with data.
fn keyboard() -> io::Result<File> {
    let input = rustix::stdio::stdin();
    if isatty(input) { duplicate(input) } else { controlling_terminal(OFlags::empty()) }
}

/// Standard output; opened anew where that is the same terminal, so that "do not wait" is ours alone and not
/// shared with every program that has the terminal open.
fn screen() -> io::Result<File> {
    let output = rustix::stdio::stdout();
    if tcgetpgrp(output).is_ok()
        && let Ok(own) = controlling_terminal(OFlags::NONBLOCK)
    {
        return Ok(own);
    }
    duplicate(output)
}

fn duplicate(terminal: impl AsFd) -> io::Result<File> {
    let owned: OwnedFd = terminal.as_fd().try_clone_to_owned()?;
    Ok(owned.into())
}

fn controlling_terminal(flags: OFlags) -> io::Result<File> {
    let flags = (flags | OFlags::NOCTTY).bits().cast_signed();
    OpenOptions::new().read(true).write(true).custom_flags(flags).open("/dev/tty")
}

/// A size that can be drawn: never zero, never absurd.
fn sane(width: u16, height: u16) -> Size {
    let width = if width == 0 { UNKNOWN.width } else { width };
    let height = if height == 0 { UNKNOWN.height } else { height };
    let most = u16::try_from(MOST_CELLS / u32::from(width)).unwrap_or(u16::MAX);
    Size { width, height: height.min(most) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_can_be_drawn() {
        let table = [
            ((80, 24), (80, 24)),
            ((1, 1), (1, 1)),
            ((0, 0), (80, 24)),
            ((0, 50), (80, 50)),
            ((1000, 300), (1000, 300)),
            ((65_535, 1), (65_535, 1)),
            ((1, 65_535), (1, 65_535)),
            ((65_535, 65_535), (65_535, 7)),
        ];
        for ((width, height), expected) in table {
            let size = sane(width, height);
            assert_eq!((size.width, size.height), expected);
        }
    }
}
