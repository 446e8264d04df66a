//! How the cells of the body are shared, and where the list in it stands.

use std::borrow::Cow;

use crate::page::layout::{Frame, Scroll, Window, is_narrow, natural_height, window};
use crate::page::{Block, Page, Tab};

use super::state::{App, WIDE, list_width, side_width};

/// Under so many lines nothing is put below a page: it would be a beginning only.
const LEAST_BELOW: u16 = 12;

/// Lines of a page's own panel that leaves room for another page below it.
const PANEL: u16 = 10;

/// Where the other page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// Nowhere.
    Nowhere,
    /// At the right of the list.
    Beside,
    /// Below it.
    Below,
}

/// Which list the window stands in, and which panel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Of {
    list: (Tab, usize, &'static str, usize),
    panel: (String, usize, usize, i64),
}

/// Where the list and the panel under it stand in their windows.
#[derive(Debug, Clone, Default)]
pub struct Sight {
    /// What is first in sight of them.
    pub scroll: Scroll,
    /// Is the panel longer than its room?
    pub panel_scrolls: bool,
    of: Of,
    /// The list as it stands, and in how many cells and lines: drawing need not lay it out once more.
    laid_out: Option<((u16, u16), Window)>,
    /// Something happened since.
    is_stale: bool,
}

impl App {
    /// Lines of the head of the screen.
    pub fn head_height(&self) -> u16 {
        if is_narrow(self.size.0) { 2 } else { 3 }
    }

    /// Is there a line over the page that says what was refused?
    pub fn has_banner(&self) -> bool {
        self.refused.as_ref().is_some_and(|load| !load.refused.is_empty())
    }

    /// The cells of the body that are the list's, and where the other page stands.
    pub fn panes(&self, (width, height): (u16, u16)) -> ((u16, u16), Other) {
        if self.side.is_none() && !self.opens_beside() {
            return ((width, height), Other::Nowhere);
        }
        if width >= WIDE {
            return ((list_width(self.tab, width), height), Other::Beside);
        }
        let grows = self.page.blocks.iter().any(|block| matches!(block, Block::Chart(_)));
        let panel = if self.page.has_panel { PANEL } else { 0 };
        let own =
            crate::text::cells::extent(natural_height(self.lang, &self.page, width)).saturating_add(panel);
        if grows || self.docked.is_some() || own.saturating_add(LEAST_BELOW) > height {
            return ((width, height), Other::Nowhere);
        }
        ((width, own), Other::Below)
    }

    /// The list in so many cells and lines, with the panel under it, as it stands.
    pub fn list_in_sight(&self, size: (u16, u16)) -> Cow<'_, Window> {
        match &self.sight.laid_out {
            Some((of, window)) if *of == size && !self.sight.is_stale => Cow::Borrowed(window),
            _ => Cow::Owned(self.list_window(size, self.sight.scroll)),
        }
    }

    /// The same wherever it would stand.
    pub fn list_window(&self, (width, height): (u16, u16), scroll: Scroll) -> Window {
        let frame = Frame { width, height, chosen: self.chosen(), scroll };
        let under = self.docked.as_ref().filter(|_| !self.opens_beside());
        window(self.lang, &self.page, under, frame)
    }

    /// Does what was opened stand in the place of the page beside the list? There is room for it: the list stays as it
    /// is, and no story stands twice.
    pub fn opens_beside(&self) -> bool {
        self.docked.is_some() && self.size.0 >= WIDE
    }

    /// The page that stands beside the list or below it, in so many cells and lines; what was opened, where it stands
    /// there.
    pub fn side_window(&self, (width, height): (u16, u16)) -> Window {
        let nothing = Page::default();
        let (page, opened, scroll) = match (&self.side, &self.docked) {
            (_, Some(opened)) if self.opens_beside() => (&nothing, Some(opened), self.sight.scroll),
            (Some(side), _) => (side, None, Scroll::default()),
            (None, _) => (&nothing, None, Scroll::default()),
        };
        window(self.lang, page, opened, Frame { width, height, chosen: "", scroll })
    }

    /// Lays the page out as it will be drawn, so that the next drawing moves only what the choice would leave. A page that
    /// was laid out and is all in sight stands as it stood.
    pub(super) fn settle(&mut self) {
        let of = Of {
            list: (self.tab, self.history, self.list, self.path.len()),
            panel: self.dock.as_ref().map_or_else(
                || (self.chosen().to_owned(), usize::MAX, 0, self.what_if),
                |dock| (self.chosen().to_owned(), dock.index, dock.trail.len(), self.what_if),
            ),
        };
        if of.list != self.sight.of.list {
            self.sight.scroll = Scroll::default();
        }
        if of.panel != self.sight.of.panel {
            self.sight.scroll.panel = if self.what_if > 0 { Scroll::TO_CHANGED } else { 0 };
        }
        let has_panel = self.docked.is_some() || self.sight.of.panel.1 != usize::MAX;
        self.sight.of = of;
        let taken = self.head_height() + 1 + u16::from(self.has_banner());
        let (size, _) = self.panes((self.size.0, self.size.1.saturating_sub(taken)));
        self.sight.is_stale = false;
        match &self.sight.laid_out {
            Some((of, window)) if !has_panel && *of == size && window.is_whole => {
                self.sight.scroll.list = window.scroll.list;
            }
            _ => {
                let window = self.list_window(size, self.sight.scroll);
                (self.sight.scroll, self.sight.panel_scrolls) = (window.scroll, window.panel_scrolls);
                self.sight.laid_out = Some((size, window));
            }
        }
        if self.opens_beside() {
            let opened = self.side_window((side_width(self.tab, self.size.0), size.1));
            self.sight.scroll.panel = opened.scroll.panel;
            self.sight.panel_scrolls = opened.panel_scrolls;
        }
    }

    /// The page is another: nothing of it is laid out.
    pub(super) fn forget_layout(&mut self) {
        self.sight.laid_out = None;
    }

    /// What was laid out is not what will be drawn: something happens.
    pub(super) fn unsettle(&mut self) {
        self.sight.is_stale = true;
    }

    /// Moves the page by so many lines where the choice is at its end already.
    pub(super) fn pass_the_end(&mut self, is_at_end: bool, by: isize) {
        let scroll = &mut self.sight.scroll;
        scroll.is_past = is_at_end;
        if is_at_end {
            scroll.list = scroll.list.saturating_add_signed(by);
        }
    }

    /// Moves the text of the panel by a line.
    pub(super) fn scroll_panel(&mut self, by: isize) {
        self.sight.scroll.panel = self.sight.scroll.panel.saturating_add_signed(by);
    }
}
