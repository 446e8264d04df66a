//! A rate is a share of all households, a coverage one of those entitled: 0 to 100 percent.

use super::diagnostics::Diagnostics;
use super::visit::{each, each_group};
use crate::model::measure::GroupField;
use crate::source::fault::MeaningFault;
use crate::source::format::{Snapshot, Written};
use crate::source::place::FieldPath;

pub(super) fn validate(snapshot: &Snapshot, diagnostics: &mut Diagnostics<'_>) {
    each(&FieldPath::TOP, "coverage", &snapshot.coverage, |at, entry| {
        let is_share = entry.percent.as_ref().is_none_or(|percent| percent.value.within(0, 100));
        diagnostics.ask(is_share, at, "percent", MeaningFault::NotAShare);
    });
    each_group(snapshot, &mut |at, group| {
        shares(at, group.figures(), diagnostics);
        // A part is stated in fields of the same names as the group.
        each(at, "among", &group.among, |at, part| shares(at, part.figures(), diagnostics));
    });
}

fn shares<'a>(
    at: &FieldPath<'_>,
    figures: impl Iterator<Item = (&'static str, Written<'a>)>,
    diagnostics: &mut Diagnostics<'_>,
) {
    for (name, written) in figures {
        let Written::Percent(percent) = written else { continue };
        let is_signed = GroupField::from_code(name).is_some_and(|field| field.is_signed);
        let (least, fault) =
            if is_signed { (-100, MeaningFault::NotAChange) } else { (0, MeaningFault::NotAShare) };
        diagnostics.ask(percent.value.within(least, 100), at, name, fault);
    }
}
