//! Every screen: each tab and snapshot of the sample and of the made-up units, in both languages, at every width and
//! height and at random places. Nothing is hidden without a mark, nothing moves that was not asked to.

mod lines;
mod planted;
mod tables;
mod windows;

use std::fmt::Write as _;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use giamngheo::app::{App, Key, Message};
use giamngheo::page::Tab;
use giamngheo::page::layout::{LaidOutLine, LineKind, Scroll, Window};
use giamngheo::source::Load;
use giamngheo::text::Lang;

use super::made_up;
use super::program::{begun, choices, read, sample, screen};
use lines::{is_mark_of_list, marked};
use tables::faults_of_tables;
use windows::{faults_of, moved, seen};

/// The size that people have.
const SIZE: (u16, u16) = (80, 24);

/// Other sizes. Each place takes one of each three, so that together they have all.
const MORE_SIZES: [[(u16, u16); 3]; 2] = [[(40, 10), (160, 45), (100, 30)], [(120, 34), (200, 60), (60, 16)]];

/// Random places, and so many times them by hand.
const RANDOM: u32 = 600;
const RANDOM_BY_HAND: u32 = 10;

/// What the sample is called here.
const SAMPLE: &str = "sample";

/// What was found wrong, with its place.
type Faults = Vec<String>;

/// A place, as a message names it.
fn place(name: &str, app: &App) -> String {
    format!(
        "{name}, {:?}, snapshot {}, {:?}, {}x{}, row {:?}{}",
        app.lang,
        app.at + 1,
        app.tab,
        app.size.0,
        app.size.1,
        app.chosen(),
        if app.dock.is_some() { ", docked" } else { "" }
    )
}

fn send(app: &mut App, key: Key) {
    app.update(Message::Key(key));
    app.prepare_frame();
}

/// All that is wrong along the rows of a page.
fn walk(name: &str, app: &mut App, faults: &mut Faults) {
    send(app, Key::Home);
    let mut before: Option<Window> = None;
    for at in 0..app.page.rows().count().max(1) {
        if at > 0 {
            send(app, Key::Down);
        }
        let window = seen(app);
        let mut found = faults_of(app, &window);
        found.extend(if at == 0 { faults_of_tables(app) } else { Vec::new() });
        found.extend(before.as_ref().and_then(|before| moved(app, before, &window)));
        faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", place(name, app))));
        before = Some(window);
    }
}

/// Lines that no key leads to at the ends of a page, and another count at its first row than at its last.
fn ends(name: &str, app: &mut App, faults: &mut Faults) {
    let list = |app: &App| {
        let mut lines = seen(app).lines;
        let rule = lines.iter().position(|line| line.kind == LineKind::Rule);
        lines.truncate(rule.unwrap_or(lines.len()));
        lines
    };
    let of_lines = |lines: &[LaidOutLine]| {
        let mark = lines.iter().find(|line| is_mark_of_list(line))?.plain();
        Some(mark.contains("dòng") || mark.contains("line"))
    };
    let mut found = Vec::new();
    let mut counts = Vec::new();
    for (end, further, sign) in [(Key::Home, Key::Up, '▲'), (Key::End, Key::Down, '▼')] {
        send(app, end);
        counts.extend(of_lines(&list(app)));
        let mut before = None;
        while before != Some(app.sight.scroll) {
            before = Some(app.sight.scroll);
            send(app, further);
        }
        let left = marked(&list(app), sign).filter(|left| *left > 0);
        found.extend(left.map(|left| format!("{sign} {left} and no key leads there")));
    }
    // The sentences of the fifth tab are of the chosen row.
    if app.tab != Tab::Trends && counts.first() != counts.last() {
        found.push("rows are counted at one end and lines at the other".to_owned());
    }
    faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", place(name, app))));
    send(app, Key::Home);
}

fn resize(app: &mut App, (width, height): (u16, u16)) {
    app.update(Message::Resize { width, height });
}

