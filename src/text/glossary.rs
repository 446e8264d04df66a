//! The glossary: what the field calls a thing, once, in Vietnamese and in English. Whoever writes a term takes it from
//! here, so that a table, a sentence, a slide and a report call one thing by one name; what was said before is banned by
//! a test over all that is rendered. The terms are those of reports and of the forms of the yearly review.
//!
//! Kinds of units (quận, phường) stand with what is known of them in [`super::say::units`], days and periods in
//! [`super::date`].

use crate::model::checks::Verdict;
use crate::model::figure::Reliability;
use crate::model::measure::{Cover, Group, MovementLine, Support, TargetField};
use crate::model::qualifier::Qualifier;
use crate::model::source_file::Provenance;
use crate::model::standing::Standing;
use crate::model::unit::{Recipient, Unit};

/// A term in both languages, Vietnamese first.
pub type Term = (&'static str, &'static str);

/// No word: a sign or nothing stands in its place.
const NONE: Term = ("", "");

/// Households under the policy for people of merit: in full, where room is short, and before the name of their group.
pub const POLICY_FAMILIES: [Term; 3] = [
    ("Hộ chính sách người có công", "Meritorious-service households"),
    ("Hộ chính sách", "Meritorious"),
    ("Hộ chính sách", "Meritorious service"),
];

/// The same inside a sentence, where they are called by whom they have.
pub const POLICY_FAMILIES_INSIDE: Term = ("hộ có người có công", "meritorious-service households");

/// The tabs, in their order: in full, where room is short, and where all six have to do with 41 cells.
pub const TABS: [[Term; 3]; 6] = [
    [("Tổng quan", "Overview"), ("T.quan", "Overv."), ("Tổng", "All")],
    [("Hộ nghèo", "Households"), ("Hộ", "Hhs"), ("Hộ", "Hhs")],
    [("Hỗ trợ", "Support"), ("Hỗ trợ", "Supp."), ("Trợ", "Aid")],
    [("Chỉ tiêu", "Targets"), ("C.tiêu", "Targets"), ("Tiêu", "Aims")],
    [("Diễn biến", "Trends"), ("D.biến", "Trends"), ("Diễn", "Time")],
    [("Đối chiếu", "Checks"), ("Đ.chiếu", "Checks"), ("Đối", "Chk")],
];

/// Heads of columns: households, their persons, their share, the change.
pub const HOUSEHOLDS: Term = ("Hộ", "Hhs");
/// All households of an area.
pub const ALL_HOUSEHOLDS: Term = ("Hộ dân", "All hhs");
/// Their persons.
pub const PERSONS: Term = ("Khẩu", "Persons");
/// Their part of all households.
pub const RATE: Term = ("Tỷ lệ", "Rate");
/// A level now and the one asked for, side by side.
pub const FROM_TO: Term = ("Từ → còn", "From → to");
/// A share of the whole.
pub const SHARE: Term = ("Tỷ trọng", "Share");

/// The lines of data checks in the story of a figure.
pub const CHECKS: Term = ("Đối chiếu", "Checks");
/// What a check, or a part without figures, still lacks.
pub const NEEDS: Term = ("Cần thêm", "Needs");
/// An area that was not there before.
pub const NEW_AREA: Term = ("mới", "new");
/// The word before an estimate, and of one in brackets.
pub const ESTIMATE: [Term; 2] = [("ước ", "est. "), ("ước", "estimated")];

/// A figure that is missing, in a cell or beside a name.
pub const NO_DATA: Term = ("· chưa có", "· no data");
/// A standard that no file names.
pub const NO_STANDARD: Term = ("không nêu chuẩn", "no standard stated");
/// Heads of columns: what is asked, what was reached of it, and what part of it that is, in full and in short.
pub const ASKED: Term = ("Giao", "Target");
/// What was reached.
pub const REACHED: Term = ("Thực hiện", "Reached");
/// Of what is asked.
pub const PERCENT: [Term; 2] = [("Đạt", "% of target"), ("Đạt", "% done")];
/// The tasks that no target measures.
pub const OTHER_TASKS: Term = ("Nhiệm vụ khác", "Other tasks");
/// The sentences for the minutes.
pub const CONCLUSION: Term = ("Kết luận", "Conclusion");
/// The label of the file that a figure stands in.
pub const FILE: Term = ("Tệp", "File");
/// An area that a complete list had and has no more: "không còn" says of a ward that it has no poor households left.
pub const NO_LONGER_LISTED: Term = ("thôi có tên", "no longer listed");
/// What a file does not hold.
pub const NOT_IN_FILE: Term = ("không có trong tệp", "not in the file");
/// What the story of a figure begins with.
pub const SOURCE_OF: Term = ("Nguồn số liệu: ", "Source of ");
/// The stamp of what is invented.
pub const STAMP: Term = ("MINH HỌA", "ILLUSTRATIVE");
/// The same where there is little room.
pub const STAMP_IN_SHORT: Term = ("MINH HỌA", "ILLUSTR.");
/// What a paper does not say.
pub const NOT_STATED: Term = ("không nêu", "not stated");

