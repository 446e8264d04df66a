//! What the tables, panels and slides of targets tell, whatever is asked and whenever: rules over all that is tried and
//! files made for one rule each, in both languages.

use giamngheo::app::state::Choices;
use giamngheo::model::figure::Reliability;
use giamngheo::page::deck::{Slide, SlidePart, deck};
use giamngheo::page::{Block, Tab, page_of};
use giamngheo::text::Lang;

use super::folder::Head;
use super::program::{accepted, assert_sees, begun, choices, press, read, screen, squeezed};
use super::published;
use super::told::each;

/// Cells between the margins of a terminal of 80.
const ROOM: u16 = 76;

fn file(as_of: &str, members: &str) -> String {
    Head::reported(r#""name": "Quận Thử", "kind": "district""#, as_of).with(members)
}

/// The program on such files at 80 × 24, after those keys.
fn shown(lang: Lang, files: &[String], keys: &str) -> String {
    let choices = Choices { now: "2024-01-15".parse().ok(), ..choices(lang, "") };
    let mut app = begun(choices, (80, 24), &accepted("told", files));
    press(&mut app, keys);
    screen(&app)
}

/// The same on a published report.
fn published(lang: Lang, report: &str, keys: &str) -> String {
    let mut app = begun(choices(lang, ""), (80, 24), &read(&[published::path(report)]));
    press(&mut app, keys);
    screen(&app)
}

fn both(files: &[String], keys: &str, vi: &[&str], en: &[&str]) {
    assert_sees(&shown(Lang::Vi, files, keys), vi);
    assert_sees(&shown(Lang::En, files, keys), en);
}

fn target(id: &str, name: &str, members: &str) -> String {
    format!(r#"{{ "id": "{id}", "name": "{name}", {members} }}"#)
}

fn poor(households: i64) -> String {
    format!(r#""poor": {{ "households": {households} }}"#)
}

/// An aim may start from an estimate, and is never one itself.
#[test]
fn no_aim_is_an_estimate() {
    each(|name, view| {
        for it in view.targets(|_| true) {
            let asked = &it.found.asked;
            for aim in [&asked.goal, &asked.aim, &asked.count_goal, &asked.count_aim].into_iter().flatten() {
                assert_ne!(aim.reliability, Reliability::Estimated, "{name}: {}", it.name());
            }
        }
    });
}

/// What stands now and what is asked have room beside every standing, whatever words stand before the numbers.
#[test]
fn values_of_targets_have_room_at_80_cells() {
    let seen = std::cell::Cell::new(0);
    each(|name, view| {
        for block in page_of(Tab::Targets, view).blocks {
            let Block::Table(mut table) = block else { continue };
            table.widen(view.lang);
            let kept = table.columns.iter().filter(|column| column.rank <= 2);
            let taken: u16 = kept.map(|column| column.width + u16::from(column.mark)).sum();
            assert!(table.label.min(16) + taken <= ROOM, "{name}: {taken} beside {}", table.head.full);
            seen.set(seen.get() + 1);
        }
    });
    assert!(seen.get() > 50, "{seen:?}");
}

fn text_of(slide: &Slide) -> String {
    let of_part = |part: &SlidePart| part.lines().iter().map(|line| line.text() + "\n").collect::<String>();
    let beside = slide.bigs.iter().flat_map(|big| &big.beside).map(|line| line.text() + "\n");
    slide.title.clone() + "\n" + &beside.chain(slide.parts.iter().map(of_part)).collect::<String>()
}

/// On the wall digits choose a slide.
#[test]
fn no_slide_tells_a_key() {
    each(|name, view| {
        for slide in deck(view) {
            let text = text_of(&slide);
            let tells = |key: &str| (1..10).any(|digit| text.contains(&format!("{key} {digit}")));
            assert!(!tells("phím") && !tells("key"), "{name}\n{text}");
        }
    });
}

/// 31/12/2022 to 30/06/2023 is half of one year, and with the year before it 37 % of four.
#[test]
fn a_row_of_another_time_says_its_own() {
    let year = target(
        "a",
        "Một năm",
        r#""year": 2023, "measure": "poor.households",
        "baseline": { "value": 1000 }, "aim": { "reduce_by": 100 }"#,
    );
    let term = target(
        "b",
        "Bốn năm",
        r#""year": 2025, "from": 2022, "measure": "poor.households",
        "baseline": { "value": 1200 }, "aim": { "reduce_by": 900 }"#,
    );
    let files = [file("2023-06-30", &format!(r#"{}, "targets": [{year}, {term}]"#, poor(900)))];
    both(
        &files,
        "4",
        &["Đã qua 50% năm", "✗ chậm tiến độ · qua 37%"],
        &["Year elapsed 50%", "✗ behind · 37% elapsed"],
    );
    both(&files, "1", &["Đã qua 50% năm", "· qua 37%"], &["Year elapsed 50%", "· 37% elapsed"]);
    // A figure of the time of several years stands under its day, not under their last year.
    both(&files, "m 3", &["· 30/06/2023"], &["· 30 JUN 2023"]);
}

/// The figure of June does not stand under September.
#[test]
fn a_figure_of_another_day_has_its_own() {
    let asked = target(
        "a",
        "Giảm nghèo",
        r#""year": 2023, "measure": "poor.households",
        "baseline": { "value": 1000 }, "aim": { "reduce_by": 100 },
        "result": { "value": 20, "percent_of_aim": "20", "as_of": "2023-06-30" }"#,
    );
    let files = [file("2023-09-30", &format!(r#""near_poor": {{ "households": 9 }}, "targets": [{asked}]"#))];
    both(&files, "4", &["30/06: 980*", "Đã qua 50% năm"], &["30 Jun: 980*", "Year elapsed 50%"]);
}

/// A plan has aims with their units, and neither a standing nor a period.
#[test]
fn a_plan_tells_what_it_asks_and_no_more() {
    let range = target(
        "a",
        "Giảm nghèo",
        r#""year": 2023, "measure": "poor.rate", "aim": { "reduce_by_points": { "from": "0.8", "to": "1" } }"#,
    );
    let yearly = target(
        "b",
        "Giảm cận nghèo",
        r#""year": 2025, "from": 2021, "measure": "near_poor.rate",
            "aim": { "reduce_by_points": "0.5", "each_year": true }"#,
    );
    let plan = Head {
        unit: r#""name": "Quận Thử", "kind": "district""#,
        as_of: "2023-02-10",
        source: r#""provenance": "reported", "kind": "plan""#,
    };
    let programme =
        r#""programmes": [{ "id": "p", "name": "Vay vốn", "kind": "credit", "budget": 306000000000 }]"#;
    let files = [plan.with(&format!(r#"{programme}, "targets": [{range}, {yearly}]"#))];
    let fall = ["giảm 0,8-1 điểm %", "a reduction of 0.8-1 points"];
    let average = ["giảm bình quân 0,5 điểm %/năm", "a reduction of 0.5 points a year on average"];
    for tab in ["1", "4"] {
        both(&files, tab, &[fall[0], average[0]], &[fall[1], average[1]]);
    }
    both(&files, "4", &["Vay vốn: 306 tỷ đồng"], &["Vay vốn: 306 billion VND"]);
    both(&files, "m 2", &["giảm 0,8-1 điểm phần trăm", "(2021-2025)"], &["0.8-1 percentage points"]);
    both(&files, "m 3", &["306 tỷ đồng"], &["306 billion VND"]);
    for (lang, none) in [(Lang::Vi, "chưa có"), (Lang::En, "no data")] {
        for keys in ["1", "4", "m 2", "m 3", "m 4"] {
            let seen = shown(lang, &files, keys);
            let page: String = seen.lines().skip(3).take(8).collect();
            assert!(!page.contains(none) && !page.contains("10/02/2023 -"), "{seen}");
        }
    }
}

/// 111.507 of "from 110.000": the stated percent alone, of the floor.
#[test]
fn a_floor_is_told() {
    let report = "21-labour-2023-09.json";
    let (vi, en) = (published(Lang::Vi, report, "4"), published(Lang::En, report, "4"));
    assert_sees(&squeezed(&vi), &["111.507 ít nhất 110.000 101,37%", "111.507 / ít nhất 110.000 người"]);
    assert_sees(&squeezed(&en), &["at least 110,000 101.37%", "111,507 / at least 110,000 persons"]);
    assert!(!vi.contains("101,4%") && !vi.contains("101%"), "{vi}");
    assert_sees(&published(Lang::Vi, report, "m 2"), &["101,37% chỉ tiêu ít nhất 110.000 người"]);
}

/// Fewer are entitled: 900 of 1.000, then 890 of 950. The share rose, and no count that fell stands beside it.
#[test]
fn coverage_is_told_by_its_ratio() {
    let cover = |covered, eligible| {
        format!(
            r#""coverage": [{{ "id": "c", "name": "BHYT", "covered": {{ "value": {covered}, "unit": "person" }},
            "eligible": {{ "value": {eligible}, "unit": "person" }} }}]"#
        )
    };
    let asked = target(
        "k",
        "Có thẻ BHYT",
        r#""year": 2023, "measure": "coverage.c", "aim": { "reach_percent": 100 }"#,
    );
    let files = [
        file("2022-12-31", &cover(900, 1000)),
        file("2023-09-30", &format!(r#"{}, "targets": [{asked}]"#, cover(890, 950))),
    ];
    for (lang, fell) in [(Lang::Vi, "giảm 10*"), (Lang::En, "down 10*")] {
        let seen = shown(lang, &files, "4");
        assert_sees(&seen, &["36,8%*".replace(',', if lang == Lang::Vi { "," } else { "." }).as_str()]);
        assert!(!seen.contains(fell), "{seen}");
    }
}

/// The missed target stands above the table of those that were exceeded; an area's own is there too.
#[test]
fn worse_news_stands_first_on_the_first_tab() {
    let good = target(
        "g",
        "Giảm hộ",
        r#""year": 2023, "measure": "poor.households",
        "aim": { "reduce_by": 5 }, "result": { "value": 10 }"#,
    );
    let bad = target(
        "b",
        "Xã giảm",
        r#""year": 2023, "measure": "poor.households", "area": "Xã 1",
        "aim": { "reduce_by": 50 }"#,
    );
    let area = |households| {
        format!(r#"{}, "areas": [{{ "name": "Xã 1", "poor": {{ "households": {households} }} }}]"#, poor(100))
    };
    let alone =
        [file("2022-12-31", &area(60)), file("2023-12-31", &format!(r#"{}, "targets": [{bad}]"#, area(70)))];
    both(&alone, "1", &["Xã giảm", "✗ không đạt"], &["Xã giảm", "✗ missed"]);
    let kept = target(
        "k",
        "Không tái nghèo",
        r#""year": 2023, "measure": "near_poor.households",
        "aim": { "keep_at": 0 }"#,
    );
    let two = [
        file("2022-12-31", &poor(100)),
        file(
            "2023-12-31",
            &format!(r#"{}, "near_poor": {{ "households": 3 }}, "targets": [{good}, {kept}]"#, poor(90)),
        ),
    ];
    for lang in [Lang::Vi, Lang::En] {
        let seen = shown(lang, &two, "1");
        let line = |name: &str| seen.lines().position(|line| line.contains(name)).unwrap();
        assert!(line("Không tái nghèo") < line("Giảm hộ "), "{seen}");
    }
}

/// A rise of what is to fall is called one.
#[test]
fn a_rise_is_no_negative_fall() {
    let vi = published(Lang::Vi, "33-binh-thuan-both", "1");
    assert_sees(&squeezed(&vi), &["0,47* điểm % tăng 0,04* điểm %"]);
    assert_sees(&published(Lang::Vi, "33-binh-thuan-both", "4"), &["Cao hơn "]);
    assert_sees(&published(Lang::En, "33-binh-thuan-both", "1"), &["up 0.04* points"]);
}

/// 1 to 1,5 points of 0,8 that last year brought are 125 to 187,5 percent; of a year not begun nothing is so far.
#[test]
fn a_range_is_set_against_last_year_at_both_ends() {
    let rate = |percent: &str| format!(r#""poor": {{ "rate_percent": "{percent}" }}"#);
    let asked = target(
        "a",
        "Giảm nghèo",
        r#""year": 2024, "measure": "poor.rate", "profile": "review",
            "aim": { "reduce_by_points": { "from": "1", "to": "1.5" } }"#,
    );
    let files = [
        file("2022-12-31", &rate("5.80")),
        file("2023-12-31", &format!(r#"{}, "targets": [{asked}]"#, rate("5.00"))),
    ];
    both(&files, "4", &["125-188%*"], &["125-188%*"]);
    assert!(!shown(Lang::Vi, &files, "4").contains("đến nay"));
}

/// An estimate is official nowhere, and what stands before its day says of which day it is.
#[test]
fn an_estimate_is_no_official_figure() {
    let asked = target(
        "a",
        "Giảm nghèo",
        r#""year": 2023, "measure": "poor.households", "baseline": { "value": 258 },
            "aim": { "reduce_by": 80 },
            "result": { "value": { "value": 80, "provenance": "estimated" }, "percent_of_aim": "100",
                "as_of": "2023-12-31" }"#,
    );
    let files = [file("2023-11-20", &format!(r#""targets": [{asked}]"#))];
    both(
        &files,
        "4",
        &["31/12: ước 178*", "ước 100%", "✓ ước đạt", "Kết quả cả năm", "chưa phải số chính thức"],
        &["31 Dec: est. 178*", "est. 100%", "✓ est. met", "Full-year result", "not yet final"],
    );
}

/// Both ends of a range are marked also while the way to it goes on.
#[test]
fn both_ends_of_a_range_are_marked() {
    let asked = target(
        "a",
        "Giảm nghèo",
        r#""year": 2023, "measure": "poor.households", "baseline": { "value": 300 },
            "aim": { "reduce_by": { "from": 60, "to": 80 } }"#,
    );
    let files = [file("2023-09-30", &format!(r#"{}, "targets": [{asked}]"#, poor(265)))];
    let (vi, en) =
        ("┃ mức thấp nhất của khoảng giao · │ mức cao nhất", "┃ least of the target range · │ most");
    both(&files, "4", &[vi, "đã qua 74,8%"], &[en, "74.8% of time elapsed"]);
    both(
        &files,
        "m 3",
        &["phải giảm 60 hộ", "đến 80 hộ"],
        &["required: down 60 households", "to 80 households"],
    );
}
