//! What is shown while its files are taken away, swapped and written anew, on a real screen. `.ci/outside` runs these: a
//! change is seen within two seconds, and most of each is waiting.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use chrono::Local;

use super::outside::{Mounted, is_root, ran, skip};
use crate::folder::{Folder, Head};
use crate::program::squeezed;
use crate::terminal::pty::{Program, giamngheo, shown};

/// A change is shown within two seconds; a machine with other work gets five times as long.
const SOON: Duration = Duration::from_secs(10);

/// What is said of figures that stand though their file does not.
const KEPT: &str = "! Đang hiện số đọc lúc ";

/// A ward: its code, its name, its poor households.
pub type Ward<'a> = (&'a str, &'a str, u32);

pub const WARDS: [Ward<'_>; 3] = [("01", "Phường 1", 50), ("02", "Phường 2", 41), ("03", "Phường 3", 32)];
/// The same in another order, written and counted; one has another name.
pub const LATER: [Ward<'_>; 3] = [("03", "Phường Ba", 93), ("02", "Phường 2", 64), ("01", "Phường 1", 55)];

pub fn district(wards: &[Ward<'_>]) -> String {
    let ward = |(code, name, poor): &Ward<'_>| {
        format!(
            r#"{{ "code": "{code}", "name": "{name}", "households": 1000, "poor": {{ "households": {poor} }} }}"#
        )
    };
    let areas: Vec<String> = wards.iter().map(ward).collect();
    let poor: u32 = wards.iter().map(|ward| ward.2).sum();
    Head::reported(r#""name": "Quận 6", "kind": "district""#, "2023-12-31").with(&format!(
        r#""households": 3000, "poor": {{ "households": {poor} }}, "areas": [{}]"#,
        areas.join(",\n")
    ))
}

/// The same figures with so many more poor households in each ward.
fn with_more(more: u32) -> [Ward<'static>; 3] {
    LATER.map(|(code, name, poor)| (code, name, poor + more))
}

fn screen(text: &str) -> String {
    shown(text, 80, 24)
}

/// The program on `path`, the list of wards open and the last of [`WARDS`] chosen.
pub fn started(path: &str) -> Program {
    let mut command = giamngheo();
    command.args(["--lang", "vi", path]);
    let mut program = Program::start(command);
    program.wait_for("the figures", |text| screen(text).contains("Quận 6"));
    program.press("2");
    program.wait_for("the wards", |text| has_row(&screen(text), "Phường 3", 32));
    program.press("\x1b[F");
    program.wait_for("the choice", |text| is_chosen(&screen(text), "Phường 3"));
    program
}

/// The row of a ward.
fn row<'a>(screen: &'a str, ward: &str) -> Option<&'a str> {
    let is_own = |line: &&str| line.trim_start_matches(['▌', ' ']).starts_with(&format!("{ward} "));
    screen.lines().find(|line| is_own(line) && !line.contains("nhất"))
}

fn has_row(screen: &str, ward: &str, poor: u32) -> bool {
    row(screen, ward).is_some_and(|row| row.split_whitespace().any(|word| word == poor.to_string()))
}

