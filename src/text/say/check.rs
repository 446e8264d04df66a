//! The sentences of data checks, each with its real numbers: what was checked, the arithmetic behind it, and what
//! would make it hold.
mod aims;
mod areas;
mod file;
mod flows;
mod needs;
mod rates;
mod rows;
mod sides;
mod support;

pub use sides::beside;

use crate::model::amount::Amount;
use crate::model::checks::{Check, CheckKind, Compared, MovementOf, ReducedOf, Verdict};
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Figure, Source};
use crate::model::measure::{Group, Measure};
use crate::model::ops::Known;
use crate::model::unit::Unit;
use crate::text::show::{self, Style};
use crate::text::{Lang, cells, number};

use super::phrase::Phrase;
use super::{units, what};

/// Cells of a sentence in the list at 80 cells, after its sign. A longer wording gives way to a shorter one.
pub const LINE: usize = 73;
/// So many sentences on what would make a check hold: the first ones are those that need somebody.
const MOST: usize = 6;

/// The word of a verdict.
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradicts => lang.pick("mâu thuẫn", "contradict"),
        Verdict::ToVerify => lang.pick("cần xác minh", "to verify"),
        Verdict::CannotCheck => lang.pick("không đối chiếu được", "cannot be checked"),
        Verdict::Holds => lang.pick("khớp", "hold"),
    }
}

/// The word of a verdict on one check: "holds" for one, "6 hold" for several.
pub fn verdict_of_one(lang: Lang, of: Verdict) -> &'static str {
    match (lang, of) {
        (Lang::En, Verdict::Contradicts) => "contradicts",
        (Lang::En, Verdict::Holds) => "holds",
        _ => verdict(lang, of),
    }
}

/// The word of a verdict after so many checks: "1 holds", "6 hold".
pub fn verdict_of(lang: Lang, of: Verdict, count: usize) -> &'static str {
    if count == 1 { verdict_of_one(lang, of) } else { verdict(lang, of) }
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

/// What was checked, with its numbers, and why where it cannot be. Of an area with its name before it.
pub fn sentence(lang: Lang, check: &Check) -> String {
    let text = Told { lang, check }.statement();
    let whose = if check.path.is_empty() { None } else { Some(lang.of(&check.whose.name)) };
    let text = whose.map_or_else(|| what::capital(&text), |name| format!("{name}: {text}"));
    let why = needs::why(lang, check);
    if why.is_empty() { text } else { format!("{text}: {why}") }
}

/// What kind of check it is, for the head of its panel.
pub fn kind(lang: Lang, check: &Check) -> String {
    if let CheckKind::Areas(areas) = &check.kind {
        let called = areas::noun_of_areas(areas).many(lang);
        return format!("{} {called}", lang.pick("cộng các", "sum of the"));
    }
    let (vi, en) = rows::panel_name(&check.kind);
    lang.pick(vi, en).to_owned()
}

/// What a check is about, without its numbers, in so few words that the foot of the first tab holds them.
pub fn short(lang: Lang, check: &Check) -> String {
    let (vi, en) = rows::foot_name(&check.kind);
    match (&check.kind, lang) {
        (CheckKind::Age(days), Lang::Vi) => format!("{vi} {days} ngày"),
        (CheckKind::Age(days), Lang::En) => format!("{en} {days} days old"),
        _ => lang.pick(vi, en).to_owned(),
    }
}

/// The steps of the arithmetic, a line each with numbers that can be opened; none for a check of dates and texts.
pub fn sum(lang: Lang, check: &Check) -> Vec<Phrase> {
    let told = Told { lang, check };
    check.kinds().flat_map(|kind| told.sum_of(kind)).collect()
}

/// What would make the check hold, or what to ask of whom, the most helpful first. Of a check that cannot be made:
/// what it needs.
pub fn holds(lang: Lang, check: &Check) -> Vec<String> {
    let told = Told { lang, check };
    let mut found = if check.verdict == Verdict::CannotCheck {
        once(needs::needs(lang, check))
    } else {
        once(check.kinds().flat_map(|kind| told.remedies_of(kind)))
    };
    found.truncate(MOST);
    found
}

