//! What the loop needs of a terminal: the real one, or a test's.
use std::io;

use ratatui::layout::Size;

/// A terminal, as the loop sees it.
pub trait Device {
    /// The size in cells; `None` keeps the size that was.
    fn size(&self) -> Option<Size>;

    /// Whether it is ours to take: another job of the shell may have it.
    fn is_ours(&self) -> bool {
        true
    }

    /// Takes the terminal over, at the start and after a stop.
    ///
    /// # Errors
    /// When there is no terminal any more.
    fn take(&self) -> io::Result<()>;

    /// Sends bytes on their way without waiting; `true` when they are written already. Else
    /// [`Event::Written`](super::Event::Written) follows when they are; until then nothing more is sent.
    fn send(&self, bytes: Vec<u8>) -> bool;

    /// Gives the terminal back and stops the program; [`Event::Continue`](super::Event::Continue) follows when it
    /// goes on. `false` when it cannot stop, and nothing was done.
    fn suspend(&self) -> bool;
}
