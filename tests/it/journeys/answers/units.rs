//! The general questions (how many, what rate, against the target, who is behind, what is missing) on files that nobody
//! has seen. The arithmetic stands beside each answer.

use giamngheo::text::Lang;

use super::{Question, assert_answered_of};
use crate::made_up;
use crate::program::TODAY;

fn assert_known(unit: &str, questions: &[Question]) {
    assert_answered_of(Lang::Vi, TODAY, &[made_up::folder(unit)], questions);
}

/// 31/12/2022: 8 poor and 9 near-poor of 398; 31/12/2023: 6 and 10 of 400.
const PHUONG_NHO: &[Question] = &[
    Question {
        asked: "Phường còn bao nhiêu hộ, tỷ lệ bao nhiêu?",
        as_of: "2023-12-31",
        keys: "",
        // 6 + 10 = 16; 6 : 400 = 1,5%, 10 : 400 = 2,5%, 16 : 400 = 4%; 22 + 35 = 57.
        sees: &[
            "báo cáo 12/01/2024",
            "Số hộ 6 10 16*",
            "Tỷ lệ trên 400 hộ dân 1,50%* 2,50%* 4,00%*",
            "Nhân khẩu 22 35 57*",
        ],
    },
    Question {
        asked: "Tăng giảm thế nào, có giảm được chỉ tiêu không?",
        as_of: "2023-12-31",
        keys: "",
        // 6 − 8 = −2 of −2 asked: 100%; 10 − 9 = +1 where −1 was asked: −100%.
        sees: &[
            "So với cuối năm 2022 −2* +1* −1*",
            "Kéo giảm hộ nghèo 8 6 6* 100%* ✓ đạt",
            "Kéo giảm hộ cận nghèo 9 10 8* ✗ không đạt",
        ],
    },
    Question {
        asked: "Cận nghèo sao không đạt?",
        as_of: "2023-12-31",
        keys: "4 Down",
        // 10 − 8 = 2 households short.
        sees: &["Đã tăng", "1* · giao giảm 1 hộ", "Cao hơn 2* hộ"],
    },
    Question {
        asked: "Thiếu số nào?",
        as_of: "2023-12-31",
        keys: "2",
        sees: &["Tệp này không có số liệu theo địa bàn"],
    },
    Question {
        asked: "Mỗi hộ mấy người?",
        as_of: "2023-12-31",
        keys: "Down Down Enter",
        // 22 : 6 = 3,666…
        sees: &["22 : → 6 = 3,67* người/hộ"],
    },
    Question {
        asked: "Theo chuẩn nào?", as_of: "2023-12-31", keys: "6", sees: &["không nêu chuẩn nghèo"]
    },
];

/// Poor 538 → 500 of 20.000; Huyện An 350 → 320 of 12.000, Huyện Bình 188 → 180 of 8.000; each with two communes.
const TINH_MAU: &[Question] = &[
    Question {
        asked: "Tỉnh còn bao nhiêu hộ?",
        as_of: "2023-06-30",
        keys: "",
        // 500 : 20.000 = 2,5%; 300 : 20.000 = 1,5%; 800 : 20.000 = 4%.
        sees: &["Số hộ 500 300 800*", "Tỷ lệ trên 20.000 hộ dân 2,50%* 1,50%* 4,00%*", "Chưa có: nhân khẩu"],
    },
    Question {
        asked: "Huyện nào nhiều nhất, cao nhất?",
        as_of: "2023-06-30",
        keys: "2",
        // 320 : 12.000 = 2,666…%; 180 : 8.000 = 2,25%.
        sees: &[
            "Huyện An 12.000 320 2,67%*",
            "Huyện Bình 8.000 180 2,25%*",
            "Nhiều hộ nghèo nhất: huyện An (320 hộ) · tỷ lệ cao nhất: huyện An (2,67%*)",
        ],
    },
    Question {
        asked: "Huyện nào chậm?",
        as_of: "2023-06-30",
        keys: "4",
        // Of the year 181 of 365 days: 49,6%; 0,9 of it: 44,6%. 38 of 80: 47,5%, at risk; 30 of 50: 60%, on
        // track; 8 of 20: 40%, behind. 50 + 20 = 70 of the 80 asked of the province.
        sees: &[
            "181/365 ngày (49,6%)",
            "Kéo giảm hộ nghèo 538 500 458* 48%* ! cần chú ý",
            "Huyện An 350 320 300* 60%* ✓ đúng tiến độ",
            "Huyện Bình 188 180 168* 40%* ✗ chậm tiến độ",
            "2 huyện: 70* hộ, chỉ tiêu chung 80 hộ, ít hơn 10* hộ",
        ],
    },
    Question {
        asked: "Còn phải giảm bao nhiêu, mỗi tháng bao nhiêu?",
        as_of: "2023-06-30",
        keys: "4",
        // 500 − 458 = 42 in 6 months: 7 a month.
        sees: &["giảm 42* hộ trong 184 ngày: 7* hộ/tháng"],
    },
    Question {
        asked: "Giữ tốc độ này?",
        as_of: "2023-06-30",
        keys: "4",
        // By days 500 − 38 × 184/181 = 461,37 → 461; by months 500 − 38 ÷ 6 × 6 = 462; 3 to 4 over 458.
        sees: &["31/12 còn 461-462* hộ, cao hơn chỉ tiêu 3-4*"],
    },
    Question {
        asked: "Huyện An: bao nhiêu, chiếm bao nhiêu?",
        as_of: "2023-06-30",
        keys: "2 Down Enter",
        // 320 : 500 = 64%; 180 : 300 = 60%; 500 : 800 = 62,5%.
        sees: &["Tỉnh Mẫu ▸ Huyện An", "Số hộ 320 180 500*", "Tỷ trọng trong toàn tỉnh 64%* 60%* 62,5%*"],
    },
    Question {
        asked: "Các huyện cộng lại có bằng tỉnh, các xã bằng huyện?",
        as_of: "2023-06-30",
        keys: "6",
        // 320 + 180 = 500; 200 + 120 = 320; 100 + 80 = 180.
        sees: &[
            "✓ Cộng 2 huyện = toàn tỉnh: 500 hộ nghèo, 300 hộ cận nghèo",
            "✓ Huyện An · cộng 2 xã = toàn huyện: 320 hộ nghèo, 180 hộ cận nghèo",
        ],
    },
    Question {
        asked: "Số liệu cũ mấy ngày?",
        as_of: "2023-06-30",
        keys: "6",
        // To 1 February 2024: 184 days of 2023 and 32 of 2024.
        sees: &["! Số liệu mới nhất cách đây 216 ngày (30/06/2023)"],
    },
];

