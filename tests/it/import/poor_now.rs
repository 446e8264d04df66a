//! Which households of a list are poor now, by its columns, its title and those of the lists beside it.

use serde_json::{Value, json};

use super::{area, imported, refusal};

/// A list with these columns after the number, the head and the members, of these households.
fn list(name: &str, title: &str, heads: &str, rows: &[&str]) -> (crate::folder::Folder, String) {
    let folder = crate::folder::Folder::new("import");
    let rows: Vec<String> = (1..).zip(rows).map(|(n, row)| format!("{n};CANARY {n};{n};{row}")).collect();
    let rows = rows.join("\n");
    let text = format!("UBND PHƯỜNG 1;;;\n{title};;;\nSTT;Họ và tên chủ hộ;Số nhân khẩu;{heads}\n{rows}\n");
    let file = folder.write(name, &text);
    (folder, file)
}

const BOTH: &str = "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022";

fn counted(heads: &str, rows: &[&str]) -> (Value, String) {
    let (_folder, file) = list("ds.csv", BOTH, heads, rows);
    imported(&[&file], &[])
}

/// Households and escaped of the poor, households of the near-poor.
fn three(snapshot: &Value) -> [Option<u64>; 3] {
    let poor = &snapshot["poor"];
    [&poor["households"], &poor["movement"]["escaped"], &snapshot["near_poor"]["households"]]
        .map(Value::as_u64)
}

#[test]
fn a_column_a_group_is_known_by_its_bare_name_too() {
    for heads in ["Nghèo;Cận nghèo", "Diện nghèo;Diện cận nghèo", "Hộ nghèo;Hộ cận nghèo"]
    {
        let (snapshot, told) = counted(heads, &["x;", ";x", "√;", "x;x", ";"]);
        assert_eq!(three(&snapshot), [Some(2), None, Some(1)], "{heads}: {told}");
        assert!(told.contains("(phân loại hộ không nhận ra): 7"), "{heads}: {told}");
    }
}

/// Where rows are of no known group, none of a group is not told.
#[test]
fn no_count_is_none_beside_rows_that_could_not_be_read() {
    let (snapshot, told) = counted("Loại hộ", &["Hộ nghèo", "gì đó"]);
    assert_eq!(three(&snapshot), [Some(1), None, None], "{told}");
    let (snapshot, told) = counted("Loại hộ", &["Hộ nghèo", "Hộ nghèo"]);
    assert_eq!(three(&snapshot), [Some(2), None, Some(0)], "{told}");
}

/// What a household was is not what it is.
#[test]
fn the_newest_of_several_columns_of_kinds_counts() {
    let rows =
        ["Hộ nghèo;Thoát nghèo", "Hộ nghèo;Hộ nghèo", "Hộ nghèo;Hộ cận nghèo", "Hộ cận nghèo;Hộ nghèo"];
    for heads in [
        "Phân loại đầu năm;Phân loại cuối năm",
        "Phân loại hộ năm 2021;Phân loại hộ năm 2022",
        "Loại hộ;Kết quả rà soát",
    ] {
        let (snapshot, told) = counted(heads, &rows);
        assert_eq!(three(&snapshot), [Some(2), Some(1), Some(1)], "{heads}: {told}");
    }
}

#[test]
fn who_was_poor_when_the_year_began_is_not_counted_for_it() {
    let heads = "Hộ nghèo đầu năm;Hộ thoát nghèo;Hộ nghèo phát sinh;Hộ nghèo cuối năm";
    let (snapshot, told) = counted(heads, &["x;x;;", "x;;;x", ";;x;x"]);
    assert_eq!(three(&snapshot), [Some(2), Some(1), Some(0)], "{told}");
    assert_eq!(snapshot["poor"]["movement"]["newly"], 1);
}

/// The detailed form has no column of kinds: who is newly poor, poor again or as before is poor.
#[test]
fn columns_of_movement_tell_the_group() {
    let (snapshot, told) = counted("Nghèo mới;Tái nghèo;Nghèo cũ", &["x;;", ";x;", ";;x"]);
    assert_eq!(snapshot["poor"]["households"], 3, "{told}");
    assert_eq!(snapshot["poor"]["movement"], json!({ "newly": 1, "relapsed": 1 }));
}

