//! What to keep in mind when the conclusion is read out: what is missing, what is to be verified, what is derived.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::model::checks::{self, Verdict};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Measure};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what;
use crate::text::say::what::{households_of, unit_inside};

use super::super::TargetSummary;
use super::target::title;
use super::{Minutes, View, joined};

/// So many areas are named.
const NAMED: usize = 3;

/// `Lưu ý: chưa có số liệu về …; 3 điểm cần xác minh, 0 mâu thuẫn (trang 6); dấu * là số suy ra.`
pub fn sentence(view: &Minutes, said: &[Line], is_silent: bool) -> Option<Line> {
    told(view, said, missing(view, is_silent))
}

/// The same without what the table beside it says to be missing.
pub fn of_screen(view: &Minutes, said: &[Line]) -> Option<Line> {
    told(view, said, None)
}

fn told(view: &Minutes, said: &[Line], missing: Option<Line>) -> Option<Line> {
    let has_derived = said.iter().flat_map(Line::figures).any(Figure::is_derived);
    let derived = || say!(view, "dấu * là số suy ra", "* marks derived figures");
    let clauses = [missing, year_end(view), stale_areas(view), to_verify(view), has_derived.then(derived)];
    let note = (Role::Strong, view.pick("Lưu ý:", "Note:"));
    Some(say!(view, "{note} {clauses}."; note, clauses = joined(clauses.into_iter().flatten().collect())?))
}

/// Both groups without figures of their own, where those of both together are known.
fn without_own(view: &View) -> Line {
    let [poor, near] = Group::TWO.map(households_of);
    say!(view, "chưa có số liệu riêng của {poor} và của {near}", "there are no separate figures for {poor} and for {near}";
        poor, near)
}

/// `hộ cận nghèo, số hộ nghèo và nhân khẩu hộ nghèo`: what is lacking altogether comes first, or a group after the
/// figure of another would be read as that figure's.
fn listed(view: &View, mut names: Vec<Lacking>) -> Option<Line> {
    names.sort_by_key(|lacking| !lacking.is_group);
    let mut names = names.into_iter().map(|lacking| lacking.name);
    let last = names.next_back()?;
    let first = names.collect::<Vec<_>>().join(view.pick(", ", ", on "));
    let first = (!first.is_empty()).then_some(first);
    Some(
        say!(view, "chưa có số liệu về [{first} và ]{last}", "there are no figures on [{first} or on ]{last}"; first, last),
    )
}

/// What there are no figures on.
struct Lacking {
    name: String,
    /// Is it a group altogether?
    is_group: bool,
}

/// The stocks, the rate and the movement that the snapshot does not have.
fn missing(view: &View, is_silent: bool) -> Option<Line> {
    if !is_silent && Group::ALL.into_iter().all(|group| is_unknown(view, group)) {
        // That is the first sentence already.
        return None;
    }
    let is_known_together =
        !is_unknown(view, Group::Combined) && Group::TWO.into_iter().all(|group| is_unknown(view, group));
    let mut names: Vec<Lacking> = if is_known_together {
        Vec::new()
    } else {
        Group::TWO.into_iter().flat_map(|group| unknown(view, group)).collect()
    };
    if Group::TWO.iter().all(|group| !view.area().has_lines(*group)) {
        let words = view.pick(
            "số hộ thoát nghèo, tái nghèo, phát sinh mới",
            "households that exited, re-entered or became newly poor",
        );
        names.push(Lacking { name: words.to_owned(), is_group: false });
    }
    let apart = is_known_together.then(|| without_own(view));
    Line::joined(apart.into_iter().chain(listed(view, names)), "; ")
}

/// What is not known of a group; the group itself where nothing is.
fn unknown(view: &View, group: Group) -> Vec<Lacking> {
    if is_unknown(view, group) {
        let (vi, en) = households_of(group);
        return vec![Lacking { name: view.pick(vi, en).to_owned(), is_group: true }];
    }
    let area = view.area();
    let aspects = [Aspect::Households, Aspect::Persons, Aspect::Rate].into_iter();
    let missing = aspects.filter(|aspect| area.shown(group, aspect).is_err());
    let name = |aspect| what::name(view.lang, &area.what(Measure::of_group(group, aspect)));
    missing.map(|aspect| Lacking { name: name(aspect), is_group: false }).collect()
}

