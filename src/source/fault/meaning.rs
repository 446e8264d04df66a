//! Faults of meaning: every field is right by itself, but together they cannot be.

use super::{grouped, shown};
use crate::model::percent::Percent;
use crate::say;
use crate::source::place::Position;
use crate::text::line::Line;
use crate::text::{Lang, number};

/// Figures or references that cannot be; all of a file are told, up to ten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeaningFault {
    /// An id that stands before in the same list.
    RepeatedId {
        /// Where it stands first.
        first: Option<Position>,
    },
    /// An area code that stands before at the same level.
    RepeatedCode {
        /// Where it stands first.
        first: Option<Position>,
    },
    /// An area name that, read as people read it, stands before at the same level.
    RepeatedName {
        /// Where it stands first.
        first: Option<Position>,
    },
    /// A programme names one area twice.
    RepeatedArea {
        /// Where it is named first.
        first: Option<Position>,
    },
    /// More poor and near-poor households than there are households at all.
    MoreThanAll {
        /// The poor and near-poor households.
        poor: i64,
        /// All households.
        all: i64,
    },
    /// More poor and near-poor households of a part than all its households.
    MoreThanPart {
        /// The poor and near-poor households of the part.
        poor: i64,
        /// All households of the part.
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
        what: NamedEntry,
    },
    /// What is asked, or the time for it, cannot be.
    Aim(AimFault),
    /// A figure in a plan or a decision, which only ask.
    FigureInPlan,
    /// `planned` and `reached` count different things.
    PlannedUnit,
    /// Neither `code` nor `name`.
    NoCodeOrName,
    /// More doubts than anybody enters: each is a line of the checks.
    TooManyDoubts {
        /// How many there may be.
        most: usize,
    },
    /// Other files speak of the same unit, standard and date, and say something else.
    SameSubject {
        /// The names of the first of them.
        others: Vec<String>,
        /// How many more there are.
        more: usize,
    },
}

/// What cannot be of an aim or of the time for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AimFault {
    /// A range whose ends are equal or turned.
    NoRange,
    /// About or nearly, where only a bound can be asked for.
    VagueAim,
    /// A time that does not begin before it ends.
    LateBegin,
    /// The average of a year, where no fall over years is asked for.
    NoYears,
    /// A fall that leaves less than nothing.
    BelowNothing {
        /// What it comes to.
        all: Percent,
        /// What there is.
        most: Percent,
    },
    /// A range, where one level is to be kept.
    RangeToKeep,
    /// More than all of it, where something is asked to fall by a percent of itself.
    OverAll,
    /// A span whose end lies before its beginning.
    Turned,
}

impl AimFault {
    fn said(self, lang: Lang) -> Line {
        match self {
            Self::NoRange => say!(lang, "`to` phải lớn hơn `from`", "`to` must be over `from`"),
            Self::VagueAim => say!(
                lang,
                "mức giao không thể là khoảng hay gần; chỉ over, under, at_least, at_most",
                "an aim is not about or nearly a number; expected over, under, at_least, at_most"
            ),
            Self::LateBegin => {
                say!(
                    lang,
                    "phải trước hạn và không sau `year`",
                    "must be before the due date, and not after `year`"
                )
            }
            Self::NoYears => say!(
                lang,
                "bình quân năm chỉ dùng cho mức giảm, và cần `from`",
                "the average of a year is one of a fall, and needs `from`"
            ),
            Self::BelowNothing { all, most } => {
                let [all, most] =
                    [all, most].map(|percent| number::decimal(lang, percent.digits, percent.decimals, false));
                say!(
                    lang,
                    "cộng các năm là {all}, nhiều hơn {most} để giảm",
                    "over the years {all}, more than the {most} there are to fall";
                    all,
                    most
                )
            }
            Self::RangeToKeep => {
                say!(
                    lang,
                    "mức phải giữ là một số, không phải một khoảng",
                    "a level to keep is one number, not a range"
                )
            }
            Self::OverAll => say!(lang, "cần số phần trăm đến 100", "expected a percentage of 100 at most"),
            Self::Turned => {
                say!(lang, "ngày cuối (`to`) trước ngày đầu (`from`)", "`to` lies before `from`")
            }
        }
    }
}

/// What a target or a programme can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NamedEntry {
    /// An area, by code or name.
    Area,
    /// A part of a group, by id.
    Part,
    /// An entry of `coverage`, by id.
    Coverage,
    /// A programme, by id.
    Programme,
    /// An indicator, by id.
    Indicator,
    /// A task, by id.
    Task,
}

