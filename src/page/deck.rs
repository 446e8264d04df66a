//! The deck for a meeting, made from the shown snapshot: one thing a slide, a big number, a sentence that answers.
//!
//! Title and date, poor, near-poor, change, each target, the areas with most, programmes, what needs a decision. What
//! the snapshot does not hold makes no slide; every number keeps its mark.

mod places;
mod say;
mod targets;

use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::model::ops::Known;
use crate::text::{Lang, show};

use super::line::{Line, Role};
use super::table::Style;
use super::{Block, Page, View, conclusion, foot, head};

/// A slide.
#[derive(Debug, Clone, Default)]
pub struct Slide {
    /// What it is about, in a few words.
    pub title: String,
    /// The number that answers, drawn big.
    pub big: Option<Big>,
    /// What is said under it.
    pub blocks: Vec<Block>,
    /// What the marks on it mean.
    pub foot: Vec<Line>,
}

/// A number drawn big, with what is said to its right.
#[derive(Debug, Clone)]
pub struct Big {
    /// The number.
    pub figure: Figure,
    /// Its unit and what belongs to it.
    pub beside: Vec<Line>,
}

/// The slides, in their order.
pub fn deck(view: &View) -> Vec<Slide> {
    let view = &View { path: &[], list: "", compare: None, what_if: 0, ..*view };
    let groups = view.whole().groups().iter().filter_map(|group| of_group(view, *group));
    let mut slides: Vec<Slide> = std::iter::once(cover(view)).chain(groups).collect();
    slides.extend(change(view));
    slides.extend(targets::slides(view));
    slides.extend(places::most(view));
    slides.extend(programmes(view));
    slides.extend(say::decisions(view));
    slides.into_iter().map(|slide| with_foot(view, slide)).collect()
}

impl Slide {
    /// A slide of sentences.
    fn of(title: impl Into<String>, lines: Vec<Line>) -> Self {
        Self { title: title.into(), blocks: spaced(lines), ..Self::default() }
    }
}

/// Sentences with an empty line between them.
fn spaced(lines: Vec<Line>) -> Vec<Block> {
    let mut blocks: Vec<Block> = lines.into_iter().flat_map(|line| [Block::line(line), Block::Gap]).collect();
    blocks.pop();
    blocks
}

/// The legend of all numbers on the slide, the big one too.
fn with_foot(view: &View, slide: Slide) -> Slide {
    let big = slide.big.as_ref().map(|big| {
        let line = Line::default().figure(view.lang, &big.figure, Style::Plain);
        Block::Lines(std::iter::once(line).chain(big.beside.iter().cloned()).collect())
    });
    let blocks = big.into_iter().chain(slide.blocks.iter().cloned()).collect();
    let foot = foot::lines(view, &Page { blocks, ..Page::default() }, Vec::new());
    Slide { foot, ..slide }
}

fn cover(view: &View) -> Slide {
    let origin = &view.snapshot().origin;
    let mut lines = vec![Line::of(Role::Strong, head::unit(view)), Line::plain(head::dates(view))];
    let source = [&origin.publisher, &origin.title].into_iter().flatten().map(|text| view.lang.of(text));
    let source: Vec<&str> = source.collect();
    if !source.is_empty() {
        lines.push(Line::of(Role::Dim, source.join(" · ")));
    }
    lines.push(conclusion::state(view));
    Slide::of(view.pick("Giảm nghèo bền vững", "Sustainable poverty reduction"), lines)
}

fn of_group(view: &View, group: Group) -> Option<Slide> {
    let area = view.whole();
    let figure = area.figure(group, &Aspect::Households).ok()?;
    let title = match (group, view.lang) {
        (Group::Poor, Lang::Vi) => "Hộ nghèo",
        (Group::Poor, Lang::En) => "Poor households",
        (Group::NearPoor, Lang::Vi) => "Hộ cận nghèo",
        (Group::NearPoor, Lang::En) => "Near-poor households",
        (Group::Combined, Lang::Vi) => "Hộ nghèo và cận nghèo",
        (Group::Combined, Lang::En) => "Poor and near-poor households",
    };
    let mut beside = vec![unit_of(view, &figure)];
    let mut add = |known: Known, words: &str| {
        if let Ok(figure) = known {
            beside.push(Line::default().figure(view.lang, &figure, Style::Plain).say(format!(" {words}")));
        }
    };
    add(area.rate(group), view.pick("tổng hộ dân", "of all households"));
    add(area.figure(group, &Aspect::Persons), view.pick("nhân khẩu", "persons"));
    let mut blocks = spaced(say::of_group(view, group));
    blocks.extend(targets::bar_of_group(view, group));
    Some(Slide { title: title.to_owned(), big: Some(Big { figure, beside }), blocks, ..Slide::default() })
}

fn unit_of(view: &View, figure: &Figure) -> Line {
    Line::of(Role::Strong, show::unit(view.lang, figure.unit))
}

fn change(view: &View) -> Option<Slide> {
    let lines: Vec<Line> = conclusion::change(view).into_iter().chain(say::movement(view)).collect();
    (!lines.is_empty()).then(|| Slide::of(view.pick("Biến động", "Change"), lines))
}

fn programmes(view: &View) -> Option<Slide> {
    view.history.programmes(view.at)?;
    let page = super::support::page(view);
    let title = view.pick("Hỗ trợ", "Support").to_owned();
    Some(Slide { title, blocks: page.blocks, ..Slide::default() })
}

#[cfg(test)]
mod tests;
