//! The span that flows (reduced, movement, support) cover.

use chrono::{Datelike, Days, Months, NaiveDate};

/// A span of whole days, with the name it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// How the file names it.
    pub name: Name,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
}

/// How a period is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// `2022`
    Year(i32),
    /// `2023-H1`: year and half, 1 or 2.
    Half(i32, u32),
    /// `2023-Q2`: year and quarter, 1 to 4.
    Quarter(i32, u32),
    /// `2023-09`: year and month.
    Month(i32, u32),
    /// None given: from 1 January up to the day of the figures.
    ToDate(NaiveDate),
}

impl Name {
    /// The same month, quarter or half of another year; up to a day has no other year.
    #[must_use]
    pub fn in_year(self, year: i32) -> Self {
        match self {
            Self::Year(_) => Self::Year(year),
            Self::Half(_, half) => Self::Half(year, half),
            Self::Quarter(_, quarter) => Self::Quarter(year, quarter),
            Self::Month(_, month) => Self::Month(year, month),
            Self::ToDate(day) => Self::ToDate(day),
        }
    }

    /// As files name it: `2022`, `2023-H1`, `2023-Q2`, `2023-09`; none for one that no file names.
    pub fn code(self) -> Option<String> {
        Some(match self {
            Self::Year(year) => year.to_string(),
            Self::Half(year, half) => format!("{year}-H{half}"),
            Self::Quarter(year, quarter) => format!("{year}-Q{quarter}"),
            Self::Month(year, month) => format!("{year}-{month:02}"),
            Self::ToDate(_) => return None,
        })
    }
}

impl Period {
    /// The period of that name, or `None` when there is no such half, quarter or month.
    pub fn from_name(name: Name) -> Option<Self> {
        let (year, month, months) = match name {
            Name::Year(y) => (y, 1, 12),
            Name::Half(y, h) if (1..=2).contains(&h) => (y, h * 6 - 5, 6),
            Name::Quarter(y, q) if (1..=4).contains(&q) => (y, q * 3 - 2, 3),
            Name::Month(y, m) => (y, m, 1),
            Name::ToDate(day) => {
                return Some(Self { name, first: NaiveDate::from_ymd_opt(day.year(), 1, 1)?, last: day });
            }
            Name::Half(..) | Name::Quarter(..) => return None,
        };
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let last = first.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))?;
        Some(Self { name, first, last })
    }

    /// The month, quarter, half or year that lies between the evening of one day and that of another.
    pub fn between(eve: NaiveDate, last: NaiveDate) -> Option<Self> {
        let (first, year, month) = (eve.succ_opt()?, last.year(), last.month());
        let names = [
            Name::Month(year, month),
            Name::Quarter(year, month / 3),
            Name::Half(year, month / 6),
            Name::Year(year),
        ];
        let is_it = |period: &Self| (period.first, period.last) == (first, last);
        names.into_iter().filter_map(Self::from_name).find(is_it)
    }

    /// From 1 January of the year of `day` up to that day: what a file without a period covers.
    pub fn year_to(day: NaiveDate) -> Self {
        let first = NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day);
        Self { name: Name::ToDate(day), first, last: day }
    }

    /// Does `day` lie inside?
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// The calendar year it begins in.
    pub fn year(&self) -> i32 {
        self.first.year()
    }

    /// Does it begin on 1 January: is a flow over it a figure of the year to date?
    pub fn is_year_to_date(&self) -> bool {
        self.first.ordinal() == 1
    }

    /// Does it cover the whole of a calendar year?
    pub fn is_whole_year(&self) -> bool {
        self.is_year_to_date()
            && self.last.month() == 12
            && self.last.day() == 31
            && self.last.year() == self.year()
    }

    /// Is it the same span of the year before? The end of February is the same day in every year.
    pub fn is_year_before(&self, later: &Self) -> bool {
        is_year_before(self.first, later.first) && is_year_before(self.last, later.last)
    }
}

/// Is `then` the same day of the year before `now`? The last day of a month is the same day in every year.
pub fn is_year_before(then: NaiveDate, now: NaiveDate) -> bool {
    let is_last = |day: NaiveDate| day.succ_opt().is_some_and(|next| next.month() != day.month());
    then.checked_add_months(Months::new(12)) == Some(now)
        || (then.year() + 1 == now.year() && then.month() == now.month() && is_last(then) && is_last(now))
}