/// The first, the middle and the last row at sizes that have the same page: it is made once and laid out at each.
fn sweep(name: &str, app: &mut App, sizes: &[(u16, u16)], faults: &mut Faults) {
    let Some(first) = sizes.first() else { return };
    resize(app, *first);
    let count = app.page.rows().count();
    let mut looked_at = vec![0, count / 2, count.saturating_sub(1)];
    looked_at.dedup();
    for at in looked_at {
        app.update(Message::Key(Key::Home));
        (0..at).for_each(|_| _ = app.update(Message::Key(Key::Down)));
        app.prepare_frame();
        for size in sizes {
            app.size = *size;
            let mut found = faults_of(app, &unscrolled(app));
            found.extend(if at == 0 { faults_of_tables(app) } else { Vec::new() });
            faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", place(name, app))));
        }
        app.size = *first;
    }
}

/// The list as it is drawn where it was not scrolled before.
fn unscrolled(app: &App) -> Window {
    let (size, _) = app.panes((app.size.0, app.size.1 - app.head_height() - 1));
    app.list_window(size, Scroll::default())
}

/// Of each run of sizes the first and the last, and of those between one of so many: each place takes others, so that
/// together they have all. With this in the environment every place has all: a quarter of an hour, by hand.
const ONE_OF: u16 = 10;

const ALL_SIZES: &str = "GIAMNGHEO_ALL_SIZES";

fn has_all_sizes() -> bool {
    std::env::var_os(ALL_SIZES).is_some()
}

/// The sizes at which every row of a place is looked at.
fn sizes(turn: u16) -> impl Iterator<Item = (u16, u16)> {
    let is_its_turn = move |at: usize| has_all_sizes() || at == usize::from(turn) % 3;
    let of_turn =
        move |sizes: [(u16, u16); 3]| sizes.into_iter().enumerate().filter(move |(at, _)| is_its_turn(*at));
    std::iter::once(SIZE).chain(MORE_SIZES.into_iter().flat_map(of_turn).map(|(_, size)| size))
}

/// Widths with 24 lines and heights with 80 cells in runs that have one page: a narrow terminal has its own, one with room
/// for another page beside or below the list too; the rows of the checks are set for the width that there is.
fn runs(tab: char, turn: u16) -> Vec<Vec<(u16, u16)>> {
    let one_of = if has_all_sizes() { 1 } else { ONE_OF };
    let some = move |from: u16, to: u16| {
        (from..to).filter(move |at| *at == from || *at == to - 1 || (at + turn).is_multiple_of(one_of))
    };
    let across = |from: u16, to: u16| some(from, to).map(|width| (width, 24)).collect::<Vec<_>>();
    let down = |from: u16, to: u16| some(from, to).map(|height| (80, height)).collect::<Vec<_>>();
    let runs = [across(40, 60), across(60, 80), across(80, 140), across(140, 201)];
    let each = |run: Vec<(u16, u16)>| run.into_iter().map(|size| vec![size]).collect::<Vec<_>>();
    let by_width = runs.into_iter().flat_map(|run| {
        let is_set = tab == '6' && run.first().is_some_and(|(width, _)| matches!(width, 60..80 | 140..));
        if is_set { each(run) } else { vec![run] }
    });
    by_width.chain([down(10, 36), down(36, 61)]).collect()
}

/// The tabs and snapshots of what was loaded, as one language has them; the first of them takes the sizes of that turn.
fn walk_unit(name: &str, load: &Load, lang: Lang, mut turn: u16) -> Faults {
    let mut faults = Vec::new();
    let mut app = begun(choices(lang, ""), (80, 24), load);
    let snapshots = app.shown().map_or(0, |history| history.snapshots.len());
    for at in 0..snapshots {
        app.at = at;
        for tab in '1'..='6' {
            send(&mut app, Key::Char(tab));
            for size in sizes(turn) {
                resize(&mut app, size);
                walk(name, &mut app, &mut faults);
                ends(name, &mut app, &mut faults);
            }
            for sizes in runs(tab, turn) {
                sweep(name, &mut app, &sizes, &mut faults);
            }
            turn += 1;
        }
        // A tab takes other sizes in the next one.
        turn += 1;
    }
    faults
}

