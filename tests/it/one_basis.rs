//! A figure is told on one basis, in one notation and with one precision on a screen; room that would stay blank holds
//! what is hidden.

use giamngheo::text::Lang;

use super::program::{assert_sees, squeezed};
use super::told_true::{message, report, screen_of, sees_not};

const USUAL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (160, 45);

fn seen(name: &str, lang: Lang, size: (u16, u16), keys: &str) -> String {
    squeezed(&screen_of(name, lang, size, keys))
}

/// 1,9 and 1,3% are stated; what the counts make of them, 1,90 and 1,29%, is only about right.
#[test]
fn a_stated_rate_is_told_with_its_own_change() {
    for lang in [Lang::Vi, Lang::En] {
        let told = report("dac-khu", lang, 0);
        let expected: [&str; 3] = if lang == Lang::Vi {
            [
                "tỷ lệ hộ nghèo giảm 0,60* điểm phần trăm (1,9 → 1,3%)",
                "đạt 85,7%* chỉ tiêu còn 1,2%",
                "hộ nghèo −0,60*",
            ]
        } else {
            ["fell by 0.60* percentage points (1.9 → 1.3%)", "85.7%* of the target (1.2%)", "poor −0.60*"]
        };
        assert_sees(&told, &expected);
        sees_not(&told, &["1,29%", "1.29%", "0,61*", "0.61*"]);
        sees_not(&message("dac-khu", lang, 0), &["1,29", "1.29"]);
    }
}

#[test]
fn a_bounded_change_has_one_notation() {
    for (name, words) in [
        ("huyen-uoc", ["giảm hơn 90", "ước giảm hơn 0,37*", "ước giảm khoảng 0,18*"]),
        ("quan-uoc", ["giảm hơn 100*", "ước giảm hơn 0,20*", "ước giảm hơn 300*"]),
        ("dac-khu", ["giảm ít nhất 14*", "giảm dưới 12*", "giảm khoảng 0,53*"]),
    ] {
        let vi = report(name, Lang::Vi, 0);
        assert_sees(&vi, &words);
        sees_not(&vi, &["<−", ">−", "khoảng −", "thấp hơn hơn"]);
    }
    // What the report states has no mark.
    sees_not(&seen("huyen-uoc", Lang::Vi, USUAL, "2"), &["hơn 90*"]);
    // Beside stated figures what is not known has its dot.
    assert_sees(&seen("dac-khu", Lang::Vi, USUAL, "1"), &["giảm khoảng 0,53* · chưa có"]);
}

#[test]
fn a_floor_has_one_word_a_share_its_stated_percent_and_a_count_its_unit() {
    for (tab, size) in [("1", USUAL), ("3", USUAL), ("4", USUAL), ("4", WIDE)] {
        let vi = seen("21-labour-2023-09.json", Lang::Vi, size, tab);
        sees_not(&vi, &["từ 110.000", "tối thiểu 110.000", "101,4%"]);
        let en = seen("21-labour-2023-09.json", Lang::En, size, tab);
        sees_not(&en, &["from 110,000", "101.4%"]);
        assert_sees(&en, &["101.37%"]);
    }
    assert_sees(
        &seen("21-labour-2023-09.json", Lang::En, USUAL, "1"),
        &["Targets 2023 (persons)", "at least 110,000"],
    );
    let told = report("21-labour-2023-09.json", Lang::Vi, 0);
    let before = told.split("1 Tổng quan").next().unwrap();
    assert_eq!(before.matches("111.507").count(), 1, "{before}");
    assert_sees(&seen("tinh-mau", Lang::Vi, USUAL, "1"), &["21 nhà 14 nhà 0 nhà"]);
    assert_sees(&seen("dac-khu", Lang::Vi, USUAL, "4"), &["8 hộ 10 hộ 80%*", "60 hộ 50 hộ 120%*"]);
}

