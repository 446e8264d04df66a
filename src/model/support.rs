//! Support given in a period, and who of those entitled has it.

use std::sync::Arc;

use super::area::AreaName;
use super::figure::Figure;
use super::measure::Named;
use super::words::Text;

/// The kind of a programme. Tables group by it in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Loans of any purpose.
    Credit,
    /// Scholarships, school costs.
    Education,
    /// Health care.
    Health,
    /// Insurance.
    Insurance,
    /// Jobs.
    Employment,
    /// Housing.
    Housing,
    /// Electricity, water.
    Utilities,
    /// Anything else.
    Other,
}

/// A programme of support, as reported for the period.
#[derive(Debug, Clone)]
pub struct Programme {
    /// Its id and name.
    pub named: Arc<Named>,
    /// Its kind.
    pub kind: Kind,
    /// Who or what was reached.
    pub reached: Option<Figure>,
    /// Money.
    pub amount: Option<Figure>,
    /// Planned to reach, in the unit of `reached`.
    pub planned: Option<Figure>,
    /// Money given for it.
    pub budget: Option<Figure>,
    /// Through how many (fairs …).
    pub via: Option<Figure>,
    /// The source of the money.
    pub fund: Option<Text>,
    /// For whom.
    pub for_whom: Option<Text>,
    /// The parts of it that went to areas.
    pub areas: Vec<ProgrammeArea>,
    /// The report's own words.
    pub quote: Option<Text>,
    /// A note.
    pub note: Option<Text>,
}

/// The part of a programme that went to one area.
#[derive(Debug, Clone)]
pub struct ProgrammeArea {
    /// Which area.
    pub name: Arc<AreaName>,
    /// Reached there.
    pub reached: Option<Figure>,
    /// Money spent there.
    pub amount: Option<Figure>,
}

/// An entitlement: how many of those entitled have it.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// Its id and name.
    pub named: Arc<Named>,
    /// Have it.
    pub covered: Option<Figure>,
    /// Are entitled.
    pub eligible: Option<Figure>,
}
