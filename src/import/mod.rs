//! Workbooks and lists that offices keep, to a snapshot.
//!
//! ```text
//! file -> workbook | delimited -> Grid -> heading -> columns, rows -> summary  \
//!                                                  \-> register (only counts) -> gathered -> document -> text
//! ```
//!
//! Which forms there are is data (`forms.json`). Nothing is taken silently: what each column was read for, what was left
//! out and what could not be read is told, and two readings that are possible are refused with both named. Of a list of
//! households only counts leave this room.

pub mod amounts;
mod batch;
mod beside;
mod claims;
pub mod columns;
pub mod day;
pub mod delimited;
pub mod document;
pub mod entries;
mod entry_rows;
mod families;
pub mod field;
pub mod forms;
pub mod front;
pub mod gathered;
pub mod grid;
mod group;
pub mod heading;
mod heading_words;
pub mod hidden;
mod input;
mod kinds;
pub mod lacks;
pub mod letterhead;
mod levels;
mod lists;
pub mod map_heading;
pub mod map_use;
mod map_written;
mod movement;
pub mod named;
mod nesting;
mod of_hamlet;
mod one_below_another;
mod open_rates;
pub mod origins;
mod own_book;
mod own_name;
mod own_row;
mod package;
mod people;
mod read;
mod records;
pub mod register;
mod repeats;
mod row_figures;
mod row_name;
mod row_words;
pub mod rows;
pub mod shares;
pub mod sheet;
mod side_by_side;
mod spellings;
pub mod summary;
mod sums;
mod tags;
mod target_measures;
pub mod template;
mod titled;
mod told;
pub mod totals;
mod turned;
pub mod unit;
pub mod unreadable;
mod vocabulary;
mod whose;
pub mod workbook;
pub mod written;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::name::UnitKind;
use crate::source::column_map::ColumnMap;
use crate::source::format::Snapshot;
use crate::text::Lang;
use crate::text::json::Json;

use document::Frame;
use field::Field;
use front::Front;
use gathered::Gathered;
use grid::Grid;
use origins::Origins;
use read::{Read, ReadSheet};
use register::RegisterReading;
use shares::Share;
use spellings::Spellings;
use summary::Given;
use told::Told;

pub use input::{Content, InputFile, LongText, Watch};
pub use told::{column_told, sheet_told};
pub use unit::Unit;
pub use unreadable::Unreadable;

/// What is asked of an import.
#[derive(Debug, Default)]
pub struct Order<'a> {
    /// Only this sheet of each workbook.
    pub sheet: Option<&'a str>,
    /// The day of the figures, where the sheets do not say it or say it wrongly.
    pub as_of: Option<NaiveDate>,
    /// The unit, likewise.
    pub unit: Option<&'a str>,
    /// What it is.
    pub kind: Option<UnitKind>,
    /// What columns hold, by the sheet's name (`*`: any).
    pub map: ColumnMap,
    /// Totals of households: of the unit (an empty name) and of its parts.
    pub totals: Vec<(String, u64)>,
    /// The snapshot of the period before, and its text.
    pub previous: Option<(&'a Snapshot, &'a str)>,
    /// The file that the map is written to, as shown.
    pub map_to: Option<String>,
}

/// What an import came to.
#[derive(Debug)]
pub struct Outcome {
    /// The snapshot; none where something is refused.
    pub text: Option<String>,
    /// What was done, line by line: the mapping, what was left out, what is refused and why.
    pub told: Vec<String>,
    /// The same of counts that were worked out, to be told where the snapshot is taken.
    pub derived: Vec<String>,
    /// The map that was used, to be kept and mended.
    pub map: String,
    /// Where what the snapshot says comes from.
    pub origins: Origins,
}

/// The sheets of a small file, whole.
///
/// # Errors
/// It is neither a workbook nor a text that can be read.
pub fn grids(file: &InputFile) -> Result<Vec<Grid>, Unreadable> {
    let mut grids = Vec::new();
    read::sheets(file, &mut |sheet| {
        grids.push(sheet.whole()?);
        Ok(())
    })?;
    Ok(grids)
}

