//! Money in words short enough for a column: `1,25` tỷ, `886` nghìn.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use super::{Rounding, decimal, round, ten_to};
use crate::text::Lang;

/// Money (whole đồng) in the largest unit that leaves at least one of it, with at most two decimals:
/// the number, and the word for the unit's size (empty for plain đồng). The word "đồng" is not in it.
pub fn money(lang: Lang, dong: impl Into<BigInt>) -> (String, &'static str) {
    let dong = dong.into();
    money_at(lang, &dong, &BigInt::one(), Rounding::Nearest, size_of(&dong, &BigInt::one()))
}

/// As [`money`], for `num / den` đồng and a direction: 3 tỷ over 3.386, rounded down, is 886 nghìn.
/// `None` when `den` is zero.
pub fn money_of(
    lang: Lang,
    num: &BigInt,
    den: &BigInt,
    rounding: Rounding,
) -> Option<(String, &'static str)> {
    (!den.is_zero()).then(|| money_at(lang, num, den, rounding, size_of(num, den)))
}

/// The sizes money is counted in: power of ten, word, English word.
const SIZES: [(u8, &str, &str); 4] =
    [(0, "", ""), (3, "nghìn", "thousand"), (6, "triệu", "million"), (9, "tỷ", "billion")];

/// The place in [`SIZES`] of the largest unit of which `num / den` holds at least one.
fn size_of(num: &BigInt, den: &BigInt) -> usize {
    SIZES.iter().rposition(|&(power, ..)| num.abs() >= ten_to(power) * den.abs()).unwrap_or(0)
}

fn money_at(
    lang: Lang,
    num: &BigInt,
    den: &BigInt,
    rounding: Rounding,
    size: usize,
) -> (String, &'static str) {
    let (power, vi, en) = SIZES[size];
    // Nobody pays hundredths of a đồng.
    let decimals = if power == 0 { 0 } else { 2 };
    let scaled = round(num, &(den * ten_to(power)), decimals, rounding).unwrap_or_default();
    if scaled.abs() >= ten_to(decimals + 3) && size + 1 < SIZES.len() {
        // Rounding carried it over the edge: 999.999.999 is 1 tỷ, not 1.000 triệu.
        return money_at(lang, num, den, rounding, size + 1);
    }
    (decimal(lang, scaled, decimals, true), lang.pick(vi, en))
}

#[cfg(test)]
mod tests {
    use super::Lang::{En, Vi};
    use super::*;
    use proptest::prelude::*;

    fn big(n: i64) -> BigInt {
        BigInt::from(n)
    }

    #[test]
    fn money_takes_its_largest_unit() {
        assert_eq!(money(Vi, 3_000_000_000_i64), ("3".into(), "tỷ"));
        assert_eq!(money(En, 3_000_000_000_i64), ("3".into(), "billion"));
        assert_eq!(money(Vi, 842_000_000), ("842".into(), "triệu"));
        assert_eq!(money(Vi, 1_250_000_000), ("1,25".into(), "tỷ"));
        assert_eq!(money(Vi, 886_250), ("886,25".into(), "nghìn"));
        assert_eq!(money(Vi, 999), ("999".into(), ""));
        assert_eq!(money(Vi, 0), ("0".into(), ""));
        assert_eq!(money(Vi, -1_500_000), ("−1,5".into(), "triệu"));
        assert_eq!(money(Vi, 999_999_999), ("1".into(), "tỷ"));
        assert_eq!(money(Vi, 1_234_500_000_000_i64), ("1.234,5".into(), "tỷ"));
    }

    #[test]
    fn money_per_head_is_rounded_towards_its_bound() {
        let at = |n, d, rounding| money_of(Vi, &big(n), &big(d), rounding).unwrap();
        assert_eq!(at(3_000_000_000, 3386, Rounding::Down), ("886".into(), "nghìn"));
        assert_eq!(at(1_000_000_000, 579, Rounding::Down), ("1,72".into(), "triệu"));
        assert_eq!(at(1_000_000_000, 579, Rounding::Up), ("1,73".into(), "triệu"));
        assert_eq!(at(1_999_999_999, 2, Rounding::Up), ("1".into(), "tỷ"));
        assert_eq!(at(1_999_999_999, 2, Rounding::Down), ("999,99".into(), "triệu"));
        assert_eq!(money_of(Vi, &big(1), &big(0), Rounding::Up), None);
    }

    proptest! {
        #[test]
        fn money_never_reads_as_a_thousand_of_a_small_unit(n: i64, d in 1_i64..100_000) {
            let (num, den) = (BigInt::from(n), BigInt::from(d));
            for rounding in [Rounding::Down, Rounding::Nearest, Rounding::Up] {
                let (number, size) = money_of(En, &num, &den, rounding).unwrap();
                prop_assert!(size == "billion" || !number.contains(','), "{} {}", number, size);
            }
        }
    }
}
