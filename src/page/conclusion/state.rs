//! Where the unit stands: households, persons and rates of both groups, and from whom that is known.

use std::collections::BTreeSet;

use crate::model::checks::CheckKind;
use crate::model::exact::Exact;
use crate::model::figure::{Derivation, Figure};
use crate::model::measure::{Aspect, Group};
use crate::model::source_file::Provenance;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what;
use crate::text::say::what::households_of;
use crate::text::{Lang, glossary, show};

use super::super::head::report_word;
use super::super::whole::only_of;
use super::super::{Medium, View, standard};
use super::level::stated_or_both;
use super::{Minutes, contradicts};

/// `Đến 31/12/2022, Quận 6 còn 1.429 hộ nghèo với 5.945 nhân khẩu, chiếm 2,20% tổng hộ dân, và …`
pub fn sentence(view: &Minutes) -> Line {
    let area = view.area();
    let (day, name) = (area.origin().as_of, what::unit_inside(view.lang, &area.name.name));
    let standard = by_standard(view);
    let mut clauses = groups(view).into_iter();
    let Some(first) = clauses.next() else {
        return say!(view, "Đến {day}, chưa có số liệu về hộ nghèo, hộ cận nghèo của {name} ({standard}).",
            "As of {day} there are no figures on poor and near-poor households of {name} ({standard})."; day, name, standard);
    };
    let and = if first.line.figures().count() > 1 { ", " } else { " " };
    let has = first.has;
    let second = clauses.next().map(|second| {
        let again = (second.has != has && view.lang == Lang::Vi).then_some(second.has);
        say!(view, "[{again} ]{line}"; again, line = second.line)
    });
    let both = second.as_ref().and_then(|_| both_stated(view));
    say!(view, "Đến {day}, {name} {has} {first}[{and}và {second}] ({standard})[; {both}]{source}",
        "As of {day}, {name} {has} {first}[{and}and {second}] ({standard})[; {both}]{source}";
        day, name, has = (has, "has"), first = first.line, and, second, both, source = from_whom(view), standard)
}

/// The first sentence where nothing is known of the groups but something of other things: whose figures, of which day,
/// by which standard.
pub fn opening(view: &Minutes) -> Line {
    let area = view.area();
    say!(view, "Số liệu của {name} ({standard}) tính đến {day}{source}",
        "The figures of {name} ({standard}) are as of {day}{source}";
        day = area.origin().as_of, name = what::unit_inside(view.lang, &area.name.name),
        standard = by_standard(view), source = from_whom(view))
}

fn by_standard(view: &View) -> String {
    standard::name(view).unwrap_or_else(|| view.lang.term(glossary::NO_STANDARD).to_owned())
}

/// Both groups together as the report itself states them: `cộng hai nhóm 37.819 hộ (8,60%)`.
fn both_stated(view: &Minutes) -> Option<Line> {
    let stated = |aspect| view.area().stated(Group::Combined, &aspect);
    let (households, rate) = (stated(Aspect::Households), stated(Aspect::Rate));
    let is_broken = contradicts(view, |kind| matches!(kind, CheckKind::Combined(_)));
    let see = view.see_checks().filter(|_| is_broken);
    let rate_alone = rate.clone().filter(|_| households.is_none());
    let rate = rate.filter(|_| households.is_some());
    (households.is_some() || rate_alone.is_some()).then(|| {
        let both = if super::super::standard::is_multidimensional(view) {
            // The name says once what it is of: sentences tell it by the groups, tables by this.
            let of = if households.is_some() {
                "nghèo đa chiều, gồm hộ nghèo và cận nghèo,"
            } else {
                "tỷ lệ nghèo đa chiều"
            };
            (of, "multidimensional poverty, poor and near-poor together,")
        } else {
            ("cộng hai nhóm", "together")
        };
        let rate = rate.map(|rate| say!(view, "{rate}"; rate));
        let see = see.map(|see| say!(view, "{see}"; see));
        let beside = Line::joined(rate.into_iter().chain(see), "; ");
        say!(view, "{both}[ {households+}][ {rate_alone}][ ({beside})]"; both, households, rate_alone, beside)
    })
}

/// What a plan is and asks: it tells of no households.
pub(super) fn planned(view: &View) -> Line {
    let origin = &view.snapshot().origin;
    let targets = view.targets(|_| true);
    let years: BTreeSet<(bool, String)> =
        targets.iter().map(|it| (it.span().is_some(), it.time().text())).collect();
    let years = years.into_iter().map(|(_, time)| time).collect::<Vec<_>>().join(", ");
    let (count, tasks) = (targets.len(), view.tasks().len());
    let nouns = (
        ("chỉ tiêu", if count == 1 { "target" } else { "targets" }),
        ("nhiệm vụ khác", if tasks == 1 { "other task" } else { "other tasks" }),
    );
    let asked = (count > 0).then(|| {
        say!(view, "{count} {noun} {years}", "{count} {noun} for {years}";
        count, noun = nouns.0, years)
    });
    let tasks = (tasks > 0).then(|| say!(view, "{tasks} {noun}"; tasks, noun = nouns.1));
    let all = Line::joined(asked.into_iter().chain(tasks), view.pick(" và ", " and "));
    let all = all.map_or_else(
        || Line::plain(view.pick("chưa nêu chỉ tiêu", "sets no target yet")),
        |all| say!(view, "có {all}", "sets {all}"; all),
    );
    let article = ("", if view.lang == Lang::En { "the " } else { "" });
    let paper = say!(view, "{article}{paper}"; article, paper = super::super::head::paper(view.lang, origin));
    say!(view, "{paper} ngày {day} của {name} {all}; chưa kèm số liệu thực hiện.",
        "{paper} of {day} of {name} {all}; it holds no figures of what was reached.";
        paper = what::capital(&paper.text()), day = origin.as_of,
        name = what::unit_inside(view.lang, &view.whole().name.name), all)
}

