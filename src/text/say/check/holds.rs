//! What would make a check hold, or what to ask of whom: a sentence for each kind.

use crate::model::checks::kind::{
    AimChanged, AreaSum, Areas, Compared, CoverageOf, Jump, MovementOf, PercentOfAim, RateChangeOf, RateOf,
    ReducedOf, ResultOf, SameReached, Total,
};
use crate::model::checks::{Check, CheckKind, Verdict, WhyNot};
use crate::model::figure::Figure;
use crate::model::measure::{Measure, When};
use crate::model::target::AimStated;
use crate::text::say::{field, parts, what};
use crate::text::show::{self, Style};
use crate::text::{Lang, date};

use super::{bare, ends, from_to, full, number};

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
    let called = parts::called(lang, counted.story.inputs().map(|f| &*f.what.whose));
    let (name, whole) = (what::name(lang, &sum.stated.what), parts::whole(lang, &check.whose));
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

/// "cuối kỳ 1.118 (nêu 1.120), hoặc các dòng ra, vào thêm 2".
fn movement(lang: Lang, m: &MovementOf) -> Option<String> {
    let (counted, end) = (m.counted.as_ref().ok()?, m.end.as_ref().ok()?);
    let group = what::group(lang, m.group);
    let (counted, stated) = (bare(lang, counted), bare(lang, end));
    let fall = m.difference.as_ref().ok()?;
    let size = fall.one()?.abs();
    let size = ends(lang, &size, &size, 0);
    let too_many = fall.one()?.is_positive();
    if fall.one()?.is_zero() {
        return Some(match lang {
            Lang::Vi => format!("{group} cuối kỳ {counted}"),
            Lang::En => format!("{group} households at the end {counted}"),
        });
    }
    Some(match (lang, too_many) {
        (Lang::Vi, true) => {
            format!("{group} cuối kỳ {counted} (nêu {stated}), hoặc ra thêm {size}, vào bớt {size}")
        }
        (Lang::Vi, false) => {
            format!("{group} cuối kỳ {counted} (nêu {stated}), hoặc ra bớt {size}, vào thêm {size}")
        }
        (Lang::En, true) => {
            format!("{group} at the end {counted} (stated {stated}), or {size} more out, {size} fewer in")
        }
        (Lang::En, false) => {
            format!("{group} at the end {counted} (stated {stated}), or {size} fewer out, {size} more in")
        }
    })
}

/// "kéo giảm hộ nghèo ghi 89 (nêu 90), hoặc cuối kỳ 1.339 (nêu 1.340)".
fn reduced(lang: Lang, r: &ReducedOf) -> Option<String> {
    let counted = bare(lang, r.counted.as_ref().ok()?);
    let (name, stated) = (what::name(lang, &r.reduced.what), bare(lang, &r.reduced));
    let end = r.end.as_ref().ok();
    let other = end.zip(r.start.as_ref().ok()).and_then(|(end, start)| {
        let would = start.one()? - r.reduced.one()?;
        (Some(&would) != end.one()).then(|| (ends(lang, &would, &would, 0), bare(lang, end)))
    });
    let other = other.map_or_else(String::new, |(would, end)| match lang {
        Lang::Vi => format!(", hoặc cuối kỳ {would} (nêu {end})"),
        Lang::En => format!(", or {would} at the end (stated {end})"),
    });
    Some(match lang {
        Lang::Vi => format!("{name} {counted}{}{other}", instead(lang, &counted, &stated)),
        Lang::En => format!("{name} {counted}{}{other}", instead(lang, &counted, &stated)),
    })
}

/// "mức thay đổi −0,48 điểm (nêu −0,50)".
fn rate_change(lang: Lang, r: &RateChangeOf) -> Option<String> {
    let counted = show::number(lang, r.counted.as_ref().ok()?, Style::Signed);
    let stated = show::number(lang, &r.stated, Style::Signed);
    let (points, instead) = (lang.pick("điểm", "points"), instead(lang, &counted, &stated));
    Some(match lang {
        Lang::Vi => format!("tỷ lệ {} thay đổi {counted} {points}{instead}", what::group(lang, r.group)),
        Lang::En => format!("a change of {counted} {points}{instead}"),
    })
}

fn result(lang: Lang, r: &ResultOf) -> Option<String> {
    let counted = r.counted.as_ref().ok()?;
    let instead = instead(lang, &bare(lang, counted), &bare(lang, &r.stated));
    let unit = show::unit(lang, counted.unit);
    let counted = format!("{} {unit}", bare(lang, counted)).trim_end().to_owned();
    Some(match lang {
        Lang::Vi => format!("kết quả {counted}{instead}"),
        Lang::En => format!("a result of {counted}{instead}"),
    })
}

/// "số đã có nhiều nhất 4.640 (nêu 4.700)".
fn coverage(lang: Lang, c: &CoverageOf) -> Option<String> {
    let (covered, eligible) = (bare(lang, c.covered.as_ref().ok()?), bare(lang, c.eligible.as_ref().ok()?));
    Some(match lang {
        Lang::Vi => format!("số đã có nhiều nhất {eligible} (nêu {covered})"),
        Lang::En => format!("at most {eligible} covered (stated {covered})"),
    })
}

fn same_reached(lang: Lang, same: &SameReached) -> String {
    let value = number(lang, &same.first.1);
    match lang {
        Lang::Vi => format!("nơi công bố: {value} là hai việc khác nhau, hay chép sang?"),
        Lang::En => format!("the publisher: two different {value}, or one copied from the other?"),
    }
}

