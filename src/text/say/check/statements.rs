//! Statements of one file against each other.

use crate::model::checks::{ChangeAndResult, NetFall, SameGroups, WorkedBack};
use crate::model::figure::Figure;
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what;
use crate::text::show::Style;

use super::{Teller, instead, listed};

impl Teller<'_> {
    /// "Kéo giảm hộ cận nghèo 121, nhưng 317 thoát − 197 phát sinh = 120* (thiếu 1)".
    pub(super) fn net_fall(self, fall: &NetFall) -> Line {
        let stated = &fall.compared.stated;
        let name = what::capital(&what::name(self.lang, &stated.subject));
        let (stated, lines) = (self.bare(stated), self.out_less_in(fall, |figure| self.bare(figure)));
        let counted = fall.compared.counted.as_ref().ok().map(|counted| say!(self, "{counted}"; counted));
        let off = self.off(&fall.compared.difference);
        if off.is_none() {
            return say!(self, "{name} {stated} = {lines}"; name, stated, lines);
        }
        say!(self, "{name} {stated}, nhưng {lines} = {counted} {off}", "{name} {stated}, but {lines} = {counted} {off}";
            name, stated, lines, counted = counted.unwrap_or_default(), off = off.unwrap_or_default())
    }

    pub(super) fn net_fall_sum(self, fall: &NetFall) -> Line {
        let lines = self.out_less_in(fall, |figure| say!(self, "{figure}"; figure));
        let sum = say!(self, "{lines} = {counted}"; lines, counted = self.known(&fall.compared.counted, Style::Plain));
        self.then_stated(sum, &fall.compared.stated, Style::Plain, self.off(&fall.compared.difference))
    }

    /// "317 thoát − 197 phát sinh": those out, less those in. The signs are those of a fall, not of the stock.
    fn out_less_in(self, fall: &NetFall, number: impl Fn(&Figure) -> Line) -> Line {
        use crate::model::measure::MovementLine as Flow;
        let some = fall.lines.iter().filter(|(_, figure)| figure.one().is_none_or(|n| !n.is_zero()));
        let one = |(at, (line, figure)): (usize, &(Flow, Figure))| {
            let sign = match (at, Flow::OUT.contains(line)) {
                (0, true) => "",
                (_, true) => " + ",
                (_, false) => " − ",
            };
            say!(self, "{sign}{number} {word}"; sign, number = number(figure),
                word = what::movement_line(fall.group, *line))
        };
        listed(some.enumerate().map(one), "")
    }

    /// "kéo giảm hộ cận nghèo 120 (nêu 121)".
    pub(super) fn net_fall_remedy(self, fall: &NetFall) -> Option<Line> {
        let counted = self.bare(fall.compared.counted.as_ref().ok()?);
        Some(say!(self, "{name} {counted}[ (nêu {stated})]", "{name} {counted}[ (stated {stated})]";
            name = what::name(self.lang, &fall.compared.stated.subject),
            stated = instead(self.bare(&fall.compared.stated), &counted), counted))
    }

    /// "mức thay đổi tỷ lệ hộ nghèo +0,04 điểm phần trăm, nhưng kết quả chỉ tiêu −0,47 (lệch 0,51)".
    pub(super) fn change_and_result(self, both: &ChangeAndResult) -> Line {
        let compared = &both.compared;
        let change = self.bare_in(&compared.stated, Style::Signed);
        let fallen = compared.counted.as_ref().ok().map(|fallen| self.bare_in(fallen, Style::Signed));
        let (fallen, off) = (fallen.unwrap_or_default(), self.off(&compared.difference));
        let (name, points) = (what::name(self.lang, &compared.stated.subject), self.points());
        if self.contradicts() {
            return say!(self, "{name} {change} {points}, nhưng kết quả chỉ tiêu {fallen}[ {off}]",
                "{name} {change} {points}, but the result of the target is {fallen}[ {off}]";
                name, change, points, fallen, off);
        }
        say!(self, "{name} {change} {points}; kết quả chỉ tiêu {fallen}",
            "{name} {change} {points}; result of the target {fallen}"; name, change, points, fallen)
    }

    pub(super) fn change_and_result_sum(self, both: &ChangeAndResult) -> Line {
        let result = both.compared.operands.iter().flatten().next();
        let result = result.map(|result| say!(self, "{result+}"; result));
        let fallen = self.known(&both.compared.counted, Style::Signed);
        let sum = say!(self, "{name}: giảm {result} = {fallen}", "{name}: a reduction of {result} = {fallen}";
            name = &both.target.name, result = result.unwrap_or_default(), fallen);
        self.then_stated(sum, &both.compared.stated, Style::Signed, self.off(&both.compared.difference))
    }

    /// "thay đổi −0,47 điểm (nêu +0,04)": one of the two is of another span, or wrong.
    pub(super) fn change_and_result_remedy(self, both: &ChangeAndResult) -> Option<Line> {
        let counted = self.bare_in(both.compared.counted.as_ref().ok()?, Style::Signed);
        Some(
            say!(self, "{name} {counted} {points}[ (nêu {stated})]", "{name} {counted} {points}[ (stated {stated})]";
            points = self.points(),
            name = what::name(self.lang, &both.compared.stated.subject),
            stated = instead(self.bare_in(&both.compared.stated, Style::Signed), &counted), counted),
        )
    }

    /// "Đầu kỳ 10.552* hộ nghèo, 3,16%*: tổng hộ dân 332.871-334.984*, nay 333.511-334.553*".
    pub(super) fn worked_back(self, start: &WorkedBack) -> Line {
        let WorkedBack { count_then, rate_then, then, now, .. } = start;
        let group = what::households_of(start.group);
        let (vi, en) = (group.0.trim_start_matches("hộ "), group.1.replace("households", "hhs"));
        let short = self.lang.pick(vi, &en);
        Self::fitting([
            say!(self, "Đầu kỳ {count_then} {group}, {rate_then}: tổng hộ dân {then}, nay {now}",
                "At the start {count_then} {group}, {rate_then}: totals {then}, now {now}";
                count_then, group, rate_then, then, now),
            say!(self, "Đầu kỳ {count_then} {group}: tổng hộ {then}, nay {now}",
                "Start {count_then} {group}: totals {then}, now {now}"; count_then, group, then, now),
            say!(self, "Đầu kỳ {count_then} {short}: tổng hộ {then}, nay {now}",
                "Start {count_then} {short}: totals {then}, now {now}"; count_then, short, then, now),
        ])
    }

    pub(super) fn worked_back_sum(self, start: &WorkedBack) -> Vec<Line> {
        let WorkedBack { count_then, rate_then, then, now, .. } = start;
        let [count, fall] = &start.count;
        let [rate, change] = &start.rate;
        vec![
            say!(self, "{count} + ({fall}) = {count_then}; {rate} − ({change}) = {rate_then}";
                count, fall, count_then, rate, change = (change, Style::Signed), rate_then),
            say!(self, "{count_then} : {rate_then} → {then}; nay {now}", "{count_then} : {rate_then} → {then}; now {now}";
                count_then, rate_then, then, now),
        ]
    }

    /// "nơi công bố: số giảm, mức thay đổi tỷ lệ, hay tổng hộ dân đã đổi?"
    pub(super) fn worked_back_ask(self, start: &WorkedBack) -> Line {
        say!(self, "nơi công bố: số giảm {fall}, mức đổi {change}, hay tổng hộ dân đã đổi nhiều?",
            "the publisher: are the reduction {fall} and the change {change} right, or did the total change so much?";
            fall = self.bare(&start.count[1]), change = self.bare_in(&start.rate[1], Style::Signed))
    }

    /// "1.292 hộ, 2,06%, −0,23 điểm ghi ở hai nhóm".
    pub(super) fn same_groups(self, same: &SameGroups) -> Line {
        let numbers = same.figures.iter().map(|[figure, _]| self.number_of(figure));
        say!(self, "{numbers} ghi ở hai nhóm", "{numbers} stand for both poor and near-poor households";
            numbers = listed(numbers, ", "))
    }

    pub(super) fn same_groups_sum(self, same: &SameGroups) -> Vec<Line> {
        let one = |[poor, near_poor]: &[Figure; 2]| {
            let [poor, near_poor] = [poor, near_poor].map(|figure| self.number_of(figure));
            say!(self, "hộ nghèo {poor}; hộ cận nghèo {near_poor}", "poor households {poor}; near-poor {near_poor}";
                poor, near_poor)
        };
        same.figures.iter().map(one).collect()
    }

    fn number_of(self, figure: &Figure) -> Line {
        let style = if figure.unit == Unit::Point { Style::Signed } else { Style::Plain };
        say!(self, "{figure+}"; figure = (figure, style))
    }
}
