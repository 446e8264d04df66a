//! The HTML report, read by a strict XML reader: stricter than any browser.

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Folder, Head, text};

/// What the tests look for in a page.
#[derive(Default)]
struct Page {
    words: String,
    elements: Vec<String>,
    ids: HashSet<String>,
    links: Vec<String>,
    attributes: Vec<(String, String)>,
}

impl Page {
    fn of(html: &str) -> Self {
        let mut page = Self::default();
        let mut reader = Reader::from_str(html);
        let mut open = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    page.element(&start);
                    open.push(start.name().as_ref().to_owned());
                }
                Event::Empty(start) => page.element(&start),
                Event::End(end) => assert_eq!(open.pop().unwrap(), end.name().as_ref()),
                Event::Text(words) => page.words.push_str(&words),
                Event::GeneralRef(name) => page.words.push(match &*name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "#39" => '\'',
                    other => panic!("{other:?}"),
                }),
                Event::Eof => break,
                _ => {}
            }
        }
        assert!(open.is_empty());
        page
    }

    fn element(&mut self, start: &BytesStart) {
        self.elements.push(start.name().as_ref().to_owned());
        for attribute in start.attributes() {
            let attribute = attribute.unwrap();
            let key = attribute.key.as_ref().to_owned();
            let value = attribute.value.to_string();
            match &*key {
                "id" => assert!(self.ids.insert(value.clone()), "twice: {value}"),
                "href" => self.links.push(value.clone()),
                _ => {}
            }
            self.attributes.push((key, value));
        }
    }
}

#[test]
fn every_figure_leads_to_a_note_of_the_page() {
    for lang in ["vi", "en"] {
        for day in ["2022-12-31", "2023-09-30"] {
            let page = Page::of(&text(&["--format", "html", "--lang", lang, "--as-of", day]));
            assert!(page.links.len() > 150, "only {} links", page.links.len());
            for link in &page.links {
                let id = link.strip_prefix('#').unwrap_or_else(|| panic!("a link out: {link}"));
                assert!(page.ids.contains(id), "no note {id}");
            }
        }
    }
}

/// Each note leads back to the first place of its figure, and every place in a table or sentence leads to its note.
#[test]
fn every_note_leads_back() {
    let page = Page::of(&text(&["--format", "html", "--as-of", "2023-09-30"]));
    let notes: Vec<&String> = page.ids.iter().filter(|id| is_numbered(id, 'n')).collect();
    assert!(notes.len() > 150, "only {} notes", notes.len());
    for note in notes {
        let back = format!("r{}", &note[1..]);
        assert!(
            page.ids.contains(&back) && page.links.contains(&format!("#{back}")),
            "no way back from {note}"
        );
    }
}

fn is_numbered(id: &str, letter: char) -> bool {
    id.strip_prefix(letter).is_some_and(|rest| rest.parse::<usize>().is_ok())
}

#[test]
fn the_page_fetches_nothing_and_runs_nothing() {
    let html = text(&["--format", "html"]);
    let page = Page::of(&html);
    for element in ["script", "img", "link", "iframe", "object", "form", "base"] {
        assert!(!page.elements.iter().any(|name| name == element), "{element}");
    }
    assert!(!page.attributes.iter().any(|(key, _)| key.starts_with("on") || key == "src"));
    assert!(!html.contains("url(") && !html.contains("@import"));
    assert!(page.attributes.iter().any(|(_, value)| value.starts_with("default-src 'none'")));
}

#[test]
fn both_themes_and_paper() {
    let html = text(&["--format", "html"]);
    for rule in
        ["prefers-color-scheme:dark", "@media print", "@page{size:A4", "color-scheme\" content=\"light dark"]
    {
        assert!(html.contains(rule), "{rule}");
    }
}

#[test]
fn the_words_of_the_page_are_those_of_the_text_report() {
    let page = Page::of(&text(&["--format", "html", "--lang", "vi", "--as-of", "2022-12-31"]));
    let words = page.words.split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in [
        "Quận 6 còn 1.429 hộ nghèo với 5.945 nhân khẩu, chiếm 2,20%",
        "đạt 160,80% chỉ tiêu giảm 250* hộ, vượt 152* hộ",
        "UBND Quận 6 · Kết quả thực hiện",
        "407* hộ · cộng 14 phường (minh họa)",
        "2022-12-31.json, dòng 14",
        "1.429 hộ nghèo với 5.945 nhân khẩu, chiếm 2,20%/ tổng hộ dân",
        "2.521* hộ · 1.429 + 1.092",
    ] {
        assert!(words.contains(wanted), "{wanted}");
    }
    // Which field of a file it is stands where programs read it.
    assert!(!words.contains("poor.households") && !words.contains("areas[0]"), "{words}");
    assert!(text(&["--format", "csv", "--as-of", "2022-12-31"]).contains("poor.households"));
}

