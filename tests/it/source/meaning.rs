//! Faults of meaning: every one of a file is told, up to twenty, in the order of the file.
use giamngheo::source::Fault;
use giamngheo::text::Lang;

use super::{faults, good, refused_at, well_said, with};

/// A target of these members.
fn target(members: &str) -> String {
    with(&format!(
        "\"indicators\": [{{ \"id\": \"u\", \"name\": \"u\", \"unit\": \"percent\", \"better\": \"higher\" }}, \
          {{ \"id\": \"d\", \"name\": \"d\", \"unit\": \"percent\", \"better\": \"lower\" }}, \
          {{ \"id\": \"n\", \"name\": \"n\", \"unit\": \"village\", \"better\": \"lower\" }}],\n\
        \"coverage\": [{{ \"id\": \"c\", \"name\": \"c\" }}], \"tasks\": [{{ \"id\": \"k\", \"name\": \"k\" }}],\n\
        \"programmes\": [{{ \"id\": \"p\", \"name\": \"p\", \"kind\": \"other\" }}],\n\
        \"targets\": [{{ \"id\": \"t\", \"name\": \"t\", \"year\": 2023, {members} }}]"
    ))
}

/// Members of a snapshot, marks where the faults are; paths and words of the messages.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

const FIGURES: &[Case] = &[
    (
        "\"households\": ▸2000, \"poor\": { \"households\": 1429 }, \"near_poor\": { \"households\": 1092 }",
        &[("households", "2.521 hộ nghèo, cận nghèo, nhiều hơn 2.000 hộ dân")],
    ),
    ("\"households\": ▸10, \"poor\": { \"households\": 11 }", &[("households", "11 hộ nghèo")]),
    ("\"households\": 10, \"combined\": { \"households\": ▸11 }", &[("combined.households", "11 hộ nghèo")]),
    (
        "\"areas\": [{ \"name\": \"a\", \"households\": ▸1, \"near_poor\": { \"households\": 2 } }]",
        &[("areas[0].households", "2 hộ nghèo")],
    ),
    ("\"households\": 10, \"persons\": ▸9", &[("persons", "9 nhân khẩu, ít hơn 10 hộ")]),
    (
        "\"areas\": [{ \"name\": \"a\", \"households\": 10, \"persons\": ▸9 }]",
        &[("areas[0].persons", "9 nhân khẩu, ít hơn 10 hộ")],
    ),
    (
        "\"poor\": { \"among\": [{ \"id\": \"a\", \"name\": \"a\", \"households\": 11, \"of\": ▸10 }] }",
        &[("poor.among[0].of", "11 hộ nghèo, cận nghèo của nhóm này, nhiều hơn 10 hộ của nhóm")],
    ),
    (
        "\"poor\": { \"among\": [{ \"id\": \"b\", \"name\": \"b\", \"of\": 4 }, { \"id\": \"a\", \"name\": \"a\", \"households\": 6 }] },\n\
        \"near_poor\": { \"among\": [{ \"id\": \"a\", \"name\": \"a\", \"households\": 5, \"of\": ▸10 }] }",
        &[("near_poor.among[0].of", "11 hộ nghèo, cận nghèo của nhóm này, nhiều hơn 10 hộ của nhóm")],
    ),
    (
        "\"areas\": [{ \"name\": \"a\", \"combined\": { \"among\": [{ \"id\": \"a\", \"name\": \"a\", \"households\": 3, \"of\": ▸2 }] } }]",
        &[("areas[0].combined.among[0].of", "3 hộ nghèo, cận nghèo của nhóm này, nhiều hơn 2 hộ của nhóm")],
    ),
    (
        "\"poor\": { \"among\": [{ \"id\": \"a\", \"name\": \"a\", \"rate_percent\": ▸101, \"rate_change_points\": ▸-101 }] }",
        &[
            ("poor.among[0].rate_percent", "cần tỷ lệ từ 0 đến 100"),
            ("poor.among[0].rate_change_points", "cần số điểm từ −100 đến 100"),
        ],
    ),
    ("\"poor\": { \"households\": 10, \"persons\": ▸9 }", &[("poor.persons", "9 nhân khẩu, ít hơn 10 hộ")]),
    (
        "\"poor\": { \"among\": [{ \"id\": \"a\", \"name\": \"a\", \"households\": 10, \"persons\": ▸9 }] }",
        &[("poor.among[0].persons", "9 nhân khẩu, ít hơn 10 hộ")],
    ),
    ("\"poor\": { \"rate_percent\": ▸100.01 }", &[("poor.rate_percent", "cần tỷ lệ từ 0 đến 100")]),
    (
        "\"poor\": { \"rate_percent\": ▸{ \"value\": 101, \"qualifier\": \"under\" } }",
        &[("poor.rate_percent", "cần tỷ lệ từ 0 đến 100")],
    ),
    ("\"poor\": { \"rate_percent\": ▸-1 }", &[("poor.rate_percent", "cần tỷ lệ từ 0 đến 100")]),
    ("\"poor\": { \"rate_change_points\": ▸-100.5 }", &[("poor.rate_change_points", "từ −100 đến 100")]),
    (
        "\"coverage\": [{ \"id\": \"a\", \"name\": \"a\", \"percent\": ▸100.5 }]",
        &[("coverage[0].percent", "cần tỷ lệ từ 0 đến 100")],
    ),
    (
        "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"percent\", \"value\": ▸100.5, \"better\": \"higher\" }]",
        &[("indicators[0].value", "cần tỷ lệ từ 0 đến 100")],
    ),
    (
        "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"house\", \"value\": ▸1.5, \"better\": \"lower\" }]",
        &[("indicators[0].value", "cần số nguyên")],
    ),
    (
        "\"areas\": [{ \"name\": \"a\", \"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"commune\", \"value\": ▸-1, \"better\": \"lower\" }] }]",
        &[("areas[0].indicators[0].value", "đang ghi số âm")],
    ),
];

