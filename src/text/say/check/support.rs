//! Entitlements and programmes, and figures that jumped.

use std::sync::Arc;

use crate::model::checks::{CoverageOf, IndicatorChanged, Jump, PercentOf, SameReached};
use crate::model::figure::Figure;
use crate::model::indicator::{Better, IndicatorKind};
use crate::model::measure::IdName;
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::Line;
use crate::text::say::what::{self, name_inside};
use crate::text::show::{self, Style};

use super::{Teller, instead};

impl Teller<'_> {
    /// "BHYT cho người thuộc hộ nghèo: 4.287 trong 4.640, còn 353* người chưa có".
    pub(super) fn coverage(self, check: &CoverageOf) -> Line {
        let name = &check.entry.name;
        let [covered, eligible] =
            [&check.covered, &check.eligible].map(|known| self.known(known, Style::Plain));
        if self.contradicts() {
            return say!(self, "{name}: {covered} nhiều hơn số thuộc diện {eligible}[ {off}]",
                "{name}: {covered} covered, more than the {eligible} entitled[ {off}]";
                name, covered, eligible, off = self.off(&check.difference));
        }
        say!(self, "{name}: {covered} trong {eligible}[, còn {without+} chưa có]",
            "{name}: {covered} of {eligible}[, {without+} without]";
            name, covered, eligible, without = check.without.as_deref())
    }

    pub(super) fn coverage_sum(self, check: &CoverageOf) -> Line {
        let [covered, eligible] =
            [&check.covered, &check.eligible].map(|known| self.known(known, Style::Plain));
        say!(self, "{covered} − {eligible} = {difference}"; covered, eligible,
            difference = self.known(&check.difference, Style::Signed))
    }

    /// "số đã có tối đa 4.640 (nêu 4.700)".
    pub(super) fn coverage_remedy(self, check: &CoverageOf) -> Option<Line> {
        Some(say!(self, "số đã có tối đa {eligible} (nêu {covered})",
            "at most {eligible} covered (stated {covered})";
            eligible = self.bare(check.eligible.as_ref().ok()?), covered = self.bare(check.covered.as_ref().ok()?)))
    }

    /// "BHYT: 4.287 : 4.640 người = 92,4%"; where it contradicts "… = 92,4%*, nêu 91,5%".
    pub(super) fn percent_of(self, check: &PercentOf) -> Line {
        let (Ok(part), Ok(whole), Ok(counted)) = (&check.part, &check.whole, &check.counted) else {
            return say!(self, "{name}: {stated}"; name = &check.entry.name, stated = &check.stated);
        };
        let counts = self.division([part, whole], None, counted, &check.stated);
        say!(self, "{name}: {counts}"; name = &check.entry.name, counts)
    }

    pub(super) fn percent_of_sum(self, check: &PercentOf) -> Line {
        let Ok(counted) = &check.counted else { return Line::default() };
        self.percent_stated([&check.part, &check.whole], None, counted, &check.stated)
    }

    /// "tỷ lệ 92,4% (nêu 91,5%)".
    pub(super) fn percent_of_remedy(self, check: &PercentOf) -> Option<Line> {
        let percents = self.between(check.percents.as_ref()?, check.stated.written.unwrap_or(0));
        Some(
            say!(self, "tỷ lệ {percents}%[ (nêu {stated})]", "a percentage of {percents}%[ (stated {stated})]";
            stated = instead(self.bare(&check.stated), &percents), percents),
        )
    }

    /// "Trẻ em đi học: đo bằng %, cao hơn là tốt (31/12/2022); nay người, cao hơn là tốt".
    pub(super) fn indicator_changed(self, changed: &IndicatorChanged) -> Line {
        let [before, after] = [changed.before, changed.after].map(|kind| self.measured(kind));
        Self::fitting([
            say!(self, "{name}: {before} ({since}), nay {after}: không so sánh",
                "{name}: {before} ({since}), now {after}: not compared";
                name = &changed.entry.name, before = before.clone(), since = changed.since, after = after.clone()),
            say!(self, "{name}: {before} ({since}), nay {after}", "{name}: {before} ({since}), now {after}";
                name = &changed.entry.name, before, since = changed.since, after),
        ])
    }

    pub(super) fn indicator_changed_ask(self, changed: &IndicatorChanged) -> Line {
        say!(self, "nơi công bố: hai chỉ số khác nhau, hay ghi nhầm? khớp nếu vẫn đo bằng {before}",
            "the publisher: two indicators, or a slip? Consistent if still measured by {before}";
            before = self.measured(changed.before))
    }

    fn measured(self, kind: IndicatorKind) -> Line {
        let unit = if kind.unit == Unit::Share { "%" } else { show::unit(self.lang, kind.unit) };
        let better = match kind.better {
            Better::Higher => ("cao hơn là tốt", "higher is better"),
            Better::Lower => ("thấp hơn là tốt", "lower is better"),
        };
        say!(self, "{unit}, {better}"; unit, better)
    }

    /// "579 ghi ở hai chính sách: vay HS, SV và học bổng Nguyễn Hữu Thọ".
    pub(super) fn same_reached(self, same: &SameReached) -> Line {
        let value = &same.first.1;
        let names = [&same.first, &same.second].map(|(named, _)| name_inside(self.lang, &named.name));
        let short = names.clone().map(|name| name.replace("học sinh, sinh viên khó khăn", "HS, SV"));
        let told = |[a, b]: [String; 2]| {
            say!(self, "{value} ghi ở hai chính sách: {a} và {b}",
                "the same figure, {value}, is given for {a} and for {b}"; value, a, b)
        };
        Self::fitting([told(names), told(short)])
    }

    pub(super) fn same_reached_sum(self, same: &SameReached) -> Vec<Line> {
        let one = |(named, figure): &(Arc<IdName>, Figure)| say!(self, "{figure+}: {name}"; figure, name = &named.name);
        [&same.first, &same.second].map(one).into()
    }

    pub(super) fn same_reached_ask(self, same: &SameReached) -> Line {
        say!(self, "nơi công bố: {value} là số của cả hai chính sách, hay chép nhầm?",
            "the publisher: {value} for both, or was one copied from the other?"; value = &same.first.1)
    }

    /// "số hộ nghèo: từ 200 còn 90 hộ (−55%)".
    pub(super) fn jump(self, jump: &Jump) -> Line {
        let fell = jump.now.amount.high() < jump.then.amount.low();
        say!(self, "{name}: từ {then} {to} {now+}[ ({share})]", "{name}: from {then} {to} {now+}[ ({share})]";
            name = what::name(self.lang, &jump.now.subject), then = self.bare(&jump.then),
            to = if fell { ("còn", "down to") } else { ("lên", "up to") }, now = &jump.now,
            share = jump.share.as_ref().ok().map(|share| self.bare_in(share, Style::Signed)))
    }

    pub(super) fn jump_sum(self, jump: &Jump) -> Line {
        say!(self, "{name}: {now} − {then} = {change}[, {share}]"; name = what::name(self.lang, &jump.now.subject),
            now = &jump.now, then = &jump.then, change = self.known(&jump.change, Style::Signed),
            share = jump.share.as_ref().ok().map(|share| (share, Style::Signed)))
    }

    /// "nơi công bố: vì sao 90 hộ? không phải hỏi nếu từ 100 đến 300".
    pub(super) fn jump_ask(self, jump: &Jump) -> Option<Line> {
        Some(say!(self, "nơi công bố: vì sao {now+}? không phải hỏi nếu {usual}",
            "the publisher: why {now+}? Nothing to ask for {usual}";
            now = &jump.now, usual = self.between(jump.usual.as_ref()?, 0)))
    }
}
