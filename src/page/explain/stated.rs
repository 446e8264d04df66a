//! The story of a figure that stands in a file.

use crate::model::amount::Amount;
use crate::model::checks::Check;
use crate::model::checks::RateOf;
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Figure, Stated};
use crate::model::measure::{Measure, TargetField};
use crate::model::qualifier::Qualifier;
use crate::model::source_file::{Provenance, SourceFile, SourceKind};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what;
use crate::text::{glossary, number, show};

use super::super::table::Style;
use super::super::{View, head};
use super::{Body, Links, checked, date_note, head_of, headed, when};

/// The lines of a stated figure.
pub(super) fn body(
    view: &View,
    figure: &Figure,
    stated: &Stated,
    checks: &[Check],
    links: &mut Links,
) -> Body {
    let origin = &*stated.location.origin;
    let is_added = is_added(stated, origin);
    let quote = stated.quote.as_deref();
    let mut first: Vec<Line> = quote
        .map(|quote| headed(view, ("Nguyên văn", "Quote"), say!(view, "\"{quote}\""; quote)))
        .into_iter()
        .collect();
    first.push(when(view, figure, (!is_added).then_some(origin)));
    first.extend(stated.note.as_ref().map(|note| headed(view, ("Ghi chú", "Note"), view.lang.wording(note))));
    let source = if is_added { added_by(view).to_owned() } else { source(view, origin) };
    first.push(headed(view, ("Nguồn", "Source"), source));
    let rate = rate(checks, figure);
    first.extend(rate.and_then(|rate| arithmetic(view, rate, links)));
    first.extend(rounding(view, figure));
    first.extend(rate.and_then(|rate| allowed(view, rate, links)));
    let rest = if is_added { Vec::new() } else { rest(view, figure, origin) };
    Body { first, last: vec![place(view, stated)], rest }
}

/// Does it stand in the file of a report without being from it? Nobody must read it as the publisher's. Reports hold
/// estimates among their counts, and counts among their estimates; what is invented or worked out by hand they do not.
fn is_added(stated: &Stated, origin: &SourceFile) -> bool {
    let is_own = matches!(stated.provenance, Provenance::Reported | Provenance::Estimated);
    !is_own && stated.provenance != origin.provenance
}

fn added_by(view: &View) -> &'static str {
    view.lang.pick(
        "người nhập thêm vào tệp, không có trong báo cáo",
        "added by the person who entered the file, not in the report",
    )
}

/// Its title and its note, where they do not stand above.
fn rest(view: &View, figure: &Figure, origin: &SourceFile) -> Vec<Line> {
    let title = origin.title.as_ref().filter(|_| origin.publisher.is_some());
    let note = origin.note.as_ref().filter(|_| date_note(view, figure, origin).is_none());
    let title = title.map(|title| headed(view, ("Tên báo cáo", "Title"), view.lang.wording(title)));
    title
        .into_iter()
        .chain(note.map(|note| headed(view, ("Ghi chú", "Note"), view.lang.wording(note))))
        .collect()
}

/// Publisher and date of publication; the title where nobody is named.
pub fn source(view: &View, origin: &SourceFile) -> String {
    let named = origin.publisher.as_ref().or(origin.title.as_ref()).or(origin.by.as_ref());
    let named = named.map(|named| Line::from(view.lang.wording(named)));
    let published = match (origin.kind, origin.published) {
        (SourceKind::Report, day) => day.map(|day| say!(view, "bài đăng {day}", "published {day}"; day)),
        (SourceKind::Plan | SourceKind::Decision, _) => Some(
            say!(view, "{paper} ngày {day}", "{paper} of {day}"; paper = head::paper(view.lang, origin), day = origin.as_of),
        ),
    };
    let source = Line::joined(named.into_iter().chain(published), ", ");
    source.map_or_else(|| head::provenance(view, origin.provenance).to_owned(), |line| line.text())
}

