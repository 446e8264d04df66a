//! Rates that their cells show rounded.

use crate::say;
use crate::text::Lang;

use super::super::grid::CellPlace;
use super::{NAMED, Told};

impl Told {
    /// Rates that are shown otherwise than they are stored, with the stored number.
    pub(super) fn shown_otherwise(&mut self, rates: &[(CellPlace, String)]) {
        if rates.is_empty() {
            return;
        }
        let lang = self.lang;
        let told = |(at, number): &(CellPlace, String)| match lang {
            Lang::Vi => format!("{} {}%", at.cell_name(), number.replace('.', ",")),
            Lang::En => format!("{} {number}%", at.cell_name()),
        };
        let cells = rates.iter().take(NAMED).map(told).collect::<Vec<_>>().join("; ");
        let more = Some(rates.len().saturating_sub(NAMED)).filter(|more| *more > 0);
        self.line(
            say!(lang, "  ô hiện số đã làm tròn, nhập số ghi trong ô: {cells}[ và {more} ô nữa]",
                "  cells that show rounded numbers, imported as stored: {cells}[ and {more} more]"; cells, more)
            .text(),
        );
    }
}
