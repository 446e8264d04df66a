//! The map that was used, as a person may mend it: what each column of each form and list was read for.

use crate::text::json::Json;

use super::columns::{ColumnUse, MappedColumn, SHARE};
use super::field::Field;
use super::grid::column_name;
use super::map_use::ANY;
use super::read::ReadSheet;
use super::register::{mapped, title};

/// What a map says of a sheet, as JSON members.
pub type Members = Vec<(String, Json)>;

/// The text of the map; `starts` are the beginnings of one for sheets that are known for nothing.
pub fn of(sheets: &[ReadSheet], starts: Vec<(String, Members)>) -> String {
    let mut map: Vec<(String, Members)> = Vec::new();
    let read = sheets.iter().map(of_sheet).chain(starts);
    for (name, members) in read.filter(|(_, members)| !members.is_empty()) {
        // Tables that stand side by side are of one sheet, as are those of one name in several files.
        match map.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => {
                let is_new = |(column, _): &(String, Json)| !known.iter().any(|(own, _)| own == column);
                let new: Vec<_> = members.into_iter().filter(is_new).collect();
                known.extend(new);
            }
            None => map.push((name, members)),
        }
    }
    Json::Object(map.into_iter().map(|(name, members)| (name, Json::Object(members))).collect()).file()
}

/// The name of a sheet and its columns. That of a list may be somebody's.
fn of_sheet(sheet: &ReadSheet) -> (String, Members) {
    let member = |column: usize, said: &str| (column_name(column), Json::text(said));
    let of_form = sheet.columns.iter().filter_map(|column| Some(member(column.column, &of_column(column)?)));
    let of_list = sheet.list.iter().flat_map(|list| &list.columns);
    let of_list = of_list.map(|column| member(column.at, &mapped::word_of(&column.says)));
    let name = sheet.sheet.as_deref().filter(|name| sheet.list.is_none() || title::is_plain(name));
    (name.unwrap_or(ANY).to_owned(), sheet.said.iter().cloned().chain(of_form).chain(of_list).collect())
}

/// What a column of a form was read for; none where it only says what a row is.
fn of_column(column: &MappedColumn) -> Option<String> {
    match &column.read_for {
        ColumnUse::Label => None,
        ColumnUse::Field(field) => Some(field.path().to_owned()),
        ColumnUse::ShareOf(field) => Some(format!("{SHARE}{field}")),
        ColumnUse::LeftOut(_) => Some(String::new()),
        ColumnUse::Unclear(fields) => {
            let fields: Vec<&str> = fields.iter().map(Field::path).collect();
            Some(format!("? {}", fields.join(" | ")))
        }
    }
}
