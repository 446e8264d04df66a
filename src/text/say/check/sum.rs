//! The arithmetic of a check in real numbers, each of them a figure that can be opened.

use crate::model::checks::kind::{Areas, Compared, MovementOf, PercentOfAim, RateOf, Total};
use crate::model::checks::{Check, CheckKind, Verdict};
use crate::model::figure::Story;
use crate::model::measure::Line;
use crate::model::ops::Known;
use crate::text::Lang;
use crate::text::say::parts;
use crate::text::say::phrase::Phrase;
use crate::text::say::what;
use crate::text::show::{self, Style};

/// The steps of the arithmetic, a line each; none for a check of dates and texts.
pub fn sum(lang: Lang, check: &Check) -> Vec<Phrase> {
    use CheckKind as K;
    match &check.kind {
        K::Total(all) => all.iter().flat_map(|t| total(lang, t)).collect(),
        K::Rate(all) => all.iter().map(|r| rate(lang, r)).collect(),
        K::PercentOfAim(all) => all.iter().map(|p| percent_of_aim(lang, p)).collect(),
        K::Areas(areas) => self::areas(lang, check, areas),
        K::Combined(all) => all.iter().map(|c| compared(lang, c, &sum_of(lang, &c.counted))).collect(),
        K::Movement(all) | K::MovementPersons(all) => all.iter().map(|m| movement(lang, m)).collect(),
        K::Reduced(all) => {
            let minus = |r: &crate::model::checks::kind::ReducedOf| minus(lang, &r.start, &r.end, &r.counted);
            all.iter().map(|r| stated(lang, minus(r), &Ok(r.reduced.clone()), &r.difference)).collect()
        }
        K::RateChange(all) => {
            let one = |r: &crate::model::checks::kind::RateChangeOf| {
                stated(lang, minus(lang, &r.to, &r.from, &r.counted), &Ok(r.stated.clone()), &r.difference)
            };
            all.iter().map(one).collect()
        }
        K::Result(all) => all.iter().map(|r| result(lang, r)).collect(),
        other => of_support(lang, other),
    }
}

