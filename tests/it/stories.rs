//! No figure on any screen is without its story: where it stands in a file, or the formula with its numbers.

use std::collections::HashSet;

use giamngheo::app::App;
use giamngheo::model::figure::Figure;
use giamngheo::model::measure::What;
use giamngheo::model::story::Story;
use giamngheo::page::{Block, Page, Tab, View, explain, make};
use giamngheo::text::Lang;

use super::pictures::program;

fn figures(page: &Page) -> Vec<Figure> {
    let panel = page.detail.iter().flat_map(|d| &d.blocks);
    let of = |block: &Block| -> Vec<Figure> {
        match block {
            Block::Lines(lines) => lines.iter().flat_map(|l| l.figures().cloned()).collect(),
            Block::Table(table) => table.rows.iter().flat_map(|r| r.figures().cloned()).collect(),
            _ => Vec::new(),
        }
    };
    page.blocks.iter().chain(panel).flat_map(of).collect()
}

/// The figure and all that its formula rests on lead to places in files.
fn walk(figure: &Figure, view: &View, depth: usize, told: &mut HashSet<What>) {
    assert!(depth < 12, "a story without an end: {:?}", figure.what);
    match &*figure.story {
        Story::Stated(stated) => {
            assert!(stated.location.line > 0, "no line: {}", stated.location.path);
            assert!(!stated.location.path.is_empty());
        }
        Story::Derived(derived) => {
            assert!(!derived.formula.is_empty(), "no formula: {:?}", figure.what);
            figure.story.inputs().for_each(|input| walk(input, view, depth + 1, told));
        }
    }
    // One telling for each subject: to tell is slow, and figures come back from page to page.
    if told.insert(figure.what.clone()) {
        let panel = explain::figure(view, figure, 0);
        assert!(!panel.title.is_empty() && !panel.blocks.is_empty());
        opens(figure, view);
    }
}

/// Every number of its formula can be picked, and what is picked has a story that leads to a file in turn.
fn opens(figure: &Figure, view: &View) {
    let links = explain::links(view, figure);
    for input in figure.story.inputs() {
        let is_it = |link: &&Figure| link.what == input.what && link.amount == input.amount;
        assert!(links.iter().any(|link| is_it(&link)), "{:?} does not open {:?}", figure.what, input.what);
    }
    for link in &links {
        assert!(leads_to_a_file(link), "no file behind {:?}", link.what);
    }
}

fn leads_to_a_file(figure: &Figure) -> bool {
    match &*figure.story {
        Story::Stated(stated) => stated.location.line > 0,
        Story::Derived(_) => figure.story.inputs().count() > 0 && figure.story.inputs().all(leads_to_a_file),
    }
}

fn views(app: &App) -> Vec<usize> {
    (0..app.shown().unwrap().snapshots.len()).collect()
}

#[test]
fn every_figure_of_every_page_tells_its_story() {
    for lang in [Lang::Vi, Lang::En] {
        let app = program(lang, (80, 24), "2022-12-31");
        let view = app.view().unwrap();
        let mut seen = 0;
        let mut told = HashSet::new();
        for at in views(&app) {
            let view = View { at, ..view };
            let wards = view.whole().areas.first().map(|area| vec![area.name.clone()]);
            for path in std::iter::once(Vec::new()).chain(wards) {
                let view = View { path: &path, ..view };
                for tab in Tab::ALL {
                    for figure in figures(&make(tab, &view)) {
                        walk(&figure, &view, 0, &mut told);
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen > 1000, "only {seen} figures were walked");
    }
}
