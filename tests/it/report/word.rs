//! The Word document, read back by a zip reader and an XML reader that know nothing of its writer.

use std::io::{Cursor, Read};

use giamngheo::model::source_file::Provenance;
use giamngheo::report::{Issuer, ReportFormat, write};
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::copying::each_view;

/// The parts of a package that must be there.
const PARTS: [&str; 8] = [
    "[Content_Types].xml",
    "_rels/.rels",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/styles.xml",
    "word/footnotes.xml",
    "word/header1.xml",
    "word/header2.xml",
];

/// A document as it is read: its text, a line a paragraph; what stands in italics; how many notes hang on it.
#[derive(Default)]
struct Document {
    text: String,
    italics: Vec<String>,
    notes: usize,
    lying: usize,
    rows: usize,
}

fn read(bytes: Vec<u8>) -> Document {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names.len(), PARTS.len());
    let mut document = Document::default();
    for name in PARTS {
        let mut xml = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
        well_formed(&xml, |_, _| {});
        if name == "word/document.xml" {
            well_formed(&xml, |event, is_italic| document.meet(event, is_italic));
        }
    }
    document
}

impl Document {
    fn meet(&mut self, event: &Event, is_italic: bool) {
        match event {
            Event::Text(words) => self.say(words, is_italic),
            Event::GeneralRef(name) => self.say(&format!("&{};", &**name), is_italic),
            Event::End(end) if end.name().as_ref() == "w:p" => self.text.push('\n'),
            Event::End(end) if end.name().as_ref() == "w:tr" => self.rows += 1,
            Event::Empty(of) if of.name().as_ref() == "w:footnoteReference" => self.notes += 1,
            Event::Empty(of) if of.name().as_ref() == "w:pgSz" => {
                self.lying += usize::from(of.attributes().any(|a| &*a.unwrap().value == "landscape"));
            }
            _ => {}
        }
    }

    fn say(&mut self, words: &str, is_italic: bool) {
        let words = words.replace('\u{a0}', " ");
        self.text.push_str(&words);
        if is_italic {
            self.italics.push(words);
        }
    }
}

/// Reads all of it; every element that begins ends.
fn well_formed(xml: &str, mut meet: impl FnMut(&Event, bool)) {
    let mut reader = Reader::from_str(xml);
    let (mut open, mut is_italic): (Vec<String>, bool) = (Vec::new(), false);
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Start(start) => open.push(start.name().as_ref().to_owned()),
            Event::End(end) => {
                assert_eq!(open.pop().unwrap(), end.name().as_ref());
                is_italic &= end.name().as_ref() != "w:r";
            }
            Event::Empty(of) if of.name().as_ref() == "w:i" => is_italic = true,
            Event::Eof => break,
            _ => {}
        }
        meet(&event, is_italic);
    }
    assert!(open.is_empty());
}

#[test]
fn every_report_is_a_document_with_its_four_parts() {
    let mut seen = 0;
    each_view(|view| {
        let bytes = write(view, &[], ReportFormat::Docx, 80, None).unwrap().bytes;
        assert_eq!(
            bytes,
            write(view, &[], ReportFormat::Docx, 80, None).unwrap().bytes,
            "the same each time"
        );
        let document = read(bytes);
        let text = &document.text;
        for head in [("I. KẾT QUẢ", "I. RESULTS"), ("II. ", "II. "), ("III. ", "III. "), ("IV. ", "IV. ")]
        {
            assert!(text.contains(view.lang.pick(head.0, head.1)), "{head:?}: {text}");
        }
        assert!(!text.contains(['*', '✓', '✗', '█', '▂']), "no mark without a legend: {text}");
        assert!(document.notes <= 1);
        let origin = &view.area().origin();
        let is_invented = origin.provenance == Provenance::Illustrative;
        assert_eq!(text.contains("/BC-"), !is_invented, "{text}");
        let preview = view.lang.pick("BẢN XEM THỬ, SỐ LIỆU MINH HỌA", "PREVIEW, ILLUSTRATIVE FIGURES");
        assert_eq!(text.contains(preview), is_invented);
        let draft = view.lang.pick("DỰ THẢO", "DRAFT");
        assert_eq!(text.contains(draft), origin.provenance == Provenance::Estimated, "{text}");
        seen += 1;
    });
    assert!(seen > 60, "{seen}");
}

/// 400 and 160 follow from 560 at 140 %; what the report states stands upright, one digit with a nought before it.
#[test]
fn what_was_worked_out_stands_in_italics() {
    let document = read(super::report(&["--lang", "vi", "--as-of", "2022-12-31", "--format", "docx"]));
    let has = |number: &str| document.italics.iter().any(|text| text.contains(number));
    assert!(has("400") && has("160") && !has("1.429") && !has("560 hộ"), "{:?}", document.italics);
    assert_eq!(document.notes, 1);
    // Fourteen wards lie on a page of their own.
    assert!(document.lying == 1 && document.rows > 14, "{}", document.rows);
    assert!(document.text.contains("Phường 14 (minh họa)") || document.text.contains("(minh họa)"));
}

/// The fall of 2022 is not set against that of nine months of 2023, and has its own report.
#[test]
fn a_report_is_of_the_targets_of_its_year() {
    let text = read(super::report(&["--lang", "vi", "--as-of", "2023-09-30", "--format", "docx"])).text;
    assert!(text.contains("0,69 điểm phần trăm") && !text.contains("560 hộ"), "{text}");
    assert!(!text.contains("cũng nêu"), "{text}");
}

