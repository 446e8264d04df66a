//! 2 Hộ nghèo: the households of the unit's areas, sorted as asked.

mod changes;
mod columns;
mod extras;
mod in_sight;
mod known;
mod order;
mod picture;
mod sentences;

use std::cell::OnceCell;
use std::sync::Arc;

use crate::model::area::Area;
use crate::model::change::{self, HouseholdChange, Since};
use crate::model::measure::{Aspect, Group, When};
use crate::model::name::AreaName;
use crate::model::ops::FigureResult;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::source::reporting::MissingPart;
use crate::text::cells::text_extent;
use crate::text::say::units;
use crate::text::say::what::{self, capital};
use crate::text::{Lang, glossary};

use super::table::{Column, Opens, Row, Table, TableRows, longest_label};
use super::{Block, Medium, Page, Rows, Tab, View, WHOLE, area_key, elsewhere, foot, layout, whole};
use crate::text::line::{Line, Role};
use changes::Changes;
use known::Known;

pub use known::Lists;
pub use order::{AS_OPENED, next_sort};
pub use sentences::{FIRST, among_so_many, first_five};

/// The page.
pub fn page(view: &View) -> Page {
    list(view, view.whole(), &[])
}

/// What a list is made from: the whole, the way to it, and what its changes are taken against.
struct List<'a> {
    view: &'a View<'a>,
    whole: &'a Area,
    path: &'a [Arc<AreaName>],
    earlier: Option<&'a Snapshot>,
    /// The groups that have columns: poor and near-poor, or the two as one.
    groups: &'static [Group],
    /// What was found of its parts before.
    known: Arc<Known>,
    /// The change of the whole in each group that has columns.
    whole_step: Vec<HouseholdChange>,
    /// The rate of the whole.
    whole_rate: OnceCell<FigureResult>,
    /// The group that the bar, the sentences and the columns of a wide screen are of.
    group: Group,
    /// Has a part a figure of both groups together, and not one of each?
    has_combined: bool,
    /// What stands in lines beside the numbers.
    picture: Option<picture::Picture>,
    /// What it is sorted by: what was asked for, or in its place something that the parts have.
    sort: (usize, bool),
}

impl<'a> List<'a> {
    fn new(view: &'a View<'a>, whole: &'a Area, path: &'a [Arc<AreaName>]) -> Self {
        let earlier = change::against(view.history, view.at, view.compare).map(|s| &**s);
        let groups = whole.groups();
        let mut list = Self {
            view,
            whole,
            path,
            earlier,
            groups,
            known: view.facts.lists.of(view, path),
            whole_step: Vec::new(),
            whole_rate: OnceCell::new(),
            group: group_of(view, whole, groups),
            has_combined: groups.len() == 2 && whole.areas.iter().any(is_combined_alone),
            picture: None,
            sort: view.sort,
        };
        list.whole_step = groups.iter().map(|group| list.step_of(whole, path, *group)).collect();
        list.sort = order::sort_of(&list);
        list.picture = picture::of(&list);
        list
    }

    /// The path of a part.
    fn path_of(&self, area: &Area) -> Vec<Arc<AreaName>> {
        self.path.iter().cloned().chain([area.name.clone()]).collect()
    }

    /// The change of an area in a group.
    fn step_of(&self, area: &Area, path: &[Arc<AreaName>], group: Group) -> HouseholdChange {
        change::step(area, path, self.earlier, compared(self.view).is_some(), group)
    }

    /// The change of a part, or of the whole itself, in a group that has columns.
    fn step(&self, area: &Area, group: Group) -> Option<HouseholdChange> {
        let slot = self.slot(group)?;
        if std::ptr::eq(area, self.whole) {
            return self.whole_step.get(slot).cloned();
        }
        Some(self.step_of(area, &self.path_of(area), group))
    }

    /// The rate of the whole in the group in front.
    fn whole_rate(&self) -> &FigureResult {
        self.whole_rate.get_or_init(|| self.whole.rate(self.group))
    }

    /// The group of a set of columns; where there is one set, of that.
    fn group_of(&self, slot: usize) -> Group {
        self.groups.get(slot).copied().unwrap_or(self.groups[0])
    }

    /// The place of a group among those that have columns.
    fn slot(&self, group: Group) -> Option<usize> {
        self.groups.iter().position(|known| *known == group)
    }