/// Makes a snapshot of what the files hold.
///
/// # Errors
/// Files that cannot be read, each with why.
pub fn import(lang: Lang, files: &[InputFile], order: &Order) -> Result<Outcome, Vec<String>> {
    let mut told = Told::new(lang);
    let Read { mut sheets, unread, is_empty, others, starts } = read::read(files, order, &mut told);
    if !unread.is_empty() {
        return Err(unread.iter().map(|(name, why)| format!("{name}: {}", why.say(lang))).collect());
    }
    if sheets.is_empty() {
        match order.sheet.filter(|_| !others.is_empty()) {
            Some(wanted) => told.no_such_sheet(wanted, &others),
            None => told.nothing(is_empty, order),
        }
        return Ok(Outcome {
            text: None,
            told: told.lines,
            derived: Vec::new(),
            map: map_written::of(&[], starts),
            origins: Origins::default(),
        });
    }
    whose::by_file(&mut sheets);
    lists::leave_out_beginnings(&mut sheets, &mut told);
    let map = map_written::of(&sheets, starts);
    let unit = unit::of(&sheets, order);
    let day = day::day(&sheets, order);
    whose::refuse_unplaced(&sheets, unit.as_ref().ok(), &mut told);
    lists::add_up(&mut sheets, unit.as_ref().ok(), &mut told);
    let spellings = Spellings::of_sheets(&sheets, unit.as_ref().ok());
    told.spellings(&spellings);
    let mut all = gathered(&sheets, (unit.as_ref().ok(), &spellings), &mut told);
    let mut frame =
        Frame { lang, doubts: told::doubts(|lang| lists::doubts(&sheets, lang)), ..Frame::default() };
    for sheet in &sheets {
        frame.names.extend(sheet.names.clone());
        for (list, entries) in &sheet.entries {
            told.repeated_ids(list, frame.lists.entry(list).or_default(), entries);
        }
    }
    target_measures::settle(&sheets, &mut frame.lists, &mut told);
    head(lang, (&sheets, order), (&unit, day), &all, &mut frame, &mut told);
    if all.is_empty() && frame.lists.is_empty() {
        told.no_figures();
    }
    totals::of_households(order, &mut all, &mut frame, &mut told);
    let unnamed = sheets.iter().find(|sheet| sheet.has_unnamed).map(ReadSheet::shown);
    totals::of_parts(order, (&all, unnamed), &mut frame, &mut told);
    set_against(&sheets, &all, (unit.as_ref().ok(), &spellings), &mut frame, &mut told);
    let text = (!told.is_refused).then(|| document::write(&frame, &all));
    let origins = Origins::of(lang, &sheets, &frame.lists, &all);
    Ok(Outcome { text, told: told.lines, derived: told.derived, map, origins })
}

/// What the snapshot says of its unit, day and source; why it cannot.
fn head(
    lang: Lang,
    (sheets, order): (&[ReadSheet], &Order),
    (unit, day): (&Result<Unit, unit::NoUnit>, day::DayTold),
    all: &Gathered,
    frame: &mut Frame,
    told: &mut Told,
) {
    match (unit, day) {
        (Ok(unit), Ok((day, is_guessed))) => {
            let front = front_of(sheets);
            frame.unit = unit.members();
            frame.standard = standard(front, order);
            frame.as_of = Some(day);
            let stated = front.and_then(|front| front.get("period")).map(str::to_owned);
            frame.period = stated.or_else(|| day::period(sheets, day));
            frame.source = source(lang, sheets, day);
            frame.of_areas = front.and_then(|front| front.get("areas.provenance")).map(str::to_owned);
            frame.incomplete = front.map(Front::incomplete).unwrap_or_default();
            if is_guessed {
                told.guessed_day(day);
            }
            told.other_days(&day::others(sheets, order));
        }
        // Of nothing neither the unit nor the day is missing.
        _ if all.is_empty() && frame.lists.is_empty() => {}
        (unit, day) => {
            let open = |path| front_of(sheets).and_then(|front| front.open.get(path));
            match unit {
                Err(unit::NoUnit::Unnamed(_)) if open("unit.name").is_some() => told.open(open("unit.name")),
                Err(unit::NoUnit::NoKind(_)) if open("unit.kind").is_some() => told.open(open("unit.kind")),
                Err(why) => told.no_unit(why),
                Ok(_) => {}
            }
            match &day {
                Err(days) if days.is_empty() && open("as_of").is_some() => told.open(open("as_of")),
                Err(days) => told.no_day(days),
                Ok(_) => {}
            }
        }
    }
}

