//! The one table of keys. What a key does, what the footer offers and what the help lists are read from it, so they
//! cannot disagree.

use crate::page::Tab;
use crate::page::table::Opens;
use crate::text::Lang;

use super::message::Key;
use super::state::App;

/// What a key can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Go to that tab.
    Go(Tab),
    /// One tab on.
    NextTab,
    /// One tab back.
    PreviousTab,
    /// Choose the row above.
    Up,
    /// Choose the row below.
    Down,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// Open the row's page or the story of its figures; in the panel: follow the number.
    Open,
    /// Close what is open, else go back.
    Back,
    /// Up a level.
    UpLevel,
    /// The snapshot before.
    Earlier,
    /// The snapshot after.
    Later,
    /// The newest reported snapshot, and back.
    Reported,
    /// Find.
    Find,
    /// Poor, near-poor, both.
    Group,
    /// Sort by the next column.
    Sort,
    /// Sort the other way round.
    Reverse,
    /// What if: so many more households (fewer when negative) leave the group of the chosen target.
    WhatIf(i64),
    /// What if: just enough households to meet the target.
    JustEnough,
    /// What if: none.
    NoWhatIf,
    /// Copy the tables in sight.
    Copy,
    /// Write the tab to a file.
    Save,
    /// Meeting mode.
    Present,
    /// Choose the snapshot to compare with.
    Compare,
    /// Choose the unit and standard.
    Unit,
    /// The other language.
    Language,
    /// Read again.
    Reload,
    /// Help.
    Help,
    /// Close the program.
    Quit,
}

/// A line of the table.
pub struct Binding {
    /// The keys.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// The keys as shown.
    pub shown: &'static str,
    /// In the footer, Vietnamese and English; empty: not offered there.
    pub brief: fn(&App) -> (&'static str, &'static str),
    /// In the help; empty: stands in the line of its sister.
    pub long: (&'static str, &'static str),
    /// When it does something.
    pub when: fn(&App) -> bool,
}

fn always(_: &App) -> bool {
    true
}

fn has_rows(app: &App) -> bool {
    app.page.rows().next().is_some()
}

fn has_history(app: &App) -> bool {
    app.shown().is_some_and(|h| h.snapshots.len() > 1)
}

fn in_list(app: &App) -> bool {
    app.tab == Tab::Households && app.path.is_empty() && has_rows(app)
}

fn is_deeper(app: &App) -> bool {
    app.tab == Tab::Households && !app.path.is_empty()
}

/// May figures leave the screen?
fn may_leave(app: &App) -> bool {
    !app.choices.kiosk && has_rows(app)
}

/// Is a target chosen to which "so many households more" can be added?
fn can_suppose(app: &App) -> bool {
    app.tab == Tab::Targets && app.view().is_some_and(|view| crate::page::targets::what_if(&view).is_some())
}

fn has_units(app: &App) -> bool {
    app.load().is_some_and(|l| l.world.histories.len() > 1)
}

fn something_open(app: &App) -> bool {
    app.help || app.dock.is_some() || !app.list.is_empty() || is_deeper(app)
}

fn silent(_: &App) -> (&'static str, &'static str) {
    ("", "")
}

/// What Enter does at the chosen row.
fn open_words(app: &App) -> (&'static str, &'static str) {
    if let Some(dock) = &app.dock {
        return if dock.links.is_empty() { ("", "") } else { ("theo số", "follow") };
    }
    match app.page.row(app.chosen()).map(|r| &r.opens) {
        Some(Opens::Area(_) | Opens::List(_)) => ("mở", "open"),
        _ => ("nguồn", "source"),
    }
}

/// What the arrows choose here.
fn choose_words(app: &App) -> (&'static str, &'static str) {
    if app.tab == Tab::Trends { ("chỉ số", "measure") } else { ("chọn", "choose") }
}

/// What another date moves here.
fn date_words(app: &App) -> (&'static str, &'static str) {
    if app.tab == Tab::Trends { ("con trỏ kỳ", "date cursor") } else { ("kỳ", "date") }
}

/// What `g` flips here: the figures of a story, else the group whose bars and lacks are shown.
fn group_words(app: &App) -> (&'static str, &'static str) {
    match (app.dock.is_some(), app.tab) {
        (true, _) => ("số khác", "next figure"),
        (false, Tab::Households) => ("nhóm hộ", "group"),
        _ => ("", ""),
    }
}

/// What Esc does here.
fn back_words(app: &App) -> (&'static str, &'static str) {
    match (app.dock.is_some(), app.path.len()) {
        (true, _) => ("đóng", "close"),
        (false, 0) => ("về", "back"),
        _ => ("lên một cấp", "up a level"),
    }
}

macro_rules! words {
    ($vi:literal, $en:literal) => {
        |_: &App| ($vi, $en)
    };
}

