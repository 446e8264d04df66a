//! Where is this from? The story of a figure, or what a row lacks.
//!
//! ```text
//! ─ Nguồn số liệu: tỷ lệ hộ nghèo 2,20% ────────────────────────────────────────
//!   Loại        what kind of figure it is
//!   Nguyên văn  the report's own words         (a stated figure)
//!   Phép tính   the formula, its numbers links (a derived one, a rate)
//!   Đối chiếu   the checks it takes part in
//!   Dùng ở      what is computed from it
//!   Tệp         where it stands
//!   Cách nêu    how to say it in the room
//! ```
mod average;
mod checked;
mod formula;
mod links;
mod missing;
mod said;
mod stated;
mod supposed;
mod uses;

pub use missing::missing;
pub use stated::source;
pub use uses::uses;

use crate::model::checks::Check;
use crate::model::figure::{Figure, Source, Stated, Story};
use crate::model::measure::{Aim, Aspect, Measure, When};
use crate::model::qualifier::Qualifier;
use crate::model::source_file::Origin;
use crate::text::say::what;
use crate::text::{Lang, cells, number, show};

use super::table::Style;
use super::{Block, Detail, View};
use crate::text::line::{Line, Role};
use links::Links;

/// The story of a figure; `pick` is the number of its formula that Enter follows.
pub fn figure(view: &View, figure: &Figure, pick: usize) -> Detail {
    story(view, figure, pick, &[])
}

/// The same with what is computed from it on the screens, which takes as long as making all of them.
pub fn docked(view: &View, figure: &Figure, pick: usize) -> Detail {
    story(view, figure, pick, &uses(view, figure))
}

/// The numbers that the story of a figure opens, in the order in which they are picked.
pub fn links(view: &View, figure: &Figure) -> Vec<Figure> {
    let mut links = Links::none();
    told(view, figure, checked::all(view, figure), &mut links);
    links.figures
}

fn story(view: &View, figure: &Figure, pick: usize, used: &[Figure]) -> Detail {
    let mut links = Links::picked(pick);
    let checks = checked::all(view, figure);
    let body = told(view, figure, checks, &mut links);
    let before = [Some(kind(view, figure)), supposed::line(view, figure)];
    let before: Vec<Line> = before.into_iter().flatten().chain(body.first).collect();
    let used = uses::line(view, figure, used);
    let after: Vec<Line> =
        used.into_iter().chain(body.last).chain(said::line(view, figure, checks)).collect();
    let room = LOWER.saturating_sub(rows(&before) + rows(&after));
    let (checks, left) = checked::lines(view, figure, checks, room);
    let mut set: Vec<Line> = before.into_iter().chain(checks).chain(after).collect();
    for line in left.into_iter().chain(body.rest) {
        // A line that the edge of the lower part would cut stands below it, for those who have more room.
        let from = rows(&set);
        if from < LOWER && from + rows(std::slice::from_ref(&line)) > LOWER {
            set.resize_with(set.len() + LOWER - from, Line::default);
        }
        set.push(line);
    }
    Detail { title: title(view, figure), blocks: vec![Block::Lines(set)] }
}

/// Lines of the lower part of 80 × 24 under the panel's heading.
const LOWER: usize = 12;

/// The lines that these take at 80 cells.
fn rows(lines: &[Line]) -> usize {
    let over = |line: &Line| cells::width(&line.text()).saturating_sub(ROOM + usize::from(HEAD));
    lines.iter().map(|line| 1 + over(line).div_ceil(ROOM)).sum()
}

/// The lines of a story before and after its checks, and those that go first when room is short.
#[derive(Default)]
struct Body {
    first: Vec<Line>,
    last: Vec<Line>,
    rest: Vec<Line>,
}