fn once(all: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// A check being told in a language.
#[derive(Clone, Copy)]
struct Told<'a> {
    lang: Lang,
    check: &'a Check,
}

impl Told<'_> {
    /// One or two entries in full; of more, what they are and how many: "14 phường: kéo giảm bằng hiệu hai kỳ".
    fn statement(self) -> String {
        let sum_unsaid = match &self.check.kind {
            CheckKind::Movement(_) | CheckKind::MovementPersons(_) => self.movement_without_sum(),
            CheckKind::Reduced(_) => self.reduced_unknown(),
            _ => None,
        };
        if let Some(said) = sum_unsaid {
            return said;
        }
        let count = 1 + self.check.also.len();
        if count < 3 {
            return self.check.kinds().map(|kind| self.statement_of(kind)).collect::<Vec<_>>().join("; ");
        }
        let (words, names) = (self.many(), &self.check.areas);
        if names.is_empty() {
            return format!("{count} {words}");
        }
        let noun = units::noun_of_all(names.iter().map(|name| &**name));
        format!("{} {}: {words}", names.len(), noun.many(self.lang))
    }

    fn open(self) -> bool {
        self.check.verdict == Verdict::Contradicts
    }

    /// The first of these wordings that fits the line, else the last.
    fn fitting<const N: usize>(wordings: [String; N]) -> String {
        let fits = wordings.iter().position(|w| cells::width(w) <= LINE);
        wordings.into_iter().nth(fits.unwrap_or(N - 1)).unwrap_or_default()
    }

    /// "89 = 1.429 − 1.340"; where it contradicts "90, nhưng 1.429 − 1.340 = 89* (thiếu 1)".
    fn against(self, head: &str, compared: &Compared) -> String {
        let Ok(counted) = &compared.counted else { return head.to_owned() };
        let terms: Vec<String> = compared.operands.iter().map(|known| bare_known(self.lang, known)).collect();
        let sum = terms.join(" − ");
        if !self.open() {
            return format!("{head} = {sum}");
        }
        let (but, beyond) = (self.lang.pick("nhưng", "but"), beyond(self.lang, &compared.difference));
        format!("{head}, {but} {sum} = {}{beyond}", number(self.lang, counted))
    }

    /// "1.429 − 1.340 = 89*; tệp nêu 90 (thiếu 1)"; a single term is itself what was counted.
    fn minus_sum(self, compared: &Compared) -> Phrase {
        let mut phrase = Phrase::default();
        for (i, term) in compared.operands.iter().enumerate() {
            phrase = phrase.say(if i == 0 { "" } else { " − " }).known(self.lang, term);
        }
        if let ([_, _, ..], Ok(counted)) = (&compared.operands[..], &compared.counted) {
            phrase = phrase.say(" = ").number(self.lang, counted);
        }
        self.then_stated(phrase, &compared.stated, &compared.difference)
    }

    /// The computed sum, then what was stated, and by how much they differ.
    fn then_stated(self, phrase: Phrase, stated: &Figure, difference: &Known) -> Phrase {
        let phrase = phrase.say(self.file_says());
        let phrase = match stated.unit {
            Unit::Point => phrase.written(show::with_unit(self.lang, stated, Style::Signed), stated),
            _ => phrase.number(self.lang, stated),
        };
        phrase.beyond(self.lang, difference)
    }

    fn file_says(self) -> &'static str {
        self.lang.pick("; tệp nêu ", "; the file says ")
    }

    /// "1.340 : 65.000 hộ = 2,06%"; where it contradicts "… = 2,06%*, nêu 2,10%".
    fn division(self, [part, whole]: [&Figure; 2], counted: &Figure, stated: &str) -> String {
        let division = format!("{} : {}", bare(self.lang, part), full(self.lang, whole));
        if !self.open() {
            return format!("{division} = {stated}");
        }
        let says = self.lang.pick("nêu", "stated");
        format!("{division} = {}, {says} {stated}", number(self.lang, counted))
    }

    /// "65.000 x 100 = 2,06%*; tệp nêu 2,10%", after the part and the sign of the division.
    fn percent_stated(self, division: Phrase, whole: &Known, counted: &Figure, stated: &Figure) -> Phrase {
        let phrase = division.known(self.lang, whole).say(" x 100 = ").number(self.lang, counted);
        phrase.say(self.file_says()).number(self.lang, stated)
    }

    /// Figures with a sign between each two.
    fn joined<'f>(self, phrase: Phrase, figures: impl Iterator<Item = &'f Figure>, sign: &str) -> Phrase {
        let add = |phrase: Phrase, (i, figure): (usize, &Figure)| {
            phrase.say(if i == 0 { "" } else { sign }).number(self.lang, figure)
        };
        figures.enumerate().fold(phrase, add)
    }

    /// " (nêu 2,50%)": what stands in the file, where that is not what would do.
    fn instead(self, would: &str, stated: &str) -> String {
        if would.trim_end_matches('%') == stated.trim_end_matches('%') {
            return String::new();
        }
        format!(" ({} {stated})", self.lang.pick("nêu", "stated"))
    }

    /// The movements on this line.
    fn movements(&self) -> impl Iterator<Item = &MovementOf> {
        self.check.kinds().filter_map(|kind| match kind {
            CheckKind::Movement(movement) | CheckKind::MovementPersons(movement) => Some(movement),
            _ => None,
        })
    }

    /// The net falls on this line.
    fn falls(&self) -> impl Iterator<Item = &ReducedOf> {
        self.check
            .kinds()
            .filter_map(|kind| if let CheckKind::Reduced(fall) = kind { Some(fall) } else { None })
    }
}

