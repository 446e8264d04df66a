//! Find: over areas, programmes, targets, tasks, checks and figures; accents optional, numbers with or without their
//! dots.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Measure, When};
use crate::model::name::AreaName;
use crate::page::table::{Opens, Row};
use crate::page::{self, Block, Tab, View, area_key};
use crate::say;
use crate::text::say::what;
use crate::text::{cells, fold, show};

use super::query::Query;
use super::state::App;

mod offers;

pub use offers::{Does, Offer};

/// The lists that open in place of a tab's page, with their tab.
const LISTS: [(Tab, &str); 2] = [(Tab::Households, page::WHOLE), (Tab::Targets, page::TASKS)];
/// More finds than anybody walks through; the search line narrows them.
const MOST: usize = 500;

/// The search line and what it finds.
#[derive(Debug, Clone, Default)]
pub struct Find {
    /// As typed.
    pub query: Query,
    /// What can be typed and done, while nothing is typed.
    pub offers: Vec<Offer>,
    /// What it finds, the closest first.
    pub hits: Vec<Hit>,
    /// The chosen one.
    pub at: usize,
    /// What is looked through, from the first letter on.
    pub pages: Option<Arc<Vec<SearchedPage>>>,
}

/// A row that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The tab it stands on.
    pub tab: Tab,
    /// The areas to go down into first.
    pub path: Vec<Arc<AreaName>>,
    /// The list to open first.
    pub list: &'static str,
    /// The row.
    pub key: String,
    /// Its label.
    pub label: String,
    /// Its figures, for the eye.
    pub figures: String,
    /// How close it is: 0 is what was typed.
    distance: u8,
}

/// The cells of the label of a row that was found by its number.
const LABEL: usize = 36;

/// Letters at least of a name in the other language.
const LEAST: usize = 3;

/// What is looked for.
struct Wanted {
    /// As a number, or a part of one.
    number: String,
    /// As a name, in every form in which it may be typed.
    names: Vec<String>,
}

impl Find {
    /// An empty line, with what can be typed and done here.
    pub fn open(app: &App) -> Self {
        Self { offers: offers::of(app), ..Self::default() }
    }

    /// What is chosen while nothing is typed.
    pub fn offer(&self) -> Option<&Offer> {
        self.offers.get(self.at).filter(|_| self.query.text.is_empty())
    }

    /// Looks again after the line changed.
    pub fn search(&mut self, view: &View) {
        self.at = 0;
        let wanted = Wanted { number: self.query.key(), names: fold::name_forms(&self.query.text) };
        if wanted.number.is_empty() {
            self.hits = Vec::new();
            return;
        }
        // The numbers of thousands of rows are found when one is looked for.
        let has_number = wanted.number.contains(|letter: char| letter.is_ascii_digit());
        let pages =
            self.pages.take().filter(|pages| !has_number || pages.iter().all(|page| page.has_numbers));
        let pages = pages.unwrap_or_else(|| Arc::new(SearchedPage::all(view, has_number)));
        self.hits = hits(view, &pages, &wanted);
        self.pages = Some(pages);
    }

    /// What is looked through is another than it was.
    pub fn forget(&mut self) {
        self.pages = None;
    }

