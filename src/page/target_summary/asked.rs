//! What a target asks, in the terms in which it asks it: a level, a change, a plan, a day.

use crate::model::figure::Figure;
use crate::model::qualifier::Qualifier;
use crate::model::target::{AimKind, TargetMeasure};
use crate::say;
use crate::text::line::Line;
use crate::text::template::Speaker;

use super::{TargetSummary, with_unit};

impl TargetSummary<'_> {
    /// What is asked in a few words: `giữ ở 0`, `100%`, the day that a task is due.
    pub fn asked(&self, speaker: &impl Speaker) -> Option<Line> {
        if let TargetMeasure::Task(_) = self.target.reads {
            return Some(say!(self, "hạn {due}", "due {due}"; due = self.found.due?));
        }
        let asked = &self.found.asked;
        if let Some(plan) = self.plan() {
            let floor = self.floor_in_words().filter(|_| plan.qualifier == Qualifier::AtLeast);
            return Some(floor.unwrap_or_else(|| say!(speaker, "{plan+}"; plan)));
        }
        if let (TargetMeasure::Programme(..), Ok(_)) = (&self.target.reads, &asked.count_aim) {
            return Some(with_unit(speaker, &asked.count_aim));
        }
        match &asked.aim {
            Ok(aim) if self.target.is_kept() => Some(self.to_keep_at(say!(self, "{aim}"; aim))),
            Ok(_) => Some(with_unit(speaker, &asked.aim)),
            Err(_) => self.asked_change(speaker),
        }
    }

    /// The number that a column has of what is asked: of a programme its plan, else the level.
    pub fn asked_in_column(&self) -> Option<&Figure> {
        let asked = &self.found.asked;
        let is_programme = matches!(self.target.reads, TargetMeasure::Programme(..));
        let of_programme = self.plan().or(asked.count_aim.as_ref().ok().filter(|_| is_programme));
        of_programme.or(asked.aim.as_ref().ok()).or(asked.goal.as_ref().ok())
    }

    /// What is asked as it is asked: a change, or a level.
    pub fn asked_as_written(&self, speaker: &impl Speaker) -> Option<Line> {
        let is_change = matches!(
            self.target.aim.figure(),
            Some((AimKind::ReduceBy | AimKind::ReduceByPoints | AimKind::ReduceByPercent, _))
        );
        let change = self.asked_change(speaker).filter(|_| is_change);
        change.or_else(|| self.asked(speaker))
    }

    /// The change asked, as it is asked: `giảm 0,8-1 điểm phần trăm`, `giảm 20% (723* hộ)`, `giảm bình quân 4 điểm phần trăm/năm`.
    pub fn asked_change(&self, speaker: &impl Speaker) -> Option<Line> {
        let goal = &self.found.asked.goal;
        if self.target.reads.rises() {
            return goal.as_ref().ok().map(|_| with_unit(speaker, goal));
        }
        let stated = self.target.asked_as_stated();
        match stated {
            Some((_, yearly)) if self.target.each_year => {
                let yearly = with_unit(speaker, &Ok(yearly));
                Some(
                    say!(speaker, "giảm bình quân {yearly}/năm", "a reduction of {yearly} a year on average"; yearly),
                )
            }
            Some((AimKind::ReduceByPercent, share)) => {
                let that_is = goal.is_ok().then(|| with_unit(speaker, goal));
                Some(
                    say!(speaker, "giảm {share}[ ({that_is})]", "a reduction of {share}[ ({that_is})]"; share, that_is),
                )
            }
            _ => {
                let goal = goal.is_ok().then(|| with_unit(speaker, goal))?;
                Some(say!(speaker, "giảm {goal}", "a reduction of {goal}"; goal))
            }
        }
    }

    /// What is asked; of a level that is to be kept, so: `giữ ở 0`.
    pub fn to_keep_at(&self, aim: Line) -> Line {
        say!(self, "[{is_kept}giữ ở ]{aim}", "[{is_kept}keep at ]{aim}"; is_kept = self.target.is_kept(), aim)
    }
}
