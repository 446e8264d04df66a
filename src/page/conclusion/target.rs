//! A target in one clause, made from its measure and its aim: its name is a title and never a verb. What is told in a
//! clause is of one basis; where the report states another result than its snapshots count, both are told.

use crate::model::change::turned;
use crate::model::exact::Exact;
use crate::model::figure::{Figure, Reliability};
use crate::model::measure::{Given, Measure, PartField};
use crate::model::standing::{Attainment, Mark, Standing, away};
use crate::model::target::{AimKind, TargetMeasure};
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::standing::{a_month, is_turned, measured};
use crate::text::say::what::{self, first_large, small_in_sentence};
use crate::text::{Lang, date};

use super::super::brief;
use super::super::target_summary::unit_once;
use super::super::{Medium, TargetSummary};
use super::Minutes;
use super::asked::{self, asked};
use super::change::{they, verb};
use super::kept::kept;
use super::level::{between, level_told, without, written_from_to};

/// What is told of a target: a clause, and in a sentence of its own what that asks for.
pub struct Clause {
    /// `tỷ lệ hộ nghèo giảm 0,48* điểm phần trăm (2,20 → 1,72%), đạt 69,6%* chỉ tiêu giảm 0,69 điểm phần trăm: cần chú ý`.
    pub stands: Line,
    /// `Còn phải giảm 137* hộ, bình quân 46* hộ/tháng; theo tốc độ hiện nay, …`.
    pub ahead: Option<Line>,
}

impl From<Line> for Clause {
    fn from(stands: Line) -> Self {
        Self { stands, ahead: None }
    }
}

/// `tỷ lệ hộ nghèo giảm 4,30* điểm phần trăm (30,23 → 25,93%), đạt 107,5%* chỉ tiêu giảm 4 điểm phần trăm`.
pub fn clause(view: &Minutes, it: &TargetSummary) -> Clause {
    let is_task = matches!(it.target.reads, TargetMeasure::Task(_));
    match (&it.found.otherwise, measured(view.lang, &it.target.reads)) {
        _ if it.target.is_kept() => kept(view, it).into(),
        (None, None) if is_task => task(view, it).into(),
        (Some(stated), _) => differing(view, it, &title(view, it), stated),
        (None, Some(about)) => fall(view, it, &about),
        (None, None) => rise(view, it).into(),
    }
}

/// Of what is to fall: how far it came, what part of the aim that is, what is left.
fn fall(view: &Minutes, it: &TargetSummary, about: &str) -> Clause {
    let outcome = &it.found.outcome;
    let is_known = it.found.standing != Standing::NoData;
    let moved = fell(view, it, outcome).filter(|_| is_known || outcome.is_stated);
    // Beside a figure it is never said that there is none.
    let is_told = is_known || moved.is_none();
    let (off, ahead) = if is_told { off_course(view, it) } else { (Line::default(), None) };
    let aim = of_aim(view, it);
    let Some(moved) = moved else {
        let now = level_told(view, it);
        let verb = if it.target.reads.is_rate() { ("hiện là", "now") } else { ("hiện có", "now") };
        let stands = say!(view, "{about}[: {aim}][, {verb} {now}]{off}"; about, aim, verb, now, off);
        return Clause { stands, ahead };
    };
    let ends = Some(ends(view, it)).filter(|_| !outcome.is_stated).flatten();
    let also = also_stated(view, it);
    let stands =
        say!(view, "{about} {moved}[ ({ends})][, {aim}]{off}[; {also}]"; about, moved, ends, aim, off, also);
    Clause { stands, ahead }
}

/// How far it came, after what it measures: "poor households fell by 560 households" would say it twice.
fn fell(view: &Minutes, it: &TargetSummary, outcome: &Attainment) -> Option<Line> {
    let change = &as_sure(view, it, outcome.reached.as_ref().ok()?);
    let is_plain = asked::average(it, outcome.is_stated).is_none();
    if view.lang == Lang::En && change.unit == Unit::Household && is_plain {
        return Some(verb(view, &turned(change), false));
    }
    moved_by(view, it, outcome)
}

/// What was reached as the same file estimates it: a result is no surer than the fall that it repeats.
fn as_sure(view: &Minutes, it: &TargetSummary, reached: &Figure) -> Figure {
    let estimated = it.target.reads.of_group().and_then(|(group, aspect)| {
        let fall = aspect.beside(PartField::Reduced)?;
        let area = Some(view.whole()).filter(|_| it.target.area.is_none() && !aspect.is_rate())?;
        let of_year = area.origin().period.year() == it.target.year;
        area.stated(group, &fall).filter(|fall| {
            of_year && fall.reliability == Reliability::Estimated && fall.amount == reached.amount
        })
    });
    estimated.unwrap_or_else(|| reached.clone())
}

