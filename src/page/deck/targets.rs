//! Targets as slides: how far each is, and the sentence that answers; those without a figure are listed together.

use chrono::Datelike;

use crate::model::figure::Figure;
use crate::model::measure::{Group, Measure, TargetField};
use crate::model::ops::FigureResult;
use crate::model::standing::{Mark, Standing};
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::standing as words;
use crate::text::say::what::{capital, small, small_in_sentence};
use crate::text::{date, show};

use super::super::table::Style;
use super::super::targets::planned;
use super::super::{TargetSummary, View, conclusion};
use super::{Headline, Item, Slide, SlidePart, gauge, groups, list, spaced};

/// So many aims of households or rates stand on one slide.
const PAIR: usize = 2;

/// The slides of the shown year's targets, then of those of the next one that has some.
pub fn slides(view: &View) -> Vec<Slide> {
    let year = view.snapshot().as_of().year();
    // Of a plan nothing stands yet.
    let mut slides = if view.snapshot().is_plan() { coming(view, year) } else { running(view, year) };
    let next = view
        .history
        .targets(view.at)
        .iter()
        .map(|(_, t)| t.year_at(view.snapshot().as_of()))
        .filter(|y| *y > year)
        .min();
    slides.extend(next.into_iter().flat_map(|year| coming(view, year)));
    let title = view.pick("Kế hoạch hỗ trợ", "Support planned");
    slides.extend(list::slides(view, title, &spaced(planned::lines(view))));
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
    let (mut own, rest): (Vec<TargetSummary>, Vec<TargetSummary>) = found.into_iter().partition(is_alone);
    own.sort_by_key(|it| conclusion::rank(it.found.standing));
    let mut slides: Vec<Slide> = own.iter().map(|it| slide(view, it)).collect();
    let lines = spaced(rest.iter().map(|it| stood(view, it)));
    let listed = list::slides(view, &others(view, year, !slides.is_empty()), &lines);
    slides.extend(listed.into_iter().map(|slide| Slide { invented: super::is_invented(view), ..slide }));
    slides
}

/// Does it fill a slide: a share of the aim, a share that is covered, a standing that needs care?
fn is_alone(it: &TargetSummary) -> bool {
    let TargetSummary { target, found, .. } = *it;
    let covered = matches!(target.reads, TargetMeasure::Coverage(_)) && found.level.now.is_ok();
    covered || found.percent().is_ok() || matches!(found.standing.mark(), Mark::Bad | Mark::Care)
}

fn others(view: &View, year: i32, others: bool) -> String {
    let targets = if others { ("Chỉ tiêu khác", "Other targets") } else { ("Chỉ tiêu", "Targets") };
    say!(view, "{targets} năm {year}", "{targets} {year}"; targets, year).text()
}

fn slide(view: &View, it: &TargetSummary) -> Slide {
    let big = big(view, it);
    let is_share = big.as_ref().and_then(|big| big.figure.as_ref()).is_some_and(is_share_of_aim);
    let about = about(view, it);
    // The heading names the number under it: the rate, the count; the share of the way where that is the news. A figure
    // of a time of several years is one of its day, and not of their last.
    let day = it.found.level_day;
    let when = match (it.target.is_of_year(), is_share) {
        (true, _) => it.target.year.to_string(),
        (false, true) => it.span().unwrap_or_default(),
        (false, false) => date::day(view.lang, day),
    };
    let title = if is_share {
        say!(view, "Tiến độ: {about} · {when}", "Progress: {about} · {when}"; about = small(&about), when)
    } else {
        say!(view, "{about} · {when}"; about, when)
    }
    .text();
    let bigs: Vec<Headline> = big.into_iter().collect();
    let mut parts = Vec::new();
    if bigs.is_empty() {
        parts.extend(spaced([it.verdict()]));
    }
    parts.extend(gauge::of_target(view, it).map(SlidePart::Gauge));
    parts.extend(spaced([conclusion::sentence_on_target(view, it)]));
    Slide { title, bigs, parts, ..Slide::default() }
}

/// Is a figure the share of an aim that is done?
pub fn is_share_of_aim(figure: &Figure) -> bool {
    matches!(figure.subject.measure, Measure::Target(_, TargetField::Done | TargetField::PercentOfAim))
}

/// What stands now: the rate, the count, what was reached; the share of the aim only where nothing else is known.
fn big(view: &View, it: &TargetSummary) -> Option<Headline> {
    let found = it.found;
    let ended =
        found.outcome.reached.as_ref().ok().filter(|_| it.target.reads.rises() && it.target.has_result());
    let reached =
        found.count.now.as_ref().ok().filter(|_| matches!(it.target.reads, TargetMeasure::Programme(..)));
    let now = ended.or(reached).cloned().map_or_else(|| it.now_told(view.history, view.at), Ok);
    let Ok(now) = &now else {
        let percent = it.percent()?;
        let beside = vec![say!(view, "chỉ tiêu", "of the target"), it.verdict()];
        return Some(Headline::of_figure(view, percent, Style::Plain, beside));
    };
    let note = it
        .unsettled()
        .filter(|_| !view.narrow)
        .map(|_| say!(view, "chưa có kết quả rà soát", "before the review").in_role(Role::Dim));
    let unit = Line::with_role(Role::Strong, show::unit_after(view.lang, now));
    // The level to reach; under the bar stands the change that was asked for.
    let left = !view.narrow && it.target.reads.is_of_households() && found.level.goal.is_ok();
    let left = left.then_some(("còn ", "down to "));
    let asked = it
        .asked(view)
        .map(|asked| say!(view, "chỉ tiêu: [{left}]{asked}", "target: [{left}]{asked}"; left, asked));
    let unit = (!unit.is_empty()).then_some(unit);
    let beside =
        unit.into_iter().chain([it.verdict()]).chain(asked).chain(it.interim()).chain(note).collect();
    Some(Headline::of_figure(view, now, Style::Plain, beside))
}

