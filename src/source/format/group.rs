//! Groups of households: poor, near-poor, or both together.

use schemars::JsonSchema;
use serde::Deserialize;

use super::figure::{Change, Figure, Provenance};
use super::words::Id;
use crate::model::percent::Percent;
use crate::model::words::Text;

/// The poor, the near-poor, or both: what a report says of them. Only what it says; the rest is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Households at `as_of`.
    pub households: Option<Figure>,
    /// Persons in them.
    pub persons: Option<Figure>,
    /// Their share of all households, as reported, 0 to 100.
    pub rate_percent: Option<Percent>,
    /// The change of that share in points, as reported, signed, against the period before.
    pub rate_change_points: Option<Percent>,
    /// The net fall of households in the period; negative for a rise.
    pub reduced: Option<Change>,
    // Boxed, as the groups themselves: a file may hold a million areas, and few of them have movement.
    /// Households in and out during the period.
    pub movement: Option<Box<Movement>>,
    /// Persons in and out during the period.
    pub movement_persons: Option<Box<Movement>>,
    /// Households of policy families (hộ chính sách người có công) among them.
    pub policy_families: Option<Figure>,
    /// Any other part: headed by women, without labour, ethnic minority, children …
    #[serde(default)]
    pub among: Vec<Part>,
    /// Where the figures of the group come from.
    pub provenance: Option<Provenance>,
    /// The report's own words.
    pub quote: Option<Text>,
    /// A note on the group.
    pub note: Option<Text>,
}

/// A part of a group.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The part, once in its list.
    pub id: Id,
    /// What people call it.
    pub name: Text,
    /// Households of the part.
    pub households: Option<Figure>,
    /// Persons in them.
    pub persons: Option<Figure>,
    /// Where the figures of the part come from.
    pub provenance: Option<Provenance>,
}

/// The lines of the official review tables: who was in, went out and came in during the period.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Movement {
    /// At the start of the period (đầu kỳ).
    pub start: Option<Figure>,
    /// Out: became near-poor (trở thành hộ cận nghèo).
    pub to_near_poor: Option<Figure>,
    /// Out, of the near-poor: became poor.
    pub to_poor: Option<Figure>,
    /// Out: rose above the near-poor line (vượt chuẩn cận nghèo).
    pub above_near_poor: Option<Figure>,
    /// Out: both ways together (thoát), when only the sum is known.
    pub escaped: Option<Figure>,
    /// Out for another reason.
    pub other_out: Option<Figure>,
    /// In: from the near-poor.
    pub from_near_poor: Option<Figure>,
    /// In, of the near-poor: from the poor.
    pub from_poor: Option<Figure>,
    /// In: fell back (tái nghèo).
    pub relapsed: Option<Figure>,
    /// In: for the first time (phát sinh mới).
    pub newly: Option<Figure>,
    /// In for another reason.
    pub other_in: Option<Figure>,
    /// Where the figures of the movement come from.
    pub provenance: Option<Provenance>,
}
