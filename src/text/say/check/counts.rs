//! Sentences on the figures of one snapshot: totals and rates, aims, areas, both groups together.

use crate::model::checks::Verdict;
use crate::model::checks::kind::{
    AreaSum, Areas, Compared, CoverageOf, PercentOfAim, RateOf, SameReached, Total,
};
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Measure, Named};
use crate::model::ops::Because;
use crate::text::say::{parts, what};
use crate::text::show::Style;
use crate::text::{Lang, number as digits, show};

use super::{Told, bare, beyond, from_to, full, invented, known, number};

/// More aims than these are told as a range.
const LISTED: i64 = 5;

impl Told<'_> {
    /// "Tổng hộ dân 14 phường (minh họa) 65.000: trong khoảng 64.808-65.102*".
    pub(super) fn total(self, check: &Total) -> String {
        let lang = self.lang;
        let range = match (&check.range, &check.total) {
            (Ok(range), Err(_)) => {
                let words = lang.pick("Các tỷ lệ cho tổng hộ dân", "The rates allow totals of");
                return format!("{words} {}", number(lang, range));
            }
            (Ok(range), Ok(_)) => number(lang, range),
            (Err(_), _) => return self.no_common_total(check),
        };
        let Ok(total) = &check.total else { return range };
        let whose = total_of(lang, check, total);
        let within = match (self.open(), lang) {
            (false, _) => lang.pick("trong khoảng", "within"),
            (true, _) => lang.pick("ngoài khoảng", "outside"),
        };
        format!("{whose} {}: {within} {range}", bare(lang, total))
    }

    fn no_common_total(self, check: &Total) -> String {
        let ranges = match &check.range {
            Err(missing) => match &missing.because {
                Because::Opposed(ranges) => ranges.as_slice(),
                _ => &check.ranges,
            },
            Ok(_) => &check.ranges,
        };
        let list: Vec<String> = ranges.iter().map(|r| bare(self.lang, r)).collect();
        let words =
            self.lang.pick("Các tỷ lệ không có tổng hộ dân chung", "The rates have no total in common");
        format!("{words}: {}", list.join(", "))
    }

    /// "1.429 hộ = 2,20% khi tổng hộ dân từ 64.808 đến 65.102"; with the total "1.340 : 65.000 hộ = 2,06%".
    pub(super) fn rate(self, check: &RateOf) -> String {
        let lang = self.lang;
        let stated = bare(lang, &check.rate);
        if let (Ok(counted), Ok(count), Ok(total)) = (&check.counted, &check.count, &check.total) {
            let division = format!("{} : {}", bare(lang, count), full(lang, total));
            return if self.open() {
                let says = lang.pick("nêu", "stated");
                format!("{division} = {}, {says} {stated}", number(lang, counted))
            } else {
                format!("{division} = {stated}")
            };
        }
        let count = check
            .count
            .as_ref()
            .map_or_else(|_| what::group(lang, check.group).to_owned(), |count| full(lang, count));
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

    /// "560 hộ = 140% khi chỉ tiêu là 400* hộ (399, 401 cũng làm tròn thành 140%)".
    pub(super) fn percent_of_aim(self, check: &PercentOfAim) -> String {
        let lang = self.lang;
        let percent = bare(lang, &check.percent);
        let (Ok(value), Ok(aim)) = (&check.value, &check.aim) else {
            let value = check
                .value
                .as_ref()
                .map_or_else(|_| lang.of(&check.target.name).to_owned(), |v| full(lang, v));
            let none = lang.pick(": không mức giao nào cho phần trăm này", ": no aim gives this percent");
            let none = if self.open() { none } else { "" };
            return format!("{value} = {percent}{none}");
        };
        if let Ok(counted) = &check.counted {
            let division = format!("{} : {}", bare(lang, value), full(lang, aim));
            return if self.open() {
                format!("{division} = {}, {} {percent}", number(lang, counted), lang.pick("nêu", "stated"))
            } else {
                format!("{division} = {percent}")
            };
        }
        let head = match lang {
            Lang::Vi => format!("{} = {percent} khi chỉ tiêu là {}", full(lang, value), full(lang, aim)),
            Lang::En => format!("{} = {percent} for an aim of {}", full(lang, value), number(lang, aim)),
        };
        let others = check.aims.as_ref().and_then(|aims| others(lang, aim, aims));
        let also = lang.pick("cũng làm tròn thành", "also round to");
        others.map_or_else(|| head.clone(), |others| format!("{head} ({others} {also} {percent})"))
    }

    /// "Cộng 14 phường (minh họa) = toàn quận: 1.429 hộ nghèo, 1.092 hộ cận nghèo".
    pub(super) fn areas(self, check: &Areas) -> String {
        let lang = self.lang;
        let first = check.sums.first();
        let mark = first.map_or("", |s| match &s.compared.counted {
            Ok(counted) => invented(lang, counted, &s.compared.stated),
            Err(_) => "",
        });
        let head = match lang {
            Lang::Vi => format!("Cộng {} {}{mark}", check.count, self.parts(check)),
            Lang::En => format!("{} {}{mark}", check.count, self.parts(check)),
        };
        let wrong: Vec<&AreaSum> = check.with(Verdict::Contradicts).collect();
        if !wrong.is_empty() {
            let each: Vec<String> = wrong.iter().take(2).map(|s| self.unlike(&s.compared)).collect();
            let more = if wrong.len() > 2 { self.and_more(wrong.len() - 2) } else { String::new() };
            return format!("{head}: {}{more}", each.join("; "));
        }
        let said: Vec<&AreaSum> = first_told(check, self.check.verdict);
        let same: Vec<String> = said.iter().map(|s| counted_as(lang, &s.compared.stated)).collect();
        let link = match (lang, self.check.verdict) {
            (Lang::Vi, Verdict::Holds) => format!(" = {}", parts::whole(lang, &self.check.whose)),
            (Lang::Vi, _) => format!(" so với {}", parts::whole(lang, &self.check.whose)),
            (Lang::En, Verdict::Holds) => " add up".to_owned(),
            (Lang::En, _) => format!(" against {}", parts::whole(lang, &self.check.whose)),
        };
        format!("{head}{link}: {}", same.join(", "))
    }

    fn and_more(self, count: usize) -> String {
        match self.lang {
            Lang::Vi => format!(" và {count} số khác"),
            Lang::En => format!(" and {count} more"),
        }
    }

    /// "1.440 hộ nghèo, toàn quận nêu 1.429 (thừa 11)".
    fn unlike(self, compared: &Compared) -> String {
        let lang = self.lang;
        let counted = match &compared.counted {
            Ok(figure) => counted_as(lang, figure),
            Err(_) => what::name(lang, &compared.stated.what),
        };
        let whole = parts::whole(lang, &self.check.whose);
        format!("{counted}, {whole} {}{}", bare(lang, &compared.stated), beyond(lang, &compared.difference))
    }

    /// What the areas of this line are called.
    pub(super) fn parts(self, check: &Areas) -> &'static str {
        let counted = check.sums.iter().filter_map(|sum| sum.compared.counted.as_ref().ok());
        let names: Vec<&Figure> = counted.take(1).flat_map(|sum| sum.story.inputs()).collect();
        parts::called(self.lang, names.iter().map(|figure| &*figure.what.whose))
    }

    /// "Hộ nghèo và cận nghèo: 1.429 + 1.092 = 2.521".
    pub(super) fn combined(self, check: &Compared) -> String {
        let lang = self.lang;
        let name = what::name(lang, &check.stated.what);
        let stated = bare(lang, &check.stated);
        let Ok(counted) = &check.counted else { return format!("{name} {stated}") };
        let sum: Vec<String> = counted.story.inputs().map(|f| bare(lang, f)).collect();
        let sum = sum.join(" + ");
        if self.open() {
            let says = lang.pick("nêu", "stated");
            let beyond = beyond(lang, &check.difference);
            format!("{name}: {sum} = {}, {says} {stated}{beyond}", number(lang, counted))
        } else {
            format!("{name}: {sum} = {stated}")
        }
    }

    /// "BHYT cho người thuộc hộ nghèo: 4.287 trong 4.640, còn 353* người chưa có".
    pub(super) fn coverage(self, check: &CoverageOf) -> String {
        let lang = self.lang;
        let name = lang.of(&check.entry.name);
        let (covered, eligible) = (known(lang, &check.covered), known(lang, &check.eligible));
        if !self.open() {
            let of = lang.pick("trong", "of");
            return format!("{name}: {covered} {of} {eligible}{}", without(lang, check));
        }
        let than = lang.pick("nhiều hơn số thuộc diện", "more than the entitled");
        format!("{name}: {covered} {than} {eligible}{}", beyond(lang, &check.difference))
    }

    /// "579 vừa là trường hợp vay học sinh, sinh viên, vừa là suất học bổng".
    pub(super) fn same_reached(self, same: &SameReached) -> String {
        let lang = self.lang;
        let value = number(lang, &same.first.1);
        let of = |(named, figure): &(std::sync::Arc<Named>, Figure), bare: bool| {
            let name = what::small(lang.of(&named.name));
            let name = if bare { without_proper_name(&name) } else { name };
            match lang {
                Lang::Vi => format!("{} {name}", show::unit(lang, figure.unit)),
                Lang::En => name,
            }
        };
        let [first, second] = [&same.first, &same.second].map(|one| of(one, false));
        let [short, shorter] = [&same.first, &same.second].map(|one| of(one, true));
        let both = [&same.first, &same.second].map(|one| lang.of(&one.0.name));
        match lang {
            Lang::Vi => Self::fitting([
                format!("{value} vừa là {first}, vừa là {second}"),
                format!("{value} vừa là {short}, vừa là {shorter}"),
                format!("{value} là cả {short} lẫn {shorter}"),
                format!("{value} ghi ở hai nơi: {}; {}", both[0], both[1]),
            ]),
            Lang::En => Self::fitting([
                format!("{value} is the number of both {first} and {second}"),
                format!("{value} is both {first} and {second}"),
                format!("{value} is both {short} and {shorter}"),
                format!("{value} stands in two places: {}; {}", both[0], both[1]),
            ]),
        }
    }
}

