//! The list of households itself: counted while it is read, and nothing of anybody is kept.
//!
//! Of a household that was counted only a fingerprint stays, 64 bits under a key that is drawn anew for each import and
//! never leaves it: enough to count what stands twice in the lists, and nothing to be told from it.

mod before;
mod begins;
mod by_cells;
mod causes;
mod class;
pub mod columns;
mod count;
mod finish;
mod gathering;
mod household;
pub mod mapped;
pub mod own_total;
mod page;
mod peoples;
pub mod place;
pub mod prints;
mod qualified;
mod relation;
mod row;
pub mod says;
mod sizes;
mod spread;
mod stated;
mod tally;
mod times;
pub mod title;
pub mod together;
mod unread;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::source::column_map::SheetMap;

use super::forms::{forms, has_phrase, words_of};
use super::grid::{Grid, SheetCell};
use super::heading::Heading;
use super::letterhead;
use super::sheet::Sheet;
use super::unreadable::Unreadable;
use before::Piece;
use begins::Shared;
use class::{Class, Kind};
use columns::Columns;
use gathering::Gathering;
use household::{Household, RowPlace};
use own_total::{OtherTotal, OwnTotals};
use page::PageHeadings;
use place::Known;
use prints::{Keys, Prints};
use says::Says;
use spread::{Groups, Nested, Spread};
use tally::{AreaId, OpenPath, Tally};

pub use before::Seen;
pub use unread::Unread;

/// A place below the unit and the path of a figure.
pub type Counted = (Vec<String>, String);

/// What was counted in a list.
#[derive(Debug, Clone, Default)]
pub struct RegisterReading {
    /// The counts.
    pub counts: BTreeMap<Counted, u64>,
    /// Counts that some of its households do not tell.
    pub gaps: BTreeSet<Counted>,
    /// What it asks of each household of its groups: nobody is none.
    pub asked: BTreeSet<String>,
    /// The groups whose households it lists.
    pub groups: BTreeSet<&'static str>,
    /// Its columns.
    pub columns: Vec<ReadColumn>,
    /// Households that are counted.
    pub households: usize,
    /// Households that stood in the lists before: counted once.
    pub repeated: usize,
    /// Of how many households, by the field of their group, the code or the papers stand at another one too.
    pub same_elsewhere: BTreeMap<String, usize>,
    /// Rows that could not be read, counted from 1, and why.
    pub unread: Vec<(usize, Unread)>,
    /// It asks for members, and each household has one row: of persons it tells nothing.
    pub is_of_heads: bool,
    /// Totals that it states and its rows do not make.
    pub other_totals: Vec<OtherTotal>,
    /// Why nothing of it is counted.
    pub refused: Option<NotAll>,
}

/// A column of a list that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadColumn {
    /// Where it stands.
    pub at: usize,
    /// As it is headed, where that may be told.
    pub heading: String,
    /// What it says.
    pub says: Says,
}

/// Why a list does not tell how many households are poor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAll {
    /// A row is a person, and nothing tells whose household it is of.
    Persons,
    /// By its title it lists some of them: those who are helped, those who are new.
    Some,
    /// By its title it is that of the beginning of the time at whose end another one stands.
    Beginning,
}

impl RegisterReading {
    /// Rows that are in no count.
    pub fn uncounted(&self) -> usize {
        self.unread.iter().filter(|(_, why)| !why.is_counted() && !why.is_heading()).count()
    }
}

/// Is that the list of households? It tells of people; what may be told of an office too does only without counts.
pub fn is_list(heading: &Heading) -> bool {
    const OF_PEOPLE: [&str; 13] = [
        "ho va ten",
        "ho ten",
        "ten chu ho",
        "dai dien ho",
        "ten thanh vien",
        "cccd",
        "cmnd",
        "can cuoc",
        "so dinh danh",
        "quan he voi chu ho",
        "ngay sinh",
        "stt ho",
        "stt thanh vien",
    ];
    const COUNTS: [&str; 4] = ["so ho", "ty le", "%", "tong so"];
    let columns = || (0..heading.columns.len()).map(|column| heading.words(column));
    let has = |words: &str, phrases: &[&str]| phrases.iter().any(|phrase| has_phrase(words, phrase));
    let is_of_people = |words: String| {
        // "Hộ nghèo có chủ hộ là nữ" counts households.
        has(&words, &OF_PEOPLE)
            || has(&words, &says::HOUSEHOLD_CODES)
            || (has(&words, &["chu ho"]) && !has(&words, &["nu", "so ho", "ho ngheo"]))
    };
    let may_be = |words: String| {
        words == "ten"
            || has(&words, &["dia chi", "so dien thoai", "nam sinh"])
            || says::is_of_members(&words)
    };
    columns().any(is_of_people) || (columns().any(may_be) && !columns().any(|words| has(&words, &COUNTS)))
}

