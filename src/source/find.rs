//! From the words of the command line to the files that are to be read.

use std::fs;
use std::io;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::fs::FileType;

use super::fault::{Fault, FileFault};
use super::sample;
use crate::text::clean::clean;

/// Something that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file of the built-in sample.
    Sample {
        /// Its name.
        name: &'static str,
        /// What it says.
        text: &'static str,
    },
    /// Standard input, named `-`.
    Standard,
    /// A file or pipe that was named, or lies in a folder that was named.
    File {
        /// As it is opened.
        path: PathBuf,
        /// It was found in a folder, where only ordinary files are taken.
        in_folder: bool,
    },
}

/// The identity of a file on this machine: device and number. Two names of one file share it.
pub(super) type Identity = (u64, u64);

impl Input {
    /// The name in messages, without control letters.
    pub fn shown(&self) -> String {
        match self {
            Self::Sample { name, .. } => (*name).to_owned(),
            Self::Standard => "-".to_owned(),
            Self::File { path, .. } => shown(path),
        }
    }

    /// The path, where there is one that can be looked at again.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File { path, .. } => Some(path),
            Self::Sample { .. } | Self::Standard => None,
        }
    }
}

/// A path as it may be shown: letters that are no text are replaced, hidden ones taken out.
pub fn shown(path: &Path) -> String {
    clean(&path.to_string_lossy()).0
}

/// What `paths` name, in their order: files, the `*.json` directly inside folders by name, `-` for standard input.
/// No path at all means the built-in sample. What cannot be taken is refused with the reason.
pub fn inputs(paths: &[PathBuf]) -> Vec<Result<Input, Fault>> {
    if paths.is_empty() {
        return sample::FILES.iter().map(|(name, text)| Ok(Input::Sample { name, text })).collect();
    }
    paths.iter().flat_map(|path| of_path(path)).collect()
}

fn of_path(path: &Path) -> Vec<Result<Input, Fault>> {
    if path.as_os_str().is_empty() {
        return vec![Err(refused(path, FileFault::NoName))];
    }
    if path == Path::new("-") {
        return vec![Ok(Input::Standard)];
    }
    match fs::metadata(path) {
        Ok(what) if what.is_dir() => of_folder(path).unwrap_or_else(|fault| vec![Err(fault)]),
        Ok(_) => vec![Ok(Input::File { path: path.to_owned(), in_folder: false })],
        Err(error) => vec![Err(refused(path, reason(path, &error)))],
    }
}

/// The endings of what an import reads of a folder.
const WORKBOOKS: [&str; 6] = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv"];

/// Is that what an import reads of a folder? What a spreadsheet holds open or hides is not.
pub fn is_workbook_name(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    WORKBOOKS.contains(&ending.as_str()) && !name.starts_with(['~', '.'])
}

/// The workbooks and lists directly inside `folder`, hidden ones left out, by name; what has such a name and is no file that
/// can be read is refused, each by its reason: what it counts would be missing without a word.
///
/// # Errors
/// The folder cannot be read.
pub fn workbooks(folder: &Path) -> Result<Vec<Result<PathBuf, Fault>>, Fault> {
    let checked = |path: PathBuf| {
        let what = fs::metadata(&path).map_err(|error| reason(&path, &error));
        what.and_then(|what| check_kind(&what, true)).map_err(|why| refused(&path, why)).map(|()| path)
    };
    let is_one = |path: &PathBuf| is_workbook_name(path) && !path.is_dir();
    Ok(inside(folder)?.into_iter().filter(is_one).map(checked).collect())
}

/// All that lies directly inside `folder`, by name.
fn inside(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let unreadable = |error: io::Error| refused(folder, reason(folder, &error));
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let found = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<PathBuf>>>();
    let mut found = found.map_err(unreadable)?;
    found.sort();
    Ok(found)
}

/// The `*.json` directly inside `folder`, hidden ones left out, by name.
fn of_folder(folder: &Path) -> Result<Vec<Result<Input, Fault>>, Fault> {
    let mut found = Vec::new();
    let mut has_workbook = false;
    for path in inside(folder)? {
        if is_snapshot_name(&path) && !path.is_dir() {
            found.push(path);
        } else {
            has_workbook |= is_workbook_name(&path) && path.is_file();
        }
    }
    if found.is_empty() {
        let what = if has_workbook { FileFault::FolderOfWorkbooks } else { FileFault::EmptyFolder };
        return Err(refused(folder, what));
    }
    Ok(found.into_iter().map(|path| Ok(Input::File { path, in_folder: true })).collect())
}

/// `*.json`, not hidden; `a.json~` and `.a.json.swp` are an editor's. One answer for reading and for watching: a file
/// that is read and not watched would stay as it was first read.
pub(super) fn is_snapshot_name(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// Whether a thing of this kind is read: files, and pipes where they were named themselves. A device may have no
/// end, or be the keyboard.
pub(super) fn check_kind(what: &fs::Metadata, in_folder: bool) -> Result<(), FileFault> {
    let kind = what.file_type();
    match (kind.is_fifo(), in_folder) {
        // What lies in a folder is read again and again, and a pipe is read once.
        (true, true) => Err(FileFault::PipeInFolder),
        (true, false) => Ok(()),
        (false, _) if kind.is_file() => Ok(()),
        (false, _) => Err(FileFault::Device),
    }
}

/// Is it a pipe: read once, and perhaps waited for?
pub(super) fn is_pipe(what: &fs::Metadata) -> bool {
    what.file_type().is_fifo()
}

/// Is something for us on standard input, though nobody named it: a pipe, a socket as servers hand it over, or a file that
/// the shell opened?
pub fn is_given() -> bool {
    let kind = rustix::fs::fstat(rustix::stdio::stdin()).map(|found| FileType::from_raw_mode(found.st_mode));
    matches!(kind, Ok(FileType::Fifo | FileType::Socket | FileType::RegularFile))
}

/// What stands for standard input among the files seen: a pipe has other names too (`/dev/stdin`); of what has none, a
/// number that no file has.
pub(super) fn standard() -> Identity {
    let found = rustix::fs::fstat(rustix::stdio::stdin()).ok();
    let pipe = found.filter(|found| FileType::from_raw_mode(found.st_mode) == FileType::Fifo);
    pipe.map_or((u64::MAX, u64::MAX), |pipe| (pipe.st_dev, pipe.st_ino))
}

pub(super) fn identity(what: &fs::Metadata) -> Identity {
    (what.dev(), what.ino())
}

pub(super) fn refused(path: &Path, why: FileFault) -> Fault {
    Fault::new(None, "", why).in_file(&shown(path))
}

/// Why `path` could not be looked at or opened.
pub(super) fn reason(path: &Path, error: &io::Error) -> FileFault {
    match error.kind() {
        io::ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => FileFault::DanglingLink,
        io::ErrorKind::NotFound if path.as_os_str().as_encoded_bytes().ends_with(b"/") => FileFault::NoFolder,
        io::ErrorKind::NotFound => FileFault::Missing,
        io::ErrorKind::PermissionDenied => FileFault::NoPermission,
        io::ErrorKind::NotADirectory => FileFault::NotAFolder,
        io::ErrorKind::InvalidFilename => FileFault::LongName,
        // The kind of a link loop has no stable name yet.
        _ if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) => FileFault::LinkLoop,
        _ => FileFault::System { number: error.raw_os_error() },
    }
}
