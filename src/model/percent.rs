//! Percentages and percentage points as they are written: exact decimals whose last digit says how they were rounded.

use super::exact::Exact;

/// The most decimals a percentage may be written with.
pub const MAX_DECIMALS: u8 = 4;

/// The largest whole part, as for counts: 10^15.
pub(super) const MAX_WHOLE: i64 = 1_000_000_000_000_000;

/// A percentage or a number of points: `digits` / 10^`decimals`. The decimals written are its rounding: 2.20 is
/// `digits: 220, decimals: 2` and stands for 2.195 ≤ r < 2.205, while 2.2 stands for 2.15 ≤ r < 2.25.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Percent {
    /// All digits written, as one signed whole number.
    pub digits: i64,
    /// How many of them stand after the decimal point, at most [`MAX_DECIMALS`].
    pub decimals: u8,
}

/// Why a text is no percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPercent {
    /// Not digits with at most one point: words, blanks, a plus sign, leading zeros.
    NotDigits,
    /// A decimal comma where the format has a point.
    Comma,
    /// `2e1`: the decimals written would be lost.
    Exponent,
    /// `-0`, `-0.00`: no such figure.
    MinusZero,
    /// More than [`MAX_DECIMALS`] decimals.
    Decimals,
    /// Too large to be a figure of this program.
    TooLarge,
}

impl Percent {
    /// The percentage `digits` / 10^`decimals`.
    pub fn new(digits: i64, decimals: u8) -> Self {
        Self { digits, decimals }
    }

    /// Reads a JSON number, or the same digits from a string: `2.20`, `-0.69`, `100`.
    ///
    /// # Errors
    /// Says why the text is none, see [`NoPercent`].
    pub fn parse(text: &str) -> Result<Self, NoPercent> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, decimals) = split(unsigned)?;
        if decimals.len() > usize::from(MAX_DECIMALS) {
            return Err(NoPercent::Decimals);
        }
        let size: i64 = format!("{whole}{decimals}").parse().map_err(|_| NoPercent::TooLarge)?;
        match (negative, size) {
            (_, _) if whole.parse::<i64>().map_or(true, |w| w > MAX_WHOLE) => Err(NoPercent::TooLarge),
            (true, 0) => Err(NoPercent::MinusZero),
            (true, _) => Ok(Self::new(-size, count(decimals))),
            (false, _) => Ok(Self::new(size, count(decimals))),
        }
    }

    /// The number as written, exactly.
    pub fn value(self) -> Exact {
        Exact::decimal(self.digits, self.decimals)
    }

    /// Below zero: points lost, a rise where a fall was asked.
    pub fn is_negative(self) -> bool {
        self.digits.is_negative()
    }

    /// The number, when it was written as a whole one, without decimals.
    pub fn whole(self) -> Option<i64> {
        (self.decimals == 0).then_some(self.digits)
    }

    /// Whether the number written lies from `low` to `high`, both inclusive.
    pub fn within(self, low: i64, high: i64) -> bool {
        let scale = 10_i128.pow(u32::from(self.decimals));
        (i128::from(low) * scale..=i128::from(high) * scale).contains(&i128::from(self.digits))
    }
}

/// The digits before and after the point, both checked; the grammar is that of JSON numbers.
fn split(unsigned: &str) -> Result<(&str, &str), NoPercent> {
    if unsigned.contains(',') {
        return Err(NoPercent::Comma);
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (number, exponent) = unsigned.split_once(['e', 'E']).map_or((unsigned, None), |(n, e)| (n, Some(e)));
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let fits = digits(whole) && (digits(decimals) || !number.contains('.'));
    match exponent {
        _ if !fits || (whole.len() > 1 && whole.starts_with('0')) => Err(NoPercent::NotDigits),
        Some(power) if digits(power.trim_start_matches(['+', '-'])) => Err(NoPercent::Exponent),
        Some(_) => Err(NoPercent::NotDigits),
        None => Ok((whole, decimals)),
    }
}

/// How many decimals; [`Percent::parse`] has refused more than four.
fn count(decimals: &str) -> u8 {
    u8::try_from(decimals.len()).unwrap_or(MAX_DECIMALS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_the_decimals_it_was_written_with() {
        let two = Percent::parse("2.20").unwrap();
        assert_eq!(two, Percent::new(220, 2));
        let one = Percent::parse("2.2").unwrap();
        assert_eq!(two.value(), one.value());
        assert_ne!(two, one);
        assert!(Percent::parse("-0.69").unwrap().is_negative() && !two.is_negative());
    }

    #[test]
    fn what_is_no_percentage_says_why() {
        let cases = [
            ("", NoPercent::NotDigits),
            ("-", NoPercent::NotDigits),
            ("+2", NoPercent::NotDigits),
            (" 2", NoPercent::NotDigits),
            ("2.", NoPercent::NotDigits),
            (".5", NoPercent::NotDigits),
            ("02.20", NoPercent::NotDigits),
            ("1.2.3", NoPercent::NotDigits),
            ("2%", NoPercent::NotDigits),
            ("2e", NoPercent::NotDigits),
            ("NaN", NoPercent::NotDigits),
            ("2,20", NoPercent::Comma),
            ("2e1", NoPercent::Exponent),
            ("1e-400", NoPercent::Exponent),
            ("2.0E+1", NoPercent::Exponent),
            ("-0", NoPercent::MinusZero),
            ("-0.00", NoPercent::MinusZero),
            ("2.20001", NoPercent::Decimals),
            ("1000000000000001", NoPercent::TooLarge),
            ("99999999999999999999", NoPercent::TooLarge),
            ("999999999999999.9999", NoPercent::TooLarge),
        ];
        for (text, why) in cases {
            assert_eq!(Percent::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn bounds_are_compared_exactly() {
        assert!(Percent::parse("100").unwrap().within(0, 100));
        assert!(!Percent::parse("100.0001").unwrap().within(0, 100));
        assert!(!Percent::parse("-0.0001").unwrap().within(0, 100));
        assert!(Percent::parse("1000000000000000").unwrap().whole().is_some());
    }
}
