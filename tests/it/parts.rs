//! Parts of the groups that a report names, with a rate of their own; and all inhabitants.

use giamngheo::model::checks::{Check, CheckKind, Verdict, checks};
use giamngheo::model::measure::{Aspect, Group, PartField};
use giamngheo::text::Lang;
use giamngheo::text::say::check::{holds, sentence, sum};
use giamngheo::text::show::Style;

use super::folder::Head;
use super::program::{accepted, begun, choices, press, screen};

fn file(day: &str, members: &str) -> String {
    Head::reported(r#""name": "Tỉnh Thử", "kind": "province""#, day).with(members)
}

/// A part of a group with these members.
fn part(group: &str, members: &str) -> String {
    format!(
        r#""{group}": {{ "among": [{{ "id": "dt", "name": {{ "vi": "Hộ dân tộc", "en": "Minority" }}, {members} }}] }}"#
    )
}

fn checks_of(files: &[String]) -> Vec<Check> {
    let load = accepted("parts", files);
    checks(&load.world.histories[0], files.len() - 1, "2023-01-15".parse().unwrap())
}

/// Each check of a part is as that of the group: verdict, line in both languages, and the name of what must be mended.
#[test]
#[expect(clippy::too_many_lines, clippy::type_complexity, reason = "a table of cases")]
fn a_part_is_checked_as_its_group() {
    let before = part("poor", r#""households": 32000, "of": 164000, "rate_percent": 19.51"#);
    let now = |members: &str| part("poor", &format!(r#""households": 28000, "of": 165000, {members}"#));
    let cases: [(&[&str], String, fn(&CheckKind) -> bool, Verdict, [&str; 2], [&str; 2]); 8] = [
        (
            &[],
            now(r#""rate_percent": 16.97"#),
            |kind| matches!(kind, CheckKind::Rate(_)),
            Verdict::Holds,
            ["Hộ dân tộc: 28.000 : 165.000 hộ = 16,97%", "Minority: 28,000 ÷ 165,000 households = 16.97%"],
            [
                "tỷ lệ 16,97%, hoặc số hộ từ 27.993 đến 28.008 (nêu 28.000)",
                "a rate of 16.97%, or 27,993 to 28,008 (stated 28,000) households",
            ],
        ),
        (
            &[],
            now(r#""rate_percent": 17.05"#),
            |kind| matches!(kind, CheckKind::Rate(_)),
            Verdict::Contradicts,
            [
                "Hộ dân tộc: 28.000 : 165.000 hộ = 16,97%*, nêu 17,05%",
                "Minority: 28,000 ÷ 165,000 households = 16.97%*, stated 17.05%",
            ],
            [
                "tỷ lệ 16,97% (nêu 17,05%), hoặc số hộ từ 28.125 đến 28.140 (nêu 28.000)",
                "a rate of 16.97% (stated 17.05%), or 28,125 to 28,140 (stated 28,000) households",
            ],
        ),
        (
            &[],
            part("near_poor", r#""households": 28000, "rate_percent": 17.0"#),
            |kind| matches!(kind, CheckKind::Rate(_)),
            Verdict::Holds,
            [
                "Hộ dân tộc: 28.000 hộ = 17,0% khi tổng hộ từ 164.223 đến 165.191",
                "Minority: 28,000 households = 17.0% for totals of 164,223 to 165,191",
            ],
            ["tổng số hộ của nhóm từ 164.223 đến 165.191", "all households of the part 164,223 to 165,191"],
        ),
        (
            &[&before],
            now(r#""reduced": 4000"#),
            |kind| matches!(kind, CheckKind::Reduced(_)),
            Verdict::Holds,
            [
                "Giảm hộ nghèo: Hộ dân tộc 4.000 = 32.000 − 28.000",
                "Reduction in poor households: Minority 4,000 = 32,000 − 28,000",
            ],
            ["giảm hộ nghèo: Hộ dân tộc 4.000", "reduction in poor households: Minority 4,000"],
        ),
        (
            &[&before],
            now(r#""reduced": 4100"#),
            |kind| matches!(kind, CheckKind::Reduced(_)),
            Verdict::Contradicts,
            [
                "Giảm hộ nghèo: Hộ dân tộc 4.100, nhưng 32.000 − 28.000 = 4.000* (thiếu 100)",
                "Reduction in poor households: Minority 4,100, but 32,000 − 28,000 = 4,000* (short by 100)",
            ],
            [
                "giảm hộ nghèo: Hộ dân tộc 4.000 (nêu 4.100), hoặc cuối kỳ 27.900 (nêu 28.000)",
                "reduction in poor households: Minority 4,000 (stated 4,100), or 27,900 at the end (stated 28,000)",
            ],
        ),
        (
            &[&before],
            now(r#""rate_percent": 16.97, "rate_change_points": -4.2"#),
            |kind| matches!(kind, CheckKind::RateChange(_)),
            Verdict::Contradicts,
            [
                "Tỷ lệ hộ nghèo, Hộ dân tộc: −4,2 điểm phần trăm, nhưng 16,97% − 19,51% = −2,54* (lệch 1,66)",
                "Rate of poor households, Minority: −4.2 percentage points, but 16.97% − 19.51% = −2.54* (off by 1.66)",
            ],
            [
                "tỷ lệ hộ nghèo, Hộ dân tộc, thay đổi −2,54 điểm phần trăm (nêu −4,2)",
                "a change of −2.54 percentage points for Minority (stated −4.2)",
            ],
        ),
        (
            &[],
            format!("{}, {}", part("poor", r#""of": 165000"#), part("near_poor", r#""of": 165238"#)),
            |kind| matches!(kind, CheckKind::PartTotal(_)),
            Verdict::Contradicts,
            [
                "Hộ dân tộc: tổng số hộ 165.000 ở hộ nghèo, 165.238 ở hộ cận nghèo",
                "Minority: all households 165,000 in poor, 165,238 in near-poor",
            ],
            ["một số cho mọi nhóm: 165.000 hay 165.238", "one number for all groups: 165,000 or 165,238"],
        ),
        (
            &[],
            format!("{}, {}", part("poor", r#""of": 165000"#), part("combined", r#""of": 165000"#)),
            |kind| matches!(kind, CheckKind::PartTotal(_)),
            Verdict::Holds,
            [
                "Hộ dân tộc: tổng số hộ 165.000 ở hộ nghèo, 165.000 ở hộ nghèo và cận nghèo",
                "Minority: all households 165,000 in poor, 165,000 in poor and near-poor",
            ],
            ["một số cho mọi nhóm: 165.000 hay 165.000", "one number for all groups: 165,000 or 165,000"],
        ),
    ];
    let mut wrong: Vec<String> = Vec::new();
    for (before, now, kind, verdict, lines, would) in cases {
        let mut files: Vec<String> = before.iter().map(|members| file("2021-12-31", members)).collect();
        files.push(file("2022-12-31", &now));
        let found: Vec<Check> = checks_of(&files).into_iter().filter(|check| kind(&check.kind)).collect();
        let [check] = &found[..] else { panic!("{now}: {found:#?}") };
        assert_eq!(
            (check.verdict, check.part.as_ref().map(|part| part.id.as_str())),
            (verdict, Some("dt")),
            "{now}"
        );
        for (lang, (line, would)) in [Lang::Vi, Lang::En].into_iter().zip(lines.into_iter().zip(would)) {
            let said = [sentence(lang, check), holds(lang, check).into_iter().next().unwrap_or_default()];
            if said != [line, would] || sum(lang, check).is_empty() {
                wrong.push(format!("{said:?}\n{:?}", [line, would]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// All households of a part, said in one group, hold for the other and for both together; they are no sum of two.
#[test]
fn all_households_of_a_part_are_said_once() {
    let near_poor = part("near_poor", r#""households": 16500, "of": 165000"#);
    let poor = part("poor", r#""households": 28000"#);
    let load = accepted("parts", &[file("2022-12-31", &format!("{poor}, {near_poor}"))]);
    let area = &load.world.histories[0].snapshots[0].whole;
    let part = area.named_parts()[0].clone();
    for (group, rate) in Group::ALL.into_iter().zip(["16,97%", "10,00%", "26,97%"]) {
        let of = |field| area.shown(group, &Aspect::Among(part.clone(), field)).unwrap();
        let shown = |field| giamngheo::text::show::number(Lang::Vi, &of(field), Style::default());
        assert_eq!((shown(PartField::All).as_str(), shown(PartField::Rate).as_str()), ("165.000", rate));
    }
}

/// What is shown of a part, on the page of its area and over time.
#[test]
#[expect(clippy::too_many_lines, reason = "one unit, its page and its years in two languages")]
fn parts_and_inhabitants_are_shown_and_followed() {
    let members = |n: i64, change: &str| {
        let ward = |name: &str, n: i64| {
            format!(
                r#"{{ "name": "{name}", "kind": "district", "households": 165000, "persons": 660000, "poor":
                {{ "households": {n}, "persons": {}, "among": [{{ "id": "dt", "name": {{ "vi": "Hộ dân tộc", "en": "Minority" }},
                "households": {n}, "persons": {}, "of": 165000, "rate_change_points": {change}, "reduced": -40 }}] }} }}"#,
                4 * n,
                4 * n
            )
        };
        format!(r#""persons": 1320000, "areas": [{}, {}]"#, ward("Huyện A", n), ward("Huyện B", 100))
    };
    let files = [file("2021-12-31", &members(28_040, "-1.5")), file("2022-12-31", &members(28_000, "-0.02"))];
    for (lang, rows) in [
        (
            Lang::Vi,
            [
                "% dân số 660.000 người",
                "17%*",
                "Hộ dân tộc",
                "nhân khẩu",
                "tỷ lệ trên 165.000 hộ",
                "16,97%*",
                "thay đổi tỷ lệ (điểm %)",
                "−0,02",
                "tăng, giảm trong năm 2022",
                "+40",
            ],
        ),
        (
            Lang::En,
            [
                "% of 660,000 inhabitants",
                "17%*",
                "Minority",
                "persons",
                "rate of 165,000 households",
                "16.97%*",
                "change in the rate (points)",
                "−0.02",
                "change in 2022",
                "+40",
            ],
        ),
    ] {
        let mut app = begun(choices(lang, ""), (160, 60), &accepted("parts", &files));
        press(&mut app, "2 <Down> <Enter>");
        let picture = screen(&app);
        for words in rows {
            assert!(picture.contains(words), "{words}\n{picture}");
        }
        let mut app = begun(choices(lang, ""), (160, 60), &accepted("parts", &files));
        press(&mut app, "2 <Down> <Enter> 5");
        let picture = screen(&app);
        let followed = match lang {
            Lang::Vi => ["Hộ dân tộc, hộ nghèo", "28.040", "16,99%*", "Dân số", "660.000"],
            Lang::En => ["Minority, poor", "28,040", "16.99%*", "Inhabitants", "660,000"],
        };
        for words in followed {
            assert!(picture.contains(words), "{words}\n{picture}");
        }
    }
}

/// A target of a part is judged as that of its group: its rate is a share of all households of the part, and its way,
/// what is left and what is asked are told on the tabs of targets, the first tab and in the conclusion.
#[test]
fn a_target_of_a_part_is_judged_and_told() {
    let members = |n: i64, rate: &str, aim: &str| {
        format!(
            r#"{}, "targets": [ {{ "id": "t", "name": "Giảm nghèo trong đồng bào", "year": 2022, {aim} }} ]"#,
            part("poor", &format!(r#""households": {n}, "of": 165000{rate}"#))
        )
    };
    let rate = r#""measure": "poor.among.dt.rate", "aim": { "reduce_by_points": 4 }"#;
    let count = r#""measure": "poor.among.dt.households", "aim": { "reach": 20000 }"#;
    // 33 000 of 165 000 are 20 %, 28 050 of them 17 %: 3 points of 4, on 30/09 after 273 of 365 days.
    for (aim, percent, vi, en) in [
        (rate, "75%", ["4 điểm", "17,00%*"], ["4 points", "17.00%*"]),
        (count, "38,1%", ["20.000", "28.050"], ["20,000", "28,050"]),
    ] {
        let files =
            [file("2021-12-31", &members(33_000, "", aim)), file("2022-09-30", &members(28_050, "", aim))];
        let load = accepted("parts", &files);
        let history = &load.world.histories[0];
        let snapshot = &history.snapshots[1];
        let found = giamngheo::model::standing::assess(
            history,
            1,
            snapshot,
            &snapshot.targets[0],
            "2022-10-15".parse().unwrap(),
        );
        let done = found.done.as_ref().unwrap();
        assert_eq!(giamngheo::text::show::number(Lang::Vi, done, Style::default()), percent);
        assert!(found.whole.as_ref().is_ok_and(|all| all.amount.low().to_whole() == Some(165_000)));
        assert!(found.pace.needed.is_ok() && found.what_if(&snapshot.targets[0], 100).is_some());
        for (lang, words) in [(Lang::Vi, vi), (Lang::En, en)] {
            let mut app = begun(choices(lang, ""), (160, 60), &accepted("parts", &files));
            press(&mut app, "4");
            let picture = screen(&app);
            for words in words.into_iter().chain(["Giảm nghèo trong đồng bào"]) {
                assert!(picture.contains(words), "{words}\n{picture}");
            }
            press(&mut app, "1");
            let picture = screen(&app);
            assert!(picture.contains("Giảm nghèo trong đồng bào"), "{picture}");
        }
    }
}
