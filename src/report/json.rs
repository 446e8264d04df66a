//! JSON for programs: the conclusion, every figure once with its unit, qualifier, provenance and source field, the
//! targets with their standing and the checks with their verdict. Keys and codes are the same in both languages and
//! those of the snapshot format where it has them; texts are in the language asked for.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::model::checks::{self, Verdict};
use crate::model::figure::Figure;
use crate::model::standing::{Standing, assess};
use crate::page::{View, conclusion};
use crate::text::Lang;
use crate::text::say::{check as check_words, standing as standing_words};

use super::fields;
use super::pages::Section;
use super::register::{self, Register};
use super::words;

/// The name and version of this format.
pub const FORMAT: &str = "giamngheo-report/1";

#[derive(Serialize)]
struct Report {
    format: &'static str,
    lang: &'static str,
    unit: Unit,
    standard: Option<String>,
    as_of: String,
    published: Option<String>,
    now: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    compared_with: Option<String>,
    conclusion: Vec<String>,
    figures: Vec<Entry>,
    targets: Vec<Target>,
    checks: Vec<Check>,
}

#[derive(Serialize)]
struct Unit {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<String>,
}

/// A figure. `value`, or `low` and `high` of a range, or none of them and `missing`: true.
#[derive(Serialize)]
struct Entry {
    #[serde(skip_serializing_if = "Option::is_none")]
    tab: Option<&'static str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    row: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    column: String,
    name: String,
    area: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    area_code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    missing: bool,
    #[serde(flatten)]
    meaning: Option<Meaning>,
    shown: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    formula: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "String::is_empty")]
    field: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    quote: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
}

/// What a number carries.
#[derive(Serialize)]
struct Meaning {
    unit: &'static str,
    qualifier: &'static str,
    origin: &'static str,
    provenance: &'static str,
}

#[derive(Serialize)]
struct Target {
    id: String,
    name: String,
    year: i32,
    standing: &'static str,
    word: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
}

#[derive(Serialize)]
struct Check {
    verdict: &'static str,
    text: String,
}

/// The report, with a line break at its end.
pub fn report(view: &View, sections: &[Section]) -> String {
    let snapshot = view.snapshot();
    let (lang, area) = (view.lang, view.area());
    let report = Report {
        format: FORMAT,
        lang: lang.pick("vi", "en"),
        unit: Unit {
            name: lang.of(&area.name.name).to_owned(),
            code: area.name.code.clone(),
            within: snapshot.within.as_ref().map(|within| lang.of(within).to_owned()),
        },
        standard: snapshot.standard.id.clone(),
        as_of: snapshot.as_of().to_string(),
        published: snapshot.origin.published.map(|day| day.to_string()),
        now: view.now.to_string(),
        compared_with: view
            .compare
            .and_then(|at| view.history.snapshots.get(at))
            .map(|then| then.as_of().to_string()),
        conclusion: conclusion::lines(view).iter().map(crate::page::Line::text).collect(),
        figures: Register::of(sections).entries.iter().map(|entry| row(view, entry)).collect(),
        targets: targets(view),
        checks: self::checks(view),
    };
    // Strings, numbers and lists only: there is nothing that JSON could not hold.
    let text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text + "\n"
}

fn row(view: &View, entry: &register::Entry) -> Entry {
    let fields = fields::of(view, entry);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    Entry {
        tab: entry.place.tab.map(crate::page::Tab::code),
        row: fields.row,
        column: fields.column,
        name: fields.name,
        area: fields.area,
        area_code: fields.area_code,
        from: day(fields.from),
        to: day(fields.to),
        value: raw(fields.value),
        low: raw(fields.low),
        high: raw(fields.high),
        missing: entry.known.is_err(),
        meaning: entry.known.as_ref().ok().map(meaning),
        shown: fields.shown,
        formula: fields.formula,
        file: fields.file,
        line: fields.line,
        field: fields.field,
        quote: fields.quote,
        note: fields.note,
    }
}

/// Digits as a number of JSON, with the decimals they have.
fn raw(digits: String) -> Option<Box<RawValue>> {
    RawValue::from_string(digits).ok()
}

fn meaning(figure: &Figure) -> Meaning {
    Meaning {
        unit: words::unit_code(figure.unit),
        qualifier: words::qualifier_code(figure.qualifier),
        origin: words::origin_code(figure),
        provenance: words::source_code(figure.source),
    }
}

fn targets(view: &View) -> Vec<Target> {
    let found = view.history.targets(view.at).into_iter();
    found
        .map(|(stated_in, target)| {
            let found = assess(view.history, view.at, stated_in, target, view.now);
            Target {
                id: target.named.id.clone(),
                name: view.lang.of(&target.named.name).to_owned(),
                year: target.year,
                standing: standing(found.standing),
                word: standing_words::word(view.lang, found.standing),
                due: found.due.map(|day| day.to_string()),
            }
        })
        .collect()
}

/// The key of a standing: its English word, joined.
fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::OnTrack => "on_track",
        Standing::AtRisk => "at_risk",
        Standing::NoBaseline => "no_baseline",
        Standing::NoData => "no_data",
        Standing::NotDue => "not_due",
        Standing::UnderWay => "under_way",
        Standing::Awaiting => "awaiting",
        other => standing_words::word(Lang::En, other),
    }
}

fn checks(view: &View) -> Vec<Check> {
    let found = checks::checks(view.history, view.at, view.now);
    let check = |check: &checks::Check| Check {
        verdict: verdict(check.verdict),
        text: check_words::sentence(view.lang, check),
    };
    found.iter().map(check).collect()
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradicts => "contradicts",
        Verdict::ToVerify => "to_verify",
        Verdict::CannotCheck => "cannot_be_checked",
        Verdict::Holds => "holds",
    }
}
