//! Where the unit stands: households, persons and rates of both groups, and from whom that is known.

use crate::model::exact::Exact;
use crate::model::figure::{Derivation, Figure};
use crate::model::measure::{Aspect, Group};
use crate::model::source_file::Provenance;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::units;
use crate::text::say::what::households_of;

use super::super::View;
use super::{Minutes, by_groups, is_single, so_many};

/// `Đến 31/12/2022, Quận 6 còn 1.429 hộ nghèo với 5.945 nhân khẩu, chiếm 2,20% tổng hộ dân, và …`
pub fn sentence(view: &Minutes) -> Line {
    let area = view.area();
    let (day, name) = (area.origin.as_of, &area.name.name);
    let mut clauses = by_groups(|group| clause(view, group)).into_iter();
    let Some(first) = clauses.next() else {
        return say!(view, "Đến {day}, chưa có số liệu về hộ nghèo, hộ cận nghèo của {name}.",
            "As of {day} there are no figures on poor and near-poor households of {name}."; day, name);
    };
    // "Còn" is said of households, not of a rate.
    let has = if counts(view) { "còn" } else { "có" };
    let and = if first.figures().count() > 1 { ", " } else { " " };
    say!(view, "Đến {day}, {name} {has} {first}[{and}và {second}]{source}",
        "As of {day}, {name} {has} {first}[{and}and {second}]{source}";
        day, name, has = (has, "has"), first, and, second = clauses.next(), source = from_whom(view))
}

/// Does the first clause count households?
fn counts(view: &View) -> bool {
    let known = |group| view.area().figure(group, &Aspect::Households).is_ok();
    known(Group::Poor) || view.area().rate(Group::Poor).is_err()
}

/// One group: its households, persons and rate, as far as they are known.
fn clause(view: &Minutes, group: Group) -> Option<Line> {
    let area = view.area();
    let rate = area.rate(group);
    let Ok(households) = area.figure(group, &Aspect::Households) else {
        let rate = rate.ok()?;
        return Some(say!(view, "tỷ lệ {of} {rate}[{only}]", "a rate of {of} of {rate}[{only}]";
            of = households_of(group), only = only(view, [&rate]), rate = &rate));
    };
    // None has no persons and no rate of its own.
    let is_some = households.one() != Some(&Exact::whole(0));
    let persons = area.figure(group, &Aspect::Persons).ok().filter(|_| is_some);
    let rate = rate.ok().filter(|_| is_some);
    let noun =
        if persons.as_ref().is_some_and(|persons| is_single(view, persons)) { "person" } else { "persons" };
    Some(say!(view, "{households} {of}[ với {persons} {noun}][, chiếm {rate} tổng hộ dân][{only}]",
        "{households} {of}[ with {persons} {noun}][, {rate} of all households][{only}]";
        of = so_many(view, &households, group), persons, noun = ("nhân khẩu", noun), rate = rate.as_ref(),
        only = only(view, std::iter::once(&households).chain(&rate)).filter(|_| is_some), households = &households))
}

/// ` (chỉ tính 1 trên 2 phường có số liệu)`, of the first figure that is made from some parts only.
fn only<'a>(view: &View, figures: impl IntoIterator<Item = &'a Figure>) -> Option<(Role, String)> {
    let only = figures.into_iter().find_map(|figure| only_of(view, figure))?;
    Some((Role::Warn, format!(" ({})", only.text())))
}

/// `chỉ tính 1 trên 2 phường có số liệu`; nothing where no part is missing: what is made from some of the parts is not
/// that of the whole.
pub fn only_of(view: &View, figure: &Figure) -> Option<Line> {
    let (have, count) = partial(figure)?;
    let parts = units::noun_of_parts(view.area()).many(view.lang);
    Some(say!(view, "chỉ tính {have} trên {count} {parts} có số liệu",
        "only of the {have} of {count} {parts} that have figures"; have, count, parts))
}

/// The parts with data, of how many, that a figure or one it is made from rests on.
fn partial(figure: &Figure) -> Option<(usize, usize)> {
    let Derivation::Derived(derived) = &*figure.derivation else { return None };
    derived.partial.or_else(|| figure.derivation.inputs().find_map(partial))
}

/// The report and its date; what is no report is called what it is.
fn from_whom(view: &View) -> Line {
    let origin = &view.area().origin;
    let (role, vi, en) = match (origin.provenance, origin.published) {
        (Provenance::Illustrative, _) => (
            Role::Warn,
            "; đây là số liệu minh họa, không phải kết quả rà soát.",
            "; these figures are illustrative, not a result of review.",
        ),
        (Provenance::Estimated, _) => {
            (Role::Warn, "; đây là số ước thực hiện.", "; these figures are estimates.")
        }
        (Provenance::Derived, _) => (Role::Plain, "; đây là số suy ra.", "; these figures are derived."),
        (Provenance::Reported, Some(day)) => {
            return say!(view, "; theo báo cáo ngày {day}.", ", according to the report of {day}."; day);
        }
        (Provenance::Reported, None) => (Role::Plain, ".", "."),
    };
    Line::with_role(role, view.pick(vi, en))
}
