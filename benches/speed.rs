//! What speed rests on: reading files, making pages, drawing frames, finding.
//!
//! `cargo bench` prints medians. Machines differ: read them beside each other, and times of whole runs as ratios to
//! another program measured in turn.
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on has nothing to measure")]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use chrono::NaiveDateTime;
use divan::{Bencher, black_box};
use giamngheo::app::state::Choices;
use giamngheo::app::{App, Key, Message};
use giamngheo::import::{Content, InputFile, Order, import};
use giamngheo::page::{self, Tab};
use giamngheo::source::{Limits, Sources, load};
use giamngheo::text::Lang;
use giamngheo::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn main() {
    divan::main();
}

/// A program that shows `paths`, or the built-in sample.
fn program(paths: &[PathBuf], size: (u16, u16)) -> App {
    let day = |text: &str| text.parse().ok();
    let choices =
        Choices { lang: Lang::Vi, as_of: day("2022-12-31"), now: day("2024-02-01"), ..Choices::default() };
    let mut app = App::new(choices);
    app.update(Message::Resize { width: size.0, height: size.1 });
    app.update(Message::Loaded(Box::new(load(paths, &Limits::default()))));
    app
}

/// A file of one province with so many communes.
fn province(areas: u32) -> PathBuf {
    let mut text = String::from(
        r#"{"format":"giamngheo/1","unit":{"name":"Tỉnh A","kind":"province","code":"1"},"as_of":"2022-12-31",
        "source":{"provenance":"illustrative"},"areas":["#,
    );
    for n in 0..areas {
        let comma = if n == 0 { "" } else { "," };
        let (all, poor, near) = (1_000 + n % 700, 20 + n % 60, 15 + n % 40);
        write!(
            text,
            r#"{comma}{{"name":"Xã {n}","code":"{n:05}","kind":"commune","households":{all},
            "poor":{{"households":{poor},"persons":{}}},"near_poor":{{"households":{near}}}}}"#,
            poor * 4
        )
        .unwrap();
    }
    text.push_str("]}");
    let path = std::env::temp_dir().join(format!("giamngheo-bench-{}-{areas}.json", std::process::id()));
    fs::write(&path, text).unwrap();
    path
}

#[divan::bench]
fn read_the_sample() -> usize {
    load(&[], &Limits::default()).world.histories.len()
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn read_a_province(bencher: Bencher, areas: u32) {
    let paths = [province(areas)];
    bencher.bench(|| load(black_box(&paths), &Limits::default()).world.histories.len());
}

/// A file that changed among others is read, and these are not: as many of them as may be, the time of one.
#[divan::bench(args = [1, 12, 60])]
fn read_a_change(bencher: Bencher, files: u32) {
    let text = fs::read_to_string(province(1_000)).unwrap();
    let folder = std::env::temp_dir().join(format!("giamngheo-bench-{}-{files}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let of_year = |year: u32| text.replace("2022-12-31", &format!("{}-12-31", 2000 + year));
    for year in 1..=files {
        fs::write(folder.join(format!("{year:02}.json")), of_year(year)).unwrap();
    }
    // What was written a moment ago is not believed to stay so.
    thread::sleep(Duration::from_secs(4));
    let mut sources = Sources::new(vec![folder.clone()], Limits::default(), || ());
    sources.read(NaiveDateTime::default());
    bencher.bench_local(|| {
        fs::write(folder.join("01.json"), of_year(1)).unwrap();
        sources.read(NaiveDateTime::default()).files
    });
    fs::remove_dir_all(folder).unwrap();
}

/// The list of a province, its changes looked up in the snapshot before: ten times the communes, ten times the time.
#[divan::bench(args = [1_000, 10_000])]
fn make_the_list_of_a_province(bencher: Bencher, areas: u32) {
    let now = province(areas);
    let before = now.with_extension("before.json");
    let text = fs::read_to_string(&now).unwrap();
    fs::write(&before, text.replace("2022-12-31", "2021-12-31")).unwrap();
    let app = program(&[now, before], (80, 24));
    let view = app.view().unwrap();
    bencher.bench_local(|| page::page_of(black_box(Tab::Households), &view));
}

#[divan::bench(args = Tab::ALL)]
fn make_a_page(bencher: Bencher, tab: Tab) {
    let app = program(&[], (80, 24));
    let view = app.view().unwrap();
    bencher.bench_local(|| page::page_of(black_box(tab), &view));
}

/// From a key to the picture, as the screen does it.
#[divan::bench(args = [(80, 24), (160, 45)])]
fn a_key_and_its_frame(bencher: Bencher, size: (u16, u16)) {
    let mut app = program(&[], size);
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| {
        app.update(Message::Key(Key::Down));
        app.prepare_frame();
        ui::draw(&app, area, &mut buffer);
    });
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn a_key_in_a_long_list(bencher: Bencher, areas: u32) {
    let mut app = program(&[province(areas)], (80, 24));
    app.update(Message::Key(Key::Char('2')));
    let area = Rect::new(0, 0, 80, 24);
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| {
        app.update(Message::Key(Key::Down));
        app.prepare_frame();
        ui::draw(&app, area, &mut buffer);
    });
}

#[divan::bench]
fn find(bencher: Bencher) {
    let mut app = program(&[], (80, 24));
    app.update(Message::Key(Key::Char('/')));
    bencher.bench_local(|| {
        app.update(Message::Key(Key::Char('b')));
        app.update(Message::Key(Key::Backspace));
    });
}

/// A list of so many households, counted.
#[divan::bench(args = [30_000])]
fn count_a_list(bencher: Bencher, households: u32) {
    let mut text = String::from(
        "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2024\nSTT,Phường,Mã hộ,Họ tên chủ hộ,Số nhân khẩu,Phân loại hộ\n",
    );
    for n in 1..=households {
        let class = if n % 5 < 3 { "Hộ nghèo" } else { "Hộ cận nghèo" };
        writeln!(text, "{n},Phường {},HN{n:08},Nguyễn {n},{},{class}", 1 + n % 14, 1 + n % 7).unwrap();
    }
    let files = [InputFile { name: "a.csv".to_owned(), content: Content::Bytes(text.into_bytes()) }];
    let order = Order { unit: Some("Quận 6"), ..Order::default() };
    bencher.bench_local(|| import(Lang::Vi, black_box(&files), &order).unwrap().told.len());
}
