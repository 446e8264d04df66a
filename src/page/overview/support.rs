//! What support reached, in two lines of a screen, in one of a paper.

use crate::model::measure::{Measure, Support};
use crate::model::ops::{self, FigureResult};
use crate::model::support::{Programme, ProgrammeKind};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::units;
use crate::text::say::what::small;
use crate::text::{cells, show};

use super::super::{Medium, Tab, View, brief};
use super::others::room_of;

/// The count of programmes, the largest numbers reached, and the money as far as it adds up.
pub fn lines(view: &View) -> Vec<Line> {
    let Some((at, programmes)) = view.history.programmes(view.at) else { return Vec::new() };
    let period = view.history.snapshots[at].origin.period;
    let head = say!(view, "Hỗ trợ {year} ", "Support {year} "; year = period.year()).text();
    let indent = cells::width(&head);
    let mut items = vec![Item { gap: "", line: count(view, programmes.len()) }];
    let largest = largest(programmes);
    items
        .extend(largest.iter().map(|p| Item { gap: " · ", line: reached(view, p, is_alone(programmes, p)) }));
    items.extend(money(view, programmes, &largest));
    in_lines(view, &items, &Line::with_role(Role::Strong, head), indent)
}

/// A part of the lines, with what stands before it when it is not the first of its line.
struct Item {
    gap: &'static str,
    line: Line,
}

/// All of them where a line has no end; on a screen those that two lines hold, and behind them, where that has room too,
/// the key to all: how many programmes there are stands before them.
fn in_lines(view: &View, items: &[Item], head: &Line, indent: usize) -> Vec<Line> {
    let head = Line { hanging_indent: cells::extent(indent), ..head.clone() };
    let room = if view.medium == Medium::Screen { room_of(view) } else { usize::MAX };
    let in_room = |most: usize| Some((most, packed(&items[..most], &head, indent, room)?));
    let Some((most, lines)) = (0..=items.len()).rev().find_map(in_room) else { return Vec::new() };
    if most == items.len() {
        return lines;
    }
    let line = say!(view, "phím {key}: tất cả", "key {key}: all"; key = Tab::Support.index() + 1);
    packed(items[..most].iter().chain(&[Item { gap: " · ", line }]), &head, indent, room).unwrap_or(lines)
}

/// The items in two lines of so many cells; nothing where one of them has no room there.
fn packed<'a>(
    items: impl IntoIterator<Item = &'a Item>,
    head: &Line,
    indent: usize,
    room: usize,
) -> Option<Vec<Line>> {
    let mut lines = vec![head.clone()];
    let (mut taken, mut fresh) = (indent, true);
    for item in items {
        let width = cells::width(&item.line.text());
        let has_room = |taken, gap| width.saturating_add(taken + gap) <= room;
        if !fresh && !has_room(taken, cells::width(item.gap)) {
            lines.push(Line::default().indented(cells::extent(indent)));
            (taken, fresh) = (indent, true);
        }
        let gap = if fresh { "" } else { item.gap };
        if lines.len() > 2 || !has_room(taken, cells::width(gap)) {
            return None;
        }
        taken += cells::width(gap) + width;
        let line = lines.pop()?;
        lines.push(line.say(gap).then(item.line.clone()));
        fresh = false;
    }
    Some(lines)
}

fn count(view: &View, count: usize) -> Line {
    say!(view, "{count} {noun}"; count, noun = units::programmes(count))
}

/// The two loans that reached most and the largest of health and insurance; where there are none such, the first
/// three that reached somebody.
fn largest(programmes: &[Programme]) -> Vec<&Programme> {
    let reached = |p: &&Programme| p.stated(Support::Reached).is_some();
    let of = |kinds: &[ProgrammeKind], most: usize| -> Vec<&Programme> {
        let mut found: Vec<&Programme> =
            programmes.iter().filter(reached).filter(|p| kinds.contains(&p.kind)).collect();
        found.sort_by_key(|p| std::cmp::Reverse(number(p)));
        found.truncate(most);
        found
    };
    let loans = of(&[ProgrammeKind::Credit], 2);
    let health = of(&[ProgrammeKind::Health, ProgrammeKind::Insurance], 1);
    let is_chosen = |p: &&Programme| loans.iter().chain(&health).any(|c| std::ptr::eq(*c, *p));
    let chosen: Vec<&Programme> = programmes.iter().filter(is_chosen).collect();
    if chosen.is_empty() { programmes.iter().filter(reached).take(3).collect() } else { chosen }
}

