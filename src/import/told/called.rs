//! What people call the fields and the lists of a snapshot: where an import tells of figures, not of columns for a map.

use std::sync::Arc;

use crate::model::measure::{Aspect, Group, GroupField, IdName, Measure, MovementLine, PartField};
use crate::model::words::Text;
use crate::say;
use crate::text::Lang;
use crate::text::say::what;

use super::super::field::Field;
use super::super::forms::forms;

/// What the figure of a field is called: "số hộ nghèo".
pub fn field(lang: Lang, field: &Field) -> String {
    measure(field).map_or_else(|| field.path().to_owned(), |measure| what::measure(lang, &measure))
}

/// What a table of figures is called, by the beginning of their paths: "nguyên nhân nghèo".
pub fn table(lang: Lang, table: &str) -> String {
    let parts: Vec<&str> = table.split('.').collect();
    let of = |code: &str| Group::from_code(code).map(|group| what::group(lang, group));
    match parts.as_slice() {
        ["deprivations"] => lang.pick("thiếu hụt", "deprivations").to_owned(),
        ["causes"] => lang.pick("nguyên nhân nghèo", "causes of poverty").to_owned(),
        ["indicators"] => lang.pick("chỉ số báo cáo", "reported indicators").to_owned(),
        [code] => of(code).unwrap_or(table).to_owned(),
        [code, "movement"] => {
            say!(lang, "diễn biến {of}", "movement of {of} households"; of = of(code).unwrap_or(code)).text()
        }
        [code, "movement_persons"] => {
            say!(lang, "diễn biến nhân khẩu {of}", "movement of the members of {of} households"; of = of(code).unwrap_or(code))
                .text()
        }
        [code, "among", id] => Group::from_code(code)
            .map_or_else(|| table.to_owned(), |group| what::group_part(lang, group, &named(id).name)),
        _ => table.to_owned(),
    }
}

/// What a list of entries is called.
pub fn list(lang: Lang, list: &'static str) -> &'static str {
    match list {
        "targets" => lang.pick("chỉ tiêu", "targets"),
        "programmes" => lang.pick("chính sách", "programmes"),
        "tasks" => lang.pick("nhiệm vụ", "tasks"),
        other => other,
    }
}

fn measure(field: &Field) -> Option<Measure> {
    let parts: Vec<&str> = field.parts().collect();
    let line = |code: &str| MovementLine::from_code(code);
    let (group, aspect) = match parts.as_slice() {
        ["households"] => return Some(Measure::AllHouseholds),
        ["persons"] => return Some(Measure::Inhabitants),
        ["indicators", id] => return Some(Measure::Indicator(named(id))),
        ["deprivations", id, group] => (group, Aspect::Lacking(named(id))),
        ["causes", id, group] => (group, Aspect::Cause(named(id))),
        [group, "among", id, own] => (group, Aspect::Among(named(id), PartField::from_code(own)?)),
        [group, "movement", own] => (group, Aspect::Moved(line(own)?)),
        [group, "movement_persons", own] => (group, Aspect::MovedPersons(line(own)?)),
        [group, own] => {
            let known = GroupField::ALL.iter().find(|known| known.code == *own)?;
            (group, known.aspect.clone())
        }
        _ => return None,
    };
    Some(Measure::of_group(Group::from_code(group)?, aspect))
}

/// An entry by its id, with the name that the map of the forms has.
fn named(id: &str) -> Arc<IdName> {
    let name = forms()
        .name_of(id)
        .map_or_else(|| Text::vi(id), |(vi, en)| Text { vi: vi.to_owned(), en: Some(en.to_owned()) });
    Arc::new(IdName { id: id.to_owned(), name })
}

#[cfg(test)]
mod tests {
    use super::super::super::field;
    use super::*;

    #[test]
    fn every_field_and_its_table_has_a_name() {
        for path in field::paths() {
            let field = Field::parse(&path.replace("ID", "von")).unwrap();
            let name = super::field(Lang::Vi, &field);
            assert!(!name.contains(['.', '_']) && name != field.path(), "{path}: {name}");
        }
        for path in [
            "causes",
            "deprivations",
            "poor",
            "near_poor.movement",
            "poor.movement_persons",
            "poor.among.dtts",
        ] {
            assert!(!table(Lang::Vi, path).contains(['.', '_']), "{path}");
        }
        let said = |path| super::field(Lang::Vi, &Field::parse(path).unwrap());
        assert_eq!(said("poor.households"), "số hộ nghèo");
        assert_eq!(said("near_poor.movement.escaped"), "hộ cận nghèo: thoát cận nghèo");
        assert_eq!(table(Lang::Vi, "near_poor.movement"), "diễn biến hộ cận nghèo");
    }
}
