//! The words of standings. These and no others, everywhere.

use crate::model::standing::{Mark, Standing};
use crate::text::Lang;

/// The word of a standing.
pub fn word(lang: Lang, standing: Standing) -> &'static str {
    match standing {
        Standing::Exceeded => lang.pick("vượt", "exceeded"),
        Standing::Met => lang.pick("đạt", "met"),
        Standing::OnTrack => lang.pick("đúng tiến độ", "on track"),
        Standing::AtRisk => lang.pick("cần chú ý", "at risk"),
        Standing::Behind => lang.pick("chậm tiến độ", "behind"),
        Standing::Missed => lang.pick("không đạt", "missed"),
        Standing::Kept => lang.pick("giữ vững", "kept"),
        Standing::Broken { .. } => lang.pick("có phát sinh", "broken"),
        Standing::Awaiting => lang.pick("chờ kết quả rà soát", "awaiting review"),
        Standing::NoBaseline => lang.pick("chưa có mốc so sánh", "no baseline"),
        Standing::NoData => lang.pick("chưa có số liệu", "no data"),
        Standing::NotDue => lang.pick("chưa đến hạn", "not yet due"),
        Standing::UnderWay => lang.pick("đang thực hiện", "under way"),
        Standing::Done => lang.pick("hoàn thành", "done"),
        Standing::Overdue => lang.pick("quá hạn", "overdue"),
    }
}

/// The sign of a mark.
pub fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Good => "✓",
        Mark::Care => "!",
        Mark::Bad => "✗",
        Mark::UnderWay => "▸",
        Mark::Nothing => "·",
    }
}
