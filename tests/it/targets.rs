//! Tab 4: what the panel says, key by key, on the sample and on files made for one rule each.

use giamngheo::app::state::Choices;
use giamngheo::text::Lang;

use super::folder::Head;
use super::program::{accepted, assert_sees, begun, choices, picture, press, program, screen};

fn sample(lang: Lang, as_of: &str, keys: &str) -> String {
    picture(lang, (80, 24), as_of, keys)
}

/// A file of this day and these members, after its unit and source.
fn file(as_of: &str, members: &str) -> String {
    Head::reported(r#""name": "Quận Thử", "kind": "district""#, as_of).with(members)
}

/// The program on such files, on tab 4, after those keys.
fn shown(lang: Lang, files: &[String], keys: &str) -> String {
    let choices = Choices { now: "2023-10-15".parse().ok(), ..choices(lang, "") };
    let mut app = begun(choices, (80, 24), &accepted("targets", files));
    press(&mut app, &format!("4 {keys}"));
    screen(&app)
}

fn poor(households: i64) -> String {
    format!(r#""households": 10000, "poor": {{ "households": {households} }}"#)
}

/// The target to bring poor households down by so many, with other members.
fn fewer(by: i64, more: &str) -> String {
    format!(
        r#""targets": [{{ "id": "t", "name": "Kéo giảm hộ nghèo", "year": 2023, "measure": "poor.households",
            "aim": {{ "reduce_by": {by} }} {more} }}]"#
    )
}

/// 80 × 24 holds it all: no row above or below is out of sight, nothing is cut.
#[test]
fn the_sample_fits_its_screen_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        for as_of in ["2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"] {
            for down in 0..8 {
                let picture = sample(lang, as_of, &format!("4 {}", "<Down> ".repeat(down)));
                let body: Vec<&str> = picture.lines().skip(3).take(20).collect();
                assert!(body.iter().all(|l| !l.contains('…')), "{as_of} {down}\n{picture}");
                assert!(body.iter().all(|l| !l.ends_with('▲') && !l.ends_with('▼')), "{as_of}\n{picture}");
            }
        }
    }
}

#[test]
fn the_panel_of_the_running_year_is_as_drawn() {
    assert_sees(
        &sample(Lang::Vi, "2023-09-30", "4"),
        &[
            "━━──│─────────┃  0,48* trong 0,69 điểm %",
            "│ đã qua 273/365 ngày (74,8%), chưa có kết quả rà soát · ┃ giao",
            "Đạt         69,6%* (68,1-71,0% vì 2,20% và 1,72% đã làm tròn) · 311* hộ",
            "Còn phải    giảm 0,21* điểm phần trăm, tức 137* hộ trong 92 ngày: 46* hộ/tháng",
            "Tốc độ      từ đầu năm 35* hộ/tháng · quý III 38* hộ/tháng",
            "Dự kiến     31/12 còn 1.004-1.013* hộ (1,54-1,56%*), cao hơn chỉ tiêu",
            "              23-32* hộ, theo tốc độ từ đầu năm và tốc độ quý III",
            "Giả định    + 0 hộ thoát thêm đến 31/12   (phím + và −, 0 bỏ, = vừa đạt)",
            "* suy ra   Cần chú ý: đạt từ 0,9 lần thời gian đã qua; dưới đó: chậm tiến độ",
            "Năm 2022: hộ nghèo 560/400*, vượt · hộ cận nghèo 402/250*, vượt",
        ],
    );
}

/// 1118 − 10 = 1108, 1108 − 981 = 127; just enough are 137: 981 of 65000 are 1,51 %. None puts it back.
#[test]
fn what_if_is_typed() {
    assert_sees(
        &sample(Lang::Vi, "2023-09-30", "4 >"),
        &["+ 10 hộ: còn 1.108* hộ", "còn phải giảm 127* hộ ✗ chưa đạt"],
    );
    assert_sees(&sample(Lang::Vi, "2023-09-30", "4 ="), &["+ 137 hộ: còn 981* hộ (1,51%*) ✓ đạt"]);
    assert_sees(&sample(Lang::En, "2023-09-30", "4 ="), &["+ 137 more: 981* households (1.51%*) ✓ met"]);
    let back = sample(Lang::Vi, "2023-09-30", "4 = 0");
    assert_eq!(back, sample(Lang::Vi, "2023-09-30", "4"));
}

