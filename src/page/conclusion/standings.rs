//! How the targets of the running year stand: those on households and rates with what is left and where the pace
//! leads, the others by their standing.

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::standing::{Assessment, Mark, Standing};
use crate::model::target::{Reads, Target};
use crate::say;
use crate::text::date;
use crate::text::line::Line;
use crate::text::say::standing as words;
use crate::text::say::what::{capital, small};

use super::super::targets::role;
use super::{Minutes, View, joined};

/// The targets of a year that were given to the unit itself, with their standing.
pub fn of_year<'a>(view: &View<'a>, year: i32) -> Vec<(&'a Target, &'a Assessment)> {
    view.own_targets(year).into_iter().map(|it| (it.target, it.found)).collect()
}

/// Those whose result is stated.
pub fn ended<'a>(view: &View<'a>, year: i32) -> Vec<(&'a Target, &'a Assessment)> {
    of_year(view, year).into_iter().filter(|(target, _)| is_ended(target)).collect()
}

/// Is its result stated?
pub fn is_ended(target: &Target) -> bool {
    target.result.is_some() || target.percent_of_aim.is_some()
}

/// Is it on households or their rate: one that a fall is asked of?
pub fn is_of_households(target: &Target) -> bool {
    matches!(target.reads, Reads::Rate(_) | Reads::Households(_))
}

/// The targets of the shown year that have no stated result.
fn running<'a>(view: &View<'a>) -> Vec<(&'a Target, &'a Assessment)> {
    if !view.path.is_empty() {
        return Vec::new();
    }
    let found = of_year(view, view.snapshot().as_of().year()).into_iter();
    found.filter(|(target, _)| !is_ended(target)).collect()
}

/// `Chỉ tiêu năm 2023, khi đã qua 74,8%* thời gian: tỷ lệ hộ nghèo đạt 69,6%*, cần chú ý, còn phải giảm 137* hộ …`
pub fn sentence(view: &Minutes) -> Option<Line> {
    let found = running(view);
    let year = view.snapshot().as_of().year();
    let main: Vec<_> = found.iter().filter(|(target, _)| is_of_households(target)).collect();
    // Of a year that is over, or whose review is awaited, no pace is judged.
    let judged = |found: &Assessment| !matches!(found.standing, Standing::Awaiting | Standing::Missed);
    let paced = main.iter().find(|(_, found)| judged(found));
    let gone = paced.and_then(|(_, found)| found.time.gone.as_ref().ok());
    let gone = gone.filter(|gone| gone.one() != Some(&Exact::whole(100)));
    let clauses = joined(main.into_iter().map(|(target, found)| clause(view, target, found)).collect())?;
    Some(say!(view, "Chỉ tiêu năm {year}[ (đã qua {gone} thời gian)]: {clauses}.",
        "Targets of {year}[ ({gone} of the time gone)]: {clauses}."; year, gone, clauses))
}

/// A target of the running year: its standing with what is left and where the pace leads.
pub fn standing_of(view: &Minutes, target: &Target, found: &Assessment) -> Line {
    if is_of_households(target) {
        return clause(view, target, found);
    }
    let standing = (role(found.standing), words::word(view.lang, found.standing));
    say!(view, "{name}: {standing}"; name = named(view, target, found), standing)
}

fn clause(view: &Minutes, target: &Target, found: &Assessment) -> Line {
    let is_missed = found.standing == Standing::Missed;
    let left = found.count.left.as_ref().ok();
    let is_off = matches!(found.standing.mark(), Mark::Care | Mark::Bad);
    say!(view, "{name}[ {now+}][, giao {aim+}][, đạt {percent+} mức giao], {standing}[, {to_go} {left+}[ ({pace+})]][{ahead}]",
        "{name}[ {now+}][, aim {aim+}][, {percent+} of it done], {standing}[, {to_go} {left+}[ ({pace+})]][{ahead}]";
        name = small(view.lang.of(&target.named.name)), now = &found.level.now, aim = &found.level.aim,
        percent = found.percent(), standing = (role(found.standing), words::word(view.lang, found.standing)),
        to_go = if is_missed { ("thiếu", "short by") } else { ("còn phải giảm", "still to go") },
        left, pace = &found.pace.needed, ahead = is_off.then(|| ahead(view, found)).flatten())
}

/// Where the pace leads, for a target that is not on its way.
fn ahead(view: &Minutes, found: &Assessment) -> Option<Line> {
    let projected = found.projection.count().ok()?;
    let short = found.projection.short().ok().filter(|short| short.amount.low().is_positive());
    Some(say!(view, ", giữ tốc độ này thì dự kiến đến {day} còn {projected+}[, thiếu {short+}]",
        ", at this pace {projected+} are projected to be left on {day}[, short by {short+}]";
        day = date::day_of_year(view.lang, found.time.due), projected, short))
}

/// The other targets of the year, those that need action first: `Chỉ tiêu khác: có phát sinh: …; giữ vững: …`.
pub fn others(view: &Minutes) -> Option<Line> {
    let found = running(view);
    let (main, rest): (Vec<_>, Vec<_>) = found.iter().partition(|(target, _)| is_of_households(target));
    let order = [Mark::Bad, Mark::Care, Mark::Good, Mark::UnderWay, Mark::Nothing];
    let mut clauses: Vec<(&str, Line)> = Vec::new();
    for (target, found) in
        order.iter().flat_map(|mark| rest.iter().filter(|(_, f)| f.standing.mark() == *mark))
    {
        let word = words::word(view.lang, found.standing);
        let named = named(view, target, found);
        if let Some((_, line)) = clauses.iter_mut().find(|(known, _)| *known == word) {
            *line = std::mem::take(line).say(", ").then(named);
        } else {
            clauses.push((word, Line::of(role(found.standing), word).say(": ").then(named)));
        }
    }
    let clauses = joined(clauses.into_iter().map(|(_, line)| line).collect())?;
    Some(if main.is_empty() {
        let year = capital(&date::year(view.lang, view.snapshot().as_of().year()));
        say!(view, "{year}: {clauses}."; year, clauses)
    } else {
        say!(view, "Chỉ tiêu khác: {clauses}.", "Other targets: {clauses}."; clauses)
    })
}

/// The name of a target with what there is to say of it: since when it is broken, what is reached, what is left.
fn named(view: &Minutes, target: &Target, found: &Assessment) -> Line {
    let (name, now) = (small(view.lang.of(&target.named.name)), &found.level.now);
    match (found.standing, &target.reads, now) {
        (Standing::Broken { since }, ..) => {
            say!(view, "{name} ([{now+}, ]từ {since})", "{name} ([{now+}, ]since {since})"; name, now, since)
        }
        (_, Reads::Coverage(_) | Reads::Programme(_), Ok(now)) => {
            say!(view, "{name} ({now+}[, còn {left+}])", "{name} ({now+}[, still to go {left+}])";
                name, now, left = &found.count.left)
        }
        _ => Line::plain(name),
    }
}
