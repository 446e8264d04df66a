//! The line that asks for the name of a file to write, and what the screen wishes to send away.

use crate::model::figure::Figure;
use crate::model::source_file::Provenance;
use crate::page::{Block, Page, Row, Table, View};
use crate::text::fold;

use super::query::Query;

/// What the program is asked to do for the screen outside of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Send the tables in sight to the clipboard.
    Copy,
    /// See that the proposed name is one that no file has.
    Propose,
    /// Write the tab to a file of this name.
    Save(String),
}

/// Copies under one name that are looked for.
const MOST: usize = 99;

/// Is all that the list of a page tells of its parts invented, whatever their whole is?
fn has_invented_list(page: &Page) -> bool {
    page.blocks.iter().any(|block| match block {
        Block::Table(Table { survey: Some(survey), .. }) => survey.only_invented == Some(true),
        Block::Table(table) if table.scrolls => {
            let mut figures = table.rows.from_place(table.pinned).flat_map(Row::in_cells).peekable();
            figures.peek().is_some() && figures.all(Figure::is_invented)
        }
        Block::Table(_) | Block::Gap | Block::Lines(_) | Block::Chart(_) => false,
    })
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
    /// The line with a name to begin with: `quan-6-2023-09-30-ho-ngheo-minh-hoa.xlsx`.
    pub fn propose(view: &View, page: &Page, tab: &str) -> Self {
        let unit = plain(view.lang.wording(&view.area().name.name));
        let day = view.snapshot().as_of().to_string();
        let kind = match view.area().origin().provenance {
            Provenance::Illustrative => Some(view.pick("minh-hoa", "illustrative")),
            _ if has_invented_list(page) => Some(view.pick("minh-hoa", "illustrative")),
            Provenance::Estimated => Some(view.pick("uoc", "estimated")),
            Provenance::Reported | Provenance::Derived => None,
        };
        let kind = kind.map(str::to_owned);
        let name = [unit, day, plain(tab)].into_iter().chain(kind).collect::<Vec<_>>().join("-");
        Self { query: Query::name(&format!("{name}.xlsx")), refused: None }
    }

    /// Proposes the first name that no file has: `…-2.xlsx` where that of the page is taken.
    pub fn make_free(&mut self, is_taken: impl Fn(&str) -> bool) {
        for _ in 0..MOST {
            let name = self.query.text.clone();
            if !is_taken(&name) {
                return;
            }
            self.query = Query::name(&next(&name));
        }
    }

    /// Refuses a name that a file has already, and proposes the next: `…-2.xlsx`, `…-3.xlsx`.
    pub fn propose_next(&mut self, taken: &str, refused: String) {
        self.query = Query::name(&next(taken));
        self.refused = Some(refused);
    }
}

/// The same name with the next number before its ending.
fn next(name: &str) -> String {
    let (stem, ending) =
        name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    // A day at the end is no number of a copy.
    let numbered = stem.rsplit_once('-').and_then(|(before, n)| Some((before, n.parse::<u32>().ok()?)));
    match numbered.filter(|(_, n)| (2..100).contains(n)) {
        Some((before, n)) => format!("{before}-{}{ending}", n + 1),
        None => format!("{stem}-2{ending}"),
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

    #[test]
    fn a_taken_name_gets_the_next_number() {
        assert_eq!(next("quan-6-2023-ho-ngheo.xlsx"), "quan-6-2023-ho-ngheo-2.xlsx");
        assert_eq!(next("quan-6-ho-ngheo-2.xlsx"), "quan-6-ho-ngheo-3.xlsx");
        assert_eq!(next("a-2023"), "a-2023-2");
    }
}
