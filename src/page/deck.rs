//! The deck for a meeting, made from the shown snapshot: one thing a slide, a big number, a sentence that answers.
//!
//! Title and date, poor, near-poor, change, each target, the areas with most, programmes, what needs a decision. What
//! the snapshot does not hold makes no slide; every number keeps its mark. A slide never repeats another: how a target
//! of a group ended is told on the group's own slide, and what has no figure yet is listed together.

mod change;
mod decisions;
mod gauge;
mod groups;
mod item;
mod list;
mod places;
mod support;
mod targets;

use crate::model::checks::Verdict;
use crate::model::figure::Figure;
use crate::model::source_file::Provenance;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::check;
use crate::text::show;

use super::table::Style;
use super::{Block, Detail, Medium, Page, View, explain, foot, head, standard};

pub use gauge::Gauge;
pub use item::{Item, NONE};

/// A slide.
#[derive(Debug, Clone, Default)]
pub struct Slide {
    /// What it is about, in a few words.
    pub title: String,
    /// Is it the first one, whose title is drawn big?
    pub is_cover: bool,
    /// The numbers that answer, drawn big, one under the other.
    pub bigs: Vec<Headline>,
    /// What is said under them, first things first: where there is no room for all, the last go.
    pub parts: Vec<SlidePart>,
    /// Are there invented figures on it, or does it tell what rests on some?
    pub invented: bool,
    /// What the marks on it mean.
    pub foot: Vec<Line>,
}

/// A part of a slide: never shown by half.
#[derive(Debug, Clone)]
pub enum SlidePart {
    /// Sentences or a table.
    Block(Box<Block>),
    /// A bar over the whole width, with its numbers under it.
    Gauge(Box<Gauge>),
    /// A line of a list led by its number.
    Item(Box<Item>),
}

impl SlidePart {
    /// What it says in lines; a table says nothing so.
    pub fn lines(&self) -> Vec<Line> {
        match self {
            Self::Block(block) => match &**block {
                Block::Lines(lines) => lines.clone(),
                Block::Gap | Block::Table(_) | Block::Chart(_) => Vec::new(),
            },
            Self::Gauge(gauge) => gauge.lines().cloned().collect(),
            Self::Item(item) => vec![item.line()],
        }
    }
}

/// A number drawn big, with what is said to its right.
#[derive(Debug, Clone, Default)]
pub struct Headline {
    /// What stands before the number in letters: its qualifier, `ước`.
    pub before: String,
    /// The number with its mark.
    pub text: String,
    /// Its figure; none where it is not known.
    pub figure: Option<Figure>,
    /// Its unit and what belongs to it.
    pub beside: Vec<Line>,
}

/// The slides, in their order.
pub fn deck(view: &View) -> Vec<Slide> {
    let view = &on_the_wall(view);
    let mut slides = vec![cover(view)];
    slides.extend(groups::slides(view));
    slides.extend(change::slide(view));
    slides.extend(targets::slides(view));
    slides.extend(places::most(view));
    slides.extend(support::slides(view));
    slides.extend(decisions::slide(view));
    slides.into_iter().map(|slide| with_marks(view, slide)).collect()
}

/// The unit, wherever the reader has gone down to.
fn on_the_wall<'a>(view: &View<'a>) -> View<'a> {
    View { path: &[], list: "", compare: None, what_if: 0, medium: Medium::Wall, ..*view }
}

/// The story of a figure of a slide.
pub fn story(view: &View, figure: &Figure) -> Detail {
    explain::docked(&on_the_wall(view), figure, 0)
}

impl Slide {
    /// The figures whose stories it can tell, the big ones first, each once.
    pub fn told(&self) -> Vec<&Figure> {
        let mut told: Vec<&Figure> = Vec::new();
        for figure in self.figures() {
            if !told.iter().any(|known| known.shares_story_with(figure)) {
                told.push(figure);
            }
        }
        told
    }

