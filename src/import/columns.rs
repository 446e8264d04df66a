//! What each column of a summary form is: a field, something left out, or two things that cannot be told apart.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::model::measure::Group;
use crate::source::column_map::SheetMap;

use super::beside;
use super::day::{self, is_year};
use super::field::Field;
use super::forms::{ColumnRule, Form, forms, has_phrase, words_of};
use super::grid::Grid;
use super::group;
use super::heading::Heading;
use super::map_use;
use super::movement;
use super::titled;
use super::vocabulary::says_more;

/// What a column is read for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnUse {
    /// It says what a row is: number, name, code, what is counted.
    Label,
    /// A field of the snapshot.
    Field(Field),
    /// The share that the households of a field make of their group: not stored, but set against them.
    ShareOf(Field),
    /// Nothing: why.
    LeftOut(LeftOut),
    /// One of these, and nothing tells which.
    Unclear(Vec<Field>),
}

/// Why a column is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// A snapshot has no field for it.
    NoField,
    /// It is computed from the others: a rate, a sum of what overlaps.
    Computed,
    /// It is the total of the lacks beside it, and set against them.
    OfLacks,
    /// It stands for such a total, and counts the households that lack anything.
    Lacking,
    /// What is none of the others; right only where these do not overlap.
    Rest,
    /// The map says so.
    Asked,
    /// It has the words of a field and more: of another year, planned, supported.
    SaysMore,
    /// It is headed with another day than that of the figures.
    OfDay(NaiveDate),
    /// The title makes it another figure.
    OfTitle,
}

/// A column and what it is read for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedColumn {
    /// Its place, counted from 0.
    pub column: usize,
    /// Its heading as it is written.
    pub heading: String,
    /// What it is read for.
    pub read_for: ColumnUse,
}

/// What a sheet says of its columns beside their headings.
struct Context<'a> {
    form: Option<&'a Form>,
    group: Option<Group>,
    /// Does its title speak of rates?
    is_of_rates: bool,
    /// The year of its figures.
    year: Option<i32>,
}

/// What each column with a heading is read for, and the words of the title that make figures others than they seem.
pub fn mapped(
    grid: &Grid,
    heading: &Heading,
    map: Option<&SheetMap>,
    day: Option<NaiveDate>,
) -> (Vec<MappedColumn>, Option<String>) {
    let title = format!("{} {}", heading.title_words(), words_of(grid.sheet.as_deref().unwrap_or_default()));
    let context = Context {
        form: forms().forms.iter().find(|form| form.is_titled(&title)),
        group: group::of(&title),
        is_of_rates: is_rate(&title),
        year: day.map(|day| day.year()).or_else(|| only_year(heading)),
    };
    let columns = (0..heading.columns.len()).filter(|column| !heading.columns[*column].is_empty());
    let own_days = own_days(heading, day);
    let read_for =
        |column| of_other_day(read_for(&context, heading, column), &heading.words(column), &own_days);
    let told = |column: usize| MappedColumn {
        column,
        heading: heading.written(column),
        read_for: mapped_by(map, heading, column).unwrap_or_else(|| read_for(column)),
    };
    let mut mapped: Vec<MappedColumn> = columns.map(told).collect();
    let is_mapped = |column: &MappedColumn| mapped_by(map, heading, column.column).is_some();
    beside::settle(grid, heading, &mut mapped, is_mapped);
    movement::settle(grid, heading, &mut mapped, is_mapped);
    let said = narrow(heading, &context, &mut mapped, is_mapped);
    (mapped, said)
}

/// The days that a column of the figures may be headed with: theirs, and where none is, that of the title, which is said
/// to be another one.
fn own_days(heading: &Heading, day: Option<NaiveDate>) -> Vec<NaiveDate> {
    let mut headed = (0..heading.columns.len()).filter_map(|column| day::in_heading(&heading.words(column)));
    let is_headed = headed.any(|told| Some(told) == day);
    let of_title = heading.title.iter().find_map(|line| day::day_told(line)).filter(|_| !is_headed);
    day.into_iter().chain(of_title).collect()
}

/// What is headed with another day than that of the figures is none of them; the households that a time begins with are
/// of the day before it.
fn of_other_day(read_for: ColumnUse, words: &str, own_days: &[NaiveDate]) -> ColumnUse {
    let is_start = |field: &Field| field.parts().last() == Some("start");
    let is_taken = match &read_for {
        ColumnUse::Field(field) | ColumnUse::ShareOf(field) => !is_start(field),
        ColumnUse::Unclear(fields) => !fields.iter().any(is_start),
        ColumnUse::Label | ColumnUse::LeftOut(_) => false,
    };
    let other =
        day::in_heading(words).filter(|told| is_taken && !own_days.is_empty() && !own_days.contains(told));
    other.map_or(read_for, |other| ColumnUse::LeftOut(LeftOut::OfDay(other)))
}

