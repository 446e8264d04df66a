//! A province of districts with communes, of which nine in fourteen have figures; targets given to its districts, tasks
//! with dates. Each question in both languages.

use giamngheo::text::Lang;

use super::{Question, assert_answered_of};
use crate::made_up;

const NEW: &str = "2025-06-30";

/// Poor 5.840 → 5.380 and near-poor 4.200 → 4.020 of 122.100 → 123.000 households. Districts 3.100 → 2.750, 1.840 →
/// 1.700, 900 → 930.
const VI: &[Question] = &[
    Question {
        asked: "Tỉnh còn bao nhiêu hộ, tỷ lệ, nhân khẩu?",
        as_of: NEW,
        keys: "",
        // 5.380 : 123.000 = 4,373…%; 4.020 : 123.000 = 3,268…%; 9.400 : 123.000 = 7,642…%; 21.900 + 16.100 = 38.000.
        sees: &[
            "Số liệu đến 30/06/2025 · báo cáo 12/07/2025",
            "Số hộ 5.380 4.020 9.400*",
            "Tỷ lệ trên 123.000 hộ dân 4,37%* 3,27%* 7,64%*",
            "Nhân khẩu 21.900 16.100 38.000*",
        ],
    },
    Question {
        asked: "Kỳ trước bao nhiêu, giảm mấy hộ?",
        as_of: NEW,
        keys: "2 Enter",
        // 5.380 − 5.840 = −460; 4.020 − 4.200 = −180.
        sees: &["So với cuối năm 2024 −460* −180* −640*", "Hộ nghèo 5.840 5.380", "Hộ cận nghèo 4.200 4.020"],
    },
    Question {
        asked: "Hộ dân tộc thiểu số nghèo bao nhiêu hộ, bao nhiêu người?",
        as_of: NEW,
        keys: "2 Enter",
        // 2.610 + 1.420 = 4.030; the persons of the near-poor among them are not stated.
        sees: &["Hộ dân tộc thiểu số 2.610 1.420 4.030*", "nhân khẩu 11.700 · chưa có"],
    },
    Question {
        asked: "Nguyên nhân nghèo chính?",
        as_of: NEW,
        keys: "2 Enter End",
        // 2.400 : 5.380 = 44,6…%; 2.100 : 5.380 = 39,03…%; 800 : 5.380 = 14,8…%.
        sees: &[
            "Nguyên nhân nghèo của 5.380 hộ nghèo (lượt hộ)",
            "Thiếu đất sản xuất 2.400 45%*",
            "Không có vốn 2.100 39%*",
            "Ốm đau, bệnh tật 800 15%*",
        ],
    },
    Question {
        asked: "Thiếu hụt chỉ số nào nhiều nhất?",
        as_of: NEW,
        keys: "2 Enter",
        // 3.000 : 5.380 = 55,7…%.
        sees: &["Thiếu hụt của 5.380 hộ nghèo", "Việc làm 3.000 56%*"],
    },
    Question {
        asked: "Địa bàn nào nhiều nhất, cao nhất, giảm nhanh nhất, nơi nào lại tăng?",
        as_of: NEW,
        keys: "2",
        // 2.750 : 52.600 = 5,228…%; −350 : 3.100 = −11,29…%, −140 : 1.840 = −7,6…%; 930 − 900 = +30.
        sees: &[
            "Nhiều hộ nghèo nhất: huyện Sông Trong Thượng (2.750 hộ)",
            "tỷ lệ cao nhất: huyện Sông Trong Thượng (5,23%*)",
            "Hộ nghèo tăng: huyện Núi Ngoài (+30*)",
        ],
    },
    Question {
        asked: "… giảm nhiều nhất, nhanh nhất, chậm nhất?",
        as_of: NEW,
        keys: "2 s s",
        sees: &[
            "giảm nhiều nhất: huyện Sông Trong Thượng (−350*)",
            "nhanh nhất: huyện Sông Trong Thượng (−11,3%*)",
            "chậm nhất: Thành phố Biển Đông Bắc (−7,6%*)",
        ],
    },
    Question {
        asked: "Bao nhiêu xã của huyện có số liệu, xã nào nhiều nhất?",
        as_of: NEW,
        keys: "2 Down Enter",
        // Xã 1: 90 of 1.510 = 5,96…%; 91 + 90 + 80 + 60 + 50 = 371, of 2.750: 13,49…%; Xã 3 had 88.
        sees: &[
            "9 trên 14 xã đã gửi số liệu",
            "Nhiều hộ nghèo nhất: Xã 3 (91 hộ) · tỷ lệ cao nhất: Xã 1 (5,96%*)",
            "5 xã đầu: 371* hộ nghèo (13,5%*)",
            "hộ nghèo tăng: Xã 3 (+3*)",
        ],
    },
    Question {
        asked: "Huyện này chiếm bao nhiêu, thứ mấy?",
        as_of: NEW,
        keys: "2 Down Enter",
        // 2.750 : 5.380 = 51,1…%; 1.900 : 4.020 = 47,26…%; 4.650 : 9.400 = 49,46…%.
        sees: &["Tỷ trọng trong toàn tỉnh 51,1%* 47,3%* 49,5%*", "(3 địa bàn) 1 · 1* 1 · 1*"],
    },
    Question {
        asked: "Huyện nào không đạt chỉ tiêu giao? Giao xuống có khớp với tỉnh?",
        as_of: NEW,
        keys: "4",
        // 460 : 800 = 57,5%; 350 : 500; 140 : 240 = 58,3…%; −30 : 100. 500 + 240 + 100 = 840 = 800 + 40. Gone:
        // 181 : 365 = 49,58…%.
        sees: &[
            "Giảm số hộ nghèo 5.840 5.380 5.040* 58%* ✓ đúng tiến độ",
            "Huyện Sông Trong Thượng 3.100 2.750 2.600* 70%* ✓ đúng tiến độ",
            "Thành phố Biển Đông Bắc 1.840 1.700 1.600* 58%* ✓ đúng tiến độ",
            "Huyện Núi Ngoài 900 930 800* ✗ chậm tiến độ",
            "3 địa bàn: 840* hộ, chỉ tiêu chung 800 hộ, nhiều hơn 40* hộ",
        ],
    },
    Question {
        asked: "Còn phải giảm bao nhiêu, mỗi tháng bao nhiêu?",
        as_of: NEW,
        keys: "",
        // 5.380 − 5.040 = 340, in 6 months 56,6…: 57. 4.200 : 122.100 − 0,30 = 3,1398…% of 123.000: 3.861; 4.020 − 3.861
        // = 159, in 6 months 26,5: 27.
        sees: &["Còn phải giảm 340* hộ nghèo (57* hộ/tháng), 159* hộ cận nghèo (27* hộ/tháng)"],
    },
    Question {
        asked: "Giữ tốc độ này thì cuối năm?",
        as_of: NEW,
        keys: "4",
        // By days 5.380 − 460 × 184/181 = 4.912,4; by months 5.380 − 460 ÷ 6 × 6 = 4.920: 128 to 120 under 5.040.
        sees: &["31/12 còn 4.912-4.920* hộ, vượt 120-128* hộ"],
    },
    Question {
        asked: "Vì sao tỷ lệ giảm: do hộ nghèo giảm hay do tổng hộ tăng?",
        as_of: NEW,
        keys: "c Down Enter",
        // 4,3740 − 4,7830 = −0,4090; 5.380 : 122.100 = 4,4062%: −0,3767 of it by the households, −0,0322 by the total.
        sees: &["Thay đổi tỷ lệ, điểm % −0,41*", "do số hộ nghèo, cận nghèo −0,38*", "do tổng hộ dân −0,03*"],
    },
    Question {
        asked: "Ai yêu cầu việc rà soát, ai làm, hạn bao giờ, xong chưa?",
        as_of: NEW,
        keys: "4 End Enter",
        sees: &[
            "Rà soát hộ nghèo, hộ cận nghèo 15/06/2025 ✗ quá hạn",
            "Người giao Chủ tịch UBND tỉnh",
            "Thực hiện Sở Nông nghiệp và Môi trường",
            "3 nhiệm vụ: 2 quá hạn, 1 hoàn thành",
        ],
    },
    Question {
        asked: "So với cùng kỳ?",
        as_of: NEW,
        keys: "5 Enter",
        sees: &["Hộ nghèo, cùng kỳ: 6 tháng đầu năm 2025 −460*, năm 2024 · chưa có"],
    },
    Question {
        asked: "Số này ai công bố, ngày nào, chuẩn nghèo nào?",
        as_of: NEW,
        keys: "6 End",
        sees: &[
            "UBND tỉnh Nam Hải Thượng, bài đăng 12/07/2025",
            "Chuẩn Chuẩn nghèo đa chiều quốc gia 2022–2025",
        ],
    },
    Question {
        asked: "Có hộ người có công nào nghèo không?",
        as_of: NEW,
        keys: "",
        sees: &["Hộ chính sách người có công 2 · chưa có"],
    },
    Question {
        asked: "Số liệu cộng lại có khớp không, cũ mấy ngày?",
        as_of: NEW,
        keys: "6",
        // 2.750 + 1.700 + 930 = 5.380; from 30 June to 1 February 184 + 32 days.
        sees: &["✓ Cộng 3 địa bàn = toàn tỉnh: 5.380 hộ nghèo, 4.020 hộ cận nghèo", "cách đây 216 ngày"],
    },
];

