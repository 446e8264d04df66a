//! Groups of households: poor, near-poor, or both together.

use schemars::JsonSchema;
use serde::Deserialize;

use super::figure::{Change, Figure};
use super::listed::Written;
use super::qualified::PercentFigure;
use super::words::Id;
use crate::model::source_file::Provenance;
use crate::model::words::Text;

listed! {
    /// The poor, the near-poor, or both: what a report says of them. Only what it says; the rest is absent.
    #[derive(Default)]
    pub struct Group {
        [
            /// Households at `as_of`.
            pub households: Figure,
            /// Persons in them.
            pub persons: Figure,
            /// Their share of all households, as reported, 0 to 100.
            pub rate_percent: PercentFigure,
            /// The change of that share in points, as reported, signed, against the period before.
            pub rate_change_points: PercentFigure,
            /// The net fall of households in the period; negative for a rise.
            pub reduced: Change,
            /// Households of policy families (hộ chính sách người có công) among them.
            pub policy_families: Figure,
        ]
        // Boxed, as the groups themselves: a file may hold a million areas, and few of them have movement.
        /// Households in and out during the period.
        pub movement: Option<Box<Movement>>,
        /// Persons in and out during the period.
        pub movement_persons: Option<Box<Movement>>,
        /// Any other part: headed by women, without labour, ethnic minority, children …
        #[serde(default)]
        pub among: Vec<Part>,
        /// Where the figures of the group come from.
        pub provenance: Option<Provenance>,
        /// The report's own words.
        pub quote: Option<Box<Text>>,
        /// A note on the group.
        pub note: Option<Box<Text>>,
    }
}

listed! {
    /// A part of a group.
    pub struct Part {
        /// The part, once in its list; one id names one part in all groups, areas and snapshots.
        pub id: Id,
        /// What people call it.
        pub name: Text,
        [
            /// Households of the part.
            pub households: Figure,
            /// Persons in them.
            pub persons: Figure,
            /// All households of the part, in the group or not: what its rate is a share of. Given in one group it
            /// counts for all.
            pub of: Figure,
            /// Their share of all households of the part, as reported, 0 to 100.
            pub rate_percent: PercentFigure,
            /// The change of that share in points, as reported, signed, against the period before.
            pub rate_change_points: PercentFigure,
            /// The net fall of households of the part in the period; negative for a rise.
            pub reduced: Change,
        ]
        /// Where the figures of the part come from.
        pub provenance: Option<Provenance>,
    }
}

listed! {
    /// The lines of the official review tables: who was in, went out and came in during the period.
    #[derive(Default)]
    pub struct Movement {
        // Boxed, as few of the lines are stated.
        [
            /// At the start of the period (đầu kỳ).
            pub start: Box<Figure>,
            /// Out: became near-poor (trở thành hộ cận nghèo).
            pub to_near_poor: Box<Figure>,
            /// Out, of the near-poor: became poor.
            pub to_poor: Box<Figure>,
            /// Out: rose above the near-poor line (vượt chuẩn cận nghèo).
            pub above_near_poor: Box<Figure>,
            /// Out: both ways together (thoát), when only the sum is known.
            pub escaped: Box<Figure>,
            /// Out for another reason.
            pub other_out: Box<Figure>,
            /// In: from the near-poor.
            pub from_near_poor: Box<Figure>,
            /// In, of the near-poor: from the poor.
            pub from_poor: Box<Figure>,
            /// In: fell back (tái nghèo).
            pub relapsed: Box<Figure>,
            /// In: for the first time (phát sinh mới).
            pub newly: Box<Figure>,
            /// In for another reason.
            pub other_in: Box<Figure>,
        ]
        /// Where the figures of the movement come from.
        pub provenance: Option<Provenance>,
    }
}
