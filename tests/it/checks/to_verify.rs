//! Checks that somebody should look at: whom to ask what.

use giamngheo::model::checks::CheckKind as K;

use super::{only, says, snapshot};

fn two(before: &str, now: &str) -> Vec<String> {
    vec![snapshot("2021-12-31", before), snapshot("2022-12-31", now)]
}

#[test]
fn one_number_in_two_programmes() {
    let programmes = r#""programmes": [
        { "id": "a", "name": "Vay vốn", "kind": "credit", "reached": { "value": 333, "unit": "case" } },
        { "id": "b", "name": "Tặng quà", "kind": "other", "reached": { "value": 333, "unit": "award" } } ]"#;
    says(
        &only(&[snapshot("2022-12-31", programmes)], |k| matches!(k, K::SameReached(_))),
        [
            "333 ghi ở hai chính sách: vay vốn và tặng quà",
            "nơi công bố: 333 là số của cả hai chính sách, hay chép nhầm?",
        ],
        [
            "The same figure, 333, is given for vay vốn and for tặng quà",
            "the publisher: 333 for both, or was one copied from the other?",
        ],
    );
}

/// (90 − 200) : 200 = −55 %; half of 200 is 100, one and a half times 300.
#[test]
fn a_jump() {
    let files = two(r#""poor": { "households": 200 }"#, r#""poor": { "households": 90 }"#);
    says(
        &only(&files, |k| matches!(k, K::Jump(_))),
        [
            "Số hộ nghèo: từ 200 còn 90 hộ (−55%)",
            "nơi công bố: vì sao 90 hộ? không phải hỏi nếu từ 100 đến 300",
        ],
        [
            "Poor households: from 200 down to 90 households (−55%)",
            "the publisher: why 90 households? Nothing to ask for 100 to 300",
        ],
    );
}

/// 870 : 1.000 = 87 %; 320 − 400 = −80, −20 % of 400.
#[test]
fn stated_percents_of_counts() {
    let coverage = |percent: &str| {
        let covered =
            r#""coverage": [{ "id": "a", "name": "BHYT", "covered": 870, "eligible": 1000, "percent": "#;
        vec![snapshot("2022-12-31", &format!("{covered}{percent} }}]"))]
    };
    let is_share = |k: &K| matches!(k, K::CoveragePercent(_));
    says(
        &only(&coverage("91.5"), is_share),
        ["BHYT: 870 : 1.000 người = 87%*, nêu 91,5%", "tỷ lệ 87,0% (nêu 91,5%)"],
        ["BHYT: 870 ÷ 1,000 persons = 87%*, stated 91.5%", "a percentage of 87.0% (stated 91.5%)"],
    );
    let held = only(&coverage("87"), is_share);
    assert_eq!(held.verdict, giamngheo::model::checks::Verdict::Holds);
    let year = |reached: u32, change: &str| {
        format!(
            r#""programmes": [{{ "id": "a", "name": "Vay", "kind": "credit", "reached": {reached}{change} }}]"#
        )
    };
    let changed =
        |percent: &str| two(&year(400, ""), &year(320, &format!(", \"change_percent\": {percent}")));
    let is_change = |k: &K| matches!(k, K::ProgrammeChange(_));
    says(
        &only(&changed("-28"), is_change),
        ["Vay: −80 : 400 hộ = −20%*, nêu −28%", "tỷ lệ −20% (nêu −28%)"],
        ["Vay: −80 ÷ 400 households = −20%*, stated −28%", "a percentage of −20% (stated −28%)"],
    );
    let held = only(&changed("-20"), is_change);
    assert_eq!(held.verdict, giamngheo::model::checks::Verdict::Holds);
}

#[test]
fn an_indicator_that_measures_something_else() {
    let of = |unit: &str, better: &str| {
        format!(
            r#""indicators": [{{ "id": "a", "name": "Đi học", "unit": "{unit}", "value": 12, "better": "{better}" }}]"#
        )
    };
    let is_changed = |k: &K| matches!(k, K::IndicatorChanged(_));
    says(
        &only(&two(&of("pupil", "higher"), &of("percent", "higher")), is_changed),
        [
            "Đi học: học sinh, sinh viên, cao hơn là tốt (31/12/2021), nay %, cao hơn là tốt",
            "nơi công bố: hai chỉ số khác nhau, hay ghi nhầm? khớp nếu vẫn đo bằng học sinh, sinh viên, cao hơn là tốt",
        ],
        [
            "Đi học: pupils and students, higher is better (31 Dec 2021), now %, higher is better",
            "the publisher: two indicators, or a slip? Consistent if still measured by pupils and students, higher is better",
        ],
    );
    let turned = only(&two(&of("percent", "lower"), &of("percent", "higher")), is_changed);
    assert_eq!(turned.verdict, giamngheo::model::checks::Verdict::ToVerify);
}

fn areas(names: &str) -> String {
    let list: Vec<String> = names.split(' ').map(|n| format!(r#"{{ "name": "Xã {n}" }}"#)).collect();
    format!(r#""areas_complete": true, "areas": [ {} ]"#, list.join(", "))
}

#[test]
fn areas_come_and_gone() {
    says(
        &only(&two(&areas("A B"), &areas("A C")), |k| matches!(k, K::ComeGone(_))),
        [
            "So với 31/12/2021: mới có Xã C; thôi có tên Xã B",
            "nơi lập tệp: sắp xếp lại địa giới, hay tệp thiếu?",
        ],
        [
            "Since 31 Dec 2021: newly listed Xã C; no longer listed Xã B",
            "the compiler of the file: were areas merged or split, or is the file short?",
        ],
    );
}

#[test]
fn an_aim_changed() {
    let aims = |n: u32| {
        format!(
            r#""targets": [ {{ "id": "t", "name": "Giảm hộ nghèo", "year": 2022, "measure": "poor.households",
            "aim": {{ "reduce_by": {n} }} }} ], "poor": {{ "households": 340 }}"#
        )
    };
    says(
        &only(&two(&aims(50), &aims(55)), |k| matches!(k, K::AimChanged(_))),
        [
            "Giảm hộ nghèo: giao 50 hộ (31/12/2021), nay giao 55 hộ",
            "nơi giao: văn bản nào đổi mức 50 hộ (31/12/2021)? khớp nếu vẫn là mức ấy",
        ],
        [
            "Giảm hộ nghèo: target 50 households (31 Dec 2021), now 55 households",
            "the assigning office: which decision changed 50 households (31 Dec 2021)? Consistent if it still stands",
        ],
    );
}

#[test]
fn a_period_apart_from_its_day() {
    let files = [snapshot("2022-12-31", r#""period": "2022-Q1""#)];
    says(
        &only(&files, |k| matches!(k, K::PeriodApart(_))),
        [
            "Kỳ quý I/2022 không có ngày số liệu 31/12/2022",
            "nơi lập tệp: kỳ có đúng là quý I/2022? khớp nếu as_of từ 01/01/2022 đến 31/03/2022",
        ],
        [
            "The period Q1 2022 does not hold the date 31 Dec 2022",
            "the compiler of the file: is it Q1 2022? Consistent for as_of from 1 Jan 2022 to 31 Mar 2022",
        ],
    );
}

#[test]
fn a_date_in_the_future() {
    let files = [snapshot("2033-12-31", r#""poor": { "households": 1 }"#)];
    says(
        &only(&files, |k| matches!(k, K::Future(_))),
        ["Ngày ở tương lai: số liệu 31/12/2033", "nơi lập tệp: ghi nhầm năm? khớp nếu không sau hôm nay"],
        [
            "Dates in the future: figures 31 Dec 2033",
            "the compiler of the file: a wrong year? Consistent if not after today",
        ],
    );
}

#[test]
fn a_text_that_may_name_a_person() {
    let files = [snapshot("2022-12-31", r#""poor": { "households": 1, "note": "gọi 123456789" }"#)];
    says(
        &only(&files, |k| matches!(k, K::Private(_))),
        [
            "Có thể có số giấy tờ hoặc địa chỉ thư: poor.note",
            "nơi lập tệp: bỏ số giấy tờ, địa chỉ thư khỏi các trường này",
        ],
        [
            "May hold personal numbers or mail: poor.note",
            "the compiler of the file: take personal numbers and mail out of these fields",
        ],
    );
}

/// With the field it is about, or of the whole file.
#[test]
fn a_doubt() {
    for field in [r#""field": "as_of", "#, ""] {
        let files = [snapshot("2022-12-31", &format!(r#""doubts": [ {{ {field}"text": "ngày nào?" }} ]"#))];
        says(
            &only(&files, |k| matches!(k, K::Doubt(_))),
            ["Ngày nào?", "nơi công bố; xác minh xong thì xóa điểm này khỏi tệp"],
            ["Ngày nào?", "the publisher; once settled, take the entry out of the file"],
        );
    }
}

/// From 30 September 2022 to 15 January 2023: 31 + 30 + 31 + 15 = 107 days.
#[test]
fn old_figures() {
    let files = [snapshot("2022-09-30", r#""poor": { "households": 1 }"#)];
    says(
        &only(&files, |k| matches!(k, K::Age(_))),
        [
            "Số liệu mới nhất cách đây 107 ngày (30/09/2022)",
            "đơn vị: đã có số liệu mới hơn chưa? khớp nếu không quá 100 ngày",
        ],
        [
            "The newest figures are 107 days old (30 Sep 2022)",
            "the unit: are there newer figures? Consistent up to 100 days",
        ],
    );
}