/// `giảm 4,30* điểm phần trăm`, `giảm bình quân 1,08 điểm phần trăm/năm`; a rise is called one, nothing is no change.
pub fn moved_by(view: &Minutes, it: &TargetSummary, outcome: &Attainment) -> Option<Line> {
    let change = &as_sure(view, it, outcome.reached.as_ref().ok()?);
    let average = asked::average(it, outcome.is_stated);
    let is_of_year = asked::is_of_year(it, outcome.is_stated);
    if let Some(average) = average.as_ref().filter(|_| is_of_year && !is_turned(change)) {
        return Some(
            say!(view, "giảm bình quân {average+}/năm", "fell by {average+} a year on average"; average),
        );
    }
    if change.one().is_some_and(Exact::is_zero) {
        return Some(verb(view, change, false));
    }
    if is_turned(change) {
        let verb = (Role::Strong, view.pick("tăng", "rose by"));
        return Some(say!(view, "{verb} {rise+}"; verb, rise = away(change, false)));
    }
    Some(
        say!(view, "giảm {change+}[, bình quân {average}/năm]", "fell by {change+}[, {average} a year on average]";
        change, average),
    )
}

/// `30,23 → 25,93%`, of rates that were counted.
fn ends(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let level = &it.found.level;
    let is_rate = it.target.reads.is_rate();
    let (then, now) = (level.baseline.as_ref().ok()?, level.now.as_ref().ok().filter(|_| is_rate)?);
    let (group, aspect) = it.target.reads.of_group()?;
    match (&it.target.area, &level.reduced) {
        (None, Ok(change)) => between(view, (&[], group, &aspect), [then, now], change),
        _ => written_from_to(view.lang, then, now),
    }
}

/// Where the report itself states another change than the result it gives: `báo cáo cũng nêu tăng 0,04 điểm phần trăm:
/// mục 6`.
fn also_stated(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let reached = it.found.reached().as_ref().ok().filter(|_| it.found.outcome.is_stated)?;
    let area = Some(view.whole()).filter(|_| it.target.area.is_none() && it.target.is_of_year())?;
    let (group, aspect) = it.target.reads.of_group().filter(|_| it.target.reads.is_of_households())?;
    let stated = |field| aspect.beside(field).and_then(|aspect| area.stated(group, &aspect));
    let stated = if aspect.is_rate() {
        stated(PartField::RateChange)
    } else {
        stated(PartField::Reduced).as_ref().map(turned)
    };
    // Of the same report and the same year: the fall of a year is not that of the next.
    let period = area.origin().period;
    let is_of_it = it.stated_in.as_of() == area.origin().as_of && period.year() == it.target.year;
    let change = stated.filter(|_| is_of_it && period.is_year_to_date())?;
    let fell = turned(&change);
    if fell.unit != reached.unit || fell.may_be(reached) {
        return None;
    }
    let other = Attainment { reached: Ok(fell), is_stated: false, ..it.found.outcome.clone() };
    Some(
        say!(view, "báo cáo cũng nêu {they}{moved}[ ({see})]", "the report also states that {they}{moved}[ ({see})]";
        they = they(it.target.reads.is_rate()), moved = moved_by(view, it, &other)?, see = view.see_checks()),
    )
}

/// `đạt 107,5%* chỉ tiêu giảm 4 điểm phần trăm`; without a percent what is asked alone.
fn of_aim(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let found = it.found;
    if let Some(line) = of_range(view, it).or_else(|| not_past(view, it)) {
        return Some(line);
    }
    let is_fall = !it.target.reads.rises();
    // Of a rise there is no part of the way down to be told; of what the review will settle nothing is done before.
    let Some(percent) = it.percent_in_column().filter(|_| found.standing != Standing::Awaiting) else {
        let asked = asked(view, it).filter(|_| is_fall)?;
        return Some(say!(view, "chỉ tiêu {asked}", "the target is {asked}"; asked));
    };
    let asked = asked::asked_in_all(view, it).filter(|_| is_fall);
    if let Some(floor) = it.floor_in_words() {
        return Some(
            say!(view, "[{interim} ]đạt {percent+} chỉ tiêu {floor}", "[{interim} ]{percent+} of the target of {floor}";
            interim = it.interim(), percent, floor),
        );
    }
    let (verb, interim) = (done_verb(it), it.interim());
    Some(match (asked, asked::floor(it)) {
        (Some(asked), _) => {
            say!(view, "[{interim} ]{verb} {percent+} chỉ tiêu {asked}", "[{interim} ]{verb}{percent+} of the target ({asked})";
                interim, verb, percent, asked)
        }
        (None, Some(floor)) => {
            say!(view, "[{interim} ]{verb} {percent+} chỉ tiêu ít nhất {floor+}", "[{interim} ]{verb}{percent+} of the target of at least {floor+}";
                interim, verb, percent, floor)
        }
        (None, None) => {
            say!(view, "[{interim} ]{verb} {percent+} chỉ tiêu giao", "[{interim} ]{verb}{percent+} of the target";
                interim, verb, percent)
        }
    })
}

