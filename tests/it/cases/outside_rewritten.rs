//! A file that is written in place, piece by piece, while it is shown: what is half of it is never told as a fault, on a
//! real screen. `.ci/outside` runs these: the writing takes seconds.

use std::fs;
use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

use super::outside::skip;
use super::outside_watched::{LATER, WARDS, beside_each_other, district, has_rows, soon, started};
use crate::folder::Folder;
use crate::terminal::pty::{PATIENCE, Program, giamngheo};

/// All pictures that `text` draws on the way, each once.
fn pictures(text: &str) -> Vec<String> {
    let mut parser = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
    let mut pictures: Vec<String> = Vec::new();
    for piece in text.split_inclusive('\x1b') {
        parser.process(piece.as_bytes());
        let picture = parser.screen().contents();
        if pictures.last() != Some(&picture) {
            pictures.push(picture);
        }
    }
    pictures
}

/// Whatever says that something cannot be read.
const OF_A_FAULT: [&str; 6] =
    ["Đang hiện số", "lỗi", "Không đọc", "từ chối", "Thiếu số liệu", "không có tệp"];

fn assert_no_fault(program: &Program, what: &str) {
    for picture in pictures(&program.written()) {
        let told = OF_A_FAULT.iter().find(|words| picture.contains(**words));
        assert!(told.is_none(), "{what}: {told:?} on\n{picture}");
    }
}

/// A slower writer is one that stopped, and what it left is a fault.
const LONGEST_PAUSE: Duration = Duration::from_millis(400);

/// Writes a file in place, in so many pieces a tenth of a second apart, and does something in the middle of it; says
/// whether no pause became too long.
fn written_in_pieces(file: &str, text: &str, pieces: usize, mut in_the_middle: impl FnMut()) -> bool {
    let mut open = fs::File::options().write(true).truncate(true).open(file).unwrap();
    let (mut last, mut longest) = (Instant::now(), Duration::ZERO);
    for (number, piece) in text.as_bytes().chunks(text.len().div_ceil(pieces)).enumerate() {
        if number == pieces / 2 {
            in_the_middle();
        }
        thread::sleep(Duration::from_millis(100));
        open.write_all(piece).unwrap();
        longest = longest.max(last.elapsed());
        last = Instant::now();
    }
    longest < LONGEST_PAUSE
}

/// Tries it until the machine has kept up with the writing.
fn undisturbed(mut attempt: impl FnMut() -> bool) {
    let until = Instant::now() + PATIENCE;
    while !attempt() {
        if Instant::now() > until {
            return skip("this machine has too much other work");
        }
    }
}

#[test]
#[ignore = "run by .ci/outside"]
fn case_32_a_file_that_is_rewritten_slowly_is_shown_whole_or_as_it_was() {
    // The longer ones take longer than anything is left alone.
    let ways = [
        ("ten pieces", 10, ""),
        ("many pieces", 30, ""),
        ("read anew meanwhile", 10, "r"),
        ("many, read anew", 30, "r"),
    ];
    beside_each_other(&ways, |(what, pieces, keys)| {
        undisturbed(|| {
            let folder = Folder::new("slowly");
            let file = folder.write("a.json", &district(&WARDS));
            let mut program = started(&file);
            if !written_in_pieces(&file, &district(&LATER), *pieces, || program.press(keys)) {
                return false;
            }
            soon(&program, what, |screen| has_rows(screen, &LATER));
            program.wait_for_calm();
            assert_no_fault(&program, what);
            true
        });
    });
}

/// Who begins to look in the middle of it waits for the end of it.
#[test]
#[ignore = "run by .ci/outside"]
fn case_32_a_file_that_is_half_written_when_the_program_begins() {
    beside_each_other(&[("ten pieces", 10), ("many pieces", 30)], |(what, pieces)| {
        undisturbed(|| {
            let folder = Folder::new("begins");
            let file = folder.write("a.json", "");
            let mut program = None;
            let begin = || {
                let mut command = giamngheo();
                command.args(["--lang", "vi", &file]);
                program = Some(Program::start(command));
            };
            if !written_in_pieces(&file, &district(&LATER), *pieces, begin) {
                return false;
            }
            let mut program = program.unwrap();
            soon(&program, what, |screen| screen.contains("Quận 6"));
            program.press("2");
            soon(&program, what, |screen| has_rows(screen, &LATER));
            assert_no_fault(&program, what);
            true
        });
    });
}
