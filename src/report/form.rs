//! The workbooks that offices fill and send up: the forms of a snapshot, and the blank to fill in. What is written here
//! is read back by [`crate::import`]: both have the same headings from one place.

mod before;
mod blank;
mod left;
mod look;
mod places;
mod stated;

use std::collections::BTreeSet;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use crate::import::forms::forms;
use crate::import::template::{
    BETWEEN_NAMES, FRONT, MAP_PLACES, NEAR_POOR_MOVEMENT, POOR_MOVEMENT, RESULTS, WHOLE, word_of,
    words_of_front,
};
use crate::model::area::{Area, LackList};
use crate::model::figure::{Derivation, Figure};
use crate::model::measure::{Aspect, Group};
use crate::model::snapshot::Snapshot;
use crate::model::source_file::Provenance;
use crate::text::say::units;
use crate::text::{Lang, date};

use look::Look;
use places::{Column, Places, write_places};

pub use before::Before;
pub use blank::blank;
pub use left::left_out;

/// The forms of a snapshot, as they are sent up: those that have figures. A note that goes with them stands below the
/// front sheet: the forms are those of an office.
///
/// # Errors
/// The workbook cannot be written.
pub fn forms_of(snapshot: &Snapshot, note: Option<&str>) -> Result<Vec<u8>, XlsxError> {
    let look = Look::new();
    let mut book = Workbook::new();
    front(book.add_worksheet(), &look, &front_of(snapshot), note)?;
    let places = Places::of(&snapshot.whole);
    let unit = &snapshot.whole.name.name.vi;
    let day = date::day(Lang::Vi, snapshot.as_of());
    let is_invented = snapshot.is_invented() || of_parts(snapshot) == Some(Provenance::Illustrative);
    let mut map: Vec<[String; 3]> = Vec::new();
    for sheet in sheets(snapshot) {
        let places = places.split(&sheet.columns);
        let columns = places.with_figures(sheet.columns);
        if columns.is_empty() {
            continue;
        }
        let remark =
            if is_invented { ". SỐ LIỆU MINH HỌA, không phải kết quả rà soát" } else { "" };
        let title = [
            format!("UBND {}", unit.to_uppercase()),
            sheet.title.clone(),
            format!("(Số liệu đến ngày {day}{remark}{})", some_parts(&snapshot.whole)),
        ];
        let worksheet = book.add_worksheet();
        worksheet.set_name(sheet.name)?;
        write_places(worksheet, &look, &title, &columns, &places)?;
        let known = columns.iter().enumerate().map(|(index, column)| {
            let letters = crate::import::grid::column_name(index + places.labels());
            [sheet.name.to_owned(), letters, column.field.clone()]
        });
        map.extend(known);
    }
    let names = names_of_parts(&snapshot.whole).into_iter();
    map.extend(names.map(|name| [MAP_PLACES.to_owned(), name.to_owned(), "areas".to_owned()]));
    map_sheet(book.add_worksheet(), &look, &map)?;
    book.save_to_buffer()
}

/// The names of all places of a unit, each once.
fn names_of_parts(whole: &Area) -> BTreeSet<&str> {
    let own = whole.areas.iter().map(|part| part.name.name.vi.as_str());
    own.chain(whole.areas.iter().flat_map(names_of_parts)).collect()
}

/// Of a whole whose figures are those of some parts: of how many.
fn some_parts(whole: &Area) -> String {
    let counts = Group::TWO.map(|group| whole.figure(group, &Aspect::Households));
    let partial = counts.iter().flatten().find_map(|figure| figure.derivation.partial());
    let parts = units::noun_of_parts(whole).many(Lang::Vi);
    partial.map_or_else(String::new, |(have, of)| format!(". Dòng cộng mới là của {have} trên {of} {parts}"))
}

/// A form: its sheet, its title and its columns.
struct FormSheet {
    name: &'static str,
    title: String,
    columns: Vec<Column>,
}

