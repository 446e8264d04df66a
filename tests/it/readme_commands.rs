//! Every command of the README is run as it stands there, in order, in one folder: a person who follows it meets no line
//! that fails.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};

use super::folder::Folder;
use super::program::BINARY;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder as somebody has it who has read so far: the program on the path, names of wards, files of a district.
fn desk() -> Folder {
    let desk = Folder::new("readme");
    fs::create_dir(desk.at("bin")).unwrap();
    symlink(BINARY, desk.at("bin/giamngheo")).unwrap();
    desk.write("phuong.txt", "Phường 1\nPhường 2\nPhường 3\n");
    fs::create_dir(desk.at("quan6")).unwrap();
    fs::copy(root().join("sample-data/2023-09-30.json"), desk.at("quan6/2023.json")).unwrap();
    desk
}

fn run(desk: &Folder, line: &str) -> Output {
    let path = format!("{}:{}", desk.at("bin"), std::env::var("PATH").unwrap());
    Command::new("sh")
        .args(["-c", line])
        .current_dir(&desk.0)
        .env("HOME", &desk.0)
        .env("PATH", path)
        .env("GIAMNGHEO_LANG", "vi")
        .output()
        .unwrap()
}

/// The lines of the blocks that a shell is given.
fn in_blocks(readme: &str) -> Vec<&str> {
    let blocks = readme.split("```sh\n").skip(1);
    blocks
        .flat_map(|block| block.split("```").next().unwrap().lines())
        .filter(|line| !line.is_empty())
        .collect()
}

/// The commands within sentences.
fn in_sentences(readme: &str) -> Vec<&str> {
    let outside = readme.split("```").step_by(2);
    let code = outside.flat_map(|text| text.split('`').skip(1).step_by(2));
    code.filter(|code| code.starts_with("giamngheo ")).collect()
}

/// What stands between a command and the one before: the person fills in the workbook.
fn fill_in(desk: &Folder, line: &str) {
    if line.starts_with("giamngheo import mau.xlsx") {
        fs::copy(root().join("tests/it/import/workbooks/filled.xlsx"), desk.at("mau.xlsx")).unwrap();
    }
}

#[test]
fn every_command_of_the_readme_runs_as_it_stands_there() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let desk = desk();
    let (cargo, ours): (Vec<&str>, Vec<&str>) =
        in_blocks(&readme).into_iter().partition(|line| line.starts_with("cargo "));
    // The second runs this test; the others build for minutes and are run by `.ci/install`.
    let typed = |line: &&str| line.split(" #").next().unwrap().trim().to_owned();
    let cargo: Vec<String> = cargo.iter().map(typed).collect();
    assert_eq!(cargo, ["cargo run --release", "cargo test", "cargo install --path . --locked"]);
    let sentences = in_sentences(&readme);
    assert!(ours.len() >= 12 && sentences.len() >= 12, "{ours:#?}{sentences:#?}");
    let mut failed = Vec::new();
    for line in ours.into_iter().chain(sentences) {
        fill_in(&desk, line);
        let output = run(&desk, line);
        if output.status.code() != Some(0) {
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            failed.push(format!("{line}\n  {:?} {told}", output.status.code()));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    for made in
        ["quan6/2022.json", "quan6/2024.json", "tinh/2022.json", ".local/share/man/man1/giamngheo-import.1"]
    {
        assert!(fs::metadata(desk.at(made)).is_ok_and(|file| file.len() > 0), "{made} is not there");
    }
}
