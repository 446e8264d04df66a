//! How far a target has come: the bar with its time and aim, the percent done, what is left.

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::standing::Standing;
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::cells;
use crate::text::line::{Line, Role};
use crate::text::say::standing as words;
use crate::text::template::InColumn;

use super::super::super::Block;
use super::super::super::headed::UNDER;
use super::super::super::layout::margin;
use super::super::super::table::{Align, Bar, Cell, Column, LongShort, Row, Table};
use super::Panel;
use super::asked::WITHOUT;

/// Cells of the heads of the lines.
const LABEL: u16 = 11;
/// A shorter bar shows no part of a way.
const LEAST_BAR: u16 = 8;
/// The cells of the bar on 80: forty for the way, one for the aim. Where there are more it takes them.
const BAR: usize = 41;
/// A longer one says no more.
const WIDEST_BAR: u16 = 121;

impl Panel<'_> {
    /// The bar, and what it stands for at its right.
    pub(super) fn bar(&self) -> Option<Block> {
        let value = self.done_of_asked()?;
        let fallen = self.it.found.level.reduced.as_ref().ok()?;
        let (is_back, rises) = (words::is_turned(fallen), self.it.target.reads.rises());
        let room = cells::width(&value.text());
        let text = cells::extent(room + 1);
        let text = Column { width: text, narrow: text, align: Align::Left, ..Column::default() };
        let (width, align) = (bar_beside(room), Align::Left);
        // A bar becomes shorter before it goes.
        let picture = (LEAST_BAR, WIDEST_BAR);
        let columns = vec![Column { width, align, mark: true, rank: 1, picture, ..Column::default() }, text];
        let label = if matches!(self.it.target.reads, TargetMeasure::Programme(..)) {
            self.view.pick("Đã đạt", "Reached")
        } else if rises == is_back {
            self.view.pick("Đã giảm", "Reduction")
        } else {
            self.view.pick("Đã tăng", "Increase")
        };
        let cells = vec![self.progress_bar().map_or(Cell::Blank, Cell::Bar), Cell::Line(value)];
        let label = LongShort::from(label).or_least(self.view.pick("Đạt", "Done"));
        let rows = vec![Row { label, role: Role::Strong, cells, ..Row::default() }];
        Some(Block::Table(Table {
            columns,
            rows: rows.into(),
            label: LABEL,
            tight: true,
            ..Table::default()
        }))
    }

    /// What is done of what is asked, in words: `0,48* trong 0,69 điểm %`.
    fn done_of_asked(&self) -> Option<Line> {
        let level = &self.it.found.level;
        let (fallen, asked) = (level.reduced.as_ref().ok()?, self.it.found.asked.goal.as_ref().ok()?);
        let (is_back, rises) = (words::is_turned(fallen), self.it.target.reads.rises());
        let (_, size) = self.direction(fallen);
        let count = &self.it.found.count;
        // Beside a bar it is a cell of a table.
        let column = InColumn(self.view.lang);
        Some(if let Some(floor) = self.it.floor_in_words() {
            // A floor has no share of itself to go: what was reached stands beside it.
            say!(self, "{reached} / {floor}"; reached = count.now.as_ref().ok()?, floor)
        } else if let (TargetMeasure::Programme(..), Ok(reached), Ok(aim)) =
            (&self.it.target.reads, &count.now, &self.it.found.asked.count_aim)
        {
            part_of(&column, reached, self.it.plan().unwrap_or(aim))
        } else if is_back {
            say!(column, "{size} · giao {wished} {asked+}", "{size} · target: {wished} {asked+}";
                size, wished = words::moved(self.view.lang, rises), asked)
        } else {
            part_of(&column, &size, asked)
        })
    }

    /// Has a bar room beside its words?
    fn has_bar(&self) -> bool {
        let words = self.done_of_asked().map_or(0, |value| cells::text_extent(&value.text()));
        let taken = 2 * margin(self.view.width) + LABEL + words + 2 + LEAST_BAR;
        !self.view.narrow && taken <= self.view.width
    }

    fn progress_bar(&self) -> Option<Bar> {
        let hundred = Exact::whole(100);
        let value = self.it.found.way.as_ref().ok()?.amount.low().clone();
        // Both ends of a range are marked; the time is then told in words.
        // The far end of a range stands a little before the end of the bar.
        let far = self.it.far().map(|far| &far + &Exact::whole(20));
        let longest = value.clone().max(hundred.clone()).max(far.unwrap_or_else(|| hundred.clone()));
        let full = longest.min(Exact::whole(200));
        let time = &self.it.found.time.gone_of_one() * &hundred;
        Some(self.it.bar(value, full, self.it.far().or(Some(time))))
    }

    /// The legend of the bar, what is done, what is left.
    pub(super) fn course(&self) -> Vec<Line> {
        let without = self.without().map(|said| self.headed(WITHOUT, said));
        let lines = [self.legend(), self.done(), self.average(), self.left(), without];
        lines.into_iter().flatten().collect()
    }

    fn legend(&self) -> Option<Line> {
        let time = &self.it.found.time;
        // What marks in a bar mean is said where one is.
        let gone = time.elapsed.as_ref().ok().filter(|_| self.has_bar())?;
        let (days, total, gone) = (time.days_gone, time.days_total, self.bare(gone));
        let said = if self.it.far().is_some() {
            let runs = !self.it.found.standing.is_reached() && !time.is_due();
            let gone = runs.then_some(gone);
            say!(self, "┃ mức thấp nhất của khoảng giao · │ mức cao nhất[ · đã qua {gone}]",
                "┃ least of the target range · │ most[ · {gone} of time elapsed]"; gone)
        } else if self.it.found.evidence.is_final() && time.as_of != self.view.snapshot().as_of() {
            // The day of the figures is not the end that the result is of.
            say!(self, "┃ chỉ tiêu", "┃ target")
        } else if self.it.unsettled().is_some() {
            say!(self, "│ đã qua {days}/{total} ngày ({gone}), chưa có kết quả rà soát · ┃ giao",
                "│ {days}/{total} days elapsed ({gone}), before the review · ┃ target"; days, total, gone)
        } else {
            say!(self, "│ thời gian đã qua {days}/{total} ngày ({gone}) · ┃ chỉ tiêu",
                "│ {days}/{total} days elapsed ({gone}) · ┃ target"; days, total, gone)
        };
        Some(self.headed(UNDER, said.words_in_role(Role::Dim)))
    }

    /// `69,6%* (68,1-71,0% vì 2,20% và 1,72% đã làm tròn) · 311* hộ`
    fn done(&self) -> Option<Line> {
        let found = self.it.found;
        let level = &found.level;
        let range = found.done_range.as_ref().ok().filter(|range| range.one().is_none());
        // Why it is a range: the rates that were rounded.
        let rates = [&level.baseline, &level.now].into_iter().flatten().filter(|rate| rate.written.is_some());
        let rates = Line::joined(rates.map(|rate| self.bare(rate)), self.view.pick(" và ", " and "));
        let is_other = |count: &&Figure| level.reduced.as_ref().is_ok_and(|level| level.unit != count.unit);
        // Beside a share that rose no count stands that fell: fewer were entitled.
        let is_along = |count: &&Figure| {
            level.reduced.as_ref().is_ok_and(|level| words::is_turned(level) == words::is_turned(count))
        };
        let count = found.count.reduced.as_ref().ok().filter(is_other).filter(is_along);
        let is_programme = matches!(self.it.target.reads, TargetMeasure::Programme(..));
        let count = count.filter(|_| !is_programme);
        let count = count.map(|count| self.progress(count));
        let Ok(percent) = found.percent() else {
            // Inside a range there is no percent of it.
            let asked = self.it.found.far.as_ref().and(found.asked.goal.as_ref().ok())?;
            let said = say!(self, "chỉ tiêu giao ({asked+})[ · {count}]", "the target ({asked+})[ · {count}]";
                asked, count);
            return Some(self.headed(("Đạt", "Reached"), said));
        };
        // A change away from the aim is no part of it.
        let percent = self.it.percent().filter(|own| own.amount == percent.amount)?;
        let of = found.far.as_ref().map(|far| match found.standing {
            Standing::Exceeded => far.goal.as_ref().ok(),
            _ => found.level.goal.as_ref().ok(),
        });
        let of = of.flatten().map(|end| say!(self, "mức {end+}", "{end+}"; end));
        let of_floor = |floor| say!(self, "chỉ tiêu {floor}", "the target of {floor}"; floor);
        let of = of.or_else(|| self.it.floor_in_words().map(of_floor));
        let said = say!(self, "{percent}[ {of}][ ({range} vì {rates} đã làm tròn)][ · {count}]",
            "{percent}[ of {of}][ ({range}, {rates} rounded)][ · {count}]"; percent, of,
            range = range.map(|range| self.bare(range)), rates = rates.unwrap_or_default(), count);
        Some(self.headed(("Đạt", "Reached"), said))
    }

    /// `giảm 0,21* điểm phần trăm, tức 137* hộ trong 92 ngày: 46* hộ/tháng`; of an aim that is passed, by how much.
    pub(super) fn left(&self) -> Option<Line> {
        let found = self.it.found;
        let Ok(level) = &found.level.remaining else { return self.beyond() };
        let (is_due, rises) = (found.time.is_due(), self.it.target.reads.rises());
        let (left, that_is) = match &found.count.remaining {
            // Of a share what is missing is counted: people, not points.
            Ok(count) if rises && count.unit != level.unit => (count, Some(level)),
            count => (level, count.as_ref().ok().filter(|count| count.unit != level.unit)),
        };
        // The share of a plan says nothing more of what is counted.
        let is_programme = matches!(self.it.target.reads, TargetMeasure::Programme(..));
        let that_is = that_is.filter(|_| !is_programme);
        let verb = if rises { "thêm " } else { "giảm " };
        let said = say!(self, "{verb}{left+}[, tức {that_is+}][ trong {days} ngày[: {needed}]]",
            "{verb}{left+}[, that is {that_is+}][ in {days} days[: {needed}]]";
            verb = (if is_due { "" } else { verb }, ""), left, that_is,
            days = (!is_due).then_some(found.time.days_left),
            needed = found.pace.needed.as_ref().ok().map(|needed| self.a_month(needed)));
        let head = match (is_due, rises) {
            (true, true) => ("Còn thiếu", "Short by"),
            // What a fall misses is told as what stays.
            (true, false) => ("Cao hơn", "Above by"),
            (false, _) => ("Còn phải", "Still to go"),
        };
        Some(self.headed(head, said))
    }

    /// The average of a year beside the one that is asked for: `giảm 4,10* điểm phần trăm/năm (giao 4 điểm phần trăm/năm)`.
    pub(super) fn average(&self) -> Option<Line> {
        let asked =
            self.it.target.asked_as_stated().filter(|_| self.it.target.each_year).map(|(_, asked)| asked);
        let average = self.it.found.average.as_ref().ok();
        let average = average.map(|average| self.moved(average));
        let asked = asked.map(|asked| say!(self, "giao {asked+}/năm", "target: {asked+} a year"; asked));
        let said = match (average, asked) {
            (None, None) => return None,
            (None, Some(asked)) => asked,
            (Some(average), asked) => {
                say!(self, "{average}/năm[ ({asked})]", "{average} a year[ ({asked})]"; average, asked)
            }
        };
        Some(self.headed(("Bình quân", "Average"), said))
    }

    fn beyond(&self) -> Option<Line> {
        let level = self.it.found.surplus.as_ref().ok()?;
        let count = self.it.found.surplus_count.as_ref().ok().filter(|count| count.unit != level.unit);
        let said = say!(self, "{level+}[, tương ứng {count+}]", "{level+}[, that is {count+}]"; level, count);
        Some(self.headed(("Vượt", "Beyond by"), said))
    }
}

/// `0,48* trong 0,69 điểm %`; what is more than was asked is no part of it: `60/50 hộ`.
fn part_of(column: &InColumn, done: &Figure, asked: &Figure) -> Line {
    if done.amount.high() > asked.amount.high() {
        return say!(column, "{done}/{asked+}", "{done} (target: {asked+})"; done, asked);
    }
    say!(column, "{done} trong {asked+}", "{done} of {asked+}"; done, asked)
}

/// The cells of the bar's column beside so wide a text on 80 cells.
fn bar_beside(text: usize) -> u16 {
    cells::extent(62usize.saturating_sub(text).min(BAR) + 1)
}
