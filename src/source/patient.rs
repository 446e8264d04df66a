//! Streams that another program may have set not to wait: who gave them to us has them so for its own sake.

use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::AsFd;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

/// A stream that is waited for, however it is set.
pub struct Patient<T>(pub T);

impl<T: Read + AsFd> Read for Patient<T> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.0.read(bytes) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => wait(&self.0, PollFlags::IN, None)?,
                read => return read,
            };
        }
    }
}

impl<T: Write + AsFd> Write for Patient<T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match self.0.write(bytes) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => wait(&self.0, PollFlags::OUT, None)?,
                written => return written,
            };
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        loop {
            match self.0.flush() {
                Err(error) if error.kind() == ErrorKind::WouldBlock => wait(&self.0, PollFlags::OUT, None)?,
                flushed => return flushed,
            };
        }
    }
}

/// Waits until something can be read or written there, for ever without `patience`; says whether it can.
///
/// # Errors
/// What the system says of the stream.
pub(super) fn wait(stream: &impl AsFd, what: PollFlags, patience: Option<Duration>) -> io::Result<bool> {
    let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
    loop {
        match poll(&mut [PollFd::new(stream, what)], timeout.as_ref()) {
            Err(Errno::INTR) => {}
            ready => return Ok(ready? > 0),
        }
    }
}
