//! Each file is a source of its own: one that is broken, half written, gone or waited for changes no figure of
//! another, and none of its own that was shown.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use chrono::NaiveDateTime;
use giamngheo::app::App;
use giamngheo::model::measure::{Aspect, Group};
use giamngheo::source::{Kept, Limits, Load, Remark, Sources};
use giamngheo::text::Lang;

use crate::folder::{Folder, Head};
use crate::program::{assert_sees, begun, choices, loaded, press, screen};

/// So many poor households of a district at a date.
fn of_day(day: &str, poor: u32) -> String {
    let unit = r#""name": "Quận 6", "kind": "district""#;
    Head::reported(unit, day).with(&format!(r#""households": 1000, "poor": {{ "households": {poor} }}"#))
}

const DAYS: [&str; 3] = ["2022-12-31", "2023-06-30", "2023-12-31"];

fn quarters(name: &str) -> Folder {
    let folder = Folder::new(name);
    for (day, poor) in DAYS.into_iter().zip([60, 50, 40]) {
        folder.write(&format!("{day}.json"), &of_day(day, poor));
    }
    folder
}

fn at(minute: u32) -> NaiveDateTime {
    "2024-02-01".parse::<chrono::NaiveDate>().unwrap().and_hms_opt(14, minute, 0).unwrap()
}

fn sources(paths: &[&str]) -> (Sources<impl Fn() + Clone + Send + 'static>, Receiver<()>) {
    let (asks, asked) = channel();
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    let arrived = move || {
        let _ = asks.send(());
    };
    (Sources::new(paths, Limits::default(), arrived), asked)
}

/// Each date with its poor households, as the stories of the figures have them.
fn told(load: &Load) -> Vec<String> {
    let snapshots = load.world.histories.iter().flat_map(|history| &history.snapshots);
    let poor = |s: &giamngheo::model::snapshot::Snapshot| {
        format!("{} {:?}", s.as_of(), s.whole.figure(Group::Poor, &Aspect::Households))
    };
    snapshots.map(|s| poor(s)).collect()
}

/// Does it to the file of that name.
type Breaking = fn(&Folder, &str);

/// What can befall a file while it is saved, or later.
const BROKEN: [(&str, Breaking); 8] = [
    ("half written", |folder, file| drop(folder.write(file, &of_day(DAYS[2], 41)[..90]))),
    ("empty", |folder, file| drop(folder.write(file, ""))),
    ("of another kind", |folder, file| drop(folder.write(file, r#"{"format": "giamngheo/9"}"#))),
    ("another's day", |folder, file| drop(folder.write(file, &of_day(DAYS[0], 61)))),
    ("impossible", |folder, file| drop(folder.write(file, &of_day(DAYS[2], 2000)))),
    ("not text", |folder, file| fs::write(folder.at(file), b"{\xff").unwrap()),
    ("a link to nothing", |folder, file| {
        fs::remove_file(folder.at(file)).unwrap();
        std::os::unix::fs::symlink(folder.at("nowhere"), folder.at(file)).unwrap();
    }),
    ("a pipe", |folder, file| {
        fs::remove_file(folder.at(file)).unwrap();
        assert!(Command::new("mkfifo").arg(folder.at(file)).status().unwrap().success());
    }),
];

#[test]
fn case_53_a_bad_save_changes_no_figure_and_no_date() {
    for (what, break_it) in BROKEN {
        for day in DAYS {
            let folder = quarters("bad-save");
            let (file, named) = (format!("{day}.json"), folder.at(&format!("{day}.json")));
            let (mut sources, _asked) = sources(&[&folder.0]);
            let good = sources.read(at(5));
            assert!(good.refused.is_empty() && good.kept.is_empty());
            // A file that says the day of the first is no fault of the first itself.
            if what == "another's day" && day == DAYS[0] {
                continue;
            }
            break_it(&folder, &file);
            for minute in [10, 20] {
                let bad = sources.read(at(minute));
                assert_eq!(told(&bad), told(&good), "{what}, {file}");
                assert!(bad.refused.iter().any(|fault| fault.file == named), "{what}: {:?}", bad.refused);
                let of_it = bad.kept.iter().find(|kept| kept.refused == named);
                assert_eq!(of_it.map(|kept| kept.at), Some(at(5)), "{what}");
            }
            // Mended: what it says now, and no word of before.
            let _ = fs::remove_file(&named);
            folder.write(&file, &of_day(day, 33));
            let mended = sources.read(at(30));
            assert!(mended.refused.is_empty() && mended.kept.is_empty(), "{what}: {:?}", mended.refused);
            assert_ne!(told(&mended), told(&good));
        }
    }
}

/// The screen and the wall stay on their date, say in one line since when the figures stand, and tab 6 has the rest.
#[test]
fn case_53_the_screen_says_it_in_one_line_and_stays() {
    let folder = quarters("screen");
    let (mut sources, _asked) = sources(&[&folder.0]);
    let mut app = begun(choices(Lang::Vi, ""), (80, 24), &sources.read(at(5)));
    let before = screen(&app);
    folder.write("2023-12-31.json", &format!("{}\n\n\n,", &of_day(DAYS[2], 41)[..120]));
    app.update(loaded(&sources.read(at(10))));
    let after = screen(&app);
    let banner = "! Đang hiện số đọc lúc 14:05: tệp 2023-12-31.json lỗi dòng 2 (phím 6)";
    assert_sees(&after, &["Số liệu đến 31/12/2023", "◂ 3/3 ▸", banner]);
    let body = |screen: &str| screen.lines().skip(4).take(6).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(after.lines().skip(4).take(6).count(), 6);
    assert!(body(&after).iter().any(|line| line.contains("40")), "{after}");
    assert_eq!(before.lines().next(), after.lines().next());
    press(&mut app, "6");
    assert_sees(&screen(&app), &["Tệp đã nạp (3), bị từ chối (1)", "đang hiện số đọc lúc 14:05"]);
    press(&mut app, "m");
    assert_sees(&screen(&app), &["! Đang hiện số đọc lúc 14:05: tệp 2023-12-31.json lỗi dòng 2"]);
    assert!(!screen(&app).contains("phím 6"), "a slide's number is no tab");
    press(&mut app, "<Esc> L");
    assert_sees(
        &screen(&app),
        &["! Showing figures read at 14:05: file 2023-12-31.json, fault on line 2 (key 6)"],
    );
    for width in [40, 60, 160] {
        app.update(giamngheo::app::Message::Resize { width, height: 24 });
        let lines = screen(&app).lines().filter(|line| line.contains("14:05")).count();
        assert!(lines >= 1 && banner_lines(&app) == 1, "{}", screen(&app));
    }
}

fn banner_lines(app: &App) -> usize {
    screen(app).lines().filter(|line| line.starts_with(" ! ")).count()
}

/// A file taken out of the folder is gone; a folder that cannot be looked at is not.
#[test]
fn case_53_what_is_taken_away_goes_and_what_cannot_be_seen_stays() {
    let folder = quarters("gone");
    let (mut sources, _asked) = sources(&[&folder.0]);
    let good = sources.read(at(5));
    fs::rename(&folder.0, format!("{}-away", folder.0)).unwrap();
    let away = sources.read(at(10));
    assert_eq!(told(&away), told(&good));
    assert!(away.kept.contains(&Kept { refused: folder.0.clone(), at: at(5) }), "{:?}", away.kept);
    fs::rename(format!("{}-away", folder.0), &folder.0).unwrap();
    fs::remove_file(folder.at("2023-12-31.json")).unwrap();
    let fewer = sources.read(at(15));
    assert_eq!(told(&fewer), told(&good)[..2]);
    assert!(fewer.refused.is_empty());
    // Without a right to read it nobody can tell a wall from a file; the root of this machine reads all the same.
    fs::set_permissions(folder.at("2023-06-30.json"), fs::Permissions::from_mode(0o000)).unwrap();
    assert_eq!(told(&sources.read(at(20))), told(&fewer));
}

fn pipe(folder: &Folder) -> String {
    let path = folder.at("p");
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    path
}

/// Writes into a pipe from a thread, as another program would.
fn write_to(path: &str, text: String) {
    let path = path.to_owned();
    std::thread::spawn(move || {
        fs::OpenOptions::new().write(true).open(path).unwrap().write_all(text.as_bytes()).unwrap();
    });
}

#[test]
fn case_54_what_can_be_read_only_once_is_read_once_and_kept() {
    let folder = quarters("once");
    fs::remove_file(folder.at("2023-12-31.json")).unwrap();
    let pipe = pipe(&folder);
    write_to(&pipe, of_day("2023-12-31", 40));
    let (mut sources, asked) = sources(&[&pipe, &folder.0]);
    let mut first = sources.read(at(5));
    if !first.refused.is_empty() {
        // A slow machine: it came after the first reading.
        asked.recv_timeout(Duration::from_secs(20)).unwrap();
        first = sources.read(at(6));
    }
    assert_eq!((told(&first).len(), first.refused.len()), (3, 0), "{:?}", first.refused);
    folder.write("2023-06-30.json", &of_day("2023-06-30", 55));
    for minute in [10, 20] {
        let again = sources.read(at(minute));
        assert_eq!((told(&again).len(), again.refused.len()), (3, 0), "{:?}", again.refused);
        assert_eq!(told(&again)[2], told(&first)[2], "what the pipe gave is still there");
        assert_ne!(told(&again)[1], told(&first)[1], "what the file says is new");
    }
}

#[test]
fn case_65_an_input_that_blocks_holds_up_no_other() {
    let folder = quarters("blocks");
    fs::remove_file(folder.at("2023-12-31.json")).unwrap();
    let pipe = pipe(&folder);
    let (mut sources, asked) = sources(&[&pipe, &folder.0]);
    let begun = Instant::now();
    let first = sources.read(at(5));
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert_eq!(told(&first).len(), 2);
    for (lang, words) in
        [(Lang::Vi, "ống dẫn chưa có đủ số liệu, còn chờ"), (Lang::En, "a pipe that is still waited for")]
    {
        assert!(first.refused[0].say(lang).ends_with(words), "{}", first.refused[0].say(lang));
    }
    // Only the first reading gives it a moment.
    let begun = Instant::now();
    sources.read(at(6));
    assert!(begun.elapsed() < Duration::from_millis(300), "{:?}", begun.elapsed());
    assert!(asked.try_recv().is_err());
    write_to(&pipe, of_day("2023-12-31", 40));
    asked.recv_timeout(Duration::from_secs(20)).unwrap();
    let all = sources.read(at(7));
    assert_eq!((told(&all).len(), all.refused.len()), (3, 0), "{:?}", all.refused);
}

/// A watched file that is replaced by a pipe and comes back: its figures stay, and then are read again.
#[test]
fn case_65_a_file_replaced_by_a_pipe_is_not_waited_for() {
    let folder = quarters("replaced");
    let file = folder.at("2023-12-31.json");
    let (mut sources, _asked) = sources(&[&folder.at("2023-06-30.json"), &file]);
    let good = sources.read(at(5));
    fs::remove_file(&file).unwrap();
    assert!(Command::new("mkfifo").arg(&file).status().unwrap().success());
    let begun = Instant::now();
    let bad = sources.read(at(10));
    assert!(begun.elapsed() < Duration::from_secs(5));
    assert_eq!(told(&bad), told(&good));
    assert_eq!(bad.kept, [Kept { refused: file.clone(), at: at(5) }]);
    fs::remove_file(&file).unwrap();
    folder.write("2023-12-31.json", &of_day("2023-12-31", 39));
    let back = sources.read(at(15));
    assert!(back.refused.is_empty() && told(&back) != told(&good));
}

/// Where nothing else is named, a slow pipe is waited for without a word of it being refused.
#[test]
fn case_65_a_slow_pipe_alone_is_no_fault() {
    let folder = Folder::new("alone");
    let pipe = pipe(&folder);
    let (mut sources, asked) = sources(&[&pipe]);
    assert!(sources.read(at(5)).only_waits());
    write_to(&pipe, of_day("2023-12-31", 40));
    asked.recv_timeout(Duration::from_secs(20)).unwrap();
    let load = sources.read(at(6));
    assert!(!load.only_waits() && load.refused.is_empty());
}

/// A name that fits two units with codes is remarked once, at whatever reading, also beside a file that falls back.
#[test]
fn a_unit_that_is_unclear_is_remarked_once() {
    let named = |more: &str, day: &str, poor: u32| {
        let unit = format!(r#""name": "Phường 1", "kind": "ward"{more}"#);
        Head::reported(&unit, day).with(&format!(r#""households": 1000, "poor": {{ "households": {poor} }}"#))
    };
    let (first, other) = (r#", "code": "1""#, r#", "code": "2""#);
    let folder = Folder::new("unclear");
    for (file, more, day) in [
        ("a.json", first, DAYS[0]),
        ("b.json", other, DAYS[0]),
        ("c.json", "", DAYS[1]),
        ("d.json", first, DAYS[2]),
    ] {
        folder.write(file, &named(more, day, 60));
    }
    let remarks = |load: &Load| load.notes.iter().filter(|note| note.what == Remark::UnclearUnit).count();
    let (mut sources, _asked) = sources(&[&folder.0]);
    assert_eq!(remarks(&sources.read(at(5))), 1);
    // The save makes the last file speak of the day of the first: its last good reading stands in for it.
    folder.write("d.json", &named(first, DAYS[0], 61));
    let load = sources.read(at(10));
    assert!(!load.kept.is_empty());
    assert_eq!(remarks(&load), 1);
}
