//! Plans and decisions, which ask and tell nothing; and two reports of one review.

use giamngheo::model::history::History;
use giamngheo::page::Tab;
use giamngheo::source::{Load, Remark};
use giamngheo::text::Lang;

use super::{faults, said, with};
use crate::folder::{Folder, Head};
use crate::program::{accepted, assert_sees, begun, choices, press, read, screen, squeezed};

const UNIT: &str = r#""name": "Quận 6", "kind": "district", "code": "775""#;

/// A file of a kind of paper.
fn paper(kind: &str, day: &str, members: &str) -> String {
    let source = format!(r#""provenance": "reported", "kind": "{kind}", "publisher": "UBND Quận 6""#);
    Head { unit: UNIT, as_of: day, source: &source }.with(members)
}

fn report(day: &str, poor: u32, members: &str) -> String {
    let comma = if members.is_empty() { "" } else { "," };
    let figures = format!(r#""households": 1000, "poor": {{ "households": {poor} }}{comma} {members}"#);
    Head::reported(UNIT, day).with(&figures)
}

/// A target to have so many poor households less.
fn fewer(by: u32, year: i32) -> String {
    format!(
        r#""poor": {{}}, "targets": [{{ "id": "ngheo", "name": "Giảm hộ nghèo", "year": {year},
        "measure": "poor.households", "aim": {{ "reduce_by": {by} }} }}],
        "tasks": [{{ "id": "hop", "name": "Họp tổ", "due": "{year}-06-30", "status": "planned" }}]"#
    )
}

