//! What each row of a summary form is: a place at its level, the unit, or no place at all.

use super::columns::MappedColumn;
use super::field::Field;
use super::forms::{forms, has_phrase, words_of};
use super::grid::Grid;
use super::heading::{Heading, is_numbering};
use super::levels::{Level, Numbered, UNRANKED, level_of, levels, numbered, rank};
use super::nesting::{self, Nesting, TwoWays};
use super::own_row;
use super::people::is_kind_of_place;
use super::row_figures::{figures_of, has_cells, has_figures};
use super::row_name::{name_at, name_of};
use super::row_words::{apart, is_region, is_zone};
use super::sums;
use super::template::WHOLE;

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowKind {
    /// A place, from below the unit down; empty: the unit itself.
    Place {
        /// The names of the place and of those it lies in, the outermost first.
        area: Vec<String>,
        /// Does the row count persons, where rows are parted by what they count?
        counts_persons: bool,
    },
    /// A place, by its way likewise, of which there are no figures yet.
    Silent(Vec<String>),
    /// No place.
    LeftOut(LeftRow),
}

/// Why a row is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftRow {
    /// A sum over urban or rural places.
    Zone,
    /// The urban or the rural part of a place that has no row of its own.
    PartOfPlace,
    /// A sum over some of the places, beside that of all of them.
    SubTotal,
    /// It has no figures: a remark, a signature.
    NoFigures,
    /// A place without figures: known, and no more.
    Silent,
    /// It has figures and no name.
    NoName,
    /// Figures of another day, a rate or a difference below the table, under words that name no place.
    OtherDay,
    /// Its words are no name of a place: "Trong đó: hộ DTTS", "Cộng lũy kế".
    NotAPlace,
}

/// Each row below the headings that has anything in it, with what it is.
///
/// # Errors
/// A row that may be the sum of others or a place beside them.
pub fn places(
    grid: &Grid,
    heading: &Heading,
    columns: &[MappedColumn],
) -> Result<Vec<(usize, RowKind)>, TwoWays> {
    let figures = figures_of(columns);
    let rows: Vec<usize> = (heading.first..grid.rows.len())
        .filter(|row| grid.rows[*row].iter().any(|cell| !cell.is_empty()))
        .collect();
    let levels = levels(grid, heading, &rows, &figures);
    let whole = sums::told_whole(grid, heading, &rows, &figures);
    let whole = whole.or_else(|| own_row::of(grid, heading, &rows, &figures));
    let nesting = nesting::of(grid, heading, (&rows, whole), &figures)?;
    let words = |row: &usize| name_of(grid, heading, *row).map(|name| words_of(&name)).unwrap_or_default();
    let is_empty = |row: &&usize| !has_figures(grid, **row, &figures);
    let captions = rows.iter().filter(is_empty).map(words).filter(|words| !is_kind_of_place(words));
    let captions = captions.filter(|words| !words.is_empty()).collect();
    let grand = sums::grand(grid, heading, &rows);
    let are_several = grand.is_some() || sums::bare_sums(grid, heading, &rows) > 1;
    let mut walk = Walk {
        grid,
        heading,
        figures,
        are_numbered: levels.iter().any(|(number, _)| *number != Numbered::None),
        levels,
        whole: whole.or_else(|| nesting.as_ref().and_then(|nesting| nesting.whole)),
        grand,
        are_several,
        captions,
        way: Vec::new(),
        last: None,
        unsummed: None,
        is_summed: false,
        nesting: nesting.as_ref(),
    };
    let order = nesting.as_ref().map(|nesting| nesting.order.clone());
    let order = order.unwrap_or_else(|| rows.into_iter().map(|row| (row, None)).collect());
    let mut kinds: Vec<(usize, RowKind)> = Vec::new();
    for (row, ended) in order {
        if let Some(ended) = ended {
            walk.way.retain(|(known, _)| *known < ended);
        }
        kinds.push((row, walk.kind(row)));
    }
    kinds.sort_by_key(|(row, _)| *row);
    Ok(kinds)
}

