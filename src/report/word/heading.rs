//! The head, the title and the foot of an administrative report (Decree 30/2020, appendix I): who reports, where and
//! when, under which number; who gets it and who signs.

use chrono::Datelike;

use crate::model::name::UnitKind;
use crate::model::source_file::Provenance;
use crate::page::{Page, View, foot};
use crate::say;
use crate::text::say::what;

use super::super::pages;
use super::Issuer;
use super::document::{Grid, GridCell, GridRow, Layout, Paragraph, Part, Run};

/// What is left to be written in by hand.
const DOTS: &str = "……………";
/// The left half of the head, in twentieths of a point.
const LEFT: u32 = 3_700;
/// What the right one has between the margins of its cell, in the same.
const RIGHT: u32 = 4_900;
/// A blank at which no line ends.
const NO_BREAK: &str = "\u{a0}";

/// Half points: of the names of bodies, of the motto, of the title.
const NAMES: u32 = 24;
const MOTTO: u32 = 26;
const TITLE: u32 = 28;

/// The head of a report with these pages as its appendix; of invented figures none: a paper with a body, a number and a
/// signature would be taken for one.
pub fn head(view: &View, issuer: Option<Issuer>, appended: &[Page]) -> Vec<Part> {
    let mut parts = Vec::new();
    if !is_invented(view) {
        parts.push(Part::Grid(two_columns(body(view, issuer), nation(view))));
        parts.push(Part::Paragraph(Paragraph::default()));
    }
    parts.extend(title(view, appended).into_iter().map(Part::Paragraph));
    parts
}

/// Who gets it, and who signs.
pub fn foot(view: &View, issuer: Option<Issuer>) -> Vec<Part> {
    if is_invented(view) {
        return Vec::new();
    }
    let small = |text: String| Paragraph::line(vec![Run::plain(text).sized(22)]);
    let to = Run { is_italic: true, ..Run::bold(view.pick("Nơi nhận:", "Copies to:")).sized(24) };
    let to = Paragraph::line(vec![to]);
    let copies = [format!("- {DOTS};"), view.pick("- Lưu: VT.", "- Archive.").to_owned()].map(small);
    let signs = signs(view, issuer);
    let room = std::iter::repeat_n(Paragraph::centered(Vec::new()), 4);
    let name = Paragraph::centered(vec![Run::plain(DOTS)]);
    let right = signs.into_iter().chain(room).chain([name]).collect();
    let left = std::iter::once(to).chain(copies).collect();
    let room = Paragraph { is_kept: true, ..Paragraph::default() };
    vec![Part::Paragraph(room), Part::Grid(two_columns(left, right))]
}

/// A signature never stands alone on a page: the last lines of the report before it are there with it.
pub fn keep_with_foot(parts: &mut [Part]) {
    if let Some(Part::Paragraph(last)) = parts.last_mut() {
        last.is_kept = true;
    }
}

/// Are the figures of the file invented?
pub fn is_invented(view: &View) -> bool {
    view.area().origin().provenance == Provenance::Illustrative
}

fn two_columns(left: Vec<Paragraph>, right: Vec<Paragraph>) -> Grid {
    let cells = vec![GridCell::of(left), GridCell::of(right)];
    let widths = vec![LEFT, Layout::Upright.width() - LEFT];
    Grid { widths, rows: vec![GridRow { cells, is_head: false }], has_lines: false }
}

/// The body that reports, the one above it, and the number of the paper.
fn body(view: &View, issuer: Option<Issuer>) -> Vec<Paragraph> {
    let unit = view.lang.wording(&view.whole().name.name).to_uppercase();
    let committee = say!(view, "ỦY BAN NHÂN DÂN {unit}", "PEOPLE'S COMMITTEE OF {unit}"; unit = &unit).text();
    let publisher =
        view.area().origin().publisher.as_ref().map(|name| view.lang.wording(name).to_uppercase());
    let (above, own, letters) = match issuer {
        Some(Issuer::Ubnd) => (None, committee, "UBND"),
        Some(Issuer::Phong) => {
            (Some(committee), format!("{} {DOTS}", view.pick("PHÒNG", "DIVISION OF")), "P……")
        }
        Some(Issuer::Ban) => (
            Some(committee),
            view.pick("BAN CHỈ ĐẠO GIẢM NGHÈO BỀN VỮNG", "STEERING COMMITTEE ON POVERTY REDUCTION")
                .to_owned(),
            "BCĐ",
        ),
        None => (None, publisher.unwrap_or_else(|| DOTS.to_owned()), "……"),
    };
    let line = |text: String| Paragraph::centered(vec![Run::plain(text).sized(NAMES)]);
    let own = Paragraph::centered(vec![Run::bold(own).sized(NAMES)]);
    let number = say!(view, "Số:        /BC-{letters}", "No.        /BC-{letters}"; letters).text();
    above.map(line).into_iter().chain([own, Paragraph::rule(1_150), line(number)]).collect()
}

