//! The first check that needs somebody, in so few words that the foot of the first tab holds it.

use crate::model::checks::{Check, CheckKind, Verdict};
use crate::text::Lang;
use crate::text::say::check as words;

use super::super::View;
use super::super::line::{Line, Role};
use super::super::table::Style;

/// `! 579 ghi ở hai chính sách, cần xác minh: xem 6`; none when nothing is open.
pub fn line(view: &View) -> Option<Line> {
    let open = view.checks().iter().find(|check| check.verdict.is_open())?;
    let role = if open.verdict == Verdict::Contradicts { Role::Bad } else { Role::Warn };
    let mut line = Line::of(role, format!("{} ", words::sign(open.verdict)));
    line.spans.extend(about(view, open).spans);
    let verdict = match open.verdict {
        Verdict::Contradicts => view.pick("mâu thuẫn", "contradicts"),
        _ => view.pick("cần xác minh", "to verify"),
    };
    Some(line.say(format!(", {verdict}: {} 6", view.pick("xem", "see"))))
}

fn about(view: &View, check: &Check) -> Line {
    if let CheckKind::SameReached(same) = &check.kind {
        let line = Line::default().figure(view.lang, &same.first.1, Style::Plain);
        return line.say(view.pick(" ghi ở hai chính sách", " stands in two programmes"));
    }
    Line::plain(short(view.lang, &check.kind))
}

/// What a kind of check is about, without its numbers.
fn short(lang: Lang, kind: &CheckKind) -> String {
    let (vi, en) = match kind {
        CheckKind::Total(_) => ("tổng hộ dân và tỷ lệ", "total of households and rates"),
        CheckKind::Rate(_) => ("tỷ lệ và số hộ", "rate and households"),
        CheckKind::PercentOfAim(_) => ("phần trăm đạt chỉ tiêu", "percent of the aim"),
        CheckKind::Areas(_) => ("cộng địa bàn khác toàn đơn vị", "areas do not sum to the whole"),
        CheckKind::Combined(_) => ("hộ nghèo và cận nghèo cộng lại", "poor and near-poor together"),
        CheckKind::Movement(_) | CheckKind::MovementPersons(_) => ("đầu kỳ, ra, vào, cuối kỳ", "movement"),
        CheckKind::Reduced(_) => ("số kéo giảm và các kỳ", "fall and snapshots"),
        CheckKind::RateChange(_) => ("mức thay đổi tỷ lệ", "change of the rate"),
        CheckKind::Result(_) => ("kết quả chỉ tiêu và các kỳ", "result of a target and snapshots"),
        CheckKind::Coverage(_) => ("số đã có nhiều hơn số được hưởng", "more covered than entitled"),
        CheckKind::SameReached(_) => ("một số ghi ở hai chính sách", "one number in two programmes"),
        CheckKind::Jump(_) => ("số liệu thay đổi quá một nửa", "a figure changed by more than half"),
        CheckKind::ComeGone(_) => ("địa bàn mới có hoặc không còn", "areas new or gone"),
        CheckKind::AimChanged(_) => ("mức giao khác tệp trước", "an aim was changed"),
        CheckKind::PeriodApart(_) => ("kỳ không có ngày số liệu", "the period does not hold the date"),
        CheckKind::Future(_) => ("ngày ở tương lai", "a date in the future"),
        CheckKind::Private(_) => ("có thể có số giấy tờ cá nhân", "may hold personal numbers"),
        CheckKind::Doubt(_) => ("điểm người nhập còn ngờ", "a doubt of who entered it"),
        CheckKind::Age(days) => {
            return match lang {
                Lang::Vi => format!("số liệu đã {days} ngày"),
                Lang::En => format!("figures {days} days old"),
            };
        }
    };
    lang.pick(vi, en).to_owned()
}
