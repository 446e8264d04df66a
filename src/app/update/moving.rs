//! Going from place to place: tabs, rows, levels, dates, what is supposed.

use crate::model::measure::Group;
use crate::page::Tab;
use crate::page::table::Opens;

use super::super::ahead::Soon;
use super::super::dock::Dock;
use super::super::state::{App, Due};

impl App {
    pub(super) fn go(&mut self, tab: Tab) {
        self.overlay.close_help();
        if self.tab == tab {
            self.path.clear();
        }
        self.tab = tab;
        self.dock = None;
        self.list = "";
    }

    /// Supposes so many more households leave, given how many are supposed now and how many would be just enough.
    pub(super) fn suppose(&mut self, households: impl FnOnce(i64, i64) -> i64) {
        let Some(what_if) = self.view().and_then(|view| crate::page::targets::what_if(&view)) else { return };
        self.what_if = households(self.what_if, what_if.enough).clamp(0, what_if.most);
    }

    pub(super) fn screen(&self) -> isize {
        isize::from(self.size.1.cast_signed()).saturating_sub(6).max(1)
    }

    /// Moves the choice by so many rows, stopping at the ends: past them the page itself moves, where it goes on. Under
    /// the help nothing moves but the help.
    pub(super) fn choose_by(&mut self, by: isize) {
        if self.scroll_help(by) {
            return;
        }
        let keys: Vec<&str> = self.page.rows().map(|row| row.key.as_str()).collect();
        let here = keys.iter().position(|key| *key == self.chosen()).unwrap_or(0);
        let there = here.saturating_add_signed(by).min(keys.len().saturating_sub(1));
        let key = keys.get(there).map(|key| (*key).to_owned()).unwrap_or_default();
        self.pass_the_end(there == here, by);
        self.chosen[self.tab.index()] = key;
        self.what_if = 0;
        // The rows stay the same: a held arrow makes no page for each step, only the last is drawn.
        self.due = Due::Choice;
        if let Some(dock) = &mut self.dock {
            dock.trail.clear();
            dock.pick = 0;
        }
    }

    pub(super) fn open(&mut self) {
        let chosen = self.chosen().to_owned();
        if let Some(dock) = &mut self.dock {
            dock.follow();
            return;
        }
        match self.page.row(&chosen).map(|row| row.opens.clone()) {
            Some(Opens::Area(path)) => {
                self.path = path;
                self.chosen[self.tab.index()].clear();
            }
            Some(Opens::List(list)) => {
                self.list = list;
                self.chosen[self.tab.index()].clear();
            }
            Some(Opens::Story) => {
                let index = usize::from(self.group == Group::NearPoor);
                self.dock = Some(Dock { index, ..Dock::default() });
            }
            None => {}
        }
    }

    pub(super) fn pick_next(&mut self) {
        if let Some(dock) = &mut self.dock {
            dock.pick_next();
        }
    }

    /// Closes what is open, one thing at a time: the help, a followed number, the panel, what is supposed, the area's
    /// page.
    pub(super) fn back(&mut self) {
        if self.overlay.close_help() {
        } else if let Some(dock) = &mut self.dock {
            if !dock.back() {
                self.dock = None;
            }
        } else if self.what_if != 0 {
            self.what_if = 0;
        } else if !self.list.is_empty() {
            self.chosen[self.tab.index()] = String::from(std::mem::take(&mut self.list));
        } else if self.tab == Tab::Households
            && let Some(left) = self.path.pop()
        {
            self.chosen[self.tab.index()] = crate::page::area_key(&left);
        }
    }

    pub(super) fn step(&mut self, by: isize) {
        let last = self.shown().map_or(0, |h| h.snapshots.len().saturating_sub(1));
        self.at = self.at.saturating_add_signed(by).min(last);
        self.came_from = None;
        self.what_if = 0;
    }

    /// To the newest figures of all, and back to where one was; who is there already goes to the newest report.
    pub(super) fn newest(&mut self) {
        let Some(history) = self.shown() else { return };
        let here = history.snapshots.get(self.at).map(|s| s.as_of());
        let (newest, back) =
            (history.snapshots.len().saturating_sub(1), self.came_from.map(|day| history.open_at(day)));
        let reported = history.newest_reported().unwrap_or(newest);
        let to = back.unwrap_or(if self.at == newest { reported } else { newest });
        if to != self.at {
            self.came_from = here.filter(|_| back.is_none());
            self.at = to;
            self.what_if = 0;
        }
    }

    pub(super) fn next_group(&mut self) {
        let chosen = self.chosen().to_owned();
        if let Some(dock) = &mut self.dock {
            dock.next_figure(&self.page, &chosen);
            return;
        }
        self.group = match self.group {
            Group::Combined => Group::Poor,
            Group::Poor => Group::NearPoor,
            Group::NearPoor => Group::Combined,
        };
    }

    pub(super) fn sort_next(&mut self) {
        if let Some(sort) = self.next_sort() {
            self.sort = sort;
            self.soon = Some(Soon::Lists);
        }
    }

    pub(super) fn show_unit(&mut self, index: usize) {
        self.history = index;
        self.path.clear();
        self.list = "";
        self.dock = None;
        self.open_shown();
    }
}
