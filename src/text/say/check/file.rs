//! The file itself: its dates and its texts.

use chrono::NaiveDate;

use crate::model::checks::{DateOf, PeriodApart};
use crate::model::measure::When;
use crate::text::say::what;
use crate::text::{Lang, date};

use super::Told;

impl Told<'_> {
    pub(super) fn period_apart(self, p: &PeriodApart) -> String {
        let (period, day) = (what::when(self.lang, When::Over(p.period)), date::day(self.lang, p.as_of));
        match self.lang {
            Lang::Vi => format!("Kỳ {period} không có ngày số liệu {day}"),
            Lang::En => format!("The period {period} does not hold the date {day}"),
        }
    }

    pub(super) fn period_apart_ask(self, p: &PeriodApart) -> String {
        let period = what::when(self.lang, When::Over(p.period));
        let (first, last) = (date::day(self.lang, p.period.first), date::day(self.lang, p.period.last));
        match self.lang {
            Lang::Vi => format!("nơi lập tệp: kỳ có đúng là {period}? khớp nếu as_of từ {first} đến {last}"),
            Lang::En => format!("who made the file: is it {period}? Holds for as_of from {first} to {last}"),
        }
    }

    /// "Ngày ở tương lai: số liệu 30/09/2033".
    pub(super) fn future(self, dates: &[(DateOf, NaiveDate)]) -> String {
        let lang = self.lang;
        let one = |(of, day): &(DateOf, NaiveDate)| {
            let name = match of {
                DateOf::AsOf => lang.pick("số liệu", "figures").to_owned(),
                DateOf::Published => lang.pick("công bố", "published").to_owned(),
                DateOf::Baseline(named) => {
                    format!("{} {}", lang.pick("mốc đầu của", "baseline of"), lang.of(&named.name))
                }
            };
            format!("{name} {}", date::day(lang, *day))
        };
        let words = lang.pick("Ngày ở tương lai:", "Dates in the future:");
        format!("{words} {}", dates.iter().map(one).collect::<Vec<_>>().join(", "))
    }

    pub(super) fn private(self, fields: &[String]) -> String {
        let words =
            self.lang.pick("Có thể có số giấy tờ hoặc địa chỉ thư:", "May hold personal numbers or mail:");
        format!("{words} {}", fields.join(", "))
    }

    pub(super) fn age(self, days: i64) -> String {
        let day = date::day(self.lang, self.check.origin.as_of);
        match self.lang {
            Lang::Vi => format!("Số liệu mới nhất đã {days} ngày ({day})"),
            Lang::En => format!("The newest figures are {days} days old ({day})"),
        }
    }
}
