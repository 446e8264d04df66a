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
mod as_made;
mod average;
mod checked;
mod formula;
mod links;
mod missing;
mod quoting;
mod stated;
mod uses;
mod what_if;

pub use as_made::as_made;
pub use missing::missing;
pub use stated::source;
pub use uses::uses;

use crate::model::area::Area;
use crate::model::checks::Check;
use crate::model::figure::{Derivation, Figure, Reliability, Stated};
use crate::model::measure::{Measure, TargetField, When};
use crate::model::places;
use crate::model::qualifier::Qualifier;
use crate::model::source_file::SourceFile;
use crate::model::unit::{Form, Unit};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what;
use crate::text::template::Speaker;
use crate::text::{Lang, cells, glossary, number, show};

use super::headed::{self, head_of, headed};
use super::table::Style;
use super::{Block, Detail, View};
use links::Links;

/// The story of a figure; `pick` is the number of its formula that Enter follows.
pub fn figure(view: &View, figure: &Figure, pick: usize) -> Detail {
    story(view, &as_made(view, figure), pick, None)
}

/// The same with what is computed from it on the screens, which takes as long as making all of them.
pub fn docked(view: &View, figure: &Figure, pick: usize) -> Detail {
    let figure = &as_made(view, figure);
    story(view, figure, pick, Some(&uses(view, figure)))
}

/// How to say a figure in the room, for who writes it elsewhere, where nobody sees whose it is and of which day; why it
/// is not to be said, of an invented one.
pub fn quote(view: &View, figure: &Figure) -> Option<Result<String, &'static str>> {
    let figure = &as_made(view, figure);
    let said = quoting::sentence(view, figure, &checked::all(view, figure))?;
    Some(said.map(|line| quoting::under_its_head(view, figure, &line.text())))
}

/// The numbers that the story of a figure opens, in the order in which they are picked.
pub fn links(view: &View, figure: &Figure) -> Vec<Figure> {
    let mut links = Links::none();
    let figure = &as_made(view, figure);
    body(view, figure, &checked::all(view, figure), &mut links);
    links.figures
}

/// With `used` in a panel, that has a lower part: beside a list a story is read as a whole, its lines in one order.
fn story(view: &View, figure: &Figure, pick: usize, used: Option<&[Figure]>) -> Detail {
    let is_whole = used.is_none();
    let used = used.unwrap_or_default();
    let mut links = Links::picked(pick);
    let checks = &*checked::all(view, figure);
    let body = body(view, figure, checks, &mut links);
    // Beside a list the page tells of the check that is chosen there.
    let told = checked::chosen(view, figure).filter(|_| is_whole);
    let before = [Some(kind(view, figure)), what_if::supposition(view, figure)];
    let before: Vec<Line> = before.into_iter().flatten().chain(body.first).collect();
    let (used, said) = (uses::used_in(view, figure, used), quoting::how_to_quote(view, figure, checks));
    let after: Vec<Line> = used.into_iter().chain(body.last).chain(said).collect();
    let left = LOWER.saturating_sub(rows(view.lang, &before) + rows(view.lang, &after));
    let room = if is_whole { usize::MAX } else { left };
    let (checks, are_last) = checked::lines(view, figure, (checks, told), room);
    // All checks stand in one place: as many of them as there is room for are in sight in either.
    let (own, last) = if are_last { (Vec::new(), checks) } else { (checks, Vec::new()) };
    let set: Vec<Line> = before.into_iter().chain(own).chain(after).chain(last).chain(body.rest).collect();
    let set = set.into_iter().map(|line| headed::widened(view.lang, line)).collect();
    Detail { title: title(view, figure), blocks: vec![Block::Lines(set)] }
}

/// Lines of the lower part of 80 × 24 under the panel's heading.
const LOWER: usize = 12;

/// The lines that these take at 80 cells.
fn rows(lang: Lang, lines: &[Line]) -> usize {
    let more = usize::from(headed::more(lang));
    let room = ROOM + usize::from(headed::WIDTH) - more;
    let over = |line: &Line| cells::width(&line.text()).saturating_sub(room);
    lines.iter().map(|line| 1 + over(line).div_ceil(ROOM - more)).sum()
}

/// The lines of a story before and after its checks, and those that go first when room is short.
#[derive(Default)]
struct Body {
    first: Vec<Line>,
    last: Vec<Line>,
    rest: Vec<Line>,
}

