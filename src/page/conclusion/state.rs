//! Where the unit stands: households, persons and rates of both groups, and from whom that is known.

use crate::model::exact::Exact;
use crate::model::figure::{Figure, Story};
use crate::model::measure::{Aspect, Group};
use crate::model::source_file::Provenance;
use crate::text::{Lang, date};

use super::super::View;
use super::super::kinds;
use super::super::line::{Line, Role};
use super::{households_of, is_single, number, so_many, with};

/// `Đến 31/12/2022, Quận 6 còn 1.429 hộ nghèo với 5.945 nhân khẩu, chiếm 2,20% tổng hộ dân, và …`
pub fn line(view: &View) -> Line {
    let area = view.area();
    let day = date::day(view.lang, area.origin.as_of);
    let name = view.lang.of(&area.name.name);
    let mut line = Line::default();
    let clauses = super::of_groups(|group| clause(view, group));
    if clauses.is_empty() {
        let words = match view.lang {
            Lang::Vi => {
                format!("Đến {day}, chưa có số liệu về hộ nghèo, hộ cận nghèo của {name}.")
            }
            Lang::En => {
                format!("As of {day} there are no figures on poor and near-poor households of {name}.")
            }
        };
        return Line::plain(words);
    }
    line = line.say(match view.lang {
        // "Còn" is said of households, not of a rate.
        Lang::Vi if counts(view) => format!("Đến {day}, {name} còn "),
        Lang::Vi => format!("Đến {day}, {name} có "),
        Lang::En => format!("As of {day}, {name} has "),
    });
    for (i, clause) in clauses.into_iter().enumerate() {
        let and = if line.figures().count() > 1 { ", " } else { " " };
        line = if i == 0 { line } else { line.say(and).say(view.pick("và ", "and ")) };
        line.spans.extend(clause.spans);
    }
    from_whom(view, line)
}

/// Does the first clause count households?
fn counts(view: &View) -> bool {
    let known = |group| view.area().figure(group, &Aspect::Households).is_ok();
    known(Group::Poor) || view.area().rate(Group::Poor).is_err()
}

/// One group: its households, persons and rate, as far as they are known.
fn clause(view: &View, group: Group) -> Option<Line> {
    let area = view.area();
    let rate = area.rate(group);
    let Ok(households) = area.figure(group, &Aspect::Households) else {
        let rate = rate.ok()?;
        let of = households_of(view, group);
        let words = match view.lang {
            Lang::Vi => format!("tỷ lệ {of} "),
            Lang::En => format!("a rate of {of} of "),
        };
        return Some(partly(view, number(view, Line::plain(words), &rate), &rate));
    };
    let mut line = number(view, Line::default(), &households).say(" ").say(so_many(view, &households, group));
    if households.one() == Some(&Exact::whole(0)) {
        // None has no persons and no rate of its own.
        return Some(line);
    }
    if let Ok(persons) = area.figure(group, &Aspect::Persons) {
        line = number(view, line.say(view.pick(" với ", " with ")), &persons);
        let words = if is_single(view, &persons) { " person" } else { " persons" };
        line = line.say(view.pick(" nhân khẩu", words));
    }
    line = with(view, line, view.pick(", chiếm ", ", "), &rate);
    let of_all = view.pick(" tổng hộ dân", " of all households");
    let line = if rate.is_ok() { line.say(of_all) } else { line };
    let known = [Ok(households), rate];
    Some(match known.iter().flatten().find(|figure| partial(figure).is_some()) {
        Some(figure) => partly(view, line, figure),
        None => line,
    })
}

/// Of a figure made from parts that do not all have data: of how many. It is not that of the whole.
fn partly(view: &View, line: Line, figure: &Figure) -> Line {
    match only_of(view, figure) {
        Some(only) => line.role(Role::Warn, format!(" ({only})")),
        None => line,
    }
}

/// `chỉ tính 1 trên 2 phường có số liệu`; nothing where no part is missing.
pub fn only_of(view: &View, figure: &Figure) -> Option<String> {
    let (have, of) = partial(figure)?;
    let parts = kinds::of_parts(view.area()).many(view.lang);
    Some(match view.lang {
        Lang::Vi => format!("chỉ tính {have} trên {of} {parts} có số liệu"),
        Lang::En => format!("only of the {have} of {of} {parts} that have figures"),
    })
}

/// The parts with data, of how many, that a figure or one it is made from rests on.
fn partial(figure: &Figure) -> Option<(usize, usize)> {
    let Story::Derived(derived) = &*figure.story else { return None };
    derived.partial.or_else(|| figure.story.inputs().find_map(partial))
}

/// The report and its date; what is no report is called what it is.
fn from_whom(view: &View, line: Line) -> Line {
    let origin = &view.area().origin;
    match (origin.provenance, origin.published) {
        (Provenance::Illustrative, _) => {
            let words = view.pick(
                "; đây là số liệu minh họa, không phải kết quả rà soát.",
                "; these figures are illustrative, not a result of review.",
            );
            line.role(Role::Warn, words)
        }
        (Provenance::Estimated, _) => {
            line.role(Role::Warn, view.pick("; đây là số ước thực hiện.", "; these figures are estimates."))
        }
        (Provenance::Derived, _) => {
            line.say(view.pick("; đây là số suy ra.", "; these figures are derived."))
        }
        (Provenance::Reported, Some(day)) => {
            let words = view.pick("; theo báo cáo ngày", ", according to the report of");
            line.say(format!("{words} {}.", date::day(view.lang, day)))
        }
        (Provenance::Reported, None) => line.say("."),
    }
}
