//! Targets given to areas, beside the unit's own.

use super::*;
use crate::model::measure::Aspect;
use crate::model::standing::Standing;
use crate::model::standing::shared::{of_unit, shared};

fn given(id: &str, area: &str, mut target: Target) -> Target {
    target.named = named(id);
    target.area = Some(build::name(area));
    target
}

/// Two wards of the district, and the targets they were given.
fn district(targets: Vec<Target>) -> History {
    let mut then = counted("2022-12-31", 10_000, 1000, 0);
    let mut now = counted("2023-09-30", 10_000, 700, 0);
    for (name, before, after) in [("p1", 600, 380), ("p2", 400, 320)] {
        for (snapshot, poor) in [(&mut then, before), (&mut now, after)] {
            let mut part = build::area(name, &snapshot.origin);
            part.state(Group::Poor, Aspect::Households, Some(households(poor)));
            snapshot.whole.areas.list_mut().push(part);
        }
    }
    now.targets = targets.into();
    build::history(vec![then, now])
}

/// 220 + 200 = 420 asked of the wards, 400 of the district: 20 more, said without a verdict.
#[test]
fn falls_in_households_are_summed() {
    let history = district(vec![fewer(400), given("a", "p1", fewer(220)), given("b", "p2", fewer(200))]);
    let it = shared(&history, 1, &history.snapshots[1].targets[0]).unwrap();
    assert_eq!((one(&it.together, 0), one(&it.asked, 0), one(&it.difference, 0)), (420, 400, 20));
    assert_eq!((it.parts.len(), it.without.len()), (2, 0));
    let (_, unit) = of_unit(&history, 1, it.parts[0].1).unwrap();
    assert_eq!(unit.named.id, "t");
    assert!(shared(&history, 1, it.parts[0].1).is_none());
}

/// 600 → 380 is 220 of 220; 400 → 320 is 80 of 200, 40 %.
#[test]
fn an_area_is_judged_by_its_own_figures() {
    let history = district(vec![]);
    assert_eq!(newest(&history, &given("a", "p1", fewer(220))).standing, Standing::Met);
    let behind = newest(&history, &given("b", "p2", fewer(200)));
    assert_eq!((behind.standing, one(&behind.done, 0)), (Standing::Behind, 40));
    assert_eq!(newest(&history, &given("c", "p9", fewer(1))).standing, Standing::NoData);
}

#[test]
fn points_are_listed_never_summed() {
    let part = given("a", "p1", points(Group::Poor, "0.50"));
    let history = district(vec![points(Group::Poor, "0.69"), part]);
    let it = shared(&history, 1, &history.snapshots[1].targets[0]).unwrap();
    assert!(matches!(why(&it.together), MissingReason::NotMeant));
    assert_eq!((it.parts.len(), it.without.len()), (1, 1));
}

/// Levels are summed only when every ward has one: 350 + 250 = 600.
#[test]
fn levels_are_summed_when_every_area_has_one() {
    let level = |n| aiming(TargetMeasure::Households(Group::Poor), AimKind::Reach, households(n));
    let one_only = district(vec![level(600), given("a", "p1", level(350))]);
    let it = shared(&one_only, 1, &one_only.snapshots[1].targets[0]).unwrap();
    assert!(matches!(why(&it.together), MissingReason::NotMeant));
    let both = district(vec![level(600), given("a", "p1", level(350)), given("b", "p2", level(250))]);
    let it = shared(&both, 1, &both.snapshots[1].targets[0]).unwrap();
    assert_eq!((one(&it.together, 0), one(&it.difference, 0)), (600, 0));
}

#[test]
fn other_years_and_measures_stay_apart() {
    let mut earlier = given("a", "p1", fewer(220));
    earlier.year = 2022;
    let history = district(vec![fewer(400), earlier, given("b", "p1", points(Group::Poor, "0.5"))]);
    assert!(shared(&history, 1, &history.snapshots[1].targets[0]).is_none());
}