const NAMES: &[Case] = &[
    (
        "\"tasks\": [{ \"id\": \"a\", \"name\": \"a\" },\n{ \"id\": ▸\"a\", \"name\": \"b\" }]",
        &[("tasks[1].id", "id trùng, lần đầu ở dòng 6")],
    ),
    ("\"causes\": [{ \"id\": \"a\" }, { \"id\": ▸\"a\" }]", &[("causes[1].id", "id trùng")]),
    ("\"deprivations\": [{ \"id\": \"a\" }, { \"id\": ▸\"a\" }]", &[("deprivations[1].id", "id trùng")]),
    (
        "\"coverage\": [{ \"id\": \"a\", \"name\": \"a\" }, { \"id\": ▸\"a\", \"name\": \"a\" }]",
        &[("coverage[1].id", "id trùng")],
    ),
    (
        "\"indicators\": [{ \"id\": \"a\", \"name\": \"a\", \"unit\": \"case\", \"better\": \"lower\" }, \
          { \"id\": ▸\"a\", \"name\": \"a\", \"unit\": \"case\", \"better\": \"lower\" }]",
        &[("indicators[1].id", "id trùng")],
    ),
    (
        "\"near_poor\": { \"among\": [{ \"id\": \"a\", \"name\": \"a\" }, { \"id\": ▸\"a\", \"name\": \"a\" }] }",
        &[("near_poor.among[1].id", "id trùng")],
    ),
    (
        "\"areas\": [{ \"name\": \"a\", \"causes\": [{ \"id\": \"a\" }, { \"id\": ▸\"a\" }] }]",
        &[("areas[0].causes[1].id", "id trùng")],
    ),
    (
        "\"areas\": [{ \"name\": \"a\", \"code\": \"1\" },\n{ \"name\": \"b\", \"code\": ▸\"1\" }]",
        &[("areas[1].code", "mã địa bàn trùng, lần đầu ở dòng 6")],
    ),
    (
        "\"areas\": [{ \"name\": \"Phường 1\" },\n{ \"name\": ▸\"phường  01\" }, { \"name\": ▸\"PHU\\u031bO\\u031b\\u0300NG 1\" }]",
        &[
            ("areas[1].name", "tên địa bàn trùng, lần đầu ở dòng 6"),
            ("areas[2].name", "tên địa bàn trùng, lần đầu ở dòng 6"),
        ],
    ),
    (
        "\"areas\": [{ \"name\": \"a\", \"areas\": [{ \"name\": \"b\" }, { \"name\": ▸\"b\" }] }]",
        &[("areas[0].areas[1].name", "tên địa bàn trùng")],
    ),
    (
        "\"areas\": [{ \"name\": \"Phường 1\\u200b\" }, { \"name\": ▸\"Phường 1\" }]",
        &[("areas[1].name", "tên địa bàn trùng")],
    ),
];

