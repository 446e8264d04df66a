//! A sentence in both languages at one place, its figures kept as figures.
//!
//! ```
//! use giamngheo::{say, text::Lang};
//! let line = say!(Lang::En, "đến {day}[, còn {days} ngày]", "until {day}[, {days} days left]";
//!     day = "30/09", days = Some("92"));
//! assert_eq!(line.text(), "until 30/09, 92 days left");
//! ```
//!
//! `{x}` is a slot: a figure stays one (it can be opened, and is counted by the tests on words), anything else is
//! text. `{x+}` is a figure with the word of its unit. `[…]` goes where a slot in it has nothing; parts stand in parts.
//! Wordings that differ in a slot, in its `+` or in how deep it stands do not compile, nor does a slot that is not
//! passed, or one passed and not written, nor one that may have nothing outside of brackets.
//!
//! The same slot in both wordings:
//! ```
//! giamngheo::say!(giamngheo::text::Lang::Vi, "còn {left}", "still to go {left}"; left = "137");
//! ```
//! and not:
//! ```compile_fail
//! giamngheo::say!(giamngheo::text::Lang::Vi, "còn {left}", "still to go {lest}"; left = "137");
//! ```

use std::borrow::Cow;

use chrono::NaiveDate;

use super::say::what;
use super::show::{self, Style};
use super::{Lang, date, glossary, number};
use crate::model::figure::Figure;
use crate::model::ops::FigureResult;
use crate::model::words::Text;
use crate::text::line::{Line, Role, Span};

mod check;
pub use check::{assert_alike, is_optional};

/// Says a sentence of slots: `say!(speaker, "Vietnamese {a}", "English {a}"; a = …) -> Line`. The speaker is a language,
/// or whoever knows one and how figures are written there ([`Speaker`]); `a` alone stands for `a = a`, one wording
/// for two that are alike. The semicolon keeps the formatter away: wordings stand under each other, slots in a row.
#[macro_export]
macro_rules! say {
    ($speaker:expr, $vi:literal, $en:literal $(; $($name:ident $(= $slot:expr)?),+)? $(,)?) => {{
        const _: () = $crate::text::template::assert_alike($vi, $en, &[$($(stringify!($name)),+)?]);
        $crate::text::template::fill(&$speaker, $vi, $en, &[$($((
            stringify!($name),
            $crate::text::template::IntoSlot::<{ $crate::text::template::is_optional($vi, stringify!($name)) }>
                ::into_slot($crate::say!(@ $name $(= $slot)?)),
        )),+)?])
    }};
    ($speaker:expr, $both:literal; $($slots:tt)+) => { $crate::say!($speaker, $both, $both; $($slots)+) };
    (@ $name:ident = $slot:expr) => { $slot };
    (@ $name:ident) => { $name };
}

/// Who says a sentence: in which language, and how a figure is written in it.
pub trait Speaker {
    /// The language.
    fn lang(&self) -> Lang;

    /// Writes a figure, with the word of its unit where that is asked for.
    fn figure(&self, line: Line, figure: &Figure, style: Style, has_unit: bool) -> Line {
        let write = if has_unit { show::with_unit } else { show::in_sentence };
        line.written(write(self.lang(), figure, style), figure)
    }
}

impl Speaker for Lang {
    fn lang(&self) -> Lang {
        *self
    }
}

/// Whoever speaks in a cell, a head or under a mark of a bar, where units have their short words ("điểm %").
pub struct InColumn(pub Lang);

impl Speaker for InColumn {
    fn lang(&self) -> Lang {
        self.0
    }

    fn figure(&self, line: Line, figure: &Figure, style: Style, has_unit: bool) -> Line {
        let write = if has_unit { show::with_column_unit } else { show::in_sentence };
        line.written(write(self.0, figure, style), figure)
    }
}

impl<T: Speaker + ?Sized> Speaker for &T {
    fn lang(&self) -> Lang {
        (**self).lang()
    }

    fn figure(&self, line: Line, figure: &Figure, style: Style, has_unit: bool) -> Line {
        (**self).figure(line, figure, style, has_unit)
    }
}

/// What stands in a slot.
#[derive(Debug, Clone)]
pub enum Slot<'a> {
    /// A figure, written as the speaker writes one.
    Figure(Cow<'a, Figure>, Style),
    /// Words of a role.
    Words(Role, Cow<'a, str>),
    /// A wording in each language.
    Pair(&'a str, &'a str),
    /// A name of a file.
    Name(&'a Text),
    /// A day.
    Day(NaiveDate),
    /// How many there are of something.
    Count(usize),
    /// A part of a sentence that is said already.
    Line(Line),
    /// Nothing: the part in brackets around it goes.
    Nothing,
}

/// What can stand in a slot; what may have nothing only in one that stands in brackets.
pub trait IntoSlot<'a, const OPTIONAL: bool> {
    /// As a slot.
    fn into_slot(self) -> Slot<'a>;
}

macro_rules! slots {
    ($($type:ty, $value:ident => $slot:expr;)*) => {$(
        impl<'a, const OPTIONAL: bool> IntoSlot<'a, OPTIONAL> for $type {
            fn into_slot(self) -> Slot<'a> {
                let $value = self;
                $slot
            }
        }
    )*};
}

