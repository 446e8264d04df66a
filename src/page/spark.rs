//! A small trend in one line of blocks: a snapshot a cell, from zero to the largest.

use std::sync::Arc;

use crate::model::exact::{Exact, Rounding};
use crate::model::measure::{Aspect, Group};
use crate::model::name::AreaName;

use super::View;
use crate::text::cells;
use crate::text::line::{Line, Role};

/// Not the full block: rows under each other would run together.
const BLOCKS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];
/// Snapshots it shows: the newest ones.
const MOST: usize = 9;

/// The cells it takes; none where one snapshot has no course.
pub fn width(view: &View) -> u16 {
    match view.history.snapshots.len() {
        0 | 1 => 0,
        several => cells::extent(several.min(MOST)),
    }
}

/// The households of a group in an area at the last snapshots, all but the shown one dim; a dot where one does not hold
/// the area.
pub fn sparkline(view: &View, path: &[Arc<AreaName>], group: Group) -> Line {
    let snapshots = &view.history.snapshots;
    let first = snapshots.len().saturating_sub(MOST);
    let count = |i: usize| {
        let area = view.history.area(i, path)?;
        area.figure(group, &Aspect::Households).ok()?.one().cloned()
    };
    let counts: Vec<(usize, Option<Exact>)> = (first..snapshots.len()).map(|i| (i, count(i))).collect();
    let most = counts.iter().filter_map(|(_, n)| n.clone()).max().unwrap_or_else(|| Exact::whole(1));
    let of = |(i, n): &(usize, Option<Exact>)| {
        let role = if *i == view.at { Role::Plain } else { Role::Dim };
        (role, n.as_ref().map_or('·', |n| block(n, &most)).to_string())
    };
    counts.iter().map(of).fold(Line::default(), |line, (role, block)| line.role(role, block))
}

fn block(value: &Exact, most: &Exact) -> char {
    let last = i64::try_from(BLOCKS.len() - 1).unwrap_or(0);
    let height = (value * &Exact::whole(last)).over(most).map(|x| x.digits(0, Rounding::Nearest));
    let height = height.and_then(|h| usize::try_from(h).ok()).unwrap_or(0);
    BLOCKS[height.min(BLOCKS.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 6 steps above the lowest block: 200 of 200 is the highest, 110 of 200 is 3.3, so 3 up, 0 the lowest.
    #[test]
    fn a_block_is_as_high_as_its_part() {
        let of_200 = |n| block(&Exact::whole(n), &Exact::whole(200));
        assert_eq!([of_200(200), of_200(110), of_200(0)], ['▇', '▄', '▁']);
        assert_eq!(block(&Exact::whole(0), &Exact::whole(0)), '▁');
    }
}