/// Is nothing known of any group?
pub fn is_silent(view: &Minutes) -> bool {
    groups(view).is_empty()
}

/// What is said of a group, after a verb.
struct Clause {
    /// "Còn" before a stock only after a fall, else "có"; of none "không còn", "không có".
    has: &'static str,
    line: Line,
}

/// The groups that something can be said of; both together only where nothing can be of either.
fn groups(view: &Minutes) -> Vec<Clause> {
    let two: Vec<Clause> = Group::TWO.into_iter().filter_map(|group| clause(view, group)).collect();
    if two.is_empty() { clause(view, Group::Combined).into_iter().collect() } else { two }
}

/// One group: its households, persons and rate, as far as they are known.
fn clause(view: &Minutes, group: Group) -> Option<Clause> {
    let area = view.area();
    let rate = area.rate(group);
    let Ok(households) = area.figure(group, &Aspect::Households) else {
        let rate = rate.ok()?;
        let line = say!(view, "tỷ lệ {of} {rate}[{only}]", "a rate of {of} of {rate}[{only}]";
            of = households_of(group), only = only(view, [&rate]), rate = &rate);
        return Some(Clause { has: "có", line });
    };
    let fell = view.changes(group)[0].is_fall() || says_no_more(&households);
    if households.exactly() == Some(&Exact::whole(0)) {
        return Some(none_of(view, group, &households, fell));
    }
    let persons = area.figure(group, &Aspect::Persons).ok();
    let rate = rate.ok();
    let stated = area.stated(group, &Aspect::Rate);
    // What the counts do not bear out is told beside them.
    let both =
        rate.as_ref().filter(|rate| rate.is_derived()).zip(stated.as_ref()).and_then(|(counted, stated)| {
            (!stated.may_be(counted)).then(|| stated_or_both(view, stated, counted))
        });
    let rate = rate.filter(|_| both.is_none());
    // What the report writes is told where the counts allow it, also a bound that says less than they do.
    let is_borne_out = |stated: &Figure| rate.as_ref().is_some_and(|rate| stated.may_be(rate));
    let rate = stated.filter(is_borne_out).or(rate.clone());
    let noun = if persons.as_ref().is_some_and(|persons| show::is_single(view.lang, persons)) {
        "person"
    } else {
        "persons"
    };
    let line = say!(view, "{households} {of}[ với {persons} {noun}][, chiếm {rate} tổng hộ dân][, tỷ lệ {both}][{only}]",
        "{households} {of}[ with {persons} {noun}][, {rate} of all households][, a rate of {both}][{only}]"; both,
        of = what::households_after(view.lang, &households, group), persons, noun = ("nhân khẩu", noun), rate = rate.as_ref(),
        only = only(view, std::iter::once(&households).chain(&rate)), households = &households);
    Some(Clause { has: if fell { "còn" } else { "có" }, line })
}

/// Does the report say of a zero that there are none any more?
fn says_no_more(figure: &Figure) -> bool {
    let Derivation::Stated(stated) = &*figure.derivation else { return false };
    let quote = stated.quote.as_ref().map(|quote| quote.vi.to_lowercase());
    quote.is_some_and(|quote| quote.contains("không còn") || quote.contains("hết hộ"))
        && figure.exactly().is_some_and(Exact::is_zero)
}

/// A group without households: the figure is in the words.
fn none_of(view: &Minutes, group: Group, none: &Figure, fell: bool) -> Clause {
    let (vi, en) = households_of(group);
    let words = match view.lang {
        Lang::Vi => vi.to_owned(),
        Lang::En if fell => format!("no {en} any more"),
        Lang::En => format!("no {en}"),
    };
    let has = if fell { "không còn" } else { "không có" };
    Clause { has, line: Line::default().written(words, none) }
}

/// ` (chỉ tính 1 trên 2 phường có số liệu)`, of the first figure that is made from some parts only.
fn only<'a>(view: &View, figures: impl IntoIterator<Item = &'a Figure>) -> Option<(Role, String)> {
    let only = figures.into_iter().find_map(|figure| only_of(view, figure))?;
    Some((Role::Strong, format!(" ({})", only.text())))
}

/// The report and its date; what is no report is called what it is.
fn from_whom(view: &View) -> Line {
    let origin = view.area().origin();
    let (role, vi, en) = match (origin.provenance, origin.published) {
        // A message says it in its first line, and calls each figure that was worked out so.
        (Provenance::Illustrative | Provenance::Derived, _) if view.medium == Medium::Alone => {
            (Role::Plain, ".", ".")
        }
        (Provenance::Illustrative, _) => (
            Role::Strong,
            "; đây là số liệu minh họa, không phải kết quả rà soát.",
            "; these figures are illustrative, not the result of a review.",
        ),
        (Provenance::Estimated, _) => {
            (Role::Strong, "; đây là số ước thực hiện.", "; these figures are estimates.")
        }
        // The word of the footnote on paper.
        (Provenance::Derived, _) if view.medium == Medium::Filed => {
            (Role::Plain, "; đây là số tính toán.", "; these figures were worked out.")
        }
        (Provenance::Derived, _) => (Role::Plain, "; đây là số suy ra.", "; these figures are derived."),
        (Provenance::Reported, Some(day)) if !matches!(view.medium, Medium::Filed | Medium::Alone) => {
            let report = report_word(origin);
            return say!(view, "; theo {report} ngày {day}.", ", according to the {report} of {day}."; report, day);
        }
        (Provenance::Reported, _) => (Role::Plain, ".", "."),
    };
    Line::with_role(role, view.pick(vi, en))
}
