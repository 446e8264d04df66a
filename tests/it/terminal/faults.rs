//! Faults of the program itself: the terminal is given back all the same, and one line says so.
use std::thread;

use giamngheo::{
    app::message::{Effect, Key, Message},
    term::{Ending, Screen, ScreenOptions, run},
    text::Lang,
};
use portable_pty::CommandBuilder;
use ratatui::{buffer::Buffer, layout::Rect};
use rustix::process::Signal;

use super::pty::{ENTER, LEAVE, PATIENCE, Program, plain, shown};

const FAULT: &str = "GIAMNGHEO_TEST_FAULT";

/// A screen that breaks where it is told to.
struct Broken {
    fault: String,
    pressed: bool,
    text: &'static str,
}

/// Breaks a second time, on the way out.
struct BreaksAgain;

impl Drop for BreaksAgain {
    fn drop(&mut self) {
        panic!("again, with PRIVATE data");
    }
}

impl Screen for Broken {
    type Load = ();

    fn update(&mut self, message: Message<()>) -> Vec<Effect> {
        match message {
            Message::Key(Key::Char('q')) => return vec![Effect::Quit(0)],
            Message::Key(_) if self.fault == "stuck" => thread::sleep(PATIENCE * 2),
            Message::Key(_) if self.fault == "memory" => drop(Vec::<u8>::with_capacity(isize::MAX as usize)),
            Message::Key(_) => self.pressed = true,
            Message::LoadFailed => self.text = "not loaded",
            _ => {}
        }
        let _again = (self.pressed && self.fault == "twice").then(|| BreaksAgain);
        assert!(!self.pressed || self.fault == "draw", "in update, with PRIVATE data");
        Vec::new()
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        assert!(!self.pressed, "in draw, with PRIVATE data");
        buf.set_stringn(0, 0, self.text, usize::from(area.width), ratatui::style::Style::new());
    }
}

/// Not a test: the program that the tests below start.
#[test]
#[ignore = "started by the other tests, in a terminal"]
fn broken_program() {
    let fault = std::env::var(FAULT).unwrap();
    let loading = fault.clone();
    let load = move |_, _: &dyn Fn(Message<()>)| {
        match loading.as_str() {
            "load" => panic!("in the loader, with PRIVATE data"),
            // More than any machine has.
            "loader's memory" => drop(Vec::<u8>::with_capacity(isize::MAX as usize)),
            "slow" => thread::sleep(PATIENCE * 2),
            _ => {}
        }
        Some(())
    };
    let mut screen = Broken { fault, pressed: false, text: "all is well" };
    let ending = run(&mut screen, load, ScreenOptions::default()).unwrap();
    let code = if let Ending::Code(code) = ending { code } else { 101 };
    let _ = ending.exit_code(Lang::En);
    std::process::exit(code.into());
}

fn broken(fault: &str) -> Program {
    let mut command = plain(CommandBuilder::new(std::env::current_exe().unwrap()));
    command.args(["--ignored", "--exact", "--nocapture", "terminal::faults::broken_program"]);
    command.env(FAULT, fault);
    let program = Program::start(command);
    program.wait_for_frame();
    program
}

#[test]
fn case_47_a_panic_gives_the_terminal_back_and_says_one_line() {
    for fault in ["update", "draw"] {
        let mut program = broken(fault);
        program.press("x");
        program.assert_ended(101);
        program.wait_for("the line", |text| text.contains("stopped (faults.rs:"));
        program.assert_modes_restored();
        let text = program.written();
        let after = text.rsplit(LEAVE).next().unwrap();
        assert!(
            after.starts_with("\x1b[?25h\x1b[?2004l") && after.trim_end().lines().count() == 1,
            "{after:?}"
        );
        assert!(!text.contains("PRIVATE"));
    }
}

#[test]
fn case_47_a_panic_on_the_way_out_gives_the_terminal_back_too() {
    let mut program = broken("twice");
    program.press("x");
    assert_ne!(program.ended(), 0);
    program.wait_for("the terminal back", |text| text.contains(LEAVE));
    program.assert_modes_restored();
    assert!(!program.written().contains("PRIVATE"));
}

#[test]
fn case_47_a_panic_in_the_loader_is_news_and_no_end() {
    let mut program = broken("load");
    program.wait_for("the news", |text| {
        shown(text.rsplit(ENTER).next().unwrap(), 80, 24).contains("not loaded")
    });
    program.press("q");
    program.assert_ended(0);
    program.assert_restored();
}

#[test]
fn case_81_a_failed_allocation_gives_the_terminal_back() {
    let mut program = broken("memory");
    program.press("x");
    program.assert_ended(134);
    program.assert_restored();
    // Where the loop still runs it says why.
    let mut program = broken("loader's memory");
    program.assert_ended(134);
    program.wait_for("the line", |text| text.ends_with("giamngheo: out of memory, stopped\r\n"));
    program.assert_modes_restored();
}

#[test]
fn keys_and_signals_work_while_data_are_waited_for() {
    let mut program = broken("slow");
    program.press("q");
    program.assert_ended(0);
    program.assert_restored();
    let mut program = broken("slow");
    program.signal(Signal::TERM);
    program.assert_ended(143);
    program.assert_restored();
}

#[test]
fn a_signal_ends_a_program_that_does_not_listen() {
    let mut program = broken("stuck");
    program.press("x");
    thread::sleep(std::time::Duration::from_millis(300));
    program.signal(Signal::TERM);
    program.assert_ended(143);
    program.assert_restored();
}