/// The group that a figure is of.
fn group_of(figure: &Figure) -> Option<Group> {
    if let Measure::Of(group, _) = figure.what.measure { Some(group) } else { None }
}

fn number(lang: Lang, figure: &Figure) -> String {
    show::in_sentence(lang, figure, Style::Plain)
}

/// The number without its mark: an end of a range, an operand that is written beside others.
fn bare(lang: Lang, figure: &Figure) -> String {
    show::number(lang, figure, Style::Plain)
}

fn full(lang: Lang, figure: &Figure) -> String {
    show::with_unit(lang, figure, Style::Plain)
}

fn known(lang: Lang, known: &Known) -> String {
    known.as_ref().map_or_else(|_| show::no_data(lang).to_owned(), |figure| number(lang, figure))
}

/// The number without its mark, save that of an estimate.
fn bare_known(lang: Lang, known: &Known) -> String {
    let words = |figure: &Figure| {
        let before = if figure.source == Source::Estimated { lang.pick("ước ", "est. ") } else { "" };
        format!("{before}{}", bare(lang, figure))
    };
    known.as_ref().map_or_else(|_| show::no_data(lang).to_owned(), words)
}

fn signed(lang: Lang, phrase: Phrase, known: &Known) -> Phrase {
    match known {
        Ok(figure) => phrase.written(show::in_sentence(lang, figure, Style::Signed), figure),
        Err(_) => phrase.say(show::no_data(lang)),
    }
}

/// " (thừa 11)", " (thiếu 3)": how what was computed lies to what was stated; nothing where they are equal.
fn beyond(lang: Lang, difference: &Known) -> String {
    Phrase::default().beyond(lang, difference).text()
}

/// "từ 64.808 đến 65.102" for a range, "ít nhất 64.808" for a bound, the number itself for one.
fn from_to(lang: Lang, figure: &Figure) -> String {
    match &figure.amount {
        Amount::Range(low, high) => ends(lang, low, high, 0),
        Amount::One(_) => bare(lang, figure),
    }
}

/// "từ 2,19 đến 2,20" for two numbers, the number for one.
fn ends(lang: Lang, low: &Exact, high: &Exact, decimals: u8) -> String {
    let write = |x: &Exact| number::decimal(lang, x.digits(decimals, Rounding::Nearest), decimals, false);
    if low == high {
        return write(low);
    }
    match lang {
        Lang::Vi => format!("từ {} đến {}", write(low), write(high)),
        Lang::En => format!("{} to {}", write(low), write(high)),
    }
}

/// The mark of invented figures in brackets, where only this side of a check is invented.
fn invented(lang: Lang, figure: &Figure, beside: &Figure) -> &'static str {
    if figure.source == Source::Illustrative && beside.source != Source::Illustrative {
        lang.pick(" (minh họa)", " (illustrative)")
    } else {
        ""
    }
}
