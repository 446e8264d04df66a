//! The file itself: its dates and its texts.

use chrono::NaiveDate;

use crate::model::checks::{DateOf, PeriodApart, PublishedBefore, SameAreas};
use crate::model::figure::Figure;
use crate::model::history::Twin;
use crate::model::measure::When;
use crate::model::name::AreaName;
use crate::model::revision::Revision;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::{standard, what};
use crate::text::template::Speaker;
use crate::text::{glossary, number};

use super::{Teller, listed};

/// "Số hộ nghèo: 104 → 101": what a final report says otherwise than the preliminary one.
pub fn revised(speaker: &impl Speaker, unit: &AreaName, of: &Revision) -> Line {
    let lang = speaker.lang();
    let side = |figure: Option<&Figure>| match figure {
        Some(figure) => say!(speaker, "{figure}"; figure),
        None => Line::with_role(Role::Dim, lang.term(glossary::NOT_STATED)),
    };
    let whose = (!of.subject.whose.is(unit)).then_some(&of.subject.whose.name);
    say!(speaker, "[{whose}: ]{name}: {before} → {after}"; whose, name = what::name(lang, &of.subject),
        before = side(of.before.as_ref()), after = side(of.after.as_ref()))
}

/// "· so-bo.json: 3 số khác bản chính thức".
pub fn preliminary(speaker: &impl Speaker, file: &str, count: usize) -> Line {
    say!(speaker, "· {file}: {count} số khác bản chính thức", "· {file}: {count} figures revised"; file, count)
}

impl Teller<'_> {
    pub(super) fn period_apart(self, p: &PeriodApart) -> Line {
        say!(self, "Kỳ {period} không có ngày số liệu {day}", "The period {period} does not hold the date {day}";
            period = what::when(self.lang, When::Over(p.period)), day = p.as_of)
    }

    pub(super) fn period_apart_ask(self, p: &PeriodApart) -> Line {
        say!(self, "nơi lập tệp: kỳ có đúng là {period}? khớp nếu as_of từ {first} đến {last}",
            "the compiler of the file: is it {period}? Consistent for as_of from {first} to {last}";
            period = what::when(self.lang, When::Over(p.period)), first = p.period.first, last = p.period.last)
    }

    pub(super) fn published_before(self, of: PublishedBefore) -> Line {
        say!(self, "Công bố {published}, trước ngày số liệu {as_of}", "Published {published}, before the date {as_of}";
            published = of.published, as_of = of.as_of)
    }

    pub(super) fn published_before_ask(self, of: PublishedBefore) -> Line {
        say!(self, "nơi lập tệp: là số ước? khớp nếu `published` từ {as_of}, hay `provenance` là estimated",
            "the compiler of the file: an estimate? Consistent if `published` is {as_of} or later, or for estimated figures";
            as_of = of.as_of)
    }

    /// "14 phường bằng hệt số ngày 30/06/2023".
    pub(super) fn same_areas(self, same: &SameAreas) -> Line {
        say!(self, "{count} địa bàn có số bằng hệt ngày {since}", "all {count} areas have the figures of {since}";
            count = same.count, since = same.since)
    }

    /// "Quận 6 (775) và Q.6 (không mã): hai đơn vị hay một?"
    pub(super) fn twins(self, twins: &[Twin]) -> Line {
        let named = |name: &AreaName| {
            let code = name.code.as_ref();
            let none = code.is_none().then_some(("không mã", "no code"));
            say!(self, "{name} ([{code}][{none}])"; name = &name.name, code, none)
        };
        let one = |twin: &Twin| match twin {
            Twin::Unit(other) => {
                say!(self, "{own} và {other}: hai đơn vị hay một?", "{own} and {other}: two units or one?";
                own = named(&self.check.whose), other = named(other))
            }
            Twin::Standard { single, usual } => say!(self,
                "chỉ một tệp ghi {single}, các tệp khác {usual}: hai đơn vị hay một?",
                "only one file says {single}, the others {usual}: two units or one?";
                single = standard::among(self.lang, single, [usual]), usual = standard::among(self.lang, usual, [single])),
        };
        listed(twins.iter().map(one), "; ")
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
        say!(self, "số liệu mới nhất cách đây {days} ngày ({day})", "the newest figures are {days} days old ({day})";
            days = number::whole(self.lang, days), day = self.check.origin.as_of)
    }
}
