//! Meeting mode: which slide is on the wall, and whether they run by themselves.

use chrono::{NaiveDateTime, TimeDelta};

/// Seconds a slide stays when they run by themselves and nobody said how long.
pub const EVERY: u32 = 15;

/// What a key can ask of the deck on the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeckAction {
    /// The next slide.
    Next,
    /// The slide before.
    Back,
    /// A digit of the number of a slide.
    Number(usize),
    /// The first slide.
    First,
    /// The last slide.
    Last,
    /// Run by itself, or stand.
    Run,
    /// Black, or light again.
    Black,
    /// Leave the wall.
    End,
}

/// The deck on the wall.
#[derive(Debug, Clone, Default)]
pub struct Meeting {
    /// The slide, from 0.
    pub at: usize,
    /// Do the slides run by themselves?
    pub runs: bool,
    /// Is the screen black?
    pub black: bool,
    /// When the slide came: told by the first tick after it, as the clock speaks at full minutes only before.
    since: Option<NaiveDateTime>,
    /// The digits of a slide's number typed so far.
    typed: usize,
    /// So many ticks of the clock the next digit may still come: one right after it, then one a second.
    patience: u8,
}

/// A digit belongs to the number before it for two seconds: later it begins a number of its own.
const PATIENCE: u8 = 3;

impl Meeting {
    /// The deck from its first slide.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes what a key asks, of a deck of so many slides; false when it ends the meeting. Any key, also one that asks
    /// nothing, lights a black screen again.
    pub fn act(&mut self, action: Option<DeckAction>, count: usize) -> bool {
        let typed = std::mem::take(&mut self.typed);
        let black = std::mem::take(&mut self.black);
        match action {
            Some(DeckAction::End) => return false,
            Some(DeckAction::Black) => self.black = !black,
            Some(DeckAction::Run) => self.runs = !self.runs,
            Some(DeckAction::Number(digit)) => self.jump(typed, digit, count),
            Some(DeckAction::Next) => self.step(1, count),
            Some(DeckAction::Back) => self.step(-1, count),
            Some(DeckAction::First) => self.at = 0,
            Some(DeckAction::Last) => self.at = count.saturating_sub(1),
            None => {}
        }
        self.since = None;
        true
    }

    /// Goes to the slide whose number was typed: `1` goes to the first, `2` right after it to the twelfth, if there is
    /// one.
    fn jump(&mut self, typed: usize, digit: usize, count: usize) {
        let both = typed * 10 + digit;
        let number = if both <= count { both } else { digit };
        if (1..=count).contains(&number) {
            self.at = number - 1;
            (self.typed, self.patience) = (number, PATIENCE);
        }
    }

    /// Does it change as the seconds go by?
    pub fn counts_seconds(&self) -> bool {
        self.runs || self.typed > 0
    }

    /// Keeps to the deck when it has become shorter.
    pub fn keep_within(&mut self, count: usize) {
        self.at = self.at.min(count.saturating_sub(1));
    }

    fn step(&mut self, by: isize, count: usize) {
        self.at = self.at.saturating_add_signed(by).min(count.saturating_sub(1));
    }

    /// Goes on by itself when a slide has stood long enough; after the last comes the first.
    pub fn tick(&mut self, now: NaiveDateTime, every: u32, count: usize) {
        self.patience = self.patience.saturating_sub(1);
        if self.patience == 0 {
            self.typed = 0;
        }
        let since = *self.since.get_or_insert(now);
        let long_enough = now - since >= TimeDelta::seconds(i64::from(every.max(1)));
        if self.runs && !self.black && long_enough && count > 0 {
            self.at = (self.at + 1) % count;
            self.since = Some(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::keys::deck_action;
    use super::super::message::Key;
    use super::*;

    fn at(second: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2024, 2, 1).and_then(|day| day.and_hms_opt(9, 0, second)).unwrap_or_default()
    }

    fn after(keys: &str) -> Meeting {
        let mut meeting = Meeting::new();
        for key in keys.chars() {
            assert!(meeting.act(deck_action(Key::Char(key)), 13));
        }
        meeting
    }

    #[test]
    fn slides_are_stepped_and_called_by_number() {
        assert_eq!(after("   ").at, 3);
        assert_eq!(after("  [").at, 1);
        assert_eq!(after("5").at, 4);
        assert_eq!(after("12").at, 11, "two digits");
        assert_eq!(after("15").at, 4, "there is no fifteenth");
        assert_eq!(after("1 2").at, 1, "another key begins a new number");
        assert_eq!(after("0").at, 0);
        let mut last = after("13");
        last.act(deck_action(Key::Right), 13);
        assert_eq!(last.at, 12);
    }

    #[test]
    fn a_digit_that_comes_late_begins_a_number_of_its_own() {
        let mut meeting = after("1");
        assert!(meeting.counts_seconds());
        meeting.tick(at(1), 15, 13);
        assert!(meeting.act(deck_action(Key::Char('2')), 13));
        assert_eq!(meeting.at, 11);
        for second in 2..5 {
            meeting.tick(at(second), 15, 13);
        }
        assert!(!meeting.counts_seconds(), "an idle screen sleeps");
        assert!(meeting.act(deck_action(Key::Char('3')), 13));
        assert_eq!(meeting.at, 2);
    }

    #[test]
    fn a_deck_that_has_become_shorter_still_has_a_slide() {
        let mut meeting = after("13");
        meeting.keep_within(9);
        assert_eq!(meeting.at, 8);
        meeting.keep_within(0);
        assert_eq!(meeting.at, 0);
    }

    #[test]
    fn a_black_screen_lights_with_the_next_key() {
        assert!(after("b").black);
        assert!(!after("bb").black);
        assert!(!after("b ").black);
    }

    #[test]
    fn it_runs_by_itself_and_begins_again() {
        let mut meeting = after("a");
        meeting.tick(at(0), 15, 2);
        meeting.tick(at(14), 15, 2);
        assert_eq!(meeting.at, 0);
        meeting.tick(at(15), 15, 2);
        assert_eq!(meeting.at, 1);
        meeting.tick(at(29), 15, 2);
        assert_eq!(meeting.at, 1);
        meeting.tick(at(30), 15, 2);
        assert_eq!(meeting.at, 0);
    }

    #[test]
    fn escape_ends_it() {
        assert!(!Meeting::new().act(deck_action(Key::Esc), 3));
        assert!(!Meeting::new().act(deck_action(Key::Char('m')), 3));
    }
}
