//! What no figure writes is no number: a household count in a sentence or a label whose story nobody can open is found
//! here, by reading all words of all pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use giamngheo::model::figure::Figure;
use giamngheo::page::{Block, Cell, Facts, Page, Row, Style, Tab, View, WHOLE, page_of};
use giamngheo::source::{Limits, Load, load};
use giamngheo::text::line::{Line, Span};
use giamngheo::text::{Lang, show};

use super::made_up;
use super::stories::paths;
use super::view::opened;

/// Words that count rows, days, files and fields, not households: what stands before them is read off the page itself.
const COUNTED: [&str; 30] = [
    "chỉ tiêu",
    "khác",
    "ngày",
    "chính sách",
    "phường",
    "quận",
    "huyện",
    "xã",
    "khu phố",
    "ấp",
    "địa bàn",
    "nhiệm vụ",
    "kỳ",
    "trường",
    "đơn vị",
    "điểm cần xác minh",
    "không đối chiếu được",
    "khớp",
    "mâu thuẫn",
    "phép tính khác",
    "số khác",
    "chỉ số còn lại",
    "quá hạn",
    "hoàn thành",
    "đang thực hiện",
    "chưa đến hạn",
    "chưa có số liệu",
    "trên",
    "tháng",
    "(Enter)",
];

/// Numbers of rules, keys and scales, with the words around them.
const RULES: [&str; 17] = [
    "cận nghèo ở 1",
    "0,9 lần",
    "dưới 30 hộ",
    "× 100",
    "┃ 100%",
    "phím 3",
    "Phím 3",
    "phím 4",
    "Phím 4",
    "phím 6",
    ", 0 bỏ,",
    "01/09-14/12",
    "+ 0 hộ thoát thêm",
    "quá 100 ngày",
    "giữ ở 0",
    "tất cả 100%",
    "(100%)",
];

/// What is said of a check besides its sum (what would make it hold, what to ask) is no figure of anybody, and the
/// report's own words are its own.
const SAID: [&str; 7] =
    ["Khớp khi", "Khớp nếu", "Cần thêm", "Cần hỏi", "Nguyên văn", "Tệp  ", "            "];

/// A reading of all words of pages for numbers that no figure writes.
struct Reading {
    /// The texts of the files: names, notes, quotes, codes.
    texts: Vec<String>,
    loose: BTreeSet<String>,
    read: usize,
}

impl Reading {
    fn of(folders: &[PathBuf]) -> Self {
        let mut texts = Vec::new();
        for folder in folders {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                if entry.path().extension().is_some_and(|end| end == "json") {
                    texts.push(entry.file_name().to_string_lossy().into_owned());
                    texts_in(
                        &serde_json::from_str(&fs::read_to_string(entry.path()).unwrap()).unwrap(),
                        &mut texts,
                    );
                }
            }
        }
        // A code or a percentage is a number itself.
        texts
            .retain(|text| text.contains(|c: char| c.is_ascii_digit()) && text.contains(char::is_alphabetic));
        texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
        texts.dedup();
        Self { texts, loose: BTreeSet::new(), read: 0 }
    }

    /// Every number in the words of a page is one of the figures beside it, a date, a count of what stands there, or
    /// part of a text of the files.
    fn page(&mut self, lang: Lang, page: &Page, chosen: &str) {
        let details = page.detail.iter().flat_map(|detail| &detail.blocks);
        let blocks: Vec<&Block> = page.blocks.iter().chain(details).collect();
        let own = page.blocks.len();
        // A panel speaks of the chosen row.
        let row = page.row(chosen).or_else(|| page.rows().next());
        let chosen: Vec<String> = row.map(|row| shown(lang, row)).unwrap_or_default();
        let everywhere: Vec<String> =
            blocks.iter().flat_map(|block| block.rows()).flat_map(|row| shown(lang, row)).collect();
        let mut beside = Vec::new();
        for (at, block) in blocks.into_iter().enumerate() {
            let said = if at < own { &[][..] } else { &chosen[..] };
            match block {
                Block::Lines(lines) => lines.iter().for_each(|line| self.line(line, said)),
                Block::Table(table) => {
                    self.words(&table.head.full, &everywhere);
                    for row in &table.rows {
                        // A label that goes on in a second row has its figures in the first.
                        beside = if row.is_choosable() { shown(lang, row) } else { beside };
                        self.words(&row.label.full, &beside);
                        row.cells.iter().for_each(|cell| {
                            if let Cell::Line(line) = cell {
                                self.line(line, &[]);
                            }
                        });
                    }
                }
                Block::Chart(chart) => {
                    let aims = chart.series.iter().filter_map(|series| series.path.as_ref());
                    aims.for_each(|path| self.line(&path.label, &everywhere));
                }
                Block::Gap => {}
            }
        }
        page.foot.iter().for_each(|line| self.line(line, &[]));
    }

    /// The words of a line that no figure writes.
    fn line(&mut self, line: &Line, beside: &[String]) {
        let word = |span: &Span| {
            if span.figure.is_some() { "#".to_owned() } else { span.text.clone() }
        };
        let text: String = line.spans.iter().map(word).collect();
        if !SAID.iter().any(|head| text.starts_with(head)) {
            self.words(&text, beside);
        }
    }

    fn words(&mut self, text: &str, beside: &[String]) {
        self.read += 1;
        let known = RULES.into_iter().chain(self.texts.iter().map(String::as_str));
        let rest = known.fold(text.to_owned(), |rest, known| rest.replace(known, "#"));
        for (number, after) in numbers(&rest) {
            let is_year = (2000..=2100).contains(&number.parse().unwrap_or(0));
            let counts = COUNTED.iter().any(|word| after.trim_start().starts_with(word));
            if !(is_year || counts || beside.contains(&number)) {
                self.loose.insert(format!("{number} in {text:?}"));
            }
        }
    }
}

