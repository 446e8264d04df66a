//! Find: over areas, programmes, targets, tasks, checks and figures; accents optional, numbers with or without their
//! dots.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Measure, When};
use crate::model::name::AreaName;
use crate::page::table::Row;
use crate::page::{Tab, View, area_key};
use crate::say;
use crate::text::cells;
use crate::text::say::what;

use super::query::Query;
use super::state::App;

mod offers;
mod searched;

pub use offers::{Does, Offer};
pub use searched::SearchedPages;
use searched::{SearchedPage, Wanted, closest, names_of};

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
    pub pages: Option<SearchedPages>,
    /// Was the line changed since it was looked for?
    pub is_changed: bool,
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
    /// Its figures, for the eye; none yet of a row far out of sight.
    pub figures: Option<String>,
    /// How close it is: 0 is what was typed.
    distance: u8,
    /// The page and the entry there that it was found in, of which its figures are made.
    from: (usize, usize),
}

/// The cells of the label of a row that was found by its number.
const LABEL: usize = 36;

impl Find {
    /// An empty line, with what can be typed and done here.
    pub fn open(app: &App) -> Self {
        Self { offers: offers::of(app), pages: Some(SearchedPages::new(false)), ..Self::default() }
    }

    /// What is chosen while nothing is typed.
    pub fn offer(&self) -> Option<&Offer> {
        self.offers.get(self.at).filter(|_| self.query.text.is_empty())
    }

    /// Looks again after the line changed.
    pub fn search(&mut self, view: &View) {
        self.at = 0;
        self.look(view);
        self.make_in_sight(view);
    }

    fn look(&mut self, view: &View) {
        let wanted = Wanted::of(&self.query);
        if wanted.number.is_empty() {
            self.hits = Vec::new();
            return;
        }
        // The numbers of thousands of rows are found when one is looked for.
        let has_number = wanted.number.contains(|letter: char| letter.is_ascii_digit());
        let pages = self.pages.take().filter(|pages| !has_number || pages.have_numbers());
        let pages = pages.unwrap_or_else(|| SearchedPages::new(has_number));
        self.hits = hits(view, pages.get(view), &wanted);
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

    /// Makes the figures of the hits that may be in sight with the chosen one; where nothing is drawn, of all.
    pub fn make_in_sight(&mut self, view: &View) {
        if std::mem::take(&mut self.is_changed) {
            return self.search(view);
        }
        if self.hits.is_empty() {
            return;
        }
        if self.pages.is_none() {
            self.look(view);
            self.move_by(0);
        }
        let Some(pages) = &self.pages else { return };
        let lines = match view.lines {
            0 => MOST,
            lines => 2 * usize::from(lines),
        };
        let seen = self.at.saturating_sub(lines)..self.hits.len().min(self.at + lines);
        make(view, pages.get(view), &Wanted::of(&self.query), self.hits[seen].iter_mut());
    }
}

/// All that fits, the closest first; what stands on several tabs once.
fn hits(view: &View, pages: &[SearchedPage], wanted: &Wanted) -> Vec<Hit> {
    let mut hits: Vec<Hit> = pages.iter().enumerate().flat_map(|page| on_page(page, wanted)).collect();
    below(view, view.whole(), &mut Vec::new(), wanted, &mut hits);
    // Only what has a name in common is the same, where its figures are.
    let mut count: HashMap<String, usize> = HashMap::new();
    for hit in &hits {
        *count.entry(hit.label.clone()).or_default() += 1;
    }
    make(view, pages, wanted, hits.iter_mut().filter(|hit| count[&hit.label] > 1));
    let mut seen = HashSet::new();
    hits.retain(|hit| count[&hit.label] == 1 || seen.insert((hit.label.clone(), hit.figures.clone())));
    hits.sort_by_key(|hit| hit.distance);
    hits.truncate(MOST);
    hits
}

/// Those on a page: of more than are kept the closest.
fn on_page((number, page): (usize, &SearchedPage), wanted: &Wanted) -> Vec<Hit> {
    let mut found = page.found(wanted);
    if found.len() > MOST {
        found.sort_by_key(|(_, distance)| *distance);
        found.truncate(MOST);
        found.sort_unstable();
    }
    let hit = |(at, distance): (usize, u8)| {
        let entry = &page.entries[at];
        let full = entry.row.label.full.trim();
        // A sentence that was found by a number beside it leaves room for the number.
        let label = if entry.is_in_label(wanted) { full.to_owned() } else { cells::cut(full, LABEL) };
        Hit {
            tab: page.tab,
            path: Vec::new(),
            list: page.list,
            key: entry.row.key.clone(),
            label,
            figures: None,
            distance,
            from: (number, at),
        }
    };
    found.into_iter().map(hit).collect()
}

/// Makes the figures of hits that have none yet.
fn make<'a>(view: &View, pages: &[SearchedPage], wanted: &Wanted, hits: impl Iterator<Item = &'a mut Hit>) {
    let mut of_pages: HashMap<usize, Vec<&mut Hit>> = HashMap::new();
    hits.filter(|hit| hit.figures.is_none())
        .for_each(|hit| of_pages.entry(hit.from.0).or_default().push(hit));
    for (number, hits) in of_pages {
        let page = &pages[number];
        let made = page.made(view, &hits.iter().map(|hit| &*hit.key).collect());
        for hit in hits {
            let entry = &page.entries[hit.from.1];
            let row = made.get(&entry.row.key).unwrap_or(&entry.row);
            hit.figures = Some(told_of(view, entry, row, wanted));
        }
    }
}

/// The first figures of a row as it is made: the number that was asked for before others; one beside the row where the row
/// writes it itself.
fn told_of(view: &View, entry: &searched::Entry, row: &Row, wanted: &Wanted) -> String {
    let by_number = |number: &String| wanted.closeness_of_number(number);
    let own = row.in_cells().enumerate();
    let own = own.map(|(at, figure)| (figure, entry.numbers.get(at).and_then(by_number)));
    let is_in_label = entry.is_in_label(wanted);
    let beside = row.more.iter().zip(&entry.beside).map(|(figure, number)| (figure, by_number(number)));
    let beside = beside.filter(|(_, close)| is_in_label && close.is_some());
    let mut figures: Vec<(&Figure, Option<u8>)> = own.chain(beside).collect();
    figures.sort_by_key(|(_, close)| close.unwrap_or(u8::MAX));
    let figures: Vec<&Figure> = figures.into_iter().map(|(figure, _)| figure).collect();
    told(view, &figures).join(" · ")
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
            let figures = Some(names.join(" ▸ "));
            let from = (usize::MAX, 0);
            hits.push(Hit { tab: Tab::Households, path, list: "", key, label, figures, distance, from });
        }
        path.push(Arc::clone(&part.name));
        below(view, part, path, wanted, hits);
        path.pop();
    }
}
