//! The tasks that no target measures: one row that sums up their states, and the list of them that it opens.

use crate::model::history::History;
use crate::model::source_file::Origin;
use crate::model::standing::Standing;
use crate::model::standing::task::TaskStanding;
use crate::model::target::Task;
use crate::model::words::Text;
use crate::text::say::standing as words;
use crate::text::{Lang, cells, date};

use super::super::table::{Align, Cell, Column, Opens, Row, Table, Words, longest_label};
use super::super::target_summary::verdict;
use super::super::{Block, Detail, Page, View, head};
use crate::text::line::{Line, Role};

/// The key of the row, and of the list it opens.
pub const KEY: &str = super::super::TASKS;

/// The standings in the order they are told: what needs action first.
const ORDER: [Standing; 5] =
    [Standing::Overdue, Standing::UnderWay, Standing::NotDue, Standing::NoData, Standing::Done];

/// A task with where it stands at the shown snapshot.
type Stood = (Task, TaskStanding);

fn key(task: &Task) -> String {
    format!("task:{}", task.named.id)
}

/// The row under the targets, with the states of the tasks; `blanks`: the columns before the one of the standing.
pub fn row(view: &View, blanks: usize) -> Option<Row> {
    let tasks = view.tasks();
    let count = tasks.len();
    if count == 0 {
        return None;
    }
    let kinds = kinds(tasks);
    let (full, short) = match view.lang {
        Lang::Vi => (format!("Việc không gắn chỉ tiêu: {count} việc"), format!("Việc khác: {count}")),
        Lang::En => (format!("Tasks without a target: {count}"), format!("Other tasks: {count}")),
    };
    let (label, last) = match kinds[..] {
        // The words of the state are longer than its sketch: without data there is little to say.
        [(Standing::NoData, _)] => {
            (format!("{full} (Enter)"), Line::of(Role::Dim, view.pick("· chưa có", "· no data")))
        }
        [(one, _)] => (format!("{full} (Enter)"), verdict(view.lang, one)),
        _ => (format!("{full}, {}", in_words(view, &kinds)), Line::default()),
    };
    let mut cells = vec![Cell::Blank; blanks];
    cells.extend((kinds.len() == 1).then_some(Cell::Line(last)));
    Some(Row {
        key: KEY.into(),
        label: Words::new(label, short),
        cells,
        opens: Opens::List(KEY),
        ..Row::default()
    })
}

/// How many tasks are in each state, those that need action first.
fn kinds(tasks: &[Stood]) -> Vec<(Standing, usize)> {
    let of = |standing| (standing, tasks.iter().filter(|t| t.1.standing == standing).count());
    ORDER.into_iter().map(of).filter(|(_, count)| *count > 0).collect()
}

/// `1 quá hạn, 2 đang thực hiện, 3 khác`: two states, and how many are left.
fn in_words(view: &View, kinds: &[(Standing, usize)]) -> String {
    let say =
        |(standing, count): &(Standing, usize)| format!("{count} {}", words::word(view.lang, *standing));
    let mut parts: Vec<String> = kinds.iter().take(2).map(say).collect();
    let rest: usize = kinds.iter().skip(2).map(|(_, count)| count).sum();
    parts.extend((rest > 0).then(|| format!("{rest} {}", view.pick("khác", "other"))));
    parts.join(", ")
}

/// The list of the tasks in place of the targets.
pub fn page(view: &View) -> Page {
    let tasks = view.tasks();
    if tasks.is_empty() {
        let none = view.pick("Không có việc nào ngoài chỉ tiêu.", "No task without a target.");
        return Page { blocks: vec![Block::line(Line::of(Role::Dim, none))], ..Page::default() };
    }
    let summed = Line::of(Role::Dim, format!("{}{}", all_words(view, tasks), asked_by(view, tasks)));
    let blocks = vec![Block::Table(table(view, tasks)), Block::line(summed)];
    let chosen = tasks.iter().find(|t| key(&t.0) == view.chosen).or(tasks.first());
    Page { blocks, detail: chosen.map(|stood| detail(view, stood)), foot: Vec::new() }
}

/// `6 việc: 2 đang thực hiện, 4 chưa có số liệu`
fn all_words(view: &View, tasks: &[Stood]) -> String {
    let say = |(standing, count): (Standing, usize)| format!("{count} {}", words::word(view.lang, standing));
    let states = kinds(tasks).into_iter().map(say).collect::<Vec<_>>().join(", ");
    format!("{} {}: {states}", tasks.len(), view.pick("việc", "tasks"))
}

/// Who asked for them, where it was one for all: then it has no column.
fn asked_by(view: &View, tasks: &[Stood]) -> String {
    let first = tasks.first().and_then(|t| t.0.by.as_ref());
    match first.filter(|by| tasks.len() > 1 && tasks.iter().all(|t| t.0.by.as_ref() == Some(by))) {
        Some(by) => format!(" · {} {}", view.pick("giao bởi", "asked by"), view.lang.of(by)),
        None => String::new(),
    }
}

