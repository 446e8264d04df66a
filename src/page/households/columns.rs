//! The columns of the list of areas. Those of a terminal of 80 cells come first; more stand to their right where
//! there is room: policy families, share of the whole, who left and who came, a small trend.

use crate::model::area::Area;
use crate::model::change::Since;
use crate::model::measure::{Aspect, Group, MovementLine as Moved};
use crate::model::movement;
use crate::model::ops::FigureResult;
use crate::model::places;
use crate::say;
use crate::text::say::what;
use crate::text::{cells, glossary, show};

use super::super::table::{Align, Cell, Column, Style};
use super::super::{Medium, measures, spark, standard};
use super::{List, extras, order, picture};
use crate::text::line::{Line, Role, Span};

/// All households.
pub const ALL: usize = 0;
/// Poor and near-poor households.
pub const COUNT: [usize; 2] = [1, 7];
/// Their rates.
pub const RATE: [usize; 2] = [2, 8];
/// The bars of each and of both together; the value of each bar stands behind it.
pub const BAR: [usize; 3] = [3, 9, 15];
/// Their persons.
pub const PERSONS: [usize; 2] = [5, 11];
/// Their change.
pub const CHANGE: [usize; 2] = [6, 12];
/// Households and rate of both groups together, where parts have these and not the two apart.
pub const COMBINED: [usize; 2] = [13, 14];
/// The columns that only a wide screen shows.
const MORE: (usize, usize) = (17, 23);
/// The first of them that tells of a movement.
const MOVED: usize = MORE.0 + 2;
/// The change in percent, of areas that had enough households for one.
pub const PERCENT: usize = MORE.1 - 1;

/// The heads over the columns of each group. What stands to the right of another group is named by what it holds.
pub fn groups(list: &List) -> Vec<(String, usize, usize)> {
    let view = list.view;
    let is_beside = |column: usize| !is_picture(column) && order::has_figures(list, column);
    let is_one_run =
        view.medium != Medium::Screen && !list.has_combined && !(COUNT[1]..=CHANGE[1]).any(is_beside);
    let end = if is_one_run { MORE.1 - 1 } else { CHANGE[0] };
    let mut known = vec![(first_head(list), COUNT[0], end)];
    if !is_one_run {
        known.push((marked_head(list, Group::NearPoor), COUNT[1], CHANGE[1]));
        // What more is told of both stands right behind them, under the one head.
        let is_followed = view.medium == Medium::Screen && list.group() == Group::Combined;
        let end = if is_followed { MORE.1 - 1 } else { BAR[2] + 1 };
        let both = || (standard::both_groups(view), COMBINED[0], end);
        known.extend(list.has_combined.then(both));
        known.extend(continued(list).into_iter().filter(|_| !(is_followed && list.has_combined)));
    }
    known.extend(extras::groups(list, MORE.1 + 1));
    known
}

/// The heads over what more is told of the group in front: whom it is made of, who left and who came. Over so few cells
/// as a screen has for them only the name of the group has room.
fn continued(list: &List) -> Vec<(String, usize, usize)> {
    let (view, group) = (list.view, list.group());
    if view.medium == Medium::Screen {
        let head = match group {
            Group::Combined => standard::both_groups(view),
            Group::Poor | Group::NearPoor => what::group_head(view.lang, group),
        };
        let more = say!(view, "{head} (tiếp)", "{head} (cont.)"; head).text();
        return vec![(more, MORE.0, MORE.1 - 1)];
    }
    let group = what::group(view.lang, group);
    let made_of = say!(view, "Cơ cấu {group}", "Profile ({group})"; group).text();
    let moved = say!(view, "Biến động {group}", "Movement ({group})"; group).text();
    vec![(made_of, MORE.0, MOVED - 1), (moved, MOVED, MORE.1 - 1)]
}

/// The head over a group, with a mark where that group was put in the foreground.
fn marked_head(list: &List, group: Group) -> String {
    let mark = if list.groups.len() > 1 && list.view.group == group { "▌" } else { "" };
    format!("{mark}{}", what::group_head(list.view.lang, group))
}

