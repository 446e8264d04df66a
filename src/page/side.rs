//! The page beside a list in a wide window, or below it in a tall one.

use crate::model::figure::{Derivation, Figure, Rule};

use super::table::{Opens, Row};
use super::{Block, Page, Tab, View, area, conclusion, explain, foot, layout};
use crate::text::glossary;
use crate::text::line::{Line, Role};

/// Of so many figures of a row the stories stand beside it in a wide window, as far as there is room; of more, where all
/// of them has it.
const STORIES: usize = 3;

/// The page beside the list in a wide window: of the area list the chosen area's, else the stories of the chosen row's
/// figures, those after the first ones as far as so many lines hold them; on the first tab that of the leading figure
/// alone, below the conclusion in words.
pub fn beside(tab: Tab, view: &View, page: &Page, lines: usize) -> Option<Page> {
    let mut beside = before_widths(tab, view, page, lines)?;
    super::widen(view.lang, &mut beside.blocks);
    Some(beside)
}

fn before_widths(tab: Tab, view: &View, page: &Page, lines: usize) -> Option<Page> {
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
    let is_concluded = tab == Tab::Overview;
    let mut blocks = if is_concluded { concluded(view) } else { Vec::new() };
    let panel = page.detail.as_ref().filter(|_| has_panel_beside(tab));
    blocks.extend(panel.into_iter().flat_map(|detail| headed(detail.title.clone(), detail.blocks.clone())));
    // Beside the conclusion one story is enough: that of the figure chosen.
    let mut stories = stories(view, row).take(if is_concluded { 1 } else { usize::MAX });
    blocks.extend(stories.by_ref().take(STORIES).flatten());
    for story in stories {
        let more: Vec<Block> = blocks.iter().cloned().chain(story).collect();
        // The blank line at the end of the last one needs no room.
        if layout::flow(view.lang, &more, view.width).len() > lines + 1 {
            break;
        }
        blocks = more;
    }
    if tab == Tab::Support {
        let taken = layout::flow(view.lang, &blocks, view.width).len();
        blocks.extend(super::reached_areas(view, lines.saturating_sub(taken)));
    }
    if row.figures().next().is_none() && panel.is_none() {
        let missing = explain::missing(view, row);
        blocks.extend(headed(missing.title, missing.blocks));
    }
    Some(Page { blocks, ..Page::default() })
}

/// What a page tells, for another that is not to say it again on the same screen.
pub struct Told<'a> {
    words: String,
    figures: Vec<&'a Figure>,
}

impl<'a> Told<'a> {
    /// Of these blocks.
    pub fn of(blocks: &'a [Block]) -> Self {
        let lines =
            blocks.iter().flat_map(|block| if let Block::Lines(lines) = block { &lines[..] } else { &[] });
        let words = lines.map(|line| line.text().to_lowercase() + "\n").collect();
        Self { words, figures: blocks.iter().flat_map(foot::figures).collect() }
    }

    /// Is a sentence said there: in its words, or with all of its figures? Of the report's own words the head may be
    /// written in another way.
    pub fn has(&self, line: &Line) -> bool {
        let text = line.text().to_lowercase();
        let words = text.find('"').map_or(&text[..], |at| &text[at..]);
        let mut figures = line.figures().peekable();
        self.words.contains(words) || figures.peek().is_some() && figures.all(|figure| self.knows(figure))
    }

    /// A figure of its own, or the sum of such.
    fn knows(&self, figure: &Figure) -> bool {
        let is_known = |figure: &Figure| {
            self.figures.iter().any(|known| known.subject == figure.subject && known.amount == figure.amount)
        };
        let is_sum = matches!(&*figure.derivation, Derivation::Derived(sum) if sum.rule == Rule::SumOfAreas);
        is_known(figure) || is_sum && figure.derivation.inputs().all(is_known)
    }
}

/// Takes out of the panel under a list what the stories beside it say: the report's own words, the largest parts.
pub fn without_told(tab: Tab, view: &View, page: &mut Page, lines: usize) {
    if !matches!(tab, Tab::Support | Tab::Targets) {
        return;
    }
    let Some(beside) = before_widths(tab, view, page, lines) else { return };
    let told = Told::of(&beside.blocks);
    for block in page.detail.iter_mut().flat_map(|detail| &mut detail.blocks) {
        if let Block::Lines(lines) = block {
            lines.retain(|line| !(line.optional && told.has(line)));
        }
    }
}

/// Does the panel on the chosen row stand beside the list in a wide window, before the stories, instead of under it?
/// What a check rests on is read together with the figures it is about.
pub fn has_panel_beside(tab: Tab) -> bool {
    tab == Tab::Checks
}

/// An area's page with the stories of its row under it.
fn with_stories(view: &View, row: &Row, mut page: Page) -> Page {
    page.blocks.push(Block::Gap);
    page.blocks.extend(stories(view, row).take(STORIES).flatten());
    page
}

/// The stories of a row's figures, each under its heading.
fn stories(view: &View, row: &Row) -> impl Iterator<Item = Vec<Block>> {
    let mut figures: Vec<&Figure> = Vec::new();
    for figure in row.figures() {
        if !figures.iter().any(|known| known.shares_story_with(figure)) {
            figures.push(figure);
        }
    }
    figures
        .into_iter()
        .map(|figure| explain::figure(view, figure, 0))
        .map(|story| headed(story.title, story.blocks))
}

/// The conclusion in words, its targets as marked lines.
pub fn concluded(view: &View) -> Vec<Block> {
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
