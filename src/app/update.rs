//! The one function that changes the state.

use std::sync::Arc;

use crate::model::history::History;
use crate::model::measure::Group;
use crate::page::Tab;
use crate::page::table::Opens;
use crate::source::Load;

use super::dock::Dock;
use super::find::Find;
use super::keys::{self, Action};
use super::message::{Composed, Effect, Key, Message};
use super::picker::{Picker, Purpose};
use super::query::Query;
use super::save::{Save, Wish};
use super::state::{App, Data};

impl App {
    /// Takes a message and says what it asks of the world.
    pub fn update(&mut self, message: Message<Load>) -> Vec<Effect> {
        if !matches!(message, Message::Key(Key::Up | Key::Down | Key::PageUp | Key::PageDown)) {
            self.settle();
        }
        let effects = match message {
            Message::Key(key) => self.key(key),
            Message::Composed(composed) => self.composed(&composed),
            Message::Paste(text) => self.paste(&text),
            Message::PasteDropped => self.say("bỏ qua đoạn dán", "a pasted text was ignored"),
            Message::Resize { width, height } => {
                self.size = (width, height);
                Vec::new()
            }
            Message::Tick(now) => {
                self.now = now;
                self.run_deck();
                Vec::new()
            }
            Message::Loaded(load) => self.loaded(Arc::new(*load)),
            Message::LoadFailed => self.say("chưa đọc lại được tệp", "the files could not be read again"),
        };
        if !self.stale {
            self.refresh();
        }
        effects
    }

    /// Makes what is to be drawn, once for all messages since the last drawing.
    pub fn settle(&mut self) {
        if std::mem::take(&mut self.stale) {
            self.refresh_choice();
        }
    }

