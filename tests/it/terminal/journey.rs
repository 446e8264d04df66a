//! The real loop with events put in by hand.
use std::time::Instant;

use giamngheo::{
    app::message::{Effect, Key, Message},
    term::{Event, Screen},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::paper::{Paper, begin, noon};

/// Writes down what it is told.
#[derive(Default)]
struct Diary {
    messages: Vec<Message<&'static str>>,
    /// What the next message makes it ask for.
    wish: Vec<Effect>,
}

impl Screen for Diary {
    type Load = &'static str;

    fn update(&mut self, message: Message<&'static str>) -> Vec<Effect> {
        let quit = message == Message::Key(Key::Char('q'));
        self.messages.push(message);
        if quit { vec![Effect::Quit(7)] } else { std::mem::take(&mut self.wish) }
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        let text = format!("{} messages", self.messages.len());
        buf.set_stringn(0, 0, text, usize::from(area.width), Style::new());
    }
}

const SIZE: (u16, u16) = (20, 3);

fn resize(width: u16, height: u16) -> Message<&'static str> {
    Message::Resize { width, height }
}

#[test]
fn it_begins_with_the_time_the_size_and_a_reading() {
    let (paper, queue) = Paper::new(SIZE.0, SIZE.1);
    let mut diary = Diary::default();
    let (mut event_loop, asked) = begin(&mut diary, &paper, &queue);
    assert_eq!(asked.try_iter().count(), 0, "whoever runs it asks for the first");
    paper.message(Message::Loaded(Box::new("data")));
    assert_eq!(event_loop.prepare_frame(), None);
    assert_eq!(paper.shown().trim(), "3 messages");
    assert_eq!(paper.taken.get(), 1);
    drop(event_loop);
    assert_eq!(diary.messages, [Message::Tick(noon()), resize(20, 3), Message::Loaded(Box::new("data"))]);
}

#[test]
fn a_frame_is_one_piece_and_a_synchronized_update() {
    let (paper, queue) = Paper::new(SIZE.0, SIZE.1);
    let mut diary = Diary::default();
    let (mut event_loop, _asked) = begin(&mut diary, &paper, &queue);
    for key in ["a", "b", "c"] {
        event_loop.prepare_frame();
        paper.press(key);
    }
    event_loop.prepare_frame();
    let frames = paper.frames.borrow();
    assert_eq!(frames.len(), 4);
    assert!(frames[0].starts_with("\x1b[?2026h") && frames[0].ends_with("\x1b[?2026l"), "{:?}", frames[0]);
    assert_eq!(frames[0].matches("\x1b[?2026h").count(), 1);
    // What is so short comes in one piece by itself.
    assert!(frames[1..].iter().all(|frame| frame.len() < 40 && !frame.contains("2026")), "{frames:?}");
}

#[test]
fn all_that_is_queued_comes_before_one_frame() {
    let (paper, queue) = Paper::new(SIZE.0, SIZE.1);
    let mut diary = Diary::default();
    let (mut event_loop, _asked) = begin(&mut diary, &paper, &queue);
    for _ in 0..1_000 {
        paper.press("x");
    }
    let begun = Instant::now();
    event_loop.prepare_frame();
    // In a flood a picture is due after a tenth of a second; on a machine with other work it may take that long.
    let most = 1 + begun.elapsed().as_millis() / 100;
    assert!(paper.frames.borrow().len() as u128 <= most);
    assert_eq!(paper.shown().trim(), "1002 messages");
}

#[test]
fn nothing_new_nothing_sent() {
    let (paper, queue) = Paper::new(SIZE.0, SIZE.1);
    let mut diary = Diary::default();
    let (mut event_loop, _asked) = begin(&mut diary, &paper, &queue);
    event_loop.prepare_frame();
    paper.event(Event::Look);
    event_loop.prepare_frame();
    assert_eq!(paper.frames.borrow().len(), 1);
}

#[test]
fn while_a_frame_is_under_way_none_follows_and_none_is_lost() {
    let (paper, queue) = Paper::new(SIZE.0, SIZE.1);
    let mut diary = Diary::default();
    let (mut event_loop, _asked) = begin(&mut diary, &paper, &queue);
    paper.held.set(true);
    event_loop.prepare_frame();
    for _ in 0..10 {
        paper.press("x");
        event_loop.prepare_frame();
    }
    assert_eq!(paper.frames.borrow().len(), 1);
    paper.release();
    event_loop.prepare_frame();
    assert_eq!(paper.frames.borrow().len(), 2);
    assert_eq!(paper.shown().trim(), "12 messages");
}

#[test]
fn the_last_size_counts() {
    let (paper, queue) = Paper::new(SIZE.0, SIZE.1);
    let mut diary = Diary::default();
    let (mut event_loop, _asked) = begin(&mut diary, &paper, &queue);
    event_loop.prepare_frame();
    for width in 1..=12 {
        paper.size.set((width, 2));
        paper.event(Event::Look);
    }
    event_loop.prepare_frame();
    drop(event_loop);
    assert_eq!(diary.messages[1..], [resize(20, 3), resize(12, 2)]);
    assert_eq!(super::pty::shown(&paper.frames.borrow()[1], 12, 2).trim(), "3 messages");
}

#[test]
fn wishes_are_granted() {
    let (paper, queue) = Paper::new(SIZE.0, SIZE.1);
    let mut diary = Diary {
        wish: vec![Effect::Reload, Effect::Send(b"\x1b]52;c;eA==\x07".to_vec())],
        ..Diary::default()
    };
    let (mut event_loop, asked) = begin(&mut diary, &paper, &queue);
    event_loop.prepare_frame();
    assert_eq!(asked.try_iter().count(), 1, "one wished for");
    assert!(paper.frames.borrow()[0].starts_with("\x1b]52;c;eA==\x07\x1b[?2026h"));
}

#[test]
fn what_ends_it_ends_it_at_once() {
    let key = |key| Event::Messages(vec![Message::Key(key)]);
    let table = [
        (key(Key::Char('q')), 7),
        (key(Key::Ctrl('c')), 130),
        (key(Key::Ctrl('\\')), 131),
        (Event::End(143), 143),
        (Event::Panicked, 101),
    ];
    for (event, code) in table {
        let (paper, queue) = Paper::new(SIZE.0, SIZE.1);
        let mut diary = Diary::default();
        let (mut event_loop, _asked) = begin(&mut diary, &paper, &queue);
        paper.event(event);
        paper.press("x");
        assert_eq!(event_loop.run(), code);
        drop(event_loop);
        assert!(!diary.messages.contains(&Message::Key(Key::Char('x'))));
    }
}

#[test]
fn after_a_stop_the_whole_screen_is_drawn_again() {
    let (paper, queue) = Paper::new(SIZE.0, SIZE.1);
    let mut diary = Diary::default();
    let (mut event_loop, _asked) = begin(&mut diary, &paper, &queue);
    event_loop.prepare_frame();
    paper.message(Message::Key(Key::Ctrl('z')));
    paper.press("x");
    event_loop.prepare_frame();
    assert_eq!(paper.frames.borrow().len(), 1, "nothing is drawn into the shell's terminal");
    paper.size.set((30, 4));
    paper.event(Event::Continue);
    event_loop.prepare_frame();
    assert_eq!(paper.taken.get(), 2);
    let again = &paper.frames.borrow()[1];
    assert!(again.contains("\x1b[H\x1b[K"));
    assert_eq!(super::pty::shown(again, 30, 4).trim(), "4 messages");
}
