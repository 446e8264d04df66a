//! A term is spelt one way. What was said before is found here, wherever it comes back: on any page, panel, story or
//! slide, in either language, of the sample, of made-up units and of published reports, and in what a report prints.
//! The words of the files are their own.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use giamngheo::page::deck::{SlidePart, deck};
use giamngheo::page::{Block, Cell, Facts, Medium, Page, Row, TASKS, Tab, View, WHOLE, explain, page_of};
use giamngheo::source::{Limits, Load, load};
use giamngheo::text::line::Line;
use giamngheo::text::{Lang, number};
use zip::ZipArchive;

use super::program::binary;
use super::stories::paths;
use super::view::opened;
use super::{made_up, published};

/// What is said otherwise now, in Vietnamese.
const BANNED_VI: [&str; 73] = [
    ": không đạt: ",
    ": chậm tiến độ: ",
    ": cần chú ý: ",
    ": có phát sinh: ",
    ") (và ",
    "hơn hơn",
    "tái, phát sinh",
    "chuyển sang nhóm",
    "ra khỏi danh sách",
    "ra khỏi nhóm",
    "không có số đúng",
    "không có số cộng đúng",
    "tự chọn kỳ",
    "xem 6",
    "trang 6",
    "tiêu, việc khác",
    "Việc không gắn",
    "giao bởi",
    "Giao bởi",
    "Tức là",
    "nhờ làm tròn",
    "không nêu như số liệu",
    "Về tệp",
    "Bài  ",
    "Mức  ",
    "Hộ người có công:",
    "NCC",
    "Hộ thuộc chính sách người có công",
    "Người có công, hộ",
    "0 hộ nghèo; 0 hộ cận nghèo",
    ", số tiền; theo",
    "Cách tính    trừ",
    "Cách tính   trừ",
    "Cách tính   làm tròn",
    " x 100",
    "Thứ hạng",
    "suy ra: Suy ra",
    "gặp chuỗi",
    "chuỗi",
    "Nơi nhiều",
    "NƠI NHIỀU",
    "vừa là suất",
    "lẫn suất",
    "thoát + tái + phát sinh =",
    "giữ tốc độ này",
    "cách tính: giữ",
    "Hộ nghèo, thêm",
    "* tỷ",
    "* nghìn",
    "hộ (thoát",
    "xem phím",
    "xem mục",
    "điểm tỷ lệ",
    "Chỉ tiêu khác: có phát sinh",
    "Chỉ tiêu khác: giữ vững",
    "vừa là",
    "* triệu",
    "Từ 01/01 đến",
    "mức từ ",
    "còn nhiều nhất",
    "lộ là nhà",
    "dưới nữa là",
    "giảm khác",
    "hộ khác giảm",
    "hộ khác tăng",
    "− thoát + tái",
    "chép sang?",
    "nơi lập báo cáo",
    "đạt ước",
    "bằng ước",
    "thiếu ước",
    "còn ước",
    "chiếm ước",
];

/// The same in English.
const BANNED_EN: [&str; 106] = [
    ": missed: ",
    ": behind: ",
    ": at risk: ",
    ": not kept: ",
    ") (and ",
    " turns",
    "hh. turns",
    "Asked",
    " Aim",
    " aim",
    "Hhs left",
    "Hhs fewer",
    "rought down",
    "scaped",
    "elapsed, newly",
    "relapsed",
    "Relapsed",
    "poor again",
    "broken",
    "no exact sum",
    "states no amount",
    "is also that of",
    "stands in two programmes",
    "Where from",
    "not derived",
    "Say it",
    "Work, living",
    "reckoned",
    "Not yet begun",
    "exceeded by",
    "more than asked",
    "beyond the aim",
    "above aim",
    "this year asks",
    "aim is a fall",
    "a fall of",
    "Poor, more",
    "Near-poor, more",
    "Snapshots",
    " x 100",
    " : 65,000",
    "times 100",
    "contradict",
    "Standing",
    "  State",
    "Verdict",
    "Merit families",
    "merit families",
    "Merit-policy",
    "merit-policy",
    "Merit policy",
    "merit policy",
    "Together",
    "time gone",
    "Money",
    "Persons, poor",
    "persons, poor",
    "Mend the file",
    "1 households",
    "1 persons",
    "1 other targets",
    "see 6",
    "* billion",
    "see key",
    "see section",
    "a result of review",
    "projected to be left",
    "the pace this year",
    "pace of Q",
    "1 cases",
    "1 cards",
    "1 awards",
    "1 fairs",
    "1 houses ",
    "1 villages",
    "1 communes",
    "1 instances",
    "1 members",
    "1 pupils and",
    "1 wards",
    "1 tasks",
    "1 programmes",
    "by 560 households",
    ": fell by",
    ": rose by",
    ": did not change",
    "By part:",
    "given to areas",
    "a floor of",
    "by the two dates",
    "by two dates",
    "as the report states",
    "of the end of",
    "This snapshot",
    "who made the",
    "who set it",
    "by rounding of",
    "date alone",
    "Of the full",
    "percent alone",
    "this percent",
    "a percent of",
    "Rate of poor:",
    "of the lacks",
    "change of the",
    "is down to",
];

