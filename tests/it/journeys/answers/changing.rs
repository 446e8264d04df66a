//! Units that change: two standards, wards that merge, a city summed from its wards, estimates before the review.

use giamngheo::text::Lang;

use super::super::Reader;
use super::{Question, assert_answered_of};
use crate::made_up;
use crate::program::assert_sees;

/// 12 poor of 9.000 by the old standard; by the new one 410, 350 and 330 of 9.100, 9.200 and 9.250.
const STANDARDS: &[Question] = &[
    Question {
        asked: "Mới nhất còn bao nhiêu?",
        as_of: "2023-12-31",
        keys: "",
        // 330 : 9.250 = 3,567…%; 330 − 350 = −20. What opens is the standard of the newest figures.
        sees: &[
            "Đến 30/06/2023",
            "Số hộ 330 290 620*",
            "9.250 hộ dân 3,57%*",
            "So với cuối năm 2022 −20* +10*",
        ],
    },
    Question {
        asked: "Sao năm 2020 chỉ có 12 hộ?",
        as_of: "2023-12-31",
        keys: "5",
        // A break in the line, the years of both standards over the values.
        sees: &["2016–2020", "chuẩn 2021–2025", "Hộ nghèo 12 410 350 330"],
    },
    Question {
        asked: "Theo chuẩn nghèo nào?",
        as_of: "2023-12-31",
        keys: "6 End",
        sees: &["Chuẩn Chuẩn nghèo 2021–2025"],
    },
    Question {
        asked: "Tiến độ, còn phải giảm?",
        as_of: "2023-12-31",
        keys: "4",
        // 3,8043 − 3,5676 = 0,2368 of 0,50 = 47,4%, between 0,9 × 49,6% and that. floor(3,3043% of 9.250) = 305: 25 to
        // go, in 6 months 4,2 a month: 5. 2022 fell by 4,5055 − 3,8043 = 0,7011 points: 0,50 are 71% of that.
        sees: &[
            "3,80%* 3,57%* 3,30%* 47%* ! cần chú ý",
            "giảm 0,26* điểm phần trăm, tức 25* hộ trong 184 ngày: 5* hộ/tháng",
            "71%* mức giảm năm 2022",
        ],
    },
    Question {
        asked: "Chỉ tiêu 2021 đạt không?",
        as_of: "2021-12-31",
        keys: "4",
        sees: &["· chưa có mốc so sánh: số liệu trước theo chuẩn khác (Chuẩn nghèo 2016–2020)"],
    },
    Question {
        asked: "Có những chuẩn nào?",
        as_of: "2023-12-31",
        keys: "u",
        sees: &["Chuẩn nghèo 2016–2020 · 1 kỳ đến 31/12/2020", "Chuẩn nghèo 2021–2025 · 3 kỳ đến 30/06/2023"],
    },
    Question {
        asked: "Theo chuẩn cũ còn bao nhiêu?",
        as_of: "2023-12-31",
        keys: "u Up Enter",
        sees: &["Đến 31/12/2020", "Số hộ 12 90 102*"],
    },
];

/// Wards 1 to 5 with 100, 90, 80, 70, 60; a year later 1, 2, 5 with 130, 80, 70 and a new one with 140.
const MERGED: &[Question] = &[
    Question {
        asked: "Hộ nghèo tăng hay giảm, vì sao?",
        as_of: "2024-12-31",
        keys: "",
        // 420 − 400 = 20 more: out 30 + 20 + 5 = 55, in 40 + 10 + 20 + 4 = 74.
        sees: &[
            "Tăng, giảm trong năm 2024 +20",
            "thoát nghèo, thoát cận nghèo, khác giảm −55*",
            "bổ sung và chuyển vào +74*",
        ],
    },
    Question {
        asked: "Phường nào mới, phường nào thôi có tên? Nơi nào tăng, nơi nào giảm nhanh?",
        as_of: "2024-12-31",
        keys: "2 s s",
        // −10 : 90 = −11,1…%; what is new or gone has no change.
        sees: &[
            "Phường Mới Đông 12.400 140 1,13%* ━│ −0,23 mới",
            "Phường 3 thôi có tên",
            "Phường 4 thôi có tên",
            "Tăng: hộ nghèo ở 2 phường (Phường 1 +30*), hộ cận nghèo ở 1 (Phường 5 +10*)",
            "giảm nhiều nhất: Phường 2 (−10*) · nhanh nhất: Phường 2 (−11,1%*)",
        ],
    },
    Question {
        asked: "Biến động có khớp không?",
        as_of: "2024-12-31",
        keys: "2 Enter End",
        // 400 − 30 − 20 − 5 + 40 + 10 + 20 + 4 = 419, not 420; 300 − 40 − 30 + 30 + 30 = 290.
        sees: &["Cộng lại 419* 290*", "Cuối kỳ 420 290", "Đối chiếu ✗ mâu thuẫn ✓ khớp"],
    },
    Question {
        asked: "Tỷ lệ tăng do hộ nghèo tăng hay do tổng hộ?",
        as_of: "2024-12-31",
        keys: "c Down Enter",
        // 1,3548 − 1,3333 = +0,0215; 420 : 30.000 = 1,4: +0,0667 by the households, −0,0452 by the total.
        sees: &["Thay đổi tỷ lệ, điểm % +0,02*", "do số hộ nghèo, cận nghèo +0,07*", "do tổng hộ dân −0,05*"],
    },
    Question {
        asked: "Đạt chỉ tiêu không, thiếu bao nhiêu?",
        as_of: "2024-12-31",
        keys: "",
        // floor(1,1333% of 31.000) = 351: 420 − 351 = 69; −0,0215 : 0,20 = −10,8%. Ward 5: 70 where 50 were asked.
        sees: &[
            "Tỷ lệ hộ nghèo 1,33%* 1,35%* 1,13%* ✗ không đạt",
            "Phường 5 giảm hộ nghèo 60 70 50* ✗ không đạt",
            "Cao hơn chỉ tiêu 69* hộ nghèo",
        ],
    },
    Question {
        asked: "Có mâu thuẫn nào không?",
        as_of: "2024-12-31",
        keys: "6",
        sees: &["Mâu thuẫn (1)", "= 419*, nêu 420", "mới có Phường Mới Đông; thôi có tên Phường 3, Phường 4"],
    },
];