/// The verb before the percent of a target: "đạt" of less than all would say what the verdict denies.
pub fn done_verb(it: &TargetSummary) -> (&'static str, &'static str) {
    (if it.found.standing == Standing::Missed { "bằng" } else { "đạt" }, "")
}

/// Of a range that is reached: `đạt chỉ tiêu giao (giảm 1-1,5 điểm phần trăm)` inside it, past it `vượt mức 1,5 điểm
/// phần trăm (giao giảm …)`.
fn of_range(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let (end, asked) = (asked::far_end(it), it.found.far.as_ref().and(asked(view, it))?);
    let by_year = asked::is_of_year(it, it.found.outcome.is_stated).then_some(("/năm", " a year"));
    match it.found.standing {
        Standing::Met => {
            Some(say!(view, "đạt chỉ tiêu giao ({asked})", "the target ({asked}) is met"; asked))
        }
        Standing::Exceeded => Some(say!(view, "vượt mức {end+}[{by_year}] (chỉ tiêu {asked})",
            "more than {end+}[{by_year}] (the target is {asked})"; end = end?, by_year, asked)),
        _ => None,
    }
}

/// Of the very number of an aim to be under or over: `chưa dưới 9,8% như chỉ tiêu giao`; a percent of it would be all.
fn not_past(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    if !it.is_at_number() || it.found.standing.is_reached() {
        return None;
    }
    let is_level = matches!(it.target.aim.figure(), Some((AimKind::Reach | AimKind::ReachPercent, _)));
    let asked = if is_level { &it.found.asked.aim } else { &it.found.asked.goal };
    Some(
        say!(view, "chưa {asked+} như chỉ tiêu giao", "not {asked+} as the target asks"; asked = asked.as_ref().ok()?),
    )
}

/// The verdict, and what follows from it; one that repeats its verb is left out.
fn off_course(view: &Minutes, it: &TargetSummary) -> (Line, Option<Line>) {
    let found = it.found;
    let is_off = matches!(found.standing.mark(), Mark::Care | Mark::Bad);
    let is_told = found.standing.is_reached() && (it.percent().is_some() || found.far.is_some());
    let word = (!is_told).then(|| verdict(view, it));
    let beyond = found.outcome.beyond.as_ref().ok().filter(|_| found.standing == Standing::Exceeded);
    // Past the far end of a range is said with that; and "over 0 more" says nothing more.
    let beyond = beyond.filter(|beyond| found.far.is_none() && !beyond.amount.low().is_zero());
    let in_all = asked::is_of_year(it, found.outcome.is_stated).then_some(("cả kỳ", "in all"));
    let beyond = beyond.map(|beyond| {
        say!(view, "vượt {beyond}[ {in_all}]", "{beyond} more than the target[ {in_all}]";
            beyond = unit_once(view, beyond), in_all)
    });
    let projected = it.projected(view).filter(|_| is_off);
    let left = it.remaining(view).map(|left| {
        let pace = found.pace.needed.as_ref().ok();
        let a_month = pace.map(|pace| a_month(view.lang, pace.unit));
        say!(view, "{left}[, bình quân {pace} {a_month}]", "{left}[ ({pace} {a_month})]"; left, pace, a_month)
    });
    let ahead = Line::joined(left.into_iter().chain(projected), "; ").map(first_large);
    let colon = is_off.then_some(": ").or(Some(", "));
    (say!(view, "[{colon}{word}][, {beyond}]"; colon, word, beyond), ahead)
}

