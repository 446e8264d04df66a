//! A screen says a thing once, with one number, one mark and one day to count from; what is worked out is never quoted
//! as reported, and a share stands beside what it is of.

use giamngheo::report::ReportFormat;
use giamngheo::text::Lang;

use super::program::{assert_sees, begun, choices, press, sample, screen, squeezed};
use super::told_true::{message, of, printed, screen_of, sees_not};

/// A screen so wide that a story stands beside the list.
const WIDE: (u16, u16) = (160, 45);

/// The screen of a unit after those keys.
fn seen(name: &str, lang: Lang, keys: &str) -> String {
    screen_of(name, lang, WIDE, keys)
}

/// Its left and its right page, each as running text: the rule between them stands in one column of most lines.
fn halves(seen: &str) -> [String; 2] {
    let lines: Vec<Vec<char>> = seen.lines().map(|line| line.chars().collect()).collect();
    let ruled = |at: usize| lines.iter().filter(|line| line.get(at) == Some(&'│')).count();
    let rule = (60..120).max_by_key(|at| ruled(*at)).unwrap();
    let of = |from: usize, to: usize| {
        let part = |line: &Vec<char>| line.iter().skip(from).take(to - from).collect::<String>();
        squeezed(&lines.iter().map(part).collect::<Vec<_>>().join(" "))
    };
    [of(0, rule), of(rule + 1, usize::from(WIDE.0))]
}

#[test]
fn a_share_of_points_stands_beside_points() {
    let vi = &halves(&seen("hai-chuan", Lang::Vi, "4"))[0];
    assert_sees(vi, &["giảm 0,70* điểm phần trăm; năm nay giao 0,50 điểm phần trăm, bằng 71%*"]);
    let en = &halves(&seen("03-nation", Lang::En, "4"))[0];
    assert_sees(en, &["reached 1.17 (117%*); this year's target, 1.00 percentage point, is 85%*"]);
    // Of households the share is of households.
    assert_sees(&halves(&seen("sample", Lang::Vi, "o 4"))[0], &["năm nay giao 448* hộ, bằng 80%*"]);
}

#[test]
fn what_is_worked_out_is_not_quoted_as_reported() {
    let vi = &halves(&seen("quan-quy", Lang::Vi, "2"))[1];
    assert_sees(
        vi,
        &["\"tỷ lệ hộ nghèo là 2,77%, tính từ số liệu báo cáo\"", "\"830 hộ nghèo, theo số liệu báo cáo\""],
    );
    let en = seen("quan-quy", Lang::En, "2");
    assert_sees(
        &squeezed(&halves(&en)[1]),
        &["is 2.77%, from reported figures\"", "poor households, as reported\""],
    );
}

/// A plan of 29.000 is asked as it is stated, on every tab.
#[test]
fn a_stated_plan_has_no_mark() {
    for tab in ["1", "4", "5"] {
        let seen = seen("27-interim-9m.json", Lang::Vi, tab);
        assert_sees(&seen, &["29.000"]);
        sees_not(&seen, &["giao 29.000*"]);
    }
}

/// 1,72% is stated, and the formulas beside it say so.
#[test]
fn a_stated_rate_has_one_writing() {
    for (lang, rate) in [(Lang::Vi, "1,72%"), (Lang::En, "1.72%")] {
        let stories = seen("sample", lang, "o 4");
        assert_sees(&stories, &[rate]);
        sees_not(&stories, &[&format!("{rate}*")]);
        // 2,20 − 1,72 = 0,48: the formula of the fall too.
        let fall = seen("sample", lang, "o 4 Enter Tab Tab Tab Tab Enter");
        sees_not(&fall, &[&format!("{rate}*")]);
    }
}

/// "(2 → 1,3%)" and "1,90 → 1,29%" are of one day: the counted ones say that they are.
#[test]
fn counted_rates_beside_stated_ones_say_so() {
    let vi = &halves(&seen("dac-khu", Lang::Vi, "1"))[1];
    assert_sees(vi, &["giảm 0,60* điểm phần trăm (1,9 → 1,3%)"]);
}

#[test]
fn a_page_counts_from_one_day() {
    let vi = halves(&seen("quan-quy", Lang::Vi, "2"))[0].clone();
    assert_sees(
        &vi,
        &["+/− từ 30/09/2023", "hộ nghèo −0,07*, hộ cận nghèo −0,02* điểm phần trăm (từ 09/23)"],
    );
    // Both groups have room in one line beside the page of the whole.
    let wide = seen("phuong-khu-pho", Lang::Vi, "2");
    assert_sees(&wide, &["hộ nghèo −0,10*, hộ cận nghèo −0,08* điểm phần trăm (từ 12/24)"]);
}

