//! Numbers as people read them: `1.429` and `2,20%` in Vietnamese, `1,429` and `2.20%` in English.
//!
//! Counts and decimals are whole numbers of any size (a decimal is its value times a power of ten), so
//! nothing here overflows, and no binary float can bend a figure.

use std::iter;

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, Zero};

use super::Lang;
pub use crate::model::exact::Rounding;

mod agree;
mod money;
pub use agree::agreeing;
pub use money::{money, money_of};

/// The real minus, as wide as a digit; the hyphen stays free for ranges.
pub const MINUS: char = '\u{2212}';

/// `num / den` times `10^decimals`, rounded once from the exact fraction. `None` when `den` is zero.
pub fn round(num: &BigInt, den: &BigInt, decimals: u8, rounding: Rounding) -> Option<BigInt> {
    if den.is_zero() {
        return None;
    }
    let top = num * ten_to(decimals) * den.signum();
    let bottom = den.abs();
    Some(match rounding {
        Rounding::Down => floor(&top, &bottom),
        Rounding::Up => -floor(&-top, &bottom),
        Rounding::Nearest => {
            let nearest = floor(&(top.abs() * 2 + &bottom), &(&bottom * 2));
            nearest * top.signum()
        }
    })
}

/// `part / whole` in percent times `10^decimals`, ties away from zero; what is under 100 % is never
/// rounded up to 100, or an aim just missed would read as met. `None` when `whole` is zero.
pub fn share(part: &BigInt, whole: &BigInt, decimals: u8) -> Option<BigInt> {
    let percent = round(&(part * 100), whole, decimals, Rounding::Nearest)?;
    let full = ten_to(decimals) * 100;
    let short = (part - whole) * whole.signum() < BigInt::zero();
    Some(if short && percent == full { full - 1 } else { percent })
}

/// A count: `1.429`, `1,429`, `−311`.
pub fn whole(lang: Lang, n: impl Into<BigInt>) -> String {
    decimal(lang, n, 0, false)
}

/// A change of a count, always with its sign: `+3`, `−311`; no change is a bare `0`.
pub fn signed(lang: Lang, n: impl Into<BigInt>) -> String {
    signed_decimal(lang, n, 0, false)
}

/// `scaled / 10^decimals`: `2,20`, `2.20`. With `trim` no zero is left at the end: `140`, `160,8`.
pub fn decimal(lang: Lang, scaled: impl Into<BigInt>, decimals: u8, trim: bool) -> String {
    let mut value = [scaled.into()];
    let decimals = if trim { drop_zeros(&mut value, decimals) } else { decimals };
    spell(lang, &value[0], decimals)
}

/// A change of a decimal, always with its sign: `−0,69`, `+0,12`, `0,00`.
pub fn signed_decimal(lang: Lang, scaled: impl Into<BigInt>, decimals: u8, trim: bool) -> String {
    let scaled = scaled.into();
    let is_positive = scaled.is_positive();
    let size = decimal(lang, scaled, decimals, trim);
    if is_positive { "+".to_owned() + &size } else { size }
}

/// A percentage; Vietnamese reports set no blank before the sign, and English has none either.
pub fn percent(lang: Lang, scaled: impl Into<BigInt>, decimals: u8, trim: bool) -> String {
    decimal(lang, scaled, decimals, trim) + "%"
}

/// Two decimals and all between: `3,87-3,89`. With `trim` zeros go only where both ends lose them, so
/// that both keep one precision: `68,1-71,0`, `68-71`.
pub fn decimal_range(
    lang: Lang,
    low: impl Into<BigInt>,
    high: impl Into<BigInt>,
    decimals: u8,
    trim: bool,
) -> String {
    let mut ends = [low.into(), high.into()];
    let decimals = if trim { drop_zeros(&mut ends, decimals) } else { decimals };
    let [low, high] = ends.map(|end| spell(lang, &end, decimals));
    if low == high { low } else { format!("{low}-{high}") }
}

fn ten_to(power: u8) -> BigInt {
    BigInt::from(10).pow(u32::from(power))
}

/// The quotient rounded towards minus infinity; `bottom` is positive.
fn floor(top: &BigInt, bottom: &BigInt) -> BigInt {
    let quotient = top / bottom;
    if (top % bottom).is_negative() { quotient - 1 } else { quotient }
}

/// Takes zeros off the end of all `values` as long as all have one; the decimals left.
fn drop_zeros(values: &mut [BigInt], mut decimals: u8) -> u8 {
    while decimals > 0 && values.iter().all(|value: &BigInt| (value % 10_u8).is_zero()) {
        for value in &mut *values {
            *value /= 10;
        }
        decimals -= 1;
    }
    decimals
}