/// The head over the first group, with the day that its changes are taken from.
fn first_head(list: &List) -> String {
    let first = marked_head(list, list.groups[0]);
    let day = list.since().and_then(|since| match since {
        Since::Day(day) => Some(day),
        Since::Over(_) => None,
    });
    say!(list.view, "{first}[, +/− từ {day}]", "{first}[, +/− since {day}]"; first, day).text()
}

/// `Thoát nghèo`, `Tái cận nghèo`.
fn line_head(list: &List, line: Moved) -> String {
    let (vi, en) = what::movement_line(list.group(), line);
    what::capital(list.view.pick(vi, en))
}

/// A column whose words are longer than its numbers.
fn as_wide_as_head(head: String, mark: bool, rank: u8) -> Column {
    let width = cells::text_extent(&head).max(5) + 1;
    Column::number(head, width, 0, mark, rank)
}

/// The columns. When room is short persons go first, then the bar, households, near-poor change,
/// near-poor.
pub fn columns(list: &List) -> Vec<Column> {
    let mut columns = all(list);
    keep_told(list, &mut columns);
    let is_alone = !list.extras().is_empty()
        && !(ALL..=COMBINED[1]).filter(|c| !is_picture(*c)).any(|c| order::has_figures(list, c));
    if is_alone {
        for column in &mut columns {
            (column.width, column.narrow) = (0, 0);
        }
    } else {
        name_group(list, &mut columns);
    }
    columns.extend(extras::columns(list, is_alone));
    if let Some(sorted) = columns.get_mut(list.sort.0) {
        keep(sorted);
    }
    columns
}

/// The columns that every list has, whether it has figures for them or not.
fn all(list: &List) -> Vec<Column> {
    let view = list.view;
    // The whole has the longest numbers; they keep a blank before them.
    let wide = |known: FigureResult, least: u16| {
        let cells = known.map_or(0, |f| cells::width(&show::number(view.lang, &f, Style::Plain)));
        cells::extent(cells + 1).clamp(least, 16)
    };
    let of_whole = |group, aspect: &Aspect, least| wide(list.whole.figure(group, aspect), least);
    let term = |(vi, en)| view.pick(vi, en);
    let [count, rate, persons] = [glossary::HOUSEHOLDS, glossary::RATE, glossary::PERSONS].map(term);
    let front = list.groups[0];
    let head_of_persons = cells::text_extent(persons) + 1;
    let [[bar, value], [near_bar, near_value], [both_bar, both_value]] =
        [0, 1, 2].map(|slot| picture::columns(list, slot));
    vec![
        Column::number(term(glossary::ALL_HOUSEHOLDS), wide(list.whole.told_total(), 7), 0, true, 6),
        Column::number(count, of_whole(front, &Aspect::Households, 6), 8, false, 0),
        Column::number(rate, 7, 8, true, 0),
        bar,
        value,
        Column::number(persons, of_whole(front, &Aspect::Persons, head_of_persons.max(5)), 0, false, 11),
        Column::number(change_head(list, front), 6, 7, false, 1),
        Column::number(count, of_whole(Group::NearPoor, &Aspect::Households, 7), 0, false, 2),
        Column::number(rate, 7, 0, true, 3),
        near_bar,
        near_value,
        Column::number(
            persons,
            of_whole(Group::NearPoor, &Aspect::Persons, head_of_persons.max(6)),
            0,
            false,
            11,
        ),
        Column::number(change_head(list, Group::NearPoor), 6, 0, false, 5),
        Column::number(count, of_whole(Group::Combined, &Aspect::Households, 8), 8, false, 1),
        Column::number(rate, 8, 0, true, 3),
        both_bar,
        both_value,
        as_wide_as_head(term(glossary::POLICY_FAMILIES[1]).to_owned(), false, 29),
        as_wide_as_head(term(glossary::SHARE).to_owned(), true, 30),
        as_wide_as_head(line_head(list, Moved::Escaped), true, 31),
        as_wide_as_head(line_head(list, Moved::Relapsed), false, 32),
        as_wide_as_head(view.pick("Phát sinh", "New").to_owned(), false, 33),
        percent_column(list),
        trend(list),
    ]
}

