//! The one table grammar: measures down, poor / near-poor / together across. The same on tab 1, an area's page and
//! in reports.

mod compared;
mod lacking;
pub(super) mod rates;

use chrono::{Datelike, NaiveDate};

use crate::model::area::Area;
use crate::model::change::{self, told::Told};
use crate::model::exact::Exact;
use crate::model::figure::{Derivation, Figure};
use crate::model::measure::{Aspect, Group, GroupField, Measure, MovementLine as Moved, When};
use crate::model::movement;
use crate::model::ops::{self, FigureResult};
use crate::model::period::Name;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::{formula, units, what};
use crate::text::{date, show};

use super::table::{Align, Cell, Column, LongShort, Row, Style, Table};
use super::{View, households, standard};

/// Changes in signed numbers; a rise against the wish stands out.
fn changed(view: &View, figures: impl IntoIterator<Item = FigureResult>) -> Vec<Cell> {
    figures.into_iter().map(|known| changed_cell(view, known)).collect()
}

pub(super) fn changed_cell(view: &View, known: FigureResult) -> Cell {
    match known {
        Ok(figure) if figure.amount.low().is_positive() => {
            rising(&figure, show::in_cell(view.lang, &figure, Style::Signed))
        }
        known => Cell::Known(known, Style::Signed),
    }
}

/// A figure that stands out, in these words: by its weight, for its colour would say that something is at risk.
fn rising(figure: &Figure, text: String) -> Cell {
    Cell::Line(Line::default().written_in(Role::Strong, text, figure).role(Role::Dim, show::mark(figure)))
}

/// A label in full and in short, each in both languages.
fn label(view: &View, full: (&str, &str), short: (&str, &str)) -> LongShort {
    LongShort::new(view.lang.pick(full.0, full.1), view.lang.pick(short.0, short.1))
}

pub use lacking::{blocks, in_one_line as lacks, told as told_lacking};

/// Households, rate, persons, change, movement and policy families of an area.
pub fn table(view: &View, area: &Area) -> Table {
    let mut rows = vec![
        Row {
            role: Role::Strong,
            ..stock(view, area, "households", [("Số hộ", "Households"), ("Hộ", "Hhs")], &Aspect::Households)
        },
        Row { role: Role::Strong, ..rates::rate(view, area) },
        stock(view, area, "persons", [("Nhân khẩu", "Persons"), ("Khẩu", "Pers.")], &Aspect::Persons),
    ];
    rows.extend(inhabitants(view, area));
    if let Some(chosen) = households::compared(view) {
        rows.extend(compared::rows(view, area, chosen));
    } else {
        rows.extend(changes(view, area));
        rows.extend(movement_rows(view, area));
        rows.extend(rates::rate_changes(view));
        rows.extend(last_period(view, area));
    }
    rows.extend(GroupField::parts().filter_map(|part| of_part(view, area, part)));
    Table { columns: columns(view), rows: rows.into(), label: 26, ..Table::default() }
}

/// Which figures of a table are sums over parts of which some have no figure: a sum with gaps says so.
fn partial(view: &View, whole: &Area, table: &Table) -> Option<Line> {
    let parts = units::noun_of_parts(whole).many(view.lang);
    let mut sums: Vec<String> = Vec::new();
    for figure in table.rows.iter().flat_map(Row::figures).filter(|figure| figure.unit.is_count()) {
        let Derivation::Derived(derived) = &*figure.derivation else { continue };
        let Some(partial) = formula::partial(view, derived, parts) else { continue };
        let sum =
            say!(view, "{name} ({partial})"; name = what::name(view.lang, &figure.subject), partial).text();
        if !sums.contains(&sum) {
            sums.push(sum);
        }
    }
    let line = |sums: String| {
        say!(view, "Cộng chưa đủ: {sums}", "Incomplete totals: {sums}"; sums).in_role(Role::Strong)
    };
    (!sums.is_empty()).then(|| line(sums.join(" · ")))
}

