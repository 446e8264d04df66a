//! What every report holds, whatever its format: the conclusion, then the pages of the tabs in their order.

use crate::page::{self, Block, Line, Tab, View, conclusion, head};
use crate::text::date;

/// A part of a report under a heading of its own.
#[derive(Debug, Clone)]
pub struct Section {
    /// The tab it shows; none: the conclusion.
    pub tab: Option<Tab>,
    /// Its heading.
    pub title: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// The lines over the report: unit, dates, report.
pub fn title(view: &View) -> Vec<String> {
    let mut lines = vec![head::unit(view), head::dates(view)];
    let origin = &view.area().origin;
    lines.extend(origin.title.as_ref().map(|title| view.lang.of(title).to_owned()));
    if let Some(then) = view.compare.and_then(|at| view.history.snapshots.get(at)) {
        let words = view.pick("So với", "Compared with");
        lines.push(format!("{words} {}", date::day(view.lang, then.as_of())));
    }
    lines
}

/// The conclusion and the pages of `tabs`.
pub fn sections(view: &View, tabs: &[Tab]) -> Vec<Section> {
    let first = Section {
        tab: None,
        title: view.pick("Kết luận", "Conclusion").to_owned(),
        blocks: vec![Block::Lines(conclusion::lines(view))],
    };
    std::iter::once(first).chain(tabs.iter().map(|tab| section(view, *tab))).collect()
}

fn section(view: &View, tab: Tab) -> Section {
    let page = page::make(tab, view);
    let blocks = page.blocks.into_iter().filter_map(|block| in_words(block, tab));
    let foot = (!page.foot.is_empty()).then_some(Block::Lines(page.foot));
    let title = format!("{} {}", tab.index() + 1, tab.name(view.lang));
    Section { tab: Some(tab), title, blocks: blocks.chain(foot).collect() }
}

/// A chart has its values in the table under it, and its title goes with it. A table without columns is a list of
/// sentences: on paper they are not cut to a line.
fn in_words(block: Block, tab: Tab) -> Option<Block> {
    match block {
        Block::Chart(_) => None,
        Block::Lines(_) if tab == Tab::Trends => is_told(&block).then_some(block),
        Block::Table(table) if table.columns.is_empty() => {
            let rows = table.rows.into_iter();
            let line =
                |row: page::Row| Line { indent: row.indent, hang: 2, ..Line::of(row.role, row.label.full) };
            Some(Block::Lines(rows.map(line).collect()))
        }
        other => Some(other),
    }
}

/// Does a block of sentences write figures? The title of a chart does not.
fn is_told(block: &Block) -> bool {
    match block {
        Block::Lines(lines) => lines.iter().any(|line| line.figures().next().is_some()),
        _ => true,
    }
}
