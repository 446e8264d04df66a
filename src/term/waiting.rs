//! What came from outside and was not acted upon yet.

use std::collections::VecDeque;

use crate::app::message::{Key, Message};

/// Nobody types so many keys ahead: a key that stuck, or a text that was pasted where none is typed.
const FLOOD: usize = 512;
/// So many of the last keys of a flood count: one of them may end the program.
const LAST: usize = 64;

/// Messages in the order in which they came.
#[derive(Debug)]
pub(super) struct Waiting<L>(VecDeque<Message<L>>);

impl<L> Waiting<L> {
    pub(super) fn new() -> Self {
        Self(VecDeque::new())
    }

    pub(super) fn add(&mut self, messages: Vec<Message<L>>) {
        self.0.extend(messages);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn next(&mut self) -> Option<Message<L>> {
        self.0.pop_front()
    }

    /// For when acting takes longer than they come: a key that ends everything is not behind others, and of a flood the
    /// keys before the last go.
    pub(super) fn thin_out(&mut self) {
        let keys = self.0.iter().filter(|message| is_key(message)).count();
        let gone = match self.0.iter().rposition(ends) {
            Some(end) => self.0.range(..end).filter(|message| is_key(message)).count(),
            None if keys > FLOOD => keys - LAST,
            None => return,
        };
        let mut seen = 0;
        self.0.retain(|message| {
            seen += usize::from(is_key(message));
            !is_key(message) || seen > gone
        });
    }
}

fn is_key<L>(message: &Message<L>) -> bool {
    matches!(message, Message::Key(_) | Message::Composed(_))
}

/// Is it one of the keys that would be signals if the terminal were not raw?
fn ends<L>(message: &Message<L>) -> bool {
    matches!(message, Message::Key(Key::Ctrl('c' | '\\')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(messages: Vec<Message<()>>) -> Vec<Message<()>> {
        let mut waiting = Waiting::new();
        waiting.add(messages);
        waiting.thin_out();
        waiting.0.into()
    }

    fn keys(keys: &str) -> Vec<Message<()>> {
        keys.chars().map(|key| Message::Key(Key::Char(key))).collect()
    }

    #[test]
    fn of_a_flood_the_last_keys_stay_and_of_fewer_all() {
        let few = keys(&"s".repeat(FLOOD));
        assert_eq!(of(few.clone()), few);
        let many = keys(&("s".repeat(FLOOD) + "q"));
        assert_eq!(of(many.clone()), many[many.len() - LAST..]);
    }

    #[test]
    fn what_is_no_key_stays_in_its_place() {
        let loaded = [Message::Loaded(Box::new(())), Message::LoadFailed];
        let many = [keys(&"s".repeat(300)), loaded.to_vec(), keys(&"s".repeat(300))].concat();
        assert_eq!(of(many), [loaded.to_vec(), keys(&"s".repeat(LAST))].concat());
    }

    #[test]
    fn an_end_is_not_behind_other_keys() {
        let end = Message::Key(Key::Ctrl('c'));
        let some = [keys("ss"), vec![Message::LoadFailed, end.clone()], keys("s")].concat();
        assert_eq!(of(some), [vec![Message::LoadFailed, end], keys("s")].concat());
    }
}
