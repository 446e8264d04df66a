//! What the benches measure with.

#[path = "../../benches/speed/made.rs"]
mod made;

use giamngheo::source::{self, Limits};

use made::{KINDS, Made};

/// Figures of last year stand beside those of today only where both are of the same files.
#[test]
fn one_seed_gives_one_text() {
    let two = Made { snapshots: 2, communes: 2, ..made::NATION };
    let texts: Vec<(String, String)> = two.files().collect();
    assert_eq!(texts, two.files().collect::<Vec<_>>());
    assert_ne!(texts, Made { seed: 8, ..two }.files().collect::<Vec<_>>());
    let all: Vec<String> = texts.into_iter().map(|(name, text)| format!("{name}\n{text}")).collect();
    insta::assert_snapshot!(all.concat());
}

/// What is measured is the way of figures that hold, not of faults.
#[test]
fn what_is_made_is_read_without_a_word() {
    for (name, made) in KINDS.into_iter().chain([("sample", made::sample(2))]) {
        let few = Made { communes: made.communes.min(20), ..made };
        let files: Vec<(String, String)> = few.files().collect();
        assert_eq!(files.len(), usize::try_from(made.snapshots).unwrap(), "{name}");
        for (file, text) in [&files[0], &files[files.len() - 1]] {
            let read = source::read(text.as_bytes(), file, &Limits::default());
            let read = read.unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
            assert_eq!(read.notes, [], "{name}");
        }
    }
}
