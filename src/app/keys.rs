//! The one table of keys. What a key does, what the footer offers and what the help lists are read from it, so they
//! cannot disagree.

pub mod binding;
mod here;
mod table;

use crate::text::Lang;

use super::meeting::DeckAction;
use super::message::Key;
use super::overlay::Overlay;
use super::state::App;
use binding::{Action, Binding, KeyWords};

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
    let own = |words: &[(&'static str, KeyWords)]| {
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

fn pick(lang: Lang, (vi, en): KeyWords) -> &'static str {
    lang.pick(vi, en)
}
