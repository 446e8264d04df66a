//! Deprivations and causes of an area from the most, and beside them what programmes reached there.

use crate::model::area::{Area, LackList};
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Measure};
use crate::model::places::Lack;
use crate::model::unit::Unit;
use crate::model::{ops, places};
use crate::say;
use crate::text::{Lang, cells, show};

use super::super::households::front;
use super::super::layout::margin;
use super::super::table::{Align, Bar, Cell, Column, LongShort, Row, Style, Table, TableRows, longest_label};
use super::super::{Block, Medium, View, brief};
use super::support::{self, Reached};
use crate::text::line::Role;
use crate::text::say::what;

/// What the tables are of.
const LACKS: (&str, &str) = ("Thiếu hụt", "Deprivations");
const CAUSES: (&str, &str) = ("Nguyên nhân nghèo", "Causes of poverty");

/// Cells of a share and its mark.
const SHARE: u16 = 7;
/// Cells that a bar needs to show anything, and those between the two halves.
const LEAST_BAR: u16 = 4;
/// A longer bar says no more.
const WIDEST_BAR: u16 = 64;
/// Cells of a bar that names are shortened for, and those of one for which a page with so many lines sets the halves
/// above each other.
const GOOD_BAR: u16 = 7;
const SHORT_BAR: u16 = 5;
const TALL: u16 = 30;
const GAP: u16 = 3;

/// The deprivations with the support beside them, then the causes.
pub fn blocks(view: &View, area: &Area) -> Vec<Block> {
    let lacks = rows(view, area, &places::lacks(area, LackList::Deprivations), "lack");
    let reached = support::reached(view, area);
    let head = head(view, area, LACKS);
    let mut blocks = match (lacks.is_empty(), reached.is_empty()) {
        (true, true) => Vec::new(),
        (true, false) => vec![Block::Gap, Block::Table(support_alone(view, reached))],
        (false, true) => vec![Block::Gap, Block::Table(alone(view, head, lacks))],
        (false, false) => {
            let halves = Halves::measured(view, &lacks, &reached);
            if view.narrow || (halves.bar < SHORT_BAR && view.lines >= TALL) {
                vec![
                    Block::Gap,
                    Block::Table(alone(view, head, lacks)),
                    Block::Gap,
                    Block::Table(support_alone(view, reached)),
                ]
            } else {
                vec![Block::Gap, Block::Table(halves.beside(view, &head, lacks, reached))]
            }
        }
    };
    blocks.extend(causes(view, area));
    blocks
}

/// The deprivations, then the causes, with nothing beside them.
pub fn tables(view: &View, area: &Area) -> Vec<Block> {
    let lacks = rows(view, area, &places::lacks(area, LackList::Deprivations), "lack");
    let head = head(view, area, LACKS);
    let mut blocks = apart(view, head, lacks);
    blocks.extend(causes(view, area));
    blocks
}

/// The deprivations of most households, so many of them and of how many; none where none are
/// known.
pub fn most(view: &View, area: &Area, most: usize) -> Option<Table> {
    let mut lacks = rows(view, area, &places::lacks(area, LackList::Deprivations), "lack");
    let all = lacks.len();
    lacks.truncate(most);
    let seen = lacks.len();
    let head = head(view, area, LACKS);
    let counted = |head: &str| {
        say!(view, "{head}[: {seen} trong {all}]", "{head}[: {seen} of {all}]"; head,
            seen = (seen < all).then_some(seen), all = (seen < all).then_some(all))
        .text()
    };
    let least = head.least.as_deref().map(counted);
    let head = LongShort::from(counted(&head.full)).or_least(least.unwrap_or_default());
    (!lacks.is_empty()).then(|| alone(view, head, lacks))
}

fn causes(view: &View, area: &Area) -> Vec<Block> {
    let causes = rows(view, area, &places::lacks(area, LackList::Causes), "cause");
    apart(view, head(view, area, CAUSES), causes)
}

/// A table with an empty line before it; nothing without rows.
fn apart(view: &View, head: LongShort, rows: Vec<Row>) -> Vec<Block> {
    if rows.is_empty() { Vec::new() } else { vec![Block::Gap, Block::Table(alone(view, head, rows))] }
}

