//! What a check is about, kind by kind, with all the numbers that a sentence about it needs. The examples are such
//! sentences; the words are made elsewhere.
//!
//! A `counted` figure is what the program computed to set beside the stated one; a `difference` is always computed
//! minus stated. A list (`Vec`) holds one entry, save where several groups or areas share a line.

use chrono::NaiveDate;

pub use super::numbers::{
    AimChanged, AreaSum, Areas, ComeGone, Compared, CoverageOf, DateOf, Jump, MovementOf, PercentOfAim,
    PeriodApart, RateChangeOf, RateOf, ReducedOf, ResultOf, SameReached, Total,
};
use crate::model::snapshot::Doubt;

/// The kind of a check, with its numbers, in the order in which kinds stand among checks of one verdict.
#[derive(Debug, Clone)]
pub enum CheckKind {
    /// A total of households against all stated rates, or the rates against each other.
    /// "Tổng hộ dân 14 phường (minh họa) 65.000: trong khoảng 64.808-65.102*"
    Total(Vec<Total>),
    /// A stated rate against the counts.
    /// "1.429 hộ = 2,20% khi tổng hộ dân từ 64.808 đến 65.102"
    Rate(Vec<RateOf>),
    /// A stated percent of an aim against the value and the aim.
    /// "560 hộ = 140% khi chỉ tiêu là 400* hộ (399, 401 cũng làm tròn thành 140%)"
    PercentOfAim(Vec<PercentOfAim>),
    /// The areas against their whole.
    /// "Cộng 14 phường (minh họa) = toàn quận: 1.429 hộ nghèo, 1.092 hộ cận nghèo"; "tổng 1.429, cộng phường 1.428 (−1)"
    Areas(Areas),
    /// The stated figures of both groups together against the two.
    /// "Hộ nghèo và cận nghèo 2.521 = 1.429 + 1.092"
    Combined(Vec<Compared>),
    /// start − out + in against the end, in households.
    /// "Đầu kỳ − thoát + tái + phát sinh = cuối kỳ: thiếu số thoát, tái, phát sinh"
    Movement(Vec<MovementOf>),
    /// The same in persons.
    MovementPersons(Vec<MovementOf>),
    /// A stated net fall against the snapshots.
    /// "560, 402: giảm ròng hay số hộ thoát? báo cáo không nêu (cuối 2021 suy ra)"
    Reduced(Vec<ReducedOf>),
    /// A stated change of a rate against the snapshots.
    /// "Tỷ lệ giảm 0,48 điểm = 2,20 − 1,72"
    RateChange(Vec<RateChangeOf>),
    /// A stated result of a target against the snapshots.
    /// "Kết quả 560 hộ của chỉ tiêu Kéo giảm hộ nghèo: các kỳ cho 561 hộ (+1)"
    Result(Vec<ResultOf>),
    /// Covered against entitled.
    /// "BHYT: 4.700 người có thẻ, nhiều hơn 4.640 người thuộc diện (+60)"
    Coverage(CoverageOf),
    /// One number of recipients in two programmes.
    /// "579 vừa là trường hợp vay học sinh, sinh viên, vừa là suất học bổng"
    SameReached(SameReached),
    /// Figures that changed by more than half.
    /// "Hộ nghèo từ 200 còn 90 hộ (−55%)"
    Jump(Vec<Jump>),
    /// Areas that came or went between two complete lists.
    /// "So với 30/06/2023: mới có Phường 15; không còn Phường 3, Phường 4"
    ComeGone(ComeGone),
    /// An aim that is not what an earlier file said.
    /// "Chỉ tiêu Giảm tỷ lệ hộ nghèo: từ 0,69 (31/12/2022) thành 0,50 điểm"
    AimChanged(AimChanged),
    /// A period that does not hold the day of the figures.
    /// "Kỳ 2022 không có ngày số liệu 31/03/2023"
    PeriodApart(PeriodApart),
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
    /// "Số liệu mới nhất đã 124 ngày (30/09/2023)"
    Age(i64),
}

impl CheckKind {
    /// May several checks of the kind share a line?
    pub(super) fn is_shared(&self) -> bool {
        use CheckKind as K;
        matches!(self, K::Total(_) | K::Rate(_) | K::PercentOfAim(_) | K::Combined(_) | K::Jump(_))
            || matches!(
                self,
                K::Movement(_) | K::MovementPersons(_) | K::Reduced(_) | K::RateChange(_) | K::Result(_)
            )
    }

    /// Takes in the entries of a check of the same kind; another kind is left out.
    pub(super) fn absorb(&mut self, other: Self) {
        match (self, other) {
            (Self::Total(all), Self::Total(more)) => all.extend(more),
            (Self::Rate(all), Self::Rate(more)) => all.extend(more),
            (Self::PercentOfAim(all), Self::PercentOfAim(more)) => all.extend(more),
            (Self::Combined(all), Self::Combined(more)) => all.extend(more),
            (Self::Movement(all), Self::Movement(more))
            | (Self::MovementPersons(all), Self::MovementPersons(more)) => all.extend(more),
            (Self::Reduced(all), Self::Reduced(more)) => all.extend(more),
            (Self::RateChange(all), Self::RateChange(more)) => all.extend(more),
            (Self::Result(all), Self::Result(more)) => all.extend(more),
            (Self::Jump(all), Self::Jump(more)) => all.extend(more),
            _ => {}
        }
    }
}
