//! What is wrong with a screen at a place, and between two of them.

use giamngheo::app::App;
use giamngheo::app::panes::Other;
use giamngheo::app::state::side_width;
use giamngheo::page::chart::Chart;
use giamngheo::page::layout::{LaidOutLine, LineKind, NARROW, Window, flow};
use giamngheo::page::table::Row;
use giamngheo::page::{Block, Detail};
use giamngheo::text::line::Line;

use super::lines::{
    begins_inside, blank_over_mark, cut_inside, cut_number, cut_to_nothing, ends_on_heading, has,
    is_mark_of_list, mark_in_head, marked, parted,
};

/// The list as it is drawn.
pub(super) fn seen(app: &App) -> Window {
    let taken = app.head_height() + 1;
    let (size, _) = app.panes((app.size.0, app.size.1 - taken));
    app.list_window(size, app.sight.scroll)
}

/// Rows of the page that are not in sight although no mark says so.
pub(super) fn hidden_unmarked(app: &App, lines: &[LaidOutLine]) -> Option<usize> {
    let all = app.page.rows().count();
    let in_sight = lines.iter().filter(|line| !line.key.is_empty()).count();
    let hidden = all.saturating_sub(in_sight);
    let told = marked(lines, '▲').unwrap_or(0) + marked(lines, '▼').unwrap_or(0);
    (hidden > told).then_some(hidden)
}

/// An axis that begins before anything was measured.
fn begins_too_early(app: &App) -> Option<String> {
    let charts = app.page.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(&**chart),
        Block::Gap | Block::Lines(_) | Block::Table(_) => None,
    });
    let early = |chart: &&Chart| {
        let first = chart.points().map(|(day, _)| *day).min();
        chart.days.first().map(|(day, _)| *day) < first
    };
    charts.into_iter().find(early).map(|chart| chart.title.clone())
}

/// What is lacking in more than a line, where a line is wide.
fn lacks_in_several_lines(app: &App) -> bool {
    let mut rows = app.page.tables().flat_map(|table| &table.rows).skip_while(|row| row.key != "lacking");
    app.size.0 >= NARROW && rows.nth(1).is_some_and(Row::is_rest)
}

/// The first line of the legend in a window.
pub(super) fn legend(app: &App, lines: &[LaidOutLine]) -> usize {
    let begins = |line: &LaidOutLine, foot: &[Line]| {
        let first = foot.first().map(Line::text).unwrap_or_default();
        let begin: String = first.trim().chars().take(12).collect();
        !begin.is_empty() && line.plain().trim_start().starts_with(&begin)
    };
    let is_first = |line: &LaidOutLine| begins(line, &app.page.foot) || begins(line, &app.page.short_foot);
    lines.iter().rposition(is_first).unwrap_or(lines.len())
}

/// Is it of a sentence that stands under the list that scrolls?
fn is_sentence_under(app: &App, line: &LaidOutLine) -> bool {
    let is_list = |block: &Block| matches!(block, Block::Table(table) if table.scrolls);
    let Some(list) = app.page.blocks.iter().position(is_list) else { return false };
    let (text, under) = (line.plain(), &app.page.blocks[list + 1..]);
    let said = text.trim().trim_end_matches('…');
    let sentences = under.iter().filter_map(|block| match block {
        Block::Lines(lines) => Some(lines),
        _ => None,
    });
    !said.is_empty() && sentences.flatten().any(|line| line.text().contains(said))
}

