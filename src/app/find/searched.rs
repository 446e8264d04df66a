//! What is looked through: the rows of all pages, by their names and numbers, and how close one comes to what was typed.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use crate::app::query::Query;
use crate::model::figure::Figure;
use crate::model::name::AreaName;
use crate::page::table::{Opens, Row, Table};
use crate::page::{self, Block, Tab, View};
use crate::text::{fold, show};

/// The lists that open in place of a tab's page, with their tab.
const LISTS: [(Tab, &str); 2] = [(Tab::Households, page::WHOLE), (Tab::Targets, page::TASKS)];
/// Letters at least of a name in the other language.
const LEAST: usize = 3;

/// What is looked for.
pub struct Wanted {
    /// As a number, or a part of one.
    pub number: String,
    /// As a name, in every form in which it may be typed.
    names: Vec<String>,
}

impl Wanted {
    /// What was typed.
    pub fn of(query: &Query) -> Self {
        Self { number: query.key(), names: fold::name_forms(&query.text) }
    }

    /// How close a number is.
    pub fn closeness_of_number(&self, number: &str) -> Option<u8> {
        closeness(number, &self.number)
    }
}

/// All pages and lists, found when they are first looked through. A clone shares them.
#[derive(Debug, Clone)]
pub struct SearchedPages {
    pages: Arc<OnceLock<Vec<SearchedPage>>>,
    /// With the numbers of the rows of long lists?
    with_numbers: bool,
}

impl SearchedPages {
    /// None found yet.
    pub fn new(with_numbers: bool) -> Self {
        Self { pages: Arc::default(), with_numbers }
    }

    /// The pages.
    pub fn get(&self, view: &View) -> &[SearchedPage] {
        self.pages.get_or_init(|| SearchedPage::all(view, self.with_numbers))
    }

    /// Are the numbers of all rows known?
    pub fn have_numbers(&self) -> bool {
        self.with_numbers || self.pages.get().is_some_and(|pages| pages.iter().all(|page| page.has_numbers))
    }
}

/// A page with all that its rows are found by: made once for a line that is typed letter by letter.
#[derive(Debug)]
pub struct SearchedPage {
    /// The tab.
    pub tab: Tab,
    /// The list that is opened there first.
    pub list: &'static str,
    /// Its rows.
    pub entries: Vec<Entry>,
    /// Are not all its rows made, because there are too many?
    is_long: bool,
    /// Are the numbers of its rows known?
    has_numbers: bool,
}

/// A row with all that it is found by.
#[derive(Debug)]
pub struct Entry {
    /// The row, of a long list not made.
    pub row: Row,
    /// Its label in every form in which it may be typed, the plain one first.
    names: Vec<String>,
    /// The names of its area, where they are others.
    of_area: Vec<String>,
    /// What it is called in the other language, where that is yet another: abbreviations are typed as one knows them.
    also: Vec<String>,
    /// The numbers of the figures in its cells.
    pub numbers: Vec<String>,
    /// The numbers of those beside them.
    pub beside: Vec<String>,
}

impl Entry {
    /// Was the row found by its label, not by a number?
    pub fn is_in_label(&self, wanted: &Wanted) -> bool {
        self.names[0].contains(&wanted.number) || closest(&self.names, wanted).is_some()
    }
}

impl SearchedPage {
    fn of(view: &View, tab: Tab, list: &'static str, with_numbers: bool) -> Self {
        let mut also = second_names(&View { lang: view.lang.other(), ..*view }, tab, list);
        let view = &of_page(view, list);
        let is_long = page::is_long(tab, view);
        let mut numbers_of = HashMap::new();
        if is_long && with_numbers {
            page::each_part(
                view,
                |_| true,
                |row| drop(numbers_of.insert(row.key.clone(), numbers(view, &row))),
            );
        }
        let entry = |(table, row): (usize, Row)| {
            let [numbers, beside] = numbers_of.remove(&row.key).unwrap_or_else(|| numbers(view, &row));
            let names = fold::name_forms(&row.label.full);
            let of_area = match &row.opens {
                Opens::Area(path) => path.last().map(|area| names_of(area)).unwrap_or_default(),
                Opens::Story | Opens::List(_) => Vec::new(),
            };
            let of_area = others(of_area, &[&names]);
            let also = also.remove(&(table, row.key.clone())).unwrap_or_default();
            let also = others(also, &[&names, &of_area]);
            Entry { row, names, of_area, also, numbers, beside }
        };
        let tables = tables(&if is_long { view.of_labels() } else { view.of_all_rows() }, tab);
        // Of thousands no room is kept for as many again.
        let mut entries = Vec::with_capacity(tables.iter().map(|table| table.rows.len()).sum());
        entries.extend(rows(tables).map(entry));
        Self { tab, list, entries, is_long, has_numbers: with_numbers || !is_long }
    }

