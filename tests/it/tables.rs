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
        assert_sees(&labour, &["Đưa lao", "nước ngoài "]);
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
        assert!(line(&screen, "Giảm suy…dưỡng thấp còi").contains(" −0,8 điểm % "), "{screen}");
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
    assert_sees(&screen, &["8,673  1.97%", "Multidim. poor"]);
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
        assert_sees(&of_made_up(Lang::Vi, "xa-gop-chung", size, "1"), &["Ấp Tây", "Ấp Bắc"]);
        let screen = of_made_up(Lang::Vi, "thanh-pho-cong", size, "1");
        assert!(!screen.contains("(phím 2"), "what is the whole itself is no part of it:\n{screen}");
    }
    let nation = reported(Lang::En, "03-nation", (200, 60), "2");
    assert!(nation.contains("meritorious service") && !nation.contains("1 more"), "{nation}");
}

#[test]
fn a_count_of_targets_is_that_of_every_other_text() {
    assert_sees(&of_made_up(Lang::Vi, "tinh-ba-cap", (80, 24), "3"), &["Phím 4 có 2 chỉ tiêu."]);
    assert_sees(&of_made_up(Lang::En, "tinh-ba-cap", (80, 24), "3"), &["Key 4 has 2 targets."]);
}

/// Most of those who came to the near-poor in 2023 came from the poor.
#[test]
fn who_came_from_the_other_group_moved_in() {
    assert_sees(&picture(Lang::En, (80, 24), "", "o 1"), &["re-entered, new, other additions"]);
}

/// "Cut the…1 to 1.5 points" does not say what is cut.
#[test]
fn a_name_keeps_the_word_that_says_what_it_is_about() {
    for size in [(60, 16), (80, 24), (160, 45)] {
        for keys in ["1", "4"] {
            let screen = reported(Lang::En, "03-nation", size, keys);
            assert!(!screen.contains("the…"), "{screen}");
            assert!(screen.contains("Poor rate") || screen.contains("poverty"), "{screen}");
        }
    }
}

#[test]
fn what_is_asked_and_not_known_is_a_dot() {
    let screen = reported(Lang::En, "34-ha-noi", (80, 24), "4");
    let dots = line(&screen, "Cut near-poor hhs").matches(" · ").count();
    assert_eq!(dots, 3, "the day, the share and the standing:\n{screen}");
    let screen = picture(Lang::Vi, (200, 60), "", "5");
    for programme in ["Vay vốn hỗ trợ giảm nghèo", "BHYT cho người thuộc hộ nghèo"] {
        let days = line(&screen, programme).trim_start_matches(['▌', ' ']);
        let days = days.trim_start_matches(programme).split('│').next().unwrap();
        assert_eq!(days.split_whitespace().count(), 5, "each day has a figure or a dot:\n{screen}");
    }
}

#[test]
fn the_key_to_all_stands_where_not_all_are_shown() {
    assert!(!reported(Lang::Vi, "03-nation", (160, 45), "1").contains("(phím 2"));
    assert_sees(&picture(Lang::Vi, (160, 45), "", "1"), &["(phím 2)"]);
}

/// Of what more is told of the poor behind the near-poor, however few the cells over it.
#[test]
fn a_second_head_says_that_it_goes_on() {
    assert_sees(&picture(Lang::Vi, (120, 34), "", "2"), &["Nghèo (tiếp)"]);
    let both = reported(Lang::En, "05-quang-nam", (120, 34), "2");
    let head = both.lines().find(|line| line.contains("Near-poor ─")).unwrap();
    assert_eq!(head.matches("Multidim.").count(), 1, "{both}");
    assert_eq!(line(&both, "District  ").to_lowercase().matches(" hhs ").count(), 4, "{both}");
}

/// New ones are known of the district alone, persons of each ward.
#[test]
fn a_column_of_the_whole_alone_leaves_before_one_of_the_parts() {
    let screen = picture(Lang::En, (80, 24), "", "o 2");
    assert!(!line(&screen, "Ward ").contains("New"), "{screen}");
}

