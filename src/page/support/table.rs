//! The table of programmes. Numbers are never cut: a column is as wide as its widest number, and where the page is
//! too narrow for all, whole columns go (the panel says in words what they held).

use crate::model::checks::{Check, Verdict};
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::Support;
use crate::model::ops::FigureResult;
use crate::model::support::{Programme, Twins};
use crate::say;
use crate::text::template::Speaker;
use crate::text::{cells, glossary, show};

use super::super::table::{Align, Bar, Cell, Column, LongShort, Row, Style, Table};
use super::super::{brief, measures};
use super::{HEADINGS, SupportPage, key, words};
use crate::text::line::{Line, Role};
use crate::text::say::units;
use crate::text::say::what::small;

/// Cells of the column of units; longer ones reach into the room of the money.
const UNIT: u16 = 11;

/// The programmes by kind; those that nothing is told of in one line.
pub fn table(ctx: &SupportPage) -> (Table, Option<Line>) {
    let shape = Shape::measured(ctx);
    let mut table =
        Table { head: head(ctx).into(), label: 25, scrolls: true, measured: true, ..Table::default() };
    table.columns = columns(ctx, &shape);
    let twins = Twins::among(ctx.all());
    let (told, bare): (Vec<&Programme>, Vec<&Programme>) =
        ctx.all().iter().partition(|p| TOLD.iter().any(|part| p.stated(*part).is_some()));
    for (vi, en, kinds) in HEADINGS {
        let of_kind: Vec<&&Programme> = told.iter().filter(|p| kinds.contains(&p.kind)).collect();
        if !of_kind.is_empty() {
            let label = ctx.lang().pick(vi, en).into();
            table.rows.push(Row { label, role: Role::Strong, ..Row::default() });
            table.rows.extend(of_kind.iter().map(|p| row(ctx, p, &shape, &twins)));
        }
    }
    let lacks = lacking(ctx, &mut table, &bare);
    (table, lacks)
}

/// What is told of a programme in its row or panel.
const TOLD: [Support; 6] = [
    Support::Reached,
    Support::Amount,
    Support::Planned,
    Support::Budget,
    Support::ChangePercent,
    Support::Via,
];

/// The programmes without a figure in one line.
fn lacking(ctx: &SupportPage, table: &mut Table, bare: &[&Programme]) -> Option<Line> {
    let name = |p: &&Programme| small(&brief::name(ctx.lang(), ctx.lang().wording(&p.named.name)));
    let names: Vec<String> = bare.iter().map(name).collect();
    let lacks = bare.iter().filter_map(|p| ctx.figure(p, Support::Reached).err()).collect();
    (!names.is_empty()).then(|| measures::told_lacking(ctx.view, table, names, lacks))?
}

fn head(ctx: &SupportPage) -> String {
    let count = ctx.all().len();
    let is_shown = ctx.at == ctx.view.at;
    let period = is_shown.then(|| words::period(ctx.lang(), ctx.snapshot));
    let day = (!is_shown).then(|| ctx.snapshot.as_of());
    let head = say!(ctx, "{count} {noun}, [{period}][số đến {day}]", "{count} {noun}, [{period}][as of {day}]";
        count, noun = units::programmes(count), period, day);
    head.text()
}

/// Which columns there are, and how wide their numbers make them.
struct Shape {
    /// None where nobody says what was reached of any.
    reached: Option<u16>,
    money: u16,
    average: u16,
    plan: u16,
    budget: u16,
    before: u16,
    /// Cells of plans, where one stands without what was reached of it.
    planned: Option<u16>,
    has_plan: bool,
    has_budget: bool,
    has_before: bool,
}

