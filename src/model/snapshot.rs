//! What one file says: one unit, one date.

use std::sync::Arc;

use chrono::NaiveDate;

use super::area::Area;
use super::by_id::ById;
use super::source_file::{Provenance, SourceFile, SourceKind};
use super::support::{Coverage, Programme};
use super::target::{AimStated, Target, Task};
use super::words::Text;

/// The poverty standard the households were judged by; none stated is a standard of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Standard {
    /// Its id; none: "không nêu chuẩn".
    pub id: Option<String>,
    /// Its name.
    pub name: Option<Text>,
}

/// What the person who entered the file wants verified.
#[derive(Debug, Clone)]
pub struct Doubt {
    /// The field it is about.
    pub field: Option<String>,
    /// The doubt.
    pub text: Text,
    /// The line of the doubt in its file.
    pub line: u32,
}

/// A snapshot.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The file, its date, period and source.
    pub origin: Arc<SourceFile>,
    /// The standard.
    pub standard: Standard,
    /// What the unit lies within, for people.
    pub within: Option<Text>,
    /// The unit itself with its groups and parts.
    pub whole: Area,
    /// Support given in the period.
    pub programmes: ById<Programme>,
    /// Entitlements.
    pub coverage: ById<Coverage>,
    /// Targets.
    pub targets: ById<Target>,
    /// Tasks.
    pub tasks: ById<Task>,
    /// Doubts.
    pub doubts: Vec<Doubt>,
    /// What the preliminary report of the same day said, where this is the final one.
    pub preliminary: Option<Arc<Self>>,
    /// Texts that hold a run of 9 or 12 digits or a mail address: their fields, never their values.
    pub private: Vec<String>,
}

impl Snapshot {
    /// The target with that id, where its aim is stated: a wording that leaves it out says nothing of it.
    pub fn stated_aim(&self, id: &str) -> Option<&Target> {
        self.targets.find(id).filter(|target| !matches!(target.aim, AimStated::Absent))
    }

    /// The day the stocks hold.
    pub fn as_of(&self) -> NaiveDate {
        self.origin.as_of
    }

    /// Is it no snapshot, but what a plan or a decision asks?
    pub fn is_plan(&self) -> bool {
        match self.origin.kind {
            SourceKind::Plan | SourceKind::Decision => true,
            SourceKind::Report => false,
        }
    }

    /// Is its source invented, to show how it would look?
    pub fn is_invented(&self) -> bool {
        self.origin.provenance == Provenance::Illustrative
    }
}
