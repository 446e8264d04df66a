//! A check as the story of one of its figures tells it: in the fewest words, from that figure's side.

use crate::model::checks::{AreaSum, Areas, Check, CheckKind, SameReached, Verdict};
use crate::model::figure::Figure;
use crate::model::measure::Measure;
use crate::say;
use crate::text::Lang;
use crate::text::line::Line;
use crate::text::say::units;

use super::areas::noun_of_areas;
use super::{Teller, group_of, invented, sentence, sign};

/// The check as told beside the figure, with its sign; none where the story itself says as much.
pub fn beside(lang: Lang, check: &Check, figure: &Figure) -> Option<Line> {
    let teller = Teller { lang, check };
    let told = match (&check.kind, check.verdict) {
        (CheckKind::Total(_), Verdict::Holds) => {
            check.kinds().find_map(|kind| teller.total_beside(kind, figure))
        }
        (CheckKind::Rate(_), Verdict::Holds) if is_rate(figure) => return None,
        (CheckKind::Areas(all), Verdict::Holds | Verdict::Contradicts) => teller.areas_beside(all, figure),
        (CheckKind::SameReached(same), _) => Some(teller.same_reached_beside(same, figure)),
        _ => None,
    };
    let told = told.unwrap_or_else(|| Line::plain(sentence(lang, check)));
    Some(say!(lang, "{sign} {told}"; sign = sign(check.verdict_of(figure)), told))
}

fn is_rate(figure: &Figure) -> bool {
    matches!(&figure.subject.measure, Measure::Of(_, aspect) if aspect.is_rate())
}

impl Teller<'_> {
    /// From a group's side: the other group's count and rate, and the range they share.
    fn total_beside(self, kind: &CheckKind, figure: &Figure) -> Option<Line> {
        let CheckKind::Total(check) = kind else { return None };
        let own = group_of(figure)?;
        let is_other = |range: &&Figure| range.derivation.inputs().all(|input| group_of(input) != Some(own));
        let other = check.ranges.iter().find(is_other)?;
        let inputs: Vec<&Figure> = other.derivation.inputs().collect();
        let [count, rate] = inputs[..] else { return None };
        let shared = match &check.total {
            Ok(total) if check.areas.is_none() => say!(self, "tổng {total}", "total {total}"; total),
            _ => say!(self, "cùng một khoảng", "the same range"),
        };
        Some(say!(self, "khớp với {count} hộ = {rate} ({range}), {shared}",
            "agrees with {count} = {rate} ({range}), {shared}"; count, rate, range = self.bare(other), shared))
    }

    /// "bằng tổng 14 phường (minh họa)"; "cộng 14 phường được 1.440* (thừa 11)".
    fn areas_beside(self, all: &Areas, figure: &Figure) -> Option<Line> {
        let is_here = |s: &&AreaSum| s.compared.stated.subject == figure.subject;
        let Some(sum) = all.sums.iter().find(is_here) else {
            let whole = units::noun(&self.check.whose).all(self.lang);
            let sum = match self.check.verdict_of(figure) {
                Verdict::Holds => ("cộng vào khớp với", "adds up to"),
                Verdict::Contradicts | Verdict::ToVerify | Verdict::CannotCheck => {
                    ("cộng vào không bằng", "does not add up to")
                }
            };
            return Some(say!(self, "{sum} {whole}"; sum, whole));
        };
        let counted = sum.compared.counted.as_ref().ok()?;
        let (count, mark, off) = (sum.with, invented(counted, figure), self.off(&sum.compared.difference));
        let areas = noun_of_areas(all).many(self.lang);
        Some(if sum.compared.verdict == Verdict::Holds {
            say!(self, "bằng tổng {count} {areas}[ ({mark})] {counted}[ {off}]",
                "equals {count} {areas}[ ({mark})] together, {counted}[ {off}]"; count, areas, mark, counted, off)
        } else {
            say!(self, "cộng {count} {areas}[ ({mark})]: {counted}[ {off}]",
                "{count} {areas}[ ({mark})] together: {counted}[ {off}]"; count, areas, mark, counted, off)
        })
    }

    /// The other of the two programmes.
    fn same_reached_beside(self, same: &SameReached, figure: &Figure) -> Line {
        let is_first = same.first.1.subject == figure.subject;
        let (named, other) = if is_first { &same.second } else { &same.first };
        let twice = super::given_twice(&self, other);
        say!(self, "{twice}: {name} ({other+})"; twice, name = &named.name, other)
    }
}
