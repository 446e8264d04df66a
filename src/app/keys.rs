//! The one table of keys. What a key does, what the footer offers and what the help lists are read from it, so they
//! cannot disagree.

pub mod binding;
mod here;
mod table;

use crate::text::Lang;

use super::meeting::{Aside, DeckAction};
use super::message::Key;
use super::overlay::Overlay;
use super::state::App;
use binding::{Action, Binding, KeyWords};

/// What a key does here.
pub fn action(app: &App, key: Key) -> Option<Action> {
    table::BINDINGS.iter().find(|b| b.keys.contains(&key) && (b.when)(app)).map(|b| b.action)
}

/// Does a key do nothing here but go elsewhere, whatever rows the page has?
pub fn only_goes(key: Key) -> bool {
    table::BINDINGS.iter().filter(|b| b.keys.contains(&key)).all(|b| b.action.only_goes())
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
    match &app.overlay {
        Overlay::Find(_) | Overlay::Picker(_) => {
            own(&[("▲▼", ("chọn", "choose")), ("Enter", ("đến", "go there")), ("Esc", ("đóng", "close"))])
        }
        Overlay::Save(_) => own(&[("Enter", ("ghi", "write")), ("Esc", ("thôi", "cancel"))]),
        Overlay::Help(_) => own(&[("▲▼", ("cuộn", "scroll")), ("Esc", ("đóng trợ giúp", "close the help"))]),
        Overlay::Meeting(meeting) => match meeting.aside {
            Aside::None => offered(app, table::ON_THE_WALL),
            Aside::Help => own(&[("Esc", ("về trang", "back to the slide"))]),
            Aside::Story(..) => own(&[
                ("Enter", ("số khác", "next figure")),
                ("▲▼", ("cuộn", "scroll")),
                ("Esc", ("về trang", "back to the slide")),
            ]),
        },
        Overlay::None => {
            let mut hints = offered(app, table::BINDINGS);
            // A sort that is stable: what the tab adds keeps the order of the table.
            let needed = |key: &str| NEEDED.iter().position(|first| *first == key).unwrap_or(NEEDED.len());
            let after = |key: &str| FIRST.len() + needed(key);
            hints.sort_by_key(|(key, _)| {
                FIRST.iter().position(|first| first == key).unwrap_or_else(|| after(key))
            });
            hints
        }
    }
}

/// What every page offers, in this order; after it comes what the tab adds.
const FIRST: [&str; 7] = ["▲▼", "Enter", "[ ]", "/", MEETING, "?", "q"];
/// What is offered only while it is needed: the way back, and on in a text that is longer than its room. It stands
/// first of what does not stand in every footer.
const NEEDED: [&str; 2] = [ESC, "{ }"];
/// The way back, which stays longest: beside it what opens something goes.
const ESC: &str = "Esc";
/// The key to the meeting, as it is shown.
const MEETING: &str = "m";
/// What one tab alone has.
const OF_TAB: [&str; 2] = ["s S", "+ −"];

/// The place of the hint that a footer too narrow for all of them can do without first: the last of what the tab adds,
/// then the way to the meeting. What is needed now goes after search and periods, which are always there.
pub fn least_needed(hints: &[Hint]) -> usize {
    let common = hints.iter().take_while(|(key, _)| FIRST.contains(key)).count();
    let (always, added) = hints.split_at(common);
    let is = |keys: &'static [&'static str]| move |(key, _): &Hint| keys.contains(key);
    let (is_needed, is_of_tab) = (is(&NEEDED), is(&OF_TAB));
    let of_always = |key| always.iter().position(|(shown, _)| *shown == key).filter(|_| !added.is_empty());
    let last = |may_go: &dyn Fn(&Hint) -> bool| added.iter().rposition(may_go).map(|at| common + at);
    last(&|hint| !is_needed(hint) && !is_of_tab(hint))
        .or_else(|| of_always(MEETING))
        .or_else(|| last(&|hint| !is_needed(hint)))
        .or_else(|| of_always("/"))
        .or_else(|| of_always("[ ]"))
        .or_else(|| last(&|(key, _)| *key != ESC))
        .or_else(|| of_always("Enter"))
        .or_else(|| last(&|_| true))
        .unwrap_or((hints.len() - 1).saturating_sub(LAST))
}

/// Of what every page offers the last are the help and the way out: these stay.
const LAST: usize = 2;

fn offered<A>(app: &App, bindings: &[Binding<A>]) -> Vec<Hint> {
    let offered = bindings.iter().filter(|b| (b.when)(app));
    let hints = offered.map(|b| (pick(app.lang, b.brief.0), pick(app.lang, (b.brief.1)(app))));
    hints.filter(|(_, words)| !words.is_empty()).collect()
}

/// What can be done from everywhere besides going from row to row: offered by the search line.
const DONE: [Action; 8] = [
    Action::Present,
    Action::Save,
    Action::Copy,
    Action::Compare,
    Action::Newest,
    Action::Unit,
    Action::Language,
    Action::Help,
];

/// Those of them that do something here: the key, as it is shown, and its words.
pub fn offers(app: &App) -> Vec<(Key, &'static str, &'static str)> {
    let found = DONE.iter().filter_map(|action| table::BINDINGS.iter().find(|b| b.action == *action));
    let is_useful = |b: &&Binding<Action>| b.action != Action::Unit || app.has_units();
    let found = found.filter(|b| (b.when)(app)).filter(is_useful);
    // In the help two keys share the line of the help itself.
    let said = |b: &Binding<Action>| {
        if b.action == Action::Help { (b.brief.0.0, (b.brief.1)(app)) } else { b.long }
    };
    let offer = |b: &Binding<Action>| {
        let (shown, words) = said(b);
        Some((*b.keys.first()?, shown, pick(app.lang, words)))
    };
    found.filter_map(offer).collect()
}

/// What the help lists: keys and words. Of a kiosk without those by which something leaves it.
pub fn help(lang: Lang, is_kiosk: bool) -> Vec<Hint> {
    let stays = |b: &&Binding<Action>| !is_kiosk || !matches!(b.action, Action::Copy | Action::Save);
    listed(lang, table::BINDINGS.iter().filter(stays))
}

/// The same for the meeting.
pub fn help_on_the_wall(lang: Lang) -> Vec<Hint> {
    listed(lang, table::ON_THE_WALL.iter())
}

fn listed<A: 'static>(lang: Lang, bindings: impl Iterator<Item = &'static Binding<A>>) -> Vec<Hint> {
    let lines = bindings.map(|b| (b.long.0, pick(lang, b.long.1)));
    lines.filter(|(_, words)| !words.is_empty()).collect()
}

fn pick(lang: Lang, (vi, en): KeyWords) -> &'static str {
    lang.pick(vi, en)
}