/// 110 poor and near-poor households of 1.480, then 90 of 1.500; never one group alone.
const XA_CHUNG: &[Question] = &[
    Question {
        asked: "Xã còn bao nhiêu hộ?",
        as_of: "2023-12-31",
        keys: "",
        // 90 : 1.500 = 6%; 90 − 110 = −20. The number itself is stated: no mark.
        sees: &["Số hộ 90 Tỷ lệ trên 1.500 hộ dân 6,00%*", "Nhân khẩu 380 So với cuối năm 2022 −20*"],
    },
    Question {
        asked: "So với chỉ tiêu?",
        as_of: "2023-12-31",
        keys: "4",
        // 20 of 25: 80%; 90 − 85 = 5 short.
        sees: &["110 90 85* 80%* ✗ không đạt", "20* trong 25 hộ", "Cao hơn 5* hộ"],
    },
    Question {
        asked: "Riêng hộ nghèo bao nhiêu, sao không có?",
        as_of: "2023-12-31",
        keys: "Enter",
        sees: &[
            "số hộ nghèo và cận nghèo 90",
            "combined.households",
            "\"90 hộ nghèo và cận nghèo, theo báo cáo",
        ],
    },
    Question {
        asked: "Diễn biến?",
        as_of: "2023-12-31",
        keys: "5",
        // 110 : 1.480 = 7,432…%.
        sees: &["Hộ nghèo, cận nghèo 110 90", "7,43%* 6,00%*"],
    },
];

/// 1.000 and 700 of 50.000 as reported, then 800 and nearly 600 as estimated.
const QUAN_UOC: &[Question] = &[
    Question {
        asked: "Ước cuối năm còn bao nhiêu?",
        as_of: "2023-12-31",
        keys: "",
        // 800 + gần 600 = gần 1.400; 800 : 50.000 = 1,6%, 600 : 50.000 = 1,2%, 1.400 : 50.000 = 2,8%.
        sees: &[
            "Số liệu đến 31/12/2023 · ƯỚC THỰC HIỆN",
            "Số hộ ước 800 ước gần 600 ước gần 1.400*",
            "Tỷ lệ ước 1,60%* ước gần 1,20%* ước gần 2,80%*",
            "ước: ước thực hiện",
        ],
    },
    Question {
        asked: "Giảm bao nhiêu?",
        as_of: "2023-12-31",
        keys: "",
        // Under 600 less 700 is a fall of more than 100.
        sees: &["So với cuối năm 2022 ước −200* ước giảm hơn 100* ước giảm hơn 300*"],
    },
    Question {
        asked: "Đạt chỉ tiêu không?",
        as_of: "2023-12-31",
        keys: "4",
        // 2,00% → 1,60% where 1,60% was asked.
        sees: &["Tỷ lệ hộ nghèo 2,00%* ước 1,60%* 1,60% ước 100%* ✓ ước đạt", "ước 0,40*"],
    },
    Question {
        asked: "Nêu trong họp thế nào?",
        as_of: "2023-12-31",
        keys: "Enter",
        sees: &["ước thực hiện", "ước theo báo cáo ngày 05/12/2023", "gần nhất: 1.000, 31/12/2022"],
    },
    Question {
        asked: "Kỳ báo cáo gần nhất?",
        as_of: "2023-12-31",
        keys: "o",
        sees: &["Số liệu đến 31/12/2022 · báo cáo 30/01/2023", "Số hộ 1.000 700 1.700*"],
    },
];

