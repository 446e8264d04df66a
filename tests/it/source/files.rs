//! Files, folders, pipes and standard input: what is found, and why something is not.
use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use giamngheo::source::gather::gather_from;
use giamngheo::source::identity::deduplicate;
use giamngheo::source::{Limits, LoadResult, Remark, gather, single};
use giamngheo::text::Lang;

use super::{is_forbidden, with};
use crate::folder::Folder;

fn all(paths: &[impl AsRef<Path>]) -> LoadResult {
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.as_ref().to_owned()).collect();
    gather(&paths, &Limits::default())
}

/// The names of the files read.
fn names(gathered: &LoadResult) -> Vec<String> {
    let name = |file: &str| file.rsplit('/').next().unwrap_or_default().to_owned();
    gathered.readings.iter().map(|gained| name(&gained.file)).collect()
}

/// The reason for which the one thing named is refused.
fn reason(path: &str) -> String {
    let gathered = all(&[path]);
    assert!(gathered.readings.is_empty() && gathered.refused.len() == 1, "{gathered:?}");
    let fault = &gathered.refused[0].faults[0];
    for lang in [Lang::Vi, Lang::En] {
        let said = fault.say(lang);
        assert!(!said.chars().any(is_forbidden) && said.chars().count() <= 300, "{said:?}");
    }
    fault.say(Lang::Vi).rsplit(": ").next().unwrap_or_default().to_owned()
}

#[test]
fn case_34_a_folder_gives_its_snapshots_by_name_and_nothing_else() {
    let folder = Folder::new("folder");
    for name in ["b.json", "a.json", ".hidden.json", "c.json~", ".a.json.swp", "notes.txt", "json"] {
        folder.write(name, &with(""));
    }
    fs::create_dir(folder.at("sub.json")).unwrap();
    fs::create_dir(folder.at("sub")).unwrap();
    folder.write("sub/d.json", &with(""));
    let found = all(&[&folder.0]);
    assert_eq!(names(&found), ["a.json", "b.json"]);
    assert!(found.refused.is_empty() && found.notes.is_empty());
}

#[test]
fn a_bad_file_never_hides_the_good_ones() {
    let folder = Folder::new("bad");
    folder.write("a.json", &with(""));
    folder.write("b.json", "{");
    folder.write("c.json", &with(""));
    let missing = folder.at("none.json");
    let found = all(&[&missing, &folder.0]);
    assert_eq!(names(&found), ["a.json", "c.json"]);
    assert_eq!(found.refused.len(), 2);
    assert!(found.refused[0].file.ends_with("none.json") && found.refused[1].file.ends_with("b.json"));
    assert_eq!(found.refused[1].path, Some(folder.at("b.json").into()));
}

