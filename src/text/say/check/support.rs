//! Entitlements and programmes, and figures that jumped.

use std::sync::Arc;

use crate::model::checks::{CoverageOf, Jump, SameReached};
use crate::model::figure::Figure;
use crate::model::measure::Named;
use crate::text::Lang;
use crate::text::say::phrase::Phrase;
use crate::text::say::what::{self, small};
use crate::text::show::{self, Style};

use super::{Told, bare, beyond, ends, full, known, number, signed};

impl Told<'_> {
    /// "BHYT cho người thuộc hộ nghèo: 4.287 trong 4.640, còn 353* người chưa có".
    pub(super) fn coverage(self, check: &CoverageOf) -> String {
        let lang = self.lang;
        let name = lang.of(&check.entry.name);
        let (covered, eligible) = (known(lang, &check.covered), known(lang, &check.eligible));
        if self.open() {
            let than = lang.pick("nhiều hơn số thuộc diện", "more than the entitled");
            return format!("{name}: {covered} {than} {eligible}{}", beyond(lang, &check.difference));
        }
        let without = match (check.without.as_ref().map(|left| full(lang, left)), lang) {
            (None, _) => String::new(),
            (Some(left), Lang::Vi) => format!(", còn {left} chưa có"),
            (Some(left), Lang::En) => format!(", {left} without"),
        };
        format!("{name}: {covered} {} {eligible}{without}", lang.pick("trong", "of"))
    }

    pub(super) fn coverage_sum(self, c: &CoverageOf) -> Phrase {
        let phrase = Phrase::default().known(self.lang, &c.covered).say(" − ").known(self.lang, &c.eligible);
        signed(self.lang, phrase.say(" = "), &c.difference)
    }

    /// "số đã có nhiều nhất 4.640 (nêu 4.700)".
    pub(super) fn coverage_remedy(self, c: &CoverageOf) -> Option<String> {
        let covered = bare(self.lang, c.covered.as_ref().ok()?);
        let eligible = bare(self.lang, c.eligible.as_ref().ok()?);
        Some(match self.lang {
            Lang::Vi => format!("số đã có nhiều nhất {eligible} (nêu {covered})"),
            Lang::En => format!("at most {eligible} covered (stated {covered})"),
        })
    }

    /// "579 vừa là trường hợp vay học sinh, sinh viên, vừa là suất học bổng".
    pub(super) fn same_reached(self, same: &SameReached) -> String {
        let lang = self.lang;
        let value = number(lang, &same.first.1);
        let pair = [&same.first, &same.second];
        let counted = |(named, figure): &(Arc<Named>, Figure), is_short: bool| {
            let name = small(lang.of(&named.name));
            let name = if is_short { without_proper_name(&name) } else { name };
            match lang {
                Lang::Vi => format!("{} {name}", show::unit(lang, figure.unit)),
                Lang::En => name,
            }
        };
        let [first, second] = pair.map(|one| counted(one, false));
        let [short, shorter] = pair.map(|one| counted(one, true));
        let both = pair.map(|one| lang.of(&one.0.name));
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

    pub(super) fn same_reached_sum(self, same: &SameReached) -> Vec<Phrase> {
        let one = |(named, figure): &(Arc<Named>, Figure)| {
            Phrase::default().full(self.lang, figure).say(format!(": {}", self.lang.of(&named.name)))
        };
        [&same.first, &same.second].map(one).into()
    }

    pub(super) fn same_reached_ask(self, same: &SameReached) -> String {
        let value = number(self.lang, &same.first.1);
        match self.lang {
            Lang::Vi => format!("nơi công bố: {value} là hai việc khác nhau, hay chép sang?"),
            Lang::En => format!("the publisher: two different {value}, or one copied from the other?"),
        }
    }

    /// "số hộ nghèo: từ 200 còn 90 hộ (−55%)".
    pub(super) fn jump(self, j: &Jump) -> String {
        let lang = self.lang;
        let fell = j.now.amount.high() < j.then.amount.low();
        let share = j.share.as_ref().map(|share| format!(" ({})", show::number(lang, share, Style::Signed)));
        let share = share.unwrap_or_default();
        let name = what::name(lang, &j.now.what);
        let (then, now) = (bare(lang, &j.then), full(lang, &j.now));
        match (lang, fell) {
            (Lang::Vi, true) => format!("{name}: từ {then} còn {now}{share}"),
            (Lang::Vi, false) => format!("{name}: từ {then} lên {now}{share}"),
            (Lang::En, true) => format!("{name}: {then} down to {now}{share}"),
            (Lang::En, false) => format!("{name}: {then} up to {now}{share}"),
        }
    }

    pub(super) fn jump_sum(self, j: &Jump) -> Phrase {
        let lang = self.lang;
        let name = Phrase::of(format!("{}: ", what::name(lang, &j.now.what)));
        let minus = name.number(lang, &j.now).say(" − ").number(lang, &j.then).say(" = ");
        let phrase = signed(lang, minus, &j.change);
        if j.share.is_ok() { signed(lang, phrase.say(", "), &j.share) } else { phrase }
    }

    /// "nơi công bố: 90 hộ có đúng không? không lạ nếu từ 100 đến 300".
    pub(super) fn jump_ask(self, j: &Jump) -> Option<String> {
        let (low, high) = j.usual.as_ref()?;
        let (now, usual) = (full(self.lang, &j.now), ends(self.lang, low, high, 0));
        Some(match self.lang {
            Lang::Vi => format!("nơi công bố: vì sao {now}? không phải hỏi nếu {usual}"),
            Lang::En => format!("the publisher: why {now}? Nothing to ask for {usual}"),
        })
    }
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
