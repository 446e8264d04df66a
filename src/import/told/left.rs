//! What is told of the columns and rows of a form that are not taken.

use crate::say;
use crate::text::Lang;

use super::super::columns::{ColumnUse, LeftOut, MappedColumn};
use super::super::grid::column_name;
use super::super::rows::LeftRow;
use super::super::summary::SheetReading;
use super::mapping::named;
use super::words::{left_out, numbers};

/// The columns that are not taken, in one line.
pub fn not_taken(lang: Lang, reading: &SheetReading) -> Option<String> {
    let named = |column: &MappedColumn| named(lang, column, reading.is_turned);
    let left = reading.columns.iter().filter_map(|column| match column.read_for {
        ColumnUse::LeftOut(why)
            if !matches!(why, LeftOut::SaysMore | LeftOut::OfDay(_) | LeftOut::OfLacks | LeftOut::Asked) =>
        {
            Some(format!("{}{}", named(column), left_out(lang, why)))
        }
        ColumnUse::Field(_) | ColumnUse::ShareOf(_) if reading.persons_left.contains(&column.column) => {
            Some(format!("{}{}", named(column), lang.pick(" (dòng nhân khẩu)", " (rows of persons)")))
        }
        ColumnUse::LeftOut(_)
        | ColumnUse::Label
        | ColumnUse::Field(_)
        | ColumnUse::ShareOf(_)
        | ColumnUse::Unclear(_) => None,
    });
    let left: Vec<String> = left.collect();
    let left = (!left.is_empty()).then(|| left.join("; "))?;
    Some(
        say!(lang, "  không nhập (chưa có trường): {left}", "  not imported (no field): {left}"; left).text(),
    )
}

/// The columns that a map leaves out, in one line.
pub fn left_by_map(lang: Lang, reading: &SheetReading) -> Option<String> {
    let is_asked = |column: &&MappedColumn| column.read_for == ColumnUse::LeftOut(LeftOut::Asked);
    let left = reading.columns.iter().filter(is_asked).map(|column| named(lang, column, reading.is_turned));
    let left = left.collect::<Vec<_>>().join("; ");
    (!left.is_empty())
        .then(|| say!(lang, "  bỏ theo --map: {left}", "  left out by --map: {left}"; left).text())
}

/// The rows that are no place.
pub fn left_rows(lang: Lang, reading: &SheetReading) -> Vec<String> {
    let left = &reading.left_rows;
    // Of a sheet of which nothing is read no row has figures.
    if !reading
        .columns
        .iter()
        .any(|column| matches!(column.read_for, ColumnUse::Field(_) | ColumnUse::ShareOf(_)))
    {
        return Vec::new();
    }
    let told = |why: LeftRow| {
        let rows: Vec<usize> = left.iter().filter(|(_, known)| *known == why).map(|(row, _)| *row).collect();
        (!rows.is_empty()).then(|| {
            let shown = if reading.is_turned { columns_named(&rows) } else { numbers(&rows) };
            format!("  {}: {shown}", row_words(lang, why))
        })
    };
    [
        LeftRow::Silent,
        LeftRow::Zone,
        LeftRow::PartOfPlace,
        LeftRow::SubTotal,
        LeftRow::OtherDay,
        LeftRow::NotAPlace,
        LeftRow::NoName,
        LeftRow::NoFigures,
    ]
    .into_iter()
    .filter_map(told)
    .collect()
}

fn row_words(lang: Lang, why: LeftRow) -> &'static str {
    match why {
        LeftRow::Zone => {
            lang.pick("dòng cộng theo khu vực, không nhập", "rows of urban and rural sums, not imported")
        }
        LeftRow::PartOfPlace => lang.pick(
            "dòng thành thị, nông thôn của một địa bàn không có dòng cộng, không nhập",
            "rows of the urban and the rural part of an area without a row of both, not imported",
        ),
        LeftRow::SubTotal => lang.pick(
            "dòng cộng của một phần các địa bàn, không nhập",
            "rows that sum up some of the areas, not imported",
        ),
        LeftRow::OtherDay => lang.pick(
            "dòng so sánh (năm khác, tăng giảm, tỷ lệ), không nhập",
            "rows that compare (another year, a change, a rate), not imported",
        ),
        LeftRow::NotAPlace => lang.pick(
            "dòng không phải địa bàn (trong đó, chỉ tiêu, lũy kế …), không nhập",
            "rows that are no areas (a part, a plan, a sum so far), not imported",
        ),
        LeftRow::NoName => {
            lang.pick("dòng có số mà không có tên, không nhập", "rows with figures and no name, not imported")
        }
        LeftRow::Silent => {
            lang.pick("địa bàn chưa có số, giữ tên", "areas without figures, their names are kept")
        }
        LeftRow::NoFigures => lang.pick("dòng không có số", "rows without figures"),
    }
}

/// The columns that rows of a table were that was turned over, counted from 1.
fn columns_named(rows: &[usize]) -> String {
    rows.iter().map(|row| column_name(row - 1)).collect::<Vec<_>>().join(", ")
}