/// The strings of a file.
fn texts_in(value: &serde_json::Value, texts: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => texts.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts_in(item, texts)),
        serde_json::Value::Object(fields) => fields.values().for_each(|item| texts_in(item, texts)),
        _ => {}
    }
}

/// The numbers of a row's figures, as they are written with and without a sign.
fn shown(lang: Lang, row: &Row) -> Vec<String> {
    let write =
        |figure: &Figure| [Style::Plain, Style::Signed].map(|style| show::number(lang, figure, style));
    let texts: Vec<String> = row.figures().flat_map(write).collect();
    texts.iter().flat_map(|text| numbers(text)).map(|(number, _)| number).collect()
}

/// The numbers in a text with what follows them; no dates, no days of 365, no places of a history, no numbers in brackets
/// after a head that count its rows.
fn numbers(text: &str) -> Vec<(String, String)> {
    let is_part = |c: char| c.is_ascii_digit() || ".,/".contains(c);
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(from) = rest.find(|c: char| c.is_ascii_digit()) {
        let bracketed = rest[..from].ends_with('(');
        let length = rest[from..].find(|c| !is_part(c)).unwrap_or(rest.len() - from);
        let (number, after) = rest[from..].split_at(length);
        // Rows of a page elsewhere are counted, as those behind a head are.
        let is_code = rest[..from].ends_with("mã ") || rest[..from].ends_with(" có ") && after.is_empty();
        if !(number.contains('/') || is_code || bracketed && after.starts_with(')')) {
            found.push((number.trim_end_matches(&['.', ','][..]).to_owned(), after.to_owned()));
        }
        rest = after;
    }
    found
}

fn sample_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-data")
}

/// All tabs of all snapshots, with the panel on each row.
fn read_all(load: &Load, folders: &[PathBuf]) -> Reading {
    let mut reading = Reading::of(folders);
    for (history, of) in load.world.histories.iter().enumerate() {
        let facts = Facts::new(of.snapshots.len());
        for at in 0..of.snapshots.len() {
            let view = opened(Lang::Vi, load, &facts, (history, at));
            for tab in Tab::ALL {
                let page = page_of(tab, &view);
                reading.page(view.lang, &page, "");
                let keys: Vec<&str> = page.rows().map(|row| row.key.as_str()).collect();
                for chosen in keys.into_iter().filter(|_| giamngheo::page::follows_choice(tab)) {
                    reading.page(view.lang, &page_of(tab, &View { chosen, ..view }), chosen);
                }
            }
            for path in paths(view.whole()) {
                reading.page(
                    view.lang,
                    &page_of(Tab::Households, &View { path: &path, list: WHOLE, ..view }),
                    "",
                );
            }
        }
    }
    reading
}

/// What no figure writes is no number: a household count in a sentence or label without its story is found here.
#[test]
fn no_number_stands_in_words_without_its_figure() {
    let sample = read_all(&load(&[], &Limits::default()), &[sample_folder()]);
    let folders = made_up::ALL.map(made_up::folder);
    let others = read_all(&load(&folders, &Limits::default()), &folders);
    for reading in [sample, others] {
        let loose: Vec<&str> = reading.loose.iter().map(String::as_str).collect();
        assert!(loose.is_empty(), "{} loose numbers\n{}", loose.len(), loose.join("\n"));
        assert!(reading.read > 1_000, "only {} texts were read", reading.read);
    }
}
