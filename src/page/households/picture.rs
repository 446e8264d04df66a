//! The picture beside the numbers of the list: how far the rate of each part lies from that of the whole; in the order
//! of another count, that count.

use crate::model::area::Area;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::Group;
use crate::model::ops::FigureResult;
use crate::model::places;
use crate::say;
use crate::text::show;

use super::super::table::{Align, Bar, Cell, Column, LongShort, Style};
use super::super::whole;
use super::columns::{ALL, BAR, COMBINED, COUNT, PERSONS};
use super::{List, order};
use crate::text::line::Line;

/// Cells of the bars: the fewest that show a length, those that other columns leave of a terminal of 80, the most that
/// say more.
const CELLS: [u16; 3] = [6, 12, 64];

/// What is drawn, and its scale: one for all rows, so that lengths compare.
#[derive(Debug, Clone)]
pub struct Picture {
    of: Drawn,
    from: Exact,
    full: Exact,
}

/// What the bars stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Drawn {
    /// The distance of the rate of the group in the foreground from that of the whole.
    FromWhole,
    /// The figure of that column.
    Count(usize),
}

/// The picture of a list, where its parts have something to draw.
pub fn of(list: &List) -> Option<Picture> {
    let sorted = list.sort.0;
    let is_count = [ALL].iter().chain(&COUNT).chain(&PERSONS).chain(&COMBINED[..1]).any(|c| *c == sorted);
    // As it opens, where most are stands there in numbers and where it is worst in lines.
    let is_asked = list.view.sort.0 != order::AS_OPENED;
    let count = is_count.then(|| drawn(list, Drawn::Count(sorted))).flatten();
    if is_count && is_asked {
        return count;
    }
    drawn(list, Drawn::FromWhole).or(count)
}

fn drawn(list: &List, of: Drawn) -> Option<Picture> {
    list.known.picture((of, list.group()), || measured(list, of))
}

fn measured(list: &List, of: Drawn) -> Option<Picture> {
    let values = list.whole.areas.iter().filter_map(|area| value(list, area, of));
    let none = (Exact::whole(0), Exact::whole(0));
    let (from, full) = values.fold(none, |(from, full), value| (from.min(value.clone()), full.max(value)));
    (from != full).then_some(Picture { of, from, full })
}

fn value(list: &List, area: &Area, of: Drawn) -> Option<Exact> {
    match of {
        Drawn::FromWhole => from_whole(list, area)?.one().cloned(),
        // What is only said to be under a number has no length.
        Drawn::Count(column) => {
            order::figure(list, area, column).filter(|figure| !places::is_open(figure))?.one().cloned()
        }
    }
}

/// How far the rate of a part lies from that of the whole, in points; none where one of the two is a bound or a range,
/// nor of so few households that one more or less would turn it.
fn from_whole(list: &List, area: &Area) -> Option<Figure> {
    let is_bound = |rate: &FigureResult| rate.as_ref().is_ok_and(places::is_open);
    let (rate, of_whole) = (area.rate(list.group()), list.whole_rate());
    let is_told = !is_bound(&rate) && !is_bound(of_whole) && !places::is_few(area, list.group());
    if !is_told || std::ptr::eq(area, list.whole) {
        return None;
    }
    places::from_whole(area, list.group(), &rate, of_whole).ok().filter(|figure| figure.one().is_some())
}

/// The parts with such a distance, the furthest first.
pub fn furthest<'a>(list: &'a List) -> impl Iterator<Item = &'a Area> + use<'a> {
    let areas = &list.whole.areas;
    let places = list.known.furthest(list.group(), || {
        let far = |(at, area): (usize, &Area)| Some((value(list, area, Drawn::FromWhole)?.abs(), at));
        let mut found: Vec<(Exact, usize)> = areas.iter().enumerate().filter_map(far).collect();
        found.sort_by(|(one, _), (other, _)| other.cmp(one));
        found.into_iter().map(|(_, at)| at).collect()
    });
    (0..places.len()).map(move |at| &areas[places[at]])
}