    /// What is found of all changes.
    fn changes(&self) -> &Changes {
        self.known.changes.get_or_init(|| Changes::of(self))
    }

    /// The same of a group that has columns.
    fn changes_of(&self, group: Group) -> Option<&changes::OfGroup> {
        self.changes().groups.get(self.slot(group)?)
    }

    /// What the changes of the parts are taken against, else that of the whole.
    fn since(&self) -> Option<Since> {
        self.changes().since
    }

    fn is_counted(&self, group: Group) -> bool {
        self.changes_of(group).is_some_and(|changes| changes.are_counted)
    }

    /// The group that the bar, the sentences and the columns of a wide screen are of.
    fn group(&self) -> Group {
        self.group
    }

    /// Are all areas listed, now and before?
    fn is_complete(&self) -> bool {
        let then = self.earlier.and_then(|snapshot| snapshot.whole.at(self.path));
        self.whole.areas_complete() && then.is_some_and(Area::areas_complete)
    }

    /// Who of the parts has not reported.
    fn missing(&self) -> &[MissingPart] {
        self.view.reporting_of(self.path).map_or(&[], |of| &of.missing)
    }

    /// Is it a part that has not?
    fn is_missing(&self, area: &Area) -> bool {
        self.missing().iter().any(|part| part.is_listed && Arc::ptr_eq(&part.name, &area.name))
    }

    /// The parts that the earlier snapshot holds and this one does not.
    fn gone(&self) -> Vec<&Area> {
        let then = self.earlier.and_then(|s| s.whole.at(self.path));
        change::gone(self.whole, then)
    }
}

/// The group in the foreground of a list; where no part has a figure of it, one that some have.
fn group_of(view: &View, whole: &Area, groups: &[Group]) -> Group {
    let wanted = match groups {
        [only] => *only,
        _ => front(view),
    };
    let is_told = |group: &Group| whole.areas.iter().any(|area| has_figure(area, *group));
    [wanted].into_iter().chain(Group::ALL).find(is_told).unwrap_or(wanted)
}

/// Has an area any figure of a group that a list shows: a count or a rate?
fn has_figure(area: &Area, group: Group) -> bool {
    area.states(group, &Aspect::Households)
        || area.figure(group, &Aspect::Households).is_ok()
        || area.rate(group).is_ok()
}

/// Has it one of both groups together, and not one of each?
fn is_combined_alone(area: &Area) -> bool {
    let is_stated = !area.is_silent_of(Group::Combined);
    is_stated && has_figure(area, Group::Combined) && !Group::TWO.iter().all(|group| has_figure(area, *group))
}

/// The snapshot the reader chose to compare with.
pub fn compared<'a>(view: &View<'a>) -> Option<&'a Arc<Snapshot>> {
    view.compare.filter(|chosen| *chosen != view.at).and_then(|chosen| view.history.snapshots.get(chosen))
}

/// The group in the foreground of a list: the poor unless the near-poor were asked for.
pub fn front(view: &View) -> Group {
    if view.group == Group::NearPoor { Group::NearPoor } else { Group::Poor }
}

/// The parts whose rates lie furthest from that of the whole, so many of them, for a page that has room for it, with the
/// key to where all of them stand, where these are not all. Where there is room those follow whose distance says nothing.
pub fn furthest(view: &View, most: usize) -> Option<Table> {
    let view = &View { sort: (columns::RATE[0], true), ..*view };
    let list = List::new(view, view.whole(), &[]);
    let mut areas: Vec<&Area> = picture::furthest(&list).take(most).collect();
    // Of one alone, or of parts that are all as the whole is, nothing is far.
    list.picture.as_ref()?;
    let all = list.whole.areas.len();
    if !areas.is_empty() && areas.len() < most {
        let is_near = |area: &&Area| !areas.iter().any(|far| std::ptr::eq(*far, *area));
        let near: Vec<&Area> =
            order::order(&list).into_iter().map(|at| &list.whole.areas[at]).filter(is_near).collect();
        areas.extend(near);
    }
    areas.truncate(most);
    let slot = list.slot(list.group())?;
    let cells = |area: &Area| {
        let rate = super::measures::rates::cell(view, area, list.group());
        std::iter::once(rate).chain(picture::cells(&list, area, slot)).collect::<Vec<_>>()
    };
    let row = |area: &Area| Row::new(area_key(&area.name), view.lang.wording(&area.name.name), cells(area));
    let rows: TableRows = areas.into_iter().map(row).collect();
    let rate = Column::number(view.lang.term(glossary::RATE), 8, 0, true, 0);
    let columns = std::iter::once(rate).chain(picture::columns(&list, slot)).collect();
    let key = Tab::Households.index() + 1;
    let (parts, seen) = (noun(&list), rows.len());
    let head = if seen < all {
        say!(view, "{parts}, {seen}/{all} (phím {key})", "{parts}, {seen}/{all} (key {key})";
            parts, seen, all, key)
    } else {
        Line::plain(parts)
    };
    let label = longest_label(&rows).max(9);
    (!rows.is_empty()).then(|| Table { head: head.text().into(), columns, rows, label, ..Table::default() })
}

