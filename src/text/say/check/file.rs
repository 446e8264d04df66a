//! The file itself: its dates and its texts.

use chrono::NaiveDate;

use crate::model::checks::{DateOf, PeriodApart};
use crate::model::measure::When;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what;

use super::{Teller, listed};

impl Teller<'_> {
    pub(super) fn period_apart(self, p: &PeriodApart) -> Line {
        say!(self, "Kỳ {period} không có ngày số liệu {day}", "The period {period} does not hold the date {day}";
            period = what::when(self.lang, When::Over(p.period)), day = p.as_of)
    }

    pub(super) fn period_apart_ask(self, p: &PeriodApart) -> Line {
        say!(self, "nơi lập tệp: kỳ có đúng là {period}? khớp nếu as_of từ {first} đến {last}",
            "who made the file: is it {period}? Holds for as_of from {first} to {last}";
            period = what::when(self.lang, When::Over(p.period)), first = p.period.first, last = p.period.last)
    }

    /// "Ngày ở tương lai: số liệu 30/09/2033".
    pub(super) fn future(self, dates: &[(DateOf, NaiveDate)]) -> Line {
        let one = |(of, day): &(DateOf, NaiveDate)| match of {
            DateOf::AsOf => say!(self, "số liệu {day}", "figures {day}"; day = *day),
            DateOf::Published => say!(self, "công bố {day}", "published {day}"; day = *day),
            DateOf::Baseline(named) => {
                say!(self, "mốc đầu của {name} {day}", "baseline of {name} {day}"; name = &named.name, day = *day)
            }
        };
        let dates = listed(dates.iter().map(one), ", ");
        say!(self, "Ngày ở tương lai: {dates}", "Dates in the future: {dates}"; dates)
    }

    pub(super) fn private(self, fields: &[String]) -> Line {
        say!(self, "Có thể có số giấy tờ hoặc địa chỉ thư: {fields}", "May hold personal numbers or mail: {fields}";
            fields = fields.join(", "))
    }

    pub(super) fn age(self, days: i64) -> Line {
        say!(self, "Số liệu mới nhất đã {days} ngày ({day})", "The newest figures are {days} days old ({day})";
            days, day = self.check.origin.as_of)
    }
}
