//! Data checks: what the figures of a unit say of each other. Four verdicts and no others; the reasons and all
//! numbers go with each, without a word of any language.
//!
//! One check is one line: one kind of check on one group of one unit. Areas against their whole are one line a unit
//! with all figures, equal counts of support one line a pair, and what cannot be checked for poor and near-poor alike
//! is one line. Areas that need nobody share the lines of their unit. A thing with a name of its own (a target, an
//! entitlement, a programme, a doubt) is to its checks what a group is to the others.
//!
//! A check of arithmetic has a line wherever its figures are stated, also where it holds. One that only wants
//! something looked at (`jumps`, `same_reached`, `come_gone`, `same_areas`,
//! `twins`, `aim_changed`, `dates`, `texts`) has none until it does.
//!
//! A new check is
//!
//! - a file with its numbers and its run; `combined` is a short one of arithmetic, `come_gone` of the other sort
//! - here its `mod` and `pub use`, a kind, its `distance`, and a row of `RULES` in `rules`; where thousands of areas may state
//!   what it checks, a second function beside it says that it holds by numbers alone (`holds_plainly`)
//! - its words in `text::say::check`, where `rows` does not compile without them
//! - its tests: of the verdicts in `tests`, of the words in `tests/it/checks`. One that holds on the sample also alters
//!   what `tests::sample` and the kept screens of tab 6 say.
//!
//! It takes stated figures from the area of its unit (`AreaNode::area`; `fields` lists all that a group states), makes
//! new ones with [`ops`](super::ops), and compares by `Interval` in `model::interval`, which knows rounding and bounds: two
//! differ where no number fits both. `compare` makes the outcome of a stated figure against a computed one; a check that
//! judges by itself asks `compare::made_by_hand` first, for what was worked out by hand checks nothing. No checks, but
//! what they share: `check`, `lines`, `rules`, `scope`, `fields`, `level`, `support`, `verdict`, `compare`.
mod aim_changed;
mod areas;
mod check;
mod combined;
mod come_gone;
mod compare;
mod coverage;
mod dates;
mod fields;
mod flows;
mod indicator_changed;
mod jumps;
mod level;
mod lines;
mod movement;
mod net_fall;
mod outcomes;
mod part_total;
mod percents;
mod rates;
mod results;
mod rules;
mod same_areas;
mod same_reached;
mod scope;
mod stated_twice;
mod support;
#[cfg(test)]
mod tests;
mod texts;
mod totals;
mod twins;
mod verdict;
mod worked_back;

use chrono::NaiveDate;
use foldhash::HashMap;

use super::history::{History, Twin};
use super::name::AreaName;
use super::snapshot::Doubt;
pub use aim_changed::AimChanged;
pub use areas::{AreaSum, Areas};
pub use check::{Check, Compared};
pub use come_gone::ComeGone;
pub use coverage::CoverageOf;
pub use dates::{DateOf, PeriodApart, PublishedBefore};
pub use flows::{Eve, ReducedOf};
pub use indicator_changed::IndicatorChanged;
pub use jumps::Jump;
use lines::{Lines, SharedLine};
pub use movement::MovementOf;
pub use net_fall::NetFall;
pub use outcomes::ResultOf;
pub use part_total::PartTotal;
pub use percents::PercentOf;
pub use rates::RateOf;
pub use results::PercentOfAim;
use rules::RULES;
pub use same_areas::SameAreas;
pub use same_reached::SameReached;
use scope::Scope;
pub use stated_twice::{ChangeAndResult, SameGroups};
pub use totals::Total;
pub use verdict::{Outcome, Verdict, WhyNot};
pub use worked_back::WorkedBack;