/// What the list is sorted by stays in sight with its arrow, whatever else has to go.
fn keep(sorted: &mut Column) {
    sorted.rank = 0;
    if sorted.width > 0 {
        sorted.width = sorted.width.max(cells::text_extent(&sorted.head.full) + 2);
    }
    if sorted.narrow == 0 {
        sorted.narrow = sorted.width;
    }
}

/// Is it the bar of a group, or the value behind it?
fn is_picture(column: usize) -> bool {
    BAR.iter().any(|bar| (*bar..=*bar + 1).contains(&column))
}

/// Also of few columns the head still names its group, and the day.
fn name_group(list: &List, columns: &mut [Column]) {
    if order::has_figures(list, PERSONS[0]) {
        return;
    }
    let is_shown = |column: &usize| is_picture(*column) || order::has_figures(list, *column);
    let shown: Vec<usize> = (COUNT[0]..=CHANGE[0]).filter(is_shown).collect();
    let own = shown.iter().map(|at| columns[*at].width + u16::from(columns[*at].mark)).sum::<u16>();
    let short = (cells::text_extent(&first_head(list)) + 3).saturating_sub(own);
    let widened = shown.into_iter().rev().find(|at| !is_picture(*at)).unwrap_or(CHANGE[0]);
    columns[widened].width += if columns[widened].width > 0 { short.min(8) } else { 0 };
}

/// Only the columns of groups that the list is told in.
fn keep_told(list: &List, columns: &mut [Column]) {
    // The count and the rate stay in their place as long as anything has one of them.
    for column in [COUNT[0], RATE[0]].into_iter().filter(|column| !order::has_figures(list, *column)) {
        (columns[column].width, columns[column].narrow) = (0, 0);
    }
    if !list.has_combined {
        columns[COMBINED[0]..=BAR[2] + 1].iter_mut().for_each(|column| {
            column.width = 0;
            column.narrow = 0;
        });
    } else if list.group() == Group::Combined {
        // A narrow terminal has room for the columns that have figures.
        columns[COUNT[0]..=CHANGE[0]].iter_mut().for_each(|column| column.narrow = 0);
    }
    if list.groups.len() == 1 {
        // One group has one set of columns.
        columns[COUNT[1]..=CHANGE[1]].iter_mut().for_each(|column| column.width = 0);
    }
}

/// The change in percent, where there are areas to compare by it.
fn percent_column(list: &List) -> Column {
    let column = as_wide_as_head("+/− %".to_owned(), true, 34);
    let width = if list.whole.areas.is_empty() { 0 } else { column.width };
    Column { width, ..column }
}

/// The small trends: a picture stays longer than the columns that only a wide screen shows, and than persons.
fn trend(list: &List) -> Column {
    let head = list.view.pick("Các kỳ", "Trend");
    let width = match spark::width(list.view) {
        0 => 0,
        cells => cells.max(cells::text_extent(head)) + 1,
    };
    Column { align: Align::Left, ..Column::number(head, width, 0, false, 10) }
}

/// Where all changes were counted the head has their mark.
fn change_head(list: &List, group: Group) -> &'static str {
    if list.is_counted(group) { "+/−*" } else { "+/−" }
}

/// The cells of an area, or of the whole.
pub fn row(list: &List, area: &Area) -> Vec<Cell> {
    let mut cells = vec![plain(area.told_total())];
    for (slot, group) in list.groups.iter().copied().enumerate() {
        cells.push(plain(area.figure(group, &Aspect::Households)));
        cells.push(measures::rates::cell(list.view, area, group));
        cells.extend(picture::cells(list, area, slot));
        cells.push(plain(area.figure(group, &Aspect::Persons)));
        cells.push(change(list, area, group));
    }
    cells.resize_with(COMBINED[0], Cell::default);
    if list.has_combined {
        cells.extend([
            plain(area.figure(Group::Combined, &Aspect::Households)),
            plain(area.rate(Group::Combined)),
        ]);
        cells.extend(picture::cells(list, area, BAR.len() - 1));
    }
    cells.resize_with(MORE.0, Cell::default);
    cells.extend(more(list, area));
    cells.extend(extras::cells_of(list, area));
    cells
}

