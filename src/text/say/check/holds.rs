//! What would make a check hold, or what to ask of whom: a sentence for each kind.

mod ask;
mod changes;
mod needs;

use crate::model::checks::kind::{AreaSum, Areas, Compared, PercentOfAim, RateOf, Total};
use crate::model::checks::{Check, CheckKind, Verdict, WhyNot};
use crate::model::figure::Figure;
use crate::text::say::{units, what};
use crate::text::{Lang, show};

use super::{bare, ends, from_to};
use ask::{aim_changed, jump, of_file, same_reached};
use changes::{coverage, movement, rate_change, reduced, result};
use needs::need;

/// So many sentences at most: the first ones are those that need somebody.
const MOST: usize = 6;

/// The sentences, the most helpful first. Of a check that cannot be made: what it needs.
pub fn holds(lang: Lang, check: &Check) -> Vec<String> {
    if check.verdict == Verdict::CannotCheck {
        // A field that is missing can be filled in; that both sides follow from each other is settled elsewhere.
        let (missing, others): (Vec<&WhyNot>, _) =
            check.why.iter().partition(|why| matches!(why, WhyNot::Missing(_)));
        let needs = missing.into_iter().chain(others).map(|why| need(lang, check, why));
        return once(needs.filter(|s| !s.is_empty()));
    }
    once(of_kind(lang, check).into_iter())
}

fn once(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found.truncate(MOST);
    found
}

fn of_kind(lang: Lang, check: &Check) -> Vec<String> {
    use CheckKind as K;
    match &check.kind {
        K::Total(all) => all.iter().filter_map(|t| total(lang, t)).collect(),
        K::Rate(all) => all.iter().filter_map(|r| rate(lang, r)).collect(),
        K::PercentOfAim(all) => all.iter().filter_map(|p| percent_of_aim(lang, p)).collect(),
        K::Areas(areas) => self::areas(lang, check, areas),
        K::Combined(all) => all.iter().filter_map(|c| combined(lang, c)).collect(),
        K::Movement(all) | K::MovementPersons(all) => all.iter().filter_map(|m| movement(lang, m)).collect(),
        K::Reduced(all) => all.iter().filter_map(|r| reduced(lang, r)).collect(),
        K::RateChange(all) => all.iter().filter_map(|r| rate_change(lang, r)).collect(),
        K::Result(all) => all.iter().filter_map(|r| result(lang, r)).collect(),
        K::Coverage(entry) => coverage(lang, entry).into_iter().collect(),
        K::SameReached(same) => vec![same_reached(lang, same)],
        K::Jump(all) => all.iter().filter_map(|j| jump(lang, j)).collect(),
        K::AimChanged(aim) => vec![aim_changed(lang, aim)],
        other => vec![of_file(lang, other)],
    }
}

/// " (nêu 2,50%)": what stands in the file, where that is not what would do.
fn instead(lang: Lang, would: &str, stated: &str) -> String {
    if would.trim_end_matches('%') == stated.trim_end_matches('%') {
        return String::new();
    }
    format!(" ({} {stated})", lang.pick("nêu", "stated"))
}

/// "tổng hộ dân từ 64.808 đến 65.102 (đang là 65.000)".
fn total(lang: Lang, check: &Total) -> Option<String> {
    match (&check.range, &check.total) {
        (Ok(range), Ok(total)) => {
            let range = from_to(lang, range);
            let now = bare(lang, total);
            Some(match lang {
                Lang::Vi => format!("tổng hộ dân {range} (đang là {now})"),
                Lang::En => format!("all households {range} (now {now})"),
            })
        }
        (Ok(range), Err(_)) => Some(match lang {
            Lang::Vi => format!("tổng hộ dân {}", from_to(lang, range)),
            Lang::En => format!("all households {}", from_to(lang, range)),
        }),
        (Err(_), _) => {
            let (rate, (low, high)) = check.second_rate()?;
            let fits = ends(lang, &low, &high, rate.written.unwrap_or(0));
            let (name, now) = (what::name(lang, &rate.what), bare(lang, rate));
            Some(match lang {
                Lang::Vi => format!("{name} {fits}% (đang là {now})"),
                Lang::En => format!("{name} {fits}% (now {now})"),
            })
        }
    }
}

/// "tỷ lệ từ 2,19 đến 2,20%, hoặc số hộ từ 1.427 đến 1.433 (đang là 2,50% và 1.440)".
fn rate(lang: Lang, check: &RateOf) -> Option<String> {
    let Some((low, high)) = check.rates() else {
        let totals = from_to(lang, check.totals.as_ref().ok()?);
        return Some(match lang {
            Lang::Vi => format!("tổng hộ dân {totals}"),
            Lang::En => format!("all households {totals}"),
        });
    };
    let rates = ends(lang, &low, &high, check.rate.written.unwrap_or(0));
    let counts = check.counts().map(|(low, high)| ends(lang, &low, &high, 0));
    let (rate, count) =
        (bare(lang, &check.rate), check.count.as_ref().map(|c| bare(lang, c)).unwrap_or_default());
    let rate = format!("{rates}%{}", instead(lang, &rates, &rate));
    let counts = counts.map(|counts| format!("{counts}{}", instead(lang, &counts, &count)));
    Some(match (lang, counts) {
        (Lang::Vi, Some(counts)) => format!("tỷ lệ {rate}, hoặc số hộ {counts}"),
        (Lang::Vi, None) => format!("tỷ lệ {rate}"),
        (Lang::En, Some(counts)) => format!("a rate of {rate}, or {counts} households"),
        (Lang::En, None) => format!("a rate of {rate}"),
    })
}

