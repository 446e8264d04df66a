//! Whom to ask what, where somebody should look.

use crate::model::checks::CheckKind;
use crate::model::checks::kind::{AimChanged, Jump, SameReached};
use crate::model::measure::When;
use crate::model::target::AimStated;
use crate::text::say::what;
use crate::text::{Lang, date, show};

use super::super::{ends, full, number};

pub(super) fn same_reached(lang: Lang, same: &SameReached) -> String {
    let value = number(lang, &same.first.1);
    match lang {
        Lang::Vi => format!("nơi công bố: {value} là hai việc khác nhau, hay chép sang?"),
        Lang::En => format!("the publisher: two different {value}, or one copied from the other?"),
    }
}

/// "nơi công bố: 90 hộ có đúng không? không lạ nếu từ 100 đến 300".
pub(super) fn jump(lang: Lang, j: &Jump) -> Option<String> {
    let (low, high) = j.usual()?;
    let (now, usual) = (full(lang, &j.now), ends(lang, &low, &high, 0));
    Some(match lang {
        Lang::Vi => format!("nơi công bố: vì sao {now}? không phải hỏi nếu {usual}"),
        Lang::En => format!("the publisher: why {now}? Nothing to ask for {usual}"),
    })
}

pub(super) fn aim_changed(lang: Lang, a: &AimChanged) -> String {
    let day = date::day(lang, a.since);
    let before = match &a.before.1 {
        AimStated::Figure(_, figure) => full(lang, figure),
        AimStated::Done => lang.pick("hoàn thành", "done").to_owned(),
        AimStated::Absent => show::no_data(lang).to_owned(),
    };
    match lang {
        Lang::Vi => format!("nơi giao: văn bản nào đổi mức {before} ({day})? khớp nếu vẫn là mức ấy"),
        Lang::En => format!("who set it: which decision changed {before} ({day})? Holds if it still stands"),
    }
}

/// What only the file itself can settle.
pub(super) fn of_file(lang: Lang, kind: &CheckKind) -> String {
    match kind {
        CheckKind::ComeGone(_) => lang
            .pick(
                "nơi lập tệp: sắp xếp lại địa giới, hay tệp thiếu?",
                "who made the file: were areas merged or split, or is the file short?",
            )
            .to_owned(),
        CheckKind::PeriodApart(p) => {
            let period = what::when(lang, When::Over(p.period));
            let (first, last) = (date::day(lang, p.period.first), date::day(lang, p.period.last));
            match lang {
                Lang::Vi => {
                    format!("nơi lập tệp: kỳ có đúng là {period}? khớp nếu as_of từ {first} đến {last}")
                }
                Lang::En => {
                    format!("who made the file: is it {period}? Holds for as_of from {first} to {last}")
                }
            }
        }
        CheckKind::Future(_) => lang
            .pick(
                "nơi lập tệp: ghi nhầm năm? khớp nếu không sau hôm nay",
                "who made the file: a wrong year? Holds if not after today",
            )
            .to_owned(),
        CheckKind::Private(_) => lang
            .pick(
                "nơi lập tệp: bỏ số giấy tờ, địa chỉ thư khỏi các trường này",
                "who made the file: take personal numbers and mail out of these fields",
            )
            .to_owned(),
        CheckKind::Doubt(_) => lang
            .pick(
                "nơi công bố; xác minh xong thì bỏ mục này trong doubts",
                "the publisher; once settled, take the entry out of doubts",
            )
            .to_owned(),
        CheckKind::Age(_) => lang
            .pick(
                "đơn vị: đã có số liệu mới hơn chưa? khớp nếu không quá 100 ngày",
                "the unit: are there newer figures? Holds up to 100 days",
            )
            .to_owned(),
        _ => String::new(),
    }
}
