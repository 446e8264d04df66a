//! A figure in the fields of a tidy row: the same for CSV, JSON, the sheet of sources and the notes.

use chrono::NaiveDate;
use std::collections::HashSet;

use std::sync::Arc;

use crate::model::amount::Amount;
use crate::model::exact::Exact;
use crate::model::figure::{Derivation, Derived, Figure, Rule, Stated};
use crate::model::measure::When;
use crate::model::source_file::Provenance;
use crate::page::{View, explain};
use crate::say;
use crate::text::say::{formula, units, what};
use crate::text::{Lang, show};

use super::figure_index::FigureEntry;

/// Numbers of a formula that are written out; a longer sum is told by its count.
const WRITTEN: usize = 20;
/// Fields of files that are named behind a derived figure.
const NAMED: usize = 12;
/// Decimals of a number that has no end; more than any page shows.
const DECIMALS: u8 = 6;

/// A tidy row.
#[derive(Debug, Clone, Default)]
pub struct FigureRecord {
    /// The tab, as it is called on the screen; empty: the conclusion.
    pub tab: String,
    /// The label of its row.
    pub row: String,
    /// The head of its column.
    pub column: String,
    /// What is measured.
    pub name: String,
    /// Of which unit or area.
    pub area: String,
    /// Its code.
    pub area_code: String,
    /// The first day it covers; none for a stock.
    pub from: Option<NaiveDate>,
    /// The day it holds, or the last it covers.
    pub to: Option<NaiveDate>,
    /// Its number, exact or with six decimals; empty for a range and for what is missing.
    pub value: String,
    /// The lower end of a range.
    pub low: String,
    /// The upper end of a range.
    pub high: String,
    /// As people read it, with unit, qualifier and mark.
    pub shown: String,
    /// Its formula; empty for a stated figure.
    pub formula: String,
    /// The files it rests on.
    pub file: String,
    /// The line in the file, for a stated figure.
    pub line: Option<u32>,
    /// The field or fields it rests on.
    pub field: String,
    /// The report's own words.
    pub quote: String,
    /// A note on the figure.
    pub note: String,
}

/// The fields of an entry.
pub fn of_entry(view: &View, entry: &FigureEntry) -> FigureRecord {
    let lang = view.lang;
    let what = entry.what();
    let (from, to) = days(what::held(what));
    let tab = entry.place.tab.map_or("", |tab| tab.name(lang)).to_owned();
    let mut fields = FigureRecord {
        tab,
        row: entry.place.row.clone(),
        column: entry.place.column.clone(),
        name: what::name(lang, what),
        area: lang.wording(&what.whose.name).to_owned(),
        area_code: what.whose.code.clone().unwrap_or_default(),
        from,
        to,
        ..FigureRecord::default()
    };
    match &entry.known {
        Ok(figure) => fill(view, figure, &mut fields),
        Err(missing) => {
            show::no_data(lang).clone_into(&mut fields.shown);
            // That it is missing itself is said where its number would stand.
            let leaves = missing.leaves().into_iter().filter(|leaf| leaf != what).take(NAMED);
            let leaves: Vec<String> = leaves.map(|leaf| what::name(lang, &leaf)).collect();
            let leaves = (!leaves.is_empty()).then(|| leaves.join("; "));
            fields.note = say!(lang, "[thiếu: {leaves}]", "[lacking: {leaves}]"; leaves).text();
        }
    }
    fields
}

fn fill(view: &View, figure: &Figure, fields: &mut FigureRecord) {
    let figure = &explain::as_made(view, figure);
    match &figure.amount {
        Amount::One(x) => fields.value = decimal(figure, x),
        Amount::Range(low, high) => {
            fields.low = decimal(figure, low);
            fields.high = decimal(figure, high);
        }
    }
    let is_change = figure.subject.measure.is_change();
    let style = if is_change { show::Style::Signed } else { show::Style::Plain };
    fields.shown = show::with_unit(view.lang, figure, style);
    match &*figure.derivation {
        Derivation::Stated(stated) => self::stated(view, stated, fields),
        Derivation::Derived(derived) => {
            fields.formula = written(view.lang, figure, derived);
            let parts = units::noun_of_all(derived.formula.whose()).many(view.lang);
            let partial = formula::partial(view, derived, parts);
            fields.note = partial.map_or_else(String::new, |partial| partial.text());
            leaves(figure, fields);
        }
    }
}

