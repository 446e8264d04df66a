//! Targets: percents of aims, stated results, and aims that changed.

use crate::model::checks::{AimChanged, PercentOfAim, ResultOf};
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::Figure;
use crate::model::target::AimStated;
use crate::text::say::phrase::Phrase;
use crate::text::{Lang, date, number as digits, show};

use super::{Told, bare, ends, from_to, full, number};

/// More aims than these are told as a range.
const LISTED: i64 = 5;

impl Told<'_> {
    /// "560 hộ = 140% khi chỉ tiêu là 400* hộ (399, 401 cũng làm tròn thành 140%)".
    pub(super) fn percent_of_aim(self, check: &PercentOfAim) -> String {
        let lang = self.lang;
        let percent = bare(lang, &check.percent);
        let (Ok(value), Ok(aim)) = (&check.value, &check.aim) else {
            let name = || lang.of(&check.target.name).to_owned();
            let value = check.value.as_ref().map_or_else(|_| name(), |v| full(lang, v));
            let none = lang.pick(": không mức giao nào cho phần trăm này", ": no aim gives this percent");
            return format!("{value} = {percent}{}", if self.open() { none } else { "" });
        };
        if let Ok(counted) = &check.counted {
            return self.division([value, aim], counted, &percent);
        }
        let head = match lang {
            Lang::Vi => format!("{} = {percent} khi chỉ tiêu là {}", full(lang, value), full(lang, aim)),
            Lang::En => format!("{} = {percent} for an aim of {}", full(lang, value), number(lang, aim)),
        };
        let others = check.aims.as_ref().and_then(|aims| others(lang, aim, aims));
        let also = lang.pick("cũng làm tròn thành", "also round to");
        others.map_or_else(|| head.clone(), |others| format!("{head} ({others} {also} {percent})"))
    }

    pub(super) fn percent_of_aim_sum(self, check: &PercentOfAim) -> Phrase {
        let lang = self.lang;
        let division = Phrase::default().known(lang, &check.value).say(" : ");
        if let Ok(counted) = &check.counted {
            return self.percent_stated(division, &check.aim, counted, &check.percent);
        }
        let phrase = division.number(lang, &check.percent);
        let Ok(aim) = &check.aim else {
            return phrase.say(lang.pick(": không số tròn nào", ": no whole number"));
        };
        let phrase = phrase.say(" = ").number(lang, aim);
        match check.aims.as_ref().filter(|aims| aims.one().is_none()) {
            Some(aims) => {
                phrase.say(lang.pick("; làm tròn cho phép ", "; the rounding allows ")).full(lang, aims)
            }
            None => phrase,
        }
    }

    /// "chỉ tiêu từ 399 đến 401 hộ"; with a stated aim "đạt 112%, hoặc kết quả từ 698 đến 702 hộ"; where no aim gives
    /// the percent "đạt 161,3% với chỉ tiêu 31 (nêu 160,8%)".
    pub(super) fn percent_of_aim_remedy(self, check: &PercentOfAim) -> Option<String> {
        let lang = self.lang;
        if let Some(aims) = &check.aims {
            let (low, high) = (aims.amount.low(), aims.amount.high());
            let each = aims.one().map(|_| bare(lang, aims));
            let aims_told = each.unwrap_or_else(|| ends(lang, low, high, decimals_of(aims)));
            let words = lang.pick("chỉ tiêu", "an aim of");
            return Some(format!("{words} {aims_told} {}", show::unit(lang, aims.unit)));
        }
        let decimals = check.percent.written.unwrap_or(0);
        let instead = |percents: &str| self.instead(percents, &bare(lang, &check.percent));
        let Some((low, high)) = &check.percents else {
            let (aim, percent) = check.nearest.as_ref()?;
            let (aim, percent) = (ends(lang, aim, aim, 0), ends(lang, percent, percent, decimals));
            let with = lang.pick("với chỉ tiêu", "of an aim of");
            return Some(format!("{}{percent}% {with} {aim}{}", lang.pick("đạt ", ""), instead(&percent)));
        };
        let percents = ends(lang, low, high, decimals);
        let decimals = check.aim.as_ref().ok().and_then(|aim| aim.written).unwrap_or(0);
        let values = check.values.as_ref().map(|(low, high)| ends(lang, low, high, decimals));
        let result = lang.pick(", hoặc kết quả", ", or a result of");
        let values = values.map_or_else(String::new, |values| format!("{result} {values}"));
        let instead = instead(&percents);
        Some(match lang {
            Lang::Vi => format!("đạt {percents}%{instead}{values}"),
            Lang::En => format!("{percents}% of the aim{instead}{values}"),
        })
    }

    pub(super) fn result(self, r: &ResultOf) -> String {
        let head = format!("{}: {}", self.lang.of(&r.target.name), full(self.lang, &r.compared.stated));
        self.against(&head, &r.compared)
    }

    pub(super) fn result_remedy(self, r: &ResultOf) -> Option<String> {
        let counted = r.compared.counted.as_ref().ok()?;
        let value = bare(self.lang, counted);
        let instead = self.instead(&value, &bare(self.lang, &r.compared.stated));
        let counted = format!("{value} {}", show::unit(self.lang, counted.unit));
        Some(format!("{} {}{instead}", self.lang.pick("kết quả", "a result of"), counted.trim_end()))
    }

    /// "Giảm tỷ lệ hộ nghèo: giao 0,69 điểm (31/12/2022), nay 0,50 điểm".
    pub(super) fn aim_changed(self, a: &AimChanged) -> String {
        let lang = self.lang;
        let not_stated = lang.pick("không nêu", "not stated");
        let (name, since) = (lang.of(&a.target.name), date::day(lang, a.since));
        let (before, after) = (self.aim(&a.before, not_stated), self.aim(&a.after, not_stated));
        match lang {
            Lang::Vi if before == after => format!("{name}: cách đo khác với tệp {since}"),
            Lang::En if before == after => format!("{name}: measured otherwise than in the file of {since}"),
            Lang::Vi => format!("{name}: giao {before} ({since}), nay giao {after}"),
            Lang::En => format!("{name}: asked {before} ({since}), now {after}"),
        }
    }

    pub(super) fn aim_changed_ask(self, a: &AimChanged) -> String {
        let (before, day) = (self.aim(&a.before, show::no_data(self.lang)), date::day(self.lang, a.since));
        match self.lang {
            Lang::Vi => format!("nơi giao: văn bản nào đổi mức {before} ({day})? khớp nếu vẫn là mức ấy"),
            Lang::En => {
                format!("who set it: which decision changed {before} ({day})? Holds if it still stands")
            }
        }
    }

    fn aim(self, aim: &AimStated, absent: &str) -> String {
        match aim {
            AimStated::Figure(_, figure) => full(self.lang, figure),
            AimStated::Done => self.lang.pick("hoàn thành", "done").to_owned(),
            AimStated::Absent => absent.to_owned(),
        }
    }
}

/// The other aims that round to the same percent: "399, 401", or "từ 390 đến 410" where they are many.
fn others(lang: Lang, aim: &Figure, aims: &Figure) -> Option<String> {
    let (low, high) = (aims.amount.low(), aims.amount.high());
    if low == high {
        return None;
    }
    let few = low.to_whole().zip(high.to_whole()).filter(|(low, high)| high - low < LISTED);
    let Some((low, high)) = few else { return Some(from_to(lang, aims)) };
    let own = aim.one().and_then(Exact::to_whole);
    let each = (low..=high).filter(|n| Some(*n) != own);
    let write = |n: i64| digits::decimal(lang, Exact::whole(n).digits(0, Rounding::Nearest), 0, false);
    Some(each.map(write).collect::<Vec<_>>().join(", "))
}

/// The decimals of a range of aims in points: the fewest that write both ends.
fn decimals_of(aims: &Figure) -> u8 {
    let is_exact = |x: &Exact, decimals: u8| x.rounded(decimals, Rounding::Nearest) == *x;
    let both = |d: &u8| is_exact(aims.amount.low(), *d) && is_exact(aims.amount.high(), *d);
    (0..=12).find(both).unwrap_or(2)
}
