//! Journeys: keys in, screen out, through the real loop on a terminal of paper.

mod answers;

use std::path::PathBuf;

use giamngheo::app::state::Choices;
use giamngheo::app::{App, Message};
use giamngheo::source::Load;
use giamngheo::text::Lang;

use crate::folder::Folder;
use crate::program::{TODAY, assert_sees, choices, key as key_of, loaded, read, sample};
use crate::terminal::paper::{Paper, begin};

/// The newest figures of the sample, and those of its report.
const NEWEST: &str = "2023-09-30";
const REPORT: &str = "2022-12-31";

/// A reader before a screen of 80 × 24.
struct Reader {
    lang: Lang,
    as_of: &'static str,
    now: &'static str,
    paths: Vec<PathBuf>,
}

impl Reader {
    fn of(as_of: &'static str) -> Self {
        Self { lang: Lang::Vi, as_of, now: TODAY, paths: Vec::new() }
    }

    fn load(&self) -> Load {
        if self.paths.is_empty() { sample().clone() } else { read(&self.paths) }
    }

    /// The screen after `keys`: single letters for themselves, longer words for keys with names.
    fn sees(&self, keys: &[&str]) -> String {
        self.sees_at((80, 24), keys)
    }

    fn sees_at(&self, (width, height): (u16, u16), keys: &[&str]) -> String {
        let (paper, queue) = Paper::<Load>::new(width, height);
        let choices = choices(self.lang, self.as_of);
        let mut app = App::new(Choices { now: self.now.parse().ok(), ..choices });
        let (mut event_loop, _asked) = begin(&mut app, &paper, &queue);
        paper.message(loaded(&self.load()));
        event_loop.prepare_frame();
        for key in keys {
            paper.message(Message::Key(key_of(key)));
            event_loop.prepare_frame();
        }
        paper.shown()
    }
}

/// `keys` and then the letters of `text`.
fn typing<'a>(keys: &[&'a str], text: &'a str, then: &[&'a str]) -> Vec<&'a str> {
    let letters = text.char_indices().map(|(at, letter)| &text[at..at + letter.len_utf8()]);
    keys.iter().copied().chain(letters).chain(then.iter().copied()).collect()
}

#[test]
fn find_says_what_is_found_and_enter_goes_there() {
    let reader = Reader::of(REPORT);
    assert_sees(
        &reader.sees(&typing(&["/"], "phuong 3", &[])),
        &["Tìm: phuong 3", "2 Hộ nghèo", "Phường 3  3.640 hộ dân · 78 hộ nghèo"],
    );
    let there = reader.sees(&typing(&["/"], "phuong 3", &["Enter"]));
    assert!(there.lines().any(|line| line.starts_with("▌ Phường 3 ")), "{there}");
    assert_sees(&reader.sees(&typing(&["/"], "bhyt", &[])), &["Thẻ bảo hiểm y tế", "6.145 thẻ"]);
    let number = reader.sees(&typing(&["/"], "1429", &[]));
    assert!(number.lines().any(|line| line.starts_with("▌ 1 Tổng quan")), "{number}");
    // The number asked for comes first, with its day where that is another than the one shown.
    let earlier = Reader::of(NEWEST).sees(&typing(&["/"], "1429", &[]));
    assert_sees(&earlier, &["Hộ nghèo  1.429 hộ nghèo (31/12/2022)"]);
    assert_sees(&reader.sees(&typing(&["/"], "xyzzy", &[])), &["không tìm thấy"]);
}

/// In the least terminal the help is longer than the screen: the arrows move it, not the rows under it.
#[test]
fn the_help_is_read_to_its_end_at_any_size() {
    let reader = Reader::of(REPORT);
    assert_sees(&reader.sees(&["?"]), &["Trợ giúp: Tổng quan", "đang thực hiện", "+ − > < = 0 giả định"]);
    assert!(!reader.sees_at((40, 10), &["?"]).contains("đang thực hiện"));
    assert_sees(&reader.sees_at((40, 10), &["?", "End"]), &["▸           đang thực hiện", "▲▼ cuộn"]);
    let back = reader.sees_at((40, 10), &["?", "End", "Up", "Esc"]);
    assert!(back.contains("▌Số hộ"), "{back}");
}

#[test]
fn letters_are_text_while_a_line_is_typed() {
    let screen = Reader::of(REPORT).sees(&typing(&["/"], "q2", &["Backspace"]));
    assert_sees(&screen, &["Tìm: q▏", "Esc đóng"]);
    assert_sees(&Reader::of(REPORT).sees(&["/", "q", "Esc"]), &["Số hộ"]);
}

#[test]
fn what_to_compare_with_is_chosen_from_a_list() {
    let screen = Reader::of(NEWEST).sees(&["c"]);
    assert_sees(&screen, &["So sánh với kỳ", "31/12/2022  báo cáo", "31/12/2021  suy ra"]);
    assert!(!screen.contains("30/09/2023  minh họa"), "not with itself\n{screen}");
}