impl Shape {
    fn measured(ctx: &SupportPage) -> Self {
        let text = |known: FigureResult, style| {
            known.map_or(0, |figure| cells::width(&show::in_cell(ctx.lang(), &figure, style)))
        };
        let each = |width: &dyn Fn(&Programme) -> usize, least: usize| {
            cells::extent(ctx.all().iter().map(width).max().unwrap_or(0).max(least))
        };
        let any = |part| ctx.all().iter().any(|p| ctx.figure(p, part).is_ok());
        let has_plan = any(Support::Planned);
        let has_before = ctx
            .all()
            .iter()
            .any(|p| ctx.year_on_year(p).is_some() || p.stated(Support::ChangePercent).is_some());
        // Beside the units a long amount may reach into the room that a short unit leaves.
        let beside = if has_plan || has_before { 0 } else { usize::from(UNIT) };
        let money = |p: &Programme| match (text(ctx.figure(p, Support::Amount), Style::Short), beside) {
            (money, 0) => money + 1,
            (0, _) => 0,
            (money, room) => (cells::width(unit(ctx, p)) + money + 2).saturating_sub(room),
        };
        let has_alone = ctx.all().iter().any(|p| plan_alone(p).is_some());
        let plan = |p: &Programme| plan_alone(p).map_or(0, |plan| text(Ok(plan.clone()), Style::Plain) + 1);
        let reached = |p: &Programme| text(ctx.figure(p, Support::Reached), Style::Plain) + 1;
        Self {
            planned: has_alone.then(|| each(&plan, 9)),
            reached: any(Support::Reached).then(|| each(&reached, 10)),
            money: each(&money, if beside == 0 { 8 } else { 5 }),
            average: each(&|p| text(ctx.figure(p, Support::Average), Style::Short) + 1, 15),
            plan: each(&|p| text(ctx.of_plan(p), Style::Column) + 1, 6),
            before: each(&|p| against_year_before(ctx, p).map_or(0, |line| cells::width(&line.text())), 12),
            budget: each(&|p| text(ctx.figure(p, Support::OfBudget), Style::Column) + 1, 7),
            has_plan,
            has_budget: any(Support::Budget),
            has_before,
        }
    }
}

/// The plan of a programme of which nobody says what was reached.
fn plan_alone(programme: &Programme) -> Option<&Figure> {
    programme.stated(Support::Planned).filter(|_| programme.stated(Support::Reached).is_none())
}

fn unit(ctx: &SupportPage, programme: &Programme) -> &'static str {
    let counted = programme.stated(Support::Reached).or(programme.stated(Support::Planned));
    counted.map_or("", |figure| words::unit(ctx.lang(), figure.unit))
}

fn columns(ctx: &SupportPage, shape: &Shape) -> Vec<Column> {
    let column =
        |head: &str, width, mark, rank| Column { head: head.into(), width, mark, rank, ..Column::default() };
    let left = |column: Column| Column { align: Align::Left, ..column };
    let reached = shape.reached.map_or_else(Column::default, |width| Column {
        // Of an area most is not stated: a dot says it as well.
        wordy: ctx.view.path.is_empty(),
        narrow: width,
        ..column(ctx.view.lang.term(glossary::REACHED), width, true, 0)
    });
    let planned = shape
        .planned
        .map(|width| Column { narrow: width, ..column(ctx.pick("Kế hoạch", "Planned"), width, true, 1) });
    let mut columns: Vec<Column> = std::iter::once(reached).chain(planned).collect();
    let head = ctx.pick("ĐVT", "Unit");
    let units = ctx.all().iter().map(|programme| cells::text_extent(unit(ctx, programme)));
    let least = units.fold(cells::text_extent(head), u16::max) + 1;
    columns.push(Column { narrow: UNIT, least, ..left(column(head, UNIT, false, 1)) });
    if shape.has_before {
        columns.push(column(ctx.pick("So cùng kỳ", "vs year ago"), shape.before, true, 5));
    }
    if shape.has_plan {
        let head = LongShort::new(ctx.pick("So KH", "% of plan"), ctx.pick("So KH", "% plan"));
        // "% of plan" or at least "% plan" is whole.
        let least = cells::text_extent(head.fit(true));
        columns.push(Column { head, ..column("", shape.plan.max(least), true, 3) });
        columns.push(left(column("", 11, false, 7)));
    }
    // Without an amount it goes for any that has figures.
    let has_money = ctx.all().iter().any(|p| ctx.figure(p, Support::Amount).is_ok());
    let rank = if has_money { 2 } else { 8 };
    let head = LongShort::new(ctx.pick("Số tiền", "Amount (VND)"), ctx.pick("Số tiền", "Amount"));
    columns[0].instead = Some(columns.len());
    columns.push(Column { head, ..column("", shape.money, false, rank) });
    if shape.has_budget {
        columns.push(column(ctx.pick("So KP", "% budget"), shape.budget, true, 4));
    }
    columns.push(column(ctx.pick("Bình quân", "Average"), shape.average, true, 6));
    columns
}

