//! Why a check cannot be made, and what it needs.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::model::checks::{Check, CheckKind, Verdict, WhyNot};
use crate::model::measure::{Aspect, Group, Measure, MovementLine, Subject, When};
use crate::model::name::AreaName;
use crate::model::ops::MissingReason;
use crate::say;
use crate::text::Lang;
use crate::text::line::Line;
use crate::text::say::{field, standing, what};

use super::more_than;

/// Names that are written out; of more the count is told.
const NAMED: usize = 9;
/// Fields that are written out: all lines of a movement in both groups.
const FIELDS: usize = 12;

/// The reasons, as one part of a sentence; none where the check was made, and where its sentence says them already.
pub(super) fn why(lang: Lang, check: &Check) -> Option<Line> {
    // A sentence on one or two net falls asks itself what it lacks.
    let asks = matches!(check.kind, CheckKind::Reduced(_)) && check.count() < 3 && !is_of_bounds(check);
    if check.verdict != Verdict::CannotCheck || asks {
        return None;
    }
    let missing: Vec<&WhyNot> = check.why.iter().filter(|w| matches!(w, WhyNot::Missing(_))).collect();
    // Lines that are missing say more than that both ends follow from each other.
    let told = if matches!(check.kind, CheckKind::Movement(_)) && !missing.is_empty() {
        missing
    } else {
        check.why.iter().collect()
    };
    Line::joined(told.into_iter().filter_map(|why| reason(lang, check, why)), "; ")
}

/// Is nothing but a bound in the way?
pub(super) fn is_of_bounds(check: &Check) -> bool {
    !check.why.is_empty() && check.why.iter().all(|why| matches!(why, WhyNot::Bounded(_)))
}

fn reason(lang: Lang, check: &Check, why: &WhyNot) -> Option<Line> {
    Some(match why {
        WhyNot::Missing(found) => missing(lang, check, found),
        WhyNot::StoredDerived(_) => say!(lang, "hai vế suy ra từ nhau", "both sides follow from each other"),
        WhyNot::Bounded(_) => say!(
            lang,
            "số chỉ nêu hơn, gần, khoảng",
            "the figures are only approximate (over, nearly, about)"
        ),
        WhyNot::UnitsDiffer(_) => Line::plain(standing::obstacle(lang, &MissingReason::UnitsDiffer)?),
        WhyNot::NothingToDivideBy => {
            Line::plain(standing::obstacle(lang, &MissingReason::NothingToDivideBy)?)
        }
        WhyNot::NotDerivable => Line::plain(standing::obstacle(lang, &MissingReason::NotDerivable)?),
        WhyNot::PartsNotAll => say!(lang, "tệp không nói đã đủ", "nothing says that these are all"),
    })
}

/// "thiếu số hộ nghèo, số hộ cận nghèo cuối năm 2021, thoát, tái, phát sinh": those of one day together, each by its
/// name; of several areas the name once.
fn missing(lang: Lang, check: &Check, found: &[Subject]) -> Line {
    let among = Among::of(found);
    let mut seen = HashSet::new();
    let mut days: Vec<(Option<NaiveDate>, Vec<String>)> = Vec::new();
    for what in found {
        let day = other_day(check, what);
        let name = short(lang, check, what, &among);
        if !seen.insert((day, name.clone())) {
            continue;
        }
        match days.iter_mut().find(|(known, _)| *known == day) {
            Some((_, names)) => names.push(name),
            None => days.push((day, vec![name])),
        }
    }
    let more = more_than(NAMED, days.iter().map(|(_, names)| names.len()).sum());
    let mut room = NAMED;
    let all = days.into_iter().filter_map(|(day, mut names)| {
        names.truncate(room);
        room -= names.len();
        let names = (!names.is_empty()).then(|| names.join(", "))?;
        Some(say!(lang, "{names}[ {day}]"; names, day = day.map(|day| what::at_day(lang, day))))
    });
    let names = Line::joined(all, ", ").unwrap_or_default();
    say!(lang, "thiếu {names}[ và {more} số khác]", "{names}[ and {more} more] not given"; names, more)
}

/// The day of a missing stock, where that is not the day of the figures.
fn other_day(check: &Check, what: &Subject) -> Option<NaiveDate> {
    match what.when {
        When::Day(day) if !what.measure.is_flow() && day != check.origin.as_of => Some(day),
        When::Day(_) | When::Over(_) | When::Between(..) | When::Year(_) => None,
    }
}

/// What is missing besides something: of thousands not asked of each anew.
struct Among<'a> {
    /// The lines of the movement of the poor.
    of_poor: HashSet<MovementLine>,
    /// Who misses each thing, and whether that are several.
    whose: HashMap<&'a Measure, (&'a AreaName, bool)>,
}

impl<'a> Among<'a> {
    fn of(found: &'a [Subject]) -> Self {
        let mut among = Self { of_poor: HashSet::new(), whose: HashMap::new() };
        for what in found {
            if let Measure::Of(Group::Poor, Aspect::Moved(line) | Aspect::MovedPersons(line)) = &what.measure
            {
                among.of_poor.insert(*line);
            }
            let known = among.whose.entry(&what.measure).or_insert((&what.whose, false));
            known.1 |= *known.0 != *what.whose;
        }
        among
    }

