//! The time of a target: from the day before it begins to its due date, in days and in months.

use chrono::{Datelike, NaiveDate};

use super::super::amount::Amount;
use super::super::exact::Exact;
use super::super::figure::{Rule, Term};
use super::super::measure::Subject;
use super::super::ops::{self, FigureResult, Missing, MissingReason};
use super::super::unit::Unit;

/// The time of a target, as seen from the day its figure holds.
#[derive(Debug, Clone)]
pub struct Time {
    /// The day before its time begins: 31 December before its year.
    pub start: NaiveDate,
    /// The due date.
    pub due: NaiveDate,
    /// The day of the figure that is judged.
    pub as_of: NaiveDate,
    /// Days from the start to that day, not beyond the due date.
    pub days_gone: i64,
    /// Days from the start to the due date.
    pub days_total: i64,
    /// Days from that day to the due date.
    pub days_left: i64,
    /// Months from that day to the due date.
    pub months_left: Exact,
    /// The share of the days that is gone.
    pub elapsed: FigureResult,
}

/// The months between two days: whole calendar months between two ends of months, else 365/12 days each. Never
/// below zero.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> Exact {
    let months = if ends_month(from) && ends_month(to) {
        Exact::whole(
            i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month()),
        )
    } else {
        let year = Exact::whole(365);
        Exact::whole((to - from).num_days() * 12).over(&year).unwrap_or(year)
    };
    months.max(Exact::whole(0))
}

/// The years between two days, as [`months_between`] counts.
pub fn years_between(from: NaiveDate, to: NaiveDate) -> Exact {
    let months = months_between(from, to);
    months.over(&Exact::whole(12)).unwrap_or(months)
}

fn ends_month(day: NaiveDate) -> bool {
    day.succ_opt().is_some_and(|next| next.day() == 1)
}

impl Time {
    /// The time of a target from that day on, due then, judged by a figure of `as_of`.
    pub(super) fn until_due(what: Subject, start: NaiveDate, due: NaiveDate, as_of: NaiveDate) -> Self {
        let days_total = (due - start).num_days();
        let days_gone = (as_of - start).num_days().min(days_total).max(0);
        Self {
            start,
            due,
            as_of,
            days_gone,
            days_total,
            days_left: (due - as_of).num_days().max(0),
            months_left: months_between(as_of, due),
            elapsed: share_of_days(what, days_gone, days_total),
        }
    }

    /// The share of the days that is gone, as a number from 0 to 1; 1 for a due date before the year.
    pub fn gone_of_one(&self) -> Exact {
        Exact::whole(self.days_gone)
            .over(&Exact::whole(self.days_total))
            .filter(|gone| !gone.is_negative() && self.days_total > 0)
            .unwrap_or_else(|| Exact::whole(1))
    }

    /// Is the due date there?
    pub fn is_due(&self) -> bool {
        self.as_of >= self.due
    }

    /// Does the figure fall into the target's own time, not before it?
    pub fn has_begun(&self) -> bool {
        self.as_of > self.start || self.is_due()
    }
}

fn share_of_days(what: Subject, gone: i64, total: i64) -> FigureResult {
    let hundred = Exact::whole(100);
    let share = Exact::whole(gone).over(&Exact::whole(total)).filter(|_| total > 0);
    let Some(share) = share else {
        return Err(Missing::because(what, MissingReason::NothingToDivideBy));
    };
    let number = |n| Term::Number(Exact::whole(n), None, 0);
    let formula = vec![number(gone), Term::Over, number(total), Term::Times, number(100)];
    ops::by_rule(what, Unit::Share, Amount::One(&share * &hundred), Rule::Days, formula)
}

#[cfg(test)]
mod tests {
    use super::super::super::build::day;
    use super::*;

    fn months(from: &str, to: &str) -> Exact {
        months_between(day(from), day(to))
    }

    #[test]
    fn whole_months_between_ends_of_months() {
        assert_eq!(months("2023-09-30", "2023-12-31"), Exact::whole(3));
        assert_eq!(months("2022-12-31", "2023-09-30"), Exact::whole(9));
        assert_eq!(months("2024-02-29", "2025-02-28"), Exact::whole(12));
    }

    /// From 15 to 31 December are 16 days: 16 × 12 / 365 months.
    #[test]
    fn else_365_twelfths_of_a_day() {
        assert_eq!(Some(months("2023-12-15", "2023-12-31")), Exact::whole(192).over(&Exact::whole(365)));
        assert_eq!(months("2024-01-15", "2023-12-31"), Exact::whole(0));
    }
}