fn row(ctx: &SupportPage, programme: &Programme, shape: &Shape, twins: &Twins) -> Row {
    let mut cells = vec![reached(ctx, programme, twins)];
    if shape.planned.is_some() {
        let plan = plan_alone(programme).cloned();
        cells.push(plan.map_or(Cell::Blank, |plan| Cell::Known(Ok(plan), Style::Plain)));
    }
    cells.push(unit_cell(ctx, programme));
    if shape.has_before {
        cells.push(against_year_before(ctx, programme).map_or(Cell::Blank, Cell::Line));
    }
    if shape.has_plan {
        let done = ctx.of_plan(programme);
        cells.push(done.as_ref().map_or(Cell::Blank, |f| Cell::Known(Ok(f.clone()), Style::Column)));
        cells.push(done.map_or(Cell::Blank, |figure| Cell::Bar(bar(&figure))));
    }
    cells.push(Cell::Known(ctx.figure(programme, Support::Amount), Style::Short));
    if shape.has_budget {
        cells.push(where_known(ctx.figure(programme, Support::OfBudget), Style::Column));
    }
    cells.push(where_known(ctx.figure(programme, Support::Average), Style::Short));
    // The number in the label has a story too.
    let more = programme.stated(Support::Via).into_iter().cloned().collect();
    Row { key: key(programme), label: label(ctx, programme), indent: 2, cells, more, ..Row::default() }
}

/// Against the same span of the year before: as the report states it, else counted where that is loaded; both where the
/// two contradict each other.
fn against_year_before(ctx: &SupportPage, programme: &Programme) -> Option<Line> {
    let stated = programme.stated(Support::ChangePercent);
    let is_other =
        |check: &Check| check.verdict == Verdict::Contradicts && stated.is_some_and(|f| check.concerns(f));
    let is_both = stated.is_none() || ctx.view.checks_of(ctx.at).iter().any(is_other);
    let counted = ctx.year_on_year(programme).map(|(_, change)| change).filter(|_| is_both);
    match (stated, counted) {
        (None, None) => None,
        // Of unlike years nothing is counted.
        (None, Some(Err(_))) => Some(Line::with_role(Role::Dim, "·")),
        (stated, counted) => {
            let [stated, counted] = [stated.cloned(), counted.and_then(Result::ok)]
                .map(|change| change.map(|change| (change, Style::Signed)));
            let gap = stated.is_some() && counted.is_some();
            Some(say!(ctx, "[{stated}][{gap} / ][{counted}]"; stated, gap, counted))
        }
    }
}

/// What is computed where its inputs are there has no meaning elsewhere.
fn where_known(known: FigureResult, style: Style) -> Cell {
    if known.is_ok() { Cell::Known(known, style) } else { Cell::Blank }
}

/// Done of what was planned; bars reach to 200 % with the mark of the plan in the middle.
pub fn bar(share: &Figure) -> Bar {
    let whole = Exact::whole;
    Bar { value: share.amount.low().clone(), full: whole(200), aim: Some(whole(100)), ..Bar::default() }
}

fn label(ctx: &SupportPage, programme: &Programme) -> LongShort {
    let via = programme.stated(Support::Via);
    let with_via = |name: &str| say!(ctx, "{name}[ ({via} sàn)]", "{name}[ ({via} fairs)]"; name, via).text();
    let name = ctx.lang().wording(&programme.named.name);
    LongShort::new(with_via(name), with_via(&brief::name(ctx.lang(), name)))
}

/// The number reached, with `!` where another programme states the same one.
fn reached(ctx: &SupportPage, programme: &Programme, twins: &Twins) -> Cell {
    let reached = ctx.figure(programme, Support::Reached);
    match &reached {
        Ok(figure) if twins.has(programme) => {
            Cell::Line(say!(ctx, "{figure}{mark}"; figure, mark = (Role::Warn, "!")))
        }
        _ => Cell::Known(reached, Style::Plain),
    }
}

fn unit_cell(ctx: &SupportPage, programme: &Programme) -> Cell {
    match unit(ctx, programme) {
        _ if programme.stated(Support::Reached).or(plan_alone(programme)).is_none() => Cell::Blank,
        unit => Cell::words(Role::Plain, unit),
    }
}
