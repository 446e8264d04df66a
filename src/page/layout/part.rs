//! The blocks of a page set into lines, before a window cuts them to its size.

use crate::text::Lang;

use super::super::Block;
use super::rows::{self, SetTable};
use super::scroll::cut_short;
use super::wrap::lines;
use super::{LaidOutLine, LineKind};

/// Lines a chart takes, its title among them, when the window is open-ended (a report) and where there is room.
pub const CHART: usize = 13;

/// A block set into lines.
pub enum LayoutPart<'a> {
    /// Lines that stay together.
    Fixed(Vec<LaidOutLine>),
    /// Sentences, which can be cut short.
    Sentences(Vec<LaidOutLine>),
    /// A table whose rows may scroll.
    Rows { table: SetTable<'a>, pinned: usize },
    /// Room for a chart.
    Chart,
}

impl LayoutPart<'_> {
    /// The lines it takes when nothing has to go.
    pub fn least(&self) -> usize {
        match self {
            Self::Fixed(lines) | Self::Sentences(lines) => lines.len(),
            Self::Rows { table, .. } => table.head.len() + table.len(),
            Self::Chart => CHART,
        }
    }

    /// The same without its blank lines and those that may go.
    pub fn without_spare(&self) -> usize {
        match self {
            Self::Fixed(lines) | Self::Sentences(lines) => {
                lines.iter().filter(|line| line.spare == 0 && !line.is_blank()).count()
            }
            Self::Rows { .. } | Self::Chart => self.least(),
        }
    }

    /// How many lines of sentences it has.
    pub fn sentences(&self) -> usize {
        if let Self::Sentences(lines) = self { lines.len() } else { 0 }
    }

    /// Cuts its sentences to so many lines at most; how many it keeps.
    pub fn cut_sentences(&mut self, most: usize, width: u16) -> usize {
        if let Self::Sentences(lines) = self {
            *lines = cut_short(std::mem::take(lines), most, width);
        }
        self.sentences()
    }

    /// Gives up its blank lines as long as there are too many lines; how many still are.
    pub fn give_up_blanks(&mut self, over: usize) -> usize {
        self.give(over, without_blanks)
    }

    /// Gives up its spare lines as long as there are too many; how many still are.
    pub fn give_up(&mut self, over: usize) -> usize {
        self.give(over, without_spare)
    }

    fn give(
        &mut self,
        over: usize,
        without: fn(Vec<LaidOutLine>, usize) -> (Vec<LaidOutLine>, usize),
    ) -> usize {
        let (Self::Fixed(lines) | Self::Sentences(lines)) = self else { return over };
        let (left, over) = without(std::mem::take(lines), over);
        *lines = left;
        over
    }

    /// All its lines.
    pub fn into_lines(self) -> Vec<LaidOutLine> {
        match self {
            Self::Fixed(lines) | Self::Sentences(lines) => lines,
            Self::Rows { table, .. } => table.into_lines(),
            Self::Chart => chart_room(CHART),
        }
    }
}

/// The lines without their spare sentences, the last going first, as long as there are too many; how many still are.
pub fn without_spare(mut lines: Vec<LaidOutLine>, mut over: usize) -> (Vec<LaidOutLine>, usize) {
    while over > 0
        && let Some(last) = lines.iter().map(|line| line.spare).max().filter(|last| *last > 0)
    {
        let before = lines.len();
        lines.retain(|line| line.spare != last);
        over = over.saturating_sub(before - lines.len());
    }
    (lines, over)
}

/// The lines without their blank ones, the last going first, as long as there are too many; how many still are.
pub fn without_blanks(mut lines: Vec<LaidOutLine>, mut over: usize) -> (Vec<LaidOutLine>, usize) {
    while over > 0
        && let Some(at) = lines.iter().rposition(LaidOutLine::is_blank)
    {
        lines.remove(at);
        over -= 1;
    }
    (lines, over)
}

/// Room for a chart of so many lines.
pub fn chart_room(lines: usize) -> Vec<LaidOutLine> {
    vec![LaidOutLine { kind: LineKind::Chart, ..LaidOutLine::default() }; lines]
}

/// Sets blocks at a width.
pub fn set_blocks(lang: Lang, blocks: &[Block], width: u16) -> Vec<LayoutPart<'_>> {
    blocks
        .iter()
        .map(|block| match block {
            Block::Gap => LayoutPart::Fixed(vec![LaidOutLine::default()]),
            Block::Lines(text) => LayoutPart::Sentences(lines(text, width)),
            Block::Chart(_) => LayoutPart::Chart,
            Block::Table(table) => {
                let set = rows::lay_out(lang, table, width);
                if table.scrolls {
                    LayoutPart::Rows { table: set, pinned: table.pinned }
                } else {
                    LayoutPart::Fixed(set.into_lines())
                }
            }
        })
        .collect()
}
