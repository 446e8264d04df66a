//! The words that a report puts before a number, and the side of it on which the truth then lies.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exact::Rounding;

/// What a number says about the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// The number itself.
    #[default]
    Exact,
    /// More (hơn, trên).
    Over,
    /// Less, but close (gần).
    Nearly,
    /// About as much (khoảng).
    About,
    /// Less (dưới).
    Under,
    /// As much or more.
    AtLeast,
    /// As much or less.
    AtMost,
    /// More, but close: what *nearly* is of a number below zero. No file and no page says it, for a bound is said of the
    /// size ([`Figure::bound`](super::figure::Figure::bound)).
    #[serde(skip)]
    JustAbove,
}

/// Which side of its number a figure may lie on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On the number.
    Here,
    /// At or above it.
    Above,
    /// At or below it.
    Below,
    /// Anywhere near it.
    Around,
}

impl Qualifier {
    /// The side on which the true figure lies.
    pub fn side(self) -> Side {
        match self {
            Self::Exact => Side::Here,
            Self::Over | Self::AtLeast | Self::JustAbove => Side::Above,
            Self::Nearly | Self::Under | Self::AtMost => Side::Below,
            Self::About => Side::Around,
        }
    }

    /// Said of a plan: is it a floor ("từ 110.000 trở lên")? What is reached is then told as a share of that floor.
    pub fn is_floor(self) -> bool {
        matches!(self, Self::Over | Self::AtLeast)
    }

    /// The same statement about the negative or the reciprocal: what a subtrahend or divisor brings.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Over | Self::JustAbove => Self::Under,
            Self::Nearly | Self::Under => Self::Over,
            Self::AtLeast => Self::AtMost,
            Self::AtMost => Self::AtLeast,
            Self::Exact | Self::About => self,
        }
    }

    /// The same statement about the number with its sign turned, *nearly* kept: −1.478 is as near to zero as 1.478.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Nearly => Self::JustAbove,
            Self::JustAbove => Self::Nearly,
            Self::Exact | Self::Over | Self::About | Self::Under | Self::AtLeast | Self::AtMost => {
                self.reversed()
            }
        }
    }

    /// What holds of a result of two inputs: a bound only where both point the same way, `None` where they are
    /// opposite. About spoils to about; nearly with under gives under.
    pub fn joined(self, other: Self) -> Option<Self> {
        Some(match (self, other) {
            (a, Self::Exact) => a,
            (Self::Exact, b) => b,
            (Self::About, _) | (_, Self::About) => Self::About,
            (a, b) if a.side() != b.side() => return None,
            (a, b) if a == b => a,
            (a, _) if a.side() == Side::Above => Self::Over,
            _ => Self::Under,
        })
    }

    /// How a number with this qualifier is rounded: a lower bound down, an upper bound up.
    pub fn rounding(self) -> Rounding {
        match self.side() {
            Side::Above => Rounding::Down,
            Side::Below => Rounding::Up,
            Side::Here | Side::Around => Rounding::Nearest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Qualifier::*;

    #[test]
    fn bounds_join_only_when_they_point_the_same_way() {
        assert_eq!(Over.joined(Exact), Some(Over));
        assert_eq!(Over.joined(AtLeast), Some(Over));
        assert_eq!(AtLeast.joined(AtLeast), Some(AtLeast));
        assert_eq!(Nearly.joined(Under), Some(Under));
        assert_eq!(Over.joined(Nearly), None);
        assert_eq!(About.joined(Over), Some(About));
        assert_eq!(Over.joined(Over.reversed()), None);
    }

    #[test]
    fn every_reversal_changes_the_side() {
        for q in [Over, Nearly, Under, AtLeast, AtMost, JustAbove] {
            assert_ne!(q.side(), q.reversed().side());
            assert_eq!(q.mirrored().side(), q.reversed().side());
            assert_eq!(q.mirrored().mirrored(), q);
        }
    }
}
