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
        self.hits = if wanted.number.is_empty() { Vec::new() } else { hits(view, &wanted) };
    }

    /// Chooses another hit.
    pub fn move_by(&mut self, by: isize) {
        let count = if self.query.text.is_empty() { self.offers.len() } else { self.hits.len() };
        let last = count.saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}

/// All that fits, the closest first; what stands on several tabs once.
fn hits(view: &View, wanted: &Wanted) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Tab::ALL.into_iter().flat_map(|tab| on_page(view, tab, "", wanted)).collect();
    hits.extend(LISTS.into_iter().flat_map(|(tab, list)| on_page(view, tab, list, wanted)));
    below(view, view.whole(), &mut Vec::new(), wanted, &mut hits);
    let mut seen = HashSet::new();
    hits.retain(|hit| seen.insert((hit.label.clone(), hit.figures.clone())));
    hits.sort_by_key(|hit| hit.distance);
    hits.truncate(MOST);
    hits
}

fn on_page(view: &View, tab: Tab, list: &'static str, wanted: &Wanted) -> Vec<Hit> {
    let rows = rows(view, tab, list);
    let also = second_names(&View { lang: view.lang.other(), ..*view }, tab, list, wanted);
    let hit = |(table, row): &(usize, Row)| {
        let also = also.get(&(*table, row.key.clone())).copied();
        let distance = distance(view, row, wanted).into_iter().chain(also).min()?;
        let full = row.label.full.trim();
        let is_in_label = fold::find_key(full).contains(&wanted.number) || name(full, wanted).is_some();
        // The number that was asked for comes first; one beside the row where the row writes it itself.
        let by_number = |figure: &Figure| numbered(view, figure, wanted);
        let beside = row.more.iter().filter(|figure| is_in_label && by_number(figure).is_some());
        let mut figures: Vec<&Figure> = row.in_cells().chain(beside).collect();
        figures.sort_by_key(|figure| by_number(figure).unwrap_or(u8::MAX));
        let figures = told(view, &figures);
        // A sentence that was found by a number beside it leaves room for the number.
        let label = if is_in_label { full.to_owned() } else { cells::cut(full, LABEL) };
        Some(Hit {
            tab,
            path: Vec::new(),
            list,
            key: row.key.clone(),
            label,
            figures: figures.join(" · "),
            distance,
        })
    };
    rows.iter().filter_map(hit).collect()
}

/// How close the rows come by what they are called in another language, by their keys: abbreviations are typed as one
/// knows them.
fn second_names(other: &View, tab: Tab, list: &'static str, wanted: &Wanted) -> HashMap<(usize, String), u8> {
    // One or two letters stand in too many words.
    if wanted.number.chars().count() < LEAST {
        return HashMap::new();
    }
    let mut closest = HashMap::new();
    for (table, row) in rows(other, tab, list) {
        let names = std::iter::once(&row.label.full).chain(&row.label.short);
        if let Some(found) = names.filter_map(|text| name(text, wanted)).min() {
            let known = closest.entry((table, row.key)).or_insert(found);
            *known = found.min(*known);
        }
    }
    closest
}

/// The rows of a page that can be chosen, each with the place of its table among the others.
fn rows(view: &View, tab: Tab, list: &'static str) -> Vec<(usize, Row)> {
    let page = page::page_of(tab, &View { path: &[], chosen: "", list, ..*view });
    // A row is one of one table: what stands beside it is found by itself.
    let tables = page.blocks.iter().flat_map(|block| match block {
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
        let closeness = path.first().and_then(|_| named(&part.name, wanted));
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
fn name(text: &str, wanted: &Wanted) -> Option<u8> {
    let forms = fold::name_forms(text);
    let pairs = forms.iter().flat_map(|form| wanted.names.iter().map(move |wanted| (form, wanted)));
    pairs.filter_map(|(form, wanted)| closeness(form, wanted)).min()
}

/// How close an area's name is, in either language: who reads English may type what the file says.
fn named(area: &AreaName, wanted: &Wanted) -> Option<u8> {
    let names = std::iter::once(&area.name.vi).chain(&area.name.en).chain(&area.code);
    names.filter_map(|text| name(text, wanted)).min()
}

/// The closest that label, area or figures of a row come, those that stand in it: what its story tells besides was not
/// found in it. A part of a number is the least.
fn distance(view: &View, row: &Row, wanted: &Wanted) -> Option<u8> {
    let area = match &row.opens {
        Opens::Area(path) => path.last().and_then(|area| named(area, wanted)),
        Opens::Story | Opens::List(_) => None,
    };
    let label = name(&row.label.full, wanted);
    let number = row.in_cells().filter_map(|figure| numbered(view, figure, wanted)).min();
    let number = number.map(|n| if n == 0 { 0 } else { 3 });
    [label, area, number].into_iter().flatten().min()
}

/// How close the number of a figure is to what was typed.
fn numbered(view: &View, figure: &Figure, wanted: &Wanted) -> Option<u8> {
    let number = fold::find_key(show::number(view.lang, figure, show::Style::Plain).trim());
    closeness(&number, &wanted.number)
}
