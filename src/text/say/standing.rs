//! The words of standings. These and no others, everywhere.

use chrono::NaiveDate;

use crate::model::figure::Figure;
use crate::model::measure::When;
use crate::model::ops::{Missing, MissingReason};
use crate::model::period::{Name, Period};
use crate::model::standing::{Mark, Standing};
use crate::model::target::TargetMeasure;
use crate::model::unit::Unit;
use crate::say;
use crate::text::{Lang, date, glossary, show};

use super::what;

/// The word of a standing.
pub fn word(lang: Lang, standing: Standing) -> &'static str {
    lang.term(glossary::standing(standing))
}

/// The same of a target: cases arise of what is counted; the level of an entitlement or indicator is not held.
pub fn word_of(lang: Lang, standing: Standing, reads: &TargetMeasure) -> &'static str {
    match (standing, reads) {
        (Standing::Broken { .. }, TargetMeasure::Coverage(_) | TargetMeasure::Indicator(..)) => {
            lang.pick("không giữ được", "not kept")
        }
        _ => word(lang, standing),
    }
}

/// The word of an end that only an estimate tells of; of a way that still goes on its figures are marked.
pub fn word_of_estimate(lang: Lang, standing: Standing) -> Option<&'static str> {
    Some(match standing {
        Standing::Exceeded => lang.pick("ước vượt", "est. exceeded"),
        Standing::Met => lang.pick("ước đạt", "est. met"),
        Standing::Missed => lang.pick("ước không đạt", "est. missed"),
        Standing::OnTrack
        | Standing::AtRisk
        | Standing::Behind
        | Standing::Kept
        | Standing::Broken { .. }
        | Standing::Awaiting
        | Standing::NoBaseline
        | Standing::NoData
        | Standing::NotDue
        | Standing::UnderWay
        | Standing::Done
        | Standing::Overdue => return None,
    })
}

/// The sign of a mark.
pub fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Good => "✓",
        Mark::Care => "!",
        Mark::Bad => "✗",
        Mark::UnderWay => "▸",
        Mark::Nothing => "·",
    }
}

/// What a standing of less than "on track" rests on.
pub fn rule(lang: Lang) -> &'static str {
    lang.pick(
        "Cần chú ý: đạt từ 0,9 lần thời gian đã qua; dưới đó: chậm tiến độ",
        "At risk: 0.9 or more of the share of time elapsed; less: behind",
    )
}

/// What a target is about in few words, where its measure says it: `hộ nghèo`, `tỷ lệ hộ nghèo`.
pub fn subject(lang: Lang, reads: &TargetMeasure) -> Option<String> {
    match reads {
        TargetMeasure::Households(group) => Some(what::group(lang, *group).to_owned()),
        TargetMeasure::Rate(group) => {
            Some(say!(lang, "tỷ lệ {of}", "{of} rate"; of = what::group(lang, *group)).text())
        }
        TargetMeasure::AmongHouseholds(group, part) => Some(what::group_part(lang, *group, &part.name)),
        TargetMeasure::AmongRate(group, part) => {
            let of = what::group_part(lang, *group, &part.name);
            Some(say!(lang, "tỷ lệ {of}", "rate of {of}"; of).text())
        }
        TargetMeasure::PolicyFamilies(_)
        | TargetMeasure::Coverage(_)
        | TargetMeasure::Programme(..)
        | TargetMeasure::Indicator(..)
        | TargetMeasure::Task(_) => None,
    }
}

/// What a target is about inside a sentence, where its measure says it: `hộ nghèo`, `tỷ lệ hộ nghèo`. A name of a
/// target is a title, and most titles begin with a verb.
pub fn measured(lang: Lang, reads: &TargetMeasure) -> Option<String> {
    let of = |group| {
        let (vi, en) = what::households_of(group);
        lang.pick(vi, en)
    };
    match reads {
        TargetMeasure::Households(group) => Some(of(*group).to_owned()),
        TargetMeasure::Rate(group) => {
            Some(say!(lang, "tỷ lệ {of}", "the rate of {of}"; of = of(*group)).text())
        }
        TargetMeasure::AmongHouseholds(group, part) => Some(what::group_part(lang, *group, &part.name)),
        TargetMeasure::AmongRate(group, part) => {
            let of = what::group_part(lang, *group, &part.name);
            Some(say!(lang, "tỷ lệ {of}", "the rate of {of}"; of).text())
        }
        TargetMeasure::PolicyFamilies(group) => Some(
            say!(lang, "{of} thuộc diện chính sách người có công", "meritorious-service households among {of}"; of = of(*group))
                .text(),
        ),
        TargetMeasure::Coverage(_)
        | TargetMeasure::Programme(..)
        | TargetMeasure::Indicator(..)
        | TargetMeasure::Task(_) => None,
    }
}

/// The time from one day to another as people call it: `quý III`, `tháng 9`, `6 tháng cuối năm`; any other span by
/// the day it begins: `từ 15/08/2023`.
pub fn span(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    named_span(lang, from, to).unwrap_or_else(|| say!(lang, "từ {from}", "since {from}"; from).text())
}

fn named_span(lang: Lang, from: NaiveDate, to: NaiveDate) -> Option<String> {
    match Period::between(from, to)?.name {
        Name::Month(_, month) => Some(date::month_of_year(lang, month)),
        Name::Quarter(_, quarter) => Some(date::quarter_of_year(lang, quarter)),
        Name::Half(_, half) => Some(date::half_of_year(lang, half).to_owned()),
        Name::Year(_) | Name::ToDate(_) => None,
    }
}

