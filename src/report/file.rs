//! A file that is written whole or not at all: beside its place under another name, then put there in one step.

mod under_way;

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FileType, RenameFlags, renameat_with};
use rustix::process::{Resource, getrlimit};

use crate::say;
use crate::text::Lang;
use under_way::UnderWay;

pub use under_way::{Folders, abandon};

/// Why a file was not written.
#[derive(Debug)]
pub enum Failure {
    /// There is one of that name already.
    Exists,
    /// What stands there is no plain file: a folder, a link, a device.
    NoFile,
    /// It is one of the files that are read.
    IsRead,
    /// The system's own reason.
    System(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::AlreadyExists { Self::Exists } else { Self::System(error) }
    }
}

impl Failure {
    /// The reason in words.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Exists => {
                lang.pick("tệp đã có; thêm --force để ghi đè", "the file exists; --force replaces it")
            }
            Self::NoFile => lang.pick(
                "ở đó là thư mục, liên kết hay thiết bị, không ghi đè",
                "a folder, link or device stands there and is not replaced",
            ),
            Self::IsRead => lang.pick(
                "là tệp đang được đọc: ghi vào tên khác",
                "it is one of the files that are read: give another name",
            ),
            Self::System(error) => return system(lang, error),
        }
        .to_owned()
    }
}

/// The system's reasons that an officer meets, in words; any other as the system has it.
pub fn system(lang: Lang, error: &io::Error) -> String {
    let (vi, en) = match error.kind() {
        io::ErrorKind::NotFound => ("không có thư mục đó", "no such folder"),
        io::ErrorKind::PermissionDenied => ("không có quyền ghi ở đó", "no right to write there"),
        io::ErrorKind::OutOfMemory => {
            ("không đủ bộ nhớ để lập báo cáo", "not enough memory to make the report")
        }
        io::ErrorKind::StorageFull => ("hết chỗ trên đĩa", "the disk is full"),
        io::ErrorKind::QuotaExceeded => ("hết hạn mức đĩa được cấp", "the disk quota is used up"),
        io::ErrorKind::FileTooLarge => (
            "tệp lớn hơn giới hạn của máy (ulimit -f)",
            "the file is larger than the system allows (ulimit -f)",
        ),
        io::ErrorKind::ReadOnlyFilesystem => ("đĩa chỉ cho đọc", "the disk is read-only"),
        io::ErrorKind::InvalidFilename => ("tên tệp quá dài", "the file name is too long"),
        io::ErrorKind::NotADirectory => ("đường dẫn không phải thư mục", "the path is no folder"),
        _ => {
            let number = error.raw_os_error().map(|number| number.to_string());
            return say!(lang, "lỗi hệ thống[ số {number}]", "system error[ {number}]"; number).text();
        }
    };
    lang.pick(vi, en).to_owned()
}

/// Writes a file that only its owner can read. Without `force` nothing that stands there is replaced; with it a plain
/// file is, never a link or a device. When anything fails, nothing is left behind.
pub fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    refuse_existing(path, force)?;
    refuse_too_large(bytes.len())?;
    let name = path.file_name().ok_or(Failure::NoFile)?;
    let folder = folder_of(path);
    let (mut file, under_way) = UnderWay::file(folder)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    put(&under_way.path, &folder.join(name), force)?;
    Ok(())
}

/// Do two paths name one file, there already or not yet?
pub fn is_same(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| Some((folder_of(path).canonicalize().ok()?, path.file_name()?.to_owned()));
    one == other
        || identity(one).is_some_and(|own| identity(other) == Some(own))
        || place(one).is_some_and(|own| place(other) == Some(own))
}

/// What tells a file from all others, whatever their names.
fn identity(path: &Path) -> Option<(u64, u64)> {
    fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Is what stands at a path one of the files that are read, or one in a folder that is read? Whatever their names.
pub fn is_read(path: &Path, inputs: &[PathBuf]) -> bool {
    let Some(own) = identity(path) else { return false };
    let is_json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    inputs
        .iter()
        .filter_map(|input| identity(input))
        .chain(of_standard_input())
        .any(|input| input == own || (is_json && identity(folder_of(path)) == Some(input)))
}

/// What a shell opened for us to read may be a file as well. A device holds nothing that could be written over.
fn of_standard_input() -> Option<(u64, u64)> {
    let found = rustix::fs::fstat(rustix::stdio::stdin()).ok()?;
    let is_file = FileType::from_raw_mode(found.st_mode) == FileType::RegularFile;
    is_file.then_some((found.st_dev, found.st_ino))
}

/// May what stands there be replaced?
pub fn refuse_existing(path: &Path, force: bool) -> Result<(), Failure> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => Err(Failure::NoFile),
        Ok(_) if !force => Err(Failure::Exists),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// A file larger than this process may write would cost a signal, which ends a program on the screen.
fn refuse_too_large(size: usize) -> io::Result<()> {
    let limit = getrlimit(Resource::Fsize).current;
    let fits = limit.is_none_or(|limit| u64::try_from(size).is_ok_and(|size| size <= limit));
    if fits { Ok(()) } else { Err(rustix::io::Errno::FBIG.into()) }
}

/// One step from the name under way to the right one; without `force` only where nothing stands by now.
fn put(from: &Path, to: &Path, force: bool) -> io::Result<()> {
    if force {
        return fs::rename(from, to);
    }
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // A file system that cannot look and put in one step: a link fails where something stands.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => fs::hard_link(from, to),
        other => other.map_err(io::Error::from),
    }
}