fn number(programme: &Programme) -> Option<crate::model::exact::Exact> {
    programme.stated(Support::Reached).map(|f| f.amount.low().clone())
}

/// Is it the only one of its kind with an amount? Then that stands beside whom it reached, and its name once.
fn is_alone(programmes: &[Programme], of: &Programme) -> bool {
    let mut paid = programmes.iter().filter(|p| p.kind == of.kind && p.stated(Support::Amount).is_some());
    paid.next().is_some_and(|first| std::ptr::eq(first, of)) && paid.next().is_none()
}

/// `1.293 hộ vay giảm nghèo`, in English the name first; a unit that the name says already is not said again.
fn reached(view: &View, programme: &Programme, has_amount: bool) -> Line {
    let Some(figure) = programme.stated(Support::Reached) else { return Line::default() };
    let name = brief::inside(view.lang, view.lang.wording(&programme.named.name));
    let unit = show::unit_short(view.lang, figure.unit);
    let unit = Some(unit).filter(|unit| !name.starts_with(unit) && !name.ends_with(unit));
    let amount = programme.stated(Support::Amount).filter(|_| has_amount);
    if let Some(unit) = unit {
        say!(view, "{figure} {unit} {name}[ ({amount} đồng)]", "{name}: {figure} {unit}[ ({amount} VND)]";
            figure, unit, name, amount)
    } else {
        say!(view, "{figure} {name}[ ({amount} đồng)]", "{figure} {name}[ ({amount} VND)]"; figure, name, amount)
    }
}

/// The money of each kind of programme, as far as its bounds point one way: `hơn 4* tỷ đồng học bổng`; not that of one
/// that is told already.
fn money(view: &View, programmes: &[Programme], told: &[&Programme]) -> Vec<Item> {
    let mut kinds: Vec<ProgrammeKind> =
        programmes.iter().filter(|p| p.stated(Support::Amount).is_some()).map(|p| p.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut items: Vec<Item> = Vec::new();
    for kind in kinds {
        let paid: Vec<&Programme> =
            programmes.iter().filter(|p| p.kind == kind && p.stated(Support::Amount).is_some()).collect();
        let is_told = matches!(paid[..], [only] if told.iter().any(|told| std::ptr::eq(*told, only)));
        let Some(sum) = total(view, &paid).ok().filter(|_| !is_told) else { continue };
        let is_first = items.is_empty();
        let line = say!(view, "{sum}[{is_first} đồng] {called}", "{called} {sum}[{is_first} VND]";
            sum, is_first, called = called(view, &paid, kind));
        items.push(Item { gap: if is_first { " · " } else { ", " }, line });
    }
    items
}

fn total(view: &View, paid: &[&Programme]) -> FigureResult {
    let amounts: Vec<FigureResult> =
        paid.iter().filter_map(|p| p.stated(Support::Amount).cloned()).map(Ok).collect();
    match &amounts[..] {
        [Ok(only)] => Ok(only.clone()),
        several => ops::sum(view.whole().what(Measure::Money), several),
    }
}

/// What the programmes are called together: by the words their names share, else by their kind.
fn called(view: &View, paid: &[&Programme], kind: ProgrammeKind) -> String {
    let names: Vec<String> =
        paid.iter().map(|p| brief::name(view.lang, view.lang.wording(&p.named.name))).collect();
    let shared = brief::shared(&names);
    if shared.is_empty() { self::kind(view, kind).to_owned() } else { small(&shared) }
}

fn kind(view: &View, kind: ProgrammeKind) -> &'static str {
    let (vi, en) = match kind {
        ProgrammeKind::Credit => ("cho vay", "loans"),
        ProgrammeKind::Education => ("giáo dục", "education"),
        ProgrammeKind::Health => ("y tế", "health"),
        ProgrammeKind::Insurance => ("bảo hiểm", "insurance"),
        ProgrammeKind::Employment => ("việc làm", "employment"),
        ProgrammeKind::Housing => ("nhà ở", "housing"),
        ProgrammeKind::Utilities => ("điện, nước", "utilities"),
        ProgrammeKind::Other => ("hỗ trợ khác", "other support"),
    };
    view.lang.pick(vi, en)
}
