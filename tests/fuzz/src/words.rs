//! The words that stand in the program's own text: what it compares a name with is among them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// Longer ones are patterns.
const LONGEST: usize = 24;

/// The words of the program, each once; none where its files cannot be read.
pub fn of_the_program() -> &'static [String] {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut words = BTreeSet::new();
        gather(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../src")), &mut words);
        words.into_iter().collect()
    });
    &WORDS
}

/// Those of a folder.
fn gather(folder: &Path, words: &mut BTreeSet<String>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
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

/// One word of letters and digits.
fn is_word(text: &&str) -> bool {
    let is_of_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
    (2..=LONGEST).contains(&text.len()) && text.chars().all(is_of_word)
}
