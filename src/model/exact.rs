//! Exact numbers: fractions of whole numbers of any size, so that nothing is rounded before the end and nothing
//! wraps, however large the counts in a file are.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, ToPrimitive, Zero};

/// An exact fraction.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Exact(Fraction);

/// A fraction in its lowest terms, as small as it fits: two equal ones are of one kind. Nearly all that reports say fits
/// into a machine's words; what does not is as exact, and slower.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Fraction {
    /// Of numbers up to [`SMALL`].
    Small(Ratio<i64>),
    /// Of larger ones.
    Big(Box<BigRational>),
}

/// The size up to which numbers are small: their sum and their negative are numbers of a machine word too.
const SMALL: i64 = 1 << 62;

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
        Self::small(Ratio::from_integer(n)).unwrap_or_else(|| Self::big(BigRational::from_integer(n.into())))
    }

    /// `digits / 10^decimals`: a written decimal number.
    pub fn decimal(digits: i64, decimals: u8) -> Self {
        if decimals == 0 {
            return Self::whole(digits);
        }
        let scale = 10_i64.checked_pow(u32::from(decimals)).filter(|_| digits != i64::MIN);
        let small = scale.and_then(|scale| Self::small(Ratio::new(digits, scale)));
        small.unwrap_or_else(|| Self::big(BigRational::new(digits.into(), ten_to(decimals))))
    }

    /// A fraction of small numbers, unless they are too large for that.
    fn small(fraction: Ratio<i64>) -> Option<Self> {
        let fits = |n: &i64| (-SMALL..=SMALL).contains(n);
        (fits(fraction.numer()) && fits(fraction.denom())).then_some(Self(Fraction::Small(fraction)))
    }

    /// A fraction of numbers of any size.
    fn big(fraction: BigRational) -> Self {
        let parts = fraction.numer().to_i64().zip(fraction.denom().to_i64());
        let small = parts.and_then(|(top, bottom)| Self::small(Ratio::new_raw(top, bottom)));
        small.unwrap_or_else(|| Self(Fraction::Big(Box::new(fraction))))
    }

    /// The same for numbers of any size.
    fn to_big(&self) -> BigRational {
        match &self.0 {
            Fraction::Small(small) => {
                BigRational::new_raw(BigInt::from(*small.numer()), BigInt::from(*small.denom()))
            }
            Fraction::Big(big) => (**big).clone(),
        }
    }

    /// The result of a step: in machine words where all of it fits, else with numbers of any size.
    fn step(
        &self,
        other: &Self,
        small: impl Fn(&Ratio<i64>, &Ratio<i64>) -> Option<Ratio<i64>>,
        big: impl Fn(BigRational, BigRational) -> BigRational,
    ) -> Self {
        let fitting = match (&self.0, &other.0) {
            (Fraction::Small(a), Fraction::Small(b)) => small(a, b).and_then(Self::small),
            _ => None,
        };
        fitting.unwrap_or_else(|| Self::big(big(self.to_big(), other.to_big())))
    }

    /// The quotient, or `None` for a divisor of zero.
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| self.step(divisor, CheckedDiv::checked_div, |a, b| a / b))
    }

    /// The value times `10^decimals`, rounded to a whole number: the digits to write.
    pub fn digits(&self, decimals: u8, rounding: Rounding) -> BigInt {
        if let Some(digits) = self.small_digits(decimals, rounding) {
            return BigInt::from(digits);
        }
        // Divided as whole numbers: the scaled fraction need not be brought to its lowest terms.
        let (numerator, bottom) = self.parts();
        let top = numerator * ten_to(decimals);
        match rounding {
            Rounding::Nearest => {
                let size: BigInt = (top.abs() * 2 + &bottom) / (&bottom * 2);
                if top.is_negative() { -size } else { size }
            }
            Rounding::Down => floor_of(&top, &bottom),
            Rounding::Up => -floor_of(&-top, &bottom),
        }
    }

    /// [`Self::digits`] where all of it fits.
    fn small_digits(&self, decimals: u8, rounding: Rounding) -> Option<i128> {
        let Fraction::Small(small) = &self.0 else { return None };
        let bottom = i128::from(*small.denom());
        let top = i128::from(*small.numer()).checked_mul(10_i128.checked_pow(u32::from(decimals))?)?;
        Some(match rounding {
            Rounding::Nearest => {
                let size = top.abs().checked_mul(2)?.checked_add(bottom)? / (2 * bottom);
                if top < 0 { -size } else { size }
            }
            Rounding::Down => top.div_euclid(bottom),
            Rounding::Up => -(-top).div_euclid(bottom),
        })
    }

    /// The value rounded to so many decimals, still exact.
    #[must_use]
    pub fn rounded(&self, decimals: u8, rounding: Rounding) -> Self {
        let digits = self.digits(decimals, rounding);
        match digits.to_i64() {
            Some(digits) => Self::decimal(digits, decimals),
            None => Self::big(BigRational::new(digits, ten_to(decimals))),
        }
    }

    /// The largest whole number not above.
    #[must_use]
    pub fn floor(&self) -> Self {
        self.rounded(0, Rounding::Down)
    }

    /// The smallest whole number not below.
    #[must_use]
    pub fn ceil(&self) -> Self {
        self.rounded(0, Rounding::Up)
    }

    /// Without its sign.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// Is it below zero?
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Fraction::Small(small) => small.is_negative(),
            Fraction::Big(big) => big.is_negative(),
        }
    }

    /// Is it above zero?
    pub fn is_positive(&self) -> bool {
        !self.is_zero() && !self.is_negative()
    }

    /// Is it zero?
    pub fn is_zero(&self) -> bool {
        matches!(&self.0, Fraction::Small(small) if small.is_zero())
    }

    /// Is it a whole number?
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Fraction::Small(small) => small.is_integer(),
            Fraction::Big(big) => big.is_integer(),
        }
    }

    /// For drawing only (the length of a bar, a point of a line), never for a figure.
    pub fn approximate(&self) -> f64 {
        match &self.0 {
            Fraction::Small(small) => small.to_f64(),
            Fraction::Big(big) => big.to_f64(),
        }
        .unwrap_or(0.0)
    }

    /// Numerator and denominator, the latter above zero.
    pub fn parts(&self) -> (BigInt, BigInt) {
        self.to_big().into_raw()
    }

    /// The whole number, where it is one and fits.
    pub fn to_whole(&self) -> Option<i64> {
        match &self.0 {
            Fraction::Small(small) => small.is_integer().then(|| *small.numer()),
            Fraction::Big(big) => big.is_integer().then(|| big.numer().to_i64()).flatten(),
        }
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            // Both bottoms are above zero and all four fit: so do the products.
            (Fraction::Small(a), Fraction::Small(b)) => {
                let product = |x: &i64, y: &i64| i128::from(*x) * i128::from(*y);
                product(a.numer(), b.denom()).cmp(&product(b.numer(), a.denom()))
            }
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The quotient towards minus infinity; the divisor is above zero.
fn floor_of(top: &BigInt, bottom: &BigInt) -> BigInt {
    let towards_zero = top / bottom;
    let is_inexact = &towards_zero * bottom != *top;
    if top.is_negative() && is_inexact { towards_zero - 1 } else { towards_zero }
}

fn ten_to(decimals: u8) -> BigInt {
    BigInt::from(10).pow(u32::from(decimals))
}

/// Two whole numbers as such: counts need no common denominator.
fn whole_numbers(a: &Ratio<i64>, b: &Ratio<i64>) -> Option<(i64, i64)> {
    (a.is_integer() && b.is_integer()).then(|| (*a.numer(), *b.numer()))
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: Self) -> Exact {
        let small = |a: &Ratio<i64>, b: &Ratio<i64>| match whole_numbers(a, b) {
            Some((a, b)) => a.checked_add(b).map(Ratio::from_integer),
            None => a.checked_add(b),
        };
        self.step(other, small, |a, b| a + b)
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: Self) -> Exact {
        let small = |a: &Ratio<i64>, b: &Ratio<i64>| match whole_numbers(a, b) {
            Some((a, b)) => a.checked_sub(b).map(Ratio::from_integer),
            None => a.checked_sub(b),
        };
        self.step(other, small, |a, b| a - b)
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: Self) -> Exact {
        let small = |a: &Ratio<i64>, b: &Ratio<i64>| match whole_numbers(a, b) {
            Some((a, b)) => a.checked_mul(b).map(Ratio::from_integer),
            None => a.checked_mul(b),
        };
        self.step(other, small, |a, b| a * b)
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        match &self.0 {
            Fraction::Small(small) => Exact(Fraction::Small(-small)),
            Fraction::Big(big) => Exact::big(-(**big).clone()),
        }
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

    /// Whatever the numbers, small or large or on the edge between: what the library for any size gives.
    #[test]
    fn every_step_gives_what_numbers_of_any_size_give() {
        use std::collections::HashSet;
        let tops = [0, 1, -1, 2, -3, 7, 10, 65_000, SMALL - 1, SMALL, SMALL + 1, i64::MAX, i64::MIN, -SMALL];
        let bottoms = [1, 2, 3, 10, 10_000, 65_537, SMALL, i64::MAX];
        let big = |top: i64, bottom: i64| BigRational::new(top.into(), bottom.into());
        let all: Vec<(Exact, BigRational)> = tops
            .iter()
            .flat_map(|top| bottoms.map(|bottom| (*top, bottom)))
            .map(|(top, bottom)| (Exact::whole(top).over(&Exact::whole(bottom)).unwrap(), big(top, bottom)))
            .collect();
        for (a, big_a) in &all {
            assert_eq!(a.to_big(), *big_a);
            assert_eq!((-a).to_big(), -big_a);
            assert_eq!(
                (a.is_negative(), a.is_positive(), a.is_zero(), a.is_whole()),
                (big_a.is_negative(), big_a.is_positive(), big_a.is_zero(), big_a.is_integer())
            );
            assert_eq!((a.floor().to_big(), a.ceil().to_big()), (big_a.floor(), big_a.ceil()));
            assert_eq!(a.abs().to_big(), big_a.abs());
            for decimals in [0, 1, 4, 30] {
                let scaled = big_a * BigRational::from_integer(ten_to(decimals));
                assert_eq!(a.digits(decimals, Rounding::Nearest), scaled.round().to_integer());
                assert_eq!(a.digits(decimals, Rounding::Down), scaled.floor().to_integer());
                assert_eq!(a.digits(decimals, Rounding::Up), scaled.ceil().to_integer());
            }
            for (b, big_b) in &all {
                assert_eq!((a + b).to_big(), big_a + big_b);
                assert_eq!((a - b).to_big(), big_a - big_b);
                assert_eq!((a * b).to_big(), big_a * big_b);
                assert_eq!(a.over(b).map(|x| x.to_big()), (!big_b.is_zero()).then(|| big_a / big_b));
                assert_eq!(a.cmp(b), big_a.cmp(big_b));
                // Equal ones are one, however they were come by.
                assert_eq!(&(&(a + b) - b), a);
                let known: HashSet<Exact> = [a.clone()].into();
                assert!(known.contains(&(&(a * b) - &(&(a * b) - a))));
            }
        }
    }
}