fn plain(known: FigureResult) -> Cell {
    Cell::Known(known, Style::Plain)
}

/// The change, or that there was no such area before, or that its figures are still to come. A rise against the wish stands out.
fn change(list: &List, area: &Area, group: Group) -> Cell {
    let Some(step) = list.step(area, group) else { return Cell::Blank };
    match &step.change {
        // Said once in a row.
        Err(_) if group == list.groups[0] && list.is_missing(area) => {
            Cell::words(Role::Warn, not_reported(list))
        }
        Err(_) if step.is_new => Cell::words(Role::Dim, list.view.lang.term(glossary::NEW_AREA)),
        Ok(figure)
            if list.is_counted(group)
                || figure.amount.low().is_positive()
                || show::is_bounded_below_zero(figure) =>
        {
            let is_rise = figure.amount.low().is_positive();
            let role = if is_rise { Role::Strong } else { Role::Plain };
            let lang = list.view.lang;
            let text = if show::is_bounded_below_zero(figure) && !figure.subject.measure.is_change() {
                show::fallen(lang, figure, Style::Plain)
            } else {
                show::in_cell(lang, figure, Style::Signed)
            };
            let span = Span { text, role, figure: Some(Box::new(figure.clone())) };
            // The head has the mark where all are counted.
            let mark = if list.is_counted(group) { "" } else { show::mark(figure) };
            Cell::Line(Line { spans: vec![span], ..Line::default() }.role(Role::Dim, mark))
        }
        _ => Cell::Known(step.change, Style::Signed),
    }
}

/// The change in percent of what there was; of few households it says nothing.
fn percent(list: &List, area: &Area, group: Group) -> Cell {
    let change = list.step(area, group).and_then(|step| places::relative_change(area, &step, group));
    change.map_or(Cell::Blank, |change| Cell::Known(Ok(change), Style::SignedTenths))
}

fn more(list: &List, area: &Area) -> Vec<Cell> {
    let group = list.group();
    let share = if std::ptr::eq(area, list.whole) {
        Cell::Blank
    } else {
        Cell::Known(places::share(area, list.whole, group), Style::Column)
    };
    let moved = |line| plain(area.figure(group, &Aspect::Moved(line)));
    let path = if std::ptr::eq(area, list.whole) { list.path.to_vec() } else { list.path_of(area) };
    vec![
        plain(area.figure(group, &Aspect::PolicyFamilies)),
        share,
        plain(movement::escaped(area, group)),
        moved(Moved::Relapsed),
        moved(Moved::Newly),
        percent(list, area, group),
        spark::sparkline(list.view, &path, group).map_or(Cell::Blank, Cell::Line),
    ]
}

/// What stands in the place of the change of a part that has not reported.
fn not_reported(list: &List) -> &'static str {
    list.view.lang.pick("chưa gửi", "missing")
}

/// The cells of a part that has not reported, and that the list does not name.
pub fn left_out(list: &List) -> Vec<Cell> {
    said_alone(list, &[CHANGE[0]], Role::Warn, not_reported(list))
}

/// The cells of an area that is no more.
pub fn gone(list: &List) -> Vec<Cell> {
    // Only a list of all areas says that one is no more; of any other the file just has none.
    let said = if list.is_complete() {
        list.view.lang.term(glossary::NO_LONGER_LISTED)
    } else {
        list.view.lang.term(glossary::NOT_IN_FILE)
    };
    said_alone(list, &CHANGE, Role::Dim, said)
}

/// Cells without a figure, with words in some of them.
fn said_alone(list: &List, at: &[usize], role: Role, said: &str) -> Vec<Cell> {
    let mut cells = vec![Cell::Blank; MORE.1 + 1 + list.extras().len()];
    for column in at {
        cells[*column] = Cell::words(role, said);
    }
    cells
}
