//! Lines that are typed: finding, choosing from a list, naming a file.

use super::super::find::{Does, Find, Offer};
use super::super::keys;
use super::super::keys::binding::Action;
use super::super::message::{Composed, Effect, Key};
use super::super::overlay::Overlay;
use super::super::picker::{Picker, Purpose};
use super::super::query::Query;
use super::super::save::Request;
use super::super::state::App;
use crate::page::Tab;

impl App {
    /// Changes the line that is being typed and looks what it finds; false when none is.
    pub(super) fn write(&mut self, change: impl FnOnce(&mut Query)) -> bool {
        let Some(query) = self.overlay.query() else { return false };
        change(query);
        if let Overlay::Save(save) = &mut self.overlay {
            save.refused = None;
        }
        self.search_again();
        true
    }

    /// An input method took letters back: in a line that is typed it is a correction, elsewhere the key that was
    /// meant.
    pub(super) fn composed(&mut self, composed: &Composed) -> Vec<Effect> {
        if self.write(|query| query.correct(composed)) {
            return Vec::new();
        }
        // Which of the two layouts it is cannot be seen, and a guess would do what nobody asked for.
        if composed.digit.is_some_and(|digit| self.is_key(Key::Char(digit))) {
            return self.say_input_method();
        }
        self.key(Key::Char(composed.key))
    }

    /// Says that keys come changed.
    pub(super) fn say_input_method(&mut self) -> Vec<Effect> {
        self.say("bộ gõ đang bật: gõ lại", "an input method is on: press again")
    }

    /// Does the key ask for something here?
    pub(super) fn is_key(&self, key: Key) -> bool {
        if self.meeting().is_some() && !keys::from_the_wall(key) {
            return keys::deck_action(key).is_some();
        }
        match keys::action(self, key) {
            Some(Action::Go) => matches!(key, Key::Char(digit) if Tab::of_digit(digit).is_some()),
            action => action.is_some(),
        }
    }

    /// What looks pasted: in a line that is typed its text.
    pub(super) fn loose_paste(&mut self, text: &str) -> Vec<Effect> {
        if self.write(|query| query.paste(text)) {
            return Vec::new();
        }
        self.say("bỏ qua đoạn dán", "a pasted text was ignored")
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.write(|query| query.paste(text));
        Vec::new()
    }

    pub(super) fn pick(&mut self, purpose: Purpose) {
        if let Some(view) = self.view() {
            self.overlay = Overlay::Picker(Picker::open(purpose, &view, self.history));
        }
    }

    /// A key while a line is typed.
    pub(super) fn typed(&mut self, key: Key) -> Vec<Effect> {
        match key {
            Key::Esc => self.overlay = Overlay::None,
            Key::Enter => return self.accept(),
            Key::Up => self.move_hit(-1),
            Key::Down => self.move_hit(1),
            Key::Home => self.move_hit(isize::MIN),
            Key::End => self.move_hit(isize::MAX),
            Key::PageUp => self.move_hit(-self.screen()),
            Key::PageDown => self.move_hit(self.screen()),
            Key::Backspace => {
                self.write(Query::erase);
            }
            Key::Ctrl('u') => {
                self.write(Query::clear);
            }
            Key::Char(c) => {
                self.write(|query| query.add(&c.to_string()));
            }
            _ => {}
        }
        Vec::new()
    }

    fn move_hit(&mut self, by: isize) {
        self.make_finds();
        match &mut self.overlay {
            Overlay::Find(find) => find.move_by(by),
            Overlay::Picker(picker) => picker.move_by(by),
            Overlay::None | Overlay::Help(_) | Overlay::Save(_) | Overlay::Meeting(_) => {}
        }
    }

    fn search_again(&mut self) {
        let mut overlay = std::mem::take(&mut self.overlay);
        match (&mut overlay, self.view()) {
            (Overlay::Find(find), Some(_)) => find.is_changed = true,
            (Overlay::Picker(picker), Some(view)) => picker.narrow(&view),
            _ => {}
        }
        self.overlay = overlay;
    }

    fn accept(&mut self) -> Vec<Effect> {
        self.make_finds();
        match std::mem::take(&mut self.overlay) {
            Overlay::Find(find) => match find.offer().cloned() {
                Some(offer) => return self.take_offer(find, &offer),
                None => self.take_hit(&find),
            },
            Overlay::Picker(picker) => self.take_choice(&picker),
            Overlay::Save(save) => {
                // Open until the file is written.
                self.wish = Some(Request::Save(save.query.text.trim().to_owned()));
                self.overlay = Overlay::Save(save);
            }
            other => self.overlay = other,
        }
        Vec::new()
    }

    /// Types the example, or presses the key.
    fn take_offer(&mut self, find: Find, offer: &Offer) -> Vec<Effect> {
        match offer.does {
            Does::Press(key) => self.key(key),
            Does::Type => {
                self.overlay = Overlay::Find(find);
                self.write(|query| query.add(&offer.shown));
                Vec::new()
            }
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
}