/// Is nothing stated of a group, neither how many nor which part?
fn is_unknown(view: &View, group: Group) -> bool {
    let area = view.area();
    let stocks = [Aspect::Households, Aspect::Persons].map(|aspect| area.figure(group, &aspect));
    stocks.iter().all(Result::is_err) && area.rate(group).is_err()
}

/// Targets are past their due date, and the figures of that day are not there: `chưa có số liệu cuối năm 2023`; where
/// only that of a target is not in the file of the day `chưa có số liệu cuối năm 2025 của 74 huyện nghèo`.
fn year_end(view: &Minutes) -> Option<Line> {
    let shown = view.snapshot().as_of();
    let lacking = view.targets(|target| target.year_at(shown) == shown.year()).into_iter();
    let mut days: BTreeSet<(NaiveDate, Option<String>)> = BTreeSet::new();
    for it in lacking.filter(|it| it.lacks_year_end(view.history)) {
        let area = it.target.area.as_ref();
        // An area whose last figure is older is named with its day.
        let is_older = it.found.level.now.is_ok() && it.found.time.as_of < it.found.time.due;
        if area.is_some() && is_older && view.path.is_empty() && it.has_file_of_end(view.history) {
            continue;
        }
        let of = match area {
            _ if !it.has_file_of_end(view.history) => None,
            Some(area) => Some(unit_inside(view.lang, &area.name)),
            None => Some(title(view, &it)),
        };
        days.insert((it.found.time.due, of));
    }
    let day = |due: NaiveDate| {
        if (due.month(), due.day()) == (12, 31) {
            say!(view, "cuối năm {year}", "the end of {year}"; year = due.year())
        } else {
            say!(view, "ngày {due}", "{due}"; due)
        }
    };
    let day = |(due, of): (NaiveDate, Option<String>)| say!(view, "{day}[ của {of}]", "{day}[ for {of}]"; day = day(due), of);
    let days = Line::joined(days.into_iter().map(day), ", ")?;
    Some(say!(view, "chưa có số liệu {days}", "there are no figures for {days} yet"; days))
}

/// Targets of areas are due, and the last figures of these are older: `chưa có số liệu cuối năm 2025 của 74 huyện nghèo
/// (mới có 31/12/2022)`.
fn stale_areas(view: &View) -> Option<Line> {
    let day = view.snapshot().as_of();
    let all = view.targets(|target| target.year_at(day) == day.year() && target.area.is_some());
    let is_stale = |it: &&TargetSummary| it.found.time.as_of < it.found.time.due && it.found.time.due <= day;
    let known = all.iter().filter(|it| it.found.level.now.is_ok() && view.path.is_empty()).filter(is_stale);
    let mut names: Vec<(String, NaiveDate, NaiveDate)> = Vec::new();
    for it in known {
        let name =
            it.target.area.as_ref().map(|area| what::unit_inside(view.lang, &area.name)).unwrap_or_default();
        if !names.iter().any(|(known, ..)| *known == name) {
            names.push((name, it.found.time.due, it.found.time.as_of));
        }
    }
    let (more, due) = (names.len().saturating_sub(NAMED), names.first()?.1);
    let told = names
        .into_iter()
        .take(NAMED)
        .map(|(name, _, last)| say!(view, "{name} (mới có {last})", "{name} (last: {last})"; name, last));
    let more = (more > 0).then_some(more);
    Some(say!(view, "chưa có số liệu {due} của {told}[ và {more} nơi khác]",
        "there are no figures for {due} of {told}[ and {more} more]";
        due = what::end_of(view.lang, due), told = Line::joined(told, ", ")?, more))
}

fn to_verify(view: &View) -> Option<Line> {
    let count = |verdict| Some(checks::of_verdict(view.checks(), verdict).count()).filter(|count| *count > 0);
    let (verify, against) = (count(Verdict::ToVerify), count(Verdict::Contradicts));
    (verify.is_some() || against.is_some()).then(|| {
        let line = say!(view, "[{verify} {points} cần xác minh][{comma}][{against} {contradictions}][ ({see})]",
            "[{verify} {points} to verify][{comma}][{against} {contradictions}][ ({see})]"; see = view.see_checks(),
            verify, points = ("điểm", plural(verify, "point", "points")),
            comma = (verify.is_some() && against.is_some()).then_some(", "),
            against, contradictions = ("mâu thuẫn", plural(against, "inconsistency", "inconsistencies")));
        line.in_role(if against.is_some() { Role::Bad } else { Role::Warn })
    })
}

fn plural(count: Option<usize>, one: &'static str, many: &'static str) -> &'static str {
    if count == Some(1) { one } else { many }
}
