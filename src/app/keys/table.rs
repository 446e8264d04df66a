//! The table itself, in the order of the footer and the help. A key without words is named in the line of its sister.

use super::super::meeting::DeckAction;
use super::super::message::Key;
use super::binding::{Action, Binding, binding};
use super::here::{
    back_words, can_suppose, choose_words, date_words, group_words, has_history, has_rows, has_slides,
    in_list, may_leave, open_words, panel_scrolls, present_words, something_open, story_words, unit_words,
};
use crate::page::Tab;

/// The table.
pub static BINDINGS: &[Binding<Action>] = &[
    binding(&DIGITS, Action::Go).help(TABS, "chuyển trang", "go to a tab"),
    binding(&[Key::Tab, Key::Right], Action::NextTab).help(
        "Tab ◂ ▸",
        "trang sau, trang trước",
        "next tab, tab before",
    ),
    binding(&[Key::BackTab, Key::Left], Action::PreviousTab),
    binding(&[Key::Up], Action::Up).when(has_rows).footer("▲▼", choose_words).help(
        "▲▼ { }",
        "chọn dòng; cuộn ô dưới",
        "choose a row; scroll panel",
    ),
    binding(&[Key::Down], Action::Down).when(has_rows),
    binding(&[Key::PageUp], Action::PageUp).when(has_rows).help("PgUp PgDn", "một màn hình", "one screen"),
    binding(&[Key::PageDown], Action::PageDown).when(has_rows),
    binding(&[Key::Home], Action::First).when(has_rows).help(
        "Home End",
        "dòng đầu, dòng cuối",
        "first row, last row",
    ),
    binding(&[Key::End], Action::Last).when(has_rows),
    binding(&[Key::Enter], Action::Open).when(has_rows).footer("Enter", open_words).help(
        "Enter",
        "mở; xem nguồn số liệu",
        "open; source of a figure",
    ),
    binding(&[Key::Esc], Action::Back)
        .when(something_open)
        .footer("Esc", back_words)
        .help("Esc", "về", "back"),
    binding(&[Key::Backspace], Action::UpLevel).when(something_open).help(
        "Backspace",
        "lên một cấp",
        "up a level",
    ),
    binding(&[Key::Char('s')], Action::Sort).when(in_list).footer("s S", |_| ("sắp xếp", "sort")).help(
        "s S",
        "sắp xếp, đảo chiều",
        "sort, other way round",
    ),
    binding(&[Key::Char('S')], Action::Reverse).when(in_list),
    binding(&[Key::Char('g')], Action::Group).when(has_rows).footer("g", group_words).help(
        "g",
        "hộ nghèo, cận nghèo, cả hai",
        "poor, near-poor, both",
    ),
    binding(&[Key::Char('+')], Action::WhatIf(1))
        .when(can_suppose)
        .footer("+ −", |_| ("giả định", "what if"))
        .help("+ − > < = 0", "giả định (trang 4)", "what if (tab 4)"),
    binding(&[Key::Char('-')], Action::WhatIf(-1)).when(can_suppose),
    binding(&[Key::Char('>')], Action::WhatIf(10)).when(can_suppose),
    binding(&[Key::Char('<')], Action::WhatIf(-10)).when(can_suppose),
    binding(&[Key::Char('=')], Action::JustEnough).when(can_suppose),
    binding(&[Key::Char('0')], Action::NoWhatIf).when(can_suppose),
    binding(&[Key::Char('['), Key::Char(','), Key::Char('ơ')], Action::Earlier)
        .when(has_history)
        .footer("[ ]", date_words)
        .help("[ ] , .", "kỳ trước, kỳ sau", "date before, after"),
    binding(&[Key::Char(']'), Key::Char('.'), Key::Char('ư')], Action::Later).when(has_history),
    binding(&[Key::Char('}'), Key::Char('Ư')], Action::PanelDown)
        .when(panel_scrolls)
        .footer("{ }", |_| ("cuộn", "more")),
    binding(&[Key::Char('{'), Key::Char('Ơ')], Action::PanelUp).when(panel_scrolls),
    binding(&[Key::Char('o')], Action::Newest).when(has_history).help(
        "o",
        "kỳ mới nhất, về lại",
        "newest date, and back",
    ),
    binding(&[Key::Char('y')], Action::Copy).when(may_leave).footer("y", |_| ("chép", "copy")).help(
        "y",
        "chép bảng; ô nguồn: câu nêu",
        "copy the table; its quote",
    ),
    binding(&[Key::Char('w'), Key::Char('e')], Action::Save).when(may_leave).help(
        "w e",
        "ghi ra tệp (CSV, xlsx …)",
        "write a file (CSV, xlsx …)",
    ),
    binding(&[Key::Char('m')], Action::Present).when(has_slides).footer("m", present_words).help(
        "m",
        "trình chiếu cuộc họp",
        "present to a meeting",
    ),
    binding(&[Key::Char('c')], Action::Compare).when(has_history).help(
        "c",
        "chọn kỳ để so sánh",
        "choose what to compare with",
    ),
    binding(&[Key::Char('/')], Action::Find).when(has_rows).footer("/", |_| ("tìm", "find")).help(
        "/",
        "tìm, không cần dấu",
        "find, accents optional",
    ),
    binding(&[Key::Char('u')], Action::Unit).footer("u", unit_words).help(
        "u",
        "chọn đơn vị, chuẩn nghèo",
        "choose unit and standard",
    ),
    binding(&[Key::Char('r')], Action::Reload).help(
        "r Ctrl-L",
        "nạp lại số liệu, vẽ lại",
        "read again, draw anew",
    ),
    binding(&[Key::Char('L')], Action::Language).help("L", "đổi sang tiếng Anh", "switch to Vietnamese"),
    binding(&[Key::Char('?')], Action::Help).footer("?", |_| ("trợ giúp", "help")).help(
        "? q",
        "trợ giúp · đóng",
        "help · quit",
    ),
    binding(&[Key::Char('q')], Action::Quit).footer("q", |_| ("đóng", "quit")),
];

