//! A rate is a share of all households: 0 to 100 percent.

use super::diagnostics::Bench;
use super::visit::each_group;
use crate::source::fault::MeaningFault;
use crate::source::format::Snapshot;

pub(super) fn judge(snapshot: &Snapshot, bench: &mut Bench<'_>) {
    each_group(snapshot, &mut |at, group| {
        let rate = group.rate_percent.is_none_or(|rate| rate.within(0, 100));
        bench.ask(rate, at, "rate_percent", MeaningFault::NotAShare);
        let change = group.rate_change_points.is_none_or(|points| points.within(-100, 100));
        bench.ask(change, at, "rate_change_points", MeaningFault::NotAChange);
    });
}