/// A number that looks like any, the same in each run.
struct Dice(u32);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % sides
    }
}

/// Each of `step` random places from one on, the same in each run.
fn anywhere(loads: &[(String, Load)], from: u32, step: usize) -> Faults {
    let mut faults = Faults::new();
    let count = if has_all_sizes() { RANDOM * RANDOM_BY_HAND } else { RANDOM };
    for number in (from..count).step_by(step) {
        let mut dice = Dice(number.wrapping_mul(2_654_435_761));
        let (name, load) = &loads[dice.roll(u32::try_from(loads.len()).unwrap()) as usize];
        let lang = if dice.roll(2) == 0 { Lang::Vi } else { Lang::En };
        let app = &mut begun(choices(lang, ""), (80, 24), load);
        go_anywhere(app, &mut dice);
        let before = seen(app);
        let mut found = faults_of(app, &before);
        found.extend(faults_of_tables(app));
        send(app, Key::Down);
        found.extend(moved(app, &before, &seen(app)));
        faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", place(name, app))));
    }
    faults
}

/// Some size and some tab, then keys.
fn go_anywhere(app: &mut App, dice: &mut Dice) {
    let size = (40 + dice.roll(161), 10 + dice.roll(51));
    resize(app, (u16::try_from(size.0).unwrap(), u16::try_from(size.1).unwrap()));
    app.update(Message::Key(Key::Char(char::from_digit(1 + dice.roll(6), 10).unwrap())));
    let keys =
        [Key::Down, Key::PageDown, Key::End, Key::Char('s'), Key::Char('g'), Key::Char('['), Key::Char(']')];
    for _ in 0..dice.roll(4) {
        app.update(Message::Key(keys[dice.roll(7) as usize]));
    }
    if dice.roll(3) == 0 {
        app.update(Message::Key(Key::Enter));
    }
    app.prepare_frame();
}

fn all() -> Vec<(String, Load)> {
    let units = made_up::ALL.map(|unit| (unit.to_owned(), read(&[made_up::folder(unit)])));
    std::iter::once((SAMPLE.to_owned(), sample().clone())).chain(units).collect()
}

/// Says the first faults of each kind.
#[track_caller]
fn none_of(faults: &Faults) {
    let mut said = String::new();
    for fault in faults.iter().take(40) {
        writeln!(said, "{fault}").unwrap();
    }
    assert!(faults.is_empty(), "{} faults:\n{said}", faults.len());
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Walks in as many threads as there are processors, each taking the next unit and language that nobody has taken.
fn walk_all(loads: &[(String, Load)]) -> Faults {
    let walks: Vec<_> = loads.iter().flat_map(|load| [Lang::Vi, Lang::En].map(|lang| (load, lang))).collect();
    let next = AtomicUsize::new(0);
    let walk = || {
        let mut faults = Faults::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(((name, load), lang)) = walks.get(number) else { break };
            faults.extend(walk_unit(name, load, *lang, u16::try_from(number).unwrap()));
        }
        faults
    };
    thread::scope(|scope| {
        let walks: Vec<_> = (0..threads()).map(|_| scope.spawn(walk)).collect();
        walks.into_iter().flat_map(|walk| walk.join().unwrap()).collect()
    })
}

#[test]
fn nothing_is_hidden_without_a_mark_on_any_screen() {
    none_of(&walk_all(&all()));
}

#[test]
fn nothing_is_hidden_without_a_mark_at_any_place() {
    let loads = &all();
    let faults = thread::scope(|scope| {
        let walks: Vec<_> = (0..threads())
            .map(|from| scope.spawn(move || anywhere(loads, u32::try_from(from).unwrap(), threads())))
            .collect();
        walks.into_iter().flat_map(|walk| walk.join().unwrap()).collect()
    });
    none_of(&faults);
}