fn programme(figure: &str) -> String {
    format!(r#""programmes": [{{ "id": "a", "name": "A", "kind": "credit", {figure} }}]"#)
}

fn indicator(value: &str) -> String {
    format!(r#""indicators": [{{ "id": "a", "name": "A", "unit": "percent", "better": "lower"{value} }}]"#)
}

fn of_area(member: &str) -> String {
    format!(r#""areas": [{{ "name": "Phường 1", {member} }}]"#)
}

/// What tells of a day or a period, and where it stands.
fn told() -> Vec<(String, &'static str)> {
    vec![
        (r#""households": 10"#.to_owned(), "households"),
        (r#""persons": 10"#.to_owned(), "persons"),
        (of_area(r#""persons": 3"#), "areas[0].persons"),
        (r#""poor": { "among": [{ "id": "a", "name": "A", "of": 3 }] }"#.to_owned(), "poor.among[0].of"),
        (r#""poor": { "households": 1 }"#.to_owned(), "poor.households"),
        (r#""near_poor": { "rate_percent": 1.2 }"#.to_owned(), "near_poor.rate_percent"),
        (r#""combined": { "reduced": 3 }"#.to_owned(), "combined.reduced"),
        (r#""poor": { "movement": { "newly": 3 } }"#.to_owned(), "poor.movement.newly"),
        (r#""poor": { "movement_persons": { "newly": 3 } }"#.to_owned(), "poor.movement_persons.newly"),
        (
            r#""poor": { "among": [{ "id": "a", "name": "A", "persons": 3 }] }"#.to_owned(),
            "poor.among[0].persons",
        ),
        (r#""deprivations": [{ "id": "a", "poor": 3 }]"#.to_owned(), "deprivations[0].poor"),
        (r#""causes": [{ "id": "a", "near_poor": 3 }]"#.to_owned(), "causes[0].near_poor"),
        (programme(r#""reached": 3"#), "programmes[0].reached"),
        (programme(r#""amount": 3"#), "programmes[0].amount"),
        (
            format!(
                "{}, {}",
                programme(r#""areas": [{ "name": "Phường 1", "reached": 3 }]"#),
                of_area(r#""poor": {}"#)
            ),
            "programmes[0].areas[0].reached",
        ),
        (r#""coverage": [{ "id": "a", "name": "A", "covered": 3 }]"#.to_owned(), "coverage[0].covered"),
        (r#""coverage": [{ "id": "a", "name": "A", "percent": 92.6 }]"#.to_owned(), "coverage[0].percent"),
        (programme(r#""change_percent": 5.4"#), "programmes[0].change_percent"),
        (indicator(r#", "value": 3.5"#), "indicators[0].value"),
        (of_area(&indicator(r#", "value": 3.5"#)), "areas[0].indicators[0].value"),
        (of_area(r#""households": 3"#), "areas[0].households"),
        (of_area(r#""poor": { "persons": 3 }"#), "areas[0].poor.persons"),
    ]
}

/// Each figure that tells is refused where it stands; what of the same kind only asks is not.
#[test]
fn a_plan_that_tells_a_figure_is_refused_at_each_place() {
    let told = told();
    for kind in ["plan", "decision"] {
        let of = |members: &str| {
            with(members).replace("\"reported\"", &format!("\"reported\", \"kind\": \"{kind}\""))
        };
        for (members, path) in &told {
            let found = faults(of(members).as_bytes());
            let at: Vec<&str> = found.iter().map(|fault| fault.path.as_str()).collect();
            assert!(at.contains(path) && found.iter().all(|fault| fault.place.is_some()), "{}", said(&found));
            assert!(
                said(&found).contains("a plan or a decision gives targets and tasks only"),
                "{}",
                said(&found)
            );
        }
        let asks = [
            programme(r#""planned": 1200, "budget": 5000000"#),
            r#""coverage": [{ "id": "a", "name": "A" }]"#.to_owned(),
            indicator(""),
            of_area(&indicator("")),
            of_area(r#""poor": {}"#),
            fewer(20, 2023),
        ];
        for members in asks {
            super::good(&of(&members));
        }
    }
    // A report says the same freely, and says that it is one, or nothing.
    for (members, _) in &told {
        super::good(&with(members).replace("\"reported\"", "\"reported\", \"kind\": \"report\""));
        super::good(&with(members));
    }
}

#[test]
fn another_kind_or_stage_is_refused_with_those_there_are() {
    for (member, path) in [(r#""kind": "planned""#, "source.kind"), (r#""stage": "draft""#, "source.stage")] {
        let text = with("").replace("\"reported\"", &format!("\"reported\", {member}"));
        let found = faults(text.as_bytes());
        assert_eq!(found[0].path, path, "{}", said(&found));
    }
}

fn only(load: &Load) -> &History {
    assert_eq!(load.world.histories.len(), 1, "{:?}", load.world.histories);
    &load.world.histories[0]
}

/// It has no place among the dates, and its targets are in force from its day; at the newest date all are.
#[test]
fn a_plan_beside_reports_asks_and_is_no_date() {
    let plan = paper("plan", "2023-01-15", &fewer(20, 2023));
    let decision = paper("decision", "2023-01-15", r#""tasks": [{ "id": "tap-huan", "name": "Tập huấn" }]"#);
    let reports = [report("2022-12-31", 100, ""), report("2023-06-30", 85, ""), report("2023-09-30", 82, "")];
    let load = accepted("plan", [plan, decision].into_iter().chain(reports.clone()));
    let history = only(&load);
    assert_eq!((history.snapshots.len(), history.plans.len(), load.files), (3, 2, 5));
    let (asked, tasks): (Vec<usize>, Vec<usize>) =
        (0..3).map(|at| (history.targets(at).len(), history.tasks(at).len())).unzip();
    assert_eq!((asked, tasks), (vec![0, 1, 1], vec![0, 2, 2]));
    let mut app = begun(choices(Lang::Vi, ""), (80, 24), &load);
    assert_sees(&screen(&app), &["30/09/2023", "◂ 3/3 ▸"]);
    press(&mut app, "4");
    // 100 − 82 = 18 of 20 = 90 %, at 273 of 365 days.
    assert_sees(&squeezed(&screen(&app)), &["Giảm hộ nghèo", "90%*", "đúng tiến độ"]);
    press(&mut app, "6");
    let files = squeezed(&screen(&app));
    assert_sees(&files, &["Tệp đã nạp (5)", "00.json kế hoạch", "01.json quyết định"]);
    // A plan of the same day as the only report is in force there.
    let load =
        accepted("same-day", [report("2022-12-31", 100, ""), paper("plan", "2022-12-31", &fewer(20, 2023))]);
    assert_eq!(only(&load).targets(0).len(), 1);
    // One that came after the newest report is not lost; one that came after another is not in force before it.
    let load =
        accepted("later", [report("2022-12-31", 100, ""), paper("plan", "2023-02-15", &fewer(20, 2023))]);
    assert_eq!((only(&load).snapshots.len(), only(&load).targets(0).len()), (1, 1));
}

/// What is only planned opens at its targets, beside another unit's report not at all.
#[test]
fn a_plan_alone_opens_with_its_targets() {
    let plan = paper("plan", "2022-12-20", &fewer(20, 2023));
    let load = accepted("alone", [&plan]);
    for (lang, sees, says) in [
        (Lang::Vi, "Kế hoạch ngày 20/12/2022", "Kế hoạch ngày 20/12/2022 của Quận 6 có 1 chỉ tiêu năm 2023"),
        (Lang::En, "Plan of 20 Dec 2022", "The plan of 20 Dec 2022 of Quận 6 sets 1 target for 2023"),
    ] {
        let app = begun(choices(lang, ""), (80, 24), &load);
        assert_eq!(app.tab, Tab::Targets);
        assert_sees(&screen(&app), &[sees, "◂ 1/1 ▸", "Giảm hộ nghèo"]);
        let conclusion = giamngheo::page::conclusion::lines(&app.view().unwrap());
        assert!(conclusion[0].text().starts_with(says), "{}", conclusion[0].text());
        assert!(!conclusion.iter().any(|line| line.text().contains("Số liệu")));
        let checks = app.view().unwrap().checks();
        assert!(checks.is_empty(), "neither age nor jumps of what is no snapshot: {checks:?}");
    }
    let other = Head::reported(r#""name": "Quận 8", "kind": "district", "code": "776""#, "2021-12-31");
    let load = accepted("beside", [plan, other.with(r#""poor": { "households": 5 }"#)]);
    let app = begun(choices(Lang::Vi, ""), (80, 24), &load);
    assert!(screen(&app).starts_with(" Quận 8") && app.tab == Tab::Overview, "{}", screen(&app));
    let asked = giamngheo::app::state::Choices { unit: Some("775".into()), ..choices(Lang::Vi, "") };
    assert!(screen(&begun(asked, (80, 24), &load)).starts_with(" Quận 6"));
}

/// An aim that a later report words otherwise is told, as between two reports.
#[test]
fn an_aim_that_differs_from_the_plan_is_to_verify() {
    let members = fewer(25, 2023).replace(r#""poor": {},"#, "");
    let load = accepted(
        "changed",
        [
            paper("plan", "2023-01-15", &fewer(20, 2023)),
            report("2022-12-31", 100, ""),
            report("2023-06-30", 85, &members),
        ],
    );
    let app = begun(choices(Lang::Vi, ""), (80, 24), &load);
    let found = app.view().unwrap().checks().iter().any(|check| {
        matches!(check.kind, giamngheo::model::checks::CheckKind::AimChanged(_)) && check.verdict.is_open()
    });
    assert!(found, "{:?}", app.view().unwrap().checks());
}

fn staged(stage: &str, poor: u32, near_poor: &str) -> String {
    let source = format!(r#""provenance": "reported", "published": "2023-01-20"{stage}"#);
    let members = format!(r#""households": 1000, "poor": {{ "households": {poor} }}{near_poor}"#);
    Head { unit: UNIT, as_of: "2022-12-31", source: &source }.with(&members)
}

const FIRST: &str = r#", "stage": "preliminary""#;
const LAST: &str = r#", "stage": "final""#;

#[test]
fn of_a_preliminary_and_a_final_report_the_final_one_is_shown() {
    let near_poor = r#", "near_poor": { "households": 70 }"#;
    for order in [[0, 1], [1, 0]] {
        let both = [staged(FIRST, 104, ""), staged(LAST, 101, near_poor)];
        let load = accepted("stages", order.map(|i| both[i].clone()));
        assert_eq!((only(&load).snapshots.len(), load.files), (1, 2));
        assert!(
            load.notes.iter().any(|note| matches!(note.what, Remark::Preliminary { .. })),
            "{:?}",
            load.notes
        );
        let mut app = begun(choices(Lang::Vi, ""), (90, 24), &load);
        assert_sees(&screen(&app), &["báo cáo chính thức 20/01/2023", "101"]);
        press(&mut app, "6");
        assert_sees(
            &squeezed(&screen(&app)),
            &["2 số khác bản chính thức", "Tệp đã nạp (2), bị từ chối (0)"],
        );
        press(&mut app, "<End>");
        assert_sees(&squeezed(&screen(&app)), &["104 → 101", "không nêu → 70"]);
        press(&mut app, "L");
        assert_sees(&squeezed(&screen(&app)), &["2 figures revised", "not stated → 70"]);
    }
}

/// Alone each is a report as any other; two of one stage, or one that does not say, are refused as before.
#[test]
fn other_pairs_of_one_day_stay_refused() {
    let alone = begun(choices(Lang::Vi, ""), (90, 24), &accepted("first", [staged(FIRST, 104, "")]));
    assert_sees(&screen(&alone), &["báo cáo sơ bộ 20/01/2023"]);
    for pair in [[FIRST, FIRST], [LAST, LAST], ["", LAST], [FIRST, ""], ["", ""]] {
        let [a, b] = pair.map(ToOwned::to_owned);
        let texts = [staged(&a, 104, ""), staged(&b, 101, "")];
        let load = read(&[&Folder::of("pairs", texts).0]);
        assert_eq!((load.files, load.refused.len()), (0, 2), "{pair:?}");
    }
    let three = [staged(FIRST, 104, ""), staged(LAST, 101, ""), staged(LAST, 100, "")];
    let load = read(&[&Folder::of("three", three).0]);
    assert_eq!((load.files, load.refused.len()), (0, 3));
}
