//! What is asked next: the targets of the year after the shown one.

use chrono::Datelike;

use crate::model::standing::Assessment;
use crate::model::target::{Reads, Target};
use crate::text::Lang;

use super::super::View;
use super::super::line::Line;
use super::standings::{is_of_households, of_year};
use super::{counted, households_of, number, rate_of, sentence, with};

/// `Năm 2023 phấn đấu giảm 0,69 điểm tỷ lệ hộ nghèo, còn 1,51%* (447-449* hộ, còn 980-982* hộ); …`
pub fn line(view: &View) -> Option<Line> {
    let shown = view.snapshot().as_of().year();
    let targets = view.history.targets(view.at);
    let year = targets.iter().map(|(_, t)| t.year).filter(|year| *year > shown).min()?;
    let found = of_year(view, year);
    let main = found.iter().filter(|(target, _)| is_of_households(target));
    let mut clauses: Vec<Line> = main.filter_map(|(target, found)| clause(view, target, found)).collect();
    let rest = found.len() - clauses.len();
    if rest > 0 {
        clauses.push(Line::plain(match (view.lang, clauses.is_empty()) {
            (Lang::Vi, true) => format!("{rest} chỉ tiêu, việc được giao"),
            (Lang::Vi, false) => format!("cùng {rest} chỉ tiêu, việc khác"),
            (Lang::En, true) => format!("{rest} targets and tasks"),
            (Lang::En, false) => format!("and {rest} other targets and tasks"),
        }));
    }
    let head = match view.lang {
        Lang::Vi => format!("Năm {year} phấn đấu "),
        Lang::En => format!("For {year} the aim is "),
    };
    sentence(Line::plain(head), clauses)
}

/// `giảm 0,69 điểm tỷ lệ hộ nghèo, còn 1,51%* (…)`; none for targets of other kinds.
pub fn clause(view: &View, target: &Target, found: &Assessment) -> Option<Line> {
    let (Reads::Rate(group) | Reads::Households(group)) = &target.reads else { return None };
    let asked = found.level.asked.as_ref().ok()?;
    let is_rate = matches!(target.reads, Reads::Rate(_));
    let line = Line::plain(view.pick("giảm ", "a fall of "));
    let mut line = if is_rate {
        let of = rate_of(view, *group);
        counted(view, line, asked).say(format!(" {}{of}", view.pick("", "in ")))
    } else {
        number(view, line, asked).say(format!(" {}", households_of(view, *group)))
    };
    line = with(view, line, view.pick(", còn ", ", to "), &found.level.aim);
    if let (true, Ok(households)) = (is_rate, &found.count.asked) {
        line = counted(view, line.say(view.pick(" (tức giảm ", " (a fall of ")), households);
        line = with(view, line, view.pick(", còn ", ", leaving "), &found.count.aim).say(")");
    }
    Some(line)
}
