//! Targets: percents of aims, stated results, and aims that changed.

use crate::model::checks::{AimChanged, Compared, PercentOfAim, ResultOf};
use crate::model::exact::{Exact, Rounding};
use crate::model::figure::Figure;
use crate::model::ops::FigureResult;
use crate::model::standing::Standing;
use crate::model::target::AimStated;
use crate::say;
use crate::text::line::Line;
use crate::text::show::{self, Style};
use crate::text::template::Speaker;
use crate::text::{Lang, glossary};

use super::{Teller, instead, listed};

/// More aims than these are told as a range.
const LISTED: i64 = 5;

impl Teller<'_> {
    /// "560 hộ = 140% khi chỉ tiêu là 400* hộ (399, 401 cũng làm tròn thành 140%)".
    pub(super) fn percent_of_aim(self, check: &PercentOfAim) -> Line {
        let percent = self.bare(&check.percent);
        let (Ok(value), Ok(aim)) = (&check.value, &check.aim) else {
            let name = |_| say!(self, "{name}"; name = &check.target.name);
            let none = ("không mức giao nào cho phần trăm này", "no target gives this percentage");
            return say!(self, "{value} = {percent}[: {none}]"; percent, none = self.contradicts().then_some(none),
                value = check.value.as_ref().map_or_else(name, |value| say!(self, "{value+}"; value)));
        };
        if let Some(start) = &check.start {
            return say!(self, "{way} = {percent}"; way = self.way_done(start, value, aim), percent);
        }
        if let Ok(counted) = &check.counted {
            return self.division([value, aim], check.whole.as_ref(), counted, &check.percent);
        }
        let others = check.aims.as_ref().and_then(|aims| self.other_aims(aim, aims));
        let aim = self.figure(Line::default(), aim, Style::Plain, self.lang == Lang::Vi);
        say!(self, "{value+} = {percent} khi chỉ tiêu là {aim}[ ({others} cũng làm tròn thành {percent})]",
            "{value+} = {percent} for a target of {aim}[ ({others} also round to {percent})]";
            value, percent, aim, others)
    }

    /// "(12,00% − 11,20%) : (12,00% − 11,00%)": the way gone from the start, of all the way.
    fn way_done(self, start: &Figure, value: &Figure, aim: &Figure) -> Line {
        say!(self, "({start} − {value}) : ({start} − {aim})", "({start} − {value}) ÷ ({start} − {aim})";
            start = self.bare(start), value = self.bare(value), aim = self.bare(aim))
    }

    pub(super) fn percent_of_aim_sum(self, check: &PercentOfAim) -> Line {
        if let (Some(start), Ok(value), Ok(aim), Ok(counted)) =
            (&check.start, &check.value, &check.aim, &check.counted)
        {
            let way = self.way_done(start, value, aim);
            let sum = say!(self, "{way} × 100 = {counted}"; way, counted);
            return self.then_stated(sum, &check.percent, Style::Plain, None);
        }
        if let Ok(counted) = &check.counted {
            return self.percent_stated(
                [&check.value, &check.aim],
                check.whole.as_ref(),
                counted,
                &check.percent,
            );
        }
        let none = check.aim.is_err().then_some(("không số tròn nào", "no whole number"));
        say!(self, "{value} : {percent}[: {none}][ = {aim}[; làm tròn cho phép {aims+}]]",
            "{value} ÷ {percent}[: {none}][ = {aim}[; the rounding allows {aims+}]]";
            value = self.known(&check.value, Style::Plain), percent = &check.percent, none, aim = &check.aim,
            aims = check.aims.as_ref().filter(|aims| aims.one().is_none()))
    }

    /// "chỉ tiêu từ 399 đến 401 hộ"; with a stated aim "đạt 112%, hoặc kết quả từ 698 đến 702 hộ"; where no aim gives
    /// the percent "đạt 161,3% với chỉ tiêu 31 (nêu 160,8%)".
    pub(super) fn percent_of_aim_remedy(self, check: &PercentOfAim) -> Option<Line> {
        if let Some(figure) = &check.aims {
            let (low, high) = (figure.amount.low(), figure.amount.high());
            let is_one = figure.one().is_some();
            let aims = if is_one { self.bare(figure) } else { self.ends(low, high, decimals_of(figure)) };
            return Some(say!(self, "chỉ tiêu {aims} {unit}", "a target of {aims} {unit}";
                aims, unit = show::unit(self.lang, figure.unit)));
        }
        let decimals = check.percent.written.unwrap_or(0);
        let stated = self.bare(&check.percent);
        let Some(percents) = &check.percents else {
            let (aim, percent) = check.nearest.as_ref()?;
            let percent = self.ends(percent, percent, decimals);
            return Some(say!(self, "đạt {percent}% với chỉ tiêu {aim}[ (nêu {stated})]",
                "{percent}% of a target of {aim}[ (stated {stated})]";
                stated = instead(stated, &percent), percent, aim = self.exactly(aim, 0)));
        };
        let percents = self.between(percents, decimals);
        let written = |known: &FigureResult| known.as_ref().ok().and_then(|figure| figure.written);
        let decimals = written(&check.aim).or_else(|| written(&check.value)).unwrap_or(0);
        Some(say!(self, "đạt {percents}%[ (nêu {stated})][, hoặc kết quả {values}]",
            "{percents}% of the target[ (stated {stated})][, or a result of {values}]";
            stated = instead(stated, &percents), percents,
            values = check.values.as_ref().map(|values| self.between(values, decimals))))
    }

    pub(super) fn result(self, result: &ResultOf) -> Line {
        let (compared, style) = signed(result);
        let stated = say!(self, "{name}: {stated+}[ {a_year}]"; name = &result.target.name,
            stated = (&compared.stated, style),
            a_year = result.years.as_ref().map(|_| ("một năm", "a year")));
        let Some(years) = &result.years else { return self.against_in(stated, &compared, style) };
        let Ok(counted) = &compared.counted else { return stated };
        let sum = self.over_years(&compared, years);
        if !self.contradicts() {
            return say!(self, "{stated} = {sum}"; stated, sum);
        }
        say!(self, "{stated}, nhưng {sum} = {counted}[ {off}]", "{stated}, but {sum} = {counted}[ {off}]";
            stated, sum, counted = (counted, style), off = self.off(&compared.difference))
    }

    pub(super) fn result_sum(self, result: &ResultOf) -> Line {
        let (compared, style) = signed(result);
        let counted = compared.counted.as_ref().ok().filter(|_| compared.operands.len() > 1);
        let sum = match &result.years {
            Some(years) => self.over_years(&compared, years),
            None => listed(compared.operands.iter().map(|known| self.known(known, Style::Plain)), " − "),
        };
        let sum = say!(self, "{sum}[ = {counted}]"; sum, counted = counted.map(|figure| (figure, style)));
        self.then_stated(sum, &compared.stated, style, self.off(&compared.difference))
    }

    /// "(20,00% − 9,91%) : 2 năm": the fall over the years of which a result is the average.
    fn over_years(self, compared: &Compared, years: &Exact) -> Line {
        let terms = listed(compared.operands.iter().map(|known| self.bare_known(known)), " − ");
        let years = self.exactly(years, u8::from(!years.is_whole()));
        say!(self, "({terms}) : {years} năm", "({terms}) ÷ {years} years"; terms, years)
    }

    pub(super) fn result_remedy(self, result: &ResultOf) -> Option<Line> {
        let counted = result.compared.counted.as_ref().ok()?;
        let value = self.bare(counted);
        Some(say!(self, "kết quả {value}[ {unit}][ (nêu {stated})]",
            "a result of {value}[ {unit}][ (stated {stated})]";
            stated = instead(self.bare(&result.compared.stated), &value), value,
            unit = Some(show::unit(self.lang, counted.unit)).filter(|word| !word.is_empty())))
    }

    /// "Giảm tỷ lệ hộ nghèo: giao 0,69 điểm (31/12/2022), nay 0,50 điểm".
    pub(super) fn aim_changed(self, changed: &AimChanged) -> Line {
        let (name, since) = (&changed.target.name, changed.since);
        let not_stated = self.lang.term(glossary::NOT_STATED);
        let [before, after] = [&changed.before, &changed.after].map(|aim| self.aim(aim, not_stated));
        if before.text() == after.text() {
            return say!(self, "{name}: cách đo khác với tệp {since}",
                "{name}: measured otherwise than in the file of {since}"; name, since);
        }
        say!(self, "{name}: giao {before} ({since}), nay giao {after}",
            "{name}: target {before} ({since}), now {after}"; name, before, since, after)
    }

    pub(super) fn aim_changed_ask(self, changed: &AimChanged) -> Line {
        say!(self, "nơi giao: văn bản nào đổi mức {before} ({day})? khớp nếu vẫn là mức ấy",
            "the assigning office: which decision changed {before} ({day})? Consistent if it still stands";
            before = self.aim(&changed.before, show::no_data(self.lang)), day = changed.since)
    }

    fn aim(self, aim: &AimStated, absent: &str) -> Line {
        match aim {
            AimStated::Figure(_, figure) => say!(self, "{figure+}"; figure = &**figure),
            AimStated::Done => say!(self, "{done}"; done = glossary::standing(Standing::Done)),
            AimStated::Absent => Line::plain(absent),
        }
    }

    /// The other aims that round to the same percent: "399, 401", or "từ 390 đến 410" where they are many.
    fn other_aims(self, aim: &Figure, aims: &Figure) -> Option<Line> {
        let (low, high) = (aims.amount.low(), aims.amount.high());
        if low == high {
            return None;
        }
        let few = low.to_whole().zip(high.to_whole()).filter(|(low, high)| high - low < LISTED);
        let Some((low, high)) = few else { return Some(self.range_of(aims)) };
        let own = aim.one().and_then(Exact::to_whole);
        let each = (low..=high).filter(|n| Some(*n) != own);
        let each: Vec<String> = each.map(|n| self.exactly(&Exact::whole(n), 0)).collect();
        Some(Line::plain(each.join(", ")))
    }
}

/// A result and the fall that was counted, both as they are; where that is a rise, both as signed changes: 3,16% − 3,20%
/// is no fall of −0,04 points.
fn signed(result: &ResultOf) -> (Compared, Style) {
    let has_two = result.compared.operands.len() > 1;
    if has_two && result.compared.has_rise() {
        (result.compared.turned(), Style::Signed)
    } else {
        (result.compared.clone(), Style::Plain)
    }
}

/// The decimals of a range of aims in points: the fewest that write both ends.
fn decimals_of(aims: &Figure) -> u8 {
    let is_exact = |x: &Exact, decimals: u8| x.rounded(decimals, Rounding::Nearest) == *x;
    let both = |d: &u8| is_exact(aims.amount.low(), *d) && is_exact(aims.amount.high(), *d);
    (0..=12).find(both).unwrap_or(2)
}