    /// The rows that fit, by their places, and how close they come.
    pub fn found(&self, wanted: &Wanted) -> Vec<(usize, u8)> {
        let distances = self.entries.iter().map(|entry| distance(entry, wanted));
        distances.enumerate().filter_map(|(at, distance)| Some((at, distance?))).collect()
    }

    /// All pages and lists.
    fn all(view: &View, with_numbers: bool) -> Vec<Self> {
        let pages = Tab::ALL.into_iter().map(|tab| (tab, "")).chain(LISTS);
        pages.map(|(tab, list)| Self::of(view, tab, list, with_numbers)).collect()
    }

    /// The rows with these keys, where they are not made already.
    pub fn made(&self, view: &View, keys: &HashSet<&str>) -> HashMap<String, Row> {
        let mut made = HashMap::new();
        if self.is_long {
            let take = |row: Row| drop(made.insert(row.key.clone(), row));
            page::each_part(&of_page(view, self.list), |key| keys.contains(key), take);
        }
        made
    }
}

/// The numbers of the figures in the cells of a row, and of those beside them.
fn numbers(view: &View, row: &Row) -> [Vec<String>; 2] {
    let number = |figure: &Figure| fold::find_key(show::number(view.lang, figure, show::Style::Plain).trim());
    [row.in_cells().map(number).collect(), row.more.iter().map(number).collect()]
}

/// The place of a page that is looked through.
fn of_page<'a>(view: &View<'a>, list: &'static str) -> View<'a> {
    View { path: &[], chosen: "", list, ..*view }
}

/// What the rows are called in another language, by their keys.
fn second_names(other: &View, tab: Tab, list: &'static str) -> HashMap<(usize, String), Vec<String>> {
    let mut found: HashMap<(usize, String), Vec<String>> = HashMap::new();
    // Only labels are asked for, which also rows have that are not made.
    for (table, row) in rows(tables(&of_page(other, list).of_labels(), tab)) {
        let names = std::iter::once(&row.label.full).chain(&row.label.short);
        found.entry((table, row.key)).or_default().extend(names.flat_map(|text| fold::name_forms(text)));
    }
    found
}

/// Those of some names that are not among others: most areas are called in both languages as their row is.
fn others(mut names: Vec<String>, known: &[&Vec<String>]) -> Vec<String> {
    names.retain(|name| !known.iter().any(|known| known.contains(name)));
    names.shrink_to_fit();
    names
}

/// The tables of a page. A row is one of one table: what stands beside it is found by itself.
fn tables(view: &View, tab: Tab) -> Vec<Table> {
    let blocks = page::page_of(tab, view).blocks.into_iter();
    let tables = blocks.flat_map(|block| match block {
        Block::Table(table) => table.apart(),
        Block::Gap | Block::Lines(_) | Block::Chart(_) => Vec::new(),
    });
    tables.collect()
}

/// The rows of tables that can be chosen, each with the place of its table among the others.
fn rows(tables: Vec<Table>) -> impl Iterator<Item = (usize, Row)> {
    let rows = tables.into_iter().enumerate();
    let rows = rows.flat_map(|(at, table)| table.rows.into_iter().map(move |row| (at, row)));
    rows.filter(|(_, row)| row.is_choosable())
}

/// How close a key is to what was typed: the same, beginning with it, holding it; none: not at all.
fn closeness(key: &str, wanted: &str) -> Option<u8> {
    if key == wanted {
        return Some(0);
    }
    if key.starts_with(wanted) {
        return Some(1);
    }
    key.contains(wanted).then_some(2)
}

/// How close a name is, in the forms that come closest.
pub fn closest(forms: &[String], wanted: &Wanted) -> Option<u8> {
    let pairs = forms.iter().flat_map(|form| wanted.names.iter().map(move |wanted| (form, wanted)));
    pairs.filter_map(|(form, wanted)| closeness(form, wanted)).min()
}

/// The names of an area in every form, in either language: who reads English may type what the file says.
pub fn names_of(area: &AreaName) -> Vec<String> {
    let names = std::iter::once(&area.name.vi).chain(&area.name.en).chain(&area.code);
    names.flat_map(|text| fold::name_forms(text)).collect()
}

/// The closest that label, area or figures of a row come, those that stand in it: what its story tells besides was not
/// found in it. A part of a number is the least.
fn distance(entry: &Entry, wanted: &Wanted) -> Option<u8> {
    let number = entry.numbers.iter().filter_map(|number| closeness(number, &wanted.number)).min();
    let number = number.map(|n| if n == 0 { 0 } else { 3 });
    // One or two letters stand in too many words of another language.
    let is_long = wanted.number.chars().count() >= LEAST;
    let also = closest(&entry.also, wanted).filter(|_| is_long);
    let [names, area] = [&entry.names, &entry.of_area].map(|forms| closest(forms, wanted));
    [names, area, number, also].into_iter().flatten().min()
}