fn spell(lang: Lang, scaled: &BigInt, decimals: u8) -> String {
    let size = scaled.magnitude();
    // Of nearly all numbers the quicker way.
    let digits = u64::try_from(size).map_or_else(|_| size.to_string(), |size| size.to_string());
    let decimals = usize::from(decimals);
    // At least one digit stands before the comma: 0,05.
    let zeros = (decimals + 1).saturating_sub(digits.len());
    let before = zeros + digits.len() - decimals;
    let (mark, comma) = (lang.pick(".", ","), lang.pick(",", "."));
    let mut out = String::with_capacity(digits.len() * 2 + zeros + MINUS.len_utf8());
    out.extend((scaled.sign() == Sign::Minus).then_some(MINUS));
    for (place, digit) in iter::repeat_n('0', zeros).chain(digits.chars()).enumerate() {
        if place == before {
            out.push_str(comma);
        } else if 0 < place && place < before && (before - place).is_multiple_of(3) {
            out.push_str(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Lang::{En, Vi};
    use super::*;
    use proptest::prelude::*;

    fn big(n: i128) -> BigInt {
        BigInt::from(n)
    }

    #[test]
    fn counts_have_the_marks_of_their_language() {
        assert_eq!(whole(Vi, 1429), "1.429");
        assert_eq!(whole(En, 1429), "1,429");
        assert_eq!(whole(Vi, 0), "0");
        assert_eq!(whole(Vi, 999), "999");
        assert_eq!(whole(Vi, 842_000_000), "842.000.000");
        assert_eq!(whole(Vi, -65_000), "−65.000");
        assert!(whole(Vi, i128::MIN).starts_with("−170.141."));
    }

    #[test]
    fn changes_carry_their_sign() {
        assert_eq!(signed(Vi, 3), "+3");
        assert_eq!(signed(Vi, -311), "−311");
        assert_eq!(signed(Vi, 0), "0");
        assert_eq!(signed_decimal(Vi, -69, 2, false), "−0,69");
        assert_eq!(signed_decimal(En, 12, 2, false), "+0.12");
        assert_eq!(signed_decimal(Vi, 0, 2, false), "0,00");
    }

    #[test]
    fn decimals_keep_or_drop_their_zeros() {
        assert_eq!(decimal(Vi, 220, 2, false), "2,20");
        assert_eq!(decimal(En, 220, 2, false), "2.20");
        assert_eq!(decimal(Vi, 5, 2, false), "0,05");
        assert_eq!(percent(Vi, 1400, 1, true), "140%");
        assert_eq!(percent(Vi, 1608, 1, true), "160,8%");
        assert_eq!(percent(Vi, 16_080, 2, false), "160,80%");
        assert_eq!(decimal(Vi, 0, 3, true), "0");
        assert_eq!(decimal(Vi, 100, 0, true), "100");
        assert_eq!(decimal(En, 123_456_789, 2, false), "1,234,567.89");
    }

    #[test]
    fn ranges_use_a_hyphen() {
        assert_eq!(decimal_range(Vi, 64_808, 65_102, 0, false), "64.808-65.102");
        assert_eq!(decimal_range(En, 7, 7, 0, false), "7");
        assert_eq!(decimal_range(Vi, 387, 389, 2, false), "3,87-3,89");
        assert_eq!(decimal_range(Vi, 681, 710, 1, true), "68,1-71,0");
        assert_eq!(decimal_range(Vi, 680, 710, 1, true), "68-71");
    }

    #[test]
    fn ties_go_away_from_zero_and_bounds_their_own_way() {
        let at = |n, d, rounding| round(&big(n), &big(d), 0, rounding).unwrap();
        assert_eq!(at(897, 2, Rounding::Nearest), big(449));
        assert_eq!(at(-897, 2, Rounding::Nearest), big(-449));
        assert_eq!(at(897, -2, Rounding::Nearest), big(-449));
        assert_eq!(at(7, 2, Rounding::Down), big(3));
        assert_eq!(at(-7, 2, Rounding::Down), big(-4));
        assert_eq!(at(7, 2, Rounding::Up), big(4));
        assert_eq!(at(-7, 2, Rounding::Up), big(-3));
        assert_eq!(at(6, 2, Rounding::Up), big(3));
        assert_eq!(round(&big(1), &big(0), 2, Rounding::Up), None);
    }

    #[test]
    fn a_share_under_the_whole_never_reads_100() {
        assert_eq!(share(&big(9999), &big(10_000), 0), Some(big(99)));
        assert_eq!(share(&big(9999), &big(10_000), 1), Some(big(999)));
        assert_eq!(share(&big(10_000), &big(10_000), 0), Some(big(100)));
        assert_eq!(share(&big(402), &big(250), 1), Some(big(1608)));
        assert_eq!(share(&big(-9999), &big(-10_000), 0), Some(big(99)));
        assert_eq!(share(&big(1), &big(0), 0), None);
    }

    proptest! {
        #[test]
        fn a_count_reads_back(n: i128) {
            let plain: String = whole(Vi, n).replace('.', "").replace(MINUS, "-");
            prop_assert_eq!(plain.parse::<i128>(), Ok(n));
        }

        #[test]
        fn trimming_changes_no_value(n: i64, decimals in 0_u8..12) {
            let full = decimal(En, n, decimals, false);
            let short = decimal(En, n, decimals, true);
            let is_dropped = |c| c == '0' || c == '.';
            prop_assert!(full.strip_prefix(&short).is_some_and(|rest| rest.chars().all(is_dropped)));
            prop_assert!(!short.contains('.') || !short.ends_with(['0', '.']));
        }

        #[test]
        fn rounding_stays_within_one_and_on_its_side(n: i64, d: i64, decimals in 0_u8..5) {
            prop_assume!(d != 0);
            let (num, den) = (BigInt::from(n), BigInt::from(d));
            let at = |rounding| round(&num, &den, decimals, rounding).unwrap();
            let (down, near, up) = (at(Rounding::Down), at(Rounding::Nearest), at(Rounding::Up));
            prop_assert!(down <= near && near <= up && &up - &down <= BigInt::from(1));
            let exact = &num * ten_to(decimals) * den.signum();
            prop_assert!(&down * den.abs() <= exact && exact <= up * den.abs());
        }
    }
}
