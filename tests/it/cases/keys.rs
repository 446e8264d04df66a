//! What slow links, input methods and the clipboard of a terminal make of keys.

use std::thread;
use std::time::Duration;

use giamngheo::app::message::{Composed, Key, Message};
use giamngheo::text::Lang;

use crate::program::{picture, press, program, screen};
use crate::terminal::pty::{Program, giamngheo, shown};

const SIZE: (u16, u16) = (80, 24);

#[test]
fn case_55_an_arrow_cut_by_a_slow_link_is_the_arrow() {
    let mut program = Program::start(giamngheo());
    program.wait_for_figures();
    let before = shown(&program.written(), 80, 24);
    for pause in [80, 150] {
        program.press("\x1b");
        thread::sleep(Duration::from_millis(pause));
        program.press("[B");
        thread::sleep(Duration::from_millis(pause));
        program.press("\x1b[");
        thread::sleep(Duration::from_millis(pause));
        program.press("A");
        thread::sleep(Duration::from_millis(pause));
        program.press("\x1b[?62;");
        thread::sleep(Duration::from_millis(pause));
        program.press("22c");
        program.wait_for_calm();
    }
    // Down, up again, and an answer that nobody asked for: the same date, tab and row.
    assert_eq!(shown(&program.written(), 80, 24), before);
    program.press("q");
    program.assert_ended(0);
}

fn composed(text: &str, key: char, digit: char) -> Message<giamngheo::source::Load> {
    Message::Composed(Composed { erase: 1, text: text.to_owned(), key, digit: Some(digit) })
}

/// `y` and `1` arrive as `y`, Backspace and `ý`, as do `y` and `s`: neither is guessed where both mean something.
#[test]
fn case_56_an_input_method_is_told_of_and_not_guessed() {
    const TOLD: [(Lang, &str); 2] =
        [(Lang::Vi, "bộ gõ đang bật: gõ lại"), (Lang::En, "an input method is on: press again")];
    for (lang, words) in TOLD {
        for message in [composed("ý", 's', '1'), composed("ô", 'o', '6'), Message::Key(Key::Char('ế'))] {
            let mut app = program(lang, SIZE, "2022-12-31");
            press(&mut app, "2");
            let body = |screen: &str| screen.lines().take(22).map(str::to_owned).collect::<Vec<_>>();
            let before = body(&screen(&app));
            app.update(message.clone());
            app.prepare_frame();
            assert!(screen(&app).contains(words), "{message:?}\n{}", screen(&app));
            assert_eq!(body(&screen(&app)), before, "{message:?}");
        }
    }
    // No tab has a 9: the key that was meant is `d`, which asks nothing; and 7 is none either: `w` opens its line.
    let mut app = program(Lang::Vi, SIZE, "2022-12-31");
    press(&mut app, "2");
    app.update(composed("ư", 'w', '7'));
    app.prepare_frame();
    assert!(screen(&app).contains("Ghi ra tệp"), "{}", screen(&app));
    // In a line that is typed a correction is one.
    let mut app = program(Lang::Vi, SIZE, "2022-12-31");
    press(&mut app, "/ y");
    app.update(composed("ý", 's', '1'));
    app.prepare_frame();
    assert!(screen(&app).contains('ý') && !screen(&app).contains("bộ gõ"), "{}", screen(&app));
}

/// What is pasted without marks and without a line end presses no key; in the search line it is text.
#[test]
fn case_57_a_loose_paste_presses_no_key() {
    let mut program = Program::start(giamngheo());
    program.wait_for_figures();
    program.press("hộ nghèo quận 6");
    program.wait_for("the words", |text| text.contains("bỏ qua đoạn dán"));
    assert!(program.is_running());
    // What follows at once is still of the paste.
    program.wait_for_calm();
    program.press("/");
    program.wait_for_calm();
    program.press("cận nghèo quý");
    program.wait_for("the text", |text| shown(text, 80, 24).contains("cận nghèo quý"));
    program.press("\x1b");
    program.wait_for_calm();
    program.press("/hộ cận nghèo q");
    program.wait_for("the text", |text| shown(text, 80, 24).contains("hộ cận nghèo q"));
    program.press("\x03");
    program.assert_ended(130);
    assert!(!picture(Lang::Vi, SIZE, "2022-12-31", "2").contains("bỏ qua"));
}