#[test]
fn before_the_year_the_aim_is_said_in_households_beside_last_years() {
    let picture = sample(Lang::Vi, "2022-12-31", "4");
    assert_sees(
        &picture,
        &[
            "· chưa có số liệu\n",
            "giảm 447-449* hộ, còn 980-982* hộ",
            "Năm trước   giao 400* hộ, đạt 560 (140%); năm nay giao 447-449* hộ, bằng 80%*",
            "năm chưa bắt đầu",
        ],
    );
    assert!(!picture.contains("0%*\u{20}(") && !picture.contains("−1,4"), "{picture}");
}

#[test]
fn who_is_still_without_has_no_pace() {
    let picture = sample(Lang::Vi, "2023-09-30", "4 <Down> <Down> <Down> <Down>");
    assert_sees(&picture, &["Còn thiếu   353* người trong 92 ngày", "không tính: chưa có mốc đầu năm"]);
    assert!(!picture.contains("người/tháng"));
}

#[test]
fn tasks_open_as_a_list_and_close_to_their_row() {
    let mut app = program(Lang::Vi, (80, 24), "2023-09-30");
    press(&mut app, "4 <End>");
    assert!(screen(&app).contains("▌ Nhiệm vụ khác: 6"), "{}", screen(&app));
    press(&mut app, "<Enter> <Down> +");
    assert_sees(
        &screen(&app),
        &["▌ Tuyên truyền chính sách", "do Phó Chủ tịch", "Tệp         2022-12-31.json · báo cáo"],
    );
    press(&mut app, "<Esc>");
    assert!(screen(&app).contains("▌ Nhiệm vụ khác: 6"), "{}", screen(&app));
}

