//! The next snapshot of a unit from its last one: who and what is asked about stays, every figure is blank, and beside
//! each blank stands what it was, in a remark.

use chrono::{Datelike, NaiveDate};

use crate::model::period::Name;
use crate::model::source_file::Provenance;
use crate::model::target::{Profile, Status};
use crate::page::head;
use crate::say;
use crate::source::ReadFile;
use crate::source::format::{Measure, Period, Snapshot, Target};
use crate::text::json::Json;
use crate::text::{Lang, date};

/// What says who or what is meant, or what was asked of them: it holds for the next period too.
const KEPT: &[&str] = &[
    "format",
    "$schema",
    "unit",
    "standard",
    "areas_complete",
    "name",
    "code",
    "kind",
    "better",
    "id",
    "fund",
    "for",
    "by",
    "owner",
    "due",
    "year",
    "from",
    "measure",
    "aim",
    "area",
    "baseline",
    "profile",
    "review",
];
/// What was said of the last figures only, or is made anew.
const DROPPED: &[&str] = &["provenance", "quote", "note", "doubts", "as_of", "period", "source"];

/// Why there is no next snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoNext {
    /// The day asked for is not later than that of the file.
    NotLater(NaiveDate),
    /// A year that the format does not know.
    OtherYear,
}

impl NoNext {
    /// Why.
    pub fn say(self, lang: Lang) -> String {
        match self {
            Self::NotLater(day) => say!(lang, "--as-of phải sau ngày số liệu của tệp, {day}",
                "--as-of must be later than the day of the file's figures, {day}"; day),
            Self::OtherYear => {
                say!(
                    lang,
                    "--as-of phải trong các năm 2000 đến 2100",
                    "--as-of must be a day of 2000 to 2100"
                )
            }
        }
        .text()
    }
}

/// The snapshot of `as_of` that follows the one that `text` holds and `reading` read from it.
///
/// # Errors
/// `as_of` does not follow it.
pub fn next(lang: Lang, text: &str, reading: &ReadFile, as_of: NaiveDate) -> Result<String, NoNext> {
    let last = &reading.snapshot;
    if as_of <= last.as_of.0 {
        return Err(NoNext::NotLater(last.as_of.0));
    }
    if as_of.year() > 2100 {
        return Err(NoNext::OtherYear);
    }
    let json = Json::parse_clean(text).unwrap_or_else(|| Json::Object(Vec::new()));
    let top = Next { lang, as_of, last, provenance: last.source.provenance };
    Ok(Json::Object(top.file(&json)).file())
}

/// A place in the last file.
#[derive(Clone, Copy)]
struct Next<'a> {
    lang: Lang,
    as_of: NaiveDate,
    last: &'a Snapshot,
    /// Where the figures here come from.
    provenance: Provenance,
}