fn banned(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Vi => &BANNED_VI,
        Lang::En => &BANNED_EN,
    }
}

/// Are these words in the text? "1 households" is not in "21 households".
fn says(text: &str, words: &str) -> bool {
    let is_inside = |before: &str| {
        words.starts_with('1') && before.ends_with(|c: char| c.is_ascii_digit() || ",.".contains(c))
    };
    text.match_indices(words).any(|(at, _)| !is_inside(&text[..at]))
}

/// All that is said of a load in a language.
struct Said {
    lines: BTreeSet<String>,
    told: HashSet<(giamngheo::model::measure::Subject, String)>,
}

impl Said {
    fn of(lang: Lang, load: &Load) -> Self {
        let mut said = Self { lines: BTreeSet::new(), told: HashSet::new() };
        for (history, of) in load.world.histories.iter().enumerate() {
            let facts = Facts::new(of.snapshots.len());
            for at in 0..of.snapshots.len() {
                said.snapshot(&opened(lang, load, &facts, (history, at)));
            }
        }
        said
    }

    fn snapshot(&mut self, view: &View) {
        for tab in Tab::ALL {
            self.tab(view, tab);
            self.page(view, &page_of(tab, &View { narrow: true, ..*view }));
            self.page(view, &page_of(tab, &View { medium: Medium::Paper, ..*view }));
        }
        self.page(view, &page_of(Tab::Targets, &View { list: TASKS, ..*view }));
        self.page(view, &page_of(Tab::Targets, &View { what_if: 3, ..*view }));
        for path in paths(view.whole()) {
            self.page(view, &page_of(Tab::Households, &View { path: &path, list: WHOLE, ..*view }));
        }
        for slide in deck(view) {
            self.lines.insert(slide.title);
            self.lines(slide.bigs.iter().flat_map(|big| &big.beside));
            self.lines(&slide.foot);
            for part in &slide.parts {
                if let SlidePart::Block(block) = part {
                    self.block(view, block);
                }
            }
        }
    }

    /// The page of a tab, with the panel of each of its rows.
    fn tab(&mut self, view: &View, tab: Tab) {
        let page = page_of(tab, view);
        self.page(view, &page);
        let keys = page.rows().map(|row| row.key.as_str());
        for chosen in keys.filter(|_| giamngheo::page::follows_choice(tab)) {
            let view = View { chosen, ..*view };
            self.page(&view, &page_of(tab, &view));
        }
    }

    fn page(&mut self, view: &View, page: &Page) {
        let details = page.detail.iter();
        self.lines.extend(details.clone().map(|detail| detail.title.clone()));
        let panels = details.flat_map(|detail| &detail.blocks);
        page.blocks.iter().chain(panels).for_each(|block| self.block(view, block));
        self.lines(&page.foot);
        page.rows().for_each(|row| self.stories(view, row));
    }

    fn stories(&mut self, view: &View, row: &Row) {
        for figure in row.figures() {
            if self.told.insert((figure.subject.clone(), format!("{:?}", figure.amount))) {
                let story = explain::figure(view, figure, 0);
                self.lines.insert(story.title);
                for block in &story.blocks {
                    self.block(view, block);
                }
            }
        }
    }

    fn block(&mut self, _view: &View, block: &Block) {
        match block {
            Block::Lines(lines) => self.lines(lines),
            Block::Table(table) => {
                let heads = table.columns.iter().map(|column| &column.head).chain([&table.head]);
                let labels = table.rows.iter().map(|row| &row.label);
                for words in heads.chain(labels) {
                    self.lines.insert(words.full.clone());
                    self.lines.extend(words.short.clone());
                }
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                self.lines(
                    cells.filter_map(|cell| if let Cell::Line(line) = cell { Some(line) } else { None }),
                );
            }
            Block::Gap | Block::Chart(_) => {}
        }
    }

    fn lines<'a>(&mut self, lines: impl IntoIterator<Item = &'a Line>) {
        self.lines.extend(lines.into_iter().map(Line::text));
    }

    /// What is said otherwise now, with the line that it stands in.
    fn stale(&self, lang: Lang, texts: &[String]) -> Vec<String> {
        // A field of the format keeps its name.
        let is_field = |line: &str| line.contains("movement.");
        let is_stale = |line: &str| banned(lang).iter().find(|words| !is_field(line) && says(line, words));
        let found = self.lines.iter().filter(|line| is_stale(line).is_some());
        let without_texts =
            |line: &String| texts.iter().fold(line.clone(), |line, text| line.replace(text, "#"));
        found
            .filter_map(|line| is_stale(&without_texts(line)).map(|words| format!("{words:?} in {line:?}")))
            .collect()
    }
}

