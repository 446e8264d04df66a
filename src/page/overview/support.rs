//! What support reached, in two lines of a screen, in one of a paper.

use crate::model::figure::Figure;
use crate::model::measure::{Measure, Support};
use crate::model::ops::{self, FigureResult};
use crate::model::support::{Programme, ProgrammeKind};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::units;
use crate::text::say::what::small;
use crate::text::{cells, show};

use super::super::{Medium, Tab, View, brief};
use super::others::{Item, packed, room_of};

/// The count of programmes, the largest numbers reached, and the money as far as it adds up.
pub fn lines(view: &View) -> Vec<Line> {
    let Some((at, programmes)) = view.history.programmes(view.at) else { return Vec::new() };
    let period = view.history.snapshots[at].origin.period;
    let head = say!(view, "Hỗ trợ {year} ", "Support {year} "; year = period.year()).text();
    let hanging_indent = cells::text_extent(&head);
    let head = Line { hanging_indent, ..Line::with_role(Role::Strong, head) };
    let mut items: Vec<Item> = vec![("", count(view, programmes.len()))];
    let told = largest(programmes);
    let is_alone = |p: &Programme| paid(programmes, p.kind).iter().all(|other| std::ptr::eq(*other, p));
    let reached = |p: &&Programme| reached(view, p, p.stated(Support::Amount).filter(|_| is_alone(p)));
    items.extend(told.iter().map(|p| (" · ", reached(p))));
    let is_told = |kind| told.iter().any(|p| p.kind == kind && is_alone(p));
    // Money that begins a line has its unit; where there is no room for it in each sum the first has it for all.
    let with_money = |has_all| {
        let money = money(view, programmes, is_told, has_all);
        items.iter().cloned().chain(money).collect::<Vec<Item>>()
    };
    let full = with_money(true);
    let lines = in_lines(view, &full, &head);
    let is_whole = Line::joined(lines.iter().cloned(), " ").map_or(0, |line| line.figures().count())
        == full.iter().map(|(_, line)| line.figures().count()).sum::<usize>();
    if is_whole { lines } else { in_lines(view, &with_money(false), &head) }
}

/// All of them where a line has no end; on a screen those that two lines hold, and behind them, where that has room too,
/// the key to all: how many programmes there are stands before them.
fn in_lines(view: &View, items: &[Item], head: &Line) -> Vec<Line> {
    let room = if view.medium == Medium::Screen { room_of(view) } else { usize::MAX };
    let in_two = |items: &[Item]| {
        let lines = packed(Some(head.clone()), items.iter().cloned(), room);
        let fits = |line: &Line| usize::from(line.indent) + cells::width(&line.text()) <= room;
        (lines.len() <= 2 && lines.iter().all(fits)).then_some(lines)
    };
    let fitting = (0..=items.len()).rev().find_map(|most| Some((most, in_two(&items[..most])?)));
    let Some((most, lines)) = fitting else { return Vec::new() };
    if most == items.len() {
        return lines;
    }
    let see = say!(view, "phím {key}: tất cả", "key {key}: all"; key = Tab::Support.index() + 1);
    in_two(&[&items[..most], &[(" · ", see)]].concat()).unwrap_or(lines)
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

/// `25 hộ vay sinh kế (hơn 1,5 tỷ đồng)`, in English the name first; a unit that the name says already is not said again.
fn reached(view: &View, programme: &Programme, amount: Option<&Figure>) -> Line {
    let Some(figure) = programme.stated(Support::Reached) else { return Line::default() };
    let name = brief::inside(view.lang, view.lang.wording(&programme.named.name));
    let unit = show::unit_short(view.lang, figure.unit);
    let unit = Some(unit).filter(|unit| !name.starts_with(unit) && !name.ends_with(unit));
    if let Some(unit) = unit {
        say!(view, "{figure} {unit} {name}[ ({amount} đồng)]", "{name}: {figure} {unit}[ ({amount} VND)]";
            figure, unit, name, amount)
    } else {
        say!(view, "{figure} {name}[ ({amount} đồng)]", "{figure} {name}[ ({amount} VND)]"; figure, name, amount)
    }
}

/// The programmes of a kind whose money is known.
fn paid(programmes: &[Programme], kind: ProgrammeKind) -> Vec<&Programme> {
    programmes.iter().filter(|p| p.kind == kind && p.stated(Support::Amount).is_some()).collect()
}

/// The money of each kind of programme that is not told yet, as far as its bounds point one way: `hơn 4* tỷ đồng học
/// bổng`.
fn money(
    view: &View,
    programmes: &[Programme],
    is_told: impl Fn(ProgrammeKind) -> bool,
    has_all: bool,
) -> Vec<Item> {
    let mut kinds: Vec<ProgrammeKind> =
        programmes.iter().filter(|p| p.stated(Support::Amount).is_some()).map(|p| p.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut items: Vec<Item> = Vec::new();
    for kind in kinds.into_iter().filter(|kind| !is_told(*kind)) {
        let paid = paid(programmes, kind);
        let Ok(sum) = total(view, &paid) else { continue };
        let is_first = items.is_empty();
        let has_unit = has_all || is_first;
        let line = say!(view, "{sum}[{has_unit} đồng] {called}", "{called} {sum}[{has_unit} VND]";
            sum, has_unit, called = called(view, &paid, kind));
        items.push((if is_first { " · " } else { ", " }, line));
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