/// ", còn 353* người chưa có": those entitled who are not covered; nothing where there are none.
fn without(lang: Lang, check: &CoverageOf) -> String {
    let Some(left) = &check.without else { return String::new() };
    let left = show::with_unit(lang, left, Style::Plain);
    match lang {
        Lang::Vi => format!(", còn {left} chưa có"),
        Lang::En => format!(", {left} without"),
    }
}

fn total_of(lang: Lang, check: &Total, total: &Figure) -> String {
    let Some(count) = check.areas else { return lang.pick("Tổng hộ dân", "All households").to_owned() };
    let called = parts::called(lang, total.story.inputs().map(|figure| &*figure.what.whose));
    let mark = check.ranges.first().map_or("", |range| invented(lang, total, range));
    match lang {
        Lang::Vi => format!("Tổng hộ dân {count} {called}{mark}"),
        Lang::En => format!("Households of {count} {called}{mark}"),
    }
}

/// The figures that a line on areas names: households of the two groups, else the first two.
fn first_told(check: &Areas, verdict: Verdict) -> Vec<&AreaSum> {
    let shown: Vec<&AreaSum> = check.with(verdict).collect();
    let is_count = |s: &&&AreaSum| {
        let measure = &s.compared.stated.what.measure;
        Group::TWO.iter().any(|g| *measure == Measure::of(*g, Aspect::Households))
    };
    let counts: Vec<&AreaSum> = shown.iter().filter(is_count).copied().collect();
    if counts.is_empty() { shown.into_iter().take(2).collect() } else { counts }
}

/// "1.429 hộ nghèo" for a count of households, "nhân khẩu hộ nghèo 5.945" for anything else.
fn counted_as(lang: Lang, figure: &Figure) -> String {
    match what::counted(lang, figure) {
        Some(word) => format!("{} {word}", bare(lang, figure)),
        None => format!("{} {}", what::name(lang, &figure.what), bare(lang, figure)),
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

/// Without a proper name of two words or more at its end or beginning: "học bổng Nguyễn Hữu Thọ" → "học bổng".
fn without_proper_name(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let proper = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    let at_end = words.iter().rev().take_while(proper).count();
    let at_start = words.iter().take_while(proper).count();
    // The first letter of a name in a sentence is already small: a proper name at the start is known by the second.
    let at_start = if at_start == 0 && words.len() > 2 {
        1 + words[1..].iter().take_while(proper).count()
    } else {
        at_start
    };
    if at_end >= 2 && at_end < words.len() {
        words[..words.len() - at_end].join(" ")
    } else if at_start >= 3 && at_start < words.len() {
        words[at_start..].join(" ")
    } else {
        name.to_owned()
    }
}