/// Poor households at the ends of quarters: 1.000 970 950 920 of 2022, 900 870 850 830 of 2023, of 30.000.
const QUAN_QUY: &[Question] = &[
    Question {
        asked: "Còn bao nhiêu?",
        as_of: "2023-12-31",
        keys: "",
        // 830 : 30.000 = 2,766…%; 735 : 30.000 = 2,45%; 1.565 : 30.000 = 5,216…%.
        sees: &["◂ 8/8 ▸", "Số hộ 830 735 1.565*", "Tỷ lệ trên 30.000 hộ dân 2,77%* 2,45%* 5,22%*"],
    },
    Question {
        asked: "Cả năm giảm bao nhiêu, quý IV bao nhiêu?",
        as_of: "2023-12-31",
        keys: "",
        // 830 − 920 = −90, 735 − 770 = −35; 830 − 850 = −20, 735 − 740 = −5.
        sees: &["So với cuối năm 2022 −90* −35* −125*", "Quý IV (so với 30/09/2023) −20* −5* −25*"],
    },
    Question {
        asked: "Cùng kỳ năm trước?",
        as_of: "2023-12-31",
        keys: "5",
        // 920 − 950 = −30.
        sees: &["Hộ nghèo, cùng kỳ: quý IV/2023 −20*, quý IV/2022 −30*"],
    },
    Question {
        asked: "So với chỉ tiêu?",
        as_of: "2023-12-31",
        keys: "",
        // 90 of 100; 830 − 820 = 10 short.
        sees: &["Kéo giảm hộ nghèo 920 830 820* 90%* ✗ không đạt", "10* hộ nghèo"],
    },
    Question {
        asked: "Hai quý trước?",
        as_of: "2023-12-31",
        keys: "[ [",
        // 870 − 900 = −30; 750 − 760 = −10.
        sees: &["Số hộ 870 750 1.620*", "Quý II (so với 31/03/2023) −30* −10* −40*"],
    },
    Question {
        asked: "Kỳ này so với hai quý trước?",
        as_of: "2023-12-31",
        keys: "c",
        sees: &["30/09/2023 báo cáo", "30/06/2023 báo cáo"],
    },
];

/// 520, then 509 on 31 August of a year whose count the review of 1 September to 14 December settles.
const HUYEN_RA_SOAT: &[Question] = &[
    Question {
        asked: "Còn bao nhiêu?",
        as_of: "2023-08-31",
        keys: "",
        // 509 : 26.000 = 1,957…%; 899 : 26.000 = 3,457…%; 509 − 520 = −11; the near-poor as they were.
        sees: &[
            "Số hộ 509 390 899*",
            "Tỷ lệ trên 26.000 hộ dân 1,96%* 1,50%* 3,46%*",
            "So với cuối năm 2022 −11* 0* −11*",
        ],
    },
    Question {
        asked: "Sao mới giảm 11 hộ, có chậm không?",
        as_of: "2023-08-31",
        keys: "4",
        // No percent and no pace before the review.
        sees: &[
            "520 509 460* · chờ kết quả rà soát",
            "không tính: số hộ do rà soát 01/09-14/12 quyết định",
            "đến nay giảm 11* hộ",
        ],
    },
    Question {
        asked: "Có số cuối năm chưa?",
        as_of: "2023-08-31",
        keys: "4",
        sees: &["chưa có số liệu cuối năm 2023"],
    },
];

#[test]
fn a_ward_of_400_households() {
    assert_known("phuong-nho", PHUONG_NHO);
}

#[test]
fn a_province_of_districts_and_communes() {
    assert_known("tinh-mau", TINH_MAU);
}

#[test]
fn a_commune_that_reports_both_groups_as_one() {
    assert_known("xa-chung", XA_CHUNG);
}

#[test]
fn an_estimated_end_of_the_year() {
    assert_known("quan-uoc", QUAN_UOC);
}

#[test]
fn eight_quarters() {
    assert_known("quan-quy", QUAN_QUY);
}

#[test]
fn a_year_that_the_review_settles() {
    assert_known("huyen-ra-soat", HUYEN_RA_SOAT);
}
