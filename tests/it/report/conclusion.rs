//! The conclusion: every number in it is a figure, and it claims no more than there is.

use giamngheo::model::figure::Figure;
use giamngheo::page::Facts;
use giamngheo::page::conclusion::lines;
use giamngheo::source::Load;
use giamngheo::text::Lang;
use giamngheo::text::line::Line;

use crate::folder::Head;
use crate::program::{accepted, sample};

/// The conclusion on the files at a snapshot.
fn of<T>(load: &Load, lang: Lang, at: usize, tell: impl Fn(&[Line]) -> T) -> T {
    let facts = Facts::new(at + 1);
    tell(&lines(&crate::view::opened(lang, load, &facts, (0, at))))
}

fn words(lines: &[Line]) -> String {
    lines.iter().map(Line::text).collect::<Vec<_>>().join("\n")
}

fn from_text(name: &str, snapshot: &str) -> String {
    of(&accepted(name, [snapshot]), Lang::Vi, 0, words)
}

fn snapshot(provenance: &str, members: &str) -> String {
    let source = format!(r#""provenance": "{provenance}", "published": "2024-01-15""#);
    Head { unit: r#""name": "Phường A", "kind": "ward""#, as_of: "2023-12-31", source: &source }.with(members)
}

/// What is written without a figure: years and days, the number of programmes, targets and checks, the tab.
fn is_no_figure(number: &str) -> bool {
    let digits = number.trim_matches(|c: char| !c.is_ascii_digit());
    matches!(digits, "1" | "2" | "3" | "5" | "6" | "9" | "04" | "4" | "30" | "31")
        || number.contains('/')
        || digits.starts_with("20")
}

#[test]
fn every_number_is_a_figure() {
    for lang in [Lang::Vi, Lang::En] {
        for at in 0..5 {
            of(sample(), lang, at, |lines| {
                assert!((2..=6).contains(&lines.len()), "{} sentences", lines.len());
                for span in lines.iter().flat_map(|line| &line.spans).filter(|span| span.figure.is_none()) {
                    // A name of a place may end in a number.
                    let text = span.text.replace("Phường 7", "").replace("Ward 7", "");
                    let numbers = text.split_whitespace().filter(|w| w.chars().any(|c| c.is_ascii_digit()));
                    let bare: Vec<&str> = numbers.filter(|number| !is_no_figure(number)).collect();
                    assert!(bare.is_empty(), "{bare:?} in {:?}", span.text);
                }
            });
        }
    }
}

#[test]
fn the_figures_are_those_of_the_report() {
    let values = of(sample(), Lang::Vi, 1, |lines| {
        let figures = lines.iter().flat_map(Line::figures);
        figures
            .filter_map(Figure::one)
            .filter_map(giamngheo::model::exact::Exact::to_whole)
            .collect::<Vec<_>>()
    });
    for reported in [1429, 5945, 1092, 4482, 560, 140, 402, 1293, 4607, 3386, 6145] {
        assert!(values.contains(&reported), "{reported} is missing in {values:?}");
    }
    // 560 is 140 % of 400; 560 − 400 = 160; 402 is 160,80 % of 250; 402 − 250 = 152.
    for derived in [400, 160, 250, 152] {
        assert!(values.contains(&derived), "{derived} is missing in {values:?}");
    }
}

#[test]
fn what_is_invented_is_called_so_and_what_is_late_is_named() {
    let text = of(sample(), Lang::Vi, 4, words);
    assert!(text.contains("minh họa, không phải kết quả rà soát"), "{text}");
    assert!(text.contains("cần chú ý. Còn phải giảm 137* hộ, bình quân 46* hộ/tháng"), "{text}");
    assert!(text.contains("chậm tiến độ. Còn phải giảm 98* hộ, bình quân 33* hộ/tháng"), "{text}");
    assert!(text.contains("có phát sinh 1 hộ có người có công tái cận nghèo (Phường 7, từ "), "{text}");
    assert!(text.contains("chưa có số liệu cuối năm 2023"), "{text}");
}

#[test]
fn what_is_missing_is_named_and_not_zero() {
    let text = from_text("missing", &snapshot("reported", r#""poor": {"households": 12}"#));
    assert!(
        text.starts_with(
            "Đến 31/12/2023, Phường A có 12 hộ nghèo (không nêu chuẩn); theo báo cáo ngày 15/01/2024."
        ),
        "{text}"
    );
    assert!(
        text.contains("chưa có số liệu về hộ cận nghèo, nhân khẩu hộ nghèo, tỷ lệ hộ nghèo và "),
        "{text}"
    );
    assert!(!text.contains(" 0 "), "{text}");
    let nothing = from_text("nothing", &snapshot("reported", ""));
    assert!(nothing.contains("chưa có số liệu về hộ nghèo, hộ cận nghèo của Phường A"), "{nothing}");
}

#[test]
fn a_rate_or_a_sum_alone_is_told() {
    let rate = from_text("rate", &snapshot("estimated", r#""poor": {"rate_percent": "1.50"}"#));
    assert!(rate.contains("tỷ lệ hộ nghèo ước 1,50%") && rate.contains("số ước thực hiện"), "{rate}");
    let both = from_text("both", &snapshot("reported", r#""combined": {"households": 30, "persons": 110}"#));
    assert!(both.contains("có 30 hộ nghèo và cận nghèo với 110 nhân khẩu"), "{both}");
}

#[test]
fn a_figure_of_another_source_says_so() {
    let poor = r#""poor": {"households": {"value": 12, "provenance": "illustrative"}}"#;
    let text = from_text("mixed", &snapshot("reported", poor));
    assert!(text.contains("12 (minh họa) hộ nghèo"), "{text}");
}

/// The conclusion of snapshots of one ward in a language: each its day and what it holds.
fn told(name: &str, lang: Lang, snapshots: &[(&str, &str)]) -> String {
    let unit = r#""name": {"vi": "Phường A", "en": "Ward A"}, "kind": "ward""#;
    let texts = snapshots.iter().map(|(day, members)| Head::reported(unit, day).with(members));
    of(&accepted(name, texts), lang, snapshots.len() - 1, words)
}

pub(super) fn both(name: &str, snapshots: &[(&str, &str)]) -> [String; 2] {
    [told(name, Lang::Vi, snapshots), told(name, Lang::En, snapshots)]
}

#[track_caller]
pub(super) fn says(told: &[String; 2], vi: &str, en: &str) {
    assert!(told[0].contains(vi), "{vi}: {}", told[0]);
    assert!(told[1].contains(en), "{en}: {}", told[1]);
}

/// A fall of −20 is a rise of 20, and no fall at all is none.
#[test]
fn case_87_a_rise_is_never_called_a_fall() {
    let rest =
        r#""poor": {"households": 120, "reduced": -20}, "near_poor": {"households": 50, "reduced": 0}"#;
    let told = both("rise", &[("2023-12-31", rest)]);
    says(
        &told,
        "Trong năm 2023, hộ nghèo tăng 20 hộ; hộ cận nghèo không đổi.",
        "In 2023, poor households rose by 20; near-poor households did not change.",
    );
    assert!(!told[0].contains("giảm") && !told[1].contains("cut") && !told[0].contains('−'), "{told:?}");
}

/// 200 of 5.000 to 180: 4,00 to 3,60 %, 0,40 of one point; 3,00 % are 150, 30 fewer than 180.
#[test]
fn a_missed_target_is_short_and_nothing_is_still_to_go() {
    let target = r#""households": 5000, "poor": {"households": 200}, "targets": [{"id": "a", "name": "Tỷ lệ hộ nghèo",
        "year": 2023, "measure": "poor.rate", "aim": {"reduce_by_points": "1.00"}}]"#;
    let end = r#""households": 5000, "poor": {"households": 180}"#;
    let told = both("missed", &[("2022-12-31", target), ("2023-12-31", end)]);
    says(
        &told,
        "Chỉ tiêu năm 2023 · tỷ lệ hộ nghèo giảm 0,40* điểm phần trăm (4,00 → 3,60%*), bằng 40%* chỉ tiêu giảm 1,00 \
         điểm phần trăm: không đạt. Cao hơn chỉ tiêu 30* hộ.",
        "fell by 0.40* percentage points (4.00 → 3.60%*), 40%* of the target (a reduction of 1.00 percentage \
         point): missed. 30* households above the target.",
    );
    assert!(!told[0].contains("còn phải giảm") && !told[0].contains("đã qua"), "{}", told[0]);
}

/// Nobody is late before the review, and no time is held against them.
#[test]
fn a_review_is_awaited_without_a_pace() {
    let target = r#""households": 5000, "poor": {"households": 200}, "targets": [{"id": "a", "name": "Tỷ lệ hộ nghèo",
        "year": 2023, "measure": "poor.rate", "profile": "review", "aim": {"reduce_by_points": "1.00"}}]"#;
    let june = r#""households": 5000, "poor": {"households": 195}"#;
    let told = both("review", &[("2022-12-31", target), ("2023-06-30", june)]);
    says(
        &told,
        "tỷ lệ hộ nghèo giảm 0,10* điểm phần trăm (4,00 → 3,90%*), chỉ tiêu giảm 1,00 điểm phần trăm",
        "fell by 0.10* percentage points (4.00 → 3.90%*), the target is a reduction of 1.00 percentage point",
    );
    says(&told, "chờ kết quả rà soát", "awaiting review");
    assert!(!told[0].contains("tốc độ") && !told[0].contains("chậm"), "{}", told[0]);
}

/// (11 + 12) : (500 + 500) = 2,30 % are not the ward's: three of its five parts have no figures.
#[test]
fn a_rate_of_some_parts_says_of_how_many() {
    let poor = ["11", "12"]
        .map(|n| format!(r#"{{"name": "Khu {n}", "households": 500, "poor": {{"households": {n}}}}}"#));
    let none = [3, 4, 5].map(|n| format!(r#"{{"name": "Khu {n}", "households": 500}}"#));
    let rest = format!(r#""areas": [{}, {}]"#, poor.join(","), none.join(","));
    let told = both("parts", &[("2023-12-31", &rest)]);
    says(
        &told,
        "có tỷ lệ hộ nghèo 2,30%* (chỉ tính 2 trên 5 địa bàn có số liệu)",
        "a rate of poor households of 2.30%* (only 2 of 5 areas have figures)",
    );
}

#[test]
fn both_groups_together_change_where_neither_is_known() {
    let of = |count: u32| format!(r#""combined": {{"households": {count}}}"#);
    let told = both("together", &[("2022-12-31", &of(200)), ("2023-12-31", &of(170))]);
    says(&told, "hộ nghèo và cận nghèo giảm 30* hộ.", "poor and near-poor households fell by 30*.");
}

#[test]
fn one_and_none_are_said_as_people_say_them() {
    let rest = r#""households": 900, "poor": {"households": 1, "persons": 1}, "near_poor": {"households": 0, "persons": 0}"#;
    let told = both("one", &[("2023-12-31", rest)]);
    says(
        &told,
        "có 1 hộ nghèo với 1 nhân khẩu, chiếm 0,11%* tổng hộ dân, và không có hộ cận nghèo (không nêu chuẩn).",
        "has 1 poor household with 1 person, 0.11%* of all households, and no near-poor households (no standard stated).",
    );
    let before = r#""near_poor": {"households": 4}"#;
    let none = both("none-left", &[("2022-12-31", before), ("2023-12-31", rest)]);
    says(&none, "có 1 hộ nghèo", "1 poor household with 1 person");
    says(&none, "và không còn hộ cận nghèo (", "and no near-poor households any more (");
}

/// 130 − 40 + 3 + 7 = 100: what the period's lines say stands even where no earlier count does.
#[test]
fn what_moved_is_told_with_the_change_or_alone() {
    let lines = r#""poor": {"households": 100, "movement": {"escaped": 40, "relapsed": 3, "newly": 7}}"#;
    let alone = both("moved", &[("2023-06-30", lines)]);
    says(
        &alone,
        "Trong 6 tháng đầu năm 2023, hộ nghèo: 40 hộ thoát nghèo; 3 hộ tái nghèo; 7 hộ phát sinh mới.",
        "In the first half of 2023, poor households: 40 households exited; 3 re-entered; 7 newly poor.",
    );
    let rest = lines.replace(r#""escaped""#, r#""start": 130, "escaped""#);
    let rest = rest.as_str();
    let from_start = both("moved-from-start", &[("2023-06-30", rest)]);
    says(
        &from_start,
        "So với 31/12/2022, hộ nghèo giảm 30* hộ (40 hộ thoát nghèo; 3 hộ tái nghèo; 7 hộ phát sinh mới).",
        "Compared with 31 Dec 2022, poor households fell by 30* (40 households exited; 3 re-entered; 7 newly poor).",
    );
    let before = r#""poor": {"households": 130}"#;
    let with = both("moved-with", &[("2022-12-31", before), ("2023-06-30", rest)]);
    says(
        &with,
        "hộ nghèo giảm 30* hộ (40 hộ thoát nghèo; 3 hộ tái nghèo; 7 hộ phát sinh mới).",
        "poor households fell by 30* (40 households exited; 3 re-entered; 7 newly poor).",
    );
}

/// The lines of a half year explain no change since another day.
#[test]
fn what_moved_is_not_told_of_another_span() {
    let rest = r#""poor": {"households": 100, "movement": {"escaped": 40}}, "period": "2023-Q2""#;
    let before = r#""poor": {"households": 130}"#;
    let told = both("span", &[("2022-12-31", before), ("2023-06-30", rest)]);
    says(&told, "hộ nghèo giảm 30* hộ.", "poor households fell by 30*.");
}

#[test]
fn a_bound_stays_one_in_a_change() {
    let of = |figure: &str| format!(r#""poor": {{"households": {{"value": {figure}}}}}"#);
    let (then, now) = (of(r#"100, "qualifier": "over""#), of(r#"90, "qualifier": "nearly""#));
    let told = both("bounds", &[("2022-12-31", &then), ("2023-12-31", &now)]);
    says(&told, "còn gần 90 hộ nghèo", "has nearly 90 poor households");
    says(&told, "hộ nghèo giảm hơn 10* hộ", "poor households fell by over 10*");
}

#[test]
fn support_to_date_has_its_two_days() {
    let rest = r#""programmes": [{"id": "v", "name": {"vi": "Vay vốn", "en": "Loans"}, "kind": "credit", "reached": 80}]"#;
    let told = both("to-date", &[("2023-09-15", rest)]);
    says(
        &told,
        "Từ 01/01/2023 đến 15/09/2023 có 1 chính sách hỗ trợ · vay vốn: 80",
        "From 1 Jan 2023 to 15 Sep 2023 there was one support programme, loans: 80",
    );
    let months = both("to-date-months", &[("2023-09-30", rest)]);
    says(
        &months,
        "9 tháng đầu năm 2023 có 1 chính sách hỗ trợ · vay vốn: 80",
        "In the first 9 months of 2023 there was one support programme, loans: 80",
    );
    let year = both("to-date-year", &[("2018-12-31", rest)]);
    says(&year, "Năm 2018 có 1 chính sách hỗ trợ", "In 2018 there was one support programme");
}

/// Targets of several years stand under their own span, with the number of a year; the very number of an aim to be under
/// is not under it, and no percent of it is told; an indicator goes by its own name, with both ends.
#[test]
fn each_time_has_its_heading_and_each_aim_its_own_terms() {
    let rest = r#""poor": {"rate_percent": "7.50"},
        "indicators": [{"id": "t", "name": {"vi": "Trẻ thấp còi", "en": "Stunted children"}, "unit": "percent",
            "value": "9.8", "better": "lower"}],
        "targets": [
            {"id": "t", "name": "Giảm thấp còi", "year": 2023, "measure": "indicator.t",
             "aim": {"reach": {"value": "9.8", "qualifier": "under"}}, "baseline": {"value": "10.4"}},
            {"id": "a", "name": "Giảm nghèo", "from": 2022, "year": 2023, "measure": "poor.rate",
             "aim": {"reduce_by_points": {"from": 1, "to": 1.5}, "each_year": true},
             "baseline": {"value": "10.00"}}]"#;
    let told = both("times", &[("2023-12-31", rest)]);
    says(
        &told,
        "Chỉ tiêu năm 2023 · trẻ thấp còi: 9,8% (từ 10,4%), chưa dưới 9,8% như chỉ tiêu giao, không đạt.",
        "Targets for 2023 · stunted children: 9.8% (from 10.4%), not under 9.8% as the target asks, missed.",
    );
    says(&told, "Chỉ tiêu giai đoạn 2022-2023: tỷ lệ hộ nghèo giảm 2,50* điểm", "Targets for 2022-2023: ");
    says(
        &told,
        "(giảm bình quân 1-1,5 điểm phần trăm/năm, cả kỳ ",
        "(a reduction of 1-1.5 percentage points a year on average, ",
    );
}
