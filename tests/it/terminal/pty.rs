//! A program in a pseudo-terminal, and what it wrote there.
use std::{
    io::{Read, Write},
    num::NonZeroU16,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use crate::program::BINARY;

/// Generous, as a test that waits for what comes anyway loses nothing; only a failure takes so long.
pub const PATIENCE: Duration = Duration::from_secs(30);

pub const ENTER: &str = "\x1b[?1049h";
pub const LEAVE: &str = "\x1b[?1049l";

/// The program under test, with an environment that is the same everywhere.
pub fn giamngheo() -> CommandBuilder {
    plain(CommandBuilder::new(BINARY))
}

/// A line for the shell, in which `"$0"` is the program under test.
pub fn shell(line: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", line, BINARY]);
    plain(command)
}

pub fn plain(mut command: CommandBuilder) -> CommandBuilder {
    for name in ["NO_COLOR", "LC_ALL", "LC_CTYPE", "ENV", "GIAMNGHEO_LANG", "GIAMNGHEO_THEME"] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    command
}

pub struct Program {
    pub child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    output: Arc<Mutex<Vec<u8>>>,
    modes_before: String,
    /// Kept open so that the modes can still be read when the program has gone.
    _slave: Box<dyn SlavePty + Send>,
}

impl Program {
    /// Starts `command` in a terminal of 80 × 24 and reads all it writes.
    pub fn start(command: CommandBuilder) -> Self {
        Self::sized(command, 80, 24)
    }

    pub fn sized(command: CommandBuilder, cols: u16, rows: u16) -> Self {
        let mut program = Self::unread(command, cols, rows);
        program.read();
        program
    }

    /// Starts `command` in a terminal that nobody reads, until [`Self::read`].
    pub fn unread(command: CommandBuilder, cols: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(cols, rows)).unwrap();
        let modes_before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let output = Arc::default();
        Self { child, master: pair.master, keyboard, output, modes_before, _slave: pair.slave }
    }

    /// Starts `command` in a terminal that nobody reads, and that takes nothing more after a while.
    pub fn blocked(command: CommandBuilder) -> Self {
        let program = Self::unread(command, 80, 24);
        for step in 0..30 {
            // Every size is a whole new picture: more than the terminal holds.
            thread::sleep(Duration::from_millis(30));
            program.resize(160 + step, 50);
        }
        program
    }

    pub fn read(&mut self) {
        let mut from = self.master.try_clone_reader().unwrap();
        let output = Arc::clone(&self.output);
        thread::spawn(move || {
            let mut room = [0; 4096];
            while let Ok(count @ 1..) = from.read(&mut room) {
                output.lock().unwrap().extend_from_slice(&room[..count]);
            }
        });
    }

    pub fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    pub fn resize(&self, cols: u16, rows: u16) {
        self.master.resize(size(cols, rows)).unwrap();
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    pub fn pid(&self) -> Pid {
        let pid = self.child.process_id().unwrap();
        Pid::from_raw(pid.try_into().unwrap()).unwrap()
    }

    /// All that was written so far, as text.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.output.lock().unwrap()).into_owned()
    }

    /// Waits until what was written fulfils `condition`.
    pub fn wait_for(&self, what: &str, condition: impl Fn(&str) -> bool) {
        wait(|| condition(&self.written()), || format!("{what}; written: {:?}", tail(&self.written())));
    }

    /// Waits until the program has drawn something.
    pub fn wait_for_frame(&self) {
        self.wait_for("a frame", |text| text.contains(ENTER) && text.contains("\x1b[?2026l"));
    }

    /// Waits until the built-in sample is on the screen and nothing more comes.
    pub fn wait_for_figures(&self) {
        self.wait_for("the figures", |text| text.contains("04/03/2023"));
        self.wait_for_calm();
    }

    /// Waits until nothing was written for a while.
    pub fn wait_for_calm(&self) {
        let mut length = usize::MAX;
        while self.written().len() != length {
            length = self.written().len();
            thread::sleep(Duration::from_millis(300));
        }
    }

    /// Waits for the end and gives the exit code.
    pub fn ended(&mut self) -> u32 {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < until, "still running; written: {:?}", tail(&self.written()));
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for the end, which must come with this exit code.
    pub fn assert_ended(&mut self, code: u32) {
        assert_eq!(self.ended(), code, "written: {:?}", tail(&self.written()));
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// The terminal's modes are what they were before the program began.
    pub fn assert_modes_restored(&self) {
        assert_eq!(modes(&*self.master), self.modes_before);
    }

    /// Waits until they are: the last words come before them.
    pub fn wait_for_modes(&self) {
        wait(|| modes(&*self.master) == self.modes_before, || "the modes from before".to_owned());
    }

    pub fn modes(&self) -> String {
        modes(&*self.master)
    }

    /// The terminal was given back whole: modes as before, nothing on that was switched on.
    pub fn assert_restored(&self) {
        self.wait_for("the terminal given back", |text| text.contains(LEAVE));
        self.assert_modes_restored();
        let text = self.written();
        for (on, off) in [(ENTER, LEAVE), ("\x1b[?25l", "\x1b[?25h"), ("\x1b[?2004h", "\x1b[?2004l")] {
            assert!(text.rfind(on) < text.rfind(off), "{on:?} stays on: {:?}", tail(&text));
        }
        let last = text.rsplit(LEAVE).next().unwrap();
        assert_eq!(last, "\x1b[?25h\x1b[?2004l", "nothing follows");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until `condition` holds, else fails saying `what` was waited for.
pub fn wait(condition: impl Fn() -> bool, what: impl Fn() -> String) {
    let until = Instant::now() + PATIENCE;
    while !condition() {
        assert!(Instant::now() < until, "waited in vain for {}", what());
        thread::sleep(Duration::from_millis(5));
    }
}

/// What a terminal of this size shows after `text`.
pub fn shown(text: &str, cols: u16, rows: u16) -> String {
    let cells = |count| NonZeroU16::new(count).expect("a size that can show something");
    let mut parser = vt100::Parser::new(cells(rows), cells(cols), 0);
    parser.process(text.as_bytes());
    parser.screen().contents()
}

fn tail(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters[letters.len().saturating_sub(300)..].iter().collect()
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
