//! The one function that changes the state.

mod loading;
mod moving;
mod typing;

use std::sync::Arc;

use crate::page::Tab;
use crate::source::Load;

use super::ahead::Soon;
use super::find::Find;
use super::keys;
use super::keys::binding::Action;
use super::message::{Effect, Key, Message};
use super::overlay::Overlay;
use super::picker::Purpose;
use super::save::{Request, Save};
use super::state::{App, Data, Due};

impl App {
    /// Takes a message, makes the page that it leads to, and says what it asks of the world.
    pub fn update(&mut self, message: Message<Load>) -> Vec<Effect> {
        let effects = self.take(message);
        if self.due == Due::Page {
            self.prepare_frame();
        } else {
            self.make_finds();
        }
        effects
    }

    /// The same with the page made when it is drawn, or when a message asks for its rows: of thousands of keys that are
    /// read together only the last is seen.
    pub fn take(&mut self, message: Message<Load>) -> Vec<Effect> {
        if self.is_asked_for(&message) {
            self.prepare_frame();
        }
        let before = std::mem::take(&mut self.due);
        let is_typed = self.is_typed(&message);
        let keeps = is_typed || self.keeps_pages(&message);
        if !keeps {
            self.unsettle();
        }
        if let (Message::Loaded(_) | Message::Tick(_), Overlay::Find(find)) = (&message, &mut self.overlay)
            && !keeps
        {
            find.forget();
        }
        let effects = match message {
            Message::Key(key) => self.key(key),
            Message::Composed(composed) => self.composed(&composed),
            Message::Paste(text) => self.paste(&text),
            Message::LoosePaste(text) => self.loose_paste(&text),
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
            Message::FirstLoaded(load) => self.first_loaded(Arc::new(*load)),
            Message::Reading(progress) => {
                self.reading = progress;
                Vec::new()
            }
            Message::LoadFailed => self.load_failed(),
        };
        let keeps = keeps && (!is_typed || self.overlay.query().is_some());
        let since = if self.due == Due::Nothing && !keeps { Due::Page } else { self.due };
        self.due = before.max(since);
        effects
    }

    /// Does a message ask for what is due? A step of the choice does not ask for the panel of the row that it leaves; what
    /// goes elsewhere asks for nothing of a page that nobody has seen.
    fn is_asked_for(&self, message: &Message<Load>) -> bool {
        let is_bare = matches!(self.overlay, Overlay::None | Overlay::Help(_)) && self.dock.is_none();
        let is_step = |key| matches!(key, Key::Up | Key::Down | Key::PageUp | Key::PageDown);
        match (self.due, message) {
            (Due::Nothing, _) | (_, Message::Resize { .. }) => false,
            (Due::Choice, Message::Key(key)) => !is_step(*key),
            (Due::Page, Message::Key(key)) => !(is_bare && self.what_if == 0 && keys::only_goes(*key)),
            _ => true,
        }
    }

    /// Does a message only change a line that stands over the page?
    fn is_typed(&mut self, message: &Message<Load>) -> bool {
        let is_letter = matches!(
            message,
            Message::Key(_) | Message::Composed(_) | Message::Paste(_) | Message::LoosePaste(_)
        );
        is_letter && self.overlay.query().is_some()
    }

    /// Looks for what was typed, and makes what the finds in sight say.
    pub(super) fn make_finds(&mut self) {
        let mut overlay = std::mem::take(&mut self.overlay);
        if let (Overlay::Find(find), Some(view)) = (&mut overlay, self.view()) {
            find.make_in_sight(&view);
        }
        self.overlay = overlay;
    }

    /// Does a message leave page and slides as they are: a moment of the same day, a step of the deck?
    fn keeps_pages(&self, message: &Message<Load>) -> bool {
        match message {
            Message::Reading(_) => true,
            Message::Tick(now) => self.choices.now.is_some() || now.date() == self.now.date(),
            Message::Key(key) => self.meeting().is_some() && !keys::from_the_wall(*key),
            _ => false,
        }
    }

    /// Makes what is to be drawn, once for all messages since the last drawing.
    pub fn prepare_frame(&mut self) {
        match std::mem::take(&mut self.due) {
            Due::Nothing => {}
            Due::Choice => self.refresh_choice(),
            Due::Page => self.refresh(),
        }
        self.make_finds();
    }

    fn say(&mut self, vi: &str, en: &str) -> Vec<Effect> {
        self.notice = Some(self.lang.pick(vi, en).to_owned());
        Vec::new()
    }

    /// A key that was pressed, or chosen from a list of what can be done.
    fn key(&mut self, key: Key) -> Vec<Effect> {
        (self.notice, self.missed) = (None, None);
        if self.overlay.query().is_some() {
            return self.typed(key);
        }
        let is_composed = matches!(key, Key::Char(letter) if !letter.is_ascii() && letter.is_alphabetic());
        if is_composed && !self.is_key(key) {
            return self.say_input_method();
        }
        if self.meeting().is_some() && !keys::from_the_wall(key) {
            self.meeting_key(key);
            self.tell_of_slide();
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
        let (action, there) = (keys::deck_action(key), self.deck_extent());
        let by = match key {
            Key::Up => -1,
            Key::Down => 1,
            Key::PageUp => -self.screen(),
            Key::PageDown => self.screen(),
            _ => 0,
        };
        let last = self.story_lines().saturating_sub(usize::try_from(self.screen()).unwrap_or(1));
        let Some(meeting) = self.meeting_mut() else { return };
        let is_scrolled = by != 0 && meeting.scroll(by, last);
        if !is_scrolled && !meeting.act(action, there) {
            self.overlay = Overlay::None;
        }
    }

    /// The screen ends with 0 unless nothing was loaded.
    fn exit_code(&self) -> u8 {
        u8::from(matches!(self.data, Data::Nothing(_)))
    }

    fn act(&mut self, action: Action, key: Key) {
        match action {
            Action::Go => {
                if let Key::Char(digit) = key
                    && let Some(tab) = Tab::of_digit(digit)
                {
                    self.go(tab);
                }
            }
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
            Action::Newest => self.newest(),
            Action::PanelUp => self.scroll_panel(-1),
            Action::PanelDown => self.scroll_panel(1),
            Action::Find => {
                self.overlay = Overlay::Find(Find::open(self));
                self.soon = Some(Soon::Finds);
            }
            Action::Group => self.next_group(),
            Action::Sort => self.sort_next(),
            Action::Reverse => self.sort.1 = !self.sort.1,
            Action::WhatIf(by) => self.suppose(|now, _| now.saturating_add(by)),
            Action::JustEnough => self.suppose(|_, enough| enough),
            Action::NoWhatIf => self.suppose(|_, _| 0),
            Action::Unit if self.has_units() => self.pick(Purpose::Unit),
            Action::Unit => {
                self.say("chỉ có một đơn vị, một chuẩn nghèo", "there is one unit and one standard only");
            }
            Action::Copy => self.wish = Some(Request::Copy),
            Action::Save => {
                if let Some(view) = self.view() {
                    self.overlay = Overlay::Save(Save::propose(&view, &self.page, self.tab.name(self.lang)));
                    self.wish = Some(Request::Propose);
                }
            }
            Action::Present => self.present(false),
            Action::Compare => self.pick(Purpose::Compare),
            Action::Language => self.lang = self.lang.other(),
            Action::Help if self.overlay.close_help() => {}
            Action::Help => self.overlay = Overlay::Help(0),
            Action::Reload | Action::Quit => {}
        }
    }
}
