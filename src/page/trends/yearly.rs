//! Year against year: `Cùng kỳ: quý III/2023 −114*, quý III/2022 · chưa có`.

use chrono::{Datelike, NaiveDate};

use crate::model::figure::Figure;
use crate::model::measure::When;
use crate::model::period::{Period, is_year_before};
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what;
use crate::text::show::Style;
use crate::text::template::or_missing;
use crate::text::{Lang, date};

use super::super::support::words;
use super::time_points::TimePoint;
use super::{TrendRow, TrendsPage};

/// What changed since the snapshot before, and over the same span of the year before.
pub fn same_span(ctx: &TrendsPage) -> Option<Line> {
    if ctx.chosen.is_flow() {
        return same_span_of_flow(ctx);
    }
    let (now, then) = (ctx.own(ctx.view.at)?, ctx.own(ctx.view.at.checked_sub(1)?)?);
    let change = ctx.chosen.change(now, then).ok()?;
    let ago = |station: &TimePoint| {
        let own = ctx.stations.iter().filter(|s| s.own.is_some());
        own.copied().find(|s| is_year_before(s.day(), station.day()))
    };
    let earlier = ago(now).zip(ago(then)).and_then(|(now, then)| ctx.chosen.change(&now, &then).ok());
    let (lang, from, to) = (ctx.view.lang, then.day(), now.day());
    let of = matches!(ctx.chosen, TrendRow::Of(..)).then(|| ctx.chosen.label(lang));
    let head = if of.is_some() { ("cùng kỳ", "same span") } else { ("Cùng kỳ", "Same span") };
    Some(say!(ctx, "[{of}, ]{head}: {span} {change}, {year_ago} {earlier}"; of, head,
            span = span(lang, from, to),
        change = signed(ctx, Some(&change)), year_ago = a_year_earlier(lang, from, to),
        earlier = signed(ctx, earlier.as_ref())))
}

/// `Hộ nghèo so với 31/12/2022: −311*`, where the reader chose what to compare with.
pub fn compared(ctx: &TrendsPage) -> Option<Line> {
    let with = ctx.view.compare.filter(|with| *with != ctx.view.at)?;
    let (now, then) = (ctx.own(ctx.view.at)?, ctx.own(with)?);
    // Flows over unlike spans are not compared.
    if ctx.chosen.is_flow() && !then.snapshot.origin.period.is_year_before(&now.snapshot.origin.period) {
        return None;
    }
    let change = ctx.chosen.change(now, then).ok();
    Some(say!(ctx, "{label} so với {day}: {change}", "{label} against {day}: {change}";
        label = ctx.chosen.label(ctx.view.lang), day = then.day(), change = signed(ctx, change.as_ref())))
}

/// What was reached in the period of the shown snapshot and in the same one of the year before.
fn same_span_of_flow(ctx: &TrendsPage) -> Option<Line> {
    let now = ctx.own(ctx.view.at)?;
    let before = ctx.view.history.same_span_before(ctx.view.at)?;
    let then = ctx.stations.iter().find(|station| std::sync::Arc::ptr_eq(station.snapshot, before))?;
    let change = ctx.chosen.change(now, then).ok()?;
    let period = |station: &TimePoint| words::period(ctx.view.lang, station.snapshot);
    let reached = |station: &TimePoint| or_missing(ctx, &ctx.chosen.figure(station));
    Some(say!(ctx, "Cùng kỳ: {now} {reached}, {then} {before} ({change})",
        "Same span: {now} {reached}, {then} {before} ({change})"; now = period(now), reached = reached(now),
        then = period(then), before = reached(then), change = (&change, Style::Signed)))
}

/// A change with its sign, of a rate with the word for points.
fn signed(ctx: &TrendsPage, change: Option<&Figure>) -> Line {
    let Some(change) = change else {
        return Line::with_role(Role::Dim, ctx.view.pick("· chưa có", "· no data"));
    };
    if change.unit == Unit::Point {
        return say!(ctx, "{change+}"; change = (change, Style::Signed));
    }
    say!(ctx, "{change}"; change = (change, Style::Signed))
}

/// The name of the span between two days: a month, quarter, half or year where it is one, the first months of a year.
fn span(lang: Lang, then: NaiveDate, now: NaiveDate) -> String {
    named(lang, then, now, 0).unwrap_or_else(|| what::when(lang, When::Between(then, now)))
}

fn a_year_earlier(lang: Lang, then: NaiveDate, now: NaiveDate) -> String {
    named(lang, then, now, 1).unwrap_or_else(|| lang.pick("năm trước", "the year before").to_owned())
}

fn named(lang: Lang, then: NaiveDate, now: NaiveDate, ago: i32) -> Option<String> {
    let year = now.year() - ago;
    if let Some(period) = Period::between(then, now) {
        let period = Period::from_name(period.name.in_year(year))?;
        return Some(what::when(lang, When::Over(period)));
    }
    let are_whole_months = (then.month(), then.day()) == (12, 31)
        && then.year() + 1 == now.year()
        && now.succ_opt().is_some_and(|next| next.day() == 1);
    are_whole_months.then(|| date::first_months(lang, year, now.month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_have_the_names_of_the_calendar() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let of = |then, now| span(Lang::Vi, day(then), day(now));
        assert_eq!(of("2023-06-30", "2023-09-30"), "quý III/2023");
        assert_eq!(of("2022-12-31", "2023-06-30"), "6 tháng đầu năm 2023");
        assert_eq!(of("2021-12-31", "2022-12-31"), "năm 2022");
        assert_eq!(of("2022-12-31", "2023-09-30"), "9 tháng đầu năm 2023");
        assert_eq!(of("2023-01-31", "2023-04-30"), "31/01/2023 - 30/04/2023");
        assert_eq!(a_year_earlier(Lang::En, day("2023-06-30"), day("2023-09-30")), "Q3 2022");
        assert_eq!(a_year_earlier(Lang::Vi, day("2023-06-15"), day("2023-09-30")), "năm trước");
    }
}