slots! {
    &'a Figure, figure => Slot::Figure(Cow::Borrowed(figure), Style::Plain);
    Figure, figure => Slot::Figure(Cow::Owned(figure), Style::Plain);
    (&'a Figure, Style), of => Slot::Figure(Cow::Borrowed(of.0), of.1);
    (Figure, Style), of => Slot::Figure(Cow::Owned(of.0), of.1);
    &'a str, words => Slot::Words(Role::Plain, Cow::Borrowed(words));
    &'a String, words => Slot::Words(Role::Plain, Cow::Borrowed(words));
    String, words => Slot::Words(Role::Plain, Cow::Owned(words));
    (Role, &'a str), words => Slot::Words(words.0, Cow::Borrowed(words.1));
    (Role, String), words => Slot::Words(words.0, Cow::Owned(words.1));
    (&'a str, &'a str), pair => Slot::Pair(pair.0, pair.1);
    &'a Text, text => Slot::Name(text);
    NaiveDate, day => Slot::Day(day);
    Line, line => Slot::Line(line);
    usize, count => Slot::Count(count);
    i64, count => Slot::Words(Role::Plain, Cow::Owned(count.to_string()));
    i32, count => Slot::Words(Role::Plain, Cow::Owned(count.to_string()));
    u32, count => Slot::Words(Role::Plain, Cow::Owned(count.to_string()));
}

impl<'a, T: IntoSlot<'a, true>> IntoSlot<'a, true> for Option<T> {
    fn into_slot(self) -> Slot<'a> {
        self.map_or(Slot::Nothing, T::into_slot)
    }
}

impl<'a> IntoSlot<'a, true> for &'a FigureResult {
    fn into_slot(self) -> Slot<'a> {
        self.as_ref().ok().into_slot()
    }
}

impl<'a> IntoSlot<'a, true> for FigureResult {
    fn into_slot(self) -> Slot<'a> {
        self.ok().into_slot()
    }
}

/// Writes nothing itself: keeps the part around it, or lets it go.
impl IntoSlot<'_, true> for bool {
    fn into_slot(self) -> Slot<'static> {
        if self { Slot::Words(Role::Plain, Cow::Borrowed("")) } else { Slot::Nothing }
    }
}

/// A figure, or in its place the words for one that is missing.
pub fn or_missing<S: Speaker>(speaker: &S, known: &FigureResult) -> Line {
    match known {
        Ok(figure) => speaker.figure(Line::default(), figure, Style::Plain, false),
        Err(_) => Line::with_role(Role::Dim, show::no_data(speaker.lang())),
    }
}

/// The sentence in the speaker's language. Called by [`say!`], which has checked wordings and slots.
pub fn fill(speaker: &impl Speaker, vi: &str, en: &str, slots: &[(&str, Slot)]) -> Line {
    let template = speaker.lang().pick(vi, en);
    let (line, _) = Filling { speaker, slots }.part(template, Line::default(), false);
    line
}

struct Filling<'a, S> {
    speaker: &'a S,
    slots: &'a [(&'a str, Slot<'a>)],
}

