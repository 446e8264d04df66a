//! Shares that a form gives beside or instead of its counts: of the lacks and causes of a group. A snapshot stores the
//! counts alone; a share is set against them, and what does not fit is told.

use super::field::Field;
use super::gathered::Gathered;
use super::grid::{CellPlace, SheetCell};
use super::summary::CellFault;
use super::written::{self, Rated};

/// A share that a cell gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The place it is of, from below the unit down.
    pub area: Vec<String>,
    /// The households that it is the share of their group of.
    pub field: Field,
    /// The number as it is written.
    pub number: String,
    /// Without a percent sign it may be a share of one too.
    pub is_bare: bool,
    /// Where it stands.
    pub at: CellPlace,
}

/// A share that the counts do not make.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt<'a> {
    /// The share.
    pub share: &'a Share,
    /// Households of the field.
    pub of: u64,
    /// Households of the group.
    pub all: u64,
}

/// The share that a cell gives; nothing where it is empty.
pub fn read(
    cell: &SheetCell,
    area: &[String],
    field: &Field,
    at: CellPlace,
) -> Result<Option<Share>, (CellPlace, CellFault)> {
    let (number, is_bare) = match written::percent(cell) {
        Rated::Nothing => return Ok(None),
        Rated::Percent(number) => (number, false),
        Rated::Bare(number) => (number, true),
        Rated::Not => return Err((at, CellFault::NotAPercent)),
    };
    Ok(Some(Share { area: area.to_vec(), field: field.clone(), number, is_bare, at }))
}

/// Those that the counts do not make, and how many there are no counts for.
pub fn doubts<'a>(all: &Gathered, shares: &'a [Share]) -> (Vec<Doubt<'a>>, usize) {
    let mut alone = 0;
    let mut doubts = Vec::new();
    for share in shares {
        match counts(all, share) {
            None => alone += 1,
            Some((of, whole)) if !is_made_by(share, of, whole) => {
                doubts.push(Doubt { share, of, all: whole });
            }
            Some(_) => {}
        }
    }
    (doubts, alone)
}

fn counts(all: &Gathered, share: &Share) -> Option<(u64, u64)> {
    let count = |path: &str| all.value(&share.area, path)?.count();
    let whole = count(&format!("{}.households", share.field.group()?.code()))?;
    Some((count(share.field.path())?, whole))
}

/// Is it what the counts make, as it is rounded?
fn is_made_by(share: &Share, of: u64, whole: u64) -> bool {
    let Ok(number) = share.number.parse::<f64>() else { return false };
    let (Ok(of), Ok(whole)) = (of.to_string().parse::<f64>(), whole.to_string().parse::<f64>()) else {
        return false;
    };
    if whole == 0.0 {
        return of == 0.0 && number == 0.0;
    }
    let decimals = |number: &str| number.split_once('.').map_or(0, |(_, decimals)| decimals.len().min(6));
    let written = decimals(&share.number);
    let fits = |number: f64, decimals: usize| {
        let half = 0.5 / 10f64.powi(i32::try_from(decimals).unwrap_or(6));
        (number - of / whole * 100.0).abs() <= half + 1e-9
    };
    fits(number, written) || (share.is_bare && fits(number * 100.0, written.saturating_sub(2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(number: &str, is_bare: bool) -> Share {
        let at = CellPlace { file: "a.xlsx".into(), sheet: None, row: 0, column: 0 };
        let field = Field::parse("deprivations.viec-lam.poor").unwrap();
        Share { area: Vec::new(), field, number: number.into(), is_bare, at }
    }

    #[test]
    fn a_share_fits_as_it_is_rounded() {
        for (number, is_bare, fits) in [
            ("12.5", false, true),
            ("12.54", false, true),
            ("12.55", false, false),
            ("13", false, true),
            ("0.1254", true, true),
            ("0.1254", false, false),
            ("0.13", true, true),
            ("0.14", true, false),
        ] {
            assert_eq!(is_made_by(&share(number, is_bare), 44, 351), fits, "{number}");
        }
        assert!(is_made_by(&share("0", false), 0, 0) && !is_made_by(&share("1", false), 0, 0));
    }
}
