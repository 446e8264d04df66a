//! What reaches the loop.
use crate::app::message::Message;

/// An event for the loop, from the keyboard, the signals, the loader or the writer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event<L> {
    /// Something for the program itself. The loop makes [`Message::Resize`] and [`Message::Tick`] itself.
    Messages(Vec<Message<L>>),
    /// The size may have changed.
    Look,
    /// The bytes of the last [`Device::send`](super::Device::send) are on their way; the next may follow.
    Written,
    /// End with this code: a signal came, or the terminal went away.
    End(u8),
    /// Stop, as Ctrl-Z does.
    Suspend,
    /// The program goes on after a stop.
    Continue,
    /// A thread of the terminal broke; so does the program, in order.
    Panicked,
}