const EN: &[Question] = &[
    Question {
        asked: "How many are left, at what rate?",
        as_of: NEW,
        keys: "",
        sees: &["Households 5,380 4,020 9,400*", "Rate of 123,000 households 4.37%* 3.27%* 7.64%*"],
    },
    Question {
        asked: "Which area has most, rises?",
        as_of: NEW,
        keys: "2",
        sees: &[
            "Most poor households: Song Trong Thuong District (2,750 households)",
            "Poor rising: Nui Ngoai District (+30*)",
        ],
    },
    Question {
        asked: "Which falls fastest?",
        as_of: NEW,
        keys: "2 s s",
        sees: &["fastest: Song Trong Thuong District (−11.3%*)", "Poor rising: Nui Ngoai District (+30*)"],
    },
    Question {
        asked: "How many poor households are of ethnic minorities?",
        as_of: NEW,
        keys: "2 Enter",
        sees: &["Ethnic minority households 2,610 1,420 4,030*", "persons 11,700 · no data"],
    },
    Question {
        asked: "How many communes have figures?",
        as_of: NEW,
        keys: "2 Down Enter",
        sees: &["9 of 14 communes have reported", "Top 5 communes: 371* poor households (13.5%*)"],
    },
    Question {
        asked: "Which district misses its target, and do they add up?",
        as_of: NEW,
        keys: "4",
        sees: &[
            "Nui Ngoai District 900 930 800* ✗ behind",
            "3 areas: 840* households against 800 for the unit, 40* more",
        ],
    },
    Question {
        asked: "Did the rate fall by fewer households or by a larger total?",
        as_of: NEW,
        keys: "c Down Enter",
        sees: &["points −0.41*", "due to the households −0.38*", "due to all households −0.03*"],
    },
    Question {
        asked: "Who asked for the review, until when?",
        as_of: NEW,
        keys: "4 End Enter",
        sees: &["Assigned by Chair of the province", "Due 15 Jun 2025", "✗ overdue"],
    },
    Question {
        asked: "Who published this, when, by what standard?",
        as_of: NEW,
        keys: "6 End }",
        sees: &["People's Committee of Nam Hai Thuong, published 12 Jul 2025", "2022–2025 standard"],
    },
];

#[test]
fn a_province_of_three_levels_with_gaps() {
    assert_answered_of(Lang::Vi, "2026-02-01", &[made_up::folder("tinh-ba-cap")], VI);
    assert_answered_of(Lang::En, "2026-02-01", &[made_up::folder("tinh-ba-cap")], EN);
}