#[test]
fn case_27_case_79_each_reason_has_its_own_words() {
    let folder = Folder::new("reasons");
    let file = folder.write("a.json", &with(""));
    fs::create_dir(folder.at("empty")).unwrap();
    fs::create_dir(folder.at("sheets")).unwrap();
    fs::write(folder.at("sheets/mau.xlsx"), "PK").unwrap();
    symlink(folder.at("nowhere"), folder.at("dangling")).unwrap();
    symlink(folder.at("loop"), folder.at("loop")).unwrap();
    let _socket = UnixListener::bind(folder.at("socket")).unwrap();
    let cases = [
        (folder.at("none"), "không có tệp này"),
        (String::new(), "tên tệp để trống"),
        (folder.at("dangling"), "liên kết trỏ tới tệp không còn"),
        (folder.at("loop"), "liên kết vòng tròn"),
        (folder.at("sheets"), "giamngheo import THƯ-MỤC -o SO-LIEU.json"),
        (folder.at("empty"), "thư mục không có tệp .json nào"),
        (format!("{file}/b.json"), "một thư mục trên đường dẫn lại là tệp"),
        (folder.at(&"n".repeat(300)), "tên tệp quá dài"),
        (folder.at("socket"), "không phải tệp, thư mục hay ống dẫn"),
        ("/dev/zero".to_owned(), "không phải tệp, thư mục hay ống dẫn"),
        ("/dev/null".to_owned(), "không phải tệp, thư mục hay ống dẫn"),
        (folder.at("a\u{1b}[2J\u{202e}.json"), "không có tệp này"),
    ];
    for (path, words) in cases {
        assert_eq!(reason(&path), words, "{path:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_shown_all_the_same() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new("bytes");
    let path = Path::new(&folder.0).join(OsStr::from_bytes(b"a\xff.json"));
    fs::write(&path, with("")).unwrap();
    assert_eq!(names(&all(&[&path])), ["a\u{fffd}.json"]);
}

#[test]
fn case_28_what_may_not_be_read_says_so() {
    let folder = Folder::new("closed");
    let file = folder.write("a.json", &with(""));
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&file).is_ok() {
        // The administrator may read anything; there is nothing to be seen then.
        return;
    }
    assert_eq!(reason(&file), "không có quyền đọc");
    fs::create_dir(folder.at("b")).unwrap();
    folder.write("b/c.json", &with(""));
    fs::set_permissions(folder.at("b"), fs::Permissions::from_mode(0o000)).unwrap();
    assert_eq!(reason(&folder.at("b")), "không có quyền đọc");
    assert_eq!(reason(&folder.at("b/c.json")), "không có quyền đọc");
    fs::set_permissions(folder.at("b"), fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn case_19_one_file_under_two_names_is_read_once() {
    let folder = Folder::new("twice");
    let file = folder.write("a.json", &with(""));
    fs::hard_link(&file, folder.at("b.json")).unwrap();
    symlink(&file, folder.at("c.json")).unwrap();
    let found = all(&[&file, &file, &folder.0]);
    assert_eq!(names(&found), ["a.json"]);
    assert_eq!(found.notes.len(), 4);
    assert!(
        found
            .notes
            .iter()
            .all(|note| matches!(&note.what, Remark::SameFile { first } if first.ends_with("a.json")))
    );
}

#[test]
fn a_link_in_a_folder_is_followed_and_said() {
    let (folder, other) = (Folder::new("link"), Folder::new("link-to"));
    symlink(other.write("x.json", &with("")), folder.at("a.json")).unwrap();
    let found = all(&[&folder.0]);
    assert_eq!(names(&found), ["a.json"]);
    assert_eq!(found.notes[0].what, Remark::Link);
}

#[test]
fn case_29_a_pipe_that_is_named_is_read_to_its_end() {
    let folder = Folder::new("pipe");
    let pipe = folder.at("p");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let to = pipe.clone();
    let writer = std::thread::spawn(move || {
        fs::OpenOptions::new().write(true).open(to).unwrap().write_all(with("").as_bytes())
    });
    assert_eq!(names(&all(&[&pipe])), ["p"]);
    writer.join().unwrap().unwrap();
    // In a folder nobody named it: it would be waited for without anybody knowing.
    fs::rename(&pipe, folder.at("p.json")).unwrap();
    assert_eq!(reason(&folder.0), "ống dẫn trong thư mục không được đọc, hãy nêu tên nó ở dòng lệnh");
}

#[test]
fn standard_input_is_named_by_a_dash_and_read_once() {
    let limits = Limits::default();
    let text = with("");
    let paths = [PathBuf::from("-"), PathBuf::from("-")];
    let found = gather_from(&paths, &limits, Some(&mut text.as_bytes()));
    assert_eq!(names(&found), ["-"]);
    assert!(found.refused.is_empty());
    let found = gather_from(&paths[..1], &limits, None);
    assert!(found.refused[0].faults[0].say(Lang::Vi).contains("đầu vào chuẩn là bàn phím"));
}

#[test]
fn case_19_two_files_of_one_unit_and_day_are_both_refused_unless_they_say_the_same() {
    let folder = Folder::new("same");
    folder.write("a.json", &with("\"households\": 10"));
    folder.write("b.json", &with("\"households\": { \"value\": 10 }, \"x_a\": 1"));
    let found = deduplicate(all(&[&folder.0]));
    assert_eq!(names(&found), ["a.json"]);
    assert!(matches!(&found.notes[0].what, Remark::SameContent { first } if first.ends_with("a.json")));
    folder.write("c.json", &with("\"households\": 11"));
    folder.write("d.json", &with("\"households\": 11, \"standard\": { \"id\": \"s\" }"));
    folder.write("e.json", &with("").replace("2022-12-31", "2021-12-31"));
    let found = deduplicate(all(&[&folder.0]));
    assert_eq!(names(&found), ["d.json", "e.json"]);
    let said: Vec<String> = found.refused.iter().map(|refusal| refusal.faults[0].say(Lang::Vi)).collect();
    assert_eq!(said.len(), 3);
    assert!(
        said[0].contains("a.json:4:12: as_of: cùng đơn vị, chuẩn và ngày với ") && said[0].contains("c.json")
    );
    assert!(said[2].contains("a.json, ") && said[2].ends_with("b.json"), "{}", said[2]);
}

#[test]
fn case_10_sizes_are_bounded_before_and_while_reading() {
    let folder = Folder::new("big");
    let file = folder.at("a.json");
    fs::File::create(&file).unwrap().set_len(1 << 40).unwrap();
    let begun = Instant::now();
    assert_eq!(reason(&file), "tệp quá lớn (giới hạn 64 MiB)");
    assert!(begun.elapsed() < Duration::from_millis(100));
    let limits = Limits { file: 1000, total: 1500 };
    let endless = gather_from(&[PathBuf::from("-")], &limits, Some(&mut std::io::repeat(b' ')));
    assert!(endless.refused[0].faults[0].say(Lang::Vi).contains("quá lớn (giới hạn 1000 byte)"));
}

/// The bytes that this thread has read so far, of whatever.
#[cfg(target_os = "linux")]
fn read_so_far() -> u64 {
    let told = fs::read_to_string("/proc/thread-self/io").unwrap();
    told.lines().find_map(|line| line.strip_prefix("rchar: ")?.parse().ok()).unwrap()
}

/// What makes a new file from one looks at its size too.
#[cfg(target_os = "linux")]
#[test]
fn case_10_a_single_file_that_is_too_big_is_not_read() {
    let folder = Folder::new("single");
    let file = folder.at("a.json");
    for size in [1 << 40, (64 << 20) + 1] {
        fs::File::create(&file).unwrap().set_len(size).unwrap();
        let before = read_so_far();
        let said = single::bytes_of(Path::new(&file), &Limits::default()).unwrap_err().say(Lang::Vi);
        assert!(said.ends_with("tệp quá lớn (giới hạn 64 MiB)"), "{said}");
        assert!(read_so_far() - before < 10_000, "{} bytes", read_so_far() - before);
    }
}

/// As a file that grows while it is read: the system gives this one a size of nothing, and many times the limit.
#[cfg(target_os = "linux")]
#[test]
fn case_10_a_file_that_gives_more_than_its_size_is_not_read_to_its_end() {
    const ENDLESS: &str = "/proc/self/smaps";
    let limits = Limits { file: 1000, total: 10_000 };
    let size = fs::metadata(ENDLESS).unwrap().len();
    let given = fs::read(ENDLESS).unwrap().len();
    assert!(size == 0 && given > 20_000, "{size}, {given}");
    let folder = Folder::new("more");
    symlink(ENDLESS, folder.at("a.json")).unwrap();
    for path in [ENDLESS, &folder.0] {
        let before = read_so_far();
        let found = gather(&[PathBuf::from(path)], &limits);
        let read = read_so_far() - before;
        assert_eq!((found.readings.len(), found.refused.len()), (0, 1));
        let said = found.refused[0].faults[0].say(Lang::Vi);
        assert!(said.ends_with("tệp quá lớn (giới hạn 1000 byte)"), "{said}");
        // What the system is asked for is counted too.
        assert!(read < 5 * limits.file, "{path}: {read} bytes of {given}");
    }
    let before = read_so_far();
    let said = single::text_of(Path::new(ENDLESS), &limits).unwrap_err().say(Lang::Vi);
    assert!(said.ends_with("tệp quá lớn (giới hạn 1000 byte)"), "{said}");
    assert!(read_so_far() - before < 5 * limits.file);
    // Where less is left for all files than for one, that is what bounds it.
    let less = Limits { file: 1000, total: 500 };
    let found = gather(&[PathBuf::from(ENDLESS)], &less);
    assert!(found.refused[0].faults[0].say(Lang::Vi).ends_with("cộng lại quá lớn (giới hạn 500 byte)"));
}

#[test]
fn case_34_all_files_together_are_bounded() {
    let folder = Folder::new("total");
    for name in ["a.json", "b.json", "c.json"] {
        folder.write(name, &format!("{}{}", with(""), " ".repeat(600)));
    }
    let limits = Limits { file: 1000, total: 1700 };
    let found = gather(&[PathBuf::from(&folder.0)], &limits);
    assert_eq!(names(&found), ["a.json", "b.json"]);
    assert!(
        found.refused[0].faults[0].say(Lang::Vi).ends_with("các tệp cộng lại quá lớn (giới hạn 1700 byte)")
    );
}
