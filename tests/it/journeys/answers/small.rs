//! Small units: a commune that tells poor and near-poor as one group, a ward of quarters too small to rank, a special
//! zone with words before most of its numbers.

use giamngheo::text::Lang;

use super::super::Reader;
use super::{Question, assert_answered_of};
use crate::made_up;
use crate::program::assert_sees;

/// 150 → 125 → 115 households as one group, of 2.500, 2.500 and 2.520; hamlets 50, 30, 36, 9 → 46, 28, 33, 8.
const AS_ONE: &[Question] = &[
    Question {
        asked: "Xã còn bao nhiêu hộ, tỷ lệ, nhân khẩu?",
        as_of: "2025-06-30",
        keys: "",
        // 115 : 2.520 = 4,563…%; 115 − 125 = −10. The two groups apart are not stated, and that is said in their place.
        sees: &["Số hộ 115", "Tỷ lệ trên 2.520 hộ dân 4,56%*", "Nhân khẩu 460", "So với cuối năm 2024 −10*"],
    },
    Question {
        asked: "Ấp nào nhiều nhất, cao nhất, giảm nhanh nhất?",
        as_of: "2025-06-30",
        keys: "2",
        // 46 : 700 = 6,571…%; −4 : 50 = −8%, −2 : 30 = −6,66…%, −3 : 36 = −8,33…%; the one with 9 is not ranked.
        sees: &[
            "Hộ nghèo và cận nghèo",
            "Toàn xã 2.520 115 4,56%* 460 −10",
            "Ấp Đông 700 46 6,57%*",
            "Nhiều nhất: Ấp Đông (46 hộ) · tỷ lệ cao nhất: Ấp Đông (6,57%*)",
        ],
    },
    Question {
        asked: "Ấp nào giảm nhiều nhất, nhanh nhất, chậm nhất?",
        as_of: "2025-06-30",
        keys: "2 s s",
        sees: &["Giảm nhiều nhất: Ấp Đông (−4*) · nhanh nhất: Ấp Nam (−8,3%*) · chậm nhất:"],
    },
    Question {
        asked: "Ấp Đông: chiếm bao nhiêu, thứ mấy, các kỳ?",
        as_of: "2025-06-30",
        keys: "2 Down Enter",
        // 46 : 115 = 40%.
        sees: &["Tỷ trọng trong toàn xã 40%*", "(4 ấp) 1 · 1*", "Hộ nghèo, cận nghèo 60 50 46"],
    },
    Question {
        asked: "Chỉ tiêu năm nay, tiến độ, còn phải giảm?",
        as_of: "2025-06-30",
        keys: "4",
        // 5,00 − 4,5635 = 0,4365 of 1,00: 43,65%, less than 0,9 × 49,6%. floor(4% of 2.520) = 100: 15 to go, in 6 months
        // 2,5 a month: 3. Projected 115 − 10 × 184/181 = 104,8: 105, 5 over 100.
        sees: &[
            "Tỷ lệ hộ nghèo đa chiều 5,00%* 4,56%* 4,00%* 44%* ✗ chậm tiến độ",
            "giảm 0,56* điểm phần trăm, tức 15* hộ trong 184 ngày: 3* hộ/tháng",
            "31/12 còn 105* hộ (4,12-4,13%*), cao hơn chỉ tiêu 5*",
            "Năm 2024: hộ nghèo và cận nghèo 25*/20, vượt",
        ],
    },
    Question {
        asked: "… và trên màn hình lớn?",
        as_of: "2025-06-30",
        keys: "m Space",
        sees: &["HỘ NGHÈO VÀ CẬN NGHÈO", "4,56%* tổng hộ dân", "460 nhân khẩu"],
    },
    Question {
        asked: "Các năm trước?",
        as_of: "2025-06-30",
        keys: "5",
        sees: &["Hộ nghèo, cận nghèo 150 125 115", "6,00%* 5,00%* 4,56%*", "giao 100*"],
    },
    Question {
        asked: "Báo cáo 2024 nêu giảm 15, có đúng không?",
        as_of: "2025-06-30",
        keys: "[ 6",
        // 150 − 125 = 25.
        sees: &["✗ Giảm hộ nghèo và cận nghèo 15, nhưng 150 − 125 = 25*"],
    },
    Question {
        asked: "… và nêu ở đâu?", as_of: "2025-06-30", keys: "[", sees: &["Giảm trong năm 2024 15"]
    },
];

