//! What a list comes to, once all its rows are read.

use super::super::grid::column_name;
use super::super::heading::Heading;
use super::super::heading_words::is_of_headings;
use super::columns::{Column, role};
use super::says::{MINORITIES, NotCounted, Says};
use super::{Counter, ReadColumn, RegisterReading, Unread};

/// The heading of a column as it may be told: its letters alone where it says more than headings do, for it may be a row
/// of somebody.
fn shown(heading: &Heading, column: usize) -> String {
    let is_plain = heading.columns[column].iter().all(|part| is_of_headings(part));
    if is_plain {
        format!("{} {}", column_name(column), heading.written(column))
    } else {
        column_name(column)
    }
}

impl Counter<'_> {
    /// Settles what only all rows tell: columns that are no answers, places that are none.
    pub(super) fn finish(mut self, heading: &Heading) -> RegisterReading {
        self.reading.counts = self.tally.counts();
        self.reading.gaps = self.tally.places(std::mem::take(&mut self.gaps));
        // A list of members that has heads alone does not list them.
        if self.most_rows == 1 && !self.by_rows.is_empty() && !self.columns.have(role::MEMBER_NUMBER) {
            self.reading.is_of_heads = true;
            let by_rows = std::mem::take(&mut self.by_rows);
            self.reading.gaps.append(&mut self.tally.places(by_rows));
        }
        for column in &mut self.columns.all {
            if let Says::Yes(path) = &column.says
                && self.odd.contains(&column.at)
            {
                let own = ["poor", "near_poor"].map(|group| path.replace("{group}", group));
                self.reading.counts.retain(|(_, path), _| !own.contains(path));
                column.says = Says::Nothing(NotCounted::NotYesOrNo);
            }
        }
        for (area, row) in std::mem::take(&mut self.bare) {
            let Some(row) = row else { continue };
            let names = self.tally.names(area);
            self.reading.counts.retain(|(own, _), _| !own.starts_with(names));
            self.reading.unread.push((row, Unread::UnsurePlace));
        }
        let is_counted = |group: &&str| {
            let path = format!("{group}.households");
            self.reading.counts.keys().any(|(_, known)| *known == path)
        };
        // Where some are of no known group, those that seem to have none may have them.
        if self.reading.unread.iter().any(|(_, why)| why.leaves_groups_open()) {
            self.reading.groups.retain(|group| is_counted(group));
        }
        self.reading.groups.extend(["poor", "near_poor"].into_iter().filter(is_counted));
        let asked = self.columns.all.iter().flat_map(|column| match &column.says {
            Says::Yes(path) => vec![path.clone()],
            Says::Came(_, Some(line)) => vec![format!("{{group}}.movement.{line}")],
            Says::Moved => ["newly", "relapsed"].map(|line| format!("{{group}}.movement.{line}")).to_vec(),
            Says::People => vec![MINORITIES.to_owned()],
            Says::Cause => vec!["causes.*".to_owned()],
            _ => Vec::new(),
        });
        let always = ["{group}.households", "{group}.persons"].map(str::to_owned);
        let asked: Vec<String> = asked.chain(always).collect();
        let of_groups = self
            .reading
            .groups
            .iter()
            .flat_map(|group| asked.iter().map(|path| path.replace("{group}", group)));
        let seen = self.reading.counts.keys().map(|(_, path)| path.clone());
        self.reading.asked = of_groups.chain(seen).collect();
        let read = |column: Column| ReadColumn {
            at: column.at,
            heading: shown(heading, column.at),
            says: column.says,
        };
        self.reading.columns = self.columns.all.into_iter().map(read).collect();
        let is_of_heads = self.reading.is_of_heads;
        let others = self.totals.others().into_iter();
        self.reading.other_totals = others.filter(|total| !(total.is_of_persons && is_of_heads)).collect();
        self.reading.unread.sort_unstable();
        self.reading
    }
}
