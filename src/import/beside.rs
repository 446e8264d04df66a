//! What a column is by those beside it, where its own heading does not tell: a rate right of a count, "Tổng số hộ" beside
//! the poor, "HN".

use crate::model::measure::Group;

use super::columns::{ColumnUse, LeftOut, MappedColumn};
use super::field::Field;
use super::forms::{forms, words_of};
use super::grid::Grid;
use super::heading::Heading;
use super::written;

/// Settles what those beside a column tell; what a map says stands.
pub fn settle(
    grid: &Grid,
    heading: &Heading,
    mapped: &mut [MappedColumn],
    is_mapped: impl Fn(&MappedColumn) -> bool,
) {
    let own: Vec<usize> = (0..mapped.len()).filter(|at| !is_mapped(&mapped[*at])).collect();
    for at in own.iter().copied() {
        if is_rate_of_a_part(heading, mapped, at) {
            mapped[at].read_for = ColumnUse::LeftOut(LeftOut::Computed);
        } else if let Some(field) = exact(heading, &mapped[at]) {
            mapped[at].read_for = ColumnUse::Field(field);
        }
    }
    for at in own.iter().copied() {
        if let Some(field) = rate_beside(heading, mapped, at) {
            mapped[at].read_for = ColumnUse::Field(field);
        }
    }
    for counted in ["households", "persons"] {
        let is_whole = |at: &usize| is_whole(heading, mapped, *at, counted);
        let all: Vec<usize> = own.iter().copied().filter(is_whole).collect();
        if let [only] = all.as_slice()
            && let Some(found) = all_of(counted, grid, heading, mapped, *only)
        {
            mapped[*only].read_for = found;
        }
    }
}

fn is_unknown(column: &MappedColumn) -> bool {
    matches!(column.read_for, ColumnUse::LeftOut(LeftOut::NoField | LeftOut::Computed))
}

/// The field of a heading that is known only whole: "Cận nghèo", "HCN".
fn exact(heading: &Heading, column: &MappedColumn) -> Option<Field> {
    let words = [Some(heading.words(column.column)), below_the_whole(&heading.columns[column.column])];
    let mut known = forms().headings.exact.iter();
    let is_it = |phrases: &Vec<String>| words.iter().flatten().any(|words| phrases.contains(words));
    let (path, _) = known.find(|(_, phrases)| is_unknown(column) && is_it(phrases))?;
    Field::parse(path)
}

/// What stands below the heading of the whole: of "Kết quả rà soát / Trong đó / Hộ nghèo" from "Trong đó" on.
fn below_the_whole(parts: &[String]) -> Option<String> {
    let parts: Vec<String> = parts.iter().map(|part| words_of(part)).collect();
    let (above, own) = parts.split_at(parts.iter().position(|part| part == "trong do")?);
    let is_of_whole = |word: &str| forms().headings.of_all.iter().any(|known| known == word);
    above.iter().flat_map(|part| part.split(' ')).all(is_of_whole).then(|| own.join(" "))
}

/// A plain "Tỷ lệ" right of the households of a group, without a heading over both, is their rate.
fn rate_beside(heading: &Heading, mapped: &[MappedColumn], at: usize) -> Option<Field> {
    let [only] = heading.columns[mapped[at].column].as_slice() else { return None };
    let is_plain = is_unknown(&mapped[at]) && is_bare_rate(&words_of(only));
    let ColumnUse::Field(left) = &mapped[at.checked_sub(1).filter(|_| is_plain)?].read_for else {
        return None;
    };
    let group = left.path().strip_suffix(".households").filter(|group| !group.contains('.'))?;
    let field = Field::parse(&format!("{group}.rate_percent"))?;
    let is_there = mapped.iter().any(|column| column.read_for == ColumnUse::Field(field.clone()));
    (!is_there).then_some(field)
}

/// Is that "Tỷ lệ" or "%" and no more?
pub fn is_bare_rate(words: &str) -> bool {
    !words.is_empty() && words.split(' ').all(|word| matches!(word, "ty" | "le" | "%"))
}

