//! Levels never to leave: kept, or broken since a day.

use super::super::figure::Figure;
use super::target_context::TargetContext;
use super::verdict::Standing;

impl TargetContext<'_> {
    /// Broken from the first snapshot of the target's time whose value is on the bad side, and for all that time;
    /// otherwise kept, if the judged snapshot has a figure.
    pub fn keep(&self) -> Standing {
        let Some((_, level)) = self.stated_aim() else { return Standing::NoData };
        let mut spoken = false;
        for index in self.own_time() {
            let Ok(figure) = self.read(Some(index)).level else { continue };
            if self.breaks(&figure, &level)
                && let Some(snapshot) = self.snapshot(index)
            {
                return Standing::Broken { since: snapshot.as_of() };
            }
            spoken |= self.judged == Some(index);
        }
        if spoken { Standing::Kept } else { Standing::NoData }
    }

    /// Is all that a figure may be on the bad side of a level?
    pub fn breaks(&self, figure: &Figure, level: &Figure) -> bool {
        let (low, high) = (figure.amount.low(), figure.amount.high());
        let side = if self.rises() {
            self.strictly(high.cmp(level.amount.low()), figure.qualifier)
        } else {
            self.strictly(low.cmp(level.amount.high()).reverse(), figure.qualifier.reversed())
        };
        side.is_lt()
    }
}
