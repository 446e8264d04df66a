//! What stands between the program and the person: consoles, multiplexers, kiosks.

use super::{bash, snapshot, text};
use crate::folder::Folder;
use crate::terminal::pty::{Program, giamngheo, shown};

fn on(settings: &[(&str, &str)]) -> Program {
    let mut command = giamngheo();
    command.arg("--lang");
    command.arg("vi");
    for (name, value) in settings {
        command.env(name, value);
    }
    let program = Program::start(command);
    program.wait_for_figures();
    program
}

fn after(program: &mut Program, keys: &str) -> String {
    let before = program.written().len();
    program.press(keys);
    program.wait_for_calm();
    program.written()[before..].to_owned()
}

#[test]
fn case_51_case_60_a_copy_goes_the_way_there_is() {
    let words = [
        (&[("TERM", "xterm-256color")][..], "\x1b]52;c;", "vào bộ nhớ tạm của máy bạn"),
        (
            &[("TERM", "screen-256color"), ("TMUX", "/tmp/t,1,0")],
            "\x1b]52;c;",
            "(tmux, screen có thể không nhận)",
        ),
        (&[("TERM", "screen"), ("STY", "1.a")], "\x1bP\x1b]52;c;", "(tmux, screen có thể không nhận)"),
        (&[("TERM", "linux")], "", "không có bộ nhớ tạm, dùng w"),
        (&[("TERM", "vt220")], "", "không có bộ nhớ tạm, dùng w"),
    ];
    for (settings, message, said) in words {
        let mut program = on(settings);
        let answer = after(&mut program, "2y");
        assert_eq!(answer.contains("]52;"), !message.is_empty(), "{settings:?}");
        assert!(answer.contains(message), "{settings:?}");
        assert!(
            shown(&program.written(), 80, 24).contains(said),
            "{settings:?}: {}",
            shown(&program.written(), 80, 24)
        );
        if !message.is_empty() {
            // All of the picture follows: it may hold what a terminal did not understand.
            let rest = answer.rsplit("]52;c;").next().unwrap();
            assert!(rest.contains("\x1b[H\x1b[K"), "{settings:?}");
        }
        program.press("q");
        program.assert_ended(0);
    }
}

/// What another program wrote over the picture goes with Ctrl-L and with `r`.
#[test]
fn case_52_the_whole_picture_is_drawn_anew_when_asked_for() {
    let mut program = on(&[]);
    let whole = shown(&program.written(), 80, 24);
    for key in ["\x0c", "r"] {
        let again = after(&mut program, key);
        assert_eq!(shown(&again, 80, 24), whole, "{key:?}");
    }
    after(&mut program, "?");
    assert!(shown(&program.written(), 80, 24).contains("r Ctrl-L"), "the help tells it");
}

/// A terminal that keeps what it scrolls away keeps a screen that is cleared at once.
#[test]
fn case_82_the_screen_is_cleared_line_by_line() {
    let mut program = on(&[]);
    program.resize(100, 30);
    program.wait_for_calm();
    program.press("q");
    program.assert_ended(0);
    program.assert_restored();
    let written = program.written();
    for all_at_once in ["\x1b[2J", "\x1b[3J", "\x1b[J", "\x1b[0J", "\x1b[1J"] {
        assert!(!written.contains(all_at_once), "{all_at_once:?}");
    }
    let last = written.rsplit("\x1b[H\x1b[2K").next().unwrap();
    assert_eq!(last.matches("\x1b[B\x1b[2K").count(), 29, "{last:?}");
}

#[test]
fn case_80_a_kiosk_offers_what_works_and_needs_a_terminal() {
    let mut command = giamngheo();
    command.args(["--kiosk", "--lang", "vi"]);
    let mut program = Program::sized(command, 100, 60);
    program.wait_for_figures();
    after(&mut program, "?");
    let help = shown(&program.written(), 100, 60);
    assert!(help.contains("Trợ giúp") && help.contains("trình chiếu"), "{help}");
    for gone in ["chép", "ghi ra tệp"] {
        assert!(!help.contains(gone), "{help}");
    }
    let folder = Folder::new("kiosk");
    let file = folder.write("a.json", &snapshot());
    for (lang, said) in [("vi", "--kiosk cần một màn hình"), ("en", "--kiosk needs a terminal")] {
        let output = bash("\"$0\" --kiosk --lang \"$2\" \"$1\"", &[&file, lang]);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty() && text(&output.stderr).contains(said), "{}", text(&output.stderr));
    }
}

/// What only the screen knows is refused before a command that has none, as it is after it.
#[test]
fn case_80_a_choice_of_the_screen_is_refused_wherever_it_stands() {
    let folder = Folder::new("no-screen");
    let file = folder.write("a.json", &snapshot());
    for option in ["--kiosk", "--present", "--every 5", "--theme light"] {
        for asked in ["report", "check", "import"] {
            for line in [format!("\"$0\" {option} {asked} \"$1\""), format!("\"$0\" {asked} {option} \"$1\"")]
            {
                let output = bash(&line, &[&file]);
                let name = option.split(' ').next().unwrap();
                let said = text(&output.stderr);
                assert_eq!(output.status.code(), Some(2), "{line}");
                assert!(said.starts_with(&format!("giamngheo: không có tùy chọn {name}")), "{line}: {said}");
                assert!(said.ends_with(&format!("(xem giamngheo {asked} --help)\n")), "{line}: {said}");
                assert!(output.stdout.is_empty(), "{line}");
            }
        }
    }
    // What is set for all commands holds for those with a screen; the import may end on one.
    assert!(bash("GIAMNGHEO_THEME=light \"$0\" check \"$1\"", &[&file]).status.success());
    let open = bash("\"$0\" --kiosk import --open \"$1\"", &[&folder.at("none.xlsx")]);
    assert_eq!(open.status.code(), Some(1), "{}", text(&open.stderr));
}
