//! The docked story of a row's figures.

use crate::model::figure::Figure;
use crate::page::{Detail, Page, View, explain};

/// An open story.
#[derive(Debug, Clone, Default)]
pub struct Dock {
    /// Which figure of the chosen row, from the left.
    pub index: usize,
    /// The numbers followed from there, the last one is shown.
    pub trail: Vec<Figure>,
    /// Which number of the formula Enter follows.
    pub pick: usize,
}

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

    /// The panel; for a row without figures, what it lacks.
    pub fn panel(&self, view: &View, page: &Page) -> Option<Detail> {
        let row = page.row(view.chosen)?;
        Some(match self.figure(page, view.chosen) {
            Some(figure) => explain::figure(view, &figure, self.pick),
            None => explain::missing(view, row),
        })
    }

    /// Follows the picked number of the formula.
    pub fn follow(&mut self, page: &Page, key: &str) {
        let Some(figure) = self.figure(page, key) else { return };
        let inputs: Vec<&Figure> = figure.story.inputs().collect();
        if let Some(next) = inputs.get(self.pick.min(inputs.len().saturating_sub(1))) {
            self.trail.push((*next).clone());
            self.pick = 0;
        }
    }

    /// Picks the next number of the formula.
    pub fn pick_next(&mut self, page: &Page, key: &str) {
        let count = self.figure(page, key).map_or(0, |f| f.story.inputs().count());
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
