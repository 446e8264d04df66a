//! An area's page, and the unit's own: the table grammar, its share and rank, its history, targets, parts, lacks and
//! support.

mod deprivations;
mod movement;
mod support;

use std::sync::Arc;

use super::table::{Align, Cell, Column, DATES, LongShort, Row, Style, Table, TableRows, longest_label};
use super::{Block, Page, Rows, TargetSummary, View, elsewhere, foot, households, indicators, measures};
use crate::model::area::Area;
use crate::model::change;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, IdName, PartField, When};
use crate::model::ops::FigureResult;
use crate::model::places::{self, By};
use crate::model::snapshot::Snapshot;
use crate::model::source_file::Provenance;
use crate::model::standing::Standing;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::{units, what};
use crate::text::{Lang, date, glossary, show};

/// The page.
pub fn page(view: &View) -> Page {
    let area = view.area();
    if view.whole().at(view.path).is_none() {
        let gone = ("Kỳ này không có địa bàn này.", "This area is not there in this period.");
        let it = view.pick("địa bàn này", "it").to_owned();
        let there = |at: usize| view.history.snapshots[at].whole.at(view.path).map(|_| it.clone());
        return Page { blocks: vec![elsewhere::block(view, gone, there)], ..Page::default() };
    }
    let mut table = measures::table(view, area);
    if let Some(parent) = parent(view) {
        table.rows.push(share(view, area));
        // Of two there is no place but first and last.
        table.rows.extend((parent.areas.len() > 2).then(|| rank(view, area, parent)));
    }
    table.rows.extend(among(view, area));
    let mut blocks = measures::blocks(view, area, table);
    let has_list = !area.areas.is_empty() && !view.path.is_empty();
    if has_list {
        // The list itself may lie below the fold: what it says does not.
        blocks.push(Block::Gap);
        blocks.push(Block::Lines(said_of_parts(view, area)));
    }
    blocks.extend(history(view).into_iter().flat_map(|table| [Block::Gap, Block::Table(table)]));
    blocks.extend(given(view, area));
    if let Some(table) = indicators::table(view, area).filter(|_| !view.path.is_empty()) {
        blocks.extend([Block::Gap, Block::Table(table)]);
    }
    if has_list {
        let tables = households::list(view, area, view.path).blocks.into_iter();
        blocks.push(Block::Gap);
        blocks.extend(tables.filter(|block| matches!(block, Block::Table(_))));
    }
    blocks.extend(deprivations::blocks(view, area));
    blocks.extend(movement::blocks(view, area));
    let mut page = Page { blocks, ..Page::default() };
    foot::put(view, &mut page, |view, page| foot::lines(view, page, code(view, area)));
    page
}

/// The page that was opened from a list: that of the unit ends with what is said under the list of its parts, which has
/// no line for it where rows are hidden.
pub fn opened(view: &View) -> Page {
    let mut page = page(view);
    if view.path.is_empty() && !view.whole().areas.is_empty() && view.rows != Rows::Labels {
        page.blocks.push(Block::Gap);
        page.blocks.push(Block::Lines(said_of_parts(view, view.whole())));
    }
    page
}

/// The sentences on the parts of an area; none goes.
fn said_of_parts(view: &View, area: &Area) -> Vec<Line> {
    let lines = households::sentences(view, area, view.path).into_iter();
    lines.map(|line| Line { optional: false, ..line }).collect()
}

/// What the unit's own page holds and no list: other parts of the groups, lacks and causes of both, the movement. A
/// report has it after the list of the areas, where the screen has it a key away.
pub fn beyond(view: &View) -> Page {
    let area = view.area();
    let rows = among(view, area);
    let head = view.pick("Trong đó", "Of which");
    let columns = measures::columns(view);
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Gap);
        blocks.push(Block::Table(Table {
            head: head.into(),
            columns,
            rows: rows.into(),
            label: 26,
            ..Table::default()
        }));
    }
    blocks.extend(
        Group::TWO.into_iter().flat_map(|group| deprivations::tables(&View { group, ..*view }, area)),
    );
    blocks.extend(movement::blocks(view, area));
    super::widen(view.lang, &mut blocks);
    let page = Page { blocks, ..Page::default() };
    Page { foot: foot::lines(view, &page, Vec::new()), ..page }
}

/// What most households of an area lack, so many rows of it, for a page that has room for them.
pub fn most_lacking(view: &View, most: usize) -> Option<Table> {
    deprivations::most(view, view.area(), most)
}

/// The parts of the groups that the report names besides the policy families: headed by women, without labour …
fn among(view: &View, area: &Area) -> Vec<Row> {
    area.named_parts().into_iter().flat_map(|named| among_rows(view, area, named)).collect()
}

