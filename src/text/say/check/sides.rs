//! A check as the story of one of its figures tells it: in the fewest words, from that figure's side.

use crate::model::checks::{AreaSum, Areas, Check, CheckKind, SameReached, Verdict};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Measure};
use crate::text::Lang;
use crate::text::say::phrase::Phrase;
use crate::text::say::units;

use super::areas::noun_of_areas;
use super::{bare, group_of, invented, sentence, sign};

/// The check as told beside the figure, with its sign; none where the story itself says as much.
pub fn beside(lang: Lang, check: &Check, figure: &Figure) -> Option<Phrase> {
    let told = match (&check.kind, check.verdict) {
        (CheckKind::Total(_), Verdict::Holds) => check.kinds().find_map(|kind| total(lang, kind, figure)),
        (CheckKind::Rate(_), Verdict::Holds) if is_rate(figure) => return None,
        (CheckKind::Areas(all), Verdict::Holds | Verdict::Contradicts) => areas(lang, check, all, figure),
        (CheckKind::SameReached(same), _) => Some(same_reached(lang, same, figure)),
        _ => None,
    };
    let told = told.unwrap_or_else(|| Phrase::of(sentence(lang, check)));
    let sign = Phrase::of(format!("{} ", sign(check.verdict)));
    Some(Phrase { parts: [sign.parts, told.parts].concat() })
}

fn is_rate(figure: &Figure) -> bool {
    matches!(figure.what.measure, Measure::Of(_, Aspect::Rate))
}

/// From a group's side: the other group's count and rate, and the range they share.
fn total(lang: Lang, kind: &CheckKind, figure: &Figure) -> Option<Phrase> {
    let CheckKind::Total(check) = kind else { return None };
    let own = group_of(figure)?;
    let other =
        check.ranges.iter().find(|range| range.story.inputs().all(|input| group_of(input) != Some(own)))?;
    let inputs: Vec<&Figure> = other.story.inputs().collect();
    let [count, rate] = inputs[..] else { return None };
    let phrase = Phrase::of(lang.pick("khớp với ", "agrees with "))
        .number(lang, count)
        .say(lang.pick(" hộ", ""))
        .say(" = ")
        .number(lang, rate);
    let phrase = phrase.say(" (").written(bare(lang, other), other).say(")");
    Some(match &check.total {
        Ok(total) if check.areas.is_none() => {
            phrase.say(lang.pick(", tổng ", ", total ")).number(lang, total)
        }
        _ => phrase.say(lang.pick(", cùng một khoảng", ", the same range")),
    })
}

/// "bằng tổng 14 phường (minh họa)"; "cộng 14 phường được 1.440* (thừa 11)".
fn areas(lang: Lang, check: &Check, all: &Areas, figure: &Figure) -> Option<Phrase> {
    let is_here = |s: &&AreaSum| s.compared.stated.what == figure.what;
    let Some(sum) = all.sums.iter().find(is_here) else {
        let whole = units::noun(&check.whose).all(lang);
        let word = if check.verdict == Verdict::Holds {
            lang.pick("cộng vào khớp với", "adds up to")
        } else {
            lang.pick("cộng vào không bằng", "does not add up to")
        };
        return Some(Phrase::of(format!("{word} {whole}")));
    };
    let counted = sum.compared.counted.as_ref().ok()?;
    let called = noun_of_areas(all).many(lang);
    let (count, mark) = (sum.with, invented(lang, counted, figure));
    let phrase = match (lang, sum.compared.verdict) {
        (Lang::Vi, Verdict::Holds) => Phrase::of(format!("bằng tổng {count} {called}{mark} ")),
        (Lang::En, Verdict::Holds) => Phrase::of(format!("equals {count} {called}{mark} together, ")),
        (Lang::Vi, _) => Phrase::of(format!("cộng {count} {called}{mark}: ")),
        (Lang::En, _) => Phrase::of(format!("{count} {called}{mark} together: ")),
    };
    Some(phrase.number(lang, counted).beyond(lang, &sum.compared.difference))
}

/// The other of the two programmes.
fn same_reached(lang: Lang, same: &SameReached, figure: &Figure) -> Phrase {
    let (named, other) = if same.first.1.what == figure.what { &same.second } else { &same.first };
    let phrase = Phrase::of(lang.pick("cũng là ", "the same as ")).full(lang, other);
    let ask = lang.pick("; cần xác minh", "; to verify");
    phrase.say(format!(": {}{ask}", lang.of(&named.name)))
}
