//! 3 Hỗ trợ: the programmes of the period, by kind.

use crate::model::figure::Unit;
use crate::model::measure::{Measure, Support};
use crate::model::ops::{self, Known};
use crate::model::support::{Kind, Programme};
use crate::text::{Lang, date, show};

use super::line::{Line, Role};
use super::table::{Align, Cell, Column, Row, Style, Table};
use super::{Block, Detail, Page, View, foot};

/// Headings in the order of the page, with the kinds they hold.
const HEADINGS: [(&str, &str, &[Kind]); 5] = [
    ("Tín dụng", "Credit", &[Kind::Credit]),
    ("Giáo dục", "Education", &[Kind::Education]),
    ("Y tế, bảo hiểm", "Health, insurance", &[Kind::Health, Kind::Insurance]),
    ("Việc làm, đời sống", "Work, living", &[Kind::Employment, Kind::Housing, Kind::Utilities]),
    ("Khác", "Other", &[Kind::Other]),
];

/// The page.
pub fn page(view: &View) -> Page {
    let Some((at, programmes)) = view.history.programmes(view.at) else {
        let none = view.pick("Chưa có chính sách nào được nêu.", "No programme is stated.");
        return Page { blocks: vec![Block::line(Line::of(Role::Dim, none))], ..Page::default() };
    };
    let mut table =
        Table { head: head(view, at, programmes).into(), columns: columns(view), ..Table::default() };
    table.label = 27;
    table.scrolls = true;
    for (vi, en, kinds) in HEADINGS {
        let of_kind: Vec<&Programme> = programmes.iter().filter(|p| kinds.contains(&p.kind)).collect();
        if !of_kind.is_empty() {
            let label = view.lang.pick(vi, en).into();
            table.rows.push(Row { label, role: Role::Strong, ..Row::default() });
            table.rows.extend(of_kind.iter().map(|p| row(view, p, programmes)));
        }
    }
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(money(view, programmes).map(Block::line));
    let detail = panel(view, programmes);
    let mut page = Page { blocks, detail, ..Page::default() };
    page.foot = foot::lines(view, &page, Vec::new());
    page
}

fn head(view: &View, at: usize, programmes: &[Programme]) -> String {
    let origin = &view.history.snapshots[at].origin;
    let count = programmes.len();
    let period = date::year(view.lang, origin.period.year());
    let mut head = match view.lang {
        Lang::Vi => format!("{count} chính sách, {period}"),
        Lang::En => format!("{count} programmes, {period}"),
    };
    if at != view.at {
        head = format!("{head} ({} {})", view.pick("kỳ", "as of"), date::day(view.lang, origin.as_of));
    }
    head
}

fn columns(view: &View) -> Vec<Column> {
    let column = |head: &str, width, narrow, mark, rank, align| Column {
        head: head.into(),
        width,
        narrow,
        mark,
        rank,
        align,
        ..Column::default()
    };
    vec![
        Column {
            wordy: true, ..column(view.pick("Thực hiện", "Reached"), 10, 10, true, 0, Align::Right)
        },
        column(view.pick("ĐVT", "Unit"), 10, 10, false, 1, Align::Left),
        column(view.pick("Số tiền", "Money"), 13, 0, false, 2, Align::Right),
        column(view.pick("Bình quân", "Average"), 15, 0, true, 3, Align::Right),
    ]
}

/// The unit of a count in a column.
fn short_unit(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Pupil => lang.pick("HS, SV", "pupils"),
        Unit::HouseholdTurn => lang.pick("lượt hộ", "hh turns"),
        other => show::unit(lang, other),
    }
}

fn row(view: &View, programme: &Programme, all: &[Programme]) -> Row {
    let what = |part| view.whole().what(Measure::Programme(programme.named.clone(), part));
    let reached = ops::stated(programme.reached.as_ref(), || what(Support::Reached));
    let amount = ops::stated(programme.amount.as_ref(), || what(Support::Amount));
    let average = ops::average(what(Support::Average), &amount, &reached);
    let unit = reached.as_ref().map_or("", |f| short_unit(view.lang, f.unit));
    let mut label = view.lang.of(&programme.named.name).to_owned();
    if let Some(via) = &programme.via {
        let fairs = view.pick("sàn", "fairs");
        label = format!("{label} ({} {fairs})", show::number(view.lang, via, Style::Plain));
    }
    let reached_cell = match (&reached, is_twin(programme, all)) {
        (Ok(figure), true) => {
            let line = Line::default().figure(view.lang, figure, Style::Plain);
            Cell::Line(line.role(Role::Warn, "!"))
        }
        _ => Cell::Known(reached, Style::Plain),
    };
    let average = if average.is_ok() { Cell::Known(average, Style::Plain) } else { Cell::Blank };
    Row {
        key: format!("programme:{}", programme.named.id),
        label: label.into(),
        indent: 2,
        cells: vec![reached_cell, Cell::words(Role::Plain, unit), Cell::Known(amount, Style::Plain), average],
        ..Row::default()
    }
}

