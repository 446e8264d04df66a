//! Places of two levels in one flat table, which no numbering parts: districts and their communes, the district over its
//! communes or, as their sum, below them. The words of kind tell the levels; where names have none, the sums do.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{Field, FieldKind};
use super::forms::{has_phrase, words_of};
use super::grid::Grid;
use super::heading::Heading;
use super::levels::{Numbered, UNRANKED, finer_rank, numbered, rank};
use super::row_figures::has_figures;
use super::row_name::name_of;
use super::row_words::apart;
use super::sums;
use super::written;

/// How the rows of a table lie in one another.
#[derive(Debug, Clone, Default)]
pub struct Nesting {
    /// The level of each row of a place, the outermost 0.
    levels: BTreeMap<usize, usize>,
    /// How many levels there are.
    pub depth: usize,
    /// The rows in an order in which each place stands before its parts, with the level that ends before it.
    pub order: Vec<(usize, Option<usize>)>,
    /// The names of places that only a row of their sum tells: "Cộng huyện A".
    pub names: BTreeMap<usize, String>,
    /// The row of the unit among those of the first level.
    pub whole: Option<usize>,
}

/// A row that may be the sum of a run of others, or a place beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoWays {
    /// The row.
    pub row: usize,
    /// The first and the last row of the run.
    pub run: (usize, usize),
}

impl Nesting {
    /// The level of a row; none where it is no place.
    pub fn level_of(&self, row: usize) -> Option<usize> {
        self.levels.get(&row).copied()
    }
}

/// A row that names a place.
#[derive(Debug, Clone)]
struct Item {
    row: usize,
    name: String,
    /// How far down its kind stands; [`UNRANKED`] where it says none.
    rank: u8,
    finer: u8,
    is_numbered: bool,
    has_figures: bool,
    /// Does its name say that it is a sum of rows above it?
    is_sum: bool,
    counts: Vec<Option<u64>>,
}

/// A level for each of the items, and whether each stands below its parts.
type Told = (Vec<usize>, Vec<bool>);

/// How the rows lie in one another, where neither numbers of two kinds nor their being alike tells it.
///
/// # Errors
/// The sums allow two readings, and no word tells which is meant.
pub fn of(
    grid: &Grid,
    heading: &Heading,
    (rows, whole): (&[usize], Option<usize>),
    figures: &[(usize, &Field)],
) -> Result<Option<Nesting>, TwoWays> {
    if heading.is_own || heading.within.is_some() || heading.is_numbered_by_kinds(grid, rows, figures) {
        return Ok(None);
    }
    let own: Vec<usize> = rows.iter().copied().filter(|row| Some(*row) != whole).collect();
    let items = items(grid, heading, &own, figures);
    let told = match by_kind(&items, &heading.title_words())? {
        Some(told) => Some(told),
        None => by_sums(&items, heading, || total(grid, heading, rows, figures))?,
    };
    let is_named = |row: usize| name_of(grid, heading, row).is_some();
    Ok(told.map(|(levels, below)| nesting(rows, is_named, &items, (&levels, &below))))
}

impl Heading {
    /// Do numbers of two kinds part the levels: I and 1, 1 and 1.1?
    fn is_numbered_by_kinds(&self, grid: &Grid, rows: &[usize], figures: &[(usize, &Field)]) -> bool {
        let kinds: BTreeSet<Numbered> = rows
            .iter()
            .filter(|row| has_figures(grid, **row, figures))
            .map(|row| numbered(grid, self, *row))
            .filter(|number| *number != Numbered::None)
            .collect();
        kinds.len() > 1
    }
}