fn stated(view: &View, stated: &Stated, fields: &mut FigureRecord) {
    let text = |text: &Option<Arc<_>>| text.as_deref().map_or("", |text| view.lang.wording(text)).to_owned();
    fields.file.clone_from(&stated.location.origin.file);
    fields.line = Some(stated.location.line);
    fields.field = stated.location.path().into_owned();
    fields.quote = text(&stated.quote);
    fields.note = text(&stated.note);
    if stated.provenance == Provenance::Derived {
        let note = Some(&*fields.note).filter(|note| !note.is_empty());
        fields.note =
            say!(view, "do người nhập suy ra[; {note}]", "derived by the person who entered it[; {note}]"; note).text();
    }
}

/// The places in files that a derived figure rests on in the end, each once.
fn leaves(figure: &Figure, fields: &mut FigureRecord) {
    let mut found: Vec<(String, String)> = Vec::new();
    walk(figure, &mut HashSet::new(), &mut found);
    let mut seen = HashSet::new();
    let files: Vec<&str> = found.iter().map(|(file, _)| &**file).filter(|file| seen.insert(*file)).collect();
    fields.file = joined(files.iter().copied(), files.len());
    let named = |(file, path): &(String, String)| {
        if files.len() > 1 { format!("{file}: {path}") } else { path.clone() }
    };
    fields.field = joined(found.iter().map(named), found.len());
}

/// The first of so many, and how many more there are.
fn joined<T: ToString>(all: impl Iterator<Item = T>, count: usize) -> String {
    let named: Vec<String> = all.take(NAMED).map(|one| one.to_string()).collect();
    let more = count.saturating_sub(NAMED);
    let rest = if more > 0 { format!("; … +{more}") } else { String::new() };
    named.join("; ") + &rest
}

fn walk(figure: &Figure, seen: &mut HashSet<(String, String)>, found: &mut Vec<(String, String)>) {
    match &*figure.derivation {
        Derivation::Stated(stated) => {
            let place = (stated.location.origin.file.clone(), stated.location.path().into_owned());
            if seen.insert(place.clone()) {
                found.push(place);
            }
        }
        Derivation::Derived(_) => figure.derivation.inputs().for_each(|input| walk(input, seen, found)),
    }
}

/// The formula with its numbers, as it would be written on paper.
fn written(lang: Lang, figure: &Figure, derived: &Derived) -> String {
    let count = figure.derivation.inputs().count();
    let formula = if count > WRITTEN && matches!(derived.rule, Rule::Sum | Rule::SumOfAreas) {
        say!(lang, "tổng của {count} số", "sum of {count} figures"; count)
    } else {
        formula::terms(&lang, &formula::precise(figure, derived), "; ")
    };
    formula.text()
}

fn days(when: When) -> (Option<NaiveDate>, Option<NaiveDate>) {
    match when {
        When::Day(day) => (None, Some(day)),
        When::Over(period) => (Some(period.first), Some(period.last)),
        When::Between(from, to) => (Some(from), Some(to)),
        When::Year(year) => {
            let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
            (day(1, 1), day(12, 31))
        }
    }
}

/// A number as programs read it: a point, no grouping, the decimals it was written with.
pub fn decimal(figure: &Figure, x: &Exact) -> String {
    let decimals = match figure.written {
        Some(written) => written,
        None if x.is_whole() => 0,
        None => DECIMALS,
    };
    let digits = x.digits(decimals, figure.qualifier.rounding());
    let (sign, magnitude) = (if digits < 0.into() { "-" } else { "" }, digits.magnitude().to_string());
    let width = usize::from(decimals) + 1;
    let padded = format!("{magnitude:0>width$}");
    let (whole, rest) = padded.split_at(padded.len() - usize::from(decimals));
    let rest = if figure.written.is_some() { rest } else { rest.trim_end_matches('0') };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}