/// `Thiếu hụt của 142 hộ nghèo (lượt hộ)`: a household may lack several, so they are turns.
fn head(view: &View, area: &Area, what: (&str, &str)) -> LongShort {
    let group = front(view);
    // In a file the column of the numbers says in what they are.
    let unit = (view.medium == Medium::Screen).then_some((" (lượt hộ)", " (instances)"));
    let full = say!(view, "{what} của [{households} ]{group}[{unit}]", "{what} of [{households} ]{group}[{unit}]";
        what, households = area.figure(group, &Aspect::Households), group = what::households_of(group), unit);
    let unit = unit.filter(|_| view.lang == Lang::Vi);
    // Two tables of a file that follow one another are told apart by their groups.
    let own = what::group(view.lang, group);
    let whose = (view.medium != Medium::Screen).then(|| own.strip_prefix("hộ ").unwrap_or(own));
    let least = say!(view, "{what}[, {whose}][{unit}]"; what, whose, unit);
    if whose.is_some() {
        return LongShort::new(full.text(), least.text());
    }
    LongShort::from(full.text()).or_least(least.text())
}

/// A row for each that has a figure of the group in the foreground, from the most.
fn rows(view: &View, area: &Area, lacks: &[Lack], key: &str) -> Vec<Row> {
    let group = front(view);
    let mut found: Vec<(&Lack, &Figure)> =
        lacks.iter().filter_map(|l| Some((l, l.households(group)?))).collect();
    found.sort_by(|(_, a), (_, b)| b.amount.low().cmp(a.amount.low()));
    found.into_iter().map(|(lack, figure)| row(view, area, lack, figure, key)).collect()
}

fn row(view: &View, area: &Area, lack: &Lack, figure: &Figure, key: &str) -> Row {
    let group = front(view);
    let what = area.what(Measure::of_group(group, Aspect::LackingShare(lack.named.clone())));
    let all = area.figure(group, &Aspect::Households);
    let share = ops::percentage(what, Unit::Share, &Ok(figure.clone()), &all);
    let bar = share.as_ref().ok().and_then(Figure::one).map_or(Cell::Blank, |value| {
        let full = Exact::whole(100);
        Cell::Bar(Bar { value: value.clone(), full, ..Bar::default() })
    });
    let count = Cell::Known(Ok(figure.clone()), Style::Plain);
    let cells = [count, Cell::Known(share, Style::Column), bar];
    Row::new(format!("{key}:{}", lack.named.id), view.lang.wording(&lack.named.name), cells)
}

fn number(width: u16, mark: bool) -> Column {
    Column { width, narrow: width, mark, ..Column::default() }
}

fn left(width: u16, rank: u8) -> Column {
    Column { width, align: Align::Left, rank, ..Column::default() }
}

fn widest(texts: impl Iterator<Item = usize>) -> u16 {
    cells::extent(texts.max().unwrap_or(0))
}

/// The cells of the count in a row.
fn count_of(view: &View, row: &Row) -> usize {
    match row.cells.first() {
        Some(Cell::Known(Ok(figure), style)) => cells::width(&show::in_cell(view.lang, figure, *style)),
        _ => 0,
    }
}

/// The lacks over the whole width.
fn alone(view: &View, head: LongShort, rows: Vec<Row>) -> Table {
    // The head may stand over the numbers: no blanks part these from their labels for it.
    let label = (longest_label(&rows) + 2).clamp(18, 56);
    // In a file columns are as wide as their words and the numbers are named, so the head has its own room; beside few
    // cells the head says what the numbers are.
    let of_head = if view.medium == Medium::Screen { 0 } else { cells::text_extent(&head.full) + 1 };
    let label = label.max(of_head);
    let named = |words: (&str, &str), column: Column| {
        if view.medium == Medium::Screen {
            return column;
        }
        let head = view.pick(words.0, words.1);
        let width = column.width.max(cells::text_extent(head) + 1);
        // Where the line is short its room is the head's of the table.
        let short = if column.mark { "%" } else { view.pick(words.0, "Cases") };
        let narrow = column.width.max(cells::text_extent(short) + 1);
        Column { head: LongShort::new(head, short), narrow, ..number(width, column.mark) }
    };
    let columns = vec![
        named(("Lượt hộ", "Instances"), number(6, false)),
        named(("Tỷ trọng", "Share of all"), number(6, true)),
        Column { picture: (LEAST_BAR, WIDEST_BAR), ..left(26, 1) },
    ];
    Table { head, columns, rows: rows.into(), label, tight: true, ..Table::default() }
}

