//! What will be asked for soon and takes long, found ahead in another thread: of thousands of areas their list and their
//! next order, and what is looked through for a name. What is found is shared: who asks finds it, or waits for the rest of it.

use crate::page::layout::fit;
use crate::page::{self, Block, Tab, View};

use super::find::SearchedPages;
use super::overlay::Overlay;
use super::state::App;

/// What that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soon {
    /// The list of areas, and the same in its next order.
    Lists,
    /// What is looked through.
    Finds,
}

impl App {
    /// The work to be done beside, if there is any: once for each thing that will be asked for.
    pub fn beside(&mut self) -> Option<Box<dyn FnOnce() + Send>> {
        let soon = self.soon.take()?;
        let view = self.view()?;
        if !page::is_long(Tab::Households, &View { path: &[], ..view }) {
            return None;
        }
        let facts = self.facts.beside(view.history.snapshots.len());
        let there = Self {
            choices: self.choices.clone(),
            lang: self.lang,
            data: self.data.clone(),
            history: self.history,
            at: self.at,
            tab: Tab::Households,
            sort: self.sort,
            group: self.group,
            compare: self.compare,
            what_if: self.what_if,
            size: self.size,
            now: self.now,
            facts,
            ..Self::default()
        };
        match (soon, &self.overlay) {
            (Soon::Lists, _) => Some(Box::new(move || there.find_lists())),
            (Soon::Finds, Overlay::Find(find)) => {
                let pages = find.pages.clone()?;
                Some(Box::new(move || there.find_pages(&pages)))
            }
            (Soon::Finds, _) => None,
        }
    }

    fn find_lists(mut self) {
        // As it is sorted, then as the next key sorts it.
        for _ in 0..2 {
            let Some(page) = self.view().map(|view| page::page_of(self.tab, &view)) else { return };
            self.page = page;
            let Some(sort) = self.next_sort() else { return };
            self.sort = sort;
        }
    }

    fn find_pages(&self, pages: &SearchedPages) {
        if let Some(view) = self.view() {
            pages.get(&view);
        }
    }

    /// What the list is sorted by next: a column in sight.
    pub fn next_sort(&self) -> Option<(usize, bool)> {
        let view = self.view()?;
        let shown = self.page.blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.scrolls => Some(fit(table, self.page_width()).columns),
            _ => None,
        });
        Some(page::next_sort(&view, |column| shown.iter().flatten().any(|shown| shown.index == column)))
    }
}
