//! The ten questions of a briefing, in both languages, from the report and from the newest figures.

use giamngheo::text::Lang;

use super::super::{NEWEST, REPORT};
use super::{Question, assert_answered};

const VI: &[Question] = &[
    Question {
        asked: "1. Quận còn bao nhiêu hộ nghèo, hộ cận nghèo, bao nhiêu nhân khẩu, tỷ lệ mấy phần trăm?",
        as_of: REPORT,
        keys: "",
        sees: &[
            "Đến 31/12/2022 · báo cáo 04/03/2023",
            "Số hộ 1.429 1.092 2.521*",
            "Tỷ lệ trên tổng hộ dân 2,20% 1,68% 3,87-3,89%*",
            "Nhân khẩu 5.945 4.482 10.427*",
            "* suy ra",
        ],
    },
    Question {
        asked: "1. … và mới nhất?",
        as_of: NEWEST,
        keys: "",
        sees: &[
            "Số liệu đến 30/09/2023 · MINH HỌA",
            "Số hộ 1.118 936 2.054*",
            "Tỷ lệ trên 65.000 hộ dân 1,72% 1,44% 3,16%*",
            "Nhân khẩu 4.640 3.870 8.510*",
            "! số liệu minh họa, không phải kết quả rà soát",
        ],
    },
    Question {
        asked: "2. So với chỉ tiêu năm 2022 ta đạt bao nhiêu, vượt bao nhiêu hộ?",
        as_of: REPORT,
        keys: "",
        sees: &[
            "Chỉ tiêu năm 2022 Giao Thực hiện Đạt",
            "Kéo giảm hộ nghèo 400* 560 140%",
            "✓ vượt 160*",
            "Kéo giảm hộ cận nghèo 250* 402 160,80%",
            "✓ vượt 152*",
        ],
    },
    Question {
        asked: "2. … hỏi khi đang xem năm 2023",
        as_of: NEWEST,
        keys: "4",
        sees: &["Năm 2022: hộ nghèo 560/400*, vượt · hộ cận nghèo 402/250*, vượt"],
    },
    Question {
        asked: "3. Giảm 560 hộ là giảm ròng hay số hộ thoát nghèo? Phát sinh mới, tái nghèo bao nhiêu?",
        as_of: REPORT,
        keys: "6",
        sees: &[
            "· 560 hộ nghèo, 402 hộ cận nghèo: giảm ròng hay thoát nghèo? không nêu",
            "· Biến động trong kỳ: thiếu thoát nghèo, tái nghèo, phát sinh mới",
        ],
    },
    Question {
        asked: "3. … và 311 hộ của năm 2023?",
        as_of: NEWEST,
        keys: "6",
        sees: &[
            "Hộ nghèo: 1.429 − 88 thành hộ cận nghèo − 247 vượt chuẩn cận nghèo + 3 tái nghèo + 21 phát sinh mới = 1.118",
            "Giảm hộ nghèo 311 = 1.429 − 1.118",
        ],
    },
    Question {
        asked: "4. Phường nào còn nhiều hộ nghèo nhất, tỷ lệ cao nhất? Năm phường đầu chiếm bao nhiêu?",
        as_of: REPORT,
        keys: "2",
        sees: &[
            "Nhiều hộ nghèo nhất: Phường 10 (142 hộ) · tỷ lệ cao nhất: Phường 1 (2,72%*)",
            "5 phường đầu: 654* hộ nghèo (45,8%*)",
            "hộ dân, 14 phường: MINH HỌA",
        ],
    },
    Question {
        asked: "4. … mới nhất",
        as_of: NEWEST,
        keys: "2",
        sees: &[
            "Nhiều hộ nghèo nhất: Phường 10 (110 hộ) · tỷ lệ cao nhất: Phường 1 (2,12%*)",
            "5 phường đầu: 505* hộ nghèo (45,2%* toàn quận)",
            "! số liệu minh họa",
        ],
    },
    Question {
        asked: "5. Chỉ tiêu năm 2023 tương ứng bao nhiêu hộ, cuối năm còn lại bao nhiêu?",
        as_of: REPORT,
        keys: "",
        sees: &[
            "Chỉ tiêu năm 2023 Giảm Tỷ lệ Số hộ giảm Số hộ còn",
            "Tỷ lệ hộ nghèo 0,69 điểm % 2,20 → 1,51%* 447-449* 980-982*",
            "Tỷ lệ hộ cận nghèo 0,39 điểm % 1,68 → 1,29%* 253-254* 838-839*",
        ],
    },
    Question {
        asked: "6. Đến hôm nay thực hiện được bao nhiêu phần trăm kế hoạch năm, đúng hay chậm tiến độ?",
        as_of: NEWEST,
        keys: "",
        sees: &[
            "Đã qua 75% năm",
            "Tỷ lệ hộ nghèo 2,20% 1,72% 1,51%* 70%* ! cần chú ý",
            "Tỷ lệ hộ cận nghèo 1,68% 1,44% 1,29%* 62%* ✗ chậm tiến độ",
        ],
    },
    Question {
        asked: "6. … hỏi khi đang xem báo cáo",
        as_of: REPORT,
        keys: "4",
        sees: &["Năm chưa bắt đầu", "chưa có số liệu của năm 2023: năm chưa bắt đầu"],
    },
    Question {
        asked: "7. Giữ tốc độ này thì cuối năm đạt bao nhiêu? Mỗi tháng còn phải giảm bao nhiêu hộ?",
        as_of: NEWEST,
        keys: "4",
        sees: &[
            "giảm 0,21* điểm phần trăm, tức 137* hộ trong 92 ngày: 46* hộ/tháng",
            "31/12 còn 1.004-1.013* hộ (1,54-1,56%*), cao hơn chỉ tiêu 23-32* hộ",
            "theo tốc độ từ đầu năm và tốc độ quý III",
        ],
    },
    Question {
        asked: "8. Học bổng: bao nhiêu em, bao nhiêu tiền, bình quân một suất?",
        as_of: REPORT,
        keys: "3",
        sees: &[
            "Học bổng khuyến học, khuyến tài 3.386 em hơn 3 tỷ hơn 886 nghìn*",
            "Học bổng Nguyễn Hữu Thọ 579! suất hơn 1 tỷ hơn 1,72 triệu*",
            "Hai học bổng: hơn 4 tỷ* đồng",
        ],
    },
    Question {
        asked: "9. Số liệu này tính đến ngày nào, nguồn nào? Chỗ nào cần xác minh?",
        as_of: REPORT,
        keys: "6",
        sees: &[
            "Đến 31/12/2022 · báo cáo 04/03/2023",
            "3 điểm cần xác minh",
            "! 579 ghi ở hai chính sách: vay HS, SV và học bổng Nguyễn Hữu Thọ",
            "! \"giảm 0,69%\", \"giảm 0,39%\" là điểm phần trăm",
            "! \"Hiện nay\" trong báo cáo 04/03/2023: ngày số liệu nhập là 31/12/2022",
        ],
    },
    Question {
        asked: "9. … nguồn nào, viết thế nào?",
        as_of: REPORT,
        keys: "Enter",
        sees: &[
            "\"1.429 hộ nghèo với 5.945 nhân khẩu, chiếm 2,20%/ tổng hộ dân\"",
            "UBND Quận 6, bài đăng 04/03/2023",
            "2022-12-31.json, dòng 14 · poor.households",
        ],
    },
    Question {
        asked: "10. Hộ nghèo thiếu hụt chỉ số nào nhiều nhất?",
        as_of: REPORT,
        keys: "2 Enter",
        sees: &["Thiếu hụt của 1.429 hộ nghèo", "Bảo hiểm xã hội 839* 59%*", "Việc làm 626* 44%*"],
    },
    Question {
        asked: "10. … mới nhất",
        as_of: NEWEST,
        keys: "2 Enter",
        sees: &["Thiếu hụt của 1.118 hộ nghèo", "Bảo hiểm xã hội 618 55%*", "Việc làm 449 40%*", "minh họa"],
    },
];