/// A list while it is read.
struct Counter<'a> {
    columns: Columns,
    tally: Tally,
    known: &'a Known,
    seen: &'a mut Seen,
    /// Whose list it is: a short code is one within its unit alone.
    unit: String,
    /// The kind that the title gives to all.
    of_all: Option<Kind>,
    reading: RegisterReading,
    /// The title in words: a year that it names is that of the list.
    title: String,
    /// The place that the sheet or the title names.
    of_sheet: Option<AreaId>,
    /// The place that a row named for those below it.
    section: Option<AreaId>,
    /// Where a place lies that a row of a section names: by that section and the place as the row has it.
    placed: HashMap<(AreaId, AreaId), AreaId>,
    groups: Groups,
    /// The kind that a row named for those below it, and what else it said of them.
    class: Option<(Class, Vec<OpenPath>)>,
    nested: Nested,
    spread: Spread,
    totals: OwnTotals,
    pages: PageHeadings,
    /// Are there places at all that a household may be in?
    has_places: bool,
    is_signed: bool,
    /// The last row that held anything.
    last_row: usize,
    open: Option<Household>,
    /// Households whose rows were read and which are not counted yet.
    closed: Vec<(Household, Kind, AreaId)>,
    last: LastSeen,
    gathering: Gathering,
    /// What the row that is read shares with those above it.
    shared: Shared,
    /// Households whose rows share a code, by that.
    pieces: HashMap<u64, Piece>,
    /// The noughts that a code came with first in this list, and the name beside it.
    written: Prints,
    /// Fingerprints of the wards, by the place of a household.
    wards: HashMap<AreaId, u64, Keys>,
    /// Fingerprints of the cells of the row that is read.
    prints: Vec<u64>,
    /// Its filled cells, but for its numbers.
    told: Vec<usize>,
    /// The places that it names.
    places: Vec<(u8, Option<RowPlace>)>,
    /// What the first row of the open household says of its kind and place.
    heard: Vec<(usize, SheetCell)>,
    /// Columns with cells that are neither yes nor no.
    odd: BTreeSet<usize>,
    /// Places without a word of a place, and the row of their household, where they have one alone.
    bare: BTreeMap<AreaId, Option<usize>>,
    /// The most rows that a household has.
    most_rows: u64,
    /// Where persons are counted by the rows of their households.
    by_rows: HashSet<(AreaId, Kind, OpenPath)>,
    /// Figures that some households do not tell.
    gaps: HashSet<(AreaId, Kind, OpenPath)>,
}

/// What the rows above named last.
#[derive(Debug, Default)]
struct LastSeen {
    /// The number of a household.
    number: Option<String>,
    /// Its code, as a fingerprint.
    code: Option<u64>,
    /// The head that the row before named, as a fingerprint.
    head: Option<u64>,
}

/// Counts a list while its rows pass by.
///
/// # Errors
/// It cannot be read to its end.
pub fn read(
    list: &mut Sheet<'_>,
    heading: &Heading,
    map: Option<&SheetMap>,
    (known, seen): (&Known, &mut Seen),
) -> Result<RegisterReading, Unreadable> {
    let heading = settled(&list.head, heading);
    let sheet = list.head.sheet.as_deref().unwrap_or_default();
    let title = heading.title_words();
    let (of_all, kinds) = class::of_all(&title, &words_of(sheet));
    let columns = mapped::columns(&list.head, &heading, (&title, of_all), (map, known));
    if let Some(why) = not_all(&heading, &columns) {
        list.each(heading.first, &seen.keys, |_| {})?;
        return Ok(RegisterReading { refused: Some(why), ..RegisterReading::default() });
    }
    let keys = seen.keys.clone();
    let mut counter = counter(list, &heading, (title, of_all, &kinds), columns, (known, seen));
    list.each(heading.first, &keys, |row| counter.take(row))?;
    counter.close();
    counter.count_closed();
    Ok(counter.finish(&heading))
}

