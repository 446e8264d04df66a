//! How fast a target moves, where that leads by its due date, and what if more households leave.

use crate::model::figure::Figure;
use crate::model::ops::{FigureResult, Missing};
use crate::model::standing::whatif::WhatIf;
use crate::model::standing::{Standing, turned};
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::standing as words;
use crate::text::{cells, number};

use super::super::super::headed::{Head, UNDER, WIDTH};
use super::super::super::layout;
use super::super::super::target_summary::{role, verdict};
use super::Panel;

pub(super) const PACE: Head = ("Tốc độ", "Pace");
const PROJECTED: Head = ("Dự kiến", "Projected");

impl Panel<'_> {
    /// `từ đầu năm 35* hộ/tháng · quý III 38* hộ/tháng`
    pub(super) fn pace(&self) -> Option<Line> {
        let pace = &self.it.found.pace;
        let said = match &pace.year {
            Ok(year) => say!(self, "{since} {year}[ · {name} {period}]"; since = self.since_start(),
                year = self.a_month(year), name = self.last_period().filter(|_| !self.is_first_period()),
                period = pace.period.as_ref().ok().map(|period| self.a_month(period))),
            Err(_) if self.is_review() => say!(
                self,
                "không tính: số hộ do rà soát {window} quyết định",
                "none: the review of {window} settles the count"; window = self.it.review_window()
            )
            .in_role(Role::Dim),
            Err(missing) => match (&pace.period, self.last_period()) {
                // What the last period tells is told, whatever is missing before it.
                (Ok(period), Some(name)) => {
                    say!(self, "{name} {period}"; name, period = self.a_month(period))
                }
                _ => self.no_pace_because(missing)?,
            },
        };
        Some(self.headed(PACE, said))
    }

    fn no_pace_because(&self, missing: &Missing) -> Option<Line> {
        let why = words::reason(self.view.lang, missing).filter(|_| !self.it.found.time.is_due())?;
        Some(say!(self, "chưa tính được: {why}", "none: {why}"; why).in_role(Role::Dim))
    }

    /// What the pace of the year is reckoned from.
    fn since_start(&self) -> Line {
        let start = self.it.found.time.start;
        if let Some(from) = self.it.found.pace.from_start.filter(|from| *from != start) {
            say!(self, "từ {from}", "since {from}"; from)
        } else {
            let of = if self.it.target.is_of_year() {
                ("năm", "year to date")
            } else {
                ("kỳ", "since its start")
            };
            say!(self, "từ đầu {of}", "{of}"; of)
        }
    }

    /// Is the last period all of the year so far? Then both paces are one.
    fn is_first_period(&self) -> bool {
        self.it.found.pace.from_before == self.it.found.pace.from_start
    }

    fn last_period(&self) -> Option<String> {
        let from = self.it.found.pace.from_before?;
        Some(words::span(self.view.lang, from, self.it.found.time.as_of))
    }

    /// `31/12 còn 1.004-1.013* hộ (1,54-1,56%*), thiếu 23-32* hộ`, and how that was reckoned.
    pub(super) fn projection(&self) -> Vec<Line> {
        let projection = &self.it.found.projection;
        let (count, level) = (projection.count(), projection.level());
        // A share leads to a share, in points from the aim; what that is in people stands in brackets.
        let is_share = matches!(self.it.target.reads, TargetMeasure::Coverage(_)) && level.is_ok();
        let (first, other) = if is_share { (&level, &count) } else { (&count, &level) };
        let Some(first) = first.as_ref().ok().or(other.as_ref().ok()) else {
            return self.no_projection(&count).into_iter().collect();
        };
        let by_count = count.is_ok() && !is_share;
        let short = if by_count { projection.short() } else { projection.short_level() };
        let said = say!(self, "{due} {then}{first+}[ ({other+})][, {short}]"; due = self.due(), first,
            then = (match (self.it.target.reads.rises(), self.it.will_fall()) {
                (true, _) => "đạt ",
                (false, true) => "còn ",
                // Nothing "is left" after a rise.
                (false, false) => "có ",
            }, ""),
            other = other.as_ref().ok().filter(|other| other.unit != first.unit), short = self.short(&short));
        let ways = self.reckoned();
        // Where a second line is begun anyway, what it is reckoned by has room there.
        if cells::text_extent(&said.text()) > self.room() {
            return vec![self.headed(PROJECTED, said.role(Role::Dim, ", ").then(ways))];
        }
        // How it was reckoned makes way for what a key asks.
        vec![self.headed(PROJECTED, said), self.headed(UNDER, ways)]
    }

    /// The cells of a line after its head.
    fn room(&self) -> u16 {
        self.view.width.saturating_sub(layout::margin(self.view.width) + WIDTH)
    }

    fn no_projection(&self, count: &FigureResult) -> Option<Line> {
        let missing = count.as_ref().err().filter(|_| self.it.found.pace.year.is_ok())?;
        let why = words::reason(self.view.lang, missing)?;
        let said = say!(self, "chưa dự kiến: {why}", "none: {why}"; why).in_role(Role::Dim);
        Some(self.headed(PROJECTED, said))
    }

    /// How far from the aim: short by, beyond it by, or between the two.
    fn short(&self, short: &FigureResult) -> Option<Line> {
        let short = short.as_ref().ok()?;
        let (low, high) = (short.amount.low(), short.amount.high());
        if high.is_zero() && low.is_zero() {
            return Some(say!(self, "vừa đạt", "just met"));
        }
        if low.is_negative() && high.is_positive() {
            return self.short_or_beyond();
        }
        Some(match turned(short) {
            Ok(beyond) if low.is_negative() => {
                say!(self, "vượt {by}", "{by} beyond the target"; by = self.unit_once(&beyond))
            }
            _ if self.it.target.reads.rises() => {
                say!(self, "thiếu {by}", "{by} short of the target"; by = self.unit_once(short))
            }
            _ => say!(self, "cao hơn chỉ tiêu {by}", "{by} above the target"; by = self.unit_once(short)),
        })
    }

    /// One way of reckoning falls short, the other goes beyond.
    fn short_or_beyond(&self) -> Option<Line> {
        let projection = &self.it.found.projection;
        let is_share = matches!(self.it.target.reads, TargetMeasure::Coverage(_));
        let both = [&projection.by_year, &projection.by_period]
            .map(|ahead| if is_share { &ahead.short_level } else { &ahead.short });
        let figures: Vec<&Figure> = both.into_iter().flatten().collect();
        let short = figures.iter().find(|f| f.amount.high().is_positive())?;
        let beyond = figures.iter().find(|f| words::is_turned(f)).and_then(|f| turned(f).ok())?;
        let beyond = self.unit_once(&beyond);
        Some(if self.it.target.reads.rises() {
            say!(self, "thiếu {short} hoặc vượt {beyond}", "{short} short of the target or {beyond} beyond it";
                short = self.unit_once(short), beyond)
        } else {
            say!(self, "cao hơn chỉ tiêu {short} hoặc vượt {beyond}",
                "{short} above the target or {beyond} beyond it"; short = *short, beyond)
        })
    }

    /// The ways of reckoning, in the order of the paces.
    fn reckoned(&self) -> Line {
        let projection = &self.it.found.projection;
        let (by_year, by_period) = (&projection.by_year, &projection.by_period);
        let is_by_period = by_period.count.is_ok() || by_period.level.is_ok();
        let mut ways = Vec::new();
        let mut between = ", ";
        if by_year.count.is_ok() || by_year.level.is_ok() {
            let since = self.since_start().text();
            let of_year = self.it.found.pace.from_start.is_none_or(|from| from == self.it.found.time.start)
                && self.it.target.is_of_year();
            let pace = if of_year { "year-to-date pace".to_owned() } else { format!("pace {since}") };
            ways.push(say!(self, "theo tốc độ {pace}", "at the {pace}"; pace = (&*since, &*pace)));
        }
        if is_by_period && self.is_first_period() {
            ways.push(say!(self, "theo ngày và theo tháng", "by days and by months"));
        } else if is_by_period {
            let period = self.last_period().unwrap_or_default();
            let is_since = period.starts_with("since");
            let pace = if is_since { format!("pace {period}") } else { format!("{period} pace") };
            // "Theo tốc độ từ đầu năm và tốc độ quý III": one phrase of two paces.
            let by = if ways.is_empty() { ("theo tốc độ", "at the") } else { ("tốc độ", "at the") };
            between = self.view.pick(" và ", ", ");
            ways.push(say!(self, "{by} {pace}"; by, pace = (&*period, &*pace)));
        }
        let ways = Line::joined(ways, between).unwrap_or_default();
        say!(self, "{ways}"; ways).in_role(Role::Dim)
    }

    /// `+ 0 hộ thoát thêm đến 31/12`, and with a number what would then be.
    pub(super) fn what_if(&self) -> Option<Line> {
        let more = self.view.what_if.max(0);
        let it = self.it.found.what_if(self.it.target, more)?;
        let (due, plus) = (self.due(), format!("+ {}", number::whole(self.view.lang, it.more)));
        let plus = (Role::Accent, plus);
        let said = if more == 0 {
            let keys = self.view.pick("(phím + và −, 0 bỏ, = vừa đạt)", "(keys + and −, 0 none, = enough)");
            say!(self, "{plus} hộ thoát thêm đến {due}   {keys}", "{plus} more exits by {due}   {keys}";
                plus, due, keys = (Role::Dim, keys))
        } else {
            say!(self, "{plus} hộ: còn [{households+}][ ({rate})]{met}",
                "{plus} more: [{households+}][ ({rate})]{met}"; plus,
                households = &it.households, rate = &it.rate, met = self.would_be(&it))
        };
        Some(Line { changed: more > 0, ..self.headed(("Giả định", "What if"), said) })
    }

    /// `, còn phải giảm 117* hộ ✗ chưa đạt`: nothing has happened yet that could be missed.
    fn would_be(&self, it: &WhatIf) -> Line {
        let (lang, left) = (self.view.lang, &it.left);
        match it.met {
            Some(true) => {
                say!(self, " {met}{why}"; met = verdict(lang, Standing::Met), why = self.why_met(it))
            }
            Some(false) => {
                let sign = words::sign(Standing::Missed.mark());
                let short =
                    (role(Standing::Missed), format!("{sign} {}", self.view.pick("chưa đạt", "not enough")));
                say!(self, "[, còn phải giảm {left+}] {short}", "[, {left+} still to go] {short}"; left, short)
            }
            None => {
                let doubt = (Role::Dim, self.view.pick(": chưa chắc đạt", ": not certain"));
                say!(self, "[, còn phải giảm {left+}]{doubt}", "[, {left+} still to go]{doubt}"; left, doubt)
            }
        }
    }

    /// What it rests on that the aim is met: points are rounded before they are compared, households are not. Of the
    /// number that is just enough: that any smaller one is not, or from how many on a rounded rate is.
    fn why_met(&self, it: &WhatIf) -> Line {
        let found = self.it.found;
        let said = if let Ok(left) = &it.left {
            say!(self, " nếu tính theo tỷ lệ đã làm tròn, còn phải giảm {left+}", " at the rounded rate, {left+} still to go"; left)
        } else if self.view.narrow || found.just_enough(self.it.target) != Some(it.more) {
            Line::default()
        } else if let Ok(least) = found.least_by_rounding(self.it.target) {
            say!(self, "; chỉ cần {least+} nếu tính theo tỷ lệ đã làm tròn", "; {least+} would do at the rounded rate"; least)
        } else {
            say!(self, "; ít hơn thì chưa đạt", "; fewer: not enough")
        };
        said.words_in_role(Role::Dim)
    }
}