    /// Chooses another hit.
    pub fn move_by(&mut self, by: isize) {
        let count = if self.query.text.is_empty() { self.offers.len() } else { self.hits.len() };
        let last = count.saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}

/// All that fits, the closest first; what stands on several tabs once.
fn hits(view: &View, pages: &[SearchedPage], wanted: &Wanted) -> Vec<Hit> {
    let mut hits: Vec<Hit> = pages.iter().flat_map(|page| on_page(view, page, wanted)).collect();
    below(view, view.whole(), &mut Vec::new(), wanted, &mut hits);
    let mut seen = HashSet::new();
    hits.retain(|hit| seen.insert((hit.label.clone(), hit.figures.clone())));
    hits.sort_by_key(|hit| hit.distance);
    hits.truncate(MOST);
    hits
}

/// Those on a page: of more than are kept the closest.
fn on_page(view: &View, page: &SearchedPage, wanted: &Wanted) -> Vec<Hit> {
    let distances = page.entries.iter().map(|entry| distance(entry, wanted));
    let mut found: Vec<(usize, u8)> =
        distances.enumerate().filter_map(|(at, distance)| Some((at, distance?))).collect();
    if found.len() > MOST {
        found.sort_by_key(|(_, distance)| *distance);
        found.truncate(MOST);
        found.sort_unstable();
    }
    let keys = found.iter().map(|(at, _)| &*page.entries[*at].row.key).collect();
    let made = page.made(view, &keys);
    let hit = |(at, distance)| {
        let entry: &Entry = &page.entries[at];
        hit(view, page, (entry, made.get(&entry.row.key).unwrap_or(&entry.row)), (distance, wanted))
    };
    found.into_iter().map(hit).collect()
}

/// What was found, with its row as it is made.
fn hit(
    view: &View,
    page: &SearchedPage,
    (entry, row): (&Entry, &Row),
    (distance, wanted): (u8, &Wanted),
) -> Hit {
    let full = row.label.full.trim();
    let is_in_label = entry.label.contains(&wanted.number) || closest(&entry.names, wanted).is_some();
    // The number that was asked for comes first; one beside the row where the row writes it itself.
    let by_number = |number: &String| closeness(number, &wanted.number);
    let own = row.in_cells().enumerate();
    let own = own.map(|(at, figure)| (figure, entry.numbers.get(at).and_then(by_number)));
    let beside = row.more.iter().zip(&entry.beside).map(|(figure, number)| (figure, by_number(number)));
    let beside = beside.filter(|(_, close)| is_in_label && close.is_some());
    let mut figures: Vec<(&Figure, Option<u8>)> = own.chain(beside).collect();
    figures.sort_by_key(|(_, close)| close.unwrap_or(u8::MAX));
    let figures: Vec<&Figure> = figures.into_iter().map(|(figure, _)| figure).collect();
    let figures = told(view, &figures);
    // A sentence that was found by a number beside it leaves room for the number.
    let label = if is_in_label { full.to_owned() } else { cells::cut(full, LABEL) };
    Hit {
        tab: page.tab,
        path: Vec::new(),
        list: page.list,
        key: row.key.clone(),
        label,
        figures: figures.join(" · "),
        distance,
    }
}

/// A page with all that its rows are found by: made once for a line that is typed letter by letter.
#[derive(Debug)]
pub struct SearchedPage {
    tab: Tab,
    list: &'static str,
    entries: Vec<Entry>,
    /// Are not all its rows made, because there are too many?
    is_long: bool,
    /// Are the numbers of its rows known?
    has_numbers: bool,
}

/// A row with all that it is found by.
#[derive(Debug)]
struct Entry {
    row: Row,
    /// Its label, as a number is looked for in it.
    label: String,
    /// The same in every form in which it may be typed; then the names of its area, and what it is called in the other
    /// language: abbreviations are typed as one knows them.
    names: Vec<String>,
    of_area: Vec<String>,
    also: Vec<String>,
    /// The numbers of the figures in its cells, and of those beside them.
    numbers: Vec<String>,
    beside: Vec<String>,
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
            Entry {
                label: fold::find_key(row.label.full.trim()),
                names: fold::name_forms(&row.label.full),
                of_area: match &row.opens {
                    Opens::Area(path) => path.last().map(|area| names_of(area)).unwrap_or_default(),
                    Opens::Story | Opens::List(_) => Vec::new(),
                },
                also: also.remove(&(table, row.key.clone())).unwrap_or_default(),
                numbers,
                beside,
                row,
            }
        };
        let rows = rows(&if is_long { view.of_labels() } else { view.of_all_rows() }, tab);
        let entries = rows.into_iter().map(entry).collect();
        Self { tab, list, entries, is_long, has_numbers: with_numbers || !is_long }
    }

    /// All pages and lists.
    fn all(view: &View, with_numbers: bool) -> Vec<Self> {
        let pages = Tab::ALL.into_iter().map(|tab| (tab, "")).chain(LISTS);
        pages.map(|(tab, list)| Self::of(view, tab, list, with_numbers)).collect()
    }

    /// The rows with these keys, where they are not made already.
    fn made(&self, view: &View, keys: &HashSet<&str>) -> HashMap<String, Row> {
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
    for (table, row) in rows(&of_page(other, list).of_labels(), tab) {
        let names = std::iter::once(&row.label.full).chain(&row.label.short);
        found.entry((table, row.key)).or_default().extend(names.flat_map(|text| fold::name_forms(text)));
    }
    found
}

