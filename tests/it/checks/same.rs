//! What is written twice: areas that are an earlier list again, units that may be one; and a report older than its day.

use giamngheo::model::checks::{Check, CheckKind as K, checks};
use giamngheo::text::Lang;
use giamngheo::text::say::check::sentence;

use super::{of, only, says, snapshot};
use crate::folder::Head;
use crate::program::accepted;

fn wards(counts: [u32; 3]) -> String {
    let ward = |(i, n): (usize, u32)| {
        format!(
            r#"{{ "name": "Phường {}", "kind": "ward", "households": {}, "poor": {{ "households": {n} }} }}"#,
            i + 1,
            500 + i
        )
    };
    format!(r#""areas": [{}]"#, counts.into_iter().enumerate().map(ward).collect::<Vec<_>>().join(", "))
}

fn is_same(kind: &K) -> bool {
    matches!(kind, K::SameAreas(_))
}

#[test]
fn a_list_of_areas_that_is_the_one_before() {
    let files = |before, now| [snapshot("2021-12-31", &wards(before)), snapshot("2022-12-31", &wards(now))];
    says(
        &only(&files([40, 30, 20], [40, 30, 20]), is_same),
        ["3 địa bàn có số bằng hệt ngày 31/12/2021", "nơi lập tệp: đã rà soát lại, hay chép từ kỳ trước?"],
        [
            "All 3 areas have the figures of 31 Dec 2021",
            "the compiler of the file: counted anew, or copied from the list before?",
        ],
    );
    // One that changed is a new count; none at all anywhere is what was reached.
    for (before, now) in [([40, 30, 20], [40, 30, 21]), ([0, 0, 0], [0, 0, 0]), ([1, 2, 3], [3, 2, 1])] {
        assert!(!of(&files(before, now)).iter().any(|check| is_same(&check.kind)), "{now:?}");
    }
    // Half a list, and a list of one, say nothing.
    let half = wards([40, 30, 20]).replace(r#", {"name": "Phường 3""#, "");
    let one = r#""areas": [{ "name": "Phường 1", "poor": { "households": 4 } }]"#;
    for (before, now) in
        [(wards([40, 30, 20]), one.to_owned()), (one.to_owned(), one.to_owned()), (half, one.to_owned())]
    {
        let files = [snapshot("2021-12-31", &before), snapshot("2022-12-31", &now)];
        assert!(!of(&files).iter().any(|check| is_same(&check.kind)));
    }
}

fn published(source: &str, day: &str) -> Vec<String> {
    let source = format!(r#"{source}, "published": "{day}""#);
    vec![
        Head { unit: r#""name": "Huyện Thử", "kind": "district""#, as_of: "2022-12-31", source: &source }
            .with(""),
    ]
}

#[test]
fn a_report_older_than_its_figures() {
    let is_before = |kind: &K| matches!(kind, K::PublishedBefore(_));
    says(
        &only(&published(r#""provenance": "reported""#, "2022-12-30"), is_before),
        [
            "Công bố 30/12/2022, trước ngày số liệu 31/12/2022",
            "nơi lập tệp: là số ước? khớp nếu `published` từ 31/12/2022, hay `provenance` là estimated",
        ],
        [
            "Published 30 Dec 2022, before the date 31 Dec 2022",
            "the compiler of the file: an estimate? Consistent if `published` is 31 Dec 2022 or later, or for estimated figures",
        ],
    );
    let fine = [
        (r#""provenance": "reported""#, "2022-12-31"),
        (r#""provenance": "reported""#, "2023-01-04"),
        (r#""provenance": "estimated""#, "2022-12-01"),
        (r#""provenance": "reported", "kind": "plan""#, "2022-12-01"),
        (r#""provenance": "reported", "kind": "decision""#, "2022-12-01"),
    ];
    for (source, day) in fine {
        assert!(!of(&published(source, day)).iter().any(|check| is_before(&check.kind)), "{source} {day}");
    }
}

/// A unit: what it is called, its code, its standard, and the days of its files.
struct Unit(&'static str, &'static str, &'static str, &'static [&'static str]);

/// What is said of the newest figures of each unit, of that kind.
fn twins(units: &[Unit]) -> Vec<String> {
    let mut texts = Vec::new();
    for Unit(name, code, standard, days) in units {
        let code = if code.is_empty() { String::new() } else { format!(r#", "code": "{code}""#) };
        let unit = format!(r#""name": "{name}", "kind": "district", "within": "Thành phố Thử"{code}"#);
        let standard = if standard.is_empty() {
            String::new()
        } else {
            format!(r#""standard": {{ "id": "{standard}" }}"#)
        };
        texts.extend(days.iter().map(|day| Head::reported(&unit, day).with(&standard)));
    }
    let load = accepted("twins", texts);
    let of = |history: &giamngheo::model::history::History| -> Vec<Check> {
        if history.is_sum() {
            return Vec::new();
        }
        let found = checks(history, history.snapshots.len() - 1, "2023-01-15".parse().unwrap());
        found.into_iter().filter(|check| matches!(check.kind, K::Twins(_))).collect()
    };
    load.world.histories.iter().flat_map(of).map(|check| sentence(Lang::Vi, &check)).collect()
}

#[test]
fn two_units_that_may_be_one() {
    const YEAR: &[&str] = &["2022-12-31"];
    const YEARS: &[&str] = &["2020-12-31", "2021-12-31"];
    // One with a code, one without, named otherwise: both ask.
    assert_eq!(
        twins(&[Unit("Quận 6", "775", "", YEAR), Unit("Q. 6", "", "", YEARS)]),
        [
            "Quận 6 (775) và Q. 6 (không mã): hai đơn vị hay một?",
            "Q. 6 (không mã) và Quận 6 (775): hai đơn vị hay một?"
        ]
    );
    // The same, when neither has one.
    assert_eq!(twins(&[Unit("TX. Hòa", "", "", YEAR), Unit("Thị xã Hòa", "", "", YEAR)]).len(), 2);
    // Two codes are two units, however they are called; other names are others.
    assert!(twins(&[Unit("Quận 6", "775", "", YEAR), Unit("Q.6", "776", "", YEAR)]).is_empty());
    assert!(twins(&[Unit("Quận 6", "775", "", YEAR), Unit("Quận 8", "", "", YEAR)]).is_empty());
    // A single file under a standard that no other has.
    assert_eq!(
        twins(&[Unit("Quận 6", "775", "hcmc", YEARS), Unit("Quận 6", "775", "hcm", YEAR)]),
        vec![
            "Chỉ một tệp ghi chuẩn hcm, các tệp khác chuẩn hcmc: hai đơn vị hay một?";
            2
        ]
    );
    // A change of standard is told by its years; between files of another it is one slip among them.
    let change = |days| {
        twins(&[
            Unit("Quận 6", "775", "c-2021-2025", &["2021-12-31", "2022-12-31"]),
            Unit("Quận 6", "775", "c-2016-2020", days),
        ])
    };
    assert!(change(&["2020-12-31"]).is_empty());
    assert_eq!(change(&["2022-06-30"]).len(), 2);
    // Another unit has it too; two of one day were both meant; one file of each decides nothing.
    assert!(
        twins(&[
            Unit("Quận 6", "775", "hcmc", YEARS),
            Unit("Quận 6", "775", "hcm", YEAR),
            Unit("Quận 8", "776", "hcm", YEAR)
        ])
        .is_empty()
    );
    assert!(
        twins(&[Unit("Quận 6", "775", "hcmc", YEARS), Unit("Quận 6", "775", "hcm", &["2021-12-31"])])
            .is_empty()
    );
    assert!(
        twins(&[Unit("Quận 6", "775", "hcmc", YEAR), Unit("Quận 6", "775", "hcm", &["2021-12-31"])])
            .is_empty()
    );
}
