//! The number of a figure by itself: one, or the two ends between which it must lie.

use super::exact::Exact;

/// The number of a figure: one, or a range of possible ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// A single number.
    One(Exact),
    /// All that the rounding of what was reported allows, both ends included.
    Range(Exact, Exact),
}

impl Amount {
    /// The range from one end to the other, in whichever order they come; one number when they are equal.
    pub fn between(a: Exact, b: Exact) -> Self {
        match a.cmp(&b) {
            std::cmp::Ordering::Equal => Self::One(a),
            std::cmp::Ordering::Less => Self::Range(a, b),
            std::cmp::Ordering::Greater => Self::Range(b, a),
        }
    }

    /// Both ends through a rule that never swaps two numbers' order more than once (a rounding, a multiple).
    #[must_use]
    pub fn map(&self, rule: impl Fn(&Exact) -> Exact) -> Self {
        Self::between(rule(self.low()), rule(self.high()))
    }

    /// All that a rule of two numbers gives for the ends of two amounts.
    #[must_use]
    pub fn with(&self, other: &Self, rule: impl Fn(&Exact, &Exact) -> Exact) -> Self {
        let ends = [(self.low(), other.low()), (self.low(), other.high()), (self.high(), other.low())];
        let last = rule(self.high(), other.high());
        let (mut low, mut high) = (last.clone(), last);
        for (a, b) in ends {
            let end = rule(a, b);
            low = low.min(end.clone());
            high = high.max(end);
        }
        Self::between(low, high)
    }

    /// The smallest possible.
    pub fn low(&self) -> &Exact {
        match self {
            Self::One(x) | Self::Range(x, _) => x,
        }
    }

    /// The largest possible.
    pub fn high(&self) -> &Exact {
        match self {
            Self::One(x) | Self::Range(_, x) => x,
        }
    }
}
