//! The four verdicts, and what stands in the way of one.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::figure::Figure;
use crate::model::measure::Subject;
use crate::model::ops::{Missing, MissingReason};

/// What came of a check, in the order of what needs action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Arithmetic that no rounding explains (mâu thuẫn).
    Contradicts,
    /// Possible, but somebody should look (cần xác minh).
    ToVerify,
    /// What is missing is named (không đối chiếu được).
    #[serde(rename = "cannot_be_checked")]
    CannotCheck,
    /// The figures agree (khớp).
    Holds,
}

impl Verdict {
    /// All four, in the order of the list.
    pub const ALL: [Self; 4] = [Self::Contradicts, Self::ToVerify, Self::CannotCheck, Self::Holds];

    /// Does it wait for somebody?
    pub fn is_open(self) -> bool {
        self <= Self::ToVerify
    }
}

/// Why a check cannot be made.
#[derive(Debug, Clone)]
pub enum WhyNot {
    /// These figures are not there.
    Missing(Vec<Subject>),
    /// These figures were worked out by hand (provenance `derived`): both sides follow from each other, "hai vế suy
    /// ra từ nhau".
    StoredDerived(Vec<Figure>),
    /// The bounds of these figures (hơn, gần, khoảng …) do not decide.
    Bounded(Vec<Figure>),
    /// These figures count different things.
    UnitsDiffer(Vec<Figure>),
    /// A divisor is zero or below.
    NothingToDivideBy,
    /// What would follow is more than there is, or too little to be told.
    NotDerivable,
    /// All parts have the figure, but nothing says that they are all of the whole.
    PartsNotAll,
}

impl WhyNot {
    /// Why an operation gave no figure.
    pub(super) fn from_missing(missing: &Missing) -> Self {
        match &missing.because {
            MissingReason::Opposed(terms) => Self::Bounded(terms.clone()),
            MissingReason::UnitsDiffer => Self::UnitsDiffer(Vec::new()),
            MissingReason::NothingToDivideBy => Self::NothingToDivideBy,
            MissingReason::NotDerivable => Self::NotDerivable,
            MissingReason::NotStated
            | MissingReason::Lacking(_)
            | MissingReason::NoEarlier
            | MissingReason::StandardsDiffer
            | MissingReason::NotMeant
            | MissingReason::TooEarly
            | MissingReason::DuePassed
            | MissingReason::NothingLeft
            | MissingReason::AlreadyThere
            | MissingReason::FellBack
            | MissingReason::KindsDiffer
            | MissingReason::AreasDiffer(..) => Self::Missing(missing.leaves()),
        }
    }
}

/// Adds a reason to reasons; those of one kind become one.
pub(super) fn add_reason(reasons: &mut Vec<WhyNot>, why: WhyNot) {
    use WhyNot::{
        Bounded, Missing, NotDerivable, NothingToDivideBy, PartsNotAll, StoredDerived, UnitsDiffer,
    };
    for old in reasons.iter_mut() {
        match (old, &why) {
            (Missing(old), Missing(new)) => old.extend(new.iter().cloned()),
            (StoredDerived(old), StoredDerived(new))
            | (Bounded(old), Bounded(new))
            | (UnitsDiffer(old), UnitsDiffer(new)) => old.extend(new.iter().cloned()),
            (NothingToDivideBy, NothingToDivideBy)
            | (NotDerivable, NotDerivable)
            | (PartsNotAll, PartsNotAll) => {}
            _ => continue,
        }
        return;
    }
    reasons.push(why);
}

/// Names what is missing once each. Done at the end, not at every addition: a thousand areas may share a line.
pub(super) fn name_once(reasons: &mut [WhyNot]) {
    for why in reasons {
        if let WhyNot::Missing(all) = why {
            let mut seen = HashSet::new();
            all.retain(|what| seen.insert(what.clone()));
        }
    }
}

/// A verdict with its reasons.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The verdict.
    pub verdict: Verdict,
    /// What stands in the way; empty for the other verdicts.
    pub why: Vec<WhyNot>,
}

impl Outcome {
    /// A verdict that needs no reason.
    pub(super) fn plain(verdict: Verdict) -> Self {
        Self { verdict, why: Vec::new() }
    }

    /// Holds or contradicts.
    pub(super) fn holds(yes: bool) -> Self {
        Self::plain(if yes { Verdict::Holds } else { Verdict::Contradicts })
    }

    /// Cannot be checked, for one reason.
    pub(super) fn cannot(why: WhyNot) -> Self {
        Self { verdict: Verdict::CannotCheck, why: vec![why] }
    }

    /// Cannot be checked because figures are missing.
    pub(super) fn lacking<'a>(missing: impl IntoIterator<Item = &'a Missing>) -> Self {
        let mut why = Vec::new();
        for one in missing {
            add_reason(&mut why, WhyNot::from_missing(one));
        }
        Self { verdict: Verdict::CannotCheck, why }
    }

    /// The same with one more reason.
    pub(super) fn and(mut self, why: WhyNot) -> Self {
        add_reason(&mut self.why, why);
        self
    }

    /// Several as one: a contradiction counts before what cannot be checked, and that before what holds; none: holds.
    pub(super) fn worst(all: impl IntoIterator<Item = Self>) -> Self {
        let mut worst = Self::plain(Verdict::Holds);
        for one in all {
            worst.verdict = worst.verdict.min(one.verdict);
            one.why.into_iter().for_each(|why| add_reason(&mut worst.why, why));
        }
        worst
    }
}
