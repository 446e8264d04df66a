//! The panel on the chosen programme, in sentences: what can be said of it, what must not be computed, and what the
//! report does not state.

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Support};
use crate::model::ops::FigureResult;
use crate::model::support::{Programme, ProgrammeKind};
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::say;
use crate::text::template::Speaker;
use crate::text::{Lang, fold, glossary, show};

use super::super::table::{Align, Cell, Column, Row, Style, Table, TableRows};
use super::super::{Block, Detail};
use super::{SupportPage, areas, key, table, words};
use crate::text::line::{Line, Role};
use crate::text::say::check;
use crate::text::say::what::{capital, first_large, name_inside};

/// The programme that the panel is on.
pub fn chosen<'a>(ctx: &'a SupportPage) -> Option<&'a Programme> {
    ctx.all().iter().find(|p| key(p) == ctx.view.chosen).or(ctx.all().first())
}

/// The panel on the chosen programme; the first one's when none is chosen.
pub fn panel(ctx: &SupportPage) -> Option<Detail> {
    let chosen = chosen(ctx)?;
    let plan = plan(ctx, chosen);
    // Forty cells have no room for a bar beside what it stands for.
    let (table, mut lines) = if ctx.view.narrow {
        (None, plan.iter().map(|of| of.sentence(ctx)).collect())
    } else {
        (of_plan(&plan), Vec::new())
    };
    let mut blocks: Vec<Block> = table.map(Block::Table).into_iter().collect();
    lines.extend(sentences(ctx, chosen).into_iter().chain(not_added(ctx, chosen)));
    let more = about(ctx, chosen).chain(areas::sentence(ctx, chosen)).chain(quote(ctx, chosen));
    lines.extend(more.map(Line::optional));
    blocks.push(Block::Lines(lines));
    Some(Detail { title: ctx.lang().wording(&chosen.named.name).to_owned(), blocks })
}

/// What was reached and what it means, what changed, what is not stated: one paragraph.
fn sentences(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let guard = guard(ctx, of);
    let average = average(ctx, of, guard.is_some());
    let parts =
        [guard, average, twin(ctx, of), before(ctx, of), changed(ctx, of), since(ctx, of), unstated(ctx, of)];
    Line::joined(parts.into_iter().flatten(), " ")
}

/// Why no ratio to the poor is made of what was reached.
fn guard(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let reached = of.stated(Support::Reached)?;
    let both = ctx.whole.figure(Group::Combined, &Aspect::Households).ok()?;
    if reached.unit != Unit::Household || reached.amount.low() <= both.amount.high() {
        return None;
    }
    Some(say!(ctx,
        "{reached+}, nhiều hơn {both} hộ nghèo và cận nghèo cộng lại: không tính tỷ lệ bao phủ.",
        "{reached+}, more than the {both} poor and near-poor together: no coverage is computed."; reached, both))
}

/// The same number stands in another programme.
fn twin(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let other = ctx.all().iter().find(|other| of.is_twin(other))?;
    let twice = check::given_twice(ctx, of.stated(Support::Reached)?);
    let said = say!(ctx, "{twice}: {name} ({other+})."; twice,
        name = name_inside(ctx.lang(), &other.named.name), other = other.stated(Support::Reached)?);
    Some(first_large(said))
}

/// `3.386 học sinh, sinh viên, hơn 3 tỷ đồng: bình quân hơn 886* nghìn đồng/em.`
fn average(ctx: &SupportPage, of: &Programme, is_told: bool) -> Option<Line> {
    let average = ctx.figure(of, Support::Average);
    let reached = of.stated(Support::Reached).filter(|_| !is_told && average.is_ok());
    Some(say!(ctx, "[{reached+}, ][{alone}Số tiền ]{amount+}[: bình quân {average+}].",
        "[{reached+}, ][{alone}Amount: ]{amount+}[: on average {average+}].";
        reached, alone = reached.is_none(), amount = of.stated(Support::Amount)?, average))
}

