//! Areas against their whole, both groups against the two, and lists of areas that differ.

use std::sync::Arc;

use crate::model::checks::{AreaSum, Areas, ComeGone, Compared, Verdict};
use crate::model::figure::Figure;
use crate::model::formula::Formula;
use crate::model::measure::{Aspect, Group, Measure};
use crate::model::name::AreaName;
use crate::say;
use crate::text::line::Line;
use crate::text::say::units::{self, Noun};
use crate::text::say::what;
use crate::text::show::Style;

use super::{Teller, group_of, instead, invented, listed, more_than};

impl Teller<'_> {
    /// "Cộng 14 phường (minh họa) = toàn quận: 1.429 hộ nghèo, 1.092 hộ cận nghèo".
    pub(super) fn areas(self, check: &Areas) -> Line {
        let first = check.sums.first().map(|sum| &sum.compared);
        let counted = noun_of_areas(check).counted(self.lang, check.areas.len());
        let head = say!(self, "Cộng {counted}[ ({mark})]", "{counted}[ ({mark})]"; counted,
            mark = first.and_then(|sum| invented(sum.counted.as_ref().ok()?, &sum.stated)));
        let wrong: Vec<&AreaSum> = check.with(Verdict::Contradicts).collect();
        if !wrong.is_empty() {
            return say!(self, "{head}: {each}[ và {more} số khác]", "{head}: {each}[ and {more} more]";
                head, each = listed(wrong.iter().take(2).map(|sum| self.unlike(&sum.compared)), "; "),
                more = more_than(2, wrong.len()));
        }
        let named = first_named(check, self.check.verdict).into_iter();
        let named: Vec<&Figure> = named.map(|sum| &sum.compared.stated).collect();
        let same = named.iter().enumerate().map(|(at, figure)| {
            let next = named.get(at + 1).and_then(|next| what::counted(self.lang, next));
            match (group_of(figure), what::counted(self.lang, figure)) {
                (Some(group), Some(_)) => say!(self, "{number} {noun}"; number = self.bare(figure),
                    noun = what::households_in_list(self.lang, figure, group, next.is_none())),
                _ => self.counted_as(figure),
            }
        });
        let same = listed(same, ", ");
        let whole = self.whole();
        if self.check.verdict == Verdict::Holds {
            let add_up = if check.areas.len() == 1 { " adds up" } else { " add up" };
            return say!(self, "{head} = {whole}: {same}", "{head}{whole}: {same}";
                head, whole = (&*whole, add_up), same);
        }
        say!(self, "{head} so với {whole} ({same})", "{head} against {whole} ({same})"; head, whole, same)
    }

    /// "1.440 hộ nghèo, toàn quận 1.429 (thừa 11)".
    fn unlike(self, compared: &Compared) -> Line {
        let name = |_| Line::plain(what::name(self.lang, &compared.stated.subject));
        say!(self, "{counted}, {whole} {stated}[ {off}]";
            counted = compared.counted.as_ref().map_or_else(name, |figure| self.counted_as(figure)),
            whole = self.whole(), stated = self.bare(&compared.stated), off = self.off(&compared.difference))
    }

    /// The sums that need somebody first, then the others, each "hộ nghèo: cộng 14 phường 1.440*, toàn quận 1.429".
    pub(super) fn areas_sum(self, areas: &Areas) -> Vec<Line> {
        let mut sums: Vec<&Compared> = areas.sums.iter().map(|s| &s.compared).collect();
        sums.sort_by_key(|sum| sum.verdict);
        if self.contradicts() {
            sums.retain(|sum| sum.verdict == Verdict::Contradicts);
        }
        let one = |sum: &&Compared| {
            let off = if sum.verdict == Verdict::Holds { None } else { self.off(&sum.difference) };
            say!(self, "{name}: cộng {counted}, {whole} {stated}[ {off}]",
                "{name}: sum {counted}, {whole} {stated}[ {off}]";
                name = what::name(self.lang, &sum.stated.subject), counted = self.known(&sum.counted, Style::Plain),
                whole = self.whole(), stated = &sum.stated, off)
        };
        sums.iter().map(one).collect()
    }

    /// "hộ nghèo: tổng các phường bằng toàn quận 1.429", for each figure that contradicts; else for the first ones.
    pub(super) fn areas_remedies(self, areas: &Areas) -> Vec<Line> {
        let wrong: Vec<&AreaSum> = areas.with(Verdict::Contradicts).collect();
        let told = if wrong.is_empty() { areas.sums.iter().take(2).collect() } else { wrong };
        told.iter().filter_map(|sum| self.area_sum_remedy(&sum.compared)).collect()
    }

    fn area_sum_remedy(self, sum: &Compared) -> Option<Line> {
        // By how much they are off stands with the figures: here is what would be right.
        Some(say!(self, "{name}: tổng các {areas} bằng {whole} {stated}",
            "{name}: the {areas} together are {stated}, as {whole}";
            name = what::name(self.lang, &sum.stated.subject),
            areas = noun_of_inputs(sum.counted.as_ref().ok()?).many(self.lang),
            whole = self.whole(), stated = self.bare(&sum.stated)))
    }

    /// "toàn quận".
    fn whole(self) -> String {
        units::noun(&self.check.whose).all(self.lang)
    }

    /// "Hộ nghèo và cận nghèo: 1.429 + 1.092 = 2.521".
    pub(super) fn combined(self, check: &Compared) -> Line {
        let (name, stated) = (what::name(self.lang, &check.stated.subject), self.bare(&check.stated));
        let Ok(counted) = &check.counted else { return say!(self, "{name} {stated}"; name, stated) };
        let sum = listed(counted.derivation.inputs().map(|figure| self.bare(figure)), " + ");
        if !self.contradicts() {
            return say!(self, "{name}: {sum} = {stated}"; name, sum, stated);
        }
        say!(self, "{name}: {sum} = {counted}, nêu {stated}[ {off}]",
            "{name}: {sum} = {counted}, stated {stated}[ {off}]";
            name, sum, counted, stated, off = self.off(&check.difference))
    }

    pub(super) fn combined_sum(self, check: &Compared) -> Line {
        let terms =
            check.counted.as_ref().ok().map(|counted| self.numbers(counted.derivation.inputs(), " + "));
        let sum = say!(self, "{name}: [{terms} = ]{counted}"; name = what::name(self.lang, &check.stated.subject),
            terms, counted = self.known(&check.counted, Style::Plain));
        self.then_stated(sum, &check.stated, Style::Signed, self.off(&check.difference))
    }

    /// "hộ nghèo và cận nghèo bằng 2.521 (nêu 2.520)".
    pub(super) fn combined_remedy(self, check: &Compared) -> Option<Line> {
        let counted = self.bare(check.counted.as_ref().ok()?);
        let instead = instead(self.bare(&check.stated), &counted);
        Some(
            say!(self, "{name} bằng {counted}[ (nêu {instead})]", "{name} of {counted}[ (stated {instead})]";
            name = what::name(self.lang, &check.stated.subject), counted, instead),
        )
    }

    /// "So với 30/06/2023: mới có Phường 15; thôi có tên Phường 3, Phường 4".
    pub(super) fn come_gone(self, lists: &ComeGone) -> Line {
        let names = |all: &[Arc<AreaName>]| {
            let few =
                Line::joined(all.iter().take(4).map(|area| say!(self, "{name}"; name = &area.name)), ", ")?;
            let more = more_than(4, all.len());
            Some(say!(self, "{few}[ và {more} nơi khác]", "{few}[ and {more} more]"; few, more))
        };
        let (come, gone) = (names(&lists.come), names(&lists.gone));
        say!(self, "So với {since}: [mới có {come}][{both}; ][thôi có tên {gone}]",
            "Since {since}: [newly listed {come}][{both}; ][no longer listed {gone}]";
            since = lists.since, both = come.is_some() && gone.is_some(), come, gone)
    }

    /// "1.429 hộ nghèo" for a count of households, "nhân khẩu hộ nghèo 5.945" for anything else.
    fn counted_as(self, figure: &Figure) -> Line {
        let number = self.bare(figure);
        let noun = what::counted(self.lang, figure);
        let name = noun.is_none().then(|| what::name(self.lang, &figure.subject));
        say!(self, "[{name} ]{number}[ {noun}]"; name, number, noun)
    }
}

/// What the areas of this line are called.
pub(super) fn noun_of_areas(check: &Areas) -> Noun {
    let names = check.areas.iter().map(|name| &**name);
    match check.sums.first() {
        Some(sum) => units::noun_within(&sum.compared.stated.subject.whose, names),
        None => units::noun_of_all(names),
    }
}

/// What the areas are called that a figure was summed from.
pub(super) fn noun_of_inputs(sum: &Figure) -> Noun {
    units::noun_of_all(sum.derivation.formula().into_iter().flat_map(Formula::whose))
}

/// The figures that a line on areas names: households of the two groups, else the first two.
fn first_named(check: &Areas, verdict: Verdict) -> Vec<&AreaSum> {
    let shown: Vec<&AreaSum> = check.with(verdict).collect();
    let is_count = |s: &&&AreaSum| {
        let measure = &s.compared.stated.subject.measure;
        Group::TWO.iter().any(|g| *measure == Measure::of_group(*g, Aspect::Households))
    };
    let counts: Vec<&AreaSum> = shown.iter().filter(is_count).copied().collect();
    if counts.is_empty() { shown.into_iter().take(2).collect() } else { counts }
}