/// The three columns of the grammar, in the same place on every screen.
pub fn columns(view: &View) -> Vec<Column> {
    let column = |head: LongShort, width, narrow, rank| Column {
        head,
        width,
        narrow,
        align: Align::Right,
        mark: true,
        wordy: true,
        rank,
        ..Column::default()
    };
    // A narrow terminal has room for two: of groups told as one for that one.
    let (apart, as_one) = if view.area().groups().len() == 1 { (0, 16) } else { (11, 0) };
    let together = match (as_one, standard::is_multidimensional(view)) {
        (0, true) => ("Đa chiều", "Multidim."),
        (0, false) => ("Cộng", "Total"),
        _ => ("Nghèo, cận nghèo", "Poor, near-poor"),
    };
    // What a report states of both is no sum.
    let is_stated = view.area().states(Group::Combined, &Aspect::Households);
    let both = if standard::is_multidimensional(view) || is_stated {
        standard::both_groups(view)
    } else {
        view.pick("Cộng", "Total").to_owned()
    };
    let near_poor = label(view, ("Hộ cận nghèo", "Near-poor"), ("Cận nghèo", "Near-poor"));
    // So wide that all three and the labels stand in the narrower of two pages side by side.
    // The group that was put in the foreground: its story opens first.
    let chosen = |group: Group, head: LongShort| {
        let mark = if view.group == group && as_one == 0 { "▌" } else { "" };
        let marked = |text: &str| format!("{mark}{text}");
        LongShort { full: marked(&head.full), short: head.short.as_deref().map(marked), least: None }
    };
    vec![
        column(chosen(Group::Poor, what::group_head(view.lang, Group::Poor).into()), 12, apart, 0),
        column(chosen(Group::NearPoor, near_poor), 14, apart, 0),
        column(label(view, (&both, &both), together), 12, as_one, u8::from(as_one == 0)),
    ]
}

fn cells(figures: impl IntoIterator<Item = FigureResult>, style: Style) -> Vec<Cell> {
    figures.into_iter().map(|known| Cell::Known(known, style)).collect()
}

/// A stock of each group, under its words and those that a long number beside it leaves room for.
fn stock(view: &View, area: &Area, key: &str, words: [(&str, &str); 2], aspect: &Aspect) -> Row {
    let figures = Group::ALL.map(|group| area.figure(group, aspect));
    let [label, least] = words.map(|(vi, en)| view.lang.pick(vi, en));
    Row::new(key, LongShort::from(label).or_least(least), cells(figures, Style::Plain))
}

/// The persons of each group in percent of all inhabitants, where the report gives these: no rate of households.
fn inhabitants(view: &View, area: &Area) -> Option<Row> {
    let all = area.inhabitants().ok()?;
    let full = say!(view, "% dân số {all} người", "% of {all} inhabitants";
        all = show::number(view.lang, &all, Style::Plain));
    let label = LongShort::new(full.text(), view.pick("% dân số", "% of inhabitants"));
    let shares = Group::ALL.map(|group| area.share_of_inhabitants(group));
    Some(Row { more: vec![all], ..Row::new("inhabitants", label, cells(shares, Style::Plain)) })
}

/// A part of the groups that the format knows. The policy families are asked for where nobody states them, others are
/// told where they are.
fn of_part(view: &View, area: &Area, part: &GroupField) -> Option<Row> {
    let figures = Group::ALL.map(|group| area.figure(group, &part.aspect));
    let is_told = part.aspect == Aspect::PolicyFamilies || figures.iter().any(Result::is_ok);
    let [full, short, _] = what::part(view.lang, &part.aspect);
    is_told.then(|| Row::new(part.code, LongShort::new(full, short), cells(figures, Style::Plain)))
}