/// A household with one code and two kinds is counted once, and told; of the kind that it may be no 0 is stated.
#[test]
fn one_code_of_two_kinds_is_told() {
    let (snapshot, told) = counted("Mã hộ;Loại hộ", &["H001;Hộ nghèo", "H001;Hộ cận nghèo", "H002;Hộ nghèo"]);
    assert_eq!(three(&snapshot), [Some(2), None, None], "{told}");
    assert!(told.contains("(mã hộ đã có ở một hộ khác loại, không đếm lần nữa): 5"), "{told}");
}

/// Those who moved away, were struck off or are asked for are none of the poor, whatever else stands beside.
#[test]
fn lists_of_households_that_are_not_poor_now_add_nothing() {
    let (_folder, poor) = list("ds.csv", "DANH SÁCH HỘ NGHÈO NĂM 2022", "Ghi chú", &["", ""]);
    for title in [
        "DANH SÁCH HỘ NGHÈO CHUYỂN ĐI NĂM 2022",
        "DANH SÁCH HỘ NGHÈO ĐƯA RA KHỎI DANH SÁCH NĂM 2022",
        "DANH SÁCH HỘ NGHÈO GIẢM NĂM 2022",
        "DANH SÁCH HỘ NGHÈO ĐÃ CHẾT, XÓA TÊN",
        "DANH SÁCH HỘ NGHÈO KHÔNG ĐỦ ĐIỀU KIỆN",
        "DANH SÁCH HỘ ĐỀ NGHỊ CÔNG NHẬN HỘ NGHÈO NĂM 2022",
        "DANH SÁCH HỘ NGHÈO TRỞ THÀNH HỘ CẬN NGHÈO NĂM 2022",
        "DANH SÁCH HỘ NGHÈO ĐẦU NĂM 2022",
    ] {
        let (_other, other) = list("khac.csv", title, "Ghi chú", &["a", "b", "c"]);
        let (snapshot, told) = imported(&[&poor, &other], &[]);
        assert_eq!(three(&snapshot), [Some(2), None, None], "{title}: {told}");
        assert_eq!(snapshot["as_of"], "2022-12-31", "{title}: {told}");
    }
    // Alone it is not taken for all.
    let (_other, other) = list("khac.csv", "DANH SÁCH HỘ NGHÈO CHUYỂN ĐI NĂM 2022", "Ghi chú", &["a"]);
    let told = refusal(&[&other], &["--as-of", "2022-12-31"]);
    assert!(told.contains("chỉ là một phần số hộ"), "{told}");
}

/// Who was poor at the beginning and still is at the end is no household listed twice, whichever list is read first.
#[test]
fn a_list_of_the_beginning_hides_nobody_of_the_end() {
    let rows = ["H001", "H002", "H003"];
    let (_before, before) = list("dau.csv", "DANH SÁCH HỘ NGHÈO ĐẦU NĂM 2022", "Mã hộ", &rows);
    let (_now, now) = list("cuoi.csv", "DANH SÁCH HỘ NGHÈO NĂM 2022", "Mã hộ", &rows[..2]);
    for files in [[&before, &now], [&now, &before]] {
        let (snapshot, told) = imported(&files.map(String::as_str), &[]);
        assert_eq!(three(&snapshot), [Some(2), None, None], "{told}");
        assert!(told.contains("là danh sách đầu kỳ") && !told.contains("trùng mã"), "{told}");
    }
}

/// Street groups lie in quarters, whatever the order of the columns, and a list names its own ward in each row.
#[test]
fn columns_of_places_lie_in_one_another() {
    let heads = "Tổ;Khu phố;Phường;Loại hộ";
    let (snapshot, told) =
        counted(heads, &["1;KP1;Phường 1;Hộ nghèo", "Tổ 2;Khu phố 1;P1;Hộ nghèo", ";;;Hộ nghèo"]);
    assert_eq!(snapshot["poor"]["households"], 3, "{told}");
    let quarter = area(&snapshot, "Khu phố 1");
    assert_eq!(
        (quarter["poor"]["households"].as_u64(), quarter["areas"].as_array().map(Vec::len)),
        (Some(2), Some(2))
    );
}

/// A heading may name somebody as well as a cell may.
#[test]
fn a_heading_that_names_somebody_is_told_by_its_letter() {
    let (_, told) = counted("Loại hộ;Hỗ trợ của ông CANARY Nguyễn Văn B", &["Hộ nghèo;x"]);
    assert!(!told.contains("CANARY") && told.contains("không đếm: E (hỗ trợ)"), "{told}");
}