/// Its households; its persons, its rate, the change of that and its fall where the report has them.
fn among_rows(view: &View, area: &Area, named: &Arc<IdName>) -> Vec<Row> {
    let of = |field| Group::ALL.map(|group| area.shown(group, &Aspect::Among(named.clone(), field)));
    let row = |field: PartField, label: LongShort, cells: [Cell; 3]| {
        let indent = if field == PartField::Households { 0 } else { 2 };
        Row { indent, ..Row::new(format!("among_{}:{}", field.code(), named.id), label, cells) }
    };
    let plain = |field, style| of(field).map(|known| Cell::Known(known, style));
    let words = |vi, en| LongShort::from(view.pick(vi, en));
    let all = area.figure(Group::Poor, &Aspect::Among(named.clone(), PartField::All)).ok();
    let rate = say!(view, "tỷ lệ[ trên {all} hộ]", "rate[ of {all} households]";
        all = all.as_ref().map(|all| show::number(view.lang, all, Style::Plain)));
    let rate = LongShort::new(rate.text(), view.pick("tỷ lệ", "rate"));
    let change = words("thay đổi tỷ lệ (điểm %)", "change in the rate (points)");
    // Under a verb of falling no rise stands: then the numbers are changes with their signs.
    let falls = of(PartField::Reduced);
    let rises = falls.iter().flatten().any(|fall| fall.amount.high().is_negative());
    let verb = if rises { ("tăng, giảm", "change") } else { ("giảm", "reduced") };
    let fall = say!(view, "{verb} trong {year}", "{verb} in {year}";
        verb, year = what::when(view.lang, When::Over(area.origin().period)));
    let fallen = |known| match known {
        Ok(fall) if rises => measures::changed_cell(view, Ok(change::turned(&fall))),
        known => Cell::Known(known, Style::Plain),
    };
    let rows = [
        row(PartField::Persons, words("nhân khẩu", "persons"), plain(PartField::Persons, Style::Plain)),
        Row {
            more: all.into_iter().collect(),
            ..row(PartField::Rate, rate, plain(PartField::Rate, Style::Plain))
        },
        row(PartField::RateChange, change, plain(PartField::RateChange, Style::Signed)),
        row(
            PartField::Reduced,
            LongShort::new(fall.text(), view.lang.pick(verb.0, verb.1)),
            falls.map(fallen),
        ),
    ];
    let name = LongShort::from(view.lang.wording(&named.name));
    let households = row(PartField::Households, name, plain(PartField::Households, Style::Plain));
    let mut told = rows.into_iter().filter(|row| row.figures().next().is_some()).peekable();
    // A part that another day's file tells of, and this one does not, has no row.
    let is_told = households.figures().next().is_some() || told.peek().is_some();
    std::iter::once(households).filter(|_| is_told).chain(told).collect()
}

/// The official code, and that all figures are invented where they are.
fn code(view: &View, area: &Area) -> Vec<Line> {
    let code = area.name.code.as_ref().map(|code| say!(view, "mã {code}", "code {code}"; code));
    let in_file = view.snapshot().origin.provenance == Provenance::Illustrative;
    let households = area.stated(area.groups()[0], &Aspect::Households);
    let all_invented = households.filter(|f| !in_file && !view.narrow && f.is_invented()).map(|_| {
        let unit = units::noun(&area.name).one(view.lang);
        say!(view, "mọi số của {unit}: MINH HỌA", "all figures of the {unit}: ILLUSTRATIVE"; unit)
    });
    let parts = code.into_iter().chain(all_invented);
    Line::joined(parts, " · ").map(|line| line.in_role(Role::Dim)).into_iter().collect()
}

/// The area's part of the unit's households of each group.
fn share(view: &View, area: &Area) -> Row {
    let of = |group| Cell::Known(places::share(area, view.whole(), group), Style::Plain);
    let all = units::noun(&view.whole().name).all(view.lang);
    let label = say!(view, "Tỷ trọng trong {all}", "Share of {all}"; all);
    let label = LongShort::new(label.text(), view.lang.term(glossary::SHARE));
    Row::new("share", label, Group::ALL.map(of))
}

/// The place among its sisters, by households and by rate.
fn rank(view: &View, area: &Area, parent: &Area) -> Row {
    let of_group = |group| {
        let of = |by| places::rank(area, parent, group, by);
        let is_none =
            |known: FigureResult| known.is_ok_and(|figure| figure.one().is_some_and(Exact::is_zero));
        // None is no place in a ranking.
        if is_none(area.figure(group, &Aspect::Households)) || is_none(area.rate(group)) {
            return Cell::Blank;
        }
        match (of(By::Count), of(By::Rate)) {
            (Ok(count), Ok(rate)) => Cell::Line(ranks(view, &count, Some(&rate))),
            (Ok(only), Err(_)) => Cell::Line(ranks(view, &only, None)),
            (count, _) => Cell::Known(count, Style::Plain),
        }
    };
    // Both groups together have a place of their own only where they are told as one.
    let is_one = area.groups().len() == 1;
    let cells = Group::ALL.map(|group| match group {
        Group::Combined if !is_one => Cell::Blank,
        group => of_group(group),
    });
    let sisters = units::noun_of_parts(parent).counted(view.lang, parent.areas.len());
    let label = say!(view, "Xếp hạng theo số hộ · tỷ lệ ({sisters})", "Rank by households · rate ({sisters})"; sisters);
    let short = view.pick("Hạng (hộ · tỷ lệ)", "Rank (count · rate)");
    Row::new("rank", LongShort::new(label.text(), short), cells)
}

