//! What every report holds, whatever its format: the conclusion, then the pages of the tabs in their order.

use crate::model::source_file::Provenance;
use crate::page::layout::fit;
use crate::page::table::{Opens, Table, TableRows};
use crate::page::{self, Block, Cell, Medium, Tab, View, conclusion, foot, head};
use crate::say;
use crate::text::glossary;
use crate::text::line::{Line, Role, Span};

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

/// The lines over the report: unit, dates, who published it and its title.
pub fn title(view: &View) -> Vec<String> {
    let mut lines = vec![head::unit(view), head::dates(view)];
    lines.extend(page::standard::line(view));
    let origin = &view.area().origin();
    let source = [&origin.publisher, &origin.title].into_iter().flatten().map(|text| view.lang.wording(text));
    let source = source.collect::<Vec<_>>().join(" · ");
    lines.extend((!source.is_empty()).then_some(source));
    if let Some(then) = view.compare.and_then(|at| view.history.snapshots.get(at)) {
        lines.push(say!(view, "So với {day}", "Compared with {day}"; day = then.as_of()).text());
    }
    lines
}

/// What stands under the title where figures are estimated or invented: all of them, or which.
pub fn badge(view: &View, sections: &[Section]) -> Option<String> {
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let part = foot::invented_of(view, blocks)
        .map(|named| say!(view, "Một phần MINH HỌA: {named}", "Partly ILLUSTRATIVE: {named}"; named).text());
    let whole = kind(view);
    let told: Vec<String> = whole.into_iter().chain(part).collect();
    (!told.is_empty()).then(|| told.join(". "))
}

/// What is said of a file whose figures are all estimated or invented.
pub fn kind(view: &View) -> Option<String> {
    invented(view).or_else(|| estimated(view))
}

/// The same of a file of estimates: they are no result either.
pub fn estimated(view: &View) -> Option<String> {
    let words = view.pick(
        "SỐ ƯỚC THỰC HIỆN, chưa phải kết quả rà soát",
        "ESTIMATED FIGURES, not yet the result of a review",
    );
    (view.area().origin().provenance == Provenance::Estimated).then(|| words.to_owned())
}

/// What stands before all else where the figures are no result.
pub fn invented(view: &View) -> Option<String> {
    let words = view.pick(
        "SỐ LIỆU MINH HỌA, không phải kết quả rà soát",
        "ILLUSTRATIVE FIGURES, not the result of a review",
    );
    (view.area().origin().provenance == Provenance::Illustrative).then(|| words.to_owned())
}

/// The conclusion and the pages of `tabs`.
pub fn sections(view: &View, tabs: &[Tab]) -> Vec<Section> {
    let view = &View { medium: Medium::Paper, lines: 0, ..*view };
    let first = Section {
        tab: None,
        title: view.lang.term(glossary::CONCLUSION).to_owned(),
        blocks: vec![Block::Lines(conclusion::lines(view))],
    };
    std::iter::once(first).chain(tabs.iter().map(|tab| section(view, *tab))).collect()
}

fn section(view: &View, tab: Tab) -> Section {
    let mut page = page::page_of(tab, view);
    let opened = opened(view, tab, &page);
    page.blocks.iter_mut().for_each(without_opener);
    let is_bare = !page.blocks.iter().any(|block| matches!(block, Block::Table(_)));
    let pages = std::iter::once(page).chain(opened);
    let blocks = pages.flat_map(|page| {
        let foot = (!page.foot.is_empty()).then_some(Block::Lines(page.foot));
        // Of a page without a table the sentence that says so is all there is.
        let in_words = |block| if is_bare { vec![block] } else { in_words(block, tab) };
        page.blocks.into_iter().flat_map(in_words).chain(foot)
    });
    let mut blocks: Vec<Block> = blocks.collect();
    blocks.iter_mut().for_each(without_cursor);
    Section { tab: Some(tab), title: heading(view, tab), blocks }
}

