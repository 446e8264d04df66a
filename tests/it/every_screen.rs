//! Every screen: each tab and snapshot of the sample and of the made-up units, in both languages, at every width and
//! height and at random places. Nothing is hidden without a mark, nothing moves that was not asked to.

use std::fmt::Write as _;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use giamngheo::app::panes::Other;
use giamngheo::app::state::side_width;
use giamngheo::app::{App, Key, Message};
use giamngheo::page::chart::Chart;
use giamngheo::page::layout::{
    LaidOutLine, LineKind, NARROW, Run, Scroll, VisibleColumns, Window, fit, flow,
};
use giamngheo::page::table::{Row, Table};
use giamngheo::page::{Block, Cell, Column, Detail, Tab};
use giamngheo::source::Load;
use giamngheo::text::cells::text_extent;
use giamngheo::text::line::{Line, Span};
use giamngheo::text::{Lang, unbroken};

use super::made_up;
use super::program::{begun, choices, read, sample, screen};

/// The sizes that people have.
const SIZES: [(u16, u16); 6] = [(80, 24), (120, 34), (160, 45), (200, 60), (40, 10), (60, 16)];

/// Random places.
const RANDOM: u32 = 1200;

/// The most blank cells that stand between two columns, those of a mark counted, or after the last one.
const PARTING: usize = 4;

/// What the sample is called here.
const SAMPLE: &str = "sample";

/// What was found wrong, with its place.
type Faults = Vec<String>;

/// A place, as a message names it.
fn place(name: &str, app: &App) -> String {
    format!(
        "{name}, {:?}, snapshot {}, {:?}, {}x{}, row {:?}{}",
        app.lang,
        app.at + 1,
        app.tab,
        app.size.0,
        app.size.1,
        app.chosen(),
        if app.dock.is_some() { ", docked" } else { "" }
    )
}

fn send(app: &mut App, key: Key) {
    app.update(Message::Key(key));
    app.prepare_frame();
}

/// The list as it is drawn.
fn seen(app: &App) -> Window {
    let taken = app.head_height() + 1;
    let (size, _) = app.panes((app.size.0, app.size.1 - taken));
    app.list_window(size, app.sight.scroll)
}

fn has(line: &LaidOutLine, sign: char) -> bool {
    line.pieces.iter().any(|piece| piece.span.text.contains(sign))
}

fn is_mark(text: &str) -> bool {
    let text = text.trim();
    let is_count =
        |text: &str| text.split('/').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    text.starts_with('▼') || text.starts_with('▲') || (text.contains('/') && is_count(text))
}

/// The number after a sign: `▼ còn 12 · 24/36` has 12. The arrow of a sorted column has none.
fn marked(lines: &[LaidOutLine], sign: char) -> Option<usize> {
    lines.iter().filter(|line| has(line, sign)).find_map(|line| {
        let text = line.plain();
        let mut counts = text.split(sign).skip(1).map(|after| after.trim_start().trim_start_matches("còn "));
        counts.find_map(|after| after.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok())
    })
}

/// A heading as the last line before what is cut; where nothing but headings is in sight they are what is read.
fn ends_on_heading(lines: &[LaidOutLine]) -> bool {
    let mark = lines.iter().rposition(|line| has(line, '▼') && is_mark(&line.plain()));
    let Some(mark) = mark.filter(|at| *at > 0 && lines[*at].kind == LineKind::Text) else { return false };
    let is_head = |line: &LaidOutLine| line.kind == LineKind::Head;
    let mut written = lines[..mark].iter().filter(|line| !line.is_blank()).rev();
    written.next().is_some_and(is_head) && !written.all(is_head)
}

/// Rows of the page that are not in sight although no mark says so.
fn hidden_unmarked(app: &App, lines: &[LaidOutLine]) -> Option<usize> {
    let all = app.page.rows().count();
    let in_sight = lines.iter().filter(|line| !line.key.is_empty()).count();
    let hidden = all.saturating_sub(in_sight);
    let told = marked(lines, '▲').unwrap_or(0) + marked(lines, '▼').unwrap_or(0);
    (hidden > told).then_some(hidden)
}

