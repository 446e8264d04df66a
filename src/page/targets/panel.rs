//! The panel on the chosen target: how far, what is left, how fast, where it leads; and all that stands in the way of
//! saying so. What can also be had elsewhere stands at its end.

mod ahead;
mod asked;
mod beside;
mod course;
mod remarks;

use crate::model::figure::Figure;
use crate::model::ops::MissingReason;
use crate::model::standing::{Standing, away};
use crate::model::target::Profile;
use crate::say;
use crate::text::line::Line;
use crate::text::say::standing as words;
use crate::text::template::Speaker;
use crate::text::{Lang, show};

use super::super::headed::{Head, headed};
use super::super::table::Style;
use super::super::target_summary::unit_once;
use super::super::{Block, Detail, TargetSummary, View, foot};

/// The panel of the chosen row, when it is a target's.
pub fn panel(view: &View) -> Option<Detail> {
    Some(Panel { view, it: super::chosen(view)? }.detail())
}

/// The panel of a target, whichever row is chosen.
pub fn panel_of(view: &View, it: &TargetSummary) -> Detail {
    Panel { view, it: *it }.detail()
}

/// The figures that the panel of a target writes: they belong to the story of its row.
pub fn figures(view: &View, it: &TargetSummary) -> Vec<Figure> {
    panel_of(view, it).blocks.iter().flat_map(foot::figures).cloned().collect()
}

/// A target with all that is to be said of it.
struct Panel<'a> {
    view: &'a View<'a>,
    it: TargetSummary<'a>,
}

impl Speaker for Panel<'_> {
    fn lang(&self) -> Lang {
        self.view.lang
    }
}

impl Panel<'_> {
    fn detail(&self) -> Detail {
        let mut blocks = Vec::new();
        let mut lines = Vec::new();
        // Where only a glance fits, what was asked for by a key comes first.
        let (first, last) = match self.what_if() {
            Some(line) if self.view.narrow && self.view.what_if > 0 => (Some(line), None),
            line => (None, line),
        };
        blocks.extend(first.map(Block::sentence));
        if self.has_way() {
            blocks.extend(self.bar());
            blocks.push(Block::Lines(self.course()));
            lines.extend(self.pace());
            lines.extend(self.projection());
        } else {
            lines.extend(self.asked());
            lines.extend(self.average());
            lines.extend(self.pace().filter(|_| self.is_review() || self.fell_back()));
            lines.extend(self.fell_back().then(|| self.projection()).into_iter().flatten());
        }
        lines.extend(last);
        lines.extend(self.remarks());
        lines.extend(self.shared());
        lines.extend(self.last_year().into_iter().chain(self.quote()).map(Line::optional));
        blocks.push(Block::Lines(lines));
        Detail { title: self.title(), blocks }
    }

    /// The target's name, its area, and that the year's last figure is not there yet.
    fn title(&self) -> String {
        let (name, target) = (self.it.name(), self.it.target);
        let area = target.area.as_ref().map(|area| self.view.lang.wording(&area.name));
        let year = self.it.lacks_year_end(self.view.history) && !self.view.snapshot().is_plan();
        let year = year.then_some(target.year);
        say!(self, "{name}[ · {area}][ · {span}][ · chưa có số liệu cuối năm {year}]",
            "{name}[ · {area}][ · {span}][ · no end-{year} figure yet]";
            span = self.it.span().filter(|span| !name.contains(span.as_str())), name, area = area.filter(|area| !name.contains(area)), year)
        .text()
    }

    /// Has it begun, and is there a change to be made of which a part is done?
    fn has_way(&self) -> bool {
        self.it.found.way.is_ok()
            && self.it.found.level.reduced.is_ok()
            && self.it.found.level.goal.is_ok()
            && self.it.found.standing != Standing::Awaiting
    }

    /// Did what is to rise fall since its start? Then there is no way behind, only where it leads.
    fn fell_back(&self) -> bool {
        let missing = self.it.found.done.as_ref().err();
        missing.is_some_and(|missing| matches!(missing.because, MissingReason::FellBack))
    }

    /// Is it settled by the yearly review alone?
    fn is_review(&self) -> bool {
        self.it.target.profile == Profile::Review
    }

    fn headed(&self, head: Head, said: Line) -> Line {
        headed(self.view, head, said)
    }

    /// A figure without its mark: where one beside it of the same making has it.
    fn bare(&self, figure: &Figure) -> Line {
        Line::default().written(show::number(self.view.lang, figure, Style::Plain), figure)
    }

    /// A figure, in Vietnamese with the word of its unit: English does not say it again after one in the same unit.
    fn unit_once(&self, figure: &Figure) -> Line {
        unit_once(self, figure)
    }

    /// The verb for the way a change went, and how far without a sign.
    fn direction(&self, change: &Figure) -> (&'static str, Figure) {
        let (is_back, rises) = (words::is_turned(change), self.it.target.reads.rises());
        let size = if is_back { away(change, rises) } else { change.clone() };
        (words::moved(self.view.lang, rises != is_back), size)
    }

    /// A change as a verb and a bare number: "giảm 311* hộ", or "tăng 12* hộ" for one below zero. The first verb is the
    /// one that is wished for.
    fn moved(&self, change: &Figure) -> Line {
        let (verb, size) = self.direction(change);
        say!(self, "{verb} {size+}"; verb, size)
    }

    /// The same, without the verb where it is the one that is wished for.
    fn progress(&self, change: &Figure) -> Line {
        if words::is_turned(change) { self.moved(change) } else { say!(self, "{change+}"; change) }
    }

    /// A pace: `46* hộ/tháng`.
    fn a_month(&self, pace: &Figure) -> Line {
        let (verb, size) = self.direction(pace);
        let verb = words::is_turned(pace).then_some(verb);
        say!(self, "[{verb} ]{size} {unit}"; verb, size, unit = words::a_month(self.view.lang, pace.unit))
    }

    /// The due date.
    fn due(&self) -> String {
        self.it.due_day()
    }
}
