//! The days that a series stands at: the snapshots of the unit under the shown standard, and those of the same unit
//! under others, which are never joined or compared with them.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::area::Area;
use crate::model::change;
use crate::model::history::History;
use crate::model::snapshot::{Snapshot, Standard};
use crate::say;
use crate::text::Lang;

use super::super::View;

/// One day of the series.
#[derive(Debug, Clone, Copy)]
pub struct TimePoint<'a> {
    /// The snapshot.
    pub snapshot: &'a Arc<Snapshot>,
    /// The unit, or the area that the reader has gone into; none where this snapshot does not hold it.
    pub area: Option<&'a Area>,
    /// Where it does not: the area as the year after first tells of it, and what it fell by in that year.
    pub later: Option<&'a Area>,
    /// Its standard.
    pub standard: &'a Standard,
    /// Is it of the shown history, and which of its snapshots?
    pub own: Option<usize>,
}

impl TimePoint<'_> {
    /// Its day.
    pub fn day(&self) -> NaiveDate {
        self.snapshot.as_of()
    }
}

/// All days of the unit, oldest first; those of one standard together.
pub fn stations<'a>(view: &View<'a>) -> Vec<TimePoint<'a>> {
    let mut histories: Vec<&History> =
        view.world.histories.iter().filter(|other| view.history.is_of_unit_of(other)).collect();
    histories.retain(|other| other.standard != view.history.standard);
    histories.push(view.history);
    histories.sort_by_key(|history| history.snapshots.first().map(|s| s.as_of()));
    let of = |history: &'a History| {
        let is_own = std::ptr::eq(history, view.history);
        history.snapshots.iter().enumerate().map(move |(i, snapshot)| TimePoint {
            snapshot,
            area: snapshot.whole.at(view.path),
            later: change::opens_after(history, view.path, snapshot.as_of()),
            standard: &history.standard,
            own: is_own.then_some(i),
        })
    };
    histories.into_iter().flat_map(of).collect()
}

/// A standard in few words: by its years, else by its id.
pub fn standard_name(lang: Lang, standard: &Standard) -> String {
    let name = standard.name.as_ref().map(|name| lang.wording(name));
    let id = standard.id.as_deref();
    match name.and_then(years).or(id.and_then(years)) {
        Some(years) => say!(lang, "chuẩn {years}", "standard {years}"; years).text(),
        None => match name.or(id) {
            Some(name) => crate::text::cells::cut(name, 24),
            None => lang.pick("không nêu chuẩn", "no standard stated").to_owned(),
        },
    }
}

/// `2016–2020` in a name or id.
fn years(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_span = |w: &&[char]| {
        let digits = |part: &[char]| part.iter().all(char::is_ascii_digit);
        digits(&w[..4]) && matches!(w[4], '-' | '–' | '_') && digits(&w[5..])
    };
    let found = letters.windows(9).find(is_span)?;
    let part = |range: std::ops::Range<usize>| found[range].iter().collect::<String>();
    Some(format!("{}-{}", part(0..4), part(5..9)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::Text;

    #[test]
    fn a_standard_is_called_by_its_years() {
        let of = |id: Option<&str>, name: Option<&str>| {
            let standard = Standard { id: id.map(str::to_owned), name: name.map(Text::vi) };
            standard_name(Lang::Vi, &standard)
        };
        assert_eq!(of(Some("x"), Some("Chuẩn nghèo TP.HCM 2021–2025")), "chuẩn 2021-2025");
        assert_eq!(of(Some("hcmc-2016-2020"), None), "chuẩn 2016-2020");
        assert_eq!(of(Some("hcmc"), None), "hcmc");
        assert_eq!(of(None, None), "không nêu chuẩn");
    }
}
