//! Year against year: `Cùng kỳ: quý III/2023 −114*, quý III/2022 · chưa có`; over a span without such a name, the
//! change alone.

use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};

use crate::model::change::told::{self, Counted, Told};
use crate::model::change::turned;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, When};
use crate::model::period::{Period, is_year_before};
use crate::model::snapshot::Snapshot;
use crate::model::standing::time::months_between;
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::{units, what};
use crate::text::show::{self, Style};
use crate::text::template::or_missing;
use crate::text::{Lang, date, glossary};

use super::super::support::words;
use super::time_points::TimePoint;
use super::{TrendRow, TrendsPage};

/// What changed since the snapshot before, and over the same span of the year before.
pub fn same_span(ctx: &TrendsPage) -> Option<Line> {
    if ctx.chosen.is_flow() {
        return same_span_of_flow(ctx);
    }
    let (now, then) = (ctx.own(ctx.view.at)?, ctx.own(ctx.view.at.checked_sub(1)?)?);
    let change = as_stated(ctx, now, ctx.chosen.change(now, then).ok()?);
    let ago = |station: &TimePoint| {
        let own = ctx.stations.iter().filter(|s| s.own.is_some());
        own.copied().find(|s| is_year_before(s.day(), station.day()))
    };
    let earlier = ago(now)
        .zip(ago(then))
        .and_then(|(now, then)| Some(as_stated(ctx, &now, ctx.chosen.change(&now, &then).ok()?)));
    let (lang, from, to) = (ctx.view.lang, then.day(), now.day());
    let of = matches!(ctx.chosen, TrendRow::Of(..)).then(|| ctx.chosen.label(lang));
    // Only a span with a name in the calendar, or one that is loaded of both years, has a same one the year before.
    if named(lang, from, to, 0).is_none() && (earlier.is_none() || from < a_year_back(to)) {
        let (head, months) =
            (if of.is_some() { ("từ", "since") } else { ("Từ", "Since") }, months(ctx, from, to));
        return Some(say!(ctx, "[{of}, ]{head} {from}[ ({months})]: {change}"; of, head, from, months,
            change = signed(ctx, Some(&change))));
    }
    let head = if of.is_some() { ("cùng kỳ", "same period") } else { ("Cùng kỳ", "Same period") };
    Some(say!(ctx, "[{of}, ]{head}: {span} {change}, {year_ago} {earlier}"; of, head,
            span = span(lang, from, to),
        change = signed(ctx, Some(&change)), year_ago = a_year_earlier(lang, from, to),
        earlier = signed(ctx, earlier.as_ref())))
}

/// A change as the report of its last day states it, where that is the same number: what is stated has no mark.
fn as_stated(ctx: &TrendsPage, now: &TimePoint, change: Figure) -> Figure {
    let TrendRow::Of(group, Aspect::Households) = &ctx.chosen else { return change };
    let stated = now.area.and_then(|area| area.stated(*group, &Aspect::Reduced)).as_ref().map(turned);
    stated.filter(|stated| stated.amount == change.amount).unwrap_or(change)
}

fn a_year_back(day: NaiveDate) -> NaiveDate {
    day.checked_sub_months(Months::new(12)).unwrap_or(day)
}

/// `22 tháng`: between two days, where these are whole ones.
fn months(ctx: &TrendsPage, from: NaiveDate, to: NaiveDate) -> Option<Line> {
    let months = months_between(from, to).to_whole().and_then(|months| usize::try_from(months).ok())?;
    let noun = units::noun_for(months, "tháng", ["month", "months"]);
    (months > 0).then(|| say!(ctx, "{months} {noun}"; months, noun))
}

/// `Tỷ lệ hộ nghèo từng năm: 2015 −0,69*, 2016 −1,39 điểm phần trăm`: of each year up to the shown one that has its
/// change, where these are several.
pub fn each(ctx: &TrendsPage) -> Option<Line> {
    let view = ctx.view;
    let (group, told, unit) = match &ctx.chosen {
        TrendRow::Of(group, aspect) if *aspect == Aspect::Households => {
            (*group, told::households as fn(_, _, _, _) -> Told, glossary::unit(Unit::Household))
        }
        TrendRow::Of(group, aspect) if *aspect == Aspect::Rate => {
            (*group, told::rate as fn(_, _, _, _) -> Told, glossary::unit(Unit::Point))
        }
        _ => return None,
    };
    let of_year = |(at, snapshot): (usize, &Arc<Snapshot>)| {
        let day = snapshot.as_of();
        let told = told(view.history, at, view.path, group);
        let is_counted_of_year =
            |counted: &Counted| counted.since.succ_opt() == NaiveDate::from_ymd_opt(day.year(), 1, 1);
        let counted = told.counted.filter(is_counted_of_year).map(|counted| counted.change);
        let (first, other) = if told.stated.is_some() { (told.stated, counted) } else { (counted, None) };
        let first = first.filter(|_| (day.month(), day.day()) == (12, 31))?;
        Some(
            say!(ctx, "{year} {first}[ (theo hai kỳ {other})]", "{year} {first}[ (between the two dates {other})]";
            year = day.year(), first = (first, Style::Signed), other = other.map(|other| (other, Style::Signed))),
        )
    };
    let years: Vec<Line> = view.history.up_to(view.at).iter().enumerate().filter_map(of_year).collect();
    let count = years.len();
    let years = Line::joined(years, ", ").filter(|_| count > 1)?;
    Some(say!(ctx, "{label} từng năm: {years} {unit}", "{label} year by year: {years} {unit}";
        label = ctx.chosen.label(view.lang), years, unit))
}

/// Is the last span a whole year, which the list of the years tells too?
pub fn is_in_each(ctx: &TrendsPage) -> bool {
    let own = |at: usize| ctx.own(at).map(TimePoint::day);
    let days = ctx.view.at.checked_sub(1).and_then(own).zip(own(ctx.view.at));
    let is_year = days.is_some_and(|(from, to)| {
        (to.month(), to.day()) == (12, 31) && from.succ_opt() == NaiveDate::from_ymd_opt(to.year(), 1, 1)
    });
    is_year && each(ctx).is_some()
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
        "Same period: {now} {reached}, {then} {before} ({change})"; now = period(now), reached = reached(now),
        then = period(then), before = reached(then), change = (&change, Style::Signed)))
}

/// A change with its sign, of a rate with the word for points.
fn signed(ctx: &TrendsPage, change: Option<&Figure>) -> Line {
    let Some(change) = change else {
        return Line::with_role(Role::Dim, ctx.view.lang.term(glossary::NO_DATA));
    };
    if show::is_bounded_below_zero(change) && !change.subject.measure.is_change() {
        return Line::default().written(show::fallen(ctx.view.lang, change, Style::Plain), change);
    }
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
    let Some(name) = named(lang, then, now, 1) else {
        return lang.pick("năm trước", "the year before").to_owned();
    };
    // The months are those of the span that was just told.
    name.split_once(" tháng đầu ").map_or_else(|| name.clone(), |(_, year)| year.to_owned())
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
