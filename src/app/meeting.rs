//! Meeting mode: which slide is on the wall, and whether they run by themselves.

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
    /// The story of the slide's number; in a story that of the next one.
    Story,
    /// The keys.
    Help,
    /// Leave the wall.
    End,
}

/// What is shown in place of the slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Aside {
    /// Nothing.
    #[default]
    None,
    /// The keys.
    Help,
    /// The story of one of the slide's figures, from a line on.
    Story(usize, usize),
}

/// How much there is to go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// Slides of the deck.
    pub slides: usize,
    /// Figures of the slide on the wall that have a story.
    pub stories: usize,
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
    /// What is shown in place of the slide.
    pub aside: Aside,
    /// The seconds that the slide has stood, counted by ticks and not by the clock, which may be set meanwhile. The first
    /// tick begins them, as the clock speaks at full minutes only before.
    stood: Option<u32>,
    /// The digits of a slide's number typed so far.
    typed: usize,
    /// So many ticks of the clock the next digit may still come: one right after it, then one a second.
    patience: u8,
}

/// A digit belongs to the number before it for two seconds: later it begins a number of its own.
const PATIENCE: u8 = 3;

impl Meeting {
    /// The deck from its first slide, running by itself or not.
    pub fn new(runs: bool) -> Self {
        Self { runs, ..Self::default() }
    }

    /// Takes what a key asks; false when it ends the meeting. Any key, also one that asks nothing, lights a black screen
    /// again, and takes away what stands in place of the slide.
    pub fn act(&mut self, action: Option<DeckAction>, there: Extent) -> bool {
        let typed = std::mem::take(&mut self.typed);
        let black = std::mem::take(&mut self.black);
        let aside = std::mem::take(&mut self.aside);
        let count = there.slides;
        match action {
            Some(DeckAction::End) => return aside != Aside::None,
            Some(DeckAction::Help) if aside != Aside::Help => self.aside = Aside::Help,
            Some(DeckAction::Story) => self.tell(aside, there),
            Some(DeckAction::Black) => self.black = !black,
            Some(DeckAction::Run) => self.runs = !self.runs,
            Some(DeckAction::Number(digit)) => self.jump(typed, digit, count),
            Some(DeckAction::Next) => self.step(1, count),
            Some(DeckAction::Back) => self.step(-1, count),
            Some(DeckAction::First) => self.at = 0,
            Some(DeckAction::Last) => self.at = count.saturating_sub(1),
            Some(DeckAction::Help) | None => {}
        }
        self.stood = None;
        true
    }

    /// The first figure's story, or that of the next one; a slide without a figure makes room for the one after it.
    fn tell(&mut self, aside: Aside, there: Extent) {
        match aside {
            _ if there.stories == 0 => self.step(1, there.slides),
            Aside::Story(at, _) => self.aside = Aside::Story((at + 1) % there.stories, 0),
            Aside::None | Aside::Help => self.aside = Aside::Story(0, 0),
        }
    }

    /// Moves the story by so many of its lines, of which the last may come to the top; false when none is open.
    pub fn scroll(&mut self, by: isize, last: usize) -> bool {
        let Aside::Story(at, first) = self.aside else { return false };
        self.aside = Aside::Story(at, first.saturating_add_signed(by).min(last));
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
    pub fn tick(&mut self, every: u32, count: usize) {
        self.patience = self.patience.saturating_sub(1);
        if self.patience == 0 {
            self.typed = 0;
        }
        let stood = self.stood.map_or(0, |seconds| seconds.saturating_add(1));
        self.stood = Some(stood);
        let long_enough = stood >= every.max(1);
        if self.runs && !self.black && self.aside == Aside::None && long_enough && count > 0 {
            self.at = (self.at + 1) % count;
            self.stood = Some(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::keys::deck_action;
    use super::super::message::Key;
    use super::*;

    const SLIDES: Extent = Extent { slides: 13, stories: 2 };

    fn seconds(meeting: &mut Meeting, count: u32) {
        (0..count).for_each(|_| meeting.tick(15, 2));
    }

    fn after(keys: &str) -> Meeting {
        let mut meeting = Meeting::default();
        for key in keys.chars() {
            assert!(meeting.act(deck_action(Key::Char(key)), SLIDES));
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
        last.act(deck_action(Key::Right), SLIDES);
        assert_eq!(last.at, 12);
    }

    #[test]
    fn a_digit_that_comes_late_begins_a_number_of_its_own() {
        let mut meeting = after("1");
        assert!(meeting.counts_seconds());
        meeting.tick(15, 13);
        assert!(meeting.act(deck_action(Key::Char('2')), SLIDES));
        assert_eq!(meeting.at, 11);
        seconds(&mut meeting, 3);
        assert!(!meeting.counts_seconds(), "an idle screen sleeps");
        assert!(meeting.act(deck_action(Key::Char('3')), SLIDES));
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
    fn case_58_it_runs_by_itself_by_its_own_seconds_and_begins_again() {
        let mut meeting = after("a");
        meeting.tick(15, 2);
        seconds(&mut meeting, 14);
        assert_eq!(meeting.at, 0);
        seconds(&mut meeting, 1);
        assert_eq!(meeting.at, 1);
        seconds(&mut meeting, 14);
        assert_eq!(meeting.at, 1);
        seconds(&mut meeting, 1);
        assert_eq!(meeting.at, 0);
    }

    #[test]
    fn escape_ends_it() {
        assert!(!Meeting::default().act(deck_action(Key::Esc), SLIDES));
        assert!(!Meeting::default().act(deck_action(Key::Char('m')), SLIDES));
    }

    /// Enter tells of the slide's figures one after the other; Esc goes back to the slide and ends nothing.
    #[test]
    fn a_story_stands_in_place_of_its_slide() {
        let mut meeting = after("3");
        let press = |meeting: &mut Meeting, key| meeting.act(deck_action(key), SLIDES);
        for at in [0, 1, 0] {
            assert!(press(&mut meeting, Key::Enter));
            assert_eq!((meeting.at, meeting.aside), (2, Aside::Story(at, 0)));
        }
        assert!(meeting.scroll(3, 2));
        assert_eq!(meeting.aside, Aside::Story(0, 2));
        meeting.runs = true;
        seconds(&mut meeting, 9);
        assert_eq!(meeting.at, 2, "who reads a story is not taken to the next slide");
        assert!(press(&mut meeting, Key::Esc));
        assert_eq!((meeting.at, meeting.aside), (2, Aside::None));
        assert!(!press(&mut meeting, Key::Esc));
    }

    #[test]
    fn a_slide_without_a_figure_has_no_story() {
        let mut meeting = Meeting::default();
        assert!(meeting.act(deck_action(Key::Enter), Extent { stories: 0, ..SLIDES }));
        assert_eq!((meeting.at, meeting.aside), (1, Aside::None));
    }

    #[test]
    fn the_keys_are_shown_until_the_next_key() {
        let mut meeting = after("?");
        assert_eq!(meeting.aside, Aside::Help);
        assert!(meeting.act(deck_action(Key::Char('?')), SLIDES) && meeting.aside == Aside::None);
        assert_eq!((after("? ").at, after("? ").aside), (1, Aside::None));
    }
}