impl<S: Speaker> Filling<'_, S> {
    /// The line with a part of the template added, and whether every slot of the part had something. What follows a one
    /// agrees with it, whether it stands in the template or in the next slot.
    fn part(&self, mut rest: &str, mut line: Line, mut is_one: bool) -> (Line, bool) {
        let mut is_whole = true;
        while let Some(at) = rest.find(['{', '[']) {
            let words = &rest[..at];
            line = line.say(number::agreeing(is_one, words).as_ref());
            is_one &= words.trim().is_empty();
            let inner = &rest[at + 1..];
            let end = if rest.as_bytes()[at] == b'{' {
                let end = inner.find('}').unwrap_or(inner.len());
                is_whole &= self.slot(&inner[..end], &mut line, is_one.then_some(words));
                is_one = self.is_one(&inner[..end]);
                end
            } else {
                let end = closing(inner);
                let (part, is_there) = self.part(&inner[..end], Line::default(), is_one);
                if is_there {
                    let at = line.spans.len();
                    line = self.by_verb(line.then(part), at);
                }
                is_one &= !is_there;
                end
            };
            rest = inner.get(end + 1..).unwrap_or("");
        }
        (line.say(number::agreeing(is_one, rest).as_ref()), is_whole)
    }

    /// Is that one of something, in the language in which its noun then has another form?
    fn is_one(&self, name: &str) -> bool {
        let lang = self.speaker.lang();
        let slot = self.slots.iter().find_map(|(known, slot)| (*known == name).then_some(slot));
        match slot {
            Some(Slot::Words(_, words)) => lang == Lang::En && words == "1",
            Some(Slot::Count(count)) => lang == Lang::En && *count == 1,
            Some(Slot::Figure(figure, _)) => show::is_single(lang, figure),
            _ => false,
        }
    }

    /// Writes a slot, and says whether it has something. After a one and these words of the template, a noun in it agrees.
    fn slot(&self, name: &str, line: &mut Line, after_one: Option<&str>) -> bool {
        let (name, has_unit) = name.strip_suffix('+').map_or((name, false), |name| (name, true));
        let slot = self.slots.iter().find_map(|(known, slot)| (*known == name).then_some(slot));
        let so_far = std::mem::take(line);
        let lang = self.speaker.lang();
        let agreeing = |words: &str| match after_one {
            Some(before) => number::agreeing(true, &format!("{before}{words}"))[before.len()..].to_owned(),
            None => words.to_owned(),
        };
        let at = so_far.spans.len();
        let written = match slot {
            Some(Slot::Figure(figure, style)) => self.speaker.figure(so_far, figure, *style, has_unit),
            Some(Slot::Words(role, words)) => so_far.role(*role, agreeing(words)),
            Some(Slot::Pair(vi, en)) => so_far.say(agreeing(lang.pick(vi, en))),
            Some(Slot::Count(count)) => so_far.say(number::whole(lang, *count)),
            Some(Slot::Name(text)) => so_far.say(lang.wording(text)),
            Some(Slot::Day(day)) => so_far.say(date::day(lang, *day)),
            Some(Slot::Line(part)) => so_far.then(part.clone()),
            Some(Slot::Nothing) | None => {
                *line = so_far;
                return false;
            }
        };
        *line = self.by_verb(written, at);
        true
    }

    fn by_verb(&self, line: Line, at: usize) -> Line {
        if self.speaker.lang() == Lang::Vi { estimated_by_verb(line, at) } else { line }
    }
}

/// The verbs before figures in Vietnamese sentences, those of several words first.
const VERBS: [&str; 12] = [
    "còn phải giảm",
    "còn phải tăng",
    "còn thiếu",
    "đạt",
    "bằng",
    "thiếu",
    "còn",
    "chiếm",
    "vượt",
    "giảm",
    "tăng",
    "có",
];

/// An estimate is told by its verb, `ước đạt 100%`, where one stands right before the figure that begins at a span.
fn estimated_by_verb(mut line: Line, at: usize) -> Line {
    let (estimate, _) = glossary::ESTIMATE[0];
    let is_estimate = |span: &Span| span.figure.is_some() && span.text.starts_with(estimate);
    if !line.spans.get(at).is_some_and(is_estimate) {
        return line;
    }
    let before: String = line.spans[..at].iter().map(|span| span.text.as_str()).collect();
    let said = before.to_lowercase();
    let ends = |verb: &&&str| {
        let rest = said.strip_suffix(' ').and_then(|said| said.strip_suffix(**verb));
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    let Some(verb) = VERBS.iter().find(ends) else { return line };
    // Where the verb begins, counted from the end of what stands before the figure.
    let mut back = verb.len() + 1;
    let Some(span) = line.spans[..at].iter_mut().rev().find(|span| {
        let is_here = back <= span.text.len();
        back -= if is_here { 0 } else { span.text.len() };
        is_here
    }) else {
        return line;
    };
    let from = span.text.len() - back;
    // A place may be called "Ước": the word is small, or begins what is said.
    let ahead = before.get(..before.len() - verb.len() - 1).unwrap_or_default();
    if !ahead.ends_with(estimate) && ahead != what::capital(estimate) {
        let Some((first, rest)) = span.text.split_at_checked(from) else { return line };
        let is_large = rest.starts_with(char::is_uppercase);
        let estimate = if is_large { what::capital(estimate) } else { estimate.to_owned() };
        let rest = if is_large { what::lowered(rest) } else { rest.to_owned() };
        span.text = format!("{first}{estimate}{rest}");
    }
    let figure = &mut line.spans[at].text;
    *figure = figure[estimate.len()..].to_owned();
    line
}

/// Where the bracket that is open before `inner` closes.
fn closing(inner: &str) -> usize {
    let mut depth = 1;
    let end = inner.find(|c| {
        depth += match c {
            '[' => 1,
            ']' => -1,
            _ => 0,
        };
        depth == 0
    });
    end.unwrap_or(inner.len())
}

#[cfg(test)]
mod tests;
