//! What tables keep of names, heads, units and columns where room is short, and that they hide nothing where it is not.

use std::path::Path;

use giamngheo::app::state::Choices;
use giamngheo::text::Lang;

use super::program::{assert_sees, begun, choices, picture, press, read, screen};
use super::{made_up, published};

/// The program on such a folder or file, after those keys.
fn shown(lang: Lang, path: &Path, size: (u16, u16), keys: &str) -> String {
    let choices = Choices { now: "2026-02-01".parse().ok(), ..choices(lang, "") };
    let mut app = begun(choices, size, &read(&[path]));
    press(&mut app, keys);
    screen(&app)
}

fn reported(lang: Lang, report: &str, size: (u16, u16), keys: &str) -> String {
    shown(lang, &published::path(report), size, keys)
}

fn of_made_up(lang: Lang, unit: &str, size: (u16, u16), keys: &str) -> String {
    shown(lang, &made_up::folder(unit), size, keys)
}

/// The line that begins so, behind the mark of the cursor and blanks.
fn line<'a>(screen: &'a str, begins: &str) -> &'a str {
    let begins = |line: &&str| line.trim_start_matches(['▌', ' ']).starts_with(begins);
    screen.lines().find(begins).unwrap_or_else(|| panic!("no {screen}"))
}

#[test]
fn a_name_that_is_cut_keeps_what_it_ends_in() {
    for keys in ["1", "4"] {
        assert_sees(&reported(Lang::Vi, "28-tri-ton-b.json", (80, 24), keys), &["đoạn 2021-2023 "]);
        let labour = reported(Lang::Vi, "21-labour-2023-09.json", (80, 24), keys);
        assert_sees(&labour, &["Đưa lao động…việc ở nước ngoài "]);
    }
}

#[test]
fn a_name_is_whole_where_the_bar_beside_it_can_be_shorter() {
    for size in [(120, 34), (160, 45)] {
        let regions = [
            (Lang::Vi, "Trung du và miền núi phía Bắc ", "Bắc Trung Bộ và duyên hải miền Trung "),
            (Lang::En, "Northern midlands and mountains ", "North Central and Central Coast "),
        ];
        for (lang, one, other) in regions {
            assert_sees(&reported(lang, "03-nation", size, "2"), &[one, other]);
        }
    }
    assert_sees(&of_made_up(Lang::En, "huyen-uoc", (160, 45), "1"), &["Cut poor hhs "]);
}

/// However narrow: a label of one word and `…` says nothing.
#[test]
fn no_label_is_cut_to_a_word() {
    let folders = made_up::ALL.map(made_up::folder);
    let files = published::ALL.map(published::path);
    for path in folders.iter().chain(&files) {
        let load = read(&[path]);
        for (lang, size) in
            [Lang::Vi, Lang::En].into_iter().flat_map(|lang| [(40, 10), (60, 16)].map(|size| (lang, size)))
        {
            let mut app = begun(choices(lang, ""), size, &load);
            for keys in ["1", "<PageDown>", "2", "4"] {
                press(&mut app, keys);
                let screen = screen(&app);
                for line in screen.lines().skip(2) {
                    let label = line.trim_start_matches(['▌', ' ']).split("  ").next().unwrap_or_default();
                    let lone = label.split(' ').next().is_some_and(|word| word.ends_with('…'));
                    assert!(!lone, "{}: {label}\n{screen}", path.display());
                }
            }
        }
    }
}

#[test]
fn a_head_takes_the_cells_that_are_free() {
    for (report, size) in [("28-tri-ton-b.json", (80, 24)), ("28-tri-ton-b.json", (120, 34))] {
        for keys in ["1", "4"] {
            assert_sees(&reported(Lang::En, report, size, keys), &["% of target"]);
        }
    }
    assert_sees(&of_made_up(Lang::En, "tinh-ba-cap", (120, 34), "4"), &["% of target"]);
}

/// The programmes are of another day than the deck: a short title keeps it.
#[test]
fn a_short_title_keeps_its_day() {
    let slides =
        |at: usize| picture(Lang::Vi, (60, 16), "2023-09-30", &format!("m{}", " <Space>".repeat(at)));
    let slide = (0..20).map(slides).find(|slide| slide.contains("9 CHÍNH SÁCH")).unwrap();
    assert_sees(&slide, &["9 CHÍNH SÁCH HỖ TRỢ ĐẾN 31/12/2022, BÁO CÁO (TRANG 1/2)"]);
}

#[test]
fn what_has_a_meaning_and_no_figure_is_a_dot() {
    let screen = reported(Lang::Vi, "05-quang-nam", (80, 24), "5");
    assert!(line(&screen, "Nghèo về thu nhập, hộ nghèo").ends_with("25.617            ·"), "{screen}");
}