#[test]
fn units_are_chosen_from_a_list_that_typing_narrows() {
    let folder = Folder::new("units");
    let sample = include_str!("../../../sample-data/2022-12-31.json");
    for (code, name) in [("775", "Quận 6"), ("776", "Quận 8"), ("774", "Quận 5")] {
        let text =
            sample.replace("\"775\"", &format!("\"{code}\"")).replace("Quận 6\"", &format!("{name}\""));
        folder.write(&format!("{code}.json"), &text);
    }
    let reader = Reader { paths: vec![folder.0.clone().into()], ..Reader::of(REPORT) };
    let list = reader.sees(&["u"]);
    let chosen = reader.sees(&typing(&["u"], "quan 8", &["Enter"]));
    assert_sees(&list, &["Đơn vị, chuẩn nghèo", "Quận 5", "Quận 6", "Quận 8", "775"]);
    assert!(chosen.starts_with(" Quận 8"), "{chosen}");
}

#[test]
fn a_meeting_goes_slide_by_slide_and_back_to_the_same_tab() {
    let reader = Reader::of(REPORT);
    // Its subject is drawn large: it has no letters of a line.
    let cover = reader.sees(&["3", "m"]);
    assert_sees(&cover, &["▟▘▝▘", "Số liệu đến 31/12/2022", "UBND Quận 6", "1/10"]);
    assert!(!cover.contains("GIẢM NGHÈO BỀN VỮNG"), "{cover}");
    assert_sees(&reader.sees_at((40, 10), &["m"]), &["GIẢM NGHÈO BỀN VỮNG", "1/10"]);
    assert_sees(&reader.sees(&["3", "m", " ", " "]), &["HỘ CẬN NGHÈO", "3/10", "1,68% tổng hộ dân"]);
    assert_sees(&reader.sees(&["m", "1", "0"]), &["10/10", "CẦN XÁC MINH"]);
    assert_sees(&reader.sees(&["m", "a"]), &["1/10 ▸"]);
    assert_eq!(reader.sees(&["m", "b"]).trim(), "");
    assert_sees(&reader.sees(&["m", "b", "b"]), &["1/10"]);
    assert_sees(&reader.sees(&["3", "m", " ", "Esc"]), &["9 chính sách"]);
    let invented = Reader::of(NEWEST).sees(&["m", " "]);
    assert_sees(&invented, &["MINH HỌA", "minh họa, không phải"]);
}

/// Enter tells where the number of the slide comes from, again of the next one; Esc goes back to the slide, and only
/// then to the tables.
#[test]
fn a_slide_tells_where_its_number_is_from() {
    let reader = Reader::of(REPORT);
    let story = reader.sees(&["m", "2", "Enter"]);
    assert_sees(
        &story,
        &["NGUỒN SỐ LIỆU: SỐ HỘ NGHÈO 1.429", "Nguyên văn", "Cách nêu", "2/10", "Esc về trang"],
    );
    assert_sees(&reader.sees(&["m", "2", "Enter", "Enter"]), &["TỶ LỆ HỘ NGHÈO 2,20%"]);
    assert_sees(&reader.sees(&["m", "2", "Enter", "Esc"]), &["HỘ NGHÈO", "2,20% tổng hộ dân"]);
    assert_sees(&reader.sees(&["m", "2", "Enter", "Space"]), &["3/10", "1,68% tổng hộ dân"]);
    assert_sees(&reader.sees(&["m", "2", "Enter", "Esc", "Esc"]), &["▌ Số hộ"]);
    // Where there is less room it scrolls.
    let small = |keys: &[&str]| reader.sees_at((40, 10), &[&["m", "2", "Enter"], keys].concat());
    assert!(
        small(&[]).contains("Loại") && !small(&["Down", "Down"]).contains("Loại"),
        "{}",
        small(&["Down"])
    );
    assert_sees(&reader.sees(&["m", "?"]), &["Trợ giúp: trình chiếu", "màn hình đen, sáng lại", "1 … 99"]);
    assert_sees(&reader.sees(&["m", "?", "Esc"]), &["1/10", "gõ số đến trang", "? phím"]);
}

/// What can be typed and done, while nothing is typed; a choice types the example or does what the key does.
#[test]
fn an_empty_search_line_offers_examples_and_what_keys_do() {
    let reader = Reader::of(REPORT);
    let offered = reader.sees(&["/"]);
    assert_sees(&offered, &["gõ", "phuong 3", "bhyt", "1429", "trình chiếu cuộc họp", "ghi ra tệp"]);
    assert!(!offered.contains("chọn đơn vị"), "there is one unit\n{offered}");
    assert_sees(&reader.sees(&["/", "Enter"]), &["Tìm: phuong 3", "Phường 3"]);
    assert_sees(&reader.sees(&["/", "Down", "Down", "Down", "Enter"]), &["1/10"]);
    assert_sees(&reader.sees(&typing(&["/"], "xyzzy", &["Ctrl-U"])), &["phuong 3"]);
    // A value of the table beside is no part of a row that is found.
    let found = reader.sees(&typing(&["/"], "bao hiem y te", &[]));
    let insurance = found.lines().find(|line| line.contains("Bảo hiểm y tế")).unwrap_or_default();
    assert!(!insurance.contains("218"), "{found}");
}