/// What is checked, with all the numbers that a sentence about it needs. The examples are such sentences; the words
/// are made elsewhere. A `counted` figure is what the program computed to set beside the stated one; a `difference` is
/// always computed minus stated.
#[derive(Debug, Clone)]
pub enum CheckKind {
    /// A total of households against all stated rates, or the rates against each other.
    /// "Tổng hộ dân 14 phường (minh họa) 65.000: trong khoảng 64.808-65.102*"
    Total(Total),
    /// A stated rate against the counts.
    /// "1.429 hộ = 2,20% khi tổng hộ dân từ 64.808 đến 65.102"
    Rate(RateOf),
    /// All households of a part of the groups, as two groups state them.
    /// "Hộ dân tộc thiểu số: tổng số hộ 165.238 ở hộ nghèo, 165.000 ở hộ cận nghèo"
    PartTotal(PartTotal),
    /// A stated percent of an aim against the value and the aim.
    /// "560 hộ = 140% khi chỉ tiêu là 400* hộ (399, 401 cũng làm tròn thành 140%)"
    PercentOfAim(PercentOfAim),
    /// The areas against their whole.
    /// "Cộng 14 phường (minh họa) = toàn quận: 1.429 hộ nghèo, 1.092 hộ cận nghèo"; "tổng 1.429, cộng phường 1.428 (−1)"
    Areas(Areas),
    /// A stated figure of both groups together against the two.
    /// "Hộ nghèo và cận nghèo 2.521 = 1.429 + 1.092"
    Combined(Compared),
    /// start − out + in against the end, in households.
    /// "Đầu kỳ − thoát + tái + phát sinh = cuối kỳ: thiếu số thoát, tái, phát sinh"
    Movement(MovementOf),
    /// The same in persons.
    MovementPersons(MovementOf),
    /// A stated net fall against the snapshots.
    /// "560, 402: giảm ròng hay số hộ thoát? báo cáo không nêu (cuối 2021 suy ra)"
    Reduced(ReducedOf),
    /// A stated net fall against those who left less those who came, of one file.
    /// "Kéo giảm hộ cận nghèo 121, nhưng 317 thoát − 197 phát sinh = 120* (thiếu 1)"
    NetFall(NetFall),
    /// A stated change of a rate against the result of a target on that rate.
    /// "Tỷ lệ hộ nghèo: +0,04 điểm, nhưng kết quả Giảm tỷ lệ hộ nghèo: −0,47 điểm"
    ChangeAndResult(ChangeAndResult),
    /// The start worked back from the stated changes: the totals of households then and now.
    /// "Đầu kỳ 10.552* hộ nghèo, 3,16%*: tổng hộ dân 332.871-334.984*, nay 333.511-334.553*"
    WorkedBack(WorkedBack),
    /// The same households, rate and change in both groups.
    /// "1.292 hộ, 2,06%, −0,23 điểm ghi ở hai nhóm"
    SameGroups(SameGroups),
    /// A stated change of a rate, signed, against the rate at the end of the period and that on its eve.
    /// "Tỷ lệ giảm 0,48 điểm = 2,20 − 1,72"
    RateChange(Compared),
    /// A stated result of a target against the snapshots.
    /// "Kết quả 560 hộ của chỉ tiêu Kéo giảm hộ nghèo: các kỳ cho 561 hộ (+1)"
    Result(ResultOf),
    /// Covered against entitled.
    /// "BHYT: 4.700 người có thẻ, nhiều hơn 4.640 người thuộc diện (+60)"
    Coverage(CoverageOf),
    /// A stated share covered against both counts.
    /// "BHYT: 4.287 : 4.640 người = 92,4%"
    CoveragePercent(PercentOf),
    /// A stated change of a programme against the same span of the year before.
    /// "Vay vốn: −48 : 392 hộ = −12,2%"
    ProgrammeChange(PercentOf),
    /// One number of recipients in two programmes.
    /// "579 vừa là trường hợp vay học sinh, sinh viên, vừa là suất học bổng"
    SameReached(SameReached),
    /// A figure that changed by more than half.
    /// "Hộ nghèo từ 200 còn 90 hộ (−55%)"
    Jump(Jump),
    /// Areas that came or went between two complete lists.
    /// "So với 30/06/2023: mới có Phường 15; không còn Phường 3, Phường 4"
    ComeGone(ComeGone),
    /// An aim that is not what an earlier file said.
    /// "Chỉ tiêu Giảm tỷ lệ hộ nghèo: từ 0,69 (31/12/2022) thành 0,50 điểm"
    AimChanged(AimChanged),
    /// An indicator that measures something else than an earlier file said.
    /// "Trẻ em đi học: % (31/12/2022), nay người"
    IndicatorChanged(IndicatorChanged),
    /// A period that does not hold the day of the figures.
    /// "Kỳ 2022 không có ngày số liệu 31/03/2023"
    PeriodApart(PeriodApart),
    /// A report that was published before the day of its figures.
    /// "Công bố 04/03/2022, trước ngày số liệu 31/12/2022"
    PublishedBefore(PublishedBefore),
    /// All areas have the figures of an earlier list: so many of them, and the day of that list.
    /// "14 phường bằng hệt số ngày 30/06/2023"
    SameAreas(SameAreas),
    /// Others among those loaded that may be this unit.
    /// "Quận 6 (775) và Q.6 (không mã): hai đơn vị hay một?"
    Twins(Vec<Twin>),
    /// Dates in the future.
    /// "Ngày ở tương lai: số liệu 30/09/2033"
    Future(Vec<(DateOf, NaiveDate)>),
    /// Texts that may name a person: a run of 9 or 12 digits, or a mail address. The fields, never the values.
    /// "Có thể có số giấy tờ hoặc địa chỉ thư: source.note, poor.note"
    Private(Vec<String>),
    /// A doubt of the person who entered the file, as it stands there.
    /// "\"Hiện nay\" trong báo cáo 04/03/2023: ngày số liệu nhập là 31/12/2022"
    Doubt(Doubt),
    /// The newest figures are old: so many days.
    /// "Số liệu mới nhất cách đây 124 ngày (30/09/2023)"
    Age(i64),
}

