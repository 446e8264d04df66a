//! A small trend in one line of blocks: a snapshot a cell, from the lowest of them to the highest.

use std::sync::Arc;

use crate::model::exact::{Exact, Rounding};
use crate::model::measure::{Aspect, Group};
use crate::model::name::AreaName;

use super::View;
use crate::text::cells;
use crate::text::line::{Line, Role};

/// Not the highest blocks: rows under each other would run together.
const BLOCKS: [char; 6] = ['▁', '▂', '▃', '▅', '▆', '▇'];
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
/// the area. From zero on all would be as high: the numbers are in their column, here is the course. None of a single
/// value, which has no course.
pub fn sparkline(view: &View, path: &[Arc<AreaName>], group: Group) -> Option<Line> {
    let snapshots = &view.history.snapshots;
    let first = snapshots.len().saturating_sub(MOST);
    let count = |i: usize| view.history.area(i, path)?.one(group, &Aspect::Households);
    let counts: Vec<(usize, Option<Exact>)> = (first..snapshots.len()).map(|i| (i, count(i))).collect();
    let known = || counts.iter().filter_map(|(_, n)| n.as_ref());
    if known().count() < 2 {
        return None;
    }
    let span = known().min().zip(known().max());
    let of = |(i, n): &(usize, Option<Exact>)| {
        let role = if *i == view.at { Role::Strong } else { Role::Dim };
        (role, n.as_ref().zip(span).map_or('·', |(n, span)| block(n, span)).to_string())
    };
    Some(counts.iter().map(of).fold(Line::default(), |line, (role, block)| line.role(role, block)))
}

fn block(value: &Exact, (least, most): (&Exact, &Exact)) -> char {
    let steps = i64::try_from(BLOCKS.len() - 1).unwrap_or(0);
    let height = (&(value - least) * &Exact::whole(steps)).over(&(most - least));
    // Of what stayed the same no end is lower than the other.
    let height = height.map_or_else(|| (steps / 2).into(), |height| height.digits(0, Rounding::Nearest));
    let height = usize::try_from(height).unwrap_or(0);
    BLOCKS[height.min(BLOCKS.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 5 steps above the lowest block: 200 is the highest, 160 of 100 to 200 is 3, 100 the lowest.
    #[test]
    fn a_block_is_as_high_as_its_part_of_the_span() {
        let of = |n, least, most| block(&Exact::whole(n), (&Exact::whole(least), &Exact::whole(most)));
        assert_eq!([of(200, 100, 200), of(160, 100, 200), of(100, 100, 200)], ['▇', '▅', '▁']);
        assert_eq!(of(7, 7, 7), '▃');
    }
}
