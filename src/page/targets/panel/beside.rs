//! What stands beside a target: last year's, those given to areas, the report's own words.

use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::standing::last::last_year;
use crate::model::standing::shared::{self, Shared};
use crate::model::standing::turned;
use crate::model::unit::Unit;
use crate::say;
use crate::text::Lang;
use crate::text::line::{Line, Role};
use crate::text::say::standing as words;
use crate::text::say::units;

use super::super::super::table::Style;
use super::Panel;

impl Panel<'_> {
    /// `giao 400* hộ, đạt 560 (140%); năm nay giao 447-449* hộ, bằng 80%* mức giảm năm 2022`
    pub(super) fn last_year(&self) -> Option<Line> {
        let (view, found) = (self.view, self.it.found);
        let last = last_year(view.history, view.at, self.it.target, found, view.now);
        let share = last.asked_of_last.as_ref().ok()?;
        let ended =
            last.target.as_ref().map(|(_, ended)| (&ended.asked.goal, ended.reached(), ended.percent()));
        let before = match ended {
            Some((Ok(asked), Ok(reached), percent)) => {
                say!(self, "giao {asked+}, đạt {reached}[ ({percent})]",
                "target {asked+}, reached {reached}[ ({percent})]"; asked, reached, percent)
            }
            _ => self.moved(last.fallen.as_ref().ok()?),
        };
        // What is asked stands in what the share is of.
        let (goal, count) = (found.asked.goal.as_ref(), found.asked.count_goal.as_ref());
        let asked = if last.is_of_households() { count.or(goal) } else { goal };
        let is_told = ended.is_none_or(|(_, reached, _)| {
            reached.as_ref().is_ok_and(|reached| (reached.unit == Unit::Point) != last.is_of_households())
        });
        let fallen = last.fallen.as_ref().ok().filter(|_| !is_told);
        let said = say!(self, "{before}; năm nay giao[ {asked+},] bằng {share} {of}",
            "{before}; this year's target[, {asked+},] is {share} of {of}";
            before, asked = asked.ok(), share = (share, Style::Whole),
            of = self.reduction_of(fallen, self.it.target.year - 1));
        Some(self.headed(("Năm trước", "Last year"), said))
    }

    /// `mức giảm năm 2022`: the share is of what was reached, not of what was asked; how much that was, where what is told
    /// before is in another unit.
    fn reduction_of(&self, fallen: Option<&Figure>, year: i32) -> Line {
        let year = year.to_string();
        say!(self, "mức giảm[ {fallen+}] năm {year}", "the {year} reduction[ of {fallen+}]"; fallen, year)
    }

    /// `2 địa bàn: 420* hộ, chỉ tiêu chung 400 hộ, nhiều hơn 20* hộ`: neither is a part of the other; points are listed in the table, never summed.
    pub(super) fn shared(&self) -> Option<Line> {
        let (view, target) = (self.view, self.it.target);
        if let Some((_, unit)) = shared::of_unit(view.history, view.at, target) {
            return Some(self.headed(("Thuộc", "Part of"), Line::plain(view.lang.wording(&unit.named.name))));
        }
        let shared = shared::shared(view.history, view.at, target)?;
        let noun = units::noun_of_all(shared.parts.iter().filter_map(|(_, target)| target.area.as_deref()));
        let parts = noun.counted(view.lang, shared.parts.len());
        let said = match (&shared.together, &shared.asked) {
            (Ok(together), Ok(asked)) => {
                let without = Some(shared.without.len()).filter(|count| *count > 0).map(|count| {
                    say!(self, "; {count} {noun} chưa được giao", "; without one: {count}{noun}";
                        count, noun = (noun.one(Lang::Vi), ""))
                    .in_role(Role::Dim)
                });
                say!(self, "{parts}: {together+}, chỉ tiêu chung {asked}[, {difference}][{without}]",
                    "{parts}: {together+} against {asked} for the unit[, {difference}][{without}]";
                    parts, together, asked = self.unit_once(asked), difference = self.difference(&shared), without)
            }
            (_, asked) => {
                let points = asked.as_ref().is_ok_and(|figure| figure.unit == Unit::Point);
                let points = points.then_some(("điểm phần trăm ", "percentage points are "));
                let why = say!(self, "[{points}]không cộng, xem từng dòng", "[{points}]not summed, see each row";
                    points);
                say!(self, "{parts}: {why}"; parts, why = why.in_role(Role::Dim))
            }
        };
        Some(self.headed(("Giao xuống", "Assigned"), said))
    }

    /// The difference to the unit's own aim, without a verdict.
    fn difference(&self, shared: &Shared) -> Option<Line> {
        let difference: &Figure = shared.difference.as_ref().ok()?;
        let less = turned(difference).ok().filter(|_| words::is_turned(difference));
        Some(match less {
            _ if difference.one().is_some_and(Exact::is_zero) => say!(self, "vừa bằng", "the same"),
            Some(less) => say!(self, "ít hơn {less}", "{less} less"; less = self.unit_once(&less)),
            None => say!(self, "nhiều hơn {by}", "{by} more"; by = self.unit_once(difference)),
        })
    }

    /// The report's own words.
    pub(super) fn quote(&self) -> Option<Line> {
        let quote = say!(self, "\"{quote}\""; quote = self.it.target.quote.as_ref()?).in_role(Role::Dim);
        Some(self.headed(("Nguyên văn", "Quote"), quote))
    }
}
