//! What a report says between its title and its foot: results, how they are judged, what is to be done, what is asked
//! for. Causes and requests are for people to write: they stand as dots.

use chrono::{Datelike, NaiveDate};

use crate::model::change;
use crate::model::measure::{Cover, Group, Support};
use crate::model::name::UnitKind;
use crate::model::standing::{Mark, Standing};
use crate::model::support::{Coverage, Programme};
use crate::model::target::TargetMeasure;
use crate::model::words::Text;
use crate::page::conclusion::{self, Sentences};
use crate::page::{TargetSummary, View, standard};
use crate::say;
use crate::text::line::Line;
use crate::text::say::standing::word;
use crate::text::say::what;

use super::document::{Paragraph, Part, Run, with_dots};
use super::official;

/// All parts under their headings.
pub fn parts(view: &View) -> Vec<Part> {
    let told = conclusion::sentences(view);
    let day = view.snapshot().as_of();
    let year = day.year();
    // Those of years that are over have their own reports.
    let targets = view.targets(|target| target.area.is_none() && target.year_at(day) >= year);
    let (ahead, targets): (Vec<_>, Vec<_>) =
        targets.into_iter().partition(|it| it.target.first_year() > year);
    let paragraphs = [
        vec![opening(view, &told)],
        results(view, &told, &targets),
        judged(view, &targets),
        to_do(view, &targets, &ahead),
        vec![Paragraph::heading(view.pick("IV. KIẾN NGHỊ", "IV. PROPOSALS")), Paragraph::dotted("")],
    ];
    let paragraphs = with_dots(paragraphs.into_iter().flatten().collect());
    paragraphs.into_iter().map(Part::Paragraph).collect()
}

/// Who reports on what, by which standard.
fn opening(view: &View, told: &Sentences) -> Paragraph {
    let period = what::in_words(view.lang, view.snapshot().origin.period);
    // Once is enough: the first sentence of the results mostly names it.
    let is_told =
        |standard: &String| told.state.as_ref().is_some_and(|line| line.text().contains(standard.as_str()));
    let unit = what::unit_inside(view.lang, &view.whole().name.name);
    let standard = standard::name(view).filter(|standard| !is_told(standard));
    if view.whole().name.kind == Some(UnitKind::Nation) {
        // A country does not report: a body reports on it.
        return running(
            view,
            &say!(view,
            "Kết quả thực hiện công tác giảm nghèo bền vững {period} của {unit}[ (theo {standard})] như sau:",
            "The results of sustainable poverty reduction in {unit}, {period}[ ({standard})], are as follows:";
            unit, period, standard),
        );
    }
    running(
        view,
        &say!(view,
        "{unit} báo cáo kết quả thực hiện công tác giảm nghèo bền vững {period}[ (theo {standard})] như sau:",
        "{unit} reports on sustainable poverty reduction, {period}[ ({standard})], as follows:";
        unit = what::capital(&unit), period, standard),
    )
}

fn results(view: &View, told: &Sentences, targets: &[TargetSummary]) -> Vec<Paragraph> {
    let mut all = vec![
        Paragraph::heading(view.pick("I. KẾT QUẢ THỰC HIỆN", "I. RESULTS")),
        Paragraph::heading(view.pick("1. Hộ nghèo, hộ cận nghèo", "1. Poor and near-poor households")),
    ];
    // A sentence on whose figures these are tells nothing under this head.
    let state = told.state.as_ref().filter(|_| !told.is_silent);
    let others = [&told.missing, &told.change, &told.parts, &told.policy, &told.others, &told.areas];
    let stocks: Vec<Line> = state.into_iter().chain(others.into_iter().flatten()).cloned().collect();
    all.extend(or_none(view, &stocks));
    all.push(Paragraph::heading(view.pick("2. Thực hiện chỉ tiêu", "2. Targets")));
    let mut in_order: Vec<&TargetSummary> = targets.iter().collect();
    in_order.sort_by_key(|it| conclusion::rank(it.found.standing));
    let of_targets: Vec<Line> = in_order.iter().map(|it| conclusion::sentence_on_target(view, it)).collect();
    all.extend(or_none(view, &of_targets));
    all.push(Paragraph::heading(view.pick("3. Chính sách hỗ trợ", "3. Support")));
    let snapshot = view.snapshot();
    let programmes = snapshot.programmes.iter().filter_map(|programme| of_programme(view, programme));
    let coverage = snapshot.coverage.iter().filter_map(|entry| of_coverage(view, entry));
    all.extend(or_none(view, &programmes.chain(coverage).collect::<Vec<Line>>()));
    all
}

