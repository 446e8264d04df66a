//! What was read takes the place of what is shown, and the reader stays where he stood.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::history::History;
use crate::page::Tab;
use crate::source::Load;

use super::super::ahead::Soon;
use super::super::message::Effect;
use super::super::state::{App, Data};

impl App {
    /// Takes what was read. The first reading decides where to stand; a later one keeps the unit, the date and the
    /// choice; one with nothing readable keeps the last good figures and says so.
    pub(super) fn loaded(&mut self, load: Arc<Load>) -> Vec<Effect> {
        self.reading = None;
        if load.world.is_empty() {
            match self.data {
                Data::Loaded(_) => self.refused = Some(load),
                _ => self.data = Data::Nothing(load),
            }
            return Vec::new();
        }
        let was_first = std::mem::take(&mut self.rest_to_come);
        let missed = self.missed.take();
        if missed.is_some() {
            self.notice = None;
        }
        let stood = missed.or_else(|| self.stands());
        self.refused = (!load.refused.is_empty()).then(|| load.clone());
        self.data = Data::Loaded(load);
        self.soon = Some(Soon::Lists);
        self.facts.forget();
        self.read_at = self.now;
        let Some(stood) = stood else {
            self.history = self.wanted_history().unwrap_or(0);
            self.notice = self.lacking();
            self.open_shown();
            if self.shown().is_some_and(History::is_plan) {
                self.tab = Tab::Targets;
            }
            if self.choices.present {
                // Who said how long a slide stays wants them to run.
                self.present(self.choices.every.is_some());
            }
            return Vec::new();
        };
        let found = self.load().and_then(|l| l.world.histories.iter().position(|h| stood.is_in(h)));
        self.history = found.or_else(|| self.wanted_history()).unwrap_or(0);
        let Some(history) = self.shown() else { return Vec::new() };
        // Who stands where the program opens follows it to what is newer; who went elsewhere stays.
        let at = if stood.opened { self.opening(history) } else { history.open_at(stood.day) };
        let of = |day: NaiveDate| history.snapshots.iter().position(|s| s.as_of() == day);
        (self.at, self.compare) = (at, stood.compared.and_then(of));
        if was_first {
            return Vec::new();
        }
        if let Some(words) = self.misses(&stood) {
            (self.notice, self.missed) = (Some(words), Some(stood));
        } else if let Some(words) = self.turned_to(&stood) {
            self.notice = Some(words);
        }
        Vec::new()
    }

    /// Takes what was read before the rest, where it is what will be shown: nobody named another unit or standard, or a
    /// day to compare with, and no slides are made of less than all.
    pub(super) fn first_loaded(&mut self, load: Arc<Load>) -> Vec<Effect> {
        let is_all_of_it = self.choices.compare.is_none() && !self.choices.present;
        if !matches!(self.data, Data::Waiting) || !is_all_of_it {
            return Vec::new();
        }
        self.data = Data::Loaded(Arc::clone(&load));
        let is_wanted = self.wanted_history().is_some();
        self.data = Data::Waiting;
        let effects = if is_wanted { self.loaded(load) } else { Vec::new() };
        (self.soon, self.rest_to_come) = (None, true);
        effects
    }

    /// Nothing new came of a reading.
    pub(super) fn load_failed(&mut self) -> Vec<Effect> {
        self.reading = None;
        self.say("chưa đọc lại được tệp", "the files could not be read again")
    }

    /// Goes to where the shown history opens.
    pub(super) fn open_shown(&mut self) {
        self.at = self.shown().map_or(0, |h| self.opening(h));
        let compared = self.shown().zip(self.choices.compare).and_then(|(h, day)| h.compared(self.at, day));
        (self.came_from, self.compare, self.what_if) = (None, compared, 0);
    }
}