fn body(view: &View, figure: &Figure, checks: &[Check], links: &mut Links) -> Body {
    let made = &as_made::with_stated_rates(view, figure.behind());
    let mut body = match &*made.derivation {
        Derivation::Stated(stated) => stated::body(view, made, stated, checks, links),
        Derivation::Derived(derived) => {
            let formula = formula::lines(view, made, derived, links);
            let first = std::iter::once(when(view, figure, None)).chain(formula).collect();
            Body { first, ..Body::default() }
        }
    };
    // What it repeats, or what was counted for a stated rate, opens all the same.
    let is_other = !made.shares_story_with(figure);
    let repeated = figure.derivation.inputs().filter(|_| is_other);
    repeated.for_each(|input| {
        links.offer(input);
    });
    body.first.extend(whose(view, figure));
    body.first.extend(average::persons_per_household(view, figure, links));
    body.first.extend(reported(view, figure));
    body.first.extend(bound(view, figure));
    body.first.extend(in_full(view, figure));
    body
}

/// "Phường 9": the parts that a small count of their whole is of.
fn whose(view: &View, figure: &Figure) -> Option<Line> {
    let (Measure::Of(group, aspect), When::Day(day)) = (&figure.subject.measure, figure.subject.when) else {
        return None;
    };
    let snapshot = view.history.snapshots.iter().find(|snapshot| snapshot.as_of() == day)?;
    let is_of_whole = figure.subject.whose.is(&snapshot.whole.name);
    let named = places_in_words(view, &places::whose(&snapshot.whole, *group, aspect))?;
    is_of_whole.then(|| headed(view, ("Nơi có", "Where"), named))
}

/// `Phường 9`, `Phường 3 (2), Phường 9 (1)`.
pub fn places_in_words(view: &View, parts: &[(&Area, Figure)]) -> Option<Line> {
    let is_several = parts.len() > 1;
    let named = parts.iter().map(|(area, figure)| {
        say!(view, "{area}[ ({figure})]"; area = &area.name.name, figure = is_several.then_some(figure))
    });
    Line::joined(named, ", ")
}

/// What has an article in English: "Source of the rate", but "Source of poor households".
const OF_THE: [&str; 8] = ["rate ", "change ", "relative ", "reported ", "share ", "sum ", "total ", "part "];

/// "Nguồn số liệu: tỷ lệ hộ nghèo 2,20%".
fn title(view: &View, figure: &Figure) -> String {
    let name = what::name(view.lang, &figure.subject);
    // Whose a target is, its own name may say.
    let whose = (!figure.subject.whose.is(&view.whole().name)).then_some(&figure.subject.whose.name);
    let whose = whose.filter(|whose| !name.contains(view.lang.wording(whose)));
    // A number after a name that ends in one would read as part of it.
    let colon = whose.is_some() || what::ends_in_number(&name);
    let name = match &figure.subject.measure {
        // A title that begins with a verb stands in marks after "of".
        Measure::Target(named, _) if view.lang == Lang::En => {
            let title = view.lang.wording(&named.name);
            name.replacen(title, &format!("\"{title}\""), 1)
        }
        _ => what::small(&name),
    };
    let has_article = view.lang == Lang::En && OF_THE.iter().any(|kind| name.starts_with(kind));
    let of = view.lang.term(glossary::SOURCE_OF);
    let title = say!(view, "{of}[{has_article}]{name}[, {whose}][{colon}:] {value}", "{of}[{has_article}the ]{name}[, {whose}][{colon}:] {value}"; of, has_article, name, whose, colon,
        value = written(view, figure));
    title.text()
}

/// The number with its unit, where the name beside it does not say the unit already.
fn written(view: &View, figure: &Figure) -> Line {
    let is_named =
        matches!(figure.subject.measure, Measure::Of(..) | Measure::AllHouseholds | Measure::TotalRange);
    let has_unit = !(is_named && matches!(figure.unit, Unit::Household | Unit::Person));
    let style = if figure.subject.measure.is_change() { Style::Signed } else { Style::Plain };
    view.figure(Line::default(), figure, style, has_unit)
}

/// "số liệu báo cáo, không phải số suy ra", "suy ra từ số báo cáo", "MINH HỌA: số đặt ra để xem thử".
fn kind(view: &View, figure: &Figure) -> Line {
    let warned = |vi, en| (Role::Stamp, view.lang.pick(vi, en));
    let is_aim = matches!(figure.subject.measure, Measure::Target(_, TargetField::Goal));
    let kind = match (figure.is_derived(), figure.reliability) {
        (true, source) => derived_from(view, source, matches!(&*figure.derivation, Derivation::Stated(_))),
        (false, Reliability::Reported) if is_aim => {
            say!(view, "mức giao như văn bản nêu, không phải số ước", "As assigned")
        }
        (false, Reliability::Reported) => {
            say!(view, "số liệu báo cáo", "Reported")
        }
        (false, Reliability::Estimated) => say!(view, "{kind}";
            kind = warned("ước thực hiện", "Estimated")),
        (false, Reliability::Illustrative) => say!(view, "{kind}: số đặt ra để xem thử",
            "{kind}: invented, to try the program"; kind = warned(glossary::STAMP.0, glossary::STAMP.1)),
    };
    headed(view, ("Loại", "Kind"), kind)
}

