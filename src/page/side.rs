//! The page beside a list in a wide window, or below it in a tall one.

use std::sync::Arc;

use crate::model::figure::Figure;

use super::table::{Opens, Row};
use super::{Block, Page, Tab, View, area, conclusion, explain};
use crate::text::glossary;
use crate::text::line::{Line, Role};

/// Of so many figures of a row the stories stand beside it in a wide window, as far as there is room.
const STORIES: usize = 3;

/// The page beside the list in a wide window: of the area list the chosen area's, else the stories of the chosen row's
/// figures; on the first tab below the conclusion in words.
pub fn beside(tab: Tab, view: &View, page: &Page) -> Option<Page> {
    let mut beside = before_widths(tab, view, page)?;
    super::widen(view.lang, &mut beside.blocks);
    Some(beside)
}

fn before_widths(tab: Tab, view: &View, page: &Page) -> Option<Page> {
    let row = page.row(view.chosen)?;
    match &row.opens {
        Opens::Area(path) if tab == Tab::Households => {
            return Some(with_stories(view, row, area::page(&View { path, chosen: "", ..*view })));
        }
        Opens::List(list) if tab == Tab::Households => {
            return Some(with_stories(view, row, area::page(&View { list, chosen: "", ..*view })));
        }
        _ => {}
    }
    // Beside the conclusion one story is enough: that of the figure chosen.
    let most = if tab == Tab::Overview { 1 } else { STORIES };
    let mut stories = stories(view, row, most);
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

/// An area's page with the stories of its row under it.
fn with_stories(view: &View, row: &Row, mut page: Page) -> Page {
    page.blocks.push(Block::Gap);
    page.blocks.extend(stories(view, row, STORIES));
    page
}

/// The stories of a row's first figures, each under its heading.
fn stories(view: &View, row: &Row, most: usize) -> Vec<Block> {
    let mut figures: Vec<&Figure> = Vec::new();
    for figure in row.figures() {
        if !figures.iter().any(|known| Arc::ptr_eq(&known.derivation, &figure.derivation)) {
            figures.push(figure);
        }
    }
    let stories = figures.into_iter().take(most).map(|figure| explain::figure(view, figure, 0));
    stories.flat_map(|story| headed(story.title, story.blocks)).collect()
}

/// The conclusion in words, its targets as marked lines.
fn concluded(view: &View) -> Vec<Block> {
    let blocks = conclusion::marked(view).into_iter().flat_map(|lines| [Block::Lines(lines), Block::Gap]);
    headed(view.lang.term(glossary::CONCLUSION).to_owned(), blocks.collect())
}

/// Blocks under a heading, an empty line after them.
fn headed(title: String, blocks: Vec<Block>) -> Vec<Block> {
    let heading = Block::sentence(Line::with_role(Role::Strong, title));
    let is_apart = matches!(blocks.last(), Some(Block::Gap));
    let after = if is_apart { None } else { Some(Block::Gap) };
    std::iter::once(heading).chain(blocks).chain(after).collect()
}
