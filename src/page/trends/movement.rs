//! `Hộ nghèo từ 31/12/2022: 1.429 − 335* thoát + 3 tái + 21 phát sinh mới = 1.118`.

use crate::model::area::Area;
use crate::model::measure::{Aspect, Group, Line as Moved, Measure};
use crate::model::ops::{self, Known};
use crate::text::{date, show};

use super::super::table::Style;
use super::{Desk, Subject};
use crate::text::line::{Line, Role};

/// The movement of the chosen group since the period of the shown snapshot began.
pub fn line(desk: &Desk) -> Option<Line> {
    let (view, area) = (desk.view, desk.view.area());
    let group = match desk.chosen {
        Subject::Of(Group::NearPoor, _) => Group::NearPoor,
        Subject::Of(..) => Group::Poor,
        _ => return None,
    };
    let stated = area.group(group);
    if !Moved::OUT.iter().chain(&Moved::IN).any(|line| stated.line(*line).is_some()) {
        return None;
    }
    let from = area.origin.period.first.pred_opt()?;
    let before = view.history.on(view.at, from).and_then(|s| s.whole.at(view.path));
    let start = stated.line(Moved::Start).cloned().map(Ok);
    let start: Known = start.or_else(|| Some(before?.figure(group, &Aspect::Households)))?;
    let end = area.figure(group, &Aspect::Households).ok()?;
    let name = match group {
        Group::NearPoor => view.pick("Hộ cận nghèo", "Near-poor"),
        _ => view.pick("Hộ nghèo", "Poor"),
    };
    let line = Line::plain(format!("{name} {} {}: ", view.pick("từ", "from"), date::day(view.lang, from)));
    let mut line = line.figure(view.lang, start.as_ref().ok()?, Style::Plain);
    for (sign, word, sum) in terms(desk, area, group) {
        line = line.say(sign).figure(view.lang, sum.as_ref().ok()?, Style::Plain).say(format!(" {word}"));
    }
    Some(ended(desk, line, area, group, &start, &end))
}

/// The lines that are there and not zero, those that mean one thing taken together.
fn terms(desk: &Desk, area: &Area, group: Group) -> Vec<(&'static str, &'static str, Known)> {
    use Moved::{AboveNearPoor, Escaped, FromOther, Newly, OtherIn, OtherOut, Relapsed, ToOther};
    let pick = |vi, en| desk.view.lang.pick(vi, en);
    let is_poor = group == Group::Poor;
    // Who goes from the near-poor to the poor escapes nothing.
    let up: &[Moved] = if is_poor { &[ToOther, AboveNearPoor, Escaped] } else { &[AboveNearPoor, Escaped] };
    let down: &[Moved] = if is_poor { &[] } else { &[ToOther] };
    let from = if is_poor {
        pick("từ cận nghèo", "from near-poor")
    } else {
        pick("từ hộ nghèo", "from poor")
    };
    let rows: [(&str, &str, &[Moved], Aspect); 7] = [
        (" − ", pick("thoát", "escaped"), up, Aspect::Out),
        (" − ", pick("thành hộ nghèo", "to poor"), down, Aspect::Out),
        (" − ", pick("ra khác", "other out"), &[OtherOut], Aspect::Out),
        (" + ", from, &[FromOther], Aspect::In),
        (" + ", pick("tái", "relapsed"), &[Relapsed], Aspect::In),
        (" + ", pick("phát sinh mới", "new"), &[Newly], Aspect::In),
        (" + ", pick("vào khác", "other in"), &[OtherIn], Aspect::In),
    ];
    let is_nothing = |sum: &Known| sum.as_ref().is_ok_and(|f| f.amount.high().is_zero());
    let sums = rows.into_iter().filter_map(|(sign, word, kinds, aspect)| {
        sum(area, group, kinds, aspect).filter(|sum| !is_nothing(sum)).map(|sum| (sign, word, sum))
    });
    sums.collect()
}

/// The lines of these kinds together; nothing where none of them is stated.
fn sum(area: &Area, group: Group, kinds: &[Moved], aspect: Aspect) -> Option<Known> {
    let stated = kinds.iter().filter_map(|kind| area.group(group).line(*kind));
    let found: Vec<Known> = stated.cloned().map(Ok).collect();
    match &found[..] {
        [] => None,
        [only] => Some(only.clone()),
        several => Some(ops::sum(area.what(Measure::of(group, aspect)), several)),
    }
}

/// The end: the stated count where the lines lead to it, else both numbers.
fn ended(
    desk: &Desk,
    line: Line,
    area: &Area,
    group: Group,
    start: &Known,
    end: &crate::model::figure::Figure,
) -> Line {
    let lang = desk.view.lang;
    let what = || area.what(Measure::of(group, Aspect::Households));
    let mut counted = start.clone();
    if let Some(out) = sum(area, group, &Moved::OUT, Aspect::Out) {
        counted = ops::difference(what(), &counted, &out);
    }
    if let Some(into) = sum(area, group, &Moved::IN, Aspect::In) {
        counted = ops::sum(what(), &[counted, into]);
    }
    match &counted {
        Ok(counted) if counted.amount == end.amount => line.say(" = ").figure(lang, end, Style::Plain),
        Ok(counted) => {
            let line = line.say(" = ").figure(lang, counted, Style::Plain);
            let line = line.role(Role::Warn, desk.view.pick(", báo cáo nêu ", ", stated "));
            line.figure(lang, end, Style::Plain)
        }
        Err(_) => line.role(Role::Dim, format!(" = {}", show::no_data(lang))),
    }
}