/// The word of a standing.
pub fn standing(standing: Standing) -> Term {
    match standing {
        Standing::Exceeded => ("vượt", "exceeded"),
        Standing::Met => ("đạt", "met"),
        Standing::OnTrack => ("đúng tiến độ", "on track"),
        Standing::AtRisk => ("cần chú ý", "at risk"),
        Standing::Behind => ("chậm tiến độ", "behind"),
        Standing::Missed => ("không đạt", "missed"),
        Standing::Kept => ("giữ vững", "kept"),
        Standing::Broken { .. } => ("có phát sinh", "not kept"),
        Standing::Awaiting => ("chờ kết quả rà soát", "awaiting review"),
        Standing::NoBaseline => ("chưa có mốc so sánh", "no baseline"),
        Standing::NoData => ("chưa có số liệu", "no data"),
        Standing::NotDue => ("chưa đến hạn", "not yet due"),
        Standing::UnderWay => ("đang thực hiện", "under way"),
        Standing::Done => ("hoàn thành", "done"),
        Standing::Overdue => ("quá hạn", "overdue"),
    }
}

/// The word of a verdict.
pub fn verdict(verdict: Verdict) -> Term {
    match verdict {
        Verdict::Contradicts => ("mâu thuẫn", "inconsistent"),
        Verdict::ToVerify => ("cần xác minh", "to verify"),
        Verdict::CannotCheck => ("không đối chiếu được", "cannot be checked"),
        Verdict::Holds => ("khớp", "consistent"),
    }
}

/// The word for a kind of source.
pub const fn provenance(provenance: Provenance) -> Term {
    match provenance {
        Provenance::Reported => ("báo cáo", "reported"),
        Provenance::Estimated => ("ước thực hiện", "estimated"),
        Provenance::Derived => ("suy ra", "derived"),
        Provenance::Illustrative => ("minh họa", "illustrative"),
    }
}

/// How good a source is.
pub const fn reliability(source: Reliability) -> Term {
    provenance(match source {
        Reliability::Reported => Provenance::Reported,
        Reliability::Estimated => Provenance::Estimated,
        Reliability::Illustrative => Provenance::Illustrative,
    })
}

/// The word of a qualifier; none for an exact figure.
pub fn qualifier(qualifier: Qualifier) -> Term {
    match qualifier {
        Qualifier::Exact => NONE,
        Qualifier::Over | Qualifier::JustAbove => ("hơn", "over"),
        Qualifier::Nearly => ("gần", "nearly"),
        Qualifier::About => ("khoảng", "about"),
        Qualifier::Under => ("dưới", "under"),
        Qualifier::AtLeast => ("ít nhất", "at least"),
        Qualifier::AtMost => ("tối đa", "at most"),
    }
}

/// The word of a unit after its number; none where a sign stands in its place (percent).
pub fn unit(unit: Unit) -> Term {
    match unit {
        Unit::Household => ("hộ", "households"),
        Unit::Person => ("người", "persons"),
        Unit::Pupil => ("học sinh, sinh viên", "pupils and students"),
        Unit::Case => ("trường hợp", "cases"),
        Unit::Award => ("suất", "awards"),
        Unit::Card => ("thẻ", "cards"),
        Unit::Turn => ("lượt", "instances"),
        Unit::HouseholdTurn => ("lượt hộ", "household enrolments"),
        Unit::Fair => ("sàn giao dịch", "fairs"),
        Unit::Commune => ("xã", "communes"),
        Unit::Village => ("thôn", "villages"),
        Unit::House => ("nhà", "houses"),
        Unit::Vnd => ("đồng", "VND"),
        Unit::Percent | Unit::Share | Unit::Rank => NONE,
        Unit::Point => ("điểm phần trăm", "percentage points"),
        Unit::PersonsPerHousehold => ("người/hộ", "persons per household"),
        Unit::VndPerRecipient(recipient) => per_recipient(recipient),
        Unit::HouseholdPerMonth => ("hộ/tháng", "households a month"),
        Unit::PointPerMonth => ("điểm phần trăm/tháng", "percentage points a month"),
    }
}