/// The word of the standing; of one without a figure what is missing, with its day.
fn verdict(view: &Minutes, it: &TargetSummary) -> Line {
    let (role, word) = it.word();
    if let Some(only) = only_of_start(view, it) {
        return say!(view, "{word} ({only})"; word, only).in_role(role);
    }
    let missing = it.found.level.now.as_ref().err().filter(|_| it.found.standing == Standing::NoData);
    let Some(missing) = missing.and_then(|missing| missing.leaves().into_iter().next()) else {
        return Line::with_role(role, word);
    };
    let measured = measured(view.lang, &it.target.reads).filter(|_| it.target.reads.is_rate());
    let name = measured.unwrap_or_else(|| what::name(view.lang, &missing));
    let is_of_target = matches!(missing.measure, Measure::Target(..));
    if is_of_target || !it.found.time.has_begun() {
        return Line::with_role(role, word);
    }
    say!(view, "chưa có {name} ngày {day}", "no figure on {name} as of {day}"; name, day = date::day(view.lang, view.snapshot().as_of()))
        .in_role(role)
}

/// Of a target without a start whose file of that day is loaded, what that file has: `cuối năm 2022 chỉ có tỷ lệ`.
fn only_of_start(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let is_whole = it.found.standing == Standing::NoBaseline && it.target.area.is_none();
    let (group, aspect) = it.target.reads.of_group().filter(|_| is_whole)?;
    let then = &view.history.before_year(view.at, it.target.first_year())?.whole;
    let other = aspect.beside(if aspect.is_rate() { PartField::Households } else { PartField::Rate })?;
    let has_other = then.shown(group, &aspect).is_err() && then.shown(group, &other).is_ok();
    let only = if aspect.is_rate() { ("số hộ", "households") } else { ("tỷ lệ", "a rate") };
    has_other.then(|| say!(view, "{day} chỉ có {only}", "only {only} {day}"; day = what::at_day(view.lang, then.origin().as_of), only))
}

/// `báo cáo nêu giảm 1.582 hộ (218,8%); theo hai kỳ giảm 1.478* hộ (204,4%*), vượt 755* hộ: phím 6`.
pub fn both_bases(view: &Minutes, it: &TargetSummary, stated: &Attainment) -> Clause {
    let told = |outcome: &Attainment| {
        let reached = match (it.target.reads.rises(), outcome.is_stated) {
            (true, true) => outcome.reached.as_ref().ok().map(|level| say!(view, "{level+}"; level)),
            (true, false) => level_told(view, it),
            (false, _) => moved_by(view, it, outcome),
        };
        let percent = outcome.percent.as_ref().ok().filter(|percent| !percent.amount.low().is_negative());
        say!(view, "[{reached}][ ({percent})]"; reached, percent)
    };
    let counted = told(&it.found.outcome);
    let (off, ahead) = off_course(view, it);
    // What rose to a level is told by that; of what moved a sentence needs who did.
    let (that, they) = if it.target.reads.rises() {
        (("", ""), ("", ""))
    } else {
        (("", "that "), they(it.target.reads.is_rate()))
    };
    let stands = say!(view, "báo cáo nêu {that}{they}{stated}; {basis} {they}{counted}{off}[ ({see})]",
        "the report states {that}{they}{stated}; {basis} {they}{counted}{off}[ ({see})]"; basis = basis(view, it),
        that, they, stated = told(stated), counted, off, see = view.see_checks());
    Clause { stands, ahead }
}

/// What a counted figure rests on: two snapshots, a start that the target states itself, the figures of one file.
fn basis(view: &Minutes, it: &TargetSummary) -> Line {
    if it.target.reads.rises() {
        return say!(view, "theo số thực hiện", "the counts give");
    }
    let mark = it.target.baseline.as_ref().and(it.found.level.baseline.as_ref().ok());
    mark.map_or_else(
        || say!(view, "theo hai kỳ", "between the two dates"),
        |mark| say!(view, "theo mốc {mark+}", "from a start of {mark+}"; mark),
    )
}

fn differing(view: &Minutes, it: &TargetSummary, about: &str, stated: &Attainment) -> Clause {
    let asked = asked(view, it).filter(|_| !it.target.reads.rises());
    let Clause { stands: both, ahead } = both_bases(view, it, stated);
    let stands = say!(view, "{about}[, chỉ tiêu {asked}]: {both}", "{about}[ (the target is {asked})]: {both}"; about, asked, both);
    Clause { stands, ahead }
}

