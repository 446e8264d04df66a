//! The story of a figure that stands in a file.

use crate::model::amount::Amount;
use crate::model::checks::Check;
use crate::model::checks::RateOf;
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Figure, Stated};
use crate::model::measure::{Aim, Aspect, Measure};
use crate::model::source_file::{Origin, Provenance};
use crate::model::unit::Unit;
use crate::text::say::what;
use crate::text::{Lang, date, number, show};

use super::super::table::Style;
use super::super::{View, head};
use super::{Body, Links, checked, date_note, head_of, when};
use crate::text::line::{Line, Role};

/// The lines of a stated figure.
pub(super) fn body(
    view: &View,
    figure: &Figure,
    stated: &Stated,
    checks: &[Check],
    links: &mut Links,
) -> Body {
    let lang = view.lang;
    let origin = &*stated.location.origin;
    let mut first = Vec::new();
    if let Some(quote) = &stated.quote {
        first.push(head_of(view.pick("Nguyên văn", "Quote")).say(format!("\"{}\"", lang.of(quote))));
    }
    let added = is_added(stated, origin);
    first.push(when(view, figure, (!added).then_some(origin)));
    if let Some(note) = &stated.note {
        first.push(head_of(view.pick("Ghi chú", "Note")).say(lang.of(note)));
    }
    let source = if added { added_by(view).to_owned() } else { source(view, origin) };
    first.push(head_of(view.pick("Nguồn", "Source")).say(source));
    if let Some(rate) = rate(checks, figure) {
        first.extend(arithmetic(view, rate, links));
        first.extend(rounding(view, figure));
        first.extend(allowed(view, rate, links));
    } else {
        first.extend(rounding(view, figure));
    }
    let rest = if added { Vec::new() } else { rest(view, figure, origin) };
    Body { first, last: vec![place(view, stated)], rest }
}

/// Does it stand in the file of a report without being from it? Nobody must read it as the publisher's. Reports hold
/// estimates among their counts, and counts among their estimates; what is invented or worked out by hand they do not.
fn is_added(stated: &Stated, origin: &Origin) -> bool {
    let is_own = matches!(stated.provenance, Provenance::Reported | Provenance::Estimated);
    !is_own && stated.provenance != origin.provenance
}

fn added_by(view: &View) -> &'static str {
    view.lang.pick(
        "người nhập thêm vào tệp, không có trong báo cáo",
        "added by who entered the file, not in the report",
    )
}

/// Its title and its note, where they do not stand above.
fn rest(view: &View, figure: &Figure, origin: &Origin) -> Vec<Line> {
    let mut rest = Vec::new();
    if let (Some(title), Some(_)) = (&origin.title, &origin.publisher) {
        rest.push(head_of(view.pick("Bài", "Title")).say(view.lang.of(title)));
    }
    if let (Some(note), None) = (&origin.note, date_note(view, figure, origin)) {
        rest.push(head_of(view.pick("Về tệp", "On the file")).say(view.lang.of(note)));
    }
    rest
}

/// Publisher and date of publication; the title where nobody is named.
pub fn source(view: &View, origin: &Origin) -> String {
    let named = origin.publisher.as_ref().or(origin.title.as_ref()).or(origin.by.as_ref());
    let mut parts: Vec<String> = named.map(|text| view.lang.of(text).to_owned()).into_iter().collect();
    if let Some(day) = origin.published {
        parts.push(format!("{} {}", view.pick("bài đăng", "published"), date::day(view.lang, day)));
    }
    if parts.is_empty() { head::provenance(view, origin.provenance).to_owned() } else { parts.join(", ") }
}

/// "2022-12-31.json, dòng 14 · `poor.rate_percent`".
fn place(view: &View, stated: &Stated) -> Line {
    let (file, line, path) = (&stated.location.origin.file, stated.location.line, &stated.location.path);
    let at = match view.lang {
        Lang::Vi => format!("{file}, dòng {line} · {path}"),
        Lang::En => format!("{file}, line {line} · {path}"),
    };
    head_of(view.pick("Tệp", "File")).say(at)
}

fn rate<'a>(checks: &'a [Check], figure: &Figure) -> Option<&'a RateOf> {
    let is_rate = matches!(figure.what.measure, Measure::Of(_, Aspect::Rate));
    if is_rate { checked::rate_of(checks, figure) } else { None }
}

/// "1.429 hộ nghèo : tổng hộ dân; tổng hộ dân báo cáo không nêu"; with the total "1.118 hộ nghèo : 65.000 hộ = 1,72%*".
fn arithmetic(view: &View, rate: &RateOf, links: &mut Links) -> Option<Line> {
    let lang = view.lang;
    let count = rate.count.as_ref().ok()?;
    // The range of totals is what a reader of a bare rate wants to see: it is picked first.
    if let (Ok(totals), Err(_)) = (&rate.totals, &rate.total) {
        links.add(totals);
    }
    let group = what::group(lang, rate.group);
    let line = head_of(view.pick("Phép tính", "Formula"));
    let line =
        links.open(line, show::in_sentence(lang, count, Style::Plain), count).say(format!(" {group} : "));
    let line = match (&rate.total, &rate.counted) {
        (Ok(total), Ok(counted)) => {
            let line = links.open(line, show::with_unit(lang, total, Style::Plain), total).say(" = ");
            line.figure(lang, counted, Style::Plain)
        }
        _ => line.say(view.pick(
            "tổng hộ dân; tổng hộ dân báo cáo không nêu",
            "all households; the report does not state them",
        )),
    };
    Some(line)
}

/// "→ tổng hộ dân từ 64.808 đến 65.102*": the totals that the rounding allows.
fn allowed(view: &View, rate: &RateOf, links: &mut Links) -> Option<Line> {
    let totals = rate.totals.as_ref().ok()?;
    let words = view.pick("tổng hộ dân ", "all households ");
    let text = match (&totals.amount, view.lang) {
        (Amount::Range(low, high), lang) => {
            let write = |x: &Exact| number::whole(lang, x.digits(0, Rounding::Nearest));
            match lang {
                Lang::Vi => format!("từ {} đến {}*", write(low), write(high)),
                Lang::En => format!("from {} to {}*", write(low), write(high)),
            }
        }
        (Amount::One(_), lang) => show::in_sentence(lang, totals, Style::Plain),
    };
    let picked = links.add(totals);
    let line = if picked { head_of("").role(Role::Accent, "→ ") } else { head_of("").say("  ") };
    let role = if picked { Role::Accent } else { Role::Plain };
    Some(super::links::span(line.role(role, words), role, text, totals))
}

/// What the written decimals stand for: "2,20% là từ 2,195% đến dưới 2,205%".
fn rounding(view: &View, figure: &Figure) -> Option<Line> {
    // An aim is exact, whatever its decimals.
    let exact = matches!(figure.what.measure, Measure::Target(_, Aim::Asked | Aim::Level));
    let decimals = figure.written.filter(|_| !exact)?;
    let (low, high) = figure.rounding_range();
    let more = decimals + 1;
    let sign = if matches!(figure.unit, Unit::Percent | Unit::Share) { "%" } else { "" };
    let write = |x: &Exact| {
        format!("{}{sign}", number::decimal(view.lang, x.digits(more, Rounding::Nearest), more, false))
    };
    let shown = show::number(view.lang, figure, Style::Plain);
    let text = match view.lang {
        Lang::Vi => format!("{shown} là từ {} đến dưới {}", write(&low), write(&high)),
        Lang::En => format!("{shown} stands for {} to under {}", write(&low), write(&high)),
    };
    Some(head_of(view.pick("Làm tròn", "Rounding")).say(text))
}
