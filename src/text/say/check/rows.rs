//! The words of each kind of check, a table each: its names, its line, its arithmetic, and what would make it hold or
//! whom to ask. None has a default but `many`: a new kind does not compile without its words. Wordings with figures are
//! said in the files beside this one (`aims`, `areas`, `file`, `flows`, `rates`, `support`), from the parts at the end
//! of `check.rs`: a figure in a slot has its mark, `self.bare` writes it without, `self.known` one that may be missing.
//!
//! A line holds `LINE` cells in either language (`Teller::fitting` takes the first wording that does). It may begin
//! small: an area's name comes before it, or its first letter is made large. A remedy stands after "Consistent if" or "Holds
//! for" and is what would do (`…_remedy`); of what is to verify it stands after "To ask", and is whom to ask what, and
//! where it can be said what would need no asking (`…_ask`). What cannot be checked is told by `needs`.

use crate::model::checks::{CheckKind, Verdict};
use crate::say;
use crate::text::line::Line;
use crate::text::say::what;

use super::Teller;

/// The name of a kind of check in both languages, for the head of its panel.
pub(super) fn panel_name(kind: &CheckKind) -> (&'static str, &'static str) {
    use CheckKind as K;
    match kind {
        K::Total(_) => ("tổng hộ dân và các tỷ lệ", "all households and the rates"),
        K::Rate(_) => ("tỷ lệ và số đếm", "rate and counts"),
        K::PartTotal(_) => ("tổng số hộ của một nhóm", "all households of a part"),
        K::PercentOfAim(_) => ("phần trăm chỉ tiêu", "% of target"),
        K::Areas(_) => ("cộng các địa bàn", "sum of the areas"),
        K::Combined(_) => ("hai nhóm cộng lại", "the two groups together"),
        K::Movement(_) => ("biến động trong kỳ", "movement"),
        K::MovementPersons(_) => ("biến động nhân khẩu", "movement in persons"),
        K::Reduced(_) => ("số giảm và các kỳ", "net reduction and the two periods"),
        K::NetFall(_) => ("số giảm và biến động", "net reduction and movement"),
        K::ChangeAndResult(_) => {
            ("thay đổi tỷ lệ và kết quả chỉ tiêu", "change in a rate and result of a target")
        }
        K::WorkedBack(_) => ("đầu kỳ tính lùi", "the start worked back"),
        K::SameGroups(_) => ("hai nhóm cùng số liệu", "both groups with the same figures"),
        K::RateChange(_) => ("thay đổi tỷ lệ và các kỳ", "change in the rate and the two periods"),
        K::Result(_) => ("kết quả chỉ tiêu và các kỳ", "result of a target and the two periods"),
        K::Coverage(_) => ("độ bao phủ", "coverage"),
        K::CoveragePercent(_) => ("tỷ lệ bao phủ và số đếm", "share covered and counts"),
        K::ProgrammeChange(_) => ("thay đổi so với cùng kỳ", "change on the year before"),
        K::SameReached(_) => ("một số ghi ở hai chính sách", "one figure given for two programmes"),
        K::Jump(_) => ("thay đổi quá nửa", "a change by more than half"),
        K::ComeGone(_) => ("danh sách địa bàn", "list of areas"),
        K::AimChanged(_) => ("chỉ tiêu thay đổi", "a target changed"),
        K::IndicatorChanged(_) => ("chỉ số đổi cách đo", "an indicator changed"),
        K::PeriodApart(_) => ("kỳ và ngày số liệu", "period and date"),
        K::PublishedBefore(_) => ("ngày công bố", "date of publication"),
        K::SameAreas(_) => ("số địa bàn như kỳ trước", "areas as before"),
        K::Twins(_) => ("hai đơn vị hay một?", "two units or one?"),
        K::Future(_) => ("ngày ở tương lai", "dates in the future"),
        K::Private(_) => ("thông tin cá nhân", "personal data"),
        K::Doubt(_) => ("điều người nhập ghi lại", "a doubt of who entered it"),
        K::Age(_) => ("tuổi của số liệu", "age of the figures"),
    }
}

