//! What pictures of the sample cost on their way to the terminal: bytes, which are what a slow link has few of.
use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Rect, Size},
};

use super::{frame_diff::FrameDiff, pen::is_blank};
use crate::{
    app::{App, Key, Message, state::Choices},
    source::{Limits, load},
    text::Lang,
    ui,
};

const SMALL: Size = Size { width: 80, height: 24 };
const LARGE: Size = Size { width: 160, height: 45 };

/// A screen on which the sample is shown.
struct Shown {
    app: App,
    painter: FrameDiff,
    picture: Buffer,
}

impl Shown {
    /// With nothing drawn on it yet.
    fn new(size: Size) -> Self {
        let now = "2024-02-01".parse().ok();
        let mut app = App::new(Choices { lang: Lang::Vi, now, ..Choices::default() });
        app.update(Message::Resize { width: size.width, height: size.height });
        app.update(Message::Loaded(Box::new(load(&[], &Limits::default()))));
        let picture = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        Self { app, painter: FrameDiff::new(true), picture }
    }

    /// The bytes that bring the next picture, and those of the letters in the cells that change by it.
    fn draw(&mut self) -> (usize, usize) {
        self.app.prepare_frame();
        let mut next = Buffer::empty(self.picture.area);
        ui::draw(&self.app, next.area, &mut next);
        let size = next.area.as_size();
        let sent = self.painter.paint(size, None, |_, buffer| buffer.clone_from(&next)).len();
        let is_same = |a: &Cell, b: &Cell| a == b || (is_blank(a) && is_blank(b));
        let cells = self.picture.content.iter().zip(&next.content);
        let changed = cells.filter(|(a, b)| !is_same(a, b)).map(|(_, b)| b.symbol().len()).sum();
        self.picture = next;
        (sent, changed)
    }

    fn press(&mut self, key: Key) -> (usize, usize) {
        self.app.update(Message::Key(key));
        self.draw()
    }

    /// From each tab to the next, and to the first again.
    fn round(&mut self) -> (usize, usize) {
        let all = "234561".chars().map(|tab| self.press(Key::Char(tab)));
        all.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }
}

#[test]
fn the_first_picture_costs_little_more_than_its_text() {
    for size in [SMALL, LARGE] {
        let mut shown = Shown::new(size);
        let (sent, _) = shown.draw();
        let lines = shown.picture.content.chunks(usize::from(size.width));
        let text = |line: &[Cell]| line.iter().map(Cell::symbol).collect::<String>().trim_end().len() + 1;
        let text: usize = lines.map(text).sum();
        assert!(sent * 100 <= text * 115, "{sent} bytes for {text} of text");
    }
}

#[test]
fn a_step_of_the_selection_costs_a_hundred_bytes_at_most() {
    for tab in ['1', '2'] {
        let mut shown = Shown::new(SMALL);
        shown.press(Key::Char(tab));
        for key in [Key::Down, Key::Down, Key::Up] {
            let (sent, _) = shown.press(key);
            assert!(sent <= 100, "{sent} bytes for {key:?} on {tab}");
        }
    }
}

/// What is sent beyond them: the ways from column to column, and looks. The mark of a figure that follows is one letter and
/// has a look of its own, which is seven bytes.
#[test]
fn another_tab_costs_little_more_than_the_letters_that_change() {
    for (size, most) in [(SMALL, 125), (LARGE, 119)] {
        let mut shown = Shown::new(size);
        shown.draw();
        let (sent, changed) = shown.round();
        assert!(sent * 100 <= changed * most, "{sent} bytes for {changed} of letters");
    }
}
