//! The conclusion: every number in it is a figure, and it claims no more than there is.

use giamngheo::model::figure::Figure;
use giamngheo::page::conclusion::lines;
use giamngheo::page::{Line, View};
use giamngheo::source::{Limits, Load, load};
use giamngheo::text::Lang;

use super::Folder;

/// The conclusion on the files at a snapshot.
fn of<T>(load: &Load, lang: Lang, at: usize, tell: impl Fn(&[Line]) -> T) -> T {
    let view = View {
        lang,
        history: &load.world.histories[0],
        load,
        at,
        now: "2024-02-01".parse().unwrap(),
        path: &[],
        chosen: "",
        sort: (1, true),
        narrow: false,
        group: giamngheo::model::measure::Group::Combined,
        compare: None,
        what_if: 0,
        list: "",
    };
    tell(&lines(&view))
}

fn words(lines: &[Line]) -> String {
    lines.iter().map(Line::text).collect::<Vec<_>>().join("\n")
}

fn from_text(name: &str, snapshot: &str) -> String {
    let folder = Folder::new(name);
    let path = folder.write("a.json", snapshot);
    let load = load(&[path.into()], &Limits::default());
    assert!(load.refused.is_empty(), "{:?}", load.refused);
    of(&load, Lang::Vi, 0, words)
}

fn snapshot(provenance: &str, rest: &str) -> String {
    format!(
        r#"{{"format": "giamngheo/1", "unit": {{"name": "Phường A", "kind": "ward"}}, "as_of": "2023-12-31",
        "source": {{"provenance": "{provenance}", "published": "2024-01-15"}} {rest}}}"#
    )
}

/// What is written without a figure: years and days, the number of programmes, targets and checks, the tab.
fn is_no_figure(number: &str) -> bool {
    let digits = number.trim_matches(|c: char| !c.is_ascii_digit());
    matches!(digits, "1" | "2" | "3" | "5" | "6" | "9" | "04" | "4" | "30" | "31")
        || number.contains('/')
        || digits.starts_with("20")
}

#[test]
fn every_number_is_a_figure() {
    let load = load(&[], &Limits::default());
    for lang in [Lang::Vi, Lang::En] {
        for at in 0..5 {
            of(&load, lang, at, |lines| {
                assert!((2..=7).contains(&lines.len()), "{} sentences", lines.len());
                for span in lines.iter().flat_map(|line| &line.spans).filter(|span| span.figure.is_none()) {
                    let numbers =
                        span.text.split_whitespace().filter(|w| w.chars().any(|c| c.is_ascii_digit()));
                    let bare: Vec<&str> = numbers.filter(|number| !is_no_figure(number)).collect();
                    assert!(bare.is_empty(), "{bare:?} in {:?}", span.text);
                }
            });
        }
    }
}

#[test]
fn the_figures_are_those_of_the_report() {
    let load = load(&[], &Limits::default());
    let values = of(&load, Lang::Vi, 1, |lines| {
        let figures = lines.iter().flat_map(Line::figures);
        figures
            .filter_map(Figure::one)
            .filter_map(giamngheo::model::exact::Exact::to_whole)
            .collect::<Vec<_>>()
    });
    for reported in [1429, 5945, 1092, 4482, 560, 140, 402, 1293, 4607, 3386, 6145] {
        assert!(values.contains(&reported), "{reported} is missing in {values:?}");
    }
    // 560 is 140 % of 400; 560 − 400 = 160; 402 is 160,80 % of 250; 402 − 250 = 152.
    for derived in [400, 160, 250, 152] {
        assert!(values.contains(&derived), "{derived} is missing in {values:?}");
    }
}

#[test]
fn what_is_invented_is_called_so_and_what_is_late_is_named() {
    let load = load(&[], &Limits::default());
    let text = of(&load, Lang::Vi, 4, words);
    assert!(text.contains("minh họa, không phải kết quả rà soát"), "{text}");
    assert!(text.contains("cần chú ý, còn phải giảm 137* hộ (46* hộ/tháng)"), "{text}");
    assert!(text.contains("chậm tiến độ, còn phải giảm 98* hộ (33* hộ/tháng)"), "{text}");
    assert!(text.contains("có phát sinh: hộ người có công tái cận nghèo"), "{text}");
    assert!(text.contains("chưa có số liệu cuối năm 2023"), "{text}");
}

#[test]
fn what_is_missing_is_named_and_not_zero() {
    let text = from_text("missing", &snapshot("reported", r#", "poor": {"households": 12}"#));
    assert!(
        text.starts_with("Đến 31/12/2023, Phường A còn 12 hộ nghèo; theo báo cáo ngày 15/01/2024."),
        "{text}"
    );
    assert!(
        text.contains("chưa có số liệu về nhân khẩu hộ nghèo, tỷ lệ hộ nghèo, số hộ cận nghèo"),
        "{text}"
    );
    assert!(!text.contains(" 0 "), "{text}");
    let nothing = from_text("nothing", &snapshot("reported", ""));
    assert!(nothing.contains("chưa có số liệu về hộ nghèo, hộ cận nghèo của Phường A"), "{nothing}");
}

#[test]
fn a_rate_or_a_sum_alone_is_told() {
    let rate = from_text("rate", &snapshot("estimated", r#", "poor": {"rate_percent": "1.50"}"#));
    assert!(rate.contains("tỷ lệ hộ nghèo ước 1,50%") && rate.contains("số ước thực hiện"), "{rate}");
    let both =
        from_text("both", &snapshot("reported", r#", "combined": {"households": 30, "persons": 110}"#));
    assert!(both.contains("còn 30 hộ nghèo và cận nghèo với 110 nhân khẩu"), "{both}");
}

#[test]
fn a_figure_of_another_source_says_so() {
    let poor = r#", "poor": {"households": {"value": 12, "provenance": "illustrative"}}"#;
    let text = from_text("mixed", &snapshot("reported", poor));
    assert!(text.contains("12 (minh họa) hộ nghèo"), "{text}");
}