/// The same for the foot of the first tab, where ", to verify: see key 6" comes after it.
pub(super) fn foot_name(kind: &CheckKind) -> (&'static str, &'static str) {
    use CheckKind as K;
    match kind {
        K::Total(_) => ("tổng hộ dân và tỷ lệ", "total of households and rates"),
        K::Rate(_) => ("tỷ lệ và số hộ", "rate and households"),
        K::PartTotal(_) => ("tổng số hộ của một nhóm", "all households of a part"),
        K::PercentOfAim(_) => ("phần trăm đạt chỉ tiêu", "% of target"),
        K::Areas(_) => ("cộng địa bàn khác toàn đơn vị", "areas do not sum to the whole"),
        K::Combined(_) => ("hộ nghèo và cận nghèo cộng lại", "poor and near-poor together"),
        K::Movement(_) | K::MovementPersons(_) => ("biến động trong kỳ", "movement"),
        K::Reduced(_) => ("số giảm và các kỳ", "reduction and the two periods"),
        K::NetFall(_) => ("số giảm và biến động", "reduction and movement"),
        K::ChangeAndResult(_) => ("thay đổi tỷ lệ, kết quả chỉ tiêu", "change in a rate and a result"),
        K::WorkedBack(_) => ("tổng hộ dân đầu kỳ và nay", "totals then and now"),
        K::SameGroups(_) => ("hai nhóm cùng số liệu", "the same figures in both groups"),
        K::RateChange(_) => ("mức thay đổi tỷ lệ", "change in the rate"),
        K::Result(_) => ("kết quả chỉ tiêu và các kỳ", "result of a target and the two periods"),
        K::Coverage(_) => ("số đã có nhiều hơn số được hưởng", "more covered than entitled"),
        K::CoveragePercent(_) => ("tỷ lệ bao phủ và số đếm", "share covered and counts"),
        K::ProgrammeChange(_) => ("thay đổi so với cùng kỳ", "change on the year before"),
        K::SameReached(_) => ("một số ghi ở hai chính sách", "one figure given for two programmes"),
        K::Jump(_) => ("số liệu thay đổi quá một nửa", "a figure changed by more than half"),
        K::ComeGone(_) => ("địa bàn mới có hoặc thôi có tên", "areas newly or no longer listed"),
        K::AimChanged(_) => ("mức giao khác tệp trước", "a target was changed"),
        K::IndicatorChanged(_) => ("chỉ số đổi cách đo", "an indicator is measured otherwise"),
        K::PeriodApart(_) => ("kỳ không có ngày số liệu", "the period does not hold the date"),
        K::PublishedBefore(_) => ("công bố trước ngày số liệu", "published before its figures"),
        K::SameAreas(_) => ("số các địa bàn như kỳ trước", "areas as in the list before"),
        K::Twins(_) => ("tên, mã hoặc chuẩn ghi khác nhau", "a name, code or standard written otherwise"),
        K::Future(_) => ("ngày ở tương lai", "a date in the future"),
        K::Private(_) => ("có thể có số giấy tờ cá nhân", "may hold personal numbers"),
        K::Doubt(_) => ("điểm người nhập còn ngờ", "a doubt of who entered it"),
        K::Age(_) => ("số liệu cách đây", "figures"),
    }
}