#[test]
fn a_change_and_what_is_counted_otherwise_say_their_unit() {
    for keys in ["1", "4"] {
        let screen = of_made_up(Lang::Vi, "tinh-mau", (80, 24), keys);
        assert!(line(&screen, "Giảm suy dinh dưỡng thấp còi").contains(" −0,8 điểm % "), "{screen}");
        assert!(line(&screen, "Kéo giảm hộ nghèo").contains(" 458* "), "{screen}");
    }
    let plan = reported(Lang::En, "22-hue-plan-2023.json", (80, 24), "4");
    assert_sees(&plan, &[" −0.8 points ", " 1,200 persons "]);
    let plan = reported(Lang::Vi, "22-hue-plan-2023.json", (80, 24), "4");
    assert_sees(&plan, &[" −0,8 điểm % ", " 1.200 người "]);
    assert_sees(&reported(Lang::Vi, "03-nation", (80, 24), "4"), &["1,17/1,00 điểm %, vượt"]);
    assert_sees(&reported(Lang::En, "03-nation", (80, 24), "4"), &["1.17/1.00 points, exceeded"]);
}

/// The whole has figures of both groups apart, its districts of both together alone.
#[test]
fn figures_of_the_whole_go_before_a_bar() {
    let screen = reported(Lang::En, "05-quang-nam", (80, 24), "2");
    assert_sees(&screen, &["8,673  1.97%", "Both groups", " Both\n"]);
    assert!(!screen.contains("hhs") && !screen.contains("  ─────\n"), "{screen}");
    let screen = reported(Lang::En, "05-quang-nam", (120, 34), "2");
    assert_sees(&screen, &["8,673  1.97%", "37,819   8.60%"]);
}

#[test]
fn a_wider_place_never_shows_less() {
    for size in [(80, 24), (120, 34), (160, 45), (200, 60)] {
        for keys in ["1", "4"] {
            let screen = of_made_up(Lang::Vi, "huyen-uoc", size, keys);
            assert_sees(&screen, &[" Đầu năm "]);
            let of_near_poor =
                screen.lines().any(|line| line.contains(" 1,50%* ") && line.contains("cận nghèo "));
            assert!(of_near_poor, "{size:?}\n{screen}");
        }
    }
}

/// One of two wards counts its poor, both their households.
#[test]
fn a_sum_is_told_where_all_parts_have_it_and_a_share_where_all_are_counted() {
    let screen = of_made_up(Lang::Vi, "thanh-pho-cong", (80, 24), "2");
    assert!(line(&screen, "Cộng").contains(" 9.000* "), "{screen}");
    let screen = of_made_up(Lang::Vi, "thanh-pho-cong", (80, 24), "5");
    assert!(line(&screen, "Tổng hộ dân").contains("9.000*       9.000*"), "{screen}");
    let screen = of_made_up(Lang::Vi, "thanh-pho-cong", (80, 24), "2 <Down> <Enter>");
    let share = line(&screen, "Tỷ trọng trong toàn thành phố");
    assert!(share.contains("· chưa có") && share.contains("54,8%*") && !share.contains("100%"), "{screen}");
    // The rate of the poor is one of the households of the ward that counts them.
    assert_sees(&of_made_up(Lang::Vi, "thanh-pho-cong", (80, 24), "1"), &["1,10%*"]);
}

#[test]
fn parts_that_have_no_line_are_counted() {
    for size in [(80, 24), (160, 45)] {
        assert_sees(&of_made_up(Lang::Vi, "xa-gop-chung", size, "1"), &["Ấp, 2/4 (phím 2)"]);
        let screen = of_made_up(Lang::Vi, "thanh-pho-cong", size, "1");
        assert!(!screen.contains("(phím 2"), "what is the whole itself is no part of it:\n{screen}");
    }
    let nation = reported(Lang::En, "03-nation", (200, 60), "2");
    assert!(nation.contains("meritorious service, ethnic") && !nation.contains("1 more"), "{nation}");
}

#[test]
fn a_count_of_targets_is_that_of_every_other_text() {
    assert_sees(&of_made_up(Lang::Vi, "tinh-ba-cap", (80, 24), "3"), &["Phím 4 có 2 chỉ tiêu."]);
    assert_sees(&of_made_up(Lang::En, "tinh-ba-cap", (80, 24), "3"), &["Key 4 has 2 targets."]);
}

/// Most of those who came to the near-poor in 2023 came from the poor.
#[test]
fn who_came_from_the_other_group_moved_in() {
    assert_sees(&picture(Lang::En, (80, 24), "", "o 1"), &["re-entered, new, moved in"]);
}
