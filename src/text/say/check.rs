//! The sentences of data checks, each with its real numbers.

use crate::model::checks::kind::{Areas, Compared, PercentOfAim, RateOf, Total};
use crate::model::checks::{Check, CheckKind, Verdict, WhyNot};
use crate::model::figure::Figure;
use crate::model::ops::Known;
use crate::text::show::{self, Style};
use crate::text::{Lang, date};

use super::what;

/// The word of a verdict.
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradicts => lang.pick("mâu thuẫn", "contradict"),
        Verdict::ToVerify => lang.pick("cần xác minh", "to verify"),
        Verdict::CannotCheck => lang.pick("không đối chiếu được", "cannot be checked"),
        Verdict::Holds => lang.pick("khớp", "hold"),
    }
}

/// The sign of a verdict.
pub fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradicts => "✗",
        Verdict::ToVerify => "!",
        Verdict::CannotCheck => "·",
        Verdict::Holds => "✓",
    }
}

fn number(lang: Lang, figure: &Figure) -> String {
    show::in_sentence(lang, figure, Style::Plain)
}

fn full(lang: Lang, figure: &Figure) -> String {
    show::with_unit(lang, figure, Style::Plain)
}

fn known(lang: Lang, known: &Known) -> String {
    known.as_ref().map_or_else(|_| show::no_data(lang).to_owned(), |figure| full(lang, figure))
}

fn signed(lang: Lang, difference: &Known) -> String {
    difference
        .as_ref()
        .map_or_else(|_| String::new(), |d| format!(" ({})", show::in_sentence(lang, d, Style::Signed)))
}

/// What was checked, with its numbers, and why where it cannot be.
pub fn sentence(lang: Lang, check: &Check) -> String {
    let text = statement(lang, &check.kind);
    let why = why(lang, check);
    if check.verdict == Verdict::CannotCheck && !why.is_empty() { format!("{text}: {why}") } else { text }
}

fn statement(lang: Lang, kind: &CheckKind) -> String {
    match kind {
        CheckKind::Total(all) => joined(all, |t| total(lang, t)),
        CheckKind::Rate(all) => joined(all, |r| rate(lang, r)),
        CheckKind::PercentOfAim(all) => joined(all, |p| percent_of_aim(lang, p)),
        CheckKind::Areas(areas) => self::areas(lang, areas),
        CheckKind::Combined(all) => joined(all, |c| compared(lang, c)),
        CheckKind::Movement(all) | CheckKind::MovementPersons(all) => movement(lang, all),
        CheckKind::Reduced(all) => reduced(lang, all),
        CheckKind::RateChange(all) => joined(all, |r| {
            format!(
                "{} {}: {}{}",
                lang.pick("Tỷ lệ thay đổi", "Rate change"),
                full(lang, &r.stated),
                known(lang, &r.counted),
                signed(lang, &r.difference)
            )
        }),
        CheckKind::Result(all) => joined(all, |r| {
            format!(
                "{} ({}): {} {}{}",
                full(lang, &r.stated),
                lang.of(&r.target.name),
                lang.pick("các kỳ cho", "snapshots give"),
                known(lang, &r.counted),
                signed(lang, &r.difference)
            )
        }),
        other => rest(lang, other),
    }
}

fn movement(lang: Lang, all: &[crate::model::checks::kind::MovementOf]) -> String {
    let head = lang.pick("Đầu kỳ − ra + vào = cuối kỳ", "Start − out + in = end");
    let each = joined(all, |m| {
        format!(
            "{}: {} = {}{}",
            what::group(lang, m.group),
            known(lang, &m.counted),
            known(lang, &m.end),
            signed(lang, &m.difference)
        )
    });
    if all.iter().all(|m| m.counted.is_err() || !m.missing.is_empty()) {
        head.to_owned()
    } else {
        format!("{head}; {each}")
    }
}