#[test]
fn the_body_that_reports_may_be_chosen() {
    for (issuer, body, signs) in [
        (None, "UBND QUẬN 6", "THỦ TRƯỞNG ĐƠN VỊ"),
        (Some(Issuer::Ubnd), "ỦY BAN NHÂN DÂN QUẬN 6", "CHỦ TỊCH"),
        (Some(Issuer::Phong), "PHÒNG", "TRƯỞNG PHÒNG"),
        (Some(Issuer::Ban), "BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
    ] {
        let issuer = issuer.map(|issuer| match issuer {
            Issuer::Ubnd => "ubnd",
            Issuer::Phong => "phong",
            Issuer::Ban => "ban",
        });
        let mut args = vec!["--lang", "vi", "--as-of", "2022-12-31", "--format", "docx"];
        args.extend(issuer.into_iter().flat_map(|name| ["--issuer", name]));
        let text = read(super::report(&args)).text;
        assert!(text.contains(body) && text.contains(signs), "{issuer:?}: {text}");
        assert!(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    }
}

/// The document as it is written, for what a reader of text does not see.
fn xml(args: &[&str]) -> String {
    let mut zip = ZipArchive::new(Cursor::new(super::report(args))).unwrap();
    let mut xml = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    xml
}

#[test]
fn the_signature_is_on_the_page_of_the_last_lines() {
    let xml = xml(&["--lang", "vi", "--as-of", "2022-12-31", "--format", "docx"]);
    let from = xml.find("IV. KIẾN NGHỊ").unwrap();
    let from = xml[..from].rfind("<w:p>").unwrap();
    let to = from + xml[from..].find("<w:tbl>").unwrap();
    let paragraphs: Vec<&str> = xml[from..to].split("<w:p>").skip(1).collect();
    assert!(
        paragraphs.len() == 2 && paragraphs.iter().all(|of| of.contains("<w:keepNext/>")),
        "{paragraphs:?}"
    );
}

/// Areas stand under the target that they were given, and an empty cell is as high as those beside it.
#[test]
fn rows_of_the_appendix_are_indented_and_of_one_height() {
    let xml =
        xml(&["tests/it/made_up/tinh-ba-cap", "--lang", "vi", "--as-of", "2025-06-30", "--format", "docx"]);
    let appendix = &xml[xml.find("Phụ lục 2").unwrap()..];
    let row = &appendix[..appendix.find("Huyện Núi Ngoài").unwrap()];
    let row = &row[row.rfind("<w:tr>").unwrap()..];
    assert!(row.contains("<w:ind w:left=\"220\"/>"), "{row}");
    let cells: Vec<&str> = appendix.split("<w:tc>").skip(1).collect();
    assert!(cells.iter().all(|cell| cell.contains("<w:sz w:val=")), "{cells:?}");
}

/// A heading is in the paragraph of the dotted line under it: on a page with a footnote a word processor parts the two
/// whatever it is told, and the heading is the last line of a page.
#[test]
fn a_heading_stays_with_its_dots() {
    let xml = xml(&["tests/it/published/34-ha-noi", "--lang", "vi", "--format", "docx"]);
    for heading in ["III. NHIỆM VỤ, GIẢI PHÁP", "IV. KIẾN NGHỊ"] {
        let at = xml.find(heading).unwrap();
        let paragraph = &xml[xml[..at].rfind("<w:p>").unwrap()..at + xml[at..].find("</w:p>").unwrap()];
        assert!(paragraph.contains("<w:keepLines/>") && paragraph.contains("<w:br/>"), "{paragraph}");
        assert!(paragraph.contains("w:leader=\"dot\""), "{paragraph}");
    }
}

/// A task is to be done also where it is a target of the year.
#[test]
fn what_is_overdue_is_to_be_done() {
    let later = ["--now", "2026-11-28"];
    let args = ["--lang", "vi", "--as-of", "2023-09-30", "--format", "docx"];
    let text = read(super::report_at(&later, &args)).text;
    let to_do = &text[text.find("III. ").unwrap()..text.find("IV. ").unwrap()];
    for task in ["Các chính sách hỗ trợ khác (hạn 31/12/2025): quá hạn", "Hội nghị nhân rộng mô hình (hạn "]
    {
        assert!(to_do.contains(task), "{to_do}");
    }
}

/// One word for what was worked out; persons stand in brackets after the households that they are of; a column of
/// changes in percent has decimals in all of its cells or in none.
#[test]
fn a_paper_has_one_word_and_one_way_of_writing() {
    let of = |unit: &str, lang: &str| {
        let unit = format!("tests/it/made_up/{unit}");
        read(super::report(&[&unit, "--lang", lang, "--format", "docx"])).text
    };
    let vi = of("thanh-pho-cong", "vi");
    assert!(vi.contains("đây là số tính toán") && !vi.contains("suy ra"), "{vi}");
    let en = of("tinh-ba-cap", "en");
    assert!(en.contains("2,610 (11,700 persons)"), "{en}");
    let sample = read(super::report(&["--lang", "en", "--as-of", "2022-12-31", "--format", "docx"])).text;
    assert!(sample.contains("−29.2%") && sample.contains("−29.0%") && !sample.contains("−29%"), "{sample}");
}

/// A file on the whole country does not say in which town its bodies sit, and a country reports on nothing.
#[test]
fn a_country_is_no_place_and_does_not_report() {
    let nation = ["tests/it/published/03-nation", "--lang", "vi", "--format", "docx"];
    let text = read(super::report(&nation)).text;
    assert!(text.contains("……………, ngày") && !text.contains("Cả nước, ngày"), "{text}");
    assert!(text.contains("bền vững năm 2022 của cả nước như sau:"), "{text}");
    assert!(text.contains("Cơ cấu hộ nghèo") && !text.contains("(tiếp)"), "{text}");
}
