//! What the loop runs: anything with a state, an update and a picture.
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::app::message::{Effect, Message};

/// Something to be done in another thread.
pub type Work = Box<dyn FnOnce() + Send>;

/// A program for the terminal, as the loop sees it.
pub trait Screen {
    /// What a loading brings.
    type Load: Send + 'static;

    /// Changes the state; the only place where it changes.
    fn update(&mut self, message: Message<Self::Load>) -> Vec<Effect>;

    /// Makes ready what will be drawn. Called once before each drawing, after all messages.
    fn prepare_frame(&mut self) {}

    /// What is worth finding beside, in a thread of its own that ends with it, before it is asked for. Asked after each
    /// drawing.
    fn beside(&mut self) -> Option<Work> {
        None
    }

    /// Draws the state into `area`, which starts empty. Called after messages, never without one.
    fn draw(&self, area: Rect, buf: &mut Buffer);

    /// Where the terminal's cursor shows, for input methods that open their list there; hidden by default.
    fn cursor(&self, area: Rect) -> Option<Position> {
        let _ = area;
        None
    }

    /// May it be stopped by its key, which gives the terminal to whom else?
    fn may_stop(&self) -> bool {
        true
    }

    /// Whether time matters to the second now (a notice that goes away by itself); otherwise the clock speaks at
    /// full minutes only, and an idle screen sleeps.
    fn every_second(&self) -> bool {
        false
    }
}
