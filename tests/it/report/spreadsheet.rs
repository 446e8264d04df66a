//! The spreadsheet as calamine reads it.

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};

use super::report;

fn book(more: &[&str]) -> Xlsx<std::io::Cursor<Vec<u8>>> {
    let args: Vec<&str> = ["--format", "xlsx", "--as-of", "2022-12-31"].iter().chain(more).copied().collect();
    open_workbook_from_rs(std::io::Cursor::new(report(&args))).unwrap()
}

/// The cells after a label, blank ones left out.
fn after(range: &Range<Data>, label: &str) -> Vec<Data> {
    let row = range.rows().find(|row| row[0].get_string() == Some(label));
    let row = row.unwrap_or_else(|| panic!("no row {label}"));
    row[1..].iter().filter(|cell| **cell != Data::Empty).cloned().collect()
}

#[test]
fn a_sheet_a_tab_and_one_of_sources() {
    let names = book(&["--lang", "vi"]).sheet_names();
    let wanted = [
        "Kết luận",
        "1 Tổng quan",
        "2 Hộ nghèo",
        "3 Hỗ trợ",
        "4 Chỉ tiêu",
        "5 Diễn biến",
        "6 Đối chiếu",
        "Nguồn",
    ];
    assert_eq!(names, wanted);
    assert_eq!(
        book(&["--lang", "en", "--tab", "support"]).sheet_names(),
        ["Conclusion", "3 Support", "Sources"]
    );
}

#[test]
fn numbers_are_numbers() {
    let mut book = book(&["--lang", "vi"]);
    let sheet = book.worksheet_range("1 Tổng quan").unwrap();
    let floats = |values: &[f64]| values.iter().map(|value| Data::Float(*value)).collect::<Vec<_>>();
    assert_eq!(after(&sheet, "Số hộ"), floats(&[1429.0, 1092.0, 2521.0]));
    // 2,20 % is 0.022 in the format 0.00%; a range is no number.
    let rates = after(&sheet, "Tỷ lệ trên tổng hộ dân");
    assert_eq!(rates[..2], floats(&[0.022, 0.0168]));
    assert_eq!(rates[2], Data::String("3,87-3,89%*".into()));
    let wards = book.worksheet_range("2 Hộ nghèo").unwrap();
    let ninth = after(&wards, "Phường 9");
    assert_eq!(ninth[6], Data::Float(52.0));
    assert!(ninth.contains(&Data::Float(-33.0)) && ninth.contains(&Data::Float(3.0)), "{ninth:?}");
}

/// Days are counted from the last of 1899, as spreadsheets do: 31/12/2022 is the 44926th.
#[test]
fn days_are_dates() {
    let is_day =
        |cell: &Data, day: &str| matches!(cell, Data::DateTime(found) if found.as_f64().to_string() == day);
    for (lang, sources, trends) in [("vi", "Nguồn", "5 Diễn biến"), ("en", "Sources", "5 Trends")] {
        let mut book = book(&["--lang", lang]);
        let sheet = book.worksheet_range(sources).unwrap();
        assert!(is_day(&sheet.rows().nth(1).unwrap()[7], "44926"), "{lang}");
        let sheet = book.worksheet_range(trends).unwrap();
        let heads = sheet.rows().find(|row| row.iter().any(|cell| is_day(cell, "44926")));
        let days = heads.unwrap_or_else(|| panic!("{lang}: no heads")).iter();
        assert_eq!(days.filter(|cell| matches!(cell, Data::DateTime(_))).count(), 5, "{lang}");
    }
}

/// The labels are read whole; the sentences under a table reach over its columns and widen none.
#[test]
fn the_first_column_is_as_wide_as_its_labels() {
    let bytes = report(&["--format", "xlsx", "--as-of", "2022-12-31", "--lang", "vi", "--tab", "support"]);
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    let width = sheet.split("<col min=\"1\" max=\"1\" width=\"").nth(1).unwrap();
    let width: usize = width.split(['.', '"']).next().unwrap().parse().unwrap();
    let longest = "Học bổng khuyến học, khuyến tài".chars().count();
    assert!((longest + 1..longest + 8).contains(&width), "{width}");
}

#[test]
fn the_column_of_the_wards_adds_up() {
    let mut book = book(&["--lang", "en"]);
    let sheet = book.worksheet_range("2 Households").unwrap();
    let wards = sheet.rows().filter(|row| row[0].get_string().is_some_and(|name| name.starts_with("Ward ")));
    let poor: Vec<f64> =
        wards.filter_map(|row| if let Data::Float(x) = row[2] { Some(x) } else { None }).collect();
    assert_eq!((poor.len(), poor.iter().sum::<f64>()), (14, 1429.0));
}

#[test]
fn the_sources_list_every_figure_of_the_csv() {
    let sheet = book(&["--lang", "en"]).worksheet_range("Sources").unwrap();
    let rows = super::tidy::rows(&report(&["--format", "csv", "--as-of", "2022-12-31", "--lang", "en"]));
    assert_eq!(sheet.height(), rows.len() + 1);
    // Which field of a file it is is for programs.
    assert!(!sheet.rows().next().unwrap().iter().any(|head| head.get_string() == Some("field")));
    let money = sheet.rows().find(|row| row[8] == Data::Float(3e9)).unwrap();
    assert_eq!((&money[8], &money[12]), (&Data::Float(3e9), &Data::String("over".into())));
}

/// A part of the spreadsheet's own XML.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn a_format_writes_what_the_number_carries_once() {
    for day in ["2022-12-31", "2023-09-30"] {
        let bytes = report(&["--format", "xlsx", "--lang", "vi", "--as-of", day]);
        let styles = part(&bytes, "xl/styles.xml").replace("&quot;", "\"");
        for wanted in ["\"hơn \"#,##0\" đồng\"", "\"gần \"#,##0\" đồng\"", "#,##0\"*\"", "#,##0.00%\"*\""]
        {
            assert!(styles.contains(wanted), "{wanted} in {styles}");
        }
        assert!(!styles.contains("**"), "a mark twice: {styles}");
    }
}

/// The heads of a table at the top stay in sight, and no list hides the screen behind a frozen one.
#[test]
fn heads_are_frozen_where_they_stand_at_the_top() {
    let bytes = report(&["--format", "xlsx", "--lang", "vi", "--as-of", "2022-12-31"]);
    let frozen = |sheet: usize| {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        let (_, after) = xml.split_once("topLeftCell=\"").unwrap();
        after.split_once('"').unwrap().0.to_owned()
    };
    assert_eq!([1, 2, 3, 7, 8].map(frozen), ["A6", "B7", "B8", "A6", "A2"]);
}

/// Programs that do not find the height of a wrapped sentence would draw one over the other.
#[test]
fn sentences_of_several_lines_have_their_height() {
    let bytes = report(&["--format", "xlsx", "--lang", "vi", "--as-of", "2023-09-30"]);
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    let heights: Vec<f64> =
        xml.split("ht=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0.parse().unwrap()).collect();
    assert!(heights.len() >= 5 && heights.iter().any(|height| *height > 90.0), "{heights:?}");
}
