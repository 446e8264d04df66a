//! Reports as they are read out: nothing a listener stumbles over. Of all units, in both languages, in every format that
//! is read as text.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use giamngheo::page::{Facts, Tab, View};
use giamngheo::report::{ReportFormat, pages, text, write};
use giamngheo::source::Load;
use giamngheo::text::Lang;
use zip::ZipArchive;

use super::program::{assert_sees, read, sample};
use super::told_true::{message, of, path, printed, sees_not};
use super::view::opened;
use super::{made_up, published};

/// Every snapshot of the sample and of all units, in both languages.
fn each_view(mut visit: impl FnMut(&str, &View)) {
    let mut of_load = |name: &str, load: &Load| {
        for (number, history) in load.world.histories.iter().enumerate() {
            let facts = Facts::new(history.snapshots.len());
            for at in 0..history.snapshots.len() {
                for lang in [Lang::Vi, Lang::En] {
                    visit(name, &opened(lang, load, &facts, (number, at)));
                }
            }
        }
    };
    of_load("sample", sample());
    for name in made_up::ALL.iter().chain(&published::ALL) {
        of_load(name, &read(&[path(name)]));
    }
}

/// The paragraphs and cells of a Word document, a table's row in cells of their own.
fn word(view: &View) -> Vec<String> {
    let bytes = write(view, &Tab::ALL, ReportFormat::Docx, 80, None).unwrap().bytes;
    let mut xml = String::new();
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let paragraphs = xml.split("</w:p>").map(|paragraph| {
        let parts = paragraph.replace("<w:noBreakHyphen/>", "-");
        let parts = parts.split("<w:t").skip(1).filter_map(|part| {
            let (of, text) = part.split_once('>')?;
            (of.is_empty() || of.starts_with(' ')).then(|| text.split('<').next().unwrap_or_default())
        });
        parts.collect::<String>().replace('\u{a0}', " ")
    });
    paragraphs.collect()
}

/// What is read of a view, a paragraph, a line or a cell each.
fn read_out(view: &View) -> Vec<String> {
    let sections = pages::sections(view, &Tab::ALL);
    let lines = |text: String| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let cells = |text: String| text.split(['|', '\n']).map(str::to_owned).collect::<Vec<_>>();
    [
        lines(text::report(view, &sections, 1000)),
        cells(printed(ReportFormat::Markdown)(view)),
        lines(printed(ReportFormat::Brief)(view)),
        word(view),
    ]
    .concat()
}

/// What is quoted is in the words of somebody else.
fn unquoted(text: &str) -> String {
    text.split('"').step_by(2).collect::<Vec<_>>().join("#")
}

/// Has a clause two colons? The abbreviation for estimates is explained after one of its own.
fn has_colons_in_a_row(text: &str) -> bool {
    let text = unquoted(text).replace("est.:", "est").replace("ước:", "ước").replace(" : ", " / ");
    let clauses = text.split("; ").flat_map(|part| part.split(" · ")).flat_map(|part| part.split("   "));
    let mut sentences = clauses.flat_map(|part| part.split(". "));
    sentences.any(|sentence| sentence.matches(": ").count() > 1)
}

/// Two colons in a row part nothing, whoever says them.
#[test]
fn no_colon_follows_another() {
    assert!(has_colons_in_a_row("Chỉ tiêu năm 2024: tỷ lệ hộ nghèo: không đạt"));
    assert!(!has_colons_in_a_row("Chỉ tiêu năm 2024 · tỷ lệ hộ nghèo: không đạt; hộ cận nghèo: đạt"));
    let mut found = BTreeSet::new();
    each_view(|name, view| {
        let stumbles = read_out(view).into_iter().filter(|text| has_colons_in_a_row(text));
        // Whose report it is stands as its publisher calls it.
        let stumbles = stumbles.filter(|text| !text.starts_with("- Nguồn") && !text.starts_with("- Source"));
        found.extend(stumbles.map(|text| format!("{name}: {text}")));
    });
    assert!(found.is_empty(), "{found:#?}");
}

/// What was said in one part of a document is not said again, word for word, in another.
#[test]
fn a_document_says_no_sentence_twice() {
    each_view(|name, view| {
        let mut seen = BTreeSet::new();
        for sentence in word(view).into_iter().filter(|text| text.ends_with('.')) {
            let is_none = sentence.starts_with("Chưa có") || sentence.starts_with("No ");
            assert!(seen.insert(sentence.clone()) || is_none, "{name}: {sentence}");
        }
    });
}

