//! What each kind of check says: its line, and what would make it hold. The arithmetic stands beside each.
mod bases;
mod changes;
mod counts;
mod many;
mod panels;
mod same;
mod to_verify;

use giamngheo::model::checks::{Check, CheckKind, checks};
use giamngheo::text::Lang;
use giamngheo::text::say::check::{holds, sentence};

use crate::folder::Head;
use crate::program::accepted;

/// A snapshot of that day with these members.
pub fn snapshot(as_of: &str, members: &str) -> String {
    Head::reported(r#""name": "Huyện Thử", "kind": "district""#, as_of).with(members)
}

/// The checks of the last of these files, as of the middle of January 2023.
pub fn of(files: &[String]) -> Vec<Check> {
    let load = accepted("checks", files);
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
