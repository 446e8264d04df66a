//! The field of the file that holds a figure, or would hold one that is missing: `poor.movement.escaped`.

use crate::model::measure::{Aspect, Group, GroupField, Measure, Subject, Support};

/// The field for this figure, from the object of its unit or area on; none for what is only ever computed.
pub fn field_path(what: &Subject) -> Option<String> {
    match &what.measure {
        Measure::AllHouseholds | Measure::TotalRange => Some("households".to_owned()),
        Measure::Inhabitants => Some("persons".to_owned()),
        Measure::Of(group, aspect) => Some(of_group(*group, aspect)?),
        Measure::Programme(named, part) => Some(format!("programmes[{}].{}", named.id, support(*part)?)),
        Measure::Coverage(named, part) => Some(format!("coverage[{}].{}", named.id, part.code())),
        Measure::Indicator(named) => Some(format!("indicators[{}].value", named.id)),
        Measure::Target(named, part) => {
            use crate::model::measure::TargetField;
            let field = match part {
                TargetField::Goal | TargetField::Level => "aim",
                TargetField::Baseline => "baseline.value",
                TargetField::Result => "result.value",
                TargetField::PercentOfAim => "result.percent_of_aim",
                TargetField::Now
                | TargetField::Reduced
                | TargetField::Rise
                | TargetField::Fall
                | TargetField::Average
                | TargetField::Done
                | TargetField::Elapsed
                | TargetField::Surplus
                | TargetField::GoalHouseholds
                | TargetField::LevelHouseholds
                | TargetField::ReducedHouseholds
                | TargetField::Remaining
                | TargetField::RemainingHouseholds
                | TargetField::GoalCount
                | TargetField::LevelCount
                | TargetField::RisenCount
                | TargetField::Lacking
                | TargetField::LackingCount
                | TargetField::PaceNeeded
                | TargetField::PaceYear
                | TargetField::PacePeriod
                | TargetField::PaceAway
                | TargetField::Projected
                | TargetField::ProjectedByPeriod
                | TargetField::Short
                | TargetField::LastReduced
                | TargetField::GoalOfLast
                | TargetField::GoalOfAreas
                | TargetField::AreasSurplus
                | TargetField::IfHouseholds
                | TargetField::IfRate
                | TargetField::LeastByRounding => return None,
            };
            Some(format!("targets[{}].{field}", named.id))
        }
        Measure::Money | Measure::FirstAreas(..) | Measure::FirstAreasShare(..) => None,
    }
}

fn of_group(which: Group, aspect: &Aspect) -> Option<String> {
    let of = which.code();
    if let Some(field) = GroupField::of_aspect(aspect) {
        return Some(format!("{of}.{}", field.code));
    }
    Some(match aspect {
        Aspect::SumOfAreas => format!("{of}.households"),
        Aspect::Among(n, field) => format!("{of}.among[{}].{}", n.id, field.code()),
        Aspect::Moved(line) => format!("{of}.movement.{}", line.code(which)),
        Aspect::MovedPersons(line) => format!("{of}.movement_persons.{}", line.code(which)),
        Aspect::Out => format!("{of}.movement.escaped"),
        Aspect::In => format!("{of}.movement.newly"),
        Aspect::Lacking(n) => format!("deprivations[{}].{of}", n.id),
        Aspect::Cause(n) => format!("causes[{}].{of}", n.id),
        Aspect::Households
        | Aspect::Persons
        | Aspect::Rate
        | Aspect::RateChange
        | Aspect::Reduced
        | Aspect::PolicyFamilies
        | Aspect::ShareOfInhabitants
        | Aspect::PersonsPerHousehold
        | Aspect::ShareOfUnit
        | Aspect::LackingShare(_)
        | Aspect::Change
        | Aspect::RateDifference
        | Aspect::RateFromWhole
        | Aspect::RateByCount
        | Aspect::RateOfOldTotal
        | Aspect::RateByTotal
        | Aspect::RankByCount
        | Aspect::RankByRate
        | Aspect::RelativeChange => return None,
    })
}

fn support(part: Support) -> Option<&'static str> {
    match part {
        Support::OfPlan => Support::Planned.code(),
        Support::OfBudget => Support::Budget.code(),
        stated => stated.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build::{day, name, named};
    use crate::model::measure::When;
    use crate::model::measure::{Cover, MovementLine};

    fn field(measure: Measure) -> Option<String> {
        field_path(&Subject { measure, whose: name("Quận"), when: When::Day(day("2022-12-31")) })
    }

    #[test]
    fn fields_are_those_of_the_format() {
        let escaped = Measure::of_group(Group::Poor, Aspect::Moved(MovementLine::Escaped));
        assert_eq!(field(escaped).as_deref(), Some("poor.movement.escaped"));
        let back = Measure::of_group(Group::NearPoor, Aspect::Moved(MovementLine::ToOther));
        assert_eq!(field(back).as_deref(), Some("near_poor.movement.to_poor"));
        let card = Measure::Coverage(named("bhyt"), Cover::Eligible);
        assert_eq!(field(card).as_deref(), Some("coverage[bhyt].eligible"));
        assert_eq!(field(Measure::Money), None);
    }
}