/// `giải quyết việc làm: 21.000 người, bằng 72,4% chỉ tiêu giao, không đạt`; what has a start is told with both ends.
fn rise(view: &Minutes, it: &TargetSummary) -> Line {
    let (found, title) = (it.found, title(view, it));
    let word = it.word();
    if let Some(line) = on_way(view, it, &title) {
        return line;
    }
    let ended =
        found.outcome.reached.as_ref().ok().filter(|_| it.target.has_result() && it.target.reads.rises());
    let now = ended.map(|ended| say!(view, "{ended+}"; ended)).or_else(|| level_told(view, it));
    let aim = of_aim(view, it);
    let word = (!(found.standing.is_reached() && aim.is_some())).then_some(word);
    say!(view, "{title}: [{now}][{comma}{aim}][{second}{word}][, {left}][, {without}]";
        comma = if now.is_some() { ", " } else { "" }, second = if now.is_some() || aim.is_some() { ", " } else { "" },
        title, now, aim, word, left = it.remaining(view), without = without(view, it))
}

/// `hỗ trợ tìm việc: 95,5% (từ 88,0%), chỉ tiêu 100%, không đạt, thiếu 4,50* điểm phần trăm (được 62,5%* quãng phải
/// tăng)`: a percent of the way from a start is none of the aim, and heard alone it would be taken for that.
fn on_way(view: &Minutes, it: &TargetSummary, title: &str) -> Option<Line> {
    let (found, rises) = (it.found, it.target.reads.rises());
    let is_level = matches!(it.target.reads, TargetMeasure::Coverage(_) | TargetMeasure::Indicator(..));
    let start = found.level.baseline.as_ref().ok().filter(|_| is_level && !found.outcome.is_stated)?;
    let now = level_told(view, it)?;
    // What is to rise and fell says so: no percent does.
    let lost = found.level.reduced.as_ref().ok().filter(|moved| is_turned(moved));
    let lost = lost.map(|moved| away(moved, rises));
    let lost = lost.map(|lost| {
        if rises {
            say!(view, "giảm {lost+}", "down {lost+}"; lost)
        } else {
            say!(view, "tăng {lost+}", "up {lost+}"; lost)
        }
    });
    let aim = not_past(view, it).or_else(|| {
        let asked = asked(view, it)?;
        Some(say!(view, "chỉ tiêu {asked}", "the target is {asked}"; asked))
    });
    let is_open = !found.standing.is_reached() && found.standing != Standing::Awaiting;
    let way = if rises { ("tăng", "rise") } else { ("giảm", "fall") };
    let done = it.percent().filter(|_| is_open);
    let done = done
        .map(|done| say!(view, "được {done} quãng phải {way}", "{done} of the required {way}"; done, way));
    let (left, without) = (it.remaining(view), without(view, it));
    Some(
        say!(view, "{title}: {now} (từ {start+})[, {lost}][, {aim}], {word}[, {left}][ ({done})][, {without}]",
        "{title}: {now} (from {start+})[, {lost}][, {aim}], {word}[, {left}][ ({done})][, {without}]";
        title, now, start, lost, aim, word = it.word(), left, done, without),
    )
}

fn task(view: &Minutes, it: &TargetSummary) -> Line {
    say!(view, "{title}: {word}[ (hạn {due})]", "{title}: {word}[ (due {due})]";
        title = title(view, it), word = it.word(), due = it.found.due)
}

/// Does a name say what is to be? "Không tái nghèo: có phát sinh" would deny itself.
fn is_statement(name: &str) -> bool {
    const VERBS: [&str; 8] = ["không", "giữ", "duy", "giảm", "no", "keep", "cut", "not"];
    name.to_lowercase().split(' ').next().is_some_and(|first| VERBS.contains(&first))
}

/// What it measures, as a title before a colon: never the name of a target that is to fall, which begins with a verb.
pub fn title(view: &Minutes, it: &TargetSummary) -> String {
    if it.target.is_kept() && it.target.reads.of_group().is_some() && !is_statement(it.name()) {
        return small_in_sentence(view.lang, it.name());
    }
    measured(view.lang, &it.target.reads).unwrap_or_else(|| {
        let name = small_in_sentence(view.lang, view.lang.wording(it.measure_name()));
        match it.target.reads {
            // A paper that is filed calls one thing by one name: that of its tables.
            TargetMeasure::Coverage(_) if view.medium != Medium::Filed => brief::inside(view.lang, &name),
            TargetMeasure::Programme(_, Given::Amount) => {
                say!(view, "{name}, số tiền", "{name}, amount"; name).text()
            }
            _ => name,
        }
    })
}