/// The same span of the year before, where it is loaded.
fn before(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let (snapshot, change) = ctx.year_on_year(of)?;
    Some(say!(ctx, "Cùng kỳ {when}: {then+} ([{change}][{unlike}không so được]).",
        "Same period, {when}: {then+} ([{change}][{unlike}cannot be compared]).";
        when = words::period(ctx.lang(), snapshot), then = ctx.a_year_before(of, snapshot)?.0.stated(Support::Reached).cloned()?,
        unlike = change.is_err(), change = change.ok().map(|change| (change, Style::Signed))))
}

/// `Báo cáo nêu: giảm 28% so với cùng kỳ.`
fn changed(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let stated = of.stated(Support::ChangePercent)?;
    let is_fall = stated.amount.high().is_negative();
    let size = Figure { amount: stated.amount.map(Exact::abs), ..stated.clone() };
    let size = Line::default().written(show::in_sentence(ctx.lang(), &size, show::Style::Plain), stated);
    let moved = if is_fall { ("giảm", "down") } else { ("tăng", "up") };
    Some(say!(ctx, "Báo cáo nêu: {moved} {size} so với cùng kỳ năm trước.",
        "In the report: {moved} {size} on the same period of the year before."; moved, size))
}

/// What came since the snapshot before, of flows that count from the same day.
fn since(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let before = ctx.view.history.same_start_before(ctx.at)?;
    let (then, area) = ctx.a_year_before(of, before)?;
    let change = of.change(ctx.whole, (&then, area)).ok()?;
    Some(say!(ctx, "Từ {day}: {change}.", "Since {day}: {change}.";
        day = before.origin.period.last, change = (change, Style::Signed)))
}

/// What the report does not state of a programme, in one sentence.
fn unstated(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let history = ctx.view.history;
    let earlier = [history.same_span_before(ctx.at), history.same_start_before(ctx.at)];
    let has_earlier = earlier.into_iter().flatten().any(|s| ctx.a_year_before(of, s).is_some());
    let fields = [
        (of.stated(Support::Reached).is_none(), ctx.pick("số thực hiện", "the number reached")),
        (of.stated(Support::Amount).is_none(), ctx.pick("số tiền", "the amount")),
        (of.stated(Support::Planned).is_none(), ctx.pick("kế hoạch", "plan")),
        (of.stated(Support::Budget).is_none(), ctx.view.lang.term(glossary::support(Support::Budget))),
        (!has_earlier, ctx.pick("kỳ trước", "the period before")),
    ];
    let names: Vec<&str> = fields.iter().filter(|(missing, _)| *missing).map(|(_, name)| *name).collect();
    let line = say!(ctx, "{names}: báo cáo không nêu.", "{names}: the report does not say.";
        names = capital(&names.join(", ")));
    (!names.is_empty()).then(|| line.in_role(Role::Dim))
}

/// What must not be added to it: programmes of its kind that count the same things.
fn not_added(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let unit = of.stated(Support::Reached)?.unit;
    let counts = |p: &&Programme| p.stated(Support::Reached).is_some_and(|f| f.unit == unit);
    let others = ctx.all().iter().filter(|p| p.named.id != of.named.id && p.kind == of.kind);
    let others: Vec<&Programme> = others.filter(counts).collect();
    let (first, rest) = others.split_first()?;
    let are_loans = of.kind == ProgrammeKind::Credit && unit == Unit::Household;
    Some(say!(ctx,
        "Không cộng với {reached+} {name}[ và {more} chính sách khác]: \
        [{are_loans}có hộ vay cả hai nguồn][có thể trùng {unit}].",
        "Not added to {reached+}, {name}[ and {more} more]: \
        [{are_loans}a household may have both][the {unit} may be the same].";
        reached = first.stated(Support::Reached)?, name = name_inside(ctx.lang(), &first.named.name),
        more = (!rest.is_empty()).then_some(rest.len()), are_loans,
        unit = (!are_loans).then(|| show::unit(ctx.lang(), unit))))
}

