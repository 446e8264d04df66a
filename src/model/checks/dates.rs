//! Dates that cannot be right as they stand: in the future, or outside the period they belong to.

use chrono::NaiveDate;

use super::Check;
use super::kind::{CheckKind, DateOf, PeriodApart};
use super::scope::Scope;
use super::verdict::{Outcome, Verdict};

/// A period that does not hold the day of the figures. It may end after it: the year that is running.
pub(super) fn period_checks(scope: &Scope) -> Vec<Check> {
    let (period, as_of) = (scope.snapshot.origin.period, scope.snapshot.as_of());
    if period.holds(as_of) {
        return Vec::new();
    }
    vec![to_verify(scope, CheckKind::PeriodApart(PeriodApart { period, as_of }), &["as_of", "period"])]
}

/// One line with all dates after today. What is due later is no such date.
pub(super) fn future_checks(scope: &Scope) -> Vec<Check> {
    let snapshot = scope.snapshot;
    let as_of = [("as_of".to_owned(), DateOf::AsOf, Some(snapshot.as_of()))];
    let published = [("source.published".to_owned(), DateOf::Published, snapshot.origin.published)];
    let baselines = snapshot.targets.iter().enumerate().map(|(i, t)| {
        let day = t.baseline.as_ref().and_then(|(_, day)| *day);
        (format!("targets[{i}].baseline.as_of"), DateOf::Baseline(t.named.clone()), day)
    });
    let later = |day: &NaiveDate| *day > scope.now;
    let dates = as_of.into_iter().chain(published).chain(baselines);
    let found = dates.filter_map(|(field, of, day)| Some((field, (of, day.filter(later)?))));
    let (fields, dates): (Vec<String>, Vec<(DateOf, NaiveDate)>) = found.unzip();
    if dates.is_empty() {
        return Vec::new();
    }
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    vec![to_verify(scope, CheckKind::Future(dates), &fields)]
}

fn to_verify(scope: &Scope, kind: CheckKind, fields: &[&str]) -> Check {
    let mut check = Check::new(scope, scope.whole(), kind, Outcome::plain(Verdict::ToVerify));
    check.fields = fields.iter().map(|field| (*field).to_owned()).collect();
    check
}