/// `1 · 7*`: one mark for both.
fn ranks(view: &View, count: &Figure, rate: Option<&Figure>) -> Line {
    let number =
        |figure: &Figure| Line::default().written(show::number(view.lang, figure, Style::Plain), figure);
    say!(view, "{count}[ · {rate}]{mark}";
        count = number(count), rate = rate.map(number), mark = (Role::Dim, show::mark(count)))
}

fn parent<'a>(view: &View<'a>) -> Option<&'a Area> {
    let (_, above) = view.path.split_last()?;
    view.whole().at(above)
}

/// Snapshots that the history shows.
const SNAPSHOTS: usize = 5;

/// Both groups at five snapshots, the shown one among them; those later than it dim. A group without a figure has none.
fn history(view: &View) -> Option<Table> {
    let snapshots = &view.history.snapshots;
    let last = (view.at + 1).max(snapshots.len().min(view.at + SNAPSHOTS));
    let first = last.saturating_sub(SNAPSHOTS);
    let shown: Vec<(usize, &Arc<Snapshot>)> = snapshots.iter().enumerate().take(last).skip(first).collect();
    let row = |group: &Group| {
        let cell = |(i, s): &(usize, &Arc<Snapshot>)| at_snapshot(view, s, *i > view.at, *group);
        let (vi, en) = what::group_short(*group);
        let cells: Vec<_> = shown.iter().map(cell).collect();
        Row::new(format!("history:{}", group.code()), what::capital(view.pick(vi, en)), cells)
    };
    let is_told = |row: &Row| row.figures().next().is_some();
    let rows: TableRows = view.area().groups().iter().map(row).filter(is_told).collect();
    // Where they have no room the one furthest from the shown one leaves first.
    let rank = |i: usize| u8::try_from(i.abs_diff(view.at)).unwrap_or(u8::MAX);
    let columns = shown
        .iter()
        .map(|(i, s)| Column::number(date::month_head(s.as_of()), 8, 7, true, rank(*i)))
        .collect();
    let label = longest_label(&rows).clamp(14, 20);
    let head = view.pick("Các kỳ", "Periods").into();
    (!rows.is_empty()).then(|| Table { head, columns, rows, label, counts: Some(DATES), ..Table::default() })
}

fn at_snapshot(view: &View, snapshot: &Snapshot, later: bool, group: Group) -> Cell {
    let found = snapshot.whole.at(view.path).map(|a| a.figure(group, &Aspect::Households));
    match found.filter(Result::is_ok).or_else(|| {
        let next = change::opens_after(view.history, view.path, snapshot.as_of())?;
        Some(change::at_start(next, group, snapshot.as_of()))
    }) {
        Some(Ok(figure)) if later => Cell::Line(say!(view, "{figure}"; figure).in_role(Role::Dim)),
        Some(known) => Cell::Known(known, Style::Plain),
        None => Cell::words(Role::Dim, "·"),
    }
}

/// The targets that were given to this area, with their standing.
fn given(view: &View, area: &Area) -> Vec<Block> {
    if view.path.is_empty() {
        return Vec::new();
    }
    let own = view.targets(|t| t.area.as_ref().is_some_and(|name| name.is(&area.name)));
    let row = |it: &TargetSummary| {
        let has_begun = it.found.standing != Standing::NoData;
        let [asked, so_far @ ..] = it.result();
        let mut cells = vec![Cell::words(Role::Plain, it.target.year.to_string())];
        cells.push(Cell::or_blank(asked, Style::Plain));
        let so_far = so_far.map(|known| Cell::or_blank(known, Style::Plain));
        cells.extend(so_far.map(|cell| if has_begun { cell } else { Cell::Blank }));
        cells.push(Cell::Line(it.verdict()));
        it.row(cells)
    };
    let rows: TableRows = own.iter().map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head =
        LongShort::new(view.pick("Chỉ tiêu được giao", "Targets assigned"), view.pick("Chỉ tiêu", "Targets"));
    vec![
        Block::Gap,
        Block::Table(Table { head, columns: columns(view), rows, label: 20, ..Table::default() }),
    ]
}

fn columns(view: &View) -> Vec<Column> {
    let number =
        |vi, en, width, narrow, mark, rank| Column::number(view.lang.pick(vi, en), width, narrow, mark, rank);
    let [full, short] = glossary::PERCENT.map(|term| view.lang.term(term));
    let percent = LongShort::new(full, short);
    vec![
        number("Năm", "Year", 6, 0, false, 4),
        number("Giao", "Target", 8, 0, true, 2),
        number("Thực hiện", "Reached", 11, 0, true, 3),
        Column::number(percent, if view.lang == Lang::En { 12 } else { 8 }, 6, true, 1),
        Column { width: 19, narrow: 19, align: Align::Left, ..Column::default() },
    ]
}
