//! 4 Chỉ tiêu: targets with their standing, and the panel on the chosen one.

mod panel;
pub mod table;

use std::sync::Arc;

use crate::model::snapshot::Snapshot;
use crate::model::standing::{Standing, assess};
use crate::model::target::Target;
use crate::text::say::standing as words;
use crate::text::{date, show};

use super::line::{Line, Role};
use super::table::Style;
use super::{Block, Page, View, foot};

/// The page.
pub fn page(view: &View) -> Page {
    let years = years(view);
    let Some(&year) = years.last() else {
        let none = view.pick("Chưa có chỉ tiêu nào được nêu.", "No target is stated.");
        return Page { blocks: vec![Block::line(Line::of(Role::Dim, none))], ..Page::default() };
    };
    let mut blocks = vec![Block::Table(table::of_year(view, year))];
    blocks.extend(tasks(view));
    blocks.extend(years[..years.len() - 1].iter().rev().map(|year| Block::line(ended(view, *year))));
    let detail = panel::panel(view);
    let mut page = Page { blocks, detail, ..Page::default() };
    page.foot = foot::lines(view, &page, Vec::new());
    page
}

/// The years that have targets at this snapshot, oldest first.
pub fn years(view: &View) -> Vec<i32> {
    let mut years: Vec<i32> = view.history.targets(view.at).iter().map(|(_, t)| t.year).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The key of a target's row.
pub fn key(target: &Target) -> String {
    format!("target:{}", target.named.id)
}

/// The chosen target with the snapshot that states it; without a choice the first of the newest year.
pub fn chosen<'a>(view: &View<'a>) -> Option<(&'a Arc<Snapshot>, &'a Target)> {
    let targets = view.history.targets(view.at);
    let newest = targets.iter().map(|(_, t)| t.year).max()?;
    let chosen = targets.iter().find(|(_, t)| key(t) == view.chosen);
    chosen.or_else(|| targets.iter().find(|(_, t)| t.year == newest)).copied()
}

/// Between what "so many households more" may range at the chosen target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// So many would just meet it.
    pub enough: i64,
    /// More are not in the group.
    pub most: i64,
}

/// The range of "what if" at the chosen target; none where it has no answer.
pub fn what_if(view: &View) -> Option<Range> {
    let (snapshot, target) = chosen(view)?;
    let found = assess(view.history, view.at, snapshot, target, view.now);
    let most = found.what_if(target, i64::MAX)?.more;
    Some(Range { enough: found.just_enough(target).unwrap_or(0), most })
}

/// The role of a standing: colour only beside mark and word.
pub fn role(standing: Standing) -> Role {
    use crate::model::standing::Mark;
    match standing.mark() {
        Mark::Good => Role::Good,
        Mark::Care => Role::Warn,
        Mark::Bad => Role::Bad,
        Mark::UnderWay => Role::Plain,
        Mark::Nothing => Role::Dim,
    }
}

/// Mark and word of a standing: `✓ đúng tiến độ`.
pub fn standing(view: &View, standing: Standing) -> Line {
    let text = format!("{} {}", words::sign(standing.mark()), words::word(view.lang, standing));
    Line::of(role(standing), text)
}

/// The tasks that no target measures, in one line.
fn tasks(view: &View) -> Option<Block> {
    let tasks = crate::model::standing::tasks_without_target(view.history, view.at);
    let count = tasks.len();
    if count == 0 {
        return None;
    }
    let head = match view.lang {
        crate::text::Lang::Vi => format!("Việc không gắn chỉ tiêu: {count} việc"),
        crate::text::Lang::En => format!("Tasks without a target: {count}"),
    };
    Some(Block::line(Line::of(Role::Dim, head)))
}

/// How the targets of a year that is over ended: `Năm 2022: hộ nghèo 560/400*, vượt`.
fn ended(view: &View, year: i32) -> Line {
    let head = format!("{}:", capital(&date::year(view.lang, year)));
    let mut line = Line::of(Role::Strong, head);
    for (snapshot, target) in view.history.targets(view.at).iter().filter(|(_, t)| t.year == year) {
        let found = assess(view.history, view.at, snapshot, target, view.now);
        let gap = if line.spans.len() == 1 { " " } else { " · " };
        line = line.say(format!("{gap}{} ", view.lang.of(&target.named.name).to_lowercase()));
        line = line.known(view.lang, found.reached(), Style::Plain).say("/");
        line = line.known(view.lang, &found.level.asked, Style::Plain);
        line = line.say(format!(", {}", words::word(view.lang, found.standing)));
    }
    line
}

/// With its first letter large.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `560 hộ`, or that there is no data.
pub fn amount(view: &View, known: &crate::model::ops::Known) -> String {
    known.as_ref().map_or_else(
        |_| show::no_data(view.lang).to_owned(),
        |figure| show::with_unit(view.lang, figure, Style::Plain),
    )
}