/// A derived figure by the worst source among its inputs.
fn derived_from(view: &View, source: Reliability, by_hand: bool) -> Line {
    let warned = |vi, en| say!(view, "số {kind}", "{kind}"; kind = (Role::Stamp, view.lang.pick(vi, en)));
    let inputs = match source {
        Reliability::Reported => say!(view, "số liệu báo cáo", "reported figures"),
        Reliability::Estimated => warned("ước thực hiện", "estimated figures"),
        Reliability::Illustrative => warned("MINH HỌA", "ILLUSTRATIVE figures"),
    };
    say!(view, "suy ra[{by_hand}, do người nhập tính] từ {inputs}",
        "Derived[{by_hand} by the person who entered it] from {inputs}"; by_hand, inputs)
}

/// The day or span, with the note on the date where there is one and it fits the line.
fn when(view: &View, figure: &Figure, origin: Option<&SourceFile>) -> Line {
    let note = origin.and_then(|origin| date_note(view, figure, origin));
    let held = what::held(&figure.subject);
    // A flow is of a span, no state on its last day.
    let title =
        if matches!(held, When::Day(_)) { ("Tính đến", "As of") } else { ("Thời gian", "Period") };
    let when = what::when(view.lang, held);
    headed(view, title, say!(view, "{when}[ ({note})]"; when, note))
}

/// Cells of a line at 80 cells after its head.
const ROOM: usize = 66;

/// The note of the file, where it is short enough to stand beside the date of a stock.
fn date_note<'a>(view: &View<'a>, figure: &Figure, origin: &'a SourceFile) -> Option<&'a str> {
    let note = view.lang.wording(origin.note.as_ref()?);
    let date = cells::width(&what::when(view.lang, figure.subject.when));
    let is_stock = matches!(figure.subject.when, When::Day(_));
    (is_stock && date + cells::width(note) + 3 <= ROOM).then_some(note)
}

/// Beside an invented or estimated figure of a group of the unit, the newest one that was reported.
fn reported(view: &View, figure: &Figure) -> Option<Line> {
    let Measure::Of(group, aspect) = &figure.subject.measure else { return None };
    if figure.reliability == Reliability::Reported || !figure.subject.whose.is(&view.whole().name) {
        return None;
    }
    let of = |area: &crate::model::area::Area| area.shown(*group, aspect);
    let is_reported =
        |f: &Figure| f.reliability == Reliability::Reported && f.subject.measure == figure.subject.measure;
    let earlier = view.history.up_to(view.at).iter().rev();
    let last = earlier.filter_map(|s| of(&s.whole).ok()).find(is_reported)?;
    let line = say!(view, "gần nhất: {last}, {when}", "last: {last}, {when}";
        last = &last, when = what::when(view.lang, last.subject.when));
    Some(headed(view, ("Báo cáo", "Reported"), line))
}

/// What the word before the number means.
fn bound(view: &View, figure: &Figure) -> Option<Line> {
    let (vi, en) = match figure.bound() {
        Qualifier::Exact => return None,
        Qualifier::Over | Qualifier::JustAbove => {
            ("\"hơn\": số thật lớn hơn số nêu", "\"over\": the true figure is larger")
        }
        Qualifier::Nearly => ("\"gần\": số thật nhỏ hơn, gần bằng số nêu", "\"nearly\": smaller, but close"),
        Qualifier::About => ("\"khoảng\": có thể lớn hơn hoặc nhỏ hơn", "\"about\": either side"),
        Qualifier::Under => ("\"dưới\": số thật nhỏ hơn số nêu", "\"under\": the true figure is smaller"),
        Qualifier::AtLeast => ("\"ít nhất\": bằng hoặc lớn hơn", "\"at least\": as much or more"),
        Qualifier::AtMost => ("\"tối đa\": bằng hoặc nhỏ hơn", "\"at most\": as much or less"),
    };
    Some(headed(view, ("Cách ghi số", "Bound"), view.lang.pick(vi, en)))
}

/// The exact sum of money.
fn in_full(view: &View, figure: &Figure) -> Option<Line> {
    use crate::model::exact::Rounding;
    if figure.unit.form() != Form::Money {
        return None;
    }
    let digits = number::whole(view.lang, figure.one()?.digits(0, Rounding::Nearest));
    let full = say!(view, "{digits} {unit}"; digits, unit = show::unit_after(view.lang, figure));
    Some(headed(view, ("Ghi đủ", "In full"), full))
}

/// The report a figure comes from: its own file's; of a derived one the first that its formula leads to.
fn origin(figure: &Figure) -> Option<&SourceFile> {
    match &*figure.derivation {
        Derivation::Stated(Stated { location, .. }) => Some(&location.origin),
        Derivation::Derived(_) => figure.derivation.inputs().find_map(origin),
    }
}
