//! The sentences of data checks, each with its real numbers: what was checked, the arithmetic behind it, and what
//! would make it hold.
mod changes;
mod counts;
mod holds;
mod sides;
mod sum;
mod why;

pub use holds::holds;
pub use sides::beside;
pub use sum::sum;

use crate::model::checks::{Check, CheckKind, Verdict};
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::Figure;
use crate::model::ops::Known;
use crate::text::show::{self, Style};
use crate::text::{Lang, cells, number};

use super::{parts, what};

/// Cells of a sentence in the list at 80 cells, after its sign. A longer wording gives way to a shorter one.
pub const LINE: usize = 73;

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
    let text = statement(lang, check);
    let whose = if check.path.is_empty() { None } else { Some(lang.of(&check.whose.name)) };
    let text = whose.map_or_else(|| what::capital(&text), |name| format!("{name}: {text}"));
    let why = why::why(lang, check);
    if why.is_empty() { text } else { format!("{text}: {why}") }
}

/// What kind of check it is, for the head of its panel.
pub fn kind(lang: Lang, check: &Check) -> String {
    if let CheckKind::Areas(areas) = &check.kind {
        let called = Told { lang, check }.parts(areas);
        return format!("{} {called}", lang.pick("cộng các", "sum of the"));
    }
    kind_of(lang, &check.kind).to_owned()
}

fn kind_of(lang: Lang, kind: &CheckKind) -> &'static str {
    use CheckKind as K;
    match kind {
        K::Total(_) => lang.pick("tổng hộ dân và các tỷ lệ", "total households and the rates"),
        K::Rate(_) => lang.pick("tỷ lệ và số đếm", "rate and counts"),
        K::PercentOfAim(_) => lang.pick("phần trăm chỉ tiêu", "share of the aim"),
        K::Areas(_) => lang.pick("cộng các địa bàn", "sum of the areas"),
        K::Combined(_) => lang.pick("hai nhóm cộng lại", "the two groups together"),
        K::Movement(_) => lang.pick("biến động trong kỳ", "movement"),
        K::MovementPersons(_) => lang.pick("biến động nhân khẩu", "movement in persons"),
        K::Reduced(_) => lang.pick("kéo giảm và các kỳ", "net fall and the snapshots"),
        K::RateChange(_) => lang.pick("thay đổi tỷ lệ và các kỳ", "change of rate and the snapshots"),
        K::Result(_) => lang.pick("kết quả chỉ tiêu và các kỳ", "result of a target and the snapshots"),
        K::Coverage(_) => lang.pick("độ bao phủ", "coverage"),
        K::SameReached(_) => lang.pick("một số ở hai chính sách", "one number in two programmes"),
        K::Jump(_) => lang.pick("thay đổi quá nửa", "a change by more than half"),
        K::ComeGone(_) => lang.pick("danh sách địa bàn", "list of areas"),
        K::AimChanged(_) => lang.pick("chỉ tiêu thay đổi", "an aim changed"),
        K::PeriodApart(_) => lang.pick("kỳ và ngày số liệu", "period and date"),
        K::Future(_) => lang.pick("ngày ở tương lai", "dates in the future"),
        K::Private(_) => lang.pick("thông tin cá nhân", "personal data"),
        K::Doubt(_) => lang.pick("điều người nhập ghi lại", "a doubt of who entered it"),
        K::Age(_) => lang.pick("tuổi của số liệu", "age of the figures"),
    }
}

fn statement(lang: Lang, check: &Check) -> String {
    use CheckKind as K;
    let told = Told { lang, check };
    match &check.kind {
        K::Total(all) => {
            told.each(all, Told::total, ("tổng hộ dân trong khoảng các tỷ lệ", "totals within the rates"))
        }
        K::Rate(all) => told.each(all, Told::rate, ("tỷ lệ theo số đếm", "rates by the counts")),
        K::PercentOfAim(all) => {
            told.each(all, Told::percent_of_aim, ("phần trăm chỉ tiêu", "shares of aims"))
        }
        K::Areas(areas) => told.areas(areas),
        K::Combined(all) => told.each(all, Told::combined, ("hai nhóm cộng lại", "the two groups together")),
        K::Movement(all) | K::MovementPersons(all) => told.movements(all),
        K::Reduced(all) => told.reduced_all(all),
        K::RateChange(all) => told.each(all, Told::rate_change, ("thay đổi tỷ lệ", "changes of rates")),
        K::Result(all) => told.each(all, Told::result, ("kết quả chỉ tiêu", "results of targets")),
        K::Coverage(entry) => told.coverage(entry),
        K::SameReached(same) => told.same_reached(same),
        K::Jump(all) => told.each(all, Told::jump, ("thay đổi quá nửa", "changes by more than half")),
        K::ComeGone(c) => told.come_gone(c),
        K::AimChanged(aim) => told.aim_changed(aim),
        K::PeriodApart(apart) => told.period_apart(apart),
        K::Future(dates) => told.future(dates),
        K::Private(fields) => told.private(fields),
        K::Doubt(doubt) => lang.of(&doubt.text).to_owned(),
        K::Age(days) => told.age(*days),
    }
}

/// A check being told in a language.
#[derive(Clone, Copy)]
struct Told<'a> {
    lang: Lang,
    check: &'a Check,
}

impl Told<'_> {
    /// One or two entries in full; of more, what they are and how many.
    fn each<T>(self, all: &[T], say: fn(Self, &T) -> String, many: (&str, &str)) -> String {
        if all.len() > 2 {
            return self.of_many(all.len(), many);
        }
        all.iter().map(|one| say(self, one)).collect::<Vec<_>>().join("; ")
    }

    /// "14 phường: kéo giảm bằng hiệu hai kỳ".
    fn of_many(self, count: usize, (vi, en): (&str, &str)) -> String {
        let names = &self.check.areas;
        let words = self.lang.pick(vi, en);
        if names.is_empty() {
            return format!("{count} {words}");
        }
        let called = parts::called(self.lang, names.iter().map(|name| &**name));
        format!("{} {called}: {words}", names.len())
    }

    fn open(self) -> bool {
        self.check.verdict == Verdict::Contradicts
    }

    /// The first of these wordings that fits the line, else the last.
    fn fitting<const N: usize>(wordings: [String; N]) -> String {
        let fits = wordings.iter().position(|w| cells::width(w) <= LINE);
        wordings.into_iter().nth(fits.unwrap_or(N - 1)).unwrap_or_default()
    }
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

/// " (thừa 11)", " (thiếu 3)": how what was computed lies to what was stated; nothing where they are equal.
fn beyond(lang: Lang, difference: &Known) -> String {
    super::phrase::Phrase::default().beyond(lang, difference).text()
}

/// "từ 64.808 đến 65.102" for a range, "ít nhất 64.808" for a bound, the number itself for one.
fn from_to(lang: Lang, figure: &Figure) -> String {
    match &figure.amount {
        crate::model::amount::Amount::Range(low, high) => ends(lang, low, high, 0),
        crate::model::amount::Amount::One(_) => bare(lang, figure),
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
    use crate::model::figure::Source::Illustrative;
    if figure.source == Illustrative && beside.source != Illustrative {
        lang.pick(" (minh họa)", " (illustrative)")
    } else {
        ""
    }
}
