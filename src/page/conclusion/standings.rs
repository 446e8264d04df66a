//! How the targets of the running year stand: those on households and rates with what is left and where the pace
//! leads, the others by their standing.

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::standing::{Mark, Standing, turned};
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what::small;

use super::super::TargetSummary;
use super::{Minutes, View, joined};

/// The targets of a year that were given to the unit itself and whose final result is stated.
pub fn ended<'a>(view: &View<'a>, year: i32) -> Vec<TargetSummary<'a>> {
    view.own_targets(year).into_iter().filter(|it| it.found.evidence.is_final()).collect()
}

/// Those of the shown year that have not ended: on households or their rate, and the others.
fn running<'a>(view: &View<'a>) -> (Vec<TargetSummary<'a>>, Vec<TargetSummary<'a>>) {
    let year = view.snapshot().as_of().year();
    let own = if view.path.is_empty() { view.own_targets(year) } else { Vec::new() };
    let found = own.into_iter().filter(|it| !it.found.evidence.is_final());
    found.partition(|it| it.target.reads.is_of_households())
}

/// `Chỉ tiêu năm 2023, khi đã qua 74,8%* thời gian: tỷ lệ hộ nghèo đạt 69,6%*, cần chú ý, còn phải giảm 137* hộ …`
pub fn sentence(view: &Minutes) -> Option<Line> {
    let (main, _) = running(view);
    let year = view.snapshot().as_of().year();
    // Of a year that is over, or whose review is awaited, no pace is judged.
    let is_judged = |it: &&TargetSummary| !matches!(it.found.standing, Standing::Awaiting | Standing::Missed);
    let gone = main.iter().find(is_judged).and_then(|it| it.found.time.elapsed.as_ref().ok());
    let gone = gone.filter(|gone| gone.one() != Some(&Exact::whole(100)));
    let clauses = joined(main.iter().map(|it| clause(view, it)).collect())?;
    let unsettled = main.iter().any(|it| it.unsettled().is_some());
    let head = gone.map(|gone| {
        say!(view, "đã qua {gone} thời gian[{unsettled}, chưa có kết quả rà soát]",
        "{gone} of the time gone[{unsettled}, before the review]"; gone, unsettled)
    });
    Some(say!(view, "Chỉ tiêu năm {year}[ ({head})]: {clauses}.", "Targets of {year}[ ({head})]: {clauses}.";
        year, head, clauses))
}

/// A target of the running year: its standing with what is left and where the pace leads.
pub fn standing_of(view: &Minutes, it: &TargetSummary) -> Line {
    if it.target.reads.is_of_households() {
        return clause(view, it);
    }
    say!(view, "{name}: {word}"; name = named(view, it), word = it.word())
}

fn clause(view: &Minutes, it: &TargetSummary) -> Line {
    let found = it.found;
    let is_off = matches!(found.standing.mark(), Mark::Care | Mark::Bad);
    say!(view,
        "{name}[ {now+}][, giao {aim+}][, [{interim} ]đạt {percent+} mức giao], {word}[, {left}[ ({pace+})]][, {projected}]",
        "{name}[ {now+}][, aim {aim+}][, [{interim} ]{percent+} of it done], {word}[, {left}[ ({pace+})]][, {projected}]";
        name = small(it.name()), interim = it.interim(), now = &found.level.now, aim = &found.level.aim, percent = found.percent(),
        word = it.word(), left = it.remaining(view), pace = &found.pace.needed,
        projected = it.projected(view).filter(|_| is_off))
}

/// The other targets of the year, those that need action first: `Chỉ tiêu khác: có phát sinh: …; giữ vững: …`.
pub fn others(view: &Minutes) -> Option<Line> {
    let (main, rest) = running(view);
    let order = [Mark::Bad, Mark::Care, Mark::Good, Mark::UnderWay, Mark::Nothing];
    let mut clauses: Vec<(&str, Line)> = Vec::new();
    for it in order.iter().flat_map(|mark| rest.iter().filter(|it| it.found.standing.mark() == *mark)) {
        let (role, word) = it.word();
        let named = named(view, it);
        if let Some((_, line)) = clauses.iter_mut().find(|(known, _)| *known == word) {
            *line = std::mem::take(line).say(", ").then(named);
        } else {
            clauses.push((word, say!(view, "{word}: {named}"; word = (role, word), named)));
        }
    }
    let clauses = joined(clauses.into_iter().map(|(_, line)| line).collect())?;
    Some(if main.is_empty() {
        let year = view.snapshot().as_of().year();
        let gone = rest.iter().filter(|it| is_by_time(it)).find_map(|it| it.found.time.elapsed.as_ref().ok());
        say!(view, "Năm {year}[ (đã qua {gone} thời gian)]: {clauses}.",
            "{year}[ ({gone} of the time gone)]: {clauses}."; year, gone, clauses)
    } else {
        say!(view, "Chỉ tiêu khác: {clauses}.", "Other targets: {clauses}."; clauses)
    })
}

/// By how much what is to rise fell since the start of its time: `3,49* điểm`.
fn lost(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let risen = it.found.level.reduced.as_ref().ok().filter(|risen| risen.amount.high().is_negative())?;
    let fell = turned(risen).ok().filter(|_| it.target.reads.rises())?;
    Some(say!(view, "{fell+}"; fell))
}

/// Does its standing compare what is done with the time gone?
fn is_by_time(it: &TargetSummary) -> bool {
    matches!(it.found.standing, Standing::OnTrack | Standing::AtRisk | Standing::Behind)
}

/// The name of a target with what there is to say of it: since when it is broken, what is reached, what is left.
fn named(view: &Minutes, it: &TargetSummary) -> Line {
    let (name, now) = (small(it.name()), &it.found.level.now);
    match (it.found.standing, &it.target.reads, now) {
        (Standing::Broken { since }, ..) => {
            say!(view, "{name} ([{now+}, ]từ {since})", "{name} ([{now+}, ]since {since})"; name, now, since)
        }
        (
            _,
            TargetMeasure::Coverage(_) | TargetMeasure::Programme(..) | TargetMeasure::Indicator(..),
            now,
        ) => {
            // What an interim statement says of itself goes before what follows from its value.
            let interim = it.interim();
            let stated = it.found.percent_of_aim.as_ref().ok().filter(|_| interim.is_some());
            match stated.or(now.as_ref().ok()) {
                Some(now) => say!(view, "{name} ([{interim} ]{now+}[, giảm {lost}][, {left}])",
                    "{name} ([{interim} ]{now+}[, down {lost}][, {left}])";
                    name, interim, now, lost = lost(view, it), left = it.remaining(view)),
                None => Line::plain(name),
            }
        }
        _ => Line::plain(name),
    }
}
