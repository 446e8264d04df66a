//! The model to pages, and pages to pictures.

use divan::{Bencher, black_box};
use giamngheo::app::{App, Key, Message};
use giamngheo::page::{self, Tab};
use giamngheo::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::made::{self, Made};
use crate::{SCALES, press, program};

/// Each tab, at each scale.
fn tabs() -> impl Iterator<Item = (Tab, u32)> {
    Tab::ALL.into_iter().flat_map(|tab| SCALES.map(|times| (tab, times)))
}

#[divan::bench(args = tabs())]
fn a_page(bencher: Bencher, (tab, times): (Tab, u32)) {
    let app = program(Some(made::sample(times)), (80, 24));
    let view = app.view().unwrap();
    bencher.bench_local(|| page::page_of(black_box(tab), &view));
}

/// All of a list, as a report has it, its changes looked up in the snapshot before: ten times the communes, ten times
/// the time.
#[divan::bench(args = SCALES)]
fn a_whole_list(bencher: Bencher, times: u32) {
    let app = program(Some(made::sample(times)), (80, 24));
    let view = app.view().unwrap().of_all_rows();
    bencher.bench_local(|| page::page_of(black_box(Tab::Households), &view));
}

/// A picture of what stands there: nothing is pressed before it.
#[divan::bench(args = tabs())]
fn a_picture(bencher: Bencher, (tab, times): (Tab, u32)) {
    let mut app = program(Some(made::sample(times)), (80, 24));
    press(&mut app, &number(tab));
    app.prepare_frame();
    let area = Rect::new(0, 0, 80, 24);
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| ui::draw(black_box(&app), area, &mut buffer));
}

/// From a key to the picture, as the screen does it: down a list, which is there on each tab.
#[divan::bench(args = [(80, 24), (160, 45)])]
fn a_key_and_its_picture(bencher: Bencher, size: (u16, u16)) {
    go_down(bencher, None, Tab::Overview, size);
}

#[divan::bench(args = tabs())]
fn a_key_on_a_tab(bencher: Bencher, (tab, times): (Tab, u32)) {
    go_down(bencher, Some(made::sample(times)), tab, (80, 24));
}

#[divan::bench(args = Tab::ALL)]
fn a_key_in_a_wide_file(bencher: Bencher, tab: Tab) {
    go_down(bencher, Some(made::WIDE), tab, (80, 24));
}

#[divan::bench(args = Tab::ALL)]
fn a_key_in_a_long_history(bencher: Bencher, tab: Tab) {
    go_down(bencher, Some(made::HISTORY), tab, (80, 24));
}

fn go_down(bencher: Bencher, made: Option<Made>, tab: Tab, size: (u16, u16)) {
    let mut app = program(made, size);
    press(&mut app, &number(tab));
    show_after(bencher, &mut app, Key::Down, size);
}

/// The other tab and back again, as somebody reads two pages side by side.
#[divan::bench(args = SCALES)]
fn a_change_of_tab(bencher: Bencher, times: u32) {
    let mut app = program(Some(made::sample(times)), (80, 24));
    show_after(bencher, &mut app, Key::Tab, (80, 24));
}

/// Presses a key and draws what it leads to, again and again.
pub fn show_after(bencher: Bencher, app: &mut App, key: Key, (width, height): (u16, u16)) {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| {
        app.update(Message::Key(key));
        app.prepare_frame();
        ui::draw(app, area, &mut buffer);
    });
}

/// The key of a tab.
fn number(tab: Tab) -> String {
    let at = Tab::ALL.iter().position(|one| *one == tab).unwrap();
    (at + 1).to_string()
}