/// The programmes in a table of their own.
fn support_alone(view: &View, reached: Vec<Reached>) -> Table {
    let row = |it: Reached| Row::new(it.key, it.name, [Cell::Line(it.amount)]);
    let amount = widest(reached.iter().map(|it| cells::width(&it.amount.text()))) + 2;
    let columns = vec![Column { width: amount, narrow: amount.min(18), ..Column::default() }];
    let rows: TableRows = reached.into_iter().map(row).collect();
    let label = longest_label(&rows).clamp(18, 40);
    Table { head: support::head(view).into(), columns, rows, label, tight: true, ..Table::default() }
}

/// The head in the room over its half: without the words in brackets where that is too much.
fn within(head: String, room: usize) -> String {
    match head.split_once(" (") {
        Some((short, _)) if cells::width(&head) > room => short.to_owned(),
        _ => head,
    }
}

/// The columns of the two halves side by side; the bar takes what both leave.
struct Halves {
    label: u16,
    count: u16,
    bar: u16,
    /// The programmes as far as they have room, their column, and that of what they reached.
    names: Vec<String>,
    name: u16,
    amount: u16,
}

impl Halves {
    fn measured(view: &View, rows: &[Row], reached: &[Reached]) -> Self {
        let label = longest_label(rows).clamp(14, 22);
        let amount = widest(reached.iter().map(|it| cells::width(&it.amount.text()))) + 1;
        let count = widest(rows.iter().map(|row| count_of(view, row))) + 1;
        let between = view.width.saturating_sub(2 * margin(view.width));
        let room = between.saturating_sub(label + count + SHARE + amount);
        let names = names(reached, room);
        // The head on the right stands over names and amounts.
        let over = cells::width(&support::head(view)).saturating_sub(usize::from(amount));
        let name = widest(names.iter().map(|name| cells::width(name)).chain([over])) + 1;
        let bar = room.saturating_sub(name + GAP).min(9);
        let bar = if bar < LEAST_BAR { 0 } else { bar };
        Self { label, count, bar, names, name, amount }
    }

    /// Lacks to the left, programmes to the right of the same rows.
    fn beside(self, view: &View, head: &LongShort, mut rows: Vec<Row>, reached: Vec<Reached>) -> Table {
        let Self { label, count, bar, names, name, amount } = self;
        let head = within(head.full.clone(), usize::from(label + count + SHARE + bar + GAP - 1));
        for (i, (it, name)) in reached.into_iter().zip(names).enumerate() {
            if i == rows.len() {
                rows.push(Row::new(it.key, "", vec![Cell::Blank; 3]));
            }
            rows[i].cells.extend([Cell::Blank, Cell::words(Role::Plain, name), Cell::Line(it.amount)]);
        }
        let columns = vec![
            number(count, false),
            number(SHARE - 1, true),
            // It goes first where the page stands in a narrower column.
            Column { picture: (LEAST_BAR, WIDEST_BAR), ..left(bar, 1) },
            // An empty column keeps the halves apart.
            Column { width: GAP, ..Column::default() },
            Column { head: support::head(view).into(), ..left(name, 0) },
            Column { width: amount, ..Column::default() },
        ];
        Table {
            head: head.into(),
            columns,
            rows: rows.into(),
            label,
            measured: true,
            beside: Some(4),
            ..Table::default()
        }
    }
}

/// The names of the programmes: so short that a bar stands beside them where no word is cut for it, else as long as there
/// is room.
fn names(reached: &[Reached], room: u16) -> Vec<String> {
    let within = |taken: u16| -> Vec<String> {
        let most = usize::from(room.saturating_sub(GAP + 1 + taken));
        reached.iter().map(|it| brief::within(&it.name, most)).collect()
    };
    let short = within(GOOD_BAR);
    if short.iter().any(|name| name.contains('…')) { within(0) } else { short }
}