fn of_support(lang: Lang, kind: &CheckKind) -> Vec<Phrase> {
    match kind {
        CheckKind::Coverage(c) => {
            let left =
                Phrase::default().known(lang, &c.covered).say(" − ").known(lang, &c.eligible).say(" = ");
            vec![signed(lang, left, &c.difference)]
        }
        CheckKind::SameReached(same) => [&same.first, &same.second]
            .map(|(named, figure)| {
                Phrase::default().full(lang, figure).say(format!(": {}", lang.of(&named.name)))
            })
            .into(),
        CheckKind::Jump(all) => all
            .iter()
            .map(|j| {
                let minus = Phrase::of(format!("{}: ", what::name(lang, &j.now.what)));
                let minus = minus.number(lang, &j.now).say(" − ").number(lang, &j.then).say(" = ");
                let phrase = signed(lang, minus, &j.change);
                match &j.share {
                    Ok(share) => signed(lang, phrase.say(", "), &Ok(share.clone())),
                    Err(_) => phrase,
                }
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn signed(lang: Lang, phrase: Phrase, known: &Known) -> Phrase {
    match known {
        Ok(figure) => phrase.written(show::in_sentence(lang, figure, Style::Signed), figure),
        Err(_) => phrase.say(show::no_data(lang)),
    }
}

/// "1.429 : 2,20% → 64.808-65.102* · 1.092 : 1,68% → 64.808-65.194*", then "cộng 14 phường = 65.000*".
fn total(lang: Lang, check: &Total) -> Vec<Phrase> {
    let mut phrase = Phrase::default();
    for (i, range) in check.ranges.iter().enumerate() {
        let gap = if i == 0 { "" } else { " · " };
        phrase = phrase.say(gap);
        for (n, input) in range.story.inputs().enumerate() {
            phrase = phrase.say(if n == 0 { "" } else { " : " }).number(lang, input);
        }
        phrase = phrase.say(" → ").number(lang, range);
    }
    let total = check.total.as_ref().ok().map(|total| match check.areas {
        Some(count) => {
            let called = parts::called(lang, total.story.inputs().map(|figure| &*figure.what.whose));
            let sum = lang.pick("cộng", "sum of");
            Phrase::of(format!("{sum} {count} {called} = ")).number(lang, total)
        }
        None => Phrase::of(lang.pick("tổng hộ dân nêu ", "all households stated ")).number(lang, total),
    });
    std::iter::once(phrase).chain(total).collect()
}

fn rate(lang: Lang, check: &RateOf) -> Phrase {
    let division = Phrase::default().known(lang, &check.count).say(" : ");
    match (&check.counted, &check.totals) {
        (Ok(counted), _) => {
            let phrase = division.known(lang, &check.total).say(" x 100 = ").number(lang, counted);
            phrase.say(says(lang)).number(lang, &check.rate)
        }
        (Err(_), Ok(totals)) => division.number(lang, &check.rate).say(" = ").full(lang, totals),
        (Err(_), Err(_)) => division.number(lang, &check.rate),
    }
}

fn says(lang: Lang) -> &'static str {
    lang.pick("; tệp nêu ", "; the file says ")
}

fn percent_of_aim(lang: Lang, check: &PercentOfAim) -> Phrase {
    let division = Phrase::default().known(lang, &check.value).say(" : ");
    if let Ok(counted) = &check.counted {
        let phrase = division.known(lang, &check.aim).say(" x 100 = ").number(lang, counted);
        return phrase.say(says(lang)).number(lang, &check.percent);
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

/// The sums that need somebody first, then the others, each "hộ nghèo: cộng 14 phường 1.440*, toàn quận 1.429".
fn areas(lang: Lang, check: &Check, areas: &Areas) -> Vec<Phrase> {
    let mut sums: Vec<&Compared> = areas.sums.iter().map(|s| &s.compared).collect();
    sums.sort_by_key(|sum| sum.verdict);
    if check.verdict == Verdict::Contradicts {
        sums.retain(|sum| sum.verdict == Verdict::Contradicts);
    }
    let whole = parts::whole(lang, &check.whose);
    let one = |sum: &&Compared| {
        let name = what::name(lang, &sum.stated.what);
        let added = lang.pick("cộng ", "sum ");
        let phrase =
            Phrase::of(format!("{name}: {added}")).known(lang, &sum.counted).say(format!(", {whole} "));
        let phrase = phrase.number(lang, &sum.stated);
        if sum.verdict == Verdict::Holds { phrase } else { phrase.beyond(lang, &sum.difference) }
    };
    sums.iter().map(one).collect()
}

/// The terms of a computed sum: "1.429 + 1.092".
fn sum_of(lang: Lang, counted: &Known) -> Phrase {
    let Ok(figure) = counted else { return Phrase::default() };
    let mut phrase = Phrase::default();
    if let Story::Derived(_) = &*figure.story {
        for (i, input) in figure.story.inputs().enumerate() {
            phrase = phrase.say(if i == 0 { "" } else { " + " }).number(lang, input);
        }
        phrase = phrase.say(" = ");
    }
    phrase
}

fn compared(lang: Lang, check: &Compared, sum: &Phrase) -> Phrase {
    let phrase = Phrase::of(format!("{}: ", what::name(lang, &check.stated.what)));
    let phrase = Phrase { parts: [phrase.parts, sum.parts.clone()].concat() };
    stated(lang, phrase.known(lang, &check.counted), &Ok(check.stated.clone()), &check.difference)
}

/// The computed sum, then what was stated, and by how much they differ.
fn stated(lang: Lang, phrase: Phrase, said: &Known, difference: &Known) -> Phrase {
    let Ok(said) = said else { return phrase };
    let phrase = phrase.say(says(lang));
    let points = matches!(said.unit, crate::model::unit::Unit::Point);
    let phrase = if points {
        phrase.written(show::with_unit(lang, said, Style::Signed), said)
    } else {
        phrase.number(lang, said)
    };
    phrase.beyond(lang, difference)
}

fn minus(lang: Lang, from: &Known, to: &Known, counted: &Known) -> Phrase {
    let phrase = Phrase::default().known(lang, from).say(" − ").known(lang, to);
    match counted {
        Ok(figure) => phrase.say(" = ").number(lang, figure),
        Err(_) => phrase,
    }
}

/// "1.429 − 335 thoát + 3 tái + 21 phát sinh = 1.118*; tệp nêu 1.118".
fn movement(lang: Lang, m: &MovementOf) -> Phrase {
    let mut phrase = Phrase::of(format!("{}: ", what::group(lang, m.group))).known(lang, &m.start);
    for (line, figure) in m.lines.iter().filter(|(_, figure)| figure.one().is_none_or(|n| !n.is_zero())) {
        let sign = if Line::OUT.contains(line) { " − " } else { " + " };
        phrase =
            phrase.say(sign).number(lang, figure).say(format!(" {}", what::line_short(lang, m.group, *line)));
    }
    if m.lines.is_empty() {
        let words = lang.pick(" − thoát + tái + phát sinh", " − escaped + relapsed + new");
        return phrase.say(format!("{words} = ")).known(lang, &m.end);
    }
    stated(lang, phrase.say(" = ").known(lang, &m.counted), &m.end, &m.difference)
}

fn result(lang: Lang, r: &crate::model::checks::kind::ResultOf) -> Phrase {
    let phrase = match &r.from {
        Some(from) => minus(lang, from, &r.to, &r.counted),
        None => Phrase::default().known(lang, &r.to),
    };
    stated(lang, phrase, &Ok(r.stated.clone()), &r.difference)
}