/// In the list and in the panel beside it, in no story under that.
#[test]
fn an_identity_stands_at_most_twice_on_a_screen() {
    let vi = seen("quan-gop", Lang::Vi, WIDE, "6");
    assert_eq!(vi.matches("400 − 30 thành hộ cận nghèo").count(), 2, "{vi}");
    // Of another check the stories tell it.
    let other = seen("quan-gop", Lang::Vi, WIDE, "6 Down Down Down");
    assert!(other.matches("400 − 30 thành hộ cận nghèo").count() > 1, "{other}");
}

/// 1,10% of one ward and 0,81% of two are no 1,90% of both.
#[test]
fn rates_of_other_parts_have_no_sum() {
    sees_not(&seen("thanh-pho-cong", Lang::Vi, USUAL, "1"), &["1,90%*", "−0,20*"]);
    assert_sees(&report("thanh-pho-cong", Lang::Vi, 0), &["1,10%* 0,81%*"]);
}

#[test]
fn areas_are_listed_as_far_as_there_is_room() {
    let en = screen_of("16-vietnam-2015.json", Lang::En, USUAL, "1");
    assert_sees(&en, &["Ho Chi Minh City", "Binh Duong"]);
    let vi = screen_of("xa-gop-chung", Lang::Vi, USUAL, "1");
    assert_sees(&vi, &["Ấp Đông", "Ấp Nam", "Ấp Tây", "Ấp Bắc"]);
    sees_not(&squeezed(&en), &["(key 2)"]);
}

/// Between the chart and a list of areas that hides rows one line alone stays blank.
#[test]
fn what_a_chart_leaves_blank_is_the_list_under_it() {
    for lang in [Lang::Vi, Lang::En] {
        let shown = screen_of("sample", lang, WIDE, "1");
        let left: Vec<String> =
            shown.lines().map(|line| line.chars().take(80).collect::<String>().trim().to_owned()).collect();
        let list = left.iter().position(|line| line.contains("/14 (")).unwrap();
        assert!(left[list - 1].is_empty() && !left[list - 2].is_empty(), "{shown}");
    }
}

#[test]
fn a_value_stands_on_free_cells() {
    let vi = screen_of("quan-uoc", Lang::Vi, USUAL, "1");
    let label = vi.lines().find(|line| line.contains("ước gần 600") && line.contains('┤')).unwrap();
    sees_not(label, &["▄ước", "600▄", "▀ước", "600▀"]);
}

/// A story and a slide have no blank line while lines of theirs are hidden.
#[test]
fn blank_lines_of_a_story_on_the_wall_go_first() {
    let vi = screen_of("sample", Lang::Vi, USUAL, "m Space Enter");
    let body: Vec<&str> = vi.lines().skip(4).take(18).collect();
    assert!(!vi.contains('▼') || body.iter().all(|line| !line.trim().is_empty()), "{vi}");
    let en = screen_of("sample", Lang::En, (40, 10), "o m Space");
    let lines: Vec<&str> = en.lines().collect();
    let mark = lines.iter().position(|line| line.contains('▼')).unwrap();
    assert!(!lines[mark - 1].trim().is_empty(), "{en}");
}

#[test]
fn words_of_two_paces_and_of_money_are_those_of_an_officer() {
    assert_sees(&seen("sample", Lang::Vi, USUAL, "o 4"), &["theo tốc độ từ đầu năm và tốc độ quý III"]);
    assert_sees(&seen("sample", Lang::Vi, (120, 34), "1"), &["gần 842 triệu đồng tiền điện"]);
    assert_sees(&seen("sample", Lang::Vi, (40, 10), "Enter"), &["─ Hộ nghèo 1.429 ─"]);
    assert_sees(&seen("sample", Lang::En, (120, 34), "o 1"), &["% of target"]);
    // A part of which this file tells nothing has no row.
    sees_not(&report("03-nation", Lang::En, 0), &["Of which"]);
    // A legend is of the columns that are seen.
    sees_not(&seen("33-binh-thuan-both", Lang::Vi, USUAL, "2"), &["* suy ra"]);
}
