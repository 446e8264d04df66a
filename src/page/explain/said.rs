//! How to say a figure in the room: number first, comparison second, source last.

use crate::model::change::turned;
use crate::model::checks::{Check, CheckKind, RateOf};
use crate::model::figure::{Figure, Source};
use crate::model::measure::{Aim, Aspect, Group, Measure, Support, When};
use crate::model::source_file::Origin;
use crate::model::target::Reads;
use crate::model::unit::Unit;
use crate::text::say::what;
use crate::text::{Lang, date, show};

use super::super::View;
use super::super::head::provenance;
use super::super::table::Style;
use super::{checked, head_of, origin, supposed};
use crate::text::line::{Line, Role};

/// The line; of an invented or supposed figure, that it is not to be said.
pub(super) fn line(view: &View, figure: &Figure, checks: &[Check]) -> Option<Line> {
    let head = head_of(view.pick("Cách nêu", "Say it"));
    let not_to_be = match figure.source {
        _ if supposed::is(figure) => {
            view.pick("không nêu như số liệu của đơn vị: số giả định", "not to be quoted: a supposition")
        }
        Source::Illustrative => {
            view.pick("không nêu như số liệu của đơn vị: số minh họa", "not to be quoted: illustrative")
        }
        Source::Reported | Source::Estimated => "",
    };
    if !not_to_be.is_empty() {
        return Some(head.role(Role::Dim, not_to_be));
    }
    let by = by(view, figure, origin(figure)?);
    Some(head.say(format!("\"{}{}\"", said(view.lang, figure, checks), by)))
}

/// The source: the report's date, else what kind of source it is.
fn by(view: &View, figure: &Figure, origin: &Origin) -> String {
    let Some(day) = origin.published else {
        return format!("; {}", provenance(view, origin.provenance));
    };
    let words = match (figure.is_derived(), figure.source) {
        (_, Source::Estimated) => view.pick("ước theo báo cáo ngày", "estimated, report of"),
        (true, _) => view.pick("tính từ báo cáo ngày", "from the report of"),
        (false, _) => view.pick("theo báo cáo ngày", "report of"),
    };
    format!("; {words} {}", date::day(view.lang, day))
}

/// Number and comparison.
fn said(lang: Lang, figure: &Figure, checks: &[Check]) -> String {
    match &figure.what.measure {
        Measure::Of(group, Aspect::Rate) if !figure.is_derived() => rate(lang, figure, *group, checks),
        Measure::Of(group, Aspect::Rate) => match lang {
            Lang::Vi => format!("tỷ lệ {} là {}", what::group(lang, *group), plain(lang, figure)),
            Lang::En => format!("a {} rate of {}", what::group(lang, *group), plain(lang, figure)),
        },
        Measure::Of(group, Aspect::Change) => change(lang, figure, *group),
        Measure::Of(group, Aspect::Households) => count(lang, figure, *group, checks),
        Measure::Of(group, Aspect::Persons) => persons(lang, figure, *group),
        Measure::Of(group, Aspect::Reduced) => reduced(lang, figure, *group, checks),
        Measure::Programme(named, Support::Reached) => {
            let when = what::when(lang, figure.what.when);
            format!("{}: {}, {when}", lang.of(&named.name), show::with_unit(lang, figure, Style::Plain))
        }
        Measure::Target(named, Aim::PercentOfAim) => {
            let aim = lang.pick("chỉ tiêu", "of the aim:");
            format!("{} {aim} {}", show::in_sentence(lang, figure, Style::Plain), lang.of(&named.name))
        }
        _ => any(lang, figure),
    }
}

fn plain(lang: Lang, figure: &Figure) -> String {
    // The mark is for the screen; in the room the words after the semicolon say it.
    show::number(lang, figure, Style::Plain)
}

