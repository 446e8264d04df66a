//! JSON for programs: the conclusion, every figure once with its unit, qualifier, provenance and source field, the
//! targets with their standing and the checks with their verdict. Keys and codes are the same in both languages and
//! those of the snapshot format where it has them; texts are in the language asked for. What is written is published
//! as a schema, made from the types that write it.

mod codes;
mod shape;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::model::checks;
use crate::model::figure::Figure;
use crate::page::{Medium, TargetSummary, View, conclusion};
use crate::source::schema::without_null;
use crate::text::line::Line;
use crate::text::say::{check as check_words, standing as standing_words};

use super::figure_index::{self, FigureIndex};
use super::figure_record::{self, FigureRecord};
pub use shape::FORMAT;
use shape::{CheckEntry, Entry, Meaning, Named, Report, TargetEntry, WrittenAmount};

/// The schema of what is written.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with_transform(RecursiveTransform(without_null));
    let mut schema = settings.into_generator().into_root_schema_for::<Report>();
    schema.insert("title".into(), json!(FORMAT));
    schema.to_value()
}

/// The report, with a line break at its end; a note ends the conclusion.
///
/// # Errors
/// What JSON cannot hold: an empty report would be taken for one of no figures.
pub fn report(view: &View, index: &FigureIndex, note: Option<&Line>) -> serde_json::Result<String> {
    let snapshot = view.snapshot();
    let (lang, area) = (view.lang, view.area());
    let then = view.compare.and_then(|at| view.history.snapshots.get(at));
    let report = Report {
        format: FORMAT,
        lang: lang.pick("vi", "en"),
        unit: Named {
            name: lang.wording(&area.name.name).to_owned(),
            code: area.name.code.clone(),
            within: snapshot.within.as_ref().map(|within| lang.wording(within).to_owned()),
        },
        standard: snapshot.standard.id.clone(),
        as_of: snapshot.as_of().to_string(),
        publisher: snapshot.origin.publisher.as_ref().map(|name| view.lang.wording(name).to_owned()),
        published: snapshot.origin.published.map(|day| day.to_string()),
        now: view.now.to_string(),
        compared_with: then.map(|then| then.as_of().to_string()),
        conclusion: conclusion::lines(&View { medium: Medium::Paper, ..*view })
            .iter()
            .chain(note)
            .map(Line::text)
            .collect(),
        figures: index.entries.iter().map(|entry| row(view, entry)).collect(),
        targets: targets(view),
        checks: self::checks(view),
    };
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}

fn row(view: &View, entry: &figure_index::FigureEntry) -> Entry {
    let mut fields = figure_record::of_entry(view, entry);
    let amount = amount(entry, &mut fields);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    Entry {
        tab: entry.place.tab,
        row: fields.row,
        column: fields.column,
        name: fields.name,
        area: fields.area,
        area_code: fields.area_code,
        from: day(fields.from),
        to: day(fields.to),
        amount,
        shown: fields.shown,
        formula: fields.formula,
        file: fields.file,
        line: fields.line,
        field: fields.field,
        quote: fields.quote,
        note: fields.note,
    }
}

fn amount(entry: &figure_index::FigureEntry, fields: &mut FigureRecord) -> WrittenAmount {
    let mut raw = |digits: fn(&mut FigureRecord) -> &mut String| {
        // Digits as a number of JSON, with the decimals they have.
        RawValue::from_string(std::mem::take(digits(fields))).ok()
    };
    let numbers = (raw(|f| &mut f.value), raw(|f| &mut f.low), raw(|f| &mut f.high));
    match (entry.known.as_ref().map(meaning), numbers) {
        (Ok(meaning), (Some(value), ..)) => WrittenAmount::One { value, meaning },
        (Ok(meaning), (None, Some(low), Some(high))) => WrittenAmount::Range { low, high, meaning },
        _ => WrittenAmount::Missing { missing: true },
    }
}

fn meaning(figure: &Figure) -> Meaning {
    Meaning {
        unit: figure.unit.into(),
        qualifier: figure.bound(),
        origin: figure.basis,
        provenance: figure.reliability,
    }
}

fn targets(view: &View) -> Vec<TargetEntry> {
    let told = |it: TargetSummary| TargetEntry {
        id: it.target.named.id.clone(),
        name: it.name().to_owned(),
        year: it.target.year,
        standing: it.found.standing.into(),
        word: standing_words::word_of(view.lang, it.found.standing, &it.target.reads),
        due: it.found.due.map(|day| day.to_string()),
        interim: it.found.evidence.interim().map(|day| day.to_string()),
    };
    view.targets(|_| true).into_iter().map(told).collect()
}

fn checks(view: &View) -> Vec<CheckEntry> {
    let check = |check: &checks::Check| CheckEntry {
        verdict: check.verdict,
        text: check_words::sentence(view.lang, check),
    };
    view.checks().iter().map(check).collect()
}
