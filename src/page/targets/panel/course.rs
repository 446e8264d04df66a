//! How far a target has come: the bar with its time and aim, the percent done, what is left.

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::standing::turned;
use crate::text::cells;
use crate::text::say::standing as words;

use super::super::super::Block;
use super::super::super::table::{Align, Bar, Cell, Column, Row, Style, Table};
use super::Panel;
use crate::text::line::{Line, Role};

/// The cells of the bar when there is room: forty for the way, one for the aim.
const BAR: usize = 41;

impl Panel<'_> {
    /// The bar, and what it stands for at its right.
    pub(super) fn bar(&self) -> Option<Block> {
        let (fallen, asked) =
            (self.it.found.level.fallen.as_ref().ok()?, self.it.found.level.asked.as_ref().ok()?);
        let back = words::is_turned(fallen);
        let shown = if back { turned(fallen).ok()? } else { fallen.clone() };
        let value = Line::default().figure(self.view.lang, &shown, Style::Plain);
        let value = if back {
            let wished = words::moved(self.view.lang, self.it.target.reads.rises());
            value.say(format!("{} {wished} ", self.view.pick(" · giao", " · asked:")))
        } else {
            value.say(self.view.pick(" trong ", " of "))
        };
        let value = self.with(value, asked);
        let room = cells::width(&value.text());
        let bar = Column { width: narrowed(room), mark: true, rank: 1, ..Column::default() };
        let text = u16::try_from(room + 1).unwrap_or(u16::MAX);
        let text = Column { width: text, narrow: text, align: Align::Left, ..Column::default() };
        let row = Row {
            label: self
                .view
                .pick(
                    moved(self.it.target.reads.rises() != back).0,
                    moved(self.it.target.reads.rises() != back).1,
                )
                .into(),
            role: Role::Strong,
            cells: vec![self.drawn().map_or(Cell::Blank, Cell::Bar), Cell::Line(value)],
            ..Row::default()
        };
        let columns = vec![Column { align: Align::Left, ..bar }, text];
        Some(Block::Table(Table { columns, rows: vec![row], label: 11, tight: true, ..Table::default() }))
    }

    fn drawn(&self) -> Option<Bar> {
        let hundred = Exact::whole(100);
        let value = self.it.found.done.as_ref().ok()?.amount.low().clone();
        let full = value.clone().max(hundred.clone()).min(Exact::whole(200));
        let time = &self.it.found.time.gone_of_one() * &hundred;
        Some(self.it.bar(value, full, Some(time)))
    }

    /// The legend of the bar, what is done, what is left.
    pub(super) fn course(&self) -> Vec<Line> {
        [self.legend(), self.done(), self.left()].into_iter().flatten().collect()
    }

    fn legend(&self) -> Option<Line> {
        let time = &self.it.found.time;
        let gone = time.gone.as_ref().ok().filter(|_| !self.view.narrow)?;
        let words = self.view.pick("│ thời gian đã qua", "│ time gone");
        let days =
            format!("{words} {}/{} {} (", time.days_gone, time.days_total, self.view.pick("ngày", "days"));
        let line = self.bare(self.under().role(Role::Dim, days), gone);
        Some(line.role(Role::Dim, self.view.pick(") · ┃ chỉ tiêu", ") · ┃ aim")))
    }

    /// `69,6%* (68,1-71,0% vì 2,20% và 1,72% đã làm tròn) · 311* hộ`
    fn done(&self) -> Option<Line> {
        let percent = self.it.found.percent().as_ref().ok()?;
        let mut line = self.head("Đạt", "Done").figure(self.view.lang, percent, Style::Plain);
        if let Ok(range) = &self.it.found.done_range
            && range.one().is_none()
        {
            line = self.rounded(self.bare(line.say(" ("), range)).say(")");
        }
        if let Ok(count) = &self.it.found.count.fallen
            && self.it.found.level.fallen.as_ref().is_ok_and(|level| level.unit != count.unit)
        {
            line = if words::is_turned(count) {
                self.moved(line.say(" · "), count)
            } else {
                self.with(line.say(" · "), count)
            };
        }
        Some(line)
    }

    /// Why *done* is a range: the rates that were rounded.
    fn rounded(&self, line: Line) -> Line {
        let level = &self.it.found.level;
        let rates: Vec<&Figure> =
            [&level.baseline, &level.now].into_iter().flatten().filter(|f| f.written.is_some()).collect();
        let mut line = line.say(self.view.pick(" vì ", ", "));
        for (i, rate) in rates.iter().enumerate() {
            let gap = if i == 0 { "" } else { self.view.pick(" và ", " and ") };
            line = self.bare(line.say(gap), rate);
        }
        line.say(self.view.pick(" đã làm tròn", " rounded"))
    }

    /// `giảm 0,21* điểm tức 137* hộ trong 92 ngày: 46* hộ/tháng`; of an aim that is passed, by how much.
    pub(super) fn left(&self) -> Option<Line> {
        let Ok(level) = &self.it.found.level.left else { return self.beyond() };
        let (count, due) = (&self.it.found.count.left, self.it.found.time.is_due());
        let head =
            if due { self.head("Còn thiếu", "Short by") } else { self.head("Còn phải", "Still to go") };
        // Of a share what is missing is counted: people, not points.
        let in_share = self.it.target.reads.rises() && !level.unit.is_count();
        let mut line = match count {
            Ok(count) if in_share => self.with(head.say(self.verb(due)), count),
            _ => self.with(head.say(self.verb(due)), level),
        };
        if let Ok(count) = count
            && count.unit != level.unit
            && !in_share
        {
            line = self.with(line.say(self.view.pick(" tức ", ", that is ")), count);
        }
        Some(if due { line } else { self.in_time(line) })
    }

    fn verb(&self, due: bool) -> &'static str {
        match (due, self.it.target.reads.rises()) {
            (false, false) => self.view.lang.pick("giảm ", ""),
            (false, true) => self.view.lang.pick("thêm ", ""),
            _ => "",
        }
    }

    fn in_time(&self, line: Line) -> Line {
        let days = self.it.found.time.days_left;
        let line = match self.view.lang {
            crate::text::Lang::Vi => line.say(format!(" trong {days} ngày")),
            crate::text::Lang::En => line.say(format!(" in {days} days")),
        };
        match &self.it.found.pace.needed {
            Ok(needed) => self.a_month(line.say(": "), needed),
            Err(_) => line,
        }
    }

    fn beyond(&self) -> Option<Line> {
        let (level, count) = (self.it.found.beyond.as_ref().ok()?, &self.it.found.beyond_count);
        let line = self.with(self.head("Vượt", "Beyond"), level);
        Some(match count {
            Ok(count) if count.unit != level.unit => {
                self.with(line.say(self.view.pick(" tức ", ", that is ")), count)
            }
            _ => line,
        })
    }
}

fn moved(rises: bool) -> (&'static str, &'static str) {
    if rises { ("Đã tăng", "Risen by") } else { ("Đã giảm", "Fallen by") }
}

/// The cells of the bar's column beside so wide a text on 80 cells.
fn narrowed(text: usize) -> u16 {
    let room = 62usize.saturating_sub(text).min(BAR);
    u16::try_from(room + 1).unwrap_or(0)
}
