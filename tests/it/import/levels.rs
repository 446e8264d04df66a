//! Places of two levels in one flat table: never a whole that is the sum of districts and of their communes.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{area, imported, refusal};
use crate::folder::Folder;

const HEAD: &str = "TỈNH LÀO CAI\nKẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2023\nSTT;Đơn vị;Tổng số hộ;Hộ nghèo\n";

/// The snapshot of these rows of a province, and what was told.
fn of(rows: &str) -> (Value, String) {
    let folder = Folder::new("import");
    imported(&[&folder.write("a.csv", &format!("{HEAD}{rows}"))], &[])
}

/// What is told of rows that are refused.
fn refused(rows: &str) -> String {
    let folder = Folder::new("import");
    refusal(&[&folder.write("a.csv", &format!("{HEAD}{rows}"))], &[])
}

fn count(of: &Value, figure: &str) -> Value {
    let figure = &of[figure];
    figure.get("value").unwrap_or(figure).clone()
}

/// Each area with those in it.
fn outline(snapshot: &Value) -> String {
    let mut out = String::new();
    for area in snapshot["areas"].as_array().unwrap() {
        write!(out, "{}", area["name"].as_str().unwrap()).unwrap();
        let parts: Vec<&str> = area["areas"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|part| part["name"].as_str().unwrap())
            .collect();
        write!(out, "({}) ", parts.join(", ")).unwrap();
    }
    out.trim_end().to_owned()
}

const NESTED: &str = "Huyện Bát Xát(Xã A Lù, Xã Mú Sung) Huyện Bảo Yên(Xã A Lù, Xã Cam Cọn)";

/// Six rows of two districts with two communes each: what stands in the first column of each, and behind them.
fn districts(numbers: [&str; 6], total: &str) -> String {
    let names = ["Huyện Bát Xát", "Xã A Lù", "Xã Mú Sung", "Huyện Bảo Yên", "Xã A Lù", "Xã Cam Cọn"];
    let counts = ["300;30", "100;10", "200;20", "500;55", "200;25", "300;30"];
    let mut rows = String::new();
    for ((number, name), counts) in numbers.iter().zip(names).zip(counts) {
        writeln!(rows, "{number};{name};{counts}").unwrap();
    }
    rows + total
}

#[test]
fn kinds_of_place_tell_the_levels_where_numbers_do_not() {
    for numbers in [
        ["", "1", "2", "", "1", "2"],
        ["1", "2", "3", "4", "5", "6"],
        ["*", "1", "2", "*", "3", "4"],
        ["1", "", "", "2", "", ""],
        ["", "", "", "", "", ""],
        ["1", "1", "2", "2", "1", "2"],
    ] {
        for total in ["", ";Tổng cộng;800;85\n"] {
            let (snapshot, told) = of(&districts(numbers, total));
            assert_eq!(outline(&snapshot), NESTED, "{numbers:?}: {told}");
            assert_eq!(count(&snapshot, "households"), 800, "{numbers:?}: {told}");
            let district = area(&snapshot, "Huyện Bảo Yên");
            assert_eq!(
                (count(district, "households"), &district["areas_complete"]),
                (json!(500), &json!(true))
            );
        }
    }
}

#[test]
fn what_does_not_add_up_is_part_and_whole_all_the_same() {
    let rows = districts(["", "1", "2", "", "1", "2"], "").replace("200;20", "210;20");
    let (snapshot, told) = of(&rows);
    assert_eq!((outline(&snapshot), count(&snapshot, "households")), (NESTED.to_owned(), json!(800)));
    // The check of any snapshot then says what does not add up.
    let first = area(&snapshot, "Huyện Bát Xát");
    assert_eq!((&first["households"], &first["areas_complete"]), (&json!(300), &json!(true)), "{told}");
}

#[test]
fn a_district_may_stand_below_its_communes() {
    let rows = |first: &str, second: &str, total: &str| {
        format!(
            "1;Xã A Lù;100;10\n2;Xã Mú Sung;200;20\n;{first};300;30\n\
             1;Xã A Lù;200;25\n2;Xã Cam Cọn;300;30\n;{second};500;55\n{total}"
        )
    };
    for lead in ["Cộng huyện", "Tổng huyện", "Huyện", "Toàn huyện", "Tổng cộng huyện"] {
        for total in ["Cộng toàn tỉnh", "Tổng cộng", "Toàn tỉnh", "Tổng toàn tỉnh", "Cộng"]
        {
            let total = format!(";{total};800;85\n");
            let (snapshot, told) = of(&rows(&format!("{lead} Bát Xát"), &format!("{lead} Bảo Yên"), &total));
            assert_eq!(outline(&snapshot), NESTED, "{lead}: {told}");
            assert_eq!(count(&snapshot, "households"), 800, "{lead}: {told}");
        }
        let (snapshot, told) = of(&rows(&format!("{lead} Bát Xát"), &format!("{lead} Bảo Yên"), ""));
        assert_eq!(
            (outline(&snapshot), count(&snapshot, "households")),
            (NESTED.to_owned(), json!(800)),
            "{told}"
        );
    }
    // A commune after the last sum is in no district.
    let (snapshot, told) =
        of(&rows("Cộng huyện Bát Xát", "Cộng huyện Bảo Yên", "1;Xã Lẻ;7;1\n;Tổng cộng;807;86\n"));
    assert_eq!(outline(&snapshot), format!("{NESTED} Xã Lẻ()"), "{told}");
}