/// "Tổng số hộ", also below a heading that a column of the poor has too: "Năm 2023 / Tổng số hộ" beside "Năm 2023 / Hộ
/// nghèo".
fn is_whole(heading: &Heading, mapped: &[MappedColumn], at: usize, counted: &str) -> bool {
    let parts = |column: &MappedColumn| heading.columns[column.column].split_last();
    let is_read = |column: &MappedColumn| matches!(&column.read_for, ColumnUse::Field(field) if field.group().is_some());
    let column = &mapped[at];
    let is_shared = |above: &[String]| {
        !above.is_empty()
            && mapped.iter().any(|other| is_read(other) && parts(other).is_some_and(|(_, own)| own == above))
    };
    let is_of_whole = |words: &str| forms().headings.is_of_whole(counted, words);
    // "Tổng số hộ" over "Tổng số" and "Trong đó: DTTS".
    let is_all_below = |own: &str, above: &[String]| {
        matches!(words_of(own).as_str(), "tong so" | "tong" | "tong cong" | "cong" | "chung" | "tong chung")
            && is_of_whole(&words_of(&above.join(" ")))
    };
    is_unknown(column)
        && (is_of_whole(&heading.words(column.column))
            || parts(column).is_some_and(|(own, above)| is_all_below(own, above))
            || parts(column).is_some_and(|(own, above)| is_of_whole(&words_of(own)) && is_shared(above)))
}

/// "Tổng số hộ" or "Nhân khẩu / Tổng số" beside those of the poor: all that are counted, or, where each row has as many as
/// its groups together, the sum of these.
fn all_of(
    counted: &str,
    grid: &Grid,
    heading: &Heading,
    mapped: &[MappedColumn],
    at: usize,
) -> Option<ColumnUse> {
    let all = Field::parse(counted)?;
    let column_of = |field: &Field| {
        let mut own = mapped.iter().filter(|column| column.read_for == ColumnUse::Field(field.clone()));
        own.next().map(|column| column.column)
    };
    let of = |code: &str| column_of(&Field::parse(&format!("{code}.{counted}"))?);
    let groups = Group::TWO.map(|group| of(group.code()));
    if column_of(&all).is_some()
        || (groups.iter().all(Option::is_none) && of(Group::Combined.code()).is_none())
    {
        return None;
    }
    let [Some(poor), Some(near)] = groups else { return Some(ColumnUse::Field(all)) };
    let count = |row: usize, column: usize| written::count(grid.cell(row, column)).number();
    let sums = (heading.first..grid.rows.len()).filter_map(|row| {
        let groups = count(row, poor)?.checked_add(count(row, near)?)?;
        Some(count(row, mapped[at].column)? == groups)
    });
    let sums: Vec<bool> = sums.collect();
    if sums.is_empty() || sums.iter().any(|is_sum| !is_sum) {
        return Some(ColumnUse::Field(all));
    }
    Some(ColumnUse::Unclear([all].into_iter().chain(Field::parse(&format!("combined.{counted}"))).collect()))
}

/// A bare "%" is the share of what stands before it under the same heading: the rate of a group only after its households.
fn is_rate_of_a_part(heading: &Heading, mapped: &[MappedColumn], at: usize) -> bool {
    let ColumnUse::Field(field) = &mapped[at].read_for else { return false };
    let Some(group) = field.path().strip_suffix("rate_percent") else { return false };
    let parts = |at: usize| heading.columns[mapped[at].column].as_slice();
    let is_bare = |at: usize| is_bare_rate(&parts(at).last().map(|part| words_of(part)).unwrap_or_default());
    let Some((_, above)) = parts(at).split_last() else { return false };
    if !is_bare(at) || above.is_empty() {
        return false;
    }
    let is_beside = |left: &usize| parts(*left).split_last().is_some_and(|(_, own)| own == above);
    let mut left = (0..at).rev().take_while(is_beside);
    let is_of = |left: usize, name: &str| matches!(&mapped[left].read_for, ColumnUse::Field(own) if own.path() == format!("{group}{name}"));
    match left.next() {
        None => false,
        Some(left) if is_of(left, "households") => false,
        // Households and persons have one rate after both, unless each has its own.
        Some(own) if is_of(own, "persons") => left.any(is_bare),
        Some(_) => true,
    }
}
