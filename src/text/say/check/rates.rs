//! Totals and rates against each other.

use crate::model::checks::{PartTotal, RateOf, Total};
use crate::model::figure::Figure;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what;
use crate::text::show::Style;

use super::areas::noun_of_inputs;
use super::{Teller, group_of, instead, invented, listed};

impl Teller<'_> {
    /// "Tổng hộ dân 14 phường (minh họa) 65.000: trong khoảng 64.808-65.102*".
    pub(super) fn total(self, check: &Total) -> Line {
        let Ok(range) = &check.range else {
            return say!(self, "Các tỷ lệ không có tổng hộ dân chung: {ranges}",
                "The rates have no total in common: {ranges}";
                ranges = listed(check.ranges.iter().map(|range| self.bare(range)), ", "));
        };
        let Ok(total) = &check.total else {
            return say!(self, "Các tỷ lệ cho tổng hộ dân {range}", "The rates allow totals of {range}"; range);
        };
        let all = if check.areas.is_some() { "Households of" } else { "All households" };
        let within =
            if self.contradicts() { ("ngoài khoảng", "outside") } else { ("trong khoảng", "within") };
        say!(self, "{all}[ {count} {areas}[ ({mark})]] {total}: {within} {range}";
            all = ("Tổng hộ dân", all), count = check.areas, areas = self.areas_of(total),
            mark = check.ranges.first().and_then(|range| invented(total, range)),
            total = self.bare(total), within, range)
    }

    /// "1.429 : 2,20% → 64.808-65.102* · 1.092 : 1,68% → 64.808-65.194*", then "cộng 14 phường = 65.000*".
    pub(super) fn total_sum(self, check: &Total) -> Vec<Line> {
        let one = |range: &Figure| say!(self, "{terms} → {range}"; terms = self.numbers(range.derivation.inputs(), " : "), range);
        let total = check.total.as_ref().ok().map(|total| {
            let stated = check.areas.is_none().then_some(("tổng hộ dân nêu", "all households stated"));
            say!(self, "[cộng {count} {areas} =][{stated}] {total}", "[sum of {count} {areas} =][{stated}] {total}";
                count = check.areas, areas = self.areas_of(total), stated, total)
        });
        [listed(check.ranges.iter().map(one), " · ")].into_iter().chain(total).collect()
    }

    /// "tổng hộ dân từ 64.808 đến 65.102 (đang là 65.000)".
    pub(super) fn total_remedy(self, check: &Total) -> Option<Line> {
        if let Ok(range) = &check.range {
            return Some(self.all_households(range, check.total.as_ref().ok()));
        }
        let (rate, fits) = check.second_rate()?;
        Some(say!(self, "{name} {fits}% (đang là {now})", "{name} {fits}% (now {now})";
            name = what::name(self.lang, &rate.subject), fits = self.between(&fits, rate.written.unwrap_or(0)),
            now = self.bare(rate)))
    }

    fn all_households(self, totals: &Figure, now: Option<&Figure>) -> Line {
        say!(self, "tổng hộ dân {totals}[ (đang là {now})]", "all households {totals}[ (now {now})]";
            totals = self.range_of(totals), now = now.map(|now| self.bare(now)))
    }

    /// "1.429 hộ = 2,20% khi tổng hộ dân từ 64.808 đến 65.102"; with the total "1.340 : 65.000 hộ = 2,06%".
    pub(super) fn rate(self, check: &RateOf) -> Line {
        if let (Some([a, b]), Ok(counted)) = (&check.added_up, &check.counted) {
            return say!(self, "{rate} = {a} + {b} (theo số đếm {counted}): khớp do làm tròn từng nhóm",
                "{rate} = {a} + {b} ({counted} by the counts): consistent, its parts are rounded";
                rate = self.bare(&check.rate), a = self.bare(a), b = self.bare(b), counted);
        }
        let part = check.part.as_ref().map(|part| &part.name);
        if let (Ok(counted), Ok(count), Ok(total)) = (&check.counted, &check.count, &check.total) {
            let division = self.division([count, total], None, counted, &check.rate);
            return say!(self, "[{part}: ]{division}"; part, division);
        }
        let of = |_| say!(self, "tỷ lệ {of}", "rate of {of}"; of = what::households_of(check.group));
        let none = ("không tổng hộ dân nào cho tỷ lệ này", "no total gives this rate");
        say!(self, "[{part}: ]{count} = {rate}[ khi tổng hộ {all}{totals}][: {none}]",
            "[{part}: ]{count} = {rate}[ for totals of {all}{totals}][: {none}]";
            part, all = if part.is_some() { "" } else { self.lang.pick("dân ", "") }, count = check.count.as_ref().map_or_else(of, |count| say!(self, "{count+}"; count)),
            rate = self.bare(&check.rate), totals = check.totals.as_ref().ok().map(|totals| self.range_of(totals)),
            none = (check.totals.is_err() && self.contradicts()).then_some(none))
    }

    /// "Hộ dân tộc thiểu số: tổng số hộ 165.238 ở hộ nghèo, 165.000 ở hộ cận nghèo".
    pub(super) fn part_total(self, check: &PartTotal) -> Line {
        let group = |figure: &Figure| group_of(figure).map(|group| what::group(self.lang, group));
        let stated = check.stated.iter().map(|figure| {
            say!(self, "{figure}[ ở {group}]", "{figure}[ in {group}]"; figure = self.bare(figure), group = group(figure))
        });
        say!(self, "{part}: tổng số hộ {stated}", "{part}: all households {stated}";
            part = &check.part.name, stated = listed(stated, ", "))
    }

    pub(super) fn part_total_sum(self, check: &PartTotal) -> Line {
        let sign = if self.contradicts() { self.lang.pick(" khác ", " is not ") } else { " = " };
        self.numbers(&check.stated, sign)
    }

    /// "một số cho mọi nhóm: 165.238 hay 165.000".
    pub(super) fn part_total_remedy(self, check: &PartTotal) -> Line {
        say!(self, "một số cho mọi nhóm: {numbers}", "one number for all groups: {numbers}";
            numbers = listed(check.stated.iter().map(|figure| self.bare(figure)), self.lang.pick(" hay ", " or ")))
    }

    pub(super) fn rate_sum(self, check: &RateOf) -> Line {
        if let (Some(two), Ok(counted)) = (&check.added_up, &check.counted) {
            let sum = say!(self, "{two} = {rate}"; two = self.numbers(two, " + "), rate = &check.rate);
            let [part, whole] = [&check.count, &check.total].map(|known| self.known(known, Style::Plain));
            return say!(self, "{sum}; {part} : {whole} × 100 = {counted}", "{sum}; {part} ÷ {whole} × 100 = {counted}"; sum, part, whole, counted);
        }
        if let Ok(counted) = &check.counted {
            return self.percent_stated([&check.count, &check.total], None, counted, &check.rate);
        }
        say!(self, "{count} : {rate}[ = {totals+}]", "{count} ÷ {rate}[ = {totals+}]"; count = self.known(&check.count, Style::Plain),
            rate = &check.rate, totals = &check.totals)
    }

    /// "tỷ lệ từ 2,19 đến 2,20% (nêu 2,50%), hoặc số hộ từ 1.427 đến 1.433 (nêu 1.440)".
    pub(super) fn rate_remedy(self, check: &RateOf) -> Option<Line> {
        let Some(rates) = &check.rates else {
            let totals = check.totals.as_ref().ok()?;
            if check.part.is_some() {
                return Some(
                    say!(self, "tổng số hộ của nhóm {totals}", "all households of the part {totals}";
                    totals = self.range_of(totals)),
                );
            }
            return Some(self.all_households(totals, None));
        };
        let rates = self.between(rates, check.rate.written.unwrap_or(0));
        let counts = check.counts.as_ref().map(|counts| self.between(counts, 0));
        let count = check.count.as_ref().ok().zip(counts.as_ref());
        Some(say!(self, "tỷ lệ {rates}%[ (nêu {rate})][, hoặc số hộ {counts}[ (nêu {count})]]",
            "a rate of {rates}%[ (stated {rate})][, or {counts}[ (stated {count})] households]";
            rate = instead(self.bare(&check.rate), &rates), rates,
            count = count.and_then(|(count, would)| instead(self.bare(count), would)), counts))
    }

    /// What the areas are called that a total was summed from.
    fn areas_of(self, total: &Figure) -> &'static str {
        noun_of_inputs(total).many(self.lang)
    }
}
