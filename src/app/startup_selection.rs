//! The unit and the standard asked for by name: which history they mean, and what to say when there is none.

use crate::model::history::History;
use crate::say;
use crate::text::{Lang, fold};

use super::App;

/// How many names of what there is are told.
const TOLD: usize = 5;

impl App {
    /// The history of the unit and standard asked for. Of the first unit where none was, and under the standard that
    /// its newest figures not later than the day asked for were judged by. `None`: there is no such one.
    pub(super) fn wanted_history(&self) -> Option<usize> {
        let histories = &self.load()?.world.histories;
        let standard = self.choices.standard.as_deref();
        let fits = |h: &History| standard.is_none_or(|id| h.standard.id.as_deref() == Some(id));
        let mut fitting = of_unit(histories, self.choices.unit.as_deref());
        fitting.retain(|at| fits(&histories[*at]));
        let first = &histories[*fitting.first()?];
        let day = self.opening_day();
        let newest = |history: &History| {
            let newest = history.snapshots.get(history.open_at(day)).map(|snapshot| snapshot.as_of());
            (newest.is_some_and(|newest| newest <= day), newest)
        };
        let standards = fitting.into_iter().rev().filter(|at| histories[*at].is_of_unit_of(first));
        standards.max_by_key(|at| newest(&histories[*at]))
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
        let asked = asked.escape_debug();
        let there =
            if there.is_empty() { self.lang.pick("không nêu", "none stated").to_owned() } else { there };
        let line = say!(self.lang, "không có {kind} \"{asked}\"; có: {there}",
            "there is no {kind} \"{asked}\"; there is: {there}"; kind, asked = asked.to_string(), there);
        line.text()
    }
}

/// Each once, the first few.
fn names_once(names: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = Vec::new();
    for name in names {
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