fn told(view: &View, figure: &Figure, checks: &[Check], links: &mut Links) -> Body {
    let mut body = match &*figure.story {
        Story::Stated(stated) => stated::body(view, figure, stated, checks, links),
        Story::Derived(derived) => Body {
            first: [when(view, figure, None)]
                .into_iter()
                .chain(formula::lines(view, figure, derived, links))
                .collect(),
            ..Body::default()
        },
    };
    body.first.extend(average::line(view, figure, links));
    body.first.extend(reported(view, figure));
    body.first.extend(bound(view, figure));
    body.first.extend(in_full(view, figure));
    body
}

/// "Nguồn số liệu: tỷ lệ hộ nghèo 2,20%".
fn title(view: &View, figure: &Figure) -> String {
    let lang = view.lang;
    let name = what::name(lang, &figure.what);
    let value = written(lang, figure);
    let heading = view.pick("Nguồn số liệu", "Where from");
    let elsewhere = !figure.what.whose.is(&view.whole().name);
    if elsewhere {
        return format!("{heading}: {name}, {}: {value}", lang.of(&figure.what.whose.name));
    }
    // A number after a name that ends in one would read as part of it.
    let gap = if name.ends_with(|c: char| c.is_ascii_digit()) { ": " } else { " " };
    format!("{heading}: {name}{gap}{value}")
}

/// The number with its unit, where the name beside it does not say the unit already.
fn written(lang: Lang, figure: &Figure) -> String {
    use crate::model::unit::Unit;
    let named = matches!(figure.what.measure, Measure::Of(..) | Measure::AllHouseholds | Measure::TotalRange);
    if named && matches!(figure.unit, Unit::Household | Unit::Person) {
        show::in_sentence(lang, figure, Style::Plain)
    } else {
        show::with_unit(lang, figure, Style::Plain)
    }
}

/// Cells of the heads of lines, the blanks after them among these.
const HEAD: u16 = 12;

/// A line's head in a column of its own.
pub fn head_of(head: &str) -> Line {
    let blanks = usize::from(HEAD).saturating_sub(cells::width(head)).max(1);
    Line { hang: HEAD, ..Line::of(Role::Strong, head).say(" ".repeat(blanks)) }
}

/// "số liệu báo cáo, không phải số suy ra", "suy ra từ số báo cáo", "MINH HỌA".
fn kind(view: &View, figure: &Figure) -> Line {
    let line = head_of(view.pick("Loại", "Kind"));
    let by_hand = matches!(&*figure.story, Story::Stated(_)) && figure.is_derived();
    let is_aim = matches!(figure.what.measure, Measure::Target(_, Aim::Asked));
    match (figure.is_derived(), figure.source) {
        (false, Source::Reported) if is_aim => line.say(
            view.pick("mức giao như văn bản nêu, không phải số ước", "an aim as assigned, not an estimate"),
        ),
        (false, Source::Reported) => {
            line.say(view.pick("số liệu báo cáo, không phải số suy ra", "a reported figure, not derived"))
        }
        (false, Source::Estimated) => line
            .role(Role::Warn, view.pick("ước thực hiện", "estimated"))
            .say(view.pick(", không phải số suy ra", ", not derived")),
        (false, Source::Illustrative) => line
            .role(Role::Warn, view.pick("MINH HỌA", "ILLUSTRATIVE"))
            .say(view.pick(": số giả định để xem thử", ": invented, to try the program")),
        (true, source) => {
            let line = line.say(if by_hand {
                view.pick("suy ra, do người nhập tính", "derived by who entered it")
            } else {
                view.pick("suy ra", "derived")
            });
            worst(view, line, source)
        }
    }
}

/// The worst source among the inputs of a derived figure.
fn worst(view: &View, line: Line, source: Source) -> Line {
    match source {
        Source::Reported => line.say(view.pick(" từ số liệu báo cáo", " from reported figures")),
        Source::Estimated => line
            .say(view.pick(" từ số ", " from "))
            .role(Role::Warn, view.pick("ước thực hiện", "estimated figures")),
        Source::Illustrative => line
            .say(view.pick(" từ số ", " from "))
            .role(Role::Warn, view.pick("MINH HỌA", "ILLUSTRATIVE figures")),
    }
}