/// The change of the households over the year so far, on its bases: as the report states it, as two snapshots
/// count it; both only where they differ.
fn changes(view: &View, area: &Area) -> Vec<Row> {
    let households = told_of(view, |[households, _]| households);
    let mut rows: Vec<Row> =
        [stated(view, area, &households), counted(view, &households)].into_iter().flatten().collect();
    if rows.is_empty()
        && let Some((then, day)) = before_year(view)
    {
        let has_count = |area: &Area, group| area.figure(group, &Aspect::Households).is_ok();
        let ends = [Some(area), then].into_iter().flatten();
        let is_counted = ends.flat_map(|end| Group::ALL.map(|group| has_count(end, group))).any(|has| has);
        let is_told = told_of(view, |[_, rate]| rate).iter().any(Told::is_known);
        let cell = |group| {
            // A file that is loaded and gives no count is not one that is missing.
            let has_rate = then.is_some_and(|then| then.rate(group).is_ok() && !has_count(then, group));
            match change::change(area, then, group, &Aspect::Households) {
                Err(_) if has_rate && area.groups().contains(&group) => {
                    Cell::words(Role::Dim, view.pick("· chỉ có tỷ lệ", "· rate only"))
                }
                known => changed_cell(view, known),
            }
        };
        let row = || Row::new("change", since(view, day), Group::ALL.map(cell));
        rows.extend((!is_told && is_counted).then(row));
    }
    rows
}

/// What is told of the changes of all groups: of their households, or of their rates.
fn told_of(view: &View, pick: fn([Told; 2]) -> Told) -> [Told; 3] {
    Group::ALL.map(|group| pick(view.changes(group)))
}

/// Is a change told of one of the groups that the area is told in?
fn is_of_groups(told: &[Told; 3], has: impl Fn(&Told) -> bool) -> bool {
    // Of both together a row is not made where the two are told apart.
    let [poor, near_poor, both] = told;
    has(poor) || has(near_poor) || (has(both) && !poor.is_known() && !near_poor.is_known())
}

/// `Kéo giảm trong năm 2022`, or `Tăng, giảm trong năm 2022` where one of the groups rises.
fn stated(view: &View, area: &Area, told: &[Told; 3]) -> Option<Row> {
    is_of_groups(told, |told| told.stated.is_some()).then(|| {
        let rises = told
            .iter()
            .filter_map(|told| told.stated.as_ref())
            .any(|change| change.amount.low().is_positive());
        let period = area.origin().period;
        let year = period.year();
        let (full, short) = if rises {
            (("Tăng, giảm", "Change"), ("Tăng, giảm", "Change"))
        } else {
            let verb = if says_brought_down(view) { "Kéo giảm" } else { "Giảm" };
            ((verb, "Reduced"), ("Giảm", "Reduced"))
        };
        let full = match period.name {
            _ if period.is_whole_year() => say!(view, "{full} trong {name}", "{full} in {name}";
                full, name = date::year(view.lang, year)),
            Name::ToDate(_) => say!(view, "{full} từ đầu năm {year}", "{full} in {year} to date"; full, year),
            Name::Year(_) | Name::Half(..) | Name::Quarter(..) | Name::Month(..) => {
                say!(view, "{full} {name}", "{full}, {name}"; full, name = what::when(view.lang, When::Over(period)))
            }
        };
        let short = say!(view, "{short} {year}"; short, year);
        let shown = |change: &Figure| {
            if rises { signed(view, change) } else { Cell::Known(Ok(change::turned(change)), Style::Plain) }
        };
        // One row, one basis: what is counted stands in the row of its own, where there is one.
        let is_counted = is_of_groups(told, |told| told.counted.is_some());
        let cell = |(group, told): (Group, &Told)| match (&told.stated, &told.counted) {
            (Some(change), _) => shown(change),
            // Of both together what is counted stands beside the two.
            (None, Some(counted)) if group == Group::Combined && !is_counted => shown(&counted.change),
            (None, None) if group != Group::Combined => no_data(view, group),
            (None, _) => Cell::Blank,
        };
        let cells: Vec<Cell> = Group::ALL.into_iter().zip(told).map(cell).collect();
        Row::new("reduced", LongShort::new(full.text(), short.text()), cells)
    })
}

