//! Where is this from? The story of a figure, or what a row lacks.

mod formula;

use crate::model::checks;
use crate::model::figure::{Figure, Qualifier};
use crate::model::story::{Origin, Provenance, Stated, Story};
use crate::text::say::{self, what};
use crate::text::{Lang, cells, date, number, show};

use super::line::{Line, Role};
use super::table::{Row, Style};
use super::{Block, Detail, View, head};

/// The story of a figure; `pick` is the number of its formula that Enter follows.
pub fn figure(view: &View, figure: &Figure, pick: usize) -> Detail {
    let lang = view.lang;
    let heading = view.pick("Nguồn số liệu", "Where from");
    let title = format!(
        "{heading}: {} {}",
        what::name(lang, &figure.what),
        show::with_unit(lang, figure, Style::Plain)
    );
    let mut lines = vec![kind(view, figure)];
    lines.push(when(view, figure));
    match &*figure.story {
        Story::Stated(stated) => lines.extend(self::stated(view, figure, stated)),
        Story::Derived(derived) => lines.extend(formula::lines(view, figure, derived, pick)),
    }
    lines.extend(bound(view, figure));
    lines.extend(in_full(view, figure));
    lines.extend(rounding(view, figure));
    lines.extend(checked(view, figure));
    Detail { title, blocks: vec![Block::Lines(lines)] }
}

/// What a row without figures lacks.
pub fn missing(view: &View, row: &Row) -> Detail {
    let mut lines: Vec<Line> = row
        .missing()
        .flat_map(crate::model::ops::Missing::leaves)
        .map(|leaf| {
            let name = what::name(view.lang, &leaf);
            let when = what::when(view.lang, leaf.when);
            head_of(view.pick("Chưa có", "Missing")).say(format!("{name}, {when}"))
        })
        .take(6)
        .collect();
    let file = &view.snapshot().origin.file;
    let words = view.pick("tệp không nêu; thiếu không phải là 0", "not stated; missing is not zero");
    lines.push(head_of(view.pick("Tệp", "File")).say(format!("{file} ")).role(Role::Dim, words));
    Detail { title: row.label.full.trim().to_owned(), blocks: vec![Block::Lines(lines)] }
}

/// A line's head in a column of its own.
pub(super) fn head_of(head: &str) -> Line {
    let blanks = 12usize.saturating_sub(cells::width(head)).max(1);
    Line { hang: 12, ..Line::of(Role::Strong, head).say(" ".repeat(blanks)) }
}

fn kind(view: &View, figure: &Figure) -> Line {
    use crate::model::figure::Source;
    let base = match (figure.is_derived(), &*figure.story) {
        (false, _) => {
            view.pick("số liệu nêu trong tệp, không phải số suy ra", "stated in the file, not derived")
        }
        (true, Story::Stated(_)) => view.pick("suy ra, do người nhập tính", "derived by who entered it"),
        (true, Story::Derived(_)) => view.pick("suy ra, chương trình tính", "derived by the program"),
    };
    let line = head_of(view.pick("Loại", "Kind")).say(base);
    match figure.source {
        Source::Reported => line.say(view.pick(" · từ số liệu báo cáo", " · from reported figures")),
        Source::Estimated => line.role(Role::Warn, view.pick(" · ước thực hiện", " · estimated")),
        Source::Illustrative => line.role(Role::Warn, view.pick(" · MINH HỌA", " · ILLUSTRATIVE")),
    }
}

fn when(view: &View, figure: &Figure) -> Line {
    let is_here = figure.what.whose.is(&view.whole().name);
    let whose =
        if is_here { String::new() } else { format!(" · {}", view.lang.of(&figure.what.whose.name)) };
    let text = format!("{}{whose}", what::when(view.lang, figure.what.when));
    head_of(view.pick("Tính đến", "As of")).say(text)
}

