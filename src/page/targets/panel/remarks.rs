//! What is said of a target instead of guessed: why there is no standing, since when a level is broken, what the year's
//! result rests on, that its aim was another before.

use crate::model::history::History;
use crate::model::measure::PartField;
use crate::model::ops::{FigureResult, MissingReason};
use crate::model::snapshot::Snapshot;
use crate::model::standing::{Standing, wording};
use crate::model::target::{AimStated, TargetMeasure};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::standing as words;

use super::super::super::conclusion;
use super::Panel;

impl Panel<'_> {
    pub(super) fn remarks(&self) -> Vec<Line> {
        [self.standing(), self.result(), self.contradiction(), self.changed()].into_iter().flatten().collect()
    }

    /// The standing in words, where something is to be said with it; else the row above has it.
    fn standing(&self) -> Option<Line> {
        // Of a plan nothing is judged.
        if matches!(self.it.target.reads, TargetMeasure::Task(_)) || self.view.snapshot().is_plan() {
            return None;
        }
        let more = match self.it.found.standing {
            Standing::Broken { since } if self.is_level_kept() => {
                say!(self, " từ {since}; một kỳ không giữ được thì tính cho cả năm",
                    " since {since}; once not kept, not kept for the year"; since)
            }
            Standing::Broken { since } => {
                say!(self, " từ {since}; đã phát sinh thì tính cho cả năm",
                    " since {since}; one case counts for the whole year"; since)
            }
            Standing::Awaiting => self.so_far(),
            Standing::NoBaseline => self.no_baseline().in_role(Role::Dim),
            Standing::NoData => self.no_data().in_role(Role::Dim),
            Standing::Exceeded
            | Standing::Met
            | Standing::OnTrack
            | Standing::AtRisk
            | Standing::Behind
            | Standing::Missed
            | Standing::Kept
            | Standing::NotDue
            | Standing::UnderWay
            | Standing::Done
            | Standing::Overdue => self.good_from_the_start().or_else(|| self.by_time())?.in_role(Role::Dim),
        };
        Some(self.headed(("Đánh giá", "Status"), self.it.verdict().then(more)))
    }

    /// Is it a level of something else than households, which may come back?
    fn is_level_kept(&self) -> bool {
        matches!(self.it.target.reads, TargetMeasure::Coverage(_) | TargetMeasure::Indicator(..))
    }

    /// The change so far of what the review will settle.
    fn so_far(&self) -> Line {
        // Of a year that has not begun nothing is so far.
        let begun = self.it.found.time.has_begun();
        if !begun {
            let [from, to] = self.it.review_days();
            return say!(self, "; rà soát từ {from} đến {to}", "; review from {from} to {to}"; from, to);
        }
        let level = self.it.found.level.reduced.as_ref().ok();
        let count = &self.it.found.count.reduced;
        let count = count.as_ref().ok().filter(|count| level.is_some_and(|level| level.unit != count.unit));
        say!(self, " {window}[; đến nay {level}[, {count}]]", ", {window}[; so far {level}[, {count}]]";
            window = self.it.review_window(), level = level.map(|level| self.moved(level)), count = count.map(|count| self.progress(count)))
    }

    /// Of a stock: that the verdict compares with the time gone alone. Under a bar its legend says so.
    fn by_time(&self) -> Option<Line> {
        let said = self.it.unsettled().filter(|_| self.view.narrow || !self.has_way())?;
        Some(say!(self, ": {said}"; said))
    }

    fn no_baseline(&self) -> Line {
        if let Some(other) = self.other_standard() {
            return say!(self, ": số liệu trước theo chuẩn khác[ ({name})]",
                ": earlier figures are under another standard[ ({name})]";
                name = other.standard.name.as_ref());
        }
        match &self.it.found.level.baseline {
            Err(missing) if matches!(missing.because, MissingReason::KindsDiffer) => {
                say!(self, ": {why}"; why = words::reason(self.view.lang, missing).unwrap_or_default())
            }
            _ if let Some(then) = self.silent_file() => {
                let is_rate = self.has_rate_only(then);
                let (rate, silent) = (
                    is_rate.then_some(("chỉ có tỷ lệ", "gives a rate only")),
                    (!is_rate).then_some(("không nêu", "does not state it")),
                );
                say!(self, ": tệp {day}[ {rate}][ {silent}]", ": the file of {day}[ {rate}][ {silent}]";
                    day = then.as_of(), rate, silent)
            }
            _ => say!(self, ": không có số liệu trước năm {year}", ": no figure from before {year}";
                year = self.it.target.first_year()),
        }
    }

    /// The newest file from before the target's time: one that is there and does not give its figure.
    fn silent_file(&self) -> Option<&Snapshot> {
        let start = self.it.found.time.start;
        let earlier = self.view.history.up_to(self.view.at).iter().rev();
        earlier.map(|snapshot| &**snapshot).find(|snapshot| snapshot.as_of() <= start)
    }

    fn has_rate_only(&self, then: &Snapshot) -> bool {
        let count = self.it.target.reads.of_group().filter(|(_, aspect)| !aspect.is_rate());
        let rate = count.and_then(|(group, aspect)| Some((group, aspect.beside(PartField::Rate)?)));
        let area = match &self.it.target.area {
            None => Some(&then.whole),
            Some(name) => then.whole.part(name),
        };
        rate.zip(area).is_some_and(|((group, rate), area)| area.reckoned(group, &rate).is_ok())
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

    fn no_data(&self) -> Line {
        let found = self.it.found;
        if !found.time.has_begun() {
            return say!(self, " của năm {year}: năm chưa bắt đầu", " for {year}: the year has not begun";
                year = self.it.target.year);
        }
        let missing =
            |known: &FigureResult| known.as_ref().err().and_then(|m| words::reason(self.view.lang, m));
        let why = missing(&found.level.now).or_else(|| missing(&found.level.goal));
        let day = why.is_none().then_some(found.time.as_of);
        say!(self, "[: {why}][ ngày {day}]", "[: {why}][ as of {day}]"; why, day)
    }

    /// A level that the year began on the good side of: no percent of a way that is not there.
    fn good_from_the_start(&self) -> Option<Line> {
        let missing = self.it.found.level.goal.as_ref().err()?;
        let why = words::reason(self.view.lang, missing)?;
        matches!(missing.because, MissingReason::AlreadyThere).then(|| say!(self, ": {why}"; why))
    }

    /// A stated result: what was reached, and the percent as reported; final, or of which day.
    fn result(&self) -> Option<Line> {
        if let Some(both) = conclusion::both_bases(self.view, &self.it) {
            return Some(self.headed(("Kết quả", "Result"), both));
        }
        let value = self.it.found.result.as_ref().ok().map(|value| {
            if self.it.target.averages {
                say!(self, "bình quân {value+}/năm", "{value+} a year on average"; value)
            } else {
                say!(self, "{value+}"; value)
            }
        });
        let percent = self.it.found.percent_of_aim.as_ref().ok();
        let percent = percent.map(|percent| say!(self, "đạt {percent}", "reached {percent}"; percent));
        let remark = if value.is_none() && matches!(self.it.target.aim, AimStated::Absent) {
            self.view
                .pick(" · chỉ nêu phần trăm, không nêu mức giao", " · only a percentage, no target stated")
        } else if self.it.found.evidence.is_final() && self.it.is_estimated() {
            self.view.pick(" · ước thực hiện, chưa phải số chính thức", " · an estimate, not yet final")
        } else if self.it.found.evidence.is_final() && self.it.target.due_day() > self.view.snapshot().as_of()
        {
            self.view
                .pick(" · số cả năm, nêu trước khi hết năm", " · for the whole year, stated before its end")
        } else if self.it.found.evidence.is_final() {
            self.view.pick(" · số chính thức của năm", " · final for the year")
        } else {
            ""
        };
        let said = Line::joined(value.into_iter().chain(percent), ", ")?;
        let interim = self.it.interim().map(|day| {
            say!(self, " · {day}, chưa phải kết quả cuối kỳ", " · {day}, not the end yet"; day)
                .in_role(Role::Dim)
        });
        let said = said.role(Role::Dim, remark).then(interim.unwrap_or_default());
        Some(self.headed(("Kết quả", "Result"), said))
    }

    fn contradiction(&self) -> Option<Line> {
        let see = self.view.see_checks();
        let said = || {
            say!(self, "! đã có nhiều hơn được hưởng: mâu thuẫn[: {see}]",
                "! more are covered than entitled: inconsistent[, see {see}]"; see)
        };
        let is_contradictory = self.it.found.remarks.contradictory;
        is_contradictory.then(|| self.headed(("Lưu ý", "Note"), said().in_role(Role::Bad)))
    }

    /// `tệp 31/12/2022 giao 0,50 điểm phần trăm, nay giao 0,69 điểm phần trăm`
    fn changed(&self) -> Option<Line> {
        let (then, before) = wording::before(self.view.history, self.it.stated_in, self.it.target)?;
        let said = say!(self, "tệp {day} giao {was+}[, nay giao {is+}]",
            "the file of {day} had {was+}[, now {is+}]"; day = then.as_of(), was = before.aim.figure()?.1,
            is = self.it.target.aim.figure().map(|(_, figure)| figure));
        Some(self.headed(("Đổi mức", "Changed"), said))
    }
}
