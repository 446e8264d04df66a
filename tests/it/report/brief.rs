//! The message for a chat, of all snapshots there are, in both languages.

use giamngheo::model::source_file::Provenance;
use giamngheo::report::{ReportFormat, write};

use crate::copying::each_view;

#[test]
fn a_message_is_short_plain_and_says_where_it_is_from() {
    let mut seen = 0;
    each_view(|view| {
        let text = String::from_utf8(write(view, &[], ReportFormat::Brief, 80, None).unwrap().bytes).unwrap();
        assert!(text.chars().count() <= 900, "{}: {text}", text.chars().count());
        let origin = &view.area().origin();
        let mut lines = text.lines();
        if origin.provenance == Provenance::Illustrative {
            assert!(
                lines.next().unwrap().contains(view.lang.pick("SỐ LIỆU MINH HỌA", "ILLUSTRATIVE")),
                "{text}"
            );
        }
        assert!(lines.all(|line| line.starts_with("- ")), "{text}");
        assert!(!text.contains(['*', '✓', '✗', '│']), "{text}");
        let see = view.lang.pick("mục 6", "section 6");
        assert!(!text.contains(see), "a message has no sections: {text}");
        assert!(text.contains(view.lang.wording(&view.whole().name.name)), "{text}");
        seen += 1;
    });
    assert!(seen > 60, "{seen}");
}

/// 560 are stated, 400 follow from 140 %: of the two the second alone is called so.
#[test]
fn what_was_worked_out_is_called_so_in_its_clause() {
    let text = super::text(&["--lang", "vi", "--as-of", "2022-12-31", "--format", "brief"]);
    assert!(
        text.contains("hộ nghèo giảm 560 hộ, đạt 140% chỉ tiêu giảm 400 hộ (tính toán), vượt 160 hộ"),
        "{text}"
    );
    assert!(text.contains("còn 1.429 hộ nghèo"), "{text}");
}

/// What has no room is counted, and never takes the place of what is to verify.
#[test]
fn what_is_left_out_is_counted() {
    let text = super::text(&["--lang", "vi", "--as-of", "2022-12-31", "--format", "brief"]);
    assert!(text.contains("- Ngoài ra: 5 chỉ tiêu, nhiệm vụ năm 2023; 9 chính sách hỗ trợ\n"), "{text}");
    let text = super::text(&["--lang", "en", "--as-of", "2022-12-31", "--format", "brief"]);
    assert!(text.contains("- Also: 7 targets and tasks for 2023; 9 support programmes\n"), "{text}");
    assert!(text.contains("\n- To verify: "), "{text}");
    // An area that is late with its target is bad news, and named before others are counted.
    let text = super::text(&[
        "tests/it/made_up/tinh-ba-cap",
        "--lang",
        "vi",
        "--as-of",
        "2025-06-30",
        "--format",
        "brief",
    ]);
    assert!(text.contains("chậm tiến độ: huyện Núi Ngoài"), "{text}");
}

/// Two things are late, and a message that has no room for all of its change names both.
#[test]
fn what_needs_action_is_named() {
    let args = ["tests/it/made_up/dac-khu", "--lang", "en", "--format", "brief"];
    let text = String::from_utf8(super::report_at(&["--now", "2026-11-28"], &args)).unwrap();
    for told in ["Targets for 2025 · poor persons insured: behind", "Overdue tasks: repair the pier"] {
        assert!(text.contains(told), "{text}");
    }
    assert!(text.contains("the rate fell by 0.60 percentage points (derived);"), "{text}");
    assert!(!text.contains("more that need"), "{text}");
}