impl MeaningFault {
    pub(super) fn say(&self, lang: Lang) -> String {
        let line = match self {
            Self::RepeatedId { first } => say!(lang, "id trùng[, lần đầu ở dòng {line}]",
                "an id given twice[, first on line {line}]"; line = line_of(*first)),
            Self::RepeatedCode { first } => say!(lang, "mã địa bàn trùng[, lần đầu ở dòng {line}]",
                "an area code given twice[, first on line {line}]"; line = line_of(*first)),
            Self::RepeatedName { first } => say!(lang, "tên địa bàn trùng[, lần đầu ở dòng {line}]",
                "an area name given twice[, first on line {line}]"; line = line_of(*first)),
            Self::RepeatedArea { first } => say!(lang, "địa bàn ghi hai lần[, lần đầu ở dòng {line}]",
                "an area named twice[, first on line {line}]"; line = line_of(*first)),
            Self::MoreThanAll { poor, all } => more_than_all(lang, *poor, *all),
            Self::MoreThanPart { poor, all } => more_than_part(lang, *poor, *all),
            Self::FewerPersons { persons, households } => fewer_persons(lang, *persons, *households),
            Self::UnfitAim { fits } => say!(lang, "chỉ tiêu không hợp với thước đo; cần: {fits}",
                "an aim that does not fit the measure; expected: {fits}"; fits = fits.join(", ")),
            Self::NotWhole => {
                say!(
                    lang,
                    "cần số nguyên, đang ghi số phần trăm",
                    "expected a whole number, found a percentage"
                )
            }
            Self::NotPositive => say!(lang, "cần số lớn hơn 0", "expected a number over 0"),
            Self::Negative => say!(
                lang,
                "cần số từ 0 trở lên, đang ghi số âm",
                "expected a number of 0 or more, found a negative one"
            ),
            Self::NotAShare => say!(lang, "cần tỷ lệ từ 0 đến 100", "expected a rate from 0 to 100"),
            Self::NotAChange => {
                say!(lang, "cần số điểm từ −100 đến 100", "expected points from −100 to 100")
            }
            Self::NamesNothing { what } => Line::plain(what.missing(lang)),
            Self::Aim(fault) => fault.said(lang),
            Self::FigureInPlan => say!(
                lang,
                "kế hoạch, quyết định chỉ ghi chỉ tiêu và nhiệm vụ, không ghi số liệu",
                "a plan or a decision gives targets and tasks only, no figures"
            ),
            Self::PlannedUnit => {
                say!(lang, "đơn vị khác với `reached`", "another unit than that of `reached`")
            }
            Self::NoCodeOrName => say!(lang, "thiếu `code` hoặc `name`", "missing `code` or `name`"),
            Self::TooManyDoubts { most } => say!(lang, "quá {most} điểm còn ngờ", "more than {most} doubts";
                most = grouped(i64::try_from(*most).unwrap_or(i64::MAX), lang)),
            Self::SameSubject { others, more } => {
                let files: Vec<String> = others.iter().map(|name| shown(name, 60)).collect();
                say!(lang, "cùng đơn vị, chuẩn và ngày với {files}[, và {more} tệp nữa]",
                    "the same unit, standard and date as {files}[, and {more} more]";
                    files = files.join(", "), more = (*more > 0).then_some(*more))
            }
        };
        line.text()
    }
}

fn line_of(first: Option<Position>) -> Option<u32> {
    first.map(|place| place.line)
}

fn more_than_part(lang: Lang, poor: i64, all: i64) -> Line {
    let Some([poor, all]) = shown_counts(lang, [poor, all]) else {
        return say!(
            lang,
            "hộ nghèo, cận nghèo của nhóm này nhiều hơn số hộ của nhóm",
            "more poor and near-poor households of the part than it has households"
        );
    };
    say!(lang, "{poor} hộ nghèo, cận nghèo của nhóm này, nhiều hơn {all} hộ của nhóm",
        "{poor} poor and near-poor households of the part, more than its {all} households"; poor, all)
}

fn more_than_all(lang: Lang, poor: i64, all: i64) -> Line {
    let Some([poor, all]) = shown_counts(lang, [poor, all]) else {
        return say!(
            lang,
            "hộ nghèo, cận nghèo nhiều hơn hộ dân",
            "more poor and near-poor households than households"
        );
    };
    say!(lang, "{poor} hộ nghèo, cận nghèo, nhiều hơn {all} hộ dân",
        "{poor} poor and near-poor of only {all} households"; poor, all)
}

fn fewer_persons(lang: Lang, persons: i64, households: i64) -> Line {
    let Some([persons, households]) = shown_counts(lang, [persons, households]) else {
        return say!(lang, "nhân khẩu ít hơn hộ", "fewer persons than households");
    };
    say!(lang, "{persons} nhân khẩu, ít hơn {households} hộ",
        "{persons} persons, fewer than {households} households"; persons, households)
}

impl NamedEntry {
    fn missing(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Self::Area => ("không có địa bàn nào mang mã hoặc tên này", "no area has this code or name"),
            Self::Part => ("`among` không có nhóm nào mang id này", "`among` has no part of this id"),
            Self::Coverage => {
                ("`coverage` không có mục nào mang id này", "`coverage` has no entry of this id")
            }
            Self::Programme => {
                ("`programmes` không có mục nào mang id này", "`programmes` has no entry of this id")
            }
            Self::Indicator => {
                ("`indicators` không có mục nào mang id này", "`indicators` has no entry of this id")
            }
            Self::Task => ("`tasks` không có mục nào mang id này", "`tasks` has no entry of this id"),
        };
        lang.pick(vi, en)
    }
}

/// The largest count that is shown. More people than that live nowhere this program looks: such a number is a slip,
/// perhaps somebody's identity or telephone number, which a message must not repeat.
const SHOWN: i64 = 100_000_000;

/// The counts as they are written; none, where one of them is not to be shown.
fn shown_counts(lang: Lang, counts: [i64; 2]) -> Option<[String; 2]> {
    counts.iter().all(|count| count.abs() < SHOWN).then(|| counts.map(|count| grouped(count, lang)))
}