const PROGRAMMES: &[Case] = &[
    (
        "\"programmes\": [{ \"id\": \"a\", \"name\": \"a\", \"kind\": \"other\", \"areas\": [{ \"name\": ▸\"Phường 1\" }, ▸{}] }]",
        &[
            ("programmes[0].areas[0].name", "không có địa bàn nào mang mã hoặc tên này"),
            ("programmes[0].areas[1]", "thiếu `code` hoặc `name`"),
        ],
    ),
    (
        "\"areas\": [{ \"name\": \"Phường 1\", \"code\": \"7\" }], \"programmes\": [{ \"id\": \"a\", \"name\": \"a\", \
         \"kind\": \"other\",\n\"areas\": [{ \"name\": \"Phường 01\" },\n{ \"code\": ▸\"7\" }, { \"code\": ▸\"8\" }] }]",
        &[
            ("programmes[0].areas[1].code", "địa bàn ghi hai lần, lần đầu ở dòng 7"),
            ("programmes[0].areas[2].code", "không có địa bàn nào"),
        ],
    ),
    (
        "\"programmes\": [{ \"id\": \"a\", \"name\": \"a\", \"kind\": \"other\", \"reached\": { \"value\": 1, \"unit\": \"card\" }, \
         \"planned\": { \"value\": 1, \"unit\": ▸\"person\" } }]",
        &[("programmes[0].planned.unit", "đơn vị khác với `reached`")],
    ),
    (
        "\"programmes\": [{ \"id\": \"a\", \"name\": \"a\", \"kind\": \"other\", \"reached\": 1, \
         \"planned\": { \"value\": 1, \"unit\": ▸\"person\" } }]",
        &[("programmes[0].planned.unit", "đơn vị khác với `reached`")],
    ),
];

#[test]
fn case_15_case_18_figures_and_names_that_cannot_be_are_refused() {
    for (members, expected) in FIGURES.iter().chain(NAMES).chain(PROGRAMMES) {
        refused_at(&with(members), expected);
    }
}

