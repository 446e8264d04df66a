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
mod statements;
mod support;

pub use file::{preliminary, revised};
pub use sides::beside;

use std::collections::HashSet;

use crate::model::amount::Amount;
use crate::model::checks::{Check, CheckKind, Compared, MovementOf, ReducedOf, Verdict};
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::{Figure, Reliability};
use crate::model::measure::{Group, Measure};
use crate::model::ops::FigureResult;
use crate::model::qualifier::Qualifier;
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::say;
use crate::text::line::Line;
use crate::text::show::{self, Style};
use crate::text::template::Speaker;
use crate::text::{Lang, cells, glossary, number};

use super::{units, what};

/// Cells of a sentence in the list at 80 cells, after its sign. A longer wording gives way to a shorter one.
pub const LINE: usize = 73;
/// So many sentences on what would make a check hold: the first ones are those that need somebody.
const MOST: usize = 6;

/// The word of a verdict.
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    lang.term(glossary::verdict(verdict))
}

/// So many checks of a verdict: "6 khớp".
pub fn counted(lang: Lang, of: Verdict, count: usize) -> Line {
    say!(lang, "{count} {word}"; count, word = verdict(lang, of))
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

/// "579 ghi ở hai chính sách, cần xác minh": one wording wherever a number stands that two programmes give.
pub fn given_twice(speaker: &impl Speaker, value: &Figure) -> Line {
    say!(speaker, "{value} ghi ở hai chính sách, cần xác minh", "the same figure, {value}, for two programmes, to verify"; value)
}

/// What was checked, with its numbers, and why where it cannot be. Of an area with its name before it.
pub fn sentence(lang: Lang, check: &Check) -> String {
    let text = inside(lang, check);
    if check.path.is_empty() { what::capital(&text) } else { text }
}

/// The same after the word of its verdict.
pub fn inside(lang: Lang, check: &Check) -> String {
    let text = Teller { lang, check }.statement().text();
    let whose = (!check.path.is_empty()).then_some(&check.whose.name);
    // It goes on a sentence. Before a number a kind of places keeps its capital: "Phường 9".
    let is_named = text.split(' ').nth(1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    let is_place = is_named && !check.areas.is_empty();
    let text = if is_place { text } else { what::small(&text) };
    // No colon follows another.
    let has_colon = whose.is_some() || what::has_colon(&text);
    let before = if has_colon { "; " } else { ": " };
    let why = needs::why(lang, check).map(|why| say!(lang, "{before}{why}"; before, why));
    let said = say!(lang, "{text}[{why}]"; text, why);
    match whose {
        Some(whose) => what::under(lang.wording(whose), said).text(),
        None => said.text(),
    }
}

/// What kind of check it is, for the head of its panel.
pub fn kind(lang: Lang, check: &Check) -> String {
    if let CheckKind::Areas(areas) = &check.kind {
        let called = areas::noun_of_areas(areas).many(lang);
        return say!(lang, "cộng các {called}", "sum of the {called}"; called).text();
    }
    let (vi, en) = rows::panel_name(&check.kind);
    lang.pick(vi, en).to_owned()
}

/// What a check is about, without its numbers, in so few words that the foot of the first tab holds them.
pub fn short(lang: Lang, check: &Check) -> String {
    let days = if let CheckKind::Age(days) = check.kind { Some(days) } else { None };
    say!(lang, "{name}[ {days} ngày]", "{name}[ {days} days old]"; name = rows::foot_name(&check.kind),
        days = days.map(|days| number::whole(lang, days)))
    .text()
}

/// The steps of the arithmetic, a line each with numbers that can be opened; none for a check of dates and texts.
pub fn sum(lang: Lang, check: &Check) -> Vec<Line> {
    check.kinds().flat_map(|kind| sum_of(lang, check, kind)).collect()
}

/// The same of one entry of its line.
pub fn sum_of(lang: Lang, check: &Check, kind: &CheckKind) -> Vec<Line> {
    Teller { lang, check }.sum_of(kind)
}

/// What would make the check hold, or what to ask of whom, the most helpful first. Of a check that cannot be made:
/// what it needs.
pub fn holds(lang: Lang, check: &Check) -> Vec<String> {
    let teller = Teller { lang, check };
    let mut found = if check.verdict == Verdict::CannotCheck {
        once(needs::needs(lang, check))
    } else {
        once(check.kinds().flat_map(|kind| teller.remedies_of(kind)).map(|remedy| remedy.text()))
    };
    found.truncate(MOST);
    found
}

fn once(all: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    all.into_iter().filter(|one| seen.insert(one.clone())).collect()
}

/// Tells of a check in a language.
#[derive(Clone, Copy)]
struct Teller<'a> {
    lang: Lang,
    check: &'a Check,
}

impl Speaker for Teller<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl Teller<'_> {
    /// One or two entries in full; of more, what they are and how many: "14 phường: kéo giảm bằng hiệu hai kỳ".
    fn statement(self) -> Line {
        let sum_unsaid = match &self.check.kind {
            CheckKind::Movement(_) | CheckKind::MovementPersons(_) => self.movement_without_sum(),
            CheckKind::Reduced(_) => self.reduced_unknown(),
            _ => None,
        };
        if let Some(said) = sum_unsaid {
            return said;
        }
        let (count, names) = (self.check.count(), &self.check.areas);
        if count < 3 {
            return listed(self.check.kinds().map(|kind| self.statement_of(kind)), "; ");
        }
        let noun = units::noun_of_all(names.iter().map(|name| &**name)).many(self.lang);
        let (count, noun) = if names.is_empty() { (count, None) } else { (names.len(), Some(noun)) };
        say!(self, "{count} [{noun}: ]{words}"; count, noun, words = self.many())
    }

    /// The word for points, after a number that has its sign.
    fn points(self) -> &'static str {
        show::unit(self.lang, Unit::Point)
    }

    fn contradicts(self) -> bool {
        self.check.verdict == Verdict::Contradicts
    }

    /// The first of these wordings that fits the line, else the last.
    fn fitting<const N: usize>(wordings: [Line; N]) -> Line {
        let fits = wordings.iter().position(|wording| cells::width(&wording.text()) <= LINE);
        wordings.into_iter().nth(fits.unwrap_or(N - 1)).unwrap_or_default()
    }

    /// "89 = 1.429 − 1.340"; where it contradicts "90, nhưng 1.429 − 1.340 = 89* (thiếu 1)".
    fn against(self, stated: Line, compared: &Compared) -> Line {
        self.against_in(stated, compared, Style::Plain)
    }

    fn against_in(self, stated: Line, compared: &Compared, style: Style) -> Line {
        let Ok(counted) = &compared.counted else { return stated };
        let terms = listed(compared.operands.iter().map(|known| self.bare_known(known)), " − ");
        // A single term is itself what was counted.
        let counted = (compared.operands.len() > 1).then_some((counted, style));
        if !self.contradicts() && compared.stated.qualifier != Qualifier::Exact {
            return say!(self, "{stated} ({terms}[ = {counted}])"; stated, terms, counted);
        }
        if !self.contradicts() {
            return say!(self, "{stated} = {terms}"; stated, terms);
        }
        say!(self, "{stated}, nhưng {terms}[ = {counted}][ {off}]", "{stated}, but {terms}[ = {counted}][ {off}]";
            stated, terms, counted, off = self.off(&compared.difference))
    }

    /// "1.429 − 1.340 = 89*; tệp nêu 90 (thiếu 1)"; a single term is itself what was counted.
    fn minus_sum(self, compared: &Compared) -> Line {
        let terms = listed(compared.operands.iter().map(|known| self.known(known, Style::Plain)), " − ");
        let counted = compared.counted.as_ref().ok().filter(|_| compared.operands.len() > 1);
        let sum = say!(self, "{terms}[ = {counted}]"; terms, counted);
        self.then_stated(sum, &compared.stated, Style::Signed, self.off(&compared.difference))
    }

    /// The computed sum, then what was stated, and by how much they differ.
    /// Points are signed where they are a change, and not where they are what a rate fell by.
    fn then_stated(self, sum: Line, stated: &Figure, points: Style, off: Option<Line>) -> Line {
        let is_point = stated.unit == Unit::Point;
        let style = if is_point { points } else { Style::Plain };
        let stated = self.figure(Line::default(), stated, style, is_point);
        say!(self, "{sum}; tệp nêu {stated}[ {off}]", "{sum}; the file says {stated}[ {off}]"; sum, stated, off)
    }

    /// "1.340 : 65.000 hộ = 2,06%"; where it contradicts "… = 2,06%*, nêu 2,10%".
    /// Of an aim that is a percent of a whole: "21.000 : 29.000 người = 72,4%", "5.650 : (95% x 5.945 người) = …".
    fn division(
        self,
        [part, whole]: [&Figure; 2],
        of: Option<&Figure>,
        counted: &Figure,
        stated: &Figure,
    ) -> Line {
        let whole = self.asked_of(whole, of);
        // A number is not equal to a bound that holds of it.
        let is_bound = stated.qualifier != Qualifier::Exact && counted.qualifier == Qualifier::Exact;
        say!(self, "{part} : {whole} = [{counted}, nêu ]{stated}", "{part} ÷ {whole} = [{counted}, stated ]{stated}";
            part = self.bare(part), whole, counted = (is_bound || self.contradicts()).then_some(counted),
            stated = self.bare(stated))
    }

    /// "1.340 : 65.000 x 100 = 2,06%*; tệp nêu 2,10%".
    fn percent_stated(
        self,
        [part, whole]: [&FigureResult; 2],
        of: Option<&Figure>,
        counted: &Figure,
        stated: &Figure,
    ) -> Line {
        let part = self.known(part, Style::Plain);
        let whole = match whole {
            Ok(whole) if of.is_some() => self.asked_of(whole, of),
            _ => self.known(whole, Style::Plain),
        };
        let sum = say!(self, "{part} : {whole} × 100 = {counted}", "{part} ÷ {whole} × 100 = {counted}"; part, whole, counted);
        self.then_stated(sum, stated, Style::Plain, None)
    }

    /// What is asked: a figure; of a whole that percent of it, and of all of it the whole.
    fn asked_of(self, asked: &Figure, whole: Option<&Figure>) -> Line {
        match whole {
            None => say!(self, "{asked+}"; asked),
            Some(whole) if asked.one() == Some(&Exact::whole(100)) => say!(self, "{whole+}"; whole),
            Some(whole) => say!(self, "({asked} × {whole+})"; asked, whole),
        }
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

/// The parts of which its sentences are made.
impl Teller<'_> {
    /// Figures with a sign between each two.
    fn numbers<'f>(self, figures: impl IntoIterator<Item = &'f Figure>, between: &str) -> Line {
        listed(figures.into_iter().map(|figure| say!(self, "{figure}"; figure)), between)
    }

    /// The number without its mark: an end of a range, an operand that is written beside others.
    fn bare(self, figure: &Figure) -> Line {
        self.bare_in(figure, Style::Plain)
    }

    fn bare_in(self, figure: &Figure, style: Style) -> Line {
        let number = Line::default().written(show::number(self.lang, figure, style), figure);
        say!(self, "[{estimated}ước ]{number}", "[{estimated}est. ]{number}";
            estimated = figure.reliability == Reliability::Estimated, number)
    }

    fn bare_known(self, known: &FigureResult) -> Line {
        known.as_ref().map_or_else(|_| Line::plain(show::no_data(self.lang)), |figure| self.bare(figure))
    }

    /// The number, or the words for one that is missing.
    fn known(self, known: &FigureResult, style: Style) -> Line {
        let number = |figure| say!(self, "{figure}"; figure = (figure, style));
        known.as_ref().map_or_else(|_| Line::plain(show::no_data(self.lang)), number)
    }

    /// "(thừa 11)", "(thiếu 3)": how what was computed lies to what was stated; none where they are equal.
    fn off(self, difference: &FigureResult) -> Option<Line> {
        let figure = difference.as_ref().ok()?;
        let amount = figure.one().filter(|amount| !amount.is_zero())?;
        let size = Figure { amount: figure.amount.map(Exact::abs), ..figure.clone() };
        let size = Line::default().written(show::number(self.lang, &size, Style::Plain), figure);
        Some(match figure.unit {
            Unit::Point => say!(self, "(lệch {size})", "(off by {size})"; size),
            _ if amount.is_negative() => say!(self, "(thiếu {size})", "(short by {size})"; size),
            _ => say!(self, "(thừa {size})", "(over by {size})"; size),
        })
    }

    /// "từ 64.808 đến 65.102" for a range, the number itself for one.
    fn range_of(self, figure: &Figure) -> Line {
        match &figure.amount {
            Amount::Range(low, high) => self.ends(low, high, 0),
            Amount::One(_) => self.bare(figure),
        }
    }

    /// "từ 2,19 đến 2,20" for two numbers.
    fn between(self, (low, high): &(Exact, Exact), decimals: u8) -> Line {
        self.ends(low, high, decimals)
    }

    /// The same; the number for two that are one.
    fn ends(self, low: &Exact, high: &Exact, decimals: u8) -> Line {
        let [from, to] = [low, high].map(|x| self.exactly(x, decimals));
        if low == high {
            Line::plain(from)
        } else {
            say!(self, "từ {from} đến {to}", "{from} to {to}"; from, to)
        }
    }

    fn exactly(self, amount: &Exact, decimals: u8) -> String {
        number::decimal(self.lang, amount.digits(decimals, Rounding::Nearest), decimals, false)
    }
}

