//! Files: whole or not at all, for their owner only, never over something that was not meant.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use super::{Folder, exists, run};

fn code(args: &[&str]) -> Option<i32> {
    run(args).status.code()
}

#[test]
fn the_ending_decides() {
    let folder = Folder::new("endings");
    let begins = |name: &str, more: &[&str]| {
        let path = folder.at(name);
        let args: Vec<&str> = ["report", "-o", &path].iter().chain(more).copied().collect();
        assert_eq!(code(&args), Some(0), "{name}");
        fs::read(&path).unwrap()[..4].to_vec()
    };
    assert_eq!(begins("a.html", &[]), b"<!DO");
    assert_eq!(begins("a.XLSX", &[]), b"PK\x03\x04");
    assert_eq!(begins("a.md", &[]), "# Qu".as_bytes());
    assert_eq!(begins("a.csv", &[])[..3], [0xEF, 0xBB, 0xBF]);
    assert_eq!(begins("a.json", &[]), b"{\n  ");
    assert_eq!(
        begins("b.2022", &["--format", "html"]),
        b"<!DO",
        "an ending of no format leaves it to the name"
    );
    let pdf = folder.at("a.pdf");
    assert_eq!(code(&["report", "-o", &pdf]), Some(2));
    assert!(!exists(&pdf));
}

#[test]
fn a_file_is_for_its_owner_and_nothing_else_is_left() {
    let folder = Folder::new("owner");
    assert_eq!(code(&["report", "-o", &folder.at("a.txt")]), Some(0));
    let found = fs::metadata(folder.at("a.txt")).unwrap();
    assert_eq!(found.permissions().mode() & 0o777, 0o600);
    assert_eq!(folder.names(), ["a.txt"]);
}

#[test]
fn a_file_that_is_there_stays_unless_force_is_said() {
    let folder = Folder::new("force");
    let path = folder.write("a.txt", "mine");
    let refused = run(&["report", "-o", &path, "--lang", "vi"]);
    assert_eq!(refused.status.code(), Some(74));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("--force"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    let before = fs::metadata(&path).unwrap().ino();
    assert_eq!(code(&["report", "-o", &path, "--force"]), Some(0));
    assert!(
        fs::read_to_string(&path).unwrap().contains("1.118") || fs::metadata(&path).unwrap().ino() != before
    );
    assert_eq!(folder.names(), ["a.txt"]);
}

#[test]
fn links_folders_and_devices_are_not_written_to() {
    let folder = Folder::new("links");
    let target = folder.write("secret.txt", "mine");
    let link = folder.at("link.txt");
    symlink(&target, &link).unwrap();
    symlink(folder.at("nowhere"), folder.at("dangling.txt")).unwrap();
    let inner = folder.at("inner");
    fs::create_dir(&inner).unwrap();
    for path in [&link, &folder.at("dangling.txt"), &inner, "/dev/null"] {
        assert_eq!(code(&["report", "-o", path, "--force"]), Some(74), "{path}");
    }
    assert_eq!(fs::read_to_string(&target).unwrap(), "mine");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink() && !exists(&folder.at("nowhere")));
    assert_eq!(folder.names(), ["dangling.txt", "inner", "link.txt", "secret.txt"]);
}

#[test]
fn case_35_where_nothing_can_be_written_nothing_is_left() {
    let folder = Folder::new("nowhere");
    let file = folder.write("file", "");
    assert_eq!(code(&["report", "-o", &format!("{file}/a.txt")]), Some(74));
    // A name too long for a file is found out only when it is put in its place.
    assert_eq!(code(&["report", "-o", &folder.at(&"a".repeat(300))]), Some(74));
    assert_eq!(folder.names(), ["file"]);
    // The kernel's own folder takes no file from anybody, root too.
    assert_eq!(code(&["report", "-o", "/proc/a.txt"]), Some(74));
}

/// The first file of a unit is its folder's first too.
#[test]
fn a_folder_that_is_not_there_is_made() {
    let folder = Folder::new("made");
    assert_eq!(code(&["new", "-o", &folder.at("quan/nam/2022.json")]), Some(0));
    assert!(fs::metadata(folder.at("quan/nam/2022.json")).is_ok());
}

/// Anybody but root: the rights of a folder say no.
#[test]
fn a_folder_without_the_right_to_write() {
    let folder = Folder::new("rights");
    fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o555)).unwrap();
    let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
    let wanted = if is_root { 0 } else { 74 };
    assert_eq!(code(&["report", "-o", &folder.at("a.txt")]), Some(wanted));
    fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(folder.names().len(), usize::from(is_root));
}

#[test]
fn a_refused_file_fails_the_report_and_the_others_are_written() {
    let folder = Folder::new("refused");
    let bad = folder.write("bad.json", "{");
    let good = folder.write("good.json", include_str!("../../../sample-data/2022-12-31.json"));
    let path = folder.at("a.txt");
    assert_eq!(code(&["report", "-o", &path, &good, &bad]), Some(1));
    assert!(fs::read_to_string(&path).unwrap().contains("1.429"));
    let nothing = folder.at("b.txt");
    assert_eq!(code(&["report", "-o", &nothing, &bad]), Some(1));
    assert!(!exists(&nothing));
}
