//! Where a figure stands is put together when somebody asks for it: it is the field, and the line, that it was read from.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use giamngheo::model::area::Area;
use giamngheo::model::figure::{Derivation, Figure};
use giamngheo::model::indicator::Indicator;
use giamngheo::source::{Limits, ReadFile, load, read};

use crate::made_up;

/// Every stated figure of an area and of those below it.
fn figures(area: &Area, found: &mut Vec<Figure>) {
    found.extend(area.all_stated());
    found.extend(area.indicators().iter().filter_map(Indicator::stated).cloned());
    area.areas.iter().for_each(|part| figures(part, found));
}

#[test]
fn every_figure_of_an_area_names_the_field_and_the_line_it_was_read_from() {
    let folders = made_up::ALL.map(made_up::folder).into_iter();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let published = root.join("tests/it/published");
    let below = fs::read_dir(&published).unwrap().map(|entry| entry.unwrap().path());
    let below: Vec<PathBuf> = below.filter(|path| path.is_dir()).collect();
    let mut looked_at = 0;
    for folder in folders.chain([published, root.join("sample-data")]).chain(below) {
        let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
        let readings: HashMap<String, ReadFile> = files
            .filter_map(|path| {
                let name = path.file_name()?.to_str()?.to_owned();
                Some((name.clone(), read(&fs::read(&path).unwrap(), &name, &Limits::default()).ok()?))
            })
            .collect();
        let loaded = load(&[folder], &Limits::default());
        for snapshot in loaded.world.histories.iter().flat_map(|history| &history.snapshots) {
            let mut found = Vec::new();
            figures(&snapshot.whole, &mut found);
            for figure in found {
                let Derivation::Stated(stated) = &*figure.derivation else { continue };
                let at = &stated.location;
                let place = readings[&at.origin.file].places.get(&at.path());
                assert_eq!(place.map(|place| place.line), Some(at.line), "{}: {}", at.origin.file, at.path());
                assert_eq!(at.is_of_part(), at.path().starts_with("areas["));
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 700, "{looked_at}");
}
