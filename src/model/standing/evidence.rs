//! What a target is judged by: the figures of snapshots, or a result that a file states.

use chrono::NaiveDate;

/// What a target is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The figures of snapshots.
    Figures,
    /// A result stated before the due date, of that day.
    Interim(NaiveDate),
    /// A result stated for the end.
    Final,
}

impl Evidence {
    /// Is it how the target ended?
    pub fn is_final(self) -> bool {
        self == Self::Final
    }

    /// The day of an interim statement.
    pub fn interim(self) -> Option<NaiveDate> {
        match self {
            Self::Interim(day) => Some(day),
            Self::Figures | Self::Final => None,
        }
    }
}
