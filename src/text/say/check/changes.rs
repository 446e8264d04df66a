//! Sentences on what changed between snapshots, and on dates and texts.

use chrono::{Datelike, NaiveDate};

use crate::model::checks::Verdict;
use crate::model::checks::kind::{
    AimChanged, ComeGone, DateOf, Jump, MovementOf, PeriodApart, RateChangeOf, ReducedOf, ResultOf,
};
use crate::model::figure::{Figure, Source};
use crate::model::measure::{Line, Measure, When};
use crate::model::target::AimStated;
use crate::text::say::what;
use crate::text::show::{self, Style};
use crate::text::{Lang, date};

use super::{Told, bare, beyond, full, known, number};

impl Told<'_> {
    /// "Đầu kỳ − thoát + tái + phát sinh = cuối kỳ: thiếu số thoát, tái, phát sinh".
    pub(super) fn movements(self, all: &[MovementOf]) -> String {
        // Without lines and both ends there is no sum to show, only what it would be.
        let unsaid = |m: &MovementOf| m.lines.is_empty() || m.difference.is_err();
        if self.check.verdict == Verdict::CannotCheck && all.iter().any(unsaid) {
            let words = self
                .lang
                .pick("Đầu kỳ − thoát + tái + phát sinh = cuối kỳ", "Start − escaped + relapsed + new = end");
            return words.to_owned();
        }
        self.each(all, Self::movement, ("đầu kỳ − ra + vào = cuối kỳ", "start − out + in = end"))
    }

    /// "Hộ nghèo: 1.429 − 335 thoát + 3 tái nghèo + 21 phát sinh mới = 1.118".
    fn movement(self, m: &MovementOf) -> String {
        let lang = self.lang;
        let mut text =
            format!("{}: {}", what::capital(what::group(lang, m.group)), bare_known(lang, &m.start));
        for (line, figure) in m.lines.iter().filter(|(_, f)| f.one().is_none_or(|n| !n.is_zero())) {
            let sign = if Line::OUT.contains(line) { "−" } else { "+" };
            text = format!("{text} {sign} {} {}", bare(lang, figure), what::line_short(lang, m.group, *line));
        }
        let end = bare_known(lang, &m.end);
        if self.check.verdict == Verdict::Holds {
            return format!("{text} = {end}");
        }
        let says = lang.pick("nêu", "stated");
        format!("{text} = {}, {says} {end}{}", known(lang, &m.counted), beyond(lang, &m.difference))
    }

    /// "560, 402: giảm ròng hay số hộ thoát? báo cáo không nêu (cuối 2021 suy ra)".
    pub(super) fn reduced_all(self, all: &[ReducedOf]) -> String {
        let lang = self.lang;
        if self.check.verdict != Verdict::CannotCheck || all.len() > 2 {
            let (vi, en) = self.falls(all);
            return self.each(all, Self::reduced, (&vi, &en));
        }
        let numbers: Vec<String> = all.iter().map(|r| number(lang, &r.reduced)).collect();
        let numbers = numbers.join(", ");
        let said = match (lang, all.iter().any(|r| r.lines_given)) {
            (Lang::Vi, true) => format!("Kéo giảm {numbers}: chưa so được với hiệu hai kỳ"),
            (Lang::En, true) => format!("Brought down {numbers}: not compared with the snapshots"),
            (Lang::Vi, false) => format!("{numbers}: giảm ròng hay số hộ thoát? báo cáo không nêu"),
            (Lang::En, false) => format!("{numbers}: net fall or number escaped? Not stated"),
        };
        format!("{said}{}", self.start(all))
    }

    /// "kéo giảm hộ nghèo bằng hiệu hai kỳ", for several areas at once.
    fn falls(self, all: &[ReducedOf]) -> (String, String) {
        let of = |lang| match all.first().map(|r| &r.reduced.what.measure) {
            Some(Measure::Of(group, _)) => what::group(lang, *group),
            _ => "",
        };
        let (vi, en) = match self.check.verdict {
            Verdict::Holds => ("bằng", "equal the difference"),
            Verdict::Contradicts => ("khác", "are not the difference"),
            Verdict::ToVerify | Verdict::CannotCheck => ("và", "and the difference"),
        };
        (
            format!("kéo giảm {} {vi} hiệu hai kỳ", of(Lang::Vi)),
            format!("falls in {} households {en}", of(Lang::En)),
        )
    }

    /// What stands in place of the count at the start: " (cuối 2021 suy ra)".
    fn start(self, all: &[ReducedOf]) -> String {
        let Some(first) = all.first() else { return String::new() };
        let (what, word) = match &first.start {
            Ok(start) if start.is_derived() => (&start.what, self.lang.pick("suy ra", "is derived")),
            Ok(_) => return String::new(),
            Err(missing) => (&missing.what, self.lang.pick("chưa có", "not loaded")),
        };
        match what.when {
            When::Day(day) => format!(" ({} {word})", self.end_of(day)),
            _ => String::new(),
        }
    }

    /// "cuối 2021" for the last day of a year, else the day.
    fn end_of(self, day: NaiveDate) -> String {
        match (day.month(), day.day(), self.lang) {
            (12, 31, Lang::Vi) => format!("cuối {}", day.year()),
            (12, 31, Lang::En) => format!("end of {}", day.year()),
            _ => date::day(self.lang, day),
        }
    }

    /// "Kéo giảm hộ nghèo 89 = 1.429 − 1.340".
    fn reduced(self, r: &ReducedOf) -> String {
        let lang = self.lang;
        let head =
            format!("{} {}", what::capital(&what::name(lang, &r.reduced.what)), bare(lang, &r.reduced));
        let minus = format!("{} − {}", bare_known(lang, &r.start), bare_known(lang, &r.end));
        self.against(&head, &minus, &r.counted, &r.difference)
    }

    pub(super) fn rate_change(self, r: &RateChangeOf) -> String {
        let lang = self.lang;
        let stated = show::number(lang, &r.stated, Style::Signed);
        let (points, rate) = (lang.pick("điểm", "points"), lang.pick("Tỷ lệ", "Rate of"));
        let head = format!("{rate} {}: {stated} {points}", what::group(lang, r.group));
        let minus = format!("{} − {}", bare_known(lang, &r.to), bare_known(lang, &r.from));
        self.against(&head, &minus, &r.counted, &r.difference)
    }

    pub(super) fn result(self, r: &ResultOf) -> String {
        let lang = self.lang;
        let head = format!("{}: {}", lang.of(&r.target.name), full(lang, &r.stated));
        let minus = match &r.from {
            Some(from) => format!("{} − {}", bare_known(lang, from), bare_known(lang, &r.to)),
            None => bare_known(lang, &r.to),
        };
        self.against(&head, &minus, &r.counted, &r.difference)
    }

    /// "89 = 1.429 − 1.340"; where it contradicts "90, nhưng 1.429 − 1.340 = 89* (thiếu 1)".
    fn against(
        self,
        head: &str,
        sum: &str,
        counted: &crate::model::ops::Known,
        difference: &crate::model::ops::Known,
    ) -> String {
        let but = self.lang.pick("nhưng", "but");
        match (counted, self.open()) {
            (Err(_), _) => head.to_owned(),
            (Ok(figure), true) => {
                format!(
                    "{head}, {but} {sum} = {}{}",
                    number(self.lang, figure),
                    beyond(self.lang, difference)
                )
            }
            (Ok(_), false) => format!("{head} = {sum}"),
        }
    }

    /// "số hộ nghèo: từ 200 còn 90 hộ (−55%)".
    pub(super) fn jump(self, j: &Jump) -> String {
        let lang = self.lang;
        let fell = j.now.amount.high() < j.then.amount.low();
        let share = j.share.as_ref().map_or_else(
            |_| String::new(),
            |share| format!(" ({})", show::number(lang, share, Style::Signed)),
        );
        let name = what::name(lang, &j.now.what);
        let (then, now) = (bare(lang, &j.then), full(lang, &j.now));
        match (lang, fell) {
            (Lang::Vi, true) => format!("{name}: từ {then} còn {now}{share}"),
            (Lang::Vi, false) => format!("{name}: từ {then} lên {now}{share}"),
            (Lang::En, true) => format!("{name}: {then} down to {now}{share}"),
            (Lang::En, false) => format!("{name}: {then} up to {now}{share}"),
        }
    }

    /// "So với 30/06/2023: mới có Phường 15; không còn Phường 3, Phường 4".
    pub(super) fn come_gone(self, c: &ComeGone) -> String {
        let lang = self.lang;
        let names = |all: &[std::sync::Arc<crate::model::name::AreaName>]| {
            let first: Vec<&str> = all.iter().take(4).map(|n| lang.of(&n.name)).collect();
            let more = all.len().saturating_sub(4);
            match (more, lang) {
                (0, _) => first.join(", "),
                (_, Lang::Vi) => format!("{} và {more} nơi khác", first.join(", ")),
                (_, Lang::En) => format!("{} and {more} more", first.join(", ")),
            }
        };
        let part = |word: &str, all: &[_]| (!all.is_empty()).then(|| format!("{word} {}", names(all)));
        let come = part(lang.pick("mới có", "new"), &c.come);
        let gone = part(lang.pick("không còn", "gone"), &c.gone);
        let parts: Vec<String> = come.into_iter().chain(gone).collect();
        let since = lang.pick("So với", "Since");
        format!("{since} {}: {}", date::day(lang, c.since), parts.join("; "))
    }

    /// "Giảm tỷ lệ hộ nghèo: giao 0,69 điểm (31/12/2022), nay 0,50 điểm".
    pub(super) fn aim_changed(self, a: &AimChanged) -> String {
        let lang = self.lang;
        let of = |aim: &AimStated| match aim {
            AimStated::Figure(_, figure) => full(lang, figure),
            AimStated::Done => lang.pick("hoàn thành", "done").to_owned(),
            AimStated::Absent => lang.pick("không nêu", "not stated").to_owned(),
        };
        let (name, since) = (lang.of(&a.target.name), date::day(lang, a.since));
        let (before, after) = (of(&a.before.1), of(&a.after.1));
        if before == after {
            return match lang {
                Lang::Vi => format!("{name}: cách đo khác với tệp {since}"),
                Lang::En => format!("{name}: measured otherwise than in the file of {since}"),
            };
        }
        match lang {
            Lang::Vi => format!("{name}: giao {before} ({since}), nay giao {after}"),
            Lang::En => format!("{name}: asked {before} ({since}), now {after}"),
        }
    }

    pub(super) fn period_apart(self, p: &PeriodApart) -> String {
        let (period, day) = (what::when(self.lang, When::Over(p.period)), date::day(self.lang, p.as_of));
        match self.lang {
            Lang::Vi => format!("Kỳ {period} không có ngày số liệu {day}"),
            Lang::En => format!("The period {period} does not hold the date {day}"),
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

fn bare_known(lang: Lang, known: &crate::model::ops::Known) -> String {
    let words = |figure: &Figure| {
        let before = if figure.source == Source::Estimated { lang.pick("ước ", "est. ") } else { "" };
        format!("{before}{}", bare(lang, figure))
    };
    known.as_ref().map_or_else(|_| show::no_data(lang).to_owned(), words)
}
