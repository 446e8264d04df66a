//! Totals and rates against each other.

use crate::model::checks::{RateOf, Total};
use crate::model::figure::Figure;
use crate::text::Lang;
use crate::text::say::phrase::Phrase;
use crate::text::say::{units, what};

use super::{Told, bare, ends, from_to, full, invented, number};

impl Told<'_> {
    /// "Tổng hộ dân 14 phường (minh họa) 65.000: trong khoảng 64.808-65.102*".
    pub(super) fn total(self, check: &Total) -> String {
        let lang = self.lang;
        match (&check.range, &check.total) {
            (Ok(range), Err(_)) => {
                let words = lang.pick("Các tỷ lệ cho tổng hộ dân", "The rates allow totals of");
                format!("{words} {}", number(lang, range))
            }
            (Ok(range), Ok(total)) => {
                let within = lang.pick("trong khoảng", "within");
                let within = if self.open() { lang.pick("ngoài khoảng", "outside") } else { within };
                format!(
                    "{} {}: {within} {}",
                    self.total_of(check, total),
                    bare(lang, total),
                    number(lang, range)
                )
            }
            (Err(_), _) => {
                let list: Vec<String> = check.ranges.iter().map(|r| bare(lang, r)).collect();
                let words =
                    lang.pick("Các tỷ lệ không có tổng hộ dân chung", "The rates have no total in common");
                format!("{words}: {}", list.join(", "))
            }
        }
    }

    fn total_of(self, check: &Total, total: &Figure) -> String {
        let lang = self.lang;
        let Some(count) = check.areas else {
            return lang.pick("Tổng hộ dân", "All households").to_owned();
        };
        let mark = check.ranges.first().map_or("", |range| invented(lang, total, range));
        let words = lang.pick("Tổng hộ dân", "Households of");
        format!("{words} {count} {}{mark}", parts_of(lang, total))
    }

    /// "1.429 : 2,20% → 64.808-65.102* · 1.092 : 1,68% → 64.808-65.194*", then "cộng 14 phường = 65.000*".
    pub(super) fn total_sum(self, check: &Total) -> Vec<Phrase> {
        let lang = self.lang;
        let mut phrase = Phrase::default();
        for (i, range) in check.ranges.iter().enumerate() {
            phrase = phrase.say(if i == 0 { "" } else { " · " });
            phrase = self.joined(phrase, range.story.inputs(), " : ").say(" → ").number(lang, range);
        }
        let total = check.total.as_ref().ok().map(|total| {
            let words = match check.areas {
                Some(count) => {
                    format!("{} {count} {} = ", lang.pick("cộng", "sum of"), parts_of(lang, total))
                }
                None => lang.pick("tổng hộ dân nêu ", "all households stated ").to_owned(),
            };
            Phrase::of(words).number(lang, total)
        });
        std::iter::once(phrase).chain(total).collect()
    }

    /// "tổng hộ dân từ 64.808 đến 65.102 (đang là 65.000)".
    pub(super) fn total_remedy(self, check: &Total) -> Option<String> {
        let lang = self.lang;
        let now = |figure| format!(" ({} {})", lang.pick("đang là", "now"), bare(lang, figure));
        let Ok(range) = &check.range else {
            let (rate, fits) = check.second_rate()?;
            let fits = ends(lang, &fits.0, &fits.1, rate.written.unwrap_or(0));
            return Some(format!("{} {fits}%{}", what::name(lang, &rate.what), now(rate)));
        };
        let now = check.total.as_ref().map(now).unwrap_or_default();
        Some(format!("{}{now}", self.all_households(range)))
    }

    /// "tổng hộ dân từ 64.808 đến 65.102".
    fn all_households(self, range: &Figure) -> String {
        format!("{} {}", self.lang.pick("tổng hộ dân", "all households"), from_to(self.lang, range))
    }

    /// "1.429 hộ = 2,20% khi tổng hộ dân từ 64.808 đến 65.102"; with the total "1.340 : 65.000 hộ = 2,06%".
    pub(super) fn rate(self, check: &RateOf) -> String {
        let lang = self.lang;
        let stated = bare(lang, &check.rate);
        if let (Ok(counted), Ok(count), Ok(total)) = (&check.counted, &check.count, &check.total) {
            return self.division([count, total], counted, &stated);
        }
        let group = || what::group(lang, check.group).to_owned();
        let count = check.count.as_ref().map_or_else(|_| group(), |count| full(lang, count));
        match &check.totals {
            Ok(totals) => {
                let words = lang.pick("khi tổng hộ dân", "for totals of");
                format!("{count} = {stated} {words} {}", from_to(lang, totals))
            }
            Err(_) if self.open() => {
                let words = lang.pick("không tổng hộ dân nào cho tỷ lệ này", "no total gives this rate");
                format!("{count} = {stated}: {words}")
            }
            Err(_) => format!("{count} = {stated}"),
        }
    }

    pub(super) fn rate_sum(self, check: &RateOf) -> Phrase {
        let lang = self.lang;
        let division = Phrase::default().known(lang, &check.count).say(" : ");
        match (&check.counted, &check.totals) {
            (Ok(counted), _) => self.percent_stated(division, &check.total, counted, &check.rate),
            (Err(_), Ok(totals)) => division.number(lang, &check.rate).say(" = ").full(lang, totals),
            (Err(_), Err(_)) => division.number(lang, &check.rate),
        }
    }

    /// "tỷ lệ từ 2,19 đến 2,20% (nêu 2,50%), hoặc số hộ từ 1.427 đến 1.433 (nêu 1.440)".
    pub(super) fn rate_remedy(self, check: &RateOf) -> Option<String> {
        let lang = self.lang;
        let Some((low, high)) = &check.rates else {
            return Some(self.all_households(check.totals.as_ref().ok()?));
        };
        let rates = ends(lang, low, high, check.rate.written.unwrap_or(0));
        let rate = format!("{rates}%{}", self.instead(&rates, &bare(lang, &check.rate)));
        let count = check.count.as_ref().map(|count| bare(lang, count)).unwrap_or_default();
        let counts = check.counts.as_ref().map(|(low, high)| ends(lang, low, high, 0));
        let counts = counts.map(|counts| format!("{counts}{}", self.instead(&counts, &count)));
        Some(match (lang, counts) {
            (Lang::Vi, Some(counts)) => format!("tỷ lệ {rate}, hoặc số hộ {counts}"),
            (Lang::Vi, None) => format!("tỷ lệ {rate}"),
            (Lang::En, Some(counts)) => format!("a rate of {rate}, or {counts} households"),
            (Lang::En, None) => format!("a rate of {rate}"),
        })
    }
}

/// What the areas are called that a total was summed from.
fn parts_of(lang: Lang, total: &Figure) -> &'static str {
    units::noun_of_all(total.story.inputs().map(|figure| &*figure.what.whose)).many(lang)
}