/// The name of the state with its motto, the place and the day left open.
fn nation(view: &View) -> Vec<Paragraph> {
    let state = view.pick("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM");
    let motto = view.pick("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness");
    let year = view.area().origin().published.map_or(view.now.year(), |day| day.year());
    // A country is no place where a paper is signed, and a file does not say in which town its bodies sit.
    let name = &view.whole().name;
    let place = match name.kind {
        Some(UnitKind::Nation) => DOTS,
        _ => place(view.lang.wording(&name.name)),
    };
    let day = say!(view, "{place}, ngày      tháng      năm {year}", "{place},                 {year}"; place, year);
    let day = day.text();
    // Place and day stand in one line: of a long name in smaller letters.
    let size = [MOTTO, NAMES, 22].into_iter().find(|size| width(&day, *size) <= RIGHT).unwrap_or(20);
    let day = Run { is_italic: true, ..Run::plain(day.replace(' ', NO_BREAK)).sized(size) };
    vec![
        Paragraph::centered(vec![Run::bold(state).sized(NAMES)]),
        Paragraph::centered(vec![Run::bold(motto).sized(MOTTO)]),
        Paragraph::rule(1_250),
        Paragraph::centered(vec![day]),
    ]
}

/// A place before the day: by its name alone, where that is no number and nobody's.
fn place(name: &str) -> &str {
    const KINDS: [&str; 9] =
        ["Tỉnh ", "Thành phố ", "Quận ", "Huyện ", "Thị xã ", "Phường ", "Xã ", "Thị trấn ", "Đặc khu "];
    let bare = KINDS.iter().find_map(|kind| name.strip_prefix(kind));
    let is_name = |bare: &&str| bare.starts_with(char::is_alphabetic) && *bare != "Hồ Chí Minh";
    bare.filter(is_name).unwrap_or(name)
}

/// About how wide words are, in twentieths of a point: a blank takes a quarter of the height of its letters.
fn width(words: &str, half_points: u32) -> u32 {
    let quarters: u32 = words.chars().map(|letter| if letter == ' ' { 1 } else { 2 }).sum();
    quarters * half_points * 10 / 4
}

/// What kind of paper it is, and on what.
fn title(view: &View, appended: &[Page]) -> Vec<Paragraph> {
    let kind = match view.area().origin().provenance {
        Provenance::Illustrative => {
            view.pick("BẢN XEM THỬ, SỐ LIỆU MINH HỌA", "PREVIEW, ILLUSTRATIVE FIGURES")
        }
        Provenance::Estimated => view.pick("DỰ THẢO BÁO CÁO", "DRAFT REPORT"),
        Provenance::Reported | Provenance::Derived => view.pick("BÁO CÁO", "REPORT"),
    };
    let period = what::in_words(view.lang, view.snapshot().origin.period);
    let subject = say!(view, "Kết quả thực hiện công tác giảm nghèo bền vững {period}",
        "Results of sustainable poverty reduction, {period}"; period)
    .text();
    let day =
        say!(view, "(Số liệu đến ngày {day})", "(Figures as of {day})"; day = view.snapshot().as_of()).text();
    let day = Run { is_italic: true, ..Run::plain(day) };
    let mut lines = vec![
        Paragraph::centered(vec![Run::bold(kind).sized(TITLE)]),
        Paragraph::centered(vec![Run::bold(subject).sized(TITLE)]),
        Paragraph::centered(vec![day]),
    ];
    // The title of invented figures says itself what they are.
    let estimated =
        pages::estimated(view).map(|words| Paragraph::centered(vec![Run::bold(format!("({words})"))]));
    lines.extend(estimated);
    // Also a paper that is filed may have an appendix with invented figures: it says so before they are read.
    let invented = foot::invented_of(view, appended.iter().flat_map(|page| &page.blocks));
    lines.extend(invented.map(|named| {
        let words = say!(view, "(Phụ lục có số liệu MINH HỌA: {named})", "(The appendices hold ILLUSTRATIVE figures: {named})"; named);
        Paragraph::centered(vec![Run::bold(words.text())])
    }));
    lines.extend([Paragraph::rule(3_700), Paragraph::default()]);
    lines
}

fn signs(view: &View, issuer: Option<Issuer>) -> Vec<Paragraph> {
    let lines = match issuer {
        Some(Issuer::Ubnd) => {
            [view.pick("TM. ỦY BAN NHÂN DÂN", "FOR THE PEOPLE'S COMMITTEE"), view.pick("CHỦ TỊCH", "CHAIR")]
        }
        Some(Issuer::Phong) => ["", view.pick("TRƯỞNG PHÒNG", "HEAD OF DIVISION")],
        Some(Issuer::Ban) => {
            [view.pick("TM. BAN CHỈ ĐẠO", "FOR THE STEERING COMMITTEE"), view.pick("TRƯỞNG BAN", "HEAD")]
        }
        None => ["", view.pick("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT")],
    };
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    lines.map(|line| Paragraph::centered(vec![Run::bold(line)])).collect()
}