/// The sentences of that list.
pub fn sentences(view: &View, whole: &Area, path: &[Arc<AreaName>]) -> Vec<Line> {
    sentences::lines(&List::new(view, whole, path))
}

/// The list of the parts of an area, the area itself pinned above them.
pub fn list(view: &View, whole: &Area, path: &[Arc<AreaName>]) -> Page {
    let list = List::new(view, whole, path);
    match view.rows {
        Rows::InSight if is_long(view, whole) => in_sight::page(&list),
        Rows::Labels if is_long(view, whole) => in_sight::labels(&list),
        _ => {
            let areas: Vec<&Area> = order::order(&list).into_iter().map(|at| &whole.areas[at]).collect();
            page_of(&list, table(&list, &areas))
        }
    }
}

/// Has a screen not all rows of the list of parts made?
pub fn is_long(view: &View, whole: &Area) -> bool {
    view.is_long(whole.areas.len())
}

/// Makes the rows of the unit's parts that are wanted by their keys, one after the other.
pub fn each_part(view: &View, is_wanted: impl Fn(&str) -> bool, mut take: impl FnMut(Row)) {
    let list = List::new(view, view.whole(), &[]);
    let wanted = view.whole().areas.iter().filter(|area| is_wanted(&area_key(&area.name)));
    wanted.for_each(|area| take(row(&list, area)));
}

fn page_of(list: &List, mut table: Table) -> Page {
    let (view, areas) = (list.view, &list.whole.areas);
    let path = list.path;
    let is_bare = areas.is_empty() && !(0..table.columns.len()).any(|column| table.is_told(column));
    if is_bare {
        // On a screen the way to the unit's own page is left.
        (table.columns, table.groups) = (Vec::new(), Vec::new());
    }
    let shown = (!is_bare || view.medium == Medium::Screen).then_some(Block::Table(table));
    let mut page = Page { blocks: shown.into_iter().collect(), ..Page::default() };
    let rate = sentences::rate_change(list).map(Line::optional);
    if areas.is_empty() {
        let none = ("Tệp này không có số liệu theo địa bàn.", "This file has no figures by area.");
        let there = |at: usize| view.history.snapshots[at].whole.at(path);
        let count = |at| elsewhere::counted(there(at)?.areas.len());
        let gap = (!page.blocks.is_empty()).then_some(Block::Gap);
        page.blocks.extend(gap.into_iter().chain([elsewhere::block(view, none, count)]));
        page.blocks.extend(rate.map(Block::sentence));
    } else {
        page.blocks.push(Block::Lines(sentences::lines(list).into_iter().chain(rate).collect()));
    }
    foot::put(view, &mut page, |view, page| {
        foot::lines(view, page, sentences::sources(view, list, None, has_change(view, page)))
    });
    page
}

/// Cells of a line of a report in text.
const PAPER: u16 = 80;

/// Is a column of changes seen in a list so wide?
fn has_change(view: &View, page: &Page) -> bool {
    let width = if view.width == 0 { PAPER } else { view.width };
    page.tables().any(|table| {
        let shown = layout::fit(table, width).columns;
        shown.iter().any(|column| columns::CHANGE.contains(&column.index))
    })
}

