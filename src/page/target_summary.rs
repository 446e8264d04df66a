//! A target with where it stands at the shown snapshot, in the cells and clauses that pages choose from: the first tab
//! and the fourth, an area's page, the conclusion and the deck tell a target in the same words and marks.

use std::sync::Arc;

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::ops::Known;
use crate::model::snapshot::Snapshot;
use crate::model::standing::{Assessment, Mark, Standing};
use crate::model::target::{Reads, Target};
use crate::text::say::standing as words;
use crate::text::{Lang, date, show};

use super::table::{Bar, Cell, Row, Style};
use crate::text::line::{Line, Role};

/// A target in force, and what is to be told of it.
#[derive(Debug, Clone, Copy)]
pub struct TargetSummary<'a> {
    /// The language.
    pub lang: Lang,
    /// The snapshot that words it.
    pub stated_in: &'a Arc<Snapshot>,
    /// The target.
    pub target: &'a Target,
    /// Where it stands, with its figures.
    pub found: &'a Assessment,
}

impl<'a> TargetSummary<'a> {
    /// The name.
    pub fn name(&self) -> &'a str {
        self.lang.of(&self.target.named.name)
    }

    /// Its row with these cells.
    pub fn row(&self, cells: Vec<Cell>) -> Row {
        Row { key: key(self.target), label: self.name().into(), cells, ..Row::default() }
    }

    /// The role of its standing.
    pub fn role(&self) -> Role {
        role(self.found.standing)
    }

    /// Mark and word of its standing: `✓ đúng tiến độ`.
    pub fn verdict(&self) -> Line {
        verdict(self.lang, self.found.standing)
    }

    /// With the word of its standing added.
    pub fn with_word(&self, line: Line) -> Line {
        line.role(self.role(), words::word(self.lang, self.found.standing))
    }

    /// The mark at the beginning of a line of its own: `✓ `.
    pub fn bullet(&self) -> Line {
        bullet(self.found.standing)
    }

    /// What was asked, what was reached, the percent of the aim: stated figures before computed ones.
    pub fn result(&self) -> [&'a Known; 3] {
        [&self.found.level.asked, self.found.reached(), self.found.percent()]
    }

    /// What is asked in a few words: `giữ ở 0`, `100%`, the day that a task is due.
    pub fn asked(&self) -> Option<Line> {
        if let Reads::Task(_) = self.target.reads {
            let due = date::day(self.lang, self.found.due?);
            return Some(Line::plain(format!("{} {due}", self.lang.pick("hạn", "due"))));
        }
        let aim = self.found.level.aim.as_ref().or(self.found.level.asked.as_ref()).ok()?;
        Some(self.keep_at().figure(self.lang, aim, Style::Plain))
    }

    /// What stands before a level that is to be kept.
    pub fn keep_at(&self) -> Line {
        let words = if self.target.is_kept() { self.lang.pick("giữ ở ", "keep at ") } else { "" };
        Line::plain(words)
    }

    /// A bar with the aim at 100: so much of so many.
    pub fn bar(&self, value: Exact, full: Exact, time: Option<Exact>) -> Bar {
        Bar { value, full, aim: Some(Exact::whole(100)), time, role: self.role() }
    }
}

/// The key of a target's row.
pub fn key(target: &Target) -> String {
    format!("target:{}", target.named.id)
}

/// The role of a standing: colour only beside mark and word.
pub fn role(standing: Standing) -> Role {
    match standing.mark() {
        Mark::Good => Role::Good,
        Mark::Care => Role::Warn,
        Mark::Bad => Role::Bad,
        Mark::UnderWay => Role::Plain,
        Mark::Nothing => Role::Dim,
    }
}

/// Mark and word of a standing: `✓ đúng tiến độ`.
pub fn verdict(lang: Lang, standing: Standing) -> Line {
    let text = format!("{} {}", words::sign(standing.mark()), words::word(lang, standing));
    Line::of(role(standing), text)
}

/// The mark of a standing at the beginning of a line.
pub fn bullet(standing: Standing) -> Line {
    Line { hang: 2, ..Line::of(role(standing), format!("{} ", words::sign(standing.mark()))) }
}

/// With a figure and the word of its unit added.
pub fn with_unit(lang: Lang, line: Line, figure: &Figure) -> Line {
    let line = line.figure(lang, figure, Style::Plain);
    match show::unit(lang, figure.unit) {
        "" => line,
        unit => line.say(format!(" {unit}")),
    }
}
