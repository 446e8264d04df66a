//! The panel on the chosen programme, in sentences: what can be said of it, what must not be computed, and what the
//! report does not state.

use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group, Support};
use crate::model::support::{Kind, Programme};
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::text::{Lang, date, fold, show};

use super::super::table::{Align, Cell, Column, Row, Style, Table};
use super::super::{Block, Detail};
use super::{Desk, areas, key, table, words};
use crate::text::line::{Line, Role};

/// The panel on the chosen programme; the first one's when none is chosen.
pub fn panel(desk: &Desk) -> Option<Detail> {
    let chosen = desk.all().iter().find(|p| key(p) == desk.view.chosen).or(desk.all().first())?;
    let mut blocks: Vec<Block> = plan(desk, chosen).map(Block::Table).into_iter().collect();
    let mut lines = vec![sentences(desk, chosen)];
    lines.extend(not_added(desk, chosen));
    lines.extend(about(desk, chosen).map(Line::spare));
    lines.extend(areas::line(desk, chosen).map(Line::spare));
    lines.extend(quote(desk, chosen).map(Line::spare));
    lines.retain(|line| !line.spans.is_empty());
    if desk.view.narrow {
        // Forty cells belong to the rows; the story (Enter) has the rest.
        blocks.clear();
        for line in &mut lines {
            line.spare = true;
        }
    }
    blocks.push(Block::Lines(lines));
    Some(Detail { title: desk.lang().of(&chosen.named.name).to_owned(), blocks })
}

/// What was reached and what it means, what changed, what is not stated: one paragraph.
fn sentences(desk: &Desk, of: &Programme) -> Line {
    let guard = guard(desk, of);
    let average = average(desk, of, guard.is_some());
    let parts = [guard, average, twin(desk, of), before(desk, of), since(desk, of), unstated(desk, of)];
    let mut line = Line::default();
    for part in parts.into_iter().flatten() {
        if !line.spans.is_empty() {
            line = line.say(" ");
        }
        line.spans.extend(part.spans);
    }
    line
}

fn full(desk: &Desk, line: Line, figure: &Figure) -> Line {
    let unit = show::unit(desk.lang(), figure.unit);
    line.figure(desk.lang(), figure, Style::Plain).say(format!(" {unit}"))
}

/// Why no ratio to the poor is made of what was reached.
fn guard(desk: &Desk, of: &Programme) -> Option<Line> {
    let reached = of.stated(Support::Reached)?;
    let both = desk.whole().figure(Group::Combined, &Aspect::Households).ok()?;
    if reached.unit != Unit::Household || reached.amount.low() <= both.amount.high() {
        return None;
    }
    let line = full(desk, Line::default(), reached).say(desk.pick(", nhiều hơn ", ", more than the "));
    let line = line.figure(desk.lang(), &both, Style::Plain);
    Some(line.say(desk.pick(
        " hộ nghèo và cận nghèo cộng lại: không tính tỷ lệ bao phủ.",
        " poor and near-poor together: no coverage is computed.",
    )))
}

/// The same number stands in another programme.
fn twin(desk: &Desk, of: &Programme) -> Option<Line> {
    let other = desk.all().iter().find(|other| of.is_twin(other))?;
    let reached = of.stated(Support::Reached)?;
    let unit = show::unit(desk.lang(), other.stated(Support::Reached)?.unit);
    let line = Line::plain(desk.pick("Số ", "The number "));
    let line = line.figure(desk.lang(), reached, Style::Plain);
    let name = words::inside(desk.lang().of(&other.named.name));
    Some(line.say(match desk.lang() {
        Lang::Vi => format!(" cũng là số {unit} {name}: cần xác minh."),
        Lang::En => format!(" is also that of {unit} of {name}: to verify."),
    }))
}

