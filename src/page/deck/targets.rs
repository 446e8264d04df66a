//! Targets as slides: how far each is, and the sentence that answers; those without a figure are listed together.

use chrono::Datelike;

use crate::model::measure::Group;
use crate::model::standing::Mark;
use crate::model::target::Reads;
use crate::text::{Lang, show};

use super::super::conclusion;
use super::super::table::Style;
use super::super::target_summary::with_unit;
use super::super::{TargetSummary, View};
use super::{Big, Part, Slide, gauge, groups, list, spaced};
use crate::text::line::{Line, Role};

/// So many aims of households or rates stand on one slide.
const PAIR: usize = 2;

/// The slides of the shown year's targets, then of those of the next one that has some.
pub fn slides(view: &View) -> Vec<Slide> {
    let year = view.snapshot().as_of().year();
    let mut slides = running(view, year);
    let next = view.history.targets(view.at).iter().map(|(_, t)| t.year).filter(|y| *y > year).min();
    slides.extend(next.into_iter().flat_map(|year| coming(view, year)));
    slides
}

/// A slide for each that has a figure or needs care; the calm ones without a figure in a list.
fn running(view: &View, year: i32) -> Vec<Slide> {
    let told: Vec<&str> = Group::TWO
        .into_iter()
        .chain([Group::Combined])
        .filter_map(|group| groups::ended(view, group))
        .map(|it| it.target.named.id.as_str())
        .collect();
    let found = view.own_targets(year).into_iter();
    let found: Vec<TargetSummary> = found.filter(|it| !told.contains(&it.target.named.id.as_str())).collect();
    let (own, rest): (Vec<TargetSummary>, Vec<TargetSummary>) = found.into_iter().partition(is_alone);
    let mut slides: Vec<Slide> = own.iter().map(|it| slide(view, it)).collect();
    let lines: Vec<Line> = rest.iter().map(stood).collect();
    let listed = list::slides(view, &others(view, year, !slides.is_empty()), &lines);
    slides.extend(listed.into_iter().map(|slide| Slide { invented: super::is_invented(view), ..slide }));
    slides
}

/// Does it fill a slide: a share of the aim, a share that is covered, a standing that needs care?
fn is_alone(it: &TargetSummary) -> bool {
    let TargetSummary { target, found, .. } = *it;
    let covered = matches!(target.reads, Reads::Coverage(_)) && found.level.now.is_ok();
    covered || found.percent().is_ok() || matches!(found.standing.mark(), Mark::Bad | Mark::Care)
}

fn others(view: &View, year: i32, others: bool) -> String {
    match (view.lang, others) {
        (Lang::Vi, true) => format!("Chỉ tiêu khác năm {year}"),
        (Lang::Vi, false) => format!("Chỉ tiêu năm {year}"),
        (Lang::En, true) => format!("Other targets of {year}"),
        (Lang::En, false) => format!("Targets of {year}"),
    }
}

fn slide(view: &View, it: &TargetSummary) -> Slide {
    let title = format!("{} · {}", it.name(), it.target.year);
    let bigs: Vec<Big> = big(view, it).into_iter().collect();
    let mut parts = Vec::new();
    if bigs.is_empty() {
        parts.extend(spaced(vec![it.verdict()]));
    }
    parts.extend(gauge::of_target(view, it).map(Part::Gauge));
    parts.extend(spaced(vec![conclusion::of_target(view, it.target, it.found)]));
    Slide { title, bigs, parts, ..Slide::default() }
}

/// The share of the aim that is done; where there is no way to an aim, what stands now.
fn big(view: &View, it: &TargetSummary) -> Option<Big> {
    let found = it.found;
    let state = it.verdict();
    if let Ok(percent) = found.percent() {
        let words = Line::plain(view.pick("mức giao", "of the aim"));
        return Some(Big::of(view, percent, Style::Plain, vec![words, state]));
    }
    let now = found.level.now.as_ref().ok()?;
    let mut beside = vec![state];
    match show::unit(view.lang, now.unit) {
        "" => {}
        unit => beside.insert(0, Line::of(Role::Strong, unit)),
    }
    if let Some(asked) = it.asked() {
        let mut line = Line::plain(view.pick("giao: ", "asked: "));
        line.spans.extend(asked.spans);
        beside.push(line);
    }
    Some(Big::of(view, now, Style::Plain, beside))
}

/// `✓ Hộ người có công tái nghèo: giữ vững (giao giữ ở 0)`.
fn stood(it: &TargetSummary) -> Line {
    let line = it.with_word(it.bullet().role(Role::Strong, it.name()).say(": "));
    match it.asked() {
        Some(asked) => {
            let mut line = line.say(" (");
            line.spans.extend(asked.spans);
            line.say(")")
        }
        None => line,
    }
}

/// The aims of a year that has not begun: levels of households and rates big, two a slide; the others in a list.
fn coming(view: &View, year: i32) -> Vec<Slide> {
    let found = view.own_targets(year);
    let falls = |it: &TargetSummary| it.target.reads.group().is_some() && it.found.level.asked.is_ok();
    let (main, rest): (Vec<TargetSummary>, Vec<TargetSummary>) = found.into_iter().partition(falls);
    let mut slides: Vec<Slide> = main.chunks(PAIR).map(|pair| aims(view, year, pair)).collect();
    let lines: Vec<Line> = rest.iter().map(wished).collect();
    slides.extend(list::slides(view, &others(view, year, !slides.is_empty()), &lines));
    slides
}

/// `1,51%*`, beside it whose, from where and by how much.
fn aims(view: &View, year: i32, pair: &[TargetSummary]) -> Slide {
    let big = |it: &TargetSummary| {
        let TargetSummary { target, found, .. } = *it;
        let named = Line::of(Role::Strong, it.name());
        let level = &found.level;
        let shown = level.aim.as_ref().or(level.asked.as_ref()).ok()?;
        let mut beside = vec![named];
        if let Ok(asked) = &level.asked {
            beside.push(with_unit(view.lang, Line::plain(view.pick("giảm ", "a fall of ")), asked));
        }
        if let (Ok(count), Reads::Rate(_)) = (&found.count.asked, &target.reads) {
            let line = Line::plain(view.pick("tức ", "that is ")).figure(view.lang, count, Style::Plain);
            beside.push(line.say(view.pick(" hộ", " households")));
        }
        if let (Ok(left), Reads::Rate(_)) = (&found.count.aim, &target.reads) {
            let line = Line::plain(view.pick("còn ", "leaving ")).figure(view.lang, left, Style::Plain);
            beside.push(line.say(view.pick(" hộ", " households")));
        }
        Some(Big::of(view, shown, Style::Plain, beside))
    };
    let title = others(view, year, false);
    Slide { title, bigs: pair.iter().filter_map(big).collect(), ..Slide::default() }
}

/// `· BHYT cho người thuộc hộ nghèo: 100%`.
fn wished(it: &TargetSummary) -> Line {
    let line = Line { hang: 2, ..Line::plain("· ") }.role(Role::Strong, it.name());
    match it.asked() {
        Some(asked) => {
            let mut line = line.say(": ");
            line.spans.extend(asked.spans);
            line
        }
        None => line,
    }
}
