//! How fast a target moves, where that leads by its due date, and what if more households leave.

use chrono::NaiveDate;

use crate::model::figure::Figure;
use crate::model::ops::Known;
use crate::model::standing::whatif::WhatIf;
use crate::model::standing::{Standing, turned};
use crate::text::date;
use crate::text::say::standing as words;

use super::super::super::table::Style;
use super::super::super::target_summary::verdict;
use super::Panel;
use crate::text::line::{Line, Role};

impl Panel<'_> {
    /// `từ đầu năm 35* hộ/tháng · quý III 38* hộ/tháng`
    pub(super) fn pace(&self) -> Option<Line> {
        let pace = &self.it.found.pace;
        let year = match &pace.year {
            Ok(year) => year,
            Err(_) if self.is_review() => {
                let why = self.view.pick(
                    "không tính: số hộ do rà soát 01/09-14/12 quyết định",
                    "none: the review of 1 Sep - 14 Dec settles the count",
                );
                return Some(self.head("Tốc độ", "Pace").role(Role::Dim, why));
            }
            Err(missing) => {
                let why = words::reason(self.view.lang, missing).filter(|_| !self.it.found.time.is_due())?;
                let none = self.view.pick("chưa tính được: ", "none: ");
                return Some(self.head("Tốc độ", "Pace").role(Role::Dim, format!("{none}{why}")));
            }
        };
        let line = self.head("Tốc độ", "Pace").say(format!("{} ", self.since_start()));
        let line = self.a_month(line, year);
        let (Ok(period), Some(name)) = (&pace.period, self.last_period()) else { return Some(line) };
        if self.is_first_period() {
            return Some(line);
        }
        Some(self.a_month(line.say(format!(" · {name} ")), period))
    }

    /// What the pace of the year is reckoned from.
    fn since_start(&self) -> String {
        let start = self.it.found.time.start;
        match self.it.found.pace.from_start {
            Some(from) if from != start => {
                format!("{} {}", self.view.pick("từ", "since"), date::day(self.view.lang, from))
            }
            _ => self.view.pick("từ đầu năm", "this year").to_owned(),
        }
    }

    /// Is the last period all of the year so far? Then both paces are one.
    fn is_first_period(&self) -> bool {
        self.it.found.pace.from_before == self.it.found.pace.from_start
    }

    fn last_period(&self) -> Option<String> {
        let from: NaiveDate = self.it.found.pace.from_before?;
        Some(words::span(self.view.lang, from, self.it.found.time.as_of))
    }

    /// `31/12 còn 1.004-1.013* hộ (1,54-1,56%*), thiếu 23-32* hộ`, and how that was reckoned.
    pub(super) fn projection(&self) -> Vec<Line> {
        let projection = &self.it.found.projection;
        let (count, level) = (projection.count(), projection.level());
        let Some(first) = count.as_ref().ok().or(level.as_ref().ok()) else {
            return self.no_projection(&count).into_iter().collect();
        };
        let then = self.view.pick(if self.it.target.reads.rises() { "đạt" } else { "còn" }, "");
        let line = self.head("Dự kiến", "Projected").say(format!("{} {then}", self.due()));
        let gap = if then.is_empty() { "" } else { " " };
        let mut line = self.with(line.say(gap), first);
        if let Ok(level) = &level
            && level.unit != first.unit
        {
            line = line.say(" (").figure(self.view.lang, level, Style::Plain).say(")");
        }
        let short = if count.is_ok() { projection.short() } else { projection.short_level() };
        vec![self.short(line, &short), self.reckoned()]
    }

    fn no_projection(&self, count: &Known) -> Option<Line> {
        let missing = count.as_ref().err().filter(|_| self.it.found.pace.year.is_ok())?;
        let why = words::reason(self.view.lang, missing)?;
        let none = self.view.pick("chưa dự kiến: ", "none: ");
        Some(self.head("Dự kiến", "Projected").role(Role::Dim, format!("{none}{why}")))
    }

    /// How far from the aim: short by, beyond it by, or between the two.
    fn short(&self, line: Line, short: &Known) -> Line {
        let Ok(short) = short else { return line };
        let (low, high) = (short.amount.low(), short.amount.high());
        if high.is_zero() && low.is_zero() {
            return line.say(self.view.pick(", vừa đạt", ", just met"));
        }
        if low.is_negative() && high.is_positive() {
            return self.short_or_beyond(line);
        }
        match turned(short) {
            Ok(beyond) if low.is_negative() => {
                self.far(line.say(self.view.pick(", vượt ", ", beyond by ")), &beyond)
            }
            _ => self.far(line.say(self.view.pick(", thiếu ", ", short by ")), short),
        }
    }

    /// One way of reckoning falls short, the other goes beyond.
    fn short_or_beyond(&self, line: Line) -> Line {
        let projection = &self.it.found.projection;
        let both = [&projection.by_year.short, &projection.by_period.short];
        let figures: Vec<&Figure> = both.into_iter().flatten().collect();
        let short = figures.iter().find(|f| f.amount.high().is_positive());
        let beyond = figures.iter().find(|f| words::is_turned(f)).and_then(|f| turned(f).ok());
        let (Some(short), Some(beyond)) = (short, beyond) else { return line };
        let line = self.far(line.say(self.view.pick(", thiếu ", ", short by ")), short);
        self.far(line.say(self.view.pick(" hoặc vượt ", " or beyond by ")), &beyond)
    }

    /// How far: in English the unit is not said again after the projection's own.
    fn far(&self, line: Line, figure: &Figure) -> Line {
        match self.view.lang {
            crate::text::Lang::Vi => self.with(line, figure),
            crate::text::Lang::En => line.figure(self.view.lang, figure, Style::Plain),
        }
    }

    /// The ways of reckoning, in the order of the paces.
    fn reckoned(&self) -> Line {
        let projection = &self.it.found.projection;
        let mut ways = Vec::new();
        let keep = self.view.pick("giữ tốc độ ", "the pace ");
        let (by_year, by_period) = (&projection.by_year, &projection.by_period);
        let by_period = by_period.count.is_ok() || by_period.level.is_ok();
        if by_year.count.is_ok() || by_year.level.is_ok() {
            ways.push(format!("{keep}{}", self.since_start()));
        }
        if by_period && self.is_first_period() {
            ways.push(self.view.pick("theo ngày và theo tháng", "by days and by months").to_owned());
        } else if by_period {
            let period = self.last_period().unwrap_or_default();
            let of = if period.starts_with("since") { "" } else { self.view.pick("", "of ") };
            ways.push(format!("{keep}{of}{period}"));
        }
        let head = self.view.pick("cách tính: ", "reckoned by: ");
        self.under().role(Role::Dim, format!("{head}{}", ways.join(", ")))
    }

    /// `+ 0 hộ thoát thêm đến 31/12`, and with a number what would then be.
    pub(super) fn what_if(&self) -> Option<Line> {
        let more = self.view.what_if.max(0);
        let it = self.it.found.what_if(self.it.target, more)?;
        let line = self.head("Giả định", "What if").role(Role::Accent, format!("+ {}", self.number(it.more)));
        if more == 0 {
            let due = self.due();
            let words = match self.view.lang {
                crate::text::Lang::Vi => format!(" hộ thoát thêm đến {due}"),
                crate::text::Lang::En => format!(" more leave by {due}"),
            };
            let keys =
                self.view.pick("   (phím + và −, 0 bỏ, = vừa đạt)", "   (keys + and −, 0 none, = enough)");
            return Some(line.say(words).role(Role::Dim, keys));
        }
        Some(self.then(line, &it))
    }

    /// `+ 137 hộ: 31/12 còn 981* hộ (1,51%*) ✓ đạt; ít hơn thì không đạt`
    fn then(&self, line: Line, it: &WhatIf) -> Line {
        let head = match self.view.lang {
            crate::text::Lang::Vi => format!(" hộ: {} còn ", self.due()),
            crate::text::Lang::En => format!(" more: {} ", self.due()),
        };
        let mut line = line.say(head);
        if let Ok(households) = &it.households {
            line = self.with(line, households);
        }
        if let Ok(rate) = &it.rate {
            line = line.say(" (").figure(self.view.lang, rate, Style::Plain).say(")");
        }
        match it.met {
            Some(true) => self.met(line, it),
            Some(false) => self.missed(line, it),
            None => self.to_go(line, it).role(Role::Dim, self.view.pick(": chưa chắc đạt", ": not certain")),
        }
    }

    /// `, còn phải 117*`
    fn to_go(&self, line: Line, it: &WhatIf) -> Line {
        let Ok(left) = &it.left else { return line };
        let line = line.say(self.view.pick(", còn phải ", ", still to go "));
        line.figure(self.view.lang, left, Style::Plain)
    }

    fn missed(&self, line: Line, it: &WhatIf) -> Line {
        let mut line = self.to_go(line, it).say(" ");
        line.spans.extend(verdict(self.view.lang, Standing::Missed).spans);
        line
    }

    /// `✓ đạt`, and what it rests on: points are rounded before they are compared, households are not.
    fn met(&self, line: Line, it: &WhatIf) -> Line {
        let mut line = line.say(" ");
        line.spans.extend(verdict(self.view.lang, Standing::Met).spans);
        if let Ok(left) = &it.left {
            let words = self.view.pick(" nhờ làm tròn, còn ", " rounded, ");
            let line = line.role(Role::Dim, words).figure(self.view.lang, left, Style::Plain);
            return line.role(Role::Dim, self.view.pick("", " left"));
        }
        if self.it.found.just_enough(self.it.target) == Some(it.more) { self.least(line) } else { line }
    }

    /// Of the number that is just enough: that any smaller one is not, or from how many on a rounded rate is.
    fn least(&self, line: Line) -> Line {
        if self.view.narrow {
            return line;
        }
        let Ok(least) = self.it.found.least_by_rounding(self.it.target) else {
            return line.role(Role::Dim, self.view.pick("; ít hơn thì không đạt", "; fewer: missed"));
        };
        let line = line.role(Role::Dim, self.view.pick("; từ ", "; rounded: "));
        line.figure(self.view.lang, &least, Style::Plain).role(Role::Dim, self.view.pick(" nhờ làm tròn", ""))
    }

    fn number(&self, n: i64) -> String {
        crate::text::number::whole(self.view.lang, n)
    }
}