pub fn has_rows(screen: &str, wards: &[Ward<'_>]) -> bool {
    wards.iter().all(|(_, name, poor)| has_row(screen, name, *poor))
}

fn is_chosen(screen: &str, ward: &str) -> bool {
    row(screen, ward).is_some_and(|row| row.starts_with('▌'))
}

/// Waits until the screen is so, which is promised soon.
pub fn soon(program: &Program, what: &str, is_so: impl Fn(&str) -> bool) {
    let begun = Instant::now();
    program.wait_for(what, |text| is_so(&screen(text)));
    assert!(begun.elapsed() < SOON, "{what}: {:?}", begun.elapsed());
}

/// Runs each in a lane of its own: most of it is waiting.
pub fn beside_each_other<T: Sync>(all: &[T], run: impl Fn(&T) + Sync) {
    thread::scope(|lanes| {
        for one in all {
            lanes.spawn(|| run(one));
        }
    });
}

/// Takes the file `a.json` of a folder away in some way.
type Taking = fn(&Folder);

/// Each way with the words that are said of it.
const TAKEN: [(&str, Taking, &str); 6] = [
    ("removed", |folder| fs::remove_file(folder.at("a.json")).unwrap(), "không có tệp này"),
    ("its folder removed", |folder| fs::remove_dir_all(&folder.0).unwrap(), "không có tệp này"),
    (
        "a folder in its place",
        |folder| {
            fs::remove_file(folder.at("a.json")).unwrap();
            fs::create_dir(folder.at("a.json")).unwrap();
        },
        "thư mục không có tệp .json nào",
    ),
    ("a link to nothing", |folder| linked(folder, "/nowhere"), "liên kết trỏ tới tệp không còn"),
    ("a device", |folder| linked(folder, "/dev/tty"), "không phải tệp, thư mục hay ống dẫn"),
    // Its first byte cannot be read, as of a disk that fails.
    ("an error of the disk", |folder| linked(folder, "/proc/self/mem"), "lỗi hệ thống số 5"),
];

/// Puts a link in the place of the file, at once.
fn linked(folder: &Folder, to: &str) {
    symlink(to, folder.at("link")).unwrap();
    fs::rename(folder.at("link"), folder.at("a.json")).unwrap();
}

/// Puts the file there, whatever stands in its place.
fn put_back(folder: &Folder, wards: &[Ward<'_>]) {
    fs::create_dir_all(&folder.0).unwrap();
    if Path::new(&folder.at("a.json")).is_dir() {
        fs::remove_dir_all(folder.at("a.json")).unwrap();
    }
    folder.write("new", &district(wards));
    fs::rename(folder.at("new"), folder.at("a.json")).unwrap();
}

/// The figures stay, with the reason and the time they were read at; when the file is back it is taken up by itself.
fn stays_and_comes_back(path: &str, (what, words): (&str, &str), take: impl Fn(), put_back: impl Fn()) {
    let minute = || Local::now().format("%H:%M").to_string();
    let first = minute();
    let mut program = started(path);
    let times = [first, minute()];
    let before = screen(&program.written());
    let rows = WARDS.map(|(_, name, _)| row(&before, name).unwrap().to_owned());
    take();
    soon(&program, &format!("{what}: the words for it"), |screen| screen.contains(KEPT));
    program.wait_for_calm();
    let after = screen(&program.written());
    let banner = after.lines().find(|line| line.contains(KEPT)).unwrap();
    assert!(times.iter().any(|time| banner.contains(&format!("{KEPT}{time}:"))), "{what}: {banner}");
    for row in rows {
        assert!(after.lines().any(|line| line == row), "{what}: no {row:?} on\n{after}");
    }
    // The reason stands where there is room for it.
    program.press("6");
    soon(&program, &format!("{what}: {words}"), |screen| squeezed(screen).contains(words));
    program.press("2");
    put_back();
    soon(&program, &format!("{what}: the file again"), |screen| {
        has_rows(screen, &LATER) && !screen.contains(KEPT) && is_chosen(screen, "Phường Ba")
    });
}

#[test]
#[ignore = "run by .ci/outside"]
fn case_30_what_is_taken_away_stays_on_the_screen_and_is_taken_up_again() {
    beside_each_other(&TAKEN, |(what, take, words)| {
        let folder = Folder::new("taken");
        let file = folder.write("a.json", &district(&WARDS));
        stays_and_comes_back(&file, (*what, *words), || take(&folder), || put_back(&folder, &LATER));
    });
}

#[test]
#[ignore = "run by .ci/outside"]
fn case_30_a_folder_that_is_taken_away_comes_back_too() {
    let emptied: Taking = |folder| fs::remove_file(folder.at("a.json")).unwrap();
    let moved: Taking = |folder| fs::rename(&folder.0, format!("{}-away", folder.0)).unwrap();
    let removed: Taking = |folder| fs::remove_dir_all(&folder.0).unwrap();
    let ways = [
        ("emptied", emptied, "thư mục không có tệp .json nào"),
        ("moved", moved, "không có tệp này"),
        ("removed", removed, "không có tệp này"),
    ];
    beside_each_other(&ways, |(what, take, words)| {
        let folder = Folder::new("taken-folder");
        folder.write("a.json", &district(&WARDS));
        let back = || {
            let _ = fs::rename(format!("{}-away", folder.0), &folder.0);
            put_back(&folder, &LATER);
        };
        stays_and_comes_back(&folder.0, (*what, *words), || take(&folder), back);
    });
}

/// A share that is not mounted any more, and then is again.
#[test]
#[ignore = "run by .ci/outside"]
fn case_30_a_share_that_is_gone_for_a_while() {
    if !is_root() {
        return;
    }
    let folder = Folder::new("share");
    let mount = || Mounted::small(&folder, "64k");
    let Some(_mounted) = mount() else { return skip("no share can be mounted here") };
    let file = folder.write("a.json", &district(&WARDS));
    let unmount = || assert!(ran("umount", &[&folder.0]).status.success());
    let mounted_again = || {
        // Taken away at the end in the place of the first.
        std::mem::forget(mount().expect("the share again"));
        put_back(&folder, &LATER);
    };
    stays_and_comes_back(&file, ("a share", "không có tệp này"), unmount, mounted_again);
}

/// Puts the figures of so many more in the place of `a.json`, in some way.
type Swap = fn(&Folder, u32);

/// Each leaves another file there than was; some stand on what those before left.
const SWAPPED: [(&str, Swap); 7] = [
    ("renamed over", |folder, more| put_back(folder, &with_more(more))),
    ("a link to another", |folder, more| {
        folder.write("other", &district(&with_more(more)));
        linked(folder, &folder.at("other"));
    }),
    ("what the link leads to is replaced", |folder, more| {
        folder.write("new", &district(&with_more(more)));
        fs::rename(folder.at("new"), folder.at("other")).unwrap();
    }),
    ("a link to a link", |folder, more| {
        folder.write("third", &district(&with_more(more)));
        symlink(folder.at("third"), folder.at("second")).unwrap();
        linked(folder, &folder.at("second"));
    }),
    ("a folder", |folder, more| {
        fs::remove_file(folder.at("a.json")).unwrap();
        fs::create_dir(folder.at("a.json")).unwrap();
        folder.write("a.json/b.json", &district(&with_more(more)));
    }),
    ("a file again", |folder, more| put_back(folder, &with_more(more))),
    ("an older one", |folder, more| {
        let file = folder.write("old", &district(&with_more(more)));
        let long_ago = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        fs::File::options().write(true).open(&file).unwrap().set_modified(long_ago).unwrap();
        fs::rename(file, folder.at("a.json")).unwrap();
    }),
];

#[test]
#[ignore = "run by .ci/outside"]
fn case_31_what_takes_its_place_is_shown_and_the_same_ward_stays_chosen() {
    let folder = Folder::new("swapped");
    let file = folder.write("a.json", &district(&WARDS));
    let program = started(&file);
    // The first brings another order, and another name for what is chosen: only its code is the same.
    for ((what, swap), more) in SWAPPED.iter().zip(0..) {
        swap(&folder, more);
        soon(&program, what, |screen| has_rows(screen, &with_more(more)));
        program.wait_for_calm();
        let screen = screen(&program.written());
        assert!(is_chosen(&screen, "Phường Ba") && !screen.contains(KEPT), "{what}:\n{screen}");
    }
}

/// The first line of a picture that is drawn whole.
const WHOLE: &str = "\x1b[H\x1b[K";

/// While nobody reads what is drawn, keys come and the file changes: then the newest picture is drawn, and none of those
/// between.
#[test]
#[ignore = "run by .ci/outside"]
fn case_48_what_is_drawn_after_a_block_is_the_newest() {
    let folder = Folder::new("blocked");
    let file = folder.write("a.json", &district(&WARDS));
    let command = || {
        let mut command = giamngheo();
        command.args(["--lang", "vi", &file]);
        command
    };
    let mut blocked = Program::blocked(command());
    blocked.press("2\x1b[F");
    thread::sleep(Duration::from_millis(200));
    for (more, size) in [(7, (140, 40)), (9, (100, 30))] {
        put_back(&folder, &with_more(more));
        // Until it is surely read: nothing can be seen of it.
        thread::sleep(Duration::from_secs(4));
        for keys in ["?", "\x1b", "3", "\x1b[B", "2"] {
            blocked.press(keys);
            thread::sleep(Duration::from_millis(100));
        }
        blocked.resize(size.0, size.1);
    }
    thread::sleep(Duration::from_millis(200));
    blocked.read();
    let mut calm = Program::sized(command(), 100, 30);
    calm.wait_for("the figures", |text| shown(text, 100, 30).contains("Quận 6"));
    calm.press("2");
    calm.wait_for("the wards", |text| has_rows(&shown(text, 100, 30), &with_more(9)));
    calm.wait_for_calm();
    // The ward that was chosen at the other end of the list, before it moved.
    calm.press("\x1b[H\x1b[B");
    calm.wait_for("the choice", |text| is_chosen(&shown(text, 100, 30), "Phường Ba"));
    calm.wait_for_calm();
    // Blanks at the end of a line are drawn or left as they were.
    let lines = |text: &str| shown(text, 100, 30).lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    let expected = lines(&calm.written());
    let newest = |text: &str| lines(text.rsplit(WHOLE).next().unwrap_or_default());
    blocked.wait_for("the newest", |text| newest(text) == expected);
    // Nothing of the time between was kept for later: the new name is in one picture alone.
    let written = blocked.written();
    let (older, last) = written.rsplit_once(WHOLE).unwrap();
    assert!(last.contains("Phường Ba") && !older.contains("Phường Ba"), "{older:?}");
    assert!(!written.contains("Đang hiện số"), "{written:?}");
    blocked.press("q");
    blocked.assert_ended(0);
    blocked.assert_restored();
}
