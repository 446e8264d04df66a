//! What is asked of a target that has no way behind it yet: before its year, before its first figure, or for good
//! (levels to keep, entitlements without a start, tasks).

use crate::model::target::{Reads, Status, Task};
use crate::text::date;

use super::super::super::table::Style;
use super::Panel;
use crate::text::line::{Line, Role};

impl Panel<'_> {
    pub(super) fn asked(&self) -> Vec<Line> {
        if let Reads::Task(id) = &self.it.target.reads {
            return self.task(id);
        }
        if self.it.target.is_kept() {
            return self.kept();
        }
        if self.it.target.reads.rises() {
            return self.to_rise();
        }
        [self.fall(), self.in_households()].into_iter().flatten().collect()
    }

    /// `giảm 0,69 điểm: từ 2,20% còn 1,51%*`
    fn fall(&self) -> Option<Line> {
        let level = &self.it.found.level;
        let mut line = self.head("Giao", "Asked");
        let Ok(asked) = &level.asked else {
            let aim = level.aim.as_ref().ok()?;
            return Some(self.with(line.say(self.view.pick("còn không quá ", "at most ")), aim));
        };
        line = self.with(line.say(self.view.pick("giảm ", "down by ")), asked);
        let (Ok(baseline), Ok(aim)) = (&level.baseline, &level.aim) else { return Some(line) };
        line = self.with(line.say(self.view.pick(": từ ", ": from ")), baseline);
        Some(self.with(line.say(self.view.pick(" còn ", " to ")), aim))
    }

    /// `giao 447-449* hộ, còn 980-982* hộ; 38* hộ/tháng trong 365 ngày`
    fn in_households(&self) -> Option<Line> {
        let count = &self.it.found.count;
        let mut line = self.head("Tức là", "That is");
        let is_rate = matches!(self.it.target.reads, Reads::Rate(_));
        if let (true, Ok(asked), Ok(aim)) = (is_rate, &count.asked, &count.aim) {
            line = self.with(line.say(self.view.pick("giao ", "")), asked);
            line = line.say(self.view.pick(", còn ", ", leaving "));
            line = match self.view.lang {
                crate::text::Lang::Vi => self.with(line, aim),
                crate::text::Lang::En => line.figure(self.view.lang, aim, Style::Plain),
            };
        } else if is_rate {
            return None;
        }
        let Ok(needed) = &self.it.found.pace.needed else { return is_rate.then_some(line) };
        let line = self.a_month(line.say(if is_rate { "; " } else { "" }), needed);
        let days = self.it.found.time.days_left;
        Some(line.say(match self.view.lang {
            crate::text::Lang::Vi => format!(" trong {days} ngày"),
            crate::text::Lang::En => format!(" over {days} days"),
        }))
    }

    /// `giữ ở 0 hộ · hiện có 1 hộ`
    fn kept(&self) -> Vec<Line> {
        let level = &self.it.found.level;
        let Ok(aim) = &level.aim else { return Vec::new() };
        let line = self.head("Giao", "Asked").say(self.view.pick("giữ ở ", "keep at "));
        let mut lines = vec![self.with(line, aim)];
        if let Ok(now) = &level.now {
            let day = date::day(self.view.lang, self.it.found.time.as_of);
            lines.push(self.with(self.head("Hiện nay", "Now").say(format!("{day}: ")), now));
        }
        lines
    }

    /// `92,4%* · 4.287 trong 4.640 người`, and how many are still without.
    fn to_rise(&self) -> Vec<Line> {
        let (level, count) = (&self.it.found.level, &self.it.found.count);
        let mut lines = Vec::new();
        if let Ok(aim) = &level.aim {
            lines.push(self.with(self.head("Giao", "Asked").say(self.view.pick("đạt ", "reach ")), aim));
        }
        if let (Ok(now), Ok(covered)) = (&level.now, &count.now) {
            let mut line = self.with(self.head("Hiện nay", "Now"), now);
            if now.unit != covered.unit {
                line = line.say(": ").figure(self.view.lang, covered, Style::Plain);
                if let Ok(whole) = &self.it.found.whole {
                    line = self.with(line.say(self.view.pick(" trong ", " of ")), whole);
                }
            }
            lines.push(line);
        }
        lines.extend(self.left_to_rise());
        lines
    }

    /// `còn 353* người trong 92 ngày`; no pace without a start.
    fn left_to_rise(&self) -> Vec<Line> {
        let Ok(left) = &self.it.found.count.left else { return Vec::new() };
        let (days, due) = (self.it.found.time.days_left, self.it.found.time.is_due());
        let line = self.with(self.head("Chưa đạt", "Without").say(self.view.pick("còn ", "")), left);
        let line = match self.view.lang {
            _ if due => line,
            crate::text::Lang::Vi => line.say(format!(" trong {days} ngày, đến {}", self.due())),
            crate::text::Lang::En => line.say(format!(" in {days} days, by {}", self.due())),
        };
        let mut lines = vec![line];
        if self.it.found.level.baseline.is_err() && !due && matches!(self.it.target.reads, Reads::Coverage(_))
        {
            let why = self.view.pick(
                "không tính: chưa có mốc đầu năm",
                "none: no figure from before the year to start from",
            );
            lines.push(self.head("Tốc độ", "Pace").role(Role::Dim, why));
        }
        lines
    }

    /// A target that is a task: its state and date, who asked and who does it.
    fn task(&self, id: &str) -> Vec<Line> {
        let task = self.view.history.tasks(self.view.at).into_iter().find(|t| t.named.id == id);
        let mut lines = vec![self.state(task.as_ref().and_then(|task| task.status))];
        lines.push(match self.it.found.due {
            Some(due) => self.head("Hạn", "Due").say(date::day(self.view.lang, due)),
            None => self.head("Hạn", "Due").role(Role::Dim, self.view.pick("chưa nêu hạn", "no date stated")),
        });
        let Some(Task { by, owner, .. }) = &task else { return lines };
        for (vi, en, text) in [("Giao bởi", "Asked by", by), ("Thực hiện", "Done by", owner)] {
            lines.extend(text.as_ref().map(|text| self.head(vi, en).say(self.view.lang.of(text))));
        }
        let files = super::super::tasks::sources(self.view, id);
        lines.extend(files.into_iter().map(|text| self.head("Tệp", "File").say(text)));
        lines
    }

    fn state(&self, status: Option<Status>) -> Line {
        let mut line = self.head("Việc", "Task");
        line.spans.extend(self.it.verdict().spans);
        if self.it.found.remarks.past_due && status.is_none() {
            line = line.role(Role::Warn, self.view.pick(" · đã qua hạn", " · past its date"));
        }
        line
    }
}