impl Teller<'_> {
    /// What a line tells of that holds more than two: by default the name for the head of the panel.
    pub(super) fn many(self) -> Line {
        use CheckKind as K;
        let part = self.check.part.as_ref().map(|part| &part.name);
        let group = self.check.group.map(|group| what::group(self.lang, group));
        let households = self.check.group.map(what::households_of);
        let (vi, en) = match &self.check.kind {
            K::Total(_) => {
                ("tổng hộ dân trong khoảng các tỷ lệ cho phép", "totals within what the rates allow")
            }
            K::Combined(_) if self.check.verdict == Verdict::Holds => {
                ("hai nhóm cộng khớp", "the two groups add up")
            }
            K::Rate(_) => {
                return say!(self, "tỷ lệ[ {group}][, {part},] theo số đếm", "rates[ of {group}][, {part},] by the counts";
                    group = households, part);
            }
            K::PercentOfAim(_) => ("phần trăm chỉ tiêu", "% of target"),
            K::NetFall(_) => {
                return say!(self, "số giảm[ {group}] và biến động", "net reduction[ of {group} households] and movement"; group);
            }
            K::WorkedBack(_) => {
                return say!(self, "đầu kỳ[ {group}] tính lùi", "the start worked back[, {group}]"; group);
            }
            K::Movement(_) | K::MovementPersons(_) => {
                return say!(self, "[{group}: ]đầu kỳ − giảm + tăng = cuối kỳ", "[{group}: ]start − out + in = end"; group);
            }
            K::Reduced(first) => return self.many_falls(first),
            K::RateChange(_) => {
                return say!(self, "thay đổi tỷ lệ[ {group}][, {part}]", "changes in rates[ of {group}][, {part}]"; group = households, part);
            }
            K::Result(_) => ("kết quả chỉ tiêu", "results of targets"),
            K::Jump(_) => ("thay đổi quá nửa", "changes by more than half"),
            kind => panel_name(kind),
        };
        Line::plain(self.lang.pick(vi, en))
    }

    pub(super) fn statement_of(self, kind: &CheckKind) -> Line {
        use CheckKind as K;
        match kind {
            K::Total(total) => self.total(total),
            K::Rate(rate) => self.rate(rate),
            K::PartTotal(total) => self.part_total(total),
            K::PercentOfAim(of) => self.percent_of_aim(of),
            K::Areas(areas) => self.areas(areas),
            K::Combined(compared) => self.combined(compared),
            K::Movement(movement) | K::MovementPersons(movement) => self.movement(movement),
            K::Reduced(fall) => self.reduced(fall),
            K::NetFall(fall) => self.net_fall(fall),
            K::ChangeAndResult(both) => self.change_and_result(both),
            K::WorkedBack(start) => self.worked_back(start),
            K::SameGroups(same) => self.same_groups(same),
            K::RateChange(compared) => self.rate_change(compared),
            K::Result(result) => self.result(result),
            K::Coverage(entry) => self.coverage(entry),
            K::CoveragePercent(of) | K::ProgrammeChange(of) => self.percent_of(of),
            K::SameReached(same) => self.same_reached(same),
            K::Jump(jump) => self.jump(jump),
            K::ComeGone(lists) => self.come_gone(lists),
            K::AimChanged(aim) => self.aim_changed(aim),
            K::IndicatorChanged(of) => self.indicator_changed(of),
            K::PeriodApart(apart) => self.period_apart(apart),
            K::PublishedBefore(of) => self.published_before(*of),
            K::SameAreas(same) => self.same_areas(same),
            K::Twins(twins) => self.twins(twins),
            K::Future(dates) => self.future(dates),
            K::Private(fields) => self.private(fields),
            K::Doubt(doubt) => say!(self, "{doubt}"; doubt = &doubt.text),
            K::Age(days) => self.age(*days),
        }
    }

    pub(super) fn sum_of(self, kind: &CheckKind) -> Vec<Line> {
        use CheckKind as K;
        match kind {
            K::Total(total) => self.total_sum(total),
            K::Rate(rate) => vec![self.rate_sum(rate)],
            K::PartTotal(total) => vec![self.part_total_sum(total)],
            K::PercentOfAim(of) => vec![self.percent_of_aim_sum(of)],
            K::Areas(areas) => self.areas_sum(areas),
            K::Combined(compared) => vec![self.combined_sum(compared)],
            K::Movement(movement) | K::MovementPersons(movement) => vec![self.movement_sum(movement)],
            K::Reduced(fall) => vec![self.reduced_sum(fall)],
            K::RateChange(compared) => vec![self.minus_sum(compared)],
            K::Result(result) => vec![self.result_sum(result)],
            K::NetFall(fall) => vec![self.net_fall_sum(fall)],
            K::ChangeAndResult(both) => vec![self.change_and_result_sum(both)],
            K::WorkedBack(start) => self.worked_back_sum(start),
            K::SameGroups(same) => self.same_groups_sum(same),
            K::Coverage(entry) => vec![self.coverage_sum(entry)],
            K::CoveragePercent(of) | K::ProgrammeChange(of) => vec![self.percent_of_sum(of)],
            K::SameReached(same) => self.same_reached_sum(same),
            K::Jump(jump) => vec![self.jump_sum(jump)],
            K::ComeGone(_)
            | K::AimChanged(_)
            | K::IndicatorChanged(_)
            | K::PeriodApart(_)
            | K::PublishedBefore(_)
            | K::SameAreas(_)
            | K::Twins(_)
            | K::Future(_)
            | K::Private(_)
            | K::Doubt(_)
            | K::Age(_) => Vec::new(),
        }
    }

    pub(super) fn remedies_of(self, kind: &CheckKind) -> Vec<Line> {
        use CheckKind as K;
        let ask = |vi: &'static str, en: &'static str| Some(Line::plain(self.lang.pick(vi, en)));
        let remedy = match kind {
            K::Areas(areas) => return self.areas_remedies(areas),
            K::Total(total) => self.total_remedy(total),
            K::Rate(rate) => self.rate_remedy(rate),
            K::PartTotal(total) => Some(self.part_total_remedy(total)),
            K::PercentOfAim(of) => self.percent_of_aim_remedy(of),
            K::Combined(compared) => self.combined_remedy(compared),
            K::Movement(movement) | K::MovementPersons(movement) => self.movement_remedy(movement),
            K::Reduced(fall) => self.reduced_remedy(fall),
            K::NetFall(fall) => self.net_fall_remedy(fall),
            K::ChangeAndResult(both) => self.change_and_result_remedy(both),
            K::WorkedBack(start) => Some(self.worked_back_ask(start)),
            K::SameGroups(_) => ask(
                "nơi công bố: số của nhóm nào bị chép sang nhóm kia?",
                "the publisher: were the figures of one group copied to the other?",
            ),
            K::RateChange(compared) => self.rate_change_remedy(compared),
            K::Result(result) => self.result_remedy(result),
            K::Coverage(entry) => self.coverage_remedy(entry),
            K::CoveragePercent(of) | K::ProgrammeChange(of) => self.percent_of_remedy(of),
            K::Jump(jump) => self.jump_ask(jump),
            K::SameReached(same) => Some(self.same_reached_ask(same)),
            K::AimChanged(aim) => Some(self.aim_changed_ask(aim)),
            K::IndicatorChanged(of) => Some(self.indicator_changed_ask(of)),
            K::PeriodApart(apart) => Some(self.period_apart_ask(apart)),
            K::PublishedBefore(of) => Some(self.published_before_ask(*of)),
            K::SameAreas(_) => ask(
                "nơi lập tệp: đã rà soát lại, hay chép từ kỳ trước?",
                "the compiler of the file: counted anew, or copied from the list before?",
            ),
            K::Twins(_) => ask(
                "nơi lập tệp: nếu là một, ghi cùng `code` và `standard` trong các tệp",
                "the compiler of the files: if they are one, give the same `code` and `standard`",
            ),
            K::ComeGone(_) => ask(
                "nơi lập tệp: sắp xếp lại địa giới, hay tệp thiếu?",
                "the compiler of the file: were areas merged or split, or is the file short?",
            ),
            K::Future(_) => ask(
                "nơi lập tệp: ghi nhầm năm? khớp nếu không sau hôm nay",
                "the compiler of the file: a wrong year? Consistent if not after today",
            ),
            K::Private(_) => ask(
                "nơi lập tệp: bỏ số giấy tờ, địa chỉ thư khỏi các trường này",
                "the compiler of the file: take personal numbers and mail out of these fields",
            ),
            K::Doubt(_) => ask(
                "nơi công bố; xác minh xong thì xóa điểm này khỏi tệp",
                "the publisher; once settled, take the entry out of the file",
            ),
            K::Age(_) => ask(
                "đơn vị: đã có số liệu mới hơn chưa? khớp nếu không quá 100 ngày",
                "the unit: are there newer figures? Consistent up to 100 days",
            ),
        };
        remedy.into_iter().collect()
    }
}
