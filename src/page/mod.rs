//! What each tab holds, in one language and before any layout: rows, figures and sentences.
//!
//! A page is made anew from the loaded histories and the place the reader stands at ([`view::View`]); the screen and
//! the reports lay out the same page. Every cell keeps its figure, so the story of what is read, an exact number for
//! a spreadsheet and the marks are all at hand wherever the page goes.
pub mod area;
mod brief;
pub mod chart;
pub mod checks;
pub mod conclusion;
pub mod deck;
pub mod explain;
pub mod foot;
pub mod head;
pub mod households;
mod kinds;
pub mod layout;

pub mod measures;
pub mod overview;
mod spark;
pub mod support;
pub mod tab;
pub mod table;
pub mod targets;
pub mod trends;
pub mod view;

pub use crate::text::line::{Line, Role, Span};
pub use tab::Tab;
pub use table::{Cell, Column, Row, Style, Table};
pub use view::View;

use std::sync::Arc;

use crate::model::area::AreaName;
use crate::model::figure::Figure;

/// The list that is the unit's own page, opened from the first row of the area list.
pub const WHOLE: &str = "whole";
/// The list of the tasks that no target measures.
pub const TASKS: &str = "tasks";

/// The page of a tab at a place.
pub fn make(tab: Tab, view: &View) -> Page {
    let mut page = set(tab, view);
    for block in &mut page.blocks {
        if let Block::Table(table) = block {
            table.widen(view.lang);
        }
    }
    page
}

fn set(tab: Tab, view: &View) -> Page {
    match tab {
        Tab::Overview => overview::page(view),
        Tab::Households if view.path.is_empty() && view.list != WHOLE => households::page(view),
        Tab::Households => area::page(view),
        Tab::Support => support::page(view),
        Tab::Targets => targets::page(view),
        Tab::Trends => trends::page(view),
        Tab::Checks => checks::page(view),
    }
}

/// Does the page of a tab change with the chosen row (a panel on it, its measure drawn)?
pub fn follows_choice(tab: Tab) -> bool {
    !matches!(tab, Tab::Overview | Tab::Households)
}

/// Of so many figures of a row the stories stand beside it in a wide window, as far as there is room.
const STORIES: usize = 3;

/// The page beside the list in a wide window: of the area list the chosen area's, else the stories of the chosen row's
/// figures; on the first tab below the conclusion in words.
pub fn side(tab: Tab, view: &View, page: &Page) -> Option<Page> {
    let row = page.row(view.chosen)?;
    match &row.opens {
        table::Opens::Area(path) if tab == Tab::Households => {
            return Some(told(view, row, area::page(&View { path, chosen: "", ..*view })));
        }
        table::Opens::List(list) if tab == Tab::Households => {
            return Some(told(view, row, area::page(&View { list, chosen: "", ..*view })));
        }
        _ => {}
    }
    let mut stories = stories(view, row, STORIES);
    if let Some(detail) = page.detail.as_ref().filter(|_| has_panel_beside(tab)) {
        let panel = headed(detail.title.clone(), detail.blocks.clone());
        stories.splice(0..0, panel);
    }
    if stories.is_empty() {
        let missing = explain::missing(view, row);
        stories = headed(missing.title, missing.blocks);
    }
    let mut blocks = if tab == Tab::Overview { concluded(view) } else { Vec::new() };
    blocks.extend(stories);
    Some(Page { blocks, ..Page::default() })
}

/// Does the panel on the chosen row stand beside the list in a wide window, before the stories, instead of under it?
/// What a check rests on is read together with the figures it is about.
pub fn has_panel_beside(tab: Tab) -> bool {
    tab == Tab::Checks
}

/// An area's page with the stories of its row under it, as far as the window has room for them.
fn told(view: &View, row: &Row, mut page: Page) -> Page {
    let lines = stories(view, row, STORIES).into_iter().flat_map(|block| match block {
        Block::Lines(lines) => lines,
        _ => vec![Line::default()],
    });
    let lines = std::iter::once(Line::default()).chain(lines).map(Line::spare);
    page.blocks.push(Block::Lines(lines.collect()));
    page
}

/// The stories of a row's first figures, each under its heading.
fn stories(view: &View, row: &Row, most: usize) -> Vec<Block> {
    let mut figures: Vec<&Figure> = Vec::new();
    for figure in row.figures() {
        if !figures.iter().any(|known| Arc::ptr_eq(&known.story, &figure.story)) {
            figures.push(figure);
        }
    }
    let stories = figures.into_iter().take(most).map(|figure| explain::figure(view, figure, 0));
    stories.flat_map(|story| headed(story.title, story.blocks)).collect()
}

/// The conclusion in words, each sentence a paragraph.
fn concluded(view: &View) -> Vec<Block> {
    let sentences = conclusion::lines(view).into_iter().flat_map(|line| [Block::line(line), Block::Gap]);
    headed(view.pick("Kết luận", "Conclusion").to_owned(), sentences.collect())
}

/// Blocks under a heading, an empty line after them.
fn headed(title: String, blocks: Vec<Block>) -> Vec<Block> {
    let heading = Block::line(Line::of(Role::Strong, title));
    let is_apart = matches!(blocks.last(), Some(Block::Gap));
    let after = if is_apart { None } else { Some(Block::Gap) };
    std::iter::once(heading).chain(blocks).chain(after).collect()
}

/// The open checks of the shown snapshot: those that contradict and those to verify.
pub fn open_checks(view: &View) -> usize {
    checks::open_count(view)
}

/// The key of an area's row.
pub fn area_key(name: &AreaName) -> String {
    format!("area:{}", name.code.as_deref().unwrap_or(&name.folded))
}

/// The next column to sort the area list by; a new column begins from the top down.
pub fn next_sort(view: &View, sort: (usize, bool)) -> (usize, bool) {
    households::next_sort(view, sort)
}

/// A page: the body of a tab.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// What it holds, from the top.
    pub blocks: Vec<Block>,
    /// The panel on the chosen row that belongs to the page (tabs 3 and 4), if it has one.
    pub detail: Option<Detail>,
    /// Legend lines that stay at the bottom: what the marks on this page mean.
    pub foot: Vec<Line>,
}

/// A part of a page.
#[derive(Debug, Clone)]
pub enum Block {
    /// An empty line.
    Gap,
    /// Sentences.
    Lines(Vec<Line>),
    /// A table.
    Table(Table),
    /// A chart over time.
    Chart(Box<chart::Chart>),
}

/// The panel on a row: docks under the rows, never hides the one it explains.
#[derive(Debug, Clone, Default)]
pub struct Detail {
    /// Its heading, set into the rule above it.
    pub title: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

impl Page {
    /// All rows that can be chosen, in the order of the page.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.blocks.iter().flat_map(Block::rows).filter(|row| row.is_choosable())
    }

    /// The row with that key.
    pub fn row(&self, key: &str) -> Option<&Row> {
        self.rows().find(|row| row.key == key)
    }
}

impl Block {
    /// The rows of a table; none of anything else.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        let rows = match self {
            Self::Table(table) => &table.rows[..],
            _ => &[],
        };
        rows.iter()
    }

    /// A block of one sentence.
    pub fn line(line: Line) -> Self {
        Self::Lines(vec![line])
    }
}
