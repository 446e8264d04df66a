//! What support reached in the period of the shown snapshot.

use chrono::Datelike;

use crate::model::change::turned;
use crate::model::checks::{self, Check, CheckKind, Verdict};
use crate::model::figure::Figure;
use crate::model::measure::Support;
use crate::model::support::{Programme, ProgrammeKind};
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::Lang;
use crate::text::line::{Line, Role};
use crate::text::say::standing::is_turned;
use crate::text::say::what::{capital, name_inside, under};

use super::super::{TargetSummary, View};
use super::{Minutes, during, joined, named_period};

/// Of how many programmes a sentence names what they reached.
const NAMED: usize = 4;

/// `Năm 2022 có 9 chính sách hỗ trợ, trong đó vay vốn hỗ trợ giảm nghèo: 1.293 hộ; …`
pub fn sentence(view: &Minutes) -> Option<Line> {
    if !view.path.is_empty() {
        return None;
    }
    let (at, programmes) = view.history.programmes(view.at)?;
    if at != view.at {
        return None;
    }
    if let [only] = programmes
        && is_told_by_target(view, only)
    {
        return None;
    }
    let (count, period) = (programmes.len(), period(view));
    let clauses: Vec<Line> = chosen(programmes).iter().map(|p| clause(view, p)).collect();
    let is_part = clauses.len() < count;
    let clauses = joined(clauses)?;
    if count == 1 && view.lang == Lang::En {
        return Some(
            say!(view, "{period}", "{period} there was one support programme, "; period)
                .then(clauses)
                .say("."),
        );
    }
    let head = say!(view, "{period} có {count} chính sách hỗ trợ", "{period} there were {count} support programmes";
        period, count);
    Some(if is_part && count > 1 {
        say!(view, "{head}, trong đó {clauses}.", "{head}, among them {clauses}."; head, clauses)
    } else {
        under(head, clauses).say(".")
    })
}

/// Does a target of the shown year tell all that is known of a programme?
fn is_told_by_target(view: &Minutes, programme: &Programme) -> bool {
    let is_all =
        programme.stated(Support::Amount).is_none() && programme.stated(Support::ChangePercent).is_none();
    let own = view.own_targets(view.snapshot().as_of().year());
    let tells = |it: &TargetSummary| {
        matches!(&it.target.reads, TargetMeasure::Programme(id, _) if *id == programme.named.id)
            && it.found.count.now.is_ok()
    };
    // A few targets are told each by itself, of many the good ones are counted.
    is_all && own.len() <= NAMED && own.iter().any(tells)
}

/// `Năm 2022`, `In 2022`; a period without a name by its days.
fn period(view: &Minutes) -> Line {
    let period = view.snapshot().origin.period;
    match named_period(view, period) {
        Some(named) => say!(view, "{period}", "In {period}"; period = (&*capital(&named), &*named)),
        None => during(view, period),
    }
}

/// Does the report tell that some of them reached fewer than a year before? That is no news to be left out.
pub fn has_fall(view: &Minutes) -> bool {
    view.path.is_empty() && view.snapshot().programmes.iter().any(fell)
}

fn fell(programme: &Programme) -> bool {
    programme.stated(Support::ChangePercent).is_some_and(is_turned)
}

/// Those that fell; two of loans, one of education, one of health or insurance; where these are fewer, others in the file's order.
fn chosen(programmes: &[Programme]) -> Vec<&Programme> {
    let told = |p: &&Programme| p.stated(Support::Reached).is_some() || p.stated(Support::Amount).is_some();
    let of_kinds = |kinds: &'static [ProgrammeKind], most| {
        programmes.iter().filter(told).filter(move |p| kinds.contains(&p.kind)).take(most)
    };
    let first = of_kinds(&[ProgrammeKind::Credit], 2).chain(of_kinds(&[ProgrammeKind::Education], 1));
    let mut chosen: Vec<&Programme> =
        programmes.iter().filter(told).filter(|p| fell(p)).take(NAMED).collect();
    let by_kind = first.chain(of_kinds(&[ProgrammeKind::Health, ProgrammeKind::Insurance], 1));
    for programme in by_kind {
        if chosen.len() < NAMED && !chosen.iter().any(|known| known.named == programme.named) {
            chosen.push(programme);
        }
    }
    for programme in programmes.iter().filter(told) {
        if chosen.len() < NAMED && !chosen.iter().any(|known| known.named == programme.named) {
            chosen.push(programme);
        }
    }
    chosen
}

fn clause(view: &Minutes, programme: &Programme) -> Line {
    let name = name_inside(view.lang, &programme.named.name);
    let (reached, amount) = (programme.stated(Support::Reached), programme.stated(Support::Amount));
    let (first, second) = if reached.is_some() { (reached, amount) } else { (amount, None) };
    let moved = |change: &Figure| {
        let size = if is_turned(change) { turned(change) } else { change.clone() };
        let verb = if is_turned(change) {
            (Role::Strong, view.pick("giảm", "down"))
        } else {
            (Role::Plain, view.pick("tăng", "up"))
        };
        say!(view, "{verb} {size}"; verb, size)
    };
    let change = programme.stated(Support::ChangePercent).map(|stated| {
        let year = ("so với cùng kỳ năm trước", "on the same period of the year before");
        if let Some(counted) = counted_otherwise(view, programme) {
            say!(view, "{year} báo cáo nêu {stated}, theo hai kỳ {counted}[ ({see})]",
                "{stated} {year} according to the report, {counted} between the two dates[ ({see})]"; year,
                stated = moved(stated), counted = moved(counted), see = view.see_checks())
        } else {
            say!(view, "{stated} {year}"; stated = moved(stated), year)
        }
    });
    say!(view, "{name}[: {first+}][ ({second+})][, {change}]"; name, first, second, change)
}

/// The change of a programme that two files count, where the stated one contradicts it.
fn counted_otherwise<'a>(view: &View<'a>, programme: &Programme) -> Option<&'a Figure> {
    let kinds = checks::of_verdict(view.checks(), Verdict::Contradicts).flat_map(Check::kinds);
    let of_it = kinds.filter_map(|kind| match kind {
        CheckKind::ProgrammeChange(of) if of.entry.id == programme.named.id => of.counted.as_ref().ok(),
        _ => None,
    });
    of_it.into_iter().next()
}