#[test]
fn no_clause_stands_twice_on_the_first_screen() {
    for (name, lang, clause) in [
        ("tinh-ba-cap", Lang::En, "fell by 0.17* percentage points"),
        ("tinh-ba-cap", Lang::En, "57* a month"),
        ("dac-khu", Lang::Vi, "giảm 0,60* điểm phần trăm"),
        ("huyen-uoc", Lang::Vi, "giảm khoảng 0,18* điểm phần trăm"),
        ("sample", Lang::Vi, "46* hộ"),
    ] {
        let screen = seen(name, lang, if name == "sample" { "o 1" } else { "1" });
        assert_eq!(
            halves(&screen).iter().map(|half| half.matches(clause).count()).sum::<usize>(),
            1,
            "{clause}\n{screen}"
        );
    }
}

#[test]
fn the_panel_does_not_repeat_the_story_beside_it() {
    let choices = |as_of| choices(Lang::Vi, as_of);
    for (tab, words) in [("3", "Nguyên văn"), ("3", "Phường 11"), ("4", "giảm 0,69% tỷ lệ hộ nghèo\"")]
    {
        let mut app = begun(choices("2022-12-31"), WIDE, sample());
        press(&mut app, tab);
        let [left, right] = halves(&screen(&app));
        assert!(right.contains(words), "{words}\n{right}");
        assert!(!left.contains(words), "{words}\n{left}");
        // Where no story stands beside it, it says so itself.
        let mut app = begun(choices("2022-12-31"), (80, 60), sample());
        press(&mut app, tab);
        assert_sees(&screen(&app), &[words]);
    }
}

#[test]
fn a_formula_is_not_said_again_in_words() {
    for (lang, rule) in [(Lang::Vi, "Cách tính"), (Lang::En, "Rule ")] {
        let mut app = begun(choices(lang, "2023-09-30"), (200, 60), sample());
        press(&mut app, "2");
        sees_not(&screen(&app), &[rule]);
    }
}

/// What is overdue stands before what is at risk.
#[test]
fn what_is_late_stands_before_what_is_at_risk() {
    let [_, right] = halves(&seen("sample", Lang::Vi, "o 1"));
    let place = |words: &str| right.find(words).unwrap_or_else(|| panic!("{words}\n{right}"));
    assert!(place("✗ Nhiệm vụ quá hạn") < place("! Tỷ lệ hộ nghèo"), "{right}");
}

/// On a title nothing is judged.
#[test]
fn a_title_judges_nothing() {
    let mut app = begun(choices(Lang::En, "2023-09-30"), (80, 24), sample());
    press(&mut app, "m");
    assert_sees(&screen(&app), &["illustrative figures, not the result of a review"]);
    sees_not(&screen(&app), &["judged"]);
}

#[test]
fn no_colon_follows_a_colon() {
    let checks = halves(&seen("tinh-ba-cap", Lang::Vi, "6"))[0].clone();
    assert_sees(&checks, &["so với toàn huyện (2.750 hộ nghèo, 1.900 hộ cận nghèo); thiếu tổng hộ dân"]);
    assert_sees(
        &message("quan-gop", Lang::Vi, 0),
        &["Chỉ tiêu năm 2024 · tỷ lệ hộ nghèo tăng", "Mâu thuẫn · "],
    );
    assert_sees(
        &of("dac-khu", Lang::En, 0, printed(ReportFormat::Text)),
        &["Of which Khmer poor households: 12"],
    );
}

#[test]
fn a_message_tells_the_change_of_both_groups_and_reads_as_sentences() {
    assert_sees(&message("quan-gop", Lang::Vi, 0), &["hộ nghèo tăng 20 hộ", "hộ cận nghèo giảm 10 hộ"]);
    assert_sees(&message("22-hue-plan-2023.json", Lang::En, 0), &["2023 target: trained, 68%"]);
    assert_sees(&message("thanh-pho-cong", Lang::Vi, 0), &["292 nhân khẩu (tính toán)"]);
}

/// 8 left, 1 and 2 came: that is no fall of 4, and the check says so.
#[test]
fn lines_that_do_not_add_up_lead_to_the_check() {
    let [_, right] = halves(&seen("phuong-khu-pho", Lang::Vi, "1"));
    assert_sees(&right, &["2 hộ phát sinh mới; phím 6)"]);
}