    /// A slide of sentences.
    fn titled(title: impl Into<String>, lines: Vec<Line>) -> Self {
        Self { title: title.into(), parts: spaced(lines), ..Self::default() }
    }

    /// All figures on it, the big ones too.
    pub fn figures(&self) -> Vec<&Figure> {
        let bigs = self
            .bigs
            .iter()
            .flat_map(|big| big.figure.iter().chain(big.beside.iter().flat_map(Line::figures)));
        let parts = self.parts.iter().flat_map(|part| match part {
            SlidePart::Block(block) => foot::figures(block),
            SlidePart::Gauge(gauge) => gauge.lines().flat_map(Line::figures).collect(),
            SlidePart::Item(item) => item.figures().collect(),
        });
        bigs.chain(parts).collect()
    }
}

impl Headline {
    /// A figure as it is written in a sentence, its qualifier before it in letters.
    fn of_figure(view: &View, figure: &Figure, style: Style, beside: Vec<Line>) -> Self {
        let text = show::in_sentence(view.lang, figure, style);
        let digits = text.find(|letter: char| letter.is_ascii_digit() || "+−".contains(letter)).unwrap_or(0);
        let (before, text) = text.split_at(digits);
        Self { before: before.trim().into(), text: text.into(), figure: Some(figure.clone()), beside }
    }
}

/// Each sentence a part of its own.
fn spaced(lines: impl IntoIterator<Item = Line>) -> Vec<SlidePart> {
    lines.into_iter().map(|line| SlidePart::Block(Box::new(Block::sentence(line)))).collect()
}

/// The legend of all numbers on the slide, the big ones too, and whether some of them are invented.
fn with_marks(view: &View, slide: Slide) -> Slide {
    let figures = slide.figures();
    let none_told = figures.is_empty() && is_invented(view);
    let written_invented = figures.iter().any(|f| f.is_invented());
    let invented = slide.invented || none_told || written_invented;
    let written = figures.into_iter().map(|figure| say!(view, "{figure}"; figure));
    let page = Page { blocks: vec![Block::Lines(written.collect())], ..Page::default() };
    let mut foot = foot::lines(view, &page, Vec::new());
    if invented && !written_invented {
        let said = if slide.is_cover {
            foot::of_the_file(view)
        } else {
            say!(view, "xét theo số liệu minh họa", "judged by illustrative figures")
        };
        foot.push(say!(view, "{sign} {said}"; sign = (Role::Warn, "!"), said));
    }
    let doubted = slide.parts.iter().find_map(|part| match part {
        SlidePart::Item(item) if item.number.text.ends_with('!') => item.number.figure.clone(),
        _ => None,
    });
    if let Some(doubted) = doubted {
        let twice = (!view.narrow).then(|| check::given_twice(view, &doubted));
        let twice = twice.unwrap_or_else(|| Line::plain(check::verdict(view.lang, Verdict::ToVerify)));
        foot.push(say!(view, "{sign} {twice}"; sign = (Role::Warn, "!"), twice));
    }
    Slide { invented, foot, ..slide }
}

/// Is the whole snapshot invented, and so what is judged by it?
fn is_invented(view: &View) -> bool {
    view.snapshot().origin.provenance == Provenance::Illustrative
}

/// Whose figures, of which day, from which report.
fn cover(view: &View) -> Slide {
    let origin = &view.snapshot().origin;
    let mut lines = vec![Line::with_role(Role::Strong, head::unit(view)), Line::plain(head::dates(view))];
    lines.extend(standard::line(view).map(Line::plain));
    lines.extend(standard::beside(view));
    let source = [&origin.publisher, &origin.title].into_iter().flatten().map(|text| view.lang.wording(text));
    let source: Vec<&str> = source.collect();
    if !source.is_empty() {
        lines.push(Line::plain(source.join(" · ")));
    }
    let title = view.pick("Giảm nghèo bền vững", "Sustainable poverty reduction");
    Slide { is_cover: true, ..Slide::titled(title, lines) }
}

#[cfg(test)]
mod tests;
