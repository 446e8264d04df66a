//! Rates that may be percentages or shares of one.

use std::collections::BTreeMap;

use super::field::Field;
use super::grid::CellPlace;
use super::summary::{CellFault, Given, SheetReading, Value};

/// A rate of which only its column tells whether it is a percentage or a share of one.
pub struct OpenRate {
    /// The place it is of.
    pub area: Vec<String>,
    /// What it is.
    pub field: Field,
    /// As it is written.
    pub number: String,
    /// Where it stands.
    pub at: CellPlace,
}

/// Open rates of a column are percentages or shares of one, all alike: what is above 1 is a percentage, else the counts
/// beside them decide.
pub fn settle(reading: &mut SheetReading, open: Vec<OpenRate>) {
    let mut by_field: BTreeMap<Field, Vec<OpenRate>> = BTreeMap::new();
    for rate in open {
        by_field.entry(rate.field.clone()).or_default().push(rate);
    }
    for (field, rates) in by_field {
        let is_share = is_share(reading, &field, &rates);
        for OpenRate { area, field, number, at } in rates {
            match is_share {
                Some(is_share) => {
                    let percent = if is_share { hundredfold(&number) } else { number };
                    reading.given.push(Given { area, field, value: Value::Percent(percent), at });
                }
                None => reading.faults.push((at, CellFault::PercentOrShare(number))),
            }
        }
    }
}

fn is_share(reading: &SheetReading, field: &Field, rates: &[OpenRate]) -> Option<bool> {
    let numbers: Vec<f64> = rates.iter().filter_map(|rate| rate.number.parse().ok()).collect();
    if numbers.iter().any(|number| *number > 1.0) || numbers.iter().all(|number| *number == 0.0) {
        return Some(false);
    }
    let counts = |path: &str| -> BTreeMap<&[String], f64> {
        let own = reading.given.iter().filter(|given| given.field.path() == path);
        let known = own.filter_map(|given| {
            Some((given.area.as_slice(), given.value.count()?.to_string().parse().ok()?))
        });
        // Of an area that is told twice the first telling counts.
        let mut counts = BTreeMap::new();
        known.for_each(|(area, count)| _ = counts.entry(area).or_insert(count));
        counts
    };
    let group = field.path().trim_end_matches("rate_percent");
    let (of, all) = (counts(&format!("{group}households")), counts("households"));
    let mut told = [0usize; 2];
    for (rate, number) in rates.iter().zip(&numbers) {
        let area = rate.area.as_slice();
        let (Some(of), Some(all)) = (of.get(area), all.get(area).filter(|all| **all > 0.0)) else { continue };
        let percent = of / all * 100.0;
        told[0] += usize::from((number - percent).abs() < 0.06);
        told[1] += usize::from((number * 100.0 - percent).abs() < 0.06);
    }
    match told {
        [percent, share] if percent > share => Some(false),
        [percent, share] if share > percent => Some(true),
        _ => None,
    }
}

/// A share of one as a percentage, its digits moved.
fn hundredfold(number: &str) -> String {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let decimals = format!("{decimals:0<2}");
    let (up, rest) = decimals.split_at(2);
    let whole = format!("{whole}{up}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_becomes_a_percentage_by_its_digits() {
        for (share, percent) in
            [("0.022", "2.2"), ("0.0220", "2.20"), ("0.5", "50"), ("1", "100"), ("0", "0")]
        {
            assert_eq!(hundredfold(share), percent);
        }
    }
}