/// Columns of a form whose title makes them others than they seem; what a map says stands.
fn narrow(
    heading: &Heading,
    context: &Context,
    mapped: &mut [MappedColumn],
    is_mapped: impl Fn(&MappedColumn) -> bool,
) -> Option<String> {
    let headings: Vec<String> = (0..heading.columns.len()).map(|column| heading.words(column)).collect();
    let has_groups = |form: &Form| form.columns.iter().any(|rule| rule.field.contains(".among."));
    let narrowed = titled::narrowed(&heading.title, &headings, context.form.is_some_and(has_groups))?;
    let mut is_any = false;
    for column in mapped.iter_mut().filter(|column| !is_mapped(column)) {
        let found = match &column.read_for {
            ColumnUse::Field(field) => {
                narrowed.field(field).map_or(ColumnUse::LeftOut(LeftOut::OfTitle), ColumnUse::Field)
            }
            ColumnUse::ShareOf(_) | ColumnUse::Unclear(_) => ColumnUse::LeftOut(LeftOut::OfTitle),
            ColumnUse::Label | ColumnUse::LeftOut(_) => continue,
        };
        is_any |= found != column.read_for;
        column.read_for = found;
    }
    is_any.then_some(narrowed.said)
}

/// The one year that all headings name which name any.
fn only_year(heading: &Heading) -> Option<i32> {
    let words = (0..heading.columns.len()).map(|column| heading.words(column));
    let years: BTreeSet<i32> = words
        .flat_map(|words| words.split(' ').filter_map(|word| word.parse().ok()).collect::<Vec<i32>>())
        .filter(is_year)
        .collect();
    years.first().copied().filter(|_| years.len() == 1)
}

fn mapped_by(map: Option<&SheetMap>, heading: &Heading, column: usize) -> Option<ColumnUse> {
    let map = map?;
    let said = map_use::of_column(map, heading, column)?;
    let (is_share, path) = said.strip_prefix(SHARE).map_or((false, said), |path| (true, path));
    Some(match Field::parse(path) {
        Some(field) if is_share => ColumnUse::ShareOf(field),
        Some(field) => ColumnUse::Field(field),
        None if path.is_empty() => ColumnUse::LeftOut(LeftOut::Asked),
        None => return None,
    })
}

/// What a map writes before the field that a share is set against.
pub const SHARE: &str = "% ";

fn read_for(context: &Context, heading: &Heading, column: usize) -> ColumnUse {
    let labels = [Some(heading.name), heading.within, heading.number, heading.split, heading.code];
    if labels.contains(&Some(column)) {
        return ColumnUse::Label;
    }
    let words = heading.words(column);
    let own = group::of_heading(heading, column);
    // A heading over several columns may name a form of its own: "Diễn biến hộ nghèo trong năm".
    let above = heading.columns[column].split_last().map(|(_, above)| words_of(&above.join(" ")));
    let of_above = above.and_then(|above| forms().forms.iter().find(|form| form.is_titled(&above)));
    let in_title = context.form.map(|form| (form, group::over(heading, column).or(context.group).or(own)));
    for (form, group) in in_title.into_iter().chain(of_above.map(|form| (form, own.or(context.group)))) {
        let found = best((&form.columns, false), group, heading, column, context.year);
        let is_share = is_rate(&words) || (context.is_of_rates && !has_phrase(&words, "so ho"));
        match found {
            ColumnUse::LeftOut(LeftOut::NoField) => {}
            ColumnUse::Field(field) if is_share && field.is_of_entries() => return ColumnUse::ShareOf(field),
            found => return found,
        }
    }
    // A form of one group heads no column with the other.
    match best((&forms().columns, true), own.or(context.group), heading, column, context.year) {
        ColumnUse::LeftOut(LeftOut::NoField) if is_rate(&words) => ColumnUse::LeftOut(LeftOut::Computed),
        found => found,
    }
}

fn is_rate(words: &str) -> bool {
    has_phrase(words, "ty le") || has_phrase(words, "%")
}