/// "2022-12-31.json, dòng 14 · `poor.rate_percent`".
fn place(view: &View, stated: &Stated) -> Line {
    let at = &stated.location;
    headed(
        view,
        glossary::FILE,
        say!(view, "{file}, dòng {line} · {path}", "{file}, line {line} · {path}";
        file = &at.origin.file, line = at.line, path = at.path().into_owned()),
    )
}

fn rate<'a>(checks: &'a [Check], figure: &Figure) -> Option<&'a RateOf> {
    let is_rate = matches!(&figure.subject.measure, Measure::Of(_, aspect) if aspect.is_rate());
    if is_rate { checked::rate_of(checks, figure) } else { None }
}

/// "1.429 hộ nghèo : tổng hộ dân; tổng hộ dân báo cáo không nêu"; with the total "1.118 hộ nghèo : 65.000 hộ = 1,72%*".
fn arithmetic(view: &View, rate: &RateOf, links: &mut Links) -> Option<Line> {
    let count = rate.count.as_ref().ok()?;
    // The range of totals is what a reader of a bare rate wants to see: it is picked first.
    if let (Ok(totals), Err(_)) = (&rate.totals, &rate.total) {
        links.offer(totals);
    }
    let (count, of) = (links.open(view, count, false), what::group(view.lang, rate.group));
    let line = if let (Ok(total), Ok(counted)) = (&rate.total, &rate.counted) {
        // What comes to the stated rate is that rate, and has no mark of its own.
        let is_same = show::number(view.lang, counted, Style::Plain)
            == show::number(view.lang, &rate.rate, Style::Plain);
        let counted = if is_same { &rate.rate } else { counted };
        say!(view, "{count} {of} : {total} = {counted}", "{count} {of} ÷ {total} = {counted}";
            count, of, total = links.open(view, total, true), counted)
    } else {
        say!(view, "{count} {of} : tổng hộ dân; tổng hộ dân báo cáo không nêu",
            "{count} {of} ÷ all households, which the report does not state"; count, of)
    };
    Some(headed(view, ("Phép tính", "Formula"), line))
}

/// "→ tổng hộ dân từ 64.808 đến 65.102*": the totals that the rounding allows.
fn allowed(view: &View, rate: &RateOf, links: &mut Links) -> Option<Line> {
    let totals = rate.totals.as_ref().ok()?;
    let whole = |x: &Exact| number::whole(view.lang, x.digits(0, Rounding::Nearest));
    let range = match &totals.amount {
        Amount::Range(low, high) => say!(view, "từ {low} đến {high}*", "from {low} to {high}*";
            low = whole(low), high = whole(high))
        .text(),
        Amount::One(_) => show::in_sentence(view.lang, totals, Style::Plain),
    };
    let (role, sign) = if links.offer(totals) { (Role::Accent, "→") } else { (Role::Plain, " ") };
    let line = say!(view, "{sign} tổng hộ dân {range}", "{sign} all households {range}";
        sign, range = Line::default().written(range, totals));
    Some(head_of("").then(line.in_role(role)))
}

/// What the written decimals stand for: "2,20% là từ 2,195% đến dưới 2,205%".
fn rounding(view: &View, figure: &Figure) -> Option<Line> {
    // An aim is exact, whatever its decimals.
    let exact = matches!(figure.subject.measure, Measure::Target(_, TargetField::Goal | TargetField::Level));
    let decimals = figure.written.filter(|_| !exact && figure.qualifier == Qualifier::Exact)? + 1;
    let (low, high) = figure.rounding_range();
    let sign = if figure.unit.is_percent() { "%" } else { "" };
    let write = |x: &Exact| {
        let digits = x.digits(decimals, Rounding::Nearest);
        format!("{}{sign}", number::decimal(view.lang, digits, decimals, false))
    };
    let line = say!(view, "{shown} là từ {low} đến dưới {high}", "{shown} stands for {low} to under {high}";
        shown = show::number(view.lang, figure, Style::Plain), low = write(&low), high = write(&high));
    Some(headed(view, ("Làm tròn", "Rounding"), line))
}
