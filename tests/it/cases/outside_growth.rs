//! Long lists cost what they hold. `.ci/outside` runs this: it takes longer than all that is known of a list at a glance.

use std::fmt::Write;
use std::fs;
use std::process::Command;
use std::time::Instant;

use giamngheo::app::{Key, Message};
use giamngheo::source::Load;
use giamngheo::text::Lang;

use crate::folder::{Folder, Head};
use crate::program::{BINARY, begun, choices, read};

/// So many entries of a kind, the members of a file.
type List = fn(usize) -> String;

/// The lists of the format, long.
const LISTS: [(&str, List); 8] = [
    ("programmes", |n| {
        list("programmes", n, |i| format!(r#"{}, "kind": "health", "reached": {i}, "amount": 9"#, named(i)))
    }),
    ("coverage", |n| list("coverage", n, |i| format!(r#"{}, "covered": {i}, "eligible": 99999"#, named(i)))),
    ("indicators", |n| {
        list("indicators", n, |i| {
            format!(r#"{}, "unit": "percent", "value": 5, "better": "lower""#, named(i))
        })
    }),
    ("tasks", |n| list("tasks", n, |i| format!(r#"{}, "due": "2023-06-30""#, named(i)))),
    ("causes", |n| list("causes", n, |i| format!(r#"{}, "poor": 1"#, named(i)))),
    ("parts", |n| {
        format!(
            r#""poor": {{ "households": 999, {} }}"#,
            list("among", n, |i| format!(r#"{}, "households": 1"#, named(i)))
        )
    }),
    ("areas", |n| {
        list("areas", n, |i| format!(r#""name": "Xã {i}", "households": 9, "poor": {{ "households": 1 }}"#))
    }),
    ("targets", |n| {
        let aim = r#""year": 2023, "measure": "poor.rate", "aim": { "reduce_by_points": 0.5 }"#;
        list("targets", n, |i| format!("{}, {aim}", named(i)))
    }),
];

/// Two lists, or a list in each entry of another, that name each other.
const OF_EACH_OTHER: [(&str, List); 10] = [
    ("targets, each of a programme", |n| {
        let aim = |i| format!(r#""year": 2023, "measure": "programme.p{i}", "aim": {{ "reach": 9 }}"#);
        let targets = list("targets", n, |i| format!("{}, {}", named(i), aim(i)));
        let programme = |i| format!(r#"{}, "kind": "health", "reached": {i}"#, named(i));
        format!("{targets}, {}", list("programmes", n, programme))
    }),
    ("targets, each of a task", |n| {
        let aim = |i| format!(r#""year": 2023, "measure": "task.p{i}", "aim": {{ "done": true }}"#);
        let targets = list("targets", n, |i| format!("{}, {}", named(i), aim(i)));
        format!("{targets}, {}", list("tasks", n, |i| format!(r#"{}, "due": "2023-06-30""#, named(i))))
    }),
    ("targets, each of an entitlement", |n| {
        let aim =
            |i| format!(r#""year": 2023, "measure": "coverage.p{i}", "aim": {{ "reach_percent": 90 }}"#);
        let targets = list("targets", n, |i| format!("{}, {}", named(i), aim(i)));
        let coverage = |i| format!(r#"{}, "covered": 10, "eligible": 20"#, named(i));
        format!("{targets}, {}", list("coverage", n, coverage))
    }),
    ("targets, each of an indicator", |n| {
        let aim = |i| format!(r#""year": 2023, "measure": "indicator.p{i}", "aim": {{ "reach": 9 }}"#);
        let targets = list("targets", n, |i| format!("{}, {}", named(i), aim(i)));
        let indicator = |i| format!(r#"{}, "unit": "commune", "value": 5, "better": "lower""#, named(i));
        format!("{targets}, {}", list("indicators", n, indicator))
    }),
    ("targets, each of a part", |n| {
        let aim =
            |i| format!(r#""year": 2023, "measure": "poor.among.p{i}.households", "aim": {{ "reach": 9 }}"#);
        let targets = list("targets", n, |i| format!("{}, {}", named(i), aim(i)));
        let among = list("among", n, |i| format!(r#"{}, "households": 1"#, named(i)));
        format!(r#"{targets}, "poor": {{ "households": 9999, {among} }}"#)
    }),
    ("areas, each with a cause", |n| areas(n, |i| format!(r#""causes": [{{ {}, "poor": 1 }}]"#, named(i)))),
    ("areas, each with a part", |n| {
        areas(n, |i| {
            format!(r#""poor": {{ "households": 2, "among": [{{ {}, "households": 1 }}] }}"#, named(i))
        })
    }),
    ("programmes, each in one area", |n| {
        let programme = |i| {
            let part = format!(r#"{{ "name": "Xã {i}", "reached": 1 }}"#);
            format!(r#"{}, "kind": "health", "reached": 1, "areas": [{part}]"#, named(i))
        };
        format!(
            "{}, {}",
            areas(n, |_| r#""poor": { "households": 1 }"#.into()),
            list("programmes", n, programme)
        )
    }),
    ("targets, each of an area", |n| {
        let aim = |i| {
            format!(
                r#""year": 2023, "measure": "poor.rate", "area": "Xã {i}", "aim": {{ "reduce_by_points": 0.5 }}"#
            )
        };
        let targets = list("targets", n, |i| format!("{}, {}", named(i), aim(i)));
        format!("{targets}, {}", areas(n, |_| r#""poor": { "households": 1 }"#.into()))
    }),
    ("areas with long names", |n| {
        let long = "Khu vực dân cư dọc theo tuyến đường liên xã số";
        list("areas", n, |i| format!(r#""name": "{long} {i} phía tây bắc huyện", "households": 9"#))
    }),
];

fn areas(count: usize, members: impl Fn(usize) -> String) -> String {
    list("areas", count, |i| format!(r#""name": "Xã {i}", "households": 9, {}"#, members(i)))
}

fn named(number: usize) -> String {
    format!(r#""id": "p{number}", "name": "Mục {number}""#)
}

fn list(name: &str, count: usize, entry: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    for number in 0..count {
        let comma = if number == 0 { "" } else { "," };
        write!(out, "{comma}{{ {} }}", entry(number)).unwrap();
    }
    format!(r#""{name}": [{out}]"#)
}

/// What areas state that is checked in each of them: it holds, or cannot be checked for want of an earlier file.
const CHECKED: [(&str, List); 3] = [
    ("areas with rates", |n| {
        areas(n, |_| {
            r#""poor": { "households": 2, "rate_percent": 22.2 }, "near_poor": { "rate_percent": 5 }"#.into()
        })
    }),
    ("areas with movements", |n| {
        let lines = r#""start": 5, "escaped": 3, "newly": 1"#;
        areas(n, |_| format!(r#""poor": {{ "households": 3, "movement": {{ {lines} }} }}"#))
    }),
    ("areas with falls and sums", |n| {
        let groups = r#""poor": { "households": 2, "reduced": 1, "rate_change_points": -0.5 }, "near_poor": { "households": 3 }"#;
        areas(n, |_| format!(r#"{groups}, "combined": {{ "households": 5 }}"#))
    }),
];

/// The seconds of a processor that a command takes with a file of these members: whatever else the machine does.
fn time(folder: &Folder, command: &[&str], members: &str) -> f64 {
    let file = folder.write(
        "a.json",
        &Head::reported(r#""name": "Quận 6", "kind": "district""#, "2023-12-31").with(members),
    );
    let mut timed = Command::new("bash");
    timed.args(["-c", r#"TIMEFORMAT=%U; time "$0" "$@" >/dev/null"#, BINARY]).args(command).arg(&file);
    let output = timed.env_clear().env("PATH", "/usr/bin:/bin").env("LC_ALL", "C").output().expect("bash");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    said.lines().last().and_then(|time| time.parse().ok()).unwrap_or_else(|| panic!("{said}"))
}

/// Four times the entries take four times as long, or a little more; with the square they would take sixteen times. Where
/// they took long both are read again.
fn grows_with_it(folder: &Folder, command: &[&str], (name, members): (&str, List), few: usize) {
    let mut pairs = (0..3).map(|_| [few, 4 * few].map(|n| time(folder, command, &members(n))));
    assert!(pairs.any(|[of_few, of_many]| of_many < of_few * 8.0), "{name}: {few} and four times as many");
}

#[test]
#[ignore = "run by .ci/outside"]
fn case_84_the_cost_of_a_list_grows_with_it_and_not_with_its_square() {
    let folder = Folder::new("growth");
    for list in LISTS.into_iter().chain(OF_EACH_OTHER) {
        grows_with_it(&folder, &["report"], list, 500);
    }
    // A report of all tabs has the list of checks with all that they tell.
    for list in CHECKED {
        grows_with_it(&folder, &["report", "--format", "html"], list, 500);
    }
    let [.., targets] = LISTS;
    grows_with_it(&folder, &["report", "--format", "brief"], targets, 1_000);
    // What a target is of is found when it is read.
    for list in OF_EACH_OTHER {
        grows_with_it(&folder, &["check"], list, 1_500);
    }
}

/// Files that speak of one unit and day are set against each other, and none names all others.
#[test]
#[ignore = "run by .ci/outside"]
fn case_84_the_cost_of_files_of_one_day_grows_with_them() {
    let of = |count: usize| {
        let folder = Folder::new("one-day");
        for number in 0..count {
            let members = format!(r#""poor": {{ "households": {number} }}"#);
            let head = Head::reported(r#""name": "Quận 6", "kind": "district""#, "2023-12-31");
            folder.write(&format!("{number}.json"), &head.with(&members));
        }
        let begun = Instant::now();
        let output = Command::new(BINARY).arg("check").arg(&folder.0).output().expect("the program");
        assert_eq!(output.status.code(), Some(1));
        begun.elapsed()
    };
    let mut pairs = (0..3).map(|_| [1_000, 4_000].map(of));
    assert!(pairs.any(|[of_few, of_many]| of_many < of_few * 8), "1,000 files and four times as many");
}

/// What is pressed on each tab: its list, the story of its first row, its end, what else is to be had there.
const KEYS: [Key; 9] =
    [Key::Down, Key::Up, Key::Enter, Key::Enter, Key::Esc, Key::Esc, Key::End, Key::Char('s'), Key::Home];

/// The clock of a thread may go by so many nanoseconds.
const LEAST: u64 = 10_000_000;

/// The nanoseconds of a processor that this thread has had.
fn spent() -> u64 {
    let of_thread = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux");
    of_thread.split(' ').next().and_then(|spent| spent.parse().ok()).expect("a number")
}

/// What is loaded of a file of these members.
fn load(folder: &Folder, members: &str) -> Load {
    let head = Head::reported(r#""name": "Quận 6", "kind": "district""#, "2023-12-31");
    folder.write("a.json", &head.with(members));
    read(std::slice::from_ref(&folder.0))
}

/// What the keys of a tab take.
fn time_of_keys(tab: char, load: &Load) -> u64 {
    let mut app = begun(choices(Lang::Vi, ""), (80, 24), load);
    let begun = spent();
    for key in [Key::Char(tab)].into_iter().chain(KEYS) {
        app.update(Message::Key(key));
        app.prepare_frame();
    }
    spent() - begun
}

/// The same of keys. A key that shows a page may look through a list; it may not do so for each of its entries. Both
/// lists are so long that their stories are found when they are asked for.
#[test]
#[ignore = "run by .ci/outside"]
fn case_84_the_cost_of_a_key_grows_with_the_list_and_not_with_its_square() {
    let folder = Folder::new("growth-of-keys");
    for (name, members) in LISTS.into_iter().chain(OF_EACH_OTHER) {
        let loads = [100, 400].map(|n| load(&folder, &members(n)));
        for tab in '1'..='6' {
            let mut pairs = (0..3).map(|_| loads.each_ref().map(|load| time_of_keys(tab, load)));
            // What takes no longer than the clock can tell is no cost.
            let is_linear = |[of_few, of_many]: [u64; 2]| of_many < of_few.max(LEAST) * 8;
            assert!(pairs.any(is_linear), "{name}: keys on tab {tab}");
        }
    }
}
