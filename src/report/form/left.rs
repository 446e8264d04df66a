//! What a snapshot says that its forms cannot hold: named, so that nobody takes the forms for all of it.

use std::collections::BTreeSet;

use crate::import::field::Field;
use crate::model::area::{Area, LackList};
use crate::model::figure::{Derivation, Figure};
use crate::model::measure::{Aspect, Group, Measure};
use crate::model::snapshot::Snapshot;
use crate::model::source_file::Provenance;
use crate::text::Lang;
use crate::text::say::what;

use super::stated::{held_indicator, is_held, stated};

/// The names of what is in the snapshot and in none of its forms, each once, in the order of the file.
pub fn left_out(lang: Lang, snapshot: &Snapshot) -> Vec<String> {
    let mut left = Left { lang, fields: super::fields(snapshot), names: Vec::new() };
    left.area(&snapshot.whole);
    let origin = &snapshot.origin;
    left.sources(&snapshot.whole, origin.provenance);
    let of_parts = super::of_parts(snapshot).unwrap_or(origin.provenance);
    snapshot.whole.areas.iter().for_each(|part| left.sources_below(part, of_parts));
    for (is_there, [vi, en]) in [
        (!snapshot.programmes.is_empty(), ["chính sách hỗ trợ", "support programmes"]),
        (!snapshot.coverage.is_empty(), ["độ bao phủ chế độ", "coverage of entitlements"]),
        (!snapshot.targets.is_empty(), ["chỉ tiêu", "targets"]),
        (!snapshot.tasks.is_empty(), ["nhiệm vụ", "tasks"]),
        (!snapshot.doubts.is_empty(), ["điểm cần xác minh", "doubts"]),
        (origin.by.is_some(), ["người ký", "who signed"]),
        (origin.quote.is_some(), ["nguyên văn", "quotes"]),
        (origin.note.is_some(), ["ghi chú của nguồn", "the note on the source"]),
        (snapshot.whole.name.name.en.is_some(), ["tên tiếng Anh", "English names"]),
    ] {
        if is_there {
            left.name(lang.pick(vi, en));
        }
    }
    left.names
}

struct Left {
    lang: Lang,
    /// What the forms have columns for.
    fields: BTreeSet<String>,
    names: Vec<String>,
}

impl Left {
    fn name(&mut self, name: impl Into<String>) {
        let name = name.into();
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    fn area(&mut self, area: &Area) {
        for group in Group::ALL {
            for aspect in area.aspects(group) {
                let figure = area.stated(group, aspect);
                let path = path(group, aspect).filter(|path| self.fields.contains(path));
                let is_in_form = path.is_some_and(|path| stated(area, &path).is_some());
                match figure.filter(|figure| is_in_form && is_held(figure)) {
                    Some(figure) => self.words(&figure),
                    // A fall below zero is a rise: a cell of counts has no sign.
                    None if is_in_form => {
                        let subject = area.what(Measure::of_group(group, aspect.clone()));
                        let of = what::of_whom(self.lang, &subject);
                        self.name(format!("{of} {}", self.lang.pick("(số âm)", "(below zero)")));
                    }
                    None => {
                        let subject = area.what(Measure::of_group(group, aspect.clone()));
                        self.name(what::name(self.lang, &subject));
                    }
                }
            }
        }
        let mut of_lists =
            LackList::ALL.into_iter().flat_map(|list| area.lacks(list).iter().map(move |of| list.aspect(of)));
        if of_lists.any(|aspect| area.states(Group::Combined, &aspect)) {
            self.name(
                self.lang
                    .pick("thiếu hụt, nguyên nhân của cả hai nhóm", "deprivations and causes of both groups"),
            );
        }
        for indicator in area.indicators().iter().filter(|it| it.kind != held_indicator()) {
            self.name(self.lang.wording(&indicator.named.name));
        }
        if area.indicators().iter().any(|indicator| indicator.note.is_some()) {
            self.name(self.lang.pick("ghi chú của chỉ số", "notes of indicators"));
        }
        if area.areas.iter().any(|part| part.name.kind.is_some()) {
            self.name(self.lang.pick("loại của địa bàn", "kinds of areas"));
        }
        area.areas.iter().for_each(|part| self.area(part));
    }

    fn sources_below(&mut self, area: &Area, provenance: Provenance) {
        self.sources(area, provenance);
        area.areas.iter().for_each(|part| self.sources_below(part, provenance));
    }

    /// Where a single figure comes from, and its note: a cell has its number alone.
    fn sources(&mut self, area: &Area, provenance: Provenance) {
        for figure in area.all_stated() {
            let Derivation::Stated(stated) = &*figure.derivation else { continue };
            if stated.provenance != provenance {
                self.name(self.lang.pick("nguồn gốc riêng của từng số", "where single figures come from"));
            }
            if stated.note.is_some() {
                self.name(self.lang.pick("ghi chú của từng số", "notes of single figures"));
            }
        }
    }

    /// A range stands in its cell as words, which are no number when they are read back.
    fn words(&mut self, figure: &Figure) {
        if figure.one().is_none() {
            self.name(self.lang.pick("khoảng hai số (ghi bằng chữ)", "ranges (written in words)"));
        }
    }
}

/// The path of a field that a sheet can fill.
fn path(group: Group, aspect: &Aspect) -> Option<String> {
    let code = group.code();
    let path = match aspect {
        Aspect::Moved(line) => format!("{code}.movement.{}", line.code(group)),
        Aspect::MovedPersons(line) => format!("{code}.movement_persons.{}", line.code(group)),
        Aspect::Among(part, field) => format!("{code}.among.{}.{}", part.id, field.code()),
        aspect => format!("{code}.{}", crate::model::measure::GroupField::of_aspect(aspect)?.code),
    };
    Field::parse(&path).map(|field| field.path().to_owned())
}