/// Sentences, blank lines or a legend of more than a line beside a list with hidden rows: they take rows from it.
pub(super) fn rows_taken(app: &App, lines: &[LaidOutLine]) -> Option<String> {
    let legend = legend(app, lines);
    let until = lines[..legend].iter().position(|line| line.kind == LineKind::Rule).unwrap_or(legend);
    let mark = lines[..until].iter().position(is_mark_of_list)?;
    if lines.len() - legend > 1 {
        return Some(format!("a legend of {} lines takes rows", lines.len() - legend));
    }
    let said = lines[..until].iter().filter(|line| is_sentence_under(app, line)).count();
    if said > 0 {
        return Some(format!("{said} lines of sentences take rows from a list"));
    }
    // Other rows may stand under a list, nothing else; a blank line where a heading would be the last line, and at the end
    // where one more row of those above would be no whole one or lack its head.
    let under = &lines[mark + 1..until];
    let is_row = |line: &LaidOutLine| !line.key.is_empty() || line.kind == LineKind::Head;
    let is_end = !has(&lines[mark], '▼') || is_cut_before_head(app, &lines[..mark]);
    let is_blank = is_end && under.iter().all(LaidOutLine::is_blank);
    (!under.is_empty() && !under.iter().any(is_row) && !is_blank)
        .then(|| format!("{} lines stand under the mark of a list", under.len()))
}

/// Is what comes after the last of these lines a heading, so that they can be no more?
fn is_cut_before_head(app: &App, lines: &[LaidOutLine]) -> bool {
    let all = flow(app.lang, &app.page.blocks, app.page_width());
    let Some(last) = lines.iter().rfind(|line| !line.is_blank()) else { return false };
    let same = |line: &LaidOutLine| line.key == last.key && line.plain() == last.plain();
    let after = all.iter().position(same).map(|at| &all[at + 1..]);
    let next = after.and_then(|after| after.iter().find(|line| !line.is_blank()));
    next.is_some_and(|line| line.kind == LineKind::Head)
}

/// The panel under the list: what was opened, where that does not stand beside it.
fn panel_under(app: &App) -> Option<&Detail> {
    let opened = app.docked.as_ref().filter(|_| !app.opens_beside());
    opened.or(app.page.detail.as_ref())
}

/// Lines of a panel that are neither in sight nor counted on its rule.
fn panel_lines_lost(app: &App, panel: &Detail, lines: &[LaidOutLine], width: u16) -> Option<usize> {
    let rule = lines.iter().position(|line| line.kind == LineKind::Rule)?;
    let is_told = |line: &&LaidOutLine| !line.is_blank() && line.kind != LineKind::Chart;
    let all = flow(app.lang, &panel.blocks, width).iter().filter(is_told).count();
    let seen = lines[rule + 1..legend(app, lines)].iter().filter(is_told).count();
    let told = |sign| marked(&lines[rule..=rule], sign).unwrap_or(0);
    let lost = all.abs_diff(seen + told('▲') + told('▼'));
    (lost > 0).then_some(lost)
}

/// What is wrong with the screen at a place.
pub(super) fn faults_of(app: &App, window: &Window) -> Vec<String> {
    let lines = &window.lines;
    let rule = lines.iter().position(|line| line.kind == LineKind::Rule).unwrap_or(lines.len());
    let (list, width) = (&lines[..rule], app.page_width());
    let mut found = Vec::new();
    if ends_on_heading(list) {
        found.push("a heading is the last line before the cut".to_owned());
    }
    // In a few lines a story is read alone, and its rule says whose it is and where that stands among how many.
    let all = app.page.rows().count();
    let is_counted = |line: &LaidOutLine| line.plain().contains(&format!("/{all}"));
    let is_alone = list.is_empty() && (all == 1 || lines.first().is_some_and(is_counted));
    let hidden = hidden_unmarked(app, list).filter(|_| !is_alone);
    found.extend(hidden.map(|rows| format!("{rows} rows are hidden and no mark counts them")));
    found.extend(cut_inside(lines).map(|line| format!("cut inside a text: {line}")));
    found.extend(parted(lines, width).map(|line| format!("a number is parted from its unit: {line}")));
    found.extend(begins_inside(list).map(|line| format!("the list begins inside a row: {line}")));
    let riddle = cut_to_nothing(lines);
    found.extend(riddle.map(|line| format!("cut to nothing: {line}")));
    found.extend(
        begins_too_early(app).map(|title| format!("nothing was measured where the axis begins: {title}")),
    );
    found.extend(lacks_in_several_lines(app).then(|| "what is lacking takes several lines".to_owned()));
    found.extend(rows_taken(app, lines));
    found.extend(blank_over_mark(list).then(|| "a blank line stands over the mark of a list".to_owned()));
    found.extend(mark_in_head(list).map(|head| format!("a mark stands in a head: {head}")));
    let unmarked = panel_under(app).and_then(|panel| panel_lines_lost(app, panel, lines, width));
    found.extend(unmarked.map(|count| format!("{count} lines of the panel have no mark")));
    let is_chosen = |line: &LaidOutLine| line.key == app.chosen();
    if !app.chosen().is_empty() && !app.sight.scroll.is_past && !is_alone && !list.iter().any(is_chosen) {
        found.push("the chosen row is out of sight".to_owned());
    }
    found.extend(cut_number(lines).map(|line| format!("a number or a date is cut: {line}")));
    found.extend(faults_beside(app).into_iter().map(|fault| format!("beside the list: {fault}")));
    found
}

