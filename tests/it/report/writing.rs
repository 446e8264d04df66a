//! Text and Markdown as stored pictures, and that no format changes from run to run.

use super::{report, text};

#[test]
fn the_text_in_both_languages_and_three_widths() {
    for lang in ["vi", "en"] {
        for width in ["40", "80", "120"] {
            let args = ["--as-of", "2022-12-31", "--lang", lang, "--width", width];
            let text = text(&args);
            let limit = width.parse::<usize>().unwrap();
            let wide = text.lines().find(|line| giamngheo::text::cells::width(line) > limit);
            assert!(wide.is_none(), "over {width} cells: {wide:?}");
            insta::assert_snapshot!(format!("text-{lang}-{width}"), text);
        }
    }
}

#[test]
fn the_running_year_in_words() {
    for lang in ["vi", "en"] {
        let text = text(&["--as-of", "2023-09-30", "--lang", lang, "--tab", "overview"]);
        insta::assert_snapshot!(format!("text-running-{lang}"), text);
    }
}

/// What the screen has a key away stands on paper, and no key is named there.
#[test]
fn what_opens_on_the_screen_is_written_out() {
    let text = text(&["--as-of", "2023-09-30", "--lang", "vi"]);
    for wanted in [
        "Thiếu hụt của 1.118 hộ nghèo",
        "Thiếu hụt của 936 hộ cận nghèo",
        "Biến động 9 tháng đầu năm 2023",
        "Tập huấn cán bộ giảm nghèo và Tổ trưởng Tổ tự quản",
        "− 88 thành hộ cận nghèo − 247 vượt chuẩn cận nghèo + 3 tái\n     nghèo + 21 phát sinh mới = 1.118",
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
    for lang in ["vi", "en"] {
        for day in ["2022-12-31", "2023-09-30"] {
            let text = super::text(&["--as-of", day, "--lang", lang]);
            assert!(!text.contains("Enter"), "{lang} {day}");
        }
    }
}

#[test]
fn the_markdown_in_both_languages() {
    for lang in ["vi", "en"] {
        let args = ["--format", "markdown", "--as-of", "2022-12-31", "--lang", lang];
        insta::assert_snapshot!(format!("markdown-{lang}"), text(&args));
    }
}

#[test]
fn a_table_of_markdown_has_as_many_cells_in_every_row() {
    let text = text(&["--format", "markdown"]);
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut before: Option<usize> = None;
    let mut rows = 0;
    for line in text.lines() {
        before = if line.starts_with('|') {
            rows += 1;
            assert!(before.is_none_or(|count| count == cells(line)), "{line}");
            Some(cells(line))
        } else {
            None
        };
    }
    assert!(rows > 30, "only {rows} rows");
}

#[test]
fn two_runs_give_the_same_bytes() {
    for format in ["text", "markdown", "csv", "json", "html", "xlsx"] {
        let args = ["--format", format];
        assert_eq!(report(&args), report(&args), "{format}");
    }
}

#[test]
fn a_tab_is_alone_under_the_conclusion() {
    let text = text(&["--tab", "support", "--lang", "vi", "--as-of", "2022-12-31"]);
    assert!(text.contains("Kết luận\n") && text.contains("3 Hỗ trợ\n"), "{text}");
    assert!(!text.contains("1 Tổng quan") && !text.contains("4 Chỉ tiêu"), "{text}");
}

/// 1,429 − 1,118 = 311 since the end of 2022, 1,232 − 1,118 = 114 since June.
#[test]
fn the_day_to_compare_with_decides_the_change() {
    let since = |day: &str| text(&["--as-of", "2023-09-30", "--lang", "vi", "--compare", day]);
    assert!(since("2022-12-31").contains("So với 31/12/2022, hộ nghèo giảm 311* hộ"));
    assert!(since("2023-07-15").contains("So với 30/06/2023, hộ nghèo giảm 114* hộ"));
    let args = ["report", "--as-of", "2022-12-31", "--compare", "2020-01-01"];
    assert_eq!(super::run(&args).status.code(), Some(2));
}

/// Paper has no cursor and no key that its rows are sorted by; each number of a table is named.
#[test]
fn a_report_has_no_marks_of_the_screen() {
    for lang in ["vi", "en"] {
        let text = super::text(&["--lang", lang]);
        assert!(!text.contains(['▌', '▼', '▲']), "{text}");
        let markdown = super::text(&["--lang", lang, "--format", "markdown"]);
        assert!(!markdown.contains("| (") && !markdown.contains(['▌', '▼']), "{markdown}");
    }
}

/// One group alone has one head over all that is told of it.
#[test]
fn columns_of_one_group_stand_under_one_head() {
    let text = super::text(&["tests/it/published/13-bac-giang", "--lang", "vi", "--format", "markdown"]);
    assert!(text.contains("Hộ nghèo, +/− từ 31/12/2016: Thoát nghèo") && !text.contains("(tiếp)"), "{text}");
}
