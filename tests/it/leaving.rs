//! What leaves the screen: the table to the clipboard, the tab to a file; and nothing of a kiosk.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use giamngheo::app::appearance::{Appearance, Letters};
use giamngheo::app::state::Choices;
use giamngheo::app::{App, Key, Message};
use giamngheo::source::Load;
use giamngheo::text::Lang;

use super::folder::Folder;
use super::program::{self, begun, loaded, press, sample, screen};
use super::terminal::paper::{Paper, begin};

const COPY: &str = "\x1b]52;c;";

/// A reader of the report of 2022.
fn choices() -> Choices {
    program::choices(Lang::Vi, "2022-12-31")
}

/// The frames and the last screen after `keys`, through the real loop.
fn after(choices: Choices, keys: &[Key]) -> (String, String) {
    let (paper, queue) = Paper::<Load>::new(80, 24);
    let mut app = App::new(choices);
    let (mut event_loop, _asked) = begin(&mut app, &paper, &queue);
    paper.message(loaded(sample()));
    event_loop.prepare_frame();
    for key in keys {
        paper.message(Message::Key(*key));
        event_loop.prepare_frame();
    }
    (paper.frames.borrow().concat(), paper.shown())
}

fn typed(text: &str) -> Vec<Key> {
    text.chars().map(Key::Char).collect()
}

/// What was sent to the clipboard.
fn copied(frames: &str) -> String {
    let (_, rest) = frames.split_once(COPY).expect("something was sent");
    let code = rest.split(['\x1b', '\x07']).next().unwrap();
    let digit = |letter: char| {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        alphabet.find(letter).map(|at| u32::try_from(at).unwrap())
    };
    let digits: Vec<u32> = code.chars().filter_map(digit).collect();
    let bytes = digits.chunks(4).flat_map(|four| {
        let bits = four.iter().enumerate().fold(0, |bits, (i, digit)| bits | digit << (18 - 6 * i));
        bits.to_be_bytes()[1..four.len()].to_vec()
    });
    String::from_utf8(bytes.collect()).unwrap()
}

#[test]
fn y_sends_the_table_as_it_is_seen() {
    let (frames, screen) = after(choices(), &typed("2y"));
    let text = copied(&frames);
    let lines: Vec<&str> = text.lines().collect();
    // Whose, of which day, from where; then the heads over groups, and those of the columns.
    assert_eq!(lines[0], "Quận 6, TP.HCM · số liệu đến 31/12/2022 (báo cáo 04/03/2023, một phần MINH HỌA)");
    assert!(
        lines[1].starts_with("\t\tHộ nghèo\t\t\t\tHộ cận nghèo") || lines[1].contains("Hộ nghèo"),
        "{text}"
    );
    assert!(lines[2].starts_with("Phường\tHộ dân"), "{text}");
    // The largest first, as the list is sorted; invented wards are told as such, the reported unit is not.
    assert!(lines[3].starts_with("Toàn quận\t"), "{text}");
    assert!(lines[4].starts_with("Phường 10 (minh họa)\t6.420\t142\t2,21%*\t+0,01\t−58\t108"), "{text}");
    assert_eq!(lines.len(), 18);
    assert!(screen.contains("đã gửi 18 dòng vào bộ nhớ tạm của máy bạn"), "{screen}");
    assert!(!frames.contains("\x1b]52;c;?"), "never asked for");
}

/// In a source panel the sentence goes; of an invented figure nothing does, and it is said why.
#[test]
fn y_in_a_source_panel_sends_how_to_say_the_figure() {
    let (frames, screen) = after(choices(), &[typed("1"), vec![Key::Enter, Key::Char('y')]].concat());
    assert_eq!(
        copied(&frames),
        "Quận 6, TP.HCM, 31/12/2022: 1.429 hộ nghèo, 2,20% tổng hộ dân, theo báo cáo ngày 04/03/2023\n"
    );
    assert!(screen.contains("đã gửi 1 dòng"), "{screen}");
    let newest = || program::choices(Lang::Vi, "2023-09-30");
    let (frames, screen) = after(newest(), &[typed("1"), vec![Key::Enter, Key::Char('y')]].concat());
    assert!(!frames.contains(COPY), "{screen}");
    assert!(screen.contains("không dùng làm số liệu chính thức"), "{screen}");
}