/// The rows of a page that can be chosen, each with the place of its table among the others.
fn rows(view: &View, tab: Tab) -> Vec<(usize, Row)> {
    let page = page::page_of(tab, view);
    // A row is one of one table: what stands beside it is found by itself.
    let tables = page.blocks.into_iter().flat_map(|block| match block {
        Block::Table(table) => table.apart(),
        Block::Gap | Block::Lines(_) | Block::Chart(_) => Vec::new(),
    });
    let rows = tables.enumerate().flat_map(|(at, table)| table.rows.into_iter().map(move |row| (at, row)));
    rows.filter(|(_, row)| row.is_choosable()).collect()
}

/// The first figures of a row in words, each once: "0 hộ · 0 hộ · 0 hộ" would not say of what. Where they are of several
/// groups each is named.
fn told(view: &View, figures: &[&Figure]) -> Vec<String> {
    let group = |figure: &Figure| match figure.subject.measure {
        Measure::Of(group, _) => Some(group),
        _ => None,
    };
    let is_of_several = figures.iter().any(|figure| group(figure) != group(figures[0]));
    let named = |figure: &&Figure| match group(figure) {
        Some(group) if is_of_several && what::counted(view.lang, figure).is_none() => {
            say!(view, "{of} {figure}"; of = what::group(view.lang, group), figure = *figure).text()
        }
        _ => with_day(view, figure),
    };
    let mut seen = HashSet::new();
    figures.iter().map(named).filter(|text| seen.insert(text.clone())).take(3).collect()
}

/// A figure with what it counts, and its day where that is not the day shown: "63 hộ nghèo", "1.429 hộ nghèo
/// (31/12/2022)".
fn with_day(view: &View, figure: &Figure) -> String {
    let lang = view.lang;
    let counted = what::counted(lang, figure);
    let day = match figure.subject.when {
        When::Day(day) => Some(day).filter(|day| *day != view.snapshot().as_of()),
        When::Year(_) | When::Between(..) | When::Over(_) => None,
    };
    let (bare, whole) = (counted.map(|_| figure), counted.is_none().then_some(figure));
    say!(view, "[{bare} {counted}][{whole+}][ ({day})]"; bare, counted, whole, day).text()
}

/// The areas below the first level, which no page of the unit lists.
fn below(view: &View, area: &Area, path: &mut Vec<Arc<AreaName>>, wanted: &Wanted, hits: &mut Vec<Hit>) {
    for part in &area.areas {
        let closeness = path.first().and_then(|_| closest(&names_of(&part.name), wanted));
        if let Some(distance) = closeness.filter(|_| hits.len() < MOST) {
            let label = view.lang.wording(&part.name.name).to_owned();
            let names: Vec<&str> = path.iter().map(|name| view.lang.wording(&name.name)).collect();
            let (path, key) = (path.clone(), area_key(&part.name));
            let figures = names.join(" ▸ ");
            hits.push(Hit { tab: Tab::Households, path, list: "", key, label, figures, distance });
        }
        path.push(Arc::clone(&part.name));
        below(view, part, path, wanted, hits);
        path.pop();
    }
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
fn closest(forms: &[String], wanted: &Wanted) -> Option<u8> {
    let pairs = forms.iter().flat_map(|form| wanted.names.iter().map(move |wanted| (form, wanted)));
    pairs.filter_map(|(form, wanted)| closeness(form, wanted)).min()
}

/// The names of an area in every form, in either language: who reads English may type what the file says.
fn names_of(area: &AreaName) -> Vec<String> {
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
