//! The one table of keys. What a key does, what the footer offers and what the help lists are read from it, so they
//! cannot disagree.

mod here;
mod table;

use crate::page::Tab;
use crate::text::Lang;

use super::message::Key;
use super::overlay::Overlay;
use super::state::App;

/// What a key can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Go to that tab.
    Go(Tab),
    /// One tab on.
    NextTab,
    /// One tab back.
    PreviousTab,
    /// Choose the row above.
    Up,
    /// Choose the row below.
    Down,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// Open the row's page or the story of its figures; in the panel: follow the number.
    Open,
    /// Close what is open, else go back.
    Back,
    /// Up a level.
    UpLevel,
    /// The snapshot before.
    Earlier,
    /// The snapshot after.
    Later,
    /// The newest reported snapshot, and back.
    Reported,
    /// Find.
    Find,
    /// Poor, near-poor, both.
    Group,
    /// Sort by the next column.
    Sort,
    /// Sort the other way round.
    Reverse,
    /// What if: so many more households (fewer when negative) leave the group of the chosen target.
    WhatIf(i64),
    /// What if: just enough households to meet the target.
    JustEnough,
    /// What if: none.
    NoWhatIf,
    /// Copy the tables in sight.
    Copy,
    /// Write the tab to a file.
    Save,
    /// Meeting mode.
    Present,
    /// Choose the snapshot to compare with.
    Compare,
    /// Choose the unit and standard.
    Unit,
    /// The other language.
    Language,
    /// Read again.
    Reload,
    /// Help.
    Help,
    /// Close the program.
    Quit,
}

/// What a key can ask of the deck on the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeckAction {
    /// The next slide.
    Next,
    /// The slide before.
    Back,
    /// The slide of the number that is typed.
    Number,
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

/// Vietnamese and English.
pub type Words = (&'static str, &'static str);

/// A line of the table, of keys that ask for an action of a kind.
pub struct Binding<A: 'static> {
    /// The keys.
    keys: &'static [Key],
    /// What they do.
    action: A,
    /// When they do something.
    when: fn(&App) -> bool,
    /// In the footer: the keys as shown and what they do; empty: not offered there.
    brief: (&'static str, fn(&App) -> Words),
    /// In the help, likewise; empty: stands in the line of its sister.
    long: (&'static str, Words),
}

/// A key that always does something and is named nowhere yet.
const fn on<A>(keys: &'static [Key], action: A) -> Binding<A> {
    Binding { keys, action, when: |_| true, brief: ("", |_| ("", "")), long: ("", ("", "")) }
}

impl<A: Copy> Binding<A> {
    const fn when(mut self, when: fn(&App) -> bool) -> Self {
        self.when = when;
        self
    }

    const fn footer(mut self, shown: &'static str, brief: fn(&App) -> Words) -> Self {
        self.brief = (shown, brief);
        self
    }

    const fn help(mut self, shown: &'static str, vi: &'static str, en: &'static str) -> Self {
        self.long = (shown, (vi, en));
        self
    }
}

/// What a key does here.
pub fn action(app: &App, key: Key) -> Option<Action> {
    table::BINDINGS.iter().find(|b| b.keys.contains(&key) && (b.when)(app)).map(|b| b.action)
}

/// What a key asks of the deck on the wall.
pub fn deck_action(key: Key) -> Option<DeckAction> {
    table::ON_THE_WALL.iter().find(|b| b.keys.contains(&key)).map(|b| b.action)
}

/// Does a key mean in the meeting what it means everywhere? All others belong to the deck.
pub fn from_the_wall(key: Key) -> bool {
    matches!(key, Key::Char('q' | 'L'))
}

/// Key and words.
pub type Hint = (&'static str, &'static str);

/// What the footer offers here, in the order of the table; of what lies over the page only its own keys.
pub fn hints(app: &App) -> Vec<Hint> {
    let lang = app.lang;
    let own = |words: &[(&'static str, Words)]| {
        words.iter().map(|(key, words)| (*key, pick(lang, *words))).collect()
    };
    match app.overlay {
        Overlay::Find(_) | Overlay::Picker(_) => {
            own(&[("▲▼", ("chọn", "choose")), ("Enter", ("đến", "go there")), ("Esc", ("đóng", "close"))])
        }
        Overlay::Save(_) => own(&[("Enter", ("ghi", "write")), ("Esc", ("thôi", "cancel"))]),
        Overlay::Help(_) => own(&[("▲▼", ("cuộn", "scroll")), ("Esc", ("đóng trợ giúp", "close the help"))]),
        Overlay::Meeting(_) => offered(app, table::ON_THE_WALL),
        Overlay::None => offered(app, table::BINDINGS),
    }
}

fn offered<A>(app: &App, bindings: &[Binding<A>]) -> Vec<Hint> {
    let offered = bindings.iter().filter(|b| (b.when)(app));
    let hints = offered.map(|b| (b.brief.0, pick(app.lang, (b.brief.1)(app))));
    hints.filter(|(_, words)| !words.is_empty()).collect()
}

/// What the help lists: keys and words.
pub fn help(lang: Lang) -> Vec<Hint> {
    let lines = table::BINDINGS.iter().map(|b| (b.long.0, pick(lang, b.long.1)));
    lines.filter(|(_, words)| !words.is_empty()).collect()
}

fn pick(lang: Lang, (vi, en): Words) -> &'static str {
    lang.pick(vi, en)
}
