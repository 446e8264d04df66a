//! Households of a list with relations: where one begins whose head has no row, or no relation; members that are not as
//! many as are stated.

use serde_json::Value;

use super::imported;
use crate::folder::Folder;

const BOTH: &str = "UBND XÃ MƯỜNG BÚ\nDANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022\n";

/// Households and persons of both groups, and what is told.
fn counted(rows: &str) -> ([u64; 4], Value, String) {
    let folder = Folder::new("import");
    let (snapshot, told) = imported(&[&folder.write("ds.csv", &format!("{BOTH}{rows}"))], &[]);
    assert!(!told.to_lowercase().contains("canary"), "{told}");
    let of = |group: &str, of: &str| snapshot[group][of].as_u64().unwrap_or_default();
    let counts = [
        of("poor", "households"),
        of("poor", "persons"),
        of("near_poor", "households"),
        of("near_poor", "persons"),
    ];
    (counts, snapshot, told)
}

/// The head died or lives elsewhere: the household is one of its own by its number, its kind or its hamlet, and is told.
#[test]
fn a_household_without_its_head_is_none_of_the_one_above_it() {
    let heads = "STT;Họ và tên;Quan hệ với chủ hộ;Thôn;Phân loại hộ\n";
    for (rows, counts, row) in [
        // By its number.
        (
            "1;CANARY A;Chủ hộ;Thôn 1;HN\n;CANARY A1;Vợ;;\n2;CANARY B;Vợ;;HN\n;CANARY B1;Con;;\n",
            [2, 4, 0, 0],
            6,
        ),
        (
            "1;CANARY B;Mẹ;Thôn 1;HN\n;CANARY B1;Con;;\n2;CANARY A;Chủ hộ;Thôn 1;HN\n;CANARY A1;Vợ;;\n",
            [2, 4, 0, 0],
            4,
        ),
        // By its kind, among persons that all have a number.
        (
            "1;CANARY A;Chủ hộ;Thôn 1;HN\n2;CANARY A1;Vợ;Thôn 1;HN\n3;CANARY B;Vợ;Thôn 1;HCN\n4;CANARY B1;Con;Thôn 1;HCN\n",
            [1, 2, 1, 2],
            6,
        ),
        // By its hamlet; the next head has a household of her own.
        (
            "1;CANARY A;Chủ hộ;Thôn 1;HN\n2;CANARY A1;Vợ;Thôn 1;HN\n3;CANARY B;Vợ;Thôn 2;HN\n4;CANARY C;Chủ hộ;Thôn 2;HN\n",
            [3, 4, 0, 0],
            6,
        ),
    ] {
        let (found, snapshot, told) = counted(&format!("{heads}{rows}"));
        assert_eq!(found, counts, "{rows}{snapshot}{told}");
        assert!(told.contains(&format!("đếm là hộ riêng: dòng {row}\n")), "{rows}{told}");
    }
    // By the mark of its group.
    let (found, _, told) = counted(
        "STT;Họ và tên;Quan hệ;Hộ nghèo;Hộ cận nghèo\n1;CANARY A;Chủ hộ;x;\n2;CANARY A1;Vợ;x;\n3;CANARY B;Con;;x\n",
    );
    assert_eq!(found, [1, 2, 1, 1], "{told}");
}

/// Neither a number that each member has, nor one that was forgotten, makes households of members; nor does a kind that is
/// written otherwise.
#[test]
fn members_stay_with_their_head() {
    for rows in [
        "1;CANARY A;Chủ hộ;Thôn 1;HN\n2;CANARY A1;Vợ;thôn 1;Hộ nghèo\n3;CANARY A2;Con;Thôn 01;\n1;CANARY B;Chủ hộ;Thôn 2;HCN\n2;CANARY B1;Con;;HCN\n",
        "1;CANARY A;Chủ hộ;Thôn 1;HN\n2;CANARY A1;Vợ;;\n;CANARY A2;Con;;\n4;CANARY B;Chủ hộ;Thôn 2;HCN\n5;CANARY B1;Con;;\n",
        "1;CANARY A;Chủ hộ;Thôn 1;HN\n1.1;CANARY A1;Vợ;;\n1.2;CANARY A2;Con;;\n2;CANARY B;Chủ hộ;Thôn 2;HCN\n2.1;CANARY B1;Con;;\n",
        // The number stands with whoever is the first of the household.
        "1;CANARY A1;Con;Thôn 1;HN\n;CANARY A;Chủ hộ;;\n;CANARY A2;Con;;\n2;CANARY B;Chủ hộ;Thôn 2;HCN\n;CANARY B1;Con;;\n",
    ] {
        let (found, _, told) =
            counted(&format!("STT;Họ và tên;Quan hệ với chủ hộ;Thôn;Phân loại hộ\n{rows}"));
        assert_eq!(found, [1, 3, 1, 2], "{rows}{told}");
        assert!(!told.contains("không có dòng chủ hộ"), "{rows}{told}");
    }
}

/// Where no row says that it is the head's, who has no relation is the head.
#[test]
fn a_head_may_have_no_relation() {
    for rows in [
        "STT;Họ và tên chủ hộ;Họ và tên thành viên;Quan hệ;Phân loại hộ\n1;CANARY A;;;HN\n;;CANARY A1;Vợ;\n;;CANARY A2;Con;\n2;CANARY B;;;HCN\n;;CANARY B1;Con;\n",
        "Họ và tên chủ hộ;Họ và tên thành viên;Quan hệ;Phân loại hộ\nCANARY A;;;HN\n;CANARY A1;Vợ;\n;CANARY A2;Con;\nCANARY B;;;HCN\n;CANARY B1;Con;\n",
        "STT;Họ và tên;Quan hệ với chủ hộ;Phân loại hộ\n1;CANARY A;;HN\n;CANARY A1;Vợ;\n;CANARY A2;Con;\n2;CANARY B;;HCN\n;CANARY B1;Con;\n",
        "STT;Họ và tên;Quan hệ với chủ hộ;Phân loại hộ\n1;CANARY A;;HN\n2;CANARY A1;Vợ;HN\n3;CANARY A2;Con;HN\n4;CANARY B;;HCN\n5;CANARY B1;Con;HCN\n",
    ] {
        let (found, _, told) = counted(rows);
        assert_eq!(found, [1, 3, 1, 2], "{rows}{told}");
        assert!(!told.contains("không có dòng chủ hộ"), "{rows}{told}");
    }
}

/// As many members as are stated are counted; that the rows are not as many is told, but not of a list of heads alone.
#[test]
fn other_members_than_are_stated_are_told() {
    let heads = "STT;Họ và tên;Quan hệ;Số khẩu;Phân loại hộ\n";
    let (found, _, told) = counted(&format!(
        "{heads}1;CANARY A;Chủ hộ;4;HN\n;CANARY A1;Vợ;;\n;CANARY A2;Con;;\n2;CANARY B;Chủ hộ;1;HN\n3;CANARY C;Chủ hộ;2;HN\n"
    ));
    assert_eq!(found, [3, 7, 0, 0], "{told}");
    assert!(
        told.contains("2 hộ ghi số khẩu khác số dòng thành viên, lấy số khẩu: xem lại: dòng 4, 8"),
        "{told}"
    );
    let (found, _, told) = counted(&format!("{heads}1;CANARY A;Chủ hộ;4;HN\n2;CANARY B;Chủ hộ;1;HN\n"));
    assert_eq!(found, [2, 5, 0, 0], "{told}");
    assert!(!told.contains("số khẩu khác"), "{told}");
}