/// With one unit there is none to choose: the key says so. Esc takes what is supposed away before it goes anywhere.
#[test]
fn keys_that_find_nothing_to_do_say_so() {
    assert_sees(&Reader::of(REPORT).sees(&["u"]), &["chỉ có một đơn vị, một chuẩn nghèo"]);
    let reader = Reader::of(NEWEST);
    let supposed = reader.sees(&["4", "+", "+"]);
    assert_sees(&supposed, &["Esc bỏ giả định"]);
    let dropped = reader.sees(&["4", "+", "+", "Esc"]);
    // A blank at the end of a line is seen as none.
    let seen = |screen: &str| screen.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(seen(&dropped), seen(&reader.sees(&["4"])), "as if nothing had been supposed");
}

/// The group in the foreground is marked in the heads, and the footer begins alike on every tab.
#[test]
fn heads_and_footer_say_where_one_is() {
    let reader = Reader::of(REPORT);
    assert_sees(&reader.sees(&["2", "g"]), &["▌Hộ nghèo"]);
    assert_sees(&reader.sees(&["2", "g", "g"]), &["▌Hộ cận nghèo"]);
    assert!(!reader.sees(&["2"]).contains("▌Hộ"));
    assert_sees(&reader.sees(&["1", "g", "g"]), &["▌Hộ cận nghèo"]);
    for tab in ["1", "2", "3", "4", "6"] {
        let screen = reader.sees_at((120, 34), &[tab]);
        let footer = screen.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default().to_owned();
        let mut at = 0;
        for key in ["▲▼", "Enter", "[ ] kỳ", "/ tìm", "m trình chiếu", "? trợ giúp", "q đóng", "y chép"]
        {
            let found = footer.find(key).unwrap_or_else(|| panic!("{key}: {footer}"));
            assert!(found >= at, "{key} stands too early: {footer}");
            at = found;
        }
    }
}

/// Where there is no room for all, what a tab alone has stands before the way to the meeting.
#[test]
fn a_tab_keeps_its_own_key_in_the_footer() {
    let footer = |tab: &str| Reader::of(NEWEST).sees(&[tab]).lines().last().unwrap_or_default().to_owned();
    assert!(footer("2").contains("s S sắp xếp") && footer("4").contains("+ − giả định"), "{}", footer("2"));
    assert!(footer("1").contains("m trình chiếu"), "{}", footer("1"));
}

#[test]
fn the_movement_of_the_whole_is_told_line_by_line_and_checked() {
    // 1.429 − 88 − 247 + 3 + 21 = 1.118; 1.092 − 262 + 88 + 4 + 14 = 936.
    let screen = Reader::of(NEWEST).sees(&["2", "Enter", "End"]);
    let row = |name: &str| screen.lines().find(|line| line.contains(name)).unwrap_or_default();
    assert!(row("Cộng lại").contains("1.118*") && row("Cộng lại").contains("936*"), "{screen}");
    assert!(row("vượt chuẩn").contains("247") && row("vượt chuẩn").contains("262"), "{screen}");
    assert!(row("Đối chiếu  ").matches("✓ khớp").count() == 2, "{screen}");
}

#[test]
fn the_whole_has_a_page_of_its_own() {
    let screen = Reader::of(REPORT).sees(&["2", "Enter"]);
    assert_sees(&screen, &["Các kỳ", "1.989*", "Esc về"]);
    assert_sees(&Reader::of(REPORT).sees(&["2", "Enter", "Esc"]), &["▌ Toàn quận", "Phường 10"]);
}
#[test]
fn a_task_that_no_target_measures_is_found() {
    let screen = Reader::of(NEWEST).sees(&typing(&["/"], "to tiet kiem", &[]));
    assert_sees(&screen, &["Tổ tiết kiệm"]);
}

/// In a window for two pages what Enter opens takes the place of the page beside the list: the list stays as it stood,
/// and no story is told twice.
#[test]
fn a_story_opened_beside_a_list_leaves_the_list_as_it_stands() {
    let wide = |keys: &[&str]| Reader::of(REPORT).sees_at((160, 45), keys);
    let list = |screen: &str| -> Vec<String> {
        let body = screen.lines().skip(3).take(41);
        body.map(|line| line.chars().take(81).collect::<String>().trim_end().to_owned()).collect()
    };
    for tab in ["1", "3", "4", "6"] {
        let (before, opened) = (wide(&[tab]), wide(&[tab, "Enter"]));
        assert!(before.lines().skip(3).take(41).all(|line| line.chars().nth(82) == Some('│')), "{before}");
        assert_eq!(list(&before), list(&opened), "tab {tab}");
        assert_eq!(opened.matches("Nguồn số liệu: ").count(), 1, "{opened}");
        let closed = wide(&[tab, "Enter", "Esc"]);
        assert!(closed.lines().map(str::trim_end).eq(before.lines().map(str::trim_end)), "{closed}");
    }
    // What its formula rests on is followed there.
    let followed = wide(&["4", "Enter", "Enter"]);
    assert_eq!(followed.matches("─ Nguồn số liệu: ").count(), 1, "{followed}");
}
