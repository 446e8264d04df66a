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
    /// The change in percent against the same span of the year before, as reported.
    ChangePercent,
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
    pub const STATED: [(Self, &'static str); 6] = [
        (Self::Reached, "reached"),
        (Self::Amount, "amount"),
        (Self::Planned, "planned"),
        (Self::Budget, "budget"),
        (Self::Via, "via"),
        (Self::ChangePercent, "change_percent"),
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

/// What of a programme a target is about: whom it reaches of those planned, or the money of its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Given {
    /// Whom or what it reached.
    Reached,
    /// The money given.
    Amount,
}

impl Given {
    /// What is given.
    pub fn done(self) -> Support {
        match self {
            Self::Reached => Support::Reached,
            Self::Amount => Support::Amount,
        }
    }

    /// What was to be given.
    pub fn planned(self) -> Support {
        match self {
            Self::Reached => Support::Planned,
            Self::Amount => Support::Budget,
        }
    }

    /// The one of the other.
    pub fn share(self) -> Support {
        match self {
            Self::Reached => Support::OfPlan,
            Self::Amount => Support::OfBudget,
        }
    }
}

/// What is measured of an entitlement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cover {
    /// Covered.
    Covered,
    /// Entitled.
    Eligible,
    /// Covered of entitled, as reported.
    Percent,
    /// Covered of entitled (derived).
    Ratio,
    /// Entitled and still without (derived).
    Without,
}

impl Cover {
    /// What a file may state of an entitlement.
    pub const STATED: [Self; 3] = [Self::Covered, Self::Eligible, Self::Percent];

    /// What the format calls so.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::STATED.into_iter().find(|cover| cover.code() == code)
    }

    /// The field of the format that it is, or is computed from.
    pub fn code(self) -> &'static str {
        match self {
            Self::Covered | Self::Ratio | Self::Without => "covered",
            Self::Eligible => "eligible",
            Self::Percent => "percent",
        }
    }
}