#[test]
fn w_writes_the_tab_under_the_name_that_is_typed() {
    let folder = Folder::new("written");
    let path = folder.at("a.csv");
    let erase = vec![Key::Backspace; 60];
    let name = typed(&path);
    let keys = [typed("2w"), erase, name, vec![Key::Enter]].concat();
    let (_, screen) = after(choices(), &keys);
    assert!(screen.contains("đã ghi"), "{screen}");
    let text = fs::read_to_string(&path).unwrap();
    let records: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .collect::<Result<_, _>>()
        .unwrap();
    // Whose and of which day, the heads over groups, those of the columns, then a record a row, as they are seen.
    let first: Vec<&str> = records.iter().map(|record| &record[0]).collect();
    assert!(first[0].starts_with("Quận 6, TP.HCM · số liệu đến 31/12/2022"), "{text}");
    assert_eq!(&first[2..5], ["Phường", "Toàn quận", "Phường 10 (minh họa)"], "{text}");
    assert_eq!(records[4].iter().take(4).collect::<Vec<_>>()[1..], ["6.420", "142", "2,21%*"], "{text}");
    assert_eq!(records.len(), 18, "{text}");
    assert!(!text.contains("Kết luận"), "the table, not a report\n{text}");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let (_, again) = after(choices(), &keys);
    assert!(again.contains("tệp đã có: Enter ghi tên mới"), "{again}");
    assert!(again.contains("Ghi ra tệp") && again.contains("a-2.csv"), "the line stays open\n{again}");
}

/// Of the list of wards sorted by all households: the rows in that order, and only the columns that 80 cells show.
#[test]
fn w_writes_order_and_columns_as_they_are_seen() {
    let folder = Folder::new("seen");
    let path = folder.at("a.md");
    let name = [vec![Key::Backspace; 60], typed(&path), vec![Key::Enter]].concat();
    let sorted = |keys: &str| {
        let (_, screen) = after(choices(), &[typed(keys), name.clone()].concat());
        assert!(screen.contains("đã ghi"), "{screen}");
        let text = fs::read_to_string(&path).unwrap();
        fs::remove_file(&path).unwrap();
        text
    };
    let wards = |text: &str| -> Vec<String> {
        let rows = text.lines().filter(|line| line.starts_with("| Phường ") && !line.contains("Hộ dân"));
        rows.map(|line| line.split('|').nth(1).unwrap().trim().to_owned()).collect()
    };
    let by_count = sorted("2w");
    assert_eq!(wards(&by_count)[..3], ["Phường 10", "Phường 11", "Phường 1"], "{by_count}");
    assert!(!by_count.contains("NCC") && by_count.contains("so với toàn quận"), "{by_count}");
    assert_eq!(wards(&sorted("2Sw"))[..2], ["Phường 9", "Phường 6"]);
}

/// More letters than a name may have: refused, and not cut to one of another ending.
#[test]
fn w_refuses_a_name_that_is_too_long() {
    let folder = Folder::new("too-long");
    let path = folder.at(&format!("{}.csv", "a".repeat(300)));
    let keys = [typed("2w"), vec![Key::Ctrl('u')], typed(&path), vec![Key::Enter]].concat();
    let (_, screen) = after(choices(), &keys);
    assert!(screen.contains("tên tệp quá dài") && screen.contains("aaa.csv"), "{screen}");
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn w_proposes_a_name() {
    let (_, screen) = after(choices(), &typed("2w"));
    assert!(screen.contains("Ghi ra tệp: quan-6-2022-12-31-ho-ngheo-minh-hoa.xlsx"), "{screen}");
    let invented = program::choices(Lang::Vi, "2023-09-30");
    let (_, screen) = after(invented, &typed("2w"));
    assert!(screen.contains("quan-6-2023-09-30-ho-ngheo-minh-hoa.xlsx"), "{screen}");
    let (_, screen) = after(choices(), &[typed("2w"), vec![Key::Esc]].concat());
    assert!(!screen.contains("Ghi ra tệp"), "{screen}");
}

#[test]
fn nothing_leaves_a_kiosk() {
    let kiosk = || Choices { kiosk: true, ..choices() };
    let (frames, screen) = after(kiosk(), &typed("2yw"));
    assert!(!frames.contains(COPY) && !screen.contains("Ghi ra tệp"), "{screen}");
    let (_, help) = after(kiosk(), &typed("2"));
    assert!(!help.contains("y chép"), "{help}");
}

/// Every tab without a shape: letters, and ASCII for the rest; in another charset ASCII alone.
#[test]
fn terminals_without_shapes_or_accents() {
    for letters in [Letters::NoShapes, Letters::Ascii] {
        let look = Appearance { letters, ..Appearance::default() };
        let mut app = begun(Choices { look, ..choices() }, (80, 24), sample());
        for tab in ["1", "2", "3", "4", "5", "6", "m 2"] {
            press(&mut app, tab);
            let picture = screen(&app);
            let odd: Vec<char> = picture
                .chars()
                .filter(|c| !c.is_ascii() && (letters == Letters::Ascii || !c.is_alphabetic()))
                .collect();
            assert!(odd.is_empty(), "tab {tab}: {odd:?}\n{picture}");
            if letters == Letters::NoShapes {
                insta::assert_snapshot!(format!("no-shapes-{}", tab.replace(' ', "")), picture);
            }
            press(&mut app, if tab == "m 2" { "<Esc>" } else { "" });
        }
    }
}