/// The rows of places, those of sums of a place that is named among them, and captions that name one.
fn items(grid: &Grid, heading: &Heading, rows: &[usize], figures: &[(usize, &Field)]) -> Vec<Item> {
    let several = sums::named_sums(grid, heading, rows) > 1;
    let are_numbered = rows.iter().any(|row| numbered(grid, heading, *row) != Numbered::None);
    let mut items: Vec<Item> = Vec::new();
    for row in rows.iter().copied() {
        let Some(name) = name_of(grid, heading, row) else { continue };
        let number = numbered(grid, heading, row);
        let sum = sums::summed(&name, several).filter(|_| number == Numbered::None);
        let is_sum = sum.is_some();
        let is_bare = are_numbered && number == Numbered::None;
        let is_told = !is_sum && (sums::is_total(&words_of(&name)) || sums::is_by_lead(&name, is_bare));
        let name = sum.unwrap_or(name);
        let (own, has_figures) = (rank(&name), has_figures(grid, row, figures));
        // A caption stands over rows that it names the place of; what has more words is a remark.
        let is_caption = own > UNRANKED && name.split_whitespace().count() <= 6 && !name.contains([',', ':']);
        let is_bulleted = name.starts_with(['-', '–', '+', '•']) && own == UNRANKED;
        if is_told || is_bulleted || apart(&name).is_some() || !(has_figures || is_caption) {
            continue;
        }
        let counts = counts(grid, row, figures);
        let finer = if words_of(&name).starts_with("tinh ") { 1 } else { finer_rank(&name) };
        let is_numbered = number != Numbered::None;
        items.push(Item { row, name, rank: own, finer, is_numbered, has_figures, is_sum, counts });
    }
    // Below the last row of figures only places that have not reported are meant.
    let lowest = items.iter().filter(|item| item.has_figures && !item.is_sum).map(|item| item.rank).max();
    while items.last().is_some_and(|item| !item.has_figures && Some(item.rank) != lowest) {
        items.pop();
    }
    items.retain(|item| {
        item.has_figures || lowest.is_none_or(|lowest| lowest == UNRANKED || item.rank <= lowest)
    });
    items
}

fn counts(grid: &Grid, row: usize, figures: &[(usize, &Field)]) -> Vec<Option<u64>> {
    let columns = figures.iter().filter(|(_, field)| field.kind() == FieldKind::Count);
    columns.map(|(column, _)| written::count(grid.cell(row, *column)).number()).collect()
}

/// The counts of the row of the unit, where one is called so.
fn total(
    grid: &Grid,
    heading: &Heading,
    rows: &[usize],
    figures: &[(usize, &Field)],
) -> Option<Vec<Option<u64>>> {
    let is_one = |row: &&usize| {
        name_of(grid, heading, **row).is_some_and(|name| sums::is_total(&words_of(&name)))
            && has_figures(grid, **row, figures)
    };
    rows.iter().find(is_one).map(|row| counts(grid, *row, figures))
}

/// Levels by the kinds of place that the names say.
fn by_kind(items: &[Item], title: &str) -> Result<Option<Told>, TwoWays> {
    let places = || items.iter().filter(|item| !item.is_sum && item.has_figures);
    let Some(lowest) = places().map(|item| item.rank).max() else { return Ok(None) };
    let mut ranks: BTreeSet<u8> =
        items.iter().map(|item| item.rank).filter(|rank| *rank > UNRANKED).collect();
    // What is named by a row of its sum, or by a caption over all, lies over what says no kind.
    let is_led = items.iter().any(|item| item.is_sum) || items.first().is_some_and(|item| !item.has_figures);
    if lowest == UNRANKED && is_led {
        ranks.insert(NAMELESS);
    }
    if ranks.len() < 2 {
        return Ok(None);
    }
    let of_class = |is_numbered: bool| {
        let own = places().filter(|item| item.is_numbered == is_numbered && item.rank > UNRANKED);
        let own: BTreeSet<u8> = own.map(|item| item.rank).collect();
        own.first().copied().filter(|_| own.len() == 1)
    };
    let last = ranks.last().copied().unwrap_or(UNRANKED);
    let rank_of = |item: &Item| match item.rank {
        UNRANKED if last == NAMELESS => last,
        UNRANKED => of_class(item.is_numbered).unwrap_or(last),
        rank => rank,
    };
    let level = |item: &Item| ranks.iter().position(|rank| *rank == rank_of(item)).unwrap_or_default();
    let levels: Vec<usize> = items.iter().map(level).collect();
    let is_below = is_below(items, &levels, title)?;
    let is_outer = |level: usize| level + 1 < ranks.len();
    let below = items.iter().zip(&levels);
    let below = below.map(|(item, level)| item.is_sum || (is_below && item.has_figures && is_outer(*level)));
    let below = below.collect();
    Ok(Some((levels, below)))
}

/// Below all kinds: names that say none.
const NAMELESS: u8 = u8::MAX;

/// Do the outer places stand below their parts?
fn is_below(items: &[Item], levels: &[usize], title: &str) -> Result<bool, TwoWays> {
    let is_place = |at: &usize| !items[*at].is_sum && items[*at].has_figures;
    let own: Vec<usize> = (0..items.len()).filter(is_place).collect();
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return Ok(false) };
    let top = own.iter().map(|at| levels[*at]).min().unwrap_or_default();
    if own.iter().all(|at| levels[*at] == top) {
        return Ok(false);
    }
    let [over, below] = [false, true].map(|is_below| equal_runs(items, levels, is_below));
    let is_unit = has_phrase(title, &words_of(&items[*last].name));
    match (levels[*first] == top, levels[*last] == top) {
        (true, false) => Ok(false),
        (true, true) => Ok(below > over),
        (false, true) if is_unit => Ok(true),
        (false, _) if over + below > 0 => Ok(below > over),
        (false, _) => {
            let at = own.iter().copied().find(|at| levels[*at] == top).unwrap_or(*first);
            Err(TwoWays { row: items[at].row, run: (items[*first].row, items[at - 1].row) })
        }
    }
}

