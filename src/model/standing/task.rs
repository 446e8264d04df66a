//! Tasks: a state and a date.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::super::history::History;
use super::super::target::{Status, Target, TargetMeasure, Task};
use super::verdict::Standing;

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskStanding {
    /// The word.
    pub standing: Standing,
    /// The due date has passed and the task is not known to be done: also said of a task without a state.
    pub past_due: bool,
}

/// A task by a snapshot of that day. On the newest snapshot what is due is judged by today.
pub fn task_standing(task: &Task, as_of: NaiveDate, is_newest: bool, now: NaiveDate) -> TaskStanding {
    task_due(task.status, task.due, if is_newest { now } else { as_of })
}

fn task_due(status: Option<Status>, due: Option<NaiveDate>, today: NaiveDate) -> TaskStanding {
    let late = due.is_some_and(|due| due < today);
    let standing = match status {
        None => Standing::NoData,
        Some(Status::Done) => Standing::Done,
        Some(_) if late => Standing::Overdue,
        Some(Status::Planned) => Standing::NotDue,
        Some(Status::UnderWay) => Standing::UnderWay,
    };
    TaskStanding { standing, past_due: late && standing != Standing::Done }
}

/// The target of a task: its own due date, else the task's, else none.
pub(super) fn of_target(
    history: &History,
    at: usize,
    target: &Target,
    id: &str,
    now: NaiveDate,
) -> (TaskStanding, Option<NaiveDate>) {
    let task = history.task(at, id);
    let due = target.due.or(task.as_ref().and_then(|t| t.due));
    let is_newest = at + 1 >= history.snapshots.len();
    let today = history.snapshots.get(at).filter(|_| !is_newest).map_or(now, |s| s.as_of());
    (task_due(task.and_then(|t| t.status), due, today), due)
}

/// The tasks at `at` that no target measures.
pub fn tasks_without_target(history: &History, at: usize) -> Vec<Task> {
    let task = |(_, target): (_, &'_ Target)| match &target.reads {
        TargetMeasure::Task(id) => Some(id.clone()),
        _ => None,
    };
    let measured: HashSet<String> = history.targets(at).into_iter().filter_map(task).collect();
    history.tasks(at).into_iter().filter(|task| !measured.contains(&task.named.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::build::day;
    use super::*;

    fn at(status: Option<Status>, due: Option<&str>, today: &str) -> (Standing, bool) {
        let TaskStanding { standing, past_due } = task_due(status, due.map(day), day(today));
        (standing, past_due)
    }

    #[test]
    fn a_task_is_overdue_the_day_after() {
        let due = Some("2023-09-30");
        assert_eq!(at(Some(Status::Planned), due, "2023-09-30"), (Standing::NotDue, false));
        assert_eq!(at(Some(Status::UnderWay), due, "2023-09-30"), (Standing::UnderWay, false));
        assert_eq!(at(Some(Status::UnderWay), due, "2023-10-01"), (Standing::Overdue, true));
        assert_eq!(at(Some(Status::Planned), due, "2023-10-01"), (Standing::Overdue, true));
        assert_eq!(at(Some(Status::Done), due, "2023-10-01"), (Standing::Done, false));
    }

    #[test]
    fn without_a_state_there_is_no_data_but_the_date_speaks() {
        assert_eq!(at(None, Some("2023-09-30"), "2023-10-01"), (Standing::NoData, true));
        assert_eq!(at(None, None, "2023-10-01"), (Standing::NoData, false));
        assert_eq!(at(Some(Status::UnderWay), None, "2030-01-01"), (Standing::UnderWay, false));
    }

    /// On the newest snapshot today counts, on an earlier one its own day.
    #[test]
    fn today_counts_on_the_newest_snapshot_only() {
        let mut task = Task {
            named: super::super::super::build::named("t"),
            by: None,
            owner: None,
            due: Some(day("2023-10-15")),
            status: Some(Status::Planned),
        };
        let of =
            |task: &Task, newest| task_standing(task, day("2023-09-30"), newest, day("2023-11-01")).standing;
        assert_eq!(of(&task, true), Standing::Overdue);
        assert_eq!(of(&task, false), Standing::NotDue);
        task.status = Some(Status::Done);
        assert_eq!(of(&task, true), Standing::Done);
    }
}
