//! What is not taken: wrong numbers, two readings, figures against each other, hostile files.

use super::{imported, refusal, run};

#[test]
fn cells_that_are_no_counts_are_named() {
    let told = refusal(&["wrong-numbers.xlsx"], &[]);
    for said in [
        "wrong-numbers.xlsx [Sheet] C5: số lẻ ở cột số đếm",
        "wrong-numbers.xlsx [Sheet] D6: số âm ở cột số đếm",
        "wrong-numbers.xlsx [Sheet] C7: chữ ở cột số đếm",
        "wrong-numbers.xlsx [Sheet] D7: ",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
    assert!(!told.contains("nhiều"), "no word of a cell is repeated\n{told}");
}

#[test]
fn two_readings_are_refused_with_both_named() {
    let told = refusal(&["two-readings.xlsx"], &[]);
    assert!(told.contains("poor.movement.newly hay near_poor.movement.newly"), "{told}");
}

#[test]
fn a_figure_given_twice_and_different_is_refused_with_both_places() {
    let told = refusal(&["given-twice.xlsx"], &[]);
    assert!(
        told.contains("102 (")
            && told.contains("[Một] C5)")
            && told.contains("103 (")
            && told.contains("[Hai] C5)"),
        "{told}"
    );
}

#[test]
fn files_of_several_units_need_the_one_they_are_parts_of() {
    let told = refusal(&["ward-1.xlsx", "ward-2.xlsx"], &[]);
    assert!(told.contains("Phường 1, Phường 2") && told.contains("--unit"), "{told}");
}

#[test]
fn old_letters_are_refused_by_name() {
    let told = refusal(&["old-letters.xlsx"], &[]);
    assert!(told.contains("TCVN3") && told.contains("mở bằng Excel, chuyển mã rồi lưu lại"), "{told}");
}

/// A formula is no name, a hidden letter leaves nothing behind, and a cell in the last row costs nothing.
#[test]
fn hostile_cells_do_no_harm() {
    let (snapshot, told) = imported(&["hostile.xlsx"], &[]);
    let text = snapshot.to_string() + &told;
    assert!(!text.contains("cmd") && !text.contains('\u{202e}') && !text.contains("=1"), "{text}");
    assert!(told.contains("dòng có số mà không có tên, không nhập: 5"), "{told}");
}

#[test]
fn a_file_is_never_overwritten_unless_asked() {
    let folder = crate::folder::Folder::new("import");
    let out = folder.at("out.json");
    std::fs::write(&out, "mine").unwrap();
    let to = ["-o", &out];
    assert_eq!(run(&["ward-1.xlsx"], &to).status.code(), Some(74));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "mine");
    assert!(run(&["ward-1.xlsx"], &[&to[..], &["--force"]].concat()).status.success());
    assert!(std::fs::read_to_string(&out).unwrap().contains("giamngheo/1"));
}
