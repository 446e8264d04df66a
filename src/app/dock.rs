//! The docked story of a row's figures.

use crate::model::figure::Figure;
use crate::page::{Block, Detail, Page, View, explain};

/// An open story.
#[derive(Debug, Clone, Default)]
pub struct Dock {
    /// Which figure of the chosen row, from the left.
    pub index: usize,
    /// The numbers followed from there, the last one is shown.
    pub trail: Vec<Figure>,
    /// Which number of the formula Enter follows.
    pub pick: usize,
    /// The numbers that the panel opens, as it was made last: keys come without the view that a panel is made from.
    pub links: Vec<Figure>,
}

/// A panel, and the numbers in it that can be opened.
pub type Panel = (Detail, Vec<Figure>);

impl Dock {
    /// The figure whose story is shown: the last one followed, else one of the chosen row's.
    pub fn figure(&self, page: &Page, key: &str) -> Option<Figure> {
        if let Some(followed) = self.trail.last() {
            return Some(followed.clone());
        }
        let row = page.row(key)?;
        let count = row.figures().count();
        row.figures().nth(self.index.min(count.saturating_sub(1))).cloned()
    }

    /// The panel; for a row without figures, what it lacks, or the page's own panel on it.
    pub fn panel(&self, view: &View, page: &Page) -> Option<Panel> {
        let row = page.row(view.chosen)?;
        let (mut story, links) = match (self.figure(page, view.chosen), &page.detail) {
            (Some(figure), _) => (explain::docked(view, &figure, self.pick), explain::links(view, &figure)),
            (None, Some(detail)) if row.missing().next().is_none() => (detail.clone(), Vec::new()),
            (None, _) => (explain::missing(view, row), Vec::new()),
        };
        if self.trail.is_empty() && !page.of_chosen.is_empty() {
            story.blocks.insert(0, Block::Lines(page.of_chosen.clone()));
        }
        Some((story, links))
    }

    /// Follows the picked number of the story.
    pub fn follow(&mut self) {
        let last = self.links.len().saturating_sub(1);
        if let Some(next) = self.links.get(self.pick.min(last)) {
            self.trail.push(next.clone());
            self.pick = 0;
        }
    }

    /// Picks the next number of the story.
    pub fn pick_next(&mut self) {
        let count = self.links.len();
        self.pick = if count == 0 { 0 } else { (self.pick + 1) % count };
    }

    /// One step back; false when there is none and the panel closes.
    pub fn back(&mut self) -> bool {
        self.pick = 0;
        self.trail.pop().is_some()
    }

    /// The next figure of the row.
    pub fn next_figure(&mut self, page: &Page, key: &str) {
        let count = page.row(key).map_or(0, |row| row.figures().count());
        self.trail.clear();
        self.pick = 0;
        self.index = if count == 0 { 0 } else { (self.index + 1) % count };
    }
}