/// "1.429 hộ, 2,20% tổng hộ dân".
fn rate(lang: Lang, figure: &Figure, group: Group, checks: &[Check]) -> String {
    let of_all = lang.pick("tổng hộ dân", "of all households");
    match checked::rate_of(checks, figure).and_then(|r| r.count.as_ref().ok()) {
        Some(count) => format!("{}, {} {of_all}", households(lang, count), plain(lang, figure)),
        None => format!(
            "{} {of_all} {} {}",
            plain(lang, figure),
            lang.pick("là", "are"),
            what::group(lang, group)
        ),
    }
}

/// "giảm 200 hộ nghèo từ 31/12/2022 đến 31/12/2023".
fn change(lang: Lang, figure: &Figure, group: Group) -> String {
    let When::Between(from, to) = figure.what.when else { return any(lang, figure) };
    let (group, from, to) = (what::group(lang, group), date::day(lang, from), date::day(lang, to));
    let falls = figure.amount.high().is_negative();
    let number = if falls { plain(lang, &turned(figure)) } else { plain(lang, figure) };
    match (lang, falls) {
        (Lang::Vi, true) => format!("giảm {number} {group} từ {from} đến {to}"),
        (Lang::Vi, false) => format!("tăng {number} {group} từ {from} đến {to}"),
        (Lang::En, true) => format!("{number} fewer {group} households from {from} to {to}"),
        (Lang::En, false) => format!("{number} more {group} households from {from} to {to}"),
    }
}

fn households(lang: Lang, count: &Figure) -> String {
    format!("{} {}", plain(lang, count), lang.pick("hộ", "households"))
}

/// "1.429 hộ nghèo, 2,20% tổng hộ dân".
fn count(lang: Lang, figure: &Figure, group: Group, checks: &[Check]) -> String {
    let named = match lang {
        Lang::Vi => format!("{} {}", plain(lang, figure), what::group(lang, group)),
        Lang::En => format!("{} {} households", plain(lang, figure), what::group(lang, group)),
    };
    let rate = checked::rates(checks, figure).find(|rate| is_count(rate, figure));
    let of_all = lang.pick("tổng hộ dân", "of all");
    rate.map_or_else(|| named.clone(), |r| format!("{named}, {} {of_all}", plain(lang, &r.rate)))
}

fn is_count(rate: &RateOf, figure: &Figure) -> bool {
    rate.count.as_ref().is_ok_and(|count| count.what == figure.what)
}

fn persons(lang: Lang, figure: &Figure, group: Group) -> String {
    match lang {
        Lang::Vi => format!("{} nhân khẩu thuộc {}", plain(lang, figure), what::group(lang, group)),
        Lang::En => format!("{} persons in {} households", plain(lang, figure), what::group(lang, group)),
    }
}

/// "kéo giảm 560 hộ nghèo, 140% chỉ tiêu".
fn reduced(lang: Lang, figure: &Figure, group: Group, checks: &[Check]) -> String {
    let number = plain(lang, figure);
    let percent = checks.iter().flat_map(Check::kinds).find_map(|kind| match kind {
        CheckKind::PercentOfAim(p) if p.reads == Reads::Households(group) => {
            p.value.as_ref().is_ok_and(|value| value.amount == figure.amount).then_some(p)
        }
        _ => None,
    });
    let compared = percent.map_or_else(
        || what::when(lang, figure.what.when),
        |p| format!("{} {}", plain(lang, &p.percent), lang.pick("chỉ tiêu", "of the aim")),
    );
    match lang {
        Lang::Vi => format!("kéo giảm {number} {}, {compared}", what::group(lang, group)),
        Lang::En => format!("{number} fewer {} households, {compared}", what::group(lang, group)),
    }
}

fn any(lang: Lang, figure: &Figure) -> String {
    let number = plain(lang, figure);
    let name = what::name(lang, &figure.what);
    if matches!(figure.what.measure, Measure::Target(..)) {
        return format!("{name}: {}", show::with_unit(lang, figure, Style::Plain));
    }
    match show::unit(lang, figure.unit) {
        _ if figure.unit == Unit::Household && name.contains("hộ") => format!("{number}, {name}"),
        "" => format!("{number}, {name}"),
        unit => format!("{number} {unit}, {name}"),
    }
}