/// Does another programme state the same count of 100 or more?
fn is_twin(programme: &Programme, all: &[Programme]) -> bool {
    let value = |p: &Programme| {
        p.reached.as_ref().and_then(|f| f.exactly().and_then(crate::model::exact::Exact::to_whole))
    };
    let own = value(programme).filter(|n| *n >= 100);
    own.is_some() && all.iter().filter(|p| value(p) == own).count() > 1
}

/// The money as far as it adds up: only bounds that point the same way do.
fn money(view: &View, programmes: &[Programme]) -> Option<Line> {
    let amounts: Vec<Known> = programmes.iter().filter_map(|p| p.amount.clone()).map(Ok).collect();
    if amounts.is_empty() {
        return None;
    }
    let what = || view.whole().what(Measure::Money);
    let line = Line::of(Role::Strong, view.pick("Cộng tiền: ", "Money: "));
    if let Ok(sum) = ops::sum(what(), &amounts) {
        return Some(line.figure(view.lang, &sum, Style::Plain).say(view.pick(" đồng", " VND")));
    }
    // Opposite bounds have no sum: those of one side are added, the rest stands beside them.
    let mut line = line;
    let mut sides: Vec<Vec<Known>> = Vec::new();
    for amount in amounts.iter().flatten() {
        let side = |group: &&mut Vec<Known>| {
            group[0].as_ref().is_ok_and(|f| f.qualifier.side() == amount.qualifier.side())
        };
        match sides.iter_mut().find(side) {
            Some(group) => group.push(Ok(amount.clone())),
            None => sides.push(vec![Ok(amount.clone())]),
        }
    }
    for (i, side) in sides.iter().enumerate() {
        let sum = if let [Ok(only)] = &side[..] { Ok(only.clone()) } else { ops::sum(what(), side) };
        line = line.say(if i == 0 { "" } else { " + " }).known(view.lang, &sum, Style::Plain);
    }
    Some(line.say(view.pick(" đồng: không có số cộng đúng", " VND: there is no exact sum")))
}

/// The panel on the chosen programme: what the report says of it and what it does not.
fn panel(view: &View, programmes: &[Programme]) -> Option<Detail> {
    let key = |p: &Programme| format!("programme:{}", p.named.id);
    let chosen = programmes.iter().find(|p| key(p) == view.chosen).or(programmes.first())?;
    let mut lines = Vec::new();
    if let Some(quote) = &chosen.quote {
        lines.push(Line::of(Role::Dim, format!("\"{}\"", view.lang.of(quote))));
    }
    let mut about = |vi, en, text: &Option<crate::model::words::Text>| {
        if let Some(text) = text {
            let head = view.lang.pick(vi, en);
            lines.push(Line::of(Role::Strong, head).say(format!(" {}", view.lang.of(text))));
        }
    };
    about("Đối tượng:", "For:", &chosen.for_whom);
    about("Nguồn vốn:", "Fund:", &chosen.fund);
    about("Ghi chú:", "Note:", &chosen.note);
    lines.extend(coverage(view, chosen));
    lines.push(unstated(view, chosen));
    let title = view.lang.of(&chosen.named.name).to_owned();
    Some(Detail { title, blocks: vec![Block::Lines(lines)] })
}

/// Why no ratio to the poor is made of what was reached.
fn coverage(view: &View, programme: &Programme) -> Option<Line> {
    let reached = programme.reached.as_ref()?;
    let both = view
        .whole()
        .figure(crate::model::measure::Group::Combined, &crate::model::measure::Aspect::Households);
    let both = both.ok()?;
    if reached.unit != Unit::Household || reached.amount.low() <= both.amount.high() {
        return None;
    }
    let line = Line::default().figure(view.lang, reached, Style::Plain);
    let line = line.say(view.pick(" hộ, nhiều hơn ", " households, more than the "));
    let line = line.figure(view.lang, &both, Style::Plain);
    Some(line.say(view.pick(
        " hộ nghèo và cận nghèo cộng lại: không tính tỷ lệ bao phủ.",
        " poor and near-poor together: no coverage is computed.",
    )))
}

/// What the report does not state of a programme.
fn unstated(view: &View, programme: &Programme) -> Line {
    let fields = [
        (programme.reached.is_none(), view.pick("số thực hiện", "the number reached")),
        (programme.amount.is_none(), view.pick("số tiền", "the money")),
        (programme.planned.is_none(), view.pick("kế hoạch", "the plan")),
        (programme.budget.is_none(), view.pick("kinh phí giao", "the budget")),
    ];
    let names: Vec<&str> = fields.iter().filter(|(missing, _)| *missing).map(|(_, name)| *name).collect();
    if names.is_empty() {
        return Line::default();
    }
    let words = view.pick("Báo cáo không nêu: ", "The report does not state: ");
    Line::of(Role::Dim, format!("{words}{}.", names.join(", ")))
}
