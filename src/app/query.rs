//! A line that is typed: the search line, the one that narrows a list of choices, the name of a file.

use crate::text::{clean, fold};

use super::message::Composed;

/// Letters it holds at most.
const LONGEST: usize = 200;
/// Letters of the name of a file: more than any has, so that one which is too long is refused and not cut.
const LONGEST_NAME: usize = 4096;

/// What has been typed.
#[derive(Debug, Clone)]
pub struct Query {
    /// As typed, clean.
    pub text: String,
    longest: usize,
}

impl Default for Query {
    fn default() -> Self {
        Self { text: String::new(), longest: LONGEST }
    }
}

impl Query {
    /// The name of a file, to be changed.
    pub fn name(text: &str) -> Self {
        let mut query = Self { text: String::new(), longest: LONGEST_NAME };
        query.add(text);
        query
    }

    /// Adds letters, as many as fit.
    pub fn add(&mut self, text: &str) {
        let room = self.longest.saturating_sub(self.text.chars().count());
        self.text.extend(text.chars().filter(|c| !c.is_control()).take(room));
    }

    /// Adds what was pasted.
    pub fn paste(&mut self, text: &str) {
        self.add(&clean::clean(text).0);
    }

    /// Takes the last letter back.
    pub fn erase(&mut self) {
        self.text.pop();
    }

    /// Takes all back.
    pub fn clear(&mut self) {
        self.text.clear();
    }

    /// Applies an input method's correction.
    pub fn correct(&mut self, composed: &Composed) {
        for _ in 0..composed.erase {
            self.erase();
        }
        self.add(&composed.text);
    }

    /// The form in which it is compared with other texts.
    pub fn key(&self) -> String {
        fold::find_key(&self.text)
    }
}