/// How many places are exactly the sum of the run that would be theirs.
fn equal_runs(items: &[Item], levels: &[usize], is_below: bool) -> usize {
    let own = (0..items.len()).filter(|at| items[*at].has_figures);
    own.filter(|at| run(levels, *at, is_below).is_some_and(|run| is_sum_of(items, levels, *at, run))).count()
}

/// The rows after (or before) a place that are below its level.
fn run(levels: &[usize], at: usize, is_below: bool) -> Option<(usize, usize)> {
    let is_part = |other: &usize| levels[*other] > levels[at];
    let length = if is_below {
        (0..at).rev().take_while(is_part).count()
    } else {
        (at + 1..levels.len()).take_while(is_part).count()
    };
    (length > 0).then(|| if is_below { (at - length, at) } else { (at + 1, at + 1 + length) })
}

/// Is a row, in all its counts, the sum of the outermost rows of a run?
fn is_sum_of(items: &[Item], levels: &[usize], at: usize, (first, end): (usize, usize)) -> bool {
    let outer = levels[first..end].iter().min().copied().unwrap_or_default();
    let parts: Vec<&Item> =
        (first..end).filter(|part| levels[*part] == outer).map(|part| &items[part]).collect();
    is_sum(&items[at].counts, &parts)
}

fn is_sum(whole: &[Option<u64>], parts: &[&Item]) -> bool {
    let sum = |column: usize| -> u64 {
        parts.iter().filter_map(|part| part.counts.get(column).copied().flatten()).sum()
    };
    let told: Vec<(u64, u64)> =
        whole.iter().enumerate().filter_map(|(column, count)| Some(((*count)?, sum(column)))).collect();
    told.iter().any(|(count, _)| *count > 0) && told.iter().all(|(count, sum)| count == sum)
}

/// Levels by sums, where the words of kind tell none: rows that are written otherwise than those of which they are the
/// sum, in every one of them; or rows that are alike and sums of those after them, one after the other.
fn by_sums(
    items: &[Item],
    heading: &Heading,
    total: impl Fn() -> Option<Vec<Option<u64>>>,
) -> Result<Option<Told>, TwoWays> {
    if items.len() < 4 || items.iter().any(|item| item.is_sum || !item.has_figures) {
        return Ok(None);
    }
    let finest = items.iter().map(|item| item.finer).max();
    let is_shouted = |item: &Item| !item.name.chars().any(char::is_lowercase);
    let looks: [&dyn Fn(&Item) -> bool; 4] = [
        &|item| !item.is_numbered,
        &|item| item.finer > UNRANKED && Some(item.finer) != finest,
        &|item| item.finer > UNRANKED,
        &is_shouted,
    ];
    for is_outer in looks {
        let levels: Vec<usize> = items.iter().map(|item| usize::from(!is_outer(item))).collect();
        let outer: Vec<usize> = (0..items.len()).filter(|at| levels[*at] == 0).collect();
        if outer.len() < 2 || outer.len() == items.len() {
            continue;
        }
        for is_below in [false, true] {
            let begins = if is_below { levels.last() } else { levels.first() } == Some(&0);
            let equal = equal_runs(items, &levels, is_below);
            if begins && equal == outer.len() {
                let below = levels.iter().map(|level| is_below && *level == 0).collect();
                return Ok(Some((levels, below)));
            }
        }
    }
    let kinds: BTreeSet<u8> = items.iter().map(|item| item.finer).collect();
    // Names of one kind are beside each other, and so are those under the name of one.
    if kinds.len() == 1 && (!kinds.contains(&UNRANKED) || names_one_kind(heading)) {
        return Ok(None);
    }
    tiled(items, total)
}

/// Does the heading of the names say one kind of place: "Xã", not "Huyện, xã" nor "Đơn vị"?
fn names_one_kind(heading: &Heading) -> bool {
    let head = heading.columns.get(heading.name).and_then(|parts| parts.last());
    head.is_some_and(|head| !head.contains([',', '/', '-']) && rank(&format!("{head} A")) > UNRANKED)
}