/// What is invented says so on each page that is printed, in its margin, where no text of the page is.
#[test]
fn the_margin_of_every_printed_page_says_what_is_invented() {
    let of = |day| text(&["--format", "html", "--lang", "vi", "--as-of", day]);
    let rule = "@page{@top-right{content:\"SỐ LIỆU MINH HỌA, không phải kết quả rà soát\"";
    assert!(of("2023-09-30").contains(rule));
    // Of a report with invented figures beside its own: which.
    let rule = "@page{@top-right{content:\"Một phần MINH HỌA: số của các phường, số sau 31/12/2022\"";
    assert!(of("2022-12-31").contains(rule));
}

/// The whole is reported and its wards are invented: the heads of such columns say whose figures are.
#[test]
fn a_column_says_which_of_its_figures_are_invented() {
    let html = text(&["--format", "html", "--lang", "vi", "--as-of", "2022-12-31", "--tab", "households"]);
    let head = |name: &str, note: &str| format!(">{name} <span class=\"warn\">({note})</span></th>");
    for (name, note) in [("Hộ", "phường: minh họa"), ("Khẩu", "phường: minh họa"), ("Hộ dân", "minh họa")]
    {
        assert!(html.contains(&head(name, note)), "{name} {note}: {html}");
    }
}

/// Only the wide list of areas turns its sheet of paper, with the heading over it; what follows stands upright again.
#[test]
fn a_wide_table_alone_is_turned() {
    let html = text(&["--format", "html", "--lang", "vi", "--as-of", "2022-12-31"]);
    let turned: Vec<&str> = html.split("<div class=\"land\">").skip(1).collect();
    assert_eq!(turned.len(), 1);
    assert!(turned[0].starts_with("\n<h2>2 Hộ nghèo</h2>\n<div class=\"wide\">"), "{}", &turned[0][..200]);
    // No ward has a figure of who left and who came in that year.
    let table = &turned[0][..turned[0].find("</table>").unwrap()];
    assert!(!table.contains(">Thoát<") && table.contains(">Khẩu "), "{table}");
}

#[test]
fn markup_in_a_file_is_text() {
    let folder = Folder::new("markup");
    let head = Head {
        unit: r#""name": "<script>alert(1)</script> & \"Phường\"", "kind": "ward""#,
        as_of: "2023-12-31",
        source: r#""provenance": "reported", "title": "</title><b>x""#,
    };
    let file = head.with(
        r#""poor": {"households": 5, "quote": "<img src=x onerror=y>"},
        "areas": [{"name": "a|b*c_d`<i>", "poor": {"households": 5}}]"#,
    );
    let path = folder.write("a.json", &file);
    let page = Page::of(&text(&["--format", "html", &path]));
    assert!(page.words.contains("<script>alert(1)</script> & \"Phường\""));
    assert!(page.words.contains("<img src=x onerror=y>") && page.words.contains("a|b*c_d`<i>"));
    assert!(!page.elements.iter().any(|name| name == "script" || name == "img"));
    let markdown = text(&["--format", "markdown", &path]);
    assert!(markdown.contains("a\\|b\\*c\\_d\\`\\<i\\>") && !markdown.contains("<script>"), "{markdown}");
}

/// "Reduction: −20 households" would be two signs for one rise.
#[test]
fn a_reduction_below_zero_is_told_as_a_rise() {
    let folder = Folder::new("risen");
    let head = Head {
        unit: r#""name": "Phường 1", "kind": "ward""#,
        as_of: "2023-12-31",
        source: r#""provenance": "reported""#,
    };
    let path = folder.write("a.json", &head.with(r#""poor": {"households": 120, "reduced": -20}"#));
    for (lang, told) in [
        ("vi", "tăng hộ nghèo, Phường 1, năm 2023: 20 hộ"),
        ("en", "increase in poor households, Phường 1, 2023: 20 households"),
    ] {
        let page = Page::of(&text(&["--format", "html", "--lang", lang, &path]));
        assert!(page.words.replace('\u{a0}', " ").contains(told), "{}", page.words);
    }
}
