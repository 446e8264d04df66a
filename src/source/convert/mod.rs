//! The format's types into the model: what a file says becomes figures that know their place in it.
mod area;
mod figure;
mod indicator;
mod names;
mod support;
mod target;

use std::sync::Arc;

use crate::model::period::{Name, Period};
use crate::model::snapshot::{Doubt, Snapshot, Standard};
use crate::model::source_file::SourceFile;

use super::format;
use super::note::Remark;
use super::read::ReadFile;

use figure::FigureContext;
pub use names::{Names, area_name};

/// The snapshot of a file that was read. `file` is its name for people; `names` are those of the files that are read with
/// it. The areas that it lists are taken out of the reading.
pub fn snapshot(file: &str, reading: &mut ReadFile, names: &Names) -> Snapshot {
    let origin = Arc::new(origin(file, &reading.snapshot));
    let kinds = target::indicator_kinds(&reading.snapshot);
    let parts = std::mem::take(&mut reading.snapshot.areas);
    let from = &reading.snapshot;
    let unit = &from.unit;
    let (name, _) = names.area(&unit.name, unit.code.as_ref(), Some(unit.kind));
    let top = FigureContext::top(&origin, (&reading.places, names), &name, from.provenance);
    let whole = area::unit(&top, from, parts);
    Snapshot {
        standard: Standard {
            id: from.standard.as_ref().map(|s| s.id.0.clone()),
            name: from.standard.as_ref().and_then(|s| s.name.clone()),
        },
        within: from.unit.within.clone(),
        programmes: support::programmes(&top, &from.programmes, &whole),
        coverage: support::coverage(&top, &from.coverage),
        targets: target::targets(&top, from, &kinds, &whole),
        tasks: target::tasks(names, &from.tasks),
        doubts: doubts(&top, &from.doubts),
        preliminary: None,
        private: private(reading),
        whole,
        origin,
    }
}

fn origin(file: &str, from: &format::Snapshot) -> SourceFile {
    let as_of = from.as_of.0;
    let source = &from.source;
    SourceFile {
        file: file.to_owned(),
        as_of,
        period: from.period.and_then(period).unwrap_or_else(|| Period::year_to(as_of)),
        provenance: source.provenance,
        kind: source.kind.unwrap_or_default(),
        stage: source.stage,
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        published: source.published.map(|d| d.0),
        by: source.by.clone(),
        quote: source.quote.clone(),
        note: source.note.clone(),
        rate_decimals: rate_decimals(from),
        summed: None,
    }
}

/// The most decimals that a rate of the file is written with, where these are more than the two of every computed one.
fn rate_decimals(from: &format::Snapshot) -> Option<u8> {
    fn of_groups(groups: [Option<&format::Group>; 3]) -> Option<u8> {
        let rates = groups.into_iter().flatten().flat_map(|group| {
            let of_parts = group.among.iter().filter_map(|part| part.rate_percent.as_ref());
            group.rate_percent.as_ref().into_iter().chain(of_parts)
        });
        rates.map(|rate| rate.value.decimals).max()
    }
    fn of_areas(areas: &[format::Area]) -> Option<u8> {
        areas.iter().filter_map(|area| of_groups(area.groups()).max(of_areas(&area.areas))).max()
    }
    of_groups(from.groups()).max(of_areas(&from.areas)).filter(|decimals| *decimals > 2)
}

fn period(from: format::Period) -> Option<Period> {
    Period::from_name(match from {
        format::Period::Year(y) => Name::Year(y.into()),
        format::Period::Half(y, h) => Name::Half(y.into(), h.into()),
        format::Period::Quarter(y, q) => Name::Quarter(y.into(), q.into()),
        format::Period::Month(y, m) => Name::Month(y.into(), m.into()),
    })
}

fn doubts(top: &FigureContext, from: &[format::Doubt]) -> Vec<Doubt> {
    let doubt = |(i, d): (usize, &format::Doubt)| {
        let line = top.item("doubts", i).line_number();
        Doubt { field: d.field.as_ref().map(|field| field.0.clone()), text: d.text.clone(), line }
    };
    from.iter().enumerate().map(doubt).collect()
}

/// The fields whose text holds what may be somebody's: the reader has noted them, never their values.
fn private(reading: &ReadFile) -> Vec<String> {
    let personal = reading.notes.iter().filter(|note| note.what == Remark::Personal);
    personal.map(|note| note.path.clone()).collect()
}