/// Rows of which each is the sum of the run after it, to the end.
fn tiled(items: &[Item], total: impl Fn() -> Option<Vec<Option<u64>>>) -> Result<Option<Told>, TwoWays> {
    let mut levels = vec![1; items.len()];
    let mut at = 0;
    while at < items.len() {
        let Some(end) = end_of_run(items, at) else { return Ok(None) };
        levels[at] = 0;
        at = end;
    }
    let outer: Vec<usize> = (0..items.len()).filter(|at| levels[*at] == 0).collect();
    let columns = items[0].counts.iter().flatten().filter(|count| **count > 0).count();
    if outer.len() < 2 || (columns < 2 && items.len() < 6) {
        return Ok(None);
    }
    let outermost: Vec<&Item> = outer.iter().map(|at| &items[*at]).collect();
    match total() {
        Some(total) if is_sum(&total, &outermost) => Ok(Some((levels, vec![false; items.len()]))),
        Some(total) if is_sum(&total, &items.iter().collect::<Vec<_>>()) => Ok(None),
        _ => {
            let last = outer.get(1).map_or(items.len(), |next| *next) - 1;
            Err(TwoWays { row: items[0].row, run: (items[1].row, items[last].row) })
        }
    }
}

/// The end of the shortest run after a row, of two rows at least, that makes it.
fn end_of_run(items: &[Item], at: usize) -> Option<usize> {
    let whole = &items[at].counts;
    let mut sums = vec![0; whole.len()];
    let is_any = whole.iter().flatten().any(|count| *count > 0);
    for (end, part) in items.iter().enumerate().skip(at + 1).filter(|_| is_any) {
        for (sum, count) in sums.iter_mut().zip(&part.counts) {
            *sum += count.unwrap_or_default();
        }
        let mut told = whole.iter().zip(&sums).filter_map(|(count, sum)| Some(((*count)?, *sum)));
        if told.clone().any(|(count, sum)| sum > count) {
            return None;
        }
        if end > at + 1 && told.all(|(count, sum)| count == sum) {
            return Some(end + 1);
        }
    }
    None
}

/// The rows with their levels, each place before its parts; a row without a name goes with the one before it.
fn nesting(
    rows: &[usize],
    is_named: impl Fn(usize) -> bool,
    items: &[Item],
    (levels, below): (&[usize], &[bool]),
) -> Nesting {
    let by_row: BTreeMap<usize, usize> = items.iter().enumerate().map(|(at, item)| (item.row, at)).collect();
    let mut order: Vec<(usize, Option<usize>)> = Vec::new();
    // Where the rows end that a place of a level closes: a sum below its parts is of those after them.
    let mut closed: Vec<(usize, usize)> = Vec::new();
    // The level of the place whose parts have just ended.
    let mut ended: Option<usize> = None;
    let mut left = rows;
    while let Some((row, rest)) = left.split_first() {
        let length = rest.iter().take_while(|row| !is_named(**row)).count();
        let block = std::iter::once(*row).chain(rest[..length].iter().copied()).map(|row| (row, None));
        left = &rest[length..];
        let Some(at) = by_row.get(row).copied() else {
            order.extend(block);
            continue;
        };
        let level = levels[at];
        if below[at] {
            let start = closed.iter().filter(|(known, _)| *known <= level).map(|(_, end)| *end).max();
            let start = start.unwrap_or_default();
            if let Some((_, end)) = order.get_mut(start) {
                *end = None;
            }
            order.splice(start..start, block);
            ended = Some(level);
        } else {
            let end = ended.take().filter(|ended| *ended < level);
            order.extend(block.map(|(own, _)| (own, end.filter(|_| own == *row))));
        }
        closed.push((level, order.len()));
    }
    let names = items.iter().filter(|item| item.is_sum).map(|item| (item.row, item.name.clone())).collect();
    let levels_of = by_row.iter().map(|(row, at)| (*row, levels[*at])).collect();
    let depth = levels.iter().max().map_or(0, |level| level + 1);
    let whole = whole(items, levels, below);
    Nesting { levels: levels_of, depth, order, names, whole }
}

/// The first or the last row of the first level, without parts, that is the sum of all others of it.
fn whole(items: &[Item], levels: &[usize], below: &[bool]) -> Option<usize> {
    let top: Vec<usize> = (0..items.len()).filter(|at| levels[*at] == 0 && items[*at].has_figures).collect();
    let is_whole = |at: &usize| {
        let others: Vec<&Item> =
            top.iter().filter(|other| *other != at).map(|other| &items[*other]).collect();
        run(levels, *at, below[*at]).is_none() && others.len() > 1 && is_sum(&items[*at].counts, &others)
    };
    [top.first(), top.last()].into_iter().flatten().copied().find(is_whole).map(|at| items[at].row)
}