/// 24 → 20 poor and 32 → 29 near-poor of 4.250; five quarters, none with 30.
const QUARTERS: &[Question] = &[
    Question {
        asked: "Khu phố nào giảm nhanh nhất?",
        as_of: "2025-12-31",
        keys: "2 s s",
        // All had under 30: a household more or less would be too much of them.
        sees: &[
            "Khu phố 2 850 8 0,94%*",
            "giảm nhiều nhất: Khu phố 1 (−3*) · không xếp theo %: 5 khu phố dưới 30 hộ",
            "Hộ nghèo tăng: Khu phố 2 (+1*) · hộ cận nghèo tăng: Khu phố 2 (+1*)",
        ],
    },
    Question {
        asked: "Còn khu phố nào không có hộ nghèo?",
        as_of: "2025-12-31",
        keys: "2",
        sees: &["Khu phố 5 850 0 0,00%*"],
    },
    Question {
        asked: "Giảm 4 hộ là giảm ròng? Thoát, thêm bao nhiêu?",
        as_of: "2025-12-31",
        keys: "",
        // 2 + 1 = 3.
        sees: &["Tăng, giảm trong năm 2025 −4 +1", "thoát nghèo −8", "bổ sung và chuyển vào +3*"],
    },
    Question {
        asked: "Biến động có khớp không?",
        as_of: "2025-12-31",
        keys: "2 Enter End",
        // 24 − 8 + 1 + 2 = 19 where 20 are stated, but lines are missing.
        sees: &["Cộng lại 19*", "Cuối kỳ 20", "· không đối chiếu được"],
    },
    Question {
        asked: "Đạt chỉ tiêu không, còn thiếu bao nhiêu?",
        as_of: "2025-12-31",
        keys: "",
        // 4 of 14: 28,57%; 20 − 10 = 10. The year is over: nothing is "to be done" any more.
        sees: &[
            "Không còn hộ nghèo 24 20 10 29%* ✗ không đạt",
            "Cao hơn chỉ tiêu 10* hộ nghèo",
            "✓ giữ vững",
        ],
    },
    Question {
        asked: "Họp cuối năm: điểm nào cần quyết định?",
        as_of: "2025-12-31",
        keys: "m End",
        // The year is over: what is left is short, here too.
        sees: &["✗ Không còn hộ nghèo: không đạt, cao hơn chỉ tiêu 10* hộ"],
    },
    Question {
        asked: "Cận nghèo: báo cáo nêu tăng 1, thực tế?",
        as_of: "2025-12-31",
        keys: "6",
        // 32 − 29 = 3 fewer.
        sees: &["✗ Số hộ cận nghèo +1, nhưng 29 − 32 = −3*"],
    },
    Question {
        asked: "Khu phố 2 chiếm mấy phần, thứ mấy?",
        as_of: "2025-12-31",
        keys: "2 Down Enter",
        // 8 : 20 = 40%; 9 : 29 = 31,03…%; 17 : 49 = 34,69…%.
        sees: &["Tỷ trọng trong toàn phường 40%* 31%* 34,7%*", "(5 khu phố) 1 · 1* 2 · 2*"],
    },
];

