//! What a number counts or measures, and who an average of money is for.

/// What a number counts or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// hộ
    Household,
    /// người, nhân khẩu
    Person,
    /// học sinh, sinh viên
    Pupil,
    /// trường hợp
    Case,
    /// suất
    Award,
    /// thẻ
    Card,
    /// lượt
    Turn,
    /// lượt hộ
    HouseholdTurn,
    /// sàn giao dịch
    Fair,
    /// đồng
    Vnd,
    /// Percent of households: shown with two decimals.
    Percent,
    /// Any other percent (of an aim, of the whole): shown with at most one.
    Share,
    /// A difference of two rates: percentage points.
    Point,
    /// Persons per household.
    PersonsPerHousehold,
    /// đồng for each recipient.
    VndPerRecipient(Recipient),
    /// Households a month.
    HouseholdPerMonth,
    /// Percentage points a month.
    PointPerMonth,
    /// A place in an order, from 1.
    Rank,
}

/// Who receives, in an average of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipient {
    /// hộ
    Household,
    /// người
    Person,
    /// em (học sinh, sinh viên)
    Pupil,
    /// trường hợp
    Case,
    /// suất
    Award,
    /// thẻ
    Card,
    /// lượt, lượt hộ
    Turn,
}

impl Unit {
    /// The recipient that a count in this unit stands for, in an average of money.
    pub fn recipient(self) -> Option<Recipient> {
        Some(match self {
            Self::Household => Recipient::Household,
            Self::Person => Recipient::Person,
            Self::Pupil => Recipient::Pupil,
            Self::Case => Recipient::Case,
            Self::Award => Recipient::Award,
            Self::Card => Recipient::Card,
            Self::Turn | Self::HouseholdTurn => Recipient::Turn,
            _ => return None,
        })
    }

    /// Is it counted in whole numbers?
    pub fn is_count(self) -> bool {
        self <= Self::Vnd
    }
}