/// A district below communes whose sum it is not may be theirs, or beside them.
#[test]
fn a_district_that_no_sum_places_is_refused() {
    let rows = "1;Xã A Lù;100;10\n2;Xã Mú Sung;200;20\n3;Huyện Bát Xát;301;30\n";
    let told = refused(rows);
    assert!(told.contains("B6: đọc được hai cách: dòng này là tổng của các dòng 4–5"), "{told}");
    // The unit's own name is that of the whole, also where it does not add up.
    let (snapshot, told) = of(&rows.replace("3;Huyện Bát Xát", ";Tỉnh Lào Cai"));
    assert_eq!(
        (outline(&snapshot), &snapshot["households"]),
        ("Xã A Lù() Xã Mú Sung()".to_owned(), &json!(301)),
        "{told}"
    );
}

#[test]
fn sums_that_name_no_place_are_left_out() {
    let rows = |first: &str, second: &str| {
        format!(
            "1;Xã A Lù;100;10\n2;Xã Mú Sung;200;20\n;{first};300;30\n\
             1;Xã Bảo Hà;200;25\n2;Xã Cam Cọn;300;30\n;{second};500;55\n;Cộng toàn tỉnh;800;85\n"
        )
    };
    for (first, second) in [
        ("Cộng", "Cộng"),
        ("Cộng Bát Xát", "Cộng Bảo Yên"),
        ("Cộng (1)", "Cộng (2)"),
        ("Cộng các xã vùng cao", "Cộng các xã vùng thấp"),
        ("Cộng khu vực 1", "Cộng khu vực 2"),
        ("Cộng phường", "Cộng xã"),
    ] {
        let (snapshot, told) = of(&rows(first, second));
        assert_eq!(outline(&snapshot), "Xã A Lù() Xã Mú Sung() Xã Bảo Hà() Xã Cam Cọn()", "{first}: {told}");
        assert_eq!(count(&snapshot, "households"), 800, "{first}: {told}");
        assert!(told.contains("dòng cộng của một phần các địa bàn, không nhập: 6, 9"), "{first}: {told}");
    }
}

#[test]
fn a_caption_of_a_district_holds_the_communes_below_it() {
    let rows = "I;Huyện Bát Xát;;\n1;Xã A Lù;100;10\n2;Xã Mú Sung;200;20\n;Cộng;300;30\n\
                II;Huyện Bảo Yên;;\n1;Xã A Lù;200;25\n2;Xã Cam Cọn;300;30\n;Cộng;500;55\n;Tổng cộng;800;85\n";
    let (snapshot, told) = of(rows);
    assert_eq!(
        (outline(&snapshot), count(&snapshot, "households")),
        (NESTED.to_owned(), json!(800)),
        "{told}"
    );
    assert_eq!(area(&snapshot, "Huyện Bát Xát")["households"], 300);
    let bare = rows.replace(";Cộng;300;30\n", "").replace(";Cộng;500;55\n", "");
    let (snapshot, told) = of(&bare);
    assert_eq!(outline(&snapshot), NESTED, "{told}");
    assert_eq!(snapshot["households"], 800);
    let one = bare.replace("Tổng cộng", "Cộng");
    let (snapshot, told) = of(&one);
    assert_eq!((outline(&snapshot), &snapshot["households"]), (NESTED.to_owned(), &json!(800)), "{told}");
}

#[test]
fn the_row_of_the_unit_is_no_area_of_it() {
    for name in [
        "Cộng toàn tỉnh",
        "Tổng toàn tỉnh",
        "Cộng chung",
        "Cả tỉnh",
        "T.Cộng",
        "Tổng 2 xã",
        "Cộng phường, xã",
    ] {
        for is_above in [false, true] {
            let (total, places) = (format!(";{name};310;37\n"), "1;Xã A Lù;100;10\n2;Xã Bảo Hà;200;25\n");
            let rows = if is_above { format!("{total}{places}") } else { format!("{places}{total}") };
            let (snapshot, told) = of(&rows);
            assert_eq!(outline(&snapshot), "Xã A Lù() Xã Bảo Hà()", "{name}: {told}");
            assert_eq!(snapshot["households"], 310, "{name}: {told}");
        }
    }
    // A commune may be called so.
    let (snapshot, told) = of("1;Cộng Hòa;100;10\n2;Tổng Cọt;200;25\n;Cộng;300;35\n");
    assert_eq!(outline(&snapshot), "Cộng Hòa() Tổng Cọt()", "{told}");
}