/// The panel on the row: the tasks by name with their states.
pub fn panel(view: &View) -> Option<Detail> {
    let tasks = view.tasks();
    let line = |stood: &Stood| {
        let mut line = verdict(view.lang, stood.1.standing);
        line.hang = 2;
        line.say(format!(": {}", view.lang.of(&stood.0.named.name)))
    };
    let lines = tasks.iter().map(line).collect();
    let title = view.pick("Việc không gắn chỉ tiêu", "Tasks without a target").to_owned();
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
    let width = u16::try_from(widest + 2).unwrap_or(u16::MAX).min(26);
    let column = Column { head: head.into(), width, rank, align: Align::Left, ..Column::default() };
    let most = usize::from(width) - 2;
    let cell = |text: &Option<String>| match text {
        Some(text) => Cell::words(Role::Plain, cells::cut(text, most)),
        None => Cell::words(Role::Dim, "·"),
    };
    Some((column, texts.iter().map(cell).collect()))
}

fn table(view: &View, tasks: &[Stood]) -> Table {
    let said = |text: &Option<Text>| text.as_ref().map(|text| view.lang.of(text).to_owned());
    let by = column(tasks, view.pick("Giao bởi", "Asked by"), |t| said(&t.by), 3);
    let owner = column(tasks, view.pick("Thực hiện", "Done by"), |t| said(&t.owner), 2);
    let due = column(tasks, view.pick("Hạn", "Due"), |t| t.due.map(|d| date::day(view.lang, d)), 1);
    let states: Vec<Line> = tasks.iter().map(|t| verdict(view.lang, t.1.standing)).collect();
    let widest = states.iter().map(|line| cells::width(&line.text())).max().unwrap_or(0) + 1;
    let width = u16::try_from(widest).unwrap_or(18);
    let head = view.pick("Trạng thái", "State");
    let state =
        Column { head: head.into(), width, narrow: width + 1, align: Align::Left, ..Column::default() };
    let state = (state, states.into_iter().map(Cell::Line).collect());
    let mut rows: Vec<Row> = tasks
        .iter()
        .map(|t| Row { key: key(&t.0), label: view.lang.of(&t.0.named.name).into(), ..Row::default() })
        .collect();
    let mut columns = Vec::new();
    for (column, cells) in [by, owner, due, Some(state)].into_iter().flatten() {
        columns.push(column);
        rows.iter_mut().zip(cells).for_each(|(row, cell)| row.cells.push(cell));
    }
    let label = longest_label(&rows).min(30);
    let title = view.pick("Việc không gắn chỉ tiêu", "Tasks without a target");
    let head = Words::new(title, view.pick("Việc", "Tasks"));
    Table { head, columns, rows, label, scrolls: true, ..Table::default() }
}

/// The panel of a task: all that the files say of it, and which file said it last.
fn detail(view: &View, stood: &Stood) -> Detail {
    let task = &stood.0;
    let line = |vi, en| super::panel::head(view, vi, en);
    let mut state = line("Trạng thái", "State");
    state.spans.extend(verdict(view.lang, stood.1.standing).spans);
    if stood.1.past_due && task.status.is_none() {
        state = state.role(Role::Warn, view.pick(" · đã qua hạn", " · past its date"));
    }
    let mut lines = vec![state];
    let due = task.due.map(|due| date::day(view.lang, due));
    let said = |text: &Option<Text>| text.as_ref().map(|text| view.lang.of(text).to_owned());
    let missing = view.pick("chưa nêu", "not stated");
    for (vi, en, text) in [
        ("Giao bởi", "Asked by", said(&task.by)),
        ("Thực hiện", "Done by", said(&task.owner)),
        ("Hạn", "Due", due),
    ] {
        lines.push(match text {
            Some(text) => line(vi, en).say(text),
            None => line(vi, en).role(Role::Dim, missing),
        });
    }
    lines.extend(sources(view, &task.named.id).into_iter().map(|text| line("Tệp", "File").say(text)));
    Detail { title: view.lang.of(&task.named.name).to_owned(), blocks: vec![Block::Lines(lines)] }
}

/// The file that named the task first, and the last one where that is another.
pub(super) fn sources(view: &View, id: &str) -> Vec<String> {
    let naming = naming(view.history, view.at, id);
    let mut shown: Vec<&Origin> = naming.first().into_iter().chain(naming.last()).copied().collect();
    shown.dedup_by_key(|origin| origin.as_of);
    shown.into_iter().map(|origin| source(view, origin)).collect()
}

fn naming<'a>(history: &'a History, at: usize, id: &str) -> Vec<&'a Origin> {
    let names =
        |s: &&std::sync::Arc<crate::model::snapshot::Snapshot>| s.tasks.iter().any(|t| t.named.id == id);
    history.up_to(at).iter().filter(names).map(|s| &*s.origin).collect()
}

fn source(view: &View, origin: &Origin) -> String {
    let kind = head::provenance(view, origin.provenance);
    let by = origin.publisher.as_ref().map(|text| format!(" · {}", view.lang.of(text)));
    let day = origin.published.map(|day| format!(", {}", date::day(view.lang, day)));
    format!("{} · {kind}{}{}", origin.file, by.unwrap_or_default(), day.unwrap_or_default())
}