/// One after the other.
fn listed(lines: impl IntoIterator<Item = Line>, between: &str) -> Line {
    Line::joined(lines, between).unwrap_or_default()
}

/// What stands in the file, where that is not what would do: "2,50%" in " (nêu 2,50%)".
fn instead(stated: Line, would: &Line) -> Option<Line> {
    let is_same = stated.text().trim_end_matches('%') == would.text().trim_end_matches('%');
    (!is_same).then_some(stated)
}

/// How many more there are than these few; none where these are all.
fn more_than(few: usize, all: usize) -> Option<usize> {
    all.checked_sub(few).filter(|more| *more > 0)
}

/// The group that a figure is of.
fn group_of(figure: &Figure) -> Option<Group> {
    if let Measure::Of(group, _) = figure.subject.measure { Some(group) } else { None }
}

/// The name of the part that a figure is of, where it is of one.
fn part_of(figure: &Figure) -> Option<&Text> {
    let Measure::Of(_, aspect) = &figure.subject.measure else { return None };
    aspect.part().map(|part| &part.name)
}

/// The mark of invented figures, where only this side of a check is invented.
fn invented(figure: &Figure, beside: &Figure) -> Option<(&'static str, &'static str)> {
    (figure.is_invented() && !beside.is_invented())
        .then_some(glossary::reliability(Reliability::Illustrative))
}
