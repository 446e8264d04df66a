//! Every figure of the published report of 2022 is found on a screen by its formatted text.

use std::sync::LazyLock;

use giamngheo::text::Lang;

use super::program::{press, program, screen};

/// All that the tabs show at 31/12/2022, and the panel of each row of the support and target tabs.
static SEEN: LazyLock<String> = LazyLock::new(|| {
    let mut app = program(Lang::Vi, (80, 60), "2022-12-31");
    let mut seen = String::new();
    for tab in ["1", "2", "3", "4", "5", "6"] {
        press(&mut app, tab);
        seen.push_str(&screen(&app));
        for _ in 0..12 {
            press(&mut app, "<Down>");
            seen.push_str(&screen(&app));
        }
    }
    seen
});

#[track_caller]
fn assert_seen(texts: &[&str]) {
    let missing: Vec<&&str> = texts.iter().filter(|text| !SEEN.contains(**text)).collect();
    assert!(missing.is_empty(), "not on any screen: {missing:?}");
}

#[test]
fn each_reported_figure_is_on_a_screen() {
    assert_seen(&[
        "1.429",
        "5.945",
        "2,20%",
        "560",
        "140%",
        "1.092",
        "4.482",
        "1,68%",
        "402",
        "160,80%",
        "1.293",
        "4.607",
        "579",
        "3.386",
        "hơn 3 tỷ",
        "hơn 1 tỷ",
        "6.145",
        "218",
        "5 sàn",
        "36",
        "gần 842 triệu",
        "0,69 điểm %",
        "0,39 điểm %",
        "100%",
        "Hội nghị nhân rộng mô hình",
        "31/12/2022",
        "04/03/2023",
    ]);
}

#[test]
fn what_follows_by_arithmetic_is_marked_as_derived() {
    assert_seen(&[
        "400*",
        "250*",
        "2.521*",
        "10.427*",
        "3,87-3,89%*",
        "447-449*",
        "253-254*",
        "1,51%*",
        "1,29%*",
        "980-982*",
        "838-839*",
        "hơn 4 tỷ*",
        "vượt 160",
        "vượt 152",
        "1.989*",
        "1.494*",
    ]);
}