/// The rule that fits best; two that fit as well and give two fields leave it open.
fn best(
    (rules, is_general): (&[ColumnRule], bool),
    group: Option<Group>,
    heading: &Heading,
    column: usize,
    year: Option<i32>,
) -> ColumnUse {
    let words = heading.words(column);
    let is_combined = group::is_combined(heading, column);
    let fits = rules.iter().filter(|rule| rule.is_of_both() == is_combined || !rule.is_of_one()).filter_map(
        |rule| {
            let is_of_group = rule.group.is_empty() || group.is_none_or(|group| rule.group == group.code());
            Some((rule.fit(&words).filter(|_| is_of_group)?, rule))
        },
    );
    let fits: Vec<(usize, &ColumnRule)> = fits.collect();
    let fits = of_own_name(fits, &heading.columns[column]);
    let Some(best) = fits.iter().map(|(fit, _)| *fit).max() else {
        return ColumnUse::LeftOut(LeftOut::NoField);
    };
    let rules = fits.iter().filter(|(fit, _)| *fit == best).map(|(_, rule)| *rule);
    let is_more = |rule: &ColumnRule| rule.left_out.is_empty() && says_more(rule, &words, (is_general, year));
    if rules.clone().all(is_more) {
        return ColumnUse::LeftOut(LeftOut::SaysMore);
    }
    let mut fields: Vec<Field> = Vec::new();
    for rule in rules {
        match rule.left_out.as_str() {
            "" => {}
            "rest" => return ColumnUse::LeftOut(LeftOut::Rest),
            "total" => return ColumnUse::LeftOut(LeftOut::OfLacks),
            _ => return ColumnUse::LeftOut(LeftOut::Computed),
        }
        let groups = match group {
            Some(group) => vec![group],
            None => Group::TWO.to_vec(),
        };
        let last =
            heading.columns[column].last().map(|part| words_of(part).replace(' ', "-")).unwrap_or_default();
        for group in groups {
            let path = rule.field.replace("{group}", group.code()).replace('*', &last);
            fields.extend(Field::parse(&path).filter(|field| !fields.contains(field)));
        }
    }
    match fields.as_slice() {
        [] => ColumnUse::LeftOut(LeftOut::NoField),
        [only] => ColumnUse::Field(only.clone()),
        _ => ColumnUse::Unclear(fields),
    }
}

