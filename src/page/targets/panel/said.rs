//! What is said of a target instead of guessed: why there is no standing, since when a level is broken, what the year's
//! result rests on, that its aim was another before.

use crate::model::history::History;
use crate::model::ops::{Because, Known};
use crate::model::standing::{Standing, wording};
use crate::model::target::{AimStated, Reads};
use crate::text::date;
use crate::text::say::standing as words;

use super::super::super::table::Style;
use super::Panel;
use crate::text::line::{Line, Role};

impl Panel<'_> {
    pub(super) fn said(&self) -> Vec<Line> {
        [self.standing(), self.result(), self.contradiction(), self.changed()].into_iter().flatten().collect()
    }

    /// The standing in words, where something is to be said with it; else the row above has it.
    fn standing(&self) -> Option<Line> {
        if matches!(self.it.target.reads, Reads::Task(_)) {
            return None;
        }
        let mut line = self.head("Đánh giá", "Standing");
        line.spans.extend(self.it.verdict().spans);
        match self.it.found.standing {
            Standing::Broken { since } => Some(line.say(self.since(since))),
            Standing::Awaiting => Some(self.so_far(line)),
            Standing::NoBaseline => Some(line.role(Role::Dim, format!(": {}", self.no_baseline()))),
            Standing::NoData => Some(line.role(Role::Dim, self.no_data())),
            _ => self.good_from_the_start(line),
        }
    }

    fn since(&self, since: chrono::NaiveDate) -> String {
        let day = date::day(self.view.lang, since);
        let for_good =
            self.view.pick("; đã phát sinh thì tính cho cả năm", "; once broken, broken for the year");
        format!(" {} {day}{for_good}", self.view.pick("từ", "since"))
    }

    /// The change so far of what the review will settle.
    fn so_far(&self, line: Line) -> Line {
        let line = line.say(self.view.pick(" 01/09-14/12", ", 1 Sep - 14 Dec"));
        let Ok(level) = &self.it.found.level.fallen else { return line };
        let line = self.moved(line.say(self.view.pick("; đến nay ", "; so far ")), level);
        match &self.it.found.count.fallen {
            Ok(count) if count.unit != level.unit && !words::is_turned(count) => {
                self.with(line.say(", "), count)
            }
            Ok(count) if count.unit != level.unit => self.moved(line.say(", "), count),
            _ => line,
        }
    }

    fn no_baseline(&self) -> String {
        if let Some(other) = self.other_standard() {
            let name = other.standard.name.as_ref().map(|name| self.view.lang.of(name));
            let words =
                self.view.pick("số liệu trước theo chuẩn khác", "earlier figures are under another standard");
            return name.map_or_else(|| words.to_owned(), |name| format!("{words} ({name})"));
        }
        match &self.it.found.level.baseline {
            Err(missing) if matches!(missing.because, Because::KindsDiffer) => {
                words::reason(self.view.lang, missing).unwrap_or_default()
            }
            _ => match self.view.lang {
                crate::text::Lang::Vi => format!("không có số liệu trước năm {}", self.it.target.year),
                crate::text::Lang::En => format!("no figure from before {}", self.it.target.year),
            },
        }
    }

    /// The same unit under another standard, with figures from before the target's year.
    fn other_standard(&self) -> Option<&History> {
        let here = self.view.history;
        let mut others = self.view.world.histories.iter().filter(|other| {
            !std::ptr::eq(*other, here) && other.unit.is(&here.unit) && other.standard.id != here.standard.id
        });
        let start = self.it.found.time.start;
        others.find(|other| other.snapshots.iter().any(|s| s.as_of() <= start))
    }

    fn no_data(&self) -> String {
        if !self.it.found.time.has_begun() {
            return match self.view.lang {
                crate::text::Lang::Vi => format!(" của năm {}: năm chưa bắt đầu", self.it.target.year),
                crate::text::Lang::En => format!(" of {}: the year has not begun", self.it.target.year),
            };
        }
        let missing = |known: &Known| known.as_ref().err().and_then(|m| words::reason(self.view.lang, m));
        let why = missing(&self.it.found.level.now).or_else(|| missing(&self.it.found.level.asked));
        why.map_or_else(
            || {
                let day = date::day(self.view.lang, self.it.found.time.as_of);
                format!(" {} {day}", self.view.pick("ngày", "of"))
            },
            |why| format!(": {why}"),
        )
    }

    /// A level that the year began on the good side of: no percent of a way that is not there.
    fn good_from_the_start(&self, line: Line) -> Option<Line> {
        let missing = self.it.found.level.asked.as_ref().err()?;
        let why = words::reason(self.view.lang, missing)?;
        matches!(missing.because, Because::AlreadyThere).then(|| line.role(Role::Dim, format!(": {why}")))
    }

    /// A stated result is the year's own: what was reached, and the percent as reported.
    fn result(&self) -> Option<Line> {
        let (value, percent) = (&self.it.found.result, &self.it.found.percent_of_aim);
        if value.is_err() && percent.is_err() {
            return None;
        }
        let mut line = self.head("Kết quả", "Result");
        if let Ok(value) = value {
            line = self.with(line, value);
        }
        if let Ok(percent) = percent {
            line = line.say(if value.is_ok() { ", " } else { "" });
            line = line.say(self.view.pick("đạt ", "reached ")).figure(self.view.lang, percent, Style::Plain);
        }
        let alone = value.is_err() && matches!(self.it.target.aim, AimStated::Absent);
        Some(line.role(
            Role::Dim,
            if alone {
                self.view
                    .pick(" · chỉ nêu phần trăm, không nêu mức giao", " · a percent alone, no aim stated")
            } else {
                self.view.pick(" · số chính thức của năm", " · final for the year")
            },
        ))
    }

    fn contradiction(&self) -> Option<Line> {
        self.it.found.remarks.contradictory.then(|| {
            let words = self.view.pick(
                "! đã có nhiều hơn được hưởng: mâu thuẫn, xem 6",
                "! more are covered than entitled: contradicts, see 6",
            );
            self.head("Lưu ý", "Note").role(Role::Warn, words)
        })
    }

    /// `0,69 điểm; trước đó giao 0,50 điểm (31/12/2022)`
    fn changed(&self) -> Option<Line> {
        let (then, before) = wording::before(self.view.history, self.it.stated_in, self.it.target)?;
        let line = self.head("Đổi mức", "Changed");
        let AimStated::Figure(_, was) = &before.aim else { return None };
        let day = date::day(self.view.lang, then.as_of());
        let line = line.say(match self.view.lang {
            crate::text::Lang::Vi => format!("tệp {day} giao "),
            crate::text::Lang::En => format!("the file of {day} asked "),
        });
        let line = self.with(line, was);
        let AimStated::Figure(_, is) = &self.it.target.aim else { return Some(line) };
        Some(self.with(line.say(self.view.pick(", nay giao ", ", now ")), is))
    }
}
