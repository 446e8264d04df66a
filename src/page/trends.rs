//! 5 Diễn biến: any measure over time: the line with the target's path, the exact values under it, what moved.
mod movement;
mod notes;
mod series;
mod time_points;
mod trend_row;
mod values;
mod yearly;

use crate::text::Lang;
use crate::text::line::{Line, Role};
use crate::text::template::Speaker;

use super::chart::Chart;
use super::headed::{self, Head, UNDER, headed};
use super::table::Table;
use super::{Block, Medium, Page, Tab, View, elsewhere, measures};
use crate::model::target::Target;
use crate::say;
use crate::text::say::what::small;
use time_points::TimePoint;
use trend_row::TrendRow;

/// The page.
pub fn page(view: &View) -> Page {
    let ctx = TrendsPage::for_view(view);
    let mut table = values::table(&ctx);
    let lacks = lacking(&ctx, &mut table);
    let (mut blocks, mut only) = (Vec::new(), None);
    let partial = notes::partial(&ctx, &table);
    let has_figures =
        table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.figures().next().is_some());
    if !has_figures {
        blocks.push(Block::sentence(nothing(view)));
    } else if !view.narrow {
        let chart = series::chart(&ctx);
        if chart.has_course() {
            blocks.push(Block::Chart(Box::new(chart)));
        } else {
            let told = series::only_values(&ctx).unwrap_or_else(|| series::nothing(&ctx));
            only = Some(Block::sentence(told.in_role(Role::Dim)));
        }
    }
    let table = (!table.rows.is_empty()).then_some(Block::Table(table));
    // Where none has a course the sentence on the chosen one stands under the list: over it that would move with it.
    let (over, under) = if view.medium == Medium::Screen { (None, only) } else { (only, None) };
    blocks.extend(over.into_iter().chain(table).chain(under));
    blocks.extend(lacks.map(Block::sentence));
    let sentences = [
        yearly::compared(&ctx),
        yearly::same_span(&ctx).filter(|_| !yearly::is_in_each(&ctx)),
        yearly::each(&ctx),
    ];
    // Where there is no room for all the movement goes first: another page tells it line by line.
    let with = |movement: Option<Line>| -> Vec<Line> {
        sentences.iter().cloned().chain([movement]).flatten().collect()
    };
    let of_chosen = in_story(view, &with(movement::sum_of_movement(&ctx)));
    let lines = with(movement::in_a_line(&ctx));
    if !lines.is_empty() {
        blocks.push(Block::Lines(lines));
    }
    // Where there is room for a line alone the marks are explained first.
    let foot = notes::legend(&ctx, &blocks).into_iter().chain(partial).collect();
    Page { blocks, of_chosen, foot, ..Page::default() }
}

/// Sentences on the chosen measure as lines of its story.
fn in_story(view: &View, lines: &[Line]) -> Vec<Line> {
    let heads = std::iter::once(("Thay đổi", "Change")).chain(std::iter::repeat(UNDER));
    let line = |(line, head): (&Line, Head)| headed::widened(view.lang, headed(view, head, line.clone()));
    lines.iter().zip(heads).map(line).collect()
}

/// The groups without a figure in one line.
fn lacking(ctx: &TrendsPage, table: &mut Table) -> Option<Line> {
    let rows = trend_row::lacking(ctx.view, &ctx.stations);
    let names: Vec<String> = rows.iter().map(|row| small(&row.label(ctx.view.lang))).collect();
    let shown = ctx.stations.get(ctx.cursor());
    let lacks = rows.iter().filter_map(|row| row.figure(shown?).err()).collect();
    if names.is_empty() {
        return None;
    }
    if table.rows.is_empty() {
        table.columns.clear();
    }
    measures::told_lacking(ctx.view, table, names, lacks)
}

/// `Chưa có số liệu hộ nghèo, hộ cận nghèo. phím 3 có 9 chính sách · phím 4 có 5 chỉ tiêu`: of a unit without a course,
/// where there is something.
fn nothing(view: &View) -> Line {
    let there = elsewhere::on_tabs(view);
    say!(view, "Chưa có số liệu theo thời gian.[ {there}]", "No figures over time.[ {there}]"; there)
        .in_role(Role::Dim)
}

/// The trend of the first measure, for a page that has room for it, with the key to where it is large.
pub fn in_brief(view: &View) -> Option<Chart> {
    drawn_small(&View { chosen: "", ..*view })
}

/// The same of what a target of the unit reads.
pub fn of_target(view: &View, target: &Target) -> Option<Chart> {
    let ctx = TrendsPage::for_view(view);
    let row = ctx.subjects.iter().find(|row| row.is_read_by(&target.reads) && target.area.is_none())?;
    drawn_small(&View { chosen: &row.key(), ..*view })
}

fn drawn_small(view: &View) -> Option<Chart> {
    let ctx = TrendsPage::for_view(view);
    let mut chart = series::chart(&ctx);
    let key = Tab::Trends.index() + 1;
    chart.notes.push(say!(view, "phím {key}: xem lớn", "key {key}: larger"; key).text().into());
    (chart.has_course() && ctx.draws_chosen()).then_some(chart)
}

/// The days and measures of the page, and which of them is chosen.
struct TrendsPage<'a> {
    view: &'a View<'a>,
    stations: Vec<TimePoint<'a>>,
    subjects: Vec<TrendRow>,
    chosen: TrendRow,
    /// What the chart is of: the chosen one, or where that has no course the first that has one: the place of the chart
    /// keeps its height.
    pictured: TrendRow,
}

impl<'a> TrendsPage<'a> {
    fn for_view(view: &'a View<'a>) -> Self {
        let stations = time_points::stations(view);
        let subjects = trend_row::subjects(view, &stations);
        let chosen = subjects.iter().find(|s| s.key() == view.chosen).or(subjects.first());
        let chosen = chosen.cloned().unwrap_or(TrendRow::Total);
        let has_course = |row: &&TrendRow| row.has_course(&stations);
        let is_drawn = view.medium != Medium::Screen
            || subjects.iter().filter(|row| row.shares_axis(&chosen)).any(|row| has_course(&row));
        let other = if is_drawn { None } else { subjects.iter().find(has_course).cloned() };
        let pictured = other.unwrap_or_else(|| chosen.clone());
        Self { view, stations, subjects, chosen, pictured }
    }

    /// Is the chart of the chosen measure?
    fn draws_chosen(&self) -> bool {
        self.pictured.shares_axis(&self.chosen)
    }

    /// The lines of the chart: its measure, of both groups where it has them.
    fn drawn_rows(&self) -> impl Iterator<Item = &TrendRow> {
        self.subjects.iter().filter(|subject| subject.shares_axis(&self.pictured))
    }

    /// Where the shown snapshot stands among the days.
    fn cursor(&self) -> usize {
        self.stations.iter().position(|s| s.own == Some(self.view.at)).unwrap_or(0)
    }

    /// The day of a snapshot of the shown history.
    fn own(&self, index: usize) -> Option<&TimePoint<'a>> {
        self.stations.iter().find(|s| s.own == Some(index))
    }
}

impl Speaker for TrendsPage<'_> {
    fn lang(&self) -> Lang {
        self.view.lang
    }
}

#[cfg(test)]
mod tests;