/// `…` inside a text that goes on: a line that is the rest of one which was cut.
fn cut_inside(lines: &[LaidOutLine]) -> Option<String> {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let cut = |(line, next): &(&LaidOutLine, &LaidOutLine)| next.is_rest && line.plain().ends_with('…');
    pairs.filter(|pair| cut(pair)).map(|(line, _)| line.plain()).next()
}

/// A number parted from its unit where a sentence is broken.
fn parted(lines: &[LaidOutLine], width: u16) -> Option<String> {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let broken = |(line, next): &(&LaidOutLine, &LaidOutLine)| {
        let (line, next) = (line.plain(), next.plain());
        let last = line.split_whitespace().next_back().unwrap_or_default();
        let first = next.split_whitespace().next().unwrap_or_default();
        let fits = text_extent(next.trim()) + text_extent(last) < width / 2;
        fits && !is_mark(&line) && (unbroken::holds(last, first) || is_one(last, first))
    };
    pairs
        .filter(|(_, next)| next.is_rest)
        .find(broken)
        .map(|(line, next)| format!("{} / {}", line.plain(), next.plain()))
}

/// Words that are one with what follows, whatever the program holds together: "46* a month", "Commune 14", "ước khoảng".
fn is_one(last: &str, first: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    // "3 Ward, 4 Ward": a comma ends a name.
    let is_open = last.ends_with(char::is_alphanumeric);
    let (last, first) = (bare(last), bare(first));
    let is_short = (1..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_digit());
    let of = |words: &[&str], word: &str| words.contains(&word);
    let is_rate = last == "a" && of(&["month", "year", "quarter"], &first);
    let is_named = of(&["phường", "xã", "khu", "ấp", "ward", "commune", "hamlet", "village"], &last)
        && is_short
        && is_open;
    let is_qualified = last == "ước" && of(&["khoảng", "gần", "hơn", "dưới"], &first);
    is_rate || is_named || is_qualified
}

/// A list that begins with the rest of a row whose beginning is out of sight.
fn begins_inside(lines: &[LaidOutLine]) -> Option<String> {
    let keyed = lines.iter().position(|line| !line.key.is_empty())?;
    let head = lines[..keyed].iter().rposition(|line| line.kind == LineKind::Head)?;
    lines[head + 1..keyed].iter().find(|line| line.is_rest && !line.is_blank()).map(LaidOutLine::plain)
}

