//! What is found of the changes of all parts, in one walk over them: of thousands none is kept but those that are told.

use crate::model::change::{HouseholdChange, Since};
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::Group;
use crate::model::places::Fastest;

use super::List;

/// What is found of all changes.
#[derive(Debug)]
pub struct Changes {
    /// Of each group that has columns.
    pub groups: Vec<OfGroup>,
    /// What the changes of the parts are taken against, else that of the whole.
    pub since: Option<Since>,
}

/// What is found of the changes of a group.
#[derive(Debug, Default)]
pub struct OfGroup {
    /// So many parts have a change.
    pub known: usize,
    /// Are all of them counted, so that the head of their column says it?
    pub are_counted: bool,
    /// The one that fell most, or rose least.
    pub least: Option<(usize, Figure)>,
    /// The change of the next after it.
    pub next: Option<Exact>,
    /// The parts that rise.
    pub risen: Option<Risen>,
    /// Those that fell fastest and slowest.
    pub fastest: Fastest,
    since: Option<Since>,
}

/// The parts whose households of a group rise.
#[derive(Debug)]
pub struct Risen {
    /// How many.
    pub count: usize,
    /// The place of the one that rises most among the parts.
    pub place: usize,
    /// Its change.
    pub change: Figure,
}

impl Changes {
    /// Those of a list.
    pub(super) fn of(list: &List) -> Self {
        let groups: Vec<OfGroup> = list.groups.iter().map(|group| OfGroup::of(list, *group)).collect();
        let own = list.whole_step.first().filter(|step| step.change.is_ok()).and_then(|step| step.since);
        Self { since: groups[0].since.or(own), groups }
    }
}

impl OfGroup {
    fn of(list: &List, group: Group) -> Self {
        let mut all = Self { are_counted: true, ..Self::default() };
        for (at, area) in list.whole.areas.iter().enumerate() {
            let step = list.step_of(area, &list.path_of(area), group);
            all.fastest.add(at, area, &step, group);
            all.add(at, step);
        }
        all.are_counted &= all.known > 0;
        all
    }

    fn add(&mut self, at: usize, step: HouseholdChange) {
        let Ok(change) = step.change else { return };
        self.known += 1;
        self.are_counted &= change.is_derived();
        self.since = self.since.or(step.since);
        let low = change.amount.low().clone();
        if low.is_positive() {
            let count = self.risen.as_ref().map_or(1, |risen| risen.count + 1);
            let most = self.risen.take().filter(|risen| low < *risen.change.amount.low());
            let most = most.unwrap_or_else(|| Risen { count, place: at, change: change.clone() });
            self.risen = Some(Risen { count, ..most });
        }
        match &self.least {
            Some((_, least)) if *least.amount.low() <= low => {
                self.next = Some(self.next.take().into_iter().fold(low, Exact::min));
            }
            least => {
                self.next = least.as_ref().map(|(_, least)| least.amount.low().clone());
                self.least = Some((at, change));
            }
        }
    }
}
