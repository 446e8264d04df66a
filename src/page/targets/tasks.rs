//! The tasks that no target measures: one row that sums up their states, and the list of them that it opens.

use crate::model::standing::Standing;
use crate::model::target::Task;
use crate::model::words::Text;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::{standing as words, units};
use crate::text::{cells, date, glossary};

use super::super::table::{Align, Cell, Column, LongShort, Opens, Row, Table, longest_label};
use super::super::target_summary::verdict;
use super::super::{Block, Detail, Page, View};
use super::task::{BY, DUE, OWNER, Stood, detail};

/// The key of the row, and of the list it opens.
pub const KEY: &str = super::super::TASKS;

/// The standings in the order they are told: what needs action first.
const ORDER: [Standing; 5] =
    [Standing::Overdue, Standing::UnderWay, Standing::NotDue, Standing::NoData, Standing::Done];

fn key(task: &Task) -> String {
    format!("task:{}", task.named.id)
}

/// The row of the tasks alone, where no target is stated.
pub fn alone(view: &View) -> Option<Table> {
    let rows = vec![row(view, 0)?];
    let columns = vec![Column { width: 18, align: Align::Left, ..Column::default() }];
    Some(Table { columns, rows: rows.into(), label: 40, ..Table::default() })
}

/// The row under the targets, with the states of the tasks; `blanks`: the columns before the one of the standing.
pub fn row(view: &View, blanks: usize) -> Option<Row> {
    let tasks = view.tasks();
    if tasks.is_empty() {
        return None;
    }
    let (count, states) = (tasks.len(), by_state(tasks));
    let (only, last) = match states[..] {
        // The words of the state are longer than its sketch: without data there is little to say.
        [(Standing::NoData, _)] => (true, Line::with_role(Role::Dim, view.lang.term(glossary::NO_DATA))),
        [(one, _)] => (true, verdict(view.lang, one)),
        _ => (false, Line::default()),
    };
    let several = (!only).then(|| first_states(view, &states));
    // Beside its parts their sum would be one number more to tell apart.
    let all = several.is_none().then_some(count);
    let full = say!(view, "Nhiệm vụ khác: [{all}][{only} (Enter)][{several}]",
        "Other tasks: [{all}][{only} (Enter)][{several}]"; all, only, several);
    let short = say!(view, "Nhiệm vụ khác: {count}", "Other tasks: {count}"; count);
    let mut cells = vec![Cell::Blank; blanks];
    cells.extend(only.then_some(Cell::Line(last)));
    let label = LongShort::new(full.text(), short.text());
    Some(Row { opens: Opens::List(KEY), ..Row::new(KEY, label, cells) })
}

/// How many tasks are in each state, those that need action first.
fn by_state(tasks: &[Stood]) -> Vec<(Standing, usize)> {
    let of = |standing| (standing, tasks.iter().filter(|t| t.1.standing == standing).count());
    ORDER.into_iter().map(of).filter(|(_, count)| *count > 0).collect()
}

/// `1 quá hạn, 2 đang thực hiện`
fn counted(view: &View, states: &[(Standing, usize)]) -> String {
    let said = states.iter().map(|(standing, count)| {
        say!(view, "{count} {word}"; count = *count, word = words::word(view.lang, *standing))
    });
    Line::joined(said, ", ").unwrap_or_default().text()
}

/// `1 quá hạn, 2 đang thực hiện, 3 ở trạng thái khác`: as many states as a line holds, and how many are left.
fn first_states(view: &View, states: &[(Standing, usize)]) -> Line {
    let (first, others) = states.split_at(if states.len() > 3 { 2 } else { states.len() });
    let rest: usize = others.iter().map(|(_, count)| count).sum();
    say!(view, "{first}[, {rest} ở trạng thái khác]", "{first}[, {rest} in other states]"; first = counted(view, first),
        rest = (rest > 0).then_some(rest))
}