const EN: &[Question] = &[
    Question {
        asked: "1. How many poor and near-poor households, how many persons, at what rate?",
        as_of: REPORT,
        keys: "",
        sees: &[
            "Figures as of 31 Dec 2022 · report of 4 Mar 2023",
            "Households 1,429 1,092 2,521*",
            "Rate of all households 2.20% 1.68% 3.87-3.89%*",
            "Persons 5,945 4,482 10,427*",
        ],
    },
    Question {
        asked: "2. Against the targets of 2022: how much was reached, how far beyond?",
        as_of: REPORT,
        keys: "",
        sees: &[
            "Poor households cut 400* 560 140%",
            "✓ exceeded +160*",
            "250* 402 160.80%",
            "✓ exceeded +152*",
        ],
    },
    Question {
        asked: "3. Is 560 a net fall or the number that escaped? How many new, how many relapsed?",
        as_of: REPORT,
        keys: "6",
        sees: &[
            "· 560 poor, 402 near-poor households: net reduction or exits? Not stated",
            "exited, re-entered, newly poor not given",
        ],
    },
    Question {
        asked: "4. Which ward has most, which the highest rate? What share have the first five?",
        as_of: REPORT,
        keys: "2",
        sees: &[
            "Most poor households: Ward 10 (142 households) · highest rate: Ward 1 (2.72%*)",
            "Top 5 wards: 654* poor households (45.8%*)",
            "14 wards: ILLUSTRATIVE",
        ],
    },
    Question {
        asked: "5. How many households is the target of 2023, and how many would be left?",
        as_of: REPORT,
        keys: "",
        sees: &["0.69 points 2.20 → 1.51%* 447-449* 980-982*", "0.39 points 1.68 → 1.29%* 253-254* 838-839*"],
    },
    Question {
        asked: "6. What part of the year's plan is done, on track or behind?",
        as_of: NEWEST,
        keys: "",
        sees: &["Year elapsed 75%", "1.51%* 70%* ! at risk", "1.29%* 62%* ✗ behind"],
    },
    Question {
        asked: "7. Where does this pace lead? How many a month are still to go?",
        as_of: NEWEST,
        keys: "4",
        sees: &[
            "137* households in 92 days: 46* a month",
            "31 Dec 1,004-1,013* households (1.54-1.56%*), 23-32* above the",
        ],
    },
    Question {
        asked: "7. … and if 50 more left?",
        as_of: NEWEST,
        keys: "4 =",
        sees: &["+ 137 more: 981* households (1.51%*) ✓ met; 134* households would do at the rounded rate"],
    },
    Question {
        asked: "8. Scholarships: how many pupils, how much money, how much each?",
        as_of: REPORT,
        keys: "3",
        sees: &["3,386 students over 3bn over 886k*", "579! awards over 1bn over 1.72m*"],
    },
    Question {
        asked: "9. As of when, from where? What is to be verified?",
        as_of: REPORT,
        keys: "6",
        sees: &[
            "3 to verify",
            "he same figure, 579, is given for",
            "points; read as relative",
            "the date entered is 31 Dec 2022",
        ],
    },
    Question {
        asked: "10. What do the poor lack most?",
        as_of: REPORT,
        keys: "2 Enter",
        sees: &["Deprivations of 1,429 poor", "Social insurance 839* 59%*"],
    },
];

#[test]
fn the_ten_questions_are_answered_in_three_keys() {
    assert_answered(Lang::Vi, VI);
}

#[test]
fn the_ten_questions_are_answered_in_english() {
    assert_answered(Lang::En, EN);
}