fn sheets(snapshot: &Snapshot) -> Vec<FormSheet> {
    let of = |columns: &[crate::import::template::FormColumn]| columns.iter().map(Column::from).collect();
    let form = |name, title: &str, columns| FormSheet { name, title: title.to_owned(), columns };
    let whole = &snapshot.whole;
    let mut sheets = vec![
        form("Kết quả", "TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO", results(whole)),
        form("Diễn biến hộ nghèo", "DIỄN BIẾN HỘ NGHÈO", of(POOR_MOVEMENT)),
        form("Diễn biến hộ cận nghèo", "DIỄN BIẾN HỘ CẬN NGHÈO", of(NEAR_POOR_MOVEMENT)),
    ];
    let lists = [
        ("Thiếu hụt hộ nghèo", "CHỈ SỐ THIẾU HỤT CỦA HỘ NGHÈO", LackList::Deprivations, Group::Poor),
        (
            "Thiếu hụt hộ cận nghèo",
            "CHỈ SỐ THIẾU HỤT CỦA HỘ CẬN NGHÈO",
            LackList::Deprivations,
            Group::NearPoor,
        ),
        ("Nguyên nhân hộ nghèo", "HỘ NGHÈO THEO NGUYÊN NHÂN NGHÈO", LackList::Causes, Group::Poor),
        ("Nguyên nhân hộ cận nghèo", "HỘ CẬN NGHÈO THEO NGUYÊN NHÂN", LackList::Causes, Group::NearPoor),
    ];
    for (name, title, list, group) in lists {
        sheets.push(form(name, title, places::entries(whole, list, group)));
    }
    for (name, title, group) in [
        ("Nhóm đối tượng hộ nghèo", "HỘ NGHÈO THEO NHÓM ĐỐI TƯỢNG, DÂN TỘC", Group::Poor),
        ("Nhóm đối tượng hộ cận nghèo", "HỘ CẬN NGHÈO THEO NHÓM ĐỐI TƯỢNG, DÂN TỘC", Group::NearPoor),
    ] {
        sheets.push(form(name, title, places::among(whole, group)));
    }
    sheets
}

/// The columns of the results: those of the blank, the net fall beside its group, and other counts of households.
fn results(whole: &Area) -> Vec<Column> {
    let mut columns: Vec<Column> = RESULTS.iter().map(Column::from).collect();
    for group in Group::TWO {
        let field = format!("{}.reduced", group.code());
        let own = format!("{}.", group.code());
        if let Some(last) = columns.iter().rposition(|column| column.field.starts_with(&own)) {
            let heads = [columns[last].heads[0].clone(), "Giảm trong kỳ".to_owned()];
            columns.insert(last + 1, Column { heads, field });
        }
    }
    let both = |head: &str, code: &str| Column {
        heads: ["Hộ nghèo và hộ cận nghèo".to_owned(), head.to_owned()],
        field: format!("combined.{code}"),
    };
    columns.extend([
        both("Số hộ", "households"),
        both("Tỷ lệ (%)", "rate_percent"),
        both("Nhân khẩu", "persons"),
    ]);
    columns.extend(places::indicators(whole));
    columns
}

/// The fields that the forms of a snapshot have cells for.
fn fields(snapshot: &Snapshot) -> BTreeSet<String> {
    let places = Places::of(&snapshot.whole);
    sheets(snapshot).iter().flat_map(|sheet| places.split(&sheet.columns).fields(&sheet.columns)).collect()
}