/// The table, in the order of the footer and the help.
pub static BINDINGS: &[Binding] = &[
    Binding {
        keys: &[Key::Char('1')],
        action: Action::Go(Tab::Overview),
        shown: "1 … 6",
        brief: silent,
        long: ("chuyển trang", "go to a tab"),
        when: always,
    },
    Binding { keys: &[Key::Char('2')], action: Action::Go(Tab::Households), ..PLAIN },
    Binding { keys: &[Key::Char('3')], action: Action::Go(Tab::Support), ..PLAIN },
    Binding { keys: &[Key::Char('4')], action: Action::Go(Tab::Targets), ..PLAIN },
    Binding { keys: &[Key::Char('5')], action: Action::Go(Tab::Trends), ..PLAIN },
    Binding { keys: &[Key::Char('6')], action: Action::Go(Tab::Checks), ..PLAIN },
    Binding {
        keys: &[Key::Tab, Key::Right],
        action: Action::NextTab,
        shown: "Tab ◂ ▸",
        brief: silent,
        long: ("trang sau, trang trước", "next tab, tab before"),
        when: always,
    },
    Binding { keys: &[Key::BackTab, Key::Left], action: Action::PreviousTab, ..PLAIN },
    Binding {
        keys: &[Key::Up],
        action: Action::Up,
        shown: "▲▼",
        brief: choose_words,
        long: ("chọn dòng (mũi tên)", "choose a row (arrows)"),
        when: has_rows,
    },
    Binding { keys: &[Key::Down], action: Action::Down, when: has_rows, ..PLAIN },
    Binding {
        keys: &[Key::PageUp],
        action: Action::PageUp,
        shown: "PgUp PgDn",
        brief: silent,
        long: ("một màn hình", "one screen"),
        when: has_rows,
    },
    Binding { keys: &[Key::PageDown], action: Action::PageDown, when: has_rows, ..PLAIN },
    Binding {
        keys: &[Key::Home],
        action: Action::First,
        shown: "Home End",
        brief: silent,
        long: ("dòng đầu, dòng cuối", "first row, last row"),
        when: has_rows,
    },
    Binding { keys: &[Key::End], action: Action::Last, when: has_rows, ..PLAIN },
    Binding {
        keys: &[Key::Enter],
        action: Action::Open,
        shown: "Enter",
        brief: open_words,
        long: ("mở; xem nguồn số liệu", "open; where a figure is from"),
        when: has_rows,
    },
    Binding {
        keys: &[Key::Esc],
        action: Action::Back,
        shown: "Esc",
        brief: back_words,
        long: ("về", "back"),
        when: something_open,
    },
    Binding {
        keys: &[Key::Backspace],
        action: Action::UpLevel,
        shown: "Backspace",
        brief: silent,
        long: ("lên một cấp", "up a level"),
        when: something_open,
    },
    Binding {
        keys: &[Key::Char('s')],
        action: Action::Sort,
        shown: "s S",
        brief: words!("sắp xếp", "sort"),
        long: ("sắp xếp, đảo chiều", "sort, other way round"),
        when: in_list,
    },
    Binding { keys: &[Key::Char('S')], action: Action::Reverse, when: in_list, ..PLAIN },
    Binding {
        keys: &[Key::Char('g')],
        action: Action::Group,
        shown: "g",
        brief: group_words,
        long: ("hộ nghèo, cận nghèo, cả hai", "poor, near-poor, both"),
        when: has_rows,
    },
    Binding {
        keys: &[Key::Char('+')],
        action: Action::WhatIf(1),
        shown: "+ −",
        brief: words!("giả định", "what if"),
        long: ("giả định thêm, bớt 1 hộ", "what if: one household more"),
        when: can_suppose,
    },
    Binding { keys: &[Key::Char('-')], action: Action::WhatIf(-1), when: can_suppose, ..PLAIN },
    Binding {
        keys: &[Key::Char('>')],
        action: Action::WhatIf(10),
        shown: "> <  = 0",
        brief: silent,
        long: ("thêm, bớt 10; vừa đạt; bỏ", "ten more, less; just enough; none"),
        when: can_suppose,
    },
    Binding { keys: &[Key::Char('<')], action: Action::WhatIf(-10), when: can_suppose, ..PLAIN },
    Binding { keys: &[Key::Char('=')], action: Action::JustEnough, when: can_suppose, ..PLAIN },
    Binding { keys: &[Key::Char('0')], action: Action::NoWhatIf, when: can_suppose, ..PLAIN },
    Binding {
        keys: &[Key::Char('['), Key::Char(','), Key::Char('ơ')],
        action: Action::Earlier,
        shown: "[ ]",
        brief: date_words,
        long: ("kỳ trước, kỳ sau (, .)", "date before, after (, .)"),
        when: has_history,
    },
    Binding {
        keys: &[Key::Char(']'), Key::Char('.'), Key::Char('ư')],
        action: Action::Later,
        when: has_history,
        ..PLAIN
    },
    Binding {
        keys: &[Key::Char('o')],
        action: Action::Reported,
        shown: "o",
        brief: silent,
        long: ("kỳ báo cáo gần nhất, về lại", "newest reported, and back"),
        when: has_history,
    },
    Binding {
        keys: &[Key::Char('y')],
        action: Action::Copy,
        shown: "y",
        brief: words!("chép", "copy"),
        long: ("chép bảng đang xem", "copy the table as shown"),
        when: may_leave,
    },
    Binding {
        keys: &[Key::Char('w'), Key::Char('e')],
        action: Action::Save,
        shown: "w e",
        brief: silent,
        long: ("ghi ra tệp (CSV, xlsx …)", "write to a file (CSV, xlsx …)"),
        when: may_leave,
    },
    Binding {
        keys: &[Key::Char('m')],
        action: Action::Present,
        shown: "m",
        brief: words!("trình chiếu", "present"),
        long: ("trình chiếu cuộc họp", "present to a meeting"),
        when: has_rows,
    },
    Binding {
        keys: &[Key::Char('c')],
        action: Action::Compare,
        shown: "c",
        brief: silent,
        long: ("chọn kỳ để so sánh", "choose what to compare with"),
        when: has_history,
    },
    Binding {
        keys: &[Key::Char('/')],
        action: Action::Find,
        shown: "/",
        brief: words!("tìm", "find"),
        long: ("tìm, không cần dấu", "find, accents optional"),
        when: has_rows,
    },
    Binding {
        keys: &[Key::Char('u')],
        action: Action::Unit,
        shown: "u",
        brief: words!("đơn vị", "unit"),
        long: ("chọn đơn vị, chuẩn nghèo", "choose unit and standard"),
        when: has_units,
    },
    Binding {
        keys: &[Key::Char('r')],
        action: Action::Reload,
        shown: "r",
        brief: silent,
        long: ("nạp lại số liệu", "read the files again"),
        when: always,
    },
    Binding {
        keys: &[Key::Char('L')],
        action: Action::Language,
        shown: "L",
        brief: silent,
        long: ("đổi sang tiếng Anh", "switch to Vietnamese"),
        when: always,
    },
    Binding {
        keys: &[Key::Char('?')],
        action: Action::Help,
        shown: "?",
        brief: words!("trợ giúp", "help"),
        long: ("trợ giúp", "help"),
        when: always,
    },
    Binding {
        keys: &[Key::Char('q')],
        action: Action::Quit,
        shown: "q",
        brief: words!("đóng", "quit"),
        long: ("đóng chương trình", "quit"),
        when: always,
    },
];

