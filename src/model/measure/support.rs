//! What a file may state of a programme and of an entitlement, and what is computed from it.

/// What is measured of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Support {
    /// Reached.
    Reached,
    /// Money spent.
    Amount,
    /// Planned to reach.
    Planned,
    /// Money given for it.
    Budget,
    /// Through how many (fairs, …).
    Via,
    /// Money for each recipient (derived).
    Average,
    /// Reached of planned (derived).
    OfPlan,
    /// Spent of the budget (derived).
    OfBudget,
    /// Against the same span of the year before (derived).
    Change,
    /// The sum over its parts in areas (derived).
    OfAreas,
}

impl Support {
    /// What a file may state of a programme, with its name in the format.
    pub const STATED: [(Self, &'static str); 5] = [
        (Self::Reached, "reached"),
        (Self::Amount, "amount"),
        (Self::Planned, "planned"),
        (Self::Budget, "budget"),
        (Self::Via, "via"),
    ];

    /// Its name in the format; none for what is only ever computed.
    pub fn code(self) -> Option<&'static str> {
        Self::STATED.iter().find(|(support, _)| *support == self).map(|(_, code)| *code)
    }

    /// What the format calls so.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::STATED.iter().find(|(_, name)| *name == code).map(|(support, _)| *support)
    }

    /// Is it money?
    pub fn is_money(self) -> bool {
        matches!(self, Self::Amount | Self::Budget)
    }
}

/// What is measured of an entitlement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cover {
    /// Covered.
    Covered,
    /// Entitled.
    Eligible,
    /// Covered of entitled (derived).
    Ratio,
    /// Entitled and still without (derived).
    Without,
}

impl Cover {
    /// What the format calls so.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Covered, Self::Eligible].into_iter().find(|cover| cover.code() == code)
    }

    /// The field of the format that it is, or is computed from.
    pub fn code(self) -> &'static str {
        match self {
            Self::Covered | Self::Ratio | Self::Without => "covered",
            Self::Eligible => "eligible",
        }
    }
}
