//! The panel on the chosen target: how far, what is left, how fast, where it leads.

use crate::model::exact::Exact;
use crate::model::standing::{Assessment, Standing, assess};
use crate::model::target::Target;
use crate::text::{date, show};

use super::super::line::{Line, Role};
use super::super::table::{Align, Bar, Cell, Column, Row, Style, Table};
use super::super::{Block, Detail, View};
use super::standing;

/// The panel, when the chosen row is a target's.
pub fn panel(view: &View) -> Option<Detail> {
    let (snapshot, target) = super::chosen(view)?;
    let found = assess(view.history, view.at, snapshot, target, view.now);
    let title = view.lang.of(&target.named.name).to_owned();
    let lines = [done(view, &found), left(view, &found), pace(view, &found), projection(view, &found)];
    let mut blocks: Vec<Block> = bar(view, &found).into_iter().collect();
    blocks.push(Block::Lines(lines.into_iter().flatten().chain(words(view, target, &found)).collect()));
    Some(Detail { title, blocks })
}

/// A line of the panel: its head in a column of its own.
fn line(head: &str) -> Line {
    let blanks = 12usize.saturating_sub(crate::text::cells::width(head));
    Line { hang: 12, ..Line::of(Role::Strong, head).say(" ".repeat(blanks.max(1))) }
}

fn bar(view: &View, found: &Assessment) -> Option<Block> {
    let done = found.done.as_ref().ok()?.one()?.clone();
    let columns = vec![Column { width: 44, narrow: 20, align: Align::Left, ..Column::default() }];
    let bar = Bar { value: done, full: Exact::whole(150), aim: Some(Exact::whole(100)), role: Role::Plain };
    let row = Row {
        label: view.pick("Đã giảm", "Done").into(),
        role: Role::Strong,
        cells: vec![Cell::Bar(bar)],
        ..Row::default()
    };
    Some(Block::Table(Table { columns, rows: vec![row], label: 11, tight: true, ..Table::default() }))
}

fn done(view: &View, found: &Assessment) -> Option<Line> {
    let percent = found.percent().as_ref().ok()?;
    let mut text = line(view.pick("Đạt", "Done")).figure(view.lang, percent, Style::Plain);
    if let Ok(range) = &found.done_range
        && range.one().is_none()
    {
        text = text.say(" (").figure(view.lang, range, Style::Plain);
        text = text.say(view.pick(" vì đã làm tròn)", " after rounding)"));
    }
    if let (Ok(fallen), Ok(asked)) = (&found.level.fallen, &found.level.asked) {
        text = text.say(" · ").figure(view.lang, fallen, Style::Plain);
        text = text.say(view.pick(" trong ", " of ")).figure(view.lang, asked, Style::Plain);
        text = text.say(format!(" {}", show::unit(view.lang, asked.unit)));
    }
    if let Ok(count) = &found.count.fallen
        && found.level.fallen.as_ref().is_ok_and(|f| f.unit != count.unit)
    {
        text = text.say(" · ").figure(view.lang, count, Style::Plain);
        text = text.say(format!(" {}", show::unit(view.lang, count.unit)));
    }
    let gone = found.time.gone.as_ref().ok()?;
    text = text.say(view.pick(" · thời gian ", " · time ")).figure(view.lang, gone, Style::Plain);
    Some(text)
}

fn left(view: &View, found: &Assessment) -> Option<Line> {
    let level = found.level.left.as_ref().ok()?;
    let mut text = line(view.pick("Còn phải", "Left")).figure(view.lang, level, Style::Plain);
    text = text.say(format!(" {}", show::unit(view.lang, level.unit)));
    if let Ok(count) = &found.count.left
        && count.unit != level.unit
    {
        text = text.say(view.pick(" tức ", ", that is ")).figure(view.lang, count, Style::Plain);
        text = text.say(format!(" {}", show::unit(view.lang, count.unit)));
    }
    let days = found.time.days_left;
    text = match view.lang {
        crate::text::Lang::Vi => text.say(format!(" trong {days} ngày")),
        crate::text::Lang::En => text.say(format!(" in {days} days")),
    };
    if let Ok(needed) = &found.pace.needed {
        text = text.say(": ").figure(view.lang, needed, Style::Plain);
        text = text.say(format!(" {}", show::unit(view.lang, needed.unit)));
    }
    Some(text)
}

fn pace(view: &View, found: &Assessment) -> Option<Line> {
    let year = found.pace.year.as_ref().ok()?;
    let mut text = line(view.pick("Tốc độ", "Pace")).say(view.pick("từ đầu năm ", "since the start "));
    text = text.figure(view.lang, year, Style::Plain).say(format!(" {}", show::unit(view.lang, year.unit)));
    if let Ok(period) = &found.pace.period {
        text = text.say(view.pick(" · kỳ gần nhất ", " · last period "));
        text = text.figure(view.lang, period, Style::Plain);
        text = text.say(format!(" {}", show::unit(view.lang, period.unit)));
    }
    Some(text)
}

fn projection(view: &View, found: &Assessment) -> Option<Line> {
    let count = found.projection.count().ok()?;
    let due = date::day_of_year(view.lang, found.time.due);
    let mut text = line(view.pick("Dự kiến", "Projected")).say(format!("{due} "));
    text = text.say(view.pick("còn ", "")).figure(view.lang, &count, Style::Plain);
    text = text.say(format!(" {}", show::unit(view.lang, count.unit)));
    if let Ok(level) = found.projection.level()
        && level.unit != count.unit
    {
        text = text.say(" (").figure(view.lang, &level, Style::Plain).say(")");
    }
    if let Ok(short) = found.projection.short() {
        let words = if short.amount.low().is_negative() {
            view.pick(", chênh ", ", off by ")
        } else {
            view.pick(", thiếu ", ", short by ")
        };
        text = text.say(words).figure(view.lang, &short, Style::Plain);
        text = text.say(format!(" {}", show::unit(view.lang, short.unit)));
    }
    Some(text)
}

/// The standing in words, and what goes with it.
fn words(view: &View, target: &Target, found: &Assessment) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut text = line(view.pick("Đánh giá", "Standing"));
    text.spans.extend(standing(view, found.standing).spans);
    if let Standing::Broken { since } = found.standing {
        text = text.say(format!(" {} {}", view.pick("từ", "since"), date::day(view.lang, since)));
    }
    if found.remarks.year_end_missing {
        text = text.role(Role::Dim, view.pick(" · chưa có số liệu cuối năm", " · no year-end figure yet"));
    }
    if found.remarks.past_due {
        text = text.role(Role::Warn, view.pick(" · đã qua hạn", " · past its date"));
    }
    lines.push(text);
    if found.count.fallen.is_err()
        && let (Ok(asked), Ok(level)) = (&found.count.asked, &found.count.aim)
    {
        let mut text = line(view.pick("Tức là", "That is")).figure(view.lang, asked, Style::Plain);
        text = text.say(view.pick(" hộ, còn ", " households, leaving "));
        lines.push(text.figure(view.lang, level, Style::Plain).say(view.pick(" hộ", " households")));
    }
    if let Some(quote) = &target.quote {
        lines.push(
            line(view.pick("Nguyên văn", "Quote")).role(Role::Dim, format!("\"{}\"", view.lang.of(quote))),
        );
    }
    lines
}
