//! The levels of a target as they are told: as the report of their day states them, where its counts bear that out.

use chrono::NaiveDate;

use crate::model::figure::Figure;
use crate::model::history::History;
use crate::model::measure::{Cover, When};
use crate::model::ops::FigureResult;
use crate::model::target::TargetMeasure;

use super::TargetSummary;

impl TargetSummary<'_> {
    /// What stands now as it is told: a rate or a cover as the report states it, where its counts bear that out.
    pub fn now_told(&self, history: &History, at: usize) -> FigureResult {
        self.as_stated((history, at), self.found.level_day, &self.found.level.now)
    }

    /// What it starts from, told in the same way.
    pub fn start_told(&self, history: &History, at: usize) -> FigureResult {
        let start = &self.found.level.baseline;
        match start.as_ref().map(|start| start.subject.when) {
            Ok(When::Day(day)) => self.as_stated((history, at), day, start),
            _ => start.clone(),
        }
    }

    fn as_stated(
        &self,
        (history, at): (&History, usize),
        day: NaiveDate,
        now: &FigureResult,
    ) -> FigureResult {
        let stated = || {
            let file = history.snapshot_on(at, day)?;
            if let TargetMeasure::Coverage(id) = &self.target.reads {
                let entry = file.coverage.find(id)?;
                return entry.stated(Cover::Percent).cloned();
            }
            let (group, aspect) = self.target.reads.of_group().filter(|(_, aspect)| aspect.is_rate())?;
            let whole = &file.whole;
            let area = self.target.area.as_ref().map_or(Some(whole), |name| whole.part(name))?;
            area.shown(group, &aspect).ok()
        };
        let is_now = |told: &Figure| now.as_ref().is_ok_and(|now| told.unit == now.unit && told.may_be(now));
        stated().filter(is_now).map_or_else(|| now.clone(), Ok)
    }
}
