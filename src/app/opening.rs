//! What opens: the unit and standard asked for on the command line, at the newest figures not later than the day asked for.

use crate::model::history::History;
use crate::text::{clean, fold};

use super::state::App;

impl App {
    /// The newest snapshot not later than the day asked for.
    pub(super) fn open_newest(&mut self) {
        self.at = self.shown().map_or(0, |h| h.open_at(self.opening_day()));
        let compared = self.shown().zip(self.choices.compare).and_then(|(h, day)| h.compared(self.at, day));
        (self.came_from, self.compare, self.what_if) = (None, compared, 0);
    }

    pub(super) fn opening_day(&self) -> chrono::NaiveDate {
        self.choices.as_of.unwrap_or_else(|| self.today())
    }

    /// The unit and standard asked for on the command line; the first unit otherwise, under the standard that its newest
    /// figures not later than the day asked for were judged by.
    pub(super) fn wanted_history(&self) -> usize {
        let Some(load) = self.load() else { return 0 };
        let fitting = || load.world.histories.iter().enumerate().filter(|(_, h)| self.is_wanted(h));
        let Some((first, of)) = fitting().next() else { return 0 };
        let day = self.opening_day();
        let opens_at = |history: &History| {
            let newest = history.snapshots.get(history.open_at(day)).map(|snapshot| snapshot.as_of());
            (newest.is_some_and(|newest| newest <= day), newest)
        };
        let standards = fitting().filter(|(_, history)| history.is_of_unit_of(of));
        standards.rev().max_by_key(|(_, history)| opens_at(history)).map_or(first, |(at, _)| at)
    }

    /// Is it the unit and standard asked for on the command line? A name may lack its accents.
    fn is_wanted(&self, history: &History) -> bool {
        let (unit, standard) = (&self.choices.unit, &self.choices.standard);
        let name = &history.unit.name;
        let mut called = [Some(&name.vi), name.en.as_ref(), history.unit.code.as_ref()]
            .into_iter()
            .flatten()
            .map(|text| fold::fold(text));
        let is_named = unit.as_deref().map(fold::fold).is_none_or(|wanted| called.any(|text| text == wanted));
        is_named && standard.as_ref().is_none_or(|wanted| history.standard.id.as_ref() == Some(wanted))
    }

    /// What was asked for on the command line and is not among what was loaded, in words.
    pub fn not_found(&self) -> Option<String> {
        let load = self.load()?;
        if load.world.histories.iter().any(|history| self.is_wanted(history)) {
            return None;
        }
        let asked: Vec<&str> =
            [&self.choices.unit, &self.choices.standard].into_iter().flatten().map(String::as_str).collect();
        let words = self.lang.pick("không có đơn vị, chuẩn nghèo", "no such unit or standard:");
        Some(format!("{words} {}", clean::clean(&asked.join(", ")).0))
    }
}