fn stated(view: &View, figure: &Figure, stated: &Stated) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut say = |vi, en, text: String| lines.push(head_of(view.lang.pick(vi, en)).say(text));
    if let Some(quote) = &stated.quote {
        say("Nguyên văn", "Quote", format!("\"{}\"", view.lang.of(quote)));
    }
    if let Some(note) = &stated.note {
        say("Ghi chú", "Note", view.lang.of(note).to_owned());
    }
    let origin = &stated.location.origin;
    say("Nguồn", "Source", source(view, origin));
    if let Some(note) = &origin.note {
        say("", "", view.lang.of(note).to_owned());
    }
    let line = stated.location.line;
    let at = match view.lang {
        Lang::Vi => format!("{}, dòng {line} · {}", origin.file, stated.location.path),
        Lang::En => format!("{}, line {line} · {}", origin.file, stated.location.path),
    };
    say("Tệp", "File", at);
    if stated.provenance == Provenance::Reported {
        say("Cách nêu", "Say it", aloud(view, figure, origin));
    }
    lines
}

/// Publisher, title, date of publication.
fn source(view: &View, origin: &Origin) -> String {
    let texts = [&origin.publisher, &origin.title].into_iter().flatten();
    let mut parts: Vec<String> = texts.map(|text| view.lang.of(text).to_owned()).collect();
    if let Some(day) = origin.published {
        parts.push(format!("{} {}", view.pick("đăng", "published"), date::day(view.lang, day)));
    }
    if parts.is_empty() { head::provenance(view, origin.provenance).to_owned() } else { parts.join(", ") }
}

/// How to say it in the room: number first, source last.
fn aloud(view: &View, figure: &Figure, origin: &Origin) -> String {
    let number = show::with_unit(view.lang, figure, Style::Plain);
    let name = what::name(view.lang, &figure.what);
    let by = origin.published.map_or_else(String::new, |day| {
        let words = view.pick("theo báo cáo ngày", "according to the report of");
        format!("; {words} {}", date::day(view.lang, day))
    });
    format!("\"{name}: {number}{by}\"")
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
    use crate::model::figure::Unit;
    if !matches!(figure.unit, Unit::Vnd | Unit::VndPerRecipient(_)) {
        return None;
    }
    let digits = figure.one()?.digits(0, Rounding::Nearest);
    let unit = show::unit(view.lang, figure.unit);
    let full = format!("{} {unit}", number::whole(view.lang, digits));
    Some(head_of(view.pick("Ghi đủ", "In full")).say(full))
}

/// What the written decimals stand for.
fn rounding(view: &View, figure: &Figure) -> Option<Line> {
    use crate::model::exact::Rounding;
    let decimals = figure.written?;
    let (low, high) = figure.rounding_range();
    let more = decimals + 1;
    let write = |x: &crate::model::exact::Exact| {
        number::decimal(view.lang, x.digits(more, Rounding::Nearest), more, false)
    };
    let shown = show::number(view.lang, figure, Style::Plain);
    let text = match view.lang {
        Lang::Vi => format!("{shown} là từ {} đến dưới {}", write(&low), write(&high)),
        Lang::En => format!("{shown} stands for {} to under {}", write(&low), write(&high)),
    };
    Some(head_of(view.pick("Làm tròn", "Rounding")).say(text))
}

/// The data checks that the figure takes part in, those that need action first.
fn checked(view: &View, figure: &Figure) -> Vec<Line> {
    let found = checks::checks(view.history, view.at, view.now);
    let concerned = found.iter().filter(|check| check.concerns(figure)).take(3);
    let line = |(i, check): (usize, &checks::Check)| {
        let head = if i == 0 { view.pick("Đối chiếu", "Checks") } else { "" };
        let sentence = say::check::sentence(view.lang, check);
        head_of(head).say(format!("{} {sentence}", say::check::sign(check.verdict)))
    };
    concerned.enumerate().map(line).collect()
}
