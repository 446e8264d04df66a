//! Areas as they are read: those of one list share the table of their figures.

use std::sync::Arc;

use super::area::Area;
use super::cell::{Beside, ListDraft, OpenRow, RowDraft};
use super::indicator::Indicator;
use super::name::AreaName;
use super::source_file::SourceFile;

/// The areas of a list while its file is read.
#[derive(Debug)]
pub struct AreaList {
    list: ListDraft,
    areas: Vec<OpenArea>,
}

/// What an area has besides its figures.
#[derive(Debug, Default)]
pub struct Rest {
    /// The other figures that are followed.
    pub indicators: Vec<Indicator>,
    /// Its parts, in people's order of names.
    pub areas: Vec<Area>,
    /// The parts are all of it.
    pub areas_complete: bool,
}

#[derive(Debug)]
struct OpenArea {
    name: Arc<AreaName>,
    row: OpenRow,
    beside: Option<Beside>,
    rest: Rest,
}

impl AreaList {
    /// The list of the area at `owner` (`areas[3]`); of the unit where that is empty, and for the unit itself.
    pub fn new(origin: &Arc<SourceFile>, owner: &str) -> Self {
        Self { list: ListDraft::new(origin, owner), areas: Vec::new() }
    }

    /// Takes in an area: its place in the list of its file, none for the unit itself, and the line it begins in.
    pub fn add(&mut self, name: &Arc<AreaName>, at: (Option<usize>, u32), states: RowDraft, rest: Rest) {
        let (row, beside) = self.list.add(name, at, states);
        self.areas.push(OpenArea { name: name.clone(), row, beside, rest });
    }

    /// The areas, in the order in which they were taken in.
    pub fn finish(self) -> Vec<Area> {
        let row = self.list.finish();
        let area = |open: OpenArea| {
            let mut area = Area::of_row(open.name, row(open.row), open.beside);
            area.follow(open.rest.indicators);
            area.areas = open.rest.areas.into();
            area.set_areas_complete(open.rest.areas_complete);
            area
        };
        // Collected in place they would keep the room that they had while they were read.
        let mut areas = Vec::with_capacity(self.areas.len());
        areas.extend(self.areas.into_iter().map(area));
        areas
    }
}