/// `Vay vốn hỗ trợ giảm nghèo: 1.293 hộ, số tiền hơn 76 tỷ đồng.`, `Hỗ trợ tiền điện cho hộ nghèo gần 842 triệu đồng.`
fn of_programme(view: &View, programme: &Programme) -> Option<Line> {
    let of = |what| programme.stated(what);
    let (reached, amount) = (of(Support::Reached), of(Support::Amount));
    if reached.is_none() && amount.is_none() {
        return None;
    }
    let name = view.lang.wording(&programme.named.name);
    if let (None, Some(amount)) = (reached, amount) {
        let name = what::of_money(view.lang, name);
        return Some(say!(view, "{name} {amount+}.", "{name}: {amount+}."; name, amount));
    }
    let comma = (reached.is_some() && amount.is_some()).then_some(", ");
    Some(say!(view, "{name}: [{reached+}][{comma}][số tiền {amount+}].",
        "{name}: [{reached+}][{comma}][{amount+}].";
        name, reached, comma, amount))
}

/// `BHYT hộ nghèo: 5.829 trên 5.945 người, đạt 98,1%.`
fn of_coverage(view: &View, entry: &Coverage) -> Option<Line> {
    let (covered, eligible) = (entry.stated(Cover::Covered), entry.stated(Cover::Eligible));
    let ratio = entry.ratio(view.whole()).ok();
    let name = &entry.named.name;
    match (covered, eligible) {
        (Some(covered), Some(eligible)) => {
            Some(say!(view, "{name}: {covered} trên {eligible+}[, đạt {ratio}].",
            "{name}: {covered} of {eligible+}[, {ratio}]."; name, covered, eligible, ratio))
        }
        _ => ratio.map(|ratio| say!(view, "{name}: {ratio}."; name, ratio)),
    }
}

/// What stands out, and what falls short, worst first.
fn judged(view: &View, targets: &[TargetSummary]) -> Vec<Paragraph> {
    let said = |marks: &[Mark]| -> Vec<(Standing, Line)> {
        let mut found: Vec<&TargetSummary> =
            targets.iter().filter(|it| marks.contains(&it.found.standing.mark())).collect();
        // It is told with the tasks.
        found.retain(|it| !conclusion::is_late_today(view, it));
        found.sort_by_key(|it| conclusion::rank(it.found.standing));
        found.into_iter().map(|it| (it.found.standing, verdict(view, it))).collect()
    };
    let mut all = vec![
        Paragraph::heading(view.pick("II. ĐÁNH GIÁ", "II. ASSESSMENT")),
        Paragraph::heading(view.pick("1. Kết quả nổi bật", "1. What stands out")),
    ];
    // Of a year in which nothing was asked nothing is reached, and nothing missed: that is for people to write.
    let is_asked = !targets.is_empty();
    let none_of = |vi, en| if is_asked { view.pick(vi, en) } else { "" };
    let none = none_of("Chưa có chỉ tiêu đạt.", "No target is reached yet.");
    let lines = |told: Vec<(Standing, Line)>| told.into_iter().map(|(_, line)| line).collect::<Vec<Line>>();
    all.extend(told_or(view, &lines(said(&[Mark::Good])), none));
    let heading = view.pick("2. Hạn chế, nguyên nhân", "2. Shortcomings and their causes");
    all.push(Paragraph::heading(heading));
    let mut short = said(&[Mark::Care, Mark::Bad]);
    // Also what was given to areas, and tasks that are past their day.
    short.extend(conclusion::shortcomings_beside(view));
    short.sort_by_key(|(standing, _)| conclusion::rank(*standing));
    let mut short = lines(short);
    let rises = |group: &Group| change::told::households(view.history, view.at, &[], *group).is_rise();
    if Group::TWO.iter().any(rises) {
        short.extend(conclusion::rises(view));
    }
    // Of one without a figure nobody knows.
    let are_all_known = targets.iter().all(|it| it.found.standing.mark() != Mark::Nothing);
    let none = if are_all_known {
        none_of("Không có chỉ tiêu chậm hoặc không đạt.", "No target is behind or missed.")
    } else {
        none_of(
            "Trong các chỉ tiêu có số liệu, không có chỉ tiêu chậm hoặc không đạt.",
            "Of the targets with figures none is behind or missed.",
        )
    };
    all.extend(told_or(view, &short, none));
    all.push(Paragraph::dotted(view.pick("Nguyên nhân: ", "Causes: ")));
    all
}