/// A task by itself is the one of the list: of each field the newest word.
#[test]
fn one_task_is_as_the_list_has_it() {
    let tasks = |days: &str| format!(r#""tasks": [{{ "id": "a", "name": "A", "by": "UBND", {days} }}]"#);
    let files = [
        file("2023-03-31", &tasks(r#""due": "2023-06-30", "status": "planned""#)),
        file("2023-06-30", &tasks(r#""status": "under_way""#)),
        file("2023-09-30", r#""tasks": [{ "id": "b", "name": "B" }, { "id": "a", "name": "Á" }]"#),
    ];
    let load = accepted("one-task", &files);
    let history = &load.world.histories[0];
    for at in 0..history.snapshots.len() {
        for task in history.tasks(at) {
            let alone = history.task(at, &task.named.id);
            assert_eq!(format!("{alone:?}"), format!("{:?}", Some(&task)), "{at}");
        }
        assert!(history.task(at, "c").is_none());
    }
    assert!(history.task(2, "a").is_some_and(|task| task.due.is_some() && task.by.is_some()));
}

/// Due on 31/08 and planned: overdue. Without a state there is no data, but the date has passed.
#[test]
fn tasks_by_state_and_date() {
    let tasks = r#""tasks": [
        { "id": "a", "name": "Rà soát", "by": "Chủ tịch", "owner": "Phòng", "due": "2023-08-31", "status": "planned" },
        { "id": "b", "name": "Tập huấn", "by": "Phó Chủ tịch", "due": "2023-12-31", "status": "under_way" },
        { "id": "c", "name": "Im lặng", "due": "2023-06-30" }]"#;
    let files = [file("2023-09-30", tasks)];
    assert_sees(&shown(Lang::Vi, &files, ""), &["Nhiệm vụ khác: 1 quá hạn, 1 đang thực hiện, 1 "]);
    let list = shown(Lang::Vi, &files, "<Enter>");
    assert_sees(&list, &["Người giao", "Thực hiện", "Hạn", "31/08/2023", "✗ quá hạn", "▸ đang thực hiện"]);
    assert_sees(&shown(Lang::Vi, &files, "<Enter> <End>"), &["· chưa có số liệu · đã qua hạn"]);
}

/// 220 + 200 = 420 of 400; the wards stand under the unit's target.
#[test]
fn targets_of_wards_stand_under_the_units() {
    let wards = |a, b| {
        format!(
            r#", "areas": [
                {{ "name": "Phường 1", "kind": "ward", "households": 3000, "poor": {{ "households": {a} }} }},
                {{ "name": "Phường 2", "kind": "ward", "households": 3000, "poor": {{ "households": {b} }} }}]"#
        )
    };
    let of = |id: &str, area: &str, by| {
        format!(
            r#"{{ "id": "{id}", "name": "Kéo giảm hộ nghèo", "year": 2023, "measure": "poor.households",
                "aim": {{ "reduce_by": {by} }}, "area": "{area}" }}"#
        )
    };
    let targets = fewer(400, "")
        .replace("}]", &format!("}}, {}, {}]", of("a", "Phường 1", 220), of("b", "Phường 2", 200)));
    let files = [
        file("2022-12-31", &format!("{}{}", poor(1000), wards(600, 400))),
        file("2023-09-30", &format!("{}{}, {targets}", poor(700), wards(380, 320))),
    ];
    let picture = shown(Lang::Vi, &files, "");
    assert_sees(
        &picture,
        &["    Phường 1 ", "Giao xuống  2 phường: 420* hộ, chỉ tiêu chung 400 hộ, nhiều hơn 20* hộ"],
    );
    assert_sees(
        &shown(Lang::Vi, &files, "<Down>"),
        &["Kéo giảm hộ nghèo · Phường 1", "Thuộc       Kéo giảm hộ nghèo"],
    );
}

#[test]
fn what_cannot_be_judged_is_said() {
    let now = format!("{}, {}", poor(700), fewer(400, ""));
    assert_sees(
        &shown(Lang::Vi, &[file("2023-09-30", &now)], ""),
        &["chưa có mốc so sánh: không có số liệu trước năm 2023", "−400"],
    );
    let standard = |id: &str, rest: &str| format!(r#""standard": {{ "id": "{id}" }}, {rest}"#);
    let files = [file("2022-12-31", &standard("a", &poor(1000))), file("2023-09-30", &standard("b", &now))];
    assert_sees(
        &shown(Lang::Vi, &files, "u <Down> <Enter> 4"),
        &["chưa có mốc so sánh: số liệu trước theo chuẩn khác"],
    );
}

/// 1000 → 989: the change so far is shown, with neither pace nor projection nor a percent of the aim.
#[test]
fn a_review_is_awaited_with_its_change_so_far() {
    let files = [
        file("2022-12-31", &poor(1000)),
        file("2023-09-30", &format!("{}, {}", poor(989), fewer(400, r#", "profile": "review""#))),
    ];
    let picture = shown(Lang::Vi, &files, "");
    assert_sees(&picture, &["· chờ kết quả rà soát 01/09-14/12; đến nay giảm 11* hộ"]);
    assert!(
        !picture.contains("Dự kiến") && !picture.contains("hộ/tháng") && !picture.contains("3%"),
        "{picture}"
    );
}

/// One since 30/06, none in September: broken since then, and 0 stands now.
#[test]
fn a_broken_zero_says_since_when_and_what_stands_now() {
    let families = |n| format!(r#""poor": {{ "households": 100, "policy_families": {n} }}"#);
    let target = r#""targets": [{ "id": "k", "name": "Hộ người có công", "year": 2023,
        "measure": "poor.policy_families", "aim": { "keep_at": 0 } }]"#;
    let files = [
        file("2022-12-31", &families(0)),
        file("2023-06-30", &families(1)),
        file("2023-09-30", &format!("{}, {target}", families(0))),
    ];
    assert_sees(
        &shown(Lang::Vi, &files, ""),
        &["Hiện nay    30/09/2023: 0 hộ", "✗ có phát sinh từ 30/06/2023"],
    );
}

fn covering(figures: &str, aim: &str) -> String {
    format!(
        r#""coverage": [{{ "id": "c", "name": "BHYT", {figures} }}], "targets": [{{ "id": "k", "name": "Có thẻ BHYT",
            "year": 2023, "measure": "coverage.c", "aim": {aim} }}]"#
    )
}

/// 5.700 of 5.945 had a card, 4.287 of 4.640 have one: the share fell by 3,49 points. That is no percent of the way to
/// 100 %, and the 1.413 fewer with a card are no fall that anybody asked about.
#[test]
fn a_fall_of_the_share_is_told_as_one() {
    let of = |figures: &str| covering(figures, r#"{ "reach_percent": 100 }"#);
    let files = [
        file("2022-12-31", &of(r#""covered": 5700, "eligible": 5945"#)),
        file("2023-09-30", &of(r#""covered": 4287, "eligible": 4640"#)),
    ];
    for (lang, told) in [
        (
            Lang::Vi,
            [
                "92,4%*: 4.287 trong 4.640 người",
                "giảm 3,49* điểm phần trăm, từ 95,9%*",
                "Còn thiếu   353* người trong 92 ngày",
                "từ đầu năm giảm 0,39* điểm phần trăm/tháng",
                "31/12 đạt 91,22-91,23%* (4.232-4.233* người)",
            ],
        ),
        (
            Lang::En,
            [
                "92.4%*: 4,287 of 4,640 persons",
                "down 3.49* percentage points, from 95.9%*",
                "To reach    353* persons in 92 days",
                "year to date down 0.39* percentage points a month",
                "31 Dec 91.22-91.23%* (4,232-4,233* persons)",
            ],
        ),
    ] {
        let picture = shown(lang, &files, "");
        assert_sees(&picture, &told);
        for wrong in ["84", "1.413", "1,413", "−"] {
            assert!(!picture.contains(wrong), "{wrong} on\n{picture}");
        }
    }
}

/// Less than all are asked: what is lacking to that is not what is without.
#[test]
fn who_is_without_is_told_beside_what_is_lacking() {
    let of = |figures: &str| covering(figures, r#"{ "reach_percent": 95 }"#);
    let files = [
        file("2022-12-31", &of(r#""covered": 800, "eligible": 1000"#)),
        file("2023-09-30", &of(r#""covered": 880, "eligible": 1000"#)),
    ];
    let told = [
        "thêm 70* người, tức 7,00* điểm phần trăm trong 92 ngày:",
        "2,34* điểm phần trăm/tháng",
        "Chưa có     120* người",
    ];
    assert_sees(&shown(Lang::Vi, &files, ""), &told);
}

/// Households come back; a share is not kept.
#[test]
fn a_share_that_is_not_kept_says_so() {
    let of = |figures: &str| covering(figures, r#"{ "keep_at": 90 }"#);
    let files =
        [file("2023-06-30", &of(r#""percent": 89.5"#)), file("2023-09-30", &of(r#""percent": 91.5"#))];
    assert_sees(&shown(Lang::Vi, &files, ""), &["✗ không giữ được từ 30/06/2023"]);
    assert_sees(&shown(Lang::En, &files, ""), &["✗ not kept since 30 Jun 2023"]);
}

/// "Từ 110.000 trở lên" is a floor: 111.507 are 101,4 % of it, not at most that.
#[test]
fn a_floor_is_told_as_one() {
    let members = r#""programmes": [{ "id": "p", "name": "Đi làm ở nước ngoài", "kind": "employment",
        "reached": { "value": 111507, "unit": "person" },
        "planned": { "value": 110000, "unit": "person", "qualifier": "at_least" }, "change_percent": -28 }],
        "targets": [{ "id": "k", "name": "Đưa lao động đi", "year": 2023, "measure": "programme.p",
            "aim": { "reach_percent": 100 } }]"#;
    let files = [file("2023-09-30", members)];
    let picture = shown(Lang::Vi, &files, "");
    assert_sees(&picture, &["101,4%*", "✓ vượt", "1.507* người"]);
    assert!(!picture.contains("nhiều nhất"), "{picture}");
    let support = shown(Lang::Vi, &files, "3");
    assert_sees(&support, &["111.507 / ít nhất 110.000 người", "giảm 28% so với cùng kỳ năm trước", "−28%"]);
    assert!(!support.contains("nhiều nhất"), "{support}");
}

#[test]
fn a_changed_aim_and_a_result_are_said() {
    let files = [
        file("2022-12-31", &format!("{}, {}", poor(1000), fewer(400, ""))),
        file("2023-09-30", &format!("{}, {}", poor(700), fewer(300, ""))),
    ];
    assert_sees(&shown(Lang::Vi, &files, ""), &["Đổi mức     tệp 31/12/2022 giao 400 hộ, nay giao 300 hộ"]);
    let result = |members: &str| {
        let target = format!(
            r#""targets": [{{ "id": "t", "name": "Kéo giảm", "year": 2023, "measure": "poor.households",
                "result": {{ {members} }} }}]"#
        );
        shown(Lang::Vi, &[file("2023-12-31", &target)], "")
    };
    assert_sees(
        &result(r#""percent_of_aim": 140"#),
        &["đạt 140% · chỉ nêu phần trăm, không nêu mức giao", "✓ vượt"],
    );
    assert_sees(
        &result(r#""value": 402, "percent_of_aim": "160.80""#),
        &["402/250* hộ", "402 hộ, đạt 160,80% · số chính thức của năm"],
    );
}

/// 1000 → 1060: a rise is said as a rise, with no minus before households.
#[test]
fn a_rise_is_said_as_one() {
    let files =
        [file("2022-12-31", &poor(1000)), file("2023-09-30", &format!("{}, {}", poor(1060), fewer(400, "")))];
    let picture = shown(Lang::Vi, &files, "");
    assert_sees(
        &picture,
        &["Đã tăng", "60* · giao giảm 400 hộ", "từ đầu năm tăng 7* hộ/tháng", "✗ chậm tiến độ"],
    );
    assert!(!picture.contains("−60"), "{picture}");
    assert_sees(&shown(Lang::En, &files, ""), &["Increase", "year to date up 7* a month", "✗ behind"]);
}

/// A year's plan of jobs with what nine months brought, as a share of it.
fn nine_months(percent: &str, as_of: &str) -> String {
    file(
        as_of,
        &format!(
            r#""programmes": [{{ "id": "vl", "name": "Giải quyết việc làm", "kind": "employment" }}],
            "targets": [{{ "id": "t", "name": "Giải quyết việc làm", "year": 2020, "measure": "programme.vl",
                "aim": {{ "reach_percent": 100 }}, "result": {{ "percent_of_aim": "{percent}" }} }}]"#
        ),
    )
}

/// On 30/09/2020 274 of 366 days are gone. Nothing of it is final before the year is over: not on the first tab, not in
/// the panel, not in the conclusion, not on a slide.
#[test]
fn what_is_stated_before_the_due_date_is_not_final() {
    let rows = [
        ("72.4", "cần chú ý", "at risk"),
        ("35.7", "chậm tiến độ", "behind"),
        ("80", "đúng tiến độ", "on track"),
    ];
    for (percent, vi, en) in rows {
        for (lang, word, missed) in [(Lang::Vi, vi, "không đạt"), (Lang::En, en, "missed")] {
            let files = [nine_months(percent, "2020-09-30")];
            let app = begun(choices(lang, ""), (80, 24), &accepted("targets", &files));
            let seen = |keys: &str| {
                let mut app = app.clone();
                press(&mut app, keys);
                screen(&app)
            };
            for keys in ["1", "4"] {
                assert!(seen(keys).contains(word), "{keys}\n{}", seen(keys));
            }
            let slides: Vec<String> = (1..5).map(|slide| seen(&format!("m {slide}"))).collect();
            assert!(slides.iter().any(|slide| slide.contains(word)), "{}", slides.join("\n"));
            for picture in slides.iter().chain(&[seen("1"), seen("4")]) {
                assert!(!picture.contains(missed) && !picture.contains("366/366"), "{picture}");
            }
        }
    }
    let panel = shown(Lang::Vi, &[nine_months("72.4", "2020-09-30")], "");
    assert_sees(&panel, &["đạt 72,4% · đến 30/09/2020, chưa phải kết quả cuối kỳ", "Đã qua 75%"]);
    let end = shown(Lang::Vi, &[nine_months("72.4", "2020-12-31")], "");
    assert_sees(&end, &["✗ không đạt", "đạt 72,4% · số chính thức của năm"]);
}

/// The window of the review is the target's own, and is said where it is awaited.
#[test]
fn the_window_of_the_review_is_the_targets_own() {
    let of = |members: &str| fewer(50, &format!(r#", "profile": "review"{members}"#));
    let files = |members: &str| {
        let members = of(members);
        [file("2022-12-31", &poor(200)), file("2023-08-31", &format!("{}, {members}", poor(150)))]
    };
    let awaited = shown(Lang::Vi, &files(""), "");
    assert_sees(&awaited, &["· chờ kết quả rà soát 01/09-14/12; đến nay giảm 50* hộ"]);
    let settled = shown(Lang::Vi, &files(r#", "review": { "from": "06-01", "to": "08-31" }"#), "");
    assert_sees(&settled, &["✓ đạt"]);
    let english = shown(Lang::En, &files(r#", "review": { "from": "10-01", "to": "11-30" }"#), "");
    assert_sees(&english, &["awaiting review, 1 Oct - 30 Nov"]);
}

/// A range is written with both its ends; inside it there is no percent, past it the far end is named.
#[test]
fn a_range_is_told_with_both_its_ends() {
    let files = |now: &str| {
        let target = r#""targets": [{ "id": "t", "name": "Giảm tỷ lệ hộ nghèo", "year": 2023, "measure": "poor.rate",
            "aim": { "reduce_by_points": { "from": 1, "to": "1.5" } } }]"#;
        [
            file("2022-12-31", &format!(r#""poor": {{ "rate_percent": "5.00" }}, {target}"#)),
            file("2023-12-31", &format!(r#""poor": {{ "rate_percent": "{now}" }}"#)),
        ]
    };
    let inside = shown(Lang::Vi, &files("3.83"), "]");
    assert_sees(
        &inside,
        &[
            "1,17* trong 1-1,5 điểm %",
            "chỉ tiêu giao (1-1,5 điểm phần trăm)",
            "✓ đạt",
            "3,50-4,00%*",
            "┃━━━        │",
        ],
    );
    assert!(!inside.contains("117%"), "{inside}");
    let past = shown(Lang::Vi, &files("3.41"), "]");
    assert_sees(
        &past,
        &["1,59*/1-1,5 điểm", "106%* mức 1,5 điểm phần trăm", "✓ vượt", "0,09* điểm phần trăm"],
    );
    let short = shown(Lang::En, &files("4.20"), "]");
    assert_sees(&short, &["0.80* of 1-1.5 points", "80%* of 1 percentage point", "✗ missed"]);
}

/// The word of a bound stands with its number.
#[test]
fn a_bound_is_told_with_its_word() {
    let files = |now: &str| {
        let target = r#""targets": [{ "id": "t", "name": "Giảm tỷ lệ hộ nghèo", "year": 2023, "measure": "poor.rate",
            "aim": { "reduce_by_points": { "value": 3, "qualifier": "over" } } }]"#;
        [
            file("2022-12-31", &format!(r#""poor": {{ "rate_percent": "10.00" }}, {target}"#)),
            file("2023-12-31", &format!(r#""poor": {{ "rate_percent": "{now}" }}"#)),
        ]
    };
    assert_sees(&shown(Lang::Vi, &files("7.00"), "]"), &["3,00* trong hơn 3 điểm %", "✗ không đạt"]);
    assert_sees(&shown(Lang::En, &files("6.99"), "]"), &["3.01* (target: over 3 points)", "✓ exceeded"]);
}

/// A target of several years stands in the year shown, its span beside its name, its time in the head.
#[test]
fn a_target_of_several_years_is_listed_in_each_of_them() {
    let target = r#""targets": [{ "id": "t", "name": "Giảm tỷ lệ hộ nghèo", "from": 2021, "year": 2024,
        "measure": "poor.rate", "aim": { "reduce_by_points": 4, "each_year": true } }]"#;
    let rate = |rate: &str| format!(r#""poor": {{ "rate_percent": "{rate}" }}"#);
    let files = [
        file("2020-12-31", &format!("{}, {target}", rate("30.00"))),
        file("2022-12-31", &rate("21.80")),
        file("2024-12-31", &rate("13.60")),
    ];
    let running = shown(Lang::Vi, &files, "");
    assert_sees(
        &running,
        &[
            "Chỉ tiêu năm 2022",
            "Giảm tỷ lệ hộ nghèo (2021-24)",
            "Đã qua 50% kỳ",
            "8,20* trong 16,00* điểm %",
            "31/12/2024 còn",
        ],
    );
    assert_sees(&running, &["giảm 4,10* điểm phần trăm/năm (giao 4 điểm phần trăm/năm)", "✓ đúng tiến độ"]);
    let end = shown(Lang::En, &files, "]");
    assert_sees(&end, &["Targets 2024", "16.40* (target: 16.00* points)", "✓ exceeded"]);
    assert_sees(&shown(Lang::Vi, &files, "["), &["năm chưa bắt đầu"]);
}