/// Members of a target, a mark where the fault is; the path in the target; words of the message.
const TARGETS: &[(&str, &str, &str)] = &[
    // Aims that fit no measure of that kind.
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reduce_by\": ▸true }",
        "aim.reduce_by",
        "cần số, nhiều nhất 4 chữ số thập phân, đang ghi true/false",
    ),
    ("\"measure\": \"poor.rate\", \"aim\": { \"reach\": ▸{ \"from\": 1 } }", "aim.reach.to", "bắt buộc `to`"),
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reach\": ▸{ \"to\": 1 } }",
        "aim.reach.from",
        "bắt buộc `from`",
    ),
    ("\"measure\": \"poor.rate\", \"aim\": { \"reach\": ▸{} }", "aim.reach.value", "bắt buộc `value`"),
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reach\": ▸{ \"from\": 1, \"to\": 2, \"qualifier\": \"over\" } }",
        "aim.reach",
        "một số (value, qualifier) hoặc một khoảng (from, to)",
    ),
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reach\": { ▸\"upto\": 1 } }",
        "aim.reach.…",
        "tên trường không có trong định dạng",
    ),
    ("\"measure\": \"poor.rate\", \"from\": ▸\"2021\"", "from", "cần năm như 2021 hoặc ngày dạng 2025-07-01"),
    ("\"measure\": \"poor.rate\", \"from\": ▸2024", "from", "phải trước hạn"),
    (
        "\"measure\": \"poor.rate\", \"due\": \"2023-06-30\", \"from\": ▸\"2023-06-30\"",
        "from",
        "phải trước hạn",
    ),
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reduce_by_points\": 4, \"each_year\": ▸true }",
        "aim.each_year",
        "cần `from`",
    ),
    (
        "\"measure\": \"poor.rate\", \"from\": 2021, \"aim\": { \"reach\": 4, \"each_year\": ▸true }",
        "aim.each_year",
        "chỉ dùng cho mức giảm",
    ),
    (
        "\"measure\": \"poor.rate\", \"from\": 2021, \"aim\": { \"reduce_by_points\": 4, \"each_year\": ▸false }",
        "aim.each_year",
        "cần true, đang ghi false",
    ),
    (
        "\"measure\": \"poor.rate\", \"from\": 2021, \"aim\": ▸{ \"each_year\": true }",
        "aim",
        "đúng một trong reduce_by_points",
    ),
    (
        "\"measure\": \"poor.rate\", \"from\": 2021, \"aim\": { \"reduce_by_points\": ▸34, \"each_year\": true }",
        "aim.reduce_by_points",
        "cộng các năm là 102, nhiều hơn 100 để giảm",
    ),
    (
        "\"measure\": \"poor.households\", \"from\": 2021, \"baseline\": { \"value\": 299 }, \
         \"aim\": { \"reduce_by\": ▸100, \"each_year\": true }",
        "aim.reduce_by",
        "cộng các năm là 300, nhiều hơn 299 để giảm",
    ),
    (
        "\"measure\": \"poor.rate\", \"from\": 2021, \"baseline\": { \"value\": \"5.20\" }, \
         \"aim\": { \"reduce_by_points\": ▸{ \"from\": \"1.8\", \"to\": 2 }, \"each_year\": true }",
        "aim.reduce_by_points",
        "cộng các năm là 5,4, nhiều hơn 5,20 để giảm",
    ),
    ("\"measure\": \"poor.rate\", \"from\": ▸\"2023-12-31\"", "from", "phải trước hạn"),
    (
        "\"measure\": \"poor.rate\", \"result\": { \"value\": 4, \"average\": ▸true }",
        "result.average",
        "cần `from`",
    ),
    (
        "\"measure\": \"poor.rate\", \"from\": 2021, \"aim\": { \"reach\": 4 }, \"result\": { \"average\": ▸true }",
        "result.average",
        "chỉ dùng cho mức giảm",
    ),
    (
        "\"measure\": \"poor.rate\", \"review\": { \"from\": ▸\"9-1\", \"to\": \"12-14\" }",
        "review.from",
        "cần ngày trong năm dạng 09-01, đang ghi chữ dạng khác",
    ),
    (
        "\"measure\": \"poor.rate\", \"review\": { \"from\": \"01-01\", \"to\": ▸\"02-29\" }",
        "review.to",
        "đang ghi ngày không có trong lịch",
    ),
    ("\"measure\": \"poor.rate\", \"review\": ▸{ \"from\": \"09-01\" }", "review.to", "bắt buộc `to`"),
    ("\"measure\": \"poor.rate\", \"review\": ▸true", "review", "đang ghi true/false"),
    (
        "\"measure\": \"poor.rate\", \"result\": { \"as_of\": ▸\"2023-09-31\" }",
        "result.as_of",
        "đang ghi ngày không có",
    ),
    (
        "\"measure\": \"poor.rate\", \"review\": { \"from\": \"09-01\", \"to\": ▸\"08-31\" }",
        "review.to",
        "trước ngày đầu",
    ),
    ("\"measure\": \"poor.rate\", \"aim\": ▸{ \"reduce_by\": 4 }", "aim", "cần: reduce_by_points, reach"),
    ("\"measure\": \"poor.rate\", \"aim\": ▸{ \"keep_at\": 4 }", "aim", "cần: reduce_by_points, reach"),
    (
        "\"measure\": \"combined.rate\", \"aim\": ▸{ \"reach_percent\": 4 }",
        "aim",
        "cần: reduce_by_points, reach",
    ),
    (
        "\"measure\": \"poor.households\", \"aim\": ▸{ \"reduce_by_points\": 4 }",
        "aim",
        "cần: reduce_by, reduce_by_percent, reach, keep_at",
    ),
    (
        "\"measure\": \"poor.households\", \"aim\": ▸{ \"done\": true }",
        "aim",
        "cần: reduce_by, reduce_by_percent, reach, keep_at",
    ),
    (
        "\"measure\": \"near_poor.policy_families\", \"aim\": ▸{ \"reach_percent\": 4 }",
        "aim",
        "cần: reduce_by",
    ),
    (
        "\"measure\": \"coverage.c\", \"aim\": ▸{ \"reduce_by\": 4 }",
        "aim",
        "cần: reach_percent, reach, keep_at",
    ),
    ("\"measure\": \"programme.p.amount\", \"aim\": ▸{ \"keep_at\": 4 }", "aim", "cần: reach_percent, reach"),
    ("\"measure\": ▸\"programme.k.amount\"", "measure", "`programmes` không có mục nào mang id này"),
    ("\"measure\": \"programme.p\", \"aim\": ▸{ \"keep_at\": 4 }", "aim", "cần: reach_percent, reach"),
    ("\"measure\": \"task.k\", \"aim\": ▸{ \"reach\": 4 }", "aim", "cần: done"),
    ("\"measure\": \"indicator.u\", \"aim\": ▸{ \"reduce_by_points\": 4 }", "aim", "cần: reach, keep_at"),
    ("\"measure\": \"indicator.d\", \"aim\": ▸{ \"reduce_by\": 4 }", "aim", "cần: reduce_by_points, reach"),
    ("\"measure\": \"indicator.n\", \"aim\": ▸{ \"reach_percent\": 4 }", "aim", "cần: reduce_by, reach"),
    ("\"measure\": \"indicator.n\", \"aim\": { \"reach\": ▸4.5 }", "aim.reach", "cần số nguyên"),
    ("\"measure\": \"indicator.u\", \"aim\": { \"keep_at\": ▸100.5 }", "aim.keep_at", "từ 0 đến 100"),
    ("\"measure\": \"indicator.d\", \"baseline\": { \"value\": ▸-2 }", "baseline.value", "từ 0 đến 100"),
    ("\"measure\": \"indicator.n\", \"result\": { \"value\": ▸2.5 }", "result.value", "cần số nguyên"),
    // Numbers of the wrong kind or size.
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reduce_by_points\": ▸0 }",
        "aim.reduce_by_points",
        "lớn hơn 0",
    ),
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reduce_by_points\": ▸-0.5 }",
        "aim.reduce_by_points",
        "lớn hơn 0",
    ),
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reduce_by_points\": ▸101 }",
        "aim.reduce_by_points",
        "đến 100",
    ),
    ("\"measure\": \"poor.rate\", \"aim\": { \"reach\": ▸100.5 }", "aim.reach", "từ 0 đến 100"),
    ("\"measure\": \"poor.rate\", \"aim\": { \"reach\": ▸\"-1\" }", "aim.reach", "từ 0 đến 100"),
    ("\"measure\": \"poor.households\", \"aim\": { \"reduce_by\": ▸0 }", "aim.reduce_by", "lớn hơn 0"),
    ("\"measure\": \"poor.households\", \"aim\": { \"reduce_by\": ▸1.5 }", "aim.reduce_by", "cần số nguyên"),
    ("\"measure\": \"poor.households\", \"aim\": { \"reduce_by\": ▸-4 }", "aim.reduce_by", "lớn hơn 0"),
    (
        "\"measure\": \"poor.households\", \"aim\": { \"reduce_by_percent\": ▸0 }",
        "aim.reduce_by_percent",
        "lớn hơn 0",
    ),
    (
        "\"measure\": \"poor.households\", \"aim\": { \"reduce_by_percent\": ▸100.1 }",
        "aim.reduce_by_percent",
        "phần trăm đến 100",
    ),
    (
        "\"measure\": \"poor.rate\", \"aim\": ▸{ \"reduce_by_percent\": 20 }",
        "aim",
        "cần: reduce_by_points, reach",
    ),
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reach\": { \"value\": 3, \"qualifier\": ▸\"about\" } }",
        "aim.reach.qualifier",
        "không thể là khoảng hay gần",
    ),
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reduce_by_points\": { \"value\": 3, \"qualifier\": ▸\"nearly\" } }",
        "aim.reduce_by_points.qualifier",
        "không thể là khoảng hay gần",
    ),
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reach\": { \"from\": 4, \"to\": ▸4.0 } }",
        "aim.reach.to",
        "`to` phải lớn hơn `from`",
    ),
    (
        "\"measure\": \"poor.households\", \"aim\": { \"reduce_by\": { \"from\": 40, \"to\": ▸30 } }",
        "aim.reduce_by.to",
        "`to` phải lớn hơn `from`",
    ),
    (
        "\"measure\": \"poor.households\", \"aim\": { \"reduce_by\": { \"from\": ▸1.5, \"to\": 30 } }",
        "aim.reduce_by.from",
        "cần số nguyên",
    ),
    (
        "\"measure\": \"poor.households\", \"aim\": { \"keep_at\": ▸{ \"from\": 1, \"to\": 3 } }",
        "aim.keep_at",
        "không phải một khoảng",
    ),
    ("\"measure\": \"poor.households\", \"aim\": { \"reach\": ▸1.5 }", "aim.reach", "cần số nguyên"),
    ("\"measure\": \"poor.households\", \"aim\": { \"reach\": ▸\"15\" }", "aim.reach", "cần số nguyên"),
    ("\"measure\": \"poor.households\", \"aim\": { \"keep_at\": ▸-1 }", "aim.keep_at", "đang ghi số âm"),
    ("\"measure\": \"coverage.c\", \"aim\": { \"reach\": ▸1.0 }", "aim.reach", "cần số nguyên"),
    ("\"measure\": \"coverage.c\", \"aim\": { \"keep_at\": ▸101 }", "aim.keep_at", "từ 0 đến 100"),
    (
        "\"measure\": \"coverage.c\", \"aim\": { \"reach_percent\": ▸101 }",
        "aim.reach_percent",
        "từ 0 đến 100",
    ),
    (
        "\"measure\": \"programme.p\", \"aim\": { \"reach_percent\": ▸-5 }",
        "aim.reach_percent",
        "đang ghi số âm",
    ),
    ("\"measure\": \"programme.p\", \"aim\": { \"reach\": ▸2.5 }", "aim.reach", "cần số nguyên"),
    // Baselines and results.
    ("\"measure\": \"poor.rate\", \"baseline\": { \"value\": ▸-2 }", "baseline.value", "từ 0 đến 100"),
    (
        "\"measure\": \"poor.households\", \"baseline\": { \"value\": ▸2.5 }",
        "baseline.value",
        "cần số nguyên",
    ),
    (
        "\"measure\": \"poor.households\", \"baseline\": { \"value\": ▸-2 }",
        "baseline.value",
        "đang ghi số âm",
    ),
    ("\"measure\": \"coverage.c\", \"baseline\": { \"value\": ▸9.5 }", "baseline.value", "cần số nguyên"),
    ("\"measure\": \"poor.rate\", \"result\": { \"value\": ▸-100.5 }", "result.value", "từ −100 đến 100"),
    ("\"measure\": \"poor.households\", \"result\": { \"value\": ▸0.5 }", "result.value", "cần số nguyên"),
    (
        "\"measure\": \"poor.rate\", \"aim\": { \"reach\": 1 }, \"result\": { \"value\": ▸-1 }",
        "result.value",
        "từ 0 đến 100",
    ),
    (
        "\"measure\": \"poor.households\", \"aim\": { \"reach\": 1 }, \"result\": { \"value\": ▸-1 }",
        "result.value",
        "đang ghi số âm",
    ),
    (
        "\"measure\": \"poor.rate\", \"result\": { \"percent_of_aim\": ▸-1 }",
        "result.percent_of_aim",
        "đang ghi số âm",
    ),
    // Names of nothing.
    ("\"measure\": ▸\"coverage.p\"", "measure", "`coverage` không có mục nào mang id này"),
    ("\"measure\": ▸\"programme.k\"", "measure", "`programmes` không có mục nào mang id này"),
    ("\"measure\": ▸\"indicator.c\"", "measure", "`indicators` không có mục nào mang id này"),
    ("\"measure\": ▸\"poor.among.x.rate\"", "measure", "`among` không có nhóm nào mang id này"),
    ("\"measure\": ▸\"task.c\"", "measure", "`tasks` không có mục nào mang id này"),
    ("\"measure\": \"poor.rate\", \"area\": ▸\"Phường 9\"", "area", "không có địa bàn nào"),
];