/// What is wrong with the page that stands beside the list.
fn faults_beside(app: &App) -> Vec<String> {
    let ((_, height), other) = app.panes((app.size.0, app.size.1 - app.head_height() - 1));
    if other != Other::Beside {
        return Vec::new();
    }
    let width = side_width(app.tab, app.size.0);
    let window = app.side_window((width, height));
    let lines = &window.lines;
    let opened = app.docked.as_ref().filter(|_| app.opens_beside());
    let lost = opened.and_then(|panel| panel_lines_lost(app, panel, lines, width));
    let mut found: Vec<String> = lost.map(|lost| format!("{lost} lines have no mark")).into_iter().collect();
    found.extend(ends_on_heading(lines).then(|| "a heading is the last line before the cut".to_owned()));
    found.extend(blank_over_mark(lines).then(|| "a blank line stands over the mark".to_owned()));
    found.extend(cut_inside(lines).map(|line| format!("cut inside a text: {line}")));
    found.extend(parted(lines, width).map(|line| format!("a number is parted from its unit: {line}")));
    found.extend(cut_to_nothing(lines).map(|line| format!("cut to nothing: {line}")));
    found.extend(cut_number(lines).map(|line| format!("a number or a date is cut: {line}")));
    found
}

/// Where the rule of the panel and each row stand.
fn stand(window: &Window) -> (Option<usize>, Vec<(String, usize)>) {
    let lines = window.lines.iter().enumerate();
    let keyed = lines.filter(|(_, line)| !line.key.is_empty()).map(|(y, line)| (line.key.clone(), y));
    (window.lines.iter().position(|line| line.kind == LineKind::Rule), keyed.collect())
}

/// What has moved while the choice went from one row in sight to the next.
pub(super) fn moved(app: &App, before: &Window, after: &Window) -> Option<String> {
    let ((rule, rows), (other_rule, others)) = (stand(before), stand(after));
    if let (Some(rule), Some(other)) = (rule, other_rule)
        && rule != other
    {
        return Some(format!("the panel moved from line {rule} to {other}"));
    }
    let keys: Vec<&str> = app.page.rows().map(|row| row.key.as_str()).collect();
    let chosen = app.chosen();
    // With the first row comes what stands before it, with the last what stands after it.
    let is_end = keys.first() == Some(&chosen) || keys.last() == Some(&chosen);
    // A row of several lines leaves the window by its last one.
    let rows_after =
        app.page.tables().flat_map(|table| &table.rows).skip_while(|row| row.key != chosen).nth(1);
    let is_other = rows_after.is_some_and(Row::is_rest);
    let was_seen = rows.iter().any(|(key, _)| key == chosen);
    (was_seen && !is_end && !is_other && rows != others).then(|| "the list moved with the choice".to_owned())
}