/// The legend of the list of the unit's parts over a picture of which that is invented.
pub fn legend(view: &View, page: &Page, invented: Option<Line>) -> Vec<Line> {
    let list = List::new(view, view.whole(), &[]);
    foot::lines(view, page, sentences::sources(view, &list, invented, true))
}

fn table(list: &List, areas: &[&Area]) -> Table {
    table_of(list, areas.iter().map(|area| row(list, area)).collect())
}

fn table_of(list: &List, parts: TableRows) -> Table {
    let rows = rows_of(list, parts);
    let is_sorted = list.sort.0 != order::NAME && order::has_figures(list, list.sort.0);
    let sorted = is_sorted.then_some(list.sort);
    let head = head(list);
    // The arrow of an order by names is not cut, also beside a head that fills its column.
    let least = if list.sort.0 == order::NAME { text_extent(&head) + 1 } else { 0 };
    let label = longest_label(&rows).max(least).clamp(9, 24);
    Table {
        head: head.into(),
        groups: columns::groups(list),
        columns: columns::columns(list),
        label,
        rows,
        scrolls: true,
        pinned: 1,
        sorted,
        ..Table::default()
    }
}

/// The rows of the parts with those around them: the whole, the parts that are no more, those that have not reported.
fn rows_of(list: &List, parts: TableRows) -> TableRows {
    let mut rows = TableRows::from(vec![whole_row(list)]);
    rows.append(parts);
    rows.extend(list.gone().into_iter().map(|area| gone_row(list, area)));
    rows.extend(list.missing().iter().filter(|part| !part.is_listed).map(|part| missing_row(list, part)));
    rows
}

/// What the rows are: "Phường", "Ward".
fn noun(list: &List) -> String {
    capital(units::noun_of_parts(list.whole).one(list.view.lang))
}

/// The same as a head, with the mark of the order where that is by their names.
fn head(list: &List) -> String {
    let head = noun(list);
    match list.sort {
        (order::NAME, true) => head + " ▼",
        (order::NAME, false) => head + " ▲",
        _ => head,
    }
}

fn whole_row(list: &List) -> Row {
    let (view, area) = (list.view, list.whole);
    let is_unit = list.path.is_empty();
    let name =
        || if is_unit { whole_name(view, area) } else { view.lang.wording(&area.name.name).to_owned() };
    // A sum of these wards of one group and of those of the other is called a sum and no more.
    let label = if whole::groups_differ(view, area) {
        view.pick("Cộng", "Sum").to_owned()
    } else {
        whole::some_parts(view, area, list.group()).unwrap_or_else(name)
    };
    let opens = if is_unit { Opens::List(WHOLE) } else { Opens::Story };
    Row { role: Role::Strong, opens, ..Row::new(WHOLE, label, columns::row(list, area)) }
}

/// What the whole unit is called above its parts: "Toàn quận".
fn whole_name(view: &View, area: &Area) -> String {
    let word = units::noun(&area.name);
    capital(view.lang.pick(&word.all(Lang::Vi), word.one(Lang::En)))
}

fn row(list: &List, area: &Area) -> Row {
    let name = list.view.lang.wording(&area.name.name);
    let opens = Opens::Area(list.path_of(area));
    Row { opens, ..Row::new(area_key(&area.name), name, columns::row(list, area)) }
}

/// A part that is no more: what it had then stands in its story.
fn gone_row(list: &List, area: &Area) -> Row {
    let had = list.groups.iter().filter_map(|g| area.stated(*g, &Aspect::Households));
    let name = list.view.lang.wording(&area.name.name);
    Row { more: had.collect(), role: Role::Dim, ..Row::new(area_key(&area.name), name, columns::gone(list)) }
}

/// A part that is expected, and that the list of the day does not name.
fn missing_row(list: &List, part: &MissingPart) -> Row {
    let name = list.view.lang.wording(&part.name.name);
    Row::new(area_key(&part.name), name, columns::left_out(list))
}

/// What changes are taken against, in words: "so với 31/12/2022", "năm 2022".
pub fn since(view: &View, since: Since) -> String {
    match since {
        Since::Day(day) => say!(view, "so với {day}", "since {day}"; day).text(),
        Since::Over(period) if period.is_whole_year() => {
            say!(view, "năm {year}", "in {year}"; year = period.year()).text()
        }
        Since::Over(period) => what::when(view.lang, When::Over(period)),
    }
}
