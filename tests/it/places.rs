//! Lists of areas and the comparison with a chosen snapshot, on files made up for it.

use giamngheo::app::{App, Message};
use giamngheo::model::checks::{Check, CheckKind, Verdict, checks};
use giamngheo::text::Lang;

use super::folder::Head;
use super::program::{TODAY, accepted, begun, choices, picture, press, program, read, sample, screen};
use super::{made_up, published};

/// A ward of a made-up district: its name, its households and, where known, the poor among them.
type Ward = (String, i64, Option<i64>);

/// A snapshot file of a district with these wards, all of them; the whole is their sum.
fn file(day: &str, wards: &[Ward]) -> String {
    let mut areas = Vec::new();
    for (name, all, poor) in wards {
        let group = poor.map_or(String::new(), |n| format!(r#", "poor": {{"households": {n}}}"#));
        areas.push(format!(r#"{{"name": "{name}", "kind": "ward", "households": {all}{group}}}"#));
    }
    let all: i64 = wards.iter().map(|(_, all, _)| all).sum();
    let poor: i64 = wards.iter().filter_map(|(.., poor)| *poor).sum();
    let members = format!(
        r#""households": {all}, "poor": {{"households": {poor}}},
        "areas_complete": true, "areas": [{}]"#,
        areas.join(
            ",
"
        )
    );
    Head::reported(r#""name": "Huyện Mẫu", "kind": "district""#, day).with(&members)
}

/// The program on these files, on its second tab.
fn shown(files: &[String], size: (u16, u16), lang: Lang) -> App {
    let mut app = begun(choices(lang, ""), size, &accepted("places", files));
    press(&mut app, "2");
    app
}

fn wards(count: i64, poor: impl Fn(i64) -> Option<i64>) -> Vec<Ward> {
    (1..=count).map(|i| (format!("Phường {i}"), 1000 + i, poor(i))).collect()
}

/// The rows scroll under the pinned whole, at both ends and on the way.
#[test]
fn many_areas_scroll_under_the_whole_and_its_page_says_what_no_line_is_left_for() {
    for (count, size) in [(60, (80, 24)), (200, (160, 45))] {
        let all = [file("2022-12-31", &wards(count, |i| Some(2 * count - i)))];
        let mut app = shown(&all, size, Lang::Vi);
        for (keys, row) in [
            ("", "Toàn huyện".to_owned()),
            ("<End>", format!("Phường {count}")),
            ("<PageDown>", String::new()),
        ] {
            press(&mut app, keys);
            let picture = screen(&app);
            assert!(picture.contains("Toàn huyện"), "{picture}");
            assert!(picture.contains(&format!("▌ {row}")), "{picture}");
            assert!(!picture.contains("5 phường đầu:") && picture.contains("* suy ra"), "{picture}");
            press(&mut app, "<Home>");
        }
        // The last row, then what stands under it.
        for key in ["<Enter>", "<End>", "<End>"] {
            press(&mut app, key);
        }
        assert!(screen(&app).contains("5 phường đầu:"), "{}", screen(&app));
    }
}

/// 5 wards of 9 have a figure: said, and no sum over five of them is called the first five.
#[test]
fn partial_figures_say_so() {
    let partial = wards(9, |i| (i <= 5).then_some(10 * i));
    let picture = screen(&shown(&[file("2022-12-31", &partial)], (80, 24), Lang::Vi));
    assert!(picture.contains("5 trên 9 phường đã gửi số liệu; chưa có: Phường 6"), "{picture}");
    assert!(!picture.contains("5 phường đầu"), "{picture}");
    let picture = screen(&shown(&[file("2022-12-31", &partial)], (80, 24), Lang::En));
    assert!(picture.contains("5 of 9 wards have reported; missing: Phường 6"), "{picture}");
}

/// Ward 1 falls from 100 to 90, ward 2 came, ward 3 went.
#[test]
fn a_comparison_names_what_only_one_snapshot_holds() {
    let ward = |i: i64, poor| (format!("Phường {i}"), 1000, Some(poor));
    let files = [
        file("2022-12-31", &[ward(1, 100), ward(3, 50)]),
        file("2023-06-30", &[ward(1, 95), ward(2, 40)]),
        file("2023-09-30", &[ward(1, 90), ward(2, 41)]),
    ];
    let mut app = shown(&files, (80, 24), Lang::Vi);
    app.compare = Some(0);
    app.refresh();
    let picture = screen(&app);
    let row = |name: &str| picture.lines().find(|line| line.contains(name)).unwrap_or("").to_owned();
    assert!(picture.contains("+/− từ 31/12/2022"), "{picture}");
    assert!(row("Phường 1").contains("−10"), "{picture}");
    assert!(row("Phường 2").contains("mới"), "{picture}");
    assert!(row("Phường 3").contains("thôi có tên"), "{picture}");
    app.compare = Some(1);
    app.refresh();
    let picture = screen(&app);
    assert!(picture.contains("+/− từ 30/06/2023") && !picture.contains("Phường 3"), "{picture}");
}

/// 100 of 2000 are 5 %, 90 of 3000 are 3 %: 2 points less. 90 of 2000 would be 4.5 %: half a point is the households',
/// one and a half the total's.
#[test]
fn a_comparison_splits_the_change_of_the_rate() {
    let ward = |all, poor| ("Phường 1".to_owned(), all, Some(poor));
    let files = [file("2022-12-31", &[ward(2000, 100)]), file("2023-09-30", &[ward(3000, 90)])];
    let mut app = shown(&files, (80, 24), Lang::Vi);
    app.compare = Some(0);
    app.refresh();
    for keys in ["1", "2 <Down> <Enter>"] {
        press(&mut app, keys);
        let picture = screen(&app);
        let row = |name: &str| picture.lines().find(|line| line.contains(name)).unwrap_or("").to_owned();
        assert!(row("So với cuối năm 2022").contains("−10*"), "{picture}");
        assert!(row("Thay đổi tỷ lệ").contains("−2,00*"), "{picture}");
        assert!(row("do số hộ").contains("−0,50*"), "{picture}");
        assert!(row("do tổng hộ dân").contains("−1,50*"), "{picture}");
    }
}

/// On a screen between 100 and 139 cells the list has more columns; at 80 it has not.
#[test]
fn a_wider_list_has_more_columns() {
    let mut app = program(Lang::Vi, (138, 30), "2023-09-30");
    press(&mut app, "2");
    let wide = screen(&app);
    for head in ["Hộ chính sách", "Tỷ trọng", "Các kỳ"] {
        assert!(wide.contains(head), "{head}:\n{wide}");
    }
    app.update(Message::Resize { width: 80, height: 24 });
    assert!(!screen(&app).contains("Tỷ trọng"));
}

/// Enter on the whole opens the unit's own page, with its lacks; Esc leads back to the same row.
#[test]
fn the_whole_has_a_page_of_its_own() {
    let mut app = program(Lang::Vi, (80, 40), "2023-09-30");
    press(&mut app, "2 <Enter>");
    let page = screen(&app);
    assert!(page.contains("Thiếu hụt của 1.118 hộ nghèo") && page.contains("Bảo hiểm xã hội"), "{page}");
    press(&mut app, "<Esc>");
    assert!(screen(&app).contains("▌ Toàn quận"), "{}", screen(&app));
}

/// A rank is a figure with a story: the list it is taken from.
#[test]
fn a_rank_tells_its_list() {
    let mut app = program(Lang::Vi, (80, 40), "2022-12-31");
    press(&mut app, "2 <Down> <Enter> <Down> <Down> <Down> <Down> <Down> <Down> <Enter>");
    let story = screen(&app);
    assert!(story.contains("▌ Xếp hạng"), "{story}");
    assert!(story.contains("vị trí trong 14 số = 1*"), "{story}");
}

/// All of the first tab stands on a screen of 80 × 24: nothing to scroll, nothing cut.
#[test]
fn the_first_tab_is_one_screen() {
    for lang in [Lang::Vi, Lang::En] {
        for day in ["2022-12-31", "2023-03-31", "2023-09-30"] {
            let picture = screen(&program(lang, (80, 24), day));
            assert!(picture.lines().take(23).all(|line| !line.contains(['▼', '…'])), "{picture}");
        }
    }
}

/// The same of the list of wards and of a ward's page, which may be longer than the screen.
#[test]
fn no_word_of_the_wards_is_cut() {
    for (lang, size) in
        [(Lang::Vi, (80, 24)), (Lang::En, (80, 24)), (Lang::Vi, (160, 45)), (Lang::En, (160, 45))]
    {
        for day in ["2022-12-31", "2023-09-30"] {
            for keys in ["2", "2 <Down>", "2 <Down> <Enter>"] {
                let picture = picture(lang, size, day, keys);
                assert!(!picture.contains('…'), "{picture}");
            }
        }
    }
}

/// The rate that is told is the reported one wherever its check finds that the counts bear it out, and the counted one
/// where they contradict it: on every area of every unit.
#[test]
fn the_rate_that_is_told_is_the_one_its_check_bears_out() {
    let made = made_up::ALL.iter().map(|unit| read(&[made_up::folder(unit)]));
    let contradicting = accepted(
        "rates",
        [r#"{ "format": "giamngheo/1", "unit": { "name": "Xã A", "kind": "commune" },
        "as_of": "2022-12-31", "source": { "provenance": "reported" }, "households": 5000,
        "poor": { "households": 100, "rate_percent": "2.10" }, "near_poor": { "households": 80, "rate_percent": "1.6" } }"#],
    );
    let (mut stated, mut counted) = (0, 0);
    for load in made.chain([sample().clone(), contradicting]) {
        for history in &load.world.histories {
            for (at, snapshot) in history.snapshots.iter().enumerate() {
                let found = checks(history, at, TODAY.parse().unwrap());
                let of_unit = found.iter().filter(|check| check.path.is_empty() && check.part.is_none());
                for (verdict, of) in
                    of_unit.flat_map(|check: &Check| check.kinds().map(|kind| (check.verdict, kind)))
                {
                    let CheckKind::Rate(of) = of else { continue };
                    let Ok(rate) = snapshot.whole.rate(of.group) else { continue };
                    match verdict {
                        Verdict::Holds => assert!(!rate.is_derived(), "{:?} {at}", history.unit.name),
                        Verdict::Contradicts => assert!(rate.is_derived(), "{:?} {at}", history.unit.name),
                        Verdict::ToVerify | Verdict::CannotCheck => continue,
                    }
                    stated += usize::from(!rate.is_derived());
                    counted += usize::from(rate.is_derived());
                }
            }
        }
    }
    assert!(stated > 5 && counted > 0, "{stated}, {counted}");
}

/// What is the unit's as a whole is not told under the name of an area that was gone into.
#[test]
fn the_first_tab_and_the_targets_are_of_the_unit_wherever_one_was() {
    let mut app = program(Lang::Vi, (80, 24), "2023-09-30");
    let unit = ["1", "4", "6"].map(|tab| {
        press(&mut app, tab);
        screen(&app)
    });
    press(&mut app, "2 <Down> <Enter>");
    assert!(screen(&app).contains("Quận 6 ▸ Phường 10"), "{}", screen(&app));
    let again = ["1", "4", "6"].map(|tab| {
        press(&mut app, tab);
        screen(&app)
    });
    assert_eq!(again, unit);
    press(&mut app, "5");
    assert!(screen(&app).contains("Quận 6 ▸ Phường 10"), "{}", screen(&app));
}

/// Where all figures are estimates the word for it, at each number, took the room of columns and labels: the head says
/// it once, what else qualifies a number stays at it, and where there is room every number is called so as before.
#[test]
fn a_table_of_estimates_says_so_once_where_the_word_takes_the_room_of_figures() {
    let load = read(&[made_up::folder("huyen-uoc")]);
    for (lang, head, cells) in [
        (Lang::Vi, "Địa bàn (ước)", ["gần 430", "dưới 1,63%*", "giảm hơn 90", "khoảng 350", "khoảng 1,32%*"]),
        (
            Lang::En,
            "Area (est.)",
            ["nearly 430", "under 1.63%*", "down over 90", "about 350", "about 1.32%*"],
        ),
    ] {
        for size in [(80, 24), (160, 45)] {
            let mut app = begun(choices(lang, ""), size, &load);
            press(&mut app, "2");
            let seen = screen(&app);
            let seen: Vec<&str> = seen.lines().map(|line| line.split('│').next().unwrap()).collect();
            assert!(seen.iter().any(|line| line.contains(head)), "{seen:#?}");
            let row = seen.iter().find(|line| line.contains(cells[0])).unwrap();
            assert!(cells.iter().all(|cell| row.contains(cell)), "{row}");
            assert!(!row.contains("ước") && !row.contains("est."), "{row}");
        }
    }
    let mut app = begun(choices(Lang::Vi, ""), (40, 24), &load);
    let narrow = screen(&app);
    assert!(narrow.contains(" (ước) ") && narrow.contains(" Khẩu "), "{narrow}");
    press(&mut app, "5");
    let one = screen(&app);
    assert!(one.contains("ước gần 430") && !one.contains("(ước)"), "{one}");
}

/// The column that the list is sorted by stays in sight with its arrow, at every width, also when the window becomes
/// smaller after the key was pressed.
#[test]
fn what_a_list_is_sorted_by_stays_in_sight() {
    let folders = ["tinh-mau", "tinh-ba-cap", "dac-khu", "phuong-khu-pho", "xa-gop-chung"];
    let loads = folders.iter().map(|unit| read(&[made_up::folder(unit)]));
    for (turn, load) in std::iter::once(sample().clone()).chain(loads).enumerate() {
        // Each width in both languages, of one list in one of them.
        let langs = [Lang::Vi, Lang::En].into_iter().cycle().skip(turn);
        for (lang, from) in langs.zip([60, 80, 112, 138, 160, 222]) {
            let mut app = begun(choices(lang, ""), (from, 24), &load);
            press(&mut app, "2");
            for sort in 0..13 {
                press(&mut app, "s");
                // Each order is seen at half of the widths, and the next one at the others.
                for width in [from, 100, 80, 61, 44, 40].into_iter().skip((sort + turn) % 2).step_by(2) {
                    app.update(Message::Resize { width, height: 24 });
                    app.prepare_frame();
                    let seen = screen(&app);
                    let heads = seen.lines().skip(2).take(4).any(|line| line.contains(['▲', '▼']));
                    assert!(heads, "{lang:?}, sorted at {from}, seen at {width}: {:?}\n{seen}", app.sort);
                }
                app.update(Message::Resize { width: from, height: 24 });
                app.prepare_frame();
            }
        }
    }
}

/// However large the window, beside the conclusion stands the story of the leading figure alone.
#[test]
fn beside_the_conclusion_stands_one_story() {
    for (size, day) in [(160, 45), (200, 60), (240, 90)]
        .into_iter()
        .flat_map(|s| ["2022-12-31", "2023-09-30"].map(|d| (s, d)))
    {
        let app = program(Lang::Vi, size, day);
        let seen = screen(&app);
        assert!(seen.contains("Kết luận"), "{seen}");
        assert_eq!(seen.matches("Nguồn số liệu: ").count(), 1, "{size:?}, {day}\n{seen}");
    }
}

/// A trend of one value is no picture, and a column without one is none.
#[test]
fn a_single_value_has_no_trend() {
    let mut app = begun(choices(Lang::Vi, ""), (160, 45), &read(&[published::path("24-doan-hung")]));
    press(&mut app, "2");
    let list = |seen: &str| {
        let heads = seen.lines().find(|line| line.contains("Địa bàn")).unwrap();
        heads.split('│').next().unwrap().to_owned()
    };
    assert!(!list(&screen(&app)).contains("Các kỳ"), "{}", screen(&app));
}

/// Zeros side by side say whose they are.
#[test]
fn what_is_found_beside_a_row_says_what_it_is() {
    let mut app = begun(choices(Lang::Vi, "2022-12-31"), (80, 24), sample());
    press(&mut app, "/ h o Space c h i n h Space s a c h");
    let seen = screen(&app);
    let row = seen.lines().find(|line| line.contains("1 Tổng quan  Hộ chính sách")).unwrap();
    assert!(row.contains("hộ nghèo 0 · hộ cận nghèo 0") && !row.contains("0 hộ · 0 hộ"), "{seen}");
}