/// The list of the tasks in place of the targets.
pub fn page(view: &View) -> Page {
    let tasks = view.tasks();
    if tasks.is_empty() {
        let none = say!(view, "Không có nhiệm vụ nào ngoài chỉ tiêu.", "No tasks other than the targets.")
            .in_role(Role::Dim);
        return Page { blocks: vec![Block::sentence(none)], ..Page::default() };
    }
    let (count, states) = (tasks.len(), by_state(tasks));
    // Of tasks that are all in one state their number is said once.
    let (all, several) = match states[..] {
        [(only, _)] => (Some(words::word(view.lang, only)), None),
        _ => (None, Some(counted(view, &states))),
    };
    let summed = say!(view, "{count} {noun}[ {all}][: {several}][ · do {by} giao]",
        "{count} {noun}[: {all}][: {several}][ · assigned by {by}]";
        count, noun = units::tasks(count), all, several, by = asked_by_one(tasks));
    let blocks = vec![Block::Table(table(view, tasks)), Block::sentence(summed.in_role(Role::Dim))];
    let chosen = tasks.iter().find(|t| key(&t.0) == view.chosen).or(tasks.first());
    Page { blocks, detail: chosen.map(|stood| detail(view, stood)), has_panel: true, ..Page::default() }
}

/// Who asked for them, where it was one for all: then it has no column.
fn asked_by_one(tasks: &[Stood]) -> Option<&Text> {
    let first = tasks.first().and_then(|t| t.0.by.as_ref());
    first.filter(|by| tasks.len() > 1 && tasks.iter().all(|t| t.0.by.as_ref() == Some(by)))
}

/// The panel on the row: the tasks by name with their states.
pub fn panel(view: &View) -> Option<Detail> {
    let tasks = view.tasks();
    let line = |(task, found): &Stood| {
        let state = verdict(view.lang, found.standing);
        Line { hanging_indent: 2, ..say!(view, "{state}: {name}"; state, name = &task.named.name) }
    };
    let lines = tasks.iter().map(line).collect();
    let title = view.lang.term(glossary::OTHER_TASKS).to_owned();
    (!tasks.is_empty()).then(|| Detail { title, blocks: vec![Block::Lines(lines)] })
}

/// A column of words, left out where it would be empty or the same for all: then it says nothing in a list.
fn column(
    tasks: &[Stood],
    head: &str,
    of: impl Fn(&Task) -> Option<String>,
    rank: u8,
) -> Option<(Column, Vec<Cell>)> {
    let texts: Vec<Option<String>> = tasks.iter().map(|t| of(&t.0)).collect();
    let all_one = tasks.len() > 1 && texts.iter().all(|text| *text == texts[0]);
    if all_one || texts.iter().all(Option::is_none) {
        return None;
    }
    let widest = texts.iter().flatten().map(|t| cells::width(t)).max().unwrap_or(0).max(cells::width(head));
    let width = cells::extent(widest + 2).min(26);
    let column = Column { head: head.into(), width, rank, align: Align::Left, ..Column::default() };
    // A screen cuts what has no room; a report without a width has all of it.
    let cell = |text: &Option<String>| match text {
        Some(text) => Cell::words(Role::Plain, text.clone()),
        None => Cell::words(Role::Dim, "·"),
    };
    Some((column, texts.iter().map(cell).collect()))
}

fn table(view: &View, tasks: &[Stood]) -> Table {
    let said = |text: &Option<Text>| text.as_ref().map(|text| view.lang.wording(text).to_owned());
    let by = column(tasks, view.pick(BY.0, BY.1), |t| said(&t.by), 3);
    let owner = column(tasks, view.pick(OWNER.0, OWNER.1), |t| said(&t.owner), 2);
    let due = column(tasks, view.pick(DUE.0, DUE.1), |t| t.due.map(|d| date::day(view.lang, d)), 1);
    let states: Vec<Line> = tasks.iter().map(|t| verdict(view.lang, t.1.standing)).collect();
    let head = view.pick("Trạng thái", "Status");
    // The head is not cut where all states are short.
    let words = states.iter().map(|line| cells::text_extent(&line.text()));
    let width = words.chain([cells::text_extent(head)]).max().unwrap_or(0) + 1;
    let state =
        Column { head: head.into(), width, narrow: width + 1, align: Align::Left, ..Column::default() };
    let state = (state, states.into_iter().map(Cell::Line).collect());
    let mut rows: Vec<Row> =
        tasks.iter().map(|t| Row::new(key(&t.0), view.lang.wording(&t.0.named.name), [])).collect();
    let mut columns = Vec::new();
    for (column, cells) in [by, owner, due, Some(state)].into_iter().flatten() {
        columns.push(column);
        rows.iter_mut().zip(cells).for_each(|(row, cell)| row.cells.push(cell));
    }
    let label = longest_label(&rows).min(30);
    let title = view.lang.term(glossary::OTHER_TASKS);
    let head = LongShort::new(title, view.pick("Nhiệm vụ", "Tasks"));
    Table { head, columns, rows: rows.into(), label, scrolls: true, ..Table::default() }
}
