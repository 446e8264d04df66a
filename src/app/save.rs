//! The line that asks for the name of a file to write, and what the screen wishes to send away.

use crate::page::View;
use crate::text::fold;

use super::query::Query;

/// What the program is asked to do for the screen outside of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Send the tables in sight to the clipboard.
    Copy,
    /// Write the tab to a file of this name.
    Save(String),
}

/// An open line.
#[derive(Debug, Clone, Default)]
pub struct Save {
    /// The name as typed.
    pub query: Query,
    /// Why the last name would not do.
    pub refused: Option<String>,
}

impl Save {
    /// The line with a name to begin with: `quan-6-2022-12-31-ho-ngheo.csv`.
    pub fn propose(view: &View, tab: &str) -> Self {
        let parts =
            [view.lang.wording(&view.area().name.name), &view.snapshot().as_of().to_string(), tab].map(plain);
        let mut query = Query::default();
        query.add(&format!("{}.csv", parts.join("-")));
        Self { query, refused: None }
    }
}

/// Letters and digits without accents, everything else a hyphen.
fn plain(text: &str) -> String {
    let folded = fold::fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_plain() {
        assert_eq!(plain("Quận 6"), "quan-6");
        assert_eq!(plain("Đối chiếu / 2"), "doi-chieu-2");
        assert_eq!(plain("../../etc"), "etc");
    }
}
