//! Find: over the rows of all tabs, accents optional, numbers with or without their dots.

use std::sync::Arc;

use crate::model::area::AreaName;
use crate::page::table::{Opens, Row};
use crate::page::{self, Tab, View};
use crate::text::{fold, show};

/// Letters a search line holds at most.
const LONGEST: usize = 200;

/// The search line and what it finds.
#[derive(Debug, Clone, Default)]
pub struct Find {
    /// As typed.
    pub query: String,
    /// What it finds, tab by tab.
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
    /// The row.
    pub key: String,
    /// Its label.
    pub label: String,
    /// Its figures, for the eye.
    pub figures: String,
}

impl Find {
    /// Adds letters to the line, as many as fit.
    pub fn add(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.query.chars().count());
        self.query.extend(text.chars().filter(|c| !c.is_control()).take(room));
    }

    /// Looks again after the line changed.
    pub fn look(&mut self, view: &View) {
        self.at = 0;
        let wanted = fold::find_key(&self.query);
        self.hits = Vec::new();
        if !wanted.is_empty() {
            self.hits = Tab::ALL.into_iter().flat_map(|tab| hits(view, tab, &wanted)).collect();
        }
    }

    /// Chooses another hit.
    pub fn move_by(&mut self, by: isize) {
        let last = self.hits.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}

fn hits(view: &View, tab: Tab, wanted: &str) -> Vec<Hit> {
    let page = page::make(tab, &View { path: &[], chosen: "", ..*view });
    page.rows().filter(|row| matches(view, row, wanted)).map(|row| hit(view, tab, row)).collect()
}

fn matches(view: &View, row: &Row, wanted: &str) -> bool {
    let figures = row.figures().map(|figure| show::number(view.lang, figure, show::Style::Plain));
    let codes = match &row.opens {
        Opens::Area(path) => path.last().and_then(|name| name.code.clone()),
        _ => None,
    };
    std::iter::once(row.label.full.clone())
        .chain(figures)
        .chain(codes)
        .chain(std::iter::once(row.key.clone()))
        .any(|text| fold::find_key(&text).contains(wanted))
}

fn hit(view: &View, tab: Tab, row: &Row) -> Hit {
    let figures: Vec<String> =
        row.figures().take(3).map(|f| show::with_unit(view.lang, f, show::Style::Plain)).collect();
    let label = row.label.full.trim().to_owned();
    Hit { tab, path: Vec::new(), key: row.key.clone(), label, figures: figures.join(" · ") }
}
