//! What a list says itself that it comes to: "Tổng cộng: 5 hộ, 20 nhân khẩu", set against what was counted.

use super::super::forms::words_of;
use super::super::grid::Cell;
use super::super::written;

/// A total that a list states and its rows do not make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherTotal {
    /// Its row, counted from 1.
    pub row: usize,
    /// Does it count persons?
    pub is_of_persons: bool,
    /// What it states.
    pub stated: u64,
    /// What was counted.
    pub counted: u64,
}

/// Households and persons.
type Both = [Option<u64>; 2];

/// What was counted so far, and the totals that stand among the rows.
#[derive(Debug)]
pub struct OwnTotals {
    counted: Both,
    at_last: Both,
    /// Row, what it states, what was counted before it and since the total before.
    stated: Vec<(usize, Both, Both, Both)>,
}

impl Default for OwnTotals {
    fn default() -> Self {
        Self { counted: [Some(0); 2], at_last: [Some(0); 2], stated: Vec::new() }
    }
}

impl OwnTotals {
    /// Counts a household; of persons nothing is known any more where one does not tell them.
    pub fn count(&mut self, persons: Option<u64>) {
        self.counted = both([Some(1), persons], self.counted, |more, all| Some(more + all));
    }

    /// Counts members more, of a household that was counted.
    pub fn count_members(&mut self, more: u64) {
        self.counted[1] = self.counted[1].map(|all| all + more);
    }

    /// Takes in a row of totals.
    pub fn state(&mut self, row: usize, cells: &[Cell<'_>], is_of_members: impl Fn(usize) -> bool) {
        let texts: Vec<String> = cells.iter().filter_map(|cell| cell.written()).map(words_of).collect();
        // "Cộng khu phố 1" is the total of something else.
        if !texts.iter().flat_map(|text| text.split(' ')).all(is_plain) {
            return;
        }
        let said = |units: &[&str]| texts.iter().find_map(|text| before_unit(text, units));
        let in_column = || {
            let own = cells.iter().enumerate().filter(|(at, _)| is_of_members(*at));
            let counts = own.map(|(_, cell)| written::count(*cell).number());
            // Of none there is no total.
            counts.sum::<Option<u64>>().filter(|count| *count > 0)
        };
        let stated = [said(&["ho"]), said(&["nhan", "khau", "nguoi", "nk"]).or_else(in_column)];
        let since = both(self.counted, self.at_last, u64::checked_sub);
        self.stated.push((row + 1, stated, self.counted, since));
        self.at_last = self.counted;
    }

    /// The totals that are neither the whole nor what stands above them.
    pub fn others(&self) -> Vec<OtherTotal> {
        let mut others = Vec::new();
        for (row, stated, before, since) in &self.stated {
            for of in 0..2 {
                let (Some(stated), Some(counted)) = (stated[of], self.counted[of]) else { continue };
                if ![Some(counted), before[of], since[of]].contains(&Some(stated)) {
                    others.push(OtherTotal { row: *row, is_of_persons: of == 1, stated, counted });
                }
            }
        }
        others
    }
}

fn both(one: Both, other: Both, with: impl Fn(u64, u64) -> Option<u64>) -> Both {
    let of = |at: usize| one[at].zip(other[at]).and_then(|(one, other)| with(one, other));
    [of(0), of(1)]
}

fn is_plain(word: &str) -> bool {
    [
        "tong", "cong", "so", "ho", "nhan", "khau", "nguoi", "nk", "co", "la", "gom", "danh", "sach", "nay",
        "va", "",
    ]
    .contains(&word)
        || word.bytes().all(|b| b.is_ascii_digit())
}

/// The number before a unit: "5 hộ".
fn before_unit(text: &str, units: &[&str]) -> Option<u64> {
    let words: Vec<&str> = text.split(' ').collect();
    let is_number = |at: usize| words.get(at).is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    let at = (1..words.len()).find(|at| units.contains(&words[*at]) && is_number(at - 1))?;
    // "1.200 hộ" is in two words.
    let parted = if at >= 2 && is_number(at - 2) { words[at - 2] } else { "" };
    format!("{parted}{}", words[at - 1]).parse().ok()
}