/// The figures of all sheets, each at its place within the unit.
fn gathered(
    sheets: &[ReadSheet],
    (unit, spellings): (Option<&Unit>, &Spellings),
    told: &mut Told,
) -> Gathered {
    let mut all = Gathered::knowing(sheets.iter().flat_map(|sheet| sheet.known.clone()).collect());
    for sheet in sheets {
        let prefix = unit::prefix(sheet, unit);
        let placed = |area: &[String]| spellings.of(unit::placed(area, &prefix, unit));
        if !prefix.is_empty() && sheet.is_without_figures() {
            all.take_silent(&placed(&[]));
        }
        let given = sheet.given.iter().map(|given| Given { area: placed(&given.area), ..given.clone() });
        // A list may name its own unit in most rows: all of it are those too that are in no place.
        let mut listed: BTreeSet<(Vec<String>, Field)> = BTreeSet::new();
        let conflicts = if sheet.list.is_some() {
            all.take_listed(given.filter(|given| listed.insert((given.area.clone(), given.field.clone()))))
        } else {
            all.take(given)
        };
        told.conflicts(&conflicts);
        // A sheet of names alone lists them for something else.
        for area in sheet.silent.iter().filter(|_| !sheet.given.is_empty()) {
            all.take_silent(&placed(area));
        }
        for (area, code) in &sheet.codes {
            all.take_code(&placed(area), code);
        }
        for area in &sheet.wholes {
            all.take_whole(&placed(area));
        }
    }
    told.repeated_rows(&all);
    all
}

/// Shares that forms give, against the counts of all sheets; totals of lacks that these do not make.
fn set_against(
    sheets: &[ReadSheet],
    all: &Gathered,
    (unit, spellings): (Option<&Unit>, &Spellings),
    frame: &mut Frame,
    told: &mut Told,
) {
    let lacks: Vec<_> = sheets.iter().flat_map(|sheet| &sheet.lacks).collect();
    let lacks = |lang| lacks.iter().map(|doubt| told::lacks_in_doubt(lang, doubt)).collect();
    frame.doubts.extend(told::doubts(lacks));
    for sheet in sheets.iter().filter(|sheet| !sheet.shares.is_empty()) {
        let prefix = unit::prefix(sheet, unit);
        let placed = |share: &Share| Share {
            area: spellings.of(unit::placed(&share.area, &prefix, unit)),
            ..share.clone()
        };
        let shares: Vec<Share> = sheet.shares.iter().map(placed).collect();
        let (doubts, alone) = shares::doubts(all, &shares);
        told.shares(&doubts, shares.len() - alone, alone);
        frame.doubts.extend(told::doubts(|lang| told::shares_in_doubt(lang, &doubts)));
    }
}

/// The front sheet, where there is one.
fn front_of(sheets: &[ReadSheet]) -> Option<&Front> {
    sheets.iter().find_map(|sheet| sheet.front.as_ref())
}

/// The standard: that of the front sheet, else that of the period before.
fn standard(front: Option<&Front>, order: &Order) -> Option<Json> {
    let stated = front.map(|front| front.object("standard")).filter(|members| !members.is_empty());
    let object = |members: Vec<(String, String)>| {
        Json::Object(members.into_iter().map(|(name, text)| (name, Json::text(&text))).collect())
    };
    stated
        .map(object)
        .or_else(|| order.previous.and_then(|(_, text)| Json::parse_clean(text)?.get("standard").cloned()))
}

/// Where the figures come from.
fn source(lang: Lang, sheets: &[ReadSheet], day: NaiveDate) -> Vec<(String, String)> {
    let mut members = front_of(sheets).map(|front| front.object("source")).unwrap_or_default();
    if !members.iter().any(|(name, _)| name == "provenance") {
        let is_estimated = sheets.iter().any(|sheet| sheet.is_estimated && !sheet.given.is_empty());
        let provenance = if is_estimated { "estimated" } else { "reported" };
        members.insert(0, ("provenance".to_owned(), provenance.to_owned()));
    }
    if !members.iter().any(|(name, _)| name == "title") {
        let title = sheets.iter().find_map(|sheet| unit::form_title(&sheet.title));
        members.push(("title".to_owned(), title.unwrap_or_else(|| told::plain_title(lang, day))));
    }
    let titles = sheets.iter().flat_map(|sheet| &sheet.title).map(|line| forms::words_of(line));
    let stages: Vec<&str> = titles
        .filter_map(|words| {
            let is = |phrase| forms::has_phrase(&words, phrase);
            if is("so bo") {
                Some("preliminary")
            } else if is("chinh thuc") {
                Some("final")
            } else {
                None
            }
        })
        .collect();
    let is_said = members.iter().any(|(name, _)| name == "stage");
    if let Some(stage) = stages.first().filter(|first| !is_said && stages.iter().all(|stage| stage == *first))
    {
        members.push(("stage".to_owned(), (*stage).to_owned()));
    }
    let mut files: Vec<&ReadSheet> = sheets.iter().collect();
    files.dedup_by_key(|sheet| sheet.file.as_str());
    let files: Vec<Option<&str>> = files.into_iter().map(ReadSheet::told_file).collect();
    let uncounted =
        sheets.iter().filter_map(|sheet| sheet.list.as_ref()).map(RegisterReading::uncounted).sum();
    members.push(("note".to_owned(), told::imported_from(lang, &files, uncounted)));
    members
}
