//! What leaves through standard output or into a file, and the exit code that goes with it.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{environment, interrupted};
use crate::cli::OutputFlags;
use crate::report::file::{self, Failure, Folders};
use crate::say;
use crate::source::patient::Patient;
use crate::source::{Fault, FileFault, Problem, fault};
use crate::text::{Lang, clean, plain};

/// Output could not be written (`EX_IOERR`).
const NOT_WRITTEN: u8 = 74;
/// Wrong usage, as clap has it.
const USAGE: u8 = 2;

/// Writes to the file asked for, or to standard output. A folder that is not there yet is made: the first file of a
/// unit is its folder's first too. None of the `inputs`, files and folders, is written over.
pub fn deliver(lang: Lang, to: &OutputFlags, inputs: &[PathBuf], bytes: &[u8], code: u8) -> ExitCode {
    let Some(path) = to.path() else { return print(lang, bytes, code) };
    match write_with_folder(path, inputs, bytes, to.force) {
        Ok(()) => ExitCode::from(code),
        Err(failure) => not_written(lang, path, &failure),
    }
}

/// Writes a file, which none of the `inputs` may be, into a folder that is made where it is not there.
pub fn write_with_folder(path: &Path, inputs: &[PathBuf], bytes: &[u8], force: bool) -> Result<(), Failure> {
    interrupted::listen();
    // They go again where the file is not written.
    let folders = path.parent().map_or_else(|| Ok(Folders::default()), Folders::make);
    let made = folders.map_err(Failure::System)?;
    write(path, inputs, bytes, force).map(|()| made.keep())
}

/// May a file stand there, as far as what stands there now tells?
pub fn may_write(path: &Path, inputs: &[PathBuf], force: bool) -> Result<(), Failure> {
    if file::is_read(path, inputs) { Err(Failure::IsRead) } else { file::refuse_existing(path, force) }
}

/// Writes a file, which none of the `inputs` may be.
pub fn write(path: &Path, inputs: &[PathBuf], bytes: &[u8], force: bool) -> Result<(), Failure> {
    interrupted::listen();
    if file::is_read(path, inputs) { Err(Failure::IsRead) } else { file::write(path, bytes, force) }
}

/// Says why a file was not written.
pub fn not_written(lang: Lang, path: &Path, failure: &Failure) -> ExitCode {
    say(&format!("{}: {}", clean::visible(&path.to_string_lossy()), failure.say(lang)));
    ExitCode::from(NOT_WRITTEN)
}

/// Writes to standard output; a reader that stops early (`| head`) is fine.
pub fn print(lang: Lang, bytes: &[u8], code: u8) -> ExitCode {
    let bytes = spelt(bytes, io::stdout().is_terminal());
    let mut out = Patient(io::stdout().lock());
    match out.write_all(&bytes).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::from(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(code),
        Err(error) => complain(lang, &error),
    }
}

/// Why bytes that are nothing for a terminal would go to one: `what` needs a file of that ending, or a pipe.
pub fn needs_file(lang: Lang, to: &OutputFlags, what: &str, ending: &str) -> Option<String> {
    let is_lost = to.path().is_none() && io::stdout().is_terminal();
    is_lost.then(|| {
        say!(lang, "{what} cần -o TỆP{ending} hoặc một đường ống", "{what} needs -o FILE{ending} or a pipe"; what, ending)
            .text()
    })
}

/// Says why the output could not be written.
pub fn complain(lang: Lang, error: &io::Error) -> ExitCode {
    say(&file::system(lang, error));
    ExitCode::from(NOT_WRITTEN)
}

/// Says what is wrong with what was asked for.
pub fn refuse(words: &str) -> ExitCode {
    say(words);
    ExitCode::from(USAGE)
}

/// A line on standard error.
pub fn say(words: &str) {
    tell(&format!("giamngheo: {words}\n"));
}

/// Faults that are told in full, those of ten files or more of a folder: of each the last counts what it has besides.
const IN_FULL: usize = 10 * (fault::MOST + 1);

/// Why files are refused: each fault with its line, and a caret under the place. Of a folder of thousands, after those of
/// the first files, the first fault of each and how many more there are.
pub fn say_faults(lang: Lang, faults: &[Fault]) {
    let (in_full, others) = faults.split_at(faults.len().min(IN_FULL));
    for fault in in_full {
        say_with_line(fault, &told(lang, fault));
    }
    let begun = in_full.last().map(|last| &last.file);
    let firsts = others.chunk_by(|a, b| a.file == b.file).filter(|of_file| Some(&of_file[0].file) != begun);
    let firsts: Vec<&Fault> = firsts.map(|of_file| &of_file[0]).collect();
    for fault in &firsts {
        say(&told(lang, fault));
    }
    let more = others.len() - firsts.len();
    if more > 0 {
        let more = say!(lang, "còn {more} lỗi khác (xem từng tệp: giamngheo check TỆP)",
            "{more} more faults (of one file: giamngheo check FILE)"; more);
        say(&more.text());
    }
}

/// The same of a file that is no snapshot yet.
pub fn say_fault_of_input(lang: Lang, fault: &Fault) {
    say_with_line(fault, &told_of_input(lang, fault));
}

fn say_with_line(fault: &Fault, words: &str) {
    say(words);
    fault.drawn().iter().for_each(|line| tell(&format!("{line}\n")));
}

/// A fault in words; of a path that is not there also what to do.
pub fn told(lang: Lang, fault: &Fault) -> String {
    let said = fault.say(lang);
    match fault.what {
        Problem::File(FileFault::Missing) => say!(lang,
            "{said} (xem lại tên tệp: ls; lập tệp mới: giamngheo new -o TỆP.json)",
            "{said} (look at the names: ls; make a new file: giamngheo new -o FILE.json)"; said)
        .text(),
        Problem::File(FileFault::NoFolder) => {
            say!(lang, "{said} (xem lại tên thư mục: ls)", "{said} (look at the names: ls)"; said).text()
        }
        _ => said,
    }
}

/// A fault of a file that is no snapshot yet, in words: a new snapshot is no help where that one is missing.
fn told_of_input(lang: Lang, fault: &Fault) -> String {
    if fault.what != Problem::File(FileFault::Missing) {
        return told(lang, fault);
    }
    let said = fault.say(lang);
    say!(lang, "{said} (xem lại tên tệp: ls)", "{said} (look at the names: ls)"; said).text()
}

/// The one door of all that is said there, whoever made the words: a name, a library, the system.
fn tell(words: &str) {
    let lines = words.split('\n').map(clean::visible).collect::<Vec<_>>().join("\n");
    let words = spelt(lines.as_bytes(), io::stderr().is_terminal());
    // Nobody is left to tell when standard error is gone.
    let _ = Patient(io::stderr().lock()).write_all(&words);
}

/// The bytes as they are; for a terminal of another charset in ASCII. Files and pipes are always UTF-8.
fn spelt(bytes: &[u8], is_terminal: bool) -> Cow<'_, [u8]> {
    match str::from_utf8(bytes) {
        Ok(text) if is_terminal && !environment::is_utf8() => plain::ascii(text).into_bytes().into(),
        _ => bytes.into(),
    }
}
