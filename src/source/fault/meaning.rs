//! Faults of meaning: every field is right by itself, but together they cannot be.

use super::{grouped, shown};
use crate::source::place::Place;
use crate::text::Lang;

/// Figures or references that cannot be; all of a file are told, up to ten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeaningFault {
    /// An id that stands before in the same list.
    RepeatedId {
        /// Where it stands first.
        first: Option<Place>,
    },
    /// An area code that stands before at the same level.
    RepeatedCode {
        /// Where it stands first.
        first: Option<Place>,
    },
    /// An area name that, read as people read it, stands before at the same level.
    RepeatedName {
        /// Where it stands first.
        first: Option<Place>,
    },
    /// A programme names one area twice.
    RepeatedArea {
        /// Where it is named first.
        first: Option<Place>,
    },
    /// More poor and near-poor households than there are households at all.
    MoreThanAll {
        /// The poor and near-poor households.
        poor: i64,
        /// All households.
        all: i64,
    },
    /// Fewer persons than households.
    FewerPersons {
        /// The persons.
        persons: i64,
        /// The households.
        households: i64,
    },
    /// An aim that this measure does not have.
    UnfitAim {
        /// The aims that fit.
        fits: &'static [&'static str],
    },
    /// A percentage where a count belongs.
    NotWhole,
    /// Zero or less, where something is asked to fall.
    NotPositive,
    /// Below zero, where no figure is.
    Negative,
    /// A share outside 0–100 percent.
    NotAShare,
    /// A change of a share outside −100–100 points.
    NotAChange,
    /// Nothing in the file has this name.
    NamesNothing {
        /// What was looked for.
        what: Entry,
    },
    /// `planned` and `reached` count different things.
    PlannedUnit,
    /// Neither `code` nor `name`.
    NoCodeOrName,
    /// Other files speak of the same unit, standard and date, and say something else.
    SameSubject {
        /// Their names.
        others: Vec<String>,
    },
}

/// What a target or a programme can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// An area, by code or name.
    Area,
    /// An entry of `coverage`, by id.
    Coverage,
    /// A programme, by id.
    Programme,
    /// A task, by id.
    Task,
}

impl MeaningFault {
    pub(super) fn say(&self, lang: Lang) -> String {
        match self {
            Self::MoreThanAll { poor, all } => counted(
                lang.pick(
                    "# hộ nghèo, cận nghèo, nhiều hơn # hộ dân",
                    "# poor and near-poor of only # households",
                ),
                lang.pick(
                    "hộ nghèo, cận nghèo nhiều hơn hộ dân",
                    "more poor and near-poor households than households",
                ),
                [*poor, *all],
                lang,
            ),
            Self::FewerPersons { persons, households } => counted(
                lang.pick("# nhân khẩu, ít hơn # hộ", "# persons, fewer than # households"),
                lang.pick("nhân khẩu ít hơn hộ", "fewer persons than households"),
                [*persons, *households],
                lang,
            ),
            Self::UnfitAim { fits } => {
                let start = lang.pick(
                    "chỉ tiêu không hợp với thước đo; cần",
                    "an aim that does not fit the measure; expected",
                );
                format!("{start}: {}", fits.join(", "))
            }
            Self::SameSubject { others } => {
                let start =
                    lang.pick("cùng đơn vị, chuẩn và ngày với", "the same unit, standard and date as");
                format!("{start} {}", files(others, lang))
            }
            other => format!("{}{}", other.plain(lang), other.first(lang)),
        }
    }

    /// The wordings without a number in them.
    fn plain(&self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Self::RepeatedId { .. } => ("id trùng", "an id given twice"),
            Self::RepeatedCode { .. } => ("mã địa bàn trùng", "an area code given twice"),
            Self::RepeatedName { .. } => ("tên địa bàn trùng", "an area name given twice"),
            Self::RepeatedArea { .. } => ("địa bàn ghi hai lần", "an area named twice"),
            Self::NotWhole => {
                ("cần số nguyên, gặp số phần trăm", "expected a whole number, found a percentage")
            }
            Self::NotPositive => ("cần số lớn hơn 0", "expected a number over 0"),
            Self::Negative => {
                ("cần số từ 0 trở lên, gặp số âm", "expected a number of 0 or more, found a negative one")
            }
            Self::NotAShare => ("cần tỷ lệ từ 0 đến 100", "expected a rate from 0 to 100"),
            Self::NotAChange => ("cần số điểm từ −100 đến 100", "expected points from −100 to 100"),
            Self::NamesNothing { what } => return what.missing(lang),
            Self::PlannedUnit => ("đơn vị khác với `reached`", "another unit than that of `reached`"),
            Self::NoCodeOrName => ("thiếu `code` hoặc `name`", "missing `code` or `name`"),
            _ => ("không hợp lệ", "not possible"),
        };
        lang.pick(vi, en)
    }

    /// Where the same thing stands first.
    fn first(&self, lang: Lang) -> String {
        match self {
            Self::RepeatedId { first: Some(place) }
            | Self::RepeatedCode { first: Some(place) }
            | Self::RepeatedName { first: Some(place) }
            | Self::RepeatedArea { first: Some(place) } => {
                format!(", {} {}", lang.pick("lần đầu ở dòng", "first on line"), place.line)
            }
            _ => String::new(),
        }
    }
}

impl Entry {
    fn missing(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Self::Area => ("không có địa bàn nào mang mã hoặc tên này", "no area has this code or name"),
            Self::Coverage => {
                ("`coverage` không có mục nào mang id này", "`coverage` has no entry of this id")
            }
            Self::Programme => {
                ("`programmes` không có mục nào mang id này", "`programmes` has no entry of this id")
            }
            Self::Task => ("`tasks` không có mục nào mang id này", "`tasks` has no entry of this id"),
        };
        lang.pick(vi, en)
    }
}

/// The first of `names`, and how many more there are: a message is one line.
fn files(names: &[String], lang: Lang) -> String {
    let first: Vec<String> = names.iter().take(3).map(|name| shown(name, 60)).collect();
    match names.len().saturating_sub(first.len()) {
        0 => first.join(", "),
        more => format!(
            "{}, {} {more} {}",
            first.join(", "),
            lang.pick("và", "and"),
            lang.pick("tệp nữa", "more")
        ),
    }
}

/// The largest count that is shown. More people than that live nowhere this program looks: such a number is a slip,
/// perhaps somebody's identity or telephone number, which a message must not repeat.
const SHOWN: i64 = 100_000_000;

/// `words` with each `#` replaced by the next of `counts`; `plain`, where one of them is not to be shown.
fn counted(words: &str, plain: &str, counts: [i64; 2], lang: Lang) -> String {
    if counts.iter().any(|count| count.abs() >= SHOWN) {
        return plain.to_owned();
    }
    counts.iter().fold(words.to_owned(), |text, count| text.replacen('#', &grouped(*count, lang), 1))
}