/// "nơi công bố: 90 hộ có đúng không? không lạ nếu từ 100 đến 300".
fn jump(lang: Lang, j: &Jump) -> Option<String> {
    let (low, high) = j.usual()?;
    let (now, usual) = (full(lang, &j.now), ends(lang, &low, &high, 0));
    Some(match lang {
        Lang::Vi => format!("nơi công bố: vì sao {now}? không phải hỏi nếu {usual}"),
        Lang::En => format!("the publisher: why {now}? Nothing to ask for {usual}"),
    })
}

fn aim_changed(lang: Lang, a: &AimChanged) -> String {
    let day = date::day(lang, a.since);
    let before = match &a.before.1 {
        AimStated::Figure(_, figure) => full(lang, figure),
        AimStated::Done => lang.pick("hoàn thành", "done").to_owned(),
        AimStated::Absent => show::no_data(lang).to_owned(),
    };
    match lang {
        Lang::Vi => format!("nơi giao: văn bản nào đổi mức {before} ({day})? khớp nếu vẫn là mức ấy"),
        Lang::En => format!("who set it: which decision changed {before} ({day})? Holds if it still stands"),
    }
}

/// What only the file itself can settle.
fn of_file(lang: Lang, kind: &CheckKind) -> String {
    match kind {
        CheckKind::ComeGone(_) => lang
            .pick(
                "nơi lập tệp: sắp xếp lại địa giới, hay tệp thiếu?",
                "who made the file: were areas merged or split, or is the file short?",
            )
            .to_owned(),
        CheckKind::PeriodApart(p) => {
            let period = what::when(lang, When::Over(p.period));
            let (first, last) = (date::day(lang, p.period.first), date::day(lang, p.period.last));
            match lang {
                Lang::Vi => {
                    format!("nơi lập tệp: kỳ có đúng là {period}? khớp nếu as_of từ {first} đến {last}")
                }
                Lang::En => {
                    format!("who made the file: is it {period}? Holds for as_of from {first} to {last}")
                }
            }
        }
        CheckKind::Future(_) => lang
            .pick(
                "nơi lập tệp: ghi nhầm năm? khớp nếu không sau hôm nay",
                "who made the file: a wrong year? Holds if not after today",
            )
            .to_owned(),
        CheckKind::Private(_) => lang
            .pick(
                "nơi lập tệp: bỏ số giấy tờ, địa chỉ thư khỏi các trường này",
                "who made the file: take personal numbers and mail out of these fields",
            )
            .to_owned(),
        CheckKind::Doubt(_) => lang
            .pick(
                "nơi công bố; xác minh xong thì bỏ mục này trong doubts",
                "the publisher; once settled, take the entry out of doubts",
            )
            .to_owned(),
        CheckKind::Age(_) => lang
            .pick(
                "đơn vị: đã có số liệu mới hơn chưa? khớp nếu không quá 100 ngày",
                "the unit: are there newer figures? Holds up to 100 days",
            )
            .to_owned(),
        _ => String::new(),
    }
}

/// What a check needs that cannot be made.
fn need(lang: Lang, check: &Check, why: &WhyNot) -> String {
    match why {
        WhyNot::Missing(found) => {
            let fields: Vec<String> = once(found.iter().map(|what| of_whom(lang, check, what)));
            together(&fields)
        }
        WhyNot::StoredDerived(figures) => {
            let Some(figure) = figures.first() else { return String::new() };
            let name = what::of_whom(lang, &figure.what);
            let (value, when) = (number(lang, figure), what::when(lang, figure.what.when));
            match lang {
                Lang::Vi => format!("{name} {when} do báo cáo nêu, thay {value} suy ra"),
                Lang::En => format!("reported {name} of {when} in place of the derived {value}"),
            }
        }
        WhyNot::Bounded(figures) => {
            let list: Vec<String> = figures.iter().take(3).map(|f| full(lang, f)).collect();
            let words = lang.pick("số đúng thay cho", "an exact figure for");
            format!("{words} {}", list.join(", "))
        }
        WhyNot::UnitsDiffer(_) => lang.pick("hai số cùng đơn vị tính", "both figures in one unit").to_owned(),
        WhyNot::NothingToDivideBy => lang.pick("số chia lớn hơn 0", "a divisor above 0").to_owned(),
        WhyNot::PartsNotAll => lang
            .pick("\"areas_complete\": true, nếu đã ghi đủ", "\"areas_complete\": true, if these are all")
            .to_owned(),
    }
}

/// Fields of one object written once: "poor.movement.escaped, relapsed, newly; near_poor.movement.escaped, …".
fn together(fields: &[String]) -> String {
    let mut text = String::new();
    let mut object = "";
    for field in fields {
        let (of, name) = field.rsplit_once('.').unwrap_or(("", field));
        let same = !of.is_empty() && of == object;
        let gap = match (text.is_empty(), same) {
            (true, _) => "",
            (false, true) => ", ",
            (false, false) => "; ",
        };
        text = format!("{text}{gap}{}", if same { name } else { field });
        object = of;
    }
    text
}

/// A missing figure as the field that would hold it; of another day or area with that.
fn of_whom(lang: Lang, check: &Check, missing: &crate::model::measure::What) -> String {
    let field = field::of(missing).unwrap_or_else(|| what::name(lang, missing));
    let stock =
        matches!(missing.measure, Measure::AllHouseholds | Measure::Of(..)) && !missing.measure.is_flow();
    let other_day = match missing.when {
        When::Day(day) if stock && day != check.origin.as_of => format!(" {}", date::day(lang, day)),
        _ => String::new(),
    };
    if missing.whose.is(&check.whose) {
        format!("{field}{other_day}")
    } else {
        format!("{field} {}{other_day}", lang.of(&missing.whose.name))
    }
}