#[test]
fn a_column_of_shares_has_one_decimal() {
    let screen = of_made_up(Lang::Vi, "quan-gop", (120, 34), "2");
    assert_sees(&screen, &[" +5,0%*", " +30,0%*", " −11,1%*"]);
}

/// What a movement leads to is never cut off: its lines make way.
#[test]
fn a_movement_is_told_to_its_end() {
    let screen = of_made_up(Lang::Vi, "quan-gop", (80, 24), "5");
    assert_sees(&screen, &["Hộ nghèo: 400 − 55* giảm + 74* tăng = 419*, báo cáo nêu 420"]);
    let screen = of_made_up(Lang::En, "phuong-khu-pho", (60, 16), "5");
    assert!(line(&screen, "Poor: ").contains(" = 19*, reported 20"), "{screen}");
}

/// Beside a list a story has its lines in one order, and no blank one among them.
#[test]
fn stories_beside_a_list_have_one_order() {
    let screens = [
        reported(Lang::Vi, "03-nation", (160, 45), "2"),
        reported(Lang::Vi, "03-nation", (160, 45), "4"),
        picture(Lang::Vi, (200, 60), "", "o 4"),
    ];
    for screen in screens {
        let beside = |line: &str| line.split_once("│  ").map(|(_, text)| text.trim().to_owned());
        let lines: Vec<String> = screen.lines().filter_map(beside).collect();
        for story in lines.split(|line| line.starts_with("Nguồn số liệu")).skip(1) {
            let at = |head: &str| story.iter().position(|line| line.starts_with(head));
            if let (Some(checks), Some(said)) = (at("Đối chiếu"), at("Cách nêu")) {
                assert!(checks < said, "{screen}");
            }
            let told = story.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
            assert!(story[..told].iter().all(|line| !line.is_empty()), "{screen}");
        }
    }
}

#[test]
fn a_list_of_slides_keeps_its_columns_and_its_heading() {
    let slides =
        |lang, size, at: usize| picture(lang, size, "2023-09-30", &format!("m{}", " <Space>".repeat(at)));
    let names = [
        "Vay vốn hỗ trợ giảm nghèo",
        "Vay giải quyết việc làm",
        "Bảo hiểm xã hội tự nguyện",
        "Giới thiệu việc làm",
    ];
    let mut columns = Vec::new();
    for slide in (0..20).map(|at| slides(Lang::Vi, (160, 45), at)) {
        if slide.contains("9 CHÍNH SÁCH") {
            let column =
                |line: &str| names.iter().find_map(|name| Some(line[..line.find(name)?].chars().count()));
            columns.push(slide.lines().filter_map(column).collect::<Vec<usize>>());
        }
    }
    assert_eq!(columns.len(), 2);
    let first = columns[0][0];
    assert!(columns.iter().all(|part| !part.is_empty() && part.iter().all(|at| *at == first)), "{columns:?}");
    let small = (0..20).map(|at| slides(Lang::En, (40, 10), at)).find(|slide| slide.contains("9 SUPPORT"));
    assert_sees(&small.unwrap(), &["REPORTED"]);
}

/// Room that a panel has more shows more of a story, and parts none of its lines from the others.
#[test]
fn a_story_has_no_blank_line_inside() {
    for lang in [Lang::Vi, Lang::En] {
        let screen = picture(lang, (120, 34), "", "1 <Enter>");
        let lines: Vec<&str> = screen.lines().collect();
        let head =
            lines.iter().position(|line| line.contains("─ Nguồn") || line.contains("─ Source of")).unwrap();
        let end =
            lines.iter().rposition(|line| line.contains("Tên báo cáo") || line.contains(" Note ")).unwrap();
        assert!(head + 10 < end && lines[head..=end].iter().all(|line| !line.trim().is_empty()), "{screen}");
    }
}