/// The columns of the bar and of its value, in the set of columns of a group.
pub fn columns(list: &List, slot: usize) -> [Column; 2] {
    let none = || [Column::default(), Column::default()];
    let Some(picture) = list.picture.as_ref().filter(|picture| picture.slot(list) == slot) else {
        return none();
    };
    let [least, width, most] = CELLS;
    let bar = Column {
        width,
        align: Align::Left,
        // It becomes smaller before its value goes, and goes before it.
        rank: 9,
        picture: (least, most),
        head: picture.head_of_bar(list).into(),
        ..Column::default()
    };
    match picture.of {
        Drawn::FromWhole => {
            let value = Column { heads: heads(list), ..Column::number(head(list), 6, 0, false, 8) };
            [bar, value]
        }
        Drawn::Count(_) => [bar, Column::default()],
    }
}

/// The bar and the value of an area in the set of columns of a group.
pub fn cells(list: &List, area: &Area, slot: usize) -> [Cell; 2] {
    let picture = list.picture.as_ref().filter(|picture| picture.slot(list) == slot);
    let is_part = !std::ptr::eq(area, list.whole);
    let Some(picture) = picture.filter(|_| is_part) else { return [Cell::Blank, Cell::Blank] };
    let bar = |value: Option<Exact>| {
        let Some(value) = value else { return Cell::Blank };
        Cell::Bar(Bar { value, from: picture.from.clone(), full: picture.full.clone(), ..Bar::default() })
    };
    match picture.of {
        Drawn::FromWhole => {
            let points = from_whole(list, area);
            let cell = points.as_ref().map_or(Cell::Blank, |points| written(list, points));
            [bar(points.and_then(|points| points.one().cloned())), cell]
        }
        Drawn::Count(_) => [bar(value(list, area, picture.of)), Cell::Blank],
    }
}

/// The head has the mark of all values: each is a difference.
fn written(list: &List, points: &Figure) -> Cell {
    Cell::Line(Line::default().written(show::in_cell(list.view.lang, points, Style::Signed), points))
}

/// `so với toàn quận*`: also where the column stands by itself.
fn head(list: &List) -> LongShort {
    let all = whole::of_all(list.view, list.whole, list.group());
    say!(list.view, "so với {all}*", "vs {all}*"; all).text().into()
}

/// The same in full, with what the values are and what they are held against; then shorter and shorter.
fn heads(list: &List) -> Vec<String> {
    let all = whole::of_all(list.view, list.whole, list.group());
    let rate = list.whole.rate(list.group()).ok();
    let rate = rate.as_ref().map(|rate| show::in_sentence(list.view.lang, rate, Style::Plain));
    let told = |words: (&'static str, &'static str)| {
        say!(list.view, "điểm %* {words} {all}[ {rate}]", "points* {words} {all}[ {rate}]";
            words, all = &all, rate = rate.clone())
    };
    let full = [("so với", "vs"), ("so", "vs")].map(|words| told(words).text());
    let without_rate = say!(list.view, "điểm %* so với {all}", "points* vs {all}"; all = &all);
    let short = [("điểm %*", "points*"), ("lệch*", "gap*")].map(|(vi, en)| list.view.pick(vi, en).to_owned());
    full.into_iter().chain([without_rate.text(), head(list).full]).chain(short).collect()
}

/// Has a part a rate of that group?
fn has_rates(list: &List, group: Group) -> bool {
    list.whole.areas.iter().any(|area| area.rate(group).is_ok())
}

impl Picture {
    /// What it draws.
    pub fn of(&self) -> Drawn {
        self.of
    }

    /// The set of columns it stands in.
    fn slot(&self, list: &List) -> usize {
        let of_group = |group| list.slot(group).unwrap_or(BAR.len() - 1);
        let Drawn::Count(column) = self.of else { return of_group(list.group()) };
        let places = COUNT.iter().position(|c| *c == column).or(PERSONS.iter().position(|c| *c == column));
        match places {
            Some(slot) => slot,
            None if column == COMBINED[0] => of_group(Group::Combined),
            None => 0,
        }
    }

    /// A count is named over its bars: its own column stands apart from them.
    fn head_of_bar<'a>(&self, list: &List<'a>) -> &'a str {
        match self.of {
            Drawn::FromWhole => "",
            Drawn::Count(ALL) => list.view.pick("hộ dân", "all hhs"),
            Drawn::Count(column) if PERSONS.contains(&column) => list.view.pick("số khẩu", "persons"),
            // Nothing stands between the two.
            Drawn::Count(column) if column == COMBINED[0] && !has_rates(list, Group::Combined) => "",
            Drawn::Count(_) => list.view.pick("số hộ", "number"),
        }
    }
}
