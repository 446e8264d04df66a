//! A sentence in parts: words, and the figures it writes, so that a screen can open each of its numbers.

use crate::model::figure::Figure;
use crate::model::ops::Known;
use crate::model::unit::Unit;
use crate::text::Lang;
use crate::text::show::{self, Style};

/// A part of a sentence.
#[derive(Debug, Clone)]
pub enum Part {
    /// Words.
    Words(String),
    /// A figure as it is written here.
    Figure(String, Box<Figure>),
}

/// A sentence in one language.
#[derive(Debug, Clone, Default)]
pub struct Phrase {
    /// Its parts in order.
    pub parts: Vec<Part>,
}

impl Phrase {
    /// A sentence that begins with words.
    pub fn of(words: impl Into<String>) -> Self {
        Self::default().say(words)
    }

    /// With words added.
    #[must_use]
    pub fn say(mut self, words: impl Into<String>) -> Self {
        self.parts.push(Part::Words(words.into()));
        self
    }

    /// With the number of a figure added.
    #[must_use]
    pub fn number(self, lang: Lang, figure: &Figure) -> Self {
        self.written(show::in_sentence(lang, figure, Style::Plain), figure)
    }

    /// With a figure and the word of its unit added.
    #[must_use]
    pub fn full(self, lang: Lang, figure: &Figure) -> Self {
        self.written(show::with_unit(lang, figure, Style::Plain), figure)
    }

    /// With the number of a figure added, or the words for one that is missing.
    #[must_use]
    pub fn known(self, lang: Lang, known: &Known) -> Self {
        match known {
            Ok(figure) => self.number(lang, figure),
            Err(_) => self.say(show::no_data(lang)),
        }
    }

    /// With a figure added in words of the caller's.
    #[must_use]
    pub fn written(mut self, text: String, figure: &Figure) -> Self {
        self.parts.push(Part::Figure(text, Box::new(figure.clone())));
        self
    }

    /// With a signed difference in brackets added, where there is one: "(thừa 11)".
    #[must_use]
    pub fn beyond(self, lang: Lang, difference: &Known) -> Self {
        let Ok(figure) = difference else { return self };
        let Some(amount) = figure.one().filter(|x| !x.is_zero()) else { return self };
        let word = if figure.unit == Unit::Point {
            lang.pick("lệch", "off by")
        } else if amount.is_negative() {
            lang.pick("thiếu", "short by")
        } else {
            lang.pick("thừa", "over by")
        };
        let size = Figure { amount: figure.amount.map(crate::model::exact::Exact::abs), ..figure.clone() };
        let points = if figure.unit == Unit::Point { lang.pick(" điểm", " points") } else { "" };
        let number = show::number(lang, &size, Style::Plain);
        self.say(format!(" ({word} ")).written(format!("{number}{points}"), figure).say(")")
    }

    /// The sentence as text.
    pub fn text(&self) -> String {
        self.parts.iter().map(Part::text).collect()
    }
}

impl Part {
    /// Its text.
    pub fn text(&self) -> &str {
        match self {
            Self::Words(text) | Self::Figure(text, _) => text,
        }
    }
}