    fn has_several(&self, measure: &Measure) -> bool {
        self.whose.get(measure).is_some_and(|(_, several)| *several)
    }
}

/// A line of the movement in one word, whatever its group; anything else by its name, and that of the area where only
/// one of them lacks it.
fn short(lang: Lang, check: &Check, what: &Subject, among: &Among) -> String {
    let name = match &what.measure {
        Measure::Of(group, Aspect::Moved(line) | Aspect::MovedPersons(line)) => {
            // Lacking in both groups it is named once.
            let group = if among.of_poor.contains(line) { Group::Poor } else { *group };
            let (vi, en) = what::movement_line(group, *line);
            return lang.pick(vi, en).to_owned();
        }
        _ => what::name(lang, what),
    };
    let is_alone = !among.has_several(&what.measure);
    let whose = (is_alone && !what.whose.is(&check.whose)).then(|| what::unit_inside(lang, &what.whose.name));
    // Among several names it is the one before it that the area is of.
    say!(lang, "{name}[ ({whose})]"; name, whose).text()
}

/// What a check needs that cannot be made. A field that is missing can be filled in; that both sides follow from each
/// other is settled elsewhere.
pub(super) fn needs(lang: Lang, check: &Check) -> impl Iterator<Item = String> {
    let is_missing = |why: &&WhyNot| matches!(why, WhyNot::Missing(_));
    let (missing, others): (Vec<&WhyNot>, _) = check.why.iter().partition(is_missing);
    let needs = missing.into_iter().chain(others).filter_map(move |why| need(lang, check, why));
    needs.map(|need| need.text()).filter(|need| !need.is_empty())
}

fn need(lang: Lang, check: &Check, why: &WhyNot) -> Option<Line> {
    Some(match why {
        WhyNot::Missing(found) => {
            let mut seen = HashSet::new();
            let names = found.iter().map(|what| field_of(lang, check, what));
            let mut fields = names.filter(|field| seen.insert(field.clone()));
            let told: Vec<String> = fields.by_ref().take(FIELDS).collect();
            let others = fields.next().map(|_| lang.pick("các trường khác", "others"));
            say!(lang, "{fields}[ và {others}]", "{fields}[ and {others}]"; fields = together(&told), others)
        }
        WhyNot::StoredDerived(figures) => {
            let figure = figures.first()?;
            say!(lang, "{name} {when} do báo cáo nêu, thay {figure} suy ra",
                "reported {name} of {when} in place of the derived {figure}";
                name = what::of_whom(lang, &figure.subject), when = what::when(lang, figure.subject.when), figure)
        }
        WhyNot::Bounded(figures) => {
            let bounds = figures.iter().take(3).map(|figure| say!(lang, "{figure+}"; figure));
            say!(lang, "số đúng thay cho {bounds}", "an exact figure for {bounds}";
                bounds = Line::joined(bounds, ", ").unwrap_or_default())
        }
        WhyNot::UnitsDiffer(_) => say!(lang, "hai số cùng đơn vị tính", "both figures in one unit"),
        WhyNot::NothingToDivideBy => say!(lang, "số chia lớn hơn 0", "a divisor above 0"),
        WhyNot::NotDerivable => say!(lang, "chỉ tiêu giao (`aim`)", "the target itself (`aim`)"),
        WhyNot::PartsNotAll => {
            say!(
                lang,
                "\"areas_complete\": true, nếu đã ghi đủ",
                "\"areas_complete\": true, if these are all"
            )
        }
    })
}

/// Fields of one object written once: `poor.movement.escaped, relapsed, newly; near_poor.movement.escaped`.
fn together(fields: &[String]) -> String {
    let mut text = String::new();
    let mut object = "";
    for field in fields {
        let (of, name) = field.rsplit_once('.').unwrap_or(("", field));
        let same = !of.is_empty() && of == object;
        let gap = match (text.is_empty(), same) {
            (true, _) => "",
            (false, true) => ", ",
            (false, false) => "; ",
        };
        text.push_str(gap);
        text.push_str(if same { name } else { field });
        object = of;
    }
    text
}

/// A missing figure as the field that would hold it; of another day or area with that.
fn field_of(lang: Lang, check: &Check, missing: &Subject) -> String {
    let stock =
        matches!(missing.measure, Measure::AllHouseholds | Measure::Of(..)) && !missing.measure.is_flow();
    let other_day = match missing.when {
        When::Day(day) if stock && day != check.origin.as_of => Some(day),
        When::Day(_) | When::Over(_) | When::Between(..) | When::Year(_) => None,
    };
    say!(lang, "{field}[ {whose}][ {other_day}]";
        field = field::field_path(missing).unwrap_or_else(|| what::name(lang, missing)),
        whose = (!missing.whose.is(&check.whose)).then_some(&missing.whose.name), other_day)
    .text()
}