/// In running words a count of one digit has a nought before it, in columns none has; what is not known has three dots.
#[test]
fn a_document_writes_numbers_as_offices_do() {
    let seen = |name, lang| of(name, lang, 0, |view| word(view).join("\n"));
    assert_sees(&seen("huyen-uoc", Lang::Vi), &["\n01 chính sách", "ước khoảng 1,32%", "ước khoảng 90%"]);
    let sample = of("sample", Lang::Vi, 3, |view| word(view).join("\n"));
    assert_sees(&sample, &["\n09 chính sách", "Giới thiệu việc làm (05 sàn)"]);
    assert_sees(&seen("dac-khu", Lang::Vi), &["Hỗ trợ đóng tàu: 08 hộ", "Hỗ trợ đóng tàu\n8\nhộ"]);
    assert_sees(&seen("thanh-pho-cong", Lang::Vi), &["Phường Bình Tiên\n4.000\n…\n…\n…\n33"]);
    each_view(|name, view| {
        let found = word(view).into_iter().find(|text| text.contains(['≈', '*']) || text.trim() == "·");
        assert!(found.is_none(), "{name}: {found:?}");
    });
}

/// One paper, one name of a thing.
#[test]
fn a_document_calls_a_cover_as_its_tables_do() {
    let told = of("sample", Lang::Vi, 0, |view| word(view).join("\n"));
    assert_sees(&told, &["BHYT cho người thuộc hộ nghèo: 92,4%"]);
    sees_not(&told, &["BHYT hộ nghèo"]);
}

/// What is late stands before what is at risk: in the minutes, in a message, on paper.
#[test]
fn what_is_late_is_read_before_what_is_at_risk() {
    let ordered = |told: &str, words: [&str; 3]| {
        let places = words.map(|words| told.find(words).unwrap_or_else(|| panic!("{words}\n{told}")));
        assert!(places.is_sorted(), "{words:?}\n{told}");
    };
    // Long after its figures, when tasks of the sample are past their day.
    let late = |say: fn(&View) -> String| {
        of("sample", Lang::Vi, 0, |view| say(&View { now: "2026-11-28".parse().unwrap(), ..*view }))
    };
    ordered(&late(printed_message), ["tái cận nghèo", "Nhiệm vụ quá hạn", "Tỷ lệ hộ nghèo: cần chú ý"]);
    let paper = late(|view| word(view).join("\n"));
    let (_, judged) = paper.split_once("2. Hạn chế").expect("what falls short");
    ordered(judged, ["có phát sinh", "Nhiệm vụ quá hạn", "Tỷ lệ hộ nghèo: cần chú ý"]);
    let minutes = late(|view| text::report(view, &pages::sections(view, &Tab::ALL), 1000));
    ordered(&minutes, ["có phát sinh 1 hộ", "Nhiệm vụ quá hạn", "điểm phần trăm: cần chú ý"]);
    ordered(
        &message("tinh-mau", Lang::En, 0),
        ["Makeshift houses: behind", "Area targets behind", "And 1 more that needs"],
    );
}

fn printed_message(view: &View) -> String {
    printed(ReportFormat::Brief)(view)
}

/// A percent of nothing named, a standing without a figure say nothing.
#[test]
fn a_standing_has_its_figures() {
    let told = message("tinh-mau", Lang::En, 0);
    assert_sees(&told, &["Stunted children: behind, rose by 0.20", "Huyện Bình (40% of the target, derived"]);
    assert_sees(&message("tinh-mau", Lang::Vi, 0), &["huyện Bình (đạt 40%"]);
    let table = of("dac-khu", Lang::Vi, 0, printed(ReportFormat::Text));
    assert_sees(&table, &["10 hộ", "50 hộ"]);
}

/// A figure that another standard has for the day is not called missing without a word on that.
#[test]
fn what_another_standard_has_is_named() {
    let told =
        of("03-nation", Lang::Vi, 0, |view| text::report(view, &pages::sections(view, &Tab::ALL), 1000));
    assert_sees(&told.split_whitespace().collect::<Vec<_>>().join(" "), &["chuẩn 2016–2020 có 2,23%"]);
}

/// The unit of a column stands once, and the group that a table is of.
#[test]
fn a_unit_is_said_once() {
    for format in [ReportFormat::Text, ReportFormat::Markdown, ReportFormat::Html] {
        let told = of("tinh-ba-cap", Lang::Vi, 0, printed(format));
        assert_sees(&told, &["Thiếu hụt của 5.380 hộ nghèo", "Thiếu hụt của 4.020 hộ cận nghèo", "Lượt hộ"]);
        sees_not(&told, &["(lượt hộ)"]);
        sees_not(&of("tinh-ba-cap", Lang::En, 0, printed(format)), &["(instances)"]);
    }
}