/// The keys of the meeting mode, in the order of its footer.
pub static ON_THE_WALL: &[Binding<DeckAction>] = &[
    binding(
        &[
            Key::Char(' '),
            Key::Char(']'),
            Key::Char('.'),
            Key::Char('ư'),
            Key::Right,
            Key::Down,
            Key::PageDown,
        ],
        DeckAction::Next,
    )
    .footer("Space", |_| ("tiếp", "next"))
    .help("Space ]", "trang sau", "next slide"),
    binding(
        &[Key::Char('['), Key::Char(','), Key::Char('ơ'), Key::Left, Key::Up, Key::PageUp, Key::Backspace],
        DeckAction::Back,
    )
    .footer("◂ ▸", |_| ("lùi, tới", "back, on"))
    .help("◂ [", "trang trước", "slide before"),
    binding(&[Key::Char('1')], DeckAction::Number(1))
        .footer_in_words(("gõ số", "number"), |_| ("đến trang", "go to a slide"))
        .help("1 … 99", "đến trang có số đó", "slide of that number"),
    binding(&[Key::Enter], DeckAction::Story).footer("Enter", story_words).help(
        "Enter",
        "nguồn của số trên trang",
        "source of its number",
    ),
    binding(&[Key::Char('?')], DeckAction::Help).footer("?", |_| ("phím", "keys")).help(
        "? L q",
        "phím · English · đóng",
        "keys · tiếng Việt · quit",
    ),
    binding(&[Key::Char('2')], DeckAction::Number(2)),
    binding(&[Key::Char('3')], DeckAction::Number(3)),
    binding(&[Key::Char('4')], DeckAction::Number(4)),
    binding(&[Key::Char('5')], DeckAction::Number(5)),
    binding(&[Key::Char('6')], DeckAction::Number(6)),
    binding(&[Key::Char('7')], DeckAction::Number(7)),
    binding(&[Key::Char('8')], DeckAction::Number(8)),
    binding(&[Key::Char('9')], DeckAction::Number(9)),
    binding(&[Key::Char('0')], DeckAction::Number(0)),
    binding(&[Key::Char('a')], DeckAction::Run).footer("a", |_| ("tự chạy", "run")).help(
        "a",
        "tự chạy, dừng lại",
        "run by itself, stop",
    ),
    binding(&[Key::Char('b')], DeckAction::Black).footer("b", |_| ("màn hình đen", "black")).help(
        "b",
        "màn hình đen, sáng lại",
        "black screen, and back",
    ),
    binding(&[Key::Esc, Key::Char('m')], DeckAction::End).footer("Esc", |_| ("về", "back")).help(
        "Esc m",
        "về bảng số liệu",
        "back to the tables",
    ),
    binding(&[Key::Home], DeckAction::First).help("Home End", "trang đầu, trang cuối", "first, last slide"),
    binding(&[Key::End], DeckAction::Last),
];

/// The digits that have a tab, in the help.
const TABS: &str =
    ["1 … 2", "1 … 3", "1 … 4", "1 … 5", "1 … 6", "1 … 7", "1 … 8", "1 … 9"][Tab::ALL.len() - 2];

/// The digits; which of them has a tab, the tabs tell.
static DIGITS: [Key; 9] = [
    Key::Char('1'),
    Key::Char('2'),
    Key::Char('3'),
    Key::Char('4'),
    Key::Char('5'),
    Key::Char('6'),
    Key::Char('7'),
    Key::Char('8'),
    Key::Char('9'),
];
