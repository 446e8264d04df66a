use super::*;
use crate::model::build;
use crate::model::figure::Derivation;
use crate::model::measure::Aspect;
use crate::model::name::UnitKind;
use crate::model::source_file::Provenance;
use crate::model::words::Text;

/// A name folded as that of a file is.
fn named(text: &str) -> Arc<AreaName> {
    Arc::new(AreaName { folded: name_key(text), ..(*build::name(text)).clone() })
}

/// A district at a day with these wards; without a number a ward is listed alone.
fn district(day: &str, wards: &[(&str, Option<i64>)]) -> Snapshot {
    let mut snapshot = build::snapshot(day);
    snapshot.whole.name = named("Quận");
    let origin = snapshot.origin.clone();
    let ward = |(name, poor): &(&str, Option<i64>)| {
        let mut area = Area::silent(&named(name), &origin);
        area.state(Group::Poor, Aspect::Households, poor.map(build::households));
        area
    };
    snapshot.whole.areas = wards.iter().map(ward).collect();
    snapshot
}

fn names(found: &[Reporting]) -> Vec<&str> {
    found.iter().flat_map(|of| &of.missing).map(|part| part.name.name.vi.as_str()).collect()
}

fn of(snapshots: Vec<Snapshot>) -> Vec<Reporting> {
    let at = snapshots.len() - 1;
    reporting(&World::default(), &build::history(snapshots), at)
}

#[test]
fn a_part_that_is_listed_alone_has_not_reported() {
    let found = of(vec![
        district("2022-12-31", &[("Phường 1", Some(3)), ("Phường 2", Some(4))]),
        district("2023-12-31", &[("Phường 1", Some(3)), ("Phường 2", None)]),
    ]);
    assert_eq!(names(&found), ["Phường 2"]);
    assert_eq!((found[0].reported(), found[0].expected.len()), (1, 2));
    assert_eq!(found[0].missing[0].last, Some(build::day("2022-12-31")));
    assert!(found[0].missing[0].is_listed);
}

#[test]
fn a_part_that_is_left_out_has_not_reported() {
    let before = || district("2022-12-31", &[("Phường 1", Some(3)), ("Phường 2", Some(4))]);
    let found = of(vec![before(), district("2023-12-31", &[("Phường 1", Some(3))])]);
    assert_eq!(names(&found), ["Phường 2"]);
    assert!(!found[0].missing[0].is_listed);
    // A year later it is still asked for, and none between listed any part at all.
    let later = [district("2023-06-30", &[]), district("2024-12-31", &[("Phường 1", Some(2))])];
    let all = [before(), district("2023-12-31", &[("Phường 1", Some(3))])].into_iter().chain(later);
    assert_eq!(names(&of(all.collect())), ["Phường 2"]);
}

#[test]
fn a_part_that_is_no_more_is_not_asked_for() {
    let before = || district("2022-12-31", &[("Phường 1", Some(3)), ("Phường 2", Some(4))]);
    let mut all = district("2023-12-31", &[("Phường 1", Some(6))]);
    all.whole.set_areas_complete(true);
    assert!(of(vec![before(), all]).is_empty(), "the list says that it is all");
    let merged = district("2023-12-31", &[("Phường Mới", Some(6))]);
    assert!(of(vec![before(), merged]).is_empty(), "another stands in its place");
    let hamlets = district("2023-12-31", &[("Ấp 1", Some(6)), ("Ấp 2", None)]);
    assert_eq!(names(&of(vec![before(), hamlets])), ["Ấp 2"], "parts of another kind");
    let mut whole = district("2023-12-31", &[("Phường 1", Some(6))]);
    whole.whole.state(Group::Poor, Aspect::Households, build::households(6));
    assert!(of(vec![before(), whole]).is_empty(), "the others come to the whole");
    let mut summed = district("2023-12-31", &[("Phường 1", Some(6))]);
    let mut sum = build::households(6);
    if let Derivation::Stated(stated) = Arc::make_mut(&mut sum.derivation) {
        stated.provenance = Provenance::Derived;
    }
    summed.whole.state(Group::Poor, Aspect::Households, sum);
    assert_eq!(names(&of(vec![before(), summed])), ["Phường 2"], "the whole is their sum");
    assert!(of(vec![before(), district("2023-12-31", &[])]).is_empty(), "no list, nothing to miss");
}

#[test]
fn a_list_of_names_is_no_report_that_is_late() {
    let mut listed = district("2023-12-31", &[("Phường 1", None), ("Phường 2", None)]);
    assert_eq!(names(&of(vec![listed.clone()])), ["Phường 1", "Phường 2"], "a blank file");
    for area in &mut *listed.whole.areas {
        area.state_households(Some(build::households(100)));
    }
    assert!(of(vec![listed]).is_empty(), "totals alone");
}

/// Histories of wards of "Quận": name, standard, day, poor households.
fn wards(of: &[(&str, &str, &str)]) -> Vec<History> {
    let ward = |(name, standard, day): &(&str, &str, &str)| {
        let mut snapshot = build::snapshot(day);
        snapshot.whole.name = named(name);
        snapshot.whole.state(Group::Poor, Aspect::Households, build::households(3));
        snapshot.within = Some(Text::vi("quận"));
        let mut history = build::history(vec![snapshot]);
        history.unit = named(name);
        history.standard.id = (!standard.is_empty()).then(|| (*standard).to_owned());
        history
    };
    of.iter().map(ward).collect()
}

#[test]
fn the_files_of_a_part_itself_speak_for_it() {
    let listed = district("2023-12-31", &[("Phường 1", Some(3)), ("phường 2", None)]);
    let history = build::history(vec![listed]);
    let with = |of: &[(&str, &str, &str)]| {
        reporting(&World { histories: wards(of), ..World::default() }, &history, 0)
    };
    let late = with(&[("phường 2", "", "2023-06-30")]);
    assert_eq!(late[0].missing[0].last, Some(build::day("2023-06-30")));
    assert!(with(&[("phường 2", "", "2023-12-31")]).is_empty());
    let went_on = [("phường 2", "", "2023-06-30"), ("phường 2", "moi", "2023-09-30")];
    assert!(with(&went_on).is_empty(), "it reports by another standard now");
    let later = [("phường 2", "", "2024-06-30")];
    assert_eq!(with(&later)[0].missing[0].last, None, "what comes later is not known yet");
}

#[test]
fn a_refused_file_is_known_by_what_it_says_or_by_its_name() {
    let ward = |text: &str| AreaName { kind: Some(UnitKind::Ward), ..(*build::name(text)).clone() };
    let file = |name: &str| RefusedFile { file: name.into(), ..RefusedFile::default() };
    let named = [file("phuong-13.json"), file("P_2023_phuong-03.json"), file("2023-12-31.json")];
    let day = build::day("2023-12-31");
    let found = |name: &str| refused_file(&named, &ward(name), None, day).map(|file| file.file.as_str());
    assert_eq!(found("Phường 3"), Some("P_2023_phuong-03.json"));
    assert_eq!(found("Phường 1"), None);
    let other_day = RefusedFile {
        unit: Some(Arc::new(ward("Phường 3"))),
        as_of: Some(build::day("2022-12-31")),
        ..file("a.json")
    };
    assert!(refused_file(&[other_day], &ward("Phường 3"), None, day).is_none());
}
