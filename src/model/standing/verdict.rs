//! The words that a target or task may be given, their marks, and how a course against time earns them.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::super::exact::Exact;

/// Where a target or task stands. These and no others, everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// More than asked.
    Exceeded,
    /// As asked.
    Met,
    /// At least as far as the year.
    OnTrack,
    /// At least nine tenths as far as the year.
    AtRisk,
    /// Less far.
    Behind,
    /// The due date is there, the aim is not.
    Missed,
    /// A level to keep was never left to the bad side.
    Kept,
    /// It was; it stays broken for the year.
    Broken {
        /// The date of the first figure on the bad side.
        since: NaiveDate,
    },
    /// The yearly review has not settled it yet.
    Awaiting,
    /// Nothing to compare with.
    NoBaseline,
    /// No figure.
    NoData,
    /// A task not begun.
    NotDue,
    /// A task under way; also an entitlement without a pace.
    UnderWay,
    /// A task done.
    Done,
    /// A task past its date.
    Overdue,
}

/// The sign beside the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// `✓`
    Good,
    /// `!`
    Care,
    /// `✗`
    Bad,
    /// `▸`
    UnderWay,
    /// `·`
    Nothing,
}

impl Standing {
    /// The mark that goes with the word.
    pub fn mark(self) -> Mark {
        match self {
            Self::Exceeded | Self::Met | Self::OnTrack | Self::Kept | Self::Done => Mark::Good,
            Self::AtRisk => Mark::Care,
            Self::Behind | Self::Missed | Self::Broken { .. } | Self::Overdue => Mark::Bad,
            Self::UnderWay => Mark::UnderWay,
            Self::Awaiting | Self::NoBaseline | Self::NoData | Self::NotDue => Mark::Nothing,
        }
    }

    /// Is all that was asked there?
    pub fn is_reached(self) -> bool {
        matches!(self, Self::Exceeded | Self::Met)
    }

    /// Of an aim that is reached or passed.
    pub(super) fn reached(done: Ordering) -> Option<Self> {
        match done {
            Ordering::Greater => Some(Self::Exceeded),
            Ordering::Equal => Some(Self::Met),
            Ordering::Less => None,
        }
    }
}

/// How far a target has come: the change so far and the change asked, both towards the aim.
#[derive(Debug, Clone)]
pub(super) struct TargetProgress {
    /// The change so far; below zero: away from the aim.
    pub fallen: Exact,
    /// The change asked, above zero.
    pub asked: Exact,
    /// *done* against 1, after the rounding of points.
    pub against_aim: Ordering,
}

impl TargetProgress {
    /// The standing on a way of which `gone` (0 to 1) is behind; `due`: the due date is there. Shares are compared
    /// by multiplying across: `fallen / asked ≥ gone` is `fallen ≥ gone × asked`.
    pub fn standing(&self, gone: &Exact, due: bool) -> Standing {
        if let Some(reached) = Standing::reached(self.against_aim) {
            return reached;
        }
        let in_time = gone * &self.asked;
        if due {
            Standing::Missed
        } else if self.fallen >= in_time {
            Standing::OnTrack
        } else if self.fallen >= &in_time * &Exact::decimal(9, 1) {
            Standing::AtRisk
        } else {
            Standing::Behind
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(fallen: i64, asked: i64) -> TargetProgress {
        TargetProgress {
            fallen: Exact::whole(fallen),
            asked: Exact::whole(asked),
            against_aim: fallen.cmp(&asked),
        }
    }

    /// Half the time is gone: 50 of 100 is on track, 45 (0.9 × 50) is the last that is only at risk.
    #[test]
    fn the_edges_of_the_table() {
        let half = Exact::decimal(5, 1);
        let at = |fallen| way(fallen, 100).standing(&half, false);
        assert_eq!(at(101), Standing::Exceeded);
        assert_eq!(at(100), Standing::Met);
        assert_eq!(at(99), Standing::OnTrack);
        assert_eq!(at(50), Standing::OnTrack);
        assert_eq!(at(49), Standing::AtRisk);
        assert_eq!(at(45), Standing::AtRisk);
        assert_eq!(at(44), Standing::Behind);
        assert_eq!(at(-5), Standing::Behind);
        assert_eq!(way(99, 100).standing(&Exact::whole(1), true), Standing::Missed);
        assert_eq!(way(101, 100).standing(&Exact::whole(1), true), Standing::Exceeded);
    }

    #[test]
    fn marks_say_the_same_as_the_words() {
        assert_eq!(Standing::AtRisk.mark(), Mark::Care);
        assert_eq!(Standing::Overdue.mark(), Mark::Bad);
        assert_eq!(Standing::UnderWay.mark(), Mark::UnderWay);
        assert_eq!(Standing::Awaiting.mark(), Mark::Nothing);
        assert!(Standing::Met.is_reached() && !Standing::OnTrack.is_reached());
    }
}
