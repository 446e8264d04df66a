//! Series over gaps and breaks, worked by hand.

use crate::model::build::{counted, history, households, snapshot};
use crate::model::history::{History, World};
use crate::model::indicator::{Better, Indicator, IndicatorKind};
use crate::model::measure::{Aspect, Group, MovementLine as Moved};
use crate::model::snapshot::{Snapshot, Standard};
use crate::model::unit::Unit;
use crate::page::layout::flow;
use crate::page::{Block, Cell, Facts, Page, View};
use crate::source::Load;
use crate::text::Lang;
use crate::view::opened;

/// A history under a standard of its own.
fn under(id: &str, snapshots: Vec<Snapshot>) -> History {
    let standard = Standard { id: Some(id.to_owned()), name: None };
    let of = |mut s: Snapshot| {
        s.standard = standard.clone();
        s
    };
    History { standard: standard.clone(), ..history(snapshots.into_iter().map(of).collect()) }
}

/// Makes the page of the last history at a snapshot.
fn page_of(histories: Vec<History>, at: usize, chosen: &str) -> Page {
    let last = histories.len() - 1;
    let load = Load { world: World { histories, ..World::default() }, ..Load::default() };
    let facts = Facts::new(at + 1);
    super::page(&View { chosen, ..opened(Lang::Vi, &load, &facts, (last, at)) })
}

fn text(page: &Page) -> String {
    flow(Lang::Vi, &page.blocks, 80).iter().map(|line| line.plain() + "\n").collect()
}

/// The lengths of the runs of each line.
fn runs(page: &Page) -> Vec<Vec<usize>> {
    let chart = page.blocks.iter().find_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    chart.expect("a chart").series.iter().map(|s| s.runs.iter().map(Vec::len).collect()).collect()
}

#[test]
fn no_line_crosses_a_missing_figure() {
    let mut gap = counted("2022-06-30", 0, 0, 1000);
    gap.whole.state(Group::Poor, Aspect::Households, None);
    let of = vec![counted("2021-12-31", 0, 1429, 1092), gap, counted("2022-12-31", 0, 1200, 950)];
    let page = page_of(vec![history(of)], 2, "");
    assert_eq!(runs(&page), [vec![1, 1], vec![3]], "poor breaks, near-poor does not");
}

/// 0 poor under one standard, 1.989 under the next: two runs, a labelled break, and no comparison between them.
#[test]
fn standards_are_never_joined_or_compared() {
    let old =
        under("hcmc-2016-2020", vec![counted("2019-12-31", 0, 0, 180), counted("2020-12-31", 0, 0, 90)]);
    let new = under(
        "hcmc-2021-2025",
        vec![counted("2021-12-31", 0, 1989, 1494), counted("2022-12-31", 0, 1429, 1092)],
    );
    let page = page_of(vec![old, new], 0, "");
    assert_eq!(runs(&page), [vec![2, 2], vec![2, 2]]);
    let Some(Block::Chart(chart)) = page.blocks.first() else { panic!("a chart") };
    assert_eq!(chart.breaks.len(), 1);
    let broken = &chart.breaks[0];
    assert_eq!((&*broken.before, &*broken.after), ("chuẩn 2016-2020", "chuẩn 2021-2025"));
    assert_eq!((broken.from, broken.to), ("2020-12-31".parse().unwrap(), "2021-12-31".parse().unwrap()));
    let text = text(&page);
    assert!(text.contains("─ chuẩn 2021-2025 ─") && text.contains("▌31/12/2021"), "{text}");
    assert!(!text.contains("cùng kỳ"), "nothing is compared across standards:\n{text}");
}

#[test]
fn another_unit_is_no_part_of_the_series() {
    let mut other = under("b", vec![counted("2020-12-31", 0, 5, 5)]);
    other.unit = crate::model::build::name("Khác");
    let own = vec![counted("2021-12-31", 0, 7, 7), counted("2022-12-31", 0, 6, 6)];
    let page = page_of(vec![other, under("a", own)], 0, "");
    assert_eq!(runs(&page), [vec![2], vec![2]]);
}

/// Of one time two standards are two columns, and the picture is that of the shown one; one value has no picture.
#[test]
fn two_standards_of_one_time_are_no_line_and_one_value_is_no_chart() {
    let of = |id, days: &[&str]| under(id, days.iter().map(|day| counted(day, 0, 100, 9)).collect());
    let (a, b) = (of("a", &["2021-12-31"]), of("b", &["2021-12-31", "2022-12-31"]));
    let page = page_of(vec![a.clone(), b], 1, "");
    assert_eq!(runs(&page), [vec![2], vec![2]]);
    let page = page_of(vec![of("b", &["2021-12-31"]), a], 0, "");
    assert!(!page.blocks.iter().any(|block| matches!(block, Block::Chart(_))), "{}", text(&page));
}

/// Two snapshots 22 months apart have no same span; a year later there is one.
#[test]
fn only_a_span_of_the_calendar_has_a_same_one_the_year_before() {
    let rows = [
        ("2021-12-31", "2023-10-31", "Hộ nghèo, từ 31/12/2021 (22 tháng): −7*\n"),
        ("2023-06-15", "2023-09-30", "Hộ nghèo, từ 15/06/2023: −7*\n"),
        ("2022-12-31", "2023-10-31", "cùng kỳ: 10 tháng đầu năm 2023 −7*, năm 2022 · chưa có\n"),
    ];
    for (then, now, said) in rows {
        let told =
            text(&page_of(vec![history(vec![counted(then, 0, 50, 5), counted(now, 0, 43, 5)])], 1, ""));
        assert!(told.contains(said), "{told}");
        assert_eq!(told.contains("cùng kỳ"), said.contains("cùng kỳ"), "{told}");
    }
}