/// Does the report itself say "kéo giảm"? Nobody else's fall is called so.
fn says_brought_down(view: &View) -> bool {
    let mut quotes = view.snapshot().targets.iter().filter_map(|target| target.quote.as_ref());
    quotes.any(|quote| quote.vi.to_lowercase().contains("kéo giảm"))
}

/// `So với cuối năm 2021`: what two snapshots count, of the groups that the report states nothing or something else of.
fn counted(view: &View, told: &[Told; 3]) -> Option<Row> {
    let is_row = is_of_groups(told, |told| told.counted.is_some());
    let day = told.iter().find_map(|told| told.counted.as_ref()).filter(|_| is_row)?.since;
    let cells: Vec<Cell> =
        Group::ALL.into_iter().zip(told).map(|(group, told)| counted_cell(view, group, told)).collect();
    Some(Row::new("change", since(view, day), cells))
}

fn counted_cell(view: &View, group: Group, told: &Told) -> Cell {
    match (&told.counted, &told.stated) {
        (Some(counted), _) => signed(view, &counted.change),
        (None, Some(_)) => Cell::Blank,
        (None, None) => no_data(view, group),
    }
}

/// Under a label that is a verb the number is bare; a rise says so: "giảm −3" would say it twice.
pub(super) fn brought_down(view: &View, known: FigureResult) -> Cell {
    match known {
        Ok(figure) if figure.amount.high().is_negative() => {
            let fall = show::in_cell(view.lang, &change::turned(&figure), Style::Plain);
            rising(&figure, say!(view, "tăng {fall}", "up {fall}"; fall).text())
        }
        known => Cell::Known(known, Style::Plain),
    }
}

/// A group of which no change is told, in a row that tells that of another.
fn no_data(view: &View, group: Group) -> Cell {
    let what = view.area().what(Measure::of_group(group, Aspect::Change));
    Cell::Known(Err(ops::Missing::not_stated(what)), Style::Signed)
}

/// A signed change; a rise against the wish stands out.
fn signed(view: &View, change: &Figure) -> Cell {
    changed_cell(view, Ok(change.clone()))
}

/// The label of a change: `So với cuối năm 2022`, in short `So với 12/22`.
fn since(view: &View, day: NaiveDate) -> LongShort {
    let full = if (day.month(), day.day()) == (12, 31) {
        say!(view, "So với cuối năm {year}", "Since the end of {year}"; year = day.year())
    } else {
        say!(view, "So với {day}", "Since {day}"; day)
    };
    let short = say!(view, "So với {month}", "Since {month}"; month = date::month_mark(day));
    LongShort::new(full.text(), short.text()).or_least("+/−")
}

/// The same area at the last snapshot before the shown year, and that snapshot's day.
fn before_year<'a>(view: &View<'a>) -> Option<(Option<&'a Area>, NaiveDate)> {
    let year = view.snapshot().as_of().year();
    let before = view.history.before_year(view.at, year)?;
    Some((before.whole.at(view.path), before.as_of()))
}

