//! Movements, net falls and changes of rates between two days.

use chrono::{Datelike, NaiveDate};

use crate::model::change::turned;
use crate::model::checks::{Compared, Eve, MovementOf, ReducedOf, Verdict};
use crate::model::figure::Figure;
use crate::model::measure::{Group, Measure, MovementLine as Flow, PartField, Subject, When};
use crate::say;
use crate::text::line::Line;
use crate::text::say::what;
use crate::text::show::Style;

use super::needs::is_of_bounds;
use super::{Teller, group_of, instead, listed, part_of};

impl Teller<'_> {
    /// "Đầu kỳ − thoát + tái + phát sinh = cuối kỳ: thiếu số thoát, tái, phát sinh": without lines and both ends there
    /// is no sum to show, only what it would be.
    pub(super) fn movement_without_sum(self) -> Option<Line> {
        let is_unsaid =
            self.check.verdict == Verdict::CannotCheck && self.movements().any(MovementOf::is_unsaid);
        let sum = || say!(self, "Biến động trong kỳ", "Movement in the period");
        is_unsaid.then(sum)
    }

    /// "Hộ nghèo: 1.429 − 335 thoát + 3 tái nghèo + 21 phát sinh mới = 1.118".
    pub(super) fn movement(self, m: &MovementOf) -> Line {
        let is_off = self.check.verdict != Verdict::Holds;
        say!(self, "{group}: {start}{lines} = [{counted}, nêu ]{end}[ {off}]",
            "{group}: {start}{lines} = [{counted}, stated ]{end}[ {off}]";
            group = what::capital(what::group(self.lang, m.group)), start = self.bare_known(&m.start),
            lines = self.lines(m, |figure| self.bare(figure)),
            counted = is_off.then(|| self.known(&m.counted, Style::Plain)), end = self.bare_known(&m.end),
            off = if is_off { self.off(&m.difference) } else { None })
    }

    /// "1.429 − 335 thoát + 3 tái + 21 phát sinh = 1.118*; tệp nêu 1.118".
    pub(super) fn movement_sum(self, m: &MovementOf) -> Line {
        let (group, start) = (what::group(self.lang, m.group), self.known(&m.start, Style::Plain));
        if m.lines.is_empty() {
            let [out, back, new] =
                [Flow::Escaped, Flow::Relapsed, Flow::Newly].map(|line| what::movement_line(m.group, line));
            return say!(self, "{group}: {start} − {out} + {back} + {new} = {end}";
                group, start, out, back, new, end = self.known(&m.end, Style::Plain));
        }
        let lines = self.lines(m, |figure| say!(self, "{figure}"; figure));
        let sum = say!(self, "{group}: {start}{lines} = {counted}";
            group, start, lines, counted = self.known(&m.counted, Style::Plain));
        match &m.end {
            Ok(end) => self.then_stated(sum, end, Style::Plain, self.off(&m.difference)),
            Err(_) => sum,
        }
    }

    /// " − 335 thoát + 3 tái + 21 phát sinh": the lines that are not zero.
    fn lines(self, m: &MovementOf, number: impl Fn(&Figure) -> Line) -> Line {
        self.signed_lines(m.group, &m.lines, number)
    }

    pub(super) fn signed_lines(
        self,
        group: Group,
        lines: &[(Flow, Figure)],
        number: impl Fn(&Figure) -> Line,
    ) -> Line {
        let some = lines.iter().filter(|(_, figure)| figure.one().is_none_or(|n| !n.is_zero()));
        let one = |(line, figure): &(Flow, Figure)| {
            let sign = if Flow::OUT.contains(line) { "−" } else { "+" };
            say!(self, " {sign} {number} {word}"; sign, number = number(figure),
                word = what::movement_line(group, *line))
        };
        listed(some.map(one), "")
    }

    /// "cuối kỳ 1.118 (nêu 1.120), hoặc các dòng ra, vào thêm 2".
    pub(super) fn movement_remedy(self, m: &MovementOf) -> Option<Line> {
        let (counted, stated) = (self.bare(m.counted.as_ref().ok()?), self.bare(m.end.as_ref().ok()?));
        let group = what::group(self.lang, m.group);
        let off = m.difference.as_ref().ok()?.one()?;
        if off.is_zero() {
            return Some(say!(self, "{group} cuối kỳ {counted}", "{group} households at the end {counted}";
                group, counted));
        }
        let (more, fewer) = (("thêm", "more"), ("bớt", "fewer"));
        let (out, into) = if off.is_positive() { (more, fewer) } else { (fewer, more) };
        Some(say!(self, "{group} cuối kỳ {counted} (nêu {stated}), hoặc ra {out} {size}, vào {into} {size}",
            "{group} households at the end {counted} (stated {stated}), or {size} {out} out, {size} {into} in";
            group, counted, stated, out, into, size = self.exactly(&off.abs(), 0)))
    }

    /// "560 hộ nghèo, 402 hộ cận nghèo: giảm ròng hay thoát nghèo? báo cáo không nêu". Of a rise nobody asks that:
    /// "tăng 137 hộ nghèo, 251 hộ cận nghèo: chưa so được với hiệu hai kỳ".
    pub(super) fn reduced_unknown(self) -> Option<Line> {
        let all: Vec<&ReducedOf> = self.falls().collect();
        // Beside a bound it is the sum that says something.
        let is_counted = is_of_bounds(self.check);
        if self.check.verdict != Verdict::CannotCheck || is_counted || all.len() > 2 {
            return None;
        }
        let (rises, falls): (Vec<_>, Vec<_>) = all.iter().partition(|fall| fall.compared.has_rise());
        let sizes = |of: &[&ReducedOf], rise: bool| {
            let one = |(at, fall): (usize, &&ReducedOf)| {
                let stated = &fall.compared.stated;
                let size = if rise { turned(stated) } else { stated.clone() };
                let is_last = at + 1 == of.len();
                let noun =
                    group_of(stated).map(|group| what::households_in_list(self.lang, &size, group, is_last));
                say!(self, "{size}[ {noun}]"; size = &size, noun)
            };
            (!of.is_empty()).then(|| listed(of.iter().enumerate().map(one), ", "))
        };
        let (up, down) = (sizes(&rises, true), sizes(&falls, false));
        let are_lines_given = falls.iter().any(|fall| fall.lines_given);
        // What is said after the question, and of what was not compared.
        let told = |unstated: (&'static str, &'static str), open: (&'static str, &'static str)| {
            let up = up.clone();
            let up =
                up.map(|numbers| say!(self, "tăng {numbers}: {open}", "up {numbers}: {open}"; numbers, open));
            let down = down.clone().map(|numbers| {
                if are_lines_given {
                    say!(self, "giảm {numbers}: {open}", "reduced by {numbers}: {open}"; numbers, open)
                } else {
                    say!(self, "{numbers}: giảm ròng hay thoát nghèo?{unstated}",
                        "{numbers}: net reduction or exits?{unstated}"; numbers, unstated)
                }
            });
            what::first_large(listed(down.into_iter().chain(up), "; "))
        };
        let unstated = (" báo cáo không nêu", " Not stated");
        let open = ("chưa so được với hiệu hai kỳ", "not compared with the two periods");
        let start = self.start_of_fall(all.first()?);
        let and_start = |told: Line| say!(self, "{told}[ ({start})]"; told, start = start.clone());
        Some(Self::fitting([
            and_start(told(unstated, open)),
            and_start(told(("", ""), (open.0, "not compared"))),
            told(unstated, open),
            told((" không nêu", unstated.1), open),
        ]))
    }

    /// "kéo giảm hộ nghèo bằng hiệu hai kỳ", for several areas at once.
    pub(super) fn many_falls(self, first: &ReducedOf) -> Line {
        let equal = match self.check.verdict {
            Verdict::Holds => ("bằng", "equal"),
            Verdict::Contradicts => ("khác", "are not"),
            Verdict::ToVerify | Verdict::CannotCheck => ("và", "and"),
        };
        let has_rise = self.falls().any(|fall| fall.compared.has_rise());
        let moved = if has_rise { ("tăng, giảm", "changes in") } else { ("số giảm", "reductions in") };
        say!(self, "{moved}[ {group}] {equal} hiệu hai kỳ", "{moved}[ {group}] households {equal} the difference between the periods";
            moved, group = self.group_named(&first.compared.stated), equal)
    }

    /// What stands in place of the count at the start: "cuối năm 2021 suy ra". Of a file that is loaded nobody says
    /// that it is not there.
    fn start_of_fall(self, fall: &ReducedOf) -> Option<Line> {
        let (what, instead) = match fall.compared.operands.first()? {
            Ok(start) if start.is_derived() => (&start.subject, ("suy ra", "is derived")),
            Ok(_) => return None,
            Err(missing) => (
                &missing.what,
                match fall.eve? {
                    Eve::NotLoaded => ("chưa có", "not loaded"),
                    Eve::RateOnly => ("chỉ có tỷ lệ", "has a rate only"),
                    Eve::Silent => ("không nêu", "does not say"),
                },
            ),
        };
        match what.when {
            When::Day(day) if (day.month(), day.day()) == (12, 31) => Some(
                say!(self, "cuối năm {year} {instead}", "end of {year} {instead}"; year = day.year(), instead),
            ),
            When::Day(day) => Some(say!(self, "{day} {instead}"; day, instead)),
            When::Over(_) | When::Between(..) | When::Year(_) => None,
        }
    }

    /// "Kéo giảm hộ nghèo 89 = 1.429 − 1.340"; of a rise "Số hộ nghèo tăng 137 = 10.689 − 10.552", and where one of the
    /// two is none "Số hộ nghèo −137, nhưng 10.689 − 10.552 = +137".
    pub(super) fn reduced(self, fall: &ReducedOf) -> Line {
        let of = &fall.compared;
        if !of.has_rise() {
            let name = what::capital(&what::name(self.lang, &of.stated.subject));
            return self.against(say!(self, "{name} {stated}"; name, stated = self.bare(&of.stated)), of);
        }
        let (rise, name) = (of.turned(), what::capital(&self.stock_of(&of.stated)));
        let is_rise = !rise.has_rise();
        let style = if is_rise { Style::Plain } else { Style::Signed };
        let stated = say!(self, "{name}[{is_rise} tăng] {stated}", "{name}[{is_rise} up] {stated}";
            name, is_rise, stated = self.bare_in(&rise.stated, style));
        self.against_in(stated, &rise, style)
    }

    /// "1.429 − 1.340 = 89*; tệp nêu 90 (thiếu 1)".
    pub(super) fn reduced_sum(self, fall: &ReducedOf) -> Line {
        let of = &fall.compared;
        if of.has_rise() { self.minus_sum(&of.turned()) } else { self.minus_sum(of) }
    }

    /// What a fall is the fall of: "số hộ nghèo".
    fn stock_of(self, fall: &Figure) -> String {
        let stock = match &fall.subject.measure {
            Measure::Of(group, aspect) => {
                aspect.beside(PartField::Households).map(|aspect| Measure::of_group(*group, aspect))
            }
            _ => None,
        };
        let subject = &fall.subject;
        stock.map_or_else(
            || what::name(self.lang, subject),
            |measure| what::name(self.lang, &Subject { measure, ..subject.clone() }),
        )
    }

    /// "kéo giảm hộ nghèo ghi 89 (nêu 90), hoặc cuối kỳ 1.339 (nêu 1.340)"; of a rise "số hộ nghèo tăng 138 (nêu 137)".
    pub(super) fn reduced_remedy(self, fall: &ReducedOf) -> Option<Line> {
        let of = &fall.compared;
        let (would, end) = self.other_end(fall).unzip();
        let (name, counted, stated) = if of.has_rise() {
            let rise = of.turned();
            let counted = self.bare_in(rise.counted.as_ref().ok()?, Style::Signed);
            (self.stock_of(&of.stated), counted, self.bare_in(&rise.stated, Style::Signed))
        } else {
            let name = what::name(self.lang, &of.stated.subject);
            (name, self.bare(of.counted.as_ref().ok()?), self.bare(&of.stated))
        };
        Some(say!(self, "{name} {counted}[ (nêu {stated})][, hoặc cuối kỳ {would} (nêu {end})]",
            "{name} {counted}[ (stated {stated})][, or {would} at the end (stated {end})]";
            name, stated = instead(stated, &counted), counted, would, end))
    }

    /// The count at the end that the stated fall leaves, and the stated one.
    fn other_end(self, fall: &ReducedOf) -> Option<(String, Line)> {
        let [Ok(start), Ok(end)] = &fall.compared.operands[..] else { return None };
        let would = start.one()? - fall.compared.stated.one()?;
        (Some(&would) != end.one()).then(|| (self.exactly(&would, 0), self.bare(end)))
    }

    pub(super) fn rate_change(self, change: &Compared) -> Line {
        let stated = say!(self, "tỷ lệ[ {group}[, {part}]]: {stated} {points}", "rate[ of {group}[, {part}]]: {stated} {points}";
            points = self.points(),
            group = group_of(&change.stated).map(what::households_of), part = part_of(&change.stated), stated = self.bare_in(&change.stated, Style::Signed));
        let line = self.against(stated, change);
        say!(self, "{line}[, qua {months} tháng]", "{line}[, over {months} months]"; line,
            months = self.months_of(change))
    }

    /// The months between the two rates, where the earlier one is not that of the eve.
    fn months_of(self, change: &Compared) -> Option<i32> {
        let [Ok(to), Ok(from)] = &change.operands[..] else { return None };
        let (When::Day(from), When::Day(to)) = (from.subject.when, to.subject.when) else { return None };
        let is_eve = self.check.origin.period.first.pred_opt() == Some(from);
        let months = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month()).unwrap_or(0);
        (!is_eve).then(|| months(to) - months(from))
    }

    /// "tỷ lệ hộ nghèo thay đổi −0,48 điểm % (nêu −0,50)".
    pub(super) fn rate_change_remedy(self, change: &Compared) -> Option<Line> {
        let counted = self.bare_in(change.counted.as_ref().ok()?, Style::Signed);
        Some(say!(self, "tỷ lệ {group}[, {part},] thay đổi {counted} {points}[ (nêu {stated})]",
            "a change of {group}{counted} {points}[ for {part}][ (stated {stated})]"; points = self.points(),
            group = (self.group_named(&change.stated)?, ""), part = part_of(&change.stated),
            stated = instead(self.bare_in(&change.stated, Style::Signed), &counted), counted))
    }

    fn group_named(self, figure: &Figure) -> Option<&'static str> {
        group_of(figure).map(|group| what::group(self.lang, group))
    }
}