/// A page as it stands on a screen of so many cells: its rows in their order, of its columns those in sight.
pub fn seen(view: &View, tab: Tab, page: &page::Page, width: u16) -> Section {
    let block = |block: &Block| match block {
        Block::Table(table) => {
            let shown: Vec<usize> = fit(table, width).columns.iter().map(|column| column.index).collect();
            Block::Table(table.only(&shown))
        }
        other => other.clone(),
    };
    let foot = (!page.foot.is_empty()).then(|| Block::Lines(page.foot.clone()));
    let blocks = page.blocks.iter().map(block).flat_map(|block| in_words(block, tab)).chain(foot).collect();
    Section { tab: Some(tab), title: heading(view, tab), blocks }
}

fn heading(view: &View, tab: Tab) -> String {
    format!("{} {}", tab.index() + 1, tab.name(view.lang))
}

/// What the screen has a key away from the page of a tab: on paper no key is pressed.
fn opened(view: &View, tab: Tab, page: &page::Page) -> Option<page::Page> {
    let opens = |list: &str| page.rows().any(|row| matches!(row.opens, Opens::List(found) if found == list));
    match tab {
        Tab::Households if opens(page::WHOLE) => Some(page::area::beyond(view)),
        Tab::Targets if opens(page::TASKS) => {
            let mut tasks = page::page_of(tab, &View { list: page::TASKS, ..*view });
            tasks.blocks.insert(0, Block::Gap);
            Some(tasks)
        }
        _ => None,
    }
}

/// Takes out the row that only opens the list of tasks: the list stands under it.
fn without_opener(block: &mut Block) {
    if let Block::Table(table) = block {
        table.rows.retain(|row| row.key != page::TASKS);
    }
}

/// Takes out what the screen marks its cursor and the key of its order with: paper has neither.
fn without_cursor(block: &mut Block) {
    let Block::Table(table) = block else { return };
    table.sorted = None;
    let bare = |text: &mut String| text.retain(|letter| !['▌', '▲', '▼'].contains(&letter));
    let heads = table.columns.iter_mut().map(|column| &mut column.head).chain([&mut table.head]);
    for head in heads {
        bare(&mut head.full);
        head.short.iter_mut().for_each(bare);
    }
    table.groups.iter_mut().for_each(|(title, ..)| bare(title));
}

/// The title of a chart that is not drawn goes with it: its values stand in the table under it. A table without
/// columns is a list of sentences: on paper they are not cut to a line.
fn in_words(block: Block, tab: Tab) -> Vec<Block> {
    match block {
        Block::Lines(_) if tab == Tab::Trends && !is_told(&block) => Vec::new(),
        Block::Table(table) if table.rows.is_empty() => Vec::new(),
        Block::Table(table) if table.columns.is_empty() || tab == Tab::Checks => sentences(table),
        other => vec![other],
    }
}

/// The rows of a table that have nothing but their label, as sentences: on paper these are not cut to a line, and one
/// that went on in a second row is whole again. Rows with cells stay a table.
fn sentences(table: Table) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let empty = Table { rows: TableRows::default(), ..table.clone() };
    for row in table.rows {
        let is_told = row.cells.iter().all(|cell| matches!(cell, Cell::Blank));
        match blocks.last_mut() {
            Some(Block::Lines(lines)) if is_told => add_sentence(lines, row),
            Some(Block::Table(table)) if !is_told => table.rows.push(row),
            _ if is_told => blocks.push(Block::sentence(sentence(row))),
            _ => blocks.push(Block::Table(Table { rows: vec![row].into(), ..empty.clone() })),
        }
    }
    blocks
}

fn add_sentence(lines: &mut Vec<Line>, row: page::Row) {
    match lines.last_mut() {
        // It goes on: it has no key of its own and is no heading.
        Some(line) if row.key.is_empty() && row.role != Role::Strong && row.indent > line.indent => {
            line.spans.push(Span { text: format!(" {}", row.label.full), role: row.role, figure: None });
        }
        _ => lines.push(sentence(row)),
    }
}

fn sentence(row: page::Row) -> Line {
    Line { indent: row.indent, hanging_indent: 2, ..Line::with_role(row.role, row.label.full) }
}

/// Does a block of sentences write figures? The title of a chart does not.
fn is_told(block: &Block) -> bool {
    match block {
        Block::Lines(lines) => lines.iter().any(|line| line.figures().next().is_some()),
        _ => true,
    }
}
