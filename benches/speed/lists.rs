//! What is done to a list on the screen: found in, sorted.

use divan::Bencher;
use giamngheo::app::{Key, Message};

use crate::made;
use crate::pages::show_after;
use crate::{SCALES, press, program};

/// A letter that is typed to find, and taken back.
#[divan::bench(args = SCALES)]
fn find(bencher: Bencher, times: u32) {
    let mut app = program(Some(made::sample(times)), (80, 24));
    press(&mut app, "/x");
    bencher.bench_local(|| {
        app.update(Message::Key(Key::Char('1')));
        app.update(Message::Key(Key::Backspace));
    });
}

/// By the next column, to the picture.
#[divan::bench(args = SCALES)]
fn sort(bencher: Bencher, times: u32) {
    let mut app = program(Some(made::sample(times)), (80, 24));
    press(&mut app, "2");
    show_after(bencher, &mut app, Key::Char('s'), (80, 24));
}

/// By the next column in a list of ten thousand.
#[divan::bench]
fn sort_a_wide_file(bencher: Bencher) {
    let mut app = program(Some(made::WIDE), (80, 24));
    press(&mut app, "2");
    show_after(bencher, &mut app, Key::Char('s'), (80, 24));
}
