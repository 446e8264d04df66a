//! A list to choose from: the unit and standard to show, the snapshot to compare with.

use crate::model::history::History;
use crate::page::View;
use crate::page::head::{provenance, short_city};
use crate::say;
use crate::text::say::what::unit_inside;
use crate::text::{Lang, date, fold, glossary};

use super::query::Query;

/// What is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The snapshot to compare with.
    Compare,
    /// The unit under one standard.
    Unit,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its place among the snapshots or histories; none: no comparison.
    pub index: Option<usize>,
    /// What it is.
    pub label: String,
    /// What helps to tell it from others.
    pub note: String,
}

/// An open list.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What is chosen from it.
    pub purpose: Purpose,
    /// What was typed to narrow it.
    pub query: Query,
    /// What it offers.
    pub choices: Vec<Choice>,
    /// The chosen one.
    pub at: usize,
}

impl Picker {
    /// Opens the list at what is shown now.
    pub fn open(purpose: Purpose, view: &View, history: usize) -> Self {
        let mut picker = Self { purpose, query: Query::default(), choices: Vec::new(), at: 0 };
        picker.narrow(view);
        let now = if purpose == Purpose::Unit { Some(history) } else { view.compare };
        picker.at = picker.choices.iter().position(|choice| choice.index == now).unwrap_or(0);
        picker
    }

    /// Looks again after the line changed.
    pub fn narrow(&mut self, view: &View) {
        self.at = 0;
        let wanted = self.query.key();
        let all = match self.purpose {
            Purpose::Compare => snapshots(view),
            Purpose::Unit => units(view),
        };
        let fits =
            |choice: &Choice| fold::find_key(&format!("{} {}", choice.label, choice.note)).contains(&wanted);
        self.choices = all.into_iter().filter(fits).collect();
    }

    /// Chooses another one.
    pub fn move_by(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.choices.len().saturating_sub(1));
    }

    /// The chosen one.
    pub fn choice(&self) -> Option<&Choice> {
        self.choices.get(self.at)
    }
}

/// What can be compared with: no choice of one's own, and every other snapshot, the newest first.
fn snapshots(view: &View) -> Vec<Choice> {
    let none = view.pick("theo mặc định của từng trang", "the default of each page").to_owned();
    let none = Choice { index: None, label: none, note: String::new() };
    let others = view.history.snapshots.iter().enumerate().rev().filter(|(index, _)| *index != view.at);
    let others = others.map(|(index, snapshot)| Choice {
        index: Some(index),
        label: date::day(view.lang, snapshot.as_of()),
        note: provenance(view, snapshot.origin.provenance).to_owned(),
    });
    std::iter::once(none).chain(others).collect()
}

/// Every unit and standard, in the order in which they were loaded.
fn units(view: &View) -> Vec<Choice> {
    let histories = view.world.histories.iter().enumerate();
    histories
        .map(|(index, history)| Choice {
            index: Some(index),
            label: unit_name(view.lang, history),
            note: unit_note(view.lang, history),
        })
        .collect()
}

fn unit_name(lang: Lang, history: &History) -> String {
    let name = lang.wording(&history.unit.name);
    let within = history.snapshots.last().and_then(|snapshot| snapshot.within.as_ref());
    within.map_or_else(
        || name.to_owned(),
        |within| format!("{name}, {}", short_city(&unit_inside(lang, within))),
    )
}

fn unit_note(lang: Lang, history: &History) -> String {
    let standard = &history.standard;
    let named =
        standard.name.as_ref().map(|name| lang.wording(name).to_owned()).or_else(|| standard.id.clone());
    let count = history.snapshots.len();
    let newest = history.snapshots.last().map(|s| date::day(lang, s.as_of())).unwrap_or_default();
    say!(lang, "[{code} · ]{standard} · {count} {dates} đến {newest}",
        "[{code} · ]{standard} · {count} {dates} to {newest}";
        code = history.unit.code.as_deref(),
        standard = named.unwrap_or_else(|| lang.term(glossary::NO_STANDARD).to_owned()),
        count, dates = ("kỳ", if count == 1 { "date" } else { "dates" }), newest)
    .text()
}
