//! Which files figures come from: their days, and the report or kind of each.

use std::collections::HashSet;
use std::ptr;

use chrono::NaiveDate;

use crate::model::figure::{Derivation, Figure};
use crate::model::source_file::Provenance;
use crate::say;
use crate::text::glossary;
use crate::text::line::Line;

use super::View;
use super::head::{kind, report_word, summed};

/// A file as the source of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The day its stocks hold.
    pub as_of: NaiveDate,
    /// What of it the figures are: a report with its day, an estimate, a sum, invented. Not all of a file is of one kind.
    pub kinds: Vec<Kind>,
}

/// What figures of a file are, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    words: String,
    is_invented: bool,
}

/// The files that figures come from, by day: of a derived one those of all its inputs.
pub fn sources_of<'a>(view: &View, figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Source> {
    let mut found = Gathering { view, seen: HashSet::new(), sources: Vec::new() };
    for figure in figures {
        found.gather(figure);
    }
    found.sources.sort_by_key(|source| source.as_of);
    found.sources
}

struct Gathering<'v, 'a> {
    view: &'v View<'a>,
    /// Formulas are shared: one that was walked is not walked again.
    seen: HashSet<*const Derivation>,
    sources: Vec<Source>,
}

impl Gathering<'_, '_> {
    fn gather(&mut self, figure: &Figure) {
        if !self.seen.insert(ptr::from_ref(&*figure.derivation)) {
            return;
        }
        let stated = match &*figure.derivation {
            Derivation::Stated(stated) => stated,
            Derivation::Derived(_) => return figure.derivation.inputs().for_each(|input| self.gather(input)),
        };
        let (origin, lang) = (&stated.location.origin, self.view.lang);
        let kind = match (stated.provenance, origin.published) {
            (Provenance::Reported, Some(day)) => {
                say!(lang, "{report} {day}", "{report} of {day}"; report = report_word(origin), day).text()
            }
            (Provenance::Illustrative, _) => lang.term(glossary::STAMP).to_owned(),
            (other, _) => summed(lang, origin).unwrap_or_else(|| kind(lang, other).to_owned()),
        };
        let kind = Kind { words: kind, is_invented: stated.provenance == Provenance::Illustrative };
        match self.sources.iter_mut().find(|source| source.as_of == origin.as_of) {
            Some(source) if source.kinds.contains(&kind) => {}
            // What is reported first, what is invented last.
            Some(source) => match stated.provenance {
                Provenance::Reported => source.kinds.insert(0, kind),
                Provenance::Estimated | Provenance::Derived | Provenance::Illustrative => {
                    source.kinds.push(kind);
                }
            },
            None => self.sources.push(Source { as_of: origin.as_of, kinds: vec![kind] }),
        }
    }
}

impl Source {
    /// "31/12/2022 (báo cáo 04/03/2023, một phần MINH HỌA)": what is invented beside a report is a part, not the report.
    pub fn say(&self, view: &View) -> Line {
        let is_part = self.kinds.len() > 1;
        let kind = |Kind { words, is_invented }: &Kind| {
            if is_part && *is_invented {
                say!(view, "một phần {words}", "partly {words}"; words).text()
            } else {
                words.clone()
            }
        };
        say!(view, "{day} ({kinds})"; day = self.as_of, kinds = self.kinds.iter().map(kind).collect::<Vec<_>>().join(", "))
    }
}

/// Sources told one after the other: the days between the first and the last are counted where there are many.
pub fn in_words(view: &View, sources: &[Source]) -> Option<Line> {
    let said = |source: &Source| source.say(view);
    match sources {
        [] => None,
        [only] => Some(said(only)),
        [first, last] => Some(
            say!(view, "{first} và {last}", "{first} and {last}"; first = said(first), last = said(last)),
        ),
        [first, between @ .., last] => Some(say!(view, "{first}, {count} kỳ sau đó và {last}",
            "{first}, {count} dates after it and {last}"; first = said(first), count = between.len(), last = said(last))),
    }
}
