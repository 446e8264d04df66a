//! The areas of a new snapshot: numbered, or named line by line in a file.

use std::collections::HashMap;

use crate::say;
use crate::text::Lang;
use crate::text::clean::clean;
use crate::text::fold::{fold, name_key};
use crate::text::json::Json;

/// Households, poor and near-poor households of the example, as its unit has them: the areas add up to these.
const EXAMPLE: [usize; 3] = [5000, 100, 80];
/// What areas right below a province are called.
const COMMUNES: [&str; 4] = ["phuong ", "xa ", "dac khu ", "thi tran "];

/// Why a list of names is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoNames {
    /// Not a single name.
    Empty,
    /// The name of this line stands on an earlier one.
    Twice {
        /// The line, from 1.
        line: usize,
        /// The earlier one.
        first: usize,
    },
}

impl NoNames {
    /// Why, with the place.
    pub fn say(&self, lang: Lang, file: &str) -> String {
        match self {
            Self::Empty => say!(lang, "{file}: không có tên nào", "{file}: no name in it"; file),
            Self::Twice { line, first } => {
                say!(lang, "{file}:{line}:1: tên địa bàn trùng, lần đầu ở dòng {first}",
                "{file}:{line}:1: an area name given twice, first on line {first}";
                file, line = *line, first = *first)
            }
        }
        .text()
    }
}

/// So many wards.
pub fn numbered(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("Phường {number}")).collect()
}

/// The names of a text, one a line; blank lines are passed over.
///
/// # Errors
/// No name at all, or one that stands twice as people read names ("Phường 01" is "Phường 1").
pub fn names(text: &str) -> Result<Vec<String>, NoNames> {
    let mut seen = HashMap::new();
    let mut names = Vec::new();
    for (line, name) in (1..).zip(text.lines()).map(|(line, name)| (line, clean(name).0)) {
        // A remark, as files of settings have them.
        if name.is_empty() || name.starts_with('#') {
            continue;
        }
        if let Some(first) = seen.insert(name_key(&name), line) {
            return Err(NoNames::Twice { line, first });
        }
        names.push(name);
    }
    if names.is_empty() { Err(NoNames::Empty) } else { Ok(names) }
}

/// The section of areas: the example's figures shared out, each area illustrative by itself.
pub(super) fn section(names: &[String]) -> Json {
    let area = |(index, name): (usize, &String)| {
        let [all, poor, near_poor] = EXAMPLE.map(|whole| share(whole, names.len(), index));
        // From the other end, so that no area has more poor and near-poor households than households.
        let near_poor = if names.len() > EXAMPLE[2] {
            share(EXAMPLE[2], names.len(), names.len() - 1 - index)
        } else {
            near_poor
        };
        let group = |count: usize| Json::Object(vec![member("households", Json::Plain(count.to_string()))]);
        Json::Object(vec![
            member("name", Json::text(name)),
            member("provenance", Json::text("illustrative")),
            member("households", Json::Plain(all.to_string())),
            member("poor", group(poor)),
            member("near_poor", group(near_poor)),
        ])
    };
    Json::List(names.iter().enumerate().map(area).collect())
}

/// The part at `index` of so many equal ones; the first have one more where they do not come out even.
fn share(whole: usize, parts: usize, index: usize) -> usize {
    whole / parts + usize::from(index < whole % parts)
}

/// Do all names say that they lie right below a province? The example's own unit is a ward, which has none.
pub(super) fn are_of_a_province(names: &[String]) -> bool {
    names.iter().all(|name| COMMUNES.iter().any(|kind| fold(name).starts_with(kind)))
}

/// The example's unit as a province.
pub(super) fn as_province(lang: Lang, unit: &mut Vec<(String, Json)>) {
    unit.retain(|(name, _)| name != "within");
    let example = match lang {
        Lang::Vi => Json::text("Tỉnh Ví Dụ"),
        Lang::En => Json::Object(vec![
            member("vi", Json::text("Tỉnh Ví Dụ")),
            member("en", Json::text("Example Province")),
        ]),
    };
    for (name, value) in unit {
        match name.as_str() {
            "name" => *value = example.clone(),
            "kind" => *value = Json::text("province"),
            "code" => *value = Json::text("00"),
            _ => {}
        }
    }
}

fn member(name: &str, value: Json) -> (String, Json) {
    (name.to_owned(), value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_areas_add_up_and_none_has_more_poor_than_households() {
        for count in [1, 2, 13, 79, 80, 81, 99, 180, 181, 3321, 5000] {
            let Json::List(areas) = section(&numbered(count)) else { panic!("a list") };
            let of = |area: &Json, path: &[&str]| -> usize {
                let field = path.iter().try_fold(area, |json, name| json.get(name));
                field.and_then(Json::words).unwrap().parse().unwrap()
            };
            let mut sums = [0; 3];
            for area in &areas {
                let figures = [&["households"][..], &["poor", "households"], &["near_poor", "households"]];
                let [all, poor, near] = figures.map(|path| of(area, path));
                assert!(poor + near <= all, "{count}: {poor} + {near} of {all}");
                sums = [sums[0] + all, sums[1] + poor, sums[2] + near];
            }
            assert_eq!(sums, EXAMPLE, "{count}");
        }
    }

    #[test]
    fn names_are_told_apart_as_people_read_them() {
        assert_eq!(names("Phường 2\r\n\n  Phường 10 \n").unwrap(), ["Phường 2", "Phường 10"]);
        assert_eq!(names("Tân Quý\nTân Quy").unwrap().len(), 2);
        assert_eq!(names("# phường của quận\nPhường 2\n  # hết\n").unwrap(), ["Phường 2"]);
        assert_eq!(names("Phường 1\n\nPHƯỜNG 01\n"), Err(NoNames::Twice { line: 3, first: 1 }));
        assert_eq!(names(" \n"), Err(NoNames::Empty));
    }
}