#[test]
fn names_without_a_kind_are_told_apart_by_their_sums_or_refused() {
    let names = |rows: &str| rows.replace("Huyện ", "").replace("Xã ", "");
    let nested = names(NESTED);
    let (snapshot, told) = of(&names(&districts(["", "1", "2", "", "1", "2"], "")));
    assert_eq!((outline(&snapshot), count(&snapshot, "households")), (nested.clone(), json!(800)), "{told}");
    let (snapshot, told) = of(&districts([""; 6], "").replace("Xã ", ""));
    let half = NESTED.replace("Xã ", "");
    assert_eq!((outline(&snapshot), count(&snapshot, "households")), (half, json!(800)), "{told}");
    // All alike: only the total tells.
    let alike = names(&districts(["1", "2", "3", "4", "5", "6"], "")).replace("5;A Lù", "5;Bảo Hà");
    let (snapshot, told) = of(&format!("{alike};Tổng cộng;800;85\n"));
    assert_eq!(outline(&snapshot), "Bát Xát(A Lù, Mú Sung) Bảo Yên(Bảo Hà, Cam Cọn)", "{told}");
    let (snapshot, _) = of(&format!("{alike};Tổng cộng;1600;170\n"));
    assert_eq!(snapshot["areas"].as_array().unwrap().len(), 6);
    let told = refused(&alike);
    assert!(told.contains("B4: đọc được hai cách: dòng này là tổng của các dòng 5–6"), "{told}");
    // Places of one kind lie beside each other, whatever they add up to.
    let (snapshot, told) =
        of(&districts(["1", "2", "3", "4", "5", "6"], "").replace("Huyện", "Xã").replace("5;Xã A", "5;Xã B"));
    assert_eq!(
        (snapshot["areas"].as_array().unwrap().len(), count(&snapshot, "households")),
        (6, json!(1600)),
        "{told}"
    );
}

#[test]
fn wards_and_quarters_without_numbers_have_one_column() {
    let folder = Folder::new("import");
    let form = "UBND QUẬN 3\nKẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2023\nPhường, khu phố;Tổng số hộ;Hộ nghèo\nPhường 1;300;30\n\
                Khu phố 1;100;10\nKhu phố 2;200;20\nPhường 2;500;55\nKhu phố 1;200;25\nKhu phố 2;300;30\n";
    let (snapshot, told) = imported(&[&folder.write("a.csv", form)], &[]);
    assert_eq!(outline(&snapshot), "Phường 1(Khu phố 1, Khu phố 2) Phường 2(Khu phố 1, Khu phố 2)", "{told}");
    assert_eq!(count(&snapshot, "households"), 800, "{told}");
}

/// One place is written shortly in one form and in full in the other.
#[test]
fn a_short_kind_is_the_same_place() {
    let folder = Folder::new("import");
    let causes = "TỈNH LÀO CAI\nHỘ NGHÈO THEO NGUYÊN NHÂN NĂM 2023\nSTT;Đơn vị;Tổng số hộ nghèo;Không có đất sản xuất\n";
    for (short, full) in [
        ("X. Bành Trạch", "Xã Bành Trạch"),
        ("V. X. Bành Trạch", "Xã Bành Trạch"),
        ("TT. Chợ Rã", "Thị trấn Chợ Rã"),
        ("P. Đức Xuân", "Phường Đức Xuân"),
        ("Bành Trạch", "Xã Bành Trạch"),
    ] {
        let one = folder.write("a.csv", &format!("{HEAD}1;{short};900;180\n2;Xã Cao Thượng;1100;220\n"));
        let two = folder.write("b.csv", &format!("{causes}1;{full};180;50\n2;Xã Cao Thượng;220;60\n"));
        let (snapshot, told) = imported(&[&one, &two], &[]);
        assert_eq!(outline(&snapshot), format!("{full}() Xã Cao Thượng()"), "{short}: {told}");
        assert_eq!(count(&snapshot["poor"], "households"), 400, "{short}: {told}");
    }
    let (snapshot, _) = of("1;V. Trạch;900;180\n2;I. Xã A;1100;220\n");
    assert_eq!(outline(&snapshot), "V. Trạch() Xã A()");
}

/// A place that has as many as the others together is one of them, by its number or its kind, and no total row.
#[test]
fn a_place_as_large_as_the_others_is_no_whole() {
    for (heads, lead) in [("STT;Thôn", ["1;", "2;", "3;"]), ("Thôn", ["", "", ""])] {
        for counts in [[5, 2, 3], [2, 3, 5]] {
            let folder = crate::folder::Folder::new("import");
            let row = |at: usize| format!("{}Thôn {};{}", lead[at], at + 1, counts[at]);
            let rows = [0, 1, 2].map(row).join("\n");
            let text = format!("UBND XÃ EA TUL\nKẾT QUẢ RÀ SOÁT ĐẾN 31/12/2022\n{heads};Hộ nghèo\n{rows}");
            let file = folder.write("thon.csv", &text);
            let (snapshot, told) = imported(&[&file], &["--kind", "commune"]);
            assert_eq!(snapshot["poor"]["households"]["value"], 10, "{text}{told}");
            assert_eq!(snapshot["areas"].as_array().unwrap().len(), 3, "{text}{told}");
        }
    }
}