/// Lines of a wide and tall screen that say nothing are no more than a third of it.
#[test]
fn a_wide_screen_is_filled() {
    let mut faults = Vec::new();
    let days = sample().world.histories[0].snapshots.iter().map(|snapshot| snapshot.as_of().to_string());
    for day in days {
        for (lang, size) in
            [Lang::Vi, Lang::En].into_iter().flat_map(|lang| [(160, 45), (200, 60)].map(|s| (lang, s)))
        {
            let mut app = begun(choices(lang, &day), size, sample());
            for tab in ['1', '2', '4', '5'] {
                send(&mut app, Key::Char(tab));
                send(&mut app, Key::Home);
                let last = app.page.rows().count().saturating_sub(1);
                for at in 0..=last {
                    if at > 0 {
                        app.update(Message::Key(Key::Down));
                    }
                    if [0, last / 2, last].contains(&at) {
                        app.prepare_frame();
                        let blank = mostly_blank(&screen(&app));
                        let said = |blank| format!("{}: {blank} lines are blank", place(SAMPLE, &app));
                        faults.extend(blank.map(said));
                    }
                }
            }
        }
    }
    none_of(&faults);
}

/// The lines of a screen that are blank, where they are more than a third.
fn mostly_blank(drawn: &str) -> Option<usize> {
    let blank = drawn.lines().filter(|line| line.trim().is_empty()).count();
    (blank * 3 > drawn.lines().count()).then_some(blank)
}

/// A list to choose from counts what is not in sight, like every list; the title of a panel keeps what tells its row from
/// others.
#[test]
fn lists_over_a_page_and_titles_under_it_hide_nothing_unmarked() {
    for (lang, size) in
        [Lang::Vi, Lang::En].into_iter().flat_map(|lang| [(60, 16), (40, 10), (80, 24)].map(|s| (lang, s)))
    {
        let mut app = begun(choices(lang, ""), size, sample());
        send(&mut app, Key::Char('/'));
        let offers = screen(&app);
        assert!(offers.contains('▼') || size.1 > 10, "{size:?}\n{offers}");
        send(&mut app, Key::Char('p'));
        let found = screen(&app);
        assert!(found.lines().rev().take(2).any(|line| line.contains('▼') && line.contains("1/")), "{found}");

        let mut app = begun(choices(lang, "2022-12-31"), size, sample());
        send(&mut app, Key::Char('4'));
        let mut titles: Vec<String> = Vec::new();
        for _ in 0..app.page.rows().count() {
            let lines = seen(&app).lines;
            let title = lines.iter().find(|line| line.kind == LineKind::Rule).map(LaidOutLine::plain);
            titles.extend(title.map(|title| title.split(" ▼").next().unwrap_or_default().trim().to_owned()));
            send(&mut app, Key::Down);
        }
        let count = titles.len();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), count, "{titles:?}");
    }
}

/// Names that begin alike are cut where they are alike: what is left of one is not the beginning of another.
#[test]
fn labels_that_are_cut_still_tell_which_is_which() {
    for (size, lang) in
        [(60, 16), (41, 16), (80, 24)].into_iter().flat_map(|s| [Lang::Vi, Lang::En].map(|l| (s, l)))
    {
        for (day, tab) in ["2022-12-31", "2023-09-30"].iter().flat_map(|d| (1..=5).map(move |t| (d, t))) {
            let mut app = begun(choices(lang, day), (size.0, size.1 + 60), sample());
            app.update(Message::Key(Key::Char(char::from_digit(tab, 10).unwrap())));
            app.prepare_frame();
            let labels: Vec<String> = seen(&app)
                .lines
                .iter()
                .filter(|line| !line.key.is_empty() && !line.is_rest)
                .filter_map(|line| Some(line.pieces.first()?.span.text.clone()))
                .collect();
            for (at, label) in labels.iter().enumerate().filter(|(_, label)| label.contains('…')) {
                let stem = label.trim_end_matches('…');
                let is_alike = |(other, text): (usize, &String)| other != at && text.starts_with(stem);
                let is_one_of_two = labels.iter().enumerate().any(is_alike);
                assert!(!is_one_of_two, "{lang:?}, {size:?}, {day}, tab {tab}: {label} in {labels:?}");
            }
        }
    }
}
