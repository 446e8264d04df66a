//! Any other figure that a programme follows: children at school, stunting, trained workers, poor communes.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::figure::Figure;
use super::measure::IdName;
use super::unit::Unit;
use super::words::Text;

/// The side of an indicator that is wished for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// It is to rise: children at school.
    Higher,
    /// It is to fall: stunting.
    Lower,
}

/// What an indicator measures: two of other units, or of other wishes, are not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct IndicatorKind {
    /// Percents ([`Unit::Share`]), or what is counted.
    pub unit: Unit,
    /// The side that is wished for.
    pub better: Better,
}

/// An indicator of a unit or area, with its figure or without.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Its id and name.
    pub named: Arc<IdName>,
    /// What it measures.
    pub kind: IndicatorKind,
    /// What is stated of it.
    pub(super) stated: Option<Figure>,
    /// The report's own words.
    pub quote: Option<Text>,
    /// A note.
    pub note: Option<Text>,
}

impl Indicator {
    /// One of which no more than its figure is stated.
    pub fn new(named: Arc<IdName>, kind: IndicatorKind, stated: Option<Figure>) -> Self {
        Self { named, kind, stated, quote: None, note: None }
    }

    /// The figure that stands in the file.
    pub fn stated(&self) -> Option<&Figure> {
        self.stated.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::super::build::{self, day, named, percent};
    use super::super::exact::Exact;
    use super::super::measure::When;
    use super::super::ops::MissingReason;
    use super::*;

    fn of(better: Better, value: Option<&str>) -> Indicator {
        let kind = IndicatorKind { unit: Unit::Share, better };
        Indicator::new(named("stunting"), kind, value.map(|text| percent(text, Unit::Share)))
    }

    /// 9,8 after 10,4: 0,6 points fewer; a figure that is not stated is missing, and nothing is compared with one of
    /// which the other side was wished for.
    #[test]
    fn only_like_is_compared_with_like() {
        let [then, now] = ["2022-12-31", "2023-09-30"].map(|day| build::snapshot(day).whole);
        let (before, after) = (of(Better::Lower, Some("10.4")), of(Better::Lower, Some("9.8")));
        let change = after.change(&now, (&before, &then)).unwrap();
        assert_eq!((change.one(), change.unit), (Some(&Exact::decimal(-6, 1)), Unit::Point));
        assert_eq!(change.subject.when, When::Between(day("2022-12-31"), day("2023-09-30")));
        let missing = after.change(&now, (&of(Better::Lower, None), &then)).unwrap_err();
        assert!(matches!(missing.because, MissingReason::Lacking(_)));
        let unlike = after.change(&now, (&of(Better::Higher, Some("10.4")), &then)).unwrap_err();
        assert!(matches!(unlike.because, MissingReason::KindsDiffer));
    }
}