/// Does a plural stand after a 1? One in a name, "Ward 1", counts nothing.
fn has_plural_of_one(line: &str) -> bool {
    line.match_indices("1 ").any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + 1..]);
        let is_name =
            before.split_whitespace().last().is_some_and(|word| word.starts_with(char::is_uppercase));
        let is_alone = before.is_empty() || before.ends_with([' ', '(', '+', '−']);
        // What another number counts is not what the 1 does.
        let next = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        is_alone && !is_name && number::agreeing(true, &after[..next]) != after[..next]
    })
}

#[test]
fn a_plural_after_one_is_seen() {
    assert!(
        has_plural_of_one("The target is to cut 1 poor households") && has_plural_of_one("1 others on track")
    );
    assert!(!has_plural_of_one("21 households, 1 household, Ward 1 households, 1 of 14 wards"));
}

/// The texts of the files, as they are and with a small first letter, the longest first.
fn texts_of(paths: &[PathBuf]) -> Vec<String> {
    let mut texts = BTreeSet::new();
    for path in paths {
        let files = if path.is_dir() { folder(path) } else { vec![path.clone()] };
        for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "json")) {
            collect(&serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap(), &mut texts);
        }
    }
    let mut texts: Vec<String> = texts.into_iter().filter(|text| text.contains(' ')).collect();
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts
}

fn folder(path: &Path) -> Vec<PathBuf> {
    fs::read_dir(path).unwrap().flatten().map(|entry| entry.path()).collect()
}

fn collect(value: &serde_json::Value, texts: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) => {
            let mut letters = text.chars();
            let first = letters.next().map(|first| first.to_lowercase().collect::<String>());
            texts.insert(first.unwrap_or_default() + letters.as_str());
            texts.insert(text.clone());
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        serde_json::Value::Object(fields) => fields.values().for_each(|item| collect(item, texts)),
        _ => {}
    }
}

fn assert_current(paths: &[PathBuf], files: &[PathBuf]) {
    let load = load(paths, &Limits::default());
    let texts = texts_of(files);
    for lang in [Lang::Vi, Lang::En] {
        let said = Said::of(lang, &load);
        let stale = said.stale(lang, &texts);
        if lang == Lang::En {
            let plural: Vec<&String> = said.lines.iter().filter(|line| has_plural_of_one(line)).collect();
            assert!(plural.is_empty(), "{plural:#?}");
        }
        assert!(stale.is_empty(), "{} lines\n{}", stale.len(), stale.join("\n"));
        assert!(said.lines.len() > 500, "only {} lines were read", said.lines.len());
    }
}

#[test]
fn the_sample_is_told_in_the_words_of_today() {
    assert_current(&[], &[PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-data")]);
}

#[test]
fn made_up_units_are_told_in_the_words_of_today() {
    let folders = made_up::ALL.map(made_up::folder);
    assert_current(&folders, &folders);
}

#[test]
fn published_reports_are_told_in_the_words_of_today() {
    let paths = published::ALL.map(published::path);
    assert_current(&paths, &paths);
}

/// The text of a report; of one that is a package the text of all its parts.
fn unpacked(printed: Vec<u8>) -> String {
    let Ok(mut package) = ZipArchive::new(Cursor::new(&printed)) else {
        return String::from_utf8(printed).unwrap();
    };
    let mut text = String::new();
    for at in 0..package.len() {
        package.by_index(at).unwrap().read_to_string(&mut text).unwrap();
    }
    text
}

/// What reports print goes through writers of their own.
#[test]
fn reports_are_printed_in_the_words_of_today() {
    for (lang, code) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        for day in ["2022-12-31", "2023-09-30"] {
            for format in ["text", "markdown", "html", "brief", "docx", "xlsx"] {
                let args =
                    ["report", "--now", "2024-02-01", "--as-of", day, "--lang", code, "--format", format];
                let printed = unpacked(binary(&args).output().unwrap().stdout);
                // A field of the format keeps its name.
                let printed = printed.replace("movement.relapsed", "").replace("movement.escaped", "");
                let stale = banned(lang).iter().filter(|words| words.trim().len() == words.len());
                let stale: Vec<_> = stale.filter(|words| says(&printed, words)).collect();
                assert!(stale.is_empty(), "{format} of {day}: {stale:?}");
            }
        }
    }
}
