//! What is told of the sheets of the workbook to fill in that are no table of places: what they hold, and which cell lacks
//! what.

use crate::say;

use super::super::entries::{EntryCell, EntryFault, EntryReading};
use super::super::front::Front;
use super::super::grid::{CellPlace, Grid};
use super::super::template::{FRONT, MEASURES};
use super::words::{entry_fault, front_fault};
use super::{Told, called, column_told};

impl Told {
    /// What a front sheet says.
    pub fn front(&mut self, grid: &Grid, front: &Front) {
        self.sheet(grid);
        let lang = self.lang;
        let said: Vec<&str> =
            FRONT.iter().filter(|(_, path)| front.get(path).is_some()).map(|(said, _)| *said).collect();
        if said.is_empty() {
            self.line(lang.pick("  chưa điền mục nào", "  nothing is filled in"));
        } else {
            self.line(format!("  {}", said.join(", ")));
        }
        for (at, near) in &front.unknown {
            let (place, near) = (at.shown(), *near);
            let words = say!(lang, "? {place}: mẫu không có mục này, không nhập[; có phải “{near}”?]",
                "? {place}: the template has no such label, the row is not imported[; did you mean “{near}”?]"; place, near);
            self.line(words.text());
        }
        for (at, label, why) in &front.faults {
            self.refuse(format!("{}: {}", under(at, label), front_fault(lang, *why)));
        }
    }

    /// How many entries a sheet has, and what could not be read of them.
    pub fn entries(&mut self, grid: &Grid, reading: &EntryReading) {
        self.sheet(grid);
        let lang = self.lang;
        if reading.entries.is_empty() {
            self.line(lang.pick("  chưa có dòng nào", "  no rows"));
        } else {
            let rows = format!("{} {}", reading.entries.len(), lang.pick("dòng", "rows"));
            self.line(format!("  {rows} → {}", called::list(lang, reading.list)));
        }
        if !reading.left_out.is_empty() {
            let left = reading.left_out.iter().map(|head| column_told(head)).collect::<Vec<_>>().join("; ");
            self.line(say!(lang, "  không nhập (chưa có trường): {left}", "  not imported (no field): {left}"; left).text());
        }
        for (at, head, fault) in &reading.faults {
            self.refuse(format!("{}: {}", under(at, head), entry_fault(lang, *fault)));
        }
    }

    /// That a target measures nothing that is known.
    pub fn no_measure(&mut self, cell: &EntryCell) {
        let lang = self.lang;
        let (place, why) = (under(&cell.at, cell.head), entry_fault(lang, EntryFault::NotAWord(MEASURES)));
        let words = say!(lang, "{place}: {why}; hoặc đúng tên, mã của một dòng trang “Chính sách”, “Nhiệm vụ”",
            "{place}: {why}; or the name or the code of a row of the sheets “Chính sách”, “Nhiệm vụ”"; place, why);
        self.refuse(words.text());
    }
}

/// A cell under the head of its column, or beside its label.
pub fn under(at: &CellPlace, head: &str) -> String {
    let head = if head.is_empty() { String::new() } else { format!(" “{head}”") };
    format!("{}{head}", at.shown())
}