/// `Tỷ lệ hộ nghèo: cần chú ý, còn phải giảm 137 hộ.` What is to be kept is told by what happened: "re-entered: kept"
/// would be read the wrong way.
fn verdict(view: &View, it: &TargetSummary) -> Line {
    if it.target.is_kept() {
        return conclusion::verdict_on_kept(view, it);
    }
    let of_target = matches!(it.found.standing, Standing::Exceeded | Standing::Met);
    let of_target = of_target.then_some((" chỉ tiêu", ""));
    say!(view, "{name}: {word}[{of_target}][ ({percent})][, {left}].", "{name}: {word}[{of_target}][ ({percent})][, {left}].";
        name = conclusion::measured(view, it), word = it.word().1, of_target, percent = it.percent(), left = it.remaining(view))
}

/// What was given to be done, and what the targets leave.
fn to_do(view: &View, targets: &[TargetSummary], ahead: &[TargetSummary]) -> Vec<Paragraph> {
    let open = |it: &&TargetSummary| !it.found.standing.is_reached() && it.found.standing != Standing::Missed;
    let left = targets.iter().filter(open).filter_map(|it| {
        let left = it.remaining(view)?;
        Some(say!(view, "{name}: {left}[ (đến {due})].", "{name}: {left}[ (by {due})].";
            name = conclusion::measured(view, it), left, due = it.found.due))
    });
    let ahead = ahead.iter().map(|it| conclusion::sentence_on_target(view, it));
    // A task is one also where it is a target of the year.
    let own = targets.iter().filter(|it| matches!(it.target.reads, TargetMeasure::Task(_)));
    let own = own.map(|it| (&it.target.named.name, it.found.due, it.found.standing));
    let beside = view.tasks().iter().map(|(task, found)| (&task.named.name, task.due, found.standing));
    let tasks = own.chain(beside).filter(|(.., standing)| !matches!(standing, Standing::Done));
    let tasks = tasks.map(|(name, due, standing)| task(view, name, due, standing));
    let mut all = vec![Paragraph::heading(view.pick("III. NHIỆM VỤ, GIẢI PHÁP", "III. WHAT IS TO BE DONE"))];
    all.extend(left.chain(ahead).chain(tasks).map(|line| running(view, &line)));
    all.push(Paragraph::dotted(""));
    all
}

/// `Sơ kết giữa nhiệm kỳ (hạn 30/06/2023): quá hạn, tính đến 28/11/2026.`
fn task(view: &View, name: &Text, due: Option<NaiveDate>, standing: Standing) -> Line {
    let state = (standing != Standing::NoData).then(|| word(view.lang, standing));
    let is_late = standing == Standing::Overdue;
    let today = due.filter(|_| is_late).and_then(|due| conclusion::late_today(view, Some(due)));
    say!(view, "{name}[ (hạn {due})][: {state}[, tính đến {today}]].",
        "{name}[ (due {due})][: {state}[ as of {today}]]."; name, due, state, today)
}

/// Running text; where there is nothing to tell, that.
fn or_none(view: &View, lines: &[Line]) -> Vec<Paragraph> {
    told_or(view, lines, view.pick("Chưa có số liệu.", "No figures."))
}

fn told_or(view: &View, lines: &[Line], none: &str) -> Vec<Paragraph> {
    if lines.is_empty() {
        return vec![if none.is_empty() {
            Paragraph::dotted("")
        } else {
            Paragraph::running(vec![Run::plain(none)])
        }];
    }
    lines.iter().map(|line| running(view, line)).collect()
}

/// A paragraph of a sentence.
pub fn running(view: &View, line: &Line) -> Paragraph {
    let mut runs = official::runs(view.lang, line);
    official::hold_together(&mut runs);
    Paragraph::running(runs)
}
