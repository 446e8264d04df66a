//! Movements, net falls and changes of rates between two days.

use chrono::{Datelike, NaiveDate};

use crate::model::checks::{Compared, MovementOf, ReducedOf, Verdict};
use crate::model::figure::Figure;
use crate::model::measure::{Line, When};
use crate::text::say::phrase::Phrase;
use crate::text::say::what;
use crate::text::show::{self, Style};
use crate::text::{Lang, date};

use super::{Told, bare, bare_known, beyond, ends, group_of, known, number};

impl Told<'_> {
    /// "Đầu kỳ − thoát + tái + phát sinh = cuối kỳ: thiếu số thoát, tái, phát sinh": without lines and both ends there
    /// is no sum to show, only what it would be.
    pub(super) fn movement_without_sum(self) -> Option<String> {
        let unsaid = |m: &MovementOf| m.lines.is_empty() || m.difference.is_err();
        let words = self
            .lang
            .pick("Đầu kỳ − thoát + tái + phát sinh = cuối kỳ", "Start − escaped + relapsed + new = end");
        let is_unsaid = self.check.verdict == Verdict::CannotCheck && self.movements().any(unsaid);
        is_unsaid.then(|| words.to_owned())
    }

    /// "Hộ nghèo: 1.429 − 335 thoát + 3 tái nghèo + 21 phát sinh mới = 1.118".
    pub(super) fn movement(self, m: &MovementOf) -> String {
        let lang = self.lang;
        let mut text =
            format!("{}: {}", what::capital(what::group(lang, m.group)), bare_known(lang, &m.start));
        for (sign, figure, word) in self.lines(m) {
            text = format!("{text} {sign} {} {word}", bare(lang, figure));
        }
        let end = bare_known(lang, &m.end);
        if self.check.verdict == Verdict::Holds {
            return format!("{text} = {end}");
        }
        let says = lang.pick("nêu", "stated");
        format!("{text} = {}, {says} {end}{}", known(lang, &m.counted), beyond(lang, &m.difference))
    }

    /// "1.429 − 335 thoát + 3 tái + 21 phát sinh = 1.118*; tệp nêu 1.118".
    pub(super) fn movement_sum(self, m: &MovementOf) -> Phrase {
        let lang = self.lang;
        let mut phrase = Phrase::of(format!("{}: ", what::group(lang, m.group))).known(lang, &m.start);
        if m.lines.is_empty() {
            let words = lang.pick(" − thoát + tái + phát sinh", " − escaped + relapsed + new");
            return phrase.say(format!("{words} = ")).known(lang, &m.end);
        }
        for (sign, figure, word) in self.lines(m) {
            phrase = phrase.say(format!(" {sign} ")).number(lang, figure).say(format!(" {word}"));
        }
        let phrase = phrase.say(" = ").known(lang, &m.counted);
        match &m.end {
            Ok(end) => self.then_stated(phrase, end, &m.difference),
            Err(_) => phrase,
        }
    }

    /// The lines that are not zero, each with its sign and its word.
    fn lines(self, m: &MovementOf) -> impl Iterator<Item = (char, &Figure, &'static str)> {
        let some = m.lines.iter().filter(|(_, figure)| figure.one().is_none_or(|n| !n.is_zero()));
        some.map(move |(line, figure)| {
            let sign = if Line::OUT.contains(line) { '−' } else { '+' };
            (sign, figure, what::line_short(self.lang, m.group, *line))
        })
    }

    /// "cuối kỳ 1.118 (nêu 1.120), hoặc các dòng ra, vào thêm 2".
    pub(super) fn movement_remedy(self, m: &MovementOf) -> Option<String> {
        let lang = self.lang;
        let (counted, stated) = (bare(lang, m.counted.as_ref().ok()?), bare(lang, m.end.as_ref().ok()?));
        let group = what::group(lang, m.group);
        let off = m.difference.as_ref().ok()?.one()?;
        let size = ends(lang, &off.abs(), &off.abs(), 0);
        let (out, into) = match (lang, off.is_positive()) {
            (Lang::Vi, true) => ("thêm", "bớt"),
            (Lang::Vi, false) => ("bớt", "thêm"),
            (Lang::En, true) => ("more", "fewer"),
            (Lang::En, false) => ("fewer", "more"),
        };
        Some(match lang {
            Lang::Vi if off.is_zero() => format!("{group} cuối kỳ {counted}"),
            Lang::En if off.is_zero() => format!("{group} households at the end {counted}"),
            Lang::Vi => {
                format!("{group} cuối kỳ {counted} (nêu {stated}), hoặc ra {out} {size}, vào {into} {size}")
            }
            Lang::En => {
                format!(
                    "{group} at the end {counted} (stated {stated}), or {size} {out} out, {size} {into} in"
                )
            }
        })
    }

    /// "560, 402: giảm ròng hay số hộ thoát? báo cáo không nêu (cuối 2021 suy ra)".
    pub(super) fn reduced_unknown(self) -> Option<String> {
        let lang = self.lang;
        let all: Vec<&ReducedOf> = self.falls().collect();
        if self.check.verdict != Verdict::CannotCheck || all.len() > 2 {
            return None;
        }
        let numbers: Vec<String> = all.iter().map(|r| number(lang, &r.compared.stated)).collect();
        let numbers = numbers.join(", ");
        let said = match (lang, all.iter().any(|r| r.lines_given)) {
            (Lang::Vi, true) => format!("Kéo giảm {numbers}: chưa so được với hiệu hai kỳ"),
            (Lang::En, true) => format!("Brought down {numbers}: not compared with the snapshots"),
            (Lang::Vi, false) => format!("{numbers}: giảm ròng hay số hộ thoát? báo cáo không nêu"),
            (Lang::En, false) => format!("{numbers}: net fall or number escaped? Not stated"),
        };
        Some(format!("{said}{}", self.start(all.first()?)))
    }

    /// "kéo giảm hộ nghèo bằng hiệu hai kỳ", for several areas at once.
    pub(super) fn many_falls(self, first: &ReducedOf) -> String {
        let lang = self.lang;
        let group = group_of(&first.compared.stated).map_or("", |group| what::group(lang, group));
        let (vi, en) = match self.check.verdict {
            Verdict::Holds => ("bằng", "equal the difference"),
            Verdict::Contradicts => ("khác", "are not the difference"),
            Verdict::ToVerify | Verdict::CannotCheck => ("và", "and the difference"),
        };
        match lang {
            Lang::Vi => format!("kéo giảm {group} {vi} hiệu hai kỳ"),
            Lang::En => format!("falls in {group} households {en}"),
        }
    }

    /// What stands in place of the count at the start: " (cuối 2021 suy ra)".
    fn start(self, fall: &ReducedOf) -> String {
        let (what, word) = match fall.compared.operands.first() {
            Some(Ok(start)) if start.is_derived() => (&start.what, self.lang.pick("suy ra", "is derived")),
            Some(Err(missing)) => (&missing.what, self.lang.pick("chưa có", "not loaded")),
            Some(Ok(_)) | None => return String::new(),
        };
        match what.when {
            When::Day(day) => format!(" ({} {word})", self.end_of(day)),
            When::Over(_) | When::Between(..) | When::Year(_) => String::new(),
        }
    }

    /// "cuối 2021" for the last day of a year, else the day.
    fn end_of(self, day: NaiveDate) -> String {
        match (day.month(), day.day()) {
            (12, 31) => format!("{} {}", self.lang.pick("cuối", "end of"), day.year()),
            _ => date::day(self.lang, day),
        }
    }

    /// "Kéo giảm hộ nghèo 89 = 1.429 − 1.340".
    pub(super) fn reduced(self, r: &ReducedOf) -> String {
        let stated = &r.compared.stated;
        let name = what::capital(&what::name(self.lang, &stated.what));
        self.against(&format!("{name} {}", bare(self.lang, stated)), &r.compared)
    }

    /// "kéo giảm hộ nghèo ghi 89 (nêu 90), hoặc cuối kỳ 1.339 (nêu 1.340)".
    pub(super) fn reduced_remedy(self, r: &ReducedOf) -> Option<String> {
        let lang = self.lang;
        let fall = &r.compared;
        let counted = bare(lang, fall.counted.as_ref().ok()?);
        let name = what::name(lang, &fall.stated.what);
        let instead = self.instead(&counted, &bare(lang, &fall.stated));
        let other = self.other_end(r).unwrap_or_default();
        Some(format!("{name} {counted}{instead}{other}"))
    }

    /// ", hoặc cuối kỳ 1.339 (nêu 1.340)": the count at the end that the stated fall leaves.
    fn other_end(self, r: &ReducedOf) -> Option<String> {
        let [Ok(start), Ok(end)] = &r.compared.operands[..] else { return None };
        let would = start.one()? - r.compared.stated.one()?;
        if Some(&would) == end.one() {
            return None;
        }
        let (would, end) = (ends(self.lang, &would, &would, 0), bare(self.lang, end));
        Some(match self.lang {
            Lang::Vi => format!(", hoặc cuối kỳ {would} (nêu {end})"),
            Lang::En => format!(", or {would} at the end (stated {end})"),
        })
    }

    pub(super) fn rate_change(self, c: &Compared) -> String {
        let lang = self.lang;
        let (points, rate) = (lang.pick("điểm", "points"), lang.pick("Tỷ lệ", "Rate of"));
        let stated = show::number(lang, &c.stated, Style::Signed);
        let group = group_of(&c.stated).map_or("", |group| what::group(lang, group));
        self.against(&format!("{rate} {group}: {stated} {points}"), c)
    }

    /// "tỷ lệ hộ nghèo thay đổi −0,48 điểm (nêu −0,50)".
    pub(super) fn rate_change_remedy(self, c: &Compared) -> Option<String> {
        let lang = self.lang;
        let counted = show::number(lang, c.counted.as_ref().ok()?, Style::Signed);
        let instead = self.instead(&counted, &show::number(lang, &c.stated, Style::Signed));
        let group = group_of(&c.stated).map_or("", |group| what::group(lang, group));
        Some(match lang {
            Lang::Vi => format!("tỷ lệ {group} thay đổi {counted} điểm{instead}"),
            Lang::En => format!("a change of {counted} points{instead}"),
        })
    }
}
