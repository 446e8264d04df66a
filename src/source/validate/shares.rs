//! A rate is a share of all households, a coverage one of those entitled: 0 to 100 percent.

use super::diagnostics::Diagnostics;
use super::visit::{each, each_group};
use crate::model::measure::GroupField;
use crate::source::fault::MeaningFault;
use crate::source::format::{Snapshot, Written};
use crate::source::place::FieldPath;

pub(super) fn validate(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    each(&FieldPath::TOP, "coverage", &snapshot.coverage, |at, entry| {
        let is_share = entry.percent.is_none_or(|percent| percent.within(0, 100));
        diagnostics.ask(is_share, at, "percent", MeaningFault::NotAShare);
    });
    each_group(snapshot, &mut |at, group| {
        for (name, written) in group.figures() {
            let Written::Percent(percent) = written else { continue };
            let is_signed = GroupField::from_code(name).is_some_and(|field| field.is_signed);
            let (least, fault) =
                if is_signed { (-100, MeaningFault::NotAChange) } else { (0, MeaningFault::NotAShare) };
            diagnostics.ask(percent.within(least, 100), at, name, fault);
        }
    });
}