impl CheckKind {
    /// How far a check stands from any one of its figures: it speaks of the figure itself (0), of a sum that it is a
    /// part of (1), or of something else (2). The story of a figure tells the nearest first.
    pub fn distance(&self) -> u8 {
        use CheckKind as K;
        match self {
            K::Rate(_)
            | K::PercentOfAim(_)
            | K::Coverage(_)
            | K::CoveragePercent(_)
            | K::ProgrammeChange(_)
            | K::IndicatorChanged(_) => 0,
            K::Areas(_) | K::Combined(_) | K::PartTotal(_) => 1,
            K::Total(_)
            | K::Movement(_)
            | K::MovementPersons(_)
            | K::Reduced(_)
            | K::NetFall(_)
            | K::ChangeAndResult(_)
            | K::WorkedBack(_)
            | K::SameGroups(_)
            | K::RateChange(_)
            | K::Result(_)
            | K::SameReached(_)
            | K::Jump(_)
            | K::ComeGone(_)
            | K::AimChanged(_)
            | K::PeriodApart(_)
            | K::PublishedBefore(_)
            | K::SameAreas(_)
            | K::Twins(_)
            | K::Future(_)
            | K::Private(_)
            | K::Doubt(_)
            | K::Age(_) => 2,
        }
    }
}

/// The checks of the snapshot at `at`, in the order of what needs action. Only files not later than it speak; `now`
/// decides how old the newest figures are and which dates lie in the future.
pub fn checks(history: &History, at: usize, now: NaiveDate) -> Vec<Check> {
    let Some(scope) = Scope::new(history, at, now) else { return Vec::new() };
    let mut lines = Lines::of(&scope.snapshot.whole.name);
    for rule in RULES {
        rule.checks(&scope, &mut lines);
    }
    let mut found = lines.all;
    found.sort_by_key(|check| check.verdict);
    for check in &mut found {
        verdict::name_once(&mut check.why);
    }
    found
}

/// The same checks with the numbers of areas of that name, where these lines leave them out; none where they do not.
pub fn with_numbers_of(
    found: &[Check],
    whose: &AreaName,
    (history, at, now): (&History, usize, NaiveDate),
) -> Option<Vec<Check>> {
    if !found.iter().any(|line| line.leaves_out(whose)) {
        return None;
    }
    let scope = Scope::new(history, at, now)?;
    let mut found = found.to_vec();
    let line = |(at, line): (usize, &Check)| Some((SharedLine::of_check(line)?, at));
    let lines: HashMap<SharedLine, usize> = found.iter().enumerate().filter_map(line).collect();
    let areas = scope.units.iter().filter(|unit| !unit.is_whole() && unit.area.name.is(whose));
    for (rule, area) in RULES.iter().flat_map(|rule| areas.clone().map(move |area| (rule, area))) {
        rule.checks_of(&scope, area, |made| {
            let line = SharedLine::of_check(&made).and_then(|line| lines.get(&line));
            if let Some(at) = line.filter(|at| found[**at].unkept > 0) {
                found[*at].keep(made);
            }
        });
    }
    Some(found)
}

/// How many checks need somebody: those that contradict and those to verify. The number at the tab.
pub fn open_count(checks: &[Check]) -> usize {
    checks.iter().filter(|c| c.verdict.is_open()).count()
}

/// The checks that contradict: what a strict run fails on.
pub fn contradictions(checks: &[Check]) -> impl Iterator<Item = &Check> {
    of_verdict(checks, Verdict::Contradicts)
}

/// The checks of one verdict, in their order.
pub fn of_verdict(checks: &[Check], verdict: Verdict) -> impl Iterator<Item = &Check> {
    checks.iter().filter(move |c| c.verdict == verdict)
}