/// The same where room is short, of those that have a shorter word.
pub fn unit_short(unit: Unit) -> Option<Term> {
    Some(match unit {
        Unit::Household => ("hộ", "hhs"),
        Unit::Pupil => ("em", "students"),
        Unit::Turn => ("lượt", "instances"),
        Unit::HouseholdTurn => ("lượt hộ", "enrolments"),
        _ => return None,
    })
}

fn per_recipient(recipient: Recipient) -> Term {
    match recipient {
        Recipient::Household => ("đồng/hộ", "VND per household"),
        Recipient::Person => ("đồng/người", "VND per person"),
        Recipient::Pupil => ("đồng/em", "VND per student"),
        Recipient::Case => ("đồng/trường hợp", "VND per case"),
        Recipient::Award => ("đồng/suất", "VND per award"),
        Recipient::Card => ("đồng/thẻ", "VND per card"),
        Recipient::Turn => ("đồng/lượt", "VND per instance"),
    }
}

/// What a group is called: alone, counted, and where room is short.
pub fn group(group: Group) -> [Term; 3] {
    match group {
        Group::Poor => [("hộ nghèo", "poor"), ("hộ nghèo", "poor households"), ("hộ nghèo", "poor")],
        Group::NearPoor => [
            ("hộ cận nghèo", "near-poor"),
            ("hộ cận nghèo", "near-poor households"),
            ("hộ cận nghèo", "near-poor"),
        ],
        Group::Combined => [
            ("hộ nghèo và cận nghèo", "poor and near-poor"),
            ("hộ nghèo và cận nghèo", "poor and near-poor households"),
            ("hộ nghèo, cận nghèo", "poor, near-poor"),
        ],
    }
}

/// What a line of the movement of a group is called, in a table as in a sum: `335 thoát nghèo + 3 tái nghèo`.
pub fn movement_line(group: Group, line: MovementLine) -> Term {
    let is_near = group == Group::NearPoor;
    let of = |poor, near| if is_near { near } else { poor };
    match line {
        MovementLine::Start => ("đầu kỳ", "at the start"),
        MovementLine::ToOther => {
            of(("thành hộ cận nghèo", "became near-poor"), ("thành hộ nghèo", "became poor"))
        }
        MovementLine::AboveNearPoor => ("vượt chuẩn cận nghèo", "rose above the near-poor line"),
        MovementLine::Escaped => of(("thoát nghèo", "exited"), ("thoát cận nghèo", "exited")),
        MovementLine::OtherOut => ("khác giảm", "other removals"),
        MovementLine::FromOther => of(("từ hộ cận nghèo", "from near-poor"), ("từ hộ nghèo", "from poor")),
        MovementLine::Relapsed => of(("tái nghèo", "re-entered"), ("tái cận nghèo", "re-entered")),
        MovementLine::Newly => of(("phát sinh mới", "newly poor"), ("phát sinh mới", "newly near-poor")),
        MovementLine::OtherIn => ("khác tăng", "other additions"),
    }
}

/// What is told of a programme.
pub fn support(part: Support) -> Term {
    match part {
        Support::Reached => ("thực hiện", "reached"),
        Support::Amount => ("số tiền", "amount"),
        Support::Planned => ("kế hoạch", "planned"),
        Support::Budget => ("kinh phí giao", "budget"),
        Support::Via => ("qua", "through"),
        Support::ChangePercent => ("thay đổi so với cùng kỳ", "change on the same period"),
        Support::Average => ("bình quân", "average"),
        Support::OfPlan => ("so với kế hoạch", "of plan"),
        Support::OfBudget => ("so với kinh phí", "of budget"),
        Support::Change => ("so với cùng kỳ", "against the same period"),
        Support::OfAreas => ("cộng các địa bàn", "sum of the areas"),
    }
}

/// What is told of an entitlement.
pub fn cover(part: Cover) -> Term {
    match part {
        Cover::Covered => ("đã có", "covered"),
        Cover::Eligible => ("thuộc diện", "entitled"),
        Cover::Percent | Cover::Ratio => ("tỷ lệ bao phủ", "coverage"),
        Cover::Without => ("chưa có", "not covered"),
    }
}