/// A key that is named in the line of its sister.
const PLAIN: Binding =
    Binding { keys: &[], action: Action::Help, shown: "", brief: silent, long: ("", ""), when: always };

/// What a key does here.
pub fn action(app: &App, key: Key) -> Option<Action> {
    BINDINGS.iter().find(|b| b.keys.contains(&key) && (b.when)(app)).map(|b| b.action)
}

/// Key and words.
pub type Hint = (&'static str, &'static str);

/// What the footer offers here, in the order of the table; of what lies over the page only its own keys.
pub fn hints(app: &App) -> Vec<Hint> {
    if app.find.is_some() || app.picker.is_some() {
        return list_hints(app.lang);
    }
    if app.save.is_some() {
        return vec![("Enter", app.lang.pick("ghi", "write")), ("Esc", app.lang.pick("thôi", "cancel"))];
    }
    if app.meeting.is_some() {
        return meeting_hints(app.lang);
    }
    if app.help {
        return vec![("Esc", app.lang.pick("đóng trợ giúp", "close the help"))];
    }
    let offered = BINDINGS.iter().filter(|b| (b.when)(app));
    let hints = offered.map(|b| (b.shown, pick(app.lang, (b.brief)(app))));
    hints.filter(|(_, words)| !words.is_empty()).collect()
}

fn meeting_hints(lang: Lang) -> Vec<Hint> {
    let words = [
        ("Space", "tiếp", "next"),
        ("◂ ▸", "lùi, tới", "back, on"),
        ("1-9", "trang", "slide"),
        ("a", "tự chạy", "run"),
        ("b", "màn hình đen", "black"),
        ("Esc", "về", "back"),
    ];
    words.map(|(key, vi, en)| (key, lang.pick(vi, en))).to_vec()
}

fn list_hints(lang: Lang) -> Vec<Hint> {
    let words = [("▲▼", "chọn", "choose"), ("Enter", "đến", "go there"), ("Esc", "đóng", "close")];
    words.map(|(key, vi, en)| (key, lang.pick(vi, en))).to_vec()
}

/// What the help lists: keys and words.
pub fn help(lang: Lang) -> Vec<Hint> {
    let lines = BINDINGS.iter().map(|b| (b.shown, pick(lang, b.long)));
    lines.filter(|(_, words)| !words.is_empty()).collect()
}

fn pick(lang: Lang, (vi, en): (&'static str, &'static str)) -> &'static str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}