/// Whom it is for, whose money it is, what was noted.
fn about(ctx: &SupportPage, of: &Programme) -> impl Iterator<Item = Line> {
    let lang = ctx.lang();
    let all = [
        (("Đối tượng", "For"), &of.for_whom),
        (("Nguồn vốn", "Fund"), &of.fund),
        (("Ghi chú", "Note"), &of.note),
    ];
    let told = move |((vi, en), text): ((&str, &str), &Option<Text>)| {
        Some(without_doubling(lang, lang.pick(vi, en), lang.wording(text.as_ref()?)))
    };
    all.into_iter().filter_map(told)
}

/// `Nguồn vốn: ngân sách.`; a text that begins with the head's own words is not headed by them twice: of "Nguồn vốn hỗ
/// trợ giảm nghèo" the head is `Nguồn vốn`.
fn without_doubling(lang: Lang, head: &str, text: &str) -> Line {
    let text = text.trim_end_matches('.');
    let (first, rest): (String, String) = {
        let mut letters = text.chars();
        (letters.by_ref().take(head.chars().count()).collect(), letters.collect())
    };
    let is_doubled = fold::fold(&first) == fold::fold(head) && rest.starts_with([' ', ':']);
    let text = if is_doubled { rest.trim_start_matches([' ', ':']) } else { text };
    say!(lang, "{head}: {text}."; head, text)
}

fn quote(ctx: &SupportPage, of: &Programme) -> Option<Line> {
    let line = say!(ctx, "Nguyên văn: \"{quote}\"", "In the report: \"{quote}\""; quote = of.quote.as_ref()?);
    Some(line.in_role(Role::Dim))
}

/// `8 / 10 hộ`.
fn planned(ctx: &SupportPage, done: Option<&Figure>, asked: &Figure) -> Line {
    say!(ctx, "[{done} / ]{asked+}"; done, asked)
}

/// What was done of a plan or a budget.
struct OfPlan {
    head: &'static str,
    share: FigureResult,
    words: Line,
}

impl OfPlan {
    /// `Kế hoạch: 25 / 30 hộ (83,3%*)`.
    fn sentence(&self, ctx: &SupportPage) -> Line {
        say!(ctx, "{head}: {words}[ ({share})]"; head = self.head, words = self.words.clone(), share = &self.share)
    }

    /// The same with a bar that reaches to 200 %.
    fn row(&self) -> Row {
        let bar = self.share.as_ref().map_or(Cell::Blank, |f| Cell::Bar(table::bar(f)));
        let cells = vec![Cell::Known(self.share.clone(), Style::Plain), bar, Cell::Line(self.words.clone())];
        Row { label: self.head.into(), role: Role::Strong, cells, ..Row::default() }
    }
}

/// Against plan and budget, as far as they are stated.
fn plan(ctx: &SupportPage, of: &Programme) -> Vec<OfPlan> {
    let all = [
        (("Kế hoạch", "Plan"), Support::OfPlan, Support::Planned, Support::Reached),
        (("Kinh phí", "Budget"), Support::OfBudget, Support::Budget, Support::Amount),
    ];
    let of_plan = |((vi, en), share, asked, done): ((&'static str, &'static str), _, _, _)| {
        let words = planned(ctx, of.stated(done), of.stated(asked)?);
        let share = if share == Support::OfPlan { ctx.of_plan(of) } else { ctx.figure(of, share) };
        Some(OfPlan { head: ctx.lang().pick(vi, en), share, words })
    };
    all.into_iter().filter_map(of_plan).collect()
}

fn of_plan(plan: &[OfPlan]) -> Option<Table> {
    let rows: TableRows = plan.iter().map(OfPlan::row).collect();
    let columns = vec![
        Column { width: 12, narrow: 9, mark: true, ..Column::default() },
        Column { width: 22, align: Align::Left, rank: 1, ..Column::default() },
        Column { width: 30, narrow: 18, align: Align::Left, ..Column::default() },
    ];
    (!rows.is_empty()).then(|| Table { columns, rows, label: 8, tight: true, ..Table::default() })
}
