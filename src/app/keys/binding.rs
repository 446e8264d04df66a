//! What a line of the table of keys is made of.

use super::super::message::Key;
use super::super::state::App;

/// What a key can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Go to the tab of the digit.
    Go,
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
    /// The newest snapshot of all, and back.
    Newest,
    /// Find.
    Find,
    /// Poor, near-poor, both.
    Group,
    /// Sort by the next column.
    Sort,
    /// Sort the other way round.
    Reverse,
    /// The text of the panel, a line up.
    PanelUp,
    /// The text of the panel, a line down.
    PanelDown,
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

impl Action {
    /// Does it ask for nothing of the page that it leaves?
    pub fn only_goes(self) -> bool {
        use Action::{
            Back, Earlier, Go, Group, Help, Language, Later, Newest, NextTab, PreviousTab, Quit, Reload,
            Reverse, UpLevel,
        };
        matches!(
            self,
            Go | NextTab
                | PreviousTab
                | Earlier
                | Later
                | Newest
                | Back
                | UpLevel
                | Language
                | Group
                | Reverse
                | Help
                | Reload
                | Quit
        )
    }
}

/// Vietnamese and English.
pub type KeyWords = (&'static str, &'static str);

/// A line of the table, of keys that ask for an action of a kind.
pub struct Binding<A: 'static> {
    /// The keys.
    pub(super) keys: &'static [Key],
    /// What they do.
    pub(super) action: A,
    /// When they do something.
    pub(super) when: fn(&App) -> bool,
    /// In the footer: the keys as shown and what they do; empty: not offered there.
    pub(super) brief: (KeyWords, fn(&App) -> KeyWords),
    /// In the help, likewise; empty: stands in the line of its sister.
    pub(super) long: (&'static str, KeyWords),
}

/// A key that always does something and is named nowhere yet.
pub(super) const fn binding<A>(keys: &'static [Key], action: A) -> Binding<A> {
    Binding { keys, action, when: |_| true, brief: (("", ""), |_| ("", "")), long: ("", ("", "")) }
}

impl<A: Copy> Binding<A> {
    pub(super) const fn when(mut self, when: fn(&App) -> bool) -> Self {
        self.when = when;
        self
    }

    pub(super) const fn footer(mut self, shown: &'static str, brief: fn(&App) -> KeyWords) -> Self {
        self.brief = ((shown, shown), brief);
        self
    }

    /// Of keys that are named in words.
    pub(super) const fn footer_in_words(mut self, shown: KeyWords, brief: fn(&App) -> KeyWords) -> Self {
        self.brief = (shown, brief);
        self
    }

    pub(super) const fn help(mut self, shown: &'static str, vi: &'static str, en: &'static str) -> Self {
        self.long = (shown, (vi, en));
        self
    }
}