/// At most 31 poor and over 40 near-poor of about 2.400; programmes with plan, budget and fund; 111 of 120 insured.
const ZONE: &[Question] = &[
    Question {
        asked: "Còn bao nhiêu hộ?",
        as_of: "2025-09-30",
        keys: "",
        // At most 31 − 45 is −14 or less, a fall of at least 14; over 40 − 52 is one of less than 12. At most and over give no sum.
        sees: &[
            "Số hộ tối đa 31 hơn 40 · chưa có",
            "Nhân khẩu khoảng 120 gần 150 khoảng 270*",
            "So với cuối năm 2024 giảm ít nhất 14* giảm dưới 12*",
        ],
    },
    Question {
        asked: "Còn bao nhiêu người chưa có thẻ BHYT, có kịp không?",
        as_of: "2025-09-30",
        keys: "4",
        // 111 : 120 = 92,5%; 96 : 118 = 81,36%: 11,14 of 18,64 points = 59,8% where 74,8% of the year are gone. 9, or
        // 7,5 points, in 3 months: 2,5 a month. 92,5 + 11,14 × 92/273 = 96,26, by months 92,5 + 11,14 × 3/9 = 96,21: of
        // 120 are that 115,5 and 115,46.
        sees: &[
            "Thẻ BHYT cho người nghèo 81,4%* 92,5%* 100% 60%* ✗ chậm tiến độ",
            "thêm 9* người, tức 7,50* điểm phần trăm trong 92 ngày: 2,50* điểm phần trăm/tháng",
            "31/12 đạt 96,21-96,26%* (115-116* người), thiếu 3,74-3,79* điểm",
        ],
    },
    Question {
        asked: "Nguồn vốn nào? So với kế hoạch, cùng kỳ?",
        as_of: "2025-09-30",
        keys: "3",
        // 25 : 30 = 83,3…%; over 1,5 billion : 25 = over 60 million; 25 − 20 = +5.
        sees: &[
            "Nguồn vốn: Ngân hàng Chính sách xã hội",
            "83,3%*",
            "25 / 30 hộ",
            "bình quân hơn 60 triệu* đồng/hộ",
            "Cùng kỳ đến 30/09/2024: 20 hộ (+5*)",
        ],
    },
    Question {
        asked: "Tiền: cộng cả ba chính sách?",
        as_of: "2025-09-30",
        keys: "3",
        // Over 1,5 + 0,95 = over 2,45 billion; beside nearly 300 million no sum.
        sees: &["Cộng tiền: hơn 2,45 tỷ* + gần 300 triệu đồng, không có tổng chính xác"],
    },
    Question {
        asked: "Bồn nước: kinh phí hết chưa, ai cho?",
        as_of: "2025-09-30",
        keys: "3 Down",
        // 60 : 50 = 120%; nearly 300 million : 60 = nearly 5 million.
        sees: &["120%*", "60 / 50 hộ", "bình quân gần 5 triệu* đồng/hộ", "Nguồn vốn: Xã hội hóa"],
    },
    Question {
        asked: "Đóng tàu: bao nhiêu tiền một hộ, dùng mấy phần kinh phí, cho ai?",
        as_of: "2025-09-30",
        keys: "3 Down Down",
        // 950 : 8 = 118,75 million; 950 : 1.200 = 79,16…%.
        sees: &[
            "118,75 triệu* đồng/hộ",
            "79,2%*",
            "Đối tượng: Hộ nghèo có lao động",
            "Nguồn vốn: Ngân sách tỉnh",
        ],
    },
    Question {
        asked: "Hộ dân tộc Khmer nghèo bao nhiêu? Vì sao nghèo?",
        as_of: "2025-09-30",
        keys: "2 Enter End",
        // Over 20 of at most 31 are over 64,5%, rounded down as a bound: 64%.
        sees: &["Hộ dân tộc Khmer 12", "Không có phương tiện đánh bắt hơn 20 hơn 64%*"],
    },
    Question {
        asked: "Việc nào quá hạn, ai yêu cầu?",
        as_of: "2025-09-30",
        keys: "4 End Enter",
        sees: &["Sửa cầu cảng", "31/08/2025 ✗ quá hạn", "Người giao Bí thư Đặc khu"],
    },
    Question {
        asked: "Tỷ lệ 1,3% có đúng với số hộ không?",
        as_of: "2025-09-30",
        keys: "6",
        sees: &["Tối đa 31 : khoảng 2.400 hộ = 1,3%: số chỉ nêu hơn, gần, khoảng"],
    },
    Question {
        asked: "So với cùng kỳ?",
        as_of: "2025-09-30",
        keys: "5 Enter",
        sees: &["9 tháng đầu năm 2025 giảm ít nhất 14*, năm 2024 · chưa có"],
    },
];

const ZONE_EN: &[Question] = &[
    Question {
        asked: "How many are left?",
        as_of: "2025-09-30",
        keys: "",
        sees: &["Households at most 31 over 40 · no data", "Persons about 120 nearly 150 about 270*"],
    },
    Question {
        asked: "How many poor persons have no card yet?",
        as_of: "2025-09-30",
        keys: "4",
        sees: &[
            "9* persons, that is 7.50* percentage points in 92 days: 2.50* percentage points a month",
            "31 Dec 96.21-96.26%* (115-116* persons), 3.74-3.79* percentage points short of the target",
        ],
    },
    Question {
        asked: "Whose money, how much each?",
        as_of: "2025-09-30",
        keys: "3",
        sees: &["Fund: Bank for Social Policies", "on average over 60 million* VND per household"],
    },
    Question {
        asked: "Who asked for the pier?",
        as_of: "2025-09-30",
        keys: "4 End Enter",
        sees: &["Repair the pier", "✗ overdue", "Assigned by Party secretary"],
    },
];

#[test]
fn a_commune_of_hamlets_told_as_one_group() {
    assert_answered_of(Lang::Vi, "2025-07-20", &[made_up::folder("xa-gop-chung")], AS_ONE);
}

#[test]
fn a_ward_of_quarters_too_small_to_rank() {
    assert_answered_of(Lang::Vi, "2026-02-01", &[made_up::folder("phuong-khu-pho")], QUARTERS);
}

#[test]
fn a_special_zone_with_words_before_its_numbers() {
    assert_answered_of(Lang::Vi, "2025-10-20", &[made_up::folder("dac-khu")], ZONE);
    assert_answered_of(Lang::En, "2025-10-20", &[made_up::folder("dac-khu")], ZONE_EN);
}

/// Where only both groups together are known, the wall shows the places by these: 46, 33, 28 and 8 households.
#[test]
fn the_wall_of_a_unit_told_as_one_group() {
    let reader = Reader {
        lang: Lang::Vi,
        as_of: "2025-06-30",
        now: "2026-02-01",
        paths: vec![made_up::folder("xa-gop-chung")],
    };
    let wall = reader.sees(&["m", "Space", "Space", "Space", "Space"]);
    assert_sees(&wall, &["ẤP THEO SỐ HỘ NGHÈO VÀ CẬN NGHÈO", "Ấp Đông   46"]);
}