/// Of rules of lacks or causes only those that the lowest part of a heading names that names any: "Nước sinh hoạt và vệ
/// sinh / Nhà tiêu hợp vệ sinh" has the dimension above the indicator.
fn of_own_name<'a>(fits: Vec<(usize, &'a ColumnRule)>, parts: &[String]) -> Vec<(usize, &'a ColumnRule)> {
    let is_entry =
        |rule: &ColumnRule| ["deprivations.", "causes."].iter().any(|list| rule.field.starts_with(list));
    let names = |rule: &ColumnRule, part: &str| is_entry(rule) && rule.fit(&words_of(part)).is_some();
    let own = parts.iter().rev().find(|part| fits.iter().any(|(_, rule)| names(rule, part)));
    let is_meant = |rule: &ColumnRule| !is_entry(rule) || own.is_none_or(|part| names(rule, part));
    fits.into_iter().filter(|(_, rule)| is_meant(rule)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::grid::SheetCell;
    use super::super::heading;
    use super::*;

    fn read_as(title: &str, heads: &[[&str; 3]]) -> Vec<String> {
        let row = |level: usize| -> Vec<SheetCell> {
            let labels = ["STT", "Phường/Xã"].map(|text| if level == 0 { text } else { "" });
            let texts = labels.into_iter().chain(heads.iter().map(|parts| parts[level]));
            texts
                .map(|text| if text.is_empty() { SheetCell::Empty } else { SheetCell::Text(text.to_owned()) })
                .collect()
        };
        let rows = vec![vec![SheetCell::Text(title.to_owned())], row(0), row(1), row(2)];
        let grid = Grid { rows, ..Grid::default() };
        let heading = heading::find(&grid).unwrap();
        let told = |mapped: &MappedColumn| match &mapped.read_for {
            ColumnUse::Field(field) => field.path().to_owned(),
            other => format!("{other:?}"),
        };
        mapped(&grid, &heading, None, NaiveDate::from_ymd_opt(2022, 12, 31))
            .0
            .iter()
            .skip(2)
            .map(told)
            .collect()
    }

    #[test]
    fn the_summary_of_results() {
        let heads = [
            ["Tổng số hộ dân cư", "Số hộ", ""],
            ["", "Nhân khẩu", ""],
            ["Số hộ nghèo", "Số hộ", ""],
            ["", "Tỷ lệ (%)", ""],
            ["Số hộ cận nghèo", "Số hộ", ""],
            ["", "Tỷ lệ (%)", ""],
            ["Hộ làm nông, lâm, ngư nghiệp có mức sống trung bình", "Số hộ", ""],
            ["", "Tỷ lệ", ""],
        ];
        assert_eq!(
            read_as("TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022", &heads),
            [
                "households",
                "persons",
                "poor.households",
                "poor.rate_percent",
                "near_poor.households",
                "near_poor.rate_percent",
                "indicators.muc-song-trung-binh",
                "LeftOut(Computed)"
            ]
        );
    }

    /// The near-poor half of a form whose title names the poor alone.
    #[test]
    fn a_heading_over_columns_goes_before_the_title() {
        let heads = [
            ["Hộ nghèo", "Tổng số", ""],
            ["", "Hộ DTTS", ""],
            ["Hộ cận nghèo", "Tổng số", ""],
            ["", "Hộ DTTS", ""],
        ];
        assert_eq!(
            read_as("HỘ NGHÈO THEO NHÓM ĐỐI TƯỢNG", &heads),
            [
                "poor.households",
                "poor.among.dtts.households",
                "near_poor.households",
                "near_poor.among.dtts.households"
            ]
        );
    }

    #[test]
    fn the_movement_of_a_group() {
        let heads = [
            ["Số hộ đầu kỳ", "", ""],
            ["Số hộ thoát nghèo", "Trở thành hộ cận nghèo", ""],
            ["", "Vượt chuẩn cận nghèo", ""],
            ["Khác giảm", "", ""],
            ["Hộ cận nghèo trở thành hộ nghèo", "", ""],
            ["Bổ sung", "Tái nghèo", ""],
            ["", "Phát sinh mới", ""],
            ["Khác tăng", "", ""],
            ["Số hộ cuối kỳ", "", ""],
        ];
        assert_eq!(
            read_as("DIỄN BIẾN HỘ NGHÈO", &heads),
            [
                "poor.movement.start",
                "poor.movement.to_near_poor",
                "poor.movement.above_near_poor",
                "poor.movement.other_out",
                "poor.movement.from_near_poor",
                "poor.movement.relapsed",
                "poor.movement.newly",
                "poor.movement.other_in",
                "poor.households"
            ]
        );
        let heads = [
            ["Số hộ đầu kỳ", "", ""],
            ["Thoát cận nghèo", "Trở thành hộ nghèo", ""],
            ["", "Vượt chuẩn cận nghèo", ""],
            ["Hộ nghèo trở thành hộ cận nghèo", "", ""],
            ["Tái cận nghèo", "", ""],
        ];
        assert_eq!(
            read_as("DIỄN BIẾN HỘ CẬN NGHÈO", &heads),
            [
                "near_poor.movement.start",
                "near_poor.movement.to_poor",
                "near_poor.movement.above_near_poor",
                "near_poor.movement.from_poor",
                "near_poor.movement.relapsed"
            ]
        );
    }

    #[test]
    fn lacks_causes_and_groups_of_people() {
        let one = |title, head| read_as(title, &[[head, "", ""], ["Tổng số", "", ""]]).remove(0);
        assert_eq!(one("CHỈ SỐ THIẾU HỤT CỦA HỘ NGHÈO", "Bảo hiểm y tế"), "deprivations.bao-hiem-y-te.poor");
        assert_eq!(one("CHỈ SỐ THIẾU HỤT CỦA HỘ CẬN NGHÈO", "Việc làm"), "deprivations.viec-lam.near_poor");
        assert_eq!(
            one("HỘ NGHÈO THEO NGUYÊN NHÂN NGHÈO", "Không có đất sản xuất"),
            "causes.dat-san-xuat.poor"
        );
        assert_eq!(one("HỘ NGHÈO THEO DÂN TỘC", "Tày"), "poor.among.tay.households");
        assert_eq!(one("HỘ NGHÈO THEO NHÓM ĐỐI TƯỢNG", "Khác"), "LeftOut(Rest)");
        assert_eq!(one("TRẺ EM THUỘC HỘ NGHÈO", "Tổng số trẻ em"), "LeftOut(NoField)");
    }

    #[test]
    fn a_share_beside_a_part_is_no_rate_of_the_group() {
        let heads = [
            ["Hộ nghèo cuối năm", "Số hộ", ""],
            ["", "Tỷ lệ %", ""],
            ["", "Hộ DTTS", ""],
            ["", "Tỷ lệ %", ""],
            ["Hộ cận nghèo", "Số hộ", ""],
            ["", "Nhân khẩu", ""],
            ["", "%", ""],
        ];
        assert_eq!(
            read_as("TỔNG HỢP KẾT QUẢ", &heads),
            [
                "poor.households",
                "poor.rate_percent",
                "poor.among.dtts.households",
                "LeftOut(Computed)",
                "near_poor.households",
                "near_poor.persons",
                "near_poor.rate_percent"
            ]
        );
    }

    #[test]
    fn what_fits_both_groups_is_left_open() {
        let found = read_as("DIỄN BIẾN", &[["Phát sinh mới", "", ""], ["a", "", ""]]).remove(0);
        assert!(found.starts_with("Unclear") && found.contains("near_poor.movement.newly"), "{found}");
    }
}
