//! The panel on the chosen target: how far, what is left, how fast, where it leads; and all that stands in the way of
//! saying so. What goes when room is short stands after a gap at its end.

mod ahead;
mod asked;
mod beside;
mod course;
mod said;

use crate::model::figure::Figure;
use crate::model::standing::{Standing, turned};
use crate::model::target::Profile;
use crate::text::say::standing as words;
use crate::text::{cells, date, show};

use super::super::table::Style;
use super::super::target_summary::with_unit;
use super::super::{Block, Detail, TargetSummary, View};
use crate::text::line::{Line, Role, Span};

/// The panel of the chosen row, when it is a target's.
pub fn panel(view: &View) -> Option<Detail> {
    Some(on_target(view, &super::chosen(view)?))
}

fn on_target(view: &View, it: &TargetSummary) -> Detail {
    Panel { view, it: *it }.detail()
}

/// The figures that the panel of a target writes: they belong to the story of its row.
pub fn figures(view: &View, it: &TargetSummary) -> Vec<Figure> {
    let of_block = |block: &Block| match block {
        Block::Lines(lines) => lines.iter().flat_map(|line| line.figures().cloned()).collect(),
        block => block.rows().flat_map(|row| row.figures().cloned().collect::<Vec<_>>()).collect::<Vec<_>>(),
    };
    on_target(view, it).blocks.iter().flat_map(of_block).collect()
}

/// A line of a panel: its head in a column of its own.
pub fn head(view: &View, vi: &'static str, en: &'static str) -> Line {
    let head = view.lang.pick(vi, en);
    let blanks = 12usize.saturating_sub(cells::width(head)).max(1);
    Line { hang: 12, ..Line::of(Role::Strong, head).say(" ".repeat(blanks)) }
}

/// A target with all that is to be said of it.
struct Panel<'a> {
    view: &'a View<'a>,
    it: TargetSummary<'a>,
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
        blocks.extend(first.map(Block::line));
        if self.has_way() {
            blocks.extend(self.bar());
            blocks.push(Block::Lines(self.course()));
            lines.extend(self.pace());
            lines.extend(self.projection());
        } else {
            lines.extend(self.asked());
            lines.extend(self.pace().filter(|_| self.is_review()));
        }
        lines.extend(last);
        lines.extend(self.said());
        lines.extend(self.shared());
        lines.extend(self.last_year().into_iter().chain(self.quote()).map(Line::spare));
        blocks.push(Block::Lines(lines));
        Detail { title: self.title(), blocks }
    }

    /// The target's name, its area, and that the year's last figure is not there yet.
    fn title(&self) -> String {
        let mut title = self.it.name().to_owned();
        let area = self.it.target.area.as_ref().map(|area| self.view.lang.of(&area.name));
        if let Some(area) = area.filter(|area| !title.contains(area)) {
            title = format!("{title} · {area}");
        }
        if self.it.found.remarks.year_end_missing {
            let words = self.view.pick("chưa có số liệu cuối năm", "no figure yet for the end of");
            title = format!("{title} · {words} {}", self.it.target.year);
        }
        title
    }

    /// Has it begun, and is there a change to be made of which a part is done?
    fn has_way(&self) -> bool {
        self.it.found.done.is_ok()
            && self.it.found.level.fallen.is_ok()
            && self.it.found.level.asked.is_ok()
            && self.it.found.standing != Standing::Awaiting
    }

    /// Is it settled by the yearly review alone?
    fn is_review(&self) -> bool {
        self.it.target.profile == Profile::Review
    }

    /// A line of the panel: its head in a column of its own.
    fn head(&self, vi: &'static str, en: &'static str) -> Line {
        head(self.view, vi, en)
    }

    /// A line that goes on with the one above it.
    fn under(&self) -> Line {
        self.head("", "")
    }

    /// With a figure and the word of its unit added.
    fn with(&self, line: Line, figure: &Figure) -> Line {
        with_unit(self.view.lang, line, figure)
    }

    /// With a figure added without its mark: where one beside it of the same making has it.
    fn bare(&self, mut line: Line, figure: &Figure) -> Line {
        let text = show::number(self.view.lang, figure, Style::Plain);
        line.spans.push(Span { text, role: Role::Plain, figure: Some(Box::new(figure.clone())) });
        line
    }

    /// With a change added as a verb and a bare number: "giảm 311* hộ", or "tăng 12* hộ" for one below zero. The
    /// first verb is the one that is wished for.
    fn moved(&self, line: Line, figure: &Figure) -> Line {
        let back = words::is_turned(figure);
        let line =
            line.say(format!("{} ", words::moved(self.view.lang, self.it.target.reads.rises() != back)));
        match turned(figure) {
            Ok(other) if back => self.with(line, &other),
            _ => self.with(line, figure),
        }
    }

    /// With a pace added.
    fn a_month(&self, line: Line, figure: &Figure) -> Line {
        let unit = words::a_month(self.view.lang, figure.unit);
        let back = words::is_turned(figure);
        let rises = words::moved(self.view.lang, self.it.target.reads.rises() != back);
        let line = if back { line.say(format!("{rises} ")) } else { line };
        let shown = if back { turned(figure).unwrap_or_else(|_| figure.clone()) } else { figure.clone() };
        line.figure(self.view.lang, &shown, Style::Plain).say(format!(" {unit}"))
    }

    /// The due date as it is said inside its year.
    fn due(&self) -> String {
        date::day_of_year(self.view.lang, self.it.found.time.due)
    }
}
