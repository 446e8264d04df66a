//! Where somebody stood before a reading: it is gone back to, and said when it is not there any more.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::history::History;
use crate::model::name::AreaName;
use crate::model::snapshot::Standard;
use crate::say;

use super::App;

/// Where somebody stood before a reading.
#[derive(Debug, Clone)]
pub struct Stood {
    /// The unit.
    unit: Arc<AreaName>,
    /// The standard.
    standard: Standard,
    /// The day of the snapshot.
    pub(super) day: NaiveDate,
    /// The day compared with, when one was chosen.
    pub(super) compared: Option<NaiveDate>,
    /// Is it where the program opens?
    pub(super) opened: bool,
}

impl Stood {
    /// Is it a place of this history?
    pub(super) fn is_in(&self, history: &History) -> bool {
        history.unit.is(&self.unit) && history.standard == self.standard
    }

    /// Has it that day?
    fn is_read_in(&self, history: &History) -> bool {
        history.snapshots.iter().any(|snapshot| snapshot.as_of() == self.day)
    }
}

impl App {
    /// Where the reader stands.
    pub(super) fn stands(&self) -> Option<Stood> {
        let history = self.shown()?;
        Some(Stood {
            unit: history.unit.clone(),
            standard: history.standard.clone(),
            day: history.snapshots.get(self.at)?.as_of(),
            compared: self.compare.and_then(|at| Some(history.snapshots.get(at)?.as_of())),
            opened: self.at == self.opening(history),
        })
    }

    /// What is said of an earlier day that is shown though the one before is still there: figures of a report have come
    /// where the program opens, in the place of newer ones that are none.
    pub(super) fn turned_to(&self, stood: &Stood) -> Option<String> {
        let history = self.shown()?;
        let shown = history.snapshots.get(self.at)?.as_of();
        let is_earlier = stood.is_in(history) && stood.is_read_in(history) && shown < stood.day;
        let line = say!(self.lang, "Đã có số liệu báo cáo: đang hiện {shown}",
            "Reported figures have come: shown {shown}"; shown);
        is_earlier.then(|| line.text())
    }

    /// What was shown or compared with and is not there any more, with what is shown in its place; nothing of what a
    /// newer figure replaced for one who follows the newest.
    pub(super) fn misses(&self, stood: &Stood) -> Option<String> {
        let history = self.shown()?;
        let shown = history.snapshots.get(self.at)?.as_of();
        let unit = &stood.unit.name;
        if stood.is_in(history) && (shown == stood.day || stood.opened && shown > stood.day) {
            let gone = stood.compared.filter(|_| self.compare.is_none())?;
            let line = say!(self.lang, "Không còn số liệu {unit} {gone} để so sánh",
                "The figures of {unit} of {gone} to compare with are gone"; unit, gone);
            return Some(line.text());
        }
        if stood.is_in(history) && stood.is_read_in(history) {
            return None;
        }
        let (gone, other) = (stood.day, (!history.unit.is(&stood.unit)).then_some(&history.unit.name));
        let line = say!(self.lang, "Không còn số liệu {unit} {gone}; đang hiện [{other} ]{shown}",
            "The figures of {unit} of {gone} are gone; shown: [{other} ]{shown}"; unit, gone, other, shown);
        Some(line.text())
    }
}
