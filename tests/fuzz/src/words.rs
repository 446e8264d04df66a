//! The words that stand in the program's own text: what it compares a name with is among them.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// Longer ones are sentences.
const LONGEST: usize = 24;

/// The short texts of the program, in the order of its files; none where these cannot be read.
pub fn of_the_program() -> &'static [String] {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut words = Vec::new();
        gather(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../src")), &mut words);
        words
    });
    &WORDS
}

/// Those of a folder.
fn gather(folder: &Path, words: &mut Vec<String>) {
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, words);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap_or_default();
            words.extend(
                text.lines()
                    .flat_map(|line| line.split('"').skip(1).step_by(2))
                    .filter(is_word)
                    .map(str::to_owned),
            );
        }
    }
}

/// Neither a sentence nor a pattern that something is put into.
fn is_word(text: &&str) -> bool {
    (2..=LONGEST).contains(&text.len()) && !text.contains(['\\', '{', '}'])
}