/// What left and what entered, where the report has the lines of its movement.
fn movement_rows(view: &View, area: &Area) -> Vec<Row> {
    let has_any = Group::ALL.iter().any(|g| area.has_lines(*g));
    if !has_any {
        // Of an area that is not asked for, save where it rises: then the room asks why.
        let asked = view.path.is_empty() || rises(view, area);
        return if asked { vec![no_movement(view, area)] } else { Vec::new() };
    }
    let sum = |group: &Group, kinds: &[Moved], aspect: Aspect| {
        let none = || Err(ops::Missing::not_stated(area.what(Measure::of_group(*group, aspect.clone()))));
        movement::together(area, *group, kinds, aspect.clone()).unwrap_or_else(none)
    };
    let out =
        moved_groups(area).map(|group| sum(group, &Moved::OUT, Aspect::Out).map(|f| change::turned(&f)));
    let into = moved_groups(area).map(|group| sum(group, &Moved::IN, Aspect::In));
    // Who left without having exited poverty is not called so.
    let is_some = |group: Group, line| {
        let moved = area.movement(group, line);
        moved.is_some_and(|moved| !moved.exactly().is_some_and(Exact::is_zero))
    };
    let is_other = Group::TWO.iter().any(|group| is_some(*group, Moved::OtherOut))
        || is_some(Group::NearPoor, Moved::ToOther);
    let left = if !area.has_lines(Group::NearPoor) && area.has_lines(Group::Poor) {
        if is_other {
            label(view, ("thoát nghèo, khác giảm", "exited, other removals"), ("giảm", "exits"))
        } else {
            label(view, ("thoát nghèo", "exited"), ("thoát", "exited"))
        }
    } else if is_other {
        label(view, ("thoát nghèo, thoát cận nghèo, khác giảm", "exited, other removals"), ("giảm", "exits"))
    } else {
        label(view, ("thoát nghèo, thoát cận nghèo", "exited"), ("thoát", "exited"))
    };
    let entered =
        label(view, ("bổ sung và chuyển vào", "re-entered, new, other additions"), ("bổ sung", "additions"));
    let indented = |key, words: LongShort, figures: Vec<FigureResult>| Row {
        indent: 2,
        ..Row::new(key, words, cells(figures, Style::Signed))
    };
    vec![indented("out", left, out.collect()), indented("in", entered, into.collect())]
}

/// The groups whose movement is told: both together only where the report gives lines of it, for what passes between
/// the two is no change of both.
fn moved_groups(area: &Area) -> impl Iterator<Item = &'static Group> {
    let together = area.has_lines(Group::Combined);
    Group::ALL.iter().filter(move |group| **group != Group::Combined || together)
}

/// Did a group grow in the period, or since the year began?
fn rises(view: &View, area: &Area) -> bool {
    let fell = |group| area.figure(group, &Aspect::Reduced).is_ok_and(|f| f.amount.high().is_negative());
    let grew = |group| {
        let (then, _) = before_year(view)?;
        let change = change::change(area, then, group, &Aspect::Households).ok()?;
        Some(change.amount.low().is_positive())
    };
    area.groups().iter().any(|group| fell(*group) || grew(*group) == Some(true))
}

fn no_movement(view: &View, area: &Area) -> Row {
    let gone = |group| Err(ops::Missing::not_stated(area.what(Measure::of_group(group, Aspect::Out))));
    let label = label(
        view,
        ("Thoát nghèo, thoát cận nghèo, bổ sung", "Exited, re-entered, newly poor"),
        ("Thoát/tái nghèo", "Exits, entries"),
    );
    let groups = if area.groups().len() == 1 { &Group::ALL[..] } else { &Group::TWO };
    Row::new("movement", label, cells(groups.iter().copied().map(gone), Style::Plain))
}

/// The change since the snapshot before, when that lies inside the same year.
fn last_period(view: &View, area: &Area) -> Option<Row> {
    let before = view.history.before(view.at)?;
    let (day, then) = (view.snapshot().as_of(), before.as_of());
    if then.year() != day.year() {
        return None;
    }
    let quarter = period_between(then, day).map(|quarter| date::quarter_of_year(view.lang, quarter));
    let name =
        quarter.map_or_else(|| view.pick("Kỳ này", "This period").to_owned(), |name| what::capital(&name));
    let full = say!(view, "{name} (so với {then})", "{name} (since {then})"; name = &name, then);
    let label = LongShort::new(full.text(), name);
    let then = before.whole.at(view.path);
    let change = Group::ALL.map(|group| change::change(area, then, group, &Aspect::Households));
    Some(Row::new("period", label, changed(view, change)))
}

/// The quarter that lies between two quarter ends.
fn period_between(then: NaiveDate, day: NaiveDate) -> Option<u32> {
    let start = then.succ_opt()?;
    let is_end = |d: NaiveDate| d.month().is_multiple_of(3) && d.succ_opt().is_some_and(|n| n.day() == 1);
    (is_end(day) && start.day() == 1 && start.month() + 2 == day.month()).then_some(day.month() / 3)
}
