//! What stands beside a target: last year's, those given to areas, the report's own words.

use crate::model::figure::Figure;
use crate::model::standing::last::last_year;
use crate::model::standing::shared::{self, Shared};
use crate::model::standing::turned;
use crate::model::unit::Unit;
use crate::text::Lang;
use crate::text::say::standing as words;
use crate::text::say::units::{self, Noun};

use super::super::super::table::Style;
use super::Panel;
use crate::text::line::{Line, Role};

impl Panel<'_> {
    /// `giao 400* hộ, đạt 560 (140%); năm nay giao 447-449* hộ = 80%* mức giảm năm 2022`
    pub(super) fn last_year(&self) -> Option<Line> {
        let view = self.view;
        let last = last_year(view.history, view.at, self.it.target, self.it.found, view.now);
        let share = last.asked_of_last.as_ref().ok()?;
        let mut line = self.head("Năm trước", "Last year");
        if let Some((_, ended)) = &last.target
            && let (Ok(asked), Ok(reached)) = (&ended.level.asked, ended.reached())
        {
            line = self.with(line.say(view.pick("giao ", "asked ")), asked);
            line = line.say(view.pick(", đạt ", ", reached ")).figure(view.lang, reached, Style::Plain);
            if let Ok(percent) = ended.percent() {
                line = line.say(" (").figure(view.lang, percent, Style::Plain).say(")");
            }
        } else {
            line = self.moved(line, last.fallen.as_ref().ok()?);
        }
        line = self.this_year(line.say(view.pick("; năm nay giao ", "; this year asks ")));
        let year = self.it.target.year.saturating_sub(1);
        line = line.say(" = ").figure(view.lang, share, Style::Column);
        Some(match view.lang {
            Lang::Vi => line.say(format!(" mức giảm năm {year}")),
            Lang::En => line.say(format!(" of the fall of {year}")),
        })
    }

    fn this_year(&self, line: Line) -> Line {
        let asked = [&self.it.found.count.asked, &self.it.found.level.asked].into_iter().flatten().next();
        asked.map_or(line.clone(), |asked| self.with(line, asked))
    }

    /// `2 địa bàn: 420* trong 400 hộ giao, hơn 20* hộ`; points are listed in the table, never summed.
    pub(super) fn shared(&self) -> Option<Line> {
        let view = self.view;
        if let Some((_, unit)) = shared::of_unit(view.history, view.at, self.it.target) {
            let head = self.head("Thuộc", "Part of");
            return Some(head.say(view.lang.of(&unit.named.name).to_owned()));
        }
        let shared = shared::shared(view.history, view.at, self.it.target)?;
        let given_on = format!("{}: ", noun(&shared).counted(view.lang, shared.parts.len()));
        let line = self.head("Giao xuống", "Given on").say(given_on);
        let (Ok(together), Ok(asked)) = (&shared.together, &shared.asked) else {
            let why = if asks_points(&shared) {
                view.pick("điểm không cộng, xem từng dòng", "points are not summed, see each row")
            } else {
                view.pick("không cộng, xem từng dòng", "not summed, see each row")
            };
            return Some(line.role(Role::Dim, why));
        };
        let line = line.figure(view.lang, together, Style::Plain).say(view.pick(" trong ", " of "));
        let line = self.with(line, asked).say(view.pick(" giao", " asked"));
        Some(self.without_target(self.difference(line, &shared), &shared))
    }

    /// The difference to the unit's own aim, without a verdict.
    fn difference(&self, line: Line, shared: &Shared) -> Line {
        let Ok(difference) = &shared.difference else { return line };
        let zero = difference.one().is_some_and(crate::model::exact::Exact::is_zero);
        match turned(difference) {
            _ if zero => line.say(self.view.pick(", vừa bằng", ", the same")),
            Ok(less) if words::is_turned(difference) => {
                self.with(line.say(self.view.pick(", ít hơn ", ", less by ")), &less)
            }
            _ => self.with(line.say(self.view.pick(", nhiều hơn ", ", more by ")), difference),
        }
    }

    fn without_target(&self, line: Line, shared: &Shared) -> Line {
        let count = shared.without.len();
        match self.view.lang {
            _ if count == 0 => line,
            Lang::Vi => {
                line.role(Role::Dim, format!("; {} chưa được giao", noun(shared).counted(Lang::Vi, count)))
            }
            Lang::En => line.role(Role::Dim, format!("; without one: {count}")),
        }
    }

    /// The report's own words.
    pub(super) fn quote(&self) -> Option<Line> {
        let quote = self.it.target.quote.as_ref()?;
        let text = format!("\"{}\"", self.view.lang.of(quote));
        Some(self.head("Nguyên văn", "Quote").role(Role::Dim, text))
    }
}

/// What the areas are called together.
fn noun(shared: &Shared) -> Noun {
    units::noun_of_all(shared.parts.iter().filter_map(|(_, target)| target.area.as_deref()))
}

fn asks_points(shared: &Shared) -> bool {
    let is_points = |figure: &Figure| figure.unit == Unit::Point;
    shared.asked.as_ref().is_ok_and(is_points)
}