/// The way down through the rows: where one stands among the levels, and which place was the last.
struct Walk<'a> {
    grid: &'a Grid,
    heading: &'a Heading,
    /// The columns of figures.
    figures: Vec<(usize, &'a Field)>,
    levels: Vec<Level>,
    /// Have places numbers?
    are_numbered: bool,
    /// How the rows lie in one another, where no number tells it.
    nesting: Option<&'a Nesting>,
    /// The row of the unit that no word tells.
    whole: Option<usize>,
    /// The row of the unit that is called "Tổng cộng".
    grand: Option<usize>,
    /// Are there several rows of sums, of which one is of the unit?
    are_several: bool,
    /// Words of rows without figures that stand over others.
    captions: Vec<String>,
    /// The open places, by level.
    way: Vec<(usize, String)>,
    /// The place of the row before, which a row without a name goes on with.
    last: Option<Vec<String>>,
    /// The place that a caption opened, and no row has summed up yet.
    unsummed: Option<Vec<String>>,
    /// Was there a row of the unit after those of places?
    is_summed: bool,
}

impl Walk<'_> {
    fn kind(&mut self, row: usize) -> RowKind {
        if let Some(within) = self.heading.within {
            return self.nested(row, within);
        }
        let of_sum = self.nesting.and_then(|nesting| nesting.names.get(&row).cloned());
        let name = of_sum.or_else(|| name_of(self.grid, self.heading, row));
        let words = name.as_deref().map(words_of).unwrap_or_default();
        if is_numbering(self.grid, row) {
            // The headings of the next page.
            return RowKind::LeftOut(LeftRow::NoFigures);
        }
        if let Some(place) = name.as_ref().filter(|name| self.is_known(name)) {
            let area = self.go_to(row, place.clone());
            if !has_figures(self.grid, row, &self.figures) {
                return RowKind::Silent(area);
            }
            self.last = Some(area.clone());
            return RowKind::Place { area, counts_persons: self.counts_persons(row) };
        }
        if !has_figures(self.grid, row, &self.figures) && !self.is_meant(row, name.is_some()) {
            return self.without_figures(row, name, &words);
        }
        if let Some(area) = self.unsummed.take_if(|_| self.are_several && words == "cong") {
            self.last = None;
            return RowKind::Place { area, counts_persons: self.counts_persons(row) };
        }
        if self.is_by_lead(row, name.as_deref(), &words)
            || sums::is_of_some(&words, self.grand.is_some_and(|grand| grand != row), &self.captions)
        {
            self.last = None;
            return RowKind::LeftOut(LeftRow::SubTotal);
        }
        let is_total = sums::is_total(&words) || self.whole == Some(row);
        let sum = name.as_deref().and_then(|name| self.sum_of(name));
        if let Some(area) = sum {
            return RowKind::Place { area, counts_persons: self.counts_persons(row) };
        }
        let apart = name.as_deref().and_then(apart).filter(|_| !is_total);
        // Below the sum of all places they are sorted once more.
        let apart = apart.or_else(|| (self.is_summed && is_region(&words)).then_some(LeftRow::Zone));
        // "- Tổng cộng" is the whole all the same.
        let apart = apart.or_else(|| self.is_part_of_row(row, name.as_deref().filter(|_| !is_total)));
        if let Some(why) = apart.or_else(|| self.is_appended(row, name.as_deref(), is_total)) {
            self.last = None;
            return RowKind::LeftOut(why);
        }
        let goes_on = self.last.clone().filter(|_| self.heading.split.is_some());
        let area = if is_total {
            self.is_summed |= !self.way.is_empty();
            Some(Vec::new())
        } else {
            name.map(|name| self.go_to(row, name)).or(goes_on)
        };
        let Some(area) = area else { return RowKind::LeftOut(LeftRow::NoName) };
        self.last = Some(area.clone());
        RowKind::Place { area, counts_persons: self.counts_persons(row) }
    }

    /// Is a name one of those that a workbook that was written here lists as places, whatever it is like?
    fn is_known(&self, name: &str) -> bool {
        self.heading.is_own && name != WHOLE && self.heading.known.contains(name)
    }

    /// What a row is that names its place and the one that this lies in, which a blank cell goes on with.
    fn nested(&mut self, row: usize, within: usize) -> RowKind {
        let own = !self.grid.cell(row, within).is_empty();
        let (outer, inner) =
            (name_at(self.grid, self.heading, row, within), name_of(self.grid, self.heading, row));
        let apart = [&outer, &inner].into_iter().flatten().find_map(|name| apart(name));
        let is_sum =
            |name: &Option<String>| name.as_deref().is_some_and(|name| sums::is_total(&words_of(name)));
        let counts_persons = self.counts_persons(row);
        let outer_or_open = outer.clone().or_else(|| self.way.first().map(|(_, open)| open.clone()));
        let place = |area| RowKind::Place { area, counts_persons };
        if !has_figures(self.grid, row, &self.figures) {
            self.way = outer.filter(|_| apart.is_none()).map(|outer| (0, outer)).into_iter().collect();
            return RowKind::LeftOut(LeftRow::NoFigures);
        }
        if let (Some(LeftRow::Zone), Some(outer)) = (apart, &outer_or_open)
            && inner.as_deref().is_some_and(|inner| is_zone(&words_of(inner)))
        {
            self.way = vec![(0, outer.clone())];
            return match self.zones_alone(row, within) {
                Some(1) => place(vec![outer.clone()]),
                Some(_) => RowKind::LeftOut(LeftRow::PartOfPlace),
                None => RowKind::LeftOut(LeftRow::Zone),
            };
        }
        if let Some(why) = apart {
            return RowKind::LeftOut(why);
        }
        let number = self.heading.number.and_then(|column| self.grid.cell(row, column).text());
        if is_sum(&outer) || number.is_some_and(|text| sums::is_total(&words_of(text))) {
            return place(Vec::new());
        }
        if let Some(area) = outer.as_deref().and_then(|outer| self.sum_of(outer)) {
            return place(area);
        }
        if let Some(outer) = outer {
            self.way = vec![(0, outer)];
        }
        let Some((_, outer)) = self.way.first().cloned() else { return RowKind::LeftOut(LeftRow::NoName) };
        match inner {
            Some(inner) if !sums::is_total(&words_of(&inner)) => place(vec![outer, inner]),
            // "Cộng" among its parts is the place that they lie in.
            Some(_) => place(vec![outer]),
            None if own => place(vec![outer]),
            None => RowKind::LeftOut(LeftRow::NoName),
        }
    }

    /// How many rows with figures the place of a row has, where they are those of its urban and its rural part alone.
    fn zones_alone(&self, row: usize, within: usize) -> Option<usize> {
        let begins = |row: &usize| !self.grid.cell(*row, within).is_empty();
        let name = |row: usize| self.grid.cell(row, within).text().unwrap_or_default();
        let first = (self.heading.first..=row).rev().find(begins)?;
        let is_again = |at: &usize| begins(at) && name(*at) == name(first);
        let is_whole = |at: usize| {
            let number = self.heading.number.and_then(|column| self.grid.cell(at, column).text());
            number.is_some_and(|text| sums::is_total(&words_of(text)))
        };
        let is_same = |at: &usize| (!begins(at) || is_again(at)) && !is_whole(*at);
        let above = (self.heading.first..first).rev().take_while(is_again);
        let own = above.chain((first..self.grid.rows.len()).take_while(is_same));
        let own: Vec<usize> = own.filter(|row| has_figures(self.grid, *row, &self.figures)).collect();
        let is_of_zone = |row: &usize| {
            name_of(self.grid, self.heading, *row).is_some_and(|inner| is_zone(&words_of(&inner)))
        };
        own.iter().all(is_of_zone).then_some(own.len())
    }

    /// The open place that a row sums up by its name: "Cộng Phường 1".
    fn sum_of(&self, name: &str) -> Option<Vec<String>> {
        let words = words_of(name);
        let rest =
            ["tong cong ", "tong so ", "cong ", "tong "].iter().find_map(|lead| words.strip_prefix(lead))?;
        let at = self.way.iter().rposition(|(_, open)| words_of(open) == rest)?;
        Some(self.way[..=at].iter().map(|(_, open)| open.clone()).collect())
    }

    /// "- Người Hoa" below a place: which of its households, where places have numbers.
    fn is_part_of_row(&self, row: usize, name: Option<&str>) -> Option<LeftRow> {
        let is_bare = numbered(self.grid, self.heading, row) == Numbered::None;
        let rest = name?.strip_prefix(['-', '–', '+', '•', '*'])?.trim();
        (self.are_numbered && is_bare && !is_kind_of_place(rest)).then_some(LeftRow::NotAPlace)
    }

    /// A row with a name alone: of a place that has not reported, a heading among the rows, a remark.
    fn without_figures(&mut self, row: usize, name: Option<String>, words: &str) -> RowKind {
        let level = self.level_of(row);
        let number = numbered(self.grid, self.heading, row);
        let is_lowest = level.is_some_and(|level| level + 1 == self.depth());
        let is_place = |name: &str| {
            let is_named = is_kind_of_place(name) || matches!(number, Numbered::Digits(_));
            is_named
                && apart(name).is_none()
                && !sums::is_total(words)
                && !has_phrase(words, "ngay")
                && words.split(' ').count() <= 6
        };
        if let Some(place) = name.as_ref().filter(|name| is_lowest && !self.is_summed && is_place(name)) {
            return RowKind::Silent(self.go_to(row, place.clone()));
        }
        self.open_level(row, name, words);
        RowKind::LeftOut(LeftRow::NoFigures)
    }

    /// A row without a number below the sum of numbered ones, which names no kind of place, is a remark.
    fn is_appended(&self, row: usize, name: Option<&str>, is_total: bool) -> Option<LeftRow> {
        let is_bare = numbered(self.grid, self.heading, row) == Numbered::None
            && name.is_some_and(|name| !is_kind_of_place(name));
        (self.is_summed && self.are_numbered && is_bare && !is_total).then_some(LeftRow::NotAPlace)
    }

    /// A numbered row is meant as a place: what cannot be read in it is told cell by cell.
    fn is_meant(&self, row: usize, is_named: bool) -> bool {
        let is_open = self.figures.iter().any(|(column, _)| self.grid.not_computed.contains(&(row, *column)));
        let is_numbered = numbered(self.grid, self.heading, row) != Numbered::None;
        is_named && (is_open || (is_numbered && has_cells(self.grid, row, &self.figures)))
    }

    /// A heading among the rows ("I. Khu vực thành thị") opens a level all the same.
    fn open_level(&mut self, row: usize, name: Option<String>, words: &str) {
        let level = self.level_of(row);
        if let (Some(name), Some(level)) = (name, level)
            && !is_zone(words)
            && level + 1 < self.depth()
        {
            let is_named = rank(&name) > UNRANKED;
            self.step(level, name);
            self.unsummed = is_named.then(|| self.area());
        }
    }

    /// The level of a row among those of the table; none where none of them is its own.
    fn level_of(&self, row: usize) -> Option<usize> {
        match self.nesting {
            Some(nesting) => nesting.level_of(row),
            None => level_of(self.grid, self.heading, row, &self.levels),
        }
    }

    fn depth(&self) -> usize {
        self.nesting.map_or(self.levels.len(), |nesting| nesting.depth)
    }

    /// The names of the open places.
    fn area(&self) -> Vec<String> {
        self.way.iter().map(|(_, name)| name.clone()).collect()
    }

    /// "Cộng các xã vùng cao": a sum of some places by its first word.
    fn is_by_lead(&self, row: usize, name: Option<&str>, words: &str) -> bool {
        let is_bare = self.are_numbered && numbered(self.grid, self.heading, row) == Numbered::None;
        !sums::is_total(words)
            && name.is_some_and(|name| sums::is_by_lead(name, is_bare) && self.sum_of(name).is_none())
    }

    /// The place of a row of that name. A second row of one place names it again.
    fn go_to(&mut self, row: usize, name: String) -> Vec<String> {
        let level = self.level_of(row);
        let level = level.unwrap_or(self.depth().saturating_sub(1));
        if self.way.last().is_none_or(|(known, open)| *known != level || *open != name) {
            self.step(level, name);
        }
        self.area()
    }

    fn step(&mut self, level: usize, name: String) {
        self.way.retain(|(known, _)| *known < level);
        self.way.push((level, name));
    }

    fn counts_persons(&self, row: usize) -> bool {
        let cell = |column| self.grid.shown_at(row, column).text().unwrap_or_default();
        self.heading.split.is_some_and(|column| forms().rows.persons.contains(&words_of(cell(column))))
    }
}
