//! Which figures an area states: for most areas of a list the same ones, so a list keeps them once.

use std::sync::Arc;

use super::location::Slot;
use super::lookup::{self, Lookup};
use super::measure::{IdName, Measure};

/// Which figures an area states, and of which parts, deprivations and causes it speaks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Shape {
    /// Its figures, in the order of the format.
    slots: Vec<Slot>,
    /// What each of them measures, as a number: a figure is looked for by it.
    marks: Vec<u8>,
    /// Where those of a part, a deprivation or a cause stand, where there are many.
    named: Lookup,
    /// The parts of each group that the report names itself, with figures or without.
    pub among: [Vec<Arc<IdName>>; 3],
    /// Deprivations, then causes of poverty, likewise.
    pub lacks: [Vec<Arc<IdName>>; 2],
}

impl Shape {
    /// Its figures, in the order of the format.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The place of the measure of that [mark](Measure::mark) for which the rest is true: that it is the right one of
    /// those that differ by a name only, which `id` tells.
    pub(super) fn place(
        &self,
        mark: u8,
        id: Option<&str>,
        is_it: impl Fn(&Measure) -> bool,
    ) -> Option<usize> {
        if let Some(id) = id.filter(|_| self.slots.len() > lookup::SHORT) {
            let named = self.slots.iter().enumerate();
            let named = named.filter_map(|(at, slot)| {
                let Measure::Of(_, aspect) = &slot.measure else { return None };
                Some((at, aspect.id()?))
            });
            return self.named.places(named, id).iter().copied().find(|at| self.marks[*at] == mark);
        }
        let mut marked = self.marks.iter().enumerate().filter(|(_, own)| **own == mark);
        marked.find(|(at, _)| is_it(&self.slots[*at].measure)).map(|(at, _)| at)
    }

    /// One figure more.
    pub(super) fn push(&mut self, slot: Slot) {
        self.named.forget();
        self.marks.push(slot.measure.mark());
        self.slots.push(slot);
    }

    /// One figure less.
    pub(super) fn remove(&mut self, at: usize) {
        self.named.forget();
        self.marks.remove(at);
        self.slots.remove(at);
    }
}