/// The day or span, with the note on the date where there is one and it fits the line.
fn when(view: &View, figure: &Figure, origin: Option<&Origin>) -> Line {
    let text = what::when(view.lang, figure.what.when);
    let line = head_of(view.pick("Tính đến", "As of"));
    match origin.and_then(|origin| date_note(view, figure, origin)) {
        Some(note) => line.say(format!("{text} ({note})")),
        None => line.say(text),
    }
}

/// Cells of a line at 80 cells after its head.
const ROOM: usize = 66;

/// The note of the file, where it is short enough to stand beside the date of a stock.
fn date_note<'a>(view: &View<'a>, figure: &Figure, origin: &'a Origin) -> Option<&'a str> {
    let note = view.lang.of(origin.note.as_ref()?);
    let date = cells::width(&what::when(view.lang, figure.what.when));
    let is_stock = matches!(figure.what.when, When::Day(_));
    (is_stock && date + cells::width(note) + 3 <= ROOM).then_some(note)
}

/// Beside an invented or estimated figure of a group of the unit, the newest one that was reported.
fn reported(view: &View, figure: &Figure) -> Option<Line> {
    let Measure::Of(group, aspect) = &figure.what.measure else { return None };
    if figure.source == Source::Reported || !figure.what.whose.is(&view.whole().name) {
        return None;
    }
    let of = |area: &crate::model::area::Area| match aspect {
        Aspect::Rate => area.rate(*group),
        other => area.figure(*group, other),
    };
    let is_reported = |f: &Figure| f.source == Source::Reported && f.what.measure == figure.what.measure;
    let earlier = view.history.up_to(view.at).iter().rev();
    let last = earlier.filter_map(|s| of(&s.whole).ok()).find(is_reported)?;
    let line = head_of(view.pick("Báo cáo", "Reported")).say(view.pick("gần nhất: ", "last: "));
    let line = line.figure(view.lang, &last, Style::Plain);
    Some(line.say(format!(", {}", what::when(view.lang, last.what.when))))
}

/// What the word before the number means.
fn bound(view: &View, figure: &Figure) -> Option<Line> {
    let (vi, en) = match figure.qualifier {
        Qualifier::Exact => return None,
        Qualifier::Over => ("\"hơn\": số thật lớn hơn số nêu", "\"over\": the true figure is larger"),
        Qualifier::Nearly => ("\"gần\": số thật nhỏ hơn, gần bằng số nêu", "\"nearly\": smaller, but close"),
        Qualifier::About => ("\"khoảng\": có thể lớn hơn hoặc nhỏ hơn", "\"about\": either side"),
        Qualifier::Under => ("\"dưới\": số thật nhỏ hơn số nêu", "\"under\": the true figure is smaller"),
        Qualifier::AtLeast => ("\"ít nhất\": bằng hoặc lớn hơn", "\"at least\": as much or more"),
        Qualifier::AtMost => ("\"nhiều nhất\": bằng hoặc nhỏ hơn", "\"at most\": as much or less"),
    };
    Some(head_of(view.pick("Mức", "Bound")).say(view.lang.pick(vi, en)))
}

/// The exact sum of money.
fn in_full(view: &View, figure: &Figure) -> Option<Line> {
    use crate::model::exact::Rounding;
    use crate::model::unit::Unit;
    if !matches!(figure.unit, Unit::Vnd | Unit::VndPerRecipient(_)) {
        return None;
    }
    let digits = figure.one()?.digits(0, Rounding::Nearest);
    let unit = show::unit(view.lang, figure.unit);
    let full = format!("{} {unit}", number::whole(view.lang, digits));
    Some(head_of(view.pick("Ghi đủ", "In full")).say(full))
}

/// The report a figure comes from: its own file's; of a derived one the first that its formula leads to.
fn origin(figure: &Figure) -> Option<&Origin> {
    match &*figure.story {
        Story::Stated(Stated { location, .. }) => Some(&location.origin),
        Story::Derived(_) => figure.story.inputs().find_map(origin),
    }
}
