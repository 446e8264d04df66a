//! A folder of workbooks, and where what is made of them goes.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use super::{refusal, run, workbook};
use crate::folder::Folder;
use crate::terminal::pty::{Program, shell};

/// A folder with a workbook that can be read.
fn folder_of_one() -> Folder {
    let folder = Folder::new("import-folder");
    fs::copy(workbook("ward-1.xlsx"), folder.at("a.xlsx")).unwrap();
    folder
}

/// What has the name of a workbook and cannot be read would be missing in the sum.
#[test]
fn what_cannot_be_read_in_a_folder_is_named() {
    let folder = folder_of_one();
    assert!(run(&[&folder.0], &[]).status.success());
    symlink(folder.at("nowhere"), folder.at("b.xlsx")).unwrap();
    symlink("/dev/null", folder.at("c.ods")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.at("d.csv")).status().unwrap().success());
    symlink(folder.at("e.tsv"), folder.at("e.tsv")).unwrap();
    fs::create_dir(folder.at("f.xlsx")).unwrap();
    symlink(folder.at("nowhere"), folder.at("~g.xlsx")).unwrap();
    let told = refusal(&[&folder.0], &[]);
    for (name, words) in [
        ("b.xlsx", "liên kết"),
        ("c.ods", "không phải tệp, thư mục hay ống dẫn"),
        ("d.csv", "ống dẫn trong thư mục không được đọc"),
        ("e.tsv", "liên kết"),
    ] {
        let line = told.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name}\n{told}"));
        assert!(line.contains(words), "{line}");
    }
    assert_eq!(told.lines().count(), 4, "{told}");
}

/// A text has no sheets, whatever stands beside it.
#[test]
fn a_sheet_of_a_text_is_not_looked_for() {
    let folder = folder_of_one();
    let list = folder
        .write("l.csv", "UBND QUẬN 6\nHỘ NGHÈO ĐẾN NGÀY 31/12/2022\nTT;Phường;Hộ nghèo\n1;Phường 1;4\n");
    for files in [&[list.as_str()][..], &[&folder.at("a.xlsx"), &list]] {
        let told = refusal(files, &["--sheet", "Sheet"]);
        assert!(told.contains("l.csv: văn bản (CSV, TSV) không có trang tính: bỏ --sheet"), "{told}");
    }
}

/// The folder of the map is made as that of the snapshot is, and no map stays where there is no snapshot beside it.
#[test]
fn the_map_is_written_beside_the_snapshot_and_not_without_it() {
    let folder = folder_of_one();
    let at = |name: &str| folder.at(name);
    let (file, out, map) = (at("a.xlsx"), at("moi/x.json"), at("moi/m.json"));
    assert!(run(&[&file], &["-o", &out, "--write-map", &map]).status.success());
    assert!(fs::read_to_string(&map).unwrap().contains("poor.households"));
    // The snapshot is there already.
    let other = at("khac/m.json");
    assert_eq!(run(&[&file], &["-o", &out, "--write-map", &other]).status.code(), Some(74));
    assert!(!fs::exists(at("khac")).unwrap());
    // The map is: no snapshot is begun.
    let other = at("khac/x.json");
    assert_eq!(run(&[&file], &["-o", &other, "--write-map", &map]).status.code(), Some(74));
    assert!(!fs::exists(at("khac")).unwrap());
    let output = run(&[&file], &["--write-map", &map]);
    assert!(output.status.code() == Some(74) && output.stdout.is_empty());
}

/// Nobody would know that it waits for a file to be typed.
#[test]
fn standard_input_that_is_the_keyboard_is_refused() {
    let mut program = Program::start(shell("\"$0\" import --lang vi --unit 'Quận 6' -"));
    program.assert_ended(1);
    program.wait_for("the words", |text| text.contains("đầu vào chuẩn là bàn phím"));
}