/// The rates of three years, with one count alone: the rates stand first, and each year has its change.
#[test]
fn where_counts_are_few_the_rates_lead_and_each_year_has_its_change() {
    let of = |day: &str, rate: &str, change: &str| {
        let mut snapshot = snapshot(day);
        let point = |text: &str, unit| (!text.is_empty()).then(|| crate::model::build::percent(text, unit));
        snapshot.whole.state(Group::Poor, Aspect::Rate, point(rate, Unit::Percent));
        snapshot.whole.state(Group::Poor, Aspect::RateChange, point(change, Unit::Point));
        snapshot
    };
    let all =
        vec![of("2014-12-31", "9.69", ""), of("2015-12-31", "9", ""), of("2016-12-31", "7.61", "-1.39")];
    let page = page_of(vec![history(all)], 2, "");
    let told = text(&page);
    assert!(told.contains("Tỷ lệ hộ nghèo từng năm: 2015 −0,69*, 2016 −1,39 điểm phần trăm"), "{told}");
    assert_eq!(page.rows().next().map(|row| row.label.full.as_str()), Some("Tỷ lệ hộ nghèo"));
}

/// What is counted first and given in percent later is two rows.
#[test]
fn an_indicator_that_changes_what_it_measures_begins_a_row_of_its_own() {
    let of = |day: &str, unit, figure| {
        let mut snapshot = counted(day, 0, 7, 7);
        let kind = IndicatorKind { unit, better: Better::Lower };
        let named = crate::model::build::named("nha");
        snapshot.whole.follow(vec![Indicator::new(named, kind, figure)]);
        snapshot
    };
    let percent = crate::model::build::percent("5", Unit::Share);
    let then = of("2022-12-31", Unit::House, Some(households(10)));
    let page = page_of(vec![history(vec![then, of("2023-12-31", Unit::Share, Some(percent))])], 1, "");
    let rows: Vec<usize> = page
        .rows()
        .filter(|row| row.key.starts_with("indicator:nha"))
        .map(|row| row.figures().count())
        .collect();
    assert_eq!(rows, [1, 1]);
}

/// 200 − (30 + 70) + 4 + 10 = 114.
#[test]
fn the_movement_adds_up_to_the_end_or_says_so() {
    let with = |end: i64| {
        let mut now = counted("2023-06-30", 0, end, 50);
        let lines = [
            (Moved::Start, 200),
            (Moved::ToOther, 30),
            (Moved::AboveNearPoor, 70),
            (Moved::Relapsed, 4),
            (Moved::Newly, 10),
        ];
        now.whole.state_lines(Group::Poor, lines.into_iter().map(|(line, n)| (line, households(n))));
        text(&page_of(vec![history(vec![now])], 0, ""))
    };
    let told = with(114);
    assert!(
        told.contains("Hộ nghèo: 200 − 100* thoát nghèo + 4 tái nghèo + 10 phát sinh mới = 114\n"),
        "{told}"
    );
    let apart = with(120);
    let words = apart.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("= 114*, báo cáo nêu 120"), "{apart}");
}

/// −30 in the second quarter of 2023 (130 → 100), −20 in that of 2022 (200 → 180).
#[test]
fn a_quarter_is_set_against_the_same_one_of_the_year_before() {
    let days = [("2022-03-31", 200), ("2022-06-30", 180), ("2023-03-31", 130), ("2023-06-30", 100)];
    let all = || days.iter().map(|(day, n)| counted(day, 0, *n, 1)).collect::<Vec<_>>();
    let told = text(&page_of(vec![history(all())], 3, ""));
    assert!(told.contains("Hộ nghèo, cùng kỳ: quý II/2023 −30*, quý II/2022 −20*\n"), "{told}");
    let without = text(&page_of(vec![history(all().split_off(1))], 2, ""));
    assert!(without.contains("quý II/2023 −30*, quý II/2022 · chưa có\n"), "{without}");
}

#[test]
fn the_column_of_the_cursor_stays_among_thirty() {
    let day = |i: u32| format!("{}-{:02}-28", 2021 + i / 12, i % 12 + 1);
    for at in [0_usize, 7, 15, 29] {
        let all = (0..30).map(|i| counted(&day(i), 0, 1000 - i64::from(i), 500)).collect();
        let told = text(&page_of(vec![history(all)], at, ""));
        let shown = u32::try_from(at).unwrap();
        let (y, m) = (2021 + shown / 12, shown % 12 + 1);
        assert!(told.contains(&format!("▌28/{m:02}/{y}")), "{told}");
        assert!(!told.contains('…'), "{told}");
    }
}

#[test]
fn days_later_than_the_shown_one_are_dim_and_keep_their_figures() {
    let all = vec![counted("2021-12-31", 0, 7, 7), counted("2022-12-31", 0, 6, 6)];
    let page = page_of(vec![history(all)], 0, "");
    let row = page.rows().next().expect("a row");
    let Cell::Line(later) = &row.cells[1] else { panic!("a dim value") };
    assert_eq!(later.spans[0].role, crate::text::line::Role::Dim);
    assert_eq!(row.figures().count(), 2);
}

#[test]
fn the_story_begins_with_the_shown_day() {
    let all = vec![counted("2021-12-31", 0, 7, 7), counted("2022-12-31", 0, 6, 6)];
    let page = page_of(vec![history(all)], 1, "");
    let first = page.rows().next().and_then(|row| row.figures().next()).expect("a figure");
    assert_eq!(first.one().and_then(crate::model::exact::Exact::to_whole), Some(6));
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let page = page_of(vec![history(vec![snapshot("2022-12-31")])], 0, "");
    assert!(!page.blocks.iter().any(|block| matches!(block, Block::Chart(_))));
    assert!(text(&page).contains("Chưa có số liệu theo thời gian"));
}
