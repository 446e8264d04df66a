//! Year against year: `Cùng kỳ: quý III/2023 −114*, quý III/2022 · chưa có`.

use chrono::{Datelike, NaiveDate};

use crate::model::ops::Known;
use crate::model::period::is_year_before;
use crate::model::unit::Unit;
use crate::text::{Lang, date, show};

use super::super::support::words;
use super::super::table::Style;
use super::stations::Station;
use super::{Desk, Subject};
use crate::text::line::{Line, Role};

/// What changed since the snapshot before, and over the same span of the year before.
pub fn line(desk: &Desk) -> Option<Line> {
    if desk.chosen.is_flow() {
        return of_flow(desk);
    }
    let (now, then) = (desk.own(desk.view.at)?, desk.own(desk.view.at.checked_sub(1)?)?);
    let change = desk.chosen.change(now, then);
    change.as_ref().ok()?;
    let ago = |station: &Station| {
        let own = desk.stations.iter().filter(|s| s.own.is_some());
        own.copied().find(|s| is_year_before(s.day(), station.day()))
    };
    let (year_ago, before) = (ago(now), ago(then));
    let earlier = year_ago.zip(before).map(|(now, then)| desk.chosen.change(&now, &then));
    let lang = desk.view.lang;
    let head = match &desk.chosen {
        Subject::Of(..) => format!("{}, {}", desk.chosen.label(lang), lang.pick("cùng kỳ", "same span")),
        _ => lang.pick("Cùng kỳ", "Same span").to_owned(),
    };
    let line = Line::plain(format!("{head}: {} ", span(lang, then.day(), now.day())));
    let line = told(lang, line, &change).say(", ");
    let line = line.say(format!("{} ", a_year_earlier(lang, then.day(), now.day())));
    Some(match earlier {
        Some(change) => told(lang, line, &change),
        None => line.role(Role::Dim, lang.pick("· chưa có", "· no data")),
    })
}

/// `Hộ nghèo so với 31/12/2022: −311*`, where the reader chose what to compare with.
pub fn compared(desk: &Desk) -> Option<Line> {
    let with = desk.view.compare.filter(|with| *with != desk.view.at)?;
    let (now, then) = (desk.own(desk.view.at)?, desk.own(with)?);
    // Flows over unlike spans are not compared.
    if desk.chosen.is_flow() && !then.snapshot.origin.period.is_year_before(&now.snapshot.origin.period) {
        return None;
    }
    let lang = desk.view.lang;
    let head = format!(
        "{} {} {}: ",
        desk.chosen.label(lang),
        lang.pick("so với", "against"),
        date::day(lang, then.day())
    );
    Some(told(lang, Line::plain(head), &desk.chosen.change(now, then)))
}

/// What was reached in the period of the shown snapshot and in the same one of the year before.
fn of_flow(desk: &Desk) -> Option<Line> {
    let (lang, history) = (desk.view.lang, desk.view.history);
    let now = desk.own(desk.view.at)?;
    let before = history.same_span_before(desk.view.at)?;
    let then = desk.stations.iter().find(|station| std::sync::Arc::ptr_eq(station.snapshot, before))?;
    let change = desk.chosen.change(now, then).ok()?;
    let line = Line::plain(format!("{}: ", lang.pick("Cùng kỳ", "Same span")));
    let line = line.say(format!("{} ", words::period(lang, now.snapshot)));
    let line = line.known(lang, &desk.chosen.figure(now), Style::Plain);
    let line = line.say(format!(", {} ", words::period(lang, then.snapshot)));
    let line = line.known(lang, &desk.chosen.figure(then), Style::Plain);
    Some(line.say(" (").figure(lang, &change, Style::Signed).say(")"))
}

fn told(lang: Lang, line: Line, change: &Known) -> Line {
    match change {
        Ok(figure) if figure.unit == Unit::Point => {
            let line = line.figure(lang, figure, Style::Signed);
            line.say(format!(" {}", show::unit(lang, Unit::Point)))
        }
        Ok(figure) => line.figure(lang, figure, Style::Signed),
        Err(_) => line.role(Role::Dim, lang.pick("· chưa có", "· no data")),
    }
}

/// The name of the span between two days: a quarter, half or year where it is one.
fn span(lang: Lang, then: NaiveDate, now: NaiveDate) -> String {
    named(lang, then, now, 0)
        .unwrap_or_else(|| format!("{} - {}", date::day(lang, then), date::day(lang, now)))
}

fn a_year_earlier(lang: Lang, then: NaiveDate, now: NaiveDate) -> String {
    named(lang, then, now, 1).unwrap_or_else(|| lang.pick("năm trước", "the year before").to_owned())
}

fn named(lang: Lang, then: NaiveDate, now: NaiveDate, ago: i32) -> Option<String> {
    let ends_month = |day: NaiveDate| day.succ_opt().is_some_and(|next| next.day() == 1);
    if !ends_month(then) || !ends_month(now) {
        return None;
    }
    let months = (now.year() - then.year()) * 12 + i32::try_from(now.month()).ok()?
        - i32::try_from(then.month()).ok()?;
    let (year, month) = (now.year() - ago, u8::try_from(now.month()).ok()?);
    match months {
        12 if month == 12 => Some(date::year(lang, year)),
        6 if month.is_multiple_of(6) => Some(date::half(lang, year, month / 6)),
        3 if month.is_multiple_of(3) => Some(date::quarter(lang, year, month / 3)),
        1 => Some(date::month(lang, year, month)),
        from_january if from_january == i32::from(month) => Some(date::first_months(lang, year, month)),
        _ => None,
    }
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