/// `3.386 học sinh, sinh viên, hơn 3 tỷ đồng: bình quân hơn 886* nghìn đồng/em.`
fn average(desk: &Desk, of: &Programme, is_told: bool) -> Option<Line> {
    let amount = of.stated(Support::Amount)?;
    let money = Line::plain(desk.pick("Số tiền ", "Money: "));
    let Ok(average) = desk.figure(of, Support::Average) else {
        return Some(full(desk, money, amount).say("."));
    };
    let line = match of.stated(Support::Reached) {
        Some(reached) if !is_told => full(desk, Line::default(), reached).say(", "),
        _ => money,
    };
    let line = line
        .figure(desk.lang(), amount, Style::Plain)
        .say(desk.pick(" đồng: bình quân ", " VND: on average "));
    Some(full(desk, line, &average).say("."))
}

/// The same span of the year before, where it is loaded.
fn before(desk: &Desk, of: &Programme) -> Option<Line> {
    let (snapshot, change) = desk.year_on_year(of)?;
    let then = desk.then(of, snapshot)?.0.stated(Support::Reached).cloned()?;
    let when = words::period(desk.lang(), snapshot);
    let line = Line::plain(format!("{} {when}: ", desk.pick("Cùng kỳ", "Same span,")));
    let line = full(desk, line, &then);
    Some(match change {
        Ok(change) => line.say(" (").figure(desk.lang(), &change, Style::Signed).say(")."),
        Err(_) => line.say(desk.pick(" (không so được).", " (cannot be compared).")),
    })
}

/// What came since the snapshot before, of flows that count from the same day.
fn since(desk: &Desk, of: &Programme) -> Option<Line> {
    let before = desk.view.history.same_start_before(desk.at)?;
    let (then, area) = desk.then(of, before)?;
    let change = of.change(desk.whole(), (&then, area)).ok()?;
    let day = date::day(desk.lang(), before.origin.period.last);
    let line = Line::plain(format!("{} {day}: ", desk.pick("Từ", "Since")));
    Some(line.figure(desk.lang(), &change, Style::Signed).say("."))
}

/// What the report does not state of a programme, in one sentence.
fn unstated(desk: &Desk, of: &Programme) -> Option<Line> {
    let history = desk.view.history;
    let earlier = [history.same_span_before(desk.at), history.same_start_before(desk.at)];
    let has_earlier = earlier.into_iter().flatten().any(|s| desk.then(of, s).is_some());
    let fields = [
        (of.stated(Support::Reached).is_none(), desk.pick("số thực hiện", "the number reached")),
        (of.stated(Support::Amount).is_none(), desk.pick("số tiền", "money")),
        (of.stated(Support::Planned).is_none(), desk.pick("kế hoạch", "plan")),
        (of.stated(Support::Budget).is_none(), desk.pick("kinh phí giao", "budget")),
        (!has_earlier, desk.pick("kỳ trước", "the period before")),
    ];
    let names: Vec<&str> = fields.iter().filter(|(missing, _)| *missing).map(|(_, name)| *name).collect();
    if names.is_empty() {
        return None;
    }
    let words = desk.pick(": báo cáo không nêu.", ": the report does not say.");
    Some(Line::of(Role::Dim, format!("{}{words}", crate::text::say::what::capital(&names.join(", ")))))
}

/// What must not be added to it: programmes of its kind that count the same things.
fn not_added(desk: &Desk, of: &Programme) -> Option<Line> {
    let reached = of.stated(Support::Reached)?;
    let counts = |p: &&Programme| p.stated(Support::Reached).is_some_and(|f| f.unit == reached.unit);
    let others = desk.all().iter().filter(|p| p.named.id != of.named.id && p.kind == of.kind);
    let others: Vec<&Programme> = others.filter(counts).collect();
    let (first, rest) = others.split_first()?;
    let line = Line::plain(desk.pick("Không cộng với ", "Not added to "));
    let line = full(desk, line, first.stated(Support::Reached)?);
    let name = words::inside(desk.lang().of(&first.named.name));
    let line = line.say(desk.pick(" ", ", ")).say(name);
    let line = if rest.is_empty() { line } else { line.say(format!(" {}", more(desk.lang(), rest.len()))) };
    Some(line.say(overlap(desk.lang(), of.kind, reached.unit)))
}