fn reduced(lang: Lang, all: &[crate::model::checks::kind::ReducedOf]) -> String {
    let numbers = joined(all, |r| number(lang, &r.reduced));
    if all.len() > 2 {
        return match lang {
            Lang::Vi => format!("Kéo giảm của {} địa bàn so với các kỳ", all.len()),
            Lang::En => format!("Falls of {} areas against the snapshots", all.len()),
        };
    }
    if all.iter().all(|r| r.counted.as_ref().map_or(true, Figure::is_derived) && is_from_hand(r)) {
        let ask = lang.pick("giảm ròng hay số hộ thoát?", "net fall or households that escaped?");
        format!("{numbers}: {ask}")
    } else {
        let counted = joined(all, |r| format!("{}{}", known(lang, &r.counted), signed(lang, &r.difference)));
        format!(
            "{} {numbers}: {} {counted}",
            lang.pick("Kéo giảm", "Brought down"),
            lang.pick("các kỳ cho", "snapshots give")
        )
    }
}

/// Is the start worked out by hand, so that the snapshots cannot tell a net fall from one that is not?
fn is_from_hand(check: &crate::model::checks::kind::ReducedOf) -> bool {
    check.start.as_ref().map_or(true, Figure::is_derived)
}

fn rest(lang: Lang, kind: &CheckKind) -> String {
    match kind {
        CheckKind::Coverage(c) => {
            format!(
                "{}: {} / {}{}",
                lang.of(&c.entry.name),
                known(lang, &c.covered),
                known(lang, &c.eligible),
                signed(lang, &c.difference)
            )
        }
        CheckKind::SameReached(same) => same_reached(lang, same),
        CheckKind::Jump(all) => joined(all, |j| {
            format!("{}: {} → {}", what::name(lang, &j.now.what), number(lang, &j.then), full(lang, &j.now))
        }),
        CheckKind::ComeGone(c) => come_gone(lang, c),
        CheckKind::AimChanged(a) => {
            let (name, day) = (lang.of(&a.target.name), date::day(lang, a.since));
            match lang {
                Lang::Vi => format!("Chỉ tiêu {name}: mức giao khác với tệp {day}"),
                Lang::En => format!("Target {name}: the aim is not what the file of {day} says"),
            }
        }
        CheckKind::PeriodApart(p) => {
            let (period, day) =
                (what::when(lang, crate::model::measure::When::Over(p.period)), date::day(lang, p.as_of));
            match lang {
                Lang::Vi => format!("Kỳ {period} không có ngày số liệu {day}"),
                Lang::En => format!("The period {period} does not hold the date {day}"),
            }
        }
        CheckKind::Future(dates) => {
            let days = joined(dates, |(_, day)| date::day(lang, *day));
            format!("{} {days}", lang.pick("Ngày ở tương lai:", "Dates in the future:"))
        }
        CheckKind::Private(fields) => {
            let words =
                lang.pick("Có thể có số giấy tờ hoặc địa chỉ thư:", "May hold personal numbers or mail:");
            format!("{words} {}", fields.join(", "))
        }
        CheckKind::Doubt(doubt) => lang.of(&doubt.text).to_owned(),
        CheckKind::Age(days) => match lang {
            Lang::Vi => format!("Số liệu mới nhất đã {days} ngày"),
            Lang::En => format!("The newest figures are {days} days old"),
        },
        _ => String::new(),
    }
}

fn come_gone(lang: Lang, c: &crate::model::checks::kind::ComeGone) -> String {
    let names = |all: &[std::sync::Arc<crate::model::area::AreaName>]| {
        all.iter().map(|n| lang.of(&n.name)).collect::<Vec<_>>().join(", ")
    };
    let day = date::day(lang, c.since);
    match lang {
        Lang::Vi => format!("So với {day}: mới có {}; không còn {}", names(&c.come), names(&c.gone)),
        Lang::En => format!("Since {day}: new {}; gone {}", names(&c.come), names(&c.gone)),
    }
}

fn same_reached(lang: Lang, same: &crate::model::checks::kind::SameReached) -> String {
    let name = |(named, figure): &(std::sync::Arc<crate::model::measure::Named>, Figure)| {
        format!("{} {}", show::unit(lang, figure.unit), lang.of(&named.name))
    };
    let value = number(lang, &same.first.1);
    match lang {
        Lang::Vi => format!("{value} vừa là {}, vừa là {}", name(&same.first), name(&same.second)),
        Lang::En => format!("{value} is both {} and {}", name(&same.first), name(&same.second)),
    }
}

fn joined<T>(all: &[T], say: impl Fn(&T) -> String) -> String {
    all.iter().map(say).collect::<Vec<_>>().join(", ")
}

