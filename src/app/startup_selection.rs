//! The unit and the standard asked for by name: which history they mean, and what to say when there is none.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::history::History;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::source::{HIDDEN, may_be_of_somebody};
use crate::text::{Lang, clean, fold};

use super::App;

/// How many names of what there is are told.
const TOLD: usize = 5;

impl App {
    /// The history of the unit and standard asked for. Where none was, of the first unit, or of the sum that it is a
    /// part of; and under the standard that the figures it opens at were judged by. `None`: there is no such one.
    pub(super) fn wanted_history(&self) -> Option<usize> {
        let histories = &self.load()?.world.histories;
        let standard = self.choices.standard.as_deref();
        let fits = |h: &History| standard.is_none_or(|id| h.standard.id.as_deref() == Some(id));
        let mut fitting = of_unit(histories, self.choices.unit.as_deref());
        fitting.retain(|at| fits(&histories[*at]));
        // What is only planned opens where nothing else is there.
        let told = fitting.iter().find(|at| !histories[**at].is_plan());
        let mut first = &histories[*told.or(fitting.first())?];
        if self.choices.unit.is_none() {
            let sum = fitting.iter().map(|at| &histories[*at]).find(|sum| is_sum_with(sum, first));
            first = sum.unwrap_or(first);
        }
        let standards = fitting.into_iter().rev().filter(|at| histories[*at].is_of_unit_of(first));
        standards.max_by_key(|at| self.opening_rank(&histories[*at]))
    }

    /// Which of two histories of a unit opens: one that is more than a plan, with figures not later than the day asked for, not invented where
    /// nobody asked for a day, and of those the newest.
    fn opening_rank(&self, history: &History) -> (bool, bool, bool, Option<NaiveDate>) {
        let opens = history.snapshots.get(self.opening(history));
        let is_told = |s: &Arc<Snapshot>| self.choices.as_of.is_some() || !s.is_invented();
        let day = opens.map(|s| s.as_of());
        (
            !history.is_plan(),
            day.is_some_and(|day| day <= self.opening_day()),
            opens.is_some_and(is_told),
            day,
        )
    }

    /// Where a history opens: on a day asked for at the newest figures of then, of whatever kind; else at the newest
    /// of today that are not invented.
    pub(super) fn opening(&self, history: &History) -> usize {
        match self.choices.as_of {
            Some(day) => history.open_at(day),
            None => history.opens_at(self.today()),
        }
    }

    fn opening_day(&self) -> NaiveDate {
        self.choices.as_of.unwrap_or_else(|| self.today())
    }

    /// Why what was asked for by name cannot be shown, with the names that there are.
    pub fn lacking(&self) -> Option<String> {
        let histories = &self.load()?.world.histories;
        if histories.is_empty() || self.wanted_history().is_some() {
            return None;
        }
        let unit = self.choices.unit.as_deref();
        let here = of_unit(histories, unit);
        if here.is_empty() {
            let names = histories.iter().map(|history| self.named(history));
            return Some(self.none(("đơn vị", "unit"), unit?, names_once(names)));
        }
        let ids = here.into_iter().filter_map(|at| histories[at].standard.id.clone());
        Some(self.none(("chuẩn", "standard"), self.choices.standard.as_deref()?, names_once(ids)))
    }

    /// `Quận 6 (775)`.
    fn named(&self, history: &History) -> String {
        say!(self.lang, "{name}[ ({code})]"; name = &history.unit.name, code = history.unit.code.as_ref())
            .text()
    }

    fn none(&self, kind: (&str, &str), asked: &str, there: String) -> String {
        let asked = clean::visible(asked);
        let there =
            if there.is_empty() { self.lang.pick("không nêu", "none stated").to_owned() } else { there };
        let line = say!(self.lang, "không có {kind} \"{asked}\"; có: {there}",
            "there is no {kind} \"{asked}\"; there is: {there}"; kind, asked, there);
        line.text()
    }
}

/// Is it the sum that this unit is a part of?
fn is_sum_with(sum: &History, part: &History) -> bool {
    let within = part.snapshots.last().and_then(|s| s.within.as_ref());
    sum.is_sum() && within.is_some_and(|within| fold::name_key(&within.vi) == sum.unit.folded)
}

/// Each once, the first few; of one that holds what may be somebody's number, that there is one.
fn names_once(names: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = Vec::new();
    for name in names {
        let name = if may_be_of_somebody(&name) { HIDDEN.to_owned() } else { name };
        if !all.contains(&name) {
            all.push(name);
        }
    }
    let more = all.len().saturating_sub(TOLD);
    all.truncate(TOLD);
    let rest = if more > 0 { format!(", … +{more}") } else { String::new() };
    all.join(", ") + &rest
}

/// The histories of the unit that was asked for; all where none was. Without accents only where nothing is meant with
/// them: Tân is not Tấn.
fn of_unit(histories: &[History], asked: Option<&str>) -> Vec<usize> {
    let all = |fits: &dyn Fn(&History) -> bool| -> Vec<usize> {
        (0..histories.len()).filter(|at| fits(&histories[*at])).collect()
    };
    let Some(asked) = asked else { return all(&|_| true) };
    let exact = all(&|history| is_unit(history, asked));
    if exact.is_empty() { all(&|history| sounds_like(history, asked)) } else { exact }
}

/// Is it the code of this unit or its name? Case and leading zeros do not matter.
fn is_unit(history: &History, asked: &str) -> bool {
    let code = history.unit.code.as_deref();
    history.unit.folded == fold::name_key(asked) || code.is_some_and(|code| code.eq_ignore_ascii_case(asked))
}

/// Is it its name in either language, accents aside?
fn sounds_like(history: &History, asked: &str) -> bool {
    let key = fold::find_key(asked);
    let names = [Lang::Vi, Lang::En].map(|lang| fold::find_key(lang.wording(&history.unit.name)));
    names.contains(&key)
}