fn more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Vi => format!("và {count} chính sách khác"),
        Lang::En => format!("and {count} more"),
    }
}

/// Why the two are not added.
fn overlap(lang: Lang, kind: Kind, unit: Unit) -> String {
    let one = show::unit(lang, unit);
    match (lang, kind, unit) {
        (Lang::Vi, Kind::Credit, Unit::Household) => ": có hộ vay cả hai nguồn.".to_owned(),
        (Lang::En, Kind::Credit, Unit::Household) => ": a household may have both.".to_owned(),
        (Lang::Vi, ..) => format!(": có thể trùng {one}."),
        (Lang::En, ..) => format!(": the {one} may be the same."),
    }
}

/// Whom it is for, whose money it is, what was noted.
fn about(desk: &Desk, of: &Programme) -> impl Iterator<Item = Line> {
    let lang = desk.lang();
    let said = |head: &'static str, text: &Option<Text>| {
        let text = lang.of(text.as_ref()?).to_owned();
        Some(Line::plain(without_doubling(head, &text)))
    };
    let all = [
        said(desk.lang().pick("Đối tượng", "For"), &of.for_whom),
        said(desk.lang().pick("Nguồn vốn", "Fund"), &of.fund),
        said(desk.lang().pick("Ghi chú", "Note"), &of.note),
    ];
    all.into_iter().flatten()
}

/// `Nguồn vốn: ngân sách`; a text that begins with the head's own words is not headed by them again.
fn without_doubling(head: &str, text: &str) -> String {
    let folded = (fold::fold(head), fold::fold(text));
    if folded.1.starts_with(&folded.0) {
        format!("{}.", crate::text::say::what::capital(text.trim_end_matches('.')))
    } else {
        format!("{head}: {}.", text.trim_end_matches('.'))
    }
}

fn quote(desk: &Desk, of: &Programme) -> Option<Line> {
    let quote = desk.lang().of(of.quote.as_ref()?);
    Some(Line::of(Role::Dim, format!("{} \"{quote}\"", desk.pick("Nguyên văn:", "In the report:"))))
}

/// Against plan and budget, with bars that reach to 200 %.
fn plan(desk: &Desk, of: &Programme) -> Option<Table> {
    let rows = [
        (
            desk.pick("Kế hoạch", "Plan"),
            Support::OfPlan,
            of.stated(Support::Planned),
            of.stated(Support::Reached),
        ),
        (
            desk.pick("Kinh phí", "Budget"),
            Support::OfBudget,
            of.stated(Support::Budget),
            of.stated(Support::Amount),
        ),
    ];
    let rows: Vec<Row> = rows
        .into_iter()
        .filter_map(|(head, part, asked, done)| {
            let (asked, share) = (asked?, desk.figure(of, part));
            let bar = share.as_ref().map_or(Cell::Blank, |f| Cell::Bar(table::bar(f)));
            let words = match done {
                Some(done) => Line::default().figure(desk.lang(), done, Style::Plain).say(" / "),
                None => Line::default(),
            };
            let words = words.figure(desk.lang(), asked, Style::Plain);
            let words = words.say(format!(" {}", show::unit(desk.lang(), asked.unit)));
            let cells = vec![Cell::Known(share, Style::Plain), bar, Cell::Line(words)];
            Some(Row { label: head.into(), role: Role::Strong, cells, ..Row::default() })
        })
        .collect();
    let columns = vec![
        Column { width: 12, narrow: 9, mark: true, ..Column::default() },
        Column { width: 22, align: Align::Left, rank: 1, ..Column::default() },
        Column { width: 30, narrow: 18, align: Align::Left, ..Column::default() },
    ];
    (!rows.is_empty()).then(|| Table { columns, rows, label: 8, tight: true, ..Table::default() })
}
