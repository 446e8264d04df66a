//! What a JSON report holds: the types that write it, from which its published schema is made as well.

use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::value::RawValue;

use super::codes::{Standing, Unit};
use crate::model::checks::Verdict;
use crate::model::figure::{Basis, Reliability};
use crate::model::qualifier::Qualifier;
use crate::page::Tab;

/// The name and version of this format.
pub const FORMAT: &str = "giamngheo-report/1";

/// A report of one unit at one date: the conclusion in words, every figure once, the targets with their standing, the
/// checks with their verdict. Keys and codes are the same in both languages, texts are in that of `lang`. What there is
/// no data on is left out or `missing`: it is never zero.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Report {
    /// The name and version of the format.
    #[schemars(extend("const" = FORMAT))]
    pub format: &'static str,
    /// The language of the texts.
    #[schemars(extend("enum" = ["vi", "en"]))]
    pub lang: &'static str,
    /// Whose figures.
    pub unit: Named,
    /// The id of the poverty standard the households were judged by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard: Option<String>,
    /// The day the stocks hold.
    #[schemars(extend("format" = "date"))]
    pub as_of: String,
    /// Who published the figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The day the figures were published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub published: Option<String>,
    /// The day taken for today.
    #[schemars(extend("format" = "date"))]
    pub now: String,
    /// The day compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub compared_with: Option<String>,
    /// The sentences of the conclusion.
    pub conclusion: Vec<String>,
    /// Every figure once, in the order of the tabs.
    pub figures: Vec<Entry>,
    /// The targets at that day.
    pub targets: Vec<TargetEntry>,
    /// The checks of that day.
    pub checks: Vec<CheckEntry>,
}

/// A unit.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Its official code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
}

/// A figure, or one that is missing.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, transform = one_of)]
pub struct Entry {
    /// Where it is met first; none: the conclusion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tab: Option<Tab>,
    /// The label of its row there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub row: String,
    /// The head of its column there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub column: String,
    /// What is measured.
    pub name: String,
    /// Of which unit or area.
    pub area: String,
    /// Its official code.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub area_code: String,
    /// The first day a flow covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub from: Option<String>,
    /// The day a stock holds, or the last a flow covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub to: Option<String>,
    /// Its number with what that carries.
    #[serde(flatten)]
    pub amount: WrittenAmount,
    /// As people read it.
    pub shown: String,
    /// The formula of a derived figure with its numbers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub formula: String,
    /// The file or files it rests on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// The line in the file of a stated figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The field or fields it rests on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub field: String,
    /// The report's own words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// A note; of a missing figure what it lacks.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A figure has one of the three, never two.
fn one_of(schema: &mut Schema) {
    if let Some(forms) = schema.remove("anyOf") {
        schema.insert("oneOf".into(), forms);
    }
}

/// One number, a range, or none.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Amount")]
pub enum WrittenAmount {
    /// One number.
    One {
        /// The number, with the decimals that were written; at most six of one that has no end.
        #[schemars(with = "f64")]
        value: Box<RawValue>,
        /// What it carries.
        #[serde(flatten)]
        meaning: Meaning,
    },
    /// What follows from a rounded figure.
    Range {
        /// The lower end.
        #[schemars(with = "f64")]
        low: Box<RawValue>,
        /// The upper end.
        #[schemars(with = "f64")]
        high: Box<RawValue>,
        /// What it carries.
        #[serde(flatten)]
        meaning: Meaning,
    },
    /// There is no data.
    Missing {
        /// Always true.
        #[schemars(extend("const" = true))]
        missing: bool,
    },
}

/// What a number carries.
#[derive(Serialize, JsonSchema)]
pub struct Meaning {
    /// What it counts.
    pub unit: Unit,
    /// Whether it is exact, or a bound.
    pub qualifier: Qualifier,
    /// Whether a file states it or it is computed.
    pub origin: Basis,
    /// The worst source of what it rests on.
    pub provenance: Reliability,
}

/// A target with where it stands.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(rename = "Target")]
pub struct TargetEntry {
    /// Its id in the files.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its year.
    pub year: i32,
    /// Where it stands.
    pub standing: Standing,
    /// The same in words.
    pub word: &'static str,
    /// When it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub due: Option<String>,
    /// The day of an interim statement, where its standing rests on one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub interim: Option<String>,
}

/// A check of the figures against each other.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(rename = "Check")]
pub struct CheckEntry {
    /// Its verdict.
    pub verdict: Verdict,
    /// The check with its numbers.
    pub text: String,
}
