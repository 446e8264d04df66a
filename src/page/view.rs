//! Where the reader stands: which history, which snapshot, which language. Pages are made from it and from nothing
//! else, so the same view always gives the same page.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::area::Area;
use crate::model::change::told::Told;
use crate::model::checks::{self, Check};
use crate::model::history::{History, World};
use crate::model::measure::Group;
use crate::model::name::AreaName;
use crate::model::snapshot::Snapshot;
use crate::model::standing::task::TaskStanding;
use crate::model::target::{Target, Task};
use crate::source::reporting::Reporting;
use crate::source::{Fault, Kept};
use crate::text::Lang;
use crate::text::template::Speaker;

use super::facts::Facts;
use super::target_summary::TargetSummary;

/// The place of the reader in what was loaded.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The unit under one standard.
    pub history: &'a History,
    /// All units that were loaded, each under each of its standards.
    pub world: &'a World,
    /// Why files were refused.
    pub faults: &'a [Fault],
    /// What of the files refused is shown from an earlier reading.
    pub kept: &'a [Kept],
    /// How many files were read.
    pub files: usize,
    /// What was found of the history: kept, so that it is found once.
    pub facts: &'a Facts,
    /// The snapshot shown, as its place in the history.
    pub at: usize,
    /// Today: decides how old figures are, nothing else.
    pub now: NaiveDate,
    /// The path of areas gone down; empty: the unit.
    pub path: &'a [Arc<AreaName>],
    /// The key of the chosen row, for pages that have a panel on it.
    pub chosen: &'a str,
    /// The column the area list is sorted by, and whether from the top down.
    pub sort: (usize, bool),
    /// Is room short (under 60 cells): only what a glance needs?
    pub narrow: bool,
    /// The group in the foreground.
    pub group: Group,
    /// The snapshot to compare with, as its place in the history; none: what each page takes by itself.
    pub compare: Option<usize>,
    /// So many more households leave the group of the chosen target (tab 4); nothing is stored.
    pub what_if: i64,
    /// The key of the row whose list stands open in place of the page (the tasks that no target measures).
    pub list: &'a str,
    /// What the page is written for.
    pub medium: Medium,
    /// Cells that it has across, where rows of words are set for them.
    pub width: u16,
    /// Lines that it has down; 0 where it is as long as it likes.
    pub lines: u16,
    /// Which rows of a long list are asked for.
    pub rows: Rows,
}

/// A longer list has the rows of a screen made that are in sight, and no others.
const LONG: usize = 200;

/// Which rows of a long list are made. Of a list that is not long all are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rows {
    /// Those that may be in sight with the chosen one.
    #[default]
    InSight,
    /// All.
    All,
    /// None: their keys and labels are asked for, and nothing else of the page.
    Labels,
}

/// What a page is written for: it decides how a reader is led to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Medium {
    /// A terminal, where a key leads to each page.
    #[default]
    Screen,
    /// A report of all pages.
    Paper,
    /// Slides on a wall, where digits choose a slide.
    Wall,
    /// A paper that has no page of checks to lead to.
    Alone,
    /// The same, which is itself the report that its figures are from: it does not quote itself.
    Filed,
}

impl<'a> View<'a> {
    /// What is told of the changes of the households and of the rate of a group here.
    pub fn changes(&self, group: Group) -> [Told; 2] {
        self.facts.changes(self.history, self.at, self.path, group)
    }

    /// Has a screen not all rows of a list of so many made?
    pub fn is_long(&self, rows: usize) -> bool {
        self.lines > 0 && rows > LONG
    }

    /// The checks of the snapshot shown.
    pub fn checks(&self) -> &'a [Check] {
        self.checks_of(self.at)
    }

    /// The checks of a snapshot of the history.
    pub fn checks_of(&self, at: usize) -> &'a [Check] {
        self.facts.checks(self.history, at, self.now)
    }

    /// The same with the numbers of areas of that name, which a line of thousands leaves out.
    pub fn checks_with(&self, at: usize, whose: &AreaName) -> Cow<'a, [Check]> {
        let found = self.checks_of(at);
        let with = checks::with_numbers_of(found, whose, (self.history, at, self.now));
        with.map_or(Cow::Borrowed(found), Cow::Owned)
    }

    /// The targets in force that are wanted, in the order of first mention, each with where it stands.
    pub fn targets(&self, is_wanted: impl Fn(&Target) -> bool) -> Vec<TargetSummary<'a>> {
        let found = self.facts.targets(self.history, self.at, self.now, is_wanted);
        let summary =
            |(stated_in, target, found)| TargetSummary { lang: self.lang, stated_in, target, found };
        found.map(summary).collect()
    }

    /// The targets of a year that were given to the unit itself; one of several years is of the year shown.
    pub fn own_targets(&self, year: i32) -> Vec<TargetSummary<'a>> {
        let day = self.snapshot().as_of();
        self.targets(|target| target.year_at(day) == year && target.area.is_none())
    }

    /// The tasks that no target measures, each with where it stands.
    pub fn tasks(&self) -> &'a [(Task, TaskStanding)] {
        self.facts.tasks(self.history, self.at, self.now)
    }

    /// Who of the parts of the unit, and of these, has not reported.
    pub fn reporting(&self) -> &'a [Reporting] {
        self.facts.reporting(self.world, self.history, self.at)
    }

    /// Who of the parts of the unit or area at the end of a path has not.
    pub fn reporting_of(&self, path: &[Arc<AreaName>]) -> Option<&'a Reporting> {
        self.reporting().iter().find(|of| of.path == path)
    }

    /// The snapshot shown.
    pub fn snapshot(&self) -> &'a Arc<Snapshot> {
        &self.history.snapshots[self.at]
    }

    /// The unit at the snapshot shown.
    pub fn whole(&self) -> &'a Area {
        &self.snapshot().whole
    }

    /// The area the reader stands in; the unit when the path leads nowhere at this snapshot.
    pub fn area(&self) -> &'a Area {
        self.whole().at(self.path).unwrap_or_else(|| self.whole())
    }

    /// Where the checks are, where they can be looked at: a key on the screen, a part of a report.
    pub fn see_checks(&self) -> Option<(&'static str, &'static str)> {
        match self.medium {
            Medium::Screen => Some(("phím 6", "key 6")),
            Medium::Paper => Some(("mục 6", "section 6")),
            Medium::Wall | Medium::Alone | Medium::Filed => None,
        }
    }

    /// The same for a page of which each row is made.
    #[must_use]
    pub fn of_all_rows(self) -> Self {
        Self { rows: Rows::All, ..self }
    }

    /// The same for a page of whose long list nothing but labels is asked for.
    #[must_use]
    pub fn of_labels(self) -> Self {
        Self { rows: Rows::Labels, ..self }
    }

    /// Chooses between two wordings, Vietnamese first.
    pub fn pick(&self, vi: &'a str, en: &'a str) -> &'a str {
        self.lang.pick(vi, en)
    }
}

impl Speaker for View<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}
