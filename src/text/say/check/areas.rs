//! Areas against their whole, both groups against the two, and lists of areas that differ.

use std::sync::Arc;

use crate::model::checks::{AreaSum, Areas, ComeGone, Compared, Verdict};
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Measure};
use crate::model::name::AreaName;
use crate::text::say::phrase::Phrase;
use crate::text::say::units::{self, Noun};
use crate::text::say::what;
use crate::text::{Lang, date};

use super::{Told, bare, beyond, invented, number};

impl Told<'_> {
    /// "Cộng 14 phường (minh họa) = toàn quận: 1.429 hộ nghèo, 1.092 hộ cận nghèo".
    pub(super) fn areas(self, check: &Areas) -> String {
        let (lang, verdict) = (self.lang, self.check.verdict);
        let first = check.sums.first().map(|sum| &sum.compared);
        let mark = first.and_then(|sum| Some(invented(lang, sum.counted.as_ref().ok()?, &sum.stated)));
        let head = format!(
            "{}{} {}{}",
            lang.pick("Cộng ", ""),
            check.count,
            noun_of_areas(check).many(lang),
            mark.unwrap_or("")
        );
        let wrong: Vec<&AreaSum> = check.with(Verdict::Contradicts).collect();
        if !wrong.is_empty() {
            let each: Vec<String> = wrong.iter().take(2).map(|s| self.unlike(&s.compared)).collect();
            let more = match (wrong.len().saturating_sub(2), lang) {
                (0, _) => String::new(),
                (more, Lang::Vi) => format!(" và {more} số khác"),
                (more, Lang::En) => format!(" and {more} more"),
            };
            return format!("{head}: {}{more}", each.join("; "));
        }
        let said = first_told(check, verdict).into_iter();
        let same: Vec<String> = said.map(|s| counted_as(lang, &s.compared.stated)).collect();
        let link = match (lang, verdict) {
            (Lang::Vi, Verdict::Holds) => format!(" = {}", self.whole()),
            (Lang::En, Verdict::Holds) => " add up".to_owned(),
            _ => format!(" {} {}", lang.pick("so với", "against"), self.whole()),
        };
        format!("{head}{link}: {}", same.join(", "))
    }

    /// "1.440 hộ nghèo, toàn quận nêu 1.429 (thừa 11)".
    fn unlike(self, compared: &Compared) -> String {
        let lang = self.lang;
        let name = || what::name(lang, &compared.stated.what);
        let counted = compared.counted.as_ref().map_or_else(|_| name(), |figure| counted_as(lang, figure));
        let stated = bare(lang, &compared.stated);
        format!("{counted}, {} {stated}{}", self.whole(), beyond(lang, &compared.difference))
    }

    /// The sums that need somebody first, then the others, each "hộ nghèo: cộng 14 phường 1.440*, toàn quận 1.429".
    pub(super) fn areas_sum(self, areas: &Areas) -> Vec<Phrase> {
        let lang = self.lang;
        let mut sums: Vec<&Compared> = areas.sums.iter().map(|s| &s.compared).collect();
        sums.sort_by_key(|sum| sum.verdict);
        if self.open() {
            sums.retain(|sum| sum.verdict == Verdict::Contradicts);
        }
        let one = |sum: &&Compared| {
            let added = format!("{}: {}", what::name(lang, &sum.stated.what), lang.pick("cộng ", "sum "));
            let phrase = Phrase::of(added).known(lang, &sum.counted).say(format!(", {} ", self.whole()));
            let phrase = phrase.number(lang, &sum.stated);
            if sum.verdict == Verdict::Holds { phrase } else { phrase.beyond(lang, &sum.difference) }
        };
        sums.iter().map(one).collect()
    }

    /// "tổng các phường bằng 1.429 (đang 1.440, thừa 11)", for each figure that contradicts; else for the first ones.
    pub(super) fn areas_remedies(self, areas: &Areas) -> Vec<String> {
        let wrong: Vec<&AreaSum> = areas.with(Verdict::Contradicts).collect();
        let told = if wrong.is_empty() { areas.sums.iter().take(2).collect() } else { wrong };
        told.iter().filter_map(|sum| self.area_sum_remedy(&sum.compared)).collect()
    }

    fn area_sum_remedy(self, sum: &Compared) -> Option<String> {
        let (lang, whole) = (self.lang, self.whole());
        let called = noun_of_inputs(sum.counted.as_ref().ok()?).many(lang);
        let (name, stated) = (what::name(lang, &sum.stated.what), bare(lang, &sum.stated));
        let beyond = beyond(lang, &sum.difference);
        Some(match lang {
            Lang::Vi => format!("{name}: tổng các {called} bằng {whole} {stated}{beyond}"),
            Lang::En => format!("{name}: the {called} together are {stated}, as {whole}{beyond}"),
        })
    }

    /// "toàn quận".
    pub(super) fn whole(self) -> String {
        units::noun(&self.check.whose).all(self.lang)
    }

    /// "Hộ nghèo và cận nghèo: 1.429 + 1.092 = 2.521".
    pub(super) fn combined(self, check: &Compared) -> String {
        let lang = self.lang;
        let (name, stated) = (what::name(lang, &check.stated.what), bare(lang, &check.stated));
        let Ok(counted) = &check.counted else { return format!("{name} {stated}") };
        let sum: Vec<String> = counted.story.inputs().map(|f| bare(lang, f)).collect();
        let sum = sum.join(" + ");
        if self.open() {
            let (says, beyond) = (lang.pick("nêu", "stated"), beyond(lang, &check.difference));
            format!("{name}: {sum} = {}, {says} {stated}{beyond}", number(lang, counted))
        } else {
            format!("{name}: {sum} = {stated}")
        }
    }

    pub(super) fn combined_sum(self, check: &Compared) -> Phrase {
        let mut phrase = Phrase::of(format!("{}: ", what::name(self.lang, &check.stated.what)));
        if let Ok(counted) = &check.counted {
            phrase = self.joined(phrase, counted.story.inputs(), " + ").say(" = ");
        }
        self.then_stated(phrase.known(self.lang, &check.counted), &check.stated, &check.difference)
    }

    /// "hộ nghèo và cận nghèo bằng 2.521 (nêu 2.520)".
    pub(super) fn combined_remedy(self, check: &Compared) -> Option<String> {
        let counted = bare(self.lang, check.counted.as_ref().ok()?);
        let name = what::name(self.lang, &check.stated.what);
        let instead = self.instead(&counted, &bare(self.lang, &check.stated));
        Some(format!("{name} {} {counted}{instead}", self.lang.pick("bằng", "of")))
    }

    /// "So với 30/06/2023: mới có Phường 15; không còn Phường 3, Phường 4".
    pub(super) fn come_gone(self, c: &ComeGone) -> String {
        let lang = self.lang;
        let names = |all: &[Arc<AreaName>]| {
            let first: Vec<&str> = all.iter().take(4).map(|n| lang.of(&n.name)).collect();
            let first = first.join(", ");
            match (all.len().saturating_sub(4), lang) {
                (0, _) => first,
                (more, Lang::Vi) => format!("{first} và {more} nơi khác"),
                (more, Lang::En) => format!("{first} and {more} more"),
            }
        };
        let part = |word: &str, all: &[_]| (!all.is_empty()).then(|| format!("{word} {}", names(all)));
        let come = part(lang.pick("mới có", "new"), &c.come);
        let gone = part(lang.pick("không còn", "gone"), &c.gone);
        let parts: Vec<String> = come.into_iter().chain(gone).collect();
        format!("{} {}: {}", lang.pick("So với", "Since"), date::day(lang, c.since), parts.join("; "))
    }
}

/// What the areas of this line are called.
pub(super) fn noun_of_areas(check: &Areas) -> Noun {
    let counted = check.sums.iter().find_map(|sum| sum.compared.counted.as_ref().ok());
    counted.map_or_else(|| units::noun_of_all([]), noun_of_inputs)
}

fn noun_of_inputs(sum: &Figure) -> Noun {
    units::noun_of_all(sum.story.inputs().map(|figure| &*figure.what.whose))
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