#[test]
fn targets_that_do_not_fit_are_refused() {
    for (members, path, words) in TARGETS {
        refused_at(&target(members), &[(&format!("targets[0].{path}"), words)]);
    }
}

/// What is unlikely, or only not exact, is read: it is for the checks to remark.
#[test]
fn what_only_may_be_wrong_is_read() {
    let fine = [
        "\"households\": { \"value\": 10, \"qualifier\": \"over\" }, \"poor\": { \"households\": 11 }",
        "\"households\": 10, \"poor\": { \"households\": { \"value\": 11, \"qualifier\": \"about\" } }",
        "\"households\": 11, \"poor\": { \"households\": 11, \"persons\": 11 }",
        "\"poor\": { \"households\": 10, \"persons\": { \"value\": 9, \"qualifier\": \"over\" } }",
        "\"poor\": { \"rate_percent\": 0, \"rate_change_points\": 100 }, \"near_poor\": { \"rate_percent\": 100 }",
        "\"poor\": { \"among\": [{ \"id\": \"a\", \"name\": \"a\", \"households\": { \"value\": 11, \"qualifier\": \"over\" }, \"of\": 10 }] }",
        "\"poor\": { \"among\": [{ \"id\": \"a\", \"name\": \"a\", \"households\": 10, \"of\": 10, \"reduced\": -3 }] }",
        "\"areas\": [{ \"name\": \"Tân Quý\" }, { \"name\": \"Tân Quy\" }]",
        "\"areas\": [{ \"name\": \"a\", \"areas\": [{ \"name\": \"a\" }] }]",
        "\"coverage\": [{ \"id\": \"a\", \"name\": \"a\", \"covered\": 12, \"eligible\": 10 }]",
        "\"areas\": [{ \"name\": \"b\", \"near_poor\": { \"among\": [{ \"id\": \"a\", \"name\": \"a\" }] } }],\n\
        \"targets\": [{ \"id\": \"t\", \"name\": \"t\", \"year\": 2023, \"measure\": \"poor.among.a.rate\", \"aim\": { \"reduce_by_points\": 4.5 } },\n\
        { \"id\": \"u\", \"name\": \"t\", \"year\": 2023, \"measure\": \"combined.among.a.households\", \"aim\": { \"keep_at\": 4 } }]",
        "\"tasks\": [{ \"id\": \"a\", \"name\": \"a\" }], \"coverage\": [{ \"id\": \"a\", \"name\": \"a\" }]",
        "\"programmes\": [{ \"id\": \"a\", \"name\": \"a\", \"kind\": \"other\", \"planned\": { \"value\": 1, \"unit\": \"card\" } }]",
    ];
    for members in fine {
        good(&with(members));
    }
    for members in [
        "\"measure\": \"poor.households\", \"result\": { \"value\": -3, \"percent_of_aim\": 16080 }",
        "\"measure\": \"poor.rate\", \"aim\": { \"reach\": 2 }, \"baseline\": { \"value\": \"2.20\" }",
        "\"measure\": \"programme.p\", \"aim\": { \"reach_percent\": 120 }",
        "\"measure\": \"coverage.c\", \"aim\": { \"keep_at\": 99.5 }, \"baseline\": { \"value\": 5 }",
        "\"measure\": \"indicator.d\", \"aim\": { \"reduce_by_points\": 0.5 }, \"result\": { \"value\": -0.5 }",
        "\"measure\": \"indicator.u\", \"aim\": { \"reach\": \"93.5\" }, \"result\": { \"value\": 91.5 }",
    ] {
        good(&target(members));
    }
}

#[test]
fn all_faults_of_meaning_are_told_up_to_twenty_in_the_order_of_the_file() {
    let areas: Vec<String> = (0..60).map(|n| format!("{{ \"name\": \"Phường {}\" }}", n / 2)).collect();
    let text =
        with(&format!("\"areas\": [\n{}\n], \"poor\": {{ \"rate_percent\": 101 }}", areas.join(",\n")));
    let faults = faults(text.as_bytes());
    let lines: Vec<u32> = faults.iter().filter_map(|fault| fault.place).map(|place| place.line).collect();
    assert_eq!(lines, (4..24).map(|n| 2 * n).collect::<Vec<u32>>());
    faults.iter().for_each(well_said);
    let of = |fault: &Fault| format!("giamngheo: {}\n{}\n", fault.say(Lang::Vi), fault.drawn().join("\n"));
    let all: String = faults.iter().map(of).collect();
    assert!(all.len() < 16 << 10);
}