    fn say(&mut self, vi: &str, en: &str) -> Vec<Effect> {
        self.notice = Some(self.lang.pick(vi, en).to_owned());
        Vec::new()
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        if self.meeting.is_some() && key != Key::Char('q') && key != Key::Char('L') {
            self.meeting_key(key);
            return Vec::new();
        }
        if self.query().is_some() {
            self.typed(key);
            return Vec::new();
        }
        match keys::action(self, key) {
            Some(Action::Quit) => vec![Effect::Quit(self.exit_code())],
            Some(Action::Reload) => vec![Effect::Reload],
            Some(action) => {
                self.act(action, key);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn meeting_key(&mut self, key: Key) {
        let (count, now) = (self.slides.len(), self.now);
        if let Some(meeting) = &mut self.meeting
            && !meeting.key(key, count, now)
        {
            self.meeting = None;
        }
    }

    /// The screen ends with 0 unless nothing was loaded.
    fn exit_code(&self) -> u8 {
        u8::from(matches!(self.data, Data::Nothing(_)))
    }

    /// The line that is being typed, when one is.
    fn query(&mut self) -> Option<&mut Query> {
        let find = self.find.as_mut().map(|find| &mut find.query);
        let picker = self.picker.as_mut().map(|picker| &mut picker.query);
        find.or(picker).or(self.save.as_mut().map(|save| &mut save.query))
    }

    /// Changes the line that is being typed and looks what it finds; false when none is.
    fn write(&mut self, change: impl FnOnce(&mut Query)) -> bool {
        let Some(query) = self.query() else { return false };
        change(query);
        if let Some(save) = &mut self.save {
            save.refused = None;
        }
        self.look();
        true
    }

    /// An input method took letters back: in a line that is typed it is a correction, elsewhere the key that was
    /// meant.
    fn composed(&mut self, composed: &Composed) -> Vec<Effect> {
        if self.write(|query| query.correct(composed)) {
            return Vec::new();
        }
        self.key(Key::Char(composed.key))
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.write(|query| query.paste(text));
        Vec::new()
    }

    fn act(&mut self, action: Action, key: Key) {
        match action {
            Action::Go(tab) => self.go(tab),
            Action::NextTab if self.dock.is_some() && key == Key::Tab => self.pick_next(),
            Action::NextTab => self.go(self.tab.shifted(1)),
            Action::PreviousTab => self.go(self.tab.shifted(-1)),
            Action::Up => self.choose_by(-1),
            Action::Down => self.choose_by(1),
            Action::PageUp => self.choose_by(-self.screen()),
            Action::PageDown => self.choose_by(self.screen()),
            Action::First => self.choose_by(isize::MIN / 2),
            Action::Last => self.choose_by(isize::MAX / 2),
            Action::Open => self.open(),
            Action::Back | Action::UpLevel => self.back(),
            Action::Earlier => self.step(-1),
            Action::Later => self.step(1),
            Action::Reported => self.reported(),
            Action::Find => self.find = Some(Find::default()),
            Action::Group => self.next_group(),
            Action::Sort => self.sort_next(),
            Action::Reverse => self.sort.1 = !self.sort.1,
            Action::WhatIf(by) => self.suppose(|now, _| now.saturating_add(by)),
            Action::JustEnough => self.suppose(|_, enough| enough),
            Action::NoWhatIf => self.suppose(|_, _| 0),
            Action::Unit => self.pick(Purpose::Unit),
            Action::Copy => self.wish = Some(Wish::Copy),
            Action::Save => {
                self.save = self.view().map(|view| Save::propose(&view, self.tab.name(self.lang)));
            }
            Action::Present => self.present(),
            Action::Compare => self.pick(Purpose::Compare),
            Action::Language => self.lang = self.lang.other(),
            Action::Help => self.help = !self.help,
            Action::Reload | Action::Quit => {}
        }
    }

    fn go(&mut self, tab: Tab) {
        self.help = false;
        if self.tab == tab {
            self.path.clear();
        }
        self.tab = tab;
        self.dock = None;
        self.list = "";
    }

    /// Supposes so many more households leave, given how many are supposed now and how many would be just enough.
    fn suppose(&mut self, households: impl FnOnce(i64, i64) -> i64) {
        let Some(what_if) = self.view().and_then(|view| crate::page::targets::what_if(&view)) else { return };
        self.what_if = households(self.what_if, what_if.enough).clamp(0, what_if.most);
    }

    fn screen(&self) -> isize {
        isize::from(self.size.1.cast_signed()).saturating_sub(6).max(1)
    }

    /// Moves the choice by so many rows, stopping at the ends.
    fn choose_by(&mut self, by: isize) {
        let keys: Vec<&str> = self.page.rows().map(|row| row.key.as_str()).collect();
        let here = keys.iter().position(|key| *key == self.chosen()).unwrap_or(0);
        let there = here.saturating_add_signed(by).min(keys.len().saturating_sub(1));
        let key = keys.get(there).map(|key| (*key).to_owned()).unwrap_or_default();
        self.chosen[self.tab.index()] = key;
        self.what_if = 0;
        // The rows stay the same: a held arrow makes no page for each step, only the last is drawn.
        self.stale = true;
        if let Some(dock) = &mut self.dock {
            dock.trail.clear();
            dock.pick = 0;
        }
    }

    fn open(&mut self) {
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

    fn pick_next(&mut self) {
        if let Some(dock) = &mut self.dock {
            dock.pick_next();
        }
    }

    /// Closes what is open, one thing at a time: the help, a followed number, the panel, the area's page.
    fn back(&mut self) {
        if self.help {
            self.help = false;
        } else if let Some(dock) = &mut self.dock {
            if !dock.back() {
                self.dock = None;
            }
        } else if !self.list.is_empty() {
            self.chosen[self.tab.index()] = String::from(std::mem::take(&mut self.list));
        } else if self.tab == Tab::Households
            && let Some(left) = self.path.pop()
        {
            self.chosen[self.tab.index()] = crate::page::area_key(&left);
        }
    }

    fn step(&mut self, by: isize) {
        let last = self.shown().map_or(0, |h| h.snapshots.len().saturating_sub(1));
        self.at = self.at.saturating_add_signed(by).min(last);
        self.came_from = None;
        self.what_if = 0;
    }

    fn reported(&mut self) {
        if let Some(back) = self.came_from.take() {
            self.at = back;
        } else if let Some(newest) = self.shown().and_then(History::newest_reported)
            && newest != self.at
        {
            self.came_from = Some(self.at);
            self.at = newest;
        }
    }

    fn next_group(&mut self) {
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

    fn sort_next(&mut self) {
        let Some(sort) = self.view().map(|view| crate::page::next_sort(&view, view.sort)) else { return };
        self.sort = sort;
    }

    fn pick(&mut self, purpose: Purpose) {
        self.picker = self.view().map(|view| Picker::open(purpose, &view, self.history));
    }

    /// Takes what was read. The first reading decides where to stand; a later one keeps the unit, the date and the
    /// choice; one with nothing readable keeps the last good figures and says so.
    fn loaded(&mut self, load: Arc<Load>) -> Vec<Effect> {
        if load.world.is_empty() {
            match self.data {
                Data::Loaded(_) => self.refused = Some(load),
                _ => self.data = Data::Nothing(load),
            }
            return Vec::new();
        }
        let place = self.shown().and_then(|h| {
            let date = h.snapshots.get(self.at)?.as_of();
            Some((h.unit.clone(), h.standard.clone(), date, self.at + 1 == h.snapshots.len()))
        });
        self.refused = (!load.refused.is_empty()).then(|| load.clone());
        self.data = Data::Loaded(load);
        self.read_at = self.now;
        let Some((unit, standard, date, newest)) = place else {
            self.history = self.wanted_history();
            self.open_newest();
            self.notice = self.not_found();
            if self.choices.present {
                self.present();
            }
            return Vec::new();
        };
        let same = |h: &History| h.unit.is(&unit) && h.standard == standard;
        self.history = self.load().and_then(|l| l.world.histories.iter().position(same)).unwrap_or(0);
        let day = if newest { self.opening_day() } else { date };
        self.at = self.shown().map_or(0, |h| h.open_at(day));
        Vec::new()
    }

    /// A key while a line is typed.
    fn typed(&mut self, key: Key) {
        match key {
            Key::Esc => (self.find, self.picker, self.save) = (None, None, None),
            Key::Enter => self.take(),
            Key::Up => self.move_hit(-1),
            Key::Down => self.move_hit(1),
            Key::Home => self.move_hit(isize::MIN),
            Key::End => self.move_hit(isize::MAX),
            Key::PageUp => self.move_hit(-self.screen()),
            Key::PageDown => self.move_hit(self.screen()),
            Key::Backspace => {
                self.write(Query::erase);
            }
            Key::Char(c) => {
                self.write(|query| query.add(&c.to_string()));
            }
            _ => {}
        }
    }

    fn move_hit(&mut self, by: isize) {
        if let Some(find) = &mut self.find {
            find.move_by(by);
        } else if let Some(picker) = &mut self.picker {
            picker.move_by(by);
        }
    }

    fn look(&mut self) {
        let (mut find, mut picker) = (self.find.take(), self.picker.take());
        if let Some(view) = self.view() {
            if let Some(find) = &mut find {
                find.look(&view);
            }
            if let Some(picker) = &mut picker {
                picker.look(&view);
            }
        }
        (self.find, self.picker) = (find, picker);
    }

    fn take(&mut self) {
        if let Some(find) = self.find.take() {
            self.take_hit(&find);
        } else if let Some(picker) = self.picker.take() {
            self.take_choice(&picker);
        } else if let Some(save) = &self.save {
            self.wish = Some(Wish::Save(save.query.text.trim().to_owned()));
        }
    }

    fn take_hit(&mut self, find: &Find) {
        let Some(hit) = find.hits.get(find.at) else { return };
        self.go(hit.tab);
        self.path.clone_from(&hit.path);
        self.list = hit.list;
        self.chosen[hit.tab.index()].clone_from(&hit.key);
    }

    fn take_choice(&mut self, picker: &Picker) {
        let Some(choice) = picker.choice() else { return };
        match (picker.purpose, choice.index) {
            (Purpose::Compare, index) => self.compare = index,
            (Purpose::Unit, Some(index)) if index != self.history => self.show_unit(index),
            (Purpose::Unit, _) => {}
        }
    }

    fn show_unit(&mut self, index: usize) {
        self.history = index;
        self.path.clear();
        self.list = "";
        self.dock = None;
        self.open_newest();
    }
}