/// `✓ Hộ có người có công tái nghèo: giữ vững (giữ ở 0)`; of what is to change what stands now, and what is asked as such:
/// `✓ Giảm tỷ lệ hộ nghèo 0,8-1%: đạt, 2,19% (chỉ tiêu giảm 0,8-1 điểm phần trăm)`.
fn stood(view: &View, it: &TargetSummary) -> Line {
    let now = it.now_told(view.history, view.at);
    let asked = it.asked_as_written(view).map(|asked| match (it.found.standing, &now) {
        _ if it.target.is_kept() || matches!(it.target.reads, TargetMeasure::Task(_)) => asked,
        (Standing::NoBaseline, Ok(now)) => {
            let verb = (if it.target.reads.is_percent() { "là" } else { "có" }, "now");
            say!(it, "chỉ tiêu {asked}; hiện {verb} {now+}", "target: {asked}; {verb} {now+}"; asked, verb, now)
        }
        _ => say!(it, "chỉ tiêu {asked}", "target: {asked}"; asked),
    });
    let is_told = it.target.is_kept() || matches!(it.found.standing, Standing::NoBaseline | Standing::NoData);
    let now = now.ok().filter(|_| !is_told);
    it.bulleted(with_strong_numbers(
        say!(it, "{name}: {word}[, {now+}][ ({asked})]"; name = capital(&small_in_sentence(view.lang, it.name())), word = it.word(), now, asked),
    ))
}

/// A line of a list with its numbers bold: they lead the eye, the names do not.
fn with_strong_numbers(mut line: Line) -> Line {
    let numbers = line.spans.iter_mut().filter(|span| span.figure.is_some() && span.role == Role::Plain);
    numbers.for_each(|span| span.role = Role::Strong);
    line
}

/// The aims of a year that has not begun: levels of households and rates big, two a slide; the others in a list.
fn coming(view: &View, year: i32) -> Vec<Slide> {
    let found = view.own_targets(year);
    let falls = |it: &TargetSummary| it.target.reads.is_of_households() && it.found.level.goal.is_ok();
    let (main, rest): (Vec<TargetSummary>, Vec<TargetSummary>) = found.into_iter().partition(falls);
    let mut slides: Vec<Slide> = main.chunks(PAIR).map(|pair| aims(view, year, pair)).collect();
    let lines: Vec<SlidePart> = rest.iter().map(wished).collect();
    slides.extend(list::slides(view, &others(view, year, !slides.is_empty()), &lines));
    slides
}

/// `1,51%*`, beside it whose, from where and by how much.
fn aims(view: &View, year: i32, pair: &[TargetSummary]) -> Slide {
    let big = |it: &TargetSummary| {
        let of = &it.found.asked;
        let is_rate = it.target.reads.is_rate();
        let in_households = |known: &FigureResult| known.clone().ok().filter(|_| is_rate);
        // Of years without a start what is asked of each is the number, not their sum.
        let yearly = it.target.asked_as_stated().filter(|_| it.target.each_year && of.aim.is_err());
        let yearly = yearly.map(|(_, yearly)| yearly);
        let span = it.span();
        let about = say!(view, "{about}[ ({span})]"; about = (Role::Strong, about(view, it)), span);
        let beside = [
            Some(about),
            yearly.as_ref().and_then(|_| it.asked_change(view)),
            of.goal
                .as_ref()
                .ok()
                .filter(|_| yearly.is_none())
                .map(|asked| say!(view, "giảm {asked+}", "a reduction of {asked+}"; asked)),
            in_households(&of.count_goal)
                .map(|fall| say!(view, "tương ứng {fall+}", "that is {fall+}"; fall)),
            in_households(&of.count_aim).map(|left| say!(view, "còn {left+}", "leaving {left+}"; left)),
        ];
        let shown = yearly.as_ref().or(of.aim.as_ref().or(of.goal.as_ref()).ok())?;
        Some(Headline::of_figure(view, shown, Style::Plain, beside.into_iter().flatten().collect()))
    };
    let title = others(view, year, false);
    Slide { title, bigs: pair.iter().filter_map(big).collect(), ..Slide::default() }
}

/// What the number of a target is of; a level to keep has its name as a title.
fn about(view: &View, it: &TargetSummary) -> String {
    let measured = words::measured(view.lang, &it.target.reads).filter(|_| !it.target.is_kept());
    // A heading has no article.
    measured
        .map_or_else(|| it.name().to_owned(), |about| capital(about.strip_prefix("the ").unwrap_or(&about)))
}

/// `100%` and `BHYT cho người thuộc hộ nghèo`; where no one number is asked the name and what is.
fn wished(it: &TargetSummary) -> SlidePart {
    let name = it.name();
    let span = it.span().filter(|span| !it.name().contains(span.as_str()));
    let asked = it.asked(it);
    let number = asked.as_ref().and_then(Headline::in_words);
    let asked = asked.filter(|_| number.is_none());
    let name = say!(it, "{name}[ ({span})][: {asked}]"; name, span, asked);
    let number = number.unwrap_or_else(Headline::none);
    SlidePart::Item(Box::new(Item { number, name, ..Item::default() }))
}
