//! Statements of one file set against each other: verdict, line and arithmetic of each, in both languages.

use giamngheo::model::checks::{Check, CheckKind, Verdict, checks};
use giamngheo::text::Lang;
use giamngheo::text::say::check::{holds, sentence, sum};

use super::folder::Head;
use super::program::accepted;

type Kind = fn(&CheckKind) -> bool;

fn file(day: &str, members: &str) -> String {
    Head::reported(r#""name": "Tỉnh Thử", "kind": "province""#, day).with(members)
}

fn of(files: &[String]) -> Vec<Check> {
    let load = accepted("statements", files);
    checks(&load.world.histories[0], files.len() - 1, "2023-11-15".parse().unwrap())
}

const NET: Kind = |kind| matches!(kind, CheckKind::NetFall(_));
const TWICE: Kind = |kind| matches!(kind, CheckKind::ChangeAndResult(_));
const BACK: Kind = |kind| matches!(kind, CheckKind::WorkedBack(_));
const SAME: Kind = |kind| matches!(kind, CheckKind::SameGroups(_));
const RATE: Kind = |kind| matches!(kind, CheckKind::Rate(of) if of.added_up.is_some());
const CHANGE: Kind = |kind| matches!(kind, CheckKind::RateChange(_));

const LINES: &str = r#""relapsed": 0, "from_poor": 0, "other_in": 0, "other_out": 0"#;

/// Members of the file at the end of 2022, or of others; the kind; verdict and lines; none: no such line.
struct Case {
    files: Vec<String>,
    kind: Kind,
    expected: Option<(Verdict, [&'static str; 2])>,
}

fn case(members: &str, kind: Kind, expected: Option<(Verdict, [&'static str; 2])>) -> Case {
    Case { files: vec![file("2022-12-31", members)], kind, expected }
}

fn near(reduced: i64, lines: &str) -> String {
    format!(
        r#""near_poor": {{ "reduced": {reduced}, "movement": {{ "escaped": 317, "newly": 197{lines} }} }}"#
    )
}

fn target(result: &str) -> String {
    format!(
        r#""poor": {{ "rate_change_points": "0.04" }}, "targets": [ {{ "id": "t", "name": "Giảm nghèo", "year": 2022,
        "measure": "poor.rate", "result": {{ "value": "{result}" }} }} ]"#
    )
}

/// 10 689 + (−137) = 10 552 at 3.20 − 0.04 = 3.16 %: 332 871 to 334 984 households, as now.
fn back(change: &str) -> String {
    format!(
        r#""poor": {{ "households": 10689, "rate_percent": "3.20", "reduced": -137, "rate_change_points": "{change}" }}"#
    )
}

fn groups(near_poor: &str) -> String {
    let poor = r#""households": 1292, "rate_percent": "2.06", "rate_change_points": "-0.23""#;
    format!(r#""poor": {{ {poor} }}, "near_poor": {{ {near_poor} }}"#)
}

fn together(rate: &str) -> String {
    format!(
        r#""households": 439300, "poor": {{ "households": 29146, "rate_percent": "6.63" }},
        "near_poor": {{ "households": 8673, "rate_percent": "1.97" }},
        "combined": {{ "households": 37819, "rate_percent": "{rate}" }}"#
    )
}

#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn cases() -> Vec<Case> {
    let full = format!(", {LINES}");
    vec![
        case(
            &near(120, &full),
            NET,
            Some((
                Verdict::Holds,
                [
                    "Giảm hộ cận nghèo 120 = 317 thoát cận nghèo − 197 phát sinh mới",
                    "Reduction in near-poor households 120 = 317 exited − 197 newly near-poor",
                ],
            )),
        ),
        case(
            &near(121, &full),
            NET,
            Some((
                Verdict::Contradicts,
                [
                    "Giảm hộ cận nghèo 121, nhưng 317 thoát cận nghèo − 197 phát sinh mới = 120* (thiếu 1)",
                    "Reduction in near-poor households 121, but 317 exited − 197 newly near-poor = 120* (short by 1)",
                ],
            )),
        ),
        // A line that is not given may be the one that is missing.
        case(
            &near(121, ""),
            NET,
            Some((
                Verdict::CannotCheck,
                [
                    "Giảm hộ cận nghèo 121, nhưng 317 thoát cận nghèo − 197 phát sinh mới = 120* (thiếu 1): thiếu tái cận nghèo, từ hộ nghèo, khác giảm, khác tăng",
                    "Reduction in near-poor households 121, but 317 exited − 197 newly near-poor = 120* (short by 1): re-entered, from poor, other removals, other additions not given",
                ],
            )),
        ),
        case(
            &target("0.47"),
            TWICE,
            Some((
                Verdict::Contradicts,
                [
                    "Mức thay đổi tỷ lệ hộ nghèo +0,04 điểm phần trăm, nhưng kết quả chỉ tiêu −0,47 (lệch 0,51)",
                    "Reported change in the rate of poor households +0.04 percentage points, but the result of the target is −0.47 (off by 0.51)",
                ],
            )),
        ),
        case(
            &target("-0.04"),
            TWICE,
            Some((
                Verdict::Holds,
                [
                    "Mức thay đổi tỷ lệ hộ nghèo +0,04 điểm phần trăm; kết quả chỉ tiêu +0,04",
                    "Reported change in the rate of poor households +0.04 percentage points; result of the target +0.04",
                ],
            )),
        ),
        case(
            &back("0.04"),
            BACK,
            Some((
                Verdict::Holds,
                [
                    "Đầu kỳ 10.552* hộ nghèo: tổng hộ 332.871-334.984*, nay 333.511-334.553*",
                    "Start 10,552* poor hhs: totals 332,871-334,984*, now 333,511-334,553*",
                ],
            )),
        ),
        // 3.20 − 0.40 = 2.80 %: 376 000 households and more, a tenth more than now.
        case(
            &back("0.40"),
            BACK,
            Some((
                Verdict::ToVerify,
                [
                    "Đầu kỳ 10.552* hộ nghèo: tổng hộ 375.517-378.207*, nay 333.511-334.553*",
                    "Start 10,552* poor hhs: totals 375,517-378,207*, now 333,511-334,553*",
                ],
            )),
        ),
        case(r#""poor": { "households": 10689, "rate_percent": "3.20", "reduced": -137 }"#, BACK, None),
        case(
            &groups(r#""households": 1292, "rate_percent": "2.06", "rate_change_points": "-0.23""#),
            SAME,
            Some((
                Verdict::ToVerify,
                [
                    "1.292 hộ, 2,06%, −0,23 điểm phần trăm ghi ở hai nhóm",
                    "1,292 households, 2.06%, −0.23 percentage points stand for both poor and near-poor households",
                ],
            )),
        ),
        case(
            &groups(r#""households": 1292, "rate_percent": "2.06", "rate_change_points": "-0.22""#),
            SAME,
            None,
        ),
        case(
            &groups(r#""households": 1293, "rate_percent": "2.06", "rate_change_points": "-0.23""#),
            SAME,
            None,
        ),
        case(
            &together("8.60"),
            RATE,
            Some((
                Verdict::Holds,
                [
                    "8,60% = 6,63% + 1,97% (theo số đếm 8,61%*): khớp do làm tròn từng nhóm",
                    "8.60% = 6.63% + 1.97% (8.61%* by the counts): consistent, its parts are rounded",
                ],
            )),
        ),
        case(&together("8.61"), RATE, None),
        Case {
            files: vec![
                file("2021-12-31", r#""poor": { "rate_percent": "10.74" }"#),
                file("2023-10-31", r#""poor": { "rate_percent": "8.65", "rate_change_points": "-2.2" }"#),
            ],
            kind: CHANGE,
            expected: Some((
                Verdict::Contradicts,
                [
                    "Tỷ lệ hộ nghèo: −2,2 điểm phần trăm, nhưng 8,65% − 10,74% = −2,09* (lệch 0,11), qua 22 tháng",
                    "Rate of poor households: −2.2 percentage points, but 8.65% − 10.74% = −2.09* (off by 0.11), over 22 months",
                ],
            )),
        },
    ]
}

#[test]
fn statements_of_one_file_are_set_against_each_other() {
    let mut wrong = Vec::new();
    for Case { files, kind, expected } in cases() {
        let found: Vec<Check> = of(&files).into_iter().filter(|check| kind(&check.kind)).collect();
        let told =
            found.iter().map(|check| (check.verdict, [Lang::Vi, Lang::En].map(|lang| sentence(lang, check))));
        let told: Vec<(Verdict, [String; 2])> = told.collect();
        let expected: Vec<(Verdict, [String; 2])> =
            expected.into_iter().map(|(verdict, lines)| (verdict, lines.map(str::to_owned))).collect();
        if told != expected {
            wrong.push(format!("{told:#?}\n{expected:#?}"));
        }
        for check in &found {
            for lang in [Lang::Vi, Lang::En] {
                assert!(!sum(lang, check).is_empty() && !holds(lang, check).is_empty(), "{told:?}");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What one number explains is one line: a wrong total and the rate that is wrong by it, a combined rate that only adds
/// up two rounded ones.
#[test]
fn what_one_number_explains_is_one_line() {
    let wrong = r#""households": 412204, "poor": { "households": 63379, "rate_percent": "15.40" }"#;
    let total = r#""households": 70000, "poor": { "households": 1429, "rate_percent": "2.20" },
        "near_poor": { "households": 1092, "rate_percent": "1.68" }"#;
    // The rate of one group; the total, by both rates; nothing; the combined rate.
    for (members, open, totals) in [
        (wrong.to_owned(), 1, 0),
        (total.to_owned(), 1, 1),
        (together("8.60"), 0, 1),
        (together("8.70"), 1, 0),
    ] {
        let found = of(&[file("2022-12-31", &members)]);
        let contradicting = found.iter().filter(|check| check.verdict == Verdict::Contradicts).count();
        assert_eq!(contradicting, open, "{members}");
        // The range of totals is shown wherever it says something of its own.
        let told = found.iter().filter(|check| matches!(check.kind, CheckKind::Total(_))).count();
        assert_eq!(told, totals, "{members}");
    }
}
