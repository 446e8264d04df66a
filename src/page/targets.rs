//! 4 Chỉ tiêu: targets with their standing, and the panel on the chosen one.

mod ended;
mod panel;
pub mod planned;
pub mod table;
mod task;
mod tasks;
pub mod units;
pub mod way;

use chrono::Datelike;

use crate::model::figure::Figure;
use crate::model::measure::Group;
use crate::model::standing::Standing;
use crate::model::target::{Target, TargetMeasure};
use crate::say;
use crate::text::date;
use crate::text::line::{Line, Role};
use crate::text::say::standing as words;

use super::table::{Row, Table};
pub use super::target_summary::{key, role};
use super::{Block, Detail, Page, TargetSummary, View, elsewhere, foot};
pub use panel::panel_of;

/// The page.
pub fn page(view: &View) -> Page {
    if view.list == tasks::KEY {
        return tasks::page(view);
    }
    let (over, running) = by_year(view);
    let mut tables: Vec<Table> = running.iter().map(|year| table::with_areas(view, *year)).collect();
    match tables.last_mut() {
        Some(last) => last.rows.extend(tasks::row(view, last.columns.len().saturating_sub(1))),
        None => tables.extend(tasks::alone(view)),
    }
    let mut blocks: Vec<Block> = tables.into_iter().map(Block::Table).collect();
    blocks.extend(over.iter().rev().map(|year| Block::sentence(ended::sentence(view, *year))));
    blocks.extend(end_missing(view, &running).map(Block::sentence));
    blocks.extend(planned::lines(view).into_iter().map(Block::sentence));
    if blocks.is_empty() {
        let nothing = ("Kỳ này không có chỉ tiêu.", "No targets in this period.");
        let count = |at| {
            let there = view.history.targets(at);
            elsewhere::counted(elsewhere::count_of_targets(there.iter().map(|(_, target)| &**target)))
        };
        blocks.push(elsewhere::block(view, nothing, count));
    }
    let detail = if view.chosen == tasks::KEY { tasks::panel(view) } else { panel::panel(view) };
    let has_panel = blocks.iter().flat_map(Block::rows).any(Row::is_choosable);
    let mut page = Page { blocks, detail, has_panel, ..Page::default() };
    foot::put(view, &mut page, legend);
    page
}

/// `Chưa có số liệu cuối năm 2025: 74 huyện nghèo`: of which targets the last figure stands, for want of that of their
/// end, beside others of that day.
fn end_missing(view: &View, years: &[i32]) -> Option<Line> {
    let day = view.snapshot().as_of();
    let found = view.targets(|target| years.contains(&target.year_at(day)));
    let lacks = found.iter().filter(|it| it.found.remarks.year_end_missing && it.found.level_day != day);
    let lacks: Vec<&TargetSummary> = lacks.filter(|it| it.found.level.now.is_ok()).collect();
    let name = |it: &&TargetSummary| {
        it.target.area.as_ref().map_or(it.name(), |area| view.lang.wording(&area.name)).to_owned()
    };
    let year = lacks.first()?.target.year;
    let names: Vec<String> = lacks.iter().filter(|it| it.target.year == year).map(name).collect();
    let said = say!(view, "Chưa có số liệu cuối năm {year}: {names}", "No figure yet for the end of {year}: {names}";
        year, names = names.join(", "));
    Some(said.in_role(Role::Strong))
}

/// The years whose targets are over, and those that have a table: the running one and later ones, else the last.
fn by_year(view: &View) -> (Vec<i32>, Vec<i32>) {
    let shown = view.snapshot().as_of();
    let is_over = |year: &i32| {
        *year < shown.year() || (*year == shown.year() && (shown.month(), shown.day()) == (12, 31))
    };
    let (mut over, mut running): (Vec<i32>, Vec<i32>) = years(view).into_iter().partition(is_over);
    if running.is_empty() {
        running.extend(over.pop());
    }
    (over, running)
}

/// The legend: where a standing of less than "on track" is shown, what it rests on; the head of the page has the rest.
fn legend(view: &View, page: &Page) -> Vec<Line> {
    let (shown, day) = (by_year(view).1, view.snapshot().as_of());
    let shown = view.targets(|target| shown.contains(&target.year_at(day)));
    let explained = shown.iter().any(|it| matches!(it.found.standing, Standing::AtRisk | Standing::Behind));
    if !explained || view.narrow {
        return foot::lines(view, page, Vec::new());
    }
    let is_derived = page.blocks.iter().flat_map(foot::figures).any(Figure::is_derived);
    let legend = say!(view, "[{is_derived}* suy ra   ]{rule}", "[{is_derived}* derived   ]{rule}"; is_derived,
        rule = words::rule(view.lang));
    vec![legend.in_role(Role::Dim)]
}

/// The panel on the target of a row of another page, when the row is one's.
pub fn story(view: &View, key: &str) -> Option<Detail> {
    panel::panel(&View { chosen: key, ..*view }).filter(|_| key.starts_with("target:"))
}

/// The years that have targets at this snapshot, oldest first.
pub fn years(view: &View) -> Vec<i32> {
    let day = view.snapshot().as_of();
    let mut years: Vec<i32> = view.history.targets(view.at).iter().map(|(_, t)| t.year_at(day)).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// Does a running target on the rate of a group stand on the first tab, with the rate its year began with and that of now?
pub fn shows_both_ends(view: &View, group: Group) -> bool {
    let own = view.own_targets(view.snapshot().as_of().year());
    view.path.is_empty()
        && own.iter().any(|it| {
            let level = &it.found.level;
            let is_whole = level.baseline.is_ok() && level.now.is_ok() && it.target.is_of_year();
            it.target.reads == TargetMeasure::Rate(group) && is_whole && !it.found.evidence.is_final()
        })
}

/// The chosen target; without a choice the first of the page.
pub fn chosen<'a>(view: &View<'a>) -> Option<TargetSummary<'a>> {
    let first = by_year(view).1.first().copied().filter(|_| view.chosen.is_empty());
    let day = view.snapshot().as_of();
    let is_chosen = |target: &Target| {
        first.map_or_else(|| key(target) == view.chosen, |year| target.year_at(day) == year)
    };
    view.targets(is_chosen).into_iter().next()
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
    if !view.list.is_empty() {
        return None;
    }
    let TargetSummary { target, found, .. } = chosen(view)?;
    let most = found.what_if(target, i64::MAX)?.more;
    Some(Range { enough: found.just_enough(target).unwrap_or(0), most })
}

/// The head over the targets of a year: `Chỉ tiêu năm 2023`.
pub fn head_of_year(view: &View, year: i32) -> String {
    say!(view, "Chỉ tiêu {year}", "Targets {year}"; year = date::year(view.lang, year)).text()
}