/// Two wards of 55 + 40 and (not stated) + 33 households, of 5.000 and 4.000.
const SUMMED: &[Question] = &[
    Question {
        asked: "Cả thành phố bao nhiêu hộ, cộng từ mấy phường?",
        as_of: "2025-12-31",
        keys: "u End Enter",
        // 40 + 33 = 73 of 9.000 = 0,811…%; 160 + 132 = 292 persons. The poor are those of one ward, and that is said.
        sees: &[
            "Thành phố Cộng",
            "cộng từ 2 đơn vị",
            "Số hộ 55* 73*",
            "Nhân khẩu · chưa có 292*",
            "Cộng chưa đủ: số hộ nghèo (1 trên 2 phường có số liệu)",
        ],
    },
    Question {
        asked: "Có những đơn vị nào?",
        as_of: "2025-12-31",
        keys: "u",
        sees: &["Phường Bình Tiên, TP. Cộng 27402 · không nêu chuẩn · 2 kỳ đến 31/12/2025"],
    },
    Question {
        asked: "Phường Bình Tiên: hộ nghèo bao nhiêu?",
        as_of: "2025-12-31",
        keys: "u Up Enter",
        sees: &["Số hộ 33"],
    },
];

/// 520 → nearly 430 poor and 390 → about 350 near-poor of 26.000 and over 26.500, before the review.
const ESTIMATED: &[Question] = &[
    Question {
        asked: "Ước còn bao nhiêu?",
        as_of: "2025-11-30",
        keys: "",
        // Nearly 430 of over 26.500: under 1,6226%, rounded up as a bound. Nearly 430 − 520: under −90.
        sees: &[
            "ước thực hiện",
            "Số hộ ước gần 430 ước khoảng 350 ước khoảng 780*",
            "Tỷ lệ ước dưới 1,63%* ước khoảng 1,32%* ước khoảng 2,94%*",
            "Giảm 2025 ước hơn 90",
        ],
    },
    Question {
        asked: "Chậm không? Giao bao nhiêu?",
        as_of: "2025-11-30",
        keys: "4",
        // What was asked is no estimate: 520 − 60 = 460.
        sees: &[
            "Giảm hộ nghèo 520 ước gần 430 460* · chờ kết quả rà soát",
            "giảm 60 hộ: từ 520 hộ còn 460* hộ",
            "đến nay ước giảm hơn 90* hộ",
        ],
    },
    Question {
        asked: "… hộ cận nghèo?",
        as_of: "2025-11-30",
        keys: "4 Down",
        // 1,50 − 1,3208 = 0,1792 of 0,20 = 89,6% where 334 of 365 days are gone: 91,5%.
        sees: &["! cần chú ý", "ước khoảng 0,18* trong 0,20 điểm %", "ước khoảng 89,6%*"],
    },
    Question {
        asked: "Mức giao 0,20 điểm phần trăm là số gì?",
        as_of: "2025-11-30",
        keys: "4",
        sees: &["Tỷ lệ cận nghèo 1,50%* ước ≈1,32%* 1,30%*"],
    },
    Question {
        asked: "Học bổng: bao nhiêu tiền, nguồn nào, qua mấy sàn?",
        as_of: "2025-11-30",
        keys: "3",
        // Over 620 million by over 480 has no bound.
        sees: &["Học bổng vượt khó (ước", "ước hơn 620 triệu đồng", "Nguồn vốn: Quỹ Vì người nghèo"],
    },
    Question {
        asked: "Kỳ báo cáo gần nhất?",
        as_of: "2025-11-30",
        keys: "o",
        sees: &["Số liệu đến 31/12/2024 · báo cáo 22/01/2025", "Số hộ 520 390 910*"],
    },
];

#[test]
fn two_standards() {
    assert_answered_of(Lang::Vi, "2024-02-01", &[made_up::folder("hai-chuan")], STANDARDS);
}

#[test]
fn wards_that_merge() {
    assert_answered_of(Lang::Vi, "2025-02-01", &[made_up::folder("quan-gop")], MERGED);
}

#[test]
fn a_city_summed_from_its_wards() {
    assert_answered_of(Lang::Vi, "2026-02-01", &[made_up::folder("thanh-pho-cong")], SUMMED);
}

#[test]
fn estimates_before_the_review() {
    assert_answered_of(Lang::Vi, "2025-12-10", &[made_up::folder("huyen-uoc")], ESTIMATED);
}

/// 55 of one ward is not the city's, on the wall neither.
#[test]
fn the_wall_says_that_a_sum_has_gaps() {
    let reader = Reader {
        lang: Lang::Vi,
        as_of: "2025-12-31",
        now: "2026-02-01",
        paths: vec![made_up::folder("thanh-pho-cong")],
    };
    let wall = reader.sees(&["u", "End", "Enter", "m", "Space"]);
    assert_sees(&wall, &["HỘ NGHÈO", "chỉ tính 1 trên 2 phường có số liệu"]);
}