fn total(lang: Lang, check: &Total) -> String {
    let range = known(lang, &check.range);
    let total = known(lang, &check.total);
    let of = match (lang, check.areas) {
        (Lang::Vi, Some(n)) => format!("Tổng hộ dân {n} địa bàn {total}"),
        (Lang::En, Some(n)) => format!("Households of {n} areas {total}"),
        (Lang::Vi, None) => format!("Tổng hộ dân {total}"),
        (Lang::En, None) => format!("All households {total}"),
    };
    match lang {
        Lang::Vi => format!("{of}: các tỷ lệ cho phép {range}"),
        Lang::En => format!("{of}: the rates allow {range}"),
    }
}

fn rate(lang: Lang, check: &RateOf) -> String {
    let (count, stated) = (known(lang, &check.count), number(lang, &check.rate));
    match (&check.counted, &check.totals) {
        (Ok(counted), _) => {
            let counted = number(lang, counted);
            match lang {
                Lang::Vi => format!("{count} = {stated}: tính ra {counted}"),
                Lang::En => format!("{count} = {stated}: computed {counted}"),
            }
        }
        (_, Ok(totals)) => {
            let totals = show::number(lang, totals, Style::Plain);
            match lang {
                Lang::Vi => format!("{count} = {stated} khi tổng hộ dân là {totals}"),
                Lang::En => format!("{count} = {stated} for a total of {totals} households"),
            }
        }
        _ => format!("{count} = {stated}"),
    }
}

fn percent_of_aim(lang: Lang, check: &PercentOfAim) -> String {
    let (value, percent, aim) =
        (known(lang, &check.value), number(lang, &check.percent), known(lang, &check.aim));
    let aims = check
        .aims
        .as_ref()
        .map_or_else(String::new, |aims| format!(" ({})", show::number(lang, aims, Style::Plain)));
    match lang {
        Lang::Vi => format!("{value} = {percent} khi chỉ tiêu là {aim}{aims}"),
        Lang::En => format!("{value} = {percent} for an aim of {aim}{aims}"),
    }
}

fn areas(lang: Lang, check: &Areas) -> String {
    let count = check.count;
    let wrong: Vec<String> = check.with(Verdict::Contradicts).map(|s| compared(lang, &s.compared)).collect();
    let head = match lang {
        Lang::Vi => format!("Cộng {count} địa bàn"),
        Lang::En => format!("Sum of {count} areas"),
    };
    if wrong.is_empty() {
        let same = check.with(Verdict::Holds).map(|s| {
            format!("{} {}", number(lang, &s.compared.stated), what::name(lang, &s.compared.stated.what))
        });
        let same: Vec<String> = same.take(2).collect();
        return format!("{head} = {}: {}", lang.pick("toàn đơn vị", "the whole"), same.join(", "));
    }
    format!("{head}: {}", wrong.join(", "))
}

fn compared(lang: Lang, check: &Compared) -> String {
    let stated = full(lang, &check.stated);
    let (counted, difference) = (known(lang, &check.counted), signed(lang, &check.difference));
    match lang {
        Lang::Vi => {
            format!("{}: nêu {stated}, cộng lại {counted}{difference}", what::name(lang, &check.stated.what))
        }
        Lang::En => {
            format!("{}: stated {stated}, summed {counted}{difference}", what::name(lang, &check.stated.what))
        }
    }
}

/// Why a check cannot be made.
fn why(lang: Lang, check: &Check) -> String {
    let part = |why: &WhyNot| match why {
        WhyNot::Missing(found) => {
            let names: Vec<String> = found.iter().take(3).map(|w| what::name(lang, w)).collect();
            format!("{} {}", lang.pick("thiếu", "missing"), names.join(", "))
        }
        WhyNot::StoredDerived(_) => {
            lang.pick("hai vế suy ra từ nhau", "both sides follow from each other").to_owned()
        }
        WhyNot::Bounded(_) => lang.pick("số chỉ nêu mức hơn, gần", "the figures are only bounds").to_owned(),
        WhyNot::UnitsDiffer(_) => lang.pick("khác đơn vị tính", "different units").to_owned(),
        WhyNot::NothingToDivideBy => lang.pick("số chia bằng 0", "nothing to divide by").to_owned(),
        WhyNot::PartsNotAll => lang.pick("chưa đủ địa bàn", "not all areas are listed").to_owned(),
    };
    check.why.iter().map(part).collect::<Vec<_>>().join("; ")
}