/// What counts a list, before its first row; `title` is its title in words.
fn counter<'a>(
    list: &mut Sheet<'_>,
    heading: &Heading,
    (title, of_all, kinds): (String, Option<Kind>, &BTreeSet<Kind>),
    columns: Vec<(usize, Says)>,
    (known, seen): (&'a Known, &'a mut Seen),
) -> Counter<'a> {
    let sheet = list.head.sheet.as_deref().unwrap_or_default();
    let groups = groups(kinds, &columns);
    let mut tally = Tally::new();
    let section = place::of_sheet(sheet, &heading.title, known).map(|name| tally.area(&[name]));
    seen.lists += 1;
    let has_places = section.is_some() || columns.iter().any(|(_, says)| matches!(says, Says::Place(_)));
    let columns = Columns::of(columns, |at| heading.columns[at].last().cloned().unwrap_or_default());
    let gathering = gathering::of(&list.head, heading, &columns, known);
    Counter {
        known,
        seen,
        unit: letterhead::units(&heading.title).pop().unwrap_or_default(),
        of_all,
        reading: RegisterReading { groups, ..RegisterReading::default() },
        has_places,
        columns,
        tally,
        title,
        of_sheet: section,
        section,
        placed: HashMap::new(),
        groups: Groups::default(),
        class: None,
        nested: Nested::default(),
        spread: Spread::of(std::mem::take(&mut list.head.merged)),
        totals: OwnTotals::default(),
        pages: PageHeadings::of(heading),
        is_signed: false,
        last_row: heading.first,
        open: None,
        closed: Vec::new(),
        last: LastSeen::default(),
        gathering,
        shared: Shared::default(),
        pieces: HashMap::new(),
        written: Prints::default(),
        wards: HashMap::default(),
        prints: Vec::new(),
        told: Vec::new(),
        places: Vec::new(),
        heard: Vec::new(),
        odd: BTreeSet::new(),
        bare: BTreeMap::new(),
        most_rows: 0,
        by_rows: HashSet::new(),
        gaps: HashSet::new(),
    }
}

/// The groups that a list is of: those of its title, and both where each has a column.
fn groups(kinds: &BTreeSet<Kind>, columns: &[(usize, Says)]) -> BTreeSet<&'static str> {
    let of_title = kinds.iter().filter(|kind| matches!(kind, Kind::In(_))).map(|kind| kind.group());
    let has = |wanted: &Says| columns.iter().any(|(_, says)| says == wanted);
    let both = has(&Says::IsPoor) && has(&Says::IsNearPoor);
    of_title.chain(both.then_some(["poor", "near_poor"]).into_iter().flatten()).collect()
}

/// Does a list tell of other than all households of a group?
fn not_all(heading: &Heading, columns: &[(usize, Says)]) -> Option<NotAll> {
    let lists = &forms().lists;
    let has = |line: &str, phrases: &[String]| phrases.iter().any(|phrase| has_phrase(line, phrase));
    let lines: Vec<String> = heading.title.iter().map(|line| words_of(line)).collect();
    let own = || lines.iter().filter(|line| has_phrase(line, "ngheo") && !has(line, &lists.no_title));
    if own().any(|line| has(line, &lists.some)) {
        return Some(NotAll::Some);
    }
    let tells_households = |says: &Says| matches!(says, Says::HouseholdNumber | Says::Relation | Says::Code);
    let is_of_persons = own().any(|line| has(line, &lists.persons));
    (is_of_persons && !columns.iter().any(|(_, says)| tells_households(says))).then_some(NotAll::Persons)
}

/// The headings without a row that holds one text alone: that may be a household's, or a place.
fn settled(grid: &Grid, heading: &Heading) -> Heading {
    let mut heading = heading.clone();
    let is_alone = |row: &usize| {
        grid.rows.get(*row).is_some_and(|cells| cells.iter().filter(|cell| !cell.is_empty()).count() == 1)
    };
    let Some(first) = (heading.top + 1..heading.first).find(is_alone) else { return heading };
    for row in first..heading.first {
        for (column, parts) in heading.columns.iter_mut().enumerate() {
            let text = grid.cell(row, column).text();
            if parts.len() > 1 {
                parts.retain(|part| Some(part.as_str()) != text);
            }
        }
    }
    heading.first = first;
    heading
}
