//! Sentences are whole, name what they speak of, and are said once; what stands beside a figure is said of that figure.

use giamngheo::page::Tab;
use giamngheo::page::{View, conclusion};
use giamngheo::report::{ReportFormat, write};
use giamngheo::text::Lang;

use super::program::{assert_sees, squeezed};
use super::told_true::{message, of, printed, report, screen_of, sees_not};

/// The program in so many cells after those keys.
fn seen(name: &str, lang: Lang, size: (u16, u16), keys: &str) -> String {
    squeezed(&screen_of(name, lang, size, keys))
}

/// The conclusion as it stands beside a page.
fn marked(view: &View) -> String {
    conclusion::marked(view).concat().iter().map(|line| line.text() + "\n").collect()
}

/// Two colons in a row part nothing.
#[test]
fn a_head_goes_on_with_the_word_of_what_is_late() {
    let told = |lang| message("tinh-ba-cap", lang, 0);
    assert_sees(&told(Lang::En), &["\n- Area targets behind: Nui Ngoai District"]);
    assert_sees(&told(Lang::Vi), &["\n- Chỉ tiêu giao địa bàn chậm tiến độ: huyện Núi Ngoài"]);
}

/// "1,50 → 1,50%" says no more than that nothing changed; two brackets side by side are read as one of the other.
#[test]
fn brackets_say_something() {
    let unchanged = [(Lang::Vi, "tỷ lệ không đổi."), (Lang::En, "the rate did not change.")];
    for (lang, says) in unchanged {
        let told = report("huyen-ra-soat", lang, 0);
        assert_sees(&told, &[says]);
        sees_not(&told, &["1,50 → 1,50", "1.50 → 1.50"]);
    }
    assert_sees(&message("03-nation", Lang::Vi, 0), &["(thiếu 90); và 4 điểm khác"]);
    assert_sees(&message("03-nation", Lang::En, 0), &["(short by 90); and 4 more"]);
}

/// In an English sentence a Vietnamese name is one name.
#[test]
fn a_vietnamese_name_keeps_its_capitals_in_english() {
    assert_sees(&report("huyen-ra-soat", Lang::En, 0), &["As of 31 Aug 2023, Huyện Rà Soát has "]);
    assert_sees(&report("tinh-mau", Lang::En, 0), &["Tỉnh Mẫu has "]);
    assert_sees(&report("tinh-mau", Lang::Vi, 0), &["Đến 30/06/2023, tỉnh Mẫu còn "]);
}

/// Whose figures these are is said in a sentence, and what is no noun stands in marks.
#[test]
fn english_sentences_are_sentences() {
    let en = message("22-hue-plan-2023.json", Lang::En, 0);
    assert_sees(&en, &["2023 target: trained, 68%", "The 2023 target for children of poor"]);
    let en = report("22-hue-plan-2023.json", Lang::En, 0);
    assert_sees(
        &en,
        &["The figures of Thua Thien Hue province (2022–2025 standard) are as of 31 Dec 2022, according"],
    );
}

/// The worst first, also where each target has a line of its own; the mark of a line is that of what it tells.
#[test]
fn the_worst_stands_first_beside_a_page() {
    for name in ["tinh-ba-cap", "dac-khu"] {
        for lang in [Lang::Vi, Lang::En] {
            let told = of(name, lang, 0, marked);
            let signs: Vec<char> = told.lines().filter_map(|line| line.chars().next()).collect();
            let last_bad = signs.iter().rposition(|sign| *sign == '✗').expect("something is late");
            let first_good = signs.iter().position(|sign| *sign == '✓').expect("something is well");
            assert!(last_bad < first_good, "{told}");
        }
    }
}

/// A mark is explained where it stands, and no legend is lost to a longer note.
#[test]
fn marks_are_explained_where_they_stand() {
    sees_not(&of("21-labour-2023-09.json", Lang::Vi, 0, marked), &["dấu * là", "*"]);
    assert_sees(&report("21-labour-2023-09.json", Lang::Vi, 0), &["74,8%*", "dấu * là số suy ra"]);
    let vi = seen("thanh-pho-cong", Lang::Vi, (80, 24), "5");
    assert_sees(&vi, &["* suy ra · Hộ nghèo: chỉ tính 1 trên 2 phường có số liệu"]);
    assert_eq!(vi.matches("chỉ tính").count(), 1, "{vi}");
    assert_sees(&report("thanh-pho-cong", Lang::En, 0), &["Poor: only 1 of 2 wards has figures"]);
}

/// Where the conclusion stands on a screen nothing else there says the same.
#[test]
fn a_sentence_stands_once_on_a_screen() {
    // The percent that the report states: no line breaks in it.
    for lang in [Lang::Vi, Lang::En] {
        for size in [(80, 24), (160, 45), (200, 60)] {
            let seen = seen("28-tri-ton-b.json", lang, size, "1");
            assert_eq!(seen.matches("(110%*)").count(), 1, "{seen}");
        }
    }
}

/// A line of a report has room for all that support reached; on a screen that has none the key to it stands behind.
#[test]
fn support_is_told_in_full_or_with_the_key_to_it() {
    let of_paper = |name, lang| of(name, lang, 0, printed(ReportFormat::Markdown));
    let vi = squeezed(&of("sample", Lang::Vi, 3, printed(ReportFormat::Markdown)));
    assert_sees(
        &vi,
        &["4.607 hộ vay việc làm · 6.145 thẻ BHYT · hơn 4 tỷ\\* đồng học bổng, gần 842 triệu đồng tiền điện"],
    );
    assert_sees(&squeezed(&of_paper("huyen-uoc", Lang::Vi)), &["học bổng vượt khó (ước hơn 620 triệu đồng)"]);
    let en = squeezed(&of("sample", Lang::En, 3, printed(ReportFormat::Text)));
    assert_sees(&en, &["6,145 health-insurance cards", "electricity nearly 842 million"]);
    assert_sees(&seen("dac-khu", Lang::En, (80, 30), "1"), &[" · key 3: all"]);
}

/// An estimate is called so in its cell, and not in the head as well.
#[test]
fn an_estimate_is_called_so_once() {
    for format in [ReportFormat::Markdown, ReportFormat::Html] {
        let told = of("huyen-uoc", Lang::Vi, 0, printed(format));
        sees_not(&told, &["(ước)"]);
        assert_sees(&told, &["ước gần 430"]);
    }
}

/// That the totals of households contradict each other says nothing of a count whose sum agrees.
#[test]
fn a_sign_is_of_the_figure_that_it_stands_beside() {
    let story = seen("xa-gop-chung", Lang::Vi, (80, 24), "1 Enter");
    assert_sees(&story, &["✓ bằng tổng 4 ấp 115*"]);
    let check = seen("xa-gop-chung", Lang::Vi, (80, 24), "6");
    assert_sees(
        &check,
        &["cộng 2.500*, toàn xã 2.520 (thiếu 20) Khớp", "tổng các ấp bằng toàn xã 2.520 Tệp"],
    );
}

/// Who reckons after a formula gets its result.
#[test]
fn a_formula_gives_its_result() {
    let formulas = |lang| {
        of("xa-gop-chung", lang, 0, |view| {
            String::from_utf8(write(view, &Tab::ALL, ReportFormat::Html, 80, None).unwrap().bytes).unwrap()
        })
    };
    assert_sees(&formulas(Lang::En), &["0.437* ÷ 1.00 × 100"]);
    assert_sees(&formulas(Lang::Vi), &["0,437* : 1,00 × 100"]);
}