/// What is told of a target.
pub fn target(part: TargetField) -> Term {
    match part {
        TargetField::Goal => ("mức giao", "target"),
        TargetField::Baseline => ("mốc so sánh", "baseline"),
        TargetField::Level => ("mức phải đạt", "target level"),
        TargetField::Now => ("hiện nay", "now"),
        TargetField::Result => ("kết quả", "result"),
        TargetField::PercentOfAim | TargetField::Done => ("đạt so với chỉ tiêu", "% of target"),
        TargetField::Reduced => ("đã thực hiện", "done so far"),
        TargetField::Rise => ("mức tăng", "increase"),
        TargetField::Fall => ("mức giảm", "reduction"),
        TargetField::Average => ("bình quân một năm", "yearly average"),
        TargetField::Elapsed => ("thời gian đã qua", "time elapsed"),
        TargetField::Surplus => ("vượt", "above the target"),
        TargetField::GoalHouseholds => ("mức giao tính ra hộ", "target in households"),
        TargetField::LevelHouseholds => ("số hộ còn khi đạt", "households that would remain"),
        TargetField::ReducedHouseholds => ("số hộ đã giảm", "reduction in households"),
        TargetField::Remaining => ("còn phải giảm", "still to go"),
        TargetField::RemainingHouseholds => ("số hộ còn phải giảm", "households still to go"),
        TargetField::GoalCount => ("mức phải tăng", "rise required, counted"),
        TargetField::LevelCount => ("số phải đạt", "number to reach"),
        TargetField::RisenCount => ("số đã tăng", "risen, counted"),
        TargetField::Lacking => ("còn thiếu", "still to reach"),
        TargetField::LackingCount => ("số còn thiếu", "number still to reach"),
        TargetField::PaceNeeded => ("tốc độ cần có", "pace needed"),
        TargetField::PaceYear => ("tốc độ từ đầu năm", "year-to-date pace"),
        TargetField::PacePeriod => ("tốc độ kỳ gần nhất", "pace of the last period"),
        TargetField::PaceAway => ("tốc độ ngược chiều chỉ tiêu", "pace away from the target"),
        TargetField::Projected => ("dự kiến cuối kỳ", "projected"),
        TargetField::ProjectedByPeriod => ("dự kiến theo kỳ gần nhất", "projected by the last period"),
        TargetField::Short => ("chênh so với chỉ tiêu", "gap to the target"),
        TargetField::LastReduced => ("năm trước thực hiện", "result of last year"),
        TargetField::GoalOfLast => ("giao so với năm trước thực hiện", "target against last year's result"),
        TargetField::GoalOfAreas => ("cộng mức giao các địa bàn", "sum of the areas' targets"),
        TargetField::AreasSurplus => ("chênh so với mức giao chung", "difference from the unit's target"),
        TargetField::LeastByRounding => {
            ("giả định: số hộ ít nhất để đạt khi làm tròn", "what if: least that meets the rounded target")
        }
        TargetField::IfHouseholds => ("giả định: số hộ", "what if: households"),
        TargetField::IfRate => ("giả định: tỷ lệ", "what if: rate"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A word that names two things says neither.
    #[test]
    fn no_two_terms_of_a_kind_are_one() {
        let standings = [
            Standing::Exceeded,
            Standing::Met,
            Standing::OnTrack,
            Standing::AtRisk,
            Standing::Behind,
            Standing::Missed,
            Standing::Kept,
            Standing::Awaiting,
            Standing::NoBaseline,
            Standing::NoData,
            Standing::NotDue,
            Standing::UnderWay,
            Standing::Done,
            Standing::Overdue,
        ];
        let lines = [MovementLine::Start].into_iter().chain(MovementLine::OUT).chain(MovementLine::IN);
        let kinds: [Vec<Term>; 3] = [
            standings.map(standing).to_vec(),
            [Verdict::Contradicts, Verdict::ToVerify, Verdict::CannotCheck, Verdict::Holds]
                .map(verdict)
                .to_vec(),
            lines.map(|line| movement_line(Group::Poor, line)).collect(),
        ];
        for terms in kinds {
            for side in [|term: &Term| term.0, |term: &Term| term.1] {
                let mut words: Vec<&str> = terms.iter().map(side).collect();
                words.sort_unstable();
                assert!(words.windows(2).all(|two| two[0] != two[1]), "{words:?}");
            }
        }
    }
}
