//! The field of the file that holds a figure, or would hold one that is missing: `poor.movement.escaped`.

use crate::model::measure::{Aspect, Cover, Group, Line, Measure, Support, What};

/// The field for this figure, from the object of its unit or area on; none for what is only ever computed.
pub fn of(what: &What) -> Option<String> {
    match &what.measure {
        Measure::AllHouseholds | Measure::TotalRange => Some("households".to_owned()),
        Measure::Of(group, aspect) => Some(of_group(*group, aspect)?),
        Measure::Programme(named, part) => Some(format!("programmes[{}].{}", named.id, support(*part)?)),
        Measure::Coverage(named, part) => Some(format!("coverage[{}].{}", named.id, cover(*part))),
        Measure::Target(named, part) => {
            use crate::model::measure::Aim;
            let field = match part {
                Aim::Asked | Aim::Level => "aim",
                Aim::Baseline => "baseline.value",
                Aim::Result => "result.value",
                Aim::PercentOfAim => "result.percent_of_aim",
                _ => return None,
            };
            Some(format!("targets[{}].{field}", named.id))
        }
        _ => None,
    }
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Poor => "poor",
        Group::NearPoor => "near_poor",
        Group::Combined => "combined",
    }
}

fn of_group(which: Group, aspect: &Aspect) -> Option<String> {
    let of = group(which);
    Some(match aspect {
        Aspect::Households | Aspect::SumOfAreas => format!("{of}.households"),
        Aspect::Persons => format!("{of}.persons"),
        Aspect::Rate => format!("{of}.rate_percent"),
        Aspect::RateChange => format!("{of}.rate_change_points"),
        Aspect::Reduced => format!("{of}.reduced"),
        Aspect::PolicyFamilies => format!("{of}.policy_families"),
        Aspect::Among(n) => format!("{of}.among[{}].households", n.id),
        Aspect::AmongPersons(n) => format!("{of}.among[{}].persons", n.id),
        Aspect::Moved(l) => format!("{of}.movement.{}", line(which, *l)),
        Aspect::MovedPersons(l) => format!("{of}.movement_persons.{}", line(which, *l)),
        Aspect::Out => format!("{of}.movement.escaped"),
        Aspect::In => format!("{of}.movement.newly"),
        Aspect::Lacking(n) => format!("deprivations[{}].{of}", n.id),
        Aspect::Cause(n) => format!("causes[{}].{of}", n.id),
        _ => return None,
    })
}

fn line(group: Group, line: Line) -> &'static str {
    let near = group == Group::NearPoor;
    match line {
        Line::Start => "start",
        Line::ToOther if near => "to_poor",
        Line::ToOther => "to_near_poor",
        Line::AboveNearPoor => "above_near_poor",
        Line::Escaped => "escaped",
        Line::OtherOut => "other_out",
        Line::FromOther if near => "from_poor",
        Line::FromOther => "from_near_poor",
        Line::Relapsed => "relapsed",
        Line::Newly => "newly",
        Line::OtherIn => "other_in",
    }
}

fn support(part: Support) -> Option<&'static str> {
    Some(match part {
        Support::Reached => "reached",
        Support::Amount => "amount",
        Support::Planned | Support::OfPlan => "planned",
        Support::Budget | Support::OfBudget => "budget",
        Support::Via => "via",
        Support::Average | Support::Change | Support::OfAreas => return None,
    })
}

fn cover(part: Cover) -> &'static str {
    match part {
        Cover::Covered | Cover::Ratio | Cover::Without => "covered",
        Cover::Eligible => "eligible",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build::{day, name, named};
    use crate::model::measure::When;

    fn field(measure: Measure) -> Option<String> {
        of(&What { measure, whose: name("Quận"), when: When::Day(day("2022-12-31")) })
    }

    #[test]
    fn fields_are_those_of_the_format() {
        let escaped = Measure::of(Group::Poor, Aspect::Moved(Line::Escaped));
        assert_eq!(field(escaped).as_deref(), Some("poor.movement.escaped"));
        let back = Measure::of(Group::NearPoor, Aspect::Moved(Line::ToOther));
        assert_eq!(field(back).as_deref(), Some("near_poor.movement.to_poor"));
        let card = Measure::Coverage(named("bhyt"), Cover::Eligible);
        assert_eq!(field(card).as_deref(), Some("coverage[bhyt].eligible"));
        assert_eq!(field(Measure::Money), None);
    }
}
