//! What each kind of check says: its line, and what would make it hold. The arithmetic stands beside each.
mod changes;
mod counts;
mod panels;
mod to_verify;

use std::sync::atomic::{AtomicUsize, Ordering};

use giamngheo::model::checks::{Check, CheckKind, checks};
use giamngheo::source::{Limits, load};
use giamngheo::text::Lang;
use giamngheo::text::say::check::{holds, sentence};

/// A snapshot of that day with these members.
pub fn snapshot(as_of: &str, members: &str) -> String {
    format!(
        r#"{{ "format": "giamngheo/1", "unit": {{ "name": "Huyện Thử", "kind": "district" }},
        "as_of": "{as_of}", "source": {{ "provenance": "reported" }}, {members} }}"#
    )
}

/// Folders of these tests, each its own.
static FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// The checks of the last of these files, as of the middle of January 2023.
pub fn of(files: &[String]) -> Vec<Check> {
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("giamngheo-checks-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (i, text) in files.iter().enumerate() {
        std::fs::write(folder.join(format!("{i}.json")), text).unwrap();
    }
    let load = load(std::slice::from_ref(&folder), &Limits::default());
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(load.refused.is_empty(), "{}", load.refused[0].say(Lang::En));
    checks(&load.world.histories[0], files.len() - 1, "2023-01-15".parse().unwrap())
}

/// The only check of that kind.
pub fn only(files: &[String], kind: fn(&CheckKind) -> bool) -> Check {
    let mut found: Vec<Check> = of(files).into_iter().filter(|check| kind(&check.kind)).collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

/// Its line and what would make it hold, in both languages.
pub fn says(check: &Check, vi: [&str; 2], en: [&str; 2]) {
    for (lang, [line, would]) in [(Lang::Vi, vi), (Lang::En, en)] {
        assert_eq!(sentence(lang, check), line);
        assert_eq!(holds(lang, check).first().map(String::as_str), Some(would), "{line}");
    }
}