/// The unit of a pace: `hộ/tháng`, `a month`.
pub fn a_month(lang: Lang, unit: Unit) -> String {
    let word = match unit {
        Unit::HouseholdPerMonth => lang.pick("hộ", ""),
        Unit::PointPerMonth => show::unit(lang, Unit::Point),
        _ => show::unit(lang, unit),
    };
    say!(lang, "{word}/tháng", "{word} a month"; word).text().trim_start().to_owned()
}

/// Households, points … moved: a verb for the direction.
pub fn moved(lang: Lang, rises: bool) -> &'static str {
    if rises { lang.pick("tăng", "up") } else { lang.pick("giảm", "down") }
}

/// Is all that a figure may be below zero?
pub fn is_turned(figure: &Figure) -> bool {
    figure.amount.high().is_negative()
}

/// Why there is no such figure, where there is something to say.
pub fn reason(lang: Lang, missing: &Missing) -> Option<String> {
    match &missing.because {
        MissingReason::NothingLeft => None,
        MissingReason::Lacking(_) => {
            let first = missing.leaves().into_iter().next()?;
            let day = match first.when {
                When::Day(day) => Some(what::at_day(lang, day)),
                When::Over(_) | When::Between(..) | When::Year(_) => None,
            };
            let name = what::name(lang, &first);
            Some(say!(lang, "thiếu {name}[ {day}]", "missing: {name}[ {day}]"; name, day).text())
        }
        MissingReason::AreasDiffer(have, of) => {
            let text = say!(lang, "{have} trên {of} địa bàn: không so được với kỳ trước",
                "{have} of {of} areas: not comparable with the period before"; have = *have, of = *of);
            Some(text.text())
        }
        because => obstacle(lang, because).map(str::to_owned),
    }
}

/// The rule that stands in the way of a figure; none where it is a figure that is missing.
pub fn obstacle(lang: Lang, because: &MissingReason) -> Option<&'static str> {
    Some(match because {
        MissingReason::Opposed(_) => {
            lang.pick("các mức hơn, gần ngược chiều nhau", "bounds point in opposite directions")
        }
        MissingReason::UnitsDiffer => lang.pick("khác đơn vị tính", "different units"),
        MissingReason::NothingToDivideBy => lang.pick("số chia bằng 0", "nothing to divide by"),
        MissingReason::NotDerivable => lang.pick("không suy ra được", "it cannot be derived"),
        MissingReason::NoEarlier => {
            lang.pick("chưa có kỳ trước để so sánh", "no earlier figure to compare with")
        }
        MissingReason::StandardsDiffer => {
            lang.pick("hai kỳ khác chuẩn nghèo", "the poverty standards differ")
        }
        MissingReason::TooEarly => {
            lang.pick("mới qua dưới 1/10 thời gian", "less than a tenth of the time has elapsed")
        }
        MissingReason::DuePassed => lang.pick("đã qua hạn", "the due date has passed"),
        MissingReason::NothingLeft => lang.pick("đã đạt, không còn thiếu", "reached: nothing is left"),
        MissingReason::FellBack => lang.pick("giảm so với đầu năm", "it fell since the start of the year"),
        MissingReason::AlreadyThere => {
            lang.pick("đầu năm đã đạt mức giao", "the year began beyond the target")
        }
        MissingReason::KindsDiffer => {
            lang.pick("hai tỷ lệ không cùng cách tính", "the two rates are not of one kind")
        }
        MissingReason::AreasDiffer(..) => {
            lang.pick("hai kỳ không cùng các địa bàn", "the two dates do not have the same areas")
        }
        MissingReason::NotStated | MissingReason::Lacking(_) | MissingReason::NotMeant => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(from: &str, to: &str) -> (String, String) {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        (span(Lang::Vi, day(from), day(to)), span(Lang::En, day(from), day(to)))
    }

    #[test]
    fn spans_between_ends_of_months_have_names() {
        let both = |vi: &str, en: &str| (vi.to_owned(), en.to_owned());
        assert_eq!(of("2023-06-30", "2023-09-30"), both("quý III", "Q3"));
        assert_eq!(of("2022-12-31", "2023-03-31"), both("quý I", "Q1"));
        assert_eq!(of("2023-08-31", "2023-09-30"), both("tháng 9", "Sep"));
        assert_eq!(of("2024-01-31", "2024-02-29"), both("tháng 2", "Feb"));
        assert_eq!(of("2022-12-31", "2023-06-30"), both("6 tháng đầu năm", "first half"));
        assert_eq!(of("2023-06-30", "2023-12-31"), both("6 tháng cuối năm", "second half"));
    }

    /// Three months that are no quarter, a day inside a month, more than a year, back in time.
    #[test]
    fn other_spans_are_called_by_their_first_day() {
        assert_eq!(of("2023-05-31", "2023-08-31").0, "từ 31/05/2023");
        assert_eq!(of("2023-06-30", "2023-09-15").0, "từ 30/06/2023");
        assert_eq!(of("2021-12-31", "2022-12-31").0, "từ 31/12/2021");
        assert_eq!(of("2021-09-30", "2022-12-31").0, "từ 30/09/2021");
        assert_eq!(of("2023-09-30", "2023-06-30").1, "since 30 Sep 2023");
    }
}