impl Next<'_> {
    fn file(self, json: &Json) -> Vec<(String, Json)> {
        let here = self.in_object(json);
        let mut members = here.object(json);
        let is_head = |(name, _): &(String, Json)| ["format", "unit", "standard"].contains(&name.as_str());
        let at = members.iter().rposition(is_head).map_or(0, |at| at + 1);
        let mut head = vec![("as_of".to_owned(), Json::text(&self.as_of.to_string()))];
        head.extend(self.period().map(|period| ("period".to_owned(), Json::text(&period))));
        head.push(("source".to_owned(), here.source(json)));
        members.splice(at..at, head);
        members.insert(usize::from(!members.is_empty()), ("x_doc".to_owned(), Json::text(self.doc())));
        members
    }

    fn doc(self) -> &'static str {
        self.lang.pick(
            "Số của kỳ trước đứng ở các trường x_: ghi số mới rồi bỏ chữ x_; số nào không có thì bỏ cả dòng (thiếu không phải là 0). giamngheo check TEP.json kể những số còn trống",
            "The last figures stand in the x_ fields: write the new one and take the x_ away; leave out what you do not have (missing is not zero). giamngheo check FILE.json lists what is still blank",
        )
    }

    /// The period of the same kind that ends on the new day; none: from the year's first day to it.
    fn period(self) -> Option<String> {
        let (year, month) = (self.as_of.year(), self.as_of.month());
        if self.as_of.succ_opt()?.day() != 1 {
            return None;
        }
        let name = match self.last.period? {
            Period::Year(_) => (month == 12).then_some(Name::Year(year)),
            Period::Half(..) => (month % 6 == 0).then_some(Name::Half(year, month / 6)),
            Period::Quarter(..) => (month % 3 == 0).then_some(Name::Quarter(year, month / 3)),
            Period::Month(..) => Some(Name::Month(year, month)),
        };
        name?.code()
    }

    /// A new report has the office of the last one, and a title and a day of its own.
    fn source(self, json: &Json) -> Json {
        let mut members = vec![("provenance".to_owned(), Json::text("reported"))];
        let last = json.get("source");
        let of_last = |name: &str| last.and_then(|source| source.get(name));
        for name in ["title", "published"] {
            members.extend(of_last(name).map(|value| (format!("x_{name}"), self.remark(value))));
        }
        for name in ["publisher", "by"] {
            members.extend(of_last(name).map(|value| (name.to_owned(), value.clone())));
        }
        Json::Object(members)
    }

    /// The same, inside of an object that may say where its figures come from.
    fn in_object(self, json: &Json) -> Self {
        let stated = json.get("provenance").and_then(Json::words);
        let stated = stated.and_then(|code| Provenance::from_code(&code));
        Self { provenance: stated.unwrap_or(self.provenance), ..self }
    }

    fn object(self, json: &Json) -> Vec<(String, Json)> {
        let Json::Object(members) = json else { return Vec::new() };
        let says = |name: &str| !name.starts_with("x_") && !DROPPED.contains(&name);
        members.iter().filter(|(name, _)| says(name)).map(|(name, value)| self.member(name, value)).collect()
    }

    fn member(self, name: &str, value: &Json) -> (String, Json) {
        let kept = match (name, value) {
            (_, kept) if KEPT.contains(&name) => kept.clone(),
            ("targets", Json::List(all)) => self.targets(all),
            ("tasks", Json::List(all)) => self.tasks(all),
            (_, Json::List(all)) => {
                Json::List(all.iter().map(|one| Json::Object(self.in_object(one).object(one))).collect())
            }
            // A group or its movement; an object with a value is a figure, and so is a result.
            (_, Json::Object(_)) if name != "result" && value.get("value").is_none() => {
                Json::Object(self.in_object(value).object(value))
            }
            (_, Json::Object(_) | Json::Plain(_)) => return (format!("x_{name}"), self.remark(value)),
        };
        (name.to_owned(), kept)
    }

    /// What a value was. A text even where that is a number: with its `x_` away and not written anew it would be read
    /// as a figure of the new day.
    fn remark(self, value: &Json) -> Json {
        let here = self.in_object(value);
        match value {
            Json::Object(members) => {
                let says = |name: &str| !name.starts_with("x_") && !DROPPED.contains(&name);
                let member = |(name, value): &(String, Json)| {
                    let value = if name == "unit" { value.clone() } else { here.remark(value) };
                    (name.clone(), value)
                };
                let members: Vec<_> = members.iter().filter(|(name, _)| says(name)).map(member).collect();
                match &members[..] {
                    [(only, value)] if only == "value" => value.clone(),
                    _ => Json::Object(members),
                }
            }
            Json::List(items) => Json::List(items.iter().map(|item| here.remark(item)).collect()),
            Json::Plain(_) => {
                let (day, value) =
                    (date::day(self.lang, self.last.as_of.0), value.words().unwrap_or_default());
                let kind =
                    (here.provenance != Provenance::Reported).then(|| head::kind(self.lang, here.provenance));
                Json::text(&say!(self.lang, "{day}[, {kind}]: {value}", "{day}[, {kind}]: {value}"; day, kind, value).text())
            }
        }
    }

    /// The targets that are still to be judged.
    fn targets(self, all: &[Json]) -> Json {
        let open = all.iter().zip(&self.last.targets).filter(|(_, target)| self.is_open(target));
        Json::List(open.map(|(json, target)| self.target(json, target)).collect())
    }

    fn is_open(self, target: &Target) -> bool {
        let of_task = match &target.measure {
            Measure::Task(id) => self.last.tasks.iter().find(|task| task.id == *id).and_then(|task| task.due),
            _ => None,
        };
        let due = target.due.or(of_task).map(|due| due.0);
        let due = due.or_else(|| NaiveDate::from_ymd_opt(i32::from(target.year.0), 12, 31));
        target.aim.is_some() && due.is_none_or(|due| due > self.last.as_of.0)
    }

    fn target(self, json: &Json, target: &Target) -> Json {
        let here = self.in_object(json);
        let mut members = here.object(json);
        let is_stock = target.measure.is_stock();
        if is_stock && json.get("profile").is_none() && target.profile == Profile::Linear && self.is_yearly()
        {
            members.push(("profile".to_owned(), Json::text("review")));
        }
        // An invented aim stays one in a file of real figures.
        if here.provenance == Provenance::Illustrative {
            members.push(("provenance".to_owned(), Json::text("illustrative")));
        }
        Json::Object(members)
    }

    /// Does the unit report once a year, after its review? Both days are asked: one quarter is enough to tell.
    fn is_yearly(self) -> bool {
        let whole = |period: Period| matches!(period, Period::Year(_));
        self.last.period.is_none_or(whole) && self.last.as_of.0.month() == 12 && self.as_of.month() == 12
    }

    /// The tasks that are not done, and those that a target still names.
    fn tasks(self, all: &[Json]) -> Json {
        let named = |id| {
            let mut targets = self.last.targets.iter().filter(|target| self.is_open(target));
            targets.any(|target| matches!(&target.measure, Measure::Task(named) if named == id))
        };
        let open = all.iter().zip(&self.last.tasks);
        let open = open.filter(|(_, task)| task.status != Some(Status::Done) || named(&task.id));
        Json::List(open.map(|(json, _)| Json::Object(self.object(json))).collect())
    }
}
