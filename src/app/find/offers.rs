//! What the search line offers before anything is typed: examples of what it finds, and what keys do here.

use crate::model::measure::{Aspect, Group};
use crate::page::View;
use crate::text::fold;
use crate::text::say::what;
use crate::text::show;

use super::super::keys;
use super::super::message::Key;
use super::super::state::App;

/// Something to type or to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The text to type, or the key.
    pub shown: String,
    /// What it finds, or what it does.
    pub words: String,
    /// What choosing it does.
    pub does: Does,
}

/// What choosing an offer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Types its text.
    Type,
    /// Presses its key.
    Press(Key),
}

/// The example among the areas: with a number of its own it shows best how little must be typed.
const AREA: usize = 2;
/// Letters of an abbreviation at least.
const ABBREVIATION: usize = 3;

/// Examples first, then what can be done.
pub fn of(app: &App) -> Vec<Offer> {
    let examples = app.view().map(|view| examples(&view)).unwrap_or_default();
    let done = keys::offers(app).into_iter().map(|(key, shown, words)| Offer {
        shown: shown.to_owned(),
        words: words.to_owned(),
        does: Does::Press(key),
    });
    examples.into_iter().chain(done).collect()
}

/// An area without accents, a programme by its abbreviation, a number without its dots.
fn examples(view: &View) -> Vec<Offer> {
    let whole = view.whole();
    let area = whole.areas.get(AREA).or(whole.areas.first()).map(|area| view.lang.wording(&area.name.name));
    let area = area.map(|name| (fold::fold(name), name.to_owned()));
    let programmes = view.history.programmes(view.at).map(|(_, all)| all).unwrap_or_default();
    let mut names = programmes.iter().map(|programme| view.lang.wording(&programme.named.name));
    let programme = names.find_map(|name| Some((abbreviation(name)?, name.to_owned())));
    let households = whole.groups().iter().chain([&Group::Combined]);
    let counts = households.filter_map(|group| whole.figure(*group, &Aspect::Households).ok());
    let number = counts.map(|figure| {
        let digits = show::number(view.lang, &figure, show::Style::Plain);
        (fold::find_key(digits.trim()), what::name(view.lang, &figure.subject))
    });
    let found = area.into_iter().chain(programme).chain(number.take(1));
    found.map(|(shown, words)| Offer { shown, words, does: Does::Type }).collect()
}

/// The first word that stands in capitals alone, as it is typed: "bhyt".
fn abbreviation(name: &str) -> Option<String> {
    let mut words = name.split(|letter: char| !letter.is_alphanumeric());
    let is_short_for =
        |word: &&str| word.chars().count() >= ABBREVIATION && word.chars().all(char::is_uppercase);
    words.find(is_short_for).map(fold::fold)
}
