//! Exact numbers: fractions of whole numbers of any size, so that nothing is rounded before the end and nothing
//! wraps, however large the counts in a file are.

use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// An exact fraction.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

impl Default for Exact {
    /// Zero.
    fn default() -> Self {
        Self::whole(0)
    }
}

/// Which way a number that has too many decimals is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rounding {
    /// To the nearest, ties away from zero: the rule for every figure that is no bound.
    #[default]
    Nearest,
    /// Towards minus infinity: a lower bound stays one.
    Down,
    /// Towards plus infinity: an upper bound stays one.
    Up,
}

impl Exact {
    /// A whole number.
    pub fn whole(n: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(n)))
    }

    /// `digits / 10^decimals`: a written decimal number.
    pub fn decimal(digits: i64, decimals: u8) -> Self {
        Self(BigRational::new(BigInt::from(digits), ten_to(decimals)))
    }

    /// The quotient, or `None` for a divisor of zero.
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        (!divisor.0.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// The value times `10^decimals`, rounded to a whole number: the digits to write.
    pub fn digits(&self, decimals: u8, rounding: Rounding) -> BigInt {
        // Divided as whole numbers: the scaled fraction need not be brought to its lowest terms.
        let (top, bottom) = (self.0.numer() * ten_to(decimals), self.0.denom());
        match rounding {
            Rounding::Nearest => {
                let size: BigInt = (top.abs() * 2 + bottom) / (bottom * 2);
                if top.is_negative() { -size } else { size }
            }
            Rounding::Down => floor_of(&top, bottom),
            Rounding::Up => -floor_of(&-top, bottom),
        }
    }

    /// The value rounded to so many decimals, still exact.
    #[must_use]
    pub fn rounded(&self, decimals: u8, rounding: Rounding) -> Self {
        Self(BigRational::new(self.digits(decimals, rounding), ten_to(decimals)))
    }

    /// The largest whole number not above.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self(self.0.floor())
    }

    /// The smallest whole number not below.
    #[must_use]
    pub fn ceil(&self) -> Self {
        Self(self.0.ceil())
    }

    /// Without its sign.
    #[must_use]
    pub fn abs(&self) -> Self {
        Self(self.0.abs())
    }

    /// Is it below zero?
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Is it above zero?
    pub fn is_positive(&self) -> bool {
        self.0.is_positive()
    }

    /// Is it zero?
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Is it a whole number?
    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }

    /// For drawing only (the length of a bar, a point of a line), never for a figure.
    pub fn approximate(&self) -> f64 {
        num_traits::ToPrimitive::to_f64(&self.0).unwrap_or(0.0)
    }

    /// Numerator and denominator, the latter above zero.
    pub fn parts(&self) -> (&BigInt, &BigInt) {
        (self.0.numer(), self.0.denom())
    }

    /// The whole number, where it is one and fits.
    pub fn to_whole(&self) -> Option<i64> {
        self.is_whole().then(|| i64::try_from(self.0.to_integer()).ok()).flatten()
    }
}

/// The quotient towards minus infinity; the divisor is above zero.
fn floor_of(top: &BigInt, bottom: &BigInt) -> BigInt {
    let towards_zero = top / bottom;
    let is_inexact = &towards_zero * bottom != *top;
    if top.is_negative() && is_inexact { towards_zero - 1 } else { towards_zero }
}

/// Two whole numbers as such: counts need no common denominator.
fn whole_numbers<'a>(a: &'a Exact, b: &'a Exact) -> Option<(&'a BigInt, &'a BigInt)> {
    (a.is_whole() && b.is_whole()).then(|| (a.0.numer(), b.0.numer()))
}

fn from_whole(n: BigInt) -> Exact {
    Exact(BigRational::from_integer(n))
}

fn ten_to(decimals: u8) -> BigInt {
    BigInt::from(10).pow(u32::from(decimals))
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: Self) -> Exact {
        whole_numbers(self, other).map_or_else(|| Exact(&self.0 + &other.0), |(a, b)| from_whole(a + b))
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: Self) -> Exact {
        whole_numbers(self, other).map_or_else(|| Exact(&self.0 - &other.0), |(a, b)| from_whole(a - b))
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: Self) -> Exact {
        whole_numbers(self, other).map_or_else(|| Exact(&self.0 * &other.0), |(a, b)| from_whole(a * b))
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact(-&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_ties_away_from_zero() {
        assert_eq!(Exact::decimal(4485, 1).digits(0, Rounding::Nearest), BigInt::from(449));
        assert_eq!(Exact::decimal(-4485, 1).digits(0, Rounding::Nearest), BigInt::from(-449));
        assert_eq!(Exact::decimal(-4485, 1).digits(0, Rounding::Down), BigInt::from(-449));
        assert_eq!(Exact::decimal(-4485, 1).digits(0, Rounding::Up), BigInt::from(-448));
    }

    /// 7/3 = 2.33…: down 2, up 3; −7/3: down −3, up −2. Whole numbers stay themselves whichever way.
    #[test]
    fn bounds_are_rounded_to_their_own_side() {
        let third = |n| Exact::whole(n).over(&Exact::whole(3)).unwrap();
        let sides =
            |x: &Exact| [Rounding::Down, Rounding::Up, Rounding::Nearest].map(|side| x.digits(0, side));
        assert_eq!(sides(&third(7)), [2, 3, 2].map(BigInt::from));
        assert_eq!(sides(&third(-7)), [-3, -2, -2].map(BigInt::from));
        assert_eq!(sides(&Exact::whole(-4)), [-4; 3].map(BigInt::from));
        assert_eq!(&third(7) + &third(-1), Exact::whole(2));
        assert_eq!(&Exact::whole(7) * &Exact::whole(-3), Exact::whole(-21));
    }

    #[test]
    fn a_divisor_of_zero_gives_nothing() {
        assert_eq!(Exact::whole(1).over(&Exact::whole(0)), None);
    }
}