/// "chỉ tiêu từ 399 đến 401 hộ"; with a stated aim "ghi đạt 112%, hoặc kết quả từ 698 đến 702 hộ".
fn percent_of_aim(lang: Lang, check: &PercentOfAim) -> Option<String> {
    if let Some(aims) = &check.aims {
        let unit = show::unit(lang, aims.unit);
        let aims = match aims.one() {
            Some(_) => bare(lang, aims),
            None => ends(lang, aims.amount.low(), aims.amount.high(), decimals_of(aims)),
        };
        return Some(match lang {
            Lang::Vi => format!("chỉ tiêu {aims} {unit}"),
            Lang::En => format!("an aim of {aims} {unit}"),
        });
    }
    let Some((low, high)) = check.percents() else { return nearest_aim(lang, check) };
    let percents = ends(lang, &low, &high, check.percent.written.unwrap_or(0));
    let stated = bare(lang, &check.percent);
    let decimals = check.aim.as_ref().ok().and_then(|aim| aim.written).unwrap_or(0);
    let values = check.values().map(|(low, high)| ends(lang, &low, &high, decimals));
    let values = values.map_or_else(String::new, |values| match lang {
        Lang::Vi => format!(", hoặc kết quả {values}"),
        Lang::En => format!(", or a result of {values}"),
    });
    Some(match lang {
        Lang::Vi => format!("đạt {percents}%{}{values}", instead(lang, &percents, &stated)),
        Lang::En => format!("{percents}% of the aim{}{values}", instead(lang, &percents, &stated)),
    })
}

/// Where no aim gives the percent: "đạt 161,3% với chỉ tiêu 31 (nêu 160,8%)".
fn nearest_aim(lang: Lang, check: &PercentOfAim) -> Option<String> {
    let (aim, percent) = check.nearest()?;
    let percent = ends(lang, &percent, &percent, check.percent.written.unwrap_or(0));
    let aim = ends(lang, &aim, &aim, 0);
    let instead = instead(lang, &percent, &bare(lang, &check.percent));
    Some(match lang {
        Lang::Vi => format!("đạt {percent}% với chỉ tiêu {aim}{instead}"),
        Lang::En => format!("{percent}% of an aim of {aim}{instead}"),
    })
}

/// The decimals of a range of aims in points: the fewest that write both ends.
fn decimals_of(aims: &Figure) -> u8 {
    let exact = |d: &u8| {
        let same =
            |x: &crate::model::exact::Exact| x.rounded(*d, crate::model::exact::Rounding::Nearest) == *x;
        same(aims.amount.low()) && same(aims.amount.high())
    };
    (0..=12).find(exact).unwrap_or(2)
}

/// "tổng các phường bằng 1.429 (đang 1.440, thừa 11)", for each figure that contradicts; else for the first ones.
fn areas(lang: Lang, check: &Check, areas: &Areas) -> Vec<String> {
    let wrong: Vec<&AreaSum> = areas.with(Verdict::Contradicts).collect();
    let told = if wrong.is_empty() { areas.sums.iter().take(2).collect() } else { wrong };
    told.iter().filter_map(|sum| area_sum(lang, check, &sum.compared)).collect()
}

fn area_sum(lang: Lang, check: &Check, sum: &Compared) -> Option<String> {
    let counted = sum.counted.as_ref().ok()?;
    let called = units::noun_of_all(counted.story.inputs().map(|f| &*f.what.whose)).many(lang);
    let (name, whole) = (what::name(lang, &sum.stated.what), units::noun(&check.whose).all(lang));
    let beyond = super::beyond(lang, &sum.difference);
    let stated = bare(lang, &sum.stated);
    Some(match lang {
        Lang::Vi => format!("{name}: tổng các {called} bằng {whole} {stated}{beyond}"),
        Lang::En => format!("{name}: the {called} together are {stated}, as {whole}{beyond}"),
    })
}

/// "hộ nghèo và cận nghèo ghi 2.521 (nêu 2.520)".
fn combined(lang: Lang, check: &Compared) -> Option<String> {
    let counted = bare(lang, check.counted.as_ref().ok()?);
    let (name, stated) = (what::name(lang, &check.stated.what), bare(lang, &check.stated));
    Some(match lang {
        Lang::Vi => format!("{name} bằng {counted}{}", instead(lang, &counted, &stated)),
        Lang::En => format!("{name} of {counted}{}", instead(lang, &counted, &stated)),
    })
}