/// Label and value of the front sheet.
fn front_of(snapshot: &Snapshot) -> Vec<(&'static str, String)> {
    let (name, origin) = (&snapshot.whole.name, &snapshot.origin);
    let said = |path: &str| -> Option<String> {
        Some(match path {
            "unit.name" => name.name.vi.clone(),
            "unit.kind" => name.kind?.code().to_owned(),
            "unit.code" => name.code.clone()?,
            "unit.within" => snapshot.within.as_ref()?.vi.clone(),
            "as_of" => snapshot.as_of().format("%d/%m/%Y").to_string(),
            "period" => origin.period.name.code()?,
            "standard.id" => snapshot.standard.id.clone()?,
            "standard.name" => snapshot.standard.name.as_ref()?.vi.clone(),
            "source.provenance" => origin.provenance.code().to_owned(),
            "areas.provenance" => of_parts(snapshot)?.code().to_owned(),
            "areas.incomplete" => Some(incomplete(&snapshot.whole)).filter(|names| !names.is_empty())?,
            "source.stage" => origin.stage?.code().to_owned(),
            "source.title" => origin.title.as_ref()?.vi.clone(),
            "source.publisher" => origin.publisher.as_ref()?.vi.clone(),
            "source.published" => origin.published?.format("%d/%m/%Y").to_string(),
            _ => return None,
        })
    };
    let in_words = |path: &str, said: String| match words_of_front(path) {
        Some(words) => word_of(words, &said).map(str::to_owned),
        None => Some(said),
    };
    FRONT.iter().filter_map(|(label, path)| Some((*label, in_words(path, said(path)?)?))).collect()
}

/// The places that do not have all their parts, in one line.
fn incomplete(whole: &Area) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut open = vec![(whole, WHOLE)];
    while let Some((area, name)) = open.pop() {
        if !area.areas.is_empty() && !area.areas_complete() {
            names.push(name);
        }
        open.extend(area.areas.iter().rev().map(|part| (part, part.name.name.vi.as_str())));
    }
    names.join(BETWEEN_NAMES)
}

/// Where the figures of the parts come from, where all of them come from one place that is not the file's.
fn of_parts(snapshot: &Snapshot) -> Option<Provenance> {
    let known = |area: &Area| {
        let figures = RESULTS.iter().filter_map(|column| stated::stated(area, column.field));
        figures.map(|figure| provenance_of(&figure)).collect::<Vec<_>>()
    };
    let mut told = snapshot.whole.areas.iter().flat_map(known);
    let first = told.next()??;
    (first != snapshot.origin.provenance && told.all(|other| other == Some(first))).then_some(first)
}

fn provenance_of(figure: &Figure) -> Option<Provenance> {
    match &*figure.derivation {
        Derivation::Stated(stated) => Some(stated.provenance),
        Derivation::Derived(_) => None,
    }
}

fn front(
    sheet: &mut Worksheet,
    look: &Look,
    lines: &[(&str, String)],
    note: Option<&str>,
) -> Result<(), XlsxError> {
    sheet.set_name("Thông tin")?;
    sheet.set_column_width(0, 22)?;
    sheet.set_column_width(1, 60)?;
    for (row, (label, said)) in (0..).zip(lines) {
        sheet.write_string_with_format(row, 0, *label, &look.label)?;
        sheet.write_string_with_format(row, 1, said, &look.input_text)?;
    }
    if let Some(note) = note {
        let below = u32::try_from(lines.len()).unwrap_or(u32::MAX).saturating_add(1);
        sheet.merge_range(below, 0, below, 1, note, &look.note)?;
        sheet.set_row_height(below, 60)?;
    }
    Ok(())
}

/// Which column is which field: what reads the workbook takes it from here, whatever a heading is called.
fn map_sheet(sheet: &mut Worksheet, look: &Look, map: &[[String; 3]]) -> Result<(), XlsxError> {
    sheet.set_name(crate::import::template::MAP_SHEET)?;
    for (column, head) in (0..).zip(crate::import::template::MAP_HEADS) {
        sheet.write_string_with_format(0, column, head, &look.head)?;
        sheet.set_column_width(column, 30)?;
    }
    for (row, line) in (1..).zip(map) {
        for (column, words) in (0..).zip(line) {
            sheet.write_string(row, column, words)?;
        }
    }
    Ok(())
}

/// The name of an entry of a list, as forms head its column.
fn head_of(id: &str, named: &str) -> String {
    forms().name_of(id).map_or_else(|| named.to_owned(), |(vi, _)| vi.to_owned())
}