/// Words of which next to nothing is left, of a head less than one knows it by: "✓…", "so vớ…".
fn cut_to_nothing(lines: &[LaidOutLine]) -> Option<String> {
    let is_lost = |line: &LaidOutLine, run: &Run| {
        // The end of a sentence that is cut is none.
        let is_cell = line.kind == LineKind::Head || !line.key.is_empty();
        let most = if line.kind == LineKind::Head { 7 } else { 3 };
        let text = run.span.text.trim();
        is_cell && text.ends_with('…') && text_extent(text) <= most
    };
    lines.iter().find(|line| line.pieces.iter().any(|run| is_lost(line, run))).map(LaidOutLine::plain)
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

/// A column without a figure beside one with figures that has no room.
fn empty_column(table: &Table, shown: &[usize]) -> Option<usize> {
    let empty = shown.iter().copied().find(|index| !table.is_told(*index))?;
    let room = table.columns[empty].width;
    let fits = |(index, column): (usize, &Column)| {
        !shown.contains(&index) && table.is_told(index) && (1..=room).contains(&column.width)
    };
    table.columns.iter().enumerate().any(fits).then_some(empty)
}

/// The cells by which the labels of a table have more than they need.
fn labels_apart(table: &Table, fit: &VisibleColumns, width: u16) -> Option<u16> {
    let room = fit.columns.first()?.left - fit.label;
    let is_narrow = width < NARROW;
    let head = table.head_of_estimates(is_narrow).filter(|_| fit.says_estimates);
    let head = head.map_or(0, |head| text_extent(&head));
    let longest = table.longest_label(is_narrow).max(head);
    // Tables under each other have the labels of the page.
    let is_apart = !table.tight && room > longest + 4;
    is_apart.then(|| room - longest)
}

/// A label that is cut although cells beside it are free in every line of its table: more than part two columns.
fn cut_beside_free(app: &App, table: &Table, width: u16) -> Option<String> {
    let lines = flow(app.lang, &[Block::Table(table.clone())], width);
    let is_cut = |line: &&LaidOutLine| {
        !line.key.is_empty() && line.pieces.len() > 1 && line.pieces[0].span.text.contains('…')
    };
    let cut = lines.iter().find(is_cut)?;
    let own = &cut.pieces[0];
    let mut taken = vec![false; usize::from(width)];
    for run in lines.iter().flat_map(|line| &line.pieces) {
        let cells = usize::from(run.x)..usize::from(run.x + text_extent(&run.span.text));
        taken.iter_mut().enumerate().filter(|(x, _)| cells.contains(x)).for_each(|(_, taken)| *taken = true);
    }
    let after = &taken[usize::from(own.x + text_extent(&own.span.text))..];
    let free = after.split(|taken| *taken).map(<[bool]>::len).max().unwrap_or(0);
    // A name is cut after a whole word: what is free is less than the next one needs.
    let full = table.rows.iter().find(|row| row.key == cut.key).map_or("", |row| row.label.full.as_str());
    let begin = own.span.text.trim().split('…').next().unwrap_or_default();
    let rest = full.strip_prefix(begin).unwrap_or_default();
    let next = rest.split_whitespace().next().map_or(0, |word| usize::from(text_extent(word)));
    (free > PARTING + next).then(|| format!("{free} cells are free beside {}", cut.plain()))
}

/// The first line of the legend in a window.
fn legend(app: &App, lines: &[LaidOutLine]) -> usize {
    let begins = |line: &LaidOutLine, foot: &[Line]| {
        let first = foot.first().map(Line::text).unwrap_or_default();
        let begin: String = first.trim().chars().take(12).collect();
        !begin.is_empty() && line.plain().trim_start().starts_with(&begin)
    };
    let is_first = |line: &LaidOutLine| begins(line, &app.page.foot) || begins(line, &app.page.short_foot);
    lines.iter().rposition(is_first).unwrap_or(lines.len())
}

/// Does a line tell of what is hidden in a list?
fn is_mark_of_list(line: &LaidOutLine) -> bool {
    line.kind == LineKind::Text && line.key.is_empty() && !line.is_rest && is_mark(&line.plain())
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
fn rows_taken(app: &App, lines: &[LaidOutLine]) -> Option<String> {
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

/// A blank line over the mark of what is hidden: it goes before a row does.
fn blank_over_mark(lines: &[LaidOutLine]) -> bool {
    let mark = lines.iter().position(|line| is_mark_of_list(line) && has(line, '▼'));
    mark.is_some_and(|mark| mark > 0 && lines[mark - 1].is_blank())
}

/// The mark of a list in the head of its columns.
fn mark_in_head(lines: &[LaidOutLine]) -> Option<String> {
    let is_head =
        |line: &&LaidOutLine| line.kind == LineKind::Head && marked(&[(*line).clone()], '▼').is_some();
    lines.iter().find(is_head).map(LaidOutLine::plain)
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

/// `…` behind a digit, inside a date, behind a bracket or the word that qualifies a number.
fn cut_number(lines: &[LaidOutLine]) -> Option<String> {
    const QUALIFIERS: [&str; 11] =
        ["hơn", "gần", "khoảng", "dưới", "ước", "over", "nearly", "about", "under", "est.", "least"];
    let is_cut = |run: &Run| {
        run.span.text.match_indices('…').any(|(at, _)| {
            let before = &run.span.text[..at];
            let word = before.split_whitespace().next_back().unwrap_or_default();
            let is_number = before.ends_with(|letter: char| letter.is_ascii_digit() || "/(".contains(letter));
            // A name of one word has nothing to be cut before.
            let is_name = run.span.figure.is_none() && !before.trim_start().contains(' ');
            (is_number && !is_name) || QUALIFIERS.contains(&word)
        })
    };
    lines.iter().find(|line| line.pieces.iter().any(is_cut)).map(LaidOutLine::plain)
}

/// What is wrong with the screen at a place.
fn faults_of(app: &App, window: &Window) -> Vec<String> {
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

/// What is wrong with the tables of a page, whichever row of them is chosen.
fn faults_of_tables(app: &App) -> Vec<String> {
    let width = app.page_width();
    let mut found = Vec::new();
    for table in app.page.tables() {
        let fit = fit(table, width);
        let shown: Vec<usize> = fit.columns.iter().map(|column| column.index).collect();
        let empty = empty_column(table, &shown);
        found.extend(empty.map(|column| format!("column {column} has no figure and hides one that has")));
        let apart = labels_apart(table, &fit, width);
        found.extend(apart.map(|cells| format!("labels stand {cells} cells from their numbers")));
        found.extend(cut_beside_free(app, table, width));
    }
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
fn moved(app: &App, before: &Window, after: &Window) -> Option<String> {
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

/// All that is wrong along the rows of a page.
fn walk(name: &str, app: &mut App, faults: &mut Faults) {
    send(app, Key::Home);
    let mut before: Option<Window> = None;
    for at in 0..app.page.rows().count().max(1) {
        if at > 0 {
            send(app, Key::Down);
        }
        let window = seen(app);
        let mut found = faults_of(app, &window);
        found.extend(if at == 0 { faults_of_tables(app) } else { Vec::new() });
        found.extend(before.as_ref().and_then(|before| moved(app, before, &window)));
        faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", place(name, app))));
        before = Some(window);
    }
}

/// Lines that no key leads to at the ends of a page, and another count at its first row than at its last.
fn ends(name: &str, app: &mut App, faults: &mut Faults) {
    let list = |app: &App| {
        let mut lines = seen(app).lines;
        let rule = lines.iter().position(|line| line.kind == LineKind::Rule);
        lines.truncate(rule.unwrap_or(lines.len()));
        lines
    };
    let of_lines = |lines: &[LaidOutLine]| {
        let mark = lines.iter().find(|line| is_mark_of_list(line))?.plain();
        Some(mark.contains("dòng") || mark.contains("line"))
    };
    let mut found = Vec::new();
    let mut counts = Vec::new();
    for (end, further, sign) in [(Key::Home, Key::Up, '▲'), (Key::End, Key::Down, '▼')] {
        send(app, end);
        counts.extend(of_lines(&list(app)));
        let mut before = None;
        while before != Some(app.sight.scroll) {
            before = Some(app.sight.scroll);
            send(app, further);
        }
        let left = marked(&list(app), sign).filter(|left| *left > 0);
        found.extend(left.map(|left| format!("{sign} {left} and no key leads there")));
    }
    // The sentences of the fifth tab are of the chosen row.
    if app.tab != Tab::Trends && counts.first() != counts.last() {
        found.push("rows are counted at one end and lines at the other".to_owned());
    }
    faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", place(name, app))));
    send(app, Key::Home);
}

fn resize(app: &mut App, (width, height): (u16, u16)) {
    app.update(Message::Resize { width, height });
}

/// The first, the middle and the last row at sizes that have the same page: it is made once and laid out at each.
fn sweep(name: &str, app: &mut App, sizes: &[(u16, u16)], faults: &mut Faults) {
    let Some(first) = sizes.first() else { return };
    resize(app, *first);
    let count = app.page.rows().count();
    let mut looked_at = vec![0, count / 2, count.saturating_sub(1)];
    looked_at.dedup();
    for at in looked_at {
        app.update(Message::Key(Key::Home));
        (0..at).for_each(|_| _ = app.update(Message::Key(Key::Down)));
        app.prepare_frame();
        for size in sizes {
            app.size = *size;
            let mut found = faults_of(app, &unscrolled(app));
            found.extend(if at == 0 { faults_of_tables(app) } else { Vec::new() });
            faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", place(name, app))));
        }
        app.size = *first;
    }
}

/// The list as it is drawn where it was not scrolled before.
fn unscrolled(app: &App) -> Window {
    let (size, _) = app.panes((app.size.0, app.size.1 - app.head_height() - 1));
    app.list_window(size, Scroll::default())
}

/// Of each run of sizes the first and the last, and of those between one of so many: each place takes others, so that
/// together they have all. With this in the environment every place has all: a quarter of an hour, by hand.
const ONE_OF: u16 = 10;
const ALL_SIZES: &str = "GIAMNGHEO_ALL_SIZES";

/// Widths with 24 lines and heights with 80 cells in runs that have one page: a narrow terminal has its own, one with room
/// for another page beside or below the list too; the rows of the checks are set for the width that there is.
fn runs(tab: char, turn: u16) -> Vec<Vec<(u16, u16)>> {
    let one_of = if std::env::var_os(ALL_SIZES).is_some() { 1 } else { ONE_OF };
    let some = move |from: u16, to: u16| {
        (from..to).filter(move |at| *at == from || *at == to - 1 || (at + turn).is_multiple_of(one_of))
    };
    let across = |from: u16, to: u16| some(from, to).map(|width| (width, 24)).collect::<Vec<_>>();
    let down = |from: u16, to: u16| some(from, to).map(|height| (80, height)).collect::<Vec<_>>();
    let runs = [across(40, 60), across(60, 80), across(80, 140), across(140, 201)];
    let each = |run: Vec<(u16, u16)>| run.into_iter().map(|size| vec![size]).collect::<Vec<_>>();
    let by_width = runs.into_iter().flat_map(|run| {
        let is_set = tab == '6' && run.first().is_some_and(|(width, _)| matches!(width, 60..80 | 140..));
        if is_set { each(run) } else { vec![run] }
    });
    by_width.chain([down(10, 36), down(36, 61)]).collect()
}

/// The tabs and snapshots of what was loaded, as one language has them.
fn walk_unit(name: &str, load: &Load, lang: Lang) -> Faults {
    let (mut faults, mut turn) = (Vec::new(), 0);
    let mut app = begun(choices(lang, ""), (80, 24), load);
    let snapshots = app.shown().map_or(0, |history| history.snapshots.len());
    for at in 0..snapshots {
        app.at = at;
        for tab in '1'..='6' {
            send(&mut app, Key::Char(tab));
            for size in SIZES {
                resize(&mut app, size);
                walk(name, &mut app, &mut faults);
                ends(name, &mut app, &mut faults);
            }
            for sizes in runs(tab, turn) {
                sweep(name, &mut app, &sizes, &mut faults);
            }
            turn += 1;
        }
    }
    faults
}

/// A number that looks like any, the same in each run.
struct Dice(u32);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % sides
    }
}

/// Each of `step` random places from one on, the same in each run.
fn anywhere(loads: &[(String, Load)], from: u32, step: usize) -> Faults {
    let mut faults = Faults::new();
    for number in (from..RANDOM).step_by(step) {
        let mut dice = Dice(number.wrapping_mul(2_654_435_761));
        let (name, load) = &loads[dice.roll(u32::try_from(loads.len()).unwrap()) as usize];
        let lang = if dice.roll(2) == 0 { Lang::Vi } else { Lang::En };
        let app = &mut begun(choices(lang, ""), (80, 24), load);
        go_anywhere(app, &mut dice);
        let before = seen(app);
        let mut found = faults_of(app, &before);
        found.extend(faults_of_tables(app));
        send(app, Key::Down);
        found.extend(moved(app, &before, &seen(app)));
        faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", place(name, app))));
    }
    faults
}

/// Some size and some tab, then keys.
fn go_anywhere(app: &mut App, dice: &mut Dice) {
    let size = (40 + dice.roll(161), 10 + dice.roll(51));
    resize(app, (u16::try_from(size.0).unwrap(), u16::try_from(size.1).unwrap()));
    app.update(Message::Key(Key::Char(char::from_digit(1 + dice.roll(6), 10).unwrap())));
    let keys =
        [Key::Down, Key::PageDown, Key::End, Key::Char('s'), Key::Char('g'), Key::Char('['), Key::Char(']')];
    for _ in 0..dice.roll(4) {
        app.update(Message::Key(keys[dice.roll(7) as usize]));
    }
    if dice.roll(3) == 0 {
        app.update(Message::Key(Key::Enter));
    }
    app.prepare_frame();
}

fn all() -> Vec<(String, Load)> {
    let units = made_up::ALL.map(|unit| (unit.to_owned(), read(&[made_up::folder(unit)])));
    std::iter::once((SAMPLE.to_owned(), sample().clone())).chain(units).collect()
}

/// Says the first faults of each kind.
#[track_caller]
fn none_of(faults: &Faults) {
    let mut said = String::new();
    for fault in faults.iter().take(40) {
        writeln!(said, "{fault}").unwrap();
    }
    assert!(faults.is_empty(), "{} faults:\n{said}", faults.len());
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Walks in as many threads as there are processors, each taking the next unit and language that nobody has taken.
fn walk_all(loads: &[(String, Load)]) -> Faults {
    let walks: Vec<_> = loads.iter().flat_map(|load| [Lang::Vi, Lang::En].map(|lang| (load, lang))).collect();
    let next = AtomicUsize::new(0);
    let walk = || {
        let mut faults = Faults::new();
        while let Some(((name, load), lang)) = walks.get(next.fetch_add(1, Ordering::Relaxed)) {
            faults.extend(walk_unit(name, load, *lang));
        }
        faults
    };
    thread::scope(|scope| {
        let walks: Vec<_> = (0..threads()).map(|_| scope.spawn(walk)).collect();
        walks.into_iter().flat_map(|walk| walk.join().unwrap()).collect()
    })
}

#[test]
fn nothing_is_hidden_without_a_mark_on_any_screen() {
    none_of(&walk_all(&all()));
}

#[test]
fn nothing_is_hidden_without_a_mark_at_any_place() {
    let loads = &all();
    let faults = thread::scope(|scope| {
        let walks: Vec<_> = (0..threads())
            .map(|from| scope.spawn(move || anywhere(loads, u32::try_from(from).unwrap(), threads())))
            .collect();
        walks.into_iter().flat_map(|walk| walk.join().unwrap()).collect()
    });
    none_of(&faults);
}

/// Lines of a wide and tall screen that say nothing are no more than a third of it.
#[test]
fn a_wide_screen_is_filled() {
    let mut faults = Vec::new();
    let days = sample().world.histories[0].snapshots.iter().map(|snapshot| snapshot.as_of().to_string());
    for day in days {
        for (lang, size) in
            [Lang::Vi, Lang::En].into_iter().flat_map(|lang| [(160, 45), (200, 60)].map(|s| (lang, s)))
        {
            let mut app = begun(choices(lang, &day), size, sample());
            for tab in ['1', '2', '4', '5'] {
                send(&mut app, Key::Char(tab));
                send(&mut app, Key::Home);
                let last = app.page.rows().count().saturating_sub(1);
                for at in 0..=last {
                    if at > 0 {
                        app.update(Message::Key(Key::Down));
                    }
                    if [0, last / 2, last].contains(&at) {
                        app.prepare_frame();
                        let blank = mostly_blank(&screen(&app));
                        let said = |blank| format!("{}: {blank} lines are blank", place(SAMPLE, &app));
                        faults.extend(blank.map(said));
                    }
                }
            }
        }
    }
    none_of(&faults);
}

/// The lines of a screen that are blank, where they are more than a third.
fn mostly_blank(drawn: &str) -> Option<usize> {
    let blank = drawn.lines().filter(|line| line.trim().is_empty()).count();
    (blank * 3 > drawn.lines().count()).then_some(blank)
}

/// A line of that text, and one that goes on.
fn line(text: &str) -> LaidOutLine {
    LaidOutLine {
        pieces: vec![Run { x: 2, span: Span { text: text.into(), ..Default::default() } }],
        ..LaidOutLine::default()
    }
}

fn rest(text: &str) -> LaidOutLine {
    LaidOutLine { is_rest: true, ..line(text) }
}

/// What is parted or cut to nothing is found where it is put.
#[test]
fn planted_cuts_are_found() {
    assert!(parted(&[line("about 46* a"), rest("month")], 80).is_some());
    assert!(parted(&[line("Commune 13, Commune"), rest("14")], 80).is_some());
    assert!(parted(&[line("là ước"), rest("khoảng −0,18*")], 80).is_some());
    let row = |text: &str| LaidOutLine { key: "row".into(), ..line(text) };
    let head = || LaidOutLine { kind: LineKind::Head, ..line("Phường") };
    assert!(begins_inside(&[head(), rest("nghèo"), row("a")]).is_some());
    assert!(begins_inside(&[head(), row("hộ"), rest("nghèo"), row("a")]).is_none());
    assert!(cut_to_nothing(&[row("✓…")]).is_some() && cut_to_nothing(&[row("Tiền điện…")]).is_none());
    assert!(cut_to_nothing(&[LaidOutLine { kind: LineKind::Head, ..line("so vớ…") }]).is_some());
}

/// Each fault is found where it is put.
#[test]
fn planted_faults_are_found() {
    let head = LaidOutLine { kind: LineKind::Head, ..line("Giáo dục") };
    assert!(ends_on_heading(&[line("hàng"), head.clone(), line(""), line("▼ còn 2")]));
    assert!(!ends_on_heading(&[head, line("hàng"), line("▼ còn 2")]));
    assert_eq!(marked(&[line("▼ còn 24 · 36/60")], '▼'), Some(24));
    assert!(blank_over_mark(&[line("hàng"), line(""), line("▼ còn 2")]));
    assert!(!blank_over_mark(&[line("hàng"), line("▼ còn 2"), line("")]));
    assert!(cut_inside(&[line("một hai…"), rest("ba")]).is_some());
    assert!(cut_inside(&[line("một hai…"), line("ba")]).is_none());
    assert!(parted(&[line("còn phải giảm 137*"), rest("hộ")], 80).is_some());
    assert!(parted(&[line("còn phải giảm"), rest("137* hộ")], 80).is_none());

    let load = sample();
    let mut app = begun(choices(Lang::Vi, "2022-12-31"), (80, 18), load);
    send(&mut app, Key::Char('2'));
    let shown = seen(&app);
    assert!(hidden_unmarked(&app, &shown.lines).is_none());
    let unmarked: Vec<LaidOutLine> =
        shown.lines.iter().filter(|line| !is_mark(&line.plain())).cloned().collect();
    assert!(hidden_unmarked(&app, &unmarked).is_some());
    let mut crowded = shown.lines.clone();
    let foot = legend(&app, &crowded);
    assert!(rows_taken(&app, &crowded).is_none());
    crowded.insert(foot, line(""));
    assert!(rows_taken(&app, &crowded).is_some_and(|fault| fault.contains("under the mark")));
    let said = app.page.blocks.iter().find_map(|block| match block {
        Block::Lines(lines) => lines.first().map(Line::text),
        _ => None,
    });
    crowded[foot] = line(&said.unwrap());
    assert!(rows_taken(&app, &crowded).is_some_and(|fault| fault.contains("sentences")));
    crowded[0] = LaidOutLine { kind: LineKind::Head, ..line("Phường ▼ 10") };
    assert!(mark_in_head(&crowded).is_some() && mark_in_head(&shown.lines).is_none());
    crowded = shown.lines.clone();
    crowded.extend([rest("của chú giải")]);
    assert!(rows_taken(&app, &crowded).is_some_and(|fault| fault.contains("legend")));
    assert!(cut_number(&[line("ước gần 1.4…")]).is_some() && cut_number(&[line("hơn…*")]).is_some());
    assert!(cut_number(&[line("số đến 31/12/2…")]).is_some() && cut_number(&[line("Hộ nghèo (…")]).is_some());
    assert!(cut_number(&[line("Hộ người có cô…tái cận nghèo 0")]).is_none());
    send(&mut app, Key::Down);
    let mut shifted = shown.clone();
    shifted.lines.rotate_right(1);
    assert!(moved(&app, &shown, &shown).is_none());
    assert!(moved(&app, &shown, &shifted).is_some());
    let mut table = app.page.tables().next().unwrap().clone();
    let blank = |mut row: Row| {
        row.cells[1] = Cell::Blank;
        row
    };
    table.rows = table.rows.into_iter().map(blank).collect();
    assert_eq!(empty_column(&table, &[0, 1]), Some(1));
    assert_eq!(empty_column(&table, &[0, 2]), None);
    let mut fit = fit(&table, 80);
    assert_eq!(labels_apart(&table, &fit, 80), None);
    fit.columns.iter_mut().for_each(|column| column.left += 9);
    assert!(labels_apart(&table, &fit, 80).is_some());
    assert_eq!(mostly_blank("a\n\n\nb"), Some(2));
    assert_eq!(mostly_blank("a\n\nb"), None);
}

/// A list to choose from counts what is not in sight, like every list; the title of a panel keeps what tells its row from
/// others.
#[test]
fn lists_over_a_page_and_titles_under_it_hide_nothing_unmarked() {
    for (lang, size) in
        [Lang::Vi, Lang::En].into_iter().flat_map(|lang| [(60, 16), (40, 10), (80, 24)].map(|s| (lang, s)))
    {
        let mut app = begun(choices(lang, ""), size, sample());
        send(&mut app, Key::Char('/'));
        let offers = screen(&app);
        assert!(offers.contains('▼') || size.1 > 10, "{size:?}\n{offers}");
        send(&mut app, Key::Char('p'));
        let found = screen(&app);
        assert!(found.lines().rev().take(2).any(|line| line.contains('▼') && line.contains("1/")), "{found}");

        let mut app = begun(choices(lang, "2022-12-31"), size, sample());
        send(&mut app, Key::Char('4'));
        let mut titles: Vec<String> = Vec::new();
        for _ in 0..app.page.rows().count() {
            let lines = seen(&app).lines;
            let title = lines.iter().find(|line| line.kind == LineKind::Rule).map(LaidOutLine::plain);
            titles.extend(title.map(|title| title.split(" ▼").next().unwrap_or_default().trim().to_owned()));
            send(&mut app, Key::Down);
        }
        let count = titles.len();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), count, "{titles:?}");
    }
}

/// Names that begin alike are cut where they are alike: what is left of one is not the beginning of another.
#[test]
fn labels_that_are_cut_still_tell_which_is_which() {
    for (size, lang) in
        [(60, 16), (41, 16), (80, 24)].into_iter().flat_map(|s| [Lang::Vi, Lang::En].map(|l| (s, l)))
    {
        for (day, tab) in ["2022-12-31", "2023-09-30"].iter().flat_map(|d| (1..=5).map(move |t| (d, t))) {
            let mut app = begun(choices(lang, day), (size.0, size.1 + 60), sample());
            app.update(Message::Key(Key::Char(char::from_digit(tab, 10).unwrap())));
            app.prepare_frame();
            let labels: Vec<String> = seen(&app)
                .lines
                .iter()
                .filter(|line| !line.key.is_empty() && !line.is_rest)
                .filter_map(|line| Some(line.pieces.first()?.span.text.clone()))
                .collect();
            for (at, label) in labels.iter().enumerate().filter(|(_, label)| label.contains('…')) {
                let stem = label.trim_end_matches('…');
                let is_alike = |(other, text): (usize, &String)| other != at && text.starts_with(stem);
                let is_one_of_two = labels.iter().enumerate().any(is_alike);
                assert!(!is_one_of_two, "{lang:?}, {size:?}, {day}, tab {tab}: {label} in {labels:?}");
            }
        }
    }
}
