//! Cells that may point at somebody: of a ward or a hamlet one or two households with a sickness or a loan are known by
//! their neighbours. A report that leaves says so once; invented figures point at nobody.

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Cover, Measure, PartField, Support};
use crate::model::unit::Unit;
use crate::page::{Tab, View};
use crate::say;
use crate::text::Lang;
use crate::text::fold::sort_key;
use crate::text::line::Line;
use crate::text::say::level::{Level, level};
use crate::text::say::units;

use super::figure_index::FigureIndex;
use super::pages;

/// A count of so many, or of one, is small.
const MOST: i64 = 2;
/// So many places are named; more are counted.
const NAMED: usize = 3;

/// `Lưu ý: 4 ô của xã, phường, thôn chỉ có 1-2 hộ hoặc người …`, of the figures of a report; none where no cell is so
/// small.
pub fn note(lang: Lang, index: &FigureIndex) -> Option<Line> {
    let known = index.entries.iter().filter_map(|entry| entry.known.as_ref().ok());
    let small: Vec<&Figure> = known.filter(|figure| is_small(figure)).collect();
    let mut places: Vec<&str> = Vec::new();
    for figure in &small {
        let name = lang.wording(&figure.subject.whose.name);
        if !places.contains(&name) {
            places.push(name);
        }
    }
    places.sort_by_cached_key(|place| sort_key(place));
    let more = places.len().checked_sub(NAMED).filter(|more| *more > 0);
    places.truncate(NAMED);
    let count = small.len();
    let cells = units::noun_for(count, "ô", ["cell", "cells"]);
    let counts = ("chỉ có", if count == 1 { "counts" } else { "count" });
    let line = say!(lang,
        "Lưu ý: {count} {cells} {counts} 1-2 hộ hoặc người, có thể nhận ra hộ cụ thể ({places}[ và {more} nơi khác]); \
         cần xem lại trước khi gửi.",
        "Note: {count} {cells} {counts} only 1-2 households or persons and may identify a household \
         ({places}[ and {more} more]); check before sending.";
        count, cells, counts, places = places.join(", "), more);
    (count > 0).then_some(line)
}

/// The same of a report of these pages, which is written in another form than they have.
pub fn note_of_pages(view: &View, tabs: &[Tab]) -> Option<Line> {
    note(view.lang, &FigureIndex::of_sections(&pages::sections(view, tabs)))
}

/// The same of a page that is in sight, in a few words.
pub fn in_short(view: &View) -> &'static str {
    view.lang.pick("có ô 1-2 hộ: xem lưu ý trong tệp", "cells of 1-2 households: see the note in it")
}

/// Does it count one or two households or persons of a place below a district?
fn is_small(figure: &Figure) -> bool {
    let is_count = matches!(figure.unit, Unit::Household | Unit::Person) && counts(&figure.subject.measure);
    let number = figure.exactly().filter(|_| is_count && !figure.is_invented());
    number.is_some_and(|number| number.is_positive() && *number <= Exact::whole(MOST))
        && level(&figure.subject.whose).is_some_and(Level::is_below_district)
}

/// Is it a number of some that are there, not one by which something changed, was asked or is ranked?
fn counts(measure: &Measure) -> bool {
    match measure {
        Measure::Of(_, aspect) => matches!(
            aspect,
            Aspect::Households
                | Aspect::Persons
                | Aspect::PolicyFamilies
                | Aspect::Among(_, PartField::Households | PartField::Persons)
                | Aspect::Moved(_)
                | Aspect::MovedPersons(_)
                | Aspect::Out
                | Aspect::In
                | Aspect::Lacking(_)
                | Aspect::Cause(_)
        ),
        Measure::Programme(_, support) => *support == Support::Reached,
        Measure::Coverage(_, cover) => matches!(cover, Cover::Covered | Cover::Eligible),
        Measure::Indicator(_) => true,
        Measure::AllHouseholds
        | Measure::Inhabitants
        | Measure::TotalRange
        | Measure::Target(..)
        | Measure::Money
        | Measure::FirstAreas(..)
        | Measure::FirstAreasShare(..) => false,
    }
}
