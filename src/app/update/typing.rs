//! Lines that are typed: finding, choosing from a list, naming a file.

use super::super::find::Find;
use super::super::message::{Composed, Effect, Key};
use super::super::picker::{Picker, Purpose};
use super::super::query::Query;
use super::super::save::Wish;
use super::super::state::App;

impl App {
    /// The line that is being typed, when one is.
    pub(super) fn query(&mut self) -> Option<&mut Query> {
        let find = self.find.as_mut().map(|find| &mut find.query);
        let picker = self.picker.as_mut().map(|picker| &mut picker.query);
        find.or(picker).or(self.save.as_mut().map(|save| &mut save.query))
    }

    /// Changes the line that is being typed and looks what it finds; false when none is.
    pub(super) fn write(&mut self, change: impl FnOnce(&mut Query)) -> bool {
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
    pub(super) fn composed(&mut self, composed: &Composed) -> Vec<Effect> {
        if self.write(|query| query.correct(composed)) {
            return Vec::new();
        }
        self.key(Key::Char(composed.key))
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.write(|query| query.paste(text));
        Vec::new()
    }

    pub(super) fn pick(&mut self, purpose: Purpose) {
        self.picker = self.view().map(|view| Picker::open(purpose, &view, self.history));
    }

    /// A key while a line is typed.
    pub(super) fn typed(&mut self, key: Key) {
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
}
